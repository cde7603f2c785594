"""How tumours answer to a drug, told by what was made of them: "sensitised K562 cells to imatinib",
"protected blasts from cytarabine", "rendered U87 spheroids refractory to temozolomide", "the
sensitivity of glioma cells to temozolomide".
"""

from __future__ import annotations

import re

from extractor.components.found import Found
from extractor.components.words import CLAUSE_STOPS
from extractor.records import Mention
from extractor.rules import Rules
from extractor.tokens import Tokens

DRUG = re.compile(
    r"\w+(?:platin|taxel|zomib|tinib|rubicin|rabine|citabine|tecan|uracil|lidomide|zolomide|"
    r"fosfamide|trexate|toclax|ciclib|tuximab|tuzumab|limus|poside|cristine|blastine|rafenib|"
    r"moxifen|lutamide|parib|mustine|phalan|mycin|sertib|abine)$"
    r"|(?:chemo|radio)therap\w+$|chemotherapeutics?$|(?:ir)?radiation$|TRAIL$|cytotoxic$",
    re.I,
)
TUMOROUS = re.compile(
    r"tumou?r|cancer|carcinoma|leuk(?:a?emi)|blasts?$|myeloma|lymphoma|glioma|sarcoma|melanoma|"
    r"malignan|blastoma|hepatoma"
)
_SENSITISES = re.compile(r"(?:re|chemo|radio)?sensiti[sz](?:ed|e|es|ing)$")
_MAKES = frozenset("made make makes making rendered renders render rendering left leaves".split())
_STATES = {
    "sensitive": 1, "susceptible": 1, "vulnerable": 1, "responsive": 1,
    "resistant": -1, "refractory": -1, "insensitive": -1, "tolerant": -1, "indifferent": -1,
    "unresponsive": -1, "insusceptible": -1, "invulnerable": -1,
}  # fmt: skip
_RESPONDS = re.compile(r"respond(?:s|ed|ing)?$")
_HOW_WELL = {"better": 1, "more": 1, "well": 1, "again": 1, "less": -1, "poorly": -1, "worse": -1}
_BECOMES = frozenset("became become becomes grew turned".split())
_LESS = frozenset("less no hardly scarcely".split())
_THE = frozenset("the these those treated exposed".split())
_SHIELD = ("protect", "shield", "shelter", "safeguard", "guard", "rescu", "spar")
_NOUNS = {
    "sensitivity": "drug sensitivity", "susceptibility": "drug sensitivity",
    "responsiveness": "drug sensitivity", "vulnerability": "drug sensitivity",
    "chemosensitivity": "drug sensitivity", "response": "drug sensitivity",
    "resistance": "chemoresistance", "chemoresistance": "chemoresistance",
    "refractoriness": "chemoresistance", "tolerance": "chemoresistance",
}  # fmt: skip
"""What tumours have to a drug: "the resistance of myeloma cells to bortezomib"."""
_TOLD_BY = _MAKES | _BECOMES | _NOUNS.keys() | {"effect", "effects"}
_BEGIN = (*_SHIELD, "respond")
# A block without any of these says nothing of how a drug works.
_TRIGGERS = (
    "sensiti", "protect", "shield", "shelter", "guard", "rescu", "spar", "made", "make", "making",
    "render", "left", "leaves", "became", "become", "grew", "turned", "respond", "effect of",
    "effects of", "sensitivity of", "susceptibility of", "responsiveness of", "vulnerability of",
    "response of", "resistance of", "refractoriness of", "tolerance of",
)  # fmt: skip
_WITHIN = 7
_LISTED = 24
"""Tokens within which the names of several cell lines may stand before "sensitive to"."""
_JOINS = frozenset(", and / - both the cells cell".split())


def find(tokens: Tokens, found: list[Found], soft: list[Found], rules: Rules, offset: int
) -> list[Found]:  # fmt: skip
    """Add the answers to drugs to the mentions of a block, where no effect is named yet."""
    text = tokens.text.lower()
    if not any(word in text for word in _TRIGGERS):
        return found
    keys = tokens.keys
    taken = {i for f in found if f.kind in ("effect", "gene") for i in range(f.first, f.last)}
    lines = {
        i for c in soft if c.kind == "cell" and c.entry is not None and "tumor" in c.entry.flags
        for i in range(c.first, c.last)
    }  # fmt: skip
    out: list[Found] = []
    for i in [
        i for i, key in enumerate(keys)
        if key in _TOLD_BY or key.startswith(_BEGIN) or "sensiti" in key
    ]:  # fmt: skip
        key = keys[i]
        if key in ("effect", "effects") and keys[i + 1 : i + 2] == ["of"] and i not in taken:
            out += _effect_of_drug(tokens, i, lines, rules, offset)
            continue
        if key in _NOUNS and keys[i + 1 : i + 2] == ["of"] and i not in taken:
            out += _towards_drug(tokens, i, lines, rules, offset)
            continue
        joins: tuple[str, ...]
        if _SENSITISES.match(key):
            joins, label = ("to", "towards", "toward"), "drug sensitivity"
        elif key.startswith(_SHIELD):
            joins, label = ("from", "against"), "chemoresistance"
        elif _RESPONDS.match(key):
            joins, label = ("to",), "drug sensitivity"
        elif key in _MAKES or key in _BECOMES:
            joins, label = ("to", "towards", "toward"), ""
        else:
            continue
        end = next(
            (k for k in range(i + 2, min(i + _WITHIN, len(keys))) if keys[k] in joins), 0
        )  # fmt: skip
        if not end and key in _MAKES:
            end = next((k for k in range(i + _WITHIN, min(i + _LISTED, len(keys)))
                        if keys[k] in joins), 0)  # fmt: skip
        listed = all(k in lines or keys[k] in _JOINS for k in range(i + 1, end - 1))
        clear = not CLAUSE_STOPS & set(keys[i:end]) or (listed and key in _MAKES)
        last = _drug(keys, end) if end and clear else 0
        if not last or keys[last : last + 2] == ["-", "induced"]:
            continue  # "protected K562 cells from imatinib-induced apoptosis"
        sign = 1 if label else _STATES.get(keys[end - 1], 0)
        if _RESPONDS.match(key):
            sign = next((_HOW_WELL[k] for k in keys[i + 1 : end] if k in _HOW_WELL), 0)
        if key in _BECOMES and _LESS & set(keys[i + 1 : end]):
            sign = -sign  # "became less sensitive to"
        elif key in _BECOMES and sign < 0:
            sign, label = 1, "chemoresistance"  # "became indifferent to"
        opens = max((k for k in range(i) if keys[k] in CLAUSE_STOPS), default=-1)
        named_before = key in _BECOMES or key == "protection" or bool(_RESPONDS.match(key))
        near = range(opens + 1 if named_before else i + 1, end)
        tumorous = any(k in lines or TUMOROUS.search(keys[k]) for k in near)
        if key in _BECOMES:  # "the cells became indifferent to": named before
            tumorous = tumorous or any(
                keys[k] == "cells" and (k == near[0] or keys[k - 1] in _THE) for k in near
            )
        entry = rules.entry("effect", label or "drug sensitivity")
        tumorous = tumorous or bool(_SENSITISES.match(key))
        if entry is None or not sign or not tumorous or taken & set(range(i, last)):
            continue
        start, stop = tokens.starts[i], tokens.ends[last - 1]
        mention = Mention(
            "effect", offset + start, offset + stop, tokens.text[start:stop], entry.label,
            entry.id, entry.rule,
        )  # fmt: skip
        out.append(Found(i, last, mention, entry, {"sign": sign}))
    if not out:
        return found
    inside = {i for f in out for i in range(f.first, f.last)}
    return sorted([*(f for f in found if f.first not in inside), *out], key=lambda f: f.first)


def _effect_of_drug(
    tokens: Tokens, i: int, lines: set[int], rules: Rules, offset: int
) -> list[Found]:
    """What a drug does to a tumour: "enhanced the effect of doxorubicin on HCC"."""
    keys, last = tokens.keys, _drug(tokens.keys, i + 1)
    entry = rules.entry("effect", "antitumor efficacy")
    if not last or entry is None or keys[last : last + 1] not in (["on"], ["in"], ["against"]):
        return []
    if not any(
        k in lines or TUMOROUS.search(keys[k]) or keys[k] == "hcc"
        for k in range(last + 1, min(last + 7, len(keys)))
    ):
        return []
    start, stop = tokens.starts[i], tokens.ends[last - 1]
    mention = Mention("effect", offset + start, offset + stop, tokens.text[start:stop],
                      entry.label, entry.id, entry.rule)  # fmt: skip
    return [Found(i, last, mention, entry, {})]


def _towards_drug(
    tokens: Tokens, i: int, lines: set[int], rules: Rules, offset: int
) -> list[Found]:
    """What a tumour has to a drug: "the sensitivity of glioma cells to temozolomide"."""
    keys = tokens.keys
    end = next((k for k in range(i + 3, min(i + 10, len(keys))) if keys[k] in ("to", "towards")), 0)
    last = _drug(keys, end) if end else 0
    entry = rules.entry("effect", _NOUNS[keys[i]])
    if not last or entry is None or CLAUSE_STOPS & set(keys[i:end]) or not any(
        k in lines or TUMOROUS.search(keys[k]) or keys[k] == "hcc" for k in range(i + 2, end)
    ):
        return []
    start, stop = tokens.starts[i], tokens.ends[last - 1]
    mention = Mention("effect", offset + start, offset + stop, tokens.text[start:stop],
                      entry.label, entry.id, entry.rule)  # fmt: skip
    return [Found(i, last, mention, entry, {})]


def _drug(keys: list[str], end: int) -> int:
    """The token behind the drug that follows token ``end``; 0 if none does."""
    for k in range(end + 1, min(end + 5, len(keys))):
        if keys[k] in CLAUSE_STOPS:
            return 0
        if DRUG.match(keys[k]):
            return k + 1
    return 0
