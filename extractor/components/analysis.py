"""What is found in one block before any claim: tokens, sentences, mentions, predicates, cues."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from extractor import mirna
from extractor.components import cell_fates, measures, open_vocabulary, organs, sources, wordings
from extractor.components import sentences as sentences_module
from extractor.components.abbreviations import told_in_full
from extractor.components.acting_as import no_name
from extractor.components.cells import compose_cells
from extractor.components.disease_it import with_disease
from extractor.components.found import Found
from extractor.components.group_numbers import called, numbered, respelled, tell_groups
from extractor.components.harmed_parts import with_harmed_parts
from extractor.components.infiltrates import with_infiltrates
from extractor.components.joins import (
    join_models,
    name_collagens,
    pair_shifts,
    shared_heads,
    with_short_forms,
)
from extractor.components.kin import with_kin
from extractor.components.owners import owning_tissues
from extractor.components.pathways import chains, join_pathways, name_pathways, names_axis
from extractor.components.recognised import cells as recognised_cells
from extractor.components.telegrams import tokenized
from extractor.grounding import mirna_accession
from extractor.lexicon import Entry, Hit
from extractor.records import Mention
from extractor.rules import Predicate, Rules
from extractor.tokens import Tokens, tokenize

_BEARERS = frozenset(
    "mouse mice rat rats animal animals patient patients model models rabbit pig monkey".split()
)
HARD = ("mirna", "source", "gene", "effect", "disease", "cargo")
"""Kinds of which no two mentions overlap; the others (cell, organism, vesicle) may."""

_PRIORITY = {"mirna": 0, "source": 1, "cargo": 2, "effect": 3, "gene": 4, "disease": 5, "model": 5}
_CARGO = re.compile(
    r"(?<![A-Za-z0-9])(?:(?:lnc-?RNA|lncRNA|long non-?coding RNA|circular RNA|circ-?RNA|"
    r"snoRNA|piRNA|tRF)s?[ -](?:\()?(?P<named>[A-Z][A-Za-z0-9]*(?:[-‐–][A-Z0-9]+)*)"
    r"|(?P<circ>(?!(?i:circ)RNAs?\b(?![_-]\d))(?i:circ)(?:RNA)?[_-]?(?=[A-Z0-9])[A-Za-z0-9]+(?:[-‐–_][A-Z0-9]+)*|"
    r"circRNA[_-]\d+|hsa_circ_?\d+|mmu_circ_?\d+)|(?P<anti>(?:[A-Z][A-Z0-9]{1,9}|C\d{1,2}orf\d{1,3})[-‐–](?:AS|IT|"
    r"OT)\d?)"
    r"|(?P<small>(?:ts|ti|t)RNA[-‐–][A-Z0-9][\w-]*|tRF[-‐–_]\w+|piR[-‐–]\d+|[Ll]i?ncRNA[-‐–]p21)"
    r"|(?P<known>MALAT-?1|HOTAIR|NEAT1|XIST|MEG3|H19|GAS5|TUG1|UCA1|SNHG\d+|HULC|MIAT|CRNDE|"
    r"PVT1|HCP5|ANRIL|DANCR|FENDRR|L(?:INC|inc)-?\d+|MIR\d+HG|KCNQ1OT1|BCYRN1|NORAD|"
    r"LOC\d{5,}|Y[-‐–]?RNA[-‐–]?\d?))(?![A-Za-z0-9])"
)
_EXO_NAME = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Za-z0-9αβ.]++(?:[-‐–/+][A-Za-z0-9αβ.]++){0,4}[-‐–_])?"
    r"(?:[A-Z][A-Za-z0-9]*|[a-z]{1,3}(?=Exos?\b|EVs?\b))?(?:Exos?|"
    r"exos?|sEVs?|EVs?|MVs?|EXOs?|exosomes?|(?<=SC[-‐–])[Ee]xs?|(?<=SCs[-‐–])[Ee]xs?)"
    r"(?:[-‐–][A-Za-z0-9/]+|KD|(?<=Exo)(?!RNA|DNA|[STUY]\b)[A-Z][A-Z0-9]{0,7}|"
    r"(?<=Exo)(?!70|84)\d{2,3}[ab]?|(?<=EV)\d{2,3}[ab]?)?(?![A-Za-z0-9])"
)
_VESICLE_END = re.compile(r"(?:exosomes?|vesicles?|exos?|EVs?|microvesicles?|nanovesicles?)$", re.I)


@dataclass(slots=True)
class Word:
    """A predicate or cue found: token span and what it is."""

    first: int
    last: int
    predicates: tuple[Predicate, ...] = ()
    cue: str = ""


@dataclass(slots=True)
class Analysis:
    """Everything found in one block; token indices count within the block, mention offsets within
    the document.
    """

    offset: int
    tokens: Tokens
    sentences: list[tuple[int, int]]
    """Token spans of the sentences."""
    found: list[Found]
    soft: list[Found]
    predicates: dict[int, Word]
    cues: list[Word]


class DocumentNames:
    """What a document's own abbreviations do to the lexicon: names added, names vetoed."""

    def __init__(self, rules: Rules, defined: dict[str, str], text: str = "") -> None:
        self.defined = defined
        self.groups = numbered(text)
        self.added: dict[tuple[str, ...], Entry] = {}
        self.vetoed: set[tuple[str, ...]] = set()
        self.vesicles: dict[tuple[str, ...], str] = {}
        for short, long in sorted(defined.items()):
            keys = _keys(short)
            if not keys:
                continue
            if _VESICLE_END.search(long) and len(keys) < 5:
                self.vesicles[keys] = long
                continue
            entry = _meaning(long, rules)
            if entry is not None:
                self.added[keys] = entry
            elif (
                short.isalpha()
                and len(short) <= 5
                and not sources.find(tokenize(short), [], rules, defined)
            ):
                self.vetoed.add(keys)


def _keys(text: str) -> tuple[str, ...]:
    keys = [k for k in tokenize(text).keys if k not in "-()"]
    if keys and len(keys[-1]) > 2 and keys[-1][-1] == "s" == text[-1:] and text[:-1].isupper():
        keys[-1] = keys[-1][:-1]
    return tuple(keys)


def _meaning(long: str, rules: Rules) -> Entry | None:
    tokens = tokenize(long)
    if not len(tokens):
        return None
    best: Hit | None = None
    for hit in rules.lexicon.find(tokens):
        if hit.name.entry.kind in ("tissue", "organism"):
            continue
        width = hit.last - hit.first
        covers = width / len(tokens)
        if hit.last < len(tokens) - 1 or covers < 0.5:
            continue
        if best is None or width > best.last - best.first:
            best = hit
    return best.name.entry if best else None


def analyse(
    text: str,
    offset: int,
    rules: Rules,
    names: DocumentNames,
    recognised: Sequence[tuple[int, int, str, float | None]] = (),
) -> Analysis:
    """Find mentions, predicates and cues in a block that starts at ``offset`` of the document.

    ``recognised`` is what trained recognisers found in it: start, end, type and score.
    """
    shown, places = text, called(text, names.groups, offset)
    text = respelled(text, places)
    tokens = tokenized(mirna.respelled(text))
    spans = _token_spans(tokens, sentences_module.split(text))
    hits = list(rules.lexicon.find(tokens))
    candidates: list[Found] = []
    soft: list[Found] = []

    def put(
        first: int,
        last: int,
        kind: str,
        label: str,
        ident: str | None,
        rule: str,
        entry: Entry | None = None,
        **facts: Any,
    ) -> None:
        start, end = tokens.starts[first], tokens.ends[last - 1]
        mention = Mention(kind, offset + start, offset + end, shown[start:end], label, ident, rule)
        (candidates if kind in HARD else soft).append(Found(first, last, mention, entry, facts))

    for name in mirna.find(text):
        first = _at(tokens.starts, name.start)
        last = _at(tokens.starts, name.end - 1) + 1
        mention = Mention(
            "mirna", offset + name.start, offset + name.end, text[name.start : name.end],
            name.label, mirna_accession(name.label, rules), "mirna-grammar",
        )  # fmt: skip
        until = _at(tokens.starts, max(name.name_end - 1, name.start)) + 1
        facts = {"role": name.role, "until": until}
        candidates.append(Found(first, last, mention, None, facts))
    for match in _CARGO.finditer(text):
        group = match.lastgroup or "known"
        start, end = match.span(group)
        first = _at(tokens.starts, start)
        label = re.sub(r"^Circ(?=[A-Z0-9_-]|RNA)", "circ", text[start:end])
        put(first, _at(tokens.starts, end - 1) + 1, "cargo", label, None, "rna-name")
    for span in sources.find(tokens, hits, rules, names.defined):
        tissue = span.tissue
        prefix = span.prefix if tissue is None and span.prefix and len(span.prefix) < 7 else None
        label = (
            tissue.label
            if tissue
            else (f"{prefix.upper() if prefix.islower() else prefix}-MSC" if prefix else "MSC")
        )
        put(
            span.first,
            span.last,
            "source",
            label,
            tissue.id if tissue else sources.MSC_ID,
            "source-grammar",
            tissue,
            organism=span.organism,
            modifications=span.modifications,
        )
    for owner in owning_tissues(tokens, hits, candidates):
        put(
            owner.first, owner.last, "source", owner.tissue.label, owner.tissue.id,
            "source-tissue", owner.tissue, organism=None, modifications=[],
        )  # fmt: skip
        if (at := owner.stands_for) >= 0:
            put(at, at + 1, "vesicle", "extracellular vesicle", "GO:1903561", "ones")
    cell_names: set[int] = set()
    for hit in hits:
        entry = hit.name.entry
        kind = entry.kind
        if (
            kind == "gene"
            and hit.last < len(tokens)
            and (
                tokens.keys[hit.last] == "cells"
                or tokens.keys[hit.last : hit.last + 2] == ["cell", "line"]
                or (tokens.keys[hit.last] == "+" and tokens.glued(hit.last))
            )
        ):
            cell_names.update(range(hit.first, hit.last))
            continue  # "CD4+ cells" names a cell, not what became of the protein
        if kind == "gene" and (hit.first in cell_names or _no_gene(tokens, hit.first, hit.last)):
            continue
        if kind == "tissue" or (hit.name.facts.get("cased") and tokens.words[hit.first].islower()):
            continue
        if (names.vetoed or names.added) and hit.last - hit.first <= 4:
            keys = tuple(k for k in tokens.keys[hit.first : hit.last] if k != "-")
            word = tokens.words[hit.first]
            if len(keys) == 1 and word.endswith("s") and word[:-1].isupper():
                keys = (keys[0][:-1],)  # "NPCs" where the document defines NPC
            if keys in names.vetoed:
                continue
            if keys[:1] in names.vetoed and len(keys) > 1:
                rest = tokens.text[tokens.ends[hit.first] : tokens.ends[hit.last - 1]]
                if not told_in_full(names.defined.get(word), rest, entry, rules):
                    continue  # "ECM secretion" is that of what the document calls ECM
            meant = names.added.get(keys[:1])
            if meant is not None and entry is not meant and keys[1:] and set(keys[1:]) <= _BEARERS:
                continue  # "AD mice" where AD is atopic dermatitis
            if keys in names.added and names.added[keys] is not entry:
                continue
        _put_entry(put, rules, entry, hit.first, hit.last, hit.name.facts)
    if names.added:
        _find_added(tokens, names, rules, put)
    if names.vesicles:
        _find_vesicles(tokens, names, put)
        inside = {i for f in soft if f.facts.get("short") for i in range(f.first, f.last)}
        candidates = [
            c for c in candidates
            if c.kind in ("mirna", "source") or not any(i in inside for i in range(c.first, c.last))
        ]  # fmt: skip
    for match in _EXO_NAME.finditer(text):
        first = _at(tokens.starts, match.start())
        if "-" in match.group():  # "AD-Exo" are of fat, not of Alzheimer's disease
            candidates = [c for c in candidates if c.kind != "disease" or c.first != first]
        last = _at(tokens.starts, match.end() - 1) + 1
        if not any(f.kind == "vesicle" and f.first < last and first < f.last for f in soft):
            put(
                first,
                last,
                "vesicle",
                "extracellular vesicle" if "EV" in match.group() else "exosome",
                "GO:1903561" if "EV" in match.group() else "GO:0070062",
                "vesicle-name",
            )
    tell_groups(tokens, soft, places)
    chained = chains(tokens, candidates)
    candidates = [
        c for c in candidates
        if not (names_axis(tokens, c, candidates, chained) or no_name(tokens, c))
    ]  # fmt: skip
    found = _select(tokens, candidates)
    found = with_short_forms(tokens, found, offset)
    found = name_collagens(tokens, found, rules, offset)
    found = shared_heads(tokens, found, rules, offset)
    pair_shifts(found, rules)
    found = join_models(tokens, found)
    told = wordings.find(tokens, found, soft, rules, offset, spans)
    told += measures.find(tokens, [*found, *told], rules, offset)
    told += measures.of_portions(tokens, [*found, *told], rules, offset)
    if told:
        found = wordings.set_in(told, found)
    found = join_pathways(tokens, found, rules, chained)
    name_pathways(tokens, found, rules, chained)
    found = with_kin(tokens, found, rules, offset)
    found = cell_fates.find(tokens, found, soft, rules, offset)
    if recognised:
        taken = {i for f in (*found, *soft) for i in range(f.first, f.last)}
        for first, last, label in recognised_cells(tokens, recognised, taken):
            put(first, last, "cell", label, None, "recogniser:cell")
    compose_cells(tokens, found, soft, spans, rules)
    found = with_infiltrates(tokens, found, soft, rules, offset)
    found = with_disease(tokens, found, spans, rules, offset)
    found = organs.compose(tokens, found, rules, offset)
    found = with_harmed_parts(tokens, found, rules, offset)
    # vague words only keep their parts from being read as something else
    vague = [f for f in found if f.kind == "effect" and f.entry and "vague" in f.entry.flags]
    found = [f for f in found if f not in vague]
    predicates = _words(rules, tokens, found)
    candidates = open_vocabulary.find(
        tokens, found, [*soft, *vague], predicates, names.defined, offset, recognised, rules
    )
    found = [f for f in found if "overruled" not in f.facts]
    if candidates:
        found = sorted([*found, *candidates], key=lambda f: f.first)
        covered = {i for f in candidates for i in range(f.first, f.last)}
        predicates = {i: w for i, w in predicates.items() if i not in covered}
    cues = [
        Word(h.first, h.last, cue=h.name.entry.kind)
        for h in rules.cues.find(tokens)
        if not (tokens.keys[h.first] in _SPONGES and tokens.keys[h.first - 1] in _SCAFFOLDS)
        and not (tokens.keys[h.first] == "nor" and tokens.keys[h.last : h.last + 1] == ["-"])
    ]
    soft.sort(key=lambda f: (f.first, -f.last))
    return Analysis(offset, tokens, spans, found, soft, predicates, cues)


_SPONGES = ("sponge", "sponges")
_SCAFFOLDS = frozenset(
    "silk chitosan gelatin gelatine collagen fibrin alginate cellulose hyaluronic acid "
    "polymer".split()
)
_HIPPOCAMPAL = frozenset(
    "region regions subfield subfields area pyramidal neurons field and hilar".split()
)


def _no_gene(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a gene's name is another thing: a part of the hippocampus, cells ("ASCs")."""
    word = tokens.text[tokens.starts[first] : tokens.ends[last - 1]]
    if word in ("CA1", "CA2", "CA3"):
        near = tokens.keys[max(0, first - 6) : last + 4]
        return bool(_HIPPOCAMPAL & set(tokens.keys[last : last + 2])) or any(
            k.startswith(("hippocamp", "dentate")) for k in near
        )
    return last - first == 1 and len(word) <= 5 and word[-1] == "s" and word[:-1].isupper()


def _put_entry(
    put: Any, rules: Rules, entry: Entry, first: int, last: int, facts: dict[str, Any]
) -> None:
    if entry.kind == "model":
        disease = rules.entry("disease", entry.facts.get("disease", ""))
        put(
            first,
            last,
            "disease",
            # no disease of its own: the inducer stands for it
            disease.label if disease else entry.facts.get("inducer", entry.label),
            disease.id if disease else None,
            entry.rule,
            entry,
            inducer=entry.facts.get("inducer"),
            setting=entry.facts.get("setting"),
            model=True,
        )
    else:
        put(first, last, entry.kind, entry.label, entry.id, entry.rule, entry, **facts)


def _find_added(tokens: Tokens, names: DocumentNames, rules: Rules, put: Any) -> None:
    by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for keys, entry in names.added.items():
        by_first.setdefault(keys[0], []).append((keys, entry))
    for first in tuple(by_first):
        by_first.setdefault(first + "s", by_first[first])
    for i in [i for i, key in enumerate(tokens.keys) if key in by_first]:
        if (tokens.glued(i) and tokens.text[tokens.starts[i] - 1].isalnum()):
            continue
        for keys, entry in by_first[tokens.keys[i]]:
            j, ok = i, True
            for want in keys:
                while j < len(tokens) and tokens.keys[j] == "-" and j > i:
                    j += 1
                if j >= len(tokens) or tokens.keys[j] not in (want, want + "s"):
                    ok = False
                    break
                j += 1
            end = tokens.ends[j - 1]
            word = tokens.words[i]
            if (
                ok
                and not (j < len(tokens) and tokens.starts[j] == end and tokens.text[end].isalnum())
                and not (len(word) > 1 and word.islower() and len(keys) == 1)
            ):
                _put_entry(put, rules, entry, i, j, {})


def _find_vesicles(tokens: Tokens, names: DocumentNames, put: Any) -> None:
    """Short forms that the document defined as vesicles ("MSC-DEs")."""
    begin = {first for keys in names.vesicles for first in (keys[0], keys[0] + "s")}
    for i in [i for i, key in enumerate(tokens.keys) if key in begin]:
        if tokens.glued(i) and tokens.text[tokens.starts[i] - 1].isalnum():
            continue
        for keys in names.vesicles:
            j = i
            for want in keys:
                while j > i and j < len(tokens) and tokens.keys[j] == "-":
                    j += 1
                if j >= len(tokens) or tokens.keys[j] not in (want, want + "s") or (
                    j > i and not tokens.glued(j)
                ):
                    break
                j += 1
            else:
                label, ident = _vesicle_of(names.vesicles[keys], tokens.words[j - 1])
                put(i, j, "vesicle", label, ident, "vesicle-short-form", short=True)


def _vesicle_of(long: str, short: str) -> tuple[str, str]:
    """Label and identifier of vesicles by what their short form stands for."""
    text = long.lower()
    if "exo" in text.rsplit(" ", 1)[-1] or "exo" in short.lower():
        return "exosome", "GO:0070062"
    if "microvesicle" in text:
        return "microvesicle", "GO:1990742"
    return "extracellular vesicle", "GO:1903561"


def _at(starts: list[int], offset: int) -> int:
    return max(bisect_right(starts, offset) - 1, 0)


def _token_spans(tokens: Tokens, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    out = []
    i, n = 0, len(tokens)
    for _, end in spans:
        first = i
        while i < n and tokens.starts[i] < end:
            i += 1
        if i > first:
            out.append((first, i))
    return out


def _select(tokens: Tokens, candidates: list[Found]) -> list[Found]:
    """One overlap policy for all: the longer mention wins, then the surer kind."""
    overlapped = set()
    for d in candidates:
        if d.kind == "disease" and {"in", "of"} & set(tokens.keys[d.first : d.last]):
            for e in candidates:
                if e.kind == "effect" and e.first < d.first < e.last < d.last:
                    e.facts.setdefault("inside", d)  # "closure of wounds in diabetic mice"
                    overlapped.add(id(d))
    order = sorted(
        (f for f in candidates if id(f) not in overlapped),
        key=lambda f: (f.first - f.last, _PRIORITY[f.kind], f.first, f.mention.label),
    )
    taken: list[Found] = []
    used: dict[int, Found] = {}
    for f in order:
        blockers = [used[i] for i in range(f.first, f.last) if i in used]
        if blockers:
            top = blockers[0]
            same = (top.first, top.last) == (f.first, f.last)
            if same and {top.kind, f.kind} == {"effect", "disease"}:
                top.facts.setdefault("also", f)
            elif f.kind == "disease" and top.kind == "effect" and f.last <= top.last:
                inner = top.facts.setdefault("inside", f)  # "growth of gastric cancer"
                if inner.first == top.first and f.first >= inner.last:
                    top.facts["inside"] = f  # "bone loss in periodontitis"
            continue
        taken.append(f)
        for i in range(f.first, f.last):
            used[i] = f
    return sorted(taken, key=lambda f: f.first)


def _words(rules: Rules, tokens: Tokens, found: list[Found]) -> dict[int, Word]:
    covered = {i for f in found for i in range(f.first, f.last)}
    out: dict[int, Word] = {}
    end = 0
    best: dict[int, tuple[int, list[Predicate]]] = {}
    for hit in rules.predicates.find(tokens):
        if any(i in covered for i in range(hit.first, hit.last)):
            continue
        last, predicates = best.get(hit.first, (hit.last, []))
        if hit.last == last:
            predicates.append(hit.name.entry.facts["predicate"])
            best[hit.first] = (last, predicates)
    for first in sorted(best):
        last, predicates = best[first]
        if first >= end:
            out[first] = Word(first, last, tuple(predicates))
            end = last
    return out
