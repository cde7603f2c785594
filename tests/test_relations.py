"""The relation reader, its constructions, and the findings of ``--scope any``."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from extractor import readers
from extractor.components import relations
from extractor.components.relations import (
    Relation,
    check_examples,
    classify,
    constructions,
    parse_example,
    tells_repression,
)
from extractor.extract import Extractor
from extractor.records import Finding
from extractor.rules import load


def read(marked: str) -> Relation:
    return classify(*parse_example(marked), load())


def test_every_construction_reads_its_example_and_not_its_counterexample() -> None:
    """Each row of the file is the one that decides on its own example, and says why it is there."""
    assert check_examples(load()) == []
    assert all(c.note for c in constructions())


def test_a_wrong_example_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """An example that another construction reads, and a counterexample that fits, are named."""
    row = next(c for c in constructions() if c.id == "active")
    bad = replace(row, example=row.counterexample, counterexample=row.example)
    monkeypatch.setattr(relations, "constructions", lambda: (bad,))
    assert [line.split(": ")[1:] for line in check_examples(load())] == [
        ["active", "the example is read by none"],
        ["active", "the counterexample fits the pattern"],
    ]


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("{miR-9} inhibits [PTEN] translation.", "down"),
        ("[PTEN] expression was reduced by {miR-9}.", "down"),
        ("The downregulation of [PTEN] by {miR-9} is dose dependent.", "down"),
        ("{miR-9} increased the level of [PTEN].", "up"),
        ("{miR-9} binds to the 3'UTR of [PTEN].", "none"),
        ("{miR-9} regulates the expression of [PTEN].", "none"),
        ("{miR-9} prevented the increase in [PTEN].", "down"),
        ("{miR-9} prevented the decrease in [PTEN].", "up"),
        ("Overexpression of {miR-9} reduced [PTEN].", "down"),
        ("Knockdown of {miR-9} increased [PTEN].", "down"),
        ("Inhibition of {miR-9} decreased [PTEN] levels.", "up"),
        ("The {miR-9} inhibitor enhanced [PTEN] protein levels.", "down"),
        ("Loss of {miR-9} led to [PTEN] upregulation.", "down"),
        ("A direct correlation links loss of {miR-9} and loss of [PTEN].", "up"),
        ("{miR-9} rose as [PTEN] fell.", "down"),
        ("{miR-9} kills cells by targeting [PTEN].", "none"),
    ],
)
def test_directions_are_those_with_the_mirna_present(sentence: str, direction: str) -> None:
    """Active, passive, nominal; what a loss does is turned round."""
    found = read(sentence)
    assert found.related
    assert found.direction == direction


@pytest.mark.parametrize(
    "sentence",
    [
        "{miR-9} and [PTEN] were measured in plasma.",
        "{miR-9} did not reduce [PTEN].",
        "Neither {miR-9} nor <miR-7> inhibited [PTEN].",
        "{miR-9} was upregulated, whereas <miR-7> targets [PTEN].",
        "{miR-9} targets <BAX>; [PTEN] was unchanged.",
        "{miR-9} fell and that <miR-7> reduces [PTEN] was shown.",
        "We profiled {miR-9}, and [PTEN] served as a control.",
        "{miR-9} blocks the Wnt/[CTNNB1] signalling pathway.",
    ],
)
def test_standing_together_is_no_relation(sentence: str) -> None:
    """Lists, denials, clauses of others, and names that only name a pathway."""
    assert not read(sentence).related


def test_a_pathway_counts_where_it_is_asked_for() -> None:
    """A gene inside the name of a pathway is related if pathways are wanted."""
    found = classify(*parse_example("{miR-9} blocks [CTNNB1] signalling."), load(), pathways=True)
    assert found.direction == "down"


@pytest.mark.parametrize("name", ["miR-1", "miR-2", "miR-3"])
def test_all_members_of_a_list_share_a_relation(name: str) -> None:
    """Each of three miRNAs acts on each of two genes."""
    names = " and ".join(f"{{miR-{n}}}" if f"miR-{n}" == name else f"<miR-{n}>" for n in "123")
    for genes in ("[PTEN] and <BAX>", "<BAX> and the tumour suppressor [PTEN]"):
        assert read(f"{names} repress {genes}.").direction == "down"


def test_respectively_pairs_lists_off() -> None:
    """Of two lists of one length only members at the same place are related."""
    same = "<miR-1>, {miR-9} and <miR-3> repress <BAX>, [PTEN] and <TP53>, respectively."
    cross = "<miR-1>, {miR-9} and <miR-3> repress [BAX], <PTEN> and <TP53>, respectively."
    assert read(same).related
    assert not read(cross).related
    assert read(cross.replace(", respectively", "")).related


def test_the_gene_may_act() -> None:
    """A transcription factor that induces a miRNA is the agent, also in the passive."""
    assert read("[TP53] represses {miR-9}.").agent == "gene"
    assert read("{miR-9} is induced by [TP53].").agent == "gene"
    assert read("Inhibition of [TP53] reduced {miR-9}.").direction == "up"


def test_a_mention_inside_another_is_no_pair() -> None:
    """Overlapping spans are not related to each other."""
    assert not classify("miR-9 hits", (0, 5), (3, 5), [], load()).related


def test_a_gloss_is_the_name_it_explains() -> None:
    """Long form and short form in brackets take part in the same relations."""
    assert read("{miR-9} represses phosphatase ([PTEN]) in glia.").direction == "down"
    assert read("{miR-9} represses [phosphatase and tensin homolog] (<PTEN>).").related


def test_repression_is_told_also_where_no_construction_fits() -> None:
    """For sentences that are known to relate the two, a word of decrease between them decides."""
    told = "{miR-9} rose, and lower were, we saw, [PTEN] counts."
    assert tells_repression(*parse_example(told), load())
    assert not tells_repression(*parse_example("{miR-9} and, we saw, [PTEN] counts."), load())


def findings(text: str) -> list[Finding]:
    return Extractor().findings(readers.read_string(text, "text"), "any")


def test_scope_any_needs_no_vesicles() -> None:
    """Targets and effects of one miRNA stand in one finding, whatever carries it."""
    (found,) = findings("miR-21 directly targeted PTEN and inhibited apoptosis.")
    assert [s.label for s in found.mirnas] == ["miR-21"]
    assert [(s.label, s.direction) for s in found.targets] == [("PTEN", "none")]
    assert [(s.label, s.direction) for s in found.effects] == [("apoptosis", "decrease")]
    assert found.msc_source is None


def test_scope_any_ties_mirnas_to_diseases() -> None:
    """A miRNA said to change in a disease is a finding with neither target nor effect."""
    (found,) = findings("miR-122 was elevated in patients with psoriasis.")
    assert found.disease_model is not None
    assert found.disease_model.label == "psoriasis"
    assert not found.targets
    assert not found.effects


def test_scope_any_groups_by_the_mirnas_that_act() -> None:
    """Targets of different miRNAs stand in different findings."""
    found = findings("miR-21 represses PTEN. miR-34a represses BCL2. miR-21 also inhibits PDCD4.")
    pairs = {(f.mirnas[0].label, s.label) for f in found for s in f.targets}
    assert pairs == {("miR-21", "PTEN"), ("miR-21", "PDCD4"), ("miR-34a", "BCL2")}
    assert len(found) == 2


def test_scope_any_ignores_mere_lists() -> None:
    """Names that only stand together give no finding."""
    assert findings("miR-21, PTEN and BCL2 were measured by quantitative PCR.") == []


def test_scope_any_survives_huge_lists() -> None:
    """A sentence with thousands of pairs is passed over quickly."""
    names = ", ".join(f"miR-{n}" for n in range(1, 200))
    assert findings(f"{names} and PTEN, BCL2, BAX, TP53 and AKT1 were on the array.") == []


@pytest.mark.data
def test_pairs_of_the_benchmark_hold() -> None:
    """Pairs with given entities stay above what others reached, the baseline is what it was."""
    place = os.environ.get("EXTRACTOR_DATA")
    if not place:
        pytest.skip("EXTRACTOR_DATA is not set")
    from bench import quality

    samples = quality.scai(Path(place) / "benchmark" / "mirna")
    assert quality.accept_all(samples).f1 == pytest.approx(0.657, abs=0.001)
    found = quality.given_pairs(samples)
    assert found.counts.f1 is not None
    assert found.counts.f1 > 0.9
    assert found.direction is not None
    assert found.direction > 0.86
    mentions, _ = quality.mention_counts(samples)
    assert mentions.precision is not None
    assert min(mentions.precision, mentions.recall or 0) > 0.97
