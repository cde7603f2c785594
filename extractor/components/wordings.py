"""Outcomes told by an adjective, a verb or a count: "fewer apoptotic cells", "more hair cells"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.components import acts, tallies
from extractor.components.caused import caused, enabled, rendered
from extractor.components.cell_counts import count_of, outcome, share_of
from extractor.components.ensuing import ensued
from extractor.components.found import Found
from extractor.components.lengths import before_length, past_length
from extractor.components.peers import before_peers, past_peers
from extractor.components.spans import in_time
from extractor.components.worded_subjects import CELLS, closest_first
from extractor.components.words import ADVERB_WORDS, LESS, MORE, PREPOSITIONS, SUBORDINATORS
from extractor.lexicon import Entry, Hit
from extractor.rules import Rules, Wording
from extractor.tokens import Tokens

_QUANTIFIER_WITHIN = 3
_BE = frozenset(("is", "are", "was", "were"))
_MANY = {"more": 1, "fewer": -1, "less": -1}
_SMALL = frozenset("fewer lower smaller lesser lighter".split())
_LARGE = frozenset("more higher greater larger heavier better".split())
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
    by_length = sorted((f for f in soft if f.kind == "cell"), key=lambda f: f.last)
    cells = {f.first: f for f in by_length}
    effects = {f.first for f in found if f.kind == "effect"}
    out: list[Found] = []
    of_whom: dict[int, tuple[tuple[int, int], Found]] = {}
    ends = {f.last: f for f in cells.values()}
    for subject, hit in closest_first(tokens, rules.wordings.find(tokens), ends):
        wording = hit.name.facts["wording"]
        free = markers | _in_object(hit, wording, found) if subject else markers
        free |= _described(tokens, hit, wording, found)
        if wording.form == "object":  # "the exosomes healed ulcers": not what ulcers do themselves
            free |= {
                i for f in found
                if f.facts.get("verb") and (f.first, f.last) == (hit.first, hit.last)
                for i in range(f.first, f.last)
            }  # fmt: skip
        if wording.form == "adjective" and wording.subjects and subject is not None:
            free |= {  # "microglia became less pro-inflammatory"
                i for f in found if f.facts.get("prefixed") and f.first >= hit.first
                for i in range(f.first, f.last) if f.last <= hit.last
            }  # fmt: skip
        if wording.form == "adjective" and tokens.keys[hit.last - 1] in ("positive", "+"):
            free |= {  # "PCNA-positive hepatocytes"
                i for f in found if f.kind == "gene" or f.entry is wording.entry
                for i in range(f.first, f.last) if hit.first <= f.first and f.last < hit.last
            }  # fmt: skip
        if any(i in taken and i not in free for i in range(hit.first, hit.last)):
            made = _told_together(tokens, subject, wording, offset, of_whom.get(hit.last))
            if made is not None and made.first not in taken:
                out.append(made)
                taken.update(range(made.first, made.last))
            continue
        if hit.first in verbs and (not wording.subjects or _of_cells(wording.entry)):
            continue  # "died" tells of cells but where mice stand before it
        if tokens.keys[max(0, hit.first - 2) : hit.first][:1] == ["from"] and (
            wording.entry.label.endswith(" activation")
        ):
            continue  # "kept microglia from being activated": read by the cells' name
        collagen = subject is not None and "collagen" in tokens.keys[subject[0] - 1 : subject[0]]
        if collagen and wording.entry.label == "muscle mass":
            continue  # "collagen fibres were thicker"
        if tokens.keys[hit.last - 1] == "to" and hit.last in effects:
            continue  # "less susceptible to apoptosis" tells of apoptosis
        if wording.form == "object":
            done = acts.done_to(tokens, hit.first, hit.last, wording.subjects)
            done = done and not (
                wording.entry.label.endswith("infiltration")
                and not effects.isdisjoint(range(hit.last, hit.last + 3))
            )  # "drew anti-inflammatory macrophages" tells of those by their name
            few = {"fewer", "less"} & set(tokens.keys[hit.last : hit.last + 3])
            sign = -1 if few else 1  # "drew fewer neutrophils"
            made = None
            if done:
                made = outcome(tokens, hit.first, hit.last, wording, offset, sign, done)
                for f in found:  # "raised A, narrowed scars": nothing is told of the scars but this
                    if f.kind == "effect" and f.first == hit.last and (
                        not wording.subjects.isdisjoint(tokens.keys[f.first : f.last])
                    ):
                        f.facts["patient"] = True
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
            made = _tallied(tokens, hit.first, hit.last, wording, offset, sentences, subject)
        if made is not None and not (taken - free) & set(range(made.first, made.last)):
            out.append(made)
            taken.update(range(made.first, made.last))
            if subject is not None and wording.form == "adjective":
                of_whom[hit.last] = (subject, made)
    counts = [c for c in cells.values() if not any(i in taken for i in range(c.first, c.last))]
    for cell in counts:
        made = count_of(tokens, cell, ends, taken, rules, offset)
        made = made or share_of(tokens, cell, taken, rules, offset, sentences)
        if made is not None:
            out.append(made)
    return out


def _told_together(
    tokens: Tokens, subject: tuple[int, int] | None, wording: Wording, offset: int,
    fellow: tuple[tuple[int, int], Found] | None,
) -> Found | None:  # fmt: skip
    """What an adjective says of cells listed before those that it was read of: "astrocytes and
    microglia were less activated".
    """
    if subject is None or fellow is None or wording.form != "adjective":
        return None
    (first, _), made = fellow
    between = tokens.keys[subject[1] + 1 : first]
    sign = made.facts.get("sign")
    label = wording.entry.label
    if sign is None or not between or set(between) - {"and", ",", "the", "both", "cells"} or (
        made.entry is None or made.entry.label == label
    ):  # fmt: skip
        return None
    sign = -sign if wording.inverse else sign
    return outcome(tokens, subject[0], subject[1] + 1, wording, offset, sign=sign)


def _in_object(hit: Hit, wording: Wording, found: list[Found]) -> set[int]:
    """The tokens of mentions that are part of what a verb says: "contracted collagen gels"."""
    if wording.form != "verb" or hit.last - hit.first < 2:
        return set()
    inner = [f for f in found if hit.first < f.first and f.last <= hit.last]
    return {i for f in inner for i in range(f.first, f.last)}


def _described(tokens: Tokens, hit: Hit, wording: Wording, found: list[Found]) -> set[int]:
    """The noun behind a comparative, of which the measure is told: "narrower scars"."""
    if wording.form not in ("more", "less") or tokens.keys[hit.last : hit.last + 1] == []:
        return set()
    if tokens.keys[hit.last] not in wording.subjects:
        return set()
    at = (hit.last, hit.last + 1)
    told = ("effect", "disease")
    return {hit.last} if any((f.first, f.last) == at and f.kind in told for f in found) else set()


def _of_cells(entry: Entry | None) -> bool:
    return entry is not None and entry.facts.get("cell") == "y"


def names_no_study(f: Found) -> bool:
    """Whether a mention is a wide word for a condition, which may be said of an organ: fibrotic."""
    return f.kind == "disease" and f.entry is not None and "generic" in f.entry.flags


def _many(tokens: Tokens, first: int, subject: tuple[int, int] | None) -> tuple[int, int] | None:
    """Where and with which sign "more" or "fewer" stands before a subject that ends at ``first``.

    Adverbs and forms of to be may stand between: "fewer tubules were visibly necrotic".
    """
    if subject is None:
        return None
    keys = tokens.keys
    begin = subject[1] + 1
    if keys[begin] in _MODIFIES and _MANY.get(keys[subject[0] - 1]):
        begin = _past_modifier(keys, begin, first)
    for key in keys[begin:first]:
        if key not in _BE and key not in ADVERB_WORDS and key != "had" and not key.endswith("ly"):
            return None
    for i in range(subject[0] - 1, max(-1, subject[0] - 1 - _QUANTIFIER_WITHIN), -1):
        if keys[i] in _MANY:
            return first if begin > subject[1] + 1 else i, _MANY[keys[i]]
        if not keys[i].isalpha():
            return None
    return None


def _fewer_of_them(keys: Sequence[str], first: int) -> tuple[int, int] | None:
    """Where and with which sign "fewer" stands for the cells named before: "cells given exosomes
    made less X and fewer became apoptotic", "and fewer of them were apoptotic".
    """
    k = first - 1
    while k > 0 and (keys[k] in _BE or keys[k] in _TURNED or keys[k].endswith("ly")):
        k -= 1
    if k == first - 1:
        return None
    if keys[k] in ("them", "these", "those") and keys[k - 1] == "of":
        k -= 2
    alone = k > 0 and keys[k] in _MANY and keys[k - 1] in ("and", ",", ";", "but", "while")
    return (k, _MANY[keys[k]]) if alone else None


_TURNED = frozenset("became become becomes turned stained appeared".split())
_MODIFIES = frozenset("with given treated receiving injected in that".split())
_NO_MODIFIER = frozenset(
    ", ; : . ( ) which who and or was were is are had did than showed died survived".split()
)


def _past_modifier(keys: list[str], begin: int, first: int) -> int:
    """The token behind what says which of them: "more mice with sepsis lived to day 7"."""
    end = first
    while end > begin and (keys[end - 1] in _BE or keys[end - 1] in ADVERB_WORDS):
        end -= 1
    if end - begin > 8 or not _NO_MODIFIER.isdisjoint(keys[begin:end]):
        return begin
    return end


def _verb(
    tokens: Tokens, first: int, last: int, wording: Wording, offset: int,
    subject: tuple[int, int] | None,
) -> Found | None:  # fmt: skip
    """The verb with the adverb of degree or speed beside it, or with "more" before its subject."""
    keys = tokens.keys
    stops = first - 1 - (keys[first - 1] == "to")
    if stops >= 0 and keys[stops] in _STOPS:
        return outcome(tokens, stops, last, wording, offset, sign=-1)
    within = _within(keys, first, last)
    if within:
        return outcome(tokens, first, last, wording, offset, sign=within)
    behind = past_length(keys, last, _FAST | _SLOW)
    for i in (*range(behind, min(behind + 3, len(tokens))), first - 1):
        if i < 0 or keys[i] in (",", ".", ";", ":", "and"):
            if i >= last:
                continue
            break
        if keys[i - 1] == "with" and i > last:
            continue  # "crossed the beam with fewer slips"
        if keys[i] in ("less", "more") and (
            keys[i + 1 : i + 2] == ["sensitive"] or _of_another(keys, last, i)
        ):
            continue  # "cells grew less sensitive", "cells grew and expressed more X"
        if keys[i] in _FAST or keys[i] in _SLOW:
            begin, end = min(i, first), max(i + 1, last)
            if end < len(tokens) and keys[end].endswith("ly"):
                end += 1  # "more rapidly"
            slow = keys[i] in _SLOW or (i + 1 < end and keys[i + 1] in LESS)  # "more slowly"
            ended = keys[i] == "longer" and i and keys[i - 1] == "no"  # "no longer migrated"
            begin, sign = (i - 1, -1) if ended else (begin, -1 if slow else 1)
            if "and" in keys[last:i]:
                begin, end = first, last  # "moved and divided more vigorously"
            return outcome(tokens, begin, end, wording, offset, sign=sign)
    if keys[max(0, first - 2) : first] in (["did", "not"], ["does", "not"]):
        if _good(wording):
            return outcome(tokens, first, last, wording, offset, sign=1)  # "hair did not regrow"
        if wording.entry.facts.get("valence") != "neutral":  # "did not become myofibroblasts"
            return outcome(tokens, first - 2, last, wording, offset, sign=-1)
    if keys[last : last + 2] == ["as", "before"]:
        return None  # "without it they proliferated as before"
    if keys[last : last + 1] and keys[last] in _PORTION and keys[last + 1 : last + 2] == ["as"]:
        end = min(last + 3, len(tokens))
        return outcome(tokens, first, end, wording, offset, sign=_PORTION[keys[last]])
    sooner = in_time(tokens, last)
    if sooner:
        return outcome(tokens, first, last, wording, offset, sign=sooner)
    if able := enabled(keys, first):
        return outcome(tokens, first, last, wording, offset, sign=able)
    many = _many(tokens, first, subject)
    if many is None and subject is not None:
        sign, at = caused(keys, first)
        if sign and at < subject[0]:
            made = outcome(tokens, first, last, wording, offset, sign=sign)
            made.facts["caused"] = at
            return made
    if many is None and ensued(keys, first, last):
        return outcome(tokens, first, last, wording, offset, sign=1)
    return outcome(tokens, many[0], last, wording, offset, sign=many[1]) if many else None


def _within(keys: list[str], first: int, last: int) -> int:
    """The sign of what stands within the words of a verb: "reacted less to", "put more weight"."""
    for key in keys[first + 1 : last - 1]:
        if key in _SLOW or key in _SMALL:
            return -1
        if key in _FAST or key in _LARGE:
            return 1
    return 0


def _of_another(keys: list[str], last: int, i: int) -> bool:
    """Whether "more" at ``i`` counts the object of a verb that is joined to the one before."""
    behind = keys[i + 1] if i + 1 < len(keys) else "."
    ends = not behind[:1].isalpha() or behind in PREPOSITIONS or behind in SUBORDINATORS
    return "and" in keys[last:i] and not ends and not (
        behind.endswith("ly") or behind in ADVERB_WORDS or behind in _FAST or behind in _SLOW
    )


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
            return outcome(tokens, first - 1, last + 1, wording, offset, sign=many)
        behind = past_peers(keys, last)
        if (
            first
            and keys[first - 1] in _DEGREE
            and keys[min(behind, len(keys) - 1)] in (wording.subjects)
        ):  # "less red and less scaly skin"
            end = behind + 1 if behind == last else last
            return outcome(tokens, first - 1, end, wording, offset, sign=_DEGREE[keys[first - 1]])
        if subject is None:
            return None
    cell = cells.get(last)
    if cell is not None or (last < len(tokens) and keys[last] in CELLS):
        made = outcome(tokens, first, cell.last if cell else last + 1, wording, offset)
        if cell is not None and wording.entry.facts.get("cell") == "y":
            made.facts["cell_found"] = cell
        return made
    if first > 1 and keys[first - 1] in _BECOMING and keys[first - 2] == "from":
        return outcome(tokens, first, last, wording, offset, sign=1)  # "kept from turning fibrotic"
    k = first - 1
    while k >= 0 and first - k < 4 and (keys[k].endswith("ly") or keys[k] in _PASSED):
        if keys[k] in _DEGREE:
            return outcome(tokens, k, last, wording, offset, sign=_DEGREE[keys[k]])
        k -= 1
    counted = _many(tokens, first, subject) or _fewer_of_them(keys, first)
    if counted is None and keys[k] in _STAYED and subject is not None and _good(wording):
        return outcome(tokens, first, last, wording, offset, sign=1)  # "remained clear"
    if counted is None and wording.subjects and subject is not None:
        return _rendered(tokens, first, last, wording, offset, subject, 1)
    return outcome(tokens, counted[0], last, wording, offset, sign=counted[1]) if counted else None


def _rendered(
    tokens: Tokens, first: int, last: int, wording: Wording, offset: int,
    subject: tuple[int, int], sign: int,
) -> Found | None:  # fmt: skip
    """What a verb made of the subject: "made the liver softer", "left the cornea clear"."""
    at = rendered(tokens.keys, first)
    if not 0 <= at < subject[0] or tokens.keys[subject[1] + 1 : first] == ["of"]:
        return None
    made = outcome(tokens, first, last, wording, offset, sign=sign)
    made.facts["caused"] = at
    return made


_BECOMING = frozenset("becoming turning getting growing being".split())
_STAYED = frozenset("remained stayed kept became turned rendered".split())


def _good(wording: Wording) -> bool:
    """Whether what the words say of the subject is good for it."""
    valence = wording.entry.facts.get("valence")
    return valence == ("harm" if wording.inverse else "good")


def _predicative(keys: list[str], first: int) -> bool:
    """Whether what describes follows a form of to be: "12 of 15 were infertile"."""
    k = first - 1
    while k > 0 and (keys[k].endswith("ly") or keys[k] in ADVERB_WORDS):
        k -= 1
    return k > 0 and (keys[k] in _BE or keys[k] == "%")


def _tallied(
    tokens: Tokens, first: int, last: int, wording: Wording, offset: int,
    sentences: Sequence[tuple[int, int]], subject: tuple[int, int],
) -> Found | None:  # fmt: skip
    """What figures for two arms say of a verb or an adjective: "12 of 15 died, against 4 of 15"."""
    begin, end = next(((a, b) for a, b in sentences if a <= first < b), (first, first))
    if begin == end:
        return None
    start = tokens.starts[begin]
    sentence = tokens.text[start : tokens.ends[end - 1]]
    at, until = tokens.starts[first] - start, tokens.ends[last - 1] - start
    sign = tallies.of_counts(sentence, at, until) or tallies.of_degrees(sentence, at, until)
    if not sign and wording.form == "verb":
        sign = tallies.of_percents(sentence, tokens.starts[subject[0]] - start, until)
        sign = sign or tallies.by_amounts(sentence[until:]) or tallies.of_lengths(sentence, until)
        sign = sign or tallies.of_arms(sentence, at, until)
    if not sign:
        return None
    made = outcome(tokens, first, last, wording, offset, sign=sign)
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
            return outcome(tokens, first, i + 1, wording, offset, sign=sign)
    behind = past_peers(keys, last)
    if behind > last and keys[behind] in wording.subjects:
        return outcome(tokens, first, last, wording, offset, sign=sign)
    k = first - 1
    while k > 0 and (keys[k].endswith("ly") or keys[k] in _PASSED):
        k -= 1
    k = before_length(keys, before_peers(keys, k))
    if subject is None or keys[k] not in _BE:
        if subject is None:
            return None
        return _rendered(tokens, first, last, wording, offset, subject, sign)
    if k > 1 and keys[k - 1] in _RELATIVE and keys[k - 2] not in wording.subjects:
        return None  # "mice bore lesions that were heavier"
    return outcome(tokens, first, last, wording, offset, sign=sign)


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
