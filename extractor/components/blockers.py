"""Vesicles that act by what they carry to block a miRNA: "anti-miR-9 was shuttled from MSCs, and
P-glycoprotein fell".
"""

from __future__ import annotations

import re

from extractor import mirna
from extractor.components.discourse import Sentence
from extractor.components.lost_anaphors import BLOCKER

_CARRIES = (
    r"(?:carry|carried|carries|deliver|contain|transport|convey|ferry|ferried|shuttl|loaded|laden|"
    r"armed|electroporated|equipped|filled|packed|charged)"
)
_MIRNA = r"(?:exo-?)?(?:mi?r|let)[-–][\w–-]+"
_BEARS_BLOCKER = re.compile(
    rf"\b{_CARRIES}\w* (?:with |in )?(?:(?:an?|the|functional|synthetic|cholesterol-modified) )*"
    rf"(?:anti-?{_MIRNA}|{_MIRNA} {BLOCKER}|{BLOCKER} (?:of|to|against|for) {_MIRNA})"
    rf"|\b(?:anti-?{_MIRNA}|{_MIRNA} {BLOCKER}) (?:was|were) (?:\w+ly )?{_CARRIES}"
)
_UNDONE = re.compile(
    r"\b(?:no longer|abolish|lost\b|lose|losing|cancel|blunt|fail|did not|lack|weaken|annul|"
    r"abrogat|revers|counteract|undo|undid|nullif|negat|offset|neither|nor\b|ineffective|"
    r"less effective|indistinguish|resembl|similar|comparable|alike|no (?:effect|benefit|change)|"
    r"weaker|worse|impair|only)"
)
_SIGNS = ("anti", "inhibitor", "sponge", "aso")


def bears_blocker(s: Sentence) -> bool:
    """Whether what blocks a miRNA is the cargo, the miRNA itself being none of the document's: not
    where something is undone, which is a test of the miRNA.
    """
    names = {mirna.base(f.mention.label) for f in s.of("mirna")}
    if not names or not names.isdisjoint(map(mirna.base, s.held)):
        return False
    if any(
        f.kind == "mirna" and not s.first <= f.first < s.last
        and mirna.base(f.mention.label) in names and f.facts.get("role") != "loss"
        for f in s.analysis.found
    ):  # fmt: skip
        return False
    text = s.analysis.tokens.text[s.start - s.analysis.offset : s.end - s.analysis.offset].lower()
    if not any(sign in text for sign in _SIGNS):
        return False
    return _BEARS_BLOCKER.search(text) is not None and _UNDONE.search(text) is None
