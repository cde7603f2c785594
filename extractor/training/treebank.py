"""The dependency treebank: CoNLL-U to sentences and docs, and a parser's scores on it."""

from __future__ import annotations

import lzma
import re
import time
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, Span, Token
from spacy.training import Example

_DIGIT = re.compile(r"\d")


def read_conllu(path: Path) -> Iterator[list[list[list[str]]]]:
    """Read a treebank file paragraph by paragraph.

    Args:
        path: A CoNLL-U file, xz-compressed or plain; ``# newpar`` starts a paragraph.

    Yields:
        Paragraphs: lists of sentences, which are lists of rows of ten columns.
    """
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        paragraph: list[list[list[str]]] = []
        sentence: list[list[str]] = []
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# new"):
                if paragraph:
                    yield paragraph
                    paragraph = []
            elif line.startswith("#"):
                continue
            elif line:
                row = line.split("\t")
                if row[0].isdigit():
                    sentence.append(row)
            elif sentence:
                paragraph.append(sentence)
                sentence = []
        if sentence:
            paragraph.append(sentence)
        if paragraph:
            yield paragraph


def lemma_of(row: list[str]) -> str:
    """The lemma of a row; the treebank blanks digits in lemmas, so those forms are kept."""
    form, lemma = row[1], row[2]
    return form.lower() if _DIGIT.search(form) else lemma


def to_doc(nlp: Language, paragraph: list[list[list[str]]]) -> Doc:
    """Make a ``Doc`` with gold tokens, tags, lemmas, heads and sentence starts."""
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    lemmas: list[str] = []
    poses: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    starts: list[bool | int | None] = []
    for sentence in paragraph:
        first = len(words)
        for i, row in enumerate(sentence):
            head = int(row[6])
            words.append(row[1])
            spaces.append("SpaceAfter=No" not in row[9])
            poses.append(row[3])
            tags.append(row[4])
            lemmas.append(lemma_of(row))
            heads.append(first + head - 1 if head else first + i)
            deps.append(row[7] if head else "ROOT")
            starts.append(i == 0)
        spaces[-1] = True
    return Doc(
        nlp.vocab, words=words, spaces=spaces, tags=tags, pos=poses, lemmas=lemmas, heads=heads,
        deps=deps, sent_starts=starts,
    )


def parse_scores(nlp: Language, source: Path, given: bool = False) -> dict[str, float]:
    """Scores of a parsing pipeline on a treebank file.

    Args:
        nlp: The pipeline.
        source: A CoNLL-U file.
        given: Whether the gold tokens and sentence borders are given; otherwise the pipeline's own.

    Returns:
        ``UAS`` and ``LAS`` (punctuation left out, as spaCy counts), ``tags``, ``lemmas``,
        ``sentences`` (F1) and ``words/s`` of CPU time.
    """
    gold = [
        doc
        for paragraph in read_conllu(source)
        for doc in ([to_doc(nlp, [s]) for s in paragraph] if given else [to_doc(nlp, paragraph)])
    ]
    bare = [
        Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
        if given else nlp.make_doc(doc.text)
        for doc in gold
    ]
    if given:
        for doc in bare:
            for token in doc:
                token.is_sent_start = token.i == 0
    begun = time.process_time()
    parsed = list(nlp.pipe(bare))
    spent = time.process_time() - begun
    examples = [Example(a, b) for a, b in zip(parsed, gold, strict=True)]
    deps = Scorer.score_deps(examples, "dep", ignore_labels=("p", "punct"), getter=_label)
    return {
        "UAS": deps["dep_uas"], "LAS": deps["dep_las"],
        "tags": Scorer.score_token_attr(examples, "tag")["tag_acc"],
        "lemmas": Scorer.score_token_attr(examples, "lemma")["lemma_acc"],
        "sentences": Scorer.score_spans(examples, "sents", getter=_sentences)["sents_f"],
        "words/s": sum(len(d) for d in parsed) / spent,
    }


def _label(token: Token, attribute: str) -> str:
    return str(token.dep_).lower()


def _sentences(doc: Doc, attribute: str) -> list[Span]:
    return list(doc.sents)
