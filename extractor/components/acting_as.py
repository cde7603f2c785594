"""Words that look like the name of a disease or an outcome and are none: what a molecule "acted
as", a verb behind a name.
"""

from __future__ import annotations

from extractor.components.found import Found
from extractor.tokens import Tokens

_ACTS = ("act", "acts", "acted", "acting", "serve", "serves", "served", "serving", "function",
         "functions", "functioned", "functioning", "work", "works", "worked", "behave",
         "behaves", "behaved", "behaving")  # fmt: skip
_CLASSES = (" factors", " cytokines", " proteins", " mediators", " genes")


def acts_as(keys: list[str], first: int) -> bool:
    """Whether "acted as a" stands before a token."""
    at = first - 1 if keys[first - 1 : first] in (["a"], ["an"]) else first
    before = keys[max(0, at - 2) : at]
    return len(before) == 2 and before[1] == "as" and before[0] in _ACTS


def is_role(tokens: Tokens, f: Found) -> bool:
    """Whether a class of molecules is what one molecule acted as ("as a pro-angiogenic factor"):
    then the outcome in its name counts, not the class.
    """
    return (
        f.kind == "effect"
        and f.mention.label.endswith(_CLASSES)
        and acts_as(tokens.keys, f.first)
        and not f.mention.text.endswith("s")
    )


_OBJECTS_OPEN = frozenset("less more fewer lower higher greater weaker a an the no".split())


def no_name(tokens: Tokens, f: Found) -> bool:
    """Whether words only look like the name of a disease or an outcome: "bortezomib induced less
    apoptosis" has a verb, "peri-infarct astrocytes" lie beside the infarct.
    """
    keys = tokens.keys
    if f.kind not in ("disease", "effect"):
        return False
    if is_role(tokens, f):
        return True
    if keys[f.last - 1] == "induced" and f.last - f.first > 1 and keys[f.last - 2] != "-":
        return bool(_OBJECTS_OPEN & set(keys[f.last : f.last + 1]))
    return f.first > 1 and keys[f.first - 1] == "-" and keys[f.first - 2] == "peri"
