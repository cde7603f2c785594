from __future__ import annotations

import ast
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

LAYERS: tuple[tuple[str, ...], ...] = (
    ("records", "errors"),
    (
        "readers", "rules", "pattern_tables", "grounding", "lexicon", "tokens", "mirna", "sources",
        "patterns", "inflection",
    ),
    ("components", "models"),
    ("pipeline",),
    ("extract",),
    ("exporters", "scoring", "report", "gold", "matching", "assignment", "evaluation", "training"),
    ("cli", "__main__"),
)
"""The parts from the ground up; a part imports from its own layer and from those before it."""

HOMES: dict[str, tuple[str, ...]] = {
    "pdfplumber": ("readers",),
    "pypdfium2": ("readers",),
    "rich": ("report",),
    "pandas": ("exporters", "report"),
    "openpyxl": ("exporters",),
    "spacy": ("rules", "components", "pipeline", "extract", "models", "training", "tokens"),
    "scispacy": ("components", "pipeline"),
    "typer": ("cli",),
}
"""Where a library may be imported; libraries not named here may be imported anywhere."""

HEAVY = ("spacy", "scispacy", "thinc", "numpy", "pandas", "pydantic", "rich", "openpyxl",
         "pdfplumber", "pdfminer", "pypdfium2", "PIL")
"""What neither ``import extractor`` nor ``extractor --help`` may load."""

HELP = "import sys; from extractor.cli import main; sys.argv[1:] = [{}]; main()"


def modules(root: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted((root / "extractor").rglob("*.py")):
        relative = path.relative_to(root).with_suffix("")
        parts = [p for p in relative.parts if p != "__init__"]
        yield ".".join(parts), path


def imports(name: str, path: Path) -> Iterator[tuple[str, int]]:
    """Full names of all that a module imports, inside functions too, with line numbers."""
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, base] if base else above)
            for alias in node.names:
                yield f"{base}.{alias.name}", node.lineno


def part(module: str) -> str | None:
    """The part of the program to which a module belongs: ``cli_run`` to ``cli``."""
    names = module.split(".")
    if names[0] != "extractor" or len(names) < 2:
        return None
    known = {p for layer in LAYERS for p in layer}
    return next((p for p in (names[1], names[1].partition("_")[0]) if p in known), None)


def layer(name: str) -> int:
    return next(i for i, parts in enumerate(LAYERS) if name in parts)


def test_every_module_has_a_place(root: Path) -> None:
    """A new module belongs to a part of the house, by its name or by the part before ``_``."""
    homeless = [name for name, _ in modules(root) if name != "extractor" and part(name) is None]
    assert not homeless, f"add to LAYERS in {Path(__file__).name}: {homeless}"


def test_imports_point_downwards(root: Path) -> None:
    """No module imports from a layer above its own, not even inside a function."""
    known = {name for name, _ in modules(root)}
    upward = []
    for name, path in modules(root):
        here = part(name)
        if here is None:
            continue
        for target, line in imports(name, path):
            there = part(target)
            if target == "extractor" or (there is None and target in known):
                upward.append(f"{path.name}:{line} imports the whole package")
            elif there is not None and layer(there) > layer(here):
                upward.append(f"{path.name}:{line}: {here} imports {there}")
    assert not upward


def test_libraries_stay_at_home(root: Path) -> None:
    """Each library is imported only by the parts that it is for."""
    strays = []
    for name, path in modules(root):
        for target, line in imports(name, path):
            library = target.partition(".")[0]
            if library in HOMES and (part(name) or "extractor") not in HOMES[library]:
                allowed = name == "extractor" and library == "pandas"  # the type of to_frame
                if not allowed:
                    strays.append(f"{path.name}:{line}: {library} in {name}")
    assert not strays


def test_modules_stay_readable(root: Path) -> None:
    """No module grows much beyond four hundred lines."""
    long = {
        path.name: count
        for _, path in modules(root)
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 500
    }
    assert not long


@pytest.mark.parametrize(
    ("code", "spared"),
    [
        ("import extractor", ()),
        ("import extractor; extractor.extract; extractor.to_frame", ()),
        (HELP.format("'--help'"), ()),
        # typer itself takes pydantic to read the options of a command
        (HELP.format("'extract', '--help'"), ("pydantic",)),
        (HELP.format("'nonsense'"), ("pydantic",)),
    ],
)
def test_nothing_heavy_is_loaded_for_nothing(code: str, spared: tuple[str, ...]) -> None:
    """Neither the import nor the help, nor a mistyped command, loads a heavy library."""
    probe = f"import atexit, sys; atexit.register(lambda: print(*sys.modules, sep='\\n')); {code}"
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=False
    )
    loaded = {line.partition(".")[0] for line in done.stdout.splitlines()}
    assert "extractor" in loaded, done.stderr
    assert not loaded & set(HEAVY).difference(spared)


def test_the_function_outlives_the_module_of_its_name() -> None:
    """``extractor.extract`` is the function, whatever has imported the module ``extract``."""
    code = (
        "import extractor\n"
        "from extractor.extract import Extractor\n"
        "from extractor import extract\n"
        "assert callable(extract) and callable(extractor.extract)\n"
        "assert extract is extractor.extract\n"
        "assert sorted(extractor.__all__) == extractor.__all__\n"
        "assert all(hasattr(extractor, name) for name in extractor.__all__)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_wheel_holds_what_the_program_needs(root: Path, tmp_path: Path) -> None:
    """The built wheel has code and patterns, and finds its patterns with the sources gone."""
    major = int(version("setuptools").partition(".")[0])
    if major < 77:
        pytest.skip(f"setuptools {major} cannot build the wheel; 77 or newer is needed")
    source = tmp_path / "source"  # building writes beside the sources, so not into ours
    source.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", "extractor", "patterns"):
        (source / name).symlink_to(root / name)
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
         "--disable-pip-version-check", "--wheel-dir", str(tmp_path), str(source)],
        check=True, capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        archive.extractall(tmp_path / "installed")
    shipped = {p.name for p in (root / "patterns").iterdir() if p.suffix in (".tsv", ".toml")}
    assert shipped
    assert {f"extractor/patterns/{name}" for name in shipped} <= names
    code = {
        p.relative_to(root).as_posix()
        for p in (root / "extractor").rglob("*.py")
    }
    assert code <= names
    probe = (
        "import extractor, sys; from extractor import rules; "
        "assert extractor.__file__.startswith(sys.argv[1]), extractor.__file__; "
        "assert len(rules.load().files) > 3"
    )
    place = str(tmp_path / "installed")
    subprocess.run(
        [sys.executable, "-c", probe, place], check=True, cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": place},
    )
