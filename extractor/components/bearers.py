"""What fewer, more or none of its bearers had: "fewer treated mice developed seizures"."""

from __future__ import annotations

from dataclasses import replace

from extractor.components.assertions import Assertion
from extractor.components.units import Unit

_CELLS = ("cells", "cytes", "blasts", "clasts", "follicles", "phages")
_BEARERS = frozenset(
    "mice rats animals patients pups dams rabbits pigs dogs monkeys recipients subjects "
    "participants neonates infants women men joints eyes kidneys hearts cells of".split()
)
_BEARS = frozenset(
    "develop show have suffer experience exhibit display present with enter undergo express".split()
)


_SHARE = {
    "fewer": -1, "less": -1, "few": -1, "none": -1, "no": -1, "neither": -1, "more": 1,
}  # fmt: skip
_PARTS = frozenset(", ; : . ( ) but whereas while".split())
_TURNED = frozenset("became become becomes turned went".split())
_HAD = frozenset("had showed suffered experienced".split())
_TURNED_OR_HAD = _TURNED | _HAD
_TREATED = frozenset("treated given receiving".split())
_BORNE_NEAR = 3
"""Units between the verb and what the bearers had: "underwent early apoptosis"."""


def fewer_bearers(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """Read what fewer or more of the bearers had: "fewer treated mice developed seizures",
    "fewer cells underwent apoptosis, and more of them entered S phase".
    """
    out: list[Assertion] = []
    for x in made:
        u = row[x.at]
        borne = u.voice == "right" and u.lemma in _BEARS and x.sign > 0
        if borne and x.negated and _spared(row, clauses, x):
            out.append(replace(x, sign=-1, negated=False))
        elif borne and not x.negated and _share(row, clauses, x.at) < 0:
            out.append(replace(x, sign=-1))
        else:
            out.append(x)
    told = {id(x.found) for x in out}
    for j, u in enumerate(row):
        if u.found is None or u.found.kind != "effect" or id(u.found) in told:
            continue
        if "sign" in u.found.facts:
            continue
        at = next((k for k in range(j - 1, max(-1, j - 1 - _BORNE_NEAR), -1)
                   if row[k].lemma in _BEARS or row[k].key in _TURNED_OR_HAD), None)  # fmt: skip
        sign = _share(row, clauses, at) if at is not None else 0
        if at is not None and sign and not any(v.found is not None for v in row[at + 1 : j]):
            sign = -sign if u.found.facts.get("inverse") else sign
            out.append(Assertion(u.found, sign, "share", False, clauses[at], at))
    return out


def _spared(row: list[Unit], clauses: list[int], x: Assertion) -> bool:
    """Whether a harm came to none of the treated: "no treated rat developed seizures", "the treated
    rats did not develop seizures".
    """
    if x.found.entry is None or x.found.entry.facts.get("valence") != "harm":
        return False
    if row[x.at].lemma == "develop" and [u.key for u in row[max(0, x.at - 2) : x.at]] == [
        "did", "not"
    ]:  # fmt: skip
        return True
    for k in range(x.at - 1, -1, -1):
        if clauses[k] != clauses[x.at] or row[k].key in _PARTS:
            return False
        if row[k].key in ("no", "none"):
            return any(v.key in _TREATED or v.kind == "vesicle" for v in row[k + 1 : x.at])
    return False


def _share(row: list[Unit], clauses: list[int], verb: int) -> int:
    """Whether fewer (-1) or more (1) of the bearers are the subject of a verb; else 0."""
    for k in range(verb - 1, -1, -1):
        if clauses[k] != clauses[verb] or row[k].key in _PARTS:
            return 0
        sign = _SHARE.get(row[k].key, 0)
        if sign:
            behind = [v.key for v in row[k + 1 : min(k + 5, verb)]]
            borne = any(
                key in _BEARERS or (len(key) > 4 and key.endswith(_CELLS)) for key in behind
            )
            return sign if borne or not behind else 0
    return 0
