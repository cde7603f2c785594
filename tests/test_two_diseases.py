"""Abstracts of two diseases: each outcome stands in the finding of its own."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor


def _told(text: str) -> dict[str, set[str]]:
    """The outcomes with their direction, by disease; "not " before what is denied."""
    ways = {"up": "+", "down": "-", "increase": "+", "decrease": "-", "none": "="}
    out: dict[str, set[str]] = {}
    for f in Extractor(fast=True).findings(readers.read_string(text)):
        no = "" if f.polarity == "asserted" else "not "
        label = f.disease_model.label if f.disease_model else ""
        out.setdefault(label, set()).update(
            f"{no}{s.label}{ways[str(s.direction)]}" for s in (*f.targets, *f.effects)
        )
    return out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("AD-MSC exosomes in stroke and in asthma\n\nMice with stroke and mice with asthma were "
         "given AD-MSC exosomes. Infarct volume was smaller in stroke mice. Airway remodeling fell "
         "in asthmatic mice, and IL-10 rose.",
         {"stroke": {"infarct volume-"}, "asthma": {"airway remodeling-", "IL10+"}}),
        ("AD-MSC exosomes in two models\n\nRats with stroke and mice with asthma were given AD-MSC "
         "exosomes. In the rats, neurogenesis was raised. In the mice, airway remodeling fell. "
         "IL-6 was lowered in both.",
         {"stroke": {"neurogenesis+", "IL6-"}, "asthma": {"airway remodeling-", "IL6-"}}),
        ("BMSC exosomes in rats with stroke and in mice with asthma\n\nBMSC exosomes were "
         "injected. Neurogenesis rose in the former and airway remodeling fell in the latter. "
         "Body weight did not change.",
         {"stroke": {"neurogenesis+", "not body weight="},
          "asthma": {"airway remodeling-", "not body weight="}}),
        ("BMSC exosomes in stroke and asthma\n\nBMSC exosomes lowered IL-6 in rats with stroke and "
         "IL-5 in mice with asthma. Neurogenesis was raised in the stroke model.",
         {"stroke": {"IL6-", "neurogenesis+"}, "asthma": {"IL5-"}}),
    ],
)  # fmt: skip
def test_each_outcome_is_of_its_disease(text: str, told: dict[str, set[str]]) -> None:
    """The disease is told by its name, its animals, "both" or "the former"."""
    assert _told(text) == told


def test_one_disease_that_follows_another_is_no_second_study() -> None:
    """A disease that only the background names with the first parts nothing."""
    text = (
        "BMSC exosomes and the infarcted heart\n\nMyocardial infarction and stroke are frequent. "
        "BMSC exosomes were given to rats with myocardial infarction. Infarct size and fibrosis "
        "were reduced."
    )
    assert set(_told(text)) == {"myocardial infarction"}


def test_sick_animals_that_get_better_are_the_treated_ones() -> None:
    """A harm that falls "in diabetic mice" is a result, and the animals are no outcome."""
    text = (
        "Diabetic mice with stroke benefit from BMSC exosomes. Diabetic mice had stroke and were "
        "given BMSC exosomes. Lesion volume fell in diabetic mice with stroke."
    )
    assert _told(text) == {"stroke": {"lesion volume-"}}
