"""Labels and identifiers from the lexicons in ``patterns/``, for gold files.

Columns are read by name and a missing file or column is no error: what is not known stays without
an identifier.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from extractor.matching import label_key

FILES: dict[str, tuple[str, ...]] = {
    "msc_source": ("sources.tsv", "tissues.tsv"),
    "disease_model": ("diseases.tsv",),
    "mirnas": ("mirnas.tsv",),
    "targets": ("genes.tsv", "pathways.tsv", "symbols.tsv"),
    "effects": ("effects.tsv",),
    "cargo": ("cargo.tsv", "genes.tsv"),
    "vesicle": ("vesicles.tsv",),
}
"""The lexicon files of each slot, the first that knows a label wins."""

VESICLES: dict[str, str] = {
    "exosome": "GO:0070062",
    "extracellular vesicle": "GO:1903561",
    "microvesicle": "GO:1990742",
}
"""Vesicle labels and their Gene Ontology terms."""


@dataclass(slots=True)
class Entry:
    """One lexicon entry."""

    label: str
    id: str | None
    kind: str | None
    synonyms: tuple[str, ...]


@dataclass(slots=True)
class Vocabulary:
    """The entries of one slot, by label and by synonym."""

    entries: list[Entry] = field(default_factory=list)
    by_label: dict[str, Entry] = field(default_factory=dict)
    by_synonym: dict[str, list[Entry]] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        """Add an entry; an earlier one with the same label stays first."""
        self.entries.append(entry)
        self.by_label.setdefault(label_key(entry.label), entry)
        if entry.id:
            self.ids.setdefault(entry.id, entry.label)
        for synonym in entry.synonyms:
            self.by_synonym.setdefault(label_key(synonym), []).append(entry)

    @staticmethod
    def key(label: str) -> str:
        """What a label is looked up by."""
        return label_key(label)

    def get(self, label: str) -> Entry | None:
        """The entry of a label, or the only entry of a synonym."""
        key = label_key(label)
        if key in self.by_label:
            return self.by_label[key]
        found = self.by_synonym.get(key, [])
        return found[0] if len({e.label for e in found}) == 1 else None


def load_vocabularies(patterns: Path | None = None) -> dict[str, Vocabulary]:
    """The vocabulary of every slot.

    Args:
        patterns: A folder of lexicons whose entries go before those shipped with the program.
    """
    out: dict[str, Vocabulary] = {}
    for slot, names in FILES.items():
        vocabulary = Vocabulary()
        for name in names:
            shipped = resources.files("extractor.patterns")
            for folder in (patterns, shipped) if patterns else (shipped,):
                for entry in _entries(folder / name):
                    vocabulary.add(entry)
        out[slot] = vocabulary
    for label, curie in VESICLES.items():
        out["vesicle"].add(Entry(label, curie, None, ()))
    return out


def mirna_accession(label: str, vocabulary: Vocabulary) -> str | None:
    """Accession of a miRNA label; only a name with an arm decides one, the human one by default."""
    if not label.casefold().endswith(("-3p", "-5p", "*")):
        return None
    for name in (label, f"hsa-{label}"):
        entry = vocabulary.by_label.get(label_key(name))
        if entry is not None:
            return entry.id
    return None


def _entries(place: Traversable) -> list[Entry]:
    text = place.read_text(encoding="utf-8") if place.is_file() else ""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if not lines:
        return []
    columns = lines[0].split("\t")
    out = []
    for line in lines[1:]:
        row = dict(zip(columns, line.split("\t"), strict=False))
        label = row.get("label", "").strip()
        if not label:
            continue
        curie = (row.get("id") or row.get("accession") or "").strip()
        synonyms = tuple(
            s.strip().removeprefix("=").strip()
            for s in row.get("synonyms", "").split("|") if s.strip()
        )
        out.append(Entry(label, curie or None, row.get("kind", "").strip() or None, synonyms))
    return out
