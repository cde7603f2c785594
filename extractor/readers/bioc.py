"""BioC collections (PMC, PubTator), as JSON or as XML, to documents."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import ReadError
from ..records import BlockKind, Document, Reference, Source, Table
from . import abbreviations
from .decode import decode
from .grid import read_grid
from .jats_inline import Inline
from .markup import Flow, Piece, write_pieces
from .references import parse_reference
from .section_names import plain_name, zone_of
from .tree import Tree, parse_xml

_REMEDY = "save it as BioC JSON or BioC XML"
_SECTIONS = {
    "TITLE": "Title", "ABSTRACT": "Abstract", "INTRO": "Introduction", "METHODS": "Methods",
    "RESULTS": "Results", "DISCUSS": "Discussion", "CONCL": "Conclusions", "CASE": "Case",
    "ABBR": "Abbreviations", "ACK_FUND": "Acknowledgements", "SUPPL": "Supplementary material",
    "COMP_INT": "Competing interests", "AUTH_CONT": "Author contributions", "APPENDIX": "Appendix",
}  # fmt: skip
_BACK = frozenset("ACK_FUND SUPPL COMP_INT AUTH_CONT REVIEW_INFO KEYWORD".split())


@dataclass(slots=True)
class _Passage:
    """A passage: its notes, and its text as a span of ``Tree.flat``."""

    infons: dict[str, str]
    span: tuple[int, int]
    text: str = field(repr=False, default="")


def read_bioc(path: str | Path, data: bytes, doc_id: str) -> Document:
    """Read a BioC collection; of several documents in it the first.

    Args:
        path: The file's name, for messages.
        data: The whole file.
        doc_id: Name of the document.

    Raises:
        ReadError: It is neither BioC JSON nor BioC XML, is damaged, or holds no text.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        tree, encoding, warnings = parse_xml(data, path)
        groups = _from_xml(tree)
    else:
        tree = Tree()
        groups, encoding, warnings = _from_json(data, path, tree)
    if not groups:
        raise ReadError(path, "holds no BioC passages", _REMEDY)
    source = Source(str(path), "bioc", hashlib.sha256(data).hexdigest(), encoding)
    document = Document(doc_id, "", source, warnings=warnings)
    if len(groups) > 1:
        document.warnings.append(f"holds {len(groups)} documents; the first was read")
    reader = _Passages(tree, document)
    for passage in groups[0]:
        reader.passage(passage)
    exact = tree.root.tag != "" and all(p.flow.tree is tree for p in reader.pieces)
    write_pieces(document, tree, reader.pieces)
    if not exact:
        document.alignment = None
    if not document.text:
        raise ReadError(path, "holds no text")
    return document


def _from_xml(tree: Tree) -> list[list[_Passage]]:
    out: list[list[_Passage]] = []
    for node in tree.root.walk():
        if node.tag != "document":
            continue
        passages: list[_Passage] = []
        for passage in node.all("passage"):
            infons = {n.get("key"): tree.text(n) for n in passage.all("infon")}
            texts = passage.all("text") or [
                t for s in passage.all("sentence") for t in s.all("text")
            ]
            spans = [c for t in texts for c in t.children if isinstance(c, tuple)]
            for start, end in spans:
                passages.append(_Passage(infons, (start, end), tree.flat[start:end]))
        if passages:
            out.append(passages)
    return out


def _from_json(
    data: bytes, path: str | Path, tree: Tree
) -> tuple[list[list[_Passage]], str, list[str]]:
    text, encoding, warnings = decode(data, path)
    try:
        found = _loads(text)
    except (ValueError, RecursionError) as error:
        place = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise ReadError(path, f"is no well-formed JSON{place}", "fetch the file again") from None
    out: list[list[_Passage]] = []
    for document in _documents(found, 0):
        passages: list[_Passage] = []
        for passage in document["passages"]:
            if not isinstance(passage, dict):
                continue
            infons = passage.get("infons")
            own = (
                {str(k): str(v) for k, v in infons.items() if v is not None}
                if isinstance(infons, dict)
                else {}
            )
            for written in _texts(passage):
                start = tree.append(written)
                passages.append(_Passage(own, (start, start + len(written)), written))
        if passages:
            out.append(passages)
    tree.close()
    return out, encoding, warnings


def _loads(text: str) -> object:
    """One JSON value, or a list of those that stand on lines of their own."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg != "Extra data":
            raise
        return [json.loads(line) for line in text.splitlines() if line.strip()]


def _documents(found: Any, depth: int) -> list[dict[str, Any]]:
    """The documents in a collection, a list of collections, or one document alone."""
    if isinstance(found, dict):
        if isinstance(found.get("passages"), list):
            return [found]
        return _documents(found.get("documents") or found.get("PubTator3"), depth + 1)
    if isinstance(found, list) and depth < 6:
        return [d for one in found for d in _documents(one, depth + 1)]
    return []


def _texts(passage: dict[str, Any]) -> list[str]:
    text = passage.get("text")
    if isinstance(text, str) and text.strip():
        return [text]
    sentences = passage.get("sentences")
    if not isinstance(sentences, list):
        return []
    texts = [s.get("text") for s in sentences if isinstance(s, dict)]
    joined = " ".join(t for t in texts if isinstance(t, str))
    return [joined] if joined.strip() else []


class _Passages:
    """Turns passages one after the other into pieces."""

    def __init__(self, tree: Tree, document: Document) -> None:
        self.tree = tree
        self.document = document
        self.pieces: list[Piece] = []
        self.path: tuple[str, ...] = ()
        self.part = ""
        self.caption: str | None = None
        self.titled = False

    def passage(self, passage: _Passage) -> None:
        """Take the next passage."""
        kind = passage.infons.get("type", "").lower()
        part = passage.infons.get("section_type", "").upper()
        part = part or passage.infons.get("section", "").upper()
        if part == "REF" or kind == "ref":
            self._reference(passage)
            return
        if part != self.part:
            self.part = part
            name = _SECTIONS.get(part)
            self.path = (name,) if name and part not in ("TITLE",) else ()
        heading = re.fullmatch(r"(?:abstract_|footnote_)?title(?:_(\d))?", kind)
        if not self.titled and (part == "TITLE" or kind in ("title", "front")):
            self.titled = True
            self.path = ()
            self._put("title", passage)
        elif heading and (heading.group(1) or kind != "title"):
            self._heading(passage, int(heading.group(1) or 1), kind)
        elif part in ("TABLE", "FIG") or kind.startswith(("table", "fig")):
            self._float(passage, kind)
        else:
            self._put(self._kind(passage, part, kind), passage)

    def _kind(self, passage: _Passage, part: str, kind: str) -> BlockKind:
        zone = zone_of(self.path[-1]) if self.path else None
        if part == "ABBR" or zone == "abbreviations":
            found = abbreviations.parse(passage.text)
            known = self.document.abbreviations
            self.document.abbreviations = abbreviations.merge([known, found])
            return "abbreviations"
        if part == "ABSTRACT" or kind.startswith("abstract") or zone == "abstract":
            return "abstract"
        if part in _BACK or zone == "back":
            return "back"
        return "footnote" if kind == "footnote" else "paragraph"

    def _heading(self, passage: _Passage, level: int, kind: str) -> None:
        name = plain_name(re.sub(r"\s+", " ", passage.text).strip())
        above = self.path[: level - 1]
        if kind.startswith("abstract"):
            above = ("Abstract",) if name.casefold() != "abstract" else ()
        self.path = (*above, name)
        back = self.part in _BACK or zone_of(name) == "back"
        self._put("back" if back else "heading", passage, len(self.path))

    def _put(self, kind: BlockKind, passage: _Passage, level: int = 0) -> None:
        flow = Flow(self.tree)
        flow.text(*passage.span)
        if not flow.blank():
            self.pieces.append(Piece(kind, flow, self.path, level))

    def _float(self, passage: _Passage, kind: str) -> None:
        xml = passage.infons.get("xml", "")
        if xml and "table" in kind:
            try:
                tree, _, _ = parse_xml(xml.encode("utf-8", "replace"), self.document.source.path)
            except ReadError:
                tree = Tree()
            tables = [n for n in tree.root.walk() if n.tag == "table"]
            flow = read_grid(tables, tree, Inline(tree, in_table=True).write)
            if flow.cells:
                label = re.match(r"\s*(Tab(?:le|\.)?\s?\S{1,6}?)[.:\s]", self.caption or "")
                table = Table(label.group(1) if label else None, self.caption, 0, 0)
                self.pieces.append(Piece("table", flow, self.path, 0, table))
                return
        if "foot" in kind:
            self._put("footnote", passage)
            if self.document.tables:
                self.document.tables[-1].footnotes.append(passage.text)
        elif kind == "table":
            self._put("table", passage)
        else:
            self.caption = re.sub(r"\s+", " ", passage.text).strip() if "table" in kind else None
            self._put("caption", passage)

    def _reference(self, passage: _Passage) -> None:
        infons, text = passage.infons, re.sub(r"\s+", " ", passage.text).strip()
        if infons.get("type", "").lower().startswith("title"):
            return
        number = len(self.document.references) + 1
        out = Reference(str(number), text, number=number)
        names: list[tuple[int, str]] = []
        for key, value in infons.items():
            if m := re.fullmatch(r"name_(\d{1,4})", key):
                parts = dict(p.partition(":")[::2] for p in value.split(";"))
                name = f"{parts.get('surname', '')} {parts.get('given-names', '')}".strip()
                names.append((int(m.group(1)), name))
        out.authors = tuple(n for _, n in sorted(names) if n)
        year = re.search(r"(?:18|19|20)\d\d", infons.get("year", ""))
        out.year = int(year.group()) if year else None
        out.journal, out.volume = infons.get("source") or None, infons.get("volume") or None
        first, last = infons.get("fpage", ""), infons.get("lpage", "")
        out.pages = f"{first}–{last}" if first and last else first or None
        out.doi, out.pmid = infons.get("pub-id_doi"), infons.get("pub-id_pmid")
        if out.authors or out.year or out.journal:
            out.title = text or None
            year_text = f" ({out.year})" if out.year else ""
            shown = [", ".join(out.authors) + year_text, text, out.journal or ""]
            out.raw = ". ".join(s for s in shown if s.strip())
        else:
            read = parse_reference(text, key=out.key, number=number)
            read.doi, read.pmid = read.doi or out.doi, read.pmid or out.pmid
            out = read
        self.document.references.append(out)
