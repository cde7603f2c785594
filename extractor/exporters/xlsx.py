"""Findings as an Excel workbook: one row a finding, a second sheet that explains the columns."""

from __future__ import annotations

import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING

from extractor.exporters.rows import COLUMNS, Cell, harmless, row
from extractor.records import Finding

if TYPE_CHECKING:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

MAX_CELL = 32_767
"""Most characters that Excel takes in a cell; it counts UTF-16 units."""

SHEET = "findings"

_WIDTHS = {"evidence": 80, "effects": 40, "targets": 30, "section": 24, "reference": 40,
           "reference_title": 40, "disease_model": 26, "finding_id": 20, "rules": 30}
_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def fitted(text: str) -> str:
    """``text``, cut with ``…`` where it is longer than a cell can be."""
    if len(text) <= MAX_CELL // 2:
        return text
    units = text.encode("utf-16-le", errors="replace")
    if len(units) <= 2 * MAX_CELL:
        return text
    return units[: 2 * (MAX_CELL - 1)].decode("utf-16-le", errors="ignore") + "…"


class XlsxWriter:
    """Writes rows in openpyxl's write-only mode, so that memory does not grow with the rows.

    The workbook is put together on ``close``. Time stamps are fixed: the same findings give the
    same bytes.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        from openpyxl import Workbook
        from openpyxl.utils import get_column_letter

        self._stream = stream
        self._book = Workbook(write_only=True)
        self._sheet: WriteOnlyWorksheet = self._book.create_sheet(SHEET)
        self._sheet.freeze_panes = "B2"
        for i, name in enumerate(COLUMNS, 1):
            self._sheet.column_dimensions[get_column_letter(i)].width = _WIDTHS.get(name, 16)
        self._sheet.append([self._cell(name, bold=True) for name in COLUMNS])
        self._count = 0

    def _cell(self, value: Cell, bold: bool = False) -> WriteOnlyCell:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Font

        safe = harmless(value)
        if isinstance(safe, str):
            safe = fitted(safe)
        cell = WriteOnlyCell(self._sheet, value=safe or None if isinstance(safe, str) else safe)
        if isinstance(safe, str) and safe:
            cell.data_type = "s"  # never a formula, an error code or a date, whatever it looks like
        if bold:
            cell.font = Font(bold=True)
        return cell

    def write(self, findings: Iterable[Finding]) -> None:
        """Append findings."""
        for finding in findings:
            self._sheet.append([self._cell(cell) for cell in row(finding)])
            self._count += 1

    def close(self) -> None:
        """Put the workbook together and write it; the stream itself stays open."""
        from openpyxl.utils import get_column_letter

        last = get_column_letter(len(COLUMNS))
        self._sheet.auto_filter.ref = f"A1:{last}{self._count + 1}"
        legend = self._book.create_sheet("columns")
        legend.column_dimensions["A"].width = 22
        legend.column_dimensions["B"].width = 60
        for name, (meaning, _) in COLUMNS.items():
            legend.append([name, meaning])
        with tempfile.TemporaryFile() as raw:
            self._book.save(raw)
            _timeless(raw, self._stream)


def _timeless(source: IO[bytes], target: IO[bytes]) -> None:
    """Copy a zip archive with every time stamp in it set to the same moment."""
    with (
        zipfile.ZipFile(source) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            made = zipfile.ZipInfo(entry.filename, _EPOCH)
            made.compress_type = zipfile.ZIP_DEFLATED
            if entry.filename == "docProps/core.xml":
                stamp = rb"\g<1>1980-01-01T00:00:00Z"
                new.writestr(made, _MODIFIED.sub(stamp, old.read(entry)))
                continue
            with old.open(entry) as read, new.open(made, "w") as write:
                shutil.copyfileobj(read, write)
