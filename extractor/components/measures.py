"""What is measured, told by a comparative: "the dermis was thicker" is its thickness."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.components.found import Found
from extractor.components.words import ADVERB_WORDS, BE
from extractor.lexicon import Hit
from extractor.records import Mention
from extractor.rules import Rules
from extractor.tokens import Tokens

_MEASURES = {
    **dict.fromkeys(("thicker", "thinner", "thickened", "thinned"), "thickness"),
    **dict.fromkeys(("heavier", "lighter"), "weight"),
    **dict.fromkeys(("larger", "smaller", "bigger", "shrank", "shrunk", "enlarged"), "size"),
    **dict.fromkeys(("longer", "shorter", "lengthened", "shortened"), "length"),
    **dict.fromkeys(("wider", "narrower", "widened", "narrowed"), "width"),
    **dict.fromkeys(("denser", "sparser"), "density"),
    **dict.fromkeys(("fewer", "rarer", "scarcer"), "number"),
    **dict.fromkeys(("stiffer", "softer"), "stiffness"),
    "taller": "height",
    **dict.fromkeys(("deeper", "shallower"), "depth"),
}
_POSITIVES = {
    "thick": "thickness", "heavy": "weight", "large": "size", "long": "length", "wide": "width",
    "dense": "density", "stiff": "stiffness", "tall": "height", "deep": "depth",
}  # fmt: skip
"""Adjectives that compare behind "as": "twice as heavy"."""
_COUNTED = ("numerous", "frequent")
"""Adjectives that tell of a number behind "more", "less" and "as"."""
_MEASURES |= _POSITIVES | dict.fromkeys(_COUNTED, "number")
_TIMES = frozenset("twice times fold half equally just almost nearly not".split())
_COPULAS = BE | {"grew", "grown", "kept", "looked", "had"}


def find(tokens: Tokens, found: Iterable[Found], rules: Rules, offset: int) -> list[Found]:
    """Things beside a comparative whose measure is an effect: "thicker dermis", "tumours shrank".

    The comparative itself is left to the words of change. A disease of the same words gives way:
    where wounds were smaller, their size is told.
    """
    keys = tokens.keys
    at = [
        i
        for i, key in enumerate(keys)
        if key in _MEASURES
        and (key not in _POSITIVES or (i and keys[i - 1] == "as"))
        and (key not in _COUNTED or (i and keys[i - 1] in ("as", "more", "less")))
    ]
    if not at:
        return []
    taken = {i: f for f in found for i in range(f.first, f.last)}
    out: list[Found] = []
    for measure in dict.fromkeys(_MEASURES[keys[i]] for i in at):
        lexicon = rules.measured.get(measure)
        if lexicon is None:
            continue
        ends: dict[int, Hit] = {}
        starts: dict[int, Hit] = {}
        for hit in lexicon.find(tokens):
            ends.setdefault(hit.last, hit)
            starts.setdefault(hit.first, hit)
        for i in (i for i in at if _MEASURES[keys[i]] == measure and i not in taken):
            end = _subject_end(keys, i)
            behind = i + 2 if keys[i + 1 : i + 2] == ["the"] and keys[i].endswith("ed") else i + 1
            if measure == "number":
                behind = len(keys)  # "fewer neurons" may go on "were apoptotic"
            near = (ends.get(end), starts.get(behind), *map(ends.get, _owned_ends(keys, end)))
            thing = next((h for h in near if h is not None), None)
            if thing is None:
                continue
            inside = {id(f): f for k in range(thing.first, thing.last) if (f := taken.get(k))}
            if any(
                f.kind != "disease" or (f.first, f.last) != (thing.first, thing.last)
                for f in inside.values()
            ):
                continue
            made = _made(tokens, thing, offset)
            taken.update(dict.fromkeys(range(thing.first, thing.last), made))
            out.append(made)
    return out


def _owned_ends(keys: Sequence[str], end: int) -> list[int]:
    """Where the things end whose place stands before ``end``: "tumours in livers of mice"."""
    out: list[int] = []
    for k in range(end - 2, max(0, end - 12), -1):
        if not keys[k + 1].isalnum() or keys[k + 1] in BE:
            break
        if keys[k] in ("of", "from", "in"):
            out.append(k)
    return out


def _subject_end(keys: Sequence[str], i: int) -> int:
    """Where the subject of a comparative ends: before "were significantly thicker"."""
    k = i - 1 if keys[i - 1] == "as" else i
    if k < i and k and keys[k - 1] in _TIMES:
        figure = keys[k - 1] in ("times", "fold")
        k -= 1
        while figure and k and (keys[k - 1][:1].isdigit() or keys[k - 1] == "."):
            k -= 1
    while k and (keys[k - 1] in ADVERB_WORDS or keys[k - 1].endswith("ly") or keys[k - 1] == "not"):
        k -= 1
    while k and keys[k - 1] in _COPULAS:
        k -= 1
    return k


def _made(tokens: Tokens, hit: Hit, offset: int) -> Found:
    entry = hit.name.entry
    start, end = tokens.starts[hit.first], tokens.ends[hit.last - 1]
    mention = Mention(
        "effect", offset + start, offset + end, tokens.text[start:end], entry.label, entry.id,
        entry.rule,
    )  # fmt: skip
    facts = {"inverse": True} if hit.name.facts["inverse"] else {}
    return Found(hit.first, hit.last, mention, entry, facts)
