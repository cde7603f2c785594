"""Papers of invented sentences, authors and studies, another one for each seed."""

# ruff: noqa: E501 -- texts and tables of houses are easier to read on one line

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_SOURCES = (
    "bone marrow MSCs|adipose MSCs|umbilical cord MSCs|placental cells|dental pulp stem cells"
    "|hypoxic BMSCs|the same donors|synovial cells"
).split("|")
_GENES = "PTEN|TGF-β1|SMAD4|NF-κB p65|IL-6|HIF-1α|Bcl-2|TLR4|PDCD4|CD63|α-SMA|Wnt5a".split("|")
_MODELS = (
    "infarcted hearts|rats with stroke|diabetic mice|fibrotic livers|chondrocytes under stress"
    "|aged wounds|septic lungs|ischemic kidneys|injured spinal cords"
).split("|")
_EFFECTS = (
    "apoptosis|infarct size|inflammation|angiogenesis|collagen deposition|autophagy|oxidative stress"
    "|capillary density|neurite outgrowth|epithelial-mesenchymal transition|wound closure"
).split("|")
_VERBS = "reduced|increased|lowered|attenuated|raised|suppressed|promoted|restored".split("|")
_FRAMES = (
    "Exosomes from {s} {v} {e} in {m}{c}.",
    "In {m}, vesicles of {s} carried miR-{n} and {v} {e} by targeting {g}{c}.",
    "The transfer of miR-{n}-5p to recipient cells {v} {e}, whereas {g} remained unchanged{c}.",
    "Another group{c} reported that {e} was {v} two weeks after the injection of {d} μg of vesicles.",
    "It was also found that {g} is a direct target of miR-{n}{c}, which explains why {e} was {v}.",
    "However, a difference of {p}% (p < 0.05) between the groups was too small to be of use.",
    "Vesicles were 30–{d} nm wide and carried CD9, CD63 and {g}, as flow cytometry showed{c}.",
    "Whether {s} differ from other cells in this respect has not been settled so far{c}.",
    "These data suggest a well-known role of the {g}/miR-{n} axis in {m}{c}.",
    "Neither the dose nor the route of administration had an influence on {e} (Figure 1).",
    "Pretreatment of {s} with lipopolysaccharide {v} the release of vesicles about {k}-fold{c}.",
    "For this reason, most investigators prefer ultracentrifugation, although its yield is low{c}.",
    "After silencing of {g}, {e} was {v} again, and differentiation of fibroblasts came to a halt{c}.",
    "An extracellular matrix of sufficient stiffness is a prerequisite for the effect in {m}{c}.",
)
_HEADS = (
    "Biogenesis of vesicles|Cargo sorting|Uptake by recipient cells|Cardiac repair|Renal repair"
    "|Liver fibrosis|Stroke and brain injury|Bone and cartilage|Wound healing|Lung injury"
    "|Engineered vesicles|Isolation and storage|Routes of delivery|Safety|Clinical trials"
).split("|")
_SURNAMES = (
    "Lindqvist|Okafor|Mendes|Tanaka|Brandt|Iyer|Novak|Petrov|Falk|Haddad|Weiss|Costa|Yamada|Singh"
    "|Meyer|Osei|Berg|Moreau|Adler|Duarte|Lang|Sato|Green|Oliveira|Hansen|Tran|Nakamura|Stein"
    "|van der Berg|de la Cruz|O'Brien|Müller|Sørensen|Li|Wu|Kim-Park|García-López|Ng"
).split("|")
_JOURNALS = (
    "J. Vesicle Biol.|Cell Exch.|Ther. Methods|Regen. Rep.|Heart Exp.|Cardiac Lett.|Vasc. Stud."
    "|Renal Exp.|Stroke Models|Joint Res.|Liver Models|Lung Exp.|Stem Cell Proc."
).split("|")
_TITLES = (
    "Vesicles instead of cells in {m}|MiR-{n} of {s} and the {g} axis|Uptake of stem cell exosomes"
    " by injured tissue|Storing and dosing of vesicles: a comparison of {k} methods|{g} and {e} in"
    " {m}|How exosomes of {s} act on {e}|Hypoxia raises miR-{n} in exosomes from {s}"
).split("|")


@dataclass(slots=True)
class Entry:
    """One entry of the reference list."""

    number: int
    authors: list[tuple[str, str]]
    year: int
    suffix: str
    title: str
    journal: str
    volume: int
    issue: int
    pages: tuple[int, int]


@dataclass(slots=True)
class Sentence:
    """A sentence in parts before and behind its callout; ``cites`` are numbers of entries."""

    before: str
    after: str
    cites: tuple[int, ...] = ()

    @property
    def plain(self) -> str:
        """The sentence without its callout."""
        return self.before + self.after


@dataclass(slots=True)
class Section:
    """A heading (level 1 or 2) and its paragraphs."""

    name: str
    level: int
    paragraphs: list[list[Sentence]]


@dataclass(slots=True)
class Paper:
    """What is to be set, and what should be read again."""

    title: str
    authors: list[tuple[str, str]]
    abstract: list[str]
    sections: list[Section]
    references: list[Entry]
    table: list[list[str]] = field(default_factory=list)

    def sentences(self) -> Iterator[Sentence]:
        """All sentences of the body."""
        for section in self.sections:
            for paragraph in section.paragraphs:
                yield from paragraph


def make_paper(seed: int, *, sections: int = 7, entries: int = 40) -> Paper:
    """The paper of a seed: the same one each time."""
    rng = random.Random(seed)
    references = _references(rng, entries)
    fresh = iter(range(1, entries + 1))
    heads = rng.sample(_HEADS, sections)
    out = [Section("Introduction", 1, [_paragraph(rng, fresh, entries) for _ in range(2)])]
    for k, head in enumerate(heads):
        paragraphs = [_paragraph(rng, fresh, entries) for _ in range(rng.randint(1, 3))]
        out.append(Section(head, 2 if k % 3 == 1 else 1, paragraphs))
    out.append(Section("Conclusions", 1, [_paragraph(rng, fresh, entries)]))
    rest = list(fresh)
    if rest:  # every entry is cited once at least
        last = out[-1].paragraphs[-1]
        last.append(Sentence("All other studies agree with this", ".", tuple(rest)))
    title = _fill(rng, "Extracellular vesicles of {s} and the repair of {m}: a narrative review")
    abstract = [_sentence(rng, iter(()), 0).plain for _ in range(5)]
    table = [["MSC source", "Model", "miRNA", "Target", "Effect", "Ref."]]
    table += [
        [
            rng.choice(_SOURCES),
            rng.choice(_MODELS),
            f"miR-{rng.randint(10, 400)}",
            rng.choice(_GENES[4:]),
            f"{rng.choice(_VERBS)} {rng.choice(_EFFECTS)}",
            f"[{rng.randint(1, entries)}]",
        ]
        for _ in range(rng.randint(6, 11))
    ]
    authors = [
        (n, rng.choice(["A", "B", "C", "M"])) for n in rng.sample(_SURNAMES, rng.randint(2, 5))
    ]
    return Paper(title, authors, abstract, out, references, table)


def _fill(rng: random.Random, frame: str) -> str:
    return (
        frame.replace("{s}", rng.choice(_SOURCES))
        .replace("{v}", rng.choice(_VERBS))
        .replace("{e}", rng.choice(_EFFECTS))
        .replace("{m}", rng.choice(_MODELS))
        .replace("{g}", rng.choice(_GENES))
        .replace("{n}", str(rng.randint(10, 400)))
        .replace("{d}", str(rng.randint(80, 400)))
        .replace("{k}", rng.choice(["two", "three", "four"]))
        .replace("{p}", str(rng.randint(2, 9)))
    )


def _sentence(rng: random.Random, fresh: Iterator[int], entries: int) -> Sentence:
    text = _fill(rng, rng.choice(_FRAMES))
    before, mark, after = text.partition("{c}")
    if not mark:
        return Sentence(text, "")
    if not entries or rng.random() < 0.25:
        return Sentence(before, after)
    cites = {n for n in (next(fresh, 0) for _ in range(rng.choice([1, 1, 1, 2, 3]))) if n}
    top = max(cites, default=entries)
    if rng.random() < 0.4 and top > 1:
        cites.add(rng.randint(1, top))
    return Sentence(before, after, tuple(sorted(cites)))


def _paragraph(rng: random.Random, fresh: Iterator[int], entries: int) -> list[Sentence]:
    return [_sentence(rng, fresh, entries) for _ in range(rng.randint(4, 8))]


def _references(rng: random.Random, entries: int) -> list[Entry]:
    out: list[Entry] = []
    seen: dict[tuple[str, int], int] = {}
    titles: set[str] = set()
    for number in range(1, entries + 1):
        names = rng.sample(_SURNAMES, rng.choice([1, 2, 3, 4, 6]))
        authors = [
            (n, "".join(rng.choice("ABCDEGHJKLMPRSTWY") for _ in range(rng.choice([1, 1, 2]))))
            for n in names
        ]
        year = rng.randint(1998, 2023)
        title = _fill(rng, rng.choice(_TITLES))
        while title in titles:
            title = _fill(rng, rng.choice(_TITLES))
        titles.add(title)
        count = seen[(names[0], year)] = seen.get((names[0], year), 0) + 1
        suffix = "" if count == 1 else chr(ord("a") + count - 1)
        first = rng.randint(10, 1900)
        out.append(
            Entry(
                number,
                authors,
                year,
                suffix,
                title[:1].upper() + title[1:] if title[0].isascii() else title,
                rng.choice(_JOURNALS),
                rng.randint(1, 180),
                rng.randint(1, 12),
                (first, first + rng.randint(2, 14)),
            )
        )
    return out


# ---------------------------------------------------------------------------------- house styles


def entry_text(e: Entry, style: str) -> str:
    """An entry as a house prints it, without its number."""
    a, b = e.pages
    plain = e.journal.replace(".", "")
    van = ", ".join(f"{s} {i}" for s, i in e.authors)
    dots = [(s, ".".join(i) + ".") for s, i in e.authors]
    last_and = lambda xs, word: xs[0] if len(xs) == 1 else ", ".join(xs[:-1]) + word + xs[-1]  # noqa: E731
    forward = [f"{i} {s}" for s, i in dots]
    inverted = [f"{s}, {i}" for s, i in dots]
    spaced = [f"{s} {i}" for s, i in dots]
    year = f"{e.year}{e.suffix}"
    issue = f"{e.volume}({e.issue})"
    doi = f"10.1234/jv.{e.year}.{e.number:03d}"
    short = str(b) if b // 100 != a // 100 else str(b)[-2:]
    return {
        "vancouver": f"{van}. {e.title}. {plain}. {e.year};{issue}:{a}–{short}.",
        "plos": f"{van}. {e.title}. {plain}. {e.year}; {issue}: {a}–{b}. https://doi.org/{doi} PMID: {20000000 + e.number}",
        "nature": f"{last_and(inverted, ' & ')} {e.title}. {e.journal} {e.volume}, {a}–{b} ({e.year}).",
        "elsevier": f"{', '.join(forward)}, {e.title}, {e.journal} {e.volume} ({e.year}) {a}–{b}.",
        "elsevier_doi": f"{', '.join(forward)}, {e.title}, {e.journal} {issue} ({e.year}) {a}–{b}, https://doi.org/{doi}.",
        "mdpi": f"{'; '.join(inverted)} {e.title}. {e.journal} {e.year}, {e.volume}, {a}–{b}. [CrossRef] [PubMed]",
        "hindawi": f"{last_and(forward, ' and ')}, “{e.title},” {plain}, vol. {e.volume}, no. {e.issue}, pp. {a}–{b}, {e.year}.",
        "frontiers": f"{last_and(inverted, ', and ')} ({year}). {e.title}. {e.journal} {e.volume}, {a}–{b}. doi: {doi}",
        "apa": f"{last_and(inverted, ', & ')} ({year}). {e.title}. {plain}, {issue}, {a}–{b}. https://doi.org/{doi}",
        "springer": f"{van} ({year}) {e.title}. {plain} {issue}:{a}–{b}. https://doi.org/{doi}",
        "harvard": f"{', '.join(spaced)}, {year}. {e.title}. {e.journal} {e.volume}, {a}–{b}.",
        "wiley": f"{van}. {e.title}. {plain}. {e.year};{e.volume}:{a}-{b}.",
        "acs": f"({e.number}) " * 0
        + f"{'; '.join(inverted)} {e.title}. {e.journal} {e.year}, {issue}, {a}−{b}.",
    }[style]


def numbers_text(cites: tuple[int, ...], dash: str = "–", comma: str = ",") -> str:
    """Numbers as printed, runs of three and more as ranges."""
    out: list[str] = []
    run: list[int] = []
    for n in (*cites, -9):
        if run and n != run[-1] + 1:
            out += [f"{run[0]}{dash}{run[-1]}"] if len(run) > 2 else [str(x) for x in run]
            run = []
        run.append(n)
    return comma.join(out)


def names_text(e: Entry) -> str:
    """The names of an author–year callout."""
    if len(e.authors) == 1:
        return e.authors[0][0]
    if len(e.authors) == 2:
        return f"{e.authors[0][0]} and {e.authors[1][0]}"
    return f"{e.authors[0][0]} et al."


def letters(text: str) -> str:
    """Letters and digits only, as compared."""
    return re.sub(r"[\W_]+", "", text.replace("μ", "µ")).lower()
