"""Results told by taking up what was told before: "KIM-1 followed the same order", "control
vesicles changed neither", "…, which native exosomes did not".
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractor import mirna
from extractor.components.arms import CONTROL, MAIN, arm_named, arm_of
from extractor.components.assertions import Assertion
from extractor.components.claim import Claim
from extractor.components.denied_arms import denies
from extractor.components.discourse import Sentence, Study
from extractor.components.foreign import others_own, told_of_others
from extractor.components.lazily import lazily
from extractor.components.losses import words
from extractor.components.target_tests import done_to
from extractor.components.words import holds

_AGAIN = lazily(
    r"\b(?:(?:chang|alter|affect|influenc|modif|improv|reduc|rais|lower|restor)\w*|no (?:\w+ )?"
    r"(?:effect|influence|impact|benefit|change) (?:on|in|for)|nor|"
    r"(?:had|exerted|showed|shared|produced|elicited)(?= none)) "
    r"(?P<what>neither|either|both|these|those|them|(?:any|none) of (?:these|them|those))"
    r"(?: (?P<kind>genes?|proteins?|transcripts?|molecules?|parameters|outcomes|measures|readouts|"
    r"endpoints|variables|functions|effects))?\s*(?:$|[.,;])"
)
_TAKES_UP = ("neither", "either", "both", "these", "those", "them")
_NAY = lazily(r"\b(?:neither|nor|no|none|not|without|failed|unable)\b")


_ALIKE = ("same", "similar", "revers", "opposite", "invers", "contrar", "identical", "other ",
          "suit", "parallel", "likewise", "alike", "converse", "mirrored")  # fmt: skip
"""One of these stands wherever ``_PARALLEL`` matches."""
_PARALLEL = lazily(
    r"\b(?:followed|mirrored|paralleled|showed|displayed|obeyed|took|gave|yielded|produced|"
    r"exhibited|told|conformed to|pursued|had) (?:the|an?) (?:\w+ly )?(?P<how>same|similar|"
    r"reverse|opposite|inverse|contrary|identical) (?:order|pattern|trend|course|direction|"
    r"ranking|sequence|picture|path|story|gradation|profile|result)\b"
    r"|\b(?:behaved|changed|moved|developed|went|ranked|ran|fared|responded|evolved|shifted)"
    r"(?: in)? (?:the|an?) (?P<way>same|similar|reverse|opposite|other|contrary) "
    r"(?:way|manner|fashion|direction|order)\b"
    r"|\b(?:followed|moved) (?P<suit>suit|in parallel)\b(?! with| to)"
    r"|\bdid the (?P<did>same|opposite|reverse)\b(?! to\b| with\b| for\b)"
    r"|\b(?:behaved|changed|fared|responded|ranked) (?P<like>likewise|alike|similarly)\b"
    r"|\b(?P<alike>the same (?:was true|held|applied|was seen|was found)|a similar (?:pattern|"
    r"trend|change|effect|fall|rise|reduction|increase) was (?:seen|found|observed|noted)|"
    r"similar (?:results|changes|findings) were (?:seen|found|observed|obtained|noted)) "
    r"(?:true )?(?:for|of|with|in)\b"
    r"|\b(?P<turned>(?:the|an?) (?:exact |very )?(?:opposite|reverse|converse|contrary) "
    r"(?:(?:was|is|being) (?:true|seen|found|observed|noted|the case)|held(?: true)?|applied|"
    r"(?:change|trend|effect|pattern|picture|tendency|response)s?(?: (?:was|were|being) (?:seen|"
    r"found|observed|noted|recorded))?) (?:for|of|on|upon|in|to|with)|did the (?:opposite|reverse) "
    r"(?:to|with|for))\b"
    r"|\b(?:behaved|changed|moved|varied) (?P<contrary>inversely|oppositely|contrariwise)\b"
    r"|\b(?P<abreast>(?:behaved|changed|varied|ran|went|altered|developed) in parallel|paralleled|"
    r"mirrored|moved in parallel(?= (?:with|to)))\b"
)


_BESIDE = lazily(
    r" ?(?:(?:as|with|to|for) )?(?:(?:that|those|the \w+|its) (?:of|in) )?(?:the )?(?:\w+ )?$"
)


def _beside(s: Sentence, told: list[Claim], end: int) -> Claim | None:
    """The claim on the outcome beside which others are set, named behind an offset of the
    sentence: "Bax behaved in parallel with IL-6", "swelling paralleled leakage".
    """
    named = next((f for f in s.found if f.mention.start >= s.start + end), None)
    if named is None or not _BESIDE.match(words(s)[end : named.mention.start - s.start]):
        return None
    label = named.mention.label
    return next((c for c in reversed(told) if c.assertion.found.mention.label == label), None)


def in_parallel(s: Sentence, told: list[Claim], mirnas: tuple[str, ...]) -> list[Claim]:
    """Outcomes that went the way of one told before: "KIM-1 followed the same order".

    Args:
        s: A sentence.
        told: What was told before, and in this sentence.
        mirnas: The miRNAs told of last.
    """
    out: list[Claim] = []
    if not holds(words(s), _ALIKE):
        return out
    for match in _PARALLEL.finditer(words(s)):
        out += _set_beside(s, match, told, out, mirnas)
    return out


_IN_EVERY = lazily(
    r"(?: (?:over time|throughout|of \w+))? (?:in|for|among|with|under|after|"
    r"across) (?:(?:both|all|"
    r"each|every|either|any|the (?:two|three|four|five|six)) (?:\w+ ){0,3}?(?:groups?|arms?|"
    r"animals|"
    r"mice|rats|rabbits|pigs|treatments?|conditions|patients|participants|cohorts?|of them)\b|"
    r"(?:and|or) without\b|treated (?:and|or) (?:in )?(?:untreated|control|vehicle)|"
    r"(?:\w+ ){0,3}?(?:exosomes|vesicles|s?evs|treated \w+) (?:and|or|as) (?:in |with |"
    r"after |for )?"
    r"(?:the )?(?:untreated|saline|vehicle|pbs|placebo|controls?|buffer)\b)"
)
"""Groups that take in the untreated: what went the same way in all of them did not change."""


def _set_beside(
    s: Sentence,
    match: re.Match[str],
    told: list[Claim],
    made: list[Claim],
    mirnas: tuple[str, ...],
) -> list[Claim]:
    """The outcomes of one such wording: before it, or behind it ("the same was true of X")."""
    beside = _beside(s, [*told, *made], match.end())
    before = beside or (made or told)[-1]
    every = (
        beside is None and (match["how"] or match["way"]) in ("same", "similar")
        and _IN_EVERY.match(words(s), match.end()) is not None
    )
    if match["abreast"] and beside is None and "in parallel" not in match.group():
        return []
    if (not before.sign or before.polarity == "negated") and not every:
        return []
    how = match["how"] or match["way"] or match["did"]
    reverse = how in ("reverse", "opposite", "inverse", "other", "contrary")
    reverse = reverse or bool(match["turned"] or match["contrary"])
    behind = bool(match["alike"] or match["turned"])
    if match["turned"] and told_of_others(s, match.start()):
        return []
    at = s.start + (match.end() if behind else match.start())
    text = words(s)[: match.start()]
    opens = s.start + max(text.rfind(mark) for mark in (";", ", while", ", but"))
    said = {id(x.found) for x in s.assertions} | {id(c.assertion.found) for c in made}
    out = []
    for k, u in enumerate(s.row):
        f = u.found
        if f is None or f.kind not in ("gene", "effect") or id(f) in said:
            continue
        if (f.mention.start < at) == behind:
            continue
        if not behind and f.mention.start < opens:
            continue
        sign = before.sign
        valences = {f.valence, before.assertion.found.valence}
        if reverse or valences == {"good", "harm"}:
            sign = -sign
        put = done_to(s, f)[0] if f.kind == "gene" else 0
        sign = (-put if reverse else put) or sign  # "knock-down of X did the same"
        sign = 0 if every else sign
        x = Assertion(f, sign, "parallel", every, s.clauses[k], k, unchanged=every)
        out.append(Claim(s, x, sign, "negated" if every else "asserted", mirnas))
    return out


def denied_again(
    study: Study, s: Sentence, told: list[Claim], mirnas: tuple[str, ...]
) -> list[Claim]:
    """What was told before, taken up and denied: "control vesicles changed neither"."""
    match = _AGAIN.search(words(s)) if holds(words(s), _TAKES_UP) else None
    if match is None or not _NAY.search(match.group() + words(s)[: match.start()]):
        return []
    if told_of_others(s, match.start()):
        return []
    if any(c.sentence is s and c.assertion.other_arm for c in told):
        return []  # it is denied already
    before = [c for c in told if c.sentence is not s and c.polarity != "negated"]
    if not before:
        before = [c for c in told if c.polarity != "negated"]
    before = [c for c in before if c.sentence is before[-1].sentence]
    if match["kind"] and match["kind"].startswith(("gene", "protein", "transcript", "molecule")):
        before = [c for c in before if c.assertion.found.kind == "gene"]
    if match["what"] in ("neither", "either", "both"):
        before = before[-2:]
    at = len(s.row) - 1
    names = tuple(dict.fromkeys(mirna.base(f.mention.label) for f in s.of("mirna")))
    arm = CONTROL if study.own and not names else MAIN
    return [
        Claim(s, replace(c.assertion, sign=0, negated=True, unchanged=True, at=at,
                         clause=s.clauses[at]), 0, "negated", names or mirnas, arm=arm)
        for c in before
    ]  # fmt: skip


_ALSO = lazily(
    r"\b(?:did (?:so|the same|likewise)(?: too| as well)?|had (?:the same|a similar|comparable|a "
    r"(?:weaker|smaller|lesser|milder)) effects?|acted (?:likewise|alike)|(?:were|being) "
    r"(?:equally|as|similarly|less|(?:about |roughly |almost )?(?:half|twice) as|somewhat less|"
    r"(?:even |far |much |still |significantly |markedly )?more) (?:effective|potent|active|good|"
    r"efficacious)|(?:were|"
    r"proved|being) (?:even |far |much |clearly |significantly )?(?:superior|better|stronger)|"
    r"(?:did|performed|fared|worked) (?:even |far |much |still )?better|had an? (?:even |much )?"
    r"(?:stronger|greater|larger|more pronounced|more marked) effects?|"
    r"(?:also|likewise) \w+(?:ed|t) (?:it|them|these|both)|"
    r"\w+ed (?:it|them|these|both) (?:too|as well)|"
    r"had (?:about )?half (?:the|this|that) effect|"
    r"(?P<opposite>did the (?:opposite|reverse|contrary)|(?:had|exerted|showed) (?:the|an) "
    r"(?:opposite|reverse|contrary|opposing) (?:effects?|actions?)|"
    r"acted in the opposite (?:way|direction|sense)))"
    r"(?:,? (?:but |albeit |though |if )?(?:to a (?:lesser|smaller|similar|greater|lower) "
    r"(?:degree|extent)|less (?:so|\w+ly)|(?:even )?more (?:so|\w+ly)))?"
    r"(?: (?:than|to) (?P<than>[^.;,()]{3,40}?))?"
    r"(?: (?:in|on|for) (?:both|all|each|every|either|these|those|this) (?:\w+ )?(?:respects?|"
    r"counts?|measures?|readouts?|outcomes?|points?|parameters|regards?|endpoints?|scores?|"
    r"of (?:these|them)))?"
    r"\s*(?:$|[.,;(]|(?:but|and|yet)\b)"
)
_TOO_SIGNS = (
    "did ", "had ", "acted", "effective", "potent", "active", "good", "efficacious", "superior",
    "better", "stronger", "also ", "likewise", " too", " as well", "exerted", "showed",
)  # fmt: skip
"""One of these stands wherever ``_ALSO`` matches."""
_THOSE = lazily(
    r"[,; ]*(?:and |while |whereas |but )?(?:those|the ones|ones) (?:from|of|derived from|that) "
)
_LONGEST_NAME = 90
"""Characters before the verb within which the other vesicles are named."""


def by_others_too(study: Study, s: Sentence, told: list[Claim]) -> list[Claim]:
    """What was told before, told of other vesicles too: "ADSC exosomes were equally effective"."""
    text = words(s)
    met = _ALSO.search(text) if holds(text, _TOO_SIGNS) else None
    if met is None:
        return _so_did(study, s, told, text)
    if _NAY.search(text[: met.end()]):
        return []
    if met["than"] and not any(
        met.start("than") <= v.mention.start - s.start < met.end("than") for v in s.of("vesicle")
    ):
        return []  # "were superior to saline"
    opens = max((text.rfind(mark, 0, met.start()) for mark in (";", ",", " and ")), default=-1) + 1
    at = s.start + opens
    doers = [v for v in s.of("vesicle") if at <= v.mention.start < s.start + met.start()]
    those = not doers and _THOSE.match(text[opens : met.start()]) is not None
    if not (doers or those) or met.start() - opens > _LONGEST_NAME:
        return []
    if doers and others_own(s, doers[0]):
        return []
    before = [c for c in told if c.sentence is s and c.assertion.found.mention.start < at]
    own = [c for c in told if c.sentence is s]
    if not before and not any(c.assertion.found.mention.start < s.start + met.start() for c in own):
        before = [c for c in told if c.sentence is not s]
        before = [c for c in before if c.sentence is before[-1].sentence]
    k = len(s.row) - 1
    if doers:
        k = next((i for i, u in enumerate(s.row) if u.first >= doers[0].last), k)
    out = []
    for c in before:
        if c.polarity == "asserted" and c.sign and not c.loss:
            x = replace(c.assertion, at=k, clause=s.clauses[k])
            arm = (CONTROL if those else arm_of(s, x)) if study.own else MAIN
            sign = -c.sign if met["opposite"] else c.sign
            out.append(Claim(s, replace(x, sign=sign), sign, "asserted", (), arm=arm))
    return out


_SO_DID = lazily(
    r"[,;] (?:and |but )?(?:to a (?:\w+ )?(?:lesser|smaller|similar|greater) (?:degree|extent),? )?"
    r"(?:so|as) (?:did|was|were) (?P<who>[^.;,(]{3,60}?)"
    r"(?:,? (?:but|though|albeit) [^.;,]{3,40})?\s*(?:$|[.;,(])"
)


_DEED = (
    r"(?:effects?|actions?|benefits?|protection|results?|findings?|changes?|improvements?|"
    r"reductions?|decreases?|increases?|declines?|falls?|rises?|gains?|responses?|outcomes?|efficacy)"
)
_LESS = (
    r"(?:smaller|weaker|lower|milder|larger|greater|stronger|similar|comparable|the same|identical|"
    r"(?:less|more|equally|similarly|as) (?:marked|pronounced|strong|large|evident|great|potent|"
    r"prominent)|(?:even |further )?(?:enhanced|strengthened|augmented|amplified|potentiated|"
    r"boosted|intensified))"
)
_TOO = lazily(
    rf"(?:^|[,;] (?:and |while |whereas |but )?)(?:(?:(?:the same|(?:an? )?(?:\w+ly )?(?:similar|"
    rf"comparable|identical|equal|equivalent)) (?:\w+ )?{_DEED} (?:was|were) (?:also |again )?"
    r"(?:obtained|seen|observed|found|noted|achieved|reported|recorded|produced) |"
    rf"(?:the|this|these|that) (?:\w+ )?{_DEED} (?:was|were) (?:\w+ly )?{_LESS},? "
    r"(?:though |but )?)"
    r"(?:with|after|by|for|in|upon|using) (?P<who>[^.;,(]{3,90}?)"
    r"|(?:with|after|by|for|in|upon) (?P<first>[^.;,(]{3,90}?),? "
    rf"(?:the|this|these|that) (?:\w+ )?{_DEED} (?:was|were) (?:\w+ly )?{_LESS})"
    r"\s*(?:$|[.;,(])"
)
"""What was told before, told of other vesicles: "similar results were obtained with B",
"with B, the decrease was smaller".
"""


def _more_named(s: Sentence, begin: int, end: int) -> bool:
    """Whether a stretch names more than vesicles: an outcome, or a miRNA that is no part of theirs
    ("miR-21-Exo").
    """
    if any(begin <= f.mention.start < end for kind in ("gene", "effect") for f in s.of(kind)):
        return True
    named = [v for v in s.of("vesicle") if begin <= v.mention.start < end]
    text, offset = s.analysis.tokens.text, s.analysis.offset
    for f in (f for f in s.of("mirna") if begin <= f.mention.start < end):
        gaps = [text[f.mention.end - offset : v.mention.start - offset] for v in named
                if v.first >= f.last]  # fmt: skip
        gaps += [text[v.mention.end - offset : f.mention.start - offset] for v in named
                 if v.last <= f.first]  # fmt: skip
        if all(" " in gap or not gap for gap in gaps):
            return True
    return False


def _so_did(study: Study, s: Sentence, told: list[Claim], text: str) -> list[Claim]:
    """What was told in the clause before, told of other vesicles: "…, and so did B"."""
    met = _SO_DID.search(text) if " did" in text or " was" in text or " were" in text else None
    if met is None:
        return _with_others_too(study, s, told, text)
    begin, end = s.start + met.start("who"), s.start + met.end("who")
    doers = [v for v in s.of("vesicle") if begin <= v.mention.start < end]
    if not doers or _more_named(s, begin, end) or others_own(s, doers[0]):
        return []
    k = next((i for i, u in enumerate(s.row) if u.first >= doers[0].last), len(s.row) - 1)
    out = []
    for c in told:
        if c.sentence is s and c.polarity == "asserted" and c.sign and not c.loss:
            x = replace(c.assertion, at=k, clause=s.clauses[k])
            arm = arm_of(s, x) if study.own else MAIN
            out.append(Claim(s, x, c.sign, "asserted", (), arm=arm))
    return out if any(c.arm != told[-1].arm for c in out) else []


def _with_others_too(study: Study, s: Sentence, told: list[Claim], text: str) -> list[Claim]:
    """What the sentence before told, of other vesicles: "similar results were seen with B"."""
    if not s.of("vesicle") or not told:
        return []
    met = _TOO.search(text) if " was " in text or " were " in text else None
    if met is None:
        return []
    at = s.start + met.start()
    here = [c for c in told if c.sentence is s]
    if here and (not met.start() or any(c.assertion.found.mention.start >= at for c in here)):
        return []
    group = "who" if met["who"] else "first"
    begin, end = s.start + met.start(group), s.start + met.end(group)
    doers = [v for v in s.of("vesicle") if begin <= v.mention.start < end]
    if not doers or _more_named(s, begin, end) or others_own(s, doers[0]):
        return []
    before = [c for c in told if c.sentence is told[-1].sentence]
    k = next((i for i, u in enumerate(s.row) if u.first >= doers[0].last), len(s.row) - 1)
    out = []
    for c in before:
        if c.polarity == "asserted" and c.sign and not c.loss:
            x = replace(c.assertion, at=k, clause=s.clauses[k])
            arm = arm_named(s, doers[0]) if study.own else MAIN
            out.append(Claim(s, x, c.sign, "asserted", (), arm=arm))
    return out


def not_by_others(study: Study, s: Sentence, told: list[Claim]) -> list[Claim]:
    """What was told before, denied of other vesicles: "…, which native exosomes did not"."""
    met = denies(s)
    if met is None:
        return []
    offset, here, nothing = met
    at = s.start + offset
    own = [c for c in told if c.sentence is s]
    if any(c.polarity == "negated" and c.assertion.other_arm for c in own):
        return []
    before = [c for c in own if c.assertion.found.mention.start < at] or own if here else []
    if not before and not own:
        before = [c for c in told if c.sentence is not s]
        before = [c for c in before if c.sentence is before[-1].sentence]
    k = len(s.row) - 1
    return [
        Claim(
            s, replace(c.assertion, sign=0 if nothing else c.sign, negated=True, unchanged=nothing,
                       at=k, clause=s.clauses[k], other_arm=True),
            0 if nothing else c.sign, "negated", (), arm=CONTROL if study.own else MAIN,
        )
        for c in before if c.polarity == "asserted" and c.sign and not c.loss
    ]  # fmt: skip


_DID_IT = lazily(
    r"[,;:] (?:but |and |while |whereas |although )?(?P<who>[^.;,(]{3,70}?) (?:did|did so|could)"
    r"\s*(?:[.;,(\[]|$)"
)


def others_did(study: Study, s: Sentence, told: list[Claim]) -> list[Claim]:
    """What a sentence denies of some vesicles and other ones did: "A did not lower X, B did"."""
    text = words(s)
    if " did" not in text and " could" not in text:
        return []
    met = _DID_IT.search(text)
    if met is None or _NAY.search(met["who"]):
        return []
    begin, end = s.start + met.start("who"), s.start + met.end("who")
    doers = [v for v in s.of("vesicle") if begin <= v.mention.start < end]
    named = [f for kind in ("gene", "effect", "mirna") for f in s.of(kind)]
    if not doers or any(begin <= f.mention.start < end for f in named) or others_own(s, doers[0]):
        return []
    k = next((i for i, u in enumerate(s.row) if u.first >= doers[0].last), len(s.row) - 1)
    arm = arm_named(s, doers[0]) if study.own else MAIN
    return [
        Claim(s, replace(c.assertion, negated=False, at=k, clause=s.clauses[k]), c.sign,
              "asserted", (), arm=arm)
        for c in told
        if c.sentence is s and c.polarity == "negated" and c.sign and not c.assertion.unchanged
        and c.assertion.found.mention.start < begin
    ]  # fmt: skip


_MIRNA_DID = lazily(
    r"^(?:(?:but|only|by contrast|in contrast|conversely|however|instead|yet),? )*(?:the )?"
    r"(?P<who>[^.;,]{3,60}?),? (?:(?:by contrast|in contrast|however|for its part), )?"
    r"(?:(?P<how>did not|could not|did so|did|had no such effect)|(?P<nothing>(?:was|were|proved) "
    r"(?:inactive|inert|ineffective|without effect)|did nothing|had no effect)"
    r"(?: in (?:this|these|either|the same) \w+| here)?)\s*(?:[.;,(\[]|$)"
)


def by_mirna_too(s: Sentence, told: list[Claim]) -> list[Claim]:
    """What was told in the sentence before, told or denied of another miRNA: "miR-a did."."""
    named = s.of("mirna")
    if not named or any(x.found.kind != "mirna" for x in s.assertions):
        return []
    met = _MIRNA_DID.match(words(s))
    kinds = ("vesicle", "source", "gene", "effect")
    if met is None or any(
        f.mention.start < s.start + met.end("who") for kind in kinds for f in s.of(kind)
    ):
        return []
    did = met["how"] in ("did", "did so")
    names = tuple(dict.fromkeys(mirna.base(f.mention.label) for f in named))
    before = [c for c in told if c.sentence is not s]
    before = [c for c in before if c.sentence is before[-1].sentence]
    before = [c for c in before if c.sign and c.mirnas and not set(c.mirnas) & set(names)]
    at = len(s.row) - 1
    nothing = met["nothing"] is not None
    return [
        Claim(
            s, replace(c.assertion, sign=0 if nothing else c.sign, negated=not did, at=at,
                       unchanged=nothing, clause=s.clauses[at], subject=named),
            0 if nothing else c.sign, "asserted" if did else "negated", names, arm=c.arm,
        )
        for c in before if (c.polarity == "negated") == did and not c.loss
    ]  # fmt: skip


_THESE = lazily(r"(?:[,;:] |\band )(?:but |yet )?(?:all (?:of )?)?(?:these|this|such|those)\b")
_OF_ALL = lazily(
    r"\b(?:all|each|every|none|benefits?|protective|beneficial|therapeutic|above|aforementioned|"
    r"above-mentioned|[a-z]+-[a-z]+ing|"
    r"in vivo)\b"
)
"""Words of a loss that mean whatever the vesicles did."""
_IN_CULTURE = lazily(
    r"^(?:in|when|for|with|using|exposed|treated)\b[^,;]{0,90}?\b(?:cells|fibroblasts|microglia|"
    r"macrophages|neurons|cultures?|vitro|explants|organoids|[a-z]+cytes|myotubes|huvecs)\b"
    r"[^,;]{0,60},"
)


def taken_up_from(study: Study, s: Sentence) -> int:
    """Where that begins which "these changes" of a sentence take up: the sentence itself, where it
    told them first; the one before, where that is on cells in culture; else all that was told.
    """
    met = _THESE.search(words(s))
    if _OF_ALL.search(words(s)):
        return 0
    before = s.start + met.start() if met is not None else 0
    if any(x.found.mention.start < before and x.found.kind != "mirna" for x in s.assertions):
        return s.start
    rows = study.sentences
    i = next(i for i, row in enumerate(rows) if row is s)
    if i and rows[i - 1].block is s.block and _IN_CULTURE.match(words(rows[i - 1])):
        return rows[i - 1].start
    return 0
