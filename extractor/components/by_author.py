"""Studies told by their authors' names alone, in texts with no callouts: "Ohara et al. found"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from extractor.components.words import holds

if TYPE_CHECKING:
    from extractor.components.discourse import Sentence

_AUTHORS = re.compile(
    r"\b([A-Z][\w'’-]+) (?:et al\b|and (?:colleagues|co-?workers|associates)\b)"
)
_OTHERS = (" et al", " and co", " and associates")
_MANY = 2
"""Names from which on a text tells of the studies of others."""

_KINDS = 3
"""Kinds of MSCs of which no study of one's own tells sentence by sentence."""


def _named(s: Sentence) -> set[str]:
    tokens = s.analysis.tokens
    text = tokens.text[tokens.starts[s.first] : tokens.ends[s.last - 1]]
    return set(_AUTHORS.findall(text)) if holds(text, _OTHERS) else set()


def told_by_others(rows: list[Sentence]) -> bool:
    """Whether sentences that tell something name several authors, or each another source: a review
    without callouts.
    """
    telling = [s for s in rows if s.assertions]
    return len({name for s in telling for name in _named(s)}) >= _MANY or _of_many_sources(rows)


def _of_many_sources(rows: list[Sentence]) -> bool:
    """Whether at least three sentences tell of vesicles of three kinds of MSCs, none of two."""
    named: set[str] = set()
    for s in rows:
        labels = {f.mention.label for f in s.of("source")} - {"MSC"}
        if len(labels) > 1:
            return False
        if s.of("vesicle"):
            named |= labels
    return len(named) >= _KINDS


_OURS = re.compile(r"\b(?:we|our|ours|us|my|i|here|the present|this study|in this)\b", re.I)
_GOES_ON = re.compile(
    r"^(?:they|these|those|their|this|it|its|the (?:same|authors|former|latter|exosomes|vesicles|"
    r"effect))\b", re.I
)  # fmt: skip


def _text(s: Sentence) -> str:
    tokens = s.analysis.tokens
    return tokens.text[tokens.starts[s.first] : tokens.ends[s.last - 1]]


def quoted(rows: list[Sentence]) -> tuple[list[Sentence], list[list[Sentence]]]:
    """The sentences of a report or a letter that tell of its own work ("we"), and the runs of
    those that tell what authors found whom it names: "Ohara et al. showed that exosomes of …".
    """
    if not any(map(_named, rows)) or not any(_OURS.search(_text(s)) for s in rows if not _named(s)):
        return rows, []
    own: list[Sentence] = []
    out: list[list[Sentence]] = []
    open_ = False
    for s in rows:
        text = _text(s)
        ours = _OURS.search(text) is not None
        if _named(s) and s.assertions and s.of("source") and not ours:
            out.append([s])
            open_ = True
        elif open_ and not ours and s.block is out[-1][-1].block and _GOES_ON.match(text):
            out[-1].append(s)
        else:
            open_ = False
            own.append(s)
    return own, out


def by_another(s: Sentence, before: Iterable[Sentence]) -> bool:
    """Whether a sentence names authors that the study before it does not."""
    named = _named(s)
    return bool(named) and not any(named & _named(t) for t in before)
