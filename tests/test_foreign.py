"""What something else than the MSCs' vesicles did is no finding."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

GIVEN = "BM-MSC exosomes reduced infarct size in mice with stroke. "


def told(text: str) -> list[set[str]]:
    """The outcomes of each finding."""
    found = Extractor().findings(readers.read_string(GIVEN + text))
    return [{s.label for s in (*f.targets, *f.effects)} for f in found]


@pytest.mark.parametrize(
    "text",
    [
        "Fibroblast exosomes increased apoptosis.",
        "Exosomes from milk raised IL-10.",
        "Plasma-derived EVs lowered IL-6.",
        "Vesicles of macrophages worsened edema.",
        "Dexamethasone lowered TNF-α.",
        "TNF-α was lowered by losartan as well.",
        "The parent cells lowered TNF-α.",
        "Liposomes of the same size lowered TNF-α.",
        "Conditioned medium depleted of vesicles lowered TNF-α.",
        "Liposomes of the same size had none of these effects.",
    ],
)
def test_what_others_did_is_not_laid_to_the_vesicles(text: str) -> None:
    """Other vesicles, drugs, cells and media are compared with, not told of."""
    assert told(text) == [{"infarct size"}]


@pytest.mark.parametrize(
    "text",
    [
        "Dexamethasone-loaded exosomes lowered TNF-α.",
        "Compared with dexamethasone, exosomes lowered TNF-α more.",
        "Uptake of the exosomes by macrophages lowered TNF-α.",
        "TNF-α was lower than with dexamethasone.",
    ],
)
def test_vesicles_beside_others_act_themselves(text: str) -> None:
    """A drug that is carried, or set against, leaves the result to the vesicles."""
    assert told(text) == [{"infarct size", "TNF"}]


def test_control_vesicles_that_changed_none_of_these_are_denied() -> None:
    """"None of these" takes up what was told before."""
    assert told("Unloaded exosomes changed none of these parameters.") == [
        {"infarct size"}, {"infarct size"},
    ]  # fmt: skip


def test_the_tumor_that_msc_live_in_is_not_whose_vesicles_they_are() -> None:
    """Vesicles "of glioma-associated MSCs" are of MSCs, those "of glioma cells" are not."""
    engine = Extractor()
    for owner, count in (("glioma-associated mesenchymal stromal cells", 1), ("glioma cells", 0)):
        text = f"Extracellular vesicles of {owner} raised the invasion of glioma cells."
        assert len(engine.findings(readers.read_string(text))) == count
