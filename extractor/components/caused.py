"""Outcomes told by a verb that something was made to do, or kept from doing: "helped wounds to
close", "let neurons survive", "kept the ventricle from dilating".
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.components.words import forms

KEEPS = forms(
    "keep/keeps/kept/keeping", "prevent/prevents/prevented/preventing",
    "stop/stops/stopped/stopping", "save/saves/saved/saving", "spare/spares/spared/sparing",
    "protect/protects/protected/protecting", "rescue/rescues/rescued/rescuing",
    "hinder/hinders/hindered/hindering", "deter/deters/deterred/deterring",
    "discourage/discourages/discouraged/discouraging", "bar/bars/barred/barring",
    "dissuade/dissuades/dissuaded", "divert/diverts/diverted",
    "hold/holds/held/holding", "block/blocks/blocked/blocking", "restrain/restrains/restrained",
)  # fmt: skip
LETS = forms(
    "help/helps/helped/helping", "let/lets/letting", "make/makes/made/making", "see/saw",
)  # fmt: skip
"""Verbs with a bare infinitive: "let neurons survive"."""
CAUSES = forms(
    "help/helps/helped/helping", "allow/allows/allowed/allowing", "get/gets/got/getting",
    "enable/enables/enabled/enabling", "cause/causes/caused/causing",
    "permit/permits/permitted/permitting", "induce/induces/induced/inducing",
    "stimulate/stimulates/stimulated/stimulating", "prompt/prompts/prompted/prompting",
    "drive/drives/drove/driving", "lead/leads/led/leading", "encourage/encourages/encouraged",
    "coax/coaxes/coaxed/coaxing", "push/pushes/pushed/pushing", "spur/spurs/spurred/spurring",
    "force/forces/forced/forcing", "incite/incites/incited", "trigger/triggers/triggered",
)  # fmt: skip
"""Verbs with "to": "enabled mice to conceive"."""
_RENDERS = forms(
    "make/makes/made/making", "render/renders/rendered/rendering", "leave/leaves/left/leaving",
    "keep/keeps/kept/keeping", "turn/turns/turned/turning",
)  # fmt: skip
"""Verbs with an adjective behind their object: "made the liver softer"."""
_STOPS = forms(
    "stop/stops/stopped", "cease/ceases/ceased", "quit/quits",
)  # fmt: skip
_STARTS = forms(
    "begin/begins/began/begun", "start/starts/started", "resume/resumes/resumed",
    "restart/restarts/restarted",
)  # fmt: skip
_WITHIN = 11
_ENDS = frozenset(", ; . : ( ) and but or which that was were is are did not".split())


def caused(keys: Sequence[str], i: int) -> tuple[int, int]:
    """What is done to those who do what the verb at ``i`` says.

    Args:
        keys: Folded words, ``""`` for mentions.
        i: Where the verb stands.

    Returns:
        +1 where they are made to, -1 where they are kept from it, 0 else; and the governing word.
    """
    if i < 2:
        return 0, i
    before = keys[i - 1]
    if before == "from":
        return _governor(keys, i - 1, KEEPS, -1)
    if keys[i].endswith(("ing", "ed", "s")):
        return 0, i
    i = _first_conjunct(keys, i)
    before = keys[i - 1]
    return _governor(keys, i - 1, CAUSES, 1) if before == "to" else _governor(keys, i, LETS, 1)


def keeper(keys: Sequence[str], i: int) -> int:
    """Where the verb stands that keeps something from what "from" at ``i`` opens, -1 if none."""
    sign, at = _governor(keys, i, KEEPS, -1)
    return at if sign else -1


def _first_conjunct(keys: Sequence[str], i: int) -> int:
    """Where the first of verbs in a list with "to" stands: "enabled cells to migrate and (to) form
    tubes"; ``i`` where there is no such list.
    """
    k = i - 1 - (keys[i - 1] == "to")
    if k < 2 or keys[k] not in _JOINS:
        return i
    for m in range(k - 1, max(0, k - _LISTED), -1):
        if keys[m] == "to":
            return m + 1
        if keys[m] in _ENDS and keys[m] not in _JOINS:
            break
    return i


_JOINS = frozenset(", and or".split())
_LISTED = 8
"""Words between "to" and the joint before the last verb."""


_ABLE = frozenset("ability capacity capability power powers abilities capacities".split())
_LOSES = forms(
    "lose/loses/lost/losing", "lack/lacks/lacked/lacking", "forfeit/forfeits/forfeited",
    "deprive/deprives/deprived", "rob/robs/robbed", "strip/strips/stripped",
    "reduce/reduces/reduced/reducing", "impair/impairs/impaired/impairing",
    "weaken/weakens/weakened", "diminish/diminishes/diminished", "limit/limits/limited",
    "curb/curbs/curbed", "abolish/abolishes/abolished", "lower/lowers/lowered",
)  # fmt: skip
_GAINS = forms(
    "regain/regains/regained/regaining", "recover/recovers/recovered/recovering",
    "restore/restores/restored/restoring", "gain/gains/gained", "acquire/acquires/acquired",
    "give/gives/gave/given/giving", "return/returns/returned", "improve/improves/improved",
    "enhance/enhances/enhanced/enhancing", "increase/increases/increased/increasing",
    "boost/boosts/boosted", "strengthen/strengthens/strengthened", "raise/raises/raised",
    "preserve/preserves/preserved", "augment/augments/augmented", "revive/revives/revived",
)  # fmt: skip


def enabled(keys: Sequence[str], i: int) -> int:
    """+1 where the ability to do what the verb at ``i`` says was gained, -1 where it was lost, else
    0: "regained their capacity to migrate", "lost the ability to invade".
    """
    if i < 3 or keys[i - 1] not in ("to", "and", "or"):
        return 0
    able = 0
    for k in range(i - 2, max(0, i - 14), -1):
        if keys[k] in (",", ";", ".", ":"):
            return 0
        if keys[k] in _ABLE:
            able = k
        elif able and keys[k] in _LOSES:
            return -1
        elif able and keys[k] in _GAINS:
            return 1
    return 0


def ended(before: Sequence[str]) -> int:
    """-1 where what a verb says has ended, +1 where it has begun, 0 else: "cells stopped
    migrating", "no longer divided", "resumed beating".

    Args:
        before: Folded words before the verb, ``""`` for mentions.
    """
    if list(before[-2:]) == ["no", "longer"]:
        return -1
    word = before[-2] if before[-1:] == ["to"] and len(before) > 1 else "".join(before[-1:])
    return -1 if word in _STOPS else int(word in _STARTS)


def rendered(keys: Sequence[str], i: int) -> int:
    """Where the verb stands that makes its object what the adjective at ``i`` says, -1 if none:
    "made the diaphragm stronger", "rendered cells sensitive", "left the cornea clear".
    """
    k = i
    while k > 0 and (keys[k - 1].endswith("ly") or keys[k - 1] in ("more", "less", "much", "far")):
        k -= 1
    sign, at = _governor(keys, k, _RENDERS, 1)
    if sign:
        return at
    for j in range(k - 1, max(1, k - 7), -1):  # "made grip firmer, fibres thicker and …"
        if keys[j] in (",", "and"):
            before = j - 1 - (keys[j - 1] == ",")
            told = not keys[before] or keys[before].endswith("er")
            return rendered(keys, before) if told else -1
        if keys[j] in _ENDS:
            break
    return -1


def _governor(
    keys: Sequence[str], end: int, verbs: frozenset[str], sign: int
) -> tuple[int, int]:
    """The nearest of some verbs before ``end``, with words for those it governs between."""
    for k in range(end - 1, max(-1, end - _WITHIN), -1):
        if keys[k] in verbs:
            return (sign, k) if k < end - 1 else (0, end)
        if keys[k] in _ENDS:
            break
    return 0, end
