"""Pieces to text: spaces, hyphens at line ends, raised callouts lifted, every letter traced."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .layout import Line, Run
from .pdf_chars import PageGlyphs
from .pdf_pages import raised

_WORD = re.compile(r"[^\W\d_]+(?:[-‐'’][^\W\d_]+)*")
_SUPER = re.compile(
    r"\s*[(\[]?\d{1,3}[a-z]?(?:\s*[,;–—\-−‐]\s*\d{1,3}[a-z]?)*\s*[)\]]?\s*[,;.]?\s*"
)
_UNIT = re.compile(
    r"(?:^|[\s\d/·(×])(?:[kcmdµμn]?m|[km]?g|k?Pa|s|h|min|d|L|ml|mL|R|r|Q|χ|Χ|X|x|p|n|η|ω|β|σ|ε|I|F|t|e)$"
)
_TEN = re.compile(r"(?:^|[\s(×x*·~≈>≥<≤=])10$")
_PREFIXES = frozenset("pro pre anti co inter intra multi micro ex re in de con per trans".split())
_ADJECTIVE = re.compile(r"(?:ic|ory|al|ive|ar|ed|oid|ous|ing|ant)$")
_KEEP_HYPHEN = frozenset(
    "non self cross post semi well high low long short full half mid quasi mir let all single "
    "double two three four one first second third cell dose time age exosome vesicle stem gene "
    "large small early late near open left right".split()
)
_KEEP_BEFORE = frozenset(
    "specific derived based related like dependent independent induced mediated treated "
    "associated deficient positive negative enriched loaded expressing overexpressing term level "
    "year targeted targeting bound coated driven resistant sensitive binding forming infected "
    "transfected stimulated pretreated conditioned engineered modified labeled labelled "
    "controlled blind week day month".split()
)
"""Words that follow a hyphen far more often than they end a word broken in two."""


def _numbers() -> array[int]:
    return array("q")


@dataclass(slots=True)
class Flow:
    """Text being put together: characters, the glyph behind each (-1: none), lifted callouts."""

    chars: list[str] = field(default_factory=list)
    source: array[int] = field(default_factory=_numbers)
    lifts: list[tuple[int, str]] = field(default_factory=list)

    def add(self, text: str, glyph: int) -> None:
        """Append what one glyph stands for."""
        for char in text:
            if char == " ":
                self.space()
            else:
                self.chars.append(char)
                self.source.append(glyph)

    def space(self) -> None:
        """Append a space that no glyph stands for, unless one is there or nothing is."""
        if self.chars and self.chars[-1] != " ":
            self.chars.append(" ")
            self.source.append(-1)

    def drop_last(self) -> None:
        """Take the last character back."""
        self.chars.pop()
        self.source.pop()

    def cut(self, start: int, end: int) -> None:
        """Take a stretch out; lifts behind it move up."""
        del self.chars[start:end]
        del self.source[start:end]
        gone = end - start
        self.lifts = [(p if p <= start else max(start, p - gone), m) for p, m in self.lifts]

    @property
    def text(self) -> str:
        """What stands there."""
        return "".join(self.chars)


class Vocabulary:
    """The document's own words, as evidence of whether a hyphen at a line's end belongs to one."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.words: Counter[str] = Counter()
        self.heads: Counter[str] = Counter()
        for line in lines:
            found = _WORD.findall(line.text)
            # the first and the last word of a line may be pieces of broken ones
            if line.text.endswith(("-", "‐")) and found:
                found.pop()
            if found and line.text[:1].islower():
                del found[0]
            for word in found:
                plain = word.lower().replace("‐", "-")
                self.words[plain] += 1
                if "-" in plain:
                    parts = plain.split("-")
                    self.words.update(parts)
                    self.heads[parts[0]] += 1

    def keeps_hyphen(self, before: str, after: str) -> bool:
        """Whether ``before-`` at a line's end and ``after`` on the next are a hyphenated word."""
        first = re.search(r"[\w'’.-]+$", before)
        second = re.match(r"[\w'’-]+", after)
        if not first or not second:
            return True
        head, tail = first.group(), second.group()
        if not tail[0].islower() or head[-1].isdigit() or not head[-1].isalpha():
            return True
        if len(head) > 1 and (head[-1].isupper() or re.search(r"\d", head)):
            return True
        if re.fullmatch(r"(?:.*-)?(?:[a-z]{2,4}-)?(?:miR|let|lnc|circ|hsa|mmu|rno)", head):
            return True
        last_head = head.split("-")[-1]
        first_tail = tail.split("-")[0]
        joined = (last_head + first_tail).lower()
        parted = f"{last_head}-{first_tail}".lower()
        together, apart = self.words[joined], self.words[parted]
        if together != apart:
            return apart > together
        if len(last_head) == 1:
            return True
        if (
            self.heads[last_head.lower()] > 2
            and self.words[first_tail.lower()]
            and len(first_tail) > 3
        ):
            return True
        if (
            "-" in tail
            and "-" not in head
            and self.words[first_tail.lower()]
            and self.words[last_head.lower()]
        ):
            return True
        if "-" in head:  # "up-to-" goes on with a hyphen, a broken tail does not
            return bool(self.words[last_head.lower()] and self.words[first_tail.lower()])
        if first_tail.lower() in _KEEP_BEFORE and self.words[last_head.lower()]:
            return True
        if last_head.lower() in _PREFIXES:
            # only before an adjective ("pro-inflammatory"), for the rest is mostly "pro-gram"
            known = self.words[first_tail.lower()] > 0
            return known and len(first_tail) > 4 and bool(_ADJECTIVE.search(first_tail))
        if last_head.lower() in _KEEP_HYPHEN:
            # both parts stand as words of their own, and nothing shows them joined
            return self.words[first_tail.lower()] > 0 and len(first_tail) > 3
        return (
            self.words[last_head.lower()] > 1
            and self.words[first_tail.lower()] > 1
            and len(last_head) > 2
            and len(first_tail) > 3
        )


@dataclass(slots=True)
class SuperStyle:
    """Whether raised numbers are callouts in this document, and up to which number."""

    on: bool = False
    highest: int = 999


class Assembler:
    """Writes lines out as text.

    Args:
        pages: All pages' glyphs; the glyph numbers written out run through them in this order.
        words: The document's words.
        supers: How raised numbers are read.
    """

    def __init__(self, pages: Sequence[PageGlyphs], words: Vocabulary, supers: SuperStyle) -> None:
        self.pages = {p.number: p for p in pages}
        self.offset: dict[int, int] = {}
        at = 0
        for p in pages:
            self.offset[p.number] = at
            at += len(p.strings)
        self.words = words
        self.supers = supers

    def write(self, lines: Sequence[Line], *, lift: bool = True) -> Flow:
        """The text of lines that follow each other."""
        flow = Flow()
        for i, line in enumerate(lines):
            if i:
                self._join(flow, line)
            self._line(flow, line, lift and self.supers.on)
        while flow.chars and flow.chars[-1] == " ":
            flow.drop_last()
        return flow

    def _join(self, flow: Flow, line: Line) -> None:
        if not flow.chars:
            return
        last = flow.chars[-1]
        after = line.text
        if last in "-‐" and len(flow.chars) > 1 and flow.chars[-2] not in " -–":
            before = "".join(flow.chars[-48:-1])
            if not re.match(r"[\w(]", after) or (
                re.match(r"(?:and|or|to)\b(?!-)", after) and re.search(r"[\w]$", before)
            ):
                flow.space()
            elif not self.words.keeps_hyphen(before, after):
                flow.drop_last()
            return
        if last in "–/" and len(flow.chars) > 1 and flow.chars[-2] != " " and after[:1].isalnum():
            return
        if last != " ":
            flow.space()

    def _line(self, flow: Flow, line: Line, lift: bool) -> None:
        page = self.pages[line.page]
        offset = self.offset[line.page]
        runs = line.runs
        k = 0
        while k < len(runs):
            run = runs[k]
            if lift and raised(run, line):
                stop = k + 1
                while stop < len(runs) and raised(runs[stop], line):
                    stop += 1
                marker = "".join(
                    (" " if r.space and r is not run else "") + page.text(r) for r in runs[k:stop]
                )
                after = runs[stop] if stop < len(runs) else None
                if self._is_callout(marker, flow, page, after):
                    body = marker.strip().rstrip(".,; ")
                    tail = marker.strip()[len(body) :]
                    while flow.chars and flow.chars[-1] == " ":
                        flow.drop_last()
                    flow.lifts.append((len(flow.chars), body))
                    if tail == "." and flow.chars and flow.chars[-1] != ".":
                        flow.add(tail, -1)
                    k = stop
                    continue
                for r in runs[k:stop]:
                    self._run(flow, r, page, offset, first=r is runs[0])
                k = stop
                continue
            self._run(flow, run, page, offset, first=k == 0)
            k += 1

    def _run(self, flow: Flow, run: Run, page: PageGlyphs, offset: int, *, first: bool) -> None:
        if run.space and not first:
            flow.space()
        strings, space = page.strings, page.space
        start = run.first
        for i in range(run.first + 1, run.last + 1):
            if i < run.last and not space[i]:
                continue
            if page.plain:
                flow.chars.extend(strings[start:i])
                flow.source.extend(range(start + offset, i + offset))
            else:
                for k in range(start, i):
                    flow.add(strings[k], k + offset)
            if i < run.last:
                flow.space()
            start = i

    def _is_callout(self, marker: str, flow: Flow, page: PageGlyphs, after: Run | None) -> bool:
        if not _SUPER.fullmatch(marker):
            return False
        numbers = [int(n) for n in re.findall(r"\d+", marker)]
        if not numbers or max(numbers) > self.supers.highest or min(numbers) == 0:
            return False
        before = "".join(flow.chars[-12:]).rstrip()
        if not before:
            return False
        if before[-1] in "+=<>≤≥×^±-−–":
            return False
        if after is not None and not after.space:
            follow = page.text(after)[:2]
            if follow[:1].isalpha() and before[-1] not in ".,;:)":
                return False
        if len(numbers) == 1:
            if _TEN.search(before):
                return False
            if _UNIT.search(before) and numbers[0] in (1, 2, 3) and before[-1] not in ".,;":
                return False
        return True


def super_style(bodies: Iterable[Line], pages: dict[int, PageGlyphs], bracketed: int) -> SuperStyle:
    """Whether the raised numbers in the body's lines are callouts.

    Args:
        bodies: Lines of body paragraphs.
        pages: Glyphs by page number.
        bracketed: How many numeric callouts in brackets the body has.
    """
    found: list[int] = []
    for line in bodies:
        if len(line.runs) < 2:
            continue
        for k, run in enumerate(line.runs):
            if k and raised(run, line):
                text = pages[line.page].text(run).strip()
                before = pages[line.page].text(line.runs[k - 1])[-3:]
                if (
                    re.match(r"\d", text)
                    and _SUPER.fullmatch(text)
                    and not _TEN.search(before)
                    and not _UNIT.search(before)
                ):
                    found.append(int(re.findall(r"\d+", text)[-1]))
    many = len(found) >= 4 and len(set(found)) >= 3
    return SuperStyle(many and len(found) > 0.5 * bracketed)
