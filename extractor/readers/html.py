"""Article pages in HTML (publishers', PMC's) to documents.

The page is pruned of what is no article (navigation, sharing, adverts, link words), brought into
the form of a JATS body (sections by the levels of the headings, linked callouts), and read as one.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from ..errors import ReadError
from ..records import Document, Reference, Source
from .html_references import Entries, items, list_name
from .html_tree import parse_html
from .jats import ArticleReader
from .markup import Flow, Piece, write_pieces
from .section_names import plain_name, zone_of
from .tree import Node, Tree

_DROPPED = frozenset(
    "script style noscript template head nav aside footer form button input select option label "
    "svg iframe canvas dialog menu audio video object link meta img picture".split()
)
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav\w*|menu|breadcrumbs?|banner|cookies?|advert\w*|ads?|sidebar|share|sharing|"
    r"social|related|recommend\w*|metrics?|altmetric|toolbar|download\w*|footer|search|login|"
    r"sign-?in|skip|newsletter|comments?|crossmark|modal|tooltip|popup|permalink|"
    r"visually-hidden|sr-only|usa-sr-only|screen-?reader\w*|authors?|affiliations?|aff-list|"
    r"contrib-group|copyright|licen[cs]e|pagination|subscribe|feedback|toc|"
    r"table-of-contents|link-?out|figure-extra|journal-?logo|citation-tools)(?:$|[\s_-])",
    re.I,
)
_PAGE_HEADS = re.compile(
    r"similar content being viewed.*|share(?: this)?(?: article)?|related (?:articles?|content|"
    r"papers?|topics?|information)|explore (?:related )?(?:content|subjects)|"
    r"access this article|download(?:s| pdf)?|search|navigation|menu|change history|metrics|"
    r"article metrics|article menu|permalink|actions|resources|on this page|cite|citations?|"
    r"cited by|"
    r"recommended(?: articles)?|export citation.*|comments?|add to collections|follow (?:us|ncbi)|"
    r"you may also like.*|table of contents|outline|more by .*|similar articles|links to .*",
    re.I,
)
_OPEN_IN = re.compile(
    r"\s*(?:open in (?:a )?new (?:tab|window)|full[- ]size (?:image|table)|"
    r"view (?:large|full|in)\b.*|download.*|click .*|expand(?: table)?|"
    r"go to:?|back to (?:text|top)|enlarge.*|https?://\S+)\s*",
    re.I,
)
_HEADS = {f"h{n}": n for n in range(1, 7)}
_NAMES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "br": "break",
    "ul": "list", "ol": "list", "li": "list-item", "dl": "def-list", "dt": "term", "dd": "def",
    "blockquote": "disp-quote", "pre": "preformat",
}  # fmt: skip
_LABEL = re.compile(
    r"\s*(?:supplementary )?(?:table|fig(?:ure|\.)?|scheme|chart|box)\s?[A-Z]?\d{1,3}[.:|]?\s*",
    re.I,
)
_CAPTION = re.compile(r"(?:^|[\s_-])(?:(?:fig)?captions?|tab(?:le)?_caption)(?:$|[\s_-])")
_KEYS = re.compile(r"key\s?words?\s*:?", re.I)
_ABSTRACT = re.compile(r"abstract", re.I)
_WITHIN = "within an abstract"
_CONTAINERS = frozenset(
    "html body div section article main header details summary center hgroup address".split()
)


def read_html(path: str | Path, data: bytes, doc_id: str) -> Document:
    """Read the page of an article.

    Args:
        path: The file's name, for messages.
        data: The whole file.
        doc_id: Name of the document.

    Raises:
        ReadError: The file is binary, or the page holds no text.
    """
    tree, encoding, warnings = parse_html(data, path)
    source = Source(str(path), "html", hashlib.sha256(data).hexdigest(), encoding)
    document = Document(doc_id, "", source, warnings=warnings)
    page = _Page(tree, document)
    pieces = page.read()
    write_pieces(document, tree, pieces)
    if not document.text:
        raise ReadError(path, "holds no text", "save the whole page of the article")
    return document


class _Page:
    """One page on its way to the form of an article."""

    def __init__(self, tree: Tree, document: Document) -> None:
        self.tree = tree
        self.document = document
        self.entries = Entries(tree)
        self.stream: list[Node] = []
        self.heads: list[str] = []

    def read(self) -> list[Piece]:
        """The page's blocks."""
        root = self._root()
        size = max(len(self.tree.text(root)), 1)
        self._prune(root, size)
        self._flatten(root)
        entries = self._references()
        self.document.references = entries
        reader = ArticleReader(self.tree, self.document)
        title = self._title()
        if title is not None:
            flow = Flow(self.tree)
            self._links(title)
            reader.inline(title, flow)
            reader.put("title", flow)
        body = Node("body")
        stack: list[tuple[int, Node]] = [(0, body)]
        begun = False
        self._captions()
        for node in self.stream:
            level = _HEADS.get(node.tag)
            self._links(node)
            if level is None:
                if not begun and title is not None and not _abstract(node):
                    told = bool(node.get(_WITHIN)) and len(self.tree.text(node)) > 120
                    reader.kind = "abstract" if told else "front"
                    reader.content(Node("body", {}, [node]), ("Abstract",) if told else (), 1)
                    reader.kind = "paragraph"
                else:
                    stack[-1][1].children.append(node)
                continue
            begun = True
            while stack[-1][0] >= level:
                stack.pop()
            node.tag = "title"
            section = Node("sec", {}, [node])
            stack[-1][1].children.append(section)
            stack.append((level, section))
        reader.content(body, (), 1)
        return reader.pieces

    def _captions(self) -> None:
        """Captions that stand as paragraphs, and labels that stand alone."""
        known = {
            self.tree.text(c) for n in self.stream for c in n.all("caption") if n.tag != "table"
        }
        kept: list[Node] = []
        labelled = False
        for node in self.stream:
            text = self.tree.text(node) if node.tag == "p" else ""
            m = _LABEL.match(text)
            lead = node.child("b", "strong") if m else None
            if _KEYS.fullmatch(text):  # the words themselves stand on the next line
                labelled = True
                kept.append(node)
                continue
            if labelled and node.tag == "p" and len(text) < 400:
                kept[-1].children += [*node.children]
                labelled = False
                continue
            labelled = False
            if m and (m.end() == len(text) or text in known):
                self.document.furniture.append(text)
            elif m and lead is not None and _LABEL.match(self.tree.text(lead)):
                kept.append(Node("fig", {}, [Node("caption", {}, [node])]))
            else:
                kept.append(node)
        self.stream = kept

    def _root(self) -> Node:
        """The element that holds the article, and hardly anything else."""
        page = self.tree.root.find("body") or self.tree.root
        whole = len(self.tree.text(page))
        for tag in ("article", "main"):
            found = [n for n in page.walk() if n.tag == tag]
            if found:
                best = max(found, key=lambda n: len(self.tree.text(n)))
                if len(self.tree.text(best)) > 0.5 * whole:
                    return best
        return page

    def _prune(self, node: Node, size: int) -> None:
        """Take out what is no part of the article; short pieces of it are kept as furniture."""
        kept: list[Node | tuple[int, int]] = []
        listed = list_name(node)
        for child in node.children:
            if isinstance(child, Node):
                if not listed and self._is_furniture(child, size):
                    text = self.tree.text(child)
                    if text and len(text) < 300:
                        self.document.furniture.append(text)
                    continue
                if not listed:
                    self._prune(child, size)
            kept.append(child)
        node.children = kept

    def _is_furniture(self, node: Node, size: int) -> bool:
        if node.tag in _DROPPED:
            return node.tag not in ("aside", "label") or not _holds(node, "table", "figure")
        if node.tag in ("html", "body", "p", "table", "tr", "td", "th", "span", "sup", "li"):
            if node.tag in ("p", "span"):
                text = self.tree.text(node)
                return len(text) < 60 and bool(_OPEN_IN.fullmatch(text))
            return False
        if "hidden" in node.attrs or node.get("aria-hidden") == "true":
            return node.tag not in ("math", "i", "em")
        if node.get("role") in ("navigation", "banner", "search", "complementary", "contentinfo"):
            return not _holds(node, "h1")
        if node.tag == "a":
            return bool(_OPEN_IN.fullmatch(self.tree.text(node)))
        name = f"{node.get('class')} {node.get('id')}"
        if not _FURNITURE.search(name) or node.tag in _HEADS:
            return False
        text = self.tree.text(node)
        headed = next((n for n in node.walk() if n.tag in _HEADS), None)
        known = zone_of(self.tree.text(headed)) if headed is not None else None
        return len(text) < 0.25 * size and not _holds(node, "h1", "table") and known is None

    def _flatten(self, node: Node, within: str = "") -> None:
        """Blocks in order; loose text between blocks becomes paragraphs.

        ``within`` is the name of the abstract in which the element stands, if it does.
        """
        name = f"{node.get('class')} {node.get('id')}"
        within = within or (name if _ABSTRACT.search(name) else "")
        first = len(self.stream)
        loose: list[Node | tuple[int, int]] = []

        def end() -> None:
            if any(self.tree.text(c) if isinstance(c, Node) else self._letters(c) for c in loose):
                self.stream.append(Node("p", {}, list(loose)))
            loose.clear()

        for child in node.children:
            if isinstance(child, tuple):
                loose.append(child)
                continue
            tag = child.tag
            if tag in _CONTAINERS or (tag == "span" and _holds(child, "p", "div", "table")):
                end()
                wrap = _wrapped(child, self.tree)
                if _is_caption(child) and _LABEL.match(self.tree.text(child)):
                    caption = Node("caption", {}, [Node("p", {}, _loose(child.children))])
                    self.stream.append(Node("fig", {}, [caption]))
                elif wrap is not None:
                    self.stream.append(self._frame(wrap))
                else:
                    self._flatten(child, within)
            elif tag in _HEADS or tag in ("p", "ul", "ol", "dl", "blockquote", "pre"):
                end()
                self.stream.append(child)
            elif tag in ("table", "figure"):
                end()
                self.stream.append(self._frame(child))
            else:
                loose.append(child)
        end()
        if within:
            for one in self.stream[first:]:
                one.attrs.setdefault(_WITHIN, within)

    def _letters(self, span: tuple[int, int]) -> str:
        return self.tree.flat[span[0] : span[1]].strip()

    def _frame(self, node: Node) -> Node:
        """A table or figure in the form of JATS: caption, grid, notes."""
        tables = [n for n in node.walk() if n.tag == "table"]
        out = Node("table-wrap" if tables else "fig")
        heads = [
            n
            for n in node.walk()
            if n.tag in ("caption", "figcaption") or n.tag in _HEADS or _is_caption(n)
        ]
        inside = {id(x) for t in tables for x in t.walk() if x.tag != "caption"}
        heads = [h for h in heads if id(h) not in inside]
        nested = {id(x) for h in heads for x in h.walk() if x is not h}
        parts = [h for h in heads if id(h) not in nested]
        if parts:
            caption = Node("caption", {}, [Node("p", {}, _loose(h.children)) for h in parts])
            out.children.append(caption)
        for table in tables:
            table.children = [
                c for c in table.children if not (isinstance(c, Node) and c.tag == "caption")
            ]
            out.children.append(table)
        for n in node.walk():
            if re.search(
                r"(?:^|[\s_-])(?:foot\w*|tw?-?fn|legend)(?:$|[\s_-])", n.get("class")
            ) and (
                id(n) not in inside and id(n) not in nested and n not in heads and n is not node
            ):
                out.children.append(
                    Node("table-wrap-foot", {}, [Node("p", {}, _loose(n.children))])
                )
                break
        return out

    def _title(self) -> Node | None:
        for i, node in enumerate(self.stream):
            if node.tag == "h1":
                self.stream = self.stream[i + 1 :]
                return node
        if (
            self.stream
            and self.stream[0].tag in _HEADS
            and not zone_of(self.tree.text(self.stream[0]))
        ):
            return self.stream.pop(0)
        return None

    def _references(self) -> list[Reference]:
        """Take the reference list and the page's own sections out of the stream."""
        out = self.entries.found
        kept: list[Node] = []
        zone: str | None = None
        zone_level = 0
        for node in self.stream:
            level = _HEADS.get(node.tag)
            if level is not None:
                text = plain_name(self.tree.text(node))
                here = zone_of(text)
                if here == "references":
                    zone, zone_level = "references", level
                    continue
                if _PAGE_HEADS.fullmatch(text):
                    zone, zone_level = "page", level
                elif zone is None or level <= zone_level or here is not None:
                    zone = None
            if zone == "references" and level is None:
                for item in items(node):
                    self.entries.add(item)
            elif zone == "page":
                self.document.furniture.append(self.tree.text(node)[:200])
            elif not out and node.tag in ("ol", "ul") and list_name(node):
                for item in items(node):
                    self.entries.add(item)
            else:
                kept.append(node)
        self.stream = kept
        return out

    def _links(self, node: Node) -> None:
        """Rename elements to those of JATS, links to entries of the list to linked callouts."""
        for n in node.walk():
            if n.tag == "a":
                key = self.entries.key_of(n.get("href"))
                if key is not None:
                    n.tag, n.attrs = "xref", {"ref-type": "bibr", "rid": key.replace(" ", "_")}
            elif n.tag in _NAMES:
                n.tag = _NAMES[n.tag]
            if n.tag in ("list-item", "disp-quote"):
                _wrap_loose(n)
            elif n.tag == "def-list":
                _pair_definitions(n)


def _abstract(node: Node) -> bool:
    return "abstract" in f"{node.get('class')} {node.get('id')}".lower()


def _holds(node: Node, *tags: str) -> bool:
    return node.find(*tags) is not None


def _is_caption(node: Node) -> bool:
    return node.tag in ("div", "p", "span", "header") and bool(_CAPTION.search(node.get("class")))


def _wrapped(node: Node, tree: Tree) -> Node | None:
    """The element itself if it is the frame of just one table or figure with its caption."""
    if node.tag not in ("div", "section") or not _holds(node, "table"):
        return None
    if any(n.tag in _HEADS and not _LABEL.fullmatch(tree.text(n)) for n in node.walk()):
        return None
    name = f"{node.get('class')} {node.get('id')}"
    framed = re.search(r"table|tbl|\btw\b", name, re.I)
    count = sum(n.tag == "table" for n in node.walk())
    return node if framed and count == 1 else None


def _loose(children: list[Node | tuple[int, int]]) -> list[Node | tuple[int, int]]:
    """Content fit for one paragraph: the paragraphs within are opened."""
    for child in children:
        if isinstance(child, Node):
            for n in child.walk():
                if n.tag in ("p", "div", "h2", "h3", "h4", "h5", "h6", "section"):
                    n.tag = "term"  # set apart by spaces, not a block of its own
    return children


def _wrap_loose(node: Node) -> None:
    """Letters that stand in an item without a paragraph of their own get one."""
    out: list[Node | tuple[int, int]] = []
    loose: list[Node | tuple[int, int]] = []
    for child in node.children:
        if isinstance(child, Node) and child.tag in ("p", "ul", "ol", "list", "dl", "blockquote"):
            out.extend([Node("p", {}, loose)] if loose else [])
            loose = []
            out.append(child)
        else:
            loose.append(child)
    out.extend([Node("p", {}, loose)] if loose else [])
    node.children = out


def _pair_definitions(node: Node) -> None:
    """Terms and definitions in pairs, as JATS has them."""
    items: list[Node] = []
    for child in node.walk():
        if child.tag in ("dt", "term"):
            child.tag = "term"
            items.append(Node("def-item", {}, [child]))
        elif child.tag in ("dd", "def") and items and len(items[-1].children) == 1:
            child.tag = "def"
            items[-1].children.append(child)
    node.children = list(items)
