from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from extractor import cli
from extractor.exporters.rows import COLUMNS


def call(*arguments: str, stdin: str = "") -> Result:
    return CliRunner().invoke(cli.build(), list(arguments), input=stdin)


def code_blocks(path: Path, language: str) -> list[str]:
    """The fenced blocks of a page that are marked with this language."""
    fences = re.findall(r"^```(\w*)\n(.*?)^```$", path.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return [block for marked, block in fences if marked == language]


def test_the_example_of_the_readme_is_real(root: Path) -> None:
    """What the README shows first is what the program says to that very sentence."""
    text = (root / "README.md").read_text(encoding="utf-8")
    quoted = re.findall(r"^> (.*)$", text, re.MULTILINE)
    (shown,) = [block for block in code_blocks(root / "README.md", "") if "evidence" in block]
    result = call("explain", "-", "--fast", stdin=" ".join(quoted))
    told = result.stdout.strip().splitlines()
    # the id changes with every version
    assert told[0].split(maxsplit=1)[1] == shown.splitlines()[0].split(maxsplit=1)[1]
    assert told[1:] == shown.strip().splitlines()[1:]


def test_the_readme_explains_every_column(root: Path) -> None:
    """The table of columns is that of the program, in its order."""
    text = (root / "README.md").read_text(encoding="utf-8")
    table = text.partition("<!-- columns -->")[2].partition("<!-- end of columns -->")[0]
    expected = [f"| `{name}` | {meaning} |" for name, (meaning, _) in COLUMNS.items()]
    remedy = "write the table anew:\n" + "\n".join(expected)
    assert table.strip().splitlines()[2:] == expected, remedy


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_documented_commands_exist(root: Path, name: str) -> None:
    """Every command that is shown exists and knows the options that are shown with it."""
    seen = 0
    for block in code_blocks(root / name, "sh"):
        for line in block.splitlines():
            words = shlex.split(line, comments=True)
            if not any(w.endswith("extractor") for w in words):
                continue
            at = next(i for i, w in enumerate(words) if w.endswith("extractor"))
            words = words[at + 1 :]
            help_text = call(words[0], "--help").stdout
            if "\nCommands:" in help_text:
                help_text = call(*words[:2], "--help").stdout
            assert "Usage:" in help_text, line
            for word in words:
                if word.startswith("-") and word != "-":
                    assert re.search(rf"(?<!\S){re.escape(word)}\b", help_text), f"{line}: {word}"
            seen += 1
    assert seen


def test_the_readme_names_every_dependency(root: Path) -> None:
    """Each package that the program needs is named with what it is for."""
    import tomllib

    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[<>=]", line)[0] for line in project["dependencies"]}
    text = (root / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| ([a-z0-9]+) \| \w", text, re.MULTILINE)) - {"package", "column"}
    assert named == needed


def test_contributed_lines_work(root: Path, tmp_path: Path) -> None:
    """The lines that CONTRIBUTING shows are right, and give a finding that was not there before."""
    (sentence,) = re.findall(
        r"patterns test '(BMSC.*?)'", (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    )
    lines = code_blocks(root / "CONTRIBUTING.md", "")
    for file, line in zip(("diseases", "effects", "predicates"), lines, strict=True):
        shipped = (root / "patterns" / f"{file}.tsv").read_text(encoding="utf-8").splitlines()
        header = next(text for text in shipped if not text.startswith("#"))
        assert len(line.splitlines()) < 10
        (tmp_path / f"{file}.tsv").write_text(f"{header}\n{line}", encoding="utf-8")
    before = call("patterns", "test", sentence).stdout
    assert "tennis elbow (" not in before
    after = call("patterns", "test", "--patterns", str(tmp_path), sentence).stdout
    assert re.search(r"^finding +BM-MSC \| tennis elbow \|.*↓grip weakness", after, re.MULTILINE)
    assert re.search(r"'abate': 'tennis elbow' down", after)
