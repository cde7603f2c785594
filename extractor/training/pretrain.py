"""Word vectors from the corpora's own texts: weighted co-occurrence counts, reduced by SVD."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]
from scipy.sparse.linalg import svds  # type: ignore[import-untyped]

from extractor.models.features import folded
from extractor.models.network import Array


def word_vectors(
    sentences: Iterable[Sequence[str]], words: Sequence[str], width: int, window: int = 3,
    spread: float = 0.3,
) -> Array:
    """Vectors that are alike for words of like company.

    Positive pointwise mutual information of a word with its neighbours (left and right counted
    apart, nearer ones more), reduced to ``width`` dimensions.

    Args:
        sentences: Token lists.
        words: The words that get a vector.
        width: Dimensions.
        window: How many neighbours on each side are counted.
        spread: Standard deviation of the result's elements.

    Returns:
        Shape (words, width).
    """
    row = {word: i for i, word in enumerate(words)}
    size = len(words)
    flat: list[int] = []
    for sentence in sentences:
        flat += [row.get(folded(token), -1) for token in sentence]
        flat += [-1] * window
    ids = np.array(flat, dtype=np.int64)
    counts = sparse.csr_matrix((size, 2 * size), dtype=np.float32)
    for gap in range(1, window + 1):
        left, right = ids[:-gap], ids[gap:]
        both = (left >= 0) & (right >= 0)
        a, b = left[both], right[both]
        weight = np.full(len(a), 1 / gap, dtype=np.float32)
        counts += sparse.csr_matrix((weight, (a, b)), shape=counts.shape)
        counts += sparse.csr_matrix((weight, (b, a + size)), shape=counts.shape)
    of_row = np.asarray(counts.sum(axis=1)).ravel() + 1e-6
    of_column = np.asarray(counts.sum(axis=0)).ravel() ** 0.75 + 1e-6
    share = of_column / of_column.sum()
    pairs = counts.tocoo()
    value = np.log(pairs.data / (of_row[pairs.row] * share[pairs.col]))
    value = np.maximum(value, 0).astype(np.float32)
    matrix = sparse.csr_matrix((value, (pairs.row, pairs.col)), shape=counts.shape)
    matrix.eliminate_zeros()
    start = np.random.default_rng(0).standard_normal(min(matrix.shape)).astype(np.float32)
    left, strength, _ = svds(matrix, k=width, v0=start, tol=1e-2)
    vectors = left * np.sqrt(np.maximum(strength, 1e-6))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6
    sign = np.where(vectors[np.abs(vectors).argmax(axis=0), np.arange(width)] < 0, -1, 1)
    vectors *= sign
    out: Array = (vectors * (spread * np.sqrt(width))).astype(np.float32)
    return out
