"""How damaged the text of a page is, and what the user is told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..records import PageDamage
from .pdf_pages import Page

_LONG = re.compile(r"[^\W\d_]{25,}")
_WORD = re.compile(r"[^\W\d_]+")


def page_damage(page: Page) -> PageDamage:
    """Score of a page: 0.0 clean to 1.0 unusable, with the reasons.

    Counted are letters that no code stands for, words glued together, words of one letter in a row
    (letters set apart) and layers of recognised text under pictures.
    """
    glyphs = page.glyphs
    total = len(glyphs.strings)
    if not total:
        return PageDamage(page.number, 1.0, ("no text layer",))
    reasons: list[str] = []
    score = 0.0
    if glyphs.unmapped > 0.004 * total:
        score = max(score, min(1.0, 2.5 * glyphs.unmapped / total))
        reasons.append(f"{glyphs.unmapped} of {total} glyphs stand for no known letter")
    words = [w for x in page.all_lines for w in _WORD.findall(x.text)]
    glued = sum(1 for w in words if _LONG.match(w))
    if glued > max(2, 0.02 * len(words)):
        score = max(score, min(1.0, 8 * glued / len(words)))
        reasons.append(f"{glued} words are glued together")
    single = sum(1 for w in words if len(w) == 1)
    if len(words) > 60 and single > 0.45 * len(words):
        score = max(score, min(1.0, single / len(words)))
        reasons.append("letters stand apart")
    if glyphs.hidden:
        score = max(score, 0.2)
        reasons.append("the text was recognised from a picture (OCR)")
    if glyphs.cut:
        score = max(score, 0.5)
        reasons.append("more glyphs than are read from one page")
    return PageDamage(page.number, round(score, 3), tuple(reasons))


def warnings_of(damage: Sequence[PageDamage]) -> list[str]:
    """One line for each kind of damage that a user should know of."""
    out: list[str] = []
    empty = [d.page for d in damage if d.reasons == ("no text layer",)]
    if empty:
        out.append(
            f"{_pages(empty)} without a text layer; if something is printed there, run OCR "
            "(say, ocrmypdf) over the file and read the result"
        )
    bad = [d for d in damage if d.score >= 0.3 and d.page not in empty]
    if bad:
        worst = max(bad, key=lambda d: d.score)
        out.append(
            f"{_pages([d.page for d in bad])} with damaged text ({'; '.join(worst.reasons)})"
        )
    return out


def _pages(numbers: Sequence[int]) -> str:
    shown = ", ".join(str(n) for n in numbers[:8]) + (", …" if len(numbers) > 8 else "")
    return f"page{'s' if len(numbers) > 1 else ''} {shown}"
