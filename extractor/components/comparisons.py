"""Which way an outcome went where only a comparison tells: "12% with exosomes against 30% with
saline", "twice that of controls", "exceeded that of untreated rats", "in controls X was higher".
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.components.analysis import Analysis
from extractor.components.assertions import Assertion
from extractor.components.ellipses import echo
from extractor.components.figures import (
    ARM,
    CHANCE,
    COUNT,
    FIGURE,
    NO_FIGURE,
    OTHER_VESICLES,
    TREATED,
    UNTREATED,
    UNTREATED_SIGNS,
    by_ends,
    compare,
    evenly,
    number,
)
from extractor.components.tallies import of_events, of_values
from extractor.components.units import Unit
from extractor.components.words import NORMAL_LEVELS, SOUND, holds

NUMBERS = "numbers"
"""Trigger of what figures tell."""
TURNED = "turned"
"""Trigger of what was told of the untreated and holds the other way round of the treated."""

_DIGIT = re.compile(r"\d")
_SO_MANY = re.compile(r" in (?:only )?(?:[a-z]{3,6}) (?:out )?of ")  # "occurred in none of eight"
_TIME_BEFORE = re.compile(r"\b(?:at|on|after|within|by|for)\s*$", re.I)
_TIME_BEHIND = re.compile(r"\s*(?:days?|weeks?|hours?|h|min|months?|years?)\b", re.I)
_GIVES = re.compile(
    r"^ (?:down |up )?(?:to|at) (?:a mean of |an average of )?(?=\d)"
    r"|^[^.;:]{0,60}?\b(?:averaged|was|were|reached|amounted to|stood at|came to|of|covered|"
    r"weighed|occupied|measured|peaked at|ended at|made up|took up|totalled|numbered|lay at|"
    r"comprised|"
    r"(?:was|were) (?:graded|scored|rated))\s+"
    r"(?:about |only |on average |some |approximately |nearly |~)?(?=\d)"
    r"|^[^.;:]{0,60}?\b(?:occurred|developed|arose|appeared|recurred|(?:was|were) (?:seen|found|"
    r"observed|noted|present|achieved|detected|recorded)) in (?:only )?"
    r"(?=(?:\d+|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:out )?of )"
    r"|^(?: (?:at|on|in|per|by|after|for) [^.;:]{1,25})?(?: \([^()]{1,20}\))?: (?=[^.;:]{0,30}?\d)"
    r"|^ (?=\d)"
)
_NOT_SO = re.compile(
    r"(?P<a>\d+(?:\.\d+)?)(?: ?(?:%|per ?cent|[a-zµ°]{1,3}\d?(?:/[a-z]+\d?)?))?,? "
    r"(?:instead of|rather than|and not|as against|not|as opposed to) (?:the )?"
    r"(?P<b>\d+(?:\.\d+)?)", re.I
)  # fmt: skip
"""Two figures of which the first is the treated's: "occupied 8% instead of 15%"."""
_WENT = re.compile(
    r"^[^.;:,]{0,40}?\b(?:went|changed|moved|passed|shifted|developed|evolved)\s+from\s+"
    r"(?:[a-z]+ ){0,4}?(?P<a>\d+(?:\.\d+)?)(?P<mid>[^.;]{0,30}?)\bto\s+(?:[a-z]+ ){0,4}?"
    r"(?P<b>\d+(?:\.\d+)?)(?P<rest>[^.;]{0,40})"
)
_DRAWN = re.compile(
    r"^(?: \([^()]*\))?(?::|,)? ?(?:from )?(?P<a>\d+(?:\.\d+)?)(?: ?(?:%|[a-zµ]{1,3}\d?))? ?"
    r"(?:→|->|-->|⟶|➔) ?"
    r"(?P<b>\d+(?:\.\d+)?)"
    r"|^(?::|,) from (?P<c>\d+(?:\.\d+)?)(?: ?(?:%|[a-zµ]{1,3}\d?))? (?:down |up )?to "
    r"(?P<d>\d+(?:\.\d+)?)", re.I
)  # fmt: skip
"""A change told by its ends alone: "apoptosis 31 → 12%", "scar width: from 2.1 to 0.9 mm"."""


def compared(a: Analysis, row: list[Unit], clauses: list[int], j: int) -> Assertion | None:
    """An outcome with no word of change of which figures or a ratio tell."""
    f = row[j].found
    assert f is not None
    if j > 1 and row[j - 1].key == "to" and any(u.key == "ratio" for u in row[max(0, j - 7) : j]):
        return None  # the second part of a ratio
    if f.mention.text.lower().startswith(NORMAL_LEVELS):
        return None  # how many animals reached it, and when
    tokens = a.tokens
    rest = tokens.text[tokens.ends[row[j].last - 1] : tokens.ends[row[-1].last - 1]]
    rest = rest.replace(" v. ", " versus ").replace(" vs. ", " versus ")
    before = [u.key for u in row[max(0, j - 5) : j] if u.found is None]
    if f.mention.text.lower().startswith("number of "):
        before += ["number", "of"]
    low = rest.lower()
    said = tokens.text[tokens.starts[row[0].first] : tokens.starts[row[j].first]]
    figures = _DIGIT.search(rest) is not None
    told = figures or _SO_MANY.search(rest) is not None
    sign = (
        (figures and (_counted(said, rest) or by_ends(rest))) or (told and _figures(rest))
        or (figures and _bounded(low)) or _ratio(low) or _portion(before, low) or _behind(low)
        or _timely(low) or (figures and of_values(rest)) or of_events(rest)
    )
    if not sign and told and _by_chance(rest):
        return Assertion(f, 0, NUMBERS, True, clauses[j], j, unchanged=True)
    if not sign:
        return None
    return Assertion(f, -sign if f.facts.get("inverse") else sign, NUMBERS, False, clauses[j], j)


def _by_chance(rest: str) -> bool:
    """Whether figures for two arms are said to differ by chance: "88 with exosomes and 90 with
    saline (n.s.)".
    """
    opens = _GIVES.match(rest)
    if opens is None:
        return False
    part = _PART_ENDS.split(rest.replace("n.s.", "ns"))[0]
    arms = {bool(m["un"]) for m in ARM.finditer(part)}
    chance = CHANCE.search(part)
    if chance is None:
        return len(arms) == 2 and evenly(part, opens.end())
    return len(arms) == 2 or len(FIGURE.findall(part[: chance.start()])) > 1


_FIGURE_BEFORE = re.compile(r"(?<![\w.±])(?P<n>\d+(?:\.\d+)?)(?: [a-z-]+){0,2} $", re.I)
_SECOND = re.compile(
    r"^[^.;:\d]{0,70}?(?P<link>,? ?(?:\((?:vs\.?|versus|against)?|\b(?:as against|against|versus|"
    r"vs\.?|as opposed to|compared (?:with|to)|instead of|rather than|and|but|whereas|while)))"
    r"(?P<mid>[^.;:\d]{0,40}?)(?P<n>\d+(?:\.\d+)?)(?P<rest>[^.;]{0,40})", re.I
)  # fmt: skip
_HELD = re.compile(
    r"\b(?:was|were|had|have|has|contained|held|showed|harbou?red|counted|carried|bore)\b"
)


def _counted(said: str, rest: str) -> int:
    """The sign of two figures of which the first stands before the outcome: "had 14 goblet cells
    per crypt, as against 5 in controls", "there were 14 X with exosomes and 5 with saline".

    Args:
        said: The sentence before the outcome.
        rest: The sentence behind it.
    """
    counts = said.endswith(" ") and _DIGIT.search(said) is not None
    first = _FIGURE_BEFORE.search(said) if counts else None
    if first is None or not _HELD.search(said):
        return 0
    second = _SECOND.match(rest)
    if second is None or CHANCE.search(rest):
        return 0
    before = said[: first.start()] + rest[: second.start("link")]
    behind = second["mid"] + second["rest"]
    one, other = ARM.search(before), ARM.search(behind)
    if one is None or other is None or bool(one["un"]) == bool(other["un"]):
        return 0
    sign = compare(float(first["n"]), float(second["n"]))
    return -sign if one["un"] else sign


_NOTED = re.compile(
    r"^(?:[ ,](?:at|day|week|on)[^:.;]{1,20})?: (?P<a>\d+(?:\.\d+)?)(?:/(?P<an>\d+))?"
    r" ?(?:\+|%|[A-Za-zµ]+[²³0-9]?(?:/[a-zA-Z]+)?)? (?:vs\.?|versus|against) "
    r"(?P<b>\d+(?:\.\d+)?)(?:/(?P<bn>\d+))?"
    r" ?(?:\+|%|[A-Za-zµ]+[²³0-9]?(?:/[a-zA-Z]+)?)?(?= ?[.;,(]|$)"
    r"(?! ?\((?:exo|s?ev|treated))"
)
"""Figures of the treated and of controls in notes: "proteinuria: 1+ vs 3+"."""
_BELOW_ZERO = re.compile(r"(?<![\w.)%])[-–−](?=\d)")


def _figures(rest: str) -> int:
    """The sign of the difference of two figures, those of the treated and the untreated."""
    if len(_BELOW_ZERO.findall(rest)) > 1:
        return -_figures(_BELOW_ZERO.sub("", rest))  # "was −31 with exosomes, −62 with saline"
    went = _WENT.match(rest)
    if went is not None and re.search(UNTREATED, went["mid"], re.I) and re.search(
        TREATED, went["rest"], re.I
    ):
        return compare(float(went["b"]), float(went["a"]))  # "from 6 in untreated to 3 in treated"
    if went is not None and not re.search(UNTREATED, went["mid"] + went["rest"], re.I):
        return compare(float(went["b"]), float(went["a"]))
    drawn = _DRAWN.match(rest)
    if drawn is not None:
        return compare(float(drawn["b"] or drawn["d"]), float(drawn["a"] or drawn["c"]))
    notes = _NOTED.match(rest)
    if notes is not None:
        a, b = (float(notes[k]) / float(notes[k + "n"] or 1) for k in "ab")
        return compare(a, b)
    opens = _GIVES.match(rest)
    if opens is None:
        return 0
    other = _NOT_SO.match(rest, opens.end())
    if other is not None:
        return compare(float(other["a"]), float(other["b"]))
    noted = rest[: opens.end()].endswith(": ")  # "Fibrosis: 4% with exosomes, 9% with saline"
    ends = _NOTE_ENDS if noted else _PART_ENDS
    end = ends.search(rest, opens.end() if noted else 0)
    part = rest[: end.start() if end else len(rest)][:240]
    if CHANCE.search(rest[: len(part) + 3]):
        return 0  # "810 with exosomes, 795 with saline (n.s.)"
    events = [
        (m.start(), "n", number(m["n"]) / max(1.0, number(m["m"])))
        for m in COUNT.finditer(part, opens.end())
    ]
    counted = [m.span() for m in COUNT.finditer(part)]
    for m in FIGURE.finditer(part, opens.end()):
        if any(a <= m.start() < b for a, b in counted):
            continue
        timed = _TIME_BEFORE.search(part[: m.start()]) and _TIME_BEHIND.match(part, m.end())
        if not timed and not NO_FIGURE.search(part[: m.start()]):
            events.append((m.start(), "n", float(m["n"])))
    for m in ARM.finditer(part):
        if m["tr"] and OTHER_VESICLES.search(part[: m.start()].lower()):
            events.append((m.start(), "other", 0.0))
        else:
            events.append((m.start(), "un" if m["un"] else "tr", 0.0))
    events.sort()
    if [kind for _, kind, _ in events] == ["n", "un", "n"] and (
        "," in part[: events[1][0]] or part[events[1][0] - 1] == "("
    ):
        # "13 at eight weeks, those given saline 8", "13 (saline: 8)": the arm stands first
        return compare(events[0][2], events[2][2])
    if [kind for _, kind, _ in events] == ["n", "tr", "n"] and _SET_AGAINST.search(
        part[: events[2][0]]
    ):
        return compare(events[0][2], events[2][2])  # "78% with exosomes versus 49%"
    return _paired(events)


_SET_AGAINST = re.compile(r"\b(?:versus|vs|v|against|as opposed to) (?:only |just )?$")
_PART_ENDS = re.compile(r";|:(?![^()]*\))|\.\s")
_NOTE_ENDS = re.compile(r":(?![^()]*\))|\.\s")
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


def _paired(events: list[tuple[int, str, float]]) -> int:
    """The sign that figures give once each has its arm: the one named behind it, else before it."""
    values: dict[str, list[float]] = {"tr": [], "un": [], "other": [], "": []}
    behind = next((kind for _, kind, _ in events), "") == "n"
    ordered = events if behind else events[::-1]
    for k, (_, kind, value) in enumerate(ordered):
        if kind == "n":
            arm = ordered[k + 1][1] if k + 1 < len(ordered) else ""
            values["" if arm == "n" else arm].append(value)
    standard = values["un"] or (values["other"] if values["tr"] else [])
    if len(standard) != 1:
        return 0
    treated = values["tr"] or (values[""] if len(values[""]) == 1 else [])
    signs = {compare(v, standard[0]) for v in treated}
    return signs.pop() if len(signs) == 1 else 0


_THAT_OF = (
    r"(?:(?:that|those|the (?:level|value|amount|number)s?) (?:of|in|seen in|found in|after|with) |"
    r"what (?:was (?:seen|found|measured) (?:in|with|after) )?)"
)
_OF_CONTROL = rf"(?:{_THAT_OF})?(?:the )?(?:[\w-]+ ){{0,2}}?{UNTREATED}"
_MORE = (
    r"(?:one and a half times|twice|thrice|double|treble|triple|"
    r"(?P<times>[\w.]+)(?:-?fold| times))"
)
_PART = (
    r"(?:(?:only |barely |merely |just |about |nearly |roughly |little |under |over |less than |"
    r"more than )*(?:half|a half|(?:a|one|two)[ -]thirds?|(?:a|one|three)[ -]quarters?|"
    r"a fifth|a tenth|"
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
    rf"(?:of )?{_THAT_OF}(?:the )?(?:[\w-]+ ){{0,2}}?{UNTREATED}|"
    rf"the (?:size|volume|length|thickness|area|width|depth|weight|number|extent) (?:of )?"
    rf"{_OF_CONTROL}|"
    rf"as (?P<turned>[\w-]+) (?:in|with|after) (?:the )?{UNTREATED}|"
    rf"as (?P<alone>[\w-]+)(?=\s*(?:[.,;]|$)| (?:with|after|upon) (?:the )?(?:[\w-]+ ){{0,2}}?"
    rf"{TREATED}| (?:in|of|among) (?:the )?treated | (?:in|of|among) (?:the )?(?:[\w-]+ ){{1,4}}?"
    rf"(?:given|receiving|injected with|"
    rf"treated with) (?:[\w-]+ ){{0,2}}?{TREATED}))"
)
_SHARES = tuple(  # what stands wherever a ratio is told
    "time twice thrice double treble triple fold half third quarter fifth tenth % cent".split()
)
_EXCEEDS = re.compile(
    r"^[^.;:,]{0,50}?\b(?:(?P<more>exceeded|surpassed|outstripped|overtopped|outdid|(?:was|were|"
    r"lay|stood|remained|stayed) (?:well |far |clearly |\d+(?:\.\d+)? ?\S+ )?(?:above|over))|"
    r"(?P<less>fell short of|"
    r"trailed|(?:was|were|lay|stood|remained|stayed) (?:well |far |clearly |"
    r"\d+(?:\.\d+)? ?\S+ )?(?:below|under|beneath)))\s+"
    rf"(?:{_OF_CONTROL}|(?:the )?(?:pbs|saline|vehicle|control|placebo) (?:level|value|mean|figure)"
    rf"s?\b|(?P<turned>{_THAT_OF}(?:the )?(?:[\w-]+ )?{TREATED}))"
)


def _ratio(rest: str) -> int:
    """The sign of a ratio to the untreated: "was twice that of controls", "exceeded that of"."""
    met = _EXCEEDS.match(rest)
    if met is not None:
        sign = 1 if met["more"] else -1
        led = rest[: met.start("more" if met["more"] else "less")]
        return -sign if met["turned"] and not re.search(TREATED, led) else sign
    met = _RATIO.match(rest) if holds(rest, _SHARES) else None
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
        counted = behind in (["as", "many"], ["the", "number", "of"])
        if counted and key in (*_PORTIONS, "times", "fold"):
            turned = re.match(rf"[^.;,]*?{UNTREATED}[^.;,]*? as [^.;,]*?{TREATED}", rest)
            return -_PORTIONS.get(key, 1) if turned else _PORTIONS.get(key, 1)
        if key in _PORTIONS and set(behind) <= {"the", "as", "many", "much", "of", "serum", "a"}:
            return _PORTIONS[key] if behind and _STANDARD.match(rest) else 0
    return 0


_AMOUNT_BEHIND = re.compile(
    r"^\s+(?:about |only |some |almost |nearly |by )*(?:(?P<part>(?:a |one |two )?(?:third|thirds|"
    r"quarter|half)|\d+(?:\.\d+)? ?(?:%|per ?cent))|(?P<more>twice|double|(?:\d+(?:\.\d+)?|two|"
    r"three|four|five|ten) times))\s+(?P<how>[a-z]+er\b|the (?:size|volume|number|weight|length|"
    r"thickness|area|depth)\b)"
)


def _behind(rest: str) -> int:
    """The sign of an amount behind a name: "infarcts a third smaller", "half the size"."""
    met = _AMOUNT_BEHIND.match(rest)
    if met is None:
        return 0
    if met["how"].startswith("the "):
        return 1 if met["more"] else -1
    if met["how"] not in _COMPARATIVES:
        return 0
    return -1 if re.match(_SMALLER, met["how"]) else 1


_TIMELY = re.compile(
    r"^\s+(?:was|were|came|began|occurred|set in|started) (?:completed? )?(?:[\w-]+ ){0,4}?"
    r"(?:(?P<early>earlier|sooner|faster)|later)\b"
)


def _timely(rest: str) -> int:
    """The sign of a time set against another: "was complete a week earlier", "came later"."""
    met = _TIMELY.match(rest)
    return 0 if met is None else 1 if met["early"] else -1


_SMALLER = (
    r"(?:less|fewer|lesser|lower|smaller|shorter|thinner|lighter|weaker|slower|narrower|poorer)"
)
_COMPARATIVES = frozenset(
    "more less fewer worse better greater lesser further higher lower larger smaller longer "
    "shorter thicker thinner heavier lighter stronger weaker faster slower denser sparser wider "
    "narrower poorer richer deeper severer milder exceeded earlier later sooner".split()
)
_AGAINST = re.compile(
    r"\b(?:than|compared (?:with|to)|relative to|versus|vs\.?|as against|"
    r"in comparison (?:with|to))\b(?:[^.;]|\.(?=\d))*?(?=,|;|$|\.\s|\.$)"
    r"|\b(?:of )?(?:that|those) (?:of|in|under|with|after|seen in|found in)\b"
    r"(?:[^.;]|\.(?=\d))*?(?=,|;|$|\.\s|\.$)"
    r"|^as (?:that|those|in|with|after|of)\b(?:[^.;]|\.(?=\d))*?(?=,|;|$| and |\.\s|\.$)"
)
_SOUND = re.compile(rf"\b(?:{SOUND}|baseline)\b")
_ABSENT = re.compile(rf"(?:without|in the absence of) (?:the |any |such )?{TREATED}")
_SHORT_OF = re.compile(
    rf"^ (?:\w+ly )?to (?:about |only |just |merely |barely |no more than |not more than |some )*"
    rf"(?:half|a (?:third|quarter|fifth|tenth)|two thirds|[1-9]\d?(?:\.\d+)? ?(?:%|per ?cent)) "
    rf"(?:of )?(?:{_THAT_OF}|that under )?(?:the )?(?:[\w-]+ ){{0,2}}?{UNTREATED}"
)
"""How little something grew: "rose to only 40% of that in controls"."""
_ONLY = frozenset("only merely just less hardly scarcely barely".split())
_GOES_ON = frozenset("and but whereas while".split())


def turned(
    a: Analysis, row: list[Unit], clauses: list[int], made: list[Assertion]
) -> list[Assertion]:
    """Turn round what is told of the untreated by comparison: "controls had more X"."""
    if not any(map(_may_turn, made)):
        return made
    tokens = a.tokens
    whole = tokens.text[tokens.starts[row[0].first] : tokens.ends[row[-1].last - 1]].lower()
    if not _ABSENT.match(whole) and not (
        holds(whole, UNTREATED_SIGNS) and re.search(UNTREATED, whole)
    ):
        return made
    out: list[Assertion] = []
    for x in made:
        if not _may_turn(x):
            out.append(x)
            continue
        units = [u for u, c in zip(row, clauses, strict=True) if c == clauses[x.at]]
        first, last = units[0].first, units[-1].last
        clause = tokens.text[tokens.starts[first] : tokens.ends[last - 1]].lower()
        second = _second(a, row, clauses, x)
        rest = tokens.text[tokens.ends[row[x.at].last - 1] : tokens.ends[row[-1].last - 1]]
        if row[x.at].sign == "+" and row[x.at].voice == "left" and _SHORT_OF.match(rest.lower()):
            out.append(replace(x, sign=-x.sign, trigger=NUMBERS))
        elif second is not None:
            out.append(second)
        elif _ABSENT.match(clause):  # "without exosomes, X rose"
            out.append(replace(x, sign=-x.sign, trigger=TURNED))
        elif _is_comparative(a, row, x) and (told := _of_untreated(clause)):
            if told == "turned":
                out.append(replace(x, sign=-x.sign, trigger=TURNED))
        else:
            out.append(x)
    return out


def _may_turn(x: Assertion) -> bool:
    """Whether an assertion is a change told in words."""
    return bool(x.sign) and not (x.unchanged or x.negated or x.trigger == NUMBERS)


def _of_untreated(clause: str) -> str:
    """Whether a clause tells of the untreated: ``turned`` if set against the treated or against
    nothing, ``model`` if against the healthy, else ``""``.
    """
    standards = [m.group() for m in _AGAINST.finditer(clause)]
    holder = _AGAINST.sub(" ", clause)
    absent = _ABSENT.match(holder)
    if not absent and (re.search(TREATED, holder) or not re.search(UNTREATED, holder)):
        return ""
    standard = " ".join(standards)
    if _SOUND.search(standard):
        return "model"
    if _SOUND.search(holder):
        return ""
    against = re.search(TREATED, standard) and not re.search(UNTREATED, standard)
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
        told = re.search(UNTREATED, first) and not re.search(TREATED, first)
        if told and re.search(rf"\b(?:but|whereas|while|yet)\b.*?{UNTREATED}", first):
            return None  # "was maintained, whereas in controls it dropped"
        if not (joined and told) or re.match(rf"[^.;,]{{0,20}}{UNTREATED}", behind):
            return None
        sign = 1 if u.sign == "+" else -1 if u.sign == "-" else echo(row, x, x.found)
        sign = -sign if x.found.facts.get("inverse") and u.sign in "+-" else sign
        smaller = between in _ONLY or _ONLY & {v.key for v in row[k + 1 : k + 4]}
        sign = -sign if smaller and sign == x.sign else sign
        return replace(x, sign=sign, trigger=TURNED, at=k, clause=clauses[k])
    return None
