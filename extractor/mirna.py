"""The grammar of miRNA names: every written form of single names, lists, families and clusters.

``find`` gives one ``Name`` for each miRNA of a list, with its own span: "miR-21, -23a and -145" is
three. ``Name.label`` is the normal form, and ``find(name.label)`` gives the same label back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_D = r"[-‐‑‒–—−\u00ad]"
_SPECIES = (
    r"(?:hsa|mmu|rno|bta|ssc|cfa|gga|dre|dme|cel|oar|ocu|mml|ptr|xtr|eca|chi|ath|osa|ebv|kshv|hcmv)"
)
_HEAD = (  # "miR", "miRNA", "microRNA" and the misspelling "micRNA", in any case
    r"(?i:micro[-‐–]?\s?RNAs?|mic?RNAs?|miRs?)"
)
_ARM = rf"(?:\s?{_D}\s?[35]p\b|\s?\((?:[35]p)\)|\*)"
_ITEM = (
    rf"(?P<num>\d{{1,5}})(?P<letter>[a-zA-Z]?)"
    rf"(?P<copy>{_D}[1-9](?![\dp])|(?<=[a-z])[1-9](?![\dA-Za-z]))?(?P<arm>{_ARM})?(?![A-Za-z0-9])"
)

_FIRST = re.compile(
    rf"(?<![A-Za-z0-9])(?:(?P<before>antago[-‐–]?|(?:anti|pre|pri){_D}?)(?={_SPECIES}{_D}))?"
    rf"(?:(?P<species>{_SPECIES}){_D}\s?)?"
    rf"(?P<anti>antago[-‐–]?|ant[ai]go|agomi?R?s?{_D}?(?=\d)|anti{_D}?\s?(?=mi)|pre{_D}?(?=mi)|pri{_D}?(?=mi)|onco(?=mi)|ago(?=mi))?"
    rf"(?:(?P<head>{_HEAD})|(?P<let>[Ll][Ee][Tt])|(?P<lin>lin(?=-4\b))|(?<=omir)|(?<=omiR))"
    rf"\s?(?:\((?:miR|miRNA|mir)s?\)\s?)?{_D}?\s?(?=\d)"
)
_AGO = re.compile(
    rf"(?<![A-Za-z0-9])(?P<anti>(?:ant)?agomi[rR]s?){_D}\s?(?:(?P<let>let){_D}?)?(?=\d)"
)
_NUMBERED = re.compile(
    rf"[RrMmLl](?i:na|ir|et|in)(?i:s?)\s?(?:\((?:miR|miRNA|mir)s?\)\s?)?{_D}?\s?\d"
)
"""How the word before the number of any miRNA ends, quickly looked for: by its first letter."""
_ITEM_RE = re.compile(_ITEM)
_RANGE = re.compile(
    rf"(?P<a>\d{{1,4}}[a-z]?)\s?(?:{_D}|/|~)\s?(?P<b>\d{{2,4}}[a-z]?)(?![\da-z]|{_D}[35]p)"
)
_CLUSTERS = {
    ("17", "92"),
    ("17", "92a"),
    ("106b", "25"),
    ("106a", "363"),
    ("302", "367"),
    ("371", "373"),
    ("183", "182"),
    ("371", "372"),
    ("379", "656"),
    ("379", "410"),
    ("23a", "24"),
    ("290", "295"),
}
_GROUP = re.compile(
    r"\s?[-‐–]?\s?(?P<group>cluster|family|polycistron)\b|\s(?:gene\s)?(?P<plural>clusters|"
    r"families)\b",
    re.I,
)
_NEXT = re.compile(
    rf"(?P<sep>\s*(?:,\s*(?:and|or|as well as)?|/|\band\b|\bor\b|&|;"
    rf"|\+(?=\s?(?:miR|let|{_D}\d)))\s*)"
    rf"(?:(?P<head>{_HEAD}){_D}?\s?(?=\d)|(?P<let>let){_D}?(?=\d)|(?P<dash>{_D})(?=\d)|(?=\d))"
)
_LETTERS = re.compile(
    r"(?:/(?P<slashed>[a-k])|(?:,\s?|\s?(?:and|&)\s)(?P<listed>[b-k]))(?![A-Za-z0-9])"
)
_AFTER_ROLE = re.compile(
    r"\s?[-‐–]?\s?(?P<role>inhibitors?|antagomi[rR]s?|sponges?|mimics?|agomi[rR]s?|antisense|"
    r"anti-?sense"
    r"|knock-?\s?down|knock-?\s?out|silencing|depletion|deficien\w+|inhibition|"
    r"overexpression|over-expression|blocker)\b",
    re.I,
)
_LOSS = re.compile(r"inhib|antago|sponge|antisense|anti-|knock|silenc|deplet|deficien|block", re.I)


@dataclass(slots=True, frozen=True)
class MiRNA:
    """One miRNA named in a text; ``start``/``end`` are offsets of its own part of a list.

    ``role`` is ``"loss"`` for inhibitors, antagomirs, sponges and knock-downs of it, ``"gain"``
    for mimics, ``"precursor"`` for pre-/pri- forms, else ``None``; ``name_end`` is where the whole
    written form with such a word ends.
    """

    start: int
    end: int
    label: str
    role: str | None = None
    group: str | None = None
    name_end: int = 0


def find(text: str) -> Iterator[MiRNA]:
    """Every miRNA named in the text, in order."""
    if _NUMBERED.search(text) is None:
        return
    at = 0
    agomirs = "agomi" in text
    while True:
        match = _FIRST.search(text, at)
        other = _AGO.search(text, at) if agomirs else None
        if other and (match is None or other.start() < match.start()):
            match = other
        if match is None:
            return
        names, at = _read(text, match)
        yield from names
        at = max(at, match.end())


def _read(text: str, first: re.Match[str]) -> tuple[list[MiRNA], int]:
    groups = first.groupdict()
    anti = (groups.get("anti") or groups.get("before") or "").lower()
    role = None
    if anti.startswith("ant"):
        role = "loss"
    elif anti.startswith("ago"):
        role = "gain"
    elif anti.startswith(("pre", "pri")):
        role = "precursor"
    stem = "let" if groups.get("let") else "lin" if groups.get("lin") else "miR"
    species = f"{groups['species'].lower()}-" if groups.get("species") else ""
    plural = (groups.get("head") or "").lower().endswith("s")
    start = first.start("species") if groups.get("before") else first.start()
    if anti and not groups.get("species"):
        start = (
            first.start() if "agomi" in anti else first.start("anti") + len(groups["anti"] or "")
        )
    pos = first.end()
    span = _RANGE.match(text, pos)
    if (
        span
        and (_key(span["a"]), _key(span["b"])) in _CLUSTERS
        and not text.startswith("/", span.end())
    ):
        end = span.end()
        group = _GROUP.match(text, end)
        label = f"{species}{stem}-{span['a'].lower()}-{span['b'].lower()} cluster"
        return [_finish(text, start, group.end() if group else end, label, role, "cluster")], end
    parts: list[tuple[int, int, str, str, str, str, str]] = []  # start end stem num letter copy arm
    item = _ITEM_RE.match(text, pos)
    if item is None or (stem == "let" and text[pos - 1].isspace() and not item["letter"]):
        return [], pos  # "let 7 days pass"
    while item is not None:
        parts.append(
            (start, item.end(), stem, item["num"], item["letter"].lower(), _copy(item), _arm(item))
        )
        pos = item.end()
        letters = _LETTERS.match(text, pos)
        while letters and parts[-1][4] and not parts[-1][6]:
            last = parts[-1]
            letter = letters["slashed"] or letters["listed"]
            parts.append((letters.end() - 1, letters.end(), last[2], last[3], letter, "", ""))
            pos = letters.end()
            tail = re.compile(_ARM).match(text, pos)
            if tail:
                arm = _clean_arm(tail.group())
                parts[-1] = (*parts[-1][:1], tail.end(), *parts[-1][2:6], arm)
                pos = tail.end()
                break
            letters = _LETTERS.match(text, pos)
        following = _NEXT.match(text, pos)
        if following is None:
            break
        item = _ITEM_RE.match(text, following.end())
        if item is None:
            break
        if following["head"] or following["let"]:
            break  # a name of its own: the outer search finds it with its own species and role
        slash = following["sep"].strip() == "/"
        sure = following["dash"] or slash or plural or item["letter"] or item["arm"]
        if not sure or (not slash and not following["dash"] and _counts(text, item.end())):
            break
        if item["letter"] and not following["dash"] and not slash and item["letter"].isupper():
            break
        if stem == "let" and item["num"] != "7":
            stem = "miR"  # "let-7a, -23a": of the let family there is only one
        start = following.start("dash") if following["dash"] else item.start()
    arms = {p[6] for p in parts if p[6]}
    joined = "/" in text[parts[0][0] : parts[-1][1]] and "," not in text[parts[0][0] : parts[-1][1]]
    group = _GROUP.match(text, pos)
    out: list[MiRNA] = []
    for i, (s, e, st, num, letter, copy, arm) in enumerate(parts):
        if not arm and joined and len(arms) == 1 and parts[-1][6] and i < len(parts) - 1:
            arm = next(iter(arms))
        label = f"{species}{st}-{num.lstrip('0') or '0'}{letter}{copy}{arm}"
        kind = None
        if group and len(parts) == 1 and not arm:
            kind = (
                "family"
                if (group["group"] or group["plural"]).lower().startswith("fam")
                else "cluster"
            )
            label += f" {kind}"
            e = group.end() if group["group"] else e
        out.append(_finish(text, s, e, label, role, kind))
    return out, pos


def _finish(
    text: str, start: int, end: int, label: str, role: str | None, group: str | None
) -> MiRNA:
    after = _AFTER_ROLE.match(text, end)
    name_end = end
    if after:
        name_end = after.end()
        if role is None:
            role = "loss" if _LOSS.search(after["role"]) else "gain"
    return MiRNA(start, end, label, role, group, name_end)


def _key(part: str) -> str:
    return part.lower()


def _copy(item: re.Match[str]) -> str:
    return f"-{item['copy'][-1]}" if item["copy"] else ""


def _arm(item: re.Match[str]) -> str:
    return _clean_arm(item["arm"] or "")


def _clean_arm(arm: str) -> str:
    if arm.endswith("*"):
        return "*"
    digits = re.search(r"[35]", arm)
    return f"-{digits.group()}p" if digits else ""


def _counts(text: str, end: int) -> bool:
    """Whether the number before ``end`` counts something ("miR-21 and 3 others", "5 mg")."""
    return bool(
        re.match(
            r"\s?(?:%|mg|h\b|days?|weeks?|min|μ|µ|fold|other|miRNAs|genes|patients|×)",
            text[end : end + 12],
        )
    )


@lru_cache(maxsize=1 << 14)
def base(label: str) -> str:
    """The label without species and arm, for comparison inside one document."""
    label = re.sub(rf"^{_SPECIES}-", "", label)
    return re.sub(r"(?:-[35]p|\*)$", "", label)


_WRITTEN = re.compile(
    rf"(?<![A-Za-z0-9])(?:(?:{_SPECIES}{_D})?(?:(?P<let>[Ll]et)|(?i:mi-?rs?|mirnas?)){_D}"
    rf"|(?i:micro-?rnas?){_D}|mi[Rr] (?=\d))"
    r"(?P<name>\d{1,5}[a-z]{0,2}(?:-[1-9](?![\dp]))?(?:-[35]p|\*)?)"
)
_ODDLY = (
    "-miR-", "-mir-", "-let-", "-Let-", "RNA-", "RNAs-", "rna-", "rnas-", "iRs-", "irs-", "IRs-",
    "i-R-", "i-r-", "I-R-", "iR ", "ir ",
)  # fmt: skip
"""One of these stands in every text with a name that is written otherwise."""


def respelled(text: str) -> str:
    """A text with its miRNAs written as most texts write them, letter for letter as long.

    What stands before the number besides "miR-" or "let-" goes behind the name as so many letters:
    "hsa-miR-21" is "miR-21-xxx", "microRNA-21" "miR-21-xxxx". Places in it are those of the text,
    but inside such names.
    """
    return _WRITTEN.sub(_as_most, text) if any(sign in text for sign in _ODDLY) else text


def _as_most(match: re.Match[str]) -> str:
    made = f"{match['let'] or 'miR'}-{match['name']}"
    rest = len(match.group()) - len(made)
    return made + ("s" if rest == 1 else "-" + "x" * (rest - 1) if rest else "")
