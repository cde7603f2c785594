"""Colons in the place of a verb, as in notes: "IL-6 and IL-17: both lower"."""

from __future__ import annotations

from extractor.tokens import Tokens, tokenize

_HOW = frozenset(
    "both all each also too not still much far markedly clearly slightly significantly somewhat "
    "strongly mildly again even likewise".split()
)
"""Words that may stand between the colon and what it says."""
_CHANGES = frozenset(
    "lower higher fewer less more rarer smaller larger bigger thinner thicker shorter longer "
    "better worse faster slower quicker weaker stronger milder lighter heavier denser greater "
    "poorer down up reduced raised increased decreased elevated diminished lowered suppressed "
    "inhibited improved restored halved doubled tripled normalised normalized enhanced "
    "attenuated abolished prevented preserved rescued repressed silenced blunted dampened "
    "lessened accelerated delayed promoted induced activated inactivated shortened prolonged "
    "ameliorated alleviated".split()
)
_BEHIND = frozenset(
    ". , ; ( [ and but in with than by after at on from vs versus against to under only both "
    "across throughout too again – — here ↓ ↑".split()
)
"""Words behind such a change; a noun there ("Results: lower levels") makes it no verb."""

def tokenized(text: str) -> Tokens:
    """The tokens of a text, a colon before a bare word of change read as a form of "be"."""
    tokens = tokenize(text)
    if ": " in text:
        _colons_as_verbs(tokens)
    return tokens


def _colons_as_verbs(tokens: Tokens) -> None:
    keys = tokens.keys
    for i, key in enumerate(keys):
        if key != ":" or not i or keys[i - 1] in (".", ":"):
            continue
        k = i + 1
        while k < len(keys) and k < i + 4 and keys[k] in _HOW:
            k += 1
        if k >= len(keys) or keys[k] not in _CHANGES:
            continue
        behind = keys[k + 1] if k + 1 < len(keys) else "."
        if (behind in _BEHIND or behind[0].isdigit()) and not tokens.words[k][0].isupper():
            keys[i] = "was"
