"""Two small solvers: the largest one-to-one matching, and the assignment of greatest weight.

Both look at their input in the order given and nowhere else, so equal input gives equal output.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence


def largest_matching(edges: Sequence[Sequence[int]]) -> dict[int, int]:
    """A one-to-one matching with as many pairs as possible.

    Args:
        edges: For each left vertex, the right vertices that it may be matched to.

    Returns:
        Left vertex -> right vertex.
    """
    owner: dict[int, int] = {}  # of each matched right vertex
    partner: dict[int, int] = {}  # of each matched left vertex
    dead: set[int] = set()  # right vertices of failed searches: no later search can use them
    for start in range(len(edges)):
        parent: dict[int, int] = {}
        queue = deque([start])
        free: int | None = None
        while queue and free is None:
            left = queue.popleft()
            for right in edges[left]:
                if right in parent or right in dead:
                    continue
                parent[right] = left
                if right not in owner:
                    free = right
                    break
                queue.append(owner[right])
        if free is None:
            dead.update(parent)
        while free is not None:  # hand the free vertex back along the path, each giving its own
            left = parent[free]
            owner[free] = left
            before = partner.get(left)
            partner[left] = free
            free = before
    return dict(sorted(partner.items()))


def best_assignment(weights: Mapping[tuple[int, int], int]) -> list[tuple[int, int]]:
    """The one-to-one assignment of greatest total weight.

    Args:
        weights: Weight of each pair (row, column); pairs that are absent, or not above zero, are
            never assigned.

    Returns:
        The pairs, sorted.
    """
    positive = {pair: weight for pair, weight in sorted(weights.items()) if weight > 0}
    out: list[tuple[int, int]] = []
    for rows, columns in _components(positive):
        matrix = [[positive.get((r, c), 0) for c in columns] for r in rows]
        out += [(rows[i], columns[j]) for i, j in _hungarian(matrix) if matrix[i][j] > 0]
    return sorted(out)


def _components(
    weights: Mapping[tuple[int, int], int],
) -> list[tuple[list[int], list[int]]]:
    """Rows and columns that are linked by some weight, each group on its own."""
    by_row: dict[int, list[int]] = {}
    by_column: dict[int, list[int]] = {}
    for row, column in weights:
        by_row.setdefault(row, []).append(column)
        by_column.setdefault(column, []).append(row)
    out = []
    seen: set[int] = set()
    for first in by_row:
        if first in seen:
            continue
        rows, columns, todo = {first}, set[int](), [first]
        while todo:
            for column in by_row[todo.pop()]:
                if column not in columns:
                    columns.add(column)
                    fresh = [r for r in by_column[column] if r not in rows]
                    rows.update(fresh)
                    todo += fresh
        seen |= rows
        out.append((sorted(rows), sorted(columns)))
    return out


def _hungarian(matrix: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Assign every row (or column, if fewer) so that the total is greatest: O(n² m).

    The shortest augmenting path form with potentials, on negated weights.
    """
    n, m = len(matrix), len(matrix[0])
    if n > m:
        turned = _hungarian([[matrix[i][j] for i in range(n)] for j in range(m)])
        return sorted((i, j) for j, i in turned)
    infinite = 4 * (n + m + 1) * (max(max(row) for row in matrix) + 1)
    u, v = [0] * (n + 1), [0] * (m + 1)
    owner = [0] * (m + 1)  # row assigned to each column, 1-based; 0 for none
    for i in range(1, n + 1):
        owner[0] = i
        column = 0
        least = [infinite] * (m + 1)
        way = [0] * (m + 1)
        used = [False] * (m + 1)
        while owner[column]:
            used[column] = True
            row = owner[column]
            delta, after = infinite, 0
            for j in range(1, m + 1):
                if used[j]:
                    continue
                cost = -matrix[row - 1][j - 1] - u[row] - v[j]
                if cost < least[j]:
                    least[j], way[j] = cost, column
                if least[j] < delta:
                    delta, after = least[j], j
            for j in range(m + 1):
                if used[j]:
                    u[owner[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            column = after
        while column:
            before = way[column]
            owner[column] = owner[before]
            column = before
    return [(owner[j] - 1, j - 1) for j in range(1, m + 1) if owner[j]]
