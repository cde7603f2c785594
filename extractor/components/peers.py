"""Adjectives in one list: "were smaller, lighter and less vascular", "less red and scaly skin"."""

from __future__ import annotations

from collections.abc import Sequence

_JOINS = frozenset((",", "and", "but"))
_DEGREES = frozenset(("more", "less"))
_WITHIN = 12


def before_peers(keys: Sequence[str], k: int) -> int:
    """The token before the comparatives of a list that ends with a comma or "and" at ``k``; ``k``
    itself where none does: the "were" of "were smaller and".
    """
    first = k
    while k > 1 and keys[k] in _JOINS and first - k < _WITHIN:
        j = k - 1
        while j > 1 and keys[j] in _JOINS:
            j -= 1
        if keys[j - 1] in _DEGREES:
            k = j - 2
        elif _compares(keys[j]):
            k = j - 1
        else:
            break
        while k > 0 and (keys[k].endswith("ly") or keys[k] in ("also", "both", "much", "far")):
            k -= 1
    return k


def past_peers(keys: Sequence[str], i: int) -> int:
    """The token behind the comparatives that follow in a list from ``i``; ``i`` where none does:
    the "skin" of "and less scaly skin".
    """
    begin = i
    while i + 1 < len(keys) and keys[i] in _JOINS and i - begin < _WITHIN:
        j = i + 1
        while j + 1 < len(keys) and (keys[j] in _JOINS or keys[j].endswith("ly")):
            j += 1
        if keys[j] in _DEGREES:
            i = j + 2
        elif _compares(keys[j]):
            i = j + 1
        else:
            break
    return i if i < len(keys) else begin


def _compares(key: str) -> bool:
    return len(key) > 4 and key.endswith("er")
