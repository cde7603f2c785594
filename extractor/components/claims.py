"""Studies to findings: which assertions count, how they are grouped, what fills the other slots."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from extractor import mirna
from extractor.components.discourse import Sentence, Study
from extractor.components.found import Found
from extractor.components.frames import Assertion
from extractor.components.losses import is_rescue, loss_scope, loss_tokens, lost_mirnas, words

CONTROL = re.compile(r"control|vehicle|untreated|saline|PBS|empty|scrambled", re.I)


@dataclass(slots=True)
class Claim:
    """One assertion that counts, with the sentence it stands in."""

    sentence: Sentence
    assertion: Assertion
    sign: int
    polarity: str
    mirnas: tuple[str, ...]
    loss: bool = False
    control: bool = False


@dataclass(slots=True)
class Draft:
    """A finding before grounding: the claims, and the mentions that fill the other slots."""

    study: Study
    claims: list[Claim]
    polarity: str
    mirnas: list[Found] = field(default_factory=list)
    cargo: list[Found] = field(default_factory=list)
    source: Found | None = None
    disease: Found | None = None
    vesicle: Found | None = None
    rules: list[str] = field(default_factory=list)
    inherited: set[str] = field(default_factory=set)
    bare: bool = False
    """The miRNAs are only tied to the disease: there is no target or effect."""


_BACKGROUND = re.compile(
    r"background|introduction|objective|aims?\b|purpose|method|material|rationale|context|"
    r"hypothes|setting|design|significance",
    re.I,
)
_METHOD_VERB = re.compile(
    r"\b(?:was|were) (?:then |subsequently |intravenously |also )?(?:injected|isolated|"
    r"performed|cultured|used|measured|assessed|evaluated|determined|examined|established|"
    r"prepared|collected|analy[sz]ed|divided|administered|extracted|labelled|labeled|stained|"
    r"sequenced|profiled|randomi[sz]ed|immuni[sz]ed|characteri[sz]ed|purified|harvested|"
    r"infused|implanted|incubated|exposed|subjected|transfected)\b"
)


def section_is_background(s: Sentence) -> bool:
    """Whether the sentence stands under a label such as Background or Methods of an abstract."""
    section = s.block.section or ""
    return (
        s.block.kind == "abstract"
        and bool(_BACKGROUND.search(section))
        and not re.search("result|finding|conclusion", section, re.I)
    )


def vesicular(s: Sentence) -> bool:
    """Whether vesicles, a miRNA or another carried RNA are in sight."""
    return bool(s.of("vesicle") or s.of("mirna") or s.of("cargo")) or any(
        k in _CARRIED for k in s.keys()  # noqa: SIM118 - a method of ours, no mapping
    )


_CARRIED = frozenset("microrna micrornas mirna mirnas cargo nanovesicles envelopes".split())


def claims_of(study: Study) -> list[Claim]:
    """The assertions of a study that count as results."""
    out: list[Claim] = []
    begun = False
    last_set: tuple[str, ...] = ()
    model: list[
        Assertion
    ] = []  # what the disease or its inducer changed, for "these changes were reversed"
    for s in study.sentences:
        anaphor = s.has("anaphor")
        sees = vesicular(s)
        if section_is_background(s):
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
        if is_rescue(s):
            continue
        losses = loss_tokens(s)
        loss = bool(losses)
        lost = lost_mirnas(s) if loss else set()
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
            if _class_of_named(s, x.found):
                continue
            at = x.found.first
            if any(a < at and a < s.row[x.at].first + 1 for a in aims if not _concludes(s)):
                continue
            if not sees and any(f.last <= _unit_token(s, x) for f in s.of("source")):
                continue  # what the cells do is not what their vesicles do
            if _told_of_model(s, x) or (not sees and _property_of_gene(s, x)):
                continue
            clause = x.clause
            names = tuple(
                dict.fromkeys(
                    mirna.base(f.mention.label) for f, c in _clause_mirnas(s) if c == clause
                )
            )
            if not names:
                names = tuple(
                    dict.fromkeys(mirna.base(f.mention.label) for f, _ in _clause_mirnas(s))
                )
            if x.subject:
                names = tuple(dict.fromkeys(mirna.base(f.mention.label) for f in x.subject))
            sign, negated = x.sign, x.negated
            inverted = False
            if loss and (not lost or not names or set(names) & lost):
                scope = loss_scope(s, losses)
                if scope is None or (_unit_token(s, x) >= scope[0] and at <= scope[1]):
                    if x.unchanged:
                        continue
                    if negated:
                        negated = False
                    elif _undone(s, x):
                        sign = -sign
                        inverted = True
                    else:
                        sign = -sign
                        inverted = True
            control = study.own and _of_control(s, x)
            hedged = any(h < _unit_token(s, x) + 1 and _unit_token(s, x) - h < 8 for h in hedges)
            polarity = "negated" if negated else "hedged" if hedged else "asserted"
            out.append(Claim(s, x, sign, polarity, names or last_set, inverted, control))
            pair = x.found.facts.get("pair")
            if pair is not None:
                out.append(
                    Claim(s, replace(x, found=pair), -sign, polarity, names or last_set, inverted)
                )
        present = tuple(dict.fromkeys(mirna.base(f.mention.label) for f in s.of("mirna")))
        if present:
            last_set = present
    return out


_CLASSES = ("cytokines", "proteins", "genes", "factors", "mediators", "chemokines", "enzymes", "markers")
_NAMING = frozenset("such as including like e . g , ( : namely i protein proteins".split())


def _class_of_named(s: Sentence, f: Found) -> bool:
    """Whether a class ("pro-inflammatory cytokines") is followed by its members: those are targets,
    the class is no effect of its own."""
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


def _concludes(s: Sentence) -> bool:
    return False


def _unit_token(s: Sentence, x: Assertion) -> int:
    return s.row[x.at].first


def _undone(s: Sentence, x: Assertion) -> bool:
    return x.trigger in ("abolish", "abrogate", "reverse", "blunt", "prevent")


def _clause_mirnas(s: Sentence) -> list[tuple[Found, int]]:
    out = []
    for u, clause in zip(s.row, s.clauses, strict=True):
        if u.found is not None and u.found.kind == "mirna":
            out.append((u.found, clause))
    return out


_INDUCED = re.compile(r"\b(?:induced|caused|triggered|stimulated|challenged|treated|exposed)\b")


def _told_of_model(s: Sentence, x: Assertion) -> bool:
    """Whether the subject of the assertion is what makes the disease, not what treats it."""
    subject = [u for u in s.row[: x.at] if u.found is not None or u.key]
    clause = [u for u, c in zip(s.row[: x.at], s.clauses, strict=False) if c == s.clauses[x.at]]
    named = [u.found for u in clause if u.found is not None]
    if not named or not subject or s.row[x.at].voice != "right":
        return False
    vesicles = any(s.row[0].first <= v.first < s.row[x.at].first for v in s.of("vesicle"))
    return (
        all(f.kind == "disease" for f in named)
        and not vesicles
        and not any(f.kind == "mirna" for f in s.found)
        and not s.has("anaphor")
    )


def drafts_of(study: Study) -> list[Draft]:
    """Group the claims of a study into findings: one for each set of cargo and polarity."""
    claims = claims_of(study)
    if not claims:
        return []
    sets = _mirna_sets(study, claims)
    groups: dict[tuple[tuple[str, ...], str, bool], list[Claim]] = {}
    for claim in claims:
        key = sets(claim)
        if claim.control or (claim.polarity == "negated" and not _names_mirna(claim)):
            key = ()
        groups.setdefault((key, claim.polarity, claim.control), []).append(claim)
    _fold_hedged(groups)
    out: list[Draft] = []
    for (labels, polarity, _), members in groups.items():
        members = settle(members)
        if not members:
            continue
        draft = Draft(study, members, polarity)
        draft.mirnas = _mirna_mentions(study, labels, members)
        out.append(draft)
    return out


_CONTROL_NAME = re.compile(
    r"^(?:NC|N|Con|Ctrl|Control|WT|Nor|vector|naive|empty|mock|Scr|scramble|blank)[-_–‐]|"
    r"[-_–‐](?:NC|N|Con|Ctrl|control|WT|vector|naive|empty|mock|Scr)$",
    re.I,
)
_CONTROL_WORDS = frozenset(
    "control unmodified naive native normoxic untransfected unprimed unstimulated "
    "unengineered empty scrambled untransduced mock".split()
)
_COMPARED = frozenset("than with to versus vs over receiving given in of from and or".split())


def _of_control(s: Sentence, x: Assertion) -> bool:
    """Whether the vesicles that the clause is about are those of the comparison arm."""
    keys = s.analysis.tokens.keys
    trigger = s.row[x.at].first
    clause = {u.first for u, c in zip(s.row, s.clauses, strict=True) if c == s.clauses[x.at]}
    start = min(clause, default=s.first)
    before = [v for v in s.of("vesicle") if start <= v.first < trigger]
    if not before:
        return False
    v = before[0]
    near = keys[max(start, v.first - 3) : v.first] + keys[v.last : v.last + 4]
    if _COMPARED & set(keys[max(start, v.first - 2) : v.first]):
        return False
    return bool(_CONTROL_NAME.search(v.mention.text)) or bool(_CONTROL_WORDS & set(near))


def _names_mirna(claim: Claim) -> bool:
    clause = claim.assertion.clause
    return any(c == clause for _, c in _clause_mirnas(claim.sentence))


def _fold_hedged(groups: dict[tuple[tuple[str, ...], str, bool], list[Claim]]) -> None:
    """A hedged repetition of what is asserted elsewhere adds nothing."""
    for (labels, polarity, control), members in list(groups.items()):
        if polarity != "hedged":
            continue
        asserted = groups.get((labels, "asserted", control))
        if not asserted:
            continue
        known = {(c.assertion.found.mention.label, c.sign) for c in asserted}
        rest = [c for c in members if (c.assertion.found.mention.label, c.sign) not in known]
        if rest:
            groups[(labels, polarity, control)] = rest
        else:
            del groups[(labels, polarity, control)]


_ENGINEERED = re.compile(
    r"transfect|transduc|overexpress|over-express|modified|loaded|enriched|engineered|armed|mimic"
    r"|agomir|electroporat|plasmid|lentivir|laden|bearing|-exo|exo-"
)
_UNDONE = re.compile(
    r"\b(?:abolish|abrogat|revers|negat|counteract|blunt|cancel|nullif|wiped out|took away|undid|offset"
    r"|eliminat|neutrali[sz]|lost\b|weaken|attenuat|removed|diminish|impair|compromis|not seen"
    r"|not observed|none of|disappear|no such|reduced|suppressed|inhibited|mitigated)"
)
_FAILED = re.compile(
    r"\b(?:failed|no effect|neither|little|did not|no longer|but not|not by|without effect|unable|lost|blunted|abolished|abrogated|reversed)\b"
)
_DONOR = re.compile(r"\b(?:donors?|donor cells|parental cells|mscs|msc)\b")
_WHOLE = re.compile(
    r"\b(?:these|those|such|the|their|its|all|most|this|any|protective|beneficial|therapeutic|pro-\w+|anti-\w+)\s(?:[\w-]+\s){0,3}?"
    r"(?:effects?|benefits?|protection|actions?|advantage|improvements?|efficacy|fall|changes|gains?)\b"
)


def _told_of_mirna(study: Study, claims: list[Claim]) -> Callable[[Claim], bool]:
    """Which claims of an own study are told of the miRNA and which of the vesicles alone.

    The miRNA's are those in sentences that name it; all, where the vesicles were made to carry it,
    or where the whole effect was lost with it.
    """
    first = min((c.sentence.start for c in claims if c.sentence.block.kind != "title"), default=0)
    whole = False
    for s in study.sentences:
        text = words(s)
        if s.start <= first or s.block.kind == "title":
            for f in s.of("mirna"):
                at = f.mention.start - s.start
                near = text[max(0, at - 50) : f.mention.end - s.start + 30]
                if f.facts.get("role") != "loss" and _ENGINEERED.search(near):
                    whole = True
        if loss_tokens(s) and (
            (_UNDONE.search(text) and _WHOLE.search(text))
            or (_FAILED.search(text) and (s.of("vesicle") or _DONOR.search(text)))
        ):
            whole = True
    return lambda claim: (
        whole
        or bool(claim.sentence.of("mirna"))
        or claim.sentence.has("sponge")
        or any(k in _CARRIED for k in claim.sentence.keys())  # noqa: SIM118
    )


def _mirna_sets(study: Study, claims: list[Claim]) -> Callable[[Claim], tuple[str, ...]]:
    """How to name the cargo of a claim: one set for all where the study has one, else clause by
    clause.
    """
    every: Counter[str] = Counter()
    for s in study.sentences:
        every.update(mirna.base(f.mention.label) for f in s.of("mirna"))
    used = {c.mirnas for c in claims if c.mirnas}
    if study.own and len(every) > 1:
        top = max(every.values())
        main = {m for m, k in every.items() if k >= max(2, top / 3)}
        if main:
            every = Counter({m: k for m, k in every.items() if m in main})
    labels = tuple(every)
    told = _told_of_mirna(study, claims) if study.own and labels else lambda claim: True
    if len(used) <= 1 or len(labels) <= 1:
        kept = next(iter(used)) if used and not study.own else labels
        return lambda claim: kept if told(claim) else ()
    default = max(used, key=lambda u: (sum(c.mirnas == u for c in claims), u))

    return lambda claim: (tuple(m for m in claim.mirnas if m in every) or default) if told(claim) else ()


def settle(members: list[Claim]) -> list[Claim]:
    """One claim for each target or effect: a direction beats none, the earlier beats the later."""
    best: dict[tuple[str, str], Claim] = {}
    votes: Counter[tuple[str, str, int]] = Counter()
    for c in members:
        kind = "gene" if c.assertion.found.kind == "gene" else "effect"
        votes[(kind, c.assertion.found.mention.label, c.sign)] += 1 if not c.loss else 0
    for c in members:
        kind = "gene" if c.assertion.found.kind == "gene" else "effect"
        key = (kind, c.assertion.found.mention.label)
        old = best.get(key)
        if old is None:
            best[key] = c
            continue
        if (
            (not old.sign and c.sign)
            or (old.loss and not c.loss and c.sign)
            or (
                c.sign
                and c.sign != old.sign
                and not c.loss
                and votes[(*key, c.sign)] > votes[(*key, old.sign)]
            )
        ):
            best[key] = c
    labels = {k[1] for k in best if k[0] == "effect"}
    kept = []
    for (kind, label), c in best.items():
        if kind == "effect" and any(o != label and o.endswith(" " + label) for o in labels):
            continue  # "cardiomyocyte apoptosis" says more than "apoptosis"
        kept.append(c)
    return kept


def _mirna_mentions(study: Study, labels: Iterable[str], members: list[Claim]) -> list[Found]:
    wanted = list(labels)
    out: list[Found] = []
    evidence = [c.sentence for c in members]
    for label in wanted:
        options = [
            f
            for s in study.sentences
            for f in s.of("mirna")
            if mirna.base(f.mention.label) == label
        ]
        if not options:
            continue
        armed = Counter(f.mention.label for f in options)
        full = max(armed, key=lambda name: (len(name), armed[name], name))
        inside = [
            f for s in evidence for f in s.of("mirna") if mirna.base(f.mention.label) == label
        ]
        pick = next(
            (f for f in inside if f.facts.get("role") != "loss" and f.mention.label == full), None
        )
        pick = pick or next((f for f in options if f.mention.label == full), None) or options[0]
        out.append(pick)
    return out
