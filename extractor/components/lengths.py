"""Figures of how much, beside a verb or an adjective: "closed 4 days sooner", "1.6 cm longer"."""

from __future__ import annotations

_UNITS = frozenset(
    "day days week weeks hour hours h month months min minutes minute second seconds s year years "
    "% percent times fold on average about some nearly almost by a an one two three four five six "
    "seven eight nine ten several many few median mean of".split()
)
_MEASURES = frozenset(
    "cm mm μm um nm g kg mg percent third quarter half thirds mean average roughly approximately "
    "almost around up to".split()
)
_BE = frozenset("was were is are be been being".split())


def past_length(keys: list[str], last: int, adverbs: frozenset[str]) -> int:
    """The token behind the figure that stands between a verb and its adverb: "closed 4 days
    sooner"; the token behind the verb itself if there is none.
    """
    k = last
    while k < len(keys) and k - last < 7 and (keys[k] in _UNITS or keys[k][:1].isdigit()):
        k += 1
    return k if k < len(keys) and keys[k] in adverbs else last


def before_length(keys: list[str], k: int) -> int:
    """The token before the figure that ends at ``k`` ("were 1.6 cm longer"), ``k`` if none does."""
    at = k
    while at > 0 and k - at < 7 and (
        keys[at] in _UNITS or keys[at] in _MEASURES or keys[at][:1].isdigit()
        or (keys[at] in (".", "-") and keys[at - 1][:1].isdigit())
    ):
        at -= 1
    return at if keys[at] in _BE else k
