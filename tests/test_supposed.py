"""What vesicles did is stated; that a miRNA stands behind it may be only supposed."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

REVIEW = "Vesicles of stromal cells in disease\n\nMuch has been written on MSC vesicles [1,2]. "
DID = "In septic rats, exosomes of synovial MSCs lowered IgE"


def told(text: str) -> set[tuple[tuple[str, ...], str, tuple[str, ...]]]:
    """miRNAs, polarity and effects of each finding."""
    return {
        (tuple(m.label for m in f.mirnas), f.polarity, tuple(e.label for e in f.effects))
        for f in Extractor().findings(readers.read_string(text))
    }


@pytest.mark.parametrize(
    "more",
    [
        ", possibly through miR-31-5p [4].",
        ", presumably by transfer of miR-31-5p to mast cells [4].",
        "; miR-31-5p has been suggested to be the mediator [4].",
        ", and miR-31-5p is suspected to be the reason [4].",
        " [4]. It is thought that miR-31-5p is responsible [4].",
        " [4]. It may be that miR-31-5p accounts for this [4].",
    ],
)
def test_a_supposed_mirna_makes_a_hedged_finding_of_its_own(more: str) -> None:
    """The outcome stays the vesicles', and is the miRNA's in a second finding, which is hedged."""
    assert told(REVIEW + DID + more) == {
        ((), "asserted", ("IgE",)),
        (("miR-31-5p",), "hedged", ("IgE",)),
    }


@pytest.mark.parametrize(
    "more",
    [
        ", and miR-31-5p was responsible [4].",
        ", an effect that could be imitated by a miR-31-5p mimic [4].",
        " [4]. The authors proposed miR-31-5p as the mediator, since it was found to do the same "
        "[4].",
    ],
)
def test_what_is_shown_is_not_supposed(more: str) -> None:
    """Where a mimic or proof is told, nothing is hedged."""
    assert not any(polarity == "hedged" for _, polarity, _ in told(REVIEW + DID + more))


def test_what_was_taken_away_is_not_supposed() -> None:
    """A study that silenced the miRNA supposes nothing of it."""
    lost = " [4]. This was lost when miR-31-5p was silenced in the donors, and miR-31-5p might be "
    assert told(REVIEW + DID + lost + "the reason [4].") == {(("miR-31-5p",), "asserted", ("IgE",))}


@pytest.mark.parametrize(
    "more",
    [
        ". miR-31-5p may contribute to this.",
        "; miR-31-5p might be responsible, but this was not tested.",
        ". It is conceivable that miR-31-5p accounts for it.",
        ". Delivery of miR-31-5p was proposed as the mechanism.",
    ],
)
def test_an_abstract_may_suppose_a_mirna(more: str) -> None:
    """What a study of its own only supposes is hedged too."""
    assert told("Synovial exosomes in sepsis\n\n" + DID + more) == {
        ((), "asserted", ("IgE",)),
        (("miR-31-5p",), "hedged", ("IgE",)),
    }
