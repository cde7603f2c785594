"""Plain texts to documents: converted PDFs, copied web pages, and clean text.

Lines become paragraphs (``lines``), paragraphs get their kind and section (here), callouts are
lifted out and tied to the reference list (``citations``, ``references``).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from ..errors import ReadError
from ..records import Citation, Document, Reference, Source
from . import abbreviations, lines, section_names, sections
from .citations import CalloutFinder, cuts, expand, style_of
from .decode import decode
from .hardbreaks import Layout
from .references import is_link_line, parse_references, split_entries
from .sorting import Part, sort
from .strand import Span, Strand, Writer, weave

_HASHES = re.compile(r"#{1,6}[ \t]+(\S.*?)[ \t#]*\Z")


def read_text_bytes(path: str | Path, data: bytes, doc_id: str) -> Document:
    """Read the bytes of a text file.

    Raises:
        ReadError: The file is empty, binary, or holds nothing but white space.
    """
    text, encoding, warnings = decode(data, path)
    source = Source(str(path), "text", hashlib.sha256(data).hexdigest(), encoding)
    document = _read(text, doc_id, source)
    document.warnings += warnings
    return document


def read_text(text: str, doc_id: str) -> Document:
    """Read a text that is in memory; offsets of its alignment count in ``text``.

    Raises:
        ReadError: There is nothing but white space in it.
    """
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _read(text, doc_id, Source("", "text", digest))


def _read(source: str, doc_id: str, origin: Source) -> Document:
    found = _without_hashes(source, lines.split(source))
    furniture: list[str] = []
    if lines.is_broken(source, found):
        layout = Layout(source, found)
        strands = layout.strands()
        furniture = [source[line.start : line.end] for line in layout.furniture]
    else:
        strands = _flowing(source, found)
    strands = [s for s in strands if s.text.strip()] or [
        s for s in _flowing(source, found) if s.text.strip()
    ]
    if not strands:
        raise ReadError(origin.path or doc_id, "is empty" if not source else "holds no text")
    result = sort(strands)
    entries = parse_references(split_entries(result.references))
    document = Document(
        doc_id,
        "",
        origin,
        references=entries,
        abbreviations=abbreviations.merge(result.shorts),
        furniture=furniture + result.furniture,
    )
    _write(document, result.parts, entries)
    return document


def _without_hashes(source: str, found: list[lines.Line]) -> list[lines.Line]:
    """The lines of a Markdown text without the marks of its headings."""
    marked = [(line, m) for line in found if (m := _HASHES.match(source, line.start, line.end))]
    if len(marked) < 2:
        return found
    for line, m in marked:
        line.start, line.end = m.start(1), m.end(1)
    return found


def _flowing(source: str, found: Sequence[lines.Line]) -> list[Strand]:
    """One strand a line, but for sentences that a page break or a narrow title tore."""
    groups: list[list[lines.Line]] = []
    last = ""
    for number, line in enumerate(found):
        size = line.end - line.start
        text = (
            source[line.start : line.end] if size < 400 else source[line.start : line.start + 400]
        )
        if groups and _belongs(last, text, line, number, found):
            groups[-1].append(line)
        else:
            groups.append([line])
        last = source[max(line.start, line.end - 400) : line.end]
    out: list[Strand] = []
    for group in groups:
        strand = weave(source, [Span(line.start, line.end) for line in group])
        strand.gap = group[0].gap
        out.append(strand)
    return out


def _belongs(
    last: str, text: str, line: lines.Line, number: int, found: Sequence[lines.Line]
) -> bool:
    """Whether a line of a text with whole paragraphs only continues the one before."""
    if (
        lines.ends(last)
        or text[-1] in ":="
        or section_names.zone_of(last)
        or section_names.zone_of(text)
    ):
        return False
    if lines.goes_on(text) and len(text) >= 20 and len(last) >= 60:
        return not (sections.is_bullet(text) or is_link_line(last))
    if (
        number == 1 and line.gap == 0 and len(found) > 2 and found[2].gap > 0
    ):  # a title in two lines
        return (
            len(last) >= 50
            and len(text) < 140
            and not lines.ends(text)
            and not sections.is_run_in(text)
        )
    return False


def _write(document: Document, parts: Sequence[Part], references: Sequence[Reference]) -> None:
    """Write the parts out, lifting the callouts of each."""
    looked = [
        p.strand.text[p.start : p.end]
        for p in parts
        if p.kind not in ("front", "back", "heading", "abbreviations")
    ]
    finder = CalloutFinder(style_of(looked, references), references)
    writer = Writer()
    citations: list[Citation] = []
    for part in parts:
        strand = part.strand
        text = strand.text[part.start : part.end]
        marks = [(at, at, expand(raw)) for at, raw in strand.lifts if part.start < at <= part.end]
        callouts = [] if part.kind in ("front", "back", "abbreviations") else finder.find(text)
        gone = [(a + part.start, b + part.start, c) for a, b, c in cuts(text, callouts)]
        stretches = sorted(
            [(a, b, list(c.markers)) for a, b, c in gone] + marks, key=lambda s: (s[0], s[1])
        )
        stays = [c for c in callouts if not c.lifted]
        # callouts that stay are found again behind the cuts by where their own ends came to stand
        edges = sorted({e + part.start for c in stays for e in (c.start, c.end)})
        every = sorted([(a, b) for a, b, _ in stretches] + [(e, e) for e in edges])
        offsets = writer.block(
            part.kind, strand, part.start, part.end, every, part.path, part.level
        )
        if offsets is None:
            continue
        place: dict[tuple[int, int], int] = dict(zip(every, offsets, strict=True))
        for a, b, markers in stretches:
            citations += [
                Citation(m, place[a, b], place[a, b], finder.index.tie(m)) for m in markers
            ]
        for c in stays:
            first, last = (
                place[c.start + part.start, c.start + part.start],
                place[c.end + part.start, c.end + part.start],
            )
            citations += [
                Citation(m, first, last, finder.index.tie(m), lifted=False) for m in c.markers
            ]
    document.text = writer.text()
    document.blocks = writer.blocks
    document.alignment = writer.alignment
    document.citations = sorted(citations, key=lambda c: c.offset)
    title = next((b for b in writer.blocks if b.kind == "title"), None)
    document.title = document.text[title.start : title.end] if title else None
