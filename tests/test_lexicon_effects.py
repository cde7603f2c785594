"""The effect vocabulary: its form, its identifiers, and that no two concepts claim one wording."""

from __future__ import annotations

import lzma
import re
from collections import defaultdict
from itertools import chain
from pathlib import Path

import pytest

COLUMNS = [
    "label", "id", "valence", "cell", "synonyms", "adjectives", "verbs", "increase", "decrease",
    "flags",
]
LISTS = COLUMNS[4:]
FLAGS = {"vague", "disease", "assay", "background", "anaphor"}
CURIE = re.compile(r"(?:GO|HP|MP|CL|UBERON):\d{7}|MESH:D\d{6}(?:\d{3})?|DOID:\d+")
GREEK = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "κ": "kappa", "ω": "omega"}

Row = dict[str, str]


def parse(text: str) -> list[Row]:
    """Rows of the vocabulary; the header must be ``COLUMNS`` and each row as wide."""
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    assert lines[0].split("\t") == COLUMNS
    rows = []
    for line in lines[1:]:
        cells = line.split("\t")
        assert len(cells) == len(COLUMNS), f"{cells[0]!r} has {len(cells)} columns"
        rows.append(dict(zip(COLUMNS, cells, strict=True)))
    return rows


def items(row: Row, column: str) -> list[str]:
    """The members of one list cell."""
    return row[column].split("|") if row[column] else []


def key(phrase: str) -> str:
    """What the matching looks at: letters, digits and signs with no case, hyphen or space.

    Exact wordings ("=ALT") keep their case, so that they clash only with one another.
    """
    if phrase.startswith("="):
        return phrase
    folded = phrase.lstrip("~").casefold()
    for letter, name in GREEK.items():
        folded = folded.replace(letter, name)
    return re.sub(r"[\s\-‐–—]+", "", folded)


def clashes(rows: list[Row]) -> list[str]:
    """Wordings that two concepts claim, each with both culprits.

    Nouns may name one concept alone. A telling phrase ("M1 to M2") may speak of several concepts,
    but must not be a noun of any; an inverse noun ("~mortality") belongs to one.
    """
    nouns: dict[str, str] = {}
    found = []
    for row in rows:
        for phrase in [row["label"], *items(row, "synonyms")]:
            owner = nouns.setdefault(key(phrase), row["label"])
            if owner != row["label"]:
                found.append(f"{phrase!r} names both {owner!r} and {row['label']!r}")
    inverse: dict[str, str] = {}
    for row in rows:
        for phrase in chain(items(row, "increase"), items(row, "decrease")):
            if key(phrase) in nouns:
                other = nouns[key(phrase)]
                found.append(f"{phrase!r} of {row['label']!r} is also a noun of {other!r}")
            if phrase.startswith("~"):
                owner = inverse.setdefault(key(phrase), row["label"])
                if owner != row["label"]:
                    found.append(f"{phrase!r} is inverse of both {owner!r} and {row['label']!r}")
    for column in ("adjectives", "verbs"):
        words: dict[str, str] = {}
        for row in rows:
            for phrase in items(row, column):
                owner = words.setdefault(key(phrase), row["label"])
                if owner != row["label"]:
                    found.append(f"{column}: {phrase!r} is of {owner!r} and {row['label']!r}")
    return found


@pytest.fixture(scope="module")
def text(root: Path) -> str:
    """The file as it stands."""
    return (root / "patterns" / "effects.tsv").read_bytes().decode("utf-8")


@pytest.fixture(scope="module")
def rows(text: str) -> list[Row]:
    """Its rows."""
    return parse(text)


def test_the_vocabulary_is_broad(rows: list[Row]) -> None:
    """At least 450 concepts, of each valence at least 60."""
    assert len(rows) >= 450
    for valence in ("good", "harm", "neutral"):
        assert sum(row["valence"] == valence for row in rows) >= 60


def test_every_cell_is_well_formed(rows: list[Row]) -> None:
    """Labels, valences, marks and flags are of the kinds that the head of the file names."""
    for row in rows:
        assert row["label"], row
        assert row["valence"] in {"good", "harm", "neutral"}, row["label"]
        assert row["cell"] in {"", "y"}, row["label"]
        assert set(items(row, "flags")) <= FLAGS, row["label"]
        for column in COLUMNS:
            for item in row[column].split("|") if column in LISTS else [row[column]]:
                assert item == " ".join(item.split()), (row["label"], column, item)


def test_no_list_has_an_empty_or_twofold_member(rows: list[Row]) -> None:
    """Each list holds distinct wordings, none of them empty."""
    for row in rows:
        for column in LISTS:
            members = items(row, column)
            assert all(member.strip("=~") for member in members), (row["label"], column)
            assert len(set(members)) == len(members), (row["label"], column)


def test_marks_stand_only_where_they_mean_something(rows: list[Row]) -> None:
    """The inverse mark is for telling phrases alone, and a wildcard is never at a phrase's edge."""
    for row in rows:
        for column in LISTS:
            for item in items(row, column):
                assert not item.startswith("~") or column in {"increase", "decrease"}, item
                assert not item.lstrip("=~").startswith("*"), item
                assert not item.endswith("*"), item


def test_identifiers_are_curies_of_one_concept_each(rows: list[Row]) -> None:
    """Each identifier has its vocabulary's form and stands for one concept only."""
    owners = defaultdict(list)
    for row in rows:
        if row["id"]:
            assert CURIE.fullmatch(row["id"]), (row["label"], row["id"])
            owners[row["id"]].append(row["label"])
    assert not {i: labels for i, labels in owners.items() if len(labels) > 1}


def test_no_label_stands_twice(rows: list[Row]) -> None:
    """A label names one row, whatever its case."""
    seen = [row["label"].casefold() for row in rows]
    assert sorted(set(seen)) == sorted(seen)


def test_no_wording_belongs_to_two_concepts(rows: list[Row]) -> None:
    """Every clash is shown with both concepts."""
    assert clashes(rows) == []


def test_clashes_are_seen() -> None:
    """The check finds a shared noun through hyphens, case and Greek, and names both concepts."""
    empty = dict.fromkeys(COLUMNS, "")
    first = empty | {"label": "amyloid", "synonyms": "Aβ-plaque", "decrease": "~amyloid clearance"}
    second = empty | {"label": "plaque", "synonyms": "abeta plaque"}
    third = empty | {"label": "clearance", "synonyms": "Amyloid Clearance"}
    assert clashes([first, second, third]) == [
        "'abeta plaque' names both 'amyloid' and 'plaque'",
        "'~amyloid clearance' of 'amyloid' is also a noun of 'clearance'",
    ]


def test_the_order_is_canonical(text: str, rows: list[Row]) -> None:
    """Rows and lists are sorted; the failure shows the row that belongs elsewhere."""
    assert text.endswith("\n")
    assert "\r" not in text

    def order(word: str) -> tuple[str, str]:
        return word.casefold(), word

    labels = [row["label"] for row in rows]
    for label, expected in zip(labels, sorted(labels, key=order), strict=True):
        assert label == expected, f"{expected!r} should stand where {label!r} stands"
    for row in rows:
        for column in LISTS:
            members = items(row, column)
            fixed = "|".join(sorted(members, key=order))
            assert row[column] == fixed, f"{row['label']!r}, {column}: write {fixed}"


def test_every_outcome_that_is_a_disease_is_a_known_disease(root: Path, rows: list[Row]) -> None:
    """The flag `disease` leads to a label or synonym of the disease lexicon."""
    lines = (root / "patterns" / "diseases.tsv").read_text("utf-8").splitlines()
    table = [line.split("\t") for line in lines if line and not line.startswith("#")]
    at = table[0].index("synonyms")
    known = {key(name) for row in table[1:] for name in [row[0], *row[at].split("|")]}
    flagged = [row["label"] for row in rows if "disease" in items(row, "flags")]
    assert flagged
    assert [label for label in flagged if key(label) not in known] == []


@pytest.mark.data
@pytest.mark.parametrize(
    ("prefix", "file"),
    [
        ("UBERON", "uberon_2015.obo.xz"),
        ("CL", "cl-basic_2022-11-25.obo.xz"),
        ("DOID", "doid_labels_2026.tsv.xz"),
        ("MESH", "mesh_2019.tsv.xz"),
    ],
)
def test_identifiers_exist(rows: list[Row], data: Path, prefix: str, file: str) -> None:
    """Every identifier is in the reference table of its vocabulary."""
    wanted = {row["id"]: row["label"] for row in rows if row["id"].startswith(prefix + ":")}
    with lzma.open(data / "reference" / file, "rt", encoding="utf-8") as table:
        if file.endswith(".obo.xz"):
            known = {line[4:].strip() for line in table if line.startswith("id: ")}
        else:
            names = (line.split("\t", 1)[0].strip('"') for line in table)
            known = {name if ":" in name else f"{prefix}:{name}" for name in names}
    assert {i: label for i, label in wanted.items() if i not in known} == {}
