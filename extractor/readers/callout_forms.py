"""What a numeric callout looks like, and what only looks like one: units, charges, enumerations."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .words import words

DASHES = "‐‑‒–—−-"
"""Every dash that ranges of numbers are printed with."""
SUPER = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(SUPER + "⁻⁺", "0123456789-+")
_SEP = rf"\s?[,;{DASHES}]\s?"
LIST = rf"\d{{1,4}}(?:{_SEP}\d{{1,4}}){{0,60}}"
BRACKET = re.compile(
    rf"\[\s?(?:[Rr]efs?\.?\s)?{LIST},?\s?\](?:\s?[,;{DASHES}]?\s?\[\s?{LIST}\s?\]){{0,30}}"
)
PAREN = re.compile(
    rf"\(\s?(?:(?:[Rr]efs?\.?|[Rr]eferences?|[^\W\d_][\w-]{{1,20}} et al\.,)\s)?{LIST},?\s?\)"
)
SUPERSCRIPT = re.compile(rf"[{SUPER}]{{1,3}}(?:\s?[,;·˒ʼ’⁻⁃{DASHES}]\s?[{SUPER}]{{1,3}}){{0,40}}")
CARET = re.compile(
    rf"(?<=[A-Za-z.,;:)\]\"”’%])\^\(?(\d{{1,3}}(?:[,{DASHES}]\s?\d{{1,3}}){{0,30}})\)?\^?(?![\w^])"
)
"""Raised numbers as plain text writes them: "healed.^12,13"."""
AFTER_STOP = re.compile(rf"([.,;:?!][\"”’)]?)(\d{{1,3}}(?:[,{DASHES}]\d{{1,3}}){{0,30}})(?=\s|\Z)")
AFTER_WORD = re.compile(
    rf"(?<![\w{DASHES}])(co-workers|[A-Z]?[a-z]{{3,30}}|[^\s()]{{1,40}}\))"
    rf"(\d{{1,3}}(?:[,{DASHES}]\d{{1,3}}){{0,30}})(?=[\s.,;:)]|\Z)"
)
AFTER_SYMBOL = re.compile(
    rf"(?<![\w{DASHES}])((?!miR|[a-z]+\d)[A-Za-z]{{3,10}}\d{{1,2}}[,;])"
    rf"(\d{{1,3}}(?:[,{DASHES}]\d{{1,3}}){{0,30}})(?=\s[a-z]|\Z)"
)
"""A symbol that ends with a digit, as in "Smad4,28 and": only the next number in turn cites."""
AFTER_FIGURE = re.compile(r"(?<=[a-z] )(\d{1,3}\.)(\d{1,3})(?=\s[A-Z][a-z])")
"""A sentence that ends with a figure, as in "on day 10.57 Later": again only the next in turn."""
BEHIND_SYMBOL = re.compile(
    r"(?<![\w-])(?=[\w-]{0,20}[A-Z])[\w-]{1,20}\w(\d{1,3})(?=[.,;](?:\s|\Z))"
)
"""A symbol or name that ends a clause with digits, as in "Smad428. Later"."""
_BEFORE_STOP = re.compile(
    rf"(?<=[a-z]{{4}})(\d{{1,3}}(?:[,{DASHES}]\d{{1,3}}){{0,30}})(?=[.,;](?:\s|\Z))"
)
_NUMERIC = re.compile(rf"\s*{LIST}\s*")
_ITEM = re.compile(r"\d+|[^\d\s]")
_LONGEST_RANGE = 120
_UNITS = words(
    """
    mm cm dm km nm um µm μm mol sec min log kg mg ml µl μl ng pg chi kcal eta
    """
)
_STOP_ABBREVIATIONS = words(
    """
    fig figs no nos vol eq eqs ref refs sec ch p pp vs ca approx v ver st dr tab e.g i.e
    """
)


def expand(text: str) -> list[str]:
    """The numbers that a numeric callout names, in order: ``"3,5–8"`` gives 3, 5, 6, 7, 8.

    Brackets and superscript digits are understood; a text that is no list of numbers, names a year
    or a range that runs backwards or wild gives nothing. ``"128–30"`` is 128 to 130.
    """
    plain = text.translate(_PLAIN)
    plain = re.sub(r"[\[\]()·˒ʼ’⁃]", lambda m: " " if m.group() in "[]()" else ",", plain).strip(
        " ,;"
    )
    plain = re.sub(r"\s+", " ", plain)
    plain = re.sub(
        rf"(\d) (?=\d)|(\d) ?([,;{DASHES}]) (?=\d)", lambda m: (m[1] or m[2]) + (m[3] or ","), plain
    )
    if not _NUMERIC.fullmatch(plain):
        return []
    out: list[int] = []
    ranged = False
    for item in _ITEM.findall(plain):
        if not item.isdigit():
            ranged = item in DASHES
            continue
        number = int(item)
        if number == 0 or number > 1800:
            return []
        if ranged and out:
            first = out[-1]
            if number < first:
                printed = str(first)
                number = int(printed[: max(len(printed) - len(item), 0)] + item)
            if not first < number <= first + _LONGEST_RANGE:
                return []
            out.extend(range(first + 1, number + 1))
        else:
            out.append(number)
        ranged = False
    return [str(n) for n in out]


def token(text: str, end: int) -> str:
    """The token that ends at an offset, its last 40 characters at most; brackets open tokens."""
    piece = text[max(end - 40, 0) : end]
    if not piece or piece[-1].isspace():
        return ""
    return re.split(r"[\s(\[]", piece)[-1]


def glued(text: str, start: int) -> bool:
    """Whether a bracket is glued to a name, as in "CD4(12)", not to a word."""
    before = text[max(start - 4, 0) : start]
    return (
        bool(before)
        and (before[-1].isalnum() or before[-1] in DASHES)
        and not (len(before) >= 3 and before[-3:].isalpha() and before[-3:].islower())
    )


def counted(texts: Iterable[str]) -> int | None:
    """The first of the numbers that count up where clauses end: "in mice7. It fell in rats.8".

    Nothing where fewer than three of them do so (two, if there are no others), or where they stand
    behind the same word, as days and groups do.
    """
    spots: list[tuple[int, int, str]] = []
    bare = False
    for text in texts:
        stops = (m for m in AFTER_STOP.finditer(text) if stop_callout(text, m))
        found = [(m.start(2), m.group(2)) for m in stops]
        before = [(m.start(), m.group()) for m in _BEFORE_STOP.finditer(text)]
        bare = bare or bool(before)
        for start, raw in sorted(found + before):
            if numbers := expand(raw):
                word = token(text, start).rstrip(".,;:?!)\"”’")
                spots.append((int(numbers[0]), int(numbers[-1]), word.lower()))
    best: list[tuple[int, int, str]] = []
    run: list[tuple[int, int, str]] = []
    for spot in spots:
        run = [*run, spot] if run and run[-1][1] < spot[0] <= run[-1][1] + 3 else [spot]
        best = max(best, run, key=len)
    if len(best) < (2 if len(spots) == 2 else 3) or len(best) * 10 < len(spots) * 6:
        return None
    if len({word for _, _, word in best}) * 3 < len(best) * 2:
        return None
    return best[0][0] if bare or len(best) == 2 else None


def behind_symbol(text: str, m: re.Match[str], number: int) -> int | None:
    """Where the digits of a number begin that is glued to a symbol, if what is left is a symbol."""
    digits = str(number)
    start = m.end() - len(digits)
    left = text[m.start() : start]
    if not m.group().endswith(digits) or not left[-1:].isalnum() or "miR" in left:
        return None
    return start if sum(c.isalpha() for c in left) > 1 else None


def ends_symbol(text: str, number: int) -> bool:
    """Whether some symbol surely ends with a number: "SIRT45" with 5, not "SIRT4" with 4."""
    for m in BEHIND_SYMBOL.finditer(text):
        start = behind_symbol(text, m, number)
        if start is not None:
            left = text[m.start() : start]
            if left[-1].isdigit() or (number > 9 and len(left) > 3):
                return True
    return False


_AUTHORS_BEFORE = re.compile(r"(?:\bet\sal\.?|\bcolleagues|\bco-?workers),?\s?\Z")


def closes(text: str, end: int) -> bool:
    """Whether a clause ends behind a bracket, as it does behind most citations."""
    return text[end : end + 1] in ("", ".", ",", ";", ":", ")", "?") or text[end : end + 2] == " ("


def behind_names(text: str, start: int) -> bool:
    """Whether a bracket stands behind the authors it cites, as in "Lou et al. (12) found"."""
    return bool(_AUTHORS_BEFORE.search(text, max(start - 16, 0), start))


def stop_callout(text: str, m: re.Match[str]) -> bool:
    """Whether digits behind punctuation can be a callout: "fell.24 The", "cells,12 and"."""
    word = token(text, m.start())
    if not word or (m.group(1)[0] == ":" and not word[-1].isalpha()):
        return False
    if word.lower().strip(".") in _STOP_ABBREVIATIONS:
        return False
    after = text[m.end() : m.end() + 2]
    if word.lower().rstrip(".") == "al":
        return True
    if m.group(1)[0] in ".?!":
        if len(after) == 2 and not (
            after[1].isupper()
            or after[1].isdigit()
            or after[1] in '(“"‘['
            or not after[1].isascii()
            or text.startswith(("miR", "let-", "lnc", "circ"), m.end() + 1)
        ):
            return False
        return any(c.isalpha() for c in word) or word[-1] in ')%”"'
    return (word[-1].isalpha() and len(word) > 2) or word[-1] in ')%”"'


def is_superscript(text: str, m: re.Match[str], highest: int | None) -> bool:
    """Whether raised digits cite: not an exponent, a unit, an isotope or a charge."""
    after = text[m.end() : m.end() + 1]
    if after in ("⁺", "⁻", "⁄") and after:
        return False
    word = token(text, m.start())
    if not word:
        return text[: m.start()].rstrip().endswith((".", ",", ";", ":")) and not after.isalpha()
    last = word[-1]
    if last in '.,;:?!)]”"’%':
        return True
    if last == "⁻" or last == "⁺":
        return False
    numbers = expand(m.group())
    if not numbers:
        return False
    tail = re.split(rf"[/·{DASHES}]", word)[-1]
    if len(numbers) > 1:
        return not last.isdigit() or any(c.isalpha() for c in tail)
    small = numbers[0] in ("2", "3")
    if tail.lower() in _UNITS or (small and len(tail) < 3):
        return False
    if last.isdigit():
        return (
            any(c.isalpha() for c in tail)
            and highest is not None
            and int(numbers[0]) <= highest + 6
        )
    return len(tail) >= 3 or (highest is not None and highest - int(numbers[0]) + 6 >= 0)
