"""What an insult had changed and the vesicles put right."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

GIVEN = "Exosomes of umbilical cord MSCs (UC-Exo) were studied in rats with osteoarthritis. "
INSULTS = ("IL-1β", "LPS (1 µg/mL)", "The injury", "High glucose")


def told(text: str) -> set[tuple[str, str, str]]:
    """Label, direction and polarity of every outcome."""
    return {
        (x.label, str(x.direction), f.polarity)
        for f in Extractor().findings(readers.read_string(GIVEN + text), "corrected")
        for x in (*f.targets, *f.effects)
    }


@pytest.mark.parametrize("insult", INSULTS)
@pytest.mark.parametrize(
    "form",
    [
        "{0} raised MMP13. UC-Exo corrected this change.",
        "{0} raised MMP13. UC-Exo brought it back to normal.",
        "{0} raised MMP13 threefold. In cells given UC-Exo it was close to normal.",
        "{0} raised MMP13, which UC-Exo prevented.",
        "{0} raised MMP13, an effect that UC-Exo abolished.",
        "{0} raised MMP13, but not in the presence of UC-Exo.",
        "{0} increased MMP13, whereas UC-Exo restored it to normal.",
        "{0} increased MMP13. The increase was blunted by UC-Exo.",
        "With UC-Exo, {1} no longer raised MMP13.",
        "MMP13 rose after {1}; with UC-Exo it stayed low.",
        "MMP13 rose after {1}, but not when UC-Exo were added.",
        "MMP13, which had been raised by {1}, returned to normal with UC-Exo.",
    ],
)
def test_a_rise_that_was_undone_is_a_fall(form: str, insult: str) -> None:
    inside = insult[0].lower() + insult[1:] if insult.startswith(("The", "High")) else insult
    assert told(form.format(insult, inside)) == {("MMP13", "down", "asserted")}


def test_an_insult_kept_from_its_deed() -> None:
    for insult in ("IL-1β", "hypoxia", "LPS"):
        text = f"UC-Exo prevented {insult} from raising MMP13."
        assert told(text) == {("MMP13", "down", "asserted")}


def test_a_fall_that_was_undone_is_a_rise() -> None:
    assert told("LPS lowered COL2A1. UC-Exo corrected this change.") == {
        ("COL2A1", "up", "asserted")
    }
    assert told("COL2A1, which IL-1β had lowered, was normalised by UC-Exo.") == {
        ("COL2A1", "up", "asserted")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LPS raised MMP13. UC-Exo lowered apoptosis.", {("apoptosis", "decrease", "asserted")}),
        ("LPS raised MMP13, whereas UC-Exo raised IL-10.", {("IL10", "up", "asserted")}),
        ("LPS raised MMP13. UC-Exo did not prevent this.", set()),
        ("Hypoxia raised miR-210 in UC-Exo.", set()),
        ("In streptozotocin-treated rats, weekly injections lowered albuminuria.",
         {("albuminuria", "decrease", "asserted")}),
    ],
)
def test_what_an_insult_did_is_no_result(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("COL2A1 was reduced in osteoarthritis and restored by UC-Exo.", ("COL2A1", "up")),
        ("IL-6 rose after LPS and fell with UC-Exo.", ("IL6", "down")),
        ("IL-6 was raised in osteoarthritis and further raised by UC-Exo.", ("IL6", "up")),
    ],
)
def test_the_second_verb_tells_of_the_vesicles(text: str, expected: tuple[str, str]) -> None:
    assert told(text) == {(*expected, "asserted")}
