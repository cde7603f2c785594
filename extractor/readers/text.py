"""Plain texts to documents: first the lines, then blocks, then the document text."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from ..errors import ReadError
from ..records import Alignment, Block, BlockKind, Document, Source

_PARA = re.compile(r"[^\n]*\S[^\n]*")
_WORD = re.compile(r"\S+")
_LABEL = re.compile(
    r"(?:^|(?<=[.!?] ))(Background(?: and objectives?)?|Introduction|Objectives?|Aims?|Purpose|Methods|"
    r"Materials and methods|Results|Conclusions?|Discussion)[:.] ", re.IGNORECASE)


def read_text_bytes(path: str | Path, data: bytes, doc_id: str) -> Document:
    """Read the bytes of a text file."""
    try:
        text, encoding = data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        text, encoding = data.decode("cp1252", "replace"), "windows-1252"
    source = Source(str(path), "text", hashlib.sha256(data).hexdigest(), encoding)
    return _read(text, doc_id, source, str(path))


def read_text(text: str, doc_id: str) -> Document:
    """Read a text in memory."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _read(text, doc_id, Source("", "text", digest), doc_id)


def _read(text: str, doc_id: str, source: Source, name: str) -> Document:
    alignment = Alignment()
    out: list[str] = []
    blocks: list[Block] = []
    size = 0
    section: str | None = None

    def add(kind: BlockKind, start: int, end: int, level: int = 0) -> None:
        nonlocal size
        words = list(_WORD.finditer(text, start, end))
        if not words:
            return
        if out:
            out.append("\n\n")
            size += 2
        begin = size
        for i, w in enumerate(words):
            if i:
                out.append(" ")
                size += 1
            alignment.append(size, w.start(), w.end() - w.start())
            out.append(w.group())
            size += w.end() - w.start()
        blocks.append(Block(kind, begin, size, section, (section,) if section else (), level))

    paras = list(_PARA.finditer(text))
    if not paras:
        raise ReadError(name, "holds no text")
    abstract = False
    for i, p in enumerate(paras):
        t = p.group().strip()
        short = len(t) < 90 and t[-1] not in ".,;:"
        if i == 0 and len(t) < 400 and len(paras) > 1 and not re.match(r"\d+\.?\d*\.? ", t):
            add("title", p.start(), p.end())
            abstract = True
            continue
        if short and (t[0].isupper() or t[0].isdigit()):
            section = re.sub(r"^\d+(?:\.\d+)*\.?\s+", "", t)
            add("heading", p.start(), p.end(), 1)
            continue
        kind: BlockKind = "abstract" if abstract else "paragraph"
        labels = list(_LABEL.finditer(p.group()))
        if labels and labels[0].start() == 0:
            for j, m in enumerate(labels):
                section = m.group(1)
                stop = labels[j + 1].start() if j + 1 < len(labels) else len(p.group())
                add(kind, p.start() + m.end(), p.start() + stop)
        else:
            add(kind, p.start(), p.end())
    document = Document(doc_id, "".join(out), source, blocks, alignment=alignment)
    first = blocks[0]
    if first.kind == "title":
        document.title = document.text[first.start : first.end]
    return document
