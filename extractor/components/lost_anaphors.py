"""Losses of a cargo that an anaphor stands for: "without the miRNA", "in its absence", "once it had
been removed", "vesicles without it", "LNA-treated donors"; and what only seems to be one: vesicles
that deliver the inhibitor.
"""

from __future__ import annotations

import re

from extractor.components.discourse import Sentence
from extractor.components.found import Found
from extractor.components.lazily import lazily
from extractor.components.words import holds

EFFECTS = frozenset(
    "effect effects benefit benefits response responses action actions advantage advantages "
    "protection improvement improvements".split()
)
"""What a clause on a loss may take up: "…, an advantage absent with the depleted ones"."""

_IT = (
    r"(?:the|this|that|either|both|these|the two|the said) (?:\w+ )?"
    r"(?:mirnas?|micrornas?|lncrnas?|circrnas?|cargo|passenger)"
)
_TAKEN = (
    r"(?:missing|absent|lacking|lost|silenced|inhibited|blocked|depleted|removed|deleted|withheld|"
    r"antagoni[sz]ed|knocked (?:down|out)|taken (?:out|away)|left out|neutrali[sz]ed|ablated)"
)
_OPENS = r"(?:when|if|once|after|unless|where|because|as soon as)"
_LOST = lazily(
    rf"\b(?:without|lacking|devoid of|deprived of|stripped of|free of|in (?:the )?absence of|"
    rf"(?:absence|loss|removal|lack|deletion|depletion|omission) of) {_IT}\b"
    rf"|\b{_OPENS} {_IT} (?:was|were|is|are|had been|has been) (?:\w+ly )?{_TAKEN}\b"
    r"|\bin (?:its|their) absence\b"
    r"|\b(?:masking|blocking|inhibiting|silencing|antagoni[sz]ing|neutrali[sz]ing|knocking down|"
    r"removing|depleting|deleting|ablating|sponging|sequestering) "
    rf"(?:{_IT}|(?:all )?(?:these|the|those) "
    r"(?:two|three|four|five|six)\b)"
    rf"|\b{_OPENS} (?:it|they) (?:was|were|had been|has been) (?:\w+ly )?"
    r"(?:taken (?:out|away)|left out|missing from|withheld)\b"
    r"|\b(?:from|of) which (?:it|they) (?:was|were|had been|has been|is|are) (?:\w+ly )?"
    r"(?:edited|removed|deleted|taken|stripped|depleted|washed|withdrawn)\b"
    r"|\b(?:exosomes|vesicles|s?evs|exos|microvesicles|ones|preparations?) (?:without|lacking|"
    r"devoid of|deprived of|stripped of|lost|lacked|had lost|were deprived of|were stripped of) "
    r"(?:it|them)\b"
    r"|\b(?:locked nucleic acids?|lnas?|antagomirs?|antisense oligonucleotides?|asos?|"
    r"blockmirs?|anti-?sense) (?:against|to|for|directed at|targeting|specific for) "
    r"(?:the |this |that |it\b|them\b|mir|let)"
    r"|\bsponges? (?:against|directed at|targeting) (?:the |this |that |it\b|them\b|mir|let)"
    r"|\b(?:(?:transfected|transduced|infected) with|expressing|given|received) (?:an? |the )?"
    r"(?:tough )?(?:sponges?|decoys?) (?:against|for|to) (?:the |this |that |it\b|them\b|mir|let)"
    r"|\bdecoys? against (?:the |this |that |it\b|them\b|mir|let)"
    r"|\b(?:an?|the|specific) (?:specific )?(?:lnas?|locked nucleic acids?)\b(?! against)"
    r"|\blna(?:[- ](?:treated|transfected|loaded)|\d)"
    r"|\b(?:exos?|s?evs?|exosomes)[-–](?:lna|aso|asi)\w*"
)
_THEN_GONE = lazily(
    r"[^.;:,]{0,60}?(?:,? and|,? but|, whereupon|, upon which|, so that|;|, which) (?:\w+ )?"
    r"(?:(?:all|most|none|much) (?:of )?)?(?:these|those|such|this|the (?:above|said|protective|"
    r"beneficial|effects?|benefits?|protection)|robbed|deprived|abolished|cost)\b"
)


def then_gone(behind: str) -> bool:
    """Whether what stands behind a molecule says that it was taken away and with what result:
    "was blocked with an antagomir, whereupon these effects were lost".
    """
    met = _THEN_GONE.match(behind)
    return met is not None and " by " not in met.group()


_TALKS_OF = lazily(r"\b(?:mir|let|mirna|microrna|lncrna|circrna|cargo)\b")


_TELLS_OF_LOSS = (
    "without", "lack", "devoid", "depriv", "stripped", "free of", "absen", "abstn", "loss", "remov",
    "delet", "deplet", "omission", "miss", "lost", "silenc", "inhibit", "block", "withheld",
    "antagoni", "knock", "taken", "left out", "neutral", "ablat", "edited", "washed", "withdrawn",
    "antagomir", "aso", "sense", "sponge", "lna", "locked", "mask", "sequest",
)  # fmt: skip
"""Cheap signs that a loss may be told."""


def lost(text: str, known: bool) -> re.Match[str] | None:
    """Where a sentence says so.

    Args:
        text: The sentence, in lower case.
        known: Whether a cargo was named before it, which "it" may stand for.
    """
    met = _LOST.search(text) if holds(text, _TELLS_OF_LOSS) else None
    return met if met is not None and (known or _TALKS_OF.search(text)) else None


_THIS = frozenset("this that the these those such both".split())
_CHANGE = frozenset(
    "increase increases decrease decreases reduction reductions rise fall drop decline change "
    "changes gain gains improvement improvements upregulation downregulation induction "
    "suppression inhibition elevation lowering recovery shift".split()
)


def this_change(keys: list[str], i: int) -> bool:
    """Whether a change is taken up at a token: "X rose, and this rise was abolished by …"."""
    behind = keys[i + 1 : i + 3]
    return keys[i] in _THIS and len(behind) == 2 and behind[0] in _CHANGE and (
        behind[1] not in ("of", "in")
    )


BLOCKER = r"(?:antagomirs?|inhibitors?|sponges?|antisense|anti-?sense|asos?|antagonists?)"
_DELIVERING = (
    r"\b(?:(?:carry|deliver|bear|contain|transport|convey|ferry|shuttl|harbou?r)(?:ing|ed|s|e)?|"
    r"(?:loaded|laden|enriched|armed|engineered|electroporated|equipped|filled|packed|stuffed) "
    r"(?:with|in)|(?:delivery|transfer|transport) of) (?:(?:an?|the|synthetic|chemical) )*"
)
_DELIVERS = lazily(_DELIVERING + "$")
_DELIVERS_BLOCKER = lazily(rf"{_DELIVERING}{BLOCKER} (?:of|against|to|for) (?:the )?$")
_LADEN = lazily(
    rf"^[-–\s]{{0,2}}{BLOCKER}[-–](?:loaded|laden|carrying|enriched|containing|delivering|"
    r"bearing)\b"
)
_BLOCKS = lazily(rf"^[-–\s]{{0,2}}{BLOCKER}\b")


def delivered(before: str, behind: str) -> bool:
    """Whether vesicles deliver what blocks a miRNA: "exosomes carrying a miR-x antagomir".

    Args:
        before: The sentence up to the miRNA, in lower case.
        behind: The sentence behind it, in lower case.
    """
    if _LADEN.match(behind) or _DELIVERS_BLOCKER.search(before[-90:]):
        return True
    return _BLOCKS.match(behind) is not None and _DELIVERS.search(before[-60:]) is not None


def is_delivered(s: Sentence, i: int) -> bool:
    """Whether the blocker at token ``i`` is what vesicles deliver: "rich in an inhibitor of"."""
    tokens = s.analysis.tokens
    before = tokens.text[tokens.starts[s.first] : tokens.starts[i]].lower()
    behind = tokens.keys[i + 1 : i + 2]
    return behind in (["of"], ["against"]) and _DELIVERS.search(before[-60:]) is not None


def second_verb(s: Sentence, i: int) -> bool:
    """Whether a second verb of the same subject, and of another sign, begins behind token ``i``."""
    told = [u for u in s.row if u.voice == "left" and u.sign in ("+", "-")]
    second = next((u for u in told if u.first == i + 1), None)
    return second is not None and any(u.first < i and u.sign != second.sign for u in told)


_REACH = 9


def acts_again(s: Sentence, i: int, losses: list[int]) -> bool:
    """Whether behind "and" at token ``i`` a miRNA acts that is not said there to be lacking: "loss
    of miR-x raised Y, and in fibroblasts miR-x lowered Z".
    """
    name = next((f for f in s.of("mirna") if i < f.first <= i + _REACH), None)
    if name is None or any(t > i for t in losses):
        return False
    between = {"by", "of", "without", "when", "with", "to"} & set(
        s.analysis.tokens.keys[max(i, name.first - 3) : name.first]
    )
    verb = next((u for u in s.row if u.first >= name.last and u.voice in ("left", "right")), None)
    return not between and verb is not None and verb.voice == "right" and (
        verb.first - name.last < 3
    )


BRED = frozenset("mice mouse rats rat animals recipients littermates strain".split())
_HOSTS = BRED | frozenset("pups piglets pigs hosts dogs zebrafish larvae hamsters rabbits".split())
_KEPT_AWAY = frozenset("not no nor never neither without failed lost cannot absent useless".split())


def of_hosts(s: Sentence, f: Found) -> bool:
    """Whether it is the treated animals that lack a gene: "in X-deficient mice the exosomes …".

    Where the sentence tells of no effect, the animals were bred to test what vesicles work by.
    """
    keys = s.analysis.tokens.keys
    behind = [k for k in keys[f.last : min(f.last + 5, s.last)] if k not in ("-", "/", "−")]
    if _HOSTS.isdisjoint(behind[:3]) or "from" in keys[max(s.first, f.first - 3) : f.first]:
        return False
    return _KEPT_AWAY.isdisjoint(keys[s.first : s.last])


def bred(s: Sentence, at: int) -> bool:
    """Whether "KO" names treated animals by another gene than what is carried: "X KO mice"."""
    keys = s.analysis.tokens.keys
    if keys[at + 1 : at + 2] == ["-"] or BRED.isdisjoint(keys[at + 1 : at + 2]):
        return False
    if any(at - 2 <= f.last <= at for kind in ("mirna", "cargo") for f in s.of(kind)):
        return False
    named = {f.mention.label for f in s.of("gene") if at - 2 <= f.last <= at}
    return named.isdisjoint(s.held) and _KEPT_AWAY.isdisjoint(keys[s.first : s.last])


_BY_THEM = lazily(
    r"(?: (?:had|has|have|was|were|is|are|been|being|[\w-]+ly|[\w-]+ed|down|out|low)){0,5} by "
    r"(?:the |these |their |its |such )?(?:[\w-]+ )?"
    r"(?:mir-?\d|let-7|exo|s?evs?\b|[\w-]*vesicle|[\w-]*exos?\b|mirna|microrna)"
)


def by_vesicles(text: str) -> bool:
    """Whether what stands behind a gene lays its loss to vesicles or a miRNA: "PTEN had been
    silenced by the exosomes".
    """
    return _BY_THEM.match(text) is not None


def no_loss(s: Sentence, i: int) -> bool:
    """Whether "inhibitor" and the like at token ``i`` take nothing away from the vesicles."""
    return is_delivered(s, i) or _role_of_gene(s, i)


def _role_of_gene(s: Sentence, i: int) -> bool:
    """Whether "an inhibitor of" only says what a gene does: "X, an inhibitor of the pathway"."""
    keys = s.analysis.tokens.keys
    if keys[i] != "inhibitor" or keys[i + 1 : i + 2] != ["of"]:
        return False
    comma = next((k for k in range(i - 1, max(s.first, i - 5), -1) if keys[k] == ","), 0)
    return any(f.last == comma for f in s.of("gene")) and not any(
        i < m.first < i + 4 for m in s.of("mirna")
    )
