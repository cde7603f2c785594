"""What stands before an article's body: title, authors, dates, abstract, and where they end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .pdf_blocks import (
    ABSTRACT,
    BACK,
    Piece,
    is_front,
    is_licence,
)
from .pdf_pages import Page, Style

_OPENING = re.compile(
    r"(?:\d{1,2}\.?\s*[|│]?\s+|[IVX]+\.\s+)?(?:introduction|background|main(?:\s+text)?)\b", re.I
)
_STRUCTURED = re.compile(
    r"(?:background|introduction|objectives?|aims?|purpose|(?:materials? and )?methods?|design"
    r"|setting|results?|"
    r"findings|(?:discussion and )?conclusions?|discussion|significance|interpretation|highlights?)"
    r"(?: and [a-z]+)?\s*:?",
    re.I,
)
_KEYWORDS = re.compile(r"key\s?words?\b|index\s+terms|keyphrases", re.I)


def find_title(pages: Sequence[Page], by_page: Sequence[list[Piece]], style: Style) -> Piece | None:
    """The largest type in the upper part of the first page (or the second, after a cover sheet)."""
    for page, pieces in list(zip(pages, by_page, strict=True))[:2]:
        height = page.frame[1]
        best: Piece | None = None
        for piece in pieces:
            words = [w for w in re.findall(r"[^\W\d_]+", piece.text) if len(w) > 1]
            if (
                piece.kind in ("caption", "table")
                or piece.first.top > 0.62 * height
                or len(words) < 3
            ):
                continue
            if len(words) > 60 or piece.size < 1.12 * style.size:
                continue
            if best is None or piece.size > best.size * 1.04:
                best = piece
        if best is not None:
            best.kind = "title"
            k = pieces.index(best)
            while (
                k + 1 < len(pieces)
                and abs(pieces[k + 1].size - best.size) < 0.04 * best.size
                and (pieces[k + 1].first.base - best.last.base < 2.2 * best.size)
                and pieces[k + 1].first.bold == best.first.bold
            ):
                best.lines.extend(pieces[k + 1].lines)
                pieces[k + 1].kind = "furniture"
                pieces[k + 1].lines = pieces[k + 1].lines[:1]
                del pieces[k + 1]
            return best
    return None


def front_matter(flat: list[Piece], title: Piece | None, style: Style, first: int) -> int:
    """Kinds of everything before the body; returns where the body begins."""
    title_at = next((i for i, p in enumerate(flat) if p is title), -1)
    abstract_at = None
    start = None
    for i, piece in enumerate(flat):
        if i <= title_at and piece.first.page <= first:
            continue
        if piece.first.page > first + 2:
            break
        if abstract_at is None and ABSTRACT.match(piece.text) and not is_front(piece):
            abstract_at = i
        if piece.kind == "heading" and _OPENING.match(piece.text):
            if start is None or "introduction" in piece.text.lower():
                start = i
            if "introduction" in piece.text.lower():
                break  # a "Background" before it is part of the abstract
    if start is None:
        start = _guess_start(flat, title_at, abstract_at, first)
    for i, piece in enumerate(flat[:start]):
        if piece is title or piece.kind in ("caption", "table", "furniture"):
            continue
        if i < title_at or is_licence(piece):
            piece.kind = "furniture"
        elif _KEYWORDS.match(piece.text) or is_front(piece):
            piece.kind = "front"
        elif abstract_at is not None and i >= abstract_at:
            if piece.kind == "heading" and (
                ABSTRACT.fullmatch(piece.text) or _STRUCTURED.fullmatch(piece.text)
            ):
                continue
            if piece.kind == "heading":
                piece.kind = "front"
                continue
            long = len(piece.text) > 120 or piece.size > 0.86 * style.size
            piece.kind = (
                piece.kind if piece.kind == "heading" else ("abstract" if long else "front")
            )
        elif abstract_at is None and len(piece.text.split()) > 55 and piece.size > 0.8 * style.size:
            piece.kind = "abstract"
        else:
            piece.kind = "front"
    for piece in flat[start:]:
        if piece.first.page <= first + 1 and piece.kind in ("paragraph", "footnote", "heading"):
            if is_licence(piece):
                piece.kind = "furniture"
            elif (
                piece.size < 0.93 * style.size
                and piece.first.page == first
                and piece.kind != "heading"
            ):
                piece.kind = "front"
    return start


def _guess_start(flat: list[Piece], title_at: int, abstract_at: int | None, first: int) -> int:
    """Where the body begins when no heading says so: behind the abstract's paragraphs."""
    at = (abstract_at if abstract_at is not None else title_at) + 1
    seen_abstract = False
    for i in range(at, len(flat)):
        piece = flat[i]
        if piece.first.page > first + 1:
            return i
        if (
            piece.kind == "heading"
            and not ABSTRACT.match(piece.text)
            and not BACK.fullmatch(piece.text)
            and seen_abstract
        ):
            return i
        if piece.kind == "paragraph" and len(piece.text.split()) > 55 and not is_front(piece):
            if seen_abstract:
                return i
            seen_abstract = True
    return min(at, len(flat))
