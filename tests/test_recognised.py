"""Which of the recognisers' names may stand in a finding: spans given, no model needed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from extractor import readers
from extractor.components.recognised import Name, cells, read
from extractor.extract import Extractor
from extractor.records import Finding
from extractor.tokens import tokenize

Marked = tuple[str, str, float]
"""Words, type, score."""


def spans(text: str, marked: Iterable[Marked]) -> list[tuple[int, int, str, float | None]]:
    return sorted(
        (place.start(), place.end(), kind, score)
        for words, kind, score in marked
        for place in re.finditer(re.escape(words), text)
    )


def names(text: str, *marked: Marked, **defined: str) -> list[Name]:
    return list(read(tokenize(text), spans(text, marked), defined))


def labels(text: str, *marked: Marked, **defined: str) -> list[str]:
    return [name.label for name in names(text, *marked, **defined) if name.kind]


class Given:
    """Recognisers that find given words."""

    def __init__(self, *marked: Marked) -> None:
        self.marked = marked

    def document(self, blocks: Sequence[str]) -> list[Any]:
        return [spans(b, self.marked) for b in blocks]


def found(text: str, *marked: Marked) -> list[Finding]:
    engine = Extractor(fast=True)
    if marked:
        engine._recognisers = Given(*marked)  # type: ignore[assignment]
    return engine.findings(readers.read_string(text))


@pytest.mark.parametrize(
    ("text", "marked", "label"),
    [
        ("It raised Frobl3 here.", "Frobl3", "Frobl3"),
        ("It raised zorbulin in serum.", "zorbulin", "zorbulin"),
        ("It raised serum Frobl3 mRNA.", "serum Frobl3 mRNA", "Frobl3"),
        ("It bound the FROB 3'-UTR there.", "FROB 3'-UTR", "FROB"),
        ("It raised p-Frobk there.", "p-Frobk", "Frobk"),
        ("It raised hepatic FROB-2 there.", "hepatic FROB-2", "FROB-2"),
        ("It raised frobase D of the skin.", "frobase D", "frobase D"),
    ],
)
def test_names_of_genes_are_taken_without_what_dresses_them(
    text: str, marked: str, label: str
) -> None:
    """What stands before and behind a gene's name is no part of its label."""
    assert labels(text, (marked, "gene", 1.0)) == [label]


@pytest.mark.parametrize(
    ("text", "marked", "score"),
    [
        ("Fewer FROB+ cells were seen.", "FROB", 1.0),
        ("In FROB knockout mice it rose.", "FROB", 1.0),
        ("The FROB antibody was new.", "FROB", 1.0),
        ("The FROB/BARN axis was active.", "FROB", 1.0),
        ("It was a model of FROB in mice.", "FROB", 1.0),
        ("Two cytokine receptors rose.", "cytokine receptors", 1.0),
        ("A protease rose.", "protease", 1.0),
        ("Many miRNA genes rose.", "miRNA genes", 1.0),
        ("Some TFs rose.", "TFs", 1.0),
        ("Then K17 rose.", "K17", 1.0),
        ("Then zorbulin rose.", "zorbulin", 0.4),
        ("Then Frobl rose.", "Frobl", 0.4),
        ("Then FRB rose.", "FRB", 0.4),
        ("Then FROB3 rose.", "FROB3", 0.2),
    ],
)
def test_classes_markers_and_doubtful_names_are_left_out(
    text: str, marked: str, score: float
) -> None:
    """Class names, markers of cells, chains and names that few heads know fill no slot."""
    assert labels(text, (marked, "gene", score)) == []


def test_the_symbol_in_brackets_says_it_better() -> None:
    text = "It targeted frobyl-4-transferin α1 (FROB4)."
    assert labels(text, ("frobyl-4-transferin α1", "gene", 1.0)) == []


def test_what_is_a_chemical_too_must_be_surer() -> None:
    text = "It raised Frob9x there."
    assert labels(text, ("Frob9x", "gene", 0.4)) == ["Frob9x"]
    assert labels(text, ("Frob9x", "gene", 0.4), ("Frob9x", "chemical", 0.5)) == []


def test_short_forms_mean_what_the_document_says() -> None:
    """A short form of something else is no gene; one of a disease has the long form's name."""
    text = "Vesicles eased FRBD and FRX in rats."
    assert labels(text, ("FRX", "gene", 1.0), FRX="forced running exercise") == []
    assert labels(text, ("FRX", "gene", 1.0), FRX="frobin receptor X") == ["FRX"]
    assert labels(text, ("FRBD", "disease", 0.7), FRBD="frobular disease") == ["frobular disease"]
    assert labels(text, ("FRBD", "disease", 0.7)) == []


def test_diseases_are_told_where_something_suffers_of_them() -> None:
    (modelled,) = names("In rats with frobular dystrophy it rose.",
                        ("frobular dystrophy", "disease", 0.7))  # fmt: skip
    (named,) = names("Frobular dystrophy is rare.", ("Frobular dystrophy", "disease", 0.7))
    assert (modelled.label, modelled.told) == ("frobular dystrophy", True)
    assert (named.label, named.told) == ("frobular dystrophy", False)
    (heading,) = names("Chronic frobitis", ("Chronic frobitis", "disease", 0.7))
    assert (heading.label, heading.told) == ("frobitis", True)
    assert labels("It fell after injury.", ("injury", "disease", 1.0)) == []
    assert labels("Headache was rare.", ("Headache", "disease", 1.0)) == []


@pytest.mark.parametrize(
    ("text", "marked", "label"),
    [
        ("Invasion of ectopic glomus cells rose.", "ectopic glomus cells", ["glomus cell"]),
        ("Apoptosis of frobocytes fell.", "frobocytes", ["frobocyte"]),
        ("Apoptosis of donor cells fell.", "donor cells", []),
        ("Apoptosis of FR-7 cells fell.", "FR-7 cells", []),
    ],
)
def test_kinds_of_cells(text: str, marked: str, label: list[str]) -> None:
    made = cells(tokenize(text), spans(text, [(marked, "cell", 1.0)]), ())
    assert [name for _, _, name in made] == label
    assert list(cells(tokenize(text), spans(text, [(marked, "cell", 1.0)]), range(99))) == []


TEXT = "In mice with colitis, BMSC exosomes {}."


def test_an_unknown_gene_becomes_a_target_where_a_verb_demands_one() -> None:
    told = TEXT.format("lowered zorbulin and IL-6")
    assert [t.label for f in found(told) for t in f.targets] == ["IL6"]
    (finding,) = found(told, ("zorbulin", "gene", 1.0))
    assert [(t.label, t.direction) for t in finding.targets] == [("zorbulin", "down"),
                                                                 ("IL6", "down")]  # fmt: skip
    aside = TEXT.format("lowered IL-6 where zorbulin had been stained")
    assert [t.label for f in found(aside, ("zorbulin", "gene", 1.0)) for t in f.targets] == ["IL6"]


def test_a_gene_of_no_lexicon_is_looked_up() -> None:
    """By its symbol or a synonym, whatever the spelling; the table by itself finds nothing."""
    told = TEXT.format("lowered MiD-49 and IL-6")
    assert [t.label for f in found(told) for t in f.targets] == ["IL6"]
    (finding,) = found(told, ("MiD-49", "gene", 1.0))
    looked_up = finding.targets[0]
    assert (looked_up.text, looked_up.label) == ("MiD-49", "MIEF2")
    assert looked_up.id == "HGNC:17920"


def test_a_part_of_a_longer_name_gives_way() -> None:
    """What binds a gene product, or the ligase of one, is another gene."""
    told = TEXT.format("lowered heparin-binding EGF and IL-6")
    assert {t.label for f in found(told) for t in f.targets} == {"EGF", "IL6"}
    made = found(told, ("heparin-binding EGF", "gene", 1.0))
    assert {t.label for f in made for t in f.targets} == {"heparin-binding EGF", "IL6"}


def test_an_unknown_disease_is_what_was_modelled() -> None:
    text = "In rats with Frobul's disease, BMSC exosomes reduced apoptosis."
    (finding,) = found(text, ("Frobul's disease", "disease", 0.7))
    assert finding.disease_model is not None
    assert (finding.disease_model.label, finding.disease_model.id) == ("Frobul's disease", None)


def test_effects_are_of_unknown_cells_too() -> None:
    text = TEXT.format("reduced apoptosis of glomus cells")
    (finding,) = found(text, ("glomus cells", "cell", 1.0))
    assert [e.label for e in finding.effects] == ["glomus cell apoptosis"]


def test_recognisers_that_find_nothing_change_nothing() -> None:
    text = TEXT.format("carried miR-21 and lowered PTEN")
    assert found(text, ("never there", "gene", 1.0)) == [replace(f) for f in found(text)]


class Counted(Given):
    """Recognisers that say how often they were asked."""

    asked = 0

    def document(self, blocks: Sequence[str]) -> list[Any]:
        self.asked += 1
        return super().document(blocks)


@pytest.mark.parametrize(
    ("text", "scope", "asked"),
    [
        (TEXT.format("lowered IL-6"), "msc", True),
        ("Platelets lowered IL-6 in mice with colitis.", "msc", False),
        ("Platelets lowered IL-6 in mice with colitis.", "any", False),
        ("In mice with colitis, miR-21 lowered IL-6.", "any", True),
    ],
)
def test_texts_with_nothing_to_find_are_not_recognised(
    text: str, scope: Any, asked: bool
) -> None:
    """Most texts of a large run name no MSC vesicles: they are read at the speed of the rules."""
    engine = Extractor(fast=True)
    counted = Counted()
    engine._recognisers = counted  # type: ignore[assignment]
    engine.findings(readers.read_string(text), scope)
    assert bool(counted.asked) == asked


def test_a_symbol_behind_its_class_is_no_part_of_a_longer_name() -> None:
    """"The chemokine receptor CXCR4" is CXCR4, whatever the recognisers mark."""
    told = TEXT.format("lowered the glomic receptor CXCR4")
    made = found(told, ("glomic receptor CXCR4", "gene", 1.0))
    assert {t.label for f in made for t in f.targets} == {"CXCR4"}


def test_an_unknown_disease_that_the_document_is_about_is_eased_too() -> None:
    text = ("Frobular dystrophy (FRBD) is rare. In rats with FRBD, BMSC exosomes alleviated FRBD "
            "and reduced apoptosis.")  # fmt: skip
    made = found(text, ("FRBD", "disease", 0.7), ("Frobular dystrophy", "disease", 0.7))
    told = {(e.label, e.direction) for f in made for e in f.effects}
    assert told == {("apoptosis", "decrease"), ("frobular dystrophy", "decrease")}
