"""Outcomes in which the vesicles did better: "was superior to saline in terms of wound closure",
"outperformed saline for grip strength and gait".
"""

from __future__ import annotations

from extractor.components.assertions import Assertion
from extractor.components.found import Found
from extractor.components.units import Unit, next_key

_BETTER = frozenset("better superior".split())
_BEATS = frozenset(
    "outperform outperforms outperformed outdo outdid outdoes surpass surpasses surpassed bested "
    "outclassed outstripped beat beats".split()
)
_GAINS = frozenset("benefit benefits advantage advantages superiority favour favor gains".split())
_TELLS = _BETTER | _BEATS | _GAINS | {":"}
_IN = frozenset("in for on regarding concerning".split())
_PHRASES = (
    ("in", "terms", "of"), ("with", "regard", "to"), ("with", "respect", "to"), ("as", "to"),
    ("as", "regards"), ("as", "for"), ("when", "it", "came", "to"),
)  # fmt: skip
_PASSED = frozenset("the both a all of their its respect".split())
_DENIED = frozenset("no not never neither nor hardly scarcely".split())
_FAR = 9
_MOST = 6


def bested(row: list[Unit], clauses: list[int], told: set[int]) -> list[Assertion]:
    """What the vesicles did better in than what they were set against.

    Args:
        row: Units of one sentence.
        clauses: The clause of each unit.
        told: Identities of the mentions that something is told of already.
    """
    out: list[Assertion] = []
    for i, u in enumerate(row):
        if u.key not in _TELLS:
            continue
        if u.key == ":" and i:
            out += _summed_up(row, clauses, told, i)
        if u.found is not None or u.key == ":":
            continue
        if u.key in _BETTER and next_key(row, i) not in ("than", "to"):
            continue
        if _DENIED & {v.key for v in row[max(0, i - 3) : i]}:
            continue
        at = _measure(row, i)
        for j in _listed(row, at) if at else []:
            f = row[j].found
            if f is None or f.kind != "effect" or id(f) in told or f.facts.get("sign"):
                continue
            out.append(Assertion(f, _better(f), "better", False, clauses[j], i))
    return out


def _better(f: Found) -> int:
    """Which way an outcome goes that is better: less of a harm, more of anything else."""
    return -1 if f.entry is not None and f.entry.facts.get("valence") == "harm" else 1


def _summed_up(row: list[Unit], clauses: list[int], told: set[int], i: int) -> list[Assertion]:
    """What a list behind a colon names of what changed: "three readouts improved: A, B and C"."""
    verb = row[i - 1]
    if verb.voice != "left" or verb.sign not in ("+", "-", ">") or i + 1 >= len(row):
        return []
    before = row[max(0, i - 8) : i]
    if any(v.kind in ("effect", "gene") for v in before) or _DENIED & {v.key for v in before}:
        return []
    out = []
    for j in _listed(row, i + 1) if row[i + 1].kind == "effect" else []:
        f = row[j].found
        if f is not None and f.kind == "effect" and id(f) not in told:
            sign = -1 if verb.sign == "-" else 1
            sign = -sign if f.facts.get("inverse") else sign
            sign = _better(f) if verb.sign == ">" else sign
            out.append(Assertion(f, sign, verb.lemma, False, clauses[j], i - 1))
    return out


def _measure(row: list[Unit], i: int) -> int:
    """The first outcome behind the preposition that follows what was outdone, 0 if none is told."""
    for k in range(i + 2, min(i + _FAR, len(row))):
        governs = row[k].voice in ("right", "left") and row[k].sign not in ("s", "")
        if row[k].key in (".", ";", ":", "and", "but", "when", "if", "by") or governs:
            return 0
        phrase = next((p for p in _PHRASES if tuple(v.key for v in row[k : k + len(p)]) == p), None)
        if phrase is None and row[k].key not in _IN:
            continue
        k += len(phrase) if phrase else 1
        while k < len(row) and row[k].key in _PASSED:
            k += 1
        if k < len(row) and row[k].kind == "effect":
            return k
    return 0


def _listed(row: list[Unit], at: int) -> list[int]:
    """The outcomes of the list that begins at ``at``."""
    out = [at]
    k = at + 1
    while k < len(row) and len(out) < _MOST:
        while k < len(row) and row[k].key in (",", "and", "or", "as", "well", "the", "both"):
            k += 1
        if k >= len(row) or row[k].kind != "effect" or k == out[-1] + 1:
            break
        out.append(k)
        k += 1
    return out
