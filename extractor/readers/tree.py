"""Markup to a tree of elements whose letters know where they stand in the source.

All character data of a document is put into one string, ``Tree.flat``; a text node is a span of it,
and ``Tree.runs`` leads from there to the source. XML is parsed without ever expanding an entity
that the file declares and without opening anything else.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5
from pathlib import Path
from xml.parsers import expat

from ..errors import ReadError
from ..records import Alignment
from .decode import decode

DEEPEST = 200
"""Most levels of elements; articles have some forty, and reading goes down level by level."""

_DECLARED = re.compile(rb"\A\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([A-Za-z][\w.-]{0,40})[\"']")
_FORBIDDEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF], " ")
_CUT = frozenset({3, 5, 6, 20})  # expat: no element, unclosed token, partial character, CDATA
_AGAIN = "fetch the file again"


@dataclass(slots=True)
class Node:
    """An element: its name without prefix, in lower case; attributes; children in order.

    A child that is a pair ``(start, end)`` is text, a span of ``Tree.flat``.
    """

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list[Node | tuple[int, int]] = field(default_factory=list)

    def elements(self) -> Iterator[Node]:
        """The children that are elements."""
        return (c for c in self.children if isinstance(c, Node))

    def child(self, *tags: str) -> Node | None:
        """The first child of one of these names."""
        return next((c for c in self.elements() if c.tag in tags), None)

    def all(self, *tags: str) -> list[Node]:
        """All children of these names."""
        return [c for c in self.elements() if c.tag in tags]

    def walk(self) -> Iterator[Node]:
        """The element and all below it, in document order."""
        todo = [self]
        while todo:
            node = todo.pop()
            yield node
            todo.extend(reversed(list(node.elements())))

    def find(self, *tags: str) -> Node | None:
        """The first element of these names below this one."""
        return next((n for n in self.walk() if n.tag in tags and n is not self), None)

    def get(self, name: str) -> str:
        """An attribute, ``""`` if it is missing."""
        return self.attrs.get(name, "")


class Tree:
    """A parsed document: the root, all its letters, and where in the source they stand."""

    def __init__(self) -> None:
        self.root = Node("")
        self.flat = ""
        self.unlinked = False
        """Whether no callout is linked to its entry, so that raised numbers tell."""
        self._parts: list[str] = []
        self._size = 0
        self._at = array("q")
        self._source = array("q")
        self._length = array("q")

    def add(self, node: Node, text: str, source: int, exact: bool) -> None:
        """Hang text into an element; ``exact`` if its letters stand in the source as they are."""
        start, self._size = self._size, self._size + len(text)
        self._parts.append(text)
        self._at.append(start)
        self._source.append(source)
        self._length.append(len(text) if exact else min(len(text), 1))
        last = node.children[-1] if node.children else None
        if isinstance(last, tuple) and last[1] == start:
            node.children[-1] = (last[0], self._size)
        else:
            node.children.append((start, self._size))

    def append(self, text: str) -> int:
        """Add text that stands in no source and in no element; returns where it begins."""
        start, self._size = self._size, self._size + len(text)
        self._parts.append(text)
        return start

    def close(self) -> None:
        """Put the letters together; nothing is added after that."""
        self.flat = "".join(self._parts)
        self._parts = []

    def text(self, node: Node | None, skip: frozenset[str] = frozenset()) -> str:
        """The letters of an element and of all below it, white space collapsed."""
        out: list[str] = []
        todo: list[Node | tuple[int, int]] = [node] if node is not None else []
        while todo:
            one = todo.pop()
            if isinstance(one, tuple):
                out.append(self.flat[one[0] : one[1]])
            elif one.tag not in skip:
                todo.extend(reversed(one.children))
        return re.sub(r"\s+", " ", "".join(out)).strip()

    def to_source(self, alignment: Alignment) -> Alignment:
        """The same alignment with offsets of the source in place of those of ``flat``."""
        out = Alignment()
        for text, flat, length in alignment.runs():
            i = max(bisect_right(self._at, flat) - 1, 0)
            while i < len(self._at) and self._at[i] < flat + length:
                lo = max(flat, self._at[i])
                hi = min(flat + length, self._at[i] + self._length[i])
                if lo < hi:
                    out.append(text + lo - flat, self._source[i] + lo - self._at[i], hi - lo)
                i += 1
        return out


def parse_xml(data: bytes, path: str | Path) -> tuple[Tree, str, list[str]]:
    """Parse XML.

    Returns:
        The tree (names without prefixes, in lower case), the encoding's name, warnings.

    Raises:
        ReadError: It is not well formed, cut off, declares entities, or is nested beyond reason.
    """
    source, encoding, warnings = _decoded(data, path)
    return _Parser(source, path).tree, encoding, warnings


def _decoded(data: bytes, path: str | Path) -> tuple[str, str, list[str]]:
    declared = _DECLARED.match(data)
    if declared and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        name = declared.group(1).decode("ascii").lower()
        if name not in ("utf-8", "utf8", "utf-16", "utf-16le", "utf-16be"):
            try:
                return data.decode(name), name, []
            except (LookupError, UnicodeDecodeError, ValueError):
                pass
    return decode(data, path)


class _Parser:
    """One run of expat over a decoded source."""

    def __init__(self, source: str, path: str | Path) -> None:
        self.path = path
        self.tree = Tree()
        self.stack = [self.tree.root]
        self.utf8 = source.translate(_FORBIDDEN).encode("utf-8", "replace")
        self.byte = self.point = 0
        parser = expat.ParserCreate("utf-8")
        self.parser = parser
        parser.buffer_text = False  # one call for each stretch that stands in the source as it is
        parser.UseForeignDTD(True)  # names of entities that some DTD knows are passed to _skipped
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._letters
        parser.SkippedEntityHandler = self._skipped
        parser.EntityDeclHandler = self._entity
        parser.ExternalEntityRefHandler = self._external
        try:
            parser.Parse(self.utf8, True)
        except expat.ExpatError as error:
            raise ReadError(path, self._reason(error), _AGAIN) from None
        self.tree.close()
        self.tree.root = next(self.tree.root.elements())

    def _reason(self, error: expat.ExpatError) -> str:
        if error.code in _CUT:
            inside = f" within <{self.stack[-1].tag}>" if len(self.stack) > 1 else ""
            return f"is cut off: the XML ends{inside}"
        what = expat.ErrorString(error.code)
        return f"is not well-formed XML ({what}, line {error.lineno}, column {error.offset + 1})"

    def _start(self, name: str, attrs: dict[str, str]) -> None:
        if len(self.stack) > DEEPEST:
            raise ReadError(self.path, f"nests elements more than {DEEPEST} deep", _AGAIN)
        plain = {k.rpartition(":")[2].lower(): v for k, v in attrs.items()}
        node = Node(name.rpartition(":")[2].lower(), plain)
        self.stack[-1].children.append(node)
        self.stack.append(node)

    def _end(self, _: str) -> None:
        self.stack.pop()

    def _here(self) -> int:
        """Offset of the current event in code points; events come in order."""
        byte = self.parser.CurrentByteIndex
        if byte > self.byte:
            self.point += len(self.utf8[self.byte : byte].decode("utf-8", "ignore"))
            self.byte = byte
        return self.point

    def _letters(self, text: str) -> None:
        at = self._here()
        own = text.encode("utf-8", "replace")
        exact = self.utf8[self.byte : self.byte + len(own)] == own
        self.tree.add(self.stack[-1], text, at, exact)

    def _skipped(self, name: str, parameter: bool) -> None:
        if not parameter:
            known = html5.get(name + ";")
            if known:
                self.tree.add(self.stack[-1], known, self._here(), exact=False)

    def _entity(self, name: str, *_: object) -> None:
        raise ReadError(
            self.path,
            f"declares an entity of its own ({name[:40]}), which is not expanded for safety",
            "remove the declarations between [ and ] of its DOCTYPE",
        )

    def _external(self, *_: object) -> int:
        return 1  # the DTD, which is not opened
