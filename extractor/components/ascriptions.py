"""Sentences of an abstract that lay to the cargo all that was told of the vesicles: "these effects
were due to miR-x", "miR-x mediated this effect", "the effector was miR-x".
"""

from __future__ import annotations

from itertools import pairwise

from extractor.components.claim import Claim
from extractor.components.discourse import Sentence
from extractor.components.lazily import lazily
from extractor.components.losses import words

PERHAPS = lazily(
    r"\b(?:conceivabl\w+|may|might|could|possibl\w+|perhaps|likely|probably|seems?)\b"
)
_OF_EFFECTS = lazily(
    r"^(?:both|(?:all|most) (?:of )?(?:these|the)|these|those|this|the|such) (?:[\w-]+ ){0,2}?"
    r"(?:effects?|benefits?|actions?|changes|improvements?|protection|outcomes|responses)\b"
)
"""A subject that takes up what an abstract told of the vesicles."""
_OF_IT_BEHIND = lazily(
    r"^(?:this|these|that) (?:was|were|is) (?:\w+ )?(?:due|owing|attribut|ascrib|trac|"
    r"mediated|brought)|"
    r"\b(?:for|mediat(?:ed|es|or of)|explain(?:s|ed)|underl(?:ies|ay)|behind|confer(?:s|red)) "
    r"(?:(?:all|most|much|part) (?:of )?)?(?:this(?= ?[.,;])|these(?= ?[.,;])|(?:this|these|the|"
    r"their|its) (?:[\w-]+ ){0,2}?(?:effects?|benefits?|actions?|changes|improvements?|protection|"
    r"outcomes|responses))\b(?! (?:of|on) )|"
    r"^(?:the|its|their) (?:responsible|decisive) \w+ (?:was|is|proved)|"
    r"\b(?:identified|proved|proven|shown|found|turned out|emerged) (?:to be |as )(?:the|an?|its|"
    r"their) (?:[\w-]+ ){0,2}(?:mediator|effector|active \w+|responsible \w+)\b(?! of)"
)
"""An object that takes up what an abstract told of the vesicles: "miR-x mediated this effect"."""
_OF_IT_ALL = lazily(
    r"\b(?:responsible for|account(?:s|ed) for|behind|contribut(?:es|ed) to|underl(?:ay|ies)|"
    r"explain(?:s|ed)|mediat(?:es|ed)) (?:(?:much|most|part|all) of )?(?:these|this|the|both|all)"
    r"(?: \w+){0,2}? (?:effects?|benefits?|actions?|protection|improvements?|outcomes|responses|"
    r"gains?)\b(?! on\b| of\b)|"
    r"\b(?:was|were) (?:held |found )?responsible(?:[.;]|$)|\beffectors? (?:was|were|is)\b|"
    r"\b(?:was|were|lay) behind (?:this|these|it|them)\b(?! \w+ (?:of|in)\b)|"
    r"\b(?:was|were) the active (?:part|principle|component|agent|ingredient|cargo)\b"
)
"""How what is carried is said to bring about all that was told."""
_UNSURE = lazily(r"\bwhether\b|\b(?:not|nor|neither|no)\b|\bif\b")


def lays_all(text: str, *, tried: bool) -> bool:
    """Whether a sentence of an abstract lays to what it names all that was told of the vesicles.

    Args:
        text: The sentence, in lower case.
        tried: Whether a loss of the cargo was told before it, which says what is the cargo's.
    """
    if _OF_EFFECTS.search(text):
        return True
    if PERHAPS.search(text):
        return False
    if not tried and _OF_IT_BEHIND.search(text):
        return True
    return _OF_IT_ALL.search(text) is not None and _UNSURE.search(text) is None


EFFECT_OF_IT = lazily(
    r"\b(?:the|this|these|its) (?:protective|beneficial|therapeutic|favou?rable) (?:\w+ )?"
    r"(?:effects?|roles?|actions?|functions?|activity) of (?:the )?"
    r"(?:exosomal |vesicular |(?:exo\w*|ev)-?(?:derived|delivered|encapsulated|carried) )?"
    r"(?:mir|let|mi(?:cro)?rna)-?\w"
)
"""What undoes "the protective effect of exosomal miR-x" takes it for the miRNA's."""

NEEDED_FOR = lazily(
    r"\bmir-[^.;]{0,40}\b(?:was|is|were|be|as|proved) (?:\w+ )?(?:indispensable|essential|required|"
    r"necessary|needed|crucial|responsible) (?:for|to) (?:all (?:of )?)?(?:these|those|such|this|"
    r"the above) (?:[\w-]+ ){0,2}?"
    r"(?:effects?|benefits?|protection|actions?|changes|improvements?)\b"
    r"|\b(?:the|these|those|all|such) (?:[\w-]+ ){0,2}?(?:effects?|benefits?|protection|actions?)\b"
    r"(?! on\b)[^.;,]{0,50}\b(?:depend(?:s|ed)?|(?:was|were|is|are) (?:\w+ )?dependent|relied|"
    r"hinged) (?:up)?on (?:the |exosomal |vesicular |their |its )?mir-"
    r"|\baxis (?:mediat(?:es|ed)|underl(?:ies|ay)|explain(?:s|ed)|accounts for|accounted for|"
    r"(?:is|was) responsible for) (?:the|this|these) (?:[\w-]+ )?"
    r"(?:effects?|benefits?|protection|actions?)\b"
)
"""How all that was told is said to need the miRNA."""


_OF_TWO = lazily(r"\bthe (former|latter|first|second|last)\b(?! \w+ of)")


def one_of_two(s: Sentence, claims: list[Claim], first: int = 0, last: int = 10_000) -> set[str]:
    """The outcome that "the former" or "the latter" stands for, of two told before, if any."""
    text = words(s)
    two = _OF_TWO.search(text, first, min(last, len(text)))
    if two is not None and text[: two.start()].endswith("not "):
        two = _OF_TWO.search(text, two.end(), min(last, len(text)))
    if two is None:
        return set()
    before = [c for c in claims if c.assertion.found.mention.start < s.start + two.start()]
    before = [c for c in before if c.sentence is before[-1].sentence]
    before.sort(key=lambda c: c.assertion.found.mention.start)
    if len(before) != 2:
        return set()
    if len({c.mirnas for c in before}) == 2:
        return {c.assertion.found.mention.label for c in before}  # each is laid to its own
    return {before[two[1] in ("latter", "second", "last")].assertion.found.mention.label}


_NAME = (
    r"(?:it|(?:the|this) (?:mirna|microrna|molecule)|(?:exosomal |vesicular )?(?:mir|let)-[\w-]+)"
)
_GOOD = r"(?:effects?|benefits?|protection|improvements?|action|efficacy)"
_PLAINLY = lazily(
    rf"^(?:the|its|their|this|that|these|all this) (?:whole )?{_GOOD} (?:needed|needs?|required|"
    rf"requires?|rest(?:ed|s) on|hing(?:ed|es) on|stemm?(?:ed|s) from|came from|(?:was|"
    rf"is) owed to) "
    rf"{_NAME}"
    rf"|^(?:all )?(?:this|these|that) (?:was|were|is|are) (?:all )?(?:the )?(?:work|"
    rf"doing) of {_NAME}"
    r"|^(?:the |our )?(?:agent|culprit|messenger|mediator|mechanism|one responsible|active "
    r"(?:molecule|principle|agent|component)|(?:molecule|mirna|microrna) (?:responsible|at work|"
    rf"behind it))(?:, [^,]{{3,40}},)? ?(?:was|is|proved to be|turned out to be) {_NAME}"
    rf"|^(?:all )?(?:this|these|that)(?: \w+)? (?:we|i) (?:\w+ )?(?:attribute|ascribe|owe|trace|"
    rf"credit|"
    rf"put down|lay) to {_NAME}|^we (?:attribute|ascribe|owe) (?:all )?(?:this|these|it|them)"
    rf"(?: \w+)? to {_NAME}|^for (?:all )?(?:this|that|it),? {_NAME} (?:was|is|proved) (?:\w+ )?"
    r"(?:indispensable|needed|required|essential|necessary|enough)"
    rf"|^mechanism: {_NAME}(?=[.;,/]|$)"
    rf"|{_NAME}(?:, [^,]{{3,40}},)? (?:is how|did (?:it|this|the work)\b|does (?:it|this|"
    rf"the work)\b|"
    r"account(?:s|ed) for (?:all|most|much|the greater part|the better part) of (?:it|this)\b)"
    rf"|^(?:take|remove|block|silence) (?:away )?{_NAME},? and (?:the|this|all) (?:\w+ )?"
    rf"(?:{_GOOD} )?(?:is|was) (?:gone|lost)"
)


def lays_plainly(text: str) -> bool:
    """Whether a sentence says in so many words that it was the cargo: "miR-x did it", "the agent is
    miR-x", "this was the work of miR-x", "the effect needed miR-x".
    """
    named = "mir" in text or "let-" in text or " it" in text
    return named and _PLAINLY.search(text) is not None and _UNSURE.search(text) is None


_UNTREATED = r"(?:saline|vehicle|pbs|controls?|untreated|placebo|buffer|model)"
_AS_CONTROLS = lazily(
    r"\b(?:was|were) (?:just )?as (?:\w+ as )?(?:with|in|after|those (?:of|with|in|given)) "
    rf"(?:the )?(?:\w+ )?{_UNTREATED}\b"
    rf"|\bas \w+ as {_UNTREATED} (?:had|did)\b"
    rf"|: [^:.;]{{1,40}}\bas (?:in|with|after) {_UNTREATED}\b"
    r"|(?:exos?|exosomes|vesicles|s?evs|donors|cells given [\w-]+) (?:left|leaves) (?:\w+ ){1,3}"
    r"(?:where|as|what) (?:it|they) (?:was|were)\b"
)


def as_controls(text: str) -> bool:
    """Whether a sentence on a loss says that an outcome was as without treatment: "ulcers were as
    wide as with saline".
    """
    return _AS_CONTROLS.search(text) is not None


_ANOTHER = lazily(
    r"(?:; |,? (?:while|whereas) )(?=[^;]*\b(?:fibroblasts?|hek293t?|scrambled|saline|vehicle|pbs|"
    r"control)\b)"
)


def told_with(s: Sentence, losses: list[int]) -> tuple[int, int]:
    """Where in a sentence a loss is told, a clause on controls left aside: "knocking it down
    abolished X, whereas vesicles of fibroblasts had no such effect". Characters from its start.
    """
    text, tokens = words(s), s.analysis.tokens
    bounds = [0, *(m.start() for m in _ANOTHER.finditer(text)), len(text)]
    at = [tokens.starts[i] + s.analysis.offset - s.start for i in losses]
    parts = [(a, b) for a, b in pairwise(bounds) if any(a <= x < b for x in at)]
    return (parts[0][0], parts[-1][1]) if parts else (0, len(text))
