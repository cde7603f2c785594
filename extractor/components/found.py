"""A mention with the tokens that it covers, on which all the reading of sentences rests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from extractor.lexicon import Entry
from extractor.records import Mention


@dataclass(slots=True, eq=False)
class Found:
    """A mention with the tokens that it covers: ``first`` inclusive, ``last`` exclusive."""

    first: int
    last: int
    mention: Mention
    entry: Entry | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    kind: str = field(init=False)
    """Kind of the mention."""

    def __post_init__(self) -> None:
        self.kind = self.mention.kind

    @property
    def text(self) -> str:
        """The words of the mention, as written."""
        return self.mention.text

    @property
    def valence(self) -> str:
        """Whether more of an effect is "good" or "harm", as its lexicon has it; else ""."""
        valence = self.entry.facts.get("valence") if self.entry and self.kind == "effect" else ""
        return str(valence) if valence in ("good", "harm") else ""


_SOFT = ("vesicle", "cell", "organism")


def by_kind(found: Iterable[Found], soft: Iterable[Found]) -> dict[str, list[Found]]:
    """Mentions by their kind; vesicles, cells and organisms are those of ``soft``."""
    out: dict[str, list[Found]] = {}
    for f in found:
        if f.kind not in _SOFT:
            out.setdefault(f.kind, []).append(f)
    for f in soft:
        if f.kind in _SOFT:
            out.setdefault(f.kind, []).append(f)
    return out
