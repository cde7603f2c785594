"""Outcomes told by what vesicles do to a thing."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor


def told(text: str) -> set[tuple[str, str | None, str]]:
    """Effect, direction and polarity of every finding."""
    found = Extractor().findings(readers.read_string(text))
    return {(e.label, e.direction, f.polarity) for f in found for e in f.effects}


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("MSC exosomes closed the ulcers of rats.", ("wound healing", "increase", "asserted")),
        ("The wounds were closed by MSC exosomes.", ("wound healing", "increase", "asserted")),
        ("MSC exosomes failed to close the wounds.", ("wound healing", "increase", "negated")),
        ("MSC exosomes killed glioma cells.", ("tumor cell death", "increase", "asserted")),
        ("MSC exosomes did not kill tumor cells.", ("tumor cell death", "increase", "negated")),
        ("MSC exosomes calmed microglia.", ("microglial activation", "decrease", "asserted")),
        ("MSC exosomes remyelinated the axons of mice.", ("myelination", "increase", "asserted")),
        ("MSC exosomes relaxed the arteries.", ("vasodilation", "increase", "asserted")),
        ("MSC exosomes tipped macrophages toward M2.", ("M2 polarization", "increase", "asserted")),
    ],
)
def test_an_act_tells_an_outcome(text: str, outcome: tuple[str, str, str]) -> None:
    assert outcome in told(text)


def test_what_something_was_saved_from_is_the_outcome() -> None:
    """Not the thing itself."""
    assert told("MSC exosomes saved hair cells from apoptosis.") == {
        ("hair cell apoptosis", "decrease", "asserted")
    }


def test_a_verb_without_such_an_object_tells_nothing() -> None:
    """To close is said of wounds, not of chambers."""
    assert told("MSC exosomes were put into closed chambers.") == set()
