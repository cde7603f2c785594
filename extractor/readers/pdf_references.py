"""The lines of a reference list told apart to entries, by number, by hanging indent or by gap."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from .layout import Line
from .pdf_blocks import Piece
from .reference_fields import LOWER_PARTICLE
from .references import begins_like_authors, is_link_line, split_entries

_NUMBER = re.compile(
    rf"\s*[\[(]?(\d{{1,4}})(?:[\])]|[.:](?!\d)|\s+(?=[^\W\d_a-z]|{LOWER_PARTICLE})|\t)"
)


_IMPRINT = re.compile(r"(?:doi\s*:?\s*10\.\S+\s+)?cite this article\b", re.I)
"""How publishers close the last page of some papers, behind the last entry."""


def split_list(pieces: Sequence[Piece]) -> list[list[Line]]:
    """The lines of each entry, in the order of the list."""
    lines = [x for p in pieces for x in p.lines]
    if not lines:
        return []
    return [_without_imprint(entry) for entry in _entries(lines)]


def _without_imprint(entry: list[Line]) -> list[Line]:
    end = next((i for i, x in enumerate(entry) if i and _IMPRINT.match(x.text)), len(entry))
    return entry[:end]


def _entries(lines: Sequence[Line]) -> list[list[Line]]:
    numbers = [_number(x) for x in lines]
    if _in_turn(numbers) >= max(3, 0.08 * len(lines)) or (numbers[0] == 1 and len(lines) < 12):
        return _by_number(lines, numbers)
    insets = _insets(lines)
    if _hanging(lines, insets):
        return _by_indent(lines, insets)
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


def _insets(lines: Sequence[Line]) -> list[float]:
    """How far each line stands from the left edge of its column.

    A column of the list is a stretch of lines that only goes down. One that holds nothing but the
    rest of an entry shows no edge of its own: it takes that of a column beside or above it.
    """
    stretches: list[list[int]] = []
    for i, line in enumerate(lines):
        before = lines[i - 1] if i else line
        if (
            i
            and line.page == before.page
            and line.base > before.base - 0.5 * line.size
            and abs(line.x0 - before.x0) < 5 * line.size
        ):
            stretches[-1].append(i)
        else:
            stretches.append([i])
    edges = [_edge([lines[i].x0 for i in stretch]) for stretch in stretches]
    steps = Counter(
        round(lines[i].x0 - edge)
        for stretch, edge in zip(stretches, edges, strict=True)
        for i in stretch
        if 0.4 * lines[i].size < lines[i].x0 - edge < 5 * lines[i].size
    )
    usual = steps.most_common(1)[0][0] if steps else 0
    out = [0.0] * len(lines)
    for stretch, edge in zip(stretches, edges, strict=True):
        even = all(abs(lines[i].x0 - edge) < 1.5 for i in stretch)
        if usual and even and _is_rest(lines, stretch, edge, edges, usual):
            edge -= usual
        for i in stretch:
            out[i] = lines[i].x0 - edge
    return out


def _is_rest(
    lines: Sequence[Line], stretch: Sequence[int], edge: float, edges: Sequence[float], usual: float
) -> bool:
    """Whether a column whose lines all begin at one edge holds only the rest of an entry."""
    if any(abs(e - (edge - usual)) < 1.5 for e in edges):
        return True
    return len(stretch) <= 4 and not begins_like_authors(lines[stretch[0]].text)


def _edge(values: Sequence[float]) -> float:
    """The leftmost place at which more than a stray line begins."""
    needed = max(1.0, 0.04 * len(values))
    for v in sorted(values):
        if sum(1 for w in values if abs(w - v) < 1.5) >= needed:
            return v
    return min(values)


def _hanging(lines: Sequence[Line], insets: Sequence[float]) -> bool:
    inner = sum(1 for x, d in zip(lines, insets, strict=True) if 0.4 * x.size < d < 5 * x.size)
    outer = sum(1 for x, d in zip(lines, insets, strict=True) if d <= 0.4 * x.size)
    return inner > 0.3 * len(lines) and outer >= 2


def _by_indent(lines: Sequence[Line], insets: Sequence[float]) -> list[list[Line]]:
    out: list[list[Line]] = []
    for line, inset in zip(lines, insets, strict=True):
        if not out or inset <= 0.4 * line.size:
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
    begun = [
        begins_like_authors(b.text)
        for a, b in pairwise(lines)
        if a.page == b.page and b.base - a.base > 1.15 * step
    ]
    named = sum(begun) > 0.7 * len(begun)
    out: list[list[Line]] = [[lines[0]]]
    for a, b in pairwise(lines):
        together = a.page == b.page and 0 < b.base - a.base <= 1.15 * step
        jump = a.page != b.page or b.base <= a.base
        ended = (is_link_line(a.text) or re.search(r"\d\.?$|\.$", a.text)) and (
            begins_like_authors(b.text) or not (named or re.match(r"\W|[a-z\d]", b.text))
        )
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
