"""Figures of two arms in the orders in which reports give them, and parts and multiples."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

LEAD = "Exosomes of umbilical cord MSCs (UC-Exo) or saline were given to rats with hepatitis. "
_SIGNS = {"up": "+", "increase": "+", "down": "-", "decrease": "-"}


def told(sentence: str) -> set[str]:
    """Every outcome with its direction, "!" where it is denied."""
    return {
        f"{m.label}{_SIGNS.get(str(m.direction), '0')}{'!' * (f.polarity == 'negated')}"
        for f in Extractor().findings(readers.read_string(LEAD + sentence))
        for m in (*f.targets, *f.effects)
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Bilirubin was 14 (95% CI 10 to 17) with UC-Exo and 31 (27 to 36) with saline.", "-"),
        ("The mean bilirubin was 31 before UC-Exo and 14 after it.", "-"),
        ("Bilirubin, 31 in the saline group, was 14 in the UC-Exo group.", "-"),
        ("Bilirubin was 14, 31 and 9 in the UC-Exo, saline and sham groups, respectively.", "-"),
        ("Bilirubin was 31 and 14 in the saline and UC-Exo groups.", "-"),
        ("Bilirubin was two-thirds that of controls in rats given UC-Exo.", "-"),
        ("Bilirubin was half as great in treated rats as in controls.", "-"),
        ("Bilirubin was 14 with UC-Exo and 14 with saline.", "0!"),
        ("Bilirubin was 14, 31 and 9 in the saline, UC-Exo and sham groups, respectively.", "+"),
    ],
)
def test_figures_of_two_arms(sentence: str, expected: str) -> None:
    assert told(sentence) == {f"bilirubin{expected}"}


def test_figures_of_other_things_tell_nothing() -> None:
    assert told("Bilirubin was 31, 14 and 9 at 1, 2 and 3 days after injury.") == set()
