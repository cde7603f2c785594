"""The recogniser's network: token vectors, one bidirectional LSTM, a CRF head for each corpus.

Plain numpy. Sentences of a batch are packed: sorted by length, longest first, and laid out time
step by time step, so that no step computes on padding. ``Pack`` knows the layout.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

IMPOSSIBLE = np.float32(-1e4)


@dataclass(slots=True)
class Pack:
    """The layout of a batch of sentences with N tokens in all.

    ``order`` (sentences) sorts the sentences, longest first; ``counts[t]`` sentences are longer
    than ``t``; step ``t`` stands at ``starts[t]``. ``forward`` and ``backward`` (N each) say which
    token of the unpacked batch stands at each packed place, reading left to right or right to left;
    ``place`` is the inverse of ``forward``, and ``turned[i]`` the place, packed left to right, of
    the token at place ``i`` packed right to left.
    """

    order: Ints
    counts: Ints
    starts: Ints
    forward: Ints
    backward: Ints
    place: Ints
    turned: Ints

    @classmethod
    def of(cls, lengths: Sequence[int]) -> Pack:
        """Layout for sentences of these lengths (each at least 1)."""
        size = np.asarray(lengths, dtype=np.int64)
        order = np.argsort(-size, kind="stable")
        ranked = size[order]
        begin = (np.cumsum(size) - size)[order]
        longest = int(ranked[0])
        counts = np.searchsorted(-ranked, -np.arange(longest), side="left").astype(np.int64)
        starts = np.cumsum(counts) - counts
        step = np.repeat(np.arange(longest), counts)
        row = np.arange(int(counts.sum())) - np.repeat(starts, counts)
        forward = begin[row] + step
        backward = begin[row] + ranked[row] - 1 - step
        place = np.empty_like(forward)
        place[forward] = np.arange(len(place))
        return cls(order, counts, starts, forward, backward, place, place[backward])

    @property
    def previous(self) -> Ints:
        """Packed place of the step before, for the packed places from the second step on."""
        first = int(self.counts[0])
        place = np.arange(first, int(self.counts.sum()))
        step = np.repeat(np.arange(1, len(self.counts)), self.counts[1:])
        out: Ints = place - self.starts[step] + self.starts[step - 1]
        return out


def lstm(
    gates: Array, recurrent: Array, pack: Pack, keep: bool = False
) -> tuple[Array, Array, Array]:
    """Run the recurrence in both directions at once.

    Args:
        gates: Input part of the gates, packed; shape (2, N, 4H), order input, forget, output,
            candidate. Overwritten with the activated gates when ``keep``.
        recurrent: Weights from state to gates, shape (2, H, 4H).
        pack: The layout.
        keep: Whether gates and cells are wanted (for training).

    Returns:
        States (2, N, H), cells (2, N, H), activated gates (2, N, 4H); the last two are meaningful
        only when ``keep``.
    """
    width = recurrent.shape[1]
    count = gates.shape[1]
    states = np.empty((2, count, width), dtype=np.float32)
    cells = np.empty((2, count, width), dtype=np.float32) if keep else states
    h = c = np.zeros((2, 0, width), dtype=np.float32)
    half = np.float32(0.5)
    for step, n in enumerate(pack.counts.tolist()):
        at = int(pack.starts[step])
        g = gates[:, at : at + n]
        if step:
            g += np.matmul(h[:, :n], recurrent)
        g[..., : 3 * width] *= half
        np.tanh(g, out=g)
        g[..., : 3 * width] += 1
        g[..., : 3 * width] *= half
        new = g[..., :width] * g[..., 3 * width :]
        if step:
            new += g[..., width : 2 * width] * c[:, :n]
        c = new
        h = g[..., 2 * width : 3 * width] * np.tanh(c)
        states[:, at : at + n] = h
        if keep:
            cells[:, at : at + n] = c
    return states, cells, gates


def both_ways(states: Array, pack: Pack) -> Array:
    """Both directions' states (2, N, H) side by side, packed left to right, (N, 2H)."""
    out = np.empty((states.shape[1], 2 * states.shape[2]), dtype=np.float32)
    out[:, : states.shape[2]] = states[0]
    out[pack.turned, states.shape[2] :] = states[1]
    return out


def read(seen: Array, params: Mapping[str, Array], layer: str, pack: Pack) -> Array:
    """Run one bidirectional LSTM.

    Args:
        seen: Its input, packed left to right, (N, W).
        params: Weights; those named ``input``, ``bias`` and ``recurrent`` with the layer's name
            behind are used.
        layer: The layer's name.
        pack: The layout.

    Returns:
        States of both directions, packed left to right, (N, 2H).
    """
    gates = np.matmul(np.stack((seen, seen[pack.turned])), params[f"input{layer}"])
    gates += params[f"bias{layer}"]
    return both_ways(lstm(gates, params[f"recurrent{layer}"], pack)[0], pack)


def viterbi(scores: Array, transitions: Array, pack: Pack) -> tuple[Ints, Array]:
    """Best tag sequence of every sentence.

    Args:
        scores: Packed (left to right) tag scores, shape (N, K).
        transitions: Shape (K + 2, K): ``[i, j]`` from tag i to j, ``[K]`` from the start, ``[K+1]``
            to the end.
        pack: The layout.

    Returns:
        Packed tags (N) and, for every sentence in sorted order, the score of its sequence.
    """
    size = scores.shape[1]
    move = np.ascontiguousarray(transitions[:size].T)
    counts = pack.counts.tolist()
    back = np.empty(scores.shape, dtype=np.int16)
    last = np.empty((counts[0], size), dtype=np.float32)
    best = scores[: counts[0]] + transitions[size]
    for step, n in enumerate(counts):
        at = int(pack.starts[step])
        if step:
            last[n : len(best)] = best[n:]
            options = best[:n, None, :] + move
            choice = options.argmax(axis=2)
            back[at : at + n] = choice
            best = np.take_along_axis(options, choice[:, :, None], 2)[..., 0] + scores[at : at + n]
    last[: len(best)] = best
    last += transitions[size + 1]
    tags = np.empty(len(scores), dtype=np.int64)
    state = last.argmax(axis=1)
    for step in range(len(counts) - 1, -1, -1):
        n, at = counts[step], int(pack.starts[step])
        tags[at : at + n] = state[:n]
        if step:
            state[:n] = back[at + np.arange(n), state[:n]]
    return tags, last.max(axis=1)


def tag_names(types: Sequence[str]) -> list[str]:
    """Tags of a head: ``O`` and begin, inside, end, single of every type."""
    return ["O", *(f"{part}-{name}" for name in types for part in "BIES")]


def allowed(types: Sequence[str]) -> Array:
    """Zero where a tag may follow a tag, a large negative number elsewhere; see ``viterbi``."""
    names = tag_names(types)
    size = len(names)
    out = np.full((size + 2, size), IMPOSSIBLE, dtype=np.float32)
    opens = [j for j, name in enumerate(names) if name[0] in "OBS"]
    for i, name in enumerate(names):
        if name[0] in "OES":
            out[i, opens] = 0
            out[size + 1, i] = 0
        else:
            kind = name[1:]
            for j, other in enumerate(names):
                if other[0] in "IE" and other[1:] == kind:
                    out[i, j] = 0
    out[size, opens] = 0
    return out


def spans_of(tags: Sequence[int], types: Sequence[str]) -> list[tuple[int, int, str]]:
    """Half-open token spans and types of a valid tag sequence."""
    spans: list[tuple[int, int, str]] = []
    start = 0
    for i, tag in enumerate(tags):
        if not tag:
            continue
        part = (tag - 1) % 4
        if part in (0, 3):
            start = i
        if part in (2, 3):
            spans.append((start, i + 1, types[(tag - 1) // 4]))
    return spans


def tags_of(spans: Sequence[tuple[int, int, str]], length: int, types: Sequence[str]) -> list[int]:
    """The inverse of ``spans_of``; types that the head does not know are left out."""
    tags = [0] * length
    for start, end, name in spans:
        if name not in types:
            continue
        base = 1 + 4 * types.index(name)
        if end == start + 1:
            tags[start] = base + 3
        else:
            tags[start] = base
            tags[start + 1 : end - 1] = [base + 1] * (end - start - 2)
            tags[end - 1] = base + 2
    return tags
