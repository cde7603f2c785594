"""Verbs that tell an outcome with how much of it between their words."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor


def told(text: str) -> dict[str, str]:
    """The effects of a text with their directions."""
    found = Extractor().findings(readers.read_string(text))
    return {e.label: e.direction for f in found for e in f.effects}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Airways of asthmatic mice given BMSC exosomes reacted less to methacholine.",
         {"airway hyperresponsiveness": "decrease"}),
        ("After BMSC exosomes, rats with stroke spent more time in the target quadrant.",
         {"memory": "increase"}),
        ("In osteoporotic mice given BMSC exosomes, osteoclasts dug fewer pits.",
         {"bone resorption": "decrease"}),
        ("Lungs of mice given BMSC exosomes took up less water.",
         {"pulmonary edema": "decrease"}),
        ("The infarct took up less of the ventricular wall in rats given BMSC exosomes.",
         {"infarct size": "decrease"}),
        ("Tendons of rats given BMSC exosomes failed at a higher load.",
         {"biomechanical strength": "increase"}),
        ("Corneas of rabbits given BMSC exosomes cleared sooner.", {"corneal haze": "decrease"}),
        ("BMSC exosomes sensitised temozolomide-resistant glioblastoma cells.",
         {"drug sensitivity": "increase"}),
        ("BMSC exosomes prevented death in mice with sepsis.", {"mortality": "decrease"}),
        ("In mice given BMSC exosomes, ascites accumulated more slowly.",
         {"ascites": "decrease"}),
        ("Femora of mice given BMSC exosomes broke less easily.", {"bone strength": "increase"}),
        ("Lenses of rats given BMSC exosomes were less cloudy.", {"lens opacity": "decrease"}),
        ("Rats given BMSC exosomes crossed the gap.", {}),
    ],
)  # fmt: skip
def test_how_much_stands_within_a_verb(text: str, expected: dict[str, str]) -> None:
    """What says how much may stand behind the verb itself, before its object."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In rats with preeclampsia, BMSC exosomes increased litter size.",
         {"fertility": "increase"}),
        ("In mice with premature ovarian insufficiency, BMSC exosomes increased litter size.",
         {"fertility": "increase"}),
        ("In rats with osteoarthritis, BMSC exosomes preserved proteoglycan staining.",
         {"proteoglycan loss": "decrease"}),
        ("In rats with osteoarthritis, BMSC exosomes lowered the OARSI score.",
         {"histological score": "decrease"}),
        ("In rats with pulmonary hypertension, BMSC exosomes made the walls of arteries thinner.",
         {"pulmonary arteriole wall thickness": "decrease"}),
        ("In pups with hypoxic-ischemic brain injury, BMSC exosomes reduced tissue loss.",
         {"brain atrophy": "decrease"}),
    ],
)  # fmt: skip
def test_readouts_as_readers_call_them(text: str, expected: dict[str, str]) -> None:
    """Readouts have the name that readers gave them, with the disease where it matters."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Liver fibrosis: BMSC exosomes 4%, saline 9%.", {"liver fibrosis": "decrease"}),
        ("Ejection fraction: 38% with PBS, 51% with BMSC exosomes.",
         {"ejection fraction": "increase"}),
        ("Infarct size (day 28): 12% (BMSC exosomes) v. 30% (PBS).", {"infarct size": "decrease"}),
        ("Vasodilation reached 78% with BMSC exosomes v. 49%.", {"vasodilation": "increase"}),
        ("Mortality 2/10 (BMSC exosomes), 7/10 (PBS).", {"mortality": "decrease"}),
        ("With BMSC exosomes: apoptosis 38 → 14%.", {"apoptosis": "decrease"}),
        ("With BMSC exosomes: scar width, from 2.1 to 0.9 mm.", {"scar size": "decrease"}),
    ],
)  # fmt: skip
def test_figures_of_notes(text: str, expected: dict[str, str]) -> None:
    """Where notes give figures without a verb, those of two arms, or two ends, are compared."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PCNA-positive tenocytes were more numerous with BMSC exosomes.",
         {"tenocyte proliferation": "increase"}),
        ("SA-β-gal-positive chondrocytes were fewer with BMSC exosomes.",
         {"chondrocyte senescence": "decrease"}),
        ("PI-positive chondrocytes fell with BMSC exosomes.", {"chondrocyte death": "decrease"}),
        ("NGAL-positive tubules were fewer with BMSC exosomes.", {"tubular injury": "decrease"}),
    ],
)  # fmt: skip
def test_cells_that_a_stain_marks(text: str, expected: dict[str, str]) -> None:
    """A marker that names an outcome makes it one of the cells that it marks."""
    assert told(text) == expected
