"""Objects that a verb reaches by another name or across other words: a bound site of a transcript,
"its expression", what a relative clause is about, what stands behind an amount.
"""

from __future__ import annotations

from extractor.components.units import Unit, next_key
from extractor.components.words import (
    BE,
    DETERMINERS,
    LEVEL_SKIP,
    NAMED,
    PREPOSITIONS,
    STATES,
)

BINDS = ("bind", "interact", "attach", "pair", "anneal", "dock")
_SITE = frozenset(
    "to with onto the a its 3 5 ' - utr utrs of in untranslated region site sites sequence seed "
    "mrna mrnas transcript transcripts predicted complementary directly specifically at and "
    "coding conserved two".split()
)


def bound(row: list[Unit], i: int) -> list[int]:
    """The genes whose transcripts are bound: "binds to the 3'-UTR of X", "binds X and Y"."""
    got: list[int] = []
    for j in range(i + 1, min(i + 20, len(row))):
        if row[j].found is not None:
            if row[j].kind != "gene" or (got and row[j - 1].key not in (",", "and")):
                break
            got.append(j)
        elif row[j].key not in _SITE and not (got and row[j].key == ","):
            break
    return got


_CALLED = frozenset(
    "gene genes protein proteins mrna mrnas transcript transcripts , ( such as including : namely "
    "being to proved turned out found said thought held believed reported presumed supposed shown "
    "assumed known taken considered identified claimed".split()
) | BE  # fmt: skip
_CASES = frozenset("case instance time example latter former here time respect study".split())


def called(row: list[Unit], i: int) -> int:
    """Unit behind the words that part "target", just before unit ``i``, from the gene so called:
    "its target was said to be X", "the target of miR-y was X", "the target, in this case, was X".
    """
    j = i
    if next((u.key for u in row[j : j + 1]), "") == "of" and j + 1 < len(row):
        if row[j + 1].kind == "mirna" or row[j + 1].key in ("which", "both"):
            j += 2  # what follows is named by a verb
        elif row[j + 1].key in ("the", "this") and row[j + 2 : j + 3] and (
            row[j + 2].key in _CASES | {"mirna", "microrna"}
        ):
            j += 3
        if j > i and not (row[j : j + 1] and row[j].found is None and row[j].key in BE | {"being"}):
            return i
    if row[j : j + 1] and row[j].key in (",", "in", "here"):
        k = j + 1
        while k < len(row) and k - j < 5 and row[k].found is None and row[k].key in (
            _CASES | {"in", "this", "that", "the"}
        ):  # fmt: skip
            k += 1
        if k > j + 1 and row[k - 1].key in _CASES:
            k += row[k : k + 1] != [] and row[k].key == ","
            if row[k : k + 1] and row[k].found is None and row[k].key in BE:
                j = k
    while j < len(row) and row[j].found is None and row[j].key in _CALLED:
        j += 1
    return j


def taken_up(row: list[Unit], i: int) -> list[int]:
    """The gene that "its expression" behind a verb takes up ("targets X and represses its
    expression"), or what the relative clause of the verb is about ("X, which it represses").
    """
    j = i + 1
    if j + 1 < len(row) and row[j].key in ("its", "their") and row[j + 1].key in LEVEL_SKIP:
        gene = next((k for k in range(i - 1, -1, -1) if row[k].kind == "gene"), -1)
        if gene < 0:
            return []
        return _with_list(row, gene) if row[j].key == "their" else [gene]
    return antecedent(row, i)


def antecedent(row: list[Unit], i: int) -> list[int]:
    """What a relative clause without an object is about: "X, which the exosomes lowered, …", "X was
    the gene that miR-y silenced".
    """
    k = i - 1
    if row[k].key == "had" and row[i].sign == "c":
        return []  # "the loss of X that the toxin had caused"
    while k > 0 and i - k < 8:
        u = row[k]
        if u.found is None and (
            u.word is not None or u.key in PREPOSITIONS | BE or u.key in (",", "and", "or")
        ):
            break
        if u.found is not None and u.kind not in ("mirna", "source", "cargo"):
            break
        if u.found is None and u.key in ("that", "which") and k < i - 1:
            return _named_before(row, k - 2 if row[k - 1].key == "," else k - 1)
        if u.found is None and u.key in NAMED and k < i - 1:
            return _named_before(row, k)  # "X was the gene it silenced"
        k -= 1
    return []


def _named_before(row: list[Unit], k: int) -> list[int]:
    """The outcome that ends at unit ``k``, or that "X was the gene" there names."""
    if row[k].kind in ("gene", "effect"):
        return [k]
    if k < 0 or row[k].key not in NAMED:
        return []
    for j in range(k - 1, max(-1, k - 9), -1):
        if row[j].kind == "gene":
            joins = {u.key for u in row[j + 1 : k] if u.found is None}
            return _with_list(row, j) if joins & (BE | {"as"}) else []
        if row[j].found is not None or row[j].key in (",", ";"):
            return []
    return []


def _with_list(row: list[Unit], j: int) -> list[int]:
    """The genes of the list that ends at unit ``j``: "X, Y and Z were the genes it silenced"."""
    out = [j]
    k = j - 1
    while k > 0 and row[k].found is None and row[k].key in (",", "and", "both", "as", "well"):
        k -= 1
        if row[k].kind == "gene":
            out.append(k)
            k -= 1
    return out[::-1]


ABILITY = frozenset("ability capacity capability power potency potential".split())
_AMOUNT = frozenset(
    "half third quarter thirds about nearly almost roughly approximately more less over as a an "
    "one two three up to only around some".split()
)


def amount_behind(row: list[Unit], i: int) -> bool:
    """Whether an amount follows unit ``i``: "by 40%", "by nearly a third", "from 40 to 12"."""
    for u in row[i + 1 : i + 5]:
        if u.found is not None:
            return False
        if u.key[:1].isdigit() or u.key in ("half", "third", "quarter", "thirds", "fold"):
            return True
        if u.key not in _AMOUNT:
            return False
    return False


def not_only(row: list[Unit], i: int) -> bool:
    """Whether "but" at unit ``i`` goes on with what "not only" opened."""
    for k in range(i - 1, max(0, i - 14), -1):
        if row[k].found is None and row[k].key in ("only", "just", "merely", "solely", "alone"):
            return row[k - 1].key == "not"
        if row[k].key in (";", ":", "."):
            return False
    return False


def tells_next(row: list[Unit], j: int) -> bool:
    """Whether the next name has a verb of its own at once: "had less X and Y decreased"."""
    k = next((k for k in range(j, min(j + 2, len(row))) if row[k].found is not None), -1)
    verb = row[k + 1] if 0 <= k < len(row) - 1 else None
    if verb is None or verb.voice != "left" or verb.chosen is None or verb.chosen.form != "past":
        return False
    return verb.chosen.frame in "ei" or (verb.sign in ("+", "-") and next_key(row, k + 1) != "by")


def opens_conjunct(row: list[Unit], j: int) -> bool:
    """Whether "the expression of", "serum levels of" opens another object of the same verb."""
    seen = 0
    while j < len(row) and seen < 5 and row[j].found is None and row[j].word is None:
        if (
            row[j].key in LEVEL_SKIP - {"-", "'", "s", "/", "(", ")", "both"}
            and next_key(row, j) == "of"
        ):
            return True
        j += 1
        seen += 1
    return False


def as_well_as(row: list[Unit], j: int) -> bool:
    """Whether "as well as" at unit ``j`` goes on with a name, or with the level of one."""
    if [u.key for u in row[j : j + 3]] != ["as", "well", "as"]:
        return False
    named = row[j + 3 + (next_key(row, j + 2) in DETERMINERS) :]
    return bool(named) and (
        named[0].kind in ("gene", "effect")
        or named[0].lemma in STATES
        or opens_conjunct(row, j + 3)
    )


def along_with(row: list[Unit], j: int) -> bool:
    """Whether "with" at unit ``j`` goes on with a name that no word of change stands over: "lowered
    X together with Y".
    """
    if row[j].key != "with" or row[j - 1].key not in ("together", "along"):
        return False
    named = row[j + 1 + (next_key(row, j) in DETERMINERS) :][:1]
    return bool(named) and named[0].kind in ("gene", "effect")


_SO = frozenset("thus thereby hence consequently so therefore".split())


def joint_before(row: list[Unit], j: int) -> int:
    """The unit before the name at ``j``, an article or "thus" left aside."""
    before = j - 1
    if row[before].key in _SO or (before and row[before].key in DETERMINERS):
        before -= 1
    return before


def own_clause(row: list[Unit], j: int) -> bool:
    """Whether the name at ``j`` has a passive of its own behind it: "… and X was induced"."""
    if next_key(row, j) not in ("was", "is", "were", "are"):
        return False
    if row[j - 1].key not in ("and", ","):
        return False
    verb = next((u for u in row[j + 2 : j + 5] if u.word is not None), None)
    return verb is not None and verb.sign in ("+", "-", ">", "<") and verb.voice == "left"


def aside_ends(row: list[Unit], i: int) -> int:
    """Unit behind the bracket that opens at ``i`` and within which no change is told, where the
    list goes on; 0 if none.
    """
    for k in range(i + 1, min(len(row) - 1, i + 12)):
        if row[k].word is not None or row[k].key in (";", "(", "."):
            return 0
        if row[k].key == ")":
            return k + 1 if row[k + 1].key in (",", "and") else 0
    return 0


def last_joint(row: list[Unit], end: int, got: list[int]) -> int:
    """Unit at which the last conjunct before ``end`` begins; ``end`` if there is no joint."""
    comma = next(
        (
            k
            for k in range(end - 1, 0, -1)
            if row[k].key in ("and", "but") and row[k - 1].key == ","
        ),
        None,
    )
    if comma is not None and any(k < comma for k in got):
        return comma
    for k in range(end - 1, 0, -1):
        if row[k].found is None and row[k].key in (",", "and", "but"):
            listed = k > 2 and row[k].key == "and" and row[k - 2].key == ","
            if listed and row[k - 1].found is not None and any(g < k - 2 for g in got):
                return k - 2  # "repressed A, B and C were activated"
            return k
    return end if not got else min(got)


def crosses(row: list[Unit], j: int) -> bool:
    """Whether a verb that tells no change goes on with its own object: "…, crossed the barrier"."""
    joined = row[j - 1].key in ("and", ",") and row[j].key.endswith("ed")
    return joined and next_key(row, j) in DETERMINERS


def gapped(row: list[Unit], j: int, got: list[int], begin: int) -> bool:
    """Whether a participle at ``j`` tells what was done to a change, its auxiliary left out: "X was
    halved and the fall in Y prevented"; ``begin`` is the unit behind the noun of the change.
    """
    chosen = row[j].chosen
    return (
        chosen is not None
        and (chosen.form, chosen.frame) == ("past", "t")
        and len(got) == 1
        and j == got[0] + 1
        and not any(u.key in (",", "and", "but") for u in row[begin:j])
    )
