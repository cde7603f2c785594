"""Files to documents, one kind a module.

``read`` looks at the content first and at the suffix second, and imports only the reader that the
file needs, so that reading a text loads no PDF library.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import cast

from ..errors import ReadError
from ..records import Document

__all__ = ["SUFFIXES", "read", "read_bytes", "read_string"]

SUFFIXES: dict[str, str] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".rst": "text",
    ".asc": "text",
    ".pdf": "pdf",
    ".xml": "xml",
    ".nxml": "xml",
    ".jats": "xml",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "bioc",
    ".bioc": "bioc",
}
"""Suffixes (lower case) of the files that can be read; what a folder is searched for."""

_READERS: dict[str, tuple[str, str]] = {
    "text": ("text", "read_text_bytes"),
    "pdf": ("pdf", "read_pdf"),
    "jats": ("jats", "read_jats"),
    "html": ("html", "read_html"),
    "bioc": ("bioc", "read_bioc"),
}

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"{\\rtf", "a rich text document"),
    (b"%!PS", "a PostScript document"),
    (b"\x7fELF", "a program"),
)
_REMEDY = "save it as text, PDF, JATS XML, HTML or BioC"
_ROOT = re.compile(rb"<(?!\?|!)(?:[A-Za-z_][\w.-]{0,80}:)?([A-Za-z_][\w.-]{0,80})[\s/>]")
_ARTICLE_ROOTS = frozenset({b"article", b"pmc-articleset", b"articles", b"oai-pmh", b"book-part"})
_FRAGMENT = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,7}\Z")

Reader = Callable[[str | Path, bytes, str], Document]


def read(path: str | Path, *, doc_id: str | None = None) -> Document:
    """Read a file of any known kind.

    Args:
        path: The file: text, PDF, JATS XML, HTML or BioC.
        doc_id: Name of the document; the file's name without its suffix if not given.

    Raises:
        ReadError: The file is missing, a folder, unreadable, empty, damaged or of unknown kind.
    """
    place = Path(path)
    try:
        data = place.read_bytes()
    except FileNotFoundError:
        raise ReadError(path, "no such file") from None
    except IsADirectoryError:
        raise ReadError(path, "is a folder", "name the files in it") from None
    except PermissionError:
        raise ReadError(path, "cannot be read: permission denied") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(path, f"cannot be read: {reason}") from None
    return read_bytes(data, path, doc_id=doc_id)


def read_bytes(data: bytes, path: str | Path, *, doc_id: str | None = None) -> Document:
    """Read a file whose bytes are at hand (standard input, a member of an archive).

    Args:
        data: The whole file.
        path: Its name: for messages, for its suffix and for the default of ``doc_id``.
        doc_id: Name of the document; the name's stem if not given.

    Raises:
        ReadError: The bytes are empty, damaged or of unknown kind.
    """
    name = doc_id if doc_id is not None else (Path(path).stem or str(path))
    if not data:
        raise ReadError(path, "is empty")
    return _reader(_kind(data, path), path)(path, data, name)


def read_string(text: str, doc_id: str = "text") -> Document:
    """Read a plain text that is in memory already; ``Source.path`` is then empty.

    Raises:
        ReadError: There is nothing but white space in it.
    """
    from .text import read_text

    return read_text(text, doc_id)


def _kind(data: bytes, path: str | Path) -> str:
    """Which reader a file needs, by its content first."""
    suffix = Path(path).suffix.lower()
    head = data[:4096]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise ReadError(path, f"is {what}, a kind that cannot be read", _REMEDY)
    plain = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")  # UTF-16 as well
    if plain.startswith(b"<"):
        kind = _markup(plain, suffix)
        if kind:
            return kind
    if plain[:1] in (b"{", b"[") and (suffix in (".json", ".bioc") or b'"passages"' in data):
        return "bioc"
    known = SUFFIXES.get(suffix)
    if known == "pdf" and b"\x00" in head:
        return "pdf"  # too damaged to show its signature: its reader says what is wrong
    if known is None and _FRAGMENT.match(suffix):
        raise ReadError(path, f"is of unknown type ({suffix})", _REMEDY)
    return "text"


def _markup(head: bytes, suffix: str) -> str | None:
    """Kind of a file that begins with ``<``; ``None`` if it is no markup after all."""
    low = head[:2048].lower()
    if low.startswith(b"<!doctype html") or b"<html" in low:
        return "html"
    found = _ROOT.search(low)
    root = found.group(1) if found else b""
    if (root == b"collection" and b"<article" not in low) or b"bioc.dtd" in low:
        return "bioc"
    if root in _ARTICLE_ROOTS or b"jats" in low or b"journalpublishing" in low:
        return "jats"
    if root in (b"head", b"body", b"div", b"p", b"main", b"section") and suffix != ".xml":
        return "html"
    if low.startswith((b"<?xml", b"<!doctype")) or SUFFIXES.get(suffix) == "xml":
        return "jats"  # whose reader says what it is, if it is no article
    return "html" if SUFFIXES.get(suffix) == "html" else None


def _reader(kind: str, path: str | Path) -> Reader:
    module, function = _READERS[kind]
    try:
        found = importlib.import_module(f"{__name__}.{module}")
    except ModuleNotFoundError as error:
        if error.name is None or not error.name.startswith(__name__):
            raise ReadError(path, f"cannot be read: {error.name} is not installed") from None
        raise ReadError(path, f"cannot be read: no reader for {kind} here", _REMEDY) from None
    return cast(Reader, getattr(found, function))
