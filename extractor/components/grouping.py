"""Claims to findings: which stand together, behind one set of cargo and with one polarity."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from extractor import mirna
from extractor.components import by_disease, by_source, tumor_asides
from extractor.components.arms import ALL, CONTROL, MAIN, acting
from extractor.components.attribution import told_of_cargo
from extractor.components.carriage import mark_held
from extractor.components.carriers import CargoSet, parted
from extractor.components.claim import Claim
from extractor.components.claims import claims_of, clause_mirnas
from extractor.components.discourse import Sentence, Study
from extractor.components.found import Found
from extractor.components.lazily import lazily
from extractor.components.likewise import told_too
from extractor.components.losses import loss_tokens, words, written
from extractor.components.mechanisms import glossed, own_means, told_again
from extractor.components.supposed import supposed
from extractor.components.told_elsewhere import with_direction
from extractor.components.vain_losses import IN_VAIN

_RESPECTIVELY = re.compile(r"\brespectively\b", re.I)
_FIGURE = r"(?<![\w\-‐–])[<>~−-]?\d[\d.]*\s?(?:%|[-\w/µμ]{0,8})(?:\s*\([^()]*\))?"
_FIGURES = re.compile(
    rf"{_FIGURE}\s*(?:,\s*and|and|,|or)\s*(?:(?:to|by|of)\s)?\s*{_FIGURE}"
    r"(?:\s\w+)?,?\s*respectively",
    re.I,
)


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
    plain: bool = False
    """The claims are told of the vesicles alone, none of their cargo."""
    carried: CargoSet | None = None
    """The cargo that the claims are told of, where the study has other cargo too."""
    bare: bool = False
    """The miRNAs are only tied to the disease: there is no target or effect."""


class Key(NamedTuple):
    """What the claims of one finding share."""

    mirnas: tuple[str, ...]
    plain: bool
    polarity: str
    arm: str
    rank: int
    """Place in lists that "respectively" pairs off, from 1; 0 outside such lists."""
    carried: CargoSet | None = None
    """The cargo that it is told of, where the study has several that act apart."""


def drafts_of(study: Study) -> list[Draft]:
    """Group the claims of a study into findings: one for each set of cargo and polarity."""
    mark_held(study)
    claims = claims_of(study)
    claims = glossed(_fullest(with_direction(claims)))
    claims += told_too(study, claims)
    return [
        draft
        for whole in tumor_asides.parts(study, claims)
        for one in by_disease.parts(*whole)
        for part in by_source.parts(*one)
        for draft in _grouped(*part)
    ]


_ENOUGH = 3
"""Outcomes told in the text of an abstract from which on its title adds only what it lays to the
cargo."""


def _fullest(claims: list[Claim]) -> list[Claim]:
    """Leave out the title's claims where the text tells the study: the fullest statement counts.

    The outcome that a title lays to the cargo stays, if the text does not tell it.
    """
    body = [c for c in claims if c.sentence.block.kind != "title"]
    told = {c.assertion.found.mention.label for c in body if c.sign and c.polarity != "negated"}
    if len(told) < _ENOUGH:
        return claims
    hedged = {(_what(c), c.sign) for c in body if c.polarity == "hedged"}
    hedged -= {(_what(c), c.sign) for c in body if c.polarity == "asserted"}
    sure = [
        c for c in claims
        if c.sentence.block.kind == "title" and c.polarity == "asserted"
        and ((_what(c), c.sign) in hedged or (_what(c) not in told and _laid_to_cargo(c)))
    ]  # fmt: skip
    return [*sure, *body]


def _laid_to_cargo(claim: Claim) -> bool:
    """Whether a title tells an outcome of vesicles and names their cargo."""
    s = claim.sentence
    cargo, vesicles = s.of("mirna") or s.of("cargo"), s.of("vesicle") or s.of("source")
    return claim.assertion.found.kind == "effect" and bool(cargo and vesicles)


def _what(claim: Claim) -> str:
    return claim.assertion.found.mention.label


_LOST = lazily(
    r"\b(?:lost|gone|abolish|abrogat|blunt|weaken|revers|disappear|vanish|wiped|cancel|eliminat|"
    r"absent|not seen|no longer|smaller|attenuat|diminish|did not\b|could not\b|failed to|but not )"
)


def _lost_without(claim: Claim) -> bool:
    """Whether what native vesicles did is lost in the same sentence with those robbed of the miRNA,
    which lays it to the miRNA: "Exo lowered X, an effect that was lost with Exo-anti21".
    """
    s = claim.sentence
    at = claim.assertion.found.last
    return (
        claim.polarity == "asserted"
        and any(i > at for i in loss_tokens(s))
        and _LOST.search(words(s), claim.assertion.found.mention.end - s.start) is not None
    )


def _loss_follows(study: Study, claim: Claim, claims: list[Claim]) -> bool:
    """Whether native vesicles alone are told to have done something, and a later sentence tells of
    those robbed of the miRNA.
    """
    label = claim.assertion.found.mention.label
    s = claim.sentence
    v = acting(s, claim.assertion) if s.plain else None
    return (
        v is not None
        and written(s, v).rstrip("s").casefold() in s.plain
        and claim.polarity == "asserted"
        and not any(c.arm == MAIN and c.assertion.found.mention.label == label for c in claims)
        and any(loss_tokens(t) for t in study.sentences if t.start >= s.start)
    )


def _grouped(study: Study, claims: list[Claim]) -> list[Draft]:
    if not claims:
        return []
    ranks = _pair_off(claims)
    sets = _mirna_sets(study, claims)
    told = told_of_cargo(study, claims)
    apart = parted(study, claims, lambda claim: not told(claim))
    perhaps = supposed(study, claims)
    groups: dict[Key, list[Claim]] = {}
    for claim in claims:
        plain = not told(claim) or id(claim) in perhaps
        labels = () if plain else sets(claim)
        carried = apart(claim) if apart is not None else None
        if apart is not None:
            plain = carried is None
            labels = tuple(n for n in _all_mirnas(study) if carried and n in carried)
        if claim.arm == CONTROL and (
            _lost_without(claim) or (told(claim) and _loss_follows(study, claim, claims))
        ):
            claim = replace(claim, arm=MAIN)
            labels = labels or sets(claim)
            plain = plain and not labels
        arm = claim.arm and not _LOADED.search(words(claim.sentence))
        if arm or (claim.polarity == "negated" and not _names_mirna(claim)):
            labels = ()
        if claim.assertion.trigger == IN_VAIN and claim.mirnas:
            labels = claim.mirnas  # also of one that the study is not about
        rank = ranks.get(id(claim), 0)
        key = Key(labels, plain, claim.polarity, claim.arm, rank, carried)
        groups.setdefault(key, []).append(claim)
        if id(claim) in perhaps:
            key = key._replace(mirnas=perhaps[id(claim)], plain=False, polarity="hedged")
            groups.setdefault(key, []).append(claim)
    _share_out(groups, of_one=bool(study.source))
    _fold_hedged(groups)
    _fold_general(groups)
    _fold_shared(groups)
    out: list[Draft] = []
    for key, members in groups.items():
        members = settle(members)
        if study.own:
            members = _without_summaries(members)
        if not members:
            continue
        draft = Draft(study, members, key.polarity, plain=key.plain, carried=key.carried)
        draft.mirnas = _mirna_mentions(study, key.mirnas, members)
        out.append(draft)
    return out


_LOADED = re.compile(
    r"\b(?:(?:loaded|supplied|replenished|reconstituted|complemented|filled|supplemented) with|"
    r"(?:loading|supplying|replenishing|supplementing) [^.;,]{2,40} with) (?:the )?(?:mir-|let-)"
)
"""How an arm is given the miRNA that it had lacked."""


def _all_mirnas(study: Study) -> list[str]:
    names = (mirna.base(f.mention.label) for s in study.sentences for f in s.of("mirna"))
    return list(dict.fromkeys(names))


def _pair_off(claims: list[Claim]) -> dict[int, int]:
    """Ranks of claims (by ``id``) whose sentence pairs effects with targets by "respectively";
    where it pairs miRNAs with them, each claim is left with its own miRNA.
    """
    ranks: dict[int, int] = {}
    told: dict[int, list[Claim]] = {}
    for c in claims:
        told.setdefault(id(c.sentence), []).append(c)
    for members in told.values():
        if not _pairs_names(members[0].sentence):
            alone = len({c.mirnas for c in members}) == 1 and not told_again(members, claims)
            parts = own_means(members) if alone else []
            first = max(ranks.values(), default=0)
            for i, part in enumerate(parts, first + 1):
                ranks.update((id(c), i) for c in part)
            continue
        named = [mirna.base(f.mention.label) for f in members[0].sentence.of("mirna")]
        mirnas = list(dict.fromkeys(named))
        genes = [c for c in members if c.assertion.found.kind == "gene"]
        effects = [c for c in members if c.assertion.found.kind != "gene"]
        if len(mirnas) > 1 and len(mirnas) in (len(genes), len(effects)):
            for side in (genes, effects):
                if len(side) == len(mirnas):
                    for c, name in zip(side, mirnas, strict=True):
                        c.mirnas = (name,)
        elif len(genes) == len(effects) > 1:
            for side in (genes, effects):
                ranks.update((id(c), i) for i, c in enumerate(side, 1))
    return ranks


def _pairs_names(s: Sentence) -> bool:
    """Whether "respectively" pairs names: not where it stands behind figures ("by 58% and 44%")."""
    text = words(s)
    if "respectively" not in text:
        return False
    return len(_RESPECTIVELY.findall(text)) > len(_FIGURES.findall(text))


def _without_summaries(members: list[Claim]) -> list[Claim]:
    """Drop cells merely said to be protected, where the study tells what from."""
    told = [c for c in members if not _summary(c) and c.assertion.found.kind != "gene"]
    if len(told) < 2:
        return members
    return [c for c in members if not _summary(c) or c.assertion.found.kind == "gene"]


def _summary(claim: Claim) -> bool:
    found = claim.assertion.found
    return found.mention.rule == "protection" and not found.facts.get("listed")


def _names_mirna(claim: Claim) -> bool:
    """Whether a denial is told of a miRNA: its clause names one, or its subject is one."""
    s, x = claim.sentence, claim.assertion
    if x.trigger == IN_VAIN or any(c == x.clause for _, c in clause_mirnas(s)):
        return True
    at = s.row[x.at].first
    before = [f for f, _ in clause_mirnas(s) if f.first < at and f.facts.get("role") != "loss"]
    if not before or before[0].first - s.first > _OPENING or x.other_arm:
        return False
    return not any(f.first < at for kind in ("vesicle", "source") for f in s.of(kind))


_OPENING = 4
"""Tokens within which a sentence names the miRNA that is its subject: "A mimic of miR-x"."""


def _share_out(groups: dict[Key, list[Claim]], *, of_one: bool) -> None:
    """What every arm is said to have done stands with what the main arm did, and with what each
    other arm did; where no other arm is told of, it is all that is told of that arm.

    Args:
        groups: The claims of the study.
        of_one: Whether they are of the vesicles of one of its tissues.
    """
    for key, members in [(k, m) for k, m in groups.items() if k.arm == ALL]:
        arms = [k for k in groups if k.arm != ALL and k.polarity == key.polarity and not k.rank]
        mains = [k for k in arms if k.arm == MAIN]
        others = [k for k in arms if k.arm != MAIN]
        if mains:
            main = max(mains, key=lambda k: (not k.mirnas, k.plain, len(groups[k])))
            groups[main] += [replace(c) for c in members]
        for k in others:
            groups[k] += [replace(c) for c in members]
        if others or (mains and (of_one or key.polarity == "negated")):
            del groups[key]


def _fold_hedged(groups: dict[Key, list[Claim]]) -> None:
    """A hedged repetition of what is asserted elsewhere adds nothing."""
    for key, members in list(groups.items()):
        if key.polarity != "hedged":
            continue
        asserted = groups.get(key._replace(polarity="asserted"))
        if not asserted:
            continue
        known = {(c.assertion.found.mention.label, c.sign) for c in asserted}
        rest = [c for c in members if (c.assertion.found.mention.label, c.sign) not in known]
        if rest:
            groups[key] = rest
        else:
            del groups[key]


_FEW = 2
"""Outcomes told besides those that have a means of their own, up to which they belong to each."""


def _fold_general(groups: dict[Key, list[Claim]]) -> None:
    """What a study came to in all stands behind each means of it that is told apart."""
    for key, members in list(groups.items()):
        apart = [k for k in groups if k.rank and k._replace(rank=0) == key]
        if key.rank or not apart or len(members) > _FEW:
            continue
        if all(c.assertion.found.kind != "gene" for c in members):
            for k in apart:
                groups[k] += [replace(c) for c in members]
            del groups[key]


def _fold_shared(groups: dict[Key, list[Claim]]) -> None:
    """Outcomes of several miRNAs stand with the targets of each: "miR-x and miR-y lowered Z, the
    former via A, the latter via B".
    """

    def only(kind: str, key: Key) -> bool:
        return all((c.assertion.found.kind == "gene") == (kind == "gene") for c in groups[key])

    for key, members in list(groups.items()):
        if len(key.mirnas) < 2 or not only("effect", key):
            continue
        single = [k for k in groups if len(k.mirnas) == 1 and k.mirnas[0] in key.mirnas
                  and k._replace(mirnas=key.mirnas) == key and only("gene", k)]  # fmt: skip
        if {k.mirnas[0] for k in single} == set(key.mirnas):
            for k in single:
                groups[k] += [replace(c) for c in members]
            del groups[key]


def _mirna_sets(study: Study, claims: list[Claim]) -> Callable[[Claim], tuple[str, ...]]:
    """How to name the cargo of a claim: one set for all where the study has one, else clause by
    clause.
    """
    every: Counter[str] = Counter()
    for s in study.sentences:
        every.update(mirna.base(f.mention.label) for f in s.of("mirna"))
    for name in [n for n in every if n.endswith(" family")]:
        if any(m != name and m.startswith(name.removesuffix(" family")) for m in every):
            del every[name]  # "the miR-29 family" takes up miR-29b and miR-29c
    used = {c.mirnas for c in claims if c.mirnas}
    if study.own and len(every) > 1:
        top = max(every.values())
        main = {m for m, k in every.items() if k >= max(2, top / 3)}
        if main:
            every = Counter({m: k for m, k in every.items() if m in main})
    labels = tuple(every)
    if len(used) <= 1 or len(labels) <= 1:
        kept = max(used) if used and not study.own else labels
        return lambda claim: kept
    default = max(used, key=lambda u: (sum(c.mirnas == u for c in claims), u))

    return lambda claim: tuple(m for m in claim.mirnas if m in every) or default


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
        if kind == "effect" and label == "macrophage polarization" and labels & _POLARIZED:
            continue  # which way they went is told
        kept.append(c)
    return _once(_without_opposites(kept))


_POLARIZED = frozenset(("M1 polarization", "M2 polarization", "M2/M1 ratio"))
_OPPOSITES = (("chemoresistance", "drug sensitivity"), ("resistance", "sensitivity"))
"""Ends of labels that name one thing from its two sides."""


def _without_opposites(members: list[Claim]) -> list[Claim]:
    """Leave out an outcome that is told from its other side too ("resistance", "sensitivity")."""
    signs = {c.assertion.found.mention.label: c.sign for c in members if c.sign}
    doubled = set()
    for label, sign in signs.items():
        for one, other in _OPPOSITES:
            if not label.endswith(one):
                continue
            turned = label.removesuffix(one) + other
            if signs.get(turned) == -sign:
                doubled.add(turned)
    return [c for c in members if c.assertion.found.mention.label not in doubled]


_KINASES = frozenset("AKT PI3K MTOR ERK JNK P38 SMAD STAT3 NF-κB RELA".split())
"""Members that stand for their pathway where both are named."""


def _once(members: list[Claim]) -> list[Claim]:
    """Name a pathway or its members, not both: a pathway told without direction gives way to
    members told with one, and "AKT" to "PI3K/AKT signaling" that goes the same way.
    """
    genes = [c for c in members if c.assertion.found.kind == "gene"]
    pathways = {
        id(c): set(c.assertion.found.mention.label.removesuffix(" signaling").upper().split("/"))
        for c in genes
        if c.assertion.found.mention.label.endswith(" signaling")
    }
    if not pathways:
        return members
    dropped: set[int] = set()
    for c in genes:
        parts = pathways.get(id(c))
        if parts is None:
            continue
        text = set(re.split(r"[/\s]", c.assertion.found.mention.text.upper()))
        for other in genes:
            label = other.assertion.found.mention.label.upper()
            if other is c or id(other) in pathways:
                continue
            inside = label in parts or other.assertion.found.mention.text.upper() in text
            if not inside:
                continue
            if (not c.sign and other.sign) or (len(parts) == 1 and other.sign == c.sign):
                dropped.add(id(c))
            elif len(parts) > 1 and other.sign == c.sign and label in _KINASES:
                dropped.add(id(other))
    return [c for c in members if id(c) not in dropped]


def _mirna_mentions(study: Study, labels: Iterable[str], members: list[Claim]) -> list[Found]:
    wanted = list(labels)
    out: list[Found] = []
    evidence = [c.sentence for c in members]
    for label in wanted:
        options = [
            f
            for s in study.sentences
            for f in (*s.of("mirna"), *s.apart)
            if mirna.base(f.mention.label) == label
        ]
        if not options:
            continue
        armed = Counter(f.mention.label for f in options)
        full = max(armed, key=lambda name: (len(name), armed[name], name))
        inside = [
            f for s in evidence for f in (*s.of("mirna"), *s.apart)
            if mirna.base(f.mention.label) == label
        ]
        pick = next(
            (f for f in inside if f.facts.get("role") != "loss" and f.mention.label == full), None
        )
        pick = pick or next((f for f in options if f.mention.label == full), None) or options[0]
        out.append(pick)
    return out
