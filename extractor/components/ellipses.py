"""What a clause leaves unsaid: "X fell, Y did not", "nor did Z", "as was Y", "X rather than Y",
"all but Y", "other vesicles did not".
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from extractor.components import unchanged
from extractor.components.analysis import Analysis
from extractor.components.assertions import Assertion
from extractor.components.found import Found
from extractor.components.signs import is_divisor
from extractor.components.units import Unit, next_key
from extractor.components.words import ADVERB_WORDS, BE, STATES


def echo(row: list[Unit], told: Assertion, f: Found) -> int:
    """The direction in which ``f`` goes where it shares the predicate of ``told``."""
    predicate = row[told.at].sign
    if predicate in ("+", "-"):
        sign = 1 if predicate == "+" else -1
        return -sign if f.facts.get("inverse") else sign
    valence, before = f.valence, told.found.valence
    if predicate in (">", "<") and {valence, before} == {"good", "harm"}:
        return -told.sign  # "renal function improved, as did proteinuria"
    return told.sign


def _before(row: list[Unit], made: list[Assertion], f: Found) -> Assertion | None:
    """The last outcome told before ``f`` by a predicate of its own."""
    told = [x for x in made if x.found.first < f.first and not x.weak]
    told = [x for x in told if x.unchanged or x.sign]
    return max(told, key=lambda x: x.found.first) if told else None


def with_unchanged(
    a: Analysis, row: list[Unit], clauses: list[int], made: list[Assertion]
) -> list[Assertion]:
    """Add the outcomes said not to have changed; they take the place of other readings of them."""
    still = unchanged.find(a, row, clauses)
    if not still:
        return made
    out = list(made)
    for u in still:
        own = [
            x
            for x in out
            if (x.found.first, x.found.last) == (u.found.first, u.found.last)
            and next_key(row, x.at) not in _TAKEN_UP
        ]
        if u.how == "second" and any(x.sign and not x.negated for x in own):
            if _UNTREATED & {v.key for v in row[u.verb :]}:
                continue  # "fell with A and did not change with saline"
            told = Assertion(u.found, 0, "unchanged", True, clauses[u.verb], u.verb)
            out.append(replace(told, unchanged=True, other_arm=True))
            continue
        of_noun = any(x.negated and x.sign and row[x.at].voice == "noun" for x in own)
        hoped = u.how == "elided" and any(x.negated and x.sign for x in own)
        if hoped or (u.how == "still" and of_noun):
            continue  # "the fall in X did not reach significance": the fall is denied
        out = [x for x in out if x not in own]
        at = u.unit
        if u.how == "nor" and (moved := [x for x in own if x.sign and x.at > _nor(row, at)]):
            out += [replace(x, negated=True) for x in moved]  # "nor did X abate"
            continue
        sign = 0
        if u.how in ("nor", "elided"):
            before = _before(row, out, u.found)
            sign = echo(row, before, u.found) if before is not None and before.sign else 0
        elif u.how == "benefit":
            sign = _good(u.found)
        elif u.how in ("prevented", "healthy"):
            sign = _good(u.found) or -1 if u.how == "healthy" else -1
            out.append(Assertion(u.found, sign, u.how, False, clauses[at], at))
            continue
        out.append(
            Assertion(
                u.found, sign, "unchanged", True, clauses[at], at,
                unchanged=u.how != "benefit" and not sign,
            )
        )  # fmt: skip
    return sorted(out, key=lambda x: x.found.first)


_TAKEN_UP = ("it", "them", "both")


def _nor(row: list[Unit], at: int) -> int:
    """The unit that opens "nor did X" before unit ``at``."""
    return next((k for k in range(at, -1, -1) if row[k].key in ("nor", "neither")), at)


def _good(f: Found) -> int:
    """The direction that is a benefit, 0 where the lexicon does not say."""
    if f.valence not in ("good", "harm"):
        return 0
    return 1 if f.valence == "good" else -1


_ECHOES = frozenset(("as", "so"))


def inverted(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """What shares the verb of the clause before it: "X was lower, as were Y and Z"."""
    out: list[Assertion] = []
    # a bare noun ("as did the phosphorylation of X") says nothing by itself
    told = {id(x.found) for x in made if row[x.at].voice != "noun"}
    for i in [i for i, u in enumerate(row) if u.key in _ECHOES]:
        if (
            row[i].found is not None
            or not i
            or (row[i].key == "as" and row[i - 1].key not in (",", "and", ";"))
            or next_key(row, i) not in ("was", "were", "did", "is", "are", "had")
        ):
            continue
        before = [x for x in made if x.clause < clauses[i] or x.at < i]
        before = [
            x for x in before
            if (x.sign and row[x.at].sign in ("+", "-", ">", "<"))
            or (x.unchanged and not x.sign and row[x.at].sign == "=")
        ]  # fmt: skip
        if not before:
            continue
        last = before[-1]
        gap = 0
        for k in range(i + 2, len(row)):
            f = row[k].found
            if f is not None and f.kind in ("gene", "effect"):
                if id(f) not in told:
                    sign = echo(row, last, f) * (-1 if is_divisor(row, k) else 1)
                    if sign and row[last.at].sign in ("-", ">") and _of_change(row, i, k) == "-":
                        sign = -echo(row, last, f) if row[last.at].sign == "-" else 1
                    if row[k - 1].key == "-" and row[k - 2].key in ("si", "sh"):
                        sign = -1  # "as did si-X": what is done to it does the vesicles' work
                    same = Assertion(f, sign, "follow", last.negated, clauses[k], k)
                    out.append(replace(same, unchanged=last.unchanged))
                gap = 0
            elif (
                (row[k].word is not None and row[k].voice != "noun")
                or row[k].key in (";", ".", ":", "(")
                or gap > 4
            ):
                break
            elif row[k].key not in (",", "and"):
                gap += 1
    return out


def _of_change(row: list[Unit], i: int, k: int) -> str:
    """The sign of the noun of change before a name: "as was the loss of X"."""
    nouns = [u for u in row[i + 2 : k] if u.voice == "noun" and u.lemma not in STATES]
    joined = any(u.key in ("and", ",") for u in row[max(i + 2, k - 1) : k])
    return nouns[-1].sign if nouns and not joined else ""


_WITH = frozenset("with by after in under upon following for".split())
_GOES_ON = frozenset(", and but or".split())
_AGENTS_WITHIN = 4


def second_verbs(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """What a second verb says of the subject of the first: "X rose with A and fell with B", "X was
    increased by A, unaffected by B and decreased by C".
    """
    told = [k for k, u in enumerate(row) if u.voice == "left" and u.sign in ("+", "-", "=")]
    if len(told) < 2:
        return []
    out: list[Assertion] = []
    for first, at in pairwise(told):
        before = at - 1
        while before > first and (row[before].key in BE or row[before].key in ADVERB_WORDS):
            before -= 1
        between = row[first + 1 : at]
        if (
            row[before].key not in _GOES_ON
            or any(u.kind in ("gene", "effect", "disease") or u.key in (";", ".") for u in between)
            or not any(u.key in _WITH for u in between)
            or not any(u.key in _WITH for u in row[at + 1 : at + 1 + _AGENTS_WITHIN])
            or any(u.kind in ("gene", "effect") for u in row[at + 1 : at + 3])
        ):
            continue
        for x in [y for y in (*made, *out) if y.at == first and y.found.last <= row[first].first]:
            if x.negated and not x.unchanged:
                continue
            sign = {"+": 1, "-": -1, "=": 0}[row[at].sign]
            sign = -sign if x.found.facts.get("inverse") else sign
            out.append(
                replace(
                    x, sign=sign, trigger=row[at].lemma, at=at, clause=clauses[at],
                    negated=not sign, unchanged=not sign,
                )
            )
    return out


_BY_ONE = tuple([word, "the", one] for word in ("by", "in") for one in ("former", "latter"))


def shared_out(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """What shares a verb that is said once: "X is bound by the former and Y by the latter"."""
    out: list[Assertion] = []
    told = {id(x.found) for x in made}
    for j, u in enumerate(row):
        f = u.found
        if f is None or f.kind not in ("gene", "effect") or id(f) in told:
            continue
        behind = [v.key for v in row[j + 1 : j + 4]]
        if behind not in _BY_ONE and not _by_vesicles(row, j):
            continue
        last = _shares(row, made, f)
        if last is not None and not last.negated and last.sign and behind not in _BY_ONE:
            same = bool(last.found.facts.get("inverse")) == bool(f.facts.get("inverse"))
            sign = last.sign if same else -last.sign
            out.append(Assertion(f, sign, last.trigger, False, clauses[j], j))
        elif last is not None and f.kind == "gene" and behind in _BY_ONE:
            out.append(Assertion(f, last.sign, last.trigger, last.negated, clauses[j], j))
    return out


_VESICLES = frozenset("exo exos exosomes ev evs sev sevs vesicles mvs".split())


def _by_vesicles(row: list[Unit], j: int) -> bool:
    """Whether an outcome opens a part that has vesicles for agent and no verb: "X was lowered by A
    and Y by B", "X fell with both, Y only with B".
    """
    k = j + 1 + (next_key(row, j) in ("only", "mainly", "just"))
    if k >= len(row) or row[k].key not in ("by", "with", "after"):
        return False
    i = j - 1
    while i > 0 and row[i].found is None and row[i].key in ("the", "that", "of"):
        i -= 1
    if row[i].key not in _OPENS:
        return False
    end = next((n for n in range(k, len(row)) if row[n].key in (",", ";", ".")), len(row))
    rest = row[k + 1 : end]
    return len(rest) < 9 and any(u.key in _VESICLES for u in rest) and not any(
        u.voice in ("left", "right") or u.kind in ("gene", "effect") for u in rest
    )


def _shares(row: list[Unit], made: list[Assertion], f: Found) -> Assertion | None:
    """The last passive told before ``f``."""
    before = (x for x in reversed(made) if x.found.last <= f.first and row[x.at].voice == "left")
    return next(before, None)


_THOUGH = ("though", "although", "albeit", "if", "yet")
_INSTEAD = (
    ["but", "not"], ["rather", "than"], [",", "not"], ["and", "not"], ["instead", "of"],
    ["but", "neither"],
    *([word, "not"] for word in _THOUGH),
)  # fmt: skip
_INSTEAD_FIRST = frozenset(p[0] for p in _INSTEAD)


def with_other_arm(
    a: Analysis, row: list[Unit], clauses: list[int], made: list[Assertion]
) -> list[Assertion]:
    """Add what is denied of other outcomes or vesicles: "raised X rather than Y", "by A but not by
    B", "whereas vesicles of other cells did not".
    """
    out = list(made)
    for i, u in enumerate(row):
        if u.key not in _INSTEAD_FIRST or not i or [u.key, next_key(row, i)] not in _INSTEAD:
            continue
        before = [x for x in made if x.clause == clauses[i - 1] and x.found.last <= u.first]
        excepted = _excepted(row, clauses, i, before)
        neither = next_key(row, i) == "neither"
        second = _nor_too(row, excepted) if neither and excepted is not None else []
        if excepted is not None and (second or not neither):
            out = [x for x in out if x.found is not excepted.found] + [excepted, *second]
            continue
        if neither:
            continue
        if u.key != "but" and (u.key != "," or next_key(row, i + 1) not in _BY):
            continue
        pair = _first_of_two(row, i, made) if u.key == "but" else None
        if pair is not None:
            kept, moved = pair
            out = [x for x in out if x.found not in (kept.found, moved.found)]
            out += [kept, replace(moved, negated=True)]
            continue
        if next_key(row, i + 1) in _BY:
            denied = before
        else:
            denied = [] if before else [
                x for x in made if x.clause == clauses[i] and x.at > i + 2
            ]  # fmt: skip
        others = _others_named(a, row, i, denied) if u.key == "but" and not before else None
        if others is not None:
            out = [replace(x, negated=False) if x in denied else x for x in out]
            denied = [replace(x, negated=False) for x in denied] if others else []
        out += [
            replace(x, negated=True, clause=clauses[i], at=i, other_arm=True)
            for x in denied if not x.negated
        ]  # fmt: skip
    return _all_but(row, out) + _others_did_not(a, row, clauses, out)


_FROM = ("from", "of")


def _others_named(
    a: Analysis, row: list[Unit], i: int, denied: list[Assertion]
) -> bool | None:
    """Whether "but not" stands between vesicles and other vesicles, in front of what they did;
    false if cells stand behind it, ``None`` if neither do.
    """
    verb = min((row[x.at].first for x in denied), default=0)
    at = row[i].first
    vesicles = [v.first for v in a.soft if v.kind == "vesicle"]
    if not any(v < at for v in vesicles):
        return None
    if {u.key for u in row[i + 2 : i + 4]} & {"those", "ones"} or any(
        at < v < verb for v in vesicles
    ):
        return True
    if not any(u.kind == "source" and u.first < verb for u in row[i + 2 : i + 5]):
        return None
    of = row[i + 2].key in _FROM or (row[i - 1].kind == "source" and row[i - 2].key in _FROM)
    return of and "themselves" not in {u.key for u in row[i : i + 6]}


def _excepted(
    row: list[Unit], clauses: list[int], i: int, before: list[Assertion]
) -> Assertion | None:
    """What "but not" takes out of a change: "reduced X but not Y" denies it of Y."""
    k = i + 2
    while k < len(row) and row[k].found is None and row[k].key in _LED:
        k += 1
    told = [x for x in before if x.sign and row[x.at].sign in ("+", "-", ">", "<")]
    if not told or k >= len(row) or row[k].kind not in ("gene", "effect"):
        return None
    if row[i].key in (",", "and", *_THOUGH) and next_key(row, k) not in _LEFT_OFF:
        return None  # ", not X was …"
    f = row[k].found
    assert f is not None
    return Assertion(f, echo(row, told[-1], f), told[-1].trigger, True, told[-1].clause, k)


def _nor_too(row: list[Unit], denied: Assertion) -> list[Assertion]:
    """The second of two that "but neither X nor Y" takes out of a change."""
    at = next((k for k in range(denied.at + 1, len(row)) if row[k].key == "nor"), len(row))
    f = row[at + 1].found if at - denied.at < _NOR_NEAR and at + 1 < len(row) else None
    if f is None or f.kind not in ("gene", "effect") or next_key(row, at + 1) not in _LEFT_OFF:
        return []  # "but neither X nor Y was changed"
    return [replace(denied, found=f, at=at + 1)]


_NOR_NEAR = 4
_LEFT_OFF = ("", ".", ",", ";", "in", "or", "and", "(", "[")
_LED = frozenset("of in on for at also the that those a an level levels expression".split())


def _first_of_two(
    row: list[Unit], i: int, made: list[Assertion]
) -> tuple[Assertion, Assertion] | None:
    """Two subjects of which "but not" denies the second: "X but not Y was reduced"."""
    first = i - 1 - (row[i - 1].key == ",")
    k = i + 2
    while k < len(row) and row[k].found is None and row[k].key in _LED:
        k += 1
    if first < 0 or k >= len(row) or row[k].kind not in ("gene", "effect"):
        return None
    f = row[first].found
    if f is None or f.kind not in ("gene", "effect"):
        return None
    moved = next(
        (x for x in made if x.found is row[k].found and x.at > k and x.sign and not x.negated), None
    )
    if moved is None or row[moved.at].voice != "left":
        return None
    sign = echo(row, moved, f)
    return replace(moved, found=f, sign=sign), moved
_BY = ("by", "with", "after", "upon")

_BUT = (
    ["except"], ["except", "for"], ["excepting"], ["save"], ["save", "for"],
    ["the", "exception", "of"], ["with", "exception", "of"],
)  # fmt: skip
_BUT_OF_ALL = (["apart", "from"], ["other", "than"], ["aside", "from"], ["all", "but"])
_EXCEPTS = frozenset(max(p, key=len) for p in (*_BUT, *_BUT_OF_ALL))
_ALL = frozenset("all every each most".split())
_NONE = frozenset("no none neither not".split())


def _all_but(row: list[Unit], made: list[Assertion]) -> list[Assertion]:
    """Deny the change of what is excepted from it: "all cytokines except Y declined"."""
    keys = {u.key for u in row}
    if _EXCEPTS.isdisjoint(keys):
        return made
    named = _BUT if _ALL.isdisjoint(keys) else (*_BUT, *_BUT_OF_ALL)
    out = []
    for x in made:
        j = next((k for k, u in enumerate(row) if u.found is x.found), 0)
        before = [u.key for u in row[max(0, j - 5) : j]]
        before = before[:-1] if before[-1:] == ["the"] else before
        excepts = any(before[-len(p) :] == p for p in named)
        out.append(replace(x, negated=not (_NONE & keys)) if excepts and x.sign else x)
    return out


_DID_NOT = (
    ["did", "not"], ["does", "not"], ["do", "not"], ["could", "not"], ["failed", "to", "do", "so"],
    ["did", "not", "do", "so"], ["were", "unable", "to", "do", "so"],
    ["had", "no", "such", "effect"], ["had", "no", "such", "effects"],
    ["had", "none", "of", "these", "effects"], ["lacked", "this", "effect"],
    ["lacked", "these", "effects"], ["lacked", "this", "activity"], ["did", "not", "share", "it"],
    ["were", "without", "this", "effect"], ["being", "without", "this", "effect"],
)  # fmt: skip
_HAD_NO_EFFECT = (
    ["had", "no", "effect"], ["were", "ineffective"], ["were", "ineffectual"],
    ["were", "without", "effect"], ["were", "inactive"], ["had", "no", "influence"],
    *(["had", "no", noun, "on", what] for noun in ("effect", "influence", "impact", "bearing")
      for what in ("it", "them", "either")),
    *([*verb, what] for what in ("it", "them", "either") for verb in (
        ["did", "not", "affect"], ["did", "not", "change"], ["did", "not", "alter"],
        ["did", "not", "influence"], ["did", "not", "modify"])),
    *(["left", what, *as_was] for what in ("it", "them", "both") for as_was in (
        ["unchanged"], ["unaltered"], ["untouched"], ["unaffected"], ["alone"],
        ["as", "it", "was"], ["where", "it", "was"])),
)  # fmt: skip
_OPENS = frozenset(", ; but while whereas although and".split())
_DENIALS = sorted((*_DID_NOT, *_HAD_NO_EFFECT), key=len, reverse=True)
_DENIALS_FIRST = frozenset(p[0] for p in _DENIALS)
_HOW_LITTLE = frozenset(
    "significant measurable detectable appreciable discernible notable clear real marked "
    "visible".split()
)


def _others_did_not(
    a: Analysis, row: list[Unit], clauses: list[int], made: list[Assertion]
) -> list[Assertion]:
    """What other vesicles are said not to have done: "… , whereas those of old cells did not"."""
    vesicles = [v for v in a.soft if v.kind == "vesicle"]
    for i in range(2, len(row)):
        if row[i].key not in _DENIALS_FIRST:
            continue
        keys = [u.key for u in row[i : i + 6]]
        extra = int(keys[2:3] != [] and keys[2] in _HOW_LITTLE)
        keys = keys[:2] + keys[2 + extra :]
        said = next((p for p in _DENIALS if keys[: len(p)] == p), None)
        if said is None or not _closes(row, i + len(said) + extra):
            continue
        opens = next(
            (k for k in range(i - 1, max(-1, i - 14), -1)
             if row[k].found is None and row[k].key in _OPENS), None
        )  # fmt: skip
        if opens is None:
            continue
        subject = row[opens + 1 : i]
        if any(u.kind in ("gene", "effect", "disease") or u.voice == "left" for u in subject):
            continue
        first, last = row[opens].last, row[i].first
        own = any(first <= v.first < last for v in vesicles)
        foreign = any(c.kind == "cell" and first <= c.first < last for c in a.soft)
        named = {u.key for u in subject}
        turn = "latter" in named and any(u.key == "former" for u in row[:opens])
        told = own or turn or {"those", "ones"} & named
        foreign = foreign or not _LINES.isdisjoint(named)
        if foreign or named & _SHAM or (named & _UNTREATED and not own) or not told:
            continue
        before = [
            x for x in made
            if x.found.first < row[opens].first and x.sign and not x.negated and not x.weak
        ]  # fmt: skip
        start = _run(row, clauses, opens)
        nothing = said in _HAD_NO_EFFECT
        return [
            replace(
                x, sign=0 if nothing else x.sign, negated=True, unchanged=nothing,
                clause=clauses[i], at=i, other_arm=True,
            )
            for x in before if x.at >= start
        ]  # fmt: skip
    return []


_SHAM = frozenset("scrambled scramble nonsense irrelevant mutated mismatched".split())
"""Words for RNAs that vesicles were loaded with for control."""
_LINES = frozenset("hek hek293 hek293t 293t 3t3 cho".split())
"""Cell lines whose vesicles are given for comparison."""
_UNTREATED = frozenset(
    "control controls saline vehicle pbs untreated placebo sham mock buffer medium".split()
)


def _closes(row: list[Unit], i: int) -> bool:
    """Whether a clause ends before unit ``i``, a callout or brackets left aside."""
    return i >= len(row) or (row[i].found is None and row[i].key in (".", ";", ",", "(", "["))


def _run(row: list[Unit], clauses: list[int], opens: int) -> int:
    """First unit of the clause that ends at ``opens``."""
    clause = clauses[max(0, opens - 1)]
    return next((k for k in range(len(row)) if clauses[k] == clause), 0)
