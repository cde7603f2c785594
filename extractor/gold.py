"""Gold and findings files: load, validate, and bring to the text of their documents.

A gold folder holds one ``<doc_id>.jsonl`` per document and ``manifest.toml``, which names each
document's file and its sha256. Spans in gold files count in code points of the **decoded source
file**; findings files written by the program count in the document text. ``resolve`` leads from
the first to the second through the reader's alignment.
"""

from __future__ import annotations

import hashlib
import json
import os
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from extractor.errors import GoldError
from extractor.records import SLOT_ATTRIBUTES, Document, Evidence, Finding, Slot

MANIFEST = "manifest.toml"
CHOICES: dict[str, frozenset[str | None]] = {
    "targets": frozenset({"up", "down", "none"}),
    "effects": frozenset({"increase", "decrease", "none"}),
}
"""The directions that a slot knows."""
POLARITIES = frozenset({"asserted", "negated", "hedged"})
KINDS = frozenset({"gene", "family", "pathway"})
SETTINGS = frozenset({"in vivo", "in vitro", "ex vivo", "clinical"})


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """What the manifest says of one document."""

    doc_id: str
    file: str
    sha256: str
    get: str = "corpus/manifest.toml says where to get it"


@dataclass(slots=True)
class Located:
    """A finding and the line of the file it stands in."""

    finding: Finding
    file: str
    line: int


@dataclass(slots=True)
class GoldSet:
    """A gold folder: its documents and their findings, spans still those of the source files."""

    folder: Path
    documents: dict[str, GoldDocument] = field(default_factory=dict)
    findings: dict[str, list[Located]] = field(default_factory=dict)


def read_rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a JSON Lines file with their 1-based line numbers; blank lines are skipped.

    Raises:
        GoldError: The file cannot be read or a line is no JSON object.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise GoldError(path, None, f"cannot be read ({reason}); check the path") from None
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise GoldError(path, number, f"no JSON ({error}); one object per line") from None
        if not isinstance(row, dict):
            raise GoldError(path, number, "no JSON object; write one finding per line")
        yield number, row


def load_findings(path: Path) -> list[Located]:
    """The findings of one JSON Lines file, validated.

    Raises:
        GoldError: Names file, line, reason and remedy; a duplicate ``finding_id`` is an error.
    """
    out: list[Located] = []
    seen: dict[str, int] = {}
    for number, row in read_rows(path):
        try:
            finding = Finding.from_json(row)
        except KeyError as error:
            raise GoldError(path, number, f"key {error} is missing; every finding has it") from None
        except (TypeError, ValueError) as error:
            remedy = "see the schema in FINDINGS.md; allowed slots: " + ", ".join(SLOT_ATTRIBUTES)
            raise GoldError(path, number, f"{error}; {remedy}") from None
        reason = _wrong(finding)
        if reason:
            raise GoldError(path, number, reason)
        if finding.finding_id in seen:
            raise GoldError(
                path, number,
                f"finding_id {finding.finding_id!r} stands in line {seen[finding.finding_id]} "
                "already; give it another id or delete the copy",
            )
        seen[finding.finding_id] = number
        out.append(Located(finding, str(path), number))
    return out


def _wrong(finding: Finding) -> str | None:
    """What is wrong with the values of a finding, or ``None``."""
    if finding.polarity not in POLARITIES:
        return f"unknown polarity {finding.polarity!r}; use one of {_names(POLARITIES)}"
    for name in SLOT_ATTRIBUTES:
        for slot in finding.slots(name):
            where = f"{name} {slot.label!r}"
            if not _is_span(slot.start, slot.end) or slot.end == slot.start:
                return f"{where} has no proper span [{slot.start}, {slot.end}); correct start, end"
            if not isinstance(slot.label, str) or not slot.label.strip():
                return f"{name} at {slot.start} has no label; give it one"
            if name in CHOICES and slot.direction not in CHOICES[name]:
                known = _names(CHOICES[name])
                return f"{where} has unknown direction {slot.direction!r}; use one of {known}"
            if name == "targets" and slot.kind is not None and slot.kind not in KINDS:
                return f"{where} has unknown kind {slot.kind!r}; use one of {_names(KINDS)}"
            if slot.setting is not None and slot.setting not in SETTINGS:
                return f"{where} has unknown setting {slot.setting!r}: {_names(SETTINGS)} are known"
    for evidence in finding.evidence:
        if not _is_span(evidence.start, evidence.end):
            return f"evidence has no proper span [{evidence.start}, {evidence.end}); correct it"
    return None


def _names(values: Iterable[str | None]) -> str:
    return ", ".join(sorted(str(v) for v in values))


def _is_span(start: Any, end: Any) -> bool:
    return type(start) is int and type(end) is int and 0 <= start <= end


def load_manifest(folder: Path) -> dict[str, GoldDocument]:
    """The documents of a gold folder, by id.

    Raises:
        GoldError: The manifest is missing or damaged.
    """
    path = folder / MANIFEST
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise GoldError(
            path, None, "no manifest; name the gold folder, or make one with 'extractor gold build'"
        ) from None
    except ValueError as error:
        raise GoldError(path, None, f"no TOML ({error}); correct that line") from None
    out: dict[str, GoldDocument] = {}
    for doc_id, entry in sorted(data.get("documents", {}).items()):
        try:
            made = GoldDocument(
                doc_id=doc_id, **{k: str(v) for k, v in dict(entry).items()}
            )
        except TypeError:
            raise GoldError(
                path, None, f"[documents.{doc_id}] needs file, sha256 and may have get"
            ) from None
        out[doc_id] = made
    return out


def write_manifest(folder: Path, documents: Iterable[GoldDocument]) -> None:
    """Write the manifest, documents sorted by id."""
    lines = ["# The documents that the gold files annotate; spans count in their decoded text."]
    for entry in sorted(documents, key=lambda d: d.doc_id):
        lines += [
            "", f"[documents.{json.dumps(entry.doc_id)}]",
            f"file = {json.dumps(entry.file)}",
            f"sha256 = {json.dumps(entry.sha256)}",
            f"get = {json.dumps(entry.get, ensure_ascii=False)}",
        ]
    (folder / MANIFEST).write_text("\n".join(lines) + "\n", encoding="utf-8")


def load_gold(path: Path) -> GoldSet:
    """A gold folder, or one file of it.

    Raises:
        GoldError: A file is missing or wrong, names an unlisted document, or repeats an id.
    """
    folder = path.parent if path.is_file() else path
    gold = GoldSet(folder, load_manifest(folder))
    owner: dict[str, str] = {}
    chosen = [path] if path.is_file() else [folder / f"{d}.jsonl" for d in gold.documents]
    for file in chosen:
        doc_id = file.stem
        if doc_id not in gold.documents:
            raise GoldError(file, None, f"not listed in {MANIFEST}; add [documents.{doc_id}]")
        found = load_findings(file)
        for item in found:
            if item.finding.doc_id != doc_id:
                raise GoldError(
                    file, item.line, f"doc_id {item.finding.doc_id!r} in the file of {doc_id!r}; "
                    "move the line to its own file",
                )
            before = owner.setdefault(item.finding.finding_id, f"{file}:{item.line}")
            if before != f"{file}:{item.line}":
                raise GoldError(
                    file, item.line, f"finding_id {item.finding.finding_id!r} stands in {before} "
                    "already; give it another id",
                )
        gold.findings[doc_id] = found
    gold.documents = {d: gold.documents[d] for d in gold.findings}
    return gold


def places(corpus: Sequence[Path], folder: Path | None = None) -> list[Path]:
    """The folders in which documents are looked up: the user's, the project's, the data's."""
    out: list[Path] = []
    roots = [*corpus]
    if folder is not None:
        own = folder.resolve()
        roots += [own.parent / "corpus", own.parent.parent / "corpus" / own.name]
    roots.append(Path("corpus"))
    data = os.environ.get("EXTRACTOR_DATA")
    if data:
        roots.append(Path(data) / "corpus")
    for root in roots:
        out += [root, root / "papers", root / "written"]
    return [p for p in dict.fromkeys(out) if p.is_dir()]


def find_document(entry: GoldDocument, folders: Sequence[Path]) -> Path:
    """The file of a gold document with the right content.

    Raises:
        GoldError: It is nowhere, or only with other content than the gold was made on.
    """
    changed: Path | None = None
    for folder in folders:
        path = folder / entry.file
        if path.is_file():
            if hashlib.sha256(path.read_bytes()).hexdigest() == entry.sha256:
                return path
            changed = changed or path
    if changed:
        raise GoldError(
            changed, None, "the source text has changed since its gold was made (sha256 differs); "
            f"restore the file or rebuild the gold of {entry.doc_id}",
        )
    raise GoldError(
        entry.file, None, f"document not found; {entry.get}; then name its folder with --corpus or "
        "EXTRACTOR_DATA",
    )


def source_text(path: Path, document: Document) -> str:
    """The decoded source file, which gold spans count in.

    For documents without an alignment (PDF) that is the document text.
    """
    if document.alignment is None:
        return document.text
    encoding = document.source.encoding or "utf-8"
    return path.read_bytes().decode("utf-8-sig" if encoding == "utf-8" else encoding, "replace")


def resolve(
    finding: Finding, document: Document, file: str, line: int | None, length: int
) -> Finding:
    """The finding with spans in the document text instead of the source file.

    Args:
        finding: A gold finding.
        document: The document as read; without an alignment (PDF) spans are left as they are.
        file: Where the finding stands, for messages.
        line: The line there.
        length: Length of the decoded source (``source_text``).

    Raises:
        GoldError: A span points past the end of the source, or to text that the reader keeps out
            of the document.
    """
    alignment = document.alignment

    def moved(start: int, end: int, what: str) -> tuple[int, int]:
        if end > length:
            raise GoldError(
                file, line, f"{what} points past the end of {document.doc_id} "
                f"({end} > {length}); correct its span",
            )
        if alignment is None:
            return start, end
        span = alignment.span_from_source(start, end)
        if span is None:
            raise GoldError(
                file, line, f"{what} [{start}, {end}) is not part of the document text of "
                f"{document.doc_id}; choose a mention in running text",
            )
        return span

    made: dict[str, Any] = {}
    for name in SLOT_ATTRIBUTES:
        slots: list[Slot] = []
        for slot in finding.slots(name):
            start, end = moved(slot.start, slot.end, f"{name} {slot.label!r}")
            slots.append(replace(slot, start=start, end=end))
        single = name in ("msc_source", "disease_model", "vesicle")
        made[name] = (slots[0] if slots else None) if single else slots
    evidence: list[Evidence] = []
    for item in finding.evidence:
        start, end = moved(item.start, item.end, "evidence")
        evidence.append(replace(item, start=start, end=end))
    return replace(finding, evidence=evidence, **made)
