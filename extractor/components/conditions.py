"""Names that say what cells and animals were put through, or which cells they are: no outcomes of
their sentence ("pups exposed to formula and hypoxia", "keloid fibroblasts").
"""

from __future__ import annotations

from extractor.components.found import Found
from extractor.tokens import Tokens

_PUT_THROUGH = frozenset("hypoxia ischemia oxygenation".split())
_EXPOSED = frozenset("exposed exposure subjected subjecting".split())
_LONG = frozenset("min minute minutes h hour hours day days week weeks".split())
_ENDS = frozenset(". ; , : ) was were is by which that who reduced lowered".split())
_WITHIN = 8


def mark(tokens: Tokens, found: list[Found], soft: list[Found]) -> None:
    """Set the fact ``patient`` of mentions that only tell a condition or a kind of cell.

    Args:
        tokens: Tokens of a block.
        found: Its mentions.
        soft: Its cells, organisms and vesicles.
    """
    cells = [c for c in soft if c.kind == "cell"]
    for f in found:
        if f.kind == "effect" and f.mention.label in _PUT_THROUGH:
            spared = f.first and tokens.keys[f.first - 1] in ("from", "against")
            if spared and any(c.last == f.first - 1 for c in cells):
                f.facts["patient"] = True  # "protected trophoblasts from hypoxia"
            elif _undergone(tokens.keys, f.first):
                f.facts["patient"] = True
        elif f.kind == "disease" and any(_of_disease(tokens, f, c) for c in cells):
            f.facts["patient"] = True


def _undergone(keys: list[str], first: int) -> bool:
    """Whether a condition is what someone was exposed to, or lasted so long."""
    for k in range(first - 1, max(-1, first - _WITHIN), -1):
        if keys[k] in _ENDS:
            return False
        if keys[k] in _EXPOSED:
            return True
        if keys[k] in _LONG:
            return keys[k + 1] == "of"
    return False


def _of_disease(tokens: Tokens, f: Found, cell: Found) -> bool:
    """Whether a disease only tells whose cells they are: "psoriasis keratinocytes"."""
    if cell.entry is not None and "tumor" in cell.entry.flags:
        return False
    return cell.first == f.last or cell.first <= f.first < f.last < cell.last
