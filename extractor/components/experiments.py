"""What an experimenter did to a gene product, and what vesicles are found to hold: neither is a
result of the vesicles.
"""

from __future__ import annotations

import re

from extractor.components.arms import acting
from extractor.components.assertions import Assertion
from extractor.components.discourse import Sentence
from extractor.components.lazily import lazily
from extractor.components.losses import words

_TOOL = lazily(
    r"^(?:,? ?\w+){0,2},? (?:with|by|using|via|by means of) (?:an? |its |the |specific |\w+[- ]|"
    r"specific \w+[- ]){0,2}(?:siRNAs?|shRNAs?|inhibitors?|antagonists?|CRISPR|plasmids?|"
    r"lentivir\w+|antibod(?:y|ies)|antisense|[A-Z]{1,4}-?\d{3,}\b)"
)
_IN_DONORS = lazily(
    r"^(?: ?[\w-]+){0,2} (?:in|from|within) (?:the |these |their |our )?(?:(?:donors?|"
    r"parent(?:al)?|producer|source|secreting|stem|stromal|releasing) (?:cells|MSCs|BMSCs|ADSCs)|"
    r"donors\b|"
    r"[\w-]*MSCs\b)"
)
_BY_HAND = frozenset(
    "silence neutralize neutralise delete deplete ablate block inhibit antagonize antagonise "
    "suppress deactivate".split()
)
_KNOCKS = ("knock down", "knock out", "silence", "delete", "deplete", "remove")
_OWING = frozenset("owing because due following thanks reflecting through via after".split())
_WHEN = lazily(
    r"\b(?:when|once|if|after|where|unless) (?:the )?(?:[\w-]+ ){0,3}$"
)
_ENDED = lazily(
    r"\b(?:lost|disappear\w*|abolish\w*|vanish\w*|no longer|gone|absent|blunted|weaker|revers\w*|"
    r"ceased|abrogated|negated|not (?:seen|found|observed|present)|"
    r"did not (?:occur|appear)|cancell?ed|failed|unable|weakened|impaired)\b"
)
_PUT_IN = frozenset("re-express overexpress restore reinstate reintroduce raise activate".split())
_IN_WHICH = lazily(
    r"\b(?:cells|neurons|macrophages|fibroblasts|chondrocytes|cardiomyocytes|mice|rats|animals|"
    r"\w+(?:cytes|blasts|clasts|phages)|cultures|lines?) in which (?:the )?(?:\w+ )?$"
)
_TAKING = lazily(
    r"(?:^|[,;:] (?:and |but |while |whereas )?)(?:(?:in contrast|conversely|moreover|finally|"
    r"furthermore|however|in turn|likewise), )?(?:the )?(?:\w+ly )?"
    r"(?:immuno)?(?:neutrali[sz]ation|neutrali[sz]ing|silencing|knock-?down|knock-?out|depletion|"
    r"depleting|deletion|ablation|blockade|blocking|inhibition|removal|loss|suppression|"
    r"interference with) (?:of )?(?:the )?(?:\w+ )?$"
)
_UNDOES = lazily(
    r"^[^.;]{0,70}?\b(?:abolish|abrogat|revers|negat|counteract|blunt|cancel|nullif|offset|annul|"
    r"eliminat|attenuat|weaken|diminish|impair|reduc|lessen|prevent|block|remov|"
    r"took away|takes away|undid|undo)\w*\b[^.;]{0,60}?\b(?:effects?|benefits?|protections?|"
    r"actions?|advantages?|improvements?|activity|efficacy|potency|gains?|influence)\b"
)
_WE = frozenset("we they authors investigators team group".split())


def by_experimenter(s: Sentence, x: Assertion) -> bool:
    """Whether the change of a gene is what the experimenter did: "PTEN was knocked down with
    siRNA", "AKT was blocked by LY294002", "HGF was silenced in the donor cells", "neutralization
    of TSG-6 abolished the benefit".
    """
    u = s.row[x.at]
    if x.found.kind != "gene":
        return False
    tokens = s.analysis.tokens
    start, end = tokens.starts[s.first], tokens.ends[s.last - 1]
    if u.voice == "noun" and u.last <= x.found.first and u.sign == "-":
        before = tokens.text[start : tokens.starts[x.found.first]].lower()
        behind = tokens.text[tokens.ends[x.found.last - 1] : end].lower()
        acts = any(x.found.last <= v.first <= x.found.last + 5 for v in s.of("vesicle"))
        return bool(not acts and _TAKING.search(before) and _UNDOES.match(behind))
    behind = tokens.text[tokens.ends[max(u.last, x.found.last) - 1] : end]
    if u.voice == "right" and u.lemma in _BY_HAND and u.first <= x.found.first:
        doers = {v.key for v in s.row[max(0, x.at - 6) : x.at]}
        return bool(_WE & doers) and bool(_IN_DONORS.match(behind) or _TOOL.match(behind))
    owing = any(v.key in _OWING for v in s.row[max(0, x.at - 8) : x.at + 1])
    if owing and _IN_DONORS.match(behind):
        return True  # "owing to HIF-1α activation in the donors"
    knocked = u.lemma in _KNOCKS or u.lemma in _BY_HAND
    if u.voice == "left" and knocked and _WHEN.search(
        tokens.text[start : tokens.starts[x.found.first]].lower()
    ) and _ENDED.search(tokens.text[start:end].lower()):
        return True  # "the effect was lost when X was knocked down"
    if u.voice != "left" or u.last >= s.last:
        return False
    behind = tokens.text[tokens.ends[u.last - 1] : end]
    if _IN_WHICH.search(tokens.text[start : tokens.starts[x.found.first]].lower()) and (
        u.lemma in _BY_HAND or u.lemma in _PUT_IN
    ):
        return True  # "cells in which X had been re-expressed died"
    return bool(
        _TOOL.match(behind) or (u.lemma in _BY_HAND and _IN_DONORS.match(behind))
    )


_VESICLES = (
    r"(?:[\w-]*exosomes?|[\w-]*\bexos?|[\w-]*\bs?EVs?(?:-\w+)?|(?:micro|nano)?vesicles?|MVs)"
)
_COMPARES = (
    r"(?:more|less|fewer|higher|lower|greater|larger|increased|elevated|smaller|enriched|enhanced)\b"
)
_HOLDS = (
    r"(?:contain(?:s|ed|ing)?|carr(?:y|ies|ied|ying)|harbou?r(?:s|ed|ing)?|hold|holds|held|"
    r"pack(?:s|ed)|transport(?:s|ed)|(?:had|have|has|showed|show|displayed|exhibited|possessed|bore)"
    rf"(?= (?:\w+ly |far |much )?{_COMPARES}))"
)
_NOT_GIVEN = (
    r"(?:(?!(?:given|with|to|receiving|received|after|by|in|injected|exposed|treated|of|took|taken|"
    r"fed|under|for|on|upon)\b)[\w/+-]+ )"
)
_MORE_OF = lazily(
    rf"(?:^|[,;:] |\b(?:and|but|that|whereas|while) ){_NOT_GIVEN}{{0,3}}?{_VESICLES}"
    r"(?: (?:of|from|released by|secreted by|shed by|derived from|obtained from|produced by|"
    rf"they shed)(?: [\w/+-]+){{1,6}}?)?(?: [\w-]+ly| also| both| thus)? {_HOLDS}"
    rf" (?:[\w./-]+ ){{0,4}}?{_COMPARES}[^.;:]{{0,45}}$",
    re.I,
)
"""Vesicles as what holds more of it: "exosomes of primed cells contained more X"."""
_IN_THEM = lazily(
    r"^(?: [\w-]+)? (?:contents?|load(?:ing)?|cargo|concentrations?|levels?|amounts?|abundance) "
    rf"(?:of|in|inside|within) (?:the |these |their |its )?(?:\w+ )?{_VESICLES}\b(?!-?treated)",
    re.I,
)
_RICHER = lazily(
    rf"\b{_VESICLES} (?:\w+ly |much |far )?(?:richer|poorer) (?:in|by) (?:\w+ )?$", re.I
)


_RICHER_NEAR = 60
"""Characters before a name within which "richer in" may stand: it closes with one word more."""
_HOLDING = lazily(
    r"contain|carr|harbo|hold|held|pack|transport|had|have|has|show|display|exhibit|possess|bore",
    re.I,
)
"""A cheap sign that something may be said to hold more."""


def held(s: Sentence, x: Assertion) -> bool:
    """Whether more or less of a gene product is what vesicles hold: "exosomes of primed cells
    contained more TSG-6", "priming raised the HSP70 content of the vesicles".
    """
    if not x.sign:
        return False
    tokens = s.analysis.tokens
    start, end = tokens.starts[s.first], tokens.ends[s.last - 1]
    before = tokens.text[start : tokens.starts[x.found.first]]
    if _IN_THEM.match(tokens.text[tokens.ends[x.found.last - 1] : end]):
        return True
    near = before[-_RICHER_NEAR:].lower()
    if ("richer" in near or "poorer" in near) and _RICHER.search(before):
        return True
    told = s.row[x.at].voice == "attribute" and _HOLDING.search(before) is not None
    return told and _MORE_OF.search(before) is not None


_WAS_LOST = lazily(
    r"^(?: (?:action|effect|activity|propert(?:y|ies)|potential|capacity|benefit)s?\b)?"
    r"[^.;,]{0,50}?\b(?:(?:was|were|had been|is) (?:\w+ly |then )?(?:lost|gone|absent|"
    r"abolished|missing)|disappeared|vanished)\b"
)
_OF_VESICLES = lazily(
    r"^ (?:and [\w-]+ )?(?:effects?|actions?|activity|propert(?:y|ies)|potential|capacity|"
    r"functions?) of (?:the |these )?(?:[\w-]+?[- ]){0,3}?"
    r"(?:exos?|exosomes|s?evs|vesicles|exosomal)\b"
)
UNDONE_BY = frozenset(
    "abolish abrogate reverse blunt negate cancel counteract eliminate weaken nullify neutralize "
    "neutralise impair compromise offset erase annul undo".split()
)


_DEED = lazily(r"^ (?:effects?|actions?|activit(?:y|ies)|propert(?:y|ies)|influence)\b")


def effect_lost(s: Sentence, x: Assertion) -> bool:
    """Whether an effect named for what it does is said to be lost, which makes it the vesicles'
    own: "the anti-inflammatory action was lost", "abolished the anti-fibrotic effect of the EVs".
    """
    behind = words(s)[x.found.mention.end - s.start :]
    deed = x.found.valence == "good" and _DEED.match(behind)  # "the neuroprotective effect"
    if not x.found.facts.get("prefixed") and not deed:
        return False
    undone = s.row[x.at].lemma in UNDONE_BY and _OF_VESICLES.match(behind)
    return bool(undone or _WAS_LOST.match(behind))


_CHANGE = lazily(
    r"\b(?:(?P<up>increases?|rise|elevation|gain|upregulation|up-regulation|induction|enhancement)|"
    r"decreases?|reductions?|fall|drop|decline|downregulation|down-regulation|suppression|"
    r"inhibition|attenuation|lowering) (?:of|in) (?:the |both )?(?:(?:levels?|expression|number|"
    r"amount|density|rate|activity) of )?(?:the )?$"
)
_NO_MORE = lazily(
    r"^(?: (?:levels?|expression|mRNA|protein|activity))?(?: (?!and |but |with the )[^.;,]{0,70}?)?"
    r" (?:(?:was|were|is|are) (?:\w+ly |then )?(?:absent|lost|abolished|abrogated|blunted|weakened|"
    r"weaker|smaller|missing|gone|eliminated|attenuated|diminished|reversed|cancelled|nullified|"
    r"negated|less (?:marked|pronounced)|(?:not|no longer|hardly) (?:seen|observed|found|achieved|"
    r"obtained|detected|present|evident|noted|reproduced))|disappeared|vanished|(?:did not|failed "
    r"to) (?:occur|appear))\b"
)


def change_lost(s: Sentence, x: Assertion) -> int:
    """Which way an outcome went of which a noun tells a change that is no more where the miRNA is
    lacking, else 0: "the rise of X seen with A was absent with the inhibitor".
    """
    text, f = words(s), x.found
    change = _CHANGE.search(text[: f.mention.start - s.start])
    if change is None or _NO_MORE.match(text[f.mention.end - s.start :]) is None:
        return 0
    sign = 1 if change["up"] else -1
    return -sign if f.facts.get("inverse") else sign


_ACTED_ON = lazily(r"\b(?:effects?|benefits?|actions?) (?:up)?on\b")


def benefit_on(s: Sentence, x: Assertion) -> int:
    """Which way a benefit went that a verb of less took away in a list: "blunted the effects on GFR
    and inflammation"; 0 if none is told.
    """
    verb, f = s.row[x.at], x.found
    if verb.voice != "right" or verb.sign != "-" or f.entry is None or verb.last > f.first:
        return 0
    tokens = s.analysis.tokens
    between = tokens.text[tokens.ends[verb.last - 1] : tokens.starts[f.first]].lower()
    if not _ACTED_ON.search(between):
        return 0
    sign = {"good": 1, "harm": -1}.get(str(f.entry.facts.get("valence")), 0)
    return -sign if f.facts.get("inverse") else sign


_MANIPULATES = lazily(
    r"^(?:(?:and|but|while|whereas|in contrast|moreover|furthermore|similarly|likewise|conversely|"
    r"in turn|in addition|additionally|consistently|accordingly|also),? )*(?:the )?(?:\w+ly |"
    r"genetic |pharmacological |forced |ectopic )?(?:knock-?down|silencing|over-?expression|"
    r"depletion|deletion|ablation|knock-?out|sirnas?|shrnas?|blockade) "
    r"(?:of|against|targeting|to|for) (?:the )?(?:\w+ )?$"
)
_MANIPULATED = lazily(
    r"^(?:[- ](?:knock-?down|silencing|over-?expression|depletion|deletion|knock-?out|ablation|"
    r"sirnas?|shrnas?|blockade|overexpressing cells|deficiency))\b"
)


def manipulated(s: Sentence, x: Assertion) -> bool:
    """Whether a target that was silenced or overexpressed is what acts, with no vesicles, miRNA or
    cargo in the sentence: "knockdown of PTEN reduced apoptosis" confirms and states nothing new.
    """
    if s.row[x.at].voice != "right":
        return False
    tokens = s.analysis.tokens
    clause = [u for u, c in zip(s.row, s.clauses, strict=True) if c == s.clauses[x.at]]
    first = clause[0].first if clause else s.first
    first += tokens.keys[first] in (",", "and", "while", "whereas")
    acting = [f for k in ("vesicle", "mirna", "cargo") for f in s.of(k)]
    if any(f.first >= first or first == s.first for f in acting):
        return False
    start, end = tokens.starts[first], tokens.ends[s.last - 1]
    for g in s.of("gene"):
        if g is x.found or not first <= g.first <= s.row[x.at].first:
            continue
        before = tokens.text[start : tokens.starts[g.first]].lower()
        behind = tokens.text[tokens.ends[g.last - 1] : end].lower()
        if _MANIPULATES.match(before) or (len(before) < 30 and _MANIPULATED.match(behind)):
            return True
    return False


_KNOWN = lazily(
    r"\b(?:is|are) (?:\w+ )?(?:required|essential|necessary|needed|crucial|indispensable|critical|"
    r"important) (?:for|to|in)\b"
)
_ENRICHED = lazily(
    r"\b(?:go|kegg|gene ontology|rna-?seq\w*|sequencing|transcriptom\w+|proteom\w+|enrichment|"
    r"bioinformatic\w*|pathway analysis)\b[^.;]{0,120}\b(?:enriched|over-?represented|involved in|"
    r"related to|associated with)\b"
)


def general(s: Sentence) -> bool:
    """Whether a sentence tells what is known or only annotated: "angiogenesis is required
    for healing", "sequencing showed that genes related to apoptosis were enriched".
    """
    text = words(s)
    return bool(_KNOWN.search(text) or _ENRICHED.search(text))


_DOES = lazily(
    r"^[- ](?:promoting|enhancing|inducing|stimulating|increasing|boosting|supporting|suppressing|"
    r"inhibiting|lowering|reducing|limiting|blocking) (?:actions?|effects?|activity|activities|"
    r"capacity|functions?|propert(?:y|ies)|influence|potential)\b"
)
_TAKES = frozenset(
    "abolish abrogate reverse blunt block negate cancel counteract eliminate weaken attenuate "
    "reduce suppress diminish inhibit prevent nullify annul undo impair compromise lose lost "
    "remove neutralize neutralise".split()
)


def action_undone(s: Sentence, x: Assertion) -> bool:
    """Whether what is undone is an action named for its outcome, which is no new result: "AMPCP
    annulled the migration-promoting action".
    """
    at = s.row[x.at].first
    acts = any(f.first < at for k in ("vesicle", "mirna", "source") for f in s.of(k))
    if acts or s.row[x.at].lemma not in _TAKES:
        return False
    return _DOES.match(words(s)[x.found.mention.end - s.start :]) is not None


_ENDS_EFFECT = frozenset(
    "abolish abrogate reverse blunt block negate cancel counteract eliminate weaken attenuate "
    "reduce suppress diminish inhibit prevent nullify neutralize neutralise impair compromise "
    "lose".split()
)


def effect_undone(s: Sentence, x: Assertion) -> bool:
    """Whether a drug or an antibody, not the vesicles, undoes an effect of the vesicles ("the
    pro-angiogenic effect was abolished by LY294002"): the effect is theirs.
    """
    unit = s.row[x.at]
    return (
        bool(x.found.facts.get("prefixed"))
        and unit.lemma in _ENDS_EFFECT
        and unit.voice in ("left", "right")
        and acting(s, x) is None
    )


def benefit_ended(s: Sentence, x: Assertion) -> bool:
    """Whether a benefit that no vesicles are named for has ended: "with B in excess, scarring was
    no longer prevented". It is theirs: something took it from them.
    """
    if not x.at > 1 or s.row[x.at].voice != "left" or s.row[x.at - 1].key != "longer":
        return False
    valence = x.found.entry.facts.get("valence") if x.found.entry is not None else ""
    harmed = (valence == "harm" and x.sign > 0) or (valence == "good" and x.sign < 0)
    return harmed and s.row[x.at - 2].key == "no" and acting(s, x) is None
