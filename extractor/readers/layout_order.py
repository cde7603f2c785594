"""The order in which a person reads the regions of a page."""

from __future__ import annotations

from collections.abc import Sequence

from .layout import Region, overlap

MANY = 160
"""Regions that are put in order by comparing all with all; a page has more only through figures."""

_WORDS = 40
"""Glyphs of a region that is text and not letters of a figure, where there are very many."""


def reading_order(regions: Sequence[Region]) -> list[Region]:
    """Regions of one page in the order in which a person reads them.

    One region stands before another if it is above it in the same column, or wholly to its left
    with nothing between them that spans both. A full-width region thus parts the page.
    """
    items = sorted(regions, key=lambda r: (r.top, r.x0))
    n = len(items)
    if n <= 1:
        return list(items)
    if n > MANY:
        text = [r for r in items if r.table or sum(x.glyphs for x in r.lines) >= _WORDS]
        if len(text) > MANY:
            return items
        chosen = {id(r) for r in text}
        return [*reading_order(text), *(r for r in items if id(r) not in chosen)]
    before: list[list[int]] = [[] for _ in range(n)]
    waiting = [0] * n
    for i in range(n):
        a = items[i]
        for j in range(i + 1, n):
            b = items[j]
            shared = (a.x1 if a.x1 < b.x1 else b.x1) - (a.x0 if a.x0 > b.x0 else b.x0)
            if shared > 2.0 and shared > 0.08 * min(a.x1 - a.x0, b.x1 - b.x0):
                first, then = i, j
            elif _spanned(items, i, j):
                continue
            elif a.x1 <= b.x0 + 2.0 + 0.08 * (b.x1 - b.x0) and a.x0 < b.x0:
                first, then = i, j
            else:
                first, then = j, i
            before[first].append(then)
            waiting[then] += 1
    left = set(range(n))
    out: list[Region] = []
    last: Region | None = None
    while left:
        free = [i for i in left if waiting[i] == 0]
        if not free:
            least = min(waiting[i] for i in left)
            free = [i for i in left if waiting[i] == least]
        pick = min(free, key=lambda i: _preference(items[i], last))
        left.remove(pick)
        last = items[pick]
        out.append(last)
        for then in before[pick]:
            waiting[then] -= 1
    return out


def _preference(region: Region, last: Region | None) -> tuple[float, float, float]:
    """Among regions that may come next: the one below the last one, then the leftmost, topmost."""
    below = (
        last is not None
        and region.top >= last.bottom - 4.0
        and overlap(last.x0, last.x1, region.x0, region.x1)
        > 0.3 * min(last.x1 - last.x0, region.x1 - region.x0)
    )
    return (0.0 if below else 1.0, region.top if below else region.x0, region.top)


def _spanned(items: Sequence[Region], i: int, j: int) -> bool:
    """Whether a region lies between two others in height and spans both in width.

    The regions are sorted by their upper edges, ``i`` is less than ``j``: what lies between them
    in height does so in the order, too.
    """
    upper, lower = items[i], items[j]
    if lower.top < upper.bottom:
        return False
    left, right = min(upper.x1, lower.x1) - 2.0, max(upper.x0, lower.x0) + 2.0
    top, bottom = upper.bottom - 3.0, lower.top + 3.0
    for k in range(i + 1, j):
        c = items[k]
        if c.x0 < left and c.x1 > right and c.top >= top and c.bottom <= bottom:
            return True
    return False
