"""Structured extraction of MSC-vesicle findings from papers, without language models.

>>> import extractor
>>> findings = extractor.extract("Exosomes of BMSCs carried miR-21, which repressed PTEN.")
>>> frame = extractor.to_frame(findings)
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

from extractor.errors import ExtractorError, GoldError, ModelError, ReadError, RuleError
from extractor.records import Document, Finding, Mention, Slot

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "Document",
    "ExtractorError",
    "Finding",
    "GoldError",
    "Mention",
    "ModelError",
    "ReadError",
    "RuleError",
    "Slot",
    "extract",
    "read",
    "to_frame",
]


def extract(
    path_or_text: str | Path,
    scope: Literal["msc", "any"] = "msc",
    patterns: Path | None = None,
    *,
    fast: bool = False,
    model: str | None = None,
) -> list[Finding]:
    """The findings of one document.

    Args:
        path_or_text: A path, or a string that names an existing file: the file is read. Any other
            string is the text itself.
        scope: ``"msc"`` for findings about MSC vesicles, ``"any"`` for every claim on what a
            miRNA acts on, whatever carries it.
        patterns: A folder with patterns of your own, on top of those that are shipped.
        fast: Rules and lexicons only, without the trained recognisers.
        model: An installed spaCy pipeline in place of our own model.

    Raises:
        ReadError: The file cannot be read, or the text is empty.
        RuleError: A pattern file is wrong.
        ModelError: The model is missing.
    """
    from extractor.extract import Extractor

    return Extractor(patterns=patterns, fast=fast, model=model).findings(read(path_or_text), scope)


def read(path_or_text: str | Path) -> Document:
    """The document as the program reads it: its text, to which all offsets belong, and the rest.

    Args:
        path_or_text: As for ``extract``.

    Raises:
        ReadError: The file cannot be read, or the text is empty.
    """
    from extractor import readers

    if isinstance(path_or_text, Path) or _names_file(path_or_text):
        return readers.read(path_or_text)
    return readers.read_string(path_or_text)


def to_frame(findings: Iterable[Finding]) -> pd.DataFrame:
    """Findings as a data frame: one row a finding, the columns of the CSV and XLSX sheets."""
    from extractor.exporters.frame import to_frame as frame

    return frame(findings)


def _names_file(text: str) -> bool:
    try:
        return len(text) < 4096 and Path(text).is_file()
    except (OSError, ValueError):  # too long for a name, or a NUL or surrogate in it
        return False


class _Package(ModuleType):
    """Keeps ``extractor.extract`` the function when the module of that name is imported.

    Importing a submodule binds it in its package; here that would take away the function. The
    module is still found by ``from extractor.extract import Extractor``.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name == "extract" and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
