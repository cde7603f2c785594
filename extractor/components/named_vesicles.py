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
from extractor.components.group_numbers import LACKING
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
    foreign: set[str] = set()
    silencing = False
    for s in sentences:
        text = s.analysis.tokens.text[s.start - s.analysis.offset : s.end - s.analysis.offset]
        told = "iRNA" in text or "hRNA" in text or _SI.search(text)
        brings = bool(told) and _DELIVERED.search(text) is not None
        silencing = silencing or brings
        if not _GIVES_NAME.search(text):
            continue
        for met in _LACKING.finditer(text) if not brings else ():
            if _VESICULAR.search(met["name"]) and not _CONTROL.search(met["between"]):
                at = s.start + met.start("name")
                named = [f for f in s.of("mirna") if at - _BEFORE < f.mention.start < at]
                without = {mirna.base(f.mention.label) for f in named}
                lacking.setdefault(met["name"], set()).update(without)
        for name, source in (*_owned(s, text), *_in_turn(s, text), *_before_it(s, text)):
            if source is None:
                foreign.add(name)
            else:
                owners.setdefault(name, {}).setdefault(source.mention.label, source)
    grouped = any("group" in v.facts for s in sentences for v in s.of("vesicle"))
    for v in (v for s in sentences for v in s.of("vesicle")) if silencing else ():
        v.facts["silencing"] = True
    donors = {f.mention.label: f for s in sentences for f in s.of("source") if told_apart(f)}
    several = set(donors)
    by_head = {label.removesuffix("-MSC").upper(): donors[label] for label in several}
    for s in sentences if lacking or owners or foreign or len(several) > 1 or grouped else ():
        for v in s.of("vesicle"):
            if "group" in v.facts:
                _tell_group(s, v, sentences, owners if len(several) > 1 else {})
                continue
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
            if name in foreign and name not in owners:
                v.facts["foreign"] = True
            own = owners.get(name, {})
            if len(own) == 1 and len(several) > 1:
                _add_source(s, v, *own.values())


def _tell_group(
    s: Sentence, v: Found, sentences: Sequence[Sentence], owners: dict[str, dict[str, Found]]
) -> None:
    """Tell the vesicles that a group was given by what the document says that these are."""
    group = v.facts["group"]
    home = next((t for t in sentences if t.start <= group.start < t.end), None)
    if home is None:
        return
    inside = [f for f in home.found if group.start <= f.mention.start < group.end]
    if group.sort == LACKING:
        without = {mirna.base(f.mention.label) for f in inside if f.kind == "mirna"}
        v.facts["lacking"] = without
    named = [f for f in inside if f.kind == "source" and told_apart(f)]
    given = [w for w in home.of("vesicle") if group.start <= w.mention.start < group.end]
    named += [f for w in given for f in owners.get(written(home, w), {}).values()]
    if len({f.mention.label for f in named}) == 1:
        _add_source(s, v, named[0])


def told_apart(f: Found) -> bool:
    """Whether a source is one of its own: of a tissue that is told, or set apart from such."""
    return f.entry is not None or bool(f.facts.get("apart"))


_MADE = re.compile(
    r"^,? ?(?:(?:that|which) (?:(?:had|have) been|were|was) |either |first |then )*"
    r"(?:(?:over)?loaded|transfected|transduced|(?:pre-?)?(?:treated|conditioned|stimulated|incubated|exposed|cultured)|"
    r"primed|grown|kept|given|held|engineered|modified|(?:over-?)?expressing|lacking|"
    r"carrying|bearing|depleted|deprived|stripped|silenced|infected|edited|isolated|derived|recovered|obtained|taken|"
    r"harvested|collected|raised|maintained|educated|expanded|passaged|from|of|with|without|under|"
    r"in|out)\b[^.;]{0,90}$|^[ -]?$",
    re.I,
)
"""What stands between cells and the short name of their vesicles: how the cells were kept, what
was done to them, and from whom they are.
"""
_ELSEWHERE = re.compile(
    r"\b(?:from|of|out of|in|within)\b[^.;,()]*\b(?:tumou?rs?|cancers?|metastas\w+|lesions?|"
    r"(?!haem|hem|gran|strom|com)\w{3,}omas?)\b|"
    r"^[\w ,]*\b(?:out of|from) (?:[\w-]+ ){0,3}(?:specimens?|"
    r"biops\w+|resections?)\b",
    re.I,
)
"""That plain cells do not come from the tissue that was named before them: from a tumour."""
_NOT_MSC = re.compile(
    r"fibroblasts?|\bHEK|293|\w*(?:thelial|keratin|cytes?)\b|macrophages?|serum|plasma|liposom|"
    r"\blines?\b|platelets?|synthetic|tumou?r cells|\bmilk\b|urine|bacteri|plant",
    re.I,
)
_GOES_ON = re.compile(
    r"^[\s,]*(?:(?:and|or|versus|vs\.?|with|then|as well as|either) )*"
    r"(?:(?:those|that|ones|the same|"
    r"exosomes|vesicles|s?EVs|from|of|by|derived|isolated|released|secreted) )*",
    re.I,
)
"""How the next member of a list of vesicles begins."""


_GIVES_NAME = re.compile(r"\(|\bi\.e\.|\b(?:called|named|termed|designated)\b")
_NAMED_BEFORE = re.compile(
    r"(?<![\w-])(?P<name>[\w+/]+(?:[-‐–][\w+/]+)*)"
    r"(?: \(|, (?:i\.e\.,? |that is,? |meaning |namely )| "
    r"(?:being |for |denotes |denoting |stands for |are |were |meaning ))(?:the )?"
    r"(?:exosomes|vesicles|s?EVs|microvesicles|those)? ?"
    r"(?:(?:of|from|by|released|shed|secreted|derived|isolated) )+(?:the )?"
    r"(?:human |rat |mouse |murine |naive |native )*$"
)
"""A short name before what it stands for: "N-Exo (exosomes of …", "N-Exo, i.e. exosomes of …"."""
_CALLED = re.compile(
    r"^(?: (?:are|were|is))?,? (?:here(?:after)? |below )?(?:called|named|termed|designated) "
    r"(?P<name>[\w+/]+(?:[-‐–][\w+/]+)*)|^ (?P<gapped>[\w+/]+[-‐–][\w+/]+)(?=[ ,.])"
)
"""A short name behind what it stands for: "exosomes of A are called A-Exo, those of B B-Exo"."""


def _before_it(s: Sentence, text: str) -> Iterator[tuple[str, Found | None]]:
    """Short names that are given without brackets around them, or before what they stand for."""
    called = False
    for f in s.of("source") if _VESICULAR.search(text) else ():
        if not told_apart(f):
            continue
        met = _NAMED_BEFORE.search(text[: f.mention.start - s.start])
        name = met["name"] if met is not None else ""
        if _VESICULAR.search(name) and re.search("[-‐–]", name):
            yield name, f
            continue
        met = _CALLED.match(text[f.mention.end - s.start :])
        if met is not None and (met["name"] or called):
            called = True
            if _VESICULAR.search(met["name"] or met["gapped"]):
                yield met["name"] or met["gapped"], f


def _in_turn(s: Sentence, text: str) -> Iterator[tuple[str, Found | None]]:
    """Short names of a list with the source of each, ``None`` where it is no MSCs.

    Plain MSCs behind a named source, and what else was done to the cells, are that source's:
    "exosomes of naive marrow MSCs (N-Exo), of MSCs primed with TNF (T-Exo) and of MSCs grown out of
    a sarcoma (S-Exo)".
    """
    end, before = 0, None
    for met in _DEFINED.finditer(text):
        start, end = end, met.end()
        if not _VESICULAR.search(met["name"]):
            continue
        at, near = s.start + met.start(), text[start : met.start()]
        named = [f for f in s.of("source") if s.start + start <= f.mention.start]
        named = [f for f in named if f.mention.end <= at]
        if not named:
            listed = _GOES_ON.match(near)
            goes_on = before is not None and listed is not None and listed.end() > 1
            if goes_on and _NOT_MSC.search(near):
                yield met["name"], None
                continue
            before = before if goes_on else None
            if before is not None:
                yield met["name"], before
            continue
        source = named[-1]
        lead = near[: source.mention.start - s.start - start]
        behind = text[source.mention.end - s.start : met.start()]
        if _NOT_MSC.search(behind) or not _MADE.match(behind):
            before = None
            continue
        ends = _ENDS_OF.search(lead)
        if not ends:
            before = None
            continue
        if source.entry is None and source.mention.label == "MSC":
            if _ELSEWHERE.search(behind) or _ELSEWHERE.search(source.mention.text):
                source.facts["apart"] = True
            elif before is None:
                continue
            else:
                source = before
        elif named[0].mention.label != source.mention.label:
            continue  # of two tissues at once
        before = source
        yield met["name"], source


_ENDS_OF = re.compile(
    r"(?:\b(?:of|from|by|with|and|or|versus)|,|^)\s*(?:(?:the|an?|in vitro|same|human|rat|mouse|"
    r"murine|porcine|canine|ordinary|normal|naive|native|plain|old|young|aged|healthy|\w+ed|[\w-]+ing|"
    r"[\w-]+['’]s?|genetically|patients|donors|[\w-]+-\w+) )*$",
    re.I,
)
"""What leads to the cells of which the vesicles are."""


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


_OF_LETTERS = re.compile(r"(?:h|m|r)?(?P<letters>[A-Za-z]{0,2})-?(?P<cells>MSCs?)?$")
"""A short name with one letter or two for the tissue, which may be short for anything."""


def _add_source(s: Sentence, v: Found, source: Found) -> None:
    """Mention the source of vesicles where their short name stands; what the document says that
    the name means wins over what its letters mean elsewhere ("gMSC-exo" of gingiva, of glioma).
    """
    tokens, offset = s.analysis.tokens, s.analysis.offset
    first = v.first
    while first > s.first and tokens.glued(first) and tokens.keys[first - 1] not in ("(", "["):
        first -= 1
    last = v.first if first < v.first else v.last
    inside = [f for f in s.of("source") if f.first < v.last and first < f.last]
    if any(f.mention.label == source.mention.label and told_apart(f) for f in inside):
        return
    for f in inside:
        begin = tokens.starts[max(first, f.first)]
        met = _OF_LETTERS.match(tokens.text[begin : tokens.ends[f.last - 1]])
        if met is None or (met["letters"] and met["cells"] and f.entry is not None and re.search(
            rf"\b{met['letters'][0]}", source.mention.text, re.I
        )):
            return  # the name of the cells tells as much as the definition
    apart = not inside and "group" not in v.facts
    if apart and any(f.last > v.first - 3 and f.first <= v.last + 1 for f in s.of("source")):
        return  # it is named there, or defined
    start, end = tokens.starts[first], tokens.ends[v.last - 1]
    mention = replace(
        source.mention, start=offset + start, end=offset + end, text=tokens.text[start:end]
    )
    made = Found(first, last, mention, source.entry, dict(source.facts))
    kept = [f for f in s.found if f not in inside]
    s.found = sorted([*kept, made], key=lambda f: f.first)
    s.by_kind = None
