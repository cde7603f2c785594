"""Levels told of the sick or the untreated, and that vesicles set them right: "X was high in the
untreated and returned to normal with the exosomes", "the rise in X was absent in mice given
vesicles", "corrected X, which the toxin had lowered".
"""

from __future__ import annotations

import re

from extractor.components.analysis import Analysis
from extractor.components.assertions import Assertion
from extractor.components.comparisons import NUMBERS
from extractor.components.figures import TREATED, UNTREATED
from extractor.components.lazily import lazily
from extractor.components.opposed import ANY_TREATED
from extractor.components.units import Unit

_UP = (
    r"(?:high|higher|elevated|raised|increased|abundant|plentiful|up-?regulated|rose|climbed|"
    r"soared|went up|shot up|doubled|trebled|tripled|surged|up|induced|in excess)"
)
_DOWN = (
    r"(?:low|lower|lowered|reduced|decreased|scarce|sparse|depleted|down-?regulated|diminished|"
    r"fell|dropped|declined|sank|dwindled|waned|went down|plummeted|halved|down|lost|"
    r"abolished|suppressed|impaired|blunted|extinguished|repressed)"
)
_LEVEL = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
_GIVEN = r"(?:given|receiving|that (?:had )?received|treated with|injected with|left)"
_SICK = (
    rf"(?:[^.;,]{{0,30}}?(?:{UNTREATED}|(?<![\w-])(?:sick|ill|diseased|injured|unprotected) \w+)"
    rf"|[^.;,]{{0,20}}? {_GIVEN} (?:only )?(?:buffer|saline|vehicle|pbs|nothing|placebo|medium))"
)
_PLACE = (
    rf"(?:(?:in|of|among|with|on|under|for) {_SICK}|"
    r"(?:after|upon|following|by|during|in response to) (?:the )?(?:[\w/αβγ+-]+ ?){1,4})"
    r"[^.;,]{0,25}?"
)
_NORMAL = (
    r"(?:normal|baseline|(?:the )?(?:level|levels|value|values|range)s? (?:of|seen|found|in)|"
    r"(?:healthy|sham|control|intact|normal) )"
)
_STAYS = r"(?:stayed|remained|(?:was|were) (?:kept|held|maintained)|kept|held)"
_UNDO = (
    r"(?:abolished|prevented|reversed|undid|cancell?ed|corrected|countered|counteracted|blocked|"
    r"offset|averted|abrogated|blunted|removed|suppressed|eliminated|nullified|negated|overcame|"
    r"put right|made good|annulled|attenuated|mitigated|opposed|halted|stopped|wiped out|erased)"
)
_RIGHT = (
    rf"(?:(?:return|came back|come back|went back|brought back|fell back|rose back|climbed back|"
    rf"reverted)(?:ed)? (?:\w+ )?(?:to|towards?|at|close|near)[^.;]{{0,20}}?{_NORMAL}|"
    r"(?:was|were|had) (?:\w+ly )?(?:recovered|restored|normali[sz]ed|corrected|spared|rescued)|"
    r"recovered|normali[sz]ed|reappeared|"
    r"(?:returned|came back) (?:when|with|after|upon|under)\b|"
    r"(?:was|were) (?:back|(?:\w+ )?normal\b)|"
    r"(?:did|was|were|had) not(?! (?:\w+ly )?(?:return|recover|come|go|change|differ|reach|improve|"
    r"restored|normal|corrected|rescued|reduc|lower|decreas|diminish|suppress|inhibit|attenuat|rais|"
    r"increas|elevat|enhanc|alter|affect|influenc|modif|prevent|revers|fall|drop|rise|declin))|"
    rf"{_STAYS} (?:\w+ )?(?:normal|unchanged|stable|at|near|close|within|in the normal|as in|"
    r"where it (?:was|had been))|"
    r"(?<=but )not (?:in|with|when|after|if|under|where)|"
    r"(?:an? |the )?(?:effect|change|rise|fall|drop|loss|increase|decrease|response|trend)"
    rf"(?: that| which)? (?:[\w-]+ ){{1,4}}?(?:\w+ly )?{_UNDO})"
)
_JOINT = r"(?:,|;|:|,? (?:and|but|yet|while|whereas|though)\b,?) ?"
_RIGHT_ANY = lazily(_RIGHT, re.I)
_LEVEL_FIRST = lazily(
    r"^(?:\s*\([^()]*\))?(?: (?:levels?|expression|content|protein|mrna|activity))?,?"
    rf"(?: (?:was|were|is|had been|became))?(?: (?:\w+ly|much|so|very|already|also))? "
    rf"(?:{_UP}|{_DOWN}) (?:\w+ly )?"
    r"(?:in|of|among|with|on|under|for|after|upon|following|by|during)\b",
    re.I,
)
_TOLD = lazily(
    r"^(?:\s*\([^()]*\))?(?: (?:levels?|expression|content|protein|mrna|activity))?,?"
    rf"(?: (?:was|were|is|had been|became))?(?: (?:\w+ly|much|so|very|already|also))? {_LEVEL} "
    rf"(?:\w+ly )?{_PLACE}\s?{_JOINT}(?P<tail>[^.]*?{_RIGHT}[^.]*)$",
    re.I,
)
_THEN_TURNED = lazily(
    r"^(?:\s*\([^()]*\))?(?: (?:levels?|expression|content|protein|mrna|activity|phosphorylation))*"
    rf" (?:(?:was|were|is|are|had been|became) )?(?:(?:\w+ly|much|so|very|also) )?{_LEVEL} "
    r"(?:\w+ly )?(?P<place>(?:in|of|among|with|on|under|after|upon|following|by|during)\b "
    r"[^.;:()]{2,80}?),? (?:and|but|yet)(?: then| again)? (?:(?:it|they|this|these) )?"
    r"(?:(?:was|were|is|are) )?(?:(?:\w+ly|then|again|in turn|much|partly) )*"
    r"(?:(?P<less>reduced|decreased|lowered|down-?regulated|diminished|suppressed|inhibited|fell|"
    r"dropped|declined|blunted|repressed|dampened|damped|curbed|brought down|cut|halved|lower)|"
    r"(?P<more>raised|increased|elevated|up-?regulated|enhanced|rose|climbed|augmented|boosted|"
    r"replenished|higher|induced)|"
    r"(?P<back>restored|normali[sz]ed|reversed|corrected|rescued|recovered)) "
    r"(?P<tail>(?:by|after|upon|with|following|on|in|when|under|once|if)\b[^.;,]{0,80})",
    re.I,
)
"""A level of the sick with a second verb, that of the treated: "X was high in injured kidneys and
was lowered by exosomes".
"""
_OF_OTHERS = lazily(
    r"fibroblast|hek-?293|control (?:exo|ev|vesic)|scrambled|unloaded|macrophage", re.I
)
_STILL_THEN = lazily(
    r"^(?: levels?| expression)? (?:(?:remained|stayed|was|were) (?:\w+ly )?(?:high|low|elevated|"
    r"the same|unchanged|unaltered|stable|depressed|raised|reduced)|did not change|persisted) "
    rf"(?:in|with|under|among|after) {_SICK}[^.;,]{{0,25}}?,? (?:and|but|while|whereas|yet) "
    r"(?:it |they )?(?:(?P<up>rose|increased|climbed|went up|recovered)|"
    rf"(?P<down>fell|dropped|declined|decreased|went down|was halved|was lower|were lower)) "
    rf"[^.;]*?{TREATED}",
    re.I,
)
_LESS_SO = lazily(
    r"^(?: levels?| expression)? (?:(?P<up>rose|climbed|increased|went up)|"
    r"(?P<down>fell|declined|dropped|decreased|went down)) (?:much |far |only )?(?:more slowly|"
    r"slower|less (?:steeply|sharply|markedly|rapidly|quickly|strongly)|to a (?:\w+ )?"
    r"(?:lesser|smaller) (?:extent|degree)|to (?:only )?(?:half|a third|a quarter) of)\b"
    r"(?P<tail>[^.;]*)",
    re.I,
)
_IN_SICK = lazily(
    rf"^(?:in|among|of|with) (?:the )?(?:[\w-]+ )?{_SICK}[^.;,]{{0,15}}?,? (?:the )?"
    r"(?:(?:levels?|expression|amount) of )?(?:[\w-]+ ){0,2}$",
    re.I,
)
_TOLD_OF = lazily(
    rf"^(?: (?:levels?|expression))?(?: (?:was|were|had))?(?: (?:\w+ly|much|so|very))? {_LEVEL}\b"
    rf"[^.;,]{{0,25}}{_JOINT}(?P<tail>[^.]*?{_RIGHT}[^.]*)$",
    re.I,
)
_HAD_BEEN = lazily(
    r"^, (?:which|that) (?:[\w-]+ ){1,4}?had (?:\w+ly )?(?:(?P<up>raised|increased|elevated|"
    r"induced|up-?regulated|doubled)|(?P<down>lowered|reduced|decreased|diminished|depleted|"
    rf"suppressed|down-?regulated|halved)),(?P<tail>[^.]*? {_RIGHT}[^.]*)$",
    re.I,
)
_CHANGE_OF = lazily(
    r"\b(?:(?P<up>rise|increase|elevation|surge|upsurge|induction|upregulation|climb|jump)|"
    r"(?P<down>fall|drop|decline|decrease|reduction|loss|downregulation|depletion|shortfall))s? "
    r"(?:in|of) (?:the )?(?:[\w-]+ ){0,2}$",
    re.I,
)
_ABSENT = lazily(
    r"^(?:(?! and | but |, )[^.;]){0,60}? (?:was|were|is) (?:\w+ly )?(?:absent|missing|gone|"
    r"lacking|smaller|weaker|milder|less (?:marked|pronounced|steep|severe|evident)|"
    r"(?:no longer|not|hardly|scarcely|never) (?:seen|observed|found|detected|"
    r"apparent|evident|present|there|noted|visible))"
    r"\b|^(?:(?! and | but |, )[^.;]){0,60}? (?:did not|failed to|no longer) "
    r"(?:occur|occurred|appear|appeared|take place|happen|happened|set in|materiali[sz]e)\b",
    re.I,
)
_SET_RIGHT = lazily(
    r"\b(?:correct(?:ed|s)?|restore[sd]?|normali[sz]e[sd]?|rectified|re-?balanced|put right|"
    r"brought|returned|recovered|reset|re-?adjusted|repaired)(?: back)? (?:the )?"
    r"(?:(?:levels?|expression|amount) of )?(?:[\w-]+ ){0,2}$",
    re.I,
)
_WAS_SET_RIGHT = lazily(
    r"^(?: levels?| expression)? (?:was|were) (?:\w+ly )?(?:corrected|restored|normali[sz]ed|"
    r"rectified|re-?balanced|put right|brought back|reset)\b",
    re.I,
)
_HAD = lazily(
    r"^(?: [^.;,]{0,50}?)?,? (?:(?:which|that) (?:[\w-]+ ){1,4}?(?:had |has )?|(?:after|because|"
    r"since|as|where|when) (?:[\w-]+ ){1,4}?had |(?:[\w-]+ ){1,4}?having )(?:\w+ly )?"
    r"(?:(?P<up>raised|increased|elevated|induced|up-?regulated|driven up|doubled|boosted|"
    r"stimulated)|(?P<down>lowered|reduced|decreased|diminished|depleted|suppressed|"
    r"down-?regulated|depressed|halved|repressed))\b",
    re.I,
)
_ANY = frozenset(
    "return returned returning back recover recovered recovering restore restored restores reset "
    "normal normalise normalize normalised normalized normalises normalizes reappeared not stayed "
    "remained kept held absent missing gone lacking less slower slowly extent fell rose climbed "
    "smaller weaker milder correct corrected corrects brought longer effect change rectified put "
    "none no only restoring hardly never near unchanged stable reverted rebalanced repaired failed "
    "declined dropped increased decreased quarter third half few lowered reduced raised elevated "
    "downregulated upregulated down up suppressed inhibited diminished enhanced higher lower "
    "reversed rescued".split()
)
"""Words of which one stands wherever this is told."""
_TREATED = lazily(TREATED, re.I)
_UNGIVEN = lazily(UNTREATED, re.I)
_LACK = lazily(r"\b(?:without|lacking|depleted of|deficient|inhibitor|antagomir|anti-mir)\b", re.I)


_NEAR = 70
"""Characters before a name in which the words are looked for that lead up to it."""


def _way(met: re.Match[str]) -> int:
    return 1 if met["up"] else -1


def set_right(
    a: Analysis, row: list[Unit], clauses: list[int], made: list[Assertion]
) -> list[Assertion]:
    """The assertions, with what vesicles set right in the place of what was told of the sick.

    Args:
        a: Analysis of the block.
        row: Units of the sentence.
        clauses: Number of the clause of each unit.
        made: Assertions of the sentence.
    """
    tokens = a.tokens
    start = tokens.starts[row[0].first]
    text = tokens.text[start : tokens.ends[row[-1].last - 1]].rstrip(" .")
    keys = tokens.keys[row[0].first : row[-1].last]
    if _ANY.isdisjoint(keys) or not ANY_TREATED.search(text):
        return made
    told: dict[int, int] = {}
    for group in _lists(row):
        first, last = row[group[0]], row[group[-1]]
        begin, end = tokens.starts[first.first] - start, tokens.ends[last.last - 1] - start
        sign = _sign(text[:begin], text[end:])
        if not sign and first.kind == "effect":
            sign = _spared(text[:begin], text[end:])
        if sign:
            told |= {j: sign for j in group if not _tells_itself(row[j])}
    if not told:
        return made
    # where another outcome is told of the treated, "recovered" may be said of that
    out = [x for x in made if not any(row[j].found is x.found for j in told)]
    for j, sign in told.items():
        found = row[j].found
        if found is None:
            continue
        way = -sign if found.facts.get("inverse") else sign
        out.append(Assertion(found, way, NUMBERS, False, clauses[j], j))
    return out


def _lists(row: list[Unit]) -> list[list[int]]:
    """The outcomes of a sentence, each list of them together: "creatinine and serum IL-6"."""
    out: list[list[int]] = []
    for j, u in enumerate(row):
        if u.found is None or u.kind not in ("gene", "effect"):
            continue
        between = row[out[-1][-1] + 1 : j] if out else []
        plain = all(v.found is None and not v.voice for v in between)
        joined = between and between[0].key in (",", "and", "or", "/") and len(between) < _APART
        if plain and joined and not any(v.key in _OTHER for v in between):
            out[-1].append(j)
        else:
            out.append([j])
    return out


_APART = 5
_OTHER = frozenset("in on with by after was were which that to for but".split())


def _tells_itself(u: Unit) -> bool:
    """Whether an outcome is a whole clause with a direction of its own."""
    return u.found is not None and u.kind == "effect" and bool(u.found.facts.get("sign"))


def _may_turn(rest: str) -> bool:
    """Whether a level and a joint stand behind a name, without which no second verb does."""
    return _LEVEL_FIRST.match(rest) is not None and (" and " in rest or " but " in rest
                                                     or " yet " in rest)


def _sign(head: str, rest: str) -> int:
    """Which way a mention between ``head`` and ``rest`` went with vesicles; 0 if not told so."""
    may = _LEVEL_FIRST.match(rest) is not None and ANY_TREATED.search(rest) is not None
    may = may and _RIGHT_ANY.search(rest) is not None  # _TOLD is dear where it fails late
    met = _TOLD.match(rest) if may else None
    if met is not None and not _LACK.search(rest):
        tail, placed = met["tail"], rest[: met.start("tail")]
        if _TREATED.search(tail) and not _given(placed) and not _given(head):
            return -_way(met)
    met = _THEN_TURNED.match(rest) if _may_turn(rest) else None
    tail = met["tail"].split(" but ")[0] if met is not None else ""
    if met is not None and not _given(met["place"]) and not (
        _LACK.search(tail) or _OF_OTHERS.search(tail)
    ):  # fmt: skip
        turned = met["back"] or met["less" if met["up"] else "more"]
        if turned and (_given(tail) or _TREATED.search(tail)):
            return -_way(met)
    if _IN_SICK.search(head) is not None:
        met = _TOLD_OF.match(rest)
        if met is not None and _TREATED.search(met["tail"]) and not _LACK.search(rest):
            return -_way(met)
    change = _CHANGE_OF.search(head, max(0, len(head) - _NEAR))
    gone = _ABSENT.match(rest) if change is not None else None
    if change is not None and gone is not None and not _LACK.search(rest):
        led = head[: change.start()]
        if _given(rest[gone.end() :]) or _given(led):
            return -_way(change)
    met = _STILL_THEN.match(rest)
    if met is not None and not _LACK.search(rest):
        return _way(met)
    met = _LESS_SO.match(rest)
    if met is not None and not _LACK.search(rest) and (
        (_given(head) and not _UNGIVEN.search(head)) or _given(met["tail"].split(",")[0])
    ):  # fmt: skip
        return -_way(met)
    met = _HAD_BEEN.match(rest)
    if met is not None and _TREATED.search(met["tail"]) and not _LACK.search(rest):
        return -_way(met)
    if _WAS_SET_RIGHT.match(rest) or _SET_RIGHT.search(head, max(0, len(head) - _NEAR)):
        met = _HAD.match(rest)
        if met is not None and not _LACK.search(head) and " not " not in head:
            return -_way(met)
    return 0


_NO_ONE = r"(?:no|none of(?: the)?|not one of(?: the)?|not a single|few(?: of the)?|hardly any)"
_HAVE = r"(?:developed|suffered|had|showed|experienced|exhibited|got|contracted|displayed)"
_FEW = rf"(?:{_NO_ONE}|not in|only (?:one|two|three|four|five|\d+))"
_NONE_HAD = lazily(
    rf"^(?:[^.;]*[,;] )?(?:{_NO_ONE}|only (?:one|two|three|four|\d+)(?: of \w+)?) "
    rf"(?:[\w-]+ ){{0,2}}?[^.;,]{{0,40}}?{TREATED}[^.;,]{{0,20}}? "
    rf"{_HAVE} (?:any )?$|{TREATED}[^.;,]{{0,40}}? (?:did not|never) (?:develop|suffer|show|get) "
    r"(?:any )?$",
    re.I,
)
_ALL_HAD = lazily(
    rf"^(?:all|every|most|the|\w+ (?:out )?of (?:the )?\w+)(?: [\w-]+){{0,2}}? {UNTREATED}"
    rf"(?: \w+)? {_HAVE} (?:\w+ )?$",
    re.I,
)
_THEN_NONE = lazily(rf"^,?;?(?: but| and| whereas| while)? (?:in )?{_FEW}\b[^.;]*?{TREATED}", re.I)
_MET_IN = lazily(
    r"^ (?:developed|occurred|was (?:seen|found|present|noted|observed)|were (?:seen|found|present|"
    rf"noted|observed)|arose|appeared) in (?:all|every|most|the|\w+ of (?:the )?\w+)?"
    rf"(?: [\w-]+){{0,2}}? ?{UNTREATED}(?: \w+)?,? (?:but|and|whereas|while) (?:in )?{_FEW}\b"
    rf"[^.;]*?{TREATED}",
    re.I,
)


_HAVE_ENDS = lazily(rf"\b(?:{_HAVE}|develop|suffer|show|get) (?:\w+ )?$", re.I)
_MET = (" developed in", " occurred in", " was ", " were ", " arose in", " appeared in")


def _spared(head: str, rest: str) -> int:
    """-1 where a harm between ``head`` and ``rest`` came to the untreated and to none, or few, of
    the treated: "no mouse given vesicles developed X"; else 0.
    """
    had = _HAVE_ENDS.search(head[-24:]) is not None
    if not had and not rest.startswith(_MET):
        return 0
    none = had and _NONE_HAD.search(head) is not None
    none = none or (not had and _MET_IN.match(rest) is not None)
    none = none or (had and _ALL_HAD.match(head) is not None and _THEN_NONE.match(rest) is not None)
    return -1 if none and not _LACK.search(head) and not _LACK.search(rest) else 0


_OF_THEM = lazily(
    r"(?<![\w-])(?:exosomes?|vesicles?|s?evs?|[\w-]+[- ](?:exos?|s?evs?|exosomes|vesicles))\b", re.I
)


def _given(text: str) -> bool:
    """Whether vesicles stand in a part of a sentence."""
    return _OF_THEM.search(text) is not None
