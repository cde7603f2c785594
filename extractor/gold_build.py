"""From annotations in short form to gold: find the places, fill in the identifiers.

A row of the short form is one finding. It names the sentence by a ``quote`` and the mentions by
their words; see ``ROW_HELP``. Whatever cannot be located is reported with file, line and field,
and left out of the gold until a person has corrected the row.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.errors import GoldError, ReadError
from extractor.gold import (
    CHOICES,
    KINDS,
    POLARITIES,
    SETTINGS,
    GoldDocument,
    load_manifest,
    places,
    read_rows,
    write_manifest,
)
from extractor.gold_locate import Hit, Locator
from extractor.gold_vocabulary import (
    Vocabulary,
    load_vocabularies,
    mirna_accession,
)
from extractor.matching import mirna_key, squeeze
from extractor.records import CitedStudy, Document, Evidence, Finding, Slot

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
_VESICLE = re.compile(
    r"(?P<exosome>exosomes?\b|(?<![A-Za-z])exos?\b|\w*-exos?\b)"
    r"|(?P<micro>microvesicles?|\bMVs?\b)"
    r"|(?P<ev>extracellular vesicles?|\b[sl]?EVs?\b|vesicles?)", re.I)
_PATHWAY = re.compile(r"signal+ing|pathway|/|axis|cascade", re.I)
_PATHWAY_WORD = re.compile(r"\s*\b(?:signal+ing|pathway|axis|cascade)s?\b\s*", re.I)
_CARGO_WORD = re.compile(r"\s*\b(?:protein|mRNA|lncRNA|circRNA|lipid|RNA)s?\b\s*", re.I)
_FAR = 600
"""A mention further from its sentence than this, in characters, is worth a second look."""


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
        patterns: Folder of lexicons; ``None`` for the program's own.
        keep: Keep mentions that cannot be located, at the place of the quote: for measuring the
            agreement of annotations, where labels matter more than places.
    """

    def __init__(self, corpus: Sequence[Path] = (), patterns: Path | None = None,
                 keep: bool = False) -> None:
        self.keep = keep
        self.folders = places(corpus)
        self.vocabularies = load_vocabularies(patterns)
        self._locators: dict[str, Locator] = {}
        self._mirnas: dict[str, list[tuple[tuple[str, str], Hit]]] = {}
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
        if doc_id not in self._locators:
            self._locators[doc_id] = Locator(document.text)
            self._mirnas[doc_id] = _mirnas(document.text)
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
                maker = _Row(self, built, doc_id, row, problem)
                finding = maker.finding()
                built.notes += [Problem(file, line, name, *note) for note in maker.notes]
        built.problems += problems
        return finding


class _Row:
    """One row on its way to a finding."""

    def __init__(self, builder: Builder, built: Built, doc_id: str, row: dict[str, Any],
                 problem: Callable[[str, str], None]) -> None:
        self.builder, self.built, self.doc_id, self.row = builder, built, doc_id, row
        self.problem = problem
        self.notes: list[tuple[str, str]] = []
        self.document = built.documents[doc_id]
        self.locator = builder._locators[doc_id]
        self.quote = (0, 0)
        self.sentence = (0, 0)
        spans = row.get("spans") or {}
        self.spans: dict[str, Any] = spans if isinstance(spans, dict) else {}

    def finding(self) -> Finding | None:
        evidence = self._evidence()
        if evidence is None:
            return None
        row, doc = self.row, self.document
        for key, allowed in (("polarity", POLARITIES), ("setting", SETTINGS)):
            value = row.get(key)
            if value is not None and value not in allowed:
                self.problem(key, f"unknown {value!r}; use one of {', '.join(sorted(allowed))}")
        source = self._single("msc_source")
        if source is not None:
            source.organism = row.get("organism_cells")
            source.modifications = [str(m) for m in row.get("modifications") or []]
        disease = self._single("disease_model")
        if disease is not None:
            disease.organism = row.get("organism_model")
            disease.inducer = row.get("inducer")
            disease.setting = row.get("setting")
        block = doc.block_at(evidence[0].start)
        made = Finding(
            finding_id="", doc_id=self.doc_id,
            section=row.get("section") or (block.section if block else None),
            msc_source=source, disease_model=disease,
            mirnas=self._many("mirnas"), targets=self._many("targets"),
            effects=self._many("effects"), cargo=self._many("cargo"), vesicle=self._vesicle(),
            polarity=row.get("polarity") or "asserted",
            evidence=[Evidence(*self._to_source(e.start, e.end)) for e in evidence],
            citations=self._citations(),
        )
        made.finding_id = f"{self.doc_id}-{_digest(made)}"
        return made

    def _evidence(self) -> list[Evidence] | None:
        quotes = self.row.get("quote")
        quotes = [quotes] if isinstance(quotes, str) else quotes
        if not isinstance(quotes, list) or not quotes or not all(
            isinstance(q, str) and squeeze(q) for q in quotes
        ):
            self.problem("quote", "missing; copy some words of the sentence")
            return None
        out: list[Evidence] = []
        for quote in quotes:
            hits = self.locator.quote(quote)
            if out and len(hits) > 1:
                near = self.locator.nearest(hits, self.quote, self.sentence)
                hits = [near] if near else []
            if not hits:
                self.problem("quote", f"not in the text: {_short(quote)}; copy it letter by letter "
                                      "from the document")
                return None
            if len(hits) > 1:
                self.problem("quote", f"stands {len(hits)} times in the text: {_short(quote)}; "
                                      "make it longer")
                return None
            start, end = hits[0].start, hits[0].end
            if not out:
                self.quote, self.sentence = (start, end), self.locator.sentence(start, end)
            span = self.locator.sentence(start, end)
            if all((e.start, e.end) != span for e in out):
                out.append(Evidence(*span))
        return out

    def _single(self, name: str) -> Slot | None:
        value = self.row.get(name)
        if not value:
            return None
        if not isinstance(value, dict):
            self.problem(name, 'must be {"text": …, "label": …} or null')
            return None
        return self._slot(name, name, value)

    def _many(self, name: str) -> list[Slot]:
        values = self.row.get(name) or []
        if not isinstance(values, list):
            self.problem(name, "must be a list")
            return []
        if name == "mirnas" and len(values) == 2 and all(isinstance(v, str) for v in values) and (
            mirna_key(values[1]) is None
        ):
            values = [values]  # one [label, words]
        out = []
        for i, value in enumerate(values):
            where = f"{name}.{i}"
            item: dict[str, Any]
            if isinstance(value, dict):
                item = value
            elif isinstance(value, str):
                item = {"label": value}
            elif isinstance(value, list) and value and all(isinstance(v, str) for v in value):
                keys = ("label", "direction", "text") if name in CHOICES else ("label", "text")
                item = dict(zip(keys, value, strict=False))
            else:
                self.problem(where, f"cannot be understood: {json.dumps(value)}")
                continue
            slot = self._slot(name, where, item)
            if slot is not None:
                out.append(slot)
        return out

    def _slot(self, name: str, where: str, item: dict[str, Any]) -> Slot | None:
        label = str(item.get("label") or "").strip()
        words = str(item.get("text") or "").strip()
        if not label:
            self.problem(where, "has no label")
            return None
        vocabulary = self.builder.vocabularies[name]
        entry = vocabulary.get(label)
        hit = self._span(where)
        if hit is None:
            hits = self._hits(name, label, words, vocabulary)
            hit = self.locator.nearest(hits, self.quote, self.sentence)
        if hit is None:
            shown = _short(words or label)
            self.problem(where, f"{shown} not in the text; give its words as they stand there, or "
                                f'"spans": {{"{where}": [start, end]}}')
            if not self.builder.keep:
                return None
            hit = Hit(*self.quote)
        far = max(self.sentence[0] - hit.end, hit.start - self.sentence[1])
        if far > _FAR:
            self.notes.append((where, f"{_short(words or label)} found only {far} characters away "
                                      "from the quote; check that it is the one meant"))
        if name == "mirnas":
            entry, curie = None, mirna_accession(label, vocabulary)
        else:
            curie = entry.id if entry else None
        slot = Slot(
            text=self.document.text[hit.start : hit.end], start=hit.start, end=hit.end,
            label=entry.label if entry else label, id=item.get("id") or curie,
        )
        if slot.id is None and entry is None and name != "mirnas":
            self.built.unknown.setdefault(name, []).append(label)
        if name in CHOICES:
            slot.direction = item.get("direction") or "none"
            if slot.direction not in CHOICES[name]:
                known = ", ".join(sorted(str(c) for c in CHOICES[name]))
                self.problem(where, f"unknown direction {slot.direction!r}; use one of {known}")
                return None
        if name == "targets":
            kind = item.get("kind") or (entry.kind if entry else None)
            slot.kind = kind if kind in KINDS else (
                "pathway" if _PATHWAY.search(label) else "gene")
        slot.start, slot.end = self._to_source(slot.start, slot.end)
        return slot

    def _span(self, where: str) -> Hit | None:
        """The place that the row itself gives, as document text offsets."""
        given = self.spans.get(where)
        if given is None:
            return None
        if not (isinstance(given, list) and len(given) == 2 and all(
            type(g) is int for g in given
        )):
            self.problem(f"spans.{where}", "must be [start, end]")
            return None
        alignment = self.document.alignment
        span = alignment.span_from_source(*given) if alignment else tuple(given)
        if span is None:
            self.problem(f"spans.{where}", "no part of the document text stands there")
            return None
        return Hit(span[0], span[1])

    def _hits(self, name: str, label: str, words: str, vocabulary: Vocabulary) -> list[Hit]:
        if words:
            hits = self.locator.hits(words)
            if hits or name not in ("mirnas", "targets"):
                return hits
        if name == "mirnas":
            key = mirna_key(label)
            known = self.builder._mirnas[self.doc_id]
            found = [h for k, h in known if k == key] if key else []
            if not found and key and key[1]:
                found = [Hit(h.start, h.end, 1) for k, h in known if k[0] == key[0] and not k[1]]
            return found or self.locator.mirna(label)
        hits = self.locator.hits(label)
        entry = vocabulary.get(label)
        forms = [label, *(entry.synonyms if entry else ())]
        if entry:
            forms.append(entry.label)
        if name == "cargo":
            bare = _CARGO_WORD.sub(" ", label).strip()
            named = self.builder.vocabularies["targets"].get(bare)
            forms += [bare, *((named.label, *named.synonyms) if named else ())]
        if name == "targets":
            forms.append(_PATHWAY_WORD.sub(" ", label).strip())
        seen: dict[tuple[int, int], Hit] = {(h.start, h.end): h for h in hits}
        for form in forms:
            for hit in self.locator.hits(form) if squeeze(form) else []:
                short = len(squeeze(form)) <= 4 and hit.flaw
                seen.setdefault((hit.start, hit.end), Hit(
                    hit.start, hit.end, hit.flaw + (20 if short else 0)))
        return list(seen.values())

    def _vesicle(self) -> Slot | None:
        vocabulary = self.builder.vocabularies["vesicle"]
        hit: Hit | None = self._span("vesicle")
        if hit is None and "vesicle" in self.row:
            words = self.row["vesicle"]
            if not words:
                return None
            hit = self.locator.nearest(self.locator.hits(str(words)), self.quote, self.sentence)
            if hit is None:
                self.problem("vesicle", f"{_short(str(words))} not in the text")
                return None
        if hit is None:
            hits = [Hit(*m.span()) for m in _VESICLE.finditer(self.document.text)]
            hit = self.locator.nearest(hits, self.quote, self.sentence)
            if hit is None or self.sentence[0] - hit.end > 1500:
                return None
        text = self.document.text[hit.start : hit.end]
        match = _VESICLE.search(text)
        kind = match.lastgroup if match else "ev"
        label = {"exosome": "exosome", "micro": "microvesicle"}.get(
            kind or "ev", "extracellular vesicle")
        entry = vocabulary.get(label)
        return Slot(text, *self._to_source(hit.start, hit.end), label, entry.id if entry else None)

    def _citations(self) -> list[CitedStudy]:
        return [CitedStudy(str(value)) for value in self.row.get("citations") or []]

    def _to_source(self, start: int, end: int) -> tuple[int, int]:
        return self.document.source_span(start, end) or (start, end)


def _mirnas(text: str) -> list[tuple[tuple[str, str], Hit]]:
    """Every miRNA that the program's own grammar of names finds in a text."""
    from extractor.mirna import find

    out = []
    for name in find(text):
        key = mirna_key(name.label)
        if key is not None:
            out.append((key, Hit(name.start, name.end)))
    return out


def _short(words: str) -> str:
    return json.dumps(words if len(words) <= 60 else words[:57] + "…", ensure_ascii=False)


def _digest(finding: Finding) -> str:
    data = finding.to_json()
    data.pop("finding_id")
    for key in ("section", "citations"):
        data.pop(key)
    text = json.dumps(data, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def write_gold(built: Built, folder: Path) -> list[Path]:
    """Write one file per document and bring the manifest up to date; other documents stay.

    Raises:
        GoldError: The manifest that stands there is damaged.
    """
    folder.mkdir(parents=True, exist_ok=True)
    known: dict[str, GoldDocument] = {}
    if (folder / "manifest.toml").exists():
        known = load_manifest(folder)
    out = []
    for doc_id, findings in sorted(built.findings.items()):
        path = folder / f"{doc_id}.jsonl"
        lines = []
        for finding in findings:
            data = finding.to_json()
            lines.append(json.dumps(data, ensure_ascii=False) + "\n")
        path.write_text("".join(lines), encoding="utf-8")
        out.append(path)
        source = built.documents[doc_id].source
        old = known.get(doc_id)
        made = GoldDocument(doc_id, built.paths[doc_id].name, source.sha256)
        known[doc_id] = GoldDocument(doc_id, made.file, made.sha256, old.get) if old else made
    write_manifest(folder, known.values())
    return out


__all__ = ["ROW_HELP", "Builder", "Built", "GoldError", "Problem", "write_gold"]
