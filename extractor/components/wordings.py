"""Outcomes told by an adjective or a verb: "fewer apoptotic cells", "the wounds closed faster"."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.components.found import Found
from extractor.components.words import ADVERB_WORDS, LESS, MORE
from extractor.records import Mention
from extractor.rules import Rules, Wording
from extractor.tokens import Tokens

_CELLS = frozenset("cell cells nuclei nucleus bodies".split())
_SUBJECT_WITHIN = 14
_FAST = MORE | {"rapid", "quickly", "faster", "vigorously"}
_SLOW = LESS | {"slow", "less"}


def find(
    tokens: Tokens, found: Iterable[Found], soft: Iterable[Found], rules: Rules, offset: int
) -> list[Found]:
    """Outcomes that ``wordings.tsv`` knows, where no other mention stands.

    Args:
        tokens: Tokens of a block.
        found: Mentions taken already.
        soft: Cells, organisms and vesicles.
        rules: The loaded pattern files.
        offset: Offset of the block in the document text.
    """
    taken = {i for f in found for i in range(f.first, f.last)}
    cells = {f.first: f for f in soft if f.kind == "cell"}
    out: list[Found] = []
    for hit in rules.wordings.find(tokens):
        wording = hit.name.facts["wording"]
        if any(i in taken for i in range(hit.first, hit.last)):
            continue
        if wording.subjects and not _has_subject(tokens, hit.first, wording):
            continue
        if wording.form == "verb":
            made = _verb(tokens, hit.first, hit.last, wording, offset)
        else:
            made = _adjective(tokens, hit.first, hit.last, wording, offset, cells)
        if made is not None and not any(i in taken for i in range(made.first, made.last)):
            out.append(made)
            taken.update(range(made.first, made.last))
    return out


def _has_subject(tokens: Tokens, at: int, wording: Wording) -> bool:
    for i in range(at - 1, max(-1, at - _SUBJECT_WITHIN), -1):
        key = tokens.keys[i]
        if key in (".", ";", ":"):
            return False
        if key in wording.subjects:
            return True
    return False


def _verb(tokens: Tokens, first: int, last: int, wording: Wording, offset: int) -> Found | None:
    """The verb with the adverb of degree or speed beside it."""
    keys = tokens.keys
    for i in (*range(last, min(last + 3, len(tokens))), first - 1):
        if i < 0 or keys[i] in (",", ".", ";", ":", "and"):
            if i >= last:
                continue
            break
        if keys[i] in _FAST or keys[i] in _SLOW:
            begin, end = min(i, first), max(i + 1, last)
            if end < len(tokens) and keys[end].endswith("ly"):
                end += 1  # "more rapidly"
            slow = keys[i] in _SLOW or (i + 1 < end and keys[i + 1] in LESS)  # "more slowly"
            sign = -1 if slow else 1
            return _found(tokens, begin, end, wording, offset, sign=sign)
    return None


def _adjective(
    tokens: Tokens, first: int, last: int, wording: Wording, offset: int, cells: dict[int, Found]
) -> Found | None:
    """The adjective with the cell that it describes, or with "more" or "less" before it."""
    keys = tokens.keys
    cell = cells.get(last)
    if cell is not None or (last < len(tokens) and keys[last] in _CELLS):
        made = _found(tokens, first, cell.last if cell else last + 1, wording, offset)
        if cell is not None and wording.entry.facts.get("cell") == "y":
            made.facts["cell_found"] = cell
        return made
    k = first - 1
    while k >= 0 and first - k < 4 and (keys[k].endswith("ly") or keys[k] in ADVERB_WORDS):
        if keys[k] in ("more", "less"):
            sign = 1 if keys[k] == "more" else -1
            return _found(tokens, k, last, wording, offset, sign=sign)
        k -= 1
    return None


def _found(
    tokens: Tokens, first: int, last: int, wording: Wording, offset: int, sign: int | None = None
) -> Found:
    entry = wording.entry
    start, end = tokens.starts[first], tokens.ends[last - 1]
    mention = Mention(
        "effect", offset + start, offset + end, tokens.text[start:end], entry.label, entry.id,
        f"wordings.tsv:{entry.label}",
    )  # fmt: skip
    facts: dict[str, object] = {}
    if wording.inverse and sign is None:
        facts["inverse"] = True
    if sign is not None:
        facts["sign"] = -sign if wording.inverse else sign
    return Found(first, last, mention, entry, facts)
