"""The lexicon of genes, families and pathways, and the table of miRNA accessions."""

from __future__ import annotations

import csv
import lzma
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from extractor.errors import RuleError
from extractor.pattern_tables import read_table, symbol_key
from extractor.rules import load
from extractor.tokens import tokenize

PATTERNS = Path(__file__).parent.parent / "patterns"
COLUMNS = {
    "genes": ("label", "id", "kind", "synonyms", "flags"),
    "mirnas": ("label", "id", "previous"),
    "symbols": ("label", "id", "synonyms"),
}
KINDS = ("gene", "family", "pathway")
IDS = {
    "gene": re.compile(r"HGNC:[1-9]\d*"),
    "family": re.compile(r"(FPLX:[A-Za-z0-9_]+)?"),
    "pathway": re.compile(r"(GO:\d{7}|R-HSA-\d+)?"),
}
FLAGS = {"context", "marker", "readout"}
SPECIES = ("hsa", "mmu", "rno")


@cache
def rows(name: str) -> list[dict[str, str]]:
    path = PATTERNS / f"{name}.tsv"
    text = path.read_text(encoding="utf-8")
    return [row for _, row in read_table(path.name, text, COLUMNS[name])]


def cell(row: dict[str, str], column: str) -> list[str]:
    return row[column].split("|") if row[column] else []


@cache
def key(form: str) -> tuple[str, ...]:
    """What the matcher sees of a form whose letter case does not count."""
    return tuple(k for k in tokenize(form.removeprefix("=")).keys if k != "-")


@cache
def letters(form: str) -> tuple[str, ...]:
    """What the matcher compares of a form whose letter case counts."""
    return tuple(w for w in tokenize(form.removeprefix("=")).words if w != "-")


@cache
def index() -> dict[tuple[str, ...], list[tuple[str, str]]]:
    """Label and form of everything that the gene lexicon lists under a key."""
    out: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for row in rows("genes"):
        for form in cell(row, "synonyms"):
            out[key(form)].append((row["label"], form))
    return out


def clash(one: str, other: str) -> bool:
    """Whether some text is matched by both forms."""
    if one.startswith("=") and other.startswith("="):
        return letters(one) == letters(other)
    return key(one) == key(other)


def clashes(table: list[dict[str, str]]) -> Iterator[str]:
    """Every pair of rows that one text would match, named with the forms that do it."""
    seen: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for row in table:
        for form in cell(row, "synonyms"):
            for label, earlier in seen[key(form)]:
                if label != row["label"] and clash(form, earlier):
                    yield f"{earlier!r} of {label} and {form!r} of {row['label']}"
            seen[key(form)].append((row["label"], form))


def natural(name: str) -> tuple[list[tuple[int, str]], str]:
    """Sort key of a miRNA name: numbers as numbers and before letters."""
    parts = [p for p in re.split(r"(\d+)", name) if p]
    return [(int(p), "") if p.isdigit() else (10**9, p) for p in parts], name


def mirna_order(row: dict[str, str]) -> tuple[int, bool, tuple[list[tuple[int, str]], str]]:
    label = row["label"]
    return SPECIES.index(label[:3]), not row["id"].startswith("MIMAT"), natural(label)


def test_one_form_for_two_genes_is_named_with_both_culprits() -> None:
    """The clash check itself names both rows, and lets forms apart that differ in letter case."""
    table = [
        {"label": "CASP1", "synonyms": "ICE-1|=ICE"},
        {"label": "X1", "synonyms": "ice 1"},
        {"label": "X2", "synonyms": "=Ice"},
    ]
    assert list(clashes(table)) == ["'ICE-1' of CASP1 and 'ice 1' of X1"]


def test_no_written_form_stands_for_two_rows() -> None:
    """A text that names one gene, family or pathway cannot be taken for another one."""
    assert list(clashes(rows("genes"))) == []


def test_no_form_is_written_twice_in_a_row() -> None:
    """A row does not repeat what the matcher cannot tell apart."""
    twice = [
        f"{row['label']}: {forms[i]!r} and {forms[j]!r}"
        for row in rows("genes")
        for forms in [cell(row, "synonyms")]
        for i in range(len(forms))
        for j in range(i)
        if clash(forms[i], forms[j])
    ]
    assert twice == []


def test_labels_and_gene_identifiers_are_unique() -> None:
    """Every label stands once, and no two labels share the identifier of one gene."""
    labels = [row["label"] for row in rows("genes")]
    genes = [row["id"] for row in rows("genes") if row["kind"] == "gene"]
    assert sorted({label for label in labels if labels.count(label) > 1}) == []
    assert sorted({i for i in genes if genes.count(i) > 1}) == []


def test_rows_are_well_formed() -> None:
    """Kinds and flags are known ones, identifiers fit the kind, every row can be matched."""
    wrong = [
        row["label"]
        for row in rows("genes")
        if row["kind"] not in KINDS
        or not IDS[row["kind"]].fullmatch(row["id"])
        or not set(cell(row, "flags")) <= FLAGS
        or not cell(row, "synonyms")
        or any(form != form.strip() or not key(form) for form in cell(row, "synonyms"))
    ]
    assert wrong == []


def test_genes_stand_in_canonical_order() -> None:
    """Genes, then families, then pathways, each by label without regard to case."""
    labels = [(KINDS.index(r["kind"]), r["label"].casefold(), r["label"]) for r in rows("genes")]
    misplaced = [
        f"{kept[2]} should stand before {found[2]}"
        for found, kept in pairwise(labels)
        if kept < found
    ]
    assert misplaced == []


@pytest.mark.parametrize(
    ("form", "label"),
    [
        ("VEGF", "VEGFA"), ("TGF-β", "TGFB1"), ("TGFb1", "TGFB1"), ("Akt", "AKT"),
        ("ERK1/2", "ERK"), ("p65", "RELA"), ("NF-κB", "NF-κB"), ("NFkB", "NF-κB"),
        ("cleaved caspase-1", "CASP1"),
        ("α-SMA", "ACTA2"), ("type I collagen", "COL1A1"), ("iNOS", "NOS2"), ("arginase-1", "ARG1"),
        ("GSK-3β", "GSK3B"), ("SDF-1", "CXCL12"), ("MCP-1", "CCL2"), ("IL-1", "IL-1"),
        ("IL-1beta", "IL1B"), ("tumour necrosis factor-α", "TNF"), ("PD-L1", "CD274"),
        ("CD206", "MRC1"), ("phosphatase and tensin homolog", "PTEN"), ("PHD2", "EGLN1"),
        ("Toll-like receptor 4", "TLR4"), ("PI3K/Akt", "PI3K/AKT signaling"),
        ("Wnt signalling pathway", "Wnt signaling"), ("TLR4/NF-κB axis", "TLR4/NF-κB signaling"),
    ],
)  # fmt: skip
def test_common_names_lead_to_the_agreed_label(form: str, label: str) -> None:
    """What annotators decided on bare and abbreviated names is what the lexicon says."""
    assert {owner for owner, _ in index()[key(form)]} == {label}


@pytest.mark.parametrize(
    "word",
    [
        "was", "had", "met", "set", "rest", "max", "cat", "has 2", "per 2", "a 20", "mice",
        "type 1", "stem", "eGFR", "CCl4", "MSC", "LPS", "EV", "EMT", "OGD", "AKI", "HR",
        "T", "PC12", "THP-1",
    ],
)  # fmt: skip
def test_words_and_other_abbreviations_are_no_genes(word: str) -> None:
    """English words, cell lines and abbreviations of other things are not matched as genes."""
    found = [
        f"{form} of {label}"
        for label, form in index()[key(word)]
        if not form.startswith("=") or letters(form) == letters(word)
    ]
    assert found == []


def test_mirna_table_is_well_formed_and_in_order() -> None:
    """Names are full miRBase names with the accession of their kind, in canonical order."""
    table = rows("mirnas")
    wrong = [
        row["label"]
        for row in table
        if row["label"][:4] not in ("hsa-", "mmu-", "rno-")
        or not re.fullmatch(r"MIMAT\d{7}|MI\d{7}", row["id"])
    ]
    assert wrong == []
    assert [r["label"] for r in table] == [r["label"] for r in sorted(table, key=mirna_order)]


def test_a_mirna_name_leads_to_one_accession() -> None:
    """No name, current or former, of a mature miRNA (or of a hairpin) stands for two accessions."""
    owners: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for row in rows("mirnas"):
        for name in (row["label"], *cell(row, "previous")):
            owners[name, row["id"].startswith("MIMAT")].add(row["id"])
    assert {name: sorted(ids) for (name, _), ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.data
def test_gene_identifiers_agree_with_hgnc(data: Path) -> None:
    """A gene's identifier is HGNC's for that symbol; a newer symbol may stand for its old one.

    The reference table is of 2017, so a symbol that it does not know must be a renamed gene: the
    identifier's former symbol then has to be gone from the lexicon's labels.
    """
    symbols: dict[str, str] = {}
    with lzma.open(data / "reference" / "hgnc_2017.tsv.xz", "rt", encoding="utf-8") as lines:
        for record in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if record["Status"] == "Approved":
                symbols[record["HGNC ID"]] = record["Approved Symbol"]
    genes = {r["label"]: r["id"] for r in rows("genes") if r["kind"] == "gene"}
    known = set(symbols.values())
    wrong = [
        f"{label} has {i}, which is {symbols.get(i, 'unknown')}"
        for label, i in genes.items()
        if symbols.get(i) != label and (label in known or i not in symbols or symbols[i] in genes)
    ]
    assert wrong == []


def test_the_table_of_symbols_adds_to_the_lexicon_and_is_of_one_mind() -> None:
    """No name in it stands for two genes, none is the lexicon's, and labels are the lexicon's."""
    lexicon = {r["id"]: r["label"] for r in rows("genes") if r["kind"] == "gene"}
    forms = {symbol_key(f) for r in rows("genes") for f in (r["label"], *cell(r, "synonyms"))}
    owners: dict[str, set[str]] = defaultdict(set)
    wrong = []
    for row in rows("symbols"):
        assert IDS["gene"].fullmatch(row["id"])
        added = {symbol_key(name) for name in cell(row, "synonyms")}
        if lexicon.get(row["id"], row["label"]) != row["label"] or added & forms:
            wrong.append(row["label"])
        for name in added | {symbol_key(row["label"])}:
            owners[name].add(row["id"])
    assert wrong == []
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_a_table_of_symbols_among_ones_own_patterns_is_used(tmp_path: Path) -> None:
    assert load().symbol("MiD-49") == ("MIEF2", "HGNC:17920")
    (tmp_path / "symbols.tsv").write_text("label\tid\tsynonyms\nFROB1\tHGNC:1\tfrobulin β\n")
    own = load(tmp_path)
    assert own.symbol("Frobulin-beta") == ("FROB1", "HGNC:1")
    assert own.digest != load().digest
    assert own.symbol("MiD-49") == ("MIEF2", "HGNC:17920")


def test_a_wrong_table_of_symbols_is_named(tmp_path: Path) -> None:
    table = tmp_path / "symbols.tsv"
    table.write_text("label\tsynonyms\nFROB1\tfrobulin\n")
    with pytest.raises(RuleError, match=r"symbols\.tsv.*lacks id"):
        load(tmp_path)


@pytest.mark.data
def test_family_identifiers_exist_in_famplex(data: Path) -> None:
    """Every family identifier is one of FamPlex."""
    entities = (data / "reference" / "famplex" / "entities.csv").read_text(encoding="utf-8")
    known = {f"FPLX:{line.strip()}" for line in entities.splitlines()}
    used = {r["id"] for r in rows("genes") if r["kind"] == "family" and r["id"]}
    assert sorted(used - known) == []


@pytest.mark.data
def test_mirna_accessions_agree_with_mirbase(data: Path) -> None:
    """Every name, current or former, is one that miRBase gave to that accession."""
    names: dict[str, list[str]] = {}
    path = data / "reference" / "mirbase_names_v6-v22.tsv.xz"
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            accession, given = line.rstrip("\n").split("\t")
            names[accession] = given.split(";")
    wrong = [
        f"{name}: {row['id']}"
        for row in rows("mirnas")
        for name in (row["label"], *cell(row, "previous"))
        if name not in names.get(row["id"], [])
    ]
    assert wrong == []
