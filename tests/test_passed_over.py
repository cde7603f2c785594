"""Patterns that are only tried where a word of theirs stands find what they found anyway."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from extractor import components
from extractor.components.lazily import lazily
from extractor.components.words import holds
from extractor.tokens import tokenize

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
SENTENCES = (
    "Migration of the cells was swayed by neither preparation.",
    "Grip strength was as poor with exosomes as with saline.",
    "There was no change in body weight, and no adverse events were seen.",
    "The vesicles did not alter IL-6, nor did they touch IL-10.",
    "Rejection was not observed, and infusion reactions were evenly distributed.",
    "The exosomes were of no use against pain and failed to affect gait.",
    "Bone volume was close to that of healthy rats.",
    "Oedema persisted despite treatment.",
    "A difference in latency was not found.",
    "Albumin did not differ between the groups.",
    "The loss of strength was independent of miR-99.",
    "miR-99 was dispensable for the protection.",
    "The miR-99 inhibitor had no influence on IL-6, which was unaffected by the antagomir.",
    "No contribution of miR-99 to the effect was seen.",
)


def guarded() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """The patterns that need certain strings, each beside one that is tried everywhere."""
    out = {}
    for module in pkgutil.iter_modules(components.__path__, "extractor.components."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if getattr(value, "_needs", ()):
                out[f"{module.name}.{name}"] = value, re.compile(value.pattern, value.flags)
    return out


def texts() -> list[str]:
    """Sentences as patterns see them: in lower case, and as folded words between spaces."""
    told = list(SENTENCES)
    for path in sorted(CORPUS.glob("*.txt")):
        told += re.split(r"(?<=\.)\s", path.read_text(encoding="utf-8"))
    return [t.lower() for t in told] + [f" {' '.join(tokenize(t).keys)} " for t in told]


def test_no_match_is_passed_over() -> None:
    """What a pattern needs stands in every text that it matches."""
    patterns, told = guarded(), texts()
    assert len(patterns) > 10
    for name, (pattern, plain) in patterns.items():
        for text in told:
            assert [m.span() for m in pattern.finditer(text)] == [
                m.span() for m in plain.finditer(text)
            ], (name, text)


@pytest.mark.parametrize("text", ["a cow", "a sow", "no pig"])
def test_a_pattern_with_needs_is_like_any_other(text: str) -> None:
    """All its methods give what those of the plain pattern give."""
    plain = re.compile(r"\w (?P<what>[cs]ow)")
    pattern = lazily(plain.pattern, needs=("cow", "sow"))
    for method in ("search", "match"):
        one, other = getattr(pattern, method)(text), getattr(plain, method)(text)
        assert (one and one["what"]) == (other and other["what"])
    assert pattern.findall(text) == plain.findall(text)
    assert pattern.sub("-", text) == plain.sub("-", text)
    assert pattern.pattern == plain.pattern
    assert pattern.search(text, 1) is None


def test_a_text_holds_a_string() -> None:
    """One of the strings is enough, and none holds nothing."""
    assert holds("grey owl", ("cat", "owl"))
    assert not holds("grey owl", ("cat", "dog"))
    assert not holds("grey owl", ())
