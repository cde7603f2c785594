"""Names that a sentence takes out of what it tells of others, or puts back in: "X, but not Y,
fell", "X but neither Y nor Z fell", "all but Y", "Y did not fall, but X did",
"this was not so for Y", "X fell more than Y".
"""

from __future__ import annotations

from dataclasses import replace

from extractor.components.assertions import Assertion
from extractor.components.mirna_arms import told_of_one
from extractor.components.units import Unit, next_key
from extractor.components.words import BE, HAVE, MODAL, OBJECTS

_BY_CHANCE = "significantly"
_TAKES_OUT = (
    ["but", "not"], ["not"], ["rather", "than"], ["unlike"], ["instead", "of"],
    ["in", "contrast", "to"], ["as", "opposed", "to"], ["as", "distinct", "from"],
    ["though", "not"], ["although", "not"], ["albeit", "not"], ["if", "not"],
)  # fmt: skip


_NEEDED = frozenset("not non neither rather unlike instead contrast opposed distinct".split())
"""Of these one stands in every sentence that takes something out."""


def _one_not_other(row: list[Unit], i: int) -> int:
    """The miRNA behind "but not" that a verb follows: "miR-a but not miR-b lowered X"; else 0."""
    if row[i].kind != "mirna" or next_key(row, i + 1) != "not" or i + 4 >= len(row):
        return 0
    other, verb = row[i + 3], row[i + 4]
    return i + 3 if other.kind == "mirna" and verb.word is not None else 0


def _chance_aside(row: list[Unit], i: int) -> int:
    """The comma that ends ", but not significantly," where a comma at ``i`` opens it, or 0."""
    if i + 4 >= len(row) or row[i + 1].key not in ("but", "though", "although", "albeit", "if"):
        return 0
    end = next((k for k in range(i + 3, min(len(row), i + 6)) if row[k].key == ","), 0)
    inside = [u.key for u in row[i + 2 : end]]
    return end if inside[-1:] == ["significantly"] and inside[0] in ("not", "non") else 0


_YET = ("but", "though", "although", "albeit", "yet")


def without_exceptions(row: list[Unit]) -> tuple[list[Unit], list[tuple[Unit, Unit]]]:
    """The row without what ", but not Y," takes out of a subject ("X, but not Y, fell"), and the
    pairs of X and Y.
    """
    out: list[Unit] = []
    pairs: list[tuple[Unit, Unit]] = []
    if _NEEDED.isdisjoint(u.key for u in row):
        return row, pairs
    i = 0
    while i < len(row):
        opens = 0
        if row[i].key == "," and (aside := _chance_aside(row, i)):
            out += row[i + 2 : aside]  # "was slightly, but not significantly, lower"
            i = aside + 1
            continue
        if (
            row[i].found is None and row[i].key in _YET and 0 < i < len(row) - 3
            and row[i + 1].key == "not" and _BY_CHANCE in (row[i + 2].key, row[i + 3].key)
            and row[i - 1].key != ","
        ):  # fmt: skip
            i += 1  # "was slightly but not significantly lower"
            continue
        if row[i].key == ",":
            opens = next((len(p) for p in _TAKES_OUT
                          if [u.key for u in row[i + 1 : i + 1 + len(p)]] == p), 0)  # fmt: skip
        both = _one_not_other(row, i) if not opens and next_key(row, i) == "but" else 0
        if not opens and not both and (found := row[i].found) is not None and (
            found.kind in ("gene", "effect") and next_key(row, i) in (*_OPENS, "only", "alone")
        ):  # fmt: skip
            alone = next_key(row, i) in ("only", "alone")  # "lowered X only, not Y or Z"
            others, end = _taken_out(row, i + 1 + alone, row[i].kind)
            if others:
                pairs += [(row[i], u) for u in others]
                out.append(row[i])
                i = end
                continue
        if both:
            pairs.append((row[i], row[both]))
            out.append(row[i])
            i = both + 1
            continue
        if not opens:
            out.append(row[i])
            i += 1
            continue
        begin = i + 1 + opens
        end = next((k for k in range(begin, min(len(row), i + 9)) if row[k].key == ","), 0)
        between = [u for u in row[begin:end] if u.found is not None]
        closed = end and between and not any(u.word for u in row[begin:end])
        closed = closed and row[i - 1].kind != "source"  # "vesicles of A, but not of B, raised X"
        if closed and i and {u.kind for u in between} == {row[i - 1].kind}:
            pairs += [(row[i - 1], u) for u in between]
            i = end + 1
            continue
        out.append(row[i])
        i += 1
    return out, pairs


_OPENS = ("but", "and", "yet", "though", "although", ",")
_NOT = (["not"], ["neither"], ["not", "the"])


def _taken_out(row: list[Unit], i: int, kind: str) -> tuple[list[Unit], int]:
    """The names of a list that "but not", "but neither" or ", not" at ``i`` takes out, and the unit
    behind it; none where it opens something else.
    """
    comma = row[i].key == ","
    k = i + comma
    if k < len(row) and row[k].key in _OPENS and row[k].key != ",":
        k += 1
    elif not comma:
        return [], i
    if k >= len(row) or row[k].key not in ("not", "neither"):
        return [], i
    neither = row[k].key == "neither"
    others, end = listed(row, k + 1, kind)
    if not others or (comma and len(others) == 1 and not neither):
        return [], i  # told of one, it is read elsewhere
    behind = row[end] if end < len(row) else None
    if comma and behind is not None and behind.key == ",":
        end, behind = end + 1, row[end + 1] if end + 1 < len(row) else None
    if behind is None or (behind.found is None and (
        behind.key in (".", ";", ",") or behind.key in BE | HAVE | MODAL or behind.word is not None
    )):  # fmt: skip
        return others, end
    return [], i


_IN_LIST = (",", "and", "or", "nor")


def listed(row: list[Unit], k: int, kind: str) -> tuple[list[Unit], int]:
    """The names of one kind in a list that begins at unit ``k``, and the unit behind the list."""
    got: list[Unit] = []
    end = k
    while k < len(row):
        u = row[k]
        if u.found is not None:
            if u.kind != kind:
                break
            got.append(u)
            end = k + 1
        elif u.key not in (*_IN_LIST, "the", "for", "of", "on") or (
            got and u.key in ("for", "of", "on")
        ):
            break
        k += 1
    return got, end


def denied(made: list[Assertion], pairs: list[tuple[Unit, Unit]]) -> list[Assertion]:
    """The assertions, what is told of a name denied of that which is taken out of it.

    Args:
        made: Assertions of a sentence.
        pairs: What :func:`without_exceptions` took out, each with what it was taken out of.
    """
    for told, other in pairs:
        if told.kind == "mirna" and told.found is not None and other.found is not None:
            made = told_of_one(made, told.found, other.found)
            continue
        made = made + [
            replace(x, found=other.found, negated=True)
            for x in made if x.found is told.found and other.found is not None and not x.negated
        ]  # fmt: skip
    return made


_NOT_SO = (
    ["not", "so", "for"], ["not", "so"], ["not", "the", "case", "for"], ["not", "true", "of"],
    ["not", "true", "for"], ["not", "so", "with"], ["not", "the", "case", "with"],
    ["not", "seen", "for"], ["not", "hold", "for"], ["not", "apply", "to"],
)  # fmt: skip
_CUES = frozenset("but whereas while yet so case true all than apply hold".split())


def put_right(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """The assertions with those that a short clause affirms of one name and denies of another.

    Args:
        row: Units of a sentence.
        clauses: Number of the clause of each unit.
        made: Its assertions.
    """
    keys = [u.key for u in row]
    if _CUES.isdisjoint(keys) or not made:
        return made
    for i, key in enumerate(keys):
        if row[i].found is not None:
            continue
        if key in ("but", "whereas", "while", "yet"):
            made = made + _affirmed(row, clauses, made, i)
        elif key == "not":
            made = _not_so(row, clauses, made, i)
        elif key in ("more", "less") and keys[i + 1 : i + 2] == ["than"]:
            made = made + _as_well(row, clauses, made, i)
        elif key == "all" and "but" in keys[i + 1 : i + 4]:
            names, _ = listed(row, i + 2 + keys[i + 1 : i + 4].index("but"), "gene")
            spared = {u.found.mention.label: u.found for u in names if u.found is not None}
            made = [
                replace(x, negated=True) if x.found in spared.values() else x for x in made
                if x.found in spared.values() or x.found.mention.label not in spared or x.negated
            ]  # fmt: skip
    return made


def _kinds(made: list[Assertion]) -> str:
    return made[-1].found.kind if made else ""


_AUXILIARIES = frozenset("was were did had is are does".split())


def _affirmed(
    row: list[Unit], clauses: list[int], made: list[Assertion], i: int
) -> list[Assertion]:
    """What "but X was" at ``i`` affirms of X after a denial: "Y did not fall, but X did"."""
    before = [x for x in made if x.at < i and x.negated and x.sign]
    if not before:
        return []
    names, end = listed(row, i + 1, _kinds(before))
    verb = row[end] if end < len(row) else None
    if not names or verb is None or verb.key not in _AUXILIARIES:
        return []
    behind = next_key(row, end)
    if behind not in ("", ".", ";", ",", ")", "so"):
        return []
    x = before[-1]
    told = {id(y.found) for y in made}
    return [
        replace(x, found=u.found, negated=False, clause=clauses[i], at=x.at, other_arm=False)
        for u in names if u.found is not None and id(u.found) not in told
    ]  # fmt: skip


def _not_so(
    row: list[Unit], clauses: list[int], made: list[Assertion], i: int
) -> list[Assertion]:
    """What "this was not so for Y" denies of Y: that which was told before of another."""
    phrase = max(
        (p for p in _NOT_SO if [u.key for u in row[i : i + len(p)]] == p), key=len, default=None
    )
    before = [x for x in made if x.at < i and x.sign and not x.negated]
    if before and phrase is None and i and row[i - 1].key == "but":
        rest, end = listed(row, i + 1, before[-1].found.kind)
        if len(rest) > 1 and next_key(row, end - 1) in ("", ".", ";", ","):
            # "X fell with A, but not Y or Z": of the first it is read elsewhere
            return made + [
                replace(before[-1], found=u.found, negated=True, clause=clauses[i])
                for u in rest[1:] if u.found is not None
            ]  # fmt: skip
    if phrase is None or not before:
        return made
    names, _ = listed(row, i + len(phrase), before[-1].found.kind)
    others = [u.found for u in names if u.found is not None]
    kept = [x for x in made if not any(x.found is f for f in others)]
    x = before[-1]
    return kept + [replace(x, found=f, negated=True, clause=clauses[i]) for f in others]


def _as_well(
    row: list[Unit], clauses: list[int], made: list[Assertion], i: int
) -> list[Assertion]:
    """What went the same way, if not as far: "lowered X more than Y", "X fell less than Y"."""
    before = [x for x in made if x.at < i and x.sign and not x.negated]
    if not before or before[-1].found.kind not in OBJECTS:
        return []
    x = before[-1]
    near = row[i - 1].found is x.found or row[i - 1].first == row[x.at].first
    names, _ = listed(row, i + 2, x.found.kind)
    told = {id(y.found) for y in made}
    if not near or any(u.found is None or id(u.found) in told for u in names):
        return []
    return [replace(x, found=u.found) for u in names if u.found is not None]
