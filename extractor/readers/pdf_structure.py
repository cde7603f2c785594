"""The parts of an article from its pieces: title, abstract, sections, notes, reference list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .layout import overlap
from .pdf_blocks import (
    _ABBREVIATIONS,
    _ABSTRACT,
    _BACK,
    _REFERENCES,
    _TABLE,
    Piece,
    is_caption,
    is_front,
    is_heading,
    is_known,
    is_licence,
    is_numbered,
)
from .pdf_chars import Fonts
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


@dataclass(slots=True)
class Structure:
    """What an article consists of; ``pieces`` are in reading order, the list apart."""

    title: Piece | None = None
    pieces: list[Piece] = field(default_factory=list)
    references: list[Piece] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)


def find_structure(
    pages: Sequence[Page], by_page: Sequence[list[Piece]], style: Style, fonts: Fonts
) -> Structure:
    """Give every piece its kind and put the article's parts together."""
    out = Structure()
    flat = [p for pieces in by_page for p in pieces]
    for pieces in by_page:
        _mark_captions(pieces, style, fonts)
    out.title = _find_title(pages, by_page, style)
    first = pages[0].number if not out.title else out.title.first.page
    flat = [p for pieces in by_page for p in pieces]
    for pieces in by_page:
        _mark_headings(pieces, style, fonts)
    _mark_references(flat, style)
    for page, pieces in zip(pages, by_page, strict=True):
        _mark_small(page, pieces, style)
    start = _front_matter(flat, out, style, first)
    _sections(flat, start, out, style, fonts)
    for piece in flat:
        if piece.kind == "furniture":
            out.furniture.append(piece.text)
        elif piece.kind == "reference":
            out.references.append(piece)
        else:
            out.pieces.append(piece)
    out.pieces = _join(out.pieces, style)
    return out


def _mark_headings(pieces: Sequence[Piece], style: Style, fonts: Fonts) -> None:
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
        if other.kind in ("caption", "table"):
            return is_numbered(piece.text)
    return not later


def _mark_captions(pieces: list[Piece], style: Style, fonts: Fonts) -> None:
    for piece in pieces:
        if is_caption(piece, style, fonts):
            piece.kind = "caption"


def _mark_small(page: Page, pieces: list[Piece], style: Style) -> None:
    """Table cells and loose letters in figures: what is set small or oddly beside captions."""
    width, height = page.frame
    tables = [p for p in pieces if p.kind == "caption" and _TABLE.match(p.text)]
    for piece in pieces:
        if piece.kind != "paragraph":
            continue
        odd = abs(piece.size - style.size) > 0.045 * style.size
        text = piece.text
        narrow = max(x.width for x in piece.lines) < 0.3 * width
        for table in tables:
            below = piece.first.top > table.first.top - 2
            if (
                odd
                and below
                and piece.size < 0.96 * style.size
                and not _FOOT.match(text)
                and (len(text) < 400 or narrow)
                and overlap(piece.left, piece.right, 0, width)
                and _near(table, piece, pieces, style)
            ):
                piece.kind = "table"
                break
        if piece.kind == "paragraph" and odd and page.number > 1:
            letters = sum(c.isalpha() for c in text[:200])
            if piece.size < 0.9 * style.size:
                piece.kind = (
                    "footnote"
                    if piece.first.top > 0.6 * height and letters > 25 and len(text.split()) > 5
                    else ("furniture" if letters < 30 or narrow else "footnote")
                )
            elif letters < 4 and len(text) < 12:
                piece.kind = "furniture"
        elif (piece.kind == "paragraph" and page.number > 1 and _loose(piece, style)) or (piece.kind == "paragraph" and len(text) < 8 and sum(c.isalpha() for c in text) < 2):
            piece.kind = "furniture"


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


_FOOT = re.compile(r"(?:[*†‡§¶]|notes?[:.]|abbreviations?[:.])", re.I)


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
_PEER_REVIEW = re.compile(
    r"(?:current )?(?:open )?(?:peer review|referee (?:status|reports?|responses?)"
    r"|reviewer (?:reports?|comments))"
    r"|decision letter|author response|editor['’]s evaluation",
    re.I,
)


def _mark_references(flat: Sequence[Piece], style: Style) -> None:
    """The reference list: from its heading to the next heading of that weight, or the end.

    Where the list is set in smaller type, what is set like it later on the page (the list's second
    column beside the end of the text) belongs to it, too.
    """
    inside: Piece | None = None
    like: float | None = None
    for i, piece in enumerate(flat):
        text = piece.text.strip()
        if (
            piece.kind in ("heading", "paragraph")
            and len(text) < 40
            and _REFERENCES.fullmatch(text)
        ):
            later = flat[i + 1 : i + 12]
            dated = sum(1 for p in later if re.search(r"(?:18|19|20)\d\d", p.text))
            if later and dated >= min(2, len(later)):
                inside = piece
                piece.kind = "heading"
                sizes = [round(p.size, 1) for p in later if p.kind == "paragraph"]
                usual = max(set(sizes), key=sizes.count) if sizes else style.size
                like = usual if usual < 0.96 * style.size else None
                continue
        small = like is not None and abs(piece.size - like) < 0.15
        if inside is None and not (small and piece.kind in ("paragraph", "heading")):
            continue
        if like is not None and piece.kind == "paragraph" and piece.size > like + 0.4:
            continue
        if piece.kind == "heading":
            equal = inside is not None and (
                piece.size > 0.97 * inside.size and piece.first.bold == inside.first.bold
            )
            if (
                _BACK.fullmatch(text)
                or _PEER_REVIEW.match(text)
                or (equal and not re.search(r"(?:19|20)\d\d", text))
            ):
                inside = None
                like = None if _PEER_REVIEW.match(text) else like
                continue
            piece.kind = "reference"
        elif piece.kind == "paragraph":
            if _AFTER_LIST.match(text) or is_licence(piece):
                piece.kind = "furniture"
            elif _BACK_LEAD.match(text):
                piece.kind = "back"
            else:
                piece.kind = "reference"


def _find_title(
    pages: Sequence[Page], by_page: Sequence[list[Piece]], style: Style
) -> Piece | None:
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


def _front_matter(flat: list[Piece], out: Structure, style: Style, first: int) -> int:
    """Kinds of everything before the body; returns where the body begins."""
    title_at = next((i for i, p in enumerate(flat) if p is out.title), -1)
    abstract_at = None
    start = None
    for i, piece in enumerate(flat):
        if i <= title_at and piece.first.page <= first:
            continue
        if piece.first.page > first + 2:
            break
        if abstract_at is None and _ABSTRACT.match(piece.text) and not is_front(piece):
            abstract_at = i
        if piece.kind == "heading" and _OPENING.match(piece.text):
            if start is None or "introduction" in piece.text.lower():
                start = i
            if "introduction" in piece.text.lower():
                break  # a "Background" before it is part of the abstract
    if start is None:
        start = _guess_start(flat, title_at, abstract_at, first)
    for i, piece in enumerate(flat[:start]):
        if piece is out.title or piece.kind in ("caption", "table", "furniture"):
            continue
        if i < title_at or is_licence(piece):
            piece.kind = "furniture"
        elif _KEYWORDS.match(piece.text) or is_front(piece):
            piece.kind = "front"
        elif abstract_at is not None and i >= abstract_at:
            if piece.kind == "heading" and (
                _ABSTRACT.fullmatch(piece.text) or _STRUCTURED.fullmatch(piece.text)
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
            and not _ABSTRACT.match(piece.text)
            and not _BACK.fullmatch(piece.text)
            and seen_abstract
        ):
            return i
        if piece.kind == "paragraph" and len(piece.text.split()) > 55 and not is_front(piece):
            if seen_abstract:
                return i
            seen_abstract = True
    return min(at, len(flat))


def _sections(flat: list[Piece], start: int, out: Structure, style: Style, fonts: Fonts) -> None:
    """Section paths, back matter and the reference list, from the body's first piece on."""
    stack: list[tuple[int, str]] = []
    ranks: list[tuple[float, bool, bool, bool]] = []
    zone = "body"
    listed = False
    for i, piece in enumerate(flat):
        listed = listed or piece.kind == "reference"
        if piece.kind in ("furniture", "title"):
            continue
        if listed and piece.kind in ("heading", "paragraph") and _PEER_REVIEW.match(piece.text):
            zone = "review"
        if zone == "review":
            piece.kind = "back"
        if piece.kind == "heading":
            text = re.sub(r"\s+", " ", piece.text).strip()
            if i < start:
                piece.level = 1
                piece.path = (text,)
                stack = [(1, text)]
                continue
            if _REFERENCES.fullmatch(text):
                zone = "references"
            elif _ABBREVIATIONS.fullmatch(text):
                zone = "abbreviations"
            elif _BACK.fullmatch(text):
                zone = "back"
            else:
                zone = "body"
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
    del out


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


def _join(pieces: list[Piece], style: Style) -> list[Piece]:
    """Put paragraphs together that a column, page or float has parted."""
    out: list[Piece] = []
    last: Piece | None = None
    for piece in pieces:
        if (
            piece.kind in ("paragraph", "abstract", "list")
            and last is not None
            and last.kind == piece.kind
            and _goes_on(last, piece)
        ):
            last.lines.extend(piece.lines)
            last.right = piece.right
            continue
        out.append(piece)
        if piece.kind in ("paragraph", "abstract", "list"):
            aside = (
                last is not None and len(piece.text) < 60 and piece.first.font != last.first.font
            )
            if not (aside and not _ENDED.search(piece.text)):
                last = piece
        elif piece.kind in ("heading", "back", "title"):
            last = None
    del style
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
