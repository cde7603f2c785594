"""What one miRNA did and another did not: "neither miR-a nor miR-b lowered X", "miR-a lowered X,
miR-b did not", "X was lowered by miR-a but not by miR-b".
"""

from __future__ import annotations

from dataclasses import replace

from extractor.components.assertions import Assertion
from extractor.components.found import Found
from extractor.components.gapped_mirnas import shared_by_mirnas
from extractor.components.units import Unit, next_key
from extractor.components.words import UNLIKE

_OPENS = frozenset(", ; : but while whereas although though and yet".split())
_LONGEST = 14
"""Units between "neither" and its verb, or between what opens a clause and its auxiliary."""
_DONE: tuple[tuple[list[str], bool], ...] = (
    (["did", "not", "do", "so"], False), (["did", "not"], False), (["could", "not"], False),
    (["failed", "to", "do", "so"], False), (["had", "no", "such", "effect"], False),
    (["had", "no", "effect"], False), (["had", "none"], False), (["was", "ineffective"], False),
    (["were", "ineffective"], False), (["was", "inactive"], False), (["were", "inactive"], False),
    (["was", "inert"], False), (["were", "inert"], False), (["was", "without", "effect"], False),
    (["were", "without", "effect"], False), (["did", "nothing"], False),
    (["did", "so"], True), (["did"], True),
)  # fmt: skip
"""How a clause on another miRNA ends that leaves unsaid what was told before it."""
_FIRST = frozenset(p[0] for p, _ in _DONE)


def told_apart(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """Tell the miRNAs of a sentence apart where it says that only some of them acted.

    Args:
        row: Units of the sentence.
        clauses: Number of the clause of each unit.
        made: Assertions of the sentence.
    """
    if not made or not any(u.found is not None and u.found.kind == "mirna" for u in row):
        return made
    made = shared_by_mirnas(row, clauses, _others(row, clauses, _neither(row, clauses, made)))
    return _unlike(row, _not_by(row, clauses, made))



def _unlike(row: list[Unit], made: list[Assertion]) -> list[Assertion]:
    """Give what a sentence that opens with "unlike miR-a," tells to the miRNA behind it; what it
    denies of that one, miR-a did.
    """
    keys = [u.key for u in row[:3]]
    opens = next((len(p) for p in UNLIKE if keys[: len(p)] == p), 0)
    comma = next((k for k in range(opens, min(len(row), 9)) if row[k].key == ","), 0)
    if not opens or not comma or not _mirnas(row, opens, comma):
        return made
    verb = next((k for k in range(comma, len(row)) if row[k].voice in ("left", "right")), len(row))
    other, named = _mirnas(row, opens, comma), _mirnas(row, comma, verb)
    if not named:
        return made
    out: list[Assertion] = []
    for x in made:
        own = x.at > comma
        out.append(replace(x, subject=named) if own else x)
        if own and x.negated and x.sign and not x.unchanged:
            out.append(replace(x, subject=other, negated=False))
    return out


def told_of_one(made: list[Assertion], one: Found, other: Found) -> list[Assertion]:
    """What one miRNA did and another did not: "miR-a, but not miR-b, raised X"."""
    out: list[Assertion] = []
    for x in made:
        if x.found.kind == "mirna" or x.found.first < one.first or not x.sign or x.negated:
            out.append(x)
            continue
        out += [replace(x, subject=[one]), replace(x, subject=[other], negated=True)]
    return out


def _mirnas(row: list[Unit], first: int, last: int) -> list[Found]:
    return [u.found for u in row[first:last] if u.found is not None and u.kind == "mirna"]


def _neither(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """Deny what is told of "neither miR-a nor miR-b"."""
    out = made
    for i, u in enumerate(row):
        if u.found is not None or u.key != "neither":
            continue
        verb = _subject_ends(row, i + 1)
        named = _mirnas(row, i + 1, verb)
        if verb >= len(row) or len(named) < 2 or "nor" not in {v.key for v in row[i:verb]}:
            continue
        out = [
            replace(x, negated=True, unchanged=x.unchanged or not x.sign, subject=named)
            if x.at >= verb and clauses[x.at] == clauses[verb] and x.found.first >= row[verb].first
            else x
            for x in out
        ]
    return out


def _subject_ends(row: list[Unit], first: int) -> int:
    """The first unit behind a subject that names miRNAs: its verb, or the row's end."""
    for k in range(first, min(first + _LONGEST, len(row))):
        u = row[k]
        if u.kind not in ("", "mirna") or (u.found is None and u.key in (",", ";", ".", "(")):
            return len(row)
        if u.voice in ("left", "right") and not u.key.startswith("mimic"):
            return k
    return len(row)


def _others(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """Add what another miRNA is said to have done, or not, with the verb left out."""
    out = list(made)
    for i in range(2, len(row)):
        u = row[i]
        if u.found is not None or u.key not in _FIRST:
            continue
        keys = [v.key for v in row[i : i + 5]]
        said = next(((p, did) for p, did in _DONE if keys[: len(p)] == p), None)
        if said is None or not _closes(row, i + len(said[0])):
            continue
        opens = next(
            (k for k in range(i - 1, max(-1, i - _LONGEST), -1)
             if row[k].found is None and row[k].key in _OPENS), None
        )  # fmt: skip
        if opens is None or any(v.kind not in ("", "mirna") for v in row[opens + 1 : i]):
            continue
        named, before = _mirnas(row, opens + 1, i), _mirnas(row, 0, opens)
        told = [x for x in out if x.at < opens and x.found.first < row[opens].first and not x.weak]
        told = [x for x in told if x.sign and x.negated == said[1]]
        if not named or not before or not told:
            continue
        own = {id(x) for x in told}
        out = [replace(x, subject=x.subject or before) if id(x) in own else x for x in out]
        out += [
            replace(x, negated=not x.negated, clause=clauses[i], at=i, subject=named)
            for x in told
        ]  # fmt: skip
    return out


def _closes(row: list[Unit], i: int) -> bool:
    return i >= len(row) or (row[i].found is None and row[i].key in (".", ";", ",", "(", "["))


def _not_by(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """Give what is denied behind "but not by" to the miRNA that is named there."""
    out = list(made)
    for i, u in enumerate(row):
        if (
            u.found is not None
            or u.key not in ("but", "and", ",")
            or next_key(row, i) != "not"
            or next_key(row, i + 1) not in ("by", "with", "after", "upon")
        ):
            continue
        end = next((k for k in range(i + 3, len(row)) if row[k].key in (",", ";", ".", "(")), i + 3)
        named, before = _mirnas(row, i + 3, end), _mirnas(row, 0, i)
        if not named or not before or any(v.kind not in ("", "mirna") for v in row[i + 3 : end]):
            continue
        told = [x for x in out if x.sign and not x.negated and x.found.first < u.first]
        told = [x for x in told if clauses[x.at] == clauses[i - 1]]
        own = {id(x) for x in told}
        again = {id(x.found) for x in told}
        out = [
            x for x in out
            if not (x.other_arm and x.negated and x.at == i and id(x.found) in again)
        ]  # fmt: skip
        out = [replace(x, subject=x.subject or before) if id(x) in own else x for x in out]
        out += [
            replace(x, negated=True, clause=clauses[i], at=i, subject=named) for x in told
        ]
    return out
