"""What is still done where the cargo is lacking: as before, or less than before."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from extractor.components.assertions import Assertion
from extractor.components.claim import Claim
from extractor.components.discourse import Sentence
from extractor.components.figures import UNTREATED, UNTREATED_SIGNS
from extractor.components.lazily import lazily
from extractor.components.losses import lacking, loss_scope, loss_tokens, words
from extractor.components.signs import HARMFUL
from extractor.components.words import holds

_KEPT = re.compile(
    r"\b(?:continued to|still|retained|persisted|with or without|"
    r"remained (?:elevated|raised|high|low|lowered|reduced)|preserved their|kept|"
    r"regardless(?! of)|nonetheless|all the same|even so|anyway)\b"
)
_WENT_ON = re.compile(r"\bcontinued? to\b|\bwent on\b|\bpersisted\b")
_KEPT_NEAR = 6
_BY_THE_WHOLE = re.compile(
    r"(?: (?!by\b)[\w-]+){0,2} by (?:the |their )?(?:complete|intact|full|native|unmodified|"
    r"original|whole|unaltered|naive|replete|competent|unedited|control)\b[\w -]{0,24}?"
    r"(?:exosomes|vesicles|[\w-]*evs|exo|preparations?)\b"
)
_DONORS = re.compile(r"\b(?:donors?|(?:parent|parental|producer|source) cells)\b")
ALIKE = re.compile(
    r"\b(?:to (?:the same|a similar|an equal) (?:extent|degree)|to a (?:similar|comparable|like) "
    r"(?:extent|degree)|equally well|just as well|no less|irrespective of|regardless of|"
    r"whether or not)\b"
)
"""What vesicles with and without the cargo did alike was not lost with it."""
_LIKE = ("extent", "degree", "well", "no less", "irrespective", "regardless", "whether")


def done_alike(text: str) -> bool:
    """Whether two did something alike, by a text in lower case."""
    return holds(text, _LIKE) and ALIKE.search(text) is not None




def outlasting(s: Sentence) -> set[str]:
    """What vesicles without the cargo did nonetheless: "EV-i continued to lower IL-6"."""
    without = lacking(s)
    tokens, text = s.analysis.tokens, words(s)
    if not without and not loss_tokens(s):
        return set()
    if not without and not (
        s.of("vesicle") or _DONORS.search(text) or _WENT_ON.search(text)
    ):  # fmt: skip
        return done_still(s)
    named = [f for f in s.found if f.kind in ("effect", "gene")]
    if without and done_alike(text):
        return {f.mention.label for f in named}
    out = done_still(s)
    for met in _KEPT.finditer(text):
        if _BY_THE_WHOLE.match(text[met.end() :]):
            continue
        at = bisect_left(tokens.starts, met.start() + s.start - s.analysis.offset)
        out |= {
            f.mention.label for f in named
            if abs(f.first - at) <= _KEPT_NEAR
            and not _PARTS & set(tokens.keys[f.last:at])  # "did not lower X but still lowered Y"
            and not _parted(s, *sorted((f.first, at)))
        }
    return out


_PARTS = frozenset("but yet , ; while whereas although though".split())


_STAYED = re.compile(
    r"^[^.;]{0,30}?\b(?:stayed|remained|remains|was still|were still|kept) (?:\w+ly |as |so )?"
    r"(?:(?P<high>high|elevated|raised|up|increased|abundant|upregulated)"
    r"|low|depressed|down|reduced|suppressed|scarce|decreased|downregulated)\b"
    r"(?! as (?:in|with|after|those|that)\b)"
)


def stayed(s: Sentence, x: Assertion, losses: list[int]) -> Assertion:
    """What was told of where the cargo was lacking, read as a change: "SUFU stayed high" there, so
    the cargo lowers it.
    """
    if not losses or not x.unchanged:
        return x
    met = _STAYED.match(words(s)[x.found.mention.end - s.start :])
    scope = loss_scope(s, losses)
    if met is None or (scope is not None and not scope[0] <= x.found.first <= scope[1]):
        return x
    sign = 1 if met["high"] else -1
    sign = -sign if x.found.facts.get("inverse") else sign
    return replace(x, sign=sign, negated=False, unchanged=False, trigger="stay")


def of_the_whole(s: Sentence, last: int) -> bool:
    """Whether a participle that ends at a token tells what complete vesicles did: "iron, kept low
    by the complete exosomes, rose again".
    """
    tokens = s.analysis.tokens
    return bool(_BY_THE_WHOLE.match(tokens.text[tokens.ends[last - 1] :].lower()))


_STILL = re.compile(
    r"\b(?:still|kept (?:on |being )?|continued to (?:be )?|remained)(?: \w+ly)? ?$|"
    r"\b(?:all|even) the same $"
)
_AS_BEFORE = re.compile(
    r"(?: [\w-]+){0,2} (?:just |much |exactly |quite |nearly )?as (?:before\b|(?:it|they) did\b|"
    r"with (?:the )?(?:intact|native|complete|unmodified|plain|control|naive)\b)"
)
_THAN_CONTROLS = re.compile(
    r"^ than (?:in |with |after |that of |those of |the )*(?:untreated|control|saline|vehicle|pbs|"
    r"placebo|mock|sham)"
)


def done_still(s: Sentence) -> set[str]:
    """What a sentence on a loss says to be bettered still: "oedema, though, was still lessened",
    "proteinuria remained lower than in controls".
    """
    tokens = s.analysis.tokens
    text = tokens.text.lower()
    out = set()
    for x in s.assertions:
        unit = s.row[x.at]
        entry = x.found.entry
        harm = x.found.mention.label in HARMFUL or (
            entry is not None and entry.facts.get("valence") == "harm"
        )
        good = entry is not None and entry.facts.get("valence") == "good"
        if not x.sign or x.negated or (harm and x.sign > 0) or (good and x.sign < 0):
            continue
        before = _STILL.search(text[tokens.starts[s.first] : tokens.starts[unit.first]])
        end = tokens.ends[max(unit.last, x.found.last) - 1]
        if _AS_BEFORE.match(text[end : tokens.ends[s.last - 1]]):
            out.add(x.found.mention.label)
        if before is None:
            continue
        behind = text[tokens.ends[unit.last - 1] : tokens.ends[s.last - 1]]
        if not before.group().startswith("remained") or _THAN_CONTROLS.match(behind):
            out.add(x.found.mention.label)
    return out


_NO_TREATMENT = (*UNTREATED_SIGNS, "-only")
_NONE = rf"(?:{UNTREATED}|[\w-]+-only|[\w-]+ alone)(?! exo| ev| vesic| mir)"
_AS_MUCH = re.compile(
    r"\W{0,2}(?:[\w-]+ ){0,3}(?:was|were|stayed|remained|lay|stood|became) "
    r"(?:again |just |nearly |almost |about )?as (?P<how>\w+) as (?:in |with |after |that of |"
    r"those of |the )*(?:untreated|controls?|saline|vehicle|pbs|placebo|mock|model|"
    r"diseased|injured)\b"
)
_LOW = frozenset("low poor few small short thin scarce weak slow little rare sparse".split())


_NO_EFFECT = re.compile(
    r"\b(?:no|without(?: any)?|hardly any) (?:\w+ )?(?:effect|influence|impact|benefit|action) "
    r"(?:on|upon|for) (?:the )?(?:\w+ )?$"
)


def level_without(s: Sentence, x: Assertion) -> int:
    """Which way an outcome lies where the cargo is lacking, if it is like that of the untreated:
    "amylase was as high as in controls" is +1; or if nothing is done to it there: "vesicles lacking
    it had no effect on amylase"; else 0.
    """
    tokens = s.analysis.tokens
    if x.found.kind == "effect" and x.found.valence in ("good", "harm") and _NO_EFFECT.search(
        words(s)[: x.found.mention.start - s.start]
    ):
        return 1 if x.found.valence == "harm" else -1
    met = _AS_MUCH.match(tokens.text[tokens.ends[x.found.last - 1] :].lower())
    if met is None:
        return 0
    sign = -1 if met["how"] in _LOW else 1
    return -sign if x.found.facts.get("inverse") else sign


_AS_UNTREATED = lazily(
    r"^\W{0,2}(?:levels? |expression |protein |activity |content )?(?:[\w-]+ ){0,2}?"
    r"(?:(?:in|with|after|of|under) [^.;,:()]{3,60}? )?(?:"
    r"(?:was|were|remained|stayed|lay) (?:left )?(?:just |exactly )?where (?:the )?(?:\w+ )?"
    rf"{_NONE} (?:\w+ )?(?:left|put|had|kept|placed|brought|set) (?:it|them)"
    rf"|where (?:the )?(?:\w+ )?{_NONE} (?:\w+ )?(?:left|put|had|kept|placed|brought|"
    rf"set) (?:it|them)"
    r"|(?:(?:did|was|were) (?:\w+ly )?(?:not|no) (?:\w+ly )?(?:differ(?:ent)?|better|higher|lower|"
    r"distinguishable|improved)|(?:was|were|stayed|remained|ran) (?:\w+ly )?(?:indistinguishable|"
    r"no different|unchanged|the same|similar|equal|comparable|identical|at the levels?|like|as)) "
    r"(?:from|than|relative to|compared (?:with|to)|against|versus|vs|of|to|as)? ?(?:in |"
    r"with |after |"
    rf"that of |those of |that in |those in |the |levels? (?:in|of) )*(?:\w+ )?{_NONE}\b)"
)


def as_untreated(s: Sentence, x: Assertion) -> bool:
    """Whether an outcome is said to lie where the untreated have it: "nephrin remained where saline
    had left it". Where the cargo is lacking, the cargo is what moves it.
    """
    text = words(s)
    return holds(text, _NO_TREATMENT) and bool(
        _AS_UNTREATED.match(text[x.found.mention.end - s.start :])
    )


def _parted(s: Sentence, first: int, last: int) -> bool:
    """Whether a clause ends between two tokens."""
    tokens = s.analysis.tokens
    return _CLAUSE.search(tokens.text[tokens.starts[first] : tokens.ends[last]].lower()) is not None


_WITHOUT_IT = re.compile(
    r"\b(?:independent(?:ly)? of|irrespective of|regardless of|whether or not|with or without|"
    r"(?:did|does|do|is|was|were) not (?:to )?(?:require|depend(?:ent)? (?:up)?on|need|involve|"
    r"due to|mediated by|attributable to))\b"
)
_NEGATIONS = ("independent", "irrespective", "regardless", " or ", " not ")
"""What stands wherever a cargo is told not to matter."""
_THE_CARGO = re.compile(
    r"^(?: the| its| their| exosomal| vesicular| presence of| any| a| this| that| an)* ?"
    r"(?:mi-?rs?\b|mir-|let-7|mi(?:cro)?rnas?\b|it\b|circ|lnc|inhibitor|antagomir|sponge|cargo\b)"
)
_CLAUSE = re.compile(r"; |, (?:and |but )?(?:whereas|while|although|though) |, and |, but |: ")


def independent(s: Sentence) -> set[str]:
    """What a sentence says to be no doing of the cargo: "the fall of IL-6 was independent of it",
    "whether or not miR-x was present, pain eased".
    """
    text = words(s)
    out: set[str] = set()
    for met in _WITHOUT_IT.finditer(text) if holds(text, _NEGATIONS) else ():
        if not _THE_CARGO.match(text[met.end() :]):
            continue
        start = max((c.end() for c in _CLAUSE.finditer(text, 0, met.start())), default=0)
        if not text[start : met.start()].strip(" ,"):
            start, end = met.end(), len(text)
        else:
            if re.fullmatch(r"(?:and |but )?(?:this|that|which|it) ?", text[start : met.start()]):
                start = 0  # "they raised X, and this did not require it"
            end = met.start()
        at = (start + s.start, end + s.start)
        told = [x.found.mention for x in s.assertions]
        out |= {m.label for m in told if at[0] <= m.start < at[1]}
    return out


_LESS_ABLE = re.compile(
    r"\b(?:(?:less|not as|least) (?:\w+ly )?(?:able|effective|effectively|efficient|efficiently|"
    r"potent|potently|capable|powerful|successful|successfully|strongly|markedly|active|"
    r"efficacious|apt|likely)|barely|hardly|scarcely|only (?:\w+ly|a little|in part|modestly)|"
    r"to a (?:much )?(?:lesser|smaller) (?:extent|degree)|"
    r"(?:far|much|significantly|markedly) less(?= (?:[.,;]|than|in|after|with))|"
    r"weaker (?:in|at)|no longer(?! $)|(?:lost|losing|lacked|lacking|"
    r"deprived of|(?:bereft|robbed|stripped|divested|drained|devoid)(?: \S+){0,3}? of) "
    r"(?:the|their|its|any|all|much of (?:the|their)|most of (?:the|their)) "
    r"(?:ability|abilities|capacity|power|potential|potency|capability|competence))\b|\bless $"
)
_BEHIND_LESS = re.compile(
    r"\W*(?:(?:far|much|significantly|markedly|only) )?"
    r"(?:less(?=[.,;]| (?:than|in|after|with|and|by)\b)|less (?:strongly|markedly|"
    r"effectively|efficiently|potently|well)\b|"
    r"to a (?:much )?(?:lesser|smaller) (?:extent|degree)\b|"
    r"(?:weakly|slightly|marginally|partially|modestly)(?=[.,;]))"
)
_NEAR_TRIGGER = 45
_NEW_SUBJECT = re.compile(r"; |, (?:and|while|whereas) ")


def weakly(s: Sentence, trigger: int, end: int) -> bool:
    """Whether what lacks the cargo is said to do something less: "were less able to lower X"."""
    tokens = s.analysis.tokens
    start = tokens.starts[s.first]
    at = tokens.starts[trigger]
    before = tokens.text[max(start, at - _NEAR_TRIGGER) : at].lower()
    before = _NEW_SUBJECT.split(before)[-1]
    behind = tokens.text[tokens.ends[end - 1] : tokens.ends[s.last - 1]].lower()
    return bool(_LESS_ABLE.search(before) or _BEHIND_LESS.match(behind))


def uncontradicted(claims: list[Claim]) -> list[Claim]:
    """The claims without what was read of a loss against what the same sentence tells of the whole
    vesicles: "WT-Exo lowered X and raised Y, whereas KO-Exo lowered X only".
    """
    told = {
        (id(c.sentence), c.assertion.found.mention.label, c.sign)
        for c in claims if not c.loss and c.sign and c.polarity == "asserted"
    }  # fmt: skip
    return [
        c for c in claims
        if not c.loss or (id(c.sentence), c.assertion.found.mention.label, -c.sign) not in told
    ]  # fmt: skip
