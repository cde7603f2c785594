"""Outcomes told by what was better, by a list behind a colon, or by none of the treated."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

LEAD = "Exosomes of human BMSCs (BM-Exo) were compared with PBS in rats with tendinopathy. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BM-Exo was superior to PBS in terms of grip strength and gait.",
         {"muscle strength": "increase", "gait abnormality": "decrease"}),
        ("BM-Exo outperformed PBS for grip strength and pain.",
         {"muscle strength": "increase", "pain": "decrease"}),
        ("A benefit was seen for pain and grip strength.",
         {"muscle strength": "increase", "pain": "decrease"}),
        ("Three readouts improved with BM-Exo.", {}),
        ("All readouts improved: grip strength, gait and pain.",
         {"muscle strength": "increase", "gait abnormality": "decrease", "pain": "decrease"}),
        ("Adhesion formation: reduced by 40%.", {"adhesion formation": "decrease"}),
        ("Adhesion formation, pain: both lower with BM-Exo.",
         {"adhesion formation": "decrease", "pain": "decrease"}),
        ("Grip strength was 88, 90 and 91 g in the three groups (p=0·87).",
         {"muscle strength": "none"}),
        ("Grip strength was 88 g with BM-Exo and 90 g with PBS (n.s.).",
         {"muscle strength": "none"}),
    ],
)  # fmt: skip
def test_what_was_better_and_what_notes_tell(text: str, expected: dict[str, str]) -> None:
    """Better means more of a good and less of a harm; a colon may stand for a form of to be."""
    found = Extractor(fast=True).findings(readers.read_string(LEAD + text))
    assert {e.label: e.direction for f in found for e in f.effects} == expected


@pytest.mark.parametrize(
    "text",
    [
        "No treated rat developed seizures.",
        "None of the treated rats had seizures.",
        "The treated rats did not develop seizures.",
        "Fewer treated rats developed seizures.",
    ],
)
def test_what_none_of_the_treated_had(text: str) -> None:
    """A harm that none of the treated came to is less of it."""
    found = Extractor(fast=True).findings(readers.read_string(LEAD + text))
    assert [(e.label, e.direction, f.polarity) for f in found for e in f.effects] == [
        ("seizures", "decrease", "asserted")
    ]
