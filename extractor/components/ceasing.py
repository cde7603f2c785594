"""Verbs of what is no longer done or held: "stopped secreting X", "lost the promotion of X", "the
joints lost most of their swelling".
"""

from __future__ import annotations

from dataclasses import replace

from extractor.components.analysis import Word
from extractor.components.units import Unit, next_key
from extractor.components.words import forms
from extractor.rules import Predicate

STOPS_DOING = forms("stop/stops/stopped/stopping", "quit/quits", "cease/ceases/ceased/ceasing")

_YIELD = forms("express/expressing", "secrete/secreting", "make/making", "form/forming")


def becomes(u: Unit, sign: str, voice: str) -> None:
    """Make of a unit a predicate that the pattern files do not know by this word alone."""
    form = "ing" if u.key.endswith("ing") else "past"
    if u.key in ("keep", "hold", "bring", "push", "drive", "turn", "switch", "force", "send"):
        form = "base"
    lemma = {"+": "raise", "-": "reduce", ">": "restore"}[sign]
    read = Predicate(lemma, sign, "t", form)
    u.word, u.chosen, u.voice = Word(u.first, u.last, (read,)), read, voice


def stopped_doing(row: list[Unit]) -> None:
    """Read "stopped secreting X" and "ceased to express X" as "reduced X"."""
    for i, u in enumerate(row[:-2]):
        k = i + 1 + (row[i + 1].key == "to")
        act = row[k].chosen
        if u.key in STOPS_DOING and row[k].key in _YIELD:
            becomes(row[k], "-", "right")  # no word of change: "ceased to secrete X"
            u.word, u.chosen, u.voice = None, None, ""
            continue
        if u.key in STOPS_DOING and act is not None and act.sign in ("-", ">") and (
            row[k].key in ("protect", "inhibit", "suppress", "protecting", "inhibiting")
        ):
            row[k].voice = u.voice = "skip"  # "their exosomes ceased to protect neurons"
            continue
        if u.key not in STOPS_DOING or act is None or act.sign not in ("+", "c", "s"):
            continue
        if act.form == ("base" if row[k - 1].key == "to" else "ing") and k + 1 < len(row):
            row[k].chosen, row[k].voice = replace(act, sign="-"), "right"
            u.word, u.chosen, u.voice = None, None, ""


LOSES = forms("lose/loses/lost/losing", "forfeit/forfeited")
_ENDS_OBJECT = frozenset(". , ; and after by with in within ( but over during".split())
_ITS = frozenset("the their its this that any all much most of".split())


def lost_doing(row: list[Unit]) -> None:
    """Read "lost the promotion of X" and "lost their inhibition of Y" as its reverse."""
    for i, u in enumerate(row[:-2]):
        if u.key not in LOSES or u.found is not None or u.voice in ("left", "attribute"):
            continue
        k = i + 1
        while k < len(row) - 1 and row[k].found is None and row[k].key in _ITS:
            k += 1
        act = row[k]
        parts = row[i + 1].key in ("much", "most", "all", "some", "half") or row[k - 2].key == "of"
        if parts and row[k - 1].key in ("their", "its") and act.kind in ("effect", "gene") and (
            next_key(row, k) in _ENDS_OBJECT
        ):
            becomes(u, "-", "right")  # "the joints lost most of their swelling"
        if k > i + 1 and act.voice == "noun" and act.sign in ("+", "-", ">") and act.key != "loss":
            becomes(u, "-", "right")
