"""When, by how much and how measured: adverbials that a list of names runs past, as in "lowered X
at day 7 and Y", "raised X by 40% as well as Y".
"""

from __future__ import annotations

from extractor.components.reached import amount_behind
from extractor.components.units import Unit, next_key
from extractor.components.words import GAUGED

OPENERS = frozenset("at on by after within until over for during from in as to".split())
_TIMES = frozenset("at on by after within until over for during from".split())
_UNITS = frozenset(
    "day days d week weeks wk wks hour hours h hr hrs min minute minutes month months year years "
    "s second seconds time points point".split()
)
_COUNTS = frozenset(
    "one two three four five six seven eight nine ten twelve fourteen the a only first second "
    "third fourth postoperative same both all each every several and to - – post".split()
)
_MANNERS = frozenset("manner fashion way".split())
_ENDS = frozenset((",", ";", ".", "and", "or", "but", "as", "(", ")", "[", "whereas", "while"))
_LONGEST = 6


def adverbial_end(row: list[Unit], i: int) -> int:
    """The unit behind the adverbial of time, amount, manner or method that opens at unit ``i``; 0
    if none does.
    """
    key = row[i].key
    if row[i].found is not None or key not in OPENERS:
        return 0
    if key in _TIMES:
        end = _time(row, i)
        if end:
            return end
    if key in ("by", "from", "to"):
        return _amount(row, i) if amount_behind(row, i) else 0
    if key == "in":
        return _manner(row, i)
    if key == "as" and next_key(row, i) in GAUGED:
        return _method(row, i)
    return 0


def _closed(row: list[Unit], k: int) -> int:
    """``k`` where a joint or the end of the sentence stands there, else 0."""
    return k if k >= len(row) or (row[k].found is None and row[k].key in _ENDS) else 0


def _time(row: list[Unit], i: int) -> int:
    """Behind "at day 7", "after 4 weeks", "on days 3 and 7"."""
    said = counted = False
    k = i + 1
    while k < len(row) and k <= i + _LONGEST and row[k].found is None and row[k].word is None:
        key = row[k].key
        if key in _UNITS:
            said = True
        elif key[:1].isdigit() or key in _COUNTS:
            if key in ("and", "to") and not row[k + 1 : k + 2]:
                return 0
            if key == "and" and not next_key(row, k)[:1].isdigit():
                break
            counted = True
        else:
            break
        k += 1
    return _closed(row, k) if said and counted else 0


def _amount(row: list[Unit], i: int) -> int:
    """Behind "by 40%", "by nearly a third", "from 40 to 12%"."""
    for k in range(i + 1, min(len(row) + 1, i + 3 + _LONGEST)):
        if k < len(row) and (row[k].found is not None or row[k].word is not None):
            return 0
        if _closed(row, k):
            return k
    return 0


def _manner(row: list[Unit], i: int) -> int:
    """Behind "in a dose-dependent manner"."""
    for k in range(i + 1, min(len(row), i + 2 + _LONGEST)):
        if row[k].found is not None:
            return 0
        if row[k].key in _MANNERS:
            return _closed(row, k + 1)
    return 0


def _method(row: list[Unit], i: int) -> int:
    """Behind "as measured by ELISA"."""
    for k in range(i + 2, min(len(row) + 1, i + 4 + _LONGEST)):
        if k < len(row) and row[k].kind in ("gene", "effect", "disease"):
            return 0
        if _closed(row, k):
            return k
    return 0
