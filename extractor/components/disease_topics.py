"""The disease of a study that names none: what its paragraph announces, the studies before it tell,
or its animals bear.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from extractor.components.analysis import Analysis
from extractor.components.discourse import Sentence, Study
from extractor.components.disease_roles import (
    diseases_among,
    is_model,
    left_alone,
    of_donors,
)
from extractor.components.disease_slot import (
    disease_of_cells,
    diseases,
    of_organ,
    organ,
    refine,
    weight,
)
from extractor.components.disease_words import NAMES, ORGANS
from extractor.components.found import Found
from extractor.components.grouping import Draft
from extractor.components.losses import words
from extractor.components.run_in import turns_to
from extractor.rules import Rules


def opening(study: Study) -> Found | None:
    """The one disease that the paragraph's opening sentence names, if it names no vesicles, or one
    that a later sentence before the study announces ("More has been done in osteoarthritis.").
    """
    announced = _announced(study)
    if announced is not None:
        return announced
    a = study.sentences[0].analysis
    last = next((i for i, key in enumerate(a.tokens.keys) if key == "."), len(a.tokens))
    if (first := _led_by(a, last)) is not None:
        return first
    if any(v.kind == "vesicle" and v.last <= last for v in a.soft):
        return None
    named = [f for f in diseases_among([f for f in a.found if f.last <= last]) if weight(f) > 1]
    return named[0] if len({f.mention.label for f in named}) == 1 else None


_LEADS = frozenset("in for among regarding concerning".split())
_WITHIN_LEAD = 5


def _led_by(a: Analysis, last: int) -> Found | None:
    """The disease with which a paragraph opens as its topic: "In osteoarthritis, …"."""
    keys = a.tokens.keys
    if not keys or keys[0] not in _LEADS:
        return None
    for f in diseases_among([f for f in a.found if f.first < _WITHIN_LEAD and f.last < last]):
        borne = "with" in keys[1 : f.first] or f.facts.get("model")  # "in rats with stroke"
        if weight(f) > 1 and keys[f.last] == "," and not borne:
            return f
    return None


def _announced(study: Study) -> Found | None:
    """The disease of the nearest sentence before the study that announces one, unless another is
    named on the way.
    """
    before = study.before
    others: set[str] = set()
    models: list[Found] = []
    while before is not None:
        for s in reversed(before.sentences):
            named = {f.mention.label: f for f in diseases(s) if weight(f) > 2}
            if _announces(s):
                (told,) = named.values()
                label = told.mention.label
                strange = any(label not in (m.mention.label, *_also(m)) for m in models)
                return told if others <= {label} and not strange else None
            others |= {name for name, f in named.items() if not f.facts.get("model")}
            models += [f for f in named.values() if f.facts.get("model")]
        before = before.before
    return None


def _also(f: Found) -> list[str]:
    """The other diseases for which a model may stand."""
    return (f.entry.facts.get("also") or "").split("|") if f.entry is not None else []


def _announces(s: Sentence) -> bool:
    """Whether a sentence names one disease and tells of nothing that was done or found."""
    named = {f.mention.label for f in diseases(s) if weight(f) > 2}
    if s.citations or s.of("vesicle") or s.of("mirna") or s.of("source"):
        return False
    return not (s.assertions and not turns_to(s)) and not left_alone(s) and len(named) == 1


_TO_FIBROSIS = re.compile(
    r"(?:(?:in|for|as (?:for|to|regards)|regarding|turning to) )?(?:the )?(?:fibrosis|scarring)\b",
    re.I,
)


def turned_to_fibrosis(study: Study, rules: Rules) -> Found | None:
    """The fibrosis that the study's first sentence or one before it turns to ("Fibrosis has been
    treated too."), of the organ that its heading, the study or the ones before it tell; nothing if
    a disease is named on the way.
    """
    if study.own:
        return None
    rows, member = study.sentences[:1], study
    while True:
        for s in reversed(rows):
            f = next((d for d in diseases(s) if d.mention.label == "fibrosis"), None)
            if f is not None and _TO_FIBROSIS.match(words(s)):
                return _fibrosis_of(f, study, member, rules)
            if any(weight(d) > 2 and not d.facts.get("model") for d in diseases(s)):
                return None
        if member.before is None:
            return None
        member = member.before
        rows = member.sentences


def _fibrosis_of(f: Found, study: Study, told: Study | None, rules: Rules) -> Found | None:
    """A fibrosis by the name that it has in its organ."""
    for member in (told, study):
        finer = refine(f, member, None, rules) if member is not None else f
        if finer is not f:
            return replace(finer, entry=rules.entry("disease", finer.mention.label))
    while told is not None:
        for s in reversed(told.sentences):
            for d in diseases(s):
                for part in NAMES.get(ORGANS.get(organ(d, rules), ""), ()):
                    entry = rules.entry("disease", f"{part} fibrosis") if weight(d) > 1 else None
                    if entry is not None:
                        named = replace(f.mention, label=entry.label, id=entry.id)
                        return replace(f, mention=named, entry=entry)
        told = told.before
    return None


_SUMS_UP = re.compile(
    r"(?:overall|(?:taken|all) together|in (?:summary|sum|short|conclusion|general)|collectively|"
    r"altogether|all in all|to (?:sum up|conclude|summari[sz]e)|in aggregate)\b"
)


_SHARE = 0.6
_TOLD = 3


def pervading(rows: list[Sentence]) -> Found | None:
    """The one disease that a whole text is about, where studies of it need not name it again."""
    named = [
        f
        for s in rows
        for f in diseases(s)
        if weight(f) > 2 and not f.facts.get("model") and not of_donors(s, f)
    ]
    counts = Counter(f.mention.label for f in named)
    if not counts:
        return None
    label, told = max(counts.items(), key=lambda item: item[1])
    body = [s for s in rows if s.block.kind not in ("title", "heading")]
    opens = any(f.mention.label == label for s in body[:1] for f in named if f in diseases(s))
    if told < _TOLD - opens or told < _SHARE * len(named):
        return None
    return next(f for f in named if f.mention.label == label)


def sums_up(study: Study) -> bool:
    """Whether what a review tells of no one's work sums up, of whatever disease it was."""
    first = study.sentences[0]
    return not study.own and not first.citations and bool(_SUMS_UP.match(words(first)))


def borne(study: Study) -> Found | None:
    """A wide name that the animals or patients of the study bear: "mice with lung disease"."""
    named = [
        f
        for s in study.sentences
        for f in diseases(s)
        if f.mention.label != "disease" and not weight(f)
        if is_model(s, f) and not of_donors(s, f)
    ]
    return named[0] if named else None


def exemplified(study: Study) -> Found | None:
    """The disease of the general statement for which the study is told as an example."""
    keys = study.sentences[0].keys()
    if study.before is None or keys[:2] not in (["for", "example"], ["for", "instance"]):
        return None
    found = [f for f in diseases(study.before.sentences[-1]) if weight(f) > 1]
    return max(found, key=weight, default=None)


def same_cells(draft: Draft) -> Found | None:
    """The disease of the study before, when the same cells' vesicles "also" did something."""
    study = draft.study
    if study.before is None or draft.source is None:
        return None
    label = draft.source.mention.label
    also = "also" in study.sentences[0].keys()  # noqa: SIM118 - a method of ours, no mapping
    if not also or label == "MSC":
        return None
    if not any(f.mention.label == label for s in study.before.sentences for f in s.of("source")):
        return None
    found = [f for s in study.before.sentences for f in diseases(s) if weight(f) > 1]
    return found[-1] if found else None


_TAKES_UP = re.compile(
    r"\b(?:sequel|analogous|the (?:reverse|opposite|contrary)|(?:second|further|later) series|"
    r"follow-?up|subsequent(?:ly)?|in the hands of|for (?:its|their) part|"
    r"th(?:ese|is|e same) (?:authors?|teams?|groups?|laborator(?:y|ies)|investigators|researchers)|"
    r"(?:one|another|an? [\w-]+) (?:group|team|laboratory|report)\b[^.;]{0,60}?"
    r"\b(?:however|unable|failed|fails?|no|not|could not)|"
    r"likewise|similarly|comparabl[ey]|did so|does so|do so)\b"
)
"""How a study is told as one more on what the one before it was about."""


def earlier(study: Study, rules: Rules, *, last: bool = False) -> Found | None:
    """The disease of the studies told before in the same paragraph, if they all tell of one; where
    one names none, that for which its cells stand.

    Args:
        study: A study that names no disease.
        rules: For labels and identifiers.
        last: Take the last one told if they do not, where the study takes up the one before it,
            and a nameless harm ("ischemia") of an organ.
    """
    found: list[Found] = []
    cultured = any(s.has("in_vitro") for s in study.sentences)
    before = study.before
    while before is not None:
        told = [f for s in reversed(before.sentences) for f in diseases(s) if weight(f)]
        harm = of_organ(before, rules) if last and not told and not cultured else None
        if harm is not None:
            told = [replace(harm, entry=rules.entry("disease", harm.mention.label))]
        cells = None if told else disease_of_cells(before, rules, tumour=False)
        found += told if cells is None else [cells]
        before = before.before
    sure = [f for f in found if weight(f) > 1]
    told = sure or [f for f in found if f.facts.get("model")]
    named = {f.mention.label for f in told if not f.facts.get("model")}
    if len(named) == 1 and all(
        f.mention.label in named or named & set(_also(f)) for f in told
    ):  # a model stands for what is named beside it
        return next(f for f in told if f.mention.label in named)
    if len({f.mention.label for f in told}) == 1:
        return told[0]
    takes_up = study.alike or any(_TAKES_UP.search(words(s)) for s in study.sentences[:1])
    return told[0] if told and last and takes_up else None


def told_last(study: Study) -> Found | None:
    """The disease that was named last in the studies told before in the same paragraph."""
    before = study.before
    while before is not None:
        for s in reversed(before.sentences):
            named = [f for f in diseases(s) if weight(f) > 2 and not of_donors(s, f)]
            if named:
                return named[-1]
        before = before.before
    return None


_IN_ONE = re.compile(
    r"(?:^|[;,:] (?:and |while |whereas |but )?)in the (former|latter)\b(?! \w+ of)"
)


def of_two(study: Study) -> Found | None:
    """The disease that "in the former" takes up, of two that the sentence before names."""
    s = study.sentences[0]
    met = _IN_ONE.search(words(s)) if "the" in s.keys()[:6] else None
    if met is None or any(weight(f) > 1 for f in diseases(s)):
        return None
    before = study.before
    while before is not None:
        for t in reversed(before.sentences):
            named = list({f.mention.label: f for f in diseases(t) if weight(f) > 1}.values())
            if len(named) == 2:
                return named[met[1] == "latter"]
            if named:
                return None
        before = before.before
    return None
