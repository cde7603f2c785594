"""The trained tagger, lemmatiser and dependency parser as a spaCy pipeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.components.recognisers import installed, models_folder
from extractor.models.tokens import ParserTokenizer

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from extractor.models.committee import Committee, Parse

_FACTORY = "extractor_parser"
_BATCH = 64
_LONGEST = 250
"""Tokens that are parsed as one; longer runs are cut."""


def load_parser(path: Path | None = None, model: str | None = None) -> Language:
    """Load the tagger, lemmatiser and dependency parser.

    Args:
        path: The model folder; the shipped one if ``None``.
        model: Name or path of an installed spaCy pipeline to use instead.

    Raises:
        ModelError: The model is missing or damaged.
    """
    if model is not None:
        return installed(model)
    import spacy
    from spacy.language import Language

    if not Language.has_factory(_FACTORY):
        Language.factory(
            _FACTORY, default_config={"folder": ""}, func=_create,
            assigns=["token.tag", "token.lemma", "token.dep", "token.head", "token.is_sent_start"],
        )
    nlp = spacy.blank("en")
    nlp.tokenizer = ParserTokenizer(nlp.vocab)
    nlp.add_pipe(_FACTORY, config={"folder": str(path or models_folder() / "parser")})
    return nlp


def _create(nlp: Language, name: str, folder: str) -> ParserComponent:
    from extractor.models.committee import Committee

    return ParserComponent(Committee.load(Path(folder)))


class ParserComponent:
    """A spaCy component that writes tags, lemmas, heads, labels and sentence starts.

    Sentence starts that stand in a ``Doc`` already are kept. White space tokens hang on the token
    before them.

    Args:
        parser: The trained parsers.
    """

    def __init__(self, parser: Committee) -> None:
        self.parser = parser

    def __call__(self, doc: Doc) -> Doc:
        """Parse one ``Doc``."""
        self._parse([doc])
        return doc

    def pipe(self, docs: Iterable[Doc], batch_size: int = _BATCH) -> Iterator[Doc]:
        """Parse many, batch by batch."""
        stream = iter(docs)
        while batch := list(islice(stream, batch_size)):
            self._parse(batch)
            yield from batch

    def _parse(self, docs: Sequence[Doc]) -> None:
        """Cut the docs into runs that surely begin a sentence, parse those, and write."""
        runs: list[list[str]] = []
        free: list[list[bool]] = []
        places: list[list[int]] = []
        counts: list[int] = []
        for doc in docs:
            before = len(runs)
            words, forms, starts, may = self._cut(doc)
            edges = [*(i for i, start in enumerate(starts) if start), len(words)]
            for first, end in pairwise(edges):
                for at in range(first, end, _LONGEST):
                    part = slice(at, min(end, at + _LONGEST))
                    runs.append(forms[part])
                    free.append(may[part])
                    places.append(words[part])
            counts.append(len(runs) - before)
        parses = self.parser.parse(runs, free)
        at = 0
        for doc, count in zip(docs, counts, strict=True):
            if count:
                _write(doc, places[at : at + count], parses[at : at + count])
            at += count

    def _cut(self, doc: Doc) -> tuple[list[int], list[str], list[bool], list[bool]]:
        """Token numbers and forms of the words, where runs begin, where sentences may begin."""
        from spacy.attrs import SENT_START  # type: ignore[import-not-found]

        from extractor.models.borders import begins

        words = [t.i for t in doc if not t.is_space]
        forms = [doc[i].text for i in words]
        known = doc.to_array([SENT_START]).astype("int64").ravel()[words].tolist()
        if any(value == 0 for value in known[1:]):
            spaced = [
                bool(doc[i].whitespace_) or (i + 1 < len(doc) and doc[i + 1].is_space)
                for i in words
            ]
            starts = begins(forms, spaced, self.parser.borders)
            starts = [v > 0 or (v == 0 and s) for v, s in zip(known, starts, strict=True)]
        else:
            starts = [value > 0 for value in known]
        if starts:
            starts[0] = True
        return words, forms, starts, [value == 0 for value in known]


def _write(doc: Doc, places: Sequence[Sequence[int]], parses: Sequence[Parse]) -> None:
    import numpy
    from spacy.attrs import DEP, HEAD, LEMMA, TAG

    strings = doc.vocab.strings
    values = numpy.zeros((len(doc), 4), dtype="uint64")
    heads = [-1] * len(doc)
    for place, parse in zip(places, parses, strict=True):
        for i, tag, lemma, head, label in zip(
            place, parse.tags, parse.lemmas, parse.heads, parse.labels, strict=True
        ):
            values[i] = (strings.add(tag), strings.add(lemma), 0, strings.add(label))
            heads[i] = place[head]
    first = places[0][0]
    for i, head in enumerate(heads):
        if head < 0:  # white space
            heads[i] = first if i < first else i - 1
            values[i] = (strings.add("_SP"), strings.add(doc[i].text), 0, strings.add("dep"))
    offsets = numpy.asarray(heads, dtype="int64") - numpy.arange(len(doc))
    values[:, 2] = offsets.astype("uint64")
    doc.from_array([TAG, LEMMA, HEAD, DEP], values)  # type: ignore[arg-type]

