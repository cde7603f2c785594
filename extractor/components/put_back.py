"""Targets that an experiment puts back, or takes away itself, after the vesicles are told to have
lowered them: "SOX6 re-expression re-sensitised the cells", "knock-down of SOX6 did the same".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor.components.discourse import Sentence
from extractor.components.found import Found
from extractor.components.losses import lost_cargo, words

_MADE = (
    r"(?:over-?expression|re-?expression|re-?introduction|re-?constitution|restoration|"
    r"(?:forced|ectopic|enforced|exogenous) expression|transfection|supplementation|add-?back|"
    r"gain of function|replenishment)"
)
_BEFORE = re.compile(
    rf"(?:\b{_MADE} (?:of|with|for)|\b(?:over-?expressing|re-?expressing|re-?introducing|restoring|"
    r"re-?constituting|forcing|supplying|replenishing|adding(?: back)?|recombinant|exogenous|"
    r"ectopic|transfect\w+ with)) (?:(?:an?|the|exogenous|recombinant|full-length|human|mouse|"
    r"wild-type|resistant|more) )*$"
)
_BEHIND = re.compile(
    r"^(?:,? (?:protein|gene|mrna|cdna))?[- ](?:over-?express\w+|re-?express\w+|re-?introduction|"
    r"plasmids?|vectors?|lentivir\w+|adeno\w+|aav\w*|agonists?|activators?|cdna|constructs?|"
    r"transgene|mimetics?|restoration|add-?back|replenishment)\b"
    r"|^ (?:was|were|had been|is) (?:\w+ly )?(?:over-?expressed|re-?expressed|re-?introduced|"
    r"added back|put back|forced|replenished)\b"
)
_CLAUSE = re.compile(r"; |, (?:and|but|while|whereas|although|yet) |: ")


def lowered_anew(s: Sentence, lowered: set[str]) -> None:
    """See to it that what takes a lowered target away is not read as a loss of cargo.

    Args:
        s: The sentence.
        lowered: Labels of the genes that the vesicles are told to have lowered.
    """
    if lowered and any(f.mention.label in lowered for f in s.of("gene")):
        s.lost = [f for f in lost_cargo(s) if f.mention.label not in lowered]


def put_back(s: Sentence, lowered: set[str]) -> int:
    """Token from which a target that was lowered is put back, the sentence's end if none is: what
    came of that confirms what was told, and says nothing new.
    """
    for f in s.of("gene") if lowered else ():
        if f.mention.label not in lowered:
            continue
        text = words(s)
        at, end = f.mention.start - s.start, f.mention.end - s.start
        cue = _BEFORE.search(text, max(0, at - 60), at)
        if cue is None and not _BEHIND.match(text[end:]):
            continue
        begins = at if cue is None else cue.start()
        cuts = [m.start() for m in _CLAUSE.finditer(text, 0, begins)]
        starts = s.analysis.tokens.starts
        cut = cuts[-1] + s.start - s.analysis.offset if cuts else 0
        first = next((i for i in range(s.first, s.last) if starts[i] >= cut), s.last)
        if any(m.first >= first and m.first < f.first for m in _agents(s)):
            continue  # "miR-x overexpression lowered it", "exosomes of cells overexpressing it"
        told = any(x.sign and s.row[x.at].first < first for x in s.assertions)
        return first if told else s.first
    return s.last


def _agents(s: Sentence) -> Iterable[Found]:
    return (*s.of("mirna"), *s.of("source"))


MACHINERY = frozenset(
    "AGO2 DICER1 DROSHA DGCR8 PDCD6IP RAB27A RAB27B SMPD3 TSG101 CD63 CD81 CD9 CANX GOLGA2".split()
)
"""Gene products by which cells make vesicles and miRNAs, or by which vesicles, or what is none, are
known: an experiment takes them away, and no study tells of them as a target.
"""
