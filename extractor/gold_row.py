"""One row of the short form on its way to a gold finding: find the places, fill in identifiers."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from extractor.gold import CHOICES, KINDS, POLARITIES, SETTINGS
from extractor.gold_locate import Hit, Locator
from extractor.gold_vocabulary import Vocabulary, mirna_accession
from extractor.matching import mirna_key, squeeze
from extractor.records import CitedStudy, Document, Evidence, Finding, Slot

_VESICLE = re.compile(
    r"(?P<exosome>exosomes?\b|(?<![A-Za-z])exos?\b|\w*-exos?\b)"
    r"|(?P<micro>microvesicles?|\bMVs?\b)"
    r"|(?P<ev>extracellular vesicles?|\b[sl]?EVs?\b|vesicles?)", re.I)
_EXOSOME = re.compile(r"(?i:\bexosom(?:al|ic)\b)|\bDEs\b")
"""Further words for exosomes where a place is to be labelled; "DEs" as in "MSC-DEs"."""
_PATHWAY = re.compile(r"signal+ing|pathway|/|axis|cascade", re.I)
_PATHWAY_WORD = re.compile(r"\s*\b(?:signal+ing|pathway|axis|cascade)s?\b\s*", re.I)
_CARGO_WORD = re.compile(r"\s*\b(?:protein|mRNA|lncRNA|circRNA|lipid|RNA)s?\b\s*", re.I)
_FAR = 600
"""A mention further from its sentence than this, in characters, is worth a second look."""


class Place:
    """A document and what is looked up in it for every row.

    Args:
        document: The document as read.
        source: Its decoded source file.
        vocabularies: The lexicons of each slot.
        keep: Keep mentions that cannot be located, at the place of the quote.
    """

    def __init__(
        self, document: Document, source: str, vocabularies: Mapping[str, Vocabulary], keep: bool
    ) -> None:
        self.document = document
        self.vocabularies = vocabularies
        self.keep = keep
        self.locator = Locator(document.text)
        self.source = Locator(source)
        self.mirnas = _mirnas(document.text)

    def hits(self, words: str) -> list[Hit]:
        """Places of words in the document text.

        Words that were typed from the file itself, with citation numbers that the reader takes
        out, are looked up there.
        """
        hits = self.locator.hits(words)
        alignment = self.document.alignment
        if hits or alignment is None:
            return hits
        out: list[Hit] = []
        for hit in self.source.hits(words):
            span = alignment.span_from_source(hit.start, hit.end)
            # far longer than the words: two blocks that the reader has put apart
            if span is not None and span[1] - span[0] <= 2 * (hit.end - hit.start):
                out.append(Hit(*span, hit.flaw))
        return out


class Row:
    """One row of the short form.

    Args:
        place: The document it speaks of.
        row: The row's data.
        problem: Called with field and reason for whatever a person has to correct.
    """

    def __init__(
        self, place: Place, row: dict[str, Any], problem: Callable[[str, str], None]
    ) -> None:
        self.place, self.row = place, row
        self.document, self.locator = place.document, place.locator
        self.problem = problem
        self.notes: list[tuple[str, str]] = []
        self.unknown: list[tuple[str, str]] = []
        self.quote = (0, 0)
        self.sentence = (0, 0)
        spans = row.get("spans") or {}
        self.spans: dict[str, Any] = spans if isinstance(spans, dict) else {}

    def finding(self) -> Finding | None:
        """The gold finding, spans in the source file; ``None`` if its sentence is not found."""
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
            finding_id="", doc_id=self.document.doc_id,
            section=row.get("section") or (block.section if block else None),
            msc_source=source, disease_model=disease,
            mirnas=self._many("mirnas"), targets=self._many("targets"),
            effects=self._many("effects"), cargo=self._many("cargo"), vesicle=self._vesicle(),
            polarity=row.get("polarity") or "asserted",
            evidence=[Evidence(*self._to_source(e.start, e.end)) for e in evidence],
            citations=self._citations(),
        )
        made.finding_id = f"{self.document.doc_id}-{_digest(made)}"
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
            hits = self.place.hits(quote)
            hits = [h for h in hits if h.flaw == 0] or hits
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
        vocabulary = self.place.vocabularies[name]
        entry = vocabulary.get(label)
        if entry is None and name == "cargo":
            entry = vocabulary.get(_CARGO_WORD.sub(" ", label).strip())
        hit = self._span(where)
        if hit is None:
            hits = self._hits(name, label, words, vocabulary)
            hit = self.locator.nearest(hits, self.quote, self.sentence)
        if hit is None:
            shown = _short(words or label)
            self.problem(where, f"{shown} not in the text; give its words as they stand there, or "
                                f'"spans": {{"{where}": [start, end]}}')
            if not self.place.keep:
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
            self.unknown.append((name, label))
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
            hits = self.place.hits(words)
            if hits or name not in ("mirnas", "targets"):
                return hits
        if name == "mirnas":
            key = mirna_key(label)
            known = self.place.mirnas
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
            named = self.place.vocabularies["targets"].get(bare)
            forms += [bare, *((named.label, *named.synonyms) if named else ())]
        if name == "targets":
            forms.append(_PATHWAY_WORD.sub(" ", label).strip())
        seen: dict[tuple[int, int], Hit] = {(h.start, h.end): h for h in hits}
        for form in forms:
            for hit in self.locator.hits(form) if squeeze(form) else []:
                short = len(squeeze(form)) <= 4 and hit.flaw
                seen.setdefault((hit.start, hit.end), Hit(
                    hit.start, hit.end, hit.flaw + (20 if short else 0)))
        hits = list(seen.values())
        return [h for h in hits if not any(
            o.start <= h.start and h.end <= o.end and o.end - o.start > h.end - h.start
            for o in hits
        )]

    def _vesicle(self) -> Slot | None:
        vocabulary = self.place.vocabularies["vesicle"]
        hit: Hit | None = self._span("vesicle")
        if hit is None and "vesicle" in self.row:
            words = self.row["vesicle"]
            if not words:
                return None
            hit = self.locator.nearest(self.place.hits(str(words)), self.quote, self.sentence)
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
        kind = "exosome" if _EXOSOME.search(text) else match.lastgroup if match else "ev"
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
