"""Callouts that the markup links to entries: how far each reaches, and which entries it names.

A link covers often less than what is printed for the callout: brackets, the authors' names, or the
numbers inside of a range stand outside of it. Offsets are code points of the text looked at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..records import Reference
from .callout_forms import DASHES, expand
from .citations import Callout, CalloutFinder
from .words import words

_BETWEEN = re.compile(rf"[\s,;\[\]{DASHES}]*(?:and|&)?[\s,;\[\]]*")
_RANGE = re.compile(rf"[\s\[\]]*[{DASHES}]+[\s\[\]]*")
_OPEN = re.compile(r"[\[(]\s*(?:(?:[Rr]eviewed (?:in|by)|[Rr]ef(?:s|erences?)?\.?|[Ss]ee)\s+)?\Z")
_CLOSE = re.compile(r",?\s*[\])]")
_LIST_BEFORE = re.compile(rf"[\[(]\s?([\d,;\s{DASHES}]*)\Z")
_LIST_AFTER = re.compile(rf"([\d,;\s{DASHES}]*)[\])]")
_YEAR = re.compile(r"(?:18|19|20)\d\d[a-z]?")
_PROSE = words(
    """
    ref refs ref. refs. reference references in see by and from study studies of to no no. with
    """
)
_LONGEST = 120


@dataclass(slots=True)
class Link:
    """A linked stretch ``text[start:end]``, the entries it leads to, whether it is raised."""

    start: int
    end: int
    keys: list[str]
    raised: bool


@dataclass(slots=True)
class Linked:
    """A callout as printed, and each single callout in it with its entry's key."""

    callout: Callout
    pairs: list[tuple[str, str | None]]


class Linker:
    """Reads the linked callouts of one document.

    Args:
        references: The reference list in its order.
        finder: Finds callouts in plain text.
    """

    def __init__(self, references: Sequence[Reference], finder: CalloutFinder) -> None:
        self.finder = finder
        self.references = references
        self.order = {r.key: i for i, r in enumerate(references)}

    def read(self, text: str, links: Sequence[Link]) -> list[Linked]:
        """The callouts of a text, sorted and disjoint."""
        found: list[Linked] = []
        named: list[Link] = []
        for group in _groups(text, links):
            if all(not _core(text, x) or expand(_core(text, x)) for x in group):
                found.append(self._numeric(text, group))
            else:
                named.extend(group)
        if named:
            found.extend(self._author_year(text, named))
        found.sort(key=lambda x: (x.callout.start, -x.callout.end))
        out: list[Linked] = []
        for one in found:
            if out and one.callout.start < out[-1].callout.end:
                out[-1].pairs.extend(p for p in one.pairs if p not in out[-1].pairs)
            else:
                out.append(one)
        return out

    def plain(self, text: str) -> list[Linked]:
        """The callouts of a text without links."""
        tie = self.finder.index.tie
        return [Linked(c, [(m, tie(m)) for m in c.markers]) for c in self.finder.find(text)]

    def _number(self, key: str, default: str) -> str:
        i = self.order.get(key)
        number = self.references[i].number if i is not None else None
        return str(number) if number is not None else default

    def _numeric(self, text: str, group: Sequence[Link]) -> Linked:
        pairs: list[tuple[str, str | None]] = []
        previous: Link | None = None
        for link in group:
            numbers = expand(_core(text, link))
            if previous is not None and _RANGE.fullmatch(text, previous.end, link.start):
                pairs.extend(self._inside(pairs, link))
            if len(numbers) == len(link.keys):
                pairs.extend(zip(numbers, link.keys, strict=True))
            elif len(numbers) > len(link.keys):
                own = {self._number(k, ""): k for k in link.keys}
                ties = [own.get(n) or self.finder.index.tie(n) for n in numbers]
                if link.keys and not set(link.keys) & set(ties):
                    ties[0] = link.keys[0]
                pairs.extend(zip(numbers, ties, strict=True))
            else:
                shown = numbers[-1] if numbers else ""
                pairs.extend((self._number(k, shown or k), k) for k in link.keys)
            previous = link
        before = _LIST_BEFORE.search(text, max(group[0].start - 60, 0), group[0].start)
        after = _LIST_AFTER.match(text, group[-1].end)
        begin, stop = group[0].start, group[-1].end
        if before and after and (before[1] + after[1]).strip():
            # numbers without a link in the same brackets: the other end of a range, say
            begin, stop = before.start(1), after.end(1)
            known = {m: k for m, k in pairs if k is not None}
            numbers = expand(text[begin:stop])
            if set(known) <= set(numbers):
                pairs = [(n, known.get(n) or self.finder.index.tie(n)) for n in numbers]
            else:
                begin, stop = group[0].start, group[-1].end
        first = {k or m: (m, k) for m, k in reversed(pairs)}
        once = [first[n] for n in dict.fromkeys(k or m for m, k in pairs)]
        start, end, closed = _closed(text, begin, stop)
        closed = closed or text[start : start + 1] in ("[", "(")
        raised = all(x.raised for x in group)
        lifted = closed or raised or _hangs(text, start, end)
        return Linked(Callout(start, end, tuple(m for m, _ in once), lifted), once)

    def _inside(self, pairs: list[tuple[str, str | None]], link: Link) -> list[tuple[str, str]]:
        """The entries between the two ends of a range."""
        first = self.order.get(pairs[-1][1] or "") if pairs else None
        last = self.order.get(link.keys[0]) if link.keys else None
        if first is None or last is None or not first < last <= first + _LONGEST:
            return []
        number = int(pairs[-1][0]) if pairs[-1][0].isdigit() else first + 1
        between = self.references[first + 1 : last]
        return [
            (self._number(r.key, str(number + i)), r.key) for i, r in enumerate(between, start=1)
        ]

    def _author_year(self, text: str, links: Sequence[Link]) -> list[Linked]:
        out: list[Linked] = []
        rest = list(links)
        for callout in self.finder.find(text):
            own = [x for x in rest if x.start < callout.end and callout.start < x.end]
            if not own:
                continue
            rest = [x for x in rest if x not in own]
            keys = [k for x in own for k in x.keys]
            pairs: list[tuple[str, str | None]]
            if len(keys) == len(callout.markers):
                pairs = list(zip(callout.markers, keys, strict=True))
            else:
                tied = [(m, self.finder.index.tie(m)) for m in callout.markers]
                pairs = [(m, k) for m, k in tied if k in keys]
                known = {k for _, k in pairs}
                pairs += [(_core(text, x), k) for x in own for k in x.keys if k not in known]
            start = min(callout.start, own[0].start)
            end = max(callout.end, own[-1].end)
            whole = Callout(start, end, tuple(m for m, _ in pairs), callout.lifted)
            out.append(Linked(whole, pairs))
        for group in _groups(text, rest):
            start, end, closed = _closed(text, group[0].start, group[-1].end)
            pairs = [(_core(text, x), k) for x in group for k in x.keys]
            lifted = (closed and not _prose(text, start)) or all(x.raised for x in group)
            if not lifted:
                start, end = group[0].start, group[-1].end
            out.append(Linked(Callout(start, end, tuple(m for m, _ in pairs), lifted), pairs))
        return out


def _core(text: str, link: Link) -> str:
    return text[link.start : link.end].strip(" []()\u2009\u00a0")


def _groups(text: str, links: Sequence[Link]) -> list[list[Link]]:
    """Links with nothing but separators between them, numbers apart from names."""
    out: list[list[Link]] = []
    for link in links:
        last = out[-1][-1] if out else None
        if (
            last is not None
            and _BETWEEN.fullmatch(text, last.end, link.start)
            and bool(_YEAR.search(text, last.start, last.end))
            == bool(_YEAR.search(text, link.start, link.end))
        ):
            out[-1].append(link)
        else:
            out.append([link])
    return out


def _closed(text: str, start: int, end: int) -> tuple[int, int, bool]:
    """The stretch with the brackets around it, and whether there are any."""
    closed = False
    for _ in range(2):
        before = _OPEN.search(text, max(start - 20, 0), start)
        after = _CLOSE.match(text, end)
        if not before or not after:
            break
        start, end, closed = before.start(), after.end(), True
    return start, end, closed


def _prose(text: str, start: int) -> bool:
    """Whether a name stands before a bracketed year, as in "Lou et al. (2015)"."""
    return bool(
        re.search(r"(?:\bet al\.?|[^\W\d_]{2,}['’]s)\s*\Z", text[max(start - 12, 0) : start])
    )


def _hangs(text: str, start: int, end: int) -> bool:
    """Whether a bare number hangs behind a word as callouts do, and is no word of the sentence."""
    before = text[max(start - 1, 0) : start]
    if not before or before in "([/":
        return False
    if not before.isspace():
        return True
    after = text[end : end + 1]
    last = text[max(start - 20, 0) : start].split()
    return (not after or after in ".,;:") and bool(last) and last[-1].casefold() not in _PROSE
