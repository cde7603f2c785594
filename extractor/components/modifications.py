"""What was done to cells before their vesicles were taken: engineering, priming, culture."""

from __future__ import annotations

import re

from extractor.components.words import holds
from extractor.rules import Rules
from extractor.tokens import Tokens, tokenize

_MODIFIED = re.compile(
    r"(?:(?P<what>[A-Za-z0-9αβγκ/.+]+(?:[-‐–][A-Za-z0-9αβγκ]+)*?)"
    r"[-‐– ](?P<how>(?:pre-?)?(?:conditioned|"
    r"treated|primed|stimulated|challenged|activated|exposed|cultured|starved|educated|"
    r"licensed)"
    r"|over-?expressing|expressing|modified|transfected|transduced|engineered|edited|"
    r"enriched|loaded|silenced|deficient|depleted|knockdown|knockout|null|rich|laden|bearing|"
    r"carrying))\s*$",
    re.I,
)
_HOW = ("ed", "ing", "deficient", "down", "out", "null", "rich", "laden")
"""Ends of the words that say what was done: the expression itself is slow."""
_RIGHT_MODIFIED = re.compile(
    r"^\s*(?:\([^()]{1,20}\)\s*)?,?\s*(?:(?:that|which)\s+)?(?:(?:were|was|had been|"
    r"have been|are)\s+)?(?:stably |genetically |lentivirally |first |previously )?"
    r"(?P<how>over-?express(?:ing|ed)?|express(?:ing|ed)|engineered(?: with|"
    r" to (?:over)?express)|modified (?:with|by|to (?:over)?express)|transfected with|"
    r"transduced with|infected with|"
    r"pre-?conditioned (?:with|by|in|under)|pre-?treated (?:with|by)|primed (?:with|by)|"
    r"stimulated (?:with|by)|treated with|cultured (?:under|in)|exposed to|"
    r"challenged (?:with|by)|loaded with|enriched (?:in|with)|carrying|bearing)"
    r"\s+(?P<what>(?:the |a |an |long non-?coding RNA |lncRNA |"
    r"circular RNA )?[^\s,;.()]+(?:[ -](?:mimics?|inhibitors?|antagomirs?|overexpression|"
    r"hypoxia|oxygen|acid|factor|cluster))?)",
    re.I,
)


def modifications(tokens: Tokens, first: int, last: int) -> list[str]:
    """What was done to the cells that the tokens ``first`` to ``last`` name."""
    out: list[str] = []
    start = tokens.starts[first]
    left = tokens.text[max(0, start - 60) : start]
    match = _MODIFIED.search(left) if left.rstrip().lower().endswith(_HOW) else None
    if (
        match
        and not match["what"].lower().endswith("ly")
        and match["what"].lower() not in ("gene", "and", "or", "of", "we", "they", "who")
    ):
        out.append(_describe(match["how"], match["what"]))
    end = tokens.ends[last - 1]
    right = _RIGHT_MODIFIED.match(tokens.text[end : end + 120])
    if right:
        out.append(_describe(right["how"], right["what"]))
    return out


def _describe(how: str, what: str) -> str:
    low = how.lower()
    what = re.sub(r"^(?:the|a|an|long non-?coding RNA|lncRNA|circular RNA)\s+", "", what).strip(
        "-–‐ "
    )
    if "express" in low or "engineered" in low or "modified" in low or "transduced" in low:
        return f"overexpresses {what}"
    if "transfected" in low or "infected" in low:
        return f"transfected with {what}"
    if re.search(
        "condition|treated|primed|stimulated|challenged|exposed|cultured|starved|activated|"
        "educated|licensed",
        low,
    ):
        return f"preconditioned by {what}"
    if re.search("loaded|enriched|rich|laden|carrying|bearing", low):
        return f"enriched in {what}"
    return f"{low} {what}"


_STATES = frozenset(
    "lps txl ifn ifng tnf tnfa il1b hypo hyp hypoxia hypoxic nor norm normo normoxia normoxic oe "
    "ko kd wt sh si vec vector pbs ns blank mock hs hx inf pre primed mel melatonin ator atv ros "
    "rosu met res cur dfo h2o2 tgf rvg lv adv aav gfp rfp luc dox exo free serum sd 3d "
    "2d".split()
)
"""Short words before "-MSC" that tell in what state the cells are."""
_MADE_SO = (
    "treat", "condition", "primed", "modif", "express", "transfect", "transduc", "hypox", "normox",
    "induc", "stimulat", "load", "engineer", "knock", "silenc", "enrich", "cultur",
)  # fmt: skip


def is_state(prefix: str, meaning: str | None, rules: Rules) -> bool:
    """Whether what stands before "-MSC" tells what was done to the cells, not where they are from:
    "LPS-MSC", "miR-21-MSC", "CXCR4-MSC".
    """
    if prefix.casefold() in _STATES or re.match(r"(?:miR|let)-?\d|circ|lnc", prefix):
        return True
    if meaning is not None:
        return holds(meaning.lower(), _MADE_SO)
    tokens = tokenize(prefix)
    return len(prefix) > 2 and any(
        h.name.entry.kind == "gene" and h.last - h.first == len(tokens)
        for h in rules.lexicon.find(tokens)
    )
