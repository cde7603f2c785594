"""Constructions that say who did what: asides, contents, owners, losses, denied benefits."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor
from extractor.records import Finding

HEART = (
    "Vesicles for the injured heart\n\n"
    "Exosomes of bone marrow mesenchymal stem cells (BMSC-Exos) were given to rats with myocardial "
    "infarction. "
)


def findings(text: str) -> list[Finding]:
    return Extractor().findings(readers.read_string(text), "msc")


def told(text: str) -> dict[str, str]:
    """Label of every outcome to its direction, a denied one with "not"."""
    return {
        s.label: ("not " if f.polarity == "negated" else "") + str(s.direction)
        for f in findings(text)
        for s in (*f.targets, *f.effects)
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ejection fraction was 34%; BMSC-Exos raised it to 49%.",
         {"ejection fraction": "increase"}),
        ("BMSC-Exos kept IL-6 low.", {"IL6": "down"}),
        ("BMSC-Exos reduced infarct size (by TTC), apoptosis (as judged by TUNEL) and edema.",
         {"infarct size": "decrease", "apoptosis": "decrease", "edema": "decrease"}),
        ("Rats given BMSC-Exos had less apoptosis (TUNEL), edema (wet weight) and necrosis.",
         {"apoptosis": "decrease", "edema": "decrease", "necrosis": "decrease"}),
        ("Infarct size was lower with BMSC-Exos, as was fibrosis.",
         {"infarct size": "decrease", "fibrosis": "decrease"}),
        ("PTEN, a phosphatase that inactivates AKT, rose after treatment with BMSC-Exos.",
         {"PTEN": "up"}),
        ("Apoptosis, which had been raised by the injury, fell after BMSC-Exos.",
         {"apoptosis": "decrease"}),
        ("BMSC-Exos led to upregulation of its target genes VEGFA and ANGPT1.",
         {"VEGFA": "up", "ANGPT1": "up"}),
        ("Neither infarct size nor fibrosis differed between BMSC-Exos and saline.",
         {"infarct size": "not none", "fibrosis": "not none"}),
        ("BMSC-Exos did not reduce infarct size or improve ejection fraction.",
         {"infarct size": "not decrease", "ejection fraction": "not increase"}),
        ("BMSC-Exos brought no improvement of ejection fraction.",
         {"ejection fraction": "not increase"}),
        ("Ejection fraction of rats given BMSC-Exos was indistinguishable from that of sham rats.",
         {"ejection fraction": "increase"}),
    ],
)  # fmt: skip
def test_outcomes_and_their_directions(sentence: str, expected: dict[str, str]) -> None:
    assert told(HEART + sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Plasma miR-21 of the patients correlated with infarct size.",
        "They may be a strategy to overcome fibrosis.",
        "In untreated rats, fibrosis increased.",
        "IL-6 is raised in colitis, and the vesicles contain miR-146a.",
        "They could also be used to lower IL-6.",
        "GW4869 blocks exosome release.",
    ],
)
def test_what_the_vesicles_did_not_do(sentence: str) -> None:
    assert told(HEART + sentence) == {}


def test_hedges_in_the_past_tense() -> None:
    """What "seemed" or "was thought" to be is a possibility, in any tense."""
    (finding,) = findings(HEART + "BMSC-Exos seemed to reduce fibrosis.")
    assert finding.polarity == "hedged"


def test_letters_that_tell_the_state_of_cells() -> None:
    """Educated and naive cells are the same cells; "edMSC" names no endometrium."""
    found = findings(
        "Marrow cells and melanoma\n\nExosomes of bone marrow MSCs that had been educated by "
        "melanoma cells (edMSC-Exo) promoted metastasis in mice with melanoma."
    )
    assert {f.msc_source.label for f in found if f.msc_source} == {"BM-MSC"}


def test_what_the_document_defines_goes_before_the_letters() -> None:
    """"nMSC" that the document defines by a tissue is of that tissue."""
    found = findings(
        "Nerve\n\nExosomes of dental pulp MSCs (nMSCs) were studied. In rats with stroke, nMSC "
        "exosomes reduced apoptosis."
    )
    assert {f.msc_source.label for f in found if f.msc_source} == {"DP-MSC"}


def test_the_specific_source_of_a_study_goes_before_the_plain_one() -> None:
    """A title says "MSC-derived", the methods say from which tissue."""
    found = findings(
        "MSC-derived exosomes protect the newborn brain\n\nVesicles were purified by size "
        "exclusion from the conditioned medium of human bone marrow MSCs. In mice with stroke, the "
        "vesicles lowered neuronal loss."
    )
    assert [f.msc_source.label for f in found if f.msc_source] == ["BM-MSC"]


def test_cargoes_that_act_apart_part_the_findings() -> None:
    """Two proteins, each with an outcome of its own, are two findings."""
    found = findings(
        HEART + "Exosomal TSG6 lowered fibrosis in these rats [1]. Exosomal IL-10 reduced "
        "apoptosis in these rats [2]."
    )
    by_cargo = {tuple(c.label for c in f.cargo): [e.label for e in f.effects] for f in found}
    assert by_cargo == {("TNFAIP6",): ["fibrosis"], ("IL10",): ["apoptosis"]}


def test_recipients_are_no_source() -> None:
    """Endometrial stromal cells that take up the vesicles did not shed them."""
    found = findings(
        "Uterus\n\nIn rats with intrauterine adhesion, exosomes of umbilical cord MSCs promoted "
        "the proliferation of endometrial stromal cells."
    )
    assert [f.msc_source.label for f in found if f.msc_source] == ["UC-MSC"]


@pytest.mark.parametrize("mark", ["{stop}^{n}", "{stop}({n})", "{stop}{n}", " [{n}]{stop}"])
def test_callouts_in_many_dresses(mark: str) -> None:
    """A raised number is a callout however plain text writes it down."""
    lines = "\n".join(
        f"{i}. Doe J. Vesicles and hearts, part {i}. J Cell. 20{i:02}." for i in range(1, 46)
    )
    body = (
        "In rats with myocardial infarction, BMSC exosomes reduced fibrosis{} In mice with "
        "stroke, ADSC exosomes reduced apoptosis{} Others wrote on methods{} Much is open{}"
    ).format(*(mark.format(stop=".", n=n) for n in (42, 43, 44, 45)))
    found = findings(f"Heart\n\n{body}\n\nReferences\n\n{lines}\n")
    cited = [f.citations[0].reference or "" for f in found]
    assert ["part 42" in cited[0], "part 43" in cited[1]] == [True, True]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("BMSC-Exos improved liver and kidney function and reduced lung and liver injury.",
         {"liver function": "increase", "renal function": "increase", "lung injury": "decrease",
          "liver injury": "decrease"}),
        ("Fibrosis fell dose-dependently with BMSC-Exos.", {"fibrosis": "decrease"}),
        ("With BMSC-Exos fibrosis declined again.", {"fibrosis": "decrease"}),
        ("After BMSC-Exos, fibrosis declined together with the Bax/Bcl-2 ratio.",
         {"fibrosis": "decrease", "BAX": "down", "BCL2": "up"}),
        ("After BMSC-Exos, cardiac function improved along with fibrosis.",
         {"cardiac function": "increase", "fibrosis": "decrease"}),
        ("After BMSC-Exos, sections showed thinner septa and fewer neutrophils.",
         {"neutrophil infiltration": "decrease"}),
        ("After BMSC-Exos, IL-6 was more strongly reduced.", {"IL6": "down"}),
        ("After BMSC-Exos, systolic function was less impaired.",
         {"systolic function": "increase"}),
        ("After BMSC-Exos, ZO-1 was better preserved.", {"TJP1": "up"}),
        ("After BMSC-Exos, fibrosis was reduced and caspase-3 activity curtailed.",
         {"fibrosis": "decrease", "CASP3": "down"}),
        ("Levels of NLRP3, all of which had been raised by ischemia, fell with BMSC-Exos.",
         {"NLRP3": "down"}),
        ("The expression of PTEN, as well as that of TNF-α, was decreased by BMSC-Exos.",
         {"PTEN": "down", "TNF": "down"}),
        ("BMSC-Exos had no harmful effects on liver or kidney function.",
         {"liver function": "not none", "renal function": "not none"}),
    ],
)  # fmt: skip
def test_outcomes_told_together(sentence: str, expected: dict[str, str]) -> None:
    """What stands in one list or aside has the direction of the whole."""
    assert told(HEART + sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("With BMSC-Exos, apoptosis showed a marked decrease.", {"apoptosis": "decrease"}),
        ("After BMSC-Exos, the ejection fraction showed no improvement.",
         {"ejection fraction": "not increase"}),
        ("PTEN underwent downregulation after BMSC-Exos.", {"PTEN": "down"}),
        ("BMSC-Exos raised VEGFA; an anti-VEGFA antibody abolished the increase in angiogenesis.",
         {"VEGFA": "up", "angiogenesis": "increase"}),
    ],
)  # fmt: skip
def test_changes_that_a_subject_undergoes(sentence: str, expected: dict[str, str]) -> None:
    """A noun of change behind "showed" or "underwent" is told of the subject."""
    assert told(HEART + sentence) == expected


def test_silencing_a_target_is_no_loss_of_the_mirna() -> None:
    """"By silencing X, this miRNA" takes nothing from the miRNA."""
    (finding,) = findings(
        "Bone\n\nIn rats with growth plate injury, exosomes of umbilical cord MSCs carried "
        "miR-140-5p. By silencing RUNX2, this miRNA supported type II collagen production [1]."
    )
    assert {t.label: str(t.direction) for t in finding.targets} == {
        "RUNX2": "down", "COL2A1": "up"}


@pytest.mark.parametrize(
    ("text", "label"),
    [("ASC-exosomes", "AD-MSC"), ("exosomes of ASCs", "AD-MSC"), ("MSC exosomes", "MSC")],
)
def test_adipose_cells_and_the_protein_of_the_same_letters(text: str, label: str) -> None:
    """"ASC" is a source with vesicles behind it or in the plural, else the protein."""
    (finding,) = findings(f"Skin\n\nIn mice with eczema, {text} lowered the protein ASC.")
    assert finding.msc_source is not None
    assert (finding.msc_source.label, [t.label for t in finding.targets]) == (label, ["PYCARD"])


@pytest.mark.parametrize(
    ("words", "cargo"),
    [
        ("contained an abundance of catalase", ["CAT"]),
        ("were abundant in catalase", ["CAT"]),
        ("delivered BDNF, NGF and GDNF", ["BDNF", "NGF", "GDNF"]),
    ],
)
def test_what_vesicles_hold(words: str, cargo: list[str]) -> None:
    found = findings(f"Exosomes of BMSCs {words} and reduced fibrosis in rats with cirrhosis.")
    assert [c.label for f in found for c in f.cargo] == cargo


def test_the_disease_is_called_by_its_name() -> None:
    text = "In mice with colitis, exosomes of BMSCs lessened the disease."
    assert told(text) == {"colitis": "decrease"}


def test_a_pathway_goes_by_its_short_form() -> None:
    sentence = "BMSC-Exos inactivated the transforming growth factor β1 (TGFβ1)/SMAD2 pathway."
    assert told(HEART + sentence) == {"TGF-β/SMAD signaling": "down"}
