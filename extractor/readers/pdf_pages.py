"""Pages of a PDF as lines with their text, and what on them is furniture.

Furniture is what a page carries beside the article: running heads, page numbers, line numbers,
licence and received/accepted notes, the letters inside figures.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .layout import Line, Run, build_lines, overlap
from .pdf_chars import PageGlyphs
from .pdf_fonts import Fonts

MARGIN = 0.115
"""Share of the page's height, at its top and bottom, in which running heads are looked for."""


@dataclass(slots=True)
class Style:
    """The type in which most of the document is set.

    ``step`` is the distance between its baselines, ``measure`` the length of its full lines.
    """

    size: float
    font: int
    family: str
    step: float
    measure: float
    bold: bool
    italic: bool


@dataclass(slots=True)
class Page:
    """A page: its glyphs, the lines that are text (of all lines it had), and what was set aside."""

    glyphs: PageGlyphs
    lines: list[Line]
    all_lines: list[Line] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)

    @property
    def number(self) -> int:
        """1-based page number."""
        return self.glyphs.number

    @property
    def frame(self) -> tuple[float, float]:
        """Width and height of the frame in which the lines stand."""
        g = self.glyphs
        return (g.height, g.width) if g.turned in (90, 270) else (g.width, g.height)


def make_page(glyphs: PageGlyphs, fonts: Fonts) -> Page:
    """Lines of a page, each with its text and slant."""
    lines = build_lines(glyphs.runs)
    glyphs.runs = []  # the lines hold them now
    for line in lines:
        line.page = glyphs.number
        describe(line, glyphs, fonts)
    lines = _join_drop_capitals(lines, glyphs, fonts)
    lines = [x for x in lines if x.text.strip()]
    return Page(glyphs, lines, lines)


def describe(line: Line, glyphs: PageGlyphs, fonts: Fonts) -> None:
    """Set a line's text, weight and slant from its glyphs."""
    line.text = "".join(
        (" " if run.space and k else "") + glyphs.text(run) for k, run in enumerate(line.runs)
    ).strip()
    bold = italic = total = 0
    for run in line.runs:
        count = run.last - run.first
        total += count
        if fonts[run.font].bold:
            bold += count
        if fonts[run.font].italic:
            italic += count
    line.bold, line.italic = bold > 0.8 * total, italic > 0.8 * total


def _join_drop_capitals(lines: list[Line], glyphs: PageGlyphs, fonts: Fonts) -> list[Line]:
    """Put a letter several lines high before the first of the lines that stand beside it."""
    capitals = [x for x in lines if x.glyphs == 1 and x.text.isupper() and x.size > 14]
    for capital in capitals:
        beside = [
            x
            for x in lines
            if x.glyphs > 8
            and capital.size > 1.8 * x.size
            and -0.15 * capital.size < x.x0 - capital.x1 < 1.3 * x.size
            and capital.top - 0.3 * capital.size < x.top < capital.base - 0.4 * capital.size
            and x.text[0].isalpha()
        ]
        if not beside:
            continue
        first = min(beside, key=lambda x: x.top)
        first.runs[0].space = False
        first.runs.insert(0, capital.runs[0])
        first.measure()
        describe(first, glyphs, fonts)
        lines = [x for x in lines if x is not capital]
    return lines


def body_style(pages: Sequence[Page], fonts: Fonts) -> Style | None:
    """The size and font in which most letters of long lines are set."""
    sizes: Counter[float] = Counter()
    families: dict[float, Counter[int]] = defaultdict(Counter)
    steps: dict[float, Counter[float]] = defaultdict(Counter)
    widths: dict[float, Counter[int]] = defaultdict(Counter)
    for page in pages:
        last: Line | None = None
        for line in page.lines:
            weight = line.glyphs
            if weight > 25:
                size = round(line.size * 4) / 4
                sizes[size] += weight
                families[size][line.font] += weight
                widths[size][round(line.width / 3)] += 1
                if (
                    last is not None
                    and abs(last.x0 - line.x0) < 2
                    and 0 < line.base - last.base < 3 * line.size
                ):
                    steps[size][round((line.base - last.base) * 4) / 4] += 1
                last = line
    if not sizes:
        for page in pages:
            for line in page.lines:
                sizes[round(line.size * 4) / 4] += line.glyphs
                families[round(line.size * 4) / 4][line.font] += line.glyphs
    if not sizes:
        return None
    size = _body_size(sizes)
    font = families[size].most_common(1)[0][0]
    step = steps[size].most_common(1)[0][0] if steps[size] else 1.25 * size
    f = fonts[font]
    measure = 3.0 * widths[size].most_common(1)[0][0] if widths[size] else 20 * size
    return Style(size, font, f.family, step, measure, f.bold, f.italic)


def _body_size(sizes: Counter[float]) -> float:
    """The commonest size; a long reference list in smaller type does not outvote the text."""
    total = sum(sizes.values())
    common = [s for s, n in sizes.items() if n > 0.25 * total]
    top = sizes.most_common(1)[0][0]
    larger = [s for s in common if top < s <= 1.35 * top and sizes[s] > 0.6 * sizes[top]]
    return max(larger, default=top)


_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")
_LIST_HEAD = re.compile(r"(?:\d{1,2}\.?\s+)?(?:references|bibliography|literature cited)", re.I)
_STAMP = re.compile(
    r"(?:This content downloaded|Downloaded) (?:from|by|via) (?:https?:|www\.)"
    r"|Downloaded (?:from|by) .{3,80} on .{0,12}\d{1,2}.{1,12}\d{4}|For personal use only\b"
)
"""What a library's server prints on every page."""
_IDENTIFIER = re.compile(r"\b(?:doi|pmid|pmcid)\b")
_NAMED = re.compile(r"[^\W\d_]{3}")
_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—]?\s*(?:[A-Z]?\d{1,5}|[ivxlc]{1,7})\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,5})?\.?",
    re.I,
)


def set_furniture_aside(pages: Sequence[Page], style: Style, fonts: Fonts) -> None:
    """Move running heads and feet, page numbers and line numbers to the furniture."""
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    margin: dict[int, list[tuple[Line, str, int]]] = {}
    for k, page in enumerate(pages):
        height = page.frame[1]
        page.lines = _without_line_numbers(page, fonts)
        found = []
        for line in page.lines:
            if line.bottom < MARGIN * height or line.top > (1 - MARGIN) * height:
                key = re.sub(r"\W+", " ", line.text).strip().lower()
                if not _IDENTIFIER.search(key):  # those of a running head are always the same
                    key = _DIGITS.sub("#", key)
                key = key[:80]
                band = round(line.base / 4)
                found.append((line, key, band))
                for near in (band - 1, band, band + 1):
                    seen[(key, near)].add(k)
        margin[k] = found
    needed = 2 if len(pages) < 8 else max(3, len(pages) // 8)
    for k, page in enumerate(pages):
        height = page.frame[1]
        away: set[int] = set()
        recurring = {
            id(x)
            for x, key, band in margin[k]
            if len(seen[(key, band)]) >= needed
            and (_NAMED.search(key) or _outermost(x, page, height))
        }
        inside = {id(x) for x, _, _ in margin[k] if _inside_text(x, page, recurring)}
        texts = [x.base for x, _, _ in margin[k] if id(x) in inside]
        first = min((b for b in texts if b < 0.5 * height), default=height)
        last = max((b for b in texts if b >= 0.5 * height), default=0.0)
        # a head stands above the text of every column, a foot below it
        recurring = {
            id(x)
            for x, _, _ in margin[k]
            if id(x) in recurring
            and (x.base < first - 2 if x.base < 0.5 * height else x.base > last + 2)
        }
        for line, _, _ in margin[k]:
            if (id(line) in recurring and id(line) not in inside) or (
                _PAGE_NUMBER.fullmatch(line.text) and _outermost(line, page, height)
            ):
                away.add(id(line))
        if k:
            away.update(id(x) for x in _lonely_rows(page, style, height))
        away.update(id(x) for x in page.lines if _STAMP.match(x.text))
        # what stands beside or beyond a running head is one, too
        tops = [x.base for x, _, _ in margin[k] if id(x) in away and x.base < 0.5 * height]
        feet = [x.base for x, _, _ in margin[k] if id(x) in away and x.base >= 0.5 * height]
        for line, _, _ in margin[k]:
            if id(line) in inside or _LIST_HEAD.fullmatch(line.text):
                continue
            if tops and line.base <= max(tops) + 0.3 * line.size and line.base < 0.5 * height:
                away.add(id(line))
            if feet and line.base >= min(feet) - 0.3 * line.size and line.base >= 0.5 * height:
                away.add(id(line))
        if away:
            page.furniture.extend(x.text for x in page.lines if id(x) in away)
            page.lines = [x for x in page.lines if id(x) not in away]


def _lonely_rows(page: Page, style: Style, height: float) -> list[Line]:
    """The first and the last row of a page where they are small, short and set apart."""
    out: list[Line] = []
    for upper in (True, False):
        end = (min if upper else max)((x.base for x in page.lines), default=0.0)
        row = [x for x in page.lines if abs(x.base - end) < 2.5]
        rest = [abs(x.base - end) for x in page.lines if abs(x.base - end) >= 2.5]
        place = end < 0.09 * height if upper else end > 0.92 * height
        if (
            place
            and rest
            and min(rest) > 1.25 * style.step
            and all(x.size < 0.94 * style.size and not _CAPTION.match(x.text) for x in row)
            and sum(len(x.text) for x in row) < 130
        ):
            out.extend(row)
    return out


_CAPTION = re.compile(r"\s*(?:fig|table|scheme|box)", re.I)


def _inside_text(line: Line, page: Page, recurring: set[int]) -> bool:
    """Whether a line at a page's edge is one of the text: lines set like it follow or precede."""
    if line.width < 0.12 * page.frame[0]:
        return False
    near = [
        x
        for x in page.lines
        if x is not line
        and id(x) not in recurring
        and abs(x.size - line.size) < 0.1
        and x.font == line.font
        and 0 < abs(x.base - line.base) < 4.2 * line.size
        and overlap(x.x0, x.x1, line.x0, line.x1) > 0.5 * min(x.width, line.width)
    ]
    steps = sorted({round(abs(x.base - line.base), 1) for x in near})
    return len(near) >= 2 and (steps[0] < 1.45 * line.size or _even(steps))


def _even(steps: Sequence[float]) -> bool:
    """Whether distances are those of lines set one below the other, however wide."""
    return len(steps) > 1 and abs(steps[1] - 2 * steps[0]) < 0.12 * steps[0]


def _outermost(line: Line, page: Page, height: float) -> bool:
    """Whether nothing stands between a line and the page's upper or lower edge."""
    if line.base < 0.5 * height:
        return not any(x.base < line.base - line.size for x in page.lines)
    return not any(x.base > line.base + line.size for x in page.lines)


def _without_line_numbers(page: Page, fonts: Fonts) -> list[Line]:
    """The page's lines without the numbers that manuscripts count them with."""
    numbers = [x for x in page.lines if x.text.isdigit() and len(x.text) <= 4]
    if len(numbers) < 12:
        return page.lines
    edges: dict[tuple[bool, int], list[Line]] = defaultdict(list)
    for x in numbers:
        edges[(False, round(x.x0 / 3))].append(x)
        edges[(True, round(x.x1 / 3))].append(x)
    column = max(edges.values(), key=len)
    bases = sorted(x.base for x in column)
    if len(column) < 12 or (
        len(column) < 0.18 * len(page.lines) and bases[-1] - bases[0] < 0.6 * page.frame[1]
    ):
        return page.lines
    values = [int(x.text) for x in sorted(column, key=lambda x: x.base)]
    steps = Counter(b - a for a, b in pairwise(values))
    step, count = steps.most_common(1)[0]
    left, edge = min(x.x0 for x in column), max(x.x1 for x in column)
    others = [x for x in page.lines if not x.text.isdigit()]
    outside = sum(1 for x in others if x.x0 >= edge - 1) > 0.9 * len(others)
    if step in (1, 5) and count > 0.7 * len(values) and outside:
        away = {id(x) for x in column}
        page.furniture.extend(x.text for x in column)
        for line in others:
            head = line.runs[0]
            if (
                len(line.runs) > 1
                and left - 1 < head.x0
                and head.x1 < edge + 1
                and page.glyphs.text(head).isdigit()
            ):  # a number that stands so near that it was taken for the line's label
                page.furniture.append(page.glyphs.text(head))
                del line.runs[0]
                line.measure()
                describe(line, page.glyphs, fonts)
        return [x for x in page.lines if id(x) not in away]
    return page.lines


def raised(run: Run, line: Line) -> bool:
    """Whether a run is a superscript of its line, by size and rise."""
    return run.size < 0.86 * line.size and run.rise > 0.12 * line.size
