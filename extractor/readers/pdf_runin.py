"""Headings that run into their paragraph: bold or italic words before it, with a full stop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .layout import Line, Run
from .pdf_blocks import BACK, Piece, is_caption
from .pdf_chars import PageGlyphs
from .pdf_fonts import Fonts
from .pdf_pages import Style, describe

_LONGEST = 14
"""Words of a heading at most."""

_NEEDED = {"bold": 2, "italic": 3}
"""How often a document must do so before it is taken for its manner of heading."""


@dataclass(slots=True)
class _Lead:
    """The first runs of a piece that differ from the rest of it."""

    manner: str
    line: int
    runs: int
    text: str


def split_run_in(
    pieces: Sequence[Piece], pages: Mapping[int, PageGlyphs], style: Style, fonts: Fonts
) -> list[Piece]:
    """Pieces with their run-in headings as pieces of their own.

    A lead counts where the document has several of its kind, or where it is one of the headings
    that publishers print everywhere ("Funding", with or without a full stop).
    """
    leads: dict[int, _Lead] = {}
    counts = dict.fromkeys(_NEEDED, 0)
    for piece in pieces:
        if piece.kind in ("paragraph", "footnote", "back") and piece.table is None:
            lead = _lead(piece, pages, style, fonts)
            if lead is not None and not is_caption(piece, style, fonts):
                leads[id(piece)] = lead
                counts[lead.manner] += piece.kind == "paragraph"
    out: list[Piece] = []
    for piece in pieces:
        lead = leads.get(id(piece))
        known = lead is not None and bool(BACK.fullmatch(lead.text))
        if lead is None or not (
            known or (piece.kind == "paragraph" and counts[lead.manner] >= _NEEDED[lead.manner])
        ):
            out.append(piece)
            continue
        head, rest = _cut(piece, lead, pages, fonts)
        out.append(head)
        out.append(rest)
    return out


def _lead(
    piece: Piece, pages: Mapping[int, PageGlyphs], style: Style, fonts: Fonts
) -> _Lead | None:
    first = fonts[piece.first.runs[0].font]
    manner = "bold" if first.bold and not style.bold else "italic"
    if manner == "italic" and (not first.italic or style.italic):
        return None
    text = ""
    for at, line in enumerate(piece.lines[:3]):
        glyphs = pages[line.page]
        for k, run in enumerate(line.runs):
            font = fonts[run.font]
            if not (font.bold if manner == "bold" else font.italic):
                return _checked(manner, at, k, text, glyphs.text(run), run)
            text += (" " if run.space or k == 0 else "") + glyphs.text(run)
        if len(text.split()) > _LONGEST:
            return None
    return None


def _checked(manner: str, at: int, k: int, text: str, after: str, run: Run) -> _Lead | None:
    """The lead, if it reads like a heading and a sentence begins behind it."""
    text = text.strip()
    if not text or (at == 0 and k == 0) or len(text.split()) > _LONGEST or len(text) < 4:
        return None
    begins = after[:1].isupper() or after[:1].isdigit() or after[:1] in "“\"‘'(["
    known = bool(BACK.fullmatch(text))
    stopped = text.endswith((".", ":", "—", "–"))
    if not begins or not text[0].isupper() or not (stopped or known):
        return None
    return _Lead(manner, at, k, text) if run.space or k == 0 or stopped else None


def _cut(
    piece: Piece, lead: _Lead, pages: Mapping[int, PageGlyphs], fonts: Fonts
) -> tuple[Piece, Piece]:
    """A piece parted behind its lead."""
    whole = piece.lines[lead.line]
    head_lines, rest_lines = piece.lines[: lead.line], piece.lines[lead.line + 1 :]
    if lead.runs:
        head_lines = [*head_lines, _part(whole, whole.runs[: lead.runs], pages, fonts)]
    rest_lines = [_part(whole, whole.runs[lead.runs :], pages, fonts), *rest_lines]
    head = Piece(head_lines, piece.left, piece.right, "heading", run_in=True)
    rest = Piece(rest_lines, piece.left, piece.right, piece.kind, path=piece.path, indented=True)
    return head, rest


def _part(line: Line, runs: list[Run], pages: Mapping[int, PageGlyphs], fonts: Fonts) -> Line:
    out = Line(list(runs))
    out.page, out.order = line.page, line.order
    out.base, out.size = line.base, line.size
    describe(out, pages[line.page], fonts)
    return out
