"""What a gene is known to do, told in passing."""

from __future__ import annotations

from extractor.components.units import Unit, next_key
from extractor.components.words import BE, HAVE, MODAL


def known_for(row: list[Unit], i: int) -> int:
    """Unit behind what a gene is known to do: "X, which retains Y in the cytosol, fell"."""
    if row[i].key != "," or not i or row[i - 1].kind != "gene" or next_key(row, i) != "which":
        return 0
    k = i + 2
    while k < len(row) and (row[k].key.endswith("ly") or row[k].key in ("itself", "also", "can")):
        k += 1
    if not row[k : k + 1] or row[k].found is not None or not row[k].key.endswith("s") or (
        row[k].key in BE | HAVE or row[k].key == "does"
    ):  # fmt: skip
        return 0
    word = row[k].word
    restrains = word is not None and any(p.form == "s" and p.sign == "-" for p in word.predicates)
    for j in range(k + 1, min(len(row), k + 12)):
        u = row[j]
        if u.found is None and u.key == "." and j == len(row) - 1 and restrains:
            return j if _lowered(row, i) else 0  # "silenced X, which restrains Y."
        if j == len(row) - 1:
            return 0
        if u.kind in ("mirna", "vesicle", "source", "cargo") or u.key in (";", ".", ":"):
            return 0
        if u.found is None and u.key == ",":
            behind = row[j + 1]
            return j + 1 if behind.key in BE | HAVE | MODAL or behind.word is not None else 0
    return 0


def _lowered(row: list[Unit], i: int) -> bool:
    """Whether the name before unit ``i`` is told to have been lowered, in the past."""
    verb = next((v for v in reversed(row[: i - 1]) if v.word is not None), None)
    return verb is not None and verb.word is not None and any(
        p.form == "past" and p.sign == "-" for p in verb.word.predicates
    )


_ROLES = frozenset(
    "driver inducer mediator activator suppressor inhibitor repressor regulator promoter "
    "antagonist agonist effector initiator trigger brake controller enforcer executor executioner "
    "component constituent".split()
)
_ENDS = frozenset(", ; . :".split())
_NOT_ASIDE = ("mirna", "vesicle", "source", "cargo")


def role_behind(row: list[Unit], i: int) -> int:
    """Unit behind an apposition that tells what a gene does in general: "lowered X, a gene that
    drives Y, and raised Z", "lowered X, a driver of Y".
    """
    if row[i].key != "," or not i or row[i - 1].kind != "gene":
        return 0
    if next_key(row, i) not in ("a", "an", "the", "one"):
        return 0
    role = False
    for k in range(i + 2, min(len(row), i + 16)):
        u = row[k]
        if u.found is not None:
            if u.kind in _NOT_ASIDE or (not role and k > i + 3):
                return 0
            continue
        if u.key in _ENDS:
            return k if role else 0
        if role and u.key == "and" and k + 1 < len(row) and row[k + 1].found is None and (
            row[k + 1].word is not None or row[k + 1].key in BE | HAVE
            or row[k + 1].key.endswith("ly")
        ):  # fmt: skip
            return k  # "…, a gene that drives Y and raised Z"
        behind = next_key(row, k)
        role = role or (u.key in _ROLES and behind in ("of", "for")) or (
            u.key in ("that", "which") and _present(row, k + 1)
        ) or (u.key in ("known", "reported", "thought") and behind in ("to", "for"))
    return 0


def _present(row: list[Unit], k: int) -> bool:
    """Whether a verb in the present tense stands at unit ``k``: what a gene does in general."""
    while k < len(row) and row[k].found is None and (
        row[k].key.endswith("ly") or row[k].key in ("itself", "also", "can", "may")
    ):
        k += 1
    if k >= len(row) or row[k].found is not None:
        return False
    word = row[k].word
    if word is not None:
        return any(p.form in ("s", "base") for p in word.predicates)
    return row[k].key.endswith("s") and row[k].key not in BE | HAVE


_OF_WHICH = frozenset("whose which".split())
_PLACES = frozenset("to in on for by through with of".split())


def bound_by(row: list[Unit], i: int) -> int:
    """Unit behind a relative clause that tells what binds a gene's transcript or where its site
    lies: "X, to which miR-y binds, was suppressed", "X, whose mRNA has a site for it, fell".
    """
    if row[i].key != "," or not i or row[i - 1].kind != "gene":
        return 0
    at = i + 1 + (next_key(row, i) in _PLACES)
    if at >= len(row) or row[at].key not in _OF_WHICH or (at == i + 1 and row[at].key == "which"):
        return 0
    for k in range(at + 1, min(len(row) - 1, at + 14)):
        u = row[k]
        if u.kind in ("vesicle", "source", "effect") or u.key in (";", ".", ":"):
            return 0
        if u.found is None and u.key == ",":
            behind = row[k + 1]
            sited = any(v.key in _BINDS or v.lemma in _BINDS for v in row[at + 1 : k])
            verb = behind.key in BE | HAVE | MODAL or behind.word is not None
            return k + 1 if sited and verb else 0
    return 0


_BINDS = frozenset(
    "bind binds bound site sites seed utr pairs pair docks dock attaches attach anneals "
    "hybridises hybridizes sequence".split()
)


_ENSUES = ("lead to", "result in", "culminate in", "give rise to", "translate into")


def known_role(row: list[Unit], g: int) -> bool:
    """Whether the verb tells in the present tense what a gene does: "X, which restrains Y"."""
    chosen = row[g].chosen
    if chosen is None or chosen.form != "s" or row[g].voice != "right":
        return False
    if chosen.lemma.startswith(_ENSUES):
        return False  # "activating X, which leads to Y": what came of it
    k = g - 1
    while k > 0 and (row[k].key.endswith("ly") or row[k].key in ("also", "itself", "normally")):
        k -= 1
    if row[k].key not in ("which", "that") or row[k].found is not None:
        return False
    k -= 1 if row[k - 1].key == "," else 0
    return k > 0 and row[k - 1].kind == "gene"
