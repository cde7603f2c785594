"""Headings that stand in the run of a paragraph: "Pulmonary fibrosis (IPF). Mice given …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.components.found import Found

if TYPE_CHECKING:
    from extractor.components.assertions import Assertion
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


def sets_topic(s: Sentence) -> bool:
    """Whether a sentence names the disease that what follows it is about."""
    return topic_of(s) is not None or turns_to(s)


def turns_to(s: Sentence) -> bool:
    """Whether a sentence turns to a disease, and tells of nothing that was done there: "In acute
    liver failure the inflammasome is a further target."
    """
    keys = s.analysis.tokens.keys
    if keys[s.first] != "in" or s.citations or _PRESENT.isdisjoint(keys[s.first : s.last]):
        return False
    if s.of("vesicle") or s.of("source") or s.of("mirna"):
        return False
    if any(x.sign and not _harms(x) for x in s.assertions):
        return False
    return any(
        (f.kind == "disease" or f.facts.get("also")) and f.first - s.first < _OPENING
        and "with" not in keys[s.first : f.first]
        for f in s.found
    )


def _harms(x: Assertion) -> bool:
    """Whether it tells of what a disease does: "dopaminergic neurons are lost"."""
    valence = x.found.entry.facts.get("valence") if x.found.entry is not None else ""
    return not x.negated and valence == ("harm" if x.sign > 0 else "good")


_PRESENT = frozenset("is are has have remains remain depends depend plays play".split())
_OPENING = 4


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
