"""Glyphs of a PDF page through pdfium's text interface, as runs for the layout.

This is the fast path: the calls that pdfium offers for one character each are made in C loops
(``map`` over a prototype with plain integer arguments), everything about the font once per text
object. Nothing else of the program touches pdfium for text.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as raw

from .layout import Run
from .pdf_fonts import Fonts, prototype

_P, _I = ctypes.c_void_p, ctypes.c_int


_unicode = prototype(raw.FPDFText_GetUnicode, ctypes.c_uint, _P, _I)
_text = prototype(raw.FPDFText_GetText, _I, _P, _I, _I, ctypes.c_size_t)
_text_object = prototype(raw.FPDFText_GetTextObject, ctypes.c_size_t, _P, _I)
_loose_box = prototype(raw.FPDFText_GetLooseCharBox, _I, _P, _I, ctypes.c_size_t)
_origin = prototype(raw.FPDFText_GetCharOrigin, _I, _P, _I, _P, _P)
_matrix = prototype(raw.FPDFText_GetMatrix, _I, _P, _I, _P)
_font_of = prototype(raw.FPDFTextObj_GetFont, ctypes.c_size_t, ctypes.c_size_t)
_font_size = prototype(raw.FPDFTextObj_GetFontSize, _I, ctypes.c_size_t, _P)
_render_mode = prototype(raw.FPDFTextObj_GetTextRenderMode, _I, ctypes.c_size_t)

MAX_GLYPHS = 400_000
"""Glyphs read from one page at most: what is beyond is no text for a reader."""

_REPAIRED = {
    0x02: "-",
    0xAD: "-",
    0xA0: " ",
    0x2007: " ",
    0x202F: " ",
    0x200B: "",
    0xFEFF: "",
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
    0x2010: "-",
    0x2011: "-",
    0xF0B7: "•",
    0xF0B0: "°",
    0xF061: "α",
    0xF062: "β",
    0xF067: "γ",
    0xF064: "δ",
    0xF06B: "κ",
    0xF06D: "μ",
    0xF0B1: "±",
    0xF0A3: "≤",
    0xF0B3: "≥",
    0xF0B4: "×",
    0xF02D: "−",
    0xF0AE: "→",
    0xF044: "Δ",
    0xF06C: "λ",
    0xF065: "ε",
    0xF077: "ω",
    0xF07A: "ζ",
    0xF02B: "+",
    0xF03D: "=",
    0xF03C: "<",
    0xF03E: ">",
    0xF02F: "/",
    0xF028: "(",
    0xF029: ")",
    0xB5: "μ",
}
"""Code points that stand for something else in running text: ligatures, odd spaces and hyphens, and
the private-use codes under which the Symbol font's letters come out."""

_SIGNS = {ord(a): ord(b) for a, b in zip("¼ðÞþÀÂ½", "=()+−×[", strict=True)}
"""Letters under whose codes some mathematical fonts hold signs."""

_BLANK = (32, 13, 10, 9, 160)

_UNMAPPED = frozenset({0, 0xFFFD, 0xFFFE, 0xFFFF})


@dataclass(slots=True)
class PageGlyphs:
    """One page: its glyphs in file order and the runs they form.

    ``strings[i]`` is what glyph ``i`` stands for (a ligature has several letters), ``space[i]``
    whether a space stands before it, ``boxes[i]`` its x0, top, x1, bottom on the page as shown.
    ``frame[i]`` is the same in the reading frame, which is turned where the page's text is
    (``turned``, in degrees); the runs are in the reading frame. ``plain`` says that every glyph is
    one letter.
    """

    number: int
    width: float
    height: float
    strings: Sequence[str] = ""
    space: bytes = b""
    boxes: Any = None
    frame: Any = None
    runs: list[Run] = field(default_factory=list)
    unmapped: int = 0
    hidden: bool = False
    plain: bool = True
    turned: int = 0
    cut: bool = False

    def text(self, run: Run) -> str:
        """The run's text with its inner spaces."""
        start, out = run.first, []
        for i in range(run.first + 1, run.last):
            if self.space[i]:
                out.append("".join(self.strings[start:i]))
                start = i
        out.append("".join(self.strings[start : run.last]))
        return " ".join(out)


def read_page(page: Any, number: int, fonts: Fonts) -> PageGlyphs:
    """Glyphs, runs, rules and pictures of an open pdfium page (a raw handle).

    Args:
        page: Raw ``FPDF_PAGE`` handle, owned by the caller.
        number: 1-based page number.
        fonts: The document's fonts; new ones are added.
    """
    width, height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
    out = PageGlyphs(number, width, height)
    text_page = raw.FPDFText_LoadPage(page)
    if text_page:
        try:
            _read_glyphs(ctypes.cast(text_page, ctypes.c_void_p).value or 0, page, out, fonts)
        finally:
            raw.FPDFText_ClosePage(text_page)
            fonts.forget_pointers()
    return out


def to_shown(page: Any, out: PageGlyphs, x0: Any, y0: Any, x1: Any, y1: Any) -> Any:
    """Boxes from PDF space (origin bottom left, unturned) to the page as shown (top left)."""
    turn = raw.FPDFPage_GetRotation(page)
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    # the page's own visible box: what is shown need not begin at the origin
    if not raw.FPDF_GetPageBoundingBox(page, box := raw.FS_RECTF()):
        left.value, bottom.value, right.value, top.value = 0.0, 0.0, out.width, out.height
    else:
        left.value, bottom.value, right.value, top.value = box.left, box.bottom, box.right, box.top
    if turn == 1:
        a0, a1, b0, b1 = y0 - bottom.value, y1 - bottom.value, x0 - left.value, x1 - left.value
    elif turn == 2:
        a0, a1, b0, b1 = right.value - x1, right.value - x0, y0 - bottom.value, y1 - bottom.value
    elif turn == 3:
        a0, a1, b0, b1 = top.value - y1, top.value - y0, right.value - x1, right.value - x0
    else:
        a0, a1, b0, b1 = x0 - left.value, x1 - left.value, top.value - y1, top.value - y0
    return np.stack([a0, b0, a1, b1], axis=1)


def _read_glyphs(tp: int, page: Any, out: PageGlyphs, fonts: Fonts) -> None:
    count = raw.FPDFText_CountChars(ctypes.cast(tp, raw.FPDF_TEXTPAGE))
    if count <= 0:
        return
    if count > MAX_GLYPHS:
        count, out.cut = MAX_GLYPHS, True
    codes = _codes(tp, count)
    blank = np.isin(codes, _BLANK)
    owners = _owners(tp, blank)
    blank |= owners == 0
    # a space glyph is evidence of a word's end; a generated one only where the gap agrees
    keep = np.flatnonzero(~blank)
    if not len(keep):
        return
    blanks_before = np.diff(np.concatenate([[0], np.cumsum(blank)[keep]])) > 0
    real = blank & (owners != 0) & (codes != 13) & (codes != 10)
    real_before = np.diff(np.concatenate([[0], np.cumsum(real)[keep]])) > 0
    owner = owners[keep]
    # left, top, right, bottom in PDF space
    rects = np.zeros((len(keep), 4), dtype=np.float32)
    start = rects.ctypes.data
    places = range(start, start + 16 * len(keep), 16)
    deque(map(_loose_box, repeat(tp), keep.tolist(), places), maxlen=0)
    shown = to_shown(page, out, rects[:, 0], rects[:, 3], rects[:, 2], rects[:, 1])
    edges = np.flatnonzero(np.concatenate([[True], owner[1:] != owner[:-1]]))
    groups = _objects(tp, page, out, fonts, owner, keep, edges)
    plain = _signs(codes[keep], edges, groups, fonts)
    _runs(out, plain, shown, blanks_before, real_before, edges, groups)


def _owners(tp: int, blank: Any) -> Any:
    """The text object of every character (0: pdfium has put it in).

    An object's characters follow each other, so that two of one object have no other between
    them: one in four is asked for, and the rest only where two of those differ.
    """
    owners = np.zeros(len(blank), np.uint64)
    places = np.flatnonzero(blank)
    owners[places] = _ask(tp, places)
    solid = np.flatnonzero(~blank)
    if not len(solid):
        return owners
    picked = np.append(np.arange(0, len(solid) - 1, 4), len(solid) - 1)
    known = _ask(tp, solid[picked])
    steps = np.diff(picked)
    found = np.append(np.repeat(known[:-1], steps), known[-1])
    unsure = np.repeat(known[:-1] != known[1:], steps)
    unsure[picked[:-1]] = False
    open_places = np.flatnonzero(unsure)
    found[open_places] = _ask(tp, solid[open_places])
    owners[solid] = found
    return owners


def _ask(tp: int, places: Any) -> Any:
    return np.fromiter(
        map(_text_object, repeat(tp), places.tolist()), dtype=np.uint64, count=len(places)
    )


def _codes(tp: int, count: int) -> Any:
    """The code point of every character, at once where pdfium's text has one unit for each."""
    units = np.zeros(count + 1, np.uint16)
    if _text(tp, 0, count, units.ctypes.data) == count + 1:
        codes = units[:count].astype(np.int64)
        for i in np.flatnonzero(codes == 0xFFFE).tolist():  # a hyphen at a line's end, or unmapped
            codes[i] = _unicode(tp, i)
        return codes
    return np.fromiter(map(_unicode, repeat(tp), range(count)), dtype=np.int64, count=count)


@dataclass(slots=True)
class _Style:
    base: float
    size: float
    font: int
    angle: int
    hidden: bool


def _objects(
    tp: int, page: Any, out: PageGlyphs, fonts: Fonts, owner: Any, keep: Any, edges: Any
) -> list[_Style]:
    """Baseline, size, font and angle of each stretch of glyphs of one text object."""
    x, y, size = ctypes.c_double(), ctypes.c_double(), ctypes.c_float()
    matrix = raw.FS_MATRIX()
    px, py, ps, pm = (ctypes.addressof(v) for v in (x, y, size, matrix))
    turn = raw.FPDFPage_GetRotation(page)
    seen: dict[int, tuple[float, int, int, bool]] = {}
    styles: list[_Style] = []
    xs, ys = np.zeros(len(edges), np.float32), np.zeros(len(edges), np.float32)
    for k, e in enumerate(edges.tolist()):
        pointer, index = int(owner[e]), int(keep[e])
        known = seen.get(pointer)
        if known is None:
            _matrix(tp, index, pm)
            size.value = 0.0
            _font_size(pointer, ps)
            a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
            scale = math.hypot(c, d) or math.hypot(a, b)
            if not all(map(math.isfinite, (a, b, scale, size.value))):
                a, b, scale, size.value = 1.0, 0.0, 0.0, 0.0  # of no size: it is left out
            angle = round(math.degrees(math.atan2(b, a))) if a or b else 0
            known = (
                abs(size.value) * scale,
                fonts.number(_font_of(pointer)),
                (angle - 90 * turn) % 360,
                _render_mode(pointer) in (3, 7),
            )
            seen[pointer] = known
        _origin(tp, index, px, py)
        xs[k], ys[k] = x.value, y.value
        styles.append(_Style(0.0, known[0], known[1], known[2], known[3]))
    spots = np.nan_to_num(to_shown(page, out, xs, ys, xs, ys))
    for k, style in enumerate(styles):
        style.base = float(spots[k, 0] if style.angle in (90, 270) else spots[k, 1])
    return styles


def _signs(codes: Any, edges: Any, groups: list[_Style], fonts: Fonts) -> Any:
    """Code points with the signs put right that some fonts hold under the codes of letters."""
    signs = [g for g in range(len(groups)) if fonts[groups[g].font].signs]
    ends = np.append(edges[1:], len(codes))
    for g in signs:
        part = codes[edges[g] : ends[g]]
        for wrong, right in _SIGNS.items():
            part[part == wrong] = right
    return codes


def _runs(
    out: PageGlyphs,
    codes: Any,
    shown: Any,
    blanks: Any,
    real: Any,
    edges: Any,
    styles: list[_Style],
) -> None:
    n = len(codes)
    ends = np.append(edges[1:], n)
    counts: dict[tuple[int, bool], int] = {}
    for e, f, s in zip(edges.tolist(), ends.tolist(), styles, strict=True):
        counts[(s.angle, s.hidden)] = counts.get((s.angle, s.hidden), 0) + f - e
    visible = sum(c for (_, hidden), c in counts.items() if not hidden)
    total = sum(counts.values())
    # text that is not shown is no text, unless it is all there is: the layer of a scan's OCR
    out.hidden = visible < 0.1 * total
    square = {
        a: sum(c for (b, h), c in counts.items() if b == a and h == out.hidden)
        for a in (0, 90, 270, 180)
    }
    # a table set sideways fills its page: then that is the way to hold the page
    out.turned = max(square, key=lambda a: (square[a], -a)) if any(square.values()) else 0
    frame = turn(shown, out.turned, out.width, out.height)
    lengths = ends - edges
    ok = np.repeat(
        np.array(
            [s.angle == out.turned and s.hidden == out.hidden and s.size > 0.5 for s in styles]
        ),
        lengths,
    )
    ok &= np.isfinite(frame).all(axis=1)
    wide, tall = (out.height, out.width) if out.turned in (90, 270) else (out.width, out.height)
    ok &= (
        (frame[:, 2] > -2)
        & (frame[:, 0] < wide + 2)
        & (frame[:, 3] > -2)
        & (frame[:, 1] < tall + 2)
    )
    if out.turned == 90:
        bases = [s.base for s in styles]
    elif out.turned == 270:
        bases = [out.width - s.base for s in styles]
    elif out.turned == 180:
        bases = [out.height - s.base for s in styles]
    else:
        bases = [s.base for s in styles]
    base = np.repeat(np.array(bases, np.float32), lengths)
    size = np.repeat(np.array([s.size for s in styles], np.float32), lengths)
    font = np.repeat(np.array([s.font for s in styles], np.int32), lengths)

    pick = np.flatnonzero(ok)
    if not len(pick):
        return
    codes, frame, boxes = codes[pick], frame[pick], shown[pick]
    base, size, font = base[pick], size[pick], font[pick]
    blanks, real = blanks[pick], real[pick]
    x0, x1 = frame[:, 0], frame[:, 2]
    gap = np.zeros(len(pick), np.float32)
    gap[1:] = x0[1:] - x1[:-1]
    em = np.maximum(size, 1.0)
    apart = gap / em
    space = (real & (apart > -0.15)) | (blanks & (apart > 0.05)) | (apart > 0.25)
    back = np.zeros(len(pick), bool)
    back[1:] = x0[1:] < x0[:-1] - 0.3 * em[1:]
    brk = np.ones(len(pick), bool)
    brk[1:] = (
        (font[1:] != font[:-1])
        | (np.abs(size[1:] - size[:-1]) > 0.05)
        | (np.abs(base[1:] - base[:-1]) > 0.08 * em[1:])
        | (apart[1:] > 0.9)
        | back[1:]
    )
    out.strings = _strings(out, codes)
    out.space = space.astype(np.uint8).tobytes()
    out.boxes = np.ascontiguousarray(boxes, dtype=np.float32)
    out.frame = out.boxes if out.turned == 0 else frame
    starts = np.flatnonzero(brk)
    stops = np.append(starts[1:], len(pick))
    left = np.minimum.reduceat(x0, starts).tolist()
    right = np.maximum.reduceat(x1, starts).tolist()
    within = space & ~brk
    spread = np.add.reduceat(np.where(within, gap, 0.0), starts)
    spread /= np.maximum(np.add.reduceat(within, starts, dtype=np.int64), 1)
    out.runs = [
        Run(a, b, x0, x1, bs, sz, f, bool(out.space[a]), 0.0, g)
        for a, b, x0, x1, bs, sz, f, g in zip(
            starts.tolist(),
            stops.tolist(),
            left,
            right,
            base[starts].tolist(),
            size[starts].tolist(),
            font[starts].tolist(),
            spread.tolist(),
            strict=True,
        )
    ]


def turn(shown: Any, turned: int, width: float, height: float) -> Any:
    """Boxes in the frame in which the text stands upright."""
    if turned == 90:  # reads upwards: the page's left edge is the text's top
        return np.stack(
            [height - shown[:, 3], shown[:, 0], height - shown[:, 1], shown[:, 2]], axis=1
        )
    if turned == 270:
        return np.stack(
            [shown[:, 1], width - shown[:, 2], shown[:, 3], width - shown[:, 0]], axis=1
        )
    if turned == 180:
        return np.stack(
            [width - shown[:, 2], height - shown[:, 3], width - shown[:, 0], height - shown[:, 1]],
            axis=1,
        )
    return shown


def _strings(out: PageGlyphs, codes: Any) -> Sequence[str]:
    """What each glyph stands for; one string for the page where each is one letter."""
    table: dict[int, str] = {}
    unmapped: set[int] = set()
    for code in np.unique(codes).tolist():
        if code in _REPAIRED:
            table[code] = _REPAIRED[code]
        elif code in _UNMAPPED or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
            table[code] = "\ufffd"
            unmapped.add(code)
        else:
            char = chr(code)
            if unicodedata.category(char) in ("Cc", "Co"):
                table[code] = "\ufffd"
                unmapped.add(code)
            else:
                table[code] = char
    out.plain = all(len(v) == 1 and v != " " for v in table.values())
    if unmapped:
        out.unmapped = int(np.isin(codes, list(unmapped)).sum())
    strings = [table[c] for c in codes.tolist()]
    return "".join(strings) if out.plain else strings
