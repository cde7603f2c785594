"""Lists with commas that are the subject of a clause ("…, and A, B, and C were lower"), and names
with a verb of their own behind "and" ("A fell and B did not change").
"""

from __future__ import annotations

from extractor.components.units import Unit, next_key
from extractor.components.words import (
    ADVERB_WORDS,
    BE,
    DETERMINERS,
    HAVE,
    LEVEL_SKIP,
    MODAL,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)

_NO_LIST = SUBORDINATORS | frozenset("that which who but yet meanwhile ; : . ( )".split())


def list_opens(row: list[Unit], i: int, *, plain: bool = False) -> int:
    """The verb whose subject is a list that begins at unit ``i``: "…, and A, B, and C were lower";
    0 if there is none.

    Args:
        row: The sentence.
        i: Where the list would begin.
        plain: No comma stands before it: "raised X and A and B were lower".
    """
    commas, named = 0, 0
    joined = parted = False
    for k in range(i, min(len(row), i + _LIST_WITHIN)):
        u = row[k]
        if u.found is not None:
            named += u.kind in ("gene", "effect")
        elif u.key == ",":
            if not named:
                return 0
            commas += next_key(row, k) != "and"
            parted = parted or next_key(row, k) == "and"
        elif u.key == "and":
            joined = True
        elif u.key in _PLURAL or (
            u.voice == "left" and u.chosen is not None and u.chosen.form == "past" and k > i + 1
        ):
            if plain and u.key in _PLURAL and not any(v.word for v in row[k + 1 : k + 4]):
                return 0  # "… were injected"
            pair = plain and not parted and u.key in ("were", "are")
            listed = joined and (commas or pair)
            return k if listed and named > 1 else 0
        elif u.voice == "right" or u.key in _NO_LIST or u.key in BE or u.key in MODAL:
            return 0
    return 0


_PLURAL = frozenset("were are have had did do".split())
_LIST_WITHIN = 26


def ends_list(row: list[Unit], i: int) -> bool:
    """Whether what stands behind "and" is the last of a list whose verb is plural ("A, B, and C
    were reduced"), be it named or not ("A, B, and gastric pH were").
    """
    if i < 4 or i + 1 >= len(row):
        return False
    if _of_noun(row, i):
        return True
    kinds = [row[k].kind for k in (i - 4, i - 2, i + 1)]
    unnamed = [u.key for u in row[i + 1 : i + 4] if u.found is None and u.key.isalpha()]
    if not kinds[2] and unnamed and {"were", "are", "have"} & set(unnamed[1:]):
        kinds.pop()
    listed = row[i - 3].key == "," and bool(kinds[0]) and len(set(kinds)) == 1
    plural = next((u.key for u in row[i + 2 : i + 12] if u.key in BE or u.key in HAVE), "")
    return listed and plural in ("were", "are", "have")


_CHANGES = frozenset(
    "reduction decrease decline drop fall increase rise elevation gain loss difference differences "
    "change changes improvement improvements effect alteration alterations".split()
)
_WITNESSED = frozenset(
    "found seen observed noted noticed detected recorded reported evident apparent measured shown "
    "achieved obtained documented".split()
)


def _of_noun(row: list[Unit], i: int) -> bool:
    """Whether "and" at ``i`` ends a list behind a noun of change of which it is then said that it
    was seen: "a reduction in A, B, and C was seen".
    """
    verb = next((k for k in range(i + 1, min(len(row), i + 12)) if row[k].key in BE), 0)
    if not verb or not _WITNESSED & {u.key for u in row[verb + 1 : verb + 4]}:
        return False
    for k in range(i - 2, -1, -1):
        u = row[k]
        if u.key in _CHANGES and u.voice in ("right", "left"):
            return False  # "A did not change, and a drop in B was seen"
        if u.key in _CHANGES or any(u.key.startswith(f"{d} ") for d in ("no", "any")):
            return True
        if u.voice == "noun" or (u.lemma and u.lemma.split()[-2:-1] == ["difference"]):
            return True
        if u.key in BE or u.voice in ("right", "left") or u.key in (";", ":", "."):
            return False
    return False


def has_change(row: list[Unit], k: int) -> bool:
    """Whether what animals had is a change: "had less pain", "had a lower X"."""
    k += row[k : k + 1] != [] and row[k].key in DETERMINERS
    if k >= len(row):
        return False
    f = row[k].found
    return row[k].voice == "attribute" or (f is not None and "sign" in f.facts)


def own_verb_next(row: list[Unit], k: int) -> bool:
    """Whether a name with a verb of its own opens at unit ``k``: "… and X did not fall"."""
    begin = k
    while k < len(row) and k - begin < 5 and row[k].found is None and (
        row[k].key in DETERMINERS or row[k].key in LEVEL_SKIP or row[k].key in ("of", "in")
        or row[k].voice in ("noun", "attribute")
    ):  # fmt: skip
        k += 1
    if k + 1 >= len(row) or row[k].kind not in ("gene", "effect"):
        return False
    while k + 2 < len(row) and row[k + 1].key in LEVEL_SKIP and row[k + 1].key.isalpha():
        k += 1
    verb = row[k + 1]
    if verb.found is None and verb.key in _SINGULAR:
        return True
    chosen = verb.chosen
    return verb.voice == "left" and chosen is not None and chosen.form == "past" and (
        chosen.frame in "ei"
    )


_SINGULAR = frozenset("was did is does remained stayed went came".split())


def change_told(row: list[Unit], i: int, numbers: list[int], n: int) -> bool:
    """Whether the clause ``n`` has told a change, by a verb or with one, before unit ``i``."""
    verb = changed = False
    for k in range(i - 1, -1, -1):
        u = row[k]
        if numbers[k] != n or u.key == "that":
            break
        changed = changed or u.sign in ("+", "-", ">", "<", "=") or u.key in ("not", "no")
        changed = changed or (u.found is not None and "sign" in u.found.facts)
        finite = u.voice in ("right", "left") and u.chosen is not None and u.chosen.form != "ing"
        verb = verb or (u.found is None and (u.key in BE or u.key in HAVE or finite))
        if not verb and u.key in (",", "and"):
            return False  # "the expression of A, B and C was lower"
    return verb and changed


def is_past(u: Unit) -> bool:
    """Whether a predicate stands in the past tense, or is a participle."""
    return u.chosen is not None and u.chosen.form == "past"


def has_subject(row: list[Unit], i: int, k: int) -> bool:
    """Whether the units from ``i`` on are the subject of the finite verb at ``k``: "and miR-x
    lowered Y"; not those of "and markedly lowered Y" or "and vesicles that lowered Y".
    """
    u = row[k]
    if u.voice != "right" or u.chosen is None or u.chosen.form not in ("past", "s"):
        return False
    if row[k - 1].key in _NO_SUBJECT:
        return False
    if any(v.key in RELATIVES or v.key in (",", ";", "(") for v in row[i:k] if v.found is None):
        return False
    named = [
        v for v in row[i:k]
        if v.found is not None or (v.key.isalpha() and not _is_adverb(v) and v.key not in BE)
    ]  # fmt: skip
    return bool(named) and (named[0].found is not None or named[0].key not in PREPOSITIONS)


def _is_adverb(u: Unit) -> bool:
    return u.key.endswith("ly") or u.key in ADVERB_WORDS


_NO_SUBJECT = frozenset("to that which who and or not".split())
