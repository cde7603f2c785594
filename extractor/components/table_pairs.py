"""Which miRNA of a table's row goes with which target: cells that hold several pairs.

"miR-21/PTEN; miR-146a/IRAK1" states two findings, not one of four pairs.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.components.found import Found

_SEGMENT = re.compile(r"[;•\n]|\.\s+(?=[A-Z(]|mi[Rr]|let-)")
_RESPECTIVELY = re.compile(r"\brespectively\b", re.I)
_PAIRED = frozenset({"mirna", "gene", "effect"})


@dataclass(slots=True)
class Group:
    """Mentions of one cell that belong together."""

    found: list[Found] = field(default_factory=list)

    def of(self, kind: str) -> list[Found]:
        """The mentions of a kind."""
        return [f for f in self.found if f.kind == kind]


def groups_of(text: str, start: int, found: Sequence[Found]) -> list[Group]:
    """The groups of one cell; fewer than two if it does not part its mentions.

    Args:
        text: The cell's text.
        start: Its offset in the document.
        found: What was found in it.
    """
    listed = sorted(
        (f for f in found if f.kind in _PAIRED),
        key=lambda f: f.mention.start,
    )
    mirnas = [f for f in listed if f.kind == "mirna"]
    if len({f.mention.label for f in mirnas}) < 2:
        return []
    return _by_segment(text, start, listed) or _by_turn(listed)


def matched(first: Group, second: Group, texts: tuple[str, str]) -> list[Group]:
    """Two lists of as many members, told apart in the same manner: member by member.

    Args:
        first: The miRNAs of one cell.
        second: The targets of another.
        texts: The texts of the two cells.
    """
    count = len(first.found)
    if count < 2 or count != len(second.found):
        return []
    parted = all(len([p for p in _SEGMENT.split(t) if p.strip()]) == count for t in texts)
    if not parted and not any(_RESPECTIVELY.search(t) for t in texts):
        return []
    return [Group([a, b]) for a, b in zip(first.found, second.found, strict=True)]


def _by_segment(text: str, start: int, listed: Sequence[Found]) -> list[Group]:
    """One group for each stretch between semicolons or full stops; each has miRNAs of its own."""
    edges = [0, *(m.end() for m in _SEGMENT.finditer(text)), len(text)]
    groups = [
        Group([f for f in listed if a <= f.mention.start - start < b])
        for a, b in itertools.pairwise(edges)
    ]
    groups = [g for g in groups if g.found]
    if len(groups) < 2 or not all(
        g.of("mirna") and len(g.found) > len(g.of("mirna")) for g in groups
    ):
        return []
    return groups


def _by_turn(listed: Sequence[Found]) -> list[Group]:
    """Groups by turns of miRNAs and targets: "miR-21 (PTEN), miR-146a (IRAK1, TRAF6)"."""
    pair = [f for f in listed if f.kind != "effect"]
    if len(pair) < 4 or len(pair) != len(listed):
        return []
    opens = pair[0].kind
    out: list[Group] = []
    last = ""
    for f in pair:
        if f.kind == opens and last != opens:
            out.append(Group())
        out[-1].found.append(f)
        last = f.kind
    if len(out) < 2 or not all(g.of("mirna") and g.of("gene") for g in out):
        return []
    return out
