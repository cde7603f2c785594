"""Effects with the cell that they are of: "apoptosis of podocytes", "podocytes migrated"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.components import conditions
from extractor.components.cell_fates import KNOWN_AS, NAMES
from extractor.components.cells_before import name_by_sentence_before
from extractor.components.found import Found
from extractor.rules import Rules
from extractor.tokens import Tokens

_OF = ("of", "in", "among", "by")
_SKIP = (
    "the",
    "transplanted",
    "grafted",
    "a",
    "cultured",
    "human",
    "mouse",
    "rat",
    "murine",
    "primary",
    "these",
    "local",
    "host",
    "and",
    "both",
)


def _coordinated(tokens: Tokens, a: Found, b: Found) -> bool:
    """Whether two effects stand in one list: "proliferation and migration"."""
    between = tokens.keys[a.last : b.first]
    return 0 < len(between) <= 2 and all(k in (",", "and", "or", "/") for k in between)


def _share_cells(tokens: Tokens, found: list[Found], rules: Rules) -> None:
    """Effects of one list share the cell: "proliferation and migration of chondrocytes"."""
    takers = [
        f
        for f in found
        if f.kind == "effect" and f.entry is not None and f.entry.facts.get("cell") == "y"
    ]
    for order in (range(len(takers) - 1), range(len(takers) - 2, -1, -1)):
        for i in order:
            a, b = takers[i], takers[i + 1]
            if not _coordinated(tokens, a, b):
                continue
            if "cell" in a.facts and "cell" not in b.facts:
                _qualify(b, a.facts["cell"], rules)
                b.facts["cells_too"] = a.facts.get("cells_too", [])
            elif "cell" in b.facts and "cell" not in a.facts:
                _qualify(a, b.facts["cell"], rules)
                a.facts["cells_too"] = b.facts.get("cells_too", [])


def _qualify(f: Found, cell: str, rules: Rules) -> None:
    if f.entry is None or cell.casefold() in f.entry.label.casefold():
        return
    f.facts["cell"] = f.mention.facts["cell"] = cell
    base = re.sub(r"^cell(ular)? ", "", f.entry.label)
    label = f"{NAMES.get(cell, cell)} {base}".replace("cell cell", "cell")
    f.mention.label = KNOWN_AS.get(label, label)
    own = rules.entry("effect", f.mention.label)
    f.mention.id = own.id if own is not None and own.id else f.mention.id


_TREATED = frozenset(
    "treated stimulated exposed induced injured challenged damaged activated cultured primary "
    "damaged stressed loaded infected deprived".split()
)
_PROTECT = ("protect", "rescu", "spar", "sav", "shield", "guard", "safeguard", "prevent", "defend")


def _treated_cell(tokens: Tokens, f: Found, by_first: dict[int, Found]) -> Found | None:
    """The cell of "apoptosis of IL-1β-treated chondrocytes"."""
    keys = tokens.keys
    j = f.last
    if j >= len(tokens) or keys[j] not in ("of", "in", "among"):
        return None
    for k in range(j + 2, min(j + 11, len(tokens))):
        if keys[k] in (",", ".", ";", "and", "by", "was", "were", "(", "which", "that"):
            return None
        if k in by_first and keys[k - 1] in _TREATED:
            return by_first[k]
    return None


def _protected_cell(
    tokens: Tokens, f: Found, by_last: dict[int, Found], found: list[Found]
) -> Found | None:
    """The cell of "rescued dopaminergic neurons from apoptosis"."""
    keys = tokens.keys
    for k in range(f.first - 1, max(-1, f.first - 7), -1):
        if keys[k] in (",", ".", ";", "and", "to"):
            return None
        if keys[k] not in ("from", "against"):
            continue
        cell = by_last.get(k)
        begin = cell.first if cell is not None else k - 1
        if not any(key.startswith(_PROTECT) for key in keys[max(0, begin - 5) : begin]):
            return None
        for other in found:
            if other.kind == "effect" and other.last == k:
                other.facts["patient"] = True  # the neurons are what is protected, no outcome
        return cell
    return None


_CLOSES = frozenset(
    ". , ; ) ( in by via through and with to at after under upon when while whereas but from "
    "following during as or for on was were is are than compared without".split()
)
_OPENS = frozenset(". ; : , whereas while and but".split())
_BOUND = frozenset("of in among by from on to into with for between".split())


def _others(
    tokens: Tokens, f: Found, cell: Found, by_first: dict[int, Found], by_last: dict[int, Found]
) -> list[str]:
    """The other cells of the list in which the cell of an effect stands: "migration of A and B",
    "A and B migration", "A and B migrated".
    """
    keys, out = tokens.keys, []
    if f.last < cell.first:  # "migration of A and B"
        at = cell.last
        while at + 1 < len(keys) and (
            keys[at] in (",", "and") or keys[at : at + 3] == ["as", "well", "as"]
        ):
            at += 3 if keys[at] == "as" else 1 + (keys[at + 1] == "and")
            while at < len(keys) and keys[at] in _SKIP:
                at += 1
            if at not in by_first:
                break
            out.append(by_first[at].mention.label)
            at = by_first[at].last
        k = f.first - 1 - (keys[f.first - 1] == "the")
        if out and at < len(keys) and keys[at] not in _CLOSES and k >= 0 and keys[k] not in _OPENS:
            return []  # "reduced apoptosis of A and B released more X"
    elif cell.first < f.first:
        verb = bool(f.facts.get("verb")) or keys[cell.last - 1].endswith("s")
        at = cell.first
        while at > 1 and keys[at - 1] in (",", "and"):
            other = by_last.get(at - 1 - (keys[at - 2] == ","))
            if other is None or keys[other.last - 1].endswith("s") is not verb:
                break
            if not verb and other.first and keys[other.first - 1] in _BOUND:
                break  # "sprouting of A and B migration"
            out.append(other.mention.label)
            at = other.first
    return [label for label in out if label != cell.mention.label]


def _of_other(f: Found, cell: str, rules: Rules) -> Found:
    """The same effect of another cell of the list."""
    facts = {k: v for k, v in f.facts.items() if k not in ("cell", "cells_too")}
    mention = replace(f.mention, facts=dict(f.mention.facts))
    other = Found(f.first, f.last, mention, f.entry, facts)
    _qualify(other, cell, rules)
    return other


_PROCESSES = frozenset(
    ["apoptosis", "cell death", "cell invasion", "cell migration", "cell proliferation",
     "cell survival"]
)  # fmt: skip
"""What a cell does wherever in the sentence the cell is named."""


def compose_cells(
    tokens: Tokens, found: list[Found], soft: list[Found], sentences: Sequence[tuple[int, int]],
    rules: Rules,
) -> None:  # fmt: skip
    """Qualify effects that take a cell ("apoptosis of cardiomyocytes") by the cell beside them,
    after setting aside what cells were put through.

    Args:
        tokens: Tokens of a block.
        found: Its mentions; the effects among them take the cell into their label.
        soft: Its cells, organisms and vesicles.
        sentences: Token spans of its sentences.
        rules: For the identifiers of outcomes that have a row of their own with their cell.
    """
    conditions.mark(tokens, found, soft)
    named = [f for f in soft if f.kind == "cell"]
    whole = [
        f
        for f in named
        if not any(
            o is not f and o.first <= f.first and f.last <= o.last and _width(o) > _width(f)
            for o in named
        )
    ]
    cells = [f for f in whole if not (f.entry is not None and "tumor" in f.entry.flags)]
    if not cells:
        return
    by_last = {c.last: c for c in cells}
    by_first = {c.first: c for c in cells}
    inside = sorted(cells, key=lambda c: c.first)
    for f in found:
        if f.kind != "effect" or f.entry is None or f.entry.facts.get("cell") != "y":
            continue
        cell = (
            f.facts.get("cell_found")
            or by_last.get(f.first)
            or (by_last.get(f.first - 1) if f.first and tokens.keys[f.first - 1] == "-" else None)
        )
        if cell is None and tokens.keys[f.first] in ("cell", "cells"):
            cell = by_last.get(f.first + 1)  # "smooth muscle cell proliferation"
        if cell is None and f.facts.get("verb") and tokens.keys[f.first - 1] == "to":
            cell = by_last.get(f.first - 1)  # "drove fibroblasts to migrate"
        if cell is None:
            j = f.last
            if j < len(tokens) and tokens.keys[j] in _OF:
                j += 1
                for _ in range(3):
                    if j in by_first:
                        cell = by_first[j]
                        break
                    if j < len(tokens) and tokens.keys[j] in _SKIP:
                        j += 1
                    else:
                        break
            elif j in by_first:
                cell = by_first[j]
        if cell is None:
            cell = _treated_cell(tokens, f, by_first) or _protected_cell(tokens, f, by_last, found)
        if cell is None:
            cell = next((c for c in inside if f.first <= c.first and c.last <= f.last), None)
        if cell is not None:
            _qualify(f, cell.mention.label, rules)
            if not f.entry.label.endswith("infiltration"):
                f.facts["cells_too"] = _others(tokens, f, cell, by_first, by_last)
            for other in found:
                if other is not f and (other.first, other.last) == (cell.first, cell.last):
                    other.facts["patient"] = True  # "apoptosis of dopaminergic neurons"
    _share_cells(tokens, found, rules)
    for a, b in pairwise(found):
        # "proliferation and collagen maturation in stellate cells": the first is theirs too
        if (
            a.kind == b.kind == "effect"
            and a.entry is not None
            and a.entry.facts.get("cell") == "y"
            and "cell" not in a.facts
            and _coordinated(tokens, a, b)
            and b.last < len(tokens)
            and tokens.keys[b.last] in ("in", "of")
            and b.last + 1 in by_first
        ):
            _qualify(a, by_first[b.last + 1].mention.label, rules)
    for first, last in sentences:
        _name_only_cell(tokens, found, whole, (first, last), rules)
    name_by_sentence_before(tokens, found, whole, sentences, _PROCESSES, _qualify, rules)
    for f in found:
        if names := f.facts.get("cells_too"):
            f.facts["of_others"] = [_of_other(f, name, rules) for name in names]


_MOST = 3
"""Cells of a list that a process of the sentence may be of."""


def _width(f: Found) -> int:
    return f.last - f.first


def _name_only_cell(
    tokens: Tokens, found: list[Found], cells: list[Found], span: tuple[int, int], rules: Rules
) -> None:
    """Processes of a sentence with one kind of cell are that cell's."""
    first, last = span
    taken = [f for f in found if f.kind in ("source", "effect") and first <= f.first < last]
    here = [
        c
        for c in cells
        if first <= c.first < last and not any(s.first <= c.first < s.last for s in taken)
    ]
    labels = {c.mention.label for c in here}
    listed = 1 < len(labels) == len(here) <= _MOST and all(
        set(tokens.keys[a.last : b.first]) <= {",", "and"} for a, b in pairwise(here)
    )
    if (len(labels) != 1 and not listed) or any(
        c.entry is not None and c.entry.flags for c in here
    ):
        return
    for f in found:
        if (
            f.kind == "effect"
            and first <= f.first < last
            and f.entry is not None
            and f.entry.label in _PROCESSES
            and "cell" not in f.facts
        ):
            _qualify(f, here[0].mention.label, rules)
            f.facts["cells_too"] = [c.mention.label for c in here[1:]] if listed else []
