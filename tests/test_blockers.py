"""Vesicles whose cargo blocks a miRNA: directions are as told."""

from __future__ import annotations

import pytest

from extractor.extract import Extractor
from extractor.readers import read_string

BORNE = [
    ("Placental MSC vesicles were loaded with an inhibitor of miR-155, SOCS1 rose, and fibrosis "
     "was lessened.", {("SOCS1", "up"), ("fibrosis", "decrease")}),
    ("Anti-miR-9 was shuttled by exosomes from MSCs to glioma cells and P-glycoprotein fell.",
     {("ABCB1", "down")}),
    ("Exosomes of MSCs delivered anti-miR-21 and reduced glioma growth.",
     {("tumor growth", "decrease")}),
    ("BMSC exosomes with a miR-21 inhibitor raised PTEN.", {("PTEN", "down")}),
    ("BMSC exosomes carried miR-21 and lowered PTEN. Exosomes loaded with a miR-21 inhibitor "
     "raised PTEN.", {("PTEN", "down")}),
    ("They loaded exosomes of MSCs with a miR-21 antagomir and saw lower FGF2 in glioma.",
     {("FGF2", "down")}),
    ("Exosomes of ADSCs were loaded with siKRAS (siKRAS-Exo). In glioma, siKRAS-Exo lowered KRAS "
     "and tumour growth.", {("KRAS", "down"), ("tumor growth", "decrease")}),
    ("We loaded exosomes of ADSCs with KRAS siRNA. In glioma, si-KRAS-Exo lowered KRAS.",
     {("KRAS", "down")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), BORNE)
def test_blockers_as_cargo(text: str, told: set[tuple[str, str]]) -> None:
    found = Extractor().findings(read_string(text))
    assert {(x.label, x.direction) for f in found for x in (*f.targets, *f.effects)} == told
