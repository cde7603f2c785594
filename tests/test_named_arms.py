"""Arms by the names that a document gives them: short names of vesicles, numbers of groups."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.components.group_numbers import called, numbered, respelled
from extractor.extract import Extractor

ARROWS = {"up": "+", "increase": "+", "down": "-", "decrease": "-", "none": "0"}


def told(text: str) -> set[str]:
    """Source and outcome of every finding; ``!`` and no arrow where it is denied."""
    out = set()
    for f in Extractor(fast=True).findings(readers.read_string(text)):
        source = f.msc_source.label if f.msc_source else "-"
        for s in (*f.targets, *f.effects):
            denied = f.polarity == "negated"
            how = f"{source} {ARROWS[s.direction]}"
            out.add(f"!{source} {s.label}" if denied else how + s.label)
    return out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the letters of a short name mean elsewhere another tissue
            "We set exosomes of normal human adipose MSCs (aMSC-exo) against those of MSCs grown "
            "out of osteosarcomas (oMSC-exo). oMSC-exo increased lung metastasis in mice, and "
            "aMSC-exo inhibited proliferation of MG63 cells.",
            {"MSC +lung metastasis", "AD-MSC -cell proliferation"},
        ),
        (  # plain and loaded cells of a list are those of the tissue named before
            "Exosomes were isolated from naive bone marrow MSCs (N-Exo), from MSCs loaded with "
            "miR-21 (21-Exo) and from MSCs recovered from breast cancer specimens (T-Exo). 21-Exo "
            "inhibited proliferation of MCF-7 cells. T-Exo promoted migration. N-Exo had no effect "
            "on proliferation.",
            {"BM-MSC -cell proliferation", "MSC +cell migration", "!BM-MSC cell proliferation"},
        ),
        (
            "Exosomes of bone marrow MSCs (BM-Exo), of the same cells carrying a BDNF plasmid "
            "(BDNF-Exo), and of adipose MSCs (Ad-Exo) were given to rats with stroke. BDNF-Exo "
            "raised neurogenesis. Ad-Exo lowered apoptosis.",
            {"BM-MSC +neurogenesis", "AD-MSC -apoptosis"},
        ),
        (
            "Two preparations were studied in mice with colitis: N-Exo (exosomes of placental "
            "MSCs) and F-Exo (exosomes of adipose MSCs). N-Exo lowered IL-6. F-Exo raised IL-10.",
            {"P-MSC -IL6", "AD-MSC +IL10"},
        ),
        (
            "N-Exo, i.e. exosomes of bone marrow MSCs, and F-Exo, i.e. exosomes of adipose MSCs, "
            "were given to mice with colitis. N-Exo lowered IL-6. F-Exo raised IL-10.",
            {"BM-MSC -IL6", "AD-MSC +IL10"},
        ),
        (
            "Exosomes of placental MSCs are called P-Exo and those of bone marrow MSCs M-Exo in "
            "what follows. In mice with colitis, P-Exo lowered IL-6 and M-Exo raised IL-10.",
            {"P-MSC -IL6", "BM-MSC +IL10"},
        ),
        (
            "MSC-derived exosomes from umbilical cord (UC-Exo) or bone marrow (BM-Exo) were used "
            "in mice with sepsis. UC-Exo improved survival. BM-Exo lowered TNF.",
            {"UC-MSC +survival", "BM-MSC -TNF"},
        ),
        (  # no MSCs' vesicles
            "Exosomes from ADSCs (ADSC-Exo) and from fibroblasts (F-Exo) were put on wounds of "
            "diabetic mice. ADSC-Exo sped wound closure. F-Exo lowered IL-6.",
            {"AD-MSC +wound healing"},
        ),
        (
            "EVs of BMSCs (bEV) and ADSCs (aEV) were given to mice with stroke. In aEV mice, "
            "angiogenesis was increased. In bEV mice, IL-6 fell.",
            {"AD-MSC +angiogenesis", "BM-MSC -IL6"},
        ),
        (
            "Exosomes of BMSCs primed with IL-1 (pExo) and of naive BMSCs (nExo) were given to "
            "mice with colitis. pExo lowered TNF, nExo did not.",
            {"BM-MSC -TNF", "!BM-MSC TNF"},
        ),
        ("BMSC exosomes lowered IL-6 in mice with colitis, PBS did not.", {"BM-MSC -IL6"}),
        ("Mice with colitis got MSC-EVs of murine bone marrow. IL-6 fell.", {"BM-MSC -IL6"}),
        (  # short names of cells
            "MSCs grown out of resected osteosarcomas (gMSCs) were cultured. Exosomes of gMSCs "
            "promoted invasion of U2OS cells.",
            {"MSC +cell invasion"},
        ),
        (
            "Bone marrow MSCs were grown with Huh7 cells to obtain tumour-educated MSCs (TE-MSCs). "
            "TE-MSC exosomes promoted migration of Huh7 cells in liver cancer.",
            {"BM-MSC +cell migration"},
        ),
    ],
)
def test_a_short_name_means_what_the_document_says(text: str, expected: set[str]) -> None:
    assert told(text) == expected


def test_the_name_of_the_cells_may_tell_more_than_its_definition() -> None:
    text = (
        "Exosomes of human placental chorionic MSCs (hP-MSC-Exo) and of bone marrow MSCs were "
        "given to mice with colitis. hP-MSC-Exo lowered IL-6."
    )
    assert told(text) == {"P-MSC -IL6"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mice with colitis were given (i) PBS, (ii) exosomes of hucMSCs or (iii) exosomes of "
            "hucMSCs transfected with a miR-21 inhibitor. Disease activity index was lower in "
            "group (ii). In group (iii) colon length was not preserved.",
            {"UC-MSC -disease activity index", "UC-MSC +colon length"},
        ),
        (
            "Groups A, B and C of mice with sepsis received saline, EVs of bone marrow MSCs and "
            "EVs of adipose MSCs, respectively. IL-6 fell in group B. In group C, TNF fell.",
            {"BM-MSC -IL6", "AD-MSC -TNF"},
        ),
        (
            "Rats with stroke were assigned to three arms: arm 1 was given PBS, arm 2 was given "
            "BMSC exosomes, arm 3 was given ADSC exosomes. Apoptosis was lower in arm 2 than in "
            "arm 1. Arm 3 had higher capillary density.",
            {"BM-MSC -apoptosis", "AD-MSC +capillary density"},
        ),
        (
            "Mice with asthma were given saline (group 1), exosomes of placental MSCs (group 2) or "
            "dexamethasone (group 3). Group 2 had fewer eosinophils. Group 3 had lower IgE.",
            {"P-MSC -eosinophils"},
        ),
        (
            "EVs of BMSCs (group 1) and of ADSCs (group 2) were given to mice with stroke, group 3 "
            "got PBS. Apoptosis was lower in groups 1 and 2 than in group 3.",
            {"BM-MSC -apoptosis", "AD-MSC -apoptosis"},
        ),
        (
            "Group A received saline, group B exosomes of BMSCs and group C exosomes of "
            "fibroblasts; all were rats with spinal cord injury. Locomotor function improved in "
            "group B. Group C did not recover locomotor function.",
            {"BM-MSC +locomotor function"},
        ),
    ],
)
def test_groups_by_number_are_what_they_were_given(text: str, expected: set[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "There were G1 (sham), G2 (CCl4), G3 (CCl4 + BMSC-Exos) and G4 (CCl4 + BMSC-Exos from "
            "miR-3-silenced donors). ALT fell in G3.",
            {"1": "nothing", "2": "nothing", "3": "vesicles", "4": "lacking"},
        ),
        (
            "Group I: sham; group II: saline; group III: BMSC-Exo; group IV: NC-Exo. It was so.",
            {"i": "nothing", "ii": "nothing", "iii": "vesicles", "iv": "control"},
        ),
        (
            "Group A was injected with vehicle, B with ADSC-EVs and C with prednisolone.",
            {"a": "nothing", "b": "vesicles", "c": "foreign"},
        ),
        ("ADSC exosomes lowered titres of group B streptococci in group A animals.", {}),
        ("Group A received saline and group B prednisolone.", {}),
    ],
)
def test_what_groups_were_given(text: str, expected: dict[str, str]) -> None:
    assert {mark: group.sort for mark, group in numbered(text).items()} == expected


def test_respelling_keeps_the_length_and_spares_the_definition() -> None:
    text = "Group A got PBS, group B BMSC-Exos. Weight rose in group B, unlike groups A and C or A."
    made = respelled(text, called(text, numbered(text), 0))
    assert len(made) == len(text)
    assert made.startswith("Group A got PBS, group B BMSC-Exos. Weight rose in EVs arm,")
    assert made.endswith("groups A and C or A.")  # nobody says what group C got
