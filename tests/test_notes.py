"""Notes without a verb, and denials and tallies in plain words."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

GIVEN = "Exosomes of umbilical cord MSCs were studied in rats with stroke. "


def told(text: str) -> set[tuple[str, str, str]]:
    """Label, direction and polarity of every outcome."""
    return {
        (x.label, str(x.direction), f.polarity)
        for f in Extractor().findings(readers.read_string(GIVEN + text), "notes")
        for x in (*f.targets, *f.effects)
    }


def asserted(**labels: str) -> set[tuple[str, str, str]]:
    """What is told of genes, by their symbols."""
    return {(label, way, "asserted") for label, way in labels.items()}


@pytest.mark.parametrize(
    "text",
    [
        "With the exosomes: BAX down, BCL2 up.",
        "Results: BAX down and BCL2 up in exosome-treated brains.",
        "The exosomes left BAX lower and BCL2 higher.",
    ],
)
def test_a_note_tells_which_way_each_name_went(text: str) -> None:
    assert told(text) == asserted(BAX="down", BCL2="up")


def test_less_of_one_thing_is_not_less_of_those_noted_behind_it() -> None:
    text = "Less gliosis, BAX down, BCL2 up with the exosomes."
    wanted = asserted(BAX="down", BCL2="up") | {("astrocyte activation", "decrease", "asserted")}
    assert told(text) == wanted


def test_a_list_that_is_lower_too() -> None:
    text = "In the exosome group IL-6 fell, CCL2 and TNF-α lower too."
    assert told(text) == asserted(IL6="down", CCL2="down", TNF="down")


def test_two_kinds_of_cells_share_an_adjective() -> None:
    for cells in ("Microglia and astrocytes", "Astrocytes and microglia"):
        assert told(f"{cells} were less activated in rats given exosomes.") == {
            ("astrocyte activation", "decrease", "asserted"),
            ("microglial activation", "decrease", "asserted"),
        }


def test_all_of_the_treated_against_some_of_the_others() -> None:
    survived = {("survival", "increase", "asserted")}
    assert told("All rats given exosomes survived, against 60% of controls.") == survived
    assert told("All survived with the exosomes, but only half of the controls did.") == survived


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("No tumours were found in rats given the exosomes.", "tumorigenesis"),
        ("No tumours formed in rats that had received the exosomes.", "tumorigenesis"),
        ("There was no weight loss in rats given the exosomes.", "body weight"),
        ("No weight loss was seen with the exosomes.", "body weight"),
        ("There was no fibrosis in rats given the exosomes.", "fibrosis"),
    ],
)
def test_a_harm_that_never_came(text: str, label: str) -> None:
    assert told(text) == {(label, "none", "negated")}


def test_a_lesion_that_is_ameliorated_is_less() -> None:
    assert told("The exosomes ameliorated collagen deposition.") == {
        ("collagen deposition", "decrease", "asserted")
    }


def test_cargo_given_back_restores_an_effect_that_is_taken_for_known() -> None:
    text = "Loading the exosomes with miR-21 restored their effect on apoptosis."
    assert told(text) == {("apoptosis", "decrease", "asserted")}


def test_a_lack_of_the_mirna_turns_a_change_round() -> None:
    assert told("TGFBR1 rose owing to a lack of miR-21 in the exosomes.") == asserted(TGFBR1="down")
