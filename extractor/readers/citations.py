"""The grammar of callouts: where a running text cites, in which style, and what it cites.

Offsets are code points of the text that is looked at. A callout that only a house style proves
(``(12)``, ``cells.12``) counts where the document as a whole shows that style, so that gene names,
enumerations and decimals are left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..records import Reference
from .callout_forms import (
    AFTER_FIGURE,
    AFTER_STOP,
    AFTER_SYMBOL,
    AFTER_WORD,
    BEHIND_SYMBOL,
    BRACKET,
    CARET,
    DASHES,
    PAREN,
    SUPER,
    SUPERSCRIPT,
    behind_names,
    behind_symbol,
    closes,
    ends_symbol,
    expand,
    glued,
    is_superscript,
    stop_callout,
    token,
)
from .callout_style import (
    GROUPS,
    HAS_YEAR,
    PROSE_YEAR,
    YEAR,
    YEARS,
    Style,
    inner,
    style_of,
)
from .references import ReferenceIndex
from .words import words

__all__ = ["DASHES", "Callout", "CalloutFinder", "Style", "cuts", "expand", "style_of"]


_WRAP = re.compile(
    r"\(\s?(?:(?:[Rr]eviewed (?:in|by)|[Ss]ee(?: also)?|e\.g\.,?|[Rr]ef(?:s|erences?)?\.?|"
    r"cf\.)\s)?\Z"
)
_NAMED = re.compile(r"\(\s?[Rr]ef")
_PARTICLE = (
    r"(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Dd]el|[Dd]ella|[Dd]i|[Dd]a|dos|[Dd]u|[Ll]a|"
    r"[Ll]e|[Ee]l|[Aa]l|ten|ter|bin|ibn)\s)"
)
_NAME = (
    rf"{_PARTICLE}{{0,3}}(?:[A-Z][.]\s?){{0,3}}(?:[OD]['’])?[^\W\d_a-z][^\W\d_]*(?:['’‐-][^\W\d_]"
    rf"+){{0,3}}"
)
_NAMES = (
    rf"{_NAME}(?:\s{_NAME})?(?:\s[A-Z][.](?:\s?[A-Z][.]){{0,2}})?"
    rf"(?:(?:,\s{_NAME}){{0,5}},?\s(?:and|&)\s{_NAME}(?:\s{_NAME})?|"
    rf",?\set\s(?:al|la)\b\.?"
    r"|\sand\s(?:colleagues|co-?workers|others|associates))?"
)
_BODY = r"[A-Z][\w&.-]*(?:\s(?:of|for|the|on|and|[A-Z][\w&.-]*)){2,7}"
_BODY_PART = re.compile(rf"({_BODY})(?:,?\s|,)\(?({YEARS})\)?")
_PART = re.compile(rf"({_NAMES})(?:,?\s|,)\(?({YEARS})\)?")
_LEAD = re.compile(
    r"\s*(?:(?:for (?:a )?(?:recent )?reviews?,? )?[Ss]ee(?: also)?,?|e\.\s?g\.,?|i\.\s?e\.,?|cf\.|"
    r"[Rr]eviewed (?:in|by)|[Ff]or reviews?:?,?|as in|according to|[Aa]dapted from|"
    r"[Rr]eview(?:ed)?:|(?:but |and )?see(?: also| e\.g\.,?)?,?)\s+"
)
_ASIDE = re.compile(r"\s*[^;:()\[\]]{1,80}:\s+")
_GLUE = re.compile(r"\s*[;,]\s*(?:and\s|see also\s|&\s|also\s)?|\s+and\s+|\s*\Z")
_TAIL = re.compile(
    r"(?:,?\s*(?:and )?references (?:there|with)in|,?\s*pp?\.\s?\d+(?:[-–]\d+)?|"
    r",?\s*unpublished[\w ]*)\Z"
)
_NESTED = re.compile(r"\((?=[^()]{0,400}\()(?:[^()]|\([^()]{0,80}\)){4,800}\)")
_INNER = re.compile(r"(?<!\A)\([^()]*\)")
_BARE_YEAR = re.compile(rf"(?<=[,\s])(?<!\()({YEAR})(?![\w/–-])")
_NAMES_BEFORE = re.compile(rf"(?<!\w)({_NAMES})(?:['’]s)?,?\s\Z")
_ET_AL = re.compile(r"\bet\sal\b|\s(?:and|&)\s")
_TOPIC = re.compile(r"(?:[A-Z][a-z]+ )?[A-Z][A-Z\d]{1,5}, (?=[A-Z])")
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
        years = [r.year for r in references if r.year]
        self.oldest = min(years) if len(years) > 4 else 0

    def find(self, text: str) -> list[Callout]:
        """The callouts of a block, sorted and disjoint; linear in the length of the text."""
        found: list[Callout] = []
        if "[" in text:
            found += self._brackets(text)
        if self.style.superscripts and any(c in text for c in SUPER):
            found += self._superscripts(text)
        if "^" in text:
            found += self._carets(text)
        if self.style.parens and "(" in text:
            found += self._parens(text)
        elif "(ref" in text or "(Ref" in text:
            found += [c for c in self._parens(text) if _NAMED.match(text, c.start)]
        if self.style.digits:
            found += self._digits(text)
        if HAS_YEAR.search(text):
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
        for m in BRACKET.finditer(text):
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

    def _carets(self, text: str) -> list[Callout]:
        out: list[Callout] = []
        for m in CARET.finditer(text):
            numbers = self._numbers(m.group(1))
            if numbers:
                self._cited(numbers)
                out.append(Callout(m.start(), m.end(), numbers))
        return out

    def _superscripts(self, text: str) -> list[Callout]:
        out: list[Callout] = []
        for m in SUPERSCRIPT.finditer(text):
            numbers = self._numbers(m.group())
            if numbers and is_superscript(text, m, self.highest):
                self._cited(numbers)
                out.append(Callout(m.start(), m.end(), numbers))
        return out

    def _parens(self, text: str) -> list[Callout]:
        out: list[Callout] = []
        found = [(m, self._numbers(inner(m.group()))) for m in PAREN.finditer(text)]
        opened = {n[0] for m, n in found if len(n) == 1 and not closes(text, m.end())}
        for m, numbers in found:
            if not numbers or glued(text, m.start()):
                continue
            lone = len(numbers) == 1 and numbers[0] in opened and not closes(text, m.end())
            lone = lone and text[max(m.start() - 1, 0) : m.start()] not in (".", ",", ";")
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
            (m.start(2), m.end(2), True) for m in AFTER_STOP.finditer(text) if stop_callout(text, m)
        ]
        for pattern in (AFTER_WORD, AFTER_SYMBOL, AFTER_FIGURE):
            found = pattern.finditer(text)
            spots += [(m.start(2), m.end(2), m.group(1) in _WITH_AUTHORS) for m in found]
        read = [(*spot, self._numbers(text[spot[0] : spot[1]])) for spot in sorted(spots)]
        out: list[Callout] = []
        first_left = self.style.first
        if self.highest is None and first_left is not None:
            self.highest = first_left - 1
            first_at = min((spot[0] for spot in spots), default=len(text))
            if ends_symbol(text[:first_at], first_left - 1):
                self.highest -= 1  # the first one of all ends a symbol
        if self.highest is None:
            out += _leading(read)
        symbols = list(BEHIND_SYMBOL.finditer(text)) if first_left is not None else []
        for start, end, stop, numbers in [*read, (len(text), len(text), False, ())]:
            out += self._symbols(text, symbols, start, numbers)
            if not numbers:
                continue
            first, top = int(numbers[0]), self.highest
            if stop:
                believed = top is None or first <= top + 12
            else:
                upward = [int(n) for n in numbers] == sorted({int(n) for n in numbers})
                believed = upward and top is not None and top < first <= top + 6
            if believed:
                self._cited(numbers)
                out.append(Callout(start, end, numbers))
        return out

    def _symbols(
        self, text: str, symbols: list[re.Match[str]], until: int, after: tuple[str, ...]
    ) -> list[Callout]:
        """The number that is missing before a place, where a symbol ends with it: "Smad428."."""
        missing = (self.highest or 0) + 1
        out: list[Callout] = []
        while symbols and symbols[0].end() <= until:
            m = symbols.pop(0)
            start = behind_symbol(text, m, missing)
            if not out and start is not None and (not after or int(after[0]) == missing + 1):
                out = [Callout(start, m.end(), (str(missing),))]
        if out:
            self._cited(out[0].markers)
        return out

    def _author_year(self, text: str) -> list[Callout]:
        out: list[Callout] = []
        within: list[tuple[int, int]] = []
        square: list[tuple[int, int]] = []
        for m in GROUPS[0].finditer(text):
            if HAS_YEAR.search(m.group()):
                within.append(m.span())
                out += self._group(text, m.start(), m.end())
        for m in GROUPS[1].finditer(text):
            if HAS_YEAR.search(m.group()):
                square.append(m.span())
                found = self._group(text, m.start(), m.end())
                if _lies_in(within, m.start()):  # an aside within an aside stays
                    found = [
                        replace(c, lifted=False)
                        for c in found
                        if any(self.index.tie(n) for n in c.markers)
                    ]
                out += found
        for m in _NESTED.finditer(text):  # "(rats (Wistar): Lou et al., 2015)"
            masked = _INNER.sub(lambda i: "_" * len(i.group()), m.group())
            if HAS_YEAR.search(masked):
                parts, at = self._parts(masked, 1, len(masked) - 1)[0], m.start()
                out += [replace(c, start=c.start + at, end=c.end + at) for c in parts]
        for m in PROSE_YEAR.finditer(text):
            out += self._in_prose(text, m.start(), m.end(), m.group(1), sure=False)
        for m in _BARE_YEAR.finditer(text):
            if _lies_in(within, m.start()) or _lies_in(square, m.start()):
                continue
            out += self._in_prose(text, m.start(), m.end(), m.group(1), sure=True)
        return out

    def _in_prose(self, text: str, at: int, end: int, years: str, *, sure: bool) -> list[Callout]:
        """A callout whose names stand before its year: "Lou et al. (2015)".

        Without brackets around the year (``sure``) only two names or more that are in the list
        count: "the protocol of Lou et al., 2015".
        """
        before = _NAMES_BEFORE.search(text, max(at - 160, 0), at)
        if not before:
            return []
        names, start = before.group(1), before.start(1)
        while (cut := names.find(" ")) > 0 and names[:cut].casefold() in _OPENERS:
            names, start = names[cut + 1 :], start + cut + 1
        if topic := _TOPIC.match(names):  # "Beyond MI, Lin and Ma (2021)"
            names, start = names[topic.end() :], start + topic.end()
        if sure and not _ET_AL.search(names):
            return []
        if sure and (cut := names.find(" ")) > 0:  # "in the North Atlantic Lou and Ma, 2015"
            short = self._markers(names[cut + 1 :], years)
            if short and _ET_AL.search(names[cut:]) and all(self.index.tie(m) for m in short):
                return [Callout(start + cut + 1, end, short, lifted=False)]
        markers = self._markers(names, years)
        if not markers or (sure and not all(self.index.tie(m) for m in markers)):
            return []
        return [Callout(start, end, markers, lifted=False)]

    def _group(self, text: str, start: int, end: int) -> list[Callout]:
        """Author–year callouts of one pair of brackets: all of it, or single parts that stay."""
        at, stop = start + 1, end - 1
        tail = _TAIL.search(text, at, stop)
        if tail:
            stop = tail.start()
        parts, whole = self._parts(text, at, stop)
        if whole and parts:
            return [Callout(start, end, tuple(m for p in parts for m in p.markers))]
        return parts

    def _parts(self, text: str, at: int, stop: int) -> tuple[list[Callout], bool]:
        """The callouts between two places, and whether nothing else stands there."""
        parts: list[Callout] = []
        whole = True
        while at < stop and text[at].isspace():
            at += 1
        while at < stop:
            part = _PART.match(text, at, stop)
            aside = False
            for lead in (_LEAD, _ASIDE):
                if part is None and (m := lead.match(text, at, stop)):
                    part = _PART.match(text, m.end(), stop)
                    aside = lead is _ASIDE
            markers = self._markers(part.group(1), part.group(2)) if part else ()
            if not markers and (part := _BODY_PART.match(text, at, stop)):  # "World Health …, 2015"
                markers = self._markers(part.group(1), part.group(2))
                markers = markers if all(self.index.tie(m) for m in markers) else ()
            if part and markers:
                whole = whole and not aside
                parts.append(Callout(part.start(), part.end(), markers, lifted=False))
                at = part.end()
                glue = _GLUE.match(text, at, stop)
                if glue and glue.end() > at:
                    at = glue.end()
                elif at < stop:
                    whole = False
                    at = _next_part(text, at, stop)
            else:
                whole = False
                at = _next_part(text, at, stop)
        return parts, whole

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
        if self.oldest and all(_year(m) < self.oldest - 30 for m in out):
            return ()  # who named a species, long before the first study of the list
        return tuple(out)


_WITH_AUTHORS = ("colleagues", "co-workers", "coworkers", "associates", "collaborators")


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


def _lies_in(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a place lies in one of some disjoint spans in order."""
    i = bisect_right(spans, (at, at)) - 1
    return i >= 0 and at < spans[i][1]


def _year(marker: str) -> int:
    """The year that a marker ends with."""
    found = re.findall(r"\d{4}", marker)
    return int(found[-1]) if found else 9999


def _next_part(text: str, at: int, stop: int) -> int:
    """Where the next part of a bracketed group may begin."""
    behind = re.search(r"[;,]\s*", text[at:stop])
    return at + behind.end() if behind else stop
