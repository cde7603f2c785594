"""What blocks a miRNA or undoes an effect: cargo that acts so ("anti-miR-9 was shuttled from MSCs,
and P-glycoprotein fell"), antibodies and siRNA.
"""

from __future__ import annotations

import re

from extractor import mirna
from extractor.components.discourse import Sentence
from extractor.components.lost_anaphors import BLOCKER
from extractor.components.words import holds

_CARRIES = (
    r"(?:carry|carried|carries|deliver|contain|transport|convey|ferry|ferried|shuttl|loaded|laden|"
    r"armed|electroporated|equipped|filled|packed|charged)"
)
_MIRNA = r"(?:exo-?)?(?:mi?r|let)[-–][\w–-]+"
_BEARS_BLOCKER = re.compile(
    rf"\b{_CARRIES}\w* (?:(?:[\w-]+ ){{0,3}}?(?:exosomes|vesicles|s?evs) (?:of [\w-]+ )?)?"
    r"(?:with |in )?"
    r"(?:(?:an?|the|functional|synthetic|cholesterol-modified) )*"
    rf"(?:(?:anti-?|antago){_MIRNA}|{_MIRNA} {BLOCKER}|{BLOCKER} (?:of|to|against|for) {_MIRNA})"
    rf"|\b(?:(?:anti-?|antago){_MIRNA}|{_MIRNA} {BLOCKER}) (?:was|were) (?:\w+ly )?{_CARRIES}"
)
_UNDONE = re.compile(
    r"\b(?:no longer|abolish|lost\b|lose|losing|cancel|blunt|fail|did not|lack|weaken|annul|"
    r"abrogat|revers|counteract|undo|undid|nullif|negat|offset|neither|nor\b|ineffective|"
    r"less effective|indistinguish|resembl|similar|comparable|alike|no (?:effect|benefit|change)|"
    r"weaker|worse|impair|only)"
)
_SIGNS = ("anti", "antago", "inhibitor", "sponge", "aso")


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


def silences(s: Sentence) -> bool:
    """Whether the vesicles of a sentence are those by which the text brings a silencing RNA."""
    return any("silencing" in v.facts for v in s.of("vesicle"))


_BY_BLOCKER = re.compile(
    r"(?:^|[;:,] |\b(?:as|since|because|and|whereas|but|while|for) )(?:an? |the )?(?:\w+ )?"
    r"(?P<what>antibod(?:y|ies)|antiserum|sirna|shrna|inhibitors?|antagonists?|blockade|\w+mab)\b"
    r"(?:(?!exosom|vesicle|\bevs?\b|loaded|deliver|[;:,]).){0,40}?\b(?:abolish|abrogat|undid|"
    r"undo|undone|revers|remov|block|prevent|annul|nullif|eliminat|negat|took away|wiped out)\w* "
    r"(?:the|this|their|its|these) (?:\w+ ){0,2}(?:decreas|fall|drop|decline|rise|gain|increas|"
    r"reduc|loss|suppress|improve|recover|induct|inhibit|upregul|downregul|rescue|lowering)\w* "
    r"(?:in|of) "
)
_BLOCKERS = (
    "antibod", "antiserum", "sirna", "shrna", "inhibitor", "antagonist", "blockade", "mab",
)  # fmt: skip
"""Cheap signs of one."""


def by_blocker(s: Sentence, text: str) -> list[int]:
    """The antibody or siRNA of an unnamed kind that undoes a change: "neutralising antibodies
    cancelled the decrease in X".

    Args:
        s: The sentence.
        text: Its text in lower case.
    """
    match = _BY_BLOCKER.search(text) if holds(text, _BLOCKERS) else None
    if match is None:
        return []
    at = s.start - s.analysis.offset + match.start("what")
    starts = s.analysis.tokens.starts
    return [next((i for i in range(s.first, s.last) if starts[i] >= at), s.first)]
