"""Trained recognisers and parser on the corpora's devel parts, beside scispaCy's test figures."""

from __future__ import annotations

from pathlib import Path


def run(data: Path | None) -> None:
    """Print strict span F1 of every head and type, the parser's scores, speed and load times."""
    if data is None:
        print("skipped: EXTRACTOR_DATA is not set")
        return
    from extractor.training.evaluation import report

    for line in report(data):
        print(line, flush=True)
