"""Effects that a sentence takes for known: "miR-x was responsible for the effect on angiogenesis",
"an antibody erased the influence of the exosomes on inflammation".

Which way the outcome went is told by what it means for the patient. They count only where they are
told nowhere else.
"""

from __future__ import annotations

import re

from extractor import mirna
from extractor.components.assertions import Assertion
from extractor.components.claim import Claim
from extractor.components.discourse import Sentence
from extractor.components.losses import words

_ON = re.compile(
    r"\b(?:the|this|these|its|their) (?:(?!no\b)[\w-]+ ){0,2}?(?:effects?|influence|actions?|impact"
    r") (?:of (?!age|sex|dose|time|disease|injury)[^,;.]{2,60}? )?(?:up)?on "
)
_LAID_OR_LOST = re.compile(
    r"abol|abrog|eras|\blost\b|revers|cancel|negat|required|mediat|responsib|depend|attribut|"
    r"ascrib|traced|account|explain|underl|blunt|weaken|diminish|neutrali|nullif|remov|credited|"
    r"undid|undone|hing(?:es|ed)|\brest(?:s|ed)\b|\breli(?:es|ed)\b|\bow(?:es|ed|ing)\b|stem(?:s|med)\b|"
    r"\bwork of|counteract|offset|\bc[ao]mes? from|\bdue to\b"
)
_PUT_BACK = re.compile(
    r"\b(?:load|suppl[yi]|add|giv|replenish|re-?introduc|reconstitut|overexpress|transfect|return|"
    r"mimic|put)\w*\b[^.;]*? (?:restor|re-?establish|re-?instat|return|gave back|brought back|"
    r"conferred|recover|rescu)\w*\b"
)
"""What gives back to vesicles the cargo that they lacked, and with it their effect."""
_DENIED = re.compile(
    r"\b(?:not|no|nor|neither|never|hardly|independent\w*|unknown|unclear|whether|if|"
    r"remain\w*|examin\w*|investigat\w*|studied|tested|assess\w*|evaluat\w*|asked|may|might|could)\b"
)
_GAP = re.compile(r"^(?:(?:the|both|a|an) )?(?:[a-z-]+ ){0,2}$")
_JOIN = re.compile(r"^(?:, | and |, and | or )(?:the |on )?$")


def presupposed(s: Sentence, mirnas: tuple[str, ...]) -> list[Claim]:
    """The outcomes of which "the effect on" them is said to be someone's doing, or lost.

    Args:
        s: A sentence.
        mirnas: The miRNAs told of last, for a sentence that names none.
    """
    text = words(s)
    met = _ON.search(text) if " on " in text or " upon " in text else None
    if met is None or _DENIED.search(text) or not (
        _LAID_OR_LOST.search(text) or (s.of("mirna") and _PUT_BACK.search(text, 0, met.start() + 1))
    ):  # fmt: skip
        return []
    named = tuple(dict.fromkeys(mirna.base(f.mention.label) for f in s.of("mirna"))) or mirnas
    out: list[Claim] = []
    end = met.end()
    for k, u in enumerate(s.row):
        f = u.found
        if f is None or f.mention.start < s.start + end:
            continue
        between = text[end : f.mention.start - s.start]
        if not (_JOIN.match(between) if out else _GAP.match(between)) or f.kind != "effect":
            break
        if f.valence not in ("good", "harm") or f.facts.get("sign"):
            break
        sign = 1 if f.valence == "good" else -1
        x = Assertion(f, sign, "presupposed", False, s.clauses[k], k)
        out.append(Claim(s, x, sign, "asserted", named))
        end = f.mention.end - s.start
    return out
