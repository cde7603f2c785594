"""Which way a target went that one sentence only names as such ("X is a direct target of miR-a"),
where the same study tells it in another ("the vesicles lowered X", "by suppressing X").
"""

from __future__ import annotations

from dataclasses import replace

from extractor.components.arms import MAIN
from extractor.components.claim import Claim


def with_direction(claims: list[Claim]) -> list[Claim]:
    """The claims of one study, those on bare targets with the direction that the others agree on.

    Args:
        claims: What the study claims, title and text.
    """
    bare = {_gene(c) for c in claims if _is_bare(c)} - {""}
    if not bare:
        return claims
    signs: dict[str, set[int]] = {}
    for c in claims:
        if c.sign and c.polarity == "asserted" and c.arm == MAIN and _gene(c) in bare:
            signs.setdefault(_gene(c), set()).add(c.sign)
    told = {label: next(iter(each)) for label, each in signs.items() if len(each) == 1}
    return [
        replace(c, sign=told[_gene(c)]) if _is_bare(c) and _gene(c) in told else c for c in claims
    ]


def _gene(c: Claim) -> str:
    found = c.assertion.found
    return found.mention.label if found.kind == "gene" else ""


def _is_bare(c: Claim) -> bool:
    """Whether a claim names a target and tells no direction, nor that there was none."""
    x = c.assertion
    return (
        x.found.kind == "gene" and not c.sign and c.polarity == "asserted"
        and not x.unchanged and not x.negated and c.arm == MAIN
    )  # fmt: skip
