"""Papers typeset in the manner of many publishers, read back."""

from __future__ import annotations

import pytest

from extractor.readers import read_bytes
from tests.typeset.content import make_paper
from tests.typeset.houses import HOUSES, House, random_house
from tests.typeset.journal import typeset
from tests.typeset.measure import measure, run

BY_NAME = {h.name: h for h in HOUSES}


@pytest.mark.parametrize("house", HOUSES, ids=lambda h: h.name)
def test_a_house(house: House) -> None:
    """Title, abstract, sentences, headings, callouts, references, cells of a publisher's manner."""
    score, _ = run(house, 5)
    assert not score.low(), "\n".join(score.wrong)


@pytest.mark.parametrize("seed", [2, 8, 15, 19, 32, 41, 47, 55, 59, 65, 103, 119, 640, 655])
def test_a_mixed_house(seed: int) -> None:
    """Manners that no publisher has together are read as well; each of these once was not."""
    score, _ = run(random_house(seed), seed)
    assert not score.low(), "\n".join(score.wrong)


def test_the_same_bytes() -> None:
    """The same paper and house give the same file."""
    paper = make_paper(3)
    assert typeset(paper, HOUSES[0]) == typeset(make_paper(3), HOUSES[0])


def test_the_measure_sees_damage() -> None:
    """A document that lacks what the paper has is below the bars."""
    paper = make_paper(5)
    document = read_bytes(typeset(paper, BY_NAME["springer"]), "paper.pdf")
    document.text = document.text.replace("vesicles", "")
    document.references = document.references[1:]
    low = " ".join(measure(paper, BY_NAME["springer"], document).low())
    assert "sentences" in low
    assert "references" in low
