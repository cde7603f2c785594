"""Article pages of several publishers' structure."""

from __future__ import annotations

import pytest

from extractor.readers import read_bytes
from extractor.records import Document
from tests.pages import LONG, PAGES


def page(name: str) -> Document:
    return read_bytes(PAGES[name].encode(), "page.html")


def texts(document: Document, *kinds: str) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind in kinds]


@pytest.mark.parametrize("name", PAGES)
def test_front_and_body(name: str) -> None:
    """Title, abstract and body of a page stand apart from names, dates, keywords and links."""
    document = page(name)
    assert document.title == "Vesicles mend kidneys"
    assert texts(document, "abstract") == [f"An abstract that says it all. {LONG}"]
    body = texts(document, "paragraph")
    assert body
    assert all(t.startswith(LONG) for t in body)
    assert not any("eyword" in t or "Open in" in t for t in body)
    assert "INTRODUCTION" in [(b.section or "").upper() for b in document.blocks]


@pytest.mark.parametrize("name", PAGES)
def test_entries_and_callouts(name: str) -> None:
    """Each entry is read once, with its fields, and each callout leads to its entry."""
    document = page(name)
    entries = document.references
    assert [r.title for r in entries] == [f"Study number {n} of cells" for n in (1, 2, 3)]
    assert [r.year for r in entries] == [2011, 2012, 2013]
    assert entries[0].authors[0] == "Lou G"
    assert entries[0].doi == "10.1000/x.1"
    place = {r.key: n for n, r in enumerate(entries, 1)}
    cited = [place[c.reference or ""] for c in document.citations]
    assert cited[:3] == [1, 2, 3] or cited[:5] == [1, 2, 1, 2, 3]


@pytest.mark.parametrize("name", ["PMC", "MDPI", "Wiley", "ScienceDirect"])
def test_a_table_with_its_caption(name: str) -> None:
    """A table has the label and caption that the page prints around it, once."""
    document = page(name)
    (table,) = document.tables
    assert (table.label or "").upper() == "TABLE 1"
    assert "What was seen." in (table.caption or "")
    assert [c.text for c in table.cells] == ["Source", "miRNA", "BM-MSC", "miR-21"]
    assert document.text.count("What was seen.") == 1


@pytest.mark.parametrize(
    ("name", "captions"),
    [
        ("Frontiers", ["TABLE 1. What was seen."]),
        ("Nature", ["Table 1 What was seen", "Fig. 1: How it works."]),
        ("PLOS", ["Table 1. What was seen."]),
    ],
)
def test_captions_without_their_table(name: str, captions: list[str]) -> None:
    """A table that is only a picture, or on a page of its own, leaves its caption."""
    assert texts(page(name), "caption") == captions


def test_notes_beside_the_abstract() -> None:
    """Citation, editor and dates that a page prints within the abstract are front matter."""
    front = texts(page("PLOS"), "front")
    assert any(t.startswith("Editor:") for t in front)
    assert any(t.startswith("Received:") for t in front)
