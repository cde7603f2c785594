"""What can go wrong, as few exception classes as tell the user something different."""

from __future__ import annotations

from pathlib import Path


class ExtractorError(Exception):
    """Base of every error this package raises on purpose; its text is one line fit for a user."""


class ReadError(ExtractorError):
    """A document cannot be read.

    Args:
        path: The file that failed, as the user named it.
        reason: What is wrong with it.
        remedy: What the user can do, or ``""``.
    """

    def __init__(self, path: str | Path, reason: str, remedy: str = "") -> None:
        self.path = str(path)
        self.reason = reason
        self.remedy = remedy
        super().__init__(f"{self.path}: {reason}" + (f"; {remedy}" if remedy else ""))


class RuleError(ExtractorError):
    """A pattern file is wrong: names file, line, rule and fix."""

    def __init__(self, file: str | Path, line: int | None, rule: str | None, reason: str) -> None:
        self.file, self.line, self.rule, self.reason = str(file), line, rule, reason
        where = self.file + (f":{line}" if line else "") + (f" [{rule}]" if rule else "")
        super().__init__(f"{where}: {reason}")


class GoldError(ExtractorError):
    """A gold or findings file is wrong: names file, line and remedy."""

    def __init__(self, file: str | Path, line: int | None, reason: str) -> None:
        self.file, self.line, self.reason = str(file), line, reason
        super().__init__(f"{self.file}" + (f":{line}" if line else "") + f": {reason}")


class ModelError(ExtractorError):
    """A trained model is missing or damaged."""
