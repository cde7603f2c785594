"""Gold findings against found ones: mentions, pairs, tuples, aligned findings.

Pure: findings in, counts out. Everything is counted per document and added up; a micro-average is
the score of the added counts. Swapping gold and found swaps precision and recall. How the four
levels count:

mentions
    The distinct spans that fill a slot anywhere in the document's findings; ``exact`` the same
    span, ``overlap`` at least one character in common, matched one to one. Labels do not matter.
pairs
    The distinct normalised relations (``PAIRS``) inside the document's findings, with the
    direction of the target or effect.
tuples
    The distinct 5-tuples of the document's findings, exploded, an empty slot being a value of its
    own; ``strict`` all five equal, ``relaxed`` four of five, matched one to one. Directions count.
    A finding whose five slots are all empty has no tuple.
findings
    Gold and found findings aligned one to one such that the total number of equal fillers is
    greatest; then each slot is counted over aligned and unaligned findings (``slots``), directions
    included. ``findings`` counts an aligned pair as right when the fillers of its five slots agree
    by half (Dice coefficient of at least .5) and its polarity is the same.

``all`` of mentions and slots is over the five slots of the tuple; cargo, vesicle and polarity stand
beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from extractor.assignment import best_assignment, largest_matching
from extractor.matching import Identity
from extractor.records import SLOT_ATTRIBUTES, Finding

TUPLE_SLOTS: tuple[str, ...] = ("msc_source", "disease_model", "mirnas", "targets", "effects")
"""The five core slots, in order."""
PAIRS: dict[str, tuple[str, str]] = {
    "source–miRNA": ("msc_source", "mirnas"),
    "source–disease": ("msc_source", "disease_model"),
    "disease–miRNA": ("disease_model", "mirnas"),
    "miRNA–target": ("mirnas", "targets"),
    "miRNA–effect": ("mirnas", "effects"),
    "source–target": ("msc_source", "targets"),
    "source–effect": ("msc_source", "effects"),
    "disease–effect": ("disease_model", "effects"),
}
"""The binary relations that are scored."""

Metric = tuple[str, str]
"""Level and row: ("pairs", "source–miRNA"), ("tuples", "strict"), ("slots", "all"), …"""
METRICS: tuple[Metric, ...] = (
    *(("mentions exact", s) for s in (*SLOT_ATTRIBUTES, "all")),
    *(("mentions overlap", s) for s in (*SLOT_ATTRIBUTES, "all")),
    *(("pairs", p) for p in (*PAIRS, "all")),
    ("tuples", "strict"), ("tuples", "relaxed"),
    *(("slots", s) for s in (*SLOT_ATTRIBUTES, "polarity", "all")),
    ("findings", "all"),
)
"""Every metric in the order in which they are shown."""

Filler = tuple[str, str]
Tuple = tuple[Filler | None, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """True positives, false positives, false negatives; ratios are ``None`` where undefined."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float | None:
        """Share of the found that is right; ``None`` if nothing was found."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else None

    @property
    def recall(self) -> float | None:
        """Share of the gold that was found; ``None`` if there is no gold."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; ``None`` if there is neither gold nor anything found."""
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else None


Unit = dict[Metric, list[int]]
"""What one gold finding with its aligned one, or one unaligned finding, adds: [tp, fp, fn]."""


@dataclass(slots=True)
class Score:
    """The score of one document, or of several added up.

    ``units`` are the parts that a bootstrap draws from; their sum is the score.
    """

    units: list[Unit] = field(default_factory=list)
    gold: int = 0
    found: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.units + other.units, self.gold + other.gold, self.found + other.found)

    def count(self, metric: Metric) -> Count:
        """The counts of one metric."""
        parts = [unit[metric] for unit in self.units if metric in unit]
        return Count(*(sum(p[i] for p in parts) for i in range(3)))

    def counts(self) -> dict[Metric, Count]:
        """The counts of every metric, in the order of ``METRICS``."""
        return {metric: self.count(metric) for metric in METRICS}

    def intervals(self, draws: int = 1000, seed: int = 0) -> dict[Metric, tuple[float, float]]:
        """95 % bootstrap intervals of F1, drawing findings with replacement.

        A metric has none where fewer than two units speak of it, or F1 is undefined in a draw.

        Args:
            draws: How many samples are drawn.
            seed: Seed of the generator; the same seed gives the same intervals.
        """
        import numpy as np

        size = len(self.units)
        if size < 2:
            return {}
        weights = np.random.default_rng(seed).multinomial(size, np.full(size, 1 / size), draws)
        out: dict[Metric, tuple[float, float]] = {}
        for metric in METRICS:
            rows = np.array([unit.get(metric, (0, 0, 0)) for unit in self.units])
            if np.count_nonzero(rows.any(axis=1)) < 2:
                continue
            tp, fp, fn = (weights @ rows).T
            total = 2 * tp + fp + fn
            f1 = 2 * tp[total > 0] / total[total > 0]
            low, high = np.quantile(f1, (0.025, 0.975))
            out[metric] = (float(low), float(high))
        return out


@dataclass(slots=True)
class Aligned:
    """A gold finding and the found one aligned with it; one of them may be missing."""

    gold: Finding | None
    found: Finding | None


@dataclass(slots=True)
class Comparison:
    """Two sides of one document, compared: the raw material of scores and error lists."""

    gold: list[Finding]
    found: list[Finding]
    identity: Identity
    pairs: list[tuple[int, int]]

    def aligned(self) -> list[Aligned]:
        """Every finding once: aligned pairs and gold alone in order, then found alone."""
        partner = dict(self.pairs)
        taken = set(partner.values())
        out = [
            Aligned(g, self.found[partner[i]] if i in partner else None)
            for i, g in enumerate(self.gold)
        ]
        return out + [Aligned(None, f) for j, f in enumerate(self.found) if j not in taken]

    def fillers(self, finding: Finding, slot: str) -> set[Filler]:
        """The distinct normalised fillers of a slot."""
        return {self.identity.filler(slot, s) for s in finding.slots(slot)}


def compare(gold: Iterable[Finding], found: Iterable[Finding]) -> Comparison:
    """Align the findings of one document.

    The total number of equal fillers of the five slots decides; then how many aligned pairs are
    right as findings, then polarity, equal fillers with other directions, and shared evidence.
    """
    one = sorted(gold, key=_content)
    two = sorted(found, key=_content)
    identity = Identity(one, two)
    made = Comparison(one, two, identity, [])
    sides = [[{s: made.fillers(f, s) for s in TUPLE_SLOTS} for f in side] for side in (one, two)]
    unit = 1000 * (min(len(one), len(two)) + 1)
    weights: dict[tuple[int, int], int] = {}
    for i, a in enumerate(one):
        for j, b in enumerate(two):
            equal = sum(len(sides[0][i][s] & sides[1][j][s]) for s in TUPLE_SLOTS)
            if not equal:
                continue
            loose = sum(
                len({k for k, _ in sides[0][i][s]} & {k for k, _ in sides[1][j][s]})
                for s in ("targets", "effects")
            )
            weights[i, j] = (
                equal * unit + 400 * agree(sides[0][i], sides[1][j], a, b)
                + 200 * (a.polarity == b.polarity) + 5 * min(loose, 30) + 20 * _share(a, b)
            )
    if [_content(f) for f in one] <= [_content(f) for f in two]:
        made.pairs = best_assignment(weights)
    else:  # ties are broken alike whichever side is called gold
        turned = best_assignment({(j, i): weight for (i, j), weight in weights.items()})
        made.pairs = sorted((i, j) for j, i in turned)
    return made


def agree(one: Mapping[str, set[Filler]], two: Mapping[str, set[Filler]],
          a: Finding, b: Finding) -> bool:
    """Whether two findings count as the same: Dice of their fillers at least .5, same polarity."""
    equal = sum(len(one[s] & two[s]) for s in TUPLE_SLOTS)
    size = sum(len(one[s]) + len(two[s]) for s in TUPLE_SLOTS)
    return a.polarity == b.polarity and 4 * equal >= size > 0


def _content(finding: Finding) -> str:
    data = finding.to_json()
    for key in ("finding_id", "confidence", "rules"):
        data.pop(key)
    for key, value in data.items():
        if isinstance(value, list):  # in whatever order they were written
            data[key] = sorted(value, key=lambda item: json.dumps(item, sort_keys=True))
    return json.dumps(data, sort_keys=True, ensure_ascii=False)


def _share(a: Finding, b: Finding) -> bool:
    return any(x.start < y.end and y.start < x.end for x in a.evidence for y in b.evidence)


def score(gold: Iterable[Finding], found: Iterable[Finding]) -> Score:
    """The score of one document.

    Args:
        gold: Its gold findings, spans in the document text.
        found: The findings to judge, spans in the same text.
    """
    return tally(compare(gold, found))


def tally(made: Comparison) -> Score:
    """The counts of a comparison."""
    counter = _Counter(made)
    for slot in SLOT_ATTRIBUTES:
        one, two = (_spans(side, slot) for side in (made.gold, made.found))
        rows = [slot, "all"] if slot in TUPLE_SLOTS else [slot]
        counter.sets([("mentions exact", r) for r in rows], one, two, _same(one, two))
        counter.sets([("mentions overlap", r) for r in rows], one, two, _overlapping(one, two))
    for name, ends in PAIRS.items():
        left, right = (_relations(made, side, ends) for side in (made.gold, made.found))
        counter.sets([("pairs", name), ("pairs", "all")], left, right, _same(left, right))
    wanted, got = (_tuples(made, side) for side in (made.gold, made.found))
    counter.sets([("tuples", "strict")], wanted, got, _same(wanted, got))
    counter.sets([("tuples", "relaxed")], wanted, got, _relaxed(wanted, got))
    counter.findings()
    return Score(counter.units, len(made.gold), len(made.found))


Items = Mapping[Any, int]
"""Items that are counted, each with the index of the first finding that has it."""


class _Counter:
    """Adds up what each unit contributes."""

    def __init__(self, made: Comparison) -> None:
        self.made = made
        self.partner = dict(made.pairs)
        back = {j: i for i, j in made.pairs}
        self.alone = [j for j in range(len(made.found)) if j not in back]
        self.place = {**back, **{j: len(made.gold) + n for n, j in enumerate(self.alone)}}
        self.units: list[Unit] = [{} for _ in range(len(made.gold) + len(self.alone))]

    def add(self, unit: int, metric: Metric, tp: int, fp: int, fn: int) -> None:
        """Add counts to a unit."""
        counts = self.units[unit].setdefault(metric, [0, 0, 0])
        for i, amount in enumerate((tp, fp, fn)):
            counts[i] += amount

    def sets(self, metrics: Sequence[Metric], gold: Items, found: Items,
             matched: Mapping[Any, Any]) -> None:
        """Count two sets of items, given which are matched."""
        taken = set(matched.values())
        for metric in metrics:
            for item, owner in gold.items():
                hit = item in matched
                self.add(owner, metric, int(hit), 0, int(not hit))
            for item, owner in found.items():
                if item not in taken:
                    self.add(self.place[owner], metric, 0, 1, 0)

    def findings(self) -> None:
        """Count the slots of aligned and unaligned findings, and the findings themselves."""
        made = self.made
        for i, gold in enumerate(made.gold):
            j = self.partner.get(i)
            self._slots(i, gold, made.found[j] if j is not None else None)
        for j in self.alone:
            self._slots(self.place[j], None, made.found[j])

    def _slots(self, unit: int, gold: Finding | None, found: Finding | None) -> None:
        sides = [
            {s: self.made.fillers(f, s) if f else set[Filler]() for s in SLOT_ATTRIBUTES}
            for f in (gold, found)
        ]
        for slot in SLOT_ATTRIBUTES:
            one, two = sides[0][slot], sides[1][slot]
            counts = (len(one & two), len(two - one), len(one - two))
            for row in (slot, "all") if slot in TUPLE_SLOTS else (slot,):
                self.add(unit, ("slots", row), *counts)
        same = gold is not None and found is not None and gold.polarity == found.polarity
        self.add(unit, ("slots", "polarity"), int(same), int(found is not None and not same),
                 int(gold is not None and not same))
        right = gold is not None and found is not None and agree(sides[0], sides[1], gold, found)
        self.add(unit, ("findings", "all"), int(right), int(found is not None and not right),
                 int(gold is not None and not right))


def _spans(side: Sequence[Finding], slot: str) -> dict[tuple[int, int], int]:
    out: dict[tuple[int, int], int] = {}
    for i, finding in enumerate(side):
        for filler in finding.slots(slot):
            out.setdefault((filler.start, filler.end), i)
    return out


def _relations(
    made: Comparison, side: Sequence[Finding], ends: tuple[str, str]
) -> dict[tuple[Filler, Filler], int]:
    out: dict[tuple[Filler, Filler], int] = {}
    for i, finding in enumerate(side):
        for pair in product(*(sorted(made.fillers(finding, end)) for end in ends)):
            out.setdefault((pair[0], pair[1]), i)
    return out


def _tuples(made: Comparison, side: Sequence[Finding]) -> dict[Tuple, int]:
    out: dict[Tuple, int] = {}
    for i, finding in enumerate(side):
        values: list[list[Filler | None]] = []
        for slot in TUPLE_SLOTS:
            fillers: list[Filler | None] = [*sorted(made.fillers(finding, slot))]
            values.append(fillers or [None])
        for exploded in product(*values):
            if any(exploded):
                out.setdefault(exploded, i)
    return out


def _same(gold: Items, found: Items) -> dict[Any, Any]:
    return {item: item for item in gold if item in found}


def _overlapping(gold: Items, found: Items) -> dict[Any, Any]:
    """Spans matched one to one so that as many as possible overlap."""
    one, two = sorted(gold), sorted(found)
    edges = [
        [j for j, b in enumerate(two) if a[0] < b[1] and b[0] < a[1]] for a in one
    ]
    return {one[i]: two[j] for i, j in largest_matching(edges).items()}


def _relaxed(gold: Items, found: Items) -> dict[Any, Any]:
    """Tuples matched one to one so that as many as possible are equal in four of five slots."""
    two = list(found)
    index: dict[tuple[int, Tuple], list[int]] = {}
    for j, item in enumerate(two):
        for slot in range(len(TUPLE_SLOTS)):
            index.setdefault((slot, (*item[:slot], *item[slot + 1 :])), []).append(j)
    one = list(gold)
    edges = [
        sorted({
            j for slot in range(len(TUPLE_SLOTS))
            for j in index.get((slot, (*item[:slot], *item[slot + 1 :])), ())
        })
        for item in one
    ]
    return {one[i]: two[j] for i, j in largest_matching(edges).items()}
