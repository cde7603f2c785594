"""Short names that a document gives to vesicles, and what they stand for: whose vesicles they are,
and what they lack.

"EVs from placental MSCs (P-EV)" makes each later "P-EV" a mention of the source; "exosomes of
donors transfected with a miR-x inhibitor (Exo-i)" makes each "Exo-i" vesicles that lack miR-x.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor import mirna
from extractor.components.discourse import Sentence
from extractor.components.found import Found
from extractor.components.losses import written

_NAME = r" ?\((?:termed |called |named |designated |hereafter )?(?P<name>[^\s(),;]{3,30})\)"
_LACKING = re.compile(
    r"\b(?:inhibitors?|antagomirs?|sponges?|antisense|anti-?mir\S*|knock(?:ed)?[- ]?down|"
    r"knock(?:ed)?[- ]?out|silenced|silencing|shRNA|siRNA|depleted|deficient|lacking|deleted)\b"
    rf"(?P<between>[^.;,()]{{0,70}}){_NAME}",
    re.I,
)
_VESICULAR = re.compile(
    r"(?:s?EVs?|exos?(?:omes?)?|MVs?)(?![a-z])|(?-i:Exo[A-Z][A-Z0-9]+)(?![a-z])", re.I
)
_CONTROL = re.compile(r"control|scrambled|\bNC\b|mock|empty|wild", re.I)
_HEADED = re.compile(r"(?:h|hu|m|r)?([A-Z]{2,4})[-‐–]?(?=s?EVs?\b|[Ee]xos?\b|MVs?\b)")
"""A short name of vesicles that begins with that of a tissue: "WJ-sEVs", "BM-Exo"."""
_BEFORE = 120
"""Characters before a short name in which the miRNA that is lacking is looked for."""
_DEFINED = re.compile(_NAME)
_OF = frozenset(
    "of from by derived released secreted shed isolated produced the human rat mouse murine "
    "genetically modified engineered transduced transfected primed preconditioned naive na\u00efve "
    "native ordinary normal healthy young old aged unmodified untreated plain intact adult fetal "
    "porcine bovine canine equine rabbit pooled allogeneic autologous expanded".split()
)
_JOINS = frozenset(") and or , ; as well with versus".split())
"""What parts the sources of a list: "exosomes of ADSCs (A-Exo) and of cord MSCs (U-Exo)"."""
_THOSE = re.compile(
    r"\b(?:those|that|ones) (?:(?:of|from|released by|secreted by|derived from) )+"
    r"(?:the |human |rat |mouse |murine )*$"
)
"""What stands for vesicles before their source: "exosomes of ADSCs … and those of cord MSCs"."""
_PRIMED = re.compile(r"[-‐–](?:primed|pre-?treated|treated|loaded|laden|coated|based)$")
"""What is glued to the name of vesicles that something was treated with: "Exo-i-primed"."""
_CHANGED = re.compile(
    r"(?:over-?expressing|expressing|transfected with|transduced with|treated with|primed with|"
    r"preconditioned with|modified with|engineered with|loaded with|supplied with|carrying|"
    r"enriched (?:in|with|for)) [^.;,()]{2,40}"
)


_SILENCER = r"(?:(?:[\w-]+ )?(?:si|sh)RNAs?\b|(?-i:\bsi-?[A-Z][A-Za-z0-9]+))"
_DELIVERED = re.compile(
    r"\b(?:exosomes?|s?EVs|(?:micro|nano)?vesicles|MVs)\b[^.;,]{0,50}?\b(?:loaded|electroporated|"
    rf"laden|carrying|delivering|encapsulating|containing|packed|filled|armed)\b[^.;,]{{0,20}}?"
    rf"{_SILENCER}|\bload(?:ed|ing)? (?:[\w-]+ ){{0,4}}?(?:exosomes|s?EVs|vesicles) "
    rf"(?:of [\w-]+ )?with (?:an? |the )?(?:[\w-]+ ){{0,3}}?{_SILENCER}",
    re.I,
)
"""Vesicles that bring a silencing RNA to other cells: "exosomes loaded with KRAS siRNA"."""
_SI = re.compile(r"si(?<!\wsi)-?[A-Z]")  # letters in front, for which a search looks fastest


_SAMPLES = ("specimens", "tissue", "tissues", "samples", "biopsies", "explants", "resections",
            "donors", "patients", "cultures", "fragments")  # fmt: skip
"""What may stand behind the tissue of the cells: "MSCs from lung biopsies (L-Exo)"."""


def mark(sentences: Sequence[Sentence]) -> None:
    """Tell vesicles by their short names: the facts ``lacking`` and ``owned`` (by MSCs), and
    mentions of their sources.

    Args:
        sentences: All sentences of a document; vesicles get facts, sentences get mentions.
    """
    lacking: dict[str, set[str]] = {}
    owners: dict[str, dict[str, Found]] = {}
    silencing = False
    for s in sentences:
        text = s.analysis.tokens.text[s.start - s.analysis.offset : s.end - s.analysis.offset]
        told = "iRNA" in text or "hRNA" in text or _SI.search(text)
        brings = bool(told) and _DELIVERED.search(text) is not None
        silencing = silencing or brings
        if "(" not in text:
            continue  # no name is given
        for met in _LACKING.finditer(text) if not brings else ():
            if _VESICULAR.search(met["name"]) and not _CONTROL.search(met["between"]):
                at = s.start + met.start("name")
                named = [f for f in s.of("mirna") if at - _BEFORE < f.mention.start < at]
                without = {mirna.base(f.mention.label) for f in named}
                lacking.setdefault(met["name"], set()).update(without)
        for name, source in _owned(s, text):
            owners.setdefault(name, {}).setdefault(source.mention.label, source)
    for v in (v for s in sentences for v in s.of("vesicle")) if silencing else ():
        v.facts["silencing"] = True
    donors = {f.mention.label: f for s in sentences for f in s.of("source") if f.entry is not None}
    several = set(donors) - {"MSC"}
    by_head = {label.removesuffix("-MSC").upper(): donors[label] for label in several}
    for s in sentences if lacking or owners or len(several) > 1 else ():
        for v in s.of("vesicle"):
            name = _PRIMED.sub("", written(s, v))
            if name[:1].lower() + name[1:] in lacking and name not in lacking:
                name = name[:1].lower() + name[1:]  # "Kd-EVs" at the head of a sentence
            head = _HEADED.match(name)
            if head is not None and name not in owners and head[1].upper() in by_head:
                owners[name] = {head[1]: by_head[head[1].upper()]}
            if name in owners:
                v.facts["owned"] = True
            if name in lacking:
                v.facts["lacking"] = lacking[name]
            own = owners.get(name, {})
            if len(own) == 1 and len(several) > 1:
                _add_source(s, v, name, *own.values())


def _owned(s: Sentence, text: str) -> Iterator[tuple[str, Found]]:
    """Short names of vesicles with the source that stands right before them."""
    for met in _DEFINED.finditer(text):
        if not _VESICULAR.search(met["name"]):
            continue
        at = s.start + met.start()
        before = [f for f in s.of("source") if f.mention.end <= at]
        if not before:
            continue
        source = owner = before[-1]
        if source.mention.label == "MSC":
            # "of marrow MSCs (P-Exo) and of MSCs transfected with miR-x (Q-Exo)": the same MSCs
            kin = [f for f in before if f.mention.label != "MSC" and f.entry is not None]
            if len({f.mention.label for f in kin}) != 1:
                continue
            owner = kin[-1]
        elif source.entry is None:
            continue
        between = text[source.mention.end - s.start : met.start()].casefold().strip(" -")
        ends = [v.last for v in s.of("vesicle") if v.last <= source.first]
        led = bool(ends) and set(s.analysis.tokens.keys[max(ends) : source.first]) <= _OF | _JOINS
        led = led or bool(_THOSE.search(text, 0, source.mention.start - s.start))
        if ((not between or _CHANGED.fullmatch(between)) and led) or re.fullmatch(
            r"(?:derived |secreted )?(?:small |large )?(?:extracellular )?"
            r"(?:exosomes?|vesicles?|microvesicles?|s?evs?)", between
        ) or (led and between in _SAMPLES):  # fmt: skip
            yield met["name"], owner


def _add_source(s: Sentence, v: Found, name: str, source: Found) -> None:
    tokens, offset = s.analysis.tokens, s.analysis.offset
    if any(f.last > v.first - 3 and f.first <= v.last + 1 for f in s.of("source")):
        return  # it is named there, or defined
    first = v.first
    while first > s.first and tokens.glued(first) and tokens.keys[first - 1] not in ("(", "["):
        first -= 1
    last = v.first if first < v.first else v.last
    start, end = tokens.starts[first], tokens.ends[v.last - 1]
    mention = replace(
        source.mention, start=offset + start, end=offset + end, text=tokens.text[start:end]
    )
    made = Found(first, last, mention, source.entry, dict(source.facts))
    s.found = sorted([*s.found, made], key=lambda f: f.first)
    s.by_kind = None
