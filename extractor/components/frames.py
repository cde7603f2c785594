"""Who goes up and who goes down: predicates and their arguments inside one sentence.

A sentence is read as a row of units (mentions, predicates, words). Every predicate takes the
targets and effects that its construction gives it: an active verb those to its right ("reduced X
and Y"), a passive or intransitive one those to its left ("X and Y were reduced", "X fell"), a noun
those behind "of" or before it ("reduction of X", "X inhibition"), an adjective the one it stands by.
Predicates nest, and their signs multiply: "prevented the decrease in X" leaves more X.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractor.components.analysis import Analysis, Found, Word
from extractor.records import Mention
from extractor.rules import Predicate

OBJECTS = ("gene", "effect", "disease", "mirna", "cargo")
BE = frozenset("is are was were be been being become becomes became remain remains remained get gets got stay stayed appeared seemed".split())
MODAL = frozenset("can could may might will would should must to do does did".split())
HAVE = frozenset("has have had having".split())
DETERMINERS = frozenset("the a an this that these those its their his our any some each both all such no".split())
ADVERB_WORDS = frozenset("not also then further both still even again thus partly partially largely strongly markedly significantly obviously clearly only always often well more less almost nearly much less most far so very too further subsequently thereby therefore hence consequently in turn either all each".split())
SUBORDINATORS = frozenset("while whereas although though because since when if unless until as where whereby so whether once whilst".split())
RELATIVES = frozenset("which that who whose whom".split())
PREPOSITIONS = frozenset("in on at from with by via through after during following under upon within among between compared versus relative than for to into onto against toward towards across over using without per".split())
MECHANISM = frozenset("via through by".split())
LEVEL_SKIP = frozenset(
    "expression expressions level levels production secretion release content concentration concentrations amount amounts abundance number numbers percentage"
    " proportion rate rates degree extent activity activities signaling signalling pathway pathways cascade axis route mrna mrnas protein proteins gene genes transcript transcripts"
    " phosphorylation formation synthesis generation accumulation translation transcription serum plasma ratio count counts score scores index severity - ' s / ( ) both".split()
)
PROTECTIVE = frozenset("protect rescue shield guard salvage defend spare safeguard prevent".split())
RESTORING = frozenset("restore normalize normalise recover rescue preserve reinstate reestablish re-establish restored".split())
REVERSING = frozenset("reverse recover rescue correct ameliorate revert rectify repair normalize normalise offset remedy treat protect".split())


@dataclass(slots=True)
class Unit:
    """A mention, a predicate or a plain word of a sentence; ``first``/``last`` are its tokens."""

    first: int
    last: int
    key: str
    found: Found | None = None
    word: Word | None = None
    chosen: Predicate | None = None
    voice: str = ""
    """How the predicate takes arguments: ``right``, ``left``, ``noun``, ``attribute`` or ``skip``."""


@dataclass(slots=True)
class Assertion:
    """One target, effect or disease said to change, or to be acted on.

    ``sign`` is +1, -1 or 0 (acted on, no direction); ``trigger`` the lemma that says so;
    ``negated`` when the change is denied; ``clause`` counts clauses within the sentence.
    """

    found: Found
    sign: int
    trigger: str
    negated: bool = False
    clause: int = 0
    at: int = 0
    weak: bool = False
    unchanged: bool = False
    subject: list[Found] = field(default_factory=list)


def units(a: Analysis, first: int, last: int) -> list[Unit]:
    """Cut the tokens ``first`` to ``last`` into units."""
    at = {f.first: f for f in a.found if first <= f.first < last}
    out: list[Unit] = []
    i = first
    while i < last:
        f = at.get(i)
        if f is not None:
            out.append(Unit(i, f.last, "", found=f))
            i = f.last
            continue
        w = a.predicates.get(i)
        if w is not None and w.last <= last:
            out.append(Unit(i, w.last, a.tokens.keys[i], word=w))
            i = w.last
            continue
        out.append(Unit(i, i + 1, a.tokens.keys[i]))
        i += 1
    return out


def clause_numbers(row: list[Unit]) -> list[int]:
    """A clause number for each unit; a clause ends at ``;``, ``:``, a subordinator or ", but"."""
    out, n = [], 0
    for i, u in enumerate(row):
        if u.found is None and u.word is None:
            if u.key in (";", ":") or (u.key in SUBORDINATORS and i > 0 and not (u.key == "as" and _next(row, i) in ("well", "a", "an", "the", "potential")) and not (u.key == "so" and _next(row, i) == "was" and False)):
                n += 1
            elif (u.key == "but" and _next(row, i) != "also") or (
                u.key in ("and", "yet") and i > 0 and row[i - 1].key == "," and _starts_clause(row, i + 1) and _had_verb(row, i, out, n)
            ):
                n += 1
        out.append(n)
    return out


def _next(row: list[Unit], i: int) -> str:
    return row[i + 1].key if i + 1 < len(row) else ""


def _had_verb(row: list[Unit], i: int, numbers: list[int], n: int) -> bool:
    """Whether the clause ``n`` has had a verb before unit ``i``."""
    return any(
        numbers[k] == n and row[k].found is None and (row[k].key in BE or row[k].key in MODAL - {"to"} or row[k].voice in ("right", "left"))
        for k in range(i)
    )


def _starts_clause(row: list[Unit], i: int) -> bool:
    """Whether a subject and a finite verb come before the next comma."""
    for u in row[i : i + 14]:
        if u.found is None and u.word is None:
            if u.key in BE or u.key in MODAL or u.key in HAVE:
                return True
            if u.key in (",", ";"):
                return False
    return False


def resolve(row: list[Unit]) -> None:
    """Decide for each predicate what part of speech it is here, and so where its arguments stand."""
    for i, u in enumerate(row):
        if u.word is None:
            continue
        forms = {p.form for p in u.word.predicates}
        by = {}
        for p in u.word.predicates:
            by.setdefault(p.form, p)
        before = _before(row, i)
        prev = row[i - 1].key if i else ""
        nxt = row[i + 1] if i + 1 < len(row) else None
        if "adjective" in forms and not forms & {"past"}:
            u.chosen = by["adjective"]
            if u.chosen.sign == "=":
                u.voice = "right" if u.key in ("no", "without", "not") and u.last - u.first > 2 else "left"
            elif nxt is not None and nxt.found is not None and prev in ("and", ",", "with", "but") and nxt.found.kind in OBJECTS:
                u.voice = "attribute"
            elif before in BE or _seems(row, i):
                u.voice = "left"
            elif u.chosen.frame == "p":
                u.voice = "skip"
            elif "base" in forms and before in MODAL:
                u.chosen, u.voice = by["base"], "right"
            else:
                u.voice = "attribute"
            continue
        if prev == "-" and "past" in forms and i > 1 and row[i - 1].first == row[i - 2].last and u.last - u.first == 1:
            u.chosen, u.voice = by["past"], "skip"  # "LPS-induced", "miR-21-mediated"
            continue
        if "past" in forms and nxt is not None and (
            (prev in _VESICLES and nxt.key in ("by", "from", "in", "into", "with")) or u.key == "treated"
        ):
            u.chosen, u.voice = by["past"], "skip"  # "exosomes released by", "wounds treated with"
            continue
        if "past" in forms:
            u.chosen = by["past"]
            u.voice = _past_voice(row, i, before, prev, nxt, u.chosen)
            continue
        if "ing" in forms:
            u.chosen = by["ing"]
            after_noun = i > 0 and (row[i - 1].found is not None or row[i - 1].key in LEVEL_SKIP) and prev != "-"
            intransitive = u.chosen.frame == "e" and not _takes_object(row, i)
            u.voice = "left" if intransitive and (before in BE or after_noun) else "right"
            if "noun" in forms and nxt is not None and nxt.key == "of":
                u.chosen, u.voice = by["noun"], "noun"
            elif u.chosen.frame == "a":
                u.voice = "attribute"
            continue
        if "noun" in forms:
            verbal = by.get("base") or by.get("s")
            if verbal is not None and prev not in DETERMINERS and not _noun_context(row, i, prev, nxt):
                u.chosen = verbal
                u.voice = _finite_voice(row, i, nxt, verbal)
            else:
                u.chosen, u.voice = by["noun"], "noun"
            continue
        verb = by.get("s") or by.get("base")
        if verb is not None:
            u.chosen = verb
            if prev in ("the", "a", "an", "this", "of") and verb.form == "base":
                u.voice = "skip"
            else:
                u.voice = _finite_voice(row, i, nxt, verb)


_VESICLES = frozenset("exosomes exosome vesicles vesicle evs ev exos exo sevs microvesicles".split())


def _noun_context(row: list[Unit], i: int, prev: str, nxt: Unit | None) -> bool:
    p = row[i - 1] if i else None
    if nxt is not None and nxt.key in ("of", "in"):
        # "levels increase in …" is a verb; "with an increase in", ", increase in ATP" are nouns
        return not (p is not None and (p.found is not None or p.key.endswith("s")) and p.key not in ("via",)) or (nxt.key == "of")
    if p is None:
        return True
    if p.found is not None:
        return nxt is None or nxt.found is None and nxt.key not in DETERMINERS
    return prev in PREPOSITIONS and prev != "to" or prev in ("of", "significant", "marked", "and") and nxt is not None and nxt.found is None and nxt.key not in DETERMINERS


def _before(row: list[Unit], i: int) -> str:
    """The auxiliary before unit ``i``, across adverbs; ``""`` if there is none."""
    j = i - 1
    while j >= 0 and i - j < 7:
        u = row[j]
        if u.found is not None:
            return ""
        key = u.key
        if u.word is None and (key in BE or key in MODAL or key in HAVE):
            return "" if key == "to" and j and row[j - 1].key in ("led", "due") else key
        if key.endswith("ly") or key in ADVERB_WORDS or (u.word is not None and u.voice in ("left", "attribute", "skip")) or key in ("and", "or", ",", "by", "%", "fold", "-") or key.isdigit():
            if key in (",", "and", "or") and j and not (row[j - 1].word is not None and row[j - 1].voice == "left"):
                return ""
            j -= 1
            continue
        return ""
    return ""


def _seems(row: list[Unit], i: int) -> bool:
    return i > 0 and row[i - 1].key in ("found", "made", "kept", "appeared", "proved", "rendered")


def _past_voice(row: list[Unit], i: int, before: str, prev: str, nxt: Unit | None, p: Predicate) -> str:
    passive_looking = before in BE
    if before in HAVE and p.frame == "e" and not _takes_object(row, i):
        return "left"
    if passive_looking:
        if p.frame == "t" and p.sign in "cs":
            return "right" if p.lemma.endswith(" to") else "skip"
        return "left"
    if before in HAVE or before in MODAL:
        return "right"
    key = nxt.key if nxt is not None else "."
    if key in BE and i + 2 < len(row) and row[i + 2].found is not None and row[i + 2].found.kind == "gene":
        return "right"
    if nxt is not None and nxt.found is None and key in ("by",):
        return "left" if not _takes_object(row, i) else "right"
    if prev in DETERMINERS or prev in ("of", "with", "showed", "in", "to", "exhibited", "for", "from", "and", "by", "displayed", "via", "through"):
        if prev not in ("and",) and nxt is not None and (nxt.found is not None or _takes_object(row, i)):
            return "attribute"
        if prev not in ("and",) and nxt is not None and nxt.word is None and key.isalpha() and key not in PREPOSITIONS:
            return "attribute"
    if i and row[i - 1].word is not None and row[i - 1].chosen is not None and row[i - 1].voice in ("right", "noun"):
        return "attribute"
    if p.frame == "e" and not _takes_object(row, i):
        return "left"
    if prev in _NAMED and not _takes_object(row, i) and any(u.key in BE for u in row[max(0, i - 8) : i]):
        return "left"  # "X was the gene silenced"
    if p.frame == "t" and p.sign not in "cs" and (nxt is None or key in (".", ";", ")")) and i and (row[i - 1].found is not None):
        return "left"
    return "right"


_NAMED = frozenset("gene protein transcript target factor molecule mrna enzyme receptor kinase genes proteins targets one".split())


def _takes_object(row: list[Unit], i: int) -> bool:
    """Whether a noun phrase begins right behind the predicate."""
    j = i + 1
    while j < len(row):
        u = row[j]
        if u.found is not None:
            return u.found.kind in ("gene", "effect", "disease", "mirna", "cargo", "source")
        key = u.key
        if u.word is not None:
            return u.voice != "left" and not key.endswith("ly") and key not in ("more", "less", "further", "up")
        if key in DETERMINERS and key != "that":
            return True
        if key.endswith("ly") or key in ("both", "not"):
            j += 1
            continue
        return key.isalpha() and key not in PREPOSITIONS and key not in SUBORDINATORS and key not in RELATIVES and key not in ("and", "or", "but", "as", "too", "of") and key not in BE and len(key) > 1
    return False


def _finite_voice(row: list[Unit], i: int, nxt: Unit | None, p: Predicate) -> str:
    if p.frame == "e" and not _takes_object(row, i):
        return "left"
    return "right"


def read(a: Analysis, first: int, last: int) -> tuple[list[Assertion], list[Unit], list[int]]:
    """All assertions of the sentence that covers the tokens ``first`` to ``last``."""
    row = units(a, first, last)
    resolve(row)
    clauses = clause_numbers(row)
    chains: dict[int, list[tuple[int, bool]]] = {}  # unit of a mention -> governors, innermost first
    outer: dict[int, list[int]] = {}  # unit of a noun or attribute -> predicates above it

    def govern(target: int, predicate: int) -> None:
        chains.setdefault(target, []).append((predicate, False))

    # nouns and attributes first: they are the innermost
    for i, u in enumerate(row):
        if u.voice == "noun":
            for j in _noun_objects(row, i):
                govern(j, i)
        elif u.voice == "attribute":
            for j in _attribute_objects(row, i):
                govern(j, i)
            k = i + 1
            while k < len(row) and k - i < 4 and row[k].found is None and row[k].word is None and row[k].key not in (",", ".", "and"):
                k += 1
            if k < len(row) and row[k].voice == "noun":
                outer.setdefault(k, []).append(i)  # "weaker phosphorylation of X"
    for i, u in enumerate(row):
        if u.voice == "right":
            mentions, inner = _right_objects(row, i)
            for j in mentions:
                govern(j, i)
            for j in inner:
                outer.setdefault(j, []).append(i)
        elif u.voice == "left":
            mentions, inner = _left_objects(row, i, clauses)
            for j in mentions:
                govern(j, i)
            for j in inner:
                outer.setdefault(j, []).append(i)
    out: list[Assertion] = _protections(a, row, clauses)
    for j, u in enumerate(row):
        if u.found is None or u.found.kind not in OBJECTS:
            continue
        made = _assert(a, row, clauses, j, [c for c, _ in chains.get(j, [])], outer)
        if made is not None:
            out.append(made)
            also = u.found.facts.get("also")
            if also is not None and u.found.kind == "disease" and made.sign:
                made.found = u.found
    return out, row, clauses


def _target_objects(row: list[Unit], i: int) -> list[int]:
    """Genes said to be targets: "X, a target of miR-y", "the target genes X and Y"."""
    j = i + 1
    while j < len(row) and row[j].found is None and row[j].key in ("gene", "genes", "protein", "proteins", "mrna", "mrnas", ",", "(", "such", "as", "including", ":", "namely"):
        j += 1
    if j < len(row) and row[j].found is not None and row[j].found.kind == "gene":
        return _collect(row, j, noun=True)[0]
    got: list[int] = []
    k = i - 1
    while k >= 0 and i - k < 14:
        u = row[k]
        if u.found is not None and u.found.kind == "gene":
            got.append(k)
        elif u.found is None and (u.key in (";", ":") or u.key in SUBORDINATORS - {"as"}):
            break
        elif u.found is not None and got:
            break
        k -= 1
    return got


def _protections(a: Analysis, row: list[Unit], clauses: list[int]) -> list[Assertion]:
    """Cells said to be protected, with no harm named: less injury of those cells."""
    out: list[Assertion] = []
    for i, u in enumerate(row):
        if u.chosen is None or u.chosen.lemma not in ("protect", "spare", "shield", "safeguard", "save", "rescue") or u.voice not in ("right", "left"):
            continue
        near = [c for c in a.soft if c.kind == "cell" and 0 <= c.first - u.last <= 4] if u.voice == "right" else [
            c for c in a.soft if c.kind == "cell" and 0 <= u.first - c.last <= 4]
        if not near:
            continue
        last = row[-1].last
        harm = any(v.found is not None and v.found.kind in ("effect", "disease") and i < k < i + 12 for k, v in enumerate(row)) and any(
            v.key in ("from", "against") for v in row[i : i + 9])
        if harm or near[0].first >= last:
            continue
        cell = near[0]
        m = cell.mention
        effect = Mention("effect", m.start, m.end, m.text, f"{m.label} injury", None, "protection")
        negated, _ = _negated(a, row, clauses, [i], i)
        out.append(Assertion(Found(cell.first, cell.last, effect, None, {}), -1, u.chosen.lemma, negated, clauses[i], i))
    return out


def _noun_objects(row: list[Unit], i: int) -> list[int]:
    if row[i].chosen is not None and row[i].chosen.lemma == "target":  # type: ignore[union-attr]
        return _target_objects(row, i)
    j = i + 1
    while j < len(row) and row[j].found is None and (row[j].key.endswith("ly") or row[j].key in ("effect", "effects")):
        j += 1
    if j < len(row) and row[j].found is None and row[j].key in ("of", "in", "to", "against", "on"):
        got, _ = _collect(row, j + 1, noun=True)
        if got:
            return got
    k = i - 1
    while k >= 0 and row[k].found is None and row[k].key in LEVEL_SKIP and i - k < 4:
        k -= 1
    if k >= 0 and row[k].found is not None and row[k].found.kind in OBJECTS:
        got = [k]
        while k >= 2 and row[k - 1].key == "/" and row[k - 2].found is not None:
            k -= 2
            got.append(k)
        return got
    return []


def _attribute_objects(row: list[Unit], i: int) -> list[int]:
    """The mentions of the noun phrase that an adjective opens: "fewer CD86+ and CD206+ cells"."""
    got: list[int] = []
    j = i + 1
    words = 0
    while j < len(row):
        u = row[j]
        if u.found is not None:
            if u.found.kind in OBJECTS:
                got.append(j)
                words = 0
            elif u.found.kind == "source":
                break
        elif u.word is not None:
            if u.voice == "attribute" and not got:
                j += 1
                continue
            break
        elif u.key in (",", "and", "or", "/", "as", "well") and got:
            if not _mention_soon(row, j + 1, 2):
                break
        elif u.key in ("of", "in") and not got or u.key in DETERMINERS or u.key == "-":
            pass
        elif u.key in BE and j == i + 1 and row[i].key in ("fewer", "more", "less"):
            pass
        elif u.key in PREPOSITIONS or u.key in SUBORDINATORS or u.key in RELATIVES or u.key in BE or u.key in (".", ";", ":", "(", ","):
            break
        else:
            words += 1
            if words > 3:
                break
        j += 1
    return got


def _mention_soon(row: list[Unit], j: int, within: int) -> bool:
    return any(u.found is not None and u.found.kind in OBJECTS for u in row[j : j + within])


def _right_objects(row: list[Unit], i: int) -> tuple[list[int], list[int]]:
    protective = row[i].chosen is not None and row[i].chosen.lemma in PROTECTIVE  # type: ignore[union-attr]
    j = i + 1
    if j + 1 < len(row) and row[j].key in BE and row[j + 1].found is not None and row[j + 1].found.kind == "gene":
        j += 1  # "the transcript affected was X"
    return _collect(row, j, protective=protective)


def _collect(row: list[Unit], j: int, *, noun: bool = False, protective: bool = False) -> tuple[list[int], list[int]]:
    """Objects to the right: mentions, and the nouns and attributes that stand over others."""
    got: list[int] = []
    inner: list[int] = []
    oblique = False
    sealed = False
    depth = 0
    n = len(row)
    while j < n:
        u = row[j]
        if u.found is not None:
            if u.found.kind in OBJECTS and not oblique:
                got.append(j)
            elif u.found.kind in ("gene", "effect") and oblique and not sealed and row[j - 1].key in ("and", ","):
                oblique = False
                got.append(j)
        elif u.word is not None and u.chosen is not None:
            if u.voice == "noun":
                if got and not sealed and row[j - 1].key in ("and", ",") and u.chosen.sign in "+-" and not noun:
                    break  # a new conjunct with a direction of its own
                if not got or row[j - 1].key in ("and", ",", "the", "or", "a", "an") or oblique is False:
                    if oblique and row[j - 1].key not in ("and", ","):
                        j += 1
                        continue
                    if not sealed:
                        inner.append(j)
                        if _noun_objects(row, j) and any(k > j for k in _noun_objects(row, j)):
                            got_inner = _noun_objects(row, j)
                            j = max(got_inner) + 1
                            oblique = False
                            continue
                else:
                    break
            elif u.voice == "attribute":
                if got and (row[j - 1].key in ("and", ",", "but") or (row[j - 1].key in DETERMINERS and row[j - 2].key in ("and", ",", "but"))):
                    break  # a new conjunct with a direction of its own
                inner.append(j)
                attributed = _attribute_objects(row, j)
                if attributed and not oblique:
                    got.extend(k for k in attributed if k not in got)
                    j = max(attributed) + 1
                    continue
            elif u.voice == "left":
                # the subject of the next clause has been taken by mistake: give it back
                cut = _last_joint(row, j, got)
                got = [k for k in got if k < cut]
                inner = [k for k in inner if k < cut]
                break
            elif u.voice in ("right",):
                if u.chosen.form in ("past", "s", "base") and got and row[j - 1].found is not None and row[j - 1].key == "" and u.chosen.form != "past":
                    cut = _last_joint(row, j, got)
                    got = [k for k in got if k < cut]
                break
        else:
            key = u.key
            if key == "(":
                depth += 1
            elif key == ")":
                depth -= 1
                if depth < 0:
                    break
            elif key in (";", ":", ".") and depth == 0:
                break
            elif key in RELATIVES or (key in SUBORDINATORS and not (key == "as" and _next(row, j) == "well")):
                if got or key != "that":
                    break
            elif key in BE or key in MODAL - {"to"} or key in HAVE:
                cut = _last_joint(row, j, got)
                got = [k for k in got if k < cut]
                inner = [k for k in inner if k < cut]
                break
            elif key in ("but", "rather", "instead", "compared", "except"):
                break
            elif key in ("thereby", "thus", "hence", "therefore"):
                following = row[j + 1] if j + 1 < n else None
                if following is None or following.chosen is None or following.chosen.form == "ing" or following.voice != "left":
                    break
            elif key == "in" and _next(row, j) in ("vivo", "vitro", "situ"):
                pass
            elif key in (",", "and") and oblique and not sealed and _opens_conjunct(row, j + 1):
                oblique = False
            elif key in PREPOSITIONS:
                following = row[j + 1].found if j + 1 < n else None
                if key == "from" and following is not None and "pair" in following.facts:
                    pass
                elif noun and key in ("in", "on") and not got:
                    pass
                elif protective and key in ("from", "against"):
                    oblique = False
                elif key in ("from", "to") and noun and not got:
                    pass
                else:
                    oblique = True
                    if key in MECHANISM or key in ("after", "following", "using", "with", "from", "compared", "than", "for", "under"):
                        sealed = True
            elif key == "including" or (key == "such" and _next(row, j) == "as") or key == "like":
                oblique = False
                if key == "such":
                    j += 2
                    continue
        j += 1
    return got, inner


def _opens_conjunct(row: list[Unit], j: int) -> bool:
    """Whether "the expression of", "serum levels of" opens another object of the same verb."""
    seen = 0
    while j < len(row) and seen < 5 and row[j].found is None and row[j].word is None:
        if row[j].key in LEVEL_SKIP - {"-", "'", "s", "/", "(", ")", "both"} and _next(row, j) == "of":
            return True
        j += 1
        seen += 1
    return False


def _last_joint(row: list[Unit], end: int, got: list[int]) -> int:
    """Unit at which the last conjunct before ``end`` begins; ``end`` if there is no joint."""
    comma = next((k for k in range(end - 1, 0, -1) if row[k].key in ("and", "but") and row[k - 1].key == ","), None)
    if comma is not None and any(k < comma for k in got):
        return comma
    for k in range(end - 1, 0, -1):
        if row[k].found is None and row[k].key in (",", "and", "but"):
            return k
    return end if not got else min(got)


def _after_opening(row: list[Unit], clauses: list[int], i: int) -> int:
    """Unit behind a prepositional phrase that opens the clause ("In line with X, Y improved")."""
    start = next((k for k in range(len(row)) if clauses[k] == clauses[i]), 0)
    while start < i and row[start].key in (",", "and", "but", ";", "moreover", "furthermore", "additionally"):
        start += 1
    if row[start].found is None and row[start].key in PREPOSITIONS:
        comma = next((k for k in range(start, i) if row[k].found is None and row[k].key == ","), None)
        if comma is not None and row[comma - 1].found is not None and row[comma - 2].key not in PREPOSITIONS | DETERMINERS and row[comma - 2].key != "of" and row[comma - 2].word is None:
            return 0  # the comma is inside the list of what changed
        if comma is not None and any(u.found is not None and u.found.kind in OBJECTS for u in row[comma:i]):
            return comma + 1
    return 0


def _left_objects(row: list[Unit], i: int, clauses: list[int]) -> tuple[list[int], list[int]]:
    """Objects to the left: the subject of a passive or intransitive predicate."""
    got: list[int] = []
    inner: list[int] = []
    j = i - 1
    depth = 0
    seen_verb = -1
    floor = _after_opening(row, clauses, i)
    while j >= floor:
        u = row[j]
        if clauses[j] != clauses[i] and u.key != "as":
            break
        if u.found is not None:
            if u.found.kind in OBJECTS:
                got.append(j)
        elif u.word is not None and u.chosen is not None:
            if u.voice in ("noun", "attribute"):
                inner.append(j)
            elif u.voice == "left":
                if got and row[j - 1].key != "by" and _next(row, j) not in ("by",):
                    seen_verb = j
                    break
                if not got and _next(row, j) not in ("and", "or", ","):
                    seen_verb = j
                    if _next(row, j) != "by":
                        break
            elif u.voice == "right" and not (u.chosen.form == "past" and _next(row, j) in ("by", "from", "with", "in")):
                seen_verb = j
                break
        else:
            key = u.key
            if key == ")":
                depth += 1
            elif key == "(":
                depth = max(0, depth - 1)
            elif key in (";", ":") or (key in RELATIVES and got):
                break
            elif key in BE and j < i - 6 and got:
                seen_verb = j
                break
        j -= 1
    if seen_verb >= 0 and got:
        start = next((k for k in range(i - 1, seen_verb, -1) if row[k].key in ("and", "but") and row[k - 1].key == ","), None)
        if start is None:
            start = next((k for k in range(min(got), seen_verb, -1) if row[k].key in (",", "and", "but")), None)
        if start is None:
            start = next((k for k in range(i - 1, seen_verb, -1) if row[k].key in (",", "and", "but")), seen_verb)
        got = [k for k in got if k > start]
        inner = [k for k in inner if k > start]
    got.sort()
    # a mention behind a preposition is where it happened, not what changed, once something did
    kept: list[int] = []
    for k in got:
        before = row[k - 1].key if k else ""
        far = row[k - 2].key if k > 1 else ""
        if kept and (before in PREPOSITIONS or (before in DETERMINERS and far in PREPOSITIONS)):
            continue
        kept.append(k)
    return kept, inner


def _assert(
    a: Analysis, row: list[Unit], clauses: list[int], j: int, governors: list[int], outer: dict[int, list[int]]
) -> Assertion | None:
    f = row[j].found
    assert f is not None
    if _modifies(a, f):
        return None
    valence = f.entry.facts.get("valence") if f.entry is not None and f.kind == "effect" else None
    own = f.facts.get("sign")
    sign: int | None = own
    trigger = f"effects:{f.mention.label}" if own else ""
    chain: list[int] = []
    for g in governors:
        if g not in chain:
            chain.append(g)
    # innermost: nearest noun or attribute, then the verb over it
    nested: list[int] = []
    for g in chain:
        if row[g].voice in ("noun", "attribute"):
            nested.append(g)
    verbs = [g for g in chain if row[g].voice == "left"] or [g for g in chain if row[g].voice == "right"]
    verbs = sorted(verbs, key=lambda g: abs(g - j))[:1]
    if own is not None and _FINITE.search(f.mention.text):
        nested, verbs = [], []  # a whole clause: "the animals died earlier"
    ups = [o for g in nested for o in outer.get(g, []) if o not in verbs]
    # outer predicates of nouns nest further ("led to inhibition of the increase of")
    path = sorted(set(nested), key=lambda g: abs(g - j)) + sorted(set(verbs + ups), key=lambda g: abs(g - j))
    if f.facts.get("prefixed") and not _describes_effect(row, j):
        return None
    if f.facts.get("verb"):
        return _verbal(row, clauses, j)
    if not path and own is None:
        return _ungoverned(row, clauses, j)
    unchanged = False
    zero = False
    applied: list[int] = []
    for depth, g in enumerate(path):
        p = row[g].chosen
        assert p is not None
        if row[g].voice == "attribute" and len(path) > depth + 1:
            above = row[path[depth + 1]].chosen
            if above is not None and above.sign not in ("c", "s", "0") and above.sign != "=":
                continue  # "restored the decreased X": the attribute tells the state before
        step = _sign(p, sign, valence, f.kind)
        applied.append(g)
        if p.sign == "=":
            unchanged = True
            trigger = trigger or p.lemma
            continue
        shows = p.lemma in _SHOWS or (p.lemma in _TURNS and f.kind == "effect") or (p.lemma in ("have", "possess") and j + 1 < len(row) and row[j + 1].key in _EFFECT_NOUNS)
        if p.sign == "s" and sign is None and (valence == "good" or p.lemma in _TURNS) and shows and row[g].voice == "right":
            sign = 1  # "exosomes showed rapid re-epithelialization"
            trigger = trigger or p.lemma
        if p.sign == "s" or (p.sign == "c" and sign is None and len(path) > depth + 1):
            continue
        if p.sign == "0":
            if sign is None:
                zero = True
                trigger = trigger or p.lemma
            continue
        if step is not None:
            sign = step if sign is None or p.sign == "c" else sign * step if not zero else step
            trigger = trigger or p.lemma
    verb = next((g for g in reversed(applied)), path[-1] if path else j)
    negated, ended = _negated(a, row, clauses, applied or [j], j)
    if ended and not negated and sign is not None:
        sign = -sign  # "is no longer translated"
    if f.facts.get("inverse") and sign is not None and not any(row[g].chosen.sign in "><" for g in applied):  # type: ignore[union-attr]
        sign = -sign
    if sign is None and not zero and not unchanged:
        return None
    if f.entry is not None and "background" in f.entry.flags and (not verbs or row[verbs[0]].chosen.sign not in "+-><"):  # type: ignore[union-attr]
        return None  # a word this general counts only where a verb says that it rose or fell
    if f.kind == "disease" and own is None and (
        zero or (sign == 1 and (f.facts.get("model") or trigger in ("induce", "establish", "develop", "undergo", "generate", "increase"))) or unchanged or all(row[g].chosen.sign in "cs" for g in applied)  # type: ignore[union-attr]
        or _TEMPORAL.match(f.mention.text) or _INDUCER.search(f.mention.text) or (f.entry is not None and "weak" in f.entry.flags)
    ):
        return None
    if _manipulated(row, applied, j):
        return None
    if unchanged:
        return Assertion(f, 0, trigger, True, clauses[j], verb, unchanged=True)
    subject = _subject(row, verb) if verb < len(row) and row[verb].voice == "right" else []
    weak = bool(applied) and all(row[g].chosen.sign in "cs" for g in applied) and own is None  # type: ignore[union-attr]
    return Assertion(f, sign or 0, trigger, negated, clauses[verb], verb, weak=weak, subject=subject)


_EFFECT_NOUNS = frozenset(
    "effect effects action actions activity activities property properties capacity capacities ability abilities function functions response responses role roles"
    " potential potency potencies efficacy influence impact outcome outcomes benefit benefits phenotype performance pathway pathways factor factors mechanism mechanisms state profile".split()
)


def _describes_effect(row: list[Unit], j: int) -> bool:
    """Whether an "anti-X" is what something did ("anti-X effects", "was anti-X"), not an attribute
    of another thing ("anti-X proteins", "anti-X drugs")."""
    k = j + 1
    while k < len(row) and k - j < 12:
        u = row[k]
        if u.found is not None:
            if not (u.found.facts.get("prefixed") or u.found.facts.get("sign") or u.found.kind == "effect"):
                return False
        elif u.key in _EFFECT_NOUNS:
            return True
        elif u.key not in (",", "and", "or", "-", "as", "well", "both"):
            break
        k += 1
    return j > 0 and (row[j - 1].key in BE or row[j - 1].key.endswith("ly"))


_MORE = frozenset("more faster better further quicker longer farther earlier sooner stronger readily rapidly vigorously extensively".split())
_LESS = frozenset("less slower worse poorly slowly shorter fewer rarely weakly later".split())


def _verbal(row: list[Unit], clauses: list[int], j: int) -> Assertion | None:
    """An effect told by a verb of its own: "cells proliferated more", "helped neurons to survive"."""
    f = row[j].found
    assert f is not None
    near = [u.key for u in row[max(0, j - 2) : j + 4] if u.found is None]
    sign = 1 if any(k in _MORE for k in near) else -1 if any(k in _LESS for k in near) else 0
    if not sign and j and row[j - 1].key == "to":
        k = next((k for k in range(j - 2, max(-1, j - 8), -1) if row[k].chosen is not None and row[k].voice == "right"), None)
        p = row[k].chosen if k is not None else None
        sign = 1 if p is not None and p.sign in "+>c" else -1 if p is not None and p.sign == "-" else 0
    if not sign and any(u.key == "no" and _next(row, i) == "longer" for i, u in enumerate(row[:j])):
        return None
    if not sign:
        return None
    negated, _ = _negated(None, row, clauses, [j], j)
    return Assertion(f, -sign if f.facts.get("inverse") else sign, "verb", negated, clauses[j], j)


def _sign(p: Predicate, inner: int | None, valence: str | None, kind: str) -> int | None:
    if p.sign == "+":
        return 1
    if p.sign == "-":
        return -1
    if p.sign == "c":
        return 1 if inner is None else inner
    if p.sign in "><":
        better = 1 if p.sign == ">" else -1
        if inner is not None:
            return -1 if p.lemma in REVERSING else better
        if kind == "gene":
            return better if p.lemma in RESTORING else None
        if kind == "disease" or valence == "harm":
            return -better
        return better
    return None


def _subject(row: list[Unit], g: int) -> list[Found]:
    """The miRNAs listed right before a verb: "miR-1, miR-2 and miR-3 inhibit"."""
    k = g - 1
    while k >= 0 and row[k].found is None and (row[k].key in MODAL or row[k].key in HAVE or row[k].key.endswith("ly") or row[k].key in ADVERB_WORDS):
        k -= 1
    out: list[Found] = []
    while k >= 0:
        f = row[k].found
        if f is not None and f.kind == "mirna":
            out.append(f)
        elif f is not None or row[k].key not in (",", "and", "or", "/", "as", "well"):
            break
        k -= 1
    return out[::-1]


_MODIFIES = frozenset(
    "induced stimulated treated mediated dependent associated related driven triggered evoked elicited expressing overexpressing deficient enriched loaded primed challenged exposed injured activated independent specific bound targeting rich containing carrying".split()
)


def _modifies(a: Analysis, f: Found) -> bool:
    """Whether a name only qualifies another word ("TNF-α-induced apoptosis", "SCI-related")."""
    tokens = a.tokens
    i = f.last
    if i + 1 >= len(tokens):
        return False
    if tokens.keys[i] == "-" and tokens.glued(i):
        return tokens.keys[i + 1] in _MODIFIES
    return tokens.keys[i] in ("induced", "mediated", "associated", "driven") and i + 1 < len(tokens) and tokens.keys[i + 1] not in ("by", "with", "the")


_TURNS = frozenset("adopt acquire develop".split())
_SHOWS = frozenset("show exhibit display demonstrate manifest".split())
_FINITE = re.compile(r"\b(?:was|were|is|are|became|become|remained|had|died|lived)\b")
_INDUCER = re.compile(r"(?:induced|treated|exposed|challenged|stimulated|injected|fed)$", re.I)
_TEMPORAL = re.compile(r"(?:after|following|post|in|during)\b", re.I)


def _manipulated(row: list[Unit], applied: list[int], j: int) -> bool:
    """Whether the sentence opens with what the experimenter did: "Depleting macrophages removed …"."""
    return bool(applied) and applied[-1] == 0 and row[0].chosen is not None and row[0].chosen.form == "ing" and j > 0 and any(
        u.word is not None and u.voice in ("right", "left") for u in row[j + 1 :]
    )


NEGATIONS = frozenset("not no nor neither never without cannot hardly scarcely barely failed fails fail failing unable nothing none".split())


def _negated(a: Analysis | None, row: list[Unit], clauses: list[int], path: list[int], j: int) -> tuple[bool, bool]:
    for g in path:
        k = g - 1
        steps = 0
        while k >= 0 and steps < 6 and clauses[k] == clauses[g]:
            u = row[k]
            if u.found is not None and not (k == g - 1):
                break
            if u.word is not None and u.chosen is not None and u.voice in ("right", "left") and not u.key.endswith("ly"):
                break
            if u.found is None and u.key in NEGATIONS:
                if u.key == "no" and _next(row, k) == "longer":
                    return False, True
                if _next(row, k) in ("only", "merely", "just", "doubt", "least"):
                    return False, False
                return True, False
            if u.key in (",", ";"):
                break
            k -= 1
            steps += 1
    return False, False


def _ungoverned(row: list[Unit], clauses: list[int], j: int) -> Assertion | None:
    """Targets named with no direction: by mechanism ("through TLR4"), axis or slash."""
    f = row[j].found
    assert f is not None
    if f.kind != "gene":
        return None
    k = j - 1
    while k >= 0 and (row[k].key in DETERMINERS or row[k].key in ("/", "-", ",", "and", "pathway", "a") or (row[k].found is not None and row[k].found.kind in ("gene", "mirna"))) and j - k < 9:
        if row[k].found is not None and row[k].found.kind == "mirna" and row[j - 1].key in ("/", "-"):
            return Assertion(f, 0, "axis", False, clauses[j], j, weak=True)
        k -= 1
    if k >= 0 and row[k].found is None and row[k].key in ("via", "through", "involving"):
        return Assertion(f, 0, "mechanism", False, clauses[j], j, weak=True)
    return None
