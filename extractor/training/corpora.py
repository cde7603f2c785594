"""The named-entity corpora: what each annotates, under which licence, and how it is read."""

from __future__ import annotations

import io
import lzma
import tarfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from extractor.errors import ModelError
from extractor.models.tokens import pieces, sentences

Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus and what may be learnt from it.

    Args:
        name: Name of its head in the model.
        folder: Its folder below ``training/ner``.
        types: The entity types it annotates, as it calls them; it teaches nothing about others.
        licence: Its licence.
        share_alike: Whether weights trained on it carry a share-alike licence.
        repeat: How often it is seen in one epoch.
        archive: File name of its standoff archive, or ``""`` for the two-column files.
    """

    name: str
    folder: str
    types: tuple[str, ...]
    licence: str
    share_alike: bool = False
    repeat: float = 1.0
    archive: str = ""


CORPORA: tuple[Corpus, ...] = (
    Corpus("bc5cdr", "BC5CDR", ("Chemical", "Disease"), "public domain", repeat=1.5),
    Corpus("ncbi", "NCBI-disease", ("Disease",), "public domain", repeat=1.5),
    Corpus("bc2gm", "BC2GM", ("GENE",), "public domain"),
    Corpus(
        "jnlpba", "JNLPBA", ("protein", "DNA", "RNA", "cell_line", "cell_type"), "CC BY 3.0",
        repeat=0.6, archive="train_standoff.tar.xz",
    ),
    Corpus("craft", "CRAFT", ("GGP", "CL", "CHEBI", "Taxon", "SO", "GO"), "CC BY 3.0", repeat=2),
    Corpus(
        "id11", "BioNLP11ID", ("Protein", "Organism", "Chemical", "Regulon-operon"), "CC BY 3.0"
    ),
    Corpus("linnaeus", "linnaeus", ("Species",), "CC BY 4.0", repeat=0.4),
    Corpus(
        "cg13", "BioNLP13CG",
        (
            "Gene_or_gene_product", "Cell", "Cancer", "Simple_chemical", "Organism",
            "Multi-tissue_structure", "Tissue", "Cellular_component", "Organ",
            "Organism_substance", "Pathological_formation", "Immaterial_anatomical_entity",
            "Organism_subdivision", "Amino_acid", "Anatomical_system",
            "Developing_anatomical_structure",
        ),
        "CC BY-SA 3.0", share_alike=True,
    ),
    Corpus("anatem", "AnatEM", ("Anatomy",), "CC BY-SA 3.0", share_alike=True),
    Corpus(
        "cellfinder", "CellFinder",
        ("CellType", "CellLine", "Anatomy", "GeneProtein", "Species", "CellComponent"),
        "CC BY-SA 3.0", share_alike=True, archive="cellfinder_brat.tar.xz",
    ),
)


@dataclass(slots=True)
class Sentence:
    """Tokens of a sentence and its entities as half-open token spans."""

    tokens: list[str]
    spans: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class Losses:
    """Entities of standoff files: all, and those whose borders fall inside a token."""

    entities: int = 0
    misaligned: int = 0
    nested: int = 0


def load(corpus: Corpus, data: Path, part: str) -> list[Sentence]:
    """Read one part of a corpus.

    Args:
        corpus: The corpus.
        data: The folder that holds ``training/ner``.
        part: ``train``, ``devel``, or any other part whose file is there (``test``). JNLPBA and
            CellFinder come in one piece: every tenth (fifth) document is held out as ``devel``.

    Raises:
        ModelError: A file is missing.
    """
    folder = data / "training" / "ner" / corpus.folder
    if corpus.archive:
        return list(read_standoff(_existing(folder / corpus.archive), corpus, part))
    return list(read_columns(_existing(folder / f"{part}.tsv.xz", folder / f"{part}.tsv")))


def _existing(*paths: Path) -> Path:
    for path in paths:
        if path.exists():
            return path
    raise ModelError(
        f"{paths[0]}: no such corpus file; EXTRACTOR_DATA must name the folder with training/ner"
    )


def read_columns(path: Path) -> Iterator[Sentence]:
    """Read a two-column file (token TAB tag, blank line between sentences)."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        rows: list[tuple[str, str]] = []
        for line in lines:
            line = line.rstrip("\n")
            if line.strip():
                token, _, tag = line.partition("\t")
                rows.append((token, tag))
            elif rows:
                yield _from_rows(rows)
                rows = []
        if rows:
            yield _from_rows(rows)


def _from_rows(rows: list[tuple[str, str]]) -> Sentence:
    sentence = Sentence([])
    start, kind = 0, ""
    for token, tag in rows:
        at = len(sentence.tokens)
        if kind and tag != f"I-{kind}":
            sentence.spans.append((start, at, kind))
            kind = ""
        if tag != "O" and not kind:
            start, kind = at, tag[2:]
        sentence.tokens += [token[a:b] for a, b in pieces(token)]
    if kind:
        sentence.spans.append((start, len(sentence.tokens), kind))
    return sentence


def read_standoff(
    path: Path, corpus: Corpus, part: str, losses: Losses | None = None
) -> Iterator[Sentence]:
    """Read an archive of ``.txt`` and ``.ann`` files, cut into sentences.

    Of nested or overlapping entities the longest is kept. Entities that cross a sentence border
    or begin or end inside a token are left out and counted in ``losses``.
    """
    every = 10 if corpus.name == "jnlpba" else 5
    texts: dict[str, str] = {}
    notes: dict[str, str] = {}
    with tarfile.open(path) as archive:
        for member in archive:
            stem, _, kind = member.name.rpartition("/")[2].rpartition(".")
            if kind in ("txt", "ann"):
                stream = archive.extractfile(member)
                if stream is not None:
                    content = io.TextIOWrapper(stream, encoding="utf-8", newline="").read()
                    (texts if kind == "txt" else notes)[stem] = content
    for rank, stem in enumerate(sorted(texts)):
        held_out = rank % every == every - 1
        if held_out == (part == "devel"):
            yield from align(texts[stem], _entities(notes.get(stem, "")), corpus.types, losses)


def _entities(notes: str) -> Iterator[Span]:
    for line in notes.splitlines():
        columns = line.split("\t")
        if line.startswith("T") and len(columns) > 1 and ";" not in columns[1]:
            name, start, end = columns[1].split(" ")
            yield int(start), int(end), name


def align(
    text: str, entities: Iterable[Span], types: Iterable[str], losses: Losses | None = None
) -> Iterator[Sentence]:
    """Cut a text into sentences of tokens and carry its entities (character spans) over."""
    losses = losses if losses is not None else Losses()
    known = set(types)
    wanted = sorted(
        {e for e in entities if e[2] in known}, key=lambda e: (e[0] - e[1], e[0], e[2])
    )
    kept: list[Span] = []
    for entity in wanted:
        losses.entities += 1
        if any(entity[0] < k[1] and k[0] < entity[1] for k in kept):
            losses.nested += 1
        else:
            kept.append(entity)
    kept.sort()
    done = 0
    for start, end in sentences(text):
        spans = [(a + start, b + start) for a, b in pieces(text[start:end])]
        begins = {a: i for i, (a, _) in enumerate(spans)}
        ends = {b: i + 1 for i, (_, b) in enumerate(spans)}
        sentence = Sentence([text[a:b] for a, b in spans])
        for a, b, name in kept:
            if a in begins and b in ends:
                sentence.spans.append((begins[a], ends[b], name))
                done += 1
        if sentence.tokens:
            yield sentence
    losses.misaligned += len(kept) - done


def span_scores(
    gold: Iterable[Iterable[Span]], found: Iterable[Iterable[Span]]
) -> Mapping[str, tuple[int, int, int]]:
    """Strict counts (hits, gold, found) for each type and, under ``""``, for all together."""
    counts: dict[str, list[int]] = {"": [0, 0, 0]}
    for one, other in zip(gold, found, strict=True):
        right, made = set(one), set(other)
        for position, group in enumerate((right & made, right, made)):
            for span in group:
                counts.setdefault(span[2], [0, 0, 0])[position] += 1
                counts[""][position] += 1
    return {name: (n[0], n[1], n[2]) for name, n in counts.items()}


def f1(counts: tuple[int, int, int]) -> tuple[float, float, float]:
    """Precision, recall and F1 of counts (hits, gold, found); zero where undefined."""
    hits, gold, found = counts
    precision = hits / found if found else 0.0
    recall = hits / gold if gold else 0.0
    total = gold + found
    return precision, recall, 2 * hits / total if total else 0.0
