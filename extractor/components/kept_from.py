"""What something is kept from: "kept the liver from becoming fibrotic", "stopped cells from
entering senescence", "prevented macrophages from secreting IL-6".
"""

from __future__ import annotations

from extractor.components.assertions import Assertion
from extractor.components.caused import keeper
from extractor.components.signs import negation
from extractor.components.units import Unit

_BECOMES = frozenset(
    "becoming turning being entering undergoing developing suffering getting growing going falling "
    "sliding slipping progressing succumbing experiencing acquiring assuming adopting exhibiting "
    "showing displaying mounting".split()
)
_LOSES = frozenset("losing shedding forfeiting".split())
_STOPS = frozenset(", ; . : ( ) from while whereas but which that was were is are did had".split())
_KINDS = ("gene", "effect")
_VERBS = ("right", "left")


def kept_from(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """The assertions with what the sentence says that things are kept from.

    Args:
        row: The sentence as units.
        clauses: The clause of each unit.
        made: What the sentence asserts so far; other readings of the same outcomes give way.
    """
    out = made
    keys: list[str] | None = None
    last = -1
    for i, u in enumerate(row):
        if u.key != "from" or i + 1 >= len(row):
            continue
        keys = keys or [v.key for v in row]
        at = keeper(keys, i)
        if at < 0:
            at = last if last >= 0 and _goes_on(row, last, i) else -1
        if at < 0:
            continue
        last = at
        bearers = {id(v.found) for v in row[at:i] if v.kind == "disease"}
        out = [x for x in out if id(x.found) not in bearers or x.at != at]
        inside = _inside(row[i + 1])
        told = _told(row, clauses, i, at, inside) if inside else []
        if told:
            names = {id(x.found) for x in told}
            out = [x for x in out if id(x.found) not in names] + told
    return out


def _goes_on(row: list[Unit], at: int, i: int) -> bool:
    """Whether what the verb at ``at`` keeps from goes on at ``i``: "… from X, and cells from Y"."""
    between = row[at + 1 : i]
    return any(v.key == "and" for v in between) and not any(
        v.voice == "left" or (v.voice == "right" and not v.key.endswith("ing")) for v in between
    )


def _told(
    row: list[Unit], clauses: list[int], i: int, at: int, inside: int
) -> list[Assertion]:
    """The outcomes behind "from" and its "-ing", until something else is told."""
    negated, _ = negation(None, row, clauses, [at], at)
    out: list[Assertion] = []
    for j in range(i + 2, len(row)):
        v = row[j]
        if v.key in _STOPS or (v.key == "and" and j + 1 < len(row) and row[j + 1].voice in _VERBS):
            break
        f = v.found
        if f is not None and v.kind in _KINDS:
            own = f.facts.get("sign") or (-1 if f.facts.get("inverse") else 1)
            out.append(Assertion(f, -inside * own, "keep", negated, clauses[j], j))
    return out


def _inside(u: Unit) -> int:
    """Which way an outcome goes by an "-ing" behind "from": +1 "entering X", -1 "losing X", 0 where
    it does not say.
    """
    if u.key in _BECOMES:
        return 1
    if u.key in _LOSES:
        return -1
    if u.voice == "right" and u.key.endswith("ing") and u.word is not None:
        # as the word has it: "kept X from raising Y" may have been read as "lowered Y" already
        signs = {p.sign for p in u.word.predicates if p.form == "ing"} & {"+", "-"}
        if len(signs) == 1:
            return 1 if signs == {"+"} else -1
    return 0
