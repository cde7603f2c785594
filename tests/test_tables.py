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


@pytest.mark.parametrize(
    ("header", "cells", "pairs"),
    [
        (
            ["MSC source", "miRNA/target", "Effect"],
            ["BM-MSC", "miR-21/PTEN; miR-146a/IRAK1", "reduced apoptosis"],
            {("miR-21", "PTEN"), ("miR-146a", "IRAK1")},
        ),
        (
            ["MSC source", "miRNA (target)", "Effect"],
            ["BM-MSC", "miR-21 (PTEN), miR-146a (IRAK1, TRAF6)", "reduced apoptosis"],
            {("miR-21", "PTEN"), ("miR-146a", "IRAK1"), ("miR-146a", "TRAF6")},
        ),
        (
            ["MSC source", "miRNA", "Target", "Effect"],
            ["BM-MSC", "miR-21; miR-146a", "PTEN; IRAK1", "reduced apoptosis"],
            {("miR-21", "PTEN"), ("miR-146a", "IRAK1")},
        ),
        (
            ["MSC source", "miRNA", "Target", "Effect"],
            ["BM-MSC", "miR-21 and miR-146a", "PTEN and IRAK1, respectively", "less apoptosis"],
            {("miR-21", "PTEN"), ("miR-146a", "IRAK1")},
        ),
        (
            ["MSC source", "miRNA", "Mechanism"],
            ["BM-MSC", "miR-21, miR-146a", "miR-21 inhibits PTEN; miR-146a reduces IRAK1"],
            {("miR-21", "PTEN"), ("miR-146a", "IRAK1")},
        ),
        (
            ["MSC source", "miRNA", "Target", "Effect"],
            ["BM-MSC", "miR-21, miR-146a", "PTEN", "reduced apoptosis"],
            {("miR-21", "PTEN"), ("miR-146a", "PTEN")},
        ),
    ],
)
def test_pairs_in_a_row(
    engine: Extractor, header: list[str], cells: list[str], pairs: set[tuple[str, str]]
) -> None:
    """Pairs within a cell, or told apart alike in two, are findings of their own."""
    found = read(engine, header, [cells])
    got = {(m.label, t.label) for f in found for m in f.mirnas for t in f.targets}
    assert got == pairs
    if "Effect" in header:
        assert all([e.label for e in f.effects] == ["apoptosis"] for f in found)
    assert len({f.finding_id for f in found}) == len(found)


def test_effects_of_their_own_and_a_rest(engine: Extractor) -> None:
    """Effects go with the pair they stand beside; a miRNA without target keeps the shared ones."""
    found = read(
        engine,
        ["MSC source", "miRNA", "Mechanism", "Effect"],
        [
            [
                "BM-MSC",
                "miR-21, miR-126, miR-133b",
                "miR-21 reduced apoptosis via PTEN; miR-126 increased angiogenesis via SPRED1",
                "reduced fibrosis",
            ]
        ],
    )
    rows = [
        ([m.label for m in f.mirnas], [t.label for t in f.targets], {e.label for e in f.effects})
        for f in found
    ]
    assert (["miR-21"], ["PTEN"], {"apoptosis", "fibrosis"}) in rows
    assert (["miR-126"], ["SPRED1"], {"angiogenesis", "fibrosis"}) in rows
    assert (["miR-133b"], [], {"fibrosis"}) in rows


def test_confidence_of_rows(engine: Extractor) -> None:
    """Plain headers and known names are surer than vague headers, unknown names and a caption."""
    sure = read(engine, HEADER, ROWS[:1])[0].confidence
    header = ["Various MSC source cells", "Disease model", "miRNA and others", "Target gene or so"]
    vague = read(engine, [*header, "Some effects of these", "Ref."], ROWS[:1])
    unsaid = read(
        engine, ["miRNA", "Target", "Function"], [["miR-21", "PTEN", "apoptosis"]],
        "Cargo of exosomes from BM-MSCs.",
    )  # fmt: skip
    assert sure is not None
    assert vague[0].confidence is not None
    assert unsaid[0].confidence is not None
    assert sure > vague[0].confidence
    assert sure > unsaid[0].confidence
    assert 0.3 <= unsaid[0].confidence <= sure <= 0.85
