"""Mentions that stand side by side and are one thing, and one mention that is two: models with what
induced them, short forms, shifts.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.components.found import Found
from extractor.lexicon import Entry
from extractor.records import Mention
from extractor.rules import Rules
from extractor.tokens import Tokens, tokenize


def with_short_forms(tokens: Tokens, found: list[Found], offset: int) -> list[Found]:
    """Make one mention of "phosphatase and tensin homolog (PTEN)"."""
    out: list[Found] = []
    for f in found:
        last = out[-1] if out else None
        if (
            last is not None
            and f.kind == last.kind
            and f.kind in ("gene", "effect", "disease")
            and f.mention.label == last.mention.label
            and tokens.keys[last.last : f.first] == ["("]
            and f.last < len(tokens)
            and tokens.keys[f.last] == ")"
        ):
            m = last.mention
            end = tokens.ends[f.last]
            text = tokens.text[tokens.starts[last.first] : end]
            mention = Mention(
                m.kind, m.start, offset + end, text, m.label, m.id, m.rule, facts=m.facts
            )
            out[-1] = Found(last.first, f.last + 1, mention, last.entry, {**f.facts, **last.facts})
            continue
        out.append(f)
    return out


_ROMAN = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "x": 10, "1": 1, "2": 2, "3": 3, "4": 4,
}  # fmt: skip
_CHAIN = ("alpha", "α", "a")
_LISTING = frozenset(", and or / & type types".split())


def name_collagens(tokens: Tokens, found: list[Found], rules: Rules, offset: int) -> list[Found]:
    """Read two genes in "collagen types I and III", "type I, III collagen"."""
    out: list[Found] = []
    for f in found:
        if f.kind != "gene" or not f.mention.text.lower().startswith(("collagen", "type")):
            out.append(f)
            continue
        places = _numerals(tokens, f)
        if f.mention.label == "collagen" and not places:
            out.append(_as_effect(f, rules))  # collagen of no named type is what is laid down
            continue
        end = max([f.last, *(i + 1 for i in places)])
        if end < len(tokens) and tokens.keys[end] in ("deposition", "accumulation"):
            entry = rules.entry("effect", "collagen deposition")
            if entry is not None:
                start, stop = tokens.starts[f.first], tokens.ends[end]
                mention = Mention(
                    "effect", offset + start, offset + stop, tokens.text[start:stop], entry.label,
                    entry.id, entry.rule,
                )  # fmt: skip
                out.append(Found(f.first, end + 1, mention, entry, {}))
                continue
        genes = [(i, rules.entry("gene", f"COL{_ROMAN[tokens.keys[i]]}A1")) for i in places]
        if len(genes) < 2 or any(entry is None for _, entry in genes):
            out.append(f)
            continue
        for i, entry in genes:
            assert entry is not None
            start, end = tokens.starts[i], tokens.ends[i]
            mention = Mention(
                "gene", offset + start, offset + end, tokens.text[start:end], entry.label,
                entry.id, entry.rule,
            )  # fmt: skip
            out.append(Found(i, i + 1, mention, entry, {}))
    return sorted(out, key=lambda f: f.first)


def _as_effect(f: Found, rules: Rules) -> Found:
    entry = rules.entry("effect", "collagen deposition")
    if entry is None:
        return f
    m = f.mention
    mention = Mention("effect", m.start, m.end, m.text, entry.label, entry.id, entry.rule)
    return Found(f.first, f.last, mention, entry, {})


def _numerals(tokens: Tokens, f: Found) -> list[int]:
    """Tokens of the numerals that stand in and beside the name of a collagen."""
    keys = tokens.keys
    first, last = f.first, f.last
    while first > 0 and (keys[first - 1] in _ROMAN or keys[first - 1] in _LISTING):
        first -= 1
    while last < len(keys) and (keys[last] in _ROMAN or keys[last] in _LISTING):
        last += 1
    while first < f.first and keys[first] not in _ROMAN:
        first += 1
    while last > f.last and keys[last - 1] not in _ROMAN:
        last -= 1
    # the chain's number is none of the type's ("collagen type I alpha 2")
    return [i for i in range(first, last) if keys[i] in _ROMAN and keys[i - 1] not in _CHAIN]


_INDUCED = frozenset(
    "- induced model models of acute chronic murine mouse rat experimental a an the in ( ) "
    "injured treated mediated associated".split()
)


_WORDLESS = ("disease", "inflammation", "injury")
"""Names that say nothing of the disease but that it is one."""


def join_models(tokens: Tokens, found: list[Found]) -> list[Found]:
    """Make one mention of "cisplatin-induced AKI": the disease, with what induced it."""
    out: list[Found] = []
    for f in found:
        last = out[-1] if out else None
        if (
            last is not None
            and f.kind == "disease"
            and last.kind == "disease"
            and last.facts.get("model")
            and not f.facts.get("model")
            and f.first - last.last <= 4
            and all(k in _INDUCED for k in tokens.keys[last.last : f.first])
            and ("induced" in tokens.keys[last.first : f.first] or f.first == last.last)
        ):
            m = f.mention
            start = last.mention.start
            text = tokens.text[tokens.starts[last.first] : tokens.ends[f.last - 1]]
            if f.entry is not None and "generic" in f.entry.flags and m.label in _WORDLESS:
                m = replace(last.mention, end=m.end, text=text)  # "CCl4-induced disease"
                out[-1] = Found(last.first, f.last, m, last.entry, last.facts)
                continue
            mention = Mention("disease", start, m.end, text, m.label, m.id, m.rule)
            out[-1] = Found(
                last.first,
                f.last,
                mention,
                f.entry,
                {
                    **f.facts,
                    "inducer": last.facts.get("inducer"),
                    "setting": last.facts.get("setting"),
                    "model": True,
                    "joined": True,
                },
            )
            continue
        out.append(f)
    return out


def shared_heads(
    tokens: Tokens, found: list[Found], rules: Rules, offset: int
) -> list[Found]:
    """Read two kinds of cells in "CD86+ and CD206+ cells", which share their noun."""
    out: list[Found] = []
    keys, starts, ends = tokens.keys, tokens.starts, tokens.ends
    for f in found:
        plus = next((i for i in range(f.first, f.last - 1) if keys[i] == "+"), None)
        if (
            f.kind == "effect" and plus is not None and f.first > 2
            and keys[f.first - 1] in ("and", "or") and keys[f.first - 2] == "+"
        ):  # fmt: skip
            first = f.first - 2
            while first and tokens.glued(first):
                first -= 1
            name = tokens.text[starts[first] : ends[f.first - 2]]
            phrase = tokenize(f"{name} {tokens.text[starts[plus + 1] : ends[f.last - 1]]}")
            hits = [h for h in rules.lexicon.find(phrase) if h.last - h.first == len(phrase)]
            entry = next((h.name.entry for h in hits if h.name.entry.kind == "effect"), None)
            if entry is not None and not any(first < g.last for g in out):
                m = Mention(
                    "effect", offset + starts[first], offset + ends[f.first - 2], name,
                    entry.label, entry.id, entry.rule,
                )  # fmt: skip
                out.append(Found(first, f.first - 1, m, entry, {}))
        elif plus is None and (cells := _cells_by_number(tokens, f, out, rules)):
            before = out.pop()
            m = before.mention
            out.append(Found(before.first, before.last, Mention(
                "effect", m.start, m.end, m.text, cells.label, cells.id, cells.rule), cells, {}))
        out.append(f)
    return _shared_bearers(tokens, out, rules)


def _shared_bearers(tokens: Tokens, found: list[Found], rules: Rules) -> list[Found]:
    """Read the growth of a tumour in "growth and metastasis of gastric cancer", as in "growth of
    gastric cancer": what stands behind "of" is shared by the list.
    """
    keys = tokens.keys
    for i, f in enumerate(found):
        if f.kind != "effect" or f.last - f.first > 1 or keys[f.last : f.last + 1] not in (
            ["and"], [","]
        ):  # fmt: skip
            continue
        k = i + 1
        while k < len(found) and found[k].kind == "effect" and "inside" not in found[k].facts and (
            set(keys[found[k - 1].last : found[k].first]) <= {"and", ","}
        ):
            k += 1
        last = found[k - 1] if k > i + 1 else None
        if last is None or keys[last.last : last.last + 1] != ["of"]:
            if k >= len(found) or "inside" not in found[k].facts or (
                not set(keys[found[k - 1].last : found[k].first]) <= {"and", ","}
            ):
                continue
            bearer = found[k].facts["inside"].mention.text  # "metastasis of gastric cancer"
        elif k < len(found) and found[k].kind == "disease" and found[k].first - last.last < 3:
            bearer = found[k].mention.text
            if keys[found[k].last : found[k].last + 1] in (["cells"], ["cell"]):
                continue
        else:
            continue
        phrase = tokenize(f"{f.mention.text} of {bearer}")
        hits = [h for h in rules.lexicon.find(phrase) if h.last - h.first == len(phrase)]
        entry = next((h.name.entry for h in hits if h.name.entry.kind == "effect"), None)
        if entry is not None and entry.label != f.mention.label:
            m = replace(f.mention, label=entry.label, id=entry.id, rule=entry.rule)
            found[i] = Found(f.first, f.last, m, entry, f.facts)
    return found


def _cells_by_number(
    tokens: Tokens, f: Found, before: list[Found], rules: Rules
) -> Entry | None:
    """The cells that the name before "and" shares its noun for: "CD4 and CD8 T cells"."""
    if f.kind != "effect" or tokens.keys[f.first] != "cd" or not before:
        return None
    last, first = before[-1], f.first
    if last.kind != "gene" or last.last != first - 1 or tokens.keys[first - 1] not in ("and", "/"):
        return None
    if not re.fullmatch(r"CD\d+", last.mention.text):
        return None
    return rules.entry("effect", f"{last.mention.text}+ T cells")


_SHIFT = re.compile(
    r"\b(?P<a>M1|Th1|Th17)\W+(?:(?:phenotype|state|type|polarization|polarisation|macrophages?|"
    r"microglia|cells?|like|dominant) ){0,2}(?:to|into|towards?)[ -](?:the |an? )?"
    r"(?P<b>M2|Th2|Treg)",
    re.I,
)
_SHIFTED = {"M1": "M1 polarization", "M2": "M2 polarization"}
_CALMED = re.compile(r"pro-?(?:inflammatory)?\b.* to .*\banti-?inflammatory", re.I)
_LINEAGE = re.compile(r"from (?:adipogen|fat)\w* to (?:osteogen|bone)", re.I)
_POLARIZED = ("M1 polarization", "M2 polarization")
_LINEAGES = ("adipogenic differentiation", "osteogenic differentiation")


def pair_shifts(found: list[Found], rules: Rules) -> None:
    """Read two effects in "from M1 to M2", "from a pro-inflammatory to an anti-inflammatory
    phenotype": less of the one, more of the other.
    """
    for f in found:
        if f.kind != "effect":
            continue
        match = _SHIFT.search(f.mention.text)
        if _LINEAGE.match(f.mention.text):
            labels: tuple[str, ...] = _LINEAGES
        elif f.mention.label in _POLARIZED and _CALMED.search(f.mention.text):
            labels = _POLARIZED
        elif match is None or match["a"].upper() != "M1":
            continue
        else:
            labels = tuple(_SHIFTED[match[g].upper()] for g in "ab")
        first, second = (rules.entry("effect", label) for label in labels)
        if first is None or second is None:
            continue
        m = f.mention
        f.entry, f.facts["sign"] = first, -1
        m.label, m.id = first.label, first.id
        other = Mention("effect", m.start, m.end, m.text, second.label, second.id, second.rule)
        f.facts["pair"] = Found(f.first, f.last, other, second, {})
