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


def disputed(row: list[Unit], told: list[Assertion]) -> list[Assertion]:
    """What is told before such words denied."""
    keys = [u.key for u in row]
    if "not" not in keys or not told:
        return told
    starts, text = [], " "
    for u in row:
        starts.append(len(text))
        text += ("~" if u.found is not None else u.key) + " "
    met = _NOT_SEEN.search(text)
    if met is None:
        return told
    return [
        replace(x, negated=True) if x.sign and starts[x.at] < met.start() else x for x in told
    ]
