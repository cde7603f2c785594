"""The parts of an article from its pieces: title, abstract, sections, notes, reference list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .pdf_blocks import (
    ABBREVIATIONS,
    BACK,
    REFERENCES,
    Piece,
    is_licence,
)
from .pdf_fonts import Fonts
from .pdf_front import find_title, front_matter
from .pdf_marks import (
    PEER_REVIEW,
    mark_captions,
    mark_headings,
    mark_lists,
    mark_references,
    mark_small,
    mark_unheaded_list,
)
from .pdf_pages import Page, Style
from .pdf_runin import split_run_in
from .sections import is_bullet

RUN_IN = 9
"""Level of headings that run into their paragraph: below all others."""


@dataclass(slots=True)
class Structure:
    """What an article consists of; ``pieces`` are in reading order, the list apart."""

    title: Piece | None = None
    pieces: list[Piece] = field(default_factory=list)
    references: list[Piece] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)


def find_structure(
    pages: Sequence[Page],
    by_page: Sequence[list[Piece]],
    style: Style,
    fonts: Fonts,
    named: str = "",
) -> Structure:
    """Give every piece its kind and put the article's parts together.

    Args:
        pages: The pages, furniture and tables set aside.
        by_page: Each page's pieces in reading order.
        style: How the body is set.
        fonts: The document's fonts.
        named: The title in the file's properties, or ``""``.
    """
    out = Structure()
    for pieces in by_page:
        mark_captions(pieces, style, fonts)
    out.title = find_title(pages, by_page, style, named)
    first = pages[0].number if not out.title else out.title.first.page
    flat = [p for pieces in by_page for p in pieces]
    for pieces in by_page:
        mark_headings(pieces, style, fonts)
    mark_references(flat, style, fonts)
    if not any(p.kind == "reference" for p in flat):
        mark_unheaded_list(flat)
    for page, pieces in zip(pages, by_page, strict=True):
        mark_small(page, pieces, style)
    start = front_matter(flat, out.title, style, first)
    for piece in flat[start:]:
        small = piece.size < 0.96 * style.size
        if small and piece.kind in ("paragraph", "footnote") and is_licence(piece):
            piece.kind = "furniture"
    glyphs = {p.number: p.glyphs for p in pages}
    flat = flat[:start] + split_run_in(flat[start:], glyphs, style, fonts)
    _sections(flat, start, fonts)
    mark_lists(flat[start:])
    for piece in flat:
        if piece.kind == "furniture":
            out.furniture.append(piece.text)
        elif piece.kind == "reference":
            out.references.append(piece)
        else:
            out.pieces.append(piece)
    out.pieces = _join(out.pieces, style.font)
    return out


def _sections(flat: list[Piece], start: int, fonts: Fonts) -> None:
    """Section paths, back matter and the reference list, from the body's first piece on."""
    stack: list[tuple[int, str]] = []
    ranks: list[tuple[float, bool, bool, bool]] = []
    zone = "body"
    listed = False
    for i, piece in enumerate(flat):
        listed = listed or piece.kind == "reference"
        if piece.kind in ("furniture", "title"):
            continue
        if listed and piece.kind in ("heading", "paragraph") and PEER_REVIEW.match(piece.text):
            zone = "review"
        if zone == "review":
            piece.kind = "back"
        if piece.kind == "heading":
            text = re.sub(r"\s+", " ", piece.text).strip()
            if piece.run_in:
                text = text.rstrip(".: —–")
            if i < start:
                piece.level = 1
                piece.path = (text,)
                stack = [(1, text)]
                continue
            if REFERENCES.fullmatch(text):
                zone = "references"
            elif ABBREVIATIONS.fullmatch(text):
                zone = "abbreviations"
            elif BACK.fullmatch(text):
                zone = "back"
            elif not piece.run_in:
                zone = "body"
            if piece.run_in and zone == "body":
                piece.level = RUN_IN
            else:
                piece.level = 1 if zone != "body" else _level(piece, text, ranks, fonts)
            while stack and stack[-1][0] >= piece.level:
                stack.pop()
            stack.append((piece.level, text))
            piece.path = tuple(t for _, t in stack)
            continue
        piece.path = tuple(t for _, t in stack)
        if i < start:
            continue
        if zone in ("back", "abbreviations") and piece.kind in ("paragraph", "footnote"):
            piece.kind = zone


def _level(
    piece: Piece, text: str, ranks: list[tuple[float, bool, bool, bool]], fonts: Fonts
) -> int:
    numbered = re.match(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s*[|│]?\s", text)
    if numbered:
        return numbered.group(1).count(".") + 1
    letters = [c for c in text if c.isalpha()]
    upper = sum(c.isupper() for c in letters) > 0.9 * len(letters)
    key = (round(piece.size * 2) / 2, upper, fonts[piece.first.font].bold, not piece.first.italic)
    if key not in ranks:
        ranks.append(key)
        # the larger, then upper case, then bold: that is the order of ranks
        ranks.sort(key=lambda k: (-k[0], not k[1], not k[2], not k[3]))
    return ranks.index(key) + 1


_ENDED = re.compile(r"[.?!][\"”’')\]]*\s*(?:[\[(][\d,;–\- ]+[\])]|[\d,–\-]*)\s*$")


def _join(pieces: list[Piece], font: int) -> list[Piece]:
    """Put paragraphs together that a column, page or float has parted."""
    out: list[Piece] = []
    last: Piece | None = None
    for piece in pieces:
        if (
            piece.kind in ("paragraph", "abstract", "list")
            and last is not None
            and (last.kind == piece.kind or (last.kind == "list" and piece.text[:1].islower()))
            and not (piece.kind == "list" and is_bullet(piece.text))
            and _goes_on(last, piece)
        ):
            last.lines.extend(piece.lines)
            last.right = piece.right
            continue
        out.append(piece)
        if piece.kind in ("paragraph", "abstract", "list"):
            aside = last is not None and len(piece.text) < 60 and piece.first.font != font
            if not (aside and not _ENDED.search(piece.text)):
                last = piece
        elif piece.kind in ("heading", "back", "title"):
            last = None
    return out


def _goes_on(last: Piece, piece: Piece) -> bool:
    if abs(last.last.size - piece.first.size) > 0.05 * piece.first.size:
        return False
    if _ENDED.search(last.last.text):
        return False
    text = piece.text.lstrip()
    hyphen = last.last.text.endswith(("-", "‐")) and text[:1].isalnum()
    full = last.right - last.last.x1 < 2.5 * last.last.size
    if hyphen or text[:1].islower():
        return True
    if last.last.text.endswith(":"):
        return False
    return full and not piece.indented
