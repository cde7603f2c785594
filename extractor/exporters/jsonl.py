"""Findings as JSON Lines: one finding a line, every key present, UTF-8."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from extractor.errors import GoldError
from extractor.records import Document, Finding

# line ends to some readers, though not to JSON Lines
_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def line(finding: Finding) -> bytes:
    """A finding as one line of UTF-8, its line end included."""
    data = finding.to_json()
    try:
        text = json.dumps(data, ensure_ascii=False, allow_nan=False).translate(_LINE_ENDS)
        return text.encode() + b"\n"
    except UnicodeEncodeError:  # a lone surrogate has no UTF-8; JSON can escape it
        return json.dumps(data, allow_nan=False).encode() + b"\n"


class JsonLinesWriter:
    """Writes findings to a binary stream as they come."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def write(self, findings: Iterable[Finding]) -> None:
        """Append findings."""
        for finding in findings:
            self._stream.write(line(finding))

    def close(self) -> None:
        """Finish; the stream itself stays open."""


def read_findings(path: Path) -> Iterator[Finding]:
    """The findings of a JSON Lines file, in order.

    Raises:
        GoldError: A line is no finding, or the file cannot be read.
    """
    try:
        with path.open(encoding="utf-8-sig") as stream:
            for number, text in enumerate(stream, 1):
                if not text.strip():
                    continue
                try:
                    yield Finding.from_json(json.loads(text))
                except (KeyError, TypeError, ValueError, AttributeError) as error:
                    reason = f"not a finding ({type(error).__name__}: {error})"
                    raise GoldError(path, number, reason) from None
    except OSError as error:
        raise GoldError(path, None, error.strerror or str(error)) from None
    except UnicodeDecodeError:
        raise GoldError(path, None, "not UTF-8 text, so no findings file") from None


def document_json(document: Document) -> dict[str, Any]:
    """A document as JSON-ready data: everything but the maps of single characters."""
    return {
        field.name: _plain(getattr(document, field.name))
        for field in dataclasses.fields(document)
        if field.name not in ("alignment", "geometry")
    }


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(v) for v in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    return value
