"""The stretches of a document that are read at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractor.components.sections import is_whole_abstract
from extractor.readers import sections
from extractor.records import Block

MAX_PIECE = 8_000
"""Most characters read at once; a longer block (a whole book in one line) is read in pieces."""


def of(block: Block, text: str) -> Iterator[Block]:
    """A block in pieces: the labelled parts of an abstract, none longer than ``MAX_PIECE``.

    Args:
        block: A block of running text.
        text: The document's text.
    """
    for part in _labelled(block, text):
        yield from _cut(part, text)


def _labelled(block: Block, text: str) -> Iterator[Block]:
    """The parts of an abstract whose labels its reader left in the paragraph ("Results: …"), each
    with its label as the section; else the block.
    """
    may = block.kind == "abstract" and is_whole_abstract(block.section)
    found = sections.labels(text[block.start : block.end]) if may else []
    if not found or (found[0].start(1) and len(found) < 2):
        yield block
        return
    if found[0].start(1):
        yield replace(block, end=block.start + found[0].start(1))
    for i, label in enumerate(found):
        stop = found[i + 1].start(1) if i + 1 < len(found) else block.end - block.start
        name = label.group(1)
        yield replace(
            block, start=block.start + label.end(), end=block.start + stop, section=name,
            path=(*block.path, name),
        )  # fmt: skip


def _cut(block: Block, text: str) -> Iterator[Block]:
    """A block, or the parts of one longer than ``MAX_PIECE``, cut behind sentences if possible."""
    start = block.start
    while block.end - start > MAX_PIECE:
        limit = start + MAX_PIECE
        cut = text.rfind(". ", start, limit) + 2
        if cut <= start + 1:
            cut = text.rfind(" ", start, limit) + 1
        if cut <= start:
            cut = limit
        yield replace(block, start=start, end=cut)
        start = cut
    yield block if start == block.start else replace(block, start=start)
