"""Checksums of a model folder, so that a damaged file is named instead of misread."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from extractor.errors import ModelError

_NAME = "sha256.json"
_WAY_OUT = "install the program again, or use --fast to go on with rules only"


def write_sums(folder: Path) -> None:
    """Write the checksums of all files of a folder but its sheets (``.md``)."""
    (folder / _NAME).write_text(json.dumps(_sums(folder), indent=1) + "\n", encoding="utf-8")


def check_sums(folder: Path) -> None:
    """Compare a folder with its checksums.

    Raises:
        ModelError: The folder or a file is missing or differs.
    """
    try:
        expected = json.loads((folder / _NAME).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ModelError(f"{folder / _NAME}: model file missing; {_WAY_OUT}") from error
    except ValueError as error:
        raise ModelError(f"{folder / _NAME}: damaged model file; {_WAY_OUT}") from error
    found = _sums(folder)
    for name, value in sorted(expected.items()):
        if name not in found:
            raise ModelError(f"{folder / name}: model file missing; {_WAY_OUT}")
        if found[name] != value:
            raise ModelError(f"{folder / name}: damaged model file; {_WAY_OUT}")


def _sums(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".md" and path.name != _NAME
    }
