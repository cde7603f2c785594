"""The citation style that a document proves by its own statistics."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..records import Reference
from .callout_forms import (
    AFTER_STOP,
    BRACKET,
    DASHES,
    PAREN,
    SUPER,
    SUPERSCRIPT,
    behind_names,
    closes,
    counted,
    expand,
    glued,
    is_superscript,
    stop_callout,
)

YEAR = r"(?:18|19|20)\d\d[a-z]?"
YEARS = rf"{YEAR}(?:\s?[,;{DASHES}]\s?(?:{YEAR}|[a-z])(?![\w]))*"
GROUPS = (re.compile(r"\([^()]{4,800}\)"), re.compile(r"\[[^\[\]]{4,800}\]"))
PROSE_YEAR = re.compile(rf"[(\[]\s?({YEARS})\s?[)\]]")
HAS_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Style:
    """Which kinds of callout a document uses."""

    brackets: bool = False
    parens: bool = False
    superscripts: bool = False
    digits: bool = False
    author_year: bool = False
    first: int | None = None


def style_of(texts: Sequence[str], references: Sequence[Reference] = ()) -> Style:
    """The callout styles that a document proves by its own statistics.

    Args:
        texts: Its body blocks in reading order, callouts still in them.
        references: Its reference list, if it has one.
    """
    brackets = supers = closing = opening = stops = ordered = names = 0
    top = 0
    last = 0
    for text in texts:
        brackets += sum(1 for m in BRACKET.finditer(text) if expand(m.group()))
        if any(c in text for c in SUPER):
            supers += sum(1 for m in SUPERSCRIPT.finditer(text) if is_superscript(text, m, None))
        for m in PAREN.finditer(text):
            numbers = expand(inner(m.group()))
            if numbers and not glued(text, m.start()):
                top = max(top, int(numbers[-1]))
                behind = text[max(m.start() - 1, 0) : m.start()] in (".", ",", ";")
                if (
                    behind
                    or closes(text, m.end())
                    or len(numbers) > 1
                    or behind_names(text, m.start())
                ):
                    closing += 1
                else:
                    opening += 1
        for m in AFTER_STOP.finditer(text):
            numbers = expand(m.group(2))
            if numbers and stop_callout(text, m):
                stops += 1
                ordered += last - 30 <= int(numbers[0]) <= last + 12 or not last
                last = max(last, int(numbers[-1]))
        names += sum(
            "et al" in m.group() and bool(HAS_YEAR.search(m.group()))
            for pattern in GROUPS
            for m in pattern.finditer(text)
        )
        names += sum(
            1
            for m in PROSE_YEAR.finditer(text)
            if text[max(m.start() - 8, 0) : m.start()].rstrip().endswith(("al.", "al"))
        )
    first = None if brackets or supers or closing >= 3 else counted(texts)
    unnumbered = bool(references) and sum(r.number is None for r in references) * 2 > len(
        references
    )
    return Style(
        brackets=brackets > 0,
        superscripts=supers > 0,
        parens=closing >= 3
        and closing >= opening
        and top >= 4
        and brackets < closing
        and not unnumbered,
        digits=first is not None
        or (stops >= 3 and ordered * 10 >= stops * 7 and brackets < stops and supers < stops),
        author_year=names >= 2 or (unnumbered and brackets == 0),
        first=first,
    )


def inner(group: str) -> str:
    """What a group in brackets holds, without the brackets and the words before its numbers."""
    return re.sub(r"[()]|[Rr]ef(?:erence)?s?\.?\s|\w[\w-]* et al\.,\s", "", group)
