"""How soon something happened, where two times are set against each other."""

from __future__ import annotations

import re

from extractor.components.figures import NUMBERS, compare, number
from extractor.tokens import Tokens

_NUMBER = rf"(?P<{{}}>\d+(?:\.\d+)?|{'|'.join(w for w in NUMBERS if NUMBERS[w] > 1)})"
_SPANS = re.compile(
    rf" ?(?:in|within|by|after|on|at) (?:day |week )?{_NUMBER.format('one')}"
    r"(?: (?:days?|weeks?|hours?|h|d|months?|minutes?))?,? "
    r"(?:instead of|rather than|as against|against|versus|vs\.?|compared with|not) "
    rf"(?:the )?(?:in |by |after |on )?(?:day |week )?{_NUMBER.format('two')}\b(?![.\d]* ?%)", re.I
)  # fmt: skip


def in_time(tokens: Tokens, last: int) -> int:
    """How much sooner something happened: +1 for "in four days instead of nine", else -1 or 0."""
    if last >= len(tokens):
        return 0
    start = tokens.starts[last]
    met = _SPANS.match(tokens.text[start : start + 90].lower())
    if met is None:
        return 0
    return compare(number(met["two"]), number(met["one"]))
