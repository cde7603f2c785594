"""The trained recognisers of named entities as the pipeline uses them.

The recognisers hold one head for each training corpus, because each corpus draws its borders by
its own guideline. Heads that know the same kind of thing are merged by one policy: a place counts
as found if a leading head of the kind finds it, or two others do; of overlapping spans the one
that more heads agree on wins, then the leading head's, then the longer, then the earlier one. The
score of a span is the share of the kind's heads that find something overlapping there. Where one
place is taken for two kinds, the higher score wins; anatomy gives way to cells it overlaps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.errors import ModelError
from extractor.models.context import Abbreviations, Repeats
from extractor.models.tokens import pieces, sentences

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from extractor.models.network import Array
    from extractor.models.tagger import Tagger, TokenSpan

Span = tuple[int, int, str, float | None]
"""Character start and end, type, score (``None`` where the model gives none)."""

TYPES = ("gene", "disease", "cell", "chemical", "anatomy", "species")

_KINDS: dict[str, dict[str, str]] = {
    "bc2gm": {"GENE": "gene"},
    "jnlpba": {"protein": "gene", "cell_type": "cell", "cell_line": "cell"},
    "craft": {"GGP": "gene", "CL": "cell", "CHEBI": "chemical", "Taxon": "species"},
    "bc5cdr": {"Chemical": "chemical", "Disease": "disease"},
    "ncbi": {"Disease": "disease"},
    "linnaeus": {"Species": "species"},
    "cg13": {
        "Gene_or_gene_product": "gene",
        "Cell": "cell",
        "Simple_chemical": "chemical",
        "Cancer": "disease",
        "Pathological_formation": "disease",
        "Organism": "species",
        "Tissue": "anatomy",
        "Organ": "anatomy",
        "Multi-tissue_structure": "anatomy",
        "Anatomical_system": "anatomy",
        "Organism_subdivision": "anatomy",
        "Organism_substance": "anatomy",
    },
    "anatem": {"Anatomy": "anatomy"},
    "cellfinder": {
        "CellType": "cell",
        "CellLine": "cell",
        "GeneProtein": "gene",
        "Anatomy": "anatomy",
        "Species": "species",
    },
}
"""The kind of thing that each head's types are; types not named here are not used."""

_LEADING = {
    "gene": ("bc2gm", "craft"),
    "disease": ("bc5cdr", "ncbi"),
    "cell": ("craft", "cg13", "cellfinder"),
    "chemical": ("bc5cdr",),
    "anatomy": ("anatem",),
    "species": ("craft", "linnaeus"),
}
"""Heads whose word alone is enough."""

_OTHER_LABELS = {
    "GGP": "gene",
    "GENE": "gene",
    "PROTEIN": "gene",
    "GENE_OR_GENE_PRODUCT": "gene",
    "RNA": "gene",
    "DISEASE": "disease",
    "CANCER": "disease",
    "PATHOLOGICAL_FORMATION": "disease",
    "CHEMICAL": "chemical",
    "SIMPLE_CHEMICAL": "chemical",
    "CHEBI": "chemical",
    "AMINO_ACID": "chemical",
    "DRUG": "chemical",
    "CELL": "cell",
    "CL": "cell",
    "CELL_TYPE": "cell",
    "CELL_LINE": "cell",
    "CELLTYPE": "cell",
    "TISSUE": "anatomy",
    "ORGAN": "anatomy",
    "ANATOMY": "anatomy",
    "ANATOMICAL_SYSTEM": "anatomy",
    "MULTI_TISSUE_STRUCTURE": "anatomy",
    "ORGANISM_SUBDIVISION": "anatomy",
    "ORGANISM_SUBSTANCE": "anatomy",
    "ORGANISM": "species",
    "SPECIES": "species",
    "TAXON": "species",
}
"""Kinds of the labels that published biomedical spaCy pipelines use (scispaCy's, mostly)."""

_BATCH = 64
"""Texts tagged at once."""

_PORTION = 6000
"""Tokens whose states are held in memory at once."""

_LONGEST = 250
"""Tokens of a sentence; longer ones are cut."""


@dataclass(slots=True)
class _Cut:
    """Texts cut into sentences of tokens.

    For each sentence: its tokens, their character spans, and the number of the text it is from.
    """

    texts: int
    tokens: list[list[str]] = field(default_factory=list)
    places: list[list[tuple[int, int]]] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, texts: Sequence[str]) -> _Cut:
        made = cls(len(texts))
        for owner, text in enumerate(texts):
            for start, end in sentences(text):
                cut = [(a + start, b + start) for a, b in pieces(text[start:end])]
                for at in range(0, len(cut), _LONGEST):
                    made.places.append(cut[at : at + _LONGEST])
                    made.tokens.append([text[a:b] for a, b in made.places[-1]])
                    made.owners.append(owner)
        return made


def models_folder() -> Path:
    """Where the shipped models stand."""
    return Path(__file__).resolve().parent.parent / "models"


class Recognisers:
    """Finds genes, diseases, cells, chemicals, anatomy and species in texts.

    Args:
        taggers: Trained taggers; no two have a head of the same name.
    """

    def __init__(self, taggers: Sequence[Tagger]) -> None:
        self.taggers = list(taggers)
        self._heads = [[name for name in t.heads if name in _KINDS] for t in self.taggers]
        self._voters: dict[str, int] = {}
        for names in self._heads:
            for name in names:
                for kind in set(_KINDS[name].values()):
                    self._voters[kind] = self._voters.get(kind, 0) + 1

    def spans(self, text: str | Doc) -> list[Span]:
        """Entities of one text or ``Doc``, sorted, without overlaps within one type."""
        return next(self.pipe([text]))

    def pipe(self, texts: Iterable[str | Doc], batch_size: int = _BATCH) -> Iterator[list[Span]]:
        """Entities of many texts, in their order, each text by itself.

        Args:
            texts: Texts (sentences or paragraphs: they are cut into sentences) or ``Doc`` objects.
            batch_size: How many texts are tagged at once.
        """
        stream = iter(texts)
        while batch := [t if isinstance(t, str) else t.text for t in islice(stream, batch_size)]:
            cuts = [_Cut.of([text]) for text in batch]
            yield from (found[0] for found in self._find(cuts))

    def document(self, blocks: Sequence[str]) -> list[list[Span]]:
        """Entities of the blocks of one document.

        An abbreviation defined in one block takes the type of its long form in those after it.

        Args:
            blocks: The document's texts in reading order.

        Returns:
            The spans of every block, in offsets of that block.
        """
        return next(self._find([_Cut.of(blocks)]))

    def _find(self, cuts: Sequence[_Cut]) -> Iterator[list[list[Span]]]:
        heads = self._tag(cuts)
        at = 0
        for cut in cuts:
            end = at + len(cut.tokens)
            abbreviations = Abbreviations(cut.tokens)
            votes: list[list[tuple[str, int, int, str]]] = [[] for _ in cut.tokens]
            for name, rows in heads.items():
                kinds = _KINDS[name]
                for vote, row in zip(votes, abbreviations.apply(rows[at:end]), strict=True):
                    vote += [(name, a, b, kinds[t]) for a, b, t in row if t in kinds]
            found: list[list[Span]] = [[] for _ in range(cut.texts)]
            for owner, place, vote in zip(cut.owners, cut.places, votes, strict=True):
                found[owner] += [
                    (place[a][0], place[b - 1][1], kind, score)
                    for a, b, kind, score in self._merge(vote)
                ]
            yield found
            at = end

    def _tag(self, cuts: Sequence[_Cut]) -> dict[str, list[list[TokenSpan]]]:
        """What every head finds in all sentences, in their order."""
        heads: dict[str, list[list[TokenSpan]]] = {
            name: [] for names in self._heads for name in names
        }
        portions = list(_portions([t for cut in cuts for t in cut.tokens]))
        if not portions:
            return heads
        scores = tag_scores(self.taggers, self._heads, portions)
        at = 0
        for cut in cuts:
            end = at + sum(map(len, cut.tokens))
            repeats = Repeats(cut.tokens)
            for rows in scores.values():
                repeats.blend(rows[at:end])
            at = end
        at = 0
        for portion in portions:
            lengths = [len(tokens) for tokens in portion]
            end = at + sum(lengths)
            for tagger, names in zip(self.taggers, self._heads, strict=True):
                part = {name: scores[name][at:end] for name in names}
                for name, found in tagger.decode(part, lengths).items():
                    heads[name] += found
            at = end
        return heads

    def _merge(
        self, votes: Iterable[tuple[str, int, int, str]]
    ) -> list[tuple[int, int, str, float]]:
        """One sentence's votes (head, token span, kind) to spans, by the stated policy."""
        by_kind: dict[str, list[tuple[str, int, int]]] = {}
        for head, start, end, kind in votes:
            by_kind.setdefault(kind, []).append((head, start, end))
        merged: list[tuple[int, int, str, float]] = []
        for kind, group in by_kind.items():
            leading = _LEADING[kind]
            ranked: dict[tuple[int, int], tuple[int, int, int, int]] = {}
            support: dict[tuple[int, int], int] = {}
            for _, start, end in group:
                exact = {h for h, a, b in group if (a, b) == (start, end)}
                near = {h for h, a, b in group if a < end and start < b}
                leads = sum(h in leading for h in exact)
                if leads or len(near) > 1:
                    ranked[start, end] = (-len(exact), -leads, start - end, start)
                    support[start, end] = len(near)
            taken: list[tuple[int, int]] = []
            for span in sorted(ranked, key=ranked.__getitem__):
                if all(span[1] <= a or b <= span[0] for a, b in taken):
                    taken.append(span)
                    share = support[span] / self._voters[kind]
                    merged.append((*span, kind, round(share, 3)))
        return sorted(span for span in merged if not any(_outdone(span, o) for o in merged))


def _portions(sentences: Iterable[list[str]]) -> Iterator[list[list[str]]]:
    """Sentences in portions of so many tokens that the states fit into little memory."""
    portion: list[list[str]] = []
    total = 0
    for tokens in sentences:
        portion.append(tokens)
        total += len(tokens)
        if total >= _PORTION:
            yield portion
            portion, total = [], 0
    if portion:
        yield portion


def tag_scores(
    taggers: Sequence[Tagger], heads: Sequence[Sequence[str]],
    portions: Iterable[Sequence[Sequence[str]]],
) -> dict[str, Array]:
    """Scores of the tags of every head for all tokens, in text order.

    Args:
        taggers: Taggers; those after the first may stand on the first.
        heads: Of each tagger the heads that are wanted.
        portions: Sentences of tokens, in portions whose states are held in memory at once.
    """
    import numpy as np

    from extractor.models.network import Pack

    parts: dict[str, list[Array]] = {name: [] for names in heads for name in names}
    for portion in portions:
        pack = Pack.of([len(tokens) for tokens in portion])
        below: Array | None = None
        for tagger, names in zip(taggers, heads, strict=True):
            states = tagger.states(portion, pack, below if tagger.base else None)
            for name, rows in tagger.scores(states, pack, names).items():
                parts[name].append(rows)
            below = states if below is None else below
    return {name: np.concatenate(rows) for name, rows in parts.items()}


def _outdone(span: tuple[int, int, str, float], other: tuple[int, int, str, float]) -> bool:
    """Whether a span gives way to one of another kind: anatomy to cells, less to more agreement."""
    if span[2] == other[2] or span[1] <= other[0] or other[1] <= span[0]:
        return False
    if "anatomy" in (span[2], other[2]) and "cell" in (span[2], other[2]):
        return span[2] == "anatomy"
    return span[:2] == other[:2] and (span[3], span[2]) < (other[3], other[2])


class PipelineRecognisers:
    """Any spaCy pipeline with an entity recogniser in the place of the shipped recognisers.

    Args:
        nlp: The pipeline. Labels are mapped to the types used here; a pipeline with the one label
            ``ENTITY`` gives the type ``entity``; other labels are left out.
    """

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp

    def spans(self, text: str | Doc) -> list[Span]:
        """Entities of one text, sorted; the scores are ``None``."""
        return next(self.pipe([text]))

    def document(self, blocks: Sequence[str]) -> list[list[Span]]:
        """Entities of the blocks of one document, each block by itself."""
        return list(self.pipe(blocks))

    def pipe(self, texts: Iterable[str | Doc], batch_size: int = _BATCH) -> Iterator[list[Span]]:
        """Entities of many texts, in their order."""
        plain = (t if isinstance(t, str) else t.text for t in texts)
        for doc in self.nlp.pipe(plain, batch_size=batch_size):
            spans: list[Span] = []
            for entity in doc.ents:
                label = entity.label_.upper().replace("-", "_")
                kind = "entity" if label == "ENTITY" else _OTHER_LABELS.get(label)
                if kind is not None:
                    spans.append((entity.start_char, entity.end_char, kind, None))
            yield spans


class RecogniserComponent:
    """A spaCy component that writes what the recognisers find to ``doc.spans[key]``.

    Args:
        recognisers: The recognisers.
        key: Name of the span group; the spans' labels are the types.
    """

    def __init__(
        self, recognisers: Recognisers | PipelineRecognisers, key: str = "recognised"
    ) -> None:
        self.recognisers = recognisers
        self.key = key

    def __call__(self, doc: Doc) -> Doc:
        """Write the spans of one ``Doc``."""
        return self._write(doc, self.recognisers.spans(doc))

    def pipe(self, docs: Iterable[Doc], batch_size: int = _BATCH) -> Iterator[Doc]:
        """Write the spans of many, batch by batch."""
        stream = iter(docs)
        while batch := list(islice(stream, batch_size)):
            for doc, spans in zip(batch, self.recognisers.pipe(batch), strict=True):
                yield self._write(doc, spans)

    def _write(self, doc: Doc, spans: Sequence[Span]) -> Doc:
        made = (doc.char_span(a, b, label=kind, alignment_mode="expand") for a, b, kind, _ in spans)
        doc.spans[self.key] = [span for span in made if span is not None]
        return doc


def load_recognisers(
    path: Path | None = None, model: str | None = None
) -> Recognisers | PipelineRecognisers:
    """Load trained recognisers.

    Args:
        path: A folder with the model folders ``ner`` and, standing on it, ``ner_sa``; the shipped
            models if ``None``. ``ner_sa`` (trained on share-alike corpora) may be missing.
        model: Name or path of an installed spaCy pipeline to use instead.

    Raises:
        ModelError: The models are missing or damaged.
    """
    if model is not None:
        return PipelineRecognisers(installed(model))
    return _shipped() if path is None else _read(path)


@lru_cache(maxsize=1)
def _shipped() -> Recognisers:
    return _read(models_folder())


def _read(folder: Path) -> Recognisers:
    from extractor.models.tagger import Tagger

    base = Tagger.load(folder / "ner")
    taggers = [base]
    if (folder / "ner_sa").is_dir():
        taggers.append(Tagger.load(folder / "ner_sa", base))
    return Recognisers(taggers)


def installed(model: str) -> Language:
    """Load an installed spaCy pipeline.

    Args:
        model: Its name or path.

    Raises:
        ModelError: There is none of that name, or it cannot be loaded.
    """
    import spacy

    try:
        return spacy.load(model)
    except Exception as error:  # a missing package, a damaged folder, a version clash
        reason = " ".join(str(error).split())[:160]
        raise ModelError(
            f"{model}: cannot load this spaCy pipeline ({reason}); install it, or leave --model "
            "out to use the shipped models"
        ) from error
