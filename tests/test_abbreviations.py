"""What a document's short forms mean, in its list and in its text."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.components.abbreviations import definitions
from extractor.extract import Extractor


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Rats had acute lung injury (ALI) by then.", "ALI", "acute lung injury"),
        ("Mice had chronic obstructive pulmonary disease (COPD) by then.", "COPD",
         "chronic obstructive pulmonary disease"),
        ("Given to umbilical cord mesenchymal stem cells (UCMSCs) first.", "UCMSCs",
         "umbilical cord mesenchymal stem cells"),
        ("Rats had hypoxic-ischemic encephalopathy (HIE) by then.", "HIE",
         "hypoxic-ischemic encephalopathy"),
        ("A model of liver injury (LI) was set up.", "LI", "liver injury"),
        ("It lowered FAS (fatty acid synthase) in rats.", "FAS", "fatty acid synthase"),
    ],
)
def test_a_short_form_behind_its_long_form(text: str, short: str, long: str) -> None:
    """A short form in parentheses means the words before it."""
    assert definitions(readers.read_string(text))[short] == long


def test_a_plural_defines_its_singular() -> None:
    """"(MSCs)" tells what "MSC" means."""
    got = definitions(readers.read_string("We used mesenchymal stromal cells (MSCs) of rats."))
    assert got["MSC"] == got["MSCs"]


@pytest.mark.parametrize(
    "text",
    [
        "The dose was low (5 mg) in rats.",
        "Scars shrank (as expected) in rats.",
        "The level of interleukin rose (p < 0.05) in rats.",
        "It was seen twice (12) in rats.",
    ],
)
def test_parentheses_that_define_nothing(text: str) -> None:
    """Doses, remarks, statistics and callouts are no short forms."""
    assert definitions(readers.read_string(text)) == {}


def test_the_list_of_the_paper_wins() -> None:
    """What stands in the paper's own list of abbreviations goes before its text."""
    text = (
        "A review of wounds\n\nAbstract\n\nWe looked at local infection (LI) in wounds of rats.\n\n"
        "1. Introduction\n\nWounds are common, and many of them heal badly in old age.\n\n"
        "Abbreviations\n\nLI: liver injury\nTNF: tumor necrosis factor\n"
        "MSC: mesenchymal stem cell\n"
    )
    document = readers.read_string(text)
    assert document.abbreviations["LI"] == "liver injury"
    assert definitions(document)["LI"] == "liver injury"


def test_a_short_form_means_what_the_document_says() -> None:
    """"LI" is liver injury in a document that says so, and is not found in one that does not."""
    told = readers.read_string("Rats had liver injury (LI). Exosomes of MSCs reduced LI.")
    plain = readers.read_string("Exosomes of MSCs reduced LI.")
    assert {m.label for m in Extractor().mentions(told) if m.text == "LI"} == {"liver injury"}
    assert not [m for m in Extractor().mentions(plain) if m.text == "LI"]


@pytest.mark.parametrize(
    ("cells", "short", "label"),
    [
        ("mesenchymal stem cells from the human palatine tonsil", "pMSC", "T-MSC"),
        ("mesenchymal stromal cells of the right atrial appendage", "cMSC", "C-MSC"),
        ("mesenchymal stem cells derived from mouse bone marrow", "mMSC", "BM-MSC"),
        ("mesenchymal stem cells from chorionic villi", "CMSC", "CH-MSC"),
    ],
)
def test_a_short_name_means_the_cells_before_it(cells: str, short: str, label: str) -> None:
    """The tissue behind the cells tells what their short name stands for."""
    text = f"We cultured {cells} ({short}s). {short} exosomes lowered ALT in mice with colitis."
    found = Extractor().findings(readers.read_string(text))
    assert {f.msc_source.label for f in found if f.msc_source} == {label}


@pytest.mark.parametrize(
    ("defined", "told"),
    [
        ("extracellular matrix (ECM)", {"extracellular matrix synthesis"}),
        ("edge cell marker (ECM)", set()),
    ],
)
def test_a_name_with_a_short_form_is_what_it_is_in_full(defined: str, told: set[str]) -> None:
    """The lexicon's "ECM secretion" is known where ECM is the extracellular matrix."""
    text = (
        f"Chondrocytes make the {defined}. Exosomes of synovial MSCs promoted ECM secretion in "
        "rats with osteoarthritis."
    )
    found = Extractor(fast=True).findings(readers.read_string(text))
    labels = {e.label for f in found for e in f.effects}
    assert labels & {"extracellular matrix synthesis"} == told
