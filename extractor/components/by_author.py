"""Studies told by their authors' names alone, in texts with no callouts: "Ohara et al. found"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.components.discourse import Sentence

_AUTHORS = re.compile(
    r"\b([A-Z][\w'’-]+) (?:et al\b|and (?:colleagues|co-?workers|associates)\b)"
)
_MANY = 2
"""Names from which on a text tells of the studies of others."""


def _named(s: Sentence) -> set[str]:
    tokens = s.analysis.tokens
    text = tokens.text[tokens.starts[s.first] : tokens.ends[s.last - 1]]
    return set(_AUTHORS.findall(text)) if " al" in text or " and " in text else set()


def told_by_others(rows: Iterable[Sentence]) -> bool:
    """Whether sentences that tell something name several authors: a review without callouts."""
    return len({name for s in rows if s.assertions for name in _named(s)}) >= _MANY


def by_another(s: Sentence, before: Iterable[Sentence]) -> bool:
    """Whether a sentence names authors that the study before it does not."""
    named = _named(s)
    return bool(named) and not any(named & _named(t) for t in before)
