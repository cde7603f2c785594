"""The examples of the pattern files, read by the rules: what a change to a pattern broke."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.components import frames
from extractor.components.analysis import DocumentNames, analyse
from extractor.rules import Example, Rules

_SIGNS = {1: "+", -1: "-", 0: "0"}


@dataclass(slots=True, frozen=True)
class Failure:
    """An example that is not read as it says: where it stands and what is wrong."""

    file: str
    line: int
    construction: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} [{self.construction}]: {self.reason}"


def check(rules: Rules) -> Iterator[Failure]:
    """Every example that the rules do not read as it says."""
    for example in rules.examples:
        got = read(rules, example.sentence)
        for label, sign in example.reads.items():
            if got.get(label) != sign:
                found = got.get(label, "not at all")
                yield _failure(example, f"{label!r} should be read {sign}, is read {found}")
        for label in example.never:
            if label in got:
                yield _failure(example, f"{label!r} should not be read, is read {got[label]}")


def _failure(example: Example, reason: str) -> Failure:
    return Failure(example.file, example.line, example.construction, reason)


def read(rules: Rules, sentence: str) -> dict[str, str]:
    """What the rules read in a sentence: label to sign, ``!`` in front where it is denied."""
    a = analyse(sentence, 0, rules, DocumentNames(rules, {}))
    out: dict[str, str] = {}
    for first, last in a.sentences:
        assertions, _, _ = frames.read(a, first, last)
        for x in assertions:
            out[x.found.mention.label] = ("!" if x.negated else "") + _SIGNS[x.sign]
    return out
