"""Single result sentences of a study, each with the targets and effects that it tells."""

from __future__ import annotations

import re

import pytest

from extractor import readers
from extractor.extract import Extractor

_EXTRACTOR = Extractor()
_LEAD = "We gave exosomes of human umbilical cord MSCs (UC-Exo) to rats with knee osteoarthritis. "
_SIGNS = {"increase": "+", "up": "+", "decrease": "-", "down": "-", "none": "0"}


def told(text: str) -> set[str]:
    """Outcomes as short codes: "il6-" is IL-6 lowered, "pain0!" pain denied a change."""
    out = set()
    for f in _EXTRACTOR.findings(readers.read_string(_LEAD + text), "results"):
        mark = {"negated": "!", "hedged": "?"}.get(str(f.polarity), "")
        for slot in (*f.targets, *f.effects):
            name = re.sub(r"\W+", "_", slot.label.lower()).strip("_")
            out.add(name + _SIGNS[str(slot.direction)] + mark)
    return out


ASIDES = [
    ("PTEN, to which miR-21 binds, was suppressed by UC-Exo.", "pten-"),
    ("PTEN, whose mRNA has a site for miR-21, was lowered in treated rats.", "pten-"),
    ("UC-Exo lowered KLF4, a gene that drives pain, and raised SIRT1.", "klf4- sirt1+"),
    ("UC-Exo suppressed KLF4, the main driver of pain.", "klf4-"),
    ("UC-Exo lowered KLF4, a protein known to cause pain, and raised SIRT1.", "klf4- sirt1+"),
]
SECOND_CLAUSES = [
    ("Along with less pain, IL-6 was lower in treated rats.", "pain- il6-"),
    ("Together with the fall in IL-6, pain abated.", "pain- il6-"),
    ("Treated rats had less pain and higher SIRT1, and KLF4 was reduced.", "pain- sirt1+ klf4-"),
    ("Pain was lower (1.2 ± 0.1 vs. 2.5 ± 0.4, p < 0.001) and SIRT1 higher (p = 0.02).",
     "pain- sirt1+"),
    ("UC-Exo: less pain, more chondrocyte proliferation, KLF4 reduced.",
     "pain- chondrocyte_proliferation+ klf4-"),
    ("Improved chondrocyte proliferation and reduced pain were found in treated rats.",
     "pain- chondrocyte_proliferation+"),
    ("Pain remained unchanged, as did IL-6.", "pain0! il60!"),
]
LOSSES_UNDONE = [
    ("UC-Exo protected against pain and loss of SIRT1.", "pain- sirt1+"),
    ("UC-Exo reversed the rise in IL-6 and the loss of SIRT1 that the insult had caused.",
     "il6- sirt1+"),
    ("Osteophyte formation progressed more slowly in treated rats.", "osteophyte_formation-"),
    ("Range of motion deteriorated less in treated rats.", "range_of_motion+"),
]
MEANS = [
    ("Pain was blunted by UC-Exo through inhibition of KLF4 and activation of SIRT1.",
     "pain- klf4- sirt1+"),
    ("Acting through suppression of PTEN, UC-Exo lowered pain.", "pain- pten-"),
    ("UC-Exo carry miR-21 and lowered pain. It was needed, since exosomes stripped of it were "
     "inert; KLF4 was suppressed.", "pain- klf4-"),
]

AFTER_COMMA = [
    ("Pain was reduced by UC-Exo, together with higher SIRT1 expression.", "pain- sirt1+"),
    ("Pain declined by suppressing KLF4 and activating SIRT1.", "pain- klf4- sirt1+"),
    ("Range of motion was enhanced in treated rats, accompanied by activation of SIRT1 and "
     "suppression of KLF4.", "range_of_motion+ sirt1+ klf4-"),
    ("UC-Exo improved range of motion at 4 weeks, reflected in lower IL-6.",
     "range_of_motion+ il6-"),
    ("UC-Exo had no effect on microglial activation while KLF4 and SIRT1 were suppressed.",
     "microglial_activation0! klf4- sirt1-"),
    ("Range of motion was restored and pain prevented while SIRT1 rose.",
     "range_of_motion+ pain- sirt1+"),
    ("Pain did not change, and a drop in IL-6 was noted.", "pain0! il6-"),
    ("UC-Exo had no effect on pain and SIRT1 protein was induced.", "pain0! sirt1+"),
    ("Treated rats showed better range of motion and IL-6 went down.", "range_of_motion+ il6-"),
]
IN_PLAIN_HAND = [
    ("UC-Exo group showed pain significantly reduced.", "pain-"),
    ("UC-Exo exerts its effect by down-regulation KLF4 expression.", "klf4-"),
    ("UC-Exo ameliorated pain may through inhibiting KLF4.", "pain- klf4-?"),
    ("UC-Exo leads to the decreased of KLF4 and increased of SIRT1.", "klf4- sirt1+"),
    ("Significant decrease of KLF4, IL-6 levels and increase of SIRT1 level was observed.",
     "klf4- il6- sirt1+"),
    ("Pain in the UC-Exo group were obvious lower than in the model group.", "pain-"),
    ("There was no statistical difference of pain between two groups.", "pain0!"),
    ("UC-Exo had not effect on pain.", "pain0!"),
    ("UC-Exo didn't change the KLF4 level.", "klf40!"),
    ("UC-Exo is conducive to chondrocyte proliferation.", "chondrocyte_proliferation+"),
    ("Pain was lower in UC-Exo group, but there was no significant difference.", "pain-!"),
    ("UC-Exo reversed the increased KLF4 and decreased SIRT1.", "klf4- sirt1+"),
    ("UC-Exo restored the decreased SIRT1 and the increased KLF4.", "klf4- sirt1+"),
]
CELLS = [
    ("RGCs survived in greater numbers in treated rats.", "retinal_ganglion_cell_survival+"),
    ("Cisplatin killed fewer neurons with UC-Exo.", "neuronal_loss-"),
    ("UC-Exo promoted angiogenesis through inhibition of KLF4 and, with it, RhoA.",
     "angiogenesis+ klf4- rhoa-"),
    ("UC-Exo curbed pain, crossed the blood-brain barrier, and raised SIRT1.", "pain- sirt1+"),
    ("UC-Exo lowered IL-6, whereas those of fibroblasts did not.", "il6-"),
    ("UC-Exo spurred angiogenesis via WNT3A, an effect not seen when WNT3A was blocked.",
     "angiogenesis+ wnt3a0"),
]
DRAWN = [
    ("Osteophytes were half the size of those in controls.", "osteophyte_formation-"),
    ("M1 macrophages gave way to M2 macrophages.", "m1_polarization- m2_polarization+"),
    ("Weight bearing became symmetric again, synovitis subsided.", "joint_inflammation-"),
    ("Significant differences were found in pain (lower) and SIRT1 (higher).", "pain- sirt1+"),
    ("Pain (-40%), KLF4 (-30%) and SIRT1 (+25%) changed significantly.", "pain- klf4- sirt1+"),
    ("Pain was highest in the PBS group and lowest in the UC-Exo group.", "pain-"),
    ("Of the four groups, the UC-Exo group had the least pain.", "pain-"),
    ("UC-Exo lowered KLF4, IL-6, and the ratio of BAX to BCL2.", "klf4- il6- bax- bcl2+"),
]
BY_CHANCE = [
    ("Pain decreased (P = 0.31).", "pain-!"),
    ("Pain decreased (P = 0.031).", "pain-"),
    ("IL-6 fell (p = 0.02) and pain decreased (n.s.).", "il6- pain-!"),
    ("Pain was slightly but not significantly lower.", "pain-!"),
    ("UC-Exo lowered IL-6; no such effect was found for pain.", "il6- pain-!"),
    ("UC-Exo lowered IL-6, but this was not the case for pain.", "il6- pain-!"),
]
SHARED = [
    ("Incidence fell from 68% to 31% and pain from 40% to 12%.", "pain-"),
    ("Spleens were smaller, plasma cells fewer and osteophytes rarer.",
     "spleen_weight- plasma_cells- osteophyte_formation-"),
    ("Pain was lowered, as were the loss of E-cadherin and the gain of vimentin.",
     "pain- cdh1+ vim-"),
    ("UC-Exo lowered macrophage infiltration around osteophytes.", "macrophage_infiltration-"),
    ("Chondrocytes no longer underwent pyroptosis.", "pyroptosis-"),
]

BESIDE = [
    ("UC-Exo had no effect on pain and the phosphorylation of STAT3 was inhibited.",
     "pain0! stat3-"),
    ("There was a reduction in pain and KLF4 was lower and SIRT1 higher.", "pain- klf4- sirt1+"),
    ("Treated rats had less pain and IL-6 did not fall.", "pain- il6-!"),
    ("The expression of KLF4, SIRT1 and IL-6 was lower.", "klf4- sirt1- il6-"),
    ("The frequency of Th17 cells went from 4.1 to 1.8% and that of Tregs from 6 to 11%.",
     "th17_cells- treg_cells+"),
    ("Cisplatin killed fewer cells and ABCG2 was induced.", "abcg2+"),
    ("Bortezomib induced less apoptosis in the presence of the exosomes, and p53 was lowered.",
     "apoptosis- tp53-"),
    ("UC-Exo lowered IL-6, kept chondrocytes alive and raised SIRT1.",
     "il6- chondrocyte_survival+ sirt1+"),
    ("UC-Exo tempered pain and let wounds close faster.", "pain- wound_healing+"),
    ("The peri-infarct astrocytes were less hypertrophic.", ""),
    ("The exosomes accelerate the growth and metastasis of osteosarcoma.",
     "tumor_growth+ metastasis+"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*DRAWN, *CELLS, *IN_PLAIN_HAND, *AFTER_COMMA, *BESIDE, *ASIDES,
     *SECOND_CLAUSES, *LOSSES_UNDONE, *MEANS, *BY_CHANCE, *SHARED],
)
def test_what_a_sentence_tells(text: str, expected: str) -> None:
    """What a gene does in general is no result; each clause tells of its own names."""
    assert told(text) == set(expected.split())
