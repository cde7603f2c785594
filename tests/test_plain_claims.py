"""Constructions of ordinary English that tell a result of a name that is recognised anyway."""

from __future__ import annotations

import re

import pytest

from extractor import readers
from extractor.extract import Extractor

_EXTRACTOR = Extractor(fast=True)
_LEAD = (
    "We gave exosomes of human adipose MSCs (AD-Exo), which carry miR-210, to rats with "
    "myocardial infarction. "
)
_SIGNS = {"increase": "+", "up": "+", "decrease": "-", "down": "-", "none": "0"}


def told(text: str, lead: str = _LEAD) -> set[str]:
    """Outcomes as short codes: "il6-" is IL-6 lowered, "apoptosis-!" a fall that is denied."""
    out = set()
    for f in _EXTRACTOR.findings(readers.read_string(lead + text), "plain"):
        mark = {"negated": "!", "hedged": "?"}.get(str(f.polarity), "")
        for slot in (*f.targets, *f.effects):
            name = re.sub(r"\W+", "_", slot.label.lower()).strip("_")
            out.add(name + _SIGNS[str(slot.direction)] + mark)
    return out


LAID_TO = [
    ("Angiogenesis rests on miR-210.", "angiogenesis+"),
    ("Wound healing relied mostly on miR-210.", "wound_healing+"),
    ("Cardiomyocyte survival was the work of miR-210.", "cardiomyocyte_survival+"),
    ("Angiogenesis was attributed to miR-210 and PTEN.", "angiogenesis+ pten0"),
    ("Ito et al. attributed angiogenesis in the heart, and cardiomyocyte survival, to miR-210.",
     "angiogenesis+ cardiomyocyte_survival+"),
    ("AD-Exo lowered IL-6, whereas angiogenesis depended on miR-210.", "angiogenesis+ il6-"),
    ("Angiogenesis may depend on miR-210.", ""),
    ("Whether angiogenesis rests on miR-210 is unknown.", ""),
    ("Angiogenesis is mediated by something other than miR-210.", ""),
    ("The authors did not attribute angiogenesis to miR-210.", ""),
    ("The effect of AD-Exo on apoptosis rests on miR-210.", "apoptosis-"),
    ("The effect on apoptosis is the work of miR-210.", "apoptosis-"),
    ("A miR-210 inhibitor offset the effect of AD-Exo on apoptosis.", "apoptosis-"),
    ("The effect of AD-Exo on apoptosis does not rest on miR-210.", ""),
    ("AD-Exo reduced apoptosis, an effect linked to AKT.", "apoptosis- akt0"),
]
SUBJECTS = [
    ("Exosomes of BMSCs alleviated colitis in rats.", "colitis-"),
    ("A single dose of MSC exosomes relieved atopic dermatitis in mice.", "atopic_dermatitis-"),
    ("MSC exosomes, in which miR-9 is plentiful, reduced apoptosis.", "apoptosis-"),
    ("MSC exosomes, whose main cargo is miR-9, lowered IL-6 and raised IL-10.", "il6- il10+"),
]
ABILITIES = [
    ("The ability of AD-Exo to reduce apoptosis was lost when miR-210 was silenced.",
     "apoptosis-"),
    ("The capacity of AD-Exo to promote angiogenesis was abolished by a miR-210 inhibitor.",
     "angiogenesis+"),
    ("Angiogenesis was lost without miR-210.", "angiogenesis+"),
    ("AD-Exo lacking miR-210 had no effect on apoptosis.", "apoptosis-"),
    ("Exosomes of miR-210-silenced MSCs had no significant effect on angiogenesis.",
     "angiogenesis+"),
    ("Silencing of miR-210 had no effect on apoptosis.", "apoptosis0!"),
]
INSULTS = [
    ("Hypoxia increased apoptosis, whereas AD-Exo reversed this effect.", "apoptosis-"),
    ("H2O2 increased apoptosis, but AD-Exo abolished this effect.", "apoptosis-"),
    ("Hypoxia reduced angiogenesis, an effect that AD-Exo reversed.", "angiogenesis+"),
    ("H2O2 increased apoptosis, and AD-Exo did not change this.", ""),
]
ACTIVATIONS = [
    ("STAT3 activation was blocked and PTEN was lowered.", "stat3- pten-"),
    ("Activation of STAT3 was blocked.", "stat3-"),
    ("STAT3 activation was not prevented.", "stat3-!"),
    ("AD-Exo lowered STAT3, and apoptosis fell. STAT3 activation abolished the effect on "
     "apoptosis.", "stat3- apoptosis-"),
    ("PTEN was repressed, leading to activation of AKT.", "pten- akt+"),
    ("PTEN was repressed, resulting in inhibition of AKT.", "pten- akt-"),
    ("ZEB2, a factor driving AKT activation, was repressed.", "zeb2-"),
    ("AD-Exo lowered apoptosis through inhibition of the activation of AKT.", "apoptosis- akt-"),
    ("AD-Exo lowered apoptosis via prevention of the loss of AKT.", "apoptosis- akt+"),
    ("AD-Exo lowered PTEN, accompanied by nuclear translocation of YAP.", "pten- yap1+"),
    ("AD-Exo blocked nuclear translocation of p65.", "rela-"),
    ("Apoptosis fell, with AKT more active.", "apoptosis- akt+"),
    ("Apoptosis fell, with AKT more active and caspase-3 less so.", "apoptosis- akt+ casp3-"),
    ("Apoptosis fell, with STAT3 less active.", "apoptosis- stat3-"),
    ("Apoptosis fell, with HO-1 induced.", "apoptosis- hmox1+"),
    ("AD-Exo lowered PDCD4 and, through it, IL-6.", "pdcd4- il6-"),
    ("AD-Exo raised SIRT1 and, by way of it, angiogenesis.", "sirt1+ angiogenesis+"),
    ("AD-Exo trapped VEGF through a soluble receptor.", "vegfa-"),
    ("Angiogenesis caught up.", "angiogenesis+"),
    ("PTEN is lowered and endothelial cells proliferate and migrate.",
     "pten- endothelial_cell_proliferation+ endothelial_cell_migration+"),
]
NONE = [
    ("Neither arrhythmia nor heart failure was observed.", "arrhythmia0! heart_failure0!"),
    ("No arrhythmia, apoptosis or heart failure was found.",
     "arrhythmia0! apoptosis0! heart_failure0!"),
    ("Arrhythmia and apoptosis were observed.", ""),
    ("No hepatic or renal toxicity was seen.", "toxicity0!"),
    ("IL-6 was the same with or without AD-Exo.", "il60!"),
    ("IL-6 equal with and without AD-Exo; apoptosis equal.", "il60! apoptosis0!"),
]
PARALLEL = [
    ("IL-17 fell with AD-Exo. Apoptosis behaved in parallel with IL-17.", "il17a- apoptosis-"),
    ("IL-17 fell with AD-Exo, and IL-10 rose. Apoptosis followed the same course as IL-17.",
     "il17a- il10+ apoptosis-"),
    ("IL-17 fell with AD-Exo. Apoptosis paralleled IL-17.", "il17a- apoptosis-"),
    ("IL-17 fell with AD-Exo. Bax changed in parallel; Bcl-2 behaved in the opposite way.",
     "il17a- bax- bcl2+"),
    ("Apoptosis paralleled disease severity.", ""),
    ("IL-17 did not change with AD-Exo. Apoptosis behaved in parallel.", "il17a0!"),
]
NAMED = [
    ("AD-Exo were not pro-angiogenic.", "angiogenesis+!"),
    ("AD-Exo proved neither anti-apoptotic nor toxic.", "apoptosis-!"),
    ("AD-Exo behaved as anti-inflammatory agents.", "inflammation-"),
    ("AD-Exo acted as a neuroprotective factor.", "neuroprotection+"),
    ("AD-Exo were cardioprotective and anti-apoptotic.", "cardioprotection+ apoptosis-"),
    ("AD-Exo were not neuroprotective.", "neuroprotection+!"),
    ("AD-Exo lacked anti-apoptotic activity.", "apoptosis-!"),
    ("AD-Exo with a miR-210 inhibitor were not anti-apoptotic.", "apoptosis-"),
    ("AD-Exo gave neuroprotection.", "neuroprotection+"),
    ("AD-Exo conferred no neuroprotection.", "neuroprotection+!"),
    ("AD-Exo provided no neuroprotection and did not limit apoptosis.",
     "neuroprotection+! apoptosis-!"),
    ("AD-Exo with anti-miR-210 gave no neuroprotection.", "neuroprotection+"),
    ("Neuroprotection was seen with AD-Exo.", "neuroprotection+"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*LAID_TO, *ABILITIES, *INSULTS, *ACTIVATIONS, *NONE, *PARALLEL, *NAMED],
)
def test_each_construction_tells_its_outcome(text: str, expected: str) -> None:
    assert told(text) == set(expected.split())


@pytest.mark.parametrize(("text", "expected"), SUBJECTS)
def test_what_the_subject_is_made_of_does_not_matter(text: str, expected: str) -> None:
    assert told(text, "") == set(expected.split())


@pytest.mark.parametrize(
    "sentence",
    [
        "Erectile dysfunction of the rat responds to exosomes of fat MSCs.",
        "In vesicles of bone marrow MSCs from mice with colitis, calnexin was absent.",
    ],
)
def test_what_tells_no_outcome(sentence: str) -> None:
    """That a disease responds does not say how; what vesicles must not hold shows them pure."""
    assert told(sentence) == set()
