from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
from conftest import SENTENCE, make_finding, slot
from hypothesis import given
from hypothesis import strategies as st

import extractor
from extractor.errors import GoldError
from extractor.exporters import FORMATS, atomic, file_writer, writer
from extractor.exporters.corrections import corrected
from extractor.exporters.jsonl import read_findings
from extractor.exporters.rows import COLUMNS, clean, harmless, row, unguarded
from extractor.exporters.xlsx import MAX_CELL, fitted
from extractor.records import Evidence, Finding, Slot


def written(form: str, findings: list[Finding], mark: bool = False) -> bytes:
    stream = io.BytesIO()
    out = writer(form, stream, mark)
    out.write(findings)
    out.close()
    return stream.getvalue()


def cells(findings: list[Finding], form: str = "csv") -> list[dict[str, str]]:
    text = written(form, findings).decode()
    return list(csv.DictReader(io.StringIO(text), delimiter="\t" if form == "tsv" else ","))


def sheet_rows(data: bytes) -> list[dict[str, object]]:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    rows = list(book["findings"].iter_rows(values_only=True))
    book.close()
    return [dict(zip([str(h) for h in rows[0]], r, strict=True)) for r in rows[1:]]


def test_columns_say_what_the_slots_hold() -> None:
    """Labels come with arrows, identifiers in columns of their own, citation parts apart."""
    found = cells([make_finding()])[0]
    assert found["msc_source"] == "BM-MSC"
    assert found["msc_source_id"] == "UBERON:0002371"
    assert found["msc_organism"] == "rat"
    assert found["msc_modifications"] == "hypoxia; GATA4"
    assert found["targets"] == "↓PTEN"
    assert found["target_ids"] == "HGNC:9588"
    assert found["effects"] == "↓apoptosis"
    assert found["evidence"] == SENTENCE
    assert (found["page"], found["section"]) == ("3", "Results")
    assert (found["citation"], found["doi"], found["pmid"]) == ("12", "10.1000/x", "123")
    assert float(found["confidence"]) == 0.9
    assert found["rules"] == "carriage; target"
    assert found["disease_model"] == ""


def test_several_fillers_keep_their_identifiers_in_order() -> None:
    """A filler without identifier holds its place among those that have one."""
    targets = [
        slot("PTEN", "PTEN", direction="up"),
        slot("BMSCs", "AKT1", id="HGNC:391", direction="none"),
        slot("miR-21", "a; b", direction="down"),
    ]
    found = cells([make_finding(targets=targets)])[0]
    assert found["targets"] == "↑PTEN; AKT1; ↓a, b"
    assert found["target_ids"] == "?; HGNC:391; ?"


def test_json_lines_read_back_the_same() -> None:
    """A finding written as a JSON line is the finding that comes back, every key present."""
    finding = make_finding()
    data = written("jsonl", [finding])
    assert Finding.from_json(json.loads(data)) == finding
    assert set(json.loads(data)) == set(Finding.__dataclass_fields__)


def test_json_lines_hold_one_finding_a_line() -> None:
    """Line ends of any kind inside a text do not tear a line, nor do lone surrogates stop it."""
    nasty = "a\nb\u2028c\x85d\ud800e\x00"
    finding = make_finding(evidence=[Evidence(0, 9, nasty)])
    data = written("jsonl", [finding, make_finding("f2")])
    lines = data.decode().splitlines()
    assert len(lines) == 2
    assert Finding.from_json(json.loads(lines[0])).evidence[0].text == nasty


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "'=1", '"=1', "“=1", " '\" @x", "＝1"],
)
@pytest.mark.parametrize("form", ["csv", "tsv", "xlsx"])
def test_formulas_are_made_harmless(text: str, form: str) -> None:
    """No cell begins like a formula, behind quotes or white space neither, in any sheet."""
    finding = make_finding(section=text, evidence=[Evidence(0, 4, text)])
    data = written(form, [finding])
    rows = sheet_rows(data) if form == "xlsx" else cells([finding], form)
    for column in ("section", "evidence"):
        value = str(rows[0][column])
        assert value.startswith("'")
        assert value.lstrip("' \t\"“")[:1] in "=+-@＝"


@given(st.text())
def test_harmless_cells_can_be_taken_back(text: str) -> None:
    """The apostrophe comes off again, and a cell never starts with a formula sign."""
    cell = harmless(text)
    assert isinstance(cell, str)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    if not text.startswith("'"):
        assert unguarded(cell) == clean(text)


@given(st.text())
def test_clean_text_fits_every_format(text: str) -> None:
    """What is left has UTF-8, stands on one line, and is allowed in XML."""
    cell = clean(text)
    cell.encode()
    assert len(cell.splitlines()) <= 1
    assert not openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE.search(cell)


def test_tabs_and_quotes_keep_their_column() -> None:
    """Delimiters and quotation marks inside a cell never shift the columns."""
    finding = make_finding(section='a\t"b", c\nd')
    for form in ("csv", "tsv"):
        found = cells([finding, make_finding("f2")], form)
        assert [f["finding_id"] for f in found] == ["f1", "f2"]
        assert found[0]["section"] == 'a "b", c d'
        assert None not in found[0]


def test_csv_files_begin_with_a_mark_for_excel(tmp_path: Path) -> None:
    """A CSV file begins with the byte-order mark that Excel needs; a pipe gets none."""
    with file_writer("csv", tmp_path / "a.csv") as out:
        out.write([make_finding()])
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbffinding_id,")
    assert written("csv", []).startswith(b"finding_id,")


def test_workbook_opens_and_says_what_columns_mean() -> None:
    """The workbook has the same cells as the CSV, and a sheet that explains each column."""
    data = written("xlsx", [make_finding()])
    found = sheet_rows(data)[0]
    assert found["targets"] == "↓PTEN"
    assert found["confidence"] == 0.9
    assert found["disease_model"] is None
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert [r[0].value for r in book["columns"].iter_rows()] == list(COLUMNS)
    assert book["findings"].freeze_panes == "B2"


@pytest.mark.parametrize("text", ["x" * 40_000, "𝒳" * 20_000, "a" + "𝒳" * 20_000])
def test_long_cells_are_cut_for_excel(text: str) -> None:
    """A cell longer than Excel allows, which counts UTF-16 units, ends in an ellipsis."""
    value = str(sheet_rows(written("xlsx", [make_finding(section=text)]))[0]["section"])
    assert value.endswith("…")
    assert MAX_CELL - 2 <= len(value.encode("utf-16-le")) // 2 <= MAX_CELL


def test_cells_that_fit_are_left_alone() -> None:
    """A text of just the length that fits is not cut."""
    assert fitted("x" * MAX_CELL) == "x" * MAX_CELL


def test_characters_that_xlsx_forbids_are_removed() -> None:
    """Control characters and lone surrogates do not reach the workbook."""
    data = written("xlsx", [make_finding(section="a\x00b\x0bc\ud800d\ufffee")])
    assert sheet_rows(data)[0]["section"] == "abcde"


def test_error_codes_stay_text() -> None:
    """A text that looks like an error code of Excel is no error."""
    data = written("xlsx", [make_finding(section="#N/A")])
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert b't="e"' not in book.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("form", FORMATS)
def test_same_findings_same_bytes(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two runs give identical files, also at different times."""
    first = written(form, [make_finding()], mark=True)
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 2, 3, 4, 5, 6, 0, 34, 0))
    assert written(form, [make_finding()], mark=True) == first


def test_unknown_format_is_refused() -> None:
    """Asking for a format that does not exist names those that do."""
    with pytest.raises(ValueError, match="jsonl, csv, tsv, xlsx"):
        writer("docx", io.BytesIO())


def test_a_file_gets_its_name_when_it_is_whole(tmp_path: Path) -> None:
    """When writing fails half-way, the older file stands and no leftover does."""
    path = tmp_path / "out.jsonl"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), atomic(path) as stream:
        stream.write(b"half" * (1 // 0))
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.jsonl"]


def test_frame_has_the_columns_of_the_sheets() -> None:
    """The data frame has a row a finding, the sheets' columns and numbers where they are."""
    frame = extractor.to_frame([make_finding(), make_finding("f2", section="=1")])
    assert list(frame.columns) == list(COLUMNS)
    assert list(frame["finding_id"]) == ["f1", "f2"]
    assert frame["confidence"].mean() == pytest.approx(0.9)
    assert frame["section"][1] == "=1"
    assert len(extractor.to_frame([])) == 0


def edit(path: Path, form: str, findings: list[Finding], **edits: str) -> Path:
    """A sheet of ``findings`` with the cells of the first row edited."""
    sheet = path / f"sheet.{form}"
    with file_writer(form, sheet) as out:
        out.write(findings)
    if form == "xlsx":
        book = openpyxl.load_workbook(sheet)
        page = book["findings"]
        for name, value in edits.items():
            page.cell(2, list(COLUMNS).index(name) + 1).value = value
        book.save(sheet)
        book.close()
    else:
        delimiter = "\t" if form == "tsv" else ","
        rows = list(csv.reader(io.StringIO(sheet.read_text("utf-8-sig")), delimiter=delimiter))
        for name, value in edits.items():
            rows[1][rows[0].index(name)] = value
        with sheet.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream, delimiter=delimiter).writerows(rows)
    return sheet


@pytest.mark.parametrize("form", ["csv", "tsv", "xlsx"])
def test_an_untouched_sheet_changes_nothing(form: str, tmp_path: Path) -> None:
    """A sheet read back as it was written gives the same findings."""
    findings = [make_finding(section="=x"), make_finding("f2", effects=[])]
    result = corrected(edit(tmp_path, form, findings), findings)
    assert result.findings == findings
    assert not result.changes


@pytest.mark.parametrize("form", ["csv", "tsv", "xlsx"])
def test_edited_cells_become_edited_slots(form: str, tmp_path: Path) -> None:
    """Direction, label, polarity and attributes follow the sheet; the rest stays as it was."""
    old = make_finding()
    sheet = edit(tmp_path, form, [old], targets="↑PTEN", effects="↓necrosis", polarity="hedged",
                 msc_organism="mouse")
    (new,) = corrected(sheet, [old]).findings
    assert (new.targets[0].direction, new.targets[0].id) == ("up", "HGNC:9588")
    assert (new.effects[0].label, new.effects[0].id) == ("necrosis", None)
    assert (new.effects[0].start, new.effects[0].text) == (old.effects[0].start, "apoptosis")
    assert new.polarity == "hedged"
    assert new.msc_source is not None
    assert (new.msc_source.organism, new.msc_source.label) == ("mouse", "BM-MSC")
    assert new.mirnas == old.mirnas
    assert (new.confidence, new.rules[-1]) == (None, "corrected")
    assert old == make_finding()


def test_added_fillers_are_looked_up_in_the_evidence(tmp_path: Path) -> None:
    """A filler that the curator adds stands where the evidence names it; taking one out works."""
    old = make_finding()
    sheet = edit(tmp_path, "csv", [old], mirnas="miR-21; BMSCs", effects="", mirna_ids="a; b")
    (new,) = corrected(sheet, [old]).findings
    assert new.mirnas == [
        Slot("miR-21", *(old.mirnas[0].start, old.mirnas[0].end), "miR-21", "a"),
        Slot("BMSCs", SENTENCE.index("BMSCs"), SENTENCE.index("BMSCs") + 5, "BMSCs", "b"),
    ]
    assert new.effects == []


def test_deleted_rows_are_deleted_findings(tmp_path: Path) -> None:
    """A row that is gone takes its finding with it, and the report says which."""
    sheet = edit(tmp_path, "csv", [make_finding("f2")])
    result = corrected(sheet, [make_finding("f1"), make_finding("f2")])
    assert [f.finding_id for f in result.findings] == ["f2"]
    assert (result.deleted, result.changes) == (1, ["f1: deleted"])


@pytest.mark.parametrize(
    ("edits", "reason"),
    [
        ({"finding_id": "zz"}, "2: no finding has the id 'zz'"),
        ({"polarity": "perhaps"}, "2: polarity 'perhaps' is none of asserted"),
        ({"target_ids": "a; b"}, "2: target_ids holds 2 identifiers for 1 labels"),
        ({"msc_source": "a; b"}, "2: msc_source holds one filler, not 2"),
        ({"mirnas": "↑miR-21"}, "2: mirnas has no direction"),
        ({"targets": "↑"}, "2: targets holds an arrow without a label"),
    ],
)
def test_wrong_corrections_name_the_row(
    edits: dict[str, str], reason: str, tmp_path: Path
) -> None:
    """A row that cannot be understood is named with file, line and reason."""
    sheet = edit(tmp_path, "csv", [make_finding()], **edits)
    with pytest.raises(GoldError) as caught:
        corrected(sheet, [make_finding()])
    assert f"{sheet}:{reason}" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.csv", b"", "finding_id is missing"),
        ("a.csv", b"\xff\xfe\x00", "not UTF-8"),
        ("a.xlsx", b"PK no", "no Excel workbook"),
        ("b.csv", None, "No such file"),
        ("b.xlsx", None, "No such file"),
    ],
)
def test_sheets_that_are_none_are_named(
    name: str, data: bytes | None, reason: str, tmp_path: Path
) -> None:
    """A sheet that cannot be read is one clear line, not a traceback."""
    sheet = tmp_path / name
    if data is not None:
        sheet.write_bytes(data)
    with pytest.raises(GoldError, match=reason):
        corrected(sheet, [])


def test_findings_files_that_are_none_name_the_line(tmp_path: Path) -> None:
    """A line that is no finding is named by its number."""
    path = tmp_path / "f.jsonl"
    path.write_bytes(written("jsonl", [make_finding()]) + b'{"a": 1}\n')
    with pytest.raises(GoldError, match=r"f\.jsonl:2: not a finding"):
        list(read_findings(path))


def test_rows_are_as_wide_as_the_columns() -> None:
    """An empty finding fills every column too."""
    assert len(row(Finding("f", "d"))) == len(COLUMNS)
