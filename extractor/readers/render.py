"""Pages of a PDF as pictures with places marked on them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from ..errors import ReadError
from ..records import Box

_FILL = (255, 221, 51, 90)
_EDGE = (214, 69, 0, 255)
_LARGEST = 8000
"""Pixels of the longer side at most, so that a poster does not fill the memory."""


def draw_page(
    pdf_bytes: bytes,
    page: int,
    boxes: Sequence[Box],
    out_path: str | Path,
    scale: float = 2.0,
) -> None:
    """Draw a page as it is printed, with the boxes on it marked, and save it as PNG.

    Args:
        pdf_bytes: The whole PDF.
        page: 1-based number of the page to draw.
        boxes: Boxes ``(page, x0, top, x1, bottom)`` in points, origin top left; those of other
            pages are left out.
        out_path: Where the picture goes; its format is PNG whatever its name.
        scale: Pixels a point.

    Raises:
        ReadError: The PDF cannot be opened, has no such page, or the picture cannot be written.
    """
    try:
        pdf = pdfium.PdfDocument(pdf_bytes)
    except pdfium.PdfiumError:
        raise ReadError(out_path, "cannot be drawn: the PDF does not open", "get it anew") from None
    try:
        if not 1 <= page <= len(pdf):
            raise ReadError(out_path, f"cannot be drawn: the PDF has no page {page}")
        sheet = pdf[page - 1]
        width, height = sheet.get_size()
        scale = min(scale, _LARGEST / max(width, height, 1.0))
        picture = sheet.render(scale=scale).to_pil().convert("RGBA")
    finally:
        pdf.close()
    marks = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(marks)
    for number, x0, top, x1, bottom in boxes:
        if number != page:
            continue
        # a little room, so that the edge does not touch the letters
        corners = (scale * x0 - 2, scale * top - 2, scale * x1 + 2, scale * bottom + 2)
        pen.rectangle(corners, fill=_FILL, outline=_EDGE, width=max(1, round(scale)))
    marked = Image.alpha_composite(picture, marks).convert("RGB")
    try:
        marked.save(out_path, format="PNG")
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReadError(out_path, f"cannot be written: {reason}") from None
