"""What a sentence tells that is no result of the vesicles: the model, untreated animals, genes'
known roles, correlations in cohorts, plans.
"""

from __future__ import annotations

import re
from itertools import pairwise

from extractor.components.assertions import Assertion
from extractor.components.comparisons import NUMBERS, TURNED
from extractor.components.discourse import Sentence
from extractor.components.found import Found
from extractor.components.losses import words
from extractor.components.words import holds

_CORRELATES = re.compile(
    r"\b(?:high|higher|low|lower|elevated|reduced|increased|decreased|plasma|serum|circulating|"
    r"expression|upregulated|downregulated|overexpressed|levels?)\b[^.;]{0,80}\b"
    r"(?:(?:was|were|is|are) (?:\w+ )?(?:associated|correlated) with|(?:positively |negatively |"
    r"inversely )?correlated? with|predict(?:s|ed)|portend(?:s|ed)|related to)\b"
)


_RELATED = ("correlate", "associated with", "predict", "portend", "related to")
_COHORT = re.compile(
    r"\b(?:patients?|cohort|prognosis|recurrence|stage|grade|clinical|hazard|hr\b|tissues|tcga|"
    r"(?:poor|poorer|short|shorter|overall|worse|reduced) (?:overall )?survival|"
    r"samples|specimens|biopsies|r = )"
)


def correlates(s: Sentence) -> bool:
    """Whether levels in patients are only set beside each other or beside an outcome."""
    text = words(s)
    return holds(text, _RELATED) and bool(
        _CORRELATES.search(text) and _COHORT.search(text)
    ) and not s.of("source")


def after_injury(s: Sentence, x: Assertion) -> bool:
    """Whether a change is told of the injury: "was lower after ventilation", no vesicle near."""
    trigger = s.row[x.at]
    keys = s.analysis.tokens.keys
    if trigger.voice != "left" or keys[trigger.last : trigger.last + 1] not in (
        ["after"], ["following"], ["upon"], ["with"]
    ):  # fmt: skip
        return False
    return any(f.kind == "disease" and 0 < f.first - trigger.last <= 4 for f in s.found)


def before_treatment(s: Sentence, x: Assertion) -> bool:
    """Whether a change is told of the animals before: "rats whose pressure had been raised"."""
    at = s.row[x.at].first
    keys = s.analysis.tokens.keys[max(s.first, at - 10) : at]
    if "had" not in keys or s.row[x.at].voice != "left":
        return False
    had = len(keys) - 1 - keys[::-1].index("had")
    return "been" in keys[had:] and "whose" in keys[:had]


_PUT_RIGHT = re.compile(
    r"(?:,|;) (?:which|and|but|an? \w+ (?:that|which)|(?:and |but )?(?:this|that)) "
    r"(?P<who>[^,;.]{0,60}?)\b(?:put right|set right|made good|corrected|undid|reversed|reverted|"
    r"prevented|abolished|averted|remedied|abrogated|counteracted|offset|undone)\b"
    r"(?: (?:this|it|them|that))?(?P<by> by [^,;.]{0,60})?\s*(?:$|[,.;])"
)
_TREATS = re.compile(r"exo(?:some)?s?\b|\bs?evs?\b|vesicle|treatment|\bmir|\bthey\b|both")


def put_right(s: Sentence, x: Assertion) -> bool:
    """Whether the harm that a clause tells is undone in the next one: "corticosterone had halved
    viability, which the exosomes put right".
    """
    at = s.row[x.at].first
    keys = s.analysis.tokens.keys[max(s.first, at - 4) : at]
    if "had" not in keys and s.row[x.at].voice != "right":
        return False
    text = words(s)
    met = _PUT_RIGHT.search(text, x.found.mention.end - s.start)
    tokens = s.analysis.tokens
    if met is not None and tokens.starts[at] + s.analysis.offset - s.start > met.start():
        return False  # read so already
    told = met is not None and _TREATS.search(met["who"] + (met["by"] or ""))
    return bool(told) and not _TREATS.search(text[: met.start()] if met is not None else "")


def names_vesicles(s: Sentence, f: Found) -> bool:
    """Whether a gene only stands in the name of vesicles ("IL-1β-EVs", "IFNγ-Exo")."""
    keys, vesicles = s.analysis.tokens.keys, s.of("vesicle")
    if f.kind != "gene":
        return False
    tied = keys[f.last : f.last + 1] == ["-"] and any(v.first == f.last + 1 for v in vesicles)
    return tied or any(v.first <= f.first and f.last < v.last for v in vesicles)


_PLANS = frozenset(
    "target targets strategy strategies approach approaches option options candidate candidates "
    "means avenue avenues tool tools way ways therapy therapies opportunity".split()
)


_USES = frozenset("prevention treatment therapy management control repair".split())


_MIGHT_SERVE = re.compile(
    r"\b(?:could|may|might|can|should|will) (?:\w+ )?be (?:\w+ )?(?:used|applied|employed|"
    r"exploited|harnessed|utili[sz]ed|designed|engineered) (?:\w+ ){0,3}?(?:to|for|in)\b"
)


def proposed(s: Sentence, x: Assertion) -> bool:
    """Whether a change is only what something might serve for: "a target to overcome X"."""
    keys = s.analysis.tokens.keys
    at = s.row[x.at].first
    if keys[at - 1 : at] == ["to"] and _PLANS & set(keys[max(s.first, at - 3) : at]):
        return True
    before = keys[max(s.first, at - 8) : at]
    if "be" in before and _MIGHT_SERVE.search(" ".join(before)):
        return True
    first = x.found.first
    near = keys[max(s.first, first - 5) : first]  # "a strategy for the prevention of X"
    return "for" in near and bool(_USES & set(near)) and bool(
        _PLANS & set(keys[max(s.first, first - 8) : first])
    )


_CLASSES = tuple("cytokines proteins genes factors mediators chemokines enzymes markers".split())


_MEASURES = ("indices", "indexes", "parameters", "indicators")
_NAMING = frozenset("such as including like e . g , ( : namely i protein proteins".split())


def class_of_named(s: Sentence, f: Found) -> bool:
    """Whether a class ("pro-inflammatory cytokines") is followed by its members: those are targets,
    the class is no effect of its own.
    """
    keys = s.analysis.tokens.keys
    at = f.last + (keys[f.last : f.last + 1] != ["such"])
    behind = keys[at - 1 : at + 2]
    if f.kind == "effect" and behind[1:] == ["such", "as"] and behind[0] in _MEASURES:
        return any(at < g.first <= at + 5 for g in s.of("effect"))
    if f.kind != "effect":
        return False
    whole = f.mention.text.lower().endswith(_CLASSES)  # "tight junction proteins ZO-1 and occludin"
    if not (whole or f.mention.label.endswith(_CLASSES)):
        return False
    following = next((g for g in s.found if g.first >= f.last), None)
    if following is None or following.kind != "gene":
        return False
    between = s.analysis.tokens.keys[f.last : following.first]
    return len(between) <= 5 and all(k in _NAMING for k in between)


_AFTER_INJURY = re.compile(
    r"^(?:after|following|upon|during) (?:the )?(?:injury|ligation|surgery|infarction|ischemia|"
    r"ischaemia|stroke|reperfusion|induction|challenge|transection|contusion|occlusion|irradiation|"
    r"operation|insult|t?mcao|uuo|clp|ogd|lps|cisplatin|doxorubicin|bleomycin|streptozotocin|"
    r"lesioning|crush|amputation|ovariectomy|infection)(?: of (?:the )?\w+(?: \w+)?)?, "
    r"(?!.*\b(?:treated|treatment|exo\w*|given|receiv\w+)\b)[^;]*$",
    re.I,
)
_NO_OUTCOME = (
    r"(?! (?:cavity|cavities|volume|size|area|scores?|grade|index|length|depth|width|extent|burden|"
    r"load|severity|border|edge|rim|core|number|count|"
    r"(?:was|were) (?!accompanied|followed|associated|induced|characteri)))"
)
"""What makes an outcome of a harm: "the lesion volume", "the injury was milder"."""
_DOES = (
    r"(?:\w+ly )?(?:(?:induc|caus|rais|trigger|led|lead|impair|activat|upregul|downregul|kill|"
    r"damag|evok|provok|elicit|enhanc|promot|depress)\w*|(?:reduc|lower|increas|decreas|inhibit|"
    r"suppress)(?:es|s|ed) (?!by\b|in\b|after\b|with\b|at\b|and\b|upon\b))"
)
_MODEL_SUBJECT = re.compile(
    r"^(?:in (?:the|this) model,? )?(?:this treatment\b|(?:this|the|such) (?:injury|challenge|"
    r"exposure|insult|stimulus|stress|model|lesion|operation|surgery|diet|ligation|toxin|damage|"
    rf"condition)s?{_NO_OUTCOME})\b|^oxidative stress {_DOES}|^(?:high glucose|hypoxia|"
    r"(?:untreated|model|injured|diabetic|diseased) (?:animals|mice|rats|group|cells))\b|"
    r"^[^.;,]{3,70}? (?:\([^()]*\) )?(?:cultured|kept|exposed|grown|incubated|challenged|"
    r"maintained|stimulated|placed) (?:in|with|to|under|at|by) (?:the )?"
    r"(?:\d+ ?mm (?:d-)?glucose|high glucose|\d+ ?% oxygen|hypoxi\w+|hyperoxia|lps|"
    r"lipopolysaccharide|tnf|il-1|tgf|h2o2|hydrogen peroxide|"
    r"palmit\w+|glutamate|oxygen|serum of|sera of|high phosphate|ox-?ldl|a?β|cigarette smoke)",
    re.I,
)


def states_model(s: Sentence) -> bool:
    """Whether the sentence tells what the injury or its inducer did before any treatment."""
    if any(x.trigger == TURNED for x in s.assertions):
        return False
    text = words(s)
    if _MODEL_SUBJECT.match(text) or _AFTER_INJURY.match(text):
        return True
    first = s.row[0].found if s.row else None
    return bool(
        first is not None
        and first.kind == "disease"
        and s.assertions
        and s.row[s.assertions[0].at].voice == "right"
    )


_FEARED = re.compile(
    r"\b(?:concerns?|fears?|worry|worries) (?:(?:has|have) been |was |were )?"
    r"(?:raised |expressed |remain |exist )?that\b"
)


_FEARS = ("concern", "fear", "worr")


def asks(s: Sentence) -> bool:
    """Whether the sentence only asks or fears: "Can the exosomes reduce fibrosis?", or is the
    title of a study that has not been done.
    """
    tokens = s.analysis.tokens
    planned = s.block.kind == "title" and "protocol" in tokens.keys[s.first : s.last]
    text = words(s)
    feared = holds(text, _FEARS) and _FEARED.search(text) is not None
    return planned or tokens.keys[s.last - 1] == "?" or feared


_UNTESTED = re.compile(
    r"\b(?:was|were|has been|have been|had been|been) (?:unfortunately |however |therefore )?not "
    r"(?:\w+ly )?(?:yet )?(?:measured|assessed|examined|tested|evaluated|quantified|analy[sz]ed|"
    r"monitored|investigated|studied|addressed|determined|recorded|included|performed)"
    r"(?! (?:to|by (?:the )?(?:exosomes|vesicles|s?evs|treatment)))\b"
    r"|\b(?:was|were) (?:looked for|sought)\b"
)


def untested(s: Sentence, x: Assertion) -> bool:
    """Whether an outcome is only said not to have been looked at: "ALT was not measured"."""
    bare = x.found.kind == "gene" and not x.sign and not x.unchanged  # "acts on X but was not …"
    return (x.negated or bare) and _told_next(s, x, _UNTESTED)


_TOO_FEW = re.compile(
    r"\btoo (?:rare|few|scarce|sparse|small|variable|low|infrequent|faint)\b[^,;:]{0,50}? "
    r"(?:to be (?:\w+ly )?(?:analy[sz]ed|compared|assessed|evaluated|counted|tested|quantified|"
    r"scored|judged|interpreted)|for (?:an? |any )?(?:\w+ )?(?:analysis|comparison|"
    r"assessment|evaluation|quantification|statistics|test)\b)"
)


def too_few(s: Sentence, x: Assertion) -> bool:
    """Whether an outcome was too seldom to be judged: "nodules were too rare to be analysed"."""
    return "too " in words(s) and _told_next(s, x, _TOO_FEW)


def _told_next(s: Sentence, x: Assertion, pattern: re.Pattern[str]) -> bool:
    """Whether words that a pattern finds are told of the outcome, with no comma between."""
    text = words(s)
    at = x.found.mention.start - s.start
    met = pattern.search(text, at)
    return met is not None and not re.search(r"[,;:]", text[at : met.start()])


_LITTLE_STUDIED = re.compile(
    r"^(?: \w+){0,3}? (?:(?:has|have) been|is|are|was|were|remains?) (?:far |much |even |still )?"
    r"(?:less|more|better) (?:\w+ )?(?:covered|studied|investigated|explored|understood|known|"
    r"examined|documented|characteri[sz]ed|established|researched|represented)\b"
)


_RESEARCH_RARE = re.compile(
    r"^(?:[a-z]+, )?(?:the |our |such )?(?:work|data|evidence|studies|research|reports|"
    r"literature|information|papers|experience|publications) (?:\w+ )?"
    r"(?:on|in|about|for|regarding) [^.;,]{3,60}? (?:is|are|was|were|remains?) (?:\w+ )?"
    r"(?:rarer?|scarcer?|fewer|few|scant|scanty|sparse|thin|thinner|limited|lacking|absent|less|"
    r"weaker|poorer)\b"
)


def little_studied(s: Sentence, x: Assertion) -> bool:
    """Whether it is only told how well a thing is known: "X has been less well studied", "data on X
    are scarce".
    """
    text = words(s)
    return bool(
        _LITTLE_STUDIED.match(text[x.found.mention.end - s.start :]) or _RESEARCH_RARE.match(text)
    )


_ENDPOINTS = re.compile(
    r"^(?:the |our )?(?:(?:co-?)?primary|(?:key )?secondary|exploratory|main|other|further)"
    r"(?: (?:and|or) \w+)?(?: \w+)? "
    r"(?:outcomes?|end-? ?points?)(?: (?:measures?|variables?|parameters?))? "
    r"(?:is|are|will be|were|was|include[sd]?|comprise[sd]?|consist(?:s|ed)? of|will include|"
    r"will comprise)\b(?! (?:\w+ )?(?:met|reached|achieved|attained|improved|reduced|lower|higher|"
    r"better|increased|decreased|un\w+ed|not))"
)


def lists_endpoints(s: Sentence) -> bool:
    """Whether a trial only names what it measures: "secondary outcomes are FEV1 and IL-8"."""
    return bool(_ENDPOINTS.match(words(s)))


def property_of_gene(s: Sentence, x: Assertion) -> bool:
    """Whether a gene's known role is told ("ZEB2, a factor driving EMT"), not a result."""
    unit = s.row[x.at]
    if unit.chosen is None or unit.chosen.form not in ("base", "s", "ing") or unit.voice != "right":
        return False
    if unit.chosen.form == "ing" and s.row[x.at - 1].key in ("and", "or") and any(
        u.key in ("by", "through", "via") and v.chosen is not None and v.chosen.form == "ing"
        for u, v in pairwise(s.row[: x.at])
    ):
        return False  # "it fell by suppressing X and activating Y"
    if unit.chosen.form == "ing" and "," in (s.row[x.at - 1].key, s.row[x.at - 2].key) and any(
        u.voice == "left" and u.sign in ("+", "-", ">") for u in s.row[: x.at]
    ):
        return False  # "X was repressed, leading to activation of Y"
    left = [u.found for u in s.row[: x.at] if u.found is not None]
    known = left and left[0].kind == "gene" and {f.kind for f in left} <= {"gene", "disease"}
    return bool(left) and bool(left[-1].kind == "gene" or known) and not s.has("anaphor")


_UNTREATED = re.compile(
    r"^(?:(?!than\b|with\b|to\b|versus\b|vs\b|from\b|like\b|compared\b)[\w%.-]+,? ){0,5}?"
    r"(?:in|of|by) (?:the |all )?(?:vehicle|model|untreated|control|saline|pbs|"
    r"placebo|mock|(?P<ill>injured|diseased|diabetic))(?:[- ](?:treated|injected|only))? "
    r"(?:group|mice|rats|animals|cells|arm|side|hearts|kidneys|livers|tissues?|controls)\b"
)


_OF_UNTREATED = re.compile(
    r"^\W{0,2}(?:\w+ ){0,2}?(?:of|in) (?:the )?(?:pbs|vehicle|saline|untreated|mock|placebo|sham|"
    r"control|model)(?:[- ](?:treated|injected|operated))? (?:\w+)\b"
)


_INTO_UNTREATED = re.compile(
    r"\b(?:in|into|of|from) (?:the )?(?:pbs|vehicle|saline|untreated|mock|placebo|control)"
    r"(?:[- ](?:treated|injected|only))? (?:[\w/-]+ ){0,2}"
    r"(?:mice|rats|animals|recipients|pups|pigs|controls) $"
)


_UNTREATED_HAS = re.compile(
    r"^(?:whereas |while |although |and |but )?(?:(?:compared|relative|in comparison) (?:with|to) "
    r"[^,;]{3,40}, )?(?:(?:the )?(?:vehicle|model|untreated|control|saline|pbs|placebo|mock)"
    r"(?:[- ](?:treated|injected|operated|only))? (?:group|mice|rats|animals|pigs|rabbits|cells|"
    r"controls)|(?:the |those )?(?:mice|rats|animals|pigs|rabbits|patients|wounds|eyes|joints|"
    r"those) (?:that (?:were |had )?)?(?:given|receiving|received|treated with|injected with) "
    r"(?:only )?(?:(?:pbs|vehicle|saline|placebo|buffer)|(?:the )?\w*(?:gel|fibrin|scaffold|"
    r"carrier|medium) "
    r"(?:alone|only)))\b[^,;]{0,40}?\b(?:had|showed|exhibited|displayed|developed|suffered|presented|"
    r"experienced|underwent)\b[^;]{0,60}$"
)
_UNTREATED_OPENS = re.compile(
    r"^(?:whereas |while |although )?(?:in|among) (?:the )?(?:pbs|vehicle|saline|untreated|mock|"
    r"placebo|sham|control|model)(?:[- ](?:treated|injected|operated|only))? "
    r"(?:group|mice|rats|animals|pigs|rabbits|cells|arm|controls)(?: \w+){0,4}(?:,(?! (?:but|and))|"
    r"(?! (?:and|but|or|than)\b)) [^,;]{0,60}$"
    r"|^(?:in|among) (?:the )?(?:\w+ )?(?:group|mice|rats|animals|pigs|rabbits|cells|patients) "
    r"(?:that (?:were |had )?)?(?:given|receiving|received|treated with|injected with|exposed to) "
    r"(?:only )?(?:pbs|vehicle|saline|placebo|medium|sham)(?: (?:alone|only))?, [^,;]*$"
)


def in_untreated(s: Sentence, x: Assertion) -> bool:
    """Whether a change is told of the untreated animals ("was impaired in the model group").

    Animals that are only said to be ill are the treated ones where the vesicles stand before them.
    """
    if x.trigger in (TURNED, NUMBERS):
        return False
    tokens = s.analysis.tokens
    end = s.row[x.at].last
    starts = [u.first for u, c in zip(s.row, s.clauses, strict=True) if c == s.clauses[x.at]]
    trigger = tokens.starts[s.row[x.at].first]
    for first in (s.first, min(starts, default=s.first)):
        opening = tokens.text[tokens.starts[first] : trigger].lower()
        vesicles = any(first <= v.first < s.row[x.at].first for v in s.of("vesicle"))
        led = tokens.text[tokens.starts[first] : tokens.ends[end - 1]].lower()
        if not vesicles and (_UNTREATED_OPENS.match(opening) or _UNTREATED_HAS.match(led)):
            return True
        if s.row[x.at].found is x.found and _INTO_UNTREATED.search(opening) and not vesicles:
            return True  # "hearts grafted into untreated recipients stopped beating"
    if s.row[x.at].voice == "left" and x.found.last <= s.row[x.at].first:
        between = [u.key for u in s.row[: x.at] if u.first >= x.found.last]  # asides are not in it
        if _OF_UNTREATED.match(" ".join([*between, ""]).replace(" - ", "-")):
            return True  # "the grade of PBS-treated discs rose"
    if end >= s.last or (vesicles and _undone(s, x)):
        return False
    rest = tokens.text[tokens.starts[end] : tokens.ends[s.last - 1]].lower()
    met = _UNTREATED.match(rest)
    if met is None:
        return False
    ill = met.start("ill")
    better = {"good": 1, "harm": -1}.get(x.found.valence, 0)
    if ill >= 0 and better and x.sign == better and not s.of("vesicle"):
        return False  # "lesion volume fell in diabetic mice": no injury does that
    at = tokens.starts[end] + ill
    return ill < 0 or all(tokens.starts[v.first] > at for v in s.of("vesicle"))


def _undone(s: Sentence, x: Assertion) -> bool:
    """Whether what vesicles do stands over the noun that tells of the untreated: "exosomes
    prevented the fall of X seen in untreated rats".
    """
    verb = s.row[x.at]
    return verb.voice == "right" and x.trigger != verb.lemma


_LOCAL = frozenset("in among for of after during following within".split())


_GIVEN = frozenset("after following upon with receiving given by".split())
_GIVEN_NEAR = 7


INSULTS = frozenset(
    "ischemia ischaemia hypoxia hyperoxia cisplatin doxorubicin injury surgery ligation occlusion "
    "ovariectomy diet irradiation radiation infection toxin streptozotocin stz bleomycin lps "
    "lipopolysaccharide monocrotaline infarction reperfusion challenge sensitization sensitisation "
    "ogd ethanol ccl4 dss tnbs mcao clp uuo cyclophosphamide busulfan paclitaxel noise burn trauma "
    "transection contusion crush caerulein cerulein gentamicin smoke immunization immunisation "
    "acetaminophen carrageenan pilocarpine kainate rotenone mptp glycerol adenine angiotensin "
    "isoproterenol imiquimod ovalbumin collagenase taurocholate methotrexate".split()
)
"""What makes the disease of a model, by names that stand for no disease themselves."""


def _insult_acts(s: Sentence, x: Assertion) -> bool:
    """Whether what harms is the subject of the clause: "Cisplatin raised the thresholds"."""
    clause = [u for u, c in zip(s.row[: x.at], s.clauses, strict=False) if c == s.clauses[x.at]]
    keys = [u.key or (u.found.mention.text.lower() if u.found else "") for u in clause]
    if not INSULTS & set(keys[:6]) or {"in", "after", "under", "with"} & set(keys[:3]):
        return False
    first = clause[0].first
    acts = (*s.of("vesicle"), *s.of("source"), *s.of("mirna"))
    return not any(first <= f.first < s.row[x.at].first for f in acts)


def told_of_model(s: Sentence, x: Assertion) -> bool:
    """Whether the subject of the assertion is what makes the disease, not what treats it."""
    subject = [u for u in s.row[: x.at] if u.found is not None or u.key]
    clause = [u for u, c in zip(s.row[: x.at], s.clauses, strict=False) if c == s.clauses[x.at]]
    named = [u.found for u in clause if u.found is not None]
    if s.row[x.at].voice != "right":
        return False
    if _insult_acts(s, x):
        return True
    if not named or not subject:
        return False
    vesicles = any(s.row[0].first <= v.first < s.row[x.at].first for v in s.of("vesicle"))
    keys = s.analysis.tokens.keys
    behind = [v.first for v in s.of("vesicle") if v.first > s.row[x.at].first]
    if any(_GIVEN & set(keys[max(s.first, v - _GIVEN_NEAR) : v]) for v in behind):
        return False  # "diabetic rats had fewer X after exosomes of BMSCs"
    if all(_LOCAL & set(keys[max(s.first, f.first - 2) : f.first]) for f in named):
        return False  # "in diabetic rats, injections lessened X": where it happened
    return (
        all(f.kind == "disease" for f in named)
        and not vesicles
        and not any(f.kind == "mirna" for f in s.found)
        and not s.has("anaphor")
    )


def known_of_disease(s: Sentence, x: Assertion) -> bool:
    """Whether a clause of its own tells what the disease does: "IL-6 is raised in colitis"."""
    unit = s.row[x.at]
    keys = s.analysis.tokens.keys
    if unit.voice != "left" or keys[unit.last : unit.last + 1] != ["in"]:
        return False
    if not {"is", "are"} & set(keys[max(s.first, unit.first - 3) : unit.first]):
        return False
    end = next((i for i in range(unit.last, s.last) if keys[i] in (",", ";")), s.last)
    sick = any(f.kind == "disease" and unit.last < f.first < min(end, unit.last + 4)
               for f in s.found)  # fmt: skip
    acts = s.of("vesicle") + s.of("mirna") + s.of("source")
    return sick and not any(f.first < end for f in acts)


def release_by_donors(s: Sentence, f: Found) -> bool:
    """Whether what is told is how much the cells release, not what their vesicles did."""
    return f.mention.label == "exosome release" and not any(
        v.last <= f.first for v in (*s.of("vesicle"), *s.of("mirna"))
    )


_PROCESS = re.compile(
    r"\b(?:generation|differentiation|formation|polari[sz]ation|number)s?\b", re.I
)


def only_named(x: Assertion) -> bool:
    """Whether a cell population is only named, with no change told of it."""
    m = x.found.mention
    cells = (m.id or "").startswith("CL:") or m.label.endswith(" cells")
    if _PROCESS.search(m.text):
        return False  # "modulated the generation of tip cells"
    return x.found.kind == "effect" and cells and not x.sign and not x.negated
