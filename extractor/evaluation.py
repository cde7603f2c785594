"""Run the extraction on the gold's documents and compare; agreement; comparison of two results."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

from extractor.errors import ExtractorError, GoldError
from extractor.gold import (
    GoldSet,
    Located,
    find_document,
    load_findings,
    load_gold,
    places,
    read_rows,
    resolve,
    source_text,
)
from extractor.gold_locate import sentences
from extractor.records import BODY_KINDS, Document, Evidence, Finding, Mention, Slot
from extractor.scoring import Comparison, Score, compare, score, tally

SLOT_OF_KIND: dict[str, str] = {
    "source": "msc_source", "disease": "disease_model", "mirna": "mirnas", "gene": "targets",
    "pathway": "targets", "effect": "effects", "cargo": "cargo", "vesicle": "vesicle",
}
"""The slot that a kind of mention fills."""


class Engine(Protocol):
    """What extracts: ``extract.Extractor``, or a stand-in for it."""

    def findings(self, document: Document, scope: Literal["msc", "any"]) -> list[Finding]:
        """The findings of a document."""

    def mentions(self, document: Document) -> list[Mention]:
        """Everything named in a document."""


@dataclass(slots=True)
class DocumentResult:
    """One document of an evaluation."""

    document: Document
    gold: list[Located]
    comparison: Comparison
    score: Score
    baseline: Score
    mentions: list[Mention]


@dataclass(slots=True)
class Evaluation:
    """What an evaluation came to."""

    documents: dict[str, DocumentResult] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)

    def scores(self) -> dict[str, Score]:
        """The score of each document."""
        return {doc_id: result.score for doc_id, result in self.documents.items()}

    def total(self) -> Score:
        """All documents added up."""
        return sum((r.score for r in self.documents.values()), Score())

    def baseline(self) -> Score:
        """The co-occurrence baseline of all documents added up."""
        return sum((r.baseline for r in self.documents.values()), Score())


def gold_documents(
    gold: GoldSet, corpus: Sequence[Path]
) -> tuple[dict[str, tuple[Document, list[Located]]], list[str]]:
    """Read the documents of a gold set and bring its findings to their texts.

    Args:
        gold: The gold.
        corpus: Folders to look in before the usual ones.

    Returns:
        Document and findings (spans in the document text) by id, and one line for each document
        that is missing or cannot be read.
    """
    from extractor.readers import read

    folders = places(corpus, gold.folder)
    out: dict[str, tuple[Document, list[Located]]] = {}
    missing: list[str] = []
    for doc_id, entry in sorted(gold.documents.items()):
        try:
            path = find_document(entry, folders)
            document = read(path, doc_id=doc_id)
            length = len(source_text(path, document))
        except ExtractorError as error:
            missing.append(str(error))
            continue
        out[doc_id] = document, [
            Located(resolve(g.finding, document, g.file, g.line, length), g.file, g.line)
            for g in gold.findings[doc_id]
        ]
    return out, missing


def evaluate(
    gold: GoldSet, corpus: Sequence[Path] = (), found: Path | None = None,
    engine: Engine | None = None,
) -> Evaluation:
    """Score findings against gold.

    Args:
        gold: The gold.
        corpus: Folders to look for documents before the usual ones.
        found: A findings file (spans in the document text) to score.
        engine: What extracts the findings, if there is no such file.

    Raises:
        GoldError: Gold or findings file are wrong, or none of the documents can be had.
    """
    ready, missing = gold_documents(gold, corpus)
    given: dict[str, list[Finding]] | None = None
    if found is not None:
        given = by_document(item.finding for item in load_findings(found))
        for doc_id in sorted(set(given) - set(gold.documents)):
            missing.append(f"{found}: {doc_id} has no gold; its findings are left out")
    if not ready:
        raise GoldError(gold.folder, None, "; ".join(missing) or "no documents in the gold")
    out = Evaluation(missing=missing)
    usual = _usual_directions(item.finding for _, items in ready.values() for item in items)
    for doc_id, (document, wanted) in ready.items():
        if given is not None:
            got = given.get(doc_id, [])
            _check_spans(got, document, found or Path())
            mentions = mentions_of(got)
        elif engine is not None:
            got = engine.findings(document, "msc")
            mentions = engine.mentions(document)
        else:
            raise ValueError("neither a findings file nor an engine")
        plain = [item.finding for item in wanted]
        made = compare(plain, got)
        out.documents[doc_id] = DocumentResult(
            document, wanted, made, tally(made),
            score(plain, cooccurrence(document, mentions, usual)), mentions,
        )
    return out


def _check_spans(findings: Sequence[Finding], document: Document, path: Path) -> None:
    for finding in findings:
        for name in SLOT_OF_KIND.values():
            for slot in finding.slots(name):
                if slot.end > len(document.text):
                    raise GoldError(
                        path, None, f"{finding.finding_id}: {name} {slot.label!r} points past the "
                        f"end of {document.doc_id} ({slot.end} > {len(document.text)}); extract "
                        "the findings again from this version of the document",
                    )


def by_document(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Findings grouped by document, documents sorted."""
    out: dict[str, list[Finding]] = {}
    for finding in findings:
        out.setdefault(finding.doc_id, []).append(finding)
    return dict(sorted(out.items()))


def mentions_of(findings: Iterable[Finding]) -> list[Mention]:
    """The distinct mentions that fill slots of findings, in text order."""
    out: dict[tuple[int, int, str, str], Mention] = {}
    kinds = {slot: kind for kind, slot in reversed(SLOT_OF_KIND.items())}
    for finding in findings:
        for name, kind in kinds.items():
            for slot in finding.slots(name):
                out.setdefault((slot.start, slot.end, kind, slot.label), Mention(
                    kind, slot.start, slot.end, slot.text, slot.label, slot.id,
                ))
    return [out[key] for key in sorted(out)]


def _usual_directions(findings: Iterable[Finding]) -> dict[str, str]:
    """The commonest direction of targets and of effects; "none" where there are none."""
    out: dict[str, str] = {}
    known = list(findings)
    for name in ("targets", "effects"):
        counts = Counter(s.direction or "none" for f in known for s in f.slots(name))
        out[name] = max(sorted(counts), key=lambda d: counts[d], default="none")
    return out


def cooccurrence(
    document: Document, mentions: Sequence[Mention], directions: Mapping[str, str]
) -> list[Finding]:
    """The baseline: every combination of the mentions within a sentence.

    One finding for each source and disease of a sentence (none where there is none), with every
    miRNA, target and effect of it; sentences with mentions of fewer than two slots give none.

    Args:
        document: The document.
        mentions: What is named in it.
        directions: Direction that is given to every target, and to every effect.
    """
    out: list[Finding] = []
    spans = [
        span for block in document.blocks if block.kind in BODY_KINDS
        for span in sentences(document.text, block.start, block.end)
    ] or sentences(document.text, 0, len(document.text))
    for start, end in spans:
        slots: dict[str, list[Slot]] = {}
        for mention in mentions:
            name = SLOT_OF_KIND.get(mention.kind)
            if name and start <= mention.start and mention.end <= end:
                slots.setdefault(name, []).append(Slot(
                    mention.text, mention.start, mention.end, mention.label, mention.id,
                    direction=directions.get(name),
                ))
        if len(set(slots) - {"cargo", "vesicle"}) < 2:
            continue
        sources: list[Slot | None] = [*slots.get("msc_source", [])]
        diseases: list[Slot | None] = [*slots.get("disease_model", [])]
        vesicles: list[Slot | None] = [*slots.get("vesicle", []), None]
        for source in sources or [None]:
            out += [
                Finding(
                    f"{document.doc_id}-{start}-{len(out) + n}", document.doc_id,
                    msc_source=source, disease_model=disease, mirnas=slots.get("mirnas", []),
                    targets=slots.get("targets", []), effects=slots.get("effects", []),
                    cargo=slots.get("cargo", []), vesicle=vesicles[0],
                    evidence=[Evidence(start, end)],
                )
                for n, disease in enumerate(diseases or [None])
            ]
    return out


def agreement(
    one: Path, two: Path, corpus: Sequence[Path], patterns: Path | None = None
) -> tuple[dict[str, Comparison], list[str]]:
    """Compare two annotations, the first in the place of gold.

    Each may be short form rows, a gold file or a gold folder.

    Returns:
        The comparison of every document that either annotates, and what could not be located in
        short form rows (such a mention counts at the place of its quote).
    """
    sides: list[dict[str, list[Finding]]] = []
    problems: list[str] = []
    for path in (one, two):
        side, wrong = _annotation(path, corpus, patterns)
        sides.append(side)
        problems += wrong
    names = sorted(set(sides[0]) | set(sides[1]))
    return {n: compare(sides[0].get(n, []), sides[1].get(n, [])) for n in names}, problems


def _annotation(
    path: Path, corpus: Sequence[Path], patterns: Path | None
) -> tuple[dict[str, list[Finding]], list[str]]:
    if path.is_dir():
        gold = load_gold(path)
        return {d: [x.finding for x in found] for d, found in gold.findings.items()}, []
    first = next(read_rows(path), None)
    if first is not None and "quote" in first[1]:
        from extractor.gold_build import Builder

        built = Builder(corpus, patterns, keep=True).build([path])
        return built.findings, [str(p) for p in built.problems]
    return by_document(item.finding for item in load_findings(path)), []


@dataclass(slots=True)
class Change:
    """Two results compared, and the score of each where there is gold."""

    compared: dict[str, Comparison]
    old: Score | None
    new: Score | None
    missing: list[str]


def compare_sources(
    old: Path, new: Path, gold: Path | None, corpus: Sequence[Path],
    make: Callable[[Path], Engine],
) -> Change:
    """Compare two findings files, or what two pattern folders find in the gold's documents.

    Args:
        old: File or folder.
        new: File or folder, the same as ``old``.
        gold: Gold to score both against; folders need it, by default that of the project.
        corpus: Folders to look for documents before the usual ones.
        make: Makes the engine that works with a pattern folder.

    Raises:
        GoldError: One is a file and the other a folder, or a file is wrong.
    """
    if old.is_dir() != new.is_dir():
        raise GoldError(new, None, "cannot be compared with a folder or file of the other sort; "
                                   "give two findings files or two pattern folders")
    if old.is_dir() and gold is None:
        gold = Path("gold")
    ready: dict[str, tuple[Document, list[Located]]] = {}
    missing: list[str] = []
    if gold is not None:
        ready, missing = gold_documents(load_gold(gold), corpus)
    sides: list[dict[str, list[Finding]]] = []
    for path in (old, new):
        if path.is_dir():
            engine = make(path)
            sides.append({d: engine.findings(doc, "msc") for d, (doc, _) in ready.items()})
        else:
            sides.append(by_document(item.finding for item in load_findings(path)))
    scores = [
        sum((score([g.finding for g in items], side.get(doc_id, []))
             for doc_id, (_, items) in ready.items()), Score())
        for side in sides
    ]
    names = sorted(set(sides[0]) | set(sides[1]))
    compared = {n: compare(sides[0].get(n, []), sides[1].get(n, [])) for n in names}
    if gold is None:
        return Change(compared, None, None, missing)
    return Change(compared, scores[0], scores[1], missing)
