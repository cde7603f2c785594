"""Good outcomes that are only said to be someone's doing: "angiogenesis rests on miR-x", "survival
was the work of miR-x", "they attributed angiogenesis in the ovary and oocyte survival to miR-x".

Who asks whose doing it is takes it for granted that it came about.
"""

from __future__ import annotations

from extractor.components.assertions import Assertion
from extractor.components.units import Unit
from extractor.components.words import BE, DETERMINERS

_STANDS_ON = {
    "rests": "on", "rested": "on", "relies": "on", "relied": "on", "hinges": "on", "hinged": "on",
    "depends": "on", "depended": "on", "stems": "from", "stemmed": "from",
}  # fmt: skip
_IS_OF = {
    "dependent": "on", "due": "to", "owed": "to", "attributed": "to", "ascribed": "to",
    "credited": "to", "attributable": "to", "traced": "to", "mediated": "by", "effected": "by",
    "brought": "about", "work": "of", "doing": "of", "merit": "of", "put": "down", "owing": "to",
}  # fmt: skip
_CUES = frozenset((*_STANDS_ON, *_IS_OF, "attribute", "ascribe", "owe", "owes", "attributes"))
_LAYS = frozenset("attributed attribute attributes ascribed ascribe credited owe owes owed".split())
_AGENTS = ("mirna", "cargo", "gene")
_REACH = 14
_DENIES = frozenset(
    "not no nor neither never hardly whether if unclear unknown may might could cannot".split()
)
_OPENS = frozenset((",", ";", ":", ".", "and", "but", "while", "whereas", "that", "because", "so"))


def laid_outcomes(row: list[Unit], clauses: list[int], told: set[int]) -> list[Assertion]:
    """The outcomes of a sentence that are laid to a miRNA, another cargo or a gene product.

    Args:
        row: Units of one sentence.
        clauses: The clause of each unit.
        told: Names of which predicates tell already.
    """
    out: list[Assertion] = []
    for i, u in enumerate(row):
        if u.found is not None or u.key not in _CUES:
            continue
        for j in _subject(row, i) or _objects(row, i):
            f = row[j].found
            assert f is not None
            if id(f) in told or f.valence != "good" or f.facts.get("sign"):
                continue
            if f.entry is None or "background" in f.entry.flags:
                continue
            sign = -1 if f.facts.get("inverse") else 1
            out.append(Assertion(f, sign, "laid", False, clauses[j], j))
    return out


def _subject(row: list[Unit], i: int) -> list[int]:
    """The outcome that stands as subject of "rests on" or "is the work of" at unit ``i``."""
    key = row[i].key
    on = _STANDS_ON.get(key) or _IS_OF.get(key)
    after = [u.key for u in row[i + 1 : i + 3]]
    whole = row[i].lemma.endswith(" to")  # "attributed to" is one predicate
    if on is None or not (whole or on in after) or not _agent(row, i + 1, 7):
        return []
    k = i - 1
    while k > 0 and row[k].found is None and (
        row[k].key.endswith("ly") or row[k].key in ("the", "in", "part", "mostly", "at", "least")
    ):
        k -= 1
    if key in _IS_OF:
        if row[k].key not in BE:
            return []
        k -= 1
    elif k < i - 1 and row[k + 1].key in ("the", "in", "at"):
        return []
    if _DENIES & {u.key for u in row[max(0, k - 3) : i + 1]}:
        return []
    for j in range(k, max(-1, k - 9), -1):
        v = row[j]
        if v.found is not None and v.kind == "effect":
            return [j] if _opens(row, j) else []
        if v.voice in ("right", "left") or v.key in BE or v.key in (",", ";", ":", "which"):
            return []
    return []


def _opens(row: list[Unit], j: int) -> bool:
    """Whether a name heads its clause: determiners and adjectives alone stand before it."""
    for k in range(j - 1, max(-1, j - 5), -1):
        u = row[k]
        if u.found is None and u.key in _OPENS:
            return True
        if u.found is not None or u.voice or not (u.key in DETERMINERS or u.key.isalpha()):
            return False
        if u.key in ("of", "in", "on", "for", "to", "by", "with", "from", "if", "whether"):
            return False
    return j < 5


def _objects(row: list[Unit], i: int) -> list[int]:
    """The outcomes between "attributed" at unit ``i`` and its "to"."""
    if row[i].key not in _LAYS or any(u.key in BE for u in row[max(0, i - 2) : i]):
        return []
    if _DENIES & {u.key for u in row[max(0, i - 4) : i]}:
        return []
    got: list[int] = []
    for k in range(i + 1, min(len(row), i + _REACH)):
        u = row[k]
        if u.found is not None and u.kind == "effect":
            listed = all(v.found is None and not v.voice for v in row[i + 1 : k] if v.kind == "")
            got += [k] if listed else []
        elif u.found is None and u.key == "to":
            return got if _agent(row, k + 1, 5) else []
        elif u.voice in ("right", "left") or u.key in BE or u.key in (";", ":"):
            return []
    return []


def _agent(row: list[Unit], i: int, reach: int) -> bool:
    """Whether what acts is named within a few units, and not as what it was not."""
    for u in row[i : i + reach]:
        if u.found is not None and u.kind in _AGENTS:
            return True
        if u.key in ("than", "not", "no"):
            return False  # "is mediated by something other than miR-x"
    return False
