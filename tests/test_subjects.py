"""Whose change a sentence tells: what only says when, what a gene is, what was put right."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

GIVEN = "Exosomes of umbilical cord MSCs lowered ALT in rats with liver injury. "
_SIGNS = {"up": "+", "increase": "+", "down": "-", "decrease": "-"}
_MARKS = {"negated": "!", "hedged": "?"}


def told(sentence: str, before: str = GIVEN) -> set[str]:
    """Every outcome but ALT with its direction, "!" where it is denied and "?" where hedged."""
    return {
        f"{m.label}{_SIGNS.get(str(m.direction), '0')}{_MARKS.get(f.polarity, '')}"
        for f in Extractor().findings(readers.read_string(before + sentence))
        for m in (*f.targets, *f.effects)
        if m.label != "alanine aminotransferase"
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sensory axons grew past the lesion.", set()),
        ("Gland weight after the lesion recovered within ten days.", set()),
        ("HDAC4, a repressor of reinnervation and a target of miR-206, was lower.", {"HDAC4-"}),
        ("KEAP1, which retains NRF2 in the cytosol, was repressed by miR-31-5p.", {"KEAP1-"}),
        ("HMGB1 fell in the retina, NLRP3 with it, and apoptosis increased.",
         {"HMGB1-", "NLRP3-", "apoptosis+"}),
    ],
)  # fmt: skip
def test_what_is_no_subject_does_not_change(sentence: str, expected: set[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In PC12 cells corticosterone had halved viability, which the exosomes put right.",
         {"cell viability+"}),
        ("In hepatocytes acetaminophen had raised apoptosis, and the vesicles corrected this.",
         {"apoptosis-"}),
        ("Neurogenesis was as high as in unstressed rats.", {"neurogenesis+"}),
        ("Insulin secretion was indistinguishable from that of non-diabetic rats.",
         {"insulin secretion+"}),
        ("Body weight stayed flat in every group.", {"body weight0!"}),
        ("Scars differed neither in width nor in collagen density.", {"collagen deposition0!"}),
    ],
)  # fmt: skip
def test_what_was_put_right_or_is_like_health(sentence: str, expected: set[str]) -> None:
    assert {x.replace("hepatocyte ", "") for x in told(sentence)} == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Once miR-31-5p was sponged, the advantage in angiogenesis disappeared.",
         {"angiogenesis+"}),
        ("Antagonising miR-26a-5p made the exosomes powerless against immobility, whereas "
         "neurogenesis was still stimulated.", {"depression-like behavior-", "neurogenesis+"}),
    ],
)  # fmt: skip
def test_what_ends_with_a_clause_is_lost_alone(sentence: str, expected: set[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A second group could not reproduce the gain in neurogenesis [2].", {"neurogenesis+!"}),
        ("Another laboratory was unable to confirm the rise in autophagy [2].", {"autophagy+!"}),
        ("A later trial in rabbits confirmed the increase in autophagy [2].", {"autophagy+"}),
    ],
)  # fmt: skip
def test_what_others_could_or_could_not_repeat(sentence: str, expected: set[str]) -> None:
    before = "In rats with liver injury, UC-MSC exosomes lowered ALT [1]. "
    assert told(sentence, before) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Corneas re-epithelialised in four days instead of nine and remained clear.",
         {"re-epithelialization+", "corneal haze-"}),
        ("The corneas stayed transparent.", {"corneal haze-"}),
        ("Vessels scarcely crossed the limbus.", {"corneal neovascularization-"}),
        ("Wounds closed by day 9 rather than 14.", {"wound healing+"}),
        ("Mice took more of the sucrose and floated less.",
         {"sucrose preference+", "depression-like behavior-"}),
        ("IL-10 had gone up and collagen I down.", {"IL10+", "COL1A1-"}),
    ],
)  # fmt: skip
def test_outcomes_told_by_times_and_states(sentence: str, expected: set[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("KLF6 was silenced by miR-26a-5p, and its re-expression undid the gain in migration.",
         {"KLF6-", "cell migration+"}),
        ("Instead, inhibiting miR-93-5p in the exosomes let TXNIP rise again.", {"TXNIP-"}),
    ],
)  # fmt: skip
def test_losses_behind_a_connective_and_targets_put_back(sentence: str, expected: set[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Edema was reduced neither on day 1 nor on day 3.", {"edema-!"}),
        ("SLC7A11 was relieved of repression, and KEAP1 was freed from inhibition.",
         {"SLC7A11+", "KEAP1+"}),
        ("The glia lost their GFAP, and the nerve held more myelinated fibres.",
         {"GFAP-", "myelination+"}),
        ("Alveolar bone loss was 0.61 mm with 3D-sEV, 0.83 mm with 2D-sEV and 1.04 mm with PBS.",
         {"alveolar bone loss-"}),
        ("Exosomes made no impression on bacterial counts.", {"bacterial load0!"}),
        ("Hair did not regrow.", {"hair growth+!"}),
        ("They groomed 40% less.", {"repetitive behavior-"}),
        ("More animals were alive at day 7.", {"survival+"}),
    ],
)  # fmt: skip
def test_denied_freed_and_borne(sentence: str, expected: set[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Exosomes of macrophage-primed BM-MSCs increased bone formation in mice.",
        "Exosomes of chondrocyte-educated bone marrow MSCs increased bone formation in rats.",
    ],
)
def test_cells_primed_by_others_shed_the_vesicles(text: str) -> None:
    (f,) = Extractor().findings(readers.read_string(text))
    assert f.msc_source is not None
    assert f.msc_source.label == "BM-MSC"
    assert [e.label for e in f.effects] == ["bone formation"]


def test_studies_are_told_apart_where_few_callouts_stand_beside_outcomes() -> None:
    text = (
        "Exosomes of marrow MSCs healed mice with alopecia (Moreau et al., 2022). Apoptosis fell. "
        "CD31 rose. IL-6 fell. Exosomes of adipose MSCs pushed follicles into anagen in rats with "
        "psoriasis (Jang and Seo, 2021). β-catenin rose, and DKK1 fell."
    )
    told_of = {
        (f.msc_source.label, t.label)
        for f in Extractor().findings(readers.read_string(text))
        if f.msc_source is not None
        for t in f.targets
    }
    assert {("BM-MSC", "IL6"), ("AD-MSC", "DKK1")} <= told_of
    assert ("BM-MSC", "DKK1") not in told_of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("STAT3 phosphorylation was, paradoxically, diminished rather than enhanced.",
         {"STAT3-"}),
        ("Mice scratched half as often and slept twice as long.", {"pruritus-", "sleep+"}),
        ("They held salivary flow at its initial level.", {"salivary gland function+"}),
        ("They held the b-wave at twice the height seen with vehicle.",
         {"electroretinogram amplitude+"}),
        ("With miR-21 knocked down, RANKL was no longer lowered.", {"TNFSF11-"}),
        ("With miR-21 out of the way, apoptosis rose again.", {"apoptosis-"}),
    ],
)  # fmt: skip
def test_rejected_kept_and_gone(sentence: str, expected: set[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Infarct size was 18% rather than 31%.", {"infarct size-"}),
        ("Epidermal thickness measured 48 µm, not 91 µm.", {"epidermal thickness-"}),
        ("Creatine kinase came to a third of its former value.", {"creatine kinase-"}),
        ("Grip strength reached 88% of that of the uninjured leg (PBS: 63%).",
         {"muscle strength+"}),
        ("Auditory thresholds were 22 dB below those in rats given saline.",
         {"auditory threshold-"}),
        ("Auditory thresholds lay 22 dB lower than with saline.", {"auditory threshold-"}),
    ],
)  # fmt: skip
def test_figures_set_against_others(sentence: str, expected: set[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Blocking miR-204-5p raised fibronectin, but cells continued to keep E-cadherin.",
         {"FN1-", "CDH1+"}),
        ("Exosomes lacking miR-21 no longer lowered apoptosis, since exosomal miR-21 inhibits "
         "PDCD4.", {"apoptosis-", "PDCD4-"}),
        ("NLRP3 and CDK5 gave way, and with them pyroptosis.", {"NLRP3-", "CDK5-", "pyroptosis-"}),
    ],
)  # fmt: skip
def test_what_went_on_and_what_the_mirna_itself_does(sentence: str, expected: set[str]) -> None:
    assert told(sentence) == expected
