"""Vesicles of which a sentence says that they were not the ones, set into it: "A but not B lowered
X", "unlike B, A lowered X", "in contrast to A, B did not lower X", "X fell with A, but not B".
"""

from __future__ import annotations

from dataclasses import replace

from extractor.components.analysis import Analysis
from extractor.components.assertions import Assertion
from extractor.components.found import Found
from extractor.components.units import Unit
from extractor.components.words import UNLIKE

_NOT = (
    ["but", "not"], ["and", "not"], ["yet", "not"], ["though", "not"], ["although", "not"],
    ["albeit", "not"], ["not"], ["rather", "than"], ["as", "opposed", "to"], ["unlike"],
    ["in", "contrast", "to"], ["in", "contrast", "with"], ["contrary", "to"],
)  # fmt: skip
_FIRST = frozenset(words[0] for words in _NOT)
_TELLTALE = frozenset("not than unlike opposed contrast contrary".split())
"""Words of which one stands in every sentence that sets vesicles against others."""
_STOPS = frozenset((",", ";", ".", "(", "and", "or", "but"))
_NEAR = 9
"""Units that the name of vesicles may have with what leads up to it."""


def vesicle_contrasts(
    a: Analysis, row: list[Unit], clauses: list[int], made: list[Assertion]
) -> list[Assertion]:
    """Deny of one preparation what a sentence tells of the other.

    Args:
        a: Analysis of the block.
        row: Units of the sentence.
        clauses: Number of the clause of each unit.
        made: Assertions of the sentence.
    """
    if not made or _TELLTALE.isdisjoint([u.key for u in row]):
        return made
    vesicles = [v for v in a.soft if v.kind == "vesicle"]
    if len(vesicles) < 2:
        return made
    out = _opening(row, clauses, made, vesicles)
    if out is not None:
        return out
    for i in range(1, len(row)):
        if row[i].found is not None or row[i].key not in _FIRST:
            continue
        keys = [u.key for u in row[i : i + 3]]
        words = next((w for w in _NOT if keys[: len(w)] == w), None)
        if words is None:
            continue
        behind = i + len(words)
        end = _vesicle_ends(row, behind, vesicles)
        first = i - (row[i - 1].key == ",")
        if not end or not _ends_in_vesicle(row, first, vesicles):
            continue
        if any(c.kind == "cell" and row[behind].first <= c.first < row[end - 1].last
               for c in a.soft) or row[behind].key == "at":  # fmt: skip
            continue  # other cells' vesicles; "not at all with B"
        verb = end + (end < len(row) and row[end].key == ",")
        if verb < len(row) and row[verb].voice in ("left", "right"):
            made = _in_subject(row, clauses, made, i, verb, words)
            break
        if end >= len(row) or row[end].key in (".", ";", ",", "("):
            made = _behind_agent(row, clauses, made, i)
            break
    return made


def _opening(
    row: list[Unit], clauses: list[int], made: list[Assertion], vesicles: list[Found]
) -> list[Assertion] | None:
    """What a sentence that opens with "unlike B," tells of A, and denies or asserts of B."""
    keys = [u.key for u in row[:3]]
    words = next((w for w in UNLIKE if keys[: len(w)] == w), None)
    if words is None:
        return None
    end = _vesicle_ends(row, len(words), vesicles)
    if not end or end >= len(row) or row[end].key != ",":
        return None
    subject = row[end + 1 : end + _NEAR]
    stop = next((k for k, u in enumerate(subject) if u.voice in ("left", "right")), len(subject))
    if not any(_is_vesicle(u, vesicles) for u in subject[:stop]):
        return None
    out: list[Assertion] = []
    for x in made:
        out.append(x)
        if x.at > end and x.sign and not x.unchanged and not x.other_arm:
            # what A did not do, B did
            out.append(replace(x, negated=not x.negated, at=0, clause=clauses[0], other_arm=True))
    return out


def _in_subject(
    row: list[Unit], clauses: list[int], made: list[Assertion], i: int, verb: int, words: list[str]
) -> list[Assertion]:
    """"A but not B lowered X": told of A, denied of B."""
    out: list[Assertion] = []
    if clauses[i] == clauses[verb] != clauses[i - 1]:  # "but" opens no clause here
        clauses[:] = [clauses[i - 1] if c == clauses[verb] else c for c in clauses]
    for x in made:
        if x.other_arm and x.at == i:
            continue  # read anew
        x = replace(x, clause=clauses[x.at])
        if x.at < verb or clauses[x.at] != clauses[verb] or not x.sign or x.unchanged:
            out.append(x)
            continue
        own = any(u.key in ("not", "never") for u in row[verb : x.at])
        asserted = x if own or "not" not in words else replace(x, negated=False)
        out += [asserted, replace(asserted, negated=not asserted.negated, clause=clauses[i], at=i,
                                  other_arm=True)]  # fmt: skip
    return out


def _behind_agent(
    row: list[Unit], clauses: list[int], made: list[Assertion], i: int
) -> list[Assertion]:
    """"X fell with A, but not B": denied of B."""
    if any(x.other_arm and x.at in (i, i - 1) for x in made):
        return made
    told = [
        x for x in made
        if x.found.last <= row[i].first and x.at < i and clauses[x.at] == clauses[i - 1]
        and x.sign and not x.negated
    ]  # fmt: skip
    return made + [
        replace(x, negated=True, clause=clauses[i], at=i, other_arm=True) for x in told
    ]


def _is_vesicle(u: Unit, vesicles: list[Found]) -> bool:
    return any(u.first <= v.first < u.last or v.first <= u.first < v.last for v in vesicles)


def _vesicle_ends(row: list[Unit], i: int, vesicles: list[Found]) -> int:
    """The unit behind the vesicles whose name begins at unit ``i``; 0 if none does."""
    end = 0
    for k in range(i, min(len(row), i + _NEAR)):
        u = row[k]
        if _is_vesicle(u, vesicles):
            end = k + 1
            continue
        past = end and not {u.key, row[k - 1].key} & {"of", "from"}
        if past or u.word is not None or u.key in _STOPS:
            break
    return end


def _ends_in_vesicle(row: list[Unit], last: int, vesicles: list[Found]) -> bool:
    """Whether the words before unit ``last`` name vesicles."""
    for k in range(last - 1, max(-1, last - _NEAR), -1):
        if _is_vesicle(row[k], vesicles):
            return True
        if row[k].word is not None or row[k].key in (",", ";", ".", ":") or (
            row[k].found is not None and row[k].kind in ("gene", "effect")
        ):
            return False
    return False
