"""Findings to files, one module a format.

A writer takes findings as they come and never holds more than it must, so that a run over any
number of documents needs the same memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

from extractor.records import Finding

FORMATS = ("jsonl", "csv", "tsv", "xlsx")
"""Formats of files, which are their suffixes too."""


class Writer(Protocol):
    """What every format offers."""

    def write(self, findings: Iterable[Finding]) -> None:
        """Append findings."""

    def close(self) -> None:
        """Finish what was written; the stream below stays open."""


def writer(form: str, stream: IO[bytes], mark: bool = False) -> Writer:
    """A writer of one of ``FORMATS`` onto a binary stream.

    Args:
        form: One of ``FORMATS``.
        stream: Where to; needs no seeking.
        mark: Begin CSV with a byte-order mark, which Excel needs and pipes do not want.

    Raises:
        ValueError: There is no such format.
    """
    # each format is imported when it is asked for: openpyxl alone takes a fifth of a second
    if form == "jsonl":
        from extractor.exporters.jsonl import JsonLinesWriter

        return JsonLinesWriter(stream)
    if form in ("csv", "tsv"):
        from extractor.exporters.delimited import DelimitedWriter

        return DelimitedWriter(stream, "," if form == "csv" else "\t", mark and form == "csv")
    if form == "xlsx":
        from extractor.exporters.xlsx import XlsxWriter

        return XlsxWriter(stream)
    raise ValueError(f"no such format: {form!r}; there are {', '.join(FORMATS)}")


@contextmanager
def atomic(path: Path) -> Iterator[IO[bytes]]:
    """A binary file that takes its name only when all of it is written.

    Whatever goes wrong on the way, Ctrl-C included, an older file of that name stays as it was.
    """
    part = path.with_name(f".{path.name}.part")
    done = False
    try:
        with part.open("wb") as stream:
            yield stream
        part.replace(path)
        done = True
    finally:
        if not done:
            part.unlink(missing_ok=True)


@contextmanager
def file_writer(form: str, path: Path) -> Iterator[Writer]:
    """A writer of one of ``FORMATS`` to a file, written as ``atomic`` does."""
    with atomic(path) as stream:
        out = writer(form, stream, mark=True)
        yield out
        out.close()
