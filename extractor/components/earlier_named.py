"""Outcomes taken up by a word that stands for them: "all three were lowered by B", "B reduced the
former but not the latter", "B did only the former", "the latter was not seen with B".
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractor import mirna
from extractor.components.arms import MAIN, arm_named
from extractor.components.assertions import Assertion
from extractor.components.claim import Claim
from extractor.components.discourse import Sentence, Study
from extractor.components.foreign import others_own
from extractor.components.found import Found
from extractor.components.lazily import lazily
from extractor.components.losses import words
from extractor.components.units import Unit
from extractor.components.words import BE

_GROUPS = {"both": 2, "all": 0, "each": 0, "neither": 2, "none": 0, "they": 0, "these": 0}
"""Words for several outcomes, and how many they are, if the word tells."""
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5}
_ONES = {"former": 0, "latter": -1, "first": 0, "second": 1, "third": 2, "last": -1}
SIGNS = frozenset("both all each neither none they these former latter first last".split())
"""Words one of which stands in every sentence that takes outcomes up."""
_NOUNS = frozenset(
    "effects effect changes change outcomes outcome proteins genes cytokines markers parameters "
    "readouts values measures mediators transcripts factors molecules indices scores enzymes "
    "actions action benefits".split()
)
_ENDS = frozenset(
    ", . ; ( ) [ but and by in with after to at only alone too while whereas as even slightly "
    "equally yet".split()
)
_JOINTS = frozenset(", ; : and but whereas while yet though although".split())
_DEEDS = frozenset("did matched achieved shared reproduced showed produced had exerted".split())
_SEEN = frozenset("seen observed found shared obtained achieved noted reproduced true".split())
_BY = frozenset("with by after in for from upon following".split())
_WEAK = frozenset(
    "weaker smaller lesser milder similar comparable stronger greater larger same".split()
)
_NAY = frozenset("not neither none nor never no failed without".split())
_NO_NAMES = frozenset(("vague", "readout", "assay", "generic", "marker", "anaphor"))
_REACH = 7


@dataclass(slots=True)
class _Taken:
    """A word that stands for outcomes: its units, and what is said of them."""

    first: int
    last: int
    verb: int
    """Unit of the verb; what is done is what was told before where it has no sign of its own."""
    opens: int
    """Unit with which the clause begins."""
    denied: bool


def named_before(
    study: Study, s: Sentence, before: Sentence | None, told: list[Claim], last: tuple[str, ...]
) -> tuple[list[Claim], list[Claim]]:
    """Claims on outcomes that a word takes up, and those told before that they correct: what the
    disease had changed.

    Args:
        study: The study.
        s: The sentence.
        before: The one before it.
        told: What the study has told so far, in this sentence too.
        last: The miRNAs named last.
    """
    if SIGNS.isdisjoint(s.analysis.tokens.keys[s.first : s.last]):
        return [], []
    out: list[Claim] = []
    wrong: list[Claim] = []
    for i in range(len(s.row)):
        taken = _taken(s.row, i)
        if taken is None:
            continue
        doer, known = _doer(s, taken)
        if not known:
            continue
        options, own = _antecedents(s, before, taken)
        if not options and before is not None:  # "Both were lowered by A. B lowered the latter"
            options = _each([c.assertion.found for c in told if c.sentence is before])
        chosen = _chosen(s.row, taken, options)
        if not chosen:
            continue
        arm = arm_named(s, doer) if study.own and doer is not None else MAIN
        names = tuple(dict.fromkeys(mirna.base(f.mention.label) for f in s.of("mirna")))
        names = names or (last if arm == MAIN and study.own and doer is None else ())
        for f, denied in chosen:
            made = _claim(s, taken, f, denied, told)
            if made is None or any(
                c.sentence is s and c.assertion.at >= taken.opens
                and c.assertion.found.mention.label == f.mention.label for c in told
            ):  # fmt: skip
                continue
            made.arm, made.mirnas = arm, names
            out.append(made)
            if not own and before is not None and not before.of("vesicle"):
                wrong += [
                    c for c in told
                    if c.sentence is before and c.sign == -made.sign and made.sign
                    and c.assertion.found.mention.label == f.mention.label
                ]  # fmt: skip
    return out, wrong


_LAID = lazily(
    r"\b(?:due|owing|depend\w*|ascrib\w+|attribut\w+|mediat\w+|account\w*|responsib\w+|requir\w+|"
    r"reli\w+|laid|trac\w+|explain\w*|underl\w+|via|through|by|needed|because)\b"
)


def laid_to_each(s: Sentence, told: list[Claim]) -> None:
    """Give each of two outcomes told before the miRNA that it is laid to: "the former was due to
    miR-a, the latter to miR-b".
    """
    keys = s.analysis.tokens.keys
    ones = [(i, _ONES[keys[i]]) for i in range(s.first + 1, s.last)
            if keys[i] in _ONES and keys[i - 1] == "the"]  # fmt: skip
    named = list(dict.fromkeys(mirna.base(f.mention.label) for f in s.of("mirna")))
    if len(ones) != 2 or len(named) != 2 or not told or told[-1].sentence is s:
        return
    if ones[0][1] == ones[1][1] or "not" in keys[s.first : s.last] or not _LAID.search(words(s)):
        return
    before = [c for c in told if c.sentence is told[-1].sentence]
    labels = [f.mention.label for f in _each([c.assertion.found for c in before])]
    if len(labels) != 2 or before[0].mirnas:
        return
    for (_, place), name in zip(ones, named, strict=True):
        for c in before:
            if c.assertion.found.mention.label == labels[place]:
                c.mirnas = (name,)


def _taken(row: list[Unit], i: int) -> _Taken | None:
    """The word for outcomes that begins at unit ``i``, if a verb is said of it."""
    u = row[i]
    if u.found is not None:
        return None
    keys = [v.key for v in row[i : i + 5]]
    if u.key in _GROUPS:
        end = i + 1
        if keys[1:3] in (["of", "them"], ["of", "these"], ["of", "those"]):
            end = i + 3
        elif keys[1:2] and keys[1] in _COUNTS and u.key == "all":
            end = i + 2
    elif u.key == "the" and keys[1:2] and keys[1] in _ONES:
        end = i + 2 + (keys[2:3] == ["two"])
        end += 3 * ([v.key for v in row[end : end + 2]] == ["of", "these"])
    else:
        return None
    if end < len(row) and row[end].key in _NOUNS:
        end += 1
    return _object(row, i, end) or _subject(row, i, end) or _bare(row, i, end)


def _bare(row: list[Unit], i: int, end: int) -> _Taken | None:
    """A word for outcomes whose verb is left out: "A lowered X and Y, B only the former"."""
    if end < len(row) and (row[end].found is not None or row[end].key not in ".;("):
        return None
    k = i - 1
    while k > 0 and row[k].key in ("only", "just"):
        k -= 1
    opens = next((j + 1 for j in range(k, max(-1, k - 9), -1) if row[j].key in _JOINTS), 0)
    if not opens or opens > k or any(u.found is not None or u.voice for u in row[opens:i]):
        return None
    return _Taken(i, end, i, opens, row[i].key in ("neither", "none"))


def _object(row: list[Unit], i: int, end: int) -> _Taken | None:
    if end < len(row) and (row[end].found is not None or row[end].key not in _ENDS):
        return None
    k = i - 1
    while k > 0 and row[k].key in ("only", "just", "also"):
        k -= 1
    if k < 1 or row[i].key in ("they", "each"):
        return None
    if row[k].key == "on" and k > 2 and row[k - 1].key in ("effect", "effects", "influence"):
        near = {v.key for v in row[max(0, k - 5) : k - 1]}
        if not near & _WEAK:
            return None
        k -= 2
    elif not (row[k].key in _DEEDS or (row[k].voice == "right" and row[k].sign in ("+", "-", ">"))):
        return None
    joints = [j + 1 for j in range(k - 1, -1, -1) if row[j].key in _JOINTS]
    if joints and joints[0] == k:  # "lowered the former and raised the latter"
        joints = joints[1:]
    opens = joints[0] if joints else 0
    denied = bool(_NAY & {v.key for v in row[max(opens, k - 3) : k]})
    return _Taken(i, end, k, opens, denied or row[i].key in ("neither", "none"))


def _subject(row: list[Unit], i: int, end: int) -> _Taken | None:
    alone = row[i - 1].key == "only" and end < len(row) and row[end].key == "did"
    if i and row[i - 1].key not in _JOINTS and not alone and (
        row[i - 1].key != "only" or (i > 1 and row[i - 2].key not in _JOINTS)
    ):
        return None
    for k in range(end, min(end + 5, len(row))):
        v = row[k]
        if v.found is not None or v.key in _JOINTS:
            return None
        seen = v.key in _SEEN and row[k - 1].key in BE | {"not", "also", "only"}
        seen = seen and any(w.key in _BY for w in row[k + 1 : k + 3])
        if seen or (v.voice == "left" and v.sign in ("+", "-", ">")):
            if not seen and row[i].key == "they" and row[end].key not in BE:
                return None
            denied = bool(_NAY & {w.key for w in row[end:k]})
            return _Taken(i, end, k, i, denied or row[i].key in ("neither", "none"))
        if v.key == "did" and row[i].key == "the" and k == end and row[k + 1 : k + 2]:
            if row[k + 1].key not in (".", ";", ",", "(", "so"):
                return None
            opens = next((j + 1 for j in range(i - 1, -1, -1) if row[j].key in ";:"), 0)
            return _Taken(i, end, k, opens, False)  # "with B, only the former did"
        if v.voice == "right":
            return None
    return None


def _doer(s: Sentence, taken: _Taken) -> tuple[Found | None, bool]:
    """The vesicles that act, and whether anything of the study does."""
    start = s.row[taken.opens].first
    stop = next((u.first for u in s.row[taken.last :] if u.key in (";", ":")), s.last)
    inside = [v for v in s.of("vesicle") if start <= v.first < stop]
    if any(others_own(s, v) for v in inside):
        return None, False
    if inside:
        return inside[0], True
    return None, any(start <= f.first < stop for kind in ("mirna", "source") for f in s.of(kind))


def _antecedents(
    s: Sentence, before: Sentence | None, taken: _Taken
) -> tuple[list[Found], bool]:
    """The outcomes that may be meant, and whether the same sentence names them."""
    at = s.row[taken.opens].first
    own = [x.found for x in s.assertions if x.found.first < at and _names(x.found)]
    if own:
        return _each(own), True
    if before is None:
        return [], False
    told = [x.found for x in before.assertions if _names(x.found)]
    return _each(told or [f for f in before.found if _names(f)]), False


def _names(f: Found) -> bool:
    """Whether a mention names an outcome."""
    return f.kind in ("gene", "effect") and not (f.entry is not None and f.entry.flags & _NO_NAMES)


def _each(found: list[Found]) -> list[Found]:
    return list({f.mention.label: f for f in sorted(found, key=lambda f: f.first)}.values())


def _chosen(row: list[Unit], taken: _Taken, options: list[Found]) -> list[tuple[Found, bool]]:
    """Which of the outcomes a word takes up, each with whether that is denied of it."""
    if len(options) < 2:
        return []
    key = row[taken.first].key
    if key in _GROUPS:
        counted = _COUNTS.get(row[taken.first + 1].key, 0) if key == "all" else _GROUPS[key]
        if counted and counted != len(options):
            return []
        return [(f, taken.denied) for f in options]
    one = row[taken.first + 1].key
    if row[taken.first + 2 : taken.first + 3] and row[taken.first + 2].key == "two":
        part = options[:2] if one == "first" else options[-2:]
        return [(f, taken.denied) for f in part] if len(options) > 2 else []
    if one in ("former", "latter") and len(options) != 2:
        return []
    place = _ONES[one]
    if place >= len(options):
        return []
    out = [(options[place], taken.denied)]
    tail = [u.key for u in row[taken.last : taken.last + 6] if u.key != ","]
    if tail[:3] == ["but", "not", "the"] and tail[3:4] and tail[3] in _ONES:
        other = _ONES[tail[3]]
        if other < len(options) and options[other] is not options[place]:
            out.append((options[other], not taken.denied))
    return out


def _claim(
    s: Sentence, taken: _Taken, f: Found, denied: bool, told: list[Claim]
) -> Claim | None:
    verb = s.row[taken.verb]
    label = f.mention.label
    said = next((c for c in reversed(told) if c.assertion.found.mention.label == label), None)
    if verb.sign in ("+", "-") and verb.key not in _DEEDS | _SEEN:
        sign = 1 if verb.sign == "+" else -1
        sign = -sign if f.facts.get("inverse") else sign
    elif verb.sign == ">" and verb.key not in _DEEDS | _SEEN:
        harm = f.entry.facts.get("valence") if f.entry is not None and f.kind == "effect" else None
        sign = {"harm": -1, "good": 1}.get(str(harm), 0)
    elif said is not None and said.polarity == "asserted" and not said.loss:
        sign = said.sign
    else:
        sign = 0
    if not sign:
        return None
    x = Assertion(f, sign, verb.lemma or "take up", denied, s.clauses[taken.verb], taken.verb)
    if said is not None and said.sentence is not s:
        x = replace(said.assertion, sign=sign, negated=denied, unchanged=False, at=taken.verb,
                    clause=s.clauses[taken.verb], other_arm=False, subject=[])  # fmt: skip
    return Claim(s, x, sign, "negated" if denied else "asserted", ())
