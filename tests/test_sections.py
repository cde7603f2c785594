"""Labels in plain words that stand in the run of an abstract: "What was done.", "Bottom line."."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.components.sections import is_background
from extractor.extract import Extractor

TEXT = """Marrow exosomes and the failing kidney

Context

Kidneys fail without warning.

{done} Rats with acute kidney injury received exosomes of bone marrow mesenchymal stem cells.

{found} The exosomes lowered serum creatinine and IL-6.

{means} The exosomes protect by lowering TNF-α.
"""


@pytest.mark.parametrize(
    ("done", "found", "means"),
    [
        ("What was done.", "What was found.", "What it means."),
        ("What we did:", "What we found:", "What this study adds:"),
        ("How it was studied.", "Key findings.", "Bottom line."),
        ("What did we do?", "What did we find?", "So what?"),
        ("The question.", "Main results.", "Take-home message."),
        ("Why it matters.", "What we saw.", "The upshot."),
    ],
)
def test_results_behind_a_label_in_plain_words_are_read(done: str, found: str, means: str) -> None:
    """They stand under the last heading, which is one of the background."""
    text = TEXT.format(done=done, found=found, means=means)
    said = {
        x.label
        for f in Extractor(fast=True).findings(readers.read_string(text))
        for x in (*f.targets, *f.effects)
    }
    assert said == {"creatinine", "IL6", "TNF"}


@pytest.mark.parametrize(
    ("label", "background"),
    [
        ("What is already known", True), ("What we asked", True), ("How it was done", True),
        ("What was found", False), ("What this paper adds", False), ("Bottom line", False),
        ("Methods", True), ("Methods and results", False), ("Context", True),
    ],
)  # fmt: skip
def test_what_a_label_announces(label: str, background: bool) -> None:
    assert is_background(label) is background


def test_what_was_known_is_no_result() -> None:
    text = TEXT.format(
        done="What we did.", found="What is already known.", means="What this study adds."
    )
    said = {
        x.label
        for f in Extractor(fast=True).findings(readers.read_string(text))
        for x in (*f.targets, *f.effects)
    }
    assert said == {"TNF"}
