"""Effects named together: "fibrosis of skin, lung and liver" is three, "liver and kidney function"
two.
"""

from __future__ import annotations

from typing import Any

from extractor.components.found import Found
from extractor.lexicon import Entry
from extractor.records import Mention
from extractor.rules import Rules
from extractor.tokens import Tokens, tokenize


def _map(text: str) -> dict[str, tuple[str, ...]]:
    out = {}
    for line in text.strip().splitlines():
        names, words = line.split(":")
        for word in words.split():
            out[word] = tuple(names.split())
    return out


_ORGANS = _map(
    """
    cardiac: heart hearts cardiac myocardium myocardial ventricle ventricular
    pulmonary lung: lung lungs pulmonary
    liver: liver livers hepatic
    renal: kidney kidneys renal tubulointerstitium
    skin: skin dermis dermal cutaneous
    muscle: muscle muscles
    intestinal: gut colon colonic intestine intestinal bowel ileum
    pancreatic: pancreas pancreatic
    joint: joint joints synovium synovial
    brain neuro: brain brains hippocampus cortex cerebral spinal striatum hippocampal
    retinal: retina retinas retinal
    endometrial uterine: endometrium endometrial uterus uterine
    peritoneal: peritoneum peritoneal
    vascular: vessel vessels aorta aortic artery arteries
    periodontal: periodontium periodontal gingiva gingival
    """
)
"""Words for organs, and what stands before an effect that is named for them."""
_BASES = ("fibrosis", "inflammation", "edema")
_PASSED = frozenset(
    "the a in of both ischemic ischaemic injured obstructed diseased their , and".split()
)
_WITHIN = 6


def compose(tokens: Tokens, found: list[Found], rules: Rules, offset: int) -> list[Found]:
    """Name fibrosis, inflammation and oedema for the organs that stand behind them.

    Args:
        tokens: Tokens of a block.
        found: Mentions of the block, in order.
        rules: For labels and identifiers.
        offset: Offset of the block in the document text.
    """
    out = list(found)
    taken = {i for f in found for i in range(f.first, f.last)}
    for f in found:
        if f.kind != "effect" or f.entry is None or f.mention.label not in _BASES:
            continue
        if f.last >= len(tokens) or tokens.keys[f.last] not in ("of", "in"):
            continue
        base = f.mention.label
        for n, i in enumerate(_behind(tokens, f.last + 1)):
            names = (f"{name}{base}" if name == "neuro" else f"{name} {base}"
                     for name in _ORGANS[tokens.keys[i]])  # fmt: skip
            entry = next((e for e in (rules.entry("effect", name) for name in names) if e), None)
            if entry is None:
                continue
            if n == 0:
                f.entry = entry
                f.mention.label, f.mention.id, f.mention.rule = entry.label, entry.id, entry.rule
            elif i not in taken:
                out.append(_effect(tokens, i, i + 1, entry, dict(f.facts), offset))
    _name_growth(tokens, out, rules)
    out += _heads_shared(tokens, out, rules, offset)
    return sorted([*out, *_heads_carried_on(tokens, out, rules, offset)], key=lambda f: f.first)


_GROWTH = {
    **dict.fromkeys(
        "tumor tumors tumour tumours xenograft xenografts carcinoma carcinomas adenocarcinoma pdx "
        "pdxs glioma gliomas melanoma melanomas sarcoma sarcomas osteosarcoma lymphoma lymphomas "
        "leukemia leukaemia glioblastoma glioblastomas cancer cancers neoplasm neoplasms "
        "neuroblastoma metastases myeloma hepatoma mesothelioma insulinoma teratoma".split(),
        "tumor growth",
    ),
    **dict.fromkeys("aorta aortic aneurysm aneurysms aneurysmal".split(), "aneurysm growth"),
    **dict.fromkeys("hair hairs".split(), "hair growth"),
    **dict.fromkeys("plaque plaques".split(), "atherosclerotic plaque"),
    **dict.fromkeys("lesion lesions".split(), "lesion volume"),
    **dict.fromkeys("cyst cysts".split(), "cyst formation"),
    **dict.fromkeys("hematoma haematoma".split(), "hematoma volume"),
    **dict.fromkeys("vessel vessels capillary capillaries".split(), "angiogenesis"),
    **dict.fromkeys("bacteria bacterial".split(), "bacterial load"),
    **dict.fromkeys("axon axons axonal".split(), "axonal growth"),
    **dict.fromkeys("fetus fetuses fetal foetus foetuses foetal".split(), "fetal growth"),
}  # fmt: skip
"""What "growth" is where these words say of what."""
_GROWS = ("growth", "outgrowth", "growth rate", "expansion", "enlargement")
_GROWTH_WITHIN = 8
_GROWN_WITH = frozenset("metastasis angiogenesis progression invasion spread".split())
"""What tumours do besides growing, of which "of" tells too: "growth and metastasis of tumours"."""
_GROWTH_ENDS = frozenset(
    "in by with after and or through via was were is are that which from".split()
)


def _name_growth(tokens: Tokens, found: list[Found], rules: Rules) -> None:
    """Name growth for what grew: "growth of SGC-7901 xenografts", "PDX growth", "aortic growth"."""
    for f in found:
        if f.kind != "effect" or f.entry is None or f.entry.label != "cell proliferation":
            continue
        if f.mention.text.casefold() not in _GROWS:
            continue
        entry = rules.entry("effect", _grown(tokens, f) or "")
        if entry is not None:
            f.entry = entry
            f.mention.label, f.mention.id, f.mention.rule = entry.label, entry.id, entry.rule
            f.facts.pop("cell", None)
            f.mention.facts.pop("cell", None)


def _grown(tokens: Tokens, f: Found) -> str | None:
    """What the growth of the word before it is called, or else of the noun behind "of"."""
    keys = tokens.keys
    before = f.first - 1
    while before > 0 and keys[before] == "-":
        before -= 1
    if before >= 0 and keys[before] in _GROWTH:
        return _GROWTH[keys[before]]
    last = f.last
    if keys[last : last + 1] == ["and"] and _GROWN_WITH & set(keys[last + 1 : last + 2]):
        last += 2
    if keys[last : last + 1] not in (["of"], ["in"]):
        return None
    for i in range(last + 1, min(last + 1 + _GROWTH_WITHIN, len(keys))):
        if keys[i] in _GROWTH:
            return _GROWTH[keys[i]]
        if not (keys[i].isalnum() or keys[i] == "-") or keys[i] in _GROWTH_ENDS:
            return None
    return None


_JOINS = ("and", "or", "/", ",")
_LONGEST_LIST = 4


def _heads_shared(
    tokens: Tokens, found: list[Found], rules: Rules, offset: int
) -> list[Found]:
    """Effects whose noun stands only behind the last of a list: "systolic and diastolic function".

    A word counts where it and the last words of the effect behind it make the name of another.
    """
    out: list[Found] = []
    taken = {i for f in found for i in range(f.first, f.last)}
    for f in found:
        if f.kind != "effect" or f.entry is None or f.last - f.first < 2:
            continue
        at = f.first - 1
        labels = {f.mention.label}
        for _ in range(_LONGEST_LIST):
            at -= 2 * (tokens.keys[max(0, at - 2) : at + 1] == ["as", "well", "as"])
            if at < 1 or tokens.keys[at] not in (*_JOINS, "as") or at - 1 in taken:
                break
            word, begin = tokens.words[at - 1], at - 1
            if word.lower() == "cell" and begin > 1:  # "T cell and macrophage infiltration"
                begin -= 1 + (tokens.keys[begin - 1] == "-")
                word = f"{tokens.words[begin]} cell"
            plain = word.replace(" ", "").isalpha() and len(word) > 3
            entry, facts = _joined(tokens, word, f, rules) if plain else (None, {})
            if entry is None:
                break
            if entry.label not in labels:
                labels.add(entry.label)
                out.append(_effect(tokens, begin, at, entry, facts, offset))
            at = begin - 1
    return out


_TAIL = 4


def _heads_carried_on(
    tokens: Tokens, found: list[Found], rules: Rules, offset: int
) -> list[Found]:
    """Effects of a list of which only the first has its opening words: those up to "of"
    ("infiltration of T and B cells") or all but the last ("tumour volume and weight").
    """
    out: list[Found] = []
    taken = {i for f in found for i in range(f.first, f.last)}
    keys = tokens.keys
    for f in found:
        if f.kind != "effect" or f.entry is None or f.last - f.first < 2:
            continue
        if f.last + 1 >= len(tokens) or keys[f.last] not in _JOINS:
            continue
        ends = [f.last - 1]
        if "of" in keys[f.first : f.last]:
            ends.insert(0, keys.index("of", f.first) + 1)
        for end in dict.fromkeys(ends):
            head = tokens.text[tokens.starts[f.first] : tokens.ends[end - 1]]
            more = _listed(tokens, head, f, taken, rules, offset)
            out += more
            taken |= {i for g in more for i in range(g.first, g.last)}
    return out


def _listed(
    tokens: Tokens, head: str, f: Found, taken: set[int], rules: Rules, offset: int
) -> list[Found]:
    """The effects that words listed behind another name with its opening words."""
    out: list[Found] = []
    labels = {f.mention.label}
    at = f.last
    while at + 1 < len(tokens) and tokens.keys[at] in _JOINS:
        at += 1
        at += tokens.keys[at] in _JOINS
        last, entry, facts = _longest(tokens, head, at, taken, rules)
        if entry is None:
            break
        if entry.label not in labels:
            labels.add(entry.label)
            out.append(_effect(tokens, at, last, entry, facts, offset))
        at = last
    return out


def _longest(
    tokens: Tokens, head: str, at: int, taken: set[int], rules: Rules
) -> tuple[int, Entry | None, dict[str, Any]]:
    """The most words from ``at`` on that name an effect behind ``head``: where they end, the
    effect and its facts.
    """
    for last in range(min(at + _TAIL, len(tokens)), at, -1):
        if taken & set(range(at, last)):
            continue
        name = f"{head} {tokens.text[tokens.starts[at] : tokens.ends[last - 1]]}"
        entry, facts = _named(name, rules)
        if entry is not None:
            return last, entry, facts
    return at, None, {}


def _named(name: str, rules: Rules) -> tuple[Entry | None, dict[str, Any]]:
    """The effect of the lexicon that the whole of a name stands for, and its facts."""
    pair = tokenize(name)
    for hit in rules.lexicon.find(pair):
        if hit.first == 0 and hit.last == len(pair) and hit.name.entry.kind == "effect":
            return hit.name.entry, {"inverse": True} if hit.name.facts.get("inverse") else {}
    return None, {}


def _joined(
    tokens: Tokens, word: str, f: Found, rules: Rules
) -> tuple[Entry | None, dict[str, Any]]:
    """The effect that a word names with the last words of another, if those words do."""
    for first in range(f.first + 1, f.last):
        name = f"{word} {tokens.text[tokens.starts[first] : tokens.ends[f.last - 1]]}"
        entry, facts = _named(name, rules)
        if entry is not None:
            return entry, facts
    return None, {}


def _effect(
    tokens: Tokens, first: int, last: int, entry: Entry, facts: dict[str, Any], offset: int
) -> Found:
    """The tokens from ``first`` up to ``last`` as a mention of an effect."""
    start, end = tokens.starts[first], tokens.ends[last - 1]
    text = tokens.text[start:end]
    mention = Mention(
        "effect", offset + start, offset + end, text, entry.label, entry.id, entry.rule
    )
    return Found(first, last, mention, entry, facts)


def _behind(tokens: Tokens, first: int) -> list[int]:
    """Tokens of the organs listed from ``first`` on."""
    out: list[int] = []
    gap = 0
    for i in range(first, min(first + 12, len(tokens))):
        key = tokens.keys[i]
        if key in _ORGANS:
            out.append(i)
            gap = 0
        elif key in _PASSED:
            gap += 1
            if gap > _WITHIN:
                break
        else:
            break
    return out
