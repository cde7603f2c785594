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
UNTREATED_SIGNS = (
    "saline", "vehicle", "pbs", "placebo", "untreated", "control", "mock", "buffer", " alone",
    "model ",
)  # fmt: skip
"""One of these stands, in lower case, wherever ``UNTREATED`` matches."""
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
FIGURE = re.compile(
    r"(?<![\w.±])(?P<n>\d+(?:\.\d+)?)(?![\w.]*\d|[Dd]\b| ?% ?(?:CI|confidence)\b| to \d[\d.]*\))"
)
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


_N = r"(?P<{}>\d+(?:\.\d+)?)(?: ?[±(][^.;,a-z]*(?:\.\d+[^.;,a-z]*)*)?"
_BEFORE_AFTER = re.compile(
    rf"^[^.;:]{{0,40}}?\b(?:was|were|averaged|measured) (?:about )?{_N.format('a')}"
    rf"[^.;:,\d]{{0,20}}? before (?:[\w-]+ ){{0,3}}?(?:and|but) (?:only )?{_N.format('b')}"
    r"[^.;:,\d]{0,20}? (?:after|afterwards|\d+ \w+ (?:after|later))\b", re.I
)  # fmt: skip
_SET_FIRST = re.compile(
    rf"^, {_N.format('a')}[^.;,\d]{{0,20}}? (?:in|with|after) (?:the )?(?:[\w-]+ ){{0,2}}?"
    rf"(?:(?P<un>{UNTREATED})|(?P<tr>{TREATED}))[^.;,\d]{{0,15}}, (?:was|were|fell to|dropped to|"
    rf"rose to|reached|averaged) (?:only |but )?{_N.format('b')}[^.;,\d]{{0,40}}", re.I
)  # fmt: skip
_RESPECTIVELY = re.compile(
    r"^[^.;:]{0,40}?\b(?:was|were|averaged|reached|measured) "
    r"(?P<n>\d[^;]{0,90}?) (?:in|for|with|after) (?:the )?(?P<arms>[^.;\d]{5,70}?)"
    r"(?: (?:groups?|rats|mice|animals|arms))?,? (?:respectively|groups)\b", re.I
)  # fmt: skip
_APART = re.compile(r", and |, | and | & ")
_LEADING = re.compile(r"\d+(?:\.\d+)?")


def by_ends(rest: str) -> int:
    """The sign of figures told before and after, one in apposition ("X, 42 in the saline group, was
    21 with exosomes"), or in one list with the arms in another ("30, 12 and 35 in the treated,
    untreated and sham groups").
    """
    met = _BEFORE_AFTER.match(rest)
    if met is not None:
        return compare(float(met["b"]), float(met["a"]))
    met = _SET_FIRST.match(rest) if rest.startswith(", ") else None
    if met is not None:
        sign = compare(float(met["b"]), float(met["a"]))
        second = re.search(TREATED if met["un"] else UNTREATED, met.group()[met.end("b") :], re.I)
        return 0 if second is None else sign if met["un"] else -sign
    met = _RESPECTIVELY.match(rest)
    if met is None:
        return 0
    figures = [m for part in _APART.split(met["n"]) if (m := _LEADING.match(part))]
    arms = _APART.split(met["arms"])
    if len(figures) != len(arms) or len(arms) < 2:
        return 0
    un = [float(f.group()) for f, arm in zip(figures, arms, strict=True)
          if re.search(UNTREATED, arm, re.I)]  # fmt: skip
    treated = [float(f.group()) for f, arm in zip(figures, arms, strict=True)
               if re.search(TREATED, arm, re.I) and not re.search(UNTREATED, arm, re.I)
               and OTHER_VESICLES.search(arm.lower()) is None]  # fmt: skip
    return compare(treated[0], un[0]) if len(un) == len(treated) == 1 else 0


def evenly(part: str, begin: int) -> bool:
    """Whether two arms have the very same figure: "12 with exosomes and 12 with saline"."""
    figures = [
        m["n"] for m in FIGURE.finditer(part, begin) if not NO_FIGURE.search(part[: m.start()])
    ]
    return len(figures) == 2 and figures[0] == figures[1]
