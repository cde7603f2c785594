"""Which mentions stand left of a predicate: the subject of a passive or intransitive verb."""

from __future__ import annotations

from extractor.components.reached import opens_conjunct
from extractor.components.units import Unit, next_key
from extractor.components.words import (
    ACTIONS,
    BE,
    DETERMINERS,
    HAVE,
    OBJECTS,
    PREPOSITIONS,
    RELATIVES,
)

_BESIDE = ("along", "together", "concomitant", "concurrent", "coincident", "simultaneous")
"""Words that open "together with the fall in X, Y abated"."""


def _after_opening(row: list[Unit], clauses: list[int], i: int) -> int:
    """Unit behind a prepositional phrase that opens the clause ("In line with X, Y improved")."""
    start = next((k for k in range(len(row)) if clauses[k] == clauses[i]), 0)
    while start < i and row[start].key in (
        ",",
        "and",
        "but",
        ";",
        "moreover",
        "furthermore",
        "additionally",
    ):
        start += 1
    beside = row[start].key in _BESIDE and next_key(row, start) == "with"
    if row[start].found is None and (beside or row[start].key in PREPOSITIONS):
        comma = next(
            (k for k in range(start, i) if row[k].found is None and row[k].key == ","), None
        )
        if (
            comma is not None
            and row[comma - 1].found is not None
            and row[comma - 2].key not in PREPOSITIONS | DETERMINERS
            and row[comma - 2].key != "of"
            and row[comma - 2].word is None
            and not (beside and any(u.voice == "attribute" for u in row[start:comma]))
        ):
            return 0  # the comma is inside the list of what changed
        if comma is not None and any(
            u.found is not None and u.kind in OBJECTS for u in row[comma:i]
        ):
            return comma + 1
        named = [u for u in row[start : comma or start] if u.found is not None]
        if comma is not None and named and all(u.kind == "disease" for u in named):
            return comma + 1  # "In rats with colitis, the layer was thinner"
    return 0


_REDUCED = frozenset("by from with in after upon during following under on".split())
"""Words behind a participle that only qualifies a noun: "the rise seen after injury"."""


def _participial(row: list[Unit], j: int, i: int) -> bool:
    """Whether a participle without auxiliary closes what the unit ``j`` opened."""
    chosen = row[i].chosen
    if chosen is not None and chosen.form == "ing":
        return row[i - 1].kind in OBJECTS  # "with X rising"
    passive = chosen is not None and (
        (chosen.form == "past" and chosen.frame == "t") or chosen.form == "adjective"
    )
    return passive and not any(u.found is None and u.key in BE for u in row[j:i])


def _placed(row: list[Unit], k: int) -> bool:
    """Whether a mention stands behind a preposition: "X production by restimulated T cells"."""
    for j in range(k - 1, max(-1, k - 4), -1):
        u = row[j]
        if u.found is None and u.key in PREPOSITIONS:
            return True
        plain = u.found is None and u.word is None and u.key.isalpha()
        if not plain or u.key in ("and", "or", "nor", "but"):
            return False
    return False


_TELLS = frozenset("show demonstrate reveal observe find detect see report indicate".split())
_MAKES = frozenset("made makes make making caused causes causing let lets letting led".split())
"""Verbs of which a whole list does what follows: "made A, B and C fall"."""
_STANDS_FOR = [[join, noun] for join in ("and", "as", "or", "nor") for noun in ("that", "those")]


def _of_outcome(row: list[Unit], k: int) -> bool:
    """Whether an outcome only says of what the one before it is: "radiosensitivity of lesions"."""
    j = k - 1
    while j > 0 and row[j].key in DETERMINERS:
        j -= 1
    return row[k].kind in ("effect", "disease") and row[j].key == "of" and (
        row[j - 1].kind == "effect"
    )


_ROLES = frozenset(
    "repressor suppressor inhibitor activator inducer driver mediator regulator promoter enhancer "
    "antagonist agonist marker hallmark brake effector initiator trigger transducer sensor source "
    "determinant guardian executor executioner".split()
)


def _of_role(row: list[Unit], k: int) -> bool:
    """Whether an outcome only tells what a gene is to it: "HDAC4, a repressor of innervation"."""
    j = k - 1
    while j > 0 and row[j].found is None and row[j].key not in ("of", "on", "for", ","):
        j -= 1
    return k - j < 4 and row[j].key in ("of", "on", "for") and row[j - 1].key in _ROLES


_TIMES = frozenset("after following upon despite past beyond".split())


def _of_time(row: list[Unit], k: int) -> bool:
    """Whether the only name before a verb tells when: "walking after the lesion recovered"."""
    j = next((j for j in range(k - 1, max(-1, k - 5), -1) if row[j].key in _TIMES), -1)
    if j < 1 or any(u.found is not None or u.key in (",", "of") for u in row[j + 1 : k]):
        return False
    return row[j - 1].found is not None or (row[j - 1].key.isalpha() and row[j - 1].word is None)


_EXPOSED = frozenset(
    "exposed treated stimulated challenged primed incubated pulsed activated cultured".split()
)


def _exposes(row: list[Unit], got: list[int], k: int) -> bool:
    """Whether a gene only tells what cells met with before the subject: "in chondrocytes exposed to
    IL-1β autophagy was enhanced".
    """
    return (
        k > 1 and row[k].kind == "gene" and row[k - 1].key in ("to", "with", "by")
        and row[k - 2].key in _EXPOSED and any(j == k + 1 for j in got)
    )


def _elided(row: list[Unit], clauses: list[int], i: int) -> int:
    """The verb before, where a passive goes on with its subject ("…, and was degraded"); else 0."""
    k = i - 1
    while k > 0 and (row[k].key in BE or row[k].key in HAVE or row[k].key.endswith("ly") or (
        row[k].key in ("also", "thus", "thereby", "hence", "therefore", "not", "further")
    )):  # fmt: skip
        k -= 1
    if k == i - 1 or row[k].key != "and" or not any(u.key in BE | HAVE for u in row[k + 1 : i]):
        return 0
    for j in range(k - 1, 0, -1):
        if clauses[j] != clauses[i]:
            return 0
        chosen = row[j].chosen
        if row[j].voice == "right" and chosen is not None and chosen.form != "ing":
            return j if chosen.form in ("s", "past") and chosen.sign in "0s" else 0
        if row[j].voice == "left":
            return 0
    return 0


_ALL = frozenset("both all each most none neither two three".split())
_OF_LIST = frozenset(", and or / the".split())


def _of_which(row: list[Unit], i: int) -> list[int]:
    """The list that "both of which" takes up before unit ``i``: "X and Y, both of which fell"."""
    which = next((k for k in range(i - 1, max(2, i - 5), -1) if row[k].key == "which"), 0)
    if not which or row[which - 1].key != "of" or row[which - 2].key not in _ALL:
        return []
    k = which - 3
    while k >= 0 and row[k].found is None and row[k].key in (",", "("):
        k -= 1
    got: list[int] = []
    while k >= 0 and (row[k].kind in ("gene", "effect") or row[k].key in _OF_LIST):
        got += [k] if row[k].found is not None else []
        k -= 1
    return got[::-1]




_AMOUNTS = ("halve", "lower", "reduce", "raise", "cut", "double")


def _antecedents(row: list[Unit], i: int) -> list[int]:
    """What ", which" before unit ``i`` takes up: "acted on X, which fell"."""
    chosen = row[i].chosen
    if chosen is None or (chosen.sign not in ("+", "-") and row[i - 1].key in BE) or (
        chosen.frame not in ("e", "i") and chosen.lemma not in _AMOUNTS
    ):
        return []  # "raised X, which was abolished by an antibody": the rise was
    k = i - 1
    while k > 2 and row[k].found is None and (
        row[k].key in BE or row[k].key in HAVE or row[k].key.endswith("ly") or row[k].key in _ALL
        or row[k].key in ("also", "then", "thus", "in", "turn")
    ):  # fmt: skip
        k -= 1
    if k < 3 or row[k].key != "which" or row[k - 1].key != "," or row[k - 2].kind not in (
        "gene", "effect"
    ):  # fmt: skip
        return []
    got: list[int] = []
    one = {"was", "is", "has"} & {u.key for u in row[k + 1 : i]}
    j = k - 2
    while j >= 0 and (row[j].kind in ("gene", "effect") or (row[j].key in ("and", ",") and got)):
        if row[j].found is not None:
            got.append(j)
            if one:
                break
        j -= 1
    return got[::-1]


def _acted_on(row: list[Unit], j: int) -> bool:
    """Whether a name only says what an effect is on, of which a verb tells: "the effect on X was
    retained".
    """
    k = j - 1
    while k > 0 and row[k].key in DETERMINERS:
        k -= 1
    if row[k].key not in ("on", "upon"):
        return False
    return any(v.key in ACTIONS for v in row[max(0, k - 5) : k])


_CHANGE = frozenset("change changes difference differences alteration alterations shift".split())


def _change_lost(row: list[Unit], j: int, i: int) -> bool:
    """Whether only the change of a name was lost, which says not which way it went: "the change in
    IL-6 was lost".
    """
    k = j - 1
    while k > 0 and row[k].key in DETERMINERS:
        k -= 1
    changed = row[k].key in ("in", "of") and row[k - 1].key in _CHANGE
    return changed and row[i].lemma in ("lose", "abolish", "abrogate", "disappear", "vanish")


def _of_next(row: list[Unit], be: int, i: int, first: int) -> bool:
    """Whether a form of be belongs to the clause before: "X became normal, Y subsided"."""
    chosen = row[i].chosen
    if chosen is None or chosen.form != "past" or chosen.frame not in ("e", "i"):
        return False
    if any(u.found is None and u.key in BE for u in row[be + 1 : i]):
        return False
    # "pain was lower and IL-6 fell" is parted elsewhere; here nothing told of the first subject
    return row[first - 1].key == "," and not any(u.voice for u in row[be + 1 : first])


def left_objects(row: list[Unit], i: int, clauses: list[int]) -> tuple[list[int], list[int]]:
    """Objects to the left: the subject of a passive or intransitive predicate."""
    taken_up = _of_which(row, i) or _antecedents(row, i)
    if taken_up:
        return taken_up, []
    got: list[int] = []
    inner: list[int] = []
    j = i - 1
    depth = 0
    seen_verb = -1
    floor = _after_opening(row, clauses, i)
    elided = _elided(row, clauses, i)
    if elided:
        j = elided - 1  # "X holds a site of miR-y, and was degraded": X was
    while j >= floor:
        u = row[j]
        if clauses[j] != clauses[i] and u.key != "as":
            break
        if u.found is not None:
            if u.kind in OBJECTS and not (_acted_on(row, j) or _change_lost(row, j, i)):
                got.append(j)
        elif u.word is not None and u.chosen is not None:
            if u.voice in ("noun", "attribute"):
                inner.append(j)
            elif u.voice == "left":
                if got and row[j - 1].key != "by" and next_key(row, j) not in ("by",):
                    seen_verb = j
                    break
                if not got and next_key(row, j) not in ("and", "or", ","):
                    seen_verb = j
                    if next_key(row, j) != "by":
                        break
            elif u.voice == "right" and not (
                u.chosen.form == "past" and next_key(row, j) in _REDUCED
            ):
                seen_verb = j
                break
        else:
            key = u.key
            if key == ")":
                depth += 1
            elif key == "(":
                if got and not depth:
                    break  # "altered apoptosis genes (X and Y up, Z down)"
                depth = max(0, depth - 1)
            elif key in (";", ":") or (
                key in RELATIVES and got and (key, next_key(row, j)) != ("that", "of")
            ):
                break
            elif key == "with" and got and _participial(row, j, i):
                break  # "with X raised and Y lowered"
            elif key in HAVE and got and row[j + 1].voice == "attribute":
                seen_verb = j  # "mice had less X and Y fell"
                break
            elif key in BE and got and (j < i - 6 or _of_next(row, j, i, min(got))):
                seen_verb = j
                break
        j -= 1
    if seen_verb >= 0 and got:
        chosen = row[i].chosen
        made = row[seen_verb].key in _MAKES and chosen is not None and chosen.form == "base"
        tells = made or row[seen_verb].lemma in _TELLS or next_key(row, seen_verb) == "that"
        # "found that A, B and C were reduced": the clause begins behind the verb
        start = (
            seen_verb
            if tells
            else next(
                (
                    k
                    for k in range(i - 1, seen_verb, -1)
                    if row[k].key in ("and", "but") and row[k - 1].key == ","
                ),
                None,
            )
        )
        if start is None:
            start = next(
                (k for k in range(min(got), seen_verb, -1) if row[k].key in (",", "and", "but")),
                None,
            )
        if start is None:
            start = next(
                (k for k in range(i - 1, seen_verb, -1)
                 if row[k].key == "with" and row[k - 1].key == ","),
                None,
            ) or next(
                (k for k in range(seen_verb + 1, i)
                 if row[k].key in ("and", ",") and opens_conjunct(row, k + 1)),
                None,
            )  # fmt: skip
        if start is None:
            start = next(
                (k for k in range(i - 1, seen_verb, -1) if row[k].key in (",", "and", "but")),
                seen_verb,
            )
            if row[start].key == "and" and row[start - 2].key == "," and start - 2 > seen_verb:
                start -= 2  # "repressed A, B and C were activated"
        got = [k for k in got if k > start]
        inner = [k for k in inner if k > start]
    got.sort()
    # a mention behind a preposition is where it happened, not what changed, once something did
    kept: list[int] = []
    for k in got:
        if not kept and (_of_time(row, k) or _exposes(row, got, k)):
            continue
        before = row[k - 1].key if k else ""
        far = row[k - 2].key if k > 1 else ""
        if kept and [u.key for u in row[max(0, k - 3) : k - 1]] in _STANDS_FOR:
            kept.append(k)  # "the level of X and that of Y"
            continue
        if kept and before == "with" and far in ("together", "along"):
            kept.append(k)  # "X, together with Y, was lowered"
            continue
        if kept and (_placed(row, k) or _of_outcome(row, k) or _of_role(row, k)):
            continue
        kept.append(k)
    return kept, inner
