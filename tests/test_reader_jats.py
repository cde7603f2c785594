from __future__ import annotations

import os
import re
import socket
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from extractor.errors import ReadError
from extractor.readers import read, read_bytes
from extractor.records import Document

HEAD = '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS v1.2//EN" "JATS-archivearticle1.dtd">\n'


def entry(number: int, title: str, pmid: str = "") -> str:
    ids = f'<pub-id pub-id-type="pmid">{pmid}</pub-id>' if pmid else ""
    return (
        f'<ref id="B{number}"><label>{number}.</label><element-citation>'
        f'<person-group person-group-type="author"><name><surname>Lo{chr(96 + number)}</surname>'
        f"<given-names>Guo Hua</given-names></name><name><surname>Ma</surname>"
        f"<given-names>T</given-names></name></person-group><article-title>{title}</article-title>"
        f"<source>J Made Up</source><year>201{number}</year><volume>7</volume><fpage>1</fpage>"
        f"<lpage>9</lpage>{ids}"
        f'<pub-id pub-id-type="doi">10.1000/x.{number}</pub-id></element-citation></ref>'
    )


REFS = (
    "<ref-list><title>References</title>"
    + "".join(entry(n, f"Study number {n}", "1234567" if n == 1 else "") for n in range(1, 9))
    + "</ref-list>"
)


def article(body: str, back: str = REFS, front: str = "") -> bytes:
    return (
        f'{HEAD}<article xmlns:xlink="x"><front><article-meta><title-group><article-title>Vesicles'
        f" <italic>mend</italic> kidneys</article-title></title-group>{front}</article-meta>"
        "</front>"
        f"<body>{body}</body><back>{back}</back></article>"
    ).encode()


def made(body: str, back: str = REFS, front: str = "") -> Document:
    return read_bytes(article(body, back, front), "paper.xml")


def blocks(document: Document, *kinds: str) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind in kinds]


def ties(document: Document) -> list[tuple[str, str | None]]:
    return [(c.marker, c.reference) for c in document.citations]


def cite(*numbers: int | str) -> str:
    return ",".join(f'<xref ref-type="bibr" rid="B{n}">{n}</xref>' for n in numbers)


def test_sections_and_abstract() -> None:
    """Title, labelled abstract, nested sections and back matter have kind, path and level."""
    document = made(
        "<sec><title>Results</title><p>One.</p><sec><title>In rats</title><p>Two.</p></sec></sec>",
        "<ack><title>Acknowledgements</title><p>Thanks.</p></ack>" + REFS,
        "<abstract><sec><title>Background</title><p>Why.</p></sec>"
        "<p><bold>Conclusion:</bold> So.</p></abstract>"
        "<kwd-group><kwd>rats</kwd><kwd>mice</kwd></kwd-group>",
    )
    rows = [(b.kind, document.text[b.start : b.end], b.path, b.level) for b in document.blocks]
    assert rows == [
        ("title", "Vesicles mend kidneys", (), 0),
        ("heading", "Background", ("Abstract", "Background"), 2),
        ("abstract", "Why.", ("Abstract", "Background"), 0),
        ("heading", "Conclusion:", ("Abstract", "Conclusion"), 2),
        ("abstract", "So.", ("Abstract", "Conclusion"), 0),
        ("front", "rats; mice", ("Keywords",), 0),
        ("heading", "Results", ("Results",), 1),
        ("paragraph", "One.", ("Results",), 0),
        ("heading", "In rats", ("Results", "In rats"), 2),
        ("paragraph", "Two.", ("Results", "In rats"), 0),
        ("back", "Acknowledgements", ("Acknowledgements",), 1),
        ("back", "Thanks.", ("Acknowledgements",), 0),
    ]
    assert document.title == "Vesicles mend kidneys"


def test_reference_fields() -> None:
    """An entry has authors, year, title, journal, volume, pages, DOI and PMID."""
    first = made("<p>Text.</p>").references[0]
    assert (first.key, first.number, first.authors) == ("B1", 1, ("Loa GH", "Ma T"))
    assert (first.year, first.title, first.journal) == (2011, "Study number 1", "J Made Up")
    assert (first.volume, first.pages) == ("7", "1–9")
    assert (first.doi, first.pmid) == ("10.1000/x.1", "1234567")
    assert first.raw == "Loa GH, Ma T (2011). Study number 1. J Made Up. 7:1–9."


def test_unmarked_references() -> None:
    """An entry whose parts the markup does not name is read from its text."""
    back = (
        '<ref-list><ref id="r1"><mixed-citation>Lou G, Ma T. Some old study. J Made Up. '
        "2015;3:1-9.</mixed-citation></ref></ref-list>"
    )
    entry = made("<p>Text.</p>", back).references[0]
    assert (entry.year, entry.title, entry.authors) == (2015, "Some old study", ("Lou G", "Ma T"))


@pytest.mark.parametrize(
    ("marked", "text", "numbers"),
    [
        (f"cells [{cite(1)}].", "cells.", [1]),
        (f"cells [{cite(1, 3)}] mend", "cells mend", [1, 3]),
        (f"cells<sup>{cite(1, 3)}</sup> mend", "cells mend", [1, 3]),
        (f"cells.{cite(2)} They", "cells. They", [2]),
        (f"cells ({cite(2)}–{cite(5)}).", "cells.", [2, 3, 4, 5]),
        ('cells <xref ref-type="bibr" rid="B5 B6 B7 B8">[5–8]</xref>.', "cells.", [5, 6, 7, 8]),
        ('cells [<xref ref-type="bibr" rid="B5">5–8</xref>].', "cells.", [5, 6, 7, 8]),
        (f"cells [{cite(1)}], [{cite(3)}].", "cells.", [1, 3]),
        ('x<xref ref-type="bibr" rid="B4"><sup>4</sup></xref>, y', "x, y", [4]),
    ],
)
def test_numbered_callouts(marked: str, text: str, numbers: list[int]) -> None:
    """Numbers in brackets or raised are lifted with their brackets; ranges name every entry."""
    document = made(f"<p>{marked}</p>")
    assert blocks(document, "paragraph") == [text]
    assert ties(document) == [(str(n), f"B{n}") for n in numbers]
    assert all(c.lifted for c in document.citations)


def test_callout_as_word() -> None:
    """A number that is a word of the sentence stays, and is tied all the same."""
    document = made(f"<p>We follow the way of ref. {cite(3)} in all.</p>")
    assert blocks(document, "paragraph") == ["We follow the way of ref. 3 in all."]
    only = document.citations[0]
    assert (only.reference, only.lifted) == ("B3", False)
    assert document.text[only.offset : only.end] == "3"


def test_author_year_callouts() -> None:
    """Names and years in brackets are lifted; names that are part of the sentence stay."""
    link = '<xref ref-type="bibr" rid="B{0}">{1}</xref>'
    year = link.format(1, 2011)
    other = link.format(2, "Lob and Ma, 2012")
    document = made(
        f"<p>Loa et al. ({year}) saw it, as others did ({other}; Loa et al., {year}).</p>"
    )
    assert blocks(document, "paragraph") == ["Loa et al. (2011) saw it, as others did."]
    assert [(c.reference, c.lifted) for c in document.citations] == [
        ("B1", False),
        ("B2", True),
        ("B1", True),
    ]
    stays = document.citations[0]
    assert document.text[stays.offset : stays.end].endswith("(2011)")


def test_plain_callouts() -> None:
    """Callouts that the markup does not link are found in the text."""
    document = made("<p>Cells mend [1,3]. And more [2].</p>")
    assert blocks(document, "paragraph") == ["Cells mend. And more."]
    assert ties(document) == [("1", "B1"), ("3", "B3"), ("2", "B2")]


TABLE = (
    '<table-wrap id="T1"><label>Table 1.</label><caption><p>What was seen.</p></caption><table>'
    "<thead><tr><th rowspan='2'>Source</th><th colspan='2'>Seen</th></tr>"
    "<tr><th>Gene</th><th>Effect</th></tr></thead><tbody>"
    f"<tr><td rowspan='2'>BM-MSC<sup>a</sup></td><td>PTEN</td>"
    f"<td>less fibrosis [{cite(2)}]</td></tr>"
    f"<tr><td/><td>[{cite(1)}]</td></tr></tbody></table>"
    "<table-wrap-foot><fn><p>AKI, acute kidney injury; a, of rats</p></fn>"
    "</table-wrap-foot></table-wrap>"
)


def test_table_cells() -> None:
    """Cells have row, column, spans and header flag, stand in the text, and cite."""
    document = made(f"<sec><title>Results</title><p>Before {TABLE}after.</p></sec>")
    assert blocks(document, "paragraph") == ["Before after."]
    assert blocks(document, "caption") == ["Table 1. What was seen."]
    (table,) = document.tables
    assert (table.label, table.caption, table.section) == ("Table 1", "What was seen.", "Results")
    assert table.footnotes == ["AKI, acute kidney injury; a, of rats"]
    assert document.abbreviations["AKI"] == "acute kidney injury"
    rows = [
        (c.row, c.column, c.text, c.row_span, c.column_span, c.header, c.citations)
        for c in table.cells
    ]
    assert rows == [
        (0, 0, "Source", 2, 1, True, ()),
        (0, 1, "Seen", 1, 2, True, ()),
        (1, 1, "Gene", 1, 1, True, ()),
        (1, 2, "Effect", 1, 1, True, ()),
        (2, 0, "BM-MSC a", 2, 1, False, ()),
        (2, 1, "PTEN", 1, 1, False, ()),
        (2, 2, "less fibrosis", 1, 1, False, ("B2",)),
        (3, 2, "[1]", 1, 1, False, ("B1",)),
    ]
    assert all(document.text[c.start : c.end] == c.text for c in table.cells)
    assert document.text[table.start : table.end] == (
        "Source | Seen || Gene | Effect || BM-MSC a | PTEN | less fibrosis || [1]"
    )


def test_caption_behind_a_label_with_space() -> None:
    """A label that ends in a full stop and white space gets no second full stop."""
    document = made("<fig><label>Figure 1. </label><caption><title>Seen.</title></caption></fig>")
    assert blocks(document, "caption") == ["Figure 1. Seen."]


def test_cals_table() -> None:
    """Rows and entries with named columns and further rows are cells with spans."""
    document = made(
        '<table-wrap><table><tgroup cols="3"><colspec colname="c1"/><colspec colname="c2"/>'
        '<colspec colname="c3"/><tbody><row><entry morerows="1">a</entry>'
        '<entry namest="c2" nameend="c3">b</entry></row><row><entry>c</entry><entry>d</entry>'
        "</row></tbody></tgroup></table></table-wrap>"
    )
    cells = [(c.row, c.column, c.text, c.row_span, c.column_span) for c in document.tables[0].cells]
    assert cells == [(0, 0, "a", 2, 1), (0, 1, "b", 1, 2), (1, 1, "c", 1, 1), (1, 2, "d", 1, 1)]


def test_wild_spans() -> None:
    """Spans beyond reason are cut to the table; two hundred columns are read."""
    row = "".join(f"<td>c{i}</td>" for i in range(200))
    document = made(
        f"<table-wrap><table><tr>{row}</tr><tr><td colspan='99999999' rowspan='99999999'>x</td>"
        "</tr></table></table-wrap>"
    )
    cells = document.tables[0].cells
    assert [c.column for c in cells[:200]] == list(range(200))
    assert (cells[200].row, cells[200].row_span) == (1, 1)


def test_lists_formulas_supplements() -> None:
    """Lists are items, formulas are read from their elements, supplements are back matter."""
    document = made(
        "<p>We saw:<list><list-item><label>1.</label><p>less</p></list-item>"
        "<list-item><p>more</p></list-item></list>of <inline-formula><alternatives><tex-math>"
        "\\begin{document}$$\\alpha$$\\end{document}</tex-math><math><mi>α</mi></math>"
        "</alternatives></inline-formula> and <inline-formula><tex-math>$$\\beta _1$$</tex-math>"
        "</inline-formula>; 10<sup>6</sup> of Ca<sup>2+</sup>.</p><supplementary-material>"
        "<label>File S1.</label><caption><p>More data.</p></caption></supplementary-material>"
    )
    assert blocks(document, "paragraph") == ["We saw:", "of α and beta1; 10^6 of Ca2+."]
    assert blocks(document, "list") == ["1. less", "more"]
    assert blocks(document, "back") == ["File S1. More data."]


def test_abbreviation_list() -> None:
    """A glossary gives short and long forms and a block of its own kind."""
    document = made(
        "<p>Text.</p>",
        "<glossary><title>Abbreviations</title><def-list><def-item><term>AKI</term><def>"
        "<p>acute kidney injury</p></def></def-item></def-list></glossary>",
    )
    assert document.abbreviations == {"AKI": "acute kidney injury"}
    assert blocks(document, "abbreviations") == ["AKI: acute kidney injury"]


def test_alignment_leads_to_the_source() -> None:
    """Each letter of the text stands where its alignment says in the decoded source."""
    data = article(f"<p>Größe\n  &lt; <b>bold</b>&#233; [{cite(1)}] end.</p>")
    source = data.decode()
    document = read_bytes(data, "paper.xml")
    assert document.alignment is not None
    for text, at, length in document.alignment.runs():
        if length > 1:
            mine, theirs = document.text[text : text + length], source[at : at + length]
            assert mine == re.sub(r"\s", " ", theirs)
    at = document.text.index("end.")
    assert document.source_span(at, at + 4) == (source.index("end."), source.index("end.") + 4)


BOMB = '<!DOCTYPE article [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><article>&b;</article>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (BOMB, "declares an entity"),
        ('<!DOCTYPE article [<!ENTITY x SYSTEM "file:///etc/hosts">]><article>&x;</article>',
         "declares an entity"),
        ('<!DOCTYPE article [<!ENTITY % x SYSTEM "http://localhost/x.dtd"> %x;]><article/>',
         "declares an entity"),
        ("<?xml version='1.0'?><catalog><item>no article</item></catalog>", "<catalog>"),
        (article("<p>Some text</p>").decode()[:-200], "cut off"),
        ("<article><front></article>", "not well-formed"),
        ("<article><body/></article>", "no text"),
        ("<article>" + "<sec>" * 5000 + "</sec>" * 5000 + "</article>", "deep"),
    ],
)  # fmt: skip
def test_refused(data: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bombs, external entities, other XML and damage are refused in one line, off the network."""

    def connect(*_: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", connect)
    with pytest.raises(ReadError, match=re.escape(words)) as caught:
        read_bytes(data.encode(), "paper.xml")
    assert "paper.xml" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_plain_doctype_and_names_of_letters() -> None:
    """A DOCTYPE is fine, and letters by their usual names are known without its DTD."""
    assert blocks(made("<p>TNF&alpha; &amp; more</p>"), "paragraph") == ["TNFα & more"]


def test_wrong_suffix() -> None:
    """An article is known by its content, whatever its name ends in."""
    document = read_bytes(article("<p>Text.</p>"), "paper.txt")
    assert document.source.kind == "jats"


def test_several_articles() -> None:
    """Of several articles in one file the first is read, with a warning."""
    one = article("<p>Text.</p>").decode().removeprefix(HEAD)
    document = read_bytes(f"<pmc-articleset>{one}{one}</pmc-articleset>".encode(), "set.xml")
    assert document.warnings == ["holds 2 articles; the first was read"]
    assert blocks(document, "paragraph") == ["Text."]


def published() -> list[Path]:
    base = os.environ.get("EXTRACTOR_DATA")
    if not base:
        pytest.skip("EXTRACTOR_DATA is not set")
    found = sorted((Path(base) / "benchmark").glob("*/*.xml"))
    return [p for p in found if b"<article " in p.read_bytes()[:4000]]


def grid(root: ET.Element) -> list[set[tuple[int, int, str]]]:
    """The cells of each table, walked without the reader."""
    out = []
    for wrap in root.iter("table-wrap"):
        cells: set[tuple[int, int, str]] = set()
        full: set[tuple[int, int]] = set()
        for y, row in enumerate(wrap.iter("tr")):
            x = 0
            for cell in row:
                while (y, x) in full:
                    x += 1
                wide, tall = int(cell.get("colspan", 1)), int(cell.get("rowspan", 1))
                full |= {(y + j, x + i) for j in range(tall) for i in range(wide)}
                text = re.sub(r"\W", "", "".join(cell.itertext()))
                if text:
                    cells.add((y, x, text))
                x += wide
        if cells:
            out.append(cells)
    return out


@pytest.mark.data
def test_published_articles() -> None:
    """In published articles every callout is tied, headings and cells are exact."""
    for path in published():
        document, root = read(path), ET.parse(path).getroot()
        main = [root.find("front"), root.find("body"), root.find("back")]
        links = [
            rid
            for part in main
            if part is not None
            for x in part.iter("xref")
            if x.get("ref-type") == "bibr"
            for rid in (x.get("rid") or "").split()
        ]
        tied = [c.reference for c in document.citations]
        assert None not in tied, path.name
        assert set(links) <= set(tied), path.name
        assert len(tied) >= len(links) - 3, path.name
        body = root.find("body")
        assert body is not None
        titles = [
            " ".join("".join(t.itertext()).split())
            for s in body.iter("sec")
            for t in s.findall("title")
        ]
        heads = [
            document.text[b.start : b.end] for b in document.blocks if b.kind in ("heading", "back")
        ]
        rest = iter(re.sub(r"\s", "", h) for h in heads)
        assert all(re.sub(r"\s", "", t) in rest for t in titles), path.name
        read_cells = [
            {(c.row, c.column, t) for c in table.cells if (t := re.sub(r"\W", "", c.text))}
            for table in document.tables
        ]
        for cells in grid(root):
            assert cells in read_cells, path.name


@pytest.mark.parametrize(
    ("marked", "text", "numbers"),
    [
        ('cells [<xref ref-type="bibr" rid="B3">3</xref>–7].', "cells.", [3, 4, 5, 6, 7]),
        ('cells [2,<xref ref-type="bibr" rid="B5">5</xref>].', "cells.", [2, 5]),
        ('cells.<sup><xref ref-type="bibr" rid="B1">1</xref>–3</sup>', "cells.", [1, 2, 3]),
        ('cells.<sup>1-<xref ref-type="bibr" rid="B3">3</xref></sup>', "cells.", [1, 2, 3]),
        ('cells [<xref rid="B3 B4 B5">3–5</xref>].', "cells.", [3, 4, 5]),
        ('cells [<xref ref-type="other" rid="B2">2</xref>].', "cells.", [2]),
        ("cells.<sup>1,3</sup>", "cells.", [1, 3]),
        ("10<sup>3</sup> cells of 2 m<sup>2</sup> and Ca<sup>2+</sup>", None, []),
    ],
)
def test_callouts_that_the_markup_leaves_out(
    marked: str, text: str | None, numbers: list[int]
) -> None:
    """Numbers beside a link, links of another type, and raised numbers where no link is."""
    document = made(f"<p>They are {marked} So.</p>")
    assert ties(document) == [(str(n), f"B{n}") for n in numbers]
    if text is not None:
        assert document.text.endswith(f"They are {text} So.")


@pytest.mark.parametrize("tag", ["records", "response", "ListRecords", "collection", "j:wrapper"])
def test_any_container(tag: str) -> None:
    """An article is found within the envelope of any repository."""
    inner = article("<p>Some cells.</p>").decode().removeprefix(HEAD)
    data = f'<{tag} xmlns:j="j"><record><metadata>{inner}</metadata></record></{tag}>'
    assert "Some cells." in read_bytes(data.encode(), "x.xml").text


def test_unlabelled_entries_cited_by_number() -> None:
    """Where nothing is linked or numbered, numbers count the list."""
    back = REFS
    for n in range(1, 9):
        back = back.replace(f"<label>{n}.</label>", "")
    assert ties(made("<p>They act [2,4] well.</p>", back)) == [("2", "B2"), ("4", "B4")]


def test_a_table_in_a_cell_and_highlights() -> None:
    """Cells of an inner table are set apart; highlights and keywords are front matter."""
    document = made(
        "<sec><title>Highlights</title><p>So it is.</p></sec><sec><title>T</title><table-wrap>"
        "<label>TABLE 2</label><table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr>"
        "</table></td></tr></table></table-wrap></sec>",
        front="<abstract><p>Why.</p><p>Keywords: rats, mice</p></abstract>",
    )
    assert [c.text for c in document.tables[0].cells] == ["a", "b c"]
    assert blocks(document, "front") == ["Keywords: rats, mice", "Highlights", "So it is."]


BMC = """<art><ui>x</ui><fm><bibl><title><p>Vesicles <it>mend</it> kidneys</p></title><aug><au>
<snm>Lou</snm><fnm>G</fnm></au></aug><source>J Made Up</source></bibl><abs><sec><st><p>Abstract</p>
</st><sec><st><p>Results</p></st><p>They did.</p></sec></sec></abs><kwdg><kwd>rats</kwd></kwdg></fm>
<bdy><sec><st><p>Background</p></st><p>They mend <abbrgrp> <abbr bid="B1">1</abbr>
</abbrgrp> and heal
<abbrgrp><abbr bid="B1">1</abbr><abbr bid="B2">2</abbr></abbrgrp>.</p><table><title><p>Table 1
</p></title><caption><p>What was seen</p></caption><tgroup cols="2"><thead><row><entry><p>Source</p>
</entry><entry><p>miRNA</p></entry></row></thead><tbody><row><entry><p>BM</p></entry><entry><p>miR-21
</p></entry></row></tbody></tgroup><tfoot><p>BM, bone marrow.</p></tfoot></table></sec></bdy><bm>
<ack><sec><st><p>Acknowledgements</p></st><p>Thanks.</p></sec></ack><refgrp><bibl id="B1"><title>
<p>Study one</p></title><aug><au><snm>Ma</snm><fnm>T</fnm></au></aug><source>J Made Up</source>
<pubdate>2011
</pubdate><volume>3</volume><fpage>1</fpage><lpage>9</lpage><xrefbib><pubidlist><pubid idtype="doi">
10.1000/x.1</pubid><pubid idtype="pmpid">1234567</pubid></pubidlist></xrefbib></bibl><bibl id="B2">
<aug><au><cnm>Vesicle Group</cnm></au></aug><title><p>Study two</p></title><pubdate>2012</pubdate>
</bibl></refgrp></bm></art>"""


def test_the_markup_of_biomed_central() -> None:
    """An article with the root ``art`` is read as one in JATS is."""
    document = read_bytes(BMC.encode(), "x.xml")
    assert document.title == "Vesicles mend kidneys"
    assert blocks(document, "abstract") == ["They did."]
    assert blocks(document, "paragraph") == ["They mend and heal."]
    assert ties(document) == [("1", "B1"), ("1", "B1"), ("2", "B2")]
    first, second = document.references
    assert (first.authors, first.year, first.title) == (("Ma T",), 2011, "Study one")
    assert (first.doi, first.pmid, first.pages) == ("10.1000/x.1", "1234567", "1–9")
    assert second.authors == ("Vesicle Group",)
    (table,) = document.tables
    assert (table.label, table.caption) == ("Table 1", "What was seen")
    assert [(c.text, c.header) for c in table.cells] == [
        ("Source", True), ("miRNA", True), ("BM", False), ("miR-21", False),
    ]  # fmt: skip
    assert table.footnotes == ["BM, bone marrow."]
    assert blocks(document, "back") == ["Acknowledgements", "Thanks."]
