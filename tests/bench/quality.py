"""Scores on the shared benchmarks: mentions, pairs, directions, false alarms, and the gold sets."""

from __future__ import annotations

import csv
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Span:
    """An entity of a benchmark sentence; ``end`` is exclusive."""

    id: str
    start: int
    end: int
    type: str


@dataclass(frozen=True)
class Pair:
    """A candidate pair of a miRNA and a gene with its truth."""

    id: str
    mirna: Span
    gene: Span
    related: bool
    direction: str
    agent: str


@dataclass(frozen=True)
class Sample:
    """One sentence of the SCAI corpus."""

    document: str
    number: int
    text: str
    spans: tuple[Span, ...]
    pairs: tuple[Pair, ...]


DIRECTION = {"DOWN": "down", "INVCORR": "down", "UP": "up", "TARGET": "none", "NEU": "none"}


def scai(folder: Path) -> list[Sample]:
    """The SCAI corpus, sentences in the order of the text.

    The offsets of the file are end-inclusive, and its sentences out of order: the number after
    ``.s`` of ``origId`` is the place. Directions stand in a table of their own.
    """
    with (folder / "scai_train_rels.tsv").open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        truth = {r["InteractionID"]: (r["REG_DIR"], r["REL_ENT"]) for r in rows}
    out: list[Sample] = []
    for document in ET.parse(folder / "miRNA_train_fixed.xml").getroot():
        for sentence in document.findall("sentence"):
            spans = {}
            for entity in sentence.findall("entity"):
                first, last = map(int, entity.attrib["charOffset"].split("-"))
                name = entity.attrib["id"]
                spans[name] = Span(name, first, last + 1, entity.attrib["type"])
            pairs = []
            for pair in sentence.findall("pair"):
                if pair.attrib["type"] != "Specific_miRNAs-Genes/Proteins":
                    continue
                a, b = spans[pair.attrib["e1"]], spans[pair.attrib["e2"]]
                if a.type != "Specific_miRNAs":
                    a, b = b, a
                related = pair.attrib["interaction"] == "True"
                way, agents = truth.get(pair.attrib["id"], ("NA", "NA"))
                agent = "gene" if agents == "GENE_MIR" else "mirna"
                pairs.append(
                    Pair(pair.attrib["id"], a, b, related, DIRECTION.get(way, "none"), agent)
                )
            number = int(sentence.attrib["origId"].rsplit(".s", 1)[1])
            out.append(
                Sample(document.attrib["id"], number, sentence.attrib["text"],
                       tuple(spans.values()), tuple(pairs))
            )  # fmt: skip
    return sorted(out, key=lambda s: (int(re.sub(r"\D", "", s.document)), s.number))
