"""What stands in one entry of a reference list: authors, year, title, journal, volume, pages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .words import words

CAP = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽΑ-ΩА-Я"
_WORD = rf"(?:[OdDlL]['’])?(?:Mc|Mac|De|Van|Le|La|Di)?[{CAP}][^\W\d_]*(?:['’‐‑-][^\W\d_]+)*"
_PARTICLE = (
    r"(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Dd]el|[Dd]ella|[Dd]i|[Dd]a|[Dd]os|[Dd]as|[Dd]u|"
    r"[Ll]a|"
    r"[Ll]e|[Ee]l|[Aa]l|[Tt]en|[Tt]er|[Bb]in|[Ii]bn|[Zz]u|'t|af|y|e|St\.?)[ -])"
)
LOWER_PARTICLE = (
    r"(?:(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|ten|ter)\s){1,3}[A-ZÀ-Þ]"
)
"""A surname's particle in small letters, where an entry begins with one."""
SURNAME = rf"{_PARTICLE}{{0,3}}{_WORD}(?:[ ](?:{_PARTICLE}{{0,2}}){_WORD}){{0,2}}"
INITIALS = rf"[{CAP}](?:h|u|a|o)?(?:[-‐. ]{{0,2}}[{CAP}]){{0,4}}"
DOTTED = rf"[{CAP}](?:h|u|a|o)?\.(?:[ ]?[-‐]?[ ]?[{CAP}](?:h|u)?\.){{0,4}}"
_SUFFIX = r"(?:,? (?:Jr|Sr|II|III|IV|2nd|3rd)\b\.?)?"
_ET_AL = re.compile(
    r"[,;.&]?\s*(?:…|\.\.\.)?\s*(?:and\s)?et\s?al\b[.,;:]*\s*|[,;]?\s*and (?:others|"
    r"colleagues)\b[.,;:]*\s*"
)
FORMS = (
    # "Lou, G." and "Lou, G.-H."
    re.compile(rf"({SURNAME}),\s?({DOTTED}){_SUFFIX}"),
    # "Lou GH" and, where a separator follows, "van der Berg-Li G"
    re.compile(
        rf"({SURNAME}) ([{CAP}]{{1,4}}(?:[-‐][{CAP}])?){_SUFFIX}(?=[,;:()]|"
        rf"\.(?!,|\s?-?[{CAP}]\.)|\s(?:and|&|et|"
        rf"\(?(?:19|20)\d\d)|\Z)"
    ),
    # "Lou G.H."
    re.compile(rf"({SURNAME}) ({DOTTED}){_SUFFIX}"),
    # "Lou, GH"
    re.compile(rf"({SURNAME}), ({INITIALS}){_SUFFIX}(?=[,;.:()]|\s(?:and|&|\()|\Z)"),
)
FORWARD = re.compile(rf"({DOTTED})\s?({SURNAME}){_SUFFIX}(?=[,;.:()]|\s(?:and|&|et)\b|\Z)")
_BETWEEN = re.compile(r"\s*[;,]?\s*(?:…|\.\.\.)?\s*(?:(?:and|&)\s+|;\s*|,\s*)|\s+(?:and|&)\s+")
GROUP = re.compile(
    r"[^.,;:()]{0,80}\b(?:Group|Consortium|Collaborati(?:on|ve)|Committee|Network|Society|"
    r"Organi[sz]ation|Investigators|"
    r"Association|Team|Initiative|Agency|Institute|Department|Ministry|Commission|Council|"
    r"Communities|Government|Bureau|Foundation)\b[^.,;:()]{0,60}[.,;]?\s*"
)
_YEAR = r"(?:18|19|20)\d\d"
_PAREN_YEAR = re.compile(
    rf"\s*[(\[]\s?({_YEAR})([a-z])?(?:[,;]?\s[^()\[\]]{{1,30}})?[)\]]\s*[.,:;]?\s*"
)
_BARE_YEAR = re.compile(rf"\s*[,.]?\s*({_YEAR})([a-z])?\s*[.,:;]\s+")
_DASH = "‐‑‒–—−-"
_PAGES = (
    rf"(?:pp?\.\s?)?[A-Za-z]{{0,4}}\d[\dA-Za-z.]{{0,12}}(?:\s?[{_DASH}]+\s?[A-Za-z]{{0,2}}\d+[A-Z"
    rf"a-z]?)?"
)
_ISSUE = r"(?:\s?\(([^()]{1,40})\))?"
_VOLUME = r"(?:vol(?:ume)?\.?\s?)?([A-Z]?\d{1,4}[A-Z]?(?:[-–]\d{1,4})?)"
_MONTH = (
    r"(?:\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|"
    r"Dec)[a-z]*\.?(?:[-–/ ](?:[A-Z][a-z]{2}|\d{1,2}))*)?"
)
TAILS = (
    # 2013;70(20):3871–82, 2013 Oct 1;70:3871
    re.compile(
        rf"(?P<year>{_YEAR})[a-z]?{_MONTH}\s?;\s?(?:{_VOLUME})?{_ISSUE}(?:\s?suppl\.?\s?\d*)?(?:"
        rf"\s?[:,]\s?(?P<pages>{_PAGES}))?",
        re.IGNORECASE,
    ),
    # 12, 436–444 (2015)
    re.compile(
        rf"(?:,\s)?\b{_VOLUME}{_ISSUE}\s?[,:]\s?(?P<pages>{_PAGES})\s?\((?P<year>{_YEAR})[a-z]?\)"
    ),
    # 12 (2015) 1–9
    re.compile(
        rf"(?:,\s)?\b{_VOLUME}{_ISSUE}\s?\((?P<year>{_YEAR})[a-z]?\),?\s?(?P<pages>{_PAGES})"
    ),
    # vol. 12, no. 1, pp. 1–9, 2015
    re.compile(
        rf",?\svol\.\s?{_VOLUME}(?:,\s?no\.\s?([\w–-]+))?(?:,\s?pp?\.\s?(?P<pages>{_PAGES}|"
        rf"\d+))?(?:,\s(?:[A-Z][a-z]+\.?\s)?(?P<year>{_YEAR}))?",
        re.IGNORECASE,
    ),
    # 2015, 12(3), 1–9
    re.compile(
        rf"\b(?P<year>{_YEAR})[a-z]?\s?,\s?{_VOLUME}{_ISSUE}(?:\s?[,:]\s?(?P<pages>{_PAGES}))?(?="
        rf"[.,;\s]|\Z)"
    ),
    # 12(3), 1–9 and 12:1–9, the year stood before
    re.compile(rf"(?:,\s)?\b{_VOLUME}{_ISSUE}\s?[,:]\s?(?P<pages>{_PAGES})(?=[.,;\s]|\Z)"),
    # , 12. and (12)
    re.compile(rf",\s{_VOLUME}{_ISSUE}(?=[.,;\s]|\Z)"),
)
ANY_YEAR = re.compile(rf"(?<![\d/:.–-])({_YEAR})([a-z])?(?![\d–/-])")
_QUOTED = re.compile(
    r"(?:“(?P<a>[^”]{3,600}?)[,.]?”|\"(?P<b>[^\"]{3,600}?)[,.]?\"|"
    r"‘(?P<c>(?:[^’]|’(?=\w)){3,600}?)[,.]?’)[,.]?\s*"
)
_BOUNDARY = re.compile(
    r"(?<=[^\s.])([.?!])[”\"’)]?\s+(?=[^\W_a-z]|[a-z]{1,3}[A-Z]|bioRxiv|medRxiv|e[A-Z])"
)
_CHAPTER = re.compile(
    r"(?<=[^\s.]{2})[.?][”\"]?\s+In:\s|;\s(?=[A-Z][^;:]{2,40}:\s[A-Z][^;:.]{2,60}\Z)"
)
"""What stands between a chapter and its book, or a book and its publisher."""
_KNOWN_SHORT = words(
    """
    vs al sp spp cf e.g i.e dr st no vol approx var subsp ed eds ca
    """
)


@dataclass(slots=True)
class _Parts:
    title: str | None = None
    journal: str | None = None
    volume: str | None = None
    pages: str | None = None
    year: int | None = None
    suffix: str = ""


def read_authors(text: str) -> tuple[list[str], str]:
    """The authors at the start of an entry, and what follows them."""
    out: list[str] = []
    at = 0
    form: re.Pattern[str] | None = None
    while len(out) < 400:
        m: re.Match[str] | None = None
        for candidate in (form,) if form else (*FORMS, FORWARD):
            m = candidate.match(text, at)
            if m:
                form = candidate
                break
        if not m and form is not None and form is not FORWARD:
            m = next((found for f in FORMS if (found := f.match(text, at))), None)
            m = m or (FORWARD.match(text, at) if out else None)
        if not m:
            group = GROUP.match(text, at)
            if group and group.group().strip():
                out.append(group.group().strip(" .,;"))
                at = group.end()
            break
        first, second = (m.group(2), m.group(1)) if m.re is FORWARD else (m.group(1), m.group(2))
        out.append(f"{first} {re.sub(r'[. ]', '', second)}")
        at = m.end()
        et_al = _ET_AL.match(text, at)
        if et_al:
            at = et_al.end()
            break
        between = _BETWEEN.match(text, at)
        if not between:
            break
        if not any(f.match(text, between.end()) for f in (*FORMS, FORWARD)) and not GROUP.match(
            text, between.end()
        ):
            at = between.end()
            break
        at = between.end()
    if not out:  # "Lou et al. (2015)"
        m = re.match(rf"({SURNAME}),? et al\.?,?\s*", text)
        if m:
            return [m.group(1)], text[m.end() :]
        return [], text
    return out, re.sub(
        r"\A\s*(?:\((?:eds?\.?)\)|,?\s*[Ee]ditors?|,?\s*eds?\.)?[\s.,:;]*", "", text[at:]
    )


def front_year(text: str) -> tuple[int | None, str, str]:
    """A year that stands between authors and title."""
    m = (
        _PAREN_YEAR.match(text)
        or _BARE_YEAR.match(text)
        or re.match(rf"({_YEAR})([a-z])?\s+(?=[^\W\d_])", text)
    )
    return (int(m.group(1)), m.group(2) or "", text[m.end() :]) if m else (None, "", text)


def title_and_journal(text: str, year: int | None, commas: bool) -> _Parts:
    """What stands between the authors and the end; ``commas`` if commas part title and journal."""
    parts = _Parts()
    tail: re.Match[str] | None = None
    for number, pattern in enumerate(TAILS):
        if (
            number < 5
            and number != 3
            and year is not None
            and number != 0
            and pattern.groupindex.get("year")
        ):
            continue  # the year was read already
        found = list(pattern.finditer(text[:3000]))
        if found:
            tail = found[-1] if number >= 5 else found[0]
            break
    head = text
    if tail:
        names = tail.groupdict()
        parts.volume = tail.group("volume") if "volume" in names else _first_plain(tail)
        parts.pages = (names.get("pages") or "").strip(" .") or None
        if parts.pages:
            parts.pages = re.sub(r"\App?\.\s?", "", parts.pages)
        if names.get("year"):
            parts.year = int(names["year"])
        head = text[: tail.start()]
    elif year is None:
        years = list(ANY_YEAR.finditer(text[:3000]))
        if years:
            parts.year, parts.suffix = int(years[-1].group(1)), years[-1].group(2) or ""
            head = text[: years[-1].start()]
    head = head.rstrip(" ,;(")
    if head[:1] not in ("“", '"', "‘") and (chapter := _CHAPTER.search(head)):
        parts.title = head[: chapter.start()].strip(' .,;“”"') or None
        parts.journal = _journal(head[chapter.end() :])
        return parts
    quoted = _QUOTED.match(head)
    if quoted and (
        re.search(r"[,.?!][”\"’]|[”\"’][,.]", quoted.group())
        or not re.match(r"(?!in\s)[a-z–—:-]", head[quoted.end() :])
    ):
        parts.title = (quoted["a"] or quoted["b"] or quoted["c"]).strip(" ,.")
        parts.journal = _journal(head[quoted.end() :])
        return parts
    cut = _journal_start(head)
    comma = head.rfind(", ") if tail and (commas or cut is None) else -1
    if (
        comma > 15
        and head[comma + 2 : comma + 3].isupper()
        and len(head[comma + 2 :].split()) <= 12
    ):
        parts.title, parts.journal = head[:comma].strip(), _journal(head[comma + 2 :])
        return parts
    if cut is None:
        parts.title = head.strip(" .,;") or None
        return parts
    parts.title = (
        head[: cut[0]].strip(" .,;") + ("?" if head[cut[0] : cut[0] + 1] == "?" else "") or None
    )
    parts.journal = _journal(head[cut[1] :])
    return parts


def _journal_start(head: str) -> tuple[int, int] | None:
    """Where title ends and journal begins: the last full stop that is no abbreviation's."""
    bounds = [
        (m.start(1), m.end())
        for m in _BOUNDARY.finditer(head)
        if not (m.group(1) == "." and _last_word(head, m.start(1)) in _KNOWN_SHORT)
    ]
    if not bounds:
        return None
    i = len(bounds) - 1
    while i > 0:
        between = head[bounds[i - 1][1] : bounds[i][0]]
        words = between.split()
        short = len(words) <= 2 and all(
            w[0].isupper() or w in ("of", "and", "in", "&") for w in words
        )
        if not (short and len(between) <= 18 and "(" not in between):
            break
        i -= 1
    if i == 0 and len(head[: bounds[0][0]].split()) <= 1 and len(bounds) > 1:
        i = len(bounds) - 1
    return bounds[i]


def _journal(text: str) -> str | None:
    text = re.sub(r"\A\s*In:?\s(?=[A-Z])", "", text).strip(" ,;:(")
    text = re.sub(r"[.,]\s*\Z", "", text) if text.count(".") <= 1 else text.rstrip(" ,")
    return text.strip() or None


def _first_plain(tail: re.Match[str]) -> str | None:
    """The volume: the first unnamed group of a tail that matched."""
    named = set(tail.re.groupindex.values())
    for i in range(1, (tail.re.groups or 0) + 1):
        if i not in named:
            value = tail.group(i)
            return str(value) if value else None
    return None


def _last_word(text: str, end: int) -> str:
    return text[max(end - 12, 0) : end].rsplit(" ", 1)[-1].lower().strip("(")
