"""Pathways named by their members or by a word behind a gene's name: "the PI3K/Akt/mTOR axis", "the
Akt and ERK pathways", "through NF-κB".
"""

from __future__ import annotations

import re

from extractor.components.found import Found
from extractor.components.words import BE
from extractor.lexicon import Entry
from extractor.records import Mention
from extractor.rules import Rules
from extractor.tokens import Tokens, tokenize


def chains(tokens: Tokens, candidates: list[Found]) -> frozenset[int]:
    """Tokens chained to a carried RNA ("/SIRT1/FOXO3" in "the miR-34a/SIRT1/FOXO3 axis").

    Its members act one on the other: each is a target of its own, none names a pathway.
    """
    out: set[int] = set()
    for f in candidates:
        if f.kind not in ("mirna", "cargo"):
            continue
        k = f.last
        while (
            k + 1 < len(tokens)
            and (tokens.glued(k) or tokens.glued(k + 1))
            and (tokens.keys[k] in ("/", "-", "→") or k - 1 in out)
            and tokens.keys[k] not in (",", ".", ";", "(", ")")
        ):
            out.add(k)
            k += 1
    return frozenset(out)


def names_axis(tokens: Tokens, f: Found, candidates: list[Found], chained: frozenset[int]) -> bool:
    """Whether a pathway of the lexicon is here the axis of a miRNA, so that its members count."""
    if (
        f.kind != "gene"
        or f.first not in chained
        or f.entry is None
        or f.entry.facts.get("kind") != "pathway"
    ):
        return False
    if tokens.keys[f.last - 1] == "axis":
        return True
    return any(
        c.kind == "gene"
        and c.first == f.first
        and c.entry is not None
        and c.entry.facts.get("kind") == "gene"
        and f.last - c.last <= 2
        and "/" not in tokens.keys[c.last : f.last]
        for c in candidates
    )


def name_pathways(
    tokens: Tokens, found: list[Found], rules: Rules, chained: frozenset[int] = frozenset()
) -> None:
    """Read three pathways in "the Akt, ERK and STAT3 signaling pathways"."""
    for i, f in enumerate(found):
        if f.kind != "gene" or f.last >= len(tokens):
            continue
        if f.first in chained and f.entry is not None and f.entry.facts.get("kind") == "gene":
            continue
        if f.mention.label == "NF-κB" and _at_work(tokens, found, i):
            _as_pathway(f, rules)
        if tokens.keys[f.last] in _PATHWAY_WORDS and not f.mention.label.endswith(" signaling"):
            _as_pathway(f, rules, made=True)
        named = tokens.keys[f.last - 1] in _PATHWAY_WORDS
        plural = tokens.keys[f.last - 1] == "pathways" or tokens.keys[f.last] == "pathways"
        if not (plural and (named or tokens.keys[f.last] in _PATHWAY_WORDS)):
            continue
        k = i - 1
        last = f
        while (
            k >= 0
            and found[k].kind == "gene"
            and all(t in (",", "and", "/") for t in tokens.keys[found[k].last : last.first])
        ):
            _as_pathway(found[k], rules)
            last = found[k]
            k -= 1
        _as_pathway(f, rules)


def _at_work(tokens: Tokens, found: list[Found], i: int) -> bool:
    """Whether a transcription factor is told as what acts, not as how much of it there is:
    "through NF-κB", "NF-κB was inactivated", "less NF-κB activity".
    """
    keys, f = tokens.keys, found[i]
    behind = keys[f.last : f.last + 3]
    k = i
    while k and found[k - 1].kind == "gene" and _BETWEEN.issuperset(
        keys[found[k - 1].last : found[k].first]
    ):  # fmt: skip
        k -= 1
    before = keys[max(0, found[k].first - 3) : found[k].first]
    while before and before[-1] in ("the", "of", "both"):
        before = before[:-1]
    if before and (before[-1] in ("through", "via") or before[-2:] == ["by", "way"]):
        return True
    if k < i:
        return False  # "activation of STAT3 and NF-κB": two factors
    if before and before[-1].startswith("inactivat"):
        return True
    if behind and behind[0] in BE and any(w.startswith("inactivat") for w in behind[1:]):
        return True
    return (
        (bool(behind) and behind[0] in _WORKINGS)
        or behind[:2] in (["nuclear", "translocation"], ["transcriptional", "activity"])
        or (bool(before) and before[-1] in _WORKINGS and keys[f.first - 1] in ("of", "the"))
    )  # fmt: skip


_BETWEEN = frozenset((",", "and", "or"))
_WORKINGS = frozenset("activity activities activation response responses translocation".split())
"""What a factor does, as against how much of it there is."""


def _as_pathway(f: Found, rules: Rules, *, made: bool = False) -> None:
    """Let a gene's name stand for its pathway; ``made``: also for one that no lexicon knows."""
    base = f.entry.label if f.entry is not None else f.mention.label
    entry = rules.entry("gene", f"{base} signaling")
    if entry is not None:
        f.entry = entry
        f.mention.label, f.mention.id, f.mention.rule = entry.label, entry.id, entry.rule
    elif made and f.entry is not None and "context" not in f.entry.flags:
        f.facts["pathway"] = True
        f.facts["named"] = f.mention.label, f.mention.id, f.mention.rule
        f.entry = None
        f.mention.label, f.mention.id, f.mention.rule = f"{base} signaling", None, "pathway-name"


_PATHWAY_WORDS = frozenset(
    "pathway pathways signaling signalling cascade cascades signal signals".split()
)
_NAMES_CHAIN = _PATHWAY_WORDS | {"axis", "axes"}
_SIGNALS = frozenset(
    "PI3K AKT MTOR MAPK ERK JNK P38 JAK JAK2 STAT STAT3 WNT CTNNB1 NF-κB TLR4 MYD88 TGFB1 "
    "TGFB SMAD SMAD2 SMAD3 SMAD2/3 AMPK PRKAA1 SIRT1 NFE2L2 HMOX1 KEAP1 KEAP1 RAS RAF MEK "
    "NOS3 GSK3B HIF1A VEGFA NOTCH1 PTEN".split()
)


def _without_totals(tokens: Tokens, found: list[Found]) -> list[Found]:
    """Leave out the second name in "p-AKT/AKT": how much of the first there was."""
    out: list[Found] = []
    for f in found:
        last = out[-1] if out else None
        if (
            last is not None
            and f.kind == last.kind == "gene"
            and f.mention.label == last.mention.label
            and tokens.keys[last.last : f.first] == ["/"]
        ):
            continue
        out.append(f)
    return out


_SHORT = re.compile(r"^.*\(([^()]+)\)$")


def _pathway_called(name: str, rules: Rules) -> Entry | None:
    """The pathway of the lexicon that goes by a name or one of its synonyms."""
    named = tokenize(name)
    for hit in rules.lexicon.find(named):
        if hit.first == 0 and hit.last == len(named) and hit.name.entry.kind == "gene":
            return hit.name.entry
    return None


def _as_member(m: Mention) -> str:
    """How a member is called in the name of a chain; a pathway by its label, unless the text names
    it by other members ("CaMK/Raf/MEK/ERK").
    """
    name = m.label.removesuffix(" signaling")
    first = name.partition("/")[0].casefold()
    if m.label == "AKT" or (name != m.label and m.text.casefold().startswith(first)):
        return name
    words = m.text.split()
    return _SHORT.sub(r"\1", " ".join(words[:-1] if words[-1] in _NAMES_CHAIN else words))


def join_pathways(
    tokens: Tokens, found: list[Found], rules: Rules, chained: frozenset[int] = frozenset()
) -> list[Found]:
    """A pathway named by its members ("PI3K/Akt/mTOR") is one target of kind pathway."""
    out: list[Found] = []
    found = _without_totals(tokens, found)
    i = 0
    while i < len(found):
        f = found[i]
        j = i
        while (
            f.kind == "gene"
            and j + 1 < len(found)
            and found[j + 1].kind == "gene"
            and found[j + 1].first - found[j].last == 1
            and tokens.keys[found[j].last] in ("/", "-")
            and tokens.glued(found[j].last)
            and tokens.glued(found[j + 1].first)
        ):
            j += 1
        if j > i:
            members = found[i : j + 1]
            last = members[-1].last
            tail_label = members[-1].mention.label
            named = (last < len(tokens) and tokens.keys[last] in _NAMES_CHAIN) or (
                tail_label.endswith(" signaling") and tokens.keys[last - 1] in _NAMES_CHAIN
            )
            slashed = tokens.keys[f.last] == "/"
            if f.first in chained and not all(m.mention.label in _SIGNALS for m in members):
                out.append(f)  # "miR-21/PTEN/AKT": the first is what the miRNA acts on
                i += 1
                continue
            if slashed and (named or all(m.mention.label in _SIGNALS for m in members)):
                start, end = f.mention.start, members[-1].mention.end
                text = tokens.text[tokens.starts[f.first] : tokens.ends[last - 1]]
                label = "/".join(_as_member(m.mention) for m in members) + " signaling"
                entry = (
                    rules.entry("gene", label)
                    or _pathway_called(label, rules)
                    or rules.entry(
                        "gene", "/".join(m.mention.label for m in members) + " signaling"
                    )
                )
                mention = Mention(
                    "gene",
                    start,
                    end,
                    text,
                    entry.label if entry else label,
                    entry.id if entry else None,
                    "pathway-members",
                )
                out.append(Found(f.first, last, mention, entry, {"pathway": True}))
                i = j + 1
                continue
        out.append(f)
        i += 1
    return out
