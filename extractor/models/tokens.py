"""Tokenising, the same in training and in use.

Two schemes, because the corpora were made with two. The recognisers split a text into runs of
letters and digits and single other characters, which is how the named-entity corpora are cut, so
that their entity borders always fall between tokens. The parser keeps what the dependency
treebank keeps whole: numbers with decimals, abbreviations, prefixed words such as "anti-mouse".
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_PIECE = re.compile(r"[^\W_]+|[^\w\s]|_")

_PREFIXES = (
    "anti|non|pre|post|co|auto|sub|inter|intra|mid|semi|multi|mini|micro|macro|ultra|quasi|extra|"
    "hyper|hypo|immuno|neo|pan|para|peri|poly|pro|pseudo|re|super|trans|un|de|bi|tri|di|uni|over|"
    "under|electro|bio|neuro|counter|cyto|ex|infra|iso|homo|hetero|meta|self|vice"
)
_WORD = re.compile(
    rf"""(?:https?|ftp)://[^\s,;()<>\[\]]*[^\s,;()<>\[\].]
    | www\.[^\s,;()<>\[\]]*[^\s,;()<>\[\].]
    | (?:{_PREFIXES})-[^\W\d_][^\W_]*
    | \d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?![^\W_])
    | \d+\.\d+-[Ff]old(?![^\W_])
    | (?:\d+|[^\W\d_]{{1,4}}\d+)\.\d+[^\W\d_]*(?![^\W_])
    | (?i:can)(?=not\b)
    | (?:e\.g|i\.e|vs|cf|ca|approx|[Ff]igs?|Dr|Mr|Drs|Inc|Ltd|Co|Corp|St|al|no|No|Ref|Refs
        |resp|etc|sp|spp|var|Univ|Eq)\.(?=\W|$)
    | (?<![^\W_])(?:[a-z]\.[a-z]\.|(?:[A-Z]\.){{2,}})
    | (?<![^\W_])[A-Z]\.(?=\s+[A-Za-z])
    | ['’]s(?![^\W_])
    | °\s?[CF](?![^\W_])
    | Ca2\+(?![^\W_])
    | [^\W_]+(?:_[^\W_]+)*[®™]?
    | \.{{2,}} | \*+ | --+ | _+
    | \S
    """,
    re.VERBOSE,
)


def pieces(text: str) -> list[tuple[int, int]]:
    """Cut a text for the recognisers.

    Args:
        text: Any text.

    Returns:
        Half-open character spans of the tokens: runs of letters and digits, and every other
        character that is not white space on its own.
    """
    return [m.span() for m in _PIECE.finditer(text)]


def words(text: str) -> list[tuple[int, int]]:
    """Cut a text for the parser; half-open character spans of its tokens."""
    return [m.span() for m in _WORD.finditer(text)]


class ParserTokenizer:
    """The parser's tokenizer as spaCy wants it: text to ``Doc``, nothing to store.

    White space beyond the one space after a word becomes a token of its own, as in spaCy, so that
    ``doc.text == text`` always.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Make a ``Doc`` whose tokens are those of ``words``."""
        from spacy.tokens import Doc

        forms: list[str] = []
        spaces: list[bool] = []
        at = 0
        for start, end in words(text):
            if start > at:
                gap = text[at:start]
                if forms and gap[0] == " ":
                    spaces[-1] = True
                    gap = gap[1:]
                if gap:
                    forms.append(gap)
                    spaces.append(False)
            forms.append(text[start:end])
            spaces.append(False)
            at = end
        gap = text[at:]
        if gap and forms and gap[0] == " ":
            spaces[-1] = True
            gap = gap[1:]
        if gap:
            forms.append(gap)
            spaces.append(False)
        return Doc(self.vocab, words=forms, spaces=spaces)

    def to_bytes(self, **_: object) -> bytes:
        """Nothing to store."""
        return b""

    def from_bytes(self, _data: bytes, **_: object) -> ParserTokenizer:
        """Nothing to restore."""
        return self

    def to_disk(self, _path: str | Path, **_: object) -> None:
        """Nothing to store."""

    def from_disk(self, _path: str | Path, **_: object) -> ParserTokenizer:
        """Nothing to restore."""
        return self

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterable[Doc]:
        """Tokenise a stream of texts."""
        return (self(text) for text in texts)


_STOP = re.compile(r"""[.!?]["'”’)\]]*(\s+)(?=["'“‘(\[]*[^\W_])|(\s*\n\s*)""")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Za-z]|e\.g|i\.e|vs|cf|ca|approx|[Ff]igs?|Dr|Mr|Inc|Ltd|Co|St|al|[Nn]os?|Refs?"
    r"|resp|spp?|var|Eqs?|Vol))\.$"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Cut a text into sentences.

    A sentence ends at a line break, or at a full stop, question or exclamation mark that is
    followed by white space and a capital letter or digit and does not end an abbreviation.

    Returns:
        Half-open character spans without the white space around them; none is empty.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _STOP.finditer(text):
        if match.group(1) is not None:
            after = text[match.end() :].lstrip("\"'“‘([")[:1] if match.end() < len(text) else ""
            stop = match.start(1)
            if after.islower() or _ABBREVIATED.search(text[max(start, stop - 12) : stop]):
                continue
        else:
            stop = match.start(2)
        if text[start:stop].strip():
            spans.append((start, stop))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return [
        (a + len(text[a:b]) - len(text[a:b].lstrip()), a + len(text[a:b].rstrip()))
        for a, b in spans
    ]
