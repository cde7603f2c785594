"""A sentence as a row of units, and what part of speech each predicate is where it stands.

No tagger is needed: the words around a predicate of the pattern files tell whether it is active
("reduced X"), passive or intransitive ("X was reduced", "X fell"), a noun ("reduction of X") or an
attribute ("reduced X levels").
"""

from __future__ import annotations

from dataclasses import dataclass

from extractor.components.analysis import Analysis, Word
from extractor.components.found import Found
from extractor.components.notes import behind_attributes, behind_with
from extractor.components.participles import (
    ABILITIES,
    AFTER_PASSIVE,
    gapped,
    had_noun,
    listed,
    reduced_relative,
    second_superlative,
    state_before,
    verbless,
)
from extractor.components.voices import (
    COPULAS,
    SAID,
    adverbial,
    articled,
    auxiliary,
    compares,
    describes,
    found_so,
    grown_from,
    had_in_relative,
    listed_subject,
    of_itself,
    predicated,
    seems,
    seen_to,
    takes_up,
    there_is,
)
from extractor.components.words import (
    BE,
    DETERMINERS,
    HAVE,
    LEVEL_SKIP,
    MODAL,
    NAMED,
    OBJECTS,
    PREPOSITIONS,
    PROTECTIVE,
    RELATIVES,
    STATES,
    SUBORDINATORS,
)
from extractor.rules import Predicate
from extractor.tokens import Tokens


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
    """How the predicate takes arguments: ``right``, ``left``, ``noun``, ``attribute``, ``skip``."""
    model: int = 0
    """Which way the disease had changed the mention, where a relative clause says so."""
    drawn: int = 0
    """Which way a bracket behind the mention says that it went."""

    @property
    def kind(self) -> str:
        """Kind of the mention, or ``""``."""
        return self.found.kind if self.found is not None else ""

    @property
    def sign(self) -> str:
        """Sign of the predicate as read here, or ``""``."""
        return self.chosen.sign if self.chosen is not None else ""

    @property
    def lemma(self) -> str:
        """Lemma of the predicate as read here, or ``""``."""
        return self.chosen.lemma if self.chosen is not None else ""


def units(a: Analysis, first: int, last: int) -> list[Unit]:
    """Cut the tokens ``first`` to ``last`` into units."""
    at = {f.first: f for f in a.found if first <= f.first < last}
    out: list[Unit] = []
    keys, predicates = a.tokens.keys, a.predicates
    i = first
    while i < last:
        if i in at:
            f = at[i]
            out.append(Unit(i, f.last, "", found=f))
            i = f.last
            continue
        if i in predicates and (w := predicates[i]).last <= last:
            out.append(Unit(i, w.last, keys[i], word=w))
            i = w.last
            continue
        key, end = keys[i], i + 1
        if key.isdigit() and _decimal(a.tokens, i, last):
            end = i + 3
            key = "".join(keys[i:end]).replace(",", "")  # "1.8", "1,200"
        if key in _SHORT and keys[i + 1 : i + 3] == ["'", "t"] and i + 3 <= last:
            out += [Unit(i, i + 1, key[:-1]), Unit(i + 1, i + 3, "not")]  # "didn't"
            i += 3
            continue
        if key == "at" and i + 1 < last and keys[i + 1].isdigit() and (
            a.tokens.ends[i] == a.tokens.starts[i + 1]
        ):
            key, end = f"at{keys[i + 1]}", i + 2  # "AT2 cells"
        out.append(Unit(i, end, key))
        i = end
    return out


_SHORT = frozenset("didn doesn don wasn weren isn aren couldn hadn hasn haven".split())


def _decimal(tokens: Tokens, i: int, last: int) -> bool:
    """Whether the digits at ``i`` are those before a decimal point or a comma for thousands."""
    return (
        i + 2 < last and tokens.keys[i + 1] in (".", ",", "·") and tokens.keys[i + 2].isdigit()
        and tokens.ends[i] == tokens.starts[i + 1] and tokens.ends[i + 1] == tokens.starts[i + 2]
    )


def next_key(row: list[Unit], i: int) -> str:
    """The folded word of the unit behind ``i``, ``""`` at the end."""
    return row[i + 1].key if i + 1 < len(row) else ""


def resolve(row: list[Unit]) -> None:
    """Decide for each predicate what part of speech it is, and so where its arguments stand."""
    for i, u in enumerate(row):
        if u.word is None:
            continue
        if u.key == "stem" and next_key(row, i) in ("cell", "cells", "/", "-"):
            u.word = None
            continue
        if u.key == "release" and i and row[i - 1].kind == "gene":
            u.word = None  # "blocked IL-18 release": how much of it came out
            continue
        if u.key in ("control", "controls") and i and row[i - 1].key in PREPOSITIONS:
            u.word = None  # "rose in controls"
            continue
        if u.key == "sponge" and i and row[i - 1].found is None and row[i - 1].key not in MODAL:
            u.word = None  # "a silk sponge promoted …"
            continue
        if u.key == "have" and "been" in (next_key(row, i), next_key(row, i + 1)):
            u.word = None  # "have also been curtailed"
            continue
        if u.key in ("damage", "harm", "complement") and auxiliary(row, i) not in MODAL:
            u.word = None  # "relieved damage and apoptosis"
            continue
        if u.key in COPULAS and i + 1 < len(row) and compares(row[i + 1]):
            u.word = None  # "grew weaker"
            continue
        emerged = u.key.startswith("emerge") and next_key(row, i) in ("as", "that")
        if emerged or describes(row, i):
            u.word = None  # "X emerged as the target"
            continue
        forms = {p.form for p in u.word.predicates}
        by: dict[str, Predicate] = {}
        for p in u.word.predicates:
            by.setdefault(p.form, p)
        before = auxiliary(row, i)
        prev = row[i - 1].key if i else ""
        nxt = row[i + 1] if i + 1 < len(row) else None
        if "adjective" in forms and not forms & {"past"}:
            u.chosen = by["adjective"]
            if u.chosen.sign == "=":
                listing = prev in _AT or behind_attributes(row, i)
                named = listing and nxt is not None and nxt.kind in OBJECTS
                u.voice = (
                    "right"
                    if u.key in ("no", "without", "not") and u.last - u.first > 2
                    else "attribute"
                    if named
                    else "left"
                )
            elif (
                nxt is not None
                and nxt.found is not None
                and prev in ("and", ",", "with", "but")
                and nxt.found.kind in OBJECTS
            ):
                u.voice = "attribute"
            elif before in BE and there_is(row, i):
                u.voice = "attribute"  # "there were markedly fewer macrophages"
            elif found_so(row, i):
                u.voice = "left"
            elif u.key in ("less", "little") and adverbial(row, i):
                u.voice = "skip"  # "accumulated less and …"
            elif i and (told := row[i - 1].found) is not None and told.facts.get("verb"):
                u.voice = "skip"  # "proliferated less and …"
            elif u.key in ("less", "more") and nxt is not None and nxt.kind == "effect":
                u.voice = "attribute"  # "macrophages were less M1-like"
            elif prev == "been" and had_in_relative(row, i):
                u.voice = "skip"  # "capillaries that had been lost came back"
            elif before in BE or seems(row, i) or predicated(row, i, nxt) or (
                second_superlative(row, i)
            ):
                u.voice = "left"
            elif u.chosen.frame == "p":
                u.voice = "left" if behind_with(row, i) else "skip"
            elif "base" in forms and (before in MODAL or prev in _HELPS):
                u.chosen, u.voice = by["base"], "right"
            else:
                u.voice = "attribute"
            continue
        if (
            prev == "-"
            and "past" in forms
            and i > 1
            and row[i - 1].first == row[i - 2].last
            and u.last - u.first == 1
        ):
            u.chosen, u.voice = by["past"], "skip"  # "LPS-induced", "miR-21-mediated"
            continue
        if "past" in forms and nxt is not None and grown_from(row, i):
            u.chosen, u.voice = by["past"], "skip"
            continue
        if "past" in forms:
            u.chosen = by["past"]
            u.voice = _past_voice(row, i, before, prev, nxt, u.chosen)
            if u.voice == "left" and before == "had" and had_in_relative(row, i):
                u.voice = "skip"  # "ALT, which had risen after injury, fell"
            continue
        if "ing" in forms:
            u.chosen = by["ing"]
            if prev == "-" and u.chosen.sign == "c" and row[i - 1].first == row[i - 2].last:
                u.voice = "skip"  # "IFN-γ-producing T cells": which cells, not how many
                continue
            after_noun = bool(
                i > 0
                and (row[i - 1].found or row[i - 1].key in LEVEL_SKIP or takes_up(row, i - 1))
                and prev != "-"
            )
            intransitive = u.chosen.frame == "e" and not _takes_object(row, i)
            u.voice = "left" if intransitive and (before in BE or after_noun) else "right"
            articled_in = nxt is not None and nxt.key == "in" and any(
                v.key in ("a", "an", "the") for v in row[max(0, i - 2) : i]
            )
            if "noun" in forms and nxt is not None and (nxt.key == "of" or articled_in):
                u.chosen, u.voice = by["noun"], "noun"  # "a halving in X"
            elif u.chosen.frame == "a":
                u.voice = "attribute"
            continue
        if "noun" in forms:
            verbal = by.get("base") or by.get("s")
            if verbal is not None and seen_to(row, i, verbal):
                u.chosen, u.voice = verbal, "left"
            elif (
                verbal is not None
                and (
                    prev not in DETERMINERS | {"whose"}
                    or (prev == "that" and _relative(row, i - 1))
                    or (prev == "this" and "s" in by)  # "this targets X"
                )
                and (not _noun_context(row, i, prev, nxt) or _joins_verb(by, prev, nxt))
                and not (articled(row, i) or had_noun(row, i))
            ):
                u.chosen = verbal
                u.voice = _finite_voice(row, i, nxt, verbal)
            else:
                u.chosen, u.voice = by["noun"], "noun"
            continue
        verb = by.get("s") or by.get("base")
        if verb is not None:
            u.chosen = verb
            bare = prev in ("the", "a", "an", "this", "of") and verb.form == "base"
            if bare and (prev != "of" or row[i - 2].key not in ABILITIES):
                u.voice = "skip"  # but "has the effect of reduce X"
            else:
                u.voice = _finite_voice(row, i, nxt, verb)


_AT = ("at", "with", "despite", "under", "of", "by", "had", "showed")
_HELPS = ("help", "helps", "helped", "helping")
_NO_OBJECT = frozenset("in of , . ; : ) and or were are was is had to at that by with".split())


def _joins_verb(by: dict[str, Predicate], prev: str, nxt: Unit | None) -> bool:
    """Whether "and decreases fibroblast proliferation" goes on with another verb."""
    if prev != "and" or "s" not in by or nxt is None:
        return False
    return nxt.found is not None or (nxt.key.isalpha() and nxt.key not in _NO_OBJECT)


def _noun_context(row: list[Unit], i: int, prev: str, nxt: Unit | None) -> bool:
    p = row[i - 1] if i else None
    if prev == "s" and i > 1 and row[i - 2].key == "'":
        return True  # "X's fall"
    if nxt is not None and nxt.key in ("was", "were"):
        return True  # "the steepest fall was seen in X"
    if i > 1 and row[i - 2].key in {"to": SAID, "not": ("did", "do", "does")}.get(prev, ()):
        return False  # "was seen to fall in treated rats", "did not rise in treated rats"
    if nxt is not None and nxt.key in ("of", "in"):
        # "levels increase in …" is a verb; "with an increase in", ", increase in ATP" are nouns
        return not (
            p is not None and (p.found is not None or p.key.endswith("s")) and p.key not in ("via",)
        ) or (nxt.key == "of")
    if p is None:
        return True
    if p.found is not None and (nxt is None or nxt.key in (".", ";", ",")):
        return not listed_subject(row, i)
    if p.found is not None and nxt is not None:
        return nxt.found is None and nxt.key not in DETERMINERS
    plain = nxt is not None and nxt.found is None and nxt.key not in DETERMINERS
    if prev == "as" and plain:
        return True  # "confirmed X and Y as targets"
    opens = prev in ("of", "significant", "marked", "and") and plain
    return opens or (prev in PREPOSITIONS and prev != "to")


def _past_voice(
    row: list[Unit], i: int, before: str, prev: str, nxt: Unit | None, p: Predicate
) -> str:
    if p.lemma in PROTECTIVE and nxt is not None and nxt.key in ("against", "from"):
        return "right"  # "cells were protected from X" too
    if before == "" and reduced_relative(row, i):
        return "skip"  # "the TNF-α increased by sepsis was decreased"
    if p.frame == "i" and p.sign != "=":
        return "left"
    passive_looking = before in BE
    if passive_looking and there_is(row, i) and (nxt is None or nxt.key not in PREPOSITIONS):
        return "attribute"  # "there was a reduced infiltration"
    if before in HAVE and p.frame == "e" and not _takes_object(row, i):
        return "left"
    if passive_looking:
        if p.frame == "t" and p.sign in "cs":
            return "right" if p.lemma.endswith(" to") else "skip"
        return "left"
    if before in HAVE or before in MODAL:
        return "right"
    key = nxt.key if nxt is not None else "."
    if p.lemma in STATES and nxt is not None and nxt.kind == "gene" and prev != "-":
        return "attribute"  # "phosphorylated IRF3 fell"
    if (
        key in BE
        and i + 2 < len(row)
        and row[i + 2].found is not None
        and row[i + 2].kind == "gene"
    ):
        return "right"
    if nxt is not None and nxt.found is None and key == "by":
        if p.lemma in ("cause", "induce", "trigger", "evoke", "elicit", "provoke", "produce"):
            return "skip"  # "fibrosis caused by a toxin" tells of the model
        return "left" if not _takes_object(row, i) else "right"
    if prev == "this" and " " in p.lemma:
        return "right"  # "this set free X"
    if key == "of" and prev in ("and", "the", "to") and p.sign in ("+", "-"):
        return "attribute"  # "led to the decreased of X and increased of Y"
    if prev == "and" and nxt is not None and nxt.found is not None and state_before(row, i):
        return "attribute"  # "reversed the increased X and decreased Y"
    if (prev in DETERMINERS and not (prev == "that" and _relative(row, i - 1))) or prev in (
        "of",
        "with",
        "showed",
        "in", "to", "exhibited", "for", "from", "and", "by", "displayed", "via", "through",
    ):  # fmt: skip
        if (
            prev not in ("and",)
            and nxt is not None
            and (nxt.found is not None or _takes_object(row, i))
        ):
            return "attribute"
        if (
            prev not in ("and",)
            and nxt is not None
            and nxt.word is None
            and key.isalpha()
            and key not in PREPOSITIONS
        ):
            return "attribute"
    if (
        i
        and row[i - 1].word is not None
        and row[i - 1].chosen is not None
        and (
            row[i - 1].voice in ("right", "noun")
            or row[i - 1].lemma.endswith((" to", " with", " in", " by"))
        )
    ):
        if row[i - 1].voice == "noun" and key in DETERMINERS:
            return "right"  # "blockade abolished the activation"
        passive = p.frame == "t" and p.sign in "+-><" and row[i - 1].voice == "noun"
        if passive and (gapped(row, i - 1, key) or verbless(row, i, key)):
            return "left"  # "X was lowered and AKT phosphorylation inhibited"
        intransitive = p.frame == "e" and row[i - 1].voice == "noun" and not _takes_object(row, i)
        return "left" if intransitive else "attribute"  # "phosphorylation of X declined"
    opens = all(u.key in _OPENERS or u.key.endswith("ly") for u in row[:i])
    among = prev in ("and", ",") and nxt is not None and nxt.found is not None
    if nxt is not None and (opens or among) and listed(row, i):
        return "attribute"
    if p.frame == "e" and not _takes_object(row, i):
        return "left"
    if p.frame == "t" and p.sign in "+-><" and (gapped(row, i, key) or of_itself(row, i)):
        return "left"
    if prev in NAMED and not _takes_object(row, i) and any(
        u.key in BE or u.key == "as" for u in row[max(0, i - 8) : i]
    ):
        return "left"  # "X was the gene silenced", "with X as the gene silenced"
    closes = nxt is None or key in (".", ";", ")")
    k = i - 1
    while k > 0 and row[k].found is None and row[k].key.endswith("ly"):
        k -= 1
    shown = k < i - 1 and any(u.key in _SHOWED for u in row[max(0, k - 4) : k])
    if p.frame == "t" and p.sign not in "cs" and i and row[k].found is not None and (
        (closes and k == i - 1) or (shown and key in AFTER_PASSIVE)
    ):
        return "left"  # "the group showed pain significantly reduced"
    return "right"


_OPENERS = frozenset(
    "moreover furthermore in addition also besides likewise by contrast , however then and".split()
)
_SHOWED = frozenset("showed shows show had found saw with exhibited displayed".split())
def _relative(row: list[Unit], i: int) -> bool:
    """Whether "that" at unit ``i`` opens a relative clause: a noun stands right before it."""
    return i > 0 and (
        row[i - 1].found is not None
        or (
            row[i - 1].word is None
            and row[i - 1].key.isalpha()
            and row[i - 1].key not in PREPOSITIONS
            and row[i - 1].key not in ("and", "or")
        )
    )


_HOW = frozenset(
    "both not again likewise together along alike twice thrice somewhat thereafter afterwards "
    "afterward meanwhile instead indeed however also step stepwise early late overnight overall "
    "everywhere throughout alongside nevertheless nonetheless far much most least further owing "
    "due thanks".split()
)
"""Words behind a verb that tell how or when, with no object yet."""
_SOONER = ("faster", "sooner", "earlier", "quicker", "slower", "later", "better", "worse")
_DEGREES = {("a", "little"), ("any", "more"), ("any", "further"), *(("no", key) for key in _SOONER)}


def _takes_object(row: list[Unit], i: int) -> bool:
    """Whether a noun phrase begins right behind the predicate."""
    j = i + 1
    while j < len(row):
        u = row[j]
        if u.found is not None:
            if u.kind == "disease" and u.found.mention.text.split(" ", 1)[0] in PREPOSITIONS:
                return False  # "X rose after cisplatin", where that is a model's name
            return u.kind in ("gene", "effect", "disease", "mirna", "cargo", "source")
        key = u.key
        if u.word is not None:
            if key in _SOONER:
                return j + 1 < len(row) and row[j + 1].kind in OBJECTS
            degree = key.endswith("ly") or key in ("more", "less", "further", "up")
            return u.voice != "left" and not degree
        if key in _SOONER or (key, next_key(row, j)) in _DEGREES:
            return False
        if (key in DETERMINERS and key != "that") or (key == "that" and next_key(row, j) == "of"):
            return True
        if key.endswith(("ly", "fold")) or key in _HOW:
            j += 1
            continue
        how = key[:1].isdigit() or next_key(row, j + 1).endswith(("ly", "fold", "and"))
        if next_key(row, j) == "-" and how:  # "fell dose- and time-dependently", "72-h survival"
            j += 3
            continue
        return (
            key.isalpha()
            and key not in PREPOSITIONS
            and key not in SUBORDINATORS
            and key not in RELATIVES
            and key not in ("and", "or", "but", "as", "too", "of", "along", "together", "alongside")
            and key not in BE
            and (len(key) > 1 or next_key(row, j)[:1].isdigit())  # "H9c2", "K562"
        )
    return False


def _finite_voice(row: list[Unit], i: int, nxt: Unit | None, p: Predicate) -> str:
    if p.lemma in PROTECTIVE and nxt is not None and nxt.key in ("against", "from"):
        return "right"
    if (p.frame == "e" and not _takes_object(row, i)) or (p.frame == "i" and p.sign != "="):
        return "left"
    return "left" if p.frame == "t" and p.sign in "+-><" and of_itself(row, i) else "right"
