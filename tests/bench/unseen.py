"""What the recognisers are worth where the lexicons do not know the names: on unseen text.

The lexicons were filled while the texts of the gold were read, so that hardly a name of theirs is
missing; a text that nobody has read has many that are. Here a third of the rarer lines of the
lexicons of genes, diseases (with their models) and cells is left out, a line being rare if at most
two documents of the gold name it, and the rules alone are set against the rules with the
recognisers. Which lines go is decided by a seed alone.

A name that is read in the right place has no identifier then, and often not the label of the gold.
Names without identifier are therefore looked up in the whole lexicon before they are scored, in
both runs alike.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from extractor import rules as rules_module
from extractor.components.recognisers import load_recognisers
from extractor.extract import Extractor
from extractor.gold import load_gold
from extractor.lexicon import Entry
from extractor.records import Finding, Slot
from extractor.rules import Rules
from extractor.scoring import Score, score
from extractor.tokens import tokenize
from tests.bench import quality
from tests.bench.ablation import GOLD, documents

FILES = {"genes.tsv": "gene", "diseases.tsv": "disease", "cells.tsv": "cell"}
RARE = 2
"""Most documents that may name a line which is left out."""
SHARE = 3
"""One line of so many goes."""
SEEDS = (11, 12, 13, 14, 15)
"""None of them was looked at while the rules for recognised names were written (1 to 3 were)."""
METRICS = (("slots", "all"), ("pairs", "all"), ("slots", "targets"), ("slots", "disease_model"))
Line = tuple[str, str]
"""File and label."""


class Remembered:
    """Recognisers that find in a text once; what they find does not depend on the lexicons."""

    def __init__(self) -> None:
        self._recognisers = load_recognisers()
        self._known: dict[tuple[str, ...], list[Any]] = {}

    def document(self, texts: Sequence[str]) -> list[Any]:
        """As ``Recognisers.document``."""
        key = tuple(texts)
        if key not in self._known:
            self._known[key] = self._recognisers.document(texts)
        return self._known[key]


def rare_lines(documents_of: Sequence[Any]) -> list[tuple[Line, bool]]:
    """Lines that few documents name, each with whether any does."""
    engine = Extractor(fast=True)
    named: dict[tuple[str, str], set[str]] = defaultdict(set)
    for document in documents_of:
        for m in engine.mentions(document):
            named[m.kind, m.label].add(document.doc_id)
    counts = [
        ((file, entry.label), len(named.get((kind, entry.label), ())))
        for file, kind in FILES.items()
        for entry in engine.rules.entries[kind]
    ]
    return [(line, count > 0) for line, count in counts if count <= RARE]


@contextmanager
def without(lines: set[Line]) -> Iterator[None]:
    """The pattern files with some lines left out, and the models of diseases that went."""
    diseases = {label.casefold() for file, label in lines if file == "diseases.tsv"}
    add = rules_module._add

    def fewer(rules: Rules, name: str, file: str, line: int, row: dict[str, str]) -> None:
        gone = (name, row.get("label", "")) in lines
        if not gone and not (name == "models.tsv" and row["disease"].casefold() in diseases):
            add(rules, name, file, line, row)

    rules_module._add = fewer
    rules_module._load.cache_clear()
    try:
        yield
    finally:
        rules_module._add = add
        rules_module._load.cache_clear()


def looked_up(findings: list[Finding], whole: Rules) -> list[Finding]:
    """Findings whose nameless targets, cargo and diseases have the names of the whole lexicon."""

    def named(slot: Slot, kind: str) -> Slot:
        entry = None if slot.id else _entry(slot.label, kind, whole)
        return slot if entry is None else replace(slot, label=entry.label, id=entry.id)

    for f in findings:
        f.targets = [named(s, "gene") for s in f.targets]
        f.cargo = [named(s, "gene") for s in f.cargo]
        f.disease_model = f.disease_model and named(f.disease_model, "disease")
    return findings


def _entry(label: str, kind: str, whole: Rules) -> Entry | None:
    tokens = tokenize(label)
    for hit in whole.lexicon.find(tokens):
        if hit.first == 0 and hit.last == len(tokens) and hit.name.entry.kind == kind:
            return hit.name.entry
    return None


def run(data: Path | None) -> None:
    """Print F1 of slots and pairs, rules only and with the recognisers, for every seed."""
    sets = [
        documents(load_gold(GOLD)),
        documents(load_gold(GOLD / "generalisation"), [GOLD.parent / "corpus" / "generalisation"]),
    ]
    samples = quality.scai(data / "benchmark" / "mirna") if data else []
    whole = rules_module.load(None)
    lines = rare_lines([d for ready in sets for d, _ in ready])
    recognisers = Remembered()

    def row(trained: bool) -> list[float]:
        engine = Extractor(fast=True)
        engine._recognisers = recognisers if trained else None  # type: ignore[assignment]
        out = []
        for ready in sets:
            made = sum(
                (score(g, looked_up(engine.findings(d, "msc"), whole)) for d, g in ready), Score()
            )
            out += [made.count(metric).f1 or 0.0 for metric in METRICS]
        if samples:
            out.append(quality.own_pairs(samples, engine)[0].f1 or 0.0)
        return out

    heads = [f"{name} {what}" for name in ("gold", "gen.")
             for what in ("slots", "pairs", "targets", "disease")]  # fmt: skip
    heads += ["SCAI"] if samples else []
    print(f"{len(sets[0])} documents of gold/, {len(sets[1])} of gold/generalisation; F1, rules")
    print(f"only, and what the recognisers add; {len(lines):,} lines are rare\n")
    print(f"{'':<26} " + " ".join(f"{head:>13}" for head in heads), flush=True)

    def compared(name: str) -> list[tuple[float, float]]:
        pairs = list(zip(row(False), row(True), strict=True))
        cells = " ".join(f"{a:.3f} {b - a:+.4f}" for a, b in pairs)
        print(f"{name:<26} {cells}", flush=True)
        return pairs

    compared("whole lexicons")
    made = []
    for seed in SEEDS:
        rng = random.Random(seed)
        gone = [(line, named) for line, named in lines if not rng.randrange(SHARE)]
        with without({line for line, _ in gone}):
            made.append(compared(f"seed {seed}: {sum(n for _, n in gone)} named lines less"))
    mean = [
        (sum(r[i][0] for r in made) / len(made), sum(r[i][1] for r in made) / len(made))
        for i in range(len(heads))
    ]
    print(f"{'mean of the seeds':<26} " + " ".join(f"{a:.3f} {b - a:+.4f}" for a, b in mean))
