"""What is laid to the cargo in plain words, and by losses that left things as with controls."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

LIVER = "Exosomes of umbilical cord MSCs lowered ALT and necrosis in mice with hepatitis. "


def laid(sentences: str) -> set[str]:
    """The outcomes that stand behind miR-22."""
    return {
        m.label
        for f in Extractor().findings(readers.read_string(LIVER + sentences))
        if [m.label for m in f.mirnas] == ["miR-22"] and f.polarity == "asserted"
        for m in (*f.targets, *f.effects)
    }


BOTH = {"alanine aminotransferase", "necrosis"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The effect needed miR-22.", BOTH),
        ("Take away miR-22 and the effect is gone.", BOTH),
        ("This was the work of miR-22.", BOTH),
        ("miR-22 is how.", BOTH),
        ("Mechanism: miR-22.", BOTH),
        ("miR-22 accounts for most of it.", BOTH),
        ("A mimic of miR-22 did the same.", BOTH),
        ("Without miR-22 they might as well have been saline.", BOTH),
        ("All this we attribute to miR-22.", BOTH),
        ("For this miR-22 was indispensable.", BOTH),
        ("Exo(miR-22−) did not lower necrosis.", {"necrosis"}),
        ("The effect did not need miR-22.", set()),
        ("Once miR-22 had been silenced in the donors, necrosis was as wide as with saline.",
         {"necrosis"}),
        ("Exosomes from cells given anti-miR-22 left necrosis as it was.", {"necrosis"}),
        ("Only necrosis came back when miR-22 was blocked in the donors.", {"necrosis"}),
    ],
)  # fmt: skip
def test_what_is_laid_to_the_cargo(sentence: str, expected: set[str]) -> None:
    assert laid(sentence) == expected
