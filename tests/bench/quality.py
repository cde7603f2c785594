"""Scores on the shared benchmarks: mentions, pairs, directions, false alarms, and the gold sets."""

from __future__ import annotations

import csv
import gzip
import html
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.extract import Extractor

GOLD = Path(__file__).resolve().parents[2] / "gold"


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


@dataclass
class Counts:
    """True positives, and how many there were to find and were found."""

    right: int = 0
    found: int = 0
    hit: int = 0
    gold: int = 0

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of the gold that was found."""
        return self.hit / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two."""
        p, r = self.precision, self.recall
        if p is None or r is None or p + r == 0:
            return None
        return 2 * p * r / (p + r)


LIST_GAP = re.compile(r"[\s,;/&+()]*(?:and|or|as well as)?[\s,;/&+()-]*$")
"""What may stand between two members of a list of miRNAs."""


def mention_counts(samples: list[Sample]) -> tuple[Counts, Counts]:
    """Mentions of miRNAs by overlap (lists as below), and by equal spans.

    The corpus marks a list such as "miR-26a, -34a, -145" now as one entity, now as several, and now
    marks its first member only. A member that the grammar found is right if it stands in a marked
    entity, or goes on a list of which the member before it is right; an entity is found if any
    member that the grammar found overlaps it.
    """
    from extractor import mirna

    loose, strict = Counts(), Counts()
    for sample in samples:
        gold = [s for s in sample.spans if s.type == "Specific_miRNAs"]
        found = list(mirna.find(sample.text))
        spans = {(g.start, g.end) for g in gold}
        strict.gold += len(gold)
        strict.found += len(found)
        same = sum((f.start, f.end) in spans for f in found)
        strict.right += same
        strict.hit += same
        loose.gold += len(gold)
        loose.hit += sum(any(f.start < g.end and g.start < f.end for f in found) for g in gold)
        last: tuple[int, bool] = (-1, False)
        for f in found:
            right = any(f.start < g.end and g.start < f.end for g in gold)
            if not right and last[1] and LIST_GAP.match(sample.text[last[0] : f.start]):
                right = True
            loose.found += 1
            loose.right += right
            last = (f.end, right)
    return loose, strict


def half(samples: list[Sample], name: str) -> list[Sample]:
    """``even``, ``odd`` or ``all`` documents."""
    wanted = {"even": (0,), "odd": (1,), "all": (0, 1)}[name]
    return [s for s in samples if int(re.sub(r"\D", "", s.document)) % 2 in wanted]


@dataclass
class PairScore:
    """Pairs with given entities: relatedness, and on true pairs direction and agent."""

    counts: Counts
    directions: int
    agents: int

    @property
    def direction(self) -> float | None:
        """Share of the true pairs that were found with the right direction."""
        return self.directions / self.counts.gold if self.counts.gold else None

    @property
    def agent(self) -> float | None:
        """Share of the true pairs that were found with the right one acting."""
        return self.agents / self.counts.gold if self.counts.gold else None


def given_pairs(samples: list[Sample]) -> PairScore:
    """The relation reader on the corpus's own entities."""
    from extractor.components.relations import classify
    from extractor.components.skeleton import Other
    from extractor.rules import load

    rules = load()
    score = PairScore(Counts(), 0, 0)
    kinds = {"Specific_miRNAs": "mirna", "Genes/Proteins": "gene"}
    for sample in samples:
        for pair in sample.pairs:
            others = [
                Other(s.start, s.end, kinds[s.type])
                for s in sample.spans
                if s.type in kinds and s not in (pair.mirna, pair.gene)
            ]
            found = classify(
                sample.text, (pair.mirna.start, pair.mirna.end),
                (pair.gene.start, pair.gene.end), others, rules,
            )  # fmt: skip
            score.counts.found += found.related
            score.counts.gold += pair.related
            both = found.related and pair.related
            score.counts.right += both
            score.counts.hit += both
            score.directions += both and found.direction == pair.direction
            score.agents += both and found.agent == pair.agent
    return score


def accept_all(samples: list[Sample]) -> Counts:
    """The baseline: every miRNA acts on every gene of its sentence."""
    pairs = [p for s in samples for p in s.pairs]
    true = sum(p.related for p in pairs)
    return Counts(true, len(pairs), true, true)


def own_pairs(samples: list[Sample], engine: Extractor) -> tuple[Counts, Counts]:
    """Pairs of miRNA and gene from text alone, and gene mentions, both by overlap.

    A found pair is right if both its mentions overlap those of one true pair.
    """
    from extractor import readers
    from extractor.components.any_scope import related_pairs

    pairs, genes = Counts(), Counts()
    for sample in samples:
        text = sample.text
        document = readers.read_string(text, "text")
        move = text.find(document.text[:20]) if document.text else 0
        true = [p for p in sample.pairs if p.related]
        hit = set()
        for row in engine.sentences(document):
            for mirna, gene, _ in related_pairs(row, engine.rules):
                a = (mirna.mention.start + move, mirna.mention.end + move)
                b = (gene.mention.start + move, gene.mention.end + move)
                matched = {
                    p.id
                    for p in true
                    if a[0] < p.mirna.end and p.mirna.start < a[1]
                    and b[0] < p.gene.end and p.gene.start < b[1]
                }  # fmt: skip
                hit |= matched
                pairs.found += 1
                pairs.right += bool(matched)
            for gene in row.of("gene"):
                start, end = gene.mention.start + move, gene.mention.end + move
                genes.found += 1
                genes.right += any(
                    start < s.end and s.start < end
                    for s in sample.spans
                    if s.type == "Genes/Proteins"
                )
        pairs.hit += len(hit)
        pairs.gold += len(true)
    return pairs, genes


@dataclass(frozen=True)
class Tagged:
    """A Bhasuran sentence: text without tags, the tagged spans, and whether it tells repression."""

    text: str
    mirna: tuple[int, int]
    gene: tuple[int, int]
    repression: bool


TAG = re.compile(r"<(/?)(miRNA|Gene)>")


def bhasuran(folder: Path) -> list[Tagged]:
    """The sentences with one tagged miRNA and one tagged gene, the first of each.

    Tags stand escaped in the text. ``Negative`` is repression; all else is ``Positive``.
    """
    out = []
    for passage in ET.parse(folder / "bhasuran_train.xml").getroot().iter("passage"):
        raw = html.unescape(passage.findtext("text") or "")
        relation = next(i.text for i in passage.iter("infon") if i.get("key") == "relation")
        text, last, open_at = "", 0, 0
        spans: dict[str, tuple[int, int]] = {}
        for tag in TAG.finditer(raw):
            text += raw[last : tag.start()]
            last = tag.end()
            if tag[1]:
                spans.setdefault(tag[2], (open_at, len(text)))
            else:
                open_at = len(text)
        text += raw[last:]
        if len(spans) == 2:
            out.append(Tagged(text, spans["miRNA"], spans["Gene"], relation == "Negative"))
    return out


def repression(samples: list[Tagged]) -> float:
    """Share of sentences in which repression is told from the rest, other mentions our own."""
    from extractor import readers
    from extractor.components.relations import tells_repression
    from extractor.components.skeleton import Other
    from extractor.extract import Extractor

    engine = Extractor()
    right = 0
    for sample in samples:
        document = readers.read_string(sample.text, "text")
        move = sample.text.find(document.text[:20])
        others = [
            Other(f.mention.start + move, f.mention.end + move, f.kind)
            for row in engine.sentences(document)
            for f in (*row.of("mirna"), *row.of("gene"))
        ]
        told = tells_repression(sample.text, sample.mirna, sample.gene, others, engine.rules)
        right += told == sample.repression
    return right / len(samples)


def false_alarms(data: Path) -> tuple[list[str], int]:
    """Identifiers, or titles, of the abstracts with an MSC-vesicle finding, and the number read."""
    from extractor import readers
    from extractor.extract import Extractor

    engine = Extractor()
    hits, count = [], 0
    for path in sorted((data / "benchmark" / "abstracts").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            for line in stream:
                row = json.loads(line)
                count += 1
                document = readers.read_string(f"{row['title']}\n\n{row['abstract']}", "text")
                if engine.findings(document, "msc"):
                    hits.append(str(row["pmid"] or row["title"]).strip())
    return hits, count


def shown(value: float | None) -> str:
    """A score for people; an undefined one is a dash."""
    return "-" if value is None else f"{value:.3f}"


def table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """Print columns as wide as their widest cell."""
    widths = [max(len(row[i]) for row in [header, *rows]) for i in range(len(header))]
    for row in [header, *rows]:
        print("  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip(), flush=True)


def gold_scores() -> None:
    """Scores on the gold, the papers and the documents written for the project apart."""
    from extractor.evaluation import evaluate
    from extractor.extract import Extractor
    from extractor.gold import load_gold
    from extractor.scoring import Score

    made = evaluate(load_gold(GOLD), engine=Extractor())
    for line in made.missing:
        print(f"left out: {line}")
    rows: list[tuple[str, ...]] = []
    groups: dict[str, list[str]] = {}
    for doc_id in made.documents:
        groups.setdefault("written" if doc_id[0] in "wr" else "papers", []).append(doc_id)
    for name, members in sorted(groups.items()):
        for kind in ("score", "baseline"):
            parts: list[Score] = [getattr(made.documents[d], kind) for d in members]
            total = sum(parts, Score())
            what = "" if kind == "score" else ", co-occurrence"
            rows.append((
                f"{name}{what}", str(len(members)),
                *(shown(total.count((m, "all")).f1) for m in ("slots", "pairs")),
            ))  # fmt: skip
    table(("gold", "documents", "slots F1", "pairs F1"), rows)
    print()


def run(data: Path | None) -> None:
    """Print all figures.

    The patterns were developed on the even-numbered documents of the SCAI corpus alone; the odd
    ones were only scored, so the gap between the two rows is the honest generalisation.
    """
    gold_scores()
    if data is None:
        print("benchmarks skipped: EXTRACTOR_DATA is not set")
        return
    mirna = data / "benchmark" / "mirna"
    samples = scai(mirna)
    print("SCAI miRNA corpus, training part (wanted: mentions P, R >= .970; pairs F1 >= .920,")
    print("direction >= .880; end to end F1 >= .800)")
    from extractor.extract import Extractor

    rules, trained = Extractor(fast=True), Extractor(fast=False)
    rows: list[tuple[str, ...]] = []
    for name in ("even", "odd", "all"):
        part = half(samples, name)
        loose, strict = mention_counts(part)
        given, base = given_pairs(part), accept_all(part)
        own, genes = own_pairs(part, rules)
        more, _ = own_pairs(part, trained)
        rows += [
            (f"{name}: miRNA mentions, lists as in the notes", shown(loose.precision),
             shown(loose.recall), shown(loose.f1), "", ""),
            (f"{name}: miRNA mentions, equal spans", shown(strict.precision),
             shown(strict.recall), shown(strict.f1), "", ""),
            (f"{name}: pairs, entities given", shown(given.counts.precision),
             shown(given.counts.recall), shown(given.counts.f1), shown(given.direction),
             shown(given.agent)),
            (f"{name}: pairs, accepting all", shown(base.precision), shown(base.recall),
             shown(base.f1), "", ""),
            (f"{name}: pairs, own mentions, rules only", shown(own.precision),
             shown(own.recall), shown(own.f1), "", ""),
            (f"{name}: pairs, own mentions, with recognisers", shown(more.precision),
             shown(more.recall), shown(more.f1), "", ""),
            (f"{name}: genes that the lexicon finds", shown(genes.precision), "", "", "", ""),
        ]  # fmt: skip
    rows.append(("all: pairs, miRExplore over a scispaCy parse", "", "", "0.898", "0.850", ""))
    table(("", "P", "R", "F1", "direction", "agent"), rows)
    print("notes: a list that the corpus marks as one entity or by its first member is right for")
    print("every member that stands in it or goes on from it. Direction: DOWN, INVCORR are down,")
    print("UP is up, TARGET and NEU none; a true pair that is not found counts as wrong.")
    tagged = bhasuran(mirna)
    print("\nBhasuran, training part: repression told from the rest (wanted: >= .850)")
    table(
        ("", "sentences", "accuracy", "always the commoner"),
        [
            (name, str(len(part)), shown(repression(part)),
             shown(max(k := sum(t.repression for t in part), len(part) - k) / len(part)))
            for name, part in (
                ("even", tagged[::2]), ("odd", tagged[1::2]), ("all", tagged)
            )
        ],
    )  # fmt: skip
    hits, count = false_alarms(data)
    print(
        f"\nPubMed abstracts with an MSC-vesicle finding: {len(hits)} of {count}"
        f" ({len(hits) / max(count, 1):.2%}); PMIDs or titles: {', '.join(hits) or 'none'}"
    )
