"""Arms of a study: whose vesicles a clause is about, the treatment's or another group's.

Vesicles of an arm have a name of their own ("NC-Exos", "sEV-vector", "HD-exo") or words that say
so ("exosomes of unmodified cells"). What another arm did is told apart from the main finding.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from extractor.components.assertions import Assertion
from extractor.components.discourse import Sentence
from extractor.components.found import Found
from extractor.components.losses import is_depleted, words, written
from extractor.components.plain_arms import GENERIC
from extractor.components.side_by_side import GRADES, beside, in_order

MAIN, CONTROL, ALL = "", "control", "all"
"""The arm that the study is about, the one that it is compared with, and every arm at once."""

_CONTROL = re.compile(
    r"(?:si|sh|mi)?(?:NC|N|Con|Ctrl|Control|WT|Nor|vector|vec|naive|empty|mock|Scr|scrambled?|blank|"
    r"EV|null|UT|norm|normoxic|normoxia)",
    re.I,
)
_CONTROL_WORDS = frozenset(
    "control unmodified naive native normoxic untransfected unprimed unstimulated unheated "
    "unengineered empty scrambled untransduced mock unloaded nonengineered unconditioned "
    "undecorated".split()
)
_COMPARED = frozenset("than with to versus vs over receiving given in of from and or".split())
_STANDARD = frozenset("compared comparison than versus vs relative unlike against".split())
_OPENING = frozenset("in after under".split())
_BARE = frozenset("in by with after".split())
_AGENT = frozenset("by with after following upon using from".split())
_VESICLE = re.compile(
    r"(?:exosomes?|exos?|s?evs?|mvs?|vesicles?)$|^(?:exosomes?|exos?|s?evs?|mvs?)", re.I
)
_CELLS = re.compile(r"[A-Za-z]*(?:SC|MC|MSTC)s?(?:derived|d)?", re.I)
_CARGO = re.compile(r"miR|let|lnc|circ|mimic|agomir", re.I)
_LACKING = re.compile(r"(?:anti|inh|sp|si|sh|kd|ko)-?\d", re.I)
"""Names of vesicles robbed of the cargo that the study is about: "EV-anti21"."""
_NUMBERED = re.compile(r"\d{2,4}[a-z]?(?:-[35]p)?", re.I)
"""Names of vesicles by the number of the miRNA that they were loaded with: "146-Exo"."""
_THOSE_OF = frozenset("those ones".split())
_OTHER_DONORS = _CONTROL_WORDS | frozenset("healthy normal aged elderly old wild".split())
_EVERY = frozenset("both either neither all any none each every".split())
_PAIR = frozenset("both either neither".split())
_NO_ONE = frozenset("preparation arm group product formulation".split())
_ENDS = frozenset(". ; , ( alike".split())
_GROUPS = frozenset(
    "preparation preparations group groups arm arms product products exosomes vesicles evs exo "
    "treatments formulations populations types kinds".split()
)


def arm_of(s: Sentence, x: Assertion, cargo: Iterable[str] = ()) -> str:
    """The arm whose vesicles an assertion is about: ``MAIN``, ``CONTROL``, ``ALL`` or its name.

    Args:
        s: The sentence.
        x: One of its assertions.
        cargo: Folded names of carried molecules, which make no arm of their own.
    """
    if x.other_arm:
        return CONTROL
    keys = s.analysis.tokens.keys
    if told_of_all(s, x):
        return ALL
    start = _clause(s, x)[0]
    if _THOSE_OF & set(keys[start : start + 3]) and _OTHER_DONORS & set(keys[start : start + 6]):
        return CONTROL  # "whereas those of healthy donors …"
    v = acting(s, x) or this_arm(s, x)
    return MAIN if v is None else _arm_named(s, v, _clause(s, x)[0], cargo)


_THIS = ("this", "that", "latter", "same")
_ARMS = frozenset("arm group arms groups".split())
_HERDS = _ARMS | frozenset("mice rats animals pups rabbits pigs recipients".split())


def this_arm(s: Sentence, x: Assertion) -> Found | None:
    """The vesicles that "this arm" in the clause of an assertion takes up: the last before it."""
    keys = s.analysis.tokens.keys
    if _ARMS.isdisjoint(keys[s.first : s.last]):
        return None
    start, end = _clause(s, x)
    if not any(keys[i] in _ARMS and keys[i - 1] in _THIS for i in range(start + 1, end)):
        return None
    before = [v for v in s.of("vesicle") if v.last <= start]
    return before[-1] if before else None


def _clause(s: Sentence, x: Assertion) -> tuple[int, int]:
    """First and last token of the clause that an assertion is made in."""
    clause = [u for u, c in zip(s.row, s.clauses, strict=True) if c == s.clauses[x.at]]
    return min((u.first for u in clause), default=s.first), max(
        (u.last for u in clause), default=s.last
    )


_HEALTHY = r"(?:healthy|normal|unaffected|disease-free|(?:hd|nd|hc|hv)(?=-))"
_OF_HEALTHY = re.compile(
    rf"^[\w-]*(?: \([^()]*\))?,? (?:of|from|(?:isolated|derived|obtained|prepared) from|"
    rf"(?:shed|released|secreted) by) (?:[\w-]+ ){{0,3}}?{_HEALTHY}\b"
)
_HEALTHY_BEFORE = re.compile(rf"\b{_HEALTHY} (?:[\w-]+ )?$")
_OF_PATIENTS = re.compile(
    r"\b(?:patients?|patients['’]|women with|men with|diseased|affected|leuk[a]?emic|"
    r"myelomatous|relapsed)\b"
)


def of_patients(sentences: Iterable[Sentence]) -> bool:
    """Whether vesicles of patients are told of, against which those of healthy donors are set."""
    return any(
        _OF_PATIENTS.search(words(s)) and (s.of("vesicle") or s.of("source")) for s in sentences
    )


def of_healthy(s: Sentence, x: Assertion) -> bool:
    """Whether the vesicles that act are those of healthy donors: "exosomes of normal donors"."""
    v = acting(s, x)
    first = _clause(s, x)[0]
    if v is None and "they" in s.analysis.tokens.keys[first : first + 5]:
        before = [w for w in s.of("vesicle") if w.first < first]
        v = before[-1] if before else None
    if v is None:
        return False
    text = words(s)
    start, end = v.mention.start - s.start, v.mention.end - s.start
    return bool(
        _OF_HEALTHY.match(text[end:])
        or re.search(rf"\b{_HEALTHY}", text[start:end])
        or _HEALTHY_BEFORE.search(text[:start])
    )


def _arm_named(s: Sentence, v: Found, start: int, cargo: Iterable[str]) -> str:
    if v.facts.get("lacking"):
        return MAIN  # robbed of the miRNA, whatever they are called
    short = written(s, v).rstrip("s").casefold() if s.plain else ""
    of_cells = short in GENERIC and short[:3] != "msc" and _of_cells(s, v)
    if short in s.plain and ("-" in short or not of_cells):
        return CONTROL
    name = _name(s, v)
    if _LACKING.match(name) or _NUMBERED.fullmatch(name):
        return MAIN
    if name and not _CARGO.search(name) and name.casefold() not in cargo:
        return CONTROL if _CONTROL.fullmatch(name) else name.casefold()
    keys = s.analysis.tokens.keys
    before = keys[max(start, v.first - 3) : v.first]
    if "," in before:  # "as compared with the control, exosomes of …"
        before = before[len(before) - before[::-1].index(",") :]
    after = keys[v.last : v.last + 4]
    end = next((i for i, k in enumerate(after) if k in _STANDARD or k in _PARTS), len(after))
    return CONTROL if _CONTROL_WORDS & {*before, *after[:end]} else MAIN


def arm_named(s: Sentence, v: Found) -> str:
    """The arm whose vesicles a mention names, wherever it stands."""
    return _arm_named(s, v, max(s.first, v.first - 3), ())


_PARTS = frozenset("and or but , ; . :".split())


def _of_cells(s: Sentence, v: Found) -> bool:
    """Whether the cells stand before a word for vesicles: "MSC-derived sEVs" is no name."""
    return any(0 <= v.first - f.last <= 3 for f in s.of("source"))


_EACH = frozenset("with after by in for following receiving given from upon under".split())
_BASELINE = frozenset(
    "saline vehicle pbs medium untreated buffer liposomes placebo sham control controls".split()
)
_IN_TURN = re.compile(
    r"\bthan\b([^.;]*?),\s*(?:which|these|those|themselves)\b[^.;]*\bin turn\b[^.;]*\bthan\b"
)


def graded(s: Sentence, x: Assertion, cargo: Iterable[str] = ()) -> list[str]:
    """The arms of which a sentence gives an outcome side by side, each against a baseline.

    "47% after A, 39% after B and 33% after saline" and "more with A than with B, which in turn
    did better than saline" tell of A and of B. Empty if the sentence tells of one arm only.
    """
    if not x.sign or x.negated or x.unchanged:
        return _neither(s, x, cargo)
    keys = s.analysis.tokens.keys
    clause = [u for u, c in zip(s.row, s.clauses, strict=True) if c == s.clauses[x.at]]
    start = min((u.first for u in clause), default=s.first)
    end = max((u.last for u in clause), default=s.last)
    inside = [v for v in s.of("vesicle") if start <= v.first < end]
    counted = [v for v in inside if _figure_before(keys, v, start) and not v.facts.get("lacking")]
    trigger = s.row[x.at].last
    baseline = _BASELINE & set(keys[start:end]) or "from" in keys[start:end]
    if len(counted) > 1 and not baseline:
        baseline = counted[0].first > trigger and _counts_change(s, x, keys[trigger : trigger + 8])
    if len(counted) > 1 and baseline:
        return list(dict.fromkeys(_arm_named(s, v, start, cargo) for v in counted))
    v = acting(s, x)
    more = beside(s, x, v) if v is not None else []
    if v is not None and more:
        told = list(dict.fromkeys(_arm_named(s, w, start, cargo) for w in (v, *more)))
        if len(told) > 1:
            return told
    ranked = in_order(s, _BASELINE, trigger) if keys[trigger - 1] in GRADES else []
    if len(ranked) > 1:
        return list(dict.fromkeys(_arm_named(s, v, start, cargo) for v in ranked))
    text = s.analysis.tokens.text[s.start - s.analysis.offset : s.end - s.analysis.offset]
    turn = _IN_TURN.search(text) if "in turn" in text else None
    if turn is None or x.found.mention.start - s.start > turn.start():
        return []
    second = [
        v for v in s.of("vesicle") if turn.start(1) <= v.mention.start - s.start < turn.end(1)
    ]
    return list(dict.fromkeys([MAIN, *(_arm_named(s, v, start, cargo) for v in second[:1])]))


def _neither(s: Sentence, x: Assertion, cargo: Iterable[str]) -> list[str]:
    """The arms of "neither A nor B", of both of which a change is denied."""
    keys = s.analysis.tokens.keys
    start, end = _clause(s, x)
    at = next((i for i in range(start, end) if keys[i] == "neither"), end)
    nor = next((i for i in range(at, end) if keys[i] == "nor"), end)
    before = [v for v in s.of("vesicle") if at < v.first < nor]
    behind = [v for v in s.of("vesicle") if nor <= _glued(s, v) - 1 < nor + 4]
    if not before or not behind or x.found.first in range(at, nor):
        return []
    return list(dict.fromkeys(_arm_named(s, v, start, cargo) for v in (before[-1], behind[0])))


_GAINS = frozenset("gained gains lost added".split())


def _counts_change(s: Sentence, x: Assertion, behind: list[str]) -> bool:
    """Whether figures behind a verb say by how much: "rose by 3 points with A and 9 with B"."""
    figure = next((i for i, k in enumerate(behind) if k.isdigit()), -1)
    if figure < 0 or "to" in behind[:figure]:
        return False
    return "by" in behind[:figure] or s.row[x.at].key in _GAINS


def _figure_before(keys: list[str], v: Found, start: int) -> bool:
    """Whether a figure and a preposition stand before vesicles: "to 45% with A"."""
    near = keys[max(start, v.first - 8) : v.first]
    joints = [i for i, k in enumerate(near) if k in _EACH]
    return any(k.isdigit() for i in joints[:2] for k in near[max(0, i - 3) : i])


_OF_ALL = _EVERY | _PAIR | frozenset("two three no".split())


def told_of_all(s: Sentence, x: Assertion) -> bool:
    """Whether a clause is about every arm ("in both exosome groups", "by neither preparation")."""
    keys = s.analysis.tokens.keys
    if _OF_ALL.isdisjoint(keys[s.first : s.last]):
        return False
    start, end = _clause(s, x)
    if s.row[x.at].found is x.found:
        start = x.found.first  # "X fell with both, Y only with B"
    for i in range(start, end):
        ones = keys[i + 1 : i + 4]
        if keys[i] in _EVERY and "other" not in ones and any(
            k in _GROUPS and not _hyphened(s, i + 1 + n) for n, k in enumerate(ones)
        ):
            return True
        if keys[i] in _PAIR and keys[i - 1] in _LEADS_TO and (i + 1 == end or keys[i + 1] in _ENDS):
            return True  # "was not lowered by either"
        counted = keys[i] in ("two", "three") and i > start + 1 and keys[i - 1] == "the"
        if counted and _GROUPS & set(ones[:2]) and keys[i - 2] in _AGENT:
            return True  # "fell to the same extent with the two preparations"
        if keys[i] == "no" and i + 1 < end and keys[i + 1] in _NO_ONE and keys[i - 1] != "the":
            return True
    return False


def _hyphened(s: Sentence, i: int) -> bool:
    """Whether a token is part of a name: "Exo" of "Con-Exo" and of "Exo-21"."""
    keys = s.analysis.tokens.keys
    return "-" in (keys[i - 1], *keys[i + 1 : i + 2])


def acting(s: Sentence, x: Assertion) -> Found | None:
    """The vesicles that act in a clause: its subject, or behind a passive its agent."""
    verb, first = s.row[x.at], x.found.first
    near = [v for v in s.of("vesicle") if verb.first < v.first and v.last in (first, first - 1)]
    if near and verb.voice == "right" and _beside_it(s, x, near[-1]):
        return near[-1]  # "A lowered X, B Y"
    if x.at not in s.doers:
        s.doers[x.at] = _acting(s, x)
    return s.doers[x.at]


def _beside_it(s: Sentence, x: Assertion, v: Found) -> bool:
    """Whether vesicles open a part whose verb is left out, right before an outcome."""
    keys, first = s.analysis.tokens.keys, _glued(s, v)
    named = first < v.first or "-" in v.mention.text
    return named and keys[first - 1] in _PARTS and keys[v.last : x.found.first] in ([], ["on"])


def _acting(s: Sentence, x: Assertion) -> Found | None:
    keys = s.analysis.tokens.keys
    clause = [u for u, c in zip(s.row, s.clauses, strict=True) if c == s.clauses[x.at]]
    start = min((u.first for u in clause), default=s.first)
    end = max((u.last for u in clause), default=s.last)
    trigger = s.row[x.at].first
    inside = [v for v in s.of("vesicle") if start <= v.first < end]
    following = keys[s.row[x.at].last : s.row[x.at].last + 1]
    bare = s.row[x.at].voice == "right" and not _BARE.isdisjoint(following)  # "but reduced by A"
    if s.row[x.at].voice == "left" or bare:
        for v in inside:
            near = keys[max(trigger, min(v.first - 5, _glued(s, v) - 2)) : v.first]
            if v.first > trigger and _AGENT & set(near) and _STANDARD.isdisjoint(near):
                return v
    verb = s.row[x.at]
    told = verb.voice in ("noun", "attribute") or x.unchanged or verb.key in _REPORTS
    gapped = verb.found is x.found  # "X was lowered by A and Y by B"
    if (told or gapped) and _AGENT & set(keys[x.found.last : x.found.last + 1 + gapped]):
        for v in inside:
            if 0 < v.first - x.found.last <= _NAME_LENGTH:
                return v  # "no change in X with vesicles of A"
    if keys[start : start + 2] == ["but", "not"]:  # "vesicles of A, but not of B, raised X"
        named = [v for v in s.of("vesicle") if 0 <= start - v.last <= _NAME_LENGTH]
        return named[-1] if named and not x.other_arm else None
    verbs = [u.first for u in clause if u.voice in ("right", "left") and u.first < trigger]
    own = [v for v in inside if verbs and verbs[-1] < v.first and _opens_part(s, v, start)]
    before = [
        v for v in inside
        if v.first < trigger and (
            v in own or not _compared(s, v, start) or _relative(keys, v, trigger)
        )
    ]  # fmt: skip
    if keys[start] in _SET_AGAINST and len(before) > 1:
        comma = next((i for i in range(start, trigger) if keys[i] == ","), start)
        before = [v for v in before if v.first > comma] or before
    if not before and (x.negated or bare or s.row[x.at].voice == "left"):
        behind = [v for v in inside if v.first > trigger]
        return _behind(s, behind, trigger, given=not x.negated)
    for v in reversed(before[1:]):
        # "… of the one raised X, vesicles of the other lowered Y"
        near = keys[max(start, _glued(s, v) - 4) : _glued(s, v)]
        opens = near[-1:] == ["and"] or "," in near or v in own
        first = before[0].first
        told = any(first < f.first < v.first for f in (*s.of("effect"), *s.of("gene")))
        listed = near[-1:] == ["and"] and not (
            told or any(first < verb < v.first for verb in verbs)
        )  # "A and B raised X"
        if opens and not listed and not any(v.first < verb for verb in verbs):
            return v
    return before[0] if before else _before_colon(s, start)


def _before_colon(s: Sentence, start: int) -> Found | None:
    """The vesicles that open a sentence with a colon before a clause: "A-Exo did harm: X rose"."""
    keys = s.analysis.tokens.keys
    colon = next((i for i in range(start, s.first, -1) if keys[i] == ":"), 0)
    named = [v for v in s.of("vesicle") if v.first < colon] if colon else []
    return named[0] if len(named) == 1 and _glued(s, named[0]) - s.first < 2 else None


def _relative(keys: list[str], v: Found, trigger: int) -> bool:
    """Whether a verb is that of a clause on the vesicles: "unlike A-Exo, which lowered X, …"."""
    return keys[v.last : v.last + 2] == [",", "which"] and 2 <= trigger - v.last <= _NAME_LENGTH


_REPORTS = frozenset("reported found observed saw noted described noticed recorded".split())
_NAME_LENGTH = 6
"""Tokens that the name of a tissue may take up behind its vesicles."""
_OF_NAME = frozenset("- derived secreted released the human rat mouse murine native small".split())


def _opens_part(s: Sentence, v: Found, start: int) -> bool:
    """Whether vesicles, with the name of their tissue, stand right behind "and"."""
    keys = s.analysis.tokens.keys
    named = {i for f in s.of("source") for i in range(f.first, f.last)}
    i = v.first - 1
    while i > start and (i in named or keys[i] in _OF_NAME):
        i -= 1
    return keys[i] in ("and", "but")


_SET_AGAINST = frozenset("whereas while although though unlike".split())
"""Words that open what the doers of a clause are set against: "whereas A had no effect, B …"."""
_LEADS_TO = _AGENT | frozenset("in for among under given receiving to".split())
_GIVEN = frozenset("given receiving received".split())
_OFFSET = _STANDARD | frozenset("than between that those".split())


def _behind(s: Sentence, behind: list[Found], trigger: int, *, given: bool) -> Found | None:
    """The vesicles that a clause names behind an outcome that they act on: "declined in the A
    group", "was unaffected by A"; not those that others are set against.

    Args:
        s: The sentence.
        behind: The vesicles behind the verb.
        trigger: The verb's token.
        given: Whether the words must say that they were given ("in mice given A").
    """
    if not behind:
        return None
    v = behind[0]
    between = s.analysis.tokens.keys[trigger + 1 : v.first]
    herd = "group" in v.facts or _HERDS & set(s.analysis.tokens.keys[v.last : v.last + 3])
    group = herd and "in" in between[-5:]
    if given and not group and not _GIVEN & set(between[-4:]):
        return None
    if _OFFSET & set(between) or not _LEADS_TO & set(between[-5:]):
        return None
    return v


def _compared(s: Sentence, v: Found, start: int) -> bool:
    """Whether vesicles are only what others are set against: "compared with NC-Exo, …"."""
    tokens = s.analysis.tokens
    listed = tokens.keys[v.first - 2 : v.first - 1] in (["and"], ["or"]) and any(
        f.last == v.first - 2 for f in s.of("source")
    )  # "exosomes" of "BMSC and ADSC exosomes" are both cells'
    opens = v.first - 2 <= start < v.first and tokens.keys[start] in _OPENING
    opens = opens and ("group" in v.facts or bool(_HERDS & set(tokens.keys[v.last : v.last + 3])))
    if (
        _COMPARED & set(tokens.keys[max(start, v.first - 2) : v.first]) and not listed and not opens
    ):
        return True
    first = max(start, _glued(s, v))
    near = tokens.keys[max(start, first - 6) : first]
    if near[-1:] == ["not"] and near[-2:-1] != ["did"]:
        return True  # "A, but not B, raised X"
    if "," in near:
        near = near[len(near) - near[::-1].index(",") :]
    return bool(_STANDARD & set(near[-3:])) or bool({"compared", "relative"} & set(near[-5:-1]))


def _glued(s: Sentence, v: Found) -> int:
    """The first token of the word that ends in a word for vesicles: of "AD-Exo", "AD"."""
    tokens, first = s.analysis.tokens, v.first
    while first > s.first and tokens.ends[first - 1] == tokens.starts[first]:
        first -= 1
    return first


_GLUED_CONTROL = re.compile(
    r"(?:n|nc|con|ctrl|wt|vec|scr)(?:Exos?|s?EVs?)|(?:Exos?|EVs?)(?:NC|N|Con|WT)"
)
_NO_NAME = frozenset("derived treated injected h m".split())
_EXO = frozenset(("exo", "exos", "exosome", "exosomes"))


def _name(s: Sentence, v: Found) -> str:
    """What the vesicles' name has beside the word for vesicles: "NC" of "NC-Exos", else ""."""
    parts = [p for p in re.split(r"[-_–‐+]", written(s, v)) if p]
    rest = [p for p in parts if not _VESICLE.search(p)]
    glued = [_VESICLE.sub("", p) for p in parts if _VESICLE.search(p)]
    rest += [p for p in glued if p]
    if len(parts) == 1 and _GLUED_CONTROL.fullmatch(parts[0]):
        return "NC"  # "nExo", "ExoNC"
    if not rest and len(parts) == 2 and parts[1] == "EV" and parts[0].casefold() in _EXO:
        return "EV"  # "Exo-EV": of cells with the empty vector
    rest = [
        p for p in rest if not _CELLS.fullmatch(p) and p.casefold() not in _NO_NAME
    ]
    return rest[0] if len(rest) == 1 and len(rest[0]) < 9 and len(parts) > 1 else ""


def named_for_cargo(sentences: Iterable[Sentence]) -> bool:
    """Whether vesicles have a name for what they were made to carry ("miR-186-Exo")."""
    return any(
        _CARGO.match(written(s, v)) or _NUMBERED.fullmatch(_name(s, v))
        for s in sentences for v in s.of("vesicle") if s.assertions
    )


def main_arm(names: Iterable[str]) -> str:
    """The named arm that most is told of; ``MAIN`` if fewer than two arms have a name."""
    counted = Counter(n for n in names if n not in (MAIN, ALL))
    if not counted:
        return MAIN
    best = max(counted, key=lambda n: (n != CONTROL, counted[n], n))
    return best if best != CONTROL else MAIN


def main_of(sentences: Iterable[Sentence], claims: Iterable[tuple[str, bool]], *, own: bool) -> str:
    """The arm that a study is about, of the arms of its claims and whether they tell of a loss."""
    sentences, claims = list(sentences), list(claims)
    cargo = own and named_for_cargo(sentences)
    main = MAIN if cargo else main_arm(arm for arm, _ in claims)
    return main or _sole_arm({arm for arm, loss in claims if not loss}, sentences)


def _sole_arm(told: set[str], sentences: Iterable[Sentence]) -> str:
    """The one arm told of beside vesicles robbed of their cargo ("NC-Exo" beside "Inh-Exo"): it is
    then what the study is about, not a control of it; ``MAIN`` if there is another.
    """
    arms = told - {ALL}
    robbed = len(arms) == 1 and any(is_depleted(s, v) for s in sentences for v in s.of("vesicle"))
    return arms.pop() if robbed else MAIN
