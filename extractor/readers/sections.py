"""What single lines are: headings, captions, lists, furniture, front and back matter."""

from __future__ import annotations

import re

from .section_names import plain_name, zone_of
from .words import words

LABEL_WORDS = (
    r"backgrounds?(?: and (?:aims?|objectives?|purpose|rationale))?|introduction|context|"
    r"rationale|importance|"
    r"objectives?|aims?(?: and objectives?)?|purpose|goals?|hypothesis|scope|"
    r"(?:study )?design(?: and methods)?|setting|(?:materials?|patients|subjects|study design|"
    r"animals) and methods|methods and materials|"
    r"methods and results|methods|methodology(?:/principal findings)?|experimental (?:design|"
    r"approach|procedures)|approach|"
    r"(?:main |key )?results(?: and (?:discussion|conclusions?))?|(?:principal |main |"
    r"key )?findings|observations|"
    r"(?:main )?conclusions?(?: and (?:significance|implications|relevance))?|"
    r"conclusions?/significance|discussion|interpretations?|significance|"
    r"summary|data sources|study selection|data extraction|data synthesis|interventions?|"
    r"main outcome measures?|"
    r"outcomes?|implications|limitations|perspectives?|translational (?:impact|perspective)|"
    r"impact|highlights|recent findings|purpose of review|"
    r"areas covered|expert opinion|key messages?|novelty|advances|critical issues|"
    r"future directions|innovation|statement of significance|"
    r"keywords|key words|abbreviations|funding|abstract|trial registration|clinical relevance|"
    r"practical implications|originality/value|"
    r"graphical abstract"
)
LABEL = re.compile(
    rf"(?:\A|(?<=[.!?)\]] )|(?<=[.!?]))((?i:{LABEL_WORDS}))\s?(?::|(?<=[A-Z])\.|\.(?=\s)|"
    rf"\s?[—–](?=\s?[A-Z])|\s-(?=\s[A-Z]))\s*(?=[^\s])"
)
"""A run-in label such as "Methods: " at the start of a text or behind a sentence."""
_CAPTION = re.compile(
    r"((?:supplement(?:ary|al) |suppl?\.? |extended data |additional |online |appendix )?"
    r"(?:fig(?:ure)?s?\.?|tables?|tab\.|scheme|box|chart|graphical abstract|plate|video|movie)\s?"
    r"(?:[A-Z]?\d{1,3}[A-Za-z]?|[IVX]{1,5}|S\d{1,3})\b)\s?([.:|–—])?\s*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_VERB = re.compile(
    r"(?:shows?|showed|depicts?|illustrates?|summari[sz]es?|presents?|lists?|gives?|provides?|"
    r"displays?|demonstrates?|represents?|contains?|"
    r"describes?|compares?|outlines?|reports?|indicates?|is|are|was|were|and|in|also|below|"
    r"above|highlights?|has|have|"
    r"can|to|for|a|b|c|d|e|f|A|B|C|D|E|F|details|suggests?|reveals?|includes?|of)\b|[,;)]"
)
_FIGURE_WORD = re.compile(r"(?:figure|table|fig\.?|image|scheme)\s?\d{1,3}", re.IGNORECASE)
_BULLET = re.compile(r"(?:[•●▪■◆►➢✓◦‣∙○·*–—-]|\uf0b7)\s+(?=\S)")
_NUMBER_ITEM = re.compile(r"(?:\(\d{1,2}\)|\d{1,2}\)|\([a-z]\)|[a-z]\)|\([ivx]{1,4}\))\s+(?=\S)")
_FURNITURE = re.compile(
    r"skip to (?:main )?(?:content|navigation|article|search)|(?:view|download|full[- ]size|"
    r"open|enlarge)[\w ,-]{0,25}(?:image|table|figure|pdf|slide|citation)s?|"
    r"full size (?:image|table)|download (?:references|citation|pdf|article|epub)|"
    r"article\s+google scholar|"
    r"(?:\[?(?:article|cas|ads|pubmed(?: central)?|google scholar|crossref|full text|"
    r"pmc free article|mathscinet|view article|web of science|scopus|medline)\]?[\s,|·]*)+|"
    r"reprints and permissions|check for updates\b.{0,80}|cite this article|about this article|"
    r"share this article|anyone you share .*|"
    r"(?:get|copy) (?:shareable|the) link.*|copy to clipboard|copied to clipboard|"
    r"provided by the springer nature.*|sorry, a shareable link.*|"
    r"view author publications|you can also search for this author .*|"
    r"search for (?:this )?author.*|search for more papers.*|"
    r"(?:search|menu|home|log ?in|sign ?(?:in|up)|register|subscribe|my account|cart|help|"
    r"contact(?: us)?|about(?: us)?|faq|sitemap|"
    r"privacy(?: policy)?|terms(?: (?:of use|and conditions))?|cookie(?:s| policy| settings)?|"
    r"accept(?: all)? cookies|advertisement|metrics(?: details)?|"
    r"(?:\d[\d,.k]*\s)?(?:accesses|citations?|altmetric|views|downloads|shares|likes)|share|"
    r"tweet|facebook|twitter|linkedin|e?mail|print|save|"
    r"back to top|top|previous(?: article)?|next(?: article)?|sections|figures|references|"
    r"on this page|jump to.*|go to:?|navigate.*|"
    r"table of contents|article contents|related (?:articles|content)|similar articles|"
    r"cited by.*|recommended(?: articles)?|"
    r"crossmark|supplementary data are available.*|view (?:all|more|less|large|in browser|"
    r"article|abstract|full text|metrics|author information).*|"
    r"show (?:all|more|less|abstract|hide)|expand|collapse|close|loading.*|open in a (?:new tab|"
    r"separate window)|"
    r"pdf|html|xml|epub|full text(?: \(pdf\))?|get access|buy article.*|purchase.*|rent.*|"
    r"export citations?.*|"
    r"bmc|springer link|springerlink|nature portfolio|sciencedirect|pubmed|pmc|ncbi|"
    r"an official website of .*|"
    r"author manuscript; available in pmc.*)",
    re.IGNORECASE,
)
_AMBIGUOUS = frozenset(
    {
        "figures",
        "references",
        "sections",
        "help",
        "about",
        "citation",
        "citations",
        "print",
        "save",
        "top",
        "home",
    }
)
_FRONT_LINE = re.compile(
    r"(?:\d+\.\s)?[A-Z][^.;]{1,60}\.\s(?:19|20)\d\d(?:\s[A-Z][a-z]{2}[-\w ]{0,12})?"
    r";\s?\d+.{0,120}\Z|"
    r"[*†‡#✉]{0,2}\s?(?:authors? to whom correspondence|(?:external |academic )?editor:)|"
    r"[*†‡#✉]{0,2}\s?(?:key ?words?|index terms|correspondence(?: to| should)?|"
    r"corresponding authors?|e-?mail|tel|fax|received|revised|accepted|published(?: online)?|"
    r"available online|doi|issn|isbn|pmid|pmcid|academic editor|edited by|reviewed by|"
    r"handling editor|citation|how to cite|"
    r"article history|editor|authors?|affiliations?|mesh|subject)\s?[:：]|"
    r"(?:received|accepted|revised|published)(?: online)?:? \d|(?:©|\(c\)) ?(?:the )?(?:author|"
    r"\d{4})|copyright ©?|©|"
    r"(?:https?://)?(?:dx\.)?doi\.org/|doi:?\s?10\.|https?://\S+\Z|www\.\S+\Z|open access\Z|"
    r"(?:this is an )?open access(?: article)? (?:this article|article|distributed|under|is)|"
    r"(?:systematic |mini[- ]?|narrative )?reviews?(?: article)?\Z|(?:original |"
    r"research )?(?:research|article|paper|investigation|communication)(?: article)?\Z|"
    r"(?:short|rapid) communication\Z|case report\Z|letter to the editor\Z|editorial\Z|"
    r"commentary\Z|published:? ",
    re.IGNORECASE,
)
_BACK_LINE = re.compile(
    r"(?:acknowledge?ments?|funding|financial support|(?:declaration of )?(?:conflicts?|"
    r"competing) (?:of )?interests?(?: statement)?|author contributions?|"
    r"authors['’] contributions?|"
    r"ethics (?:statement|approval)|ethical approval|data availability(?: statement)?|"
    r"availability of data and materials|supplementary materials?|consent for publication|"
    r"institutional review board statement|informed consent statement|sample availability|"
    r"publisher['’]s note|disclosure)\s?[:.：]\s|"
    r"(?:the )?authors? (?:declare|have declared|report|disclose)s? (?:that )?(?:they have |"
    r"there (?:is|are) )?no\b|"
    r"this (?:work|study|research|project) was (?:financially |partly |partially )?(?:supported|"
    r"funded) by\b|"
    r"(?:this is an )?open access(?: article| this article)? (?:is |distributed |licensed |"
    r"under )|springer nature remains neutral\b",
    re.IGNORECASE,
)
_BANNER = re.compile(
    r"\A(?:[A-Z]{1,5} ){3,}|\bOpen Access\Z|\b(?:Publishing|Publishers?|Press)(?: \w+)?\Z|"
    r"\bArticle ID\b"
)
_AFFILIATION = re.compile(
    r"\b(?:Department|Dept|University|Universit[àäé]\w*|Institute|Hospital|School of|College of|"
    r"Faculty|Laborator(?:y|ies)|Academy of|"
    r"Cent(?:er|re) (?:for|of)|Division of|Research Cent(?:er|re)|Medical Sciences)\b|@\w+\."
)
_NAME_MARKS = re.compile(
    r"[\d,*†‡§¶#✉¹²³⁴⁵⁶⁷⁸⁹⁰·\s]+(?:[a-e](?=[\d,*\s]|\Z)[\d,*†‡§¶#✉¹²³⁴⁵⁶⁷⁸⁹⁰·\s]*)*\Z|"
    r"\s?\([^()]*\)\Z"
)
_NAME_WORD = re.compile(
    r"[^\W\d_a-z][\w.'’‐-]*|(?:van|von|de|der|den|dos|del|di|da|la|le|bin|ibn|al|el|ten|"
    r"ter)(?:-[A-Z]\w+)?"
)
_DEGREE = words(
    """
    MD PhD M.D. Ph.D. MSc BSc Ph.D M.D DVM Jr Jr. Dr Prof
    """
)
_FUNCTION = re.compile(
    r"\b(?:the|of|in|for|with|by|from|to|is|are|was|on|as|an?|that|which|through|via|derived|"
    r"using|during|after|against|their|role)\b"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|will|would|"
    r"should|must|show(?:s|ed)?|found|reveal(?:s|ed)|"
    r"reported?|suggest(?:s|ed)|demonstrated?|increase[sd]|decrease[sd]|we|they|it|this|these|"
    r"there|used|played?|occur(?:s|red)|act(?:s|ed)?|fell|rose|"
    r"inhibit(?:s|ed)|promote[sd]|reduce[sd]|improve[sd]|induce[sd]|target(?:s|ed)|migrated?|"
    r"proliferated?|died|survived|not)\b",
    re.IGNORECASE,
)


def may_be_heading(text: str) -> bool:
    """Whether a line has the form of a heading (what stands around it decides)."""
    if (
        not text
        or len(text) > 130
        or (text[-1] in ".;,!" and not zone_of(text))
        or text.endswith(("-", "–", "("))
    ):
        return False
    first = text[0]
    if not (
        first.isupper()
        or first.isdigit()
        or first in '“"‘('
        or (first.isalpha() and not first.islower())
        or re.match(r"(?:mi|lnc|circ|si|m|i|h|sn|t|r)[A-Z]|[α-ω]-", text)
    ):
        return False
    if is_bullet(text) or caption_of(text) or text.count("(") != text.count(")"):
        return False
    words = text.split()
    name = plain_name(text)
    letters = sum(c.isalpha() for c in name)
    return len(words) <= 18 and letters * 2 > len(name) and letters > 2


def has_verb(text: str) -> bool:
    """Whether a line holds a verb form that headings hardly ever have."""
    return bool(_FINITE.search(text))


def is_shouted(text: str) -> bool:
    """Whether a line is set in capitals throughout, as headings are in some journals."""
    letters = [c for c in text if c.isalpha()]
    return (
        len(letters) >= 8
        and len(text.split()) >= 2
        and sum(c.isupper() for c in letters) * 10 >= len(letters) * 9
        and ("," not in text and not any(c.isdigit() for c in text))
    )


def is_run_in(text: str) -> bool:
    """Whether a text is, or begins with, a run-in label ("Methods: …")."""
    return bool(LABEL.match(text)) or (bool(_BARE.match(text)) and bool(_bare_labels(text)))


def opens_label(text: str, always: bool) -> bool:
    """Whether a line opens a labelled part; ``always``: only labels that are never mid-sentence."""
    m = LABEL.match(text)
    if not m or not text[0].isupper():
        return False
    return not always or m.group(1).casefold() in (
        "abstract",
        "keywords",
        "key words",
        "abbreviations",
    )


_BARE = re.compile(
    r"(?:\A|(?<=[.!?)\]] ))((?:Background|Introduction|Context|Purpose|Objectives?|Aims?|"
    r"(?:Materials and |Patients and )?[Mm]ethods|Results|Findings|Discussion|Conclusions?)|"
    r"BACKGROUND|INTRODUCTION|CONTEXT|PURPOSE|OBJECTIVES?|AIMS?|(?:MATERIALS AND |PATIENTS AND )?"
    r"METHODS|RESULTS|FINDINGS|DISCUSSION|CONCLUSIONS?) (?=[^\s.,;:)])"
)
_NO_LABEL = re.compile(
    r"(?:of|and|or|for|from|in|on|that|which|to|with|by|as|at|are|is|was|were|will|may|can|have|"
    r"has|had|obtained|shown|show(?:s|ed)?|suggest(?:s|ed)?|indicate[sd]?|demonstrate[sd]?|"
    r"reveal(?:s|ed)?|confirm(?:s|ed)?|support(?:s|ed)?|include[sd]?|used|using|described|"
    r"point(?:s|ed)?|impl(?:y|ies|ied)|agree[sd]?|differ(?:s|ed)?|likewise|also|therefore)\b"
)
_RANKS = {
    label: rank
    for rank, group in enumerate(
        (
            "background introduction context purpose objective objectives aim aims",
            "methods",
            "results findings",
            "discussion conclusion conclusions",
        )
    )
    for label in group.split()
}
"""The labels of an abstract by their last word, with their place in its order."""


def _bare_labels(text: str) -> list[re.Match[str]]:
    """Labels with nothing behind them but a space ("Background Cells die. Methods Rats were …"),
    as bold print leaves them: believed where three of them stand in their order.
    """
    found = [m for m in _BARE.finditer(text) if not _NO_LABEL.match(text, m.end())]
    told = [m for m in LABEL.finditer(text) if m.group(1)[0].isupper()]
    every = sorted({m.start(1): m for m in [*told, *found]}.items())
    known = [_BARE.match(f"{m.group(1)} x") for _, m in every]  # of "Aims and scope", "Aims"
    ranks = [_RANKS[m.group(1).casefold().split()[-1]] for m in known if m is not None]
    return found if len(ranks) > 2 and 2 in ranks and ranks == sorted(set(ranks)) else []


def labels(text: str) -> list[re.Match[str]]:
    """The run-in labels of a paragraph; one with a full stop only counts at its start."""
    if "esults " in text or "ESULTS " in text or "indings " in text or "INDINGS " in text:
        bare = _bare_labels(text)
        if bare:
            every = {m.start(1): m for m in [*bare, *_with_signs(text)]}
            return [every[at] for at in sorted(every)]
    return _with_signs(text)


def _with_signs(text: str) -> list[re.Match[str]]:
    """Labels with a colon, a dash or a full stop."""
    out: list[re.Match[str]] = []
    for m in LABEL.finditer(text):
        label = m.group(1)
        if not label[0].isupper() or (
            m.start(1) and not set(":—–-") & set(m.group()[len(label) :]) and not label.isupper()
        ):
            continue
        out.append(m)
    return out


def run_in(text: str) -> tuple[str, int] | None:
    """A short noun phrase with full stop or colon before a paragraph: "Lupus. Cells …".

    Returns:
        The phrase, and where the text behind it begins; whether it is a heading is for the
        document to prove, by doing it more than once.
    """
    m = re.match(r"([^\W\d_a-z][^.:!?;,]{2,60})([.:])\s+(?=[^\W_a-z]|[a-z]{1,4}[A-Z]|let-)", text)
    if not m or len(m.group(1).split()) > 6 or len(text) - m.end() < 20:
        return None
    phrase = m.group(1)
    if (
        _FINITE.search(phrase)
        or phrase.endswith((" al", " vs", " e.g", " Dr"))
        or phrase in ("Fig", "Table")
    ):
        return None
    return phrase, m.end()


def caption_of(text: str) -> tuple[str, str] | None:
    """Label and rest of a figure's or table's caption; ``None`` for running text.

    "Figure 2 shows …" is running text; "Figure 2. Uptake", "Table 1 Studies" and "Fig. 3" are not.
    """
    m = _CAPTION.match(text) if text[:1].isalpha() and text[0].isupper() else None
    if not m:
        return None
    mark, rest = m.group(2), m.group(3)
    if rest and not mark and (_VERB.match(rest) or rest[0].islower()):
        return None
    if mark and not rest and len(text) > 25:
        return None
    return m.group(1), rest


def is_bullet(text: str) -> bool:
    """Whether a line is an item of a list."""
    return bool(_BULLET.match(text) or _NUMBER_ITEM.match(text))


def bullet_end(text: str) -> int:
    """Where the text of a list item begins; a number stays, a bullet goes."""
    m = _BULLET.match(text)
    return m.end() if m else 0


def is_furniture(text: str) -> bool:
    """Whether a line belongs to the web page, not to the paper."""
    if len(text) > 160:
        return False
    low = re.sub(r"\s+", " ", text).strip(" |·»«>").casefold()
    if not low:
        return True
    return low not in _AMBIGUOUS and bool(_FURNITURE.fullmatch(low))


def is_figure_word(text: str) -> bool:
    """Whether a line only repeats a figure's number, as web pages do under the label."""
    return bool(_FIGURE_WORD.fullmatch(text))


def opens_matter(text: str) -> bool:
    """Whether a line opens front or back matter by the words it begins with ("Received: …")."""
    return bool(_FRONT_LINE.match(text) or _BACK_LINE.match(text)) and text[0] != "h"


def is_front(text: str) -> bool:
    """Whether a line is matter that stands before the text: authors, addresses, dates, keywords."""
    head = text[:600]
    if _FRONT_LINE.match(head) or (len(text) < 120 and _BANNER.search(head)):
        return True
    if (
        len(text) < 600
        and _AFFILIATION.search(head)
        and not re.search(r"\b(?:we|were|was|has|have)\b", head)
    ):
        return True
    return is_authors(text)


def is_authors(text: str) -> bool:
    """Whether a line is a list of names."""
    if len(text) > 1500 or ("," not in text and " and " not in text and "&" not in text):
        return False
    if _FUNCTION.search(text):
        return False
    names = 0
    for piece in re.split(r",|;|\band\b|&", text.rstrip(".")):
        words = _NAME_MARKS.sub("", piece.strip()).split()
        if not words or words[0] in _DEGREE or words == ["a"] or words == ["b"]:
            continue
        if not 2 <= len(words) <= 6 or not all(
            _NAME_WORD.fullmatch(w.strip("*†‡§0123456789")) for w in words
        ):
            return False
        names += 1
    return names >= 2


def is_back(text: str) -> bool:
    """Whether a paragraph is matter that stands behind the text: funding, interests, licence."""
    return bool(_BACK_LINE.match(text[:300]))
