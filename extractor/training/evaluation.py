"""Scores of trained models on the corpora's own parts, strict spans, beside published figures."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.components.parsing import load_parser
from extractor.components.recognisers import Recognisers, load_recognisers, tag_scores
from extractor.models.context import Abbreviations, Repeats
from extractor.training.corpora import CORPORA, Corpus, Sentence, f1, load, span_scores
from extractor.training.treebank import parse_scores

if TYPE_CHECKING:
    from extractor.models.tagger import TokenSpan

PUBLISHED = {"bc5cdr": 0.843, "cg13": 0.778, "craft": 0.780, "jnlpba": 0.721}
"""F1 of scispaCy's models on the corpora's test parts."""

TARGETS = {
    "bc5cdr": 0.85, "cg13": 0.78, "craft genes and cells": 0.78, "jnlpba": 0.73, "ncbi": 0.84,
    "bc2gm": 0.80,
}


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of one head on its corpus, for a type or for all (``""``)."""

    corpus: str
    kind: str
    precision: float
    recall: float
    f1: float
    gold: int


def head_spans(
    recognisers: Recognisers, head: str, sentences: Sequence[Sentence], context: bool = True
) -> list[list[TokenSpan]]:
    """What one head finds in tokenised sentences, with what a document's places tell each other.

    The files do not say where a document ends, so that the definition of an abbreviation holds
    for 20 sentences, and repeated names inform each other over 100.
    """
    tagger = next(t for t in recognisers.taggers if head in t.heads)
    tokens = [s.tokens for s in sentences]
    portions = [tokens[at : at + 200] for at in range(0, len(tokens), 200)]
    scores = tag_scores([tagger], [[head]], portions)[head]
    if context:
        Repeats(tokens, 100).blend(scores)
    found: list[list[TokenSpan]] = []
    at = 0
    for portion in portions:
        lengths = [len(row) for row in portion]
        end = at + sum(lengths)
        found += tagger.decode({head: scores[at:end]}, lengths)[head]
        at = end
    return Abbreviations(tokens, 20).apply(found) if context else found


def corpus_scores(
    recognisers: Recognisers, corpus: Corpus, data: Path, part: str = "devel"
) -> list[Score]:
    """Scores of a corpus' head: all types together first, then each type."""
    sentences = load(corpus, data, part)
    found = head_spans(recognisers, corpus.name, sentences)
    gold = [s.spans for s in sentences]
    out = [
        Score(corpus.name, kind, *f1(counts), counts[1])
        for kind, counts in span_scores(gold, found).items()
    ]
    alone = span_scores(gold, head_spans(recognisers, corpus.name, sentences, False))[""]
    out.insert(1, Score(corpus.name, "all, each sentence by itself", *f1(alone), alone[1]))
    if corpus.name == "craft":
        few = {"GGP", "CL"}
        counts = span_scores(
            ([s for s in row if s[2] in few] for row in gold),
            ([s for s in row if s[2] in few] for row in found),
        )[""]
        out.insert(1, Score(corpus.name, "genes and cells", *f1(counts), counts[1]))
    return out


def report(data: Path, part: str = "devel", folder: Path | None = None) -> Iterator[str]:
    """The lines of the whole evaluation.

    Args:
        data: The folder with ``training``.
        part: The part to measure on; corpora without it are skipped by name.
        folder: The folder of the models, or ``None`` for the shipped ones.
    """
    begun = time.perf_counter()
    recognisers = load_recognisers(folder)
    assert isinstance(recognisers, Recognisers)
    yield f"recognisers loaded in {time.perf_counter() - begun:.2f} s"
    columns = f"{'P':>6} {'R':>6} {'F1':>6} {'gold':>6}  target  scispaCy (test)"
    yield f"{'corpus':10} {'type':32} {columns}"
    heads = {name for tagger in recognisers.taggers for name in tagger.heads}
    for corpus in CORPORA:
        if corpus.name not in heads:
            continue
        if part not in ("train", "devel") and corpus.archive:
            yield f"{corpus.name}: no {part} part"
            continue
        for score in corpus_scores(recognisers, corpus, data, part):
            name = corpus.name if not score.kind else f"{corpus.name} {score.kind}"
            target, other = TARGETS.get(name), PUBLISHED.get(name)
            yield (
                f"{corpus.name:10} {score.kind or 'all':32} {score.precision:6.3f} "
                f"{score.recall:6.3f} {score.f1:6.3f} {score.gold:6d}  "
                f"{'' if target is None else f'{target:.2f}':6}  "
                f"{'' if other is None else f'{other:.3f}'}"
            )
    yield from _speed(recognisers, data)
    name = "dev" if part == "devel" else part
    treebank = data / "training" / "craft_dependencies" / f"{name}.conllu.xz"
    if not treebank.exists():
        yield f"parser: no {part} part"
        return
    begun = time.perf_counter()
    nlp = load_parser(folder / "parser" if folder else None)
    yield f"parser loaded in {time.perf_counter() - begun:.2f} s"
    for how, scores in (
        ("own tokens", parse_scores(nlp, treebank)),
        ("gold tokens and sentences", parse_scores(nlp, treebank, given=True)),
    ):
        yield f"parser, {how}: " + " ".join(f"{k} {v:.4f}" for k, v in scores.items())


def _speed(recognisers: Recognisers, data: Path) -> Iterator[str]:
    corpus = next(c for c in CORPORA if c.name == "ncbi")
    texts = [" ".join(s.tokens) for s in load(corpus, data, "devel")]
    words = sum(len(text.split()) for text in texts)
    begun = time.process_time()
    for _ in recognisers.pipe(texts):
        pass
    yield f"recognisers: {words / (time.process_time() - begun):,.0f} words a second of CPU time"
