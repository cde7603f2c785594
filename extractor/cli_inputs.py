"""From what stands on the command line to the documents that are read, one at a time."""

from __future__ import annotations

import glob
import hashlib
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extractor.errors import ReadError
from extractor.records import Document

SUFFIXES = (".txt", ".pdf", ".xml", ".nxml", ".html", ".htm", ".json")
"""What a folder is searched for. A file that is named itself may have any other suffix."""

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """One document to be: where it is, and what it will be called."""

    path: str
    doc_id: str

    def read(self) -> Document:
        """Read it.

        Raises:
            ReadError: It cannot be read.
        """
        from extractor import readers

        if self.path == STDIN:
            return readers.read_bytes(sys.stdin.buffer.read(), "standard input", doc_id=self.doc_id)
        return readers.read(self.path, doc_id=self.doc_id)


def find(arguments: Iterable[str]) -> tuple[list[Input], list[ReadError]]:
    """The documents that files, folders, glob patterns and ``-`` name, and what they fail to name.

    Order is that of the arguments, within a folder or pattern by path. A file that is named twice
    is read once. Documents are called by their file's stem; where two stems are equal, by as much
    more of their paths as tells them apart.
    """
    paths: dict[str, str] = {}
    failed: list[ReadError] = []
    for argument in arguments:
        try:
            if "\0" in argument:
                raise ReadError(repr(argument), "is no file name")
            found = _matches(argument, failed)
        except ReadError as error:
            failed.append(error)
            continue
        for path in found:
            paths.setdefault(path if path == STDIN else os.path.realpath(path), path)
    chosen = list(paths.values())
    return [Input(p, i) for p, i in zip(chosen, _names(chosen), strict=True)], failed


def _matches(argument: str, failed: list[ReadError]) -> list[str]:
    if argument == STDIN:
        return [STDIN]
    if os.path.isdir(argument):
        return _folder(argument, failed)
    if os.path.lexists(argument) or not glob.has_magic(argument):
        return [argument]  # a missing file is reported when it is read
    hits = sorted(glob.glob(argument, recursive=True))
    found: list[str] = []
    for hit in hits:
        if not os.path.isdir(hit):
            found.append(hit)
        elif not argument.endswith("**"):
            found.extend(_walk(hit, failed))
    if not found:
        raise ReadError(argument, "no file matches")
    return [path for path in found if len(hits) == 1 or _is_paper(path)] or found


def _folder(folder: str, failed: list[ReadError]) -> list[str]:
    before = len(failed)
    found = list(_walk(folder, failed))
    if not found and len(failed) == before:
        kinds = ", ".join(SUFFIXES)
        raise ReadError(folder, "nothing to read in this folder", f"it is searched for {kinds}")
    return found


def _walk(folder: str, failed: list[ReadError]) -> Iterator[str]:
    """Papers in a folder and its subfolders, sorted by path; hidden ones are passed over.

    A subfolder that cannot be read is added to ``failed``, and the others go on.
    """

    def refuse(error: OSError) -> None:
        failed.append(ReadError(error.filename or folder, f"cannot be read: {error.strerror}"))

    for place, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(files):
            if _is_paper(name):
                yield os.path.join(place, name)


def _is_paper(path: str) -> bool:
    name = os.path.basename(path)
    return not name.startswith(".") and os.path.splitext(name)[1].lower() in SUFFIXES


def _names(paths: list[str]) -> list[str]:
    """A name for each path, all different even on a file system that ignores case."""
    depth = [0] * len(paths)
    names = [_name(path, 0) for path in paths]
    for level in range(1, 64):
        counts = Counter(name.casefold() for name in names)
        clashing = [i for i, name in enumerate(names) if counts[name.casefold()] > 1]
        if not clashing:
            return names
        for i in clashing:
            depth[i] = level
            names[i] = _name(paths[i], level)
    return [  # paths that differ in nothing that can stand in a name
        name + "-" + hashlib.sha256(path.encode(errors="surrogateescape")).hexdigest()[:8]
        for name, path in zip(names, paths, strict=True)
    ]


def _name(path: str, level: int) -> str:
    """The stem (level 0), the file name (level 1), or that with ``level - 1`` folders before it."""
    if path == STDIN:
        return "stdin" + "-" * level
    if not level:
        return Path(path).stem
    return "_".join(part for part in Path(os.path.abspath(path)).parts[-level:] if part != os.sep)
