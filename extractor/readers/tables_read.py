"""All tables of a PDF: areas page by page, their grids, parts on several pages put together."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from statistics import median
from typing import Any

import pypdfium2 as pdfium

from ..records import Block, Cell, Table
from .layout import Line, overlap
from .pdf_fonts import Fonts
from .pdf_pages import Page, Style
from .pdf_rules import Rules, read_rules
from .tables_grid import align, line_of
from .tables_pdf import Area, GridCell, find_areas, label_of
from .tables_words import Word, rows_of, words_of

Box = tuple[float, float, float, float]


def read_tables(data: bytes, pages: Sequence[Page], style: Style, fonts: Fonts) -> list[Area]:
    """Find the tables, take their lines off the pages and fill in their cells.

    A table that goes on over a page is one area, that of its first page; the areas of its other
    pages have no cells.

    Args:
        data: The whole file; it is opened again where a page has a table.
        pages: Pages with furniture set aside; they lose the tables' lines.
        style: How the body is set.
        fonts: The document's fonts.
    """
    out: list[Area] = []
    previous: Area | None = None
    pdf: Any = None
    plumber: Any = None
    try:
        for page in pages:
            has = any(label_of(x, style, fonts) for x in page.lines)
            if not has and not (previous is not None and previous.open_end):
                previous = None
                continue
            pdf = pdf or pdfium.PdfDocument(data)
            rules = read_rules(pdf, page.glyphs)
            areas = find_areas(page, rules, style, fonts, previous)
            for area in areas:
                gone = {id(x) for x in area.caption + area.lines + area.notes}
                page.lines = [x for x in page.lines if id(x) not in gone]
                words = words_of(area.lines, page.glyphs)
                if _drawn(area, rules) and page.glyphs.turned == 0:
                    plumber = plumber or _open_plumber(data)
                    _ruled(area, words, _grid(plumber, area) if plumber else [])
                if not area.cells:
                    align(area, rows_of(words), rules)
                _append(out, area)
            previous = areas[-1] if areas else None
    finally:
        if plumber is not None:
            plumber.close()
        if pdf is not None:
            pdf.close()
    return out


def _append(out: list[Area], area: Area) -> None:
    """Add a table, or hang it on the one that it continues."""
    first = next((a for a in reversed(out) if a.number == area.number and a.cells), None)
    if first is not None and area.continued and area.cells:
        head = [c for c in area.cells if c.header]
        same = (
            {_letters(c) for c in head} <= {_letters(c) for c in first.cells if c.header}
            if head
            else False
        )
        below = max(c.row + c.row_span for c in first.cells)
        drop = 1 + max(c.row for c in head) if same and head else 0
        if not head:  # a repeated header without a rule of its own
            top = {_letters(c) for c in first.cells if c.row == 0}
            drop = 1 if {_letters(c) for c in area.cells if c.row == 0} == top else 0
        for cell in area.cells:
            if cell.row >= drop:
                cell.row += below - drop
                cell.header = False
                first.cells.append(cell)
        first.notes.extend(area.notes)
        area.cells = []
        area.notes = []
        area.caption = []
    out.append(area)


def _letters(cell: GridCell) -> str:
    return re.sub(r"\W+", "", "".join(x.text for x in cell.lines)).lower()


def _drawn(area: Area, rules: Rules) -> bool:
    """Whether a grid is drawn: at least three uprights within the table."""
    xs = {
        round(x / 3)
        for x, a, b in rules.down
        if area.x0 - 4 <= x <= area.x1 + 4 and overlap(a, b, area.top, area.bottom) > 6
    }
    tall = sum(
        overlap(a, b, area.top, area.bottom)
        for x, a, b in rules.down
        if area.x0 + 8 < x < area.x1 - 8
    )
    return len(xs) >= 3 and tall > 0.5 * (area.bottom - area.top)


def _open_plumber(data: bytes) -> Any:
    """The file as pdfplumber sees it; ``None`` where its parser gives up on a damaged one."""
    import pdfplumber

    try:
        return pdfplumber.open(io.BytesIO(data))
    except Exception:  # pdfminer raises whatever its parsing happens to meet
        return None


def _grid(plumber: Any, area: Area) -> list[Box]:
    """The cells that pdfplumber finds within a table's extent; none if it fails on the page."""
    try:
        page = plumber.pages[area.page - 1]
        x0, y0, x1, y1 = page.bbox
        box = (
            max(x0, area.x0 - 2),
            max(y0, area.top - 2),
            min(x1, area.x1 + 2),
            min(y1, area.bottom + 3),
        )
        if box[2] - box[0] < 20 or box[3] - box[1] < 10:
            return []
        cells = [c for t in page.crop(box, strict=False).find_tables() for c in t.cells]
        page.close()  # or it keeps all it has parsed
        return cells
    except Exception:  # see above; the table is then read by alignment
        return []


def _ruled(area: Area, words: Sequence[Word], boxes: Sequence[Box]) -> None:
    """Cells of a drawn grid; none are filled in where it does not hold the words."""
    xs, ys = (
        _edges([v for c in boxes for v in (c[0], c[2])]),
        _edges([v for c in boxes for v in (c[1], c[3])]),
    )
    if len(xs) < 3 or len(ys) < 3:
        return
    held: dict[Box, list[Word]] = {}
    for word in words:
        x, y = (word.run.x0 + word.run.x1) / 2, word.run.base - 0.3 * word.run.size
        inside = [c for c in boxes if c[0] - 1 <= x <= c[2] + 1 and c[1] - 1 <= y <= c[3] + 1]
        if inside:
            held.setdefault(min(inside, key=lambda c: (c[2] - c[0]) * (c[3] - c[1])), []).append(
                word
            )
    if sum(len(w) for w in held.values()) < 0.85 * len(words):
        return
    rows: dict[int, int] = {}
    for c in held:
        rows.setdefault(_at(ys, c[1]), 0)
    place = {y: k for k, y in enumerate(sorted(rows))}
    for c in sorted(held, key=lambda c: (_at(ys, c[1]), c[0])):
        top, bottom = _at(ys, c[1]), _at(ys, c[3])
        left, right = _at(xs, c[0]), _at(xs, c[2])
        spanned = sum(1 for y in place if top <= y < bottom)
        lines = [line_of(r, area.page) for r in rows_of(held[c])]
        area.cells.append(
            GridCell(
                place[top],
                left,
                lines,
                max(1, spanned),
                max(1, right - left),
                header=place[top] == 0,
            )
        )


def _edges(values: Sequence[float]) -> list[float]:
    """Values that lie together taken as one."""
    out: list[list[float]] = []
    for v in sorted(values):
        if out and v - out[-1][-1] < 3.0:
            out[-1].append(v)
        else:
            out.append([v])
    return [median(g) for g in out]


def _at(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda k: abs(edges[k] - value))


def caption_text(area: Area, text: str) -> str | None:
    """The caption without its label."""
    rest = re.sub(
        r"^[\s.:|–—-]+", "", text[len(area.label) :] if text.startswith(area.label) else text
    )
    return rest or None


def make_table(
    area: Area,
    block: Block,
    caption: str | None,
    spots: Sequence[tuple[GridCell, str, int, int, tuple[str, ...]]],
    notes: Sequence[str],
) -> Table:
    """The record of a table from its written cells.

    Args:
        area: Where it stands.
        block: Its block in the text.
        caption: The caption's text, label included.
        spots: Each cell with its text, its offsets in the text and its citations' keys.
        notes: The texts of its notes.
    """
    cells = [
        Cell(c.row, c.column, text, start, end, c.row_span, c.column_span, c.header, citations)
        for c, text, start, end, citations in spots
    ]
    label = re.sub(r"\s+", " ", area.label).strip()
    return Table(
        label,
        caption_text(area, caption) if caption else None,
        block.start,
        block.end,
        cells,
        list(notes),
        block.section,
        area.page,
    )


def lines_of(area: Area) -> list[Line]:
    """All lines of an area, for its extent."""
    return area.caption + area.lines + area.notes
