"""Outcomes of the vesicles that a study only supposes to be their miRNA's.

"Exosomes eased pain, possibly through miR-x" states what the exosomes did, and supposes that the
miRNA stands behind it: two findings, of which the second is hedged.
"""

from __future__ import annotations

import re

from extractor import mirna
from extractor.components.claim import Claim
from extractor.components.discourse import Study
from extractor.components.losses import loss_tokens, words

_ROUTE = re.compile(
    r"\b(?:possibly|probably|perhaps|presumably|apparently|supposedly|conceivably|seemingly|maybe|"
    r"(?:most |very )?likely) (?:at least )?(?:\w+ )?(?:through|via|by|owing|because|thanks|due|"
    r"on account|on the strength)\b"
    r"|\b(?:may|might|could) (?:\w+ )?be (?:\w+ )?(?:through|via|owing|because|due|thanks|"
    r"(?:explained|mediated|conveyed|brought about) by)\b"
)
"""What opens the way by which vesicles are supposed to act."""
_SUPPOSED = re.compile(
    r"\b(?:may|might|could|suggested|suspected|thought|believed?|proposed|speculated?|supposed|"
    r"assumed?|presumed|conceivabl[ey]|possibl[ey]|perhaps|presumably|conjectured?|hypothesi[sz]ed)\b"
)
_BEHIND_IT = re.compile(
    r"\b(?:mediator|reason|responsible|accounts? for|explains?|involved|underl(?:ie|ies)|"
    r"the (?:basis|cause|agent|effector)|(?:active|effective) (?:agent|principle|constituent|"
    r"ingredient|component|molecule)|at work|contributes?|plays? a (?:part|role)|"
    r"ha(?:s|d|ve) a (?:part|share|hand) in|mechanism|conveyor|vehicle)\b"
)
"""Words for what stands behind an outcome."""
_SHOWN = re.compile(r"\b(?:since|because|as) it\b|\b(?:was|were) shown\b")
"""Words that give proof of what is supposed."""
_SET_AGAINST = re.compile(r"\b(?:while|whereas|although)\b")
_FAR = 80
"""Characters behind the words of a route within which its miRNA is named."""


def supposed(study: Study, claims: list[Claim]) -> dict[int, tuple[str, ...]]:
    """Claims (by ``id``) told of the vesicles, and the miRNAs that are supposed to be behind them.

    Nothing is only supposed where the study has taken the miRNA away.
    """
    out: dict[int, tuple[str, ...]] = {}
    if any(loss_tokens(s) for s in study.sentences):
        return out
    stated = [c for c in claims if c.polarity == "asserted" and c.sign and not c.arm]
    for s in study.sentences:
        named = s.of("mirna")
        if not named:
            continue
        text = words(s)
        route = _ROUTE.search(text)
        if route is not None and any(
            0 <= f.mention.start - s.start - route.end() <= _FAR for f in named
        ):
            begins = route.start()
        elif (agent := _BEHIND_IT.search(text)) and _SUPPOSED.search(text):
            if _SHOWN.search(text):
                continue
            start = min(agent.start(), named[0].mention.start - s.start)
            begins = max(0, *(text.rfind(mark, 0, start) for mark in (";", ",", " and ", " but ")))
        else:
            continue
        at = s.start + begins
        before = [c for c in stated if c.assertion.found.mention.start < at]
        before = [c for c in before if c.sentence is before[-1].sentence]
        if _SET_AGAINST.search(text, 0, begins):
            before = [c for c in before if c.assertion.clause == before[-1].assertion.clause]
        labels = tuple(dict.fromkeys(mirna.base(f.mention.label) for f in named))
        if any(_names(c, labels) for c in before):
            continue
        out.update({id(c): labels for c in before})
    return out


def _names(claim: Claim, labels: tuple[str, ...]) -> bool:
    """Whether the miRNAs are named in front of a claim in its own sentence."""
    return any(
        f.mention.start < claim.assertion.found.mention.start
        and mirna.base(f.mention.label) in labels
        for f in claim.sentence.of("mirna")
    )
