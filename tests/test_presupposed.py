"""Effects that a sentence takes for known."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

GIVEN = "We gave exosomes of adipose MSCs (AD-Exo) to mice with limb ischemia. "


def told(text: str) -> set[str]:
    out = set()
    for f in Extractor().findings(readers.read_string(GIVEN + text), "presupposed"):
        for e in (*f.targets, *f.effects):
            out.add(" ".join([*(m.label for m in f.mirnas), e.label, str(e.direction)]))
    return out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("miR-210 mediated the effect of AD-Exo on angiogenesis.",
         {"miR-210 angiogenesis increase"}),
        ("miR-210 was responsible for the effect on apoptosis.", {"miR-210 apoptosis decrease"}),
        ("The influence of AD-Exo on apoptosis was lost without miR-210.",
         {"miR-210 apoptosis decrease"}),
        ("An Akt inhibitor abolished the effect of AD-Exo on angiogenesis and apoptosis.",
         {"angiogenesis increase", "apoptosis decrease"}),
        ("Overexpression of PTEN abrogated the anti-apoptotic effect of AD-Exo.",
         {"apoptosis decrease"}),
        ("Overexpression of PTEN reversed the decrease in apoptosis and restored phosphorylation "
         "of p65.", {"apoptosis decrease", "RELA down"}),
    ],
)  # fmt: skip
def test_they_are_told_by_what_undoes_them(text: str, expected: set[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We examined whether miR-210 mediates the effect of AD-Exo on angiogenesis.",
        "The effect of AD-Exo on angiogenesis was not mediated by VEGF.",
        "The effect of age on angiogenesis was attributed to VEGF.",
    ],
)
def test_questions_and_denials_presuppose_nothing(text: str) -> None:
    assert not any("angiogenesis increase" in t for t in told(text))


def test_what_is_told_elsewhere_counts() -> None:
    text = "AD-Exo increased apoptosis. An antibody abolished the effect of AD-Exo on apoptosis."
    assert told(text) == {"apoptosis increase"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AD-Exo had an antioxidant effect.", {"antioxidant capacity increase"}),
        ("AD-Exo had neuroprotective effects.", {"neuroprotection increase"}),
        ("Silencing of HO-1 abolished the neuroprotective effect of AD-Exo.",
         {"neuroprotection increase"}),
        ("Forced PTEN expression brought back apoptosis.", {"apoptosis decrease"}),
        ("AD-Exo activated AKT1, and knockdown of WNT4 abrogated tube formation.", {"AKT1 up"}),
        ("AD-Exo carried NEAT1, which sponges miR-142 and frees FOXO1.", {"miR-142 FOXO1 up"}),
        ("Inhibition of miR-210 raised PTEN, and in neurons miR-210 lowered apoptosis.",
         {"miR-210 PTEN down", "miR-210 neuronal apoptosis decrease"}),
    ],
)  # fmt: skip
def test_effects_that_were_had_or_put_back(text: str, expected: set[str]) -> None:
    assert told(text) == expected
