"""Levels that go on a list: "reduced infarct volume and serum levels of IL-6"."""

from __future__ import annotations

from extractor.components.units import Unit
from extractor.components.words import BE, OBJECTS

_LEVELS = frozenset(
    "level levels expression expressions content contents concentration concentrations amount "
    "amounts abundance production secretion release".split()
)
_OF_WHAT = frozenset(
    "the protein mrna serum plasma tissue gene relative circulating their its expression local "
    "cerebral renal hepatic cardiac pulmonary intracellular".split()
)
_NAMED_AS = frozenset(
    "the both cytokines cytokine inflammatory proinflammatory pro - factors proteins genes "
    "markers mediators chemokines".split()
)


def _subject(row: list[Unit], k: int) -> bool:
    """Whether the list at ``k`` has a verb of its own: "…, and levels of IL-10 were raised"."""
    while k < len(row) and (row[k].found is not None or row[k].key in _JOINS):
        k += 1
    return k < len(row) and (row[k].key in BE or row[k].voice == "left")


_JOINS = frozenset(", and or / in the".split())


def mention_soon(row: list[Unit], j: int, within: int) -> bool:
    """Whether an outcome or a gene stands among the next units of a row."""
    return any(u.found is not None and u.kind in OBJECTS for u in row[j : j + within])


def behind_level(row: list[Unit], j: int) -> int:
    """The unit that "the protein levels of" at ``j`` leads to, or 0 where nothing like it stands
    there. A word of change ("increased levels of") begins something else.
    """
    k = j
    while k + 2 < len(row) and row[k].found is None:
        if row[k].key in _LEVELS and row[k + 1].key == "of":
            k += 2
            while k < len(row) and row[k].key in _NAMED_AS:
                k += 1
            return k if k < len(row) and row[k].kind in OBJECTS and not _subject(row, k) else 0
        if row[k].key not in _OF_WHAT:
            return 0
        k += 1
    return 0


_CLASSES = frozenset(
    "cytokines cytokine mediators markers marker proteins factors genes enzymes chemokines levels "
    "inflammation".split()
)


def members(row: list[Unit], j: int) -> list[int]:
    """The genes in the bracket at unit ``j`` that spell out the class before it: "lower cytokine
    levels (IL-6, TNF-α)".
    """
    before = row[j - 1]
    name = before.key if before.found is None else before.found.mention.text.split()[-1].lower()
    if name not in _CLASSES:
        return []
    got: list[int] = []
    for k in range(j + 1, len(row)):
        if row[k].kind == "gene":
            got.append(k)
        elif row[k].key == ")":
            return got if len(got) > 1 else []
        elif row[k].found is not None or row[k].key not in (",", "and", "/"):
            return []
    return []
