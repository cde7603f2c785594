"""Who goes up and who goes down: constructions, nested signs, negation, ratios, coordination."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.components.assertions import Assertion
from extractor.extract import Extractor

State = dict[str, int]

ACTIVE: list[tuple[str, State]] = [
    ("The exosomes depleted neutrophils.", {"neutrophil infiltration": -1}),
    ("The exosomes impaired tumor growth.", {"tumor growth": -1}),
    ("The vesicles reduced apoptosis.", {"apoptosis": -1}),
    ("The exosomes upregulate SOX9.", {"SOX9": 1}),
    ("The exosomes can reduce scarring.", {"scar formation": -1}),
    ("The exosomes accelerated wound healing.", {"wound healing": 1}),
    ("The exosomes, which suppress TLR4, eased inflammation.", {"TLR4": -1, "inflammation": -1}),
    ("The exosomes alleviated acute kidney injury.", {"acute kidney injury": -1}),
    ("The exosomes increased the expression of VEGFA in endothelial cells.", {"VEGFA": 1}),
    ("The exosomes increased angiogenesis in rats with diabetic wounds.", {"angiogenesis": 1}),
    ("The exosomes contributed to angiogenesis.", {"angiogenesis": 1}),
    ("The exosomes mediate angiogenesis.", {"angiogenesis": 1}),
]
REDUCED: list[tuple[str, State]] = [
    ("The exosomes lowered IL-6 in mice kept in hyperoxia.", {"IL6": -1}),
    ("The exosomes lowered IL-6 in mice affected by colitis.", {"IL6": -1}),
    ("The exosomes reduced apoptosis in neurons damaged by glutamate.", {"neuronal apoptosis": -1}),
    ("The exosomes lowered IL-6 in chondrocytes stressed by IL-1β.", {"IL6": -1}),
    ("The exosomes lowered IL-6 in rats with raised blood pressure.", {"IL6": -1}),
    ("The exosomes abrogated the apoptosis driven by hypoxia.", {"apoptosis": -1}),
    ("Fewer macrophages entered the brain and edema was less marked.",
     {"macrophage infiltration": -1, "edema": -1}),
    ("The exosomes lowered IL-6 in mice and raised IL-10 in rats.", {"IL6": -1, "IL10": 1}),
]
PASSIVE: list[tuple[str, State]] = [
    ("Apoptosis was reduced by the exosomes.", {"apoptosis": -1}),
    ("IL-6 and TNF-α were significantly downregulated.", {"IL6": -1, "TNF": -1}),
    ("Angiogenesis was markedly enhanced in treated rats.", {"angiogenesis": 1}),
    ("Phosphorylation of p65 was inhibited.", {"RELA": -1}),
    ("NF-κB activation was blocked by the exosomes.", {"NF-κB signaling": -1}),
    ("Th17 cells in draining lymph nodes were decreased by the exosomes.", {"Th17 cells": -1}),
    ("VEGF in repairing bone was increased by the exosomes.", {"VEGFA": 1}),
]
INTRANSITIVE: list[tuple[str, State]] = [
    ("Infarct size fell after treatment.", {"infarct size": -1}),
    ("Levels of IL-10 rose in treated mice.", {"IL10": 1}),
    ("Proliferation increased and apoptosis declined.",
     {"cell proliferation": 1, "apoptosis": -1}),
    ("Cardiac function worsened.", {"cardiac function": -1}),
    ("With the exosomes came a fall in IL-6.", {"IL6": -1}),
]
NOMINAL: list[tuple[str, State]] = [
    ("The exosomes blocked IL-18 release in macrophages.", {"IL18": -1}),
    ("The exosomes led to a reduction of infarct size.", {"infarct size": -1}),
    ("The exosomes caused upregulation of VEGFA.", {"VEGFA": 1}),
    ("Treatment resulted in a decrease in oxidative stress.", {"oxidative stress": -1}),
    ("The exosomes reduced apoptosis through inhibition of PTEN.", {"apoptosis": -1, "PTEN": -1}),
    ("The exosomes reduced apoptosis by downregulating PTEN.", {"apoptosis": -1, "PTEN": -1}),
    ("miR-21 enhanced angiogenesis by suppressing PTEN.", {"angiogenesis": 1, "PTEN": -1}),
]
ATTRIBUTE: list[tuple[str, State]] = [
    ("Treated animals showed reduced fibrosis.", {"fibrosis": -1}),
    ("Treated animals had lower levels of IL-6.", {"IL6": -1}),
    ("Treated animals showed less apoptosis and more angiogenesis.",
     {"apoptosis": -1, "angiogenesis": 1}),
    ("The exosomes had anti-apoptotic effects.", {"apoptosis": -1}),
    ("Cell viability was better preserved.", {"cell viability": 1}),
]
NESTED: list[tuple[str, State]] = [
    ("The exosomes prevented the decrease in IL-10.", {"IL10": 1}),
    ("The exosomes prevented the increase in TNF-α.", {"TNF": -1}),
    ("The exosomes restored the decreased IL-10.", {"IL10": 1}),
    ("The exosomes reversed the upregulation of caspase-3.", {"CASP3": -1}),
    ("The exosomes suppressed the elevated expression of TNF-α.", {"TNF": -1}),
    ("The exosomes abrogated the inhibition of SIRT1.", {"SIRT1": 1}),
    ("The exosomes abolished the increase in apoptosis.", {"apoptosis": -1}),
    ("The exosomes attenuated the loss of neurons.", {"neuronal loss": -1}),
]
VALENCE: list[tuple[str, State]] = [
    ("The exosomes improved cardiac function.", {"cardiac function": 1}),
    ("The exosomes ameliorated inflammation.", {"inflammation": -1}),
    ("The exosomes aggravated inflammation.", {"inflammation": 1}),
    ("The exosomes worsened cardiac function.", {"cardiac function": -1}),
    ("The exosomes protected cardiomyocytes against apoptosis.", {"cardiomyocyte apoptosis": -1}),
    ("The exosomes protected cardiomyocytes.", {"cardioprotection": 1}),
]
COORDINATED: list[tuple[str, State]] = [
    ("The vesicles reduced apoptosis and fibrosis.", {"apoptosis": -1, "fibrosis": -1}),
    ("The exosomes increased VEGFA and CD31.", {"VEGFA": 1, "PECAM1": 1}),
    ("The exosomes lowered TNF-α, IL-6 and IL-1β and raised IL-10.",
     {"TNF": -1, "IL6": -1, "IL1B": -1, "IL10": 1}),
    ("Apoptosis and inflammation were reduced by the exosomes.",
     {"apoptosis": -1, "inflammation": -1}),
    ("The exosomes not only reduced apoptosis but also enhanced angiogenesis.",
     {"apoptosis": -1, "angiogenesis": 1}),
]
RATIOS: list[tuple[str, State]] = [
    ("The Bcl-2/Bax ratio was increased by the exosomes.", {"BCL2": 1, "BAX": -1}),
    ("The exosomes decreased the Bax/Bcl-2 ratio.", {"BAX": -1, "BCL2": 1}),
]
NO_DIRECTION: list[tuple[str, State]] = [
    ("miR-21 targets PTEN.", {"PTEN": 0}),
    ("PTEN is a direct target of miR-21.", {"PTEN": 0}),
    ("PTEN was identified as the target of miR-21.", {"PTEN": 0}),
    ("The exosomes worked via the TLR4 pathway.", {"TLR4 signaling": 0}),
    ("The exosomes modulated STAT3 signaling.", {"STAT3 signaling": 0}),
]
MARKS: list[tuple[str, State]] = [
    ("IL-10 ↑ and TNF-α ↓ after treatment.", {"IL10": 1, "TNF": -1}),
    ("Twofold higher levels of VEGFA were measured.", {"VEGFA": 1}),
    ("The exosomes shifted microglia towards the M2 phenotype.", {"M2 polarization": 1}),
    ("PTEN is no longer translated in the presence of the exosomes.", {"PTEN": -1}),
    ("Serum creatinine and BUN were lower in mice that received the exosomes.",
     {"creatinine": -1, "blood urea nitrogen": -1}),
]
OBLIQUE: list[tuple[str, State]] = [
    ("The exosomes blocked the nuclear translocation of NF-κB.", {"NF-κB signaling": -1}),
    ("The exosomes inhibited the activation of the NLRP3 inflammasome.", {"NLRP3": -1}),
    ("The exosomes inhibited LPS-induced apoptosis.", {"apoptosis": -1}),
    ("The exosomes alleviated the severity of colitis.", {"colitis": -1}),
    ("The exosomes rescued the cells from apoptosis.", {"apoptosis": -1}),
    ("The exosomes drive angiogenesis via VEGFA.", {"angiogenesis": 1, "VEGFA": 0}),
    ("miR-21 negatively regulates PTEN.", {"PTEN": -1}),
    ("miR-21 positively regulates SOX9.", {"SOX9": 1}),
    ("Exosome treatment decreased the expression levels of TNF-α, IL-6, and IL-1β, but increased "
     "those of IL-10.", {"TNF": -1, "IL6": -1, "IL1B": -1, "IL10": 1}),
]
CONSTRUCTIONS = {
    "marks and comparisons": MARKS,
    "oblique": OBLIQUE,
    "active": ACTIVE,
    "reduced relative": REDUCED,
    "passive": PASSIVE,
    "intransitive": INTRANSITIVE,
    "nominal": NOMINAL,
    "attribute": ATTRIBUTE,
    "nested": NESTED,
    "valence": VALENCE,
    "coordinated": COORDINATED,
    "ratio": RATIOS,
    "no direction": NO_DIRECTION,
}
CASES = [
    pytest.param(text, state, id=f"{name}: {text}")
    for name, cases in CONSTRUCTIONS.items()
    for text, state in cases
]


def assertions(text: str) -> list[Assertion]:
    rows = Extractor().sentences(readers.read_string(text))
    return [x for s in rows for x in s.assertions]


def signs(text: str) -> State:
    """Sign of every target, effect and disease that the text says something of."""
    return {
        x.found.mention.label: x.sign for x in assertions(text) if x.found.kind != "mirna"
    }


@pytest.mark.parametrize(("text", "state"), CASES)
def test_a_construction_gives_its_signs(text: str, state: State) -> None:
    """Every target and effect of the sentence has its sign, and nothing else has one."""
    assert signs(text) == state
    assert not any(x.negated for x in assertions(text))


def test_a_target_that_is_also_repressed() -> None:
    """"Targeted and repressed" says down, where "targets" alone says nothing."""
    assert signs("miR-21 directly targeted and repressed PTEN.") == {"PTEN": -1}


def test_an_axis_names_its_gene_without_direction() -> None:
    """The gene of an axis is a target with no direction."""
    assert signs("The exosomes acted through the miR-21/PTEN axis.")["PTEN"] == 0


def test_a_pathway_is_one_target() -> None:
    """A pathway named by its members is one assertion."""
    (one,) = assertions("The exosomes activated the PI3K/AKT signaling pathway.")
    assert (one.found.mention.label, one.sign) == ("PI3K/AKT signaling", 1)


def test_an_effect_takes_its_cell() -> None:
    """The cell beside a general effect is told by its label."""
    assert signs("The exosomes stimulated migration of endothelial cells.") == {
        "endothelial cell migration": 1
    }


@pytest.mark.parametrize(
    "text",
    [
        "The exosomes did not reduce apoptosis.",
        "The exosomes failed to reduce apoptosis.",
        "Apoptosis was not reduced by the exosomes.",
        "The exosomes were unable to reduce apoptosis.",
        "No reduction of apoptosis was seen.",
    ],
)
def test_what_is_denied_is_negated(text: str) -> None:
    """A denied change keeps its direction and is negated."""
    (one,) = assertions(text)
    assert (one.found.mention.label, one.sign, one.negated) == ("apoptosis", -1, True)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The exosomes had no effect on angiogenesis.", "angiogenesis"),
        ("The exosomes showed no effect on angiogenesis.", "angiogenesis"),
        ("There was no difference in angiogenesis between groups.", "angiogenesis"),
        ("Proliferation was unchanged in treated cells.", "cell proliferation"),
        ("Infarct size did not differ between groups.", "infarct size"),
    ],
)
def test_what_stays_is_unchanged(text: str, label: str) -> None:
    """No change at all is a negated assertion with no direction."""
    (one,) = assertions(text)
    assert one.found.mention.label == label
    assert (one.sign, one.negated, one.unchanged) == (0, True, True)


def test_a_denial_ends_with_its_clause() -> None:
    """What is denied of one effect is not denied of the next."""
    got = {
        x.found.mention.label: x.negated
        for x in assertions("The exosomes did not reduce apoptosis, but they lowered fibrosis.")
    }
    assert got == {"apoptosis": True, "fibrosis": False}


@pytest.mark.parametrize(
    "text",
    [
        "Apoptosis is a form of cell death.",
        "Angiogenesis and fibrosis were assessed by staining.",
        "VEGFA is a growth factor.",
        "TNF-α-treated cells were washed.",
        "Exosomes were injected into the tail vein.",
    ],
)
def test_what_states_no_change_gives_nothing(text: str) -> None:
    """Definitions, methods and names that only qualify another word assert nothing."""
    assert signs(text) == {}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The exosomes protected against liver fibrosis.", "liver fibrosis"),
        ("Inhibition of PTEN by miR-21 was seen.", "PTEN"),
    ],
)
def test_agents_and_harms_without_a_change(text: str, label: str) -> None:
    """A harm protected against, and a noun of action with its agent, are decreases."""
    assert signs(text) == {label: -1}


@pytest.mark.parametrize(
    "text",
    [
        "Neither apoptosis nor fibrosis was reduced.",
        "The exosomes reduced neither apoptosis nor fibrosis.",
    ],
)
def test_neither_denies_both(text: str) -> None:
    """"Neither … nor" denies both."""
    got = assertions(text)
    assert got
    assert all(x.negated for x in got)


@pytest.mark.parametrize(
    ("text", "label", "direction"),
    [
        ("Reduced apoptosis was observed.", "apoptosis", "decrease"),
        ("Significantly increased IL-10 levels were found.", "IL10", "up"),
        ("Moreover, enhanced angiogenesis was evident.", "angiogenesis", "increase"),
        ("Decreased serum levels of IL-6 were noted.", "IL6", "down"),
    ],
)
def test_a_participle_that_opens_what_was_seen(text: str, label: str, direction: str) -> None:
    from extractor import readers
    from extractor.extract import Extractor

    given = "BMSC exosomes were given to mice with colitis. "
    found = Extractor().findings(readers.read_string(given + text))
    assert {(x.label, str(x.direction)) for f in found for x in (*f.targets, *f.effects)} == {
        (label, direction)
    }
