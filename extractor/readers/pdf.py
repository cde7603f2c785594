"""PDF files to documents: pdfium's glyphs, our geometry.

The way of a page: glyphs and runs (``pdf_chars``), lines and regions (``layout``), furniture set
aside (``pdf_pages``), pieces with kinds (``pdf_blocks``, ``pdf_structure``), text (``pdf_text``).
"""

from __future__ import annotations

import hashlib
import re
from array import array
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ..errors import ReadError
from ..records import BODY_KINDS, Block, Citation, Document, Geometry, PageDamage, Source
from .citations import Callout, CalloutFinder, cuts, expand, style_of
from .layout import build_regions, reading_order
from .pdf_blocks import Piece, cut_pieces
from .pdf_chars import Fonts, PageGlyphs, read_page
from .pdf_pages import Page, body_style, make_page, set_furniture_aside
from .pdf_references import split_list
from .pdf_structure import Structure, find_structure
from .pdf_text import Assembler, Flow, SuperStyle, Vocabulary, super_style
from .references import parse_references


def read_pdf(path: str | Path, data: bytes, doc_id: str, *, tables: bool = True) -> Document:
    """Read a PDF with a text layer.

    Args:
        path: The file's name, for messages and for ``Source``.
        data: The whole file.
        doc_id: Name of the document.
        tables: Whether to look for the cells of tables.

    Raises:
        ReadError: The file is no PDF, damaged beyond opening, encrypted, without pages or without
            any text.
    """
    glyphs, fonts, warnings = _read_glyphs(path, data)
    pages = [make_page(g, fonts) for g in glyphs]
    source = Source(str(path), "pdf", hashlib.sha256(data).hexdigest())
    document = Document(doc_id, "", source, warnings=warnings)
    style = body_style(pages, fonts)
    if style is None:
        raise ReadError(
            path,
            "holds no text, only pictures of it",
            "run OCR over it first (say, ocrmypdf) and read the result",
        )
    set_furniture_aside(pages, style)
    by_page: list[list[Piece]] = []
    for page in pages:
        page.regions = reading_order(build_regions(page.lines))
        by_page.append(cut_pieces(page.regions, style, fonts))
    structure = find_structure(pages, by_page, style, fonts)
    _write(document, pages, structure)
    document.furniture = [t for p in pages for t in p.furniture] + structure.furniture
    document.damage = [_damage(p) for p in pages]
    return document


def _read_glyphs(path: str | Path, data: bytes) -> tuple[list[PageGlyphs], Fonts, list[str]]:
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _refusal(path, data, error) from None
    fonts = Fonts()
    warnings: list[str] = []
    pages: list[PageGlyphs] = []
    try:
        count = len(pdf)
        if count <= 0:
            raise ReadError(path, "has no pages")
        for i in range(count):
            page: Any = raw.FPDF_LoadPage(pdf.raw, i)
            if not page:
                warnings.append(f"page {i + 1} is damaged and was left out")
                continue
            try:
                pages.append(read_page(page, i + 1, fonts))
            finally:
                raw.FPDF_ClosePage(page)
    finally:
        pdf.close()
    if not pages:
        raise ReadError(path, "no page of it can be opened", "get the file anew")
    return pages, fonts, warnings


def _refusal(path: str | Path, data: bytes, error: Exception) -> ReadError:
    code = getattr(error, "err_code", None)
    if code == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
        return ReadError(
            path, "is encrypted with a password", "save a copy without one and read that"
        )
    if code == raw.FPDF_ERR_SECURITY:
        return ReadError(
            path,
            "is encrypted in a way that cannot be opened",
            "save a copy without encryption and read that",
        )
    if b"%PDF-" not in data[:1024]:
        return ReadError(path, "is no PDF", "give the file the suffix of its kind")
    if b"%%EOF" not in data[-2048:]:
        return ReadError(path, "is a PDF whose end is missing", "download it again")
    return ReadError(
        path, "is a PDF too damaged to be opened", "download it again or print it anew"
    )


_LIFTING = ("paragraph", "abstract", "list", "caption", "table", "back", "footnote")


def _write(document: Document, pages: list[Page], structure: Structure) -> None:
    """Text, blocks, references, citations and geometry from the pieces."""
    glyphs = [p.glyphs for p in pages]
    by_number = {g.number: g for g in glyphs}
    words = Vocabulary(x for p in pages for x in p.lines)
    body = [p for p in structure.pieces if p.kind in ("paragraph", "abstract", "list")]
    plain = Assembler(glyphs, words, SuperStyle())
    document.references = parse_references(
        plain.write(lines).text for lines in split_list(structure.references)
    )
    bracketed = sum(len(_BRACKETED.findall(x.text)) for p in body for x in p.lines)
    supers = super_style((x for p in body for x in p.lines), by_number, bracketed)
    highest = max((r.number or 0 for r in document.references), default=0)
    if highest:
        supers.highest = highest
    assembler = Assembler(glyphs, words, supers)
    flows = [assembler.write(p.lines, lift=p.kind in _LIFTING) for p in structure.pieces]
    finder = CalloutFinder(
        style_of(
            (f.text for f, p in zip(flows, structure.pieces, strict=True) if p.kind in BODY_KINDS),
            document.references,
        ),
        document.references,
    )
    texts: list[str] = []
    source: array[int] = array("q")
    at = 0
    for piece, flow in zip(structure.pieces, flows, strict=True):
        found = _cite(flow, finder) if piece.kind in _LIFTING else []
        text = flow.text
        if not text:
            continue
        if at:
            texts.append("\n\n")
            source.extend((-1, -1))
            at += 2
        document.blocks.append(
            Block(
                piece.kind,
                at,
                at + len(text),  # type: ignore[arg-type]
                piece.path[-1] if piece.path else None,
                piece.path,
                piece.level,
            )
        )
        for citation in found:
            citation.offset += at
            citation.end += at
        document.citations.extend(found)
        texts.append(text)
        source.extend(flow.source)
        at += len(text)
    document.text = "".join(texts)
    document.geometry = _geometry(glyphs, source)
    if structure.title is not None:
        document.title = next(
            (document.text[b.start : b.end] for b in document.blocks if b.kind == "title"), None
        )


_BRACKETED = re.compile(r"\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]")


def _cite(flow: Flow, finder: CalloutFinder) -> list[Citation]:
    """Lift the callouts that stand in a piece; those that geometry has lifted are there already."""
    callouts = finder.find(flow.text)
    stay = [(c.start, c.end, m) for c in callouts if not c.lifted for m in c.markers]
    out: list[Citation] = []
    marks: list[tuple[int, Callout]] = []
    for start, end, callout in reversed(cuts(flow.text, callouts)):
        flow.cut(start, end)
        gone = end - start
        marks = [(p - gone if p >= end else p, c) for p, c in marks]
        stay = [(s - gone, e - gone, m) if s >= end else (s, e, m) for s, e, m in stay]
        marks.append((start, callout))
    for offset, callout in marks:
        out.extend(Citation(m, offset, offset, finder.index.tie(m)) for m in callout.markers)
    out.extend(Citation(m, s, e, finder.index.tie(m), lifted=False) for s, e, m in stay)
    for offset, marker in flow.lifts:
        out.extend(Citation(m, offset, offset, finder.index.tie(m)) for m in expand(marker))
    out.sort(key=lambda c: (c.offset, c.end))
    return out


def _geometry(pages: list[PageGlyphs], source: array[int]) -> Geometry:
    """Page and box of every character from the number of its glyph."""
    out = Geometry()
    last = max((p.number for p in pages), default=0)
    by_number = {p.number: p for p in pages}
    out.page_sizes = [
        (by_number[n].width, by_number[n].height) if n in by_number else (0.0, 0.0)
        for n in range(1, last + 1)
    ]
    boxes = [p.boxes for p in pages if p.boxes is not None]
    if not boxes or not source:
        return out
    all_boxes = np.concatenate([*boxes, np.zeros((1, 4), np.float32)])
    numbers = np.concatenate(
        [np.full(len(p.boxes), p.number, np.uint16) for p in pages if p.boxes is not None]
        + [np.zeros(1, np.uint16)]
    )
    index = np.frombuffer(source, dtype=np.int64)
    out.pages.frombytes(numbers[index].tobytes())
    out.boxes.frombytes(np.ascontiguousarray(all_boxes[index], dtype=np.float32).tobytes())
    return out


def _damage(page: Page) -> PageDamage:
    glyphs = page.glyphs
    total = len(glyphs.strings)
    reasons: list[str] = []
    score = 0.0
    if total == 0:
        return PageDamage(page.number, 1.0, ("no text layer",))
    if glyphs.unmapped:
        share = glyphs.unmapped / total
        if share > 0.01:
            reasons.append(f"{glyphs.unmapped} glyphs stand for no known letter")
            score = max(score, min(1.0, 2 * share))
    return PageDamage(page.number, round(score, 3), tuple(reasons))
