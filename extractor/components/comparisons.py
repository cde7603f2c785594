"""Which way an outcome went where only a comparison tells: "12% with exosomes against 30% with
saline", "twice that of controls", "exceeded that of untreated rats", "in controls X was higher".
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.components.analysis import Analysis
from extractor.components.assertions import Assertion
from extractor.components.ellipses import echo
from extractor.components.units import Unit
from extractor.components.words import SOUND

NUMBERS = "numbers"
"""Trigger of what figures tell."""
TURNED = "turned"
"""Trigger of what was told of the untreated and holds the other way round of the treated."""

_UNTREATED = (
    r"(?<![\w-])(?:(?:saline|vehicle|pbs|placebo|untreated|controls?|mock|buffer)\b"
    r"(?![- ]?(?:exo|s?evs?\b|vesicle|level|value|trial|stud))|"
    r"model (?:group|mice|rats|animals|cells|hearts|kidneys|livers))"
)
_TREATED = (
    r"(?:[\w-]*exo(?:some)?s?\b|[\w-]*\bs?evs?\b|vesicles?\b|[\w-]*mscs?\b|(?<![\w-])treated\b|"
    r"(?<![\w-])treatment\b)"
)
_OTHER = re.compile(
    r"(?:control|empty|fibroblasts?|hek293t?|unmodified|naive|scrambled|unloaded|aged|old|nc)"
    r"(?:[- ]derived)?[- ]?$"
)
_ARM = re.compile(rf"(?P<un>{_UNTREATED})|(?P<tr>{_TREATED})", re.I)
_FIGURE = re.compile(r"(?<![\w.±])(?P<n>\d+(?:\.\d+)?)(?![\w.]*\d|[Dd]\b)")
_NO_FIGURE = re.compile(
    r"(?:±|\+/[-−]|\b[pn]\s*[=<>≤]|\bday|\bdays|\bweek|\bweeks|\bmonth|\bci|\bfig\.?|"
    r"\d ?%? to|[-–−])\s*$",
    re.I,
)
_TIME_BEFORE = re.compile(r"\b(?:at|on|after|within|by|for)\s*$", re.I)
_TIME_BEHIND = re.compile(r"\s*(?:days?|weeks?|hours?|h|min|months?|years?)\b", re.I)
_GIVES = re.compile(
    r"^[^.;:]{0,60}?\b(?:averaged|was|were|reached|amounted to|stood at|came to|of|covered|"
    r"occupied|measured|peaked at|ended at|made up|took up|totalled|numbered|lay at|comprised)\s+"
    r"(?:about |only |on average |some |approximately |nearly |~)?(?=\d)"
    r"|^[^.;:]{0,60}?\b(?:occurred|developed|arose|appeared|recurred|(?:was|were) (?:seen|found|"
    r"observed|noted|present|achieved|detected|recorded)) in (?:only )?"
    r"(?=(?:\d+|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:out )?of )"
)
_NOT_SO = re.compile(
    r"(?P<a>\d+(?:\.\d+)?)(?: ?(?:%|per ?cent|[a-zµ°]{1,3}\d?(?:/[a-z]+\d?)?))?,? "
    r"(?:instead of|rather than|and not|as against|not|as opposed to) (?:the )?"
    r"(?P<b>\d+(?:\.\d+)?)", re.I
)  # fmt: skip
"""Two figures of which the first is the treated's: "occupied 8% instead of 15%"."""
_CHANCE = re.compile(
    r"\bn\.? ?s\b|\bp\s*=\s*0?\.(?:[1-9]|0[6-9])|\b(?:not|non-?) ?significant", re.I
)
_WORDS = "none one two three four five six seven eight nine ten eleven twelve".split()
_NUMBER = rf"(?:\d+|{'|'.join(_WORDS)})"
_COUNT = re.compile(rf"\b(?P<n>{_NUMBER}) (?:out of|of|in|/) (?:the )?(?P<m>{_NUMBER})\b")
_WENT = re.compile(
    r"^[^.;:,]{0,40}?\b(?:went|changed|moved|passed|shifted|developed|evolved)\s+from\s+"
    r"(?:[a-z]+ ){0,4}?(?P<a>\d+(?:\.\d+)?)(?P<mid>[^.;]{0,30}?)\bto\s+(?:[a-z]+ ){0,4}?"
    r"(?P<b>\d+(?:\.\d+)?)(?P<rest>[^.;]{0,40})"
)


def compared(a: Analysis, row: list[Unit], clauses: list[int], j: int) -> Assertion | None:
    """An outcome with no word of change of which figures or a ratio tell."""
    f = row[j].found
    assert f is not None
    if j > 1 and row[j - 1].key == "to" and any(u.key == "ratio" for u in row[max(0, j - 7) : j]):
        return None  # the second part of a ratio
    tokens = a.tokens
    rest = tokens.text[tokens.ends[row[j].last - 1] : tokens.ends[row[-1].last - 1]]
    before = [u.key for u in row[max(0, j - 5) : j] if u.found is None]
    low = rest.lower()
    sign = _figures(rest) or _bounded(low) or _ratio(low) or _portion(before, low)
    if not sign:
        return None
    sign = -sign if f.facts.get("inverse") else sign
    return Assertion(f, sign, NUMBERS, False, clauses[j], j)


def _figures(rest: str) -> int:
    """The sign of the difference of two figures, those of the treated and the untreated."""
    went = _WENT.match(rest)
    if went is not None and not re.search(_UNTREATED, went["mid"] + went["rest"], re.I):
        return _compare(float(went["b"]), float(went["a"]))
    opens = _GIVES.match(rest)
    if opens is None:
        return 0
    other = _NOT_SO.match(rest, opens.end())
    if other is not None:
        return _compare(float(other["a"]), float(other["b"]))
    part = re.split(r";|:(?![^()]*\))|\.\s", rest)[0][:240]
    if _CHANCE.search(rest[: len(part) + 3]):
        return 0  # "810 with exosomes, 795 with saline (n.s.)"
    events = [
        (m.start(), "n", _number(m["n"]) / max(1.0, _number(m["m"])))
        for m in _COUNT.finditer(part, opens.end())
    ]
    counted = [m.span() for m in _COUNT.finditer(part)]
    for m in _FIGURE.finditer(part, opens.end()):
        if any(a <= m.start() < b for a, b in counted):
            continue
        timed = _TIME_BEFORE.search(part[: m.start()]) and _TIME_BEHIND.match(part, m.end())
        if not timed and not _NO_FIGURE.search(part[: m.start()]):
            events.append((m.start(), "n", float(m["n"])))
    for m in _ARM.finditer(part):
        if m["tr"] and _OTHER.search(part[: m.start()].lower()):
            events.append((m.start(), "other", 0.0))
        else:
            events.append((m.start(), "un" if m["un"] else "tr", 0.0))
    events.sort()
    if [kind for _, kind, _ in events] == ["n", "un", "n"] and (
        "," in part[: events[1][0]] or part[events[1][0] - 1] == "("
    ):
        # "13 at eight weeks, those given saline 8", "13 (saline: 8)": the arm stands first
        return _compare(events[0][2], events[2][2])
    return _paired(events)


_BOUNDED = re.compile(
    r"^[^.;:]{0,60}?\b(?:(?P<below>(?:did|does|has|had) not (?:exceed|surpass|pass|"
    r"(?:go|rise|climb|get) (?:beyond|above|over))|"
    r"(?:stayed|remained|kept|was kept|were kept|was held) (?:below|under))|"
    r"(?:did|does) not go (?:below|under)|(?:stayed|remained) above) \d"
)


def _bounded(rest: str) -> int:
    """The sign that a limit tells: "did not exceed 29 mmHg after treatment"."""
    met = _BOUNDED.match(rest)
    return 0 if met is None else -1 if met["below"] else 1


def _number(word: str) -> float:
    return float(_WORDS.index(word) if word in _WORDS else word)


def _paired(events: list[tuple[int, str, float]]) -> int:
    """The sign that figures give once each has its arm: the one named behind it, else before it."""
    values: dict[str, list[float]] = {"tr": [], "un": [], "other": [], "": []}
    behind = next((kind for _, kind, _ in events), "") == "n"
    ordered = events if behind else events[::-1]
    for k, (_, kind, value) in enumerate(ordered):
        if kind == "n":
            arm = ordered[k + 1][1] if k + 1 < len(ordered) else ""
            values["" if arm == "n" else arm].append(value)
    if len(values["un"]) != 1:
        return 0
    treated = values["tr"] or (values[""] if len(values[""]) == 1 else [])
    signs = {_compare(v, values["un"][0]) for v in treated}
    return signs.pop() if len(signs) == 1 else 0


def _compare(a: float, b: float) -> int:
    return (a > b) - (a < b)


_THAT_OF = (
    r"(?:(?:that|those|the (?:level|value|amount|number)s?) (?:of|in|seen in|found in|after|with) |"
    r"what (?:was (?:seen|found|measured) (?:in|with|after) )?)"
)
_OF_CONTROL = rf"(?:{_THAT_OF})?(?:the )?(?:[\w-]+ ){{0,2}}?{_UNTREATED}"
_MORE = r"(?:twice|thrice|double|treble|triple|(?P<times>[\w.]+)(?:-?fold| times))"
_PART = (
    r"(?:(?:only |barely |merely |just |about |nearly |roughly )*(?:half|a half|"
    r"(?:a|one|two) thirds?|(?:a|one|three) quarters?|a fifth|a tenth|"
    r"(?P<percent>\d+(?:\.\d+)?) ?(?:%|per ?cent|percent)))"
)
_SMALL = r"(?:low|small|few|thin|short|slow|rare|scarce|weak|mild|light|narrow)"
_RATIO = re.compile(
    rf"^[^.;:,]{{0,50}}?\b(?:was|were|amounted to|came to|reached|averaged|made up|stood at)\s+"
    rf"(?:(?:found|present|measured|seen) )?(?:about |almost |nearly |some |roughly |"
    rf"approximately |on average |each |both |at )*"
    rf"(?:(?P<more>{_MORE})|(?P<part>{_PART}))\s+"
    rf"(?:as (?P<adjective>[\w-]+) as |(?:of )?(?:the )?(?:control|vehicle|saline|pbs|untreated) "
    rf"(?:level|value|mean|figure)s?\b|(?:of )?(?:its|their|the) "
    rf"(?:former|initial|original|earlier|previous) (?:level|value|size|extent|number|figure)s?\b|"
    rf"(?:of )?{_THAT_OF}(?:the )?(?:[\w-]+ ){{0,2}}?{_UNTREATED}|"
    rf"as (?P<turned>[\w-]+) (?:in|with|after) (?:the )?{_UNTREATED}|"
    rf"as (?P<alone>[\w-]+)(?=\s*(?:[.,;]|$)| (?:with|after|upon) (?:the )?(?:[\w-]+ ){{0,2}}?"
    rf"{_TREATED}))"
)
_EXCEEDS = re.compile(
    r"^[^.;:,]{0,50}?\b(?:(?P<more>exceeded|surpassed|outstripped|overtopped|outdid|(?:was|were|"
    r"lay|stood|remained|stayed) (?:well |far |clearly |\d+(?:\.\d+)? ?\S+ )?(?:above|over))|"
    r"(?P<less>fell short of|"
    r"trailed|(?:was|were|lay|stood|remained|stayed) (?:well |far |clearly |"
    r"\d+(?:\.\d+)? ?\S+ )?(?:below|under|beneath)))\s+"
    rf"(?:{_OF_CONTROL}|(?P<turned>{_THAT_OF}(?:the )?(?:[\w-]+ )?{_TREATED}))"
)


def _ratio(rest: str) -> int:
    """The sign of a ratio to the untreated: "was twice that of controls", "exceeded that of"."""
    met = _EXCEEDS.match(rest)
    if met is not None:
        sign = 1 if met["more"] else -1
        return -sign if met["turned"] else sign
    met = _RATIO.match(rest)
    if met is None or re.match(r"[^.;,]*?\b(?:sham|healthy|naive|normal)\b", rest[met.end() - 9 :]):
        return 0
    percent = met["percent"]
    sign = 1 if met["more"] or (percent is not None and float(percent) > 100) else -1
    adjective = met["adjective"] or met["turned"] or met["alone"] or ""
    sign = -sign if re.match(_SMALL, adjective) else sign
    return -sign if met["turned"] else sign  # "was twice as large in controls"


_PORTIONS = {
    "twice": 1, "double": 1, "thrice": 1, "triple": 1, "half": -1, "third": -1, "quarter": -1,
}  # fmt: skip
_STANDARD = re.compile(rf"^[^.;,]{{0,40}}?\b(?:of|in|as|than|seen in|found in) {_OF_CONTROL}")


def _portion(before: list[str], rest: str) -> int:
    """The sign of "had twice the X of controls", "half as much X as in controls"."""
    for k, key in enumerate(before):
        behind = before[k + 1 :]
        if key in _PORTIONS and set(behind) <= {"the", "as", "many", "much", "of", "serum", "a"}:
            return _PORTIONS[key] if behind and _STANDARD.match(rest) else 0
    return 0


_COMPARATIVES = frozenset(
    "more less fewer worse better greater lesser further higher lower larger smaller longer "
    "shorter thicker thinner heavier lighter stronger weaker faster slower denser sparser wider "
    "narrower poorer richer deeper severer milder exceeded earlier later sooner".split()
)
_AGAINST = re.compile(
    r"\b(?:than|compared (?:with|to)|relative to|versus|vs\.?|as against|"
    r"in comparison (?:with|to))\b[^.;]*?(?=,|;|$|\.\s|\.$)"
    r"|^as (?:that|those|in|with|after|of)\b[^.;]*?(?=,|;|$| and |\.\s|\.$)"
)
_SOUND = re.compile(rf"\b(?:{SOUND}|baseline)\b")
_ABSENT = re.compile(rf"(?:without|in the absence of) (?:the |any |such )?{_TREATED}")
_ONLY = frozenset("only merely just less".split())
_GOES_ON = frozenset("and but whereas while".split())


def turned(
    a: Analysis, row: list[Unit], clauses: list[int], made: list[Assertion]
) -> list[Assertion]:
    """Turn round what is told of the untreated by comparison: "controls had more X"."""
    tokens = a.tokens
    whole = tokens.text[tokens.starts[row[0].first] : tokens.ends[row[-1].last - 1]].lower()
    if not re.search(_UNTREATED, whole):
        return made
    out: list[Assertion] = []
    for x in made:
        if not x.sign or x.unchanged or x.negated or x.trigger == NUMBERS:
            out.append(x)
            continue
        units = [u for u, c in zip(row, clauses, strict=True) if c == clauses[x.at]]
        first, last = units[0].first, units[-1].last
        clause = tokens.text[tokens.starts[first] : tokens.ends[last - 1]].lower()
        second = _second(a, row, clauses, x)
        if second is not None:
            out.append(second)
        elif _is_comparative(a, row, x) and (told := _of_untreated(clause)):
            if told == "turned":
                out.append(replace(x, sign=-x.sign, trigger=TURNED))
        else:
            out.append(x)
    return out


def _of_untreated(clause: str) -> str:
    """Whether a clause tells of the untreated: ``turned`` if set against the treated or against
    nothing, ``model`` if against the healthy, else ``""``.
    """
    standards = [m.group() for m in _AGAINST.finditer(clause)]
    holder = _AGAINST.sub(" ", clause)
    absent = _ABSENT.match(holder)
    if not absent and (re.search(_TREATED, holder) or not re.search(_UNTREATED, holder)):
        return ""
    standard = " ".join(standards)
    if _SOUND.search(standard):
        return "model"
    if _SOUND.search(holder):
        return ""
    against = re.search(_TREATED, standard) and not re.search(_UNTREATED, standard)
    return "turned" if not standards or against else ""


def _is_comparative(a: Analysis, row: list[Unit], x: Assertion) -> bool:
    """Whether a comparative stands beside the outcome or in its own words."""
    j = next((k for k, u in enumerate(row) if u.found is x.found), x.at)
    lo, hi = min(j, x.at), max(j, x.at)
    near = {u.key for u in row[max(0, lo - 3) : hi + 2] if u.found is None}
    return bool(_COMPARATIVES & (near | set(a.tokens.keys[x.found.first : x.found.last])))


def _second(a: Analysis, row: list[Unit], clauses: list[int], x: Assertion) -> Assertion | None:
    """What the treated did where the untreated are told of first: "rose in controls and fell in
    treated rats", "doubled in controls but rose by only 5% in treated ones".
    """
    if row[x.at].voice != "left":
        return None
    tokens = a.tokens
    for k in range(x.at + 2, len(row)):
        u = row[k]
        if u.kind in ("gene", "effect", "disease"):
            return None
        if u.voice != "left" or u.sign not in ("+", "-", ">", "<"):
            continue
        first, between, behind = (
            tokens.text[tokens.starts[lo] : tokens.ends[hi - 1]].lower() if hi > lo else ""
            for lo, hi in (
                (row[x.at].last, row[k].first),
                (row[k - 1].first, row[k].first),
                (row[k].last, row[-1].last),
            )
        )
        joined = _GOES_ON & {v.key for v in row[x.at : k]}
        told = re.search(_UNTREATED, first) and not re.search(_TREATED, first)
        if not (joined and told) or re.match(rf"[^.;,]{{0,20}}{_UNTREATED}", behind):
            return None
        sign = 1 if u.sign == "+" else -1 if u.sign == "-" else echo(row, x, x.found)
        sign = -sign if x.found.facts.get("inverse") and u.sign in "+-" else sign
        smaller = between in _ONLY or _ONLY & {v.key for v in row[k + 1 : k + 4]}
        sign = -sign if smaller and sign == x.sign else sign
        return replace(x, sign=sign, trigger=TURNED, at=k, clause=clauses[k])
    return None
