"""Changes that a bracket says may be chance: "X fell (p = 0.31)", "Y rose (n.s.)"."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.components.assertions import Assertion
from extractor.components.figures import CHANCE
from extractor.components.units import Unit

_ABOVE = re.compile(r"p [>≥] 0?\.(?:0[5-9]|[1-9])\d*", re.I)
"""A p from which on a difference is held to be chance."""


def by_chance(row: list[Unit], made: list[Assertion]) -> list[Assertion]:
    """Deny the change before a bracket by which it may be chance: "X fell (p = 0.31)"."""
    for begin in [i for i, u in enumerate(row) if u.key == "(" and _may_be_chance(row, i)]:
        before = {id(x): _last_unit(row, x) for x in made}
        last = max((k for k in before.values() if k < begin), default=-1)
        if last < 0 or any(
            u.found is not None or u.key in ("and", ",", ";", ")") for u in row[last + 1 : begin]
        ):
            continue
        own = [x for x in made if before[id(x)] == last and x.sign and not x.negated]
        verbs = {x.at for x in own}
        if any(x.at in verbs and x not in own and x.sign for x in made):
            continue  # "lowered X and Y (p > 0.05)": of which of them is not said
        made = [replace(x, negated=True) if x in own else x for x in made]
    return made


def _may_be_chance(row: list[Unit], i: int) -> bool:
    """Whether the bracket that opens at unit ``i`` gives a high p, or says "not significant"."""
    end = next((k for k in range(i + 1, min(len(row), i + 9)) if row[k].key == ")"), 0)
    if not end or any(u.found is not None for u in row[i + 1 : end]):
        return False
    told = " ".join(u.key for u in row[i + 1 : end]).replace(" .", ".").replace(" - ", "-")
    return CHANCE.match(told) is not None or _ABOVE.fullmatch(told) is not None


def _last_unit(row: list[Unit], x: Assertion) -> int:
    """The last of the units that tell an assertion: its name or its predicate."""
    return max(x.at, next((k for k, u in enumerate(row) if u.found is x.found), -1))
