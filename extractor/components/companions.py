"""What goes the way of what was told before it: "X fell along with Y", "X, and with it Y", "X fell
by 40% and Y by half", "X rose 1.8-fold and Y 2.1-fold", "X was 40% and Y 35% lower", "X fell, Y
too", "two were lowered: X and Y".
"""

from __future__ import annotations

from dataclasses import replace

from extractor.components.analysis import Analysis
from extractor.components.assertions import Assertion
from extractor.components.comparisons import NUMBERS
from extractor.components.notes import TOO
from extractor.components.reached import amount_behind
from extractor.components.signs import is_divisor, negation
from extractor.components.units import Unit, next_key
from extractor.components.words import BE, LEVEL_SKIP

_BESIDE = (
    ["along", "with"], ["together", "with"], ["in", "parallel", "with"], ["in", "step", "with"],
    ["in", "line", "with"], ["in", "concert", "with"], ["in", "tandem", "with"],
    ["hand", "in", "hand", "with"], ["paralleled", "by", "that", "of"],
    ["mirrored", "by", "that", "of"], ["matched", "by", "that", "of"],
    ["accompanied", "by", "that", "of"], ["followed", "by", "that", "of"],
    ["with", "it"], ["with", "them"], ["and", "likewise"], ["and", "equally"], ["and", "similarly"],
)  # fmt: skip
"""Words before what shares the change that the clause has just told."""
_BESIDE_BY = {w[0]: [v for v in _BESIDE if v[0] == w[0]] for w in _BESIDE}
_BESIDE_MOST = max(map(len, _BESIDE))
_KINDS = ("gene", "effect")
_DRESS = LEVEL_SKIP | frozenset("the a an of that those its their in , and or also".split())


def companions(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """The assertions that companions of what was told before them add."""
    out = _cataphoric(row, clauses, made)
    made = [*made, *out]
    # "with it X activation": how X goes is told by the verb before
    told = {
        id(x.found) for x in made
        if row[x.at].voice != "noun" or row[x.at].first < x.found.first or row[x.at].sign == "-"
    }  # fmt: skip
    for i, u in enumerate(row):
        if u.found is not None:
            if u.kind in _KINDS and id(u.found) not in told and i and _alone(row, i):
                before = _last(row, made, i)
                figures = _by_figures(row, i)
                if figures and any(x.sign and x.found.first < u.first for x in made):
                    sign = -figures if u.found.facts.get("inverse") else figures
                    out.append(Assertion(u.found, sign, NUMBERS, False, clauses[i], i))
                    told.add(id(u.found))
                elif before is not None:
                    _add(out, told, row, clauses, i, before)
            continue
        width = 0
        if u.key in _BESIDE_BY:
            keys = [v.key for v in row[i : i + _BESIDE_MOST]]
            width = next((len(w) for w in _BESIDE_BY[u.key] if keys[: len(w)] == w), 0)
        before = (_noun_before(row, made, i) or _last(row, made, i)) if width else None
        if before is None or (u.key == "with" and next_key(row, i + 1) in ("was", "were", "had")):
            continue
        apart = row[i - 1].key == "," or u.key in ("with", "and")
        if row[before.at].voice == "right" and not apart:
            continue  # "lowered X together with cells": they did it together
        for k in _list(row, i + width):
            if id(row[k].found) not in told:
                _add(out, told, row, clauses, k, before)
    return out


def _alone(row: list[Unit], i: int) -> bool:
    """Whether a name shares the verb before it, told by an amount or "too": "and IL-6 by half"."""
    k = i - 1
    while k > 0 and row[k].found is None and row[k].key in _DRESS - {",", "and"}:
        k -= 1
    if row[k].key not in (",", "and", ";"):
        return False
    behind = next_key(row, i)
    if behind in TOO:
        return next_key(row, i + 1) in (".", ",", ";", "", "and")
    if behind == "as" and next_key(row, i + 1) == "well":
        return next_key(row, i + 2) in (".", ",", ";", "")
    if behind == "with" and next_key(row, i + 1) in ("it", "them"):
        return next_key(row, i + 2) in (".", ",", ";", "", "and")  # "X fell, Y with it"
    if behind in ("by", "from", "to"):
        return amount_behind(row, i + 1)
    return _so_much(row, i + 1) < len(row)


def _by_figures(row: list[Unit], i: int) -> int:
    """Which way the figures behind a name go: "and Y from 6 to 11%"; 0 if they do not say."""
    figures = [u.key.rstrip("%") for u in row[i + 1 : i + 7] if u.key[:1].isdigit()]
    keys = [u.key for u in row[i + 1 : i + 6]]
    if keys[:1] != ["from"] or "to" not in keys or len(figures) < 2:
        return 0
    if not all(figure.replace(".", "", 1).isdigit() for figure in figures[:2]):
        return 0
    before, after = (float(figure) for figure in figures[:2])
    return (after > before) - (after < before)


def _so_much(row: list[Unit], i: int) -> int:
    """The unit behind "2.1-fold", "35%" or "threefold" at ``i`` and the end of its clause; the
    length of the row if there is none.
    """
    k = i
    while k < len(row) and row[k].found is None and (
        row[k].key[:1].isdigit() or row[k].key in _MUCH or row[k].key.endswith("fold")
    ):
        k += 1
    much = {u.key for u in row[i:k]} & {"%", "percent", "times"} or (
        k > i and row[k - 1].key.endswith("fold")
    )
    ends = k < len(row) and row[k].key in _CLAUSE_ENDS
    return k if much and ends else len(row)


_MUCH = frozenset("% percent times - about some nearly almost roughly only over".split())
_CLAUSE_ENDS = frozenset(". , ; and after with in by upon following (".split())


def _cataphoric(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """What shares the comparative of the name behind it: "X was 40% and Y 35% lower"."""
    out: list[Assertion] = []
    told = {id(x.found) for x in made}
    for i, u in enumerate(row):
        f = u.found
        if f is None or u.kind not in _KINDS or id(f) in told or next_key(row, i) not in BE:
            continue
        k = _so_much(row, i + 2)
        if k >= len(row) - 1 or row[k].key not in ("and", ","):
            continue
        behind = next((x for x in made if row[k].first < x.found.first), None)
        if behind is None or not behind.sign or any(
            v.key in BE or v.key in (".", ";") for v in row[k : behind.at]
        ):
            continue
        turned = bool(f.facts.get("inverse")) != bool(behind.found.facts.get("inverse"))
        out.append(replace(behind, found=f, sign=-behind.sign if turned else behind.sign))
    return out


def _last(row: list[Unit], made: list[Assertion], i: int) -> Assertion | None:
    """The change that the verb nearest before unit ``i`` told, if it gives a direction."""
    verb = next((k for k in range(i - 1, -1, -1) if row[k].voice in ("left", "right")), None)
    if verb is None or row[verb].sign not in ("+", "-", ">"):
        return None
    told = next((x for x in made if x.at == verb and not x.unchanged), None)
    f = row[i].found
    if told is None and f is not None and row[verb].voice == "left" and row[verb].sign != ">":
        if any(u.found is not None or u.key in _DENIED for u in row[:i]):
            return None
        # "incidence fell from 60 to 30% and mortality from 40 to 12%": the first has no name
        return Assertion(f, 1, row[verb].lemma, False, 0, verb)
    return told


def _noun_before(row: list[Unit], made: list[Assertion], i: int) -> Assertion | None:
    """What a noun of change tells right before: "inhibition of X and, with it, Y"."""
    k = i - 1
    while k > 0 and row[k].key in (",", "and"):
        k -= 1
    if row[k].found is None or k == i - 1:
        return None
    told = next((x for x in made if x.found is row[k].found), None)
    return told if told is not None and row[told.at].voice == "noun" and told.sign else None


_DENIED = frozenset("not no neither nor if whether".split())




def _list(row: list[Unit], i: int) -> list[int]:
    """The names of a list that begins at unit ``i``; nothing where a verb of its own follows."""
    out: list[int] = []
    for k in range(i, len(row)):
        u = row[k]
        if u.found is not None:
            if u.kind not in _KINDS:
                break
            out.append(k)
        elif u.word is not None and u.voice in ("left", "right"):
            return [] if u.voice == "left" else out
        elif u.voice == "noun" and out and row[k - 1].found is not None:
            continue  # "with it X activation and Y"
        elif u.key not in _DRESS and (out or not u.key.isalpha() or k > i + 2):
            break
    return out


def _add(
    out: list[Assertion], told: set[int], row: list[Unit], clauses: list[int], k: int, x: Assertion
) -> None:
    f = row[k].found
    assert f is not None
    harm = f.entry is not None and f.entry.facts.get("valence") == "harm"
    sign = -1 if row[x.at].sign == "-" or (row[x.at].sign == ">" and harm) else 1
    sign = -sign if f.facts.get("inverse") and row[x.at].sign != ">" else sign
    sign = -sign if is_divisor(row, k) else sign
    told.add(id(f))
    out.append(Assertion(f, sign, x.trigger, x.negated, clauses[k], x.at))


_MARKS = (":", "–", "—", "-")


def listed_behind(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """What a mark opens the list of: "three cytokines were lowered: X, Y and Z", "the exosomes
    lowered two cytokines: X and Y".
    """
    out: list[Assertion] = []
    told = {id(x.found) for x in made}
    for i, u in enumerate(row):
        if u.voice not in ("left", "right") or u.sign not in ("+", "-") or any(
            x.at == i for x in made
        ):
            continue
        mark = next(
            (k for k in range(i + 1, min(i + 9, len(row) - 1))
             if (row[k].key in _MARKS or (i < 3 and row[k].key in ("was", "were")))
             and (row[k].key not in ("-", "was", "were") or row[k + 1].found is not None)), 0
        )  # fmt: skip
        if not mark or any(v.found is not None and v.kind in _KINDS for v in row[i:mark]):
            continue
        names = _list(row, mark + 1)
        names = [k for k in names if id(row[k].found) not in told]
        for k in names:
            f = row[k].found
            assert f is not None
            sign = 1 if u.sign == "+" else -1
            sign = -sign if f.facts.get("inverse") else sign
            out.append(Assertion(f, sign, u.lemma, False, clauses[k], i))
    return out


_COUNTS = {"less": -1, "fewer": -1, "lower": -1, "more": 1, "higher": 1, "greater": 1}


def behind_counted(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """What goes on with a comparative that is part of the name before it: "found less apoptosis and
    edema".
    """
    out: list[Assertion] = []
    told = {id(x.found) for x in made}
    for x in made:
        first = x.found.mention.text.partition(" ")[0].lower()
        if first not in _COUNTS or not x.found.facts.get("sign"):
            continue
        j = next((k for k, u in enumerate(row) if u.found is x.found), len(row))
        names = _list(row, j + 1) if next_key(row, j) in (",", "and", "or") else []
        for k in names:
            f = row[k].found
            assert f is not None
            if id(f) in told or "sign" in f.facts or row[k - 1].key not in _DRESS:
                break
            sign = -_COUNTS[first] if f.facts.get("inverse") else _COUNTS[first]
            out.append(replace(x, found=f, sign=sign, clause=clauses[k]))
    return out


_THROUGH = frozenset("dependent mediated".split())
_MANNER = frozenset("manner fashion way mechanism".split())


def depended_on(
    a: Analysis, row: list[Unit], clauses: list[int], j: int, governors: list[int]
) -> Assertion | None:
    """What is said of a gene that another name hangs on: "inhibited X-dependent pyroptosis" lowers
    what X does, "in an X-dependent manner" names it.
    """
    f = row[j].found
    assert f is not None
    keys = a.tokens.keys[f.last : f.last + 3]
    if f.kind != "gene" or len(keys) < 3 or keys[0] != "-" or keys[1] not in _THROUGH:
        return None
    if keys[2] in _MANNER:
        return Assertion(f, 0, "mechanism", False, clauses[j], j, weak=True)
    g = max((g for g in governors if g < j), default=None)
    if g is None or row[g].sign not in ("+", "-") or row[g].voice not in ("right", "noun"):
        return None
    negated, _ = negation(a, row, clauses, [g], j)
    sign = 1 if row[g].sign == "+" else -1
    return Assertion(f, sign, row[g].lemma, negated, clauses[g], g)


def of_each(made: list[Assertion]) -> list[Assertion]:
    """What is told of the cells of a list is told of each: "fibroblasts and HUVECs migrated"."""
    return made + [
        replace(x, found=other) for x in made for other in x.found.facts.get("of_others", ())
    ]
