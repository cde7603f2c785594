"""Targets that an experiment puts back or takes away after the vesicles had lowered them."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

DID = (
    "Cord exosomes in fibrosis\n\nExosomes of umbilical cord MSCs delivered miR-9, silenced "
    "SOX6 and lowered collagen deposition in mice with liver fibrosis. "
)
TOLD = {("SOX6", "down"), ("collagen deposition", "decrease")}


def outcomes(text: str) -> set[tuple[str, str | None]]:
    """Label and direction of each outcome of the asserted findings."""
    found = Extractor().findings(readers.read_string(text))
    return {
        (s.label, s.direction)
        for f in found if f.polarity == "asserted" for s in (*f.targets, *f.effects)
    }  # fmt: skip


@pytest.mark.parametrize(
    "more",
    [
        "SOX6 re-expression increased apoptosis of the cells.",
        "When SOX6 was overexpressed in stellate cells, apoptosis rose again.",
        "Overexpressing SOX6 in stellate cells raised autophagy.",
        "With a SOX6 plasmid, STAT3 phosphorylation was raised.",
        "A SOX6 agonist increased migration.",
    ],
)
def test_what_comes_of_a_target_put_back_is_no_result(more: str) -> None:
    """It confirms what the vesicles did and tells nothing new."""
    assert outcomes(DID + more) == TOLD


def test_what_comes_of_a_target_taken_away_goes_the_same_way() -> None:
    """Knocking a lowered target down does as the vesicles do, and is no loss of their cargo."""
    told = outcomes(DID + "Knockdown of SOX6 lowered apoptosis as the exosomes did.")
    assert ("apoptosis", "decrease") in told


@pytest.mark.parametrize(
    "more",
    [
        "Knock-down of Argonaute-2 in the MSCs weakened the response.",
        "Argonaute-2 was bound by the miRNA.",
        "Silencing Alix in the donor cells lessened the effect.",
    ],
)
def test_the_machinery_of_vesicles_is_no_target(more: str) -> None:
    """Nor are the proteins by which vesicles are made."""
    assert {label for label, _ in outcomes(DID + more)} == {label for label, _ in TOLD}


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("When SOX6 was overexpressed, apoptosis of the cells rose again.", set()),
        ("SOX6 overexpression restored the phosphorylation of p65.", {("RELA", "down")}),
        ("Knockdown of SOX6 mimicked the vesicles, with lowered caspase-3.", {("CASP3", "down")}),
    ],
)
def test_a_bare_target_is_put_back_or_taken_away_too(
    more: str, told: set[tuple[str, str | None]]
) -> None:
    """A gene that the miRNA is only said to target counts like one that it lowered."""
    text = "Exosomes of umbilical cord MSCs carry miR-9, which targets SOX6. " + more
    assert outcomes(text) == {("SOX6", "down"), *told}
