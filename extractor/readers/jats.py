"""JATS articles (PMC, publishers) and their forerunners to documents.

Reading order: title, front matter, abstract, body, floats that stand at the end, back matter.
A figure or table within a paragraph is written behind it, so that sentences stay whole.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from ..errors import ReadError
from ..records import BlockKind, Document, Source, Table
from . import abbreviations
from .bmc import to_jats
from .grid import read_grid
from .jats_inline import BLOCKS, FLOATS, Inline
from .jats_references import read_references
from .markup import Flow, Piece, write_pieces
from .section_names import plain_name, zone_of
from .tree import Node, Tree, parse_xml

_ASIDE = re.compile(
    r"graphical|teaser|toc|precis|short|highlights?|key-?points|web-summary|video", re.I
)
"""Types of abstracts that are no abstract of the whole."""

_REMEDY = "save it as JATS XML, HTML, PDF or text"
_HIGHLIGHTS = re.compile(r"(?:research )?highlights|graphical abstract|key ?points", re.I)
_KEYWORDS = re.compile(
    r"key\s?words?\b(?!\s[a-z])|index terms\b|(?:citation|(?:academic )?editor|received|accepted|"
    r"published|copyright|data availability|funding|(?:competing|conflicts? of) interests?|"
    r"correspondence)\s?:",
    re.I,
)
"""How notes begin that stand with the abstract and are none of it."""
_TABLE_LABEL = re.compile(
    r"((?:Supplementary )?(?:Tab(?:le|\.)|TABLE)\s?[A-Z]?(?:\d{1,3}|[IVX]{1,5}))[.:|]?\s+"
)
_LABEL = re.compile(r"\s*[^\s.:][^.:]{1,40}[.:]?\s*")


def read_jats(path: str | Path, data: bytes, doc_id: str) -> Document:
    """Read an article in JATS XML or its forerunner, the NLM format.

    Args:
        path: The file's name, for messages.
        data: The whole file.
        doc_id: Name of the document.

    Raises:
        ReadError: It is no well-formed XML, no JATS, cut off, declares entities, or holds no text.
    """
    tree, encoding, warnings = parse_xml(data, path)
    source = Source(str(path), "jats", hashlib.sha256(data).hexdigest(), encoding)
    document = Document(doc_id, "", source, warnings=warnings)
    if tree.root.tag == "art":
        to_jats(tree.root, tree)
    article = _article(tree.root, path, document)
    document.references = read_references(article, tree)
    if not _name_links(article, {r.key for r in document.references}):
        tree.unlinked = True
        if all(r.number is None for r in document.references):
            for i, reference in enumerate(document.references, start=1):
                reference.number = i
    reader = ArticleReader(tree, document)
    reader.article(article)
    write_pieces(document, tree, reader.pieces)
    if not document.text:
        raise ReadError(path, "holds no text", "see that the whole article was saved")
    return document


def _article(root: Node, path: str | Path, document: Document) -> Node:
    """The article element; of several the first."""
    if root.tag in ("article", "book-part"):
        found = [root]
    else:  # a container: of a repository, of a search, of a publisher
        found = [n for n in root.walk() if n.tag in ("article", "book-part")]
    kinds = {"front", "body", "back", "book-part-meta", "floats-group", "article-meta"}
    found = [n for n in found if n.child(*kinds) is not None]
    if not found:
        raise ReadError(path, f"is XML with the root <{root.tag}>, not a JATS article", _REMEDY)
    if len(found) > 1:
        document.warnings.append(f"holds {len(found)} articles; the first was read")
    return found[0]


def _name_links(article: Node, keys: set[str]) -> int:
    """Make every link that leads to entries of the list a callout; returns how many there are."""
    count = 0
    for node in article.walk():
        if node.tag == "xref" and (to := node.get("rid").split()) and keys.issuperset(to):
            node.attrs["ref-type"] = "bibr"
        count += node.tag == "xref" and node.get("ref-type") == "bibr"
    return count


class ArticleReader:
    """Walks one article and collects the pieces of its text."""

    def __init__(self, tree: Tree, document: Document) -> None:
        self.tree = tree
        self.document = document
        self.pieces: list[Piece] = []
        self.kind: BlockKind = "paragraph"

    def article(self, article: Node) -> None:
        """Read an article in reading order."""
        front = article.child("front", "book-part-meta", "article-meta")
        if front is not None:
            self._front(front)
        body = article.child("body")
        if body is not None:
            self.kind = "paragraph"
            self.content(body, (), 1)
        for floats in article.all("floats-group", "floats-wrap"):
            self.kind = "paragraph"
            self.content(floats, (), 1)
        back = article.child("back")
        if back is not None:
            self.kind = "back"
            self.content(back, (), 1)
        for sub in article.all("sub-article", "response"):
            title = self.tree.text(sub.find("article-title"))
            self.document.furniture.append(title or sub.tag)

    def _front(self, front: Node) -> None:
        group = front.find("title-group")
        title = (group or front).find("article-title", "title")
        if title is not None:
            flow = self._flow(title)
            sub = group.child("subtitle") if group is not None else None
            if sub is not None:
                last = flow.last()
                flow.glue(" " if last in ":?!—." else ": ")
                self.inline(sub, flow)
            self.put("title", flow)
        names = [
            self.tree.text(n)
            for n in front.walk()
            if n.tag in ("journal-title", "copyright-statement", "license-p")
        ]
        self.document.furniture.extend(n for n in dict.fromkeys(names) if n)
        for node in front.walk():
            if node.tag == "abstract":
                self._abstract(node)
        for node in front.walk():
            if node.tag == "kwd-group":
                self._keywords(node)

    def _abstract(self, node: Node) -> None:
        title = self.tree.text(node.child("title"))
        aside = _ASIDE.search(node.get("abstract-type")) or _ASIDE.fullmatch(title)
        self.kind = "front" if aside else "abstract"
        name = plain_name(title) if title else "Abstract"
        head = node.child("title")
        if head is not None and title:
            self._heading(head, (name,), 1)
        self.content(node, (name,), 2)
        self.kind = "paragraph"

    def _keywords(self, node: Node) -> None:
        words = [n for n in node.walk() if n.tag in ("kwd", "compound-kwd", "nested-kwd")]
        if re.match(r"abbr", node.get("kwd-group-type"), re.I) or (
            zone_of(self.tree.text(node.child("title"))) == "abbreviations"
        ):
            for word in words:
                self._abbreviations_of(self.tree.text(word))
        flow = Flow(self.tree)
        for i, word in enumerate(words):
            if i:
                flow.glue("; ")
            self.inline(word, flow)
        self.put("front", flow, ("Keywords",))

    def _flow(self, node: Node) -> Flow:
        flow = Flow(self.tree)
        self.inline(node, flow)
        return flow

    def inline(self, node: Node, flow: Flow) -> list[Node]:
        """Write an element's content into a flow; returns what floats in it."""
        inline = Inline(self.tree)
        inline.write(node, flow)
        return inline.floats

    def put(self, kind: BlockKind, flow: Flow, path: tuple[str, ...] = (), level: int = 0) -> None:
        """Add a block, unless it is blank."""
        if not flow.blank():
            self.pieces.append(Piece(kind, flow, path, level))

    def _heading(self, node: Node, path: tuple[str, ...], level: int) -> None:
        kind: BlockKind = self.kind if self.kind in ("front", "back") else "heading"
        self.put(kind, self._flow(node), path, level)

    def content(self, node: Node, path: tuple[str, ...], level: int) -> None:
        """The blocks of a section, the body, a box, …"""
        for child in node.elements():
            self._block(child, path, level)

    def _block(self, node: Node, path: tuple[str, ...], level: int) -> None:
        tag = node.tag
        if tag in ("title", "label", "object-id", "sec-meta", "ref-list", "bio", "kwd-group"):
            return
        if tag in (
            "sec",
            "ack",
            "app",
            "notes",
            "glossary",
            "fn-group",
            "boxed-text",
            "statement",
        ):
            self._section(node, path, level)
        elif tag in (
            "fig",
            "table-wrap",
            "supplementary-material",
            "media",
            "fig-group",
            "table-wrap-group",
            "chem-struct-wrap",
        ):
            self._float(node, path)
        elif tag == "p" or tag in ("verse-line", "attrib", "preformat", "code", "disp-formula"):
            self._paragraph(node, path, level)
        elif tag == "fn":
            self._note(node, path)
        elif tag == "list":
            self._list(node, path, level)
        elif tag == "def-list":
            self._definitions(node, path)
        elif tag == "array":
            self._array([node], path)
        elif tag not in ("graphic", "alternatives", "sub-article", "response"):
            self.content(node, path, level)

    def _section(self, node: Node, path: tuple[str, ...], level: int) -> None:
        head = node.child("title")
        if head is None and node.child("caption") is not None:
            head = node.child("caption").child("title")  # type: ignore[union-attr]
        title = self.tree.text(head)
        before = self.kind
        zone = zone_of(title) if title else None
        if node.tag == "glossary" or zone == "abbreviations":
            self.kind = "abbreviations"
        elif self.kind == "paragraph" and _HIGHLIGHTS.fullmatch(title):
            self.kind = "front"
        elif self.kind == "paragraph" and zone in ("abstract", "front"):
            self.kind = "abstract" if zone == "abstract" else "front"
        elif self.kind == "paragraph" and (
            zone == "back" or node.get("sec-type") == "supplementary-material"
        ):
            self.kind = "back"
        if head is not None and title:
            path = (*path, plain_name(title))
            kind = self.kind
            if kind in ("abbreviations", "abstract"):
                self.kind = before
            self._heading(head, path, level)
            self.kind = kind
        self.content(node, path, level + 1)
        self.kind = before

    def _paragraph(self, node: Node, path: tuple[str, ...], level: int) -> None:
        inline = Inline(self.tree)
        flow = Flow(self.tree)
        children = list(node.children)
        if self.kind == "abstract" and _KEYWORDS.match(self.tree.text(node)):
            self.put("front", self._flow(node), path)
            return
        if self.kind == "abstract":
            children, path = self._run_in(children, path, level)
        for child in children:
            if isinstance(child, Node) and child.tag in BLOCKS:
                self._end(flow, path)
                flow = Flow(self.tree)
                self._block(child, path, level)
            else:
                inline.child(child, flow)
        self._end(flow, path)
        for floating in inline.floats:
            self._block(floating, path, level)

    def _run_in(
        self, children: list[Node | tuple[int, int]], path: tuple[str, ...], level: int
    ) -> tuple[list[Node | tuple[int, int]], tuple[str, ...]]:
        """A label in bold at the start of an abstract's paragraph made its heading."""
        for i, child in enumerate(children):
            if isinstance(child, tuple):
                if self.tree.flat[child[0] : child[1]].strip():
                    break
                continue
            text = self.tree.text(child)
            after = children[i + 1] if i + 1 < len(children) else None
            rest = self.tree.flat[after[0] : after[1]] if isinstance(after, tuple) else ""
            closed = text[-1:] in (".", ":") or rest.lstrip()[:1] == ":"
            name = plain_name(text)
            if child.tag in ("bold", "italic", "sc") and closed and _LABEL.fullmatch(text):
                path = (*path[:1], name)
                self._heading(child, path, level)
                kept = children[i + 1 :]
                if isinstance(after, tuple) and rest.lstrip()[:1] == ":":
                    kept[0] = (after[0] + rest.index(":") + 1, after[1])
                return kept, path
            break
        return children, path

    def _end(self, flow: Flow, path: tuple[str, ...]) -> None:
        if self.kind == "abbreviations":
            text = self._plain(flow)
            found = abbreviations.parse(text)
            self._merge(found)
        self.put(self.kind, flow, path)

    def _plain(self, flow: Flow) -> str:
        parts = "".join(s.glue + self.tree.flat[s.start : s.end] for s in flow.spans)
        return re.sub(r"\s+", " ", parts).strip()

    def _merge(self, found: dict[str, str]) -> None:
        known = self.document.abbreviations
        self.document.abbreviations = abbreviations.merge([known, found])

    def _abbreviations_of(self, text: str) -> None:
        m = re.fullmatch(r"(\S{1,20}(?: \S{1,8})?)\s*[:=,–—-]\s*(\S.*)", text)
        if m:
            self._merge(abbreviations.pair(m.group(1), m.group(2)))

    def _note(self, node: Node, path: tuple[str, ...]) -> None:
        kind: BlockKind = "back" if self.kind == "back" else "footnote"
        flow = self._flow(node)
        text = self._plain(flow)
        if node.get("fn-type").startswith("abbr") or abbreviations.is_inline(text):
            kind = "abbreviations"
            self._merge(abbreviations.parse(text))
        self.put(kind, flow, path)

    def _list(self, node: Node, path: tuple[str, ...], level: int) -> None:
        before = self.kind
        if self.kind == "paragraph":
            self.kind = "list"
        for item in node.all("list-item"):
            parts = [c for c in item.elements() if c.tag != "label"]
            label = item.child("label")
            for i, part in enumerate(parts):
                if part.tag == "p" and i == 0 and label is not None:
                    flow = self._flow(label)
                    flow.glue(" ")
                    floats = self.inline(part, flow)
                    self._end(flow, path)
                    for floating in floats:
                        self._block(floating, path, level)
                elif part.tag == "title":
                    self.put(self.kind, self._flow(part), path)
                else:
                    self._block(part, path, level)
        self.kind = before

    def _definitions(self, node: Node, path: tuple[str, ...]) -> None:
        listed = self.kind == "abbreviations"
        for item in node.all("def-item"):
            term, meaning = item.child("term"), item.child("def")
            if term is None or meaning is None:
                continue
            flow = self._flow(term)
            bullet = not any(c.isalpha() for c in self.tree.text(term))
            flow.glue(" " if flow.last() in ":=" or bullet else ": ")
            self.inline(meaning, flow)
            short, long = self.tree.text(term), self.tree.text(meaning)
            if listed or (self.kind == "back" and len(short) <= 20):
                self._merge(abbreviations.pair(short, long))
            kind: BlockKind = "list" if self.kind == "paragraph" else self.kind
            self.put(kind, flow, path)
        for inner in node.all("def-list"):
            self._definitions(inner, path)

    def _array(self, tables: list[Node], path: tuple[str, ...]) -> None:
        """A table without a frame of its own: an abbreviation list, or cells as they stand."""
        if self.kind == "abbreviations" or (path and zone_of(path[-1]) == "abbreviations"):
            rows = [r for t in tables for r in t.walk() if r.tag in ("tr", "row")]
            for row in rows:
                texts = [self.tree.text(c) for c in row.all("td", "th", "entry")]
                for short, long in zip(texts[::2], texts[1::2], strict=False):
                    if short and long:
                        self._merge(abbreviations.pair(short, long))
                        flow = Flow(self.tree)
                flow = Flow(self.tree)
                for i, cell in enumerate(row.all("td", "th", "entry")):
                    if i:
                        flow.glue(": " if i % 2 else "; ")
                    self.inline(cell, flow)
                self.put("abbreviations", flow, path)
            return
        self._table(tables, path, Table(None, None, 0, 0))

    def _table(self, tables: list[Node], path: tuple[str, ...], table: Table) -> None:
        inline = Inline(self.tree, in_table=True)
        flow = read_grid(tables, self.tree, inline.write)
        if flow.cells:
            self.pieces.append(Piece("table", flow, path, 0, table))

    def _float(self, node: Node, path: tuple[str, ...]) -> None:
        """A figure, a table, a supplement: its label and caption, then its cells and notes."""
        label, caption = node.child("label"), node.child("caption")
        flow = Flow(self.tree)
        if label is not None:
            self.inline(label, flow)
        if caption is None and node.child("title", "p") is not None and node.tag != "table-wrap":
            caption = node
        parts = caption.all("title", "p") if caption is not None else []
        floats: list[Node] = []
        for part in parts:
            last = self._plain(flow)[-1:]
            if last:
                flow.glue(" " if last in ".:?!|" else ". ")
            floats += self.inline(part, flow)
        kind: BlockKind = "caption"
        if node.tag in ("supplementary-material", "media") or self.kind in ("back", "front"):
            kind = "back"
        self.put(kind, flow, path)
        if node.tag in ("fig-group", "table-wrap-group", "chem-struct-wrap"):
            for inner in node.elements():
                if inner.tag in FLOATS:
                    self._float(inner, path)
            return
        tables = _tables(node)
        printed = " ".join(t for p in parts if (t := self.tree.text(p)))
        name = self.tree.text(label).rstrip(".: ")
        if not name and (m := _TABLE_LABEL.match(printed)):
            name, printed = m.group(1), printed[m.end() :]
        table = Table(name or None, printed or None, 0, 0)
        if tables and zone_of(table.caption or "") == "abbreviations":
            self._array(tables, (*path, table.caption or ""))
        elif tables:
            self._table(tables, path, table)
        for foot in node.all("table-wrap-foot", "tfoot"):
            self._foot(foot, path, table)
        for floating in floats:
            self._block(floating, path, 1)

    def _foot(self, foot: Node, path: tuple[str, ...], table: Table) -> None:
        """The notes below a table, one block each, and the short forms explained in them."""
        notes = [n for n in foot.walk() if n.tag == "fn"] or foot.all("p", "attrib") or [foot]
        if any(n.tag == "fn" for n in notes):
            notes += foot.all("p", "attrib")
        for note in notes:
            text = self.tree.text(note)
            if text:
                table.footnotes.append(text)
                self.put("footnote", self._flow(note), path)
                self._merge(abbreviations.parse(text))


def _tables(node: Node) -> list[Node]:
    """The grids of a table's frame: ``table`` elements, or the parts of a CALS table."""
    out: list[Node] = []
    todo = list(node.elements())
    while todo:
        one = todo.pop(0)
        if one.tag == "table":
            parts = one.all("tgroup")
            out.extend(parts or [one])
        elif one.tag == "array":
            out.append(one)
        elif one.tag not in ("caption", "label", "table-wrap-foot"):
            todo = [*one.elements(), *todo]
    return out
