"""Changes told by turns of phrase: parted verbs, companions, comparisons, verbs of themselves."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

State = dict[str, int]


def signs(text: str) -> State:
    """Sign of every target, effect and disease that the text says something of."""
    rows = Extractor().sentences(readers.read_string(text))
    told = [x for s in rows for x in s.assertions]
    return {x.found.mention.label: x.sign for x in told if x.found.kind != "mirna"}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The exosomes kept apoptosis in check and VEGF high.", {"apoptosis": -1, "VEGFA": 1}),
        ("The vesicles pushed IL-10 up and IL-6 down.", {"IL10": 1, "IL6": -1}),
        ("The vesicles put an end to the inflammation.", {"inflammation": -1}),
        ("The exosomes switched autophagy on.", {"autophagy": 1}),
        ("After the exosomes, IL-10 was twice as high.", {"IL10": 1}),
    ],
)
def test_verbs_parted_from_their_second_word(text: str, state: State) -> None:
    assert signs(text) == state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("TNF-α levels lowered in treated mice.", {"TNF": -1}),
        ("The expression of SOX9 elevated after the exosomes.", {"SOX9": 1}),
        ("Colitis in old mice resolved after the exosomes.", {"colitis": -1}),
        ("TNF-α was seen to fall in treated mice.", {"TNF": -1}),
        ("TNF-α turned out lower and IL-10 grew stronger.", {"TNF": -1, "IL10": 1}),
    ],
)
def test_verbs_whose_subject_changes_of_itself(text: str, state: State) -> None:
    assert signs(text) == state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("CD31 was expressed more strongly in treated wounds.", {"PECAM1": 1}),
        ("TNF-α was present in smaller amounts.", {"TNF": -1}),
        ("Apoptosis occurred less in treated hearts.", {"apoptosis": -1}),
        ("p65 could hardly be detected in treated hearts.", {"RELA": -1}),
    ],
)
def test_how_much_of_it_was_there(text: str, state: State) -> None:
    assert signs(text) == state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("TNF-α suffered a sharp decline.", {"TNF": -1}),
        ("IL-6 showed a downward trend.", {"IL6": -1}),
        ("The exosomes improved angiogenesis more than saline did.", {"angiogenesis": 1}),
    ],
)
def test_changes_undergone_and_compared(text: str, state: State) -> None:
    assert signs(text) == state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("PTEN declined along with BAX and caspase-3.", {"PTEN": -1, "BAX": -1, "CASP3": -1}),
        ("The exosomes repressed PTEN, and with it apoptosis.", {"PTEN": -1, "apoptosis": -1}),
        ("PTEN was lowered, and with it NLRP3 activation and apoptosis.",
         {"PTEN": -1, "NLRP3": -1, "apoptosis": -1}),
        ("Collagen deposition was relieved, as was SMAD3 phosphorylation.",
         {"collagen deposition": -1, "SMAD3": -1}),
        ("TNF-α fell by 40%, IL-6 by half.", {"TNF": -1, "IL6": -1}),
        ("The exosomes lowered TNF-α by 40% and IL-6 by half.", {"TNF": -1, "IL6": -1}),
        ("Schwann cells multiplied and secreted more BDNF.",
         {"BDNF": 1}),
        ("The exosomes lifted anxiety.", {"anxiety": -1}),
        ("There were 14 goblet cells per crypt with exosomes and 5 with PBS.",
         {"goblet cells": 1}),
        ("Mice given exosomes had 8 neutrophils per field, as against 25 in controls.",
         {"neutrophil infiltration": -1}),
        ("Crypts held 14 goblet cells in mice given exosomes and 5 in controls.",
         {"goblet cells": 1}),
        ("The treated mice had less neuronal apoptosis and edema.",
         {"neuronal apoptosis": -1, "edema": -1}),
        ("We found less fibrosis, and apoptosis rose.", {"fibrosis": -1, "apoptosis": 1}),
        ("The ratio of M2 to M1 macrophages rose.", {"M2 polarization": 1}),
        ("The exosomes increased ZO-1 1.8-fold and occludin 2.1-fold.", {"TJP1": 1, "OCLN": 1}),
        ("ZO-1 rose 1.8-fold and occludin 35% with the exosomes.", {"TJP1": 1, "OCLN": 1}),
        ("TNF-α was 40.5% and IL-6 35% lower with the exosomes.", {"TNF": -1, "IL6": -1}),
        ("TNF-α and IL-6 were respectively 40% and 35% lower.", {"TNF": -1, "IL6": -1}),
        ("Two cytokines were lowered: TNF-α and IL-6.", {"TNF": -1, "IL6": -1}),
        ("The exosomes reduced apoptosis, with VEGF up and TNF-α down.",
         {"apoptosis": -1, "VEGFA": 1, "TNF": -1}),
        ("TNF-α was lowered; so were IL-6 and IL-1β.", {"TNF": -1, "IL6": -1, "IL1B": -1}),
    ],
)  # fmt: skip
def test_what_shares_a_change(text: str, state: State) -> None:
    assert signs(text) == state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("SOX9 was the gene that the exosomes silenced, and fibrosis fell.",
         {"SOX9": -1, "fibrosis": -1}),
        ("TNF-α, which the exosomes lowered, was measured.", {"TNF": -1}),
        ("Cells regained the capacity to secrete VEGF.", {"VEGFA": 1}),
        ("The exosomes lowered not just TNF-α but IL-6 as well.", {"TNF": -1, "IL6": -1}),
        ("The exosomes inhibited NLRP3-dependent pyroptosis.", {"NLRP3": -1, "pyroptosis": -1}),
        ("By repressing PTEN, which restrains SOX9, they reduced apoptosis.",
         {"PTEN": -1, "apoptosis": -1}),
        ("Owing to the repression of PTEN, SOX9 was raised.", {"PTEN": -1, "SOX9": 1}),
    ],
)  # fmt: skip
def test_objects_that_stand_apart(text: str, state: State) -> None:
    assert signs(text) == state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The exosomes had a suppressive influence on fibrosis.", {"fibrosis": -1}),
        ("The exosomes kept TNF-α from rising.", {"TNF": -1}),
        ("The exosomes protected SOX9 from degradation.", {"SOX9": 1}),
        ("The exosomes lifted the repression of SOX9.", {"SOX9": 1}),
        ("The exosomes compensated for the loss of VEGF.", {"VEGFA": 1}),
        ("Fibrosis yielded to the exosomes.", {"fibrosis": -1}),
        ("The exosomes made neurons resistant to apoptosis.", {"neuronal apoptosis": -1}),
        ("The exosomes normalized TNF-α and improved IL-10.", {"TNF": -1, "IL10": 1}),
    ],
)
def test_influences_and_what_is_warded_off(text: str, state: State) -> None:
    assert signs(text) == state


@pytest.mark.parametrize(
    "text",
    [
        "Luciferase assays verified the binding of miR-21 to PTEN.",
        "The 3'-UTR of PTEN harbours a binding site for miR-21.",
        "PTEN carries two seed matches for miR-21.",
        "PTEN is predicted to be a target of miR-21.",
        "The target of miR-21 proved to be PTEN.",
    ],
)
def test_sites_and_assays_name_a_target(text: str) -> None:
    assert signs(text) == {"PTEN": 0}


@pytest.mark.parametrize(
    "told",
    [
        "SOX9 was knocked down with siRNA.",
        "After ligation of the artery, TNF-α went up.",
    ],
)
def test_what_was_done_or_seen_without_vesicles_is_no_result(told: str) -> None:
    document = readers.read_string(
        "Exosomes of bone marrow mesenchymal stem cells (BMSC-Exos) were given to rats with "
        f"myocardial infarction. {told}"
    )
    assert not Extractor().findings(document, "msc")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Fibrosis was nonetheless reduced.", {"fibrosis": -1}),
        ("Renal artery stenosis (RAS) was eased.", {"renal artery stenosis": -1}),
        ("TNF-α was restrained and IL-10 more abundant.", {"TNF": -1, "IL10": 1}),
        ("Apoptosis was reduced, proliferation more pronounced.",
         {"apoptosis": -1, "cell proliferation": 1}),
        ("Creatinine returned nearly to baseline.", {"creatinine": -1}),
        ("Ejection fraction returned close to sham levels.", {"ejection fraction": 1}),
        ("Bilirubin was almost back to control levels.", {"bilirubin": -1}),
        ("The cells underwent less apoptosis, TNF levels falling.", {"apoptosis": -1, "TNF": -1}),
        ("Itch-related NGF was unaltered.", {"NGF": 0}),
        ("Neurogenesis was normal and seizures were fewer.", {"neurogenesis": 1, "seizures": -1}),
        ("The G-ratio was nearer to normal.", {"myelination": 1}),
        ("CCL2 returned to normoxic levels.", {"CCL2": -1}),
        ("The ratio of naive to effector T cells was doubled.", {"effector T cells": -1}),
        ("miR-342-5p inhibited PPP1R12B.", {"PPP1R12B": -1}),
    ],
)
def test_clauses_that_share_a_verb_and_returns_to_normal(text: str, state: State) -> None:
    assert signs(text) == state
