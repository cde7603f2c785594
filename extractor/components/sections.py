"""Which sentences stand under a label of an abstract that tells no results."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from extractor.components.discourse import Sentence
from extractor.components.losses import words

_BACKGROUND = re.compile(
    r"background|introduction|objective|aims?\b|purpose|method|material|rationale|context|"
    r"hypothes|setting|design|significance",
    re.I,
)
AIM = re.compile(r"(?:aims?|objectives?|purpose|goals?)(?: of the study)?", re.I)
"""A label that is no more than an aim."""
_LABEL = re.compile(
    r"^(?:introduction|background(?: and (?:aims?|objectives?))?|aims?|objectives?|purpose|"
    r"rationale|context|(?:materials?|patients|design|subjects) and methods|"
    r"methods?(?: and materials?)?"
    r"|results?|(?:main )?findings|conclusions?|interpretation|discussion|significance)\s*[.:]?$",
    re.I,
)
_WORDED = re.compile(
    r"(?P<known>what (?:is|was) (?:already |currently |so far |still )*(?:known|unknown|not known)"
    r"(?: already| so far| about .*| on .*)?|what (?:we|they) (?:already )?kn[eo]w"
    r"|what (?:(?:was|were|has been) (?:done|asked|tested|compared|studied|tried|wanted|planned)|"
    r"(?:we|they|the authors) (?:did|asked|tested|compared|studied|tried|wanted|planned|set out to "
    r"do|looked (?:for|at)))|what did (?:we|they|the authors) (?:do|ask|test|compare|want)"
    r"|how (?:(?:it|this|the \w+) was (?:done|studied|tested|carried out)|(?:we|they) (?:did (?:it|"
    r"this)|went about it|tested it)|did (?:we|they) do (?:it|this))"
    r"|why (?:(?:it|this) (?:matters|is important|was done)|(?:we|they) did (?:it|this)|"
    r"(?:was )?this (?:study|work)(?: was)?(?: done)?|does (?:it|this) matter|(?:did )?(?:we|they) "
    r"(?:do|did) (?:it|this))"
    r"|(?:the |our )?(?:clinical |open |research )?(?:problem|question|gap|need|approach|idea))"
    r"|(?:what (?:(?:was|were|has been|is) (?:found|seen|observed|learn(?:ed|t)|shown|new)|"
    r"(?:we|they|the authors) (?:found|saw|observed|learn(?:ed|t))|(?:came of it|happened|came out|"
    r"followed|follows)|(?:this|the|our) (?:study|paper|work|article|trial|research) "
    r"(?:adds|shows|found|showed|tells(?: us)?|means)|(?:it|this|that|these \w+|the (?:results|"
    r"findings|data)) (?:all )?means?(?: .*)?|did (?:we|they|the authors) (?:find|see|"
    r"observe|learn)"
    r"|do(?:es)? (?:it|this|these \w+|the (?:results|findings|data)) mean|to take home)"
    r"|so what|(?:the |our )?(?:answer|upshot|verdict)|(?:the |in )?bottom line"
    r"|(?:the )?take[- ]home (?:message|points?)s?"
    r"|(?:the |our )?(?:key|main|principal|primary|major|chief|central) (?:findings?|results?|"
    r"observations?|messages?|lessons?|points?))"
)
"""A label in plain words: ``known`` where it is of what was known, asked or done; else of what
came of it ("What we saw", "Bottom line").
"""
_LONGEST = 9
"""Tokens beyond which a sentence is more than a label."""
_OPENS = re.compile(r"^(?P<label>[a-z][a-z ,&/-]{2,45}):\s")


def inline_label(s: Sentence) -> str | None:
    """The label that a sentence is ("What we did.") or opens with ("Main results: …")."""
    brief = s.last - s.first <= _LONGEST
    if not brief and ":" not in s.analysis.tokens.keys[s.first : s.first + _LONGEST]:
        return None
    text = words(s)
    if s.last - s.first <= 4 and _LABEL.match(text):
        return text
    if brief and text[-1:] in ".:?" and _WORDED.fullmatch(text.rstrip(" .:?")):
        return text.rstrip(" .:?")
    opens = _OPENS.match(text)
    if opens is not None and (
        re.search(r"\b(?:results?|findings|conclusions?)$", opens["label"])
        or _WORDED.fullmatch(opens["label"])
    ):
        return opens["label"]
    return None


def is_whole_abstract(section: str | None) -> bool:
    """Whether a section says nothing of the part of an abstract that stands in it."""
    return section is None or section.casefold() in ("abstract", "summary", "")


def mark(rows: Iterable[Sentence]) -> None:
    """Set the label under which each sentence stands in the run of its section."""
    section: tuple[str | None, str] | None = None
    label: str | None = None
    for s in rows:
        if section != (s.block.section, s.block.kind):
            section, label = (s.block.section, s.block.kind), None
        s.label = label = inline_label(s) or label


@lru_cache(maxsize=256)
def is_background(label: str) -> bool:
    """Whether a label tells of what was known, wanted or done rather than of what was found."""
    worded = _WORDED.fullmatch(label.casefold().rstrip(" .:?"))
    if worded is not None:
        return worded["known"] is not None
    states = re.search("result|finding|conclusion", label, re.I)
    return bool(_BACKGROUND.search(label)) and not states


def section_is_background(s: Sentence) -> bool:
    """Whether the sentence stands under a label such as Background or Methods of an abstract."""
    if s.label is not None:
        return is_background(s.label)
    section = s.block.section or ""
    return s.block.kind == "abstract" and is_background(section)
