"""PDF files to documents: our own typeset review, and small pages for single habits of printers."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import make_pdf
import pypdfium2 as pdfium
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from extractor.errors import ReadError
from extractor.readers.pdf import read_pdf
from extractor.readers.render import draw_page
from extractor.records import Document

HEIGHT = A4[1]


@pytest.fixture(scope="session")
def review_bytes() -> bytes:
    return make_pdf.make_review()


@pytest.fixture(scope="session")
def review(review_bytes: bytes) -> Document:
    return read_pdf("review.pdf", review_bytes, "review")


def made(draw: Callable[[Any], None], **options: Any) -> bytes:
    """A PDF of one page or more, drawn by a function."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, **options)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def write(
    canvas: Any,
    lines: Sequence[str],
    x: float = 60,
    y: float = 80,
    size: float = 10,
    font: str = "Times-Roman",
) -> None:
    canvas.setFont(font, size)
    for k, line in enumerate(lines):
        canvas.drawString(x, HEIGHT - y - 12 * k, line)


def read(draw: Callable[[Any], None]) -> Document:
    return read_pdf("made.pdf", made(draw), "made")


def blocks(document: Document, kind: str) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind == kind]


PROSE = [
    "The vesicles were taken up by the cells of the kidney within a day and",
    "were found in the tubules, where the number of dying cells fell by half.",
    "No change was seen in animals that were given the medium alone, and the",
    "weight of the kidneys did not differ between the groups at any time.",
]


def test_the_same_bytes_give_the_same_review_and_document(
    review_bytes: bytes, review: Document
) -> None:
    """Making and reading are deterministic."""
    assert make_pdf.make_review() == review_bytes
    again = read_pdf("review.pdf", review_bytes, "review")
    assert (again.text, again.blocks, again.citations, again.tables) == (
        review.text,
        review.blocks,
        review.citations,
        review.tables,
    )


def test_paragraphs_are_whole_across_columns_pages_and_tables(review: Document) -> None:
    """Every paragraph of the review comes out as it was written, callouts and hyphens gone."""
    wanted = [re.sub(r"\^\{[^}]*\}", "", p) for _, _, ps in make_pdf.SECTIONS for p in ps]
    assert blocks(review, "paragraph") == wanted


def test_headings_title_abstract_and_caption_have_their_kinds(review: Document) -> None:
    """The skeleton of the article is found by its type."""
    assert review.title == make_pdf.TITLE
    assert blocks(review, "abstract") == [make_pdf.ABSTRACT]
    assert blocks(review, "heading") == [
        "Abstract",
        *(h for h, _, _ in make_pdf.SECTIONS),
        "References",
    ]
    assert blocks(review, "caption") == [make_pdf.FIGURE, make_pdf.TABLE_CAPTION]


def test_blocks_know_the_headings_they_stand_under(review: Document) -> None:
    """A subsection's path names its section first."""
    block = next(
        b
        for b in review.blocks
        if "miR-140" in review.text[b.start : b.end] and b.kind == "paragraph"
    )
    assert block.path == ("4. Brain and cartilage", "4.2. Osteoarthritis")
    assert block.section == "4.2. Osteoarthritis"


def test_furniture_is_set_aside(review: Document) -> None:
    """Running heads, page numbers and the letters of the figure are not part of the text."""
    for text in (*make_pdf.HEADS, "REVIEW ARTICLE"):
        assert text in review.furniture
        assert text not in review.text
    assert "per cent of dose" not in review.text


def test_superscripts_are_lifted_and_tied_to_their_entries(review: Document) -> None:
    """Every callout stands where it stood, a range once for each number, with its reference."""
    at = review.text.index("repressing PTEN.") + len("repressing PTEN.")
    assert [(c.marker, c.reference) for c in review.citations if c.offset == at] == [("5", "5")]
    at = review.text.index("remain the exception.") + len("remain the exception.")
    wanted = ["3", *(str(n) for n in range(12, 20))]
    assert [c.marker for c in review.citations if c.offset == at] == wanted
    assert all(c.reference == c.marker and review.reference(c.reference) for c in review.citations)


def test_references_are_split_and_parsed(review: Document) -> None:
    """The list in small type is told apart to entries with authors, year, title and journal."""
    assert [r.raw.split(". ", 1)[1] for r in review.references] == make_pdf.REFERENCES
    fifth = review.reference("5")
    assert fifth is not None
    assert (fifth.number, fifth.year, fifth.authors[0], fifth.journal) == (
        5,
        2016,
        "Falk R",
        "Heart Exp",
    )
    assert fifth.title == "MiR-21 in marrow cell exosomes limits infarction"


def test_a_table_over_two_pages_is_one_table(review: Document) -> None:
    """The rows of both pages stand under one header, the repeated header is gone."""
    (table,) = review.tables
    grid: dict[int, dict[int, str]] = {}
    for cell in table.cells:
        grid.setdefault(cell.row, {})[cell.column] = cell.text
    rows = [[grid[r].get(c, "") for c in range(6)] for r in sorted(grid)]
    assert rows == [make_pdf.TABLE_HEAD, *make_pdf.TABLE_ROWS]
    assert all(c.header == (c.row == 0) for c in table.cells)
    assert table.label == "Table 1"
    assert table.footnotes == [make_pdf.TABLE_NOTE]
    assert all(review.text[c.start : c.end] == c.text for c in table.cells)
    assert next(c for c in table.cells if c.text == "7,8").citations == ("7", "8")


def test_cells_of_a_drawn_grid_are_read(review: Document) -> None:
    """A table with all its rules drawn gives the same cells as one that is only aligned."""

    def draw(canvas: Any) -> None:
        write(canvas, PROSE)
        make_pdf.draw_table(
            canvas, make_pdf.TABLE_ROWS[:4], 200, caption=make_pdf.TABLE_CAPTION, grid=True
        )

    (table,) = read(draw).tables
    got = [[c.text for c in table.cells if c.row == r] for r in range(5)]
    assert got == [make_pdf.TABLE_HEAD, *make_pdf.TABLE_ROWS[:4]]


def test_boxes_of_a_mention_hold_its_letters(review_bytes: bytes, review: Document) -> None:
    """Cropping the boxes of any word and reading them back gives the word."""
    assert review.geometry is not None
    pdf = pdfium.PdfDocument(review_bytes)
    try:
        for name in sorted(
            set(re.findall(r"miR-\d+\w*|[A-Z]{3,5}\d|infarction|cartilage", review.text))
        ):
            for m in re.finditer(re.escape(name), review.text):
                boxes = review.span_boxes(m.start(), m.end())
                assert boxes
                shown = ""
                for page, x0, top, x1, bottom in boxes:
                    height = pdf[page - 1].get_height()
                    text_page = pdf[page - 1].get_textpage()
                    # the box reaches a little over its neighbours: shrink it by a hair
                    shown += text_page.get_text_bounded(
                        x0 + 0.3, height - bottom, x1 - 0.3, height - top
                    )
                assert re.sub(r"\W", "", name) in re.sub(r"\W", "", shown)
    finally:
        pdf.close()


def test_geometry_has_a_box_for_every_letter_and_none_for_joints(review: Document) -> None:
    """Only spaces and the separators of table cells come from no glyph."""
    geometry = review.geometry
    assert geometry is not None
    assert len(geometry.pages) == len(review.text) == len(geometry.boxes) // 4
    bare = {c for c, page in zip(review.text, geometry.pages, strict=True) if page == 0}
    assert bare <= {" ", "\n", "|"}


def test_draw_page_marks_the_boxes(tmp_path: Path, review_bytes: bytes, review: Document) -> None:
    """The picture differs from the bare page where the mention stands, and only there."""
    from PIL import Image, ImageChops

    at = review.text.index("PTEN")
    boxes = review.span_boxes(at, at + 4) or []
    draw_page(review_bytes, boxes[0][0], boxes, tmp_path / "marked.png", scale=1)
    draw_page(review_bytes, boxes[0][0], [], tmp_path / "bare.png", scale=1)
    with Image.open(tmp_path / "marked.png") as a, Image.open(tmp_path / "bare.png") as b:
        changed = ImageChops.difference(a, b).getbbox()
    assert changed is not None
    _, x0, top, x1, bottom = boxes[0]
    assert abs(changed[0] - x0) < 5
    assert abs(changed[1] - top) < 5
    assert abs(changed[2] - x1) < 5
    assert abs(changed[3] - bottom) < 5


def test_draw_page_names_a_page_that_is_not_there(tmp_path: Path, review_bytes: bytes) -> None:
    """One line that says what is wrong."""
    with pytest.raises(ReadError, match="has no page 9"):
        draw_page(review_bytes, 9, [], tmp_path / "x.png")


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("brackets", [False, True])
def test_any_number_of_columns_gives_the_same_paragraphs(columns: int, brackets: bool) -> None:
    """One, two or three columns, callouts raised or in brackets: the text is the same."""
    document = read_pdf("v.pdf", make_pdf.make_variant(columns, brackets=brackets), "v")
    wanted = [re.sub(r"\^\{[^}]*\}", "", p) for _, _, ps in make_pdf.SECTIONS for p in ps]
    assert blocks(document, "paragraph") == wanted
    assert blocks(document, "heading") == [*(h for h, _, _ in make_pdf.SECTIONS), "References"]
    assert len(document.references) == len(make_pdf.REFERENCES)
    assert len(document.citations) == 38
    assert all(c.reference == c.marker for c in document.citations)


@pytest.mark.parametrize("columns", [1, 2])
def test_widely_spaced_lines_are_one_paragraph(columns: int) -> None:
    """A manuscript set with double spacing is read like any other."""
    document = read_pdf("v.pdf", make_pdf.make_variant(columns, loose=True), "v")
    assert len(blocks(document, "paragraph")) == sum(len(p) for _, _, p in make_pdf.SECTIONS)


# ------------------------------------------------------------------------------- single habits


def test_hyphens_of_names_stay_and_hyphens_of_line_ends_go() -> None:
    """The document's own words decide; miRNA names and capitals keep theirs."""
    document = read(
        lambda c: write(
            c,
            [
                "The vesicles carried several strands into the tubular cells, and miR-",
                "21 was the most frequent. Of the vesicles in non-infarcted hearts the expres-",
                "sion was low; the expression rose later in the non-",
                "infarcted part, which is shown for IL-",
                "6 and for anti-inflammatory proteins, whereas anti-",
                "inflammatory lipids were not measured in any of these hearts at all.",
            ],
        )
    )
    text = document.text
    for words in (
        "miR-21 was",
        "the expression was low",
        "later in the non-infarcted part",
        "for IL-6",
        "anti-inflammatory lipids",
    ):
        assert words in text


def test_ligatures_and_odd_spaces_are_repaired(tmp_path: Path) -> None:
    """Ligature letters come out as letters."""
    from extractor.readers.pdf_chars import _REPAIRED

    assert _REPAIRED[0xFB03] == "ffi"
    assert _REPAIRED[0x2011] == "-"


def test_exponents_and_charges_are_no_callouts() -> None:
    """Ten to the six, square metres and ions keep what is raised."""

    def draw(canvas: Any) -> None:
        x, y = 60.0, HEIGHT - 90
        parts = [
            ("About 10", ""),
            ("", "6"),
            (" cells stood on 4 cm", ""),
            ("", "2"),
            (" in Ca", ""),
            ("", "2+"),
            (" buffer. They moved.", ""),
            ("", "4"),
            (" They grew.", ""),
            ("", "5"),
            (" They slept.", ""),
            ("", "6"),
            (" They died.", ""),
            ("", "7"),
            (" Then", ""),
            ("", "8"),
        ]
        for text, raised in parts:
            size = 6 if raised else 10
            canvas.setFont("Times-Roman", size)
            canvas.drawString(x, y + (4 if raised else 0), text or raised)
            x += canvas.stringWidth(text or raised, "Times-Roman", size)
        write(canvas, PROSE, y=102)

    document = read(draw)
    assert "About 106 cells stood on 4 cm2 in Ca2+ buffer. They moved. They grew." in document.text
    assert [c.marker for c in document.citations] == ["4", "5", "6", "7", "8"]


def test_rotated_and_invisible_text_is_ignored() -> None:
    """A watermark across the page and text drawn with no ink are no text."""

    def draw(canvas: Any) -> None:
        write(canvas, PROSE)
        canvas.saveState()
        canvas.translate(100, 300)
        canvas.rotate(45)
        canvas.drawString(0, 0, "WATERMARK")
        canvas.restoreState()
        hidden = canvas.beginText(60, 300)
        hidden.setTextRenderMode(3)
        hidden.textLine("nobody sees this")
        canvas.drawText(hidden)

    text = read(draw).text
    assert text == " ".join(PROSE)


def test_a_page_set_sideways_is_read_upright() -> None:
    """All its text turned by a quarter is a page to be turned, with boxes on the page as shown."""

    def draw(canvas: Any) -> None:
        canvas.rotate(90)
        canvas.setFont("Times-Roman", 10)
        for k, line in enumerate(PROSE):
            canvas.drawString(100, -100 - 12 * k, line)

    document = read(draw)
    assert document.text == " ".join(PROSE)
    boxes = document.span_boxes(0, 3) or []
    assert boxes
    assert all(page == 1 and 85 < x0 < x1 < 110 for page, x0, _, x1, _ in boxes)
    assert max(b[4] for b in boxes) - min(b[2] for b in boxes) > 8


@pytest.mark.parametrize("turn", [90, 270])
@pytest.mark.parametrize("cut", [0, 25])
def test_boxes_hold_ink_on_turned_and_cropped_pages(
    tmp_path: Path, review_bytes: bytes, review: Document, turn: int, cut: int
) -> None:
    """A page that is turned or cropped by its own settings is read as it is shown."""
    from PIL import Image, ImageOps

    with pdfium.PdfDocument(review_bytes) as pdf:
        for page in pdf:
            # drawn upside down or sideways in the file, shown upright by the page's own rotation
            page.set_cropbox(cut, cut, A4[0] - 5, HEIGHT - 5)
            page.set_rotation(turn)
        pdf.save(tmp_path / "turned.pdf")
    data = (tmp_path / "turned.pdf").read_bytes()
    document = read_pdf("turned.pdf", data, "turned")
    assert blocks(document, "paragraph") == blocks(review, "paragraph")
    draw_page(data, 1, [], tmp_path / "page.png", scale=1)
    with Image.open(tmp_path / "page.png") as picture:
        grey = ImageOps.invert(picture.convert("L"))
    at = document.text.index("Mesenchymal stem cells are")
    for word in ("Mesenchymal", "umbilical", "vesicles"):
        start = document.text.index(word, at)
        for page_number, x0, top, x1, bottom in document.span_boxes(start, start + len(word)) or []:
            assert page_number == 1
            shown = grey.crop((int(x0), int(top), int(x1) + 1, int(bottom) + 1))
            ink = sum(shown.tobytes()) / (255 * shown.width * shown.height)
            assert ink > 0.05


def test_line_numbers_are_dropped() -> None:
    """The numbers in a manuscript's margin are furniture."""

    def draw(canvas: Any) -> None:
        write(canvas, PROSE * 5, x=90)
        write(canvas, [str(k) for k in range(1, 21)], x=50, size=8, font="Helvetica")

    document = read(draw)
    assert not re.search(r"\d", document.text)
    assert "12" in document.furniture


def test_a_drop_capital_is_joined_to_its_word() -> None:
    """The large first letter belongs to the first word."""

    def draw(canvas: Any) -> None:
        canvas.setFont("Times-Roman", 36)
        canvas.drawString(60, HEIGHT - 104, "T")
        write(
            canvas,
            [
                "he vesicles were taken up by the cells of the kidney within a",
                "day and were found in the tubules, where they stayed.",
            ],
            x=84,
        )
        write(canvas, PROSE, y=104)
        write(canvas, PROSE, y=152)

    assert read(draw).text.startswith(
        "The vesicles were taken up by the cells of the kidney within a day and were found"
    )


def test_paragraphs_are_cut_at_indents() -> None:
    """A first line further in than the others begins a paragraph."""

    def draw(canvas: Any) -> None:
        write(canvas, PROSE)
        write(
            canvas,
            ["The second paragraph begins further in and goes on like the first one"],
            x=72,
            y=128,
        )
        write(canvas, PROSE[1:], y=140)

    got = blocks(read(draw), "paragraph")
    assert len(got) == 2
    assert got[1].startswith("The second paragraph")


def test_headings_that_run_into_their_paragraph_are_parted_from_it() -> None:
    """Bold words with a full stop at the beginning of several paragraphs are headings."""

    def draw(canvas: Any) -> None:
        for k, head in enumerate(("Cell culture.", "Isolation of vesicles.")):
            y = 100.0 + 70 * k
            canvas.setFont("Times-Bold", 10)
            canvas.drawString(60, HEIGHT - y, head)
            wide = canvas.stringWidth(head, "Times-Bold", 10)
            write(canvas, ["They were grown in flasks and fed every day, as is"], 63 + wide, y)
            write(canvas, PROSE[1:], y=y + 12)

    document = read(draw)
    assert blocks(document, "heading") == ["Cell culture.", "Isolation of vesicles."]
    second = [b for b in document.blocks if b.kind == "paragraph"][1]
    assert second.section == "Isolation of vesicles"
    assert document.text[second.start :].startswith("They were grown")


def test_a_column_of_notes_beside_the_first_page_cuts_no_sentence() -> None:
    """What publishers print in small type beside the text is set aside."""

    def draw(canvas: Any) -> None:
        write(canvas, ["Vesicles and what they carry"], 180, 60, 18, "Times-Bold")
        write(canvas, ["1. Introduction"], 180, 100, 11, "Times-Bold")
        write(canvas, [*PROSE, *PROSE[:3]], 180, 114)
        write(canvas, ["Citation: Doe, J. Cells 2021.", "Received: 4 March 2021"], 40, 120, 7)
        canvas.showPage()
        write(canvas, [PROSE[3], *PROSE])

    document = read(draw)
    assert blocks(document, "paragraph") == [" ".join(PROSE)] * 3
    assert document.title == "Vesicles and what they carry"


def test_the_abbreviations_of_a_paper_are_read() -> None:
    """The paper's own list is kept as a dictionary."""
    document = read(
        lambda c: write(
            c,
            [
                *PROSE,
                *PROSE,
                "",
                "",
                "Abbreviations: AKI, acute kidney injury; EV, extracellular vesicle",
            ],
        )
    )
    assert document.abbreviations == {"AKI": "acute kidney injury", "EV": "extracellular vesicle"}


# ----------------------------------------------------------------------------------- bad input


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_pdf("bad.pdf", data, "bad")
    message = str(caught.value)
    assert message.startswith("bad.pdf: ")
    assert "\n" not in message
    return message


def test_encrypted_with_an_empty_password_is_read() -> None:
    """A file that anybody may open is opened."""
    locked = made(
        lambda c: write(c, PROSE), encrypt=StandardEncryption("", ownerPassword="owner", canPrint=0)
    )
    assert read_pdf("locked.pdf", locked, "x").text == " ".join(PROSE)


def test_encrypted_with_a_password_is_refused() -> None:
    """The message names the way out."""
    locked = made(
        lambda c: write(c, PROSE), encrypt=StandardEncryption("secret", ownerPassword="owner")
    )
    assert "encrypted" in refused(locked)


def test_truncated_file_is_refused_or_read(review_bytes: bytes) -> None:
    """Half a file gives one clear line."""
    assert "end is missing" in refused(review_bytes[: len(review_bytes) // 2])


def test_no_pdf_at_all_is_refused() -> None:
    """A picture called .pdf is none."""
    assert "is no PDF" in refused(b"\x89PNG\r\n\x1a\n" + bytes(200))


def test_zero_pages_are_refused() -> None:
    """A file without pages says so."""
    empty = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )
    assert "no pages" in refused(empty) or "damaged" in refused(empty)


def test_a_scan_without_text_names_ocr() -> None:
    """A PDF that holds only pictures tells the user what to do."""
    assert "OCR" in refused(made(lambda c: c.rect(50, 50, 300, 300, fill=1)))


def test_one_page_without_text_is_warned_of() -> None:
    """The other pages are read; the warning names the page and OCR."""

    def draw(canvas: Any) -> None:
        write(canvas, PROSE)
        canvas.showPage()
        canvas.rect(50, 50, 300, 300, fill=1)
        canvas.showPage()

    document = read(draw)
    assert [d.score for d in document.damage] == [0.0, 1.0]
    assert len(document.warnings) == 1
    assert "page 2" in document.warnings[0]
    assert "OCR" in document.warnings[0]


def test_a_broken_cross_reference_table_is_no_hindrance(
    review_bytes: bytes, review: Document
) -> None:
    """The objects are found without it."""
    at = review_bytes.rindex(b"startxref")
    broken = review_bytes[:at] + b"startxref\n7\n%%EOF\n"
    assert read_pdf("x.pdf", broken, "x").text == review.text


def test_a_page_of_very_many_glyphs_takes_bounded_time() -> None:
    """Two hundred thousand letters strewn over a page are read in seconds."""

    def draw(canvas: Any) -> None:
        text = canvas.beginText()
        text.setFont("Helvetica", 2)
        for k in range(2000):
            text.setTextOrigin((k * 37) % 590, (k * 101) % 840)
            text.textOut("abcdefghij" * 10)
        canvas.drawText(text)

    data = made(draw)
    start = time.process_time()
    document = read_pdf("many.pdf", data, "many")
    assert time.process_time() - start < 10
    assert len(document.damage) == 1


def test_a_table_of_two_hundred_columns_is_read() -> None:
    """A sheet as wide as four metres gives all its cells, in time."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(11_000, 842), invariant=1)
    write(canvas, PROSE, y=60)
    write(canvas, ["Table 1. Very many measurements."], y=130, font="Times-Bold")
    canvas.line(60, HEIGHT - 134, 60 + 50 * 200, HEIGHT - 134)
    for row in range(5):
        for k in range(200):
            canvas.setFont("Times-Roman", 8)
            canvas.drawString(60 + 50 * k, HEIGHT - 146 - 14 * row, f"c{k}r{row}")
    canvas.line(60, HEIGHT - 148, 60 + 50 * 200, HEIGHT - 148)
    canvas.line(60, HEIGHT - 210, 60 + 50 * 200, HEIGHT - 210)
    canvas.save()
    start = time.process_time()
    (table,) = read_pdf("wide.pdf", buffer.getvalue(), "wide").tables
    assert time.process_time() - start < 10
    assert len(table.cells) == 1000
    assert all(c.text == f"c{c.column}r{c.row}" for c in table.cells)


def test_two_thousand_pages_take_bounded_time() -> None:
    """Time grows with the pages and no faster."""

    def draw(canvas: Any) -> None:
        for k in range(2000):
            write(canvas, [f"Page {k} holds a line of its own.", *PROSE[:1]], y=300)
            canvas.showPage()

    data = made(draw)
    start = time.process_time()
    document = read_pdf("long.pdf", data, "long")
    assert time.process_time() - start < 10
    assert len(document.damage) == 2000
    assert "Page 1999 holds" in document.text


@pytest.mark.data
def test_published_papers_keep_their_sentences(data: Path) -> None:
    """On every paper with a publisher's XML nearly all sentences of the body stand unbroken."""
    from bench.readers import _bare as bare
    from bench.readers import _sentences, _words
    from bench.readers_truth import read_truth

    files = sorted((data / "benchmark" / "pdf").glob("*.xml"))
    assert files
    for xml in files:
        pdf = xml.with_suffix(".pdf")
        document = read_pdf(pdf, pdf.read_bytes(), pdf.stem)
        truth = read_truth(xml)
        hit, total = _sentences(truth, document.text, False)
        assert hit / total > 0.95, pdf.name
        same, whole = _words([bare(p) for p in truth.paragraphs], document.text)
        assert same / whole > 0.99, pdf.name
