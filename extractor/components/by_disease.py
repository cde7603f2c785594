"""Studies of two diseases told one after the other, parted: a finding has one disease."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from extractor.components.claim import Claim
from extractor.components.discourse import Sentence, Study
from extractor.components.disease_roles import contrasted, is_model, of_cell_line, of_donors
from extractor.components.disease_slot import diseases, weight
from extractor.components.found import Found
from extractor.components.losses import words
from extractor.components.sections import section_is_background
from extractor.components.two_diseases import parted

_OPENS = frozenset("in for among with against".split())
_BEARERS = frozenset("mice rats pigs rabbits animals patients pups lambs sheep dogs".split())
_OPENING = 9
"""Tokens within which a sentence that turns to a disease names it."""
_TWO = re.compile(
    r"\b(?:two|both|either|second|other|another|different|distinct|separate|side by side)"
    r" (?:[\w-]+ ){0,3}?(?:models?|diseases?|forms?|injur(?:y|ies)|disorders?|conditions?|"
    r"settings?|lesions?|indications?|insults?)\b|\bside by side\b"
)

_WANTED = re.compile(
    r"\b(?:needed|required|necessary|warranted|wanted|awaits?|awaited|remains? to be|should|must|"
    r"future)\b"
)
"""Words by which other models are but wished for: "other models should be tried"."""


def parts(study: Study, claims: list[Claim]) -> list[tuple[Study, list[Claim]]]:
    """The study once for each disease that its sentences turn to, with what is told from there on;
    one that is cited, where one sentence tells of both.

    Only an own study that says that it is of two, or names both in its title, is parted so; of
    another, what one sentence tells of animals with another disease stands apart.
    """
    if not claims:
        return [(study, claims)]
    if not study.own:
        return _in_one_sentence(study, claims)
    if two := parted(study, claims):
        return two
    if against := _set_against(study, claims):
        return against
    if not _of_two(study):
        return _tried_elsewhere(study, claims)
    turns = {id(s): f for s in study.sentences if (f := _turned_to(s)) is not None}
    names = list(dict.fromkeys(f.mention.label for f in turns.values()))
    if len(names) != 2:
        return [(study, claims)]
    owner: dict[int, str] = {}
    current = ""
    for s in study.sentences:
        if id(s) in turns:
            current = turns[id(s)].mention.label
        owner[id(s)] = current
    told = {name: [c for c in claims if owner[id(c.sentence)] in (name, "")] for name in names}
    if not all(told.values()):
        return [(study, claims)]
    out = []
    for name in names:
        other = names[1 - names.index(name)]
        rows = [_without(s, other) for s in study.sentences if owner[id(s)] in (name, "")]
        out.append((replace(study, sentences=rows), told[name]))
    return out


_LEADS = frozenset("in after among likewise similarly moreover also , then again finally".split())
"""Words that a sentence that turns to another model may have before its name and its animals."""
_AROUND = _BEARERS | frozenset("a an the with on second model of fed mouse rat murine -".split())


_FAR = 8
"""Tokens between "in" and the disease of the animals: "in a mouse model of …"."""


def _in_one_sentence(study: Study, claims: list[Claim]) -> list[tuple[Study, list[Claim]]]:
    """A study that is cited, parted where one sentence tells outcomes of one disease and then of
    another: "raised X in rats with A and lowered Y in mice with B".
    """
    s = next((c.sentence for c in claims if len(_where(c.sentence)) > 1), None)
    if s is None:
        return [(study, claims)]
    named = _where(s)
    told: list[list[Claim]] = [[] for _ in named]
    own = [c for c in claims if c.sentence is s]
    leads = named[0].first < min(c.assertion.found.first for c in own)
    for c in own:
        at = c.assertion.found.first
        before = [i for i, f in enumerate(named) if f.first < at]
        i = (before[-1] if before else 0) if leads else (before[-1] + 1 if before else 0)
        if i == len(named):
            return [(study, claims)]
        told[i].append(c)
    order = range(1, len(named)) if not leads else range(len(named) - 2, -1, -1)
    for i in order:
        other = i + 1 if leads else i - 1
        if not told[i] and _with(s, named[min(i, other)], named[max(i, other)]):
            told[i] = [replace(c) for c in told[other]]
    if not all(told):
        return [(study, claims)]
    told[-1] += [c for c in claims if c.sentence is not s]
    out = []
    for i, members in enumerate(told):
        if leads:
            start = named[i].first if i else s.first
            end = named[i + 1].first if i + 1 < len(named) else s.last
        else:
            start = named[i - 1].last if i else s.first
            end = named[i].last if i + 1 < len(named) else s.last
        rows = [_stretch(s, start, end) if t is s else t for t in study.sentences]
        out.append((replace(study, sentences=rows), members))
    return out


def _with(s: Sentence, one: Found, other: Found) -> bool:
    """Whether two diseases are named together: "in A and in B"."""
    between = set(s.analysis.tokens.keys[one.last : other.first])
    return "and" in between and between <= _TOGETHER


_TOGETHER = _AROUND | _BEARERS | frozenset("and in both as well models".split())


def _stretch(s: Sentence, start: int, end: int) -> Sentence:
    """A sentence without the diseases outside some of its tokens; without sources too, if it names
    one inside.
    """
    outside = [f for f in s.found if not start <= f.first < end]
    gone = {id(f) for f in outside if f in diseases(s)}
    if any(start <= f.first < end for f in s.of("source")):
        gone |= {id(f) for f in outside if f.kind == "source"}
    return replace(s, found=[f for f in s.found if id(f) not in gone])


def _where(s: Sentence) -> list[Found]:
    """The diseases in which a sentence tells its outcomes: "in rats with A … in mice with B"."""
    told = [f for f in s.of("disease") if weight(f) > 2 and not _GROUNDS.search(f.mention.label)]
    if len(told) < 2:
        return []
    keys = s.analysis.tokens.keys
    out: list[Found] = []
    for f in told:
        start = max(s.first, f.first - _FAR)
        led = max((i + 1 for i in range(start, f.first) if keys[i] == "in"), default=0)
        between = keys[led : f.first]
        if not led or {",", ";", ":", "the"} & set(between):
            continue
        if any(led <= x.first < f.first for x in s.found if x.kind in ("effect", "gene")):
            continue
        if any(_near(f) & _near(g) for g in out):
            return []
        out.append(f)
    return out


def _tried_elsewhere(study: Study, claims: list[Claim]) -> list[tuple[Study, list[Claim]]]:
    """The study, and apart from it what a sentence tells of animals with another disease than that
    of the title: "In SAMP8 mice, the same vesicles …".
    """
    titled = [f for s in study.sentences if s.block.kind == "title" for f in _named(s)]
    if not titled:
        return [(study, claims)]
    main = {label for f in titled for label in _near(f)}
    told = {id(c.sentence) for c in claims}
    turns: dict[str, list[Sentence]] = {}
    for s in study.sentences:
        f = _opened_with(s) if id(s) in told else None
        if f is not None and not main & _near(f) and not _GROUNDS.search(f.mention.label):
            turns.setdefault(f.mention.label, []).append(s)
    aside = {id(s) for rows in turns.values() for s in rows}
    rest = [s for s in study.sentences if id(s) not in aside]
    if any(f.mention.label in turns for s in rest for f in diseases(s)):
        return [(study, claims)]
    left = [c for c in claims if id(c.sentence) not in aside]
    if not turns or not left:
        return [(study, claims)]
    out = [(replace(study, sentences=rest), left)]
    for rows in turns.values():
        own = [c for c in claims if any(c.sentence is s for s in rows)]
        ground = [
            s if s in rows else _undiseased(s)
            for s in study.sentences
            if s in rows or s.block.kind == "title" or id(s) not in told | aside
        ]
        out.append((replace(study, sentences=ground), own))
    return out


def _set_against(study: Study, claims: list[Claim]) -> list[tuple[Study, list[Claim]]]:
    """The study, and apart from it what is told of the disease that its title sets against the
    rest: "…, but pancreatitis is not eased" and "Amylase was not lowered in pancreatitis".
    """
    titles = [s for s in study.sentences if s.block.kind == "title"]
    spared = {f.mention.label.casefold() for s in titles for f in diseases(s) if contrasted(s, f)}
    if not spared:
        return []
    told = {id(c.sentence) for c in claims}
    better = {id(c.sentence) for c in claims if c.polarity != "negated"}

    def of_spared(f: Found) -> bool:
        return any(
            one == label or one.endswith(f" {label}") or label.endswith(f" {one}")
            for label in _near(f) for one in spared
        )  # fmt: skip

    arm = {
        id(s) for s in study.sentences
        if id(s) in told - better and s.block.kind != "title" and not section_is_background(s)
        and any(map(of_spared, diseases(s)))
        and all(of_spared(f) or weight(f) < _NAMED for f in diseases(s))
    }  # fmt: skip
    own = [c for c in claims if id(c.sentence) in arm]
    left = [c for c in claims if id(c.sentence) not in arm]
    if not own or not left:
        return []
    rest = [s for s in study.sentences if id(s) not in arm]
    ground = [
        s if id(s) in arm else _only(s, of_spared)
        for s in study.sentences
        if id(s) in arm or id(s) not in told or s.block.kind == "title"
    ]
    return [(replace(study, sentences=rest), left), (replace(study, sentences=ground), own)]


_NAMED = 2
"""What a disease weighs that is told by its name."""


def _only(s: Sentence, kept: Callable[[Found], bool]) -> Sentence:
    """A sentence without its diseases but some."""
    gone = [f for f in diseases(s) if not kept(f)]
    return replace(s, found=[f for f in s.found if f not in gone]) if gone else s


def _undiseased(s: Sentence) -> Sentence:
    """A sentence without its diseases: it tells whose vesicles they were."""
    gone = diseases(s)
    return replace(s, found=[f for f in s.found if f not in gone]) if gone else s


def _named(s: Sentence) -> list[Found]:
    """The diseases that a sentence names well, what the cells' donors had apart."""
    return [f for f in diseases(s) if weight(f) > 2 and not of_donors(s, f)]


_GROUNDS = re.compile(r"diabetes|obesity|aging|hypertension$|hyperlipid|metabolic syndrome", re.I)
"""What animals may have besides the disease of the title: "In diabetic mice, infarcts shrank"."""


def _near(f: Found) -> set[str]:
    """The disease, and those that it may stand for."""
    if f.entry is None:
        return {f.mention.label.casefold()}
    more = (f.entry.facts.get("also") or "").split("|")
    more += [fl.removeprefix("narrow:") for fl in f.entry.flags if fl.startswith("narrow:")]
    return {name.casefold() for name in (f.mention.label, *more) if name}


def _opened_with(s: Sentence) -> Found | None:
    """The disease of the animals that a sentence opens with: "In rats with X, …", "After X, …"."""
    if s.block.kind == "title" or section_is_background(s):
        return None
    keys = s.analysis.tokens.keys
    head = keys[s.first : s.first + 3]
    if not {"in", "after", "among"} & set(head):
        return None
    found = [f for f in _named(s) if f.first - s.first <= _OPENING]
    if not found:
        return None
    f = min(found, key=lambda d: d.first)
    bare = set(keys[s.first : f.first]) <= _LEADS | _AROUND
    end = f.last
    while end < s.last and keys[end] in _AROUND:
        end += 1
    borne = bool(_BEARERS & set(keys[s.first : end + 1])) or "after" in head
    return f if bare and borne and not of_cell_line(s, f) else None


def _of_two(study: Study) -> bool:
    """Whether the study says that it is of two diseases, or its title or first sentence does."""
    for s in study.sentences:
        if s.block.kind == "title" or s is study.sentences[0]:
            named = [f for f in s.found if f.kind == "disease" and weight(f) > 2]
            for a, b in pairwise(named):
                between = s.analysis.tokens.keys[a.last : b.first]
                if "and" in between and a.mention.label != b.mention.label:
                    return True
        if _TWO.search(words(s)) and not _WANTED.search(words(s)):
            return True
    return False


def _turned_to(s: Sentence) -> Found | None:
    """The disease that a sentence turns to: "In chronic pancreatitis, exosomes lowered …"."""
    if s.block.kind == "title" or section_is_background(s):
        return None
    keys = s.analysis.tokens.keys
    named = [
        f for f in s.found
        if f.kind == "disease" and f.first - s.first <= _OPENING
        and (weight(f) > 2 or (weight(f) and is_model(s, f)))
        and not of_donors(s, f)
    ]  # fmt: skip
    named = [f for f in named if not f.facts.get("model")] or named  # not what it is caused by
    if len({f.mention.label for f in named}) != 1:
        return None
    f = named[0]
    head = set(keys[s.first : min(f.first, s.first + 3)])
    opens = bool(_OPENS & head) or f.first - s.first <= 1 or bool(_BEARERS & head)
    vesicles = any(v.first < f.first for v in s.of("vesicle"))
    return f if opens and not vesicles else None


def _without(s: Sentence, label: str) -> Sentence:
    """A sentence without the disease that another part of the study is about."""
    if all(f.mention.label != label for f in diseases(s)):
        return s
    told = [f for f in diseases(s) if f.mention.label == label]
    return replace(s, found=[f for f in s.found if f not in told])
