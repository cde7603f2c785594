"""The grammar of MSC sources: species, tissue, cell, modifications, and what is no MSC."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.components import sources
from extractor.components.sources import SourceSpan
from extractor.extract import Extractor
from extractor.rules import load
from extractor.tokens import tokenize

Read = tuple[str, str | None, str | None]

FORMS: list[tuple[str, Read]] = [
    ("hucMSC-exo eased the scar.", ("hucMSC", "UC-MSC", "human")),
    ("Exosomes of ADSCs helped.", ("ADSCs", "AD-MSC", None)),
    ("BMSC-sEVs were injected.", ("BMSC", "BM-MSC", None)),
    ("EVs of iPSC-derived MSCs were taken up.", ("iPSC-derived MSCs", "iPSC-MSC", None)),
    ("ESC-derived MSC exosomes were given.", ("ESC-derived MSC", "ESC-MSC", None)),
    ("hWJ-MSCs were thawed.", ("hWJ-MSCs", "WJ-MSC", "human")),
    ("UC-MSC-Exos were given.", ("UC-MSC", "UC-MSC", None)),
    ("BM-MSC-derived exosomes were given.", ("BM-MSC", "BM-MSC", None)),
    ("DPSC-Exos were given.", ("DPSC", "DP-MSC", None)),
    ("PMSCs were thawed.", ("PMSCs", "P-MSC", None)),
    ("MSC-EVs were given.", ("MSC", None, None)),
    ("Exosomes of mesenchymal stromal cells were given.",
     ("mesenchymal stromal cells", None, None)),
    ("Human umbilical cord-derived mesenchymal stem cells were thawed.",
     ("Human umbilical cord-derived mesenchymal stem cells", "UC-MSC", "human")),
    ("Murine bone marrow mesenchymal stromal cells were thawed.",
     ("Murine bone marrow mesenchymal stromal cells", "BM-MSC", "mouse")),
    ("Equine adipose MSCs were thawed.", ("Equine adipose MSCs", "AD-MSC", "horse")),
    ("Adipose-derived stem cells were thawed.", ("Adipose-derived stem cells", "AD-MSC", None)),
    ("Dental pulp stem cells were thawed.", ("Dental pulp stem cells", "DP-MSC", None)),
    ("Gingival mesenchymal stem cells were thawed.",
     ("Gingival mesenchymal stem cells", "G-MSC", None)),
    ("Amniotic fluid MSCs were thawed.", ("Amniotic fluid MSCs", "AF-MSC", None)),
    ("Wharton's jelly mesenchymal stem cells were thawed.",
     ("Wharton's jelly mesenchymal stem cells", "WJ-MSC", None)),
    ("Menstrual blood-derived mesenchymal stem cells were thawed.",
     ("Menstrual blood-derived mesenchymal stem cells", "MB-MSC", None)),
    ("Synovial MSCs were thawed.", ("Synovial MSCs", "S-MSC", None)),
    ("Adipose-derived regenerative cells were thawed.",
     ("Adipose-derived regenerative cells", "AD-MSC", None)),
    ("Marrow-derived mesenchymal progenitors were thawed.",
     ("Marrow-derived mesenchymal progenitors", "BM-MSC", None)),
    ("MSCs isolated from human placenta were thawed.",
     ("MSCs isolated from human placenta", "P-MSC", "human")),
]

NONE = [
    "Neural stem cells and hematopoietic stem cells differ.",
    "Embryonic stem cells were kept.",
    "Induced pluripotent stem cells were kept.",
    "Cancer stem cells were kept.",
    "Cardiac progenitor cells were kept.",
    "Endothelial progenitor cells spread.",
    "Muscle satellite stem cells divided.",
    "Exosomes of macrophages were given.",
    "Bone marrow was drawn from human donors.",
    "The umbilical cord was cut.",
    "Mesenchymal tissue was removed.",
]

MODIFIED: list[tuple[str, str | None, str, str]] = [
    ("CXCR4-overexpressing rat BM-MSCs were grown.", "BM-MSC", "overexpress", "CXCR4"),
    ("TSG-6-overexpressing MSCs were grown.", None, "overexpress", "TSG-6"),
    ("MSCs overexpressing GATA4 were grown.", None, "overexpress", "GATA4"),
    ("Hypoxia-preconditioned adipose MSCs were grown.", "AD-MSC", "precondition", "hypoxia"),
    ("LPS-preconditioned umbilical cord MSCs were grown.", "UC-MSC", "precondition", "LPS"),
    ("IFN-γ-primed MSCs were grown.", None, "precondition", "IFN-γ"),
    ("MSCs preconditioned with melatonin were grown.", None, "precondition", "melatonin"),
    ("MSCs transfected with miR-21 mimics were grown.", None, "transfected", "miR-21"),
]


def find(text: str, defined: dict[str, str] | None = None) -> list[SourceSpan]:
    tokens = tokenize(text)
    rules = load()
    return sources.find(tokens, list(rules.lexicon.find(tokens)), rules, defined or {})


def read(text: str, defined: dict[str, str] | None = None) -> list[Read]:
    """Text, tissue label and organism of every source."""
    tokens = tokenize(text)
    return [
        (
            text[tokens.starts[s.first] : tokens.ends[s.last - 1]],
            s.tissue.label if s.tissue else None,
            s.organism,
        )
        for s in find(text, defined)
    ]


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=lambda v: v if isinstance(v, str) else "")
def test_a_source_is_read_whole(text: str, expected: Read) -> None:
    """Species, tissue and cell are one mention, whether spelled out or in a short form."""
    assert read(text) == [expected]


@pytest.mark.parametrize("text", NONE)
def test_other_cells_and_tissues_are_no_source(text: str) -> None:
    """Stem cells of other kinds, tissues and organs alone give nothing."""
    assert read(text) == []


@pytest.mark.parametrize(("text", "tissue", "how", "what"), MODIFIED)
def test_what_was_done_to_the_cells(text: str, tissue: str | None, how: str, what: str) -> None:
    """Engineering and preconditioning are told, left and right of the cells."""
    (span,) = find(text)
    assert (span.tissue.label if span.tissue else None) == tissue
    (modification,) = span.modifications
    assert how in modification
    assert what.casefold() in modification.casefold()


def test_plain_cells_have_no_modification() -> None:
    """What stands beside the cells for another reason does not change them."""
    (span,) = find("Exosomes of BMSCs were given to mice treated with cisplatin.")
    assert span.modifications == []


def test_tissue_behind_the_cells() -> None:
    """The tissue may follow the cells, with or without a participle."""
    for text, tissue in (
        ("MSCs derived from adipose tissue were given.", "AD-MSC"),
        ("Exosomes of mesenchymal stem cells from the bone marrow of rats healed.", "BM-MSC"),
        ("MSCs of the umbilical cord were given.", "UC-MSC"),
    ):
        assert [label for _, label, _ in read(text)] == [tissue]


def test_vesicles_that_originate_from_cells() -> None:
    """The cells behind "originating from" are named with their tissue."""
    ((text, tissue, _),) = read("Exosomes originating from the bone marrow MSCs of rats healed.")
    assert tissue == "BM-MSC"
    assert text.startswith("bone marrow MSCs")


def test_species_behind_the_cells() -> None:
    """The species may follow the cells."""
    ((_, _, organism),) = read("Exosomes originating from the bone marrow MSCs of rats healed.")
    assert organism == "rat"


@pytest.mark.parametrize(
    ("text", "tissue"),
    [
        ("Exosomes of MSCs made of iPS cells were given.", "iPSC-MSC"),
        ("Exosomes of MSCs grown out of tonsils were given.", "T-MSC"),
        ("Exosomes of MSCs sourced from dental pulp were given.", "DP-MSC"),
    ],
)
def test_what_the_cells_were_made_of(text: str, tissue: str) -> None:
    """The tissue may follow the cells behind any word of making."""
    assert [told for _, told, _ in read(text)] == [tissue]


def test_two_sources_in_one_sentence() -> None:
    """Each of two populations is a source of its own."""
    got = read("Exosomes of rat BMSCs and of human adipose-derived MSCs were compared.")
    assert [(tissue, organism) for _, tissue, organism in got] == [
        ("BM-MSC", "rat"),
        ("AD-MSC", "human"),
    ]


def test_a_short_form_follows_the_document() -> None:
    """What a document defines goes before what a short form usually means."""
    text = "Exosomes of PMSCs were given."
    ((_, usual, _),) = read(text)
    ((_, told, _),) = read(text, {"PMSCs": "periosteal mesenchymal stem cells"})
    assert (usual, told) == ("P-MSC", "PE-MSC")


@pytest.mark.parametrize(
    ("sentence", "text", "label"),
    [
        ("Exosomes of HD-BMSCs were thawed.", "BMSCs", "BM-MSC"),
        ("Exosomes of T2D-ADSCs were thawed.", "ADSCs", "AD-MSC"),
        ("Exosomes of olfactory ecto-MSCs were thawed.", "olfactory ecto-MSCs", "OE-MSC"),
        ("Exosomes of gastric cancer MSCs were thawed.", "gastric cancer MSCs", "GC-MSC"),
    ],
)
def test_donors_and_rare_tissues(sentence: str, text: str, label: str) -> None:
    """Short names of donors before a hyphen are no part of the tissue."""
    ((words, tissue, _),) = read(sentence)
    assert (words, tissue) == (text, label)


def test_vesicles_of_tumours_that_reach_mscs_are_not_theirs() -> None:
    """A short name of MSC vesicles outweighs the other cells' vesicles set beside them."""
    others = (
        "Vesicles of leukaemic blasts were added to MSCs of healthy donors. Leukaemic vesicles "
        "lowered CXCL12 and impaired osteogenic differentiation."
    )
    assert not Extractor().findings(readers.read_string(others))
    compared = (
        "Vesicles of decidual MSCs (Dec-EVs) were given to mice with colitis. Fibroblast EVs had "
        "no effect. Dec-EVs lowered IL-6, fibroblast EVs did not. Compared with fibroblast EVs, "
        "Dec-EVs raised IL-10."
    )
    found = Extractor().findings(readers.read_string(compared))
    assert {t.label for f in found for t in f.targets} >= {"IL6", "IL10"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("MSC-exosomes derived from bone marrow", "BM-MSC"),
        ("MSC-derived exosomes from bone marrow", "BM-MSC"),
        ("MSC exosomes of bone marrow origin", "BM-MSC"),
        ("Exosomes of mesenchymal stem cells, which had been isolated from adipose tissue,",
         "AD-MSC"),
    ],
)  # fmt: skip
def test_tissue_behind_the_vesicles_or_in_a_clause(text: str, label: str) -> None:
    sentence = f"{text} reduced apoptosis in rats with stroke."
    (finding,) = Extractor().findings(readers.read_string(sentence))
    assert finding.msc_source is not None
    assert finding.msc_source.label == label


@pytest.mark.parametrize(
    ("donors", "label"),
    [
        ("MSCs of leukaemia patients (AML-MSCs) and of healthy marrow donors (HD-MSCs)", "BM-MSC"),
        ("MSCs from marrow aspirates of patients (AML-MSCs) and of volunteers (HD-MSCs)", "BM-MSC"),
        ("MSCs of leukaemia patients (AML-MSCs) and of volunteers (HD-MSCs)", "MSC"),
        ("placental MSCs (AML-MSCs), as marrow donors were few, and other MSCs (HD-MSCs)", "P-MSC"),
    ],
)
def test_donors_of_marrow_tell_the_tissue(donors: str, label: str) -> None:
    """Where no tissue of the cells is named, marrow donors tell it."""
    text = f"""Vesicles of MSCs in leukaemia

Abstract

We compared exosomes of {donors}. AML-MSC exosomes raised the proliferation of THP-1 cells.
"""
    (finding,) = Extractor(fast=True).findings(readers.read_string(text))
    assert finding.msc_source is not None
    assert finding.msc_source.label == label


@pytest.mark.parametrize("group", ["N", "HD", "Old", "Ctrl", "T2DM"])
def test_groups_of_donors_are_no_tissue(group: str) -> None:
    """"N-MSCs" are MSCs of the normal group."""
    (span,) = find(f"Exosomes of {group}-MSCs lowered IL-6.")
    assert (span.tissue, span.prefix) == (None, None)


@pytest.mark.parametrize(
    ("text", "source", "disease"),
    [
        ("In db/db mice BMSC exosomes lowered glucose.", "BMSC", "type 2 diabetes mellitus"),
        ("In infarcted rat hearts BMSC exosomes lowered apoptosis.", "BMSC",
         "myocardial infarction"),
        ("In alkali-burned mouse corneas MSC exosomes lowered haze.", "MSC", "corneal alkali burn"),
    ],
)
def test_the_treated_before_the_cells_are_not_their_donors(
    text: str, source: str, disease: str
) -> None:
    """No comma need stand between what was treated and the cells."""
    (finding,) = Extractor().findings(readers.read_string(text))
    assert finding.msc_source is not None
    assert finding.msc_source.text == source
    assert finding.disease_model is not None
    assert finding.disease_model.label == disease


@pytest.mark.parametrize(
    "short", ["LPS-MSCs", "TXL-MSCs", "CXCR4-MSCs", "miR-21-MSCs"]
)
def test_a_state_is_no_place_of_origin(short: str) -> None:
    """What was done to the cells, written before their name, is no tissue."""
    (finding,) = Extractor().findings(
        readers.read_string(f"Exosomes of {short} lowered IL-6 in mice with colitis.")
    )
    assert finding.msc_source is not None
    assert finding.msc_source.label == "MSC"
