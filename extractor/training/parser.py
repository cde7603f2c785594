"""Training of the tagger, lemmatiser and dependency parser, by spaCy's own loop."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
from spacy import blank, load
from spacy.language import DEFAULT_CONFIG, Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from thinc.api import Config

from extractor.errors import ModelError
from extractor.models.sums import write_sums
from extractor.training.treebank import convert

CONFIG = Path(__file__).with_name("parser.cfg")


def train_parser(
    train_file: Path, devel_file: Path, folder: Path, seed: int = 7, steps: int | None = None,
    **settings: object,
) -> Language:
    """Train the parsing pipeline and save it.

    Args:
        train_file: Treebank to learn from (CoNLL-U).
        devel_file: Treebank for the learning curve; the best state on it is kept.
        folder: Where the model goes.
        seed: Seed of all random choices.
        steps: Number of steps, or ``None`` for the config's.
        settings: Values for the config by dotted key with ``__`` in place of the dot.

    Raises:
        ModelError: A treebank file is missing.
    """
    for path in (train_file, devel_file):
        if not path.exists():
            raise ModelError(f"{path}: no such treebank file; EXTRACTOR_DATA must name its folder")
    with tempfile.TemporaryDirectory() as made:
        parts = Path(made)
        empty = blank("en")
        convert(train_file, parts / "train.spacy", empty)
        convert(devel_file, parts / "devel.spacy", empty)
        overrides: dict[str, object] = {
            "paths.train": str(parts / "train.spacy"), "paths.dev": str(parts / "devel.spacy"),
            "system.seed": seed,
        }
        if steps is not None:
            often = max(1, min(500, steps // 4))
            overrides |= {"training.max_steps": steps, "training.eval_frequency": often}
        overrides |= {key.replace("__", "."): value for key, value in settings.items()}
        base = Config(DEFAULT_CONFIG).copy()
        del base["paths"], base["corpora"]
        config = base.merge(load_config(CONFIG, overrides=overrides, interpolate=False))
        nlp = init_nlp(config)
        (parts / "out").mkdir()
        train(nlp, parts / "out")
        trained = load(parts / "out" / "model-best")
    save_parser(trained, folder)
    return trained


def save_parser(nlp: Language, folder: Path) -> None:
    """Save a pipeline with its weights as 16-bit floats; ``load_parser`` reads it."""
    for _, pipe in nlp.pipeline:
        for node in pipe.model.walk():  # type: ignore[attr-defined]
            for name in node.param_names:
                if node.has_param(name):
                    node.set_param(name, np.asarray(node.get_param(name), dtype=np.float16))
    nlp.config["paths"] = {"train": None, "dev": None, "vectors": None, "init_tok2vec": None}
    folder.mkdir(parents=True, exist_ok=True)  # data sheet and card beside the weights stay
    nlp.to_disk(folder)
    write_sums(folder)
    for _, pipe in nlp.pipeline:
        for node in pipe.model.walk():  # type: ignore[attr-defined]
            for name in node.param_names:
                if node.has_param(name):
                    node.set_param(name, np.asarray(node.get_param(name), dtype=np.float32))
