"""The lines of a source text, and what their ends tell: whole paragraphs or hard-broken lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .hyphens import HYPHENS

_LINE = re.compile(r"([^\n\r\x0b\x0c\x85\u2028\u2029]*)(\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]|\Z)")

_DASH = "‐‑‒–—−-"
MIN_TEXT = 20
RAISED = re.compile(rf"\d{{1,3}}(?:\s?[,;{_DASH}]\s?\d{{1,3}}){{0,40}}[,{_DASH}]?")
_END = re.compile(
    r"[.!?:][\"”’)\]]*\Z|[.!?][\"”’]?\s?\[[\d,\s–-]+\]\Z|"
    r"(?<=[A-Za-z%)])[.!?][\"”’)]?\d{1,3}(?:[,–-]\s?\d{1,3})*\Z"  # a raised callout: "better.36"
)
_NOT_END = re.compile(
    r"(?:\b(?:et al|e\.g|i\.e|vs|cf|Fig|Figs|Dr|approx|ca|resp|No|Ref|Refs|viz)\.)\Z"
)

TWO_SENTENCES = re.compile(r"[a-z)][.!]\s+[A-Z]")
"""Where a sentence ends and another begins; "E. coli" is none."""


@dataclass(slots=True)
class Line:
    """A line that is not blank: ``source[start:end]`` without the white space around it."""

    start: int
    end: int
    gap: int
    """Blank lines above."""
    marked: bool
    """Whether one of them holds spaces, as converters leave behind paragraphs."""
    lead: bool
    """Whether the line begins with a space, as the rest of a line does behind a raised piece."""
    page: bool
    """Whether a form feed stands above."""


def ends(text: str) -> bool:
    """Whether a sentence is over at the end of a text."""
    return bool(_END.search(text[-30:])) and not _NOT_END.search(text[-12:])


def goes_on(text: str) -> bool:
    """Whether a text begins in the middle of a sentence: its first word is all small letters."""
    m = re.match(r"[^\s,.;:)]+", text)
    if not m:
        return text[:1] in tuple(",;)")
    word = m.group()
    return (word.isalpha() and word.islower() and word.isascii()) or bool(
        re.fullmatch(r"[a-z]{2,}(?:[-‐–][a-z]+)+", word)
    )


def split(source: str) -> list[Line]:
    """The lines of a source that are not blank, in order."""
    out: list[Line] = []
    gap, marked, page = 0, False, False
    for m in _LINE.finditer(source):
        if m.start() == len(source):
            break
        body = m.group(1)
        text = body.strip()
        if text:
            start = m.start() + len(body) - len(body.lstrip())
            lead = start > m.start() and body[0] != "\t"
            out.append(Line(start, start + len(text), gap, marked, lead, page))
            gap, marked, page = 0, False, False
        else:
            gap += 1
            marked = marked or bool(body)
        page = page or m.group(2) == "\x0c"
    return out


def is_broken(source: str, lines: Sequence[Line]) -> bool:
    """Whether sentences run over line ends in this text, as in a converted PDF."""
    eligible = running = long = 0
    last: str | None = None
    for line in lines[:4000]:
        size = line.end - line.start
        text = (
            source[line.start : line.end] if size < 400 else source[line.start : line.start + 400]
        )
        if size > 200:
            long += 1
        if RAISED.fullmatch(text) or len(text) < 4:
            continue
        if last is not None and len(last) >= MIN_TEXT and size < 400:
            eligible += 1
            running += (not ends(last) and goes_on(text)) or (
                last[-1] in HYPHENS and text[0].isalnum()
            )
        last = text if size < 400 else None
    return running >= 1 and running * 4 >= eligible and long * 4 <= len(lines)
