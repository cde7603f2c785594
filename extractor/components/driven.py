"""What a name is made to do or kept from: "caused X and Y to fall", "made X rise", "kept X from
rising".
"""

from __future__ import annotations

from dataclasses import replace

from extractor.components.analysis import Word
from extractor.components.caused import CAUSES, LETS
from extractor.components.units import Unit
from extractor.components.words import DETERMINERS
from extractor.rules import Predicate

_MAKERS = CAUSES | LETS
_DOES = {
    **dict.fromkeys(
        "fall drop decline decrease diminish shrink dwindle wane plummet subside lessen ebb sink "
        "recede plunge".split(), ("reduce", "-")
    ),
    **dict.fromkeys(
        "rise increase climb grow expand soar mount accumulate".split(), ("raise", "+")
    ),
    **dict.fromkeys("recover return normalise normalize rebound improve".split(), ("restore", ">")),
}  # fmt: skip
_WITHIN = 14
_BETWEEN = frozenset(
    ", to and or both the a of in its their level levels expression as well serum plasma tissue "
    "mrna protein proteins activity amount amounts number numbers".split()
)


def driven(row: list[Unit], keys: set[str]) -> None:
    """Make the verb say which way the names behind it went, in place, in a row whose voices are
    decided.

    Args:
        row: Units of a sentence.
        keys: Their words.
    """
    if not (_MAKERS.isdisjoint(keys) or _DOES.keys().isdisjoint(keys)):
        _made_to(row)
    if "from" in keys:
        _kept_from(row)


def _made_to(row: list[Unit]) -> None:
    """Read "caused X to fall and Y to rise" as "X fell and Y rose"."""
    for i, u in enumerate(row[:-2]):
        if u.found is not None or u.key not in _MAKERS or u.voice in ("left", "attribute"):
            continue
        named, acts = False, []
        for k in range(i + 1, min(len(row), i + _WITHIN)):
            v = row[k]
            if v.found is not None:
                named = named or v.kind in ("gene", "effect")
            elif named and v.key in _DOES and (row[k - 1].key == "to" or u.key in LETS):
                acts.append(v)
                named = False
            elif v.key not in _BETWEEN:
                break
        if acts:
            u.word, u.chosen, u.voice = None, None, ""
        for v in acts:
            lemma, sign = _DOES[v.key]
            read = Predicate(lemma, sign, "e", "past")
            v.word, v.chosen, v.voice = Word(v.first, v.last, (read,)), read, "left"


_KEPT = ("keep", "prevent", "stop", "block", "hinder", "save", "protect", "deter")
_TURNED = {"+": "-", "-": "+"}


def _kept_from(row: list[Unit]) -> None:
    """Read "prevented X from rising" as "lowered X", and "kept Y from raising X" alike."""
    for i, u in enumerate(row):
        if u.voice != "right" or u.lemma not in _KEPT:
            continue
        for k in range(i + 2, min(len(row) - 1, i + 9)):
            act = row[k + 1]
            listed = row[k].key in (",", "and") and row[k + 1].found is not None
            if not listed and row[k].key in (",", ";", ".", ":", "and"):
                break
            if row[k].voice in ("left", "right"):
                break
            if row[k].key == "from" and act.key == "being" and k + 2 < len(row) - 1:
                act = row[k + 2]  # "kept X from being activated"
                if act.sign == "+" and act.chosen is not None and act.chosen.form == "past":
                    u.chosen = u.chosen and replace(u.chosen, sign="-")
                    act.word, act.chosen, act.voice = None, None, ""
                break
            if row[k].key != "from" or act.chosen is None or act.chosen.form != "ing":
                continue
            if act.sign in _TURNED and u.chosen is not None:
                turned = _TURNED[act.sign]
                behind = row[k + 2] if k + 2 < len(row) else None
                if behind is not None and (behind.found is not None or behind.key in DETERMINERS):
                    act.chosen, act.voice = replace(act.chosen, sign=turned), "right"
                    u.word, u.chosen, u.voice = None, None, ""
                else:
                    u.chosen = replace(u.chosen, sign=turned)
                    act.word, act.chosen, act.voice = None, None, ""
            break
