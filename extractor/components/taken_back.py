"""What a harm did and the vesicles took back in the same sentence: "LPS raised X and Y, and the
exosomes reversed both", "X rose and Y fell after LPS, and both were prevented by the exosomes",
"the mice healed slowly, and the exosomes made good the delay".
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
_THEY = {"both": 2, "it": 1, "them": 9, "all": 9, "this": 0, "that": 0, "the": 0, "which": 0}
"""Words for what was told before, and for how many of the last outcomes; 0 for all that the last
verb told of.
"""
_LACKS = frozenset(
    "delay deficit defect impairment shortfall slowness weakness retardation disadvantage lag "
    "disorder abnormality disturbance failure defects deficits handicap".split()
)
_TAKES_BACK = ("make good", "make up for", "compensate for", "overcome", "undo", "remedy", "bring")
_FEW = ("few", "fewer", "no", "less")
"""Words before vesicles that are wanting: "mice that shed few exosomes heal slowly"."""
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
    vesicles = [
        v.first for v in a.soft
        if v.kind == "vesicle" and a.tokens.keys[v.first - 1] not in _FEW
    ]  # fmt: skip
    out: list[Assertion] = []
    for i, u in enumerate(row):
        if u.chosen is None and u.key != "brought":
            continue
        brings = u.lemma == "bring" or u.key == "brought"
        if u.found is not None or (u.sign not in ("+", "-", ">") and not brings):
            continue
        joint, word = _active(row, i, vesicles)
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
        ]  # fmt: skip
        if before and not _THEY[word]:
            before = [x for x in before if x.clause == before[-1].clause]
        undoes = u.sign == ">" or u.lemma in _UNDOES or u.lemma in _TAKES_BACK or brings
        for x in before[-_THEY[word] :]:
            sign = -x.sign if undoes or word == "the" else 1 if u.sign == "+" else -1
            out.append(Assertion(x.found, sign, u.lemma, False, clauses[i], i))
    return out


def _active(row: list[Unit], i: int, vesicles: list[int]) -> tuple[int, str]:
    """The comma before a clause with the verb at ``i`` and the word for what was told before."""
    word = _word(row, i)
    if not word:
        return 0, ""
    for k in range(i - 1, max(0, i - 24), -1):
        key = row[k].key
        if row[k].found is None and key in (",", ";"):
            if any(row[k].first < v < row[i].first for v in vesicles):
                return k, word
        elif row[k].chosen is not None and row[k].voice in ("left", "right"):
            break
    return 0, ""


def _word(row: list[Unit], i: int) -> str:
    """The word behind the verb at ``i``, or before it, that takes up what was told before."""
    word, then = next_key(row, i), next_key(row, i + 1)
    if row[i].lemma == "bring" or row[i].key == "brought":
        near = {u.key for u in row[i + 3 : i + 8]} & {"normal", "control", "controls", "baseline"}
        back = then == "back" or (then in ("to", "close", "near") and near)
        return word if word in ("both", "it", "them", "this") and back else ""
    if word == "the" or (word in ("this", "that") and then in _LACKS):
        return "the" if then in _LACKS and next_key(row, i + 2) in _ENDS else ""
    if word in _ENDS - {"and", "but", ")"} and row[i].sign == ">":
        which = next((k for k in range(i - 1, max(0, i - 7), -1) if row[k].key == "which"), 0)
        return "which" if which and row[which - 1].key == "," else ""
    if word in ("this", "that"):
        return word if then in _ENDS else ""
    return word if word in _THEY and then in _ENDS | {"changes", "effects"} else ""


def _passive(row: list[Unit], i: int) -> tuple[int, str]:
    """The same for "both were reversed by the exosomes"."""
    k = i - 1
    while k > 0 and (row[k].key in BE or row[k].key in HAVE or row[k].key.endswith("ly")):
        k -= 1
    if k == i - 1 or next_key(row, i) not in _BY:
        return 0, ""
    word = row[k].key
    if word in ("this", "that", "the", "which"):
        return 0, ""
    if word in ("changes", "effects", "alterations"):
        k -= 1
        word = row[k].key
    joint = k - 1 - (row[k - 1].key in ("and", "but"))
    told = word in _THEY and joint > 0 and row[joint].key in (",", ";")
    return (joint, word) if told else (0, "")
