"""Which sentences stand under a label of an abstract that tells no results."""

from __future__ import annotations

import re
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
_OPENS = re.compile(r"^(?P<label>[a-z][a-z ,&/-]{2,45}):\s")


def inline_label(s: Sentence) -> str | None:
    """The label that a sentence is ("Findings.") or opens with ("Main results: …")."""
    text = words(s)
    if s.last - s.first <= 4 and _LABEL.match(text):
        return text
    opens = _OPENS.match(text)
    if opens is not None and re.search(r"\b(?:results?|findings|conclusions?)$", opens["label"]):
        return opens["label"]
    return None


@lru_cache(maxsize=256)
def is_background(label: str) -> bool:
    """Whether a label tells of what was known, wanted or done rather than of what was found."""
    states = re.search("result|finding|conclusion", label, re.I)
    return bool(_BACKGROUND.search(label)) and not states


def section_is_background(s: Sentence) -> bool:
    """Whether the sentence stands under a label such as Background or Methods of an abstract."""
    section = s.block.section or ""
    return s.block.kind == "abstract" and is_background(section)
