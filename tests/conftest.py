from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from extractor.records import CitedStudy, Evidence, Finding, Slot

ROOT = Path(__file__).resolve().parent.parent
SENTENCE = "Exosomes of BMSCs carried miR-21, which repressed PTEN and reduced apoptosis."


@pytest.fixture(scope="session")
def root() -> Path:
    """The top folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def corpus(root: Path) -> Path:
    """The documents that were written for the project."""
    return root / "corpus"


@pytest.fixture(scope="session")
def data() -> Path:
    """The shared data; tests that need it are skipped where it is not."""
    place = os.environ.get("EXTRACTOR_DATA")
    if not place:
        pytest.skip("EXTRACTOR_DATA is not set")
    return Path(place)


def slot(words: str, label: str | None = None, **facts: Any) -> Slot:
    """A filler whose words stand in ``SENTENCE``."""
    start = SENTENCE.index(words)
    return Slot(words, start, start + len(words), label or words, **facts)


def make_finding(finding_id: str = "f1", **changes: Any) -> Finding:
    """A finding with all its slots filled from ``SENTENCE``; ``changes`` are set on it."""
    finding = Finding(
        finding_id,
        "paper",
        section="Results",
        msc_source=slot("BMSCs", "BM-MSC", id="UBERON:0002371", organism="rat",
                        modifications=["hypoxia", "GATA4"]),
        mirnas=[slot("miR-21", id="MIMAT0000076")],
        targets=[slot("PTEN", id="HGNC:9588", kind="gene", direction="down")],
        effects=[slot("apoptosis", id="GO:0006915", direction="decrease")],
        vesicle=slot("Exosomes", "exosome", id="GO:0070062"),
        evidence=[Evidence(0, len(SENTENCE), SENTENCE, page=3)],
        citations=[CitedStudy("12", "Doe J. A title. 2014.", "A title", 2014, "10.1000/x", "123")],
        confidence=0.9,
        rules=["carriage", "target"],
    )
    for name, value in changes.items():
        assert hasattr(finding, name)
        setattr(finding, name, value)
    return finding
