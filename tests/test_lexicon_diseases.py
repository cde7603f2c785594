"""The hand-kept lexicons of diseases, models, tissues, organisms, cells and vesicles."""

from __future__ import annotations

import lzma
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from extractor.lexicon import Entry, Lexicon
from extractor.pattern_tables import read_table
from extractor.tokens import tokenize

PATTERNS = Path(__file__).parent.parent / "patterns"
COLUMNS = {
    "diseases": ("label", "id", "organ", "synonyms", "flags"),
    "models": ("label", "disease", "inducer", "setting", "synonyms", "flags", "also"),
    "tissues": ("prefix", "label", "id", "synonyms", "stems", "bare"),
    "organisms": ("label", "id", "synonyms"),
    "cells": ("label", "id", "synonyms", "flags", "disease"),
    "vesicles": ("label", "id", "synonyms"),
}
FLAGS = {"diseases": {"generic", "phenotype"}, "models": {"weak"}, "cells": {"tumor", "generic"}}
SETTINGS = {"in vivo", "in vitro", "ex vivo", "clinical"}
ID = re.compile(r"DOID:\d+|MESH:D\d{6,9}|UBERON:\d{7}|CL:\d{7}|GO:\d{7}|NCBITaxon:\d+")

every_lexicon = pytest.mark.parametrize("name", sorted(COLUMNS))


@cache
def rows(name: str) -> list[dict[str, str]]:
    path = PATTERNS / f"{name}.tsv"
    text = path.read_text(encoding="utf-8")
    return [row for _, row in read_table(path.name, text, COLUMNS[name])]


def cell(row: dict[str, str], column: str) -> list[str]:
    return row[column].split("|") if row[column] else []


def forms(name: str, row: dict[str, str]) -> list[str]:
    """Every written form of a row that is looked up (tissue labels name cells, not tissues)."""
    own = [] if name == "tissues" else [row["label"]]
    return own + cell(row, "synonyms")


def key(form: str) -> tuple[str, ...]:
    """What the matcher sees of a form; exact forms keep their capitals and live apart."""
    if form.startswith("="):
        return ("=", *(w for w in tokenize(form[1:]).words if w not in "-‐‑–"))
    bare = re.sub(r"['’]s\b", "", form)
    return tuple(k for k in tokenize(bare).keys if k != "-")


@every_lexicon
def test_no_written_form_stands_for_two_rows(name: str) -> None:
    """A form names one row; where two claim it, both are shown."""
    owner: dict[tuple[str, ...], str] = {}
    clashes = []
    for row in rows(name):
        for form in forms(name, row):
            first = owner.setdefault(key(form), f"{row['label']} ({form})")
            if first != f"{row['label']} ({form})":
                clashes.append(f"{first} and {row['label']} ({form})")
    assert not clashes, f"{name}.tsv: " + "; ".join(clashes)


@every_lexicon
def test_labels_are_unique_whatever_their_case(name: str) -> None:
    """Two rows never share a label, since the label is what a mention is normalised to."""
    labels = [row["label"].casefold() for row in rows(name)]
    assert sorted(labels) == sorted(set(labels))


@every_lexicon
def test_rows_and_synonyms_stand_in_canonical_order(name: str) -> None:
    """Rows by label, synonyms by letter, so that two edits of one file merge; the fix is shown."""
    labels = [row["label"] for row in rows(name)]
    wanted = sorted(labels, key=lambda s: (s.casefold(), s))
    assert labels == wanted
    for row in rows(name):
        given = cell(row, "synonyms")
        right = sorted(given, key=lambda s: (s.lstrip("=").casefold(), s))
        assert given == right, f"{name}.tsv, {row['label']}: write {'|'.join(right)}"


@every_lexicon
def test_cells_hold_only_what_their_column_allows(name: str) -> None:
    """Identifiers, flags and settings are well-formed; nothing is padded or empty between bars."""
    for row in rows(name):
        where = f"{name}.tsv, {row['label']}"
        for value in row.values():
            assert "" not in value.split("|") or value == "", where
            assert all(v == v.strip() for v in value.split("|")), where
        if row.get("id"):
            assert ID.fullmatch(row["id"]), where
        flags = cell(row, "flags") if "flags" in row else []
        plain = {f for f in flags if not f.startswith("narrow:")}
        assert plain <= FLAGS.get(name, set()), where
        if "setting" in row:
            assert row["setting"] in SETTINGS, where


def test_every_disease_named_elsewhere_is_a_disease_of_the_list() -> None:
    """Models, tumour cells and flags point only at labels that diseases.tsv has."""
    known = {row["label"] for row in rows("diseases")}
    named = [
        (row["label"], disease)
        for row in rows("models")
        for disease in (*cell(row, "disease"), *cell(row, "also"))
    ]
    named += [(row["label"], row["disease"]) for row in rows("cells") if row["disease"]]
    named += [
        (row["label"], flag.removeprefix("narrow:"))
        for row in rows("diseases")
        for flag in cell(row, "flags")
        if flag.startswith("narrow:")
    ]
    assert [(label, d) for label, d in named if d not in known] == []


def test_a_model_never_repeats_a_disease_name() -> None:
    """A form is a disease or a model of one, not both: the matcher would have to choose blindly."""
    diseases = {key(f): row["label"] for row in rows("diseases") for f in forms("diseases", row)}
    both = [
        (form, diseases[key(form)], row["label"])
        for row in rows("models")
        for form in forms("models", row)
        if key(form) in diseases
    ]
    assert both == []


def test_tissue_prefixes_and_stems_lead_to_one_tissue() -> None:
    """A short name such as BMSC means one tissue; both culprits are shown otherwise."""
    for column in ("prefix", "stems"):
        owner: dict[str, str] = {}
        for row in rows("tissues"):
            for name in cell(row, column):
                first = owner.setdefault(name.casefold(), row["label"])
                assert first == row["label"], f"{name}: {first} and {row['label']}"
                assert "-" not in name, f"{row['label']}: write {name.replace('-', '')}"


@pytest.mark.parametrize(
    ("name", "text", "label"),
    [
        ("diseases", "post-MI remodelling", "myocardial infarction"),
        ("diseases", "ischaemia/reperfusion injury", "ischemia-reperfusion injury"),
        ("diseases", "Alzheimer’s disease", "Alzheimer's disease"),
        ("diseases", "Parkinson disease", "Parkinson's disease"),
        ("diseases", "a contused cord", "spinal cord injury"),
        ("diseases", "acute kidney injuries", "acute kidney injury"),
        ("diseases", "preterm foetal growth restriction", "fetal growth restriction"),
        ("diseases", "oesophageal squamous cell carcinoma", "esophageal squamous cell carcinoma"),
        ("models", "mice after caecal ligation and puncture", "cecal ligation and puncture"),
        ("models", "LAD was tied", "LAD ligation"),
        ("models", "OGD/R", "oxygen-glucose deprivation-reoxygenation"),
        ("models", "5xFAD mice", "5xFAD"),
        ("tissues", "Wharton’s jelly", "WJ-MSC"),
        ("tissues", "umbilical cord blood", "UCB-MSC"),
        ("organisms", "Sprague–Dawley rats", "rat"),
        ("organisms", "BALB/c nude mice", "mouse"),
        ("cells", "RAW 264.7 cells", "macrophage"),
        ("cells", "HUVECs", "endothelial cell"),
        ("vesicles", "sEVs", "extracellular vesicle"),
        ("vesicles", "exosomal", "exosome"),
    ],
)
def test_wordings_of_the_field_reach_their_label(name: str, text: str, label: str) -> None:
    """Spellings, dashes, apostrophes, plurals and short names lead to the concept."""
    lexicon = Lexicon()
    for row in rows(name):
        entry = Entry(name, row["label"], None, "")
        for form in forms(name, row):
            lexicon.add(form, entry)
    found = {hit.name.entry.label for hit in lexicon.find(tokenize(text))}
    assert label in found


def fold(text: str) -> str:
    """A name without case, accents, spelling variants, number and word order."""
    text = re.sub(r"['’]s\b", "", text.casefold())
    for british, american in (
        ("aemi", "emi"), ("oedema", "edema"), ("tumour", "tumor"), ("haem", "hem"),
        ("oesoph", "esoph"), ("ö", "o"), ("é", "e"),
    ):
        text = text.replace(british, american)
    return " ".join(sorted(singular(word) for word in re.findall(r"[a-z0-9]+", text)))


def singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and word[-2:] not in ("ss", "is", "us") else word


def obo_names(path: Path) -> Iterator[tuple[str, str]]:
    """Pairs (id, name or synonym) of the terms of an OBO file that are not obsolete."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        ident, names, obsolete = "", [], False
        for line in lines:
            if line.startswith("["):
                if not obsolete:
                    yield from ((ident, n) for n in names)
                ident, names, obsolete = "", [], False
            elif line.startswith("id: "):
                ident = line[4:].strip()
            elif line.startswith("name: "):
                names.append(line[6:].strip())
            elif line.startswith("synonym: "):
                names.append(line.split('"')[1])
            elif line.startswith("is_obsolete: true"):
                obsolete = True
        if not obsolete:
            yield from ((ident, n) for n in names)


def table_names(folder: Path) -> Iterator[tuple[str, str]]:
    """Pairs (id, name) of the Disease Ontology labels and of MeSH."""
    with lzma.open(folder / "doid_labels_2026.tsv.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            ident, label, *_ = (c.strip().strip('"') for c in line.split("\t"))
            yield ident, label
    with lzma.open(folder / "mesh_2019.tsv.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            number, label, entries, *_ = [*line.rstrip("\n").split("\t"), ""]
            for name in (label, *entries.split("|")):
                yield f"MESH:{number}", name


@pytest.mark.data
def test_every_identifier_is_that_of_the_concept() -> None:
    """Each identifier exists in the reference tables under a name that the row has as well."""
    data = os.environ.get("EXTRACTOR_DATA")
    if not data:
        pytest.skip("EXTRACTOR_DATA is not set")
    folder = Path(data) / "reference"
    wanted: dict[str, list[tuple[str, set[str]]]] = {}
    for name in ("diseases", "tissues", "cells"):
        for row in rows(name):
            if row["id"]:
                ours = {fold(f.lstrip("=")) for f in [row["label"], *cell(row, "synonyms")]}
                wanted.setdefault(row["id"], []).append((f"{name}.tsv, {row['label']}", ours))
    theirs: dict[str, set[str]] = {}
    sources = [table_names(folder)] + [
        obo_names(folder / f)
        for f in ("doid_2016-09-01.obo.xz", "cl-basic_2022-11-25.obo.xz", "uberon_2015.obo.xz")
    ]
    for source in sources:
        for ident, name in source:
            if ident in wanted:
                theirs.setdefault(ident, set()).add(fold(name))
    wrong = [
        f"{where}: {ident} is {', '.join(sorted(theirs.get(ident, {'unknown'})))}"
        for ident, users in wanted.items()
        for where, ours in users
        if not ours & theirs.get(ident, set())
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ["diseases", "tissues", "cells"])
def test_an_identifier_belongs_to_one_row(name: str) -> None:
    """Two concepts never share an identifier, or findings about both would count as the same."""
    owner: dict[str, str] = {}
    for row in rows(name):
        if row["id"]:
            first = owner.setdefault(row["id"], row["label"])
            assert first == row["label"], f"{row['id']}: {first} and {row['label']}"
