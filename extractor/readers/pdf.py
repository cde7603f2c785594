"""PDF files to documents: pdfium's glyphs, our geometry.

The way of a page: glyphs and runs (``pdf_chars``), lines and regions (``layout``), furniture set
aside (``pdf_pages``), tables taken out (``tables_read``), pieces with kinds (``pdf_blocks``,
``pdf_structure``), text (``pdf_text``, ``pdf_write``).
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ..errors import ReadError
from ..records import Document, Source
from .layout import Region, build_regions
from .layout_order import reading_order
from .pdf_blocks import Piece, cut_pieces
from .pdf_chars import PageGlyphs, read_page
from .pdf_damage import page_damage, warnings_of
from .pdf_fonts import Fonts
from .pdf_pages import body_style, make_page, set_furniture_aside
from .pdf_structure import find_structure
from .pdf_text import Vocabulary
from .pdf_write import write_document
from .tables_read import lines_of, read_tables

_BATCH = 100

MAX_PAGES = 3000
"""Pages read of one file: what is beyond is named in a warning."""


def read_pdf(path: str | Path, data: bytes, doc_id: str, *, tables: bool = True) -> Document:
    """Read a PDF with a text layer.

    Args:
        path: The file's name, for messages and for ``Source``.
        data: The whole file.
        doc_id: Name of the document.
        tables: Whether to look for tables and their cells.

    Raises:
        ReadError: The file is no PDF, damaged beyond opening, encrypted, without pages or without
            any text.
    """
    fonts = Fonts()
    warnings: list[str] = []
    glyphs, named = _glyphs(path, data, fonts, warnings)
    pages = [make_page(g, fonts) for g in glyphs]
    document = Document(doc_id, "", Source(str(path), "pdf", hashlib.sha256(data).hexdigest()))
    style = body_style(pages, fonts)
    if style is None:
        raise ReadError(
            path,
            "holds no text, only pictures of it",
            "run OCR over it first (say, ocrmypdf) and read the result",
        )
    set_furniture_aside(pages, style, fonts)
    areas = read_tables(data, pages, style, fonts) if tables else []
    by_page: list[list[Piece]] = []
    for page in pages:
        regions = build_regions(page.lines, style.step / style.size)
        regions += [
            Region(lines_of(a), table=a) for a in areas if a.page == page.number and lines_of(a)
        ]
        by_page.append(cut_pieces(reading_order(regions), style, fonts))
    structure = find_structure(pages, by_page, style, fonts, named)
    document.furniture = [t for p in pages for t in p.furniture] + structure.furniture
    document.damage = [page_damage(p) for p in pages]
    document.warnings = warnings + warnings_of(document.damage)
    words = Vocabulary(x for p in pages for x in p.all_lines)
    del pages, by_page, areas  # a long document's lines are let go as they are written
    write_document(document, glyphs, words, structure)
    return document


def _open(path: str | Path, data: bytes) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _refusal(path, data, error) from None


def _glyphs(
    path: str | Path, data: bytes, fonts: Fonts, warnings: list[str]
) -> tuple[list[PageGlyphs], str]:
    """The glyphs of all pages that can be opened, and the title in the file's properties."""
    pages: list[PageGlyphs] = []
    pdf = _open(path, data)
    try:
        count = len(pdf)
        named = str(pdf.get_metadata_value("Title"))
        if count <= 0:
            raise ReadError(path, "has no pages", "get the file anew")
        if count > MAX_PAGES:
            warnings.append(f"only the first {MAX_PAGES} of {count} pages were read")
        for i in range(min(count, MAX_PAGES)):
            if i and i % _BATCH == 0:  # what pdfium keeps of the pages read is let go
                pdf.close()
                pdf = _open(path, data)
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
    return pages, named


def _refusal(path: str | Path, data: bytes, error: Exception) -> ReadError:
    """What to tell the user when pdfium does not open a file."""
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
        return ReadError(path, "is a PDF whose end is missing", "get the file anew")
    return ReadError(
        path, "is a PDF too damaged to be opened", "get the file anew or print it to a new PDF"
    )
