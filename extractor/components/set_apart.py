"""MiRNAs that a sentence names only to say that they were not the ones: "miR-a but not miR-b",
"due to miR-a rather than miR-b", "an inhibitor of miR-a, though not one of miR-b, undid this".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor import mirna
from extractor.components.claim import Claim
from extractor.components.discourse import Sentence
from extractor.components.found import Found
from extractor.components.lazily import lazily
from extractor.components.losses import words
from extractor.components.vain_losses import IN_VAIN

_MIR = r"(?:(?:anti-?)?(?:mir-|let-7)[\w*/-]*)"
_NOUN = (
    r"(?:[- ](?:inhibitors?|antagomirs?|mimics?|agomirs?|knock-?down|knock-?out|silencing|"
    r"inhibition|depletion|deletion|sponges?|overexpression|blockade))?"
)
_LEAD = (
    r"(?:(?:by|with|after|upon|when|if|that|those|one|ones|the|an?|of|to|against|for|inhibiting|"
    r"silencing|blocking|deleting|depleting|antagoni[sz]ing|inhibition|silencing|knock-?down|"
    r"knocking down|blockade|inhibitors?|antagomirs?|mimics?|loss|depletion|overexpression) )*"
)
_BEHIND = lazily(
    rf"{_MIR}{_NOUN}(?:,? (?:but|and|yet|though|although|albeit) not|, not|,? rather than|"
    rf",? instead of|,? as opposed to) {_LEAD}(?P<mir>{_MIR}){_NOUN}(?! (?:did|had|was))"
)
_BEFORE = lazily(
    rf"\bnot {_LEAD}(?P<mir>{_MIR}){_NOUN},? but (?:rather )?{_LEAD}{_MIR}"
)
_DID_NOT = lazily(
    rf"(?:,? (?:whereas|while|but|and|although)|;) {_LEAD}(?P<mir>{_MIR}){_NOUN} (?:did not"
    r"(?: do so)?|had no (?:such )?effect|was (?:ineffective|without effect))\s*(?:$|[.,;(])"
)


def set_apart(s: Sentence) -> list[Found]:
    """Take from a sentence the miRNAs that it says were not the ones, and give them back.

    What is told with a subject of its own has told them apart already; it is left as it is.
    """
    named = s.of("mirna")
    if s.apart or len(named) < 2:
        return s.apart
    text = words(s)
    if not any(word in text for word in ("not", " than ", " of mir", " to mir")):
        return []
    out: list[Found] = []
    for pattern in (_BEHIND, _BEFORE, _DID_NOT):
        for met in pattern.finditer(text):
            at = s.start + met.start("mir")
            out += [f for f in named if at <= f.mention.start < s.start + met.end("mir")]
    if not out or len(out) == len(named):
        return []
    gone = {id(f) for f in out}
    if any(
        x.negated and x.subject and all(id(f) in gone for f in x.subject) for x in s.assertions
    ):
        return []  # told apart already
    for x in s.assertions:
        x.subject = [f for f in x.subject if id(f) not in gone] or x.subject
    s.found = [f for f in s.found if id(f) not in gone]
    s.apart, s.by_kind = out, None
    s.losses = s.lost = None
    for u in s.row:
        if u.found is not None and id(u.found) in gone:
            u.found, u.key = None, "mirna"
    return out


def denied_of(
    s: Sentence, apart: Sequence[Found], made: Sequence[Claim], told: Sequence[Claim]
) -> list[Claim]:
    """What a sentence denies of the miRNAs that it sets apart: what it tells of the others, or what
    was told before it.
    """
    if not apart:
        return []
    names = tuple(dict.fromkeys(mirna.base(f.mention.label) for f in apart))
    same = [c for c in made if c.polarity == "asserted" and c.assertion.found.kind != "mirna"]
    if same:
        return [
            replace(c, assertion=replace(c.assertion, trigger=IN_VAIN, subject=list(apart)),
                    mirnas=names, polarity="negated", loss=False)
            for c in same
        ]  # fmt: skip
    if not told:
        return []
    last = told[-1].sentence
    return [
        replace(c, sentence=s, assertion=replace(c.assertion, trigger=IN_VAIN, negated=True,
                                                 unchanged=True),
                sign=0, mirnas=names, polarity="negated", loss=False)
        for c in told if c.sentence is last and c.sign and c.polarity == "asserted"
    ]  # fmt: skip
