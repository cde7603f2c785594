"""How much of a typeset paper is read back. Run: ``python -m tests.typeset.measure [SEED …]``."""

# ruff: noqa: E501 -- texts and tables of houses are easier to read on one line

from __future__ import annotations

import re
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from extractor.readers import read_bytes
from extractor.records import Document

from .content import Paper, letters, make_paper
from .houses import HOUSES, House, random_house
from .journal import BULLETS, CAPTION, FORMULA, NOTE, typeset

LOOSE = ("Downloaded from", "Reviews of Vesicle Research |", "ScienceDirectory", "Page 2 of 9")
"""What must not stand in the text."""


@dataclass(slots=True)
class Score:
    """Shares of what was there, and what went wrong."""

    sentences: float = 0.0
    headings: float = 0.0
    callouts: float = 0.0
    references: float = 0.0
    dated: float = 0.0
    titles: float = 0.0
    cells: float = 0.0
    title: bool = False
    abstract: float = 0.0
    strays: int = 0
    wrong: list[str] = field(default_factory=list)

    def low(self) -> list[str]:
        """Names of what is below the bar."""
        bars = {
            "sentences": 0.97, "headings": 0.95, "callouts": 0.95, "references": 0.99,
            "dated": 0.97, "titles": 0.95, "cells": 0.85, "abstract": 0.99,
        }  # fmt: skip
        out = [f"{k} {getattr(self, k):.2f}" for k, v in bars.items() if getattr(self, k) < v]
        return (
            out
            + ([] if self.title else ["title"])
            + ([f"{self.strays} strays"] if self.strays else [])
        )


def measure(paper: Paper, house: House, document: Document) -> Score:
    """Compare a document with the paper that it was set from."""
    out = Score()
    keys = _references(paper, document, out)
    spots = _sentences(paper, document, out)
    _callouts(paper, document, out, keys, spots)
    found = [
        letters(re.sub(r"^[\d.| ]+", "", document.text[b.start : b.end])).strip()
        for b in document.blocks
        if b.kind == "heading"
    ]
    true = [letters(s.name) for s in paper.sections]
    hit = sum(1 for t in true if t in found)
    also = {letters(w) for w in ("Abstract", "Acknowledgements", "Conflict of interest", "References", "Background", "Conclusions", "ABSTRACT", "A R T I C L E I N F O", "Keywords")}  # fmt: skip
    wrong = [f for f in found if f not in true and f not in also]
    out.headings = 2 * hit / (len(true) + hit + len(wrong))
    out.wrong += [f"heading missed: {t}" for t in true if t not in found]
    out.wrong += [f"heading wrong: {t}" for t in wrong]
    out.title = letters(document.title or "") == letters(paper.title)
    if not out.title:
        out.wrong.append(f"title: {document.title}")
    inside = letters("".join(document.text[b.start : b.end] for b in document.blocks if b.kind == "abstract"))  # fmt: skip
    out.abstract = sum(letters(s) in inside for s in paper.abstract) / len(paper.abstract)
    out.strays = sum(t in document.text for t in LOOSE)
    body = "".join(
        document.text[b.start : b.end]
        for b in document.blocks
        if b.kind in ("paragraph", "abstract", "list")
    )
    for text in (FORMULA, CAPTION[5:60], NOTE[:40], "Received", "example.org", "Creative Commons"):
        if letters(text) in letters(body):
            out.strays += 1
            out.wrong.append(f"in the body: {text}")
    listed = [document.text[b.start : b.end] for b in document.blocks if b.kind == "list"]
    if house.bullets and listed != list(BULLETS):
        out.strays += 1
        out.wrong.append(f"list: {listed}")
    _cells(paper, document, out)
    return out


def _references(paper: Paper, document: Document, out: Score) -> dict[str, int]:
    keys: dict[str, int] = {}
    left = list(document.references)
    good = dated = titled = 0
    for e in paper.references:
        found = next((r for r in left if letters(e.title) in letters(r.raw)), None)
        if found is None:
            out.wrong.append(f"reference missed: {e.number} {e.title}")
            continue
        left.remove(found)
        good += len(found.raw) < 420
        keys[found.key] = e.number
        name = letters(e.authors[0][0])
        ok = found.year == e.year and bool(found.authors) and name in letters(found.authors[0])
        dated += ok
        if not ok:
            out.wrong.append(f"dated: {found.year} {found.authors[:1]} {found.raw[:80]}")
        ok = letters(found.title or "") == letters(e.title)
        titled += ok
        if not ok:
            out.wrong.append(f"entry's title: {found.title} | {found.raw[:120]}")
    n = len(paper.references)
    out.references = good / max(n, len(document.references))
    out.dated, out.titles = dated / n, titled / n
    return keys


def _sentences(paper: Paper, document: Document, out: Score) -> list[tuple[int, int]]:
    places = [i for i, c in enumerate(document.text) if letters(c)]
    stream = "".join(letters(document.text[i]) for i in places)
    spots: list[tuple[int, int]] = []
    at = hit = total = 0
    for s in paper.sentences():
        key = letters(s.plain)
        total += 1
        k = stream.find(key, at)
        k = stream.find(key) if k < 0 else k
        if k < 0:
            spots.append((-1, -1))
            out.wrong.append(f"broken: {s.plain}")
            near = stream.find(key[:14])
            if near >= 0:
                out.wrong.append(f"    read: {document.text[places[near] : places[near] + 200]!r}")
            continue
        hit += 1
        at = k + len(key)
        spots.append((places[k], places[at - 1] + 2))
    out.sentences = hit / total
    return spots


def _callouts(
    paper: Paper,
    document: Document,
    out: Score,
    keys: dict[str, int],
    spots: list[tuple[int, int]],
) -> None:
    true = [(k, n) for k, s in enumerate(paper.sentences()) for n in s.cites]
    found = []
    for c in document.citations:
        k = next((k for k, (a, b) in enumerate(spots) if a <= c.offset <= b), None)
        if k is not None:
            found.append((k, keys.get(c.reference or "", -1)))
    left = list(true)
    hit = 0
    sentences = list(paper.sentences())
    for f in found:
        if f in left:
            left.remove(f)
            hit += 1
        else:
            out.wrong.append(f"callout wrong: {f[1]} in {sentences[f[0]].plain[:70]}")
    out.wrong += [f"callout missed: {n} in {sentences[k].plain[-70:]}" for k, n in left]
    out.callouts = 2 * hit / (len(true) + len(found)) if true else 1.0


def _cells(paper: Paper, document: Document, out: Score) -> None:
    want = {(r, c, letters(t)) for r, row in enumerate(paper.table) for c, t in enumerate(row) if c < 5}  # fmt: skip
    got = {
        (c.row, c.column, letters(c.text)) for t in document.tables[:1] for c in t.cells if c.column < 5
    }  # fmt: skip
    hit = len(want & got)
    out.cells = 2 * hit / (len(want) + len(got)) if got else 0.0
    if out.cells < 1:
        out.wrong.append(f"cells missed {sorted(want - got)[:4]} wrong {sorted(got - want)[:4]}")


def run(house: House, seed: int) -> tuple[Score, bytes]:
    """Typeset a paper and read it back."""
    paper = make_paper(seed, entries=house.entries)
    data = typeset(paper, house)
    return measure(paper, house, read_bytes(data, "paper.pdf")), data


def main() -> None:
    """Print what is below the bar, house by house, seed by seed."""
    details = "-v" in sys.argv
    args = [a for a in sys.argv[1:] if a != "-v"]
    named = {h.name: h for h in HOUSES}
    for name in args or list(named):
        house = named[name] if name in named else random_house(int(name))
        seed = 5 if name in named else int(name)
        score, data = run(house, seed)
        print(f"{name:12} {', '.join(score.low()) or 'good'}")
        if details:
            Path(tempfile.gettempdir(), "layout.pdf").write_bytes(data)
            print(house)
            print("\n".join("   " + w for w in score.wrong[:60]))


if __name__ == "__main__":
    main()
