"""The source of a study that names none: that of the study told before it, where the words take its
vesicles up ("the exosomes", "from the same source") or name but a molecule that they carry.
"""

from __future__ import annotations

from collections.abc import Callable

from extractor.components.discourse import Sentence, Study
from extractor.components.found import Found
from extractor.components.lazily import lazily
from extractor.components.losses import words

_SAME = lazily(
    r"\b(?:the|that|this|these|those) (?:very )?same (?:[\w-]+ ){0,2}?(?:cells?|sources?|origin|"
    r"tissues?|types?|kinds?|sorts?|donors?|exosomes|vesicles|s?evs|preparations?)\b|"
    r"\b(?:from|of) (?:that|this) (?:source|origin|tissue|type|kind)\b"
)
"""Words by which vesicles are said to be those that were told of before."""
_GOES_ON = lazily(
    r"\b(?:comparable|analogous|similar|subsequent|companion|further|follow-?up|parallel) "
    r"(?:[\w-]+ ){0,2}?(?:study|studies|work|paper|report|experiments?|investigation)\b|"
    r"\bsubsequent (?:[\w-]+ )?model\b|\ba sequel\b"
)
"""How a study is told as one more with the vesicles of the one before it."""
_ALIKE = lazily(r"\b(?:similar|comparable|analogous|like) [a-z]+")
"""How what other vesicles did is set beside what was told: "another team saw a similar gain"."""
_KNOWN = frozenset("the these such those same said resulting".split())
_STEPS = 3
"""Studies that name no source between one and that whose vesicles it takes up."""


def taken_up(study: Study, tied: Callable[[Sentence, Found], bool]) -> Found | None:
    """The source of the study before, for one that names none and tells of no vesicles anew:
    "vesicles were given to aged mice" may be anybody's, "the vesicles lowered X" are those known.

    Args:
        study: A study that names no source.
        tied: Whether a sentence lays vesicles to a source.
    """
    if study.own or study.before is None:
        return None
    first = next(((s, v) for s in study.sentences for v in s.of("vesicle")), None)
    text = words(study.sentences[0])
    strange = _ALIKE.search(text) is not None if first is None else not _known(*first)
    if strange and not (_SAME.search(text) or _GOES_ON.search(text)):
        return None
    before: Study | None = study.before
    for _ in range(_STEPS):
        if before is None:
            return None
        named = [f for s in before.sentences for f in s.of("source") if tied(s, f)]
        if named:
            return named[-1] if len({f.mention.label for f in named}) == 1 else None
        before = before.before
    return None


def _known(s: Sentence, v: Found) -> bool:
    """Whether vesicles are told as known ones: "the exosomes", "such small vesicles"."""
    keys = s.analysis.tokens.keys
    return not _KNOWN.isdisjoint(keys[max(s.first, v.first - 2) : v.first])
