"""Cells of a table from the places of its words: columns by white space, rows by lines and gaps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from .layout import Line, overlap
from .pdf_rules import Rules
from .tables_pdf import Area, GridCell
from .tables_words import Word

Chunk = tuple[float, float, list[Word]]
Placed = tuple[tuple[int, int], Chunk]

MAX_WIDTH = 20_000.0
"""Points: a wider table is none."""

_NUMBER = re.compile(r"[(<>=≤≥±~≈−–-]{0,2}\d[\d.,:%()±−–-]*[*†‡§a-d]{0,2}")


def align(area: Area, rows: Sequence[list[Word]], rules: Rules) -> None:
    """Fill an area's cells from its rows of words, by alignment."""
    if not rows:
        return
    size = median(w.run.size for r in rows for w in r)
    chunked = [_chunks(r, size) for r in rows]
    header = _header_rows(area, rows, rules)
    area.columns = _columns(chunked, header, size, area)
    if len(area.columns) < 2:
        return
    placed = [[(_span(c, area.columns), c) for c in r] for r in chunked]
    groups = _group(rows, placed, header, rules, area, size)
    for y, members in enumerate(groups):
        _cells(area, y, [placed[m] for m in members], header=members[0] < header)


def _chunks(row: Sequence[Word], size: float) -> list[Chunk]:
    """Words of one line that stand so close that they belong to one cell."""
    out: list[Chunk] = []
    for word in row:
        if out and word.run.x0 - out[-1][1] < 0.62 * size:
            out[-1] = (out[-1][0], max(out[-1][1], word.run.x1), [*out[-1][2], word])
        else:
            out.append((word.run.x0, word.run.x1, [word]))
    return out


def _header_rows(area: Area, rows: Sequence[list[Word]], rules: Rules) -> int:
    """How many lines stand above the rule under the header (0 if there is none)."""
    ys = sorted(
        {
            round(y, 1)
            for a, b, y in rules.across
            if area.top - 2 <= y <= area.bottom + 2
            and overlap(a, b, area.x0, area.x1) > 0.75 * (area.x1 - area.x0)
        }
    )
    bases = [median(w.run.base + w.run.rise for w in r) for r in rows]
    for y in ys:
        above = sum(1 for b in bases if b < y)
        if 0 < above < len(rows) and above <= max(1, 0.5 * len(rows)):
            return above
    return 0


def _columns(
    chunked: Sequence[Sequence[Chunk]], header: int, size: float, area: Area
) -> list[tuple[float, float]]:
    """Extents of the columns: what is left between the strips that hardly any line covers."""
    body = [r for r in chunked[header:] if r] or [r for r in chunked if r]
    several = [r for r in body if len(r) > 1]
    used = several if len(several) >= 2 else body
    x0, x1 = min(c[0] for r in used for c in r), max(c[1] for r in used for c in r)
    if x1 - x0 > MAX_WIDTH:
        return []
    steps = int(x1 - x0) + 2
    cover = [0] * steps
    for row in used:
        for a, b, _ in row:
            for k in range(max(0, int(a - x0 + 0.5)), min(steps, int(b - x0 + 0.5) + 1)):
                cover[k] += 1
    limit = max(0, int(0.04 * len(used)))
    out: list[tuple[float, float]] = []
    start: int | None = None
    gap = 0
    for k in range(steps):
        if cover[k] > limit:
            if start is None:
                start = k
            gap = 0
        else:
            gap += 1
            if start is not None and gap >= max(2, int(0.3 * size)):
                out.append((x0 + start, x0 + k - gap + 1))
                start = None
    if start is not None:
        out.append((x0 + start, x1))
    del area
    return _merged(out, used)


def _merged(
    columns: list[tuple[float, float]], rows: Sequence[Sequence[Chunk]]
) -> list[tuple[float, float]]:
    """Columns without those that never hold a cell of their own (a sign before its number)."""
    k = 1
    while k < len(columns):
        a, b = columns[k - 1], columns[k]
        held = alone = 0
        for row in rows:
            left = [c for c in row if overlap(c[0], c[1], *a) > 0]
            right = [c for c in row if overlap(c[0], c[1], *b) > 0]
            if right:
                held += 1
                if not left or right[0] is not left[-1]:
                    alone += 1
        if held and alone < 0.34 * held and b[0] - a[1] < 12:
            columns[k - 1 : k + 1] = [(a[0], b[1])]
        else:
            k += 1
    return columns


def _span(chunk: Chunk, columns: Sequence[tuple[float, float]]) -> tuple[int, int]:
    """First and last column that a chunk lies on."""
    touched = [
        k
        for k, (a, b) in enumerate(columns)
        if overlap(chunk[0], chunk[1], a, b) > min(2.0, 0.3 * (b - a) + 0.1)
    ]
    if touched:
        return touched[0], touched[-1]
    middle = (chunk[0] + chunk[1]) / 2
    near = min(range(len(columns)), key=lambda k: abs((columns[k][0] + columns[k][1]) / 2 - middle))
    return near, near


def _group(
    rows: Sequence[list[Word]],
    placed: Sequence[Sequence[Placed]],
    header: int,
    rules: Rules,
    area: Area,
    size: float,
) -> list[list[int]]:
    """Lines of text put together to rows of the table."""
    bases = [median(w.run.base + w.run.rise for w in r) for r in rows]
    steps = [b - a for a, b in pairwise(bases)]
    inner = [s for s in steps[header:] if s > 0.93 * size] or [s for s in steps if s > 0]
    tight = min(inner, default=size)
    spread = sum(1 for s in inner if s > 1.14 * tight)
    gapped = 0.12 * len(inner) <= spread <= 0.97 * len(inner)
    across = [
        y for a, b, y in rules.across if overlap(a, b, area.x0, area.x1) > 0.6 * (area.x1 - area.x0)
    ]
    groups: list[list[int]] = []
    for i in range(len(rows)):
        if i == 0 or i == header:
            groups.append([i])
            continue
        ruled = any(bases[i - 1] < y < bases[i] for y in across)
        step = bases[i] - bases[i - 1]
        if ruled:
            groups.append([i])
            continue
        if i < header:
            if _same_header(placed, i):
                groups[-1].append(i)
            else:
                groups.append([i])
            continue
        first = {s[0] for s, _ in placed[i]}
        before = {s[0] for m in groups[-1] for s, _ in placed[m]}
        if step < 0.5 * size:
            groups[-1].append(i)
        elif _clash(placed[i], [p for m in groups[-1] for p in placed[m]]):
            groups.append([i])
        elif gapped:
            wide = step > 1.14 * tight
            fuller = 0 in first and len(first) >= max(2, len(before)) and len(area.columns) > 2
            if wide or (fuller and _starts(placed[i], placed[groups[-1][0]])):
                groups.append([i])
            else:
                groups[-1].append(i)
        elif (0 in first and not _wraps(placed, groups[-1], i, len(area.columns))) or (
            0 not in first
            and len(first) >= 2
            and first >= before - {0}
            and len(before) > 1
            and _short(placed[i])
        ):
            groups.append([i])
        else:
            groups[-1].append(i)
    return groups


def _clash(row: Sequence[Placed], above: Sequence[Placed]) -> bool:
    """Whether at least two columns hold a number both in a line and in the row above it.

    One number may be written in two lines (mean and range), two beside each other are two rows.
    """
    numbers = {s[0] for s, c in above if _NUMBER.fullmatch(c[2][0].text)}
    return sum(1 for s, c in row if s[0] in numbers and _NUMBER.fullmatch(c[2][0].text)) >= 2


def _short(row: Sequence[Placed]) -> bool:
    """Whether all cells of a line are a number or a word: no line of a wrapped text."""
    return all(len(c[2]) <= 3 for _, c in row)


def _starts(row: Sequence[Placed], head: Sequence[Placed]) -> bool:
    """Whether a line's cells begin as cells do: none further in than the one above it."""
    lefts = {s[0]: c[0] for s, c in head}
    return (
        all(c[0] - lefts.get(s[0], c[0]) < 3.0 for s, c in row)
        and not row[0][1][2][0].text[:1].islower()
    )


def _wraps(
    placed: Sequence[Sequence[Placed]],
    group: Sequence[int],
    i: int,
    columns: int,
) -> bool:
    """Whether a line with a filled first column goes on with the row above it."""
    row = placed[i]
    head = placed[group[0]]
    filled = {s[0] for s, _ in row}
    above = {s[0]: c for m in group for s, c in placed[m]}
    first = row[0][1]
    text = first[2][0].text
    if 0 not in above:
        return False
    inset = first[0] - head[0][1][0]
    if (
        inset > 2.5
        and inset < 18
        and (len(filled) < len({s[0] for s, _ in head}) or text[:1].islower())
    ):
        return True
    last = above[0][2][-1].text
    if last.endswith(("-", ",", "/", "(", "and", "of", "with", "the", "or", "to", "in", "for")):
        return True
    if text[:1].islower() and len(filled) < columns:
        return True
    return text[:1] in "(+)" and len(filled) < max(2, columns // 2)


def _same_header(placed: Sequence[Sequence[Placed]], i: int) -> bool:
    """Whether a header line goes on with the one above: no two of its cells stand under one."""
    above, here = placed[i - 1], placed[i]
    joined = 0
    for _, upper in above:
        under = [c for _, c in here if overlap(upper[0], upper[1], c[0], c[1]) > 1.0]
        if len(under) > 1:
            return False
        joined += len(under)
    return joined > 0


def _cells(area: Area, y: int, lines: Sequence[Sequence[Placed]], *, header: bool) -> None:
    content: dict[int, list[tuple[tuple[int, int], list[list[Word]]]]] = {}
    for line in lines:
        for span, chunk in line:
            slot = content.setdefault(span[0], [])
            if slot:
                old, parts = slot[0]
                slot[0] = ((span[0], max(old[1], span[1])), parts)
                base = chunk[2][0].run.base + chunk[2][0].run.rise
                last = parts[-1][0].run.base + parts[-1][0].run.rise
                if abs(base - last) < 1.0:
                    parts[-1].extend(chunk[2])
                else:
                    parts.append(list(chunk[2]))
            else:
                slot.append((span, [list(chunk[2])]))
    reach = -1
    for x in sorted(content):
        span, parts = content[x][0]
        if x <= reach:  # the cell before ran into this column
            previous = area.cells[-1]
            previous.lines.extend(line_of(p, area.page) for p in parts)
            continue
        reach = span[1]
        area.cells.append(
            GridCell(y, x, [line_of(p, area.page) for p in parts], 1, span[1] - x + 1, header)
        )


def line_of(words: Sequence[Word], page: int) -> Line:
    """Words of one baseline as a line."""
    line = Line([w.run for w in words])
    line.page = page
    line.text = ""
    for k, word in enumerate(words):
        line.text += (" " if k and word.run.space else "") + word.text
    return line
