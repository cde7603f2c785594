"""Rows and cells of markup to places in a grid: spans, merged cells, header rows."""

from __future__ import annotations

import re
from collections.abc import Callable

from .markup import CELL, ROW, Flow, GridPlace
from .tree import Node, Tree

_WIDEST = 1000
"""Most columns a cell may span; a larger number is a slip."""

Inline = Callable[[Node, Flow], None]


def read_grid(tables: list[Node], tree: Tree, inline: Inline) -> Flow:
    """The cells of one table (of several ``table`` elements one below the other) as one flow.

    Empty cells take their place in the grid but are not written.

    Args:
        tables: ``table`` elements (HTML rows) or ``tgroup`` elements (CALS rows).
        tree: The tree that they are of.
        inline: Writes the content of a cell.
    """
    flow = Flow(tree)
    row = 0
    last = -1
    for table in tables:
        rows = _rows(table)
        columns = _columns(table)
        busy: list[int] = []  # for each column the row up to which a cell reaches down
        for y, (line, head) in enumerate(rows):
            x = 0
            for node in line.all("td", "th", "entry", "c"):
                while x < len(busy) and busy[x] > y:
                    x += 1
                width = node.get("namest"), node.get("nameend")
                if width[0] in columns and width[1] in columns:
                    x = max(x, columns[width[0]])
                    across = columns[width[1]] - columns[width[0]] + 1
                else:
                    if node.get("colname") in columns:
                        x = max(x, columns[node.get("colname")])
                    across = _count(node.get("colspan") or node.get("cspan"), 1)
                down = _count(node.get("rowspan") or node.get("rspan"), 1)
                if node.get("morerows"):
                    down = _count(node.get("morerows"), 0) + 1
                if node.get("rowspan").strip() == "0":
                    down = len(rows) - y
                across, down = max(1, min(across, _WIDEST)), max(1, min(down, len(rows) - y))
                busy.extend([0] * (x + across - len(busy)))
                busy[x : x + across] = [y + down] * across
                cell = Flow(tree)
                inline(node, cell)
                if not cell.blank():
                    flow.glue(CELL if last == row + y else ROW)
                    last = row + y
                    place = GridPlace(row + y, x, down, across, head or node.tag == "th")
                    _join(flow, cell, place)
                x += across
        row += len(rows)
    return flow


def _join(flow: Flow, cell: Flow, place: GridPlace) -> None:
    number = len(flow.cells)
    flow.cells.append(place)
    flow.mark(f"cell {number} 0")
    shift, links = len(flow.spans), len(flow.keys)
    flow.spans.extend(cell.spans)
    for at, name in cell.marks:
        what, n, side = name.split()
        flow.marks.append((at + shift, f"{what} {int(n) + links} {side}"))
    flow.keys.extend(cell.keys)
    flow.raised.extend(cell.raised)
    flow.mark(f"cell {number} 1")


def _rows(table: Node) -> list[tuple[Node, bool]]:
    """The rows in the order in which they are shown, and whether each is of the header."""
    parts: dict[str, list[tuple[Node, bool]]] = {"thead": [], "tbody": [], "tfoot": []}

    def take(node: Node, part: str) -> None:
        for child in node.elements():
            if child.tag in ("tr", "row", "r"):
                parts[part].append((child, part == "thead"))
            elif child.tag in parts:
                take(child, child.tag)
            elif child.tag in ("tgroup", "table", "tblbdy"):
                take(child, part)

    take(table, "tbody")
    return parts["thead"] + parts["tbody"] + parts["tfoot"]


def _columns(table: Node) -> dict[str, int]:
    """Numbers of the columns that have names."""
    out: dict[str, int] = {}
    for i, spec in enumerate(n for n in table.walk() if n.tag == "colspec"):
        number = re.sub(r"\D", "", spec.get("colnum"))
        if spec.get("colname"):
            out[spec.get("colname")] = min(int(number[:4]) - 1, _WIDEST) if number else i
    return out


def _count(text: str, default: int) -> int:
    m = re.match(r"\s*\+?(\d{1,6})", text)
    return int(m.group(1)) if m else default
