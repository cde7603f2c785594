"""The helpers of the quality and ablation benches that figures rest on."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench import ablation, quality
from bench.ablation import Part, without

from extractor.components import losses, slots


def test_scores_are_undefined_where_nothing_is_counted() -> None:
    """Nothing found and nothing to find gives no score rather than zero."""
    empty = quality.Counts()
    assert (empty.precision, empty.recall, empty.f1) == (None, None, None)
    assert quality.Counts(right=1, found=2, hit=1, gold=1).f1 == pytest.approx(2 / 3)


def test_a_listed_member_goes_on_from_a_right_one() -> None:
    """Members after a marked first member are right, a miRNA elsewhere is not."""
    text = "Levels of miR-1, -2 and -3 rose but miR-7 fell."
    first = quality.Span("e0", 10, 15, "Specific_miRNAs")
    loose, strict = quality.mention_counts([quality.Sample("d0", 0, text, (first,), ())])
    assert (loose.found, loose.right, loose.hit, loose.gold) == (4, 3, 1, 1)
    assert (strict.right, strict.found) == (1, 4)


def test_corpus_offsets_are_inclusive_and_sentences_sorted(tmp_path: Path) -> None:
    """The last character of an entity belongs to it; sentences come by their number."""
    (tmp_path / "scai_train_rels.tsv").write_text(
        "InteractionID\tREL_ENT\tREG_DIR\tINDIRECT\tPASSIVE\tNEGATED\tSENTENCE\n"
        "d.d0.s0.p0\tMIR_GENE\tDOWN\tFALSE\tFALSE\tFALSE\tx\n"
    )
    (tmp_path / "miRNA_train_fixed.xml").write_text(
        '<corpus><document id="c.d0" origId="1">'
        '<sentence id="d.d0.s0" origId="1.s1" text="miR-9 cuts PTEN">'
        '<entity charOffset="0-4" id="a" text="miR-9" type="Specific_miRNAs"/>'
        '<entity charOffset="11-14" id="b" text="PTEN" type="Genes/Proteins"/>'
        '<pair e1="a" e2="b" id="d.d0.s0.p0" interaction="True" '
        'type="Specific_miRNAs-Genes/Proteins"/></sentence>'
        '<sentence id="d.d0.s1" origId="1.s0" text="Title"/></document></corpus>'
    )
    title, sentence = quality.scai(tmp_path)
    assert title.text == "Title"
    (pair,) = sentence.pairs
    assert sentence.text[pair.gene.start : pair.gene.end] == "PTEN"
    assert (pair.related, pair.direction, pair.agent) == (True, "down", "mirna")


def test_a_part_is_off_only_inside_the_block() -> None:
    """Functions are put back, also after an error, in every module that had taken them up."""
    part = next(p for p in ablation.PARTS if p.where.endswith(":refine"))
    original = slots.refine

    def fail() -> None:
        with without(part):
            assert slots.refine is not original
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        fail()
    assert slots.refine is original


def test_every_ablated_part_is_in_the_engine() -> None:
    """No row of the table names a function that the engine has lost."""
    for part in ablation.PARTS:
        with without(part):
            pass


def test_a_part_that_is_gone_is_told() -> None:
    """A wrong name raises, so that the table can say so."""
    gone = Part("gone", f"{losses.__name__}:no_such_function", lambda original: original)
    with pytest.raises(AttributeError), without(gone):
        pass
