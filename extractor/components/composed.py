"""Changes told by words that are none by themselves: "brought X down", "hardly detected"."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.components.analysis import Word
from extractor.components.ceasing import (
    LOSES,
    STOPS_DOING,
    becomes,
    lost_doing,
    stopped_doing,
)
from extractor.components.driven import driven
from extractor.components.units import Unit, next_key
from extractor.components.words import (
    BE,
    DETERMINERS,
    HAVE,
    MODAL,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    forms,
)
from extractor.rules import Predicate


def composed(row: list[Unit]) -> None:
    """Make predicates of such words, in place, in a row whose voices are decided."""
    keys = {u.key for u in row}  # most rows have none of the words a reading begins with
    _parted(row)
    _went_too(row)
    _from_to(row)
    if not _SEEN.isdisjoint(keys):
        _out_of_sight(row)
    driven(row, keys)
    if not STOPS_DOING.isdisjoint(keys):
        stopped_doing(row)
    if not LOSES.isdisjoint(keys):
        lost_doing(row)
    _lifted(row)
    if not _HAS.keys().isdisjoint(keys):
        _held(row)
    if not (_NUCLEUS.isdisjoint(keys) and _OUTSIDE.isdisjoint(keys)):
        _located(row)
    if not _MORE_OR_LESS.isdisjoint(keys):
        _rendered(row)
        _there_was(row)
        _more_active(row)
    if "spared" in keys:
        _spared(row)
    if "held" in keys:
        _held_up(row)
    if "pulled" in keys or not _CAPTURES.isdisjoint(keys):
        _captured(row)


def _spared(row: list[Unit]) -> None:
    """Read "spared the animals the loss of X" as "prevented the loss of X"."""
    for i, u in enumerate(row):
        if u.key != "spared" or u.found is not None:
            continue
        for k in range(i + 1, min(len(row), i + 9)):
            v = row[k]
            if v.voice == "noun" and v.sign in ("+", "-") and row[k - 1].key == "the":
                becomes(u, "-", "right")
            if v.voice or v.key in BE or v.key in (",", ";", ".", "from", "and"):
                break


def _held_up(row: list[Unit]) -> None:
    """Read "X held up" with no object as X kept; "held up X" delays it."""
    for i, u in enumerate(row[:-1]):
        ends = row[i + 1].found is None and row[i + 1].key in _HELD_ENDS
        if u.lemma == "hold up" and i and row[i - 1].kind in ("gene", "effect") and ends:
            becomes(u, "+", "left")


_HELD_ENDS = frozenset(". , ; with after in and but better well under".split())


_MOVES = forms(
    "bring/brings/brought/bringing", "push/pushes/pushed/pushing",
    "drive/drives/drove/driven/driving", "force/forces/forced/forcing",
    "turn/turns/turned/turning", "send/sends/sent/sending", "scale/scales/scaled/scaling",
)  # fmt: skip
_LOWERS = _MOVES | forms(
    "cut/cuts/cutting", "knock/knocks/knocked/knocking", "beat/beats/beating", "calmed/calming",
    "toned/toning", "dialled/dialed", "tuned/tuning", "damped/damping", "took/takes/taking",
    "wound/winding", "rolled/rolling", "pressed/pressing", "dragged", "shut", "shifted/shifting",
)  # fmt: skip
_LIFTS = _MOVES | forms("lifted", "built/building", "ramped/ramping", "stepped", "shifted/shifting")
_KEEPS = forms("keep/keeps/kept/keeping", "hold/holds/held/holding")
_SWITCHES = forms("switch/switches/switched/switching", "turn/turns/turned/turning")
_WIPES = forms("wiped/wiping", "swept/sweeping", "washed/washing", "took/taking", "cleared")
_PARTED: tuple[tuple[frozenset[str], tuple[str, ...], str], ...] = (
    (_MOVES, ("back", "to within the", "within the normal", "within normal limits", "to normal",
              "close to normal", "near normal", "near to normal", "near control",
              "nearer", "closer"), ">"),
    (_LOWERS | _KEEPS, ("down", "downward", "downwards"), "-"),
    (_KEEPS, ("low", "lower", "silent", "quiet", "inactive", "small", "back", "suppressed"), "-"),
    (_KEEPS | _MOVES, ("in check", "at bay", "under control", "within bounds", "in bounds",
                       "within limits", "to a minimum", "to a halt", "to an end", "to heel",
                       "to rest", "to nothing", "to nought"), "-"),
    (_SWITCHES | forms("shut/shutting"), ("off",), "-"),
    (_WIPES, ("away", "out", "off"), "-"),
    (_SWITCHES, ("on",), "+"),
    (_LIFTS | _KEEPS, ("up", "upward", "upwards"), "+"),
    (_KEEPS, ("high", "higher", "elevated", "active", "alive", "going"), "+"),
    (_KEEPS, ("at its initial", "at its original", "at their initial", "at its baseline",
              "at their baseline", "at baseline", "at its normal", "at normal levels",
              "at the initial", "at the original", "near normal", "near baseline"), ">"),
    (_KEEPS, ("intact", "patent", "unharmed", "undamaged", "unscathed"), ">"),
    (_KEEPS, ("at twice the", "at double the"), "+"),
    (_KEEPS, ("at half the", "at a third", "at a fraction"), "-"),
    (forms("set/sets/setting"), ("free", "in motion", "going"), "+"),
)  # fmt: skip
"""Verbs, the words that stand behind their object, and what both make of it."""


_PARTED_VERBS = frozenset().union(*(verbs for verbs, _, _ in _PARTED))


def _parted(row: list[Unit]) -> None:
    """Read verbs whose second word stands behind their object: "kept X in check"."""
    for i, u in enumerate(row[:-2]):
        if u.key not in _PARTED_VERBS or u.found is not None or u.voice not in ("", "right"):
            continue
        if u.key in _MOVES and (back := _to_baseline(row, i)):
            row[back].word, row[back].chosen, row[back].voice = None, None, ""
            becomes(u, ">", "right")
            continue
        rules = [(ends, sign) for verbs, ends, sign in _PARTED if u.key in verbs]
        end = _behind_object(row, i)
        sign, last = _ended(row, end, rules)
        if not sign:
            continue
        becomes(u, sign, "right")
        last = _behind_amount(row, last)
        if last + 1 < len(row) and row[last].key in ("and", "but", ","):
            end = _behind_object(row, last)
            sign, _ = _ended(row, end, rules)  # "kept X high and Y low"
            if sign:
                becomes(row[end], sign, "left")


def _to_baseline(row: list[Unit], i: int) -> int:
    """Where a verb is said to bring its object: "to within the normal range"; else 0."""
    for k in range(i + 2, min(len(row), i + 10)):
        home = row[k].lemma == "back to baseline"
        if home or row[k].voice in ("left", "right") or row[k].key in (";", ",", "but"):
            return k if home else 0
    return 0


def _behind_amount(row: list[Unit], k: int) -> int:
    """The unit behind "by 40%" and the like, or ``k``: "brought X up by half and Y down"."""
    if k >= len(row) or row[k].key not in ("by", "from", "to"):
        return k
    end = k + 1
    while end < min(len(row), k + 9) and row[end].found is None and (
        row[end].key in _AMOUNT or row[end].key[0].isdigit()
    ):
        end += 1
    return end if end > k + 1 else k


_AMOUNT = frozenset(
    "% . - fold times about nearly almost half a an one two three third thirds quarter quarters "
    "percent per cent to more than points point mm mg ml μm log".split()
)


def _went_too(row: list[Unit]) -> None:
    """Let "up" and "down" tell of a name whose verb is left out: "X went up and Y down"."""
    for k in range(3, len(row) - 1):
        u = row[k]
        if u.key not in _WAYS or u.voice in ("left", "right"):
            continue
        if row[k - 1].found is None or row[k + 1].key not in _CLOSES | _AFTER_WAY:
            continue
        joint = next((i for i in range(k - 2, max(0, k - 9), -1) if row[i].key in ("and", ",")
                      and not _listed(row, i)), 0)  # fmt: skip
        before = row[max(0, joint - 9) : joint]
        if joint and any(v.voice == "left" and v.sign in ("+", "-") for v in before):
            becomes(u, _WAYS[u.key], "left")


_WAYS = {"up": "+", "down": "-"}
_AFTER_WAY = frozenset("and by in after with versus vs than compared relative (".split())


def _listed(row: list[Unit], i: int) -> bool:
    """Whether a joint stands between two names: "X and Y down"."""
    return row[i - 1].found is not None and row[i + 1].found is not None


_CARRIES = _MOVES | _LIFTS | forms("took/takes/take/taking", "moved/moving", "pulled/pulling")


def _from_to(row: list[Unit]) -> None:
    """Read "brought X from 78 down to 49 mmHg" and "moved Y from 3 to 5" by the figures."""
    for i, u in enumerate(row[:-5]):
        if u.found is not None or u.key not in _CARRIES:
            continue
        at = next((k for k in range(i + 2, min(len(row), i + 7)) if row[k].key == "from"), 0)
        to = next((k for k in range(at + 2, min(len(row), at + 9)) if row[k].key == "to"), 0)
        if not at or not to or all(v.kind not in ("gene", "effect") for v in row[i + 1 : at]):
            continue
        first, last = _figure(row[at + 1 : to]), _figure(row[to + 1 : to + 5])
        if first is None or last is None or first == last:
            continue
        becomes(u, "+" if last > first else "-", "right")
        for v in row[at:to]:
            if v.key in ("down", "up"):
                v.word, v.chosen, v.voice = None, None, ""


def _figure(units: list[Unit]) -> float | None:
    """The number with which units begin, a decimal point set apart included."""
    text = ""
    for v in units:
        if not v.key[:1].isdigit():
            break
        text += v.key
    met = re.match(r"\d+(?:\.\d+)?", text)
    return float(met.group()) if met else None


def _ended(
    row: list[Unit], end: int, rules: list[tuple[tuple[str, ...], str]]
) -> tuple[str, int]:
    """The sign that the words at ``end`` give, made plain words, and the unit behind them."""
    keys = [v.key for v in row[end : end + 3]] if end else []
    for width in (3, 2, 1):
        words = " ".join(keys[:width]) if len(keys) >= width else ""
        sign = next((sign for ends, sign in rules if words in ends), "")
        if sign:
            for v in row[end : end + width]:
                v.word, v.chosen, v.voice = None, None, ""
            return sign, end + width
    return "", 0


_ENDS = frozenset(w for _, ends, _ in _PARTED for e in ends for w in e.split()[1:])
_OPENS_END = frozenset(e.split()[0] for _, ends, _ in _PARTED for e in ends)
_PLACED = frozenset("in at to under within near".split())
_STOPS = (BE | MODAL | HAVE | RELATIVES | SUBORDINATORS | PREPOSITIONS | {";", ":", ".", "but"}) - {
    "to", "in", "that", "those"
}  # fmt: skip


def _behind_object(row: list[Unit], i: int) -> int:
    """Unit at which the second word of the verb at ``i`` stands, behind an object; else 0."""
    for k in range(i + 1, min(len(row), i + 14)):
        u = row[k]
        if u.found is not None:
            continue
        if u.key in _OPENS_END and k > i + 1 and (
            u.key not in _PLACED or next_key(row, k) in _ENDS
        ):  # fmt: skip
            return k
        if u.key in _STOPS or u.voice in ("left", "right"):
            return 0
    return 0


_FAINT = (["hardly"], ["scarcely"], ["barely"], ["no", "longer"])
_SEEN = frozenset("seen detected found observed discerned demonstrated identified".split())


def _out_of_sight(row: list[Unit]) -> None:
    """Read "could hardly be detected" and "could no longer be seen" as a loss."""
    for i, u in enumerate(row[:-2]):
        if u.key != "be" or row[i + 1].key not in _SEEN:
            continue
        words = next((w for w in _FAINT if [v.key for v in row[max(0, i - len(w)) : i]] == w), None)
        if words and i > len(words) and row[i - len(words) - 1].key in ("could", "can"):
            becomes(row[i + 1], "-", "left")
            for v in row[i - len(words) : i]:
                v.key = "much"




def _lifted(row: list[Unit]) -> None:
    """Read "lifted the repression of X" as "relieved the repression of X"."""
    for i, u in enumerate(row[:-2]):
        if u.chosen is not None and u.chosen.lemma == "lift" and u.voice in ("right", "left"):
            near = row[i + 1 : i + 4] if u.voice == "right" else row[max(0, i - 8) : i]
            if any(v.voice == "noun" and v.sign == "-" for v in near):
                u.chosen = replace(u.chosen, sign="-", lemma="relieve")


_HAVING = {
    "+": forms("gain/gains/gained/gaining", "acquire/acquires/acquired/acquiring",
                "keep/keeps/kept/keeping", "retain/retains/retained/retaining",
                "hold/holds/held/holding", "cling/clung/clinging", "regained/regaining"),
    "-": forms("lost/losing", "shed/sheds/shedding", "relinquished", "forfeited"),
}  # fmt: skip
_HOLD_ON = (["on", "to"], ["to"])
_CLINGS = forms("hold/holds/held/holding", "cling/clung/clinging", "hung/hanging")
_HAS = {verb: sign for sign, verbs in reversed(_HAVING.items()) for verb in verbs}
_TAKEN = frozenset("gained acquired lost regained".split())
_THEIRS = frozenset("their its his her".split())
_PARTLY = frozenset("much most some part all little of".split())
_CLOSES = frozenset(". , ; and".split())


def _held(row: list[Unit]) -> None:
    """Read what cells keep, gain and lose of a gene product as its change: "the cells kept their
    nephrin and lost desmin", "vimentin was gained and E-cadherin lost".
    """
    for i, u in enumerate(row):
        sign = _HAS.get(u.key, "")
        if not sign or u.found is not None or not i:
            continue
        if u.sign in ("+", "-") and u.voice == "right":
            continue  # "kept X low" has been read already
        before = row[i - 1]
        if u.key in ("gained", "lost") and before.kind in ("gene", "effect") and (
            next_key(row, i)[:1].isdigit()
        ):
            becomes(u, sign, "left")  # "adiponectin gained 50%"
            continue
        if u.key in _TAKEN and (
            before.key in BE or (before.kind == "gene" and next_key(row, i) in _CLOSES)
        ):
            if any(v.kind == "gene" for v in row[max(0, i - 4) : i]):
                becomes(u, sign, "left")
            continue
        if u.voice not in ("", "right", "skip") or before.key in BE or before.key in DETERMINERS:
            continue
        k = i + 1
        if u.key in _CLINGS:
            k += next((len(w) for w in _HOLD_ON if [v.key for v in row[k : k + len(w)]] == w), 0)
            if k == i + 1:
                continue
            for v in row[i + 1 : k]:
                v.key = "much"
        theirs = False
        while k < len(row) and k - i < 7 and row[k].found is None and (
            row[k].word is None and row[k].key.isalpha()
        ) and (row[k].key in _PARTLY or row[k].key not in _STOPS):  # fmt: skip
            theirs = theirs or row[k].key in _THEIRS
            k += 1
        if k >= len(row) or row[k].kind != "gene" or row[k].word is not None:
            continue
        while k + 2 < len(row) and row[k + 1].key in (",", "and") and row[k + 2].kind == "gene":
            k += 2
        if theirs or u.key not in _KEEPS or next_key(row, k) in _CLOSES:
            becomes(u, sign, "right")


_ENTERS = forms(
    "enter/enters/entered/entering", "move/moves/moved/moving", "shift/shifts/shifted/shifting",
    "migrate/migrates/migrated/migrating", "translocate/translocates/translocated/translocating",
    "passed/passing", "relocated/relocating", "shuttled", "redistributed", "travelled", "traveled",
)  # fmt: skip
_STAYS = forms(
    "stay/stays/stayed/staying", "remain/remains/remained", "lingered", "lay", "was", "were",
    "retained", "held", "kept", "confined", "sequestered", "trapped",
)  # fmt: skip
_PUTS = _MOVES | _KEEPS | forms("retained", "confined")
_NUCLEUS = frozenset("nucleus nuclei".split())
_OUTSIDE = frozenset("cytoplasm cytosol".split())
_WAY = frozenset("the into to in within inside their out of cell cell's".split())


def _located(row: list[Unit]) -> None:
    """Read where a factor is as how active it is: "Nrf2 moved into the nucleus", "p65 stayed in
    the cytosol", "exosomes kept p65 out of the nucleus".
    """
    for i, u in enumerate(row):
        if u.found is not None or not i:
            continue
        place = i + 1
        behind = row[i + 1 : i + 3]
        object_ = next((n for n, v in enumerate(behind) if v.kind == "gene"), None)
        active = object_ is not None and u.key in _PUTS
        if active and object_ is not None:
            place += object_ + 1
        elif row[i - 1].kind != "gene" and not (
            row[i - 1].key in BE and row[i - 2].kind == "gene"
        ):
            continue
        k = place
        while k < len(row) and row[k].found is None and row[k].key in _WAY:
            k += 1
        where = row[k].key if k < len(row) else ""
        if k == place and u.key not in ("enter", "enters", "entered", "entering"):
            continue
        out = "out" in {v.key for v in row[place:k]}
        if where in _NUCLEUS and (active or u.key in _ENTERS):
            sign = "-" if out else "+"
        elif where in _OUTSIDE and (active or u.key in _STAYS):
            sign = "-"
        else:
            continue
        becomes(u, sign, "right" if active else "left")


_MORE_OR_LESS = frozenset("less more fewer".split())
_RENDERS = forms("make/makes/made/making", "render/renders/rendered/rendering",
                  "leave/leaves/left/leaving")  # fmt: skip


def _rendered(row: list[Unit]) -> None:
    """Let an adjective of more or less tell of the name before it though a place parts the two:
    "made ICAM1 on the vessels less conspicuous".
    """
    for i, u in enumerate(row):
        if u.voice != "attribute" or u.key not in ("less", "more") or i + 1 >= len(row):
            continue
        if row[i + 1].found is not None:
            continue
        for k in range(i - 1, max(0, i - 9), -1):
            if row[k].key in _RENDERS and row[k].found is None:
                if any(v.kind in ("gene", "effect") for v in row[k + 1 : i]):
                    u.voice = "left"
                break
            if row[k].key in _CLOSES:
                break


_PULLS = frozenset("biotinylated pull pulldown ago2 argonaute2 immunoprecipitation rip clip "
                   "immunoprecipitates precipitates immunoprecipitate precipitate baits".split())
_CAPTURES = forms(
    "enrich/enriches/enriched/enriching", "recover/recovers/recovered/recovering", "retrieved",
    "capture/captures/captured/capturing", "precipitated", "co-precipitated", "fished",
    "concentrated", "immunoprecipitated", "isolated",
)  # fmt: skip


def _captured(row: list[Unit]) -> None:
    """Read what is pulled down with a miRNA as bound: "biotinylated miR-y enriched X mRNA"."""
    pulled = {i for i, u in enumerate(row) if u.key == "pulled" and next_key(row, i) == "down"}
    bait = any(u.key in _PULLS for u in row) or any(
        u.kind == "gene" and u.found is not None and u.found.mention.label == "AGO2" for u in row
    )
    for i, u in enumerate(row):
        if i in pulled:
            row[i + 1].word, row[i + 1].chosen, row[i + 1].voice = None, None, ""
        elif not bait or u.found is not None or u.key not in _CAPTURES:
            continue
        read = Predicate("bind", "0", "t", "past")
        passive = any(v.key in BE for v in row[max(0, i - 3) : i])
        u.word, u.chosen = Word(u.first, u.last, (read,)), read
        u.voice = "left" if passive else "right"


_ACTIVE = frozenset("active abundant conspicuous prominent intense plentiful".split())


def _more_active(row: list[Unit]) -> None:
    """Let "with X more active" tell of X, as "with X raised" does."""
    for i, u in enumerate(row):
        if u.voice != "attribute" or u.key not in ("less", "more") or next_key(row, i) not in (
            _ACTIVE
        ):
            continue
        k = i - 1
        while k > 0 and (row[k].kind == "gene" or row[k].key in _BESIDE):
            k -= 1
        if row[k].key == "with" and row[i - 1].kind == "gene":
            u.voice = "left"


_BESIDE = frozenset(", and the signaling signalling pathway both".split())


def _there_was(row: list[Unit]) -> None:
    """Let "less" tell of the names before it: "of X and Y there was less in the lesion"."""
    for i, u in enumerate(row):
        if u.key not in ("less", "more", "fewer") or u.voice != "attribute" or i < 4:
            continue
        if row[i - 2].key == "there" and row[i - 1].key in BE and row[i - 3].found is not None:
            u.voice = "left"
