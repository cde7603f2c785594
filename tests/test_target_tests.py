"""Experiments on a target in which what the vesicles did is undone, or done again."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

DID = (
    "Exosomal miR-21-5p from BMSCs lowered serum creatinine in rats with acute kidney injury. "
    "PDCD4 was a direct target of miR-21-5p. "
)


@pytest.fixture(scope="module")
def engine() -> Extractor:
    """The rules alone."""
    return Extractor(fast=True)


def told(engine: Extractor, text: str) -> set[tuple[str, str | None]]:
    """Label and direction of each outcome of the asserted findings."""
    found = engine.findings(readers.read_string(text))
    return {
        (s.label, s.direction)
        for f in found if f.polarity == "asserted" for s in (*f.targets, *f.effects)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("more", "outcomes"),
    [
        ("Overexpression of PDCD4 counteracted the effects of exosomal miR-21-5p on tubular cells "
         "and increased IL-6 expression.", {("IL6", "down")}),
        ("PDCD4 overexpression abolished the anti-apoptotic effect of BMSC-Exos and restored p65 "
         "phosphorylation.", {("RELA", "down"), ("apoptosis", "decrease")}),
        ("Forced expression of PDCD4 partly reversed the decrease in IL-6 and TNF-α induced by "
         "the exosomes.", {("IL6", "down"), ("TNF", "down")}),
        ("Rescue experiments showed that PDCD4 overexpression weakened the protection and "
         "elevated Bax, while decreasing Bcl-2.", {("BAX", "down"), ("BCL2", "up")}),
        ("The inhibitory effect of exosomes on apoptosis was reversed by PDCD4 overexpression.",
         {("apoptosis", "decrease")}),
        ("Overexpression of PDCD4 cancelled the M2 shift.", {("M2 polarization", "increase")}),
    ],
)
def test_a_target_put_back_turns_the_outcomes_round(
    engine: Extractor, more: str, outcomes: set[tuple[str, str]]
) -> None:
    """The target itself is down with the miRNA present."""
    assert told(engine, DID + more) == {
        ("creatinine", "decrease"), ("PDCD4", "down"), *outcomes
    }  # fmt: skip


@pytest.mark.parametrize(
    "more",
    [
        "Knockdown of PDCD4 mimicked the effect of BMSC-Exos, decreasing apoptosis and IL-6.",
        "PDCD4 knockdown recapitulated the effects, with less apoptosis and lowered IL-6.",
        "Similar to exosome treatment, PDCD4 siRNA decreased apoptosis and IL-6.",
        "siRNA against PDCD4 had a similar effect, reducing IL-6 and apoptosis.",
        "PDCD4 silencing rescued the effect of the miR-21-5p inhibitor and reduced IL-6 and "
        "apoptosis.",
    ],
)
def test_a_target_taken_away_goes_the_way_of_the_mirna(engine: Extractor, more: str) -> None:
    """What comes of it is laid to the miRNA, and is not turned round."""
    (finding,) = engine.findings(readers.read_string(DID + more))
    assert [m.label for m in finding.mirnas] == ["miR-21-5p"]
    assert told(engine, DID + more) == {
        ("creatinine", "decrease"), ("PDCD4", "down"), ("apoptosis", "decrease"), ("IL6", "down")
    }  # fmt: skip


@pytest.mark.parametrize(
    ("more", "direction"),
    [
        ("A PDCD4 inhibitor had the same effect as the exosomes.", "down"),
        ("These effects were partially reversed by PDCD4 overexpression.", "down"),
        ("Restoration of PDCD4 abolished these changes.", "down"),
        ("The exosomes lessened the activation of PDCD4.", "down"),
        ("The effects on apoptosis were lost when PDCD4 was overexpressed.", "down"),
    ],
)
def test_the_way_of_the_target_is_told_by_the_experiment(
    engine: Extractor, more: str, direction: str
) -> None:
    """A bare "target" has no direction, an experiment that undoes the effect gives it one."""
    assert ("PDCD4", direction) in told(engine, DID + more)


def test_an_effect_on_something_alone_gives_it_no_direction(engine: Extractor) -> None:
    """Which way it had gone is not said."""
    more = "Overexpression of PDCD4 reversed the effects of the exosomes on IL-6 secretion."
    assert not {d for label, d in told(engine, DID + more) if label == "IL6" and d != "none"}


def test_a_blocked_pathway_that_nothing_was_told_of_is_no_target(engine: Extractor) -> None:
    """What its inhibitor undid is the vesicles' all the same."""
    more = "The PI3K inhibitor LY294002 reversed the exosome-induced rise in p-AKT."
    assert ("AKT", "up") in told(engine, DID + more)
    assert "PI3K" not in {label for label, _ in told(engine, DID + more)}


@pytest.mark.parametrize(
    "text",
    [
        "Exosomal miR-21 promoted angiogenesis; knock-down of PTEN did the same.",
        "Exosomal miR-21 promoted angiogenesis, as did si-PTEN.",
        "PTEN rose when miR-21 was missing from the exosomes.",
        "PTEN was de-repressed when miR-21 was absent from the exosomes.",
        "Exosomal miR-21 silenced PTEN, which restrains AKT1.",
    ],
)
def test_what_does_the_work_of_the_vesicles_is_lowered_by_them(text: str) -> None:
    document = readers.read_string("BMSC exosomes were given to rats with stroke. " + text)
    found = Extractor().findings(document, "test")
    told = {(t.label, str(t.direction)) for f in found for t in f.targets}
    assert told == {("PTEN", "down")}


@pytest.mark.parametrize(
    "text",
    [
        "Exosomal miR-21 promoted angiogenesis, an effect lost when PTEN was overexpressed.",
        "Knock-down of PTEN promoted angiogenesis just as exosomal miR-21 did.",
    ],
)
def test_what_is_said_of_the_target_leaves_the_outcome(text: str) -> None:
    document = readers.read_string("BMSC exosomes were given to rats with stroke. " + text)
    found = Extractor().findings(document, "test")
    assert {(e.label, str(e.direction)) for f in found for e in f.effects} == {
        ("angiogenesis", "increase")
    }


@pytest.mark.parametrize("brake", ["took the brake off Akt", "unleashed Akt"])
def test_a_brake_taken_off_sets_free(brake: str) -> None:
    text = f"BMSC exosomes were given to rats with stroke. Exosomal miR-21 {brake}."
    found = Extractor().findings(readers.read_string(text), "test")
    assert [(t.label, str(t.direction)) for f in found for t in f.targets] == [("AKT", "up")]
