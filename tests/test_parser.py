from __future__ import annotations

import itertools
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.components.parsing import ParserComponent, load_parser
from extractor.components.recognisers import models_folder
from extractor.errors import ModelError
from extractor.models.borders import ROWS, begins
from extractor.models.committee import Committee
from extractor.models.graph import GraphParser, Layout, ParserSizes
from extractor.models.lemmas import KEEP, apply_rule, rule_of
from extractor.models.store import pack, unpack
from extractor.models.sums import write_sums
from extractor.models.trees import best_heads
from extractor.training.arcs import ParserLearner, ParserPlan, Tree
from extractor.training.borders import fit_borders
from extractor.training.parser import Least, train_parser
from extractor.training.treebank import parse_scores

TINY = ParserSizes(
    static=4, word=8, affix=8, gram=8, words=50, affix_rows=100, gram_rows=100, hidden=12, arc=8,
    label=6,
)
ROWS_OF_A_SENTENCE = (
    ("Exosomes", "exosome", "NOUN", "NNS", 2, "nsubj"),
    ("lowered", "lower", "VERB", "VBD", 0, "root"),
    ("PTEN", "pten", "NOUN", "NN", 2, "dobj"),
    (".", ".", "PUNCT", ".", 2, "punct"),
)
NAMES = (
    "Exosomes", "Cells", "Vesicles", "Platelets", "Doctors", "Nurses", "Rats", "Genes", "Drugs",
    "Kits", "Labs", "Tools",
)


def write_treebank(path: Path, copies: int) -> Path:
    lines = []
    for copy in range(copies):
        if copy % 3 == 0:
            lines.append("# newpar")
        for i, (form, lemma, pos, tag, head, dep) in enumerate(ROWS_OF_A_SENTENCE):
            if i == 0:
                form = NAMES[copy % len(NAMES)]
                lemma = form.lower().removesuffix("s")
            space = "SpaceAfter=No" if i == 2 else "_"
            lines.append(f"{i + 1}\t{form}\t{lemma}\t{pos}\t{tag}\t_\t{head}\t{dep}\t_\t{space}")
        lines.append("")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_treebank(tmp_path_factory.mktemp("bank") / "bank.conllu", 48)


def train_tiny(bank: Path, folder: Path | None, seed: int = 3) -> Committee:
    plan = ParserPlan(epochs=14, rate=0.02, batch=40, average=0.9, seed=seed)
    members = [(TINY, plan), (replace(TINY, far=False), plan)]
    return train_parser(bank, bank, folder, members, least=Least(1, 1, 1))


@pytest.fixture(scope="module")
def tiny(bank: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models") / "parser"
    folder.mkdir()
    (folder / "MODEL_CARD.md").write_text("kept", encoding="utf-8")
    train_tiny(bank, folder)
    return folder


# --- trees


def is_projective_tree(heads: tuple[int, ...]) -> bool:
    """Whether heads (0 is the root) make one tree without crossing ties and with one root."""
    if heads.count(0) != 1:
        return False
    for i in range(1, len(heads) + 1):
        seen = {i}
        at = heads[i - 1]
        while at:
            if at in seen:
                return False
            seen.add(at)
            at = heads[at - 1]
    ties = [(min(i + 1, h), max(i + 1, h)) for i, h in enumerate(heads)]
    return not any(a < c < b < d for a, b in ties for c, d in ties)


@pytest.mark.parametrize("words", [1, 2, 3, 4])
def test_best_heads_equal_those_of_enumeration(words: int) -> None:
    """Of all projective trees with one root, the best one is found, for a whole batch."""
    scores = np.random.default_rng(words).normal(size=(6, words, words + 1)).astype(np.float32)
    scores[0, :, 0] += 9  # every word would like to be the root
    found = best_heads(scores)
    trees = [
        heads for heads in itertools.product(range(words + 1), repeat=words)
        if is_projective_tree(heads)
    ]
    for i, row in enumerate(scores):
        best = max(trees, key=lambda h: sum(row[j, x] for j, x in enumerate(h)))
        assert tuple(found[i].tolist()) == best


# --- lemmas, borders, weights


@pytest.mark.parametrize(
    ("form", "lemma", "rule"),
    [("was", "be", "a3be"), ("Studies", "study", "a3y"), ("mice", "mouse", "a3ouse"),
     ("BMP2", "bmp2", "a0"), ("PTEN", "PTEN", "=0"), ("the", "the", "a0")],
)
def test_lemma_rules(form: str, lemma: str, rule: str) -> None:
    """A rule says what to take off the end of a form and what to put there."""
    assert rule_of(form, lemma) == rule
    assert apply_rule(form, rule) == lemma


@given(st.text("abXY1", min_size=1, max_size=8), st.text("abxy1", min_size=1, max_size=8))
def test_a_rule_makes_the_lemma_from_which_it_was_made(form: str, lemma: str) -> None:
    """Whatever form and lemma are, their rule leads from the one to the other."""
    assert apply_rule(form, rule_of(form, lemma)) == lemma


def test_a_rule_leaves_a_form_that_is_too_short() -> None:
    """Rules that would take more off than there is, or all of it, change nothing."""
    assert apply_rule("As", "a3be") == "as"
    assert apply_rule("An", "=2") == "An"
    assert rule_of("abcdefghijkl", "z") == KEEP


def test_borders_are_learnt_from_what_stands_around_them() -> None:
    """A full stop with a capital behind it ends a sentence, behind an initial it does not."""
    rng = np.random.default_rng(0)
    texts = []
    for _ in range(60):
        parts = [
            ["Dr", ".", "Li", "saw", str(rng.integers(9)), "rats", "."] if rng.random() < 0.5
            else [str(rng.choice(NAMES)), "slept", "."]
            for _ in range(5)
        ]
        tokens = [t for part in parts for t in part]
        starts = [i == 0 for part in parts for i in range(len(part))]
        texts.append((tokens, [True] * len(tokens), starts))
    weights = fit_borders(texts)
    assert weights.shape == (ROWS + 1,)
    for tokens, spaced, starts in texts[:5]:
        assert begins(tokens, spaced, weights) == starts
    assert begins([], [], weights) == []
    assert begins(["Rats"], [True], weights) == [True]


def test_tables_survive_eight_bits() -> None:
    """A table comes back with an error of less than a hundredth of each row's longest element."""
    table = np.random.default_rng(0).normal(size=(20, 7)).astype(np.float32)
    table[3] = 0
    table[4] *= 100
    other = table.astype(np.float16).astype(np.float32)
    back = unpack(pack({"table": table, "other": other}, ("table",)))
    assert np.array_equal(back["other"], other)
    assert (np.abs(back["table"] - table) <= np.abs(table).max(axis=1, keepdims=True) / 100).all()
    again = unpack(pack(back, ("table",)))
    assert np.allclose(again["table"], back["table"], rtol=1e-3, atol=1e-6)


# --- training


def test_gradients_match_differences(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hand-written backward pass equals numerical derivatives for every kind of weight."""
    rng = np.random.default_rng(0)
    words = list("abcdef")

    def tree(size: int) -> Tree:
        heads = [0] + [int(rng.integers(1, i + 1)) for i in range(1, size)]
        draw = [rng.integers(0, 3, size).tolist() for _ in range(2)]
        rules = rng.integers(0, 2, size).tolist()
        return Tree([words[int(rng.integers(6))] for _ in range(size)], draw[0], rules, heads,
                    draw[1])

    sizes = ParserSizes(
        static=5, word=5, affix=5, gram=5, words=4, affix_rows=30, gram_rows=30, hidden=6, arc=5,
        label=4,
    )
    static = rng.normal(size=(6, 5)).astype(np.float32)
    parser = GraphParser.new(sizes, words, list("xyz"), ["a0", "=0"], list("pqr"), static, 1)
    for name, value in parser.params.items():
        parser.params[name] = (value + 0.3 * rng.normal(size=value.shape)).astype(np.float32)
    plan = ParserPlan(inputs=0, states=0, pairs=0)
    learner = ParserLearner(parser, plan, [[tree(4), tree(3)], [tree(5)]])
    learner.hidden[:] = 0
    learner.descent.clip = 1e9
    seen: dict[str, np.ndarray] = {}

    def record(name: str, rows: object, grad: np.ndarray, rate: float) -> None:
        seen[name] = np.zeros_like(parser.params[name])
        seen[name][rows] = grad  # type: ignore[index]

    monkeypatch.setattr(learner.descent, "rows", record)
    monkeypatch.setattr("extractor.models.graph._LEAK", np.float32(0.9))  # nearly no kink at zero
    batch = [[0, 1], [2]]
    learner.learn(batch, 0.0)
    assert set(seen) == set(parser.params) - {"static"}
    step = 1e-2
    for name, gradient in dict(seen).items():
        gradient = gradient / 25  # what the mean loss is multiplied with
        flat = np.argsort(-np.abs(gradient), axis=None)[:3]
        for at in zip(*np.unravel_index(flat, gradient.shape), strict=True):
            old = parser.params[name][at]
            losses = []
            for value in (old + step, old - step):
                parser.params[name][at] = value
                losses.append(learner.learn(batch, 0.0))
            parser.params[name][at] = old
            slope = (losses[0] - losses[1]) / (2 * step)
            assert slope == pytest.approx(gradient[at], rel=0.05, abs=4e-3), name


def test_layout_cuts_runs_into_sentences() -> None:
    """The grid of sentences names the same packed places as that of the runs, in text order."""
    layout = Layout.of([5, 2])
    cut = layout.cut([2, 3, 2])
    assert cut.grid.shape == (3, 3)
    assert cut.grid[cut.real].tolist() == layout.grid[layout.real].tolist()
    assert sorted(layout.grid[layout.real].tolist()) == list(range(7))


def test_same_seed_gives_the_same_parser(bank: Path) -> None:
    """Two trainings with one seed agree in every weight; another seed does not."""
    first, second, other = (train_tiny(bank, None, seed) for seed in (5, 5, 6))
    one, two, three = (committee.members[1].params for committee in (first, second, other))
    assert all(np.array_equal(one[k], two[k]) for k in one)
    assert np.array_equal(first.borders, second.borders)
    assert not np.array_equal(one["input1"], three["input1"])


def test_tiny_parser_trains_and_loads_through_the_shipped_path(tiny: Path, bank: Path) -> None:
    """A parser trained in seconds parses what it saw, with its own tokens or with given ones."""
    assert (tiny / "MODEL_CARD.md").exists()
    nlp = load_parser(tiny)
    for given_tokens in (False, True):
        scores = parse_scores(nlp, bank, given=given_tokens)
        assert scores["UAS"] == scores["LAS"] == scores["tags"] == scores["lemmas"] == 1.0
        assert scores["sentences"] == 1.0
    doc = nlp("Exosomes lowered PTEN.")
    assert [t.dep_ for t in doc] == ["nsubj", "ROOT", "dobj", "punct"]
    assert [t.head.i for t in doc] == [1, 1, 1, 1]
    assert doc[1].lemma_ == "lower"


def test_parser_keeps_sentence_starts_and_white_space(tiny: Path) -> None:
    """Starts that stand in a doc are kept; white space hangs on its neighbour; nothing is lost."""
    nlp = load_parser(tiny)
    text = "\n Exosomes lowered PTEN.  Exosomes lowered\nPTEN.\n"
    doc = nlp(text)
    assert doc.text == text
    assert [s.text.strip() for s in doc.sents] == [
        "Exosomes lowered PTEN.", "Exosomes lowered\nPTEN."
    ]
    assert [t.head.text for t in doc if t.text == "PTEN"] == ["lowered", "lowered"]
    made = nlp.make_doc("Exosomes lowered PTEN. Exosomes lowered PTEN.")
    for token in made:
        token.is_sent_start = token.i == 0
    assert len(list(nlp(made).sents)) == 1
    made = nlp.make_doc("Exosomes lowered PTEN. Exosomes lowered PTEN.")
    made[2].is_sent_start = True
    assert [s.start for s in nlp(made).sents][:2] == [0, 2]


def test_empty_and_blank_docs_pass(tiny: Path) -> None:
    """Texts without a word come back as they are, alone or beside others."""
    nlp = load_parser(tiny)
    docs = list(nlp.pipe(["", " \n", "Exosomes lowered PTEN.", ""]))
    assert [d.text for d in docs] == ["", " \n", "Exosomes lowered PTEN.", ""]
    assert docs[2][0].dep_ == "nsubj"


def test_long_texts_are_cut_and_parsed_in_portions(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How many tokens are held at once changes nothing; no run grows beyond the limit."""
    parser = Committee.load(tiny)
    runs = [["Exosomes", "lowered", "PTEN", "."]] * 9 + [["Cells"], ["Cells", "lowered"]]
    whole = parser.parse(runs)
    monkeypatch.setattr("extractor.models.committee._PORTION", 5)
    assert parser.parse(runs) == whole
    monkeypatch.setattr("extractor.components.parsing._LONGEST", 3)
    nlp = load_parser(tiny)
    component = nlp.get_pipe("extractor_parser")
    assert isinstance(component, ParserComponent)
    sizes = [len(s) for s in nlp("Cells and rats and kits.").sents]
    assert max(sizes) <= 3
    assert sum(sizes) == 6


# --- damage


@pytest.mark.parametrize(
    "file", ["meta.json", "weights2.npz", "borders.npz", "words.txt", "sha256.json"]
)
@pytest.mark.parametrize("how", ["missing", "cut", "changed"])
def test_missing_or_damaged_parser_is_one_clear_line(
    tiny: Path, tmp_path: Path, file: str, how: str
) -> None:
    """Whatever is wrong with a model file, the error is one line that names it and the way out."""
    for source in tiny.iterdir():
        (tmp_path / source.name).write_bytes(source.read_bytes())
    content = (tmp_path / file).read_bytes()
    if how == "missing":
        (tmp_path / file).unlink()
    elif how == "cut":
        (tmp_path / file).write_bytes(content[: len(content) // 2])
    else:
        (tmp_path / file).write_bytes(bytes([content[0] ^ 1]) + content[1:])
    with pytest.raises(ModelError, match=r"(missing|damaged).*--fast") as caught:
        load_parser(tmp_path)
    assert "\n" not in str(caught.value)
    assert str(tmp_path / file) in str(caught.value)


def test_unfit_parser_is_one_clear_line(tiny: Path, tmp_path: Path) -> None:
    """A whole folder whose description does not fit its weights is named in one line."""
    with pytest.raises(ModelError, match=r"missing; .*--fast"):
        load_parser(tmp_path)
    for source in tiny.iterdir():
        (tmp_path / source.name).write_bytes(source.read_bytes())
    meta = json.loads((tmp_path / "meta.json").read_text(encoding="utf-8"))
    for change in ({"sizes": [{"unknown": 1}]}, {"sizes": meta["sizes"], "tags": None}):
        (tmp_path / "meta.json").write_text(json.dumps({**meta, **change}), encoding="utf-8")
        write_sums(tmp_path)
        with pytest.raises(ModelError, match=r"unusable parsing model .*--fast") as caught:
            load_parser(tmp_path)
        assert "\n" not in str(caught.value)


@pytest.mark.skipif(not (models_folder() / "parser").exists(), reason="no shipped parser")
def test_shipped_parser_parses() -> None:
    """The shipped parser ties subject and object to the verb of a plain sentence."""
    doc = load_parser()("The vesicles were injected into mice, and they suppressed apoptosis.")
    verb = next(t for t in doc if t.lemma_ == "suppress")
    assert {t.text for t in verb.children if t.dep_ in ("nsubj", "dobj")} == {"they", "apoptosis"}
    assert next(t for t in doc if t.lemma_ == "inject").dep_ == "ROOT"
