"""What a harm did and the vesicles took back in the same sentence."""

from __future__ import annotations

import pytest

from extractor.extract import Extractor
from extractor.readers import read_string

TAKEN_BACK = [
    ("LPS increased apoptosis and ROS in chondrocytes, and BMSC exosomes reversed both.",
     {("chondrocyte apoptosis", "decrease"), ("reactive oxygen species", "decrease")}),
    ("Apoptosis and ROS rose after LPS, and BMSC exosomes lowered both.",
     {("apoptosis", "decrease"), ("reactive oxygen species", "decrease")}),
    ("Apoptosis rose and viability fell after LPS; BMSC exosomes corrected both.",
     {("apoptosis", "decrease"), ("cell viability", "increase")}),
    ("Glucose raised ROS and lowered SIRT1, and both changes were prevented by BMSC exosomes.",
     {("reactive oxygen species", "decrease"), ("SIRT1", "up")}),
    ("Apoptosis rose after LPS, and BMSC exosomes lowered it.", {("apoptosis", "decrease")}),
    ("BMSC exosomes counteracted the inhibition of osteogenesis.",
     {("bone formation", "increase")}),
    ("BMSC exosomes raised SIRT1 and lowered ROS, and the inhibitor reversed both.",
     {("SIRT1", "up"), ("reactive oxygen species", "decrease")}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "told"), TAKEN_BACK)
def test_what_vesicles_took_back(sentence: str, told: set[tuple[str, str]]) -> None:
    found = Extractor().findings(read_string(sentence))
    assert {(x.label, x.direction) for f in found for x in (*f.targets, *f.effects)} == told
