"""Studies to claims: which assertions count as results, and with which sign and miRNAs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractor import mirna
from extractor.components.arms import (
    CONTROL,
    MAIN,
    acting,
    arm_of,
    graded,
    main_arm,
    named_for_cargo,
)
from extractor.components.assertions import Assertion
from extractor.components.carriage import content
from extractor.components.discourse import Sentence, Study
from extractor.components.found import Found
from extractor.components.losses import (
    is_rescue,
    loss_scope,
    loss_tokens,
    lost_cargo,
    lost_mirnas,
    undone_by_drug,
    words,
)


@dataclass(slots=True)
class Claim:
    """One assertion that counts, with the sentence it stands in."""

    sentence: Sentence
    assertion: Assertion
    sign: int
    polarity: str
    mirnas: tuple[str, ...]
    loss: bool = False
    arm: str = MAIN
    """Whose vesicles it is about: those of the study, or another group's."""


_BACKGROUND = re.compile(
    r"background|introduction|objective|aims?\b|purpose|method|material|rationale|context|"
    r"hypothes|setting|design|significance",
    re.I,
)


_LABEL = re.compile(
    r"^(?:introduction|background(?: and (?:aims?|objectives?))?|aims?|objectives?|purpose|"
    r"rationale|context|(?:materials?|patients|design|subjects) and methods|"
    r"methods?(?: and materials?)?"
    r"|results?|(?:main )?findings|conclusions?|interpretation|discussion|significance)\s*[.:]?$",
    re.I,
)


_OPENS = re.compile(r"^(?P<label>[a-z][a-z ,&/-]{2,45}):\s")


def _inline_label(s: Sentence) -> str | None:
    """The label that a sentence is ("Findings.") or opens with ("Main results: …")."""
    text = words(s)
    if s.last - s.first <= 4 and _LABEL.match(text):
        return text
    opens = _OPENS.match(text)
    if opens is not None and re.search(r"\b(?:results?|findings|conclusions?)$", opens["label"]):
        return opens["label"]
    return None


def _is_background(label: str) -> bool:
    states = re.search("result|finding|conclusion", label, re.I)
    return bool(_BACKGROUND.search(label)) and not states


def section_is_background(s: Sentence) -> bool:
    """Whether the sentence stands under a label such as Background or Methods of an abstract."""
    section = s.block.section or ""
    return s.block.kind == "abstract" and _is_background(section)


def vesicular(s: Sentence) -> bool:
    """Whether vesicles, a miRNA or another carried RNA are in sight."""
    return bool(s.of("vesicle") or s.of("mirna") or s.of("cargo")) or any(
        k in CARRIED
        for k in s.keys()  # noqa: SIM118 - a method of ours, no mapping
    )


CARRIED = frozenset(
    "microrna micrornas mirna mirnas cargo nanovesicles envelopes mimic mimics antagomir".split()
)
"""Words that tell of carried RNAs or vesicles without naming one."""


def claims_of(study: Study) -> list[Claim]:
    """The assertions of a study that count as results."""
    out: list[Claim] = []
    begun = False
    last_set: tuple[str, ...] = ()
    model: list[
        Assertion
    ] = []  # what the disease or its inducer changed, for "these changes were reversed"
    label: str | None = None
    carried = {f.mention.text.casefold() for s in study.sentences for f in s.of("cargo")}
    for s in study.sentences:
        anaphor = s.has("anaphor")
        sees = vesicular(s)
        label = _inline_label(s) or label
        background = section_is_background(s) if label is None else _is_background(label)
        if background:
            begun = begun or bool(s.of("vesicle"))
            continue
        if not begun and not sees and not (study.anaphoric and anaphor):
            model.extend(x for x in s.assertions if x.sign and x.found.kind in ("gene", "effect"))
            continue
        begun = begun or (
            s.block.kind != "title" and (not study.own or bool(s.of("vesicle") or s.of("source")))
        )
        if not sees and (_states_model(s) or not begun):
            model.extend(x for x in s.assertions if x.sign and x.found.kind in ("gene", "effect"))
            continue
        if sees and model and not loss_tokens(s) and _CHANGES.search(words(s)):
            out.extend(Claim(s, x, -x.sign, "asserted", last_set) for x in model)
            model = []
        if is_rescue(s) or undone_by_drug(s) or _correlates(s):
            continue
        losses = loss_tokens(s)
        loss = bool(losses)
        lost = lost_mirnas(s) if loss else set()
        gone = lost_cargo(s) if loss else []
        aims = s.cues.get("aim", [])
        hedges = s.cues.get("hedge", [])
        for x in s.assertions:
            if x.found.kind in ("mirna", "cargo") or (
                x.found.entry is not None
                and x.found.entry.flags & {"vague", "readout", "assay", "generic"}
            ):
                continue
            if x.found.entry is not None and "marker" in x.found.entry.flags and not x.sign:
                continue
            if _class_of_named(s, x.found) or _proposed(s, x):
                continue
            at = x.found.first
            if any(a < at and a < s.row[x.at].first + 1 for a in aims):
                continue
            if not sees and any(f.last <= _unit_token(s, x) for f in s.of("source")):
                continue  # what the cells do is not what their vesicles do
            if (
                _told_of_model(s, x)
                or _in_untreated(s, x)
                or (not sees and _property_of_gene(s, x))
                or x.found in gone
                or _names_vesicles(s, x.found)
                or (not sees and _after_injury(s, x))
                or (loss and x.other_arm)  # "but not by vesicles that lacked the miRNA"
                or (x.found.kind == "gene" and content(s, x))
            ):
                continue
            clause = x.clause
            names = tuple(
                dict.fromkeys(
                    mirna.base(f.mention.label) for f, c in clause_mirnas(s) if c == clause
                )
            )
            if not names:
                names = tuple(
                    dict.fromkeys(mirna.base(f.mention.label) for f, _ in clause_mirnas(s))
                )
            names = _former_or_latter(s, x, last_set) or names
            if x.subject:
                names = tuple(dict.fromkeys(mirna.base(f.mention.label) for f in x.subject))
            sign, negated = x.sign, x.negated
            if not loss and _effect_undone(s, x):
                sign = x.found.facts["sign"]
            inverted = False
            if loss and (not lost or not names or set(names) & lost):
                scope = loss_scope(s, losses)
                if scope is None or (_unit_token(s, x) >= scope[0] and at <= scope[1]):
                    if x.unchanged:
                        continue
                    if negated:
                        negated = False
                    elif x.found.facts.get("prefixed") and _UNDOING.search(words(s)):
                        sign = x.found.facts["sign"]  # "the anti-X effect was lost"
                        inverted = True
                    elif _undone(s, x):
                        sign = -sign
                        inverted = True
                    else:
                        sign = -sign
                        inverted = True
            arm = arm_of(s, x, carried) if study.own else MAIN
            hedged = any(h < _unit_token(s, x) + 1 and _unit_token(s, x) - h < 8 for h in hedges)
            polarity = "negated" if negated else "hedged" if hedged else "asserted"
            out.extend(
                Claim(s, x, sign, polarity, names or last_set, inverted, each)
                for each in (study.own and not loss and graded(s, x, carried)) or [arm]
            )
            pair = x.found.facts.get("pair")
            if pair is not None:
                out.append(
                    Claim(s, replace(x, found=pair), -sign, polarity, names or last_set, inverted)
                )
        present = tuple(dict.fromkeys(mirna.base(f.mention.label) for f in s.of("mirna")))
        if not loss and out:
            out += _in_parallel(s, out[-1], last_set)
        if not loss:
            out += _denied_again(study, s, out, present or last_set)
        if present:
            last_set = present
    # vesicles named for their cargo are what such a study is about
    main = MAIN if study.own and named_for_cargo(study.sentences) else main_arm(c.arm for c in out)
    for c in out:
        c.arm = MAIN if c.arm == main else c.arm
    return out


_CORRELATES = re.compile(
    r"\b(?:high|higher|low|lower|elevated|reduced|increased|decreased|plasma|serum|circulating|"
    r"expression)\b[^.;]{0,80}\b(?:(?:was|were|is|are) (?:\w+ )?(?:associated|correlated) with|"
    r"(?:positively |negatively |inversely )?correlated? with|predicted|related to)\b"
)
_COHORT = re.compile(
    r"\b(?:patients?|cohort|prognosis|recurrence|stage|grade|clinical|hazard|hr\b|tissues|"
    r"samples|specimens|biopsies|r = )"
)


def _correlates(s: Sentence) -> bool:
    """Whether levels in patients are only set beside each other or beside an outcome."""
    text = words(s)
    return bool(_CORRELATES.search(text) and _COHORT.search(text)) and not s.of("source")


_UNDOING = re.compile(
    r"\b(?:abol|strip|lost\b|disappear|revers|weaken|blunt|abrogat|cancel|diminish|reduc|attenuat|negat|"
    r"eliminat|vanish|impair|no longer|nullif|offset|compromis|prevent|block)"
)
_UNDOES = frozenset(
    "abolish abrogate reverse blunt block negate cancel counteract eliminate weaken attenuate "
    "reduce suppress diminish inhibit prevent nullify neutralize neutralise impair compromise "
    "lose".split()
)


def _effect_undone(s: Sentence, x: Assertion) -> bool:
    """Whether a drug or an antibody, not the vesicles, undoes an effect of the vesicles ("the
    pro-angiogenic effect was abolished by LY294002"): the effect is theirs.
    """
    unit = s.row[x.at]
    return (
        bool(x.found.facts.get("prefixed"))
        and unit.lemma in _UNDOES
        and unit.voice in ("left", "right")
        and acting(s, x) is None
    )


def _after_injury(s: Sentence, x: Assertion) -> bool:
    """Whether a change is told of the injury: "was lower after ventilation", no vesicle near."""
    trigger = s.row[x.at]
    keys = s.analysis.tokens.keys
    if trigger.voice != "left" or keys[trigger.last : trigger.last + 1] not in (
        ["after"], ["following"], ["upon"], ["with"]
    ):  # fmt: skip
        return False
    return any(f.kind == "disease" and 0 < f.first - trigger.last <= 4 for f in s.found)


def _names_vesicles(s: Sentence, f: Found) -> bool:
    """Whether a gene only stands in the name of vesicles ("IL-1β-EVs")."""
    return f.kind == "gene" and any(v.first <= f.first and f.last < v.last for v in s.of("vesicle"))


_AGAIN = re.compile(
    r"\b(?:(?:chang|alter|affect|influenc|modif|improv|reduc|rais|lower|restor)\w*|no (?:\w+ )?"
    r"(?:effect|influence|impact|benefit|change) (?:on|in|for)|nor) "
    r"(?P<what>neither|either|both|these|those|them|any of (?:these|them|those))"
    r"(?: (?P<kind>genes?|proteins?|transcripts?|molecules?|parameters|outcomes|measures|readouts|"
    r"endpoints|variables|functions|effects))?\s*(?:$|[.,;])"
)
_NAY = re.compile(r"\b(?:neither|nor|no|not|without|failed|unable)\b")


_PARALLEL = re.compile(
    r"\b(?:followed|mirrored|paralleled|showed|displayed|obeyed) (?:the|a) (?P<how>same|similar|"
    r"reverse|opposite|inverse) (?:order|pattern|trend|course|direction|ranking|sequence)\b"
    r"|\b(?P<alike>the same (?:was true|held|applied|was seen|was found)|a similar (?:pattern|"
    r"trend|change|effect|fall|rise|reduction|increase) was (?:seen|found|observed|noted)|"
    r"similar (?:results|changes|findings) were (?:seen|found|observed|obtained|noted)) "
    r"(?:true )?(?:for|of|with|in)\b"
)


def _in_parallel(s: Sentence, before: Claim, mirnas: tuple[str, ...]) -> list[Claim]:
    """Outcomes that went the way of the one told before: "KIM-1 followed the same order"."""
    match = _PARALLEL.search(words(s))
    if match is None or not before.sign or before.polarity == "negated":
        return []
    reverse = match["how"] in ("reverse", "opposite", "inverse")
    at = s.start + (match.start() if match["alike"] is None else match.end())
    told = {id(x.found) for x in s.assertions}
    out = []
    for k, u in enumerate(s.row):
        f = u.found
        if f is None or f.kind not in ("gene", "effect") or id(f) in told:
            continue
        if (f.mention.start < at) == (match["alike"] is not None):
            continue
        sign = before.sign
        valences = {_valence(f), _valence(before.assertion.found)}
        if reverse or valences == {"good", "harm"}:
            sign = -sign
        x = Assertion(f, sign, "parallel", False, s.clauses[k], k)
        out.append(Claim(s, x, sign, "asserted", mirnas))
    return out


def _valence(f: Found) -> str:
    """Whether more of an outcome is good or harm, as its lexicon says."""
    return str(f.entry.facts.get("valence", "")) if f.entry is not None else ""


def _former_or_latter(s: Sentence, x: Assertion, before: tuple[str, ...]) -> tuple[str, ...]:
    """The miRNA that "the former" or "the latter" takes up, where two were named."""
    clause = [u.key for u, c in zip(s.row, s.clauses, strict=True) if c == x.clause]
    word = next((k for k in clause if k in ("former", "latter")), None)
    if word is None:
        return ()
    named = [
        mirna.base(f.mention.label)
        for f in s.of("mirna")
        if f.first < min(u.first for u, c in zip(s.row, s.clauses, strict=True) if c == x.clause)
    ]
    two = tuple(dict.fromkeys(named)) or before
    if len(two) != 2:
        return ()
    return (two[0],) if word == "former" else (two[1],)


def _denied_again(
    study: Study, s: Sentence, told: list[Claim], mirnas: tuple[str, ...]
) -> list[Claim]:
    """What was told before, taken up and denied: "control vesicles changed neither"."""
    match = _AGAIN.search(words(s))
    if match is None or not _NAY.search(match.group() + words(s)[: match.start()]):
        return []
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


_PLANS = frozenset(
    "target targets strategy strategies approach approaches option options candidate candidates "
    "means avenue avenues tool tools way ways therapy therapies opportunity".split()
)


def _proposed(s: Sentence, x: Assertion) -> bool:
    """Whether a change is only what something might serve for: "a target to overcome X"."""
    keys = s.analysis.tokens.keys
    at = s.row[x.at].first
    return keys[at - 1 : at] == ["to"] and bool(_PLANS & set(keys[max(s.first, at - 3) : at]))


_CLASSES = tuple("cytokines proteins genes factors mediators chemokines enzymes markers".split())
_NAMING = frozenset("such as including like e . g , ( : namely i protein proteins".split())


def _class_of_named(s: Sentence, f: Found) -> bool:
    """Whether a class ("pro-inflammatory cytokines") is followed by its members: those are targets,
    the class is no effect of its own.
    """
    if f.kind != "effect" or not f.mention.label.endswith(_CLASSES):
        return False
    following = next((g for g in s.found if g.first >= f.last), None)
    if following is None or following.kind != "gene":
        return False
    between = s.analysis.tokens.keys[f.last : following.first]
    return len(between) <= 5 and all(k in _NAMING for k in between)


_CHANGES = re.compile(
    r"\b(?:these|those|such|the|all|both|all of these|"
    r"most of these) (?:[a-z-]+ ){0,2}(?:changes|effects|alterations|abnormalities|"
    r"disturbances|shifts|responses|increases|decreases|trends|defects|phenomena|events|"
    r"indices|parameters)\b[^.;]{0,60}"
    r"\b(?:attenuated|reversed|abolished|prevented|corrected|blunted|normali[sz]ed|"
    r"alleviated|ameliorated|mitigated|inhibited|blocked|suppressed|reduced|counteracted|"
    r"rescued|abrogated|undone|lessened|restored|improved)"
    r"|(?:attenuated|reversed|prevented|corrected|blunted|normali[sz]ed|alleviated|"
    r"ameliorated|counteracted|undid|abrogated) (?:all |most of |both )?(?:of )?(?:these|"
    r"those|such|this) (?:[a-z-]+ ){0,2}(?:changes|effects|alterations|abnormalities|"
    r"disturbances|increases|decreases|trends|defects)?"
)
_MODEL_SUBJECT = re.compile(
    r"^(?:in (?:the|this) model,? )?(?:this|the|such) (?:treatment|injury|challenge|exposure|"
    r"insult|stimulus|stress|model|lesion|operation|surgery|diet|ligation|toxin|damage|"
    r"condition)s?\b|^(?:high glucose|hypoxia|oxidative stress|(?:untreated|model|injured|"
    r"diabetic|diseased) (?:animals|mice|rats|group|cells))\b",
    re.I,
)


def _states_model(s: Sentence) -> bool:
    """Whether the sentence tells what the injury or its inducer did before any treatment."""
    text = words(s)
    if _MODEL_SUBJECT.match(text):
        return True
    first = s.row[0].found if s.row else None
    return bool(
        first is not None
        and first.kind == "disease"
        and s.assertions
        and s.row[s.assertions[0].at].voice == "right"
    )


def _property_of_gene(s: Sentence, x: Assertion) -> bool:
    """Whether a gene's known role is told ("ZEB2, a factor driving EMT"), not a result."""
    unit = s.row[x.at]
    if unit.chosen is None or unit.chosen.form not in ("base", "s", "ing") or unit.voice != "right":
        return False
    left = [u.found for u in s.row[: x.at] if u.found is not None]
    return bool(left) and left[-1].kind == "gene" and not s.has("anaphor")


def _unit_token(s: Sentence, x: Assertion) -> int:
    return s.row[x.at].first


def _undone(s: Sentence, x: Assertion) -> bool:
    return x.trigger in ("abolish", "abrogate", "reverse", "blunt", "prevent")


def clause_mirnas(s: Sentence) -> list[tuple[Found, int]]:
    """The miRNAs of a sentence, each with the number of its clause."""
    out = []
    for u, clause in zip(s.row, s.clauses, strict=True):
        if u.found is not None and u.found.kind == "mirna":
            out.append((u.found, clause))
    return out


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


def _in_untreated(s: Sentence, x: Assertion) -> bool:
    """Whether a change is told of the untreated animals ("was impaired in the model group").

    Animals that are only said to be ill are the treated ones where the vesicles stand before them.
    """
    tokens = s.analysis.tokens
    end = s.row[x.at].last
    if s.row[x.at].voice == "left" and x.found.last <= s.row[x.at].first:
        own = tokens.text[tokens.ends[x.found.last - 1] : tokens.starts[s.row[x.at].first]]
        if _OF_UNTREATED.match(own.lower()):
            return True  # "the grade of PBS-treated discs rose"
    if end >= s.last:
        return False
    rest = tokens.text[tokens.starts[end] : tokens.ends[s.last - 1]].lower()
    met = _UNTREATED.match(rest)
    if met is None:
        return False
    ill = met.start("ill")
    at = tokens.starts[end] + ill
    return ill < 0 or all(tokens.starts[v.first] > at for v in s.of("vesicle"))


_LOCAL = frozenset("in among for of after during following within".split())


def _told_of_model(s: Sentence, x: Assertion) -> bool:
    """Whether the subject of the assertion is what makes the disease, not what treats it."""
    subject = [u for u in s.row[: x.at] if u.found is not None or u.key]
    clause = [u for u, c in zip(s.row[: x.at], s.clauses, strict=False) if c == s.clauses[x.at]]
    named = [u.found for u in clause if u.found is not None]
    if not named or not subject or s.row[x.at].voice != "right":
        return False
    vesicles = any(s.row[0].first <= v.first < s.row[x.at].first for v in s.of("vesicle"))
    keys = s.analysis.tokens.keys
    if all(_LOCAL & set(keys[max(s.first, f.first - 2) : f.first]) for f in named):
        return False  # "in diabetic rats, injections lessened X": where it happened
    return (
        all(f.kind == "disease" for f in named)
        and not vesicles
        and not any(f.kind == "mirna" for f in s.found)
        and not s.has("anaphor")
    )
