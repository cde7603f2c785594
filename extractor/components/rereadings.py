"""Predicates read anew by what stands about them: "brought X down", "returned to normal"."""

from __future__ import annotations

from dataclasses import replace

from extractor.components.units import OBJECTS, Unit

_STATES = ("phosphorylate", "cleave", "acetylate", "methylate", "ubiquitinate")


def states_in_lists(row: list[Unit]) -> None:
    """Make plain words of the states of listed proteins, whose change another word tells:
    "lowered TNF and phosphorylated p65".
    """
    for i, u in enumerate(row):
        if u.voice != "attribute" or u.lemma not in _STATES or i < 2:
            continue
        listed = row[i - 1].key in ("and", ",", "or") and (
            row[i - 2].kind in OBJECTS or row[i - 2].key == ","
        )
        told = (v.sign in ("+", "-") for v in row[:i] if v.voice in ("right", "noun", "attribute"))
        if listed and any(told):
            u.word, u.chosen, u.voice = None, None, ""


def to_normal(row: list[Unit]) -> None:
    """Read "returned X to normal" and "brought X back to baseline" as "normalized X", and
    "brought X down" as "reduced X".
    """
    for i, u in enumerate(row):
        if u.voice != "right" or u.chosen is None or u.lemma not in ("return", "bring", "drive"):
            continue
        for k in range(i + 2, min(len(row) - 1, i + 12)):
            if row[k].key == "down" and row[k - 1].found is not None and u.lemma != "return":
                u.chosen = replace(u.chosen, sign="-", lemma="reduce")
                break
            behind = {v.key for v in row[k + 1 : k + 4] if v.found is None}
            if row[k].key in ("to", "toward", "towards") and behind & _NORMAL:
                u.chosen = replace(u.chosen, sign=">", lemma="normalize")
                break


_NORMAL = frozenset("normal baseline control healthy physiological sham".split())
