"""Tables of PDF pages: where they stand, and their cells by rules or by alignment.

A table is looked for under each line that begins like a table's caption. Its cells come from
pdfplumber where a grid is drawn, else from the white space between its columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .layout import Line, overlap
from .pdf_fonts import Fonts
from .pdf_pages import Page, Style
from .pdf_rules import Rules

_LABEL = re.compile(
    r"(?P<label>(?:supplement(?:ary|al)\s+)?(?:table|tab)\.?\s*(?P<number>S?\d{1,3}[A-Z]?|[IVX]{1,5}))\b"
    r"\s*(?P<mark>[.:|–—-]|\(|$|(?=\s))",
    re.I,
)
_FIGURE = re.compile(r"(?:fig(?:ure)?|scheme|box)s?\.?\s*\d", re.I)
_CONTINUED = re.compile(
    r"\(\s*cont(?:inued|inuation|['’]?d|\.)?|^[\s.:–—-]*cont(?:inued|['’]?d|\.)", re.I
)


@dataclass(slots=True)
class GridCell:
    """A cell of a grid; ``lines`` are its lines of text from top to bottom."""

    row: int
    column: int
    lines: list[Line]
    row_span: int = 1
    column_span: int = 1
    header: bool = False


@dataclass(slots=True)
class Area:
    """A table on one page: its caption, its lines, its notes, and the grid of its cells."""

    page: int
    number: str
    label: str
    x0: float
    x1: float
    top: float
    bottom: float
    caption: list[Line]
    lines: list[Line]
    notes: list[Line]
    cells: list[GridCell] = field(default_factory=list)
    columns: list[tuple[float, float]] = field(default_factory=list)
    continued: bool = False
    open_end: bool = False


def label_of(line: Line, style: Style, fonts: Fonts) -> re.Match[str] | None:
    """The table's label if a line begins a table's caption."""
    found = _LABEL.match(line.text)
    if not found:
        return None
    lead, body = fonts[line.runs[0].font], fonts[style.font]
    marked = lead.bold != body.bold or lead.italic != body.italic or lead.family != body.family
    after = line.text[found.end() :].lstrip()
    stop = found.group("mark") in (".", ":", "|") or not after
    if after[:1].islower() and not (stop and marked):
        return None
    if re.match(r"(?:and|,|to|;|\))", after):
        return None
    return (
        found
        if marked or stop or line.size < 0.96 * style.size or found.group("label").isupper()
        else None
    )


def find_areas(
    page: Page, rules: Rules, style: Style, fonts: Fonts, previous: Area | None
) -> list[Area]:
    """Where the tables of a page stand.

    Args:
        page: The page, furniture already set aside.
        rules: The page's rules.
        style: How the body is set.
        fonts: The document's fonts.
        previous: The last table of the page before, if it may go on here.
    """
    lines = sorted(page.lines, key=lambda x: (x.base, x.x0))
    captions = [(x, m) for x in lines if (m := label_of(x, style, fonts))]
    out: list[Area] = []
    taken: set[int] = set()
    if previous is not None and previous.open_end:
        area = _continuation(page, lines, rules, style, previous, captions)
        if area is not None:
            out.append(area)
            taken.update(id(x) for x in area.lines + area.notes)
    for line, found in captions:
        if id(line) in taken or _within_text(line, lines, style):
            continue
        free = [x for x in lines if id(x) not in taken]
        area = _area(
            page, line, found, free, rules, style, [c for c, _ in captions if c is not line]
        )
        if area is None:
            continue
        taken.update(id(x) for x in area.caption + area.lines + area.notes)
        out.append(area)
    return out


def _within_text(line: Line, lines: Sequence[Line], style: Style) -> bool:
    """Whether a line that begins like a caption only goes on with the text above it."""
    if line.bold or abs(line.size - style.size) > 0.035 * style.size:
        return False
    return any(
        0 < line.base - x.base < 1.3 * style.step
        and abs(x.x0 - line.x0) < 2 * line.size
        and abs(x.size - line.size) < 0.2
        and x.width > 0.8 * style.measure
        for x in lines
    )


def _area(
    page: Page,
    line: Line,
    found: re.Match[str],
    lines: Sequence[Line],
    rules: Rules,
    style: Style,
    others: Sequence[Line],
) -> Area | None:
    height = page.frame[1]
    floor = min(
        (
            c.top
            for c in others
            if c.top > line.bottom and overlap(c.x0, c.x1, line.x0, line.x1 + 60) > 5
        ),
        default=height,
    )
    top = next(
        (
            r
            for r in rules.across
            if line.base - 1 < r[2] < min(line.base + 16 * line.size, floor)
            and r[1] - r[0] > 60
            and overlap(r[0], r[1], line.x0 - 3, line.x1) > 0.5 * min(line.width, r[1] - r[0])
        ),
        None,
    )
    if top is not None:
        x0, x1 = top[0] - 3, top[1] + 3
        between = [
            x
            for x in lines
            if line.base - 0.3 * line.size <= x.base < top[2]
            and x.x0 >= min(x0, line.x0 - 3)
            and x.x1 <= max(x1, line.x1 + 3)
        ]
        if (
            any(_is_body(x, style, x1 - x0) and x.base > line.base + 1 for x in between)
            and line.size < 0.97 * style.size
        ):
            top = None
    beside = None if top is not None else _beside(line, rules)
    if top is not None:
        caption, start = between, top[2]
        bottom = _bottom(lines, rules, style, x0, x1, start, floor)
    elif beside is not None:
        caption = _column_of(line, [x for x in lines if x.x1 < beside[0]])
        x0, x1, start = beside[0] - 3, beside[1] + 3, beside[2]
        bottom = _bottom(lines, rules, style, x0, x1, start, floor)
    else:
        caption, x0, x1, start = _loose_caption(line, lines)
        bottom = start
    inside, bottom = _collect(
        lines, rules, style, x0, x1, start, bottom, floor, {id(c) for c in caption}
    )
    rows = {round(x.base / 3) for x in inside}
    if len(inside) < 3 or len(rows) < 2:
        return None
    notes = _notes(lines, style, x0, x1, bottom, floor, {id(x) for x in inside + caption})
    text = " ".join(c.text for c in caption)
    return Area(
        page.number,
        found.group("number"),
        found.group("label"),
        x0,
        x1,
        line.top,
        bottom,
        caption,
        inside,
        notes,
        continued=bool(_CONTINUED.search(text[found.end() :])),
        open_end=_last(lines, inside + notes, bottom, height),
    )


def _beside(line: Line, rules: Rules) -> tuple[float, float, float] | None:
    """The upper rule of a table whose caption stands at its left side."""
    near = [
        r
        for r in rules.across
        if abs(r[2] - line.top) < 2 * line.size and r[0] > line.x1 and r[1] - r[0] > 100
    ]
    return min(near, key=lambda r: r[0], default=None)


def _column_of(line: Line, lines: Sequence[Line]) -> list[Line]:
    """A narrow caption: the lines under its first one, closely spaced and of its size."""
    out = [line]
    for x in lines:
        last = out[-1]
        if (
            0 < x.base - last.base < 1.6 * line.size
            and abs(x.x0 - line.x0) < 3
            and abs(x.size - line.size) < 0.3
        ):
            out.append(x)
    return out


def _is_body(line: Line, style: Style, width: float) -> bool:
    """Whether a line is one of the running text rather than of a table ``width`` points wide."""
    return (
        abs(line.size - style.size) < 0.035 * style.size
        and line.font == style.font
        and len(line.text) > 35
        and line.width > min(0.9 * style.measure, 0.55 * width)
    )


def _bottom(
    lines: Sequence[Line],
    rules: Rules,
    style: Style,
    x0: float,
    x1: float,
    start: float,
    floor: float,
) -> float:
    """The lowest rule of the table that no running text parts from its top."""
    bottom = start
    for a, b, y in rules.across:
        if (
            y <= start + 4
            or y > floor
            or overlap(a, b, x0, x1) < 0.5 * (x1 - x0)
            or a < x0 - 8
            or b > x1 + 8
        ):
            continue
        between = [x for x in lines if bottom < x.base < y and overlap(x.x0, x.x1, x0, x1) > 0]
        body = sum(1 for x in between if _is_body(x, style, x1 - x0) and x.x0 >= x0 - 12)
        figure = any(_FIGURE.match(x.text) for x in between)
        if (
            figure
            or (body >= 3 and body > 0.4 * len(between))
            or (y - bottom > 420 and not between)
        ):
            break
        if not between and y - bottom > 60:
            break
        bottom = y
    return bottom


def _loose_caption(line: Line, lines: Sequence[Line]) -> tuple[list[Line], float, float, float]:
    """Caption and extent of a table without rules."""
    caption = [line]
    last = line
    below = [x for x in lines if x.base > line.base + 0.3 * line.size]
    for x in below:
        if x.base - last.base > 1.7 * max(last.size, x.size) or abs(x.size - line.size) > 0.3:
            break
        beside = [y for y in below if y is not x and abs(y.base - x.base) < 2 and y.x0 > x.x1]
        if beside or overlap(x.x0, x.x1, line.x0, line.x1) <= 0:
            break
        caption.append(x)
        last = x
    x0 = min(x.x0 for x in caption) - 3
    x1 = max(x.x1 for x in caption) + 3
    return caption, x0, x1, last.base + 0.3 * last.size


def _collect(
    lines: Sequence[Line],
    rules: Rules,
    style: Style,
    x0: float,
    x1: float,
    start: float,
    bottom: float,
    floor: float,
    skip: set[int],
) -> tuple[list[Line], float]:
    """Lines of a table from its first rule on, and where it ends."""
    inside = [
        x
        for x in lines
        if start - 1 < x.base <= bottom + 1
        and overlap(x.x0, x.x1, x0, x1) > 0.5 * x.width
        and id(x) not in skip
    ]
    wide = sum(
        1
        for y in {
            round(r[2])
            for r in rules.across
            if start - 1 <= r[2] <= bottom + 1 and overlap(r[0], r[1], x0, x1) > 0.6 * (x1 - x0)
        }
    )
    if bottom > start + 4 and wide >= 3:
        return inside, bottom
    # the last rule stands under the header, or there is none: go on while the lines are a table's
    last = max((x.base for x in inside), default=max(start, bottom))
    taken = {id(x) for x in inside}
    rows: dict[int, list[Line]] = {}
    for x in lines:
        if (
            x.base > last + 1
            and x.top < floor
            and id(x) not in taken
            and id(x) not in skip
            and (overlap(x.x0, x.x1, x0, x1) > 0.5 * x.width or bottom <= start)
        ):
            rows.setdefault(round(x.base), []).append(x)
    for key in sorted(rows):
        row = rows[key]
        size = max(x.size for x in row)
        if key - last > 3.2 * size or any(_FIGURE.match(x.text) for x in row):
            break
        several = len(row) > 1
        if any(_is_body(x, style, x1 - x0) for x in row):
            break
        if not several and size > 0.97 * style.size and row[0].bold:
            break
        if not several and size > 0.97 * style.size and len(row[0].text) > 60:
            break
        inside.extend(row)
        last = max(x.base for x in row)
        x0, x1 = min(x0, *(x.x0 for x in row)), max(x1, *(x.x1 for x in row))
    return inside, max(bottom, last + 1)


def _last(lines: Sequence[Line], own: Sequence[Line], bottom: float, height: float) -> bool:
    """Whether a table stands in the lower half and nothing stands below it on its page."""
    mine = {id(x) for x in own}
    return bottom > 0.5 * height and not any(
        x.base > bottom + 1 and id(x) not in mine for x in lines
    )


def _notes(
    lines: Sequence[Line],
    style: Style,
    x0: float,
    x1: float,
    bottom: float,
    floor: float,
    taken: set[int],
) -> list[Line]:
    out: list[Line] = []
    last = bottom
    for x in lines:
        if (
            x.base <= bottom
            or x.base > floor
            or id(x) in taken
            or overlap(x.x0, x.x1, x0, x1) < 0.5 * x.width
        ):
            continue
        if (
            x.size > 0.95 * style.size
            or x.top - last > 1.3 * x.size
            or _FIGURE.match(x.text)
            or (x.x0 < x0 - 4 or x.x1 > x1 + 4)
        ):
            break
        out.append(x)
        last = x.bottom
    return out


def _continuation(
    page: Page,
    lines: Sequence[Line],
    rules: Rules,
    style: Style,
    previous: Area,
    captions: Sequence[tuple[Line, re.Match[str]]],
) -> Area | None:
    """A table that goes on at the top of a page without a caption of its own."""
    height = page.frame[1]
    if not lines:
        return None
    upper = min(x.base for x in lines)
    if captions and captions[0][0].base < upper + 30:
        return None
    top = next(
        (
            r
            for r in rules.across
            if r[2] < upper + 4
            and r[2] > upper - 40
            and abs(r[0] - previous.x0 - 3) < 6
            and abs(r[1] - previous.x1 + 3) < 6
        ),
        None,
    )
    if top is None:
        return None
    x0, x1 = top[0] - 3, top[1] + 3
    floor = min((c.top for c, _ in captions), default=height)
    bottom = _bottom(lines, rules, style, x0, x1, top[2], floor)
    inside, bottom = _collect(lines, rules, style, x0, x1, top[2], bottom, floor, set())
    if len(inside) < 2:
        return None
    notes = _notes(lines, style, x0, x1, bottom, floor, {id(x) for x in inside})
    return Area(
        page.number,
        previous.number,
        previous.label,
        x0,
        x1,
        top[2],
        bottom,
        [],
        inside,
        notes,
        continued=True,
        open_end=_last(lines, inside + notes, bottom, height),
    )
