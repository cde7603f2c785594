"""Fine tokens: the units in which lexicons and rules see a text.

A token is a run of Latin letters, a run of digits, one Greek letter or one other character that is
no white space. ``TGF-β1`` is ``TGF`` ``-`` ``β`` ``1``, so that hyphens, spaces and spelled Greek
letters make no difference to a lexicon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

GREEK: dict[str, str] = {
    "α": "alpha",
    "β": "beta",
    "γ": "gamma",
    "δ": "delta",
    "ε": "epsilon",
    "ζ": "zeta",
    "η": "eta",
    "θ": "theta",
    "ι": "iota",
    "κ": "kappa",
    "λ": "lambda",
    "μ": "mu",
    "µ": "mu",
    "ν": "nu",
    "ξ": "xi",
    "π": "pi",
    "ρ": "rho",
    "σ": "sigma",
    "τ": "tau",
    "φ": "phi",
    "χ": "chi",
    "ψ": "psi",
    "ω": "omega",
    "ß": "beta",
    "ϵ": "epsilon",
    "ς": "sigma",
}
DASHES = "-‐‑‒–—−­﹣－"
"""Every character that authors use where a hyphen is meant (soft hyphen included)."""

APOSTROPHES = "'’ʼ′`´‘"

_SPELLED = "alpha|beta|gamma|delta|kappa"
_TOKEN = re.compile(
    rf"([A-Z]+(?=(?:{_SPELLED})(?![a-z]))"  # TNFalpha, NFkappaB, Abeta
    rf"|(?:{_SPELLED})(?=[A-Z])"  # TGF-betaR1, gammaH2AX
    r"|[A-Za-zÀ-ÖØ-Þà-öø-ʯ]+|\d+|\S)"  # a group, so that ``split`` gives what is between as well
)
_FOLD = str.maketrans(
    {"ö": "o", "ü": "u", "ä": "a", "é": "e", "è": "e", "ø": "o", "å": "a", "ï": "i"}
)


@dataclass(slots=True)
class Tokens:
    """The fine tokens of a text, as parallel lists.

    ``starts``/``ends`` are offsets in ``text``; ``keys`` are folded forms: lower case, Greek
    letters spelled, every dash ``-``, every apostrophe ``'``.
    """

    text: str
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def glued(self, i: int) -> bool:
        """Whether token ``i`` follows the token before it without white space."""
        return i > 0 and self.starts[i] == self.ends[i - 1]


def fold(word: str) -> str:
    """The folded form of one token."""
    if word in GREEK:
        return GREEK[word]
    if word in DASHES:
        return "-"
    if word in APOSTROPHES:
        return "'"
    key = word.lower()
    return GREEK.get(key) or (key if key.isascii() else key.translate(_FOLD))


_folded = lru_cache(maxsize=1 << 15)(fold)


def keys_of(text: str) -> list[str]:
    """The folded forms of the tokens of a text, without their places."""
    return [_folded(word) for word in _TOKEN.findall(text)]


def first_key(text: str) -> str:
    """The folded form of the first token of a text, or ""."""
    match = _TOKEN.match(text)
    return _folded(match.group()) if match else ""


def tokenize(text: str) -> Tokens:
    """Cut a text into fine tokens."""
    parts = _TOKEN.split(text)  # space, token, space, …, space: no step of a loop for each of them
    words, edges = parts[1::2], list(accumulate(map(len, parts)))
    return Tokens(text, words, edges[:-1:2], edges[1::2], list(map(_folded, words)))
