"""What an experimenter did to a gene product, and what vesicles hold, is no finding."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

GIVEN = (
    "BM-MSC exosomes in colitis\n\nMethods: Mice with colitis were given BM-MSC exosomes. Results: "
    "Exosomes lowered TNF-α. "
)


def told(text: str) -> set[tuple[str, str]]:
    """Label and direction of every target and effect."""
    found = Extractor().findings(readers.read_string(GIVEN + text))
    return {(s.label, str(s.direction)) for f in found for s in (*f.targets, *f.effects)}


@pytest.mark.parametrize(
    "text",
    [
        "Neutralization of TSG-6 abolished the benefit.",
        "HGF was silenced in the donor cells.",
        "We silenced ANXA1 in donor cells.",
        "AKT was blocked by LY294002.",
        "Exosomes of primed cells contained more TSG-6 than those of naive cells.",
        "Vesicles of IFN-γ-primed cells carried more IDO1 and PD-L1.",
        "Hypoxic exosomes had higher levels of VEGF and HGF.",
        "Priming raised the HSP70 content of the vesicles.",
        "Hypoxia made the vesicles richer in PEDF.",
        "Knockdown of PTEN in colonocytes reduced apoptosis.",
        "Overexpression of BNIP3L increased apoptosis.",
        "siRNA against TLR4 lowered IL-6 to a similar degree.",
        "AMPCP annulled the migration-promoting action.",
        "Angiogenesis is required for wound healing.",
        "Sequencing showed that genes related to apoptosis were enriched.",
        "CCR7+ monocytes were sorted, and fewer CCR7+ monocytes took up dye.",
    ],
)
def test_what_was_done_or_held_is_no_result(text: str) -> None:
    assert told(text) == {("TNF", "down")}


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Mice given exosomes had more VEGF in the colon.", ("VEGFA", "up")),
        ("Colons of mice treated with exosomes contained less IL-6.", ("IL6", "down")),
        ("PPARα, which was depleted by the diet, was replenished.", ("PPARA", "up")),
        ("Exosomes reversed the apoptosis-inducing effect of LPS.", ("apoptosis", "decrease")),
        ("Peritubular capillaries that had been lost were restored.",
         ("peritubular capillary density", "increase")),
        ("The exosomes silenced PTEN in epithelial cells.", ("PTEN", "down")),
        ("Suppression of IL-6 by the exosomes prevented the harmful action of macrophages.",
         ("IL6", "down")),
        ("We silenced ANXA1 in donor cells, and the anti-fibrotic action was lost.",
         ("fibrosis", "decrease")),
    ],
)  # fmt: skip
def test_what_the_vesicles_did_stays(text: str, more: tuple[str, str]) -> None:
    assert told(text) == {("TNF", "down"), more}


@pytest.mark.parametrize(
    "text",
    [
        "After MCAO, infarct volume increased.",
        "PTEN was upregulated in tumour tissue and correlated with poor survival.",
        "High expression of SOX4 predicts shorter survival.",
        "IL-17 is elevated in psoriasis and drives keratinocyte proliferation.",
        "Conditioned medium lowered IL-6.",
        "The PI3K inhibitor LY294002 increased apoptosis.",
        "Control mice developed severe fibrosis.",
        "Compared with sham, the model group had increased IL-6.",
        "Current drugs reduce symptoms.",
        "There are concerns that exosomes might promote tumor growth.",
    ],
)
def test_injuries_cohorts_and_others_are_no_result(text: str) -> None:
    assert told(text) == {("TNF", "down")}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The effect was lost when keratinocyte growth factor mRNA was knocked down.", set()),
        ("The benefit disappeared once TSG-6 was silenced.", set()),
        ("miR-126 rose in the exosomes owing to HIF-1α activation in the donors.", set()),
        ("Primed cells shed exosomes with higher CD73.", set()),
        ("Ulcers healed under the exosomes, with higher VEGF.", {"VEGFA"}),
        ("miR-25 of the exosomes targeted FASL and PTEN and reduced their protein levels.",
         {"FASLG", "PTEN"}),
    ],
)  # fmt: skip
def test_what_was_done_to_donors_or_carried(sentence: str, expected: set[str]) -> None:
    text = "Exosomes of umbilical cord MSCs lowered ALT in mice with hepatitis. " + sentence
    found = Extractor().findings(readers.read_string(text))
    assert {t.label for f in found for t in f.targets} == expected


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("The reduction of lactate by Exo was absent with the miR-30e inhibitor.", "decrease"),
        ("The fall in lactate by Exo was lost with Exo-inh.", "decrease"),
        ("The reduction in lactate was not seen when miR-30e was inhibited.", "decrease"),
        ("The rise in lactate after Exo disappeared with the miR-30e inhibitor.", "increase"),
        ("The reduction of lactate was weaker with Exo-inh.", "decrease"),
    ],
)
def test_a_change_that_is_no_more_without_the_mirna(text: str, sign: str) -> None:
    """A noun of change said to be absent with robbed vesicles tells what the miRNA does."""
    lead = (
        "Exosomes of cord MSCs (Exo) or of cord MSCs given a miR-30e inhibitor (Exo-inh) were "
        "given to mice with sepsis. "
    )
    found = Extractor().findings(readers.read_string(lead + text), "msc")
    assert {
        (tuple(m.label for m in f.mirnas), e.direction) for f in found for e in f.effects
    } == {(("miR-30e",), sign)}
