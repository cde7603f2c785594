"""First pages as publishers set them; each returns the frames that are left of the page."""

# ruff: noqa: E501 -- texts and tables of houses are easier to read on one line

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from .press import Frame, Type, scaled

if TYPE_CHECKING:
    from .journal import Setting

KEYWORDS = "Keywords: exosomes; stem cells; microRNA; tissue repair"
PLACE = "Institute of Vesicle Research, University of Example, 12 Sample Street, Example"
MAIL = "Correspondence: first.author@example.org"
DATES = "Received: 4 March 2021; Accepted: 2 June 2021; Published: 9 June 2021"
RIGHTS = (
    "© 2021 The Authors. This open access article is shared under a Creative Commons Attribution "
    "License (CC BY), which permits unrestricted use and distribution."
)


def _names(s: Setting, marks: bool = True) -> str:
    return ", ".join(
        f"{i}. {n}" + (f"^{{{k}}}" if marks else "") for k, (n, i) in enumerate(s.paper.authors, 1)
    )


def _at(s: Setting, x0: float, x1: float, y: float) -> None:
    s.press.x0, s.press.x1, s.press.y, s.press.bottom = x0, x1, y, 1e6
    s.press.fresh = True


def _title(s: Setting, size: float = 1.7, align: str = "left") -> None:
    kind = Type(
        s.house.head_family,
        1,
        round(s.house.size * size, 1),
        round(s.house.size * size * 1.2, 1),
        align=align,
        hyphens=False,
        after=6,
    )
    s.press.paragraph(s.paper.title, kind)


def _small(s: Setting, factor: float = 0.85, weight: int = 0) -> Type:
    return replace(
        scaled(s.body, factor), indent=0.0, after=3.0, align="left", hyphens=False, weight=weight
    )


def _columns(s: Setting, top: float, low: float = 0.0) -> list[Frame]:
    return [(1, x0, top, x1, low or s.height - 56) for x0, x1 in s.columns()]


def _abstract(s: Setting, factor: float = 0.95, head: str = "Abstract", weight: int = 0) -> None:
    small = _small(s, factor)
    if head:
        s.press.paragraph(head, replace(small, weight=1))
    s.press.paragraph(
        " ".join(s.paper.abstract), replace(small, align=s.house.align, weight=weight)
    )


def plain(s: Setting) -> list[Frame]:
    """Title, names, place, abstract, one below the other."""
    _at(s, s.left, s.right, 52)
    s.press.paragraph("REVIEW", _small(s, 0.8))
    _title(s)
    s.press.paragraph(_names(s), _small(s, 1.0))
    s.press.paragraph("^{1}" + PLACE, _small(s, 0.8, 2))
    s.press.paragraph(MAIL, _small(s, 0.8))
    _abstract(s)
    s.press.paragraph(KEYWORDS, _small(s, 0.9))
    return _columns(s, s.press.y + 14)


def elsevier(s: Setting) -> list[Frame]:
    """Journal's bar, then article info at the left and the abstract at the right."""
    _at(s, s.left, s.right, 40)
    s.press.paragraph("Vesicle Reviews 12 (2021) 101–110", replace(_small(s, 0.8), align="center"))
    s.press.paragraph(
        "Contents lists available at ScienceDirectory", replace(_small(s, 0.9), align="center")
    )
    s.press.paragraph("Vesicle Reviews", replace(_small(s, 1.8), align="center"))
    s.press.paragraph(
        "journal homepage: www.example.org/locate/vesrev", replace(_small(s, 0.8), align="center")
    )
    s.press.rule(s.left, s.right, s.press.y + 4, 1.5)
    _at(s, s.left, s.right, s.press.y + 14)
    s.press.paragraph("Review", _small(s, 0.9))
    _title(s, 1.6)
    s.press.paragraph(_names(s), _small(s, 1.2))
    s.press.paragraph("^{a}" + PLACE, _small(s, 0.75, 2))
    s.press.rule(s.left, s.right, s.press.y + 4)
    top = s.press.y + 10
    cut = s.left + 0.3 * (s.right - s.left)
    _at(s, s.left, cut - 12, top)
    s.press.paragraph("A R T I C L E  I N F O", _small(s, 0.8))
    s.press.paragraph("Article history:", _small(s, 0.75, 2))
    for line in ("Received 4 March 2021", "Accepted 2 June 2021", "Available online 9 June 2021"):
        s.press.paragraph(line, replace(_small(s, 0.75), after=0.0))
    s.press.paragraph("Keywords:", replace(_small(s, 0.75, 2), before=6.0))
    for line in ("Exosomes", "Stem cells", "Tissue repair"):
        s.press.paragraph(line, replace(_small(s, 0.75), after=0.0))
    low = s.press.y
    _at(s, cut, s.right, top)
    s.press.paragraph("A B S T R A C T", _small(s, 0.8))
    _abstract(s, 0.85, "")
    y = max(low, s.press.y) + 6
    s.press.rule(s.left, s.right, y)
    frames = _columns(s, y + 16)
    page, x0, top, x1, bottom = frames[0]
    frames[0] = (page, x0, top, x1, bottom - 40)
    s.press.rule(x0, x0 + 60, bottom - 30)
    _at(s, x0, x1, bottom - 28)
    s.press.paragraph("* Corresponding author.", replace(_small(s, 0.75), after=0.0))
    s.press.paragraph(
        "E-mail address: first.author@example.org (F. Author).", replace(_small(s, 0.75), after=0.0)
    )
    return frames


def frontiers(s: Setting) -> list[Frame]:
    """A narrow column of editors and dates at the left, the rest beside it."""
    cut = s.left + 130
    _at(s, s.left, cut - 12, 230)
    small = replace(_small(s, 0.72), after=0.0)
    for head, lines in (
        ("Edited by:", ("Edith Editor,", "University of Example, Example")),
        (
            "Reviewed by:",
            (
                "Rita Reviewer,",
                "Example College, Example",
                "Rolf Referee,",
                "Sample Institute, Example",
            ),
        ),
        ("*Correspondence:", ("First Author", "first.author@example.org")),
        (
            "Specialty section:",
            (
                "This article was submitted to",
                "Stem Cell Research,",
                "a section of the journal",
                "Reviews of Vesicles",
            ),
        ),
        ("Received: 04 March 2021", ("Accepted: 02 June 2021", "Published: 09 June 2021")),
        (
            "Citation:",
            (
                "Author F and Author S (2021)",
                s.paper.title + ".",
                "Front. Vesic. 12:345.",
                "doi: 10.1234/fves.2021.00345",
            ),
        ),
    ):
        s.press.paragraph(head, replace(small, weight=1, before=6.0))
        for line in lines:
            s.press.paragraph(line, small)
    _at(s, cut, s.right, 60)
    s.press.paragraph("REVIEW", replace(_small(s, 0.8), align="left"))
    s.press.paragraph("published: 09 June 2021", replace(_small(s, 0.72), after=0))
    s.press.paragraph("doi: 10.1234/fves.2021.00345", _small(s, 0.72))
    _title(s, 1.9)
    s.press.paragraph(_names(s) + "*", _small(s, 1.15, 3))
    s.press.paragraph("^{1}" + PLACE, _small(s, 0.8, 2))
    _abstract(s, 1.0, "", 0)
    s.press.paragraph(KEYWORDS, _small(s, 0.9, 1))
    y = s.press.y + 12
    wide = s.right - cut
    if y > s.height - 160:
        return []
    half = (wide - 14) / 2
    return [
        (1, cut, y, cut + half, s.height - 56),
        (1, cut + half + 14, y, s.right, s.height - 56),
    ]


def springer(s: Setting) -> list[Frame]:
    """Journal and DOI above, title, names, dates, abstract over the width, mail at the foot."""
    _at(s, s.left, s.right, 40)
    s.press.paragraph(
        "Vesicle and Cell Reviews (2021) 12:101–110", replace(_small(s, 0.8), after=0)
    )
    s.press.paragraph("https://doi.org/10.1234/s40000-021-00345-6", _small(s, 0.8))
    s.press.paragraph("REVIEW", replace(_small(s, 0.9, 1), before=8.0))
    _title(s, 1.6)
    names = " · ".join(f"{i}. {n}^{{{k}}}" for k, (n, i) in enumerate(s.paper.authors, 1))
    s.press.paragraph(names, _small(s, 1.0, 1))
    s.press.paragraph(
        "Received: 4 March 2021 / Accepted: 2 June 2021", replace(_small(s, 0.8), after=0.0)
    )
    s.press.paragraph("© The Author(s) 2021", _small(s, 0.8))
    _abstract(s, 1.0)
    s.press.paragraph("Keywords Exosomes · Stem cells · Tissue repair", _small(s, 1.0))
    frames = _columns(s, s.press.y + 16)
    page, x0, top, x1, bottom = frames[0]
    if bottom - top < 90:
        return []
    frames[0] = (page, x0, top, x1, bottom - 46)
    _at(s, x0, x1, bottom - 36)
    s.press.rule(x0, x0 + 50, bottom - 38)
    s.press.paragraph("* First Author", replace(_small(s, 0.8), after=0.0))
    s.press.paragraph("first.author@example.org", replace(_small(s, 0.8), after=0.0))
    s.press.paragraph(
        "1 Institute of Vesicle Research, Example", replace(_small(s, 0.8), after=0.0)
    )
    return frames


def mdpi(s: Setting) -> list[Frame]:
    """A narrow column of citation, dates and rights at the left; the text beside it."""
    cut = s.left + 118
    _at(s, s.left, s.right, 60)
    s.press.paragraph("Review", replace(_small(s, 1.0, 2)))
    _title(s, 1.8)
    s.press.paragraph(_names(s), _small(s, 1.0, 1))
    top = s.press.y + 8
    small = replace(_small(s, 0.72), after=4.0)
    low = s.height - 330
    _at(s, s.left, cut - 14, low)
    s.press.paragraph(
        f"Citation: Author, F.; Author, S. {s.paper.title}. Vesicles 2021, 12, 345. https://doi.org/10.1234/ves12050345",
        small,
    )
    s.press.paragraph("Academic Editor: Edith Editor", small)
    for line in ("Received: 4 March 2021", "Accepted: 2 June 2021", "Published: 9 June 2021"):
        s.press.paragraph(line, replace(small, after=0.0))
    s.press.paragraph(
        "Publisher's Note: The publisher stays neutral with regard to claims in published maps.",
        replace(small, before=5.0),
    )
    s.press.paragraph(
        "Copyright: © 2021 by the authors. Licensee Example, Basel. This open access article is shared under a Creative Commons Attribution (CC BY) license.",
        small,
    )
    _at(s, cut, s.right, top)
    s.press.paragraph("^{1} " + PLACE, replace(_small(s, 0.85), after=0.0))
    s.press.paragraph("* Correspondence: first.author@example.org", _small(s, 0.85))
    s.press.paragraph(
        " ".join(s.paper.abstract), replace(_small(s, 0.95), align=s.house.align), "Abstract:"
    )
    s.press.paragraph("exosomes; stem cells; microRNA; tissue repair", _small(s, 0.95), "Keywords:")
    y = s.press.y + 8
    s.press.rule(cut, s.right, y)
    return [(1, cut, y + 14, s.right, s.height - 56)]


def plos(s: Setting) -> list[Frame]:
    """A broad margin at the left with rights and notes, the text of the first page beside it."""
    cut = s.left + 130
    small = replace(_small(s, 0.75), after=0.0)
    _at(s, s.left, cut - 16, 210)
    for head, text in (
        ("OPEN ACCESS", ""),
        (
            "Citation:",
            f"Author F, Author S (2021) {s.paper.title}. PLoS Vesicles 12(5): e0123456. https://doi.org/10.1234/journal.pves.0123456",
        ),
        ("Editor:", "Edith Editor, University of Example, EXAMPLE"),
        ("Received:", "March 4, 2021"),
        ("Accepted:", "June 2, 2021"),
        ("Published:", "June 9, 2021"),
        (
            "Copyright:",
            "© 2021 Author et al. This open access article is shared under a Creative Commons Attribution License (CC BY), which permits unrestricted use.",
        ),
        ("Funding:", "The authors received no specific funding for this work."),
        ("Competing interests:", "The authors declare no competing interests."),
    ):
        s.press.paragraph(text, replace(small, before=5.0), head)
    _at(s, cut, s.right, 60)
    s.press.paragraph("RESEARCH ARTICLE", _small(s, 0.9))
    _title(s, 1.8)
    s.press.paragraph(_names(s), _small(s, 1.0, 1))
    s.press.paragraph("1 " + PLACE, _small(s, 0.85))
    s.press.paragraph("* first.author@example.org", _small(s, 0.85))
    _abstract(s, 1.0)
    return [(1, cut, s.press.y + 12, s.right, s.height - 56)] if s.press.y < s.height - 150 else []


def wiley(s: Setting) -> list[Frame]:
    """DOI above, title, names, a grey box with the abstract, keywords at its left."""
    _at(s, s.left, s.right, 40)
    s.press.paragraph(
        "Received: 4 March 2021 | Revised: 1 May 2021 | Accepted: 2 June 2021",
        replace(_small(s, 0.75), after=0),
    )
    s.press.paragraph("DOI: 10.1234/jves.12345", _small(s, 0.75))
    s.press.paragraph("REVIEW ARTICLE", replace(_small(s, 0.85, 1), before=10.0))
    _title(s, 1.9)
    s.press.paragraph(_names(s) + " |", _small(s, 1.1, 1))
    top = s.press.y + 6
    cut = s.left + 150
    small = replace(_small(s, 0.75), after=0.0)
    _at(s, s.left, cut - 14, top)
    s.press.paragraph("^{1}" + PLACE, small)
    s.press.paragraph("Correspondence", replace(small, weight=1, before=6.0))
    s.press.paragraph("First Author, Institute of Vesicle Research, Example.", small)
    s.press.paragraph("Email: first.author@example.org", small)
    s.press.paragraph("Funding information", replace(small, weight=1, before=6.0))
    s.press.paragraph("Example Foundation, Grant/Award Number: 12345", small)
    low = s.press.y
    s.canvas.setFillColorRGB(0.9, 0.9, 0.9)
    s.canvas.rect(cut - 6, s.height - top - 190, s.right - cut + 10, 190, stroke=0, fill=1)
    s.canvas.setFillColorRGB(0, 0, 0)
    _at(s, cut, s.right - 4, top + 4)
    _abstract(s, 0.95)
    s.press.paragraph("K E Y W O R D S", replace(_small(s, 0.75, 1), before=4.0))
    s.press.paragraph("exosomes, stem cells, tissue repair", _small(s, 0.9))
    y = max(low, s.press.y, top + 195) + 10
    foot = "This is an open access article under a Creative Commons Attribution License, which permits use. © 2021 The Authors. Reviews of Vesicles published by Example Press."
    _at(s, s.left, s.right, s.height - 78)
    s.press.paragraph(foot, replace(_small(s, 0.7), after=0))
    return _columns(s, y, s.height - 90)


def nature(s: Setting) -> list[Frame]:
    """Title, names, a bold abstract without heading; then the columns, the places at the foot."""
    _at(s, s.left, s.right, 40)
    s.press.paragraph("REVIEW ARTICLE", _small(s, 0.9, 1))
    s.press.paragraph("https://doi.org/10.1234/s41234-021-00345-6    OPEN", _small(s, 0.9))
    _title(s, 2.4)
    s.press.paragraph(_names(s), _small(s, 1.15))
    s.press.paragraph(" ".join(s.paper.abstract), replace(_small(s, 1.08, 1), after=10.0))
    y = s.press.y + 10
    _at(s, s.left, s.right, s.height - 76)
    s.press.rule(s.left, s.right, s.height - 78)
    s.press.paragraph("^{1}" + PLACE + ". e-mail: first.author@example.org", _small(s, 0.78))
    return _columns(s, y, s.height - 92)


def hindawi(s: Setting) -> list[Frame]:
    """Publisher, journal, volume and DOI in four lines, a centred title, everything full width."""
    _at(s, s.left, s.right, 40)
    for line in (
        "Example Publishing",
        "Vesicles International",
        "Volume 2021, Article ID 123456, 10 pages",
        "https://doi.org/10.1234/2021/123456",
    ):
        s.press.paragraph(line, replace(_small(s, 0.8), after=0.0))
    s.press.paragraph("Review Article", replace(_small(s, 1.2, 2), before=14.0))
    _title(s, 1.8)
    s.press.paragraph(_names(s), _small(s, 1.05, 1))
    s.press.paragraph("^{1}" + PLACE, _small(s, 0.85, 2))
    s.press.paragraph(
        "Correspondence should be addressed to F. Author; first.author@example.org", _small(s, 0.85)
    )
    s.press.paragraph(
        "Received 4 March 2021; Accepted 2 June 2021; Published 9 June 2021", _small(s, 0.85)
    )
    s.press.paragraph("Academic Editor: Edith Editor", _small(s, 0.85))
    s.press.paragraph(RIGHTS, _small(s, 0.85))
    s.press.paragraph(" ".join(s.paper.abstract), replace(_small(s, 0.9), align=s.house.align))
    return _columns(s, s.press.y + 14)


def bmc(s: Setting) -> list[Frame]:
    """A banner, a structured abstract in a frame, rights at the foot."""
    _at(s, s.left, s.right, 36)
    s.press.paragraph(
        f"{s.paper.authors[0][0]} et al. Vesicle Research (2021) 7:12",
        replace(_small(s, 0.75), after=0),
    )
    s.press.paragraph("https://doi.org/10.1234/s13287-021-00345-6", _small(s, 0.75))
    s.press.paragraph(
        "REVIEW                                                        Open Access",
        replace(_small(s, 0.95, 1), before=8.0),
    )
    _title(s, 2.0)
    s.press.paragraph(_names(s), _small(s, 1.0))
    top = s.press.y + 6
    _at(s, s.left + 10, s.right - 10, top + 8)
    a = s.paper.abstract
    small = replace(_small(s, 0.97), align=s.house.align)
    s.press.paragraph("Abstract", replace(small, weight=1))
    s.press.paragraph(" ".join(a[:2]), small, "Background:")
    s.press.paragraph(" ".join(a[2:]), small, "Conclusions:")
    s.press.paragraph("Exosomes, Stem cells, Tissue repair", small, "Keywords:")
    s.canvas.rect(s.left, s.height - s.press.y - 6, s.right - s.left, s.press.y + 6 - top)
    y = s.press.y + 20
    _at(s, s.left, s.right, s.height - 92)
    s.press.paragraph(
        "* Correspondence: first.author@example.org", replace(_small(s, 0.78), after=0)
    )
    s.press.paragraph("1 " + PLACE, replace(_small(s, 0.78), after=0))
    s.press.paragraph(
        "© The Author(s). 2021 Open Access This article is shared under a Creative Commons Attribution 4.0 licence, which permits use.",
        replace(_small(s, 0.7)),
    )
    return _columns(s, y, s.height - 108)


def box(s: Setting) -> list[Frame]:
    """A box with dates within the second column, the abstract above both."""
    frames = plain(s)
    if len(frames) < 2:
        return frames
    page, x0, top, x1, low = frames[-1]
    if low - top < 150:
        return frames
    s.canvas.rect(x0, s.height - low, x1 - x0, 92)
    _at(s, x0 + 6, x1 - 6, low - 88)
    small = replace(_small(s, 0.8), after=0.0)
    s.press.paragraph("Nonstandard Abbreviations and Acronyms", replace(small, weight=1))
    for line in (
        "AKI  acute kidney injury",
        "EV  extracellular vesicle",
        "MSC  mesenchymal stem cell",
    ):
        s.press.paragraph(line, small)
    frames[-1] = (page, x0, top, x1, low - 100)
    return frames


def nihms(s: Setting) -> list[Frame]:
    """An author manuscript of PMC: where it was published, title, names, abstract."""
    _at(s, s.left, s.right, 40)
    s.press.paragraph("HHS Public Access", _small(s, 1.3, 1))
    s.press.paragraph("Author manuscript", _small(s, 1.0))
    s.press.paragraph(
        "Vesicle Rev. Author manuscript; available in PMC 2021 June 09.", _small(s, 0.9, 2)
    )
    s.press.paragraph(
        "Published in final edited form as: Vesicle Rev. 2021 March; 12(3): 101–110."
        " doi:10.1234/vesrev.2021.03.",
        _small(s, 0.9),
    )
    _title(s, 1.5)
    s.press.paragraph(_names(s), _small(s, 1.0, 1))
    s.press.paragraph("^{1}" + PLACE, _small(s, 0.9))
    _abstract(s, 1.0)
    s.press.paragraph("Keywords", _small(s, 1.0, 1))
    s.press.paragraph("exosomes; stem cells; tissue repair", _small(s, 1.0))
    below, foot = s.press.y + 14, s.height - 96
    _at(s, s.left, s.right, foot)
    s.press.rule(s.left, s.right, foot)
    s.press.paragraph("Correspondence: first.author@example.org.", _small(s, 0.8))
    s.press.paragraph(
        "Publisher's Disclaimer: This is a PDF file of an unedited manuscript that has been"
        " accepted for publication.",
        _small(s, 0.8),
    )
    return _columns(s, below, foot - 8)


def cover(s: Setting) -> list[Frame]:
    """A sheet of the publisher's with title and citation; the article begins on page two."""
    _at(s, s.left, s.right, 60)
    s.press.paragraph("Vesicle Reviews", _small(s, 1.6, 1))
    s.press.paragraph(
        "ISSN: 1234-5678 (Print) 1234-5679 (Online) Journal homepage: www.example.org",
        _small(s, 0.85),
    )
    _title(s, 2.0)
    s.press.paragraph(_names(s, marks=False), _small(s, 1.1, 1))
    s.press.paragraph(
        f"To cite this article: F. Author (2021) {s.paper.title}, Vesicle Reviews, 12:3, 101-110,"
        " DOI: 10.1234/vesrev.2021.03",
        replace(_small(s, 0.95), before=20.0),
    )
    s.press.paragraph(
        "To link to this article: https://doi.org/10.1234/vesrev.2021.03", _small(s, 0.95)
    )
    s.press.paragraph("Published online: 09 Jun 2021.", _small(s, 0.95))
    s.press.paragraph("Submit your article to this journal", _small(s, 0.95))
    s.press.paragraph("Article views: 1234", _small(s, 0.95))
    s.press.paragraph("View related articles", _small(s, 0.95))
    s.canvas.showPage()
    s.press.page = 2
    _at(s, s.left, s.right, 60)
    s.press.paragraph("VESICLE REVIEWS, 2021, VOL. 12, NO. 3, 101–110", _small(s, 0.8))
    s.press.paragraph("REVIEW ARTICLE", _small(s, 0.85))
    _title(s, 1.8)
    s.press.paragraph(_names(s), _small(s, 1.0))
    s.press.paragraph("^{a}" + PLACE, _small(s, 0.85))
    s.press.paragraph("ABSTRACT", _small(s, 0.85, 1))
    _abstract(s, 0.95, "")
    s.press.paragraph("ARTICLE HISTORY Received 4 March 2021 Accepted 2 June 2021", _small(s, 0.8))
    s.press.paragraph("KEYWORDS Exosomes; stem cells; tissue repair", _small(s, 0.8))
    return [(2, *f[1:]) for f in _columns(s, s.press.y + 14)]


FRONTS: dict[str, Callable[[Setting], list[Frame]]] = {
    "plain": plain, "elsevier": elsevier, "frontiers": frontiers, "springer": springer,
    "mdpi": mdpi, "plos": plos, "wiley": wiley, "nature": nature, "hindawi": hindawi, "bmc": bmc,
    "box": box, "nihms": nihms, "cover": cover,
}  # fmt: skip
