"""Losses of a miRNA that changed nothing: "inhibition of miR-x in the donors did not change IL-6",
"anti-miR-x was of no consequence for bone loss". They deny that the miRNA did it.
"""

from __future__ import annotations

import re

from extractor import mirna
from extractor.components.assertions import Assertion
from extractor.components.claim import Claim
from extractor.components.discourse import Sentence
from extractor.components.found import Found
from extractor.components.losses import lost_mirnas, words

IN_VAIN = "in vain"
"""The trigger of what is denied of a miRNA because its loss changed nothing."""
_ACT = (
    r"(?:inhibition|inhibiting|silencing|knock(?:ing)?-? ?(?:down|out)|depletion|depleting|"
    r"deletion|deleting|removal|removing|blockade|blocking|antagonism|antagoni[sz]ing|ablation|"
    r"ablating|loss|absence|neutrali[sz](?:ation|ing)|sequestration|sequestering|masking)"
)
_MIR = r"(?:the )?(?:exosomal |vesicular )?(?:mir-|let-7)[\w*/-]*"
_SUBJECT = (
    rf"(?:{_ACT} (?:of )?{_MIR}|anti-?(?:mir|let)[\w*/-]*|{_MIR}[- ](?:inhibitors?|antagomirs?|"
    r"knock-?down|knock-?out|silencing|depletion|deletion|inhibition|sponges?|antagonists?|"
    rf"blockade|sirna)|(?:antagomirs?|inhibitors?|sponges?) (?:of|against|to|for) {_MIR})"
)
_HARDLY = r"(?:no|little|hardly any|scarcely any)"
_CHANGED_NOTHING = (
    r"(?:(?:did|could) (?:not|nothing to) (?:\w+ly )?(?P<undo>weaken|abolish|abrogate|reverse|"
    r"diminish|blunt|attenuate|impair|negate|compromise|cancel|undo|spoil)\b"
    r"|(?:did|could) not (?:\w+ly )?(?:change|alter|affect|influence|modify|touch|disturb)\b"
    rf"|had {_HARDLY} (?:\w+ )?(?:effect|influence|impact|bearing|consequences?) (?:up)?on\b"
    r"|was of (?:no|little) (?:\w+ )?(?:consequence|importance|relevance|effect)\b"
    r"|(?:was|proved|were) without (?:any )?(?:\w+ )?(?:consequence|effect|influence)s?\b"
    r"|(?:was|proved|remained) (?:inconsequential|immaterial|irrelevant)\b"
    rf"|made {_HARDLY} (?:\w+ )?difference\b"
    r"|left (?=[^.;]{3,70} (?:unchanged|intact|untouched|unaffected|unaltered|as (?:it was|they "
    r"were|before))\b))"
)
_WHERE = (
    r"(?: (?:in|of|from|within|into|given to|added to|applied to)"
    r"(?: (?!that|which|and|but|yield|gave)[\w'-]+){1,6}?)?"
)
_IN_VAIN = re.compile(rf"\b{_SUBJECT}(?P<where>{_WHERE}) {_CHANGED_NOTHING}")
_NEEDLESS = re.compile(
    rf"\b{_MIR}(?: itself)?,? (?:(?:however|by contrast|in contrast), )?"
    r"(?:(?:was|were|is|proved|appeared|seemed|turned out)(?: to be)? (?:dispensable|unnecessary|"
    r"redundant|not (?:required|needed|necessary|essential|responsible|involved)|uninvolved)|"
    r"(?:played|had|took) no (?:part|role|share)|did not (?:contribute|account)) (?:for|to|in)\b"
)
_PREPARATION = re.compile(
    r"\b(?:exosomes|vesicles|[\w-]*evs|[\w-]*exos?|microvesicles|preparations?|those|ones) "
    r"(?:of|from|derived|that|whose|obtained|isolated|with|released|shed|carrying|after)\b"
)
_PART_ENDS = re.compile(r"; |, (?:and |but )?(?:whereas|while|although|though|yet|but) |, but |: ")


def in_vain(s: Sentence) -> tuple[int, int, bool] | None:
    """Where a loss is said to have changed nothing.

    Returns:
        Offsets in the document between which stands what did not change, and whether an effect is
        said not to have been undone; ``None`` if no such loss is told.
    """
    text = words(s)
    if not s.of("mirna") and "mir" not in text and "let" not in text:
        return None
    met = _NEEDLESS.search(text)
    if met is not None:
        return s.start + met.end(), s.start + _part_end(text, met.end()), True
    met = _IN_VAIN.search(text)
    if met is None:
        return None
    opens = max((c.end() for c in _PART_ENDS.finditer(text, 0, met.start())), default=0)
    if _PREPARATION.search(text, opens, met.start()):
        return None  # "exosomes of cells with a miR-x inhibitor had no effect on"
    return s.start + met.end(), s.start + _part_end(text, met.end()), met["undo"] is not None


def _part_end(text: str, start: int) -> int:
    ends = _PART_ENDS.search(text, start)
    return ends.start() if ends is not None else len(text)


def untouched(s: Sentence, told: list[Claim]) -> list[Claim]:
    """The outcomes that the loss of a miRNA left as they were: no doing of that miRNA.

    Args:
        s: A sentence.
        told: Claims told before it.
    """
    where = in_vain(s)
    if where is None:
        return []
    start, end, undone = where
    # those in front of what did not change
    lost = tuple(dict.fromkeys(
        mirna.base(f.mention.label) for f in s.of("mirna") if f.mention.start < start
    ))  # fmt: skip
    lost = tuple(name for name in lost if name in lost_mirnas(s)) or lost[-1:]
    out = []
    for k, u in enumerate(s.row):
        f = u.found
        if f is None or not _is_outcome(f) or not start <= f.mention.start < end:
            continue
        before = [c for c in told if c.assertion.found.mention.label == f.mention.label]
        sign = before[-1].sign if undone and before else 0
        x = Assertion(f, sign, IN_VAIN, True, s.clauses[k], k, unchanged=not sign)
        out.append(Claim(s, x, sign, "negated", lost))
    return out


def _is_outcome(f: Found) -> bool:
    flags = f.entry.flags if f.entry is not None else frozenset()
    return f.kind in ("gene", "effect") and not flags & {"vague", "readout", "assay", "generic"}


def without(s: Sentence, x: Assertion) -> bool:
    """Whether an assertion stands where a miRNA, or its loss, is said to have changed nothing."""
    where = in_vain(s)
    return where is not None and where[0] <= x.found.mention.start < where[1]
