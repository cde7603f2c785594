"""Topics that titles, headings and first words of sentences set for studies that name no disease,
or one that says less.
"""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

REVIEW = """{head}

{first} [1]. {second} [2].
"""
FIRST = "In rats with stroke, exosomes of BMSCs raised VEGF"

CASES: list[tuple[str, str, str, str]] = [
    # (heading, first study, second study, disease of the last finding)
    ("4. Joints and tendons", FIRST,
     "As regards tendon, exosomes of UC-MSCs raised collagen I and tenomodulin in rats",
     "tendon injury"),
    ("4. Joints and tendons", FIRST,
     "As for ligaments, exosomes of UC-MSCs raised collagen I in rats", "ligament injury"),
    ("4. Joints and tendons", FIRST,
     "With regard to cartilage, exosomes of UC-MSCs raised SOX9 in chondrocytes", ""),
    ("4. Vesicles for cutaneous repair", FIRST,
     "Exosomes of UC-MSCs protected HaCaT keratinocytes exposed to H2O2 from apoptosis",
     "skin wound"),
    ("4. Vesicles for cutaneous repair", FIRST,
     "Exosomes of UC-MSCs raised the migration of HaCaT cells in high glucose", "skin wound"),
    ("4. Vesicles for cutaneous repair", FIRST,
     "As for scarring, exosomes of UC-MSCs lowered α-SMA in fibroblasts", "scar"),
    ("4. Acute lung injury", FIRST,
     "In septic mice, exosomes of UC-MSCs lowered IL-6 in the lungs", "acute lung injury"),
    ("4. Liver fibrosis", FIRST,
     "Exosomes of UC-MSCs reached the injured liver and lowered collagen I", "liver fibrosis"),
    ("4. Diabetic wounds", FIRST,
     "LPS-primed UC-MSC exosomes pushed macrophages to M2 in streptozotocin-treated rats",
     "diabetic wound"),
    ("4. Retina", FIRST,
     "Exosomes of UC-MSCs lowered VEGF in Müller cells in high glucose", "diabetic retinopathy"),
    ("4. Ovary and testis", "In mice with premature ovarian failure, exosomes of BMSCs raised AMH",
     "In aged mice, exosomes of UC-MSCs raised the number of oocytes", "ovarian aging"),
    ("4. Reproduction", FIRST,
     "Exosomes of UC-MSCs raised VEGF in rats with an ethanol-damaged endometrium",
     "intrauterine adhesion"),
    ("4. Skeleton", FIRST, "In discs of rabbits, exosomes of UC-MSCs lowered MMP13",
     "intervertebral disc degeneration"),
    ("4. Feet", FIRST, "Exosomes of UC-MSCs raised VEGF in the ulcerated foot of diabetic rats",
     "diabetic foot"),
    ("4. Glioblastoma", FIRST, "Exosomes of UC-MSCs reached the tumour and lowered EGFR",
     "glioblastoma"),
    ("4. Epilepsy", FIRST,
     "In rats with pilocarpine-induced status epilepticus, exosomes of UC-MSCs lowered IL-6",
     "status epilepticus"),
    ("4. Grafts", FIRST,
     "In human lungs declined for transplantation, exosomes of UC-MSCs lowered IL-8",
     "lung injury"),
    ("4. Joints", FIRST,
     "Tendon has been studied less. Exosomes of UC-MSCs raised collagen I in rats",
     "tendon injury"),
    ("4. Kidney", FIRST, "After ischaemia-reperfusion, exosomes of UC-MSCs lowered IL-6 in rats",
     "renal ischemia-reperfusion injury"),
    ("4. More", "In mice with colitis, exosomes of BMSCs raised IL-10",
     "Exosomes of UC-MSCs reduced infarct size in mice after ischaemia-reperfusion",
     "myocardial ischemia-reperfusion injury"),
    ("4. Gums", FIRST, "In diabetic rats with ligatures, exosomes of UC-MSCs lowered RANKL",
     "diabetic periodontitis"),
    ("4. Transplantation", FIRST,
     "In liver transplantation, exosomes of UC-MSCs lowered ALT after reperfusion of the graft",
     "hepatic ischemia-reperfusion injury"),
    ("4. Nerves", FIRST, "Exosomes of UC-MSCs raised NGF after facial nerve transection",
     "facial nerve injury"),
    ("4. Lung fibrosis", FIRST,
     "In mice given bleomycin, exosomes of UC-MSCs lessened fibrosis", "pulmonary fibrosis"),
    ("4. Lung fibrosis", FIRST,
     "In rats that inhaled silica, exosomes of UC-MSCs lowered IL-6", "silicosis"),
    ("4. Breast cancer", FIRST,
     "Exosomes of UC-MSCs lowered the proliferation of A549 cells", "lung cancer"),
    ("4. Breast cancer", FIRST,
     "Exosomes of UC-MSCs lowered the proliferation of MCF-7 cells", "breast cancer"),
    ("4. Spine and tendon", "In rats with disc degeneration, exosomes of BMSCs raised SOX9",
     "Exosomes of UC-MSCs lowered MMP13 in rabbits", "intervertebral disc degeneration"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "first", "second", "disease"), CASES)
def test_the_topic_of_a_heading_or_phrase(head: str, first: str, second: str, disease: str) -> None:
    """A part of the body or a disease that is announced stands before what was told earlier."""
    text = REVIEW.format(head=head, first=first, second=second)
    found = Extractor(fast=True).findings(readers.read_string(text))
    last = found[-1].disease_model
    assert (last.label if last else "") == disease


def test_the_title_of_a_review() -> None:
    """Its one disease holds where no study names another, and tells what a toxin brought about."""
    text = """Exosomes of MSCs in liver fibrosis

Exosomes of tonsil MSCs repressed SMO in LX-2 cells [1]. In rats given CCl4, exosomes of BMSCs
lowered collagen I [2]. In mice with colitis, exosomes of UC-MSCs lowered IL-6 [3].
"""
    found = Extractor(fast=True).findings(readers.read_string(text))
    labels = [f.disease_model.label if f.disease_model else "" for f in found]
    assert labels == ["liver fibrosis", "liver fibrosis", "colitis"]


@pytest.mark.parametrize(
    ("title", "model", "disease"),
    [
        ("sepsis-induced acute lung injury", "Sepsis was induced by cecal ligation and puncture.",
         "acute lung injury"),
        ("septic cardiomyopathy", "Mice underwent CLP to induce sepsis.", "septic cardiomyopathy"),
        ("sepsis", "Mice underwent CLP to induce sepsis.", "sepsis"),
    ],
)  # fmt: skip
def test_what_a_disease_of_the_title_leads_to(title: str, model: str, disease: str) -> None:
    """Of "sepsis-induced lung injury" the lung injury counts, though the mice had sepsis."""
    text = f"""Exosomes of bone marrow mesenchymal stem cells attenuate {title}

Abstract

{model} Mice received exosomes of BMSCs. The exosomes improved the survival of CLP mice, and IL-6
was lower. CLP mice also had less TNF-α.
"""
    found = Extractor(fast=True).findings(readers.read_string(text))
    assert {f.disease_model.label for f in found if f.disease_model} == {disease}


def test_an_injured_organ_says_less_than_a_disease() -> None:
    """Where a document names the disease too, "kidney injury" is but a word for it."""
    text = """Vesicles of UC-MSCs in mice with bacteria in the lung

Abstract

Acute respiratory distress syndrome (ARDS) has no cure. Vesicles of UC-MSCs were given to mice with
lung injury due to E. coli. The vesicles lowered IL-6. Lung injury was milder.
TNF-α fell too. Lung injury of ARDS may thus be eased by vesicles, and ARDS with it.
"""
    found = Extractor(fast=True).findings(readers.read_string(text))
    labels = {f.disease_model.label for f in found if f.disease_model}
    assert labels == {"acute respiratory distress syndrome"}
