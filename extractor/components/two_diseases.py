"""An own study of two diseases, parted claim by claim: "Insulitis was milder in NOD mice, whereas
retinal damage fell in mice with uveitis", "IL-17 was lowered in both".
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from extractor.components.arms import ALL, MAIN
from extractor.components.claim import Claim
from extractor.components.discourse import Sentence, Study
from extractor.components.disease_roles import of_donors
from extractor.components.disease_slot import diseases, weight
from extractor.components.found import Found
from extractor.components.lazily import lazily
from extractor.components.losses import words

_BEARERS = frozenset(
    "mice mouse rats rat rabbits pigs animals patients pups lambs sheep dogs models".split()
)
_AROUND = _BEARERS | frozenset(
    "and in both as well with a an the of on model murine , or after given - second then also "
    "women men children injected induced treated".split()
)
_FIRST = 4
"""Sentences, the title among them, of which one names both diseases side by side."""
_LONGEST = 12
_BOTH = lazily(
    r"\b(?:in|for|by|of|with) (?:both|either|each)(?= (?:[\w-]+ )?(?:models?|diseases?|strains?|"
    r"conditions?|settings?|disorders?|species|kinds? of (?:mice|rats|animals)|mice|rats|animals|"
    r"injuries|cohorts)\b|\s*(?:[.,;(]|$)|"
    r" [\w/-]+ and [\w/-]+ (?:mice|rats|animals|pigs|rabbits)\b)"
)
_ONE = lazily(r"\bin the (former|latter|first|second)\b(?! \w+ (?:of|and))")
_GROUNDS = re.compile(
    r"obesity|aging|^(?:arterial |essential )?hypertension$|hyperlipid|metabolic syndrome", re.I
)


def parted(study: Study, claims: list[Claim]) -> list[tuple[Study, list[Claim]]]:
    """The study once for each of two diseases, with what is told of it; nothing where it does not
    set two side by side and tell an outcome of each by its name.
    """
    pair = _pair(study)
    if pair is None:
        return []
    species = _bred(study, pair)
    owners: list[tuple[int, ...]] = []
    named: set[int] = set()
    current: tuple[int, ...] = (0, 1)
    last: Sentence | None = None
    for c in claims:
        s = c.sentence
        if s is not last and last is not None and s.block.kind != "title":
            turned = {i for f in diseases(last) if (i := _place(f, pair)) is not None}
            turned = turned or set(_by_species(last, species))
            if len(turned) == 1 and not _BOTH.search(words(last)):
                current = tuple(turned)
        last = s
        told = _told_of(s, c, pair, species)
        if len(told) == 1 and s.block.kind != "title":
            named |= set(told)
        owners.append(told or current)
    if named != {0, 1}:
        return []
    out = []
    for i in (0, 1):
        own = [
            replace(c, arm=MAIN if c.arm == ALL and _BOTH.search(words(c.sentence)) else c.arm)
            for c, names in zip(claims, owners, strict=True) if i in names
        ]  # fmt: skip
        elsewhere = {
            id(c.sentence) for c, names in zip(claims, owners, strict=True) if i not in names
        } - {id(c.sentence) for c in own}
        rows = [_without(s, pair, 1 - i) for s in study.sentences if id(s) not in elsewhere]
        out.append((replace(study, sentences=rows), own))
    return out


def _pair(study: Study) -> tuple[Found, Found] | None:
    """The two diseases that one of the first sentences names side by side."""
    for s in study.sentences[:_FIRST]:
        named = [f for f in sorted(diseases(s), key=lambda f: f.first) if _stands(s, f)]
        for one, other in pairwise(named):
            keys = s.analysis.tokens.keys[one.last : other.first]
            if len(keys) > _LONGEST or "and" not in keys or not set(keys) <= _AROUND:
                continue
            behind = s.analysis.tokens.keys[other.last : other.last + 1]
            borne = _BEARERS & {*keys, *behind} or s.block.kind == "title"
            alike = _names(one) & _names(other) or one.mention.label == other.mention.label
            if borne and not alike:
                return one, other
    return None


def _stands(s: Sentence, f: Found) -> bool:
    """Whether a mention may be one of the diseases that a study is about."""
    if of_donors(s, f) or _GROUNDS.search(f.mention.label) or f.kind != "disease":
        return False
    borne = f.mention.text.rsplit(" ", 1)[-1] in _BEARERS
    return weight(f) > 2 or (weight(f) > 0 and borne)


def _names(f: Found) -> set[str]:
    """The disease, and those that it may stand for."""
    if f.entry is None:
        return {f.mention.label.casefold()}
    more = (f.entry.facts.get("also") or "").split("|")
    more += [fl.removeprefix("narrow:") for fl in f.entry.flags if fl.startswith("narrow:")]
    return {name.casefold() for name in (f.mention.label, *more) if name}


def _place(f: Found, pair: tuple[Found, Found]) -> int | None:
    """Which of the two diseases a mention names: "arthritis" the rheumatoid one."""
    label = f.mention.label.casefold()
    for i, one in enumerate(pair):
        if _names(f) & _names(one) or one.mention.label.casefold().endswith(f" {label}"):
            return i
    return None


_SPECIES = {
    "mice": "mouse", "mouse": "mouse", "rats": "rat", "rat": "rat", "rabbits": "rabbit",
    "pigs": "pig", "dogs": "dog", "sheep": "sheep", "patients": "patient", "murine": "mouse",
}  # fmt: skip
_NEAR = 5
"""Tokens between a disease and the animals that have it."""


def _bred(study: Study, pair: tuple[Found, Found]) -> tuple[str, str]:
    """The animals that have each of the two diseases, ``""`` where it is not told."""
    out = []
    for i in (0, 1):
        told: dict[str, int] = {}
        for s in study.sentences[: _FIRST + 2]:
            keys = s.analysis.tokens.keys
            for f in diseases(s):
                if _place(f, pair) != i:
                    continue
                before = keys[max(s.first, f.first - _NEAR) : f.first]
                if "and" in before:
                    before = before[len(before) - before[::-1].index("and") :]
                inside = f.mention.text.lower().split()
                for k in (*keys[f.last : f.last + 1], *inside, *before):
                    if k in _SPECIES:
                        told[_SPECIES[k]] = told.get(_SPECIES[k], 0) + 1
        out.append(max(told, key=lambda k: told[k]) if told else "")
    return out[0], out[1]


def _by_species(s: Sentence, species: tuple[str, str]) -> tuple[int, ...]:
    """Of which disease a sentence tells by its animals: "in the rats, fibrosis regressed"."""
    one, other = species
    if one == other or not one or not other:
        return ()
    keys = s.keys()
    named = {_SPECIES[k] for k in keys if k in _SPECIES} & {one, other}
    return ((0,) if one in named else (1,)) if len(named) == 1 else ()


def _told_of(
    s: Sentence, c: Claim, pair: tuple[Found, Found], species: tuple[str, str]
) -> tuple[int, ...]:
    """Of which of the two diseases a claim is told, by the words of its sentence."""
    if s.block.kind == "title" or _BOTH.search(words(s)):
        return (0, 1)
    found = [(f, i) for f in diseases(s) if (i := _place(f, pair)) is not None]
    places = {i for _, i in found}
    if not places:
        ones = list(_ONE.finditer(words(s)))
        if not ones:
            return _by_species(s, species)
        at = c.assertion.found.mention.end - s.start
        one = next((m for m in ones if m.start() >= at), ones[-1])
        return (int(one[1] in ("latter", "second")),)
    if len(places) == 1:
        return tuple(places)
    clause = {
        i for f, i in found
        for u, k in zip(s.row, s.clauses, strict=True)
        if k == c.assertion.clause and u.first <= f.first < u.last
    }
    if len(clause) == 1:
        return tuple(clause)
    told = c.assertion.found
    behind = [(d.first, i) for d, i in found if d.first >= told.last]
    before = [(d.first, i) for d, i in found if d.last <= told.first]
    if not behind or not before:
        return _together(s, [d for d, _ in found]) or ((min(behind) if behind else max(before))[1],)
    opens = min(x.found.first for x in s.assertions) if s.assertions else told.first
    leads = min(d.first for d, _ in found) < opens  # "in A, X fell, and in B Y did"
    return ((max(before) if leads else min(behind))[1],)


def _together(s: Sentence, found: list[Found]) -> tuple[int, ...]:
    """Both, where the two diseases are named together: "in A and in B"."""
    found = sorted(found, key=lambda f: f.first)
    between = set(s.analysis.tokens.keys[found[0].last : found[-1].first])
    return (0, 1) if "and" in between and between <= _AROUND else ()


def _without(s: Sentence, pair: tuple[Found, Found], place: int) -> Sentence:
    """A sentence without what it says of the other disease."""
    gone = {id(f) for f in diseases(s) if _place(f, pair) == place}
    if not gone:
        return s
    return replace(s, found=[f for f in s.found if id(f) not in gone])
