"""Which results of a study are told of the cargo, which of the vesicles alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from extractor import mirna
from extractor.components import ascriptions
from extractor.components.ascriptions import EFFECT_OF_IT, NEEDED_FOR, PERHAPS, one_of_two
from extractor.components.carriage import TWO, cargo_of
from extractor.components.claim import Claim
from extractor.components.claims import CARRIED
from extractor.components.discourse import Sentence, Study
from extractor.components.found import Found
from extractor.components.laid import BEARING_IT, carried, laid_by_title, laid_in_all, laid_to
from extractor.components.lazily import lazily
from extractor.components.losses import lacking, loss_tokens, lost_cargo, lost_mirnas, words
from extractor.components.lost_by_figures import lost_by_figures
from extractor.components.remnants import independent, outlasting
from extractor.components.rescues import OF_LOSS
from extractor.components.sections import section_is_background
from extractor.components.taken_up import taken_up_from
from extractor.components.vain_losses import IN_VAIN, in_vain
from extractor.components.words import holds

_ENGINEERED = lazily(
    r"transfect|transduc|overexpress|over-express|modified|loaded|enriched with|engineered|armed|"
    r"mimic|agomir|electroporat|plasmid|lentivir|laden|bearing|infected"
)
_ENGINEERED_FOR = lazily(
    r"(?:-\dp)?(?:[-– ](?:modified|loaded|enriched|engineered|armed|laden|transfected|expressing|"
    r"over-?expressing|transduced|primed|rich)\b| mimics?\b| agomirs?\b|"
    r" (?:vector|plasmid|lentivirus)\b|[-–](?:s?evs?|exos?)\b)"
)
"""What stands right behind the cargo of vesicles that were made to carry it."""
_NAMED_FOR = lazily(r"(?:exos?|exosomes|s?evs?|vesicles)[-–]$")
_TAKEN_AWAY = lazily(
    r"antisense|inhibitor|antagomir|silenc|knock|deplet|deficien|lacking|\bsh(?=[-a-z0-9])|"
    r"\bsi[-r]|"
    r"anti-?mir|sponge|shrna"
)
_UNDONE = lazily(
    r"\b(?:abolish|abrogat|revers|negat|counteract|blunt|cancel|nullif|wiped out|took away|"
    r"undid|offset|annul"
    r"|eliminat|neutrali[sz]|lost\b|weaken|attenuat|removed|diminish|impair|compromis|prevent|block"
    r"|not seen|absent|missing\b"
    r"|not (?:observed|found|detected|such)|no more (?:seen|found|observed)|none of|disappear|"
    r"vanish|no such|(?:was|were) (?:\w+ )?opposite|without (?:this|these|such)|reduced|suppressed"
    r"|inhibited|mitigated|cost (?:the|these|those|them|their|it)\b|robb(?:ed|ing)|depriv|forfeit"
    r"|(?:took|takes|taken) (?:it |them )?away)"
)
_SPARED = lazily(
    r"\b(?:retained|maintained|preserved|persisted|still|un(?:affected|altered)|spared|in part|"
    r"independent(?:ly)? of|partial(?:ly)?|partly|but (?:\w+ )?(?:did not|ha[sd] no|left|kept)\b)"
)
"""What a sentence on a loss says where some of the effect outlasts it."""
_INERT = lazily(
    r"\b(?:(?:gave|brought|afforded|conferred|provided|yielded) no (?:relief|benefit|protection|"
    r"improvement|advantage)|resembled|no better than|did no better|behaved like|no more than|"
    r"as poorly|inert|(?:came|come|crept) back|reappeared|might as well have been|"
    r"inactive|ineffective|indistinguishable from|(?:was|were) like|"
    r"powerless|useless|worthless|impotent|idle|disarmed|without (?:any )?(?:effect|power)|"
    r"(?:did|achieved|accomplished|managed|showed) (?:none of|nothing)|"
    r"(?:could|can) (?:not|hardly|scarcely) be (?:told|distinguished|separated)|"
    r"(?:was|were|lay|stood) (?:practically|virtually|essentially|nearly|almost|exactly|just) "
    r"(?:at )?(?:that|those|the same as|equal to|(?:the|at the) (?:level|value)s?)|"
    r"made no (?:more )?difference (?:from|to what)|"
    r"(?:fell|sank|dropped|slid) (?:back )?to the (?:level|rank|activity) of|"
    r"(?:close|similar|equal) to those (?:of|in|with|after) (?:the )?(?:pbs|saline|vehicle|buffer|"
    r"controls?|untreated))\b"
)
_COPIED = lazily(
    r"\b(?:reproduc\w+|recapitulat\w+|mimicked|phenocop\w+|cop(?:y|ied)|sufficient to"
    r"|(?:same|similar) (?:effects?|actions?|benefits?)"
    r"|(?:did|achieved|accomplished) (?:the same|as much|likewise))\b"
)
_COPIES = ("reprod", "recap", "mimicked", "phenocop", "cop", "sufficient", "same", "similar", "did",
           "achieved", "accomplished")  # fmt: skip
_THESE_ALL = lazily(
    r"\b(?:these|those|this(?! (?:molecule|mi|rna))|all|both|"
    r"(?:effects?|actions?) of (?:the )?(?:[\w-]+ )?(?:exosomes|vesicles|s?evs))\b"
)
_COPIED_CHANGE = lazily(
    r"\b(?:reproduc|recapitulat|mimick|phenocop|cop[yi])\w* (?:the|this|that) (?:\w+ )?"
    r"(?:fall|drop|decline|decrease|reduction|loss|rise|increase|gain|suppression|inhibition|"
    r"impairment|improvement|recovery|induction|activation|repression|upregulation|"
    r"downregulation) (?:of|in)\b"
)
_FAILED = lazily(
    r"\b(?:failed|no effect|neither|little|did not|no longer|but not|not by|without effect|"
    r"unable|incapable|lost|blunted|abolished|abrogated|reversed)\b"
)
_FAILED_WHOLLY = lazily(
    r"\b(?:failed to|(?:did|could|do|does) not|no longer|unable to) (?:protect\w*|help\w*|work\w*|"
    r"benefit\w*)(?=\s*(?:[.;,(]|$|and\b|the (?:animals|mice|rats|cells|heart|kidney|brain|"
    r"liver)))|"
    r"\b(?:were|was|proved) (?:\w+ly )?(?:ineffective|without (?:any )?(?:effect|benefit)|inert)\b"
)
"""How vesicles without their cargo are said to do nothing at all."""
_NOT = lazily(r"\b(?:not|nor|none)\b")
_DONOR = lazily(r"\b(?:donors?|donor cells|parental cells|mscs|msc|preparations?|batch)\b")
_WHOLE = lazily(
    r"\b(?:these|those|such|the|their|its|all|most|both|this|any|protective|beneficial|"
    r"above|above-mentioned|aforementioned|said|therapeutic|pro-\w+|"
    r"anti-\w+)\s(?!opposite)(?:(?!opposite|of\b|on\b)[\w-]+\s){0,3}?"
    r"(?:effects?|benefits?|protection|actions?|advantage|improvements?|efficacy|fall|"
    r"changes|gains?|indexe?s|indices|(?<=protective )(?:roles?|functions?)|"
    r"(?<=beneficial )(?:roles?|functions?)|"
    r"activit(?:y|ies)(?=\sof\s(?:[\w-]+[\s-])?(?:exos?|exosomes|s?evs|vesicles)\b))\b"
    r"(?!\s(?:of\s[^,;]{0,60}\s)?on\b)|"
    r"^(?:none|nothing) of (?:this|these|that)\b|\ball (?:of )?this (?:was|is)\b|"
    r"(?:abolish|abrogat|revers|cancel|prevent|negat|nullif|eliminat)\w*ed (?:all )?this"
    r"(?=[.;]|$|, (?:whereas|while|but|and))"
)


def told_of_cargo(study: Study, claims: list[Claim]) -> Callable[[Claim], bool]:
    """Which claims of a study are told of the cargo and which of the vesicles alone.

    The cargo's are those in sentences that name it and those on outcomes that were lost with it;
    all, where the vesicles were made to carry it, where the whole effect was lost with it, or where
    no loss was tried and the study lays the whole to it. What a review tells of a study before it
    names the cargo is the cargo's where it is ascribed to it.
    """
    first = min((c.sentence.start for c in claims if c.sentence.block.kind != "title"), default=0)
    whole = tried = False
    ascribed: list[tuple[int, int]] = []  # stretches all of which is said to be the cargo's
    lost: set[str] = set()
    counts = Counter(mirna.base(f.mention.label) for s in study.sentences for f in s.of("mirna"))
    names = {name for name, n in counts.items() if n >= max(2, max(counts.values()) / 3)}
    proteins = {f.mention.label for _, f in cargo_of(study) if f.kind == "gene"}
    titled, tied = laid_by_title(study, proteins), laid_in_all(study, proteins)
    partial = any(loss_tokens(s) and _SPARED.search(words(s)) for s in study.sentences)
    for s in study.sentences:
        text = words(s)
        design = s.start <= first or (bool(s.of("source")) and not s.assertions)
        if design or s.block.kind == "title":
            whole = whole or any(_made_to_carry(s, f, text) for f in carried(s, proteins))
            whole = whole or (" it" in text and bool(counts) and bool(BEARING_IT.search(text)))
        copied = holds(text, _COPIES) and _COPIED.search(text) is not None
        if copied and (carried(s, proteins) or "mimic" in text):
            if _COPIED_CHANGE.search(text):  # "a mimic reproduced the fall in X" tells of X alone
                same = {f.mention.label for f in s.found if f.kind in ("effect", "gene")}
            else:
                named_alone = not tied and not _THESE_ALL.search(text)
                same = {x.found.mention.label for x in s.assertions} if named_alone else set()
            lost |= same
            whole = whole or not same
        losses = loss_tokens(s)
        if study.own and ascriptions.lays_plainly(text) and not tried:
            ascribed.append((0, s.end))
        if not losses and study.own and (
            EFFECT_OF_IT.search(text) or ("mir-" in text and NEEDED_FOR.search(text))
        ):
            ascribed.append((0, s.end))
        tried = tried or bool(losses)
        if carried(s, proteins) and (not study.own or ascriptions.lays_all(text, tried=tried)) and (
            (_ASCRIBED.search(text) and (s.apart or not _NOT_TO_IT.search(text)))
            or (_RICH.search(text) and not PERHAPS.search(text))
        ):
            only = _ascribed_alone(s, claims)
            lost |= only
            if not only:
                ascribed.append((0, s.end))
        if not losses or in_vain(s) or (len(names) > 1 and len(lost_mirnas(s)) == 1):
            continue  # what is lost with one of several miRNAs is not lost with all
        if "rnase" in text and not lost_mirnas(s):
            continue  # some RNA is needed; which one is not said
        begin, end = ascriptions.told_with(s, losses)
        text = text[begin:end]
        told = [f for f in s.found if begin <= f.mention.start - s.start < end]
        named = {f.mention.label for f in told if f.kind in ("effect", "gene")}
        away = {f.mention.label for f in lost_cargo(s)} & proteins
        named -= _spared(s) | outlasting(s) | away
        if lost_by_figures(s):
            lost |= named
        elif not named and _UNDONE.search(text) and (one := one_of_two(s, claims)):
            lost |= one  # "the inhibitor abolished the latter only"
        elif _UNDONE.search(text) and _whole(s, begin, end):
            if not _UNHARMED.search(text):
                ascribed.append((taken_up_from(study, s), s.end))
        elif named and ascriptions.as_controls(text):
            lost |= named
        elif _INERT.search(text):
            lost |= named
            ascribed += [(0, s.end)] if not named or _FAILED_WHOLLY.search(text) else []
        elif _UNDONE.search(text) and _EFFECT_ON.search(text):
            lost |= named
        elif (_FAILED.search(text) or (_NOT.search(text) and lacking(s))) and (
            s.of("vesicle") or _DONOR.search(text)
        ):
            cured = any(x.found.kind == "disease" for x in s.assertions)
            if named and not cured and (partial or not tied) and not _FAILED_WHOLLY.search(text):
                lost |= named  # only these are said to be lost
            elif titled and not partial:
                whole = True
            else:
                ascribed.append((0, s.end))
    # where a loss was tried, it says what is the cargo's
    whole = whole or (not tried and (tied or laid_to(study, proteins)))
    kept = {label for s in study.sentences for label in outlasting(s)} - lost
    kept |= {label for s in study.sentences for label in independent(s)}
    if len(counts) == 1:
        kept |= {
            c.assertion.found.mention.label for c in claims
            if c.assertion.trigger == IN_VAIN and set(c.mirnas) <= counts.keys()
        }  # fmt: skip
    own = _told_of_it(study, proteins)
    mirnas = bool(counts)
    return lambda claim: claim.assertion.trigger == IN_VAIN or (
        claim.assertion.found.mention.label not in kept and (
            whole
            or any(start <= claim.sentence.start < end for start, end in ascribed)
            or (id(claim.sentence) in own and not _before_cargo(claim, proteins, claims))
            or (mirnas and _of_its_target(claim))
            or claim.loss
            or claim.assertion.found.mention.label in lost
        )
    )


_EFFECT_ON = lazily(
    r"(?<!\bno )(?<!\blittle )(?<!\bany )(?<!\bwithout )\b(?:effects?|influence|actions?|impact) "
    r"(?:of [^,;.]{3,50} )?(?:up)?on (?!mice|rats|cells)"
)
"""The effect on something in particular, which alone is then lost."""
_UNHARMED = lazily(
    r"\b(?:did not|failed to|never) (?:\w+ )?(?:weaken|abolish|abrogate|reverse|diminish|blunt|"
    r"attenuate|impair|reduce|affect|negate|compromise|cancel|remove|alter)\b"
)
"""How an effect is said to outlast a loss."""
_ASCRIBED = lazily(
    r"\b(?:responsible(?: for|(?=[.;]|$))|"
    r"(?:held|made|deemed|considered|found|believed|shown|proved|proven|proposed) (?:to be )?"
    r"(?:as )?(?:the )?(?:responsible|accountable|mediator|effector)|"
    r"(?:as|be|was|is) (?:the|its|their|an?) (?:[\w-]+ ){0,2}(?:mediator|effector|"
    r"active (?:principle|agent|component|part|ingredient|constituent|protein|molecule|factor|"
    r"cargo))|"
    r"(?:the|an?|as) (?:main |most |likely )?(?:responsible|causative|decisive|operative|effective|"
    r"relevant|active|key|crucial) (?:mi(?:cro)?rna|rna|molecule|cargo|constituent|component|"
    r"factor|agent|player|mediator)\b(?![^.;]*\b(?:proposed|suggested)\b)|"
    r"as the (?:\w+ )?(?:cause|culprit|reason)\b|"
    r"(?:link|ascrib|attribut|trac|credit|imput|lai?d|put)\w* (?:down )?"
    r"(?:this|these|that|it|them|both|(?:the|its|their) [\w-]+)\b[^.;]{0,60}\b(?:to|with)|"
    r"(?:was|were|is|are|being|be) (?:\w+ )?"
    r"(?:ascribed|attributed|traced|credited|imputed|linked) (?:back )?to|"
    r"(?:was|were|is|are|lay|lies|stood|stands) (?:\w+ )?behind (?=(?:this|these|it|the|both)\b)|"
    r"effectors? (?:was|is|were)|contribut\w+ to (?:this|these|the) (?:effects?|benefits?)|"
    r"accounts? for|accounted for|underl(?:ies|ay|ie)|explain(?:s|ed)? (?:this|these|by|the)|"
    r"(?:mediated|conferred|brought about|transmitted) (?:\w+ )?(?:by|this|these|the)|"
    r"(?:cargo|passenger|messenger|culprit|carrier|driver)(?: (?:responsible|concerned|involved))? "
    r"(?:was|is|proved to be|turned out to be) (?=(?:the )?(?:exosomal |vesicular )?(?:mir|let)-)|"
    r"(?:was|is|proved|as) (?:the|its|their) (?:\w+ )?(?:cargo|passenger|messenger|culprit)\b|"
    r"(?:was|were) at work|(?:the|was) (?:the )?(?:work|doing) of|"
    r"behind (?:this|it|these|them) (?:stood|lay|was|were)|it was [^.;,]{3,40} that (?:did|brought|"
    r"achieved)|"
    r"rest(?:ed|s) (?:up)?on|hing(?:ed|es) (?:up)?on|requir(?:ed|es) (?:the )?(?:mir-|let-7)|"
    r"(?:responsible|decisive) (?:mi(?:cro)?rna|cargo|molecule|component|constituent|factor) "
    r"(?:was|is|proved)|"
    r"(?:(?:did|do|does|achiev\w+) (?:it|this|so)|^they (?:act|work)\w*) (?:was|is|through|via|by)|"
    r"thanks to|due to|owing to|required for|necessary for|"
    r"(?:is|was|be|as|prove[dn]|turned out) (?:to be )?(?:essential|indispensable|crucial)\b|"
    r"depend(?:s|ed|ent|ing)? (?:up)?on)\b"
)
"""How a report that is cited lays to the cargo what it told of the vesicles before."""
_OF_WHAT = lazily(r"(?:responsible|accountable)$")
_WHAT_BEHIND = lazily(
    r"(?:\bfor|\bexplain(?:s|ed)?(?: the)?|\bunderl(?:ies|ay|ie))"
    r"(?: (?:only|solely|mainly|largely))?$"
)
_BEHIND = 30
"""Characters behind "responsible for" within which that begins which is laid to the cargo."""
def _ascribed_alone(s: Sentence, claims: list[Claim]) -> set[str]:
    """What alone a sentence lays to the cargo: "miR-x was responsible for the fall of IL-6",
    "miR-x accounted for the latter".
    """
    text = words(s)
    met = _ASCRIBED.search(text)
    if met is None:
        return set()
    start, end = met.span()
    if _OF_WHAT.search(met.group()) and text.startswith(" for ", end):
        end += len(" for")
    if _WHAT_BEHIND.search(text[start:end]):
        start, end = end, end + _BEHIND
    if one := one_of_two(s, claims, max(0, met.start() - _BEHIND), end + _BEHIND):
        return one
    if _PASSIVE.match(met.group()):
        end = met.start()  # "the fall of IL-6 was ascribed to miR-x"
        start = max((c.end() for c in _APART.finditer(text, 0, end)), default=0)
    if _ANAPHOR.match(text, start):
        return set()
    return {
        f.mention.label
        for f in s.found
        if f.kind in ("effect", "gene") and start <= f.mention.start - s.start < end
    }


_PASSIVE = lazily(r"(?:was|were|is|are|being|be) .*\bto$")
_NOT_TO_IT = lazily(
    r"\b(?:rather than|not|nor|neither) (?:to |by |with )?(?:the |its |their |exosomal |any )?"
    r"(?:mir-|let-7|mi(?:cro)?rnas?\b|mirs\b)"
)
"""How an outcome is ascribed to something else than the miRNA."""
_ANAPHOR = lazily(r" ?(?:this|these|those|that|it|them|both|such)\b")
_RICH = lazily(
    r"^(?:the|these|those|such|they)(?: [\w-]+){0,2} (?:"
    r"(?:were|proved) (?:\w+ )?(?:rich in|enriched (?:in|with|for))|"
    r"(?:contain|carr|harbou?r)\w* (?:large|high|ample|plenty|much|abundant|substantial))\b|"
    r"(?:carried|conveyed|contained|packed|transported|found|present) (?:in|by|within) "
    r"(?:such|these|those|the same) (?:\w+ )?(?:vesicles|exosomes|s?evs|microvesicles)\b|"
    r"^(?:they|these|the) [^.;]{0,90}\bby (?:deliver|transfer|shuttl|convey|supply|hand)\w* |"
    r"\b(?:profiling|sequencing|screen\w*|arrays?|assays?) (?:singled out|pointed to)\b"
)
"""How the vesicles that did what was told are said to be full of their cargo."""
_CONSEQUENCE = lazily(
    r"^(?:consistent(?:ly)?\b|accordingly|correspondingly|as a (?:result|consequence)|consequently|"
    r"thus|thereby|hence|in turn|in (?:keeping|line|agreement|accordance) with|therefore|"
    r"in parallel|concomitantly|concurrently|this (?:was|led|resulted)|downstream)"
)
"""How a sentence begins that tells what came of the one before it."""


_ITS_TARGET = lazily(
    r"\bluciferase (?:assay|report|activ)|\breporter|3.?.?[- ]?utr\b|\buntranslated\b|"
    r"\b(?:predicted|validated|known|confirmed|direct|putative|presumed) (?:\w+ )?targets?\b|"
    r"\b(?:as|be|was|is) (?:the|its|an?|one) (?:\w+ )?target\b|"
    r"\b(?:binding|functional|seed) (?:sites?|match(?:es)?)\b|"
    r"\b(?:repressed|silenced|suppressed|targeted|bound|inhibited|regulated) by it\b|"
    r"\bit (?:suppresses|represses|silences|targets|binds|inhibits)\b"
)
"""How a sentence says that a gene is the miRNA's target, where the miRNA is not named again."""


def _of_its_target(claim: Claim) -> bool:
    return claim.assertion.found.kind == "gene" and bool(_ITS_TARGET.search(words(claim.sentence)))


_IT = lazily(
    r"^[^.;,]{0,60}\b(?:(?:fed|treated|transfected|supplied|provided|loaded|"
    r"electroporated) with|given)"
    r" (?:it|this mirna|this microrna)\b(?!s)|^[^.;,]{0,40} (?:to|into) which it (?:was|"
    r"had been|is) "
    r"|^it was (?:seen|found|shown) to (?:repress|silence|suppress|lower|bind|target|inhibit)\b"
    r"|^(?:[^.;]{0,90}, |(?:in|on|within) (?:[\w-]+ ){1,4}?|(?:there|here|then|once there),? )?"
    r"(?:it\b(?! (?:was|is|has been|seems|appears|remains|turned out) (?:\w+ )?"
    r"(?:found|shown|known|seen|reported|observed|noted|demonstrated|clear|likely|that|to)\b)|"
    r"(?:this|the) (?:mirna|microrna|molecule|rna|one|latter)\b)"
    r"|^(?:when|after|once|if) (?:it|(?:this|the) (?:mirna|microrna|molecule)) (?:was|had been|is) "
    r"(?:\w+ )?(?:over-?expressed|upregulated|transfected|loaded|introduced|enriched)\b"
)
"""A subject that takes up the miRNA of the sentence before."""
_BROUGHT_IN = lazily(
    r"\b(?:arrived at|came up with|hit upon|settled on|behind|responsible|stood out|abundan\w+|"
    r"plentiful|pointed to|singled out|culprit|agent|"
    r"candidate|reach|enter|deliver|transfer|hand|shuttl|convey|transport|taken up|ship|pass|"
    r"supplie?|transmit|import|export|released? into)\w*\b"
)
"""How a miRNA is said to get into the cells that the next sentence tells of."""
_TARGET = lazily(r"\btargets?\b")


def _told_of_it(study: Study, proteins: set[str]) -> set[int]:
    """Sentences (by ``id``) that tell of the cargo: they name it, or go on with one that does."""
    out: set[int] = set()
    before: Sentence | None = None
    handed: Sentence | None = None
    loss = two = False
    for s in study.sentences:
        names = (
            bool(carried(s, proteins)) or s.has("sponge")
            or any(k in CARRIED or (two and k in TWO) for k in s.keys())  # noqa: SIM118
        )  # fmt: skip
        two = len({f.mention.label for f in s.of("mirna")}) == 2
        goes_on = before is not None and before.block is s.block and (
            not (s.of("vesicle") or s.of("source"))
            or bool(_CONSEQUENCE.match(words(s)))
            or bool(_IT.match(words(s)))
        )
        if names or (goes_on and (not loss or _TARGET.search(words(s)))):
            out.add(id(s))
        elif handed is not None and handed.block is s.block and (
            _IT.match(words(s))
            or _of_several(s, handed)
            or (
                _BROUGHT_IN.search(words(handed))
                and (_CONSEQUENCE.match(words(s)) or "as a result" in words(s))
            )
        ):
            out.add(id(s))
            goes_on = True
        loss = bool(loss_tokens(s))
        tells = (bool(s.assertions) or not study.own) and not section_is_background(s)
        before = s if (names or goes_on) and (tells or loss) else None
        moved = before is None and names and not loss and not section_is_background(s)
        handed = s if moved and (s.of("mirna") or _BROUGHT_IN.search(words(s))) else None
    return out


_THEY = lazily(
    r"^(?:[^.;]{0,60}, |in (?:[\w-]+ ){1,4}?|together,? )?(?:they|both|these (?:two|three)|all)\b"
    r"(?! (?:preparations|kinds|types|exosomes|vesicles|groups|doses|arms|were found)\b)"
)


def _of_several(s: Sentence, before: Sentence) -> bool:
    """Whether "they" or "both" takes up the miRNAs of the sentence before: "miR-a and miR-b were
    abundant. Together they lowered X".
    """
    named = {f.mention.label for f in before.of("mirna")}
    return len(named) > 1 and not s.of("vesicle") and _THEY.match(words(s)) is not None


_APART = lazily(
    r"; |, (?:and(?: that)?|while|whereas|but) |, (?:in which|(?:among |one of )?whose) |"
    r" and (?:that )?(?=(?:exosomal |their |the )?(?:mir-|let-7))"
)
_LAYS = lazily(
    r"\b(?:responsib\w+|active|main|key|driver|because|since|here|there|related|relat\w+|due|owing|"
    r"thereby|account\w*|explain\w*|abundan\w+|enrich\w*|rich|effects?|actions?|this|these|it|both|"
    r"so|reason|through|via|involv\w+|likely|parallel|mediat\w+|agent|factor|connected|lack\w*|"
    r"requir\w+|need\w*|hing\w+|depend\w+)\b"
)
"""Words by which a clause on the cargo lays the outcomes of the clause before to it."""


def _before_cargo(claim: Claim, proteins: set[str], claims: list[Claim]) -> bool:
    """Whether a clause in front of the one that names the cargo tells of the vesicles: "exosomes
    eased pain, and miR-x silenced Y".
    """
    s = claim.sentence
    at = claim.assertion.found.mention.start
    named = sorted(f.mention.start for f in carried(s, proteins))
    if not named or named[0] < at or loss_tokens(s):
        return False
    text = words(s)
    cuts = [m.end() for m in _APART.finditer(text, at - s.start, named[0] - s.start)]
    if not cuts or not any(v.mention.start - s.start < cuts[-1] for v in s.of("vesicle")):
        return False
    if only := _ascribed_alone(s, claims):
        return claim.assertion.found.mention.label not in only
    return not any(how.search(text, cuts[-1]) for how in (_LAYS, _ASCRIBED)) and (
        not _ENGINEERED.search(text)
    )


def _whole(s: Sentence, begin: int, end: int) -> bool:
    """Whether all that was told before is meant ("these effects"), not "the fall of IL-6"."""
    text = words(s)
    for met in _WHOLE.finditer(text, begin, end):
        if _OF_LOSS.match(text, met.end()):
            continue  # what undoes the loss confirms it
        if met.group().endswith(_GAINED) and _IN_OUTCOME.match(text, met.end()):
            continue  # "the gain in corneal integrity"
        of = re.match(r" (?:of|in) (?:the )?", text[met.end() :])
        at = s.start + met.end() + (of.end() if of else 0)
        if of is None or not any(
            0 <= f.mention.start - at <= _NEAR for f in s.found if f.kind in ("effect", "gene")
        ):
            return True
    return False


_GAINED = ("gain", "gains", "fall", "improvement", "improvements")
_IN_OUTCOME = lazily(r" in (?!vivo|vitro|mice|rats|animals|the |both|all|treated)")
_OF_LOSS = lazily(OF_LOSS)
_NEAR = 12
"""Characters behind "the fall of" within which the outcome begins that is meant."""
_BUT_NOT = lazily(
    r",? (?:but|yet|while|whereas|though|although) (?:[\w-]+ ){0,3}?(?:had|has|exerted|showed) "
    r"(?:no|little) (?:\w+ )?(?:influence|effect|impact|bearing)\b"
)


def _spared(s: Sentence) -> set[str]:
    """What a loss is said to leave alone: "abolished X but had no influence on Y"."""
    text = words(s)
    met = _BUT_NOT.search(text)
    if met is None or not _UNDONE.search(text[: met.start()]):
        return set()
    at = s.start + met.end()
    return {f.mention.label for f in s.found if f.mention.start >= at}



def _made_to_carry(s: Sentence, f: Found, text: str) -> bool:
    """Whether the vesicles are said to be made to carry a molecule, not only to lack it."""
    at, end = f.mention.start - s.start, f.mention.end - s.start
    before, behind = text[max(0, at - 50) : at], text[end : end + 30]
    if f.facts.get("role") == "loss" or _TAKEN_AWAY.search(before + behind):
        return False
    if _NAMED_FOR.search(before) or _ENGINEERED_FOR.match(behind):
        return True
    return _ENGINEERED.search(before) is not None
