"""What a text looks like changes nothing of what is found in it."""

from __future__ import annotations

import pytest

from extractor.components.pieces import of
from extractor.extract import Extractor
from extractor.readers import read_bytes, read_string
from tests.bench.variants import CORPUS, VARIANTS, compare, texts

_ENGINE = Extractor(fast=True)
_TEXTS = texts(CORPUS)


def test_there_are_texts_to_vary() -> None:
    """The abstracts of the corpus, each changed by most variants."""
    assert len(_TEXTS) > 12


@pytest.mark.parametrize("name", VARIANTS)
def test_a_variant_tells_the_same(name: str) -> None:
    """Written and set otherwise, the abstracts of the corpus tell the same but for a little."""
    assert compare(_ENGINE, _TEXTS, name).dice > 0.97


LABELLED = "Aims: Rats were to be healed. Results: They got well. Conclusions: Vesicles help."


def test_labels_that_a_reader_left_part_an_abstract() -> None:
    """Parts of an abstract have their labels as sections, in JATS as in plain text."""
    source = (
        "<article><front><article-meta><title-group><article-title>Vesicles and rats"
        f"</article-title></title-group><abstract><p>{LABELLED}</p></abstract></article-meta>"
        "</front></article>"
    )
    document = read_bytes(source.encode(), "a.xml")
    block = next(b for b in document.blocks if b.kind == "abstract")
    parts = [(p.section, document.text[p.start : p.end].strip()) for p in of(block, document.text)]
    assert parts == [
        ("Aims", "Rats were to be healed."),
        ("Results", "They got well."),
        ("Conclusions", "Vesicles help."),
    ]


def test_other_blocks_are_read_whole() -> None:
    """A paragraph of a paper's body keeps its section."""
    document = read_string(f"1. Introduction\n\n{LABELLED} {LABELLED}\n\n2. Methods\n\nNone.")
    for block in document.blocks:
        if block.kind == "paragraph":
            assert list(of(block, document.text)) == [block]
