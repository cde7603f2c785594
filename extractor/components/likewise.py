"""What a study of a review only says to have done too, or not: "Dental follicle MSC vesicles did
the same", "Ito et al. obtained similar results with X", "No such effect was seen with Y".
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractor import mirna
from extractor.components.claim import Claim
from extractor.components.claims import claims_of
from extractor.components.discourse import Sentence, Study
from extractor.components.lazily import lazily
from extractor.components.losses import words

_LEAD = (
    r"^[;,]? ?(?:(?:and|while|whereas|but|yet|similarly|likewise|however|in contrast|by contrast|"
    r"conversely|moreover|later|recently|more recently|subsequently|interestingly),? )*"
    r"(?:(?:in the hands of )?[\w-]+(?: et al\.| and (?:colleagues|co-?workers)),? )?"
)
_WHO = r"(?P<what>[^;.]{3,110}?)"
_WHOSE = r"(?:with|for|after|of|to|by|from|using|in|on) (?P<what>[^;.,]{3,110})"
_ASIDE = r"(?:, (?:however|in contrast|by contrast|on the other hand|conversely),)?"
_DID_SO = lazily(
    rf"{_LEAD}{_WHO} (?:did|does|do|have done|has done) (?:so|as much|the same|likewise)\b"
)
_ALIKE = (
    r"(?:the same|similar|comparable|like|much the same|alike|identical|equal|equivalent|analogous)"
)
_OUTCOMES = (
    r"(?:effects?|benefits?|results?|actions?|outcomes?|findings?|protection|gains?|changes|"
    r"observations?|improvements?)"
)
_SEEN = (
    r"(?:found|seen|shown|reported|observed|obtained|achieved|noted|described|said|made|published|"
    r"recorded|documented|demonstrated|got|gained)"
)
_AGAIN = r"(?:confirmed|reproduced|replicated|corroborated|extended|repeated|verified)"
_IS = r"(?:was|were|is|are|has been|have been|could be)"
_HAD_ALIKE = lazily(
    rf"{_LEAD}{_WHO} "
    r"(?:had|has|have|exert|exerts|exerted|show|showed|gave|give|gives|produced?|yielded|achieved|"
    r"led to|resulted in|brought|conferred|afforded|provided|offered) "
    rf"(?:an? )?{_ALIKE} {_OUTCOMES}\b"
    rf"|{_LEAD}(?P<acts>[^;.]{{3,110}}?) (?:acted|worked|behaved|performed) "
    r"(?:in (?:the same|a similar|much the same) (?:way|manner|fashion)|likewise|similarly|alike)\b"
    rf"|{_LEAD}(?P<works>[^;.]{{3,110}}?) (?:was|were|proved|are|is) "
    r"(?:also|equally|similarly|likewise|just as|as) (?:\w+ly )?"
    r"(?:effective|active|beneficial|protective|potent|efficacious|successful)\b"
    r"(?= ?(?:[.;,]|in (?:this|that|these) |here|$))"
)
_SAME_OF = lazily(
    rf"{_LEAD}(?:an? |very |quite )?{_ALIKE} (?:{_OUTCOMES} )?"
    rf"(?:{_IS}|holds?|held|appl(?:y|ies|ied)|goes|went) (?:also )?(?:true )?(?:{_SEEN} )?"
    rf"(?:by [\w ]{{3,30}}(?:\. )?)?{_WHOSE}"
    rf"|{_LEAD}(?:[\w-]+ ){{0,6}}(?:obtained|found|saw|observed|reported|noted|made|got|described|"
    rf"published|achieved|had) (?:an? )?(?:very |quite )?(?:{_ALIKE} {_OUTCOMES}|the same|as much) "
    r"(?:with|for|using|after) (?P<acts>[^;.,]{3,110})"
    rf"|{_LEAD}(?:this|these|those|the same)(?: \w+)?(?: {_OUTCOMES})? (?:{_IS} )?"
    rf"(?:(?:later|also|subsequently|since) )?(?:{_AGAIN}|{_SEEN}|true|held) "
    r"(?:(?:also|true) )?(?:with|for|of|using|to|after) (?P<works>[^;.,]{3,110})"
    r"|[^;.,]{0,50},? (?:with|using|on) (?P<came>[^;.,]{3,110}),? (?:came to|reached|arrived at|"
    r"led to|yielded) (?:the same|an? similar|similar|comparable) "
    r"(?:conclusions?|results?|findings?)\b"
    rf"|{_LEAD}(?:[\w-]+ ){{0,6}}{_AGAIN} (?:this|these|those|the)(?: \w+)? {_OUTCOMES} "
    r"(?:with|for|using|to) (?P<again>[^;.,]{3,110})"
)
_DID_NOT = lazily(
    rf"{_LEAD}{_WHO}{_ASIDE} (?:(?:did|do|does) not ?[.;,]?$|"
    r"(?:(?:failed|were unable|was unable) to|(?:did|could) not) "
    r"(?:do (?:so|the same)|achieve this|reproduce (?:this|these|the) \w+)\b|"
    r"(?:did|do|does) not (?:have|show|exert|share) (?:this|these|such|any such)(?: an?)? "
    rf"{_OUTCOMES})"
)
_NO_SUCH = lazily(
    rf"{_LEAD}no (?:such|similar|comparable) (?:\w+ )?{_OUTCOMES} {_IS} (?:be )?{_SEEN} "
    rf"(?:by [\w ]{{3,30}} )?{_WHOSE}"
    rf"|{_LEAD}(?:this|these|those)(?: \w+)?(?: {_OUTCOMES})? (?:could|was|were) not (?:be )?"
    rf"(?:{_AGAIN}|{_SEEN}) (?:with|for|of|using|to|after|in) (?P<acts>[^;.,]{{3,110}})"
    rf"|{_LEAD}(?:[\w-]+ ){{0,6}}(?:(?:could|did) not|failed to|were unable to) "
    rf"(?:confirm|reproduce|replicate|see|find|observe) (?:this|these|those|the|such)(?: \w+)? "
    rf"{_OUTCOMES} (?:with|for|using|after) (?P<again>[^;.,]{{3,110}})"
    rf"|{_LEAD}(?P<works>[^;.]{{3,110}}?){_ASIDE} (?:had|showed|exerted|were without|was without|"
    rf"lacked)(?: no)? (?:such|this|these) (?:an? )?(?:\w+ )?{_OUTCOMES}\b"
)
_NOTHING = lazily(
    rf"{_LEAD}{_WHO}{_ASIDE} (?:was|were|proved|are|is){_ASIDE} "
    r"(?:not (?:effective|active|protective|beneficial)|ineffective|inactive|without (?:any )?"
    r"effect|of no benefit|of no use)\b(?= ?(?:[.;,]|in (?:this|that|these) |here|$))"
)
_OPPOSITE = lazily(
    rf"{_LEAD}(?:the |an? )?(?:opposite|reverse|contrary) (?:{_OUTCOMES} )?{_IS} {_SEEN} {_WHOSE}"
)
_SIGNS = lazily(
    r"\b(?:did|does|do|done|could|fail|failed|unable|same|similar|comparable|like|alike|identical|equal|equivalent|"
    r"analogous|no|this|these|those|such|effective|active|beneficial|protective|potent|"
    r"efficacious|successful|ineffective|inactive|acted|worked|behaved|performed|opposite|reverse|"
    r"contrary)\b"
)
"""A cheap sign that an outcome may be taken up."""
_PLACES = ("what", "acts", "works", "again", "came")
"""Groups of the forms, one of which tells whose vesicles it were."""
_NOT = lazily(r"\b(?:not|nor|neither|none|no|that|which|who|they|it|control\w*|pbs|saline)\b")


def told_too(study: Study, claims: list[Claim]) -> list[Claim]:
    """The outcomes of the study before that this one takes up by "did so", where it tells none of
    its own; the disease goes with them.

    Args:
        study: A study of a review.
        claims: What it tells itself.
    """
    before, s = study.before, study.sentences[0]
    if before is None or study.own:
        return []
    text = words(s)
    if _SIGNS.search(text) is None:
        return []
    met, how = _taken_up(text)
    if met is None:
        return []
    what = next(g for g in _PLACES if met.groupdict().get(g) is not None)
    own = [c.assertion.found.mention.label for c in claims if c.assertion.found.kind == "effect"]
    more = how == "too" and text.startswith((" and ", ", and ", " but "), met.end())
    if _NOT.search(met[what]) or (own and not more):
        return []
    start, end = s.start + met.start(what), s.start + met.end(what)
    if not _named(s, start, end):
        return []
    told = [
        c for c in claims_of(before)
        if c.assertion.found.kind == "effect" and c.polarity == "asserted" and c.sign
    ]  # fmt: skip
    study.alike = bool(told)
    at = len(s.row) - 1
    names = tuple(dict.fromkeys(mirna.base(f.mention.label) for f in s.of("mirna")))
    negated = how in ("not", "nothing")
    out = []
    for c in told:
        if c.sentence is told[-1].sentence and c.assertion.found.mention.label not in own:
            sign = {"nothing": 0, "opposite": -c.sign}.get(how, c.sign)
            x = replace(
                c.assertion, sign=sign, at=at, clause=s.clauses[at], trigger="likewise",
                negated=negated, unchanged=how == "nothing",
            )  # fmt: skip
            out.append(Claim(s, x, sign, "negated" if negated else "asserted", names))
    return out


def _taken_up(text: str) -> tuple[re.Match[str] | None, str]:
    """Where a sentence takes up what was told before, and how: "too", "not", "nothing" or
    "opposite".
    """
    for form, how in (
        (_DID_NOT, "not"), (_DID_SO, "too"), (_NO_SUCH, "not"), (_NOTHING, "nothing"),
        (_OPPOSITE, "opposite"), (_HAD_ALIKE, "too"), (_SAME_OF, "too"),
    ):  # fmt: skip
        met = form.match(text)
        if met is not None:
            return met, how
    return None, ""


def _named(s: Sentence, start: int, end: int) -> bool:
    """Whether a source, vesicles, a miRNA or cargo stand between two offsets."""
    named = [f for kind in ("source", "mirna", "cargo", "vesicle") for f in s.of(kind)]
    return any(start <= f.mention.start < end for f in named)
