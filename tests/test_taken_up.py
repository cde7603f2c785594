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
