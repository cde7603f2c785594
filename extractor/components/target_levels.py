"""What became of a target that a predicate only named: "X was targeted, and silenced", "miR-a binds
X and lowers it", "a target of miR-a is X. Its protein fell".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.components.assertions import Assertion
from extractor.components.signs import negation
from extractor.components.units import Unit, next_key
from extractor.components.words import BE, HAVE

_ONE = (
    ["it"], ["the", "latter"], ["this", "gene"], ["the", "gene"], ["this", "protein"],
    ["the", "protein"], ["the", "transcript"], ["this", "transcript"], ["the", "mrna"],
    ["this", "mrna"], ["the", "message"], ["this", "target"], ["the", "target"],
    ["its", "expression"], ["its", "level"], ["its", "levels"], ["its", "protein"],
    ["its", "translation"], ["its", "mrna"], ["its", "abundance"], ["its", "transcript"],
    ["its", "activity"], ["its", "phosphorylation"], ["the", "receptor"], ["the", "enzyme"],
    ["the", "kinase"], ["the", "factor"], ["the", "phosphatase"], ["the", "ligase"],
    ["the", "repressor"], ["the", "transcription", "factor"], ["the", "channel"],
    ["expression", "of", "the", "latter"], ["the", "expression", "of", "it"],
)  # fmt: skip
_ALL = (
    ["them"], ["both"], ["the", "two"], ["these", "genes"], ["both", "genes"], ["both", "targets"],
    ["these", "targets"], ["their", "expression"], ["their", "levels"], ["their", "translation"],
    ["their", "mrnas"], ["their", "proteins"], ["all", "three"],
)  # fmt: skip
_ENDS = ("", ".", ",", ";", ")", "(", ":", "and", "in", "by", "to", "at", "on", "with", "there")
_FATES = {
    "degradation": -1, "decay": -1, "repression": -1, "suppression": -1, "silencing": -1,
    "inhibition": -1, "downregulation": -1, "down-regulation": -1, "destabilization": -1,
    "destabilisation": -1, "loss": -1, "decline": -1, "decrease": -1, "reduction": -1,
    "cleavage": -1, "upregulation": 1, "up-regulation": 1, "activation": 1, "increase": 1,
    "stabilization": 1, "stabilisation": 1, "derepression": 1, "de-repression": 1,
}  # fmt: skip
_BRING = frozenset(
    "to in causing with producing inducing provoking triggering promoting mediating and for "
    "resulting leading through by via".split()
)
_TAKEN_AWAY = frozenset(
    "inhibition knockdown silencing blockade depletion inhibitor antagomir anti-mir sponge "
    "antagonist lacking absence without knocked silenced depleted".split()
)
_IS = BE | {"has", "had", "contains", "contained", "holds", "held", "possesses", "possessed"}
_OPENS = frozenset(
    "accordingly consequently consistently correspondingly indeed thus hence therefore consistent "
    "line , with this in agreement as expected a result".split()
)
_BREAKS = frozenset("destabilising destabilizing degrading cleaving destabilised degraded".split())


def told_on(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """Give targets without direction the one that the same sentence tells further on.

    Args:
        row: Units of a sentence.
        clauses: Number of the clause of each unit.
        made: Its assertions; those of genes with the sign 0 may get one.
    """
    bare = [x for x in made if _is_bare(x)]
    if not bare:
        return made
    signs: dict[int, int] = {}
    for i, u in enumerate(row):
        sign, whole = _verdict(row, clauses, i)
        if not sign:
            continue
        before = [x for x in bare if x.found.last <= u.first and x.at < i]
        if not before or any(
            x.found.kind == "gene" and before[-1].at < x.at < i for x in made
        ):  # fmt: skip
            continue  # another gene stands between: "it" may be that one
        last = [x for x in before if x.at == before[-1].at] if whole else before[-1:]
        for x in last:
            signs.setdefault(id(x), sign)
        with_it = next((k for k in range(i, len(row) - 2) if row[k].key == "with"
                        and row[k + 1].key in ("it", "them")), len(row))  # fmt: skip
        for x in made:  # "the receptor fell, and with it STAT3 phosphorylation"
            if any(v.found is x.found for v in row[with_it + 2 : with_it + 4]):
                signs[id(x)] = sign
    return [replace(x, sign=signs[id(x)]) if id(x) in signs else x for x in made]


def told_next(before: list[Assertion], row: list[Unit], clauses: list[int]) -> list[Assertion]:
    """Give the targets of a sentence the direction that the next one opens with: "Its level fell".

    Args:
        before: Assertions of the sentence before.
        row: Units of the next sentence.
        clauses: Number of the clause of each of these units.

    Returns:
        ``before``, its last named targets with that direction.
    """
    bare = [x for x in before if _is_bare(x)]
    genes = [x for x in before if x.found.kind == "gene"]
    if not bare or genes[-1] is not bare[-1]:
        return before
    k = 0
    while k < len(row) and row[k].found is None and row[k].key in _OPENS:
        k += 1
    for phrases, which in ((_ONE, "one"), (_ALL, "all")):
        for phrase in phrases:
            if [u.key for u in row[k : k + len(phrase)]] != phrase:
                continue
            i = k + len(phrase)
            while i < len(row) and row[i].found is None and row[i].voice != "left" and (
                clauses[i] == clauses[k] and i < k + 10 and row[i].voice != "right"
                and not _inversely(row, i)
            ):  # fmt: skip
                i += 1
            if i < len(row) and _inversely(row, i):
                return [replace(x, sign=-1) if x is bare[-1] else x for x in before]
            if i >= len(row) or row[i].voice != "left" or row[i].sign not in ("+", "-"):
                continue
            if _TAKEN_AWAY & {u.key for k, u in enumerate(row) if k != i}:
                return before
            negated, _ = negation(None, row, clauses, [i], i)
            sign = 0 if negated else 1 if row[i].sign == "+" else -1
            meant = [x for x in bare if x.at == bare[-1].at] if which == "all" else bare[-1:]
            return [replace(x, sign=sign) if any(x is m for m in meant) else x for x in before]
    return before


def _is_bare(x: Assertion) -> bool:
    return x.found.kind == "gene" and not (x.sign or x.unchanged or x.negated or x.other_arm)


def _verdict(row: list[Unit], clauses: Sequence[int], i: int) -> tuple[int, bool]:
    """The direction that the predicate at ``i`` gives to what a pronoun stands for, and whether it
    stands for several; 0 where it gives none.
    """
    u = row[i]
    beside = {v.key for k, v in enumerate(row) if clauses[k] == clauses[i] and k != i}
    if u.found is not None or _TAKEN_AWAY & beside:
        return 0, False
    if u.sign in ("+", "-") and u.voice == "right":
        named = _named(row, i + 1)
    elif u.sign in ("+", "-") and u.voice == "left":
        named = _subject(row, i)
    elif u.key in _FATES and i and row[i - 1].key in ("its", "their") and (
        row[i - 2].key in _BRING
    ):  # fmt: skip
        return _FATES[u.key], row[i - 1].key == "their"
    elif u.key in _BREAKS and _named(row, i + 1):
        return -1, False
    elif _inversely(row, i):
        named = _subject(row, i)
        return -1 if named else 0, named == "all"
    else:
        return 0, False
    if not named:
        return 0, False
    negated, _ = negation(None, row, list(clauses), [i], i)
    return (0 if negated else 1 if u.sign == "+" else -1), named == "all"


def _inversely(row: list[Unit], i: int) -> bool:
    """Whether a level is said to run against that of the miRNA: "was inversely correlated with"."""
    return row[i].key in _AGAINST and next_key(row, i) in _RUNS


_AGAINST = frozenset("negatively inversely reciprocally".split())
_RUNS = frozenset("correlated correlates related associated linked regulated".split())


def _named(row: list[Unit], k: int) -> str:
    """Whether a word for one or for all targets named before opens at unit ``k``: one, all, ""."""
    for phrases, which in ((_ONE, "one"), (_ALL, "all")):
        for phrase in phrases:
            words = [u.key for u in row[k : k + len(phrase)]]
            if words == phrase and next_key(row, k + len(phrase) - 1) in _ENDS:
                return which
    return ""


def _subject(row: list[Unit], i: int) -> str:
    """The same for the subject of the predicate at ``i``, which is all that stands before it in its
    clause: ", and it was lowered", "and was silenced".
    """
    k = i - 1
    while k > 0 and (row[k].key in BE or row[k].key in HAVE or row[k].key.endswith("ly") or (
        row[k].key in ("also", "thus", "thereby", "hence", "therefore", "then", "indeed")
    )):  # fmt: skip
        k -= 1
    if row[k].key == "and" and k < i - 1 and any(
        v.kind == "gene" and next_key(row, j) in _IS for j, v in enumerate(row[:k])
    ):  # fmt: skip
        return "one"
    for phrases, which in ((_ONE, "one"), (_ALL, "all")):
        for phrase in phrases:
            begin = k + 1 - len(phrase)
            if begin >= 0 and [u.key for u in row[begin : k + 1]] == phrase and (
                not begin or row[begin - 1].key in (",", ";", "and", ":", "that", "while")
            ):  # fmt: skip
                return which
    return ""
