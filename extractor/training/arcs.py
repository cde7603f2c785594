"""Training of the parser: tags, lemmas, sentence borders, heads and labels at once."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from extractor.models.features import affixes, folded, grams
from extractor.models.graph import (
    SMALL,
    GraphParser,
    Layout,
    arc_scores,
    distances,
    label_scores,
    slope,
)
from extractor.models.network import Array, Ints
from extractor.models.store import rounded
from extractor.training.descent import Descent, bags, dropout, gathered
from extractor.training.gradients import Reading

_CHANCE = 0.15
"""How often sentences that end with a full stop are joined with the next one to a run."""
_LONGEST = 120
_CLIP = 8.0


@dataclass(frozen=True, slots=True)
class ParserPlan:
    """Settings of a training run.

    ``batch`` counts tokens; ``inputs``, ``states`` and ``pairs`` are the dropout rates of token
    vectors, of the LSTMs' states and of what is compared for arcs and labels; ``hide`` is the
    weight against which a word's frequency decides how often its own vector is left out.
    """

    epochs: float = 12
    rate: float = 0.0022
    batch: int = 1000
    hide: float = 1.5
    inputs: float = 0.3
    states: float = 0.4
    pairs: float = 0.33
    average: float = 0.999
    seed: int = 7


@dataclass(slots=True)
class Tree:
    """A sentence to learn from: tokens, and of each its tag, lemma rule, head (0: root), label."""

    tokens: list[str]
    tags: list[int]
    rules: list[int]
    heads: list[int]
    labels: list[int]


class ParserLearner:
    """Trains a parser.

    Args:
        parser: The parser, whose weights are changed in place.
        plan: Settings.
        paragraphs: The sentences to learn from, paragraph by paragraph.
    """

    def __init__(
        self, parser: GraphParser, plan: ParserPlan, paragraphs: Sequence[Sequence[Tree]]
    ) -> None:
        self.parser, self.plan = parser, plan
        self.rng = np.random.default_rng(plan.seed)
        trained = [name for name in parser.params if name != "static"]
        self.descent = Descent(parser.params, trained, plan.average, _CLIP)
        self.trees = [tree for paragraph in paragraphs for tree in paragraph]
        # whether the next sentence stands in the same paragraph, and this one ends with a mark
        self.follows = [
            (i + 1 < len(p), t.tokens[-1] in (".", "?", "!"))
            for p in paragraphs for i, t in enumerate(p)
        ]
        ids: dict[str, int] = {}
        self.ids = [
            np.array([ids.setdefault(t, len(ids)) for t in tree.tokens], dtype=np.int64)
            for tree in self.trees
        ]
        sizes = parser.sizes
        types = list(ids)
        seen = Counter(folded(t) for tree in self.trees for t in tree.tokens)
        self.words = np.array([parser.row(t) for t in types], dtype=np.int64)
        often = np.array([seen[folded(t)] for t in types], dtype=np.float32)
        self.hidden = np.maximum(plan.hide / (plan.hide + often), 0.05)
        self.affix = bags([affixes(t, sizes.affix_rows) for t in types], sizes.affix_rows, 0)
        self.gram = bags([grams(t, sizes.gram_rows) for t in types], sizes.gram_rows, -0.5)

    def runs(self) -> list[list[int]]:
        """One epoch's runs: numbers of sentences that are read together."""
        made: list[list[int]] = []
        chances = self.rng.random(len(self.trees))
        open_, length = False, 0
        for i, tree in enumerate(self.trees):
            size = len(tree.tokens)
            if open_ and length + size <= _LONGEST:
                made[-1].append(i)
                length += size
            else:
                made.append([i])
                length = size
            more, ended = self.follows[i]
            open_ = more and (not ended or bool(chances[i] < _CHANCE))
        return made

    def batches(self) -> Iterator[list[list[int]]]:
        """One epoch's batches of runs of like length."""
        runs = self.runs()
        sizes = [sum(len(self.ids[i]) for i in run) for run in runs]
        order = self.rng.permutation(len(runs))
        made: list[list[list[int]]] = []
        for at in range(0, len(order), 3000):
            pool = sorted(order[at : at + 3000].tolist(), key=sizes.__getitem__)
            batch: list[list[int]] = []
            total = 0
            for i in pool:
                batch.append(runs[i])
                total += sizes[i]
                if total >= self.plan.batch:
                    made.append(batch)
                    batch, total = [], 0
            if batch:
                made.append(batch)
        for i in self.rng.permutation(len(made)):
            yield made[i]

    def learn(self, batch: Sequence[Sequence[int]], rate: float) -> float:
        """One step; returns the loss per token."""
        plan, params = self.plan, self.parser.params
        numbers = [i for run in batch for i in run]
        trees = [self.trees[i] for i in numbers]
        layout = Layout.of(
            [sum(len(self.ids[i]) for i in run) for run in batch], [len(t.tokens) for t in trees]
        )
        flat = np.concatenate([self.ids[i] for i in numbers])
        tokens, update = self._tokens(flat)
        place = layout.grid[layout.real]  # packed place of every token in text order
        lower = Reading.of(tokens[layout.pack.forward], params, "1", layout.pack)
        first_mask = dropout(self.rng, lower.out.shape, plan.states)
        first = lower.out * first_mask
        upper = Reading.of(first, params, "2", layout.pack)
        second_mask = dropout(self.rng, upper.out.shape, plan.states)
        second = upper.out * second_mask
        grads: dict[str, Array] = {}
        d_first, d_second = np.zeros_like(first), np.zeros_like(second)
        loss = 0.0
        for name, gold in (
            ("tag", [t.tags for t in trees]), ("lemma", [t.rules for t in trees]),
        ):
            truth = np.empty(len(flat), dtype=np.int64)
            truth[place] = np.concatenate(gold)
            loss += self._choice(name, first, truth, d_first, grads)
        begin = np.zeros(len(flat), dtype=np.float32)
        begin[layout.grid[:, 0]] = 1
        loss += self._begin(second, begin, layout, d_second, grads)
        loss += self._arcs(second, trees, layout, d_second, grads)
        loss += self._labels(second, trees, layout, place, d_second, grads)
        d_first += upper.back(d_second * second_mask, params, "2", layout.pack, grads)
        d_tokens = np.empty_like(tokens)
        d_tokens[layout.pack.forward] = lower.back(
            d_first * first_mask, params, "1", layout.pack, grads
        )
        update(d_tokens, self.descent.layers(grads, len(flat), rate), rate)
        return loss / len(flat)

    def _tokens(self, flat: Ints) -> tuple[Array, Callable[[Array, np.float32, float], None]]:
        """Vectors of tokens in text order, and what takes their gradients."""
        params, sizes, plan = self.parser.params, self.parser.sizes, self.plan
        kinds, where = np.unique(flat, return_inverse=True)
        own, at = sizes.static, sizes.static + sizes.word
        end = at + sizes.affix
        words = self.words[kinds]
        affix, gram = self.affix[kinds], self.gram[kinds]
        of_kind = np.zeros((len(kinds), sizes.width), dtype=np.float32)
        known = words >= 0
        of_kind[known, :own] = params["static"][words[known]]
        frequent = known & (words < len(params["word"]))
        of_kind[frequent, own:at] = params["word"][words[frequent]]
        of_kind[:, at:end] = affix @ params["affix"]
        of_kind[:, end:] = gram @ params["gram"]
        mask = dropout(self.rng, (len(flat), sizes.width), plan.inputs)
        veiled = self.rng.random(len(flat)) < self.hidden[flat]
        mask[veiled, own:at] = 0
        both = self.rng.random(len(flat))
        mask[veiled & (both < 0.3), at:end] = 0
        mask[veiled & (both > 0.7), :own] = 0
        tokens: Array = of_kind[where] * mask

        def update(d_tokens: Array, scale: np.float32, rate: float) -> None:
            d_kind = gathered(where, len(kinds), d_tokens * mask) * scale
            step = self.descent
            step.words("word", words[frequent], d_kind[frequent, own:at], rate)
            step.bag("affix", affix, d_kind[:, at:end], rate)
            step.bag("gram", gram, d_kind[:, end:], rate)

        return tokens, update

    def _choice(
        self, name: str, states: Array, gold: Ints, d_states: Array, grads: dict[str, Array]
    ) -> float:
        weights = self.parser.params[f"{name}.scores"]
        scores = states @ weights + self.parser.params[f"{name}.bias"]
        loss, d_scores = cross_entropy(scores, gold)
        grads[f"{name}.scores"] = states.T @ d_scores
        grads[f"{name}.bias"] = d_scores.sum(axis=0, keepdims=True)
        d_states += d_scores @ weights.T
        return loss

    def _begin(
        self, states: Array, gold: Array, layout: Layout, d_states: Array, grads: dict[str, Array]
    ) -> float:
        weights = self.parser.params["begin.scores"]
        scores = (states @ weights + self.parser.params["begin.bias"])[:, 0]
        chance = 1 / (1 + np.exp(-scores))
        d_scores = (chance - gold)[:, None].astype(np.float32)
        d_scores[: int(layout.pack.counts[0])] = 0  # a run's first token begins a sentence anyway
        grads["begin.scores"] = states.T @ d_scores
        grads["begin.bias"] = d_scores.sum(axis=0, keepdims=True)
        d_states += d_scores @ weights.T
        return float(-np.log(np.maximum(1 - np.abs(d_scores), 1e-9)).sum())

    def _sides(self, name: str, states: Array) -> tuple[list[Array], list[Array]]:
        params = self.parser.params
        out, masks = [], []
        for side in ("dependent", "head"):
            value = states @ params[f"{name}.{side}"] + params[f"{name}.{side}.bias"]
            mask = dropout(self.rng, value.shape, self.plan.pairs)
            mask *= slope(value)
            out.append(value * mask)
            masks.append(mask)
        return out, masks

    def _sides_back(
        self, name: str, d_sides: Sequence[Array], masks: Sequence[Array], states: Array,
        d_states: Array, grads: dict[str, Array],
    ) -> None:
        for side, d_side, mask in zip(("dependent", "head"), d_sides, masks, strict=True):
            d_value = d_side * mask
            grads[f"{name}.{side}"] = states.T @ d_value
            grads[f"{name}.{side}.bias"] = d_value.sum(axis=0, keepdims=True)
            d_states += d_value @ self.parser.params[f"{name}.{side}"].T

    def _arcs(
        self, states: Array, trees: Sequence[Tree], layout: Layout, d_states: Array,
        grads: dict[str, Array],
    ) -> float:
        params = self.parser.params
        (dependent, head), masks = self._sides("arc", states)
        scores = arc_scores(dependent, head, params, layout)
        count, length = layout.grid.shape
        gold = np.zeros((count, length), dtype=np.int64)
        gold[layout.real] = np.concatenate([t.heads for t in trees])
        loss, d_flat = cross_entropy(scores[layout.real], gold[layout.real])
        d_scores = np.zeros_like(scores)
        d_scores[layout.real] = d_flat
        heads = np.empty((count, length + 1, head.shape[1]), dtype=np.float32)
        heads[:, 0] = params["arc.root"]
        heads[:, 1:] = head[layout.grid]
        of_heads = d_scores.sum(axis=1)
        queries = dependent @ params["arc.both"]
        d_seekers = np.matmul(d_scores, heads)
        d_heads = np.matmul(d_scores.transpose(0, 2, 1), queries[layout.grid])
        d_heads += of_heads[..., None] * params["arc.weight"][:, 0]
        grads["arc.weight"] = np.einsum("bj,bja->a", of_heads, heads)[:, None]
        grads["arc.root"] = d_heads[:, 0].sum(axis=0, keepdims=True)
        place = layout.grid[layout.real]
        d_queries, d_head = np.empty_like(queries), np.empty_like(head)
        d_queries[place] = d_seekers[layout.real]
        d_head[place] = d_heads[:, 1:][layout.real]
        grads["arc.both"] = dependent.T @ d_queries
        d_dependent = d_queries @ params["arc.both"].T
        if "arc.far" in params:
            kinds = np.eye(params["arc.far"].shape[1], dtype=np.float32)[distances(length)]
            d_reach = np.matmul(d_scores.transpose(1, 0, 2), kinds).transpose(1, 0, 2)
            d_far = np.empty((len(head), kinds.shape[2]), dtype=np.float32)
            d_far[place] = d_reach[layout.real]
            grads["arc.far"] = dependent.T @ d_far
            d_dependent += d_far @ params["arc.far"].T
        self._sides_back("arc", (d_dependent, d_head), masks, states, d_states, grads)
        return loss

    def _labels(
        self, states: Array, trees: Sequence[Tree], layout: Layout, place: Ints, d_states: Array,
        grads: dict[str, Array],
    ) -> float:
        params = self.parser.params
        (dependent, head), masks = self._sides("label", states)
        gold_heads = np.zeros(layout.grid.shape, dtype=np.int64)
        gold_heads[layout.real] = np.concatenate([t.heads for t in trees])
        above = np.take_along_axis(layout.grid, np.maximum(gold_heads - 1, 0), axis=1)
        tied = gold_heads[layout.real] > 0
        lower, upper = place[tied], above[layout.real][tied]
        gold = np.concatenate([t.labels for t in trees])[tied]
        below, over = dependent[lower], head[upper]
        scores, half = label_scores(below, over, params)
        loss, d_scores = cross_entropy(scores, gold)
        d_half = (over[:, :, None] * d_scores[:, None, :]).reshape(len(below), -1)
        grads["label.both"] = below.T @ d_half
        grads["label.of_dependent"] = below.T @ d_scores
        grads["label.of_head"] = over.T @ d_scores
        grads["label.bias"] = d_scores.sum(axis=0, keepdims=True)
        d_below = d_half @ params["label.both"].T + d_scores @ params["label.of_dependent"].T
        d_over = np.matmul(half, d_scores[:, :, None])[..., 0]
        d_over += d_scores @ params["label.of_head"].T
        d_dependent, d_head = np.zeros_like(dependent), np.zeros_like(head)
        d_dependent[lower] = d_below
        d_head += gathered(upper, len(head), d_over)
        self._sides_back("label", (d_dependent, d_head), masks, states, d_states, grads)
        return loss

    def averaged(self) -> GraphParser:
        """A parser with the mean weights, rounded as they are stored."""
        p = self.parser
        params = rounded({**p.params, **self.descent.mean}, SMALL)
        return GraphParser(p.sizes, p.words, p.tags, p.rules, p.labels, params)


def cross_entropy(scores: Array, gold: npt.NDArray[Any]) -> tuple[float, Array]:
    """Summed negative log-likelihood of the gold columns, and the gradient of the scores."""
    chance = np.exp(scores - scores.max(axis=1, keepdims=True))
    chance /= chance.sum(axis=1, keepdims=True)
    row = np.arange(len(gold))
    loss = float(-np.log(np.maximum(chance[row, gold], 1e-12)).sum())
    chance[row, gold] -= 1
    return loss, chance


def train_steps(
    learner: ParserLearner, report: Callable[[GraphParser], str] | None = None
) -> GraphParser:
    """Train by the plan and return the parser with the mean weights."""
    plan = learner.plan
    steps = sum(1 for _ in learner.batches())
    whole = max(1, int(steps * plan.epochs))
    begun = time.monotonic()
    done = epoch = 0
    while done < whole:
        loss, count = 0.0, 0
        for batch in learner.batches():
            warm = min(1.0, (done + 1) / min(300, 1 + whole // 10))
            loss += learner.learn(batch, plan.rate * warm * max(0.01, 1 - done / whole))
            done += 1
            count += 1
            if done % 10 == 0:
                learner.descent.average(10)
            if done >= whole:
                break
        epoch += 1
        line = f"epoch {epoch} loss {loss / count:.4f} {time.monotonic() - begun:.0f} s"
        if report is not None:
            line += " " + report(learner.averaged())
        print(line, flush=True)
    return learner.averaged()
