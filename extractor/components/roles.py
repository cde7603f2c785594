"""What a gene is known to do, told in passing."""

from __future__ import annotations

from extractor.components.units import Unit, next_key
from extractor.components.words import BE, HAVE, MODAL


def known_for(row: list[Unit], i: int) -> int:
    """Unit behind what a gene is known to do: "X, which retains Y in the cytosol, fell"."""
    if row[i].key != "," or not i or row[i - 1].kind != "gene" or next_key(row, i) != "which":
        return 0
    k = i + 2
    while k < len(row) and (row[k].key.endswith("ly") or row[k].key in ("itself", "also", "can")):
        k += 1
    if not row[k : k + 1] or row[k].found is not None or not row[k].key.endswith("s") or (
        row[k].key in BE | HAVE or row[k].key == "does"
    ):  # fmt: skip
        return 0
    for j in range(k + 1, min(len(row) - 1, k + 12)):
        u = row[j]
        if u.kind in ("mirna", "vesicle", "source", "cargo") or u.key in (";", ".", ":"):
            return 0
        if u.found is None and u.key == ",":
            behind = row[j + 1]
            return j + 1 if behind.key in BE | HAVE | MODAL or behind.word is not None else 0
    return 0
