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
        ("MSC exosomes have the ability in healing tissue injuries, reducing inflammation, and "
         "regulating the immune system.",
         {"tissue regeneration": "increase", "inflammation": "decrease",
          "immunomodulation": "none"}),
        ("In many reports, the reparative effect of MSC vesicles was attributed to their "
         "anti-apoptotic action.",
         {"tissue regeneration": "increase", "apoptosis": "decrease"}),
        ("AD-MSC exosomes carried miR-126 that acted as a pro-angiogenic factor by silencing "
         "SPRED1.",
         {"angiogenesis": "increase", "SPRED1": "down"}),
        ("UC-MSC exosomes held miR-146a, which served as an anti-inflammatory mediator in mice "
         "with colitis by repressing TRAF6.",
         {"inflammation": "decrease", "TRAF6": "down"}),
        ("Exosomes from UC-MSCs exert immunoregulatory effects through a rise in Treg cells.",
         {"immunomodulation": "none", "Treg cells": "increase"}),
        ("Exosomes from UC-MSCs had supportive effects on weight loss in rats.",
         {"body weight": "increase"}),
    ],
)  # fmt: skip
def test_outcomes_told_by_their_own_names(sentence: str, expected: dict[str, str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("MSC exosomes relieved psoriasis in mice by the shift of activated CD8+ T cells into "
         "regulatory T cells.",
         {"psoriasis": "decrease", "CD8+ T cells": "decrease", "Treg cells": "increase"}),
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
        ("MSC exosomes by activation of AMPK pathway, increase in SOD levels, reduce pyroptosis "
         "promote angiogenesis in mice.",
         {"AMPK signaling": "up", "SOD": "up", "pyroptosis": "decrease",
          "angiogenesis": "increase"}),
        ("Exosomes of UC-MSCs act through a rise of Treg cells and dissuasion the proliferation "
         "of NK cells.",
         {"Treg cells": "increase", "natural killer cell proliferation": "decrease"}),
        ("UC-MSC exosomes preserved the rats against acute lung injury.",
         {"lung injury": "decrease"}),
    ],
)  # fmt: skip
def test_loose_english(sentence: str, expected: dict[str, str]) -> None:
    assert told(sentence) == expected
