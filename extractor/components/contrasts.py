"""What turns a change round, or sets another against it: "fewer animals had X", "underwent X less",
"favoured X over Y", "tended to be fewer, but the difference was not significant".
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.components.assertions import Assertion
from extractor.components.chance import by_chance
from extractor.components.signs import HARMFUL
from extractor.components.units import Unit, next_key
from extractor.components.words import BE, TRENDS

_UNDERGOES = frozenset(
    "undergo express show secrete produce release develop form exhibit display suffer have".split()
)
_BEHIND_LESS = frozenset(". , ; in with after when upon than often frequently and under".split())


def _is_good(x: Assertion) -> bool:
    return x.found.entry is not None and x.found.entry.facts.get("valence") == "good"


def less_behind(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """Turn round what "less" behind its name says: "underwent apoptosis less"."""
    out: list[Assertion] = []
    for x in made:
        j = next((k for k, u in enumerate(row) if u.found is x.found), len(row))
        behind = [u.key for u in row[j + 1 : j + 3]]
        turned = (
            len(behind) == 2 and behind[0] in ("less", "later") and behind[1] in _BEHIND_LESS
            and row[x.at].lemma in _UNDERGOES and row[x.at].voice == "right" and not x.negated
        )  # fmt: skip
        so = behind == ["less", "so"] and row[x.at].key == "more"  # "A was more active, B less so"
        so = so or (behind == ["more", "so"] and row[x.at].key == "less")
        turned = turned or (so and not x.negated)
        out.append(replace(x, sign=-1) if turned and x.sign >= 0 else x)
    out = [
        replace(x, sign=-x.sign)
        if x.at + 1 < len(row) and row[x.at + 1].key == "less" and row[x.at + 1].voice == "skip"
        and row[x.at].voice == "left" and (x.sign > 0 or _is_good(x))
        else x
        for x in out
    ]  # fmt: skip
    told = {id(x.found) for x in out}
    out += _less_so(row, clauses, out, told)
    for j, u in enumerate(row):
        if u.found is not None and u.found.kind == "effect" and id(u.found) not in told:
            verb = j - 1
            behind = [v.key for v in row[j + 1 : j + 3]]
            if (
                verb >= 0 and row[verb].lemma in _UNDERGOES and row[verb].voice == "right"
                and len(behind) == 2 and behind[0] == "less" and behind[1] in _BEHIND_LESS
            ):  # fmt: skip
                out.append(Assertion(u.found, -1, row[verb].lemma, False, clauses[verb], verb))
    return out


def _less_so(
    row: list[Unit], clauses: list[int], made: list[Assertion], told: set[int]
) -> list[Assertion]:
    """Add what "more so" and "less so" tell: "A was less active and B more so"."""
    out: list[Assertion] = []
    for j, u in enumerate(row):
        if u.found is None or u.kind not in ("gene", "effect") or id(u.found) in told:
            continue
        how = next_key(row, j)
        if how not in ("less", "more") or next_key(row, j + 1) != "so":
            continue
        if any(x.found.first < u.first and row[x.at].key in ("less", "more") for x in made):
            sign = 1 if how == "more" else -1
            out.append(Assertion(u.found, sign, f"{how} so", False, clauses[j], j))
    return out


def away_from(row: list[Unit], made: list[Assertion]) -> list[Assertion]:
    """Turn round what something moved away from: "shifted away from an M1 state"."""
    out: list[Assertion] = []
    for x in made:
        j = next((k for k, u in enumerate(row) if u.found is x.found), len(row))
        before = [u.key for u in row[max(0, j - 4) : j]]
        left = any(before[k : k + 2] == ["away", "from"] for k in range(len(before)))
        out.append(replace(x, sign=-1) if left and x.sign > 0 and not x.negated else x)
    return out


_FREES = frozenset(
    "relieve release free frees freed freeing rescue liberate protect shield spare save "
    "safeguard".split()
)
_SETS_FREE = ("frees", "freed", "freeing", "liberated", "liberating")
_HOLDS = frozenset(
    "repression inhibition silencing degradation suppression control decay breakdown cleavage "
    "proteolysis ubiquitination destruction".split()
)


def freed(row: list[Unit], made: list[Assertion], clauses: list[int]) -> list[Assertion]:
    """Turn round what was taken from its repressor: "relieved X from repression"."""
    out: list[Assertion] = []
    told = {id(x.found): x for x in made}
    for i, u in enumerate(row):
        name = u.key if u.chosen is None else u.lemma or u.key
        if name not in _FREES or u.found is not None or u.voice == "noun":
            continue
        held = [v.key for v in row[i + 1 : i + 5]]
        if i and row[i - 1].key in BE and held[:1] in (["from"], ["of"]) and _HOLDS & set(held):
            # "X was relieved of repression"
            g = row[i - 2].found
            if g is not None and g.kind == "gene":
                out.append(Assertion(g, 1, u.lemma or "free", False, clauses[i], i))
            continue
        if u.voice == "left":
            continue
        j = next((k for k in range(i + 1, min(i + 5, len(row))) if row[k].found is not None), 0)
        f = row[j].found
        behind = [v.key for v in row[j + 1 : j + 6]]
        if f is not None and f.kind == "gene" and u.key in _SETS_FREE and (
            j == i + 1 and behind[:1] not in (["from"], ["of"], ["to"])
        ):  # fmt: skip
            out.append(Assertion(f, 1, "free", False, clauses[i], i))  # "sponges miR-x and frees Y"
            continue
        if f is None or f.kind != "gene" or behind[:1] not in (["from"], ["of"]):
            continue
        if _HOLDS & set(behind) and not (id(f) in told and told[id(f)].negated):
            out.append(Assertion(f, 1, u.lemma or "free", False, clauses[i], i))
    turned = {id(x.found) for x in out}
    return [x for x in made if id(x.found) not in turned] + out


_FAVOURS = ("favor", "favour", "prefer")


def favoured_over(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """Add what gives way where another is favoured: "favoured X over Y"."""
    out = list(made)
    for x in made:
        if row[x.at].lemma not in _FAVOURS or x.sign <= 0 or x.negated:
            continue
        j = next((k for k, u in enumerate(row) if u.found is x.found), len(row))
        over = next((k for k in range(j + 1, min(j + 4, len(row))) if row[k].key == "over"), None)
        if over is None:
            continue
        for k in range(over + 1, min(over + 4, len(row))):
            f = row[k].found
            if f is not None and f.kind in ("effect", "gene"):
                out = [y for y in out if y.found is not f]
                out.append(Assertion(f, -1, row[x.at].lemma, False, clauses[k], x.at))
                break
    return out


def at_expense(row: list[Unit], clauses: list[int], made: list[Assertion]) -> list[Assertion]:
    """Add what gives way where another rises "at the expense of" it, or rises where it does
    ("M1 macrophages gave way to M2").
    """
    out = list(made)
    for x in made:
        behind = row[x.at + 1].found if x.at + 1 < len(row) else None
        if row[x.at].lemma == "give way to" and behind is not None and x.sign < 0 and (
            behind.kind in ("gene", "effect")
        ):
            out = [y for y in out if y.found is not behind]
            out.append(Assertion(behind, 1, "give way to", x.negated, x.clause, x.at))
    for i in range(4, len(row)):
        f = row[i].found
        if f is None or f.kind not in ("gene", "effect"):
            continue
        at, the, cost, of = (u.key for u in row[i - 4 : i])
        if (at, the, of) != ("at", "the", "of") or cost not in ("expense", "price", "cost"):
            continue
        before = [x for x in out if x.found.last <= row[i - 4].first and x.sign]
        if before:
            out = [x for x in out if x.found is not f]
            out.append(Assertion(f, -1, "expense", before[-1].negated, clauses[i], i))
    return out


_LITTLE = re.compile(
    r"^(?:only|but|merely|just|no more than) (?:very )?(?:slightly|modestly|marginally|minimally|"
    r"moderately|mildly|weakly|a (?:little|fraction|trifle))\b"
    r"|^(?:(?:far|much|considerably|markedly|significantly|distinctly|clearly) )?less"
    r"(?= [.,;]| (?:steeply|sharply|strongly|rapidly|quickly|than|in|with|after|when|and|if)\b)"
)
_INSTEAD = re.compile(
    r"^by (?:only )?(?P<one>\d+)(?: \. \d+)?(?: [%\w]+)? (?:instead of|rather than|as against|"
    r"against|as opposed to|compared with|versus|vs) (?P<other>\d+)\b"
)
_MOVES_BY_ITSELF = frozenset("e i".split())


def scarcely_moved(row: list[Unit], made: list[Assertion]) -> list[Assertion]:
    """Turn round a change for the worse of which there was little: "creatinine rose only slightly
    in treated mice", "ejection fraction fell much less with exosomes".
    """
    out: list[Assertion] = []
    for x in made:
        u = row[x.at]
        p = u.chosen if u.voice == "left" else None
        moves = p is not None and p.frame in _MOVES_BY_ITSELF and p.form == "past"
        if moves and not x.negated and x.sign and _for_worse(x):
            behind = " ".join(v.key for v in row[x.at + 1 : x.at + 14])
            than = _INSTEAD.match(behind)
            less = than is not None and float(than["one"]) < float(than["other"])
            if row[x.at - 1].key not in BE and (less or _LITTLE.match(behind)):
                x = replace(x, sign=-x.sign)
        out.append(x)
    return out


def _for_worse(x: Assertion) -> bool:
    """Whether the change told of an outcome is one for the worse."""
    if x.found.kind == "gene":
        return x.sign > 0 and x.found.mention.label in HARMFUL
    valence = x.found.entry.facts.get("valence") if x.found.entry is not None else ""
    return (valence == "harm" and x.sign > 0) or (valence == "good" and x.sign < 0)


_TENDS = TRENDS | {"tended"}
_FAILS = frozenset("not reach miss missed failed short without no lacked lacking".split())
_CLOSES = frozenset(". , ; ( ) [ and in at with extent degree".split()) | {""}
_OPENS = frozenset("but yet though although albeit without which this that it however".split())


_BY_CHANCE = ("significantly", "insignificantly", "nonsignificantly")
"""Adverbs by which a change is told and denied at once: "fell slightly and not significantly"."""


_BEFORE_CHANCE = ("and", "but", "though", "although", "slightly", "albeit", ",")
_CHANCE_WORDS = frozenset("significant nonsignificant insignificant non-significant".split())


def _chance_attributes(
    row: list[Unit], keys: list[str], made: list[Assertion]
) -> list[Assertion]:
    """Deny the change that a noun tells behind "non-significant": "a non-significant fall in X"."""
    out = []
    for x in made:
        before = keys[max(0, x.at - 4) : x.at]
        chance = before[-1:] != [] and before[-1] in _CHANCE_WORDS and (
            before[-1] != "significant" or before[-3:-1] == ["non", "-"]
            or before[-3:-1] == ["not", "statistically"]
        )  # fmt: skip
        if chance and x.sign and row[x.at].voice in ("noun", "attribute"):
            x = replace(x, negated=True)
        out.append(x)
    return out


def _noun_by_chance(row: list[Unit], told: int, made: list[Assertion]) -> list[Assertion]:
    """Deny the change that is the subject of "was not significant": "the fall in X was not"."""
    k = told
    keys = [u.key for u in row]
    while k > 0 and (keys[k] in _TO_JUDGE or keys[k].endswith("ly")):
        k -= 1
    if not _FAILS & set(keys[k : told + 1]):
        return made
    if row[told].sign == "=":  # "the fall in X was not significant", read as no change
        out = []
        for x in made:
            noun = next((u for u in reversed(row[:told]) if u.lemma == x.trigger), None)
            if x.at == told and noun is not None and noun.voice == "noun" and noun.sign in "+-":
                sign = 1 if noun.sign == "+" else -1
                sign = -sign if x.found.facts.get("inverse") else sign
                x = replace(x, sign=sign, unchanged=False)
            out.append(x)
        return out
    nouns = [x.at for x in made if x.at < k and row[x.at].voice == "noun" and x.found.last]
    if not nouns or any(u.voice in ("left", "right") for u in row[max(nouns) + 1 : k + 1]):
        return made
    return [replace(x, negated=True) if x.sign and x.at == max(nouns) else x for x in made]


_TO_JUDGE = frozenset(
    "was were is are did not to reach reached attain failed missed short fell of significance "
    "significant non - statistical statistically level without".split()
)


_JUDGED = frozenset("significance significant not".split())
"""Words of which one stands wherever a unit says how sure a difference is."""


def _judges(u: Unit) -> bool:
    """Whether a unit says how sure a difference is: "significance", "not significant"."""
    return u.key in ("significance", "significant") or u.lemma == "not significant"


def not_significant(row: list[Unit], made: list[Assertion]) -> list[Assertion]:
    """Deny a tendency, or a change, of which the words behind it say that it is not significant."""
    keys = [u.key for u in row]
    if "(" in keys and _TENDS.isdisjoint(keys):
        made = by_chance(row, made)
    if not _CHANCE_WORDS.isdisjoint(keys):
        made = _chance_attributes(row, keys, made)
    end = next((k for k, key in enumerate(keys) if key in _BY_CHANCE), None)
    if end is not None and next_key(row, end) in (".", ";", ",") and (
        keys[end] != "significantly" or keys[end - 1] in ("not", "non", "-")
    ) and (
        keys[max(0, end - 2)] in _BEFORE_CHANCE
        or keys[end - 1] == "-" or keys[end] != "significantly"
    ):  # fmt: skip
        last = max((x.at for x in made if x.at < end), default=-1)
        own = {id(x.found) for x in made if x.at == last}
        between = row[max(last + 1, end - 4) : end]
        if any(u.found is not None and id(u.found) not in own for u in between):
            return made
        return [replace(x, negated=True) if x.sign and x.at == last else x for x in made]
    judged = not _JUDGED.isdisjoint(keys)
    told = next((k for k, u in enumerate(row) if _judges(u)), None) if judged else None
    tended = next((k for k, u in enumerate(row) if u.found is None and u.key in _TENDS), None)
    if tended is not None:
        before = keys[max(0, tended - 4) : tended]
        failed = "insignificant" in before or before[-3:] == ["non", "-", "significant"]
        later = next((k for k in range(tended, len(row)) if k == told), None)
        if failed or (later is not None and _FAILS & set(keys[tended:later])):
            return [replace(x, negated=True) if x.sign else x for x in made]
    if told is not None and next_key(row, told) in ("difference", "differences"):
        told += 1  # "…, but there was no significant difference"
    if told is None or next_key(row, told) not in _CLOSES:
        return made
    opens = next((k for k in range(told - 1, max(-1, told - 9), -1) if keys[k] in _OPENS), None)
    if opens is None:
        return _noun_by_chance(row, told, made)
    if not _FAILS & set(keys[opens : told + 1]):
        return made
    between = row[opens:told]
    if any(u.kind in ("gene", "effect", "disease") for u in between) or "only" in keys[opens:told]:
        return made  # "…, whereas the fall of X was not"
    last = max((x.at for x in made if x.at < opens), default=-1)
    return [replace(x, negated=True) if x.sign and x.at == last else x for x in made]


_HOPED = frozenset(
    "expected hoped supposed predicted anticipated assumed thought hypothesized".split()
)
_NOT_SO = (["did", "not"], ["was", "not"], ["were", "not"])


def hoped_for(row: list[Unit], made: list[Assertion]) -> list[Assertion]:
    """Deny a change that was only hoped for: "X, expected to fall, did not"."""
    keys = [u.key for u in row]
    if _HOPED.isdisjoint(keys):
        return made
    hope = next(k for k, key in enumerate(keys) if key in _HOPED)
    end = next((k for k in range(hope + 2, len(keys) - 1) if keys[k : k + 2] in _NOT_SO), None)
    if end is None or keys[hope + 1 : hope + 2] != ["to"]:
        return made
    rest = keys[end + 2 :]
    if rest[:2] == ["do", "so"]:
        rest = rest[2:]
    verb = next((k for k in range(hope + 2, end) if row[k].sign in ("+", "-")), None)
    if verb is None or rest[:1] not in (["."], [";"], [","], []):
        return made
    return [replace(x, negated=True) if x.at == verb and x.sign else x for x in made]
