"""Short hand, as in notes: colons in the place of a verb ("IL-6 and IL-17: both lower"), lists
under a word of change ("Lower with exosomes: IL-6, IL-17"), bare words for what did not change
("IL-6 down, IL-17 same"), and signs before figures ("IL-6 -40%").
"""

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
    "across throughout too again twofold threefold fourfold fivefold tenfold – — here ↓ ↑".split()
)
"""Words behind such a change; a noun there ("Results: lower levels") makes it no verb."""

def tokenized(text: str) -> Tokens:
    """The tokens of a text, a colon before a bare word of change read as a form of "be"."""
    tokens = tokenize(text)
    if ": " in text:
        _colons_as_verbs(tokens)
        _headed_lists(tokens)
    if any(cue in text for cue in _BARE_CUES):
        _bare_words(tokens)
    if ", we " in text or ", I " in text:
        _asides(tokens)
    if "%" in text and any(cue in text for cue in _SIGNED):
        _signed_figures(tokens)
    return tokens


_HEADS = {"down": "lower", "up": "higher"}
_HEAD_WORDS = frozenset(w for w in _CHANGES if not w.endswith("ed")) | frozenset(
    "unchanged unaltered unaffected not".split()
)
_DENIED = frozenset("changed altered affected influenced different".split())
_VERBS = frozenset("was were is are did had has have showed found that which".split())
_BARE_CUES = (" same", " similar", " ns", "n.s.", " no change", " no difference", " not ")
_SIGNED = (" -", " +", " −", " –")
_BY = ("by", "with", "after", "in")
_BARE = ("same", "similar", "ns", "comparable")
_BARE_FIRST = frozenset((*_BARE, "n", "no", "not"))
_NO_NAME = frozenset(
    "the a an this that these those was were is are be been being very much not all of and or "
    "with in by to but at for on as remained remains stayed stay kept looked proved appeared "
    "seemed also still both each did do does had has have showed show shows found saw see "
    "there no any produced caused made observed noted noticed detected underwent exhibited "
    "reported gave displayed revealed it they we i its their or nor than v vs versus".split()
)
"""Words before which stands no name that "same" could be said of."""
_LISTED = frozenset("lower higher less more fewer greater smaller larger reduced increased".split())


def _headed_lists(tokens: Tokens) -> None:
    """Let the colon behind a word of change that opens a sentence be a verb: "Lower with exosomes:
    X and Y", "No change: Z".
    """
    keys = tokens.keys
    for i in [i for i, key in enumerate(keys) if key == ":" and i]:
        if i + 1 >= len(keys):
            continue
        k = i - 1
        while k >= 0 and i - k < 8 and keys[k] not in (".", ";", ":"):
            k -= 1
        first = k + 1
        if first >= i or (k >= 0 and keys[k] not in (".", ";")) or _VERBS & set(keys[first:i]):
            continue
        head = keys[first : first + 2]
        if head[0] == "no" and head[1] in ("change", "difference", "effect"):
            keys[first : first + 2] = "not", "altered"
        elif (
            head[0] not in _HEAD_WORDS
            or (head[0] == "not" and head[1] not in _DENIED)
            or (head[0] != "not" and i - first > 1 and head[1] not in _BY)
        ):
            continue
        keys[first] = _HEADS.get(keys[first], keys[first])
        keys[i] = "were"


def _bare_words(tokens: Tokens) -> None:
    """Let a bare word behind a name say that it did not change: "IL-6 down, IL-17 same"."""
    keys = tokens.keys
    for i in [i for i, key in enumerate(keys) if key in _BARE_FIRST and i]:
        key, before = keys[i], keys[i - 1]
        behind = keys[i + 1] if i + 1 < len(keys) else "."
        if key in _BARE:
            if (behind in (".", ",", ";", "(", ")") and _name(before) and (
                key != "ns" or tokens.words[i] == "ns"
            )) or (before == "," and key != "ns" and behind not in _NO_NAME and (
                behind[0].isalpha() and _LISTED & set(keys[max(0, i - 9) : i])
            )):
                keys[i] = "unchanged"
        elif key == "n" and keys[i : i + 4] == ["n", ".", "s", "."] and _name(before):
            last = i + 4 >= len(keys) or tokens.words[i + 4][0].isupper()
            keys[i : i + 4] = ("truly", "truly", "unchanged", "." if last else ",")
        elif (key == "no" and behind in ("change", "difference")) or (
            key == "not" and behind in _DENIED
        ):
            after = keys[i + 2] if i + 2 < len(keys) else "."
            if after in (".", ",", ";", "(", ")") and _name(before):
                keys[i : i + 2] = "truly", "unchanged"


def _name(key: str) -> bool:
    """Whether a word may end a name."""
    return key[0].isalnum() and key not in _NO_NAME and not key.endswith(("ly", "ed"))


_KNOWS = frozenset("found saw noticed noted observed think believe suspect feel note find".split())


def _asides(tokens: Tokens) -> None:
    """Make plain adverbs of what only says who found it: "IL-6, we noticed, was lower"."""
    keys = tokens.keys
    for i in range(1, len(keys) - 4):
        if keys[i] == "," and keys[i + 1] in ("we", "i") and keys[i + 2] in _KNOWS and (
            keys[i + 3] == "," and keys[i + 4] in _VERBS
        ):
            keys[i : i + 4] = ("truly",) * 4


def _signed_figures(tokens: Tokens) -> None:
    """Let a sign before a share be a word of change: "IL-6 -40%, IL-10 +25%"."""
    keys, starts, ends = tokens.keys, tokens.starts, tokens.ends
    for i in [i for i, key in enumerate(keys[:-2]) if key in ("-", "+", "−", "–") and i]:
        if keys[i + 1][0].isdigit() and keys[i + 2] == "%" and (
            starts[i] > ends[i - 1] and ends[i] == starts[i + 1] and keys[i - 1][0].isalnum()
        ):
            keys[i] = "up" if keys[i] == "+" else "down"
            ends[i] = starts[i]  # a word, not glued to its figure


def _colons_as_verbs(tokens: Tokens) -> None:
    keys = tokens.keys
    for i in [i for i, key in enumerate(keys) if key == ":" and i]:
        if keys[i - 1] in (".", ":"):
            continue
        k = i + 1
        while k < len(keys) and k < i + 4 and keys[k] in _HOW:
            k += 1
        if k >= len(keys) or keys[k] not in _CHANGES:
            continue
        behind = keys[k + 1] if k + 1 < len(keys) else "."
        if (behind in _BEHIND or behind[0].isdigit()) and not tokens.words[k][0].isupper():
            keys[i] = "was"
