"""Participles behind "and" that are no verbs: members of a list that was seen ("improved X and
reduced Y were found"), states that a verb undoes ("reversed the increased X and decreased Y").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.components.words import BE, HAVE, LEVEL_SKIP, RESTORING, REVERSING

if TYPE_CHECKING:
    from extractor.components.units import Unit


def state_before(row: list[Unit], i: int) -> bool:
    """Whether a participle goes on with the states that a verb undoes."""
    k = i - 2
    while k > 0 and (row[k].found is not None or row[k].key in LEVEL_SKIP or row[k].key == "of"):
        k -= 1
    state, verb = row[k], row[k - 1 - (row[k - 1].key == "the")] if k > 1 else row[0]
    chosen = verb.chosen
    if state.voice != "attribute" or chosen is None or verb.voice != "right":
        return False
    undoes = chosen.sign == ">" and (chosen.lemma in REVERSING or chosen.lemma in RESTORING)
    word = row[i].word
    opposite = word is not None and {state.sign, word.predicates[0].sign} == {"+", "-"}
    return undoes and opposite and row[k - 1].key == "the"


_SEEN = frozenset(
    "found seen observed noted noticed detected recorded evident apparent measured documented "
    "witnessed obtained achieved present".split()
)


def listed(row: list[Unit], i: int) -> bool:
    """Whether a participle opens a member of a list of which it is said that it was seen:
    "improved X and reduced Y were seen".
    """
    for k in range(i + 1, min(len(row) - 1, i + 14)):
        u = row[k]
        if u.found is None and u.key in ("was", "were"):
            behind = {v.key for v in row[k + 1 : k + 3]}
            return not _SEEN.isdisjoint(behind) and not any(
                v.key in BE or v.key in HAVE for v in row[:i]
            )
        if u.found is None and u.key in (";", ":", ".", "that", "which"):
            return False
    return False
