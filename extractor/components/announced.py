"""What a title, a heading or the first words of a sentence announce as the topic of what follows:
"Vesicles in liver fibrosis", "Cutaneous repair", "As regards tendon, …", "In osteoarthritis, …".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.components.disease_roles import contrasted
from extractor.components.disease_slot import (
    brings_about,
    disease_of_cells,
    diseases,
    organ,
    stated_model,
    weight,
)
from extractor.components.disease_words import ORGAN_WORDS, ORGANLESS, organ_words
from extractor.components.found import Found
from extractor.components.losses import words
from extractor.records import Mention
from extractor.rules import Rules

if TYPE_CHECKING:
    from extractor.components.discourse import Sentence, Study


def _places(text: str) -> dict[str, str]:
    """Words for a part of the body to the disease that is meant where none is named, if any."""
    out: dict[str, str] = {}
    for line in text.strip().splitlines():
        label, _, names = line.strip().partition(": ")
        for name in names.split(", "):
            out[name] = "" if label == "-" else label
    return out


_PLACES = _places(
    """
    tendon injury: tendon, tendons, tendon repair, tendon healing, rotator cuff, achilles tendon
    tendon injury: tendon regeneration, rotator cuff repair, rotator cuff tendon
    ligament injury: ligament, ligaments, cruciate ligament, anterior cruciate ligament
    meniscus injury: meniscus, menisci
    intervertebral disc degeneration: disc, discs, disk, intervertebral disc, intervertebral discs
    intervertebral disc degeneration: intervertebral disk, disc regeneration, disc repair
    skin wound: skin repair, cutaneous repair, skin regeneration, cutaneous regeneration
    skin wound: cutaneous wound healing, skin wound healing, cutaneous healing, dermal repair
    periodontitis: periodontium
    hearing loss: cochlea, inner ear
    optic nerve injury: optic nerve
    -: cartilage, bone, muscle, skeletal muscle, hair, hair follicle, skin, retina, liver, kidney
    -: lung, lungs, heart, brain, spinal cord, gut, intestine, colon, pancreas, pulp, dental pulp
    -: cornea, ovary, uterus, endometrium, placenta, testis, bladder, joint, eye, ear, nose
    -: spine, nerve, peripheral nerve, central nervous system, vessels, thyroid, islets, penis
    """
)
APART = "apart"
"""What a topic is marked with that names but a part of the body: no disease told before it counts.
"""
TITLED = "titled"
"""What a topic is marked with that the title of the text names."""

_PHRASE = re.compile(
    r"(?:(?P<firm>for|as (?:regards|for|to|concerns|far as)|regarding|concerning|turning to|"
    r"with (?:regard|respect|reference) to|when it comes to|in the case of|in the (?:field|area|"
    r"context|setting) of)|in|on) (?:the )?(?P<topic>[a-z][a-z' -]{2,50}?)"
    r"(?: of (?:aged |old |diabetic )?(?:rats|mice|rabbits|pigs|dogs|sheep|goats|horses))?"
    r"(?: (?:itself|proper|is concerned|are concerned|too|for instance|for example))?, "
)
_SUBJECT = re.compile(
    r"(?:the )?(?P<topic>[a-z]+(?: (?:cuff|disc|disk|repair|cord|nerve|ear|ligament|muscle))?)"
    r"(?P<firm>) (?:is|has|was|had|are|have|deserves?|remains?|comes?|came|offers?|poses?|heals?) "
)
_LEAD = re.compile(r"(?:human|injured|damaged|diseased|adult|ageing|aging) ")


def _mention(text: str, start: int, label: str, rules: Rules) -> Found | None:
    entry = rules.entry("disease", label)
    if entry is None:
        return None
    named = Mention("disease", start, start + len(text), text, entry.label, entry.id, entry.rule)
    return Found(0, 0, named, entry, {"place": True})


def of_place(text: str, start: int, rules: Rules) -> Found | None:
    """The disease that is meant by a part of the body in a heading: "Tendon", "Cutaneous repair".

    Args:
        text: The heading.
        start: Its offset in the document text.
        rules: For labels and identifiers.
    """
    named: dict[str, tuple[int, str]] = {}
    low = text.lower()
    for name, label in _PLACES.items():
        at = low.find(name)
        if at >= 0 and re.search(rf"\b{name}\b", low):
            named[name] = (at, label)
    whole = [n for n in named if not any(n != m and n in m for m in named)]
    if len(whole) != 1 or not named[whole[0]][1]:
        return None
    at, label = named[whole[0]]
    return _mention(text[at : at + len(whole[0])], start + at, label, rules)


def of_title(rows: list[Sentence], rules: Rules) -> Found | None:
    """The one disease that the title of a text names, or means by a part of the body."""
    named = [
        f
        for s in rows
        if s.block.kind == "title"
        for f in diseases(s)
        if weight(f) > 2 and not f.facts.get("model")
        if not brings_about(s, f) and not contrasted(s, f)
    ]
    told = {
        f.mention.label
        for s in rows
        if s.block.kind == "title"
        for f in diseases(s)
        if weight(f) and not brings_about(s, f) and not contrasted(s, f)
    }
    if not told:
        places = [of_place(words(s), s.start, rules) for s in rows if s.block.kind == "title"]
        return next((f for f in places if f is not None), None)
    if not named or len(told) > 1:
        return None
    return replace(named[0], facts={**named[0].facts, TITLED: True})


def _phrase(s: Sentence, rules: Rules) -> Found | None:
    """The topic that the first words of a sentence set: a disease, or a part of the body."""
    met = _PHRASE.match(words(s))
    if met is None:
        met = _SUBJECT.match(words(s))
        if met is None or met["topic"] not in _PLACES or not _announces(s):
            return None
    start, end = s.start + met.start("topic"), s.start + met.end("topic")
    for f in diseases(s):
        if f.mention.end == end and weight(f) and not f.facts.get("model"):
            led = words(s)[met.start("topic") : f.mention.start - s.start]
            return f if met["firm"] and (not led or _LEAD.fullmatch(led)) else None
    name = _LEAD.sub("", met["topic"], count=1)
    if name not in _PLACES:
        return None
    return _mention(name, start, _PLACES[name], rules) or Found(
        0, 0, Mention("disease", start, end, name, "", None, ""), None, {APART: True}
    )


def _announces(s: Sentence) -> bool:
    """Whether a sentence tells of nothing that was done or found, nor of a disease."""
    told = s.citations or s.of("vesicle") or s.of("mirna") or s.of("source") or s.assertions
    return not told and not any(weight(f) > 1 for f in diseases(s))


def by_phrases(studies: list[Study], rules: Rules) -> dict[int, Found]:
    """The topic that a phrase sets for a study, by the study's ``id``: it holds in its paragraph
    till another disease is told.
    """
    out: dict[int, Found] = {}
    topic: Found | None = None
    block = None
    for study in studies:
        if study.own:
            continue
        for s in study.sentences:
            if s.block is not block:
                topic, block = None, s.block
            told = _phrase(s, rules) if s is study.sentences[0] else None
            if told is not None:
                topic = told
            elif topic is not None:
                named = {f.mention.label for f in diseases(s) if weight(f) > 2}
                if named and topic.mention.label not in named:
                    topic = None
            if topic is not None:
                out[id(study)] = topic
        named = {f.mention.label for s in study.sentences for f in diseases(s) if weight(f) > 2}
        if topic is not None and APART in topic.facts and named:
            topic = None  # what is told there now counts for what follows
    return out


_WIDE = frozenset(
    f"{name} injury"
    for name in "liver lung kidney brain myocardial retinal intestinal".split()
)
"""Diseases that say no more than which organ is harmed."""
_BROUGHT = frozenset("induced caused provoked mediated associated related".split())
_ANYWHERE = frozenset(["", "pancreas", "systemic", "metabolism"])
"""Organs of what any cells may be exposed to: glucose, endotoxin, fatty acids."""


def _brought(study: Study, f: Found) -> bool:
    """Whether it is told what brought a harm about: "mustard-induced lung injury"."""
    homes = (s for s in study.sentences if f in diseases(s))
    return any(s.analysis.tokens.keys[f.first - 1] in _BROUGHT for s in homes if f.first)


def yields(f: Found, topic: Found, study: Study, rules: Rules) -> bool:
    """Whether the disease of a cited study is none beside the topic: it says but that the organ of
    the topic is harmed ("the injured liver" where liver fibrosis is the topic, not "CCl4-induced
    injury"), or it is what cells in culture were exposed to ("in high glucose").

    Args:
        f: The disease that the study tells.
        topic: What the text is about there.
        study: The study.
        rules: For the organs of diseases.
    """
    if f.mention.label == topic.mention.label or f.mention.label in ORGANLESS:
        return False
    named = weight(topic) > 2
    part, own = organ(topic, rules), organ(f, rules)
    if f.mention.label == "sepsis" and named and part not in _ANYWHERE:
        told = organ_words(study)  # the lung of septic mice, where lung injury is the topic
        return any(told[word] for word in ORGAN_WORDS.get(part, ()))
    if f.facts.get("model"):
        anywhere = own in _ANYWHERE and "shared" not in topic.facts
        cultured = f.facts.get("setting") == "in vitro"
        return anywhere and cultured and (named or "place" in topic.facts)
    same = f.mention.label in _WIDE and part == own != "" and named
    return same and not stated_model(study, f) and not _brought(study, f)


_TUMOUR = frozenset("cancer carcinoma adenocarcinoma tumor sarcoma cell squamous ductal".split())


def other_tumour(study: Study, topic: Found, rules: Rules) -> Found | None:
    """The tumour of a study's cell lines, where it is of another organ than the topic's."""
    cells = disease_of_cells(study, rules)
    if cells is None:
        return None
    ours, theirs = (set(f.mention.label.split()) - _TUMOUR for f in (topic, cells))
    return cells if ours and theirs and not ours & theirs and _bare(topic, cells) else None


def _bare(*named: Found) -> bool:
    """Whether tumours are named by their organ alone: "breast cancer", so that they can differ."""
    return all(f.mention.label.endswith((" cancer", " carcinoma")) for f in named)
