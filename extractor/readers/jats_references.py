"""The reference list of a JATS article: entries with their parts as the markup names them."""

from __future__ import annotations

import re

from ..records import Reference
from .references import parse_reference
from .tree import Node, Tree

_CITATIONS = (
    "element-citation",
    "mixed-citation",
    "citation",
    "nlm-citation",
    "citation-alternatives",
    "note",
    "p",
)
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+")
_INITIAL = re.compile(r"[^\W\d_]")
_PARTS = frozenset(
    "name string-name given-names surname etal collab year article-title chapter-title source "
    "volume fpage pub-id ext-link".split()
)
_APART = frozenset({"label", "title", "object-id", "annotation", "comment"})


def read_references(root: Node, tree: Tree) -> list[Reference]:
    """All entries of an article's lists, in order.

    Args:
        root: The article; lists of sub-articles below it are not read.
        tree: The tree that it is of.
    """
    out: list[Reference] = []
    seen: set[str] = set()
    for node in _entries(root):
        entry = _reference(node, tree, len(out) + 1)
        if entry is not None and entry.key not in seen:
            seen.add(entry.key)
            out.append(entry)
    if out and all(r.number is None for r in out) and not any(_dated(r) for r in out):
        for i, r in enumerate(out, start=1):
            r.number = i
    return out


def _dated(reference: Reference) -> bool:
    """Whether an unlabelled entry can be cited by author and year."""
    return bool(reference.authors) and reference.year is not None


def _entries(root: Node) -> list[Node]:
    out: list[Node] = []
    todo = [root]
    while todo:
        node = todo.pop()
        if node.tag == "ref":
            out.append(node)
        elif node.tag not in ("sub-article", "response"):
            todo.extend(reversed(list(node.elements())))
    return out


def _reference(node: Node, tree: Tree, position: int) -> Reference | None:
    cited = next((c for tag in _CITATIONS for c in node.all(tag)), None)
    if cited is None:
        return None
    if cited.tag == "citation-alternatives":
        cited = cited.child("element-citation", "mixed-citation") or cited
    label = tree.text(node.child("label") or cited.child("label"))
    digits = re.fullmatch(r"[\[(]?(\d{1,4})[\])]?\.?", label)
    number = int(digits.group(1)) if digits else None
    out = Reference(node.get("id") or label or str(position), "", number=number)
    out.authors = _authors(cited, tree)
    year = re.search(r"(?:18|19|20)\d\d", tree.text(cited.find("year")))
    out.year = int(year.group()) if year else None
    title = cited.find("article-title", "part-title") or cited.find("chapter-title")
    source = tree.text(cited.find("source")) or None
    out.title = tree.text(title).rstrip(". ") or None
    if out.title is None and cited.find("source") is not None:
        out.title, source = source, None
    out.journal = source
    out.volume = tree.text(cited.find("volume")) or None
    first, last = tree.text(cited.find("fpage")), tree.text(cited.find("lpage"))
    out.pages = (f"{first}–{last}" if last and last != first else first) or (
        tree.text(cited.find("elocation-id")) or None
    )
    _identifiers(out, node, tree)
    out.raw = _raw(cited, tree, out)
    if not out.raw:
        return None
    if out.title is None or (not out.authors and out.year is None):
        _read_from_text(out)
    return out


def _authors(cited: Node, tree: Tree) -> tuple[str, ...]:
    groups = [g for g in cited.walk() if g.tag == "person-group"]
    wanted = [g for g in groups if g.get("person-group-type") in ("author", "")]
    names: list[str] = []
    within = {id(n) for g in groups for n in g.walk()}
    for home in wanted or groups[:1] or [cited]:
        for n in home.walk():
            if home is cited and id(n) in within:
                continue
            if n.tag in ("name", "string-name"):
                names.append(_name(n, tree))
            elif n.tag in ("collab", "institution") and (text := tree.text(n)):
                names.append(text)
    if not names:
        names = [_name(n, tree) for n in cited.walk() if n.tag in ("name", "string-name")]
    return tuple(dict.fromkeys(n for n in names if n))


def _name(node: Node, tree: Tree) -> str:
    surname = tree.text(node.find("surname"))
    if not surname:
        return tree.text(node)
    given = tree.text(node.find("given-names"))
    if given and (given.isupper() or len(given) <= 2):
        initials = "".join(_INITIAL.findall(given))
    else:  # "Guo-Hui A." is GHA
        initials = "".join(w[0] for w in re.findall(r"[^\W\d_]+", given))
    return f"{surname} {initials}".strip()


def _identifiers(out: Reference, node: Node, tree: Tree) -> None:
    for n in node.walk():
        if n.tag in ("pub-id", "object-id", "article-id"):
            kind, text = n.get("pub-id-type").lower(), tree.text(n)
            if kind in ("pmid", "medline") and text.isdigit():
                out.pmid = out.pmid or text
            elif kind == "doi" and (m := _DOI.search(text)):
                out.doi = out.doi or m.group().rstrip(".,;")
        elif n.tag in ("ext-link", "uri"):
            link = n.get("href") + " " + tree.text(n)
            if "doi" in link.lower() and (m := _DOI.search(link)):
                out.doi = out.doi or m.group().rstrip(".,;)")
            elif m := re.search(r"(?:ncbi\.nlm\.nih\.gov/pubmed|pubmed\.ncbi\S*)/(\d{4,9})", link):
                out.pmid = out.pmid or m.group(1)
    if out.doi is None and (m := _DOI.search(tree.text(node))):
        out.doi = m.group().rstrip(".,;)")


def _raw(cited: Node, tree: Tree, entry: Reference) -> str:
    """The entry as printed; put together from its parts where the markup holds no punctuation."""
    direct = any(
        tree.flat[c[0] : c[1]].strip(" \n\t") for c in cited.children if isinstance(c, tuple)
    )
    if direct or entry.title is None:
        return _spaced(cited, tree)
    year = f" ({entry.year})" if entry.year else ""
    tail = ":".join(x for x in (entry.volume, entry.pages) if x)
    parts = [", ".join(entry.authors) + year, entry.title, entry.journal, tail]
    return ". ".join(p.strip().rstrip(".") for p in parts if p and p.strip()) + "."


def _spaced(cited: Node, tree: Tree) -> str:
    """The letters of an entry with a space before each part that the markup glues to another."""
    out: list[str] = []
    todo: list[Node | tuple[int, int]] = [cited]
    while todo:
        one = todo.pop()
        if isinstance(one, tuple):
            out.append(tree.flat[one[0] : one[1]])
        elif one.tag not in _APART:
            if one.tag in _PARTS and out and (out[-1][-1:].isalnum() or out[-1][-1:] in ".,:;"):
                out.append(" ")
            todo.extend(reversed(one.children))
    return re.sub(r"\s+", " ", "".join(out)).strip()


def _read_from_text(out: Reference) -> None:
    """Fill in what the markup does not name from the printed entry."""
    read = parse_reference(out.raw)
    for name in ("authors", "year", "title", "journal", "volume", "pages", "doi", "pmid"):
        if not getattr(out, name):
            setattr(out, name, getattr(read, name))
