"""Verbs and adjectives whose subject changes though nothing in their form says so: "levels lowered
in treated rats", "was expressed less", "TNF was found at a lower level".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.components.notes import CLOSES, TOO, verbless
from extractor.components.participles import closes_relative
from extractor.components.words import (
    ADVERB_WORDS,
    BE,
    DETERMINERS,
    HAVE,
    LEVEL_SKIP,
    MODAL,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    VESICLES,
    forms,
)

if TYPE_CHECKING:
    from extractor.components.units import Unit
    from extractor.rules import Predicate

_BEHIND = frozenset(
    ". , ; ( ) and but in after with when upon during over at on following under by while as "
    "compared relative from to significantly markedly along together than".split()
)
_QUALIFY = frozenset(
    "cause induce trigger evoke elicit provoke produce generate initiate spark ignite".split()
)
"""Verbs whose participle behind a noun tells where it came from: "fibrosis induced in rats"."""
_OPENS = SUBORDINATORS | frozenset(
    ", ; : and but that thus hence thereby therefore whereby".split()
)


COPULAS = frozenset(
    "found made kept appeared proved rendered grew grow grows growing grown turned turns ran runs "
    "stood stands lay got gets ended looked came".split()
)
"""Words that join a subject and the adjective that tells its change: "grew weaker"."""
SAID = frozenset(
    "seen shown observed found reported noted noticed said known tended tends tend began started "
    "continued appeared seemed appears seems likely able failed made caused allowed proved "
    "measured demonstrated documented recorded".split()
)
"""Words behind which "to" opens a verb: "was seen to fall"."""


_HOW = frozenset("faster slower quicker more less better worse".split())
"""Adjectives that may tell how a verb was done: "grew faster"."""


_INDUCED = ("-induced", "-mediated", "-evoked", "-triggered", "-elicited", "-driven")


def articled(row: list[Unit], i: int) -> bool:
    """Whether an article and adjectives stand before a word that may be noun or verb: "a sharp
    decline", or a model's inducer: "H2O2-induced decrease"; or a plural is said to be something:
    "X and Y were targets".
    """
    if row[i].key == "targets" and i and row[i - 1].key in BE:
        return True
    for k in range(i - 1, max(-1, i - 4), -1):
        u = row[k]
        if u.found is not None and u.found.mention.text.endswith(_INDUCED):
            return True
        if u.found is not None or not u.key.isalpha() or (
            u.word is not None and u.voice != "" and u.key != "clear"
        ):
            return False
        named = row[i].key in ("target", "targets")  # "X was its likely target"
        if u.key in ("a", "an") or (named and u.key in ("its", "their", "the")):
            return k < i - 1
        if u.key in PREPOSITIONS or u.key in RELATIVES or u.key in SUBORDINATORS or u.key == "and":
            return False
    return False


def compares(u: Unit) -> bool:
    """Whether a unit is an adjective of change: "weaker", "higher"."""
    return (
        u.word is not None
        and u.key not in _HOW
        and all(p.form == "adjective" for p in u.word.predicates)
    )


def describes(row: list[Unit], i: int) -> bool:
    """Whether an "-ing" tells which thing it is: "fewer Th17 cells in draining lymph nodes", "in
    growing tumours was". What an "-ing" with an object names stands behind it ("in reducing X").
    So does "unmodified" before those who were left so: "than unmodified exosomes".
    """
    if row[i].key in _LEFT_SO and i + 1 < len(row):
        return row[i + 1].kind in ("source", "cell") or row[i + 1].key in _LEFT_ALONE
    if row[i].key == "primed" and i + 1 < len(row) and row[i + 1].key in _LEFT_ALONE:
        return not i or row[i - 1].key in _JOINED
    if not row[i].key.endswith("ing") or not i or row[i - 1].key not in ("in", "of"):
        return False
    for k in range(i + 1, min(i + 5, len(row))):
        u = row[k]
        if u.found is not None and (u.kind != "disease" or k > i + 1):
            return False
        if u.key in BE or u.key in _ENDS_NOUN or (u.word is not None and u.key.endswith("ed")):
            return k > i + 1
        if u.word is not None or (u.found is None and not u.key.isalpha()):
            return False
    return False


_JOINED = frozenset("and or the of by with than both after that - ,".split())
_LEFT_SO = ("unmodified", "unaltered", "unchanged", "unaffected")
_LEFT_ALONE = frozenset(
    "side sides limb limbs leg legs eye eyes hemisphere hindlimb knee paw animals rats mice "
    "exosomes exosome exo exos evs ev sevs vesicles microvesicles extracellular small cells mscs "
    "msc counterparts controls control ones donors donor parental parent human rat mouse".split()
)
_ENDS_NOUN = frozenset("fell rose dropped declined by after and , .".split())


def of_itself(row: list[Unit], i: int) -> bool:
    """Whether a verb that mostly takes an object tells what its subject did: "TNF levels lowered
    in treated rats". Its subject opens the clause, and no other verb follows it.
    """
    chosen = row[i].chosen
    behind = row[i + 1].key if i + 1 < len(row) else "."
    if chosen is None or chosen.lemma in _QUALIFY or behind not in _BEHIND:
        return False
    if i + 1 < len(row) and row[i + 1].found is not None:
        return False
    return _subject_opens(row, i) and not _verb_follows(row, i)


def _subject_opens(row: list[Unit], i: int) -> bool:
    """Whether nothing but an outcome and its list stands between the clause's start and ``i``."""
    named = False
    for k in range(i - 1, -1, -1):
        u = row[k]
        if u.found is not None:
            if u.kind not in ("gene", "effect"):
                return False
            named = True
        elif u.key in _OPENS:
            if u.key in (",", "and") and k and row[k - 1].kind in ("gene", "effect"):
                continue
            return named
        elif (
            (u.word is not None and u.voice not in ("noun", "attribute"))
            or (u.key in BE or u.key in MODAL or u.key in HAVE or u.key in RELATIVES)
            or not _dresses(u)
        ):
            return False
    return named


def _dresses(u: Unit) -> bool:
    """Whether a word may stand in the noun phrase of an outcome: "the mRNA level of"."""
    return (
        u.key in LEVEL_SKIP
        or u.key in DETERMINERS
        or u.key in ADVERB_WORDS
        or u.key in ("of", "for", "and", "or", "both")
        or u.key.endswith("ly")
    )


def _verb_follows(row: list[Unit], i: int) -> bool:
    """Whether a finite verb comes before the clause ends: then ``i`` only qualifies a noun."""
    for k in range(i + 1, len(row)):
        u = row[k]
        if u.found is None and u.key in (",", ";", ":", ".", "and", "but"):
            return False
        if u.found is None and u.key in SUBORDINATORS | RELATIVES:
            return False
        if u.found is None and (u.key in BE or u.key in HAVE or u.key in MODAL - {"to"}):
            return True
        told = u.word is not None and any(p.form in ("past", "s") for p in u.word.predicates)
        behind = row[k + 1].key if k + 1 < len(row) else ""
        if told and u.key != "treated" and behind not in ("with", "by"):
            return True
    return False


_HAPPENS = frozenset("occurred occurs happened appeared appears arose developed formed".split())
_IS_SO = frozenset(
    "expressed present found detected seen produced secreted released observed noted measured "
    "synthesised synthesized transcribed recorded represented phosphorylated".split()
)


def found_so(row: list[Unit], i: int) -> bool:
    """Whether "less" and the like tell how much of the subject there was: "was expressed less",
    "was present at lower levels", "occurred less".
    """
    u = row[i]
    if u.last - u.first == 1 and u.key not in ("less", "more"):
        return False
    behind = row[i + 1] if i + 1 < len(row) else None
    if behind is not None and (behind.found is not None or behind.key.isalpha()) and (
        behind.key not in _BEHIND and not behind.key.endswith("ly")
    ):  # fmt: skip
        return False
    k = i - 1
    while k > 0 and (row[k].key.endswith("ly") or row[k].key in ("much", "far", "even", "only")):
        k -= 1
    if k < 1 or row[k].found is not None:
        return False
    if row[k].key in _HAPPENS:
        return row[k - 1].kind in ("gene", "effect")
    if row[k].key not in _IS_SO:
        return False
    return any(v.found is None and v.key in BE for v in row[max(0, k - 4) : k])


_OUTCOMES = ("gene", "effect", "disease", "mirna", "cargo")


_PASSED = (LEVEL_SKIP | ADVERB_WORDS) - {"(", ")", "/", "-", "not", "no", "more", "less"}


def predicated(row: list[Unit], i: int, nxt: Unit | None) -> bool:
    """Whether an adjective is said of the name before it, the verb left out ("A was higher, B
    lower").
    """
    k = i - 1 - takes_up(row, i - 1)
    k -= k > 0 and row[k].key in TOO
    while k > 0 and row[k].found is None and (
        row[k].key in _PASSED or row[k].key.endswith("ly") or _amount(row, k)
    ):
        k -= 1
    if not i or row[k].found is None or row[k].kind not in _OUTCOMES:
        return False
    graded = row[i].key in ("less", "more") and nxt is not None and nxt.key in _GRADED
    if nxt is not None and not graded and (
        nxt.found is not None or not (nxt.key in CLOSES or nxt.key[:1].isdigit())
    ):
        return False
    if row[i].key in ("increasing", "decreasing"):
        return True  # "with A and B increasing"
    if any(u.key in _RENDERED for u in row[max(0, k - 4) : k]):
        return True  # "left renal function worse"
    if next((u.key for u in reversed(row[max(0, k - 4) : k]) if u.key not in _PASSED), "") in (
        _SAID_OF
    ):
        return True  # "we found TNF lower and IL-10 higher"
    if nxt is not None and nxt.key == "than" and any(
        u.key in _OWNED for u in row[max(0, k - 3) : k]
    ):
        return True  # "had TNF levels lower than"
    return _in_brackets(row, k) or verbless(row, i) or _joined_to_passive(row, k) or any(
        u.voice == "left" and u.chosen is not None and (
            u.chosen.form == "adjective"
            or (nxt is not None and (nxt.key in TOO or row[i - 1].key in TOO))
            or (row[i].key in ("up", "down") and u.lemma.endswith((" up", " down")))
        )  # "A went up and B down"
        for u in _nearest(row, i - 1)
    ) or _told_by_name(row, i)  # fmt: skip


def _amount(row: list[Unit], k: int) -> bool:
    """Whether a unit is part of how much: "X ~2-fold higher"."""
    key = row[k].key
    return key[:1].isdigit() or key in ("~", "about", "fold", "%") or (
        key == "-" and row[k + 1].key == "fold"
    )


def _told_by_name(row: list[Unit], i: int) -> bool:
    """Whether the clause before one without a verb has its comparative in a name: "spleens were
    smaller, plasma cells fewer".
    """
    for k in range(i - 2, max(0, i - 9), -1):
        f = row[k].found
        if f is not None and "sign" in f.facts:
            return row[k - 1].key in BE and row[k + 1].key in (",", "and", "(", ";")
        if row[k].voice or row[k].key in (";", ".", ":"):
            return False
    return False


def _nearest(row: list[Unit], i: int) -> list[Unit]:
    """The seven units before ``i``, what stands in brackets left out."""
    out: list[Unit] = []
    depth = 0
    for k in range(i - 1, -1, -1):
        key = row[k].key
        depth += (key == ")") - (key == "(")
        if depth <= 0 and key != "(":
            out.append(row[k])
        if len(out) == 7:
            break
    return out


def _in_brackets(row: list[Unit], k: int) -> bool:
    """Whether the list of names that ends at ``k`` opens a bracket: "(IL-10 up; TNF-α down)"."""
    while k > 0 and (row[k].found is not None or row[k].key in ("and", ",", "/", "-")):
        k -= 1
    return row[k].key == "("


_JOINTS = frozenset("and , ; but while whereas".split())


def _joined_to_passive(row: list[Unit], k: int) -> bool:
    """Whether the name at ``k`` opens a clause that shares the auxiliary of the one before it:
    "permeability was restrained and translocation less frequent".
    """
    while k > 0 and (
        row[k].found is not None or row[k].key in DETERMINERS or row[k].key in LEVEL_SKIP
    ) and row[k].key not in _JOINTS:
        k -= 1
    if k < 2 or row[k].key not in _JOINTS:
        return False
    for b in range(k - 1, max(1, k - 9), -1):
        u = row[b]
        if u.found is not None or u.key in RELATIVES or u.key in SUBORDINATORS:
            return False
        if u.voice == "left" and u.chosen is not None:
            before = row[max(0, b - 3) : b]
            return u.chosen.form == "past" and any(v.key in ("was", "were") for v in before)
    return False


_OWNED = ("had", "have", "has", "with", "showed", "displayed", "exhibited")
_SAID_OF = ("found", "find", "saw")
_RENDERED = ("left", "leave", "leaving", "made", "make", "making", "rendered", "rendering")
_GRADED = frozenset(
    "severe pronounced marked intense extensive prominent abundant active evident frequent strong "
    "serious numerous conspicuous apparent aggressive".split()
)
def had_in_relative(row: list[Unit], i: int) -> bool:
    """Whether the auxiliary before unit ``i`` opens a relative clause."""
    k = next((k for k in range(i - 1, max(-1, i - 6), -1) if row[k].key == "had"), 0)
    return k > 0 and row[k - 1].key in RELATIVES


_WALKS = frozenset("a an the also thus still far much even then both no clearly some".split())


def there_is(row: list[Unit], i: int) -> bool:
    """Whether "there was a" opens what the adjective at ``i`` qualifies: "there was a lower X"."""
    k = i - 1
    while k > 0 and row[k].found is None and (row[k].key in _WALKS or row[k].key.endswith("ly")):
        k -= 1
    return k > 0 and row[k].key in BE and row[k - 1].key == "there"


def adverbial(row: list[Unit], i: int) -> bool:
    """Whether "less" or "a little" says how much something happened, not how much there was."""
    if row[i].key == "little":
        return i > 0 and row[i - 1].key == "a"
    if [v.key for v in row[i + 1 : i + 2]] == ["than"] and row[i + 2 : i + 3] and (
        row[i + 2].key in ("half", "twice", "a", "one", "two", "three")
    ):
        return True  # "was little more than half of that in controls"
    verb = i - 1 - (i > 1 and row[i - 1].key in ("far", "much", "considerably", "distinctly"))
    if verb < 0 or row[verb].word is None:
        return False
    behind = row[i + 1].key if i + 1 < len(row) else ""
    return behind in ("and", ".", ",", ";", "in", "with", "after", "than", "when", "upon", "under")


def seems(row: list[Unit], i: int) -> bool:
    """Whether a linking verb stands before the adjective at ``i``: "turned out lower"."""
    if row[i].key in ("up", "down") or (i + 1 < len(row) and row[i + 1].found is not None):
        return False  # "made up 41%", "made more collagen"
    if row[i].key in ("less", "more") and i and row[i - 1].key == "made":
        return False  # "made less collagen I and III"
    if i > 1 and row[i - 1].key in ("out", "up") and row[i - 2].key in COPULAS:
        return True  # "turned out lower", "ended up smaller"
    k = i - 1
    while k > 1 and (row[k].key[:1].isdigit() or row[k].key in _BY_HOW_MUCH):
        k -= 1  # "lay 22 dB lower"
    return i > 0 and row[k].key in COPULAS


_BY_HOW_MUCH = frozenset("db mm points times fold % third half quarter a some far much".split())


def grown_from(row: list[Unit], i: int) -> bool:
    """Whether a participle only says what befell the thing before it: "lesions grown from
    fragments shrank", "wounds treated with", "exosomes released by".
    """
    behind = row[i + 1].key if i + 1 < len(row) else ""
    if i and row[i - 1].key in VESICLES and behind in ("by", "from", "in", "into", "with"):
        return True
    aided = (BE | HAVE) & {v.key for v in row[max(0, i - 3) : i]}
    return row[i].key == "treated" or (row[i].key in ("grown", "fallen") and not aided)


def takes_up(row: list[Unit], k: int) -> bool:
    """Whether unit ``k`` takes a list up: "with A, B and C all falling"."""
    return k > 0 and row[k].key in ("all", "each", "both") and row[k - 1].found is not None


_TOLD_BY = frozenset("could did found saw reported failed had showed noted observed".split())


def sets_another(row: list[Unit], i: int) -> bool:
    """Whether a comma sets another study against the one before: ", another could not confirm"."""
    after = [v.key for v in row[i + 1 : i + 5]]
    return after[:1] in (["another"], ["others"]) and bool(_TOLD_BY & set(after[1:]))


_PERCEIVES = forms("saw/see/sees/seeing", "watched/watching", "made/makes/make", "let/lets")


def seen_to(row: list[Unit], i: int, verb: Predicate) -> bool:
    """Whether a verb that is a noun as well stands without "to" behind what was seen to change:
    "saw X decrease, Y increase and Z fall".
    """
    p = row[i - 1] if i else None
    follows = row[i + 1].key if i + 1 < len(row) else "."
    if p is None or p.kind not in ("gene", "effect") or verb.frame == "t" or verb.form != "base":
        return False
    if follows not in CLOSES_SEEN:
        return False
    for u in reversed(row[max(0, i - 30) : i - 1]):
        if u.key in _PERCEIVES and u.found is None:
            return True
        if u.key in (";", ":", ".") or u.key in BE:
            return False
    return False


CLOSES_SEEN = frozenset(", . ; and while but in by after with".split())


def told_before(row: list[Unit], j: int) -> bool:
    """Whether the unit before a verb ends a passive of its own: "MSCs in which X had been raised
    hastened Y".
    """
    if j < 1 or row[j].voice != "left" or row[j - 1].key not in BE:
        return False
    chosen = row[j].chosen
    return chosen is not None and chosen.form == "past"


def auxiliary(row: list[Unit], i: int) -> str:
    """The auxiliary before unit ``i``, across adverbs; ``""`` if there is none."""
    j = i - 1
    if told_before(row, j) or (j >= 0 and row[j].key == "by"):
        return ""  # "preserved by suppressed expression of X"
    while j >= 0 and i - j < 9:
        u = row[j]
        if u.found is not None or u.lemma.endswith((" with", " to", " in", " by", " for")):
            return ""
        key = u.key
        if u.word is None and (key in BE or key in MODAL or key in HAVE):
            return "" if key == "to" and j and row[j - 1].key in ("led", "due") else key
        if (
            key.endswith("ly")
            or key in ADVERB_WORDS
            or (u.word is not None and u.voice in ("left", "attribute", "skip"))
            or key in ("and", "or", ",", "by", "%", "fold", "-", "any")
            or (key == "but" and j and row[j - 1].key == "all")
            or key in _OF_AMOUNT
            or key[:1].isdigit()
        ):
            if (
                key in (",", "and", "or")
                and j
                and not (row[j - 1].word is not None and row[j - 1].voice == "left")
                and row[j - 1].key not in ("%", "fold")
            ) or (key == "," and closes_relative(row, j)):
                return ""
            j -= 1
            continue
        return ""
    return ""


_OF_AMOUNT = frozenset(
    "db mm cm mmhg points times days weeks hours log logs log10 unit units one g kg mg ml pg ng μm "
    "um ms s seconds minutes min months years n third half quarter thirds a on average "
    "nearly "
    "almost about approximately roughly some twice two three four five six several many times "
    "twofold threefold fourfold fivefold tenfold percent per cent order orders magnitude".split()
)
"""Words of how much: "were on average 14 dB smaller"."""


def listed_subject(row: list[Unit], i: int) -> bool:
    """Whether a list that opens a clause stands before unit ``i``: "whereupon X and Y increase"."""
    k = i - 2
    if k < 1 or row[k].key != "and" or row[i - 1].found is None:
        return False
    while k >= 0 and (row[k].kind in ("gene", "effect") or row[k].key in ("and", ",", "both")):
        k -= 1
    return k < 0 or (row[k].found is None and (row[k].key in SUBORDINATORS or row[k].key == ";"))
