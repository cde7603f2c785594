"""Outcomes of one sentence that are each told with a means of its own: "promoted M2 polarization
via HMGA2 and suppressed infiltration via PTEN".
"""

from __future__ import annotations

from extractor.components.assertions import Assertion
from extractor.components.claim import Claim
from extractor.components.discourse import Sentence
from extractor.components.found import Found

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
