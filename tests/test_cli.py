from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from conftest import SENTENCE, make_finding
from make_pdf import make_review
from typer.testing import CliRunner, Result

from extractor import cli, cli_run
from extractor.cli_inputs import find
from extractor.errors import RuleError
from extractor.exporters import file_writer
from extractor.records import Document, Evidence, Finding, Slot

Run = Callable[..., Result]
TEXT = "Exosomes of BMSCs carried miR-21 and miR-7.\n"


class FakeExtractor:
    """Finds each miR-number; fails on the word BOOM."""

    def findings(self, document: Document, scope: str = "msc") -> list[Finding]:
        if "BOOM" in document.text:
            raise KeyError("boom")
        found = []
        for match in re.finditer(r"miR-\d+", document.text):
            slot = Slot(match.group(), *match.span(), match.group())
            finding = Finding(f"{document.doc_id}:{slot.start}", document.doc_id, mirnas=[slot])
            finding.evidence = [Evidence(0, len(document.text), document.text)]
            finding.section = scope
            found.append(finding)
        return found


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in this process, with a stand-in for the engine."""
    monkeypatch.setattr(cli_run, "make_extractor", lambda *_: FakeExtractor())

    def call(*arguments: str | Path, **options: Any) -> Result:
        return CliRunner().invoke(cli.build(), [str(a) for a in arguments], **options)

    return call


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A text file with two findings."""
    path = tmp_path / "paper.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def found(result: Result) -> list[str]:
    return [json.loads(line)["finding_id"] for line in result.stdout.splitlines()]


def errors(result: Result) -> list[str]:
    return [line for line in result.stderr.splitlines() if line.startswith("error: ")]


# --- inputs -------------------------------------------------------------------------------------


def test_a_pipe_gets_json_lines_and_a_summary_apart(run: Run, paper: Path) -> None:
    """Without -o and terminal, findings are JSON Lines on stdout, the summary is on stderr."""
    result = run("extract", paper)
    assert result.exit_code == 0
    assert found(result) == ["paper:26", "paper:37"]
    assert re.match(r"1 document, 2 findings, 0 failed, \d+\.\d s\n", result.stderr)


def test_folders_are_read_whole_and_in_order(run: Run, tmp_path: Path) -> None:
    """Papers in subfolders are found, sorted; hidden files and files of other kinds are not."""
    for name in ("b.txt", "a.txt", "sub/c.TXT", ".d.txt", ".git/e.txt", "README.md", "x.jsonl",
                 "y.tsv"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT)
    result = run("extract", tmp_path)
    assert result.exit_code == 0
    assert [i.split(":")[0] for i in found(result)] == ["a", "a", "b", "b", "c", "c"]


def test_globs_work_without_a_shell(run: Run, tmp_path: Path) -> None:
    """A quoted pattern is resolved here; one that matches nothing is an error of its own."""
    for name in ("a1.txt", "a2.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    result = run("extract", tmp_path / "a*.txt", tmp_path / "z*.txt")
    assert {i.split(":")[0] for i in found(result)} == {"a1", "a2"}
    assert errors(result) == [f"error: {tmp_path}/z*.txt: no file matches"]
    assert result.exit_code == 1


def test_a_file_with_brackets_in_its_name_is_no_pattern(run: Run, tmp_path: Path) -> None:
    """A file that exists is read, whatever its name looks like."""
    (tmp_path / "a[1].txt").write_text(TEXT)
    assert len(found(run("extract", tmp_path / "a[1].txt"))) == 2


def test_stdin_is_a_document(run: Run) -> None:
    """A dash reads standard input."""
    assert found(run("extract", "-", input=TEXT)) == ["stdin:26", "stdin:37"]


def test_equal_stems_get_different_names(tmp_path: Path) -> None:
    """Documents are called by their stem, and by more of the path only where stems clash."""
    for name in ("x/p.txt", "y/p.txt", "y/p.xml", "q.txt", "z/P.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT)
    inputs, failed = find([str(tmp_path)])
    assert not failed
    names = {str(Path(i.path).relative_to(tmp_path)): i.doc_id for i in inputs}
    assert names == {"q.txt": "q", "x/p.txt": "x_p.txt", "y/p.txt": "y_p.txt", "y/p.xml": "p.xml",
                     "z/P.txt": "z_P.txt"}


def test_a_subfolder_that_cannot_be_read_is_named(
    tmp_path: Path, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A subfolder without permission is an error of its own, and the rest of the folder is read."""
    (tmp_path / "secret").mkdir()
    real = os.scandir

    def refuse(path: str) -> Any:
        if str(path).endswith("secret"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    inputs, failed = find([str(tmp_path)])
    assert [i.doc_id for i in inputs] == ["paper"]
    assert [str(f) for f in failed] == [f"{tmp_path}/secret: cannot be read: Permission denied"]


def test_a_file_named_twice_is_read_once(tmp_path: Path, paper: Path) -> None:
    """The same file under two names, or in its folder too, is one document."""
    (tmp_path / "again").symlink_to(paper)
    inputs, _ = find([str(paper), str(tmp_path), str(tmp_path / "again")])
    assert [i.doc_id for i in inputs] == ["paper"]


# --- bad input ----------------------------------------------------------------------------------


def bad(run: Run, paper: Path, *names: str | Path) -> Result:
    """Runs bad inputs beside a good one, which must go on, and expects one line for each."""
    result = run("extract", *names, paper)
    assert result.exit_code == 1
    assert len(found(result)) == 2
    assert len(errors(result)) == len(names)
    for name, line in zip(names, errors(result), strict=True):
        assert str(name) in line
    assert "Traceback" not in result.stderr
    return result


def test_empty_file(run: Run, paper: Path, tmp_path: Path) -> None:
    """An empty file is named and the others go on."""
    (tmp_path / "empty.txt").write_bytes(b"")
    assert "is empty" in bad(run, paper, tmp_path / "empty.txt").stderr


def test_binary_file(run: Run, paper: Path, tmp_path: Path) -> None:
    """A binary file is named, whatever its suffix says."""
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 64)
    bad(run, paper, tmp_path / "binary.txt")


def test_unknown_type(run: Run, paper: Path, tmp_path: Path) -> None:
    """A file of a kind that cannot be read is named with the kinds that can."""
    (tmp_path / "paper.docx").write_bytes(b"PK\x03\x04" + bytes(100))
    assert "PDF" in bad(run, paper, tmp_path / "paper.docx").stderr


def test_missing_file(run: Run, paper: Path, tmp_path: Path) -> None:
    """A missing file is named."""
    assert "no such file" in bad(run, paper, tmp_path / "missing.txt").stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads any file")
def test_unreadable_file(run: Run, paper: Path, tmp_path: Path) -> None:
    """A file without permission is named."""
    (tmp_path / "secret.txt").write_text(TEXT)
    (tmp_path / "secret.txt").chmod(0)
    assert "permission" in bad(run, paper, tmp_path / "secret.txt").stderr


def test_file_that_fails_to_read(
    run: Run, paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A permission that is refused while reading is told in one line (root sees this one too)."""
    real = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "secret.txt":
            raise PermissionError(13, "Permission denied")
        return real(path)

    (tmp_path / "secret.txt").write_text(TEXT)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "permission denied" in bad(run, paper, tmp_path / "secret.txt").stderr.lower()


def test_folder_with_nothing_to_read(run: Run, paper: Path, tmp_path: Path) -> None:
    """A folder without papers is named, with what it is searched for."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "notes.md").write_text(TEXT)
    assert ".pdf" in bad(run, paper, tmp_path / "sub").stderr


def test_text_without_end(
    run: Run, paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Text far beyond a paper, all in one line, is refused in one line (here with a low bar)."""
    monkeypatch.setattr(cli_run, "MAX_TEXT", 100_000)
    (tmp_path / "long.txt").write_text("word " * 25_000)
    assert "more than any paper; split it" in bad(run, paper, tmp_path / "long.txt").stderr


def test_a_fault_of_the_program_costs_one_file(run: Run, paper: Path, tmp_path: Path) -> None:
    """An error that nobody foresaw is one line that says so, and the others go on."""
    (tmp_path / "boom.txt").write_text("BOOM goes the engine.")
    assert "internal error (KeyError" in bad(run, paper, tmp_path / "boom.txt").stderr


def test_a_name_that_cannot_be_one(run: Run, paper: Path) -> None:
    """A NUL in a file name is an error in one line."""
    result = run("extract", "a\0b", paper)
    assert (result.exit_code, len(errors(result))) == (1, 1)


# --- outputs ------------------------------------------------------------------------------------


def test_the_suffix_decides_the_format(run: Run, paper: Path, tmp_path: Path) -> None:
    """-o takes the format from its suffix; all formats hold the same findings."""
    for form in ("jsonl", "csv", "tsv", "xlsx"):
        assert run("extract", paper, "-o", tmp_path / f"out.{form}").exit_code == 0
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [r["mirnas"] for r in rows] == ["miR-21", "miR-7"]
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book["findings"].max_row == 3
    assert "\t" in (tmp_path / "out.tsv").read_text()
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 2


def test_format_option_wins_over_the_suffix(run: Run, paper: Path, tmp_path: Path) -> None:
    """-f decides where it is given."""
    run("extract", paper, "-f", "tsv", "-o", tmp_path / "out.data")
    assert (tmp_path / "out.data").read_text().startswith("finding_id\t")


def test_a_folder_gets_a_file_a_document(run: Run, paper: Path, tmp_path: Path) -> None:
    """-o with a folder writes one file for each document, called by the document."""
    (tmp_path / "q.txt").write_text(TEXT)
    (tmp_path / "out").mkdir()
    run("extract", paper, tmp_path / "q.txt", "-f", "csv", "-o", tmp_path / "out")
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["paper.csv", "q.csv"]


def test_text_is_written_beside_the_findings(run: Run, paper: Path, tmp_path: Path) -> None:
    """--text writes the text to which the offsets belong, character for character."""
    result = run("extract", paper, "--text", tmp_path / "text")
    with (tmp_path / "text" / "paper.txt").open(encoding="utf-8", newline="") as stream:
        text = stream.read()
    for line in result.stdout.splitlines():
        (slot,) = json.loads(line)["mirnas"]
        assert text[slot["start"] : slot["end"]] == slot["text"]


def test_table_names_the_findings(run: Run, paper: Path) -> None:
    """-f table prints a table for people, without colour on a pipe."""
    result = run("extract", paper, "-f", "table")
    assert "miR-21" in result.stdout
    assert "\x1b" not in result.stdout


def test_ctrl_c_leaves_nothing_half_written(
    run: Run, paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C ends a run without a traceback, and without a torn file."""

    def interrupt(*_: object) -> list[Finding]:
        raise KeyboardInterrupt

    monkeypatch.setattr(FakeExtractor, "findings", interrupt)
    result = run("extract", paper, "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 130
    assert "Traceback" not in result.output
    assert [p.name for p in tmp_path.iterdir()] == ["paper.txt"]


def test_scope_reaches_the_engine(run: Run, paper: Path) -> None:
    """--scope is handed on."""
    result = run("extract", paper, "--scope", "any")
    assert json.loads(result.stdout.splitlines()[0])["section"] == "any"


def test_nothing_read_leaves_the_old_output(run: Run, tmp_path: Path) -> None:
    """When no document could be read, an older result is not overwritten with nothing."""
    (tmp_path / "out.jsonl").write_text("old")
    result = run("extract", tmp_path / "no.txt", "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.jsonl"]
    assert (tmp_path / "out.jsonl").read_text() == "old"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ([], "Missing argument"),
        (["{paper}", "--scope", "all"], "--scope"),
        (["{paper}", "-f", "docx"], "--format"),
        (["{paper}", "-o", "{tmp}/no/out.csv"], "{tmp}/no: no such folder"),
        (["{paper}", "-o", "{tmp}/no/"], "{tmp}/no"),
        (["{paper}", "-o", "{tmp}/out.docx"], "no format has this suffix"),
        (["{paper}", "-o", "{tmp}/out.csv", "-f", "table"], "a table is for the terminal"),
        (["{paper}", "--text", "{tmp}/no/no"], "{tmp}/no: no such folder"),
        (["{paper}", "--patterns", "{tmp}/no"], "--patterns"),
        (["{tmp}", "--text", "{tmp}"], "{tmp}/paper.txt: is one of the papers"),
        (["{paper}", "-f", "csv", "-o", "{paper}"], "paper.txt: is one of the papers"),
        (["{paper}", "--nonsense"], "--nonsense"),
    ],
)
def test_misuse_is_told_before_any_work(
    arguments: list[str], reason: str, run: Run, paper: Path, tmp_path: Path
) -> None:
    """A command line that makes no sense gives exit code 2 and names what is wrong."""
    result = run("extract", *(a.format(paper=paper, tmp=tmp_path) for a in arguments))
    assert result.exit_code == 2
    assert reason.format(tmp=tmp_path) in result.stderr
    assert not result.stdout


def test_a_wrong_pattern_file_stops_the_run(
    run: Run, paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error in the patterns is told once, not once for each paper."""

    def fail(*_: object) -> object:
        raise RuleError("genes.tsv", 3, "PTEN", "has no label")

    monkeypatch.setattr(cli_run, "make_extractor", fail)
    (tmp_path / "q.txt").write_text(TEXT)
    result = run("extract", paper, tmp_path / "q.txt")
    assert (result.exit_code, errors(result)) == (1, ["error: genes.tsv:3 [PTEN]: has no label"])


def test_an_unwritable_place_is_one_line(
    run: Run, paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No space or no permission for the output is told in one line."""
    (tmp_path / ".out.csv.part").mkdir()
    result = run("extract", paper, "-o", tmp_path / "out.csv")
    assert result.exit_code == 1
    assert len(errors(result)) == 1


# --- looking closer -----------------------------------------------------------------------------


@pytest.fixture
def findings_file(tmp_path: Path) -> Path:
    """A file with two findings of which the first is complete."""
    path = tmp_path / "findings.jsonl"
    with file_writer("jsonl", path) as out:
        out.write([make_finding("abc1"), make_finding("abd2", polarity="hedged")])
    return path


def test_explain_marks_mentions_and_names_rules(run: Run, findings_file: Path) -> None:
    """On a pipe the mentions stand in double brackets, with rules and citation below."""
    result = run("explain", findings_file, "--finding", "abc1")
    assert result.exit_code == 0
    marked = (
        "[[vesicle:Exosomes]] of [[source:BMSCs]] carried [[miRNA:miR-21]], which repressed "
        "[[target:PTEN]] and reduced [[effect:apoptosis]]."
    )
    assert marked in result.stdout
    assert "HGNC:9588" in result.stdout
    assert "rule      carriage" in result.stdout
    assert "doi:10.1000/x" in result.stdout
    assert "abd2" not in result.stdout


def test_explain_works_on_papers_and_all_findings(run: Run, paper: Path) -> None:
    """Without --finding all findings of a paper are explained."""
    result = run("explain", paper)
    assert result.stdout.count("[[miRNA:") == 2


def test_the_beginning_of_an_id_is_enough(run: Run, findings_file: Path) -> None:
    """A prefix that fits one finding chooses it; one that fits two, or none, is an error."""
    assert "abd2" in run("explain", findings_file, "--finding", "abd").stdout
    result = run("explain", findings_file, "--finding", "ab")
    assert (result.exit_code, "2 findings with an id that" in result.stderr) == (1, True)
    result = run("explain", findings_file, "--finding", "zz")
    assert (result.exit_code, "no finding with an id that" in result.stderr) == (1, True)


def test_mentions_from_the_context_are_said_to_be(run: Run, tmp_path: Path) -> None:
    """A slot that stands outside the evidence is marked as taken from the context."""
    finding = make_finding()
    finding.evidence = [Evidence(20, len(SENTENCE), SENTENCE[20:])]
    with file_writer("jsonl", tmp_path / "f.jsonl") as out:
        out.write([finding])
    lines = run("explain", tmp_path / "f.jsonl").stdout.splitlines()
    assert [line.split()[0] for line in lines if "taken from the context" in line] == [
        "source", "vesicle"
    ]


def test_terminal_codes_of_a_paper_are_not_obeyed(run: Run, tmp_path: Path) -> None:
    """Escape sequences in a text never reach the terminal."""
    finding = make_finding(section="a\x1b[31mb", evidence=[Evidence(0, 9, "x\x1b]0;t\x07y")])
    with file_writer("jsonl", tmp_path / "f.jsonl") as out:
        out.write([finding])
    assert "\x1b" not in run("explain", tmp_path / "f.jsonl").stdout


def test_show_draws_the_page(run: Run, tmp_path: Path) -> None:
    """The page of a finding in a PDF is drawn, and an id that fits nothing is an error."""
    make_review(tmp_path / "review.pdf")
    first = json.loads(run("extract", tmp_path / "review.pdf").stdout.splitlines()[0])
    result = run("show", tmp_path / "review.pdf", "--finding", first["finding_id"],
                 "-o", tmp_path / "page.png")
    assert result.exit_code == 0, result.stderr
    assert (tmp_path / "page.png").read_bytes().startswith(b"\x89PNG")
    assert "written" in result.stderr
    result = run("show", tmp_path / "review.pdf", "--finding", "zz", "-o", tmp_path / "z.png")
    assert (result.exit_code, (tmp_path / "z.png").exists()) == (1, False)


def test_show_needs_pages(run: Run, paper: Path, tmp_path: Path) -> None:
    """A text has no pages to show, and the user is told what to use instead."""
    result = run("show", paper, "--finding", "p", "-o", tmp_path / "page.png")
    assert result.exit_code == 1
    assert "extractor explain" in result.stderr


def test_read_shows_blocks_and_references(run: Run, corpus: Path) -> None:
    """The document is shown as it was read, and all of it as JSON."""
    result = run("read", corpus / "review01.txt")
    assert result.exit_code == 0
    assert "[paragraph" in result.stdout
    assert "miR-1263" in result.stdout
    data = json.loads(run("read", corpus / "review01.txt", "--json").stdout)
    assert data["doc_id"] == "review01"
    for block in data["blocks"]:
        assert 0 <= block["start"] < block["end"] <= len(data["text"])
    assert data["source"]["kind"] == "text"


def test_corrections_go_round(run: Run, findings_file: Path, tmp_path: Path) -> None:
    """A corrected sheet becomes findings again, and each change is told."""
    sheet = tmp_path / "s.csv"
    with file_writer("csv", sheet) as out:
        out.write([make_finding("abc1")])
    sheet.write_text(sheet.read_text("utf-8-sig").replace("↓PTEN", "↑PTEN"), encoding="utf-8")
    out_path = tmp_path / "corrected.jsonl"
    result = run("import-corrections", sheet, "--findings", findings_file, "-o", out_path)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "abc1: targets: ↓PTEN (HGNC:9588) → ↑PTEN (HGNC:9588)", "abd2: deleted"
    ]
    (finding,) = [json.loads(line) for line in out_path.read_text().splitlines()]
    assert finding["targets"][0]["direction"] == "up"


def test_patterns_tell_what_fires(run: Run) -> None:
    """A sentence is shown with its mentions, claims, idle words and findings."""
    text = "BMSC exosomes carried miR-21 and repressed PTEN. CD63 was seen."
    result = run("patterns", "test", text)
    assert result.exit_code == 0
    assert re.search(r"gene +'PTEN' is PTEN \(HGNC:9588\)", result.stdout)
    assert re.search(r"finding +BM-MSC \| — \| miR-21 \| ↓PTEN", result.stdout)
    assert "'CD63': no word of change reaches it" in result.stdout


def test_patterns_can_be_listed(run: Run) -> None:
    """Rules for a word are listed with their place and identifier."""
    assert "genes.tsv:PTEN\tPTEN\tHGNC:9588" in run("patterns", "list", "PTEN").stdout
    assert run("patterns", "list", "zzyzx").exit_code == 1


def test_patterns_of_ones_own_are_checked(run: Run, tmp_path: Path) -> None:
    """A wrong file of one's own is named with its line; right ones are counted."""
    result = run("patterns", "check")
    assert (result.exit_code, "genes.tsv" in result.stdout) == (0, True)
    (tmp_path / "genes.tsv").write_text("label\tid\nPTEN\tHGNC:9588\n")
    result = run("patterns", "check", "--patterns", tmp_path)
    assert result.exit_code == 1
    assert f"error: {tmp_path}/genes.tsv:1" in result.stderr


# --- the program as it is installed -------------------------------------------------------------


def test_every_help_has_an_example(run: Run) -> None:
    """Every command shows one worked example, whose command exists."""
    top = run("--help").stdout
    names = re.findall(r"^  ([a-z-]+)  ", top.partition("Commands:")[2], re.MULTILINE)
    assert {"extract", "explain", "show", "read", "patterns", "import-corrections"} <= set(names)
    for name in names:
        text = run(name, "--help").stdout
        if "\nCommands:" in text:
            subcommands = re.findall(r"^  ([a-z-]+)  ", text.partition("Commands:")[2], re.M)
            pages = [(f"{name} {s}", run(name, s, "--help").stdout) for s in subcommands]
        else:
            pages = [(name, text)]
        for command, page in pages:
            flat = " ".join(page.split())
            assert f"extractor {command}" in flat.partition("Example")[2], command


def test_python_m_runs_the_command_line() -> None:
    """Who has no scripts on the path may call the package."""
    done = subprocess.run(
        [sys.executable, "-m", "extractor", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("extractor ")


def test_version_is_that_of_the_package(run: Run) -> None:
    """--version says the version of the installed distribution."""
    from importlib.metadata import version

    assert run("--version").stdout == f"extractor {version('msc-extractor')}\n"


def test_corpus_is_as_the_manifest_says(corpus: Path) -> None:
    """Each document of the corpus is listed with its licence and has the sum that is listed."""
    import hashlib
    import tomllib

    listed = tomllib.loads((corpus / "manifest.toml").read_text(encoding="utf-8"))
    papers = {d["file"]: d for d in listed["document"]}
    assert {p.name for p in corpus.glob("*.txt")} <= set(papers)
    for name, entry in papers.items():
        assert hashlib.sha256((corpus / name).read_bytes()).hexdigest() == entry["sha256"], name
        assert entry["licence"]
        assert entry["author"]
    assert all(len(p["sha256"]) == 64 and p["citation"] and p["source"] for p in listed["paper"])


@pytest.fixture
def command() -> list[str]:
    """The command line as a process of its own."""
    return [sys.executable, "-c", "from extractor.cli import main; main()"]


def test_a_reader_that_leaves_early_is_no_error(command: list[str], corpus: Path) -> None:
    """Output into a pipe that closes (head) ends quietly."""
    process = subprocess.Popen(
        [*command, "read", "--json", str(corpus / "review01.txt")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 141
