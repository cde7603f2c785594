"""What the disease had changed and the vesicles of a study undid."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

TITLE = "Marrow exosomes in sepsis\n\n"


def directions(text: str) -> dict[str, str | None]:
    """Direction of each target and effect of the findings."""
    found = Extractor().findings(readers.read_string(TITLE + text))
    return {s.label: s.direction for f in found for s in (*f.targets, *f.effects)}


@pytest.mark.parametrize(
    "text",
    [
        "HMGB1 was strongly induced by the injury, and this induction was prevented by exosomes of "
        "bone marrow MSCs.",
        "HMGB1 rose after cecal ligation; exosomes of bone marrow MSCs blunted this rise.",
        "HMGB1 had increased fivefold, an increase that exosomes of bone marrow MSCs halved.",
        "HMGB1 climbed in septic mice, a rise that was curbed by exosomes of bone marrow MSCs.",
        "In septic mice, HMGB1 rose sharply and occludin was lost. Exosomes of bone marrow MSCs "
        "blunted this rise.",
    ],
)
def test_a_rise_that_was_undone_is_a_fall(text: str) -> None:
    """The direction is that of the vesicles, and what else had changed is left alone."""
    assert directions(text) == {"HMGB1": "down"}


def test_a_fall_that_was_undone_is_a_rise() -> None:
    """The other way round."""
    text = "Occludin had fallen by half, a decline that exosomes of bone marrow MSCs prevented."
    assert directions(text) == {"OCLN": "up"}


@pytest.mark.parametrize(
    "text",
    [
        "Exosomes of bone marrow MSCs raised IL-10, and this increase was blocked by an antibody.",
        "Exosomes of bone marrow MSCs raised IL-10, and a miR-21 inhibitor abolished this rise.",
    ],
)
def test_what_undoes_the_vesicles_deed_confirms_it(text: str) -> None:
    """A rise that the vesicles brought about stays one."""
    assert directions(text)["IL10"] == "up"


@pytest.mark.parametrize(
    "text",
    [
        "Endotoxin raised HMGB1 and lowered occludin; exosomes of bone marrow MSCs undid these "
        "changes.",
        "Endotoxin raised HMGB1 and lowered occludin, which was reversed by exosomes of bone "
        "marrow MSCs.",
        "HMGB1 was elevated and occludin was reduced in septic mice, effects that were prevented "
        "by exosomes of bone marrow MSCs.",
        "HMGB1 rose and occludin fell after cecal ligation, but this was largely prevented by "
        "exosomes of bone marrow MSCs.",
        "Endotoxin raised HMGB1 and lowered occludin. Exosomes of bone marrow MSCs prevented this.",
        "Endotoxin raised HMGB1 and lowered occludin. Exosomes of bone marrow MSCs abolished these "
        "effects.",
        "Endotoxin raised HMGB1 and lowered occludin. These effects were reversed by exosomes of "
        "bone marrow MSCs, but not when miR-21 was inhibited.",
    ],
)
def test_all_that_a_sentence_told_may_be_undone(text: str) -> None:
    """What the first clause says of the disease is turned round by the second."""
    assert directions(text) == {"HMGB1": "down", "OCLN": "up"}


def test_what_vesicles_did_is_not_turned_round_by_a_blocker() -> None:
    """An effect of the vesicles that something else undoes stays theirs."""
    text = "Exosomes of bone marrow MSCs raised occludin, which was abolished by an antibody."
    assert directions(text) == {"OCLN": "up"}


@pytest.mark.parametrize(
    "text",
    [
        "Exosomes of bone marrow MSCs prevented the endotoxin-induced increase in HMGB1.",
        "Exosomes of bone marrow MSCs attenuated LPS-induced increases in HMGB1.",
        "The LPS-induced increase in HMGB1 was abolished by exosomes of bone marrow MSCs.",
    ],
)
def test_what_was_induced_is_a_noun(text: str) -> None:
    """A word behind "LPS-induced" is no verb."""
    assert directions(text) == {"HMGB1": "down"}


def test_oxidative_stress_may_be_an_outcome() -> None:
    """It opens a sentence as what fell, or as what harmed the cells."""
    fell = "Exosomes of bone marrow MSCs were given. Oxidative stress was reduced by half."
    harms = "Exosomes of bone marrow MSCs were given. Oxidative stress lowered occludin."
    assert directions(fell) == {"oxidative stress": "decrease"}
    assert directions(harms) == {}


def test_what_a_loss_undoes_is_the_vesicles_own() -> None:
    """"These effects" are those of the vesicles where the sentence tells only of a loss."""
    text = (
        "Endotoxin raised HMGB1. Exosomes of bone marrow MSCs raised occludin. These effects were "
        "abolished when miR-21 was inhibited."
    )
    assert directions(text) == {"OCLN": "up"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exosomes of bone marrow MSCs lowered HMGB1 in serum and the number of neutrophils.",
         {"HMGB1": "down", "neutrophil infiltration": "decrease"}),
        ("Exosomes of bone marrow MSCs lowered the levels of HMGB1 in serum, the apoptosis of "
         "tubular cells and the infiltration of macrophages.",
         {"HMGB1": "down", "tubular cell apoptosis": "decrease",
          "macrophage infiltration": "decrease"}),
        ("Exosomes of bone marrow MSCs raised occludin in the gut, and the mortality was high.",
         {"OCLN": "up"}),
        ("Exosomes of bone marrow MSCs raised occludin after 4 weeks, survival by 40% as well as "
         "IL-10 (P < 0.01).", {"OCLN": "up", "survival": "increase", "IL10": "up"}),
        ("Exosomes of bone marrow MSCs lowered HMGB1 as measured by ELISA and lactate.",
         {"HMGB1": "down", "lactate": "decrease"}),
        ("Exosomes of bone marrow MSCs lowered HMGB1 in a dose-dependent manner, lactate at day 7 "
         "and mortality.", {"HMGB1": "down", "lactate": "decrease", "mortality": "decrease"}),
        ("Exosomes of bone marrow MSCs lowered HMGB1 in serum as well as phosphorylation of p65.",
         {"HMGB1": "down", "RELA": "down"}),
        ("Exosomes of bone marrow MSCs lowered lactate in serum together with HMGB1 and IL-6.",
         {"lactate": "decrease", "HMGB1": "down", "IL6": "down"}),
        ("Exosomes of bone marrow MSCs were given. As HMGB1 declined so did lactate and IL-6.",
         {"lactate": "decrease", "HMGB1": "down", "IL6": "down"}),
    ],
)  # fmt: skip
def test_a_list_goes_on_behind_a_place(text: str, expected: dict[str, str]) -> None:
    """A second object has an article of its own, or a time or an amount stands between."""
    assert directions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exosomes of bone marrow MSCs caused HMGB1, lactate and IL-6 to fall.",
         {"HMGB1": "down", "lactate": "decrease", "IL6": "down"}),
        ("Exosomes of bone marrow MSCs made occludin and ZO-1 rise.",
         {"OCLN": "up", "TJP1": "up"}),
        ("Exosomes of bone marrow MSCs caused HMGB1 and lactate to fall and occludin to recover.",
         {"HMGB1": "down", "lactate": "decrease", "OCLN": "up"}),
        ("HMGB1 was markedly lower and occludin markedly higher with exosomes of bone marrow MSCs.",
         {"HMGB1": "down", "OCLN": "up"}),
    ],
)  # fmt: skip
def test_names_are_made_to_rise_and_fall(text: str, expected: dict[str, str]) -> None:
    """The infinitive says which way each went, not the verb over it."""
    assert directions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Exosomes of bone marrow MSCs prevented the rise in HMGB1 in serum and the fall in "
        "occludin.",
        "Exosomes of bone marrow MSCs prevented the rise in HMGB1 seen in untreated mice and the "
        "fall in occludin.",
        "Exosomes of bone marrow MSCs prevented the rise in HMGB1 in untreated mice and raised "
        "occludin.",
    ],
)
def test_what_the_untreated_suffered_is_prevented(text: str) -> None:
    """What stands below the vesicles' verb is told of the untreated, and undone."""
    assert directions(text) == {"HMGB1": "down", "OCLN": "up"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exosomes of bone marrow MSCs reduce apoptosis through PTEN, and fibrosis through SMAD3.",
         {"PTEN": None, "apoptosis": "decrease", "SMAD3": None, "fibrosis": "decrease"}),
        ("Exosomes of bone marrow MSCs slow the growth of glioma and sensitize it to temozolomide.",
         {"tumor growth": "decrease", "drug sensitivity": "increase"}),
    ],
)  # fmt: skip
def test_objects_behind_their_means(text: str, expected: dict[str, str | None]) -> None:
    """A second object has means of its own, and a second verb its own direction."""
    assert {k: v if v != "none" else None for k, v in directions(text).items()} == expected
