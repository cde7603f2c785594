"""Every claim on a miRNA, whatever carries it: miRNA and target, effect or disease.

The findings for vesicles of stem cells ask who carries the miRNA; here a sentence that names one is
enough. What is found is grouped as there: all miRNAs of a finding act on all its targets and stand
behind all its effects.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from extractor import mirna
from extractor.components import claims, disease_slot, grouping
from extractor.components.assertions import Assertion
from extractor.components.claim import Claim
from extractor.components.discourse import Sentence, Study
from extractor.components.found import Found
from extractor.components.grouping import Draft
from extractor.components.relations import Relation, classify
from extractor.components.skeleton import Other
from extractor.rules import Rules

MOST_PAIRS = 400
"""A sentence with more pairs of a miRNA and a gene is a table or a list and states nothing."""

_SIGN = {"up": 1, "down": -1, "none": 0}
_TIED = re.compile(
    r"\b(?:associat\w+|correlat\w+|link\w*|implicat\w+|involve\w*|contribut\w+|pathogen\w+|progression"
    r"|biomarkers?|markers?|diagnos\w+|prognos\w+|predict\w*|signatures?|role|roles|dys-?regulat\w+"
    r"|de-?regulat\w+|aberrant\w*|altered|differential\w*|express\w+|over-?express\w*|levels?"
    r"|up-?regulat\w+|down-?regulat\w+|increas\w+|decreas\w+|elevat\w+|reduc\w+|lower|higher|loss)\b",
    re.I,
)
_DENIED = re.compile(r"\b(?:not|no|neither|nor|never|without|unchanged|unaltered|lack of)\b", re.I)


def related_pairs(row: Sentence, rules: Rules) -> list[tuple[Found, Found, Relation]]:
    """The miRNA and gene mentions of a sentence that it says act on one another, in text order."""
    names = row.of("mirna")
    genes = [f for f in row.of("gene") if f.entry is None or not f.entry.flags & {"generic"}]
    if not names or not genes or len(names) * len(genes) > MOST_PAIRS:
        return []
    base = row.start
    text = row.analysis.tokens.text[base - row.analysis.offset : row.end - row.analysis.offset]

    def span(f: Found) -> tuple[int, int]:
        return f.mention.start - base, f.mention.end - base

    others = [Other(*span(f), f.kind) for f in (*names, *genes)]
    out: list[tuple[Found, Found, Relation]] = []
    for m in names:
        for g in genes:
            rest = [o for o in others if (o.start, o.end) not in (span(m), span(g))]
            pathway = bool(g.facts.get("pathway")) and "named" not in g.facts
            relation = classify(text, span(m), span(g), rest, rules, pathways=pathway)
            if relation.related:
                out.append((m, g, relation))
    return out


def drafts(rows: list[Sentence], rules: Rules) -> list[Draft]:
    """The claims of all sentences as findings without source, one for each set of miRNAs.

    Args:
        rows: The sentences of a document.
        rules: The loaded pattern files.
    """
    groups: dict[tuple[tuple[str, ...], str], list[tuple[Claim, list[Found]]]] = {}
    bare: list[Draft] = []
    topic = _topic(rows)
    for s in rows:
        if not s.of("mirna"):
            continue
        made = _target_claims(s, rules) + _effect_claims(s)
        for claim, names in made:
            key = tuple(sorted({mirna.base(f.mention.label) for f in names}))
            groups.setdefault((key, claim.polarity), []).append((claim, names))
        if not made:
            bare.extend(_with_disease(s))
    out: list[Draft] = []
    for (_, polarity), members in groups.items():
        found = grouping.settle([claim for claim, _ in members])
        if not found:
            continue
        draft = Draft(Study([c.sentence for c in found]), found, polarity)
        draft.mirnas = _distinct(f for _, names in members for f in names)
        _fill(draft, topic)
        out.append(draft)
    return out + _first_of_each(bare, out)


def _target_claims(s: Sentence, rules: Rules) -> list[tuple[Claim, list[Found]]]:
    """One claim for each gene that miRNAs of the sentence act on, with those miRNAs."""
    acted: dict[tuple[str, str], tuple[Found, Relation, list[Found]]] = {}
    for m, g, relation in related_pairs(s, rules):
        if relation.agent != "mirna":
            continue
        key = (g.mention.label, relation.direction)
        acted.setdefault(key, (g, relation, []))[2].append(m)
    hedges = s.cues.get("hedge", [])
    out = []
    for g, relation, names in acted.values():
        hedged = any(h < g.last and h > names[0].first - 8 for h in hedges)
        assertion = Assertion(g, _SIGN[relation.direction], relation.rule)
        labels = tuple(dict.fromkeys(mirna.base(f.mention.label) for f in names))
        polarity = "hedged" if hedged else "asserted"
        out.append((Claim(s, assertion, assertion.sign, polarity, labels), names))
    return out


def _effect_claims(s: Sentence) -> list[tuple[Claim, list[Found]]]:
    """The effects and diseases that the sentence says change, with the miRNAs it gives for them."""
    out = []
    for claim in claims.claims_of(Study([s])):
        if claim.assertion.found.kind not in ("effect", "disease") or not claim.mirnas:
            continue
        names = [f for f in s.of("mirna") if mirna.base(f.mention.label) in claim.mirnas]
        if names:
            out.append((claim, names))
    return out


def _with_disease(s: Sentence) -> list[Draft]:
    """The miRNAs of a sentence that ties them to a disease and states no effect."""
    diseases = [f for f in disease_slot.diseases(s) if disease_slot.weight(f) > 1]
    base = s.start - s.analysis.offset
    text = s.analysis.tokens.text[base : s.end - s.analysis.offset]
    if not diseases or not _TIED.search(text) or _DENIED.search(text) or s.has("aim"):
        return []
    out = []
    for disease in {f.mention.label: f for f in reversed(diseases)}.values():
        claim = Claim(s, Assertion(disease, 0, "tied-to-disease"), 0, "asserted", ())
        draft = Draft(Study([s]), [claim], "asserted", bare=True)
        draft.mirnas = _distinct(s.of("mirna"))
        draft.disease = disease
        out.append(draft)
    return out


def _first_of_each(bare: list[Draft], full: list[Draft]) -> list[Draft]:
    """Of drafts that tie the same miRNAs to the same disease the first, if no full draft does."""
    seen: dict[tuple[str, ...], Draft] = {}
    for draft in (*full, *bare):
        if draft.disease is not None:
            names = sorted(mirna.base(f.mention.label) for f in draft.mirnas)
            seen.setdefault((draft.disease.mention.label, *names), draft)
    return [draft for draft in seen.values() if draft.bare]


def _fill(draft: Draft, topic: Found | None) -> None:
    """Disease and vesicle of a draft: from its own sentences, else the document's disease."""
    found = [
        f
        for c in draft.claims
        for f in disease_slot.diseases(c.sentence)
        if disease_slot.weight(f) > 1
    ]
    draft.disease = found[0] if found else topic
    if not found and topic is not None:
        draft.inherited.add("disease")
    vesicles = [f for c in draft.claims for f in c.sentence.of("vesicle")]
    draft.vesicle = vesicles[0] if vesicles else None


def _topic(rows: list[Sentence]) -> Found | None:
    """The disease that the document names most, the first of equals."""
    found = [f for s in rows for f in disease_slot.diseases(s) if disease_slot.weight(f) > 1]
    counts = Counter(f.mention.label for f in found)
    return max(found, key=lambda f: (counts[f.mention.label], -f.mention.start), default=None)


def _distinct(names: Iterable[Found]) -> list[Found]:
    """The first mention of each miRNA, in text order."""
    out: dict[str, Found] = {}
    for f in sorted(names, key=lambda f: f.mention.start):
        out.setdefault(mirna.base(f.mention.label), f)
    return list(out.values())
