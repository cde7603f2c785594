"""Backward passes of the recogniser's network, by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from extractor.models.network import Array, Ints, Pack, both_ways, lstm


def lstm_backward(
    d_states: Array, states: Array, cells: Array, gates: Array, recurrent: Array, pack: Pack
) -> tuple[Array, Array]:
    """Gradients of the recurrence.

    Args:
        d_states: Gradient of the states, packed, shape (2, N, H).
        states: From the forward pass, (2, N, H).
        cells: From the forward pass, (2, N, H).
        gates: Activated gates from the forward pass, (2, N, 4H).
        recurrent: Weights, (2, H, 4H).
        pack: The layout.

    Returns:
        Gradients of the gates' input part (2, N, 4H) and of the recurrent weights.
    """
    width = recurrent.shape[1]
    d_gates = np.empty_like(gates)
    turned = np.ascontiguousarray(recurrent.transpose(0, 2, 1))
    dh = np.zeros((2, 0, width), dtype=np.float32)
    dc = np.zeros((2, 0, width), dtype=np.float32)
    for step in range(len(pack.counts) - 1, -1, -1):
        n, at = int(pack.counts[step]), int(pack.starts[step])
        g = gates[:, at : at + n]
        into, forget = g[..., :width], g[..., width : 2 * width]
        out, new = g[..., 2 * width : 3 * width], g[..., 3 * width :]
        squashed = np.tanh(cells[:, at : at + n])
        d_h = d_states[:, at : at + n].copy()
        later = dh.shape[1]
        d_h[:, :later] += dh
        d_c = d_h * out
        d_c *= 1 - squashed * squashed
        d_c[:, :later] += dc
        d = d_gates[:, at : at + n]
        d[..., :width] = d_c * new * into * (1 - into)
        if step:
            before = int(pack.starts[step - 1])
            d[..., width : 2 * width] = (
                d_c * cells[:, before : before + n] * forget * (1 - forget)
            )
        else:
            d[..., width : 2 * width] = 0
        d[..., 2 * width : 3 * width] = d_h * squashed * out * (1 - out)
        d[..., 3 * width :] = d_c * into * (1 - new * new)
        dh = np.matmul(d, turned)
        dc = d_c * forget
    first = int(pack.counts[0])
    previous = states[:, pack.previous]
    d_recurrent = np.matmul(previous.transpose(0, 2, 1), d_gates[:, first:])
    return d_gates, d_recurrent


@dataclass(slots=True)
class Reading:
    """One bidirectional LSTM's forward pass, kept for the backward pass.

    ``out`` are the states of both directions, packed left to right, (N, 2H).
    """

    turned: Array
    states: Array
    cells: Array
    gates: Array
    out: Array

    @classmethod
    def of(cls, seen: Array, params: Mapping[str, Array], layer: str, pack: Pack) -> Reading:
        """Forward, as ``extractor.models.network.read`` does it."""
        turned = np.stack((seen, seen[pack.turned]))
        gates = np.matmul(turned, params[f"input{layer}"])
        gates += params[f"bias{layer}"]
        states, cells, gates = lstm(gates, params[f"recurrent{layer}"], pack, keep=True)
        return cls(turned, states, cells, gates, both_ways(states, pack))

    def back(
        self, d_out: Array, params: Mapping[str, Array], layer: str, pack: Pack,
        grads: dict[str, Array],
    ) -> Array:
        """Backward: gradients of the weights into ``grads``; returns that of the input, (N, W)."""
        width = self.states.shape[2]
        d_states = np.empty_like(self.states)
        d_states[0] = d_out[:, :width]
        d_states[1] = d_out[pack.turned, width:]
        d_gates, grads[f"recurrent{layer}"] = lstm_backward(
            d_states, self.states, self.cells, self.gates, params[f"recurrent{layer}"], pack
        )
        grads[f"input{layer}"] = np.matmul(self.turned.transpose(0, 2, 1), d_gates)
        grads[f"bias{layer}"] = d_gates.sum(axis=1, keepdims=True)
        d_turned = np.matmul(d_gates, params[f"input{layer}"].transpose(0, 2, 1))
        out: Array = d_turned[0]
        out[pack.turned] += d_turned[1]
        return out


def crf(
    scores: Array, transitions: Array, tags: Ints, pack: Pack
) -> tuple[float, Array, Array]:
    """Negative log-likelihood of gold tags, and its gradients.

    Args:
        scores: Packed tag scores, (N, K).
        transitions: (K + 2, K), see ``extractor.models.network.viterbi``.
        tags: Packed gold tags, (N).
        pack: The layout.

    Returns:
        Loss (summed over sentences), gradient of the scores, gradient of the transitions.
    """
    size = scores.shape[1]
    counts = pack.counts.tolist()
    starts = pack.starts.tolist()
    top = scores.max(axis=1, keepdims=True)
    emit = np.exp(scores - top)
    move = np.exp(transitions)
    forward = np.empty_like(emit)
    scale = np.empty((len(emit), 1), dtype=np.float32)
    tiny = np.float32(1e-30)
    for step, n in enumerate(counts):
        at = starts[step]
        if step:
            a = (forward[starts[step - 1] : starts[step - 1] + n] @ move[:size]) * emit[at : at + n]
        else:
            a = move[size] * emit[:n]
        z = a.sum(axis=1, keepdims=True) + tiny
        forward[at : at + n] = a / z
        scale[at : at + n] = z
    backward = np.empty_like(emit)
    d_transitions = np.zeros_like(transitions)
    b = np.zeros((0, size), dtype=np.float32)
    final = move[size + 1]
    total = 0.0
    for step in range(len(counts) - 1, -1, -1):
        n, at = counts[step], starts[step]
        here = np.empty((n, size), dtype=np.float32)
        here[len(b) :] = final
        here[: len(b)] = b
        ends = forward[at + len(b) : at + n] * final
        if len(ends):
            mass = ends.sum(axis=1, keepdims=True) + tiny
            total += float(np.log(mass).sum())
            here[len(b) :] /= mass
            d_transitions[size + 1] += (ends / mass).sum(axis=0)
        backward[at : at + n] = here
        if step:
            flow = here * emit[at : at + n] / scale[at : at + n]
            before = starts[step - 1]
            d_transitions[:size] += (forward[before : before + n].T @ flow) * move[:size]
            b = flow @ move[:size].T
    d_scores = forward * backward
    first = counts[0]
    d_transitions[size] += d_scores[:first].sum(axis=0)
    index = np.arange(len(tags))
    gold = float(scores[index, tags].sum() + transitions[size, tags[:first]].sum())
    loss = total + float(np.log(scale).sum() + top.sum())
    d_scores[index, tags] -= 1
    np.subtract.at(d_transitions[size], tags[:first], 1)
    later = pack.previous
    gold += float(transitions[tags[later], tags[first:]].sum())
    np.subtract.at(d_transitions, (tags[later], tags[first:]), 1)
    is_last = np.ones(len(tags), dtype=bool)
    is_last[later] = False
    gold += float(transitions[size + 1, tags[is_last]].sum())
    np.subtract.at(d_transitions[size + 1], tags[is_last], 1)
    return loss - gold, d_scores, d_transitions
