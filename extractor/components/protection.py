"""Cells and organs said to be protected, with no harm named, and what is called protective."""

from __future__ import annotations

from extractor.components.acting_as import acts_as
from extractor.components.analysis import Analysis
from extractor.components.assertions import Assertion
from extractor.components.cell_fates import KNOWN_AS, NAMES
from extractor.components.found import Found
from extractor.components.signs import negation
from extractor.components.units import Unit, next_key
from extractor.components.words import ADVERB_WORDS, BE
from extractor.records import Mention

_CELLS = {
    "hepatocyte": "hepatoprotection",
    "neuron": "neuroprotection",
    "cardiomyocyte": "cardioprotection",
    "renal tubular epithelial cell": "renoprotection",
    "chondrocyte": "chondroprotection",
    "retinal ganglion cell": "retinal ganglion cell survival",
    "hair cell": "hair cell survival",
    "granulosa cell": "granulosa cell survival",
    "photoreceptor": "photoreceptor survival",
    "spiral ganglion neuron": "spiral ganglion neuron survival",
}
"""Cells whose protection is a concept of its own: there is more of it. Of others there is less
injury.
"""
_ORGANS = {
    word: label
    for label, words in {
        "cardioprotection": "heart hearts myocardium",
        "renal injury": "kidney kidneys",
        "liver injury": "liver livers",
        "brain injury": "brain brains",
        "lung injury": "lung lungs",
        "retinal injury": "retina retinas",
        "corneal injury": "cornea corneas",
        "intestinal injury": "intestine intestines gut bowel colon ileum",
        "pancreatic injury": "pancreas",
        "testicular injury": "testis testes",
        "ovarian injury": "ovary ovaries",
        "muscle injury": "muscle muscles",
        "nerve injury": "nerve nerves",
        "placental injury": "placenta placentas",
        "endothelial injury": "endothelium",
        "chondroprotection": "cartilage",
    }.items()
    for word in words.split()
}
"""What the injury of an organ is called; heart and cartilage have a concept of their own."""
_VERBS = ("protect", "spare", "shield", "safeguard", "save", "rescue")
_STOPS = frozenset(", . ; : ( ) and or by via with that which from against in after".split())
_REACH = 5
"""Tokens between the verb and what it protects."""


def protections(a: Analysis, row: list[Unit], clauses: list[int]) -> list[Assertion]:
    """Cells and organs that were protected: less injury of theirs, or protection by its name.

    Args:
        a: The block.
        row: Units of one sentence.
        clauses: The clause of each unit.
    """
    out = _described(a, row, clauses)
    for i, u in enumerate(row):
        if u.found is not None and u.found.mention.rule.startswith("wordings.tsv"):
            out += _saved_too(a, row, clauses, i)
        if u.chosen is None or u.voice not in ("right", "left", "noun") or not _protects(u):
            continue
        found = _cell(a, row, u) or _organ(a, row, i)
        if found is None or _harm_named(row, i) or _of_outcome(a, found):
            continue
        for f in a.found:
            if f.kind == "disease" and f.first < found.first and f.last == found.last:
                f.facts["patient"] = True  # "the infarcted heart" is what is protected
        negated, _ = negation(a, row, clauses, [i], i)
        others = _listed(a, row, found)
        for named in (found, *others):
            named.facts["listed"] = bool(others)
            sign = 1 if not named.mention.label.endswith(" injury") else -1
            sign = -sign if u.voice == "noun" and _undone(row, i) else sign
            out.append(Assertion(named, sign, u.chosen.lemma, negated, clauses[i], i))
    return out


def _undone(row: list[Unit], i: int) -> bool:
    """Whether a protection told by its noun was taken away: "abolished the protection of"."""
    k = i - 1
    while k > 0 and i - k < 4 and row[k].found is None and not row[k].voice:
        k -= 1
    if row[k].voice == "right":
        return row[k].sign == "-"
    for u in row[i + 1 : i + _FAR]:
        if u.voice in ("left", "right") or u.key in (",", ".", ";"):
            return u.voice == "left" and u.sign == "-"
    return False


_FAR = 10
"""Units behind the noun among which its verb may stand."""


def _listed(a: Analysis, row: list[Unit], first: Found) -> list[Found]:
    """The organs or cells of a list that one opens: "protected lung, liver and kidney"."""
    keys, at = a.tokens.keys, first.last
    out: list[Found] = []
    if keys[first.first] not in _ORGANS:
        return _listed_cells(a, row, at)
    if first.last - first.first != 1 or keys[first.first] not in _ORGANS:
        return out
    while at + 1 < row[-1].last and keys[at] in (",", "and"):
        at += 1
        while at < row[-1].last and keys[at] in ("and", "the", "also"):
            at += 1
        if at >= row[-1].last or keys[at] not in _ORGANS or _goes_on(keys, at + 1):
            break
        out.append(_mention(a, at, at + 1, _ORGANS[keys[at]]))
        at += 1
    return out


def _listed_cells(a: Analysis, row: list[Unit], at: int) -> list[Found]:
    """The cells that follow one in a list: "protected podocytes and tubular cells"."""
    keys = a.tokens.keys
    out: list[Found] = []
    while at + 1 < row[-1].last and keys[at] in (",", "and"):
        at += 1 + (keys[at + 1] == "and")
        cells = [c for c in a.soft if c.kind == "cell" and 0 <= c.first - at <= 1]
        cell = max(cells, key=lambda c: c.last - c.first, default=None)
        if cell is None or not keys[cell.last - 1].endswith(("s", "ia")) or _goes_on(
            keys, cell.last
        ) or _of_outcome(a, cell):
            break
        out.append(_mention(a, cell.first, cell.last, _protected(cell)))
        at = cell.last
    return out


def _protected(cell: Found) -> str:
    """What is told of cells that were protected."""
    injury = f"{NAMES.get(cell.mention.label, cell.mention.label)} injury"
    return _CELLS.get(cell.mention.label) or KNOWN_AS.get(injury, injury)


_SAVED = ("rescu", "spar", "sav", "protect", "shield", "preserv")


def _saved_too(a: Analysis, row: list[Unit], clauses: list[int], i: int) -> list[Assertion]:
    """The cells that follow those of a wording: "spared hair cells and neurons"."""
    u = row[i]
    assert u.found is not None
    if not u.found.mention.text.lower().startswith(_SAVED) or not u.found.facts.get("sign"):
        return []
    near = [c for c in a.soft if c.kind == "cell" and 0 <= c.first - u.last <= 2]
    if not near:
        return []
    negated, _ = negation(a, row, clauses, [i], i)
    return [
        Assertion(f, -1 if f.mention.label.endswith(" injury") else 1, "protect", negated,
                  clauses[i], i)
        for f in _listed_cells(a, row, max(c.last for c in near if c.first == near[0].first))
    ]  # fmt: skip


def _protects(u: Unit) -> bool:
    """Whether a predicate is one of protection, also as a noun ("protection of the liver")."""
    assert u.chosen is not None
    return u.chosen.lemma in _VERBS or (
        u.chosen.lemma == "exert protective effects" and u.key.startswith("protect")
    )


def _cell(a: Analysis, row: list[Unit], u: Unit) -> Found | None:
    near = (
        [c for c in a.soft if c.kind == "cell" and 0 <= c.first - u.last <= 4]
        if u.voice != "left"
        else [c for c in a.soft if c.kind == "cell" and 0 <= u.first - c.last <= 4]
    )
    if u.voice == "noun" and a.tokens.keys[u.last : u.last + 1] not in (["of"], ["on"], ["to"]):
        return None
    if not near or near[0].first >= row[-1].last:
        return None
    cell = near[0]
    return _mention(a, cell.first, cell.last, _protected(cell))


def _organ(a: Analysis, row: list[Unit], i: int) -> Found | None:
    """The organ behind an active verb or a noun, or before a passive one."""
    keys = a.tokens.keys
    u = row[i]
    if u.voice == "left":
        k = u.first - 1
        while k >= row[0].first and (keys[k] in BE or keys[k] in ADVERB_WORDS
                                     or keys[k].endswith("ly")):  # fmt: skip
            k -= 1
        return _mention(a, k, k + 1, _ORGANS[keys[k]]) if k >= 0 and keys[k] in _ORGANS else None
    k = u.last
    if u.voice == "noun":
        if i and row[i - 1].key == "for":
            return None  # "turned to vesicles for protection of the gut"
        if k >= row[-1].last or keys[k] not in ("of", "on", "to", "for"):
            return None
        k += 1
    for j in range(k, min(k + _REACH, row[-1].last)):
        if keys[j] in _ORGANS and not _goes_on(keys, j + 1):
            return _mention(a, j, j + 1, _ORGANS[keys[j]])
        if keys[j] in _STOPS:
            return None
    return None


_CLOSE = frozenset(
    ", . ; : ) from against in after of during and by via through when with following upon "
    "but both as at under while whereas to".split()
)


def _goes_on(keys: list[str], i: int) -> bool:
    """Whether the noun phrase goes on: "the liver grafts", "the lung epithelium"."""
    return i < len(keys) and keys[i] not in _CLOSE


_INSULTS = ("hypoxia", "ischemia")
"""What cells are protected from that is no outcome of theirs, as a model's inducer is not."""
_NAMES_HARM = ("injury", "damage", "toxicity", "death", "injuries")
_PARTED = frozenset(("in", "via", "through", "by", "of", "after", "during", ";"))


def _harm_named(row: list[Unit], i: int) -> bool:
    """Whether the sentence says from what, so that this is the outcome."""
    at = next((k for k in range(i, min(i + 9, len(row))) if row[k].key in ("from", "against")), 0)
    for k in range(at + 1, min(i + 12, len(row))) if at else ():
        if row[k].key in _PARTED:
            return False
        f = row[k].found
        if f is None or f.kind not in ("effect", "disease") or f.mention.label in _INSULTS:
            continue
        if f.facts.get("model") and not f.mention.text.endswith(_NAMES_HARM):
            continue  # "from high glucose-induced damage"
        if f.entry is None or "generic" not in f.entry.flags:
            return True
    return False


def _of_outcome(a: Analysis, named: Found) -> bool:
    """Whether a cell only says whose outcome it is: "rescued osteocyte apoptosis"."""
    return any(
        f.kind == "effect" and (f.first <= named.first < f.last or f.first == named.last)
        for f in a.found
    )


def _mention(a: Analysis, first: int, last: int, label: str) -> Found:
    tokens = a.tokens
    start, stop = tokens.starts[first], tokens.ends[last - 1]
    mention = Mention(
        "effect", a.offset + start, a.offset + stop, tokens.text[start:stop], label, None,
        "protection",
    )  # fmt: skip
    return Found(first, last, mention, None, {})


_BEFORE = frozenset("not neither nor and or , both also either no longer".split())
_PROVED = ("proved", "proven", "proves", "prove", "remained", "appeared", "seemed")
_BEHIND = frozenset(
    (*". , ; in when at after against and but nor or for with while whereas once if".split(), "")
)


def _described(a: Analysis, row: list[Unit], clauses: list[int]) -> list[Assertion]:
    """What the vesicles are said to be: "were renoprotective", "proved neuroprotective"."""
    out: list[Assertion] = []
    for i, u in enumerate(row):
        f = u.found
        if f is None or f.kind != "effect" or not f.mention.text.casefold().endswith("protective"):
            continue
        k = i - 1
        while k > 0 and (
            row[k].key in ADVERB_WORDS or row[k].key in _BEFORE or row[k].key.endswith("ly")
            or (row[k].kind == "effect" and row[k + 1].key in ("and", ",", "or", "nor"))
        ):
            k -= 1
        acts = acts_as([v.key for v in row], i) if i > 1 else False
        if not acts and (k < 0 or (row[k].key not in BE and row[k].key not in _PROVED)):
            continue
        if acts or next_key(row, i) in _BEHIND:
            negated, _ = negation(a, row, clauses, [i], i)
            out.append(Assertion(f, 1, "be protective", negated, clauses[i], i))
    return out
