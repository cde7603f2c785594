"""Objects that a verb reaches by another name: a bound site of a transcript, "its expression"."""

from __future__ import annotations

from extractor.components.units import Unit
from extractor.components.words import LEVEL_SKIP

BINDS = ("bind", "interact", "attach", "pair", "anneal", "dock")
_SITE = frozenset(
    "to with onto the a its 3 5 ' - utr utrs of in untranslated region site sites sequence seed "
    "mrna mrnas transcript transcripts predicted complementary directly specifically at and "
    "coding conserved two".split()
)


def bound(row: list[Unit], i: int) -> list[int]:
    """The gene whose transcript is bound: "binds to the 3'-UTR of X"."""
    for j in range(i + 1, min(i + 14, len(row))):
        if row[j].found is not None:
            return [j] if row[j].kind == "gene" else []
        if row[j].key not in _SITE:
            return []
    return []


def taken_up(row: list[Unit], i: int) -> list[int]:
    """The gene that "its expression" behind a verb takes up ("targets X and represses its
    expression").
    """
    j = i + 1
    if j + 1 >= len(row) or row[j].key not in ("its", "their") or row[j + 1].key not in LEVEL_SKIP:
        return []
    for k in range(i - 1, -1, -1):
        if row[k].kind == "gene":
            return [k]
    return []
