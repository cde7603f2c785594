"""Entries of reference lists: told apart, parsed, and tied to the callouts that name them.

One parser for the common styles: the authors are read from the left, the numbers of the journal
(volume, pages, year) from the right, and what is between is title and journal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..records import Reference

_LINK_WORDS = re.compile(
    r"(?:\s*(?:\[|\(|\b)(?:View )?(?:Article|CAS|ADS|MathSciNet|PubMed(?: Central| Abstract)?|Google Scholar|"
    r"Cross[Rr]ef(?: Full Text)?|Full Text|Publisher Full Text|PMC free article|Free PMC article|Web of Science|"
    r"ISI|Scopus|Medline|Abstract|Open in a separate window|Download references?)(?:\]|\)|(?=\s|\||,|\Z))[|,·]?)+\s*\Z"
)
_NUMBERED = re.compile(
    r"\s*(?:\[(\d{1,4})\]|\((\d{1,4})\)|(\d{1,4})(?:[.)\]:](?!\d)|(?=\s+[^\W\d_a-z]))|(\d{1,4})\t)\s*"
)
_DOI = re.compile(r"\b(10\.\d{4,9}/[^\s\"<>“”]+)")
_DOI_STRETCH = re.compile(
    r"[\s,;]*(?:\(|\[)?(?:(?:https?://)?(?:dx\.)?doi\.org/|doi\s?[:.]?\s?(?:https?://(?:dx\.)?doi\.org/)?)?"
    r"10\.\d{4,9}/[^\s\"<>“”]+\s*",
    re.IGNORECASE,
)
_PMID = re.compile(
    r"(?:\bPMID\s?:?\s?|\bPubMed(?: PMID)?\s?(?:ID)?\s?:\s?|pubmed(?:\.ncbi\.nlm\.nih\.gov)?/)(\d{4,9})\b",
    re.IGNORECASE,
)
_PMID_STRETCH = re.compile(
    r"[\s;,.\[(]*(?:\bPubMed )?(?:\bPMID|\bPMCID|\bPubMed)\s?(?:ID)?\s?:?\s?(?:PMC)?\d{4,9}[\])]?\.?",
    re.IGNORECASE,
)
_URL = re.compile(r"\b(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)
_EPUB = re.compile(
    r"\s*\bEpub(?:\s(?:ahead of print|\d{4}(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?))*\.?|\s*\[Epub[^\]]*\]\.?"
)

_CAP = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽΑ-ΩА-Я"
_WORD = rf"(?:[OdDlL]['’])?(?:Mc|Mac|De|Van|Le|La|Di)?[{_CAP}][^\W\d_]*(?:['’‐‑-][^\W\d_]+)*"
_PARTICLE = (
    r"(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Dd]el|[Dd]ella|[Dd]i|[Dd]a|[Dd]os|[Dd]as|[Dd]u|[Ll]a|"
    r"[Ll]e|[Ee]l|[Aa]l|[Tt]en|[Tt]er|[Bb]in|[Ii]bn|[Zz]u|'t|af|y|e|St\.?)[ -])"
)
_SURNAME = rf"{_PARTICLE}{{0,3}}{_WORD}(?:[ ](?:{_PARTICLE}{{0,2}}){_WORD}){{0,2}}"
_INITIALS = rf"[{_CAP}](?:h|u|a|o)?(?:[-‐. ]{{0,2}}[{_CAP}]){{0,4}}"
_DOTTED = rf"[{_CAP}](?:h|u|a|o)?\.(?:[ ]?[-‐]?[ ]?[{_CAP}](?:h|u)?\.){{0,4}}"
_SUFFIX = r"(?:,? (?:Jr|Sr|II|III|IV|2nd|3rd)\b\.?)?"
_ET_AL = re.compile(
    r"[,;.&]?\s*(?:…|\.\.\.)?\s*(?:and\s)?et\s?al\b[.,;:]*\s*|[,;]?\s*and (?:others|colleagues)\b[.,;:]*\s*"
)
_FORMS = (
    # "Lou, G." and "Lou, G.-H."
    re.compile(rf"({_SURNAME}),\s?({_DOTTED}){_SUFFIX}"),
    # "Lou GH" and, where a separator follows, "van der Berg-Li G"
    re.compile(
        rf"({_SURNAME}) ([{_CAP}]{{1,4}}(?:[-‐][{_CAP}])?){_SUFFIX}(?=[,;.:()]|\s(?:and|&|et|\(?(?:19|20)\d\d)|\Z)"
    ),
    # "Lou G.H."
    re.compile(rf"({_SURNAME}) ({_DOTTED}){_SUFFIX}"),
    # "Lou, GH"
    re.compile(rf"({_SURNAME}), ({_INITIALS}){_SUFFIX}(?=[,;.:()]|\s(?:and|&|\()|\Z)"),
)
_FORWARD = re.compile(rf"({_DOTTED})\s?({_SURNAME}){_SUFFIX}(?=[,;.:()]|\s(?:and|&|et)\b|\Z)")
_BETWEEN = re.compile(r"\s*[;,]?\s*(?:…|\.\.\.)?\s*(?:(?:and|&)\s+|;\s*|,\s*)|\s+(?:and|&)\s+")
_GROUP = re.compile(
    r"[^.,;:()]{0,80}\b(?:Group|Consortium|Collaborati(?:on|ve)|Committee|Network|Society|Organi[sz]ation|Investigators|"
    r"Association|Team|Initiative|Investigators|Agency|Institute|Foundation)\b[^.,;:()]{0,40}[.,;]?\s*"
)

_YEAR = r"(?:18|19|20)\d\d"
_PAREN_YEAR = re.compile(
    rf"\s*[(\[]\s?({_YEAR})([a-z])?(?:[,;]?\s[^()\[\]]{{1,30}})?[)\]]\s*[.,:;]?\s*"
)
_BARE_YEAR = re.compile(rf"\s*[,.]?\s*({_YEAR})([a-z])?\s*[.,:;]\s+")
_DASH = "‐‑‒–—−-"
_PAGES = rf"(?:pp?\.\s?)?[A-Za-z]{{0,4}}\d[\dA-Za-z.]{{0,12}}(?:\s?[{_DASH}]+\s?[A-Za-z]{{0,2}}\d+[A-Za-z]?)?"
_ISSUE = r"(?:\s?\(([^()]{1,40})\))?"
_VOLUME = r"(?:vol(?:ume)?\.?\s?)?([A-Z]?\d{1,4}[A-Z]?(?:[-–]\d{1,4})?)"
_MONTH = r"(?:\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?(?:[-–/ ](?:[A-Z][a-z]{2}|\d{1,2}))*)?"
_TAILS = (
    # 2013;70(20):3871–82, 2013 Oct 1;70:3871
    re.compile(
        rf"(?P<year>{_YEAR})[a-z]?{_MONTH}\s?;\s?(?:{_VOLUME})?{_ISSUE}(?:\s?suppl\.?\s?\d*)?(?:\s?[:,]\s?(?P<pages>{_PAGES}))?",
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
        rf",?\svol\.\s?{_VOLUME}(?:,\s?no\.\s?([\w–-]+))?(?:,\s?pp?\.\s?(?P<pages>{_PAGES}|\d+))?(?:,\s(?:[A-Z][a-z]+\.?\s)?(?P<year>{_YEAR}))?",
        re.IGNORECASE,
    ),
    # 2015, 12(3), 1–9
    re.compile(
        rf"\b(?P<year>{_YEAR})[a-z]?\s?,\s?{_VOLUME}{_ISSUE}(?:\s?[,:]\s?(?P<pages>{_PAGES}))?(?=[.,;\s]|\Z)"
    ),
    # 12(3), 1–9 and 12:1–9, the year stood before
    re.compile(rf"(?:,\s)?\b{_VOLUME}{_ISSUE}\s?[,:]\s?(?P<pages>{_PAGES})(?=[.,;\s]|\Z)"),
    # , 12. and (12)
    re.compile(rf",\s{_VOLUME}{_ISSUE}(?=[.,;\s]|\Z)"),
)
_ANY_YEAR = re.compile(rf"(?<![\d/:.–-])({_YEAR})([a-z])?(?![\d–/-])")
_QUOTED = re.compile(r"[“\"‘]([^”\"]{8,600}?)[,.]?[”\"’][,.]?\s*")
_BOUNDARY = re.compile(
    r"(?<=[^\s.])([.?!])[”\"’)]?\s+(?=[^\W_a-z]|[a-z]{1,3}[A-Z]|bioRxiv|medRxiv|e[A-Z])"
)
_KNOWN_SHORT = frozenset(
    [
        "vs",
        "al",
        "sp",
        "spp",
        "cf",
        "e.g",
        "i.e",
        "dr",
        "st",
        "no",
        "vol",
        "approx",
        "var",
        "subsp",
        "ed",
        "eds",
        "ca",
    ]
)
_COMBINING = re.compile(r"[\u0300-\u036f]")
_MARKER = re.compile(r"(.*?)[,\s(\[]*((?:18|19|20)\d\d)([a-z])?[)\]\s]*\Z")
_OWN = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "’": "'", "‐": "-"}
)


def parse_reference(raw: str, *, key: str | None = None, number: int | None = None) -> Reference:
    """Parse one entry as printed.

    Authors come out as "Surname Initials" in every style ("Lou, G." is "Lou G"). What cannot be
    recognised stays ``None`` or empty; the entry itself is always kept in ``raw``.

    Args:
        raw: The entry, its number or link words ("Article CAS PubMed") included or not.
        key: What callouts use; the printed number or "Surname year" if not given.
        number: Its number in the list, if known; a printed one is used otherwise.
    """
    shown = re.sub(r"\s+", " ", raw).strip()
    shown = (
        _LINK_WORDS.sub("", shown[-200:]).join((shown[:-200], ""))
        if len(shown) > 200
        else _LINK_WORDS.sub("", shown)
    )
    body = shown
    printed = _NUMBERED.match(body)
    if printed and (number is None or int(next(g for g in printed.groups() if g)) == number):
        number = number or int(next(g for g in printed.groups() if g))
        body = body[printed.end() :]
    doi_at, pmid_at = _DOI.search(body), _PMID.search(body)
    doi = _trim(doi_at.group(1)) if doi_at else None
    work = _PMID_STRETCH.sub(" ", _DOI_STRETCH.sub(" ", _URL.sub(_no_url, body)))
    work = re.sub(r"\s+", " ", _EPUB.sub("", work)).strip()
    authors, rest = _authors(work)
    year, suffix, rest = _front_year(rest)
    # "G. Lou, Z. Chen, Title, J. Foo 12 (2015) 1–9": the style with forward names knows commas only
    commas = (
        year is None
        and bool(_FORWARD.match(work))
        and not work[: len(work) - len(rest)].rstrip().endswith(".")
    )
    parts = _title_and_journal(rest, year, commas)
    if year is None:
        year, suffix = parts.year, parts.suffix
    if year is None:
        years = _ANY_YEAR.findall(work[:4000])
        if years:
            year, suffix = int(years[-1][0]), years[-1][1]
    if key is None:
        key = str(number) if number is not None else author_key(authors, year, suffix) or shown[:40]
    return Reference(
        key=key,
        raw=shown,
        authors=tuple(authors),
        year=year,
        title=parts.title,
        journal=parts.journal,
        volume=parts.volume,
        pages=parts.pages,
        doi=doi,
        pmid=pmid_at.group(1) if pmid_at else None,
        number=number,
    )


def parse_references(entries: Iterable[str]) -> list[Reference]:
    """Parse the entries of one list and give each a key of its own."""
    out: list[Reference] = []
    used: set[str] = set()
    for raw in entries:
        reference = parse_reference(raw)
        base, again = reference.key, 1
        while reference.key in used:
            again += 1
            reference.key = f"{base} ({again})"
        used.add(reference.key)
        out.append(reference)
    return out


def split_entries(lines: Sequence[str]) -> list[str]:
    """Put the lines of a reference list together to entries.

    Numbered lists are split where the next number comes in its turn, so that a year or page at the
    start of a broken line opens no entry; others where a line begins like authors and the entry
    before it has its year. Lines of link words ("Article CAS PubMed") are dropped.
    """
    kept = [line.strip() for line in lines if line.strip() and not is_link_line(line)]
    if not kept:
        return []
    numbers = [_entry_number(line) for line in kept]
    numbered = sum(n is not None for n in numbers) * 3 >= len(kept) or numbers[0] == 1
    out: list[str] = []
    expected: int | None = None
    for line, number in zip(kept, numbers, strict=True):
        if numbered:
            opens = number is not None and (expected is None or expected <= number <= expected + 3)
            if opens and number is not None:
                expected = number + 1
        else:
            opens = not out or (_begins_like_authors(line) and _complete(out[-1]))
        if opens or not out:
            out.append(line)
        else:
            out[-1] = _joined(out[-1], line)
    return out


def is_link_line(line: str) -> bool:
    """Whether a line holds only the link words that web pages print behind references."""
    line = line.strip()
    return bool(line) and len(line) < 200 and not _LINK_WORDS.sub("", " " + line).strip(" .,;|·")


def looks_like_reference(text: str) -> bool:
    """Whether a paragraph is an entry of a reference list rather than running text."""
    body = text.strip()[:600]
    printed = _NUMBERED.match(body)
    if printed:
        body = body[printed.end() :]
    authors, rest = _authors(body)
    return (
        bool(authors)
        and bool(_ANY_YEAR.search(rest) or _DOI.search(rest))
        and (
            len(authors) > 1
            or bool(_front_year(rest)[0])
            or any(t.search(rest) for t in _TAILS[:5])
        )
    )


def surname(author: str) -> str:
    """Surname of an author in any usual form: "Lou GH", "Lou, G.", "G. Lou"."""
    author = author.strip().rstrip(",;")
    if "," in author:
        return author.split(",", 1)[0].strip()
    words = author.split()
    while len(words) > 1 and re.fullmatch(
        rf"(?:{_INITIALS}|{_DOTTED}|[{_CAP}]{{1,4}}|Jr\.?|Sr\.?|I{{2,3}})", words[-1]
    ):
        words.pop()
    while len(words) > 1 and re.fullmatch(rf"(?:{_DOTTED}|[{_CAP}])", words[0]):
        words.pop(0)
    return " ".join(words)


def author_key(authors: Sequence[str], year: int | None, suffix: str = "") -> str | None:
    """Key of an entry without number: "Lou 2015a"; ``None`` if authors or year are missing."""
    return f"{surname(authors[0])} {year}{suffix}" if authors and year else None


class ReferenceIndex:
    """Ties callouts to entries, by number or by author and year."""

    def __init__(self, references: Iterable[Reference]) -> None:
        self._by_number: dict[str, str] = {}
        self._by_author: dict[tuple[str, int], list[Reference]] = {}
        self._suffix: dict[str, str] = {}
        for reference in references:
            if reference.number is not None:
                self._by_number.setdefault(str(reference.number), reference.key)
            elif reference.key.isdigit():
                self._by_number.setdefault(reference.key, reference.key)
            if reference.year:
                names = reference.authors[:1] or ((reference.raw,) if reference.raw else ())
                for name in names:
                    folded = _fold(surname(name) if reference.authors else _first_word(name))
                    self._by_author.setdefault((folded, reference.year), []).append(reference)
                printed = re.search(rf"{reference.year}([a-z])\b", reference.raw)
                self._suffix[reference.key] = printed.group(1) if printed else ""

    def tie(self, marker: str) -> str | None:
        """Key of the entry that a marker ("12", "Lou et al., 2015a") names, or ``None``."""
        marker = marker.strip()
        if marker.isdigit():
            return self._by_number.get(str(int(marker)))
        m = _MARKER.fullmatch(marker)
        if not m:
            return None
        names, year, suffix = m.group(1), int(m.group(2)), m.group(3) or ""
        names = re.sub(r"['’]s\b", "", names)
        parts = [p for p in re.split(r",\s*|\s+(?:and|&)\s+|\s+et\s+al\b\.?", names) if p.strip()]
        if not parts:
            return None
        first = _fold(surname(parts[0]))
        found = self._by_author.get((first, year), [])
        if not found and " " in first:  # initials or a particle written differently
            found = self._by_author.get((first.rsplit(" ", 1)[1], year), [])
        if not found:
            found = (
                [
                    r
                    for (name, when), refs in self._by_author.items()
                    if when == year
                    for r in refs
                    if name.endswith(" " + first)
                ]
                if len(first) > 2
                else []
            )
        if len(found) > 1 and suffix:
            own = [r for r in found if self._suffix.get(r.key) == suffix]
            if not own and not any(self._suffix.get(r.key) for r in found):
                place = ord(suffix) - ord("a")
                own = found[place : place + 1]
            found = own or found
        if len(found) > 1:
            found = _by_company(found, parts, names) or found
        return found[0].key if found else None


@dataclass(slots=True)
class _Parts:
    title: str | None = None
    journal: str | None = None
    volume: str | None = None
    pages: str | None = None
    year: int | None = None
    suffix: str = ""


def _authors(text: str) -> tuple[list[str], str]:
    """The authors at the start of an entry, and what follows them."""
    out: list[str] = []
    at = 0
    form: re.Pattern[str] | None = None
    while len(out) < 400:
        m: re.Match[str] | None = None
        for candidate in (form,) if form else (*_FORMS, _FORWARD):
            m = candidate.match(text, at)
            if m:
                form = candidate
                break
        if not m and form is not None and form is not _FORWARD:
            m = next((found for f in _FORMS if (found := f.match(text, at))), None)
            m = m or (_FORWARD.match(text, at) if out else None)
        if not m:
            group = _GROUP.match(text, at)
            if group and group.group().strip():
                out.append(group.group().strip(" .,;"))
                at = group.end()
            break
        first, second = (m.group(2), m.group(1)) if m.re is _FORWARD else (m.group(1), m.group(2))
        out.append(f"{first} {re.sub(r'[. ]', '', second)}")
        at = m.end()
        et_al = _ET_AL.match(text, at)
        if et_al:
            at = et_al.end()
            break
        between = _BETWEEN.match(text, at)
        if not between:
            break
        if not any(f.match(text, between.end()) for f in (*_FORMS, _FORWARD)) and not _GROUP.match(
            text, between.end()
        ):
            at = between.end()
            break
        at = between.end()
    if not out:  # "Lou et al. (2015)"
        m = re.match(rf"({_SURNAME}),? et al\.?,?\s*", text)
        if m:
            return [m.group(1)], text[m.end() :]
        return [], text
    return out, re.sub(
        r"\A\s*(?:\((?:eds?\.?)\)|,?\s*[Ee]ditors?|,?\s*eds?\.)?[\s.,:;]*", "", text[at:]
    )


def _front_year(text: str) -> tuple[int | None, str, str]:
    """A year that stands between authors and title."""
    m = (
        _PAREN_YEAR.match(text)
        or _BARE_YEAR.match(text)
        or re.match(rf"({_YEAR})([a-z])?\s+(?=[^\W\d_])", text)
    )
    return (int(m.group(1)), m.group(2) or "", text[m.end() :]) if m else (None, "", text)


def _title_and_journal(text: str, year: int | None, commas: bool) -> _Parts:
    """What stands between the authors and the end; ``commas`` if commas part title and journal."""
    parts = _Parts()
    tail: re.Match[str] | None = None
    for number, pattern in enumerate(_TAILS):
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
        years = list(_ANY_YEAR.finditer(text[:3000]))
        if years:
            parts.year, parts.suffix = int(years[-1].group(1)), years[-1].group(2) or ""
            head = text[: years[-1].start()]
    head = head.rstrip(" ,;(")
    quoted = _QUOTED.match(head)
    if quoted:
        parts.title = quoted.group(1).strip(" ,.")
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


def _trim(doi: str) -> str:
    """A DOI without the punctuation of the sentence it stands in."""
    doi = re.sub(r"(?:PMID|PMCID|Epub|\[|\|).*\Z", "", doi)
    while doi and (
        doi[-1] in ".,;:'’”>"
        or (doi[-1] in ")]" and doi.count("(") < doi.count(")") + doi.count("]"))
    ):
        doi = doi[:-1]
    return doi


def _no_url(m: re.Match[str]) -> str:
    return m.group() if "doi.org/" in m.group().lower() else " "


def _entry_number(line: str) -> int | None:
    m = _NUMBERED.match(line)
    return int(next(g for g in m.groups() if g)) if m else None


def _begins_like_authors(line: str) -> bool:
    return any(f.match(line) for f in _FORMS) or bool(
        re.match(rf"{_SURNAME},? (?:et al|\()", line) or _FORWARD.match(line) or _GROUP.match(line)
    )


def _complete(entry: str) -> bool:
    """Whether an entry has its year, and does not end in the middle of its authors or title."""
    return bool(_ANY_YEAR.search(entry)) and entry.rstrip()[-1] not in ",;&-–:" and len(entry) > 40


def _joined(entry: str, line: str) -> str:
    if entry.endswith(("-", "‐", "\u00ad")) and line[:1].islower():
        return entry[:-1] + line
    if entry.endswith(("-", "‐", "–", "/")):
        return entry + line
    return f"{entry} {line}"


def _fold(name: str) -> str:
    """A name as compared: no accents, no case, no hyphens."""
    plain = _COMBINING.sub("", unicodedata.normalize("NFD", name.translate(_OWN)))
    return re.sub(r"[\s'-]+", " ", plain.casefold()).strip()


def _first_word(text: str) -> str:
    m = re.match(r"[\W\d]*([^\W\d_][\w'’-]*)", text)
    return m.group(1) if m else text


def _by_company(found: list[Reference], parts: list[str], names: str) -> list[Reference]:
    """Of several entries by one first author those whose other authors fit the callout."""
    if re.search(r"\bet\s+al\b", names):
        return [r for r in found if len(r.authors) > 2] or [r for r in found if len(r.authors) > 1]
    if len(parts) == 1:
        return [r for r in found if len(r.authors) == 1]
    second = _fold(surname(parts[1]))
    return [r for r in found if len(r.authors) > 1 and _fold(surname(r.authors[1])) == second]
