"""Denials that reach a verb from afar: "neither A-Exo nor B-Exo raised X", "failed to lower A and
promote B".
"""

from __future__ import annotations

from extractor.components.units import Unit, next_key
from extractor.components.words import PREPOSITIONS

_NEITHER_FAR = 28
_NEITHER = ("neither", "nor")


def of_neither(row: list[Unit], clauses: list[int], g: int) -> bool:
    """Whether a verb is told of neither of two: "neither A-Exo nor B-Exo raised X", "neither did
    they raise X", "was raised by neither A-Exo nor B-Exo".
    """
    if row[g].voice == "left":
        return next_key(row, g) in ("by", "with", "after") and next_key(row, g + 1) == "neither"
    if row[g].voice != "right":
        return False
    nor = False
    for k in range(g - 1, max(-1, g - _NEITHER_FAR), -1):
        u = row[k]
        if clauses[k] != clauses[g] or u.key == ";" or u.kind in ("gene", "effect"):
            return False
        if u.voice == "right" and u.key not in ("did", "does", "do"):
            return False
        if u.found is None and u.key in _NEITHER and next_key(row, k) in ("did", "does", "do"):
            return True
        if u.key == "neither":
            return nor or next_key(row, k) == "of"
        nor = nor or u.key == "nor"
    return False


def infinitive(row: list[Unit], clauses: list[int], g: int) -> int | None:
    """The first verb of a list of infinitives that goes on at unit ``g``: "to lower A, raise B and
    promote C".
    """
    k = g
    while k > 1 and row[k - 1].key in ("and", ",", "or"):
        before = next((i for i in range(k - 2, -1, -1) if row[i].voice == "right"), None)
        chosen = row[k].chosen
        if before is None or clauses[before] != clauses[k] or chosen is None or (
            chosen.form != "base"
        ):
            return None
        k = before
    return k if k < g and k > 0 and row[k - 1].key == "to" else None


def in_neither(row: list[Unit], clauses: list[int], j: int) -> bool:
    """Whether the mention stands in "neither X nor Y"."""
    for k in range(j - 1, max(-1, j - 9), -1):
        if clauses[k] != clauses[j] or row[k].voice in ("right", "left"):
            return False
        if row[k].key in ("neither", "nor") and next_key(row, k) != "-":
            return True
    return False


_LACKS = frozenset("lack lacks lacked lacking without devoid".split())


def lacked(row: list[Unit], j: int) -> bool:
    """Whether an action named by its outcome is said to be wanting: "lacked anti-fibrotic
    activity", "were devoid of any anti-inflammatory effect".
    """
    f = row[j].found
    if f is None or not (f.facts.get("prefixed") or f.mention.text.endswith("protective")):
        return False
    k = j - 1
    while k > 0 and row[k].found is None and row[k].key in ("any", "a", "an", "of", "the", "all"):
        k -= 1
    return row[k].key in _LACKS


def none_of(row: list[Unit], verb: int, j: int) -> bool:
    """Whether "no" stands between an active verb and what it brings about: "provided no
    neuroprotection and did not limit X".
    """
    if verb >= j or row[verb].voice != "right" or row[j].kind != "effect":
        return False
    k = j - 1
    while k > verb and row[k].found is None and not row[k].voice and row[k].key.isalpha():
        if row[k].key == "no":
            return True
        if row[k].key in PREPOSITIONS or row[k].key in ("and", "or"):
            return False
        k -= 1
    return False
