from __future__ import annotations

import pytest

from extractor.components.tables import roles_of
from extractor.extract import Extractor
from extractor.readers import read_bytes
from extractor.records import Finding
from extractor.rules import load

HEADER = ["MSC source", "Disease model", "miRNA", "Target gene", "Effects", "Ref."]
ROWS = [
    ["BM-MSCs", "Rat MCAO model", "miR-21-5p", "PTEN ↓", "Reduced apoptosis", "1"],
    ["Bone marrow", "Mice with AKI", "miR-146a, miR-199a", "IRAK1", "↓ fibrosis, ↑ angiogenesis",
     "2"],
    ["Macrophages", "Rat stroke", "miR-155", "SOCS1", "more inflammation", "2"],
]  # fmt: skip


@pytest.fixture(scope="module")
def engine() -> Extractor:
    return Extractor(fast=True)


def link(cell: str) -> str:
    return f'[<xref ref-type="bibr" rid="B{cell}">{cell}</xref>]' if cell.isdigit() else cell


def markup(header: list[str], rows: list[list[str]], caption: str) -> str:
    head = "".join(f"<th>{h}</th>" for h in header)
    body = "".join(
        "<tr>" + "".join(c if c.startswith("<td") else f"<td>{link(c)}</td>" for c in row) + "</tr>"
        for row in rows
    )
    entries = "".join(
        f'<ref id="B{n}"><label>{n}</label><element-citation><name><surname>Lo</surname>'
        f"<given-names>G</given-names></name><article-title>Study {n}</article-title><source>J"
        f"</source><year>201{n}</year><pub-id pub-id-type='pmid'>100000{n}</pub-id>"
        "</element-citation></ref>"
        for n in (1, 2)
    )
    return (
        "<article><front><article-meta><title-group><article-title>A review of vesicles"
        "</article-title></title-group></article-meta></front><body><sec><title>Studies</title>"
        f"<table-wrap><label>Table 1</label><caption><p>{caption}</p></caption><table><thead><tr>"
        f"{head}</tr></thead><tbody>{body}</tbody></table></table-wrap></sec></body><back>"
        f"<ref-list>{entries}</ref-list></back></article>"
    )


def read(
    engine: Extractor,
    header: list[str],
    rows: list[list[str]],
    caption: str = "Exosomes of MSCs in animals.",
) -> list[Finding]:
    document = read_bytes(markup(header, rows, caption).encode(), "paper.xml")
    found = engine.findings(document)
    for f in found:
        for e in f.evidence:
            assert document.text[e.start : e.end] == e.text
        for s in [*f.mirnas, *f.targets, *f.effects]:
            assert document.text[s.start : s.end] == s.text
    return found


def test_rows_become_findings(engine: Extractor) -> None:
    """Each row is a finding with source, model, miRNAs, targets, effects and their directions."""
    first, second = read(engine, HEADER, ROWS[:2])
    assert first.msc_source is not None
    assert first.msc_source.label == "BM-MSC"
    assert first.disease_model is not None
    assert (first.disease_model.label, first.disease_model.organism) == ("ischemic stroke", "rat")
    assert first.disease_model.setting == "in vivo"
    assert [m.label for m in first.mirnas] == ["miR-21-5p"]
    assert [(t.label, t.direction) for t in first.targets] == [("PTEN", "down")]
    assert [(e.label, e.direction) for e in first.effects] == [("apoptosis", "decrease")]
    assert [m.label for m in second.mirnas] == ["miR-146a", "miR-199a"]
    assert [(t.label, t.direction) for t in second.targets] == [("IRAK1", "none")]
    assert [(e.label, e.direction) for e in second.effects] == [
        ("fibrosis", "decrease"), ("angiogenesis", "increase"),
    ]  # fmt: skip
    assert first.finding_id != second.finding_id


def test_cells_are_the_evidence_and_the_study_is_named(engine: Extractor) -> None:
    """The evidence is the cells of the row; the reference column names the primary study."""
    first, second = read(engine, HEADER, ROWS[:2])
    texts = [e.text for e in first.evidence]
    assert texts == ["BM-MSCs", "Rat MCAO model", "miR-21-5p", "PTEN ↓", "Reduced apoptosis"]
    assert [(c.marker, c.year, c.pmid) for c in first.citations] == [("1", 2011, "1000001")]
    assert [c.pmid for c in second.citations] == ["1000002"]


def test_tissue_alone_and_other_cells(engine: Extractor) -> None:
    """A tissue under "MSC source" is a source; a row of other cells is no finding."""
    found = read(engine, HEADER, ROWS)
    assert [f.msc_source.label for f in found if f.msc_source] == ["BM-MSC", "BM-MSC"]
    assert found[1].msc_source is not None
    assert found[1].msc_source.text == "Bone marrow"


def test_merged_cells(engine: Extractor) -> None:
    """A cell that reaches over rows counts in each of them; a row of one cell names the disease."""
    rows = [
        ['<td colspan="4">Stroke</td>'],
        ['<td rowspan="2">UC-MSCs</td>', "miR-21", "PTEN", "less apoptosis"],
        ["miR-126", "SPRED1", "more angiogenesis"],
    ]
    first, second = read(engine, ["Cell source", "miRNA", "Target", "Outcome"], rows)
    for f, mirna in ((first, "miR-21"), (second, "miR-126")):
        assert f.msc_source is not None
        assert f.msc_source.label == "UC-MSC"
        assert f.disease_model is not None
        assert "stroke" in f.disease_model.label
        assert [m.label for m in f.mirnas] == [mirna]


def test_source_of_the_caption(engine: Extractor) -> None:
    """Where no column names the source, the caption does."""
    found = read(
        engine, ["miRNA", "Target", "Function"], [["miR-21", "PTEN", "less apoptosis"]],
        "Cargo of exosomes from BM-MSCs.",
    )  # fmt: skip
    assert [f.msc_source.label for f in found if f.msc_source] == ["BM-MSC"]


@pytest.mark.parametrize(
    "header",
    [
        ["Group", "Age", "Weight", "Dose", "Sex", "No."],
        ["MSC source", "Isolation method", "Size", "Dose", "Route", "Ref."],
        ["Primer", "Forward", "Reverse", "Target gene", "Length", "Ref."],
    ],
)
def test_other_tables(engine: Extractor, header: list[str]) -> None:
    """Tables without a source or miRNA, or without a target or effect, are left alone."""
    assert read(engine, header, ROWS[:2]) == []


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        ("MSC source", {"source"}),
        ("Type of MSCs", {"source"}),
        ("miRNA/target", {"mirna", "target"}),
        ("Exosomal miRNA", {"mirna"}),
        ("Target cells", {"other"}),
        ("Target gene(s)", {"target"}),
        ("Main therapeutic effects observed", {"effect"}),
        ("Disease (model)", {"model"}),
        ("Refs.", {"reference"}),
        ("Weight", set()),
    ],
)
def test_header_roles(header: str, roles: set[str]) -> None:
    """The longest names that fit a header decide what stands below it."""
    assert roles_of(header, load()) == roles
