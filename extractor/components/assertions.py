"""Assertions that no predicate with arguments makes: arrows, shifts of polarization, means."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from extractor.components.analysis import Analysis
from extractor.components.caused import caused, enabled, ended
from extractor.components.ensuing import ensued
from extractor.components.found import Found
from extractor.components.signs import negation
from extractor.components.spans import in_time, to_degree
from extractor.components.units import Unit, next_key
from extractor.components.words import BE, DETERMINERS, LESS, MORE, NORMAL_LEVELS, SOUND


@dataclass(slots=True)
class Assertion:
    """One target, effect or disease said to change, or to be acted on.

    ``sign`` is +1, -1 or 0 (acted on, no direction); ``trigger`` the lemma that says so;
    ``negated`` when the change is denied; ``clause`` counts clauses within the sentence.
    """

    found: Found
    sign: int
    trigger: str
    negated: bool = False
    clause: int = 0
    at: int = 0
    weak: bool = False
    unchanged: bool = False
    other_arm: bool = False
    """Said of other vesicles than those that the rest of the clause is about."""
    subject: list[Found] = field(default_factory=list)


def told_anew(
    row: list[Unit], made: list[Assertion], added: list[Assertion], every: bool = False
) -> list[Assertion]:
    """Add assertions; they take the place of what a bare noun says of the same mention ("as was
    the phosphorylation of X"), or of all that is said of it.
    """
    told = {id(x.found) for x in added}
    kept = [x for x in made if id(x.found) not in told or not (every or row[x.at].voice == "noun")]
    return kept + added


def followers(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """What "followed" goes the way of what was told before: "X fell and Y and Z followed"."""
    out: list[Assertion] = []
    told = {id(x.found) for x in made}
    for i, u in enumerate(row):
        if (
            u.key != "followed"
            or u.found is not None
            or next_key(row, i) not in ("suit", ",", ".", ";", "while", "whereas", "the")
            or next_key(row, i + 1) in ("reverse", "opposite")
        ):
            continue
        before = [x for x in made if x.found.first < u.first and x.sign]
        if not before:
            continue
        for k in range(i - 1, -1, -1):
            f = row[k].found
            if f is not None and id(f) in told:
                break
            if f is not None and f.kind == "gene":
                last = before[-1]
                out.append(Assertion(f, last.sign, "follow", last.negated, clauses[k], k))
    return out


BEHIND_IT = frozenset(("", ".", ",", ";", ")", "and", "in", "by", "to", "(", "at", "with"))
"""What stands behind an "it" that is the object of the verb before it."""


def pronouns(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """What "it" behind a verb takes up: "the one promoted growth, the other inhibited it"."""
    out = []
    for i, u in enumerate(row):
        if u.voice != "right" or u.sign not in ("+", "-", ">"):
            continue
        if next_key(row, i) not in ("it", "them", "both"):
            continue
        if next_key(row, i + 1) not in BEHIND_IT:
            continue
        if next_key(row, i) == "both":
            out += _both(row, clauses, i, made)
            continue
        before = [
            x
            for x in made
            if (x.clause < clauses[i] or and_between(row, x.at, i))
            and (x.sign or x.unchanged)
            and (x.found.kind == "effect" or (x.found.kind == "gene" and x.sign and u.sign != ">"))
        ]  # fmt: skip
        taken_up = before[-1].found if before else _level_before(row, clauses, i)
        if taken_up is not None:
            sign = 1 if u.sign == "+" else -1
            sign = -sign if taken_up.facts.get("inverse") else sign
            if u.sign == ">":
                if not before or not before[-1].sign:
                    continue
                sign = -before[-1].sign  # "ovariectomy lowered X, and the vesicles restored it"
            negated, _ = negation(None, row, clauses, [i], i)
            out.append(Assertion(taken_up, sign, u.lemma, negated, clauses[i], i))
    return out


def and_between(row: list[Unit], first: int, last: int) -> bool:
    """Whether another clause begins between two units: "X fell, and the vesicles restored it"."""
    return any(
        row[k].key == "," and row[k + 1].key in ("and", "but") for k in range(first + 1, last - 1)
    )


def _level_before(row: list[Unit], clauses: list[int], i: int) -> Found | None:
    """The outcome whose level alone was told: "ejection fraction was 34%; exosomes raised it"."""
    before = [k for k in range(i) if clauses[k] == clauses[i] - 1]
    named = [row[k].found for k in before if row[k].kind in ("effect", "gene")]
    figures = any(row[k].key in ("was", "were") and row[k + 1].key[:1].isdigit() for k in before)
    if not figures or len(named) != 1 or named[0] is None or named[0].kind != "effect":
        return None
    return named[0]


_OWN = frozenset("its their whose".split())
_HAD = frozenset(
    "protein mrna gene transcript expression level levels abundance amount content".split()
)


_TAKEN_AWAY = frozenset(
    "inhibition knockdown silencing blockade depletion loss knock inhibitor antagomir "
    "transfection overexpression".split()
)


def possessives(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """What "its level" takes up: "X was found to be a target; its protein level fell"."""
    out = list(made)
    for i, u in enumerate(row):
        if u.voice != "left" or u.sign not in ("+", "-"):
            continue
        k = i - 1
        while k > 0 and row[k].found is None and row[k].key not in _OWN and i - k < 9:
            if row[k].key in (",", ";") or row[k].voice in ("left", "right"):
                break
            k -= 1
        if k < 1 or row[k].key not in _OWN or row[k + 1].key not in _HAD:
            continue
        if _TAKEN_AWAY & {v.key for v in row[i + 1 : i + 5]}:
            continue  # "its protein rose after inhibition"
        before = [v.found for v in row[:k] if v.found is not None and v.found.kind == "gene"]
        if not before or any(x.at == i for x in made):
            continue
        f = before[-1]
        sign = 1 if u.sign == "+" else -1
        negated, _ = negation(None, row, clauses, [i], i)
        out = [x for x in out if x.sign or x.found.mention.label != f.mention.label]
        out.append(Assertion(f, sign, u.lemma, negated, clauses[i], i))
    return out


def _both(
    row: list[Unit], clauses: list[int], i: int, made: list[Assertion]
) -> list[Assertion]:  # fmt: skip
    """The last two outcomes before "both": "A did not raise X or Y, whereas B restored both"."""
    told = [x for x in made if x.clause < clauses[i] and x.found.kind in ("effect", "gene")][-2:]
    if len(told) < 2:
        return []
    out = []
    for x in told:
        harm = x.found.entry is not None and x.found.entry.facts.get("valence") == "harm"
        sign = 1 if row[i].sign == "+" or (row[i].sign == ">" and not harm) else -1
        out.append(Assertion(x.found, sign, row[i].lemma, False, clauses[i], i))
    return out


_ARROWS = {"↓": -1, "⬇": -1, "▼": -1, "↑": 1, "⬆": 1, "▲": 1}


def arrow(row: list[Unit], j: int) -> int:
    """The direction that an arrow beside a name gives ("NLRP3 ↓, GLT-1 ↑", "↑IL-10")."""
    if row[j].drawn:
        return row[j].drawn  # "X (-40%) and Y (+25%) changed"
    after = next_key(row, j)
    if after in _ARROWS:
        return _ARROWS[after]
    return _ARROWS.get(row[j - 1].key, 0) if j else 0


def verbal(a: Analysis, row: list[Unit], clauses: list[int], j: int) -> Assertion | None:
    """An effect told by a verb of its own: "cells proliferated more", "helped them to survive"."""
    f = row[j].found
    assert f is not None
    begun = ended([u.key for u in row[max(0, j - 3) : j]])
    if begun:
        sign = -begun if f.facts.get("inverse") else begun
        return Assertion(f, sign, "end", False, clauses[j], j)
    end = _last_of_verbs(row, j)
    near = [u.key for u in (_beside(row, j) if end == j else row[end + 1 : end + 4]) if not u.found]
    turned = {b for a, b in pairwise(near) if (a, b[:4]) == ("more", "slow") or (
        a == "more" and b in LESS
    )}  # fmt: skip
    if turned:
        near.remove("more")
    turned |= {b for a, b in pairwise(near) if a == "less" and b in MORE}
    more = any(k in MORE and k not in turned for k in near)
    sign = 1 if more else -1 if turned or any(k in LESS for k in near) else 0
    if not sign:
        sign = in_time(a.tokens, f.last) or to_degree([u.key for u in row[j + 1 : j + 9]])
    if not sign:
        near_by = range(j + 1, min(j + 5, len(row)))
        told = {row[k].lemma for k in near_by if clauses[k] == clauses[j]}
        sign = ("at higher levels" in told) - ("at lower levels" in told)
    if not sign:
        sign = enabled([u.key for u in row], j)
    lead = _first_of_verbs(row, j)
    if not sign and lead and row[lead - 1].key == "to":
        k = next(
            (
                k
                for k in range(lead - 2, max(-1, lead - 8), -1)
                if row[k].chosen is not None and row[k].voice == "right"
            ),
            None,
        )
        p = row[k].chosen if k is not None else None
        if p is not None and p.sign in "+>c-":
            assert k is not None
            up = (p.sign != "-") != bool(f.facts.get("inverse"))
            return made_to(row, clauses, j, k, 1 if up else -1)
    if not sign and any(
        u.key == "no" and next_key(row, i) == "longer" for i, u in enumerate(row[:j])
    ):
        return None
    if not sign:
        keys = [u.key for u in row]
        keys[lead] = f.mention.text.rsplit(" ", 1)[-1].lower()
        sign, at = caused(keys, lead)
        if sign:
            return made_to(row, clauses, j, at, -sign if f.facts.get("inverse") else sign)
    if not sign:
        sign = int(ensued(a.tokens.keys, f.first, f.last))
    if not sign:
        return None
    negated, _ = negation(None, row, clauses, [j], j)
    negated = negated or (j > 1 and row[j - 2].key in ("neither", "nor", "not"))
    return Assertion(f, -sign if f.facts.get("inverse") else sign, "verb", negated, clauses[j], j)


def _beside(row: list[Unit], j: int) -> list[Unit]:
    """The units around a verb that may tell its degree; not those of the verb beside it: "fewer
    died, and more of them divided", "migrated faster and died less often", "migrated and expressed
    less X".
    """
    first, last = max(0, j - 2), min(j + 4, len(row))
    if j > 2 and row[j - 2].key == "of" and row[j - 1].key in ("them", "these", "those"):
        first = j - 3  # "more of them died"
    if row[j - 1].key in _JOINS and j - 2 == first and row[first].key in MORE | LESS:
        first = j
    for k in range(j + 1, last - 1):
        behind = row[k + 1]
        if row[k].key in _JOINS and (
            behind.key in ("more", "fewer", "less")
            or (behind.found is None and behind.key.endswith("ed"))
        ):
            return row[first:k]
    return row[first:last]


def _first_of_verbs(row: list[Unit], j: int) -> int:
    """The first of infinitives in a list: "let cells migrate and divide"."""
    k = j
    while k > 1:
        i = k - 1 - (row[k - 1].key == "to" and row[k - 2].key in _JOINS)
        if row[i].key not in _JOINS:
            break
        i -= 1 + (row[i].key == "and" and row[i - 1].key == ",")
        f = row[i].found if i > 0 else None
        if f is None or not f.facts.get("verb"):
            break
        k = i
    return k


def _last_of_verbs(row: list[Unit], j: int) -> int:
    """The last of verbs with one degree behind them all: "grew, migrated and invaded less"."""
    k = j
    while k + 2 < len(row) and row[k + 1].key in (",", "and"):
        i = k + 2 + (row[k + 1].key == "," and row[k + 2].key == "and")
        f = row[i].found if i < len(row) else None
        if f is None or not f.facts.get("verb"):
            break
        k = i
    told = {u.key for u in row[k + 1 : k + 3]}
    return k if told & (MORE | LESS) else j


_JOINS = (",", "and", "but", ";")


def made_to(row: list[Unit], clauses: list[int], j: int, at: int, sign: int) -> Assertion:
    """What the outcome at unit ``j`` was made to do, or kept from, by the verb at unit ``at``."""
    f = row[j].found
    assert f is not None
    negated, _ = negation(None, row, clauses, [at], at)
    negated = negated or (j > 1 and row[j - 2].key in ("neither", "nor", "not"))
    return Assertion(f, sign, "make", negated, clauses[j], j)


_OBTAINED = frozenset("achieved obtained attained reached accomplished complete completed".split())
_WITNESSED = frozenset("observed recorded documented seen noted found".split())
_EVENTS = tuple(
    "closure healing recovery regeneration repair remission epithelialization protection".split()
)


FULL = frozenset("complete full total partial entire".split())
"""How far a good outcome came about: "four had complete closure"."""
_HAD_IT = frozenset("had showed achieved reached attained experienced underwent gained".split())


def _came_about(row: list[Unit], clauses: list[int], j: int) -> Assertion | None:
    """A good outcome that is said to have come about: "closure was achieved in four"."""
    f = row[j].found
    assert f is not None
    normal = f.mention.text.lower().startswith(NORMAL_LEVELS)
    good = f.entry is not None and f.entry.facts.get("valence") == "good"
    if not normal and (not good or f.facts.get("inverse")):
        return None
    if j > 1 and row[j - 1].key in FULL and {u.key for u in row[max(0, j - 4) : j]} & _HAD_IT:
        return Assertion(f, 1, "come about", False, clauses[j], j)
    k = j + 1
    while k < len(row) and k - j < 7 and clauses[k] == clauses[j] and row[k].key not in BE:
        k += 1
    if k + 1 >= len(row) or row[k].key not in ("was", "were"):
        return None
    event = f.mention.text.lower().endswith(_EVENTS)
    done = next((u.key for u in row[k + 1 : k + 3] if not u.key.endswith("ly")), "")
    if done in _OBTAINED or (event and done in _WITNESSED):
        denied = any(u.key in ("no", "not") for u in row[max(0, j - 3) : k + 2])
        sign = -1 if normal else 1
        return None if denied else Assertion(f, sign, "come about", False, clauses[j], j)
    return None


_SOUND = frozenset(SOUND.split("|")) | {"wild"}


def _healthy(row: list[Unit], clauses: list[int], j: int) -> Assertion | None:
    """An outcome like that of the healthy: "was indistinguishable from sham", "had normal X"."""
    f = row[j].found
    assert f is not None
    valence = f.entry.facts.get("valence") if f.entry is not None else None
    if valence not in ("good", "harm") or any(u.key in ("not", "no") for u in row[:j]):
        return None
    sound = False
    for k in range(j + 1, min(j + 9, len(row))):
        if clauses[k] != clauses[j] or row[k].key in (",", ";", "."):
            break
        if row[k].key in ("indistinguishable", "similar", "comparable", "normal", "close", "near"):
            sound = row[k].key == "normal" or bool(_SOUND & {u.key for u in row[k + 1 : k + 8]})
            break
    near = [u.key for u in row[max(0, j - 3) : j]]
    had = any(u.key in ("had", "showed", "displayed", "retained") for u in row[max(0, j - 4) : j])
    if not sound and not ("normal" in near and had):
        return None
    return Assertion(f, 1 if valence == "good" else -1, "normal", False, clauses[j], j)


_GAVE = frozenset("gave yielded provided produced afforded conferred offered achieved".split())
_MOST = frozenset("highest greatest best largest most better greater higher stronger".split())


def _best(row: list[Unit], clauses: list[int], j: int) -> Assertion | None:
    """A good outcome that was given in the highest degree: "gave the highest blood flow"."""
    f = row[j].found
    assert f is not None
    if f.entry is None or f.entry.facts.get("valence") != "good" or f.facts.get("inverse"):
        return None
    near = [u.key for u in row[max(0, j - 4) : j] if u.found is None]
    if _MOST & set(near) and _GAVE & set(near) and not {"no", "not"} & set(near):
        return Assertion(f, 1, "give", False, clauses[j], j)
    return None


_REPORTED = frozenset(
    "shown observed reported demonstrated described documented noted seen recorded found".split()
)


def _by_vesicles(row: list[Unit], clauses: list[int], j: int) -> Assertion | None:
    """An outcome whose agent is named: "polarization by vesicles of X has been shown"."""
    f = row[j].found
    assert f is not None
    by = next(
        (k for k in range(j + 1, min(j + 7, len(row))) if row[k].key in ("by", ",", ".")), None
    )
    if by is None or row[by].key != "by" or f.facts.get("inverse"):
        return None
    for k in range(by + 1, min(by + 16, len(row) - 1)):
        if clauses[k] != clauses[j] or row[k].key in (";", "."):
            return None
        if row[k].key in ("was", "were", "been"):
            return (
                Assertion(f, 1, "come about", False, clauses[j], j)
                if row[k + 1].key in _REPORTED
                and not any(u.key in ("no", "not") for u in row[max(0, j - 3) : k + 1])
                else None
            )
    return None


GLOSS = "gloss"
"""Trigger of a target that stands behind its miRNA in brackets: "miR-21 (PTEN)"."""


def in_axis(row: list[Unit], clauses: list[int], j: int) -> Assertion | None:
    """A target that its verb tells nothing of ("reveals that the miR-21/PTEN axis mediates …")."""
    made = ungoverned(row, clauses, j) if j and row[j - 1].key in ("/", "-") else None
    return made if made is not None and made.trigger == "axis" else None


def ungoverned(row: list[Unit], clauses: list[int], j: int) -> Assertion | None:
    """Targets named with no direction: by mechanism ("through TLR4"), axis or slash."""
    f = row[j].found
    assert f is not None
    if f.kind == "effect":
        return (
            _came_about(row, clauses, j)
            or _as_result(row, clauses, j)
            or _healthy(row, clauses, j)
            or _best(row, clauses, j)
            or _by_vesicles(row, clauses, j)
        )
    if f.kind != "gene":
        return None
    k = j - 1
    while (
        k >= 0
        and (
            row[k].key in DETERMINERS
            or row[k].key in ("/", "-", ",", "and", "pathway", "a")
            or (row[k].found is not None and row[k].kind in ("gene", "mirna"))
        )
        and j - k < 9
    ):
        if row[k].found is not None and row[k].kind == "mirna" and row[j - 1].key in ("/", "-"):
            return Assertion(f, 0, "axis", False, clauses[j], j, weak=True)
        k -= 1
    if k >= 0 and row[k].found is None and _means(row, k):
        return Assertion(f, 0, "mechanism", False, clauses[j], j, weak=True)
    return None


_RESULTS = frozenset("result results consequence consequences outcome upshot".split())
_THAT_IS = frozenset("being was were as is are".split())
_ENDS = frozenset(", . ; ) and but".split())


def _as_result(row: list[Unit], clauses: list[int], j: int) -> Assertion | None:
    """An outcome said to come of what was told: "with X as the result", "X being the consequence",
    "the result was X", "and X followed".
    """
    f = row[j].found
    assert f is not None
    if j < 2 or f.facts.get("prefixed"):
        return None
    keys = [u.key for u in row[j + 1 : j + 5]]
    behind = (
        keys[:1] != [] and keys[0] in _THAT_IS and bool(_RESULTS & set(keys[1:4]))
        and keys[1] in DETERMINERS
    )  # fmt: skip
    followed = keys[:1] in (["followed"], ["ensued"]) and bool(_ENDS & set(keys[1:2] or ["."]))
    before = [u.key for u in row[max(0, j - 5) : j] if u.key not in DETERMINERS]
    led = before[-2:] in ([r, b] for r in _RESULTS for b in ("being", "was", "were"))
    if not (behind or followed or led) or "not" in keys[:3] or "not" in before:
        return None
    sign = -1 if f.facts.get("inverse") else 1
    return Assertion(f, sign, "result", False, clauses[j], j)


def _means(row: list[Unit], k: int) -> bool:
    """Whether unit ``k`` names a means: "via X", "by way of X", "raised Y by X"."""
    key = row[k].key
    if key in ("via", "through", "involving"):
        return True
    if key == "of" and k > 1:
        before = (row[k - 2].key, row[k - 1].key)
        return before in (("by", "way"), ("by", "means")) or before[1] == "because"
    if key == "to" and k:
        return row[k - 1].key in ("owing", "thanks")
    if key != "by" or (k and row[k - 1].key.endswith("ed") and row[k - 1].key != "mediated"):
        return False  # "chondrocytes stressed by IL-1β"
    governing = [u for u in row[max(0, k - 12) : k] if u.voice in ("right", "left", "noun")]
    return bool(governing) and governing[-1].voice == "right" and governing[-1].sign in ("+", "-")
