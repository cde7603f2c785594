"""What other vesicles of a study did not do, told by taking up what was told before."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

DID = (
    "Hypoxic exosomes\n\nRats with spinal cord injury received exosomes of hypoxic bone marrow "
    "MSCs (Hyp-Exo). Hyp-Exo improved locomotor recovery and reduced apoptosis"
)
BOTH = {("locomotor function", "increase"), ("apoptosis", "decrease")}
STILL = {("locomotor function", "none"), ("apoptosis", "none")}


def negated(text: str) -> set[tuple[str, str | None]]:
    """Effects of the denied findings."""
    found = Extractor().findings(readers.read_string(text))
    assert any(f.polarity == "asserted" for f in found)
    return {(e.label, e.direction) for f in found if f.polarity == "negated" for e in f.effects}


@pytest.mark.parametrize(
    "more",
    [
        ", which normoxic exosomes failed to achieve.",
        ", something that exosomes of normoxic cells could not do.",
        ", an effect not seen with exosomes of normoxic cells.",
        ", in contrast to exosomes of normoxic cells.",
        "; exosomes of normoxic cells did neither.",
        "; exosomes of normoxic cells did nothing of the kind.",
        ". Normoxic exosomes lacked this activity.",
        ". No such effect was observed with normoxic exosomes.",
        ". Neither was achieved with exosomes of normoxic cells.",
        ". This was not the case for exosomes from normoxic cells.",
        ". With normoxic exosomes neither changed.",
    ],
)
def test_a_deed_denied_of_other_vesicles_is_a_denied_finding(more: str) -> None:
    """The outcomes told before are denied, in the direction that they had."""
    assert negated(DID + more) == BOTH


@pytest.mark.parametrize(
    "more",
    [
        ". Exosomes of normoxic MSCs were without effect.",
        ". Normoxic exosomes conferred no protection.",
        ". Exosomes of normoxic cells did not differ from PBS in either respect.",
        "; exosomes from normoxic cells were no better than saline.",
    ],
)
def test_vesicles_that_did_nothing_changed_nothing(more: str) -> None:
    """What had no effect left the outcomes unchanged."""
    assert negated(DID + more) == STILL


@pytest.mark.parametrize(
    "more",
    [
        ". Saline had no effect.",
        ". Fibroblast exosomes had no effect.",
        ". Exosomes depleted of RNA had no effect.",
        ". An inhibitor of miR-9 had no such effect.",
        ". Exosomes of normoxic cells improved locomotor recovery as well, but to a lesser degree.",
    ],
)
def test_what_is_no_other_preparation_denies_nothing(more: str) -> None:
    """Vehicles, vesicles of other cells and losses are no arm of the study."""
    assert negated(DID + more) == set()


@pytest.mark.parametrize(
    "more",
    [
        ". Exosomes of normoxic cells did none of these things.",
        ". Normoxic exosomes did neither of these.",
        "; exosomes from normoxic cells did nothing of the sort.",
        ". Exosomes of normoxic MSCs achieved none of this.",
    ],
)
def test_vesicles_that_did_none_of_it(more: str) -> None:
    """"None of these things" takes up what was told before."""
    assert negated(DID + more) == BOTH
