"""Outcomes told by a name of their own that no predicate governs: "has the capacity of repairing
injured tissue", "the regenerative effect was ascribed to X", "acted as a pro-angiogenic factor".
"""

from __future__ import annotations

from extractor.components.assertions import Assertion
from extractor.components.bested import bested
from extractor.components.laid_outcomes import laid_outcomes
from extractor.components.signs import negation
from extractor.components.units import Unit
from extractor.components.words import BE, HAVE, SHOWS

_ABILITY = frozenset(
    "ability abilities capacity capability potential power function functions role roles able "
    "capable means".split()
)
_REACH = 16
_ACTED_ON = ("modulat", "regulat")
_ASCRIBED = frozenset("ascribed attributed credited imputed traced".split())


def named_outcomes(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """Outcomes that no predicate governs but that their own words or the sentence assert.

    Args:
        row: Units of one sentence.
        clauses: The clause of each unit.
        made: What predicates have told already.
    """
    told = {id(x.found) for x in made}
    out: list[Assertion] = []
    for j, u in enumerate(row):
        f = u.found
        if f is None or f.kind != "effect" or id(f) in told or f.facts.get("sign"):
            continue
        exerted = _exerted(row, j)
        if (
            exerted or _is_deed(row, j) or _ascribed(row, clauses, j) or _is_means(row, j)
            or _had(row, j)
        ):  # fmt: skip
            negated, _ = negation(None, row, clauses, [j], j)
            acted_on = exerted or f.mention.text.casefold().startswith(_ACTED_ON)
            out.append(Assertion(f, 0 if acted_on else 1, "name", negated, clauses[j], j))
    out += laid_outcomes(row, clauses, told | {id(x.found) for x in out})
    return out + bested(row, clauses, told)


def _is_deed(row: list[Unit], j: int) -> bool:
    """Whether the name is a gerund of what the vesicles do: "by repairing injured tissue"."""
    f = row[j].found
    assert f is not None
    if not f.mention.text.split()[0].endswith("ing") or " " not in f.mention.text or not j:
        return False
    if row[j - 1].key in ("by", "through", "via"):
        return True
    if row[j - 1].key not in ("in", "of", "for", "and", ",", "as"):
        return False
    return any(u.found is None and u.key in _ABILITY for u in row[max(0, j - _REACH) : j])


_DEEDS = ("effect", "effects", "action", "actions", "activity", "properties", "influence")
_DRESS = frozenset(
    "a an the no strong marked potent clear significant similar direct additional weak "
    "modest".split()
)


def _had(row: list[Unit], j: int) -> bool:
    """Whether the vesicles had the effect: "had an antioxidant effect"."""
    f = row[j].found
    assert f is not None
    behind = row[j + 1].key if j + 1 < len(row) and row[j + 1].found is None else ""
    named = f.mention.text.casefold().endswith(_DEEDS) or behind in _DEEDS
    if f.valence != "good" or not named:
        return False
    k = j - 1
    while k > 0 and row[k].found is None and (row[k].key in _DRESS or row[k].key.endswith("ly")):
        k -= 1
    return k > 0 and row[k].found is None and row[k].key in ("had", "has", "have")


_PROCESS = ("regeneration", "repair", "angiogenesis", "neovascularization", "remyelination",
            "neurogenesis", "vasculogenesis", "neovascularisation")  # fmt: skip
_LISTED = frozenset(", and the of tissue recovery repair healing growth tissues".split())


def _is_means(row: list[Unit], j: int) -> bool:
    """Whether a process of renewal is how something came about: "healed via angiogenesis"."""
    f = row[j].found
    assert f is not None
    text = f.mention.text.casefold()
    if not any(text.startswith(p) or text.endswith(p) for p in _PROCESS):
        return False
    k = j - 1
    while k > 0 and (row[k].key in _LISTED or row[k].kind == "effect"):
        k -= 1
    return k > 0 and row[k].key in ("via", "through")


def _ascribed(row: list[Unit], clauses: list[int], j: int) -> bool:
    """Whether an effect is said to be someone's doing: "the regenerative effect of X was ascribed
    to Y" presupposes the effect.
    """
    f = row[j].found
    assert f is not None
    if f.entry is None or f.entry.facts.get("valence") != "good":
        return False
    if not f.mention.text.casefold().endswith(("effect", "effects", "action", "activity")):
        return False
    for k in range(j + 1, min(j + 12, len(row) - 1)):
        if clauses[k] != clauses[j] or row[k].key in (";", "."):
            return False
        if row[k].key in BE or row[k].key in HAVE:
            return bool(_ASCRIBED & {u.key for u in row[k + 1 : k + 4]})
    return False


def _exerted(row: list[Unit], j: int) -> bool:
    """Whether the vesicles are said how they have an effect of so wide a name: "exert
    immunomodulatory effects through X".
    """
    f = row[j].found
    assert f is not None
    if f.entry is None or "background" not in f.entry.flags:
        return False
    if f.entry.facts.get("valence") != "neutral":
        return False
    if [u.key for u in row[j + 1 : j + 2]] not in (["effects"], ["effect"]):
        return False
    if not {"through", "via", "by"} & {u.key for u in row[j + 2 : j + 3]}:
        return False
    k = j - 1
    while k >= 0 and row[k].key in ("the", "an", "strong", "marked", "potent"):
        k -= 1
    return k >= 0 and (row[k].lemma in SHOWS or row[k].lemma in ("have", "exert", "possess"))
