"""Which cells infiltrated, where one noun stands for a list of them: "infiltration of CD3-positive
T cells and F4/80-positive macrophages", "infiltration by neutrophils, T cells and macrophages".
"""

from __future__ import annotations

from extractor.components.found import Found
from extractor.lexicon import Entry
from extractor.records import Mention
from extractor.rules import Rules
from extractor.tokens import Tokens

_NOUNS = frozenset("infiltration influx recruitment accumulation invasion homing".split())
_OPENS = ("of", "by", "with")
_JOINTS = frozenset(", and or".split())
_DRESS = frozenset(
    "- + the of both as well also activated inflammatory positive expressing infiltrating "
    "peripheral myeloid".split()
)
_REACH = 30


def with_infiltrates(
    tokens: Tokens, found: list[Found], soft: list[Found], rules: Rules, offset: int
) -> list[Found]:
    """The mentions with the infiltration of every cell of such a list.

    Args:
        tokens: Tokens of a block.
        found: Its mentions.
        soft: Its cells, organisms and vesicles.
        rules: For the effects that have a name of their own ("macrophage infiltration").
        offset: Offset of the block in the document text.
    """
    heads = [
        f for f in found
        if f.kind == "effect" and tokens.keys[f.first] in _NOUNS and f.entry is not None
    ]  # fmt: skip
    if not heads:
        return found
    cells = {c.first: c for c in soft if c.kind == "cell"}
    markers = {i for f in found if f.kind in ("gene", "effect") for i in range(f.first, f.last)}
    effects = {i: f for f in found if f.kind == "effect" for i in range(f.first, f.last)}
    out = list(found)
    for f in heads:
        listed = _list(tokens, f, cells, markers)
        told = {f.mention.label}
        if f.entry is not None and f.entry.label == "cell infiltration" and listed:
            known = _named(listed[0], rules)
            if known is not None and len(listed) > 1:
                f.mention.label, f.mention.id, f.entry = known.label, known.id, known
                told = {known.label}
        for cell in listed:
            label = f"{cell.mention.label} infiltration"
            known = _named(cell, rules)
            label = known.label if known is not None else label
            other = effects.get(cell.first)
            if label in told or (f.first <= cell.first < f.last):
                continue
            told.add(label)
            if other is not None:  # a name of its own: "neutrophils", "NK cells"
                other.facts.pop("patient", None)
                other.facts["infiltrates"] = True
                continue
            out.append(_made(tokens, cell, label, known or f.entry, offset))
    return sorted(out, key=lambda f: f.first)


def _named(cell: Found, rules: Rules) -> Entry | None:
    return rules.entry("effect", f"{cell.mention.label} infiltration")


def _list(
    tokens: Tokens, f: Found, cells: dict[int, Found], markers: set[int]
) -> list[Found]:
    """The cells of the list that the noun opens; none where it names one alone."""
    keys = tokens.keys
    at = f.last
    out: list[Found] = []
    if "of" in keys[f.first : f.last]:  # the first cell is within the name already
        inside = next((cells[i] for i in range(f.first, f.last) if i in cells), None)
        if inside is None:
            return []
        out.append(inside)
    elif keys[at : at + 1] and keys[at] in _OPENS:
        at += 1
    else:
        return []
    joined = not out
    while at < min(f.last + _REACH, len(keys)):
        cell = cells.get(at)
        if cell is not None:
            if not joined:
                break
            out.append(cell)
            at, joined = cell.last, False
        elif keys[at] in _JOINTS:
            joined = True
            at += 1
        elif at in markers or keys[at] in _DRESS:
            at += 1
        else:
            break
    return out if len(out) > 1 else []


def _made(tokens: Tokens, cell: Found, label: str, entry: Entry | None, offset: int) -> Found:
    start, stop = tokens.starts[cell.first], tokens.ends[cell.last - 1]
    mention = Mention(
        "effect", offset + start, offset + stop, tokens.text[start:stop], label,
        entry.id if entry is not None else None, "infiltrates",
    )  # fmt: skip
    return Found(cell.first, cell.last, mention, entry, {"infiltrates": True})
