"""Predicates read anew by what stands about them: "brought X down", "returned to normal"."""

from __future__ import annotations

from dataclasses import replace

from extractor.components.found import Found
from extractor.components.units import Unit, next_key
from extractor.components.words import BE, HAVE, OBJECTS, STATES, TRENDS


def states_in_lists(row: list[Unit]) -> None:
    """Make plain words of the states of listed proteins, whose change another word tells:
    "lowered TNF and phosphorylated p65".
    """
    for i, u in enumerate(row):
        if u.voice != "attribute" or u.lemma not in STATES or i < 2:
            continue
        listed = row[i - 1].key in ("and", ",", "or") and (
            row[i - 2].kind in OBJECTS or row[i - 2].key == ","
        )
        told = (v.sign in ("+", "-") for v in row[:i] if v.voice in ("right", "noun", "attribute"))
        if listed and any(told):
            u.word, u.chosen, u.voice = None, None, ""


_TURNED = {"+": "-", "-": "+", ">": "<", "<": ">"}


def degrees(row: list[Unit]) -> None:
    """Read "was more strongly reduced" and "was better preserved" as the participle alone, and
    "was less impaired" as its reverse; of "was no longer reduced", "longer" tells no length.
    """
    for i, u in enumerate(row):
        if u.key == "longer" and i and row[i - 1].key == "no" and _participle(row, i + 1):
            u.voice = "skip"
            continue
        if u.voice != "left" or u.key not in ("more", "less", "better", "further"):
            continue
        k = i + 1
        while k < len(row) and row[k].found is None and row[k].key.endswith("ly"):
            k += 1
        told = row[k] if k < len(row) else None
        if told is None or told.voice != "left" or told.chosen is None:
            continue
        if told.chosen.form != "past" or told.sign not in _TURNED:
            continue
        u.voice = "skip"
        by_than = [v.key for v in row[k + 1 :] if v.key in ("by", "than")][:2] == ["by", "than"]
        if u.key == "less" and not by_than:
            told.chosen = replace(told.chosen, sign=_TURNED[told.sign])


def _participle(row: list[Unit], i: int) -> bool:
    """Whether a participle that tells a change stands at unit ``i``."""
    chosen = row[i].chosen if i < len(row) and row[i].voice == "left" else None
    return chosen is not None and chosen.form == "past" and chosen.sign in _TURNED


def to_normal(row: list[Unit]) -> None:
    """Read "returned X to normal" and "brought X back to baseline" as "normalized X", and "X was
    brought back to the level of healthy mice" as "X was normalized".
    """
    for i, u in enumerate(row):
        if u.chosen is None:
            continue
        if u.voice == "right" and next_key(row, i) in _LEVEL and (
            u.lemma.startswith(_COMES_BACK) and u.sign == ">"
        ):  # "returned towards normal values"
            u.voice = "left"
            continue
        if u.voice in ("left", "right") and u.lemma in _COMES_BACK:
            to = i + 1
            while to + 1 < len(row) and row[to].word is None and (
                row[to].key in _NEARLY or row[to].key.endswith("ly")
            ):
                to += 1
            if to < len(row) and row[to].lemma == "back to baseline":
                u.chosen, u.voice = replace(u.chosen, sign=">", lemma="normalize"), "left"
                row[to].word, row[to].chosen, row[to].voice = None, None, ""
                continue
            if u.voice == "left":
                behind = {v.key for v in row[to + 1 : to + 6] if v.found is None}
                whereto = to < len(row) and row[to].key in ("to", "toward", "towards")
                if whereto and behind & _NORMAL and (
                    behind & _LEVEL or next_key(row, to) in _NORMAL
                ):
                    u.chosen = replace(u.chosen, sign=">", lemma="normalize")
                continue
        passive = u.voice == "skip" and i > 0 and row[i - 1].key in ("was", "were")
        if u.lemma not in ("return", "bring", "drive"):
            continue
        if u.lemma == "bring" and u.voice == "right" and _to_figure(row, i):
            u.word, u.chosen, u.voice = None, None, ""
            continue
        if u.voice != "right" and not passive:
            continue
        for k in range(i + 1 + (not passive), min(len(row) - 1, i + 12)):
            behind = {v.key for v in row[k + 1 : k + 4 + 2 * passive] if v.found is None}
            if row[k].key in ("to", "toward", "towards") and behind & _NORMAL:
                u.chosen = replace(u.chosen, sign=">", lemma="normalize")
                u.voice = "left" if passive else u.voice
                break


def _to_figure(row: list[Unit], i: int) -> bool:
    """Whether only figures say which way a verb brought its object: "brought X to 4.1"."""
    for k in range(i + 2, min(len(row) - 1, i + 9)):
        if row[k].key == "to":
            return any(v.key[:1].isdigit() for v in row[k + 1 : k + 5])
        if row[k].chosen is not None and row[k].voice in ("left", "right"):
            return False
    return False


_COMES_BACK = ("return", "come back", "go back", "fall back", "climb back", "bounce back")
_NEARLY = frozenset("almost close closer near halfway back much most of the way".split())
_LEVEL = frozenset("level levels value values range that those".split())
_NORMAL = frozenset(
    "normal baseline control healthy physiological physiologic sham untreated uninjured naive "
    "unoperated room normoxic normoxia littermates lean preoperative nondiabetic non-diabetic "
    "youthful young wild-type".split()
)


_ANIMALS = frozenset(
    "mouse mice rat rats animal animals pup pups rabbit rabbits pig pigs patient patients "
    "subjects recipients donors".split()
)
_BEARERS = _ANIMALS | {"cell", "cells", "tissue", "tissues"}
_PHRASE = frozenset("by with in at on from under of to untreated".split())
_APART = frozenset(", ; : and but or which that who while whereas than".split())


def reduced_relatives(row: list[Unit], soft: list[Found]) -> None:
    """Make plain words of participles that only say which cells or animals: "lowered IL-6 in mice
    kept in hyperoxia", "reduced apoptosis in neurons damaged by glutamate".

    Args:
        row: Units of one sentence, their voices decided.
        soft: Cells, organisms and vesicles of the block.
    """
    ends = {f.last for f in soft if f.kind in ("cell", "organism")}
    for i, u in enumerate(row):
        if u.key == "given" and i and u.word is not None and row[i - 1].found is None and (
            row[i - 1].key.endswith("s") and row[i - 1].key not in BE and row[i - 1].key not in HAVE
        ):
            u.word, u.chosen, u.voice = None, None, ""  # "in eyes given exosomes"
            continue
        if u.voice == "attribute" and i > 1 and row[i - 1].key == "with" and (
            row[i - 2].key in _ANIMALS and _governed(row, i) and not _came_with(row, i)
        ):
            u.word, u.chosen, u.voice = None, None, ""  # "in rats with raised eye pressure"
            continue
        if u.chosen is None or u.chosen.form != "past" or u.voice in ("skip", "attribute"):
            continue
        if i > 1 and row[i - 1].kind == "source" and row[i - 2].key in ("from", "of", "by") and (
            next_key(row, i) in _PHRASE
        ):  # fmt: skip
            u.word, u.chosen, u.voice = None, None, ""  # "exosomes from BMSCs grown in scaffolds"
            continue
        if u.first not in ends and (not i or row[i - 1].key not in _BEARERS):
            if i and row[i - 1].kind in OBJECTS and next_key(row, i) == "by" and _taken(row, i):
                u.word, u.chosen, u.voice = None, None, ""  # "abrogated the apoptosis driven by"
            continue
        if next_key(row, i) in _PHRASE and _governed(row, i):
            u.word, u.chosen, u.voice = None, None, ""


_LESSENED = frozenset("less fewer milder".split())


def _came_with(row: list[Unit], i: int) -> bool:
    """Whether the adjective behind "with" tells a result, not which animals: "eased colitis in rats
    with lower TNF-α", where the disease has told which they are.
    """
    if row[i].key in _LESSENED:
        return True
    if not row[i].key.endswith("er"):
        return False
    before = next((v for v in reversed(row[: i - 2]) if v.found is not None), None)
    return before is not None and before.kind == "disease"


def _governed(row: list[Unit], i: int) -> bool:
    """Whether a verb before it has told the change already, with no new clause between."""
    told = False
    for k in range(i - 1, -1, -1):
        v = row[k]
        if v.key in _APART and v.found is None:
            return False
        if v.found is not None and v.kind in OBJECTS:
            told = True
        if v.chosen is not None and v.voice in ("right", "left") and v.chosen.form != "ing":
            return told or v.voice == "left"
    return False


_SHOWED = frozenset("show shows showed shown showing had has have displayed exhibited".split())


def tendencies(row: list[Unit]) -> list[Unit]:
    """The row with "showed a slight tendency to fall" as "tended to fall"."""
    for i, u in enumerate(row):
        if u.found is not None or u.key not in TRENDS:
            continue
        if next_key(row, i) not in ("to", "toward", "towards", "for"):
            continue
        k = next((k for k in range(i - 1, max(-1, i - 5), -1) if row[k].key in _SHOWED), None)
        if k is None or any(v.found is not None or v.key == "no" for v in row[k + 1 : i]):
            continue
        row[k].key, row[k].word = "tended", None
        return row[: k + 1] + row[i + 1 :]
    return row


def tended_towards(row: list[Unit]) -> None:
    """Read "X tended towards a decrease" as "X tended to decrease"."""
    for i, u in enumerate(row):
        if u.voice != "noun" or u.sign not in ("+", "-", ">", "<"):
            continue
        before = [v.key for v in row[max(0, i - 5) : i] if v.key not in ("a", "an")]
        if before[-2:-1] == ["tended"] and before[-1] in ("to", "toward", "towards", "for"):
            u.voice = "left"


def rejected(row: list[Unit]) -> None:
    """Leave aside what was not the case: "was diminished rather than raised"."""
    for i in range(len(row) - 1, 2, -1):
        if i >= len(row):
            continue  # what stood here was left aside with what is behind it
        u = row[i]
        if u.voice in ("left", "right") and row[i - 3].voice in ("left", "right") and (
            [row[i - 2].key, row[i - 1].key] == ["rather", "than"]
        ):  # fmt: skip
            if u.voice == "right" and row[i - 3].voice == "right":
                del row[i - 2 : i + 1]  # "promoted rather than inhibited growth"
            else:
                u.voice = "skip"


def _taken(row: list[Unit], i: int) -> bool:
    """Whether the name before a participle is the object of a verb of change."""
    for k in range(i - 2, max(-1, i - 8), -1):
        v = row[k]
        if v.chosen is not None:
            return v.voice == "right" and v.sign in ("+", "-", ">") and v.chosen.form != "ing"
        if v.found is not None or v.key in _APART:
            return False
    return False


def _noted(row: list[Unit], j: int, i: int) -> bool:
    """Whether notes without a verb tell of a mention by an adjective, before the participle at
    ``i`` tells of the next: "less pain, more mobility, IL-6 reduced".
    """
    chosen = row[i].chosen
    if chosen is None or chosen.form not in ("past", "adjective"):
        return False
    if any(u.key in BE for u in row[j:i]):
        return False
    k = next((k for k in range(j - 1, max(-1, j - 4), -1) if row[k].voice == "attribute"), -1)
    if k < 0 or row[k].sign not in ("+", "-") or any(u.key in (",", "and") for u in row[k:j]):
        return False
    if row[k].lemma in STATES:
        return False  # "phosphorylated p38 and JNK declined"
    return any(row[m].key in (",", "and", ";") for m in range(j + 1, i))


def tells_itself(row: list[Unit], j: int, i: int) -> bool:
    """Whether a mention tells its own direction before the subject of a predicate: "fewer
    neutrophils entered and fibrosis was milder", "quicker clearance, and Y did not differ".
    """
    f = row[j].found
    parted = any(row[k].key == "and" and row[k - 1].key == "," for k in range(j + 2, i))
    if parted and j and row[i].sign == "=" and row[j - 1].voice == "attribute":
        return row[j - 1].sign in ("+", "-")
    if _noted(row, j, i):
        return True
    return (
        f is not None
        and bool(f.facts.get("sign"))
        and not f.facts.get("prefixed")
        and any(row[k].key in ("and", ",") for k in range(j + 1, i))
    )
