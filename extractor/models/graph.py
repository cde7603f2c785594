"""The parser's network: tags, lemmas and a dependency tree of a sentence.

Token vectors, two bidirectional LSTMs on top of each other, and four readings of their states: a
tag and a lemma rule of every token from the first, the score of every word as head of every other
word and the label of each such tie from the second. The tree is the best projective one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extractor.models.features import affixes, folded, grams
from extractor.models.network import Array, Ints, Pack, read

SMALL = (
    "static", "word", "affix", "gram", "input1", "recurrent1", "input2", "recurrent2", "label.both",
)
"""Weights that are stored in 8 bits."""
_CACHED_TYPES = 30000
FAR = (1, 2, 3, 4, 5, 7, 10, 15, 23)
"""From how many words on a distance is of the next kind; each kind in two directions, and the root
is a kind of its own."""
Flags = npt.NDArray[np.bool_]
_LEAK = np.float32(0.1)


@dataclass(frozen=True, slots=True)
class ParserSizes:
    """Sizes of the tables and layers.

    ``static``, ``word``, ``affix``, ``gram`` are the widths of the parts of a token's vector
    (company vectors that training leaves alone, vectors of frequent words, affixes, n-grams),
    ``words`` how many words have one of their own, ``hidden`` the width of the recurrent states in
    each direction, ``arc`` and ``label`` the widths of what is compared for arcs and labels;
    ``far`` says whether the distance of a word to its head counts by itself.
    """

    static: int = 64
    word: int = 64
    affix: int = 56
    gram: int = 56
    words: int = 6000
    affix_rows: int = 8000
    gram_rows: int = 12000
    hidden: int = 240
    arc: int = 192
    label: int = 64
    far: bool = True

    @property
    def width(self) -> int:
        """Width of a token's vector."""
        return self.static + self.word + self.affix + self.gram


@dataclass(slots=True)
class Layout:
    """Where the tokens of a batch stand: runs of one or more sentences, read by the LSTM as wholes.

    ``grid`` (B, n) has the packed place of every token, sentence by sentence, and ``real`` says
    where it is not padding.
    """

    pack: Pack
    grid: Ints
    real: Flags

    @classmethod
    def of(cls, runs: Sequence[int], sentences: Sequence[int] | None = None) -> Layout:
        """Layout for runs of these lengths, cut into sentences of those (in the same order)."""
        pack = Pack.of(runs)
        return cls(pack, *_grid(pack.place, runs if sentences is None else sentences))

    def cut(self, sentences: Sequence[int]) -> Layout:
        """The same runs, cut into sentences of these lengths."""
        return Layout(self.pack, *_grid(self.pack.place, sentences))


def _grid(place: Ints, lengths: Sequence[int]) -> tuple[Ints, Flags]:
    size = np.asarray(lengths, dtype=np.int64)
    real = np.arange(int(size.max())) < size[:, None]
    grid = np.zeros(real.shape, dtype=np.int64)
    grid[real] = place
    return grid, real


def slope(values: Array) -> Array:
    """What values are multiplied with for the activation: all of it above zero, a tenth below."""
    return np.where(values > 0, np.float32(1), _LEAK)


def distances(length: int) -> Ints:
    """The kind of distance, (n, n + 1), between each word and each head: see ``FAR``."""
    offset = np.arange(length)[None, :] - np.arange(length)[:, None]
    kind = np.searchsorted(np.array(FAR), np.abs(offset), side="right")
    out = np.zeros((length, length + 1), dtype=np.int64)
    out[:, 1:] = np.where(offset > 0, kind, kind + len(FAR))
    return out


def arc_scores(
    dependents: Array, heads: Array, params: Mapping[str, Array], layout: Layout
) -> Array:
    """Scores (B, n, n + 1) of heads; padding and a word as its own head get very low ones.

    Args:
        dependents: Of words that seek a head, packed (N, A).
        heads: Of words as heads, packed (N, A).
        params: Weights: of pairs, of heads alone, of the root, of distances.
        layout: The layout.
    """
    count, length = layout.grid.shape
    seekers = (dependents @ params["arc.both"])[layout.grid]
    sought = np.empty((count, length + 1, heads.shape[1]), dtype=np.float32)
    sought[:, 0] = params["arc.root"]
    sought[:, 1:] = heads[layout.grid]
    scores: Array = np.matmul(seekers, sought.transpose(0, 2, 1))
    scores += (sought @ params["arc.weight"]).transpose(0, 2, 1)
    if "arc.far" in params:
        reach = (dependents @ params["arc.far"])[layout.grid]
        scores += reach[:, np.arange(length)[:, None], distances(length)]
    scores[:, :, 1:][~np.repeat(layout.real[:, None, :], length, axis=1)] = -1e4
    own = np.arange(length)
    scores[:, own, own + 1] = -1e4
    return scores


def label_scores(
    dependents: Array, heads: Array, params: Mapping[str, Array]
) -> tuple[Array, Array]:
    """Scores of the labels for pairs, (M, L), and the pairs' half product, (M, R, L)."""
    count, width = dependents.shape
    half = (dependents @ params["label.both"]).reshape(count, width, -1)
    scores = np.matmul(heads[:, None, :], half)[:, 0]
    scores += dependents @ params["label.of_dependent"] + heads @ params["label.of_head"]
    scores += params["label.bias"]
    return scores, half


class GraphParser:
    """Tagger, lemmatiser and parser.

    Args:
        sizes: Sizes of tables and layers.
        words: Lower-case words with a company vector; the first of them have one of their own too.
        tags: Part-of-speech tags.
        rules: Lemma rules, see ``extractor.models.lemmas``.
        labels: Dependency labels other than that of the root.
        params: Weights by name.
    """

    def __init__(
        self, sizes: ParserSizes, words: Sequence[str], tags: Sequence[str], rules: Sequence[str],
        labels: Sequence[str], params: dict[str, Array],
    ) -> None:
        self.sizes, self.params = sizes, params
        self.words, self.tags = list(words), list(tags)
        self.rules, self.labels = list(rules), list(labels)
        self._row = {word: i for i, word in enumerate(self.words)}
        self._cache: dict[str, Array] = {}

    @classmethod
    def new(
        cls, sizes: ParserSizes, words: Sequence[str], tags: Sequence[str], rules: Sequence[str],
        labels: Sequence[str], static: Array, seed: int,
    ) -> GraphParser:
        """An untrained parser with random weights, the same for the same seed."""
        rng = np.random.default_rng(seed)

        def normal(*shape: int, scale: float) -> Array:
            return (rng.standard_normal(shape, dtype=np.float32) * np.float32(scale)).astype("f4")

        hidden = sizes.hidden
        params: dict[str, Array] = {
            "static": static,
            "word": normal(min(sizes.words, len(words)), sizes.word, scale=0.3),
            "affix": normal(sizes.affix_rows, sizes.affix, scale=0.15),
            "gram": normal(sizes.gram_rows, sizes.gram, scale=0.3),
        }
        for layer, wide in (("1", sizes.width), ("2", 2 * hidden)):
            bias = np.zeros((2, 1, 4 * hidden), dtype=np.float32)
            bias[..., hidden : 2 * hidden] = 1
            params |= {
                f"input{layer}": normal(2, wide, 4 * hidden, scale=wide**-0.5),
                f"bias{layer}": bias,
                f"recurrent{layer}": normal(2, hidden, 4 * hidden, scale=hidden**-0.5),
            }
        for name, size in (("tag", len(tags)), ("lemma", len(rules)), ("begin", 1)):
            params[f"{name}.scores"] = normal(2 * hidden, size, scale=0.05)
            params[f"{name}.bias"] = np.zeros((1, size), dtype=np.float32)
        for name, size in (("arc", sizes.arc), ("label", sizes.label)):
            for side in ("dependent", "head"):
                params[f"{name}.{side}"] = normal(2 * hidden, size, scale=(2 * hidden) ** -0.5)
                params[f"{name}.{side}.bias"] = np.zeros((1, size), dtype=np.float32)
        params["arc.root"] = normal(1, sizes.arc, scale=0.3)
        params["arc.both"] = normal(sizes.arc, sizes.arc, scale=1 / sizes.arc)
        if sizes.far:
            params["arc.far"] = normal(sizes.arc, 2 * len(FAR) + 1, scale=0.02)
        params["arc.weight"] = np.zeros((sizes.arc, 1), dtype=np.float32)
        count = len(labels)
        params["label.both"] = normal(sizes.label, sizes.label * count, scale=0.5 / sizes.label)
        params["label.of_dependent"] = normal(sizes.label, count, scale=0.05)
        params["label.of_head"] = normal(sizes.label, count, scale=0.05)
        params["label.bias"] = np.zeros((1, count), dtype=np.float32)
        return cls(sizes, words, tags, rules, labels, params)

    def row(self, token: str) -> int:
        """The row of a token's company vector, or -1."""
        return self._row.get(folded(token), -1)

    def vector(self, token: str) -> Array:
        """The vector of a token type, shape (width,)."""
        known = self._cache.get(token)
        if known is not None:
            return known
        sizes, params = self.sizes, self.params
        out = np.zeros(sizes.width, dtype=np.float32)
        row = self.row(token)
        at = sizes.static + sizes.word
        if row >= 0:
            out[: sizes.static] = params["static"][row]
            if row < len(params["word"]):
                out[sizes.static : at] = params["word"][row]
        end = at + sizes.affix
        out[at:end] = params["affix"][affixes(token, sizes.affix_rows)].sum(axis=0)
        rows = grams(token, sizes.gram_rows)
        if rows:
            out[end:] = params["gram"][rows].sum(axis=0) * np.float32(len(rows) ** -0.5)
        if len(self._cache) >= _CACHED_TYPES:
            self._cache.clear()
        self._cache[token] = out
        return out

    def states(self, sentences: Sequence[Sequence[str]], layout: Layout) -> tuple[Array, Array]:
        """States of both layers, packed left to right, each (N, 2 * hidden)."""
        tokens = np.stack([self.vector(token) for sentence in sentences for token in sentence])
        first = read(tokens[layout.pack.forward], self.params, "1", layout.pack)
        return first, read(first, self.params, "2", layout.pack)

    def token_scores(
        self, runs: Sequence[Sequence[str]], layout: Layout
    ) -> tuple[Array, dict[str, Array]]:
        """States for ties, packed, and scores of tags, lemma rules and sentence starts in order."""
        first, second = self.states(runs, layout)
        flat = layout.grid[layout.real]  # packed places in text order
        return second, {
            name: (states @ self.params[f"{name}.scores"] + self.params[f"{name}.bias"])[flat]
            for name, states in (("tag", first), ("lemma", first), ("begin", second))
        }

    def side(self, name: str, states: Array) -> Array:
        """What is compared for arcs or labels, of tokens as dependents or as heads."""
        value = states @ self.params[name] + self.params[f"{name}.bias"]
        value *= slope(value)
        return value

    def label_scores(self, states: Array, lower: Ints, upper: Ints) -> Array:
        """Scores of the labels of ties between tokens at packed places."""
        dependents = self.side("label.dependent", states)[lower]
        heads = self.side("label.head", states)[upper]
        return np.concatenate([
            label_scores(dependents[at : at + 1000], heads[at : at + 1000], self.params)[0]
            for at in range(0, len(lower), 1000)
        ])
