"""Vesicles of which one sentence tells the same change side by side: "rose by 40% with A and by 15%
with B", "A raised it by 60%, B by 30%", "shrank after A, and even more after B".
"""

from __future__ import annotations

from extractor.components.assertions import Assertion
from extractor.components.discourse import Sentence
from extractor.components.found import Found
from extractor.components.lazily import lazily

_FIGURE = (
    r"(?:[<>~]?\d[\d.,]*(?: ?[-–±] ?[\d.]+)?(?: ?%| ?fold\b|-fold\b)?|half|a third|a quarter|"
    r"(?:two|three|four|five|ten)fold)"
)
_RECIPIENTS = r"(?:mice|rats|animals|those|pups|cells)"
_LINK = lazily(
    r"^[^;.]{0,30}?(?:,| and|,? but| or)(?: and| but)?,? "
    rf"(?:(?:only |just |merely )?by (?:(?:about|some|only) )?{_FIGURE} (?:\w+ )?|"
    r"even (?:more|further|less) (?:\w+ )?|(?:more|less|further) (?:\w+ )?|"
    r"(?:(?:even |also )?(?:more|less) so|(?:though |albeit |although )?(?:more|less) (?:so|"
    r"\w+ly)|(?:though |albeit |although |if )?to an? (?:\w+ )?(?:lesser|smaller|greater|larger|"
    r"similar|lower|higher|minor) (?:degree|extent)),? )"
    r"(?:with|after|by|in|following|upon|for|under) (?:the )?"
    rf"(?:{_RECIPIENTS} (?:given|that received|treated with|receiving) )?$"
)
"""What stands between two preparations that share a change told with figures or degrees."""
_LIST = lazily(
    r"^\S{0,12}?(?:,| and|,? and| or| as well as| but also|, )"
    r"(?: (?:with|by|after|in|for))?(?: the)? $"
)
"""What stands between two preparations of one list: "by A and B", "both A and B"."""
_GAPPED = lazily(
    rf"^ (?:only |just |merely )?by (?:only |just |merely |about |some |roughly )?{_FIGURE}"
    r"|^ (?:only |even |far |much )?(?:(?:marked|strong|slight|moderate|weak|profound|considerab|"
    r"substantial|part)\w*ly|more|less|further|more so|less so)\s*(?:[.,;]|$)"
)
"""What stands behind a preparation whose verb is left out: "B by 30%"."""
_REST = lazily(r"^[-‐–]\w+")
"""What is glued to the word for vesicles: "21" of "Exo-21"."""
_JOINS = lazily(r"(?:,| and|;)(?: and| while| whereas)? (?:the |that of )?$")
_AGAINST = lazily(
    r"\b(?:than|versus|vs|against|compared|relative to|unlike|instead of|rather)\b"
)


def beside(s: Sentence, x: Assertion, v: Found) -> list[Found]:
    """The vesicles named behind the acting ones of which the change is told too.

    Args:
        s: The sentence.
        x: A change in it, that is not denied.
        v: The vesicles that act in it.
    """
    if x.negated or not x.sign:
        return []
    tokens = s.analysis.tokens
    text = tokens.text
    out: list[Found] = []
    last = v
    for w in sorted(s.of("vesicle"), key=lambda w: w.first):
        if w.first < last.last:
            continue
        if w.first == last.last + 1 and tokens.ends[last.last - 1] + 1 == tokens.starts[w.first]:
            last = w  # "Exo-EV" is one name
            continue
        begin = _name_start(text, tokens.starts[w.first])
        between = text[tokens.ends[last.last - 1] : begin].lower()
        lesser = _LESS_THAN.search(between)
        if (_AGAINST.search(between) and not lesser) or len(between) > _FAR:
            break
        behind = _REST.sub("", text[tokens.ends[w.last - 1] :].lower(), count=1)
        gapped = _GAPPED.match(behind) and _JOINS.search(between)
        if not (lesser or gapped or _LINK.match(between) or _LIST.match(between)):
            break
        out.append(w)
        last = w
    return out


_LESS_THAN = lazily(
    r"^[^,;.:]*\b(?:less (?:(?:so|\w+ly|effective|potent|active|marked) )?than|"
    r"(?:more|further) (?:\w+ly )?than|"
    r"as (?:effective|effectively|potent|strongly|markedly|well|much) as) "
    r"(?:(?:did|with|by|after|in|the|those|given|mice|rats|animals|cells) )*$"
)
"""Between two preparations of which one does more than the other: "A lowered X less than B"."""
_FAR = 140
_ONLY = lazily(
    rf"\b(?:only|solely|exclusively) (?:(?:by|with|after|in|upon|following|under|for) )?(?:the )?"
    rf"(?:{_RECIPIENTS} (?:given|that received|treated with|receiving|injected with) )?(?:the )?$"
)
_ONLY_BEHIND = lazily(
    r"^(?:[- ](?:treated|injected))?(?: (?:group|arm|mice|rats|animals))? (?:only|alone)"
    r"\s*(?:[.,;]|$)"
)


def only_by(s: Sentence, v: Found) -> bool:
    """Whether vesicles alone are said to have done something: "only by A", "with A alone."."""
    tokens = s.analysis.tokens
    begin = _name_start(tokens.text, tokens.starts[v.first])
    before = tokens.text[tokens.starts[s.first] : begin].lower()
    if _ONLY.search(before):
        return True
    behind = tokens.text[tokens.ends[v.last - 1] : tokens.ends[s.last - 1]].lower()
    return _ONLY_BEHIND.match(behind) is not None and "only" not in before


def _name_start(text: str, start: int) -> int:
    """Where the word begins of which a mention is the end ("AD-Exo")."""
    while start and not text[start - 1].isspace() and text[start - 1] not in "([,;":
        start -= 1
    return start


_FALLS = {"lowest": "highest", "smallest": "largest", "shortest": "longest", "least": "most",
          "fewest": "most", "thinnest": "thickest", "mildest": "worst", "weakest": "strongest"}
_EXTREMES = _FALLS | {v: k for k, v in _FALLS.items()} | {"greatest": "smallest", "best": "worst"}
_COMES_NEXT = frozenset(
    "intermediate followed lower smaller shorter less fewer higher larger longer more greater "
    "thicker better milder".split()
)
GRADES = _COMES_NEXT | _EXTREMES.keys()
"""Words of an order: "lowest with A, lower with B"."""


def in_order(s: Sentence, baseline: frozenset[str], trigger: int) -> list[Found]:
    """The vesicles that come before a baseline in an order: "lowest with A, intermediate with B and
    highest with saline", "smaller with A and smallest with B".

    Args:
        s: The sentence.
        baseline: Words for what the arms are set against.
        trigger: The token behind the word of change.
    """
    keys = s.analysis.tokens.keys
    stop = next((k for k in range(trigger, s.last) if keys[k] in (";", ".", ":")), s.last)
    within = keys[trigger - 1 : stop]
    top = next((k for k in within if k in _EXTREMES), "")
    if not top:
        return []
    first = top if keys[trigger - 1] in _EXTREMES else ""
    if first and not (baseline & set(within) and _COMES_NEXT & set(within)):
        return []
    out = []
    for v in s.of("vesicle"):
        if not trigger <= v.first < stop:
            continue
        before = reversed(keys[trigger - 1 : v.first])
        grade = next((key for key in before if key in GRADES), "")
        if grade and grade != _EXTREMES[top]:
            out.append(v)
    return out
