"""Bytes to text: which encoding a file is in, and whether it is text at all."""

from __future__ import annotations

import codecs
from pathlib import Path

from ..errors import ReadError

_SAMPLE = 1 << 16
_CONTROL = bytes(set(range(32)) - {0, 2, 9, 10, 11, 12, 13, 26, 27, 30, 31} | {127})
"""Bytes that no text holds; 2, 30 and 31 are what some PDF converters write for hyphens."""
_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, path: str | Path) -> tuple[str, str, list[str]]:
    """Decode a text file.

    A byte order mark decides; else the pattern of NUL bytes tells UTF-16; else it is UTF-8 if it
    can be, and Windows-1252 if not. Damaged bytes become U+FFFD, one warning says how many.

    Args:
        data: The whole file.
        path: Its name, for messages.

    Returns:
        The text (without the mark, which offsets do not count), the encoding's name, warnings.

    Raises:
        ReadError: The file is empty or binary.
    """
    if not data:
        raise ReadError(path, "is empty")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            body = data[len(bom) :]
            if not body:
                raise ReadError(path, "is empty")
            return _checked(body, encoding, path)
    sample = data[:_SAMPLE]
    wide = _utf16(sample)
    if wide:
        return _checked(data, wide, path)
    nuls = sample.count(0)
    rest = len(sample) - len(sample.translate(None, _CONTROL))
    if nuls * 10 > len(sample) or rest * 20 > len(sample):
        raise ReadError(path, "is a binary file, not text", "save it as text, PDF or JATS XML")
    try:
        return data.decode("utf-8"), "utf-8", []
    except UnicodeDecodeError:
        pass
    repaired = data.decode("utf-8", "replace")
    bad = repaired.count("\ufffd")
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    if bad * 10 <= high:  # nearly all of what is not ASCII is well-formed UTF-8
        return repaired, "utf-8", [f"{bad} damaged characters"]
    return _checked(data, "windows-1252", path)


def _checked(data: bytes, encoding: str, path: str | Path) -> tuple[str, str, list[str]]:
    text = data.decode("cp1252" if encoding == "windows-1252" else encoding, "replace")
    head = text[:_SAMPLE]
    bad = head.count("\ufffd")
    if bad * 10 > len(head):
        raise ReadError(path, "is a binary file, not text", "save it as text, PDF or JATS XML")
    return text, encoding, [f"{text.count(chr(0xFFFD))} damaged characters"] if bad else []


def _utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark: the high bytes of most letters are NUL, all on one side."""
    pairs = len(sample) // 2
    if pairs < 2 or (len(sample) % 2 and pairs < 8):
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd * 10 >= pairs * 4 and even * 20 <= pairs:
        return "utf-16-le"
    if even * 10 >= pairs * 4 and odd * 20 <= pairs:
        return "utf-16-be"
    return None
