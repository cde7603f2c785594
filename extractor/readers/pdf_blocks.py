"""Lines in reading order to paragraphs, headings, captions, notes: by type and place.

A *piece* is a paragraph or what stands in its place. Its kind is decided by how it is set (size,
weight, slant, place, neighbours) and by the few words that publishers print everywhere
("Abstract", "Figure 2.", "Received").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..records import BlockKind
from .layout import Line, Region, typical_step
from .pdf_fonts import Fonts
from .pdf_pages import Style
from .tables_pdf import Area


@dataclass(slots=True, eq=False)
class Piece:
    """Lines that belong together, with the kind they have been given.

    ``left`` and ``right`` are the edges of the column in which the first line stands.
    ``open_end`` says that the last line runs to the edge, so that the text may go on elsewhere;
    ``indented`` that the first line begins further in than the lines after it, ``run_in`` that a
    heading stands on the line of its paragraph.
    """

    lines: list[Line]
    left: float
    right: float
    kind: BlockKind | str = "paragraph"
    level: int = 0
    indented: bool = False
    run_in: bool = False
    path: tuple[str, ...] = ()
    table: Area | None = None

    @property
    def first(self) -> Line:
        """The first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """The last line."""
        return self.lines[-1]

    @property
    def text(self) -> str:
        """The lines' text, roughly (for looking at, not for writing out)."""
        return " ".join(x.text for x in self.lines)

    @property
    def size(self) -> float:
        """The size of most of its lines."""
        if len(self.lines) == 1:
            return self.lines[0].size
        weight: dict[float, int] = {}
        for x in self.lines:
            weight[x.size] = weight.get(x.size, 0) + x.glyphs
        return max(weight, key=lambda s: weight[s])


_END = re.compile(r"[.?!:;][\"”’')\]]*\s*(?:\[[\d,;–\- ]+\]|[\d,–\-]*)$")
_BULLET = re.compile(r"(?:[•●▪■◆►➢✓○◦·‣–—−*]|\(?(?:[ivx]{1,4}|[a-h]|\d{1,2})[.)])\s+\S")
_NUMBERED = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\s*[|│]?|[IVX]{1,5}\.|[A-H]\.)\s+(?:[A-Z\W]|mi?RNA|miR|lnc|circ)"
)
_CAPTION = re.compile(
    r"(?P<what>(?:supplement(?:ary|al)\s+|additional\s+|extended data\s+)?"
    r"(?:fig(?:ure)?s?|scheme|chart|box|plate|graphical abstract|video|movie"
    r"|(?:appendix )?table|tab))"
    r"\s*\.?\s*(?P<number>[A-Z]?\d{1,3}[A-Za-z]?|[IVX]{1,5}|[A-Z]\b)\s*(?P<mark>[.:|)\]–—-]|\(|$|(?=\s))",
    re.I,
)
TABLE = re.compile(r"(?:supplement(?:ary|al)\s+)?tab(?:le)?\b", re.I)


def cut_pieces(regions: Sequence[Region], style: Style, fonts: Fonts) -> list[Piece]:
    """Cut the regions of a page, in reading order, at the edges of paragraphs."""
    out: list[Piece] = []
    for region in regions:
        if region.table is not None:
            out.extend(_table(region.table))
        else:
            out.extend(_cut(region, style, fonts))
    return out


def _table(area: Area) -> list[Piece]:
    """Caption, cells and notes of a table; what has been moved to its first page is empty."""
    out: list[Piece] = []
    if area.caption:
        out.append(Piece(area.caption, area.x0, area.x1, "caption"))
    if area.cells:
        out.append(Piece(area.lines, area.x0, area.x1, "table", table=area))
    elif not area.continued:
        out.append(Piece(area.lines, area.x0, area.x1, "table"))
    if area.notes:
        out.append(Piece(area.notes, area.x0, area.x1, "footnote"))
    return out


def _cut(region: Region, style: Style, fonts: Fonts) -> list[Piece]:
    lines = region.lines
    left = _edge([x.x0 for x in lines], low=True)
    right = _edge([x.x1 for x in lines], low=False)
    step = typical_step(lines)
    if abs(lines[0].size - style.size) < 0.3:
        step = min(step, style.step * 1.05) if step else style.step
    hanging = _hanging(lines, left)
    pieces = [Piece([lines[0]], left, right)]
    for i in range(1, len(lines)):
        if _new_piece(lines, i, left, right, step, hanging, fonts):
            pieces.append(Piece([lines[i]], left, right))
        else:
            pieces[-1].lines.append(lines[i])
    for piece in pieces:
        if len(piece.lines) > 1:
            piece.indented = piece.first.x0 - piece.lines[1].x0 > 0.6 * piece.first.size
        else:
            piece.indented = piece.first.x0 - left > 0.6 * piece.first.size and len(lines) > 1
    return pieces


def _edge(values: Sequence[float], *, low: bool) -> float:
    """The outer edge on which at least a few lines stand."""
    ordered = sorted(values, reverse=not low)
    for v in ordered:
        if sum(1 for w in values if abs(w - v) < 2.0) >= max(1, min(3, len(values) // 4)):
            return v
    return ordered[0]


def _hanging(lines: Sequence[Line], left: float) -> bool:
    """Whether most lines stand further in than those that begin something (lists, references)."""
    if len(lines) < 4:
        return False
    inner = sum(1 for x in lines if 0.5 * x.size < x.x0 - left < 4 * x.size)
    outer = sum(1 for x in lines if x.x0 - left <= 0.5 * x.size)
    return inner > outer >= 2


def _new_piece(
    lines: Sequence[Line],
    i: int,
    left: float,
    right: float,
    step: float,
    hanging: bool,
    fonts: Fonts,
) -> bool:
    last, line = lines[i - 1], lines[i]
    if last.runs[0].size > 1.8 * last.size:
        return False  # the line stands beside the drop capital of the one above
    if abs(last.size - line.size) > 0.06 * max(last.size, line.size):
        return True
    if len(last.text) < 30 and last.text[:1].isupper() and is_known(last.text):
        return True
    mixed = last.bold and not fonts[last.runs[-1].font].bold  # a lead with the first words
    if last.bold != line.bold and _heavy(last, line) and not mixed:
        return True
    if (
        last.font != line.font
        and fonts[last.font].family != fonts[line.font].family
        and _heavy(last, line)
    ):
        return True
    distance = line.base - last.base
    if step and distance > 1.32 * step and distance > 1.15 * line.size:
        return True
    em = line.size
    slack = right - last.x1
    first_word = line.text.split(" ", 1)[0]
    need = len(first_word) * line.width / max(1, len(line.text))
    short = slack > need + 0.6 * em
    ended = bool(_END.search(last.text))
    if _CAPTION.match(line.text) and (short or ended) and line.bold != last.bold:
        return True
    if ended and not line.bold and not last.bold and _bold_lead(line, fonts):
        return True
    bullet = _BULLET.match(line.text)
    if bullet and line.text[0] in "•●▪■◆►➢✓○◦" and (short or ended or last.text[-1:] in ";:,"):
        return True
    if hanging:
        return line.x0 - left <= 0.5 * em and (last.x0 - left > 0.5 * em or ended or short)
    if bullet and (short or ended or last.text.endswith((";", ",", ":", " and", " or"))):
        return True
    inset = line.x0 - left
    if inset > 3 * em and (ended or short) and abs(right - line.x1 - inset) < 1.5 * em:
        return True  # set in the middle: a formula, most often
    after = lines[i + 1].x0 if i + 1 < len(lines) else left
    if 0.6 * em < line.x0 - last.x0 and inset > 0.6 * em and (ended or short) and inset < 6 * em:
        return line.x0 - after > 0.5 * em or short or i + 1 == len(lines) or ended
    if last.italic != line.italic and short and _heavy(last, line):
        return True
    if short and ended:
        return slack > 0.12 * (right - left) or not last.text.endswith(",")
    return slack > 0.35 * (right - left) and ended


def _bold_lead(line: Line, fonts: Fonts) -> bool:
    """Whether a line begins with bold words and a full stop: a heading on its paragraph's line."""
    count = 0
    for run in line.runs:
        if not fonts[run.font].bold:
            break
        count += run.last - run.first
    if count < 5:
        return False
    lead = re.match(rf"(?:\s*\S){{{count}}}", line.text)
    return (
        lead is not None
        and lead.group().endswith((".", ":"))
        and lead.group()[0].isupper()
        and line.text[lead.end() :].lstrip()[:1].isupper()
        and not _CAPTION.match(line.text)
    )


def _heavy(last: Line, line: Line) -> bool:
    """Whether a change of type between two lines is more than one emphasised word."""
    return last.glyphs > 2 and line.glyphs > 2


# ---------------------------------------------------------------------------------------- kinds

ABSTRACT = re.compile(
    r"(?:graphical |structured |plain language )?"
    r"(?:abstract|a\s?b\s?s\s?t\s?r\s?a\s?c\s?t|summary)\b[:.\s—–-]*",
    re.I,
)
REFERENCES = re.compile(
    r"(?:\d{1,2}\.?\s+)?(?:references?(?:\s+and\s+notes)?|bibliography|literature(?:\s+cited)?|works\s+cited|"
    r"cited\s+literature|reference\s+list|r\s?e\s?f\s?e\s?r\s?e\s?n\s?c\s?e\s?s)\s*:?",
    re.I,
)
BACK = re.compile(
    r"(?:\d{1,2}\.?\s+)?(?:acknowledge?ments?|author(?:s['’]?|['’]s)?\s*(?:contributions?|information|details|statement|affiliations)|"
    r"(?:conflicts?|declarations?)\s+of\s+(?:competing\s+)?interests?(?:\s+statement)?|competing\s+(?:financial\s+)?interests?|"
    r"conflicting\s+interests?|disclosures?(?:\s+statement)?|declarations?|"
    r"funding(?:\s+(?:information|statement|sources?|acknowledge?ment))?|financial\s+(?:support|disclosure)|data\s+availability(?:\s+statement)?|"
    r"availability\s+of\s+data(?:\s+and\s+materials?)?|ethic(?:s|al)(?:\s+(?:statement|approval|standards?|considerations?|declarations?))?"
    r"(?:\s+and\s+consent\s+to\s+participate)?|consent\s+for\s+publication|consent\s+to\s+(?:publish|participate)|"
    r"supplement(?:ary|al)\s+(?:data|information|materials?|files?)|supporting\s+information|additional\s+(?:files?|information)|"
    r"abbreviations?(?:\s+list)?|list\s+of\s+abbreviations|nomenclature|publisher['’]s\s+notes?|"
    r"credit\s+author(?:ship)?\s+(?:contribution\s+)?statement|orcid|rights\s+and\s+permissions|peer\s+review(?:\s+information)?|"
    r"institutional\s+review\s+board\s+statement|informed\s+consent(?:\s+statement)?|grant\s+information|endnotes?|appendix.{0,30}|"
    r"author\s+note|footnotes?|notes|provenance.{0,40})\s*[:.]?",
    re.I,
)
ABBREVIATIONS = re.compile(
    r"(?:\d{1,2}\.?\s+)?(?:list\s+of\s+)?(?:abbreviations?|nomenclature)(?:\s+list)?(?:\s+used)?\s*:?",
    re.I,
)
_FRONT = re.compile(
    r"(?:received|accepted|revised|published|submitted|available\s+online|first\s+published|article\s+history)\b.{0,40}\d|"
    r"\*?\s*(?:for\s+)?correspond(?:ence|ing)\b|(?:e-?mails?|tel|fax|phone)\s*[.:]|edited\s+by|reviewed\s+by|academic\s+editors?|editor\s*:|"
    r"citation\s*:|how\s+to\s+cite|copyright\b|©|\(c\)\s+\d{4}|this\s+(?:is\s+an\s+open|article\s+is\s+(?:an\s+open|distributed|licensed|published|part))|"
    r"open\s+access\b|licensee\b|doi\s*:|https?://|www\.|issn\b|full\s+list\s+of\s+author|these\s+authors\s+contributed|"
    r"contributed\s+equally|key\s?words?\b|\S+@\S+\.\S+|creative\s+commons|communicated\s+by|handling\s+editor|specialty\s+section|"
    r"peer\s+review|responsible\s+editor|present\s+address|article\s+info|funding\s*:|data\s+availability|competing\s+interests\s*:",
    re.I,
)
_AFFILIATION = re.compile(
    r"\b(?:universit|department|institut|hospital|school\s+of|faculty|college|laborator|cent(?:er|re)\s+(?:for|of)|division\s+of|academy)",
    re.I,
)
_LICENCE = re.compile(
    r"creative\s+commons|open\s+access\s+article|©|licen[cs]e|all\s+rights\s+reserved|permission",
    re.I,
)


def is_known(text: str) -> bool:
    """Whether a text is one of the headings that publishers print everywhere."""
    return bool(BACK.fullmatch(text) or REFERENCES.fullmatch(text) or ABSTRACT.fullmatch(text))


def is_numbered(text: str) -> bool:
    """Whether a text begins like a numbered heading."""
    return bool(_NUMBERED.match(text))


_RIGHTS = re.compile(r"creative\s+commons|open\s+access|©|rights\s+reserved", re.I)


def is_heading(piece: Piece, style: Style, fonts: Fonts) -> bool:
    """Whether a piece is set as a heading: apart, short, and unlike the text."""
    if len(piece.lines) > 4 or piece.first.glyphs > 220:
        return False
    text = piece.text
    if len(text) > 220 or any(c in text for c in "=¼þ\ufffd"):
        return False
    words = text.split()
    letters = [c for c in text if c.isalpha()]
    if len(letters) < max(3.0, 0.6 * len(text.replace(" ", ""))) or len(words) > 26:
        return False
    if not (text[0].isupper() or text[0].isdigit() or _NUMBERED.match(text)):
        return False
    if _CAPTION.match(text) and not _NUMBERED.match(text):
        return False
    first = piece.first
    upper = sum(c.isupper() for c in letters) > 0.9 * len(letters)
    numbered = bool(_NUMBERED.match(text))
    known = bool(BACK.fullmatch(text) or REFERENCES.fullmatch(text) or ABSTRACT.fullmatch(text))
    bold = all(x.bold for x in piece.lines) and not style.bold
    larger = first.size > 1.07 * style.size
    italic = all(x.italic for x in piece.lines) and not style.italic
    other = fonts[first.font].family != style.family and first.size > 0.93 * style.size
    if first.size < 0.84 * style.size and not known:
        return False
    stopped = bold and text.endswith(".") and len(words) < (14 if numbered else 9)
    if text.endswith((".", ",", ";")) and not stopped and not known:
        return False
    if sum(c.isdigit() for c in text) > 0.4 * len(text):
        return False
    if bold or (larger and len(words) < 20) or known:
        return True
    if upper and len(letters) > 4 and len(words) <= 14:
        return True
    if (
        numbered
        and len(words) <= 16
        and (italic or other or re.match(r"\d+\.\d", text) is not None)
    ):
        return True
    return (italic or other) and len(words) <= 14 and not text.endswith((")", "”"))


def is_caption(piece: Piece, style: Style, fonts: Fonts) -> bool:
    """Whether a piece is a figure's or table's caption and not a sentence that names one."""
    found = _CAPTION.match(piece.text)
    if not found:
        return False
    first = piece.first
    smaller = first.size < 0.955 * style.size
    lead = fonts[first.runs[0].font]
    rest = fonts[style.font]
    marked = lead.bold != rest.bold or lead.italic != rest.italic or lead.family != rest.family
    stop = found.group("mark") in (".", ":", "|")
    alone = found.end() >= len(piece.text.rstrip())
    upper = found.group("what").isupper()
    after = piece.text[found.end() :].lstrip()
    sentence = bool(after) and after[0].islower() and not stop
    if sentence and not (marked and smaller):
        return False
    return smaller or marked or stop or alone or upper


def is_front(piece: Piece) -> bool:
    """Whether a piece is one of the notes that publishers print around title and abstract."""
    text = piece.text[:400]
    if _FRONT.match(text.lstrip("*†‡§¶✉ 0123456789")):
        return True
    return (
        bool(_AFFILIATION.search(text[:160]))
        and len(text) < 400
        and (text[:1].isdigit() or piece.first.runs[0].rise > 0.5 or text.count(",") > 2)
    )


def is_licence(piece: Piece) -> bool:
    """Whether a piece is a licence note or a date of receipt: set aside altogether."""
    text = piece.text[:300]
    if len(_LICENCE.findall(piece.text[:1200])) >= 2 and _RIGHTS.search(piece.text[:1200]):
        return True
    return bool(re.match(r"(?:received|accepted|©|copyright)\b", text, re.I)) and len(text) < 300
