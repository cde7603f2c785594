"""What cells were put through and whose they are, in which nothing changed."""

from __future__ import annotations

import pytest

from extractor.extract import Extractor
from extractor.readers import read_string

CONDITIONS = [
    ("BMSC exosomes halved the incidence of colitis in pups exposed to formula and hypoxia.",
     {("colitis", "decrease")}),
    ("After BMSC exosomes, tubular necrosis after 30 min of warm ischaemia fell.",
     {("tubular injury", "decrease")}),
    ("BMSC exosomes protected trophoblasts from hypoxia.", {("trophoblast injury", "decrease")}),
    ("BMSC exosomes protected endothelial cells.", {("endothelial injury", "decrease")}),
    ("BMSC exosomes reduced hypoxia of the limb.", {("hypoxia", "decrease")}),
    ("ADSC exosomes inhibited psoriasis keratinocytes.", set()),
    ("ADSC exosomes alleviated psoriasis.", {("psoriasis", "decrease")}),
    ("Of eleven cytokines, four fell in frequency after BMSC exosomes.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "effects"), CONDITIONS)
def test_conditions_are_no_outcomes(sentence: str, effects: set[tuple[str, str]]) -> None:
    found = Extractor().findings(read_string(sentence))
    assert {(e.label, e.direction) for f in found for e in f.effects} == effects
