"""The reference list of an article page: items to entries, and what links lead to them."""

from __future__ import annotations

import re

from ..records import Reference
from .references import is_link_line, parse_reference
from .tree import Node, Tree

_LINK_WORDS = re.compile(
    r"[\[(]?\s*(?:full text|article|cas|pubmed(?: central| abstract)?|pmc(?: free article)?|"
    r"(?:free )?pmc article|view in scopus|view pdf|"
    r"google ?scholar|cross ?ref(?: full text)?|web of science|isi|scopus|ads|mathscinet|"
    r"view(?: article| at publisher)?|"
    r"open ?url|doi|green version|publisher.*|\^|↩|back to (?:text|top)|download references)"
    r"\s*[\])]?\s*",
    re.I,
)
_DOI = re.compile(r"10\.\d{4,9}/[^\s\"'<>?#&]+")
_PMID = re.compile(r"(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/(\d{4,9})")
_NO_ENTRY = re.compile(
    r"(?:key\s?words?|citation|copyright|received|accepted|edited by|reviewed by|©"
    r"|\*?\s*correspondence|specialty section|publisher['’]s note)\b",
    re.I,
)
_NAMED = ("id", "name", "data-bib-id", "data-counter", "data-content")
_SET_APART = frozenset({"div", "p", "li", "dd", "dt"})


def list_name(node: Node) -> bool:
    """Whether an element is named as a list of references."""
    name = f"{node.get('class')} {node.get('id')}"
    return bool(
        re.search(r"(?:^|[\s_-])(?:references|ref-list|bibliograph\w*|citedrefs)", name, re.I)
    )


def items(node: Node) -> list[Node]:
    """Entries in one block of a reference list."""
    found = [n for n in node.walk() if n.tag == "li"]
    nested = {id(x) for i in found for x in i.walk() if x is not i}
    return [i for i in found if id(i) not in nested] or [node]


class Entries:
    """Collects the entries of a page.

    ``targets`` leads from the names of anchors to the entries' keys.
    """

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.found: list[Reference] = []
        self.targets: dict[str, str] = {}

    def add(self, item: Node) -> None:
        """Read one item of the list; link words alone only tell of the entry before them."""
        doi, pmid = _links(item)
        if is_link_line(self.tree.text(item)):
            if self.found:
                self.found[-1].doi = self.found[-1].doi or doi
                self.found[-1].pmid = self.found[-1].pmid or pmid
            return
        _drop_links(item, self.tree)
        shown = re.sub(r"\s+", " ", self._shown(item)).strip()
        text = re.sub(r"(?:\s*\[\s*[,;|]?\s*\])+|\s+([.,;])(?=\s|$)", r"\1", shown)
        text = re.sub(r"(?:\s*[\[\](),.|]){2,}\s*$", ".", text).strip()
        if len(text) < 10 or _NO_ENTRY.match(text):
            return
        printed = re.match(r"[\[(]?(\d{1,4})[\])]?[.\s]\s*(?=[^\W\d])", text)
        number = int(printed.group(1)) if printed else len(self.found) + 1
        names = [n.get(a).strip(".") for a in _NAMED for n in item.walk() if n.get(a)]
        names += [n.removeprefix("ref-id-") for n in names if n.startswith("ref-id-")]
        key = names[-1] if names and names[0].startswith("ref-id-") else (names or [str(number)])[0]
        for name in names or [key]:
            self.targets.setdefault(name, key)
        read = parse_reference(text[printed.end() :] if printed else text, key=key, number=number)
        read.doi, read.pmid = read.doi or doi, read.pmid or pmid
        self.found.append(read)

    def key_of(self, href: str) -> str | None:
        """Key of the entry to which a link leads."""
        target = href.partition("#")[2]
        return self.targets.get(target) or self.targets.get(target.removeprefix("ref-"))

    def _shown(self, item: Node) -> str:
        """An item's letters as shown: what stands on lines of its own is parted by full stops."""
        out: list[str] = []

        def part() -> None:
            last = "".join(out[-3:]).rstrip()[-1:]
            out.append(". " if last.isalnum() or last in ")”" else " ")

        def take(node: Node) -> None:
            for child in node.children:
                if isinstance(child, tuple):
                    out.append(self.tree.flat[child[0] : child[1]])
                    continue
                apart = child.tag in _SET_APART and bool(self.tree.text(child))
                if apart and any(o.strip() for o in out):
                    part()
                take(child)
                name = child.get("class")
                if re.search(r"(?:^|[\s_-])(?:bullet|label|number|counter)(?:$|[\s_-])", name):
                    out.append(" ")
                elif apart:
                    part()

        take(item)
        return re.sub(r"\.\s*(?=\.)|(?<=\])\.(?=\s)", "", "".join(out)).strip()


def _links(item: Node) -> tuple[str | None, str | None]:
    doi = pmid = None
    for link in item.walk():
        if link.tag == "a":
            href = link.get("href").replace("%2F", "/").replace("%2f", "/")
            if "doi" in href.lower() and (m := _DOI.search(href)):
                doi = doi or m.group().rstrip(".,;)")
            if m := _PMID.search(href):
                pmid = pmid or m.group(1)
    return doi, pmid


def _drop_links(node: Node, tree: Tree) -> None:
    kept: list[Node | tuple[int, int]] = []
    for child in node.children:
        if isinstance(child, Node):
            text = tree.text(child)
            bare = child.tag == "a" and re.fullmatch(r"10\.\d{4,9}/\S+", text)
            if child.tag == "a" and (_LINK_WORDS.fullmatch(text) or bare):
                continue
            _drop_links(child, tree)
        kept.append(child)
    node.children = kept
