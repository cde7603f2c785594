"""MiRNAs that a sentence names only to say that they were not the ones."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

DID = "We gave exosomes of adipose MSCs (AD-Exo) to mice with limb ischemia. AD-Exo lowered IL-6. "


def of_mirnas(text: str) -> set[str]:
    """The miRNAs of findings on IL-6; "!" behind those of denied ones."""
    out = set()
    for f in Extractor().findings(readers.read_string(DID + text), "apart"):
        if f.targets and f.targets[0].label == "IL6":
            name = " ".join(m.label for m in f.mirnas)
            out.add(name + ("!" if f.polarity == "negated" else ""))
    return out


@pytest.mark.parametrize(
    "text",
    [
        "Inhibiting miR-210 but not miR-31 abolished this effect.",
        "This effect was lost with an inhibitor of miR-210 but not with that of miR-31.",
        "A miR-210 antagomir, but not a miR-31 antagomir, abolished this effect.",
        "Inhibiting miR-210 abolished this effect, whereas inhibiting miR-31 did not.",
        "This was due to miR-210 rather than miR-31.",
    ],
)
def test_what_a_loss_takes_up(text: str) -> None:
    """What was told before is the one's, and it is denied of the other."""
    assert of_mirnas(text) == {"miR-210", "miR-31!"}


@pytest.mark.parametrize(
    "text",
    [
        "miR-210 but not miR-31 suppressed IL-6.",
        "It was miR-210, and not miR-31, that lowered IL-6.",
        "Not miR-31 but miR-210 accounted for the decrease in IL-6.",
        "Unlike miR-210, miR-31 did not suppress IL-6.",
    ],
)
def test_what_is_told_of_one(text: str) -> None:
    assert of_mirnas(text) >= {"miR-210", "miR-31!"}
    assert not any("miR-210" in name and "miR-31" in name for name in of_mirnas(text))


def test_lists_are_no_contrast() -> None:
    assert of_mirnas("Neither the vehicle nor PBS, but miR-210 and miR-31 lowered IL-6.") >= {
        "miR-210 miR-31"
    }
