"""A pronoun that stands for the disease told before: "Colitis is common. Exosomes relieved it"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.components.found import Found
from extractor.components.words import BE
from extractor.records import Mention
from extractor.rules import Rules
from extractor.tokens import Tokens

_HEALS = re.compile(
    r"(?:reliev|eas|mitigat|ameliorat|alleviat|attenuat|improv|abat|lessen|cur|heal)"
    r"(?:e|es|ed|ing|s)?$"
)
_OPENS = frozenset("in by through via with when within after at to . , ; [ ( and".split())
"""What may stand behind the pronoun, which is then no subject: "relieved it in mice"."""


def with_disease(
    tokens: Tokens, found: list[Found], spans: Sequence[tuple[int, int]], rules: Rules, offset: int
) -> list[Found]:
    """The mentions with "it" as an outcome where a verb of healing has it as its object and only a
    disease was named in the sentence, or in the one before it.

    Args:
        tokens: Tokens of a block.
        found: Its mentions.
        spans: Token spans of its sentences.
        rules: For the entry that stands for the finding's disease.
        offset: Offset of the block in the document text.
    """
    if "it" not in tokens.keys:
        return found
    keys = tokens.keys
    entry = rules.entry("effect", "the disease")
    out: list[Found] = []
    for n, (first, last) in enumerate(spans):
        at = next((i for i in range(first, last) if keys[i] == "it" and _healed(keys, i)), -1)
        if at < 0 or entry is None:
            continue
        begin = spans[n - 1][0] if n and at - first < _NEAR else first
        told = [f for f in found if begin <= f.first < at and f.kind in _OUTCOMES]
        if not told or any(f.kind != "disease" and not f.facts.get("also") for f in told):
            continue
        if len({f.kind for f in told if not f.facts.get("model")}) > 1:
            continue  # "Pain was severe in rats with arthritis."
        start, end = tokens.starts[at], tokens.ends[at]
        mention = Mention(
            "effect", offset + start, offset + end, tokens.text[start:end], entry.label, None,
            entry.rule,
        )  # fmt: skip
        out.append(Found(at, at + 1, mention, entry, {}))
    return sorted([*found, *out], key=lambda f: f.first) if out else found


_OUTCOMES = ("disease", "effect", "gene")
_NEAR = 25
"""Tokens within which a sentence takes up the one before it."""


def _healed(keys: list[str], i: int) -> bool:
    """Whether "it" is what is healed: "relieved it in mice", "It was attenuated by exosomes"."""
    behind = keys[i + 1] if i + 1 < len(keys) else "."
    if _HEALS.match(keys[i - 1]) if i else False:
        return behind in _OPENS
    k = i + 2
    while k < len(keys) and keys[k].endswith("ly"):
        k += 1
    return behind in BE and k < len(keys) and _HEALS.match(keys[k]) is not None
