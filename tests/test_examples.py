"""The examples of the pattern files hold, and a broken one is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractor.components.examples import check, read
from extractor.errors import RuleError
from extractor.rules import load

HEADER = "construction\tsentence\treads\tnever\n"


def test_every_shipped_example_is_read_as_it_says() -> None:
    """Each construction in patterns/examples.tsv reads what it must and nothing it must not."""
    rules = load()
    assert len(rules.examples) > 40
    assert [str(f) for f in check(rules)] == []


def test_a_broken_example_is_named_with_file_and_line(tmp_path: Path) -> None:
    """A sentence that is not read as it says is named with file, line and both readings."""
    (tmp_path / "examples.tsv").write_text(
        HEADER + "wrong way\tVesicles reduced PTEN.\tPTEN:+\t\n", encoding="utf-8"
    )
    failures = [str(f) for f in check(load(tmp_path))]
    assert len(failures) == 1
    assert re.search(r"examples\.tsv:2 \[wrong way\].*PTEN.*\+.*-", failures[0])


def test_what_must_never_be_read_is_named(tmp_path: Path) -> None:
    """A counter-example that is read all the same is a failure."""
    (tmp_path / "examples.tsv").write_text(
        HEADER + "never\tVesicles lowered PTEN.\t\tPTEN\n", encoding="utf-8"
    )
    assert any("should not be read" in str(f) for f in check(load(tmp_path)))


def test_a_malformed_expectation_is_one_clear_line(tmp_path: Path) -> None:
    """An expectation with no sign names file, line and the form to write."""
    (tmp_path / "examples.tsv").write_text(
        HEADER + "no sign\tVesicles lowered PTEN.\tPTEN\t\n", encoding="utf-8"
    )
    with pytest.raises(RuleError, match=r"examples\.tsv:2 .*no label:sign"):
        load(tmp_path)


def test_denials_are_marked() -> None:
    """A denied change is read with an exclamation mark in front of its sign."""
    assert read(load(), "The vesicles did not reduce apoptosis.") == {"apoptosis": "!-"}
