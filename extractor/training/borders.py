"""Training of the sentence borders: averaged stochastic gradients of the logistic loss."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extractor.models.borders import ROWS, features
from extractor.models.network import Array

DROPPED, DECAY = 0.4, 0.003
"""Share of the features that is left out at random in training, and weight decay."""

Text = tuple[list[str], list[bool], list[bool]]
"""Tokens, whether white space stands behind each, whether a sentence begins at each."""


def fit_borders(texts: Sequence[Text], epochs: int = 6, seed: int = 7) -> Array:
    """Weights for ``extractor.models.borders.begins``."""
    rows: list[list[int]] = []
    gold: list[bool] = []
    for tokens, spaced, starts in texts:
        for at in range(1, len(tokens)):
            if not tokens[at - 1].isalpha() or tokens[at][0].isupper():
                rows.append([*features(tokens, spaced, at), ROWS])
                gold.append(starts[at])
    table = np.array(rows, dtype=np.int64).reshape(len(rows), -1)
    truth = np.array(gold, dtype=np.float32)
    weights = np.zeros(ROWS + 1, dtype=np.float64)
    squares = np.full(ROWS + 1, 1e-3)
    mean = np.zeros(ROWS + 1)
    rng = np.random.default_rng(seed)
    count = 0
    for epoch in range(epochs):
        order = rng.permutation(len(rows))
        for at in range(0, len(order), 256):
            chosen = order[at : at + 256]
            kept = rng.random((len(chosen), table.shape[1])) >= DROPPED
            kept[:, -1] = True
            value = (weights[table[chosen]] * kept).sum(axis=1) / (1 - DROPPED)
            error = (1 / (1 + np.exp(-value)) - truth[chosen])[:, None] * kept
            used, places = np.unique(table[chosen], return_inverse=True)
            gradient = np.bincount(places.ravel(), error.ravel(), minlength=len(used))
            gradient = gradient + DECAY * weights[used]
            squares[used] += gradient * gradient
            weights[used] -= 0.2 * gradient / np.sqrt(squares[used])
        if epoch >= epochs // 2:
            mean += weights
            count += 1
    out: Array = (mean / max(count, 1)).astype(np.float32)
    return out
