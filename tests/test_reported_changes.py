"""Changes that were seen in something: "a reduction was observed in X"."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

OPENS = "Exosomes of marrow MSCs were given to rats with nephritis. "


def directions(text: str) -> dict[str, tuple[str | None, str]]:
    """Direction and polarity of each target and effect."""
    found = Extractor().findings(readers.read_string(OPENS + text))
    return {s.label: (s.direction, f.polarity) for f in found for s in (*f.targets, *f.effects)}


@pytest.mark.parametrize(
    ("text", "label", "direction"),
    [
        ("A significant decrease was observed in CCL2.", "CCL2", "down"),
        ("Reductions were found for CCL2.", "CCL2", "down"),
        ("A sharp rise was also noted in nephrin.", "NPHS1", "up"),
        ("A marked decline occurred in CCL2.", "CCL2", "down"),
        ("Improvements were noted with regard to glomerular filtration.",
         "glomerular filtration rate", "increase"),
        ("The steepest fall was recorded in the level of CCL2.", "CCL2", "down"),
    ],
)  # fmt: skip
def test_what_a_change_was_seen_in_changes(text: str, label: str, direction: str) -> None:
    """The thing behind the preposition takes the direction of the noun."""
    assert directions(text) == {label: (direction, "asserted")}


def test_no_change_seen_is_denied() -> None:
    """The denial goes with it."""
    assert directions("No decrease was found in CCL2.") == {"CCL2": ("down", "negated")}


@pytest.mark.parametrize(
    "text",
    [
        "An improvement was seen in rats given exosomes.",
        "A decrease was seen in animals with nephritis.",
        "An increase was found, and CCL2 was measured.",
    ],
)
def test_whoever_has_it_is_not_what_changed(text: str) -> None:
    """Animals and what is told behind a comma are no object of the noun."""
    assert not directions(text)
