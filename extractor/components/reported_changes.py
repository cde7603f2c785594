"""Changes that are said to have been seen in something: "a reduction was observed in X"."""

from __future__ import annotations

from extractor.components.units import Unit
from extractor.components.words import BE, HAVE

_SEEN = frozenset(
    "seen observed noted found detected recorded achieved obtained measured documented reported "
    "registered demonstrated evident apparent visible present noticed noticeable discernible shown "
    "confirmed identified revealed reached noteworthy".split()
)
_OCCURRED = frozenset("occurred happened appeared ensued followed resulted arose emerged".split())
_PLACES = frozenset("in for of on".split())
_REGARDING = ({"with", "in"}, {"respect", "regard", "terms", "reference"}, {"to", "of"})
_BEARERS = frozenset(
    "mice mouse rats rat animals animal patients patient group groups recipients pigs rabbits dogs "
    "sheep controls arm arms subjects donors those both all each".split()
)
_REACH = 7  # units behind the preposition within which the thing must be named


def seen_in(row: list[Unit], j: int) -> int:
    """Unit at which begins in what a change was seen, where ``j`` is the unit behind the noun of
    change; 0 if nothing of the kind is said.
    """
    k = _past_verb(row, j)
    if not k:
        return 0
    keys = [u.key for u in row[k : k + 3]]
    if keys[:1] and keys[0] in ("regarding", "concerning"):
        k += 1
    elif len(keys) == 3 and all(w in known for w, known in zip(keys, _REGARDING, strict=True)):
        k += 3
    elif keys[:1] and keys[0] in _PLACES:
        k += 1
    else:
        return 0
    for u in row[k : k + _REACH]:
        if u.found is not None:
            return k if u.kind in ("gene", "effect") else 0
        if u.key in _BEARERS or u.key in BE or u.key in (".", ";", ":", ","):
            return 0
    return 0


def _past_verb(row: list[Unit], j: int) -> int:
    n = len(row)
    k = j
    while k < n and row[k].found is None and row[k].key.endswith("ly"):
        k += 1
    if k < n and row[k].found is None and row[k].key in _OCCURRED:
        return k + 1
    if k + 1 < n and (row[k].key, row[k + 1].key) == ("took", "place"):
        return k + 2
    passive = False
    while k < n and row[k].found is None and (
        row[k].key in BE or row[k].key in HAVE or row[k].key in ("could", "can", "also", "only")
        or row[k].key.endswith("ly")
    ):
        passive = passive or row[k].key in BE
        k += 1
    return k + 1 if passive and k < n and row[k].key in _SEEN else 0
