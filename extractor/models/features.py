"""What the recognisers see of a token: its word, affixes, shape and character n-grams.

A token type is described once, by rows of three tables: its lower-case form in a vocabulary (or
none), hashed affixes and shapes, and hashed n-grams. Hashes are CRC-32, so that they are the same
on every machine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from zlib import crc32

_DIGIT = re.compile(r"\d")
_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "κ": "kappa",
    "λ": "lambda", "μ": "mu", "µ": "mu", "ω": "omega", "ζ": "zeta", "η": "eta", "θ": "theta",
}
_DASH = {"–": "-", "−": "-", "‐": "-", "—": "-", "‑": "-", "’": "'", "′": "'", "”": '"', "“": '"'}


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of the tables and layers; all counts.

    ``word``, ``affix``, ``gram`` are the widths of the three parts of a token's vector, ``hidden``
    the width of the recurrent state in each direction, ``layers`` how many such layers stand on top
    of each other, each adding to what the one below it says.
    """

    word: int = 96
    affix: int = 56
    gram: int = 56
    affix_rows: int = 12000
    gram_rows: int = 24000
    hidden: int = 144
    layers: int = 1

    @property
    def width(self) -> int:
        """Width of a token's vector."""
        return self.word + self.affix + self.gram


def folded(token: str) -> str:
    """The token with Greek letters spelt out and dashes and quotes made plain, in lower case."""
    if token.isascii():
        return token.lower()
    if len(token) == 1:
        return _GREEK.get(token) or _DASH.get(token) or token.lower()
    return "".join(_GREEK.get(c, c) for c in token.lower())


def shape(token: str) -> str:
    """Letters to ``X`` or ``x``, digits to ``0``, runs of one kind cut to two."""
    out: list[str] = []
    for c in token:
        s = "X" if c.isupper() else "x" if c.isalpha() else "0" if c.isdigit() else c
        if len(out) < 2 or out[-1] != s or out[-2] != s:
            out.append(s)
    return "".join(out)


def affixes(token: str, rows: int) -> list[int]:
    """Rows of the affix table for a token: prefixes, suffixes, shape, form, digits blanked."""
    low = folded(token)
    names = ["w" + token, "n" + _DIGIT.sub("0", low), "s" + shape(token), f"l{min(len(low), 12)}"]
    for n in range(1, min(len(token), 5) + 1):
        names.append(f"p{token[:n]}")
        names.append(f"q{token[-n:]}")
    return [crc32(name.encode("utf-8", "replace")) % rows for name in names]


def grams(token: str, rows: int) -> list[int]:
    """Rows of the n-gram table: all n-grams (3 to 5) of the lower-case form with its borders."""
    text = f"<{folded(token)[:40]}>"
    return [
        crc32(text[i : i + n].encode("utf-8", "replace")) % rows
        for n in (3, 4, 5)
        for i in range(len(text) - n + 1)
    ]
