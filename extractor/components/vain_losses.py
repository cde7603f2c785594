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
from extractor.components.lazily import lazily
from extractor.components.losses import lost_mirnas, words

IN_VAIN = "in vain"
"""The trigger of what is denied of a miRNA because its loss changed nothing."""
_ACT = (
    r"(?:inhibition|inhibiting|silencing|knock(?:ing)?-? ?(?:down|out)|depletion|depleting|"
    r"deletion|deleting|removal|removing|blockade|blocking|antagonism|antagoni[sz]ing|ablation|"
    r"ablating|loss|absence|neutrali[sz](?:ation|ing)|sequestration|sequestering|masking)"
)
_MIR = r"(?:the )?(?:exosomal |vesicular )?(?:mir-|let-7)[\w*/-]*"
_ITS = (
    r"(?:its|their|the latter's) (?:inhibition|silencing|knock-?(?:down|out)|depletion|"
    r"deletion|removal|blockade|loss|absence|inhibitors?|antagomirs?|sponges?|antagonists?)"
)
_SUBJECT = (
    rf"(?:{_ITS}|{_ACT} (?:of )?{_MIR}|anti-?(?:mir|let)[\w*/-]*|"
    rf"{_MIR}[- ](?:inhibitors?|antagomirs?|"
    r"knock-?down|knock-?out|silencing|depletion|deletion|inhibition|sponges?|antagonists?|"
    rf"blockade|sirna)|(?:antagomirs?|inhibitors?|sponges?) (?:of|against|to|for) {_MIR})"
)
_HARDLY = r"(?:no|little|hardly any|scarcely any)"
_CHANGED_NOTHING = (
    r"(?:(?:did|could) (?:not|nothing to) (?:\w+ly )?(?P<undo>weaken|abolish|abrogate|reverse|"
    r"diminish|blunt|attenuate|impair|negate|compromise|cancel|undo|spoil|prevent|block|stop|"
    r"remove|eliminate)\b"
    r"|(?:did|could) not (?:\w+ly )?(?:change|alter|affect|influence|modify|touch|disturb)\b"
    rf"|had {_HARDLY} (?:\w+ )?(?:effect|influence|impact|bearing|consequences?) (?:up)?on\b"
    r"|was of (?:no|little) (?:\w+ )?(?:consequence|importance|relevance|effect)\b"
    r"|(?:was|proved|were) without (?:any )?(?:\w+ )?(?:consequence|effect|influence)s?\b"
    r"|(?:was|proved|remained) (?:inconsequential|immaterial|irrelevant)\b"
    rf"|made {_HARDLY} (?:\w+ )?difference\b"
    r"|did not (?:\w+ )?matter (?:for|to)\b"
    r"|left (?=[^.;]{3,70} (?:unchanged|intact|untouched|unaffected|unaltered|as (?:it was|they "
    r"were|before))\b))"
)
_WHERE = (
    r"(?: (?:in|of|from|within|into|given to|added to|applied to)"
    r"(?: (?!that|which|and|but|yield|gave)[\w'-]+){1,6}?)?"
)
_IN_VAIN = lazily(
    rf"\b{_SUBJECT}(?P<where>{_WHERE}) {_CHANGED_NOTHING}",
    needs=(
        "not", "no ", "little", "hardly", "scarcely", "without", "inconseq", "immaterial",
        "irrelevant", "left ",
    ),
)  # fmt: skip
_BY_ACT = lazily(rf"\b{_SUBJECT}")
_LACKING = lazily(
    r"\b(?:lacking|without|devoid|depleted|deprived|deficient)\b|vesicles|exosomes"
)
_THE_EFFECT = (
    r"(?:the|this|these|any of these|either|its|their) (?:(?:protective|therapeutic|beneficial|"
    r"favou?rable) )?(?:effects?|benefits?|actions?|efficacy|protection|response|changes)"
    r"(?: of (?:the )?[\w-]+)?"
)
_BARE = lazily(
    rf"\b{_SUBJECT}{_WHERE} (?:(?:had|showed|exerted|produced) no (?:(?!such)\w+ )?(?:effect|"
    r"influence|impact|consequence)s?(?: here)?|(?P<not>did not)|did nothing|(?:was|were|proved) "
    r"(?:ineffective|inconsequential|inert|inactive|(?:of )?no consequence|without (?:\w+ )?"
    r"(?:effect|consequence)s?)|(?:did|could) not (?:\w+ly )?(?:change|alter|affect|influence|"
    r"weaken|abolish|abrogate|reverse|diminish|blunt|attenuate|impair|negate|lessen|reduce) "
    rf"{_THE_EFFECT})\s*(?:$|[.,;(])|\b{_MIR} (?:played no (?:part|role)|was not involved|"
    rf"did not (?:participate|take part)) in {_THE_EFFECT}",
    needs=("no ", "not", "ineff", "inconseq", "inert", "inactive", "without"),
)
"""A loss that changed nothing of what was told before it."""
_BUT = r"(?:,? (?:but|yet|and|while|whereas|though|although),? |; )"
_NOT_TOO = lazily(
    rf"{_BUT}(?:it |this )?(?:(?:(?:did|could) not (?:\w+ )?(?:affect|alter|change|influence|"
    r"modify)|had no (?:\w+ )?(?:effect|influence|impact|bearing) (?:up)?on) |"
    r"left (?=[^.;]{3,70} (?:unchanged|intact|untouched|unaffected|unaltered)\b))|"
    r",? without (?:affecting|altering|changing|influencing) "
)
"""What the loss of a miRNA that took one thing away did not take: "… but did not affect Y"."""
_STAYED = lazily(
    rf"{_BUT}(?:the |its )?(?P<what>[^.;,]{{3,60}}?) (?:was|were|remained|stayed) (?:\w+ly )?"
    r"(?:unaffected|unchanged|unaltered|untouched|intact|preserved|retained|not (?:\w+ly )?"
    r"(?:affected|changed|altered|influenced))\b"
)
_UNMOVED = lazily(
    r"(?:was|were|is|are|remained|stayed|proved) (?:\w+ly )?(?:un(?:affected|altered|changed|"
    r"influenced|impaired|touched)|not (?:\w+ly )?(?:affected|altered|changed|influenced|impaired|"
    r"abolished|abrogated|blunted|diminished|weakened|reversed|prevented|attenuated)) (?:by|upon|"
    r"after|with|when) "
    rf"(?:(?:the|an?|co-?treatment with|addition of|transfection (?:of|with)) )*"
    rf"(?:{_SUBJECT}|{_MIR} (?:was|had been) (?:inhibited|silenced|depleted|blocked|removed|"
    r"deleted|knocked (?:down|out)|antagoni[sz]ed))",
    needs=(" un", "not "),
)
"""What a loss did not touch: "X was unaffected by the miR-x inhibitor"."""
_NO_SHARE = lazily(
    rf"\bno (?:\w+ )?(?:contribution|involvement|role|participation|part) (?:of|for|by) {_MIR} "
    r"(?:to|in|for)\b",
    needs=("no ",),
)
_FREE_OF = lazily(
    r"(?:(?:was|were|is|are|proved|appeared) (?:\w+ly )?(?:independent of|unrelated to|not "
    r"(?:\w+ly )?(?:mediated|caused|explained|due|attributable|dependent|accounted for)"
    r"(?: by| to| on)?)|(?:did|does|do) not (?:depend|rely|hinge) on|(?:did|does|do) not "
    r"require|occurred without) "
    rf"(?:(?:exosomal |vesicular |the )*{_MIR}|(?:either|both|these|any of the|the two) (?:mirnas|"
    r"micrornas))",
    needs=("independent", "unrelated", "not ", "without"),
)
"""What is said to need no miRNA: "the effect on Y was independent of miR-x"."""
_NEEDLESS = lazily(
    rf"\b{_MIR}(?: itself)?,? (?:(?:however|(?:by|in) contrast|(?:al)?though [\w ]{{3,40}}), )?"
    r"(?:(?:was|were|is|proved|appeared|seemed|turned out)(?: to be)? (?:dispensable|unnecessary|"
    r"redundant|not (?:required|needed|necessary|essential|responsible|involved)|uninvolved)|"
    r"(?:played|had|took) no (?:part|role|share)|contributed (?:nothing|little)|did not "
    r"(?:contribute|account)) (?:for|to|in)\b",
    needs=("dispensable", "unnecessary", "redundant", "not", "uninvolved", "no ", "little"),
)
_PREPARATION = lazily(
    r"\b(?:exosomes|vesicles|[\w-]*evs|[\w-]*exos?|microvesicles|preparations?|those|ones) "
    r"(?:of|from|derived|that|whose|obtained|isolated|with|released|shed|carrying|after)\b"
)
_PART_ENDS = lazily(r"; |, (?:and |but )?(?:whereas|while|although|though|yet|but) |, but |: ")


def in_vain(s: Sentence) -> tuple[int, int, bool] | None:
    """Where a loss is said to have changed nothing.

    Returns:
        Offsets in the document between which stands what did not change, and whether an effect is
        said not to have been undone; ``None`` if no such loss is told.
    """
    text = words(s)
    if not s.of("mirna") and "mir" not in text and "let-7" not in text:
        return None
    met = _NEEDLESS.search(text) or _NO_SHARE.search(text)
    if met is not None:
        return s.start + met.end(), s.start + _part_end(text, met.end()), True
    free = _FREE_OF.search(text)
    met = free or _UNMOVED.search(text)
    if met is not None:
        opens = max((c.end() for c in _PART_ENDS.finditer(text, 0, met.start())), default=0)
        named = any(s.start + opens <= f.mention.start < s.start + met.start()
                    for kind in ("gene", "effect") for f in s.of(kind))  # fmt: skip
        if free is not None or named:  # "lowered X, but this was unaffected": X was lowered
            return s.start + (opens if named else 0), s.start + met.start(), False
    met = _IN_VAIN.search(text)
    if met is None:
        return _left_over(s, text)
    opens = max((c.end() for c in _PART_ENDS.finditer(text, 0, met.start())), default=0)
    if _PREPARATION.search(text, opens, met.start()):
        return None  # "exosomes of cells with a miR-x inhibitor had no effect on"
    return s.start + met.end(), s.start + _part_end(text, met.end()), met["undo"] is not None


def _left_over(s: Sentence, text: str) -> tuple[int, int, bool] | None:
    """What a loss did not change beside what it took away: "abolished X, but did not affect Y"."""
    act = _BY_ACT.search(text) if lost_mirnas(s) else None
    if act is None:
        return None
    opens = max((c.end() for c in _PART_ENDS.finditer(text, 0, act.start())), default=0)
    if _PREPARATION.search(text, opens, act.start()) or _LACKING.search(text, opens, act.start()):
        return None  # what vesicles without it do not change was lost with it
    met = _NOT_TOO.search(text, act.end())
    if met is not None:
        return s.start + met.end(), s.start + _part_end(text, met.end()), False
    met = _STAYED.search(text, act.end())
    if met is not None:
        return s.start + met.start("what"), s.start + met.end("what"), False
    return None


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
        return _of_what_was_told(s, told)
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
    return out or _of_what_was_told(s, told)


def _of_what_was_told(s: Sentence, told: list[Claim]) -> list[Claim]:
    """What was told before a loss that "had no effect", in its sentence or the one before."""
    met = _bare(s)
    if met is None:
        return []
    opens, ends = s.start + met.start(), s.start + met.end()
    lost = tuple(dict.fromkeys(
        mirna.base(f.mention.label) for f in s.of("mirna") if opens - 4 <= f.mention.start < ends
    ))  # fmt: skip
    found = [u.found for u in s.row if u.found is not None and _is_outcome(u.found)]
    found = [f for f in found if f.mention.start < opens]
    if not found and told:
        last = told[-1].sentence
        found = [c.assertion.found for c in told if c.sentence is last and c.sign and not c.loss]
    k = len(s.row) - 1
    if not lost or _PREPARATION.search(words(s), 0, met.start()):
        return []
    at = s.clauses[k]
    return [
        Claim(s, Assertion(f, 0, IN_VAIN, True, at, k, unchanged=True), 0, "negated", lost)
        for f in found
    ]


def _bare(s: Sentence) -> re.Match[str] | None:
    text = words(s)
    met = _BARE.search(text) if s.of("mirna") and ("mir" in text or "let" in text) else None
    if met is not None and met["not"] and not _UNDID.search(text, 0, met.start()):
        return None  # "exosomes raised X; an inhibitor of miR-x did not"
    return met


_UNDID = lazily(r"abol|abrog|blunt|diminish|revers|weaken|cancel|remov|negat|nullif|took away")


def _is_outcome(f: Found) -> bool:
    flags = f.entry.flags if f.entry is not None else frozenset()
    return f.kind in ("gene", "effect") and not flags & {"vague", "readout", "assay", "generic"}


def without(s: Sentence, x: Assertion) -> bool:
    """Whether an assertion stands where a miRNA, or its loss, is said to have changed nothing."""
    where = in_vain(s)
    if where is None and _bare(s) is not None:
        return x.other_arm or (x.negated and bool(x.subject))
    return where is not None and where[0] <= x.found.mention.start < where[1]
