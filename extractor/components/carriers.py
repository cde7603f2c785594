"""Several cargoes in one study: which set of them each claim is told of."""

from __future__ import annotations

from collections.abc import Callable

from extractor import mirna
from extractor.components.carriage import cargo_of
from extractor.components.claim import Claim
from extractor.components.discourse import Sentence, Study
from extractor.components.found import Found
from extractor.components.losses import loss_tokens

CargoSet = frozenset[str]
"""Names of molecules that a study lets act together: base labels of miRNAs, labels of others."""


def parted(
    study: Study, claims: list[Claim], plain: Callable[[Claim], bool]
) -> Callable[[Claim], CargoSet | None] | None:
    """Which cargo a claim is told of, where a study has several that act apart; else ``None``.

    A protein and a miRNA act apart if no clause names both and each has a claim of its own clause
    ("TSG-6 did this … circX sponged miR-y and raised Z"). A claim that names none is told of the
    vesicles (``None``), or of the cargo with which the outcome was lost.

    Args:
        study: The study.
        claims: Its claims.
        plain: Whether a claim is told of the vesicles alone.
    """
    others = {f.mention.label for _, f in cargo_of(study)}
    if not others:
        return None
    named = {id(c): _names(c.sentence, c.assertion.clause, others) for c in claims}
    sets: list[set[str]] = []
    for s in study.sentences:
        for clause in sorted(set(s.clauses)):
            _unite(sets, _names(s, clause, others))
        if s.has("sponge"):
            _unite(sets, _names(s, None, others))
    without = [
        names for s in study.sentences
        if loss_tokens(s) and (names := _names(s, None, others))
    ]  # fmt: skip
    owned = [frozenset(g) for g in sets if any(n and n <= g for n in (*named.values(), *without))]
    missed = [g for g in owned if any(n <= g for n in without)]
    main = missed[0] if len(missed) == 1 else None
    if len(owned) < 2 or not any(group & others for group in owned):
        return None
    lost: dict[str, CargoSet] = {}
    for s in study.sentences:
        gone = _names(s, None, others)
        group = next((g for g in owned if gone and gone <= g), None)
        if group is not None and loss_tokens(s):
            lost.update({f.mention.label: group for f in s.found if f.kind in ("effect", "gene")})

    def told(claim: Claim) -> CargoSet | None:
        names = named[id(claim)]
        group = next((g for g in owned if names and names <= g), None)
        group = group or lost.get(claim.assertion.found.mention.label)
        return group or (None if plain(claim) else main)

    return told


def _names(s: Sentence, clause: int | None, others: set[str]) -> set[str]:
    """The cargo that a clause names, or the whole sentence where ``clause`` is ``None``."""
    out: set[str] = set()
    for u, number in zip(s.row, s.clauses, strict=True):
        f = u.found
        if f is None or (clause is not None and number != clause):
            continue
        label = _label(f, others)
        if label:
            out.add(label)
    return out


def _label(f: Found, others: set[str]) -> str:
    if f.kind == "mirna":
        return mirna.base(f.mention.label)
    return f.mention.label if f.mention.label in others and f.kind in ("cargo", "gene") else ""


def _unite(sets: list[set[str]], names: set[str]) -> None:
    if not names:
        return
    joined = set(names)
    for group in [g for g in sets if g & names]:
        joined |= group
        sets.remove(group)
    sets.append(joined)
