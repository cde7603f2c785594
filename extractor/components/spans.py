"""How soon something happened, where two times are set against each other, and how much of it, told
by a phrase: "invaded in greater numbers", "grew at a slower pace".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.components.figures import NUMBERS, compare, number
from extractor.tokens import Tokens

_NUMBER = rf"(?P<{{}}>\d+(?:\.\d+)?|{'|'.join(w for w in NUMBERS if NUMBERS[w] > 1)})"
_SPANS = re.compile(
    rf" ?(?:in|within|by|after|on|at) (?:day |week )?{_NUMBER.format('one')}"
    r"(?: (?:days?|weeks?|hours?|h|d|months?|minutes?))?,? "
    r"(?:instead of|rather than|as against|against|versus|vs\.?|compared with|not) "
    rf"(?:the )?(?:in |by |after |on )?(?:day |week )?{_NUMBER.format('two')}\b(?![.\d]* ?%)", re.I
)  # fmt: skip

OWN_VERB = re.compile(
    r"(?:\w+ed|regained|lost|grew|rose|fell|kept|keeps?|left|made|let|held|ran|ate|drank|gave|spent|"
    r"took|became|sensiti[sz]es?)\s"
    r"|\w+ (?:faster|sooner|earlier|later|slower|quicker)$", re.I
)  # fmt: skip
FINITE = re.compile(
    r"\b(?:was|were|is|are|be|became|become|remained|had|died|lived|weighed|gained|moved|explored|"
    r"healed|closed|survived|walked|ran|swam|grew|proliferated|migrated|divided|invaded|"
    r"accumulated)\b"
)
"""Outcomes told by a clause of their own: "the animals died earlier", "kept cells alive"."""


def in_time(tokens: Tokens, last: int) -> int:
    """How much sooner something happened: +1 for "in four days instead of nine", else -1 or 0."""
    if last >= len(tokens):
        return 0
    start = tokens.starts[last]
    met = _SPANS.match(tokens.text[start : start + 90].lower())
    if met is None:
        return 0
    return compare(number(met["two"]), number(met["one"]))


_MORE = frozenset("greater larger higher faster quicker brisker large".split())
_LESS = frozenset("lesser smaller lower slower fewer reduced".split())
_PARTS = frozenset("half third quarter fraction twice double".split())
_DEGREES = frozenset("numbers number extent degree rate pace speed rates tempo measure".split())


def to_degree(keys: Sequence[str]) -> int:
    """+1 or -1 where a phrase behind a verb says how much of it there was, else 0."""
    for i, key in enumerate(keys):
        if key in (",", ";", "and", "but", "than"):
            return 0
        if key in _DEGREES and i > 1 and {"in", "to", "at"} & set(keys[max(0, i - 5) : i]):
            way = keys[i - 1]
            parts = _PARTS.intersection(keys[max(0, i - 4) : i])
            if parts and "at" in keys[max(0, i - 5) : i]:
                return 1 if parts & {"twice", "double"} else -1  # "at half their former speed"
            return 1 if way in _MORE else -1 if way in _LESS else 0
    return 0
