"""Sentence boundaries inside one block of running text."""

from __future__ import annotations

import re

_END = re.compile(
    r"([.!?…][\"”’')\]]*)(\s+)(?=[\"“‘'(\[]?[A-ZÀ-ÖØ-Þ0-9α-ωΑ-Ω]|(?:mi?R|mi(?:cro)?RNA|let|mRNA|lnc|circ|"
    r"siRNA|i?MSC|iPSC?s?|[a-z]{1,2}[A-Z]|s?EVs?|p\d|c-[A-Z]|(?:hsa|mmu|rno)-|exos?-|"
    r"[a-z]{1,8}-(?:Ex(?=o)|s?E(?=V)))[-A-Za-z0-9])"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|et al|cf|vs|ca|approx|Fig|Figs|fig|figs|Ref|Refs|ref|refs|Eq|Tab|No|"
    r"no|nos|Nos|Dr|Prof|St|Mr|Ms|Mrs|sp|spp|subsp"
    r"|var|viz|resp|incl|Inc|Ltd|Co|Corp|Vol|vol|pp|Suppl|suppl|i\.v|i\.p|s\.c|i\.m|w\.r\.t|"
    r"a\.k\.a|Ph\.D|U\.S|U\.K|max|min|wk|hr|temp|conc)|(?<![\w/+-])[A-Z]|"
    r"(?<=[\d)%a-z] )v|(?:^|\s)[A-Z]\.[A-Z])\.$"
)


def split(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of a block, in order, without the white space between them."""
    out: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        end = match.end(1)
        if match.group(1).startswith("."):
            before = text[max(start, end - 14) : match.start(1) + 1]
            if _ABBREVIATION.search(before) and not _ends_anyway(text, match):
                continue
        if end > start:
            out.append((start, end))
        start = match.end(2)
    tail = len(text.rstrip())
    if tail > start:
        out.append((start, tail))
    return out


_STARTERS = re.compile(
    r"(?:The|These|This|In|Here|Moreover|Furthermore|However|Thus|Therefore|It|They|We|Our|A|"
    r"An|As|Additionally|After|When|Although|Finally|Similarly)\s"
)


_LETTERED = re.compile(
    r"(?:[A-Za-z0-9α-ω]{2,}[-‐‑–]|\b(?:[Hh]epatitis|[Vv]itamin|[Ff]actor|[Pp]rotein|[Aa]nnexin|[Cc]yclin|"
    r"[Cc]omplex|[Cc]ollagen|[Tt]ype|[Hh]a?emophilia|[Cc]athepsin|[Gg]roup|[Pp]anel|[Cc]ohort|[Aa]rm|"
    r"[Pp]rotocol|[Ii]mmunoglobulin|[Tt]roponin|[Ll]amin|[Gg]ranzyme|[Cc]ystatin|[Tt]enascin|"
    r"[Ii]nfluenza|[Gg]rade|[Cc]lass|[Ff]raction|[Ss]tudy|[Pp]art) )[A-Z]$"
)
"""Names that end with a letter of their own, so that the stop behind it is no initial's."""


def _ends_anyway(text: str, match: re.Match[str]) -> bool:
    """Whether a single letter before the stop ("factor C. The …") belongs to a name or is followed
    by a sure starter.
    """
    before = text[: match.start(1)]
    if _LETTERED.search(before[-24:]):
        return True
    word = before.rsplit(None, 1)[-1] if before else ""
    return len(word) == 1 and bool(_STARTERS.match(text, match.end(2)))
