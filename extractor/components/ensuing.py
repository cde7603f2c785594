"""Outcomes told by a bare verb, as what came of the vesicles: "PTEN was lowered, and keratinocytes
proliferated", "PTEN is lowered, and vessels sprout", "with these exosomes, tenocytes migrated".
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.components.words import BE

_VERBS = frozenset(
    "proliferated migrated regenerated healed divided differentiated sprouted regrew regrown "
    "revascularized revascularised vascularized vascularised remyelinated re-epithelialized "
    "re-epithelialised reepithelialized reepithelialised epithelialized epithelialised "
    "repigmented mineralized mineralised redifferentiated multiplied dedifferentiated "
    "decidualized decidualised matured closed united returned "
    "reappeared consolidated metastasized invaded".split()
)
_PRESENT = frozenset(
    "proliferate migrate regenerate heal divide differentiate sprout regrow multiply".split()
)
"""The same of today, which count only behind a clause that tells what was done."""
_SUBJECT = 6
"""Words that what proliferates, heals and so on may have."""
_NOT_SUBJECT = frozenset(
    "that which who of in by with from to for how whether if than as when where not were was had "
    "have has is are did may could would and or".split()
)
_BEHIND = frozenset(
    ". ; , and again once in within by after with when upon ( [ but whereas while normally "
    "completely fully well because since as".split()
)
_OTHERS = frozenset(
    "saline pbs vehicle control controls untreated sham placebo normal naive naïve unmodified "
    "fibroblast dmso alone".split()
)
_VESICLES = (
    "exosom", "vesicle", "microvesicle", "evs", "ev", "sevs", "sev", "exo", "exos", "mir",
)  # fmt: skip
_FRONTED = frozenset("with after upon following under".split())
_FINITE = frozenset("fell rose bound sank became went led came held took made gave".split()) | BE
_PASSIVE = frozenset(("is", "are", "becomes", "become"))
_NEAR = 14
"""Tokens behind the verb among which the vesicles are named that it is the work of."""


def ensued(keys: Sequence[str], first: int, last: int) -> bool:
    """Whether a verb tells, with no word of degree, what vesicles or their cargo brought about.

    Args:
        keys: Folded tokens of a block.
        first: First token of the verb.
        last: Token behind it.
    """
    present = keys[first] in _PRESENT
    told = present or keys[first] in _VERBS
    if last - first > 1:
        told = keys[first].endswith("ed") or keys[first : first + 2] == ["re", "-"]
    if not told:  # what is told in several words is told by them alone: "entered the cell cycle"
        return False
    if list(keys[last : last + 2]) in (["as", "before"], ["as", "ever"]):
        return False
    if _counted(keys, first) and _OTHERS.isdisjoint(keys[last : last + _NEAR]):
        return True
    behind = keys[last] if last < len(keys) else "."
    if behind not in _BEHIND or not _OTHERS.isdisjoint(keys[last : last + 5]):
        return False
    rest = keys[last : last + _NEAR]
    end = next((i for i, key in enumerate(rest) if key in (".", ";", ",")), len(rest))
    if not BE.isdisjoint(rest[:end]):
        return False  # "monocytes differentiated with M-CSF were given exosomes"
    at = first - 1
    if at >= 0 and keys[at] == "both":
        at -= 1
    verbs = _PRESENT if present else _VERBS
    if at >= 0 and keys[at] == "and" and keys[at - 1] in verbs:  # "proliferated and migrated"
        return ensued([*keys[: at - 1], keys[first], *keys[last:]], at - 1, at)
    begin = at + 1
    while begin > 0 and first - begin < _SUBJECT and _names(keys[begin - 1]):
        begin -= 1
    subject = keys[begin : at + 1]
    if not subject or not _OTHERS.isdisjoint(subject):
        return False
    start = max((i + 1 for i in range(begin) if keys[i] in (".", ";")), default=0)
    if present:
        front = keys[start : begin - 1]
        joined = keys[begin - 1 : begin] == ["and"]
        return joined and not _PASSIVE.isdisjoint(front) and _told(front)
    if _treated(keys[start : at + 1]):
        return True
    before = keys[begin - 1] if begin else "."
    if before in (".", ";") and (begin == 0 or before == "."):
        return _by_vesicles(keys, last)
    front = keys[start : begin - 1]
    if before == "which":
        return keys[begin - 2] == "with"
    if before == "," and front and front[0] in _FRONTED:
        return _acting(front) and "," not in front
    joined = before in ("and", ";") or keys[begin - 2 : begin] == ["so", "that"]
    return joined and _told(front) and behind in (".", ";", ",", "[", "(")


_HEALED = frozenset(
    "healed closed united epithelialized epithelialised reepithelialized repigmented regrew "
    "consolidated".split()
)
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty".split()
)


def _counted(keys: Sequence[str], first: int) -> bool:
    """Whether so many of so many healed, no others being named: "nine of 11 ulcers had closed"."""
    if keys[first] not in _HEALED:
        return False
    start = max((i + 1 for i in range(first) if keys[i] in (".", ";")), default=0)
    front = keys[start:first]
    of = next((i for i in range(len(front) - 1, 0, -1) if front[i] == "of"), 0)
    behind = front[of + 1 :]
    behind = behind[1:] if behind[:1] == ["the"] else behind
    plain = behind[-1:] == ["had"] or behind[-1:] == ["have"]
    subject = behind[1 : len(behind) - plain]
    return (
        bool(of) and bool(subject) and len(subject) < _SUBJECT and all(map(_names, subject))
        and all(k in _NUMBERS or k[:1].isdigit() for k in (front[of - 1], behind[0]))
        and _OTHERS.isdisjoint(front)
    )  # fmt: skip


_TREATED = frozenset(
    "treated given exposed incubated cultured injected receiving pretreated fed transfected".split()
)


def _treated(keys: Sequence[str]) -> bool:
    """Whether a subject is one that was given vesicles: "wounds treated with exosomes healed"."""
    at = next((i for i, key in enumerate(keys) if key in _TREATED), 0)
    plain = 0 < at <= _SUBJECT and all(map(_names, keys[:at])) and keys[at - 1] != "-"
    behind = keys[at + 1 :]
    told = any(key in _FINITE or (key.endswith("ed") and key != "derived") for key in behind)
    return plain and _acting(behind) and not told and _OTHERS.isdisjoint(behind)


def _names(key: str) -> bool:
    return key == "-" or (key.replace("-", "").isalnum() and key not in _NOT_SUBJECT)


def _acting(keys: Sequence[str]) -> bool:
    return any(key.startswith(_VESICLES[:3]) or key in _VESICLES for key in keys)


def _by_vesicles(keys: Sequence[str], last: int) -> bool:
    """Whether vesicles are named behind: "healed in rabbits given BMSC exosomes"."""
    near = list(keys[last : last + _NEAR])
    if "." in near:
        near = near[: near.index(".")]
    return _acting(near) and not {"not", "without", "than"} & set(near)


def _told(keys: Sequence[str]) -> bool:
    """Whether something was told before: "PTEN was lowered and …"."""
    return any(
        key in _FINITE or (key.endswith("ed") and i and keys[i - 1] != "-")
        for i, key in enumerate(keys)
    )
