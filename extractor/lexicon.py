"""A trie over fine tokens: thousands of names looked up in one pass over a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from extractor.tokens import DASHES, Tokens, first_key, keys_of


@dataclass(slots=True, eq=False)
class Entry:
    """One lexicon row: what a name stands for.

    ``kind`` is the kind of mention, ``facts`` the row's remaining columns, ``rule`` where the row
    stands ("genes.tsv:PTEN").
    """

    kind: str
    label: str
    id: str | None
    rule: str
    flags: frozenset[str] = frozenset()
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Name:
    """One written form of an entry; ``exact`` holds the form that must stand letter for letter."""

    entry: Entry
    exact: str | None = None
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Hit:
    """A name found: token span ``first`` (inclusive) to ``last`` (exclusive)."""

    first: int
    last: int
    name: Name


_END = 0  # key of a node's names; tokens are strings, so it cannot clash
_ANY = 1  # key of the child behind a "*"
_THE = 2  # key of the child behind a "§"
_CHILDREN = {"*": _ANY, "§": _THE}
_WEAK = frozenset(
    "the these this those both their its his her a an injured damaged diseased ischemic ischaemic "
    "infarcted inflamed irradiated aged ageing aging degenerated punctured obstructed transplanted "
    "denervated crushed transected fibrotic diabetic arthritic burned wounded whole entire "
    "surrounding adjacent underlying remaining spared local new native human murine rat mouse "
    "rabbit porcine adult neonatal fetal experimental treated mature".split()
)
"""Words that say nothing of what a thing is."""

_PASSED = frozenset("s-'")
_MOST_KNOWN = 1 << 16  # tokens of which a lexicon remembers whether names begin with them

Node = dict[Any, Any]


class Lexicon:
    """All names, as a trie whose edges are folded tokens.

    Names are kept by their first token, and become branches of the trie when a text holds that
    token: a text holds few of the tens of thousands of names.
    """

    def __init__(self) -> None:
        self.root: Node = {}
        self._waiting: dict[str, list[tuple[str, str | None, Entry, dict[str, Any]]]] = {}
        self._known: dict[str, tuple[Node, ...]] = {}
        self._names = 0

    @property
    def names(self) -> int:
        """How many written forms there are."""
        for key in tuple(self._waiting):
            self._unfold(key)
        return self._names

    def add(self, form: str, entry: Entry, **facts: Any) -> None:
        """Add a written form; a leading ``=`` makes it case-sensitive, ``*`` is up to two words.

        ``§`` is up to two words that say nothing of what a thing is: "the injured".

        Any other form is added in British and in American spelling too, and with its prefixes
        joined and set off ("pro-inflammatory", "proinflammatory"), but for names of genes.
        """
        if form[:1] == "=":
            self._add(form[1:], form[1:], entry, facts)
        elif entry.kind == "gene":
            self._add(form, None, entry, facts)
        else:
            for spelled in _spellings(form):
                for joined in _prefixed(spelled):
                    self._add(joined, None, entry, facts)

    def _add(self, form: str, exact: str | None, entry: Entry, facts: dict[str, Any]) -> None:
        key = first_key(form)
        self._known.clear()
        if key.isalnum():
            self._waiting.setdefault(key, []).append((form, exact, entry, facts))
        else:
            self._branch(form, exact, entry, facts)

    def _begins(self, key: str) -> tuple[Node, ...]:
        """The branches that begin with a token or its singular, unfolded: what the token itself, or
        else its first singular, begins comes last.
        """
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        nodes = []
        for first in (key, *_singulars(key)):
            self._unfold(first)
            if first in self.root:
                nodes.append(self.root[first])
        self._known[key] = begun = (*nodes[1:], *nodes[:1])
        return begun

    def _unfold(self, key: str) -> None:
        """Make branches of the names that begin with a token."""
        for waiting in self._waiting.pop(key, ()):
            self._branch(*waiting)

    def _branch(self, form: str, exact: str | None, entry: Entry, facts: dict[str, Any]) -> None:
        node = self.root
        keys = _form_keys(form)
        if not keys:
            return
        for key in keys:
            edge = _CHILDREN.get(key, key)
            child = node.get(edge)
            if child is None:
                child = node[edge] = {}
            node = child
        names: list[Name] | None = node.get(_END)
        if names is None:
            node[_END] = [Name(entry, exact, facts)]
            self._names += 1
            return
        told = facts.get("wording")  # one word may be the verb and the adjective of an outcome
        if not any(
            n.entry is entry and n.exact == exact and n.facts.get("wording") is told for n in names
        ):
            names.append(Name(entry, exact, facts))
            self._names += 1

    def find(self, tokens: Tokens) -> list[Hit]:
        """Every name at every place, longest first at each start; overlaps are the caller's."""
        out: list[Hit] = []
        keys, known = tokens.keys, self._known
        n = len(keys)
        text, starts, ends = tokens.text, tokens.starts, tokens.ends
        # most tokens begin no name: they are passed over without a step of this loop
        for i in [i for i, key in enumerate(keys) if known.get(key, True)]:
            begun = known.get(keys[i])
            if begun is None:
                begun = self._begins(keys[i])
            start = starts[i]
            if start and ends[i - 1] == start and text[start - 1].isalnum():
                continue
            found: list[tuple[int, list[Name]]] = []
            after = keys[i + 1] if i + 1 < n else ""
            for node in begun:
                if _END in node:
                    found.append((i + 1, node[_END]))
                # a plural, a hyphen or an apostrophe may go on without being a key of the branch
                if after in node or after[-1:] in _PASSED or _ANY in node or _THE in node:
                    self._walk(tokens, node, i + 1, n, found)
            if len(found) > 1:
                found.sort(key=lambda f: -f[0])
            for last, names in found:
                end = ends[last - 1]
                if last < n and starts[last] == end and text[end].isalnum():
                    continue
                out += [
                    Hit(i, last, name) for name in names
                    if name.exact is None or _same(text[start:end], name.exact)
                ]  # fmt: skip
        return out

    def _walk(
        self, tokens: Tokens, node: Node, i: int, n: int, found: list[tuple[int, list[Name]]]
    ) -> None:
        keys, starts, ends = tokens.keys, tokens.starts, tokens.ends
        while i < n:
            key = keys[i]
            child = node.get(key)
            if _ANY in node:
                at: int | None = i
                for _ in range(3):
                    if at is None or at >= n:
                        break
                    self._walk(tokens, node[_ANY], at, n, found)
                    at = _past_word(tokens, at, n)
            if _THE in node:
                at = i
                for _ in range(3):
                    if at is None or at >= n:
                        break
                    self._walk(tokens, node[_THE], at, n, found)
                    at = _past_word(tokens, at, n) if keys[at] in _WEAK else None
            if len(key) > 2 and key[-1] == "s":
                for singular in _singulars(key):
                    other = node.get(singular)
                    if other is None:
                        continue
                    if child is None:
                        child = other
                    else:  # "wounds" is a form of its own here, and the plural of "wound"
                        if _END in other:
                            found.append((i + 1, other[_END]))
                        self._walk(tokens, other, i + 1, n, found)
            if child is None:
                if key == "-" and i + 1 < n and starts[i] - ends[i - 1] <= 1:
                    i += 1
                    key = keys[i]
                    child = node.get(key) or next(
                        (node[k] for k in _singulars(key) if k in node), None
                    )
                elif key == "'" and i + 1 < n and keys[i + 1] == "s" and ends[i] == starts[i + 1]:
                    i += 2
                    continue
                elif (
                    key == "'" and starts[i] == ends[i - 1]
                    and (keys[i - 1][-1:] == "s" or (i + 1 < n and ends[i] == starts[i + 1]))
                ):  # "Graves' disease", "O'Driscoll"
                    i += 1
                    continue
                if child is None:
                    return
            i += 1
            names = child.get(_END)
            if names:
                found.append((i, names))
            node = child


def _past_word(tokens: Tokens, i: int, n: int) -> int | None:
    """Where a word of letters ends, with what is glued to it: "HT-29", "K562"."""
    if not tokens.keys[i].isalpha() or tokens.keys[i] in _NO_PART:
        return None
    i += 1
    while i < n and tokens.glued(i) and (tokens.keys[i].isalnum() or tokens.keys[i] == "-"):
        i += 1
    return i


_NO_PART = frozenset("and or but with by after than via through while was were is are".split())
"""Words that never stand inside a name of the lexicon."""
_SPELLINGS = (
    ("tumor", "tumour"),
    ("behavior", "behaviour"),
    ("fiber", "fibre"),
    ("edema", "oedema"),
    ("esophag", "oesophag"),
    ("estradiol", "oestradiol"),
    ("estrogen", "oestrogen"),
    ("fetal", "foetal"),
    ("diarrhea", "diarrhoea"),
    ("apnea", "apnoea"),
    ("signaling", "signalling"),
    ("modeling", "modelling"),
    ("labeling", "labelling"),
    ("hemato", "haemato"),
    ("hemorrh", "haemorrh"),
    ("hemoglobin", "haemoglobin"),
    ("ischemi", "ischaemi"),
    ("leukemi", "leukaemi"),
    ("anemi", "anaemi"),
    ("glycemi", "glycaemi"),
    ("lipidemi", "lipidaemi"),
    ("oxemi", "oxaemi"),
    ("ization", "isation"),
    ("polarized", "polarised"),
    ("vascularized", "vascularised"),
)
_AMERICAN = re.compile(f"(?<!o)(?:{'|'.join(a for a, _ in _SPELLINGS)})(?!igen)")
_BRITISH = re.compile("|".join(b for _, b in _SPELLINGS))
_EITHER = re.compile("|".join(x for pair in _SPELLINGS for x in pair))
_TO_BRITISH = dict(_SPELLINGS)
_TO_AMERICAN = {b: a for a, b in _SPELLINGS}


def _spellings(form: str) -> list[str]:
    """A form as it stands and in the other spelling ("tumour fibre" and "tumor fiber")."""
    out = [form]
    if _EITHER.search(form) is None:
        return out
    for pattern, other in ((_AMERICAN, _TO_BRITISH), (_BRITISH, _TO_AMERICAN)):
        spelled = pattern.sub(lambda m: other[m.group()], form)  # noqa: B023 - used at once
        if spelled not in out:
            out.append(spelled)
    return out


_PREFIXES = (
    "anti|auto|cardio|hyper|hypo|inter|intra|macro|micro|multi|neo|neuro|non|over|peri|post|pre|pro|"
    "re(?=e)|sub|xeno"
)
_SET_OFF = re.compile(rf"(?<![\w-])(?:{_PREFIXES}|re|co|mal)-(?=[a-z]{{4}})", re.I)
_JOINED = re.compile(
    rf"(?<![\w-])({_PREFIXES})(?=(?:inflam|union|fibro|angiog|apopt|oxid|tumou?r|viral|bacter|"
    r"microb|"
    r"thromb|coagul|vascul|cellul|stimul|activ|epithel|operat|natal|menopaus|isch|condition|"
    r"treat|clinic|immun|genic|bod[iy]|resolv|invas|infarct|injur|lesion|weight|express|synap|"
    r"neuro|implant|perfus|oxygen|glyc|lipid|tension|plas|troph|pigment|emesis|emet|estrogen|"
    r"androgen|diabet|prolif|respons|reactiv|sensitiv|modul|regul|protect|degener|toxic|muscul|"
    r"periton|ventric|trache|derm|ocul|articul|cerebr|hepat|nephr|mening|odont|myel|thel|"
    r"angio|vessel|muscle|cardi|spinal|nuclear|mitoch|filament|cyt|phag|lobul|follic))",
    re.I,
)
_STARTS = tuple(p.removesuffix("(?=e)") for p in _PREFIXES.split("|"))


def _prefixed(form: str) -> Sequence[str]:
    """A form as it stands, and with its prefixes joined or set off by a hyphen."""
    begins = form.startswith(_STARTS) or " pro" in form or " anti" in form or " non" in form
    if not begins and "-" not in form:
        return (form,)
    out = [form]
    if "-" in form:
        joined = _SET_OFF.sub(lambda m: m.group()[:-1], form)
        if joined != form:
            out.append(joined)
    if begins:
        parted = _JOINED.sub(r"\1-", form)
        if parted != form:
            out.append(parted)
    return out


def _singulars(key: str) -> tuple[str, ...]:
    if len(key) < 3 or key[-1] != "s" or key.endswith("ss"):
        return ()
    if key.endswith("ies"):
        return key[:-3] + "y", key[:-1]
    if key.endswith(("ses", "xes", "ches", "shes")):
        return key[:-2], key[:-1]
    return (key[:-1],)


def _form_keys(form: str) -> list[str]:
    keys = keys_of(form)
    if "-" not in keys and "'" not in keys:
        return keys
    out: list[str] = []
    skip = False
    for i, key in enumerate(keys):
        if skip:
            skip = False
            continue
        if key == "-":
            continue
        if key == "'":
            skip = keys[i + 1 : i + 2] == ["s"]
            continue
        out.append(key)
    return out


def _same(found: str, exact: str) -> bool:
    if found == exact or (found.endswith("s") and found[:-1] == exact):
        return True
    if " " not in exact and any(c.isspace() for c in found):
        return False
    return _letters(found) == _letters(exact)


def _letters(text: str) -> str:
    return "".join(c for c in text if c not in DASHES and not c.isspace())


_MEASURES = frozenset(
    "amplitude area burden depth diameter duration flow frequency height "
    "latency length load mass score size thickness "
    "threshold titer titre volume weight width".split()
)
"""Nouns of what is measured; what it is measured of may stand behind them, too."""
_PROCESSES = frozenset(
    "accumulation activation aggregation atrophy breakdown clearance closure contraction damage "
    "degeneration degradation density deposition destruction dilatation dilation disruption "
    "dysfunction enlargement erosion expansion fibrillation force formation function growth "
    "healing hypertrophy infiltration influx ingrowth injury integrity leakage loss maturation "
    "motion motility narrowing necrosis permeability plasticity presentation recruitment "
    "regeneration regrowth remodeling remodelling repair resorption rupture scarring separation "
    "shortening sprouting swelling thickening thinning tightness wasting".split()
)
"""Nouns of what happens to something; to what may stand behind them, too."""
_GENERAL = frozenset("tissue body organ acute severe hair inflammasome".split())
"""Words that say too little of what it happens to, or that part of another name follows."""
_ADJECTIVE = ("cell", "cells", "al", "ar", "ic", "ous", "ive")
_DONE_TO = frozenset("damage injury".split())


def orders(form: str) -> list[str]:
    """A name and its other order: "pup weight", "weight of the pups"; "damage to the lung"."""
    *rest, last = form.split()
    if not rest or "of" in rest or not (last in _MEASURES or last in _PROCESSES):
        return [form]
    if not all(w.replace("-", "").isalpha() for w in rest):
        return [form]
    thing = " ".join(rest)
    if last in _MEASURES:
        return [form, f"{last} of * {thing}"]
    if thing in _GENERAL or rest[-1].endswith(_ADJECTIVE):
        return [form]
    turned = [form, f"{last} of § {thing}"]
    return [*turned, f"{last} to § {thing}"] if last in _DONE_TO else turned
