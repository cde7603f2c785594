"""Rows of pattern files, and the table of gene symbols that is only looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extractor.errors import RuleError
from extractor.tokens import GREEK

LOOKED_UP = "symbols.tsv"
"""Genes that are looked up where something else has taken a name for a gene's."""


def read_table(
    file: str, text: str, required: tuple[str, ...]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a pattern file with their line numbers.

    Raises:
        RuleError: The header lacks a column, or a row has too many.
    """
    header: list[str] | None = None
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.rstrip("\r")
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = [c.strip() for c in cells]
            missing = [c for c in required if c not in header]
            if missing:
                raise RuleError(
                    file,
                    number,
                    None,
                    f"the header lacks {', '.join(missing)}; columns are separated by tabs",
                )
            continue
        if len(cells) > len(header):
            raise RuleError(
                file,
                number,
                cells[0],
                f"has {len(cells)} cells under {len(header)} columns; remove the extra tab",
            )
        cells += [""] * (len(header) - len(cells))
        row = {h: c.strip() for h, c in zip(header, cells, strict=True)}
        if not any(row.values()):
            continue
        yield number, row
    if header is None:
        raise RuleError(
            file,
            None,
            None,
            "has no header line; write the column names in line 1, separated by tabs",
        )


def listed(cell: str) -> list[str]:
    """The entries of a cell, which ``|`` separates."""
    return [f.strip() for f in cell.split("|") if f.strip()]


_SIGNS = re.compile(r"[\W_]+")
_GREEK = str.maketrans(GREEK)


def symbol_key(name: str) -> str:
    """What a gene's name is looked up by: letters and digits, in whatever case."""
    folded = _SIGNS.sub("", name.casefold())
    return folded if folded.isascii() else folded.translate(_GREEK)


@lru_cache(maxsize=2)
def symbols(tables: tuple[tuple[str, str], ...]) -> dict[str, tuple[str, str]]:
    """Approved symbol and HGNC identifier by the key of every name.

    Args:
        tables: Names and texts of tables; a row takes the place of one before it.

    Raises:
        RuleError: A table lacks a column, or a row has too many cells.
    """
    named: dict[str, tuple[str, str]] = {}
    synonyms: dict[str, tuple[str, str]] = {}
    for file, text in tables:
        for _, row in read_table(file, text, ("label", "id", "synonyms")):
            gene = row["label"], row["id"]
            named[symbol_key(row["label"])] = gene
            for form in listed(row["synonyms"]):
                synonyms[symbol_key(form)] = gene
    return synonyms | named
