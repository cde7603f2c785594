"""Outcomes told by a bare verb, as what came of the vesicles."""

from __future__ import annotations

import pytest

from extractor.extract import Extractor
from extractor.readers import read_string

TOLD = [
    ("With exosomes of BMSCs, chondrocytes both proliferated and migrated.",
     {("chondrocyte migration", "increase"), ("chondrocyte proliferation", "increase")}),
    ("BMSCs yielded exosomes with which chondrocytes proliferated.",
     {("chondrocyte proliferation", "increase")}),
    ("Exosomes of ADSCs carried miR-21, PTEN was lowered, and keratinocytes proliferated.",
     {("keratinocyte proliferation", "increase")}),
    ("UC-MSC exosomes delivered miR-181, Sirt1 fell and hepatocytes regenerated.",
     {("tissue regeneration", "increase")}),
    ("The ulcers healed in rabbits given BMSC exosomes.", {("wound healing", "increase")}),
    ("Wounds treated with BMSC exosomes healed.", {("wound healing", "increase")}),
    ("Cardiomyocytes exposed to MSC exosomes entered the cell cycle.",
     {("cell cycle progression", "increase")}),
    ("Colon cancer cells stopped cycling after BMSC exosomes with miR-23b.",
     {("cell cycle arrest", "increase")}),
    ("Fibroblasts given TGF did not become myofibroblasts when exosomes of BMSCs were added.",
     {("myofibroblast differentiation", "decrease")}),
    ("Fibroblasts treated with ADMSC-Exo contracted collagen gels less.",
     {("cell contraction", "decrease")}),
    ("Exosomes of BMSCs filled calvarial defects in rats.", {("bone defect closure", "increase")}),
    ("Exosomes of BMSCs woke dormant follicles.", {("folliculogenesis", "increase")}),
    ("Macrophages exported more cholesterol when given exosomes of BMSCs.",
     {("cholesterol efflux", "increase")}),
    ("BMSC exosomes brought about a lower blood pressure.", {("blood pressure", "decrease")}),
    ("BMSC exosomes induced lower creatinine.", {("creatinine", "decrease")}),
    ("BMSC exosomes increased the survival of transplanted melanocytes.",
     {("melanocyte survival", "increase")}),
    ("BMSC exosomes prolonged survival of rats.", {("survival", "increase")}),
    ("BMSC exosomes quieted the inflammasome.", {("inflammasome activation", "decrease")}),
    ("BMSC exosomes lowered permeability to dextran.", {("intestinal permeability", "decrease")}),
    ("BMSC exosomes made collagen fibres better aligned.", {("collagen maturation", "increase")}),
    ("Wounds treated with ADSC exosomes were 91% closed on day 14, versus 55% with gel alone.",
     {("wound healing", "increase")}),
    ("In mice given BMSC exosomes, infarct size averaged 21%, versus 38% after PBS.",
     {("infarct size", "decrease")}),
    ("BMSC exosomes were given to patients. Nine of 11 ulcers had healed at 6 months.",
     {("wound healing", "increase")}),
    ("BMSC exosomes were given to patients. Of the controls, nine of 11 ulcers had healed.", set()),
    ("Wounds treated with BMSC exosomes were closed with sutures, and TNF fell.", set()),
    ("Wounds healed with saline in 14 days; exosomes of BMSCs lowered TNF.", set()),
    ("Exosomes of BMSCs were isolated and cells that proliferated were counted.", set()),
    ("Monocytes differentiated in medium with M-CSF were given BMSC exosomes.", set()),
    ("Ulcers given placebo did not heal, and exosomes of BMSCs raised VEGF.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "effects"), TOLD)
def test_what_came_of_vesicles(sentence: str, effects: set[tuple[str, str]]) -> None:
    found = Extractor().findings(read_string(sentence))
    assert {(e.label, e.direction) for f in found for e in f.effects} == effects
