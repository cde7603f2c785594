"""Evaluation: documents, figures, errors, comparison, exit codes, on a small invented corpus."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from extractor import cli, cli_run
from extractor.evaluation import Evaluation, cooccurrence, evaluate, mentions_of
from extractor.evaluation_errors import (
    KINDS,
    by_rule,
    by_section,
    calibration,
    change_rows,
    error_rows,
    judged,
)
from extractor.gold import GoldDocument, load_gold, write_manifest
from extractor.readers import read
from extractor.records import Document, Evidence, Finding, Mention, Slot
from extractor.scoring import Score, compare

Run = Callable[..., Result]

TEXTS = {
    "heart": "Exosomes of BMSCs carried miR-21 in mice with stroke. "
             "They repressed PTEN and reduced apoptosis. Growth did not change.\n",
    "lung": "In sepsis, miR-146a of ADSC vesicles lowered TRAF6 and inflammation.\n",
}
MIR = TEXTS["heart"].index("miR-21")
SLOTS: dict[str, dict[str, list[tuple[str, str, str | None, str | None]]]] = {
    "heart": {
        "msc_source": [("BMSCs", "BM-MSC", "UBERON:0002371", None)],
        "disease_model": [("stroke", "stroke", "DOID:6713", None)],
        "mirnas": [("miR-21", "miR-21", None, None)],
        "targets": [("PTEN", "PTEN", "HGNC:9588", "down")],
        "effects": [("apoptosis", "apoptosis", "GO:0006915", "decrease")],
    },
    "lung": {
        "msc_source": [("ADSC", "AD-MSC", "UBERON:0001013", None)],
        "disease_model": [("sepsis", "sepsis", None, None)],
        "mirnas": [("miR-146a", "miR-146a", None, None)],
        "targets": [("TRAF6", "TRAF6", "HGNC:12036", "down")],
        "effects": [("inflammation", "inflammation", None, "decrease")],
    },
}


def made(doc: str) -> Finding:
    """The finding that is true of a document."""
    text = TEXTS[doc]
    slots: dict[str, Any] = {}
    for name, fillers in SLOTS[doc].items():
        slots[name] = [
            Slot(words, text.index(words), text.index(words) + len(words), label, curie,
                 direction=direction) for words, label, curie, direction in fillers
        ]
        if name in ("msc_source", "disease_model"):
            (slots[name],) = slots[name]
    end = text.rindex(".", 0, text.index("Growth")) + 1 if "Growth" in text else len(text) - 1
    return Finding(f"{doc}-1", doc, "Results", evidence=[Evidence(0, end)], confidence=0.85,
                   rules=["carriage", "effect"], **slots)


def save(path: Path, findings: list[Finding]) -> Path:
    path.write_text("".join(json.dumps(f.to_json()) + "\n" for f in findings), encoding="utf-8")
    return path


class Engine:
    """Finds what it is told, and names every filler of the true findings as a mention."""

    def __init__(self, findings: dict[str, list[Finding]]) -> None:
        self._findings = findings

    def findings(self, document: Document, scope: str = "msc") -> list[Finding]:
        return self._findings.get(document.doc_id, [])

    def mentions(self, document: Document) -> list[Mention]:
        return mentions_of([made(document.doc_id)])


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a corpus of two documents and their gold."""
    corpus, gold = tmp_path / "corpus", tmp_path / "gold"
    corpus.mkdir()
    gold.mkdir()
    entries = []
    for doc, text in TEXTS.items():
        path = corpus / f"{doc}.txt"
        path.write_text(text, encoding="utf-8")
        finding = made(doc)
        save(gold / f"{doc}.jsonl", [replace(finding, confidence=None, rules=[])])
        entries.append(GoldDocument(doc, path.name, read(path).source.sha256))
    write_manifest(gold, entries)
    return tmp_path


def result(place: Path, **findings: list[Finding]) -> Evaluation:
    return evaluate(load_gold(place / "gold"), [place / "corpus"], None, Engine(findings))


def changed(doc: str, name: str, **facts: Any) -> Finding:
    """The true finding with one filler of a slot changed."""
    finding = made(doc)
    slot = replace(finding.slots(name)[0], **facts)
    setattr(finding, name, slot if name in ("msc_source", "disease_model") else [slot])
    return finding


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.build(), [str(a) for a in arguments])


def test_right_findings_score_one(place: Path) -> None:
    """What is extracted just as annotated is perfect at all levels, and lists no error."""
    found = result(place, heart=[made("heart")], lung=[made("lung")])
    for metric, count in found.total().counts().items():
        assert count.fp == count.fn == 0, metric
    assert error_rows(found) == []


def test_total_is_the_sum_of_documents(place: Path) -> None:
    """Micro figures are the added counts of the documents."""
    found = result(place, heart=[made("heart")])
    scores = found.scores()
    assert found.total().counts() == (scores["heart"] + scores["lung"]).counts()
    assert scores["lung"].count(("pairs", "all")).precision is None


def test_baseline_combines_the_mentions_of_a_sentence(place: Path) -> None:
    """Co-occurrence finds the lung's one sentence, and misses what spans the heart's two."""
    found = result(place)
    assert found.documents["lung"].baseline.count(("tuples", "strict")).f1 == 1.0
    heart = found.documents["heart"].baseline
    assert heart.count(("pairs", "source–disease")).tp == 1
    assert heart.count(("pairs", "miRNA–target")).tp == 0


def test_baseline_needs_two_slots() -> None:
    """A sentence with mentions of one slot only gives no finding."""
    from extractor.readers import read_string

    document = read_string("We saw miR-21 and miR-22 here.\n\nThen PTEN and miR-21 fell.", "d")
    mentions = [Mention("mirna", m.start(), m.end(), m.group(), m.group())
                for m in re.finditer(r"miR-\d+", document.text)]
    at = document.text.index("PTEN")
    mentions.append(Mention("gene", at, at + 4, "PTEN", "PTEN"))
    (finding,) = cooccurrence(document, mentions, {"targets": "up"})
    assert [m.label for m in finding.mirnas] == ["miR-21"]
    assert [t.direction for t in finding.targets] == ["up"]


@pytest.mark.parametrize(("found", "kind", "slot"), [
    ([], "not found", "finding"),
    ([changed("heart", "effects", direction="increase")], "wrong direction", "effects"),
    ([changed("heart", "effects", label="necrosis", id="GO:0070265")], "wrong normalisation",
     "effects"),
    ([replace(made("heart"), polarity="negated")], "wrong polarity", "polarity"),
    ([changed("heart", "mirnas", start=MIR, end=MIR + 3)], "wrong span", "mirnas"),
    ([replace(made("heart"), targets=[])], "wrong grouping", "targets"),
    ([replace(made("heart"), targets=[*made("heart").targets, Slot(
        "Growth", 100, 106, "GH1", "HGNC:4261", direction="up")])], "spurious", "targets"),
    ([made("heart"), replace(made("heart"), finding_id="2")], "wrong grouping", "finding"),
    ([made("heart"), Finding("2", "heart", mirnas=[Slot("Growth", 97, 103, "miR-7")])], "spurious",
     "finding"),
])
def test_each_error_gets_a_kind(
    place: Path, found: list[Finding], kind: str, slot: str
) -> None:
    """An injected error is listed once, with its slot and the guess at what went wrong."""
    assert kind in KINDS
    rows = error_rows(result(place, heart=found, lung=[made("lung")]))
    assert [(r.doc, r.kind, r.slot) for r in rows] == [("heart", kind, slot)]


def test_slot_from_outside_the_sentence_is_not_inherited(place: Path) -> None:
    """A missing source that stands before the evidence is a matter of discourse."""
    start = TEXTS["heart"].index("They")
    row = json.loads((place / "gold" / "heart.jsonl").read_text())
    row["evidence"] = [{"start": start, "end": start + 40}]
    (place / "gold" / "heart.jsonl").write_text(json.dumps(row) + "\n")
    lost = replace(made("heart"), msc_source=None)
    (error,) = error_rows(result(place, heart=[lost], lung=[made("lung")]))
    assert (error.kind, error.slot, error.what) == ("slot not inherited", "msc_source", "missed")
    assert error.sentence.startswith("They repressed")


def test_rules_confidence_and_sections(place: Path) -> None:
    """Precision by rule, the reliability table and the figures by section add up."""
    wrong = replace(made("lung"), polarity="negated", confidence=0.15, rules=["effect"])
    found = result(place, heart=[made("heart")], lung=[wrong])
    items = judged(found)
    assert by_rule(items) == [("effect", 2, 0.5, 1.0), ("carriage", 1, 1.0, 1.0)]
    table = calibration(items)
    assert table[8] == ("0.8–0.9", 1, 0.85, 1.0, 1.0)
    assert table[1] == ("0.1–0.2", 1, 0.15, 0.0, 1.0)
    assert table[0] == ("0.0–0.1", 0, None, None, None)
    sections = by_section(found)
    assert sum(sections.values(), Score()).counts() == found.total().counts()


def test_changes_between_results() -> None:
    """Appeared, vanished and changed findings are told apart."""
    old, new = made("heart"), changed("heart", "effects", direction="increase")
    same = made("lung")
    rows = change_rows({
        "a": compare([old], [new]), "b": compare([same], [same]), "c": compare([], [same]),
        "d": compare([same], []),
    })
    assert [(doc, what) for doc, what, _ in rows] == [
        ("a", "changed"), ("c", "appeared"), ("d", "vanished")]
    assert "effects -apoptosis [GO:0006915] decrease" in rows[0][2]


def test_evaluate_prints_all_levels_twice_alike(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The table has all levels and the baseline; a second run prints the same bytes."""
    engine = Engine({"heart": [made("heart")]})
    monkeypatch.setattr(cli_run, "make_extractor", lambda *_: engine)
    first, second = (run("evaluate", place / "gold") for _ in range(2))
    assert first.exit_code == 0, first.output
    assert first.stdout == second.stdout
    for word in ("mentions exact", "mentions overlap", "pairs", "strict", "relaxed", "slots",
                 "findings", "base F1", "heart", "lung"):
        assert word in first.stdout
    assert re.search(r"^lung +1 +0 ", first.stdout, re.M)


def test_undefined_is_a_dash(place: Path) -> None:
    """No cargo anywhere: its row shows dashes and no zeros as ratios."""
    done = run("evaluate", place / "gold", "--found", save(place / "f.jsonl", [made("heart")]))
    row = next(line for line in done.stdout.splitlines() if line.split()[:1] == ["cargo"])
    assert row.split()[1:5] == ["–"] * 4


def test_evaluate_a_findings_file_as_json(place: Path) -> None:
    """A findings file is scored without extracting; JSON has null where a ratio is undefined."""
    path = save(place / "found.jsonl", [made("heart")])
    done = run("evaluate", place / "gold", "--found", path, "--format", "json")
    data = json.loads(done.stdout)
    assert data["documents"]["heart"]["levels"]["slots"]["all"]["f1"] == 1.0
    assert data["documents"]["lung"]["levels"]["slots"]["all"]["precision"] is None
    assert data["total"]["levels"]["findings"]["all"]["recall"] == 0.5


@pytest.mark.parametrize("by", ["slot", "section", "rule", "document", "confidence"])
@pytest.mark.parametrize("form", ["table", "json"])
def test_every_breakdown_prints(place: Path, by: str, form: str) -> None:
    """Each breakdown works in both formats."""
    path = save(place / "found.jsonl", [made("heart"), made("lung")])
    done = run("evaluate", place / "gold", "--found", path, "--by", by, "--format", form)
    assert done.exit_code == 0, done.output
    wanted = {"slot": "msc_source", "section": "Results", "rule": "carriage", "document": "heart",
              "confidence": "0.8–0.9"}[by]
    assert wanted in done.stdout


def test_errors_and_page_are_written(place: Path) -> None:
    """The error list and the page name the miss with its sentence; markup in texts is escaped."""
    row = json.loads((place / "gold" / "lung.jsonl").read_text())
    row["section"] = "<b>"
    (place / "gold" / "lung.jsonl").write_text(json.dumps(row) + "\n")
    path = save(place / "found.jsonl", [made("heart")])
    table, page, lines = place / "e.tsv", place / "e.html", place / "e.jsonl"
    done = run("evaluate", place / "gold", "--found", path, "--errors", table, "--html", page)
    assert done.exit_code == 0, done.output
    header, error = table.read_text().splitlines()
    assert header.split("\t")[:4] == ["doc", "kind", "what", "slot"]
    assert error.split("\t")[:4] == ["lung", "not found", "missed", "finding"]
    assert "lowered TRAF6" in error
    assert "<b>" not in page.read_text()
    run("evaluate", place / "gold", "--found", path, "--errors", lines)
    assert json.loads(lines.read_text())["kind"] == "not found"


def test_fail_under(place: Path) -> None:
    """The exit code tells whether the slots' F1 reaches the bar."""
    path = save(place / "found.jsonl", [made("heart")])
    options = ("evaluate", place / "gold", "--found", path, "--fail-under")
    assert run(*options, "0.5").exit_code == 0
    done = run(*options, "0.9")
    assert done.exit_code == 1
    assert "slot F1 is 0.667, below 0.9" in done.stderr


def test_missing_document_is_named_and_the_rest_goes_on(place: Path) -> None:
    """One absent document is told in a line; the other is scored."""
    (place / "corpus" / "lung.txt").unlink()
    path = save(place / "found.jsonl", [made("heart")])
    done = run("evaluate", place / "gold", "--found", path)
    assert done.exit_code == 0
    assert "left out: lung.txt: document not found; corpus/manifest.toml says where" in done.stderr
    assert "1 documents" in done.stdout


def test_no_document_at_all_is_an_error(place: Path) -> None:
    """Without any document there are no figures, but one line that says why."""
    shutil.rmtree(place / "corpus")
    done = run("evaluate", place / "gold", "--found", save(place / "f.jsonl", [made("heart")]))
    assert done.exit_code == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "document not found" in done.stderr


@pytest.mark.parametrize(("line", "words"), [
    ("{not json", "f.jsonl:1: no JSON"),
    (json.dumps({"finding_id": "x", "doc_id": "heart", "who": 1}), "f.jsonl:1: unknown key 'who'"),
    (json.dumps({**made("heart").to_json(), "effects": [
        {"text": "x", "start": 9000, "end": 9001, "label": "x", "direction": "none"}]}),
     "effects 'x' points past the end of heart"),
])
def test_bad_findings_file_is_one_line(place: Path, line: str, words: str) -> None:
    """A wrong findings file ends in one line with file, place and remedy, and no traceback."""
    path = place / "f.jsonl"
    path.write_text(line + "\n")
    done = run("evaluate", place / "gold", "--found", path)
    assert done.exit_code == 1
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_compare_files(place: Path) -> None:
    """Two findings files: what changed, and the scores before and after."""
    old = save(place / "old.jsonl", [made("heart")])
    new = save(place / "new.jsonl", [made("heart"), made("lung")])
    done = run("compare", old, new, "--gold", place / "gold")
    assert done.exit_code == 0, done.output
    assert "lung\tappeared\tAD-MSC | sepsis | miR-146a | TRAF6↓ | inflammation↓" in done.stdout
    assert re.search(r"findings +all +0.667 +1.000 +\+0.333", done.stdout)
    data = json.loads(run("compare", old, new, "--format", "json").stdout)
    assert data["changes"][0]["change"] == "appeared"
    assert data["new"] is None


def test_compare_pattern_folders(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two pattern folders are run on the gold's documents."""
    folders = [place / "one", place / "two"]
    for folder in folders:
        folder.mkdir()
    found = {"one": {"heart": [made("heart")]}, "two": {}}
    monkeypatch.setattr(cli_run, "make_extractor", lambda path, *_: Engine(found[path.name]))
    done = run("compare", *folders, "--gold", place / "gold")
    assert done.exit_code == 0, done.output
    assert "heart\tvanished" in done.stdout
    assert run("compare", folders[0], save(place / "x.jsonl", []), "--gold", place / "gold"
               ).exit_code == 1


def test_project_gold_is_scored_twice_alike(root: Path) -> None:
    """The gold of the project's own corpus can be scored from a clone, with the same figures."""
    from extractor.extract import Extractor

    if not (root / "gold" / "manifest.toml").exists():
        pytest.skip("no gold yet")
    gold = load_gold(root / "gold")
    own = {d for d, entry in gold.documents.items() if (root / "corpus" / entry.file).exists()}
    assert own
    gold.documents = {d: gold.documents[d] for d in sorted(own)}
    first, second = (evaluate(gold, [root / "corpus"], None, Extractor()) for _ in range(2))
    assert first.missing == []
    assert first.total().counts() == second.total().counts()
    assert first.total().count(("pairs", "all")).tp > 0


@pytest.mark.data
def test_papers_are_found_in_the_shared_data(root: Path, data: Path) -> None:
    """With the shared data every document of the gold is scored."""
    from extractor.evaluation import gold_documents

    if not (root / "gold" / "manifest.toml").exists():
        pytest.skip("no gold yet")
    gold = load_gold(root / "gold")
    ready, missing = gold_documents(gold, [])
    assert missing == []
    assert set(ready) == set(gold.documents)
