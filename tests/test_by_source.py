"""Vesicles of several tissues in one study: a finding for each tissue that acts."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor


def told(text: str) -> set[tuple[str, str, str]]:
    """Source, outcome and polarity of every finding's outcomes."""
    return {
        (f.msc_source.label if f.msc_source else "", s.label, f.polarity)
        for f in Extractor().findings(readers.read_string(text))
        for s in (*f.targets, *f.effects)
    }


COMPARED = "Exosomes of BMSCs and of ADSCs were compared in rats with liver cirrhosis. "


@pytest.mark.parametrize(
    "text",
    [
        COMPARED + "Both reduced fibrosis.",
        COMPARED + "The two were equally effective against fibrosis.",
        "BMSC and ADSC exosomes reduced fibrosis in rats with liver cirrhosis.",
        "BMSC exosomes reduced fibrosis in rats with liver cirrhosis, and so did ADSC exosomes.",
        "BMSC exosomes reduced fibrosis in rats with liver cirrhosis; those of ADSCs did the same.",
    ],
)
def test_what_vesicles_of_two_tissues_did_is_told_of_each(text: str) -> None:
    found = told(text)
    assert {(source, state) for source, label, state in found if label == "liver fibrosis"} == {
        ("BM-MSC", "asserted"), ("AD-MSC", "asserted")
    }  # fmt: skip


def test_all_three_and_none() -> None:
    text = (
        "EVs of BMSCs, ADSCs and UC-MSCs were compared in rats with liver cirrhosis; all three "
        "lowered ALT, and none altered albumin."
    )
    every = ("BM-MSC", "AD-MSC", "UC-MSC")
    assert told(text) == {(s, "alanine aminotransferase", "asserted") for s in every} | {
        (s, "serum albumin", "negated") for s in every
    }


@pytest.mark.parametrize(("word", "source"), [("former", "BM-MSC"), ("latter", "AD-MSC")])
def test_one_of_two_is_named_by_its_turn(word: str, source: str) -> None:
    found = told(COMPARED + f"Both lowered ALT, but only the {word} reduced fibrosis.")
    assert {s for s, label, _ in found if label == "liver fibrosis"} == {source}


def test_vesicles_that_did_not_are_those_of_the_tissue_beside() -> None:
    found = told(
        "In rats with cirrhosis BMSC exosomes lowered ALT, whereas ADSC exosomes were ineffective."
    )
    assert ("AD-MSC", "alanine aminotransferase", "negated") in found
    assert ("BM-MSC", "alanine aminotransferase", "negated") not in found


@pytest.mark.parametrize(
    "named",
    [
        "Exosomes of ADSCs (A-Exo) and umbilical cord MSCs (U-Exo)",
        "Exosomes from ADSCs (A-Exo) or from umbilical cord MSCs (U-Exo)",
    ],
)
def test_short_names_in_a_list_share_its_head(named: str) -> None:
    text = f"{named} were given to rats with cirrhosis. A-Exo lowered ALT. U-Exo reduced fibrosis."
    assert told(text) == {
        ("AD-MSC", "alanine aminotransferase", "asserted"), ("UC-MSC", "liver fibrosis", "asserted")
    }  # fmt: skip


_THREE = (
    "Cord and marrow MSC exosomes in rats with stroke\n\nRats with stroke received saline, "
    "exosomes of cord MSCs (UC-Exo) or exosomes of bone marrow MSCs (BM-Exo). "
)


@pytest.mark.parametrize(
    ("series", "sources"),
    [
        ("Infarct volume was 38% with saline, 27% with UC-Exo and 30% with BM-Exo.",
         {"UC-MSC", "BM-MSC"}),
        ("Infarct volume decreased from 38% (saline) to 27% (UC-Exo) and 30% (BM-Exo).",
         {"UC-MSC", "BM-MSC"}),
        ("Infarct volume decreased from 38% (saline) to 27% (UC-Exo) and 36% (BM-Exo, P = 0.3).",
         {"UC-MSC"}),
    ],
)  # fmt: skip
def test_a_series_of_figures_is_told_of_each_source(series: str, sources: set[str]) -> None:
    """Each preparation that a figure is given for did it, but for one whose figure is chance."""
    found = list(Extractor().findings(readers.read_string(_THREE + series)))
    told = {f.msc_source.label for f in found if f.msc_source and f.effects}
    assert told == sources


def _sources(text: str) -> set[str]:
    found = Extractor(fast=True).findings(readers.read_string(text))
    return {f.msc_source.label for f in found if f.msc_source}


LISTS = [
    ("Exosomes of BMSCs, ADSCs and SHED", {"BM-MSC", "AD-MSC", "SHED"}),
    ("Exosomes of MSCs from bone marrow, adipose tissue and umbilical cord",
     {"BM-MSC", "AD-MSC", "UC-MSC"}),
    ("Exosomes of MSCs isolated from placenta or adipose tissue", {"P-MSC", "AD-MSC"}),
    ("Wharton's jelly- or placenta-derived MSC exosomes", {"WJ-MSC", "P-MSC"}),
    ("Gingival as well as placental MSC vesicles", {"G-MSC", "P-MSC"}),
    ("Adipose, bone marrow and umbilical cord MSC exosomes", {"BM-MSC", "AD-MSC", "UC-MSC"}),
    ("Exosomes of MSCs from bone marrow and liver grafts", {"BM-MSC"}),
]  # fmt: skip


@pytest.mark.parametrize(("named", "sources"), LISTS)
def test_tissues_in_a_list_are_each_a_source(named: str, sources: set[str]) -> None:
    assert _sources(f"{named} reduced IL-6 in mice with colitis.") == sources


RECIPIENTS = [
    ("Dental pulp stem cells incubated with BMSC exosomes expressed more DSPP.", "BM-MSC"),
    ("In the presence of UC-MSC exosomes, tendon stem cells proliferated more.", "UC-MSC"),
    ("Osteogenesis of rat BMSCs was enhanced by SHED exosomes through Akt.", "SHED"),
    ("BMSCs treated with LPS secreted exosomes that lowered IL-6 in macrophages.", "BM-MSC"),
    ("BMSCs that had taken up exosomes of ADSCs migrated faster.", "AD-MSC"),
]


@pytest.mark.parametrize(("text", "source"), RECIPIENTS)
def test_cells_that_take_up_vesicles_are_no_source(text: str, source: str) -> None:
    assert _sources(text) == {source}


def test_short_names_of_vesicles_that_begin_with_a_tissue() -> None:
    """"WJ-sEVs" are of Wharton's jelly, whose MSCs are named elsewhere, not of the cells beside."""
    text = """Vesicles of Wharton's jelly mesenchymal stem cells improve tendon stem cells

Abstract

Tendon-derived stem cells (TDSCs) fail in tendinopathy. TDSCs treated with WJ-sEVs proliferated
faster. miR-145-5p in WJ-sEVs repressed CTGF in TDSCs.
"""
    assert _sources(text) == {"WJ-MSC"}


def test_short_names_in_brackets_behind_each_tissue() -> None:
    text = """Three tissues in a rat model of colitis

Abstract

We compared exosomes of bone marrow (BM-Exo), adipose (AD-Exo) and umbilical cord (UC-Exo) MSCs.

All three lowered IL-6. BM-Exo lowered TNF, whereas AD-Exo did not.
"""
    assert _sources(text) == {"BM-MSC", "AD-MSC", "UC-MSC"}


@pytest.mark.parametrize(
    ("group", "short"),
    [("age-matched controls", "C-MSC"), ("lean donors", "L-MSC"), ("obese women", "O-MSC")],
)
def test_a_letter_for_a_group_of_donors_is_no_tissue(group: str, short: str) -> None:
    text = f"""Bone marrow stromal cells of patients

Abstract

Vesicles of mesenchymal stromal cells of {group} ({short}) were studied.
{short} vesicles lowered IL-6 in mice with colitis.
"""
    assert _sources(text) == {"BM-MSC"}


TOLD = [
    ("Urine-derived stem cells, which share much with MSCs, secrete vesicles that lowered IL-6.",
     "U-MSC"),
    ("MSCs resident in gastric carcinoma shed exosomes that lowered IL-6.", "GC-MSC"),
    ("MSCs taken from preeclamptic decidua shed exosomes that lowered IL-6.", "D-MSC"),
    ("Stem cells were compared. Vesicles from the adipose tissue of obese donors lowered IL-6.",
     "AD-MSC"),
    ("Stem cells were compared. Exosomes of the infrapatellar fat pad lowered IL-6.", "IPFP-MSC"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source"), TOLD)
def test_how_else_the_tissue_is_told(text: str, source: str) -> None:
    assert _sources(text) == {source}


@pytest.mark.parametrize("others", ["plasma", "macrophages", "mononuclear cells"])
def test_vesicles_of_else_in_the_tissue_are_not_of_mscs(others: str) -> None:
    text = f"MSC exosomes were used. Exosomes from the bone marrow {others} lowered IL-6."
    assert "BM-MSC" not in _sources(text)


APART = [
    "{}exosomes from DPSCs lowered bone loss [4], whereas those of BMSCs raised angiogenesis [5].",
    "{}bone loss was lowered by DPSC exosomes and angiogenesis was raised by those of BMSCs [4].",
    "{}DPSC-derived exosomes lowered bone loss and BMSC-derived exosomes raised angiogenesis [4].",
    "{}exosomes of DPSCs lowered bone loss and exosomes of BMSCs raised angiogenesis [4,5].",
]


@pytest.mark.parametrize("text", APART)
def test_each_tissue_has_what_its_vesicles_did_in_one_sentence(text: str) -> None:
    """Also where the second vesicles stand behind "and", or are "those" of a tissue."""
    assert told(text.format("In rats with periodontitis, ")) == {
        ("DP-MSC", "alveolar bone loss", "asserted"), ("BM-MSC", "angiogenesis", "asserted")
    }  # fmt: skip


@pytest.mark.parametrize(
    "who",
    [
        "DPSC-derived exosomes, but not BMSC-derived exosomes,",
        "DPSC-derived exosomes but not those of BMSCs",
        "Exosomes from DPSCs, but not those from BMSCs,",
        "Exosomes from DPSCs but not from BMSCs",
    ],
)
def test_but_not_those_of_another_tissue(who: str) -> None:
    """What the vesicles of one tissue did is denied of those of the other."""
    found = told(who + " improved angiogenesis in rats with periodontitis [4].")
    assert found == {("DP-MSC", "angiogenesis", "asserted"), ("BM-MSC", "angiogenesis", "negated")}


def test_but_not_the_cells() -> None:
    """Cells that did not do it are no vesicles that did not."""
    found = told("Exosomes, but not BMSCs, improved angiogenesis in rats with periodontitis [4].")
    assert {state for *_, state in found} == {"asserted"}


@pytest.mark.parametrize(
    "text",
    [
        "The former improved angiogenesis and myelination, the latter did not.",
        "BMSC-Exos improved angiogenesis and myelination, ADSC-Exos did not.",
        "The former improved angiogenesis and myelination; the latter did not.",
    ],
)
def test_what_the_second_did_not(text: str) -> None:
    """All that the first did is denied of the second, and only of it."""
    lead = "BMSC-Exos and ADSC-Exos were compared in rats with stroke. "
    assert told(lead + text) == {
        ("BM-MSC", "angiogenesis", "asserted"), ("BM-MSC", "myelination", "asserted"),
        ("AD-MSC", "angiogenesis", "negated"), ("AD-MSC", "myelination", "negated"),
    }  # fmt: skip


def test_an_arm_named_for_a_tissue_is_no_arm_of_the_other() -> None:
    """One finding a tissue, though one figure stands behind each short name."""
    text = (
        "We compared exosomes of placental (P-Exo) and Wharton's jelly (WJ-Exo) MSCs in mice with "
        "colitis. P-Exo lowered TNF-α by 40% and WJ-Exo by 38%. IL-10 rose after WJ-Exo."
    )
    found = list(Extractor().findings(readers.read_string(text)))
    assert sorted(len(f.targets) for f in found) == [1, 2]


def test_what_others_are_compared_with_did_not_act() -> None:
    """Of two sources the one behind the comma acts."""
    lead = "BMSC-EVs and ADSC-EVs were compared in rats with stroke. "
    assert told(lead + "Compared with BMSC-EVs, ADSC-EVs improved angiogenesis.") == {
        ("AD-MSC", "angiogenesis", "asserted")
    }
