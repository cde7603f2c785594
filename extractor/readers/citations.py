"""The grammar of callouts: where a running text cites, in which style, and what it cites.

Offsets are code points of the text that is looked at. A callout that only a house style proves
(``(12)``, ``cells.12``) counts where the document as a whole shows that style, so that gene names,
enumerations and decimals are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..records import Reference
from .callout_forms import (
    DASHES,
    LIST,
    SUPER,
    behind_names,
    closes,
    expand,
    glued,
    is_superscript,
    stop_callout,
    token,
)
from .references import ReferenceIndex
from .words import words

__all__ = ["DASHES", "Callout", "CalloutFinder", "Style", "cuts", "expand", "style_of"]


_BRACKET = re.compile(
    rf"\[\s?(?:[Rr]efs?\.?\s)?{LIST},?\s?\](?:\s?[,;{DASHES}]?\s?\[\s?{LIST}\s?\]){{0,30}}"
)
_WRAP = re.compile(
    r"\(\s?(?:(?:[Rr]eviewed (?:in|by)|[Ss]ee(?: also)?|e\.g\.,?|[Rr]ef(?:s|erences?)?\.?|"
    r"cf\.)\s)?\Z"
)
_PAREN = re.compile(rf"\(\s?(?:(?:[Rr]efs?\.?|[Rr]eferences?)\s)?{LIST},?\s?\)")
_NAMED = re.compile(r"\(\s?[Rr]ef")
_SUPERSCRIPT = re.compile(rf"[{SUPER}]{{1,3}}(?:\s?[,;·˒ʼ’⁻⁃{DASHES}]\s?[{SUPER}]{{1,3}}){{0,40}}")
_AFTER_STOP = re.compile(rf"([.,;:?!][\"”’)]?)(\d{{1,3}}(?:[,{DASHES}]\d{{1,3}}){{0,30}})(?=\s|\Z)")
_AFTER_WORD = re.compile(
    rf"(?<![\w{DASHES}])([A-Z]?[a-z]{{3,30}}|[^\s()]{{1,40}}\))"
    rf"(\d{{1,3}}(?:[,{DASHES}]\d{{1,3}}){{0,30}})(?=[\s.,;:)]|\Z)"
)
_PARTICLE = (
    r"(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Dd]el|[Dd]ella|[Dd]i|[Dd]a|dos|[Dd]u|[Ll]a|"
    r"[Ll]e|[Ee]l|[Aa]l|ten|ter|bin|ibn)\s)"
)
_NAME = (
    rf"{_PARTICLE}{{0,3}}(?:[A-Z][.]\s?){{0,3}}(?:[OD]['’])?[^\W\d_a-z][^\W\d_]*(?:['’‐-][^\W\d_]"
    rf"+){{0,3}}"
)
_NAMES = (
    rf"{_NAME}(?:\s{_NAME})?(?:(?:,\s{_NAME}){{0,5}},?\s(?:and|&)\s{_NAME}(?:\s{_NAME})?|"
    rf",?\set\sal\b\.?"
    r"|\sand\s(?:colleagues|co-?workers|others|associates))?"
)
_YEAR = r"(?:18|19|20)\d\d[a-z]?"
_YEARS = rf"{_YEAR}(?:\s?[,;{DASHES}]\s?(?:{_YEAR}|[a-z])(?![\w]))*"
_PART = re.compile(rf"({_NAMES})(?:,?\s|,)\(?({_YEARS})\)?")
_LEAD = re.compile(
    r"\s*(?:(?:for (?:a )?(?:recent )?reviews?,? )?[Ss]ee(?: also)?,?|e\.\s?g\.,?|i\.\s?e\.,?|cf\.|"
    r"[Rr]eviewed (?:in|by)|[Ff]or reviews?:?,?|as in|according to|[Aa]dapted from|"
    r"[Rr]eview(?:ed)?:)\s+"
)
_GLUE = re.compile(r"\s*[;,]\s*(?:and\s|see also\s|&\s|also\s)?|\s+and\s+|\s*\Z")
_TAIL = re.compile(
    r"(?:,?\s*(?:and )?references (?:there|with)in|,?\s*pp?\.\s?\d+(?:[-–]\d+)?|"
    r",?\s*unpublished[\w ]*)\Z"
)
_GROUP = re.compile(r"\(([^()]{4,800})\)|\[([^\[\]]{4,800})\]")
_PROSE_YEAR = re.compile(rf"[(\[]\s?({_YEARS})\s?[)\]]")
_NAMES_BEFORE = re.compile(rf"({_NAMES})(?:['’]s)?,?\s\Z")
_HAS_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")
_ET_AL = re.compile(r"\bet\sal\b|\s(?:and|&)\s")
_OPENERS = words(
    """
    as in by when while although though following both like similarly and but see of from with since
    the for after before also however thus here because where whereas unlike to both earlier later
    """
)
_NOT_NAMES = words(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter since until
    in from after before during between version release edition fig figure table the this
    these and for with by approved copyright vol volume issue updated accessed published
    received accepted revised year
    """
)


@dataclass(frozen=True, slots=True)
class Callout:
    """One callout in a text: ``text[start:end]``, brackets included.

    ``markers`` are the single callouts in it ("12", "Lou et al., 2015"). ``lifted`` is false where
    the words belong to the sentence ("Lou et al. (2015)") and must stay.
    """

    start: int
    end: int
    markers: tuple[str, ...]
    lifted: bool = True


@dataclass(frozen=True, slots=True)
class Style:
    """Which kinds of callout a document uses."""

    brackets: bool = False
    parens: bool = False
    superscripts: bool = False
    digits: bool = False
    author_year: bool = False


def style_of(texts: Iterable[str], references: Sequence[Reference] = ()) -> Style:
    """The callout styles that a document proves by its own statistics.

    Args:
        texts: Its body blocks in reading order, callouts still in them.
        references: Its reference list, if it has one.
    """
    brackets = supers = closing = opening = stops = ordered = names = 0
    top = 0
    last = 0
    for text in texts:
        brackets += sum(1 for m in _BRACKET.finditer(text) if expand(m.group()))
        if any(c in text for c in SUPER):
            supers += sum(1 for m in _SUPERSCRIPT.finditer(text) if is_superscript(text, m, None))
        for m in _PAREN.finditer(text):
            numbers = expand(_inner(m.group()))
            if numbers and not glued(text, m.start()):
                top = max(top, int(numbers[-1]))
                if closes(text, m.end()) or len(numbers) > 1 or behind_names(text, m.start()):
                    closing += 1
                else:
                    opening += 1
        for m in _AFTER_STOP.finditer(text):
            numbers = expand(m.group(2))
            if numbers and stop_callout(text, m):
                stops += 1
                ordered += last - 30 <= int(numbers[0]) <= last + 12 or not last
                last = max(last, int(numbers[-1]))
        names += sum(
            1 for m in _GROUP.finditer(text) if "et al" in m.group() and _HAS_YEAR.search(m.group())
        )
        names += sum(
            1
            for m in _PROSE_YEAR.finditer(text)
            if text[max(m.start() - 8, 0) : m.start()].rstrip().endswith(("al.", "al"))
        )
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
        digits=stops >= 3 and ordered * 10 >= stops * 7 and brackets < stops and supers < stops,
        author_year=names >= 2 or (unnumbered and brackets == 0),
    )


class CalloutFinder:
    """Finds the callouts of one document, block after block in reading order.

    It keeps the highest number cited so far, because numbers that are glued to words are only
    believed when they come in their turn.
    """

    def __init__(self, style: Style, references: Sequence[Reference] = ()) -> None:
        self.style = style
        self.index = ReferenceIndex(references)
        self.limit = max((r.number or 0 for r in references), default=0)
        self.highest: int | None = None

    def find(self, text: str) -> list[Callout]:
        """The callouts of a block, sorted and disjoint; linear in the length of the text."""
        found: list[Callout] = []
        if "[" in text:
            found += self._brackets(text)
        if self.style.superscripts and any(c in text for c in SUPER):
            found += self._superscripts(text)
        if self.style.parens and "(" in text:
            found += self._parens(text)
        elif "(ref" in text or "(Ref" in text:
            found += [c for c in self._parens(text) if _NAMED.match(text, c.start)]
        if self.style.digits:
            found += self._digits(text)
        if _HAS_YEAR.search(text):
            found += self._author_year(text)
        found.sort(key=lambda c: (c.start, -c.end))
        out: list[Callout] = []
        for callout in found:
            if not out or callout.start >= out[-1].end:
                out.append(callout)
        return out

    def _numbers(self, text: str) -> tuple[str, ...]:
        numbers = expand(text)
        if not numbers or (self.limit and int(numbers[-1]) > self.limit * 2 + 20):
            return ()
        return tuple(numbers)

    def _cited(self, numbers: Sequence[str]) -> None:
        self.highest = max(self.highest or 0, *(int(n) for n in numbers))

    def _brackets(self, text: str) -> list[Callout]:
        out: list[Callout] = []
        for m in _BRACKET.finditer(text):
            numbers = self._numbers(re.sub(r"[Rr]efs?\.?\s", "", m.group()))
            start, end = m.span()
            before, after = text[max(start - 1, 0) : start], text[end : end + 1]
            chemical = (before.isalnum() or before in tuple(DASHES)) and (
                after.isalnum() or after in tuple(DASHES)
            )
            if not numbers or (chemical and not (before.islower() and after.isupper())):
                continue
            if before.isalpha() and len(token(text, start)) <= 2:  # t[1], an index
                continue
            wrap = _WRAP.search(text, max(start - 20, 0), start)
            if wrap and after == ")":
                start, end = wrap.start(), end + 1
            self._cited(numbers)
            out.append(Callout(start, end, numbers))
        return out

    def _superscripts(self, text: str) -> list[Callout]:
        out: list[Callout] = []
        for m in _SUPERSCRIPT.finditer(text):
            numbers = self._numbers(m.group())
            if numbers and is_superscript(text, m, self.highest):
                self._cited(numbers)
                out.append(Callout(m.start(), m.end(), numbers))
        return out

    def _parens(self, text: str) -> list[Callout]:
        out: list[Callout] = []
        found = [(m, self._numbers(_inner(m.group()))) for m in _PAREN.finditer(text)]
        opened = {n[0] for m, n in found if len(n) == 1 and not closes(text, m.end())}
        for m, numbers in found:
            if not numbers or glued(text, m.start()):
                continue
            lone = len(numbers) == 1 and numbers[0] in opened and not closes(text, m.end())
            if lone and not behind_names(text, m.start()):
                near = {str(int(numbers[0]) - 1), str(int(numbers[0]) + 1)} & opened
                before = text[max(m.start() - 5, 0) : m.start()].rstrip()
                if near or not before or before[-1] in ":;,." or before.endswith((" and", " or")):
                    continue
            self._cited(numbers)
            out.append(Callout(m.start(), m.end(), numbers))
        return out

    def _digits(self, text: str) -> list[Callout]:
        spots: list[tuple[int, int, bool]] = [
            (m.start(2), m.end(2), True)
            for m in _AFTER_STOP.finditer(text)
            if stop_callout(text, m)
        ]
        spots += [(m.start(2), m.end(2), False) for m in _AFTER_WORD.finditer(text)]
        read = [(*spot, self._numbers(text[spot[0] : spot[1]])) for spot in sorted(spots)]
        out: list[Callout] = []
        if self.highest is None:
            out += _leading(read)
        for start, end, stop, numbers in read:
            if not numbers:
                continue
            first, top = int(numbers[0]), self.highest
            if stop:
                believed = top is None or first <= top + 12
            else:
                believed = top is not None and top < first <= top + 6
            if believed:
                self._cited(numbers)
                out.append(Callout(start, end, numbers))
        return out

    def _author_year(self, text: str) -> list[Callout]:
        out: list[Callout] = []
        for m in _GROUP.finditer(text):
            if _HAS_YEAR.search(m.group()):
                out += self._group(text, m.start(), m.end())
        for m in _PROSE_YEAR.finditer(text):
            before = _NAMES_BEFORE.search(text, max(m.start() - 160, 0), m.start())
            if not before:
                continue
            names, start = before.group(1), before.start(1)
            while (cut := names.find(" ")) > 0 and names[:cut].casefold() in _OPENERS:
                names, start = names[cut + 1 :], start + cut + 1
            markers = self._markers(names, m.group(1))
            if markers:
                out.append(Callout(start, m.end(), markers, lifted=False))
        return out

    def _group(self, text: str, start: int, end: int) -> list[Callout]:
        """Author–year callouts of one pair of brackets: all of it, or single parts that stay."""
        at, stop = start + 1, end - 1
        tail = _TAIL.search(text, at, stop)
        if tail:
            stop = tail.start()
        lead = _LEAD.match(text, at, stop)
        if lead:
            at = lead.end()
        parts: list[Callout] = []
        whole = True
        while at < stop:
            part = _PART.match(text, at, stop)
            markers = self._markers(part.group(1), part.group(2)) if part else ()
            if part and markers:
                parts.append(Callout(part.start(), part.end(), markers, lifted=False))
                at = part.end()
                glue = _GLUE.match(text, at, stop)
                if glue and glue.end() > at:
                    at = glue.end()
                    lead = _LEAD.match(text, at, stop)
                    at = lead.end() if lead else at
                elif at < stop:
                    whole = False
                    at = _next_part(text, at, stop)
            else:
                whole = False
                at = _next_part(text, at, stop)
        if whole and parts:
            return [Callout(start, end, tuple(m for p in parts for m in p.markers))]
        return parts

    def _markers(self, names: str, years: str) -> tuple[str, ...]:
        """One marker a year; nothing where names and years do not look like a citation."""
        names = re.sub(r"\s+", " ", names).strip(" ,")
        words = re.findall(r"[^\W\d_]+", names)
        if not words or words[0].lower() in _NOT_NAMES:
            return ()
        out: list[str] = []
        for year in re.split(rf"\s?[,;{DASHES}]\s?", years):
            if len(year) == 1 and out:  # "2015a,b"
                year = re.sub(r"[a-z]\Z", "", out[-1].rsplit(" ", 1)[1]) + year
            out.append(f"{names}, {year}")
        if not (self.style.author_year or _ET_AL.search(names)) and not any(
            self.index.tie(marker) for marker in out
        ):
            return ()
        if len(words) == 1 and len(words[0]) == 1:
            return ()
        return tuple(out)


def cuts(text: str, callouts: Sequence[Callout]) -> list[tuple[int, int, Callout]]:
    """What to take out of the text for each lifted callout: ``(start, end, callout)``.

    The space before a callout goes with it where punctuation, a space or the end follows, so that
    "cells [12]." becomes "cells."; sorted, disjoint.
    """
    out: list[tuple[int, int, Callout]] = []
    floor = 0
    for callout in callouts:
        if not callout.lifted:
            continue
        start, end = callout.start, callout.end
        after = text[end : end + 1]
        if not after or after.isspace() or after in ".,;:?!)]”’":
            while start > floor and text[start - 1].isspace():
                start -= 1
            if start == 0:
                while end < len(text) and text[end].isspace():
                    end += 1
        out.append((start, end, callout))
        floor = end
    return out


def _leading(read: Sequence[tuple[int, int, bool, tuple[str, ...]]]) -> list[Callout]:
    """Callouts glued to words before the first sure one: those that count up to it unbroken."""
    sure = next((i for i, spot in enumerate(read) if spot[2] and spot[3]), None)
    if sure is None:
        return []
    out: list[Callout] = []
    expected = int(read[sure][3][0]) - 1
    for start, end, _, numbers in reversed(read[:sure]):
        if numbers and int(numbers[-1]) == expected:
            out.append(Callout(start, end, numbers))
            expected = int(numbers[0]) - 1
    return out[::-1]


def _inner(group: str) -> str:
    return re.sub(r"[()]|[Rr]ef(?:erence)?s?\.?\s", "", group)


def _next_part(text: str, at: int, stop: int) -> int:
    """Where the next part of a bracketed group may begin."""
    for i in range(at, stop):
        if text[i] in ";,":
            i += 1
            while i < stop and text[i].isspace():
                i += 1
            return i
    return stop
