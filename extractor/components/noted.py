"""Notes in which a colon stands for a form of to be: "Fibrosis, apoptosis: both lower"."""

from __future__ import annotations

from extractor.components.units import Unit, next_key
from extractor.components.words import ADVERB_WORDS, OBJECTS

_LISTED = frozenset(("and", ",", "or", "/", "the"))
_BEHIND = frozenset(("", ".", ",", ";", "by", "with", "in", "after", "upon", "under", "and", "("))
_ALL = ADVERB_WORDS | {"all", "both", "the", "same"}


def noted(row: list[Unit]) -> list[Unit]:
    """Read the colon between names and how they changed as "were", in place.

    Args:
        row: Units of one sentence, their voices not yet decided.
    """
    for i, u in enumerate(row):
        if u.key != ":" or not i or row[i - 1].kind not in OBJECTS:
            continue
        k = i - 1
        while k >= 0 and (row[k].kind in OBJECTS or row[k].key in _LISTED):
            k -= 1
        if k >= 0 and row[k].key not in (";", ".", ":"):
            continue
        k = i + 1
        while k < len(row) and row[k].word is None and row[k].key in _ALL:
            k += 1
        word = row[k].word if k < len(row) else None
        if word is None or next_key(row, k) not in _BEHIND:
            continue
        if any(p.form in ("adjective", "past") for p in word.predicates):
            u.key = "were"
    return row
