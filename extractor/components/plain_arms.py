"""The plain preparation of a study that also has one made better: "Exo" where "Exo-21" is told of,
"G-Exo" beside "TNF-G-Exo".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor.components.discourse import Sentence
from extractor.components.losses import written

_SHORT = re.compile(r"(?:[\w/]+-)*(?:[a-z]{0,3}Exos?|[A-Za-z]{0,4}EVs?|[A-Za-z]{0,3}MVs?)")
"""A short name of vesicles that has nothing behind the word for them."""
GENERIC = frozenset("ev sev mv msc-ev msc-sev".split())
_WORSE = re.compile(
    r"(?:^|[-_])(?:anti|si|sh|nc|n|ctrl|control|con|c|scr\w*|vec\w*|neg\w*|mock|wt|kd|ko|dkd|in|inh\w*"
    r"|i|lna\w*|tud|sponge\w*|null|dep\w*|def\w*|empty|blank|treated|exposed|loaded|derived|"
    r"pre|free|based|rnase|heat|fibro\w*|hd|old|aged|young|healthy|nor\w*|naive)(?:[-_]|\d|$)"
    r"|δ|(?:kd|ko|anti\w*|inhi?b?|tud|in|i)$",
    re.I,
)
"""Parts of a name by which vesicles are those of a control, or lack something."""
_CELLS = re.compile(
    r"(?:[a-z]*(?:SC|MC|MSTC)s?|[hmrp]?(?:AD|BM|UC|WJ|P|PL|AM|AF|DP|G|OE|SHED|PDL|UCB|Men|Ad|U|Y|S|T)"
    r"|MSC|human|mouse|rat)",
    re.I,
)


def plain_arms(sentences: Iterable[Sentence]) -> frozenset[str]:
    """The short names (lower case) of plain vesicles beside which others of the same donors stand.

    Both must be told of in one sentence: "Exo" alone is often short for "miR-21-Exo".
    """
    out: set[str] = set()
    for s in sentences:
        names = {
            written(s, v).rstrip("s") for v in s.of("vesicle") if not _followed(s, v.mention.end)
        }
        if len(names) < 2:
            continue
        for name in names:
            if _SHORT.fullmatch(name) is None:
                continue
            if name.casefold() in GENERIC and not _introduced(s, name):
                continue
            if any(
                _better(name, other) or (_beside_cargo(name, other) and _set_apart(s, name, other))
                for other in names if other != name
            ):
                out.add(name.casefold())
    return frozenset(out)


def _introduced(s: Sentence, name: str) -> bool:
    """Whether a general word is given out as a name: "vesicles of unmodified cells (sEV)"."""
    start, end = s.start - s.analysis.offset, s.end - s.analysis.offset
    return bool(re.search(rf"\({re.escape(name)}s?[,)]", s.analysis.tokens.text[start:end]))


_VESICLES = re.compile(r"[a-z]{0,3}Exos?|[A-Za-z]{0,2}EVs?|[A-Za-z]{0,3}MVs?")
_LOADED = re.compile(r"(?:miR|let|OE|\d{2,})", re.I)
_AGAINST = re.compile(
    r"\b(?:than|compared|versus|vs|intermediate|whereas|while|but|further|better|both|or)\b"
)


def _beside_cargo(name: str, other: str) -> bool:
    """Whether a name tells the donors and another the miRNA: "BMSC-Exo" and "miR-21-Exo"."""
    parts, more = name.split("-"), re.split(r"[-_]|(?<=Exo)(?=\d|miR)", other)
    short = next((p for p in parts if _VESICLES.fullmatch(p)), "")
    cells = [p for p in parts if p != short]
    if not short or short not in more or not cells or not all(map(_CELLS.fullmatch, cells)):
        return False
    added = [p for p in more if p != short and p not in cells]
    loaded = bool(added) and _LOADED.match(added[0]) is not None
    return loaded and not _WORSE.search("-".join(added))


def _set_apart(s: Sentence, name: str, other: str) -> bool:
    """Whether both are given out as names in one sentence, or are compared in it."""
    if _introduced(s, name) and _introduced(s, other):
        return True
    start, end = s.start - s.analysis.offset, s.end - s.analysis.offset
    return bool(s.assertions) and bool(_AGAINST.search(s.analysis.tokens.text[start:end]))


def _followed(s: Sentence, end: int) -> bool:
    """Whether a name goes on with what its vesicles lack: "Exo^miR-22 inhibitor"."""
    text = s.analysis.tokens.text
    return _LACK.match(text[end - s.analysis.offset :][:40]) is not None


_LACK = re.compile(
    r"\S* (?:inhibitors?|antagomirs?|sponges?|decoys?|knock-?(?:down|out)|sirna)\b", re.I
)


_OF_CELLS = re.compile(r"[hmr]?[A-Za-z]{0,4}M?SCs?-(?P<kind>Exo|s?EV)")
_OF_MIRNA = re.compile(r"(?:miR|let)-?\d[\w-]*-(?P<kind>Exo|s?EV)")
"""Names of vesicles by their cells alone, and by the miRNA that was added."""


def _better(name: str, other: str) -> bool:
    """Whether a name is another one with what was done to the vesicles or their donors added."""
    cells, loaded = _OF_CELLS.fullmatch(name), _OF_MIRNA.fullmatch(other)
    if cells is not None and loaded is not None and cells["kind"] == loaded["kind"]:
        return True  # "UCMSC-EVs" beside "miR-30e-EVs"
    if other.startswith(name) and len(other) > len(name):
        added = other[len(name) :]
    elif other.endswith("-" + name):
        added = other[: -len(name) - 1]
    elif other.endswith(name) and other[: -len(name)] in ("h", "H", "hypo", "Hypo", "p", "e"):
        added = other[: -len(name)]
    else:
        return False
    parts = [p for p in re.split(r"[-_]", added) if p]
    if not parts or not added.isascii() or "^" in added or added.startswith("some"):
        return False  # "Exosomes" is no "Exo" with something added
    return not _WORSE.search(added) and not any(map(_CELLS.fullmatch, parts))
