from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.components.parsing import load_parser
from extractor.components.recognisers import (
    TYPES,
    PipelineRecognisers,
    RecogniserComponent,
    Recognisers,
    load_recognisers,
    models_folder,
)
from extractor.errors import ModelError
from extractor.models.context import Abbreviations, Repeats, abbreviates
from extractor.models.features import Sizes
from extractor.models.network import Pack, allowed, lstm, spans_of, tag_names, tags_of, viterbi
from extractor.models.tagger import Tagger
from extractor.models.tokens import ParserTokenizer, pieces, sentences, words
from extractor.training.__main__ import main
from extractor.training.corpora import (
    CORPORA,
    Losses,
    Sentence,
    align,
    f1,
    read_columns,
    span_scores,
)
from extractor.training.gradients import crf, lstm_backward
from extractor.training.learner import Learner, Plan, evaluate, fit, lean

TINY = Sizes(word=12, affix=8, gram=8, affix_rows=300, gram_rows=300, hidden=12)
DRUGS = ("cisplatin", "heparin", "morphine", "glyoxal")
ILLS = ("colitis", "fibrosis", "stroke", "sepsis")
SHIPPED = (models_folder() / "ner" / "meta.json").exists()


def made_sentences(count: int, kinds: dict[str, tuple[str, ...]]) -> list[Sentence]:
    rng = np.random.default_rng(count)
    out = []
    for _ in range(count):
        drug, ill = str(rng.choice(DRUGS)), str(rng.choice(ILLS))
        tokens = ["The", "drug", drug, "caused", "severe", ill, "in", "rats", "."]
        spans = [(2, 3, "Chemical"), (4, 6, "Disease")]
        out.append(Sentence(tokens, [s for s in spans if s[2] in kinds["types"]]))
    return out


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    train_tiny(folder / "ner")
    return folder


def train_tiny(folder: Path | None, seed: int = 3) -> Tagger:
    corpora = [c for c in CORPORA if c.name in ("bc5cdr", "ncbi")]
    train = {c.name: made_sentences(60, {"types": c.types}) for c in corpora}
    devel = {c.name: made_sentences(11, {"types": c.types}) for c in corpora}
    plan = Plan(epochs=12, rate=0.02, batch=120, least=1, pretrain=False, seed=seed)
    return fit(corpora, train, devel, TINY, plan, folder, every=6)


# --- tokens


@given(st.text(max_size=80))
def test_pieces_cover_all_but_space(text: str) -> None:
    """The recognisers' tokens hold every character that is not white space, in order."""
    cut = pieces(text)
    assert "".join(text[a:b] for a, b in cut) == "".join(text.split())
    assert all(b <= c for (_, b), (c, _) in itertools.pairwise(cut))


def test_pieces_split_at_every_mark() -> None:
    """Hyphens, slashes and brackets never hide an entity border inside a token."""
    text = "miR-146a-5p/TNF-α(+)"
    assert [text[a:b] for a, b in pieces(text)] == [
        "miR", "-", "146a", "-", "5p", "/", "TNF", "-", "α", "(", "+", ")",
    ]


def test_words_keep_numbers_prefixes_and_abbreviations() -> None:
    """The parser's tokens keep what the treebank keeps whole and cut what it cuts."""
    text = (
        "Anti-CD63 (0.05 mg, 1,000 cells) i.p. e.g. wild-type mice's blood, NM_12, Fig. 2; "
        "2.5-fold in the U.S. cannot."
    )
    assert [text[a:b] for a, b in words(text)] == [
        "Anti", "-", "CD63", "(", "0.05", "mg", ",", "1,000", "cells", ")", "i.p.", "e.g.",
        "wild", "-", "type", "mice", "'s", "blood", ",", "NM_12", ",", "Fig.", "2", ";",
        "2.5-fold", "in", "the", "U.S.", "can", "not", ".",
    ]


@given(st.text(alphabet=st.sampled_from("ab 1.,-\n\t β("), max_size=60))
def test_parser_tokenizer_loses_nothing(text: str) -> None:
    """The text of a tokenised ``Doc`` is the text that went in."""
    from spacy.vocab import Vocab

    assert ParserTokenizer(Vocab())(text).text == text


def test_sentences_end_where_a_reader_ends_them() -> None:
    """Abbreviations and decimals do not end sentences; line breaks and full stops do."""
    text = "As Li et al. Showed (Fig. 2), p was 0.05. Exosomes helped!\nNew line. 5 mice died."
    assert [text[a:b] for a, b in sentences(text)] == [
        "As Li et al. Showed (Fig. 2), p was 0.05.", "Exosomes helped!", "New line.",
        "5 mice died.",
    ]


@given(st.text(alphabet=st.sampled_from("aB .\n?1)("), max_size=60))
def test_sentences_are_disjoint_and_complete(text: str) -> None:
    """Sentences are in order, without white space around them, and leave out only white space."""
    cut = sentences(text)
    assert "".join("".join(text[a:b].split()) for a, b in cut) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() and a < b for a, b in cut)
    assert all(b <= c for (_, b), (c, _) in itertools.pairwise(cut))


# --- network


@given(st.lists(st.integers(1, 6), min_size=1, max_size=5))
def test_pack_reads_every_token_once_in_both_directions(lengths: list[int]) -> None:
    """Both layouts are permutations, and the second mirrors each sentence."""
    pack = Pack.of(lengths)
    total = sum(lengths)
    assert sorted(pack.forward.tolist()) == sorted(pack.backward.tolist()) == list(range(total))
    begin = {}
    at = 0
    for length in lengths:
        for i in range(length):
            begin[at + i] = (at, length)
        at += length
    for a, b in zip(pack.forward.tolist(), pack.backward.tolist(), strict=True):
        start, length = begin[a]
        assert begin[b] == (start, length)
        assert (a - start) + (b - start) == length - 1


def numbers(shape: tuple[int, ...], seed: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=shape).astype(np.float32)


def sequences(count: int, moves: np.ndarray, length: int) -> Iterator[tuple[int, ...]]:
    for path in itertools.product(range(count), repeat=length):
        steps = [moves[count, path[0]], moves[count + 1, path[-1]]]
        steps += [moves[a, b] for a, b in itertools.pairwise(path)]
        if min(steps) > -100:
            yield path


def test_crf_and_viterbi_agree_with_enumeration() -> None:
    """Loss and best path equal those found by trying every sequence."""
    types = ("a",)
    moves = allowed(types) + numbers((7, 5), 1)
    scores = numbers((4, 5), 2)
    pack = Pack.of([4])
    totals = {
        path: float(
            moves[5, path[0]] + moves[6, path[-1]]
            + sum(scores[i, t] for i, t in enumerate(path))
            + sum(moves[a, b] for a, b in itertools.pairwise(path))
        )
        for path in sequences(5, moves, 4)
    }
    gold = np.array([1, 2, 3, 0])
    expected = np.logaddexp.reduce(list(totals.values())) - totals[tuple(gold.tolist())]
    loss, _, _ = crf(scores, moves, gold, pack)
    assert loss == pytest.approx(expected, abs=1e-3)
    best, value = viterbi(scores, moves, pack)
    assert tuple(best.tolist()) == max(totals, key=totals.__getitem__)
    assert float(value[0]) == pytest.approx(max(totals.values()), abs=1e-3)


def test_gradients_match_differences() -> None:
    """The hand-written backward passes equal numerical derivatives."""
    pack = Pack.of([3, 5, 1])
    types = ("a", "b")
    scores, moves = numbers((9, 9), 3), allowed(types) + numbers((11, 9), 4)
    flat = np.array([0, 4, 0, 1, 2, 3, 0, 8, 0])
    tags = flat[pack.forward]
    _, d_scores, d_moves = crf(scores, moves, tags, pack)
    gates, recurrent, weight = numbers((2, 9, 16), 5), numbers((2, 4, 16), 6), numbers((2, 9, 4), 7)

    def states_sum(g: np.ndarray, r: np.ndarray) -> float:
        return float((lstm(g.copy(), r, pack)[0] * weight).sum())

    kept = lstm(gates.copy(), recurrent, pack, keep=True)
    d_gates, d_recurrent = lstm_backward(weight, *kept, recurrent, pack)
    rng = np.random.default_rng(0)
    step = 1e-2
    for array, gradient, value in (
        (scores, d_scores, lambda x: crf(x, moves, tags, pack)[0]),
        (moves, d_moves, lambda x: crf(scores, x, tags, pack)[0]),
        (gates, d_gates, lambda x: states_sum(x, recurrent)),
        (recurrent, d_recurrent, lambda x: states_sum(gates, x)),
    ):
        for _ in range(8):
            at = tuple(int(rng.integers(n)) for n in array.shape)
            up, down = array.copy(), array.copy()
            up[at] += step
            down[at] -= step
            assert (value(up) - value(down)) / (2 * step) == pytest.approx(gradient[at], abs=5e-3)


def test_spans_survive_tagging() -> None:
    """Spans turned to tags and back are the same, and the tags are legal."""
    types = ("x", "y")
    spans = [(0, 1, "y"), (1, 4, "x"), (5, 7, "y")]
    tags = tags_of([*spans, (4, 5, "unknown")], 8, types)
    assert spans_of(tags, types) == spans
    legal = allowed(types)
    assert len(tag_names(types)) == legal.shape[1]
    assert all(legal[a, b] == 0 for a, b in itertools.pairwise(tags))


# --- corpora


def test_columns_are_read_with_neighbouring_entities_apart(tmp_path: Path) -> None:
    """A new B- tag ends the entity before it, and uncommon tokens are cut as in use."""
    path = tmp_path / "x.tsv"
    path.write_text("rat\tB-A\nlung\tI-A\nIL6\tB-A\n+/-\tO\n\nEnd\tO\n", encoding="utf-8")
    first, second = read_columns(path)
    assert first.tokens == ["rat", "lung", "IL6", "+", "/", "-"]
    assert first.spans == [(0, 2, "A"), (2, 3, "A")]
    assert second == Sentence(["End"])


def test_standoff_keeps_the_longest_and_counts_the_lost() -> None:
    """Nested entities give way to longer ones; those that end inside a token are counted."""
    losses = Losses()
    text = "Human stem cells grew. HeLa2 did not."
    entities = [(0, 16, "C"), (6, 10, "C"), (23, 27, "C"), (30, 33, "Z")]
    first, second = align(text, entities, ("C",), losses)
    assert first.spans == [(0, 3, "C")]
    assert second.spans == []
    assert (losses.entities, losses.nested, losses.misaligned) == (3, 1, 1)


def test_scores_are_strict() -> None:
    """A span counts only with both borders and its type."""
    counts = span_scores([[(0, 2, "a"), (3, 4, "b")]], [[(0, 2, "b"), (3, 4, "b"), (5, 6, "b")]])
    assert counts[""] == (1, 2, 3)
    assert counts["a"] == (0, 1, 0)
    assert f1(counts[""]) == (pytest.approx(1 / 3), 0.5, 0.4)
    assert f1((0, 0, 0)) == (0.0, 0.0, 0.0)


# --- training and loading


def test_tiny_model_learns_and_loads_through_the_shipped_path(tiny: Path) -> None:
    """A model trained in seconds finds the entities of a new text where they stand."""
    recognisers = load_recognisers(tiny)
    text = "It rained. The drug heparin caused severe sepsis in rats."
    found = {(text[a:b], kind) for a, b, kind, _ in recognisers.spans(text)}
    assert found == {("heparin", "chemical"), ("severe sepsis", "disease")}


def test_batches_do_not_change_the_answer(tiny: Path) -> None:
    """Texts tagged together give what each gives alone, empty ones included."""
    recognisers = load_recognisers(tiny)
    texts = ["", "The drug morphine caused severe stroke in rats.", "  \n", "Severe colitis. Rats."]
    assert list(recognisers.pipe(texts)) == [recognisers.spans(t) for t in texts]


def test_long_documents_are_tagged_in_portions(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How many tokens are held at once changes nothing in what is found."""
    recognisers = load_recognisers(tiny)
    blocks = [f"The drug {d} caused severe {i} in rats." * 2 for d in DRUGS for i in ILLS]
    whole = recognisers.document(blocks)
    monkeypatch.setattr("extractor.components.recognisers._PORTION", 20)
    assert recognisers.document(blocks) == whole
    assert sum(map(len, whole)) > len(blocks)


def test_same_seed_gives_the_same_model() -> None:
    """Two trainings with one seed agree in every weight; another seed does not."""
    first, second, other = train_tiny(None, 5), train_tiny(None, 5), train_tiny(None, 6)
    assert all(np.array_equal(first.params[k], second.params[k]) for k in first.params)
    assert not np.array_equal(first.params["word"], other.params["word"])


def test_a_head_leans_on_another_for_one_type_only() -> None:
    """The tags of the type gain the share of the other head's lead over its O; no other changes."""
    heads = {"craft": ("CL", "GGP"), "bc2gm": ("GENE",)}
    tagger = Tagger.new(TINY, ["a"], heads, 0)
    tagger.params["bc2gm.bias"] += numbers((1, 5), 8)
    leaning = lean(tagger, "craft", "GGP", "bc2gm", "GENE", 0.5)
    sentences_ = [["a", "b"], ["c"]]
    pack = Pack.of([2, 1])
    states = tagger.states(sentences_, pack)
    before, after = (t.scores(states, pack, heads) for t in (tagger, leaning))
    other = before["bc2gm"]
    assert np.array_equal(after["bc2gm"], other)
    assert np.array_equal(after["craft"][:, :5], before["craft"][:, :5])
    expected = before["craft"][:, 5:] + 0.5 * (other[:, 1:] - other[:, :1])
    assert np.allclose(after["craft"][:, 5:], expected, atol=1e-6)


def test_a_corpus_teaches_only_its_own_head() -> None:
    """A batch of one corpus leaves the heads of the others as they are."""
    corpora = [c for c in CORPORA if c.name in ("bc5cdr", "ncbi")]
    heads = {c.name: c.types for c in corpora}
    train = {c.name: made_sentences(5, {"types": c.types}) for c in corpora}
    tagger = Tagger.new(TINY, ["drug", "rats"], heads, 0)
    learner = Learner(tagger, Plan(), train, {"bc5cdr": 1, "ncbi": 1})
    before = {k: v.copy() for k, v in tagger.params.items()}
    learner.learn([("ncbi", 0), ("ncbi", 1)], 0.01)
    for part in ("scores", "bias", "moves"):
        assert np.array_equal(before[f"bc5cdr.{part}"], tagger.params[f"bc5cdr.{part}"])
    assert not np.array_equal(before["ncbi.scores"], tagger.params["ncbi.scores"])


def test_stacked_model_learns_and_needs_its_base(tiny: Path, tmp_path: Path) -> None:
    """A model that stands on another is trained, saved and loaded with it, and not without."""
    base = Tagger.load(tiny / "ner")
    corpora = [c for c in CORPORA if c.name == "anatem"]
    rows = [Sentence(["the", w, "of", "rats"], [(1, 2, "Anatomy")]) for w in ("liver", "brain")]
    plan = Plan(epochs=20, rate=0.02, batch=20, least=1, pretrain=False)
    tagger = fit(corpora, {"anatem": rows * 20}, {"anatem": rows}, TINY, plan, tmp_path / "ner_sa",
                 base, every=100)
    assert evaluate(tagger, {"anatem": rows}) == {"anatem": 1.0}
    again = Tagger.load(tmp_path / "ner_sa", base)
    assert again.tag([["the", "liver", "of", "rats"]])["anatem"] == [[(1, 2, "Anatomy")]]
    with pytest.raises(ModelError, match="stands on another"):
        Tagger.load(tmp_path / "ner_sa")


@pytest.mark.parametrize("file", ["meta.json", "weights.npz", "words.txt"])
@pytest.mark.parametrize("how", ["missing", "cut", "changed"])
def test_missing_or_damaged_model_is_one_clear_line(
    tiny: Path, tmp_path: Path, file: str, how: str
) -> None:
    """Whatever is wrong with a model file, the error is one line that names it and the way out."""
    folder = tmp_path / "ner"
    folder.mkdir()
    for source in (tiny / "ner").iterdir():
        (folder / source.name).write_bytes(source.read_bytes())
    broken = folder / file
    content = broken.read_bytes()
    if how == "missing":
        broken.unlink()
    else:
        middle = len(content) // 2
        broken.write_bytes(
            content[:middle] if how == "cut" else bytes([content[0] ^ 1]) + content[1:]
        )
    with pytest.raises(ModelError, match=r"(missing|damaged).*--fast") as caught:
        load_recognisers(tmp_path)
    assert "\n" not in str(caught.value)
    assert str(folder) in str(caught.value)


def test_abbreviations_take_the_type_of_their_long_form() -> None:
    """A short form is added, retyped or dropped as its long form says, within the window."""
    texts = ("high mobility box ( HMB ) and tail cuff ( TC )", "HMB hid TC", "Rain", "HMB fell")
    rows = [text.split() for text in texts]
    found = [[(0, 3, "gene")], [(0, 1, "ill"), (2, 3, "gene")], [], []]
    expected = [(0, 3, "gene"), (4, 5, "gene")]
    assert Abbreviations(rows).apply(found) == [expected, [(0, 1, "gene")], [], [(0, 1, "gene")]]
    assert Abbreviations(rows, 1).apply(found)[3] == []
    assert found[1] == [(0, 1, "ill"), (2, 3, "gene")]


def test_repeated_names_inform_each_other() -> None:
    """The scores of a symbol move to their mean within the window, other words' stay."""
    rows = [["Apc", "fell"], ["rats", "fell"], ["Apc", "rose"], ["Apc"], ["42", "42"]]
    plain = np.arange(18, dtype=np.float32).reshape(9, 2)
    whole, near = plain.copy(), plain.copy()
    Repeats(rows).blend(whole)
    mean = plain[[0, 4, 6]].mean(axis=0)
    expected = plain.copy()
    expected[[0, 4, 6]] = 0.75 * plain[[0, 4, 6]] + 0.25 * mean
    assert np.allclose(whole, expected)
    Repeats(rows, 1).blend(near)
    assert np.array_equal(near[0], plain[0])
    assert np.allclose(near[4], 0.75 * plain[4] + 0.25 * plain[[4, 6]].mean(axis=0))
    empty = np.zeros((0, 2), dtype=np.float32)
    Repeats([]).blend(empty)
    assert empty.shape == (0, 2)


def test_second_layer_learns_by_the_right_gradients(monkeypatch: pytest.MonkeyPatch) -> None:
    """With two layers, too, the backward pass equals numerical derivatives."""
    sizes = Sizes(word=5, affix=5, gram=5, affix_rows=30, gram_rows=30, hidden=6, layers=2)
    tagger = Tagger.new(sizes, ["a", "b"], {"bc5cdr": ("Chemical",)}, 1)
    rows = [Sentence(["a", "b", "c"], [(1, 3, "Chemical")]), Sentence(["c"], [(0, 1, "Chemical")])]
    learner = Learner(tagger, Plan(inputs=0, between=0, outputs=0), {"bc5cdr": rows}, {"bc5cdr": 1})
    for name in ("word", "affix", "gram", "input", "input2", "bc5cdr.scores"):
        tagger.params[name] += numbers(tagger.params[name].shape, 3) / 3
    learner.hidden[:] = 0
    learner.descent.clip = 1e9
    seen: dict[str, np.ndarray] = {}

    def record(name: str, rows: object, grad: np.ndarray, rate: float) -> None:
        seen[name] = np.zeros_like(tagger.params[name])
        seen[name][rows] = grad  # type: ignore[index]

    monkeypatch.setattr(learner.descent, "rows", record)
    batch = [("bc5cdr", 0), ("bc5cdr", 1)]
    learner.learn(batch, 0.0)
    assert set(seen) == set(tagger.params)
    for name, gradient in dict(seen).items():
        gradient = gradient / 25  # what the mean loss is multiplied with
        at = np.unravel_index(int(np.abs(gradient).argmax()), gradient.shape)
        old, losses = tagger.params[name][at], []
        for value in (old + 1e-2, old - 1e-2):
            tagger.params[name][at] = value
            losses.append(learner.learn(batch, 0.0))
        tagger.params[name][at] = old
        slope = (losses[0] - losses[1]) / 2e-2
        assert slope == pytest.approx(gradient[at], rel=0.05, abs=2e-3), name


@pytest.mark.parametrize(
    ("short", "long", "right"),
    [("AKI", "acute kidney injury", True), ("TNF-α", "tumor necrosis factor-α", True),
     ("CP", "the drug", False), ("KX", "acute kidney", False), ("()", "anything", False)],
)
def test_letters_of_an_abbreviation_stand_in_its_long_form(
    short: str, long: str, right: bool
) -> None:
    """The letters must come in order, and the first must begin a word."""
    assert abbreviates(short, long) is right


def test_document_carries_abbreviations_from_block_to_block(tiny: Path) -> None:
    """What one block defines holds in the next; a text by itself knows nothing of others."""
    recognisers = load_recognisers(tiny)
    blocks = ["The drug heparin (HEP) caused severe sepsis in rats.", "In rats in HEP in rats."]
    first, second = recognisers.document(blocks)
    assert (9, 16, "chemical", 1.0) in first
    assert second == [(11, 14, "chemical", 1.0)]
    assert recognisers.document([]) == []
    assert [recognisers.spans(b) for b in blocks] == list(recognisers.pipe(blocks))


# --- merging and other pipelines


def test_heads_are_merged_by_the_stated_policy() -> None:
    """A leading head is enough, other heads need company, agreement beats length."""
    heads = {c.name: c.types for c in CORPORA if c.name in ("bc2gm", "jnlpba", "craft")}
    recognisers = Recognisers([Tagger.new(TINY, ["x"], heads, 0)])
    merge = recognisers._merge
    assert merge([("jnlpba", 0, 2, "gene")]) == []
    assert merge([("bc2gm", 0, 2, "gene")]) == [(0, 2, "gene", 0.333)]
    assert merge([("jnlpba", 0, 2, "gene"), ("craft", 0, 2, "gene"), ("bc2gm", 0, 3, "gene")]) == [
        (0, 2, "gene", 1.0)
    ]
    assert merge([("bc2gm", 0, 1, "gene"), ("craft", 0, 1, "cell")]) == [(0, 1, "cell", 0.5)]
    assert merge([("bc2gm", 0, 1, "gene"), ("craft", 0, 2, "cell")]) == [
        (0, 1, "gene", 0.333), (0, 2, "cell", 0.5),
    ]


@pytest.fixture
def other_pipeline(tmp_path: Path) -> str:
    import spacy

    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([  # type: ignore[attr-defined]
        {"label": "GENE_OR_GENE_PRODUCT", "pattern": "PTEN"},
        {"label": "DISEASE", "pattern": "colitis"},
        {"label": "ENTITY", "pattern": "exosomes"}, {"label": "DATE", "pattern": "Monday"},
    ])
    nlp.to_disk(tmp_path / "other")
    return str(tmp_path / "other")


def test_any_spacy_pipeline_can_take_the_place(other_pipeline: str) -> None:
    """Labels of another pipeline are mapped to ours; those that mean nothing here are left out."""
    recognisers = load_recognisers(model=other_pipeline)
    assert isinstance(recognisers, PipelineRecognisers)
    text = "On Monday exosomes lowered PTEN in colitis."
    assert recognisers.spans(text) == [
        (10, 18, "entity", None), (27, 31, "gene", None), (35, 42, "disease", None),
    ]
    assert load_parser(model=other_pipeline).pipe_names == ["entity_ruler"]


def test_pipeline_that_is_not_installed_is_one_clear_line() -> None:
    """A pipeline that spaCy cannot find is named, with what to do."""
    with pytest.raises(ModelError, match=r"^no_such_pipeline: .*install it") as caught:
        load_recognisers(model="no_such_pipeline")
    assert "\n" not in str(caught.value)


def test_component_writes_span_groups(other_pipeline: str) -> None:
    """As a spaCy component the recognisers write typed spans, one by one or in batches."""
    import spacy

    component = RecogniserComponent(load_recognisers(model=other_pipeline))
    nlp = spacy.blank("en")
    one = component(nlp("PTEN rose."))
    assert [(s.text, s.label_) for s in one.spans["recognised"]] == [("PTEN", "gene")]
    several = list(component.pipe([nlp("None."), nlp("A colitis.")]))
    assert [[s.text for s in d.spans["recognised"]] for d in several] == [[], ["colitis"]]


# --- commands and shipped models


def test_command_without_data_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Training without data, with an unknown model or with missing files ends with one line."""
    monkeypatch.delenv("EXTRACTOR_DATA", raising=False)
    assert main(["evaluate"]) == 2
    assert "EXTRACTOR_DATA" in capsys.readouterr().err
    assert main(["train", "nonsense", "--data", str(tmp_path)]) == 2
    assert "no such model" in capsys.readouterr().err
    assert main(["train", "ner", "--data", str(tmp_path), "--out", str(tmp_path)]) == 2
    assert "no such corpus file" in capsys.readouterr().err


@pytest.mark.skipif(not SHIPPED, reason="no shipped model in this tree")
def test_shipped_recognisers_find_plain_names() -> None:
    """The shipped models find well-known names of each main type."""
    text = (
        "Exosomes from mesenchymal stem cells lowered TNF-alpha and STAT3 in mice with acute "
        "kidney injury after cisplatin."
    )
    found = {(text[a:b], kind) for a, b, kind, _ in load_recognisers().spans(text)}
    assert ("STAT3", "gene") in found
    assert ("acute kidney injury", "disease") in found
    assert ("cisplatin", "chemical") in found
    assert ("mice", "species") in found
    assert {kind for _, kind in found} <= set(TYPES)


@pytest.mark.skipif(not SHIPPED, reason="no shipped model in this tree")
def test_shipped_models_are_small_and_described() -> None:
    """All weights stay within 20 MB, and each model has its data sheet and card."""
    folders = [p for p in models_folder().iterdir() if p.is_dir() and p.name != "__pycache__"]
    total = sum(f.stat().st_size for p in folders for f in p.rglob("*") if f.is_file())
    assert total <= 20 * 2**20
    for folder in folders:
        assert (folder / "DATA_SHEET.md").exists(), folder.name
        assert (folder / "MODEL_CARD.md").exists(), folder.name
