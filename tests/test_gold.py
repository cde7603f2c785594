"""Gold files: built from the short form, loaded, resolved, checked; one line for each fault."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from extractor import cli
from extractor.errors import GoldError
from extractor.gold import (
    GoldDocument,
    find_document,
    load_findings,
    load_gold,
    load_manifest,
    places,
    resolve,
    source_text,
    write_manifest,
)
from extractor.gold_build import Builder, write_gold
from extractor.gold_check import check
from extractor.gold_locate import Locator, sentences
from extractor.gold_vocabulary import load_vocabularies
from extractor.readers import read
from extractor.records import Alignment, Document, Evidence, Finding, Slot, Source

Run = Callable[..., Result]

TEXT = """Vesicles in kidney disease

Many groups study stroke too. In rats with cisplatin-induced acute kidney injury, exosomes of BM-
MSCs carried miR-21, -23a and let-7a-5p. They lowered TNF-α and increased
angiogenesis.

Fibrosis was not changed by the vesicles of adipose MSCs [12].
"""
ROW: dict[str, Any] = {
    "doc": "kidney", "quote": "exosomes of BM-MSCs carried miR-21", "section": None,
    "msc_source": {"text": "BM-MSCs", "label": "BM-MSC"}, "organism_cells": "rat",
    "modifications": [],
    "disease_model": {"text": "cisplatin-induced acute kidney injury",
                      "label": "acute kidney injury"},
    "organism_model": "rat", "setting": "in vivo", "inducer": "cisplatin",
    "mirnas": ["miR-21", "miR-23a", "let-7a-5p"], "targets": [["TNF", "down"]],
    "effects": [["angiogenesis", "increase", "angiogenesis"]], "cargo": [],
    "polarity": "asserted", "citations": [],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus with one document."""
    place = tmp_path / "corpus"
    place.mkdir()
    (place / "kidney.txt").write_text(TEXT, encoding="utf-8")
    return place


@pytest.fixture
def lexicons(tmp_path: Path) -> Path:
    """A pattern folder with small lexicons."""
    place = tmp_path / "patterns"
    place.mkdir()
    (place / "genes.tsv").write_text(
        "# own\nlabel\tid\tkind\tsynonyms\nTNF\tHGNC:11892\tgene\tTNF-alpha|=TNFA\n")
    (place / "effects.tsv").write_text(
        "label\tid\tsynonyms\nangiogenesis\tGO:0001525\tvessel growth\nfibrosis\t\tscarring\n")
    (place / "diseases.tsv").write_text(
        "label\tid\tsynonyms\nacute kidney injury\tDOID:3021\tAKI\n")
    (place / "tissues.tsv").write_text("prefix\tlabel\tid\nBM\tBM-MSC\tUBERON:0002371\n")
    (place / "mirnas.tsv").write_text("label\tid\nhsa-let-7a-5p\tMIMAT0000062\n")
    return place


@pytest.fixture
def gold(tmp_path: Path, folder: Path, lexicons: Path) -> Path:
    """A gold folder made from ``ROW``."""
    place = tmp_path / "gold"
    write_gold(build(tmp_path, folder, lexicons, ROW), place)
    return place


def build(tmp_path: Path, folder: Path, lexicons: Path, *rows: dict[str, Any], **facts: Any) -> Any:
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    return Builder([folder], lexicons, **facts).build([path])


def change(gold: Path, **changes: Any) -> Path:
    """Change keys of the only finding; "slot.key" reaches into the first filler of a slot."""
    path = gold / "kidney.jsonl"
    row = json.loads(path.read_text(encoding="utf-8"))
    for name, value in changes.items():
        slot, _, key = name.partition("__")
        if key:
            (row[slot][0] if isinstance(row[slot], list) else row[slot])[key] = value
        else:
            row[slot] = value
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


def cli_run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.build(), [str(a) for a in arguments])


def test_row_becomes_gold_in_source_offsets(tmp_path: Path, folder: Path, lexicons: Path) -> None:
    """Every mention of a row is found where it stands in the file, and gets its identifier."""
    built = build(tmp_path, folder, lexicons, ROW)
    assert [str(p) for p in built.problems] == []
    (finding,) = built.findings["kidney"]
    there = {
        name: [TEXT[s.start : s.end] for s in finding.slots(name)]
        for name in ("msc_source", "disease_model", "mirnas", "targets", "effects", "vesicle")
    }
    assert there == {
        "msc_source": ["BM-\nMSCs"], "disease_model": ["cisplatin-induced acute kidney injury"],
        "mirnas": ["miR-21", "-23a", "let-7a-5p"], "targets": ["TNF-α"],
        "effects": ["angiogenesis"], "vesicle": ["exosomes"],
    }
    assert finding.targets[0].id == "HGNC:11892"
    assert finding.disease_model.id == "DOID:3021"
    assert finding.disease_model.inducer == "cisplatin"
    assert [m.id for m in finding.mirnas] == [None, None, "MIMAT0000062"]
    assert TEXT[finding.evidence[0].start : finding.evidence[0].end].startswith("In rats with")


def test_gold_resolves_to_the_document_text(gold: Path, folder: Path) -> None:
    """After resolving, each span holds the mention's words in the text that the reader made."""
    document = read(folder / "kidney.txt")
    (item,) = load_gold(gold).findings["kidney"]
    length = len(source_text(folder / "kidney.txt", document))
    finding = resolve(item.finding, document, item.file, item.line, length)
    for name in ("msc_source", "disease_model", "mirnas", "targets", "effects"):
        for slot in finding.slots(name):
            assert document.text[slot.start : slot.end] == slot.text


def test_gold_ids_are_stable_and_distinct(tmp_path: Path, folder: Path, lexicons: Path) -> None:
    """The same rows give the same ids; another claim gets another id, whatever its order."""
    other = {**ROW, "polarity": "negated"}
    ids, turned = (
        {f.finding_id for f in build(tmp_path, folder, lexicons, *rows).findings["kidney"]}
        for rows in ((ROW, other), (other, ROW))
    )
    assert ids == turned
    assert len(ids) == 2


@pytest.mark.parametrize(("changes", "words"), [
    ({"doc": "liver"}, "doc: no one file of this name"),
    ({"quote": "exosomes of horses"}, "quote: not in the text"),
    ({"quote": "of"}, "quote: stands 2 times"),
    ({"quote": None}, "quote: missing"),
    ({"targets": [["STAT3", "down"]]}, 'targets.0: "STAT3" not in the text'),
    ({"targets": [["TNF", "sideways"]]}, "targets.0: unknown direction"),
    ({"effects": [["angiogenesis", "increase", "sprouting"]]}, 'effects.0: "sprouting" not'),
    ({"mirnas": ["miR-99"]}, 'mirnas.0: "miR-99" not in the text'),
    ({"polarity": "maybe"}, "polarity: unknown 'maybe'"),
    ({"mirna": ["miR-21"]}, "mirna: unknown key"),
    ({"disease_model": "AKI"}, "disease_model: must be"),
    ({"spans": {"effects.0": [9999, 10001]}}, "spans.effects.0: no part of the document"),
])
def test_rows_that_cannot_be_located_are_named(
    tmp_path: Path, folder: Path, lexicons: Path, changes: dict[str, Any], words: str
) -> None:
    """File, line, document, field and reason are told in one line for each fault."""
    built = build(tmp_path, folder, lexicons, {**ROW, **changes})
    lines = [str(p) for p in built.problems]
    assert any(words in line and "rows.jsonl:1: " in line for line in lines), lines
    assert not any("\n" in line for line in lines)


def test_span_override_decides(tmp_path: Path, folder: Path, lexicons: Path) -> None:
    """Offsets that a row gives itself go before any search."""
    at = TEXT.index("stroke")
    row = {**ROW, "spans": {"effects.0": [at, at + 6]}}
    (finding,) = build(tmp_path, folder, lexicons, row).findings["kidney"]
    assert (finding.effects[0].start, finding.effects[0].end) == (at, at + 6)


def test_same_row_twice_is_told(tmp_path: Path, folder: Path, lexicons: Path) -> None:
    """A copied row is a problem, not a second finding."""
    built = build(tmp_path, folder, lexicons, ROW, ROW)
    assert len(built.findings["kidney"]) == 1
    assert "the same as" in str(built.problems[0])


def test_synonym_becomes_the_label(tmp_path: Path, folder: Path, lexicons: Path) -> None:
    """A label that the lexicon knows as a synonym is written as the lexicon's own."""
    row = {**ROW, "effects": [["vessel growth", "increase", "angiogenesis"]]}
    (finding,) = build(tmp_path, folder, lexicons, row).findings["kidney"]
    assert finding.effects[0].label == "angiogenesis"


def test_document_without_findings_has_an_empty_file(
    tmp_path: Path, folder: Path, lexicons: Path
) -> None:
    """A document that holds no finding is part of the gold: what is found there is spurious."""
    (tmp_path / "rows.jsonl").write_text("")
    built = Builder([folder], lexicons).build([tmp_path / "rows.jsonl"], ["kidney"])
    write_gold(built, tmp_path / "gold")
    assert load_gold(tmp_path / "gold").findings == {"kidney": []}


@pytest.mark.parametrize(("words", "there"), [
    ("suppression of the pathway", "sup-\n\npression of the\n\npath-\nway"),
    ("TGF-β1", "TGF‐beta 1"), ("neuron", "neurons"), ("(MCAO)", "(MCAO)"), ("CD86+", "CD86+"),
    ("in the joint … smaller", "in the joint lesions grew smaller"),
    ("cells die", "cells\n\n4,5\n\ndie"),
])
def test_words_are_found_however_they_stand(words: str, there: str) -> None:
    """Line breaks, hyphens, dashes, Greek letters, plurals and citations do not hide words."""
    text = f"Here {there}, at last."
    (hit, *_) = Locator(text).hits(words)
    assert text[hit.start : hit.end] == there


def test_words_are_not_found_inside_others() -> None:
    """A symbol is no part of a longer word."""
    assert Locator("metabolism of AKTIP and imTNF").hits("AKT") == []
    assert Locator("metabolism of AKTIP and imTNF").hits("TNF") == []


def test_nearest_mention_is_taken() -> None:
    """Of several places the one in the quote's sentence wins, then the one before it."""
    text = "Stroke is bad. Rats had stroke and lived. Then more stroke came. Nothing here."
    locator = Locator(text)
    quote = (text.index("Rats"), text.index(" and"))
    hit = locator.nearest(locator.hits("stroke"), quote, locator.sentence(*quote))
    assert hit is not None
    assert hit.start == text.index("stroke")
    end = (text.index("Nothing"), len(text))
    hit = locator.nearest(locator.hits("stroke"), end, locator.sentence(*end))
    assert hit is not None
    assert hit.start == text.rindex("stroke")


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="ab .A1-", max_size=40))
def test_sentences_cover_the_text(text: str) -> None:
    """Sentences follow each other without gaps but white space, and never overlap."""
    spans = sentences(text, 0, len(text))
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    covered = set().union(*(range(*s) for s in spans)) if spans else set()
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)


@pytest.mark.parametrize(("line", "words"), [
    ("{", "no JSON"), ("[1]", "no JSON object"),
    ('{"doc_id": "kidney"}', "'finding_id' is missing"),
])
def test_lines_that_are_no_findings(tmp_path: Path, line: str, words: str) -> None:
    """A damaged line is named with file and line number."""
    path = tmp_path / "x.jsonl"
    path.write_text("\n" + line + "\n")
    with pytest.raises(GoldError, match=words) as caught:
        load_findings(path)
    assert f"{path}:2: " in str(caught.value)


@pytest.mark.parametrize(("changes", "words"), [
    ({"sources": []}, "unknown key 'sources'.*allowed slots: msc_source"),
    ({"targets__valence": 1}, "unknown attribute 'valence' in targets"),
    ({"targets__direction": "left"}, "unknown direction 'left'; use one of down, none, up"),
    ({"targets__kind": "animal"}, "unknown kind 'animal'"),
    ({"polarity": "perhaps"}, "unknown polarity 'perhaps'"),
    ({"effects__start": -3}, "no proper span"),
    ({"effects__start": "7"}, "no proper span"),
    ({"effects__label": ""}, "has no label"),
    ({"disease_model__setting": "in silico"}, "unknown setting 'in silico'"),
    ({"doc_id": "liver"}, "doc_id 'liver' in the file of 'kidney'"),
])
def test_gold_with_wrong_values(gold: Path, changes: dict[str, Any], words: str) -> None:
    """Unknown slots, attributes and values are told in one line with the remedy."""
    change(gold, **changes)
    with pytest.raises(GoldError, match=words) as caught:
        load_gold(gold)
    assert "kidney.jsonl:1: " in str(caught.value)
    assert "\n" not in str(caught.value)


def test_duplicate_id_names_both_lines(gold: Path) -> None:
    """Two findings of one id are an error that shows both."""
    path = gold / "kidney.jsonl"
    path.write_text(path.read_text() * 2)
    with pytest.raises(GoldError, match=r"kidney.jsonl:2: finding_id .* line 1 already"):
        load_gold(gold)


def test_unlisted_file_and_missing_manifest(gold: Path) -> None:
    """A file that the manifest lacks, and a folder without a manifest, say what to do."""
    shutil.copy(gold / "kidney.jsonl", gold / "liver.jsonl")
    with pytest.raises(GoldError, match=r"liver.jsonl: not listed.*add \[documents.liver\]"):
        load_gold(gold / "liver.jsonl")
    (gold / "manifest.toml").unlink()
    with pytest.raises(GoldError, match="no manifest; name the gold folder"):
        load_gold(gold)


def test_manifest_is_written_as_it_is_read(tmp_path: Path) -> None:
    """Whatever the names hold, writing and reading give the same entries, sorted."""
    entries = [GoldDocument("b", 'odd "name".txt', "0" * 64, "é"), GoldDocument("a", "x", "1" * 64)]
    write_manifest(tmp_path, entries)
    assert list(load_manifest(tmp_path).values()) == entries[::-1]


def test_missing_document_says_where_to_get_it(gold: Path, tmp_path: Path) -> None:
    """A document that is nowhere is named with what the manifest says of it."""
    (entry,) = load_gold(gold).documents.values()
    with pytest.raises(GoldError, match=r"kidney\.txt: document not found; corpus/manifest"):
        find_document(entry, [tmp_path])


def test_changed_document_is_refused(gold: Path, folder: Path) -> None:
    """A text that differs in one byte is not the one that was annotated."""
    (folder / "kidney.txt").write_text(TEXT + " ", encoding="utf-8")
    (entry,) = load_gold(gold).documents.values()
    with pytest.raises(GoldError, match=r"has changed since its gold was made \(sha256 differs\)"):
        find_document(entry, [folder])


def test_documents_are_looked_up_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gold: Path
) -> None:
    """The user's folder comes first, then the project's, then the shared data's."""
    data = tmp_path / "data"
    (data / "corpus" / "papers").mkdir(parents=True)
    mine = tmp_path / "mine"
    mine.mkdir()
    monkeypatch.setenv("EXTRACTOR_DATA", str(data))
    monkeypatch.chdir(mine)
    found = places([mine], gold)
    assert found == [mine, tmp_path / "corpus", data / "corpus", data / "corpus" / "papers"]


def test_a_folder_of_gold_finds_the_folder_of_corpus_with_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`gold/rounds` annotates `corpus/rounds`, wherever the command is run."""
    monkeypatch.delenv("EXTRACTOR_DATA", raising=False)
    monkeypatch.chdir(tmp_path)
    texts = tmp_path / "project" / "corpus" / "rounds"
    texts.mkdir(parents=True)
    assert texts in places([], tmp_path / "project" / "gold" / "rounds")


def test_span_behind_the_end_is_told(gold: Path, folder: Path, lexicons: Path) -> None:
    """Gold that points past the end of its document names slot, span and length."""
    change(gold, effects__start=9000, effects__end=9012)
    (fault,) = check(gold, [folder], lexicons).faults
    assert "kidney.jsonl:1: effects 'angiogenesis' points past the end of kidney (9012 > " in fault


def test_span_outside_of_the_document_text() -> None:
    """A span in what the reader left out is told apart from one behind the end."""
    source = Source("x", "text", "")
    document = Document("d", "ab", source, alignment=Alignment([(0, 0, 2)]))
    finding = Finding("f", "d", mirnas=[Slot("c", 3, 5, "miR-1")])
    with pytest.raises(GoldError, match="is not part of the document text of d; choose a mention"):
        resolve(finding, document, "f.jsonl", 1, 9)


@pytest.mark.parametrize(("changes", "words"), [
    ({"effects__text": "fibrosis"}, "text 'fibrosis', but 'angiogenesis' stands there"),
    ({"effects__id": "GO:1"}, "identifier GO:1, but GO:0001525 in the lexicon"),
    ({"effects__id": "angio"}, "'angio' is no identifier of this slot"),
    ({"effects__label": "tube growth"}, "GO:0001525 is 'angiogenesis' in the lexicon"),
    ({"mirnas__label": "PTEN"}, "is no name of a miRNA"),
    ({"evidence": []}, "no evidence"),
])
def test_check_finds_what_does_not_hold(
    gold: Path, folder: Path, lexicons: Path, changes: dict[str, Any], words: str
) -> None:
    """Text, identifier and label of every mention are held against document and lexicons."""
    change(gold, **changes)
    faults = check(gold, [folder], lexicons).faults
    assert any(words in f and "kidney.jsonl:1: " in f for f in faults), faults


def test_check_of_good_gold_finds_nothing(gold: Path, folder: Path, lexicons: Path) -> None:
    """Gold as it was built holds."""
    checked = check(gold, [folder], lexicons)
    assert (checked.faults, checked.missing) == ([], [])
    assert (checked.documents, checked.findings) == (1, 1)


def test_check_of_citations(tmp_path: Path, folder: Path, lexicons: Path) -> None:
    """A marker that is no callout, or that stands elsewhere, is a fault; a right one is none."""
    document = read(folder / "kidney.txt")
    if not document.citations:
        pytest.fail("the reader found no callout")
    row = {**ROW, "quote": "Fibrosis was not changed",
           "effects": [["fibrosis", "none", "Fibrosis"]], "mirnas": [], "targets": [],
           "msc_source": None, "disease_model": None}
    for marker, faults in (("12", 0), ("99", 1)):
        built = build(tmp_path, folder, lexicons, {**row, "citations": [marker]})
        write_gold(built, tmp_path / "gold")
        checked = check(tmp_path / "gold", [folder], lexicons)
        assert len(checked.faults) == faults, checked.faults


def test_lexicons_are_read_by_column_name(lexicons: Path) -> None:
    """Comments, other columns, missing files and the case mark of synonyms are no obstacle."""
    known = load_vocabularies(lexicons)
    entry = known["targets"].get("TNFA")
    assert entry is not None
    assert (entry.label, entry.id, entry.kind) == ("TNF", "HGNC:11892", "gene")
    assert known["cargo"].get("nothing") is None
    assert known["msc_source"].get("bm msc") is known["msc_source"].by_label["bmmsc"]


def test_build_and_check_from_the_command_line(
    tmp_path: Path, folder: Path, lexicons: Path
) -> None:
    """What is built can be checked; a row with a fault makes the exit code 1."""
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps(ROW) + "\n")
    gold = tmp_path / "gold"
    options = ("--corpus", folder, "--patterns", lexicons)
    done = cli_run("gold", "build", rows, "-o", gold, *options)
    assert done.exit_code == 0, done.output
    assert cli_run("gold", "check", gold, *options).exit_code == 0
    rows.write_text(json.dumps({**ROW, "mirnas": ["miR-5"]}) + "\n")
    done = cli_run("gold", "build", rows, *options)
    assert done.exit_code == 1
    assert 'kidney: mirnas.0: "miR-5" not in the text' in done.stdout


def test_agreement_from_the_command_line(tmp_path: Path, folder: Path, lexicons: Path) -> None:
    """An annotation agrees fully with itself, and a changed direction shows."""
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    one.write_text(json.dumps(ROW) + "\n")
    two.write_text(json.dumps({**ROW, "targets": [["TNF", "up"]]}) + "\n")
    options = ("--corpus", folder, "--patterns", lexicons, "--format", "json")
    same = json.loads(cli_run("gold", "agreement", one, one, *options).stdout)
    assert same["total"]["levels"]["pairs"]["all"]["f1"] == 1.0
    done = cli_run("gold", "agreement", one, two, *options, "--differences")
    figures, _, rest = done.stdout.partition("\n}\n")
    assert json.loads(figures + "}")["total"]["levels"]["slots"]["targets"]["f1"] == 0.0
    assert "wrong direction" in rest


def test_agreement_counts_mentions_that_cannot_be_located(
    tmp_path: Path, folder: Path, lexicons: Path
) -> None:
    """For agreement a mention without a place still counts by its label."""
    row = {**ROW, "targets": [["STAT3", "down"]]}
    built = build(tmp_path, folder, lexicons, row, keep=True)
    assert [t.label for t in built.findings["kidney"][0].targets] == ["STAT3"]
    assert len(built.problems) == 1


def test_evidence_offsets_count_in_the_source(gold: Path) -> None:
    """The digest of the manifest and the spans belong to the file as it is stored."""
    (entry,) = load_gold(gold).documents.values()
    assert entry.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    (item,) = load_gold(gold).findings["kidney"]
    assert isinstance(item.finding.evidence[0], Evidence)
    span = item.finding.evidence[0]
    assert "carried miR-21" in TEXT[span.start : span.end]


def test_project_gold_holds(root: Path) -> None:
    """The gold of the project passes its own check for every document at hand."""
    gold = root / "gold"
    if not (gold / "manifest.toml").exists():
        pytest.skip("no gold yet")
    assert check(gold).faults == []
