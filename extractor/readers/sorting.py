"""Paragraphs of a plain text to the parts of a paper: title, sections, captions, references."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..records import BlockKind
from . import abbreviations, lines, section_names, sections
from .references import is_link_line, looks_like_reference
from .strand import Strand

_LONG = 250
"""Letters from which a paragraph counts as running text, whatever it looks like."""


_LABELLED = re.compile(r"[A-Z][A-Za-z]+(?:,? (?:and |& )?[A-Za-z]+){0,4}: [A-Z]")
"""A paragraph that opens with a few words and a colon, as parts of abstracts do."""


@dataclass(slots=True)
class Part:
    """A strand, or a stretch of one, with what it is."""

    kind: BlockKind
    strand: Strand
    start: int
    end: int
    level: int = 0
    path: tuple[str, ...] = ()
    aside: bool = False


@dataclass(slots=True)
class _Sorted:
    """The parts of a document in reading order and what does not become text."""

    parts: list[Part] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    shorts: list[dict[str, str]] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)


def sort(strands: Sequence[Strand]) -> _Sorted:
    """Say of each strand what it is."""
    return _Sorter(strands).run()


class _Sorter:
    """Walks through the strands from title to back matter and keeps where it is."""

    def __init__(self, strands: Sequence[Strand]) -> None:
        self.strands = strands
        self.result = _Sorted()
        self.path: list[tuple[int, str]] = []
        self.zone = "front"
        self.cited = False
        self.seen = False
        """Whether running text was seen yet."""
        self.run_ins = self._proven_run_ins()
        self.run_in_level: int | None = None
        self.abstract_at = next(
            (
                i
                for i, s in enumerate(strands[:40])
                if section_names.zone_of(s.text) == "abstract" and not s.hint.endswith("inside")
            ),
            None,
        )
        self.long_after = [0] * (len(strands) + 1)
        """How many long paragraphs stand from each strand on."""
        for i in range(len(strands) - 1, -1, -1):
            self.long_after[i] = self.long_after[i + 1] + (len(strands[i].text) >= _LONG)
        self.whole = sum(len(s.text) for s in strands)

    def run(self) -> _Sorted:
        """Sort all strands."""
        at = self._title()
        while at < len(self.strands):
            at = self._step(at)
        self._move_asides()
        self._only_abstract()
        return self.result

    def _add(
        self,
        kind: BlockKind,
        strand: Strand,
        start: int = 0,
        end: int | None = None,
        level: int = 0,
    ) -> None:
        self.seen = self.seen or kind in ("abstract", "paragraph")
        self.result.parts.append(
            Part(
                kind,
                strand,
                start,
                len(strand.text) if end is None else end,
                level,
                tuple(name for _, name in self.path),
                strand.hint == "abstract-inside",
            )
        )

    def _title(self) -> int:
        """Take furniture and the title from the start; the index of what comes next."""
        at = 0
        while at < len(self.strands):
            strand = self.strands[at]
            text = strand.text.strip()
            if sections.is_furniture(text) and not section_names.zone_of(text):
                self.result.furniture.append(text)
                at += 1
                continue
            if (
                at + 1 < len(self.strands)
                and at < 12
                and sections.is_front(text)
                and not sections.is_run_in(text)
            ):
                self._add("front", strand)
                at += 1
                continue
            break
        if at + 1 >= len(self.strands):
            return at
        strand = self.strands[at]
        text = strand.text.strip()
        follow = self.strands[at + 1].text
        size = len(text)
        if (
            strand.hint == "abstract-inside"
            or section_names.zone_of(text)
            or section_names.number_of(text)
            or size > 350
            or size < 8
            or sections.is_run_in(text)
            or sections.caption_of(text)
            or sections.is_bullet(text)
            or not any(c.isalpha() for c in text)
        ):
            return at
        if (
            lines.ends(text)
            and text[-1] != "?"
            and not (
                size < 250
                and not lines.TWO_SENTENCES.search(text)
                and (
                    len(follow) > 2 * size
                    or sections.is_front(follow)
                    or section_names.zone_of(follow)
                    or sections.is_run_in(follow)
                    or sections.may_be_heading(follow)
                    or _LABELLED.match(follow)
                )
            )
        ):
            return at
        if (
            not lines.ends(text)
            and len(follow) < 20
            and not section_names.zone_of(follow)
            and at + 2 >= len(self.strands)
        ):
            return at
        self._add("title", strand)
        return at + 1

    def _step(self, at: int) -> int:
        strand = self.strands[at]
        text = strand.text.strip()
        if (
            self.zone == "references"
            and not section_names.zone_of(text)
            and not (
                sections.is_furniture(text)
                or sections.is_back(text)
                or strand.hint == "abstract-inside"
            )
        ):
            return self._reference(at, text)
        if strand.hint == "abstract-inside":
            return self._inside(at, text)
        zone = section_names.zone_of(text)
        if zone and not (zone == "front" and self.zone == "body" and len(text) > 40):
            return self._open(at, text, zone)
        if sections.is_furniture(text):
            self.result.furniture.append(text)
            return at + 1
        if self.zone == "abbreviations":
            done = self._short(at, text)
            if done:
                return done
            self.zone = "body"
        if abbreviations.is_inline(text):
            self.result.shorts.append(abbreviations.parse(text))
            self._add("abbreviations", strand)
            return at + 1
        caption = sections.caption_of(text)
        if caption and self.zone != "back":
            return self._caption(at, caption[1])
        if self._is_heading(at, text):
            return self._heading(at, text)
        if self._headless_references(at):
            self.zone, self.cited = "references", True
            return self._reference(at, text)
        return self._paragraph(at, text)

    def _open(self, at: int, text: str, zone: str) -> int:
        """A heading with a name that papers share."""
        strand = self.strands[at]
        if zone == "references":
            ahead = [s.text for s in self.strands[at + 1 : at + 5]]
            if (
                self.cited
                or any(
                    looks_like_reference(t) or t[:1].isdigit() or t[:1] == "[" for t in ahead[:3]
                )
                or (looks_like_reference(" ".join(ahead)))
            ):
                self.zone, self.cited = "references", True
                return at + 1
            zone = "body"
        if zone == "abbreviations" and at + 1 >= len(self.strands):
            zone = "body"
        name = section_names.plain_name(text)
        number = section_names.number_of(text)
        level = number[0] if number else 1
        if self.zone == "abstract" and zone == "body" and self._labels_abstract(at):
            self._push(2, name)
            self._add("heading", strand, level=2)
            return at + 1
        if zone == "back" and not self.cited and not self.seen:
            zone = "front"  # affiliations and funding above the abstract
        self._push(level, name)
        self.zone = zone
        kind: BlockKind = "heading"
        if zone in ("front", "back"):
            kind = "front" if zone == "front" and not self.cited else "back"
        self._add(kind, strand, level=level if kind == "heading" else 0)
        return at + 1

    def _labels_abstract(self, at: int) -> bool:
        """Whether a heading inside the abstract labels a part of it ("Methods" on its own line)."""
        name = section_names.plain_name(self.strands[at].text).casefold()
        ahead = [
            section_names.plain_name(s.text).casefold()
            for s in self.strands[at + 1 :]
            if section_names.zone_of(s.text) == "body"
        ]
        if name in ("introduction", "main text", "main", "background") and name not in ahead:
            follow = sum(len(s.text) for s in self.strands[at + 1 : at + 3])
            return name == "background" and "introduction" in ahead and follow < 4000
        return name in ahead or "introduction" in ahead

    def _push(self, level: int, name: str) -> None:
        while self.path and self.path[-1][0] >= level:
            self.path.pop()
        self.path.append((level, name))

    def _inside(self, at: int, text: str) -> int:
        """An abstract that was cut out of the middle of the text."""
        strand = self.strands[at]
        kept, self.path = self.path, [(1, "Abstract")]
        if section_names.zone_of(text) == "abstract":
            self._add("heading", strand, level=1)
        elif sections.is_front(text):
            self._add("front", strand)
        else:
            self._labelled(strand, "abstract")
        self.path = kept
        return at + 1

    def _short(self, at: int, text: str) -> int:
        """One entry of the abbreviation list; 0 if the list is over."""
        strand = self.strands[at]
        if abbreviations.is_short_line(text) and at + 1 < len(self.strands):
            follow = self.strands[at + 1]
            if not section_names.zone_of(follow.text) and not abbreviations.is_short_line(
                follow.text
            ):
                self.result.shorts.append(abbreviations.pair(text, follow.text))
                self._add("abbreviations", _joined(strand, follow))
                return at + 2
        found = abbreviations.parse(text)
        if found and (len(text) < 200 or len(found) > 1 or ";" in text):
            self.result.shorts.append(found)
            self._add("abbreviations", strand)
            return at + 1
        return 0

    def _caption(self, at: int, rest: str) -> int:
        strand = self.strands[at]
        after = at + 1
        while after < len(self.strands) and sections.is_figure_word(self.strands[after].text):
            self.result.furniture.append(self.strands[after].text)
            after += 1
        if not rest and after < len(self.strands):
            follow = self.strands[after]
            if not (
                section_names.zone_of(follow.text)
                or sections.caption_of(follow.text)
                or sections.is_furniture(follow.text)
            ):
                self._add("caption", _joined(strand, follow))
                return after + 1
        self._add("caption", strand)
        return after

    def _is_heading(self, at: int, text: str) -> bool:
        strand = self.strands[at]
        if strand.hint:
            return strand.hint == "heading" and not (self.zone == "back" and self.cited)
        if not sections.may_be_heading(text) or (
            sections.is_front(text) and self.zone in ("front", "abstract")
        ):
            return False
        if at + 1 >= len(self.strands) or (self.zone == "back" and self.cited):
            return False
        follow = self.strands[at + 1].text
        if text[-1] in ".!" or (lines.goes_on(follow) and not sections.is_bullet(follow)):
            return False
        if section_names.number_of(text):
            return True
        chain = 0
        for other in self.strands[at + 1 : at + 6]:
            if len(other.text) > 150 or section_names.zone_of(other.text) or lines.ends(other.text):
                break
            chain += 1
        return chain <= 2 and len(follow) > min(len(text), 60)

    def _heading(self, at: int, text: str) -> int:
        number = section_names.number_of(text)
        self._push(number[0] if number else 1, section_names.plain_name(text))
        self._add("heading", self.strands[at], level=number[0] if number else 1)
        self.zone = "body"
        return at + 1

    def _reference(self, at: int, text: str) -> int:
        if is_link_line(text):
            self.result.furniture.append(text)
        else:
            self.result.references.append(text)
        return at + 1

    def _headless_references(self, at: int) -> bool:
        """Whether a reference list without heading begins here: entries to the end."""
        if self.cited or self.strands[at].text[:1] not in tuple("1[("):
            return False
        ahead = [s.text for s in self.strands[at : at + 3]]
        if not re.match(r"[\[(]?1[\])\.\s]", ahead[0]):
            return False
        return len(ahead) == 3 and all(looks_like_reference(t) and len(t) < 900 for t in ahead)

    def _paragraph(self, at: int, text: str) -> int:
        strand = self.strands[at]
        if self.zone == "front" and not self.cited:
            before = self.abstract_at is not None and at < self.abstract_at
            labelled = self._has_labels(text)
            if not labelled and (sections.is_front(text) or before):
                self._add("front", strand)
                return at + 1
            self.zone = "abstract" if labelled or self._one_of_few(at) else "body"
            self.path = []
        if not self.cited and text[:8].casefold() == "abstract" and self._has_labels(text):
            self.zone, self.path = "abstract", []
        if self.zone == "back" or sections.is_back(text):
            self._add("back", strand)
            return at + 1
        if self.zone == "abstract" and sections.is_front(text) and len(text) < 600:
            self._add("front", strand)
            return at + 1
        if (
            sections.is_front(text)
            and len(text) < 300
            and (not lines.ends(text) or sections.is_bullet(text))
        ):
            self._add("front", strand)
            return at + 1
        bullet = sections.bullet_end(text)
        if sections.is_bullet(text):
            self._add("list", strand, bullet)
            return at + 1
        if self.zone == "abstract":
            self._labelled(strand, "abstract")
            if not self._has_labels(text) and self.path == [] and not self._one_of_few(at):
                self.zone = "body"
            return at + 1
        phrase = sections.run_in(text) if self.run_ins else None
        if phrase and self.zone == "body":
            if self.run_in_level is None or not any(
                level == self.run_in_level for level, _ in self.path
            ):
                self.run_in_level = (self.path[-1][0] if self.path else 0) + 1
            self._push(self.run_in_level, phrase[0])
            self._add("heading", strand, 0, len(phrase[0]), level=self.run_in_level)
            self._add("paragraph", strand, phrase[1])
            return at + 1
        self._labelled(strand, "paragraph")
        return at + 1

    def _proven_run_ins(self) -> bool:
        """Whether the document shows by repetition that it sets headings in line."""
        found = [
            s
            for s in self.strands
            if len(s.text) > 80 and not sections.is_run_in(s.text) and sections.run_in(s.text)
        ]
        long = sum(len(s.text) > 80 for s in self.strands)
        return len(found) >= 2 and len(found) * 4 >= long

    def _one_of_few(self, at: int) -> bool:
        """Whether the text at ``at`` is the only running text: then it is an abstract."""
        titled = any(p.kind == "title" for p in self.result.parts)
        ahead = any(section_names.zone_of(s.text) == "body" for s in self.strands[at + 1 : at + 4])
        return titled and (self.long_after[at] <= 1 or ahead)

    def _has_labels(self, text: str) -> bool:
        return sections.is_run_in(text) and any(m.start(1) == 0 for m in sections.labels(text))

    def _labelled(self, strand: Strand, kind: BlockKind) -> None:
        """Add a paragraph; in an abstract each labelled part with its label as a heading."""
        text = strand.text
        found = sections.labels(text) if kind == "abstract" or self._has_labels(text) else []
        if kind != "abstract" and len(found) < 2:
            found = []
        if not found:
            self._add(kind, strand)
            return
        kept = list(self.path)
        base = (
            [p for p in kept if p[1].casefold() in ("abstract", "summary")]
            if kind == "abstract"
            else kept
        )
        if found[0].start(1):
            self._add(kind, strand, 0, found[0].start(1))
        for i, m in enumerate(found):
            stop = found[i + 1].start(1) if i + 1 < len(found) else len(text)
            level = (base[-1][0] if base else 0) + 1
            self.path = [*base, (level, m.group(1))]
            name = m.group(1).casefold()
            if name in ("keywords", "key words", "funding", "abbreviations", "trial registration"):
                self.path = base
                if name == "abbreviations":
                    self.result.shorts.append(abbreviations.parse(text[m.start(1) : stop]))
                self._add(
                    "front" if name != "abbreviations" else "abbreviations",
                    strand,
                    m.start(1),
                    stop,
                )
                continue
            self._add("heading", strand, m.start(1), m.end(1), level=level)
            self._add(kind, strand, m.end(), stop)
        self.path = [*base, *(p for p in self.path[len(base) :])] if kind == "abstract" else kept

    def _move_asides(self) -> None:
        """Put an abstract that stood inside the text where abstracts stand."""
        inside = [p for p in self.result.parts if p.aside]
        if not inside:
            return
        rest = [p for p in self.result.parts if not p.aside]
        at = next((i for i, p in enumerate(rest) if p.kind not in ("title", "front")), len(rest))
        self.result.parts = rest[:at] + inside + rest[at:]

    def _only_abstract(self) -> None:
        """A short text whose sections are those of an abstract is an abstract."""
        parts = self.result.parts
        if self.whole > 4500 or self.result.references or any(p.kind == "abstract" for p in parts):
            return
        heads = [p for p in parts if p.kind == "heading"]
        bodies = [p for p in parts if p.kind == "paragraph"]
        named = [p for p in heads if _LABEL_NAME.fullmatch(section_names.plain_name(p.strand.text))]
        if len(heads) >= 3 and len(named) == len(heads) and len(bodies) <= len(heads) + 1:
            for part in bodies:
                part.kind = "abstract"


_LABEL_NAME = re.compile(sections.LABEL_WORDS, re.IGNORECASE)


def _joined(first: Strand, second: Strand) -> Strand:
    """Two strands as one, a space between."""
    shift = len(first.text) + 1
    return Strand(
        f"{first.text} {second.text}",
        first.runs + [(a + shift, b, n) for a, b, n in second.runs],
        first.lifts + [(a + shift, mark) for a, mark in second.lifts],
        first.hint,
        first.gap,
        first.start,
    )
