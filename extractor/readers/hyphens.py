"""Words broken at line ends: is the hyphen the printer's or the word's own?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .words import words

HYPHENS = "-‐‑\u00ad\u0002\ufffe"
"""What stands at the end of a line whose last word goes on: hyphens, soft hyphens, and what PDF
converters write for them."""

SOFT = "\u00ad\u0002\ufffe"
"""Those of them that never belong to the word."""

_TOKEN = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_LEFT = re.compile(r"[^\s(\[{“\"/–—,;:]*\Z")
_RIGHT = re.compile(r"[^\s)\]}”\"/–—,;:.!?]*")
_ENOUGH = 4_000_000

_ALWAYS_SEPARATE = words(
    """
    non self cell well high low long short broad cross wide full half single double triple
    two three four five six large small early late first second third wild gene drug dose
    time heat blood quasi free fatty evidence
    quality tumor tumour tissue stem near far hard soft cold warm open     well-known vice follow
    """
)
_MAYBE_SEPARATE = words(
    "anti pro pre co ex post all end age site class state type work fat sex multi semi hand water"
)
_NEVER_SEPARATE = words(
    """
    extra inter intra
    over under un re de dis in im ir il sub super trans micro nano hyper hypo poly mono mis
    fore photo bio neuro cardio immuno para peri endo exo ecto meta macro iso hetero homo
    auto electro chemo cyto hemato haemato osteo chondro myo nephro hepato angio vaso fibro
    lipo glyco proteo phospho ultra con com per ad ab ob sur suf sup sus how more there
    where with through can what when who any some every an on to be up with here out what no
    other never none
    """
)
_STANDING = words(
    """
    derived based dependent independent induced mediated specific related associated like
    free type positive negative treated term rich enriched loaded deficient driven
    expressing engineered modified responsive linked targeted targeting binding coated
    stimulated released secreted conditioned matched fold week day days weeks shock spectrum
    performance throughput containing carrying producing promoting suppressing inhibiting
    resistant sensitive infected transfected transduced primed preconditioned labeled
    labelled knockout knockdown silenced inflammatory apoptotic fibrotic angiogenic tumor
    tumour cultured response term old blind controlled dose scale step stage line lines cell
    cells hematopoietic haematopoietic coding invasive invading small human
    modifying sensitized sensitised injected exposed fed fasted refractory versus stained
    buffered luciferase exclusion rank prone provoked ligated diabetic window deprived defective
    reperfusion bearing naive naïve challenged elicited evoked aged matched fortified depleted
    host old interacting binding forming reactive responding committed guided assisted
    mesenchymal incubated workers seeded pulsed boosted lowering sparing protective
    """
)


class HyphenJudge:
    """Decides at line ends by the document's own words, then by how English makes compounds.

    Args:
        texts: Lines or paragraphs of the document. Words broken at line ends do not count.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._words: dict[str, int] = {}
        self._compounds: dict[str, int] = {}
        seen = 0
        for text in texts:
            for m in _TOKEN.finditer(text, 0, _ENOUGH):
                word = m.group().lower()
                if m.end() == len(text.rstrip(HYPHENS)) and text[m.end() :].strip():
                    continue
                if "-" in word or "‐" in word or "‑" in word:
                    word = word.replace("‐", "-").replace("‑", "-")
                    self._compounds[word] = self._compounds.get(word, 0) + 1
                    for part in word.split("-"):
                        self._words.setdefault(part, 0)
                else:
                    self._words[word] = self._words.get(word, 0) + 1
            seen += len(text)
            if seen > _ENOUGH:
                break

    @staticmethod
    def suspends(before: str, after: str) -> bool:
        """Whether a line ends in a hyphen that the next word does not belong to ("gain-" + "and
        loss-of-function", "Apoe-/-" + "mice").
        """
        return before[-3:] in ("-/-", "+/-") or re.match(r"(?:and|or)\s", after) is not None

    def drops(self, before: str, after: str) -> bool:
        """Whether the hyphen between two line halves goes ("sup-" + "pression": yes).

        Args:
            before: The line up to and with its hyphen.
            after: The next line.
        """
        if not before or not after:
            return False
        if before[-1] in SOFT:
            return True
        left_token = _LEFT.search(before[-60:-1])
        right_token = _RIGHT.match(after[:60])
        left = left_token.group() if left_token else ""
        right = right_token.group() if right_token else ""
        if not left or not right or not right[0].isalpha() or not right[0].islower():
            return False
        chain = re.split(r"[-‐‑]", left)
        last, first = chain[-1], re.split(r"[-‐‑]", right)[0]
        if not last.isalpha() or len(last) < 2 or not last[1:].islower() or not last[-1].isascii():
            return False
        if not first.isascii() or not first.isalpha() or not first.islower():
            return False  # "anti-" + "miR-21", "anti-" + "dsDNA"
        whole = self._words.get((last + first).lower(), 0)
        compound = self._compounds.get(f"{last}-{first}".lower(), 0)
        if whole != compound:
            return whole > compound
        low = last.lower()
        if len(chain) > 1 and low in ("to", "of", "by", "in", "on", "and", "or", "the", "up"):
            return False  # cell-to-cell, end-of-life
        if low in _NEVER_SEPARATE and first not in ("and", "or", "to"):
            return True
        if (
            first in _STANDING
            or first in ("and", "or", "to", "in", "of")
            or low in _ALWAYS_SEPARATE
        ):
            return False
        if low in _MAYBE_SEPARATE and not (len(first) > 3 and self._words.get(first, 0)):
            return True
        if len(chain) > 1 and first in self._words:
            return False
        return not (
            len(low) > 2
            and len(first) > 3
            and self._words.get(low, 0)
            and self._words.get(first, 0)
        )
