"""Hard-broken texts: lines back to paragraphs, with everything between them that is no text.

The lines of a converted PDF are told apart into running text, headings, page furniture, and small
raised pieces that stand on lines of their own (citations, charges, subscripts). Blocks that were
put into the middle of a sentence (the abstract, a caption) are taken out, so that the sentence
closes again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from . import section_names, sections
from .hyphens import HYPHENS, HyphenJudge
from .lines import MIN_TEXT, RAISED, TWO_SENTENCES, Line, ends, goes_on
from .strand import Span, Strand, weave

_CHARGE = re.compile(r"\d?[+−–⁺⁻]|[®™°†‡*§¶]{1,3}|[a-z]|[α-ω]")
_FORMULA = re.compile(
    r"(?:^|[^A-Za-z])(?:[A-Z][a-z]?\d?){0,4}(?:CO|O|H|N|NO|SO|PO|HPO|Ca|Mg|Mn|Zn|Fe|Cu|Na|K|Cl|"
    r"CCl|NH|HCO|FeCl|CaCl|MgCl)\Z"
)
_PAGE = re.compile(
    r"(?:(?:page|p\.)\s?)?[-–—|\s]{0,3}[eESs]?\d{1,5}[-–—|\s]{0,3}(?:(?:of|/)\s?\d{1,5})?|"
    r"[ivxlc]{1,6}",
    re.IGNORECASE,
)
_RUNNING = re.compile(
    r"(?:https?://|www\.)\S+|(?:https?://)?(?:dx\.)?doi(?:\.org/|:\s?)\S+|"
    r"(?:©|\(c\)|copyright\b).{0,160}|downloaded (?:from|by|on)\b.{0,160}|"
    r"(?:.{0,60}\b)?page \d+ of \d+|author manuscript|nih-pa author manuscript.{0,60}|"
    r"(?:review|original|research)(?: article)?|open access",
    re.IGNORECASE,
)
_RUNNING_JOURNAL = re.compile(
    r"(?:\d{1,5}\s)?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+| and [A-Z][\w'’-]+)?,? et al\.?(?:\s+\d{1,5})?|"
    r"(?:\d{1,5}\s)?[A-Z][^.,;()]{2,60}\(\d{4}\)\s?\d{1,4}(?:\(\d+\))?\s?[:,]\s?[\w–-]{1,20}(?:"
    r"\s\d{1,5})?|"
    r"(?:\d{1,5}\s?[|•·]?\s?)?[A-Z][^.;()]{2,80}\b(?:19|20)\d\d\s?[;|"
    r",:]\s?(?:[Vv]ol(?:ume)?\.?\s?)?\d{1,4}\s?(?:\(\d+\)\s?)?[:|,]\s?.{0,60}|"
    r"(?:\d{1,5}\s)?[A-Z][^.|]{2,80}\s\|\s[^.|]{2,60}(?:\|.{0,40})?"
)
_TITLE_WORD = re.compile(
    r"[A-Z0-9][\w'’-]*|of|in|and|for|the|to|on|by|with|from|a|an|as|at|via|or|&|[–—-]|:"
)
_OPEN_WORD = re.compile(
    r"(?:^|\s)(?:a|an|the|of|in|on|to|by|for|from|with|without|and|or|but|that|which|as|at|is|"
    r"are|was|were|be|been|"
    r"has|have|had|into|through|via|between|than|their|its|these|this|those|such|not|can|may|"
    r"after|during|using)\Z",
    re.IGNORECASE,
)

_LONGEST_TITLE = 320
"""Letters of a title, at most."""


class Layout:
    """The lines of a hard-broken source put together to paragraphs."""

    def __init__(self, source: str, lines: Sequence[Line]) -> None:
        self.source = source
        self.furniture: list[Line] = []
        self._text = {id(line): source[line.start : line.end] for line in lines}
        self.judge = HyphenJudge(self._text.values())
        self._raised: set[int] = set()
        self.lines = self._without_furniture(list(lines))

    def strands(self) -> list[Strand]:
        """The paragraphs in reading order, what interrupted a sentence taken out of it.

        An abstract that stood inside the text carries the hint "abstract-inside".
        """
        main: list[Line] = []
        apart: list[tuple[int, str, list[Line]]] = []
        i = 0
        while i < len(self.lines):
            line = self.lines[i]
            hint = self._interrupts(main, i)
            if hint:
                stop = self._resumes(i)
                apart.append((len(main), hint, self.lines[i:stop]))
                i = stop
                continue
            main.append(line)
            i += 1
        out: list[Strand] = []
        for strand, first in self._paragraphs(main):
            while apart and apart[0][0] <= first:
                out += self._aside(apart.pop(0))
            out.append(strand)
        for rest in apart:
            out += self._aside(rest)
        return out

    def _aside(self, part: tuple[int, str, list[Line]]) -> list[Strand]:
        _, hint, lines = part
        if hint == "abstract-inside":
            found = [s for s, _ in self._paragraphs(lines[1:])]
            head = weave(self.source, [Span(lines[0].start, lines[0].end)])
            head.hint = "abstract-inside"
            for strand in found:
                strand.hint = "abstract-inside"
            return [head, *found]
        spans = self._spans(lines)
        strand = weave(self.source, spans[0], spans[1])
        strand.hint = hint
        return [strand]

    def _of(self, line: Line) -> str:
        return self._text[id(line)]

    def _without_furniture(self, lines: list[Line]) -> list[Line]:
        """Set page numbers and running heads aside; mark raised pieces."""
        shapes = Counter(
            re.sub(r"\d+", "#", self._of(line)) for line in lines if line.end - line.start <= 120
        )
        gone: set[int] = set()
        highest = 0
        cited = False
        for i, line in enumerate(lines):
            text = self._of(line)
            if len(text) > 160:
                continue
            cited = cited or (len(text) < 30 and section_names.zone_of(text) == "references")
            before = next((self._of(lines[j]) for j in range(i - 1, -1, -1) if j not in gone), "")
            after = self._of(lines[i + 1]) if i + 1 < len(lines) else ""
            if RAISED.fullmatch(text) and not line.page:
                numbers = [int(n) for n in re.findall(r"\d+", text)]
                follows = [
                    int(n)
                    for other in lines[i + 1 : i + 60]
                    if RAISED.fullmatch(self._of(other))
                    for n in re.findall(r"\d+", self._of(other))
                ]
                far = numbers[0] > highest + 20 and (
                    not follows or min(follows[:3]) < numbers[0] - 10
                )
                if highest == 0 and not follows:
                    far = not (before and before[-1] in ".,;)")
                if not far and before and before[-1] not in HYPHENS:
                    highest = max(highest, *numbers)
                    self._raised.add(id(line))
                    continue
                gone.add(i)
                self._running_head(lines, i, gone)
                continue
            shape = re.sub(r"\d+", "#", text)
            repeated = (
                3 <= shapes[shape] <= len(lines) // 8
                and len(text) > 3
                and not section_names.zone_of(text)
            )
            if (
                (repeated and not ends(text) and not sections.is_run_in(text))
                or (
                    (_RUNNING.fullmatch(text) or (not cited and _RUNNING_JOURNAL.fullmatch(text)))
                    and not section_names.zone_of(text)
                    and (
                        not ends(before)
                        or _PAGE.fullmatch(after)
                        or line.page
                        or line.gap > 1
                        or i < 3
                    )
                )
                or (
                    _PAGE.fullmatch(text)
                    and any(c.isdigit() for c in text)
                    and (line.page or not after or i == 0)
                )
            ):
                gone.add(i)
        self.furniture += [lines[i] for i in sorted(gone)]
        return [line for i, line in enumerate(lines) if i not in gone]

    def _running_head(self, lines: list[Line], i: int, gone: set[int]) -> None:
        """A title-like line next to a page number that tears a sentence is a running head."""
        for j in (i - 1, i + 1):
            if not 0 <= j < len(lines) or j in gone:
                continue
            text = self._of(lines[j])
            words = text.split()
            if not 1 <= len(words) <= 14 or ends(text) or text[-1] in HYPHENS + ",":
                continue
            titled = sum(bool(_TITLE_WORD.fullmatch(w)) for w in words)
            capital = sum(w[0].isupper() for w in words)
            around = (
                self._of(lines[j - 1]) if j == i - 1 and j else self._of(lines[i - 1]) if i else ""
            )
            if titled == len(words) and capital * 2 >= len(words) and not ends(around):
                gone.add(j)

    def _interrupts(self, main: Sequence[Line], i: int) -> str:
        """Whether ``lines[i]`` opens a block that stands in the middle of something else."""
        line = self.lines[i]
        text = self._of(line)
        if sections.caption_of(text):
            return "caption"
        if not main or section_names.zone_of(text) != "abstract" or len(text) > 30:
            return ""
        last = main[-1]
        if id(last) in self._raised and len(main) > 1:
            last = main[-2]
        previous = self._of(last)
        torn = not ends(previous) and len(previous) >= MIN_TEXT
        return "abstract-inside" if torn and i > 6 else ""

    def _resumes(self, i: int) -> int:
        """Index of the line behind a block that opened at ``i``: where the other text goes on."""
        lines = self.lines
        captioned = sections.caption_of(self._of(lines[i]))
        previous = self._of(lines[i - 1]) if i else ""
        torn = bool(previous) and not ends(previous) and id(lines[i - 1]) not in self._raised
        inner = lines[i + 1].gap if i + 1 < len(lines) else 0
        first: int | None = None
        change: int | None = None
        for k in range(i + 1, min(len(lines), i + 120)):
            text, last = self._of(lines[k]), self._of(lines[k - 1])
            if section_names.zone_of(text) or sections.caption_of(text):
                return k if first is None else first
            over = (ends(last) and k > i + 1) or (captioned and lines[k].gap > inner)
            if not over:
                continue
            changed = lines[k].gap != inner or (lines[k].lead and not lines[i + 2 - 1].lead)
            if torn and goes_on(text) and first is None:
                first = k
            if torn and goes_on(text) and changed:
                return k
            if changed and change is None:
                change = k
            if captioned and (changed or not torn):
                return k
        if first is not None:
            return first
        return (
            change if change is not None else min(len(lines), i + 120 if not captioned else i + 1)
        )

    def _paragraphs(self, lines: Sequence[Line]) -> list[tuple[Strand, int]]:
        """Group lines to paragraphs: each with the index of its first line."""
        if not lines:
            return []
        rows = self._rows(lines)
        sizes = [len(self._row(r)) for r in rows]
        widest = _width(sizes)
        pairs = list(pairwise(rows))
        run_ins = sum(1 for a, b in pairs if ends(self._row(a)) and sections.run_in(self._row(b)))
        inner = _inner_gap([(self._row(a), b[0].gap, self._row(b)) for a, b in pairs])
        groups: list[tuple[list[list[Line]], str]] = []
        number = 0
        while number < len(rows):
            row = rows[number]
            near = sorted(sizes[max(number - 8, 0) : number + 9])  # columns differ in width
            width = min(widest, near[-2 if len(near) > 3 else -1])
            size = self._heading(rows, number, groups, width, inner)
            if size:
                groups.append((rows[number : number + size], "heading"))
                number += size
                continue
            run_in = (
                run_ins > 1
                and sections.run_in(self._row(row))
                and ends(self._row(rows[number - 1]))
            )
            if (
                groups
                and groups[-1][1] == ""
                and not run_in
                and not self._opens(rows[number - 1], row, width, inner)
            ):
                groups[-1][0].append(row)
            else:
                groups.append(([row], ""))
            number += 1
        where = {id(line): k for k, line in enumerate(lines)}
        groups = _loosened(groups, [self._row(g[0][0]) for g in groups])
        out: list[tuple[Strand, int]] = []
        for members, hint in groups:
            flat = [line for row in members for line in row]
            strand = weave(self.source, *self._spans(flat))
            strand.hint = hint or "text"
            strand.gap = flat[0].gap
            out.append((strand, where[id(flat[0])]))
        return out

    def _rows(self, lines: Sequence[Line]) -> list[list[Line]]:
        """Lines of the page: a line, the raised pieces in it, and what follows them."""
        rows: list[list[Line]] = []
        for k, line in enumerate(lines):
            small = id(line) in self._raised or (
                bool(_CHARGE.fullmatch(self._of(line))) and k > 0 and line.gap == 0
            )
            if rows and (small or (line.lead and self._is_small(rows[-1][-1]))):
                rows[-1].append(line)
            else:
                rows.append([line])
        return rows

    def _is_small(self, line: Line) -> bool:
        return id(line) in self._raised or bool(_CHARGE.fullmatch(self._of(line)))

    def _row(self, row: Sequence[Line]) -> str:
        """Text of a line of the page without its raised pieces."""
        kept = [self._of(line) for line in row if id(line) not in self._raised]
        return " ".join(kept)

    def _opens(self, before: Sequence[Line], row: Sequence[Line], width: int, inner: int) -> bool:
        """Whether a line of the page opens a new paragraph."""
        last, text = self._row(before), self._row(row)
        if section_names.zone_of(text) or sections.is_bullet(text) or sections.caption_of(text):
            return not (goes_on(text) and not ends(last))
        if sections.opens_label(text, always=not ends(last)):
            return True
        if sections.opens_matter(text) and (ends(last) or sections.opens_matter(last)):
            return True
        if not ends(last):
            torn = (
                goes_on(text) or bool(_OPEN_WORD.search(last[-20:])) or last[-1] in HYPHENS + ",–/("
            )
            return not torn and row[0].gap > inner and (row[0].marked or row[0].gap > inner + 1)
        if goes_on(text):
            return False
        if row[0].gap > inner or row[0].marked:
            return True
        if row[0].lead and id(before[-1]) in self._raised:
            return False
        used = len(last) + sum(line.end - line.start for line in before if id(line) in self._raised)
        return used + 1 + len(text.split(" ", 1)[0]) <= width * 0.93

    def _heading(
        self,
        rows: Sequence[Sequence[Line]],
        number: int,
        groups: Sequence[tuple[list[list[Line]], str]],
        width: int,
        inner: int,
    ) -> int:
        """How many lines from here on are a heading (0: none)."""
        row = rows[number]
        text = self._row(row)
        previous = self._row(rows[number - 1]) if number and not (groups and groups[-1][1]) else ""
        if (not previous or ends(previous)) and (size := self._set_off(rows, number, inner)):
            return size
        if len(row) > 1 or not sections.may_be_heading(text):
            return 0
        after = self._row(rows[number + 1]) if number + 1 < len(rows) else ""
        shouted = sections.is_shouted(text)
        over = not previous or ends(previous) or (shouted and not _OPEN_WORD.search(previous[-20:]))
        if section_names.zone_of(text):
            return int(over or (section_names.plain_name(text)[0].isupper() and not goes_on(after)))
        apart = row[0].gap > inner or row[0].marked or number == 0
        if not over and (
            not apart
            or goes_on(text)
            or _OPEN_WORD.search(previous[-20:])
            or previous[-1] in HYPHENS
        ):
            return 0
        size = 1
        while (
            number + size < len(rows)
            and size < 3
            and goes_on(self._row(rows[number + size]))
            and rows[number + size][0].gap <= inner
            and section_names.number_of(text)
            and not ends(self._row(rows[number + size]))
            and len(self._row(rows[number + size])) < width * 0.7
        ):
            size += 1
        last = self._row(rows[number + size - 1])
        after = self._row(rows[number + size]) if number + size < len(rows) else ""
        if (
            not after
            or goes_on(after)
            or _OPEN_WORD.search(last[-20:])
            or last[-1] in HYPHENS + ","
        ):
            return 0
        room = width - len(last) - 1 - len(after.split(" ", 1)[0])
        if section_names.number_of(text):
            return (
                size
                if room >= 0 or (len(last) < width * 0.75 and not sections.has_verb(text))
                else 0
            )
        if apart:
            return size if room >= 0 else 0
        # no white space tells it: a short line between two full ones, without a verb
        clear = shouted or (room > width * 0.15 and len(after) > width * 0.6 and len(text) > 3)
        return size if clear and not sections.has_verb(text) and not sections.is_run_in(text) else 0

    def _set_off(self, rows: Sequence[Sequence[Line]], number: int, inner: int) -> int:
        """How many lines from here on are a title or a heading that fills its lines, which nothing
        but the white space on either side tells (0: none).
        """
        opens = number == 0
        if not opens and rows[number][0].gap <= inner:
            return 0
        behind = rows[number + 1 : number + (6 if opens else 4)]
        size = next((k for k, row in enumerate(behind, 1) if row[0].gap > inner), 0)
        if not size:
            return 0
        words = " ".join(map(self._row, rows[number : number + size]))
        if ends(words) or words[-1] in ",;:" or goes_on(self._row(rows[number + size])):
            return 0
        if TWO_SENTENCES.search(words):
            return 0
        if opens:
            return size if len(words) <= _LONGEST_TITLE and words[0].isalnum() else 0
        told = sections.may_be_heading(words) and not _OPEN_WORD.search(words[-20:])
        return size if told else 0

    def _spans(self, lines: Sequence[Line]) -> tuple[list[Span], list[tuple[int, str]]]:
        """Stretches of the source for one paragraph, and the callouts between them."""
        spans: list[Span] = []
        marks: list[tuple[int, str]] = []
        glued = False
        for line in lines:
            text = self._of(line)
            last = self.source[spans[-1].start : spans[-1].end] if spans else ""
            if id(line) in self._raised and spans:
                if _FORMULA.search(last[-12:]) and text in ("2", "3", "4"):
                    spans.append(Span(line.start, line.end, ""))
                    glued = True
                else:
                    marks.append((len(spans) - 1, text))
                    glued = False
                continue
            if spans and line.gap == 0 and _CHARGE.fullmatch(text) and len(lines) > 1:
                spans.append(Span(line.start, line.end, ""))
                glued = True
                continue
            glue = " "
            if glued and not line.lead:
                glue = ""
            elif (
                last
                and last[-1] in HYPHENS
                and text[0].isalnum()
                and (len(last) < 2 or last[-2] != " ")
                and not self.judge.suspends(last, text)
            ):
                glue = ""
                if self.judge.drops(last, text):
                    spans[-1].end -= 1
            elif (
                last
                and last[-1] in "–—/"
                and text[0].isalnum()
                and (len(last) < 2 or last[-2] != " ")
            ):
                glue = ""
            glued = False
            spans.append(Span(line.start, line.end, glue))
        return spans, marks


def _loosened(
    groups: Sequence[tuple[list[list[Line]], str]],
    texts: Sequence[str],
) -> list[tuple[list[list[Line]], str]]:
    """The lines of the reference list as they stand: entries are put together elsewhere."""
    out: list[tuple[list[list[Line]], str]] = []
    cited = False
    for (rows, hint), text in zip(groups, texts, strict=True):
        zone = section_names.zone_of(text) if hint else None
        if zone:
            cited = zone == "references"
        if cited and not zone:
            out += [([row], "line") for row in rows]
        else:
            out.append((rows, hint))
    return out


def _width(sizes: Sequence[int]) -> int:
    """Width of the column in letters: what all but the longest few lines stay within."""
    ordered = sorted(s for s in sizes if s > MIN_TEXT)
    return ordered[int(len(ordered) * 0.95) if len(ordered) > 8 else -1] if ordered else 80


def _inner_gap(pairs: Sequence[tuple[str, int, str]]) -> int:
    """Blank lines between the lines of one paragraph, by the pairs that surely belong together."""
    seen = Counter(gap for last, gap, text in pairs if not ends(last) and goes_on(text))
    return seen.most_common(1)[0][0] if seen else 0
