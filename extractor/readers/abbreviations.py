"""Abbreviation lists as papers print them: one a line, in alternate lines, or run together."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SHORT = r"[^\s:;,=][^:;=]{0,28}?"
_ONE = re.compile(
    rf"({_SHORT})\s*(?::|=|\t|\s[–—-]\s|,\s|\s{{2,}}|[–—])\s*(\S.{{1,160}})", re.DOTALL
)
_COLUMN = re.compile(r"(\S{2,16})\s+(?=[^\W\d_])(.{3,160})", re.DOTALL)
_LEAD = re.compile(
    r"\s*(?:(?:list of |non-?standard )?abbreviations?(?: used)?(?: and acronyms)?\s?[:.—–-]\s*)",
    re.IGNORECASE,
)


def is_inline(text: str) -> bool:
    """Whether a paragraph opens with "Abbreviations:" and the list follows in it."""
    m = _LEAD.match(text[:80])
    return bool(m) and bool(parse(text))


def is_short_line(text: str) -> bool:
    """Whether a line is a short form alone, its long form to follow on the next ("AKI:")."""
    text = text.strip()
    return 1 < len(text) <= 32 and text[-1] in ":=" and _is_short(text[:-1].strip())


def parse(text: str) -> dict[str, str]:
    """Short to long forms in one paragraph: "AD: …", "AD, …; AKI, …", "AD = …", "AD – …"."""
    body = text[m.end() :] if (m := _LEAD.match(text[:80])) else text
    out: dict[str, str] = {}
    parts = (
        re.split(r"\s*;\s*", body)
        if ";" in body
        else re.split(r"(?<=[a-z)])[.,]\s+(?=[^\s:=,.]{1,20}\s?[:=])", body)
    )
    for part in parts:
        part = part.strip(" .")
        found = _ONE.fullmatch(part) or (_COLUMN.fullmatch(part) if len(parts) == 1 else None)
        if found and _is_short(found.group(1).strip()):
            out.setdefault(found.group(1).strip(), found.group(2).strip(" ."))
    return out


def pair(short: str, long: str) -> dict[str, str]:
    """A short form and the line below it."""
    return {short.strip().rstrip(":=").strip(): long.strip(" .")}


def merge(lists: Sequence[dict[str, str]]) -> dict[str, str]:
    """All lists of a document; the first meaning printed wins."""
    out: dict[str, str] = {}
    for one in lists:
        for short, long in one.items():
            if short and long:
                out.setdefault(short, long)
    return out


def _is_short(text: str) -> bool:
    """Whether a text can be a short form: few words, a capital or a digit in it."""
    words = text.split()
    if (
        not 1 <= len(words) <= 3
        or len(text) > 28
        or (not text[0].isalnum() and text[0] not in "α‐-(")
    ):
        return False
    return any(c.isupper() or c.isdigit() for c in text) or (len(words) == 1 and len(text) <= 6)
