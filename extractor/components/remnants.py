"""What is still done where the cargo is lacking: as before, or less than before."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractor.components.discourse import Sentence
from extractor.components.losses import lacking, loss_tokens, words

_KEPT = re.compile(
    r"\b(?:continued to|still|retained|persisted|with or without|"
    r"remained (?:elevated|raised|high|low|lowered|reduced)|preserved their|kept)\b"
)
_WENT_ON = re.compile(r"\bcontinued? to\b|\bwent on\b|\bpersisted\b")
_KEPT_NEAR = 6
_DONORS = re.compile(r"\b(?:donors?|(?:parent|parental|producer|source) cells)\b")
ALIKE = re.compile(
    r"\b(?:to (?:the same|a similar|an equal) (?:extent|degree)|to a (?:similar|comparable|like) "
    r"(?:extent|degree)|equally well|just as well|no less|irrespective of|regardless of|"
    r"whether or not)\b"
)
"""What vesicles with and without the cargo did alike was not lost with it."""


def outlasting(s: Sentence) -> set[str]:
    """What vesicles without the cargo did nonetheless: "EV-i continued to lower IL-6"."""
    without = lacking(s)
    tokens, text = s.analysis.tokens, words(s)
    if not without and not (loss_tokens(s) and (
        s.of("vesicle") or _DONORS.search(text) or _WENT_ON.search(text)
    )):  # fmt: skip
        return set()
    named = [f for f in s.found if f.kind in ("effect", "gene")]
    if without and ALIKE.search(text):
        return {f.mention.label for f in named}
    out = set()
    for met in _KEPT.finditer(text):
        at = bisect_left(tokens.starts, met.start() + s.start - s.analysis.offset)
        out |= {
            f.mention.label for f in named
            if abs(f.first - at) <= _KEPT_NEAR
            and not _PARTS & set(tokens.keys[f.last:at])  # "did not lower X but still lowered Y"
            and not _parted(s, *sorted((f.first, at)))
        }
    return out


_PARTS = frozenset("but yet , ; while whereas although though".split())


def _parted(s: Sentence, first: int, last: int) -> bool:
    """Whether a clause ends between two tokens."""
    tokens = s.analysis.tokens
    return _CLAUSE.search(tokens.text[tokens.starts[first] : tokens.ends[last]].lower()) is not None


_WITHOUT_IT = re.compile(
    r"\b(?:independent(?:ly)? of|irrespective of|regardless of|whether or not|with or without|"
    r"(?:did|does|do|is|was|were) not (?:to )?(?:require|depend(?:ent)? (?:up)?on|need|involve|"
    r"due to|mediated by|attributable to))\b"
)
_THE_CARGO = re.compile(
    r"^(?: the| its| their| exosomal| vesicular| presence of| any| a| this| that| an)* ?"
    r"(?:mi-?rs?\b|mir-|let-7|mi(?:cro)?rnas?\b|it\b|circ|lnc|inhibitor|antagomir|sponge|cargo\b)"
)
_CLAUSE = re.compile(r"; |, (?:and |but )?(?:whereas|while|although|though) |, and |, but |: ")


def independent(s: Sentence) -> set[str]:
    """What a sentence says to be no doing of the cargo: "the fall of IL-6 was independent of it",
    "whether or not miR-x was present, pain eased".
    """
    text = words(s)
    out: set[str] = set()
    for met in _WITHOUT_IT.finditer(text):
        if not _THE_CARGO.match(text[met.end() :]):
            continue
        start = max((c.end() for c in _CLAUSE.finditer(text, 0, met.start())), default=0)
        if not text[start : met.start()].strip(" ,"):
            start, end = met.end(), len(text)
        else:
            if re.fullmatch(r"(?:and |but )?(?:this|that|which|it) ?", text[start : met.start()]):
                start = 0  # "they raised X, and this did not require it"
            end = met.start()
        at = (start + s.start, end + s.start)
        told = [x.found.mention for x in s.assertions]
        out |= {m.label for m in told if at[0] <= m.start < at[1]}
    return out


_LESS_ABLE = re.compile(
    r"\b(?:(?:less|not as|least) (?:\w+ly )?(?:able|effective|effectively|efficient|efficiently|"
    r"potent|potently|capable|powerful|successful|successfully|strongly|markedly|active|"
    r"efficacious|apt|likely)|barely|hardly|scarcely|only (?:\w+ly|a little|in part|modestly)|"
    r"to a (?:much )?(?:lesser|smaller) (?:extent|degree)|"
    r"(?:far|much|significantly|markedly) less(?= (?:[.,;]|than|in|after|with))|"
    r"weaker (?:in|at)|no longer(?! $)|(?:lost|losing|deprived of|bereft of|robbed of) "
    r"(?:the|their|its|any|all|much of (?:the|their)|most of (?:the|their)) "
    r"(?:ability|capacity|power|potential|potency))\b|\bless $"
)
_BEHIND_LESS = re.compile(
    r"\W*(?:(?:far|much|significantly|markedly|only) )?"
    r"(?:less(?=[.,;]| (?:than|in|after|with|and|by)\b)|less (?:strongly|markedly|"
    r"effectively|efficiently|potently|well)\b|"
    r"to a (?:much )?(?:lesser|smaller) (?:extent|degree)\b|"
    r"(?:weakly|slightly|marginally|partially|modestly)(?=[.,;]))"
)
_NEAR_TRIGGER = 45


def weakly(s: Sentence, trigger: int, end: int) -> bool:
    """Whether what lacks the cargo is said to do something less: "were less able to lower X"."""
    tokens = s.analysis.tokens
    start = tokens.starts[s.first]
    at = tokens.starts[trigger]
    before = tokens.text[max(start, at - _NEAR_TRIGGER) : at].lower()
    behind = tokens.text[tokens.ends[end - 1] : tokens.ends[s.last - 1]].lower()
    return bool(_LESS_ABLE.search(before) or _BEHIND_LESS.match(behind))
