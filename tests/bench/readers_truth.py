"""The truth for the PDF reader: body, headings, callouts, references, tables of an article's XML.

Two kinds of XML are understood: JATS (and its forerunner NLM) and the older one of BioMed Central.
"""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path

MARK = "\ue000"
"""Stands in a paragraph's text where a callout stood."""

_APART = {
    "fig",
    "table-wrap",
    "disp-formula",
    "tbl",
    "table",
    "graphic",
    "media",
    "supplementary-material",
    "boxed-text",
    "fn",
    "table-wrap-group",
    "fig-group",
    "suppl",
    "display-formula",
    "inline-formula",
    "m:math",
    "math",
    "tex-math",
}


@dataclass
class TrueReference:
    """One entry of the list, as the XML has it."""

    key: str
    surname: str
    year: str
    title: str
    printed: str


@dataclass
class TrueTable:
    """A table as a set of (row, column, letters of the cell)."""

    label: str
    cells: set[tuple[int, int, str]] = field(default_factory=set)


@dataclass
class Truth:
    """What the XML says of one article.

    ``paragraphs`` hold ``MARK`` followed by the number of a callout, in ``callouts`` its keys.
    """

    paragraphs: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    other_headings: list[str] = field(default_factory=list)
    callouts: list[list[str]] = field(default_factory=list)
    references: list[TrueReference] = field(default_factory=list)
    tables: list[TrueTable] = field(default_factory=list)


def letters(text: str) -> str:
    """The letters alone, in lower case and without accents or ligatures."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain.lower() if c.isalpha())


def read_truth(path: Path) -> Truth:
    """Read the XML of an article."""
    root = ET.parse(path).getroot()
    _strip_names(root)
    out = Truth()
    bmc = root.tag == "art"
    body = root.find(".//bdy" if bmc else ".//body")
    keys = [
        r.get("id", "")
        for r in root.iter("bibl" if bmc else "ref")
        if not bmc or (r.get("id") or "").startswith("B")
    ]
    for entry in root.iter("bibl" if bmc else "ref"):
        if bmc and not (entry.get("id") or "").startswith("B"):
            continue
        out.references.append(_reference(entry, bmc))
    order = {k: i for i, k in enumerate(keys)}
    if body is not None:
        _body(body, out, bmc, order, keys)
        tables = list(body.iter("tbl" if bmc else "table-wrap"))
        if bmc:
            tables += [t for t in body.iter("table") if t.find("tgroup") is not None]
        out.tables.extend(_table(t) for t in tables)
        if not bmc:
            extra = root.find(".//floats-group")
            for table in extra.iter("table-wrap") if extra is not None else ():
                out.tables.append(_table(table))
    heads = {id(t) for t in _titles(body, bmc)} if body is not None else set()
    out.other_headings = [_flat(t) for t in _titles(root, bmc) if id(t) not in heads and _flat(t)]
    return out


def _strip_names(root: ET.Element) -> None:
    for e in root.iter():
        if isinstance(e.tag, str) and "}" in e.tag:
            e.tag = e.tag.rsplit("}", 1)[1]


def _flat(e: ET.Element) -> str:
    return re.sub(r"\s+", " ", "".join(e.itertext())).strip()


def _titles(root: ET.Element, bmc: bool) -> list[ET.Element]:
    if bmc:
        return [p for st in root.iter("st") for p in st.iter("p")]
    out = []
    for tag in (
        "sec",
        "ack",
        "ref-list",
        "app",
        "fn-group",
        "glossary",
        "abstract",
        "notes",
        "kwd-group",
    ):
        for s in root.iter(tag):
            out.extend(t for t in s.findall("title"))
    return out


def _body(body: ET.Element, out: Truth, bmc: bool, order: dict[str, int], keys: list[str]) -> None:
    def walk(e: ET.Element) -> None:
        for child in e:
            if child.tag in _APART:
                continue
            if child.tag in ("title", "st"):
                text = _flat(child)
                if text:
                    out.headings.append(text)
                    out.paragraphs.append(text)
            elif child.tag == "p":
                out.paragraphs.append(_paragraph(child, out, bmc, order, keys))
                for inner in child.iter():
                    if inner.tag in ("sec",):
                        walk(inner)
            else:
                walk(child)

    walk(body)
    out.paragraphs = [p for p in out.paragraphs if letters(p)]


def _checked(
    rids: list[str], shown: str, parts: list[str], references: list[TrueReference]
) -> list[str]:
    """The keys of an author–year callout, put right where the XML ties it to another entry.

    Publishers' files have such slips (a shifted numbering). What is printed decides: the year in
    the callout and the name before it.
    """
    year = re.search(r"(?:18|19|20)\d\d", shown)
    if not year or len(rids) != 1:
        return rids
    before = letters("".join(parts)[-70:] + shown)
    own = next((r for r in references if r.key == rids[0]), None)
    if own is not None and own.year == year.group() and letters(own.surname) in before:
        return rids
    fit = [
        (before.rfind(letters(r.surname)), r.key)
        for r in references
        if r.year == year.group() and r.surname and letters(r.surname) in before
    ]
    return [max(fit)[1]] if fit else rids


def _paragraph(p: ET.Element, out: Truth, bmc: bool, order: dict[str, int], keys: list[str]) -> str:
    parts: list[str] = []
    last_key: str | None = None

    def cite(rids: list[str]) -> None:
        nonlocal last_key
        between = "".join(parts).rsplit(MARK, 1)[-1] if last_key else ""
        between = re.sub(r"^\d+", "", between)
        if (
            last_key
            and re.fullmatch(r"\s*[-–—‐−]\s*", between)
            and rids
            and rids[0] in order
            and last_key in order
        ):
            rids = [keys[i] for i in range(order[last_key] + 1, order[rids[0]])] + rids
        parts.append(f"{MARK}{len(out.callouts)} ")
        out.callouts.append(rids)
        last_key = rids[-1] if rids else None

    def walk(e: ET.Element) -> None:
        parts.append(e.text or "")
        for child in e:
            if child.tag == "xref" and child.get("ref-type") == "bibr":
                cite(
                    _checked((child.get("rid") or "").split(), _flat(child), parts, out.references)
                )
            elif child.tag == "abbr" and bmc:
                cite([child.get("bid") or ""])
            elif child.tag in _APART:
                pass
            else:
                walk(child)
            parts.append(child.tail or "")

    walk(p)
    return re.sub(r"\s+", " ", "".join(parts)).strip()


def _reference(entry: ET.Element, bmc: bool) -> TrueReference:
    def first(*tags: str) -> str:
        for tag in tags:
            found = next(entry.iter(tag), None)
            if found is not None and _flat(found):
                return _flat(found)
        return ""

    if bmc:
        return TrueReference(
            entry.get("id", ""),
            first("snm", "cnm", "ins"),
            first("pubdate")[:4],
            first("title"),
            _flat(entry),
        )
    surname = first("surname", "collab", "string-name", "name")
    return TrueReference(
        entry.get("id", ""),
        surname,
        re.sub(r"\D", "", first("year"))[:4],
        first("article-title", "chapter-title", "source"),
        re.sub(r"^\d+\.?\s*", "", _flat(entry)),
    )


def _table(wrap: ET.Element) -> TrueTable:
    label = wrap.find("label")
    if label is None:
        label = wrap.find("title")
    out = TrueTable(_flat(label) if label is not None else "")
    rows = list(wrap.iter("tr")) or list(wrap.iter("row")) or list(wrap.iter("r"))
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            if cell.tag not in ("td", "th", "entry", "c"):
                continue
            while (y, x) in taken:
                x += 1
            text = re.sub(r"\W+", "", _flat(cell)).lower()
            wide = int(cell.get("colspan") or cell.get("cspan") or 1)
            if cell.get("namest") and cell.get("nameend"):
                ends = [
                    int(re.sub(r"\D", "", cell.get(a) or "") or 0) for a in ("namest", "nameend")
                ]
                wide = max(1, ends[1] - ends[0] + 1)
            tall = int(
                cell.get("rowspan") or cell.get("rspan") or int(cell.get("morerows") or 0) + 1
            )
            for dy in range(tall):
                for dx in range(wide):
                    taken.add((y + dy, x + dx))
            if text:
                out.cells.add((y, x, text))
            x += wide
    return out
