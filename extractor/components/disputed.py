"""Results of others that a letter or report could not see again: "they found fewer macrophages; we
did not", "the claim that vesicles lower X could not be reproduced".
"""

from __future__ import annotations

from dataclasses import replace

from extractor.components.assertions import Assertion
from extractor.components.lazily import lazily
from extractor.components.units import Unit

_AGAIN = r"(?:confirm|reproduce|replicate|corroborate|verify|repeat|see|find|observe|detect)"
_NOT_SEEN = lazily(
    rf" (?:;|,|but|yet|and) (?:but |yet |however , )?(?:we|in our hands it|ours) "
    rf"(?:did|could|can|were) not (?:able to )?(?:so )?(?:[.;,]|{_AGAIN} (?:this|it|that|these|"
    r"them|so|any such))"
    r"| (?:could|can) not be (?:confirmed|reproduced|replicated|corroborated|verified|repeated)\b"
)


_OWN_SUBJECT = lazily(
    r" (?:;|, (?:but|yet|while|whereas|although|though)|but|yet) (?!(?:this|that|it|which|these|"
    r"they|the (?:finding|result|observation|claim|effect|report)s?) )(?:(?!;)[^\s]+ )+$"
)
"""A clause that the words stand in, where its subject takes up nothing told before."""
_CHANGES = frozenset(
    "rise increase decrease fall drop gain decline reduction improvement change trend".split()
)
_REACH = (["not", "reach"], ["failed", "to", "reach"], ["short", "of"])


def _insignificant(row: list[Unit], keys: list[str], told: list[Assertion]) -> list[Assertion]:
    """A change denied that is taken up as not significant: "X rose, but the rise did not reach
    significance".
    """
    end = keys.index("significance")
    for k in range(end - 1, max(1, end - 8), -1):
        if row[k].found is not None:
            return told
        if keys[k] in _CHANGES and keys[k - 1] in ("the", "this", "that", "its"):
            fails = any(words == keys[m : m + len(words)] for words in _REACH
                        for m in range(k, end))  # fmt: skip
            before = max((x.at for x in told if x.at < k - 1 and x.sign), default=-1)
            if fails and before >= 0:
                return [replace(x, negated=True) if x.at == before and x.sign else x for x in told]
    return told


def disputed(row: list[Unit], told: list[Assertion]) -> list[Assertion]:
    """What is told before such words denied."""
    keys = [u.key for u in row]
    if "significance" in keys and told:
        told = _insignificant(row, keys, told)
    if "not" not in keys or not told:
        return told
    starts, text = [], " "
    for u in row:
        starts.append(len(text))
        text += ("~" if u.found is not None else u.key) + " "
    met = _NOT_SEEN.search(text)
    if met is None:
        return told
    # "X fell, but an effect on Y could not be confirmed": Y it is that is in dispute
    own = _OWN_SUBJECT.search(text, 0, met.start() + 1)
    since = own.start() if own is not None else -1
    return [
        replace(x, negated=True) if x.sign and since < starts[x.at] < met.start() else x
        for x in told
    ]
