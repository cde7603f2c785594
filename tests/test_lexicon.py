"""The trie of names: Greek letters, hyphens, plurals, case, and the longest name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.lexicon import Entry, Lexicon, orders
from extractor.tokens import DASHES, tokenize


def lexicon(*forms: str) -> Lexicon:
    """A lexicon in which every form is an entry labelled by itself."""
    out = Lexicon()
    for form in forms:
        out.add(form, Entry("gene", form.lstrip("="), None, f"test:{form}"))
    return out


def found(lex: Lexicon, text: str) -> list[tuple[str, str]]:
    """Text and label of every hit."""
    tokens = tokenize(text)
    return [
        (text[tokens.starts[h.first] : tokens.ends[h.last - 1]], h.name.entry.label)
        for h in lex.find(tokens)
    ]


@pytest.mark.parametrize(
    "text", ["TGF-β1", "TGFβ1", "TGF β1", "TGF‐β1", "TGF–beta1", "tgf-beta 1", "TGF-Β1"]
)
def test_greek_hyphens_and_case_make_no_difference(text: str) -> None:
    """One form stands for every way to write a Greek letter, a hyphen and a capital."""
    assert found(lexicon("TGF-β1"), f"the {text} rose") == [(text, "TGF-β1")]


@pytest.mark.parametrize("dash", DASHES)
def test_any_dash_inside_a_name(dash: str) -> None:
    """A dash of any kind inside a name is a hyphen."""
    assert found(lexicon("interleukin-6"), f"of interleukin{dash}6 in") == [
        (f"interleukin{dash}6", "interleukin-6")
    ]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("macrophage", "macrophages"),
        ("skin biopsy", "skin biopsies"),
        ("liver abscess", "liver abscesses"),
        ("growth factor", "growth factors"),
        ("T cell", "T-cells"),
    ],
)
def test_plurals_are_found(form: str, text: str) -> None:
    """A regular plural is found by its singular."""
    assert found(lexicon(form), f"many {text} there") == [(text, form)]


@pytest.mark.parametrize(("form", "text"), [("biopsy", "biopsies"), ("abscess", "abscesses")])
def test_plurals_of_the_first_word(form: str, text: str) -> None:
    """A plural in -ies or -es is found at the first word too."""
    assert found(lexicon(form), f"many {text} there") == [(text, form)]


def test_a_singular_is_not_found_by_another_word() -> None:
    """Only an ending that makes a plural is left out."""
    assert found(lexicon("abscess"), "an absces formed") == []
    assert found(lexicon("gas"), "much ga here") == []


def test_possessives_are_stepped_over() -> None:
    """"Parkinson's disease" is found with and without its ending."""
    lex = lexicon("Parkinson disease")
    for text in ("Parkinson's disease", "Parkinson’s disease", "Parkinson disease"):
        assert found(lex, f"in {text} now") == [(text, "Parkinson disease")]
    assert found(lexicon("Graves disease"), "in Graves' disease") == [
        ("Graves' disease", "Graves disease")]


def test_case_exact_forms() -> None:
    """A form with ``=`` stands letter for letter, a hyphen more or less apart."""
    lex = lexicon("=MET", "=AKT1")
    assert found(lex, "they met; MET rose") == [("MET", "MET")]
    assert found(lex, "Met akt1 AKT-1 AKT1") == [("AKT-1", "AKT1"), ("AKT1", "AKT1")]


def test_words_are_not_cut() -> None:
    """A name inside a longer word, or glued to digits, is not found."""
    lex = lexicon("IL-1", "ran")
    assert found(lex, "IL-10 IL-1b brand ran2") == []
    assert found(lex, "(IL-1)") == [("IL-1", "IL-1")]


def test_the_longest_name_comes_first() -> None:
    """At one place all names are given, the longest first."""
    lex = lexicon("kidney", "kidney injury", "acute kidney injury", "injury")
    assert [label for _, label in found(lex, "acute kidney injury")] == [
        "acute kidney injury", "kidney injury", "kidney", "injury"]


def test_names_of_several_entries_are_all_given() -> None:
    """Two entries with one form are both found, one entry is once."""
    lex = Lexicon()
    first, second = (Entry("gene", "A", None, "t:1"), Entry("disease", "B", None, "t:2"))
    for entry in (first, second, first):
        lex.add("LI", entry)
    assert lex.names == 2
    assert [label for _, label in found(lex, "an LI here")] == ["A", "B"]


def test_a_star_stands_for_up_to_two_words() -> None:
    """``*`` in a form is none, one or two words, never three, and no stop."""
    lex = lexicon("reduced * scar")
    for text in ("reduced scar", "reduced old scar", "reduced old red scar"):
        assert found(lex, f"it {text} now") == [(text, "reduced * scar")]
    assert found(lex, "it reduced very old red scar") == []
    assert found(lex, "it reduced. Scar") == []


def test_an_empty_form_adds_nothing() -> None:
    """A form without a letter is no name."""
    lex = lexicon("", "-")
    assert lex.names == 0
    assert found(lex, "- a - b") == []


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(["TGF", "β", "1", "IL", "6", "factor"]), min_size=1, max_size=4),
    st.sampled_from(["-", "–", " "]),
)
def test_every_added_form_is_found(parts: list[str], joint: str) -> None:
    """A form is found in a text that holds it as it was added."""
    form = joint.join(parts)
    assert (form, form) in found(lexicon(form), f"the {form} ,")


def test_both_spellings_are_found() -> None:
    """A form is found in both spellings, whichever it has; an exact one only as it stands."""
    lex = Lexicon()
    for form in ("nerve fiber loss", "oedema of the tumour", "=Tumor"):
        lex.add(form, Entry("effect", form, None, "effects.tsv:0"))
    assert found(lex, "nerve fibre loss, edema of the tumor") == [
        ("nerve fibre loss", "nerve fiber loss"),
        ("edema of the tumor", "oedema of the tumour"),
    ]
    assert found(lex, "Tumour") == []


def effects(*forms: str) -> Lexicon:
    """A lexicon of effects in which every form is an entry labelled by itself."""
    out = Lexicon()
    for form in forms:
        entry = Entry("effect", form, None, f"test:{form}")
        for written in orders(form):
            out.add(written, entry)
    return out


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("pro-inflammatory factor", "proinflammatory factors"),
        ("proinflammatory factor", "pro-inflammatory factors"),
        ("re-epithelialization", "reepithelialisation"),
        ("microvessel count", "micro-vessel count"),
        ("antioxidant defence", "anti-oxidant defence"),
        ("O'Hara score", "O’Hara score"),
        ("tendon repair", "repair of the torn tendon"),
        ("tendon repair", "repair of the injured tendons"),
        ("bladder damage", "damage to the bladder"),
        ("valve function", "function of native valves"),
    ],
)
def test_prefixes_apostrophes_and_the_other_order(form: str, text: str) -> None:
    """Prefixes may be set off or not, and what happens to a thing may stand before it."""
    if "torn" in text:
        assert found(effects(form), text) == []
    else:
        assert found(effects(form), text) == [(text, form)]


def test_what_is_part_of_another_name_is_not_turned_round() -> None:
    """An adjective is no thing, nor does a name run over "and"."""
    assert found(effects("hair loss", "acinar necrosis"), "loss of hair cells") == []
    assert found(effects("scar width"), "width of wounds and scars") == []
