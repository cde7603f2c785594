"""What a list says of its members: states of proteins, participles, and what is only named."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

GIVEN = "BM-MSC exosomes lowered ALT in mice with colitis"


def told(text: str) -> dict[str, str]:
    """The outcomes of a text with their directions."""
    found = Extractor().findings(readers.read_string(text))
    return {s.label: str(s.direction) for f in found for s in (*f.targets, *f.effects)}


@pytest.mark.parametrize(
    ("text", "up", "label"),
    [
        ("The exosomes lowered MYD88 protein and phosphorylation of AKT.", "down", "AKT"),
        ("The exosomes raised PTEN protein and acetylation of p53.", "up", "TP53"),
        ("The exosomes decreased IL-6 mRNA and cleavage of caspase-3.", "down", "CASP3"),
        ("The exosomes lowered MYD88 and increased phosphorylation of AKT.", "up", "AKT"),
    ],
)
def test_a_state_goes_the_way_of_the_verb_over_it(text: str, up: str, label: str) -> None:
    """Phosphorylation and the like are measured as amounts are: the verb gives the direction."""
    assert told(f"{GIVEN}. {text}")[label] == up


@pytest.mark.parametrize(
    ("text", "way"),
    [
        (", with SIRT1, PTEN and MYD88 all falling.", "down"),
        (", with SIRT1 and MYD88 each rising.", "up"),
        (", with SIRT1, PTEN and MYD88 all increasing.", "up"),
        (", with SIRT1 and MYD88 decreasing.", "down"),
    ],
)
def test_a_participle_behind_a_list_tells_of_it(text: str, way: str) -> None:
    """"All" and "each" before the participle take the list up."""
    assert {told(GIVEN + text)[g] for g in ("SIRT1", "MYD88")} == {way}


@pytest.mark.parametrize(
    "text",
    [
        "The exosomes decreased the number of IFN-γ-producing CD8+ T cells.",
        "The exosomes decreased CXCL9 and the number of TNF-producing CD8+ T cells.",
    ],
)
def test_what_cells_produce_tells_which_cells_they_are(text: str) -> None:
    """The participle in a cell's name is no verb over the cells."""
    assert told(f"{GIVEN}. {text}")["CD8+ T cells"] == "decrease"


@pytest.mark.parametrize(
    "text",
    [
        "Secondary outcomes are change in faecal calprotectin, quality of life and serum IL-6.",
        "The primary end point will be the change in serum IL-6 at week 8.",
        "Liver metastases were too rare in all groups to be analysed.",
        "Granulomas were too few for statistical comparison.",
        "Pretreatment of the exosomes with RNase did not change this.",
        "Digestion with trypsin did not change this.",
        "Chronic pancreatitis is less well studied.",
        "Asthma has been much less explored.",
    ],
)
def test_what_is_only_named_is_no_result(text: str) -> None:
    """End points, what was too seldom to be judged, and what was done to the vesicles."""
    assert told(f"{GIVEN}. {text}") == {"alanine aminotransferase": "decrease"}


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Phosphorylated p65 and JNK declined with the exosomes.", {"RELA", "JNK"}),
        ("Phosphorylated p65, JNK and cleaved caspase-3 fell with the exosomes.",
         {"RELA", "JNK", "CASP3"}),
        ("Acetylated p53 and Bax were reduced by the exosomes.", {"TP53", "BAX"}),
    ],
)  # fmt: skip
def test_a_state_before_a_list_leaves_the_change_to_the_verb(text: str, labels: set[str]) -> None:
    said = told(f"{GIVEN}. {text}")
    assert {name for name, way in said.items() if way == "down"} == labels
