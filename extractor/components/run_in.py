"""Headings that stand in the run of a paragraph: "Pulmonary fibrosis (IPF). Mice given …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.components.found import Found

if TYPE_CHECKING:
    from extractor.components.discourse import Sentence, Study

_MOST = 9
"""Tokens beyond which a sentence is more than a heading."""
_NO_NAME = frozenset(
    "is are was were be has have had do does did can may might will not no what which whether why "
    "how ? ! : ;".split()
)


def topic_of(s: Sentence) -> Found | None:
    """The disease that a sentence of a name only sets as the topic of what follows."""
    if s.last - s.first > _MOST or s.citations or s.block.kind in ("title", "heading"):
        return None
    keys = s.analysis.tokens.keys
    if keys[s.last - 1] != "." or _NO_NAME & set(keys[s.first : s.last]):
        return None
    if any(f.mention.kind not in ("disease", "effect") for f in s.found) or s.of("vesicle"):
        return None
    if any(u.word is not None and u.voice != "skip" for u in s.row):
        return None  # "Fibrosis fell."
    named = [f for f in s.found if f.kind == "disease" or f.facts.get("also")]
    if not named or named[0].first > s.first + 1:
        return None
    covered = sum(f.last - f.first for f in s.found)
    bracketed = "(" in keys[s.first : s.last]
    if s.last - s.first - 1 - covered > (4 if bracketed else 1):
        return None
    f = named[0]
    also = f.facts.get("also")
    return f if f.kind == "disease" else also if isinstance(also, Found) else None


def topics(studies: list[Study]) -> dict[int, Found]:
    """The disease that a heading within a paragraph sets for a study (by ``id``): it holds till the
    next such heading, or the next section.
    """
    out: dict[int, Found] = {}
    topic: Found | None = None
    section: tuple[str | None, tuple[str, ...]] | None = None
    for study in studies:
        block = study.sentences[0].block
        if section != (block.section, tuple(block.path)):
            topic, section = None, (block.section, tuple(block.path))
        for s in study.sentences if not study.own else ():
            topic = topic_of(s) or topic
        if topic is not None:
            out[id(study)] = topic
    return out
