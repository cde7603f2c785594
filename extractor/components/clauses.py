"""Where a sentence falls into clauses."""

from __future__ import annotations

from extractor.components.analysis import Word
from extractor.components.arguments import BEARS, noun_objects
from extractor.components.listed_subjects import (
    change_told,
    ends_list,
    has_change,
    has_subject,
    is_past,
    list_opens,
    own_verb_next,
)
from extractor.components.notes import second_undergone
from extractor.components.participles import drawn_in
from extractor.components.reached import not_only
from extractor.components.roles import bound_by, known_for, role_behind
from extractor.components.units import Unit, next_key
from extractor.components.voices import sets_another
from extractor.components.words import (
    BE,
    DETERMINERS,
    GAUGED,
    HAVE,
    MODAL,
    MODIFIES,
    OBJECTS,
    PREPOSITIONS,
    SUBORDINATORS,
    VESICLES,
)
from extractor.rules import Predicate


def clause_numbers(row: list[Unit]) -> list[int]:
    """A clause number for each unit; a clause ends at ``;``, ``:``, a subordinator or ", but"."""
    out: list[int] = []
    n = 0
    listed = 0
    for i, u in enumerate(row):
        if (
            u.key in _MAY_END and u.found is None and u.word is None
            and (
                u.key in (";", ":")
                or (u.key == "," and sets_another(row, i) and _had_verb(row, i, out, n))
                or (
                    u.key in SUBORDINATORS
                    and i > 0
                    and not (
                        u.key == "as"
                        and (
                            next_key(row, i) in ("well", "a", "an", "the", "potential")
                            or row[i - 1].key == "well"
                            or (row[i - 1].key != "," and next_key(row, i) in GAUGED)
                            or any(v.lemma == "target" for v in row[i + 1 : i + 5])
                        )
                    )
                )
                or (
                    u.key == "but"
                    and next_key(row, i) != "also"
                    and not not_only(row, i)
                    and not (i and row[i - 1].key == "all")  # "was all but absent"
                )
                or (
                    u.key in ("and", "yet")
                    and i > max(0, listed)
                    and (row[i - 1].key == "," or list_opens(row, i + 1, plain=True))
                    and (_starts_clause(row, i + 1) or list_opens(row, i + 1))
                    and _had_verb(row, i, out, n)
                    and not ends_list(row, i)
                )
                or (u.key == "and" and i > listed and row[i - 1].key != "," and (
                    own_verb_next(row, i + 1) and change_told(row, i, out, n)
                ))
            )
        ):
            n += 1
            listed = list_opens(row, i + 1) if u.key == "and" else 0
        out.append(n)
    return out


def _had_verb(row: list[Unit], i: int, numbers: list[int], n: int) -> bool:
    """Whether the clause ``n`` has had a verb before unit ``i``."""
    return any(
        numbers[k] == n
        and row[k].found is None
        and (
            row[k].key in BE
            or row[k].key in MODAL - {"to"}
            or row[k].voice in ("right", "left")
            or (row[k].key == "had" and has_change(row, k + 1))
            or (k > 0 and row[k].word is None and _acts(row, k))
        )
        for k in range(i)
    )
_FINITE = frozenset(
    "accounted explained mirrored paralleled matched resembled depended rested stemmed followed "
    "occurred proved contained carried".split()
)


def _starts_clause(row: list[Unit], i: int) -> bool:
    """Whether a subject and a finite verb come before the next comma."""
    if i < len(row) and row[i].found is None and (row[i].key in BE or row[i].key in HAVE):
        return False  # ", and was degraded": the subject is that of the verb before
    for k, u in enumerate(row[i : i + 14], i):
        if u.found is None and u.word is None:
            if u.key in BE or u.key in MODAL - {"to"} or u.key in HAVE or u.key in _FINITE:
                return True
            if k > i and _acts(row, k):
                return True
            if u.key in (",", ";"):
                return False
        elif k > i and (is_past(u) if u.voice == "left" else has_subject(row, i, k)):
            return True
        elif u.voice == "right" and u.chosen is not None and u.chosen.form == "past" and (
            row[i].key in DETERMINERS and row[k - 1].kind in ("gene", "effect")
        ):
            return True  # "…, and the ensuing activation of X preserved Y"
    return False


_MAY_END = SUBORDINATORS | frozenset("; : , but and yet".split())
_COMPARED = frozenset("more less fewer".split())


def _acts(row: list[Unit], k: int) -> bool:
    """Whether a plain word is a verb between subject and object: "ILC2s secreted less IL-5"."""
    if k + 1 >= len(row):
        return False
    before, behind = row[k - 1], row[k + 1]
    if row[k].key in BEARS and behind.voice == "attribute" and behind.key in _COMPARED:
        return True  # "cells exposed to exosomes expressed more X"
    if not row[k].key.endswith("ed") or row[k].key in MODIFIES:
        return False
    subject = before.found is not None or (before.key.isalpha() and before.key.endswith("s"))
    return subject and (
        behind.voice == "attribute" or behind.key in DETERMINERS or behind.kind in OBJECTS
    )
_GAUGE_OF = frozenset("measures measure index indices indicator readouts markers".split())
_GAUGES = GAUGED | _GAUGE_OF


def without_asides(row: list[Unit]) -> list[Unit]:
    """The row without what only says how something was measured: ", as assessed by X," between
    subject and verb, and figures in brackets between the members of a list.
    """
    out: list[Unit] = []
    i = 0
    while i < len(row):
        end = row[i].key in _OPENS_ASIDE and (
            _gauge(row, i)
            or _figures(row, i)
            or _apposition(row, i)
            or known_for(row, i)
            or bound_by(row, i)
            or role_behind(row, i)
            or _before(row, i)
            or _untreated(row, i)
            or _in_model(row, i)
            or _whether(row, i)
            or _adverbial(row, i)
        )
        if end:
            i = end
            continue
        out.append(row[i])
        i += 1
    return out


_UNDERGOES = frozenset(
    "show exhibit display undergo experience demonstrate reveal see witness sustain".split()
)
_WHOSE = frozenset(
    "mice mouse rats rat animals animal patients patient group groups recipients pigs rabbits dogs "
    "hearts kidneys cells cultures wounds".split()
)
_HOW_OFTEN = ("less often", "more often", "less frequent", "more frequent")
_OCCURS = frozenset(
    "occurred developed appeared arose recurred happened occurs develops seen observed".split()
)
_RECEIVING = frozenset("given with receiving received after of by injected".split())
_TAKES = frozenset(
    "took takes registered recorded witnessed suffered received got saw entered given subject "
    "underwent had has have".split()
)
_LEANS = frozenset("trend tendency tendencies trends".split())
_UPWARD = {"upward": "+", "upwards": "+", "downward": "-", "downwards": "-"}


def read_changes_undergone(row: list[Unit]) -> None:
    """Read "X showed a marked decrease" as "X decreased", and "X occurred less often" as "X was
    less frequent": the change is that of the subject.
    """
    for k, u in enumerate(row):
        if u.chosen is None and not u.voice and u.key not in _UPWARD:
            continue  # a plain word
        if u.lemma in _HOW_OFTEN and k and row[k - 1].key in _OCCURS:
            u.voice = "left"
        leans = next_key(row, k) in _LEANS
        if leans and u.key in _UPWARD:
            read = Predicate("change", _UPWARD[u.key], "e", "noun")
            u.word, u.chosen, u.voice = Word(u.first, u.last, (read,)), read, "noun"
        elif u.voice != "noun" and not (leans and u.voice == "attribute"):
            continue
        if u.sign not in ("+", "-", ">", "<"):
            continue
        i = k - 1
        while i > 0 and k - i < 7 and (_qualifies(row[i]) and row[i].key not in _TAKES):
            i -= 1
        if row[i].key in ("to", "into") and i:
            i -= 1
        verb = row[i].voice == "right" and row[i].lemma in _UNDERGOES
        if not verb and not (row[i].key in _TAKES or row[i].key == "went"):
            continue
        if (noun_objects(row, k) and not leans) or not _outcome_shows(row, i):
            continue
        for v in row[i:k]:  # the verb, and "clear" in "a clear fall"
            v.word, v.chosen, v.voice = None, None, ""
        u.voice = "left"
        if (second := second_undergone(row, k)) and not noun_objects(row, second):
            row[second].voice = "left"


def _qualifies(u: Unit) -> bool:
    """Whether a unit may stand between "showed a" and the noun: adverbs and adjectives."""
    if u.found is not None or (u.voice and u.key != "clear") or u.key in PREPOSITIONS:
        return False
    return u.key not in SUBORDINATORS and (u.key.isalpha() or u.key == "-")


def _outcome_shows(row: list[Unit], i: int) -> bool:
    """Whether the subject of the verb at unit ``i`` is an outcome, not animals that show one."""
    for k in range(i - 1, max(-1, i - 10), -1):
        u = row[k]
        if u.found is not None:
            if u.kind in OBJECTS:
                near = [v.key for v in row[max(0, k - 4) : k]]
                cut = near.index(",") if "," in near else 0  # "In treated mice, X showed a fall"
                return _WHOSE.isdisjoint(near[cut:])
            if not _RECEIVING & {v.key for v in row[max(0, k - 3) : k]}:
                return False
        if u.key in (";", ":", ",", "which", "that") or u.voice in ("right", "left"):
            return False
        if u.key in _WHOSE and not {"in", "of", "from"} & {v.key for v in row[max(0, k - 4) : k]}:
            return False
    return False


def _gauge(row: list[Unit], i: int) -> int:
    """Unit behind the aside that opens at ``i``; 0 if none does."""
    if row[i].key != "," or next_key(row, i) != "as" or not i:
        return 0
    if not any(u.found is None and u.key in _GAUGES for u in row[i + 2 : i + 5]):
        return 0
    for k in range(i + 3, min(len(row), i + 16)):
        if row[k].found is None and row[k].key in (",", ";", ".") and row[k - 1].key != ",":
            said = any(u.word is not None and u.key not in _GAUGES for u in row[i + 2 : k])
            told = said and not any(u.key in _GAUGE_OF for u in row[i + 2 : i + 5])
            return 0 if told or row[k].key != "," or next_key(row, k) == "and" else k + 1
    return 0


def _apposition(row: list[Unit], i: int) -> int:
    """Unit behind what only says what a name is: "X, a phosphatase that inactivates Y, fell"."""
    if row[i].key != "," or not i or row[i - 1].kind not in ("gene", "mirna", "cargo"):
        return 0
    if next_key(row, i) not in ("a", "an", "the", "one"):
        return 0
    for k in range(i + 2, min(len(row) - 1, i + 18)):
        u = row[k]
        if u.found is None and u.key in (";", ".", ":", "("):
            return 0
        if u.found is not None and (u.kind == "mirna" or u.kind == "vesicle"):
            return 0
        if u.lemma == "target" or u.key in ("target", "targets"):
            return 0
        if u.found is None and u.key == ",":
            behind = row[k + 1]
            verbal = behind.key in BE or behind.key in HAVE or behind.key in MODAL
            return k + 1 if verbal or behind.word is not None else 0
    return 0


def _before(row: list[Unit], i: int) -> int:
    """Unit behind what tells of the time before: "X, which had been blocked by Y, was restored",
    "X, which the injury had raised, fell".
    """
    if row[i].key != "," or not i or row[i - 1].found is None:
        return 0
    at = i + 3 if next_key(row, i) in ("all", "both", "each", "most") else i + 1
    if row[at : at + 1] and row[at].key != "which":
        return 0
    had = next((k for k in range(at + 1, min(len(row), at + 6)) if row[k].key == "had"), 0)
    if not had or any(
        u.kind not in ("", "disease") or u.key in VESICLES for u in row[at + 1 : had]
    ):  # fmt: skip
        return 0
    for k in range(had + 1, min(len(row) - 1, i + 16)):
        if row[k].found is None and row[k].key in (";", ".", ":"):
            return 0
        if row[k].found is None and row[k].key == ",":
            _mark(row, i - 1, had + 1, k)
            return k + 1
    return 0


_STATES = frozenset(
    "low lower high higher elevated abnormal absent lost abundant scarce impaired deranged "
    "shortened prolonged widened thickened thinned doubled halved tripled depressed "
    "lengthened".split()
)
_AGENTS = frozenset(
    "exosome exosomes exos exo ev evs sev sevs vesicle vesicles microvesicles treatment treated "
    "therapy secretome transfection mimic inhibitor antagomir".split()
)


def _untreated(row: list[Unit], i: int) -> int:
    """Unit behind what tells between commas how a measure stood without the vesicles: "X, reduced
    in untreated rats, was restored", "Y, which was high in the model group, fell".
    """
    if row[i].key != "," or i < 1 or row[i - 1].kind not in ("gene", "effect", ""):
        return 0
    if not any(u.kind in ("gene", "effect") for u in row[max(0, i - 4) : i]):
        return 0
    at = i + 1
    while at < len(row) and row[at].found is None and (
        row[at].key in ("which", "that", "both", "all", "so", "already", "having", "much", "very")
        or row[at].key in BE or row[at].key in HAVE or row[at].key.endswith("ly")
    ):  # fmt: skip
        at += 1
    placed = False
    if at < len(row) and row[i + 1].key in ("which", "that"):
        had = next((k for k in range(at, min(len(row), at + 4)) if row[k].key in HAVE), 0)
        if had and not any(u.key in _AGENTS or u.word is not None for u in row[at:had]):
            at, placed = had + 1, True  # "X, which IL-1β had raised, fell"
    if at >= len(row) or row[at].found is not None:
        return 0
    word = row[at].word
    told = word is not None and any(
        p.form == "past" and p.sign in ("+", "-") for p in word.predicates
    )
    if not told and row[at].key not in _STATES:
        return 0
    for k in range(at + 1, min(len(row) - 1, at + 13)):
        u = row[k]
        if u.found is not None:
            if u.kind != "disease":
                return 0
        elif u.key in _AGENTS or u.key in (";", ".", ":", "and", "but"):
            return 0
        elif u.key == ",":
            behind = row[k + 1]
            goes_on = behind.found is None and (
                behind.word is not None or behind.key in BE or behind.key in HAVE
                or behind.key in MODAL or behind.key.endswith("ly")
            )  # fmt: skip
            if placed and goes_on and row[i - 1].found is not None:
                _mark(row, i - 1, at, k)
            return k + 1 if placed and goes_on else 0
        else:
            placed = placed or u.key in ("in", "by", "after", "during", "with", "following", "upon")
    return 0


def _mark(row: list[Unit], j: int, first: int, last: int) -> None:
    """Note on a mention which way a relative clause says that the disease had changed it."""
    signs = [p.sign for u in row[first:last] if u.word is not None for p in u.word.predicates]
    if any(u.key in ("not", "no", "never") for u in row[first:last]):
        return
    row[j].model = next((1 if sign == "+" else -1 for sign in signs if sign in ("+", "-")), 0)
_SHOWN = frozenset("seen observed found noted present recorded measured evident caused".split())
_OPENS_ASIDE = _SHOWN | {",", "(", "that", "which"}
_MAKERS = frozenset(
    "injury disease model diet surgery toxin ischemia ischaemia reperfusion operation inducer "
    "challenge insult irradiation hypoxia it this they lps mice rats animals".split()
)


def _in_model(row: list[Unit], i: int) -> int:
    """Unit behind what tells where or by what a change came: "the rise in X that hepatitis causes
    was blunted", "prevented the rise in X seen in untreated mice".
    """
    if not i or row[i - 1].kind not in ("gene", "effect") or row[i].found is not None:
        return 0
    if not any(u.word is not None for u in row[max(0, i - 5) : i - 1]):
        return 0
    if row[i].key in ("that", "which"):
        if not any(u.kind == "disease" or u.key in _MAKERS for u in row[i + 1 : i + 5]):
            return 0
    elif row[i].key not in _SHOWN or next_key(row, i) not in ("in", "after", "with", "by", "upon"):
        return 0
    undone = row[i].key in _SHOWN and sum(u.word is not None for u in row[max(0, i - 9) : i]) > 1
    for k in range(i + 2, min(len(row), i + 11)):
        u = row[k]
        if u.key in ("was", "were", *((",", ".", ";", "and") if undone and k > i + 2 else ())):
            return k
        if u.kind not in ("", "disease", "inducer") or u.key in (",", ";", ".", ":"):
            return 0
    return 0


def _whether(row: list[Unit], i: int) -> int:
    """Unit behind what makes no difference: ", whether of old or young donors,"."""
    if row[i].key != "," or next_key(row, i) != "whether" or not i:
        return 0
    chosen = False
    for k in range(i + 2, min(len(row), i + 14)):
        u = row[k]
        if u.found is None and u.key in (";", ".", ":", "not"):
            return 0
        chosen = chosen or u.key == "or"
        if u.found is None and u.key == ",":
            return k + 1 if chosen else 0
    return 0


_ADVERBIALS = (
    ["in", "parallel"], ["in", "turn"], ["at", "the", "same", "time"], ["in", "addition"],
    ["as", "a", "result"], ["as", "a", "consequence"], ["consequently"], ["accordingly"],
    ["through", "it"], ["via", "it"], ["by", "way", "of", "it"], ["through", "them"],
    ["simultaneously"], ["concomitantly"], ["concurrently"], ["thereby"], ["thus"],
)  # fmt: skip
_REMARKS = (
    ["however"], ["though"], ["by", "contrast"], ["in", "contrast"], ["on", "the", "other", "hand"],
    ["in", "turn"], ["for", "its", "part"], ["for", "their", "part"], ["by", "comparison"],
    ["in", "comparison"], ["as", "expected"], ["surprisingly"], ["interestingly"], ["of", "note"],
    ["it", "must", "be", "said"], ["it", "should", "be", "noted"], ["conversely"], ["likewise"],
    ["similarly"], ["moreover"], ["in", "fact"], ["indeed"], ["of", "course"], ["overall"],
    ["unexpectedly"], ["remarkably"], ["notably"], ["to", "our", "surprise"], ["accordingly"],
    ["on", "average"], ["in", "particular"], ["at", "least"], ["too"], ["furthermore"],
    ["as", "anticipated"], ["in", "our", "hands"], ["at", "the", "same", "time"], ["therefore"],
    ["nevertheless"], ["nonetheless"],
)  # fmt: skip
"""What an author puts in between subject and verb: "lung injury, by contrast, was untouched"."""
_FIRST_WORDS = frozenset(words[0] for words in (*_ADVERBIALS, *_REMARKS))


def _adverbial(row: list[Unit], i: int) -> int:
    """Unit behind an adverbial between commas: "X and, in parallel, activation of Y"."""
    if row[i].key == "," and i and row[i - 1].key in BE and next_key(row, i + 1) == "," and (
        row[i + 1].key.endswith("ly")
    ):  # fmt: skip
        return i + 3  # "was, paradoxically, diminished"
    if row[i].key != "," or not i:
        return 0
    if row[i - 1].key in BE and row[i - 1].found is None:
        for k in range(i + 2, min(i + 6, len(row) - 1)):
            if row[k].found is not None or row[k].word is not None or row[k].key in ("and", ","):
                if row[k].key == ",":
                    return k + 1  # "was, in consequence, rarer"
                break
    listed = row[i - 1].key in ("and", "or")
    options = _ADVERBIALS if listed else _REMARKS
    for words in options if next_key(row, i) in _FIRST_WORDS else ():
        end = i + 1 + len(words)
        if end < len(row) and row[end].key == "," and (
            [u.key for u in row[i + 1 : end]] == words and (listed or _verb_next(row, end + 1))
        ):  # fmt: skip
            return end + 1
    return 0


def _verb_next(row: list[Unit], k: int) -> bool:
    """Whether a verb follows at unit ``k``, adverbs apart."""
    while k < len(row) and row[k].found is None and row[k].key.endswith("ly"):
        k += 1
    return k < len(row) and row[k].found is None and (
        row[k].word is not None or row[k].key in BE or row[k].key in HAVE or row[k].key in MODAL
        or row[k].key in ("did", "does", "do")
    )  # fmt: skip


_METHOD = 9
_METHODS = frozenset("by as on in using with via per".split())


def _figures(row: list[Unit], i: int) -> int:
    """Unit behind the figures, or the method, in brackets that open at ``i`` within a list, "X (by
    TUNEL), Y and Z"; 0 if none do.
    """
    if row[i].key != "(" or not i or row[i - 1].found is None:
        return 0
    if drawn := drawn_in(row, i):
        row[i - 1].drawn = drawn
    for k in range(i + 1, min(len(row), i + 20)):
        gauged = row[k].key in GAUGED and k < i + 3
        if row[k].found is not None or (row[k].word is not None and not gauged):
            return 0
        if row[k].key == ")":
            figure = any(u.key[:1].isdigit() for u in row[i + 1 : k])
            figure = figure or (k - i <= _METHOD and row[i + 1].key in _METHODS | GAUGED)
            return k + 1 if figure and next_key(row, k) in ("and", ",") else 0
    return 0
