"""Tissues that stand in the place of their MSCs: "placental sEVs", "adipose-derived exosomes"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extractor.components.found import Found
from extractor.lexicon import Entry, Hit
from extractor.tokens import Tokens

_VESICLES = frozenset(
    "exosomes exosome exosomal vesicles vesicle evs ev sevs sev microvesicles mvs exos".split()
)
_BEFORE_VESICLES = frozenset("- derived – small extracellular".split())
_OWNED = frozenset(
    "adipose placental placenta gingival cord pulp marrow endometrial amniotic synovial "
    "periosteal tonsil menstrual decidual chorionic amnion jelly gum gingiva umbilical".split()
)
"""Words for tissues whose vesicles, in a text on MSCs, are those of its MSCs."""


@dataclass(slots=True)
class OwningTissue:
    """A tissue named in the place of its MSCs: tokens and lexicon entry."""

    first: int
    last: int
    tissue: Entry


def owning_tissues(
    tokens: Tokens, hits: Iterable[Hit], found: Iterable[Found]
) -> list[OwningTissue]:
    """Tissues that stand right before vesicles: "placental sEVs", "adipose-derived exosomes"."""
    taken = {i for f in found if f.kind == "source" for i in range(f.first - 1, f.last + 1)}
    out: dict[int, OwningTissue] = {}
    for hit in hits:
        entry = hit.name.entry
        if entry.kind != "tissue" or not _OWNED & set(tokens.keys[hit.first : hit.last]):
            continue
        k = hit.last
        while k < len(tokens) and tokens.keys[k] in _BEFORE_VESICLES:
            k += 1
        if k >= len(tokens) or tokens.keys[k] not in _VESICLES or hit.first in taken:
            continue
        old = out.get(hit.last)
        if old is None or hit.first < old.first:
            out[hit.last] = OwningTissue(hit.first, hit.last, entry)
    return sorted(out.values(), key=lambda o: o.first)
