"""HTML pages to trees, tolerant of all that browsers tolerate."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

from .decode import decode
from .tree import DEEPEST, Node, Tree

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_ENDS_P = frozenset(
    "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr main nav ol p pre section table ul li dt dd td th tr".split()
)
_CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "td": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "th": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "tbody": (frozenset({"thead", "tbody", "tfoot"}), frozenset({"table"})),
    "tfoot": (frozenset({"thead", "tbody", "tfoot"}), frozenset({"table"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
}
"""What a tag closes, and within what."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z][\w.-]{0,40})", re.I)
_HIDDEN = frozenset({"script", "style", "noscript", "template", "head", "svg", "iframe"})


def parse_html(data: bytes, path: str | Path) -> tuple[Tree, str, list[str]]:
    """Parse a page.

    Returns:
        The tree (its root holds all), the encoding's name, warnings.

    Raises:
        ReadError: The file is binary.
    """
    found = _CHARSET.search(data[:4096])
    name = found.group(1).decode("ascii").lower() if found else "utf-8"
    if name not in ("utf-8", "utf8", "utf-16"):
        try:
            source, encoding, warnings = data.decode(name), name, list[str]()
        except (LookupError, UnicodeDecodeError, ValueError):
            source, encoding, warnings = decode(data, path)
    else:
        source, encoding, warnings = decode(data, path)
    parser = _Parser(source)
    parser.feed(source)
    parser.close()
    parser.tree.close()
    return parser.tree, encoding, warnings


class _Parser(HTMLParser):
    """Builds the tree; a tag that is never closed ends with the element around it."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.tree = Tree()
        self.tree.root = Node("html")
        self.stack = [self.tree.root]
        self.lines = [0, *(m.end() for m in re.finditer("\n", source))]
        self.size = len(source)

    def _at(self) -> int:
        line, column = self.getpos()
        return min(self.lines[min(line, len(self.lines)) - 1] + column, self.size)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if tag in _ENDS_P:
            self._close(frozenset({"p"}), frozenset({"td", "th", "li", "div", "table", "figure"}))
        if tag in _CLOSES:
            self._close(*_CLOSES[tag])
        node = Node(tag, {k: v or "" for k, v in attrs})
        self.stack[-1].children.append(node)
        if tag not in _VOID and len(self.stack) < DEEPEST:
            self.stack.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Add an element that is closed at once."""
        self.stack[-1].children.append(Node(tag, {k: v or "" for k, v in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Close an element, if it is open."""
        for i in range(len(self.stack) - 1, 0, -1):
            if self.stack[i].tag == tag:
                del self.stack[i:]
                return

    def handle_data(self, data: str) -> None:
        """Add letters."""
        if self.stack[-1].tag not in _HIDDEN:
            self.tree.add(self.stack[-1], data, self._at(), exact=True)

    def handle_entityref(self, name: str) -> None:
        """Add the letter that a name stands for."""
        self.tree.add(self.stack[-1], unescape(f"&{name};"), self._at(), exact=False)

    def handle_charref(self, name: str) -> None:
        """Add the letter that a number stands for."""
        self.tree.add(self.stack[-1], unescape(f"&#{name};"), self._at(), exact=False)

    def _close(self, tags: frozenset[str], within: frozenset[str]) -> None:
        for i in range(len(self.stack) - 1, 0, -1):
            if self.stack[i].tag in tags:
                del self.stack[i:]
                return
            if self.stack[i].tag in within:
                return
