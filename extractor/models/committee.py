"""Parsers that decide together, and how they are stored.

One parser may do; several that were trained apart make fewer errors, because they make different
ones. For every decision the mean of their log-probabilities counts.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from extractor.errors import ModelError
from extractor.models.graph import SMALL, GraphParser, Layout, ParserSizes, arc_scores
from extractor.models.lemmas import apply_rule
from extractor.models.network import Array, Ints
from extractor.models.store import pack, unpack
from extractor.models.sums import check_sums, write_sums
from extractor.models.trees import best_heads

_META, _WORDS, _BORDERS = "meta.json", "words.txt", "borders.npz"
_PORTION = 6000
"""Tokens whose states are held in memory at once."""


@dataclass(slots=True)
class Parse:
    """A parsed run: of every token tag, lemma, head, label, and whether a sentence begins there.

    A head is a number of a token in the run; that of a root is its own.
    """

    tags: list[str]
    lemmas: list[str]
    heads: list[int]
    labels: list[str]
    starts: list[bool]


class Committee:
    """Tagger, lemmatiser and parser.

    Args:
        members: Parsers with the same words, tags, lemma rules, labels and company vectors.
        borders: Weights for ``extractor.models.borders.begins``.
    """

    def __init__(self, members: Sequence[GraphParser], borders: Array) -> None:
        self.members = list(members)
        self.borders = borders

    def parse(
        self, runs: Sequence[Sequence[str]], free: Sequence[Sequence[bool]] | None = None
    ) -> list[Parse]:
        """Parse runs of tokens.

        Args:
            runs: Token lists, none empty, each of one or a few sentences.
            free: For every token whether a sentence may begin there; ``None`` if every run is one
                sentence for sure.
        """
        out: list[Parse | None] = [None] * len(runs)
        order = sorted(range(len(runs)), key=lambda i: len(runs[i]))
        portion: list[int] = []
        total = 0
        for rank, i in enumerate(order):
            portion.append(i)
            total += len(runs[i])
            if total >= _PORTION or rank + 1 == len(order):
                found = self._parse(
                    [runs[j] for j in portion], None if free is None else [free[j] for j in portion]
                )
                for j, parse in zip(portion, found, strict=True):
                    out[j] = parse
                portion, total = [], 0
        return [p for p in out if p is not None]

    def _parse(
        self, runs: Sequence[Sequence[str]], free: Sequence[Sequence[bool]] | None
    ) -> list[Parse]:
        lengths = [len(run) for run in runs]
        layout = Layout.of(lengths)
        read = [member.token_scores(runs, layout) for member in self.members]
        states = [found for found, _ in read]
        tag, rule = (
            _mean([_logs(scores[name]) for _, scores in read]).argmax(axis=1)
            for name in ("tag", "lemma")
        )
        starts = np.zeros(sum(lengths), dtype=bool)
        if free is not None:
            starts = _mean([scores["begin"][:, 0] for _, scores in read]) > 0
            starts &= np.array([x for row in free for x in row])
        ends = np.cumsum(lengths)
        starts[ends - np.asarray(lengths)] = True
        bounds = np.append(np.flatnonzero(starts), len(starts))
        layout = layout.cut(np.diff(bounds).tolist())
        heads = self._heads(states, layout)
        above = np.take_along_axis(layout.grid, np.maximum(heads - 1, 0), axis=1)[layout.real]
        flat = layout.grid[layout.real]
        kinds = _mean([
            _logs(member.label_scores(found, flat, above))
            for member, found in zip(self.members, states, strict=True)
        ]).argmax(axis=1)
        up = heads[layout.real]
        absolute = up - 1 + np.repeat(bounds[:-1], np.diff(bounds))
        absolute = np.where(up > 0, absolute, np.arange(len(up)))
        absolute -= np.repeat(ends - lengths, lengths)
        label = np.where(up > 0, kinds, -1)
        names = self.members[0]
        made: list[Parse] = []
        for run, end in zip(runs, ends.tolist(), strict=True):
            at = slice(end - len(run), end)
            made.append(Parse(
                [names.tags[k] for k in tag[at].tolist()],
                [
                    apply_rule(token, names.rules[k])
                    for token, k in zip(run, rule[at].tolist(), strict=True)
                ],
                absolute[at].tolist(),
                [names.labels[k] if k >= 0 else "ROOT" for k in label[at].tolist()],
                starts[at].tolist(),
            ))
        return made

    def _heads(self, states: Sequence[Array], layout: Layout) -> Ints:
        """Heads of the best trees, in the grid of the layout; 0 for the root."""
        heads = np.zeros(layout.grid.shape, dtype=np.int64)
        lengths = layout.real.sum(axis=1)
        sides = [
            (member.side("arc.dependent", found), member.side("arc.head", found), member.params)
            for member, found in zip(self.members, states, strict=True)
        ]
        for length in np.unique(lengths).tolist():
            same = np.flatnonzero(lengths == length)
            few = Layout(layout.pack, layout.grid[same, :length], layout.real[same, :length])
            heads[same, :length] = best_heads(
                _mean([_logs(arc_scores(low, high, params, few)) for low, high, params in sides])
            )
        return heads

    def save(self, folder: Path) -> None:
        """Write words, weights and a description, with checksums."""
        folder.mkdir(parents=True, exist_ok=True)
        first = self.members[0]
        meta = {
            "format": 2, "sizes": [asdict(member.sizes) for member in self.members],
            "tags": first.tags, "rules": first.rules, "labels": first.labels,
        }
        for number, member in enumerate(self.members):
            own = {k: v for k, v in member.params.items() if not number or k != "static"}
            (folder / _weights(number)).write_bytes(pack(own, SMALL))
        (folder / _BORDERS).write_bytes(pack({"borders": self.borders}))
        (folder / _WORDS).write_text("\n".join(first.words), encoding="utf-8")
        (folder / _META).write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")
        write_sums(folder)

    @classmethod
    def load(cls, folder: Path) -> Committee:
        """Read what ``save`` wrote.

        Raises:
            ModelError: The folder or a file in it is missing or damaged.
        """
        check_sums(folder)
        try:
            meta = json.loads((folder / _META).read_text(encoding="utf-8"))
            words = (folder / _WORDS).read_text(encoding="utf-8").split("\n")
            members: list[GraphParser] = []
            for number, sizes in enumerate(meta["sizes"]):
                params = unpack((folder / _weights(number)).read_bytes())
                if members:
                    params["static"] = members[0].params["static"]
                names = (meta["tags"], meta["rules"], meta["labels"])
                members.append(GraphParser(ParserSizes(**sizes), words, *names, params))
            return cls(members, unpack((folder / _BORDERS).read_bytes())["borders"])
        except (OSError, ValueError, KeyError, TypeError, BadZipFile) as error:
            raise ModelError(
                f"{folder}: unusable parsing model ({error}); install the program again, or use "
                "--fast to go on with rules only"
            ) from error


def _weights(number: int) -> str:
    return f"weights{number + 1}.npz"


def _mean(values: Sequence[Array]) -> Array:
    return values[0] if len(values) == 1 else sum(values[1:], values[0]) / np.float32(len(values))


def _logs(scores: Array) -> Array:
    """Log-probabilities of what the last axis offers."""
    out: Array = scores - scores.max(axis=-1, keepdims=True)
    out -= np.log(np.exp(out).sum(axis=-1, keepdims=True))
    return out
