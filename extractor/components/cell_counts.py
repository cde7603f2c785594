"""How many there are of a cell: "more hair cells", "the number of osteoclasts", "T cells fell"."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.components import tallies
from extractor.components.found import Found
from extractor.records import Mention
from extractor.rules import Rules, Wording
from extractor.tokens import Tokens

_COUNTS = frozenset("number numbers count counts density densities frequency abundance".split())
_NUMEROUS = frozenset("numerous abundant frequent common plentiful rare scarce sparse".split())
_SCARCER = frozenset("fewer rarer scarcer sparser denser commoner".split())
_DEGREES = frozenset("also much far clearly significantly markedly even still again".split())
_BE = frozenset(("is", "are", "was", "were"))
_NO_COUNT = frozenset(
    "with that which died dead dying apoptotic necrotic positive negative expressed expressing "
    "expresses underwent stained showed entered lost degenerated contained than".split()
)
"""Words behind a cell that tell what became of it: "fewer neurons died" counts no neurons."""


def count_of(
    tokens: Tokens, cell: Found, ends: dict[int, Found], taken: set[int], rules: Rules, offset: int
) -> Found | None:
    """How many there are of a cell: "more hair cells", "the number of osteoblasts"."""
    keys = tokens.keys
    first, last = cell.first, cell.last
    known = rules.counted.get(cell.mention.label)
    noun = first - 2 if keys[first - 1] == "of" else first - 3
    before = keys[first - 1] in ("of", "the", "these", "surviving", "remaining")
    if noun >= 0 and before and keys[noun] in _COUNTS and keys[noun + 1] == "of":
        if any(key in _NO_COUNT for key in keys[last : last + 2]):
            return None  # "the number of neurons that took vesicles up"
        first = noun
    elif last < len(keys) and keys[last] in _COUNTS:
        last += 1
    elif not _more(keys, cell, ends) and (known is None or not (
        _numerous(keys, cell) or _as_many(keys, cell) or _rises_or_falls(keys, cell, ends)
    )):  # fmt: skip
        return None
    if any(i in taken for i in range(first, last)):
        return None
    if known is not None:
        made = outcome(tokens, first, last, known, offset, sign=_as_many(keys, cell) or None)
        made.facts |= {"figures": True} if "sign" in made.facts else {}
        return made
    entry = rules.entry("effect", "cell number")
    if entry is None or (cell.entry is not None and cell.entry.flags):
        return None
    sign = _more(keys, cell, ends) if first == cell.first and last == cell.last else 0
    at = next((k for k in range(first - 1, -1, -1) if keys[k] in ("more", "fewer")), 0)
    if sign and at and keys[at - 1] not in _THERE:
        return None  # "the exosomes entered more fibroblasts"
    plain = Wording(entry, "count", frozenset(), False)
    made = outcome(tokens, first, last, plain, offset, sign or None)
    made.facts["cell_found"] = cell
    return made


_FALLS = frozenset(
    "decreased declined fell dropped rose increased dwindled diminished expanded shrank".split()
)
_WERE = frozenset(
    "reduced decreased increased halved lowered diminished elevated doubled tripled expanded "
    "scarcer raised".split()
)
_BEHIND_FALL = frozenset(
    ". , ; in by after with from to and while whereas significantly markedly but as at when upon "
    "following over within".split()
)
_OPENS = frozenset(". , ; : and but while whereas although the when".split())
_PLACES = frozenset("in within of at around along beneath from among inside".split())
_NO_ADJECTIVE = _PLACES | frozenset(
    "by with to on into for between against towards toward than per that which was were is are "
    "not no more fewer less exposed treated both".split()
)
_PLACE_WITHIN = 6


def _rises_or_falls(keys: list[str], cell: Found, ends: dict[int, Found]) -> bool:
    """Whether cells in the plural are the subject of a verb of change: "interstitial macrophages
    were halved", "T cells in the graft fell".
    """
    if not keys[cell.last - 1].endswith(("s", "ia")):
        return False
    k = cell.last
    starts = {f.first: f for f in ends.values()}
    while k + 1 < len(keys) and keys[k] in (",", "and"):  # "macrophages and T cells fell"
        following = k + 1 + (keys[k + 1] == "and")
        if following not in starts:
            break
        k = starts[following].last
    if keys[k : k + 1] and keys[k] in _PLACES:
        at = k
        stop = min(k + _PLACE_WITHIN, len(keys))
        k = next((i for i in range(k + 1, stop) if keys[i] in _FALLS or keys[i] in _BE), stop)
        if {",", ";", "."} & set(keys[at:k]):
            return False
    if k + 1 >= len(keys):
        return False
    if keys[k] in _BE:
        k += 1
        while k + 1 < len(keys) and (keys[k].endswith("ly") or keys[k] in _DEGREES):
            k += 1
        if keys[k] not in _WERE:
            return False
    elif keys[k] not in _FALLS or keys[k + 1] not in _BEHIND_FALL:
        return False
    return _opens_clause(keys, cell, ends)


def _opens_clause(keys: list[str], cell: Found, ends: dict[int, Found]) -> bool:
    """Whether nothing but adjectives and other cells of a list stands before the cell."""
    k, adjectives = cell.first - 1, 0
    while k >= 0 and adjectives < 3:
        if keys[k] in (",", "and") and k in ends:
            k, adjectives = ends[k].first - 1, 0
            continue
        if keys[k] in _OPENS:
            return keys[k] != "the" or k == 0 or keys[k - 1] in _OPENS
        if keys[k] in _NO_ADJECTIVE or not (keys[k].isalnum() or keys[k] in "+-"):
            return False
        adjectives += keys[k].isalpha()
        k -= 1
    return k < 0


_AS_MANY = {"half": -1, "third": -1, "quarter": -1, "twice": 1, "thrice": 1, "times": 1, "fold": 1}


def _as_many(keys: list[str], cell: Found) -> int:
    """The sign of a portion before the cells: "twice as many RGCs", "half the number of
    macrophages", with nothing that tells their fate; 0 if there is none.
    """
    k = cell.first - 1
    if k >= 1 and keys[k].endswith(("ing", "ed", "al", "ic")):
        k -= 1
    if keys[max(0, k - 1) : k + 1] == ["as", "many"]:
        k -= 2
    elif keys[max(0, k - 2) : k + 1] == ["the", "number", "of"]:
        k -= 3
    else:
        return 0
    if k < 0 or any(key in _NO_COUNT for key in keys[cell.last : cell.last + 3]):
        return 0
    behind = keys[cell.last : cell.last + 14]
    end = behind.index("as") if "as" in behind else len(behind)
    turned = _UNTREATED & set(behind[:end]) and not _UNTREATED & set(behind[end:])
    return -_AS_MANY.get(keys[k], 0) if turned else _AS_MANY.get(keys[k], 0)


_UNTREATED = frozenset("control controls saline vehicle pbs untreated placebo buffer mock".split())


_LEFT = frozenset("kept keep retained retain preserved preserve spared spare had".split())


def share_of(
    tokens: Tokens, cell: Found, taken: set[int], rules: Rules, offset: int,
    sentences: Sequence[tuple[int, int]],
) -> Found | None:  # fmt: skip
    """Cells of which each arm kept a share: "kept 71% of hair cells, against 38%"."""
    known = rules.counted.get(cell.mention.label)
    keys, first = tokens.keys, cell.first
    of = first - 2 if keys[first - 1] in ("the", "their", "its") else first - 1
    if known is None or of < 3 or keys[of] != "of" or keys[of - 1] not in ("%", "percent"):
        return None
    if not _LEFT & set(keys[max(0, of - 7) : of]) or first in taken:
        return None
    begin, end = next(((a, b) for a, b in sentences if a <= first < b), (first, first + 1))
    sign = tallies.of_shares(tokens.text[tokens.starts[begin] : tokens.ends[end - 1]])
    if not sign:
        return None
    made = outcome(tokens, first, cell.last, known, offset, sign=sign)
    made.facts["figures"] = True
    return made


_THERE = frozenset(
    ". , ; : and but with by to were was had have has showed show shows revealed contained held "
    "found saw counted detected displayed exhibited yielded gave also significantly markedly even "
    "in".split()
)
"""Words before "more" where cells were counted, not met."""


def _more(keys: list[str], cell: Found, ends: dict[int, Found]) -> int:
    """The sign of "more" or "fewer" before the cells, or the list that they are in ("fewer
    neutrophils and macrophages"), where nothing tells their fate; else 0.
    """
    k = cell.first - 1
    while k > 0 and keys[k] in (",", "and"):
        k -= keys[k] == "and" and keys[k - 1] == ","
        if k not in ends:
            return 0
        k = ends[k].first - 1
    if k >= 1 and keys[k].endswith(("ing", "ed", "al", "ic")):
        k -= 1  # "more surviving hair cells"
    if k < 0 or keys[k] not in ("more", "fewer") or not keys[cell.last - 1].endswith(("s", "ia")):
        return 0
    if any(key in _NO_COUNT for key in keys[cell.last : cell.last + 4]):
        return 0
    return 1 if keys[k] == "more" else -1


def _numerous(keys: list[str], cell: Found) -> bool:
    """Whether the cells "were more numerous", "were rarer"."""
    k = cell.last
    if k >= len(keys) or keys[k] not in _BE:
        return False
    k += 1
    while k < len(keys) and keys[k] in _DEGREES:
        k += 1
    if k < len(keys) and keys[k] in ("more", "less"):
        return k + 1 < len(keys) and keys[k + 1] in _NUMEROUS
    return k < len(keys) and keys[k] in _SCARCER


def outcome(
    tokens: Tokens, first: int, last: int, wording: Wording, offset: int, sign: int | None = None,
    act: bool = False,
) -> Found:  # fmt: skip
    """The mention of an outcome that words tell, with its sign where they give one."""
    entry = wording.entry
    start, end = tokens.starts[first], tokens.ends[last - 1]
    mention = Mention(
        "effect", offset + start, offset + end, tokens.text[start:end], entry.label, entry.id,
        f"wordings.tsv:{entry.label}",
    )  # fmt: skip
    facts: dict[str, object] = {"act": True} if act else {}
    if wording.inverse and sign is None:
        facts["inverse"] = True
    if sign is not None:
        facts["sign"] = -sign if wording.inverse else sign
    return Found(first, last, mention, entry, facts)
