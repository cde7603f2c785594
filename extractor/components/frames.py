"""Who goes up and who goes down: predicates and their arguments inside one sentence.

A sentence is read as a row of units (mentions, predicates, words). Every predicate takes the
targets and effects that its construction gives it: an active verb those to its right ("reduced X
and Y"), a passive or intransitive one those to its left ("X and Y were reduced", "X fell"), a noun
those behind "of" or before it ("reduction of X", "X inhibition"), an adjective the one it stands
by. Predicates nest, and their signs multiply: "prevented the decrease in X" leaves more X.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extractor.components import unchanged
from extractor.components.analysis import Analysis
from extractor.components.arguments import (
    attribute_objects,
    left_objects,
    noun_objects,
    right_objects,
)
from extractor.components.found import Found
from extractor.components.signs import (
    describes_effect,
    is_divisor,
    is_manipulated,
    modifies,
    negation,
    sign_of,
    subject_of,
)
from extractor.components.units import (
    OBJECTS,
    Unit,
    clause_numbers,
    next_key,
    resolve,
    units,
)
from extractor.components.words import (
    DETERMINERS,
    LESS,
    MORE,
    SHOWS,
    TURNS,
)
from extractor.records import Mention


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


def read(a: Analysis, first: int, last: int) -> tuple[list[Assertion], list[Unit], list[int]]:
    """All assertions of the sentence that covers the tokens ``first`` to ``last``."""
    row = units(a, first, last)
    resolve(row)
    clauses = clause_numbers(row)
    chains: dict[
        int, list[tuple[int, bool]]
    ] = {}  # unit of a mention -> governors, innermost first
    outer: dict[int, list[int]] = {}  # unit of a noun or attribute -> predicates above it

    def govern(target: int, predicate: int) -> None:
        chains.setdefault(target, []).append((predicate, False))

    # nouns and attributes first: they are the innermost
    for i, u in enumerate(row):
        if u.voice == "noun":
            for j in noun_objects(row, i):
                govern(j, i)
        elif u.voice == "attribute":
            for j in attribute_objects(row, i):
                govern(j, i)
            k = i + 1
            while (
                k < len(row)
                and k - i < 4
                and row[k].found is None
                and row[k].word is None
                and row[k].key not in (",", ".", "and")
            ):
                k += 1
            if k < len(row) and row[k].voice == "noun":
                outer.setdefault(k, []).append(i)  # "weaker phosphorylation of X"
    for i, u in enumerate(row):
        if u.voice == "right":
            mentions, inner = right_objects(row, i)
            for j in mentions:
                govern(j, i)
            for j in inner:
                outer.setdefault(j, []).append(i)
        elif u.voice == "left":
            mentions, inner = left_objects(row, i, clauses)
            for j in mentions:
                govern(j, i)
            for j in inner:
                outer.setdefault(j, []).append(i)
    out: list[Assertion] = _protections(a, row, clauses)
    for j, u in enumerate(row):
        if u.found is None or u.kind not in OBJECTS:
            continue
        made = _assert(a, row, clauses, j, [c for c, _ in chains.get(j, [])], outer)
        if made is not None:
            out.append(made)
            also = u.found.facts.get("also")
            if also is not None and u.kind == "disease" and made.sign:
                made.found = u.found
    out += _followers(row, clauses, out)
    return _with_unchanged(a, row, clauses, out), row, clauses


def _with_unchanged(
    a: Analysis, row: list[Unit], clauses: list[int], made: list[Assertion]
) -> list[Assertion]:
    """Add the outcomes said not to have changed; they take the place of other readings of them."""
    still = unchanged.find(a, row, clauses)
    if not still:
        return made
    spans = {(u.found.first, u.found.last) for u in still}
    out = [x for x in made if (x.found.first, x.found.last) not in spans]
    out += [
        Assertion(u.found, 0, "unchanged", True, clauses[u.unit], u.unit, unchanged=True)
        for u in still
    ]
    out = sorted(out, key=lambda x: x.found.first)
    for i, u in enumerate(row):
        if u.key == "but" and next_key(row, i) == "not" and next_key(row, i + 1) in _BY:
            # "was improved by the one but not by the other"
            out += [
                replace(x, negated=True, clause=clauses[i], at=i, other_arm=True)
                for x in out
                if x.clause == clauses[i - 1] and not x.negated and x.found.last <= u.first
            ]
        elif u.key == "but" and next_key(row, i) == "not" and not any(
            x.clause == clauses[i - 1] for x in out
        ):
            # "the one, but not the other, raised X"
            out += [
                replace(x, negated=True, clause=clauses[i], at=i, other_arm=True)
                for x in out
                if x.clause == clauses[i] and not x.negated and x.at > i + 2
            ]
    return out


_BY = ("by", "with", "after", "upon")


def _protections(a: Analysis, row: list[Unit], clauses: list[int]) -> list[Assertion]:
    """Cells said to be protected, with no harm named: less injury of those cells."""
    out: list[Assertion] = []
    for i, u in enumerate(row):
        if (
            u.chosen is None
            or u.chosen.lemma not in ("protect", "spare", "shield", "safeguard", "save", "rescue")
            or u.voice not in ("right", "left")
        ):
            continue
        near = (
            [c for c in a.soft if c.kind == "cell" and 0 <= c.first - u.last <= 4]
            if u.voice == "right"
            else [c for c in a.soft if c.kind == "cell" and 0 <= u.first - c.last <= 4]
        )
        if not near:
            continue
        last = row[-1].last
        harm = any(
            v.found is not None and v.found.kind in ("effect", "disease") and i < k < i + 12
            for k, v in enumerate(row)
        ) and any(v.key in ("from", "against") for v in row[i : i + 9])
        if harm or near[0].first >= last:
            continue
        cell = near[0]
        m = cell.mention
        effect = Mention("effect", m.start, m.end, m.text, f"{m.label} injury", None, "protection")
        negated, _ = negation(a, row, clauses, [i], i)
        out.append(
            Assertion(
                Found(cell.first, cell.last, effect, None, {}),
                -1,
                u.chosen.lemma,
                negated,
                clauses[i],
                i,
            )
        )
    return out


def _assert(
    a: Analysis,
    row: list[Unit],
    clauses: list[int],
    j: int,
    governors: list[int],
    outer: dict[int, list[int]],
) -> Assertion | None:
    f = row[j].found
    assert f is not None
    if modifies(a, f) or f.facts.get("patient"):
        return None
    valence = f.entry.facts.get("valence") if f.entry is not None and f.kind == "effect" else None
    valence = valence or f.facts.get("valence")
    own = f.facts.get("sign")
    sign: int | None = own
    trigger = f"effects:{f.mention.label}" if own else ""
    chain: list[int] = []
    for g in governors:
        if g not in chain:
            chain.append(g)
    # innermost: nearest noun or attribute, then the verb over it
    nested = [g for g in chain if row[g].voice in ("noun", "attribute")]
    verbs = [g for g in chain if row[g].voice == "left"] or [
        g for g in chain if row[g].voice == "right"
    ]
    verbs = sorted(verbs, key=lambda g: (row[g].sign == "0", abs(g - j)))[:1]
    if own is not None and _FINITE.search(f.mention.text):
        nested, verbs = [], []  # a whole clause: "the animals died earlier"
    ups = [o for g in nested for o in outer.get(g, []) if o not in verbs]
    # outer predicates of nouns nest further ("led to inhibition of the increase of")
    path = sorted(set(nested), key=lambda g: abs(g - j)) + sorted(
        set(verbs + ups), key=lambda g: abs(g - j)
    )
    if f.facts.get("prefixed") and not describes_effect(row, j):
        return None
    if f.facts.get("verb"):
        return _verbal(row, clauses, j)
    if own is None and all(row[g].sign in "0cs" for g in path):
        shifted = _shifted(row, clauses, j)
        if shifted is not None:
            return shifted
    if not path and own is None:
        compared = _compared(a, row, j)
        if compared:
            sign = -compared if f.facts.get("inverse") else compared
            return Assertion(f, sign, "numbers", False, clauses[j], j)
    arrow = _arrow(row, j)
    if arrow:
        sign = -arrow if f.facts.get("inverse") else arrow
        return Assertion(f, sign, "arrow", False, clauses[j], j)
    if not path and own is None:
        return _ungoverned(row, clauses, j)
    still = False
    zero = False
    applied: list[int] = []
    for depth, g in enumerate(path):
        p = row[g].chosen
        assert p is not None
        if row[g].voice == "attribute" and len(path) > depth + 1:
            above = row[path[depth + 1]].chosen
            if above is not None and above.sign not in ("c", "s", "0") and above.sign != "=":
                continue  # "restored the decreased X": the attribute tells the state before
        step = sign_of(p, sign, valence, f.kind)
        applied.append(g)
        if p.sign == "=":
            still = True
            trigger = trigger or p.lemma
            continue
        shows = (
            p.lemma in SHOWS
            or (p.lemma in TURNS and f.kind == "effect")
            or (p.lemma in ("have", "possess") and describes_effect(row, j))
        )
        if (
            p.sign == "s"
            and sign is None
            and (valence == "good" or p.lemma in TURNS)
            and shows
            and row[g].voice == "right"
        ):
            sign = 1  # "exosomes showed rapid re-epithelialization"
            trigger = trigger or p.lemma
        if p.sign == "s" or (p.sign == "c" and sign is None and len(path) > depth + 1):
            continue
        if p.sign == "0":
            if sign is None:
                zero = True
                trigger = trigger or p.lemma
            continue
        if step is not None:
            sign = step if sign is None or p.sign == "c" else sign * step if not zero else step
            trigger = trigger or p.lemma
    verb = next((g for g in reversed(applied)), path[-1] if path else j)
    if sign is not None and f.kind == "gene" and is_divisor(row, j):
        sign = -sign  # "the Bcl-2/Bax ratio rose": the second fell
    negated, ended = negation(a, row, clauses, applied or [j], j)
    negated = negated or _in_neither(row, clauses, j)
    if ended and not negated and sign is not None:
        sign = -sign  # "is no longer translated"
    if (
        f.facts.get("inverse")
        and sign is not None
        and not any(row[g].sign in "><" for g in applied)
    ):
        sign = -sign
    if sign is None and not zero and not still:
        return None
    if (
        f.entry is not None
        and "background" in f.entry.flags
        and (not verbs or row[verbs[0]].sign not in "+-><")
    ):
        return None  # a word this general counts only where a verb says that it rose or fell
    if (
        f.kind == "disease"
        and own is None
        and (
            zero
            or sign == 1  # a disease that rises is the model, hardly ever an outcome
            or still
            or all(row[g].sign in "cs" for g in applied)
            or _TEMPORAL.match(f.mention.text)
            or _INDUCER.search(f.mention.text)
            or f.entry is None
            or "weak" in f.entry.flags
        )
    ):
        return None
    if sign == 1 and own is None and valence == "harm" and _rises_as_model(row, applied, f):
        return None
    if f.facts.get("open") and not _sure(row, applied, valence):
        return None
    if is_manipulated(row, applied, j):
        return None
    if still:
        return Assertion(f, 0, trigger, True, clauses[j], verb, unchanged=True)
    subject = subject_of(row, verb) if verb < len(row) and row[verb].voice == "right" else []
    weak = bool(applied) and all(row[g].sign in "cs" for g in applied) and own is None
    return Assertion(
        f, sign or 0, trigger, negated, clauses[verb], verb, weak=weak, subject=subject
    )


_TREATED = r"(?:exo|EVs?\b|vesicle|treat|MSC)"
_UNTREATED = r"(?:saline|vehicle|PBS|controls?|untreated|placebo|sham|model)"
_NUMBERS = re.compile(
    r"^[^.;:]{0,40}?\b(?:averaged|was|were|reached|amounted to|stood at|came to|of)\s+"
    r"(?P<a>\d+(?:\.\d+)?)"
    rf"[^;:]{{0,60}}?{_TREATED}[^;:]{{0,90}}?(?P<b>\d+(?:\.\d+)?)[^;:.]{{0,40}}?\b{_UNTREATED}",
    re.I,
)


def _compared(a: Analysis, row: list[Unit], j: int) -> int:
    """The direction that two numbers give: "averaged 47% after exosomes and 33% after saline"."""
    tokens = a.tokens
    match = _NUMBERS.match(
        tokens.text[tokens.ends[row[j].last - 1] : tokens.ends[row[-1].last - 1]]
    )
    if match is None or float(match["a"]) == float(match["b"]):
        return 0
    return 1 if float(match["a"]) > float(match["b"]) else -1


def _followers(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
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


_ARROWS = {"↓": -1, "⬇": -1, "▼": -1, "↑": 1, "⬆": 1, "▲": 1}


def _arrow(row: list[Unit], j: int) -> int:
    """The direction that an arrow beside a name gives ("NLRP3 ↓, GLT-1 ↑", "↑IL-10")."""
    after = next_key(row, j)
    if after in _ARROWS:
        return _ARROWS[after]
    return _ARROWS.get(row[j - 1].key, 0) if j else 0


def _rises_as_model(row: list[Unit], applied: list[int], f: Found) -> bool:
    """Whether a disease named as an effect rises: then it is the model, unless made worse."""
    also = f.facts.get("also")
    if also is None or f.facts.get("inverse") or also.entry is None:
        return False
    named = not also.entry.flags & {"generic", "phenotype"}
    return named and not any(row[g].sign == "<" for g in applied)


def _sure(row: list[Unit], applied: list[int], valence: str | None) -> bool:
    """Whether predicates say enough of a name that no lexicon knows."""
    signs = {row[g].sign for g in applied}
    if signs & {">", "<"} and valence == "neutral":
        return False
    return bool(signs & set("+-><=")) or any(row[g].lemma in ("target", "bind") for g in applied)


def _verbal(row: list[Unit], clauses: list[int], j: int) -> Assertion | None:
    """An effect told by a verb of its own: "cells proliferated more", "helped them to survive"."""
    f = row[j].found
    assert f is not None
    near = [u.key for u in row[max(0, j - 2) : j + 4] if u.found is None]
    sign = 1 if any(k in MORE for k in near) else -1 if any(k in LESS for k in near) else 0
    if not sign and j and row[j - 1].key == "to":
        k = next(
            (
                k
                for k in range(j - 2, max(-1, j - 8), -1)
                if row[k].chosen is not None and row[k].voice == "right"
            ),
            None,
        )
        p = row[k].chosen if k is not None else None
        sign = (
            1 if p is not None and p.sign in "+>c" else -1 if p is not None and p.sign == "-" else 0
        )
    if not sign and any(
        u.key == "no" and next_key(row, i) == "longer" for i, u in enumerate(row[:j])
    ):
        return None
    if not sign:
        return None
    negated, _ = negation(None, row, clauses, [j], j)
    return Assertion(f, -sign if f.facts.get("inverse") else sign, "verb", negated, clauses[j], j)


_FINITE = re.compile(r"\b(?:was|were|is|are|became|become|remained|had|died|lived)\b")
_INDUCER = re.compile(r"(?:induced|treated|exposed|challenged|stimulated|injected|fed)$", re.I)
_TEMPORAL = re.compile(r"(?:after|following|post|in|during)\b", re.I)


def _in_neither(row: list[Unit], clauses: list[int], j: int) -> bool:
    """Whether the mention stands in "neither X nor Y"."""
    for k in range(j - 1, max(-1, j - 9), -1):
        if clauses[k] != clauses[j] or row[k].voice in ("right", "left"):
            return False
        if row[k].key in ("neither", "nor"):
            return True
    return False


_SHIFTS = tuple("shift skew polari switch turn convert direct push mov driv lean".split())


def _shifted(row: list[Unit], clauses: list[int], j: int) -> Assertion | None:
    """A polarization that something was shifted to ("towards the M2 phenotype") or away from."""
    f = row[j].found
    if f is None or not f.mention.label.endswith("polarization"):
        return None
    if not any(u.key.startswith(_SHIFTS) for u in row[max(0, j - 12) : j] if u.found is None):
        return None
    near = {u.key for u in row[max(0, j - 3) : j]}
    if near & _GOALS or _GOALS & set(f.mention.text.lower().split()[1:]):
        return Assertion(f, 1, "shift", False, clauses[j], j)
    for k in range(j + 1, min(j + 7, len(row))):
        other = row[k].found
        if other is not None and other.mention.label.endswith("polarization"):
            if _GOALS & {u.key for u in row[j + 1 : k]}:
                return Assertion(f, -1, "shift", False, clauses[j], j)
            return None
    return None


_GOALS = frozenset("toward towards to into".split())


def _ungoverned(row: list[Unit], clauses: list[int], j: int) -> Assertion | None:
    """Targets named with no direction: by mechanism ("through TLR4"), axis or slash."""
    f = row[j].found
    assert f is not None
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
    if k >= 0 and row[k].found is None and row[k].key in ("via", "through", "involving"):
        return Assertion(f, 0, "mechanism", False, clauses[j], j, weak=True)
    return None
