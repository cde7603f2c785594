"""Write ``patterns/symbols.tsv``: genes and names of genes that ``patterns/genes.tsv`` lacks.

``python -m tests.bench symbols`` reads HGNC's table (free of charge and of conditions) from the
data that EXTRACTOR_DATA names. Approved genes of proteins and of RNAs stay, with their names and
their synonyms; a synonym that several genes share, or that a row of ``genes.tsv`` has, says
nothing and is left out.
"""

from __future__ import annotations

import csv
import lzma
import re
from collections import Counter
from pathlib import Path

from extractor.pattern_tables import listed, read_table, symbol_key

OUT = Path(__file__).parents[2] / "patterns" / "symbols.tsv"
_NOTE = """\
# Genes and names of genes that genes.tsv lacks. Nothing is found by this table alone: here stands
# which gene it is that a construction or a trained recogniser has taken a name for.
# Source: HGNC. Written by: python -m tests.bench symbols
"""
_NO_NAME = re.compile(r"^(?:FLJ|MGC|KIAA|DKFZ|dJ|bA|HSPC|CGI-|PRO|LOC|Em:)\w*\d|[|\t]|^.{0,2}$")
"""Names of clones, and those too short to mean one thing."""
_LONGEST = 7
"""Words of a name that a paper would write in running text."""


def run(data: Path | None) -> None:
    """Write the table from the reference that ``data`` holds."""
    if data is None:
        print("skipped: EXTRACTOR_DATA is not set")
        return
    with lzma.open(data / "reference" / "hgnc_2017.tsv.xz", "rt", encoding="utf-8") as lines:
        approved = [
            record
            for record in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if record["Status"] == "Approved" and _product(record)
        ]
    genes = OUT.with_name("genes.tsv").read_text(encoding="utf-8")
    labels: dict[str, str] = {}
    known: set[str] = set()
    for _, row in read_table("genes.tsv", genes, ("label", "id", "synonyms")):
        labels[row["id"]] = row["label"]
        forms = [row["label"], *listed(row["synonyms"])]
        known.update(symbol_key(form) for form in forms)
    symbols = {symbol_key(record["Approved Symbol"]) for record in approved}
    names = {record["HGNC ID"]: _names(record) for record in approved}
    owners = Counter(key for own in names.values() for key in {symbol_key(n) for n in own})
    rows = []
    for record in sorted(approved, key=lambda r: r["Approved Symbol"]):
        symbol = labels.get(record["HGNC ID"], record["Approved Symbol"])
        if record["HGNC ID"] not in labels and symbol_key(symbol) in known:
            continue
        own: dict[str, str] = {}
        for name in names[record["HGNC ID"]]:
            key = symbol_key(name)
            if owners[key] == 1 and key not in symbols and key not in known:
                own.setdefault(key, name)
        if own or record["HGNC ID"] not in labels:
            rows.append("\t".join((symbol, record["HGNC ID"], "|".join(own.values()))))
    text = _NOTE + "label\tid\tsynonyms\n" + "\n".join(rows) + "\n"
    OUT.write_text(text, encoding="utf-8")
    print(f"wrote {OUT.name}: {len(rows):,} genes, {len(text.encode()):,} bytes")


def _product(record: dict[str, str]) -> bool:
    name = record["Approved Name"].casefold()
    if record["UniProt ID(supplied by UniProt)"]:
        return True
    return bool(re.search(r"\bnon-protein coding rna\b|\bantisense rna\b|\brna\b", name)) and not (
        re.search(r"pseudogene|microrna|transfer rna|small nuc|ribosomal", name)
    )


def _names(record: dict[str, str]) -> list[str]:
    said = [record["Approved Name"], *re.split(r",\s+", record["Synonyms"])]
    short = (name.strip() for name in said if len(name.split()) <= _LONGEST)
    return [name for name in short if not _NO_NAME.search(name)]
