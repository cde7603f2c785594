"""Feed the readers mutated files and see that they refuse or read them, in time, with one line.

Not part of the tests: ``python -m tests.fuzz_readers [CASES] [FIRST] [FILE ...]``. Each case runs
in a child process that is given ten seconds; a crash, a hang or any exception but ``ReadError`` is
reported with the number that makes the case again. Without files the review typeset for the tests
is mutated, and with EXTRACTOR_DATA set the published papers as well.
"""

from __future__ import annotations

import faulthandler
import multiprocessing as mp
import os
import random
import sys
import time
import traceback
import zlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

LIMIT = 10.0
"""Seconds a case may take."""

Seed = tuple[str, bytes]

_TOKENS = (
    b"<<",
    b">>",
    b"endobj",
    b"stream",
    b"endstream",
    b"/Length 0",
    b"/Length 99999999",
    b"/Kids[3 0 R]",
    b"/Count -1",
    b"/Rotate 90",
    b"/MediaBox[0 0 0 0]",
    b"/MediaBox[0 0 1e9 1e9]",
    b"/Filter/FlateDecode",
    b"null",
    b"<",
    b">",
    b"&amp;",
    b"]]>",
    b"<!--",
    b"<table>",
    b"<xref rid='x'>",
    b"<sec>",
    b"\x00",
    b"\xff\xfe",
)


def mutate(data: bytes, rng: random.Random) -> bytes:
    """A damaged copy: bytes flipped, cut, doubled, or a page's drawing rewritten."""
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 4, 12, 60))):
        if not out:
            break
        at, kind = rng.randrange(len(out)), rng.randrange(7)
        span = min(len(out) - at, rng.choice((1, 2, 8, 64, 1024)))
        if kind == 0:
            out[at] = rng.randrange(256)
        elif kind == 1:
            del out[at : at + span]
        elif kind == 2:
            out[at:at] = out[at : at + span]
        elif kind == 3:
            out[at:at] = rng.choice(_TOKENS)
        elif kind == 4:
            out[at : at + span] = bytes(rng.randrange(256) for _ in range(span))
        elif kind == 5:
            other = rng.randrange(len(out))
            out[at : at + span] = out[other : other + span]
        elif rng.random() < 0.2:
            del out[at:]
    return bytes(out)


def mutate_stream(data: bytes, rng: random.Random) -> bytes:
    """A PDF one of whose packed streams is unpacked, damaged and packed again."""
    starts = []
    at = data.find(b"stream\n")
    while at >= 0 and len(starts) < 400:
        starts.append(at + 7)
        at = data.find(b"stream\n", at + 7)
    rng.shuffle(starts)
    for start in starts[:4]:
        end = data.find(b"endstream", start)
        try:
            plain = zlib.decompress(data[start:end].strip(b"\r\n"))
        except zlib.error:
            continue
        return data[:start] + zlib.compress(mutate(plain, rng)) + b"\n" + data[end:]
    return mutate(data, rng)


def run_case(name: str, data: bytes) -> str:
    """Read one case; how it went, in a word, or the traceback of what must not happen."""
    from extractor.errors import ReadError
    from extractor.readers import read_bytes

    try:
        document = read_bytes(data, name)
    except ReadError as error:
        return "refused" if "\n" not in str(error) else f"message of several lines: {error}"
    except Exception:
        return traceback.format_exc()
    text = document.text
    for block in document.blocks:
        if not 0 <= block.start <= block.end <= len(text):
            return f"block {block.start}-{block.end} outside of the text of {len(text)}"
    for citation in document.citations:
        if not 0 <= citation.offset <= citation.end <= len(text):
            return f"citation {citation.offset}-{citation.end} outside of the text of {len(text)}"
    return "read"


def _work(pipe: Any, seeds: Sequence[Seed]) -> None:
    faulthandler.enable()
    while True:
        number = pipe.recv()
        if number is None:
            return
        pipe.send(run_case(*make_case(seeds, number)))


def make_case(seeds: Sequence[Seed], number: int) -> Seed:
    """The case of a number: always the same for the same seeds."""
    rng = random.Random(number)
    name, data = seeds[rng.randrange(len(seeds))]
    packed = name.endswith(".pdf") and rng.random() < 0.6
    return name, mutate_stream(data, rng) if packed else mutate(data, rng)


def fuzz(seeds: Sequence[Seed], cases: int, first: int = 0) -> Counter[str]:
    """Run cases and count how they went; what must not happen is printed at once."""
    counts: Counter[str] = Counter()
    context = mp.get_context("spawn")
    ours: Any = None
    child: Any = None
    slowest = 0.0
    begun = time.monotonic()
    for number in range(first, first + cases):
        if child is None or not child.is_alive():
            ours, theirs = context.Pipe()
            child = context.Process(target=_work, args=(theirs, seeds), daemon=True)
            child.start()
            theirs.close()
            ours.send(number)
            limit = LIMIT + 20  # the child has to start first
        else:
            ours.send(number)
            limit = LIMIT
        start = time.monotonic()
        try:
            result = ours.recv() if ours.poll(limit) else "hang"
        except EOFError:
            child.join()
            result = f"crash, exit code {child.exitcode}"
        took = time.monotonic() - start
        if limit == LIMIT:
            slowest = max(slowest, took)
            if took > 0.3 * LIMIT:
                print(
                    f"case {number} ({make_case(seeds, number)[0]}) took {took:.1f} s", flush=True
                )
        if result == "hang":
            child.kill()
            child.join()
        word = result if result in ("read", "refused") else "BAD"
        counts[word] += 1
        if word == "BAD":
            print(f"case {number} ({make_case(seeds, number)[0]}): {result}", flush=True)
        if (number - first + 1) % 2000 == 0:
            print(
                f"{number - first + 1} cases, {time.monotonic() - begun:.0f} s,"
                f" slowest {slowest:.2f} s, {dict(counts)}",
                flush=True,
            )
    if child is not None and child.is_alive():
        ours.send(None)
        child.join()
    return counts


def default_seeds() -> list[Seed]:
    """Papers and pages of our own, and the published papers where the data's folder is named."""
    from tests.make_pdf import make_review
    from tests.pages import PAGES
    from tests.typeset.content import make_paper
    from tests.typeset.houses import HOUSES
    from tests.typeset.journal import typeset

    seeds = [("review.pdf", make_review())]
    seeds += [(f"{h.name}.pdf", typeset(make_paper(n), h)) for n, h in enumerate(HOUSES)]
    seeds += [(f"{name}.html", page.encode()) for name, page in PAGES.items()]
    place = os.environ.get("EXTRACTOR_DATA")
    if place:
        folder = Path(place) / "benchmark"
        for pattern in ("pdf/*.pdf", "jats/*.xml", "pdf/*.xml"):
            seeds.extend(
                (p.name, p.read_bytes())
                for p in sorted(folder.glob(pattern))
                if p.stat().st_size < 700_000
            )
    return seeds


def main(arguments: Sequence[str]) -> int:
    """Run; 1 if anything went wrong that must not."""
    cases = int(arguments[0]) if arguments else 1000
    first = int(arguments[1]) if len(arguments) > 1 else 0
    files = [(Path(a).name, Path(a).read_bytes()) for a in arguments[2:]]
    counts = fuzz(files or default_seeds(), cases, first)
    print(f"{sum(counts.values())} cases: {dict(counts)}")
    return 1 if counts["BAD"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
