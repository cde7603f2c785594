"""What fills source, disease, vesicle and cargo of a finding, and from where it is inherited."""

from __future__ import annotations

from dataclasses import replace

from extractor.components.announced import APART, TITLED, other_tumour, yields
from extractor.components.by_source import label_of, sole_actor
from extractor.components.carriage import cargo_of
from extractor.components.claims import those_of_source
from extractor.components.discourse import Sentence, Study, chain
from extractor.components.disease_slot import (
    disease_of,
    diseases,
    implied,
    in_full,
    narrower,
    of_organ,
    organ,
    refine,
    stated_model,
    weight,
)
from extractor.components.disease_topics import (
    borne,
    earlier,
    exemplified,
    of_two,
    same_cells,
    sums_up,
    told_last,
    turned_to_fibrosis,
)
from extractor.components.disease_words import names_tumor
from extractor.components.foreign import OF_CELLS, of_other_cells, others_own
from extractor.components.found import Found
from extractor.components.grouping import Draft
from extractor.components.source_before import taken_up
from extractor.components.tumor_asides import disease_of_aside
from extractor.records import Mention
from extractor.rules import Rules

_SETTINGS = (
    ("clinical", "clinical"),
    ("ex vivo", "ex_vivo"),
    ("in vivo", "in_vivo"),
    ("in vitro", "in_vitro"),
)
_VESICLE_NEAR = 7
_OWN_NEAR = 3
"""Tokens between a source and the vesicles that are named by it."""
_LISTED = frozenset("and or / , versus than as nor but ( )".split())


def fill(
    draft: Draft,
    fallback: Found | None,
    disease_topic: Found | None,
    rules: Rules,
    ground: Found | None = None,
) -> None:
    """Fill the slots of a draft from its own sentences, its study, and the studies before it.

    Args:
        draft: The draft; its ``source``, ``disease``, ``vesicle`` and ``cargo`` are set.
        fallback: The document's plain or main MSC source, for cargo named with no source near.
        disease_topic: The document's (or heading's) disease.
        rules: For labels and identifiers.
        ground: The one disease that the whole text is about, where nothing nearer tells one.
    """
    evidence = [c.sentence for c in draft.claims]
    first = min(evidence, key=lambda s: s.start)
    if draft.study.spared and disease_topic is not None and names_tumor(disease_topic):
        disease_topic = None
    shared = disease_topic if disease_topic and disease_topic.facts.get("shared") else None
    apart = disease_topic is not None and APART in disease_topic.facts
    disease_topic = None if shared or apart or sums_up(draft.study) else disease_topic
    disease_topic = turned_to_fibrosis(draft.study, rules) or disease_topic
    draft.source = _source(draft.study, first, draft)
    if draft.source is None:
        draft.source = taken_up(draft.study, _sheds) or fallback
        draft.inherited.add("source")
    study = draft.study
    if study.titles:
        study = replace(study, sentences=[*study.titles, *study.sentences])
    draft.disease = disease_of_aside(draft.claims, rules) if study.tumor else of_two(study)
    if draft.disease is None:
        draft.disease = disease_of(study, first, draft) or of_organ(study, rules)
    if draft.disease is not None and "disease" in draft.inherited and not draft.study.own:
        sick = borne(draft.study)
        if sick is not None and not draft.disease.mention.label.endswith(sick.mention.label) and (
            organ(sick, rules) != organ(draft.disease, rules)
        ):
            draft.disease = sick  # "mice with arthritis" are not those of the study before
            draft.inherited.discard("disease")
    if draft.disease is not None and weight(draft.disease) == 1 and not draft.study.own:
        # an outcome or a treatment of cells, not the disease that the paragraph is about
        place = disease_topic is not None and "place" in disease_topic.facts
        topic = disease_topic if draft.disease.facts.get("model") or not place else None
        told = topic or earlier(draft.study, rules)
        fixed = stated_model(draft.study, draft.disease) or _finer(draft.disease, study, rules)
        if told is not None and weight(told) > 1 and not fixed:
            draft.disease = told
            draft.inherited.add("disease")
    about = None if study.own else disease_topic or shared or ground
    if draft.disease is not None and about is not None and yields(
        draft.disease, about, study, rules
    ):
        draft.disease = about
        draft.inherited.add("disease")
    handed = draft.disease if "disease" in draft.inherited else None
    handed = disease_topic if draft.disease is None else handed
    if handed is not None and names_tumor(handed):
        draft.disease = other_tumour(study, handed, rules) or draft.disease
    if disease_topic is not None and not draft.study.in_vitro and (
        draft.disease is None
        or narrower(disease_topic, draft.disease)
        or (not draft.study.own and _only_outcome(draft, disease_topic, rules))
    ):
        draft.disease = disease_topic
        draft.inherited.add("disease")
    elif draft.disease is None and not draft.study.in_vitro and not sums_up(draft.study):
        draft.disease = (
            exemplified(draft.study) or same_cells(draft) or implied(draft, rules)
            or (None if apart else earlier(draft.study, rules, last=True)) or shared
        )  # fmt: skip
        if draft.disease is not None:
            draft.inherited.add("disease")
    if draft.disease is None:
        draft.disease = borne(draft.study)
    if draft.disease is None and not (study.own or study.in_vitro):
        draft.disease = ground
    if draft.disease is not None:
        told = None if study.own else earlier(study, rules)
        topic = disease_topic or shared
        topic = about if topic is None and about is not None and TITLED in about.facts else topic
        if topic is None and draft.disease.facts.get("model"):
            topic = told  # what the paragraph calls the disease of the model
        home = _told_in(study.before, draft.disease) if "disease" in draft.inherited else None
        if home is not None:  # as it was meant where it was told
            draft.disease = refine(draft.disease, home, topic, rules)
        draft.disease = refine(draft.disease, study, topic, rules)
        for named in (told, None if study.own else told_last(study)):
            if named is not None and weight(named) > 2 and not draft.disease.facts.get("joined"):
                draft.disease = in_full(draft.disease, named, firm=named is told)
    draft.vesicle = _vesicle(draft.study, first)
    draft.cargo = _cargo(draft)


def _finer(f: Found, study: Study, rules: Rules) -> bool:
    """Whether the words of the study tell of what organ a wide name is: the ovary of aged mice."""
    return refine(f, study, None, rules).mention.label != f.mention.label


def _told_in(study: Study | None, f: Found) -> Study | None:
    """The study told before that names a disease."""
    while study is not None and not any(f in diseases(s) for s in study.sentences):
        study = study.before
    return study


def _only_outcome(draft: Draft, topic: Found, rules: Rules) -> bool:
    """Whether the disease is but an outcome ("less emphysema") of the topic's organ."""
    outcomes = [c.assertion.found.facts.get("also") for c in draft.claims]
    if draft.disease is None or not any(f is draft.disease for f in outcomes):
        return False
    return weight(topic) > 2 and organ(topic, rules) == organ(draft.disease, rules) != ""


def _source(study: Study, first: Sentence, draft: Draft) -> Found | None:
    actor = "" if study.own else sole_actor(draft.claims)
    told = {id(c.sentence) for c in draft.claims}
    for member, depth in chain(study):
        best: tuple[tuple[int, int, int], Found] | None = None
        for s in member.sentences:
            for f in s.of("source"):
                if _contrasted(s, f) or (
                    study.source and label_of(f) not in ("MSC", study.source)
                ):
                    continue
                near = int(tied_to_vesicle(s, f) or _tried(s, f))
                near += 2 * (actor == label_of(f) and id(s) in told)
                specific = f.mention.label != "MSC"
                distance = (
                    first.start - s.start if s.start <= first.start else 2 * (s.start - first.start)
                )
                score = ((1 + study.own) * specific + near, near, -distance)
                if best is None or score > best[0]:
                    best = (score, f)
        if best is not None:
            if depth:
                draft.inherited.add("source")
            return best[1]
    return None


def _sheds(s: Sentence, f: Found) -> bool:
    """Whether a sentence lays vesicles to a source, not only to set others against them."""
    return tied_to_vesicle(s, f) and not _contrasted(s, f)


_TRIALS = frozenset(
    "effect effects efficacy potential safety benefit benefits administration transplantation "
    "infusion injection use action actions".split()
)


def _tried(s: Sentence, f: Found) -> bool:
    """Whether it is the cells that are said to be tried: "tested the effects of AD-MSCs in
    patients", of which later only "MSC vesicles" are told.
    """
    keys = s.analysis.tokens.keys[max(s.first, f.first - 2) : f.first]
    return keys[1:] == ["of"] and keys[0] in _TRIALS


def _contrasted(s: Sentence, f: Found) -> bool:
    keys = s.analysis.tokens.keys[max(s.first, f.first - 4) : f.first]
    others = any(g is not f and g.mention.label != "MSC" for g in s.of("source"))
    return "than" in keys or "unlike" in keys or ("normal" in keys and others)


def tied_to_vesicle(s: Sentence, f: Found) -> bool:
    """Whether a vesicle stands close to the source: "MSC exosomes", "vesicles of … MSCs"."""
    cells = [c for c in s.of("cell") if not (f.first < c.last and c.first < f.last)]
    for v in s.of("vesicle"):
        if v.first <= f.first and f.last <= v.last:
            return True
        keys = s.analysis.tokens.keys
        own = [g for g in s.of("source") if g.last <= v.first <= g.last + _OWN_NEAR and g is not f]
        if f.last <= v.first and v.first - _past_aside(keys, f.last) <= _VESICLE_NEAR:
            between = set(keys[f.last : v.first])
            behind = next((g for g in own if f.last < g.first), None)
            if behind is not None and not set(keys[f.last : behind.first]) & _LISTED:
                continue  # "osteogenesis of BMSCs was enhanced by ADSC exosomes"
            if not _TAKES & between or _SHEDS & between or _taken_up(keys, v.first):
                return True
            continue  # "tendon stem cells treated with vesicles" are not those that shed them
        if v.last <= f.first and f.first - v.last <= _VESICLE_NEAR + 3:
            # "exosomes of macrophages push MSCs" are not the MSCs' own
            others = [c for c in cells if v.last <= c.first and c.last <= f.first]
            words = set(keys[v.last : f.first])
            given = words & _GIVEN_TO or (own and not words & _LISTED)
            given = given and not words & OF_CELLS - {"the", "-", "human"}
            if not others and not given and not others_own(s, v):
                return True
    return False


def _taken_up(keys: list[str], at: int) -> bool:
    """Whether vesicles that open a clause are those of the cells before it: "MSCs were primed with
    X; the exosomes …", "and their vesicles …".
    """
    before = keys[max(0, at - 2) : at]
    return len(before) > 1 and (
        (before[0] in (";", ":") and before[1] in ("the", "their", "these", "resulting"))
        or (before[0] in ("and", ",") and before[1] == "their")
    )


def _past_aside(keys: list[str], at: int) -> int:
    """The token behind an aside on cells: "stem cells, which share much with MSCs, secrete …"."""
    if keys[at : at + 2] not in ([",", "which"], [",", "also"], [",", "known"]):
        return at
    return next((k + 1 for k in range(at + 2, min(at + 14, len(keys))) if keys[k] == ","), at)


_TAKES = frozenset(
    "treated exposed incubated cultured co-cultured cocultured stimulated given receiving received "
    "internalized internalised absorbed engulfed absorbing pretreated pre-treated supplemented "
    "with under took take taken engulf engulfing internalizing internalising".split()
)
"""Words between cells and the vesicles that they take up."""
_SHEDS = frozenset(
    "release releases released releasing secrete secretes secreted secreting shed sheds shedding "
    "produce produces produced yield yields yielded yielding export exported".split()
)
_GIVEN_TO = frozenset("to into onto".split())
"""Words by which vesicles reach the MSCs: "the vesicles were added to MSCs"."""


_OPENS = ("the", "their", "these", "those", "resulting", "released", "secreted", "isolated")


def _goes_on_with_vesicles(s: Sentence, following: Sentence) -> bool:
    """Whether a sentence on MSCs is followed by one on their vesicles: "They primed MSCs with X.
    The exosomes lowered Y".
    """
    if not s.of("source") or s.of("vesicle") or of_other_cells(following):
        return False
    keys = following.analysis.tokens.keys
    first = following.first
    opening = next((v for v in following.of("vesicle") if v.first - first <= 2), None)
    return (
        opening is not None
        and opening.first > first
        and all(k in _OPENS for k in keys[first : opening.first])
    )


def about_msc_vesicles(study: Study) -> bool:
    """Whether the study's vesicles are said to be of MSCs, by its own words or those before it."""
    if any(of_other_cells(s) for s in study.sentences) and not any(
        s.of("source") for s in study.sentences
    ):
        return False
    for member, _ in chain(study):
        if any(tied_to_vesicle(s, f) for s in member.sentences for f in s.of("source")):
            return True
    if any(those_of_source(s) for s in study.sentences):
        return True
    if any(map(_goes_on_with_vesicles, study.sentences, study.sentences[1:])):
        return True
    told = any(s.of("mirna") or s.of("cargo") for s in study.sentences)
    before: Study | None = study.before
    steps = 0
    while before is not None and steps < 8:
        if any(tied_to_vesicle(s, f) for s in before.sentences for f in s.of("source")):
            return True
        before = before.before
        steps += 1
    return told


def _vesicle(study: Study, first: Sentence) -> Found | None:
    every = [(s, f) for s in study.sentences for f in s.of("vesicle") if "group" not in f.facts]
    options = [f for s, f in every if s.start <= first.start]
    if options:
        return options[-1]
    options = [f for _, f in every]
    if options:
        return options[0]
    if study.anaphoric and study.before is not None:
        return _vesicle(study.before, first)
    return None


def _cargo(draft: Draft) -> list[Found]:
    if draft.plain:
        return []
    evidence = {id(c.sentence) for c in draft.claims}
    aside = draft.study.own and (
        draft.polarity != "asserted" or any(c.arm for c in draft.claims)
    )  # another arm's cargo is not this finding's
    named = cargo_of(draft.study, lambda s: not aside or id(s) in evidence)
    return [
        f for _, f in named if draft.carried is None or f.mention.label in draft.carried
    ]


def with_model(s: Sentence, f: Found) -> Mention:
    """The mention with the model around it: "rat model of X", "murine X model", "X mice"."""
    tokens = s.analysis.tokens
    keys, first, last = tokens.keys, f.first, f.last
    if not (s.first <= first and last <= s.last):
        return f.mention
    animals = [
        o for o in s.of("organism") if not any(x.first <= o.first < x.last for x in s.of("source"))
    ]
    if last < s.last and keys[last] == "-" and last + 1 < s.last and keys[last + 1] == "induced":
        last += 2
    while last < s.last and (
        keys[last] in ("model", "models", "murine", "mouse", "rat")
        or any(o.first == last and o.last == last + 1 for o in animals)
    ):
        last += 1
    while first > s.first and keys[first - 1] in ("acute", "chronic", "experimental", "severe"):
        first -= 1
    if (
        first - 2 >= s.first
        and keys[first - 1] in ("of", "with")
        and (keys[first - 2] in ("model", "models") or any(o.last == first - 1 for o in animals))
    ):
        first -= 2
        first = min([first, *(o.first for o in animals if o.last == first + 1)])
    while before := [o.first for o in animals if o.last == first]:
        first = min(before)
    start = s.analysis.offset + tokens.starts[first]
    end = s.analysis.offset + tokens.ends[last - 1]
    text = tokens.text[tokens.starts[first] : tokens.ends[last - 1]]
    return replace(f.mention, start=start, end=end, text=text)


def organism_of(s: Sentence, f: Found) -> str | None:
    """The organism of a disease model: the nearest in the sentence that is not the cells' own."""
    sources = s.of("source")
    best: tuple[int, str] | None = None
    for o in s.of("organism"):
        if any(x.first <= o.first < x.last for x in sources):
            continue
        distance = min(abs(o.first - f.last), abs(f.first - o.last))
        if best is None or distance < best[0]:
            best = (distance, o.mention.label)
    return best[1] if best else None


def setting_of(draft: Draft, s: Sentence) -> str | None:
    """In vivo, in vitro, ex vivo or clinical, as the evidence tells."""
    model = draft.disease.facts.get("setting") if draft.disease is not None else None
    rows = [s, *(c.sentence for c in draft.claims)]
    for name, cue in _SETTINGS[:2]:
        if any(r.has(cue) for r in rows):
            return name
    if model:
        return str(model)
    for name, cue in _SETTINGS[2:]:
        if any(r.has(cue) for r in rows):
            return name
    return None
