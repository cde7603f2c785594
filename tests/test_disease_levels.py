"""Levels of a miRNA and of genes that are only set beside each other in the disease."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

DID = " BMSC exosomes lowered PTGS2 in the same rats."


def directions(text: str) -> list[tuple[str | None, str | None]]:
    """Label and direction of every target."""
    found = Extractor().findings(readers.read_string(text))
    return [(t.label, t.direction) for f in found for t in f.targets]


@pytest.mark.parametrize(
    "levels",
    [
        "miR-22 was poorly expressed and PTGS2 highly expressed in the brains of rats with stroke.",
        "miR-22 was downregulated whereas PTGS2 was upregulated in rats with stroke.",
        "In rats with stroke, PTGS2 expression was elevated while that of miR-22 was decreased.",
        "A low level of miR-22 and a high level of PTGS2 were seen in rats with stroke.",
    ],
)
def test_levels_in_the_sick_are_no_result(levels: str) -> None:
    """Nobody acts: what the disease does to the gene is no finding."""
    assert directions(levels + DID) == [("PTGS2", "down")]


@pytest.mark.parametrize(
    "told",
    [
        "miR-22 was increased and PTEN was decreased in the brains of treated rats with stroke.",
        "miR-22 was upregulated, and PTEN was downregulated by it in rats with stroke.",
    ],
)
def test_levels_that_somebody_changed_are(told: str) -> None:
    """Treated animals, or a miRNA that acts, make a result of the same levels."""
    assert ("PTEN", "down") in directions(told + DID)


@pytest.mark.parametrize(
    "text",
    [
        "IL-6 was higher in patients than in healthy people.",
        "Patients had higher IL-6 than volunteers.",
        "Biopsies of 20 patients showed more fibrosis than those of healthy subjects.",
        "IL-6 was raised in the serum of 30 patients.",
        "TRIM59 was elevated in cancer tissue compared with adjacent tissue.",
        "In human osteoarthritic cartilage MMP13 was increased and aggrecan decreased.",
    ],
)
def test_levels_in_patients_are_no_result(text: str) -> None:
    given = "We studied exosomes of BMSCs in mice with colitis. "
    assert Extractor().findings(readers.read_string(given + text), "sick") == []


def test_levels_in_patients_who_were_treated_are_results() -> None:
    text = (
        "Twelve patients with colitis received exosomes of BMSCs. "
        "IL-6 was lower in the serum of the patients."
    )
    found = Extractor().findings(readers.read_string(text), "sick")
    assert [(t.label, str(t.direction)) for f in found for t in f.targets] == [("IL6", "down")]
