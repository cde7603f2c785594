"""What something was shifted to, or away from: "towards the M2 phenotype", "away from Th17"."""

from __future__ import annotations

from extractor.components.assertions import Assertion
from extractor.components.units import Unit, next_key
from extractor.components.words import DETERMINERS

_SHIFTS = tuple(
    "shift skew polari switch turn conver direct push mov driv drove lean transition tip steer "
    "nudg swing swung tilt bend bent coax pull lead led shov channel reprogram guid divert "
    "redirect bias transform program instruct re-educat sway".split()
)


_CROSSES = {(verb, "over") for verb in ("went", "go", "goes", "going", "crossed", "passed")}


def shifted(row: list[Unit], clauses: list[int], j: int) -> Assertion | None:
    """A polarization or kind of cells that something was shifted to or away from:
    "towards the M2 phenotype", "the shift of activated T cells to regulatory T cells".
    """
    f = row[j].found
    if f is None or f.kind != "effect" or not f.mention.label.endswith(_SHIFTED):
        return None
    moved = f.mention.text.lower().startswith(_SHIFTS) and len(f.mention.text.split()) > 2
    word = next(
        (k for k in range(j - 1, max(-1, j - 13), -1)
         if row[k].found is None and (
             row[k].key.startswith(_SHIFTS) or (row[k].key, next_key(row, k)) in _CROSSES
         )), None,
    )  # fmt: skip
    if not moved and word is None:
        return None
    here = -1 if word is not None and _blocked(row, word) else 1
    near = {u.key for u in row[max(0, j - 3) : j]}
    if near & _GOALS or _GOALS & set(f.mention.text.lower().split()[1:]):
        return Assertion(f, here, "shift", False, clauses[j], j)
    if "away" in near:
        return Assertion(f, -here, "shift", False, clauses[j], j)
    for k in range(j + 1, min(j + 7, len(row))):
        other = row[k].found
        if other is not None and other.mention.label.endswith(_SHIFTED):
            if [u.key for u in row[j + 1 : k]] == ["/"]:
                continue  # "shifted Th17/Treg toward Treg"
            if f.mention.label == other.mention.label and _GOALS & {u.key for u in row[j + 1 : k]}:
                return Assertion(f, here, "shift", False, clauses[j], j)
            if f.mention.label.split()[-1] != other.mention.label.split()[-1]:
                return None  # "Kupffer cells to an M2 state": they are as many as before
            if _GOALS & {u.key for u in row[j + 1 : k]}:
                return Assertion(f, -here, "shift", False, clauses[j], j)
            return None
    return None


_TURNS = ("conversion", "shift", "switch", "transition", "skewing", "polarization")


def _blocked(row: list[Unit], k: int) -> bool:
    """Whether a verb of less stands over the noun: "inhibited the conversion of X into Y"."""
    verb = k - 1 - (row[k - 1].key in DETERMINERS)
    return (
        row[k].key in _TURNS and verb >= 0 and row[verb].voice == "right" and row[verb].sign == "-"
    )


def turned_from(row: list[Unit], j: int) -> bool:
    """Whether the name stands behind "the conversion of", which a verb may well promote, or behind
    a verb of its own: "reduced edema, turned macrophages to M2 and …".
    """
    k = j - 1
    while j - k < 4 and k > 0 and row[k].found is None and row[k].word is None and (
        row[k].key.isalpha() and not row[k].key.startswith(_SHIFTS)
        and row[k].key not in ("and", "or", "but")
    ):
        k -= 1  # "turned the decidual macrophages"
    if row[k].found is None and row[k].key.startswith(_SHIFTS) and k and (
        row[k].key.endswith(("ed", "ing")) and row[k - 1].key in (",", "and", "thereby", "thus")
    ):
        return True
    k = j - 1
    while k > 1 and (row[k].voice == "attribute" or row[k].key in DETERMINERS):
        k -= 1
    return k > 0 and row[k].key == "of" and row[k - 1].key in _TURNS


_SHIFTED = ("polarization", " cells")
_GOALS = frozenset("toward towards to into".split())
