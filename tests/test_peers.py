"""Outcomes told by listed comparatives, by whom they befell, by how animals did in a test."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.components.peers import before_peers, past_peers
from extractor.extract import Extractor


def told(text: str) -> dict[str, str]:
    """Label of every effect to its direction."""
    found = Extractor().findings(readers.read_string(text), "peers")
    return {s.label: str(s.direction) for f in found for s in f.effects}


def test_lists_of_comparatives_are_passed() -> None:
    words = "tumors were smaller , lighter and less vascular".split()
    assert before_peers(words, words.index("and")) == 1
    assert before_peers(words, 1) == 1
    words = "thinner , less red and less scaly skin".split()
    assert past_peers(words, 1) == len(words) - 1
    assert past_peers(words, len(words) - 1) == len(words) - 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bones of rats with osteoporosis given MSC exosomes were larger and stronger.",
         {"bone strength": "increase"}),
        ("Mice with psoriasis given MSC exosomes had less red and less scaly skin.",
         {"erythema": "decrease", "skin scaling": "decrease"}),
        ("Mice with breast cancer had smaller and lighter tumors after MSC exosomes.",
         {"tumor growth": "decrease", "tumor weight": "decrease"}),
        ("More mice with sepsis lived to day 7 after MSC exosomes.", {"survival": "increase"}),
        ("More mice with sepsis were alive on day 7 after MSC exosomes.", {"survival": "increase"}),
        ("Mice with stroke performed better on the rotarod after MSC exosomes.",
         {"motor function": "increase"}),
        ("Mice with stroke performed significantly better on the rotarod after MSC exosomes.",
         {"motor function": "increase"}),
        ("The estrous cycle became regular in mice with ovarian failure given MSC exosomes.",
         {"estrous cycle regularity": "increase"}),
        ("BM-MSC exosomes inhibited the proliferation of autoreactive CD4+ T cells in mice with "
         "multiple sclerosis.", {"T cell proliferation": "decrease"}),
        ("MSC exosomes reduced fibrosis in rats with muscle injury.",
         {"muscle fibrosis": "decrease"}),
        ("Mice with diabetic nephropathy given UC-MSC exosomes excreted less albumin.",
         {"albuminuria": "decrease"}),
    ],
)  # fmt: skip
def test_outcomes_are_read(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected
