"""Participles behind "and" that are no verbs: members of a list that was seen ("improved X and
reduced Y were found"), states that a verb undoes ("reversed the increased X and decreased Y");
superlatives ("was highest in A and lowest in B") and changes that a bracket tells ("X (-40%)").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.components.words import (
    BE,
    DETERMINERS,
    HAVE,
    LEVEL_SKIP,
    OBJECTS,
    RESTORING,
    REVERSING,
)

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


_WAYS = {
    "lower": -1, "reduced": -1, "decreased": -1, "less": -1, "down": -1, "downregulated": -1,
    "higher": 1, "increased": 1, "raised": 1, "elevated": 1, "more": 1, "up": 1, "upregulated": 1,
    "-": -1, "−": -1, "–": -1, "+": 1, "↓": -1, "↑": 1,
}  # fmt: skip


def drawn_in(row: list[Unit], i: int) -> int:
    """Which way a bracket that opens at unit ``i`` says that the name before it went: "(lower)",
    "(-40%)", "(up 2-fold)"; 0 if it does not say.
    """
    end = next((k for k in range(i + 1, min(len(row), i + 7)) if row[k].key == ")"), 0)
    inside = [u.key for u in row[i + 1 : end]]
    way = _WAYS.get(inside[0], 0) if inside else 0
    if not way or any(u.found is not None for u in row[i:end]):
        return 0
    rest = inside[1:]
    if inside[0] in ("-", "−", "–", "+") and not (rest[:1] and rest[0][:1].isdigit() and (
        "%" in rest or "fold" in rest
    )):
        return 0
    figures = all(k[:1].isdigit() or k in ("%", "-", "fold", "by", "to") for k in rest)
    return way if figures else 0


def second_superlative(row: list[Unit], i: int) -> bool:
    """Whether "and lowest in" goes on with the verb of "was highest in"."""
    if row[i - 1].key != "and" or not row[i].key.endswith("st") or i + 1 >= len(row):
        return False
    if row[i + 1].key not in ("in", "with", "after", "among", "for", "under"):
        return False
    for k in range(i - 2, max(0, i - 9), -1):
        u = row[k]
        if u.found is not None and u.kind in ("gene", "effect"):
            return False
        if u.voice == "left":
            return u.key.endswith("st") and row[k - 1].key in BE
    return False


AFTER_PASSIVE = frozenset(
    ". , ; in by after ) and while whereas whilst but when upon following (".split()
)


def gapped(row: list[Unit], i: int, key: str) -> bool:
    """Whether the auxiliary of a passive is left out ("A was raised and B lowered", "with A raised
    and B lowered").
    """
    k = i - 1
    while k > 0 and row[k].found is None and row[k].key in LEVEL_SKIP:
        k -= 1  # "and caspase-3 activity curtailed"
    if k < 0 or row[k].found is None or key not in AFTER_PASSIVE:
        return False
    while k and (
        row[k].kind in OBJECTS
        or row[k].key in (",", "and", "both", "the", "that", "of")
        or row[k].key in LEVEL_SKIP
    ) and row[k].key != "with":
        k -= 1
    if row[k].key in ("with", "found", "saw") and row[k].found is None and (
        row[k + 1].key not in ("that", "of")
    ):
        return True
    for k in range(i - 2, max(-1, i - 14), -1):
        if row[k].key in (";", ":", "."):
            return False
        if row[k].voice == "right":
            return False
        if row[k].voice == "left" and any(u.key in BE for u in row[max(0, k - 3) : k]):
            return True
    return False


def closes_relative(row: list[Unit], j: int) -> bool:
    """Whether the comma at unit ``j`` ends a relative clause, so that what follows has the subject
    before it: "exosomes, in which miR-a is plentiful, reduced X".
    """
    k = j - 1
    while k > 0 and j - k < 14 and row[k].key not in (",", ";", ":", "."):
        k -= 1
    if row[k].key != "," or not k:
        return False
    return row[k + 1].key in ("whose", "where", "which") or row[k + 2].key == "which"


def verbless(row: list[Unit], i: int, key: str) -> bool:
    """Whether a participle that ends a line in short hand is its verb: "p65 phosphorylation
    reduced."; ``key`` is the word behind it.
    """
    if key not in (".", ";", ",", "("):
        return False
    return all(
        u.voice in ("", "noun") or (u.voice == "left" and row[k + 1].key in (",", ";"))
        for k, u in enumerate(row[:i])
    )


def had_noun(row: list[Unit], i: int) -> bool:
    """Whether a word that is verb and noun is what a subject had: "X had significant decrease"."""
    k = i - 1
    while k > 0 and i - k < 4 and row[k].key in _GREAT:
        k -= 1
    behind = row[i + 1].key if i + 1 < len(row) else "."
    had = row[k].key in HAVE and row[k].found is None and behind not in DETERMINERS
    return had and (behind in AFTER_PASSIVE or behind in ("in", "of"))


_GREAT = frozenset(
    "significant obvious marked remarkable great large slight small clear notable dramatic "
    "substantial apparent further similar strong sharp moderate evident a an".split()
)


def reduced_relative(row: list[Unit], i: int) -> bool:
    """Whether a participle only tells what befell its noun, whose verb comes behind: "the TNF-α
    increased by sepsis was decreased".
    """
    if not i or row[i - 1].found is None or i + 2 >= len(row) or row[i + 1].key not in _BEFELL:
        return False
    for k in range(i + 2, min(len(row) - 1, i + 7)):
        u = row[k]
        if u.found is None and u.key in ("was", "were"):
            return any(
                v.word is not None and v.key.endswith(("ed", "n")) for v in row[k + 1 : k + 4]
            )
        if u.found is None and ((not u.key.isalnum() and u.key != "-") or u.key in _PARTS):
            return False
    return False


ABILITIES = ("effect", "effects", "role", "function", "ability", "action")
"""Words behind which "of" and a bare verb stand for the "-ing": "has the effect of reduce X"."""
_BEFELL = ("by", "in", "after")
_PARTS = frozenset("and but that which who whose when while whereas where than or were".split())
