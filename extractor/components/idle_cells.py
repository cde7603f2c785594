"""Cells kept from what harm makes of them: "stopped fibroblasts from being activated"."""

from __future__ import annotations

from extractor.components.caused import KEEPS
from extractor.components.found import Found
from extractor.components.words import BE, forms
from extractor.tokens import Tokens

_STOPS_THEM = KEEPS | forms("inhibit/inhibits/inhibited/inhibiting")
_ACTIVE = (
    ["being", "activated"], ["becoming", "activated"], ["becoming", "active"],
    ["getting", "activated"], ["activation"], ["activating"], ["becoming", "reactive"],
)  # fmt: skip


def kept_idle(tokens: Tokens, cell: Found, hinders: frozenset[str]) -> bool:
    """Whether words say so of cells.

    Args:
        tokens: Tokens of a block.
        cell: The cells.
        hinders: Verbs, folded, that tell of hindering.
    """
    keys = tokens.keys
    end = cell.last
    while end < len(keys) and end - cell.last < 9 and (
        keys[end] == "," or (keys[end] != "from" and keys[end].isalnum())
    ):
        end += 1
    if keys[end : end + 1] != ["from"] or not any(
        keys[end + 1 : end + 1 + len(told)] == told for told in _ACTIVE
    ):
        return False
    if end > cell.last and keys[cell.last] not in (",", "and", "or"):
        return False
    stops = _STOPS_THEM | hinders
    verb = next(
        (k for k in range(cell.first - 1, max(-1, cell.first - 10), -1)
         if keys[k] in stops or not (keys[k].isalnum() or keys[k] in (",", "-"))), 0
    )  # fmt: skip
    return keys[verb] in stops and keys[verb - 1] not in BE
