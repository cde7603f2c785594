"""Notes without a verb: "with X up and Y down", "less pain, X down, Y up", "mast cells fewer"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.components.words import BE, DETERMINERS, HAVE, LEVEL_SKIP, MODAL

if TYPE_CHECKING:
    from extractor.components.units import Unit

_MOVES = frozenset(
    "knocked knocking broke brought took shut slowed kept held cut turned calmed boiled switched "
    "drove pulled settled set taken broken ramped stepped pushed".split()
)
"""Verbs of which "up" and "down" are a part."""
TOO = ("too", "also", "likewise", "equally", "similarly")
_STILL = ("unchanged", "unaltered", "unaffected")
CLOSES = (
    *TOO, "and", ",", ".", ";", "than", "with", "in", "after", "(", ")", "whereas", "while", "by",
    "twofold", "threefold", "fourfold", "fivefold", "tenfold", "half", "slightly",
)  # fmt: skip
"""What may stand behind a note."""


def behind_with(row: list[Unit], i: int) -> bool:
    """Whether an adjective is said of a name behind "with", or of the one before it: "with X up and
    Y down", "less pain, X down, Y up".
    """
    named = False
    closes = i + 1 == len(row) or row[i + 1].key in CLOSES or row[i + 1].key[:1].isdigit()
    if closes and i and row[i - 1].kind in ("gene", "effect"):
        return not _MOVES & {u.key for u in row[max(0, i - 5) : i]}
    for k in range(i - 1, max(-1, i - 10), -1):
        u = row[k]
        if u.found is not None:
            if u.kind not in ("gene", "effect"):
                return False
            named = True
        elif u.key == "with":
            return named
        elif u.voice == "left" and u.chosen is not None and u.chosen.form == "adjective":
            continue
        elif u.word is not None or not (
            u.key in LEVEL_SKIP or u.key in DETERMINERS or u.key in (",", "and", "but", "of")
        ):
            return False
    return False


def verbless(row: list[Unit], i: int) -> bool:
    """Whether the words around an adjective have no verb, as in notes: "mast cells fewer, fibrosis
    less, with exosomes".
    """
    begin = next((k + 1 for k in range(i - 1, -1, -1) if row[k].key in (":", ";")), 0)
    end = next((k for k in range(i, len(row)) if row[k].key in (";", ":", ".")), len(row))
    return not any(
        u.found is None
        and (
            u.key in BE or u.key in MODAL - {"to"} or u.key in HAVE
            or (u.key.endswith("ed") and row[k - 1].key != "-" and u.key not in _STILL)
            or (u.word is not None and any(p.form in ("past", "s") for p in u.word.predicates)
                and row[k - 1].key != "-")
        )
        for k, u in enumerate(row[begin:end], begin)
    )  # fmt: skip


def behind_attributes(row: list[Unit], i: int) -> bool:
    """Whether a list of names with adjectives goes on at ``i``: "less X, more Y, unchanged Z"."""
    if not i or row[i - 1].key not in (",", "and"):
        return False
    for k in range(i - 2, max(-1, i - 9), -1):
        if row[k].voice == "attribute":
            return row[k].found is None and row[k + 1].found is not None
        if row[k].voice or row[k].key in (";", ".", ":") or row[k].key in BE:
            return False
    return False


def second_undergone(row: list[Unit], k: int) -> int:
    """The noun of change of a second name behind the one at ``k``, the verb left out: "X showed a
    decrease and Y an increase"; 0 if there is none.
    """
    begin = next(
        (j for j in range(k + 1, min(len(row), k + 8)) if row[j].key in _JOINS), len(row)
    )
    named, article = False, False
    for j in range(begin + 1, min(len(row), begin + 12)):
        u = row[j]
        if u.found is not None:
            if u.kind not in ("gene", "effect") or article:
                return 0
            named = True
        elif u.key in ("a", "an") and named:
            article = True
        elif u.voice == "noun" and article:
            return j if u.sign in ("+", "-") else 0
        elif u.voice or u.key in BE or u.key in HAVE or u.key in (";", "."):
            return 0
    return 0


_JOINS = ("and", "while", "whereas", "but")
