"""What a document says in one place holds in others.

Abbreviations take the type of their long form: "... cyclophosphamide (CP) ..." makes every later
"CP" a chemical if the recogniser took the long form for one, and takes a wrong type away from "CP"
if it took the long form for nothing. And the places of a name that is repeated inform each other:
a symbol that is plainly a gene in most sentences is more likely one in the unclear ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.models.network import Array

Span = tuple[int, int, str]
Short = tuple[str, ...]

_LONGEST_SHORT = 3
_BLENDED = 0.25
_CLOSING = frozenset(")];,")


def abbreviates(short: str, long: str) -> bool:
    """Whether the letters of ``short`` stand in ``long`` in order, the first beginning a word."""
    letters = [c for c in short.lower() if c.isalnum()]
    text = long.lower()
    if not letters:
        return False
    at = len(text) - 1
    for i in range(len(letters) - 1, -1, -1):
        while at >= 0 and (
            text[at] != letters[i] or (i == 0 and at > 0 and text[at - 1].isalnum())
        ):
            at -= 1
        if at < 0:
            return False
        at -= 1
    return True


class Repeats:
    """Names that a document repeats: words that are not all small letters.

    Args:
        sentences: Token lists, in reading order.
        window: How many sentences apart two places may be to inform each other.
    """

    def __init__(self, sentences: Sequence[Sequence[str]], window: int = 1_000_000) -> None:
        import numpy as np

        groups: dict[str, list[tuple[int, int]]] = {}
        at = 0
        for number, tokens in enumerate(sentences):
            for token in tokens:
                if len(token) > 1 and not token.islower() and not token.isdigit():
                    groups.setdefault(token, []).append((at, number))
                at += 1
        repeated = [group for group in groups.values() if len(group) > 1]
        places = np.array([p for group in repeated for p in group], dtype=np.int64).reshape(-1, 2)
        self._at = places[:, 0]
        far = len(sentences) + window + 1  # keeps the groups apart
        group = np.repeat(np.arange(len(repeated)), [len(g) for g in repeated])
        key = group * 2 * far + places[:, 1]
        self._first = np.searchsorted(key, key - window)
        self._end = np.searchsorted(key, key + window, side="right")

    def blend(self, scores: Array) -> None:
        """Move the scores of every repeated name some way to their mean over its places.

        Args:
            scores: One row for each token, in reading order; changed in place.
        """
        import numpy as np

        if not len(self._at):
            return
        rows = scores[self._at]
        sums = np.zeros((len(rows) + 1, rows.shape[1]))
        np.cumsum(rows, axis=0, out=sums[1:], dtype=np.float64)
        count = (self._end - self._first)[:, None]
        means = (sums[self._end] - sums[self._first]) / count
        scores[self._at] = rows + _BLENDED * (means - rows)


class Abbreviations:
    """Where abbreviations are defined and used in the sentences of a document.

    Args:
        sentences: Token lists, in reading order.
        window: For how many sentences a definition holds.
    """

    def __init__(self, sentences: Sequence[Sequence[str]], window: int = 1_000_000) -> None:
        self.sentences = sentences
        self.uses: list[tuple[int, int, Short, int]] = []
        """Sentence, token, short form and number of the definition that holds there."""
        self.definitions: list[tuple[int, int, Short]] = []
        """Sentence and token of the opening bracket, and the short form behind it."""
        holds: dict[Short, int] = {}
        firsts: dict[str, list[Short]] = {}
        for number, tokens in enumerate(sentences):
            for at, token in enumerate(tokens):
                if token in ("(", "["):
                    short = _short_form(tokens, at + 1)
                    if short is not None:
                        if short not in holds:
                            firsts.setdefault(short[0], []).append(short)
                        holds[short] = len(self.definitions)
                        self.definitions.append((number, at, short))
            if not holds:
                continue
            for at, token in enumerate(tokens):
                for short in firsts.get(token, ()):
                    definition = holds[short]
                    near = number - self.definitions[definition][0] <= window
                    if near and tuple(tokens[at : at + len(short)]) == short:
                        self.uses.append((number, at, short, definition))

    def apply(self, found: Sequence[Sequence[Span]]) -> list[list[Span]]:
        """Carry the types of long forms over to the uses of their short forms.

        Args:
            found: One recogniser's spans of every sentence, in token offsets.

        Returns:
            The spans with those of short forms added, retyped or taken away.
        """
        out = [list(spans) for spans in found]
        meanings = [self._meaning(i, out) for i in range(len(self.definitions))]
        for number, at, short, definition in self.uses:
            known, kind = meanings[definition]
            if not known:
                continue
            end = at + len(short)
            here = [s for s in out[number] if s[0] < end and at < s[1]]
            alone = len(here) == 1 and here[0][:2] == (at, end)
            if kind is None and alone:
                out[number].remove(here[0])
            elif kind is not None and (alone or not here):
                if alone:
                    out[number].remove(here[0])
                out[number].append((at, end, kind))
        return [sorted(spans) for spans in out]

    def _meaning(self, definition: int, found: Sequence[Sequence[Span]]) -> tuple[bool, str | None]:
        """Whether the long form is known, and its type (``None``: it is no entity)."""
        number, at, short = self.definitions[definition]
        tokens = self.sentences[number]
        name = "".join(short)
        before = [s for s in found[number] if s[0] < at <= s[1]]
        for start, end, kind in before:
            if end == at and abbreviates(name, " ".join(tokens[start:at])):
                return True, kind
        reach = min(len(name) + 5, 2 * len(name))
        plain = not before and abbreviates(name, " ".join(tokens[max(0, at - reach) : at]))
        return plain, None


def _short_form(tokens: Sequence[str], start: int) -> Short | None:
    for length in range(1, _LONGEST_SHORT + 1):
        end = start + length
        if end < len(tokens) and tokens[end] in _CLOSING:
            name = "".join(tokens[start:end])
            good = 2 <= len(name) <= 10 and name[0].isalnum() and any(c.isupper() for c in name)
            return tuple(tokens[start:end]) if good else None
    return None
