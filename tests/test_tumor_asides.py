"""Tumours that a study of another disease tries on the side."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

_HEART = (
    "Vesicles of amniotic MSCs protect the heart from doxorubicin\n\nIn mice with "
    "doxorubicin-induced cardiomyopathy, AMSC-EVs improved ejection fraction and reduced cardiac "
    "fibrosis. Serum troponin fell and cardiomyocyte apoptosis decreased. "
)
_BONE = (
    "BMSC exosomes restore bone\n\nIn ovariectomised rats with osteoporosis, BMSC exosomes "
    "increased bone mineral density and RUNX2. TRAP-positive osteoclasts were fewer. "
    "Trabecular number rose. "
)
_BRAIN = (
    "Adipose MSC exosomes protect against amyloid\n\nIn APP/PS1 mice with Alzheimer's disease, "
    "ADSC exosomes improved memory and lowered the plaque load. Microglial TNF-α was reduced. "
)
_TUMOR = (
    "BMSC exosomes drive glioblastoma\n\nBMSC exosomes raised VEGF in U87 glioblastoma cells. "
    "Invasion increased. Migration rose. "
)


@pytest.mark.parametrize(
    ("text", "diseases"),
    [
        (_HEART + "Killing of MDA-MB-231 breast cancer cells by doxorubicin was unaffected by "
         "AMSC-EVs.", {"cardiomyopathy", "breast cancer"}),
        (_HEART + "In mice bearing CT26 tumours, AMSC-EVs did not blunt the antitumour efficacy "
         "of doxorubicin.", {"cardiomyopathy", "colorectal cancer"}),
        (_BONE + "The exosomes did not promote the proliferation of RPMI-8226 myeloma cells.",
         {"osteoporosis", "multiple myeloma"}),
        (_BONE + "Growth of FaDu tumours was not promoted by BMSC exosomes.",
         {"osteoporosis", "head and neck squamous cell carcinoma"}),
        # tumour lines that stand for healthy cells
        (_BRAIN + "In SH-SY5Y neuroblastoma cells exposed to Aβ1-42, the exosomes reduced "
         "apoptosis.", {"Alzheimer's disease"}),
        # tumours that are the disease of the study
        (_TUMOR + "Growth of U87 xenografts was faster with BMSC exosomes.", {"glioblastoma"}),
    ],
)  # fmt: skip
def test_a_tumor_on_the_side_has_findings_of_its_own(text: str, diseases: set[str]) -> None:
    """What is told of a tumour's treatment is no result on the disease of the study."""
    found = Extractor(fast=True).findings(readers.read_string(text))
    assert {f.disease_model.label for f in found if f.disease_model} == diseases


_KIDNEY = (
    "Vesicles of placental MSCs spare the tubule\n\nPlacental MSC vesicles (P-EVs) were given to "
    "mice together with cisplatin. Creatinine was lower and tubular apoptosis was less frequent "
    "with P-EVs. "
)


@pytest.mark.parametrize(
    ("text", "diseases"),
    [
        (_KIDNEY + "Cisplatin remained just as toxic to A549 tumour cells in the presence of the "
         "vesicles.", set()),
        (_KIDNEY + "In mice with 4T1 mammary carcinoma, P-EVs did not weaken the antineoplastic "
         "activity of cisplatin.", {"breast cancer"}),
        (_KIDNEY + "Growth of LLC tumours was not promoted by P-EVs.", {"lung cancer"}),
        (_KIDNEY + "P-EVs reduced the growth of LLC tumours and cisplatin killed them sooner.",
         {"lung cancer"}),
    ],
)  # fmt: skip
def test_a_tumor_that_was_only_made_sure_of(text: str, diseases: set[str]) -> None:
    """Where no other disease is named, what is told of a tumour spared is not the study's."""
    found = list(Extractor().findings(readers.read_string(text)))
    assert {f.disease_model.label for f in found if f.disease_model} == diseases
    kidney = [f for f in found if "creatinine" in {e.label for e in f.effects}]
    helped = "reduced the growth" in text
    assert all((f.disease_model is not None) == helped for f in kidney)
