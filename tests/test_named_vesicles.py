"""Short names of vesicles, by which a sentence tells whose vesicles it is about."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

LED = (
    "Mice with glioma were given exosomes of {how} bone marrow MSCs (P-Exo), of MSCs transfected "
    "with miR-124 (Q-Exo) or of MSCs obtained from glioma {what} (R-Exo). "
)


@pytest.mark.parametrize(
    ("how", "what"),
    [("naive", "specimens"), ("healthy human", "tissue"), ("unmodified", "biopsies"),
     ("the", "samples")],
)  # fmt: skip
@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("P-Exo reduced the tumour volume.", "BM-MSC"),
        ("Q-Exo reduced the tumour volume.", "BM-MSC"),
        ("R-Exo raised the tumour volume.", "GA-MSC"),
    ],
)
def test_each_name_stands_for_its_cells(how: str, what: str, text: str, source: str) -> None:
    document = readers.read_string(LED.format(how=how, what=what) + text)
    found = Extractor(fast=True).findings(document)
    told = {f.msc_source.label for f in found for x in f.effects if x.label == "tumor volume"
            and f.msc_source}  # fmt: skip
    assert told == {source}


@pytest.mark.parametrize("short", ["EVs", "MVs", "Exos"])
def test_controls_under_the_same_short_name_do_not_outweigh_the_studied(short: str) -> None:
    """One sentence on control vesicles counts once, however often their name is a mention."""
    long = {"EVs": "extracellular vesicles", "MVs": "microvesicles", "Exos": "exosomes"}[short]
    text = (
        f"We studied {long} ({short}) of human Wharton's jelly mesenchymal stromal cells in rats "
        f"with colitis. {short} lowered IL-6. Fibroblast {short} were inert."
    )
    found = Extractor(fast=True).findings(readers.read_string(text))
    told = {(f.msc_source and f.msc_source.label, t.label) for f in found for t in f.targets}
    assert told == {("WJ-MSC", "IL6")}
