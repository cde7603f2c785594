"""Texts to documents: clean text, web pages, and raw text of PDFs, all of our own writing."""

from __future__ import annotations

import contextlib
import os
import textwrap
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extractor.errors import ReadError
from extractor.readers import read, read_bytes, read_string
from extractor.readers.hyphens import HyphenJudge
from extractor.readers.strand import LIGATURES
from extractor.records import Document

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
RAW = """ Introduction

Vesicles of stromal cells (SCs) as non-

living carriers were found in the marrow
1,2

 and make up 0.01%–0.1% of all the~

particles in serum.
3-5

 They contain miR-

222 and other small RNAs, which ex-

plains some of what they do.
6

~

K
+
-dependent release of vesicles was seen in the nerve

cells of rats, where TGF-

β fell and IL-

6 rose.
7
 The search for carriers is an active field of work~
 Abstract~
Stromal cells (SCs) keep tissues whole. What they secrete was studied here in many mice~
and in rats, and vesicles explained most of what was seen by us in all of these animals.~
We conclude that vesicles matter in many kinds of tissue, and that more work is needed.~
 in the laboratories of many countries today.

~

Small carriers

Small carriers are known to everyone who works with

the cells, and vesicles in low oxygen (O2) are larger.
8
""".replace("~", " ")
"""Raw text of a PDF; a tilde stands for the space that converters leave at the end of a line."""

WEB = """Skip to main content

Vesicles of stromal cells: a made-up review for tests

Abstract

Stromal cells help to heal. Their vesicles do so as well.

Background

Cells were found long ago [1, 2]. Their vesicles carry miR-21 [3], see Fig. 1.

Fig. 1
figure 1

How vesicles are made. a First step; b second step

Full size image

Heart disease

In rats, exosomes lowered fibrosis [2,3,4]. This was not so in mice [5–6].

Abbreviations

AD:

Alzheimer’s disease

CCl4 :

Carbon tetrachloride

References

  1. Lou G, Ma B. First work on cells. Made J. 2013;70(20):3871–82.

    Article\xa0 CAS\xa0 PubMed\xa0 Google Scholar\xa0

  2. Ono K. Second work. Made J. 2014;71:1–9.

    PubMed\xa0 Google Scholar\xa0

  3. Qi A. Third work. Made J. 2015;72:10.

  4. Ry A, Ty B, et al. Fourth work. Made J. 2016;73:11–2.

Download references

Funding

This work was funded by nobody.

Rights and permissions

Anyone may share this text who names its authors.
"""


def shape(document: Document) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    return [(b.kind, document.text[b.start : b.end]) for b in document.blocks]


def cited(document: Document) -> dict[str, str]:
    """The letters before each callout."""
    return {c.marker: document.text[max(c.offset - 8, 0) : c.offset] for c in document.citations}


def check(source: str, document: Document) -> None:
    """What holds for every document: tiled by blocks, one space at most, aligned to the source."""
    end: int | None = None
    for block in document.blocks:
        text = document.text[block.start : block.end]
        assert text
        assert text == text.strip()
        assert "\n" not in text
        assert "  " not in text
        assert document.text[end or 0 : block.start] == ("" if end is None else "\n\n")
        end = block.end
    assert (end or 0) == len(document.text)
    assert document.alignment is not None
    for start, at, length in document.alignment.runs():
        for made, printed in zip(
            document.text[start : start + length], source[at : at + length], strict=True
        ):
            assert (
                made == printed
                or (made == " " and printed.isspace())
                or (made == LIGATURES.get(printed, "  ")[0])
                or (made == "\ufffd" and "\ud800" <= printed <= "\udfff")
                or (made == "-" and printed in "‐‑–−")
            )
    for citation in document.citations:
        assert 0 <= citation.offset <= citation.end <= len(document.text)


def test_raw_text_of_a_pdf_is_put_together() -> None:
    """Lines join, raised callouts are lifted, hyphens of names stay, the abstract moves ahead."""
    document = read_string(RAW)
    check(RAW, document)
    kinds = [kind for kind, _ in shape(document)]
    assert kinds[:3] == ["heading", "abstract", "heading"]
    assert document.text.startswith("Abstract\n\nStromal cells (SCs) keep")
    assert [b.section for b in document.blocks if b.kind == "heading"] == [
        "Abstract",
        "Introduction",
        "Small carriers",
    ]
    for sentence in (
        "as non-living carriers were found in the marrow and make up 0.01%–0.1% of all",
        "They contain miR-222 and other small RNAs, which explains some of what they do.",
        "K+-dependent release of vesicles was seen in the nerve cells of rats, where TGF-β fell "
        "and IL-6 rose.",
        "The search for carriers is an active field of work in the laboratories of many countries",
    ):
        assert sentence in document.text
    assert [c.marker for c in document.citations] == ["1", "2", "3", "4", "5", "6", "7", "8"]
    assert cited(document)["2"] == "e marrow"
    assert cited(document)["7"] == "-6 rose."


def test_page_furniture_inside_a_sentence_is_set_aside() -> None:
    """A running head and its page number inside a sentence go, raised numbers do not."""
    source = (
        "Vesicles of the marrow were given to rats with\n\n"
        "arthritis, and inflammation was less.\n\n"
        "21\n\nThey have been used to deliver long and circular\n\nVesicles in Joint Disease\n\n"
        "117\n\nRNA to the joints of mice as well, and this "
        "re-\n\nduced swelling in most of them.\n\n22\n"
    )
    document = read_string(source)
    assert "deliver long and circular RNA to the joints of mice as well, and this reduced" in (
        document.text
    )
    assert document.furniture == ["Vesicles in Joint Disease", "117"]
    assert [c.marker for c in document.citations] == ["21", "22"]


def test_a_web_page_is_told_apart() -> None:
    """Furniture, captions, abbreviations, references and back matter each go to their place."""
    document = read_string(WEB, "web")
    check(WEB, document)
    assert document.title == "Vesicles of stromal cells: a made-up review for tests"
    assert [kind for kind, _ in shape(document)] == [
        "title",
        "heading",
        "abstract",
        "heading",
        "paragraph",
        "caption",
        "heading",
        "paragraph",
        "heading",
        "abbreviations",
        "abbreviations",
        "back",
        "back",
        "back",
        "back",
    ]
    assert ("caption", "Fig. 1 How vesicles are made. a First step; b second step") in shape(
        document
    )
    assert document.abbreviations == {"AD": "Alzheimer’s disease", "CCl4": "Carbon tetrachloride"}
    assert [r.key for r in document.references] == ["1", "2", "3", "4"]
    assert "Skip to main content" in document.furniture
    assert "Google" not in document.text
    tied = [(c.marker, c.reference) for c in document.citations]
    assert tied == [
        ("1", "1"),
        ("2", "2"),
        ("3", "3"),
        ("2", "2"),
        ("3", "3"),
        ("4", "4"),
        ("5", None),
        ("6", None),
    ]
    at = document.text.index("fibrosis.")
    block = document.block_at(at)
    assert block is not None
    assert block.section == "Heart disease"


@pytest.mark.parametrize(
    "layout", ["inline", "lines", "headings", "capitals", "stops", "bare", "mixed"]
)
def test_parts_of_an_abstract_become_sections(layout: str) -> None:
    """Labels in line, on lines of their own, in capitals or with a full stop: one block a part."""
    parts = {
        "Background": "Cells die in hearts. Little is known of it.",
        "Methods": "Rats were given vesicles, and hearts were weighed.",
        "Results": "Hearts were lighter: fibrosis fell.",
        "Conclusions": "Vesicles help rats.",
    }
    head = "Vesicles of stromal cells and the weight of the heart of the rat\n\n"
    source = (
        head
        + {
            "inline": " ".join(f"{k}: {v}" for k, v in parts.items()),
            "lines": "\n".join(f"{k}: {v}" for k, v in parts.items()),
            "headings": "\n\n".join(f"{k}\n{v}" for k, v in parts.items()),
            "capitals": " ".join(f"{k.upper()}: {v}" for k, v in parts.items()),
            "stops": "\n".join(f"{k}. {v}" for k, v in parts.items()),
            "bare": " ".join(f"{k} {v}" for k, v in parts.items()),
            "mixed": " ".join(f"{k}{':' * (k < 'D')} {v}" for k, v in parts.items()),
        }[layout]
    )
    document = read_string(source)
    check(source, document)
    found = [
        (b.section, document.text[b.start : b.end]) for b in document.blocks if b.kind == "abstract"
    ]
    assert [((s or "").capitalize(), t) for s, t in found] == list(parts.items())


def test_words_that_open_sentences_are_no_labels() -> None:
    """Bare labels are believed in their order only, and not before what goes on with them."""
    text = (
        "Background noise was low in all of the rats. Results were the same in mice. Methods of "
        "other groups gave more. Conclusions of others differ from these in many ways."
    )
    document = read_string(f"Vesicles of stromal cells and the hearts of rats\n\n{text}")
    assert shape(document)[1:] == [("abstract", text)]


def test_numbered_headings_nest() -> None:
    """Section 4.1 stands under section 4; section names come without the number."""
    source = (
        "4. Uses in disease\n\nSome text about uses that is long enough.\n\n4.1. Heart\n\n"
        "Text about the heart that is long enough.\n\n5 Outlook\n\n"
        "Text about what comes next here.\n"
    )
    document = read_string(source)
    paths = [b.path for b in document.blocks if b.kind == "paragraph"]
    assert paths == [("Uses in disease",), ("Uses in disease", "Heart"), ("Outlook",)]


def test_headings_in_line_are_believed_when_repeated() -> None:
    """A phrase such as "Liver." makes a section where several paragraphs begin so."""
    body = "was given vesicles and did better than those that were given none at all."
    source = f"2. Organs\n\nLiver. A rat {body}\n\nKidney. A mouse {body}\n\nSkin. A pig {body}\n"
    document = read_string(source)
    sections = [b.section for b in document.blocks if b.kind == "paragraph"]
    assert sections == ["Liver", "Kidney", "Skin"]
    assert document.text[document.blocks[2].start :].startswith("A rat was")


def test_a_torn_sentence_of_a_flowing_text_is_closed() -> None:
    """A paragraph that stops without a full stop goes on with small letters."""
    source = (
        "A title of this little text\n\n"
        "Vesicles were given to a great many rats and to mice which\n\n"
        "had been ill for long before that time. They all got well again.\n"
    )
    document = read_string(source)
    assert "to mice which had been ill for long" in document.text


WRAPPED = sorted(CORPUS.glob("w0*.txt"))


@pytest.mark.parametrize("width", [66, 80, 100])
@pytest.mark.parametrize("path", WRAPPED, ids=lambda p: p.stem)
def test_lines_broken_at_a_width_are_put_together(path: Path, width: int) -> None:
    """A text whose lines were broken for the screen has the blocks of the text that was not: its
    title in several lines, headings that fill theirs, words with hyphens at line ends.
    """
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line]
    broken = [textwrap.fill(line, width, break_on_hyphens=False) for line in lines]
    one, two = read_string("\n\n".join(broken)), read_string("\n\n".join(lines))
    assert shape(one) == shape(two)


def test_a_title_of_several_lines_stands_apart() -> None:
    """White space parts a title from the text, whatever its last line holds."""
    source = (
        "Vesicles of stromal cells spare the kidney of the rat after shock, and those of\n"
        "skin cells, which were given to half of all the animals in the same amount, do\nnot\n\n"
        "Shock harms the kidney. Vesicles were given to a great many rats, and one half\n"
        "of them had been bled before that. They all got well again within three weeks.\n"
    )
    document = read_string(source)
    assert str(document.title).endswith("in the same amount, do not")
    assert shape(document)[1][1].startswith("Shock harms the kidney. Vesicles")


@pytest.mark.parametrize(
    "follow",
    [
        "Background aims: Rats were bled. Vesicles were given to them.",
        "Setting and animals\n\nRats were bled. Vesicles were given to them.",
        "Rats were bled. " + "Vesicles of stromal cells were given to them after that. " * 3,
    ],
)
def test_a_title_may_end_in_a_full_stop(follow: str) -> None:
    """As literature databases print it, with abbreviations in it."""
    title = "Vesicles of stromal cells spare rats given toxin of E. coli."
    assert read_string(f"{title}\n\n{follow}").title == title


def test_one_sentence_is_a_paragraph() -> None:
    """A text of one line is no title."""
    document = read_string("Exosomes of BM-MSCs lowered PTEN in rats.")
    assert shape(document) == [("paragraph", "Exosomes of BM-MSCs lowered PTEN in rats.")]
    assert document.title is None


def test_lists_lose_their_bullets_only() -> None:
    """Bullets go, numbers stay, each item is a block."""
    source = (
        "A text with lists in it\n\nThis is what was seen in the study of rats:\n\n"
        "• one thing;\n\n• another thing;\n\n1) a third thing.\n"
    )
    assert [t for k, t in shape(read_string(source)) if k == "list"] == [
        "one thing;",
        "another thing;",
        "1) a third thing.",
    ]


def test_front_matter_is_no_text() -> None:
    """Authors, addresses, dates and keywords between title and abstract are front matter."""
    source = (
        "Vesicles of stromal cells in made-up disease\n\n"
        "Anna B. Lou1,2, Karl Ono2* and María Qi3\n\n"
        "1 Department of Tests, University of Nowhere\n\nReceived: 1 May 2019\n\nAbstract\n\n"
        "Vesicles were given to rats and the rats got well.\n\nKeywords: vesicles; rats\n\n"
        "1. Introduction\n\nVesicles are small and they were found long ago.\n"
    )
    kinds = [k for k, _ in shape(read_string(source))]
    assert kinds == [
        "title",
        "front",
        "front",
        "front",
        "heading",
        "abstract",
        "front",
        "heading",
        "paragraph",
    ]


def test_a_record_of_a_literature_database_is_read() -> None:
    """Journal line, title, authors and addresses stand before the text; no part of it is lost."""
    source = (
        "1. Made J Res. 2017 Mar 15;9(3):12-15.\n\nVesicles of stromal cells mend the hearts of \n"
        "rats.\n\nLou F(1), Ono H(1), Qi Z(2).\n\nAuthor information:\n(1)Department of Tests, "
        "City.\n\nHeart failure is common. Vesicles of cells (10 µg) \nlowered fibrosis in rats, "
        "and this was seen in\nmice as well.\n\nPMID: 12345678\n\nConflict of interest statement: "
        "None.\n"
    )
    found = [(k, t) for k, t in shape(read_string(source)) if k not in ("front", "back")]
    assert found == [
        ("title", "Vesicles of stromal cells mend the hearts of rats."),
        (
            "abstract",
            "Heart failure is common. Vesicles of cells (10 µg) lowered fibrosis in rats, and this "
            "was seen in mice as well.",
        ),
    ]


def test_back_matter_before_the_references_ends_at_a_section() -> None:
    """Text under a section's name behind "Funding" is text again."""
    source = (
        "A made-up title of a text\n\nIntroduction\n\nVesicles are small and they are old.\n\n"
        "Funding\n\nNobody paid.\n\nConclusions\n\nVesicles help rats to live.\n"
    )
    kinds = [k for k, t in shape(read_string(source)) if t.startswith(("Nobody", "Vesicles help"))]
    assert kinds == ["back", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Abbreviations: AD, Alzheimer’s disease; MI, myocardial infarction.",
        "Abbreviations\n\nAD: Alzheimer’s disease\nMI: myocardial infarction",
        "Abbreviations\n\nAD – Alzheimer’s disease\n\nMI – myocardial infarction",
        "List of abbreviations\n\nAD = Alzheimer’s disease; MI = myocardial infarction",
        "Abbreviations\n\nAD\tAlzheimer’s disease\nMI\tmyocardial infarction",
    ],
)
def test_abbreviation_lists_are_read_in_any_form(line: str) -> None:
    """One a line, run together, with colon, comma, dash, equals sign or tab."""
    source = f"A title for the test\n\nSome text that is not very long, but ends.\n\n{line}\n"
    document = read_string(source)
    assert document.abbreviations == {"AD": "Alzheimer’s disease", "MI": "myocardial infarction"}


@pytest.mark.parametrize(
    ("before", "after", "drops"),
    [
        ("the sup-", "pression of it", True),
        ("tri-", "nitrobenzene", True),
        ("arthri-", "tis", True),
        ("over-", "expressing", True),
        ("soft\u00ad", "ware", True),
        ("miR-", "222", False),
        ("IL-", "6", False),
        ("TGF-", "β", False),
        ("non-", "hematopoietic", False),
        ("MSC-", "derived", False),
        ("cell-to-", "cell contact", False),
        ("pro- and anti-", "inflammatory", False),
        ("broad-", "spectrum", False),
        ("exo-", "somes", True),
        ("pro-", "tein", True),
        ("anti-", "bodies", True),
        ("pro-", "inflammatory", False),
        ("anti-", "miR-21", False),
        ("pre-", "mRNA", False),
        ("hyperoxia-", "exposed pups", False),
        ("stimu-", "lated", True),
    ],
)
def test_hyphens_at_line_ends(before: str, after: str, drops: bool) -> None:
    """The printer's hyphens go, the words' own stay."""
    assert HyphenJudge(["some exosomes of it"]).drops(before, after) is drops


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("studies of gain-", "and loss-of-function", "of gain- and loss"),
        ("bled Apoe-/-", "mice were treated", "Apoe-/- mice"),
        ("contacts cell-", "to-cell were seen", "cell-to-cell"),
    ],
)
def test_a_hyphen_that_the_next_word_does_not_belong_to(
    before: str, after: str, said: str
) -> None:
    """A line may end in a hyphen that was followed by a space."""
    filler = "vesicles were given to a great many rats and to as many mice of the other kind too"
    source = f"{filler}\n{filler} {before}\n{after} with {filler}\n{filler}.\n".capitalize()
    assert said.casefold() in read_string(source).text.casefold()


def test_the_document_decides_about_its_words() -> None:
    """A word that the document writes elsewhere without (or with) hyphen settles the matter."""
    assert HyphenJudge(["an upregulated gene"]).drops("up-", "regulated")
    assert not HyphenJudge(["an up-regulated gene"]).drops("up-", "regulated")


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("cp1252", b""),
    ],
)
def test_encodings_give_the_same_document(tmp_path: Path, encoding: str, mark: bytes) -> None:
    """UTF-8, UTF-16 and Windows-1252, with mark or without: one text, offsets without the mark."""
    source = "A title – of this text\n\nVesicles of naïve cells didn’t grow in 5 µl of it.\n"
    file = tmp_path / "made.txt"
    file.write_bytes(mark + source.encode(encoding))
    document = read(file)
    check(source, document)
    assert document.doc_id == "made"
    assert (
        document.text
        == "A title – of this text\n\nVesicles of naïve cells didn’t grow in 5 µl of it."
    )
    assert document.text == read_string(source).text


def test_ligatures_and_odd_spaces_are_repaired() -> None:
    """Ligatures are spelt out, no-break spaces become spaces, soft hyphens and NULs vanish."""
    source = "A ﬁrst e\u00adﬀect of\xa0\u2009miR-21 on ﬂ\x00ow \ud800 was seen in 12 rats."
    document = read_string(source)
    check(source, document)
    assert document.text == "A first effect of miR-21 on flow \ufffd was seen in 12 rats."
    at = document.text.index("miR-21")
    start, end = document.source_span(at, at + 6) or (0, 0)
    assert source[start:end] == "miR-21"


@pytest.mark.parametrize("hyphen", ["\u2010", "\u2011", "–", "−"])
def test_hyphens_of_other_kinds_are_plain_ones(hyphen: str) -> None:
    """A miRNA is the same with whatever hyphen a publisher writes; a range keeps its dash."""
    source = f"Exosomes carried miR{hyphen}21 and let{hyphen}7b for 3–4 days in all of the rats."
    document = read_string(source)
    assert document.text == "Exosomes carried miR-21 and let-7b for 3–4 days in all of the rats."
    check(source, document)


def test_bad_files_are_named_with_the_reason(tmp_path: Path) -> None:
    """Missing, empty, blank, binary, unknown and folder: one clear line each."""
    cases = {
        "missing.txt": (None, "no such file"),
        "empty.txt": (b"", "is empty"),
        "bom.txt": (b"\xef\xbb\xbf", "is empty"),
        "blank.txt": (b" \n\t\n", "holds no text"),
        "binary.txt": (bytes(range(256)) * 40, "binary"),
        "zip.txt": (b"PK\x03\x04rest of it", "zip"),
        "made.xyz": (b"Some text.", "unknown type"),
    }
    for name, (data, reason) in cases.items():
        file = tmp_path / name
        if data is not None:
            file.write_bytes(data)
        with pytest.raises(ReadError) as caught:
            read(file)
        assert name in str(caught.value)
        assert reason in str(caught.value)
        assert "\n" not in str(caught.value)
    with pytest.raises(ReadError, match="is a folder"):
        read(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    """A file without read permission gives one clear line."""
    file = tmp_path / "secret.txt"
    file.write_text("Some text.")
    file.chmod(0)
    with pytest.raises(ReadError, match="permission denied"):
        read(file)


def test_a_name_with_a_number_for_suffix_is_text() -> None:
    """Names such as "s12967-020.02622" are read by content."""
    assert read_bytes(b"Some text in it.", "s12967-020.02622").text == "Some text in it."


@pytest.mark.parametrize(
    "source",
    [
        "miR- " * 200_000,
        "Vesicles carry miR-21 [12] and lower PTEN (Lou et al., 2015). " * 8_000,
        "(" * 100_000,
        "[1," * 60_000,
        "(2015 " * 60_000,
        "1,2 " * 60_000,
        "Lou G, Ma B, " * 20_000,
        "word.12 " * 50_000,
        "Heading\n\n" * 5_000,
        "miR-\n" * 10_000,
        " \t" * 100_000 + "end",
    ],
    ids=range(11),
)
def test_hostile_texts_take_bounded_time(source: str) -> None:
    """Long lines, endless brackets and a flood of lines are read in time linear in their size."""
    began = time.perf_counter()
    read_string(source)
    assert time.perf_counter() - began < 5


def test_reading_is_deterministic() -> None:
    """Two readings are equal in everything."""
    first, second = read_string(RAW), read_string(RAW)
    assert first.text == second.text
    assert first.blocks == second.blocks
    assert first.citations == second.citations


FRAGMENTS = [
    "\n",
    "\n\n",
    " ",
    " \n\n",
    "[1]",
    "[2, 3]",
    "(12)",
    "12",
    "1,2\n",
    "Abstract\n",
    "References\n",
    "1. Lou G. A title. Made J. 2013;70:1–2.\n",
    "Fig. 1\n",
    "-\n",
    "–",
    "\u00ad",
    "ﬁ",
    "\x00",
    "\ud800",
    "\x0c",
    "(Lou et al., 2015)",
    "Abbreviations\n",
    "AD:\n",
    "Methods: ",
    "¹²",
    ".34 ",
    "• ",
    "\u200b",
    "miR-",
    "et al. ",
    "Vesicles of cells lowered the",
    " expression of genes in rats. ",
    "K\n+\n",
    "3.1 Heart\n",
]


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=12), max_size=40).map("".join))
@example("\u200b \u200b a")
@example("References\n")
def test_any_text_is_read_and_aligned(source: str) -> None:
    """No text crashes the reader; blocks tile the document and letters lead back to the source."""
    try:
        document = read_string(source)
    except ReadError:
        return
    check(source, document)


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_an_error(data: bytes) -> None:
    """Random bytes are read or refused, never a crash."""
    with contextlib.suppress(ReadError):
        assert read_bytes(data, "made.txt").doc_id == "made"


@pytest.mark.data
def test_the_two_papers_lose_no_callout() -> None:
    """All callouts of the two papers are lifted, and all of the second one are tied."""
    folder = os.environ.get("EXTRACTOR_DATA")
    if not folder:
        pytest.skip("EXTRACTOR_DATA is not set")
    first, second = (read(p) for p in sorted(Path(folder, "corpus", "papers").glob("*.txt")))
    assert len(first.citations) == 117
    assert (len(second.citations), len(second.references)) == (136, 121)
    assert all(c.reference for c in second.citations)
    assert len(second.abbreviations) == 54
    for document in (first, second):
        check(Path(document.source.path).read_text(encoding="utf-8"), document)
