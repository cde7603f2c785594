"""Commands that show why: ``explain``, ``show``, ``read``; and corrections fed back."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli_inputs import STDIN, Input
from extractor.cli_options import Fast, Model, Patterns, ScopeOption, Scopes
from extractor.cli_run import Engine, misuse, say, warnings
from extractor.errors import ReadError
from extractor.records import Box, Document, Finding

FindingId = Annotated[
    str | None,
    typer.Option("--finding", metavar="ID", help="Only this finding; the beginning of its id will "
                 "do where it is the only one that begins so."),
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(epilog="Example: extractor explain paper.pdf --finding 3f2a")(explain)
    app.command(epilog="Example: extractor show paper.pdf --finding 3f2a -o page.png")(show)
    app.command("read", epilog="Example: extractor read paper.pdf | less")(read_command)
    app.command(
        "import-corrections",
        epilog="Example: extractor import-corrections corrected.xlsx --findings findings.jsonl "
        "-o corrected.jsonl",
    )(import_corrections)


def explain(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A paper, or a .jsonl file of findings.")
    ],
    finding: FindingId = None,
    scope: Scopes = ScopeOption.msc,
    patterns: Patterns = None,
    fast: Fast = False,
    model: Model = None,
) -> None:
    """Show the evidence of findings and their rules.

    Mentions are marked: in colour on a terminal, [[slot:words]] on a pipe.
    """
    from extractor.report import print_explanation

    document: Document | None = None
    if file.lower().endswith(".jsonl"):
        from extractor.exporters.jsonl import read_findings

        findings: Iterator[Finding] = read_findings(Path(file))
    else:
        document = _read(file)
        findings = iter(Engine(patterns, fast, model).findings(document, scope.value))
    shown = 0
    for found in _chosen(findings, finding, file):
        print_explanation(found, document)
        shown += 1
    if not shown:
        say(f"{file}: no findings")


def show(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A PDF.")],
    finding: Annotated[str, typer.Option("--finding", metavar="ID", help="The finding to show.")],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="PNG", dir_okay=False, help="Image to write.")
    ],
    scope: Scopes = ScopeOption.msc,
    patterns: Patterns = None,
    fast: Fast = False,
    model: Model = None,
) -> None:
    """Draw the page that a finding stands on.

    Its evidence and its mentions are marked.
    """
    if not output.parent.is_dir():
        raise misuse(f"{output.parent}: no such folder; make it first (mkdir -p {output.parent})")
    document = _read(file)
    if document.geometry is None:
        raise ReadError(file, "is no PDF and has no pages to show", "use 'extractor explain'")
    findings = Engine(patterns, fast, model).findings(document, scope.value)
    (found,) = _chosen(iter(findings), finding, file)
    boxes = _boxes(document, found)
    if not boxes:
        raise ReadError(file, f"the evidence of {found.finding_id} stands on no page")
    from extractor.readers.render import draw_page

    page = next(iter(boxes))
    draw_page(Path(file).read_bytes(), page, boxes[page], output, scale=2)
    others = [str(p) for p in boxes if p != page]
    more = f"; it has evidence or mentions on page {', '.join(others)} too" if others else ""
    say(f"written: {output} (page {page}{more})")


def read_command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A paper, or - for stdin.")],
    as_json: Annotated[bool, typer.Option("--json", help="All of it as JSON.")] = False,
) -> None:
    """Show a paper as the program reads it.

    Blocks of text under their sections, tables, abbreviations, references, damage and warnings.
    """
    document = _read(file)
    if not as_json:
        from extractor.report import print_document

        print_document(document)
        return
    import json

    from extractor.exporters.jsonl import document_json

    text = json.dumps(document_json(document), ensure_ascii=False, indent=1)
    sys.stdout.buffer.write(text.encode("utf-8", errors="replace") + b"\n")
    sys.stdout.buffer.flush()


def import_corrections(
    sheet: Annotated[Path, typer.Argument(metavar="SHEET", help="The corrected sheet.")],
    findings: Annotated[
        Path, typer.Option(metavar="JSONL", help="The findings that the sheet was made from.")
    ],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="JSONL", dir_okay=False, help="Where to.")
    ],
) -> None:
    """Take a corrected sheet back into findings.

    Write the findings twice, as .jsonl and as a sheet; delete rows, change labels, arrows,
    identifiers and polarity in the sheet, and leave the column finding_id alone.
    """
    if not output.parent.is_dir():
        raise misuse(f"{output.parent}: no such folder; make it first (mkdir -p {output.parent})")
    from extractor.exporters import file_writer
    from extractor.exporters.corrections import corrected
    from extractor.exporters.jsonl import read_findings

    result = corrected(sheet, list(read_findings(findings)))
    with file_writer("jsonl", output) as out:
        out.write(result.findings)
    for change in result.changes:
        print(change)
    say(
        f"{len(result.findings)} findings, {result.changed} changed, {result.deleted} deleted; "
        f"written: {output}"
    )


def _read(file: str) -> Document:
    name = "stdin" if file == STDIN else Path(file).stem
    document = Input(file, name).read()
    for warning in warnings(document):
        say(f"note: {file}: {warning}")
    return document


def _chosen(findings: Iterator[Finding], wanted: str | None, file: str) -> Iterator[Finding]:
    """All findings, or the one whose id is, or alone begins with, ``wanted``."""
    if wanted is None:
        yield from findings
        return
    near = [f for f in findings if f.finding_id.startswith(wanted)]
    exact = [f for f in near if f.finding_id == wanted]
    if len(exact or near) != 1:
        few = f"{len(near)} findings" if near else "no finding"
        remedy = "give more of it" if near else "'extractor explain' without --finding shows all"
        raise ReadError(file, f"{few} with an id that begins with {wanted!r}", remedy)
    yield from exact or near


def _boxes(document: Document, finding: Finding) -> dict[int, list[Box]]:
    """Boxes of a finding's evidence and mentions by page, the page of the evidence first."""
    spans = [(e.start, e.end) for e in finding.evidence]
    for name in ("msc_source", "disease_model", "mirnas", "targets", "effects", "cargo", "vesicle"):
        spans += [(s.start, s.end) for s in finding.slots(name)]
    pages: dict[int, list[Box]] = {}
    for start, end in spans:
        for box in document.span_boxes(start, end) or []:
            pages.setdefault(box[0], []).append(box)
    return pages
