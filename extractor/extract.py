"""Documents to findings: the bridge between readers and components."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from importlib.metadata import version
from itertools import groupby, repeat
from pathlib import Path
from typing import Literal

from extractor.components import (
    announced,
    any_scope,
    by_author,
    by_organ,
    discourse,
    disease_slot,
    disease_topics,
    foreign,
    grouping,
    marrow,
    named_vesicles,
    pieces,
    run_in,
    sections,
    sites,
    slots,
    tables,
)
from extractor.components.abbreviations import definitions
from extractor.components.analysis import Analysis, DocumentNames, analyse
from extractor.components.confidence import confidence
from extractor.components.discourse import Sentence, Study
from extractor.components.found import Found
from extractor.components.recognisers import load_recognisers
from extractor.records import (
    BODY_KINDS,
    Block,
    CitedStudy,
    Document,
    Evidence,
    Finding,
    Mention,
    Slot,
)
from extractor.rules import Rules, load

Scope = Literal["msc", "any"]


class Extractor:
    """Finds what a document says about MSC vesicles.

    Args:
        patterns: A folder of pattern files to use beside the shipped ones.
        fast: Rules and lexicons only. The trained recognisers add names that the lexicons lack,
            at half the speed.
        model: Name or path of an installed spaCy pipeline whose entities are used in place of the
            shipped recognisers.

    Raises:
        RuleError: A pattern file is wrong.
    """

    def __init__(
        self, *, patterns: Path | None = None, fast: bool = False, model: str | None = None
    ) -> None:
        self.rules: Rules = load(patterns)
        self._recognisers = None if fast and model is None else load_recognisers(model=model)

    def mentions(self, document: Document) -> list[Mention]:
        """Every mention in the running text of a document, in order."""
        out: list[Mention] = []
        for _, a in self._analyses(document):
            out.extend(f.mention for f in a.found)
            out.extend(f.mention for f in a.soft if "group" not in f.facts)
        return sorted(out, key=lambda m: (m.start, m.end, m.kind))

    def stream(
        self, documents: Iterable[Document], scope: Scope = "msc"
    ) -> Iterator[tuple[Document, list[Finding]]]:
        """Findings of documents one after the other; nothing of a document is kept."""
        for document in documents:
            yield document, self.findings(document, scope)

    def findings(self, document: Document, scope: Scope = "msc") -> list[Finding]:
        """The findings of a document, in text order."""
        rows = self._sentences(document, _may_tell(document.text, scope))
        marrow.tell(rows, self.rules)
        named_vesicles.mark(rows)
        if scope == "any":
            drafts = any_scope.drafts(rows, self.rules)
            made = (_finding(document, d, rows, self.rules) for d in drafts)
            found = [f for f in made if f is not None]
            return _distinct(sorted(found, key=lambda f: (f.evidence[0].start, f.finding_id)))
        tabled = self._tabled(document) if scope == "msc" else []
        if scope == "msc" and not any(s.of("source") for s in rows):
            return tabled
        studies = _studies(document, rows)
        source = _main_source(rows)
        if scope == "msc" and source is None:
            return tabled
        out: list[Finding] = tabled
        main = _main_disease(rows)
        headings = self._headings(document)
        ground = announced.of_title(rows, self.rules) or disease_topics.pervading(rows)
        headed = next((f for f in headings.values() if disease_slot.weight(f) > 1), None)
        running = run_in.topics(studies) | announced.by_phrases(studies, self.rules)
        for study in studies:
            if (
                scope == "msc"
                and not study.own
                and (not slots.about_msc_vesicles(study) or _off_topic(study))
            ):
                continue
            topic = (main or headed) if study.own else (
                running.get(id(study)) or _topic(study, headings)
            )
            for draft in grouping.drafts_of(study):
                slots.fill(draft, source, topic, self.rules, ground)
                finding = _finding(document, draft, rows, self.rules)
                if finding is not None:
                    out.append(finding)
        return _told_once(_distinct(sorted(out, key=lambda f: (f.evidence[0].start, f.finding_id))))

    def sentences(self, document: Document) -> list[Sentence]:
        """Every sentence of the running text with what was read in it."""
        return self._sentences(document)

    def _sentences(self, document: Document, recognise: bool = True) -> list[Sentence]:
        out: list[Sentence] = []
        for block, a in self._analyses(document, recognise):
            out.extend(discourse.sentences(document, block, a))
        sections.mark(out)
        sites.tie(out, self.rules)
        return out

    def _tabled(self, document: Document) -> list[Finding]:
        """What the document's tables say, a finding a row."""
        if not document.tables:
            return []
        names = DocumentNames(self.rules, definitions(document))
        out = tables.findings(document, self.rules, names)
        for finding in out:
            finding.finding_id = _identity(finding)
        return out

    def _headings(self, document: Document) -> dict[str, Found]:
        """The disease that each heading names, or the first of two, by the heading's text."""
        out: dict[str, Found] = {}
        names = DocumentNames(self.rules, {})
        blocks = [block for block in document.blocks if block.kind == "heading"]
        texts = [document.text[block.start : block.end] for block in blocks]
        spans = self._recognisers.document(texts) if self._recognisers else repeat(())
        for block, text, recognised in zip(blocks, texts, spans, strict=False):
            a = analyse(text, block.start, self.rules, names, recognised)
            named = [f if f.kind == "disease" else f.facts.get("also") for f in a.found]
            found = [f for f in named if f is not None and disease_slot.weight(f)]
            if 1 <= len({f.mention.label for f in found}) <= 2:
                if len({f.mention.label for f in named if f is not None}) > 1:
                    found[0].facts["shared"] = True  # the heading is about another one too
                out |= dict.fromkeys((text, text.rstrip(".:"), block.section or text), found[0])
            elif not found and (meant := announced.of_place(text, block.start, self.rules)):
                out[block.section or text] = meant
        return out

    def _analyses(
        self, document: Document, recognise: bool = True
    ) -> Iterator[tuple[Block, Analysis]]:
        names = DocumentNames(self.rules, definitions(document), document.text)
        parts = [
            piece
            for block in document.blocks
            if block.kind in BODY_KINDS and block.kind != "caption"
            for piece in pieces.of(block, document.text)
        ]
        texts = [document.text[piece.start : piece.end] for piece in parts]
        asked = self._recognisers if recognise else None
        found = asked.document(texts) if asked else repeat(())
        for piece, text, spans in zip(parts, texts, found, strict=False):
            yield piece, analyse(text, piece.start, self.rules, names, spans)


_MSC = re.compile(r"(?i:stem|strom|mesench)|SCs?\b|SHED")
_VESICLE = re.compile(r"(?i:exo|vesic|secretom)|EVs?\b")
_MIRNA = re.compile(r"mi-?r|let-?7|lin-?4", re.I)


def _may_tell(text: str, scope: Scope) -> bool:
    """Whether a text has the words without which nothing is found, so that recognising pays."""
    if scope == "any":
        return bool(_MIRNA.search(text))
    return bool(_MSC.search(text) and _VESICLE.search(text))


_METHODS = re.compile(r"\bmethods?\b|\bmaterials?\b|experimental (?:section|procedures)", re.I)
_RESULTS = re.compile(r"\bresults?\b|\bfindings\b", re.I)
_CITING = re.compile(r"introduction|background|discussion", re.I)


def _studies(document: Document, rows: list[Sentence]) -> list[Study]:
    """The studies that a document tells of: its own, and those that it cites."""
    front = [s for s in rows if s.block.kind in ("title", "abstract")]
    body = [s for s in rows if s.block.kind not in ("title", "abstract")]
    names = [document.text[b.start : b.end] for b in document.blocks if b.kind == "heading"]
    long = sum(s.end - s.start for s in body) > 6000
    if long and any(map(_METHODS.search, names)) and any(map(_RESULTS.search, names)):
        # a research paper tells its own study in the abstract, those of others where it cites
        own = front if len(front) > 3 else [s for s in rows if s not in front]
        cited = [s for s in body if _CITING.search(" ".join(s.block.path) or s.block.section or "")]
        return [Study(own, own=True), *_paragraphs(cited, discourse.studies_of_review)]
    cited_rows = sum(
        bool(s.citations) for s in rows if s.assertions or (s.of("source") and s.of("vesicle"))
    )
    stating = sum(bool(s.assertions) for s in rows)
    if document.citations and cited_rows >= 0.25 * max(stating, 1):
        kept = [s for s in rows if s.block.kind != "title"]
        return list(_paragraphs(kept, discourse.studies_of_review))
    if _tells_of_many(body) or by_author.told_by_others(rows):
        kept = [s for s in rows if s.block.kind != "title"]
        return list(_paragraphs(kept, discourse.studies_uncited))
    own, others = (front, []) if long and len(front) > 3 else by_author.quoted(rows)
    return [Study(own, own=True), *map(Study, others)] if rows else []


def _paragraphs(
    rows: list[Sentence], cut: Callable[[list[Sentence]], list[Study]]
) -> Iterator[Study]:
    """Cut each paragraph into studies; one that begins with an anaphor goes on with the last."""
    last: Study | None = None
    for _, group in groupby(rows, key=lambda s: id(s.block)):
        made = cut(list(group))
        if last is not None and made and discourse.goes_on_from(made[0], last):
            made[0].before, made[0].anaphoric = last, True
        last = made[-1] if made else last
        yield from made


def _tells_of_many(body: list[Sentence]) -> bool:
    """Whether a text with no callouts tells of many studies, as a review that lost its own."""
    sources = {f.mention.label for s in body for f in s.of("source")} - {"MSC"}
    told = {
        f.mention.label
        for s in body
        for f in disease_slot.diseases(s)
        if disease_slot.weight(f) > 2
    }
    return len(sources) >= 3 and (
        len(told) >= _MANY or (len(told) >= 3 and len({id(s.block) for s in body}) >= 3)
    )


_MANY = 5
"""Diseases of which no study of one's own tells, however few its paragraphs are."""


def _main_source(rows: list[Sentence]) -> Found | None:
    """The source that the document's vesicles come from, or ``None`` if they are not of MSCs."""
    late = max((s.end for s in rows), default=0) * 0.75
    early = [s for s in rows if s.start < late or len(rows) < 4]
    if len(rows) > 30 and not any(s.of("source") for s in early):
        early = rows  # a long introduction, not a last word
    tied = [f for s in early for f in s.of("source") if slots.tied_to_vesicle(s, f)]
    others = sum(foreign.of_other_cells(s) for s in rows)
    title = [s for s in rows if s.block.kind == "title"]
    if any(foreign.of_other_cells(s) for s in title) and not any(
        slots.tied_to_vesicle(s, f) for s in title for f in s.of("source")
    ):
        return None
    if not tied:
        if others or not any(s.of("vesicle") for s in early):
            return None
        tied = [f for s in early for f in s.of("source")]
    named = sum(bool(v.facts.get("owned")) for s in rows for v in s.of("vesicle"))
    if not tied or others > 2 * (len(tied) + named):
        return None
    counts = Counter(f.mention.label for f in tied)
    plain = [f for f in (*tied, *(g for s in early for g in s.of("source"))) if f.entry is None]
    plain = [f for f in plain if f.mention.label == "MSC"]
    if len(counts) > 2 and plain:
        return plain[0]
    label = max(counts, key=lambda name: (name != "MSC", counts[name], name))
    return next(f for f in tied if f.mention.label == label)


def _main_disease(rows: list[Sentence]) -> Found | None:
    found = [f for s in rows for f in disease_slot.diseases(s) if disease_slot.weight(f) > 1]
    if not found:
        return None
    counts = Counter(f.mention.label for f in found)
    return max(found, key=lambda f: (counts[f.mention.label], -f.mention.start))


_OFF_TOPIC = re.compile(
    r"\b(?:isolation|purification|storage|biogenesis|characteri[sz]ation|methods?|"
    r"composition|nomenclature|classification|history|definition|separation|"
    r"ultracentrifugation|filtration|chromatography|production|manufactur\w*|quality control|"
    r"standardi[sz]ation|challenges|perspectives?|limitations)\b",
    re.I,
)


def _off_topic(study: Study) -> bool:
    """Whether the study stands under a heading on how vesicles are made, not on what they do."""
    block = study.sentences[0].block
    return bool(_OFF_TOPIC.search(block.section or "")) and not re.search(
        r"effect|therap|application", block.section or "", re.I
    )


def _topic(study: Study, headings: dict[str, Found]) -> Found | None:
    """The disease of the innermost heading that names just one, else of the paragraph's opening."""
    block = study.sentences[0].block
    for heading in (block.section, *reversed(block.path)):
        if heading and heading in headings:
            return headings[heading]
    return disease_topics.opening(study)


def _finding(
    document: Document, draft: grouping.Draft, rows: list[Sentence], lexicons: Rules
) -> Finding | None:
    targets: list[Slot] = []
    effects: list[Slot] = []
    rules: list[str] = []
    carried = {id(f) for f in draft.cargo}
    for claim in sorted(draft.claims, key=lambda c: c.assertion.found.mention.start):
        f = claim.assertion.found
        if id(f) in carried or draft.bare:
            continue
        m = f.mention
        if f.kind == "gene":
            kind = (
                "pathway"
                if f.facts.get("pathway")
                else f.entry.facts.get("kind", "gene")
                if f.entry is not None
                else "gene"
            )
            targets.append(
                _slot(
                    document, m, direction={1: "up", -1: "down", 0: "none"}[claim.sign], kind=kind
                )
            )
        else:
            if f.entry is not None and "anaphor" in f.entry.flags:
                told = {c.assertion.found.mention.label for c in draft.claims}
                if draft.disease is None or draft.disease.mention.label in told:
                    continue  # "lessened the disease", of which more is told by its name
                m = replace(m, label=draft.disease.mention.label, id=draft.disease.mention.id)
            if f.kind == "disease" or m is not f.mention:
                m = by_organ.as_outcome(m, f.entry if f.kind == "disease" else None, lexicons)
            m = by_organ.of_disease(m, draft.disease, lexicons)
            effects.append(
                _slot(document, m, direction={1: "increase", -1: "decrease", 0: "none"}[claim.sign])
            )
        rules.append(f"{claim.assertion.trigger}->{m.rule}")
    if not targets and not effects and not draft.bare:
        return None
    source = draft.source
    evidence = sorted({(c.sentence.start, c.sentence.end) for c in draft.claims})
    first = min((c.sentence for c in draft.claims), key=lambda s: s.start)
    disease = None
    if draft.disease is not None:
        home = next((s for s in rows if s.start <= draft.disease.mention.start < s.end), first)
        disease = _slot(
            document,
            slots.with_model(home, draft.disease),
            organism=slots.organism_of(home, draft.disease),
            inducer=draft.disease.facts.get("inducer"),
            setting=slots.setting_of(draft, home),
        )
    finding = Finding(
        finding_id="",
        doc_id=document.doc_id,
        section=first.block.section,
        msc_source=_slot(
            document,
            source.mention,
            organism=source.facts.get("organism"),
            modifications=list(source.facts.get("modifications") or []),
        )
        if source
        else None,
        disease_model=disease,
        mirnas=[_slot(document, f.mention) for f in draft.mirnas],
        targets=targets,
        effects=effects,
        cargo=[_slot(document, f.mention) for f in draft.cargo],
        vesicle=_slot(document, draft.vesicle.mention) if draft.vesicle else None,
        polarity=draft.polarity,
        evidence=[_evidence(document, s, e) for s, e in evidence],
        citations=_citations(document, draft.study),
        confidence=confidence(draft),
        rules=list(dict.fromkeys(rules)) + sorted(f"inherited:{name}" for name in draft.inherited),
    )
    finding.finding_id = _identity(finding)
    return finding


def _slot(document: Document, m: Mention, **attributes: object) -> Slot:
    text = document.text[m.start : m.end]
    slot = Slot(text, m.start, m.end, m.label, m.id, boxes=document.span_boxes(m.start, m.end))
    for name, value in attributes.items():
        if value is not None:
            setattr(slot, name, value)
    return slot


def _evidence(document: Document, start: int, end: int) -> Evidence:
    boxes = document.span_boxes(start, end)
    return Evidence(start, end, document.text[start:end], boxes[0][0] if boxes else None, boxes)


def _citations(document: Document, study: Study) -> list[CitedStudy]:
    out: list[CitedStudy] = []
    seen: set[str] = set()
    for s in study.sentences:
        for c in s.citations:
            if c.marker in seen:
                continue
            seen.add(c.marker)
            r = document.reference(c.reference)
            out.append(
                CitedStudy(
                    c.marker,
                    r.raw if r else None,
                    r.title if r else None,
                    r.year if r else None,
                    r.doi if r else None,
                    r.pmid if r else None,
                )
            )
    return out


@lru_cache(maxsize=1)
def _version() -> str:
    return version("msc-extractor")  # read from the installed package's metadata, which is slow


def _identity(finding: Finding) -> str:
    """Stable id: what is claimed and where, nothing else."""
    parts = [finding.doc_id, finding.polarity]
    for name in ("msc_source", "disease_model", "mirnas", "targets", "effects", "cargo"):
        parts.extend(f"{name}={s.label}@{s.start}:{s.direction}" for s in finding.slots(name))
    # the letter in front keeps spreadsheets from reading an id as a number
    return (
        "f"
        + hashlib.sha256(
            "\0".join([_version(), *parts]).encode("utf-8", "surrogatepass")
        ).hexdigest()[:11]
    )


def _distinct(found: list[Finding]) -> list[Finding]:
    seen: set[str] = set()
    out = []
    for f in found:
        if f.finding_id not in seen:
            seen.add(f.finding_id)
            out.append(f)
    return out


def _told_once(found: list[Finding]) -> list[Finding]:
    """Leave out what is stated of no cited study, as in an abstract, and stated alike later on."""
    last = {_stated(f): f for f in found}
    return [f for f in found if f.citations or last[_stated(f)] is f]


def _stated(finding: Finding) -> object:
    """What a finding says, wherever it says so."""
    names = ("msc_source", "disease_model", "mirnas", "targets", "effects", "cargo")
    return finding.polarity, *(
        frozenset((s.label, s.direction) for s in finding.slots(name)) for name in names
    )
