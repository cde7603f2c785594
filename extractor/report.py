"""What people see on a terminal: tables, marked sentences, progress. All of rich is here.

On a pipe the same things come out as plain text: no colour, no box drawing that depends on the
width of a window, mentions marked ``[[slot:words]]``.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from extractor.exporters.rows import clean, joined, shown
from extractor.records import (
    SLOT_ATTRIBUTES,
    Block,
    CitedStudy,
    Document,
    Evidence,
    Finding,
    Slot,
    Table,
)

STYLES = {
    "msc_source": "bold green",
    "disease_model": "bold red",
    "mirnas": "bold cyan",
    "targets": "bold magenta",
    "effects": "bold yellow",
    "cargo": "bold blue",
    "vesicle": "green",
}
"""Colour of each slot."""

NAMES = {
    "msc_source": "source",
    "disease_model": "disease",
    "mirnas": "miRNA",
    "targets": "target",
    "effects": "effect",
    "cargo": "cargo",
    "vesicle": "vesicle",
}
"""Short name of each slot."""

_COLUMNS = (
    ("msc_source", "MSC source", 3),
    ("disease_model", "disease model", 4),
    ("mirnas", "miRNA", 4),
    ("targets", "target", 5),
    ("effects", "effect", 7),
    ("cargo", "cargo", 3),
)
"""Slot, heading and relative width of the columns of the table."""

_OPTIONAL = {"cargo"}
_ID_LENGTH = 8  # enough to tell findings apart; other commands take the beginning of an id
_PLAIN_WIDTH = 150
_DOUBT = {"negated": "not: ", "hedged": "maybe: "}


def console() -> Console:
    """A console on standard output as it is now; wide where there is no terminal."""
    width = None if sys.stdout.isatty() or os.environ.get("COLUMNS") else _PLAIN_WIDTH
    return Console(file=sys.stdout, width=width, highlight=False, markup=False, emoji=False)


@contextmanager
def progress(total: int) -> Iterator[Callable[[str], None]]:
    """A progress bar on standard error; call what it yields when an input is done."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    name = TextColumn("{task.fields[at]}", markup=False)
    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), name)
    with Progress(*columns, console=Console(stderr=True, highlight=False), transient=True,
                  redirect_stdout=False) as bar:
        task = bar.add_task("", total=total, at="")
        yield lambda path: bar.update(task, advance=1, at=clean(os.path.basename(path)))


def print_findings(document: Document, findings: list[Finding]) -> None:
    """A table of one document's findings; nothing but a line where there are none."""
    screen = console()
    if screen.is_terminal:
        _print_findings(screen, document, findings)
        return
    with screen.capture() as captured:
        _print_findings(screen, document, findings)
    # a pipe has no use for the spaces that fill the lines of a table
    print("\n".join(line.rstrip() for line in captured.get().split("\n")), end="")


def _print_findings(out: Console, document: Document, findings: list[Finding]) -> None:
    title = clean(document.title or "")
    head = Text(clean(document.doc_id), style="bold")
    if title:
        head.append(f"  {title}", style="default")
    out.print(head, overflow="ellipsis", no_wrap=True)
    if not findings:
        out.print("  no findings\n")
        return
    grid = Grid(box=None, pad_edge=True, padding=(0, 1), expand=True, header_style="underline")
    columns = [c for c in _COLUMNS if c[0] not in _OPTIONAL or any(f.slots(c[0]) for f in findings)]
    for _, heading, ratio in columns:
        grid.add_column(heading, ratio=ratio, overflow="fold")
    cited = any(f.citations for f in findings)
    if cited:
        grid.add_column("cited", ratio=2, min_width=5, overflow="fold")
    grid.add_column("id", no_wrap=True)
    for finding in findings:
        cells = [
            Text(joined(finding.slots(name)), style=STYLES[name].removeprefix("bold "))
            for name, _, _ in columns
        ]
        doubt = _DOUBT.get(finding.polarity)
        if doubt:
            # before whatever the finding is about: its effects, or else its targets
            at = 4 if finding.effects else 3
            cells[at] = Text(doubt, style="italic") + cells[at]
        if cited:
            cells.append(Text("; ".join(clean(c.marker) for c in finding.citations)))
        cells.append(Text(finding.finding_id[:_ID_LENGTH], style="dim"))
        grid.add_row(*cells)
    out.print(grid)
    out.print()


def pieces(text: str, start: int, finding: Finding) -> list[tuple[str, str | None]]:
    """A stretch of a document cut where the finding's mentions begin and end.

    Args:
        text: The stretch.
        start: Its offset in the document text, to which the mentions' offsets belong.
        finding: Whose mentions.

    Returns:
        ``(words, slot)`` in order, ``slot`` ``None`` between mentions; the words add up to
        ``text``. Of two mentions that overlap the earlier, then the longer one is marked.
    """
    spans = sorted(
        (s.start - start, -(s.end - start), name)
        for name in SLOT_ATTRIBUTES
        for s in finding.slots(name)
        if start <= s.start < s.end <= start + len(text)
    )
    out: list[tuple[str, str | None]] = []
    at = 0
    for begin, minus_end, name in spans:
        if begin < at:
            continue
        if begin > at:
            out.append((text[at:begin], None))
        out.append((text[begin:-minus_end], name))
        at = -minus_end
    if at < len(text):
        out.append((text[at:], None))
    return out


def marked(text: str, start: int, finding: Finding, colour: bool) -> Text:
    """``pieces`` in colour, or with ``[[slot:words]]`` around the mentions."""
    out = Text()
    for words, name in pieces(text, start, finding):
        words = clean(words)
        if name is None:
            out.append(words)
        elif colour:
            out.append(words, style=STYLES[name])
        else:
            out.append(f"[[{NAMES[name]}:{words}]]")
    return out


def print_explanation(finding: Finding, document: Document | None) -> None:
    """Why a finding is one: its slots and where they stand, its evidence marked, its rules.

    Args:
        finding: The finding.
        document: What it was found in, where it is at hand; shows mentions outside the evidence.
    """
    out = console()
    colour = out.is_terminal
    sure = "" if finding.confidence is None else f", confidence {finding.confidence:.2f}"
    place = f" · {clean(finding.section)}" if finding.section else ""
    head = f"{finding.finding_id}  {clean(finding.doc_id)}{place} ({finding.polarity}{sure})"
    out.print(Text(head, style="bold"), soft_wrap=True)
    for name in SLOT_ATTRIBUTES:
        for slot in finding.slots(name):
            out.print(_slot_line(name, slot, finding), soft_wrap=True)
    for evidence in finding.evidence:
        out.print(_evidence_line(evidence, finding, document, colour), soft_wrap=True)
    for context in _contexts(finding, document):
        assert document is not None
        line = Text("  from      ")
        line.append_text(marked(document.text[slice(*context)], context[0], finding, colour))
        out.print(line, soft_wrap=True)
    for cited in finding.citations:
        out.print(Text(f"  cited     {_cited(cited)}"), soft_wrap=True)
    for rule in finding.rules:
        out.print(Text(f"  rule      {rule}"), soft_wrap=True)
    out.print()


def _slot_line(name: str, slot: Slot, finding: Finding) -> Text:
    line = Text(f"  {NAMES[name]:<9} ")
    line.append(shown(slot), style=STYLES[name])
    line.append(f"  {slot.id or 'no identifier'}")
    for attribute in SLOT_ATTRIBUTES[name]:
        value = getattr(slot, attribute)
        if value and attribute not in ("direction", "kind"):
            words = ", ".join(value) if isinstance(value, list) else str(value)
            line.append(f", {attribute} {clean(words)}")
    inside = any(e.start <= slot.start and slot.end <= e.end for e in finding.evidence)
    line.append(f"  “{clean(slot.text)}” at {slot.start}–{slot.end}")
    if not inside:
        line.append(", taken from the context", style="italic")
    return line


def _evidence_line(
    evidence: Evidence, finding: Finding, document: Document | None, colour: bool
) -> Text:
    text = evidence.text
    if text is None and document is not None:
        text = document.text[evidence.start : evidence.end]
    line = Text("  evidence  ")
    if evidence.page:
        line.append(f"(page {evidence.page}) ")
    return line.append_text(marked(text or "", evidence.start, finding, colour))


def _contexts(finding: Finding, document: Document | None) -> list[tuple[int, int]]:
    """Stretches around the mentions outside the evidence: about a sentence each, in order."""
    if document is None:
        return []
    found: list[tuple[int, int]] = []
    for name in SLOT_ATTRIBUTES:
        for slot in finding.slots(name):
            if any(e.start <= slot.start and slot.end <= e.end for e in finding.evidence):
                continue
            block = document.block_at(slot.start)
            low, high = (block.start, block.end) if block else (0, len(document.text))
            before = document.text.rfind(". ", low, slot.start)
            after = document.text.find(". ", slot.end, high)
            found.append((low if before < 0 else before + 2, high if after < 0 else after + 1))
    return sorted(set(found))


def _cited(cited: CitedStudy) -> str:
    parts = [cited.marker]
    parts += [clean(part) for part in (cited.reference, cited.title) if part]
    if cited.year:
        parts.append(str(cited.year))
    if cited.doi:
        parts.append(f"doi:{cited.doi}")
    if cited.pmid:
        parts.append(f"PMID {cited.pmid}")
    return " · ".join(dict.fromkeys(parts))


def print_document(document: Document) -> None:
    """The document as the program sees it: blocks, tables, references and what went wrong."""
    out = console()

    def head(text: str) -> None:
        out.print(Text(clean(text), style="bold underline"))

    def lines(found: Iterable[str]) -> None:
        for text in found:
            out.print(Text("  " + clean(text)), soft_wrap=True)
        out.print()

    source = document.source
    head(f"{document.doc_id}: {document.title or 'no title'}")
    pages = f", {len(document.geometry.page_sizes)} pages" if document.geometry else ""
    encoding = f", {source.encoding}" if source.encoding else ""
    lines([
        f"{source.kind}{encoding}{pages}; {len(document.text):,} characters, "
        f"{len(document.blocks)} blocks, {len(document.citations)} citations, "
        f"{len(document.references)} references, {len(document.tables)} tables"
    ])
    damage = [
        f"page {p.page}: damage {p.score:.2f} {', '.join(p.reasons)}"
        for p in document.damage
        if p.score > 0
    ]
    if document.warnings or damage:
        head("Warnings")
        lines([*document.warnings, *damage])
    for block in document.blocks:
        out.print(_block(document, block), soft_wrap=True)
    for table in document.tables:
        _print_table(out, table)
    if document.abbreviations:
        head("Abbreviations")
        lines(f"{short}: {long}" for short, long in document.abbreviations.items())
    if document.references:
        head("References")
        lines(
            r.raw if r.raw.lstrip("[(").startswith(r.key) else f"[{r.key}] {r.raw}"
            for r in document.references
        )


def _block(document: Document, block: Block) -> Text:
    text = Text()
    where = " › ".join(clean(p) for p in block.path) or clean(block.section or "")
    under = f" · {where}" if where and block.kind != "heading" else ""
    text.append(f"[{block.kind}{under}]", style="dim")
    text.append(" ")
    text.append(clean(document.text[block.start : block.end]),
                style="bold" if block.kind in ("title", "heading") else "default")
    text.append("\n")
    return text


def _print_table(out: Console, table: Table) -> None:
    caption = " ".join(clean(t) for t in (table.label, table.caption) if t)
    out.print(Text(caption or "Table", style="bold underline"), soft_wrap=True)
    width = max((c.column + c.column_span for c in table.cells), default=0)
    grid = Grid(show_header=False, show_lines=True)
    for _ in range(width):
        grid.add_column(overflow="fold")
    rows: dict[int, list[Text]] = {}
    for cell in table.cells:
        cells = rows.setdefault(cell.row, [Text() for _ in range(width)])
        cells[cell.column] = Text(clean(cell.text), style="bold" if cell.header else "default")
    for number in sorted(rows):
        grid.add_row(*rows[number])
    out.print(grid)
    for note in table.footnotes:
        out.print(Text("  " + clean(note)), soft_wrap=True)
    out.print()
