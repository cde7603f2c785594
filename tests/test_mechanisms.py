"""Outcomes and miRNAs that are each told with a means of their own."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor


@pytest.mark.parametrize(
    "targets", ["(HMGB2) and miR-302d (RIPK3)", "(via HMGB2) and miR-302d (via RIPK3)",
                "(targeting HMGB2) and miR-302d (targeting RIPK3)"],
)  # fmt: skip
def test_targets_behind_their_mirnas_in_brackets(targets: str) -> None:
    """Each miRNA with its target is a finding, and has the outcome that both are said to have."""
    text = f"In rats with stroke, miR-101 {targets} of BMSC exosomes reduced neuronal apoptosis."
    found = Extractor().findings(readers.read_string(text))
    assert sorted(
        (f.mirnas[0].label, f.targets[0].label, f.effects[0].label) for f in found
    ) == [("miR-101", "HMGB2", "neuronal apoptosis"), ("miR-302d", "RIPK3", "neuronal apoptosis")]
