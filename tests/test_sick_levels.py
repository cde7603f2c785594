"""Levels told of the sick or the untreated, and that vesicles set them right."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

GIVEN = "Exosomes of umbilical cord MSCs were studied in rats with osteoarthritis. "


def told(text: str) -> set[tuple[str, str, str]]:
    """Label, direction and polarity of every outcome."""
    return {
        (x.label, str(x.direction), f.polarity)
        for f in Extractor().findings(readers.read_string(GIVEN + text), "sick")
        for x in (*f.targets, *f.effects)
    }


FORMS = [
    "{x} was {high} in untreated joints and returned to normal with the exosomes.",
    "{x} was {high} in the rats given saline, whereas with the exosomes it remained near normal.",
    "{x} {rose} in controls but recovered under the exosomes.",
    "{x} {rose} steadily in controls, but with the exosomes it stayed within the normal range.",
    "{x}, {high} after the operation, went back to baseline with exosomes.",
    "{x}, which the operation had {raised}, was back at the level of sham rats with exosomes.",
    "The exosomes corrected {x}, which the operation had {raised}.",
    "{x} was normalised by the exosomes after the operation had {raised} it.",
    "The {rise} in {x} was absent in rats given exosomes.",
    "The {rise} in {x} after the operation did not occur in joints treated with the exosomes.",
    "In untreated joints {x} was {high}; in those treated with exosomes it was normal.",
    "The operation {raised} {x}. This was not the case when the exosomes had been given.",
    "The operation {raised} {x}. With the exosomes no such {rise} occurred.",
]
UP = {"high": "high", "rose": "rose", "raised": "raised", "rise": "rise"}
DOWN = {"high": "scarce", "rose": "fell", "raised": "lowered", "rise": "fall"}


@pytest.mark.parametrize("form", FORMS)
def test_what_was_set_right_went_the_other_way(form: str) -> None:
    assert told(form.format(x="IL-6", **UP)) == {("IL6", "down", "asserted")}
    up = told(form.format(x="COL2A1", **DOWN))
    assert up == {("COL2A1", "up", "asserted")}


def test_a_list_is_set_right_as_a_whole() -> None:
    text = "IL-6 and serum TNF-α were high in controls but normalised with the exosomes."
    assert told(text) == {("IL6", "down", "asserted"), ("TNF", "down", "asserted")}


def test_what_is_told_of_the_untreated_alone_is_no_result() -> None:
    assert told("IL-6 was high in untreated joints and remained so.") == set()


def test_a_verb_before_the_name_of_a_model_takes_no_object() -> None:
    text = "KIM-1 rose after cisplatin; the exosomes prevented this."
    assert told(text) == {("HAVCR1", "down", "asserted")}


@pytest.mark.parametrize(
    "text",
    [
        "IL-6 remained high in controls and fell in joints given exosomes.",
        "IL-6 did not change in controls but fell with the exosomes.",
        "IL-6 rose to a lesser extent in joints given exosomes.",
        "IL-6 climbed more slowly in rats given exosomes.",
        "IL-6 in joints given exosomes was lower.",
        "IL-6, induced by LPS, went back to baseline with the exosomes.",
    ],
)
def test_what_is_told_of_treated_and_untreated_together(text: str) -> None:
    assert told(text) == {("IL6", "down", "asserted")}


def test_a_level_in_animals_given_vesicles_is_no_cargo() -> None:
    text = "IL-6 in joints given exosomes did not differ from that in untreated joints."
    assert told(text) == {("IL6", "none", "negated")}


@pytest.mark.parametrize(
    "text",
    [
        "No rat given exosomes developed fibrosis.",
        "Only two of ten rats given exosomes developed fibrosis.",
        "No rat given exosomes developed fibrosis, whereas all controls did.",
        "Fibrosis developed in all controls but in none of the rats given exosomes.",
        "All controls developed fibrosis, none of the rats given exosomes did.",
    ],
)
def test_a_harm_that_came_to_the_untreated_alone(text: str) -> None:
    assert told(text) == {("fibrosis", "decrease", "asserted")}


TURNED = [
    "{x} was {raised} in injured joints and was {undone} by the exosomes.",
    "{x} expression was {raised} after surgery but was {undone} upon exosome treatment.",
    "{x} was {raised} in arthritic rats and {undone} after exosome injection.",
]


@pytest.mark.parametrize("form", TURNED)
def test_a_second_verb_tells_what_the_vesicles_did(form: str) -> None:
    """The first one is of the sick."""
    text = form.format(x="PTEN", raised="upregulated", undone="reduced")
    assert told(text) == {("PTEN", "down", "asserted")}
    text = form.format(x="COL2A1", raised="lowered", undone="restored")
    assert told(text) == {("COL2A1", "up", "asserted")}


@pytest.mark.parametrize(
    "text",
    [
        "PTEN was elevated in injured joints and was not reduced by the exosomes.",
        "PTEN was elevated in injured joints and was reduced by dexamethasone.",
        "PTEN was elevated in injured joints and was reduced in healthy ones.",
    ],
)
def test_a_second_verb_of_others_or_denied_sets_nothing_right(text: str) -> None:
    assert ("PTEN", "down", "asserted") not in told(text)
