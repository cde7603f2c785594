"""Articles in the XML of BioMed Central (root ``art``), brought into the form of JATS.

The names of its elements are other ones, and headings are paragraphs within ``st``; the rest is
alike enough to be read by the reader of JATS.
"""

from __future__ import annotations

from .tree import Node, Tree

_NAMES = {
    "art": "article", "fm": "front", "bdy": "body", "bm": "back", "abs": "abstract",
    "it": "italic", "b": "bold", "ul": "underline", "monospace": "monospace",
    "refgrp": "ref-list", "snm": "surname", "cnm": "institution", "etal": "etal",
    "pubdate": "year", "li": "list-item", "graphic": "graphic", "kwdg": "kwd-group",
    "inline-formula": "inline-formula", "display-formula": "disp-formula", "suppl": "media",
    "tbl": "table-wrap", "tblhd": "thead", "tblbdy": "tbody", "r": "tr", "c": "td",
    "abbrgrp": "sup", "indent": "disp-quote",
}  # fmt: skip
_DROPPED = frozenset("ui ji dochead issn insr email history cpyrt url xrefart".split())
_LINKS = {"abbr": ("bid", "bibr"), "figr": ("fid", "fig"), "tblr": ("tid", "table"),
          "supplr": ("sid", "supplementary-material")}  # fmt: skip
_IDS = {"pmpid": "pmid", "doi": "doi", "pmcid": "pmcid"}


def to_jats(root: Node, tree: Tree) -> None:
    """Rename and rearrange the elements below ``art``."""
    front = root.child("fm")
    own = front.child("bibl") if front is not None else None
    if front is not None and own is not None:
        title = own.child("title")
        kept = [n for n in front.elements() if n.tag in ("abs", "kwdg")]
        front.children = [*kept]
        for abstract in front.all("abs"):  # one section that only says "Abstract" holds the others
            only = list(abstract.elements())
            if len(only) == 1 and only[0].tag == "sec":
                _head(only[0])
                abstract.children = only[0].children
        if title is not None:
            title.tag = "article-title"
            title.children = _opened(title)
            front.children.insert(0, Node("title-group", {}, [title]))
    for node in list(root.walk()):
        if node.tag == "abbrgrp":  # white space in it belongs to no sentence
            node.children = [
                c for c in node.children if isinstance(c, Node) or tree.flat[c[0] : c[1]].strip()
            ]
        _convert(node)


def _convert(node: Node) -> None:
    tag = node.tag
    if tag == "sec":
        _head(node)
    elif tag == "bibl":
        _entry(node)
    elif tag in _LINKS:
        name, kind = _LINKS[tag]
        node.tag, node.attrs = "xref", {"ref-type": kind, "rid": node.get(name)}
    elif tag == "p" and node.child("p") is not None:
        node.tag = "styled-content"
    elif tag in ("table", "tbl", "fig") and (node.child("title") or node.child("caption")):
        _frame(node)
    elif tag == "ack":
        _head(node)
    elif tag == "colspec":
        return
    node.tag = _NAMES.get(node.tag, node.tag)
    node.children = [c for c in node.children if not (isinstance(c, Node) and c.tag in _DROPPED)]


def _head(node: Node) -> None:
    """The heading of a section: the paragraph within ``st`` is opened."""
    st = node.child("st")
    if st is not None:
        st.tag = "title"
        st.children = _opened(st)


def _opened(node: Node) -> list[Node | tuple[int, int]]:
    """The children of an element, those of its paragraphs in their place."""
    out: list[Node | tuple[int, int]] = []
    for child in node.children:
        if isinstance(child, Node) and child.tag == "p":
            out.extend(child.children)
        else:
            out.append(child)
    return out


def _entry(node: Node) -> None:
    """An entry of the list: authors, title, and identifiers under their names."""
    cited = Node("element-citation", {}, [])
    for child in node.elements():
        if child.tag == "title":
            child.tag, child.children = "article-title", _opened(child)
        elif child.tag == "aug":
            child.tag, child.attrs = "person-group", {"person-group-type": "author"}
            for author in child.all("au"):
                author.tag = "name" if author.child("cnm") is None else "collab"
                for name in author.all("fnm", "mi", "mnm"):
                    name.tag = "given-names" if name.tag == "fnm" else "middle"
        elif child.tag == "note":
            child.tag = "styled-content"
            child.children = _opened(child)
        for n in child.walk():
            if n.tag == "pubid":
                kind = n.get("idtype").lower()
                n.tag, n.attrs = "pub-id", {"pub-id-type": _IDS.get(kind, kind)}
        cited.children.append(child)
    node.tag = "ref"
    node.children = [cited]


def _frame(node: Node) -> None:
    """A table or figure: its title and caption to one caption, its grids kept."""
    texts = [n for n in node.elements() if n.tag in ("title", "caption", "text")]
    label = next((n for n in texts if n.tag == "title"), None)
    rest = [n for n in node.elements() if n not in texts]
    out: list[Node | tuple[int, int]] = []
    if label is not None:
        out.append(Node("label", {}, _opened(label)))
    inner = [Node("p", {}, _opened(n)) for n in texts if n.tag != "title"]
    if inner:
        out.append(Node("caption", {}, [*inner]))
    for n in rest:
        if n.tag == "tfoot":
            n.tag = "table-wrap-foot"
        out.append(n)
    grids = [n for n in rest if n.tag == "tgroup"]
    if grids:
        out = [n for n in out if n not in grids]
        out.insert(len(out) - sum(isinstance(n, Node) and n.tag == "table-wrap-foot" for n in out),
                   Node("table", {}, [*grids]))  # fmt: skip
    node.tag = "fig" if node.tag == "fig" else "table-wrap"
    node.children = out
