"""Effects of the cells that the sentence before tells of: "HK-2 cells were exposed to cisplatin.
Apoptosis fell with the exosomes."

Readers call a process by cells that were named before in three cases of four, as long as nothing
between tells of bodies, tissues or other cells; cell death and viability keep their own name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractor.components.found import Found
from extractor.rules import Rules
from extractor.tokens import Tokens

_IN_BODIES = frozenset(
    "mice mouse rats rat animals animal rabbits pigs piglets dogs sheep monkeys patients patient "
    "vivo serum plasma blood urine histology histological section sections biopsy biopsies "
    "heart hearts kidney kidneys liver livers lung lungs brain brains retina retinas cornea "
    "joint joints cartilage disc discs wound wounds tumour tumours tumor tumors xenograft "
    "xenografts tissue tissues injection injections injected infused score scores "
    "ovary ovaries testis testes colon gut placenta placental cavernosal cortex hippocampus "
    "volume survival weight".split()
)
"""Words of a sentence that is about bodies, not about cells in culture."""
_SAME = frozenset(
    "the these those such treated cultured same of exposed recipient injured stressed more fewer "
    "less apoptotic dying dead positive living viable migrated migrating invading both all "
    "proliferating donor parent parental producer source secreting host".split()
)
"""Words before "cells" that name no other kind of them."""
_LEAVES = frozenset(["cell death"])
"""Processes that keep their own name where no cell stands beside them."""


def name_by_sentence_before(
    tokens: Tokens, found: list[Found], cells: list[Found], sentences: Sequence[tuple[int, int]],
    processes: frozenset[str], qualify: Callable[[Found, str, Rules], None], rules: Rules,
) -> None:  # fmt: skip
    """Call processes by the one kind of cell that the sentences before are about.

    Args:
        tokens: Tokens of a block.
        found: Its mentions.
        cells: Its cells, the widest reading of each.
        sentences: Token spans of its sentences, in order.
        processes: Labels of outcomes that are some cell's.
        qualify: Puts the label of a cell before that of an effect.
        rules: For ``qualify``.
    """
    current = ""
    for first, last in sentences:
        inside = [f for f in found if f.kind == "source" and first <= f.first < last]
        here = [
            c for c in cells
            if first <= c.first < last and not any(s.first <= c.first < s.last for s in inside)
        ]  # fmt: skip
        keys = tokens.keys[first:last]
        if here:
            labels = {c.mention.label for c in here}
            plain = len(labels) == 1 and all(
                c.entry is not None and not c.entry.flags for c in here
            )
            current = here[0].mention.label if plain else ""
            continue
        if not _IN_BODIES.isdisjoint(keys):
            current = ""
        if not current or _names_others(keys):
            continue
        for f in found:
            if (
                f.kind == "effect"
                and first <= f.first < last
                and f.entry is not None
                and f.entry.label in processes - _LEAVES
                and "cell" not in f.facts
            ):
                qualify(f, current, rules)


def _names_others(keys: list[str]) -> bool:
    """Whether cells are named that no lexicon holds: "of ectopic stromal cells"."""
    return any(
        key == "cells" and i > 0 and keys[i - 1].isalpha() and keys[i - 1] not in _SAME
        for i, key in enumerate(keys)
    )
