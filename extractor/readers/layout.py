"""Pure geometry of a page: runs of glyphs to lines, lines to regions, regions to reading order.

Nothing here knows a PDF library or what words mean. All lengths are points, the origin is the top
left corner of the page, y grows downwards. A *run* is a stretch of glyphs of one font, size and
baseline; a *line* is what stands on one baseline within one column; a *region* is a stack of lines
with nothing beside them that belongs to the stack.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

WORD_GAP = 0.9
"""Gap, in ems, beyond which two stretches of text on one baseline may belong to two columns."""

LINE_GAP = 2.6
"""Gap, in ems, beyond which they always do."""

MANY_LINES = 4000
"""Number of lines beyond which a page is no page of text: its lines are left in file order."""


@dataclass(slots=True, eq=False)
class Run:
    """Glyphs ``first`` to ``last`` (half-open, page-wide) of one font, size and baseline.

    ``rise`` is how far the baseline stands above that of the line (negative: below), in points;
    it is set when the run joins a line. ``space`` says that a space stands before the run,
    ``spread`` how wide those in it are in the mean (0.0: there are none).
    """

    first: int
    last: int
    x0: float
    x1: float
    base: float
    size: float
    font: int
    space: bool = False
    rise: float = 0.0
    spread: float = 0.0

    @property
    def top(self) -> float:
        """Upper edge of the capitals, roughly."""
        return self.base - 0.75 * self.size

    @property
    def bottom(self) -> float:
        """Lower edge of the descenders, roughly."""
        return self.base + 0.25 * self.size


@dataclass(slots=True, eq=False)
class Line:
    """Runs that stand on one baseline in one column, left to right.

    ``order`` is the place in the file, ``glyphs`` the number of glyphs without spaces. ``text``,
    ``bold`` and ``italic`` (of all its letters) are filled in by who knows the glyphs.
    """

    runs: list[Run]
    x0: float = 0.0
    x1: float = 0.0
    base: float = 0.0
    size: float = 0.0
    font: int = 0
    page: int = 0
    order: int = 0
    text: str = ""
    bold: bool = False
    italic: bool = False
    glyphs: int = 0

    def __post_init__(self) -> None:
        self.measure()

    @property
    def top(self) -> float:
        """Upper edge of the capitals, roughly."""
        return self.base - 0.75 * self.size

    @property
    def bottom(self) -> float:
        """Lower edge of the descenders, roughly."""
        return self.base + 0.25 * self.size

    @property
    def width(self) -> float:
        """Distance from the first glyph's left edge to the last one's right edge."""
        return self.x1 - self.x0

    def measure(self) -> None:
        """Set extent, main baseline, size and font from the runs, and each run's rise."""
        runs = self.runs
        self.x0 = min(r.x0 for r in runs)
        self.x1 = max(r.x1 for r in runs)
        self.glyphs = sum(r.last - r.first for r in runs)
        if len(runs) == 1:
            main = runs[0]
            self.base, self.size, self.font = main.base, main.size, main.font
            main.rise = 0.0
            return
        weight: dict[tuple[float, float], int] = {}
        fonts: dict[int, int] = {}
        for r in runs:
            key = (round(r.base, 1), round(r.size, 1))
            count = r.last - r.first
            # a line is as tall as its largest type: a row of footnote marks does not outvote it
            weight[key] = weight.get(key, 0) + count
            fonts[r.font] = fonts.get(r.font, 0) + count
        largest = max(size for _, size in weight)
        strong = {k: n for k, n in weight.items() if k[1] > 0.8 * largest or n > 12}
        base, size = max(strong, key=lambda k: (strong[k], k[1]))
        self.base, self.size = base, size
        self.font = max(fonts, key=lambda f: (fonts[f], -f))
        for r in runs:
            r.rise = base - r.base


@dataclass(slots=True, eq=False)
class Region:
    """Lines stacked in one column, from top to bottom; for a table, ``table`` is what it is."""

    lines: list[Line]
    x0: float = 0.0
    x1: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    table: Any = None

    def __post_init__(self) -> None:
        self.measure()

    def measure(self) -> None:
        """Set the extent from the lines."""
        self.x0 = min(x.x0 for x in self.lines)
        self.x1 = max(x.x1 for x in self.lines)
        self.top = min(x.top for x in self.lines)
        self.bottom = max(x.bottom for x in self.lines)


def overlap(a0: float, a1: float, b0: float, b1: float) -> float:
    """Length of what two intervals share (0.0 if they are apart)."""
    return max(0.0, min(a1, b1) - max(a0, b0))


# ---------------------------------------------------------------------------------------- lines


def _drop_capital(a: Run | Line, b: Run | Line) -> bool:
    """Whether one of two stretches is a single letter as tall as two lines of the other."""
    single = a.glyphs == 1 if isinstance(a, Line) else a.last - a.first == 1
    return single and a.size > 1.8 * b.size and a.size > 14.0


def _follows(last: Run, line: list[Run], run: Run) -> bool:
    """Whether a run continues the line that the runs before it in the file have begun."""
    big = max(last.size, run.size)
    if _drop_capital(last, run) or _drop_capital(run, last):
        return False
    gap = run.x0 - last.x1
    if not -0.6 * big <= gap <= WORD_GAP * big:
        return False
    if run.x0 < line[0].x0 - 0.2 * big:
        return False
    # compared with the run before and with the main run: raised letters stand beside each other
    main = max(line[-4:], key=lambda r: (round(r.size, 1), r.last - r.first))
    tall = max(main.size, run.size)
    return (
        abs(run.base - main.base)
        <= (0.62 if run.size < 0.9 * main.size or main.size < 0.9 * run.size else 0.3) * tall
    )


def build_lines(runs: Sequence[Run]) -> list[Line]:
    """Lines of one page from its runs in file order.

    Runs that follow each other in the file and on the page are joined first; what is left over
    (text set out of order) is joined where it stands side by side on a baseline.
    """
    groups: list[list[Run]] = []
    for run in runs:
        if groups and _follows(groups[-1][-1], groups[-1], run):
            groups[-1].append(run)
        else:
            groups.append([run])
    lines = []
    for i, group in enumerate(groups):
        line = Line(group)
        line.order = i
        lines.append(line)
    return merge_lines(lines)


def merge_lines(lines: list[Line]) -> list[Line]:
    """Join pieces that stand side by side on a baseline and have no column gap between them."""
    lines = _join_spread(sorted(lines, key=lambda x: (x.base, x.x0)))
    bases = [x.base for x in lines]
    parent = list(range(len(lines)))

    def find(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    budget = 40 * len(lines) + 2000
    for i in sorted(range(len(lines)), key=lambda k: lines[k].x0):
        a = lines[i]
        reach = 0.62 * a.size
        lo, hi = bisect_left(bases, a.base - reach), bisect_right(bases, a.base + reach)
        best, best_gap = -1, 1e9
        for j in range(lo, hi):
            budget -= 1
            if j == i:
                continue
            b = lines[j]
            gap = b.x0 - a.x1
            tall = max(a.size, b.size)
            if gap < -0.35 * tall or gap > LINE_GAP * tall or b.x0 < a.x0:
                continue
            if _drop_capital(a, b) or _drop_capital(b, a):
                continue
            like = 0.8 < a.size / b.size < 1.25 if b.size else False
            if abs(a.base - b.base) > (0.2 if like else 0.62) * tall:
                continue
            if not like and (gap > 0.5 * tall or min(a.glyphs, b.glyphs) > 12):
                continue
            if gap < best_gap:
                best, best_gap = j, gap
        if budget < 0:
            break
        if best >= 0:
            b = lines[best]
            if (
                best_gap > 0.75 * max(a.size, b.size)
                and not _label(a, b, lines, bases)
                and _gutter(a, b, lines, bases)
            ):
                continue
            if find(i) != find(best):
                parent[find(best)] = find(i)
    joined: dict[int, list[int]] = {}
    for i in range(len(lines)):
        joined.setdefault(find(i), []).append(i)
    out: list[Line] = []
    for members in joined.values():
        pieces = sorted((lines[m] for m in members), key=lambda x: x.x0)
        out.append(_joined(pieces) if len(pieces) > 1 else pieces[0])
    return out


def _joined(pieces: Sequence[Line]) -> Line:
    """One line of pieces that stand side by side, from left to right."""
    runs: list[Run] = []
    for piece in pieces:
        if runs and piece.x0 - runs[-1].x1 > 0.18 * min(piece.size, runs[-1].size):
            piece.runs[0].space = True
        runs.extend(piece.runs)
    runs.sort(key=lambda r: r.x0)
    line = Line(runs)
    line.order = min(p.order for p in pieces)
    return line


def _join_spread(lines: list[Line]) -> list[Line]:
    """Join words that justifying has driven far apart: every gap of such a line is the same.

    Cells of a table can be so, too, but stand where those above and below them do.

    Args:
        lines: Lines sorted by baseline.
    """
    out: list[Line] = []
    chain: list[Line] = []
    bases = [x.base for x in lines]
    inner = {id(x): _gaps(x) for x in lines}
    gap = 0.0
    row = 0
    rows: dict[int, int] = {}
    for k, one in enumerate(lines):
        row += k > 0 and one.base - lines[k - 1].base > 0.6
        rows[id(one)] = row
    ordered: list[Line | None] = [*sorted(lines, key=lambda x: (rows[id(x)], x.x0)), None]
    for line in ordered:
        if line is not None and chain:
            last = chain[-1]
            wide = line.x0 - last.x1
            if (
                0.75 * last.size < wide < 6 * last.size
                and abs(last.base - line.base) < 0.1 * last.size
                and abs(last.size - line.size) < 0.05 * last.size
                and (len(chain) == 1 or _equal(wide, gap))
                and all(_equal(wide, g) for g in (*inner[id(last)], *inner[id(line)]))
                and not _ends_here(last, line, lines, bases)
            ):
                chain.append(line)
                gap = wide
                continue
        if (len(chain) > 2 and not _tabular(chain, lines, bases)) or (
            len(chain) == 2 and any(inner[id(x)] for x in chain)
        ):
            out.append(_joined(chain))
        else:
            out.extend(chain)
        chain = [line] if line is not None else []
    return sorted(out, key=lambda x: (x.base, x.x0))


def _ends_here(a: Line, b: Line, lines: Sequence[Line], bases: Sequence[float]) -> bool:
    """Whether the lines above and below end where a piece does, and none runs on to the next."""
    reach = 4.2 * a.size
    lo, hi = bisect_left(bases, a.base - reach), bisect_right(bases, a.base + reach)
    near = [c for c in lines[lo:hi] if abs(c.base - a.base) > 0.3 * a.size]
    return any(abs(c.x1 - a.x1) < 0.8 for c in near) and not any(
        c.x0 < a.x1 - 1 and c.x1 > b.x0 + 1 for c in near
    )


def _gaps(line: Line) -> list[float]:
    """How wide the spaces of a line are: within its runs in the mean, and between them."""
    out = [r.spread for r in line.runs if r.spread]
    return out + [b.x0 - a.x1 for a, b in pairwise(line.runs) if b.space]


def _equal(a: float, b: float) -> bool:
    return abs(a - b) < max(0.8, 0.1 * b)


def _tabular(chain: Sequence[Line], lines: Sequence[Line], bases: Sequence[float]) -> bool:
    """Whether words stand below or above each other in columns of their own."""
    size, base = chain[0].size, chain[0].base
    lo, hi = bisect_left(bases, base - 4.2 * size), bisect_right(bases, base + 4.2 * size)
    near = [x for x in lines[lo:hi] if abs(x.base - base) > 0.5 * size]
    aligned = 0
    for b in chain[1:-1]:
        left = sum(abs(c.x0 - b.x0) < 1 for c in near)
        right = sum(abs(c.x1 - b.x1) < 1 for c in near)
        middle = sum(abs(c.x0 + c.x1 - b.x0 - b.x1) < 2 for c in near)
        aligned += max(left, right, middle) > 1
    return 2 * aligned >= len(chain) - 2


def _label(a: Line, b: Line, lines: Sequence[Line], bases: Sequence[float]) -> bool:
    """Whether a piece is the number or bullet of the line behind it, nothing longer below it."""
    if abs(a.size - b.size) > 0.04 * b.size or abs(a.base - b.base) > 0.08 * b.size:
        return False
    if a.width > 2.4 * a.size or b.x0 - a.x1 > 2.2 * a.size or b.width < 4 * b.size:
        return False
    lo, hi = bisect_left(bases, a.base - 3.4 * a.size), bisect_right(bases, a.base + 3.4 * a.size)
    return not any(
        c is not a
        and c is not b
        and c.width > 2.5 * a.size
        and overlap(a.x0, a.x1, c.x0, c.x1) > 0.3 * a.width
        for c in lines[lo:hi]
    )


def _gutter(a: Line, b: Line, lines: Sequence[Line], bases: Sequence[float]) -> bool:
    """Whether the gap between two pieces goes on in the lines above and below (a column's edge).

    Lines that run through the gap speak against it, the more if they end where the right piece
    does; pieces that begin or end where the right one does, and do not run through, for it.
    """
    x0, x1 = a.x1, b.x0
    reach = 5.5 * max(a.size, b.size)
    lo, hi = bisect_left(bases, a.base - reach), bisect_right(bases, a.base + reach)
    covered = aligned = even = left = right = 0
    for c in lines[lo:hi]:
        if c is a or c is b or abs(c.base - a.base) < 0.3 * a.size:
            continue
        if c.x0 < x0 - 1 and c.x1 > x1 + 1:
            covered += 1
            even += abs(c.x1 - b.x1) < 1 and c.x0 < a.x0 + 1 and abs(c.size - b.size) < 0.1
            continue
        left += c.x0 < x0 - 1
        right += c.x0 >= x0 - 1
        if c.x0 >= x0 - 1 and (
            abs(c.x0 - b.x0) < 2 or abs(c.x1 - b.x1) < 2 or abs(c.x0 + c.x1 - b.x0 - b.x1) < 4
        ):
            aligned += 1
    if even > 1 and not aligned:
        return False
    if not covered and left > 3 and right > 3:
        return True  # no line near runs over it
    if x1 - x0 > 1.8 * max(a.size, b.size) and covered < 3:
        return True
    return aligned >= max(1, covered)


# -------------------------------------------------------------------------------------- regions


def build_regions(lines: Sequence[Line], leading: float = 0.0) -> list[Region]:
    """Stack lines to regions.

    A line joins the region above it if it alone continues it: no other line beside it lies under
    the same region, and no other region above it.

    Args:
        lines: The lines of one page.
        leading: Usual distance of baselines in ems, where it is known to be wide.
    """
    if len(lines) > MANY_LINES:
        return [Region(sorted(lines, key=lambda x: x.order))]
    ordered = sorted(lines, key=lambda x: (x.top, x.x0))
    tops = [x.top for x in ordered]
    active: list[Region] = []
    done: list[Region] = []
    for i, line in enumerate(ordered):
        left, right = line.x0 + 1.0, line.x1 - 1.0
        under = [r for r in active if r.x0 < right and r.x1 > left]
        far = [r for r in active if line.top - r.bottom > 60.0 and not any(r is u for u in under)]
        if far:
            done.extend(far)
            gone = {id(r) for r in far}
            active = [r for r in active if id(r) not in gone]
        if len(under) == 1 and _continues(under[0], line, i, ordered, tops, leading):
            region = under[0]
            region.lines.append(line)
            region.x0, region.x1 = min(region.x0, line.x0), max(region.x1, line.x1)
            region.bottom = max(region.bottom, line.bottom)
            continue
        if under:
            done.extend(under)
            gone = {id(r) for r in under}
            active = [r for r in active if id(r) not in gone]
        active.append(Region([line]))
    return done + active


def _continues(
    region: Region,
    line: Line,
    at: int,
    ordered: Sequence[Line],
    tops: Sequence[float],
    leading: float,
) -> bool:
    last = region.lines[-1]
    if abs(last.size - line.size) > 0.13 * max(last.size, line.size):
        return False
    step = line.base - last.base
    if step > max(2.3, 1.2 * leading) * max(last.size, line.size) or step < 0.3 * line.size:
        return False
    if len(region.lines) > 2 and step > 1.9 * typical_step(region.lines[:9]):
        return False
    # something else beside this line that lies under the region, too
    top, bottom, floor = line.top, line.bottom, last.base + 0.1 * last.size
    for j in range(max(0, at - 12), len(ordered)):
        other = ordered[j]
        if tops[j] > bottom:
            break
        if other is line or other.base <= floor or other.bottom < top:
            continue
        shared = min(other.bottom, line.bottom) - max(other.top, line.top)
        if (
            shared > 0.3 * min(other.size, line.size)
            and overlap(region.x0, region.x1, other.x0, other.x1) > 2.0
        ):
            return False
    return True


def typical_step(lines: Sequence[Line]) -> float:
    """The median distance between the baselines of consecutive lines (0.0 for fewer than two)."""
    steps = sorted(b.base - a.base for a, b in pairwise(lines) if b.base > a.base)
    return steps[len(steps) // 2] if steps else 0.0
