"""Sets a paper in the manner of a house: the bytes of its PDF."""

# ruff: noqa: E501 -- texts and tables of houses are easier to read on one line

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from reportlab.lib.pagesizes import A4, letter
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from .content import Paper, Sentence, entry_text, names_text, numbers_text
from .fronts import FRONTS
from .houses import House
from .press import FAMILIES, Frame, Press, Type, load_fonts, scaled

CAPTION = (
    "How vesicles reach the recipient cell. They bind to its surface, fuse with it or are taken up "
    "whole, and set free what they carry. Scale bar, 10 µm."
)
TABLE = "What vesicles did in animals, by source of the cells and by the model of disease."
NOTE = "MSC, mesenchymal stem cell; Ref., number of the study in the list of references."
FOOT = "Both names are used for the same fraction of vesicles in what follows here."
FORMULA = "C = N × V / (1 + k · t) (1)"
BULLETS = (
    "The source of the cells and the age of the donor must be named;",
    "the number of vesicles and the protein that they hold must be counted in every batch;",
    "the route of delivery must be the one that is meant for patients.",
)


@dataclass
class Setting:
    """One paper being set; ``kinds`` are the types in use."""

    paper: Paper
    house: House
    canvas: Any
    width: float
    height: float
    body: Type
    press: Any = None
    first: list[Frame] = field(default_factory=list)
    floats: list[str] = field(default_factory=list)
    noted: bool = False
    list_from: int = 0
    number: int = 1

    @property
    def left(self) -> float:
        """Left edge of the text."""
        return self.house.margin + self.shift

    @property
    def right(self) -> float:
        """Right edge of the text."""
        return self.width - self.house.margin + self.shift

    @property
    def shift(self) -> float:
        """How far the text of a left-hand page stands to the left."""
        return -14.0 if self.house.mirrored and self.number % 2 == 0 else 0.0

    def columns(self, count: int = 0) -> list[tuple[float, float]]:
        """Edges of the columns."""
        n, gap = count or self.house.columns, self.house.gutter
        wide = (self.right - self.left - gap * (n - 1)) / n
        return [
            (self.left + k * (wide + gap), self.left + k * (wide + gap) + wide) for k in range(n)
        ]

    def turn(self, page: int) -> None:
        """Furniture of a new page."""
        if not self.house.furniture_last:
            furniture(self, page)

    def frames(self) -> Iterator[Frame]:
        """The frames of all pages; floats are drawn as their pages come."""
        yield from self.first
        page = max([2, *(f[0] + 1 for f in self.first)])
        top, low = 62.0, self.height - 56.0
        while True:
            self.number = page
            what = self.floats.pop(0) if self.floats else ""
            here = [(top, low)]
            if what:
                yield page, self.left, 0.0, self.right, 0.0  # turns the page: no line fits in
                here = place_float(self, what, top, low)
            count = self.house.list_columns if self.list_from and page > self.list_from else 0
            for a, b in here:
                for k, (x0, x1) in enumerate(self.columns(count)):
                    outer = k == len(self.columns(count)) - 1 and b == low and b - a > 300
                    if self.house.inset and page == 3 and outer:
                        yield page, x0, a, x1, b - 130
                        box(self, x0, x1, b - 118)
                        continue
                    if self.house.footnote and page == 2 and k == 0 and b == low:
                        yield page, x0, a, x1, b - 34
                        foot = scaled(self.body, 0.78, indent=0.0)
                        self.press.rule(x0, x0 + 60, b - 26)
                        self.press.x0, self.press.x1 = x0, x1
                        self.press.y, self.press.bottom = b - 24, b + 20
                        self.press.paragraph("1 " + FOOT, foot)
                        self.noted = True
                        continue
                    yield page, x0, a, x1, b
            page += 1


def typeset(paper: Paper, house: House) -> bytes:
    """The paper as a PDF; the same bytes each time."""
    load_fonts()
    buffer = io.BytesIO()
    width, height = A4 if house.page == "A4" else letter
    canvas = Canvas(buffer, pagesize=(width, height), invariant=1)
    body = Type(
        house.family,
        size=house.size,
        leading=round(house.size * house.leading, 2),
        indent=house.indent,
        after=house.gap,
        align=house.align,
        hyphens=house.align == "justify",
    )
    s = Setting(paper, house, canvas, width, height, body)
    s.press = Press(canvas, height, iter(()), lambda page: None, house.manner)
    s.turn(1)
    s.press.page = 1
    s.first = FRONTS[house.front](s)
    if house.figure != "none":
        s.floats.append("figure")
    s.floats.append("table")
    s.press.frames, s.press.turn = s.frames(), s.turn
    s.press.next_frame()
    _body(s)
    _back(s)
    while s.floats:  # what has found no place stands behind the list, as in manuscripts
        s.press.next_frame()
        if not s.floats:
            s.press.next_frame()
    if house.furniture_last:
        furniture(s, s.press.page)
    canvas.save()
    return buffer.getvalue()


def cited(sentence: Sentence, paper: Paper, house: House) -> str:
    """A sentence with its callout as the house prints it."""
    if not sentence.cites:
        return sentence.plain
    if house.cite == "names":
        parts = []
        for n in sentence.cites:
            e = paper.references[n - 1]
            parts.append(f"{names_text(e)}, {e.year}{e.suffix}")
        return f"{sentence.before} ({'; '.join(parts)}){sentence.after}"
    plain = numbers_text(sentence.cites, house.dash, house.comma)
    if house.cite == "bracket":
        return f"{sentence.before} [{plain}]{sentence.after}"
    if house.cite == "paren":
        return f"{sentence.before} ({plain}){sentence.after}"
    raised = "^{" + plain.replace(" ", "") + "}"
    if house.cite == "super" and sentence.after[:1] in (".", ","):
        return f"{sentence.before}{sentence.after[0]}{raised}{sentence.after[1:]}"
    return f"{sentence.before}{raised}{sentence.after}"


def _body(s: Setting) -> None:
    house, number, sub = s.house, 0, 0
    for n, section in enumerate(s.paper.sections):
        if section.level == 1:
            number, sub = number + 1, 0
        else:
            sub += 1
        label = f"{number}." if section.level == 1 else f"{number}.{sub}."
        if house.head == "numbered-bar":
            label = label.rstrip(".") + " |"
        lead = ""
        if house.run_in and section.level == 2:
            lead = section.name + "."
        else:
            heading(s, section.name, section.level, label if house.numbered else "")
        for k, sentences in enumerate(section.paragraphs):
            text = " ".join(cited(x, s.paper, house) for x in sentences)
            kind = s.body if k or house.gap else replace(s.body, indent=0.0)
            drop = house.drop and n == 0 and k == 0
            s.press.paragraph(text, kind, lead if not k else "", drop)
        if house.footnote and n == 3:
            formula = replace(s.body, align="center", indent=0.0, before=4.0, after=4.0)
            s.press.paragraph(FORMULA, formula)
        if house.bullets and n == 2:
            for item in BULLETS:
                s.press.paragraph("• " + item, replace(s.body, indent=8.0, hanging=16.0))


def heading(s: Setting, name: str, level: int, label: str = "") -> None:
    """Set a heading as the house does."""
    house = s.house
    weight, size, text = 1, 1.12, name
    if house.head == "caps" and level == 1:
        text, size = name.upper(), 1.0
    elif house.head == "italic":
        weight, size = (1, 1.1) if level == 1 else (2, 1.0)
    elif level == 2:
        weight, size = 3, 1.0
    kind = replace(
        scaled(s.body, size),
        family=house.head_family,
        weight=weight,
        indent=0.0,
        before=0.7 * s.body.leading,
        after=0.25 * s.body.leading,
        align="left",
        hyphens=False,
        keep=2.2 * s.body.leading,
    )
    if house.head == "color":
        s.canvas.setFillColorRGB(0.1, 0.3, 0.6)
    s.press.paragraph(f"{label} {text}".strip(), kind)
    s.canvas.setFillColorRGB(0, 0, 0)


def _back(s: Setting) -> None:
    house = s.house
    if house.back:
        heading(s, "Acknowledgements", 1)
        s.press.paragraph(
            "We thank the members of both groups for their help with the search.",
            replace(s.body, indent=0.0),
        )
        heading(s, "Conflict of interest", 1)
        s.press.paragraph("The authors declare that there is none.", replace(s.body, indent=0.0))
    if house.list_columns:
        s.list_from = s.press.page
        while s.press.page == s.list_from:
            s.press.next_frame()
    heading(s, "References", 1)
    tab = house.tabs and bool(house.label) and house.hanging > 14
    kind = scaled(s.body, house.list_size, indent=0.0, hanging=house.hanging, after=0.0, tab=tab)
    if not house.hanging and not house.label:
        kind = replace(kind, after=0.5 * kind.leading)
    for e in s.paper.references:
        label = house.label.format(e.number)
        s.press.paragraph(f"{label} {entry_text(e, house.list_style)}".strip(), kind)


BOX = (
    "Vesicles are released by all cells that have been looked at so far.",
    "The number of copies of one microRNA in a vesicle is small on average.",
)


def box(s: Setting, x0: float, x1: float, y: float) -> None:
    """A frame with points of its own at the foot of a column."""
    s.canvas.rect(x0, s.height - y - 112, x1 - x0, 112)
    s.press.x0, s.press.x1, s.press.y, s.press.bottom = x0 + 6, x1 - 6, y + 2, 1e6
    small = scaled(s.body, 0.86, indent=0.0, align="left", hyphens=False)
    s.press.paragraph("Box 1. What is agreed on", replace(small, weight=1, after=3.0))
    for text in BOX:
        s.press.paragraph("• " + text, replace(small, hanging=8.0))


def place_float(s: Setting, what: str, top: float, low: float) -> list[tuple[float, float]]:
    """Draw a figure or table over the full width; returns what is left of the page."""
    where = s.house.figure if what == "figure" else s.house.table
    draw = _figure if what == "figure" else _table
    height = draw(s, -1.0)
    if where in ("top", "column"):
        draw(s, top)
        return [(top + height + 14, low)]
    if where == "bottom":
        draw(s, low - height)
        return [(top, low - height - 14)]
    middle = top + 0.3 * (low - top)
    draw(s, middle)
    return [(top, middle - 14), (middle + height + 16, low)]


def _within(s: Setting, top: float, x0: float, x1: float) -> None:
    s.press.x0, s.press.x1, s.press.y, s.press.bottom = x0, x1, top, 1e6


def _figure(s: Setting, top: float) -> float:
    kind = scaled(s.body, 0.85, indent=0.0, after=0.0)
    tall = 120.0
    lines = s.press.lines_needed(CAPTION, kind, s.right - s.left) + 1
    if top < 0:
        return tall + 8 + lines * kind.leading
    c = s.canvas
    c.rect(s.left, s.height - top - tall, s.right - s.left, tall)
    c.setFont("Helvetica", 6.5)
    for k, word in enumerate(("donor cell", "vesicle", "recipient cell", "0.05", "miR-21")):
        c.drawString(s.left + 40 + 70 * k, s.height - top - 60 - 9 * (k % 3), word)
    _within(s, top + tall + 4, s.left, s.right)
    s.press.paragraph(CAPTION, kind, "Figure 1." if s.house.columns != 1 else "FIGURE 1")
    return 0.0


def _table(s: Setting, top: float) -> float:
    kind = scaled(s.body, 0.82, indent=0.0, after=0.0, align="left", hyphens=False)
    rows = s.paper.table
    shares = (0.2, 0.22, 0.11, 0.13, 0.25, 0.09)
    wide = s.right - s.left
    edges = [s.left + wide * sum(shares[:k]) for k in range(len(shares) + 1)]
    heights = []
    for k, row in enumerate(rows):
        most = 1
        for text, a, b in zip(row, edges, edges[1:], strict=False):
            most = max(most, len(_wrapped(text, replace(kind, weight=k == 0), b - a - 6)))
        heights.append(most * kind.leading + 4)
    total = sum(heights) + 3.4 * kind.leading
    if top < 0:
        return total
    _within(s, top, s.left, s.right)
    s.press.paragraph(TABLE, kind, "Table 1." if s.house.columns != 3 else "TABLE 1")
    y = s.press.y + 4
    s.press.rule(s.left, s.right, y, 0.9)
    for k, (row, tall) in enumerate(zip(rows, heights, strict=True)):
        font = FAMILIES[kind.family][1 if k == 0 else 0]
        for text, a, b in zip(row, edges, edges[1:], strict=False):
            for n, line in enumerate(_wrapped(text, replace(kind, weight=k == 0), b - a - 6)):
                x = a + 2
                for bit in _bits(line, kind, font):
                    s.canvas.setFont(bit.font, bit.size)
                    s.canvas.drawString(x, s.height - (y + (n + 0.85) * kind.leading), bit.text)
                    x += bit.width
        y += tall
        if k == 0:
            s.press.rule(s.left, s.right, y, 0.5)
            y += 1
    s.press.rule(s.left, s.right, y, 0.9)
    _within(s, y + 1, s.left, s.right)
    s.press.paragraph(NOTE, scaled(kind, 0.9))
    return 0.0


def _bits(line: str, kind: Type, font: str) -> list[Any]:
    from .press import bits_of

    return bits_of(line, kind, font)


def _wrapped(text: str, kind: Type, width: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if stringWidth(longer, kind.font, kind.size) > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def furniture(s: Setting, page: int) -> None:
    """Running heads, page numbers, line numbers, the stamp at the margin."""
    c, house = s.canvas, s.house
    c.setFont(FAMILIES[house.head_family][0], 7.5)
    name = s.paper.authors[0][0]
    if house.running in ("both", "head") and page > 1:
        c.drawString(
            s.left, s.height - 36, f"{name} et al. Reviews of Vesicle Research (2021) 7:12"
        )
        c.drawRightString(s.right, s.height - 36, f"Page {page} of 9")
    if house.running in ("both", "foot"):
        c.drawString(s.left, 30, "Reviews of Vesicle Research | www.example.org")
        c.drawRightString(s.right, 30, str(200 + page))
    if house.running == "manuscript":
        c.drawString(s.left, s.height - 36, f"{name} et al.")
        c.drawRightString(s.right, s.height - 36, f"Page {page}")
        c.drawCentredString(
            s.width / 2, 24, "Vesicle Rev. Author manuscript; available in PMC 2021 June 09."
        )
        for k in range(4):
            c.saveState()
            c.translate(40, 80 + 180 * k)
            c.rotate(90)
            c.setFont("Times-Roman", 14)
            c.drawString(0, 0, "Author Manuscript")
            c.restoreState()
    if house.running == "preprint":
        c.setFont("Helvetica", 7)
        c.drawCentredString(
            s.width / 2,
            s.height - 18,
            "bioRxiv preprint doi: https://doi.org/10.1101/2021.03.04.123456; this version posted June 9, 2021.",
        )
        c.drawCentredString(
            s.width / 2,
            s.height - 27,
            "The copyright holder for this preprint (which was not certified by peer review) is the author/funder.",
        )
        c.drawCentredString(s.width / 2, 30, str(page))
    if house.downloaded:
        c.saveState()
        c.translate(s.width - 14, 140)
        c.rotate(90)
        c.setFont("Helvetica", 6)
        c.drawString(
            0,
            0,
            "Downloaded from https://journals.example.org by Example University on 3 May 2022. See the terms of use.",
        )
        c.restoreState()
    if house.line_numbers:
        for k in range(30):
            c.drawRightString(
                s.left - 14, s.height - (62 + 24 * (k + 1)), str(30 * (page - 1) + k + 1)
            )
