"""Tissues that stand in the place of their MSCs: "placental sEVs", "vesicles of marrow origin"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extractor.components.found import Found
from extractor.lexicon import Entry, Hit
from extractor.tokens import Tokens

_VESICLES = frozenset(
    "exosomes exosome exosomal vesicles vesicle evs ev sevs sev microvesicles mvs exos".split()
)
_BEFORE_VESICLES = frozenset("- derived – small extracellular".split())
OWNED = frozenset(
    "adipose placental placenta gingival cord pulp marrow endometrial amniotic synovial "
    "periosteal tonsil menstrual decidual chorionic amnion jelly gum gingiva umbilical papilla "
    "follicle teeth tooth infrapatellar".split()
)
"""Words for tissues whose vesicles, in a text on MSCs, are those of its MSCs."""
_OF = frozenset("of from by".split())
_MADE = frozenset(
    "derived shed released secreted obtained isolated prepared harvested collected the human rat "
    "mouse murine bovine equine canine porcine cells".split()
)
_LINKS = _OF | _MADE | _VESICLES
_OTHERS = frozenset(
    "cell stem stromal mesenchymal derived macrophages macrophage plasma fluid epithelial blood "
    "epithelium explants mononuclear endothelial serum milk - tumour tumor".split()
)
"""Words behind a tissue by which vesicles are of something else in it, or told otherwise."""
_ORIGIN = frozenset("origin provenance source".split())
_REACH = 6
"""Tokens between vesicles and the tissue that they are said to come from."""


@dataclass(slots=True)
class OwningTissue:
    """A tissue named in the place of its MSCs: tokens and lexicon entry."""

    first: int
    last: int
    tissue: Entry
    stands_for: int = -1
    """Token of "ones" or "those" in the place of the vesicles, if they are not named again."""


def owning_tissues(
    tokens: Tokens, hits: Iterable[Hit], found: Iterable[Found]
) -> list[OwningTissue]:
    """Tissues whose vesicles are named: "placental sEVs", "exosomes of bone marrow origin"."""
    taken = {i for f in found if f.kind == "source" for i in range(f.first - 1, f.last + 1)}
    out: dict[int, OwningTissue] = {}
    for hit in hits:
        entry = hit.name.entry
        if entry.kind != "tissue" or not OWNED & set(tokens.keys[hit.first : hit.last]):
            continue
        if hit.first in taken:
            continue
        ones = _ones(tokens, hit)
        if ones < 0 and not (
            _before(tokens, hit) or _behind(tokens, hit) or _as_to(tokens.keys, hit)
            or _as_source(tokens.keys, hit) or _of_its_cells(tokens.keys, hit)
        ):
            continue
        old = out.get(hit.last)
        if old is None or hit.first < old.first:
            out[hit.last] = OwningTissue(hit.first, hit.last, entry, ones)
    return sorted(out.values(), key=lambda o: o.first)


def _before(tokens: Tokens, hit: Hit) -> bool:
    """Whether a tissue stands right before vesicles: "adipose-derived exosomes"."""
    k = hit.last
    while k < len(tokens) and tokens.keys[k] in _BEFORE_VESICLES:
        k += 1
    return k < len(tokens) and tokens.keys[k] in _VESICLES


def _behind(tokens: Tokens, hit: Hit) -> bool:
    """Whether vesicles are said to be of a tissue's cells: "of placental origin", "shed by human
    exfoliated deciduous teeth", "from cells of the umbilical cord", "of dental follicle cells".
    """
    keys = tokens.keys
    k = hit.first
    while k > max(0, hit.first - _REACH) and keys[k] not in _VESICLES and keys[k - 1] in _LINKS:
        k -= 1
    before = keys[k : hit.first]
    if not before or before[0] not in _VESICLES or not _OF & set(before):
        return False
    behind = keys[hit.last : hit.last + 1]
    entry = hit.name.entry
    if behind and behind[0] in _ORIGIN:
        return True
    cells = "cells" in before or behind == ["cells"]
    if entry.facts.get("bare") == "y" and before[1:] in (["of", "the"], ["from", "the"]):
        return not behind or behind[0] not in _OTHERS
    if set(before[1:]) <= _PLAINLY and (
        not behind or behind[0] in _ENDS or behind[0].endswith("ed")
    ):
        return True  # "vesicles from cord were rich in X"
    return entry.label == "SHED" or (cells and entry.facts.get("bare") == "y")


_PLAINLY = frozenset("of from the human".split())
_ENDS = frozenset(
    ". , ; : ( ) and or but were was had have did do are is in at with than that which also then "
    "may can contain carry".split()
)
"""What may follow a tissue that is named to the end."""


_TOPICAL = (
    "as to", "as for", "as regards", "as concerns", "with regard to", "regarding", "concerning",
    "in the case of", "turning to", "in contrast to",
)  # fmt: skip
_ITS = frozenset("its their".split())


def _as_to(keys: list[str], hit: Hit) -> bool:
    """Whether a tissue is set as the topic of the vesicles named next: "as to the umbilical cord,
    its exosomal miR-x …".
    """
    before = " ".join(k for k in keys[max(0, hit.first - 5) : hit.first] if k != "the")
    at = hit.last
    while keys[at : at + 1] and keys[at] in _MADE | {"tissue", "mscs"}:
        at += 1
    return (
        before.endswith(_TOPICAL)
        and keys[at : at + 1] == [","]
        and keys[at + 1 : at + 2] != []
        and keys[at + 1] in _ITS
        and bool(_VESICLES & set(keys[at + 2 : at + 6]))
    )


_FAR = 8
_SAID_BEFORE = 80
"""Tokens before "ones" within which vesicles are named."""


def _ones(tokens: Tokens, hit: Hit) -> int:
    """The token that stands for vesicles of a tissue: "cord-derived ones", "those of cord origin",
    -1 where none does.
    """
    keys, k = tokens.keys, hit.last
    if not _VESICLES & set(keys[max(0, k - _SAID_BEFORE) : k]):
        return -1
    while k < len(keys) and keys[k] in _BEFORE_VESICLES | {"tissue"}:
        k += 1
    if keys[k : k + 1] == ["ones"]:
        return k
    behind = keys[hit.last : hit.last + 1]
    origin = bool(behind) and behind[0] in _ORIGIN
    for k in range(hit.first - 1, max(-1, hit.first - _FAR), -1):
        if keys[k] in ("those", "ones"):
            return k if origin or _opens(keys, k, hit) else -1
        if keys[k] not in _LINKS:
            break
    return -1


_CLAUSE = frozenset(". ; , and but whereas while".split())


def _opens(keys: list[str], k: int, hit: Hit) -> bool:
    """Whether "those from adipose tissue" opens a clause and means nothing else of it."""
    behind = keys[hit.last : hit.last + 1]
    return (k == 0 or keys[k - 1] in _CLAUSE) and not (behind and behind[0] in _OTHERS)


_IS = frozenset("is was are were served serves provides provided remains offers".split())
_A = frozenset("a an another the as third second further also".split())
_IN_BETWEEN = 5


def _as_source(keys: list[str], hit: Hit) -> bool:
    """Whether a tissue is said to be the source: "the placenta was the source in a third study"."""
    at = hit.last
    while keys[at : at + 1] and keys[at] in ("tissue", "cells", "mscs"):
        at += 1
    if not keys[at : at + 1] or keys[at] not in _IS or _A.isdisjoint(keys[at + 1 : at + 3]):
        return False
    near = keys[at + 1 : at + 1 + _IN_BETWEEN]
    return any(
        k in ("source", "origin") and near[i + 1 : i + 2] not in (["of"], ["for"])
        for i, k in enumerate(near)
    )


_THEIRS = 30
"""Tokens behind "cells of the tonsil" within which "their exosomes" are named."""


def _of_its_cells(keys: list[str], hit: Hit) -> bool:
    """Whether it is a tissue's cells that shed the vesicles told of next: "cells of the tonsil were
    used; their exosomes …".
    """
    at = hit.last + (keys[hit.last : hit.last + 1] == ["tissue"])
    before = [k for k in keys[max(0, hit.first - 4) : hit.first] if k not in ("the", "human")]
    if keys[at : at + 1] != ["cells"] and not (
        before[-2:] in (["cells", "of"], ["cells", "from"]) and before[-3:-2] != ["stem"]
    ):
        return False
    for k in range(at + 1, min(at + _THEIRS, len(keys) - 1)):
        if keys[k] == ".":
            break
        if keys[k] == "their":
            return keys[k + 1] in _VESICLES
    return False


_TOPIC = 45
"""Tokens before "its MSCs" within which the tissue opens a sentence."""
_TOPICAL_VERBS = _IS | frozenset("has contains contain harbours harbors yields gives , can".split())


def tissue_of_its(keys: list[str], ends: dict[int, list[Hit]], at: int) -> Entry | None:
    """The tissue that "its MSCs" takes up: that with which the sentence, or the one before it,
    opens ("Menstrual blood is a rare source. Exosomes of its MSCs …").

    Args:
        keys: Folded tokens.
        ends: Hits of tissues by the token behind them.
        at: The first token of the cells.
    """
    k = at - 1
    k -= keys[k] in ("own", "resident")
    if k < 1 or keys[k] != "its":
        return None
    stops = 0
    for i in range(k - 1, max(0, k - _TOPIC), -1):
        stops += keys[i] == "."
        if stops > 1:
            return None
        named = [h for h in ends.get(i, []) if h.name.entry.kind == "tissue"]
        hit = max(named, key=lambda h: h.last - h.first, default=None)
        if hit is None or keys[i] not in _TOPICAL_VERBS:
            continue
        opens = hit.first - (hit.first > 0 and keys[hit.first - 1] in ("the", "human"))
        if opens == 0 or keys[opens - 1] == ".":
            return hit.name.entry
    return None
