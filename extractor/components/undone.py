"""What the disease had changed and the vesicles undid: "these changes were reversed", "IL-6 rose
after ischemia; exosomes blunted this rise".
"""

from __future__ import annotations

from functools import lru_cache

from extractor.components.assertions import Assertion
from extractor.components.discourse import Sentence
from extractor.components.lazily import lazily
from extractor.components.losses import loss_tokens, words
from extractor.components.words import holds

_VERBS = (
    "prevented", "blunted", "halved", "attenuated", "reversed", "abolished", "abrogated",
    "suppressed", "inhibited", "blocked", "limited", "curbed", "damped", "dampened", "countered",
    "counteracted", "diminished", "lessened", "mitigated", "opposed", "averted", "corrected",
    "undone", "undid", "weakened", "reduced", "restrained", "checked", "cancelled", "canceled",
    "nullified", "negated", "eliminated", "normalised", "normalized", "halted", "stopped",
    "arrested", "minimised", "minimized", "tempered", "moderated", "alleviated", "ameliorated",
    "offset", "contained", "quelled", "erased", "wiped out", "made good", "restored", "rescued",
    "recovered", "remedied", "repaired", "relieved", "regained", "overcome",
)  # fmt: skip
_UNDO = f"(?:{'|'.join(_VERBS)})"
_CHANGES = lazily(
    r"\b(?:these|those|such|the|all|both|all of these|"
    r"most of these) (?:[a-z-]+ ){0,2}(?:changes|effects|alterations|abnormalities|"
    r"disturbances|shifts|responses|increases|decreases|trends|defects|phenomena|events|"
    rf"indices|parameters)\b[^.;]{{0,60}}?\b(?:{_UNDO}|improved)"
    rf"|{_UNDO} (?:all |most of |both )?(?:of )?(?:these|"
    r"those|such|this|(?:all|the) (?:two|three|four|five|six))(?: |(?=[.,;]))(?:[a-z-]+ ){0,2}"
    r"(?:changes|effects|alterations|abnormalities|disturbances|increases|decreases|trends|"
    r"defects|proteins|markers|genes|readouts)?"
)


def changes_undone(s: Sentence) -> bool:
    """Whether the vesicles undid all that the model changed, before any loss that is told of."""
    met = _CHANGES.search(words(s))
    if met is None:
        return False
    end, starts = met.end() + s.start - s.analysis.offset, s.analysis.tokens.starts
    losses = loss_tokens(s)
    if not losses:
        return True
    if any(starts[i] <= end for i in losses):
        return False
    # "these effects were abolished when miR-x was inhibited" is told of the vesicles' own effects
    return any(v.first < min(losses) for v in s.of("vesicle"))


_UP = (
    r"(?:rises?|increases?|elevations?|surge|upsurge|inductions?|up-?regulation|gains?|climb|"
    r"accumulation|activation|overexpression|augmentation|jump|upswing)"
)
_DOWN = (
    r"(?:falls?|drops?|declines?|decreases?|reductions?|loss(?:es)?|down-?regulation|depletion|"
    r"suppression|deficits?|depression|shortening|dip|slump|waning)"
)
_CHANGE = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
_ACTIVE = lazily(
    rf"\b{_UNDO} (?:this|that|the|such an?|these|those)(?: \w+)? {_CHANGE}"
    r"(?=\s*(?:[.,;(\[]|$|and\b))"
)
_PASSIVE = lazily(
    rf"\b(?:this|that|the|which|these|those)(?: (?!was)\w+)? {_CHANGE} "
    rf"(?:was|were|could be|being)(?: \w+)? {_UNDO}\b"
)
_RELATIVE = lazily(
    rf", an? (?:\w+ )?{_CHANGE} (?:that|which)(?: (?!was|were)[\w-]+){{1,6}} {_UNDO}\b"
    rf"|, an? (?:\w+ )?{_CHANGE.replace('?P<up>', '?P<rise>').replace('?P<down>', '?P<fall>')} "
    rf"(?:(?:that|which) )?(?:was |were )?(?:\w+ly )?{_UNDO} (?:by|with|after|in)\b"
)


_CHANGED = lazily(f"{_UP}|{_DOWN}")


@lru_cache(maxsize=2)
def _undoes(text: str) -> bool:
    """Whether a sentence has a verb of undoing; it is asked twice for each."""
    return holds(text, _VERBS)


def change_undone(s: Sentence) -> tuple[int, int] | None:
    """Where the vesicles undo one change that was told before, and which way that had gone.

    Returns:
        Offset in the document at which that is told, and 1 for a rise or -1 for a fall that was
        undone; ``None`` if there is none, or if something was taken away from the vesicles.
    """
    text = words(s)
    if not (s.of("vesicle") or s.of("mirna")):
        return None
    if not (_undoes(text) and _CHANGED.search(text)):
        return None
    met = _ACTIVE.search(text) or _PASSIVE.search(text) or _RELATIVE.search(text)
    if met is None or loss_tokens(s):
        return None
    return s.start + met.start(), -1 if any(met.groupdict().get(k) for k in ("down", "fall")) else 1


def what_changed(
    s: Sentence, before: Sentence | None, model: list[Assertion], at: int, way: int
) -> list[Assertion]:
    """The assertions on what had changed: in front of it in the sentence, where no vesicles stand,
    else those of the sentence before, which told of the disease.
    """
    own = [x for x in s.assertions if x.found.mention.start < at and x.sign == way]
    own = [x for x in own if x.found.kind in ("gene", "effect") and not x.negated]
    if own:
        clause = [u for u, c in zip(s.row, s.clauses, strict=True) if c == s.clauses[own[-1].at]]
        first, last = clause[0].first, clause[-1].last
        ends = s.start + max(words(s).rfind(c, 0, at - s.start) for c in (",", ";", " and "))
        if not any(
            first <= v.first < last and v.mention.start < max(ends, own[-1].found.mention.end)
            for v in s.of("vesicle")
        ):
            return [x for x in own if x.at == own[-1].at]
    near = [x for x in model if before and x.found.mention.start >= before.start and x.sign == way]
    return [x for x in near if x.at == near[-1].at]


_WHOLE = (
    r"(?:(?:which|this|that|these|those|both|all|all of (?:which|this|these|them)|both of "
    r"(?:which|these|them))(?: (?:changes|effects?|alterations|trends|responses|events))?|"
    r"(?:an? |the )?(?:effects?|changes|alterations|phenomena|trends|events)(?: that| which)?)"
)
_ALL_UNDONE = lazily(
    rf"(?P<cut>[,;:])(?: and| but| yet| whereas| while)? {_WHOLE} "
    rf"(?:(?:was|were|could be|being) )?(?:\w+ly )?{_UNDO}"
    r"(?= (?:by|with|after|in|upon|following|when|under)\b|[.,;]|$)"
    rf"|(?P<then>[,;:]|,? and|,? but) (?:(?!and\b|but\b)[^\s,;:]+ ){{1,8}}?(?:\w+ly )?{_UNDO} "
    r"(?:all |both |most )?(?:of )?(?:these|those|the|such) (?:two |three |four )?"
    r"(?:changes|effects|alterations|abnormalities|trends|responses)\b"
    r"|(?P<opposite>[,;:]) (?:and|but|whereas|while|yet)? ?(?:(?!and\b|but\b)[^\s,;:]+ ){1,8}?"
    r"(?:did (?:just |exactly )?the (?:opposite|reverse|contrary)|(?:had|exerted|showed|produced) "
    r"(?:the |an )?(?:opposite|reverse|contrary|opposing) (?:effects?|actions?|influence))"
    r"(?=[.,;]|$| (?:in|on) )"
)


def all_undone_here(s: Sentence) -> list[Assertion]:
    """What the first part of a sentence says to have changed and its second part to have been
    undone: "LPS raised X and lowered Y, which was reversed by exosomes".
    """
    if not s.assertions or not s.of("vesicle"):
        return []
    text = words(s)
    told = _undoes(text) or "the opposite" in text or "the reverse" in text
    met = _ALL_UNDONE.search(text) if told or "opposite effect" in text else None
    if met is None or loss_tokens(s):
        return []
    at = s.start + met.start(met.lastgroup or 0)
    starts, offset = s.analysis.tokens.starts, s.analysis.offset
    if any(v.mention.start < at for kind in ("vesicle", "mirna") for v in s.of(kind)):
        return []
    return [
        x for x in s.assertions
        if x.sign and not x.negated and x.found.kind in ("gene", "effect")
        and max(x.found.mention.start, offset + starts[s.row[x.at].first]) < at
    ]  # fmt: skip
