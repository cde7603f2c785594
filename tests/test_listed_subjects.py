"""Two clauses of which the second has a list as its subject, with every joint and verb."""

from __future__ import annotations

from itertools import product

import pytest

from extractor import readers
from extractor.extract import Extractor

LEAD = "Exosomes of umbilical cord MSCs (UC-Exo) were given to mice with colitis. "
FIRST = ("UC-Exo increased body weight", "Body weight rose with UC-Exo",
         "UC-Exo led to an increase in body weight")  # fmt: skip
JOINTS = (", and ", " and ", "; ", ", while ", ", but ", ". ")
LISTS = ("{0} and {1}", "{0}, {1} and {2}", "{0}, {1}, and {2}")
NAMES = (("TNF-α", "TNF"), ("MPO activity", "MPO"), ("diarrhea", "diarrhea"))
VERBS = {"were reduced": ("down", "asserted"), "were lower": ("down", "asserted"),
         "were not reduced": ("down", "negated")}  # fmt: skip


@pytest.mark.parametrize(("first", "joint"), list(product(FIRST, JOINTS)))
def test_a_list_is_the_subject_of_its_own_verb(first: str, joint: str) -> None:
    engine = Extractor(fast=True)
    for shape, verb in product(LISTS, VERBS):
        text = LEAD + first + joint + shape.format(*(name for name, _ in NAMES)) + f" {verb}."
        direction, polarity = VERBS[verb]
        told = {
            (x.label, {"decrease": "down", "increase": "up"}.get(str(x.direction), x.direction),
             f.polarity)
            for f in engine.findings(readers.read_string(text))
            for x in (*f.targets, *f.effects)
        }  # fmt: skip
        listed = NAMES[: shape.count("{")]
        wanted = {(label, direction, polarity) for _, label in listed}
        assert told == wanted | {("body weight", "up", "asserted")}, text


@pytest.mark.parametrize(
    ("told", "polarity"),
    [
        ("A reduction in TNF-α, MPO activity, and diarrhea was seen with UC-Exo.", "asserted"),
        ("No difference in TNF-α, MPO activity, and diarrhea was found between UC-Exo and PBS.",
         "negated"),
        ("TNF-α, MPO activity, and diarrhea were lower in the exosomes from cord MSCs group.",
         "asserted"),
    ],
)  # fmt: skip
def test_lists_behind_a_noun_and_of_a_group(told: str, polarity: str) -> None:
    found = Extractor(fast=True).findings(readers.read_string(LEAD + told))
    assert {(x.label, f.polarity) for f in found for x in (*f.targets, *f.effects)} == {
        (label, polarity) for _, label in NAMES
    }
