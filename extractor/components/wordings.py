"""Outcomes told by an adjective, a verb or a count: "fewer apoptotic cells", "more hair cells"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.components import acts, tallies
from extractor.components.caused import caused, rendered
from extractor.components.found import Found
from extractor.components.spans import in_time
from extractor.components.words import ADVERB_WORDS, LESS, MORE
from extractor.lexicon import Entry, Hit
from extractor.records import Mention
from extractor.rules import Rules, Wording
from extractor.tokens import Tokens

_CELLS = frozenset("cell cells nuclei nucleus bodies".split())
_SUBJECT_WITHIN = 14
_QUANTIFIER_WITHIN = 3
_BE = frozenset(("is", "are", "was", "were"))
_MANY = {"more": 1, "fewer": -1}
_DEGREE = {"more": 1, "less": -1, "better": 1, "worse": -1}
_PORTION = {"half": -1, "third": -1, "twice": 1, "thrice": 1, "double": 1}
_FAST = MORE | {"rapid", "quickly", "faster", "vigorously"}
_STOPS = frozenset("stopped stops quit ceased ceases".split())
_SLOW = LESS | {"slow", "less", "scarcely", "hardly", "barely"}


def find(
    tokens: Tokens, found: Iterable[Found], soft: Iterable[Found], rules: Rules, offset: int,
    sentences: Sequence[tuple[int, int]],
) -> list[Found]:  # fmt: skip
    """Outcomes that ``wordings.tsv`` knows, where no other mention stands.

    Args:
        tokens: Tokens of a block.
        found: Mentions taken already.
        soft: Cells, organisms and vesicles.
        rules: The loaded pattern files.
        offset: Offset of the block in the document text.
        sentences: Token spans of the sentences of the block.
    """
    found = list(found)
    verbs = {f.first for f in found if f.facts.get("verb") and _of_cells(f.entry)}
    taken = {i for f in found if not names_no_study(f) for i in range(f.first, f.last)} - verbs
    markers = {
        i for f in found if f.kind == "gene" and tokens.keys[f.first - 1] in ("for", "cleaved")
        for i in range(f.first, f.last)
    }  # fmt: skip
    cells = {f.first: f for f in soft if f.kind == "cell"}
    effects = {f.first for f in found if f.kind == "effect"}
    out: list[Found] = []
    ends = {f.last: f for f in cells.values()}
    for hit in sorted(rules.wordings.find(tokens), key=_closest_first):
        wording = hit.name.facts["wording"]
        if any(i in taken and i not in markers for i in range(hit.first, hit.last)):
            continue
        if hit.first in verbs and (not wording.subjects or _of_cells(wording.entry)):
            continue  # "died" tells of cells but where mice stand before it
        if tokens.keys[hit.last - 1] == "to" and hit.last in effects:
            continue  # "less susceptible to apoptosis" tells of apoptosis
        subject = _subject(tokens, hit.first, wording, ends)
        if wording.form == "object":
            done = acts.done_to(tokens, hit.first, hit.last, wording.subjects)
            made = _found(tokens, hit.first, hit.last, wording, offset, 1, done) if done else None
        elif wording.form == "verb":
            if wording.subjects and subject is None:
                continue
            made = _verb(tokens, hit.first, hit.last, wording, offset, subject)
        elif wording.form == "adjective":
            made = _adjective(tokens, hit.first, hit.last, wording, offset, cells, subject)
        else:
            made = _comparative(tokens, hit.first, hit.last, wording, offset, subject)
        told = wording.form == "verb" or _predicative(tokens.keys, hit.first)
        if made is None and subject is not None and wording.form in ("verb", "adjective") and told:
            made = _tallied(tokens, hit.first, hit.last, wording, offset, sentences)
        if made is not None and not (taken - markers) & set(range(made.first, made.last)):
            out.append(made)
            taken.update(range(made.first, made.last))
    counts = [c for c in cells.values() if not any(i in taken for i in range(c.first, c.last))]
    for cell in counts:
        made = _count(tokens, cell, taken, rules, offset)
        made = made or _share(tokens, cell, taken, rules, offset, sentences)
        if made is not None:
            out.append(made)
    return out


def _of_cells(entry: Entry | None) -> bool:
    return entry is not None and entry.facts.get("cell") == "y"


_COUNTS = frozenset("number numbers count counts density densities frequency abundance".split())
_NUMEROUS = frozenset("numerous abundant frequent common plentiful rare scarce sparse".split())
_SCARCER = frozenset("fewer rarer scarcer sparser denser commoner".split())
_DEGREES = frozenset("also much far clearly significantly markedly even still again".split())
_NO_COUNT = frozenset(
    "with that which died dead dying apoptotic necrotic positive negative expressed expressing "
    "expresses underwent stained showed entered lost degenerated contained than".split()
)
"""Words behind a cell that tell what became of it: "fewer neurons died" counts no neurons."""


def _count(tokens: Tokens, cell: Found, taken: set[int], rules: Rules, offset: int) -> Found | None:
    """How many there are of a cell: "more hair cells", "the number of osteoblasts"."""
    keys = tokens.keys
    first, last = cell.first, cell.last
    known = rules.counted.get(cell.mention.label)
    noun = first - 2 if keys[first - 1] == "of" else first - 3
    before = keys[first - 1] in ("of", "the", "these", "surviving", "remaining")
    if noun >= 0 and before and keys[noun] in _COUNTS and keys[noun + 1] == "of":
        if any(key in _NO_COUNT for key in keys[last : last + 2]):
            return None  # "the number of neurons that took vesicles up"
        first = noun
    elif last < len(keys) and keys[last] in _COUNTS:
        last += 1
    elif known is None or not (
        _more(keys, cell) or _numerous(keys, cell) or _as_many(keys, cell)
    ):  # fmt: skip
        return None
    if any(i in taken for i in range(first, last)):
        return None
    if known is not None:
        made = _found(tokens, first, last, known, offset, sign=_as_many(keys, cell) or None)
        made.facts |= {"figures": True} if "sign" in made.facts else {}
        return made
    entry = rules.entry("effect", "cell number")
    if entry is None or (cell.entry is not None and cell.entry.flags):
        return None
    made = _found(tokens, first, last, Wording(entry, "count", frozenset(), False), offset)
    made.facts["cell_found"] = cell
    return made


_AS_MANY = {"half": -1, "third": -1, "quarter": -1, "twice": 1, "thrice": 1, "times": 1, "fold": 1}


def _as_many(keys: list[str], cell: Found) -> int:
    """The sign of a portion before the cells: "twice as many RGCs", "half the number of
    macrophages", with nothing that tells their fate; 0 if there is none.
    """
    k = cell.first - 1
    if k >= 1 and keys[k].endswith(("ing", "ed", "al", "ic")):
        k -= 1
    if keys[max(0, k - 1) : k + 1] == ["as", "many"]:
        k -= 2
    elif keys[max(0, k - 2) : k + 1] == ["the", "number", "of"]:
        k -= 3
    else:
        return 0
    if k < 0 or any(key in _NO_COUNT for key in keys[cell.last : cell.last + 3]):
        return 0
    behind = keys[cell.last : cell.last + 14]
    end = behind.index("as") if "as" in behind else len(behind)
    turned = _UNTREATED & set(behind[:end]) and not _UNTREATED & set(behind[end:])
    return -_AS_MANY.get(keys[k], 0) if turned else _AS_MANY.get(keys[k], 0)


_UNTREATED = frozenset("control controls saline vehicle pbs untreated placebo buffer mock".split())


_LEFT = frozenset("kept keep retained retain preserved preserve spared spare had".split())


def _share(
    tokens: Tokens, cell: Found, taken: set[int], rules: Rules, offset: int,
    sentences: Sequence[tuple[int, int]],
) -> Found | None:  # fmt: skip
    """Cells of which each arm kept a share: "kept 71% of hair cells, against 38%"."""
    known = rules.counted.get(cell.mention.label)
    keys, first = tokens.keys, cell.first
    of = first - 2 if keys[first - 1] in ("the", "their", "its") else first - 1
    if known is None or of < 3 or keys[of] != "of" or keys[of - 1] not in ("%", "percent"):
        return None
    if not _LEFT & set(keys[max(0, of - 7) : of]) or first in taken:
        return None
    begin, end = next(((a, b) for a, b in sentences if a <= first < b), (first, first + 1))
    sign = tallies.of_shares(tokens.text[tokens.starts[begin] : tokens.ends[end - 1]])
    if not sign:
        return None
    made = _found(tokens, first, cell.last, known, offset, sign=sign)
    made.facts["figures"] = True
    return made


def _more(keys: list[str], cell: Found) -> bool:
    """Whether "more" or "fewer" stands before the cells, and nothing tells their fate."""
    k = cell.first - 1
    if k >= 1 and keys[k].endswith(("ing", "ed", "al", "ic")):
        k -= 1  # "more surviving hair cells"
    if k < 0 or keys[k] not in ("more", "fewer") or not keys[cell.last - 1].endswith(("s", "ia")):
        return False
    return not any(key in _NO_COUNT for key in keys[cell.last : cell.last + 4])


def _numerous(keys: list[str], cell: Found) -> bool:
    """Whether the cells "were more numerous", "were rarer"."""
    k = cell.last
    if k >= len(keys) or keys[k] not in _BE:
        return False
    k += 1
    while k < len(keys) and keys[k] in _DEGREES:
        k += 1
    if k < len(keys) and keys[k] in ("more", "less"):
        return k + 1 < len(keys) and keys[k + 1] in _NUMEROUS
    return k < len(keys) and keys[k] in _SCARCER


def names_no_study(f: Found) -> bool:
    """Whether a mention is a wide word for a condition, which may be said of an organ: fibrotic."""
    return f.kind == "disease" and f.entry is not None and "generic" in f.entry.flags


def _closest_first(hit: Hit) -> tuple[int, int, bool]:
    """What is said of certain subjects comes before what may be said of any."""
    return hit.first, -hit.last, not hit.name.facts["wording"].subjects


def _subject(
    tokens: Tokens, at: int, wording: Wording, ends: dict[int, Found]
) -> tuple[int, int] | None:
    """The first and last token of the subject before ``at``: a word of the row, else a cell."""
    plain = wording.form in ("more", "less")
    weighed = tokens.keys[at].startswith("weigh")
    for i in range(at - 1, max(-1, at - _SUBJECT_WITHIN), -1):
        key = tokens.keys[i]
        if key in (".", ";", ":"):
            return None
        if wording.subjects:
            if key in wording.subjects and not (
                (plain and i + 1 != at and _of_another(tokens, i))
                or (weighed and not _weighs(tokens, i, at))
            ):
                return i, i
            if key == "they" and i == at - 1 and wording.form == "verb" and (
                _LIVING & wording.subjects
            ):
                return i, i  # "they scratched less"
        elif i + 1 in ends:
            return ends[i + 1].first, i
        elif key in _CELLS:
            return i, i
    return None


_LIVING = frozenset("mice rats animals patients".split())
_OPENS = frozenset(
    "of in from with at on after given treated receiving injected that which who again also".split()
)


def _of_another(tokens: Tokens, at: int) -> bool:
    """Whether what follows is not said of a noun itself: "hearts of rats were", "in rats, hearts".

    Behind the noun stands a form of to be, an adverb or what describes the noun.
    """
    keys = tokens.keys
    behind = keys[at + 1]
    if behind not in _BE | _OPENS | ADVERB_WORDS and not behind.endswith("ly"):
        return True
    return _whose(tokens, at)


def _weighs(tokens: Tokens, i: int, at: int) -> bool:
    """Whether a noun is what weighs, with no other noun before the verb: "testes of mice"."""
    between = tokens.keys[i + 1 : at]
    return not (_whose(tokens, i) or {"and", "their", "its", "whose"} & set(between)) and (
        not between or between[0] in _OPENS | ADVERB_WORDS or between[0].endswith("ly")
    )


def _whose(tokens: Tokens, at: int) -> bool:
    """Whether a noun only says whose something is, or where: "testes of busulfan-treated mice"."""
    keys = tokens.keys
    for i in range(at - 1, max(-1, at - 6), -1):
        if keys[i] in ("of", "in", "from", "with", "to", "by"):
            return True
        if not keys[i].isalpha() and keys[i] != "-":
            return False
    return False


def _many(tokens: Tokens, first: int, subject: tuple[int, int] | None) -> tuple[int, int] | None:
    """Where and with which sign "more" or "fewer" stands before a subject that ends at ``first``.

    Adverbs and forms of to be may stand between: "fewer tubules were visibly necrotic".
    """
    if subject is None:
        return None
    keys = tokens.keys
    for key in keys[subject[1] + 1 : first]:
        if key not in _BE and key not in ADVERB_WORDS and key != "had" and not key.endswith("ly"):
            return None
    for i in range(subject[0] - 1, max(-1, subject[0] - 1 - _QUANTIFIER_WITHIN), -1):
        if keys[i] in _MANY:
            return i, _MANY[keys[i]]
        if not keys[i].isalpha():
            return None
    return None


def _verb(
    tokens: Tokens, first: int, last: int, wording: Wording, offset: int,
    subject: tuple[int, int] | None,
) -> Found | None:  # fmt: skip
    """The verb with the adverb of degree or speed beside it, or with "more" before its subject."""
    keys = tokens.keys
    stops = first - 1 - (keys[first - 1] == "to")
    if stops >= 0 and keys[stops] in _STOPS:
        return _found(tokens, stops, last, wording, offset, sign=-1)
    behind = _past_length(keys, last)
    for i in (*range(behind, min(behind + 3, len(tokens))), first - 1):
        if i < 0 or keys[i] in (",", ".", ";", ":", "and"):
            if i >= last:
                continue
            break
        if keys[i] in _FAST or keys[i] in _SLOW:
            begin, end = min(i, first), max(i + 1, last)
            if end < len(tokens) and keys[end].endswith("ly"):
                end += 1  # "more rapidly"
            slow = keys[i] in _SLOW or (i + 1 < end and keys[i + 1] in LESS)  # "more slowly"
            ended = keys[i] == "longer" and i and keys[i - 1] == "no"  # "no longer migrated"
            begin, sign = (i - 1, -1) if ended else (begin, -1 if slow else 1)
            return _found(tokens, begin, end, wording, offset, sign=sign)
    if keys[max(0, first - 2) : first] in (["did", "not"], ["does", "not"]) and _good(wording):
        return _found(tokens, first, last, wording, offset, sign=1)  # "hair did not regrow"
    if keys[last : last + 1] and keys[last] in _PORTION and keys[last + 1 : last + 2] == ["as"]:
        end = min(last + 3, len(tokens))
        return _found(tokens, first, end, wording, offset, sign=_PORTION[keys[last]])
    sooner = in_time(tokens, last)
    if sooner:
        return _found(tokens, first, last, wording, offset, sign=sooner)
    many = _many(tokens, first, subject)
    if many is None and subject is not None:
        sign, at = caused(keys, first)
        if sign and at < subject[0]:
            made = _found(tokens, first, last, wording, offset, sign=sign)
            made.facts["caused"] = at
            return made
    return _found(tokens, many[0], last, wording, offset, sign=many[1]) if many else None


_UNITS = frozenset(
    "day days week weeks hour hours h month months min minutes minute second seconds s year years "
    "% percent times fold on average about some nearly almost by a an one two three four five six "
    "seven eight nine ten several many few".split()
)


def _past_length(keys: list[str], last: int) -> int:
    """The token behind the figure that stands between a verb and its adverb: "closed 4 days
    sooner"; the token behind the verb itself if there is none.
    """
    k = last
    while k < len(keys) and k - last < 7 and (keys[k] in _UNITS or keys[k][:1].isdigit()):
        k += 1
    return k if k < len(keys) and keys[k] in _FAST | _SLOW else last


def _adjective(
    tokens: Tokens, first: int, last: int, wording: Wording, offset: int, cells: dict[int, Found],
    subject: tuple[int, int] | None,
) -> Found | None:  # fmt: skip
    """The adjective with what it describes, or with "more" or "less" before it."""
    keys = tokens.keys
    if wording.subjects:
        many = _MANY.get(keys[first - 1]) if first else None
        if many and last < len(tokens) and keys[last] in wording.subjects:
            # "fewer necrotic tubules"
            return _found(tokens, first - 1, last + 1, wording, offset, sign=many)
        if subject is None:
            return None
    cell = cells.get(last)
    if cell is not None or (last < len(tokens) and keys[last] in _CELLS):
        made = _found(tokens, first, cell.last if cell else last + 1, wording, offset)
        if cell is not None and wording.entry.facts.get("cell") == "y":
            made.facts["cell_found"] = cell
        return made
    k = first - 1
    while k >= 0 and first - k < 4 and (keys[k].endswith("ly") or keys[k] in _PASSED):
        if keys[k] in _DEGREE:
            return _found(tokens, k, last, wording, offset, sign=_DEGREE[keys[k]])
        k -= 1
    counted = _many(tokens, first, subject)
    if counted is None and keys[k] in _STAYED and subject is not None and _good(wording):
        return _found(tokens, first, last, wording, offset, sign=1)  # "remained clear"
    if counted is None and wording.subjects and subject is not None:
        return _rendered(tokens, first, last, wording, offset, subject, 1)
    return _found(tokens, counted[0], last, wording, offset, sign=counted[1]) if counted else None


def _rendered(
    tokens: Tokens, first: int, last: int, wording: Wording, offset: int,
    subject: tuple[int, int], sign: int,
) -> Found | None:  # fmt: skip
    """What a verb made of the subject: "made the liver softer", "left the cornea clear"."""
    at = rendered(tokens.keys, first)
    if not 0 <= at < subject[0] or tokens.keys[subject[1] + 1 : first] == ["of"]:
        return None
    made = _found(tokens, first, last, wording, offset, sign=sign)
    made.facts["caused"] = at
    return made


_STAYED = frozenset("remained stayed kept".split())


def _good(wording: Wording) -> bool:
    """Whether what the words say of the subject is good for it."""
    valence = wording.entry.facts.get("valence")
    return valence == ("harm" if wording.inverse else "good")


def _predicative(keys: list[str], first: int) -> bool:
    """Whether what describes follows a form of to be: "12 of 15 were infertile"."""
    k = first - 1
    while k > 0 and (keys[k].endswith("ly") or keys[k] in ADVERB_WORDS):
        k -= 1
    return k > 0 and keys[k] in _BE


def _tallied(
    tokens: Tokens, first: int, last: int, wording: Wording, offset: int,
    sentences: Sequence[tuple[int, int]],
) -> Found | None:  # fmt: skip
    """What figures for two arms say of a verb or an adjective: "12 of 15 died, against 4 of 15"."""
    begin, end = next(((a, b) for a, b in sentences if a <= first < b), (first, first))
    if begin == end:
        return None
    start = tokens.starts[begin]
    sentence = tokens.text[start : tokens.ends[end - 1]]
    at, until = tokens.starts[first] - start, tokens.ends[last - 1] - start
    sign = tallies.of_counts(sentence, at, until)
    if not sign and wording.form == "verb":
        sign = tallies.of_lengths(sentence, until) or tallies.of_arms(sentence, at, until)
    if not sign:
        return None
    made = _found(tokens, first, last, wording, offset, sign=sign)
    made.facts["figures"] = True
    return made


_RELATIVE = ("that", "which", "who")
_PASSED = ADVERB_WORDS | frozenset(_DEGREE)


def _comparative(
    tokens: Tokens, first: int, last: int, wording: Wording, offset: int,
    subject: tuple[int, int] | None,
) -> Found | None:  # fmt: skip
    """What says by itself that there is more or less: "lighter hearts", "the villi were longer"."""
    keys = tokens.keys
    sign = 1 if wording.form == "more" else -1
    for i in range(last, min(last + 2, len(tokens))):
        if keys[i] in wording.subjects:
            return _found(tokens, first, i + 1, wording, offset, sign=sign)
    k = first - 1
    while k > 0 and (keys[k].endswith("ly") or keys[k] in _PASSED):
        k -= 1
    if subject is None:
        return None
    if keys[k] not in _BE:
        return _rendered(tokens, first, last, wording, offset, subject, sign)
    if k > 1 and keys[k - 1] in _RELATIVE and keys[k - 2] not in wording.subjects:
        return None  # "mice bore lesions that were heavier"
    return _found(tokens, first, last, wording, offset, sign=sign)


def _found(
    tokens: Tokens, first: int, last: int, wording: Wording, offset: int, sign: int | None = None,
    act: bool = False,
) -> Found:  # fmt: skip
    entry = wording.entry
    start, end = tokens.starts[first], tokens.ends[last - 1]
    mention = Mention(
        "effect", offset + start, offset + end, tokens.text[start:end], entry.label, entry.id,
        f"wordings.tsv:{entry.label}",
    )  # fmt: skip
    facts: dict[str, object] = {"act": True} if act else {}
    if wording.inverse and sign is None:
        facts["inverse"] = True
    if sign is not None:
        facts["sign"] = -sign if wording.inverse else sign
    return Found(first, last, mention, entry, facts)


def set_in(told: list[Found], found: list[Found]) -> list[Found]:
    """The mentions with outcomes told by wordings in the place of those that they overlap; a
    disease whose words are needed to tell an outcome ("the burned cornea was clearer") stays with
    it.
    """
    said = {i: f for f in told for i in range(f.first, f.last)}
    kept: list[Found] = []
    for f in found:
        over = next((said[i] for i in range(f.first, f.last) if i in said), None)
        if over is None:
            kept.append(f)
        elif f.kind == "disease":
            over.facts.setdefault("inside", f)
    return sorted([*kept, *told], key=lambda f: f.first)
