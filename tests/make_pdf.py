"""Typeset a review of our own writing as a PDF, as journals do, for tests and for the demonstration.

Two justified columns with hyphens at line ends, superscript citations, running heads, a table that
goes on over a page, a figure with its caption and a reference list in small type. Studies and
authors are invented. The same bytes at every run. Run alone: ``python -m tests.make_pdf out.pdf``.
"""

# ruff: noqa: E501 -- the texts are easier to read where their lines are not cut

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

TITLE = "Vesicles of mesenchymal stem cells and the microRNAs that they carry: a short review"
AUTHORS = "Ada Lindqvist, Bruno Okafor and Carla Mendes"
ABSTRACT = (
    "Mesenchymal stem cells release vesicles that carry microRNAs into injured tissue. This review collects "
    "what has been reported of such vesicles in heart, kidney, brain and cartilage, and names for each study "
    "the microRNA, its target and the outcome. Exosomes from bone marrow MSCs reduced infarct size in rats, and "
    "exosomes from umbilical cord MSCs attenuated kidney injury in mice."
)
SECTIONS: list[tuple[str, int, list[str]]] = [
    (
        "1. Introduction",
        1,
        [
            "Mesenchymal stem cells are found in bone marrow, adipose tissue and umbilical cord. Much of what they do "
            "for an injured organ is not done by the cells themselves but by the vesicles that they release.^{1} These "
            "vesicles hold proteins, messenger RNAs and microRNAs, and they are taken up by the cells of the recipient "
            "tissue.^{1,2} Because vesicles neither divide nor lodge in the lung, they are easier to store and to dose "
            "than living cells, and several groups have compared the two side by side.^{2–4}",
            "The following sections go through the organs one by one. For each study we state the source of the vesicles, "
            "the animal model, the microRNA that was held responsible and the gene that it represses. Studies without "
            "a control for the culture medium were left out, and so were those that did not measure an outcome in the "
            "living animal or in cultured cells.",
        ],
    ),
    (
        "2. Heart",
        1,
        [
            "In a rat model of myocardial infarction, exosomes from bone marrow MSCs carried miR-21 and reduced infarct "
            "size by repressing PTEN.^{5} The same vesicles decreased apoptosis of cardiomyocytes in vitro, and the "
            "benefit was lost when miR-21 was silenced in the cells.^{5} Exosomes derived from adipose MSCs were enriched "
            "in miR-146a, which targets EGR1 and suppresses inflammation after infarction.^{6}",
            "Hypoxic preconditioning changes the cargo. Exosomes from hypoxia-treated bone marrow MSCs contained more "
            "miR-210 and promoted angiogenesis in the infarcted mouse heart by downregulating EFNA3.^{7,8} In contrast, "
            "vesicles from untreated cells did not increase capillary density.^{8}",
        ],
    ),
    (
        "3. Kidney",
        1,
        [
            "Acute kidney injury has been studied after cisplatin and after ischemia. Exosomes from umbilical cord MSCs "
            "delivered miR-125b to tubular cells and inhibited apoptosis in cisplatin-induced acute kidney injury by "
            "targeting p53.^{9} In ischemic mice, bone marrow MSC exosomes transferred miR-199a, which downregulated "
            "SEMA3A and reduced serum creatinine.^{10}",
        ],
    ),
    (
        "4. Brain and cartilage",
        1,
        [
            "Two further organs have drawn attention because they heal badly.",
        ],
    ),
    (
        "4.1. Stroke",
        2,
        [
            "After middle cerebral artery occlusion in rats, MSC exosomes enriched with miR-133b promoted neurite outgrowth "
            "by repressing CTGF.^{11} Exosomes of adipose MSCs overexpressing miR-30d attenuated autophagy and reduced "
            "infarct volume in a rat model of ischemic stroke.^{12}",
        ],
    ),
    (
        "4.2. Osteoarthritis",
        2,
        [
            "Exosomes from synovial MSCs overexpressing miR-140 enhanced cartilage regeneration in a rat model of "
            "osteoarthritis and upregulated SOX9.^{13} Exosomes from bone marrow MSCs delivered miR-92a to chondrocytes and "
            "inhibited WNT5A, which decreased cartilage degradation.^{14} A summary of all studies stands in Table 1.",
        ],
    ),
    (
        "5. Liver and lung",
        1,
        [
            "In mice with liver fibrosis caused by carbon tetrachloride, exosomes from umbilical cord MSCs carried miR-148a "
            "and reduced collagen deposition by targeting KLF6.^{15} Exosomes of adipose MSCs modified to overexpress "
            "miR-181a inhibited activation of stellate cells and downregulated STAT3.^{16} Both groups gave the vesicles "
            "into a vein, three times a week, and both saw most of them in liver and spleen one day later.^{15,16}",
            "Lung injury after endotoxin was attenuated by exosomes from bone marrow MSCs that delivered miR-27a to "
            "macrophages, where it repressed NFKB1 and decreased inflammation.^{17} Vesicles from which the RNA had been "
            "removed did not reduce oedema.^{17} In a mouse model of pulmonary fibrosis, menstrual blood MSC exosomes "
            "transferred let-7a and inhibited apoptosis of epithelial cells by downregulating LOX1.^{18}",
        ],
    ),
    (
        "6. Open questions",
        1,
        [
            "How much of the effect is due to one microRNA is hard to say. A vesicle holds few copies of each, and the "
            "cells that take it up make their own. Loss of function in the donor cell shows that a microRNA is needed, "
            "not that it is enough.^{3,4} Purity is another concern, since proteins that stick to vesicles act, too.^{2}",
            "There is no agreement on dose. Some groups count particles, some weigh protein, and some give what a number "
            "of cells set free in two days. The ratio between these measures differs between sources by a factor of "
            "more than ten, so that doses cannot be compared across studies.^{19}",
        ],
    ),
    (
        "7. Conclusions",
        1,
        [
            "The vesicles of mesenchymal stem cells act through few microRNAs that recur from organ to organ. Most of the "
            "evidence comes from rodents, and doses are given in units that cannot be compared. Studies that measure "
            "the vesicles by number, name the target and silence the microRNA remain the exception.^{3,12–19}",
        ],
    ),
]
TABLE_CAPTION = (
    "Table 1. MicroRNAs in vesicles of mesenchymal stem cells and what they were reported to do."
)
TABLE_HEAD = ["MSC source", "Disease model", "miRNA", "Target", "Effect", "Ref."]
TABLE_ROWS = [
    [
        "Bone marrow MSC",
        "Myocardial infarction, rat",
        "miR-21",
        "PTEN",
        "Reduced infarct size",
        "5",
    ],
    [
        "Adipose MSC",
        "Myocardial infarction, rat",
        "miR-146a",
        "EGR1",
        "Suppressed inflammation",
        "6",
    ],
    [
        "Bone marrow MSC, hypoxia",
        "Myocardial infarction, mouse",
        "miR-210",
        "EFNA3",
        "Promoted angiogenesis in the border zone of the infarct",
        "7,8",
    ],
    [
        "Umbilical cord MSC",
        "Cisplatin-induced acute kidney injury, rat",
        "miR-125b",
        "p53",
        "Inhibited apoptosis of tubular cells",
        "9",
    ],
    [
        "Bone marrow MSC",
        "Ischemic kidney injury, mouse",
        "miR-199a",
        "SEMA3A",
        "Reduced serum creatinine",
        "10",
    ],
    ["Bone marrow MSC", "Stroke, rat", "miR-133b", "CTGF", "Promoted neurite outgrowth", "11"],
    [
        "Adipose MSC",
        "Stroke, rat",
        "miR-30d",
        "BECN1",
        "Attenuated autophagy and reduced infarct volume",
        "12",
    ],
    [
        "Umbilical cord MSC",
        "Liver fibrosis, mouse",
        "miR-148a",
        "KLF6",
        "Reduced collagen deposition",
        "15",
    ],
    [
        "Adipose MSC",
        "Liver fibrosis, mouse",
        "miR-181a",
        "STAT3",
        "Inhibited activation of stellate cells",
        "16",
    ],
    [
        "Synovial MSC",
        "Osteoarthritis, rat",
        "miR-140",
        "SOX9",
        "Enhanced cartilage regeneration",
        "13",
    ],
    [
        "Bone marrow MSC",
        "Osteoarthritis, mouse",
        "miR-92a",
        "WNT5A",
        "Decreased cartilage degradation",
        "14",
    ],
]
TABLE_NOTE = "MSC, mesenchymal stem cell; Ref., number in the list of references."
FIGURE = (
    "Figure 1. How vesicles reach the recipient cell. They bind to its surface, fuse with it or are taken up whole, "
    "and set free what they carry."
)
REFERENCES = [
    "Lindqvist A, Okafor B. Vesicles instead of cells. J Vesicle Biol. 2012;3:11–19.",
    "Mendes C, Alvarez P, Roth K. Uptake of stem cell vesicles by injured tissue. Cell Exch. 2013;8:201–210.",
    "Tanaka M, Brandt O. Storing and dosing of extracellular vesicles. Ther Methods. 2014;2(4):77–85.",
    "Iyer S, Novak J, Petrov D. Cells and vesicles compared in four organs. Regen Rep. 2015;19:1402–1411.",
    "Falk R, Haddad N, Weiss E. MiR-21 in marrow cell exosomes limits infarction. Heart Exp. 2016;44:310–322.",
    "Costa L, Yamada H. Adipose exosomes and miR-146a after infarction. Cardiac Lett. 2017;12:55–63.",
    "Singh V, Meyer T, Osei K. Hypoxia raises miR-210 in exosomes. Vasc Stud. 2017;30:900–912.",
    "Berg J, Moreau C. Capillaries of the infarcted heart after exosomes. Vasc Stud. 2018;31:15–27.",
    "Adler F, Kim SH, Duarte R. Cord exosomes bring miR-125b to the kidney. Renal Exp. 2018;7:402–415.",
    "Petrov D, Lang U. MiR-199a shields the ischemic kidney. Renal Exp. 2019;8:88–97.",
    "Sato Y, Green M. Neurites grow after exosomes with miR-133b. Stroke Models. 2015;5:233–244.",
    "Oliveira G, Hansen P, Tran V. MiR-30d and autophagy in stroke. Stroke Models. 2019;9:61–70.",
    "Nakamura K, Stein L. Synovial exosomes with miR-140 mend cartilage. Joint Res. 2017;21:509–520.",
    "Weber A, Dubois N, Park JY. MiR-92a in exosomes spares cartilage. Joint Res. 2020;24:120–131.",
    "Rossi G, Chen W. Cord exosomes with miR-148a against liver fibrosis. Liver Models. 2018;3:41–52.",
    "Schulz I, Amari B. MiR-181a in exosomes calms stellate cells. Liver Models. 2019;4:12–20.",
    "Jensen O, Ruiz T, Bello A. MiR-27a and macrophages in lung injury. Lung Exp. 2019;6:230–241.",
    "Kowalski P, Ito N. Let-7a from menstrual blood exosomes in pulmonary fibrosis. Lung Exp. 2020;7:99–110.",
    "Haddad N, Lang U. Units of dose for vesicles. Ther Methods. 2020;8:1–9.",
]
HEADS = ("A. Lindqvist et al.", "Reviews of Vesicle Research 7 (2021) 101–104")
_CITE = re.compile(r"\^\{([^}]*)\}")
_BREAKS = (
    "mesen-chymal",
    "um-bilical",
    "micro-RNAs",
    "in-farction",
    "carti-lage",
    "down-regulating",
    "over-expressing",
    "re-pressing",
    "mid-dle",
    "follow-ing",
    "cardio-myocytes",
    "pre-conditioning",
    "osteo-arthritis",
    "con-tained",
    "regener-ation",
    "vesi-cles",
    "respon-sible",
    "capil-lary",
    "atten-uated",
    "recip-ient",
    "de-creased",
)
_HYPHENS = {b.replace("-", ""): b.index("-") for b in _BREAKS}


def plain_text(*, cite: bool = False) -> str:
    """The review's title, abstract and sections as a plain text, callouts in brackets or left out."""

    def clean(text: str) -> str:
        return _CITE.sub(lambda m: f" [{m.group(1)}]" if cite else "", text)

    parts = [TITLE, "Abstract", ABSTRACT]
    for head, _, paragraphs in SECTIONS:
        parts += [head, *(clean(p) for p in paragraphs)]
    return "\n\n".join(parts) + "\n"


@dataclass
class Type:
    """How a paragraph is set; lengths in points."""

    font: str = "Times-Roman"
    size: float = 10.5
    leading: float = 14.0
    indent: float = 10.0
    hanging: float = 0.0
    after: float = 0.0
    justify: bool = True


@dataclass
class Piece:
    """A word or part of one: text, and whether it is raised."""

    text: str
    raised: bool = False


@dataclass
class Setter:
    """Sets text into frames (x0, top, x1, bottom; origin top left), one after the other."""

    canvas: Any
    frames: Iterator[tuple[int, float, float, float, float]]
    page: int = 0
    x0: float = 0.0
    x1: float = 0.0
    y: float = 0.0
    bottom: float = 0.0
    heads: Sequence[str] = field(default=HEADS)

    def __post_init__(self) -> None:
        self.next_frame()

    def next_frame(self) -> None:
        """Go on in the next frame, on the next page if that is where it is."""
        page, x0, top, x1, bottom = next(self.frames)
        if page != self.page:
            if self.page:
                self.canvas.showPage()
            self.page = page
            page_furniture(self.canvas, page, self.heads)
        self.x0, self.x1, self.y, self.bottom = x0, x1, top, bottom

    def need(self, height: float) -> None:
        """Make sure that so much is left of the frame."""
        while self.y + height > self.bottom:
            self.next_frame()

    def paragraph(self, text: str, kind: Type) -> None:
        """Set one paragraph, line after line."""
        words = [_pieces(w) for w in text.split()]
        first = True
        while words:
            self.need(kind.leading)
            inset = kind.indent if first and not kind.hanging else (0.0 if first else kind.hanging)
            width = self.x1 - self.x0 - inset
            line, words = _take(words, width, kind)
            self.y += kind.leading
            _draw(self.canvas, line, self.x0 + inset, A4[1] - self.y, width, kind, last=not words)
            first = False
        self.y += kind.after


def _pieces(word: str) -> list[Piece]:
    out: list[Piece] = []
    at = 0
    for m in _CITE.finditer(word):
        if m.start() > at:
            out.append(Piece(word[at : m.start()]))
        out.append(Piece(m.group(1), raised=True))
        at = m.end()
    if at < len(word):
        out.append(Piece(word[at:]))
    return out


def _width(word: Sequence[Piece], kind: Type) -> float:
    return float(
        sum(stringWidth(p.text, kind.font, kind.size * (0.62 if p.raised else 1)) for p in word)
    )


def _take(
    words: list[list[Piece]], width: float, kind: Type
) -> tuple[list[list[Piece]], list[list[Piece]]]:
    """The words of one line and those that are left, the last one broken where that helps."""
    space = stringWidth(" ", kind.font, kind.size)
    line: list[list[Piece]] = []
    used = 0.0
    for k, word in enumerate(words):
        wide = _width(word, kind)
        if used + wide > width and line:
            bare = re.sub(r"\W", "", word[0].text)
            at = _HYPHENS.get(bare.lower())
            if at and kind.justify and word[0].text[:1].isalnum():
                head = [Piece(word[0].text[:at] + "-")]
                if used + _width(head, kind) <= width:
                    rest = [Piece(word[0].text[at:]), *word[1:]]
                    return [*line, head], [rest, *words[k + 1 :]]
            return line, words[k:]
        line.append(word)
        used += wide + space
    return line, []


def _draw(
    canvas: Any,
    line: Sequence[Sequence[Piece]],
    x: float,
    y: float,
    width: float,
    kind: Type,
    *,
    last: bool,
) -> None:
    space = stringWidth(" ", kind.font, kind.size)
    if kind.justify and not last and len(line) > 1:
        space = (width - sum(_width(w, kind) for w in line)) / (len(line) - 1)
    for word in line:
        for piece in word:
            size = kind.size * (0.62 if piece.raised else 1)
            canvas.setFont(kind.font, size)
            canvas.drawString(x, y + (0.36 * kind.size if piece.raised else 0), piece.text)
            x += stringWidth(piece.text, kind.font, size)
        x += space


def page_furniture(canvas: Any, page: int, heads: Sequence[str]) -> None:
    """Running head and page number."""
    canvas.setFont("Helvetica", 7.5)
    if page > 1:
        canvas.drawString(48, A4[1] - 34, heads[page % 2])
        canvas.line(48, A4[1] - 39, A4[0] - 48, A4[1] - 39)
    canvas.drawCentredString(A4[0] / 2, 28, str(100 + page))


def _row_lines(
    row: Sequence[str], widths: Sequence[float], font: str, size: float
) -> list[list[str]]:
    cells = []
    for text, width in zip(row, widths, strict=True):
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if stringWidth(longer, font, size) > width - 8 and lines[-1]:
                lines.append(word)
            else:
                lines[-1] = longer
        cells.append(lines)
    return cells


def draw_table(
    canvas: Any,
    rows: Sequence[Sequence[str]],
    y: float,
    *,
    caption: str | None = None,
    note: str | None = None,
    x0: float = 48.0,
    widths: Sequence[float] = (92, 118, 58, 58, 128, 45),
    grid: bool = False,
) -> float:
    """Draw a table with three rules, or a full grid, at a height; returns the height below it."""
    size, leading = 8.0, 9.4
    if caption:
        canvas.setFont("Times-Bold", 8.5)
        y += 10
        canvas.drawString(x0, A4[1] - y, caption)
        y += 5
    edges = [y]
    canvas.line(x0, A4[1] - y, x0 + sum(widths), A4[1] - y)
    for k, row in enumerate([TABLE_HEAD, *rows]):
        font = "Times-Bold" if k == 0 else "Times-Roman"
        cells = _row_lines(row, widths, font, size)
        canvas.setFont(font, size)
        x = x0
        for lines, width in zip(cells, widths, strict=True):
            for n, text in enumerate(lines):
                canvas.drawString(x + 3, A4[1] - (y + 10 + n * leading), text)
            x += width
        y += 5 + leading * max(len(c) for c in cells)
        if grid or k == 0:
            canvas.line(x0, A4[1] - y, x0 + sum(widths), A4[1] - y)
        edges.append(y)
    canvas.line(x0, A4[1] - y, x0 + sum(widths), A4[1] - y)
    if grid:
        x = x0
        for width in (0, *widths):
            x += width
            canvas.line(x, A4[1] - edges[0], x, A4[1] - y)
    if note:
        canvas.setFont("Times-Roman", 7)
        y += 9
        canvas.drawString(x0 + 3, A4[1] - y, note)
    return y + 8


def make_review(path: Path | None = None) -> bytes:
    """The review as PDF; written to a file, too, if one is named."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, pageCompression=1)
    canvas.setTitle(TITLE)
    first = _front(canvas)
    left, right = (48.0, 290.0), (306.0, A4[0] - 48)
    half, cut, low = 8, 520.0, 790.0

    def frames() -> Iterator[tuple[int, float, float, float, float]]:
        for x0, x1 in (left, right):
            yield 1, x0, first, x1, 470.0
        for x0, x1 in (left, right):
            yield 2, x0, 50.0, x1, cut - 14
        draw_table(canvas, TABLE_ROWS[:half], cut, caption=TABLE_CAPTION)
        yield 3, left[0], 0.0, left[1], 0.0  # only turns the page: no line fits in
        top = draw_table(canvas, TABLE_ROWS[half:], 46.0, note=TABLE_NOTE)
        page = 3
        while True:
            for x0, x1 in (left, right):
                yield page, x0, top + 6, x1, low
            page, top = page + 1, 50.0

    setter = Setter(canvas, frames())
    body = Type()
    for head, level, paragraphs in SECTIONS:
        setter.need(40)
        setter.y += 8
        setter.paragraph(
            head,
            Type(
                "Helvetica-Bold" if level == 1 else "Helvetica-BoldOblique",
                10.0 if level == 1 else 9.0,
                12.5,
                0,
                0,
                2.0,
                justify=False,
            ),
        )
        for text in paragraphs:
            setter.paragraph(text, body)
    setter.need(40)
    setter.y += 8
    setter.paragraph("References", Type("Helvetica-Bold", 10.0, 12.5, 0, 0, 2.0, justify=False))
    for k, entry in enumerate(REFERENCES, 1):
        setter.paragraph(
            f"{k}. {entry}", Type("Times-Roman", 8.0, 9.5, 0, 14.0, 0.0, justify=False)
        )
    canvas.save()
    data = buffer.getvalue()
    if path is not None:
        path.write_bytes(data)
    return data


def make_variant(columns: int = 1, *, brackets: bool = False, loose: bool = False) -> bytes:
    """The same text in one to three columns, without figure and table, callouts raised or in brackets."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    gap, x0, x1 = 15.0, 60.0, A4[0] - 48
    width = (x1 - x0 - gap * (columns - 1)) / columns

    def frames() -> Iterator[tuple[int, float, float, float, float]]:
        page, top = 1, 120.0
        while True:
            for k in range(columns):
                left = x0 + k * (width + gap)
                yield page, left, top, left + width, 780.0
            page, top = page + 1, 60.0

    def full() -> Iterator[tuple[int, float, float, float, float]]:
        yield 1, x0, 50.0, x1, 120.0

    Setter(canvas, full()).paragraph(TITLE, Type("Times-Bold", 16, 19, 0, 0, 0, justify=False))
    setter = Setter(canvas, frames())
    leading = 24.0 if loose else 12.0
    body = Type("Times-Roman", 10, leading, justify=columns > 1)
    for head, _, paragraphs in SECTIONS:
        setter.need(3 * leading)
        setter.y += 6
        setter.paragraph(head, Type("Times-Bold", 11, max(13, leading), 0, 0, 2, justify=False))
        for text in paragraphs:
            shown = re.sub(r"([.,]?)\^\{([^}]*)\}", r" [\2]\1", text) if brackets else text
            setter.paragraph(shown, body)
    setter.need(40)
    setter.paragraph("References", Type("Times-Bold", 11, 13, 0, 0, 2, justify=False))
    for k, entry in enumerate(REFERENCES, 1):
        mark = f"[{k}]" if brackets else f"{k}."
        setter.paragraph(
            f"{mark} {entry}", Type("Times-Roman", 8.0, 9.5, 0, 12.0, 1.0, justify=False)
        )
    canvas.save()
    return buffer.getvalue()


def _front(canvas: Any) -> float:
    """Title, authors, dates and abstract over the full width; returns where the columns begin."""

    def full() -> Iterator[tuple[int, float, float, float, float]]:
        while True:
            yield 1, 48.0, 60.0, A4[0] - 48, 790.0

    setter = Setter(canvas, full())
    canvas.setFont("Helvetica", 8)
    canvas.drawString(48, A4[1] - 48, "REVIEW ARTICLE")
    setter.paragraph(TITLE, Type("Helvetica-Bold", 17, 21, 0, 0, 6, justify=False))
    setter.paragraph(AUTHORS, Type("Helvetica", 10, 13, 0, 0, 4, justify=False))
    setter.paragraph(
        "Institute of Vesicle Research, University of Example, 12 Sample Street, Example",
        Type("Times-Italic", 8, 10, 0, 0, 4, justify=False),
    )
    setter.paragraph(
        "Received 4 March 2021; Accepted 2 June 2021",
        Type("Times-Roman", 8, 10, 0, 0, 8, justify=False),
    )
    setter.paragraph("Abstract", Type("Helvetica-Bold", 10, 12, 0, 0, 1, justify=False))
    setter.paragraph(ABSTRACT, Type("Times-Roman", 9, 11, 0, 0, 6))
    setter.paragraph(
        "Keywords: exosomes; mesenchymal stem cells; microRNA",
        Type("Times-Roman", 8.5, 11, 0, 0, 4, justify=False),
    )
    below = setter.y + 10
    _figure(canvas)
    setter.y = 700.0
    setter.paragraph(FIGURE, Type("Helvetica", 7.5, 9.0, 0, 0, 8.0, justify=False))
    return below


def _figure(canvas: Any) -> None:
    """A drawing with letters in it, upright and turned, that are no text."""
    canvas.rect(60, A4[1] - 690, 460, 190)
    canvas.setFont("Helvetica", 6.5)
    for k, word in enumerate(("donor cell", "vesicle", "recipient cell")):
        canvas.circle(140 + 150 * k, A4[1] - 590, 34)
        canvas.drawCentredString(140 + 150 * k, A4[1] - 640, word)
    canvas.saveState()
    canvas.translate(72, A4[1] - 660)
    canvas.rotate(90)
    canvas.drawString(0, 0, "uptake (per cent of dose)")
    canvas.restoreState()


if __name__ == "__main__":
    make_review(Path(sys.argv[1]))
