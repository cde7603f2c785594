from __future__ import annotations

import json
from typing import Any

import pytest

from extractor.errors import ReadError
from extractor.readers import read_bytes
from extractor.records import Document

TABLE = (
    "<table><thead><tr><th>Source</th><th>Effect</th></tr></thead><tbody><tr><td>BM-MSC</td>"
    "<td>less fibrosis</td></tr></tbody></table>"
)


def passage(text: str, part: str, kind: str, **infons: str) -> dict[str, Any]:
    return {
        "offset": 0, "text": text, "infons": {"section_type": part, "type": kind, **infons},
    }  # fmt: skip


PASSAGES = [
    passage("Vesicles mend kidneys", "TITLE", "front"),
    passage("Background", "ABSTRACT", "abstract_title_1"),
    passage("Kidneys fail.", "ABSTRACT", "abstract"),
    passage("Results", "RESULTS", "title_1"),
    passage("In rats", "RESULTS", "title_2"),
    passage("Exosomes carry miR-21 [1,2].", "RESULTS", "paragraph"),
    passage("Table 1. Studies.", "TABLE", "table_caption"),
    passage("Source\tEffect\tBM-MSC\tless fibrosis", "TABLE", "table", xml=TABLE),
    passage("Figure 1. What was done.", "FIG", "fig_caption"),
    passage("AKI: acute kidney injury", "ABBR", "paragraph"),
    passage("Thanks.", "ACK_FUND", "paragraph"),
    passage("References", "REF", "title"),
    passage(
        "A first study", "REF", "ref", name_0="surname:Lee;given-names:A", year="2015",
        source="J Made Up", volume="1", fpage="1", lpage="9", **{"pub-id_pmid": "12345678"},
    ),
    passage("Wu B. Second thing. J Made Up. 2016;2:1–9.", "REF", "ref"),
]  # fmt: skip


def made(found: Any, name: str = "paper.json") -> Document:
    return read_bytes(json.dumps(found).encode(), name)


@pytest.fixture
def document() -> Document:
    return made([{"source": "PMC", "documents": [{"id": "1", "passages": PASSAGES}]}])


def blocks(document: Document, *kinds: str) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind in kinds]


def test_passages(document: Document) -> None:
    """Passages become blocks of their kind under their headings."""
    rows = [(b.kind, document.text[b.start : b.end], b.path) for b in document.blocks]
    assert rows == [
        ("title", "Vesicles mend kidneys", ()),
        ("heading", "Background", ("Abstract", "Background")),
        ("abstract", "Kidneys fail.", ("Abstract", "Background")),
        ("heading", "Results", ("Results",)),
        ("heading", "In rats", ("Results", "In rats")),
        ("paragraph", "Exosomes carry miR-21.", ("Results", "In rats")),
        ("caption", "Table 1. Studies.", ()),
        ("table", "Source | Effect || BM-MSC | less fibrosis", ()),
        ("caption", "Figure 1. What was done.", ()),
        ("abbreviations", "AKI: acute kidney injury", ("Abbreviations",)),
        ("back", "Thanks.", ("Acknowledgements",)),
    ]
    assert document.abbreviations == {"AKI": "acute kidney injury"}


def test_references_and_callouts(document: Document) -> None:
    """Entries come from the notes or from their text; callouts in the text are tied to them."""
    first, second = document.references
    assert (first.authors, first.year, first.title) == (("Lee A",), 2015, "A first study")
    assert (first.journal, first.pages, first.pmid) == ("J Made Up", "1–9", "12345678")
    assert (second.number, second.year, second.title) == (2, 2016, "Second thing")
    assert [(c.marker, c.reference) for c in document.citations] == [("1", "1"), ("2", "2")]


def test_table(document: Document) -> None:
    """The markup of a table in the notes gives its cells."""
    (table,) = document.tables
    cells = [(c.row, c.column, c.text, c.header) for c in table.cells]
    assert cells == [
        (0, 0, "Source", True), (0, 1, "Effect", True),
        (1, 0, "BM-MSC", False), (1, 1, "less fibrosis", False),
    ]  # fmt: skip
    assert all(document.text[c.start : c.end] == c.text for c in table.cells)


def test_single_document_and_title_only() -> None:
    """A document alone, as PubTator gives it, is a collection of one."""
    document = made(
        {"id": "1", "passages": [
            {"infons": {"type": "title"}, "text": "Vesicles mend."},
            {"infons": {"type": "abstract"}, "text": "Kidneys fail."},
        ]}
    )  # fmt: skip
    assert [b.kind for b in document.blocks] == ["title", "abstract"]


def test_xml() -> None:
    """BioC XML is read as BioC JSON is, and keeps an alignment to the source."""
    source = (
        '<?xml version="1.0"?><!DOCTYPE collection SYSTEM "BioC.dtd"><collection><document>'
        '<id>1</id><passage><infon key="type">title</infon><text>Vesicles &lt; mend</text>'
        '</passage><passage><infon key="type">abstract</infon><text>Kidneys fail.</text></passage>'
        "</document></collection>"
    )
    document = read_bytes(source.encode(), "paper.xml")
    assert document.source.kind == "bioc"
    assert document.text == "Vesicles < mend\n\nKidneys fail."
    start, end = document.source_span(17, 30) or (0, 0)
    assert source[start:end] == "Kidneys fail."


def test_several_documents() -> None:
    """Of several documents the first is read, with a warning."""
    one = {"id": "1", "passages": PASSAGES[:1]}
    document = made({"documents": [one, one]})
    assert document.warnings == ["holds 2 documents; the first was read"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"documents": [', "no well-formed JSON"),
        (b'{"a": 1}', "no BioC passages"),
        (b"[[[[[[[[[1]]]]]]]]]", "no BioC passages"),
        (b"[" * 100_000, "no well-formed JSON"),
        (b'{"documents": [{"passages": [{"text": 5, "infons": 3}, 7]}]}', "no BioC passages"),
        (b"<collection><document><passage><text>cut", "cut off"),
        (b'<!DOCTYPE collection [<!ENTITY a "b">]><collection>&a;</collection>', "entity"),
    ],
)
def test_refused(data: bytes, words: str) -> None:
    """Damage, bombs and other data are refused in one line."""
    with pytest.raises(ReadError, match=words):
        read_bytes(data, "paper.json")


def test_documents_on_lines_of_their_own() -> None:
    """Of JSON Lines the first document is read, and the reader says so."""
    line = '{"id": "1", "passages": [{"offset": 0, "infons": {}, "text": "Some cells act."}]}'
    document = read_bytes(f"{line}\n{line}\n".encode(), "x.json")
    assert document.text == "Some cells act."
    assert any("2 documents" in w for w in document.warnings)
