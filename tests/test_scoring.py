"""The scorer: known costs, symmetry, additivity, and agreement with a second implementation."""

from __future__ import annotations

import itertools
import json
import os
import random
import subprocess
import sys
from dataclasses import replace

import brute_scorer as brute
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.assignment import best_assignment, largest_matching
from extractor.matching import Identity, label_key, mirna_key
from extractor.records import Evidence, Finding, Slot
from extractor.scoring import METRICS, PAIRS, TUPLE_SLOTS, Count, Score, compare, score


def slot(label, start, curie=None, direction=None, length=4):
    return Slot(label, start, start + length, label, curie, direction=direction)


def finding(name="f", doc="d", **slots):
    return Finding(name, doc, evidence=[Evidence(0, 200)], **slots)


def example(name="f"):
    return finding(
        name,
        msc_source=slot("BM-MSC", 0, "UBERON:0002371"),
        disease_model=slot("stroke", 10, "DOID:6713"),
        mirnas=[slot("miR-21", 20), slot("miR-133b", 30)],
        targets=[slot("PTEN", 40, "HGNC:9588", "down")],
        effects=[slot("apoptosis", 50, "GO:0006915", "decrease"),
                 slot("angiogenesis", 60, "GO:0001525", "increase")],
    )


def triple(count):
    return count.tp, count.fp, count.fn


def swapped(count):
    return count.tp, count.fn, count.fp


LABELS = {
    "msc_source": [("MSC", None), ("BM-MSC", "UBERON:1"), ("bm mscs", None)],
    "disease_model": [("stroke", "DOID:1"), ("Strokes", None), ("sepsis", "DOID:2")],
    "mirnas": [("miR-21", None), ("miR-21-5p", None), ("hsa-miR-21-3p", None), ("miR-22", None)],
    "targets": [("PTEN", "HGNC:1"), ("pten", None), ("AKT1", "HGNC:2"), ("PTEN", "HGNC:3")],
    "effects": [("apoptosis", "GO:1"), ("cell death", "GO:1"), ("growth", None)],
}
DIRECTIONS = {"targets": ["up", "down"], "effects": ["increase", "decrease"]}


def fillers(name):
    def made(label, start, length, direction):
        return Slot(label[0], start, start + length, label[0], label[1], direction=direction)

    return st.builds(made, st.sampled_from(LABELS[name]), st.integers(0, 12), st.integers(1, 4),
                     st.sampled_from(DIRECTIONS.get(name, [None])))


FINDINGS = st.builds(
    lambda s, d, m, t, e, p: Finding("x", "d", None, s, d, m, t, e, polarity=p),
    st.none() | fillers("msc_source"), st.none() | fillers("disease_model"),
    st.lists(fillers("mirnas"), max_size=2), st.lists(fillers("targets"), max_size=2),
    st.lists(fillers("effects"), max_size=1), st.sampled_from(["asserted", "negated"]),
)
SIDES = st.lists(FINDINGS, max_size=3)
SMALL = settings(max_examples=60, deadline=None)


def test_gold_against_itself_is_perfect():
    """Every defined metric of gold against itself is 1.0, whatever stands in it."""
    gold = [example("a"), replace(example("b"), mirnas=[slot("let-7a", 70)], polarity="negated")]
    for metric, count in score(gold, gold).counts().items():
        assert count.fp == count.fn == 0, metric
        if metric[1] not in ("cargo", "vesicle"):
            assert count.f1 == 1.0, metric


@SMALL
@given(SIDES)
def test_any_gold_against_itself_is_perfect(gold):
    """No invented gold costs anything against itself."""
    for metric, count in score(gold, gold).counts().items():
        if metric == ("findings", "all"):
            continue  # findings without any filler cannot be aligned
        if metric == ("slots", "polarity"):
            continue
        assert count.fp == count.fn == 0, metric


@SMALL
@given(SIDES, SIDES)
def test_swapping_sides_swaps_precision_and_recall(gold, found):
    """With gold and found exchanged, false positives and misses change places everywhere."""
    there, back = score(gold, found).counts(), score(found, gold).counts()
    for metric in METRICS:
        assert triple(there[metric]) == swapped(back[metric]), metric


@SMALL
@given(SIDES, SIDES, st.randoms())
def test_order_of_findings_and_fillers_does_not_count(gold, found, chance):
    """Shuffled input gives the same counts."""
    def shuffled(side):
        out = [replace(f, mirnas=chance.sample(f.mirnas, len(f.mirnas)),
                       targets=chance.sample(f.targets, len(f.targets))) for f in side]
        chance.shuffle(out)
        return out

    assert score(gold, found).counts() == score(shuffled(gold), shuffled(found)).counts()


@SMALL
@given(SIDES, SIDES)
def test_mentions_agree_with_the_second_implementation(gold, found):
    """Exact and overlapping mentions are those that plain loops count."""
    counts = score(gold, found).counts()
    one, two = [f.to_json() for f in gold], [f.to_json() for f in found]
    for name in TUPLE_SLOTS:
        assert triple(counts["mentions exact", name]) == brute.exact(one, two, name)
        assert triple(counts["mentions overlap", name]) == brute.overlap(one, two, name)


@SMALL
@given(SIDES, SIDES)
def test_pairs_agree_with_the_second_implementation(gold, found):
    """All eight relations are those that plain loops count."""
    counts = score(gold, found).counts()
    one, two = [f.to_json() for f in gold], [f.to_json() for f in found]
    for name, (left, right) in PAIRS.items():
        assert triple(counts["pairs", name]) == brute.pairs(one, two, left, right), name


@settings(max_examples=40, deadline=None)
@given(st.lists(FINDINGS, max_size=2), st.lists(FINDINGS, max_size=2))
def test_tuples_agree_with_the_second_implementation(gold, found):
    """Strict tuples, and relaxed ones within what trying everything can afford."""
    counts = score(gold, found).counts()
    one, two = [f.to_json() for f in gold], [f.to_json() for f in found]
    assert triple(counts["tuples", "strict"]) == brute.tuples(one, two, 5)
    strict = counts["tuples", "strict"]
    if strict.tp + strict.fn <= 5 and strict.tp + strict.fp <= 5:
        assert triple(counts["tuples", "relaxed"]) == brute.tuples(one, two, 4)


@SMALL
@given(SIDES, SIDES)
def test_alignment_has_the_greatest_overlap(gold, found):
    """No other one-to-one alignment shares more fillers."""
    made = compare(gold, found)
    total = sum(
        len(made.fillers(made.gold[i], s) & made.fillers(made.found[j], s))
        for i, j in made.pairs for s in TUPLE_SLOTS
    )
    one, two = [f.to_json() for f in gold], [f.to_json() for f in found]
    assert total == brute.greatest_overlap(one, two)


@SMALL
@given(SIDES, SIDES, SIDES, SIDES)
def test_scores_of_documents_add_up(gold_a, found_a, gold_b, found_b):
    """The score of two documents has the added counts of both, metric by metric."""
    a, b = score(gold_a, found_a), score(gold_b, found_b)
    both = (a + b).counts()
    for metric in METRICS:
        assert both[metric] == a.count(metric) + b.count(metric)


def test_equal_counts_of_two_documents_do_not_collapse():
    """Two documents with the same counts count twice."""
    one = score([example()], [example()])
    total = sum([one, one], Score())
    assert total.count(("pairs", "all")).tp == 2 * one.count(("pairs", "all")).tp


def test_found_nothing_has_no_precision():
    """An empty result has recall 0 and an undefined precision, never 0."""
    count = score([example()], []).count(("pairs", "all"))
    assert count.precision is None
    assert count.recall == 0.0


def test_empty_against_empty_is_undefined():
    """A document without findings on either side has no ratios at all."""
    for count in score([], []).counts().values():
        assert (count.precision, count.recall, count.f1) == (None, None, None)


def test_spurious_findings_in_an_empty_document_cost_precision():
    """What is found where there is no gold is a false positive at every level."""
    counts = score([], [example()]).counts()
    assert triple(counts["findings", "all"]) == (0, 1, 0)
    assert triple(counts["slots", "all"]) == (0, 7, 0)
    assert triple(counts["tuples", "strict"]) == (0, 4, 0)


def test_swapped_direction_costs_its_pairs_tuples_and_slot():
    """A turned effect costs its three relations, half of the tuples, and one filler."""
    wrong = example()
    wrong.effects[0] = replace(wrong.effects[0], direction="increase")
    counts = score([example()], [wrong]).counts()
    assert triple(counts["pairs", "miRNA–effect"]) == (2, 2, 2)
    assert triple(counts["pairs", "source–effect"]) == (1, 1, 1)
    assert triple(counts["pairs", "disease–effect"]) == (1, 1, 1)
    assert triple(counts["pairs", "miRNA–target"]) == (2, 0, 0)
    assert triple(counts["tuples", "strict"]) == (2, 2, 2)
    assert triple(counts["tuples", "relaxed"]) == (4, 0, 0)
    assert triple(counts["slots", "effects"]) == (1, 1, 1)
    assert counts["mentions exact", "all"].f1 == 1.0
    assert triple(counts["findings", "all"]) == (1, 0, 0)


def test_swapped_roles_cost():
    """Disease and effect in each other's place are wrong in both slots, not half right."""
    gold = finding(disease_model=slot("fibrosis", 0), effects=[slot("scar", 9, None, "decrease")])
    wrong = finding(disease_model=slot("scar", 9), effects=[slot("fibrosis", 0, None, "decrease")])
    counts = score([gold], [wrong]).counts()
    assert triple(counts["pairs", "disease–effect"]) == (0, 1, 1)
    assert triple(counts["mentions exact", "all"]) == (0, 2, 2)
    assert triple(counts["slots", "all"]) == (0, 2, 2)
    assert triple(counts["findings", "all"]) == (0, 1, 1)


def test_duplicate_costs_one_finding_only():
    """A finding given twice is one false positive as a finding and costs no pair or mention."""
    counts = score([example()], [example("a"), example("b")]).counts()
    assert triple(counts["findings", "all"]) == (1, 1, 0)
    assert triple(counts["slots", "all"]) == (7, 7, 0)
    for level in ("pairs", "mentions exact", "mentions overlap"):
        assert counts[level, "all"].f1 == 1.0
    assert counts["tuples", "strict"].f1 == 1.0


def test_wrong_polarity_costs_the_finding_but_no_filler():
    """A negated finding taken for an asserted one is wrong as a finding, right in its slots."""
    counts = score([example()], [replace(example(), polarity="negated")]).counts()
    assert triple(counts["findings", "all"]) == (0, 1, 1)
    assert triple(counts["slots", "polarity"]) == (0, 1, 1)
    assert counts["slots", "all"].f1 == 1.0


def test_merged_findings_cost_the_relations_they_invent():
    """Two findings put into one explode into tuples that nobody claimed."""
    a = finding("a", mirnas=[slot("miR-21", 0)], targets=[slot("PTEN", 9, None, "down")])
    b = finding("b", mirnas=[slot("miR-22", 20)], targets=[slot("TET2", 29, None, "down")])
    one = finding("c", mirnas=a.mirnas + b.mirnas, targets=a.targets + b.targets)
    counts = score([a, b], [one]).counts()
    assert triple(counts["pairs", "miRNA–target"]) == (2, 2, 0)
    assert triple(counts["tuples", "strict"]) == (2, 2, 0)
    assert triple(counts["findings", "all"]) == (1, 0, 1)


def test_half_of_the_fillers_make_a_finding_right():
    """Dice of exactly one half is enough, less is not."""
    gold = finding(mirnas=[slot("miR-1", 0)], targets=[slot("AA", 9, None, "up")])
    half = finding(mirnas=[slot("miR-1", 0)], targets=[slot("BB", 9, None, "up")])
    less = replace(half, effects=[slot("growth", 30, None, "increase")])
    assert triple(score([gold], [half]).count(("findings", "all"))) == (1, 0, 0)
    assert triple(score([gold], [less]).count(("findings", "all"))) == (0, 1, 1)


def test_overlapping_mentions_are_matched_one_to_one():
    """One long mention cannot stand for two short ones."""
    gold = [finding(mirnas=[slot("miR-1", 0), slot("miR-2", 6)])]
    found = [finding(mirnas=[slot("miR-1", 0, length=10)])]
    assert triple(score(gold, found).count(("mentions overlap", "mirnas"))) == (1, 0, 1)
    assert triple(score(gold, found).count(("mentions exact", "mirnas"))) == (0, 1, 2)


@pytest.mark.parametrize(("one", "two"), [
    ("TGF-β1", "tgf beta1"), ("BM-MSCs", "BM MSC"), ("Alzheimer’s disease", "alzheimer disease"),
    ("ischaemia", "Ischemia"), ("M2 macrophages", "m2-macrophage"), ("CD86+", "cd86+"),
])
def test_labels_that_are_the_same(one, two):
    """Case, Greek letters, dashes, plurals and spelling do not make labels differ."""
    assert label_key(one) == label_key(two)


@pytest.mark.parametrize(("one", "two"), [
    ("CD86+", "CD86"), ("miR-21", "miR-22"), ("fibrosis", "fibroses"), ("apoptosis", "necrosis"),
])
def test_labels_that_differ(one, two):
    """What names different things stays apart."""
    assert label_key(one) != label_key(two)


@pytest.mark.parametrize(("label", "key"), [
    ("miR-21", ("mir21", "")), ("hsa-miR-21-5p", ("mir21", "5p")), ("MIR‐125B", ("mir125b", "")),
    ("let-7a-3p", ("let7a", "3p")), ("miR-17-92 cluster", ("mir17-92", "")),
    ("miR-21*", ("mir21*", "")), ("microRNA-22", ("mir22", "")), ("PTEN", None),
])
def test_parts_of_mirna_labels(label, key):
    """Species, case and dashes go, the arm is kept apart."""
    assert mirna_key(label) == key


def test_arm_is_dropped_unless_both_sides_tell_arms_apart():
    """miR-21 is miR-21-5p, until gold and found both name the two arms."""
    bare, five, three = (finding(mirnas=[slot(n, 0)]) for n in ("miR-21", "miR-21-5p", "miR-21-3p"))
    loose = Identity([bare], [five])
    assert loose.key("mirnas", bare.mirnas[0]) == loose.key("mirnas", five.mirnas[0])
    one_sided = Identity([bare, five], [five, three])
    assert one_sided.key("mirnas", five.mirnas[0]) == one_sided.key("mirnas", three.mirnas[0])
    strict = Identity([five, three], [five, three])
    assert strict.key("mirnas", five.mirnas[0]) != strict.key("mirnas", three.mirnas[0])


def test_identifiers_decide_before_labels():
    """Two names of one identifier are equal; one name with two identifiers is not."""
    identity = Identity([finding(targets=[slot("p53", 0, "HGNC:11998"), slot("A", 9, "HGNC:1")])],
                        [finding(targets=[slot("TP53", 0, "hgnc:11998"), slot("A", 9, "HGNC:2")])])
    assert identity.key("targets", slot("p53", 0, "HGNC:11998")) == identity.key(
        "targets", slot("TP53", 0, "hgnc:11998"))
    assert identity.key("targets", slot("A", 9, "HGNC:1")) != identity.key(
        "targets", slot("A", 9, "HGNC:2"))


def test_identity_without_identifier_is_by_label():
    """A mention that lacks an identifier equals one of the same label that has it."""
    gold = [finding(effects=[slot("Infarct sizes", 0, None, "decrease")])]
    found = [finding(effects=[slot("infarct size", 0, "MP:1", "decrease")])]
    assert score(gold, found).count(("slots", "effects")) == Count(1, 0, 0)


def test_intervals_are_reproducible_and_hold_the_score():
    """The same seed gives the same intervals, and each holds its own score."""
    gold = [replace(example(str(i)), mirnas=[slot(f"miR-{i}", 100 + 9 * i)]) for i in range(1, 9)]
    made = score(gold, gold[:6])
    assert made.intervals(200) == made.intervals(200)
    low, high = made.intervals(200)["slots", "all"]
    f1 = made.count(("slots", "all")).f1
    assert low <= f1 <= high
    assert low < high


def test_one_finding_has_no_interval():
    """A single unit tells nothing about spread."""
    assert score([example()], [example()]).intervals() == {}


def test_counts_do_not_depend_on_hash_seed():
    """Two interpreters with different string hashing give the same bytes."""
    code = (
        "import json,sys,random; sys.path.insert(0, sys.argv[1])\n"
        "import test_scoring as t\n"
        "chance = random.Random(5)\n"
        "def one():\n"
        "    s = {n: [t.Slot(l, a, a + 3, l, i, direction=chance.choice("
        "t.DIRECTIONS.get(n, [None]))) for l, i in chance.sample(t.LABELS[n], 2)"
        " for a in [chance.randrange(9)]] for n in t.TUPLE_SLOTS}\n"
        "    return t.Finding('x', 'd', None, s['msc_source'][0], s['disease_model'][0],"
        " s['mirnas'], s['targets'], s['effects'])\n"
        "gold, found = [one() for _ in range(9)], [one() for _ in range(8)]\n"
        "made = t.score(gold, found)\n"
        "print(json.dumps([[*m, c.tp, c.fp, c.fn] for m, c in made.counts().items()]))\n"
        "print(sorted(made.intervals(50).items()))\n"
    )
    outputs = set()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code, os.path.dirname(__file__)], check=True,
            capture_output=True, text=True, env={**os.environ, "PYTHONHASHSEED": seed},
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1
    assert any(row[2] for row in json.loads(outputs.pop().splitlines()[0]))


WEIGHTS = st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(0, 9))


@SMALL
@given(WEIGHTS)
def test_assignment_is_the_best_there_is(weights):
    """The assignment weighs as much as the best of all permutations."""
    pairs = best_assignment(weights)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    best = max(
        sum(weights.get((i, j), 0) for i, j in enumerate(order))
        for order in itertools.permutations(range(5))
    )
    assert sum(weights[p] for p in pairs) == best


@SMALL
@given(st.lists(st.lists(st.integers(0, 4), max_size=4, unique=True), max_size=5))
def test_matching_is_the_largest_there_is(edges):
    """No one-to-one matching has more pairs."""
    made = largest_matching(edges)
    assert all(right in edges[left] for left, right in made.items())
    assert len(set(made.values())) == len(made)
    assert len(made) == brute.matching(edges, list(range(5)), lambda e, j: j in e)


def test_large_scores_stay_quick():
    """Hundreds of findings are aligned without trying everything."""
    chance = random.Random(1)

    def some(n):
        return [
            finding(str(i), mirnas=[slot(f"miR-{chance.randrange(1, 60)}", i)],
                    targets=[slot(f"G{chance.randrange(60)}", i, None, "up")]) for i in range(n)
        ]

    counts = score(some(120), some(140)).counts()
    assert counts["findings", "all"].tp > 20


def test_ties_are_broken_alike_in_whatever_order_the_fillers_stand() -> None:
    """Two equally good alignments: which one is taken hangs on what the findings say alone."""
    mirnas = [Slot(name, 0, 1, name) for name in ("miR-21", "miR-22")]
    up, down = (Slot("PTEN", 0, 1, "PTEN", "HGNC:1", direction=d) for d in ("up", "down"))
    gold = [
        Finding("x", "d", mirnas=[mirnas[0]], targets=[up]),
        Finding("x", "d", mirnas=[mirnas[1]], targets=[down]),
    ]
    rest = [
        Finding("x", "d", mirnas=[mirnas[0]], polarity="negated"),
        Finding("x", "d", mirnas=[mirnas[0]], targets=[down]),
    ]
    told = [
        score(gold, [Finding("x", "d", mirnas=order, polarity="negated"), *rest]).counts()
        for order in (mirnas, mirnas[::-1])
    ]
    assert told[0] == told[1]
