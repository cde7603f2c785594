"""Kinds of single pieces: captions, headings, the reference list, letters in figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .layout import overlap
from .pdf_blocks import (
    BACK,
    REFERENCES,
    TABLE,
    Piece,
    is_caption,
    is_heading,
    is_known,
    is_licence,
    is_numbered,
)
from .pdf_fonts import Fonts
from .pdf_pages import Page, Style
from .references import looks_like_reference
from .sections import bullet_end

_AFTER_LIST = re.compile(
    r"(?:cite this article|submit your|©|copyright|received\b.{0,30}\d{4}|citation:"
    r"|this (?:is an|article))",
    re.I,
)
_BACK_LEAD = re.compile(
    r"(?:conflicts? of interests?(?: statement)?|competing interests|funding"
    r"|acknowledge?ments?|publisher['’]s note"
    r"|author contributions|data availability(?: statement)?|disclaimer)\s*[:.]",
    re.I,
)
PEER_REVIEW = re.compile(
    r"(?:current )?(?:open )?(?:peer review|referee (?:status|reports?|responses?)"
    r"|reviewer (?:reports?|comments))"
    r"|decision letter|author response|editor['’]s evaluation",
    re.I,
)
_FOOT = re.compile(r"(?:[*†‡§¶]|notes?[:.]|abbreviations?[:.])", re.I)


def mark_captions(pieces: list[Piece], style: Style, fonts: Fonts) -> None:
    """Captions of figures and tables, with what goes on below them in another type."""
    k = 0
    while k < len(pieces):
        piece = pieces[k]
        if is_caption(piece, style, fonts):
            piece.kind = "caption"
            while k + 1 < len(pieces) and _same_caption(piece, pieces[k + 1], style):
                piece.lines.extend(pieces[k + 1].lines)
                del pieces[k + 1]
        k += 1


def _same_caption(caption: Piece, piece: Piece, style: Style) -> bool:
    """Whether a piece is the text of the caption above it: near, small, and no caption itself."""
    last, first = caption.last, piece.first
    return (
        piece.kind == "paragraph"
        and piece.table is None
        and first.page == last.page
        and 0 < first.base - last.base < 1.6 * last.size
        and first.size < 0.96 * style.size
        and abs(first.size - last.size) < 0.15 * last.size
        and overlap(last.x0, caption.right, first.x0, piece.right) > 0.5 * first.width
    )


def mark_headings(pieces: Sequence[Piece], style: Style, fonts: Fonts) -> None:
    """Headings: set like one, and with what they head under them (letters in figures have not)."""
    for k, piece in enumerate(pieces):
        if piece.kind != "paragraph" or not is_heading(piece, style, fonts):
            continue
        if is_known(piece.text) or _heads(piece, pieces[k + 1 : k + 4], style):
            piece.kind = "heading"
        elif piece.size < 0.96 * style.size or fonts[piece.first.font].family != style.family:
            piece.kind = "furniture" if len(piece.text) < 40 else "paragraph"


def _heads(piece: Piece, later: Sequence[Piece], style: Style) -> bool:
    """Whether text, or another heading, follows a piece; the foot of a column is as good."""
    for other in later:
        if other.first.page != piece.last.page or other.first.base < piece.last.base:
            return True  # the next column or page
        if overlap(piece.first.x0, piece.last.x1, other.first.x0, other.first.x1) <= 1.0:
            return True
        near = other.first.top - piece.last.bottom < 3.5 * style.step
        if near and (len(other.text) > 60 or is_numbered(other.text) or other.first.bold):
            return True
        if near and len(other.text) > 30 and other.first.font == style.font:
            return True  # the only line of its paragraph that this column has room for
        if other.kind in ("caption", "table"):
            return is_numbered(piece.text)
    return not later


def mark_small(page: Page, pieces: list[Piece], style: Style) -> None:
    """Table cells and loose letters in figures: what is set small or oddly beside captions."""
    height = page.frame[1]
    tables = [p for p in pieces if p.kind == "caption" and TABLE.match(p.text)]
    for piece in pieces:
        if piece.kind != "paragraph":
            continue
        narrow = max(x.width for x in piece.lines) < 0.3 * page.frame[0]
        if any(_in_table(piece, t, pieces, style, narrow=narrow) for t in tables):
            piece.kind = "table"
        elif page.number > 1 and abs(piece.size - style.size) > 0.045 * style.size:
            piece.kind = _small_kind(
                piece, style, narrow=narrow, low=piece.first.top > 0.6 * height
            )
        elif (page.number > 1 and _loose(piece, style)) or _bare(piece.text):
            piece.kind = "furniture"


def _in_table(
    piece: Piece, table: Piece, pieces: Sequence[Piece], style: Style, *, narrow: bool
) -> bool:
    """Whether a small piece belongs to the table whose caption stands above it."""
    return (
        piece.size < 0.955 * style.size
        and piece.first.top > table.first.top - 2
        and not _FOOT.match(piece.text)
        and (narrow or len(piece.text) < 400)
        and _near(table, piece, pieces, style)
    )


def _small_kind(piece: Piece, style: Style, *, narrow: bool, low: bool) -> str:
    """Kind of a piece that is not set in the size of the text."""
    text = piece.text
    letters = sum(c.isalpha() for c in text[:200])
    if piece.size >= 0.9 * style.size:
        return "furniture" if letters < 4 and len(text) < 12 else "paragraph"
    if low and letters > 25 and len(text.split()) > 5:
        return "footnote"
    return "furniture" if letters < 30 or narrow else "footnote"


def _bare(text: str) -> bool:
    """Whether a text is a few signs without letters, or a formula set on a line of its own."""
    if len(text) < 8:
        return sum(c.isalpha() for c in text) < 2
    return (
        len(text) < 120
        and any(c in "=≈≤≥∑∫√∏\ufffd" for c in text)
        and not re.search(r"[^\W\d_]{4}", text)
    )


def _loose(piece: Piece, style: Style) -> bool:
    """Whether a piece is a few words in another type that end no sentence: letters in a figure."""
    text = piece.text
    return (
        len(text) < 40
        and all(x.font != style.font for x in piece.lines)
        and not text.endswith((".", ";", ",", ":", "?", "!", ")", "-"))
        and not text[:1].islower()
        and not piece.first.bold
        and not is_numbered(text)
        and piece.first.size >= 0.9 * style.size
        and not piece.first.italic
    )


def _near(table: Piece, piece: Piece, pieces: Sequence[Piece], style: Style) -> bool:
    """Whether no text stands between a table's caption and a piece below it."""
    for other in pieces:
        if (
            other.kind in ("paragraph", "heading")
            and abs(other.size - style.size) < 0.3
            and len(other.text) > 120
            and table.last.bottom <= other.first.top
            and other.last.bottom <= piece.first.top
            and overlap(other.left, other.right, piece.left, piece.right)
            > 0.3 * (piece.right - piece.left)
        ):
            return False
    return True


def mark_references(flat: Sequence[Piece], style: Style, fonts: Fonts) -> None:
    """The reference list: from its heading to the next heading of that weight, or the end.

    Where the list is set in smaller type, what is set like it later on the page (the list's second
    column beside the end of the text) belongs to it, too.
    """
    inside: Piece | None = None
    like: float | None = None
    usual, types = style.size, {style.family}
    for i, piece in enumerate(flat):
        text = piece.text.strip()
        if piece.kind in ("heading", "paragraph") and len(text) < 40 and REFERENCES.fullmatch(text):
            later = flat[i + 1 : i + 12]
            dated = sum(1 for p in later if re.search(r"(?:18|19|20)\d\d", p.text))
            if later and dated >= min(2, len(later)):
                inside = piece
                piece.kind = "heading"
                sizes = [round(p.size, 1) for p in later if p.kind == "paragraph"]
                usual = max(set(sizes), key=sizes.count) if sizes else style.size
                like = usual if usual < 0.96 * style.size else None
                types = _types(flat[i + 1 :], usual, fonts)
                continue
        small = like is not None and abs(piece.size - like) < 0.15
        if inside is None and not (small and piece.kind in ("paragraph", "heading")):
            continue
        if like is not None and piece.kind == "paragraph" and piece.size > like + 0.4:
            continue
        if (
            len(text) < 60
            and (
                piece.size < 0.9 * usual
                or (
                    abs(piece.size - usual) > 0.02 * usual
                    and not types.intersection(fonts[x.font].family for x in piece.lines)
                )
            )
            and (piece.kind != "heading" or piece.size <= 0.97 * usual)
        ):
            if piece.kind == "paragraph":  # letters of a figure on the list's page
                piece.kind = "furniture"
            continue
        if piece.kind == "heading":
            equal = inside is not None and (
                piece.size > 0.97 * inside.size and piece.first.bold == inside.first.bold
            )
            if (
                BACK.fullmatch(text)
                or PEER_REVIEW.match(text)
                or (equal and not re.search(r"(?:19|20)\d\d", text))
            ):
                inside = None
                like = None if PEER_REVIEW.match(text) else like
                continue
            piece.kind = "reference"
        elif piece.kind == "paragraph":
            if _AFTER_LIST.match(text) or is_licence(piece):
                piece.kind = "furniture"
            elif _BACK_LEAD.match(text):
                piece.kind = "back"
            else:
                piece.kind = "reference"


def _types(pieces: Sequence[Piece], size: float, fonts: Fonts) -> set[str]:
    """The families of type in which more than a few lines of a size are set."""
    found = Counter(
        fonts[x.font].family for p in pieces for x in p.lines if abs(x.size - size) < 0.2
    )
    return {f for f, n in found.items() if n > 0.05 * found.total()}


def mark_lists(pieces: Sequence[Piece]) -> None:
    """Items of lists: paragraphs with a bullet, or with numbers that go on from one to the next."""
    numbered: list[Piece] = []
    expected = 1
    for piece in pieces:
        if piece.kind != "paragraph" or piece.table is not None:
            continue
        text = piece.text
        at = bullet_end(text)
        if at and (text[0] not in "–—-*" or not text[at].islower()):
            piece.kind = "list"
            continue
        found = re.match(r"\(?(\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s+\S", text)
        if not found:
            continue
        order = _place(found.group(1))
        if order == 1 or order != expected:
            numbered, expected = [], 1
        if order == expected:
            numbered.append(piece)
            expected += 1
            if len(numbered) > 1:
                for item in numbered:
                    item.kind = "list"


def _place(label: str) -> int:
    """Place of an item by its label: 2 for "2", "ii" and "b"."""
    if label.isdigit():
        return int(label)
    roman = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
    return roman.index(label) + 1 if label in roman else ord(label[0]) - ord("a") + 1


def mark_unheaded_list(flat: Sequence[Piece]) -> None:
    """A reference list without a heading: what the document ends with, if it reads like one."""
    start = len(flat)
    entries = others = 0
    for i in range(len(flat) - 1, -1, -1):
        piece = flat[i]
        if piece.kind in ("caption", "table", "furniture"):
            continue
        if piece.kind == "heading":
            break
        if looks_like_reference(piece.text):
            entries += 1
            start = i
        else:
            others += 1
            if others > 3 + entries // 4:
                break
    if entries >= 5:
        for piece in flat[start:]:
            if piece.kind in ("paragraph", "footnote"):
                piece.kind = "reference"
