"""Who goes up and who goes down: predicates and their arguments inside one sentence.

A sentence is read as a row of units (mentions, predicates, words). Every predicate takes the
targets and effects that its construction gives it: an active verb those to its right ("reduced X
and Y"), a passive or intransitive one those to its left ("X and Y were reduced", "X fell"), a noun
those behind "of" or before it ("reduction of X", "X inhibition"), an adjective the one it stands
by. Predicates nest, and their signs multiply: "prevented the decrease in X" leaves more X.
"""

from __future__ import annotations

import re

from extractor.components.analysis import Analysis
from extractor.components.arguments import attribute_objects, noun_objects, right_objects
from extractor.components.assertions import (
    FULL,
    GLOSS,
    Assertion,
    arrow,
    followers,
    in_axis,
    made_to,
    possessives,
    pronouns,
    told_anew,
    ungoverned,
    verbal,
)
from extractor.components.bearers import fewer_bearers
from extractor.components.clauses import clause_numbers, read_changes_undergone, without_asides
from extractor.components.companions import (
    behind_counted,
    companions,
    depended_on,
    listed_behind,
    of_each,
)
from extractor.components.comparisons import NUMBERS, compared, turned
from extractor.components.composed import composed
from extractor.components.contrasts import (
    at_expense,
    away_from,
    favoured_over,
    freed,
    hoped_for,
    less_behind,
    not_significant,
    scarcely_moved,
)
from extractor.components.demanded import demanded
from extractor.components.disease_outcomes import behind_verb, is_outcome
from extractor.components.disputed import disputed
from extractor.components.ellipses import (
    inverted,
    second_verbs,
    shared_out,
    with_other_arm,
    with_unchanged,
)
from extractor.components.exceptions import denied, put_right, without_exceptions
from extractor.components.it_again import it_again, then_moved
from extractor.components.kept_from import kept_from
from extractor.components.mirna_arms import told_apart
from extractor.components.named_outcomes import named_outcomes
from extractor.components.neither import in_neither, lacked, none_of
from extractor.components.opposed import opposed
from extractor.components.protection import protections
from extractor.components.rereadings import (
    degrees,
    reduced_relatives,
    rejected,
    states_in_lists,
    tells_itself,
    tended_towards,
    tendencies,
    to_normal,
)
from extractor.components.roles import known_role
from extractor.components.shifts import shifted, turned_from
from extractor.components.sick_levels import set_right
from extractor.components.signs import (
    HARMFUL,
    LOSES,
    MAKES_UP,
    TAKES_AWAY,
    able_to,
    bearer_of,
    both_ways,
    describes_effect,
    glossed_for,
    is_clause,
    is_divisor,
    is_insult,
    is_manipulated,
    listed_valence,
    modifies,
    negation,
    own_sign,
    sign_of,
    subject_of,
    turns_round,
)
from extractor.components.subjects import left_objects
from extractor.components.taken_back import taken_back
from extractor.components.target_levels import told_on
from extractor.components.units import Unit, next_key, resolve, units
from extractor.components.vesicle_contrasts import vesicle_contrasts
from extractor.components.words import BE, OBJECTS, PROTECTIVE, SHOWS, TURNS


def read(a: Analysis, first: int, last: int) -> tuple[list[Assertion], list[Unit], list[int]]:
    """All assertions of the sentence from token ``first`` to ``last``."""
    row, exceptions = without_exceptions(tendencies(without_asides(units(a, first, last))))
    resolve(row)
    degrees(row)
    reduced_relatives(row, a.soft)
    rejected(row)
    states_in_lists(row)
    tended_towards(row)
    to_normal(row)
    composed(row)
    read_changes_undergone(row)
    clauses = clause_numbers(row)
    # unit of a mention -> governors, innermost first
    chains: dict[int, list[tuple[int, bool]]] = {}
    outer: dict[int, list[int]] = {}  # unit of a noun or attribute -> predicates above it

    def govern(target: int, predicate: int) -> None:
        chains.setdefault(target, []).append((predicate, False))

    # nouns and attributes first: they are the innermost
    for i, u in enumerate(row):
        if u.voice == "noun":
            for j in noun_objects(row, i):
                if clauses[j] == clauses[i]:
                    govern(j, i)
            if k := noun_below(row, i):
                outer.setdefault(k, []).append(i)
        elif u.voice == "attribute":
            for j in attribute_objects(row, i):
                if clauses[j] == clauses[i]:
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
            parted = any(
                clauses[k] != clauses[i] and row[k].key == "and" and clauses[k - 1] != clauses[k]
                for k in range(i + 1, max([i, *mentions, *inner]))
            )
            if parted:  # "reduced A, and cells secreted less B"
                mentions = [j for j in mentions if clauses[j] == clauses[i]]
                inner = [j for j in inner if clauses[j] == clauses[i]]
            for j in mentions:
                govern(j, i)
            for j in inner:
                outer.setdefault(j, []).append(i)
        elif u.voice == "left":
            mentions, inner = left_objects(row, i, clauses)
            apart = {j for j in mentions if tells_itself(row, j, i)}
            for j in mentions:
                if j not in apart:
                    govern(j, i)
            for j in inner:
                if j + 1 in apart or (row[j].voice == "attribute" and j + 2 in apart):
                    continue
                outer.setdefault(j, []).append(i)
    out: list[Assertion] = protections(a, row, clauses)
    for j, u in enumerate(row):
        if u.found is None or u.kind not in OBJECTS:
            continue
        made = _assert(a, row, clauses, j, [c for c, _ in chains.get(j, [])], outer)
        if made is not None:
            out.append(made)
            also = u.found.facts.get("also")
            if also is not None and u.kind == "disease" and made.sign:
                made.found = u.found
    out += named_outcomes(row, clauses, out)
    if "from" in a.tokens.keys[first:last]:
        out = kept_from(row, clauses, out)
    out += followers(row, clauses, out)
    out = told_anew(row, out, inverted(row, clauses, out))
    out += second_verbs(row, clauses, out)
    out += shared_out(row, clauses, out)
    out += pronouns(row, clauses, out)
    out = told_anew(row, out, taken_back(a, row, clauses, out), every=True)
    out = told_anew(row, out, companions(row, clauses, out))
    out += listed_behind(row, clauses, out)
    out += behind_counted(row, clauses, out)
    with_own = possessives(row, clauses, out)
    if len(with_own) != len(out):
        again = inverted(row, clauses, with_own)
        with_own = told_anew(row, with_own, again, every=True)
    out = fewer_bearers(row, clauses, with_own)
    out = away_from(row, freed(row, less_behind(row, clauses, out), clauses))
    out = scarcely_moved(row, out)
    out = not_significant(row, favoured_over(row, clauses, at_expense(row, clauses, out)))
    out = disputed(row, hoped_for(row, out))
    out = put_right(row, clauses, denied(out, exceptions))
    out += demanded(a, row, clauses, out)
    out = with_unchanged(a, row, clauses, out)
    out += then_moved(row, clauses, out)
    out = with_other_arm(a, row, clauses, out + it_again(row, clauses, out))
    out = opposed(a, row, clauses, vesicle_contrasts(a, row, clauses, out))
    out = told_on(row, clauses, turned(a, row, clauses, set_right(a, row, clauses, out)))
    return of_each(told_apart(row, clauses, out)), row, clauses


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
    if f.facts.get("patient") or f.facts.get("harmed") or bearer_of(row, j):
        return None
    if modifies(a, f):
        return depended_on(a, row, clauses, j, governors)
    if f.entry is not None and "anaphor" in f.entry.flags and any(
        v.kind == "effect" for v in row[j + 1 : j + 2]
    ):
        return None  # "the disease symptoms improved"
    valence = f.entry.facts.get("valence") if f.entry is not None and f.kind == "effect" else None
    valence = valence or f.facts.get("valence")
    if valence == "neutral":
        valence = listed_valence(row, j) or valence
    own = own_sign(row, j)
    sign: int | None = own
    trigger = f"effects:{f.mention.label}" if own else ""
    chain = list(dict.fromkeys(governors))
    # innermost: nearest noun or attribute, then the verb over it
    chain = [g for g in chain if not any(u.key in TAKES_AWAY for u in row[g + 1 : j])]
    nested = [g for g in chain if row[g].voice in ("noun", "attribute")]
    verbs = [g for g in chain if row[g].voice == "left"] or [
        g for g in chain if row[g].voice == "right"
    ]
    verbs = sorted(verbs, key=lambda g: (row[g].sign == "0", abs(g - j)))[:1]
    unable = False
    if verbs and (able := able_to(row, verbs[0], j)):
        unable = row[verbs[0]].lemma in LOSES
        verbs = [able]  # "their ability to reduce X was retained"
    if own is not None and ("act" in f.facts or is_clause(row, j)):
        nested, verbs = [], []  # a whole clause: "the animals died earlier"
    if j and row[j - 1].key in BE and any(row[g].lemma == "target" for g in nested):
        verbs, outer = [], {}  # "brought miR-y, whose target was X"
    # outer predicates of nouns nest further ("led to inhibition of the increase of")
    ups = [o for g in nested for o in outer.get(g, []) if o not in verbs]
    ups += [o for g in ups if row[g].voice == "noun" for o in outer.get(g, []) if o not in verbs]
    # "reduced NF-κB activation": the noun behind a name is nearer than the adjective before it
    path = sorted(
        set(nested), key=lambda g: (row[g].voice != "noun" or g < j, abs(g - j))
    ) + sorted(set(verbs + ups), key=lambda g: abs(g - j))
    if f.facts.get("prefixed") and not describes_effect(row, j):
        return None
    if f.kind == "gene" and j > 1 and (row[j - 1].key, next_key(row, j)) == ("(", ")"):
        measured = row[j - 2].found
        if measured is not None and measured.kind == "effect":
            return None  # "macrophage infiltration (F4/80)": how it was measured
    if f.kind == "gene" and glossed_for(row, j) is not None:
        return Assertion(f, 0, GLOSS, False, clauses[j], j)
    if f.facts.get("figures"):
        return Assertion(f, f.facts["sign"], NUMBERS, False, clauses[j], j)
    if f.facts.get("verb"):
        return verbal(a, row, clauses, j)
    if "caused" in f.facts and own is not None:
        at = next((k for k, v in enumerate(row) if v.first == f.facts["caused"]), j)
        return made_to(row, clauses, j, at, own)
    plain = all(row[g].sign in "0cs" or row[g].voice == "attribute" for g in path)
    if own is None and (plain or turned_from(row, j)):
        moved = shifted(row, clauses, j)
        if moved is not None:
            return moved
    if not path and own is None and f.kind != "disease":
        told = compared(a, row, clauses, j)
        if told is not None:
            return told
    drawn = arrow(row, j)
    if drawn:
        sign = -drawn if f.facts.get("inverse") else drawn
        return Assertion(f, sign, "arrow", False, clauses[j], j)
    if not path and own is None:
        return ungoverned(row, clauses, j)
    still = zero = False
    good = "good" if f.kind == "gene" else valence
    applied: list[int] = []
    for depth, g in enumerate(path):
        p = row[g].chosen
        assert p is not None
        if p.sign == "=" and row[g].voice == "attribute":
            return Assertion(f, 0, p.lemma, True, clauses[j], g, unchanged=True)
        if row[g].voice == "attribute" and len(path) > depth + 1:
            above = row[path[depth + 1]].chosen
            if above is not None and f.kind == "gene" and turns_round(p, above):
                sign, trigger = (-1 if p.sign == "+" else 1), above.lemma
                applied += [g, path[depth + 1]]
                break  # "reversed the increased X and decreased Y"
            if (
                above is not None
                and above.sign not in ("c", "s", "0", "=")
                and not (above.lemma in _MAKES and row[g - 1].key != "the")
                and not (p.sign == "-" and above.lemma in MAKES_UP and "good" in (valence, good))
                and (row[g].key not in _COUNTED or any(u.key in BE for u in row[g:j]))
            ):
                continue  # "restored the decreased X": the attribute tells the state before
        if p.lemma == "cleave" and (sign if depth else row[g].voice == "noun" and path[1:]):
            continue  # "suppressed the cleavage of caspase-1": less of what is active
        harmful = f.kind == "gene" and f.mention.label in HARMFUL
        step = sign_of(p, sign, "harm" if harmful else valence, f.kind)
        if p.lemma in PROTECTIVE and sign is None and f.kind != "gene" and _from(row, g, j):
            # "protected from autophagy": what it kept away, good or bad
            step = 1 if f.facts.get("inverse") and p.sign in "><" else -1
        if p.sign == ">" and row[j].model and (f.kind == "gene" or valence not in ("good", "harm")):
            step = -row[j].model  # "X, which the injury had raised, was normalized"
        applied.append(g)
        if f.kind == "gene" and p.lemma == "respond to":
            zero, trigger = True, p.lemma  # "X responded to the mimic": which way is not said
            continue
        if p.sign == "=":
            still = True
            trigger = trigger or p.lemma
            continue
        shows = (
            p.lemma in SHOWS
            or (p.lemma in TURNS and f.kind == "effect")
            or (p.lemma in ("have", "possess", "represent") and describes_effect(row, j))
            or (j > 0 and row[j - 1].key in FULL)
            or (p.lemma == "give" and f.mention.text.endswith("protection"))
        )
        if (
            p.sign == "s"
            and sign is None
            and (valence == "good" or p.lemma in TURNS)
            and shows
            and row[g].voice == "right" and {"on", "upon"}.isdisjoint(u.key for u in row[g:j])
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
            sign = step if sign is None or p.sign == "c" else sign * step
            trigger = trigger or p.lemma
    if any(known_role(row, g) or is_insult(row, g, j) for g in verbs):
        return None
    verb = next((g for g in reversed(applied)), path[-1] if path else j)
    if sign is not None and f.kind in ("gene", "effect") and is_divisor(row, j):
        sign = -sign  # "the Bcl-2/Bax ratio rose": the second fell
    negated, ended = negation(a, row, clauses, applied or [j], j)
    negated = negated or in_neither(row, clauses, j) or lacked(row, j) or unable
    negated = negated or none_of(row, verb, j)
    if ended and not negated and sign is not None:
        sign = -sign  # "is no longer translated"
    if (
        f.facts.get("inverse")
        and sign is not None
        and not any(row[g].sign in "><" for g in applied)
    ):
        sign = -sign
    if sign is None and not zero and not still:
        if f.kind != "gene" or not any(_lays_to(row, g) for g in path):
            return in_axis(row, clauses, j)
        return Assertion(f, 0, "mechanism", False, clauses[j], j, weak=True)
    if (
        f.entry is not None
        and "background" in f.entry.flags
        and own is None
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
            or (f.entry is None and not f.facts.get("told"))
            or (f.entry is not None and "weak" in f.entry.flags)
            or not is_outcome(a, f, behind_verb(row, verbs, j))
        )
    ):
        return None
    if sign == 1 and own is None and valence == "harm" and _rises_as_model(row, applied, j):
        return None
    if f.facts.get("open") and not _sure(row, applied, valence):
        return None
    if is_manipulated(row, applied, j):
        return None
    if still or (negated and both_ways(row, verb)):
        return Assertion(f, 0, trigger, True, clauses[j], verb, unchanged=True)
    subject = subject_of(row, verb) if verb < len(row) and row[verb].voice == "right" else []
    weak = bool(applied) and all(row[g].sign in "cs" for g in applied) and own is None
    return Assertion(
        f, sign or 0, trigger, negated, clauses[verb], verb, weak=weak, subject=subject
    )


def noun_below(row: list[Unit], i: int) -> int:
    """The noun of change right behind the "of" of another: "inhibition of the activation of X"; 0
    if there is none.
    """
    k = i + 1
    if next_key(row, i) not in ("of", "in"):
        return 0
    while k < len(row) and row[k].found is None and (
        row[k].key in ("of", "in", "the", "its", "this", "any") or row[k].voice == "attribute"
    ):
        k += 1
    return k if k < len(row) and row[k].voice == "noun" and next_key(row, k) == "of" else 0


def _from(row: list[Unit], g: int, j: int) -> bool:
    """Whether "from" or "against" stands between a protective verb and what it kept away."""
    return g < j and any(u.key in ("from", "against") for u in row[g + 1 : j])


_COUNTED = frozenset("fewer less more".split())
_FURTHERS = ("promote", "accelerate", "facilitate", "aggravate", "drive", "favor", "favour")
_MAKES = ("bring about", "induce", "evoke", "elicit", "trigger", "confer")
"""Verbs of what was not there before: "brought about a lower X" tells that it is lower."""
_LAID_TO = ("attribute to", "ascribe to")
_DEEDS = ("effect", "effects", "benefit", "benefits", "action", "protection", "improvement")


def _lays_to(row: list[Unit], g: int) -> bool:
    """Whether a predicate lays an effect to what it governs: "was attributed to X", "an effect
    linked to X".
    """
    if row[g].lemma != "link to":
        return row[g].lemma in _LAID_TO
    return any(u.key in _DEEDS for u in row[max(0, g - 2) : g])


def _rises_as_model(row: list[Unit], applied: list[int], j: int) -> bool:
    """Whether a disease named as an effect rises: then it is the model, unless made worse."""
    f = row[j].found
    assert f is not None
    furthered = any(row[g].lemma in _FURTHERS and row[g].voice == "right" for g in applied)
    if furthered and row[j - 1].found is None:
        return False
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


_INDUCER = re.compile(r"(?:induced|treated|exposed|challenged|injected|fed|mice|rats|pigs)$", re.I)
_TEMPORAL = re.compile(r"(?:after|following|post|in|during)\b", re.I)
