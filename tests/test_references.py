"""Entries of reference lists: split, parsed, tied."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.readers.references import (
    ReferenceIndex,
    is_link_line,
    looks_like_reference,
    parse_reference,
    parse_references,
    split_entries,
    surname,
)

TITLE = "Vesicles from stromal cells: a new way to mend the heart"


@pytest.mark.parametrize(
    "raw",
    [  # one entry in nine dresses
        f"7. Lou GH, van der Berg A, Muñoz-Sanz M, et al. {TITLE}. Made Biol. 2013;70(20):38–52.",
        f"[7] Lou G.H., van der Berg A., Muñoz-Sanz M.: {TITLE}. Made Biol 70, 38–52 (2013).",
        f"7 Lou, G. H., van der Berg, A. & Muñoz-Sanz, M. {TITLE}. Made Biol 70, 38–52 (2013).",
        f"Lou, G. H., van der Berg, A., & Muñoz-Sanz, M. (2013). {TITLE}. Made Biol, 70(2), 38–52.",
        f"Lou GH, van der Berg A, Muñoz-Sanz M (2013) {TITLE}. Made Biol 70:38–52",
        f"Lou, G.H., van der Berg, A., Muñoz-Sanz, M., 2013. {TITLE}. Made Biol 70, 38–52.",
        f"7. Lou, G.H.; van der Berg, A.; Muñoz-Sanz, M. {TITLE}. Made Biol 2013, 70, 38–52. [ISI]",
        f"[7] G.H. Lou, A. van der Berg, M. Muñoz-Sanz, {TITLE}, Made Biol 70 (2013) 38–52.",
        f"[7] G. H. Lou, A. van der Berg, and M. Muñoz-Sanz, “{TITLE},” Made Biol, vol. 70, no. 2, "
        "pp. 38–52, 2013.",
    ],
)
def test_the_common_styles_parse_alike(raw: str) -> None:
    """Nine house styles of one entry give the same authors, year, title, journal and place."""
    r = parse_reference(raw)
    assert r.authors == ("Lou GH", "van der Berg A", "Muñoz-Sanz M")
    assert (r.year, r.title, r.journal) == (2013, TITLE, "Made Biol")
    assert (r.volume, r.pages) == ("70", "38–52")


def test_identifiers_are_read_where_printed() -> None:
    """DOI and PMID come out bare, and neither stays in the other fields."""
    r = parse_reference(
        "Lou G. On cells. J Made Biol. 2015;7:1-9. doi: 10.1000/x(12)34-5. PMID: 12345678."
    )
    assert (r.doi, r.pmid, r.pages) == ("10.1000/x(12)34-5", "12345678", "1-9")
    r = parse_reference("Lou, G. (2015). On cells. Made J, 7, 1–9. https://doi.org/10.1000/abc.5")
    assert (r.doi, r.title, r.journal) == ("10.1000/abc.5", "On cells", "Made J")


def test_link_words_of_web_pages_are_no_part_of_an_entry() -> None:
    """Words such as "Article CAS PubMed" are neither a line of the list nor the end of an entry."""
    assert is_link_line("    Article\xa0 CAS\xa0 PubMed\xa0 PubMed Central\xa0 Google Scholar\xa0")
    assert is_link_line("[PubMed] [CrossRef] [Google Scholar]")
    assert not is_link_line("Article processing")
    r = parse_reference("1. Lou G. On cells. Made J. 2015;7:1–9. Article CAS PubMed Google Scholar")
    assert r.raw.endswith("1–9.")


def test_what_is_not_recognised_is_kept_raw() -> None:
    """An entry in no known form still is a reference."""
    r = parse_reference("12. The Made Company, product sheet")
    assert (r.key, r.number, r.authors, r.year) == ("12", 12, (), None)
    assert r.raw == "12. The Made Company, product sheet"


def test_broken_numbered_lists_are_put_together() -> None:
    """A year at the start of a line opens no entry; hyphens at line ends close."""
    lines = [
        "1. Lou G, Ma B. Vesicles of stro-",
        "mal cells. Made J.",
        "2013. 5:1–2.",
        "",
        "2. Ono K. Another one. Made J.",
        "2014;6:3–4.",
        "Article CAS PubMed",
        "3. Qi A. Third. Made J. 2015;7:5.",
    ]
    entries = split_entries(lines)
    assert entries == [
        "1. Lou G, Ma B. Vesicles of stromal cells. Made J. 2013. 5:1–2.",
        "2. Ono K. Another one. Made J. 2014;6:3–4.",
        "3. Qi A. Third. Made J. 2015;7:5.",
    ]


def test_unnumbered_lists_are_split_at_authors() -> None:
    """Entries without numbers begin where names begin and the entry before is complete."""
    lines = [
        "Lou, G., and Ma, B. (2013). Vesicles of cells in the",
        "Heart of mice. Made J. 5, 1–2.",
        "Ono, K. (2014). Another one. Made J. 6, 3–4.",
    ]
    assert [r.key for r in parse_references(split_entries(lines))] == ["Lou 2013", "Ono 2014"]


def test_keys_are_unique() -> None:
    """Two entries by one author in one year do not share a key."""
    refs = parse_references(["Lou G. A. M J. 2013;5:1.", "Lou G. B. M J. 2013;5:2."])
    assert len({r.key for r in refs}) == 2


def test_callouts_are_tied_by_number_and_by_author() -> None:
    """Numbers, one author, two authors, et al., year letters and particles find their entry."""
    refs = parse_references(
        [
            "Lou, G. (2013). Alone. Made J. 5, 1–2.",
            "Lou, G., and Ma, B. (2013). Together. Made J. 5, 3–4.",
            "Lou, G., Ma, B., and Qi, A. (2013). In company. Made J. 5, 5–6.",
            "van der Berg, A. (2014a). First. Made J. 6, 1–2.",
            "van der Berg, A. (2014b). Second. Made J. 6, 3–4.",
            "Muñoz, K. (2015). Accents. Made J. 7, 3–4.",
        ]
    )
    index = ReferenceIndex(refs)
    title = {r.key: r.title for r in refs}
    tied = {
        "Lou, 2013": "Alone",
        "Lou and Ma, 2013": "Together",
        "Lou & Ma 2013": "Together",
        "Lou et al., 2013": "In company",
        "van der Berg, 2014b": "Second",
        "van der Berg, 2014a": "First",
        "Munoz (2015)": "Accents",
    }
    assert {m: title[index.tie(m) or ""] for m in tied} == tied
    assert index.tie("Nobody, 2013") is None
    assert index.tie("Lou et al., 2019") is None
    numbered = ReferenceIndex(parse_references(["3. Lou G. A. M J. 2013;5:1."]))
    assert numbered.tie("3") == "3"
    assert numbered.tie("4") is None


@pytest.mark.parametrize("author", ["Lou GH", "Lou, G. H.", "G. H. Lou", "Lou G.-H.", "Lou"])
def test_surnames_are_found_in_any_form(author: str) -> None:
    """However a name is printed, its surname is the same."""
    assert surname(author) == "Lou"


def test_running_text_is_no_reference() -> None:
    """A sentence with a year is not taken for an entry."""
    assert looks_like_reference("1. Lou G, Ma B. A title. Made J. 2013;5:1–2.")
    assert not looks_like_reference("Vesicles were found in 2013 by several groups, and they grew.")


@given(st.text(max_size=400))
def test_parsing_never_fails(raw: str) -> None:
    """Any text gives a reference, the same one every time."""
    assert parse_reference(raw) == parse_reference(raw)
    looks_like_reference(raw)
    parse_references(split_entries(raw.split("\n")))


@pytest.mark.parametrize(
    ("raw", "author", "title"),
    [
        (
            "Lou G.H., Ma T., 2015. Vesicles of marrow. J. Made Up 3, 1–9.",
            "Lou GH",
            "Vesicles of marrow",
        ),
        (
            "22 de la Cruz T, Ma T. Vesicles of fat. J Made Up. 2015;3:1–9.",
            "de la Cruz T",
            "Vesicles of fat",
        ),
        (
            "3. Lou G. “Vesicles do it” – how cells are mended by others. J Made Up. 2015;3:1–9.",
            "Lou G",
            "“Vesicles do it” – how cells are mended by others",
        ),
        (
            "Lou, G. (2015). “On dogs’ vesicles,” in All Vesicles, eds T. Ma (City: Press), 1–9.",
            "Lou G",
            "On dogs’ vesicles",
        ),
        (
            "Lou G (2015) Vesicles at sea. In: Ma T (ed) All vesicles. Press, City, pp 1–9",
            "Lou G",
            "Vesicles at sea",
        ),
        ("4. Lou, G. All Vesicles; Press: Exampleton, 2015.", "Lou G", "All Vesicles"),
        (
            "5. Department of Made-up Health. Vesicles in use. Exampleton: Press; 2015.",
            "Department of Made-up Health",
            "Vesicles in use",
        ),
    ],
)
def test_odd_entries(raw: str, author: str, title: str) -> None:
    """Authors with dots before the year, particles, quotes, chapters, books and offices."""
    entry = parse_reference(raw)
    assert (entry.authors[0], entry.title, entry.year) == (author, title, 2015)
