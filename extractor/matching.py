"""When two mentions are the same.

What counts as equal
    * Sources, diseases, targets, effects, cargo and vesicles: by identifier where both sides have
      one, else by normalised label (``label_key``).
    * miRNAs: by normalised label (``mirna_key``), never by accession. Species prefix and letter
      case are dropped ("hsa-miR-21" is "MIR21"). The arm counts only where it tells two molecules
      apart: when gold and found each hold two or more arms of that miRNA in the document.
      Otherwise "miR-21" and "miR-21-5p" are the same, as both forms occur in one text for one
      molecule.

"By identifier where both have one, else by label" is no equivalence by itself. ``Identity`` makes
it one within a comparison of one document: a mention without identifier takes the identifier that
mentions of the same slot and label have there (the smallest, if several). The result depends on
neither order nor hashing, and swapping gold and found changes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from extractor.records import SLOT_ATTRIBUTES, Finding, Slot

GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta",
    "η": "eta", "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu",
    "ξ": "xi", "ο": "omicron", "π": "pi", "ρ": "rho", "σ": "sigma", "ς": "sigma", "τ": "tau",
    "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
}
"""Greek letters, lower case, by name."""

_SPELLINGS = (
    ("aemi", "emi"), ("haem", "hem"), ("oedem", "edem"), ("oesoph", "esoph"), ("tumour", "tumor"),
    ("behaviour", "behavior"), ("fibre", "fiber"), ("signalling", "signaling"),
    ("isation", "ization"),
)
_MIRNA = re.compile(
    r"(?:(?P<species>[a-z]{3})-)?(?P<family>mir|mirna|microrna|let|lin)[- ]?"
    r"(?P<name>\d.*?)(?:-(?P<arm>[35]p))?"
)


@lru_cache(maxsize=4096)
def fold(char: str) -> str:
    """The letters and digits one character stands for, case folded, Greek spelled; may be ""."""
    low = unicodedata.normalize("NFKC", char).casefold()
    return "".join(GREEK.get(c, c if c.isalnum() else "") for c in low)


def squeeze(text: str) -> str:
    """Letters and digits of a text, case folded, Greek letters spelled out."""
    return "".join(fold(c) for c in text)


@lru_cache(maxsize=65536)
def label_key(label: str) -> str:
    """A label for comparing: case, Greek letters, dashes, spaces and plurals do not count.

    A plural is a final "s" of a word of four or more letters, none of "ss", "us", "is". British
    and American spelling are the same, and so are "Alzheimer's" and "Alzheimer".
    """
    text = re.sub("['’]s\\b", "", unicodedata.normalize("NFKC", label).casefold())
    for british, american in _SPELLINGS:
        text = text.replace(british, american)
    words = re.split(r"[^\w+]|_", text)
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


class Identity:
    """Decides which mentions of one document are the same.

    Args:
        gold: The findings of one side.
        found: The findings of the other side; the sides may be swapped.
    """

    def __init__(self, gold: Iterable[Finding], found: Iterable[Finding]) -> None:
        self._ids: dict[tuple[str, str], str] = {}
        self._armed: frozenset[str] = frozenset()
        arms: list[dict[str, set[str]]] = []
        for side in (gold, found):
            own: dict[str, set[str]] = {}
            for finding in side:
                self._learn(finding)
                for slot in finding.mirnas:
                    parts = mirna_key(slot.label)
                    if parts and parts[1]:
                        own.setdefault(parts[0], set()).add(parts[1])
            arms.append(own)
        self._armed = frozenset(
            name for name, own in arms[0].items()
            if len(own) > 1 and len(arms[1].get(name, ())) > 1
        )

    def _learn(self, finding: Finding) -> None:
        for name in SLOT_ATTRIBUTES:
            for slot in finding.slots(name):
                if slot.id:
                    key = (name, label_key(slot.label))
                    curie = slot.id.strip().casefold()
                    self._ids[key] = min(self._ids.get(key, curie), curie)

    def key(self, name: str, slot: Slot) -> str:
        """What stands for a mention when it is compared with others of its slot."""
        if name == "mirnas":
            parts = mirna_key(slot.label)
            if parts is not None:
                return "-".join(parts) if parts[0] in self._armed else parts[0]
        elif slot.id:
            return slot.id.strip().casefold()
        label = label_key(slot.label)
        return (None if name == "mirnas" else self._ids.get((name, label))) or f"={label}"

    def filler(self, name: str, slot: Slot) -> tuple[str, str]:
        """A mention's key with its direction, which is "" for slots that have none."""
        if name in ("targets", "effects"):
            return self.key(name, slot), slot.direction or "none"
        return self.key(name, slot), ""
