"""Pieces with kinds to the document: text, blocks, citations, references, tables, geometry."""

from __future__ import annotations

import re
from array import array
from collections import deque
from collections.abc import Sequence
from typing import cast

import numpy as np

from ..records import BODY_KINDS, Block, BlockKind, Citation, Document, Geometry
from . import abbreviations
from .citations import Callout, CalloutFinder, cuts, expand, style_of
from .pdf_blocks import Piece
from .pdf_chars import PageGlyphs
from .pdf_references import split_list
from .pdf_structure import Structure
from .pdf_text import Assembler, Flow, SuperStyle, Vocabulary, super_style
from .references import parse_references
from .sections import bullet_end
from .strand import plain_hyphens
from .tables_pdf import GridCell
from .tables_read import make_table

_LIFTING = frozenset({"paragraph", "abstract", "list", "caption", "table", "back", "footnote"})
_BRACKETED = re.compile(r"\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]")

_REFERENCE_HEAD = re.compile(
    r"\s*(?:refs?\b|references?\b|citations?\b|stud(?:y|ies)\b|authors?\b)", re.I
)

_STRETCH = 50_000

CELL, ROW = " | ", " || "
"""What stands between the cells of a row, and between rows, in the text of a table."""


def write_document(
    document: Document, pages: Sequence[PageGlyphs], words: Vocabulary, structure: Structure
) -> None:
    """Fill in everything of the document that comes from the pieces; they are used up by it.

    Args:
        document: The document to fill in.
        pages: The glyphs of its pages.
        words: Its words, for the hyphens at line ends.
        structure: Its pieces with their kinds.
    """
    Writer(document, pages, words, structure).write()


class Writer:
    """Writes one document; offsets grow with every block."""

    def __init__(
        self,
        document: Document,
        pages: Sequence[PageGlyphs],
        words: Vocabulary,
        structure: Structure,
    ) -> None:
        self.document = document
        self.structure = structure
        self.glyphs = pages
        self.texts: list[str] = []
        self.source: array[int] = array("q")
        self.at = 0
        self.names: dict[str, str] = {}
        body = [
            x
            for p in structure.pieces
            if p.kind in ("paragraph", "abstract", "list")
            for x in p.lines
        ]
        plain = Assembler(self.glyphs, words, SuperStyle())
        entries = (plain.write(lines).text for lines in split_list(structure.references))
        document.references = parse_references(e for e in entries if e)
        supers = super_style(
            body,
            {g.number: g for g in self.glyphs},
            sum(len(_BRACKETED.findall(x.text)) for x in body),
        )
        supers.highest = max((r.number or 0 for r in document.references), default=0) or 999
        self.assembler = Assembler(self.glyphs, words, supers)

    def write(self) -> None:
        """Write all pieces."""
        # written once and let go one by one: a long document's letters are not held twice
        queue: deque[tuple[Piece, Flow | None]] = deque(
            (p, None if p.table else self.assembler.write(p.lines, lift=p.kind in _LIFTING))
            for p in self.structure.pieces
        )
        self.structure.pieces = []
        body = [f.text for p, f in queue if f is not None and p.kind in BODY_KINDS]
        self.finder = CalloutFinder(
            style_of(body, self.document.references), self.document.references
        )
        self.spaced = _spaced(body)
        del body
        caption: str | None = None
        while queue:
            piece, flow = queue.popleft()
            if flow is not None:
                text = self._block(piece, flow)
                caption = text if piece.kind == "caption" else None
            elif piece.table is not None:
                notes = [self.assembler.write(piece.table.notes).text] if piece.table.notes else []
                self._table(piece, caption, notes)
                caption = None

        self.document.text = plain_hyphens("".join(self.texts))
        self.document.geometry = geometry(self.glyphs, self.source)
        title = next((b for b in self.document.blocks if b.kind == "title"), None)
        if title is not None:
            self.document.title = self.document.text[title.start : title.end]

    def _open(self, piece: Piece) -> Block:
        if self.at:
            self.texts.append("\n\n")
            self.source.extend((-1, -1))
            self.at += 2
        path = tuple(self.names.get(name, name) for name in piece.path)
        return Block(
            cast(BlockKind, piece.kind),
            self.at,
            self.at,
            path[-1] if path else None,
            path,
            piece.level,
        )

    def _add(self, text: str, source: Sequence[int] | None = None) -> None:
        self.texts.append(text)
        self.source.extend(source if source is not None else (-1,) * len(text))
        self.at += len(text)

    def _block(self, piece: Piece, flow: Flow) -> str | None:
        if piece.kind == "list" and (bullet := bullet_end(flow.text)):
            flow.cut(0, bullet)
        citations = self._cite(flow) if piece.kind in _LIFTING else []
        text = flow.text
        if not text.strip():
            return None
        if piece.kind == "heading" and piece.path:  # as written, words broken at line ends joined
            self.names[piece.path[-1]] = text.rstrip(".: —–") if piece.run_in else text
        elif piece.kind != "title" and abbreviations.is_inline(text):
            piece.kind = "abbreviations"
        if piece.kind == "abbreviations":
            found = abbreviations.parse(text)
            each = [] if found else [abbreviations.parse(x.text) for x in piece.lines]
            self.document.abbreviations = abbreviations.merge(
                [self.document.abbreviations, found, *each]
            )
        block = self._open(piece)
        _move(citations, self.at)
        self.document.citations.extend(citations)
        self._add(text, flow.source)
        block.end = self.at
        self.document.blocks.append(block)
        return text

    def _table(self, piece: Piece, caption: str | None, notes: Sequence[str]) -> None:
        area = piece.table
        if area is None:
            return
        spots: list[tuple[GridCell, str, int, int, tuple[str, ...]]] = []
        block: Block | None = None
        row = -1
        citing = _citing_columns(area.cells)
        for cell in sorted(area.cells, key=lambda c: (c.row, c.column)):
            flow = self.assembler.write(cell.lines)
            citations = self._cite(flow)
            text = flow.text
            if not text and not citations:
                continue
            if block is None:
                block = self._open(piece)
            elif text:
                self._add(CELL if cell.row == row else ROW)
            row = cell.row
            start = self.at
            _move(citations, start)
            self.document.citations.extend(citations)
            self._add(text, flow.source)
            if cell.column in citing and not cell.header and not citations:
                citations = self._bare(text, start)
                self.document.citations.extend(citations)
            keys = tuple(dict.fromkeys(c.reference or c.marker for c in citations))
            spots.append((cell, text, start, self.at, keys))
        if block is None:
            return
        block.end = self.at
        self.document.blocks.append(block)
        self.document.tables.append(make_table(area, block, caption, spots, notes))

    def _bare(self, text: str, start: int) -> list[Citation]:
        """Callouts of a cell that holds nothing else and therefore needs no brackets; they stay."""
        tie = self.finder.index.tie
        markers = expand(text) or [text.strip()]
        ties = [(m, tie(m)) for m in markers]
        return [
            Citation(m, start, start + len(text), key, lifted=False)
            for m, key in ties
            if key is not None
        ]

    def _cite(self, flow: Flow) -> list[Citation]:
        """Lift the callouts out of a text; those that geometry has lifted are noted already."""
        text = flow.text
        callouts = [c for c in self.finder.find(text) if not (self.spaced and _glued(text, c))]
        stay = [(c.start, c.end, m) for c in callouts if not c.lifted for m in c.markers]
        marks: list[tuple[int, Callout]] = []
        for start, end, callout in reversed(cuts(text, callouts)):
            flow.cut(start, end)
            gone = end - start
            marks = [(p - gone if p >= end else p, c) for p, c in marks]
            stay = [(s - gone, e - gone, m) if s >= end else (s, e, m) for s, e, m in stay]
            marks.append((start, callout))
        tie = self.finder.index.tie
        out = [Citation(m, p, p, tie(m)) for p, c in marks for m in c.markers]
        out.extend(Citation(m, s, e, tie(m), lifted=False) for s, e, m in stay)
        out.extend(Citation(m, p, p, tie(m)) for p, marker in flow.lifts for m in expand(marker))
        out.sort(key=lambda c: (c.offset, c.end))
        return out


def _citing_columns(cells: Sequence[GridCell]) -> set[int]:
    """Columns whose header says that they hold references."""
    return {
        c.column
        for c in cells
        if c.header or c.row == 0
        if c.lines and _REFERENCE_HEAD.match(c.lines[0].text)
    }


def _move(citations: Sequence[Citation], by: int) -> None:
    for c in citations:
        c.offset += by
        c.end += by


def _spaced(texts: Sequence[str]) -> bool:
    """Whether the document sets a space before its bracketed callouts."""
    before = [text[m.start() - 1] for text in texts for m in _BRACKETED.finditer(text) if m.start()]
    return len(before) >= 5 and sum(b.isspace() for b in before) > 0.7 * len(before)


def _glued(text: str, callout: Callout) -> bool:
    """Whether a bracket is part of a name such as "t[1]", where callouts are set apart."""
    return text[callout.start : callout.start + 1] == "[" and bool(
        re.search(r"(?:^|[\s(\[/])\w{1,2}$", text[max(0, callout.start - 4) : callout.start])
    )


def geometry(pages: Sequence[PageGlyphs], source: array[int]) -> Geometry:
    """Page and box of every character from the number of the glyph behind it (-1: none)."""
    out = Geometry()
    by_number = {p.number: p for p in pages}
    last = max(by_number, default=0)
    out.page_sizes = [
        (by_number[n].width, by_number[n].height) if n in by_number else (0.0, 0.0)
        for n in range(1, last + 1)
    ]
    # page after page of the glyphs, a stretch of the text at a time: no second copy of all boxes
    starts = np.cumsum([0, *(len(p.strings) for p in pages)])
    for at in range(0, len(source), _STRETCH):
        index = np.frombuffer(source[at : at + _STRETCH], dtype=np.int64)
        boxes = np.zeros((len(index), 4), np.float32)
        numbers = np.zeros(len(index), np.uint16)
        where = np.searchsorted(starts, index, side="right") - 1
        for k in np.unique(where[index >= 0]).tolist():
            here = (where == k) & (index >= 0)
            boxes[here] = pages[k].boxes[index[here] - starts[k]]
            numbers[here] = pages[k].number
        out.pages.frombytes(numbers.tobytes())
        out.boxes.frombytes(boxes.tobytes())
    return out
