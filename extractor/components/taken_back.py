"""What a harm did and the vesicles took back in the same sentence: "LPS raised X and Y, and the
exosomes reversed both", "X rose and Y fell after LPS, and both were prevented by the exosomes".
"""

from __future__ import annotations

from extractor.components.analysis import Analysis
from extractor.components.assertions import Assertion
from extractor.components.units import Unit, next_key
from extractor.components.words import BE, HAVE

_UNDOES = frozenset(
    "prevent reverse correct abolish avert undo counteract oppose abrogate cancel nullify "
    "normalize normalise restore rescue attenuate blunt mitigate alleviate ameliorate offset "
    "limit lessen".split()
)
_THEY = {"both": 2, "it": 1, "them": 9, "all": 9}
"""Words for what was told before, and for how many of the last outcomes."""
_ENDS = frozenset(("", ".", ",", ";", ")", "and", "but"))
_BY = frozenset("by with after under".split())


def taken_back(
    a: Analysis, row: list[Unit], clauses: list[int], made: list[Assertion]
) -> list[Assertion]:
    """The outcomes of vesicles that undid what is told before them in the sentence.

    Args:
        a: The block.
        row: Units of one sentence.
        clauses: The clause of each unit.
        made: What predicates have told.
    """
    vesicles = [v.first for v in a.soft if v.kind == "vesicle"]
    out: list[Assertion] = []
    for i, u in enumerate(row):
        if u.found is not None or u.chosen is None or u.sign not in ("+", "-", ">"):
            continue
        joint, word = _active(row, i)
        begins, ends = (row[joint].first, u.first) if joint else (0, 0)
        if not joint:
            joint, word = _passive(row, i)
            if not joint:
                continue
            begins, ends = u.last, row[min(i + 7, len(row) - 1)].last
        if not any(begins <= v < ends for v in vesicles):
            continue
        if any(row[0].first <= v < row[joint].first for v in vesicles):
            continue  # what is told before was their work too
        before = [
            x for x in made
            if x.at < joint and x.sign and not x.negated and x.found.kind in ("effect", "gene")
        ][-_THEY[word] :]  # fmt: skip
        for x in before:
            sign = -x.sign if u.sign == ">" or u.lemma in _UNDOES else 1 if u.sign == "+" else -1
            out.append(Assertion(x.found, sign, u.lemma, False, clauses[i], i))
    return out


def _active(row: list[Unit], i: int) -> tuple[int, str]:
    """The comma before a clause with the verb at ``i`` and the word for what was told before."""
    for k in range(i - 1, max(0, i - 9), -1):
        key = row[k].key
        if key in (",", ";"):
            word = next_key(row, i)
            if word in _THEY and next_key(row, i + 1) in _ENDS | {"changes", "effects"}:
                return k, word
            return 0, ""
        if row[k].chosen is not None and row[k].voice in ("left", "right"):
            break
    return 0, ""


def _passive(row: list[Unit], i: int) -> tuple[int, str]:
    """The same for "both were reversed by the exosomes"."""
    k = i - 1
    while k > 0 and (row[k].key in BE or row[k].key in HAVE or row[k].key.endswith("ly")):
        k -= 1
    if k == i - 1 or next_key(row, i) not in _BY:
        return 0, ""
    word = row[k].key
    if word in ("changes", "effects", "alterations"):
        k -= 1
        word = row[k].key
    joint = k - 1 - (row[k - 1].key in ("and", "but"))
    told = word in _THEY and joint > 0 and row[joint].key in (",", ";")
    return (joint, word) if told else (0, "")
