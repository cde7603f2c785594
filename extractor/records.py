"""The records that flow through the program: documents, mentions, findings.

Plain dataclasses that import nothing else of this package, so that every part can share them.
All offsets are 0-based, half-open and in Unicode code points. Unless a field says *source*, they
count in ``Document.text``; ``Document.source_span`` leads from there to the original file.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

BlockKind = Literal[
    "title", "abstract", "heading", "paragraph", "list", "caption", "table", "footnote",
    "abbreviations", "reference", "front", "back",
]
"""What a block is. Findings come from title, abstract, paragraph, list, caption, table blocks."""

BODY_KINDS: frozenset[str] = frozenset({"title", "abstract", "paragraph", "list", "caption"})
"""Kinds whose running text is searched for findings."""

Box = tuple[int, float, float, float, float]
"""Page (1-based), x0, top, x1, bottom in points; origin top left."""


@dataclass(slots=True)
class Block:
    """A stretch of the document text that is one paragraph, heading, caption, …

    ``section`` is the heading the block stands under (the innermost one), ``path`` all headings
    from the outermost to the innermost. Blocks are in text order and do not overlap; the text
    between two blocks is only white space.
    """

    kind: BlockKind
    start: int
    end: int
    section: str | None = None
    path: tuple[str, ...] = ()
    level: int = 0


@dataclass(slots=True)
class Reference:
    """One entry of the reference list.

    ``key`` is what callouts use: the number as printed ("12"), or the source's own id ("CR12").
    ``raw`` is the entry as printed. Everything else is ``None`` or empty where it is not printed.
    """

    key: str
    raw: str
    authors: tuple[str, ...] = ()
    year: int | None = None
    title: str | None = None
    journal: str | None = None
    volume: str | None = None
    pages: str | None = None
    doi: str | None = None
    pmid: str | None = None
    number: int | None = None


@dataclass(slots=True)
class Citation:
    """A callout, lifted out of the text, and the place where it stood.

    ``offset`` is the position in the document text at which the callout stood (it is no longer
    there when ``lifted``; author–year callouts in running prose such as "Lou et al. (2015)" stay
    and have ``lifted=False`` with ``end`` behind them). ``marker`` is one callout's own text
    ("12", "Lou et al., 2015"); a range such as [3,5–8] becomes one citation per number.
    ``reference`` is the key of the entry it is tied to, or ``None`` if it could not be resolved.
    """

    marker: str
    offset: int
    end: int
    reference: str | None = None
    lifted: bool = True


@dataclass(slots=True)
class Cell:
    """A table cell with its place in the grid; ``start``/``end`` in the document text."""

    row: int
    column: int
    text: str
    start: int
    end: int
    row_span: int = 1
    column_span: int = 1
    header: bool = False
    citations: tuple[str, ...] = ()


@dataclass(slots=True)
class Table:
    """A table: its cells stand in the document text too, one block of kind ``table``."""

    label: str | None
    caption: str | None
    start: int
    end: int
    cells: list[Cell] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    section: str | None = None
    page: int | None = None


@dataclass(slots=True)
class PageDamage:
    """How damaged the text of one page is: 0.0 clean to 1.0 unusable, and why."""

    page: int
    score: float
    reasons: tuple[str, ...] = ()


class Alignment:
    """Where each character of a text comes from: a piecewise linear map to source offsets.

    A run ``(text_start, source_start, length)`` says that ``text[text_start + i]`` is
    ``source[source_start + i]`` for ``0 <= i < length``. Characters between runs (a joining space,
    say) have no letter of their own in the source and are mapped to the end of the run before them.
    """

    __slots__ = ("_length", "_source", "_text")

    def __init__(self, runs: Iterable[tuple[int, int, int]] = ()) -> None:
        self._text: array[int] = array("q")
        self._source: array[int] = array("q")
        self._length: array[int] = array("q")
        for run in runs:
            self.append(*run)

    def append(self, text_start: int, source_start: int, length: int) -> None:
        """Add a run behind the last one, merging it where it only continues it."""
        if length <= 0:
            return
        if self._text:
            last_end = self._text[-1] + self._length[-1]
            if text_start < last_end:
                raise ValueError("alignment runs must be appended in text order")
            if text_start == last_end and source_start == self._source[-1] + self._length[-1]:
                self._length[-1] += length
                return
        self._text.append(text_start)
        self._source.append(source_start)
        self._length.append(length)

    def __len__(self) -> int:
        return len(self._text)

    def runs(self) -> Iterator[tuple[int, int, int]]:
        """The runs ``(text_start, source_start, length)`` in text order."""
        return zip(self._text, self._source, self._length, strict=True)

    def to_source(self, offset: int) -> int:
        """Source offset of the character at ``offset`` of the text."""
        i = bisect_right(self._text, offset) - 1
        if i < 0:
            return self._source[0] if self._source else offset
        return self._source[i] + min(offset - self._text[i], self._length[i])

    def span_to_source(self, start: int, end: int) -> tuple[int, int]:
        """Smallest source span that holds the letters of ``text[start:end]``."""
        if end <= start:
            at = self.to_source(start)
            return at, at
        first = last = None
        i = max(bisect_right(self._text, start) - 1, 0)
        while i < len(self._text) and self._text[i] < end:
            lo = max(start, self._text[i])
            hi = min(end, self._text[i] + self._length[i])
            if lo < hi:
                a = self._source[i] + lo - self._text[i]
                b = a + hi - lo
                first = a if first is None else min(first, a)
                last = b if last is None else max(last, b)
            i += 1
        if first is None or last is None:
            at = self.to_source(start)
            return at, at
        return first, last

    def span_from_source(self, start: int, end: int) -> tuple[int, int] | None:
        """Smallest text span that holds every letter taken from ``source[start:end]``.

        ``None`` when no letter of the text comes from there. Runs are in text order, not in source
        order (a block may have been moved), so all are looked at.
        """
        first = last = None
        for text, source, length in self.runs():
            lo, hi = max(start, source), min(end, source + length)
            if lo < hi:
                a = text + lo - source
                b = a + hi - lo
                first = a if first is None else min(first, a)
                last = b if last is None else max(last, b)
        return None if first is None or last is None else (first, last)


@dataclass(slots=True)
class Source:
    """The file a document was read from."""

    path: str
    kind: Literal["text", "pdf", "jats", "html", "bioc"]
    sha256: str
    encoding: str | None = None


class Geometry:
    """Page and box of every character of a PDF's document text.

    Three flat arrays, 20 bytes a character: ``pages[i]`` is the 1-based page of ``text[i]`` (0 for
    a character that no glyph stands for, such as a joining space), ``boxes[4*i:4*i+4]`` its
    x0, top, x1, bottom in points, origin top left.
    """

    __slots__ = ("boxes", "page_sizes", "pages")

    def __init__(self) -> None:
        self.pages: array[int] = array("H")
        self.boxes: array[float] = array("f")
        self.page_sizes: list[tuple[float, float]] = []

    def add(self, page: int, box: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)) -> None:
        """Append one character."""
        self.pages.append(page)
        self.boxes.extend(box)

    def span_boxes(self, start: int, end: int) -> list[Box]:
        """One box for each line (or page, or column) that ``text[start:end]`` touches."""
        out: list[list[float]] = []
        for i in range(start, min(end, len(self.pages))):
            page = self.pages[i]
            if not page:
                continue
            x0, top, x1, bottom = self.boxes[4 * i : 4 * i + 4]
            if out:
                last = out[-1]
                middle = (top + bottom) / 2
                tall = max(last[4] - last[2], bottom - top, 1.0)
                same_line = last[0] == page and last[2] <= middle <= last[4]
                if same_line and -tall < x0 - last[3] < 4 * tall:
                    last[1], last[2] = min(last[1], x0), min(last[2], top)
                    last[3], last[4] = max(last[3], x1), max(last[4], bottom)
                    continue
            out.append([page, x0, top, x1, bottom])
        return [(int(b[0]), b[1], b[2], b[3], b[4]) for b in out]


@dataclass(slots=True)
class Document:
    """A document as read: its text and everything known about it.

    ``text`` holds title, abstract, body, captions, tables and back matter in reading order, one
    block after the other, blocks separated by a blank line (two newlines), no line breaks inside a
    block. References are kept apart in ``references`` and are not part of ``text``. Page furniture
    (running heads, page numbers, link words of web pages) is in ``furniture`` only.
    ``abbreviations`` maps short to long forms of the paper's own list.
    """

    doc_id: str
    text: str
    source: Source
    blocks: list[Block] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    abbreviations: dict[str, str] = field(default_factory=dict)
    tables: list[Table] = field(default_factory=list)
    alignment: Alignment | None = None
    geometry: Geometry | None = None
    furniture: list[str] = field(default_factory=list)
    damage: list[PageDamage] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    title: str | None = None

    def source_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Span in the decoded source file (code points), where the source is a text."""
        return self.alignment.span_to_source(start, end) if self.alignment else None

    def span_boxes(self, start: int, end: int) -> list[Box] | None:
        """Page boxes of a span, where the source is a PDF."""
        return self.geometry.span_boxes(start, end) if self.geometry else None

    def reference(self, key: str | None) -> Reference | None:
        """The reference entry with this key."""
        return next((r for r in self.references if r.key == key), None) if key else None

    def block_at(self, offset: int) -> Block | None:
        """The block in which a character stands."""
        i = bisect_right(self.blocks, offset, key=lambda b: b.start) - 1
        return self.blocks[i] if i >= 0 and offset < self.blocks[i].end else None


@dataclass(slots=True)
class Mention:
    """Something named in the text: ``document.text[start:end] == text``, always.

    ``kind`` is ``mirna``, ``source``, ``disease``, ``gene``, ``effect``, ``cargo``, ``vesicle``,
    ``organism``, ``cell``, … ; ``facts`` holds what belongs to one kind only (arm, organism,
    inducer, direction). ``rule`` is the id of the rule, lexicon entry or model that found it.
    ``boxes`` are page boxes for PDFs.
    """

    kind: str
    start: int
    end: int
    text: str
    label: str
    id: str | None = None
    rule: str = ""
    score: float = 1.0
    facts: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError("a mention cannot end before it starts")


@dataclass(slots=True)
class Slot:
    """One filled slot of a finding: the mention's place and what it is normalised to.

    Only the attributes of the slot's own kind are written out (see ``SLOT_ATTRIBUTES``).
    """

    text: str
    start: int
    end: int
    label: str
    id: str | None = None
    direction: str | None = None
    kind: str | None = None
    organism: str | None = None
    modifications: list[str] = field(default_factory=list)
    inducer: str | None = None
    setting: str | None = None
    boxes: list[Box] | None = None


SLOT_ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "msc_source": ("organism", "modifications"),
    "disease_model": ("organism", "inducer", "setting"),
    "mirnas": (),
    "targets": ("kind", "direction"),
    "effects": ("direction",),
    "cargo": (),
    "vesicle": (),
}
"""The slots of a finding in writing order, and the attributes that each carries."""

SINGLE_SLOTS: frozenset[str] = frozenset({"msc_source", "disease_model", "vesicle"})
"""Slots that hold one filler or none; the others hold lists."""


@dataclass(slots=True)
class Evidence:
    """A sentence (or table row) a finding rests on."""

    start: int
    end: int
    text: str | None = None
    page: int | None = None
    boxes: list[Box] | None = None


@dataclass(slots=True)
class CitedStudy:
    """The primary study cited for a finding."""

    marker: str
    reference: str | None = None
    title: str | None = None
    year: int | None = None
    doi: str | None = None
    pmid: str | None = None


@dataclass(slots=True)
class Finding:
    """One claim about what MSC vesicles or their cargo did; the contract of input and output."""

    finding_id: str
    doc_id: str
    section: str | None = None
    msc_source: Slot | None = None
    disease_model: Slot | None = None
    mirnas: list[Slot] = field(default_factory=list)
    targets: list[Slot] = field(default_factory=list)
    effects: list[Slot] = field(default_factory=list)
    cargo: list[Slot] = field(default_factory=list)
    vesicle: Slot | None = None
    polarity: str = "asserted"
    evidence: list[Evidence] = field(default_factory=list)
    citations: list[CitedStudy] = field(default_factory=list)
    confidence: float | None = None
    rules: list[str] = field(default_factory=list)

    def slots(self, name: str) -> list[Slot]:
        """The fillers of a slot as a list, whatever its cardinality."""
        value = getattr(self, name)
        if name in SINGLE_SLOTS:
            return [value] if value is not None else []
        return list(value)

    def to_json(self) -> dict[str, Any]:
        """The finding as JSON-ready data: every key present, empty ones ``null`` or ``[]``."""
        out: dict[str, Any] = {
            "finding_id": self.finding_id, "doc_id": self.doc_id, "section": self.section,
        }
        for name in SLOT_ATTRIBUTES:
            filled = [_slot_json(name, s) for s in self.slots(name)]
            out[name] = (filled[0] if filled else None) if name in SINGLE_SLOTS else filled
        out["polarity"] = self.polarity
        out["evidence"] = [
            {"start": e.start, "end": e.end, "text": e.text, "page": e.page, "boxes": e.boxes}
            for e in self.evidence
        ]
        out["citations"] = [
            {"marker": c.marker, "reference": c.reference, "title": c.title, "year": c.year,
             "doi": c.doi, "pmid": c.pmid}
            for c in self.citations
        ]
        out["confidence"] = self.confidence
        out["rules"] = list(self.rules)
        return out

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Finding:
        """The inverse of ``to_json``.

        Raises:
            KeyError, TypeError, ValueError: The data is not a finding.
        """
        known = set(cls.__dataclass_fields__)
        unknown = set(data) - known
        if unknown:
            raise ValueError(f"unknown key {sorted(unknown)[0]!r}")
        made: dict[str, Any] = {}
        for name in SLOT_ATTRIBUTES:
            value = data.get(name)
            if name in SINGLE_SLOTS:
                made[name] = Slot(**_checked(value, name)) if value else None
            else:
                made[name] = [Slot(**_checked(v, name)) for v in value or []]
        return cls(
            finding_id=str(data["finding_id"]), doc_id=str(data["doc_id"]),
            section=data.get("section"), polarity=data.get("polarity") or "asserted",
            evidence=[Evidence(**e) for e in data.get("evidence") or []],
            citations=[CitedStudy(**c) for c in data.get("citations") or []],
            confidence=data.get("confidence"), rules=list(data.get("rules") or []), **made,
        )


def _slot_json(name: str, slot: Slot) -> dict[str, Any]:
    out: dict[str, Any] = {
        "text": slot.text, "start": slot.start, "end": slot.end, "label": slot.label, "id": slot.id,
    }
    for attribute in SLOT_ATTRIBUTES[name]:
        out[attribute] = getattr(slot, attribute)
    if slot.boxes is not None:
        out["boxes"] = slot.boxes
    return out


def _checked(value: Any, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError(f"{name} must hold objects, not {type(value).__name__}")
    allowed = {"text", "start", "end", "label", "id", "boxes", *SLOT_ATTRIBUTES[name]}
    unknown = set(value) - allowed
    if unknown:
        raise ValueError(f"unknown attribute {sorted(unknown)[0]!r} in {name}")
    out = dict(value)
    if "modifications" in out and out["modifications"] is None:
        out["modifications"] = []
    return out
