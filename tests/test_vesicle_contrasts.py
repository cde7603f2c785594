"""Vesicles that a sentence sets against those of which it tells something."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

TWO = (
    "Exosomes of bone marrow MSCs (BM-Exo) and of adipose MSCs (AD-Exo) were compared in rats with "
    "myocardial infarction. "
)


def told(text: str) -> set[str]:
    """What is told of each source: "BM infarct size", with "!" if it is denied."""
    out = set()
    for f in Extractor().findings(readers.read_string(TWO + text), "two"):
        assert f.msc_source is not None
        for slot in (*f.targets, *f.effects):
            denied = "!" if f.polarity == "negated" else ""
            out.add(f"{f.msc_source.label[:2]} {slot.label}{denied}")
    return out


@pytest.mark.parametrize(
    "text",
    [
        "BM-Exo but not AD-Exo reduced infarct size.",
        "BM-Exo, but not AD-Exo, reduced infarct size.",
        "Infarct size was reduced by BM-Exo, but not AD-Exo.",
        "Infarct size was lower with BM-Exo (P < 0.01), not with AD-Exo (P = 0.4).",
        "Unlike AD-Exo, BM-Exo reduced infarct size.",
        "In contrast to BM-Exo, AD-Exo did not reduce infarct size.",
    ],
)
def test_what_one_did_is_denied_of_the_other(text: str) -> None:
    assert told(text) == {"BM infarct size", "AD infarct size!"}


@pytest.mark.parametrize(
    "text",
    [
        "AD-Exo reduced infarct size less than BM-Exo.",
        "AD-Exo were less effective than BM-Exo in reducing infarct size.",
        "BM-Exo reduced infarct size by 40%, AD-Exo by only 15%.",
        "Infarct size was reduced by AD-Exo and further by BM-Exo.",
        "BM-Exo reduced infarct size. Similar results were obtained with AD-Exo.",
        "BM-Exo reduced infarct size. The effect was weaker with AD-Exo.",
    ],
)
def test_what_both_did(text: str) -> None:
    assert told(text) == {"BM infarct size", "AD infarct size"}


def test_each_did_something_else() -> None:
    text = "BM-Exo reduced infarct size and AD-Exo increased capillary density."
    assert told(text) == {"BM infarct size", "AD capillary density"}


def test_the_next_sentence_goes_on_with_those_that_did_it() -> None:
    text = "BM-Exo, but not AD-Exo, reduced infarct size. IL-6 fell as well."
    assert told(text) == {"BM infarct size", "AD infarct size!", "BM IL6"}
