"""Changes told of the untreated that say what became of the treated: "X declined in controls but
not in mice given vesicles", "X fell by 5 points only, against 15 in controls", "X did not rise, as
it did in controls", "X remained at 55% with vesicles and dropped to 35% with saline".
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.components.analysis import Analysis
from extractor.components.assertions import Assertion
from extractor.components.comparisons import NUMBERS
from extractor.components.figures import TREATED, UNTREATED, UNTREATED_SIGNS
from extractor.components.lazily import lazily
from extractor.components.tallies import by_amounts
from extractor.components.units import Unit
from extractor.components.words import holds

_PLACE = r"(?:in|with|among|after|under|on|for)"
_OF_CONTROL = rf"{_PLACE} (?:the |all )?(?:[\w-]+ ){{0,2}}?{UNTREATED}"
_BUT_NOT = lazily(
    rf"^\s*(?:[\w%.-]+ ){{0,5}}?{_OF_CONTROL}[^.;,]{{0,40}},? (?:but|and|though|yet) not "
    rf"{_PLACE}\b[^.;]*?{TREATED}"
    rf"|^\s*(?:[\w%.-]+ ){{0,5}}?{_OF_CONTROL}[^.;,]{{0,40}},? (?:but|whereas|while) (?:it |they )?"
    rf"(?:did|was|were|had) not[^.;]*?{TREATED}",
    re.I,
)
_BY_LESS = lazily(
    rf"^\s*by (?:only |just |merely |no more than )?(?P<a>\d+(?:\.\d+)?)[^.;]{{0,60}}?,? "
    rf"(?:as )?(?:against|versus|vs\.?|compared (?:with|to)|rather than|but by|and by|whereas by) "
    rf"(?P<b>\d+(?:\.\d+)?)[^.;]{{0,40}}?{UNTREATED}",
    re.I,
)
_AS_IN = lazily(
    rf"^[^.;]{{0,80}}?,? (?:as (?:it|they)|unlike what it|which it|which they) "
    rf"(?:did|was|were|had) (?:\w+ )?{_OF_CONTROL}"
    rf"|^[^.;]{{0,60}}?,? unlike {_PLACE} (?:the )?{UNTREATED}"
    rf"|^[^.;]{{0,60}}?, (?:whereas|while|but) (?:it|they) (?:did|was|were) (?:so )?{_OF_CONTROL}",
    re.I,
)
_HELD = lazily(
    rf"\b(?:remained|stayed|held|kept|was (?:maintained|preserved|held|kept|stable)|"
    rf"were (?:maintained|preserved|held|kept|stable))\b[^.;]*?{TREATED}[^.;]*?"
    r"(?:\band\b|\bbut\b|\bwhile\b|\bwhereas\b|,)[^.;]{0,40}$",
    re.I,
)
_THEN_CONTROL = lazily(rf"^[^.;,]{{0,40}}?\b{_OF_CONTROL}", re.I)

_HARMED_BUT = lazily(
    r"^\s*(?:\w+ly )?(?:by|after|following|upon|on|under|during|in response to) (?:the )?"
    r"(?:[\w/αβγ+.-]+ ?){1,4},? ?(?:but|yet|though) (?:not|(?:much |far |considerably |clearly )?"
    r"less(?: so| markedly| strongly| steeply| sharply)?) (?:in|with|when|if|under)\b"
    rf"[^.;]*?{TREATED}",
    re.I,
)
"""What a harm did to others: "rose after surgery, but less so with exosomes"."""
_BUT = lazily(r"\b(?:but|yet|though) (?:\w+ )?(?:not|less)\b")
_ADVERSATIVE = ("but ", "yet ", "though ")
_TELLS = lazily(UNTREATED, re.I)
_TREATED = lazily(TREATED, re.I)
ANY_TREATED = lazily(
    r"exo(?:some)?s?\b|\bs?evs?\b|vesicles?\b|mscs?\b|(?<![\w-])treat(?:ed|ment)\b", re.I
)
"""What stands in every text in which ``_TREATED`` matches, found faster."""


def opposed(
    a: Analysis, row: list[Unit], clauses: list[int], made: list[Assertion]
) -> list[Assertion]:
    """Turn round what is told of the untreated while the treated are said to have been spared it.

    Args:
        a: Analysis of the block.
        row: Units of the sentence.
        clauses: Number of the clause of each unit.
        made: Assertions of the sentence.
    """
    if not any(x.sign and row[x.at].voice == "left" for x in made):
        return made
    tokens = a.tokens
    start = tokens.starts[row[0].first]
    sentence = tokens.text[start : tokens.ends[row[-1].last - 1]]
    low = sentence.lower()
    if not (holds(low, UNTREATED_SIGNS) or holds(low, _ADVERSATIVE)):
        return made
    if not ANY_TREATED.search(sentence):
        return made
    if not _TELLS.search(sentence) and not _BUT.search(sentence):
        return made
    ends = [tokens.ends[v.last - 1] - start for v in row]
    out = []
    for x in made:
        u = row[x.at]
        if not x.sign or u.voice != "left" or u.sign not in ("+", "-") or x.unchanged:
            out.append(x)
            continue
        head = sentence[: tokens.starts[u.first] - start]
        rest = sentence[tokens.ends[u.last - 1] - start :]
        if x.negated:
            spared = _AS_IN.match(rest) is not None
        else:
            less = _BY_LESS.match(rest)
            spared = (
                _BUT_NOT.match(rest) is not None
                or (_HARMED_BUT.match(rest) is not None and not _TREATED.search(head))
                or (less is not None and float(less["a"]) < float(less["b"]))
                or (_THEN_CONTROL.match(rest) is not None and _HELD.search(head) is not None)
                or by_amounts(rest) < 0
            )
            second = _of_treated(row, x, sentence, rest, ends)
            if second:
                out.append(replace(x, sign=second, trigger=NUMBERS))
                continue
        if spared:
            out = [y for y in out if y.found is not x.found]
            out.append(replace(x, sign=-x.sign, negated=False, trigger=NUMBERS, other_arm=False))
        elif not any(y.found is x.found and y.trigger == NUMBERS for y in out):
            out.append(x)
    return out


def _of_treated(
    row: list[Unit], x: Assertion, sentence: str, rest: str, ends: list[int]
) -> int:
    """The sign that a second verb gives for the treated: "X rose in controls and fell with
    vesicles"; 0 if there is none.
    """
    if x.found.facts.get("inverse") or _THEN_CONTROL.match(rest) is None:
        return 0
    for k in range(x.at + 1, len(row)):
        v = row[k]
        if v.found is not None and v.kind in ("gene", "effect"):
            return 0
        if v.voice == "left" and v.sign in ("+", "-") and _WITH_TREATED.match(sentence[ends[k] :]):
            sign = 1 if v.sign == "+" else -1
            return sign if sign != x.sign else 0  # "doubled in controls but rose by a tenth with X"
    return 0


_WITH_TREATED = lazily(rf"^[^.;,]{{0,30}}?\b{_PLACE} [^.;,]{{0,30}}?{TREATED}", re.I)
