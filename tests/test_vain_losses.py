"""Losses of a miRNA that changed nothing, and what one loss took away and left."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

DID = (
    "Exosomes of adipose MSCs lowered IL-6 and promoted angiogenesis in mice with limb ischemia. "
)
_SIGNS = {"increase": "+", "up": "+", "decrease": "-", "down": "-", "none": "0"}


def of_mirnas(text: str) -> set[str]:
    """What is told of miRNAs: their names, then the outcomes with direction; "!" if denied."""
    out = set()
    for f in Extractor().findings(readers.read_string(DID + text), "vain"):
        if f.mirnas:
            slots = sorted(s.label + _SIGNS[str(s.direction)] for s in (*f.targets, *f.effects))
            names = sorted(m.label for m in f.mirnas)
            out.add(" ".join([*names, *slots]) + ("!" if f.polarity == "negated" else ""))
    return out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("miR-210 was also detected, but its inhibition did not affect IL-6.", {"miR-210 IL60!"}),
        ("An inhibitor of miR-31 abolished angiogenesis, whereas anti-miR-210 had no effect.",
         {"miR-31 angiogenesis+", "miR-210 angiogenesis0!"}),
        ("An inhibitor of miR-31 abolished the effect on IL-6, yet angiogenesis was unaffected.",
         {"miR-31 IL6-", "miR-31 angiogenesis0!"}),
        ("Silencing of miR-31 abolished the effect on IL-6 but did not affect angiogenesis.",
         {"miR-31 IL6-", "miR-31 angiogenesis0!"}),
        ("Silencing of miR-31 abolished the effect on IL-6 without influencing angiogenesis.",
         {"miR-31 IL6-", "miR-31 angiogenesis0!"}),
    ],
)  # fmt: skip
def test_what_a_loss_left(text: str, expected: set[str]) -> None:
    """It is denied of the miRNA, and what the loss took away is the miRNA's."""
    assert of_mirnas(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The effect on angiogenesis was independent of miR-31.",
        "Angiogenesis did not depend on miR-31.",
        "Angiogenesis was not mediated by miR-31.",
    ],
)
def test_what_needs_no_mirna(text: str) -> None:
    assert of_mirnas(text) == {"miR-31 angiogenesis0!"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A mimic of miR-31 lowered IL-6 but had no effect on angiogenesis.",
         {"miR-31 IL6-", "miR-31 angiogenesis0!"}),
        ("miR-21, but not miR-31, raised tube formation.",
         {"miR-21 tube formation+", "miR-31 tube formation+!"}),
        ("miR-21 repressed PTEN, though not PDCD4.", {"miR-21 PTEN-", "miR-21 PDCD4-!"}),
    ],
)  # fmt: skip
def test_denials_of_the_mirna_that_is_the_subject(text: str, expected: set[str]) -> None:
    assert of_mirnas(text) == expected


def test_vesicles_that_lack_it_and_change_nothing_have_lost_it() -> None:
    """They are no inhibitor that was given in vain."""
    assert not any(
        t.endswith("0!") for t in of_mirnas("Exosomes lacking miR-31 shared the first property but "
                                            "had no bearing on angiogenesis.")
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Angiogenesis was unaffected by a miR-31 inhibitor.", {"miR-31 angiogenesis0!"}),
        ("The loss of miR-31 did not matter for angiogenesis.", {"miR-31 angiogenesis0!"}),
        ("No contribution of miR-31 to angiogenesis was found.", {"miR-31 angiogenesis+!"}),
        ("miR-31, though abundant, contributed nothing to angiogenesis.",
         {"miR-31 angiogenesis+!"}),
        ("Blocking miR-31 did not attenuate the benefit.", {"miR-31 IL60 angiogenesis0!"}),
        ("Inhibiting miR-31 did not alter any of these effects.", {"miR-31 IL60 angiogenesis0!"}),
    ],
)  # fmt: skip
def test_more_ways_to_change_nothing(text: str, expected: set[str]) -> None:
    assert of_mirnas(text) == expected
