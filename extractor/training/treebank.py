"""The dependency treebank: CoNLL-U to spaCy's binary training files."""

from __future__ import annotations

import lzma
import re
import time
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from extractor.components.recognisers import register_tokenizer

register_tokenizer()

_DIGIT = re.compile(r"\d")
_LONGEST = 400


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


def to_docs(nlp: Language, path: Path) -> Iterator[Doc]:
    """Docs of a treebank file: one a paragraph, cut where it grows beyond 400 tokens."""
    for paragraph in read_conllu(path):
        chunk: list[list[list[str]]] = []
        length = 0
        for sentence in paragraph:
            if chunk and length + len(sentence) > _LONGEST:
                yield to_doc(nlp, chunk)
                chunk, length = [], 0
            chunk.append(sentence)
            length += len(sentence)
        if chunk:
            yield to_doc(nlp, chunk)


def convert(source: Path, target: Path, nlp: Language) -> tuple[int, int]:
    """Write a treebank file as spaCy's binary.

    Returns:
        Number of docs and of tokens.
    """
    binary = DocBin(store_user_data=False)
    tokens = 0
    for doc in to_docs(nlp, source):
        binary.add(doc)
        tokens += len(doc)
    target.parent.mkdir(parents=True, exist_ok=True)
    binary.to_disk(target)
    return len(binary), tokens


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
    scored = Scorer(nlp).score([Example(a, b) for a, b in zip(parsed, gold, strict=True)])
    return {
        "UAS": scored["dep_uas"], "LAS": scored["dep_las"], "tags": scored["tag_acc"],
        "lemmas": scored["lemma_acc"], "sentences": scored["sents_f"],
        "words/s": sum(len(d) for d in parsed) / spent,
    }
