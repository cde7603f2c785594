"""The grammar of MSC sources: species, tissue, cell and what was done to the cells.

"hypoxia-preconditioned human umbilical cord-derived mesenchymal stem cells" and "hucMSC" are read
by the same rules: a head that says MSC, and modifiers to its left and right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from extractor.components.abbreviations import OF_DONORS
from extractor.components.modifications import is_state, modifications
from extractor.components.owners import OWNED, tissue_of_its
from extractor.lexicon import Entry, Hit
from extractor.rules import Rules
from extractor.tokens import Tokens

MSC_ID = "CL:0000134"
"""Cell Ontology: mesenchymal stem cell."""

_CELL_HEADS = {"cell", "cells", "progenitors"}
_STEM = {"stem", "stromal", "progenitor", "precursor", "signaling", "signalling", "regenerative"}
_MESENCHYMAL = {"mesenchymal", "mesenchyme", "mesenchymic", "ectomesenchymal"}
_HEADS = _MESENCHYMAL | _STEM | {"multipotent"}
_SPECIES_LETTERS = {
    "h": "human",
    "hu": "human",
    "m": "mouse",
    "r": "rat",
    "rb": "rabbit",
    "p": "pig",
    "c": "dog",
    "e": "horse",
    "b": None,
    "s": None,
}
_LEFT_FILLERS = frozenset(
    "- derived tissue tissues origin originated / the fetal foetal adult primary normal "
    "healthy young aged old allogeneic autologous xenogeneic multipotent cultured expanded "
    "passaged native naive donor clinical grade resident matrix isolated own wild type ( )".split()
)
_RESIDING = ("resident", "residing")
_LINK = {"from", "of", "in"}
_WERE = {"was", "were", "are", "been", "had", "have", "being", "first"}
_GROWN = {"grown", "cultured", "expanded", "prepared", "recovered", "extracted", "purified"}
_LINKED = frozenset(
    "derived isolated obtained originating originated harvested collected differentiated "
    "generated extracted resident cultured taken expanded prepared separated made produced "
    "sourced procured recovered grown raised established residing".split()
)


@dataclass(slots=True)
class SourceSpan:
    """An MSC source: token span, tissue entry (``None`` for plain MSCs), species, modifications."""

    first: int
    last: int
    tissue: Entry | None
    organism: str | None
    modifications: list[str] = field(default_factory=list)
    prefix: str | None = None
    reach: int = 0
    """Where the tissue that is told behind the cells ends."""


def find(
    tokens: Tokens, hits: Iterable[Hit], rules: Rules, defined: dict[str, str]
) -> list[SourceSpan]:
    """MSC sources among the tokens.

    Args:
        tokens: The tokens of one block.
        hits: Lexicon hits of kinds ``tissue`` and ``organism`` in these tokens.
        rules: For abbreviation stems and tissue prefixes.
        defined: Short forms that the document itself defines, with what they mean.
    """
    ends: dict[int, list[Hit]] = {}
    begins: dict[int, list[Hit]] = {}
    for hit in hits:
        if hit.name.entry.kind in ("tissue", "organism"):
            ends.setdefault(hit.last, []).append(hit)
            begins.setdefault(hit.first, []).append(hit)
    out: list[SourceSpan] = []
    i, n, keys = 0, len(tokens), tokens.keys
    may = {i for i in range(n) if tokens.words[i].endswith(_SHORT_ENDS) or keys[i] in _HEADS}
    while i < n:
        head = _head(tokens, i, rules, defined) if i in may else None
        if head is None:
            i += 1
            continue
        first, last, tissue, organism, needs_tissue, prefix = head
        if out and first < out[-1].last:
            first = out[-1].last
        span = SourceSpan(first, last, tissue, organism, prefix=prefix)
        floor = out[-1].last if out else 0
        _extend_left(tokens, ends, span, floor)
        if not span.tissue:
            _extend_right(tokens, begins, span, n)
        if span.tissue is None:
            span.tissue = tissue_of_its(tokens.keys, ends, span.first)
        if span.organism is None and span.last + 1 < n and tokens.keys[span.last] in ("of", "from"):
            species = [h for h in begins.get(span.last + 1, []) if h.name.entry.kind == "organism"]
            if species:
                span.organism = species[0].name.entry.label
        if span.tissue and span.tissue.facts.get("prefix") in ("ESC", "iPSC") and needs_tissue:
            i = last  # embryonic and induced pluripotent cells are no MSCs by themselves
            continue
        if needs_tissue and (span.tissue is None or span.tissue.facts.get("bare") != "y"):
            i = last
            continue
        if needs_tissue and _recipients(tokens, span):
            i = last
            continue
        span.modifications += modifications(tokens, span.first, span.last)
        out += _listed(tokens, ends, span, floor)
        out.append(span)
        out += _listed_behind(tokens, begins, span)
        i = max(out[-1].last, i + 1)
    return out


def _listed(
    tokens: Tokens, ends: dict[int, list[Hit]], span: SourceSpan, floor: int
) -> list[SourceSpan]:
    """The tissues that share their cells with the next: "fat, bone marrow and adipose MSCs"."""
    out: list[SourceSpan] = []
    at, keys = span.first - 1, tokens.keys
    while span.tissue is not None and at > floor:
        if not out and keys[at - 2 : at + 1] == ["as", "well", "as"]:
            at -= 2
        elif keys[at] not in ("and", "or") and not (out and keys[at] == ","):
            break
        comma = keys[at - 1] == "," or keys[at] == ","
        at -= keys[at - 1] == ","
        at = _before_bracket(keys, at)
        at -= keys[at - 1] == "-"
        named = [h for h in ends.get(at, []) if h.name.entry.kind == "tissue" and h.first >= floor]
        hit = max(named, key=lambda h: h.last - h.first, default=None)
        if hit is None or (comma and not OWNED & set(keys[hit.first : hit.last])):
            break
        out.insert(0, SourceSpan(hit.first, hit.last, hit.name.entry, span.organism))
        at = hit.first - 1
    return out


def _before_bracket(keys: list[str], at: int) -> int:
    """Where a bracket with vesicles' short name begins ends: "fat (AD-Exo) stem cells"."""
    if at < 1 or keys[at - 1] != ")":
        return at
    begin = max((k for k in range(max(0, at - 8), at) if keys[k] == "("), default=at)
    return begin if _VESICLE_HEADS & set(keys[begin:at]) else at


def _behind_bracket(keys: list[str], at: int) -> int:
    """Where a bracket with vesicles' short name ends: "MSCs from fat (AD-Exo) or marrow"."""
    if keys[at : at + 1] != ["("]:
        return at
    end = next((k for k in range(at, min(at + 8, len(keys))) if keys[k] == ")"), at)
    return end + 1 if _VESICLE_HEADS & set(keys[at:end]) else at


def _listed_behind(
    tokens: Tokens, begins: dict[int, list[Hit]], span: SourceSpan
) -> list[SourceSpan]:
    """The tissues that follow that of the cells: "MSCs from bone marrow, fat or umbilical cord"."""
    out: list[SourceSpan] = []
    at, keys, joined = span.reach, tokens.keys, False
    while at and (at := _behind_bracket(keys, at)) < len(keys) and keys[at] in (",", "and", "or"):
        joined = joined or keys[at] != ","
        at += 1
        at += joined and keys[at : at + 1] == ["or"]
        at += keys[at : at + 1] == ["from"]
        named = [h for h in begins.get(at, []) if h.name.entry.kind == "tissue"]
        hit = max(named, key=lambda h: h.last - h.first, default=None)
        if hit is None or not OWNED & set(keys[hit.first : hit.last]):
            break
        out.append(SourceSpan(hit.first, hit.last, hit.name.entry, span.organism))
        at = hit.last
        if joined:
            break
    return out if joined else []


def _recipients(tokens: Tokens, span: SourceSpan) -> bool:
    """Whether stromal cells are a tissue's own cells, no MSCs: "endometrial stromal cells"."""
    text = tokens.text[tokens.starts[span.first] : tokens.ends[span.last - 1]]
    return span.tissue is not None and _native(text, span.tissue)


def _native(text: str, tissue: Entry) -> bool:
    told = re.search(r"stem|progenitor|derived|mesenchym", text, re.I)
    return tissue.facts.get("prefix") in ("E", "CO", "OV", "PR") and told is None


def _head(
    tokens: Tokens, i: int, rules: Rules, defined: dict[str, str]
) -> tuple[int, int, Entry | None, str | None, bool, str | None] | None:
    key, word, n = tokens.keys[i], tokens.words[i], len(tokens)
    if key in _HEADS:
        return _spelled_head(tokens, i)
    if not word[0].isalpha() or len(word) > 14:
        return None
    if word in ("ASC", "ASCs") and word not in defined and _of_adipose(tokens, i):
        return i, i + 1, rules.prefixes.get("ad"), None, False, None
    # an abbreviation: the run of letters, digits and hyphens that ends in this token
    first = i
    while (
        first > 0
        and tokens.glued(first)
        and (tokens.keys[first - 1] == "-" or tokens.words[first - 1].isalnum())
        and i - first < 6
    ):
        first -= 1
    while first < i and tokens.keys[first] == "-":
        first += 1
    if i + 1 < n and tokens.glued(i + 1) and tokens.words[i + 1][0].isdigit():
        return None
    plain = None  # an MSC of no known tissue, if no shorter run names one ("T-GMSC" holds "GMSC")
    for start in range(first, i + 1):
        if start > first and tokens.keys[start - 1] != "-":
            continue
        if tokens.keys[start] == "-":
            continue
        run = tokens.text[tokens.starts[start] : tokens.ends[i]]
        if tokens.words[start] in _DONORS and start < i:
            told = _from_meaning(_meaning(run, defined), rules)
            if told is None or told.facts.get("prefix") == tokens.words[start]:
                continue  # "HD-BMSCs" are the BMSCs of healthy donors
        found = _short(run, rules, defined)
        if found is None:
            continue
        tissue, organism, prefix = found
        if tissue is not None:
            return start, i + 1, tissue, organism, False, prefix
        plain = plain or (start, i + 1, None, organism, False, prefix)
    return plain


def _of_adipose(tokens: Tokens, i: int) -> bool:
    """Whether "ASC" stands for adipose stem cells, not the protein: plural, or with vesicles."""
    if i and tokens.glued(i) and tokens.keys[i - 1] == "-":
        return False  # "h-ASC": the whole run tells
    if tokens.words[i] == "ASCs":
        return True
    behind = [k for k in tokens.keys[i + 1 : i + 5] if k not in ("-", "derived", "small")]
    return bool(behind) and behind[0] in _VESICLE_HEADS


_DONORS = frozenset(
    "HD ND NC HC N Y Ctrl CTRL Con Old Young Aged MM AML ALL CML MDS MPN ITP OVX OP OA RA SLE SSc "
    "DM T1D T2D T1DM T2DM GDM".split()
)
"""Short names of the people or animals that cells were taken from."""


def _meaning(run: str, defined: dict[str, str]) -> str | None:
    return defined.get(run) or defined.get(run.rstrip("s")) or defined.get(run + "s")


_SHORT_ENDS = ("SC", "SCs", "SHED", "SHEDs", "SCAP", "SCAPs", "AFS", "AFSs", "MSCS", "msc", "mscs")
_TAUGHT = frozenset("educated primed conditioned activated exposed stimulated trained".split())
"""What a tissue did to cells that do not come from it: "tumour-educated MSCs"."""
def _taught(meaning: str | None) -> bool:
    return meaning is not None and not _TAUGHT.isdisjoint(re.findall("[a-z]+", meaning.lower()))


_FROM_ELSEWHERE = re.compile(
    r"\bcells? (?:[a-z]+ )?(?:out )?(?:from|of) |\bMSCs? (?:[a-z]+ )?(?:out )?(?:from|of) ", re.I
)
"""What a short name stands for that tells where its cells are from."""
_LONGEST_FIRST = sorted(_SPECIES_LETTERS.items(), key=lambda x: -len(x[0]))
_STATE = re.compile(r"(?:n|ed|wt|ctrl?|con)MSC")
"""Short forms whose letters say in what state the cells are, not where they come from."""


def _short(
    run: str, rules: Rules, defined: dict[str, str]
) -> tuple[Entry | None, str | None, str | None] | None:
    plain = re.sub(r"[-‐‑–—−]", "", run)
    single = plain[:-1] if plain.endswith("s") and len(plain) > 3 else plain
    low = single.casefold()
    meaning = _meaning(run, defined)
    if meaning is not None and not re.search(r"mesenchym|stromal|stem|MSC", meaning, re.I):
        return None
    told = _from_meaning(meaning, rules)
    state = told is None and (_taught(meaning) or _STATE.fullmatch(single) is not None)
    if meaning == OF_DONORS or state:
        return None, None, None
    if told is None and meaning is not None and _FROM_ELSEWHERE.search(meaning):
        letters = re.sub(r"^[hmr](?=[A-Za-z])|-?MSC$", "", single)
        if len(letters) < len("xx"):
            return None, None, None  # "gMSC" of a glioma are not those of the gingiva
        if single.endswith("MSC"):
            return None, None, letters
    if meaning is not None and told is not None and "MSC" not in run and _native(meaning, told):
        return None
    if (
        meaning is not None
        and not re.search(r"mesenchym|stromal|MSC", meaning, re.I)
        and (told is None or told.facts.get("bare") != "y")
    ):
        return None  # other stem cells of that tissue
    if told is not None:
        species = next(
            (
                sp
                for letters, sp in _SPECIES_LETTERS.items()
                if sp and meaning and meaning.casefold().startswith(sp) and low.startswith(letters)
            ),
            None,
        )
        return told, species, None
    candidates: list[tuple[str, str | None]] = [(low, None)]
    for letters, species in _SPECIES_LETTERS.items():
        if low.startswith(letters) and len(low) > len(letters) + 2:
            candidates.append((low[len(letters) :], species))
    for stem, species in candidates:
        entry = rules.stems.get(stem)
        if entry is not None and (
            single.isupper() or "MSC" in single or species or stem in rules.stems
        ):
            if len(stem) <= 3 and not single.isupper():
                continue
            return entry, species, None
    match = re.match(
        r"^(?P<pre>.*?)(?:h|m|r)?-?MSCS?$", re.sub(r"[‐‑–—−]", "-", run.rstrip("s")), re.I
    )
    if match and ("MSC" in run or "msc" in run):
        prefix = match["pre"].strip("-")
        for letters, species in _LONGEST_FIRST:
            if prefix == letters:
                return None if len(prefix) > 3 else (_from_meaning(meaning, rules), species, None)
        entry = rules.prefixes.get(prefix.casefold())
        species = None
        if entry is None and prefix[:1] in "hmr" and len(prefix) > 1:
            entry = rules.prefixes.get(prefix[1:].casefold())
            species = _SPECIES_LETTERS[prefix[0]] if entry else None
        if entry is None and len(prefix) > 3:
            entry = _from_meaning(prefix.replace("-", " "), rules)  # "placenta-MSCs"
        if entry is None:
            entry = _from_meaning(meaning, rules)
        state = prefix in _DONORS or is_state(prefix, meaning, rules)
        return entry, species, None if state else prefix or None
    if meaning is not None and re.search(
        r"mesenchym\w*[ /-]+(?:stem|strom|progen)|stem cells?$|stromal cells?$", meaning, re.I
    ):
        entry = _from_meaning(meaning, rules)
        if entry is not None or re.search("mesenchym", meaning, re.I):
            return entry, None, None
    return None


def _from_meaning(meaning: str | None, rules: Rules) -> Entry | None:
    if not meaning:
        return None
    from extractor.tokens import tokenize

    tokens = tokenize(meaning)
    found = [h for h in rules.lexicon.find(tokens) if h.name.entry.kind == "tissue"]
    found = [h for h in found if _TAUGHT.isdisjoint(tokens.keys[h.last : h.last + 2])]
    return max(found, key=lambda h: h.last - h.first).name.entry if found else None


def _spelled_head(
    tokens: Tokens, i: int
) -> tuple[int, int, Entry | None, str | None, bool, str | None] | None:
    keys, n = tokens.keys, len(tokens)
    first = i
    j = i
    mesenchymal = False
    if keys[j] == "multipotent":
        j += 1
        if j >= n or keys[j] not in _MESENCHYMAL | _STEM:
            return None
    if j < n and keys[j] in _MESENCHYMAL:
        mesenchymal = True
        j += 1
    seen = False
    while j < n and (keys[j] in _STEM or keys[j] in ("/", "-", "or", "and", "like", "(", ")")):
        if keys[j] in _STEM:
            seen = True
        elif keys[j] in ("or", "and") and not (j + 1 < n and keys[j + 1] in _STEM):
            break
        j += 1
    if not seen and not mesenchymal:
        return None
    if j < n and keys[j] in _CELL_HEADS:
        return first, j + 1, None, None, not mesenchymal, None
    if mesenchymal and seen:
        return first, j, None, None, False, None
    if seen and j < n and keys[j] in _VESICLE_HEADS:
        return first, j, None, None, True, None  # "marrow stromal exosomes"
    return None


_BETWEEN = frozenset(
    "the a an of - adult healthy fetal human normal young preeclamptic diseased inflamed "
    "ectopic eutopic adjacent aspirates samples biopsies specimens tissue ' s".split()
)
"""Words between cells and the tissue that is told behind them."""
_VESICLE_HEADS = set(
    "exosome exosomes vesicles vesicle evs ev exo exos sevs microvesicles".split()
)
_ORGANS = frozenset("hearts corneas kidneys lungs livers brains muscles joints tendons".split())
_ANIMALS = frozenset("mice rats rabbits pigs dogs sheep monkeys piglets".split())


def _extend_left(tokens: Tokens, ends: dict[int, list[Hit]], span: SourceSpan, floor: int) -> None:
    edge = span.first
    fill = _before_bracket(tokens.keys, edge)
    while fill > floor:
        hit = max(ends.get(fill, []), key=lambda h: h.last - h.first, default=None)
        if hit is not None and hit.first >= floor:
            entry = hit.name.entry
            if entry.kind == "tissue":
                if tokens.keys[hit.last - 1] in _ORGANS and "in" in tokens.keys[
                    max(floor, hit.first - 6) : hit.first
                ]:
                    break  # "in rat hearts MSC exosomes lowered …"
                if span.tissue is None:
                    span.tissue = entry
            elif tokens.keys[hit.last - 1] in _ANIMALS and "in" in tokens.keys[
                max(floor, hit.first - 6) : hit.first
            ]:
                break  # "in db/db mice BMSC exosomes lowered …"
            elif span.organism is None:
                span.organism = entry.label
            fill = edge = hit.first
            continue
        key = tokens.keys[fill - 1]
        if key in _LEFT_FILLERS and edge - fill < 6:
            fill -= 1
            continue
        break
    span.first = edge


def _extend_right(tokens: Tokens, begins: dict[int, list[Hit]], span: SourceSpan, n: int) -> None:
    keys = tokens.keys
    j = span.last
    if j < n and keys[j] == "(":
        close = next((k for k in range(j, min(j + 8, n)) if keys[k] == ")"), None)
        if close is not None:
            j = close + 1
    linked = False
    k = j + (keys[j : j + 1] == ["-"])
    k += keys[k : k + 1] == ["derived"]
    behind = keys[k + 1 : k + 2] if k < n and keys[k] in _VESICLE_HEADS else []
    if behind and behind[0] in _LINKED | {"of", "from"}:
        j = k + 1  # "MSC exosomes derived from bone marrow", "MSC-EVs of rat marrow"
    else:
        behind = []
    aside = keys[j : j + 2] == [",", "which"]  # "MSCs, which had been isolated from …"
    j += 2 * aside
    # a clause, no name: "MSCs were isolated from …"
    told = j < n and (keys[j] in _WERE or bool(behind) or aside)
    while told and j < n and (keys[j] in _WERE or keys[j].endswith("ly")):
        j += 1
    made = j < n and keys[j] == "made"
    if (j < n and keys[j] in _LINKED) or (told and j < n and keys[j] in _GROWN):
        j += 1
        linked = True
    if keys[j : j + 2] == ["out", "of"]:
        j += 2
    elif j < n and (
        keys[j] == "from"
        or (keys[j] in _LINK and (made or not linked or keys[j - 1] in _RESIDING))
    ):
        told = told or keys[j - 1] in _RESIDING  # the tumour that they live in is named too
        j += 1
    else:
        return
    skipped = 0
    organism = None
    while j < n and skipped < 5:
        for hit in sorted(begins.get(j, []), key=lambda h: h.first - h.last):
            entry = hit.name.entry
            if entry.kind == "tissue":
                span.tissue = entry
                span.organism = span.organism or organism
                span.reach = hit.last
                span.last = span.last if told else hit.last
                return
            if entry.kind == "organism":
                organism = entry.label
                j = hit.last
                break
        else:
            if keys[j] not in _BETWEEN:
                return
            j += 1
            skipped += 1
