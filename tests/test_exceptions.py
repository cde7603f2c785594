"""Names taken out of what is told of others, or put back in."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

GIVEN = "Exosomes of umbilical cord MSCs were studied in rats with stroke. "


def told(text: str) -> set[str]:
    """Symbol of every target; "not " before it where the change is denied."""
    return {
        ("not " if f.polarity == "negated" else "") + t.label
        for f in Extractor().findings(readers.read_string(GIVEN + text), "except")
        for t in f.targets
        if str(t.direction) == "down"
    }


@pytest.mark.parametrize(
    "text",
    [
        "IL-6 but not TNF-α fell with the exosomes.",
        "IL-6 but not TNF-α was lowered by the exosomes.",
        "IL-6, and not TNF-α, fell with the exosomes.",
        "IL-6 yet not TNF-α fell with the exosomes.",
        "TNF-α was not lowered by the exosomes, but IL-6 was.",
        "TNF-α did not fall with the exosomes, whereas IL-6 did.",
        "IL-6 was lowered by the exosomes; this was not so for TNF-α.",
        "IL-6 was lowered by the exosomes, which was not true of TNF-α.",
        "IL-6 was lowered by the exosomes; not so TNF-α.",
    ],
)
def test_one_of_two(text: str) -> None:
    assert told(text) == {"IL6", "not TNF"}


@pytest.mark.parametrize(
    "text",
    [
        "The exosomes lowered IL-6, not TNF-α or CCL2.",
        "The exosomes lowered IL-6 only, not TNF-α or CCL2.",
        "IL-6 fell with the exosomes, but not TNF-α or CCL2.",
        "IL-6, but neither TNF-α nor CCL2, fell with the exosomes.",
        "Neither TNF-α nor CCL2 was lowered by the exosomes, but IL-6 was.",
    ],
)
def test_one_of_three(text: str) -> None:
    assert told(text) == {"IL6", "not TNF", "not CCL2"}


def test_all_but_one() -> None:
    text = "Of IL-6, TNF-α and CCL2, all but CCL2 fell with the exosomes."
    assert told(text) == {"IL6", "TNF", "not CCL2"}


@pytest.mark.parametrize(
    "text",
    [
        "The exosomes lowered IL-6 more than TNF-α.",
        "IL-6 fell less than TNF-α with the exosomes.",
        "Not only IL-6 but also TNF-α fell with the exosomes.",
    ],
)
def test_both_went_the_same_way(text: str) -> None:
    assert told(text) == {"IL6", "TNF"}
