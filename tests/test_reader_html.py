from __future__ import annotations

import pytest

from extractor.errors import ReadError
from extractor.readers import read_bytes
from extractor.records import Document

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Vesicles | Journal</title><style>p {}</style></head><body>
<nav class="menu"><ul><li><a href="/">Home</a></li><li>Journals</li></ul></nav>
<div class="share-buttons"><a>Share</a> on a network</div>
<main><article>
<header><h1>Vesicles of stem cells mend&nbsp;kidneys</h1>
<ul class="article-author-list"><li>Ann Lee</li></ul><p>Published: 3 May 2020</p></header>
<section id="Abs1"><h2>Abstract</h2><div><p>Kidneys fail &amp; mend.</p>
<p><strong>Results:</strong> Exosomes helped.</p></div></section>
<section><h2>1. Introduction</h2>
<p>Exosomes carry miR-21<sup><a href="#ref-1">1</a>,<a href="#ref-2">2</a></sup>. They
repress PTEN [<a href="#ref-2">2</a>–<a href="#ref-4">4</a>].
<p>Unclosed as seen (Lee et al. <a href="#ref-1">2015</a>). Ca<sup>2+</sup> flowed.
<ul><li>First item</li><li>Second <b>item</b></ul>
<h3>1.1. In rats</h3>
<div class="table-box" id="table-1"><div class="caption"><b>Table 1.</b> Studies.</div>
<a href="/tables/1">Full size table</a>
<table><thead><tr><th>Source</th><th colspan="2">Effect</th></tr></thead><tbody>
<tr><td rowspan="2">BM-MSC</td><td>apoptosis</td><td>[<a href="#ref-1">1</a>]</td></tr>
<tr><td>fibrosis [<a href="#ref-2">2</a>]<td></tbody></table></div>
<figure><img src="a.png"><figcaption>Figure 1. What was done.</figcaption></figure>
</section>
<section><h2>Abbreviations</h2><dl><dt>AKI:</dt><dd><p>acute kidney injury</p></dd></dl></section>
<section><h2>References</h2><ol>
<li><p id="ref-1">Lee A, Wu B, Ma C. A first study. J Made Up. 2015;1:1–9.</p><p>
<a href="https://doi.org/10.1000%2Fabc.1">Article</a>
<a href="https://pubmed.ncbi.nlm.nih.gov/12345678">PubMed</a> <a>Google Scholar</a></p></li>
<li><p id="ref-2">Wu B. Second thing. J Made Up. 2016;2:1–9.</p></li>
<li><p id="ref-3">Xu C. Third thing here. J Made Up. 2017;2:1–9.</p></li>
<li><p id="ref-4">Yu C. Fourth thing here. J Made Up. 2018;2:1–9.</p></li></ol></section>
<section><h2>Acknowledgements</h2><p>Thanks.</p></section>
<section><h2>Similar content being viewed by others</h2><p>Buy this.</p></section>
</article></main><footer>Legal words</footer><script>var x = "<p>no</p>";</script></body></html>
"""


def made(page: str = PAGE) -> Document:
    return read_bytes(page.encode(), "page.html")


def blocks(document: Document, *kinds: str) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind in kinds]


def test_sections() -> None:
    """Headings give sections by their levels; the heading of the page is the title."""
    document = made()
    assert document.title == "Vesicles of stem cells mend kidneys"
    heads = [
        (document.text[b.start : b.end], b.level) for b in document.blocks if b.kind == "heading"
    ]
    assert heads == [
        ("Abstract", 1), ("Results:", 2), ("1. Introduction", 1), ("1.1. In rats", 2),
        ("Abbreviations", 1),
    ]  # fmt: skip
    assert blocks(document, "abstract") == ["Kidneys fail & mend.", "Exosomes helped."]
    assert [b.path for b in document.blocks if b.kind == "table"] == [("Introduction", "In rats")]
    assert blocks(document, "back") == ["Acknowledgements", "Thanks."]


def test_paragraphs_and_lists() -> None:
    """Unclosed paragraphs and items end where a browser ends them; callouts are lifted."""
    document = made()
    assert blocks(document, "paragraph") == [
        "Exosomes carry miR-21. They repress PTEN.",
        "Unclosed as seen. Ca2+ flowed.",
    ]
    assert blocks(document, "list") == ["First item", "Second item"]


def test_callouts() -> None:
    """Links to entries of the reference list tie callouts to them, ranges to all inside."""
    document = made()
    tied = [(c.marker, c.reference) for c in document.citations]
    assert tied == [
        ("1", "ref-1"), ("2", "ref-2"), ("2", "ref-2"), ("3", "ref-3"), ("4", "ref-4"),
        ("Lee et al., 2015", "ref-1"), ("1", "ref-1"), ("2", "ref-2"),
    ]  # fmt: skip


def test_references() -> None:
    """Entries are parsed without their link words; DOI and PMID come from the links."""
    document = made()
    assert len(document.references) == 4
    first = document.references[0]
    assert (first.number, first.year, first.title) == (1, 2015, "A first study")
    assert (first.doi, first.pmid) == ("10.1000/abc.1", "12345678")
    assert "Scholar" not in first.raw


def test_table() -> None:
    """A table has label, caption and cells with spans, and its links are set aside."""
    (table,) = made().tables
    assert (table.label, table.caption) == ("Table 1", "Studies.")
    assert [
        (c.row, c.column, c.text, c.row_span, c.column_span, c.header) for c in table.cells
    ] == [
        (0, 0, "Source", 1, 1, True),
        (0, 1, "Effect", 1, 2, True),
        (1, 0, "BM-MSC", 2, 1, False),
        (1, 1, "apoptosis", 1, 1, False),
        (1, 2, "[1]", 1, 1, False),
        (2, 1, "fibrosis", 1, 1, False),
    ]
    assert table.cells[-1].citations == ("ref-2",)


def test_furniture() -> None:
    """Navigation, sharing, scripts, authors and other articles are not in the text."""
    document = made()
    for word in ("Home", "Share", "Legal", "var x", "Ann Lee", "Buy this", "Full size"):
        assert word not in document.text
    assert "Ann Lee" in document.furniture
    assert blocks(document, "front") == ["Published: 3 May 2020"]


def test_abbreviations() -> None:
    """A list of terms under its heading gives short and long forms."""
    document = made()
    assert document.abbreviations == {"AKI": "acute kidney injury"}
    assert blocks(document, "abbreviations") == ["AKI: acute kidney injury"]


def test_alignment_leads_to_the_source() -> None:
    """Letters of the text stand where the alignment says in the page's source."""
    document = made()
    at = document.text.index("repress PTEN")
    start, end = document.source_span(at, at + 12) or (0, 0)
    assert PAGE[start:end] == "repress PTEN"
    title = document.source_span(0, len(document.title or "")) or (0, 0)
    assert PAGE[slice(*title)] == "Vesicles of stem cells mend&nbsp;kidneys"


def test_page_without_structure() -> None:
    """A page of bare text and breaks is read all the same."""
    document = made("<html><body>Vesicles mend.<br>Cells too.<div>More</div></body></html>")
    assert blocks(document, "paragraph") == ["Vesicles mend. Cells too.", "More"]


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><nav>Home</nav></body></html>"])
def test_empty_page(page: str) -> None:
    """A page that holds no text is refused."""
    with pytest.raises(ReadError, match="holds no text"):
        made(page)


def test_deep_nesting() -> None:
    """Thousands of elements that are never closed do no harm."""
    document = made("<html><body>" + "<div><b>" * 5000 + "Deep text." + "</body></html>")
    assert document.text == "Deep text."


def test_declared_encoding() -> None:
    """The encoding that a page declares is used."""
    page = '<html><head><meta charset="iso-8859-2"></head><body><p>Łódź</p></body></html>'
    document = read_bytes(page.encode("iso-8859-2"), "page.html")
    assert document.text == "Łódź"
    assert document.source.encoding == "iso-8859-2"
