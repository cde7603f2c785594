"""Outcomes told by what something was made to do, or kept from doing."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor


def told(text: str) -> list[tuple[str, str, str]]:
    """Label, direction and polarity of every effect."""
    found = Extractor().findings(readers.read_string(text))
    return [(e.label, str(e.direction), f.polarity) for f in found for e in f.effects]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BMSC exosomes kept the ventricle of infarcted pigs from dilating.",
         ("ventricular dilation", "decrease", "asserted")),
        ("BMSC exosomes stopped tumours of glioma mice from growing.",
         ("tumor growth", "decrease", "asserted")),
        ("BMSC exosomes prevented glioma cells from migrating.",
         ("cell migration", "decrease", "asserted")),
        ("BMSC exosomes helped diabetic wounds to close.",
         ("wound healing", "increase", "asserted")),
        ("BMSC exosomes did not help diabetic wounds to close.",
         ("wound healing", "increase", "negated")),
        ("BMSC exosomes helped rats with spinal cord injury walk again.",
         ("locomotor function", "increase", "asserted")),
        ("BMSC exosomes let starved cardiomyocytes survive.",
         ("cardiomyocyte survival", "increase", "asserted")),
        ("BMSC exosomes enabled infertile mice to conceive.",
         ("pregnancy rate", "increase", "asserted")),
        ("BMSC exosomes failed to keep the ventricle of infarcted pigs from dilating.",
         ("ventricular dilation", "decrease", "negated")),
    ],
)  # fmt: skip
def test_what_something_is_made_to_do(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "labels", "polarity"),
    [
        ("BMSC exosomes stimulated glioma cells to divide, migrate and invade.",
         ["cell proliferation", "cell migration", "cell invasion"], "asserted"),
        ("BMSC exosomes made keratinocytes migrate and proliferate.",
         ["keratinocyte migration", "keratinocyte proliferation"], "asserted"),
        ("BMSC exosomes enabled HUVECs to migrate and to form tubes.",
         ["endothelial cell migration", "tube formation"], "asserted"),
        ("BMSC exosomes did not stimulate glioma cells to proliferate or to migrate.",
         ["cell proliferation", "cell migration"], "negated"),
        ("BMSC exosomes failed to stimulate fibroblasts to proliferate.",
         ["fibroblast proliferation"], "negated"),
    ],
)  # fmt: skip
def test_lists_of_what_something_is_made_to_do(
    text: str, labels: list[str], polarity: str
) -> None:
    assert told(text) == [(label, "increase", polarity) for label in labels]


@pytest.mark.parametrize(
    "text",
    [
        "BMSC exosomes were made from cells that migrate in glioma.",
        "BMSC exosomes from migrating glioma cells were stained.",
    ],
)
def test_no_verb_of_making_governs(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BMSC exosomes made the liver of NASH mice softer.",
         ("liver fibrosis", "decrease", "asserted")),
        ("BMSC exosomes rendered glioma cells sensitive to temozolomide.",
         ("drug sensitivity", "increase", "asserted")),
        ("BMSC exosomes kept the axons of EAE mice myelinated.",
         ("myelination", "increase", "asserted")),
        ("BMSC exosomes did not make the muscles of mdx mice stronger.",
         ("muscle strength", "increase", "negated")),
        ("BMSC exosomes were protective against apoptosis in MI.",
         ("apoptosis", "decrease", "asserted")),
        ("BMSC exosomes were of benefit to cognition in Alzheimer's mice.",
         ("cognitive function", "increase", "asserted")),
    ],
)  # fmt: skip
def test_what_something_is_made(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


def test_several_actions_of_which_a_verb_stands_before_the_first() -> None:
    found = told("BMSC exosomes were anti-inflammatory, anti-apoptotic and pro-angiogenic in MI.")
    assert {(label, sign) for label, sign, _ in found} == {
        ("inflammation", "decrease"), ("apoptosis", "decrease"), ("angiogenesis", "increase"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BMSC exosomes kept the liver of NASH mice from turning fibrotic.",
         [("liver fibrosis", "decrease", "asserted")]),
        ("BMSC exosomes stopped chondrocytes from becoming senescent.",
         [("cellular senescence", "decrease", "asserted")]),
        ("BMSC exosomes kept neurons from undergoing apoptosis and pyroptosis.",
         [("neuronal apoptosis", "decrease", "asserted"), ("pyroptosis", "decrease", "asserted")]),
        ("BMSC exosomes did not stop fibroblasts from entering senescence.",
         [("cellular senescence", "decrease", "negated")]),
        ("BMSC exosomes prevented colitis mice from losing weight.",
         [("body weight", "increase", "asserted")]),
        ("BMSC exosomes prevented colitis mice from weight loss.",
         [("body weight", "increase", "asserted")]),
    ],
)  # fmt: skip
def test_what_something_is_kept_from(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


def test_cells_kept_from_secreting_secrete_less_and_from_losing_lose_less() -> None:
    text = "BMSC exosomes prevented macrophages from secreting IL-6 and cells from losing ZO-1."
    found = Extractor().findings(readers.read_string(text))
    assert {(t.label, t.direction) for f in found for t in f.targets} == {
        ("IL6", "down"), ("TJP1", "up"),
    }  # fmt: skip


@pytest.mark.parametrize("portion", ["", "30% of the ", "half of the ", "a third of "])
def test_a_portion_of_the_cells_is_rescued(portion: str) -> None:
    text = f"BMSC exosomes rescued {portion}ganglion cells in rats with glaucoma."
    assert told(text) == [("retinal ganglion cell survival", "increase", "asserted")]
