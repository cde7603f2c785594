"""The names that the parts of papers share, and what a heading with such a name opens."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"((?:\d{1,2}(?:\.\d{1,2}){0,4})|[IVX]{1,5}(?=\.))\.?\s+(?=[^\W\d_])")
_TRIM = re.compile(r"[\s.:：|–—-]+\Z")
_ABSTRACT = frozenset(
    {
        "abstract",
        "summary",
        "structured abstract",
        "a b s t r a c t",
        "abstract and keywords",
        "plain language summary",
        "author summary",
        "lay summary",
    }
)
_REFERENCES = frozenset(
    {
        "references",
        "reference",
        "reference list",
        "bibliography",
        "literature cited",
        "works cited",
        "references cited",
        "cited literature",
        "literature",
        "references and notes",
        "list of references",
        "r e f e r e n c e s",
    }
)
_ABBREVIATIONS = frozenset(
    {
        "abbreviations",
        "abbreviation",
        "list of abbreviations",
        "abbreviations used",
        "abbreviation list",
        "abbreviations and acronyms",
        "acronyms",
        "nomenclature and abbreviations",
        "non-standard abbreviations",
        "nonstandard abbreviations",
        "non-standard abbreviations and acronyms",
        "abbreviations list",
    }
)
_FRONT = frozenset(
    {
        "keywords",
        "key words",
        "keyword",
        "index terms",
        "article info",
        "article information",
        "article history",
        "correspondence",
        "authors and affiliations",
        "affiliations",
        "authors",
        "author affiliations",
        "graphical abstract",
        "edited by",
        "reviewed by",
        "citation",
        "subject terms",
        "subjects",
        "mesh terms",
        "received",
        "accepted",
        "published",
    }
)
_BACK = re.compile(
    r"acknowledge?ments?(?: and .*)?|funding(?: sources?| statement| information| support)?|"
    r"financial (?:support|disclosures?)(?: .*)?|"
    r"(?:authors?['’]?s?['’]? )?contributions?(?: of authors)?|contributors?|"
    r"credit author(?:ship)? .*|author statement|"
    r"(?:competing|conflicts?|declarations?) (?:of )?(?:competing |"
    r"conflicting )?(?:financial )?interests?(?: statement)?|"
    r"conflict of interest disclosures?|statement of conflicts? .*|"
    r"disclosures?(?: statement)?|declarations?|ethic(?:s|al)(?: .*)?|"
    r"consent (?:for publication|to (?:publish|participate)|for .*)|"
    r"(?:data )?availability(?: .*)?|data (?:sharing|access|and materials|accessibility)(?: .*)?|"
    r"(?:electronic )?supplementa(?:ry|l) (?:materials?|information|data|files?|files? \d+)|"
    r"supporting information|additional (?:information|files?)|"
    r"author information|author details|authors?['’]? information|corresponding authors?|"
    r"publisher['’]?s note|"
    r"rights and permissions|about this article|cite this article|how to cite(?: this article)?|"
    r"copyright(?: .*)?|licen[cs]e|"
    r"provenance and peer review|peer review(?: .*)?|orcid(?: ids?)?|footnotes|"
    r"pre-publication history|"
    r"reprints and permissions|institutional review board statement|"
    r"informed consent(?: statement)?|"
    r"statement of ethics|sample availability|notes|author biograph(?:y|ies)|"
    r"transparency(?: .*)?|disclaimer|"
    r"code availability|materials availability|use of ai .*",
    re.IGNORECASE,
)
_BODY = frozenset(
    name.strip()
    for name in [
        "\n    introduction",
        " background",
        " methods",
        " method",
        " materials and methods",
        "\n    material and methods",
        " methods and materials",
        " patients and methods",
        " results",
        " findings",
        "\n    discussion",
        " results and discussion",
        " conclusion",
        " conclusions",
        " concluding remarks",
        "\n    conclusions and future directions",
        " conclusion and future perspectives",
        "\n    conclusion and perspectives",
        " future directions",
        " future perspectives",
        " perspectives",
        "\n    limitations",
        " objective",
        " objectives",
        " aim",
        " aims",
        " purpose",
        " experimental procedures",
        "\n    experimental section",
        " statistical analysis",
        " study design",
        " case report",
        "\n    case presentation",
        " review",
        " main text",
        " main",
        " summary and conclusions",
        "\n    conclusions and perspectives",
        " discussion and conclusion",
        " discussion and conclusions",
        "\n    significance",
        " rationale",
        " aim of the study",
        " aims of the study",
        " overview",
        " highlights",
        "\n    key points",
        " results and conclusions",
        " design",
        " setting",
        " clinical relevance",
        " outlook",
        "\n    supplementary methods",
        " star methods",
        " online methods",
        " appendix",
        " figure legends",
        "\n    figures",
        " tables",
        " significance statement",
        " search strategy\n    ",
    ]
)


def number_of(text: str) -> tuple[int, int] | None:
    """Section number at the start of a heading: ``(level, length)``; "4.1. What" is (2, 5)."""
    m = _NUMBER.match(text)
    if not m:
        return None
    return m.group(1).count(".") + 1, m.end()


def plain_name(text: str) -> str:
    """A heading without its number and the punctuation at its end."""
    m = _NUMBER.match(text)
    return _TRIM.sub("", text[m.end() :] if m else text).strip() or text


def zone_of(text: str) -> str | None:
    """The part of a paper that a heading line opens, if its name is one that papers share.

    ``abstract``, ``references``, ``abbreviations``, ``front``, ``back`` or ``body``; ``None`` for a
    line that is no such name.
    """
    if len(text) > 90:
        return None
    name = re.sub(r"\s+", " ", plain_name(text.strip("*#_ "))).casefold()
    if not name:
        return None
    if name in _ABSTRACT:
        return "abstract"
    if name in _REFERENCES:
        return "references"
    if name in _ABBREVIATIONS:
        return "abbreviations"
    if name in _FRONT:
        return "front"
    if name in _BODY:
        return "body"
    return "back" if len(name) < 60 and _BACK.fullmatch(name) else None
