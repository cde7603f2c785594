"""MiRNAs that share a verb said once: "miR-a acted on X and miR-b on Y", "miR-a lowered X, miR-b
Y", "X was lowered by miR-a and Y by miR-b", "the vesicles lowered X via miR-a and Y via miR-b".
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from extractor.components.assertions import Assertion
from extractor.components.found import Found
from extractor.components.units import Unit

_JOINTS = frozenset(", ; and while whereas but".split())
_MEANS = frozenset("by via through with".split())
_LEADS = frozenset(
    "on upon the its to with against for at that of exosomal 3 ' ′ utr utrs untranslated region "
    "mrna transcript expression level levels".split()
)
_KINDS = ("gene", "effect")


def shared_by_mirnas(
    row: list[Unit], clauses: list[int], made: list[Assertion]
) -> list[Assertion]:
    """Lay to each miRNA of a sentence the outcomes that stand beside it, where one verb serves all.

    Args:
        row: Units of the sentence.
        clauses: Number of the clause of each unit.
        made: Assertions of the sentence.
    """
    at = [i for i, u in enumerate(row) if u.kind == "mirna"]
    if len(at) < 2 or not made or any(u.key == "respectively" for u in row):
        return made
    return _as_subjects(row, clauses, made, at) or _as_means(row, clauses, made, at) or made


def _as_subjects(
    row: list[Unit], clauses: list[int], made: list[Assertion], at: list[int]
) -> list[Assertion]:
    """"miR-a acted on X and miR-b on Y"; nothing where the sentence is built otherwise."""
    verb = next((k for k, u in enumerate(row) if u.voice == "right" and k > at[0]), len(row))
    heads = [i for i in at if i < verb]
    if not heads or verb == len(row) or not row[verb].sign:
        return []
    out = made
    start, changed = verb, False
    subject = [f for i in heads if (f := row[i].found) is not None]
    for m in [i for i in at if i > verb]:
        if row[m - 1].key not in _JOINTS or not _outcomes(row, start, m):
            return []
        k = m + 1
        while k < min(m + 8, len(row)) and row[k].found is None and row[k].key in _LEADS:
            k += 1
        if k >= len(row) or row[k].kind not in _KINDS or _voiced(row, start + 1, k):
            return []
        start, changed = m, True
    if not changed or _voiced(row, start + 1, len(row)):
        return []
    base = next((x for x in made if x.at == verb and x.found.kind in _KINDS), None)
    if base is None:
        return []
    ends = [*[i for i in at if i > verb], len(row)]
    owner = subject
    begin = verb
    for end in ends:
        out = _laid(row, clauses, out, _outcomes(row, begin, end), owner, base)
        if end < len(row) and (f := row[end].found) is not None:
            owner, begin = [f], end
    return out


def _as_means(
    row: list[Unit], clauses: list[int], made: list[Assertion], at: list[int]
) -> list[Assertion]:
    """"X was lowered by miR-a and Y by miR-b"; nothing where the sentence is built otherwise."""
    led = [i for i in at if row[i - 1].key in _MEANS and i > 1]
    if len(led) < 2 or led != at:
        return []
    first = led[0]
    told = [x for x in made if x.found.last <= row[first].first and x.found.kind in _KINDS]
    told = [x for x in told if x.sign or x.trigger]
    if not told or told[-1].negated:
        return []
    base = told[-1]
    near = [x for x in told if x.at == base.at]
    found = row[first].found
    assert found is not None
    out = [replace(x, subject=[found]) if any(x is y for y in near) else x for x in made]
    for before, m in pairwise(led):
        named = _outcomes(row, before, m)
        own = all(any(x.found is row[k].found and x.sign for x in made) for k in named)
        if row[before + 1].key not in _JOINTS or (_voiced(row, before + 1, m) and not own):
            return []
        if not named or named[-1] != m - 2:
            return []
        f = row[m].found
        assert f is not None
        out = _laid(row, clauses, out, named, [f], base)
    return out


def _outcomes(row: list[Unit], first: int, last: int) -> list[int]:
    return [k for k in range(first + 1, last) if row[k].kind in _KINDS]


def _voiced(row: list[Unit], first: int, last: int) -> bool:
    """Whether a verb stands between two units."""
    return any(u.voice in ("left", "right") for u in row[first:last])


def _laid(
    row: list[Unit], clauses: list[int], made: list[Assertion], named: list[int],
    subject: list[Found], base: Assertion,
) -> list[Assertion]:  # fmt: skip
    """The assertions with outcomes laid to a miRNA; those not told of go the way of ``base``."""
    out = list(made)
    for k in named:
        f = row[k].found
        assert f is not None
        told = next((i for i, x in enumerate(out) if x.found is f), None)
        sign = base.sign if bool(base.found.facts.get("inverse")) == bool(
            f.facts.get("inverse")
        ) else -base.sign  # fmt: skip
        if told is not None and (out[told].sign or not base.sign):
            out[told] = replace(out[told], subject=subject)
            continue
        x = replace(base, found=f, sign=sign, clause=clauses[k], subject=subject)
        if told is not None:
            out[told] = x
        else:
            out.append(x)
    return out
