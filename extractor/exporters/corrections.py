"""A sheet that a curator corrected, back into findings.

Only what differs from what the program would write now counts as an edit, so that a sheet that
nobody touched changes nothing. Findings are told by the column ``finding_id``; the order of rows
and columns, and columns that somebody added, do not matter.
"""

from __future__ import annotations

import copy
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extractor.errors import GoldError
from extractor.exporters.rows import (
    COLUMNS,
    UNKNOWN,
    harmless,
    joined,
    joined_ids,
    row,
    unguarded,
)
from extractor.records import SINGLE_SLOTS, Finding, Slot

LABELS = {
    "msc_source": "msc_source_id",
    "disease_model": "disease_model_id",
    "mirnas": "mirna_ids",
    "targets": "target_ids",
    "effects": "effect_ids",
    "cargo": "cargo_ids",
    "vesicle": None,
}
"""The editable slots, each with the column of its identifiers."""

ATTRIBUTES = {
    "msc_organism": ("msc_source", "organism"),
    "msc_modifications": ("msc_source", "modifications"),
    "disease_organism": ("disease_model", "organism"),
    "disease_inducer": ("disease_model", "inducer"),
    "disease_setting": ("disease_model", "setting"),
}
"""Editable columns of one attribute of a slot that holds one filler."""

POLARITIES = ("asserted", "negated", "hedged")
_DIRECTIONS = {"targets": ("up", "down"), "effects": ("increase", "decrease")}
_SPLIT = re.compile(r"\s*;\s*")


@dataclass(slots=True)
class Result:
    """The corrected findings and a line for each thing that changed."""

    findings: list[Finding] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    changed: int = 0
    deleted: int = 0


def corrected(sheet: Path, findings: list[Finding]) -> Result:
    """Apply a corrected sheet to the findings it was made from.

    Args:
        sheet: CSV, TSV or XLSX as this program writes it, edited: rows deleted; labels, arrows,
            identifiers, attributes and polarity changed, fillers added or taken out.
        findings: The findings that the sheet was made from, in the order to keep.

    Raises:
        GoldError: The sheet cannot be read, or a row cannot be understood; names the row.
    """
    known = {f.finding_id: f for f in findings}
    edited: dict[str, tuple[int, dict[str, str]]] = {}
    for number, cells in _rows(sheet):
        name = cells.get("finding_id", "")
        if name not in known:
            reason = f"no finding has the id {name!r}; do not edit the column finding_id"
            raise GoldError(sheet, number, reason)
        if name in edited:
            raise GoldError(sheet, number, f"the id {name} stands in line {edited[name][0]} too")
        edited[name] = number, cells
    result = Result()
    for finding in findings:
        if finding.finding_id not in edited:
            result.deleted += 1
            result.changes.append(f"{finding.finding_id}: deleted")
            continue
        number, cells = edited[finding.finding_id]
        try:
            changed, lines = _apply(finding, cells)
        except ValueError as error:
            raise GoldError(sheet, number, str(error)) from None
        result.findings.append(changed)
        result.changed += bool(lines)
        result.changes += [f"{finding.finding_id}: {line}" for line in lines]
    return result


def _rows(sheet: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and cells by column of each row, as they were before ``harmless``."""
    read = _xlsx if sheet.suffix.lower() == ".xlsx" else _delimited
    lines = read(sheet)
    _, header = next(lines, (1, []))
    if "finding_id" not in header:
        raise GoldError(sheet, 1, "the column finding_id is missing; keep the first line")
    for number, cells in lines:
        if any(cells):
            padded = cells + [""] * (len(header) - len(cells))
            found = {h: unguarded(c.strip()) for h, c in zip(header, padded, strict=False)}
            yield number, found


def _delimited(sheet: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        text = sheet.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GoldError(sheet, None, error.strerror or str(error)) from None
    except UnicodeDecodeError:
        raise GoldError(sheet, None, "not UTF-8; save it as 'CSV UTF-8' or as XLSX") from None
    first = text.partition("\n")[0]
    # some Excels write semicolons where a comma marks decimals
    delimiter = max("\t,;", key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in rows:
            yield rows.line_num, cells
    except csv.Error as error:
        raise GoldError(sheet, rows.line_num, f"no {sheet.suffix} sheet: {error}") from None


def _xlsx(sheet: Path) -> Iterator[tuple[int, list[str]]]:
    import zipfile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(sheet, read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError):
        raise GoldError(sheet, None, "no Excel workbook; save it as .xlsx again") from None
    except OSError as error:
        raise GoldError(sheet, None, error.strerror or str(error)) from None
    try:
        page = book["findings"] if "findings" in book.sheetnames else book.worksheets[0]
        for number, cells in enumerate(page.iter_rows(values_only=True), 1):
            yield number, ["" if c is None else str(c) for c in cells]
    finally:
        book.close()


def _apply(finding: Finding, cells: dict[str, str]) -> tuple[Finding, list[str]]:
    """The finding with the edits of its row, and a line for each edited column."""
    made = copy.deepcopy(finding)
    lines: list[str] = []
    written = {
        name: unguarded(str(harmless(cell) or "").strip())
        for name, cell in zip(COLUMNS, row(finding), strict=True)
    }

    def differs(column: str | None) -> bool:
        return column is not None and column in cells and cells[column] != written[column]

    for slot, ids in LABELS.items():
        if not differs(slot) and not differs(ids):
            continue
        fillers = finding.slots(slot)
        if differs(slot):
            fillers = _fillers(slot, cells[slot], finding)
        if differs(ids):
            assert ids is not None
            fillers = _with_ids(fillers, cells[ids], ids)
        if slot in SINGLE_SLOTS:
            if len(fillers) > 1:
                raise ValueError(f"{slot} holds one filler, not {len(fillers)}: {cells[slot]!r}")
            setattr(made, slot, fillers[0] if fillers else None)
        else:
            setattr(made, slot, fillers)
        lines.append(f"{slot}: {_told(finding.slots(slot))} → {_told(fillers)}")
    for column, (slot, attribute) in ATTRIBUTES.items():
        if not differs(column):
            continue
        filler = getattr(made, slot)
        if filler is None:
            if cells[column]:
                raise ValueError(f"{column} is filled, but {slot} is empty; fill it too")
            continue
        value = cells[column]
        new = _list(value) if attribute == "modifications" else value or None
        setattr(made, slot, copy.copy(filler))
        setattr(getattr(made, slot), attribute, new)
        lines.append(f"{column}: {written[column] or '—'} → {value or '—'}")
    if differs("polarity"):
        if cells["polarity"] not in POLARITIES:
            raise ValueError(f"polarity {cells['polarity']!r} is none of {', '.join(POLARITIES)}")
        made.polarity = cells["polarity"]
        lines.append(f"polarity: {finding.polarity} → {made.polarity}")
    if lines:
        # a person has decided: the rules' estimate says nothing any more
        made.confidence = None
        made.rules = [*finding.rules, "corrected"]
    return made, lines


def _list(cell: str) -> list[str]:
    return [part for part in _SPLIT.split(cell) if part]


def _fillers(slot: str, cell: str, finding: Finding) -> list[Slot]:
    """Fillers from an edited cell.

    A label that was there keeps its place and identifier. If the number of fillers is unchanged,
    a new label takes the place of the old one at that position and loses its identifier. Anything
    else is looked up in the evidence; what is not found there stands, empty, where it begins.
    """
    old = finding.slots(slot)
    parts = _list(cell)
    fillers: list[Slot] = []
    for i, part in enumerate(parts):
        arrow = part[0] if part[0] in "↑↓" else ""
        label = part.removeprefix(arrow).strip()
        if not label:
            raise ValueError(f"{slot} holds an arrow without a label: {cell!r}")
        if arrow and slot not in _DIRECTIONS:
            raise ValueError(f"{slot} has no direction: {part!r}")
        same = next((s for s in old if joined([s]).lstrip("↑↓") == label), None)
        if same is not None:
            filler = copy.copy(same)
        elif len(parts) == len(old):
            filler = copy.copy(old[i])
            filler.label, filler.id = label, None
        else:
            filler = _placed(label, finding)
        if slot in _DIRECTIONS:
            up, down = _DIRECTIONS[slot]
            filler.direction = {"↑": up, "↓": down}.get(arrow, "none")
        fillers.append(filler)
    return fillers


def _placed(label: str, finding: Finding) -> Slot:
    for evidence in finding.evidence:
        text = evidence.text or ""
        at = text.casefold().find(label.casefold())
        if at >= 0 and len(text.casefold()) == len(text):
            words = text[at : at + len(label)]
            start = evidence.start + at
            return Slot(words, start, start + len(words), label)
    start = finding.evidence[0].start if finding.evidence else 0
    return Slot("", start, start, label)


def _with_ids(fillers: list[Slot], cell: str, column: str) -> list[Slot]:
    ids = _list(cell)
    if ids and len(ids) != len(fillers):
        raise ValueError(
            f"{column} holds {len(ids)} identifiers for {len(fillers)} labels; "
            f"write {UNKNOWN} where there is none"
        )
    out = [copy.copy(f) for f in fillers]
    for filler, new in zip(out, ids or [UNKNOWN] * len(out), strict=True):
        filler.id = None if new == UNKNOWN else new
    return out


def _told(fillers: list[Slot]) -> str:
    ids = joined_ids(fillers)
    return (joined(fillers) or "—") + (f" ({ids})" if ids else "")
