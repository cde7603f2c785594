"""What both trainings share: steps of Adam, the mean of the weights, tables that are looked up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]

from extractor.models.network import Array, Ints

SCALE = 25.0
"""What the mean loss of a token is multiplied with before a step."""


class Descent:
    """Adam with a running mean of the weights.

    Args:
        params: Weights by name, changed in place.
        names: Which of them are trained.
        average: How much of the running mean is kept in one step.
        clip: The longest that the gradient of the layers may be.
    """

    def __init__(
        self, params: dict[str, Array], names: Iterable[str], average: float, clip: float
    ) -> None:
        self.params = params
        self.keep, self.clip = average, clip
        self.mean = {name: params[name].copy() for name in names}
        self.moments = {k: (np.zeros_like(v), np.zeros_like(v)) for k, v in self.mean.items()}
        self.steps = 0

    def layers(self, grads: dict[str, Array], tokens: int, rate: float) -> np.float32:
        """Step down the gradients of whole layers; returns the scale for those of tables."""
        scale = np.float32(SCALE / tokens)
        norm = float(np.sqrt(sum(float((g * g).sum()) for g in grads.values()))) * float(scale)
        scale *= np.float32(min(1.0, self.clip / (norm + 1e-9)))
        self.steps += 1
        for name, grad in grads.items():
            self.rows(name, slice(None), grad * scale, rate)
        return scale

    def rows(self, name: str, rows: Ints | slice, grad: Array, rate: float) -> None:
        """Step down the gradient of some rows (each named once)."""
        params, (first, second) = self.params[name], self.moments[name]
        m, v = first[rows], second[rows]
        m = m + np.float32(0.1) * (grad - m)
        v = v + np.float32(0.01) * (grad * grad - v)
        first[rows], second[rows] = m, v
        warm = rate * float(np.sqrt(1 - 0.99**self.steps) / (1 - 0.9**self.steps))
        params[rows] -= np.float32(warm) * m / (np.sqrt(v) + np.float32(1e-6))

    def words(self, name: str, rows: Ints, grad: Array, rate: float) -> None:
        """Step down the gradient of some rows, named once or more often."""
        merged, where = np.unique(rows, return_inverse=True)
        summed = np.zeros((len(merged), grad.shape[1]), dtype=np.float32)
        np.add.at(summed, where, grad)
        self.rows(name, merged, summed, rate)

    def bag(self, name: str, bag: sparse.csr_matrix, grad: Array, rate: float) -> None:
        """Step down the gradient of sums of rows; see ``bags``."""
        used, columns = np.unique(bag.indices, return_inverse=True)
        small = sparse.csr_matrix((bag.data, columns, bag.indptr), shape=(bag.shape[0], len(used)))
        self.rows(name, used, np.asarray(small.T @ grad), rate)

    def average(self, steps: int) -> None:
        """Move the running mean of the weights towards the weights, as after ``steps`` steps."""
        keep = np.float32(min(self.keep, self.steps / (self.steps + 20)) ** steps)
        for name, mean in self.mean.items():
            mean *= keep
            mean += (1 - keep) * self.params[name]


def bags(rows: Sequence[Sequence[int]], width: int, power: float) -> sparse.csr_matrix:
    """Lists of rows of a table as a matrix; each list's weights are its length to a power."""
    sizes = np.array([len(r) for r in rows], dtype=np.int64)
    weights = np.repeat(np.maximum(sizes, 1).astype(np.float32) ** power, sizes)
    flat = np.array([i for r in rows for i in r], dtype=np.int64)
    starts = np.concatenate(([0], np.cumsum(sizes)))
    return sparse.csr_matrix((weights.astype(np.float32), flat, starts), shape=(len(rows), width))


def gathered(where: Ints, rows: int, values: Array) -> Array:
    """Sums of values by the row that each belongs to, (rows, width)."""
    ones = np.ones(len(where), dtype=np.float32)
    spread = sparse.csr_matrix((ones, where, np.arange(len(where) + 1)), shape=(len(where), rows))
    return np.asarray(spread.T @ values)


def dropout(rng: np.random.Generator, shape: tuple[int, ...], rate: float) -> Array:
    """Zeros at this rate, elsewhere what makes up for them."""
    kept = rng.random(shape, dtype=np.float32) >= rate
    return kept.astype(np.float32) * np.float32(1 / (1 - rate))
