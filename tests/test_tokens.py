"""Fine tokens: their cut, their folding and their offsets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.tokens import APOSTROPHES, DASHES, GREEK, fold, tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("TGF-β1", ["TGF", "-", "β", "1"]),
        ("IL10, IL-6", ["IL", "10", ",", "IL", "-", "6"]),
        ("p53/p21", ["p", "53", "/", "p", "21"]),
        ("TNFalpha", ["TNF", "alpha"]),
        ("Abeta42", ["A", "beta", "42"]),
        ("TGF-betaR1", ["TGF", "-", "beta", "R", "1"]),
        ("gammaH2AX", ["gamma", "H", "2", "AX"]),
        ("NF-kappaB", ["NF", "-", "kappa", "B"]),
        ("Abetalipoproteinemia", ["Abetalipoproteinemia"]),
        ("Betaine", ["Betaine"]),
        ("Sjögren's", ["Sjögren", "'", "s"]),
        ("(CD73+)", ["(", "CD", "73", "+", ")"]),
        ("  ", []),
        ("", []),
    ],
)
def test_a_text_is_cut_finely(text: str, words: list[str]) -> None:
    """Letters, digits, Greek letters and signs are tokens of their own."""
    assert tokenize(text).words == words


@pytest.mark.parametrize("dash", DASHES)
def test_every_dash_is_a_hyphen(dash: str) -> None:
    """Whatever an author uses for a hyphen is folded to one."""
    assert tokenize(f"TGF{dash}β").keys == ["tgf", "-", "beta"]


@pytest.mark.parametrize("sign", APOSTROPHES)
def test_every_apostrophe_is_one(sign: str) -> None:
    """Primes, accents and quotes are folded to one apostrophe."""
    assert fold(sign) == "'"


def test_greek_letters_are_spelled() -> None:
    """A Greek letter, in either case, has the key of its name; both signs for micro are mu."""
    assert [fold(c) for c in "αβγκ"] == ["alpha", "beta", "gamma", "kappa"]
    assert fold("Δ") == fold("δ") == "delta"
    assert fold("µ") == fold("μ") == "mu"


def test_accents_make_no_difference() -> None:
    """Latin letters with marks are folded to those without."""
    assert tokenize("Müller naïve").keys == ["muller", "naive"]


def test_glued_tells_of_white_space() -> None:
    """A token is glued where no white space stands before it; the first never is."""
    tokens = tokenize("a-b c")
    assert [tokens.glued(i) for i in range(len(tokens))] == [False, True, True, False]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(list(GREEK) + list(DASHES))),
               max_size=60))
def test_offsets_lead_back_to_the_letters(text: str) -> None:
    """The tokens of any text are its own letters, in order, with only white space between."""
    tokens = tokenize(text)
    at = 0
    for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        assert text[start:end] == word
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()
    assert len(tokens.keys) == len(tokens)
