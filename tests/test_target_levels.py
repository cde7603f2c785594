"""What became of a target that was only named: told further on in the sentence, or in the next."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor


def targets(text: str) -> dict[str, str]:
    """Label of every target to its direction."""
    found = Extractor().findings(readers.read_string(text), "msc")
    return {t.label: str(t.direction) for f in found for t in f.targets}


@pytest.mark.parametrize(
    "text",
    [
        "BMSC exosomes carry miR-34a, which binds the 3'UTR of NOTCH1 and silences it in glioma.",
        "NOTCH1 is a target of miR-34a of BMSC exosomes and was silenced in glioma cells.",
        "BMSC exosomal miR-34a recognises NOTCH1 mRNA, leading to its degradation in glioma cells.",
        "BMSC exosomal miR-34a binds to NOTCH1 mRNA, destabilising the transcript in glioma cells.",
        "BMSC exosomal miR-34a targeted NOTCH1. Its expression fell in treated glioma cells.",
        "BMSC exosomal miR-34a targeted NOTCH1. Consequently, the protein was lowered in glioma.",
    ],
)
def test_a_target_gets_the_direction_told_further_on(text: str) -> None:
    assert targets(text) == {"NOTCH1": "down"}


def test_all_targets_are_taken_up_at_once() -> None:
    text = "BMSC exosomal miR-34a bound NOTCH1 and SMAD3 and lowered both in glioma cells."
    assert targets(text) == {"NOTCH1": "down", "SMAD3": "down"}


@pytest.mark.parametrize(
    "text",
    [
        "BMSC exosomal miR-34a binds NOTCH1 in glioma cells, and when it was blocked they grew.",
        "BMSC exosomal miR-34a targeted NOTCH1. Its expression was not lowered in glioma cells.",
        "BMSC exosomal miR-34a targeted NOTCH1. Its expression rose after the antagomir.",
    ],
)
def test_what_is_told_of_something_else_gives_none(text: str) -> None:
    assert targets(text) == {"NOTCH1": "none"}


def test_what_goes_with_a_target_goes_its_way() -> None:
    text = (
        "BMSC exosomal miR-204 targets IL6R: the receptor decreased in dry eye, and with it STAT3 "
        "phosphorylation."
    )
    assert targets(text) == {"IL6R": "down", "STAT3": "down"}


@pytest.mark.parametrize(
    "text",
    [
        "BMSC exosomes carried miR-34a, whose target was said to be NOTCH1, in glioma.",
        "BMSC exosomes with miR-34a slowed growth of glioma. The target, in this case, was NOTCH1.",
        "BMSC exosomes with miR-34a slowed growth of glioma. Here the target was NOTCH1.",
        "BMSC exosomes brought miR-34a, the target of which was NOTCH1, and glioma cells died.",
        "Glioma shrank with BMSC exosomes rich in miR-34a, the target of this miRNA being NOTCH1.",
        "Glioma shrank with BMSC exosomes, the target of miR-34a being NOTCH1.",
        "In glioma, BMSC exosomes carried miR-34a, and NOTCH1 was its victim.",
    ],
)
def test_a_target_named_behind_a_verb_of_saying(text: str) -> None:
    assert targets(text) == {"NOTCH1": "none"}


@pytest.mark.parametrize(
    "told",
    ["Runx2 escaped degradation", "Runx2 evaded ubiquitination", "Runx2 eluded degradation"],
)
def test_a_protein_that_escapes_its_end_is_up(told: str) -> None:
    text = f"In mice with fracture, BMSC exosomes carried miR-34a and, as a result, {told}."
    assert targets(text) == {"RUNX2": "up"}


def test_a_bare_target_takes_the_direction_told_elsewhere_in_the_study() -> None:
    text = (
        "We studied exosomes of BMSCs in mice with sepsis. ATG7 was confirmed as a direct target "
        "of miR-210. Treatment with the exosomes reduced apoptosis, fibrosis and ATG7."
    )
    assert targets(text)["ATG7"] == "down"


def test_a_bare_target_stays_bare_where_the_study_tells_both_ways() -> None:
    text = (
        "We studied exosomes of BMSCs in mice with sepsis. The exosomes raised ATG7 in the liver. "
        "The exosomes lowered ATG7 in the lung. miR-210 targets ATG7."
    )
    assert targets(text)["ATG7"] in ("up", "down", "none")
