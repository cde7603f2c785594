"""Lines and boxes drawn on a PDF page: the rules of its tables."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2.raw as raw

from .pdf_chars import PageGlyphs, to_shown, turn

MAX_OBJECTS = 6000
"""Objects looked at on one page: beyond that it is a drawing, and a table's rules come early."""

_THIN = 2.6


@dataclass(slots=True)
class Rules:
    """Rules of one page in the reading frame: horizontal (x0, x1, y), vertical (x, y0, y1)."""

    across: list[tuple[float, float, float]]
    down: list[tuple[float, float, float]]


def read_rules(pdf: Any, glyphs: PageGlyphs) -> Rules:
    """The rules of a page, and the edges of the boxes filled on it.

    Args:
        pdf: Open ``pypdfium2.PdfDocument``.
        glyphs: The page's glyphs (they say how the page is turned).
    """
    page: Any = raw.FPDF_LoadPage(pdf.raw, glyphs.number - 1)
    out = Rules([], [])
    if not page:
        return out
    try:
        boxes: list[tuple[float, float, float, float]] = []
        _collect(page, boxes)
        if not boxes:
            return out
        b = np.array(boxes, np.float32)
        shown = to_shown(page, glyphs, b[:, 0], b[:, 1], b[:, 2], b[:, 3])
    finally:
        raw.FPDF_ClosePage(page)
    for x0, y0, x1, y1 in turn(shown, glyphs.turned, glyphs.width, glyphs.height).tolist():
        wide, tall = x1 - x0, y1 - y0
        if tall <= _THIN and wide > 8:
            out.across.append((x0, x1, (y0 + y1) / 2))
        elif wide <= _THIN and tall > 5:
            out.down.append(((x0 + x1) / 2, y0, y1))
        elif wide > 20 and 7 < tall < 0.9 * glyphs.height:
            out.across.extend(((x0, x1, y0), (x0, x1, y1)))
            out.down.extend(((x0, y0, y1), (x1, y0, y1)))
    out.across = _joined(out.across)
    return out


def _collect(page: Any, boxes: list[tuple[float, float, float, float]]) -> None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    refs = [ctypes.byref(v) for v in (left, bottom, right, top)]
    for i in range(min(raw.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        item = raw.FPDFPage_GetObject(page, i)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if raw.FPDFPageObj_GetBounds(item, *refs):
            if raw.FPDFPath_CountSegments(item) > 60:
                continue
            boxes.append((left.value, bottom.value, right.value, top.value))


def _joined(rules: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Rules that continue each other at one height, put together."""
    out: list[tuple[float, float, float]] = []
    for x0, x1, y in sorted(rules, key=lambda r: (round(r[2]), r[0])):
        if out and abs(out[-1][2] - y) < 1.6 and x0 <= out[-1][1] + 6:
            last = out[-1]
            out[-1] = (min(last[0], x0), max(last[1], x1), last[2])
        else:
            out.append((x0, x1, y))
    return sorted(out, key=lambda r: r[2])
