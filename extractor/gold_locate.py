"""Find short texts in a source file, whatever its line breaks, hyphens and letter shapes.

An annotator types what is read; a file may hold it broken over lines, hyphenated, with a citation
number in the middle or with another dash. Both are therefore squeezed to their letters and digits
(case folded, Greek letters spelled out), and every squeezed character remembers where it stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.matching import GREEK, fold, squeeze

_CITATION_LINE = re.compile(r"^[ \t]*\d{1,3}(?:[,\-–‐ ]+\d{1,3})*[,.]?[ \t]*$", re.M)
_SENTENCE_END = re.compile(
    r"(?<!\bal)(?<!\bvs)(?<!\bi\.e)(?<!\be\.g)(?<!\bFig)(?<!\bcf)(?<!\b[A-Z])"
    r"[.!?][\"”’)\]]*(?:\s*\[?\d{1,3}(?:[,\-–‐ ]{1,2}\d{1,3})*\]?)?"
    r"(?=\s+[\"“(\[]?[A-Z0-9À-ÞΑ-Ω]|\s*$)"
)
_HARD_EDGE = re.compile(r"\n[ \t]*\n")
_DASHES = "-‐‑‒–—−"
_TAIL_BACK = 160
"""How far, in characters, a list of miRNAs may stretch from its head to a member."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place found: ``source[start:end]``, and how far from perfect (0) the match is."""

    start: int
    end: int
    flaw: int = 0


class SqueezedText:
    """A text squeezed to its letters and digits, each with the offset it came from.

    Args:
        text: The decoded source file.
        skip_citations: Leave out lines that hold citation numbers only, so that a phrase is
            found across the superscript that interrupts it.
    """

    def __init__(self, text: str, skip_citations: bool) -> None:
        self.text = text
        skipped: set[int] = set()
        if skip_citations:
            for line in _CITATION_LINE.finditer(text):
                skipped.update(range(*line.span()))
        letters: list[str] = []
        places: list[int] = []
        for at, char in enumerate(text):
            if at in skipped:
                continue
            for letter in fold(char):
                letters.append(letter)
                places.append(at)
        self.letters = "".join(letters)
        self.places = places

    def find(self, words: str) -> Iterator[Hit]:
        """Every place of ``words``, in text order, with its flaw.

        Flaws: 1 where letter case differs, 4 where the match ends inside a word (a plural, say),
        which is then extended to the word's end. Matches that start inside a word are left out.
        """
        wanted = squeeze(words)
        if not wanted:
            return
        at = self.letters.find(wanted)
        while at >= 0:
            hit = self._checked(at, at + len(wanted), words)
            if hit is not None:
                yield hit
            at = self.letters.find(wanted, at + 1)

    def _checked(self, first: int, stop: int, words: str) -> Hit | None:
        start, end = self.places[first], self.places[stop - 1] + 1
        if first and self.places[first - 1] == start:
            return None  # starts within a spelled-out Greek letter
        if stop < len(self.places) and self.places[stop] == end - 1:
            return None
        text = self.text
        if start and text[start - 1].isalnum() and text[start].isalnum():
            return None
        flaw = 0
        if end < len(text) and text[end].isalnum():
            if len(words) < 4:
                return None
            flaw += 4
            while end < len(text) and text[end].isalnum():
                end += 1
        lead, tail = _trimmings(words)
        if tail and text.startswith(tail, end):
            end += len(tail)
        if lead and text.endswith(lead, 0, start):
            start -= len(lead)
        elif lead and lead in _DASHES and start and text[start - 1] in _DASHES:
            start -= 1
        if _spelled(text[start:end]) != _spelled(words):
            flaw += 1
        return Hit(start, end, flaw)


class Locator:
    """Finds quotes and mentions in one source text.

    Args:
        text: The decoded source file; all offsets given back count in it.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._views = [SqueezedText(text, True), SqueezedText(text, False)]

    def hits(self, words: str) -> list[Hit]:
        """Every place of ``words``; "a … b" is from a to the next b within 400 characters."""
        if not squeeze(words):
            return []
        parts = [p for p in re.split(r"…|\.\.\.", words) if squeeze(p)]
        if len(parts) > 1:
            return self._spread(parts)
        found: dict[tuple[int, int], Hit] = {}
        for view in self._views:
            for hit in view.find(words):
                found.setdefault((hit.start, hit.end), hit)
        return sorted(found.values(), key=lambda h: (h.start, h.end))

    def _spread(self, parts: list[str]) -> list[Hit]:
        out: list[Hit] = []
        for first in self.hits(parts[0]):
            end, flaw = first.end, first.flaw
            for part in parts[1:]:
                later = [h for h in self.hits(part) if end <= h.start <= end + 400]
                if not later:
                    break
                end, flaw = later[0].end, flaw + later[0].flaw
            else:
                out.append(Hit(first.start, end, flaw))
        return out

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence or sentences that ``start:end`` touches, within the paragraph.

        In texts whose every line is set off by a blank line, a blank line is no edge unless the
        letter before it ends a sentence.
        """
        edges = [0]
        edges += [m.end() for m in _SENTENCE_END.finditer(self.text)]
        if not _is_broken(self.text):
            edges += [m.start() for m in _HARD_EDGE.finditer(self.text)]
        edges = sorted({*edges, len(self.text)})
        left = max((e for e in edges if e <= start), default=0)
        right = min((e for e in edges if e >= end), default=len(self.text))
        while left < start and self.text[left].isspace():
            left += 1
        while right > end and self.text[right - 1].isspace():
            right -= 1
        return left, right

    def nearest(
        self, hits: Iterable[Hit], quote: tuple[int, int], sentence: tuple[int, int]
    ) -> Hit | None:
        """The hit nearest to the quote: in it, its sentence, before, behind (which counts double).

        Ties go to the better match, then to the longer, then to the first.
        """
        def cost(hit: Hit) -> tuple[int, int, int, int]:
            return (self._distance(hit, quote, sentence) + 3 * hit.flaw, hit.flaw,
                    hit.start - hit.end, hit.start)

        return min(hits, key=cost, default=None)

    @staticmethod
    def _distance(hit: Hit, quote: tuple[int, int], sentence: tuple[int, int]) -> int:
        if quote[0] <= hit.start and hit.end <= quote[1]:
            return 0
        if sentence[0] <= hit.start and hit.end <= sentence[1]:
            return 2
        if hit.start < sentence[0]:
            return 10 + sentence[0] - hit.end
        return 10 + 2 * (hit.start - sentence[1])

    def mirna(self, label: str) -> list[Hit]:
        """Places where a miRNA is written, in full ("microRNA 21") or in a list ("-23a")."""
        parts = MIRNA.fullmatch(label.strip())
        if parts is None:
            return self.hits(label)
        name = re.escape(parts["name"])
        arm = parts["arm"] or ""
        armed = rf"(?:[{_DASHES}]{arm[-2:]}\b|\b)" if arm else r"\b"
        dash = rf"[{_DASHES}\s]*"
        head = (
            r"let[\-‐‑–\s]*" if parts["family"].casefold() == "let" else
            rf"(?:mi(?:cro)?{dash}RNAs?|mi{dash}Rs?|mir){dash}"
        )
        species = rf"(?:[a-z]{{3}}[{_DASHES}])?"
        out: dict[tuple[int, int], Hit] = {}
        for match in re.finditer(rf"(?<![^\W_]){species}{head}{name}{armed}", self.text, re.I):
            flaw = 0 if not arm or squeeze(match.group()).endswith(arm[-2:].casefold()) else 2
            out[match.span()] = Hit(*match.span(), flaw)
        tail = rf"(?<![^\W_])[{_DASHES}]?{name}{armed}(?![{_DASHES}]?\w*\s*%)"
        for match in re.finditer(tail, self.text):
            before = self.text[max(0, match.start() - _TAIL_BACK) : match.start()]
            if re.search(r"(?:mi(?:cro)?-?RNAs?|miRs?|let)[^.;]*(?:,|/|and|&|or|to)\s*$", before,
                         re.I):
                out.setdefault(match.span(), Hit(*match.span(), 1))
        whole = [h for h in out.values()
                 if not any(o.start <= h.start and h.end <= o.end and o != h
                            for o in out.values())]
        extra = parts["rest"]
        if extra:
            longer = self.hits(label)
            if longer:
                return longer
        return sorted(whole, key=lambda h: h.start)


MIRNA = re.compile(
    r"(?:(?P<species>[a-z]{3})-)?(?P<family>mir|let|miRNA|microRNA)-?"
    r"(?P<name>\d+(?:[a-z](?![a-z]))?(?:[-/]\d+(?![\dp]))*[a-z]?)"
    r"(?:-(?P<arm>[35]p)(?![a-z]))?(?P<rest>\*|[ \-](?:cluster|family))?",
    re.I,
)
"""The parts of a miRNA label."""


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A plain division of ``text[start:end]`` into sentences, for baselines and display."""
    out: list[tuple[int, int]] = []
    at = start
    for stop in (*(m.end() for m in _SENTENCE_END.finditer(text, start, end)), end):
        if text[at:stop].strip():
            out.append((at, stop))
            at = stop
    return out


def _spelled(words: str) -> str:
    """Letters and digits in their own case, Greek letters spelled out."""
    return "".join(GREEK.get(c.casefold(), c) for c in words if c.isalnum())


def _trimmings(words: str) -> tuple[str, str]:
    """What stands before the first and behind the last letter, such as a dash and a plus."""
    at = [i for i, c in enumerate(words.strip()) if c.isalnum()]
    return words.strip()[: at[0]], words.strip()[at[-1] + 1 :]


def _is_broken(text: str) -> bool:
    """Whether a text sets every line off by a blank line, as raw text of PDFs does."""
    lines = [line for line in text.split("\n") if line.strip()]
    blanks = sum(1 for _ in _HARD_EDGE.finditer(text))
    return len(lines) > 20 and blanks > 0.6 * len(lines) and (
        sum(map(len, lines)) / len(lines) < 100
    )
