"""Direction of outcomes where the syntax is roundabout: undone, taken up again, left to others."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

LIVER = "Exosomes of umbilical cord MSCs lowered ALT in mice with hepatitis. "
_SIGNS = {"up": "+", "increase": "+", "down": "-", "decrease": "-"}
_MARKS = {"negated": "!", "hedged": "?"}


def told(sentence: str) -> set[str]:
    """Every outcome but ALT with its direction, "!" where it is denied and "?" where hedged."""
    return {
        f"{m.label}{_SIGNS.get(str(m.direction), '0')}{_MARKS.get(f.polarity, '')}"
        for f in Extractor().findings(readers.read_string(LIVER + sentence))
        for m in (*f.targets, *f.effects)
        if m.label != "alanine aminotransferase"
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("TSG-6 is displayed, and an antibody against it undid the suppression of T cell "
         "proliferation.", {"T cell proliferation-"}),
        ("Adenosine receptor blockade removed the activation of AKT.", {"AKT+"}),
        ("Noggin annulled the gain in mineralization.", {"mineralization+"}),
    ],
)  # fmt: skip
def test_the_change_that_a_drug_undoes_is_the_vesicles(sentence: str, expected: set[str]) -> None:
    """Where only its undoing is told, the change was there before."""
    assert told(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Forced expression of KLF6 re-established migration of stellate cells.",
        "A KLF6 construct lacking the 3'UTR restored invasion.",
        "Invasion came back when a KLF6 plasmid was introduced.",
        "With LY294002, apoptosis was as high as in untreated cells.",
        "The fall in apoptosis was not seen in the presence of EX-527.",
    ],
)
def test_a_target_put_back_or_blocked_confirms(sentence: str) -> None:
    assert told(sentence) == set()


def test_where_the_target_is_knocked_out_nothing_is_denied() -> None:
    text = "The exosomes raised Nrf2. In Nrf2-null mice apoptosis did not fall."
    assert told(text) == {"NFE2L2+"}
