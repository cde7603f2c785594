"""How well and how fast the PDF reader reads: figures per file, beside two plain-text baselines.

The truth is the publisher's XML of the same article. Run alone with
``python -m tests.bench.readers`` (the data's folder is named by EXTRACTOR_DATA).
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path

from extractor.readers.citations import CalloutFinder, cuts, style_of
from extractor.readers.pdf import read_pdf
from extractor.records import Document

from .readers_truth import MARK, Truth, letters, read_truth

_WORD = re.compile(r"\w+(?:[-'’‐]\w+)*")
_YEAR_GROUP = re.compile(r"\([^()]*\b(?:1[89]|20)\d\d[a-z]?\b[^()]*\)")


def run(data: Path) -> None:
    """Print the tables for ``benchmark/pdf`` under a data folder."""
    folder = data / "benchmark" / "pdf"
    files = sorted(folder.glob("*.pdf"))
    if not files:
        print(f"readers: no PDF in {folder}")
        return
    rows: list[list[str]] = []
    sums: dict[str, list[float]] = {}
    details = "-v" in sys.argv
    for path in files:
        xml = path.with_suffix(".xml")
        if not xml.exists():
            continue
        rows.append(_row(path, read_truth(xml), sums, details))
    total = ["all"]
    for name in _COLUMNS[1:]:
        pairs = sums.get(name, [0, 0])
        total.append(_show(name, pairs))
    _print(
        "PDF reader against the publisher's XML (p = pypdfium2's, q = pdfplumber's plain text)",
        [_COLUMNS, *rows, total],
    )
    _speed(files)
    _memory(files)


_COLUMNS = [
    "file",
    "words",
    "words p",
    "words q",
    "sent",
    "sent p",
    "sent q",
    "head F1",
    "glued%",
    "call F1",
    "refs",
    "yr+au",
    "title",
    "cells F1",
]


def _show(name: str, pairs: Sequence[float]) -> str:
    if len(pairs) == 3:
        hit, found, true = pairs
        return f"{2 * hit / (found + true):.3f}" if found + true else "-"
    part, whole = pairs
    if not whole:
        return "-"
    return f"{100 * part / whole:.2f}" if name == "glued%" else f"{part / whole:.3f}"


def _row(path: Path, truth: Truth, sums: dict[str, list[float]], details: bool) -> list[str]:
    data = path.read_bytes()
    document = read_pdf(path, data, path.stem)
    plain, plumber = _pdfium_text(data), _plumber_text(path)
    out = [path.stem]
    paragraphs = [_bare(p) for p in truth.paragraphs]
    results: dict[str, list[float]] = {}
    results["words"] = _words(paragraphs, document.text)
    results["words p"] = _words(paragraphs, plain)
    results["words q"] = _words(paragraphs, plumber)
    results["sent"] = _sentences(truth, document.text, details)
    results["sent p"] = _sentences(truth, _lift(plain), False)
    results["sent q"] = _sentences(truth, _lift(plumber), False)
    results["head F1"] = _headings(truth, document, details)
    results["glued%"] = _glued(paragraphs, document.text, details)
    results["call F1"] = _callouts(truth, document, details)
    results["refs"], results["yr+au"], results["title"] = _references(truth, document, details)
    results["cells F1"] = _cells(truth, document, details)
    for name in _COLUMNS[1:]:
        old = sums.get(name, [0.0] * len(results[name]))
        sums[name] = [a + b for a, b in zip(old, results[name], strict=True)]
        out.append(_show(name, results[name]))
    return out


def _bare(paragraph: str) -> str:
    """A true paragraph without its callouts, nor the brackets that hold them."""
    bare = re.sub(rf"\([^()]*{MARK}[^()]*\)|\[[^\[\]]*{MARK}[^\[\]]*\]", "", paragraph)
    return re.sub(rf"{MARK}\d+ ?", "", bare)


def _pdfium_text(data: bytes) -> str:
    import pypdfium2 as pdfium

    with pdfium.PdfDocument(data) as pdf:
        return "\n".join(pdf[i].get_textpage().get_text_range() for i in range(len(pdf)))


def _plumber_text(path: Path) -> str:
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return "\n".join(page.extract_text() or "" for page in pdf.pages)


def _lift(text: str) -> str:
    """A plain text with its callouts lifted out, as good as can be done without layout."""
    text = re.sub(r"\s+", " ", text)
    finder = CalloutFinder(style_of([text]))
    for start, end, _ in reversed(cuts(text, finder.find(text))):
        text = text[:start] + text[end:]
    return text


def _tokens(text: str) -> list[str]:
    return [letters(w) or w for w in _WORD.findall(re.sub(r"[-‐]\s*\n\s*", "", text))]


def _words(paragraphs: list[str], text: str) -> list[float]:
    """Words of the true body, citations aside, that stand in the same order in the text."""
    a = [w for p in paragraphs for w in _tokens(_YEAR_GROUP.sub("", p))]
    b = _tokens(_YEAR_GROUP.sub("", text))
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return [sum(x.size for x in blocks), len(a)]


def _sentences(truth: Truth, text: str, details: bool) -> list[float]:
    """Sentences of the true body whose letters stand together in the text."""
    stream = letters(_YEAR_GROUP.sub("", text))
    hit = total = 0
    for p in truth.paragraphs:
        bare = _YEAR_GROUP.sub("", _bare(p))
        for s in re.split(r"(?<=[.?!])\s+(?=[A-Z])", bare):
            key = letters(s)
            if len(key) < 20:
                continue
            total += 1
            if key in stream:
                hit += 1
            elif details:
                print("   broken:", s[:160])
                near = stream.find(key[:18])
                if near >= 0:
                    k = next(
                        i for i in range(len(key)) if stream[near + i : near + i + 1] != key[i]
                    )
                    print(
                        "       true:",
                        key[max(0, k - 15) : k + 25],
                        "| read:",
                        stream[near + max(0, k - 15) : near + k + 40],
                    )
    return [hit, total]


def _headings(truth: Truth, document: Document, details: bool) -> list[float]:
    def key(text: str) -> str:
        return letters(re.sub(r"^[\dIVX]+(?:\.\d+)*\.?\s", "", text))

    true = [key(h) for h in truth.headings]
    also = {key(h) for h in truth.other_headings} | {
        letters(w)
        for w in (
            "Abstract",
            "References",
            "Acknowledgements",
            "Acknowledgments",
            "Keywords",
            "Competing interests",
            "Funding",
            "Authors' contributions",
            "Author details",
            "Abbreviations",
            "Author contributions",
            "Conflict of interest",
        )
    }
    found = [key(document.text[b.start : b.end]) for b in document.blocks if b.kind == "heading"]
    left = list(true)
    hit = 0
    for f in found:
        if f in left:
            left.remove(f)
            hit += 1
        elif f in also:
            continue
        elif details:
            print("   false heading:", f)
    if details:
        print("   missed headings:", left)
    wrong = sum(1 for f in found if f not in true and f not in also)
    return [hit, hit + wrong, len(true)]


def _glued(paragraphs: list[str], text: str, details: bool) -> list[float]:
    """Words that stand in the text with another cut: glued together or split."""
    a = [w for p in paragraphs for w in re.findall(r"[^\W\d_]+", p.lower())]
    b = re.findall(r"[^\W\d_]+", text.lower())
    bad = 0
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "replace" and "".join(a[i1:i2]) == "".join(b[j1:j2]) and i2 - i1 != j2 - j1:
            bad += 1
            if details:
                print("   cut:", " ".join(a[i1:i2]), "|", " ".join(b[j1:j2]))
    return [bad, len(a)]


def _match_references(truth: Truth, document: Document) -> dict[str, str]:
    """True key to the key read, by title or by author and year."""
    out: dict[str, str] = {}
    used: set[str] = set()
    raws = [(r, letters(r.raw)) for r in document.references]
    for t in truth.references:
        title, name = letters(t.title), letters(t.surname)
        best = None
        for r, raw in raws:
            if r.key in used:
                continue
            whole = letters(t.printed)[:40]
            if (len(title) > 15 and title[:60] in raw) or (len(whole) > 30 and whole in raw[:60]):
                best = r
                break
            if (
                name
                and name in raw[: len(name) + 30]
                and t.year
                and t.year in r.raw
                and (best is None)
                and (not title or title[:12] in raw)
            ):
                best = r
        if best is not None:
            used.add(best.key)
            out[t.key] = best.key
    return out


def _references(
    truth: Truth, document: Document, details: bool
) -> tuple[list[float], list[float], list[float]]:
    matched = _match_references(truth, document)
    by_key = {r.key: r for r in document.references}
    both = titles = with_both = with_title = 0
    for t in truth.references:
        r = by_key.get(matched.get(t.key, ""))
        if t.surname and t.year:
            with_both += 1
            good = (
                r is not None
                and str(r.year) == t.year
                and bool(r.authors)
                and (
                    letters(t.surname)[:12] in letters(r.authors[0])
                    or letters(r.authors[0])[:12] in letters(t.surname)
                )
            )
            both += good
            if not good and details:
                print(
                    "   year/author:",
                    t.surname,
                    t.year,
                    "|",
                    r and (r.year, r.authors[:1], r.raw[:90]),
                )
        if letters(t.title):
            with_title += 1
            good = (
                r is not None
                and r.title is not None
                and SequenceMatcher(
                    None, letters(r.title), letters(t.title), autojunk=False
                ).ratio()
                > 0.9
            )
            titles += good
            if not good and details:
                print("   title:", t.title[:70], "|", r and r.title, "|", r and r.raw[:90])
        if r is None and details:
            print("   missed reference:", t.key, t.surname, t.year, t.title[:60])
    n = len(truth.references)
    return [len(matched), n], [both, with_both], [titles, with_title]


def _callouts(truth: Truth, document: Document, details: bool) -> list[float]:
    """Callouts at the right word and tied to the right entry."""
    matched = _match_references(truth, document)
    true_words: list[str] = []
    true: list[tuple[int, str]] = []
    for p in truth.paragraphs:
        # a bracket that holds callouts has been lifted as a whole: its words count for no place
        marks = re.sub(
            rf"\([^()]*{MARK}[^()]*\)",
            lambda m: "".join(re.findall(rf"{MARK}\d+ ?", m.group())),
            p,
        )
        for part in re.split(rf"({MARK}\d+ ?)", marks):
            if part.startswith(MARK):
                true.extend(
                    (len(true_words), matched.get(k, "?" + k))
                    for k in truth.callouts[int(part[1:])]
                )
            else:
                true_words.extend(w for w in re.findall(r"[^\W\d_]+", part.lower()))
    words = [(m.group().lower(), m.start()) for m in re.finditer(r"[^\W\d_]+", document.text)]
    where: dict[int, int] = {}
    for a, b, n in SequenceMatcher(None, [w for w, _ in words], true_words).get_matching_blocks():
        for k in range(n):
            where[a + k] = b + k
    starts = [s for _, s in words]
    from bisect import bisect_left

    inside = [b for b in document.blocks if b.kind in ("paragraph", "list", "heading")]
    found: list[tuple[int, str, str]] = []
    for c in document.citations:
        if not any(b.start <= c.offset <= b.end for b in inside):
            continue
        i = bisect_left(starts, c.offset)
        at = next(
            (
                where[j] + (1 if j < i else 0)
                for d in range(12)
                for j in (i - 1 - d, i + d)
                if j in where
            ),
            -1,
        )
        if at >= 0:
            found.append((at, c.reference or "", c.marker))
    left = list(true)
    hit = 0
    wrong = []
    for at, key, marker in found:
        near = [t for t in left if t[1] == key and abs(t[0] - at) <= 12]
        if near:
            left.remove(min(near, key=lambda t: abs(t[0] - at)))
            hit += 1
        else:
            wrong.append((at, key, marker))
    if details:
        for at, key in left[:25]:
            print("   missed callout:", key, "|", " ".join(true_words[max(0, at - 6) : at]))
        for at, key, marker in wrong[:25]:
            print("   wrong callout:", marker, key, "|", " ".join(true_words[max(0, at - 6) : at]))
    return [hit, len(found), len(true)]


def _cells(truth: Truth, document: Document, details: bool) -> list[float]:
    """Cells with the right text in the right row and column, best pairing of tables by label."""
    hit = found = true = 0
    read = []
    for t in document.tables:
        cells = {(c.row, c.column, re.sub(r"\W+", "", c.text).lower()) for c in t.cells}
        read.append((t.label or "", {c for c in cells if c[2]}))
    for table in truth.tables:
        if not table.cells:
            continue
        number = re.sub(r"\D", "", table.label)
        mine = next((c for label, c in read if re.sub(r"\D", "", label) == number), set())
        hit += len(mine & table.cells)
        found += len(mine)
        true += len(table.cells)
        if details:
            print(
                f"   table {table.label}: {len(mine & table.cells)} of {len(table.cells)},"
                f" read {len(mine)}"
            )
            print("      missed:", sorted(table.cells - mine)[:8])
            print("      wrong: ", sorted(mine - table.cells)[:8])
    return [hit, found, true]


def _speed(files: Sequence[Path]) -> None:
    """Milliseconds a page of the three on the same pages in the same run."""
    import pdfplumber
    import pypdfium2 as pdfium

    rows = [["file", "pages", "ours", "pdfplumber", "pypdfium2", "ratio"]]
    sums = [0.0, 0.0, 0.0, 0.0]
    for path in files:
        data = path.read_bytes()
        best = min(
            _timed(lambda d=data, p=path: read_pdf(p, d, "x", tables=False)) for _ in range(3)
        )
        fast = min(_timed(lambda d=data: _pdfium_text(d)) for _ in range(3))
        with pdfplumber.open(path) as pdf:
            slow = _timed(lambda pdf=pdf: [p.extract_text() for p in pdf.pages])
        with pdfium.PdfDocument(data) as pdf:
            n = len(pdf)
        values = [n, best, slow, fast]
        sums = [a + b for a, b in zip(sums, values, strict=True)]
        rows.append([path.stem, *_times(values)])
    rows.append(["all", *_times(sums)])
    _print("milliseconds a page, tables excluded; ratio = pdfplumber / ours", rows)


_MEASURE = """
import resource, sys
from extractor.readers.pdf import read_pdf
document = read_pdf("long.pdf", open(sys.argv[1], "rb").read(), "long")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, len(document.damage))
"""


def _memory(files: Sequence[Path]) -> None:
    """Megabytes that reading a PDF of 500 pages takes at most, in a process of its own."""
    import pypdfium2 as pdfium

    with tempfile.TemporaryDirectory() as folder, pdfium.PdfDocument.new() as long:
        place = Path(folder) / "long.pdf"
        sources = [pdfium.PdfDocument(f) for f in files]
        while len(long) < 500:
            for source in sources:
                some = list(range(min(len(source), 500 - len(long))))
                if some:
                    long.import_pages(source, pages=some)
        long.save(place)
        for source in sources:
            source.close()
        done = subprocess.run(
            [sys.executable, "-c", _MEASURE, str(place)], capture_output=True, text=True, check=True
        )
    megabytes, pages = done.stdout.split()
    print(f"memory at most for {pages} pages, the program and the file included: {megabytes} MB")
    print()


def _times(values: Sequence[float]) -> list[str]:
    n, ours, slow, fast = values
    return [f"{n:.0f}", *(f"{1000 * v / n:.1f}" for v in (ours, slow, fast)), f"{slow / ours:.1f}"]


def _timed(call: object) -> float:
    """Seconds of processor time: other programs on the machine do not count."""
    start = time.process_time()
    call()  # type: ignore[operator]
    return time.process_time() - start


def _print(title: str, rows: Sequence[Sequence[str]]) -> None:
    widths = [max(len(r[i]) for r in rows) for i in range(len(rows[0]))]
    print(title)
    for row in rows:
        print(
            "  "
            + "  ".join(
                c.ljust(w) if i == 0 else c.rjust(w)
                for i, (c, w) in enumerate(zip(row, widths, strict=True))
            )
        )
    print()


if __name__ == "__main__":
    run(Path(os.environ["EXTRACTOR_DATA"]))
