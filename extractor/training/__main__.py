"""``python -m extractor.training``: prepare, train, evaluate."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from extractor.components.recognisers import models_folder
from extractor.errors import ExtractorError, ModelError
from extractor.models.features import Sizes
from extractor.models.graph import ParserSizes
from extractor.models.tagger import Tagger
from extractor.training.arcs import ParserPlan
from extractor.training.corpora import CORPORA, Corpus, Losses, load, read_standoff
from extractor.training.learner import Plan, fit, lean

PARTS = ("ner", "ner_sa", "parser")
"""The models, in the order in which they must be trained: the second stands on the first."""

SETTINGS: dict[str, tuple[Sizes, Plan, str]] = {
    "ner": (Sizes(hidden=168, layers=2), Plan(epochs=8, average=0.999), ""),
    "ner_sa": (
        Sizes(word=64, affix=40, gram=40, affix_rows=6000, gram_rows=8000, hidden=96),
        Plan(epochs=10, batch=800, inputs=0.3), "ner",
    ),
}
"""Sizes, settings and base of the recognisers."""


LEANING = ("craft", "GGP", "bc2gm", "GENE", 0.1)
"""Which head believes which other about genes, and how much; see ``lean``."""

PARSER = (
    (ParserSizes(hidden=240), ParserPlan(epochs=12, hide=1.5, inputs=0.3, states=0.4, pairs=0.33)),
    (
        ParserSizes(hidden=208, far=False),
        ParserPlan(epochs=9, hide=1.0, inputs=0.25, states=0.33, pairs=0.25),
    ),
)
"""Sizes and settings of the parsers that decide together; unlike ones err in unlike places."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it went well, 2 when the data or a model is missing."""
    parser = argparse.ArgumentParser(prog="python -m extractor.training", description=__doc__)
    parser.add_argument("command", choices=("prepare", "train", "evaluate"))
    parser.add_argument("models", nargs="*", help=f"train only these: {', '.join(PARTS)}")
    parser.add_argument("--data", type=Path, help="folder with training/ (default: EXTRACTOR_DATA)")
    parser.add_argument("--out", type=Path, default=models_folder(), help="folder of the models")
    parser.add_argument("--part", default="devel", help="part of the corpora to evaluate on")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--epochs", type=float, help="epochs (default: each model's own)")
    options = parser.parse_args(arguments)
    try:
        place = options.data or os.environ.get("EXTRACTOR_DATA")
        if not place:
            raise ModelError("no data: set EXTRACTOR_DATA to the folder that holds training/")
        data = Path(place)
        unknown = set(options.models) - set(PARTS)
        if unknown:
            raise ModelError(f"{min(unknown)}: no such model; there are {', '.join(PARTS)}")
        if options.command == "prepare":
            prepare(data)
        elif options.command == "train":
            for name in PARTS:
                if name in (options.models or PARTS):
                    train(name, data, options.out, options.seed, options.epochs)
        else:
            from extractor.training.evaluation import report

            for line in report(data, options.part, options.out):
                print(line, flush=True)
    except ExtractorError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return 0


def prepare(data: Path) -> None:
    """Read every corpus and print its sizes and what is lost in alignment."""
    print(f"{'corpus':11} {'part':6} {'sentences':>9} {'tokens':>8} {'entities':>8}")
    for corpus in CORPORA:
        for part in ("train", "devel"):
            sentences = load(corpus, data, part)
            print(
                f"{corpus.name:11} {part:6} {len(sentences):9d} "
                f"{sum(len(s.tokens) for s in sentences):8d} "
                f"{sum(len(s.spans) for s in sentences):8d}"
            )
        if corpus.archive:
            losses = Losses()
            place = data / "training" / "ner" / corpus.folder / corpus.archive
            list(read_standoff(place, corpus, "train", losses))
            print(
                f"{corpus.name:11} of {losses.entities} entities {losses.nested} lie within or "
                f"across longer ones, {losses.misaligned} cross a token or sentence border"
            )


def train(name: str, data: Path, out: Path, seed: int, epochs: float | None) -> None:
    """Train one of the models and save it below ``out``."""
    from extractor.training.parser import train_parser

    print(f"training {name}", flush=True)
    if name == "parser":
        folder = data / "training" / "craft_dependencies"
        # without CRAFT's entity files: their documents may be among the treebank's held-out ones
        others = [c for c in CORPORA if not c.share_alike and c.name != "craft"]
        texts = [s.tokens for c in others for s in load(c, data, "train")]
        members = [
            (sizes, replace(way, seed=seed, epochs=way.epochs if epochs is None else epochs))
            for sizes, way in PARSER
        ]
        train_parser(
            folder / "train.conllu.xz", folder / "dev.conllu.xz", out / name, members, texts
        )
        return
    sizes, plan, base = SETTINGS[name]
    plan = replace(plan, seed=seed, epochs=plan.epochs if epochs is None else epochs)
    chosen: list[Corpus] = [c for c in CORPORA if c.share_alike == (name == "ner_sa")]
    tagger = fit(
        chosen, {c.name: load(c, data, "train") for c in chosen},
        {c.name: load(c, data, "devel") for c in chosen}, sizes, plan, out / name,
        Tagger.load(out / base) if base else None,
    )
    if LEANING[0] in tagger.heads:
        lean(tagger, *LEANING).save(out / name)


if __name__ == "__main__":
    raise SystemExit(main())
