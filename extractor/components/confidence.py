"""How sure a finding is: the share of its slots that is expected to be right.

A linear model of a few plain facts about the finding. Its weights were fitted to the slot precision
of findings on ``gold/`` and ``gold/generalisation/`` by ``python -m tests.bench.calibrate``, which
prints the reliability on documents held out in five folds.
"""

from __future__ import annotations

from extractor.components.grouping import Draft

BASE = 0.880
"""Fitted .892, less a margin for papers that are unlike those it was fitted on."""
WEIGHTS: dict[str, float] = {
    "disease": -0.006,
    "effects": -0.014,
    "hedged": -0.055,
    "many": 0.130,
    "mirna": 0.013,
    "negated": 0.038,
    "no_disease": 0.004,
    "open": -0.220,
    "own": -0.121,
    "plain": -0.018,
    "source": -0.040,
    "spread": -0.076,
    "weak": -0.076,
}
LOWEST, HIGHEST = 0.2, 0.98


def features(draft: Draft) -> dict[str, float]:
    """What the model looks at; every value lies between 0 and about 1.

    ``own`` the document's own study, not a cited one; ``many`` number of claims (tenths, at most
    1); ``weak`` claims with a weak or inverted trigger; ``open`` claims on names of no lexicon;
    ``source``/``disease`` inherited, ``no_source``/``no_disease`` missing; ``mirna`` a miRNA is
    named; ``hedged``/``negated`` polarity; ``spread`` sentences of evidence (fifths, at most 1);
    ``plain`` source is plain MSC; ``effects`` share of effects among the claims.
    """
    claims = draft.claims
    n = len(claims)
    sentences = {id(c.sentence) for c in claims}
    return {
        "own": float(draft.study.own),
        "many": min(n / 10, 1.0),
        "weak": sum(c.assertion.weak or c.loss for c in claims) / n,
        "open": sum(bool(c.assertion.found.facts.get("open")) for c in claims) / n,
        "source": float("source" in draft.inherited),
        "disease": float("disease" in draft.inherited),
        "no_source": float(draft.source is None),
        "no_disease": float(draft.disease is None),
        "mirna": float(bool(draft.mirnas)),
        "hedged": float(draft.polarity == "hedged"),
        "negated": float(draft.polarity == "negated"),
        "spread": min(len(sentences) / 5, 1.0),
        "plain": float(draft.source is not None and draft.source.mention.label == "MSC"),
        "effects": sum(c.assertion.found.kind != "gene" for c in claims) / n,
    }


def confidence(draft: Draft) -> float:
    """Expected share of right slots, between ``LOWEST`` and ``HIGHEST``."""
    score = BASE + sum(WEIGHTS.get(name, 0.0) * value for name, value in features(draft).items())
    return round(max(LOWEST, min(HIGHEST, score)), 2)
