"""What each part of the engine adds to the scores on the gold: every part switched off alone.

A part is switched off by putting another function in the place of its own, wherever the engine has
taken it up by name; the engine itself has no switches.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from extractor.gold import GoldSet

GOLD = Path(__file__).resolve().parents[2] / "gold"


@dataclass(frozen=True)
class Part:
    """One part: where its function stands ("module:name"), and what takes its place.

    ``instead`` is given the function that it replaces.
    """

    name: str
    where: str
    instead: Callable[[Any], Callable[..., Any]]


def _constant(value: Callable[[], Any]) -> Callable[[Any], Callable[..., Any]]:
    return lambda original: lambda *args, **kwargs: value()


def _argument(position: int) -> Callable[[Any], Callable[..., Any]]:
    return lambda original: lambda *args, **kwargs: args[position]


def _own_slot(slot: str) -> Callable[[Any], Callable[..., Any]]:
    """What fills a slot only from the sentences of the claim."""

    def instead(original: Any) -> Callable[..., Any]:
        def fill(draft: Any, *args: Any, **kwargs: Any) -> None:
            original(draft, *args, **kwargs)
            near = {id(f) for c in draft.claims for f in c.sentence.of(slot)}
            filler = getattr(draft, slot)
            places = {
                (f.mention.start, f.mention.end) for c in draft.claims for f in c.sentence.of(slot)
            }
            if filler is not None and id(filler) not in near:
                span = (filler.mention.start, filler.mention.end)
                if span not in places:  # a refined disease is a new mention in the same place
                    setattr(draft, slot, None)

        return fill

    return instead


def _one_study(original: Any) -> Callable[..., Any]:
    from extractor.components.discourse import Study

    return lambda rows: [Study(rows)] if rows else []


COMPONENTS = "extractor.components."
PARTS = (
    Part("source from other sentences", COMPONENTS + "slots:fill", _own_slot("source")),
    Part("disease from other sentences", COMPONENTS + "slots:fill", _own_slot("disease")),
    Part("disease of the heading", "extractor.extract:_topic", _constant(lambda: None)),
    Part("loss turned round", COMPONENTS + "losses:loss_tokens", _constant(list)),
    Part("rescue left out", COMPONENTS + "rescues:is_rescue", _constant(lambda: False)),
    Part("negation", COMPONENTS + "signs:negation", _constant(lambda: (False, False))),
    Part("abbreviations", COMPONENTS + "abbreviations:definitions", _constant(dict)),
    Part("open vocabulary", COMPONENTS + "open_vocabulary:find", _constant(list)),
    Part("disease refined", COMPONENTS + "slots:refine", _argument(0)),
    Part("models joined", COMPONENTS + "joins:join_models", _argument(1)),
    Part("pathways joined", COMPONENTS + "pathways:join_pathways", _argument(1)),
    Part("cells in effects", COMPONENTS + "cells:compose_cells", _constant(lambda: None)),
    Part("studies in a paragraph", COMPONENTS + "discourse:studies_of_review", _one_study),
    Part("background sections", COMPONENTS + "claims:section_is_background",
         _constant(lambda: False)),
    Part("one claim a label", COMPONENTS + "grouping:settle", _argument(0)),
    Part("unchanged outcomes", COMPONENTS + "unchanged:find", _constant(list)),
    Part("arms apart", COMPONENTS + "arms:arm_of", _constant(lambda: "")),
    Part("vesicles apart from cargo", COMPONENTS + "attribution:told_of_cargo",
         _constant(lambda: lambda claim: True)),
    Part("sources apart", COMPONENTS + "by_source:parts",
         lambda original: lambda study, claims: [(study, claims)]),
    Part("adjectives and verbs", COMPONENTS + "wordings:find", _constant(list)),
    Part("organs in effects", COMPONENTS + "organs:compose", _argument(1)),
)  # fmt: skip


@contextmanager
def without(part: Part) -> Iterator[None]:
    """The engine with one part switched off.

    Raises:
        AttributeError: The engine has no such part.
    """
    place, name = part.where.split(":")
    original = getattr(import_module(place), name)
    other = part.instead(original)
    changed = []
    for module in [m for n, m in sys.modules.items() if n.startswith("extractor")]:
        for key, value in list(vars(module).items()):
            if value is original:
                setattr(module, key, other)
                changed.append((module, key))
    try:
        yield
    finally:
        for module, key in changed:
            setattr(module, key, original)


def documents(gold: GoldSet, corpus: Sequence[Path] = ()) -> list[tuple[Any, list[Any]]]:
    """Documents of the gold that can be had, each with its findings."""
    from extractor.evaluation import gold_documents

    ready, missing = gold_documents(gold, corpus)
    for line in missing:
        print(f"left out: {line}")
    return [(document, [g.finding for g in items]) for document, items in ready.values()]


def run(data: Path | None) -> None:
    """Print slots and pairs F1 of the whole engine, and of the engine without each part.

    The papers are among the documents where ``EXTRACTOR_DATA`` names the data.
    """
    from extractor.extract import Extractor
    from extractor.gold import load_gold
    from extractor.scoring import Score, score

    sets = [
        documents(load_gold(GOLD)),
        documents(load_gold(GOLD / "generalisation"), [GOLD.parent / "corpus" / "generalisation"]),
    ]

    def total(fast: bool = True) -> list[float]:
        """Slots and pairs F1 on the gold, then on the generalisation texts."""
        engine = Extractor(fast=fast)
        out = []
        for ready in sets:
            made = sum((score(g, engine.findings(d, "msc")) for d, g in ready), Score())
            out += [made.count((metric, "all")).f1 or 0.0 for metric in ("slots", "pairs")]
        return out

    def line(name: str, changed: list[float]) -> None:
        cells = [(value, value - old) for value, old in zip(changed, base, strict=True)]
        row = " ".join(f"{value:>9.3f} {change:>+6.3f}" for value, change in cells)
        print(f"{name:<38} {row}", flush=True)

    base = total()
    print(f"{len(sets[0])} documents of gold/, {len(sets[1])} of gold/generalisation, rules only;")
    print("a minus says what the part adds\n")
    heads = ("slots F1", "pairs F1", "gen. slots", "gen. pairs")
    print(f"{'':<38} " + " ".join(f"{head:>16}" for head in heads))
    print(f"{'whole engine':<38} " + " ".join(f"{value:>9.3f} {'':>6}" for value in base))
    for part in PARTS:
        try:
            with without(part):
                changed = total()
        except AttributeError:
            print(f"{'without ' + part.name:<38} not a part of the engine")
            continue
        line(f"without {part.name}", changed)
    line("with the trained recognisers", total(fast=False))
