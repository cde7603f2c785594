"""The lines of a reference list told apart to entries, by number, by hanging indent or by gap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from .layout import Line
from .pdf_blocks import Piece
from .references import is_link_line, split_entries

_NUMBER = re.compile(r"\s*[\[(]?(\d{1,4})(?:[\])]|[.:](?!\d)|\s+(?=[^\W\d_a-z])|\t)")


def split_list(pieces: Sequence[Piece]) -> list[list[Line]]:
    """The lines of each entry, in the order of the list."""
    lines = [x for p in pieces for x in p.lines]
    if not lines:
        return []
    numbers = [_number(x) for x in lines]
    if _in_turn(numbers) >= max(3, 0.08 * len(lines)) or (numbers[0] == 1 and len(lines) < 12):
        return _by_number(lines, numbers)
    columns = _columns(lines)
    if _hanging(lines, columns):
        return _by_indent(lines, columns)
    gaps = _by_gap(lines)
    if gaps is not None:
        return gaps
    return _by_text(lines)


def _number(line: Line) -> int | None:
    found = _NUMBER.match(line.text)
    return int(found.group(1)) if found else None


def _in_turn(numbers: Sequence[int | None]) -> int:
    """How many numbers stand in their turn, counted from the list's first."""
    expected, count = None, 0
    for n in numbers:
        if n is None:
            continue
        if (expected is None and n <= 3) or (
            expected is not None and expected <= n <= expected + 2
        ):
            expected, count = n + 1, count + 1
    return count


def _by_number(lines: Sequence[Line], numbers: Sequence[int | None]) -> list[list[Line]]:
    out: list[list[Line]] = []
    expected: int | None = None
    for line, n in zip(lines, numbers, strict=True):
        if n is not None and (
            (expected is None and n <= 3)
            or (expected is not None and expected <= n <= expected + 3)
        ):
            out.append([line])
            expected = n + 1
        elif out:
            out[-1].append(line)
    return out


def _columns(lines: Sequence[Line]) -> dict[tuple[int, int], float]:
    """Left edge of the column in which a line stands, by page and rough place."""
    edges: dict[tuple[int, int], list[float]] = {}
    for x in lines:
        edges.setdefault((x.page, round(x.x0 / 90)), []).append(x.x0)
    out: dict[tuple[int, int], float] = {}
    for (page, slot), values in edges.items():
        near = [
            v for s in (slot - 1, slot) for v in edges.get((page, s), []) if min(values) - v < 40
        ]
        out[(page, slot)] = min(near)
    return out


def _inset(line: Line, columns: dict[tuple[int, int], float]) -> float:
    return line.x0 - columns[(line.page, round(line.x0 / 90))]


def _hanging(lines: Sequence[Line], columns: dict[tuple[int, int], float]) -> bool:
    inner = sum(1 for x in lines if 0.4 * x.size < _inset(x, columns) < 5 * x.size)
    outer = sum(1 for x in lines if _inset(x, columns) <= 0.4 * x.size)
    return inner > 0.3 * len(lines) and outer >= 2


def _by_indent(lines: Sequence[Line], columns: dict[tuple[int, int], float]) -> list[list[Line]]:
    out: list[list[Line]] = []
    for line in lines:
        if not out or _inset(line, columns) <= 0.4 * line.size:
            out.append([line])
        else:
            out[-1].append(line)
    return out


def _by_gap(lines: Sequence[Line]) -> list[list[Line]] | None:
    """Entries set apart by a little space; ``None`` if the lines are evenly spaced."""
    steps = [b.base - a.base for a, b in pairwise(lines) if a.page == b.page and b.base > a.base]
    if len(steps) < 4:
        return None
    step = median(steps)
    wide = [s for s in steps if s > 1.18 * step]
    if not 0.1 * len(steps) < len(wide) < 0.6 * len(steps):
        return None
    out: list[list[Line]] = [[lines[0]]]
    for a, b in pairwise(lines):
        together = a.page == b.page and 0 < b.base - a.base <= 1.15 * step
        jump = a.page != b.page or b.base <= a.base
        ended = is_link_line(a.text) or re.search(r"\d\.?$|\.$", a.text)
        if together or (jump and not ended):
            out[-1].append(b)
        else:
            out.append([b])
    return out


def _by_text(lines: Sequence[Line]) -> list[list[Line]]:
    """Entries as the grammar of references tells them apart."""
    entries = split_entries([x.text for x in lines])
    out: list[list[Line]] = []
    k = 0
    for line in lines:
        if k < len(entries) and entries[k].startswith(line.text.strip()[:30]):
            out.append([line])
            k += 1
        elif out:
            out[-1].append(line)
        else:
            out.append([line])
    return out
