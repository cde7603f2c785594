"""Targets that a sentence ties to a miRNA in another way than by a word of change: binding sites,
reporter assays, regulators.

The constructions are those of ``patterns/relations.tsv``; only those count here that state a tie,
not one that merely sets two names side by side.
"""

from __future__ import annotations

from extractor.components.any_scope import related_pairs
from extractor.components.assertions import Assertion
from extractor.components.discourse import Sentence
from extractor.components.signs import modifies
from extractor.rules import Rules

_SIGN = {"up": 1, "down": -1, "none": 0}
_TIES = frozenset(
    "site-for site-in-gene mirna-site gene-mirna-site target-of target-of-first verb-target-of "
    "mirna-target-after verb-its-target repressor-of repressor-first of-by passive mediated "
    "mediated-post noun-by active active-other link".split()
)
_REPORTS = frozenset("reporter reporters luciferase utr untranslated promoter construct".split())
"""Words behind a gene of which only a reporter is meant."""


def tie(rows: list[Sentence], rules: Rules) -> None:
    """Add to the sentences the targets of their miRNAs that no predicate reached."""
    for s in rows:
        told = {id(x.found) for x in s.assertions}
        if not s.of("mirna") or all(id(f) in told for f in s.of("gene")):
            continue
        units = {id(u.found): k for k, u in enumerate(s.row) if u.found is not None}
        for m, f, relation in related_pairs(s, rules):
            at = units.get(id(f))
            if at is None and relation.rule.endswith("repressor-of"):
                at = units.get(id(m))  # "miR-x, a repressor of Y, reached …": read past as an aside
            if relation.agent != "mirna" or id(f) in told or at is None:
                continue
            if relation.rule.rsplit(":", 1)[1] not in _TIES or modifies(s.analysis, f):
                continue
            told.add(id(f))
            reported = _REPORTS & set(s.analysis.tokens.keys[f.last : f.last + 3])
            sign = 0 if reported else _SIGN[relation.direction]
            s.assertions.append(Assertion(f, sign, "target", False, s.clauses[at], at))
