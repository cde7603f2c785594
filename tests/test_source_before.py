"""The source of a study that names none: its own tissue told otherwise, or that told before it."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

LEAD = "Umbilical cord MSC exosomes lowered IL-6 in rats with sepsis [1]. "
MORE = (
    " Bone marrow MSC exosomes lowered ALT in rats with liver fibrosis [8]. Adipose MSC exosomes "
    "lowered IL-17A in mice with psoriasis [9]."
)
TAKEN_UP = [
    "The vesicles also raised IL-10, and lung injury was reduced [2].",
    "Such exosomes reduced lung injury as well [2].",
    "With miR-21 as the cargo, lung injury was reduced through PTEN [2].",
    "In lung epithelium the decisive molecule was miR-21, which repressed PTEN [2].",
    "A sequel ascribed the milder lung injury to miR-21 [2].",
    "In a further study, exosomes of septic mice held more miR-21 and lung injury was reduced [2].",
    "Exosomes from that source reduced lung injury in pigs [2].",
    "Vesicles of the same type reduced lung injury in pigs [2].",
    "Exosomes of the same cell type reduced lung injury in pigs [2].",
]
ANEW = [
    "Vesicles given to aged mice did not reduce lung injury [2].",
    "Exosomes loaded with miR-21 reduced lung injury in mice [2].",
    "Another team saw a similar benefit, as miR-21 reduced lung injury [2].",
    "EVs from old donors failed to reduce lung injury [2].",
]


def source_of(text: str, cited: str) -> str | None:
    """The source of the findings with some callout."""
    found = Extractor(fast=True).findings(readers.read_string(text))
    (one,) = {f.msc_source.label if f.msc_source else None for f in found
              if any(cited == c.marker for c in f.citations)}  # fmt: skip
    return one


@pytest.mark.parametrize("sentence", TAKEN_UP)
def test_vesicles_taken_up_are_of_the_source_told_before(sentence: str) -> None:
    """Known vesicles, or a mere molecule, are of the study before."""
    assert source_of(LEAD + sentence + MORE, "2") == "UC-MSC"


@pytest.mark.parametrize("sentence", ANEW)
def test_vesicles_told_anew_may_be_of_any_source(sentence: str) -> None:
    """Vesicles that are told of as new ones do not take the source of the study before."""
    text = "MSC exosomes are tried in many diseases. " + LEAD + sentence + MORE
    assert source_of(text, "2") == "MSC"


def test_a_study_of_two_sources_hands_on_none() -> None:
    """Where two sources were compared, which one is meant cannot be told."""
    lead = (
        "MSC exosomes are tried in many diseases. Exosomes of bone marrow MSCs and those of "
        "adipose MSCs lowered IL-6 in rats with sepsis [1]. "
    )
    assert source_of(lead + "Of the molecules, miR-21 reduced lung injury [2]." + MORE, "2") == (
        "MSC"
    )


ITS = [
    ("Menstrual blood is a rare source; exosomes of its MSCs reduced lung injury [2].", "MB-MSC"),
    ("The amniotic fluid is another origin. Vesicles of its stem cells reduced lung injury [2].",
     "AF-MSC"),
    ("The placenta has been used too, and the exosomes of its MSCs reduced lung injury [2].",
     "P-MSC"),
    ("Those from adipose tissue reduced lung injury [2].", "AD-MSC"),
    ("Those of Wharton's jelly reduced lung injury [2].", "WJ-MSC"),
    ("Vesicles from cord reduced lung injury [2].", "UC-MSC"),
    ("Exosomes of bone marrow reduced lung injury [2].", "BM-MSC"),
    ("Gingiva was the source in a third study, in which exosomes reduced lung injury [2].",
     "G-MSC"),
    ("Cells of the tonsil were also grown; their exosomes reduced lung injury [2].", "T-MSC"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "label"), ITS)
def test_a_tissue_told_otherwise_than_by_its_mscs(sentence: str, label: str) -> None:
    """The tissue of "its MSCs", "those from fat", "cells of the tonsil …; their exosomes"."""
    lead = LEAD.replace("Umbilical cord", "Synovial")
    assert source_of(lead + sentence + MORE, "2") == label


NO_SOURCE = [
    "In the liver, miR-21 was higher than in those from adipose tissue, and IL-6 fell [2].",
    "The umbilical cord is the source of oxygen, and IL-6 fell with miR-21 [2].",
    "Placental cells took up miR-21, and IL-6 fell [2].",
    "Vesicles from bone marrow macrophages are others; IL-6 fell with miR-21 [2].",
]


@pytest.mark.parametrize("sentence", NO_SOURCE)
def test_a_tissue_that_is_no_source(sentence: str) -> None:
    """A tissue that is named for something else gives no source."""
    lead = LEAD.replace("Umbilical cord", "Synovial")
    rows = Extractor(fast=True).mentions(readers.read_string(lead + sentence))
    assert {m.label for m in rows if m.kind == "source"} == {"S-MSC"}


def test_plain_mscs_anywhere_stand_for_a_review_of_many_sources() -> None:
    """Where nothing tells whose vesicles are meant, a review of many sources means plain MSCs."""
    text = (
        "Mesenchymal stem cells have many origins. Adipose MSC exosomes lowered IL-6 in mice with "
        "colitis [1].\n\nUmbilical cord MSC exosomes lowered ALT in mice with liver fibrosis "
        "[2].\n\nBone marrow MSC exosomes lowered IL-1β in rats with stroke [3].\n\nIn rats with "
        "asthma, exosomal miR-21 lowered IL-4 [4]."
    )
    assert source_of(text, "4") == "MSC"


SECOND = [
    ("Vesicles of synovial MSCs have been studied little, whereas those of placental MSCs lowered "
     "IL-6 in rats with sepsis [1].", "P-MSC"),
    ("Exosomes of synovial MSCs contain little miR-21; when adipose MSC exosomes were given, IL-6 "
     "fell in rats with sepsis [1].", "AD-MSC"),
    ("Exosomes of synovial MSCs are hard to get, but miR-21 in exosomes of BMSCs lowered IL-6 in "
     "rats with sepsis [1].", "BM-MSC"),
    ("Exosomes of synovial MSCs lowered IL-6 in rats with sepsis, and adipose MSCs are cheaper "
     "[1].", "S-MSC"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "label"), SECOND)
def test_the_source_whose_vesicles_act(sentence: str, label: str) -> None:
    """Of two sources in a sentence, the one is meant whose vesicles did something."""
    assert source_of(sentence + MORE, "1") == label
