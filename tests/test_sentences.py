"""Sentence boundaries inside a block."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.components.sentences import split


def texts(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Exosomes were given.", "The scar shrank."],
        ["Did it help?", "It did!", "We were glad."],
        ["The level fell to 0.5 ng.", "It stayed there."],
        ["Cells were counted (see below).", "They had grown."],
        ["It rose.", "miR-21 was the cause."],
        ["It rose.", "let-7a was the cause."],
        ["The dose was 5 mg.", "p53 fell."],
        ["They asked for more of factor C.", "The factor was absent."],
        ["They expressed HLA-G.", "Hearts beat longer."],
        ["Patients had hepatitis B.", "ALT fell."],
        ["It was curtailed.", "nNOS rose.", "c-Fos fell."],
        ["It was lowered.", "si-Exo raised it.", "hsa-miR-21 was the cause.", "un-sEVs did not."],
        ["It was so.", "(This was seen twice.)", "Then it ended."],
    ],
)
def test_sentences_are_told_apart(sentences: list[str]) -> None:
    """A stop, white space and a beginning make a boundary."""
    assert texts(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "Cytokines (e.g. IL-6) rose.",
        "As Smith et al. Found, it rose.",
        "This is shown in Fig. 3 and in ref. 4 of the list.",
        "The strain E. coli was killed.",
        "Dr. Weiss gave 0.5 ml i.v. Monday.",
        "A ratio of 1.5 vs. 2.5 was seen.",
        "Spleens were weighed ( approx. 90 mg each ).",
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    """Stops of abbreviations, initials and numbers are no boundaries."""
    assert texts(text) == [text]


def test_nothing_gives_nothing() -> None:
    """Empty and white text has no sentence."""
    assert split("") == []
    assert texts(" \n ") in ([], [""])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(
    ["The cells grew", "miR-21", "e.g.", ". ", "? ", " ", "(IL-6)", "5.2", "A.", "\n", "α", "\""]),
    max_size=20).map("".join))
def test_no_letter_is_lost(text: str) -> None:
    """Sentences are in order and apart, and only white space stands between them."""
    at = 0
    for start, end in split(text):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()
