"""Studies whose vesicles come from several tissues, parted: a finding has one source."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from extractor import mirna
from extractor.components.arms import MAIN, acting, this_arm, told_of_all
from extractor.components.assertions import Assertion
from extractor.components.claim import Claim
from extractor.components.discourse import Sentence, Study
from extractor.components.figures import CHANCE
from extractor.components.found import Found
from extractor.components.named_vesicles import told_apart
from extractor.components.side_by_side import beside, only_by
from extractor.components.words import BE, HAVE

_ALIKE = {"WJ-MSC": "UC-MSC", "UCB-MSC": "CB-MSC"}
_APART = frozenset("with by to and in after of from for on by , ; treated given".split())
"""Words that part cells from the vesicles named next: "tendon stem cells with IPFP-Exos"."""
_MOST = 3
"""Tissues beyond which "both" and "all" are no longer said of their vesicles."""
_JOINS = frozenset(
    ", and or both either nor neither as well - exosomes exosome exos exo evs ev sevs sev mvs "
    "vesicles derived msc mscs".split()
)
_HEADS = frozenset("exosomes evs vesicles".split())

_IN_LIST = _JOINS | frozenset("with by after in from of the".split())


def parts(study: Study, claims: list[Claim]) -> list[tuple[Study, list[Claim]]]:
    """The study once for each source that acts in it, with the claims and sentences told of that.

    A claim that names no source has that of the claim before it. Sentences without claims belong to
    every part unless they name the sources of one alone.
    """
    every = _compared(study)
    told = [_told_of(c.sentence, c.assertion, every) for c in claims]
    if study.own:
        told = _narrowed(told, study)
    labels = list(dict.fromkeys(label for names in told for label in names))
    alone = len(labels) == 1 and len(every) > 1 and all(told)
    if alone and study.own and not any(c.arm for c in claims):
        return [(replace(study, source=labels[0]), claims)]  # only one of the two is told of
    if len(labels) < 2:
        return [(study, claims)]
    current: tuple[str, ...] = next(names for names in told if names)
    main = next((names for names in told if len(names) == 1), current) if study.own else current
    before: Claim | None = None
    owner: dict[int, set[str]] = {}
    members: dict[str, list[Claim]] = {label: [] for label in labels}
    for c, names in zip(claims, told, strict=True):
        if not names and before is not None and before.sentence is not c.sentence:
            # another tissue's vesicles that did not do it were there to compare with
            current = main if before.polarity == "negated" or current == every else current
        before = c
        aside = bool(names) and c.assertion.other_arm and _sets_apart(c.sentence, c.assertion.at)
        here = names or current
        current = current if aside else here
        for label in here:
            members[label].append(_of_tissue(c, labels) if study.own else replace(c))
            owner.setdefault(id(c.sentence), set()).add(label)
        if study.own and len(here) == 1 and here[0] in every and _alone(c):
            denied = replace(c.assertion, negated=True, other_arm=True)
            for label in every:
                if label != here[0] and label in members:
                    members[label].append(
                        replace(c, assertion=denied, polarity="negated", mirnas=(), arm=MAIN)
                    )
    out = []
    for label in labels:
        rows = [
            s for s in study.sentences
            if label in owner.get(id(s), _named(s, labels) or labels)
        ]  # fmt: skip
        titles = [s for s in study.sentences if s.block.kind == "title" and s not in rows]
        part = replace(study, sentences=rows, source=label, titles=titles if study.own else [])
        out.append((part, members[label]))
    return out


def _alone(c: Claim) -> bool:
    """Whether the vesicles of a claim are said to be the only ones that did it."""
    if c.polarity != "asserted" or not c.sign or c.loss:
        return False
    v = acting(c.sentence, c.assertion)
    return v is not None and only_by(c.sentence, v)


def _of_tissue(c: Claim, labels: list[str]) -> Claim:
    """A claim in the part of its tissue: an arm that is only a tissue's is no arm there."""
    alike = [name for name, wider in _ALIKE.items() if wider in labels]
    tissues = tuple(name.removesuffix("-MSC").casefold() for name in (*labels, *alike))
    named = c.assertion.other_arm or c.arm.startswith(tissues)
    return replace(c, arm=MAIN) if named else replace(c)


def sole_actor(claims: list[Claim]) -> str:
    """The tissue whose vesicles act in the claims, where they name one and no other, else ``""``:
    "vesicles of A have been studied little, but those of B lowered X".
    """
    told: set[str] = set()
    for c in claims:
        named = _those(c.sentence, c.assertion) or _sources(c.sentence, c.assertion)
        told.update(named or _carried_by(c.sentence, c.mirnas))
    return next(iter(told)) if len(told) == 1 else ""


_IN = frozenset("in of from by within inside".split())
_CARRIED = _IN | frozenset(
    "the human rat mouse murine small extracellular contained carried conveyed transferred "
    "shuttled delivered present packaged packed loaded abundant abundantly enriched exosomes "
    "vesicles evs primed preconditioned hypoxic - ,".split()
)
"""Words between a miRNA and the cells in whose vesicles it is."""
_NEAR = 9


def _carried_by(s: Sentence, names: tuple[str, ...]) -> tuple[str, ...]:
    """The tissue in whose vesicles a miRNA is said to be: "miR-x in exosomes of BMSCs"."""
    keys = s.analysis.tokens.keys
    for m in s.of("mirna"):
        for f in s.of("source") if mirna.base(m.mention.label) in names else ():
            between = keys[m.last : f.first]
            if 0 < len(between) <= _NEAR and not _IN.isdisjoint(between) and (
                set(between) <= _CARRIED
            ):  # fmt: skip
                return (label_of(f),)
    return ()


def _told_of(s: Sentence, x: Assertion, every: tuple[str, ...]) -> tuple[str, ...]:
    """Labels of the tissues of which an assertion is told; none where it does not say."""
    if len(every) > 1:
        acts = x.found.first > s.row[x.at].first and _opening(s, x).endswith(" both ")
        if told_of_all(s, x) or all_named(s, x) or acts:
            return every
        one = _by_turn(s, x)
        if one is not None and len(every) == 2:
            return (every[one],)
        if x.other_arm:
            return _others(s, x)
        several = _by_figures(s, x, every)
        if several:
            return several
    those = _others(s, x) if x.other_arm else _those(s, x)
    if those:
        return those
    names = _sources(s, x)
    more = (*_likewise(s, x), *_beside(s, x)) if names else ()
    return tuple(dict.fromkeys(names + more))


_ALL = re.compile(
    r"^(?:[\w ]{0,40}, )?(?:and |but |while |whereas |yet )?"
    r"(?:both|neither|none|all|each|either|all three|the (?:two|three|four)|"
    r"(?:both|neither|none|all|each) of (?:them|these|the (?:two|three))|they (?:all|both)) $"
)
_TURN = re.compile(
    r"(?:^|[ ,])(?:only )?(?:(?:exosomes|vesicles|evs|sevs|those|ones) "
    r"(?:from|of|derived from|isolated from) )?"
    r"the (former|latter|first|second)(?: (?:ones?|alone|kind))? $"
)


_BY_TURN = re.compile(
    r"(?:only |\w+ly )?(?:by|with|after|in|upon) the (former|latter|first|second)\b"
    r"(?! \w+ (?:of|and))"
)


def _opening(s: Sentence, x: Assertion) -> str:
    """The words of a clause in front of its verb, auxiliaries and adverbs apart."""
    clause = [u for u, c in zip(s.row, s.clauses, strict=True) if c == s.clauses[x.at]]
    first = min((u.first for u in clause), default=s.first)
    keys = s.analysis.tokens.keys[first : max(first, s.row[x.at].first)]
    while keys and (keys[-1] in BE | HAVE or keys[-1].endswith("ly") or keys[-1] in _AUXILIARY):
        keys = keys[:-1]
    return " ".join([*keys, ""]).lstrip(",;: ")


_AUXILIARY = frozenset("did do does not could also".split())


_FIGURE_BEFORE = re.compile(
    r"\d+(?:\.\d+)? ?(?:%|per ?cent|[µμ]?[a-z]{1,4}[\d/²³]*)?,? "
    r"(?:\(|(?:with|in|after|for|under|by) )(?:the )?(?:[\w-]+ ){0,2}[\w-]*$"
)
_BRACKETED = re.compile(r"\([^()]*\)")
_IN_BRACKETS = re.compile(r"^[^()]*\)")


def _by_figures(s: Sentence, x: Assertion, every: tuple[str, ...]) -> tuple[str, ...]:
    """The tissues whose vesicles a series gives a figure each: "to 22% (A-Exo) and 29% (B-Exo)";
    not one whose figure is said to be due to chance.
    """
    if not x.sign or x.negated:
        return ()
    text = s.analysis.tokens.text[s.start - s.analysis.offset : s.end - s.analysis.offset]
    if CHANCE.search(_BRACKETED.sub(" ", text)):
        return ()  # "the difference between A and saline was not significant"
    out: list[str] = []
    for f in s.of("source"):
        at, end = f.mention.start - s.start, f.mention.end - s.start
        at += len(f.mention.text) - len(f.mention.text.lstrip("(["))
        if f.mention.start < x.found.mention.start or not _FIGURE_BEFORE.search(text[:at]):
            continue
        aside = _IN_BRACKETS.match(text[end:])
        if aside is None or not CHANCE.search(aside.group()):
            out.append(label_of(f))
    told = tuple(label for label in dict.fromkeys(out) if label in every)
    return told if len(told) > 1 else ()


def all_named(s: Sentence, x: Assertion) -> bool:
    """Whether the subject is a word for all: "all three lowered ALT", "neither altered IL-6"."""
    u = s.row[x.at]
    return u.found is None and x.found.first > u.first and bool(_ALL.match(_opening(s, x)))


def _by_turn(s: Sentence, x: Assertion) -> int | None:
    """Which of two the subject names by its place: 0 for "the former", 1 for "the latter"."""
    met = _TURN.search(_opening(s, x))
    if met is None and s.row[x.at].voice == "left":  # "IL-6 was lowered by the former"
        tokens, last = s.analysis.tokens, s.row[x.at].last
        met = _BY_TURN.match(" ".join(tokens.keys[last : last + 6]))
    return None if met is None else int(met.group(1) in ("latter", "second"))


_AGAINST = frozenset("unlike contrast opposed contrary".split())
_SETS_APART = frozenset("but not unlike rather in as contrary".split())


def _sets_apart(s: Sentence, at: int) -> bool:
    """Whether the word that denies something of other vesicles stands before their name."""
    u = s.row[at]
    if u.key == "," and at + 1 < len(s.row):
        u = s.row[at + 1]
    return u.found is None and not u.voice and u.key in _SETS_APART


def _others(s: Sentence, x: Assertion) -> tuple[str, ...]:
    """The tissue whose vesicles a clause sets against the others: "… , those of ADSCs did not"."""
    clause = [u for u, c in zip(s.row, s.clauses, strict=True) if c == s.clauses[x.at]]
    first = min((u.first for u in clause), default=s.first)
    last = max((u.last for u in clause), default=s.last)
    inside = [f for f in s.of("source") if first <= f.first < last and _named_so(f)]
    behind = [f for f in inside if f.first > s.row[x.at].first]
    if behind and _sets_apart(s, x.at):  # "A but not B lowered X", "unlike B, A lowered X"
        inside = behind if _all_listed(s, behind) and s.row[x.at].key == "but" else behind[:1]
        return tuple(dict.fromkeys(label_of(f) for f in inside))
    if 1 < len(behind) < len(inside) or (len(inside) == 2 and _listed(s, *inside)):
        inside = behind or inside  # "with A but not with B or C"
    elif len(behind) == 1 and s.row[x.at].key == "but":
        inside = behind  # "A, but not B, raised X"
    elif not behind and (x.at == len(s.row) - 1 or s.row[x.at].key in _DENIES):
        inside = inside[-1:]  # "rose with A, which was not the case for B"
    labels = tuple(dict.fromkeys(label_of(f) for f in inside))
    return labels if len(labels) == 1 or _all_listed(s, inside) else ()


_DENIES = frozenset("did does do had were could failed lacked left being".split())


def _all_listed(s: Sentence, sources: list[Found]) -> bool:
    """Whether sources are one list: "of A, B and C"."""
    return len(sources) > 1 and all(_listed(s, f, g) for f, g in pairwise(sources))


def _listed(s: Sentence, one: Found, other: Found) -> bool:
    """Whether only joints and words for vesicles stand between two sources."""
    between = s.analysis.tokens.keys[one.last : other.first]
    return bool({"and", "or", ",", "nor"} & set(between)) and set(between) <= _IN_LIST


_SAME = re.compile(
    r"[,;] (?:and )?(?:so|as) (?:did|were|was) |\b(?:did (?:the same|so|likewise)|"
    r"had the same (?:effects?|actions?)|acted (?:likewise|alike))\b"
)


def _likewise(s: Sentence, x: Assertion) -> tuple[str, ...]:
    """The tissue whose vesicles are said to do the same: "and so did ADSC exosomes"."""
    tokens = s.analysis.tokens
    at = s.row[x.at].last - 1
    rest = tokens.text[tokens.ends[at] : tokens.ends[s.last - 1]].lower()
    met = _SAME.search(rest)
    if met is None or x.negated:
        return ()
    begin = tokens.ends[at] + max(0, rest.rfind(";", 0, met.end()))
    labels = [
        label_of(f) for f in s.of("source")
        if _named_so(f) and tokens.starts[f.first] >= begin
    ]  # fmt: skip
    return tuple(dict.fromkeys(labels))[:1]


def _beside(s: Sentence, x: Assertion) -> tuple[str, ...]:
    """The tissues whose vesicles stand beside those that act: "by 40% with A and 15% with B"."""
    v = acting(s, x)
    named = beside(s, x, v) if v is not None else []
    sources = [f for f in s.of("source") if told_apart(f)]
    near = [next((f for f in sources if _of(s, w, f)), None) for w in named]
    return tuple(label_of(f) for f in near if f is not None)


_FROM = frozenset("from of derived isolated obtained released secreted shed".split())
_SET_BESIDE = frozenset("not to than as unlike like versus vs against".split())
_THOSE_BEHIND = 6
"""Tokens behind a verb within which "by those of" names who acts."""


def _those(s: Sentence, x: Assertion) -> tuple[str, ...]:
    """The tissue of "those from BMSCs", where these are the subject of the verb or its agent."""
    if x.other_arm or not s.of("source"):
        return ()
    keys, verb = s.analysis.tokens.keys, s.row[x.at].first
    told = [u.first for u in s.row if u.voice in ("right", "left") and u.first < verb]
    start = max([s.first, *(i + 1 for i in told)])
    stop = verb if s.row[x.at].voice != "left" else min(s.last, verb + _THOSE_BEHIND)
    for i in range(start, stop):
        taken_up = keys[i] in ("those", "ones") and keys[i - 1] not in _SET_BESIDE
        if taken_up and _FROM & set(keys[i + 1 : i + 2]):
            agent = i > verb and keys[i - 1] in ("by", "with", "after")
            named = [f for f in s.of("source") if i < f.first <= i + 6]
            if named and (agent or (i < verb and named[0].first < verb)):
                return (label_of(named[0]),)
    return ()


_PARTS_OF = {
    "P-MSC": frozenset(["CP-MSC", "CV-MSC", "AM-MSC", "A-MSC", "D-MSC"]),
    "AM-MSC": frozenset(["A-MSC"]),
}
"""Tissues of which others are parts."""


def _narrowed(told: list[tuple[str, ...]], study: Study) -> list[tuple[str, ...]]:
    """Sources with the wide name of a tissue replaced by the one part of it that is named too:
    a title says "placental exosomes", the methods "chorionic plate"; not where one sentence sets
    vesicles of both side by side.
    """
    labels = {label for names in told for label in names}
    for wide, finer in _PARTS_OF.items():
        parts_named = labels & finer
        if wide in labels and len(parts_named) == 1:
            part = next(iter(parts_named))
            if any({wide, part} <= _with_vesicles(s) for s in study.sentences):
                continue
            told = [tuple(dict.fromkeys(part if n == wide else n for n in t)) for t in told]
    return told


def _compared(study: Study) -> tuple[str, ...]:
    """The tissues whose vesicles a study sets side by side, without plain "MSC"."""
    told = [
        label_of(f)
        for s in study.sentences
        for f in s.of("source")
        if _named_so(f) and any(_of(s, v, f) for v in s.of("vesicle"))
    ]
    if len(set(told)) < 2 and any({"former", "latter"} & set(s.keys()) for s in study.sentences):
        for s in study.sentences:
            pair = [label_of(f) for f in s.of("source") if _named_so(f)]
            if len(set(pair)) == 2:
                return tuple(dict.fromkeys(pair))  # "A and B were compared"
    return tuple(dict.fromkeys(told)) if len(set(told)) <= _MOST else ()


def _with_vesicles(s: Sentence) -> set[str]:
    """The tissues to which a sentence lays vesicles."""
    return {label_of(f) for f in s.of("source") if any(_of(s, v, f) for v in s.of("vesicle"))}


def _named(s: Sentence, labels: list[str]) -> set[str]:
    return {label_of(f) for f in s.of("source")} & set(labels)


def _of(s: Sentence, v: Found, f: Found) -> bool:
    """Whether the words lay vesicles to a source: "BM-MSC exosomes", "vesicles of … MSCs"."""
    keys = s.analysis.tokens.keys
    return (
        (v.first <= f.first and f.last <= v.last)
        or (f.first <= v.first and v.last <= f.last)
        or (0 <= v.first - f.last <= 3 and not _APART & set(keys[f.last : v.first]))
        or (0 <= f.first - v.last <= 7 and bool(set(keys[v.last : f.first]) & {"of", "from", "by"}))
    )


def _named_so(f: Found) -> bool:
    """Whether a source is more than plain MSCs, or is set apart from others by its short name."""
    return f.mention.label != "MSC" or told_apart(f)


def label_of(f: Found) -> str:
    """The label of a source; of tissues that are much alike, that of the wider one."""
    return _ALIKE.get(f.mention.label, f.mention.label)


def _sources(s: Sentence, x: Assertion) -> tuple[str, ...]:
    """Labels of the tissues whose vesicles act in an assertion, without plain "MSC"."""
    v = acting(s, x) or this_arm(s, x)
    if v is None or x.other_arm:
        return ()
    keys = s.analysis.tokens.keys
    near = [f for f in s.of("source") if told_apart(f) and _of(s, v, f)]
    if not near:
        return ()
    got = [near[0]]
    every = [f for f in s.of("source") if told_apart(f)]
    at = every.index(near[0])
    for step in (1, -1):
        k = at + step
        while (
            0 <= k < len(every)
            and _side_by_side(keys, every[min(k, k - step)], every[max(k, k - step)])
            and not set(keys[max(s.first, every[min(k, k - step)].first - 2) :][:2]) & _AGAINST
            and not _set_against(keys, s.first, every[min(k, k - step)].first)
        ):
            got.append(every[k])
            k += step
    return tuple(dict.fromkeys(label_of(f) for f in sorted(got, key=lambda f: f.first)))


_STANDARD = frozenset("compared comparison relative versus vs".split())


def _set_against(keys: list[str], first: int, at: int) -> bool:
    """Whether a source is what others are compared with: "compared with A-EVs, B-EVs lowered X"."""
    near = keys[max(first, at - 5) : at]
    return not _STANDARD.isdisjoint(near) and "," not in near


def _side_by_side(keys: list[str], one: Found, other: Found) -> bool:
    """Whether two sources stand in one list: not "with MSC exosomes, stem cells of the tendon"."""
    between = keys[one.last : other.first]
    if not between or not set(between) <= _JOINS:
        return False
    return between[-1] != "," or not _HEADS & set(between)
