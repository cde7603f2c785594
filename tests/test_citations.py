"""The grammar of callouts: what cites, in which style, and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import readers
from extractor.readers.citations import CalloutFinder, Style, cuts, expand, style_of
from extractor.readers.references import parse_references


def lifted(text: str, style: Style | None = None) -> tuple[str, list[str]]:
    """A text without its callouts, and their markers."""
    finder = CalloutFinder(style or style_of([text]))
    callouts = finder.find(text)
    out, at = [], 0
    for start, end, _ in cuts(text, callouts):
        out.append(text[at:start])
        at = end
    return "".join(out) + text[at:], [m for c in callouts for m in c.markers]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("[12, 13]", "12 13"),
        ("[42–44]", "42 43 44"),
        ("3,5–8", "3 5 6 7 8"),
        ("(7; 9)", "7 9"),
        ("16,17,18", "16 17 18"),
        ("128–30", "128 129 130"),
        ("¹²,¹³", "12 13"),
        ("⁴⁻⁶", "4 5 6"),
        ("[2] [3]", "2 3"),
        ("1, 2, ", "1 2"),
        ("2015", ""),
        ("9–3", ""),
        ("S1", ""),
        ("0", ""),
        ("", ""),
        ("1–900", ""),
    ],
)
def test_a_numeric_callout_expands_to_its_numbers(text: str, numbers: str) -> None:
    """Lists and ranges give one number each; years, backward and wild ranges give none."""
    assert " ".join(expand(text)) == numbers


@given(st.lists(st.integers(1, 900), min_size=1, max_size=20))
def test_a_printed_list_expands_to_itself(numbers: list[int]) -> None:
    """What is printed with commas is read back."""
    assert expand(", ".join(map(str, numbers))) == [str(n) for n in numbers]


@pytest.mark.parametrize(
    ("text", "bare", "markers"),
    [
        ("Cells grew [12].", "Cells grew.", "12"),
        ("Cells [1, 2] grew.", "Cells grew.", "1 2"),
        ("Cells grew. [7] Then they died.", "Cells grew. Then they died.", "7"),
        ("[3] showed growth.", "showed growth.", "3"),
        ("It grew [4], [6] and fell [8–10].", "It grew and fell.", "4 6 8 9 10"),
        ("It grew (reviewed in [4]).", "It grew.", "4"),
        ("A score plot of t[1] and benzo[1]dioxole.", "", ""),
        ("It was made in [2015].", "", ""),
    ],
)
def test_brackets_are_lifted_with_their_space(text: str, bare: str, markers: str) -> None:
    """Bracketed numbers go with the space before them; indices and years stay."""
    got, found = lifted(text)
    assert (got, " ".join(found)) == (bare or text, markers)


def test_parentheses_count_only_where_the_document_cites_with_them() -> None:
    """A document that ends clauses with (n) cites that way; an enumeration does not prove it."""
    citing = "Growth rose (3). It fell later (4, 5). Others agree (6–8). Some do not (9)."
    assert lifted(citing)[0] == "Growth rose. It fell later. Others agree. Some do not."
    listing = "Three steps follow: (1) wash the cells, (2) spin them, and (3) count."
    assert lifted(listing) == (listing, [])
    both = citing + " " + listing
    assert lifted(both)[1] == ["3", "4", "5", "6", "7", "8", "9"]
    assert listing in lifted(both)[0]


def test_a_bracket_glued_to_a_name_is_no_callout() -> None:
    """CD4(12) keeps its number even where (n) is the style."""
    text = "One (2). Two (3). Three (4). Four (5). The CD4(12) clone."
    assert lifted(text)[0].endswith("The CD4(12) clone.")


def test_a_bracket_behind_authors_is_a_callout() -> None:
    """"Lou et al. (2) found" cites 2; the items of a list in the same text do not."""
    text = (
        "Lou et al. (2) found less scar. Ma and colleagues (3) saw vessels grow. The wound closed "
        "(4). Three steps follow: (1) uptake, (2) fusion and (3) release."
    )
    bare, found = lifted(text)
    assert found == ["2", "3", "4"]
    assert bare.startswith("Lou et al. found less scar. Ma and colleagues saw vessels grow.")
    assert bare.endswith("(1) uptake, (2) fusion and (3) release.")


def test_digits_behind_full_stops_are_callouts_where_the_style_is_proven() -> None:
    """Trailing digits are lifted in a document that does so; names and decimals keep theirs."""
    text = (
        "Vessels grew.11,12 MiR-21 fell by 0.5 in H9C2 cells.13 IL-6, p53 and CD63 rose in 2012,14 "
        "as shown in Fig. 2. Others disagree.15–17 Caspase3 was cut."
    )
    bare, found = lifted(text)
    assert found == ["11", "12", "13", "15", "16", "17"]
    for kept in ("MiR-21", "0.5", "H9C2", "IL-6", "p53", "CD63", "Fig. 2", "Caspase3"):
        assert kept in bare


def test_digits_glued_to_words_count_when_it_is_their_turn() -> None:
    """Callouts on words come in order, also before the first one behind a full stop."""
    text = (
        "It grew in hearts12 and lungs13,14 of rats.15 It fell in caspase3 mice16 at last.17 "
        "Others agree.18"
    )
    bare, found = lifted(text)
    assert found == ["12", "13", "14", "15", "16", "17", "18"]
    assert "caspase3 mice at" in bare


def test_digits_before_the_stop_count_where_they_count_up() -> None:
    """Numbers glued to the last words of clauses prove a style; the next one may end a symbol."""
    bare, found = lifted(
        "It fell in rats with burns7. Vesicles lowered SIRT48. Others reduced CD63 in mice with"
        " colitis9. Lou et al. saw less scar10,11."
    )
    assert found == ["7", "8", "9", "10", "11"]
    assert "lowered SIRT4. Others reduced CD63 in" in bare
    assert lifted("It fell in rats.7 It rose in mice.8")[1] == ["7", "8"]
    assert lifted("It targets SIRT45. It fell in rats6. It rose.7 It died8.")[1] == list("5678")
    assert lifted("It targets SIRT4. It fell in rats5. It rose.6 It died7.")[1] == list("567")
    plain = "The rats of group1, group2 and group3. Notch1, beclin1 and integrin1."
    assert lifted(plain) == (plain, [])


def test_digits_are_left_alone_without_proof() -> None:
    """A few numbers behind full stops are no style."""
    text = "The ratio was 1.5 vs.3 in no.12 of the series. Gene p53 rose."
    assert lifted(text) == (text, [])


def test_raised_digits_are_callouts_unless_units_or_charges() -> None:
    """Unicode superscripts cite behind words; exponents, areas and ions do not."""
    text = "Cells grew¹² on 4 cm² with Ca²⁺ and 10⁶ copies, fell later³,⁴ and died.⁵⁻⁷"
    bare, found = lifted(text)
    assert found == ["12", "3", "4", "5", "6", "7"]
    assert "cm²" in bare
    assert "Ca²⁺" in bare
    assert "10⁶" in bare


@pytest.mark.parametrize(
    ("text", "bare", "markers"),
    [
        (
            "It rose (Lou et al., 2015; Ma and Qi, 2021a).",
            "It rose.",
            ["Lou et al., 2015", "Ma and Qi, 2021a"],
        ),
        ("It rose (see also van der Berg et al. 2003).", "It rose.", ["van der Berg et al., 2003"]),
        (
            "It rose (Lou et al., 2015a, b, 2017).",
            "It rose.",
            ["Lou et al., 2015a", "Lou et al., 2015b", "Lou et al., 2017"],
        ),
        ("It rose (O’Neil & Muñoz-Sanz, 1998).", "It rose.", ["O’Neil & Muñoz-Sanz, 1998"]),
        ("It rose (approved in 2015).", None, []),
        ("It rose (January 2015).", None, []),
        ("It rose (n = 2015).", None, []),
    ],
)
def test_author_year_groups(text: str, bare: str | None, markers: list[str]) -> None:
    """Groups of names and years are lifted; dates and counts in parentheses are not."""
    assert lifted(text, Style(author_year=True)) == (text if bare is None else bare, markers)


def test_author_year_in_prose_stays() -> None:
    """Names in prose belong to the sentence: they cite and are not lifted."""
    text = "As Lou et al. (2015) and Ma and Qi (2017) showed, it rose (Fig. 1; Ono et al., 2001)."
    callouts = CalloutFinder(style_of([text])).find(text)
    assert [(text[c.start : c.end], c.lifted) for c in callouts] == [
        ("Lou et al. (2015)", False),
        ("Ma and Qi (2017)", False),
        ("Ono et al., 2001", False),
    ]


def test_a_single_name_needs_its_reference() -> None:
    """(Sigma, 2010) is a citation only where the list has it."""
    text = "We used a kit (Sigma, 2010) and a method (Ono, 2011)."
    references = parse_references(["Ono K. A method. J Test. 2011;3:4–9."])
    found = CalloutFinder(Style(), references).find(text)
    assert [c.markers for c in found] == [("Ono, 2011",)]


@given(st.text(alphabet="Aa1[](),.;–- ²\nLou etal2015", max_size=300))
def test_callouts_are_sorted_and_disjoint(text: str) -> None:
    """Whatever the text, callouts do not overlap and lie inside it."""
    callouts = CalloutFinder(Style(True, True, True, True, True)).find(text)
    at = 0
    for callout in callouts:
        assert at <= callout.start < callout.end <= len(text)
        assert callout.markers
        at = callout.end


NAMED = [
    "Lou G, Ma T (2007) Vesicles of marrow. J Made Up 7:1–9",
    "Hare B, Kwe S (2010) Vesicles of fat. J Made Up 8:1–9",
    "Petit O, Des C, Thi B (1992) Vesicles of cord. J Made Up 9:1–9",
    "World Vesicle Health Group (2012) Vesicles of all kinds. J Made Up 9:1–9",
    "Berg A (2011) Vesicles of skin. J Made Up 9:1–9",
]


@pytest.mark.parametrize(
    ("text", "left", "found"),
    [
        (
            "It fell (rats (Wistar): Lou and Ma, 2007; mice: Petit et al., 1992).",
            "It fell (rats (Wistar): Lou and Ma, 2007; mice: Petit et al., 1992).",
            ["Lou and Ma, 2007", "Petit et al., 1992"],
        ),
        (
            "It fell (Lou and Ma, 2007; but see Petit et al., 1992) again.",
            "It fell again.",
            ["Lou and Ma, 2007", "Petit et al., 1992"],
        ),
        (
            "It fell (by nine years [Hare and Kwe, 2010]) again.",
            "It fell (by nine years [Hare and Kwe, 2010]) again.",
            ["Hare and Kwe, 2010"],
        ),
        (
            "We used the protocol of Petit et al., 1992. It fell.",
            "We used the protocol of Petit et al., 1992. It fell.",
            ["Petit et al., 1992"],
        ),
        ("Atlantic Hare and Kwe, 2010.", "Atlantic Hare and Kwe, 2010.", ["Hare and Kwe, 2010"]),
        ("It fell ( Hare and Kwe, 2010 ).", "It fell.", ["Hare and Kwe, 2010"]),
        ("It fell (Petit et la., 1992).", "It fell.", ["Petit et la., 1992"]),
        (
            "It fell (World Vesicle Health Group 2012).",
            "It fell.",
            ["World Vesicle Health Group, 2012"],
        ),
        ("The shark (Poey, 1860) has none.", "The shark (Poey, 1860) has none.", []),
    ],
)
def test_names_in_odd_places(text: str, left: str, found: list[str]) -> None:
    """Names and year cite behind asides, in brackets in brackets, bare, and for groups."""
    references = parse_references(NAMED)
    finder = CalloutFinder(style_of([text], references), references)
    callouts = finder.find(text)
    for start, end, _ in reversed(cuts(text, callouts)):
        text = text[:start] + text[end:]
    assert text == left
    assert [m for c in callouts for m in c.markers] == found
    assert all(finder.index.tie(m) for m in found)


def test_digits_behind_a_symbol_that_ends_with_one() -> None:
    """The next number in turn cites behind "Smad4,", a list of miRNAs does not."""
    bare, found = lifted(
        "It fell in rats.1 It rose in mice.2 It fell in cells.3 It acts on Smad7,4 and on p53,"
        " and miR21,5 stays."
    )
    assert found == ["1", "2", "3", "4"]
    assert "Smad7, and on p53, and miR21,5 stays" in bare


def test_a_number_glued_to_those_who_stand_for_authors_cites() -> None:
    """Also before any number behind a stop has been seen."""
    text = (
        "Tumours\n\nIto and colleagues41 found that MSC exosomes raised growth of myeloma. Ono and "
        "colleagues42 dealt with gastric cancer.\n\nMSC exosomes lowered VEGF in breast cancer.43 "
        "They slowed glioma too.44 Ueda and colleagues45 saw less growth, and others none.46 "
        "Sarcoma was not tried.47,48\n"
    )
    document = readers.read_string(text)
    assert [c.marker for c in document.citations] == [str(n) for n in range(41, 49)]


def test_what_a_sentence_is_about_is_no_author() -> None:
    """A short form with a comma behind it opens the sentence, not the list of authors."""
    text = "Heart\n\nBeyond MI, Lin and Ma (2021) gave MSC exosomes. In AKI, Ito et al. (2019) did."
    markers = [c.marker for c in readers.read_string(text).citations]
    assert markers == ["Lin and Ma, 2021", "Ito et al., 2019"]
