"""Outcomes that are said to have gone the way, or against the way, of the one told before."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

TOLD = "Exosomes of cord MSCs reduced proteinuria in rats with lupus nephritis. "


@pytest.mark.parametrize(
    ("more", "outcome"),
    [
        ("IL-17A followed suit.", ("IL17A", "down")),
        ("IL-17A took the same course.", ("IL17A", "down")),
        ("IL-17A ranked in the same way.", ("IL17A", "down")),
        ("Apoptosis gave the same ranking.", ("apoptosis", "decrease")),
        ("IL-17A told the same story.", ("IL17A", "down")),
        ("Foxp3 took the opposite course.", ("FOXP3", "up")),
        ("Foxp3 pursued the contrary path.", ("FOXP3", "up")),
        ("Renal function fared likewise.", ("renal function", "increase")),
    ],
)
def test_an_outcome_goes_the_way_of_another(more: str, outcome: tuple[str, str]) -> None:
    """A new sentence leaves the change to the one before it."""
    found = Extractor().findings(readers.read_string(TOLD + more))
    said = {(s.label, str(s.direction)) for f in found for s in (*f.targets, *f.effects)}
    assert outcome in said


@pytest.mark.parametrize(
    "more",
    [
        "IL-17A followed the same course in all groups.",
        "IL-17A showed the same pattern in all animals.",
        "IL-17A took a similar course with and without exosomes.",
        "IL-17A followed the same trend in treated and untreated rats.",
    ],
)
def test_what_went_the_same_way_in_every_group_did_not_change(more: str) -> None:
    found = Extractor().findings(readers.read_string(TOLD + more))
    said = {(f.polarity, s.label, str(s.direction)) for f in found for s in f.targets}
    assert said == {("negated", "IL17A", "none")}


def test_the_same_course_in_two_models_is_a_change() -> None:
    found = Extractor().findings(readers.read_string(TOLD + "IL-17A took the same course in mice."))
    assert ("IL17A", "down") in {(s.label, str(s.direction)) for f in found for s in f.targets}
