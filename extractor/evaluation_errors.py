"""What went wrong and why: errors with a guess at their kind, precision by rule, calibration."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from extractor.evaluation import SLOT_OF_KIND, DocumentResult, Evaluation
from extractor.records import SLOT_ATTRIBUTES, Finding, Slot
from extractor.scoring import (
    TUPLE_SLOTS,
    Aligned,
    Comparison,
    Count,
    Score,
    agree,
)

KINDS = (
    "not found", "wrong span", "wrong normalisation", "wrong grouping", "wrong direction",
    "wrong polarity", "slot not inherited", "spurious",
)
"""The kinds of errors that are told apart."""
COLUMNS = (
    "doc", "kind", "what", "slot", "gold", "found", "section", "rules", "confidence", "gold_id",
    "found_id", "sentence",
)
"""Columns of an error list."""


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """One false positive (``what`` "extra"), miss ("missed") or both ("differs")."""

    doc: str
    kind: str
    what: str
    slot: str
    gold: str
    found: str
    section: str
    rules: str
    confidence: str
    gold_id: str
    found_id: str
    sentence: str


def error_rows(evaluation: Evaluation) -> list[ErrorRow]:
    """Every error of an evaluation, documents and findings in order."""
    out: list[ErrorRow] = []
    for doc_id, result in evaluation.documents.items():
        lister = _Lister(doc_id, result.comparison, result)
        out += lister.rows()
    return out


def write_errors(path: Path, rows: Sequence[ErrorRow]) -> None:
    """Write errors as JSON Lines (suffix .jsonl) or tab-separated values (any other)."""
    if path.suffix == ".jsonl":
        text = "".join(json.dumps(asdict(row), ensure_ascii=False) + "\n" for row in rows)
    else:
        lines = ["\t".join(COLUMNS)]
        lines += ["\t".join(" ".join(v.split()) for v in asdict(row).values()) for row in rows]
        text = "\n".join(lines) + "\n"
    path.write_text(text, encoding="utf-8")


def difference_rows(compared: Mapping[str, Comparison]) -> list[ErrorRow]:
    """Where two annotations or results differ, without looking at the documents."""
    out: list[ErrorRow] = []
    for doc_id, made in compared.items():
        out += _Lister(doc_id, made, None).rows()
    return out


class _Lister:
    """Lists the errors of one document."""

    def __init__(self, doc_id: str, made: Comparison, result: DocumentResult | None) -> None:
        self.doc_id, self.made, self.result = doc_id, made, result
        self.has: list[dict[str, set[str]]] = [
            {s: {k for f in side for k, _ in made.fillers(f, s)} for s in SLOT_ATTRIBUTES}
            for side in (made.gold, made.found)
        ]

    def rows(self) -> list[ErrorRow]:
        out: list[ErrorRow] = []
        for item in self.made.aligned():
            if item.gold is None or item.found is None:
                out.append(self._whole(item))
            else:
                if item.gold.polarity != item.found.polarity:
                    out.append(self._row(item, "wrong polarity", "polarity", item.gold.polarity,
                                         item.found.polarity))
                for slot in SLOT_ATTRIBUTES:
                    out += self._slot(item, slot)
        return out

    def _whole(self, item: Aligned) -> ErrorRow:
        """A finding that has no partner: split or merged wrongly if most of it is elsewhere."""
        own = item.gold or item.found
        assert own is not None
        other = self.made.found if item.found is None else self.made.gold
        mine = {(s, f) for s in TUPLE_SLOTS for f in self.made.fillers(own, s)}
        most = max(
            (len(mine & {(s, f) for s in TUPLE_SLOTS for f in self.made.fillers(o, s)})
             for o in other), default=0,
        )
        if 2 * most >= len(mine) > 0:
            kind = "wrong grouping"
        else:
            kind = "not found" if item.found is None else "spurious"
        return self._row(item, kind, "finding", summary(item.gold) if item.gold else "",
                         summary(item.found) if item.found else "")

    def _slot(self, item: Aligned, name: str) -> list[ErrorRow]:
        assert item.gold is not None
        assert item.found is not None
        identity = self.made.identity
        gold = {identity.filler(name, s): s for s in item.gold.slots(name)}
        found = {identity.filler(name, s): s for s in item.found.slots(name)}
        out: list[ErrorRow] = []
        for key in sorted(set(gold) & set(found)):
            a, b = gold[key], found[key]
            if (a.start, a.end) != (b.start, b.end) and a.start < b.end and b.start < a.end:
                out.append(self._row(item, "wrong span", name, repr(a.text), repr(b.text)))
        missed = [k for k in sorted(gold) if k not in found]
        extra = [k for k in sorted(found) if k not in gold]
        for k in list(missed):
            turned = next((e for e in extra if e[0] == k[0]), None)
            near = next((e for e in extra if _overlap(gold[k], found[e])), None)
            partner = turned or near
            if partner is None and name in ("msc_source", "disease_model", "vesicle") and extra:
                partner = extra[0]
            if partner is None:
                continue
            if turned:
                kind = "wrong direction"
            elif near:
                kind = "wrong normalisation"
            else:
                kind = self._missed(item.gold, name, gold[k], k[0])
            out.append(self._row(item, kind, name, shown(gold[k]), shown(found[partner])))
            missed.remove(k)
            extra.remove(partner)
        for k in missed:
            kind = self._missed(item.gold, name, gold[k], k[0])
            out.append(self._row(item, kind, name, shown(gold[k]), ""))
        for k in extra:
            kind = "wrong grouping" if k[0] in self.has[0][name] else "spurious"
            out.append(self._row(item, kind, name, "", shown(found[k])))
        return out

    def _missed(self, gold: Finding, name: str, slot: Slot, key: str) -> str:
        """Why a filler is missing: found elsewhere, named differently, out of sight, or unseen."""
        inside = any(e.start <= slot.start and slot.end <= e.end for e in gold.evidence)
        if not inside and name in ("msc_source", "disease_model", "mirnas", "vesicle"):
            return "slot not inherited"
        if key in self.has[1][name]:
            return "wrong grouping"
        for mention in self.result.mentions if self.result else ():
            if SLOT_OF_KIND.get(mention.kind) == name and (
                mention.start < slot.end and slot.start < mention.end
            ):
                same = self.made.identity.key(name, Slot(
                    mention.text, mention.start, mention.end, mention.label, mention.id)) == key
                return "wrong grouping" if same else "wrong normalisation"
        return "not found"

    def _row(self, item: Aligned, kind: str, slot: str, gold: str, found: str) -> ErrorRow:
        finding = item.gold or item.found
        assert finding is not None
        sentence = ""
        if self.result is not None:
            text = self.result.document.text
            sentence = " … ".join(text[e.start : e.end] for e in finding.evidence)
        other = item.found
        confidence = other.confidence if other else None
        what = "differs" if gold and found else "missed" if gold else "extra"
        return ErrorRow(
            self.doc_id, kind, what, slot, gold, found, finding.section or "",
            " ".join(other.rules) if other else "",
            f"{confidence:.2f}" if confidence is not None else "",
            item.gold.finding_id if item.gold else "", other.finding_id if other else "", sentence,
        )


def shown(slot: Slot) -> str:
    """A filler for people: "PTEN [HGNC:9588] down"."""
    words = [slot.label]
    if slot.id:
        words.append(f"[{slot.id}]")
    if slot.direction:
        words.append(slot.direction)
    return " ".join(words)


def summary(finding: Finding) -> str:
    """A finding in one line."""
    arrow = {"up": "↑", "down": "↓", "increase": "↑", "decrease": "↓"}
    parts = [
        ", ".join(s.label + arrow.get(s.direction or "", "") for s in finding.slots(name)) or "–"
        for name in TUPLE_SLOTS
    ]
    tail = "" if finding.polarity == "asserted" else f" ({finding.polarity})"
    return " | ".join(parts) + tail


def _overlap(a: Slot, b: Slot) -> bool:
    return a.start < b.end and b.start < a.end


def by_section(evaluation: Evaluation) -> dict[str, Score]:
    """The score of each section, over all documents; a finding counts where its gold stands."""
    out: dict[str, Score] = {}
    for result in evaluation.documents.values():
        for item, unit in zip(result.comparison.aligned(), result.score.units, strict=True):
            finding = item.gold or item.found
            name = (finding.section if finding else None) or "(no section)"
            part = Score([unit], int(item.gold is not None), int(item.found is not None))
            out[name] = out.get(name, Score()) + part
    return dict(sorted(out.items()))


@dataclass(slots=True)
class Judged:
    """A found finding with what alignment says of it."""

    finding: Finding
    slots: Count
    right: bool


def judged(evaluation: Evaluation) -> list[Judged]:
    """Every found finding: which of its fillers are right, and whether it is right as a whole."""
    out: list[Judged] = []
    for result in evaluation.documents.values():
        made = result.comparison
        for item in made.aligned():
            if item.found is None:
                continue
            two = {s: made.fillers(item.found, s) for s in TUPLE_SLOTS}
            one = {s: made.fillers(item.gold, s) if item.gold else set() for s in TUPLE_SLOTS}
            tp = sum(len(one[s] & two[s]) for s in TUPLE_SLOTS)
            fp = sum(len(two[s]) for s in TUPLE_SLOTS) - tp
            right = item.gold is not None and agree(one, two, item.gold, item.found)
            out.append(Judged(item.found, Count(tp, fp, 0), right))
    return out


def by_rule(findings: Sequence[Judged]) -> list[tuple[str, int, float | None, float | None]]:
    """Rule, findings it is part of, their precision as findings, and that of their fillers.

    A rule "trigger->entry" says that a trigger acts on a lexicon entry; both are counted, each on
    its own.
    """
    rules: dict[str, list[Judged]] = {}
    for item in findings:
        parts = (part for rule in item.finding.rules for part in rule.split("->"))
        for rule in dict.fromkeys(parts) or ("(none)",):
            rules.setdefault(rule, []).append(item)
    return [
        (rule, len(own), sum(j.right for j in own) / len(own), _precision(own))
        for rule, own in sorted(rules.items(), key=lambda x: (-len(x[1]), x[0]))
    ]


def calibration(
    findings: Sequence[Judged], bins: int = 10
) -> list[tuple[str, int, float | None, float | None, float | None]]:
    """Confidence against truth: bin, findings, mean confidence, precision of findings, of fillers.

    Findings without a confidence are left out; empty bins have no figures.
    """
    out: list[tuple[str, int, float | None, float | None, float | None]] = []
    for i in range(bins):
        own = [
            j for j in findings if j.finding.confidence is not None
            and min(int(j.finding.confidence * bins), bins - 1) == i
        ]
        name = f"{i / bins:.1f}–{(i + 1) / bins:.1f}"
        if not own:
            out.append((name, 0, None, None, None))
            continue
        mean = sum(j.finding.confidence or 0.0 for j in own) / len(own)
        out.append((name, len(own), mean, sum(j.right for j in own) / len(own), _precision(own)))
    return out


def _precision(own: Sequence[Judged]) -> float | None:
    return sum((j.slots for j in own), Count()).precision


def change_rows(compared: Mapping[str, Comparison]) -> list[tuple[str, str, str]]:
    """What a new result changed: document, "appeared", "vanished" or "changed", and the finding.

    Two findings belong together when alignment says so; a changed one lists its slots' changes.
    """
    out: list[tuple[str, str, str]] = []
    for doc_id, made in compared.items():
        for item in made.aligned():
            if item.gold is None and item.found is not None:
                out.append((doc_id, "appeared", summary(item.found)))
            elif item.found is None and item.gold is not None:
                out.append((doc_id, "vanished", summary(item.gold)))
            elif item.gold is not None and item.found is not None:
                changes = _changes(item.gold, item.found)
                if changes:
                    out.append((doc_id, "changed", f"{summary(item.found)}: {'; '.join(changes)}"))
    return out


def _changes(old: Finding, new: Finding) -> list[str]:
    out: list[str] = []
    for name in SLOT_ATTRIBUTES:
        one, two = ({shown(s) for s in f.slots(name)} for f in (old, new))
        out += [f"{name} -{what}" for what in sorted(one - two)]
        out += [f"{name} +{what}" for what in sorted(two - one)]
    if old.polarity != new.polarity:
        out.append(f"polarity {old.polarity} → {new.polarity}")
    return out
