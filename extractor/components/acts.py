"""Outcomes told by what is done to a thing: "closed the wounds", "killed tumor cells", "the axons
were remyelinated by the exosomes".
"""

from __future__ import annotations

from extractor.components.words import ADVERB_WORDS, BE, DETERMINERS
from extractor.tokens import Tokens

_WITHIN = 6
"""Tokens between a verb and the last word of what it is done to."""
_ENDS = frozenset(
    ". , ; : ( ) [ of in on with by from after than and or but that which who while was were is "
    "are had to into at against".split()
)
_AGENT = ("by", "with", "after", "upon", "following")
_SEWN = frozenset(
    "suture sutures sutured stitches staples silk nylon polypropylene vicryl prolene clips tape "
    "wax".split()
)
"""What surgeons close wounds and defects with."""
_NOT_VERB = DETERMINERS | frozenset("of with in more most fully -".split())


def done_to(tokens: Tokens, first: int, last: int, things: frozenset[str]) -> bool:
    """Whether a verb is done to one of some things, as its object or as a passive's subject.

    Args:
        tokens: Tokens of a block.
        first: First token of the verb.
        last: Token behind the verb.
        things: Words of which one must stand in what it is done to.
    """
    keys = tokens.keys
    before = first - 1
    while before >= 0 and (keys[before].endswith("ly") or keys[before] in ADVERB_WORDS):
        before -= 1
    if before >= 0 and keys[before] in BE:
        near = keys[max(0, before - _WITHIN) : before]
        near = near[max((i + 1 for i, k in enumerate(near) if k in ".;:"), default=0) :]
        by = any(key in _AGENT for key in keys[last : last + 4])
        by = by and _SEWN.isdisjoint(keys[last : last + 8])
        return by and not things.isdisjoint(near)
    if before >= 0 and keys[before] in _NOT_VERB and not keys[first].endswith("ing"):
        return False
    last = _past_portion(keys, last)
    behind = keys[last : last + _WITHIN]
    end = next((i for i, key in enumerate(behind) if key in _ENDS), len(behind))
    if behind[end : end + 1] in (["from"], ["against"]):
        return False  # "saved neurons from apoptosis" tells of apoptosis
    return not things.isdisjoint(behind[:end])


_PORTION = frozenset(
    "% percent per cent half third thirds quarter quarters most many some a an about nearly almost "
    "roughly two three of".split()
)


def _past_portion(keys: list[str], i: int) -> int:
    """The token behind "30% of" or "half of" at ``i``; ``i`` if no portion stands there."""
    k = i
    while k < len(keys) and (keys[k] in _PORTION or keys[k][:1].isdigit()):
        k += 1
    return k if k > i and keys[k - 1] == "of" else i
