"""Outcomes that the construction demands: no lexicon names them, or nothing came of them."""

from __future__ import annotations

import pytest

from tests.test_constructions import HEART, findings, told


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("BMSC-Exos failed to shorten the startle gap.", {"startle gap": "not decrease"}),
        ("The startle gap was not shortened by BMSC-Exos.", {"startle gap": "not decrease"}),
        ("BMSC-Exos brought no shortening of the startle gap.", {"startle gap": "not decrease"}),
        ("BMSC-Exos eased hoof warmth in the hind feet.", {"hoof warmth": "decrease"}),
        ("Hoof warmth receded after BMSC-Exos.", {"hoof warmth": "decrease"}),
        ("BMSC-Exos lowered the frequency of head bobbing.",
         {"head bobbing frequency": "decrease"}),
    ],
)  # fmt: skip
def test_a_predicate_demands_its_outcome(sentence: str, expected: dict[str, str]) -> None:
    assert told(HEART + sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "We did not raise the dose of BMSC-Exos.",
        "BMSC-Exos raised much interest.",
        "The issue can be resolved by BMSC-Exos.",
        "BMSC-Exos were freeze-dried without loss of integrity.",
        "BMSC-Exos did not improve upon saline.",
    ],
)
def test_what_is_no_outcome(sentence: str) -> None:
    assert told(HEART + sentence) == {}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("After BMSC-Exos, infarct size stayed what it had been.", {"infarct size": "not none"}),
        ("BMSC-Exos had no such influence on infarct size.", {"infarct size": "not none"}),
        ("Infarct size was the same with BMSC-Exos and with vehicle.",
         {"infarct size": "not none"}),
        ("Body weight was as in the saline group after BMSC-Exos.", {"body weight": "not none"}),
        ("Ejection fraction of rats given BMSC-Exos did not reach sham values.",
         {"ejection fraction": "not increase"}),
        ("After BMSC-Exos no nerve regeneration could be shown.",
         {"nerve regeneration": "not increase"}),
        ("BMSC-Exos had no effect on eye blinking.", {"eye blinking": "not none"}),
    ],
)  # fmt: skip
def test_what_did_not_come_about(sentence: str, expected: dict[str, str]) -> None:
    assert told(HEART + sentence) == expected


def test_what_rose_though_not_to_the_normal_level_rose() -> None:
    text = HEART + "BMSC-Exos raised ejection fraction, which did not reach sham values."
    assert told(text)["ejection fraction"] != "not increase"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("BMSC-Exos sensitised SKOV3 spheroids to cisplatin.", {"drug sensitivity": "increase"}),
        ("BMSC-Exos did not sensitize K562 cells to imatinib.",
         {"drug sensitivity": "not increase"}),
        ("BMSC-Exos rendered hepatoma lines refractory to sorafenib.",
         {"chemoresistance": "increase"}),
        ("BMSC-Exos sheltered blasts from cytarabine.", {"chemoresistance": "increase"}),
        ("With BMSC-Exos the glioma cells became indifferent to temozolomide.",
         {"chemoresistance": "increase"}),
        ("Under BMSC-Exos K562 cells grew less sensitive to imatinib.",
         {"drug sensitivity": "decrease"}),
        ("Lymphoma cells given BMSC-Exos ceased to cycle.", {"cell cycle arrest": "increase"}),
        ("BMSC-Exos put the cancer cells to sleep.", {"tumor dormancy": "increase"}),
        ("BMSC-Exos protected hair cells from cisplatin.", {"hair cell survival": "increase"}),
    ],
)  # fmt: skip
def test_answers_of_tumours_to_drugs(sentence: str, expected: dict[str, str]) -> None:
    assert told(HEART + sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("BMSC-Exos were no better than placebo for pain.", {"pain": "not decrease"}),
        ("BMSC-Exos did not outperform saline with regard to pain.", {"pain": "not decrease"}),
        ("Neither of the two groups found any influence of BMSC-Exos on infarct size.",
         {"infarct size": "not none"}),
        ("Later work could not confirm the effect of BMSC-Exos on pain.",
         {"pain": "not decrease"}),
        ("BMSC-Exos lowered IL-6; nothing was gained for pain.",
         {"IL6": "down", "pain": "not decrease"}),
        ("BMSC-Exos lowered IL-6, whereas MMP-9 was spared.", {"IL6": "down", "MMP9": "not none"}),
        ("BMSC-Exos neither raised nor lowered IL-10.", {"IL10": "not none"}),
        ("BMSC-Exos, whether of old or young donors, did not lessen fibrosis.",
         {"fibrosis": "not decrease"}),
        ("AMH, which the drug had lowered, rose after BMSC-Exos.",
         {"anti-Müllerian hormone": "increase"}),
        ("BAX fell after BMSC-Exos, and so did the ratio of MMP-9 to TIMP-1.",
         {"BAX": "down", "MMP9": "down", "TIMP1": "up"}),
        ("Brain water content returned to the sham level after BMSC-Exos.",
         {"brain edema": "decrease"}),
        ("Rats given BMSC-Exos: fibrosis less, IL-6 lower.",
         {"fibrosis": "decrease", "IL6": "down"}),
        ("BMSC-Exos left IL-6 as high as in saline rats.", {"IL6": "not none"}),
        ("Knockdown of miR-612 in the donor cells deprived BMSC-Exos of their anti-inflammatory "
         "effect.", {"inflammation": "decrease"}),
        ("Of nine rats given BMSC-Exos, six had complete wound closure.",
         {"wound healing": "increase"}),
        ("BMSC-Exos contain VEGF, as siRNA prevented the rise of microvessel density.",
         {"microvessel density": "increase"}),
    ],
)  # fmt: skip
def test_outcomes_told_in_passing(sentence: str, expected: dict[str, str]) -> None:
    assert told(HEART + sentence) == expected


def test_a_study_told_in_a_word_has_the_vesicles_of_its_paragraph() -> None:
    found = findings(
        "Vesicles for the skin\n\nIn mice with photoaging, exosomes of adipose MSCs raised "
        "collagen I [1]. Less erythema was seen in mice with atopic dermatitis [2]. In rosacea, "
        "erythema did not abate [3]. In vitiligo, erythema is raised [4]. Steroid treatment "
        "reduced erythema in psoriasis [5]."
    )
    assert [
        (f.msc_source.label, f.disease_model.label, f.polarity)
        for f in found if f.msc_source and f.disease_model
    ] == [
        ("AD-MSC", "photoaging", "asserted"),
        ("AD-MSC", "atopic dermatitis", "asserted"),
        ("AD-MSC", "rosacea", "negated"),
    ]  # fmt: skip
