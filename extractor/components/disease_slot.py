"""Which disease a finding is about, what a model stands for, and when a disease is inherited."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.components.discourse import Sentence, Study, chain
from extractor.components.disease_roles import (
    contrasted,
    diseases_among,
    in_doubt,
    is_model,
    left_alone,
    loosely,
    no_subject,
    of_cell_line,
    of_donors,
    of_others,
    without_scratches,
)
from extractor.components.disease_words import (
    NAMES,
    ORGAN_WORDS,
    ORGANLESS,
    ORGANS,
    PART_WORDS,
    finer_by_words,
    names_tumor,
    organ_keys,
    organ_words,
    standing_for,
)
from extractor.components.found import Found
from extractor.components.sections import is_whole_abstract, section_is_background
from extractor.rules import Rules

if TYPE_CHECKING:
    from extractor.components.grouping import Draft


def organ(f: Found, rules: Rules) -> str:
    """The organ of a disease of the lexicon, or ``""``."""
    entry = rules.entry("disease", f.mention.label)
    return str(entry.facts.get("organ", "")) if entry is not None else ""


def refine(f: Found, study: Study, topic: Found | None, rules: Rules) -> Found:
    """The disease that a model stands for here: what the study names beats what it usually is.

    Args:
        f: The chosen disease mention.
        study: Its study; the diseases and effects named there decide first.
        topic: The disease of the heading.
        rules: For labels and identifiers.
    """
    if f.entry is None:
        return f
    told_too = _borne_with(f, study) or _modelled(f, study)
    if told_too is not None:
        return told_too
    if f.mention.label == "cancer":
        return disease_of_cells(study, rules) or (topic if topic and names_tumor(topic) else f)
    if f.mention.label == "radiation injury":
        named = [d.mention for s in study.sentences for d in diseases(s)]
        named += [topic.mention] if topic is not None else []
        finer = [
            m for m in named
            if m.label != f.mention.label and re.match(r"radiation[ -](?:induced|[de])", m.label)
        ]  # fmt: skip
        if finer:
            return _renamed(f, finer[0].label, finer[0].id)
    if "generic" in f.entry.flags or f.mention.label in ORGANLESS:
        home = next((s for s in study.sentences if f in diseases(s)), study.sentences[0])
        for key in organ_keys(home, f.mention.label):
            for part in NAMES.get(ORGANS.get(key, ""), ()):
                entry = rules.entry("disease", f"{part} {f.mention.label}")
                if entry is not None:
                    return _renamed(f, entry.label, entry.id)
    for label in finer_by_words(f.mention.label, f.mention.text, study, topic):
        entry = rules.entry("disease", label)
        if entry is not None:
            return _renamed(f, entry.label, entry.id)
    if f.mention.label == "colitis" and study.own:
        named = [d.mention for s in study.sentences for d in diseases(s)]
        ulcerative = [m for m in named if m.label == "ulcerative colitis"]
        if ulcerative:
            return _renamed(f, ulcerative[0].label, ulcerative[0].id)
    own = f.mention.label.casefold()
    options = [
        flag.removeprefix("narrow:") for flag in sorted(f.entry.flags) if flag.startswith("narrow:")
    ]
    by_name = f.facts.get("model") and own in f.mention.text.casefold()  # "status epilepticus"
    if by_name or (f.facts.get("joined") and not options):
        return f
    told = [s for s in study.sentences if not (study.own and _introduces(s, study))]
    near = {
        d.mention.label.casefold()
        for s in told
        for d in diseases(s)
        if d is not f and not d.facts.get("model")
    }
    near |= {e.mention.label.casefold() for s in study.sentences for e in s.of("effect")}
    if topic is not None and not topic.facts.get("model"):
        at = topic.mention.start
        if not any(s.start <= at < s.end for s in study.sentences if s not in told):
            near.add(topic.mention.label.casefold())
    if any("stellate" in s.keys() for s in study.sentences):  # noqa: SIM118
        near.add("liver fibrosis")
    options = [o for o in (f.entry.facts.get("also") or "").split("|") if o] + options
    beside = {
        d.mention.label.casefold()
        for s in study.sentences
        if f in diseases(s)
        for d in diseases(s)
        if not d.facts.get("model")
    }
    # diabetes made by a toxin, and named, is still but the ground of what was treated
    wide = own == "diabetes mellitus" or any(fl.startswith("narrow:") for fl in f.entry.flags)
    for scope in (beside, near):
        if own in scope and not wide:
            return f
        # "collagen-induced arthritis" is no plain arthritis
        lows = [o.casefold() for o in options]
        fit = [o for o in lows if o in scope and not own.endswith(o)]
        fit += [
            o for o in lows for n in ("fibrosis", "cirrhosis")
            if n in scope and o.endswith(" " + n) and not own.endswith(n)
        ]
        if "chronic pancreatitis" in lows and scope & {"fibrosis", "pancreatic fibrosis"}:
            fit.append("chronic pancreatitis")
        entry = rules.entry("disease", fit[0]) if fit else None
        if entry is not None:
            return _renamed(f, entry.label, entry.id)
    words = organ_words(study)
    own_words = PART_WORDS.get(f.mention.label) or ORGAN_WORDS.get(organ(f, rules), frozenset())
    best, most = f, sum(words[word] for word in own_words)
    for option in options:
        entry = rules.entry("disease", option)
        part = str(entry.facts.get("organ", "")) if entry is not None else ""
        own_words = PART_WORDS.get(option, frozenset())
        if entry is not None and (part != organ(f, rules) or own_words):
            count = sum(words[word] for word in own_words or ORGAN_WORDS.get(part, frozenset()))
            if count > most:
                best, most = _renamed(f, entry.label, entry.id), count
    return in_full(f, topic) if best is f and topic is not None and weight(topic) > 2 else best


def in_full(f: Found, told: Found, *, firm: bool = True) -> Found:
    """A disease by its full name, if another place tells it: "leukaemic blasts" of AML; a degree is
    not carried over unless that is sure to be meant.
    """
    more = set(told.mention.label.split()) - set(f.mention.label.split())
    said = _names_more(told, f) and (firm or more - _NOT_CARRIED)
    return _renamed(f, told.mention.label, told.mention.id) if said else f


_ANIMALS = frozenset("mice rats rabbits pigs dogs animals model models patients with".split())


def _borne_with(f: Found, study: Study) -> Found | None:
    """The disease that animals of a model bear: "bile duct-ligated rats with encephalopathy"."""
    if not f.facts.get("model"):
        return None
    for s in (s for s in study.sentences if f in diseases(s)):
        for d in diseases(s):
            between = s.analysis.tokens.keys[f.last : d.first]
            if weight(d) > 2 and not d.facts.get("model") and between[-1:] == ["with"]:
                return d if set(between) <= _ANIMALS else None
    return None


def _modelled(f: Found, study: Study) -> Found | None:
    """What a model is said to be one of: "the rd10 mouse model of retinitis pigmentosa"."""
    if not f.facts.get("model"):
        return None
    for s in study.sentences:
        for m in diseases(s):
            if m.facts.get("model") and m.mention.label == f.mention.label:
                led = [d for d in diseases(s) if brings_about(s, m) and m.last < d.first]
                named = [d for d in led if weight(d) > 2 and not d.facts.get("model")]
                if named and named[0].first <= m.last + 3:
                    return named[0]
    return None


def _renamed(f: Found, label: str, ident: str | None) -> Found:
    return Found(f.first, f.last, replace(f.mention, label=label, id=ident), f.entry, f.facts)


_INTRODUCTION = re.compile(r"background|introduction|rationale|context|significance", re.I)


def _introduces(s: Sentence, study: Study) -> bool:
    """Whether the sentence stands in the introduction of an abstract, before the study begins."""
    if s.block.kind == "title":
        return False
    if not is_whole_abstract(s.block.section):
        return bool(_INTRODUCTION.search(s.block.section or ""))
    body = (t for t in study.sentences if t.block.kind != "title")
    first = next((t.start for t in body if t.of("vesicle")), 0)
    return s.start < first and not s.of("organism")


_ENDOTOXIN = re.compile(r"(?:LPS|lipopolysaccharide|endotoxin)\b", re.I)
_LOOSE = frozenset(["skin wound", "radiation injury"]) | frozenset(
    f"{organ} injury" for organ in "lung liver kidney brain".split()
)
"""Harms that are often but the way to another disease, or a wider word for it."""


def _most(f: Found) -> int:
    """How much it may count that a disease is named again: less a part of the body by its harm."""
    return 1 if f.facts.get("harmed") else 2 if f.mention.label in _LOOSE else 6


def weight(f: Found) -> int:
    """How well a disease mention stands for a finding's disease."""
    if f.facts.get("open"):
        return 2 if f.facts.get("told") else 1
    if f.mention.label == "sepsis" and _ENDOTOXIN.match(f.mention.text):
        return 1  # endotoxin makes many another model
    if f.mention.label in _LOOSE:
        return 2
    flags = f.entry.flags if f.entry is not None else frozenset()
    if f.facts.get("harmed") and "phenotype" not in flags:
        return 2
    if "generic" in flags:
        return 0
    if "phenotype" in flags or "weak" in flags:
        return 1
    # bone loss: less than the disease in which it is lost, more than age
    return 2 if f.mention.text.casefold() == "bone loss" else 3


_SICK = "sick"


def diseases(s: Sentence) -> list[Found]:
    """Diseases of a sentence, those told as an effect of the same name included; they are kept
    beside its mentions by kind, for they are asked for often.
    """
    s.of("disease")
    assert s.by_kind is not None
    sick = s.by_kind.get(_SICK)
    if sick is None:
        sick = s.by_kind[_SICK] = without_scratches(s, diseases_among(s.found))
    return sick


_CAUSE = re.compile(r"(septic|[\w ]+?)(?:(?<=septic) |-(?:induced|associated|related) )")
_TITLED = 3
"""How much more a disease of the title counts: animals may have been made ill with another."""


def _titled(study: Study) -> tuple[set[str], set[str]]:
    """Labels of the diseases that the title names, and of those that only lead to them."""
    named = [(s, f) for s in study.sentences if s.block.kind == "title" for f in diseases(s)]
    named = [(s, f) for s, f in named if not contrasted(s, f)]
    told = {f.mention.label for s, f in named if weight(f) > 2 and not of_donors(s, f)}
    led = {f.mention.label for s, f in named if brings_about(s, f)}
    causes = (_CAUSE.match(f.mention.text.lower()) for _, f in named)
    led |= {c[1].replace("septic", "sepsis") for c in causes if c}
    led = led if told - led else set()
    loose = {f.mention.label for _, f in named if loosely(f)} - led
    if loose:
        led |= _put_loosely(study, loose)
    return told - led, led


_OPENING = 2
"""Sentences of a text in which it may name the disease that its title puts loosely."""


def _put_loosely(study: Study, loose: set[str]) -> set[str]:
    """The diseases that only the title's loose words name ("a scarred uterus"), where the text
    opens with another one of the same organ, by its proper name.
    """
    body = [s for s in study.sentences if s.block.kind != "title"]
    proper = [[f for f in diseases(s) if not loosely(f)] for s in body]
    again = {f.mention.label for named in proper for f in named}
    opens = [
        f for s, named in zip(body[:_OPENING], proper, strict=False) for f in named
        if weight(f) > 2 and not (f.facts.get("model") or brings_about(s, f) or of_donors(s, f))
    ]
    organs = {f.entry.facts.get("organ") for f in opens if f.entry is not None}
    return {
        f.mention.label for s in study.sentences if s.block.kind == "title" for f in diseases(s)
        if f.entry is not None and f.entry.facts.get("organ") in organs
    } & (loose - again)


def disease_of(study: Study, first: Sentence, draft: Draft) -> Found | None:
    """The disease that the study, or the one it takes up, is about: nearest, best told."""
    for member, depth in chain(study)[: 1 if study.in_vitro else None]:
        best: tuple[tuple[int, int, int], Found] | None = None
        counts: dict[str, int] = {}
        titled, leading = _titled(member)
        if member.own:
            for s in member.sentences:
                for f in diseases(s):
                    worth = 3 if s.block.kind == "title" else 1
                    if section_is_background(s):
                        worth = 2 * is_model(s, f)  # the methods say what was modelled
                    loose = s.block.kind == "title" and loosely(f) and f.mention.label in leading
                    if loose or no_subject(s, f):
                        worth = 0
                    counts[f.mention.label] = counts.get(f.mention.label, 0) + worth
        for s in member.sentences:
            for f in diseases(s):
                w = weight(f)
                if not w or brings_about(s, f) or no_subject(s, f) or in_doubt(s, f):
                    continue
                if not member.own and left_alone(s):
                    continue
                if of_cell_line(s, f) and _others_told(member):
                    continue
                distance = (
                    first.start - s.start if s.start <= first.start else 2 * (s.start - first.start)
                )
                w += is_model(s, f) + _TITLED * (member.own and f.mention.label in titled)
                w -= _TITLED * (member.own and f.mention.label in leading)
                w -= 2 * (member.own and of_others(s, f)) + _TITLED * contrasted(s, f)
                score = (
                    w + min(counts.get(f.mention.label, 0), _most(f)),
                    int(bool(f.facts.get("model"))),
                    -distance,
                )
                if best is None or score > best[0]:
                    best = (score, f)
        if best is not None:
            chosen = best[1]
            for s in member.sentences:
                for f in diseases(s):
                    if weight(f) > 1 and (
                        narrower(f, chosen)
                        or (
                            f.facts.get("model")
                            and chosen in diseases(s)
                            and _names_more(f, chosen)
                        )
                        or (
                            member.own
                            and _names_more(f, chosen)
                            and (
                                _in_full_words(f, chosen)
                                or not (_introduces(s, member) or section_is_background(s))
                            )
                        )
                    ):
                        chosen = f
            if chosen.mention.label == "cancer":  # a kind of tumour named anywhere says more
                kinds = [f for s in member.sentences for f in diseases(s) if names_tumor(f)]
                chosen = kinds[0] if kinds else chosen
            if depth:
                draft.inherited.add("disease")
            return chosen
    return None


def _others_told(study: Study) -> bool:
    """Whether the study names a disease that is no tumour: its cells are but a vessel then."""
    return any(
        weight(d) > 1 and not names_tumor(d) and d.mention.label != "cancer"
        for s in study.sentences
        for d in diseases(s)
    )


def _names_more(f: Found, chosen: Found) -> bool:
    """Whether a disease is the chosen one with a word more ("pulmonary arterial hypertension")."""
    more, less = f.mention.label.casefold().split(), chosen.mention.label.casefold().split()
    less = less[1:] if less == ["skin", "wound"] else less
    return len(more) > len(less) and more[-1] == less[-1] and set(less) <= set(more)


def _in_full_words(f: Found, chosen: Found) -> bool:
    """Whether the word more stands inside: "pulmonary arterial hypertension"."""
    first = chosen.mention.label.split()[0]
    return chosen.mention.label not in _LOOSE and f.mention.label.split()[0] == first


_DEGREES = frozenset("acute chronic severe".split())
_NOT_CARRIED = _DEGREES | {"idiopathic", "ischemic"}
_BRINGS = frozenset("associated induced related complicated dependent triggered caused".split())


def brings_about(s: Sentence, f: Found) -> bool:
    """Whether the next words name what the disease leads to: "sepsis-associated ALI"."""
    keys = s.analysis.tokens.keys
    i = f.last
    if f.facts.get("model") and keys[i : i + 2] in (["model", "of"], ["models", "of"]):
        i += 2
    while i < s.last and (keys[i] == "-" or keys[i] in _BRINGS or keys[i] in _DEGREES):
        i += 1
    if i == f.last and f.facts.get("model"):
        return False
    return any(
        d.first == i and d is not f and not d.facts.get("model") and weight(d) > 1
        for d in diseases(s)
    )


def narrower(topic: Found, own: Found) -> bool:
    """Whether the heading tells a narrower disease of the same stem ("diabetic eye")."""
    a, b = topic.mention.label.casefold(), own.mention.label.casefold()
    stem = b.split()[-2 if b.endswith("mellitus") and len(b.split()) > 1 else -1][:6]
    return a not in b and stem in a and "mellitus" in b


def of_organ(study: Study, rules: Rules) -> Found | None:
    """A harm without a name of its own ("ischemia") of an organ that its sentence names."""
    for s in study.sentences:
        for f in diseases(s):
            if f.entry is None or weight(f) or f.mention.label not in ORGANLESS:
                continue
            finer = refine(f, study, None, rules)
            if finer is not f and finer.mention.label != f.mention.label:
                return finer
    return None


def stated_model(study: Study, f: Found) -> bool:
    """Whether the words around a disease say that it is what was modelled."""
    if f.mention.label == "sepsis" and _ENDOTOXIN.match(f.mention.text):
        return False
    if f.facts.get("model") and f.mention.text.split()[-1] in ("mice", "rats"):
        return True
    return any(is_model(s, f) for s in study.sentences if f in diseases(s))


def disease_of_cells(study: Study, rules: Rules, *, tumour: bool = True) -> Found | None:
    """The disease that the cells of a study stand for, if they all stand for one.

    Args:
        study: The study.
        rules: For labels and identifiers.
        tumour: Whether the cells must be tumour cells or must not.
    """
    told: dict[str, Found] = {}
    for s in study.sentences:
        for c in s.of("cell"):
            if c.entry is None or ("tumor" in c.entry.flags) != tumour:
                continue
            label = str(c.entry.facts.get("disease", ""))
            if label and label != "cancer":
                told.setdefault(label, c)
    if len(told) != 1:
        return None
    ((label, cell),) = told.items()
    return standing_for(cell, label, rules)


_REPERFUSED = "ischemia-reperfusion injury"
_INFARCTED = ("ischemic stroke", "stroke", "myocardial infarction")


def implied(draft: Draft, rules: Rules) -> Found | None:
    """A disease that the words of the study presuppose: an infarct, a tumour."""
    for s in draft.study.sentences:
        for f in diseases(s):
            if in_doubt(s, f):
                continue
            if f.mention.label == "cancer":
                return f
            finer = refine(f, draft.study, None, rules)
            if finer is not f:
                return finer  # "kidney … ischemia reperfusion damage"
    for c in draft.claims:
        f = c.assertion.found
        if f.mention.label == "infarct size":
            told = _infarcted_before(draft.study)
            named = {d.mention.label for s in draft.study.sentences for d in diseases(s)}
            harm = _REPERFUSED if _REPERFUSED in named else "infarction"
            told = told or standing_for(f, f"myocardial {harm}", rules)
        elif f.mention.label.startswith("tumor "):
            told = disease_of_cells(draft.study, rules) or standing_for(f, "cancer", rules)
        else:
            continue
        if told is not None:
            return told
    return disease_of_cells(draft.study, rules, tumour=False) or disease_of_cells(
        draft.study, rules
    )


def _infarcted_before(study: Study) -> Found | None:
    """The last disease with an infarct in the studies told before in the paragraph."""
    before = study.before
    while before is not None:
        for s in reversed(before.sentences):
            for f in diseases(s):
                if f.mention.label in _INFARCTED:
                    return f
        before = before.before
    return None
