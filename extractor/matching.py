"""When two mentions are the same, and how findings are aligned.

What counts as equal
    * Sources, diseases, targets, effects, cargo and vesicles: by identifier where both sides have
      one, else by normalised label (``label_key``).
    * miRNAs: by normalised label. Species prefix and letter case are dropped ("hsa-miR-21" is
      "MIR21"). The arm counts only where it tells two molecules of the document apart: it is
      dropped unless both arms of one miRNA occur among all mentions compared.

"By identifier where both have one, else by label" is no equivalence by itself: A and B may share
a label, B and C an identifier. ``canonical_keys`` therefore joins, within one comparison, every
mention that shares an identifier or, where one side has no identifier, a label, and names each
class by its smallest member. The result depends on neither order nor hashing.
"""

from __future__ import annotations

import re
import unicodedata

GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta",
    "η": "eta", "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu",
    "ξ": "xi", "ο": "omicron", "π": "pi", "ρ": "rho", "σ": "sigma", "ς": "sigma", "τ": "tau",
    "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
}
"""Greek letters, lower case, by name."""

_MIRNA = re.compile(
    r"(?:(?P<species>[a-z]{3})-)?(?P<family>mir|mirna|microrna|let|lin)[- ]?"
    r"(?P<name>\d.*?)(?:-(?P<arm>[35]p))?"
)


def fold(char: str) -> str:
    """The letters and digits one character stands for, case folded, Greek spelled; may be ""."""
    low = unicodedata.normalize("NFKC", char).casefold()
    return "".join(GREEK.get(c, c if c.isalnum() else "") for c in low)


def squeeze(text: str) -> str:
    """Letters and digits of a text, case folded, Greek letters spelled out."""
    return "".join(fold(c) for c in text)


def label_key(label: str) -> str:
    """A label for comparing: case, Greek letters, dashes, spaces and plurals do not count.

    A plural is a final "s" of a word of four or more letters, none of "ss", "us", "is".
    """
    words = re.split(r"[^\w+]|_", unicodedata.normalize("NFKC", label).casefold())
    return "".join(_singular(squeeze(w)) + ("+" if w.endswith("+") else "") for w in words)


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1]


def mirna_key(label: str) -> tuple[str, str] | None:
    """A miRNA label as (name, arm): "hsa-miR-21-5p" is ("mir21", "5p"); ``None`` if it is none.

    Species, case, dashes, and the words cluster or family do not count; "let" stays apart from
    "miR", and the old star of a name ("miR-21*") belongs to it.
    """
    text = unicodedata.normalize("NFKC", label).casefold()
    text = re.sub(r"[\u2010-\u2015\u2212\u00ad]", "-", text).strip()
    text = re.sub(r"\s+(?:cluster|famil(?:y|ies)|clusters)$", "", text)
    found = _MIRNA.fullmatch(text)
    if found is None:
        return None
    family = found["family"]
    name = re.sub(r"[^0-9a-z*/]", "-", found["name"]).strip("-")
    return ("mir" if family not in ("let", "lin") else family) + name, found["arm"] or ""
