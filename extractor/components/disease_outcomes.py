"""Whether a disease that a predicate governs is what changed, or only says whose change it was."""

from __future__ import annotations

from extractor.components.analysis import Analysis
from extractor.components.found import Found
from extractor.components.units import Unit

_OF = frozenset("of in from for with to between after during against and or".split())
_COURSE = frozenset(
    "progression progress development severity symptom symptoms sign signs onset incidence "
    "occurrence course burden extent degree manifestation manifestations risk rate "
    "exacerbation score area initiation recurrence relapse relapses prevention treatment "
    "therapy reduction attenuation inhibition amelioration alleviation reversal suppression "
    "mitigation resolution recovery improvement protection features hallmarks phenotype".split()
)
_BEARERS = frozenset(
    "cell cells mouse mice rat rats rabbit rabbits pig pigs dog dogs animal animals patient "
    "patients donor donors tissue tissues xenograft xenografts model models group groups "
    "joint joints lesion wound wounds heart hearts kidney kidneys liver livers lung lungs "
    "brain brains cohort serum specimen specimens sample samples individuals subjects women "
    "men children recipient recipients line lines like".split()
)


def behind_verb(row: list[Unit], verbs: list[int], j: int) -> int:
    """The token behind the active verb that governs a name, 0 if none does."""
    return max((row[g].last for g in verbs if g < j and row[g].voice == "right"), default=0)


def is_outcome(a: Analysis, f: Found, begin: int) -> bool:
    """Whether a disease stands as what is changed, not as what tells of something else ("the growth
    of bladder cancer", "POI rats", "chronic rotator cuff tears" behind "strength of").

    Args:
        a: What was found in the block.
        f: The disease.
        begin: The token behind its verb: what stands before is the subject ("vesicles of X eased").
    """
    keys = a.tokens.keys
    if any(o.kind == "effect" and o.first == f.last for o in a.found):
        return False  # "bladder cancer invasion"
    behind = keys[f.last : f.last + 3]
    if behind[:1] == ["("]:
        behind = keys[f.last + 1 :][:12]
        behind = behind[behind.index(")") + 1 :] if ")" in behind else []
    if any(k in _BEARERS for k in behind[:1]) or behind[:2] in (["-", "like"], ["-", "affected"]):
        return False
    k = f.first - 1
    while (
        k >= begin
        and k > 0
        and f.first - k < 7
        and (keys[k] in ("-", "induced", "associated", "related", "mediated") or keys[k] not in _OF)
    ):
        if keys[k] in (",", ";", ":", ".", "(", ")"):
            return True
        if k in a.predicates and keys[k - 1 - keys[k - 1].endswith("ly")] == "to":
            return True  # "were shown to recover it"
        k -= 1
    if k < begin or k < 0 or keys[k] not in ("of", "in", "to"):
        return True
    return keys[k - 1] in _COURSE
