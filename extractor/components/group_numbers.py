"""Groups that a document calls by number or letter: "they were given (i) saline, (ii) BMSC-Exos or
(iii) …; group (iii) lost weight", "groups A and B received X and Y". What the document says that a
group was given is read where only its number stands.

The words "group (ii)" are respelled, at the same length, by short words for what was given; offsets
stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from extractor.components.found import Found
from extractor.components.lazily import lazily
from extractor.tokens import Tokens

VESICLES, LACKING, CONTROL = "vesicles", "lacking", "control"
NOTHING, FOREIGN = "nothing", "foreign"
"""What a group was given: vesicles, vesicles robbed of their cargo, vesicles to compare with,
nothing that acts, a drug or vesicles of other cells.
"""

_MARK = r"(?:[ivx]{1,4}|[IVX]{1,4}|[1-9]|[A-H])"
_NOUN = r"(?:(?:[Tt]reatment |[Ss]tudy )?(?:[Gg]roups?|[Aa]rms?|[Cc]ohorts?))"
_MAY = re.compile(r"(?:[Gg]roups?|[Aa]rms?|[Cc]ohorts?) \(?[1-9A-HIVXivx]|\bG[1-9]\b")
_LISTED = lazily(
    rf"\((?P<mark>{_MARK})\) ?(?P<given>[^.;]*?)(?=[,;]? (?:or |and )?\({_MARK}\)|[.;])"
)
"""A member of a numbered list: "(ii) BMSC-Exos, "."""
_GIVEN = re.compile(
    r"(?: ?\(n ?= ?\d+[^()]*\))? ?(?:[:=(–—]|\b(?:(?:was|were) (?:then )?)?"
    r"(?:received|receiving|receives|got|given|injected with|treated with|administered|"
    r"dosed with|took|with|was|were|consisted of)(?= )) ?"
)
"""What stands between a group and what it got."""
_ANCHOR = lazily(
    rf"\((?:{_NOUN} )\(?(?P<behind>{_MARK})\)?\)"
    rf"|\b(?:{_NOUN} )\(?(?P<mark>{_MARK})(?![\w-])\)?|\b(?P<bare>G[1-9])\b"
    r"|(?:(?<=[,;] )|(?<=\b(?:and|but) ))(?P<elliptic>[A-H]|[1-9]|[IVX]{1,4})(?= )"
)
"""Where a group is named: "group B", "(group B)", "G2", "… and C"."""
_ELLIPTIC = re.compile(r" (?!(?:or|and|nor|than|to|in|with|had|was|were|did|alone|only)\b)")
"""What may follow a group whose verb is left out."""
_LEADS_BACK = re.compile(
    r",?;? ?(?:(?:and|or|while|whereas|but|then) )*"
    r"(?:(?:those|animals|mice|rats|patients|the ones) )?"
    r"(?:(?:of|in|from) )?(?:the )?$"
)
"""What leads to the next group and is no part of what this one got."""
_LEADS_ON = re.compile(
    r".*\b(?:given|received|receive|receiving|got|treated with|injected with|either|into|groups?|"
    r"follows|to)\b:? |^[,;]? ?(?:and |or )*"
)
_TOGETHER = lazily(
    rf"\b{_NOUN} (?P<marks>\(?{_MARK}\)?(?:(?:, ?|,? and |,? or )\(?{_MARK}\)?)+) "
    r"(?:(?:of|with|in) [^.;,]{0,40}? |\(n ?= ?\d+[^()]*\) )?"
    r"(?:were given|were treated with|were injected with|received|got) (?P<given>[^.;]+)"
)
"""Groups that share one list: "groups A, B and C received X, Y and Z"."""
_SPLIT = re.compile(r",? (?:and|or) |, ")
_ROBBED = lazily(
    r"\b(?:stripped|depriv\w+|deplet\w+|deficient|lacking|without|robbed|inhibitor\w*|"
    r"antagomirs?|silenc\w+|knock\w*[- ]?(?:down|out)|si[A-Z]\w+|shRNA|siRNA|sponges?|"
    r"anti-?mi\w+|free of|devoid|"
    r"[\w-]*-(?:KD|KO|inh|i)\b|anti-?\d+\w*)", re.I
)
_OTHER_CELLS = lazily(
    r"\b(?:\w*fibroblasts?|HEK\w*|293T?|epitheli\w+|endotheli\w+|macrophages?|platelets?|plasma|"
    r"serum|milk)(?! (?:growth|lysate))\b(?!-(?:primed|educated|free))", re.I
)
_SHAM = lazily(
    r"\b(?:control|scrambl\w*|NC|negative|vector|mock|inactivated|heat\w*|boiled|lysed|ruptured|"
    r"denatured|RNase|empty)\b", re.I
)
_VESICULAR = lazily(r"exosom\w*|\bexos?\b|exos?\b|\bs?EVs?\b|EVs?\b|vesicles|secretome", re.I)
_BASE = lazily(
    r"\b(?:PBS|saline|vehicle|sham\w*|buffer|nothing|no |untreated|placebo|healthy|normal|medium|"
    r"water|blank|model|controls?|left alone)\b", re.I
)
_SPELT = {
    VESICLES: ("EVs group", "EVs arm", "EVs", "EV"),
    LACKING: ("EV-KO group", "EV-KO arm", "EV-KO", "EV"),
    CONTROL: ("NC-EV group", "NC-EV arm", "NC-EVs", "NC-EV", "nEV"),
    NOTHING: ("vehicle group", "PBS group", "PBS arm", "saline", "PBS"),
    FOREIGN: ("Exo group", "Exo arm", "Exo"),
}
_SHORTEST = {VESICLES: "EV", LACKING: "EV-KO", CONTROL: "NC-EV", NOTHING: "PBS", FOREIGN: "Exo"}
_CALLED = lazily(
    rf"\b(?P<noun>(?:[Tt]reatment )?(?:[Gg]roups?|[Aa]rms?|[Cc]ohorts?)) "
    rf"(?P<mark>\(?{_MARK}\)?)(?![\w-])(?P<more>(?:(?:, ?|,? and |,? or |,? nor |,? than | to )"
    rf"\(?{_MARK}\)?(?![\w-]))*)|\b(?P<bare>G[1-9])\b(?!/)(?: (?:group|animals|mice|rats)\b)?"
)
_ONE = re.compile(rf"\(?(?<![\w-])({_MARK})(?![\w-])\)?")


@dataclass(frozen=True, slots=True)
class Group:
    """What one group was given: its sort, and where in the document that is said."""

    sort: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """Characters of a block where a word stands for a group; a joint has no group."""

    start: int
    end: int
    word: str
    group: Group | None


_BEFORE = 40
"""Characters in front of what the first group got in which groups are not respelled."""


_SHARES = re.compile(r"(?:those |ones )?(?:of|from) ")
"""What a group got whose vesicles are named with those of the group before: "of ADSCs"."""


def _sort(given: str, before: str) -> str:
    shares = before in (VESICLES, LACKING, CONTROL) and _SHARES.match(given)
    if shares or _VESICULAR.search(given):
        if _OTHER_CELLS.search(given):
            return FOREIGN
        robbed = LACKING if _ROBBED.search(given) else VESICLES
        return CONTROL if robbed == VESICLES and _SHAM.search(given) else robbed
    return NOTHING if _BASE.search(given) else FOREIGN


def numbered(text: str) -> dict[str, Group]:
    """The groups that a document calls by number or letter, by their marks.

    Empty unless one of them got vesicles.
    """
    if not _MAY.search(text):
        return {}
    out: dict[str, Group] = {}
    sort = ""
    for mark, given, start, end in _told(text):
        sort = _sort(given, sort)
        if (sort != FOREIGN or len(given) < _LONG) and given.strip():
            out.setdefault(_key(mark), Group(sort, start, end))
    treated = [text[g.start : g.end] for g in out.values() if g.sort == VESICLES]
    for key, g in out.items():
        given = re.escape(text[g.start : g.end])
        more = rf"{given} ?(?:\+|plus|and|with)"
        if g.sort == FOREIGN and any(re.search(more, t) for t in treated):
            out[key] = replace(g, sort=NOTHING)  # only made ill, as the others were
    if len(out) < 2 or not any(g.sort == VESICLES for g in out.values()):
        return {}
    return out


_LONG = 60
"""Letters that the name of a drug does not have."""


def _key(mark: str) -> str:
    """What a mark is looked up by: "ii" of "(II)", "3" of "G3"."""
    return re.sub(r"^g(?=\d)", "", mark.strip("()").casefold())


def _told(text: str) -> Iterator[tuple[str, str, int, int]]:
    for met in _TOGETHER.finditer(text):
        marks = _ONE.findall(met["marks"])
        given = re.sub(r",? respectively.*", "", met["given"])
        parts = [(m.start(), m.end()) for m in _SPLIT.finditer(given)]
        edges = [0, *(p for pair in parts for p in pair), len(given)]
        members = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]
        if len(members) == len(marks):
            for mark, (a, b) in zip(marks, members, strict=True):
                yield mark, given[a:b], met.start("given") + a, met.start("given") + b
    for met in _LISTED.finditer(text):
        yield met["mark"], met["given"], *met.span("given")
    for sentence in _SENTENCE.finditer(text):
        if _MAY.search(sentence.group()):
            yield from _named_one_by_one(text, sentence.start(), sentence.end())


_SENTENCE = re.compile(r"[^.\n]+(?:\.(?=\w)[^.\n]+)*")


def _named_one_by_one(text: str, first: int, last: int) -> Iterator[tuple[str, str, int, int]]:
    """Groups with what each got: "group A received X, group B Y and C Z", "X (group A)"."""
    anchors = list(_ANCHOR.finditer(text, first, last))
    told, before = False, first
    for met, following in zip_longest(anchors, anchors[1:]):
        if met["behind"]:
            lead = _LEADS_ON.match(text[before : met.start()])
            start = before + (lead.end() if lead is not None else 0)
            yield met["behind"], text[start : met.start()], start, met.end()
            before = met.end()
            continue
        start, end = met.end(), following.start() if following is not None else last
        given = _GIVEN.match(text, start)
        if given is None and (not told or not _ELLIPTIC.match(text, start)):
            continue
        start = given.end() if given is not None else start + 1
        more = _GIVEN.match(text, start) if given is not None else None
        start = more.end() if more is not None and more.group().strip() else start
        told = True
        ends = text.find(";", start, end)
        end = ends if ends > 0 else end
        close = text.find(")", start, end) if given is not None and "(" in given.group() else -1
        back = _LEADS_BACK.search(text, start, end) if following is not None else None
        end = close if close > 0 else back.start() if back is not None else end
        yield met["mark"] or met["bare"] or met["elliptic"], text[start:end], start, end


def called(text: str, groups: dict[str, Group], offset: int) -> list[Place]:
    """Where a text calls groups by their numbers, with words for what they got.

    Args:
        text: A block's text.
        groups: The groups of the document.
        offset: Where the block begins in the document.
    """
    if not groups:
        return []
    out: list[Place] = []
    first = min(g.start for g in groups.values()) - offset
    last = max(g.end for g in groups.values()) - offset
    for met in _CALLED.finditer(text):
        if first - _BEFORE <= met.start() <= last:
            continue  # what they got is told here
        if met["bare"]:
            named = [(met.start(), met.end("bare"), met["bare"])]
        else:
            named = [(met.start(), met.end("mark"), met["mark"])]
            more = _ONE.finditer(text, *met.span("more")) if met["more"] else ()
            named += [(one.start(), one.end(), one.group()) for one in more]
        known = [(a, b, groups[_key(mark)]) for a, b, mark in named if _key(mark) in groups]
        if len(known) < len(named):
            continue
        if len(known) == 1:
            a, b, group = known[0]
            word = next((w for w in _SPELT[group.sort] if len(w) <= b - a), "")
            word = word[:1].upper() + word[1:] if text[a].isupper() else word
            out += [Place(a, b, word, group)] if word else []
            continue
        at, made = met.start(), []
        for i, (a, _, group) in enumerate(known):
            joint = text[known[i - 1][1] : a] if i else ""
            made.append(Place(at, at + len(joint), joint, None))
            at += len(joint)
            made.append(Place(at, at + len(_SHORTEST[group.sort]), _SHORTEST[group.sort], group))
            at = made[-1].end
        room = met.end() - at
        if room >= 0:
            made.append(Place(at, met.end(), " group" if room >= len(" group") else "", None))
            out += made
    return out


def respelled(text: str, places: list[Place]) -> str:
    """A text with the numbers of groups replaced by words for what they got, as long as before."""
    for place in places:
        word = place.word.ljust(place.end - place.start)
        text = text[: place.start] + word + text[place.end :]
    return text


def tell_groups(tokens: Tokens, soft: list[Found], places: list[Place]) -> None:
    """Tell the vesicles that stand for a group by the fact ``group``."""
    for place in places:
        for f in soft if place.group is not None else ():
            if f.kind == "vesicle" and place.start <= tokens.starts[f.first] < place.end:
                f.facts["group"] = place.group
                if place.group is not None and place.group.sort == FOREIGN:
                    f.facts["foreign"] = True
