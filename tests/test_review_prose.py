"""How reviews tell results: outcomes by their own names, roles, shifts of cells, loose English."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor
from extractor.records import Finding


def findings(text: str) -> list[Finding]:
    return Extractor().findings(readers.read_string(text), "msc")


def told(text: str) -> dict[str, str]:
    """Label of every outcome to its direction."""
    return {s.label: str(s.direction) for f in findings(text) for s in (*f.targets, *f.effects)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Such vesicles of MSCs hold the power of lowering pyroptosis, regenerating injured tissue "
         "and regulating immune system.",
         {"tissue regeneration": "increase", "pyroptosis": "decrease",
          "immunomodulation": "none"}),
        ("In many reports, the reparative effect of MSC vesicles was attributed to their "
         "anti-apoptotic action.",
         {"tissue regeneration": "increase", "apoptosis": "decrease"}),
        ("In rats with cirrhosis, miR-29b of AD-MSC exosomes worked as an anti-fibrotic agent and "
         "repressed COL1A1.",
         {"liver fibrosis": "decrease", "COL1A1": "down"}),
        ("MiR-126 of AD-MSC exosomes functions as a pro-angiogenic molecule and represses SPRED1.",
         {"angiogenesis": "increase", "SPRED1": "down"}),
        ("UC-MSC exosomes held miR-146a, which served as an anti-inflammatory mediator in mice "
         "with colitis by repressing TRAF6.",
         {"inflammation": "decrease", "TRAF6": "down"}),
        ("Exosomes from UC-MSCs exert immunoregulatory effects through a rise in Treg cells.",
         {"immunomodulation": "none", "Treg cells": "increase"}),
        ("Vesicles of UC-MSCs had a supportive action on proteinuria and memory in rats.",
         {"proteinuria": "decrease", "memory": "increase"}),
    ],
)  # fmt: skip
def test_outcomes_told_by_their_own_names(sentence: str, expected: dict[str, str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In mice with psoriasis, MSC exosomes drove the conversion of activated CD8+ T cells into "
         "regulatory B cells.",
         {"CD8+ T cells": "decrease", "regulatory B cells": "increase"}),
        ("In mice with lupus, MSC exosomes inhibited the conversion of Treg cells into Th17 cells.",
         {"Treg cells": "increase", "Th17 cells": "decrease"}),
        ("UC-MSC exosomes lowered iNOS+ and Arg1+ macrophages in mice with colitis.",
         {"M1 polarization": "decrease", "M2 polarization": "decrease"}),
        ("UC-MSC exosomes lowered CD4+ and CD8+ T cells in mice with colitis.",
         {"CD4+ T cells": "decrease", "CD8+ T cells": "decrease"}),
        ("BM-MSC exosomes eased lung fibrosis by altering the phenotype of alveolar macrophages.",
         {"pulmonary fibrosis": "decrease", "macrophage polarization": "none"}),
        ("BM-MSC exosomes raised tube formation by HUVECs as well as T cell suppression.",
         {"tube formation": "increase", "T cell activation": "decrease"}),
    ],
)  # fmt: skip
def test_kinds_of_cells(sentence: str, expected: dict[str, str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In mice, UC-MSC vesicles attenuate pyroptosis improve lung function.",
         {"pyroptosis": "decrease", "lung function": "increase"}),
        ("Exosomes of UC-MSCs caused a rise of Treg cells and restraint the migration of "
         "fibroblasts.",
         {"Treg cells": "increase", "fibroblast migration": "decrease"}),
        ("UC-MSC exosomes preserved the rats against acute lung injury.",
         {"lung injury": "decrease"}),
    ],
)  # fmt: skip
def test_loose_english(sentence: str, expected: dict[str, str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("UC-MSC exosomes lowered apoptosis by blocking caspase-3 in mice with colitis.",
         {"apoptosis": "decrease", "CASP3": "down"}),
        ("UC-MSC exosomes lowered pyroptosis through silencing NLRP3 in mice with colitis.",
         {"pyroptosis": "decrease", "NLRP3": "down"}),
        ("UC-MSC exosomes were shown to markedly alleviate psoriasis in mice.",
         {"psoriasis": "decrease"}),
        ("UC-MSC exosomes were demonstrated to recover acute liver failure in mice.",
         {"acute liver failure": "decrease"}),
        ("UC-MSC exosomes improved liver function indices such as ALT and AST in pigs.",
         {"alanine aminotransferase": "decrease", "aspartate aminotransferase": "decrease"}),
        ("UC-MSC exosomes eased limb ischemia in mice through angiogenesis.",
         {"hindlimb ischemia": "decrease", "angiogenesis": "increase"}),
        ("UC-MSC exosomes aid bone repair by activating SMAD5, which leads to osteogenesis.",
         {"bone regeneration": "increase", "SMAD5": "up", "bone formation": "increase"}),
        ("MSC exosomes support the healing of aged and diseased tissue.",
         {"tissue regeneration": "increase"}),
        ("UC-MSC exosomes raised skin cell migration.", {"skin cell migration": "increase"}),
    ],
)  # fmt: skip
def test_what_the_vesicles_did(sentence: str, expected: dict[str, str]) -> None:
    assert told(sentence) == expected


def slots(text: str) -> list[tuple[str, str, list[str]]]:
    """Source, disease and effects of every finding."""
    return [
        (
            f.msc_source.label if f.msc_source else "",
            f.disease_model.label if f.disease_model else "",
            [e.label for e in f.effects],
        )
        for f in findings(text)
    ]


@pytest.mark.parametrize(
    ("text", "disease"),
    [
        ("AD-MSC exosomes dripped into the injured lungs of a mouse ARDS model lowered TNF.",
         "acute respiratory distress syndrome"),
        ("In a study of osteoporosis, AD-MSC exosomes raised mineralization when they were given "
         "to osteosarcoma cells.", "osteoporosis"),
        ("MSC exosomes lower inflammation but their role in cancer growth is debated.", ""),
    ],
)  # fmt: skip
def test_disease_that_a_study_is_about(text: str, disease: str) -> None:
    assert {d for _, d, _ in slots(text)} == {disease}


def test_example_is_of_the_disease_of_the_statement_before() -> None:
    text = (
        "BM-MSC exosomes raised memory in mice with stroke [2]. MSC exosomes were also reported to "
        "ease frostbite-induced inflammation in the skin. For example, AD-MSC exosomes lowered "
        "apoptosis [4]. UC-MSC exosomes lowered fibrosis in rats with cirrhosis [5]."
    )
    assert ("AD-MSC", "frostbite", ["apoptosis"]) in slots(text)


def test_vesicles_named_for_their_changed_cells_keep_the_source() -> None:
    text = (
        "Exosomes released from modified rat AD-MSCs overexpressing SDF1 (ExoSDF) raised tube "
        "formation [2]. BM-MSC exosomes lowered apoptosis in mice with asthma [4]. In another "
        "work, an ExoSDF-primed MSC patch reduced fibrosis in rats [5]."
    )
    assert ("AD-MSC", "asthma", ["fibrosis"]) in slots(text)


def test_cells_that_were_tried_are_the_source_of_the_vesicles() -> None:
    text = (
        "Grace et al. tried the efficacy of WJ-MSCs in patients with psoriasis and saw that "
        "apoptosis fell after the third vesicle dose [2]. In line with this, pruritus lessened "
        "once the MSC exosome therapy had begun. UC-MSC exosomes lowered fibrosis [3]."
    )
    assert slots(text)[0][:2] == ("WJ-MSC", "psoriasis")


def test_sentence_that_goes_on_behind_a_callout_is_two_studies() -> None:
    text = (
        "MSC exosomes lower fibrosis in mice with cirrhosis [3] and have anti-apoptotic effects on "
        "neurons [4]. UC-MSC exosomes raise memory [5]."
    )
    told = [e for _, _, e in slots(text)]
    assert told == [["liver fibrosis"], ["neuronal apoptosis"], ["memory"]]


def test_cells_in_culture_are_told_apart_from_the_animals() -> None:
    text = (
        "AD-MSC vesicles lowered scar size in mice with infarction [3]. Additionally, the vesicles "
        "triggered proliferation in vitro [3]. BM-MSC exosomes lowered fibrosis in rats [4]."
    )
    assert ("AD-MSC", "", ["cell proliferation"]) in slots(text)


def test_what_is_stated_twice_of_no_study_counts_once() -> None:
    text = (
        "MSC exosomes raise angiogenesis and memory. Of this we write.\n\nUC-MSC exosomes lowered "
        "fibrosis in rats [1]. AD-MSC exosomes lowered apoptosis in mice [2].\n\nTaken together, "
        "MSC exosomes raise angiogenesis and memory."
    )
    assert [e for _, _, e in slots(text)].count(["angiogenesis", "memory"]) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sperm motility, reduced by more than half in untreated rats with varicocele, was "
         "restored by BMSC exosomes.", {"sperm motility": "increase"}),
        ("Blood pressure, raised in the PBS group, was lowered by BMSC exosomes in preeclampsia.",
         {"blood pressure": "decrease"}),
        ("SOD2, which was low in the model group, rose again after BMSC exosomes in stroke.",
         {"SOD2": "up"}),
        ("TNF-α, elevated by LPS, was lowered by BMSC exosomes in mice with sepsis.",
         {"TNF": "down"}),
        ("IL-10, raised by BMSC exosomes in mice with colitis, was needed there.", {"IL10": "up"}),
    ],
)  # fmt: skip
def test_how_a_measure_stood_without_the_vesicles_is_told_aside(
    text: str, expected: dict[str, str]
) -> None:
    assert told(text) == expected
