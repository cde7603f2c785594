"""Outcomes named for the organ of the disease, and diseases told as outcomes."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor


def effects(text: str) -> set[str]:
    found = Extractor(fast=True).findings(readers.read_string(text))
    return {e.label for f in found for e in f.effects}


@pytest.mark.parametrize(
    ("model", "effect"),
    [
        ("rats given carbon tetrachloride", "liver fibrosis"),
        ("mice with unilateral ureteral obstruction", "renal fibrosis"),
        ("bleomycin-challenged mice", "pulmonary fibrosis"),
        ("mice with silicosis", "pulmonary fibrosis"),
        ("mice with transverse aortic constriction", "cardiac fibrosis"),
        ("rats with tendinopathy", "fibrosis"),
    ],
)
def test_a_model_stands_for_the_organ_of_its_disease(model: str, effect: str) -> None:
    assert effects(f"In {model}, exosomes of BM-MSCs reduced fibrosis.") == {effect}


@pytest.mark.parametrize(
    ("words", "effect"),
    [
        ("eased LPS-induced ALI", "lung injury"),
        ("alleviated acute lung injury", "lung injury"),
        ("did not alleviate LPS-induced ALI", "lung injury"),
        ("eased EAE", "experimental autoimmune encephalomyelitis"),
        ("eased EAN", "experimental autoimmune neuritis"),
        ("alleviated multiple sclerosis", "multiple sclerosis"),
        ("alleviated renal IRI", "ischemia-reperfusion injury"),
        ("alleviated hepatic ischemia-reperfusion injury", "liver injury"),
    ],
)
def test_a_disease_as_an_outcome(words: str, effect: str) -> None:
    assert effects(f"Exosomes of BM-MSCs lowered IL-6 and {words} in mice.") == {effect}


@pytest.mark.parametrize("disease", ["preeclampsia", "premature ovarian insufficiency"])
def test_litters_tell_of_fertility(disease: str) -> None:
    assert effects(f"In mice with {disease}, BM-MSC exosomes led to larger litters.") == {
        "fertility"
    }


@pytest.mark.parametrize(
    ("words", "effect"),
    [
        ("more vessels", "angiogenesis"),
        ("fewer vessels", "angiogenesis"),
        ("more vessels per field", "microvessel density"),
        ("more CD31-positive vessels", "microvessel density"),
        ("less H3K27me3", "histone modification"),
    ],
)
def test_what_is_counted(words: str, effect: str) -> None:
    assert effects(f"Wounds of mice that were given BM-MSC exosomes had {words}.") == {effect}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BM-MSC exosomes preserved articular cartilage in rats with osteoarthritis.",
         {"cartilage degradation"}),
        ("In rats with osteoarthritis, cartilage was spared by BM-MSC exosomes.",
         {"cartilage degradation"}),
        ("BM-MSC exosomes did not preserve cartilage in rats with osteoarthritis.",
         {"cartilage degradation"}),
        ("BM-MSC exosomes converted macrophages from a pro-inflammatory to an anti-inflammatory "
         "phenotype in rats with periodontitis.", {"M1 polarization", "M2 polarization"}),
        ("BM-MSC exosomes halved the loss of intraepidermal nerve fibres in rats with diabetic "
         "neuropathy.", {"intraepidermal nerve fiber density"}),
        ("BM-MSC exosomes lowered hepatic triglyceride content in mice with steatohepatitis.",
         {"triglycerides"}),
        ("BM-MSC exosomes improved renal oxygenation in pigs with renal artery stenosis.",
         {"tissue oxygenation"}),
        ("BM-MSC exosomes protect the infarcted heart by delivering miR-24.", {"cardioprotection"}),
        ("BM-MSC exosomes did not protect the heart in rats with sepsis.", {"cardioprotection"}),
        ("BM-MSC exosomes spared granulosa cells in rats with premature ovarian insufficiency.",
         {"granulosa cell survival"}),
        ("BM-MSC exosomes lowered IL-6 and eased cisplatin nephrotoxicity.", {"renal injury"}),
        ("BM-MSC exosomes with miR-375 suppressed the progression of esophageal squamous cell "
         "carcinoma.", {"tumor progression"}),
        ("BM-MSC exosomes reduced infiltration of CD11b+ myeloid cells in mice with colitis.",
         {"immune cell infiltration"}),
        ("BM-MSC exosomes raised BV/TV of subchondral bone in rats with osteoarthritis.",
         {"subchondral bone volume"}),
    ],
)  # fmt: skip
def test_outcomes_under_the_names_that_readers_give_them(text: str, expected: set[str]) -> None:
    assert effects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In mice with colitis, BM-MSC exosomes restrained cullin neddylation.", {"neddylation"}),
        ("BM-MSC exosomes reduced ligament laxity in rats with ligament injury.",
         {"ligament laxity"}),
        ("BM-MSC exosomes did not change knee laxity in rats with ligament injury.",
         {"ligament laxity"}),
        ("Rats with myotonic dystrophy had less aberrant splicing after BM-MSC exosomes.",
         {"missplicing"}),
        ("BM-MSC exosomes improved survival of the pups in rats with preeclampsia.",
         {"neonatal survival"}),
        ("BM-MSC exosomes shrank the goitre of mice with autoimmune thyroiditis.", {"goiter"}),
        ("In rats with stroke, BM-MSC exosomes suppressed cortical spreading depolarization.",
         {"spreading depolarization"}),
    ],
)  # fmt: skip
def test_rarer_outcomes_have_a_name(text: str, expected: set[str]) -> None:
    assert effects(text) == expected


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("COMP", "COMP"),
        ("stem cell factor (SCF)", "KITLG"),
        ("phospho-S6", "RPS6"),
        ("p-ACC", "ACACA"),
        ("Mohawk", "MKX"),
        ("collagen IVα1", "COL4A1"),
    ],
)
def test_genes_under_other_names(name: str, target: str) -> None:
    text = f"BM-MSC exosomes lowered {name} in mice with colitis."
    found = Extractor(fast=True).findings(readers.read_string(text))
    assert {t.label for f in found for t in f.targets} == {target}
