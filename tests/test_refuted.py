"""Predicted targets that a test of binding does not bear out, and those that it does."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

LED = (
    "Exosomes of bone marrow mesenchymal stem cells lowered serum creatinine in rats with acute "
    "kidney injury. They carried miR-21-5p. "
)


@pytest.fixture(scope="module")
def engine() -> Extractor:
    """The rules alone."""
    return Extractor(fast=True)


def told(engine: Extractor, text: str) -> set[tuple[str, str, str, bool]]:
    """Polarity, target and direction, and whether it is told of the miRNA."""
    return {
        (f.polarity, x.label, str(x.direction), bool(f.mirnas))
        for f in engine.findings(readers.read_string(LED + text)) for x in f.targets
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "A reporter assay confirmed PDCD4 as a target of miR-21-5p, whereas a putative site in "
        "PTEN was inactive.",
        "PDCD4 was a target of miR-21-5p; a predicted match in the PTEN 3′UTR was not functional.",
        "PDCD4 was a direct target of miR-21-5p; PTEN, predicted as well, did not respond.",
        "MiR-21-5p bound the 3′UTR of PDCD4; PTEN, ranked higher by TargetScan, gave no response.",
        "PDCD4 proved to be a target of miR-21-5p, while PTEN, another candidate, did not "
        "respond.",
        "Of two predicted targets of miR-21-5p, PTEN and PDCD4, only PDCD4 responded in the "
        "reporter assay.",
        "MiR-21-5p targeted PDCD4. A second candidate, PTEN, did not respond to it.",
        "A luciferase assay ruled out PTEN as a target of miR-21-5p.",
        "MiR-21-5p lowered PDCD4, but its binding to PTEN could not be confirmed.",
        "PTEN was dismissed as a target of miR-21-5p after a pull-down assay.",
    ],
)
def test_a_target_that_is_not_confirmed_is_denied(engine: Extractor, text: str) -> None:
    assert {t for t in told(engine, text) if t[1] == "PTEN"} == {("negated", "PTEN", "none", True)}
    if "PDCD4" in text:
        assert {t[0] for t in told(engine, text) if t[1] == "PDCD4"} == {"asserted"}


def test_a_level_that_fell_without_binding_is_no_work_of_the_mirna(engine: Extractor) -> None:
    text = (
        "PDCD4 and PTEN were both lowered by the exosomes; only PDCD4 responded in the luciferase "
        "assay with miR-21-5p."
    )
    assert ("negated", "PTEN", "none", True) in told(engine, text)
    assert ("asserted", "PTEN", "down", True) not in told(engine, text)


@pytest.mark.parametrize(
    "text",
    [
        "PTEN was confirmed as a target of miR-21-5p, and the mutated site was inactive.",
        "The 3′UTR of PTEN responded to miR-21-5p, its mutant did not.",
        "PTEN was verified as a target of miR-21-5p, as only the intact PTEN reporter responded.",
    ],
)
def test_a_mutant_that_does_not_respond_denies_nothing(engine: Extractor, text: str) -> None:
    assert {t[0] for t in told(engine, text) if t[1] == "PTEN"} == {"asserted"}
