"""The cell that a process is of: beside it, in its list, or the only one of the sentence."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

EFFECTS = [
    ("Exosomes of BMSCs reduced the apoptosis of type II alveolar epithelial cells.",
     {"type II alveolar epithelial cell apoptosis"}),
    ("Exosomes of BMSCs increased the migration of bronchial smooth muscle cells.",
     {"smooth muscle cell migration"}),
    ("Exosomes of BMSCs promoted the proliferation and migration of keratinocytes.",
     {"keratinocyte proliferation", "keratinocyte migration"}),
    ("In podocytes, exosomes of BMSCs lowered IL-6 and prevented apoptosis.",
     {"podocyte apoptosis"}),
    ("Exosomes of BMSCs inhibited the apoptosis of neurons.", {"neuronal apoptosis"}),
    ("Exosomes of BMSCs reduced the senescence of chondrocytes.", {"chondrocyte senescence"}),
    ("Exosomes of BMSCs reduced the proliferation of K562 cells.", {"cell proliferation"}),
    ("When macrophages met keratinocytes, exosomes of BMSCs promoted migration.",
     {"cell migration"}),
    ("Exosomes of BMSCs reduced inflammation and ferroptosis in chondrocytes.",
     {"inflammation", "ferroptosis"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "effects"), EFFECTS)
def test_the_cell_of_a_process(sentence: str, effects: set[str]) -> None:
    """The longest name of the cell counts, tumour cells and two kinds of cells are left alone."""
    document = readers.read_string(f"Exosomes of MSCs\n\nAbstract\n\n{sentence}")
    found = Extractor().findings(document)
    assert {e.label for f in found for e in f.effects} == effects
