"""Direction and polarity of outcomes: hedged, unchanged, denied, compared and left unsaid."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

SKIN = "Exosomes of bone marrow mesenchymal stem cells (BMSCs) were injected into rats with burns. "
_SIGNS = {"up": "+", "increase": "+", "down": "-", "decrease": "-"}
_MARKS = {"negated": "!", "hedged": "?"}


def told(sentence: str) -> set[str]:
    """Every outcome with its direction, "!" where it is denied and "?" where it is hedged."""
    return {
        f"{m.label}{_SIGNS.get(str(m.direction), '0')}{_MARKS.get(f.polarity, '')}"
        for f in Extractor().findings(readers.read_string(SKIN + sentence))
        for m in (*f.targets, *f.effects)
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It is thought that the exosomes of these cells inhibit scar formation.",
         {"scar formation-?"}),
        ("It would seem, therefore, that the vesicles promote re-epithelialization of such wounds "
         "and their angiogenesis.", {"re-epithelialization+?", "angiogenesis+?"}),
        ("An increase of angiogenesis cannot be ruled out.", {"angiogenesis+?"}),
        ("The exosomes inhibited IL-6, the authors believe.", {"IL6-?"}),
        ("IL-6 showed a slight tendency to fall.", {"IL6-?"}),
        ("IL-6 tended towards a decrease.", {"IL6-?"}),
        ("A trend to reduce IL-6 was seen.", {"IL6-?"}),
        ("It cannot be excluded that the exosomes promote tumor growth.", {"tumor growth+?"}),
        ("A non-significant trend towards lower IL-6 was found.", {"IL60!"}),
        ("These results suggest that the exosomes lower IL-6.", {"IL6-"}),
    ],
)  # fmt: skip
def test_suppositions(sentence: str, expected: set[str]) -> None:
    """What is only supposed is hedged, wherever the sentence says so."""
    assert told(sentence) == expected
