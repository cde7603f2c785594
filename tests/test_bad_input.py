from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from extractor import cli
from extractor.extract import Extractor
from extractor.readers import read_string

CLAIM = "Exosomes of BMSCs carried miR-21, which repressed PTEN and reduced apoptosis in rats. "


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.build(), ["extract", "--fast", *map(str, arguments)])


def seconds(engine: Extractor, text: str) -> float:
    """Processor time for reading a text and finding what is in it."""
    start = time.process_time()
    engine.findings(read_string(text))
    return time.process_time() - start


@pytest.mark.parametrize("unit", [CLAIM, "miR- ", "miR-", "miR-21-", "miR-21, ", "BMSC-", "x", "("])
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    """One endless line of claims, or of fragments of names, takes time in proportion to it."""
    engine = Extractor(fast=True)
    engine.findings(read_string(CLAIM))
    size = 10_000
    short = seconds(engine, unit * (size // len(unit)))
    long = seconds(engine, unit * (4 * size // len(unit)))
    assert long < 7 * short + 0.5


def test_nul_bytes_and_surrogates(tmp_path: Path) -> None:
    """NUL bytes and halves of surrogate pairs in a file do not stop it, nor shift an offset."""
    data = CLAIM.replace("BMSCs", "BMSCs\0").encode() + b"\xed\xa0\x80\0 " + CLAIM.encode()
    (tmp_path / "paper.txt").write_bytes(data)
    result = run(tmp_path / "paper.txt", "--text", tmp_path / "text")
    assert result.exit_code == 0
    with (tmp_path / "text" / "paper.txt").open(encoding="utf-8", newline="") as stream:
        text = stream.read()
    lines = result.stdout.splitlines()
    assert lines
    for line in lines:
        finding = json.loads(line)
        for slot in [*finding["mirnas"], *finding["targets"], finding["msc_source"]]:
            assert text[slot["start"] : slot["end"]] == slot["text"]


def test_surrogates_in_memory() -> None:
    """A Python string with lone surrogates is a text like others."""
    findings = Extractor(fast=True).findings(read_string("\ud800 " + CLAIM + "\udfff\0"))
    assert [s.label for f in findings for s in f.mirnas] == ["miR-21"]


def test_no_msc_anywhere(tmp_path: Path) -> None:
    """A paper about other vesicles is read without a finding and without an error."""
    text = "Exosomes of tumour cells carried miR-21, which repressed PTEN in endothelial cells."
    (tmp_path / "paper.txt").write_text(text)
    result = run(tmp_path / "paper.txt")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "1 document, 0 findings, 0 failed" in result.stderr


@pytest.mark.parametrize(
    "text",
    [
        "Die Studie beschreibt den Einfluss der Ernährung auf die Gesundheit älterer Menschen.",
        "间充质干细胞来源的外泌体可以减轻大鼠的心肌损伤。",
        "Внеклеточные везикулы стволовых клеток уменьшали воспаление у мышей.",
        "الحويصلات خارج الخلية تقلل الالتهاب",
    ],
)
def test_other_languages(text: str, tmp_path: Path) -> None:
    """Text in other languages and scripts is read without a finding and without an error."""
    (tmp_path / "paper.txt").write_text(text, encoding="utf-8")
    result = run(tmp_path / "paper.txt")
    assert (result.exit_code, result.stdout) == (0, "")


def test_two_runs_give_the_same_bytes(corpus: Path, tmp_path: Path) -> None:
    """The same input gives the same bytes, whatever else is read beside it and in which order."""
    one, two = tmp_path / "1.jsonl", tmp_path / "2.jsonl"
    run(corpus / "w001.txt", corpus / "w021.txt", "-o", one)
    run(corpus / "w021.txt", corpus / "w001.txt", "-o", two)
    lines = one.read_bytes().splitlines()
    assert lines
    assert sorted(lines) == sorted(two.read_bytes().splitlines())


def test_every_mention_stands_where_it_says(corpus: Path) -> None:
    """For each document, slots and evidence are the text at their offsets."""
    engine = Extractor(fast=True)
    seen = 0
    for path in sorted(corpus.glob("*.txt")):
        document = read_string(path.read_text(encoding="utf-8"), path.stem)
        for mention in engine.mentions(document):
            assert document.text[mention.start : mention.end] == mention.text
        for finding in engine.findings(document):
            for name in ("msc_source", "disease_model", "mirnas", "targets", "effects", "cargo"):
                for slot in finding.slots(name):
                    assert document.text[slot.start : slot.end] == slot.text
                    seen += 1
            for evidence in finding.evidence:
                assert document.text[evidence.start : evidence.end] == evidence.text
    assert seen > 50
