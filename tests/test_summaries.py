"""What adds nothing to a finding: summaries, classes whose members are named, doubled hedges."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor


def outcomes(text: str) -> list[tuple[str, set[str]]]:
    """Polarity and labels of the targets and effects of every finding."""
    return [
        (f.polarity, {str(m.label) for m in (*f.targets, *f.effects)})
        for f in Extractor().findings(readers.read_string(text))
    ]


def test_a_shift_from_m1_to_m2_is_no_polarization_besides() -> None:
    """Where it is told which way macrophages went, their polarization says nothing more."""
    text = "In rats with burns, BMSC exosomes promoted macrophage polarization from M1 to M2."
    assert outcomes(text) == [("asserted", {"M1 polarization", "M2 polarization"})]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("raised the tight junction proteins ZO-1 and occludin in colitic mice", {"TJP1", "OCLN"}),
        ("lowered the fibrosis markers α-SMA and fibronectin in colitic mice", {"ACTA2", "FN1"}),
        ("decreased p-Smad3 and p-STAT3 in colitic mice", {"SMAD3", "STAT3"}),
    ],
)
def test_classes_give_way_to_their_members(text: str, members: set[str]) -> None:
    """A class that is followed by the names of its members is no effect of its own."""
    assert outcomes(f"BMSC exosomes {text}.") == [("asserted", members)]


def test_what_the_title_asserts_is_not_hedged_below() -> None:
    """A cautious last sentence does not make a finding of its own of what the title says."""
    text = (
        "BMSC exosomes improve recovery from brain trauma in rats by inhibiting pyroptosis\n\n"
        "Rats with traumatic brain injury were given BMSC exosomes. The exosomes reduced brain "
        "edema, GSDMD and neuronal apoptosis. They possibly act by inhibiting pyroptosis."
    )
    polarities = [polarity for polarity, _ in outcomes(text)]
    assert polarities == ["asserted"]
    assert "pyroptosis" in outcomes(text)[0][1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("reduced infarct volume and levels of IL-6 and CCL2", {"IL6": "down", "CCL2": "down"}),
        ("higher ALP activity and expression of RUNX2", {"RUNX2": "up"}),
        ("lower infarct volume, and levels of BDNF were elevated", {"BDNF": "up"}),
        ("lower infarct volume and increased levels of BDNF", {"BDNF": "up"}),
    ],
)
def test_levels_go_on_a_list(text: str, expected: dict[str, str]) -> None:
    """An adjective governs the levels behind "and" too, unless they have a verb of their own."""
    text = f"BMSC exosomes relieved stroke in rats, as evidenced by {text}."
    found = Extractor().findings(readers.read_string(text))
    assert {t.label: t.direction for f in found for t in f.targets} == expected


def test_an_effect_of_vesicles_that_is_undone_is_as_it_is_named() -> None:
    """Whoever abolishes it, the anti-fibrotic effect of exosomes is less fibrosis."""
    text = (
        "ADSC exosomes reduced scar thickness in mice. Silencing of PDE4 acted in the same way, "
        "whereas a miR-22 inhibitor abolished the anti-fibrotic effects of ADSC-Exo."
    )
    found = Extractor().findings(readers.read_string(text))
    signs = {e.label: e.direction for f in found for e in f.effects}
    assert signs["fibrosis"] == "decrease"
