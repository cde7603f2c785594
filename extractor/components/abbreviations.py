"""What a document's short forms mean: its own list, and scispaCy's detector on "long form (SF)"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from extractor.lexicon import Entry
from extractor.records import BODY_KINDS, Document
from extractor.rules import Rules
from extractor.tokens import tokenize

if TYPE_CHECKING:
    from spacy.vocab import Vocab

_PAREN = re.compile(r"\(([^()\s][^()]{0,24}?)\)")
_SHORT = re.compile(r"^[A-Za-z0-9α-ωΑ-Ω][A-Za-z0-9α-ωΑ-Ωµ/+'’.\-‐–]*(?: [A-Za-z0-9]+)?$")


_OF_CELLS = re.compile(
    r"^([A-Za-z-]{2,9}SC)s?[-‐– ](?:s?EVs?|[Ee]xos?|EXOs?|[Ee]xosomes?|MVs?)$"
)
"""Short names of vesicles that hold the short name of their cells."""


_CELLS_FROM = re.compile(
    r"\b(?:mesenchymal (?:stem |stromal |stem/stromal |progenitor )?cells?|MSCs?) "
    r"(?:(?:derived|isolated|obtained|harvested|grown|recovered|taken|raised|collected|expanded) )?"
    r"(?:out )?(?:from|of) (?:(?!and\b|or\b|with\b|in\b|were\b|was\b)[A-Za-z'’-]+ ){1,8}$",
    re.I,
)
"""Cells whose tissue stands behind them, right before their short name: "mesenchymal stem cells
from the palatine tonsil (pMSC)".
"""
_DONORS = re.compile(
    r"\b([A-Za-z]+)[- ](controls?|volunteers?|donors?|subjects?|individuals|people|pregnancies|"
    r"women|patients|animals|rats|mice)$"
)
_OF_GROUP = re.compile(r"^[A-Z]-MSCs?$")
OF_DONORS = "mesenchymal stem cells of donors"
"""What the short name of cells stands for that tells but a group of donors: "lean donors (L-MSC)".
"""
_SHORT_CELLS = re.compile(r"^[A-Za-z-]{1,6}MSCs?$")


_TURNED = re.compile(r"(?<![\w-])([A-Z][A-Z0-9]{1,6}) \(([a-z][a-z-]+(?: [a-z0-9-]+){1,5})\)")
"""A short form before its long one: "FAS (fatty acid synthase)"."""
_MAY_TURN = re.compile(r"[A-Z0-9] \([a-z]")


def definitions(document: Document) -> dict[str, str]:
    """Short form to long form; what the paper's own list says wins."""
    out: dict[str, str] = {}
    for block in document.blocks:
        if block.kind in BODY_KINDS:
            text = document.text[block.start : block.end]
            if "(" in text:
                for short, long in _inline(text):
                    out.setdefault(short, long)
    for short, long in document.abbreviations.items():
        out[short.strip()] = long.strip()
    return out


def _inline(text: str) -> list[tuple[str, str]]:
    from scispacy.abbreviation import find_abbreviation

    out = []
    for match in _PAREN.finditer(text):
        short = re.split(r"[,;]", match.group(1))[0].strip()
        if not (2 <= len(short) <= 14 and _SHORT.match(short) and any(c.isalpha() for c in short)):
            continue
        if (short.islower() and len(short) > 4) or short.isdigit():
            continue
        words = text[max(0, match.start() - 140) : match.start()]
        words = re.split(r"[.;:()\[\]]\s", words)[-1]
        limit = min(len(re.findall(r"[A-Za-z0-9]", short)) + 5, 2 * len(short))
        pieces = words.split()[-limit:]
        if not pieces:
            continue
        donors = _DONORS.search(words.rstrip()) if _OF_GROUP.match(short) else None
        if donors is not None and short[0].lower() in (donors[1][0].lower(), donors[2][0]):
            out.append((short, OF_DONORS))
            continue
        told = _CELLS_FROM.search(text[max(0, match.start() - 140) : match.start()])
        if told is not None and _SHORT_CELLS.match(short):
            out.append((short, told.group().strip()))
            continue
        cells = _OF_CELLS.match(short)
        if cells is not None:
            source = _initials(pieces, cells[1]) or _match(
                " ".join(pieces), cells[1], find_abbreviation
            )
            if source and re.search(r"stem|strom|MSC", source, re.I):
                out.append((cells[1], source))  # "from human adipose MSCs (hAMSC-Exos)"
        long_form = _initials(pieces, short) or _match(" ".join(pieces), short, find_abbreviation)
        if long_form:
            out.append((short, long_form))
            if short.endswith("s") and short[:-1].upper() == short[:-1]:
                out.append((short[:-1], long_form))
    any_turned = _MAY_TURN.search(text) is not None
    turned = ((m[1], m[2]) for m in _TURNED.finditer(text)) if any_turned else ()
    return out + [(a, b) for a, b in turned if _initials(b.split(), a) == b]


_HYPHENS = re.compile(r"[-‐–/]")
_SMALL = frozenset("of and the in for to with a an by on".split())


def _initials(pieces: list[str], short: str) -> str | None:
    """The last words whose initials spell the short form: "chronic obstructive pulmonary disease"
    for COPD, where the detector's shortest match would take the last word alone.
    """
    letters = [c.lower() for c in short.rstrip("s") if c.isalpha()]
    if len(letters) < 2:
        return None
    for count in range(len(letters) - 1 or 1, len(letters) + 4):
        words = pieces[-count:]
        if len(words) < count:
            return None
        parts = [p for w in words for p in _HYPHENS.split(w) if p]
        full = [p[0].lower() for p in parts]
        content = [p[0].lower() for p in parts if p.lower() not in _SMALL]
        if words[0].lower() not in _SMALL and letters in (full, content):
            return " ".join(words)
    return None


@lru_cache(maxsize=1)
def _vocab() -> Vocab:
    from spacy.vocab import Vocab

    return Vocab()


def _match(long: str, short: str, find: Any) -> str | None:
    from spacy.tokens import Doc

    words = Doc(_vocab(), words=long.split())
    form = Doc(_vocab(), words=[short])
    _, found = find(words[:], form[:])
    return found.text.strip() if found is not None and len(found.text) > len(short) else None


def told_in_full(long: str | None, rest: str, entry: Entry, rules: Rules) -> bool:
    """Whether a name that begins with a document's own short form is the same name in full: "ECM
    secretion" where ECM is the extracellular matrix.

    Args:
        long: What the document says the short form means, if it does.
        rest: The name behind the short form, with the space before it.
        entry: What the lexicon takes the name for.
        rules: With the lexicon.
    """
    if long is None:
        return False
    tokens = tokenize(long + rest)
    return any(
        h.first == 0 and h.last == len(tokens) and h.name.entry is entry
        for h in rules.lexicon.find(tokens)
    )
