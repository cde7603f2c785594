"""What figures for three arms say of a cargo: "38% with saline, 27% with exosomes and 36% with
exosomes of anti-miR-x donors" shows that the effect went with the miRNA.
"""

from __future__ import annotations

import re

from extractor.components.discourse import Sentence
from extractor.components.figures import FIGURE, NO_FIGURE, UNTREATED
from extractor.components.foreign import others_own
from extractor.components.losses import is_depleted, words

_UNTREATED = re.compile(UNTREATED)
_ARMS = 3


def lost_by_figures(s: Sentence) -> bool:
    """Whether the vesicles without their cargo are nearer to no treatment than to the others."""
    vesicles = list({v.mention.start: v for v in s.of("vesicle")}.values())
    if len(vesicles) < _ARMS - 1 or not any(is_depleted(s, v) for v in vesicles):
        return False
    text = words(s)
    arms = [(m.start(), "un") for m in _UNTREATED.finditer(text)]
    arms += [
        (v.mention.start - s.start,
         "loss" if is_depleted(s, v) else "other" if others_own(s, v) else "tr")
        for v in vesicles
    ]  # fmt: skip
    arms.sort()
    inside = [(v.mention.start - s.start, v.mention.end - s.start) for v in vesicles]
    inside += [(f.mention.start - s.start, f.mention.end - s.start) for f in s.found]
    figures = [
        m for m in FIGURE.finditer(text)
        if not NO_FIGURE.search(text[: m.start()])
        and not any(a <= m.start() < b for a, b in inside)
    ]  # fmt: skip
    if len(arms) != len(figures) or len(arms) < _ARMS:
        return False
    ahead = [m.start() < at for m, (at, _) in zip(figures, arms, strict=True)]
    if len(set(ahead)) != 1:
        return False
    values: dict[str, float] = {}
    for m, (_, kind) in zip(figures, arms, strict=True):
        if kind in values:
            return False
        values[kind] = float(m["n"])
    if not {"un", "tr", "loss"} <= set(values) or values["un"] == values["tr"]:
        return False
    return abs(values["loss"] - values["un"]) < abs(values["loss"] - values["tr"])
