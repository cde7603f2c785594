"""Does the gold hold? Offsets, labels, identifiers and citations against texts and lexicons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extractor.errors import ExtractorError, GoldError
from extractor.gold import Located, find_document, load_gold, places, resolve, source_text
from extractor.gold_vocabulary import Vocabulary, load_vocabularies, mirna_accession
from extractor.matching import mirna_key, squeeze
from extractor.records import SLOT_ATTRIBUTES, Document, Finding, Slot

ID_FORMS: dict[str, re.Pattern[str]] = {
    "msc_source": re.compile(r"(UBERON|CL):\d{7}"),
    "disease_model": re.compile(r"DOID:\d+|MESH:[CD]\d+"),
    "mirnas": re.compile(r"MI(MAT)?\d{7}"),
    "targets": re.compile(r"HGNC:\d+|GO:\d{7}|FPLX:\w+|R-HSA-\d+|(REACT|REACTOME):R-HSA-\d+"
                          r"|(MGI|RGD|CHEBI|MESH):\w+"),
    "effects": re.compile(r"(GO|HP|MP|CL|DOID):\d+|MESH:[CD]\d+"),
    "cargo": re.compile(r"[A-Za-z]+:\S+|MI(MAT)?\d{7}"),
    "vesicle": re.compile(r"GO:\d{7}"),
}
"""How the identifiers of each slot are written."""
_NEAR = 300
"""How far, in characters, a callout may stand from the evidence that it is given for."""


@dataclass(slots=True)
class Checked:
    """What a check came to; one line for each fault, each note, each document left out."""

    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    documents: int = 0
    findings: int = 0


def check(path: Path, corpus: Sequence[Path] = (), patterns: Path | None = None) -> Checked:
    """Check a gold folder or file.

    Args:
        path: The gold.
        corpus: Folders to look for documents before the usual ones.
        patterns: Folder with lexicons of the user's own.

    Raises:
        GoldError: A file is no gold at all: unreadable, unknown slots, ids that stand twice.
    """
    from extractor.readers import read

    gold = load_gold(path)
    folders = places(corpus, gold.folder)
    vocabularies = load_vocabularies(patterns)
    out = Checked()
    for doc_id, entry in sorted(gold.documents.items()):
        found = gold.findings[doc_id]
        out.findings += len(found)
        document: Document | None = None
        length = 0
        try:
            place = find_document(entry, folders)
            document = read(place, doc_id=doc_id)
            length = len(source_text(place, document))
            out.documents += 1
        except ExtractorError as error:
            (out.faults if "has changed" in str(error) else out.missing).append(str(error))
        seen: dict[str, int] = {}
        for item in found:
            where = f"{item.file}:{item.line}: "
            faults, notes = _labels(item.finding, vocabularies)
            if document is not None:
                faults += _places(item, document, length)
            content = str({**item.finding.to_json(), "finding_id": ""})
            if content in seen:
                faults.append(f"the same finding as in line {seen[content]}; delete one")
            seen.setdefault(content, item.line)
            out.faults += [where + f for f in faults]
            out.notes += [where + n for n in notes]
    return out


def _labels(
    finding: Finding, vocabularies: dict[str, Vocabulary]
) -> tuple[list[str], list[str]]:
    """Faults of identifiers and labels, and notes on labels that the lexicons lack."""
    faults: list[str] = []
    notes: list[str] = []
    for name in SLOT_ATTRIBUTES:
        for slot in finding.slots(name):
            what = f"{name} {slot.label!r}"
            if slot.id is not None and not ID_FORMS[name].fullmatch(slot.id):
                faults.append(f"{what}: {slot.id!r} is no identifier of this slot; correct it, or "
                              "null")
                continue
            if name == "mirnas":
                faults += _mirna(what, slot, vocabularies[name])
                continue
            vocabulary = vocabularies[name]
            if not vocabulary.entries:
                continue
            entry = vocabulary.by_label.get(vocabulary.key(slot.label))
            if entry is None:
                known = vocabulary.ids.get(slot.id or "")
                if known and not (name == "effects" and _composed(slot.label, known)):
                    faults.append(f"{what}: {slot.id} is {known!r} in the lexicon; take that label")
                else:
                    notes.append(f"{what} is not in the lexicon; add it, or take a label of it")
            elif entry.id != slot.id:
                faults.append(f"{what}: identifier {slot.id}, but {entry.id} in the lexicon; "
                              "correct one of them")
    return faults, notes


def _composed(label: str, concept: str) -> bool:
    """Whether an effect is a concept narrowed to a kind of cell: "fibroblast proliferation"."""
    return label.casefold().endswith(concept.casefold().removeprefix("cell "))


def _mirna(what: str, slot: Slot, vocabulary: Vocabulary) -> list[str]:
    if mirna_key(slot.label) is None:
        return [f"{what} is no name of a miRNA; write it like miR-21-5p"]
    known = mirna_accession(slot.label, vocabulary)
    if slot.id is not None and known is not None and slot.id != known:
        return [f"{what}: identifier {slot.id}, but {known} in the lexicon; correct one of them"]
    return []


def _places(item: Located, document: Document, length: int) -> list[str]:
    """Faults of offsets, mention texts and citations."""
    try:
        finding = resolve(item.finding, document, item.file, item.line, length)
    except GoldError as error:
        return [error.reason]
    faults: list[str] = []
    text = document.text
    for name in SLOT_ATTRIBUTES:
        for slot in finding.slots(name):
            there = text[slot.start : slot.end]
            if squeeze(there) != squeeze(slot.text) or not slot.text:
                faults.append(f"{name} {slot.label!r}: text {slot.text!r}, but {there!r} stands "
                              "there; correct text or span")
    if not finding.evidence:
        faults.append("no evidence; give the span of the sentence")
    for cited in finding.citations:
        marks = [c for c in document.citations if c.marker == cited.marker]
        if not marks:
            if document.citations:
                faults.append(f"citation {cited.marker!r} is no callout of {document.doc_id}; "
                              "write it as printed")
        elif not any(
            e.start - _NEAR <= c.offset <= e.end + _NEAR for e in finding.evidence for c in marks
        ):
            faults.append(f"citation {cited.marker!r} does not stand near the evidence; correct "
                          "marker or evidence")
    return faults
