"""What stands before an article's body: title, authors, dates, abstract, and where they end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .layout import overlap
from .pdf_blocks import (
    ABSTRACT,
    BACK,
    Piece,
    is_front,
    is_licence,
)
from .pdf_pages import Page, Style
from .sections import LABEL_WORDS

_OPENING = re.compile(
    r"(?:\d{1,2}\.?\s*[|│]?\s+|[IVX]+\.\s+)?(?:introduction|background|main(?:\s+text)?)\b", re.I
)
_STRUCTURED = re.compile(
    rf"(?:{LABEL_WORDS}|(?:materials? and )?methods?|results?|(?:discussion and )?conclusions?|"
    r"highlights?)(?: and [a-z]+)?\s*:?",
    re.I,
)
_STOPPED = re.compile(r"[a-z]{3}[)\]”]?[.?!]$")
_KEYWORDS = re.compile(r"key\s?words?\b|index\s+terms|keyphrases", re.I)


def find_title(
    pages: Sequence[Page], by_page: Sequence[list[Piece]], style: Style, named: str = ""
) -> Piece | None:
    """The article's title: large type in the upper part of the first page, or of the second one.

    The journal's name, often larger, is told by its few words and by the running heads that
    repeat it. ``named`` is the title in the file's properties; where a piece says the same, it is
    the title.
    """
    heads = [_letters(t) for page in pages for t in page.furniture]
    wanted = _letters(named)
    for page, pieces in list(zip(pages, by_page, strict=True))[:2]:
        fit = [p for p in pieces if _may_be_title(p, 0.62 * page.frame[1], style)]
        own = [p for p in fit if len(wanted) > 15 and wanted.startswith(_letters(p.text)[:60])]
        new = [p for p in fit if not any(_letters(p.text) in h for h in heads)] or fit
        best = max(own or new, key=lambda p: p.size, default=None)
        if best is None:
            continue
        longer = [p for p in new if len(p.text.split()) > 6 and p.size > 0.72 * best.size]
        if len(best.text.split()) < 6 and longer and not own:
            best = max(longer, key=lambda p: p.size)
        best.kind = "title"
        k = pieces.index(best) + 1
        while k < len(pieces) and _same_title(best, pieces[k]):
            best.lines.extend(pieces.pop(k).lines)
        return best
    return None


def _letters(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", text).lower()


def _may_be_title(piece: Piece, floor: float, style: Style) -> bool:
    words = [w for w in re.findall(r"[^\W\d_]+", piece.text) if len(w) > 1]
    return (
        piece.kind not in ("caption", "table")
        and piece.first.top < floor
        and 3 <= len(words) <= 60
        and piece.size >= 1.12 * style.size
    )


def _same_title(title: Piece, piece: Piece) -> bool:
    """Whether a piece is the next line of the title, parted from it by a change of type."""
    return (
        abs(piece.size - title.size) < 0.04 * title.size
        and piece.first.base - title.last.base < 2.2 * title.size
        and piece.first.bold == title.first.bold
    )


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
    beside = _abstract_beside(flat, start, style, first)
    if beside:
        gone = {id(p) for p in beside}
        flat[start:] = [*beside, *(p for p in flat[start:] if id(p) not in gone)]
        abstract_at = start if abstract_at is None else abstract_at
        start += len(beside)
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
            piece.kind = "abstract" if long else "front"
        elif abstract_at is None and _is_prose(piece) and piece.size > 0.8 * style.size:
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


def _is_prose(piece: Piece) -> bool:
    """Whether a piece before the body reads like a paragraph of an abstract without heading."""
    words = len(piece.text.split())
    stopped = bool(_STOPPED.search(piece.text)) and "@" not in piece.text
    return words > 55 or (words > 25 and stopped)


def _abstract_beside(flat: Sequence[Piece], start: int, style: Style, first: int) -> list[Piece]:
    """The pieces of an abstract in a box beside the text: it is to stand before the text."""
    for i in range(start, len(flat)):
        piece = flat[i]
        if piece.first.page > first:
            break
        if not ABSTRACT.match(piece.text) or (
            piece.kind != "heading" and abs(piece.size - style.size) < 0.04 * style.size
        ):
            continue
        out = [piece]
        above = flat[start].first.top if start < len(flat) else 0.0
        for other in flat[i + 1 :]:
            own = abs(other.size - style.size) < 0.04 * style.size and other.last.base > above
            if other.first.page != first or own or other.kind in ("caption", "table"):
                break
            if overlap(piece.left, piece.right, other.left, other.right) <= 0:
                break
            out.append(other)
        if sum(len(p.text) for p in out) > 200:
            return out
    return []


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
