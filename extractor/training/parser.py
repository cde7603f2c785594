"""Training of the tagger, lemmatiser and dependency parser."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from extractor.errors import ModelError
from extractor.models.committee import Committee
from extractor.models.features import folded
from extractor.models.graph import GraphParser, ParserSizes
from extractor.models.lemmas import rule_of
from extractor.models.network import Array
from extractor.training.arcs import ParserLearner, ParserPlan, Tree, train_steps
from extractor.training.borders import Text, fit_borders
from extractor.training.pretrain import word_vectors
from extractor.training.treebank import lemma_of, read_conllu

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Least:
    """How often something must occur to be learnt.

    ``word`` in the treebank, ``other`` in the other texts (for a company vector), ``rule`` a lemma
    rule in the treebank.
    """

    word: int = 2
    other: int = 6
    rule: int = 5


def train_parser(
    train_file: Path, devel_file: Path, folder: Path | None,
    members: Sequence[tuple[ParserSizes, ParserPlan]], texts: Sequence[Sequence[str]] = (),
    least: Least | None = None,
) -> Committee:
    """Train parsers that decide together and save them.

    Args:
        train_file: Treebank to learn from (CoNLL-U).
        devel_file: Treebank for the learning curve, which decides nothing.
        folder: Where the model goes, or ``None``.
        members: Sizes and settings of every member; the widths of the company vectors are the
            same.
        texts: Tokenised sentences without trees; with the treebank's own they give the words'
            company vectors.
        least: How often something must occur to be learnt.

    Raises:
        ModelError: A treebank file is missing.
    """
    for path in (train_file, devel_file):
        if not path.exists():
            raise ModelError(f"{path}: no such treebank file; EXTRACTOR_DATA must name its folder")
    least = least or Least()
    bank = list(read_conllu(train_file))
    sentences = [s for paragraph in bank for s in paragraph]
    own = [[row[1] for row in s] for s in sentences]
    words = _words(own, texts, least)
    tags = sorted({row[4] for s in sentences for row in s})
    labels = sorted({row[7] for s in sentences for row in s if row[6] != "0"})
    counts = Counter(rule_of(row[1], lemma_of(row)) for s in sentences for row in s)
    rules = sorted((r for r in counts if counts[r] >= least.rule), key=lambda r: (-counts[r], r))
    print(f"{len(words)} words, {len(labels)} labels, {len(rules)} lemma rules", flush=True)
    sizes, plan = members[0]
    static = word_vectors([*own, *texts], words, sizes.static)
    borders = fit_borders([_text(p) for p in bank], seed=plan.seed)
    devel = [s for paragraph in read_conllu(devel_file) for s in paragraph]
    trained: list[GraphParser] = []
    for sizes, plan in members:
        parser = GraphParser.new(sizes, words, tags, rules, labels, static, plan.seed)
        trees = [[to_tree(parser, s) for s in paragraph] for paragraph in bank]
        learner = ParserLearner(parser, plan, trees)
        report = partial(_curve, devel=devel, borders=borders)
        trained.append(train_steps(learner, report))
    committee = Committee(trained, borders)
    if folder is not None:
        committee.save(folder)
    return committee


def _words(
    own: Iterable[Sequence[str]], texts: Iterable[Sequence[str]], least: Least
) -> list[str]:
    """The words that get a company vector: those of the treebank first, frequent ones first."""
    seen = Counter(folded(token) for sentence in own for token in sentence)
    other = Counter(folded(token) for sentence in texts for token in sentence)
    words = [w for w in sorted(seen, key=lambda w: (-seen[w], w)) if seen[w] >= least.word]
    words += sorted(w for w in other if other[w] >= least.other and seen[w] < least.word)
    return [w for w in words if "\n" not in w]


def to_tree(parser: GraphParser, rows: Rows) -> Tree:
    """A sentence of the treebank as numbers of the parser's tags, lemma rules and labels.

    A rule too rare to be learnt becomes the commonest one.
    """
    tags, rules, labels = (
        {name: i for i, name in enumerate(names)}
        for names in (parser.tags, parser.rules, parser.labels)
    )
    return Tree(
        [row[1] for row in rows],
        [tags[row[4]] for row in rows],
        [rules.get(rule_of(row[1], lemma_of(row)), 0) for row in rows],
        [int(row[6]) for row in rows],
        [labels[row[7]] if row[6] != "0" else 0 for row in rows],
    )


def _text(paragraph: Sequence[Rows]) -> Text:
    rows = [row for sentence in paragraph for row in sentence]
    last = {id(sentence[-1]) for sentence in paragraph}
    return (
        [row[1] for row in rows],
        ["SpaceAfter=No" not in row[9] or id(row) in last for row in rows],
        [i == 0 for sentence in paragraph for i in range(len(sentence))],
    )


def _curve(parser: GraphParser, devel: Sequence[Rows], borders: Array) -> str:
    """UAS and LAS without punctuation, gold tokens and sentences given."""
    parses = Committee([parser], borders).parse([[row[1] for row in rows] for rows in devel])
    ties = right = labelled = 0
    for rows, parse in zip(devel, parses, strict=True):
        for i, row in enumerate(rows):
            if row[7] == "punct":
                continue
            ties += 1
            head = int(row[6]) - 1 if row[6] != "0" else i
            if parse.heads[i] == head:
                right += 1
                labelled += parse.labels[i] == (row[7] if row[6] != "0" else "ROOT")
    return f"UAS {right / max(ties, 1):.4f} LAS {labelled / max(ties, 1):.4f}"
