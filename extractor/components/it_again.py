"""What "it" takes up where other vesicles, or none, are told of: "A did not change growth, while B
raised it", "growth was halved by A, whereas B had no influence on it", "and it was unaltered by B".
"""

from __future__ import annotations

from dataclasses import replace

from extractor.components.assertions import BEHIND_IT, Assertion, and_between
from extractor.components.signs import negation
from extractor.components.units import Unit, next_key
from extractor.components.words import BE

_OBJECT = frozenset(("it", "them"))
_SUBJECT = frozenset(("it", "they", "these", "this", "both"))
_MORE = frozenset("further more even too also likewise less".split())
"""Words by which others do the same: "A lowered X, and B lowered it further"."""
_YET = frozenset(("but", "yet"))
_WHERE = frozenset("in by with after following upon under for only".split())
_GIVEN = frozenset(
    "exo exos exosomes exosome evs ev sevs sev vesicles vesicle mvs preparation ones".split()
)
_BEHIND = BEHIND_IT | _MORE | {"after", "to"}
_NOBODY = frozenset(
    "saline vehicle pbs untreated placebo sham mock buffer medium control controls drug inhibitor "
    "antagomir liposomes".split()
)
_SIGNS = {"+": 1, "-": -1, "=": 0}


def then_moved(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """What other vesicles changed, told by a second verb of what had not changed: "X was unchanged
    by A but reduced by B".
    """
    still = [x for x in made if x.unchanged]
    if not still:
        return []
    out: list[Assertion] = []
    for i, u in enumerate(row):
        if u.sign not in ("+", "-") or u.found is not None or next_key(row, i) not in _WHERE:
            continue
        opens = {v.key for v in row[max(0, i - 3) : i]} & _YET
        before = [x for x in still if x.found.last <= u.first and clauses[x.at] == clauses[i] - 1]
        own = [v for v, c in zip(row, clauses, strict=True) if c == clauses[i]]
        keys = {v.key for v in own}
        if not opens or not before or any(v.kind in ("gene", "effect") for v in own):
            continue
        if not keys & _GIVEN:
            continue
        if any(x.at == i for x in made) or keys & (_NOBODY | {"not"}):
            continue
        out += [_of(x, 1 if u.sign == "+" else -1, row, clauses, i) for x in before]
    return out


def it_again(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """The assertions that a pronoun makes of what was told in the clause before.

    Args:
        row: The units of the sentence.
        clauses: The number of the clause of each.
        made: Its assertions, with those of what did not change.
    """
    if not made:
        return []
    out: list[Assertion] = []
    for i, u in enumerate(row):
        if u.sign not in _SIGNS or u.voice not in ("left", "right"):
            continue
        what = _pronoun(row, i)
        if not what or any(x.at == i for x in made):
            continue
        sign = _SIGNS[u.sign]
        if not sign and any(
            v.key in _NOBODY for v, c in zip(row, clauses, strict=True) if c == clauses[i]
        ):
            continue  # "whereas saline had no influence on it"
        more = sign and not _MORE.isdisjoint(v.key for v in row[max(0, i - 2) : i + 4])
        told = _taken_up(row, clauses, made, i, several=what not in ("it", "this"), more=bool(more))
        if sign and negation(None, row, clauses, [i], i)[0]:
            out += [
                replace(x, negated=True, at=i, clause=clauses[i], other_arm=True)
                for x in told if x.sign == (-sign if x.found.facts.get("inverse") else sign)
            ]  # fmt: skip
            continue
        out += [
            _of(x, sign, row, clauses, i) for x in told
            if x.unchanged == (sign != 0)
            or (more and x.sign == (-sign if x.found.facts.get("inverse") else sign))
        ]  # fmt: skip
    return out


def _pronoun(row: list[Unit], i: int) -> str:
    """The pronoun that a predicate is said of, or ``""``."""
    if row[i].sign != "=" and _relative(row, i):
        return "it"
    if row[i].voice == "right":
        behind = [u.key for u in row[i + 1 : i + 3]]
        return behind[0] if behind[:1] and behind[0] in _OBJECT and (
            len(behind) < 2 or behind[1] in _BEHIND
        ) else ""  # fmt: skip
    if row[i].sign != "=" and i and row[i - 1].key in ("it", "they"):
        return row[i - 1].key  # "X did not change with A, whereas it fell with B"
    opens = i > 1 and row[i - 1].key in BE and row[i - 2].key in _SUBJECT
    return row[i - 2].key if opens and row[i].sign == "=" else ""


def _relative(row: list[Unit], i: int) -> bool:
    """Whether a predicate is that of a clause on what stands before it: "A did not change X, which
    was lowered by B", "A left X unchanged, which B lowered".
    """
    if row[i].voice == "left":
        k = i - 1
        while k > 2 and row[k].found is None and (
            row[k].key in BE or row[k].key == "further" or row[k].key.endswith("ly")
        ):
            k -= 1
        k -= row[k].key in _MEASURES and row[k - 1].key == "whose"
        behind = {u.key for u in row[i + 1 : i + 4]}
        if row[k].key in ("which", "whose"):
            return row[k - 1].key == "," and bool(behind & _BY)
    opens = next((k for k in range(i - 1, max(0, i - 12), -1) if row[k].key == "which"), 0)
    between = row[opens + 1 : i]
    ends = row[i + 1].key if i + 1 < len(row) else "."
    return bool(opens) and row[opens - 1].key == "," and ends in (".", ";", ",", "(", "") and bool(
        between
    ) and not any(u.voice in ("left", "right") or u.kind in ("gene", "effect") for u in between)


_MEASURES = frozenset("number numbers level levels expression amount activity rate score".split())
_BY = frozenset("by with after upon in".split())


def _taken_up(
    row: list[Unit], clauses: list[int], made: list[Assertion], i: int, several: bool,
    more: bool = False,
) -> list[Assertion]:
    """The last outcome told before a unit in another clause, or all that its clause told."""
    before = [
        x for x in made
        if (x.clause < clauses[i] or and_between(row, x.at, i) or _behind_while(row, x.at, i)
            or ((x.unchanged or more) and _relative(row, i)))
        and x.found.first < row[i].first and x.found.kind in ("effect", "gene")
        and (x.unchanged or (x.sign and not x.negated))
    ]  # fmt: skip
    if not before:
        return []
    before.sort(key=lambda x: x.found.first)
    return [x for x in before if x.clause == before[-1].clause] if several else before[-1:]


def _behind_while(row: list[Unit], at: int, i: int) -> bool:
    """Whether unit ``i`` is in the main clause behind one that "while" opens: "While A did not
    affect growth, B raised it".
    """
    commas = [k for k in range(at, i) if row[k].key == ","]
    return row[0].key in _WHILE and len(commas) == 1


_WHILE = ("while", "whereas", "although", "though", "whilst")


def _of(
    x: Assertion, sign: int, row: list[Unit], clauses: list[int], i: int
) -> Assertion:
    if not sign:
        return replace(x, sign=0, trigger="unchanged", negated=True, unchanged=True, at=i,
                       clause=clauses[i], other_arm=True)  # fmt: skip
    sign = -sign if x.found.facts.get("inverse") else sign
    negated, _ = negation(None, row, clauses, [i], i)
    return Assertion(x.found, sign, row[i].lemma, negated, clauses[i], i)
