"""Genes of one family named by their numbers."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor


@pytest.mark.parametrize(
    ("words", "genes"),
    [
        ("MMP-2 and -9", {"MMP2", "MMP9"}),
        ("MMP-2/-9", {"MMP2", "MMP9"}),
        ("caspase-3, -8 and -9", {"CASP3", "CASP8", "CASP9"}),
        ("caspase-3/7", {"CASP3", "CASP7"}),
        ("TLR2/4 and IL-1β/18", {"TLR2", "TLR4", "IL1B", "IL18"}),
        ("p-Smad2/3", {"SMAD2", "SMAD3"}),
        ("Smad2/Smad3 phosphorylation", {"SMAD2", "SMAD3"}),
        ("pSmad2/pSmad3", {"SMAD2", "SMAD3"}),
        ("the TGF-β1/Smad2/3 pathway", {"TGF-β/SMAD signaling"}),
        ("ERK1/2", {"ERK"}),
        ("IL-6 by 3/4", {"IL6"}),
        ("IL-6 on days 7/14", {"IL6"}),
    ],
)
def test_numbers_that_share_a_name(words: str, genes: set[str]) -> None:
    text = f"Exosomes of umbilical cord MSCs lowered {words} in mice with hepatitis."
    found = Extractor().findings(readers.read_string(text))
    assert {t.label for f in found for t in f.targets} == genes
