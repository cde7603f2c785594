"""Sentence borders between given tokens: a linear model over hashed features of the neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from extractor.models.features import shape
from extractor.models.network import Array

ROWS = 2**15
_EDGE = "\n"


def features(tokens: Sequence[str], spaced: Sequence[bool], at: int) -> list[int]:
    """Rows of the weight table for the question whether a sentence begins at a token.

    Args:
        tokens: The tokens of the text.
        spaced: Whether white space stands behind each token.
        at: The number of the token, at least 1.
    """
    size = len(tokens)
    before, here = tokens[at - 1], tokens[at]
    last = tokens[at - 2] if at > 1 else _EDGE
    then = tokens[at + 1] if at + 1 < size else _EDGE
    gap = "+" if spaced[at - 1] else "-"
    now, form = shape(here), shape(before)
    short = before if not before.isalnum() else form
    names = (
        f"b{short}{gap}{now}",
        f"c{short}{gap}{here.lower()}",
        f"d{last.lower()} {short}{gap}",
        f"e{shape(last)} {short}{gap}{now}",
        f"f{short}{gap}{now} {shape(then)}",
        f"g{before.lower()}{gap}",
        f"h{here}",
        f"i{here.lower()} {then.lower()} {short}",
        f"j{gap}{now}",
        f"k{len(last) < 3}{shape(last)} {short}{gap}{here[:1].isupper()}",
        f"l{tokens[at - 3].lower() if at > 2 else _EDGE} {short}{gap}{now}",
    )
    return [crc32(name.encode("utf-8", "replace")) % ROWS for name in names]


def begins(tokens: Sequence[str], spaced: Sequence[bool], weights: Array) -> list[bool]:
    """Whether a sentence begins at each token of a text; it does at the first.

    Args:
        tokens: The tokens.
        spaced: Whether white space stands behind each.
        weights: Shape (ROWS + 1,); the last one is the bias.
    """
    out = [True] * len(tokens)
    bias = float(weights[-1])
    for at in range(1, len(tokens)):
        if tokens[at - 1].isalpha() and not tokens[at][0].isupper():
            out[at] = False
        else:
            out[at] = bias + float(weights[features(tokens, spaced, at)].sum()) > 0
    return out
