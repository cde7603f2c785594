"""One result of a study: an assertion that counts, with sign, polarity and miRNAs."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.components.arms import MAIN
from extractor.components.assertions import Assertion
from extractor.components.discourse import Sentence


@dataclass(slots=True)
class Claim:
    """One assertion that counts, with the sentence it stands in."""

    sentence: Sentence
    assertion: Assertion
    sign: int
    polarity: str
    mirnas: tuple[str, ...]
    loss: bool = False
    arm: str = MAIN
    """Whose vesicles it is about: those of the study, or another group's."""
