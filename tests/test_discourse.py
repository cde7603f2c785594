"""Sentences to studies: citations, anaphors, and what a study inherits from the one before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractor import readers
from extractor.components.analysis import DocumentNames, analyse
from extractor.components.discourse import sentences
from extractor.extract import Extractor
from extractor.records import Finding
from extractor.rules import load

AUTHORS = "Adams Brown Clark Davis Evans".split()


def review(*paragraphs: str) -> str:
    """A short review of MSC vesicles whose sections end in ``paragraphs``, with references."""
    references = "\n".join(
        f"{i}. {name} A, Stone B. A study of vesicles in animals number {i}. J Cell Works. "
        f"20{10 + i};{i}:1-9."
        for i, name in enumerate(AUTHORS, 1)
    )
    return "\n\n".join(
        [
            "Vesicles of mesenchymal stem cells: a review",
            "Abstract",
            "We review the vesicles that mesenchymal stem cells (MSCs) shed.",
            "1. Introduction",
            "Many have looked at exosomes of MSCs.",
            *paragraphs,
            "References",
            references,
        ]
    )


def findings(*paragraphs: str) -> list[Finding]:
    return Extractor().findings(readers.read_string(review(*paragraphs)))


def brief(finding: Finding) -> tuple[str | None, str | None, list[str], list[str]]:
    """Source, disease, miRNAs and citation markers."""
    return (
        finding.msc_source.label if finding.msc_source else None,
        finding.disease_model.label if finding.disease_model else None,
        [s.label for s in finding.mirnas],
        [c.marker for c in finding.citations],
    )


def labels(finding: Finding) -> set[str]:
    return {s.label for s in (*finding.targets, *finding.effects)}


def test_a_study_is_what_one_citation_covers() -> None:
    """Two citations in one paragraph are two studies, with slots of their own."""
    got = findings(
        "2. Liver",
        "Exosomes of BMSCs reduced apoptosis in mice with liver failure [1]. In another study, "
        "ADSC exosomes lowered inflammation in rats with liver fibrosis [2].",
    )
    assert [brief(f) for f in got] == [
        ("BM-MSC", "liver failure", [], ["1"]),
        ("AD-MSC", "liver fibrosis", [], ["2"]),
    ]


def test_a_citation_carries_its_reference() -> None:
    """The reference behind the marker is told with the finding."""
    (finding,) = findings("2. Liver", "Exosomes of BMSCs reduced apoptosis in liver failure [2].")
    (cited,) = finding.citations
    assert (cited.marker, cited.year) == ("2", 2012)
    assert cited.reference is not None
    assert "Brown" in cited.reference


def test_sentences_with_one_citation_are_one_study() -> None:
    """A model named in one sentence stands behind the results of the next."""
    (finding,) = findings(
        "2. Kidney",
        "ADSC exosomes were given to rats with acute kidney injury [3]. Creatinine fell and "
        "apoptosis was reduced [3].",
    )
    assert brief(finding) == ("AD-MSC", "acute kidney injury", [], ["3"])
    assert labels(finding) == {"creatinine", "apoptosis"}


def test_an_anaphor_goes_on_with_the_study() -> None:
    """"These exosomes", with no citation of their own, are those of the sentence before."""
    (finding,) = findings(
        "2. Heart",
        "Exosomes of BMSCs reduced infarct size in rats with myocardial infarction [1]. These "
        "exosomes did so through miR-21, which suppressed PTEN.",
    )
    assert brief(finding) == ("BM-MSC", "myocardial infarction", ["miR-21"], ["1"])
    assert labels(finding) == {"infarct size", "PTEN"}


def test_an_anaphor_inherits_source_and_disease() -> None:
    """A new study on "these exosomes" inherits what they are, and is less sure for it."""
    first, second = findings(
        "2. Heart",
        "Exosomes of BMSCs reduced infarct size in rats with myocardial infarction [1]. These "
        "exosomes also enhanced angiogenesis [2].",
    )
    assert brief(second) == ("BM-MSC", "myocardial infarction", [], ["2"])
    assert labels(second) == {"angiogenesis"}
    assert second.confidence < first.confidence
    assert {"inherited:source", "inherited:disease"} <= set(second.rules)
    assert not any(rule.startswith("inherited") for rule in first.rules)


@pytest.mark.parametrize(
    "later",
    [
        "A later report traced the benefit to miR-126, which repressed SPRED1 [2].",
        "Another group attributed this improvement to miR-126, which suppressed SPRED1 [2].",
        "As to the mechanism, miR-126 repressed SPRED1 in fibroblasts [2].",
        "In the same model, exosomal miR-126 repressed SPRED1 [2].",
        "Vesicles of the same provenance carried miR-126, which repressed SPRED1 [2].",
        "With the same type of vesicle, miR-126 was found to repress SPRED1 [2].",
    ],
)
def test_a_study_that_explains_another_has_its_source_and_disease(later: str) -> None:
    """Reports that ascribe a benefit, or use the same model or vesicles, lead back."""
    found = findings(
        "2. Eye",
        "In rats with colitis, exosomes of placental MSCs lowered IL-6 [3]. In rabbits with a "
        "corneal burn, exosomes of dental pulp stem cells reduced corneal haze [1]. " + later,
    )
    told = next(f for f in found if f.mirnas)
    source, disease = told.msc_source, told.disease_model
    assert (source and source.label, disease and disease.label) == (
        "DP-MSC", "corneal alkali burn")


def test_a_disease_is_not_inherited_over_paragraphs() -> None:
    """A study of another paragraph, with no anaphor, takes no disease from the one before."""
    _, second = findings(
        "2. Vesicles",
        "Exosomes of BMSCs reduced infarct size in rats with myocardial infarction [1].",
        "ADSC exosomes enhanced angiogenesis [2].",
    )
    assert brief(second) == ("AD-MSC", None, [], ["2"])


def test_a_disease_of_its_own_is_kept() -> None:
    """A study that names its disease does not take that of the study before."""
    _, second = findings(
        "2. Vesicles",
        "Exosomes of BMSCs reduced infarct size in rats with myocardial infarction [1]. Exosomal "
        "miR-146a of ADSCs lowered inflammation in mice with colitis [2].",
    )
    assert brief(second) == ("AD-MSC", "colitis", ["miR-146a"], ["2"])


def test_a_paragraph_that_opens_on_a_disease() -> None:
    """The disease with which a paragraph opens stands behind the study that follows."""
    (finding,) = findings(
        "2. Heart",
        "2.1 Myocardial infarction",
        "Myocardial infarction kills many. Exosomes of BMSCs reduced apoptosis of cardiomyocytes "
        "[1].",
    )
    assert brief(finding) == ("BM-MSC", "myocardial infarction", [], ["1"])


def test_several_citations_stand_behind_one_statement() -> None:
    """Two references behind one sentence are both told."""
    (finding,) = findings(
        "2. Brain", "In rats with stroke, BMSC exosomes enhanced angiogenesis [1,2]."
    )
    assert brief(finding) == ("BM-MSC", "stroke", [], ["1", "2"])


def test_vesicles_of_other_cells_are_left_out() -> None:
    """A study on the vesicles of macrophages is none of MSC vesicles."""
    got = findings(
        "2. Vesicles",
        "In rats with stroke, BMSC exosomes enhanced angiogenesis [1]. In mice with colitis, "
        "macrophage exosomes reduced inflammation [2].",
    )
    assert [brief(f)[3] for f in got] == [["1"]]


def test_an_abstract_is_one_study() -> None:
    """Without citations a text is one study: source and disease hold from end to end."""
    document = readers.read_string(
        "We gave exosomes of ADSCs to mice with colitis. The vesicles carried miR-146a. Weight "
        "loss was prevented. TRAF6 was suppressed by miR-146a."
    )
    got = Extractor().findings(document)
    assert got
    for finding in got:
        source, disease, _, citations = brief(finding)
        assert (source, disease, citations) == ("AD-MSC", "colitis", [])
    assert {"TRAF6"} <= {label for f in got for label in labels(f)}


def test_the_section_of_a_finding_is_its_heading() -> None:
    """A finding tells under which heading its evidence stands."""
    (finding,) = findings("2. Brain", "In rats with stroke, BMSC exosomes reduced apoptosis [1].")
    assert finding.section == "Brain"


@pytest.mark.parametrize(
    ("vesicles", "label"),
    [
        ("Exosomes shed by human exfoliated deciduous teeth", "SHED"),
        ("Exosomes of bone marrow origin", "BM-MSC"),
        ("Small vesicles of placental provenance", "P-MSC"),
        ("Vesicles from cells of the umbilical cord", "UC-MSC"),
        ("Exosomes of dental follicle cells", "DF-MSC"),
        ("Apical papilla exosomes", "SCAP"),
    ],
)
def test_a_tissue_stands_for_its_cells(vesicles: str, label: str) -> None:
    """Vesicles of a tissue's origin or of its cells are those of its MSCs."""
    (finding,) = findings("2. Gut", f"{vesicles} lowered IL-6 in rats with colitis [1].")
    assert finding.msc_source
    assert finding.msc_source.label == label


def test_cells_that_take_vesicles_up_are_no_source() -> None:
    """A tissue's cells behind the vesicles are no source where these only act on them."""
    (finding,) = findings(
        "2. Gut", "MSC exosomes reduced apoptosis of dental pulp cells in rats with pulpitis [1]."
    )
    assert finding.msc_source
    assert finding.msc_source.label == "MSC"


def test_a_copy_of_a_sentence_with_other_mentions_starts_anew() -> None:
    """Kinds of mentions are kept with a sentence, not with copies that hold fewer."""
    document = readers.read_string("Exosomes of MSCs lowered IL-6 in mice with colitis.")
    block = document.blocks[0]
    names = DocumentNames(load(), {})
    analysis = analyse(document.text[block.start : block.end], block.start, load(), names)
    [sentence] = sentences(document, block, analysis)
    assert [f.mention.label for f in sentence.of("disease")] == ["colitis"]
    assert replace(sentence, found=[]).of("disease") == []
