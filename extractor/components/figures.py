"""Figures in a sentence and whose they are: "12 of 15 controls", "4 of 15 treated mice"."""

from __future__ import annotations

import re

UNTREATED = (
    r"(?<![\w-])(?:(?:saline|vehicle|pbs|placebo|untreated|controls?|mock|buffer)\b"
    r"(?![- ]?(?:exo|s?evs?\b|vesicle|level|value|trial|stud))|"
    r"(?:hydrogel|gel|scaffold|sealant|glue|membrane|implant|matrix|collagen|fibrin|alginate|"
    r"cisplatin|doxorubicin|glucose|h2o2|il-1β|lps|injury|suture|surgery|drug) alone\b|"
    r"model (?:group|mice|rats|animals|cells|hearts|kidneys|livers))"
)
TREATED = (
    r"(?:[\w-]*exo(?:some)?s?\b|[\w-]*\bs?evs?\b|vesicles?\b|[\w-]*mscs?\b|(?<![\w-])treated\b|"
    r"(?<![\w-])treatment\b)"
)
OTHER_VESICLES = re.compile(
    r"(?:control|empty|fibroblasts?|hek293t?|unmodified|naive|scrambled|unloaded|aged|old|nc)"
    r"(?:[- ]derived)?[- ]?$"
)
ARM = re.compile(
    rf"(?P<un>{UNTREATED}|\b(?:without|no) (?:any |such |further )?(?:treatment|therapy|{TREATED})"
    rf"|\bwithout(?=\W*$|[,;]))|(?P<tr>{TREATED})",
    re.I,
)
FIGURE = re.compile(r"(?<![\w.±])(?P<n>\d+(?:\.\d+)?)(?![\w.]*\d|[Dd]\b)")
NO_FIGURE = re.compile(
    r"(?:±|\+/[-−]|\b[pn]\s*[=<>≤]|\bday|\bdays|\bweek|\bweeks|\bmonth|\bci|\bfig\.?|"
    r"\d ?%? to|[-–−])\s*$",
    re.I,
)
CHANCE = re.compile(
    r"\bn\.? ?s\b|\bp\s*=\s*0?[.·](?:[1-9]|0[6-9])|\b(?:not|non-?) ?significant", re.I
)
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty".split()
)
NUMBERS = {"none": 0.0, **{word: float(i) for i, word in enumerate(_WORDS)}}
"""The values of words for numbers."""
_NUMBER = rf"(?:\d+|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
COUNT = re.compile(
    rf"\b(?P<n>{_NUMBER})(?: (?:out of|of|in|/) (?:the )?|/)(?P<m>{_NUMBER})\b", re.I
)


def number(word: str) -> float:
    """The value of digits or of a word for a number."""
    known = NUMBERS.get(word.lower())
    return float(word) if known is None else known


def compare(a: float, b: float) -> int:
    """1 where the first is larger, -1 where it is smaller."""
    return (a > b) - (a < b)
