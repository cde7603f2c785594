"""Entries of reference lists: told apart, parsed, and tied to the callouts that name them.

One parser for the common styles: the authors are read from the left, the numbers of the journal
(volume, pages, year) from the right, and what is between is title and journal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from ..records import Reference
from .reference_fields import (
    ANY_YEAR,
    CAP,
    DOTTED,
    FORMS,
    FORWARD,
    GROUP,
    INITIALS,
    LOWER_PARTICLE,
    SURNAME,
    TAILS,
    front_year,
    read_authors,
    title_and_journal,
)

_LINK_WORDS = re.compile(
    r"(?:\s*(?:\[|\(|\b)(?:View )?(?:Article|CAS|ADS|MathSciNet|PubMed(?: Central| Abstract)?|"
    r"Google Scholar|"
    r"Cross[Rr]ef(?: Full Text)?|Full Text|Publisher Full Text|PMC free article|"
    r"Free PMC article|Web of Science|"
    r"ISI|Scopus|Medline|Abstract|Open in a separate window|Download references?)(?:\]|\)|(?=\s|"
    r"\||,|\Z))[|,·]?)+\s*\Z"
)
_NUMBERED = re.compile(
    r"\s*(?:\[(\d{1,4})\]|\((\d{1,4})\)|"
    rf"(\d{{1,4}})(?:[.)\]:](?!\d)|(?=\s+(?:[^\W\d_a-z]|{LOWER_PARTICLE})))|"
    r"(\d{1,4})\t)\s*"
)
_DOI = re.compile(r"\b(10\.\d{4,9}/[^\s\"<>“”]+)")
_DOI_STRETCH = re.compile(
    r"[\s,;]*(?:\(|\[)?(?:(?:https?://)?(?:dx\.)?doi\.org/|"
    r"doi\s?[:.]?\s?(?:https?://(?:dx\.)?doi\.org/)?)?"
    r"10\.\d{4,9}/[^\s\"<>“”]+\s*",
    re.IGNORECASE,
)
_PMID = re.compile(
    r"(?:\bPMID\s?:?\s?|\bPubMed(?: PMID)?\s?(?:ID)?\s?:\s?|"
    r"pubmed(?:\.ncbi\.nlm\.nih\.gov)?/)(\d{4,9})\b",
    re.IGNORECASE,
)
_PMID_STRETCH = re.compile(
    r"[\s;,.\[(]*(?:\bPubMed )?(?:\bPMID|\bPMCID|"
    r"\bPubMed)\s?(?:ID)?\s?:?\s?(?:PMC)?\d{4,9}[\])]?\.?",
    re.IGNORECASE,
)
_URL = re.compile(r"\b(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)
_EPUB = re.compile(
    r"\s*\bEpub(?:\s(?:ahead of print|\d{4}(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?))*\.?|"
    r"\s*\[Epub[^\]]*\]\.?"
)
_COMBINING = re.compile(r"[\u0300-\u036f]")
_MARKER = re.compile(r"(.*?)[,\s(\[]*((?:18|19|20)\d\d)([a-z])?[)\]\s]*\Z")
_NAMES = re.compile(r",\s*|\s+(?:and|&)\s+|\s+et\s+(?:al|la)\b\.?")
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
    authors, rest = read_authors(work)
    year, suffix, rest = front_year(rest)
    # "G. Lou, Z. Chen, Title, J. Foo 12 (2015) 1–9": the style with forward names knows commas only
    commas = (
        year is None
        and bool(FORWARD.match(work))
        and not work[: len(work) - len(rest)].rstrip().endswith(".")
    )
    parts = title_and_journal(rest, year, commas)
    if year is None:
        year, suffix = parts.year, parts.suffix
    if year is None:
        years = ANY_YEAR.findall(work[:4000])
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
            opens = not out or (begins_like_authors(line) and _complete(out[-1]))
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
    authors, rest = read_authors(body)
    return (
        bool(authors)
        and bool(ANY_YEAR.search(rest) or _DOI.search(rest))
        and (
            len(authors) > 1 or bool(front_year(rest)[0]) or any(t.search(rest) for t in TAILS[:5])
        )
    )


def surname(author: str) -> str:
    """Surname of an author in any usual form: "Lou GH", "Lou, G.", "G. Lou"."""
    author = author.strip().rstrip(",;")
    if "," in author:
        return author.split(",", 1)[0].strip()
    words = author.split()
    while len(words) > 1 and re.fullmatch(
        rf"(?:{INITIALS}|{DOTTED}|[{CAP}]{{1,4}}|Jr\.?|Sr\.?|I{{2,3}})", words[-1]
    ):
        words.pop()
    while len(words) > 1 and re.fullmatch(rf"(?:{DOTTED}|[{CAP}])", words[0]):
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
        parts = [p for p in _NAMES.split(names) if p.strip()]
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


def begins_like_authors(line: str) -> bool:
    """Whether a line begins with what can be the authors of an entry."""
    return any(f.match(line) for f in FORMS) or bool(
        re.match(rf"{SURNAME},? (?:et al|\()", line) or FORWARD.match(line) or GROUP.match(line)
    )


def _complete(entry: str) -> bool:
    """Whether an entry has its year, and does not end in the middle of its authors or title."""
    return bool(ANY_YEAR.search(entry)) and entry.rstrip()[-1] not in ",;&-–:" and len(entry) > 40


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
    if re.search(r"\bet\s+(?:al|la)\b", names):
        return [r for r in found if len(r.authors) > 2] or [r for r in found if len(r.authors) > 1]
    if len(parts) == 1:
        return [r for r in found if len(r.authors) == 1]
    second = _fold(surname(parts[1]))
    return [r for r in found if len(r.authors) > 1 and _fold(surname(r.authors[1])) == second]
