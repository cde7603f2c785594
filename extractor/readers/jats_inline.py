"""The content of a paragraph of JATS: letters, callouts, formulas, and what floats in it."""

from __future__ import annotations

import re

from .callout_forms import expand
from .markup import Flow
from .tree import Node, Tree

FLOATS = frozenset(
    "fig fig-group table-wrap table-wrap-group boxed-text supplementary-material media "
    "chem-struct-wrap disp-formula-group graphic-group floats-group fn fn-group".split()
)
"""Elements that are set apart from the paragraph in which the markup has them."""

BLOCKS = frozenset(
    "list def-list disp-quote speech verse-group statement array code preformat p sec "
    "glossary ref-list".split()
)
"""Elements that break a paragraph."""

_APART = frozenset("list-item def term title label td th tr entry row".split())
_SKIPPED = frozenset(
    "graphic inline-graphic object-id index-term annotation annotation-xml alt-text long-desc "
    "permissions processing-meta private-char glyph-data".split()
)
_NOTES = frozenset({"fn", "aff", "corresp", "author-notes", "contrib", "author-note"})
_TEX = re.compile(r"\\([A-Za-z]+)|[^\\{}$^_\s&~]+")
_COMMANDS = frozenset(
    "mathrm mathbf mathit mathsf mathcal text textit textbf textrm left right upmu rm bf it frac "
    "hbox mbox quad qquad begin end displaystyle limits operatorname hspace vspace".split()
)


class Inline:
    """Writes the content of elements into flows.

    Args:
        tree: The tree of the article.
        in_table: Whether raised letters are marks of table notes, set apart by a space.
    """

    def __init__(self, tree: Tree, *, in_table: bool = False) -> None:
        self.tree = tree
        self.in_table = in_table
        self.floats: list[Node] = []

    def write(self, node: Node, flow: Flow) -> None:
        """Append all that an element holds."""
        for child in node.children:
            self.child(child, flow)

    def child(self, child: Node | tuple[int, int], flow: Flow, raised: bool = False) -> None:
        """Append a child of an element: letters, or another element with all in it."""
        if isinstance(child, tuple):
            flow.text(*child)
            return
        tag = child.tag
        if tag in _SKIPPED:
            return
        if tag in FLOATS:
            self.floats.append(child)
        elif tag == "xref":
            self._xref(child, flow, raised)
        elif tag == "sup":
            self._sup(child, flow)
        elif tag == "break":
            flow.glue(" ")
        elif tag in ("inline-formula", "disp-formula", "alternatives", "chem-struct"):
            self._formula(child, flow)
        elif tag == "tex-math":
            self._tex(child, flow)
        else:
            apart = tag in BLOCKS or tag in _APART
            if apart:
                flow.glue(" ")
            for c in child.children:
                self.child(c, flow, raised)
            if apart:
                flow.glue(" ")

    def _xref(self, node: Node, flow: Flow, raised: bool) -> None:
        kind = node.get("ref-type")
        if kind == "bibr":
            holds = [n for n in node.walk() if n.tag == "sup"]
            number = flow.link(node.get("rid").split(), raised or bool(holds))
            for child in node.children:
                inner = (
                    child.children if isinstance(child, Node) and child.tag == "sup" else [child]
                )
                for c in inner:
                    self.child(c, flow, raised)
            flow.end_link(number)
        elif kind in _NOTES and not self.in_table:
            return
        else:
            if kind in ("table-fn", *_NOTES):
                flow.glue(" ")
            for c in node.children:
                self.child(c, flow, raised)

    def _sup(self, node: Node, flow: Flow) -> None:
        text = self.tree.text(node)
        links = [n for n in node.walk() if n.tag == "xref"]
        cites = any(n.get("ref-type") == "bibr" for n in links)
        if not self.in_table and links and not cites and _only_notes(links):
            return
        if (cites and self._partly_linked(node)) or (
            self.tree.unlinked and not links and not self.in_table and self._cites(flow, text)
        ):
            keys = [k for n in links for k in n.get("rid").split()]
            number = flow.link(keys, True)
            for span in _texts(node):
                flow.text(*span)
            flow.end_link(number)
            return
        if not cites:
            if re.fullmatch(r"[-−–+]?\d+", text) and flow.last().isdigit():
                flow.glue("^")  # a power of ten is no other number
            elif self.in_table and re.fullmatch(r"[a-z*†‡§¶#](?:\s?,\s?[a-z*†‡§¶#])*", text):
                flow.glue(" ")
        for c in node.children:
            self.child(c, flow, raised=True)

    def _cites(self, flow: Flow, text: str) -> bool:
        """Whether raised numbers behind a word or a stop can cite: no power, no charge."""
        before = "".join(self.tree.flat[s.start : s.end] for s in flow.spans[-3:])
        return bool(expand(text)) and bool(re.search(r"(?:[^\W\d_]{3}|[.,;:)\]”’])\Z", before))

    def _partly_linked(self, node: Node) -> bool:
        """Whether raised numbers stand beside the links, as the end of a range without a link."""
        loose = "".join(self.tree.flat[a:b] for a, b in _texts(node, frozenset({"xref"})))
        return any(c.isdigit() for c in loose) and bool(expand(self.tree.text(node)))

    def _formula(self, node: Node, flow: Flow) -> None:
        """One of the forms in which a formula is given: as elements rather than as TeX."""
        math = node.find("math") or node.find("textual-form")
        space = " " if node.tag == "disp-formula" else ""
        if space:
            flow.glue(space)
        if math is not None:
            self.write(math, flow)
        else:
            for c in node.children:
                self.child(c, flow)
        if space:
            flow.glue(space)

    def _tex(self, node: Node, flow: Flow) -> None:
        flat = self.tree.flat
        for span in node.children:
            if isinstance(span, Node):
                continue
            start, end = span
            at = flat.find("\\begin{document}", start, end)
            start = at + 16 if at >= 0 else start
            at = flat.find("\\end{document}", start, end)
            end = at if at >= 0 else end
            for m in _TEX.finditer(flat, start, end):
                if m.group(1) is None:
                    flow.text(m.start(), m.end())
                elif m.group(1) not in _COMMANDS:
                    flow.text(m.start(1), m.end(1))


def _texts(node: Node, skip: frozenset[str] = frozenset()) -> list[tuple[int, int]]:
    """The spans of letters of an element and of all below it."""
    out: list[tuple[int, int]] = []
    for child in node.children:
        if isinstance(child, tuple):
            out.append(child)
        elif child.tag not in skip:
            out.extend(_texts(child, skip))
    return out


def _only_notes(links: list[Node]) -> bool:
    return all(n.get("ref-type") in _NOTES for n in links)
