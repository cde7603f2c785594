"""A transcription factor named for what it does is its pathway."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor


@pytest.mark.parametrize(
    ("words", "targets"),
    [
        ("eased pain through NF-κB", {"NF-κB signaling"}),
        ("eased pain via SOCS3 and NF-κB", {"SOCS3", "NF-κB signaling"}),
        ("inactivated NF-κB", {"NF-κB signaling"}),
        ("led to the inactivation of NF-κB", {"NF-κB signaling"}),
        ("reduced NF-κB activity", {"NF-κB signaling"}),
        ("prevented nuclear translocation of NF-κB", {"NF-κB signaling"}),
        ("did not reduce NF-κB activation", {"NF-κB signaling"}),
        ("lowered NF-κB", {"NF-κB"}),
        ("lowered NF-κB and TNF-α", {"NF-κB", "TNF"}),
        ("reduced the activation of STAT3 and NF-κB", {"STAT3", "NF-κB"}),
        ("reduced nuclear translocation of NF-κB p65", {"RELA"}),
    ],
)
def test_a_factor_at_work(words: str, targets: set[str]) -> None:
    text = f"In mice with colitis, exosomes of umbilical cord MSCs {words}."
    found = Extractor(fast=True).findings(readers.read_string(text))
    assert {t.label for f in found for t in f.targets} == targets


@pytest.mark.parametrize(
    ("words", "targets"),
    [
        ("activated the CaMK/Raf/MEK/ERK pathway", {"CaMK/Raf/MEK/ERK signaling"}),
        ("activated CaM-Ks and Raf/MEK/ERK", {"CAMK", "RAS/MAPK signaling"}),
        ("activated the Raf/MEK/ERK cascade", {"RAS/MAPK signaling"}),
        ("inhibited the TLR4/PI3K/Akt pathway", {"TLR4/PI3K/AKT signaling"}),
    ],
)
def test_chains_keep_the_members_that_the_text_names(words: str, targets: set[str]) -> None:
    text = f"In mice with colitis, exosomes of umbilical cord MSCs {words}."
    found = Extractor(fast=True).findings(readers.read_string(text))
    assert {t.label for f in found for t in f.targets} == targets
