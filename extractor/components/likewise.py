"""What a study of a review only says to have done too: "Dental follicle MSC vesicles did the same",
"miR-375 did as much through X".
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractor import mirna
from extractor.components.claim import Claim
from extractor.components.claims import claims_of
from extractor.components.discourse import Study
from extractor.components.losses import words

_DID_SO = re.compile(
    r"^[;,]? ?(?:and |while |whereas |but )?(?P<what>[^;.]{3,110}?) "
    r"(?:did|does|do|have done|has done) (?:so|as much|the same|likewise)\b"
)
_ALIKE = (
    r"(?:the same|similar|comparable|like|much the same|alike|identical|equal|equivalent|analogous)"
)
_OUTCOMES = (
    r"(?:effects?|benefits?|results?|actions?|outcomes?|findings?|protection|gains?|changes)"
)
_HAD_ALIKE = re.compile(
    r"^[;,]? ?(?:and |while |whereas |but |similarly, |likewise, )?(?P<what>[^;.]{3,110}?) "
    r"(?:had|has|have|exert|exerts|exerted|show|showed|gave|give|gives|produced?|yielded|achieved|"
    r"led to|resulted in|brought|conferred|afforded|provided|offered) "
    rf"(?:an? )?{_ALIKE} {_OUTCOMES}\b"
)
_SAME_OF = re.compile(
    rf"^[;,]? ?(?:and |while |whereas |but )?(?:an? )?{_ALIKE} (?:{_OUTCOMES} )?(?:was|were|is|"
    r"are|has been|have been|holds?|held|appl(?:y|ies|ied)|goes|went) (?:also )?(?:true )?"
    r"(?:found |seen |shown |reported |observed |obtained |achieved |noted |described |said )?"
    r"(?:with|for|after|of|to|by|from|using) (?P<what>[^;.,]{3,110})"
)
_DID_NOT = re.compile(
    r"^[;,]? ?(?:and |while |whereas |but )?(?P<what>[^;.]{3,110}?) (?:did|do|does) not ?[.;,]?$"
)
_LIKE = frozenset("same similar comparable like alike identical equal equivalent analogous".split())
_DOES = frozenset("did does do done".split())
_NOT = re.compile(r"\b(?:not|nor|neither|none|no|that|which|who|they|it|control\w*|pbs|saline)\b")


def told_too(study: Study, claims: list[Claim]) -> list[Claim]:
    """The outcomes of the study before that this one takes up by "did so", where it tells none of
    its own.

    Args:
        study: A study of a review.
        claims: What it tells itself.
    """
    before, s = study.before, study.sentences[0]
    keys = set(s.keys())
    if before is None or study.own or not (_DOES | _LIKE) & keys:
        return []
    text = words(s)
    met = _DID_SO.match(text) or (
        (_HAD_ALIKE.match(text) or _SAME_OF.match(text)) if keys & _LIKE else None
    )
    negated = met is None
    met = met or _DID_NOT.match(text)
    if met is None or _NOT.search(met["what"]):
        return []
    if any(c.assertion.found.kind == "effect" for c in claims):
        return []
    named = [f for kind in ("source", "mirna", "cargo", "vesicle") for f in s.of(kind)]
    if not any(f.mention.start < s.start + met.end() for f in named):
        return []
    told = [
        c for c in claims_of(before)
        if c.assertion.found.kind == "effect" and c.polarity == "asserted" and c.sign
    ]  # fmt: skip
    at = len(s.row) - 1
    names = tuple(dict.fromkeys(mirna.base(f.mention.label) for f in s.of("mirna")))
    return [
        Claim(
            s,
            replace(
                c.assertion, at=at, clause=s.clauses[at], trigger="likewise", negated=negated
            ),
            c.sign, "negated" if negated else "asserted", names,
        )
        for c in told
        if c.sentence is told[-1].sentence
    ]  # fmt: skip
