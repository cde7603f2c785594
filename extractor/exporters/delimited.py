"""Findings as comma- or tab-separated values: one row a finding."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import IO

from extractor.exporters.rows import COLUMNS, Cell, harmless, row
from extractor.records import Finding


def _text(value: Cell) -> str:
    return "" if value is None else str(value)


class DelimitedWriter:
    """Writes rows to a binary stream as they come.

    Args:
        stream: Where to write UTF-8 to.
        delimiter: ``","`` or a tab.
        mark: Begin with a byte-order mark: Excel takes a file without one for Windows-1252 and
            spoils Greek letters and arrows.
    """

    def __init__(self, stream: IO[bytes], delimiter: str, mark: bool) -> None:
        self._text = io.TextIOWrapper(
            stream, encoding="utf-8-sig" if mark else "utf-8", newline="", write_through=True
        )
        self._rows = csv.writer(self._text, delimiter=delimiter, lineterminator="\n")
        self._rows.writerow(COLUMNS)

    def write(self, findings: Iterable[Finding]) -> None:
        """Append findings."""
        for finding in findings:
            self._rows.writerow([_text(harmless(cell)) for cell in row(finding)])

    def close(self) -> None:
        """Finish; the stream itself stays open."""
        self._text.flush()
        self._text.detach()
