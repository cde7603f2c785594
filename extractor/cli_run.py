"""The run of ``extract``: inputs through the engine into a file, a folder or standard output."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import typer

from extractor.cli_inputs import Input
from extractor.errors import ExtractorError, ReadError
from extractor.exporters import FORMATS, file_writer, writer
from extractor.records import Document, Finding

if TYPE_CHECKING:
    from extractor.extract import Extractor

MAX_TEXT = 10_000_000
"""Most characters of a document: several times a long book. What is longer is no paper, and would
take memory and time beyond what a run over many papers can spare."""

Scope = Literal["msc", "any"]
Sink = Callable[[Document, list[Finding]], None]


@dataclass(slots=True)
class Summary:
    """What a run did."""

    documents: int = 0
    findings: int = 0
    failed: int = 0
    started: float = 0.0

    def __str__(self) -> str:
        def count(number: int, word: str) -> str:
            return f"{number:,} {word}" + ("" if number == 1 else "s")

        seconds = time.perf_counter() - self.started
        return (
            f"{count(self.documents, 'document')}, {count(self.findings, 'finding')}, "
            f"{self.failed:,} failed, {seconds:.1f} s"
        )


def say(line: str) -> None:
    """One line to the user, on standard error."""
    print(line.replace("\n", " "), file=sys.stderr)


def misuse(reason: str) -> typer.Exit:
    """The exit for a command line that makes no sense; to be raised."""
    say(f"error: {reason}")
    return typer.Exit(2)


class Engine:
    """The extractor, made when the first document has been read: loading it takes a second."""

    def __init__(self, patterns: Path | None, fast: bool, model: str | None) -> None:
        self._options = (patterns, fast, model)
        self._made: Extractor | None = None
        self.broken = False

    def findings(self, document: Document, scope: Scope) -> list[Finding]:
        """The findings of a document.

        Raises:
            ExtractorError: A pattern file is wrong or a model is missing (``broken`` is then
                set), or this document cannot be processed.
        """
        if self._made is None:
            self.broken = True
            self._made = make_extractor(*self._options)
            self.broken = False
        return self._made.findings(document, scope)


def make_extractor(patterns: Path | None, fast: bool, model: str | None) -> Extractor:
    """The engine with these options.

    Raises:
        ExtractorError: A pattern file is wrong or a model is missing.
    """
    from extractor.extract import Extractor

    return Extractor(patterns=patterns, fast=fast, model=model)


def process(
    inputs: list[Input], engine: Engine, scope: Scope, sink: Sink, summary: Summary
) -> Iterator[Input]:
    """Send the findings of each input to ``sink``; yields each input when it is done.

    One document is held at a time. A document that fails is reported in a line and counted, and
    the others go on.
    """
    for item in inputs:
        try:
            document = item.read()
            if len(document.text) > MAX_TEXT:
                reason = f"holds {len(document.text):,} characters of text, more than any paper"
                raise ReadError(item.path, reason, f"split it into parts below {MAX_TEXT:,}")
            findings = engine.findings(document, scope)
        except ExtractorError as error:
            if engine.broken:
                raise  # no other document would fare better
            summary.failed += 1
            say(f"error: {error}")
        except Exception as error:
            if engine.broken or os.environ.get("EXTRACTOR_TRACEBACK"):
                raise
            # a fault of ours in one paper must not cost a night's run over the others
            summary.failed += 1
            say(f"error: {item.path}: internal error ({type(error).__name__}: {error}); "
                "set EXTRACTOR_TRACEBACK=1 to see where")
        else:
            for warning in warnings(document):
                say(f"note: {item.path}: {warning}")
            sink(document, findings)
            summary.documents += 1
            summary.findings += len(findings)
        yield item


def warnings(document: Document) -> list[str]:
    """What a user should know of how a document was read."""
    lines = list(document.warnings)
    for page in document.damage:
        if page.score >= 0.5:
            why = f" ({', '.join(page.reasons)})" if page.reasons else ""
            lines.append(f"the text of page {page.page} is damaged{why}; findings may be missed")
    return lines


@contextmanager
def stdout_sink(form: str) -> Iterator[Sink]:
    """Findings to standard output in one of ``FORMATS``."""
    out = writer(form, sys.stdout.buffer)
    yield lambda _, findings: out.write(findings)
    out.close()
    sys.stdout.buffer.flush()


@contextmanager
def file_sink(form: str, path: Path) -> Iterator[Sink]:
    """Findings to one file, which gets its name when all is written."""
    with file_writer(form, path) as out:
        yield lambda _, findings: out.write(findings)


@contextmanager
def folder_sink(form: str, folder: Path) -> Iterator[Sink]:
    """The findings of each document to a file of its own, called by the document."""

    def write(document: Document, findings: list[Finding]) -> None:
        with file_writer(form, folder / f"{document.doc_id}.{form}") as out:
            out.write(findings)

    yield write


@contextmanager
def table_sink() -> Iterator[Sink]:
    """A table for each document on standard output."""
    from extractor.report import print_findings

    yield print_findings


def with_text(sink: Sink, folder: Path) -> Sink:
    """``sink`` that also writes each document's text, to which the offsets belong, to a folder."""

    def write(document: Document, findings: list[Finding]) -> None:
        # "replace" puts one character for each lone surrogate, so that offsets stay right
        data = document.text.encode("utf-8", errors="replace")
        (folder / f"{document.doc_id}.txt").write_bytes(data)
        sink(document, findings)

    return write


def spare_inputs(inputs: list[Input], output: Path | None, text: Path | None) -> None:
    """Make sure that nothing is written over a paper that is read.

    Raises:
        typer.Exit: It would be; the user has been told.
    """
    papers = {os.path.realpath(item.path) for item in inputs}
    targets = [] if output is None else [output]
    if text is not None:
        targets += [text / f"{item.doc_id}.txt" for item in inputs]
    for target in targets:
        if os.path.realpath(target) in papers:
            raise misuse(f"{target}: is one of the papers that are read; write elsewhere")


def open_sink(output: Path | None, form: str | None) -> AbstractContextManager[Sink]:
    """Where the findings go, decided from ``-o`` and ``-f``.

    Raises:
        typer.Exit: They make no sense together; the user has been told.
    """
    if output is None:
        terminal = sys.stdout.isatty()
        form = form or ("table" if terminal else "jsonl")
        if form == "table":
            return table_sink()
        if form == "xlsx" and terminal:
            raise misuse("a workbook cannot be shown on a terminal; name a file with -o")
        return stdout_sink(form)
    if form == "table":
        raise misuse("a table is for the terminal; leave out -o, or take another format with -f")
    if output.is_dir():
        return folder_sink(form or "jsonl", output)
    if str(output).endswith(("/", os.sep)) or not output.parent.is_dir():
        missing = output if str(output).endswith(("/", os.sep)) else output.parent
        raise misuse(f"{missing}: no such folder; make it first (mkdir -p {missing})")
    suffix = output.suffix.lower().removeprefix(".")
    if form is None and suffix not in FORMATS:
        kinds = ", ".join(f".{f}" for f in FORMATS)
        raise misuse(f"{output}: no format has this suffix; use {kinds}, or say the format with -f")
    return file_sink(form or suffix, output)
