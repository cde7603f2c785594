"""Of what an adjective, a verb or a comparative of ``wordings.tsv`` is said."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.components.found import Found
from extractor.components.words import ADVERB_WORDS
from extractor.lexicon import Hit
from extractor.rules import Wording
from extractor.tokens import Tokens

CELLS = frozenset("cell cells nuclei nucleus bodies".split())
_SUBJECT_WITHIN = 14
_BE = frozenset(("is", "are", "was", "were"))


def closest_first(
    tokens: Tokens, hits: Iterable[Hit], ends: dict[int, Found]
) -> list[tuple[tuple[int, int] | None, Hit]]:
    """Hits and their subjects; what is said of certain subjects comes first, then the nearest."""

    def order(told: tuple[tuple[int, int] | None, Hit]) -> tuple[int, int, bool, bool, int]:
        subject, hit = told
        whose = subject is not None and _whose(tokens, subject[0])
        anyone = not hit.name.facts["wording"].subjects
        return hit.first, -hit.last, anyone, whose, -subject[1] if subject else 0

    told = [(_subject(tokens, h.first, h.name.facts["wording"], ends), h) for h in hits]
    return sorted(told, key=order)


def _subject(
    tokens: Tokens, at: int, wording: Wording, ends: dict[int, Found]
) -> tuple[int, int] | None:
    """The first and last token of the subject before ``at``: a word of the row, else a cell."""
    plain = wording.form in ("more", "less")
    weighed = tokens.keys[at].startswith("weigh")
    for i in range(at - 1, max(-1, at - _SUBJECT_WITHIN), -1):
        key = tokens.keys[i]
        if key in (";", ":") or (key == "." and not tokens.keys[i + 1][:1].isdigit()):
            return None
        if wording.subjects:
            if key in wording.subjects and not (
                (plain and i + 1 != at and (_of_another(tokens, i) or _anew(tokens, i, at)))
                or (weighed and not _weighs(tokens, i, at))
            ):
                return i, i
            if key in ("they", "all") and i == at - 1 and wording.form == "verb" and (
                _LIVING & wording.subjects
            ):
                return i, i  # "they scratched less"
        elif i + 1 in ends:
            return ends[i + 1].first, i
        elif key in CELLS:
            return i, i
    return None


_LIVING = frozenset("mice rats animals patients".split())
_OPENS = frozenset(
    "of in from with at on after given treated receiving injected that which who again also".split()
)


def _of_another(tokens: Tokens, at: int) -> bool:
    """Whether what follows is not said of a noun itself: "hearts of rats were", "in rats, hearts".

    Behind the noun stands a form of to be, an adverb or what describes the noun.
    """
    keys = tokens.keys
    behind = keys[at + 1]
    if behind not in _BE | _OPENS | ADVERB_WORDS and not behind.endswith("ly"):
        return True
    return _whose(tokens, at)


def _anew(tokens: Tokens, i: int, at: int) -> bool:
    """Whether another clause with a subject of its own stands between: "the cavity was smaller,
    spared tissue was larger".
    """
    between = tokens.keys[i + 1 : at]
    told = [key for key in between if key in ("was", "were")]
    return len(told) > 1 and not {"that", "which", "who", "whose"} & set(between)


def _weighs(tokens: Tokens, i: int, at: int) -> bool:
    """Whether a noun is what weighs, with no other noun before the verb: "testes of mice"."""
    between = tokens.keys[i + 1 : at]
    return not (_whose(tokens, i) or {"and", "their", "its", "whose"} & set(between)) and (
        not between or between[0] in _OPENS | ADVERB_WORDS or between[0].endswith("ly")
    )


def _whose(tokens: Tokens, at: int) -> bool:
    """Whether a noun only says whose something is, or where: "testes of busulfan-treated mice"."""
    keys = tokens.keys
    for i in range(at - 1, max(-1, at - 6), -1):
        if keys[i] in ("of", "in", "from", "with", "to", "by"):
            return True
        if not keys[i].isalpha() and keys[i] != "-":
            return False
    return False
