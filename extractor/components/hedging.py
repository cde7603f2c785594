"""Which claims a sentence only holds for possible: "it is thought that", "a trend towards", "an
increase is conceivable", "the authors believe".
"""

from __future__ import annotations

import re

from extractor.components.discourse import Sentence
from extractor.components.losses import words

_NEAR = 8
"""How many tokens a word such as "may" or "possibly" reaches forward."""

_HELD = (
    r"(?:thought|believed|assumed|supposed|presumed|suspected|surmised|suggested|proposed|"
    r"speculated|postulated|conjectured|argued|conceivable|possible|imaginable|plausible|likely|"
    r"probable|tempting to (?:speculate|think|suppose))"
)
_THAT = re.compile(
    r"\bit (?:is|was|has been|had been|may be|might be|could be|can be|remains) "
    rf"(?:\w+ )?{_HELD}(?:,? (?:therefore|thus|then|however|hence))?,? that\b"
    r"|\bit (?:seems?|seemed|appears?|appeared|would (?:seem|appear)|may (?:well )?be)"
    r"(?:,? (?:therefore|thus|then|however|hence))?,? that\b"
    r"|\bit cannot be (?:excluded|ruled out|dismissed) that\b"
    r"|\b(?:consider|considers|considered|think|thinks|thought|deem|deemed) it "
    r"(?:\w+ )?(?:likely|possible|probable|plausible|conceivable) that\b"
    r"|\b(?:suspect|speculate|surmise|suppose|assume|presume|believe|conjecture)(?:s|d|ed)? that\b"
)
"""What opens a clause that is all supposition."""

_BEHIND = re.compile(
    r"^[^;.,]{0,60}?\b(?:(?:is|was|seems?|seemed|remains?|appears?|appeared|has been|may be) "
    r"(?:\w+ly |only |therefore |thus |also |considered |thought |held )?(?:conceivable|possible|"
    r"imaginable|plausible|likely|probable|suspected|presumed|surmised|speculative|hypothetical)|"
    r"cannot be (?:excluded|ruled out|dismissed))\b(?! to\b)"
)
_ASIDE = re.compile(
    r"^[^;.]*?, (?:(?:so|as) )?(?:it (?:seems|seemed|appears|appeared|would (?:seem|appear)|is "
    r"(?:thought|believed|assumed))|(?:the|its) authors (?:believe|suspect|think|assume|suppose|"
    r"surmise|suggest|speculate)|one may (?:suppose|assume)|presumably|perhaps|possibly|probably)"
    r"\s*(?:[.;(\[]|$)"
)


def hedges(s: Sentence) -> list[tuple[int, int]]:
    """Ranges of tokens that a sentence holds for possible, half-open."""
    tokens, offset = s.analysis.tokens, s.start - s.analysis.offset
    out = [(h - 1, h + _NEAR) for h in s.cues.get("hedge", [])]
    text = words(s)
    for match in _THAT.finditer(text) if " that" in text else ():
        ends = re.search(r"[;.](?:\s|$)|, but |, although ", text[match.end() :])
        last = offset + (match.end() + ends.start() if ends else len(text))
        out.append(
            (
                next((i for i in range(s.first, s.last) if tokens.starts[i] >= offset
                      + match.end() - 4), s.last),
                next((i for i in range(s.first, s.last) if tokens.starts[i] >= last), s.last),
            )
        )  # fmt: skip
    return out


def hedged(s: Sentence, at: int, *, noun: bool, ranges: list[tuple[int, int]]) -> bool:
    """Whether the predicate at token ``at`` is a supposition.

    Args:
        s: The sentence.
        at: First token of the predicate.
        noun: Whether it is a noun ("a reduction of X"), of which a verb may say so.
        ranges: What ``hedges`` gave for the sentence.
    """
    if any(first <= at < last for first, last in ranges):
        return True
    tokens, offset = s.analysis.tokens, s.start - s.analysis.offset
    rest = words(s)[max(0, tokens.starts[at] - offset) :]
    return bool((", " in rest and _ASIDE.match(rest)) or (noun and _BEHIND.match(rest)))
