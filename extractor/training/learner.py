"""Training of the recognisers: joint batches of all corpora, each teaching its own head only."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from extractor.models.features import Sizes, affixes, folded, grams
from extractor.models.network import Array, Ints, Pack, allowed, tags_of
from extractor.models.store import rounded
from extractor.models.tagger import TABLES, Tagger, vocabulary
from extractor.training.corpora import Corpus, Sentence, f1, span_scores
from extractor.training.descent import Descent, bags, dropout, gathered
from extractor.training.gradients import Reading, crf
from extractor.training.pretrain import word_vectors

_CLIP = 5.0


@dataclass(frozen=True, slots=True)
class Plan:
    """Settings of a training run.

    ``batch`` counts tokens; ``hide`` is the weight against which a word's frequency decides how
    often its own vector is hidden (5 of 100 times at least; three times in ten its affixes with
    it, twice in ten its n-grams), so that the network learns to do without; ``inputs``,
    ``between`` and ``outputs`` are dropout rates of token vectors, of the states of lower layers
    and of the last; ``pretrain`` starts from vectors of the words' company.
    """

    epochs: float = 7
    rate: float = 0.0025
    batch: int = 1200
    least: int = 2
    hide: float = 1.0
    inputs: float = 0.35
    between: float = 0.3
    outputs: float = 0.5
    average: float = 0.998
    pretrain: bool = True
    seed: int = 7


class Learner:
    """Trains a tagger on several corpora at once.

    Args:
        tagger: The tagger, whose weights are changed in place.
        plan: Settings.
        sentences: Training sentences of each head.
        repeats: How often each head's corpus is seen in one epoch.
    """

    def __init__(
        self, tagger: Tagger, plan: Plan, sentences: dict[str, list[Sentence]],
        repeats: dict[str, float],
    ) -> None:
        self.tagger, self.plan, self.repeats = tagger, plan, repeats
        self.rng = np.random.default_rng(plan.seed)
        for name, types in tagger.heads.items():
            tagger.params[f"{name}.moves"] += allowed(types)
        self.descent = Descent(tagger.params, tagger.params, plan.average, _CLIP)
        self._index(sentences)

    def _index(self, sentences: dict[str, list[Sentence]]) -> None:
        ids: dict[str, int] = {}
        self.items: dict[str, list[tuple[Ints, Ints]]] = {}
        seen: Counter[str] = Counter()
        for name, group in sentences.items():
            types = self.tagger.heads[name]
            self.items[name] = [
                (
                    np.array([ids.setdefault(t, len(ids)) for t in s.tokens], dtype=np.int64),
                    np.array(tags_of(s.spans, len(s.tokens), types), dtype=np.int64),
                )
                for s in group
            ]
            seen.update(folded(t) for s in group for t in s.tokens)
        self.types = list(ids)
        sizes, tagger = self.tagger.sizes, self.tagger
        self.words = np.array([tagger.row(t) for t in self.types], dtype=np.int64)
        often = np.array([seen[folded(t)] for t in self.types], dtype=np.float32)
        self.hidden = np.maximum(self.plan.hide / (self.plan.hide + often), 0.05)
        self.affix = bags([affixes(t, sizes.affix_rows) for t in self.types], sizes.affix_rows, 0)
        self.gram = bags([grams(t, sizes.gram_rows) for t in self.types], sizes.gram_rows, -0.5)

    def batches(self) -> Iterator[list[tuple[str, int]]]:
        """One epoch's batches, as (head, number of the sentence)."""
        chosen: list[tuple[str, int]] = []
        for name, group in self.items.items():
            repeat = self.repeats[name]
            times = int(repeat)
            chosen += [(name, i) for i in range(len(group))] * times
            rest = round((repeat - times) * len(group))
            chosen += [(name, int(i)) for i in self.rng.permutation(len(group))[:rest]]
        order = self.rng.permutation(len(chosen))
        made: list[list[tuple[str, int]]] = []
        for at in range(0, len(order), 4000):
            pool = [chosen[i] for i in order[at : at + 4000]]
            pool.sort(key=lambda c: len(self.items[c[0]][c[1]][0]))
            batch: list[tuple[str, int]] = []
            total = 0
            for item in pool:
                batch.append(item)
                total += len(self.items[item[0]][item[1]][0])
                if total >= self.plan.batch:
                    made.append(batch)
                    batch, total = [], 0
            if batch:
                made.append(batch)
        for i in self.rng.permutation(len(made)):
            yield made[i]

    def learn(self, batch: Sequence[tuple[str, int]], rate: float) -> float:
        """One step; returns the loss per token."""
        tagger, plan, params = self.tagger, self.plan, self.tagger.params
        pairs = [self.items[name][i] for name, i in batch]
        lengths = [len(tokens) for tokens, _ in pairs]
        pack = Pack.of(lengths)
        flat = np.concatenate([tokens for tokens, _ in pairs])
        kinds, place = np.unique(flat, return_inverse=True)
        sizes = tagger.sizes
        first, middle = sizes.word, sizes.word + sizes.affix
        words = self.words[kinds]
        affix, gram = self.affix[kinds], self.gram[kinds]
        of_kind = np.zeros((len(kinds), sizes.width), dtype=np.float32)
        known = words >= 0
        of_kind[known, :first] = params["word"][words[known]]
        of_kind[:, first:middle] = affix @ params["affix"]
        of_kind[:, middle:] = gram @ params["gram"]
        tokens = of_kind[place]
        mask = dropout(self.rng, tokens.shape, plan.inputs)
        veiled = self.rng.random(len(flat)) < self.hidden[flat]
        mask[veiled, :first] = 0
        also = self.rng.random(len(flat))
        mask[veiled & (also < 0.3), first:middle] = 0
        mask[veiled & (also > 0.8), middle:] = 0
        tokens *= mask
        if tagger.base is not None:
            tokens = np.hstack((tokens, self._below(pairs, pack)))
        readings: list[Reading] = []
        masks: list[Array] = []
        seen = tokens[pack.forward]
        joint = np.zeros((1, 2 * sizes.hidden), dtype=np.float32)
        for layer in tagger.layers:
            readings.append(Reading.of(seen, params, layer, pack))
            joint = joint + readings[-1].out
            rate_here = plan.outputs if layer == tagger.layers[-1] else plan.between
            masks.append(dropout(self.rng, joint.shape, rate_here))
            seen = joint * masks[-1]
        d_seen = np.zeros_like(seen)
        grads: dict[str, Array] = {}
        loss = self._heads(batch, pairs, lengths, pack, seen, d_seen, grads)
        d_joint = np.zeros_like(seen)
        for layer, reading, out_mask in reversed(
            list(zip(tagger.layers, readings, masks, strict=True))
        ):
            d_joint += d_seen * out_mask
            d_seen = reading.back(d_joint, params, layer, pack, grads)
        d_tokens = np.empty((len(flat), sizes.width), dtype=np.float32)
        d_tokens[pack.forward] = d_seen[:, : sizes.width]
        step = self.descent
        scale = step.layers(grads, len(flat), rate)
        d_kind = gathered(place, len(kinds), d_tokens * mask) * scale
        step.words("word", words[known], d_kind[known, :first], rate)
        step.bag("affix", affix, d_kind[:, first:middle], rate)
        step.bag("gram", gram, d_kind[:, middle:], rate)
        return loss / len(flat)

    def _heads(
        self, batch: Sequence[tuple[str, int]], pairs: Sequence[tuple[Ints, Ints]],
        lengths: Sequence[int], pack: Pack, joint: Array, d_joint: Array, grads: dict[str, Array],
    ) -> float:
        params = self.tagger.params
        begins = np.cumsum([0, *lengths])
        loss = 0.0
        for name in dict.fromkeys(n for n, _ in batch):
            mine = [i for i, (n, _) in enumerate(batch) if n == name]
            own = Pack.of([lengths[i] for i in mine])
            where = np.concatenate([pack.place[begins[i] : begins[i + 1]] for i in mine])
            where = where[own.forward]
            gold = np.concatenate([pairs[i][1] for i in mine])[own.forward]
            seen = joint[where]
            scores = seen @ params[f"{name}.scores"] + params[f"{name}.bias"]
            part, d_scores, grads[f"{name}.moves"] = crf(
                scores, params[f"{name}.moves"], gold, own
            )
            loss += part
            grads[f"{name}.scores"] = seen.T @ d_scores
            grads[f"{name}.bias"] = d_scores.sum(axis=0, keepdims=True)
            d_joint[where] = d_scores @ params[f"{name}.scores"].T
        return loss

    def _below(self, pairs: Sequence[tuple[Ints, Ints]], pack: Pack) -> Array:
        base = self.tagger.base
        assert base is not None
        below = np.empty((int(pack.counts.sum()), 2 * base.sizes.hidden), dtype=np.float32)
        below[pack.forward] = base.states([[self.types[t] for t in p] for p, _ in pairs], pack)
        return below * dropout(self.rng, below.shape, self.plan.inputs)

    def averaged(self) -> Tagger:
        """A tagger with the mean weights, rounded as they are stored."""
        params = rounded(self.descent.mean, TABLES)
        tagger = self.tagger
        return Tagger(tagger.sizes, tagger.words, tagger.heads, params, tagger.base)


def fit(
    corpora: Sequence[Corpus], train: dict[str, list[Sentence]], devel: dict[str, list[Sentence]],
    sizes: Sizes, plan: Plan, folder: Path | None = None, base: Tagger | None = None,
    limit: float = float("inf"), every: int = 1,
) -> Tagger:
    """Train a tagger on corpora.

    Args:
        corpora: The corpora, one head each.
        train: Training sentences by corpus name.
        devel: Sentences for the learning curve by corpus name.
        sizes: Sizes of the network.
        plan: Settings.
        folder: Where to save the tagger after every evaluation, or ``None``.
        base: A trained tagger to stand on.
        limit: Seconds after which training stops early.
        every: Epochs between evaluations.
    """
    words = vocabulary((s.tokens for group in train.values() for s in group), plan.least)
    heads = {c.name: c.types for c in corpora}
    tagger = Tagger.new(sizes, words, heads, plan.seed, base)
    if plan.pretrain:
        texts = [s.tokens for group in train.values() for s in group]
        tagger.params["word"] = word_vectors(texts, words, sizes.word)
    learner = Learner(tagger, plan, train, {c.name: c.repeat for c in corpora})
    begun = time.monotonic()
    steps = sum(1 for _ in learner.batches())
    whole = max(1, int(steps * plan.epochs))
    print(f"{len(words)} words, {steps} steps an epoch", flush=True)
    done = epoch = 0
    while done < whole and time.monotonic() - begun < limit:
        loss = 0.0
        count = 0
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
        report = f"epoch {epoch} loss {loss / count:.4f} {time.monotonic() - begun:.0f} s"
        if devel and (epoch % every == 0 or done >= whole):
            scores = evaluate(learner.averaged(), devel)
            report += " " + " ".join(f"{k} {v:.4f}" for k, v in scores.items())
            if folder is not None:
                learner.averaged().save(folder)
        print(report, flush=True)
    return learner.averaged()


def lean(tagger: Tagger, head: str, kind: str, other: str, same: str, share: float) -> Tagger:
    """Let one head believe another about one type of entity.

    The scores of the type's tags get a share of what the other head's tags score above its ``O``;
    both are linear in the same states, so that only the head's weights change. For a corpus of few
    documents, whose head finds too few of the names it has not seen.

    Args:
        tagger: The tagger, which is left as it is.
        head: The head that leans.
        kind: Its type.
        other: The head that it leans on.
        same: What that one calls the type.
        share: The share.
    """
    params = dict(tagger.params)
    first, second = (
        1 + 4 * tagger.heads[name].index(type_) for name, type_ in ((head, kind), (other, same))
    )
    for part in ("scores", "bias"):
        value, added = params[f"{head}.{part}"].copy(), params[f"{other}.{part}"]
        more = added[:, second : second + 4] - added[:, :1]
        value[:, first : first + 4] += np.float32(share) * more
        params[f"{head}.{part}"] = value
    return Tagger(tagger.sizes, tagger.words, tagger.heads, params, tagger.base)


def evaluate(tagger: Tagger, parts: dict[str, list[Sentence]]) -> dict[str, float]:
    """Strict micro F1 of each head on its corpus."""
    out: dict[str, float] = {}
    for name, group in parts.items():
        found: list[list[tuple[int, int, str]]] = []
        for at in range(0, len(group), 200):
            tokens = [s.tokens for s in group[at : at + 200]]
            found += tagger.tag(tokens, [name])[name]
        out[name] = f1(span_scores((s.spans for s in group), found)[""])[2]
    return out
