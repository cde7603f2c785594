"""Denials that are told of untreated controls alone: "saline had no effect on X", "X did not
change in the vehicle group". They are no results of vesicles.
"""

from __future__ import annotations

import re

from extractor.components.assertions import Assertion
from extractor.components.discourse import Sentence

_WHAT = (
    r"(?:saline|vehicle|pbs|placebo|buffer|(?:culture |fresh |plain )?medium|mock|untreated|"
    r"sham(?:[- ]operated)?|isotype(?: control)?|liposomes?|solvent|dmso)"
)
_BEARERS = (
    r"(?:mice|rats|animals|pigs|rabbits|dogs|pups|patients|groups?|arm|cells|controls?|eyes)"
)
_NOBODY = (
    rf"(?:{_WHAT}(?:[- ](?:treated|injected|operated|only|given))?(?: {_BEARERS})?|"
    rf"controls?(?: {_BEARERS})?|(?:an? |the )?antibod(?:y|ies))"
)
_ASIDES = r"(?: (?:alone|only|itself|injections?|treatment|solution|surgery|instead|by itself))*"
_SUBJECT = re.compile(
    r"^\W*(?:(?:and|but|(?P<opens>while|whereas|although|though)|yet|however|in contrast|"
    rf"by contrast|conversely)\W+)*(?:the |a |an )?(?P<who>{_NOBODY}){_ASIDES} "
    r"(?:did|does|do|could|had|has|have|was|were|showed|shows|failed|exerted|produced|caused|"
    r"brought|gave|lacked|exhibited|displayed)\b"
)
_WITH = re.compile(
    rf"\b(?:in|with|after|by|among|under|following|for) (?:the )?(?P<who>{_NOBODY}){_ASIDES}"
    r"\s*(?:$|[.,;(])"
)
_OPENS = re.compile(
    rf"^\W*(?:(?:and|but|while|whereas|although)\W+)*(?:in|with|after|among) (?:the )?{_NOBODY}"
    rf"{_ASIDES}, "
)
_AGAINST = re.compile(
    r"\b(?:than|between|compared|versus|vs|relative|both|either|neither|nor|all|any|as|same|similar|"
    r"comparable|different|differ|differed|from|to|with(?:out)? and|and|or)\b"
)
_NAMES = ("saline", "vehicle", "pbs", "placebo", "buffer", "medium", "mock", "untreated", "sham",
          "isotype", "liposome", "control", "antibod", "dmso", "solvent")  # fmt: skip


def told_of_controls(s: Sentence, x: Assertion) -> bool:
    """Whether what a denial denies is told of untreated controls alone.

    Args:
        s: The sentence.
        x: One of its assertions, denied.
    """
    tokens = s.analysis.tokens
    clause = [u for u, c in zip(s.row, s.clauses, strict=True) if c == s.clauses[x.at]]
    first = min((u.first for u in clause), default=s.first)
    last = max((u.last for u in clause), default=s.last)
    text = tokens.text[tokens.starts[first] : tokens.ends[last - 1]].lower()
    if not any(name in text for name in _NAMES):
        return False
    met = _SUBJECT.match(text)
    if met is not None and met["opens"] and "," in text[met.end() :]:
        # "While saline did not affect X, exosomes lowered it"
        begin = s.start + text.index(",", met.end()) + tokens.starts[first] - tokens.starts[s.first]
        return x.found.mention.start < begin
    if any(first <= v.first < last for v in s.of("vesicle")):
        return False
    if met is not None or _OPENS.match(text) is not None:
        return True
    met = _WITH.search(text)
    return met is not None and _AGAINST.search(text) is None
