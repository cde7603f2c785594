"""Stromal cells whose tissue is told by the donors alone: "MSCs of patients and of healthy marrow
donors", "the stroma of leukaemic marrow" are those of bone marrow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.components.discourse import Sentence
from extractor.components.losses import words
from extractor.rules import Rules

_TOLD = re.compile(
    r"\bmarrow (?:donors?|aspirates?|aspirations?|stroma\b|stromal\b|biops\w+|harvests?|samples?|"
    r"specimens?|niche|microenvironment)|"
    r"\b(?:donors?|patients?|stroma|niche)\b[^.;]{0,30}\bmarrow\b|"
    r"\bwithin the marrow\b|\b(?:leuk\w+|myeloma\w*|dysplastic|diseased) marrow\b"
)


def tell(rows: Sequence[Sentence], rules: Rules) -> None:
    """Give the sources of a text their tissue, where it names none but tells of marrow donors.

    Args:
        rows: All sentences of a document.
        rules: For the label and identifier.
    """
    found = [f for s in rows for f in s.of("source")]
    if not found or any(f.entry is not None for f in found):
        return
    if not any("marrow" in s.keys() and _TOLD.search(words(s)) for s in rows):  # noqa: SIM118
        return
    tissue = rules.prefixes.get("bm")
    for f in found if tissue is not None else ():
        if f.mention.label == "MSC" and tissue is not None:
            f.mention.label, f.mention.id, f.entry = tissue.label, tissue.id, tissue
