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
_AMOUNTS = frozenset(
    "a an one two three four five six seven eight nine ten third thirds quarter quarters half "
    "fifth by % percent per cent about roughly nearly some only almost much far fold times "
    "several".split()
)
_PORTIONS = {"half": -1, "third": -1, "quarter": -1, "fraction": -1, "twice": 1, "double": 1}
_EXTENTS = {
    "size": "size", "volume": "size", "area": "size", "diameter": "size", "weight": "weight",
    "mass": "weight", "thickness": "thickness", "length": "length", "density": "density",
    "number": "number",
}  # fmt: skip
"""Nouns behind a portion: "half the size of those of controls"."""


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
        and keys[i + 1 : i + 2] not in (["numbers"], ["number"], ["amounts"], ["quantities"])
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
            if thing.last <= i and _stands_behind(keys, thing.last, i):
                made.facts["sign"] = -1 if keys[i] in _LESSER else 1
                made.facts["figures"] = True
            taken.update(dict.fromkeys(range(thing.first, thing.last), made))
            out.append(made)
    return out


_LESSER = frozenset(
    "thinner lighter smaller shorter narrower sparser fewer rarer scarcer softer shallower".split()
)


def _stands_behind(keys: Sequence[str], last: int, i: int) -> bool:
    """Whether an amount and a comparative stand behind a thing: "infarcts a third smaller"."""
    amounts = any(k in _PORTIONS or k in ("%", "times", "fold") for k in keys[last:i])
    return amounts and not _COPULAS & set(keys[last:i]) and keys[i].endswith("er")


def of_portions(tokens: Tokens, found: Iterable[Found], rules: Rules, offset: int) -> list[Found]:
    """Things of which a portion tells the measure: "infarcts half the size of those in controls",
    "the tumours had twice the weight".

    The arguments are those of ``find``.
    """
    keys = tokens.keys
    out: list[Found] = []
    at = [i for i, key in enumerate(keys) if key in _EXTENTS and i > 2 and keys[i - 1] == "the"]
    taken = {i: f for f in found for i in range(f.first, f.last)} if at else {}
    for i in at:
        if i in taken:
            continue
        measure = _EXTENTS[keys[i]]
        k = i - 2 - (keys[i - 2] == "of")
        sign = _PORTIONS.get(keys[k], 0)
        lexicon = rules.measured.get(measure)
        if not sign or lexicon is None:
            continue
        while k > 0 and (keys[k - 1] in _AMOUNTS or keys[k - 1] in _COPULAS):
            k -= 1
        ends = {hit.last: hit for hit in lexicon.find(tokens)}
        thing = next((h for h in (ends.get(k), *map(ends.get, _owned_ends(keys, k))) if h), None)
        inside = [taken[j] for j in range(thing.first, thing.last) if j in taken] if thing else []
        if thing is None or any(f.kind != "disease" for f in inside):
            continue
        made = _made(tokens, thing, offset)
        made.facts["sign"], made.facts["figures"] = sign, True
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
    amounts = k
    while amounts and (keys[amounts - 1] in _AMOUNTS or keys[amounts - 1][:1].isdigit()):
        amounts -= 1  # "were 40% smaller", "infarcts a third smaller"
    k = amounts if amounts else k
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
