"""What the disease had changed and the vesicles of a study undid."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

TITLE = "Marrow exosomes in sepsis\n\n"


def directions(text: str) -> dict[str, str | None]:
    """Direction of each target and effect of the findings."""
    found = Extractor().findings(readers.read_string(TITLE + text))
    return {s.label: s.direction for f in found for s in (*f.targets, *f.effects)}


@pytest.mark.parametrize(
    "text",
    [
        "HMGB1 was strongly induced by the injury, and this induction was prevented by exosomes of "
        "bone marrow MSCs.",
        "HMGB1 rose after cecal ligation; exosomes of bone marrow MSCs blunted this rise.",
        "HMGB1 had increased fivefold, an increase that exosomes of bone marrow MSCs halved.",
        "HMGB1 climbed in septic mice, a rise that was curbed by exosomes of bone marrow MSCs.",
        "In septic mice, HMGB1 rose sharply and occludin was lost. Exosomes of bone marrow MSCs "
        "blunted this rise.",
    ],
)
def test_a_rise_that_was_undone_is_a_fall(text: str) -> None:
    """The direction is that of the vesicles, and what else had changed is left alone."""
    assert directions(text) == {"HMGB1": "down"}


def test_a_fall_that_was_undone_is_a_rise() -> None:
    """The other way round."""
    text = "Occludin had fallen by half, a decline that exosomes of bone marrow MSCs prevented."
    assert directions(text) == {"OCLN": "up"}


@pytest.mark.parametrize(
    "text",
    [
        "Exosomes of bone marrow MSCs raised IL-10, and this increase was blocked by an antibody.",
        "Exosomes of bone marrow MSCs raised IL-10, and a miR-21 inhibitor abolished this rise.",
    ],
)
def test_what_undoes_the_vesicles_deed_confirms_it(text: str) -> None:
    """A rise that the vesicles brought about stays one."""
    assert directions(text)["IL10"] == "up"
