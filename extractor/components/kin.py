"""Genes of one family named by their numbers: "MMP-2 and -9", "caspase-3/7", "Smad1/5/8"."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractor.components.found import Found
from extractor.lexicon import Entry
from extractor.records import Mention
from extractor.rules import Rules
from extractor.tokens import Tokens, tokenize

_ANY = re.compile(r"\d[αβγa-c]?(?:/(?:[-‐–]|p?-?smad)?|,? (?:and|or) [-‐–]|, [-‐–])\d", re.I)
"""A cheap sign that a number may stand for another gene of the same family."""
_STEM = re.compile(r"(?P<stem>.*?[^\W\d]{2,}[-‐– ]?)\d+[αβγa-cA-C]?$")
_NEXT = re.compile(
    r"(?P<sep>/[-‐–]?|,? (?:and|or) (?=[-‐–])|, (?=[-‐–]))(?P<name>[-‐–]?\d+[αβγa-cA-C]?)"
    r"(?![\w%]|\.\d|[-‐–](?:fold|day|week|h\b|month))"
)
_PAIRS = ("SMAD1/5/9", "SMAD2/3", "caspase-3/7")
"""Families of the lexicon that are no more than genes set side by side."""


def with_kin(tokens: Tokens, found: list[Found], rules: Rules, offset: int) -> list[Found]:
    """Read a gene in each of the numbers that share the name before them.

    Args:
        tokens: Tokens of the block.
        found: Mentions in the order of the text.
        rules: The pattern files.
        offset: Where the block begins in the document.
    """
    if not _ANY.search(tokens.text):
        return found
    out: list[Found] = []
    for f in found:
        out.append(f)
        if f.kind != "gene":
            continue
        text = f.mention.text
        start = f.mention.start - offset
        if f.mention.label in _PAIRS and "/" in text:
            first = _gene(text[: text.index("/")], rules)
            if first is None:
                continue
            until = start + text.index("/")
            out[-1] = _found(tokens, start, until, first, offset)
            text, _, rest = text.partition("/")
            end = until
            if (second := _gene(rest, rules)) is not None:  # "Smad2/Smad3"
                out.append(_found(tokens, until + 1, f.mention.end - offset, second, offset))
        else:
            end = f.mention.end - offset
        out += _others(tokens, text, end, rules, offset)
    taken = -1
    kept: list[Found] = []
    for f in sorted(out, key=lambda f: (f.first, -f.last)):
        if f.first >= taken:
            kept.append(f)
            taken = f.last
    return kept


def _others(tokens: Tokens, text: str, end: int, rules: Rules, offset: int) -> list[Found]:
    """The genes whose numbers follow the one that ends at ``end``."""
    stem = _STEM.match(text)
    out: list[Found] = []
    while stem is not None and (met := _NEXT.match(tokens.text, end)):
        number = met["name"].lstrip("-‐–")
        entry = _gene(stem["stem"] + number, rules)
        if entry is None:
            break
        out.append(_found(tokens, met.start("name"), met.end(), entry, offset))
        end = met.end()
    return out


def _gene(name: str, rules: Rules) -> Entry | None:
    """The gene of the lexicon that has exactly this name."""
    phrase = tokenize(name)
    hits = [h for h in rules.lexicon.find(phrase) if h.last - h.first == len(phrase)]
    return next((h.name.entry for h in hits if h.name.entry.kind == "gene"), None)


def _found(tokens: Tokens, start: int, end: int, entry: Entry, offset: int) -> Found:
    first = bisect_left(tokens.starts, start)
    last = bisect_left(tokens.starts, end)
    mention = Mention(
        "gene", offset + start, offset + end, tokens.text[start:end], entry.label, entry.id,
        entry.rule,
    )  # fmt: skip
    return Found(first, last, mention, entry, {})
