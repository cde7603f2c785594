"""What other vesicles of the study did not do, told by taking up what was told before: "…, which
the unmodified ones failed to achieve", "Native exosomes lacked this activity".
"""

from __future__ import annotations

from extractor.components.discourse import Sentence
from extractor.components.foreign import others_own
from extractor.components.lazily import lazily

_EFFECT = (
    r"(?:effects?|activity|activities|action|property|properties|benefits?|capacity|ability|"
    r"power|influence|change|response|advantage)"
)
_DO = (
    r"(?:achieve|do|do so|bring about|accomplish|reproduce|produce|show|exert|match|confer|"
    r"elicit|afford|provide|manage)"
)
_IT = r"(?:so|this|it|either|any of (?:it|this|these|them)|likewise|the same)"
_NO_DEED = (
    rf"(?:failed to {_DO}(?: {_IT})?"
    rf"|(?:did|do|does|could) not(?: {_DO})?(?: {_IT})?"
    rf"|were (?:un|in|not )able (?:to {_DO}|of)(?: (?:so|this|it))?"
    r"|were incapable of(?: this| it)?"
    r"|(?:did|achieved|accomplished|managed) (?:neither(?: of (?:these|them|the two))?|nothing of "
    r"the (?:kind|sort)|none of (?:this|these|that|it|them)(?: things)?)"
    rf"|lacked(?: (?:this|these|the|such|any|such an?))?(?: \w+)? {_EFFECT}"
    r"|(?:had|showed|exerted|exhibited|displayed|possessed|shared) "
    r"(?:no|none of|neither of|little of)"
    rf"(?: such| (?:of )?(?:this|these|those))?(?: \w+)? (?:{_EFFECT}|them)"
    r"|did not (?:share|have|show|exert|possess|exhibit|display) (?:this|these|such|any|it|them)"
    rf"(?: \w+)?(?: {_EFFECT})?)"
)
"""What tells that something told before was not done."""
_NAUGHT = (
    r"(?:the )?(?:saline|vehicle|pbs|placebo|buffer|medium|controls?|no treatment|untreated "
    r"(?:rats|mice|animals|cells|controls?))(?: alone)?"
)
_NOTHING = (
    r"(?:were|proved|remained|was) (?:ineffective|ineffectual|inactive|inert|"
    rf"without (?:any )?effect|devoid of (?:this|any|such|these) {_EFFECT}|"
    r"(?:no (?:better|different)|not (?:better|different|superior)|indistinguishable) "
    rf"(?:than|to|from) {_NAUGHT})"
    rf"|did not differ from {_NAUGHT}(?: in (?:either|any|this|these|both) (?:respects?|of these))?"
    r"|(?:had|showed|exerted|produced) no (?:\w+ )?effects?"
    r"|(?:conferred|afforded|gave|provided|offered|brought) no (?:\w+ )?"
    r"(?:protection|benefit|advantage|relief|improvement)"
)
"""What tells that nothing was done."""
_HERE = (
    r"(?: (?:in (?:this|that|either|both|these|any|the same) (?:respects?|regards?|points?|tests?|"
    r"assays?|measures?|settings?|models?)|here|on (?:this|that) (?:count|score|point)|"
    r"(?:on|in|for|against) (?:it|them|either|any of (?:these|them))))?"
)
_END = r"(?=\s*(?:[.;,(\[)]|$))"
_OTHERS = lazily(rf"(?:(?P<deed>{_NO_DEED})|(?P<nothing>{_NOTHING})){_HERE}{_END}")
_RELATIVE = lazily(
    r", (?:which|(?:some|no)thing(?: that| which)?|a(?:n)? (?:feat|result|change|improvement|"
    rf"{_EFFECT})(?: that| which)?) (?P<who>[^.;,]{{3,90}}? )"
    rf"(?:(?:failed to|were unable to|could not|did not) {_DO}|could not|did not){_END}"
)
_SEEN = (
    r"(?:seen|observed|found|shared|shown|obtained|achieved|noted|detected|evident|apparent|"
    r"present|produced|reproduced|elicited|induced|changed|affected|altered|influenced)"
)
_WITH = r"(?:with|by|after|in|for|from|upon|following)"
_NOT_SEEN = lazily(
    rf"(?:(?:, (?:which|an? {_EFFECT}|(?:some|no)thing)(?: that| which)?|\b(?:this|these|such)"
    rf"(?: \w+)? (?:{_EFFECT}|changes|responses|improvements?|reductions?)) "
    rf"(?:(?:was|were|is|are) )?(?:not {_SEEN}|absent|lacking|missing|wanting)"
    rf"|\b(?:no such (?:\w+ )?{_EFFECT}|neither|none of (?:this|these|it)(?: {_EFFECT})?|nothing "
    rf"of the kind|no comparable {_EFFECT}|nothing similar) (?:was|were|could be) {_SEEN}"
    rf"|\b(?:saw|found|observed|noted|detected|reported|noticed) no (?:such|similar|comparable)"
    rf"(?: \w+)? {_EFFECT}"
    rf"|\b(?:this|that|which|it|the same) (?:was|is) not (?:the case|true|so|{_SEEN})) "
    rf"{_WITH} (?P<who>[^.;,(]{{3,90}}?){_END}"
)
_UNMOVED = lazily(
    r"(?:neither|none of (?:this|these|it)) (?:was|were) (?:\w+ly )?(?:changed|affected|altered|"
    r"influenced)\b"
)
_WITH_THEM = lazily(
    rf"(?:^|[;,:] )(?:and |but |while |whereas )?(?:with|after|upon|under|in response to) "
    r"(?P<who>[^.;,(]{3,90}?),? "
    rf"(?:(?:neither|none of (?:these|them|this)|nothing|no such {_EFFECT})"
    rf" (?:(?:was|were) )?(?:changed|improved|happened|moved|occurred|{_SEEN})|"
    rf"(?:it|they|this|these|that) (?:did|was|were|had|could|does|do|has|is|are) not){_END}"
)
_NO_CHANGE = lazily(
    r"\bno (?:\w+ )?(?:changes?|effects?|differences?|responses?|reductions?|increases?|benefits?|"
    rf"improvements?) (?:(?:was|were|could be) {_SEEN}|occurred|took place|resulted|ensued) "
    rf"{_WITH} (?P<who>[^.;,(]{{3,90}}?){_END}"
)
_LIKE_NOTHING = lazily(
    r"(?P<who>[^.;,]{3,60}), which (?:did not differ from|(?:was|were) (?:no better than|not "
    rf"(?:\w+ )?(?:better than|superior to|different from)|no different from)) {_NAUGHT}{_END}",
    needs=(", which ",),
)
_UNMOVED_BY = lazily(
    r"\b(?:and|but|yet|though|although),? (?:it |they )?(?:(?:was|were|remained|stayed) "
    r"(?:(?:not|hardly|scarcely|barely) (?:\w+ly )?(?:affected|changed|influenced|altered|modified|"
    r"different|improved)|unchanged|unaffected|unaltered|untouched|uninfluenced|the same|stable)|"
    r"did not (?:change|respond|differ|improve|budge|vary)) "
    r"(?:by|with|after|in|upon|following|to|under|for) (?:the )?(?P<who>[^.;,(]{3,90}?)"
    rf"{_END}"
)
"""A second verb, by which other vesicles are said to have changed nothing."""
_IN_CONTRAST = lazily(
    rf", (?:in contrast to|unlike|as opposed to|not so|but not so) (?:the )?"
    rf"(?P<who>[^.;,(]{{3,90}}?){_END}"
)
_DENIES = lazily(
    r"\b(?:not|no|none|neither|nothing|failed|lack|without|unable|in(?:ert|act|eff| contrast|"
    r"distin)|abs|missing|wanting|devoid|unlike|opposed)"
)
_ANY_DENIAL = (
    " no", "(no", "-no", "–no", "—no", "/no", "[no", '"no', "lack", "failed", "without", "unable",
    "inert", "inact", "ineff", "in contrast", "indistin", "neither", "abs", "missing", "wanting",
    "devoid", "unlike", "opposed",
)  # fmt: skip
"""What stands in every text in which ``_DENIES`` matches, found faster."""
_OPENS = lazily(r"(?:^|[;:,(]|\bbut\b|\bwhereas\b|\bwhile\b|\balthough\b|\bthough\b)\s*")
_PREPARATION = lazily(
    r"\b(?:(?:those|the ones|ones|preparations?|counterparts?|vesicles?|exosomes?|particles) "
    r"(?:of|from|derived|shed|released|obtained|isolated|that)|"
    r"(?:unmodified|naive|naïve|native|plain|normoxic|unprimed|unstimulated|non-?primed|parental|"
    r"control|empty|unloaded|wild-type|other|old|aged|young|healthy|former|latter|unconditioned|"
    r"untreated-cell) (?:ones|preparation|product|vesicles?|exosomes?|counterparts?|evs?|sevs?))\b"
)
_UNTREATED = lazily(
    r"\b(?:saline|vehicle|pbs|untreated|placebo|sham|mock|buffer|medium|controls?|antibod\w+|mimic|"
    r"inhibitors?|liposomes?|drug|antagomir|sirna|rnase|heat|boiled|lysed|without|lacking|"
    r"depleted|deficient|deprived|knock\w*|silenced|missing|free|supernatant|alone|mir)\b|mir-|let-"
)


def denies(s: Sentence) -> tuple[int, bool, bool] | None:
    """Where other vesicles are said not to have done what was told before them.

    Returns:
        Offset in the sentence's text from which that is told, whether the same sentence may tell
        what, and whether they did nothing at all; ``None`` if it is not told.
    """
    text = s.analysis.tokens.text[s.start - s.analysis.offset : s.end - s.analysis.offset].lower()
    may = text.startswith("no") or any(sign in text for sign in _ANY_DENIAL)
    if not may or _DENIES.search(text) is None:
        return None
    for form in (_RELATIVE, _NOT_SEEN, _WITH_THEM, _IN_CONTRAST):
        met = form.search(text)
        if met is not None and _other(s, text, met.start("who"), met.end("who")):
            here = form is _WITH_THEM or met.group().startswith(_HERE_TOO)
            here = here and met.start() > 0
            nothing = form is _NOT_SEEN and _UNMOVED.match(met.group()) is not None
            return met.start(), here, nothing
    for form in (_UNMOVED_BY, _NO_CHANGE, _LIKE_NOTHING):
        met = form.search(text)
        if met is None:
            continue
        begin = met.start("who")
        begin = max(begin, text.rfind(" than ", begin, met.end("who")))  # "than with B, which …"
        if _other(s, text, begin, met.end("who")):
            return met.start() if form is not _LIKE_NOTHING else met.end("who"), True, True
    for met in _OTHERS.finditer(text):
        opens = max((m.end() for m in _OPENS.finditer(text, 0, met.start())), default=0)
        who = text[opens : met.start()]
        if len(who) < _LONGEST and _other(s, text, opens, met.start()):
            return opens, opens > 0, met["nothing"] is not None
    return None


_HERE_TOO = (
    ",", "which", "this", "it", "that", "the same", "no ", "neither", "none", "nothing", "saw no",
    "found no", "observed no", "noted no", "detected no", "reported no", "noticed no",
)  # fmt: skip
"""How that begins which may take up what its own sentence told."""
_LONGEST = 110
"""Characters that the name of the vesicles may have."""


_LINE = lazily(r"\b(?:hek|hek-?293t?|293t?|nih ?3t3|cho) cells?\b|\bhek-?293t?\b")
"""Cell lines whose vesicles are given for comparison."""
_STEM = ("stem cell", "mesenchymal stem cell", "stromal cell")


def _other(s: Sentence, text: str, start: int, end: int) -> bool:
    """Whether the words between two offsets name vesicles, and not of other cells or of nothing."""
    who = text[start:end]
    if _UNTREATED.search(who):
        return False
    own = [
        v for v in s.of("vesicle")
        if s.start + start <= v.mention.start and v.mention.end <= s.start + end
    ]  # fmt: skip
    if any(others_own(s, v) for v in own) or _LINE.search(who):
        return False
    if not own and any(
        s.start + start <= c.mention.start < s.start + end and c.mention.label not in _STEM
        for c in s.of("cell")
    ) and not any(s.start + start <= c.mention.start < s.start + end for c in s.of("source")):
        return False  # "those of fibroblasts did not"
    if any(
        s.start + start <= f.mention.start < s.start + end
        and not any(f.mention.end + 1 == v.mention.start for v in own)  # "TNF-exo"
        for kind in ("gene", "effect", "mirna", "cargo") for f in s.of(kind)
    ):  # fmt: skip
        return False
    return bool(own) or _PREPARATION.search(who) is not None
