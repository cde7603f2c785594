"""Pieces of a tree of markup to the document: text, blocks, citations, tables, alignment."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from ..records import BlockKind, Cell, Citation, Document, Table
from .citations import Callout, CalloutFinder, cuts, style_of
from .linked import Link, Linked, Linker
from .strand import Span, Strand, Writer, weave
from .tree import Tree

CELL, ROW = " | ", " || "
"""What stands between the cells of a row, and between rows, in the text of a table."""

_PLAIN = frozenset({"front", "abbreviations", "heading", "title"})


class Flow:
    """The letters of one block in the making: spans of ``Tree.flat`` and what was seen in them."""

    __slots__ = ("cells", "keys", "marks", "raised", "spans", "tree")

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.spans: list[Span] = [Span(0, 0, "")]
        self.marks: list[tuple[int, str]] = []
        self.keys: list[list[str]] = []
        self.raised: list[bool] = []
        self.cells: list[GridPlace] = []

    def text(self, start: int, end: int, glue: str = "") -> None:
        """Append letters; ``glue`` goes before them and stands nowhere in the source."""
        self.spans.append(Span(start, end, glue))

    def glue(self, text: str) -> None:
        """Append letters that stand nowhere in the source; none are put at the start."""
        self.spans.append(Span(0, 0, text))

    def mark(self, name: str) -> None:
        """Remember the place, as ``name``."""
        self.marks.append((len(self.spans) - 1, name))

    def link(self, keys: list[str], raised: bool) -> int:
        """Begin a linked callout; its number is for ``end_link``."""
        self.keys.append(keys)
        self.raised.append(raised)
        self.mark(f"link {len(self.keys) - 1} 0")
        return len(self.keys) - 1

    def end_link(self, number: int) -> None:
        """End a linked callout."""
        self.mark(f"link {number} 1")

    def last(self) -> str:
        """The last letter so far, or ``""``."""
        for span in reversed(self.spans):
            if span.end > span.start:
                return self.tree.flat[span.end - 1]
            if span.glue:
                return span.glue[-1]
        return ""

    def blank(self) -> bool:
        """Whether there is no letter in it."""
        flat = self.tree.flat
        return not any(flat[s.start : s.end].strip() for s in self.spans)


@dataclass(slots=True)
class GridPlace:
    """Where a cell stands in its table."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    header: bool = False


@dataclass(slots=True)
class Piece:
    """A block to be written; ``table`` for the cells of a table, whose places are in the flow."""

    kind: BlockKind
    flow: Flow
    path: tuple[str, ...] = ()
    level: int = 0
    table: Table | None = None


@dataclass(slots=True)
class _Woven:
    piece: Piece
    strand: Strand
    links: list[Link] = field(default_factory=list)
    cells: list[list[int]] = field(default_factory=list)


def write_pieces(document: Document, tree: Tree, pieces: Iterable[Piece]) -> None:
    """Fill in text, blocks, citations, tables, alignment and title of a document.

    Args:
        document: The document; its references must stand already.
        tree: The tree that the pieces are of.
        pieces: The blocks in reading order.
    """
    woven = [w for w in map(_weave, pieces) if w.strand.text.strip()]
    body = [w.strand.text for w in woven if w.piece.kind not in _PLAIN]
    finder = CalloutFinder(style_of(body, document.references), document.references)
    linker = Linker(document.references, finder)
    linked = any(w.links for w in woven)
    writer = Writer()
    for one in woven:
        if one.piece.kind in _PLAIN and not one.links:
            callouts = []
        else:
            text = one.strand.text
            callouts = linker.read(text, one.links) if linked else linker.plain(text)
        _write(document, writer, one, callouts)
    document.text = writer.text()
    document.blocks = writer.blocks
    document.alignment = tree.to_source(writer.alignment)
    document.citations.sort(key=lambda c: (c.offset, c.end))
    title = next((b for b in writer.blocks if b.kind == "title"), None)
    document.title = document.text[title.start : title.end] if title else None


def _weave(piece: Piece) -> _Woven:
    flow = piece.flow
    out = _Woven(piece, weave(flow.tree.flat, flow.spans, flow.marks))
    links = [[0, 0] for _ in flow.keys]
    out.cells = [[0, 0] for _ in flow.cells]
    for offset, name in out.strand.lifts:
        what, number, side = name.split()
        (links if what == "link" else out.cells)[int(number)][int(side)] = offset
    text = out.strand.text
    for (start, end), keys, raised in zip(links, flow.keys, flow.raised, strict=True):
        while start < end and text[start] == " ":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        out.links.append(Link(start, end, keys, raised))
    return out


def _write(document: Document, writer: Writer, one: _Woven, callouts: Sequence[Linked]) -> None:
    text = one.strand.text
    starts = [c.callout.start for c in callouts]
    own = [
        callouts[bisect_left(starts, a) : bisect_left(starts, b)] if a < b else ()
        for a, b in one.cells
    ]
    # a cell that holds nothing but callouts keeps them
    bare = {
        id(c)
        for (a, b), each in zip(one.cells, own, strict=True)
        if each and not _rest(text, a, b, each)
        for c in each
    }
    lifted = [c for c in callouts if c.callout.lifted and id(c) not in bare]
    stays = [c for c in callouts if not c.callout.lifted or id(c) in bare]
    taken = [Callout(c.callout.start, c.callout.end, c.callout.markers) for c in lifted]
    pairs = {id(t): c.pairs for t, c in zip(taken, lifted, strict=True)}
    gone = [(a, b, pairs[id(c)]) for a, b, c in cuts(text, taken)]
    cut = [a for a, _, _ in gone]

    def spot(edge: int) -> tuple[int, int]:
        """The stretch that stands for an edge: itself, or the cut that it lies in."""
        i = bisect_right(cut, edge) - 1
        if i >= 0 and gone[i][0] < edge < gone[i][1]:
            return gone[i][:2]
        return edge, edge

    edges = {e for c in stays for e in (c.callout.start, c.callout.end)}
    edges |= {e for cell in one.cells for e in cell}
    every = sorted({(a, b) for a, b, _ in gone} | {spot(e) for e in edges})
    piece = one.piece
    offsets = writer.block(piece.kind, one.strand, 0, len(text), every, piece.path, piece.level)
    if offsets is None:
        return
    place = dict(zip(every, offsets, strict=True))
    for a, b, each in gone:
        document.citations += [Citation(m, place[a, b], place[a, b], k) for m, k in each]
    for c in stays:
        first, last = place[spot(c.callout.start)], place[spot(c.callout.end)]
        document.citations += [Citation(m, first, last, k, lifted=False) for m, k in c.pairs]
    if piece.table is not None:
        _table(document, piece, one, writer, own, lambda edge: place[spot(edge)])


def _rest(text: str, start: int, end: int, callouts: Sequence[Linked]) -> bool:
    """Whether a cell has letters that are no callout's."""
    out, at = [], start
    for c in callouts:
        out.append(text[at : c.callout.start])
        at = c.callout.end
    return any(c.isalnum() for part in (*out, text[at:end]) for c in part)


def _table(
    document: Document,
    piece: Piece,
    one: _Woven,
    writer: Writer,
    callouts: Sequence[Sequence[Linked]],
    at: Callable[[int], int],
) -> None:
    """Fill in the record of a table whose block was written last."""
    table = piece.table
    if table is None:
        return
    block = writer.blocks[-1]
    text = writer.text()
    table.start, table.end, table.section = block.start, block.end, block.section
    for grid, (start, end), own in zip(piece.flow.cells, one.cells, callouts, strict=True):
        first, last = at(start), at(end)
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        keys = tuple(dict.fromkeys(k or m for c in own for m, k in c.pairs))
        table.cells.append(
            Cell(
                grid.row,
                grid.column,
                text[first:last],
                first,
                last,
                grid.row_span,
                grid.column_span,
                grid.header,
                keys,
            )
        )
    document.tables.append(table)
