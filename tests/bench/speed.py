"""How fast the program starts and works, and how much memory it takes.

Each figure is taken in a fresh process that is tied to one core, so that none profits from what
another has loaded. Words are runs of non-space characters of the document text.
"""

from __future__ import annotations

import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
COMMAND = [sys.executable, "-c", "from extractor.cli import main; main()"]


def run(data: Path | None) -> None:
    """Print all figures."""
    line("extractor --help", f"{best(5, [*COMMAND, '--help']):.3f} s", "wanted: under 0.3 s")
    loading = child("loading")
    line("import of spaCy", f"{loading['spacy']:.2f} s")
    line("loading the engine, rules only", f"{loading['engine']:.2f} s", "wanted: under 1 s")
    for name, fast in (("rules only", True), ("as installed", False)):
        made = child("pipeline", data=data, fast=fast)
        line(f"pipeline, {name}", f"{made['words_per_second']:,.0f} words/s",
             f"{made['ratio']:.1%} of a blank tokenizer's {made['blank']:,.0f} words/s; "
             f"peak memory {made['peak']:.0f} MB")
    few, many = child("memory", repeat=1), child("memory", repeat=10)
    line("peak memory, corpus once", f"{few['peak']:.0f} MB", f"{few['documents']} documents")
    line("peak memory, corpus ten times", f"{many['peak']:.0f} MB",
         f"{many['documents']} documents: {many['peak'] / few['peak']:.2f} times as much")
    if data is None:
        line("the two papers", "skipped", "EXTRACTOR_DATA is not set")
        line("PubMed abstracts", "skipped", "EXTRACTOR_DATA is not set")
        return
    papers = sorted(str(p) for p in (data / "corpus" / "papers").glob("*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        command = [*COMMAND, "extract", *papers, "-o", f"{folder}/findings.jsonl"]
        seconds = best(3, command)
        rules = best(3, [*command, "--fast"])
    line("the two papers, start included", f"{seconds:.2f} s", "wanted: under 4 s")
    line("the two papers, rules only", f"{rules:.2f} s")
    many = child("abstracts", data=data)
    line("PubMed abstracts", f"{many['words_per_second']:,.0f} words/s",
         f"{many['documents']:,} abstracts in {many['seconds']:.1f} s, peak memory "
         f"{many['peak']:.0f} MB; {many['hits']} with an MSC-vesicle finding")


def line(what: str, figure: str, note: str = "") -> None:
    """One figure."""
    print(f"{what:<34} {figure:>18}  {note}".rstrip(), flush=True)


def best(times: int, command: list[str]) -> float:
    """Shortest wall time of a command in seconds, process start included, on one core."""
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, preexec_fn=one_core)
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def one_core() -> None:
    """Tie this process to one core."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def child(name: str, **options: Any) -> dict[str, Any]:
    """What a measurement of this module says when it runs in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.speed", name, json.dumps(options, default=str)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, preexec_fn=one_core)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def peak() -> float:
    """Most memory this process has had so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def loading() -> dict[str, Any]:
    """Seconds for importing spaCy, and for the engine on top of it."""
    start = time.perf_counter()
    import spacy  # noqa: F401

    middle = time.perf_counter()
    from extractor.extract import Extractor

    Extractor(fast=True).findings(sample("MSC exosomes carried miR-21."))
    return {"spacy": middle - start, "engine": time.perf_counter() - middle}


def pipeline(data: str | None, fast: bool) -> dict[str, Any]:
    """Words per second of the whole pipeline beside those of a blank tokenizer, same texts."""
    import spacy

    from extractor import readers
    from extractor.extract import Extractor

    paths = sorted(CORPUS.glob("*.txt"))
    if data:
        paths += sorted(Path(data, "corpus", "papers").glob("*.txt"))
    documents = [readers.read(p) for p in paths]
    words = sum(len(d.text.split()) for d in documents)
    engine = Extractor(fast=fast)
    blank = spacy.blank("en")

    def with_engine() -> None:
        for document in documents:
            engine.findings(document)

    def with_blank() -> None:
        for document in documents:
            blank.make_doc(document.text)

    mine, theirs = rate(with_engine, words), rate(with_blank, words)
    return {"words_per_second": mine, "blank": theirs, "ratio": mine / theirs, "peak": peak()}


def rate(work: Callable[[], None], words: int) -> float:
    """Words per second of the best of three rounds, after one to warm up."""
    work()
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return words / min(seconds)


def memory(repeat: int) -> dict[str, Any]:
    """Peak memory of a streamed run over the corpus, read ``repeat`` times."""
    from extractor import readers
    from extractor.extract import Extractor

    def documents() -> Iterator[Any]:
        for i in range(repeat):
            for path in sorted(CORPUS.glob("*.txt")):
                yield readers.read(path, doc_id=f"{path.stem}-{i}")

    count = sum(1 for _ in Extractor(fast=True).stream(documents(), "msc"))
    return {"documents": count, "peak": peak()}


def abstracts(data: str) -> dict[str, Any]:
    """Throughput over the PubMed abstracts, and in how many of them something is found."""
    from extractor.extract import Extractor

    texts = []
    for path in sorted(Path(data, "benchmark", "abstracts").glob("*.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            texts += [json.loads(text) for text in stream]
    engine = Extractor(fast=True)
    engine.findings(sample("MSC exosomes carried miR-21."))
    words = hits = 0
    start = time.perf_counter()
    for text in texts:
        document = sample(f"{text['title']}\n\n{text['abstract']}")
        words += len(document.text.split())
        hits += bool(engine.findings(document, "msc"))
    seconds = time.perf_counter() - start
    return {"documents": len(texts), "hits": hits, "seconds": seconds,
            "words_per_second": words / seconds, "peak": peak()}


def sample(text: str) -> Any:
    """A document of this text."""
    from extractor import readers

    return readers.read_string(text, "text")


if __name__ == "__main__":
    measurements: dict[str, Callable[..., dict[str, Any]]] = {
        f.__name__: f for f in (loading, pipeline, memory, abstracts)
    }
    print(json.dumps(measurements[sys.argv[1]](**json.loads(sys.argv[2]))))
