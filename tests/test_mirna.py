"""The grammar of miRNA names: every written form, lists, roles, and what is no miRNA."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import mirna
from extractor.extract import Extractor
from extractor.readers import read_string

Case = tuple[str, list[str]]

SINGLE: list[Case] = [
    ("miR-21", ["miR-21"]),
    ("MiR-146a-5p", ["miR-146a-5p"]),
    ("mir-9", ["miR-9"]),
    ("MIR-155", ["miR-155"]),
    ("miR21", ["miR-21"]),
    ("miR 21", ["miR-21"]),
    ("microRNA-19a", ["miR-19a"]),
    ("MicroRNA125b-mediated repair", ["miR-125b"]),
    ("miRNA-221", ["miR-221"]),
    ("micRNA-222", ["miR-222"]),
    ("micro-RNA-30d", ["miR-30d"]),
    ("microRNA (miR)-375", ["miR-375"]),
    ("hsa-let-7b-5p", ["hsa-let-7b-5p"]),
    ("mmu-miR-34a", ["mmu-miR-34a"]),
    ("rno‐miR‐223", ["rno-miR-223"]),
    ("let-7a", ["let-7a"]),
    ("Let-7f", ["let-7f"]),
    ("let7c", ["let-7c"]),
    ("miR-150–5p", ["miR-150-5p"]),
    ("miR‐23a", ["miR-23a"]),
    ("miR—126", ["miR-126"]),
    ("miR−181c−3p", ["miR-181c-3p"]),
    ("miR-92a-1", ["miR-92a-1"]),
    ("miR-194-2-3p", ["miR-194-2-3p"]),
    ("miR-144*", ["miR-144*"]),
    ("miR-6087", ["miR-6087"]),
    ("miR-22-enriched exosomes", ["miR-22"]),
    ("miR-34a-5p/XBP1", ["miR-34a-5p"]),
    ("miR-146a-5p+ EVs", ["miR-146a-5p"]),
    ("exo-miR-21", ["miR-21"]),
    ("(miR-140-5p)", ["miR-140-5p"]),
]

LISTS: list[Case] = [
    ("miR-192/215-5p", ["miR-192-5p", "miR-215-5p"]),
    ("miR-34a/c-5p", ["miR-34a-5p", "miR-34c-5p"]),
    ("miR-199a-3p/145-5p", ["miR-199a-3p", "miR-145-5p"]),
    ("miR-21, -23a, -125b and -145", ["miR-21", "miR-23a", "miR-125b", "miR-145"]),
    ("miR-21, -23a, -125b, and -145", ["miR-21", "miR-23a", "miR-125b", "miR-145"]),
    ("miR-150–5p and ‐23a", ["miR-150-5p", "miR-23a"]),
    ("miR-29a, b and c", ["miR-29a", "miR-29b", "miR-29c"]),
    ("miR-200b/c", ["miR-200b", "miR-200c"]),
    ("let-7a and let-7f", ["let-7a", "let-7f"]),
    ("let-7b, miR-9 or miR-100", ["let-7b", "miR-9", "miR-100"]),
    ("miRs-16 and -191", ["miR-16", "miR-191"]),
    ("miRNAs 10a, 10b and 99a", ["miR-10a", "miR-10b", "miR-99a"]),
    ("miR-221/222", ["miR-221", "miR-222"]),
    ("miR-24, miR-29 and the third, miR-150", ["miR-24", "miR-29", "miR-150"]),
    ("miR-21+miR-146a", ["miR-21", "miR-146a"]),
]

GROUPS: list[Case] = [
    ("miR-17/92", ["miR-17-92 cluster"]),
    ("miR-17-92 cluster", ["miR-17-92 cluster"]),
    ("the miR-17–92 clusters", ["miR-17-92 cluster"]),
    ("miR-106b-25 cluster", ["miR-106b-25 cluster"]),
    ("miR-29 family", ["miR-29 family"]),
    ("the let-7 family", ["let-7 family"]),
]

ROLES: list[tuple[str, str, str | None]] = [
    ("antagomir-21", "miR-21", "loss"),
    ("antagomiR-155", "miR-155", "loss"),
    ("anti-miR-33", "miR-33", "loss"),
    ("miR-33 inhibitor", "miR-33", "loss"),
    ("miR-140 sponge", "miR-140", "loss"),
    ("miR-126 knockdown", "miR-126", "loss"),
    ("miR-126 mimic", "miR-126", "gain"),
    ("agomir-9", "miR-9", "gain"),
    ("miR-9 agomir", "miR-9", "gain"),
    ("pre-miR-30a", "miR-30a", "precursor"),
    ("miR-30a", "miR-30a", None),
]

NONE = [
    "MIR22HG",
    "MIR155HG was spliced",
    "mirror",
    "a mirrored image",
    "miracle",
    "Miro1",
    "admire 21 times",
    "emir 5",
    "PTEN and TP53",
    "miRNA",
    "microRNAs in general",
    "the miRNA content of 12 vials",
    "outlet-7",
    "MIRACLE-2 trial",
    "miR-",
    "TRIM21",
    "MIRT3",
    "LIN28",
    "",
]


def labels(text: str) -> list[str]:
    return [name.label for name in mirna.find(text)]


@pytest.mark.parametrize(("text", "expected"), SINGLE, ids=str)
def test_a_written_form_is_normalised(text: str, expected: list[str]) -> None:
    """Head, dash, case, species, letter, copy and arm of one name, whatever its spelling."""
    assert labels(f"We found {text} there.") == expected


@pytest.mark.parametrize(("text", "expected"), LISTS, ids=str)
def test_a_list_is_expanded(text: str, expected: list[str]) -> None:
    """Every member of a list is a name of its own, with what the others lend it."""
    assert labels(f"Vesicles with {text} were given.") == expected


@pytest.mark.parametrize(("text", "expected"), GROUPS, ids=str)
def test_families_and_clusters_are_one_name(text: str, expected: list[str]) -> None:
    """A cluster written with a dash or slash is no list, a family keeps the word."""
    assert labels(f"Members of {text} rose.") == expected


@pytest.mark.parametrize(("text", "label", "role"), ROLES)
def test_inhibitors_and_mimics_have_a_role(text: str, label: str, role: str | None) -> None:
    """An inhibitor names its miRNA as lacking, a mimic as added."""
    (name,) = mirna.find(f"Cells got {text} on day two.")
    assert (name.label, name.role) == (label, role)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_mirna_is_not_taken(text: str) -> None:
    """Host genes, words that begin alike, bare heads and other genes give nothing."""
    assert labels(text) == []


def test_members_of_a_list_have_their_own_spans() -> None:
    """Spans of a list are in order, apart, and hold the digits of their own member."""
    text = "Loaded with miR-21, -23a, -125b and -145 they healed."
    names = list(mirna.find(text))
    assert [text[n.start : n.end] for n in names] == ["miR-21", "-23a", "-125b", "-145"]


def test_letters_of_a_list_have_their_own_spans() -> None:
    """The second letter of "34a/c-5p" is a mention of its own, arm included."""
    text = "It held miR-34a/c-5p."
    assert [text[n.start : n.end] for n in mirna.find(text)] == ["miR-34a", "c-5p"]


def test_numbers_beside_a_name_are_no_members() -> None:
    """Counts and doses behind a name do not belong to its list."""
    assert labels("miR-21 and 3 other miRNAs") == ["miR-21"]
    assert labels("We gave miR-21, 5 mg in all.") == ["miR-21"]
    assert labels("miR-155 (12 patients) and 40 controls") == ["miR-155"]


def test_base_leaves_species_and_arm_out() -> None:
    """Names are compared inside a document without species and arm."""
    assert mirna.base("hsa-miR-21-5p") == "miR-21"
    assert mirna.base("miR-144*") == "miR-144"
    assert mirna.base("let-7b-3p") == "let-7b"
    assert mirna.base("miR-17-92 cluster") == "miR-17-92 cluster"


NUMBERS = st.integers(min_value=1, max_value=9999).map(str)
LABELS = st.builds(
    lambda species, stem, letter, arm: f"{species}{stem}{letter}{arm}",
    st.sampled_from(["", "", "hsa-", "mmu-", "rno-"]),
    st.one_of(NUMBERS.map("miR-{}".format), st.just("let-7")),
    st.sampled_from(["", "a", "b", "c", "k"]),
    st.sampled_from(["", "-5p", "-3p", "*"]),
)
WRITTEN = st.builds(
    lambda head, dash, number, letter, arm: head + dash + number + letter + arm,
    st.sampled_from(
        ["miR", "MiR", "miRNA", "microRNA", "MicroRNA", "micRNA", "hsa-miR", "anti-miR"]
    ),
    st.sampled_from(["-", "‐", "–", "−", "", " "]),
    NUMBERS,
    st.sampled_from(["", "a", "b", "d"]),
    st.sampled_from(["", "-5p", "–3p", "*"]),
)


@settings(max_examples=150, deadline=None)
@given(LABELS)
def test_the_grammar_parses_what_it_prints(label: str) -> None:
    """A label is a written form of itself."""
    assert labels(f"with {label} inside") == [label]


@settings(max_examples=150, deadline=None)
@given(WRITTEN)
def test_labels_are_fixed_points(written: str) -> None:
    """Whatever is read from a written form, its label is read as the same label."""
    (name,) = mirna.find(f"with {written} inside")
    assert labels(name.label) == [name.label]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            WRITTEN, st.sampled_from([", ", "/", " and ", "-23a", " 5p", "c", "(", "*", "µ"])
        ),
        max_size=8,
    ).map("".join)
)
def test_spans_lie_inside_the_text_in_order(text: str) -> None:
    """Spans of any text are within it, in order, not empty, and never overlap."""
    at = 0
    for name in mirna.find(text):
        assert at <= name.start < name.end <= len(text)
        assert name.end <= name.name_end <= len(text)
        assert any(c.isalnum() for c in text[name.start : name.end])
        at = name.end


@settings(max_examples=60, deadline=None)
@given(st.lists(NUMBERS, min_size=2, max_size=6, unique=True))
def test_any_list_is_expanded(numbers: list[str]) -> None:
    """A list with dashes has as many names as members."""
    text = "miR-" + ", -".join(numbers[:-1]) + " and -" + numbers[-1]
    assert labels(f"{text} were found") == [f"miR-{n}" for n in numbers]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read_without_failing(text: str) -> None:
    """No text makes the grammar fail."""
    assert all(0 <= n.start < n.end <= len(text) for n in mirna.find(text))


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("of hsa-miR-21-5p and", "of miR-21-5p-xxx and"),
        ("the microRNA-145 mimic", "the miR-145-xxxx mimic"),
        ("miRNA-223-3p-silenced cells", "miR-223-3p-x-silenced cells"),
        ("mmu-let-7b, miR 9", "let-7b-xxx, miR-9"),
        ("an anti-hsa-miR-27b", "an anti-miR-27b-xxx"),
    ],
)
def test_names_are_respelled_letter_for_letter(text: str, made: str) -> None:
    """Whatever looks for words sees one way of writing a miRNA, at the places of the text."""
    assert mirna.respelled(text) == made
    assert len(made) == len(text)


@pytest.mark.parametrize("text", ["miR-21", "the miRNA 12 h later", "RNA-seq", "siRNA-3", "MIR21"])
def test_other_words_are_not_respelled(text: str) -> None:
    """Usual names, and what is no name, stay."""
    assert mirna.respelled(text) == text


@pytest.mark.parametrize(
    "text", ["anti-hsa-miR-21", "antago-mmu-miR-21", "hsa-miR-21 antagomir", "anti-miR-21"]
)
def test_a_species_hides_no_role(text: str) -> None:
    """A blocker of a miRNA is one with its species named, too."""
    assert [(n.label[-6:], n.role) for n in mirna.find(text)] == [("miR-21", "loss")]


WRITTEN = (
    "BMSC exosomes in colitis\n\nExosomes of bone marrow MSCs lowered IL-6, TNF-α and the score of "
    "mice with colitis. {0} was plentiful in them. {0} lowered SOCS1, and exosomes without {0} no "
    "longer lowered IL-6. An anti-{0} given to the donors had the same effect on TNF-α. "
    "Survival required {0}."
)


@pytest.mark.parametrize("name", ["hsa-miR-155", "microRNA-155", "miRNA-155", "miR\u2010155"])
def test_findings_do_not_hang_on_how_a_mirna_is_written(name: str) -> None:
    """The same text with other spellings of its miRNA tells the same."""
    engine = Extractor(fast=True)

    def told(written: str) -> list[tuple[object, ...]]:
        findings = engine.findings(read_string(WRITTEN.format(written), "text"))
        return [
            (
                f.polarity, [mirna.base(m.label) for m in f.mirnas],
                [(t.label, t.direction) for t in f.targets],
                [(e.label, e.direction) for e in f.effects],
            )
            for f in findings
        ]  # fmt: skip

    assert told(name) == told("miR-155")
