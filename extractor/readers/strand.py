"""Pieces of the source woven to paragraphs, and paragraphs to the document text.

A strand is a paragraph's text with the runs that lead back to the source. White space is collapsed
and characters that are no letters are repaired on the way in; nothing else changes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..records import Alignment, Block, BlockKind

LIGATURES: dict[str, str] = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
"""Printers' ligatures and the letters they stand for."""

REPLACEMENT = "\ufffd"
_HYPHENS = str.maketrans("‐‑", "--")
_DASHED_NAME = re.compile(r"(?:(?<=\b[Mm]i[Rr])|(?<=\b[Ll]et)|(?<=\bmiRNA))[–−](?=\d)")
_REPAIR = re.compile(
    "\\s{2,}|[^\\S ]|[\ufb00-\ufb06]|[\ud800-\udfff]|"
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffe\uffff]+"
)


@dataclass(slots=True)
class Span:
    """A stretch ``source[start:end]`` and what joins it to the one before it ("" or " ")."""

    start: int
    end: int
    glue: str = " "


@dataclass(slots=True)
class Strand:
    """A paragraph: its text, the runs ``(text, source, length)``, and callouts already lifted.

    ``lifts`` holds ``(offset, callout)`` for callouts that stood on lines of their own. ``hint``
    says what the layout knows already ("heading", "abstract", "caption", ``""``). ``gap`` counts
    the blank lines above.
    """

    text: str
    runs: list[tuple[int, int, int]]
    lifts: list[tuple[int, str]] = field(default_factory=list)
    hint: str = ""
    gap: int = 0
    start: int = 0


def weave(source: str, spans: Sequence[Span], marks: Sequence[tuple[int, str]] = ()) -> Strand:
    """Weave stretches of the source to one strand.

    Args:
        source: The decoded source text.
        spans: The stretches in reading order; the first one's glue is not used.
        marks: Callouts ``(i, callout)`` that stood behind ``spans[i]``.
    """
    woven = _Woven()
    lifts: list[tuple[int, str]] = []
    mark = 0
    for number, span in enumerate(spans):
        if number and span.glue and woven.size:
            woven.put(span.glue)
        at = span.start
        for m in _REPAIR.finditer(source, span.start, span.end):
            woven.put(source[at : m.start()], at)
            woven.put(_repaired(m.group()), m.start(), 1)
            at = m.end()
        woven.put(source[at : span.end], at)
        while mark < len(marks) and marks[mark][0] == number:
            lifts.append((woven.size, marks[mark][1]))
            mark += 1
    return Strand("".join(woven.out), woven.runs, lifts, start=spans[0].start if spans else 0)


class _Woven:
    """Text and runs in the making, never two spaces in a row."""

    __slots__ = ("_spaced", "out", "runs", "size")

    def __init__(self) -> None:
        self.out: list[str] = []
        self.runs: list[tuple[int, int, int]] = []
        self.size = 0
        self._spaced = True

    def put(self, piece: str, source: int | None = None, length: int | None = None) -> None:
        """Append a piece; its first ``length`` letters (all if ``None``) stand at ``source``."""
        if self._spaced and piece.startswith(" "):
            piece = piece[1:]
            source = None if source is None or length == 1 else source + 1
        if not piece:
            return
        if source is not None:
            self.runs.append((self.size, source, len(piece) if length is None else length))
        self.out.append(piece)
        self.size += len(piece)
        self._spaced = piece.endswith(" ")


def _repaired(found: str) -> str:
    if found.isspace():
        return " "
    first = found[0]
    if first in LIGATURES:
        return LIGATURES[first]
    return REPLACEMENT if "\ud800" <= first <= "\udfff" else ""


def plain_hyphens(text: str) -> str:
    """A text with one kind of hyphen, letter for letter as long.

    Publishers write U+2010 and U+2011 for it, and some a dash in the names of miRNAs.
    """
    text = text.translate(_HYPHENS)
    return _DASHED_NAME.sub("-", text) if "–" in text or "−" in text else text


class Writer:
    """Writes strands one after the other into the document text, with blocks and alignment."""

    def __init__(self) -> None:
        self.alignment = Alignment()
        self.blocks: list[Block] = []
        self.size = 0
        self._out: list[str] = []

    def text(self) -> str:
        """The document text so far."""
        return plain_hyphens("".join(self._out))

    def block(
        self,
        kind: BlockKind,
        strand: Strand,
        start: int,
        end: int,
        gone: Sequence[tuple[int, int]],
        path: tuple[str, ...],
        level: int = 0,
    ) -> list[int] | None:
        """Write ``strand.text[start:end]`` without the stretches in ``gone`` as one block.

        Spaces at its edges, and a second space where a stretch went, are left out.

        Returns:
            For each stretch in ``gone`` the offset in the document text at which it stood;
            ``None`` if nothing was left to write.
        """
        kept: list[tuple[int, int]] = []
        stops: list[int] = []
        at = start
        for a, b in gone:
            kept.append((at, a))
            at = b
            stops.append(len(kept))
        kept.append((at, end))
        text = strand.text
        pieces: list[tuple[int, int]] = []
        spaced = True  # no space at the start, nor after a space
        for a, b in kept:
            while a < b and spaced and text[a] == " ":
                a += 1
            pieces.append((a, b))
            if a < b:
                spaced = text[b - 1] == " "
        for i in range(len(pieces) - 1, -1, -1):  # nor at the end
            a, b = pieces[i]
            while a < b and text[b - 1] == " ":
                b -= 1
            pieces[i] = (a, b)
            if a < b:
                break
        if not any(a < b for a, b in pieces):
            return None
        if self._out:
            self._out.append("\n\n")
            self.size += 2
        begin = self.size
        ends: list[int] = []
        for a, b in pieces:
            self._copy(strand, a, b)
            ends.append(self.size)
        self.blocks.append(Block(kind, begin, self.size, path[-1] if path else None, path, level))
        return [ends[i - 1] for i in stops]

    def _copy(self, strand: Strand, start: int, end: int) -> None:
        if start >= end:
            return
        i = max(bisect_right(strand.runs, (start, 1 << 62, 0)) - 1, 0)
        while i < len(strand.runs) and strand.runs[i][0] < end:
            at, source, length = strand.runs[i]
            lo, hi = max(start, at), min(end, at + length)
            if lo < hi:
                self.alignment.append(self.size + lo - start, source + lo - at, hi - lo)
            i += 1
        self._out.append(strand.text[start:end])
        self.size += end - start
