"""How often, or for how long, something happened in two arms: "12 of 15 controls died, against 4 of
15 treated mice", "survived for a median of 61 days, against 38 with saline".
"""

from __future__ import annotations

import re

from extractor.components.figures import (
    ARM,
    CHANCE,
    COUNT,
    NO_FIGURE,
    NUMBERS,
    OTHER_VESICLES,
    compare,
    number,
)
from extractor.components.lazily import lazily

_SET_AGAINST = (
    r",? (?:as )?(?:against|versus|vs\.?|compared (?:with|to)|in contrast (?:to|with)|instead of|"
    r"opposed to|contrasted with|in comparison (?:with|to))\s"
)
_PARTS = lazily(rf"{_SET_AGAINST}|,? (?:but|whereas|while|and)\s|[,;:]\s")
_STANDARD = lazily(_SET_AGAINST)
_WITHOUT = lazily(r"(?:without|not|no (?:treatment|vesicles|exosomes))\W*$")
_FIGURE = lazily(
    r"(?<![\w.±/-])(?P<n>\d+(?:\.\d+)?)(?!\w*\d)(?![-–][\w])"
    r"(?!\s*(?:of|out of)\s|\.\d)"
)
_LASTED = lazily(
    r"(?: (?:for|on average|only|about|around|some|nearly|almost|just|roughly|over|up to|an?|the|"
    r"median|mean|average|of|until|till|day|week|month|at|after))* (?=\d)"
)


def of_counts(sentence: str, first: int, last: int) -> int:
    """Whether what ``sentence[first:last]`` tells came to more of the treated than of the others.

    Args:
        sentence: A sentence.
        first: Where the verb or adjective begins that says what happened.
        last: Where it ends.
    """
    met = [m for m in COUNT.finditer(sentence) if m.start() < last + 30]
    if not met or len(list(COUNT.finditer(sentence))) < 2:
        return 0
    return _difference(sentence, COUNT)


def of_lengths(sentence: str, last: int) -> int:
    """Whether a verb that ends at ``last`` and has a figure behind it has a larger one for the
    treated.
    """
    if not _LASTED.match(sentence, last):
        return 0
    if _SHARE.search(sentence[last:]):
        return 0  # "had closed by 72 h versus 41.6%"
    return _difference(sentence[last:], _FIGURE)


_VALUE = lazily(
    r"[^.;:,]{0,40}?\b(?:(?:was|were) (?:graded|scored|rated)|was|were|averaged|reached|amounted "
    r"to|stood at|came to|numbered|measured|lay at|totalled|totaled) "
    r"(?:about |only |some |nearly |roughly )?(?=\d)"
)
_OF_ITS_OWN = lazily(r"^\S+ ?% of (?:the |its |their )?(?:baseline|initial|original|normal)\b")
_HEALTHY = lazily(r"\b(?:sham|healthy|naive|normal|uninjured|baseline|before|day 0)\b")


def of_values(rest: str) -> int:
    """Whether the first of two figures set against each other is larger: "was 60% versus 20%"."""
    met = _VALUE.match(rest)
    if met is None:
        return 0
    part = re.split(r"[;:]|\.\s", rest[met.end() :])[0]
    low = _OF_ITS_OWN.sub("", part.lower())  # "was 81% of baseline versus 55%"
    if not re.search(_SET_AGAINST, part) or _HEALTHY.search(low):
        return 0
    return _difference(part, _FIGURE)


_OCCURRED = lazily(
    r"[^.;:,]{0,40}?\b(?:occurred|developed|arose|appeared|recurred|succeeded|happened|ensued|"
    r"(?:was|were) (?:\w+ly )?(?:seen|found|observed|noted|present|achieved|counted|detected|"
    r"recorded|"
    r"visible)) in (?:only |just )?(?=\w)"
)


def of_events(rest: str) -> int:
    """Whether something was met in more of the treated: "was found in 2 of 12, not 9 of 12"."""
    met = _OCCURRED.match(rest)
    part = re.split(r"[;:]|\.\s", rest[met.end() :])[0] if met else ""
    if COUNT.match(part):
        return _difference(part, COUNT)
    return _difference(part, _SHARE) if _SHARE.match(part) else 0


_SHARE = lazily(r"(?<![\w.±-])(?P<n>\d+(?:\.\d+)?) ?(?:%|per ?cent\b)")


def of_shares(sentence: str) -> int:
    """Whether a larger share of cells was left to the treated: "kept 71%, against 38%"."""
    return _difference(sentence, _SHARE)


_SHARE_OF = lazily(
    r"(?<![\w.±-])(?P<a>\d+(?:\.\d+)?) ?(?:%|per ?cent) of (?:the |all )?(?:\w+ )?$"
)
_AGAINST_SHARE = lazily(
    rf"^[^.;%]{{0,40}}?{_SET_AGAINST}(?:only |about |the )?(?P<b>\d+(?:[.·]\d+)?) ?(?:%|per ?cent)"
)


def of_percents(sentence: str, subject: int, last: int) -> int:
    """Whether a larger share of the subject did what a verb says: "77% of the wound had closed,
    versus 42% with saline".

    Args:
        sentence: A sentence.
        subject: Where the subject of the verb begins.
        last: Where the verb ends.
    """
    met = _SHARE_OF.search(sentence[:subject])
    other = _AGAINST_SHARE.match(re.sub(r"(?<=\d)\.(?=\d)", "\u00b7", sentence[last:]))
    if met is None or other is None:
        return 0
    return compare(float(met["a"]), float(other["b"].replace("\u00b7", ".")))


_SO_MUCH = lazily(r"\b(?P<a>\d+(?:\.\d+)?) ?(?:%|per ?cent) (?:fully |completely )?$")


def of_degrees(sentence: str, first: int, last: int) -> int:
    """Whether a thing was more of what an adjective says: "were 91% closed, versus 55% with PBS".

    Args:
        sentence: A sentence.
        first: Where the adjective begins.
        last: Where it ends.
    """
    met = _SO_MUCH.search(sentence[:first])
    other = _AGAINST_SHARE.match(re.sub(r"(?<=\d)\.(?=\d)", "\u00b7", sentence[last:]))
    if met is None or other is None:
        return 0
    return compare(float(met["a"]), float(other["b"].replace("\u00b7", ".")))


_AMOUNT = (
    r"(?P<{}>\d+(?:\.\d+)?) ?"
    r"(?P<{}>%|per ?cent|-?fold|points?|mm|cm|db|kg|g|mg/dl|mmhg|times)"
)
_MOVED = lazily(
    rf"^ ?(?:by |about |some |nearly |almost |roughly ){{0,2}}{_AMOUNT.format('a', 'u')}"
    rf"(?P<one>[^.;0-9]{{1,60}}?)(?:,? (?:but|and|whereas|while|as against|against|versus|"
    rf"compared (?:with|to)|as opposed to)|,)(?P<gap>[^.;0-9]{{0,40}}?)"
    rf"{_AMOUNT.format('b', 'v')}(?P<two>[^.;0-9]{{1,60}})",
    re.I,
)


def by_amounts(rest: str) -> int:
    """+1 where a change behind a verb was larger in the treated, -1 where it was smaller: "by 41%
    in saline eyes but only by 17% in eyes given exosomes"; 0 where this is not told.
    """
    met = _MOVED.match(rest)
    if met is None or met["u"].lower() != met["v"].lower():
        return 0
    arms = _arm(met["one"]), _arm(met["two"] if _arm(met["two"]) else met["gap"])
    a, b = float(met["a"]), float(met["b"])
    return compare(a, b) if arms == ("tr", "un") else compare(b, a) if arms == ("un", "tr") else 0


_DENIED = lazily(r"\b(?:no|none|not|never|neither|nor|failed|without)\b", re.I)
_DID = lazily(
    r"\b(?:did|had|all|half|most|several|every|each|many|both|two|three|four|five|\d+|died|"
    r"perished|succumbed|developed|suffered)\b",
    re.I,
)
_CONTRARY = lazily(
    r"\b(?:died|perished|succumbed|were lost|(?:stayed|remained|were still|was still) "
    r"(?:open|unhealed|ununited|infertile)|broke down|regressed|shrank)\b"
)
_ALL = lazily(r"\b(?:all|every|each|100 ?%|the whole)\b", re.I)
_SOME = lazily(
    r"\d ?%|\bper ?cent\b|\b(?:half|a third|two thirds|a quarter|most|few|only|some|many|several|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|\d+ (?:out )?of)\b",
    re.I,
)
_TIME = lazily(
    r"\b(?:within|in|by day|on day|at day|by|after|at|on)\s+(?:about |only |just |some )?(?:day )?"
    r"(?P<n>\d+(?:\.\d+)?|[a-z]+)\b(?=\s*(?:days?|weeks?|months?|h\b|hours?|d\b)?\s*(?:[.,;]|$|"
    r"with|under|after|in|on))",
    re.I,
)


def of_arms(sentence: str, first: int, last: int) -> int:
    """Whether what a verb says was so of the treated and not, or later, of the untreated.

    "The treated mice survived, whereas all controls died", "no treated mouse died, half of the
    controls did", "treated wounds closed within ten days, those of controls within fourteen".

    Args:
        sentence: A sentence.
        first: Where the verb begins.
        last: Where it ends.
    """
    cuts = list(_PARTS.finditer(sentence))
    starts = [0, *(m.end() for m in cuts)]
    ends = [*(m.start() for m in cuts), len(sentence)]
    home = next((k for k in range(len(starts)) if starts[k] <= first < ends[k]), 0)
    own = sentence[starts[home] : ends[home]]
    for k in range(home + 1, len(starts)):
        other = sentence[starts[k] : ends[k]]
        arms = (_arm(own), _arm(other))
        if set(arms) != {"tr", "un"}:
            continue
        here = bool(_DENIED.search(sentence[starts[home] : first]))
        there = bool(_DENIED.search(other))
        sign = 0
        if here and not there and _DID.search(other):
            sign = -1
        elif not here and (there or _CONTRARY.search(other)):
            sign = 1
        elif not here and _ALL.search(sentence[starts[home] : first]) and _SOME.search(other):
            sign = 1  # "all the treated survived, but only half of the controls"
        elif not here and not there:
            a, b = _days(sentence[last : ends[home]]), _days(other)
            sign = compare(b, a) if a is not None and b is not None else 0
        return sign if arms[0] == "tr" else -sign
    return 0


def _days(text: str) -> float | None:
    """The time that a part of a sentence tells, in its own unit."""
    for met in _TIME.finditer(text):
        word = met["n"].lower()
        if word in NUMBERS:
            return NUMBERS[word]
        if word[0].isdigit():
            return float(word)
    return None


def _difference(text: str, figure: re.Pattern[str]) -> int:
    """The sign of the one figure of the treated less the one of the untreated, a part each."""
    if CHANCE.search(text):
        return 0
    cuts = list(_PARTS.finditer(text))
    starts = [0, *(m.end() for m in cuts)]
    ends = [*(m.start() for m in cuts), len(text)]
    values: list[tuple[str, float]] = []
    arm = ""
    for k, (start, end) in enumerate(zip(starts, ends, strict=True)):
        part = text[start:end]
        named = _arm(part)
        figures = [m for m in figure.finditer(part) if not NO_FIGURE.search(part[: m.start()])]
        if not figures:
            arm = named or arm  # "of the untreated mice, 12 of 15 died"
            continue
        m = figures[0]
        value = float(m["n"]) if figure is not COUNT else number(m["n"]) / max(1.0, number(m["m"]))
        if not named and k and _STANDARD.match(cuts[k - 1].group()):
            named = "standard"
        values.append((named or arm, value))
        arm = ""
    return _sign(values)


def _arm(part: str) -> str:
    """Whose a part of a sentence is: ``tr`` the treated, ``un`` the untreated, ``other``."""
    kinds = []
    for m in ARM.finditer(part):
        other = m["tr"] and OTHER_VESICLES.search(part[: m.start()].lower())
        kinds.append("other" if other else "un" if m["un"] else "tr")
    if _WITHOUT.search(part.lower()):
        return "un"
    return "un" if "un" in kinds else kinds[0] if kinds else ""


def _sign(values: list[tuple[str, float]]) -> int:
    """Which way the treated differ, where just one figure is theirs and one that of the others."""
    if len(values) != 2:
        return 0
    (one, a), (two, b) = values
    if {one, two} == {"tr", "other"}:  # "0.4 g with loaded and 0.9 g with control exosomes"
        return compare(a, b) if one == "tr" else compare(b, a)
    if one == two or "other" in (one, two):
        return 0
    if two == "un" or (one in ("tr", "") and two == "standard"):
        return compare(a, b)
    if one == "un" or (two == "tr" and one == ""):
        return compare(b, a)
    return compare(a, b) if one == "tr" else 0
