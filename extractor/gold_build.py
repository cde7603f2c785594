"""From annotations in short form to gold: find the places, fill in the identifiers.

A row of the short form is one finding. It names the sentence by a ``quote`` and the mentions by
their words; see ``ROW_HELP``. Whatever cannot be located is reported with file, line and field,
and left out of the gold until a person has corrected the row.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from extractor.errors import GoldError, ReadError
from extractor.gold import (
    MANIFEST,
    GoldDocument,
    load_manifest,
    places,
    read_rows,
    source_text,
    write_manifest,
)
from extractor.gold_row import Place, Row
from extractor.gold_vocabulary import load_vocabularies
from extractor.records import Document, Finding

ROW_HELP = """\
doc             name of the document's file, without suffix (a unique beginning is enough)
quote           words of the sentence that states the finding, or a list of such quotes
section         heading it stands under, or null (then the reader's own is taken)
msc_source      {"text": words, "label": "BM-MSC"} or null
organism_cells, modifications      "rat", ["overexpresses miR-21"]
disease_model   {"text": words, "label": "stroke"} or null
organism_model, inducer, setting   "mouse", "cisplatin", "in vivo"
mirnas          ["miR-21"], or ["miR-21", words]
targets         [symbol, direction] or [symbol, direction, words]
effects         [concept, direction, words]
cargo           [label] or [label, words]
vesicle         words, or null for none; the nearest vesicle word if the key is missing
polarity        asserted, negated, hedged
citations       markers as printed
spans           {"effects.0": [start, end], "msc_source": [start, end]}: offsets in the source file,
                for what the words alone cannot locate
Any mention may be an object too: {"label", "text", "direction", "kind", "id"}.
Words "a ... b" reach from a to b.
"""

_KEYS = frozenset({
    "doc", "quote", "section", "msc_source", "organism_cells", "modifications", "disease_model",
    "organism_model", "inducer", "setting", "mirnas", "targets", "effects", "cargo", "vesicle",
    "polarity", "citations", "spans", "note",
})


@dataclass(slots=True)
class Problem:
    """Something a person has to correct: where it stands and what it is."""

    file: str
    line: int
    doc: str
    field: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.doc}: {self.field}: {self.reason}"


@dataclass(slots=True)
class Built:
    """What came of building: gold findings by document (source spans), and what went wrong."""

    findings: dict[str, list[Finding]] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    paths: dict[str, Path] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    unknown: dict[str, list[str]] = field(default_factory=dict)


class Builder:
    """Turns rows of the short form into gold findings.

    Args:
        corpus: Folders with the documents, before the usual ones.
        patterns: Folder with lexicons of the user's own.
        keep: Keep mentions that cannot be located, at the place of the quote: for measuring the
            agreement of annotations, where labels matter more than places.
    """

    def __init__(self, corpus: Sequence[Path] = (), patterns: Path | None = None,
                 keep: bool = False) -> None:
        self.keep = keep
        self.folders = places(corpus)
        self.vocabularies = load_vocabularies(patterns)
        self._places: dict[str, Place] = {}
        self._names: dict[str, str] = {}

    def build(self, paths: Sequence[Path], empty: Sequence[str] = ()) -> Built:
        """Build the gold of every row of some files.

        Args:
            paths: The files.
            empty: Names of documents that hold no finding; they get an empty gold file.

        Raises:
            GoldError: The file is no JSON Lines file.
        """
        built = Built()
        for name in empty:
            doc_id = self._document(built, name)
            if doc_id is None:
                raise GoldError(name, None, "no one document of this name; check --also, --corpus")
            built.findings[doc_id] = []
        ids: dict[str, str] = {}
        for path in paths:
            for line, row in read_rows(path):
                finding = self._row(built, str(path), line, row)
                if finding is None:
                    continue
                if finding.finding_id in ids:
                    built.problems.append(Problem(
                        str(path), line, finding.doc_id, "row",
                        f"the same as {ids[finding.finding_id]}; delete one",
                    ))
                    continue
                ids[finding.finding_id] = f"{path}:{line}"
                built.findings.setdefault(finding.doc_id, []).append(finding)
        for found in built.findings.values():
            found.sort(key=lambda f: (f.evidence[0].start, f.evidence[0].end, f.finding_id))
        for slot, labels in built.unknown.items():
            built.unknown[slot] = sorted(set(labels))
        return built

    def _document(self, built: Built, name: str) -> str | None:
        """Read the document a row names; its id, or ``None`` when there is none."""
        if name in self._names:
            doc_id = self._names[name]
            if doc_id in built.documents:
                return doc_id
        from extractor.readers import SUFFIXES, read

        found: dict[str, Path] = {}
        for folder in self.folders:
            for path in sorted(folder.iterdir()):
                if path.is_file() and path.suffix.lower() in SUFFIXES:
                    if name in (path.name, path.stem):
                        found = {path.stem: path}
                        break
                    if path.stem.startswith(name):
                        found.setdefault(path.stem, path)
            if name in found:
                break
        if len(found) != 1:
            return None
        (doc_id, path), = found.items()
        document = read(path, doc_id=doc_id)
        built.documents[doc_id], built.paths[doc_id] = document, path
        self._names[name] = doc_id
        self._places[doc_id] = Place(
            document, source_text(path, document), self.vocabularies, self.keep)
        return doc_id

    def _row(self, built: Built, file: str, line: int, row: dict[str, Any]) -> Finding | None:
        name = str(row.get("doc") or "")
        problems: list[Problem] = []

        def problem(what: str, reason: str) -> None:
            problems.append(Problem(file, line, name or "?", what, reason))

        finding: Finding | None = None
        for key in sorted(set(row) - _KEYS):
            problem(key, "unknown key; correct its name or delete it")
        if not name:
            problem("doc", "missing; name the document's file")
        else:
            try:
                doc_id = self._document(built, name)
            except ReadError as error:
                doc_id = None
                problem("doc", str(error))
            else:
                if doc_id is None:
                    looked = ", ".join(map(str, self.folders)) or "no folder"
                    problem("doc", f"no one file of this name in {looked}; name its folder with "
                                   "--corpus")
            if doc_id is not None:
                maker = Row(self._places[doc_id], row, problem)
                finding = maker.finding()
                built.notes += [Problem(file, line, name, *note) for note in maker.notes]
                for slot, label in maker.unknown:
                    built.unknown.setdefault(slot, []).append(label)
        built.problems += problems
        return finding


def write_gold(built: Built, folder: Path) -> list[Path]:
    """Write one file per document and bring the manifest up to date; other documents stay.

    Raises:
        GoldError: The manifest that stands there is damaged.
    """
    folder.mkdir(parents=True, exist_ok=True)
    known: dict[str, GoldDocument] = {}
    if (folder / MANIFEST).exists():
        known = load_manifest(folder)
    out = []
    for doc_id, findings in sorted(built.findings.items()):
        path = folder / f"{doc_id}.jsonl"
        lines = [json.dumps(f.to_json(), ensure_ascii=False) + "\n" for f in findings]
        path.write_text("".join(lines), encoding="utf-8")
        out.append(path)
        source = built.documents[doc_id].source
        old = known.get(doc_id)
        made = GoldDocument(doc_id, built.paths[doc_id].name, source.sha256)
        known[doc_id] = replace(made, get=old.get) if old else made
    write_manifest(folder, known.values())
    return out

