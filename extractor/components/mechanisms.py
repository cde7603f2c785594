"""Outcomes of one sentence that are each told with a means of its own: "promoted M2 polarization
via HMGA2 and suppressed infiltration via PTEN".
"""

from __future__ import annotations

from dataclasses import replace

from extractor import mirna
from extractor.components.assertions import GLOSS, Assertion
from extractor.components.claim import Claim
from extractor.components.discourse import Sentence
from extractor.components.found import Found
from extractor.components.signs import glossed_for

_MEANS = frozenset("via through".split())
_DEEDS = frozenset(
    "targeting silencing repressing suppressing inhibiting downregulating lowering reducing "
    "blocking binding hitting activating upregulating".split()
)
_BETWEEN = frozenset(
    "the its a an and , / or of both inhibition repression suppression silencing targeting "
    "activation pathway axis signaling signalling - reduced lower less direct way means".split()
)
_REACH = 8


def glossed(claims: list[Claim]) -> list[Claim]:
    """The claims with those of sentences that gloss several miRNAs with a target each, "miR-a (X)
    and miR-b (Y) each eased Z", told once for each miRNA.
    """
    targets: dict[int, dict[str, list[Claim]]] = {}
    for c in claims:
        named = glossed_for(c.sentence.row, c.assertion.at)
        if c.assertion.trigger == GLOSS and named is not None:
            mine = targets.setdefault(id(c.sentence), {})
            mine.setdefault(mirna.base(named.mention.label), []).append(c)
    out: list[Claim] = []
    for c in claims:
        mine = targets.get(id(c.sentence), {})
        if len(mine) < _SEVERAL:
            out.append(c)
        elif c.assertion.trigger == GLOSS:
            name = next(name for name, members in mine.items() if any(m is c for m in members))
            out.append(replace(c, mirnas=(name,)))
        else:
            out += [replace(c, mirnas=(name,)) for name in mine]
    return out


_SEVERAL = 2


def _by_means(s: Sentence, f: Found) -> bool:
    """Whether a gene is told as a means: "via X and Y", "through repression of X", "by targeting
    X".
    """
    keys = s.analysis.tokens.keys
    genes = {i for g in s.of("gene") for i in range(g.first, g.last)}
    for k in range(f.first - 1, max(s.first, f.first - _REACH) - 1, -1):
        if keys[k] in _MEANS or (keys[k] == "by" and keys[k + 1] in _DEEDS | {"way", "means"}):
            return True
        if keys[k] not in _BETWEEN and keys[k] not in _DEEDS and k not in genes:
            return False
    return False


def told_again(members: list[Claim], claims: list[Claim]) -> bool:
    """Whether claims of one sentence only sum up what others tell."""
    here = {c.assertion.found.mention.label for c in members}
    s = members[0].sentence
    return any(c.sentence is not s and c.assertion.found.mention.label in here for c in claims)


def own_means(members: list[Claim]) -> list[list[Claim]]:
    """The claims of a sentence, parted into outcomes and the means of each; nothing where not every
    outcome has its own.
    """
    s = members[0].sentence
    keys = s.analysis.tokens.keys
    if "by" not in keys[s.first : s.last] and not _MEANS & set(keys[s.first : s.last]):
        return []
    parts: list[list[Claim]] = []
    before = "means"
    for c in sorted(members, key=lambda c: c.assertion.found.first):
        f = c.assertion.found
        if c.polarity != "asserted" or c.loss or (f.kind == "gene" and not _by_means(s, f)):
            return []
        kind = "means" if f.kind == "gene" else "outcome"
        if kind == "outcome" and before == "means":
            parts.append([])
        if not parts or (kind == "outcome" and not c.sign):
            return []
        parts[-1].append(c)
        before = kind
    return parts if len(parts) > 1 and before == "means" else []


def whose_means(s: Sentence, x: Assertion) -> list[Found]:
    """The miRNAs that are the subject of the outcome told just before a means."""
    if x.found.kind != "gene" or x.subject or not _by_means(s, x.found):
        return []
    told = [y for y in s.assertions if y.subject and y.found.first < x.found.first]
    if not told:
        return []
    last = max(told, key=lambda y: y.found.first)
    newer = [f for f in s.of("mirna") if last.found.first < f.first < x.found.first]
    return newer[-1:] or list(last.subject)
