"""A trained recogniser: heads of several corpora over one encoder, stored as numpy arrays."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np

from extractor.errors import ModelError
from extractor.models.features import Sizes, affixes, folded, grams
from extractor.models.network import Array, Pack, read, spans_of, tag_names, viterbi
from extractor.models.store import pack as packed
from extractor.models.store import unpack

TokenSpan = tuple[int, int, str]

TABLES = ("word", "affix", "gram")
"""Weights that are stored in 8 bits."""
_CACHED_TYPES = 30000
_META, _WEIGHTS, _WORDS = "meta.json", "weights.npz", "words.txt"


class Tagger:
    """Sequence tagger with one CRF head for each corpus.

    Args:
        sizes: Sizes of tables and layers.
        words: Lower-case words that have a vector of their own, in the order of their rows.
        heads: Entity types of every head.
        params: Weights by name.
        base: A tagger whose states are part of this one's input, or ``None``.
    """

    def __init__(
        self, sizes: Sizes, words: Sequence[str], heads: dict[str, tuple[str, ...]],
        params: dict[str, Array], base: Tagger | None = None,
    ) -> None:
        self.sizes = sizes
        self.words = list(words)
        self.heads = dict(heads)
        self.params = params
        self.base = base
        self._row = {word: i for i, word in enumerate(self.words)}
        self._cache: dict[str, Array] = {}
        self.layers = [_layer(number) for number in range(sizes.layers)]

    @classmethod
    def new(
        cls, sizes: Sizes, words: Sequence[str], heads: dict[str, tuple[str, ...]], seed: int,
        base: Tagger | None = None,
    ) -> Tagger:
        """An untrained tagger with random weights, the same for the same seed."""
        rng = np.random.default_rng(seed)

        def normal(*shape: int, scale: float) -> Array:
            return (rng.standard_normal(shape, dtype=np.float32) * np.float32(scale)).astype("f4")

        wide = sizes.width + (2 * base.sizes.hidden if base else 0)
        hidden = sizes.hidden
        bias = np.zeros((2, 1, 4 * hidden), dtype=np.float32)
        bias[..., hidden : 2 * hidden] = 1
        params = {
            "word": normal(len(words), sizes.word, scale=0.3),
            "affix": normal(sizes.affix_rows, sizes.affix, scale=0.15),
            "gram": normal(sizes.gram_rows, sizes.gram, scale=0.3),
        }
        for number in range(sizes.layers):
            layer, reach = _layer(number), 2 * hidden if number else wide
            params[f"input{layer}"] = normal(2, reach, 4 * hidden, scale=reach**-0.5)
            params[f"bias{layer}"] = bias.copy()
            params[f"recurrent{layer}"] = normal(2, hidden, 4 * hidden, scale=hidden**-0.5)
        for name, types in heads.items():
            size = len(tag_names(types))
            params[f"{name}.scores"] = normal(2 * hidden, size, scale=0.05)
            params[f"{name}.bias"] = np.zeros((1, size), dtype=np.float32)
            params[f"{name}.moves"] = np.zeros((size + 2, size), dtype=np.float32)
        return cls(sizes, words, heads, params, base)

    def row(self, token: str) -> int:
        """The row of a token's word vector, or -1."""
        return self._row.get(folded(token), -1)

    def vector(self, token: str) -> Array:
        """The vector of a token type, shape (width,)."""
        known = self._cache.get(token)
        if known is not None:
            return known
        sizes, params = self.sizes, self.params
        out = np.zeros(sizes.width, dtype=np.float32)
        row = self.row(token)
        if row >= 0:
            out[: sizes.word] = params["word"][row]
        middle = sizes.word + sizes.affix
        out[sizes.word : middle] = params["affix"][affixes(token, sizes.affix_rows)].sum(axis=0)
        rows = grams(token, sizes.gram_rows)
        if rows:
            out[middle:] = params["gram"][rows].sum(axis=0) * np.float32(len(rows) ** -0.5)
        if len(self._cache) >= _CACHED_TYPES:
            self._cache.clear()
        self._cache[token] = out
        return out

    def states(
        self, sentences: Sequence[Sequence[str]], pack: Pack, base: Array | None = None
    ) -> Array:
        """Encoder states, packed left to right, shape (N, 2 * hidden).

        Args:
            sentences: Token lists, none empty.
            pack: Their layout.
            base: The states of the tagger this one stands on, if they are known already.
        """
        tokens = np.stack([self.vector(token) for sentence in sentences for token in sentence])
        if self.base is not None:
            below = np.empty((len(tokens), 2 * self.base.sizes.hidden), dtype=np.float32)
            below[pack.forward] = self.base.states(sentences, pack) if base is None else base
            tokens = np.hstack((tokens, below))
        return self.encode(tokens, pack)

    def encode(self, tokens: Array, pack: Pack) -> Array:
        """States for token vectors in text order; see ``states``."""
        seen = tokens[pack.forward]
        for number, layer in enumerate(self.layers):
            states = read(seen, self.params, layer, pack)
            seen = seen + states if number else states
        return seen

    def scores(self, states: Array, pack: Pack, heads: Iterable[str]) -> dict[str, Array]:
        """Of each of the heads the scores of its tags for every token, in text order."""
        plain = states[pack.place]
        return {
            name: plain @ self.params[f"{name}.scores"] + self.params[f"{name}.bias"]
            for name in heads
        }

    def decode(
        self, scores: Mapping[str, Array], lengths: Sequence[int]
    ) -> dict[str, list[list[TokenSpan]]]:
        """Entities of every sentence as each head sees them.

        Args:
            scores: Of each head the scores of its tags, in text order.
            lengths: The sentences' numbers of tokens.
        """
        pack = Pack.of(lengths)
        ends = np.cumsum(lengths).tolist()
        begins = [0, *ends[:-1]]
        found: dict[str, list[list[TokenSpan]]] = {}
        for name, rows in scores.items():
            packed, _ = viterbi(rows[pack.forward], self.params[f"{name}.moves"], pack)
            tags = packed[pack.place].tolist()
            types = self.heads[name]
            found[name] = [
                spans_of(tags[a:b], types) if any(tags[a:b]) else []
                for a, b in zip(begins, ends, strict=True)
            ]
        return found

    def tag(
        self, sentences: Sequence[Sequence[str]], heads: Iterable[str] | None = None
    ) -> dict[str, list[list[TokenSpan]]]:
        """Entities of sentences, each by itself.

        Args:
            sentences: Token lists, none empty.
            heads: The heads to ask; all if ``None``.

        Returns:
            For every head and sentence half-open token spans with the head's own types.
        """
        names = list(self.heads) if heads is None else list(heads)
        if not sentences:
            return {name: [] for name in names}
        lengths = [len(s) for s in sentences]
        pack = Pack.of(lengths)
        return self.decode(self.scores(self.states(sentences, pack), pack, names), lengths)

    def save(self, folder: Path) -> None:
        """Write words, weights and a description with checksums."""
        folder.mkdir(parents=True, exist_ok=True)
        weights = packed(self.params, TABLES)
        words = "\n".join(self.words).encode("utf-8")
        (folder / _WEIGHTS).write_bytes(weights)
        (folder / _WORDS).write_bytes(words)
        meta = {
            "format": 2, "sizes": asdict(self.sizes), "heads": self.heads,
            "stacked": self.base is not None,
            "sha256": {
                _WEIGHTS: hashlib.sha256(weights).hexdigest(),
                _WORDS: hashlib.sha256(words).hexdigest(),
            },
        }
        (folder / _META).write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, folder: Path, base: Tagger | None = None) -> Tagger:
        """Read what ``save`` wrote.

        Raises:
            ModelError: The folder or a file in it is missing or damaged.
        """
        try:
            meta = json.loads((folder / _META).read_text(encoding="utf-8"))
            content = {name: (folder / name).read_bytes() for name in (_WEIGHTS, _WORDS)}
            for name, data in content.items():
                if hashlib.sha256(data).hexdigest() != meta["sha256"][name]:
                    raise ModelError(
                        f"{folder / name}: damaged model file (checksum differs); install the "
                        "program again, or use --fast to go on with rules only"
                    )
            params = unpack(content[_WEIGHTS])
            heads = {name: tuple(types) for name, types in meta["heads"].items()}
            words = content[_WORDS].decode("utf-8").split("\n")
            if meta["stacked"] != (base is not None):
                raise ModelError(f"{folder}: this model stands on another one, which is not given")
            return cls(Sizes(**meta["sizes"]), words, heads, params, base)
        except ModelError:
            raise
        except FileNotFoundError as error:
            raise ModelError(
                f"{error.filename}: model file missing; install the program again, or use --fast "
                "to go on with rules only"
            ) from error
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelError(
                f"{folder}: damaged model ({error}); install the program again, or use --fast to "
                "go on with rules only"
            ) from error


def _layer(number: int) -> str:
    """The name of a layer behind the names of its weights."""
    return str(number + 1) if number else ""


def vocabulary(sentences: Iterable[Sequence[str]], least: int) -> list[str]:
    """Words seen at least so often, sorted."""
    counts = Counter(folded(token) for sentence in sentences for token in sentence)
    return sorted(word for word, n in counts.items() if n >= least and "\n" not in word)
