"""Best projective dependency trees from arc scores."""

from __future__ import annotations

import numpy as np

from extractor.models.network import Array, Ints

_NEVER = np.float32(-1e6)
_ROOT_COST = np.float32(1e4)


def best_heads(scores: Array) -> Ints:
    """The heads of the best projective trees with one root each, by Eisner's algorithm.

    Args:
        scores: Shape (B, n, n + 1): of every sentence, for each word, the score of each head;
            head 0 is the root, head ``j`` the ``j``-th word. All sentences have n words.

    Returns:
        Heads, shape (B, n), numbered as in ``scores``.
    """
    count, words, size = scores.shape
    arc = np.full((count, size, size), _NEVER, dtype=np.float32)
    arc[:, :, 1:] = scores.transpose(0, 2, 1)
    arc[:, 0, 1:] -= _ROOT_COST  # so that no more than one word hangs on the root
    # left[s, t]: head t; right[s, t]: head s; open spans hold an arc between their ends
    shape = (count, size, size)
    left, right = np.full(shape, _NEVER), np.full(shape, _NEVER)
    diagonal = np.arange(size)
    left[:, diagonal, diagonal] = right[:, diagonal, diagonal] = 0
    open_left, open_right = left.copy(), right.copy()
    split = np.zeros((count, size, size), dtype=np.int64)
    to_left, to_right = split.copy(), split.copy()
    for width in range(1, size):
        s = np.arange(size - width)
        t = s + width
        middle = s[:, None] + np.arange(width)
        a, b = s[:, None], t[:, None]
        both = right[:, a, middle] + left[:, middle + 1, b]
        best = both.argmax(axis=2)
        top = np.take_along_axis(both, best[..., None], 2)[..., 0]
        split[:, s, t] = s + best
        open_right[:, s, t] = top + arc[:, s, t]
        open_left[:, s, t] = top + arc[:, t, s]
        both = left[:, a, middle] + open_left[:, middle, b]
        best = both.argmax(axis=2)
        left[:, s, t] = np.take_along_axis(both, best[..., None], 2)[..., 0]
        to_left[:, s, t] = s + best
        both = open_right[:, a, middle + 1] + right[:, middle + 1, b]
        best = both.argmax(axis=2)
        right[:, s, t] = np.take_along_axis(both, best[..., None], 2)[..., 0]
        to_right[:, s, t] = s + 1 + best
    heads = np.zeros((count, words), dtype=np.int64)
    for i in range(count):
        _trace(heads[i], split[i].tolist(), to_left[i].tolist(), to_right[i].tolist())
    return heads


def _trace(
    heads: Ints, split: list[list[int]], to_left: list[list[int]], to_right: list[list[int]]
) -> None:
    """Write the heads of one sentence from the splits of its spans."""
    todo = [(0, len(split) - 1, True, False)]
    while todo:
        s, t, rightward, is_open = todo.pop()
        if s == t:
            continue
        if is_open:
            heads[(t if rightward else s) - 1] = s if rightward else t
            m = split[s][t]
            todo += [(s, m, True, False), (m + 1, t, False, False)]
        elif rightward:
            m = to_right[s][t]
            todo += [(s, m, True, True), (m, t, True, False)]
        else:
            m = to_left[s][t]
            todo += [(s, m, False, False), (m, t, False, True)]
