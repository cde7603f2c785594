"""Which mentions a predicate speaks of: objects to its right, or behind the "of" of a noun."""

from __future__ import annotations

import re

from extractor.components.adverbials import OPENERS, adverbial_end
from extractor.components.level_phrases import behind_level, members, mention_soon
from extractor.components.reached import (
    ABILITY,
    BINDS,
    along_with,
    amount_behind,
    antecedent,
    as_well_as,
    aside_ends,
    bound,
    called,
    crosses,
    gapped,
    joint_before,
    last_joint,
    not_only,
    opens_conjunct,
    own_clause,
    taken_up,
    tells_next,
)
from extractor.components.reported_changes import seen_in
from extractor.components.units import Unit, next_key
from extractor.components.words import (
    ACTIONS,
    AGENT_CELLS,
    BE,
    DETERMINERS,
    HAVE,
    LEVEL_SKIP,
    MECHANISM,
    MODAL,
    NEXT_PHRASE,
    OBJECTS,
    PREPOSITIONS,
    PROTECTIVE,
    RELATIVES,
    REPORTS,
    RESTORING,
    REVERSING,
    STATES,
    SUBORDINATORS,
    TRENDS,
    VESICLES,
)


def _target_objects(row: list[Unit], i: int) -> list[int]:
    """Genes said to be targets: "X, a target of miR-y", "the target genes X and Y"."""
    j = called(row, i + 1)
    if j < len(row) and row[j].found is not None and row[j].kind == "gene":
        return _collect(row, j, noun=True)[0]
    got: list[int] = []
    k = i - 1
    while k >= 0 and i - k < 14:
        u = row[k]
        if u.found is not None and u.kind == "gene":
            got.append(k)
        elif (u.found is None and (u.key in (";", ":") or u.key in SUBORDINATORS - {"as"})) or (
            u.found is not None and got
        ):
            break
        k -= 1
    return got


def _names_next(row: list[Unit], j: int) -> bool:
    """Whether a gene follows "target" at once: "its target X", "the target genes X and Y"."""
    k = j + 1
    while k < len(row) and row[k].found is None and row[k].key in ("gene", "genes", "protein"):
        k += 1
    return k < len(row) and row[k].kind == "gene"


def noun_objects(row: list[Unit], i: int) -> list[int]:
    """Units that the noun at unit ``i`` governs: behind "of", or right before it."""
    if row[i].chosen is not None and row[i].lemma == "target":
        return _target_objects(row, i)
    if row[i].lemma.endswith(" effects"):
        if i > 1 and row[i - 1].key == "-" and row[i - 2].kind in ("effect", "gene"):
            return [i - 2]  # "angiogenesis-promoting effects"
        for k in range(i + 1, min(i + 12, len(row))):
            if row[k].found is None and row[k].key in ("on", "upon", "against", "over", "from"):
                return _collect(row, k + 1, noun=True)[0]
            if row[k].key in (".", ";") or row[k].voice in ("right", "left"):
                break
        in_it = row[i].sign in ("+", "-") and next_key(row, i) in ("in", "to", "for", "towards")
        return _collect(row, i + 2, noun=True)[0] if in_it else []  # "an inhibitory role in X"
    j = i + 1
    while j < len(row) and row[j].found is None and (
        row[j].key.endswith("ly") or row[j].key in ("effect", "effects")
    ):  # fmt: skip
        j += 1
    joins = ("of", "in", "to", "against", "on", "from" if row[i].lemma in PROTECTIVE else "of")
    bare = j == i + 1 and next_key(row, i) == "the"  # "restraint the growth" with no "of"
    if j == i + 1 < len(row) and row[j].kind == "gene" and i and row[i - 1].key in MECHANISM:
        return _collect(row, j, noun=True)[0]  # "by down-regulation X expression"
    if j < len(row) and row[j].found is None and (row[j].key in joins or bare):
        got, _ = _collect(row, j + 1, noun=True)
        if got:
            return [k for k in got if not _own_noun(row, i, k)]
    k = i - 1
    while k >= 0 and row[k].found is None and row[k].key in LEVEL_SKIP and i - k < 4:
        k -= 1
    if k >= 0 and row[k].found is not None and row[k].kind in OBJECTS:
        if row[i].key == "stimulation" and row[k].kind == "gene":
            return []  # "TNF-α stimulation raised X"
        got = [k]
        while k >= 2 and row[k - 1].key == "/" and row[k - 2].found is not None:
            k -= 2
            got.append(k)
        listed = k > 2 and row[k - 1].key == "and" and {row[k].kind, row[k - 2].kind} == {"gene"}
        if listed and row[k - 3].key in ("of", "by", "via", "through", "to"):
            got.append(k - 2)  # "because of X and Y inactivation"
        return got
    at = seen_in(row, j)
    return _collect(row, at, noun=True)[0] if at else []


_LEVELS = ("downregulate", "down-regulate", "upregulate", "up-regulate", "silence")


def _own_noun(row: list[Unit], i: int, k: int) -> bool:
    """Whether the last of a list has a noun of its own: "downregulation of X and Y activation"."""
    behind = [u.voice for u in row[k + 1 : k + 2]]
    return row[i].lemma in _LEVELS and row[k - 1].key == "and" and behind == ["noun"]


_STAINS = frozenset("staining immunoreactivity signal signals values positivity".split())


def _behind_verb(row: list[Unit], i: int) -> int:
    """Unit behind the verb of a sentence that an adjective opens ("Lower than in controls were X
    and Y"), else the next unit.
    """
    k = i - 1
    while k >= 0 and (row[k].key.endswith("ly") or row[k].key in ("most", "even", "much", "far")):
        k -= 1
    before = row[k].key if k >= 0 else ";"
    if before not in (";", ",", "no", "also", "not") or next_key(row, i) in LEVEL_SKIP | _STAINS:
        return i + 1
    for k in range(i + 1, min(len(row), i + 9)):
        if row[k].found is not None or row[k].key == ",":
            break
        if row[k].key in ("was", "were"):
            return k + 1
    return i + 1


def attribute_objects(row: list[Unit], i: int) -> list[int]:
    """The mentions of the noun phrase that an adjective opens: "fewer CD86+ and CD206+ cells"."""
    got: list[int] = []
    j = _behind_verb(row, i)
    words = 0
    joined = False  # a noun that nothing names has been passed: "longer colons and a lower X"
    while j < len(row):
        u = row[j]
        if u.found is not None:
            if (got or joined) and (u.found.facts.get("sign") or own_clause(row, j)):
                break  # "a lower X and longer colons", "fewer cells and X was induced"
            if u.kind in OBJECTS:
                got.append(j)
                words = 0
            elif u.kind == "source":
                break
        elif u.word is not None:
            if u.voice == "attribute" and not got and not joined:
                j += 1
                continue
            if u.voice == "left" and u.chosen is not None and u.chosen.form in ("ing", "adjective"):
                # "less apoptosis, TNF levels falling", "less pain, IL-6 down": no part of the list
                cut = next((k for k in range(j - 1, i, -1) if row[k].key == ","), j)
                got = [k for k in got if k < cut] or got
            break
        elif u.key in ACTIONS and not got and next_key(row, j) in ("on", "upon"):
            break  # "weaker effects on X"
        elif u.key == "," and "being" in (next_key(row, j + 1), next_key(row, j + 2)):
            break  # "less dense in men, X being suppressed"
        elif u.key in (",", "and", "or") and words and not got:
            joined = True
        elif u.key == "(" and got and (end := aside_ends(row, j)):
            j = end  # "less X (by TUNEL), Y and Z"
            continue
        elif u.key in (",", "and", "or", "/", "as", "well") and got:
            if behind := behind_level(row, j + 1):
                j = behind  # "reduced infarct volume and levels of IL-6"
                continue
            if not mention_soon(row, j + 1, 2) or tells_next(row, j + 1):
                break
        elif (
            (u.key in ("of", "in") and not got)
            or u.key in DETERMINERS
            or u.key == "-"
            or (u.key in BE and j == i + 1 and row[i].key in ("fewer", "more", "less"))
        ):
            pass
        elif u.key in BE and words and not got and (at := seen_in(row, j)):
            return _collect(row, at, noun=True)[0]  # "lower levels were recorded for X"
        elif u.key == "(" and (named := members(row, j)):
            return got + named
        elif (
            u.key in PREPOSITIONS
            or u.key in SUBORDINATORS
            or u.key in RELATIVES
            or u.key in BE
            or u.key in (".", ";", ":", "(", ",")
            or ((words or got) and u.key in NEXT_PHRASE)  # "fewer glands survived in them, and X"
        ):
            break
        else:
            words += 1
            if words > 3:
                break
        j += 1
    return got


def right_objects(row: list[Unit], i: int) -> tuple[list[int], list[int]]:
    """Mentions to the right that an active verb governs, and predicates that nest below it."""
    protective = row[i].chosen is not None and row[i].lemma in PROTECTIVE
    j = i + 1
    if (
        j + 1 < len(row)
        and row[j].key in BE
        and row[j + 1].found is not None
        and row[j + 1].kind == "gene"
    ):
        j += 1  # "the transcript affected was X"
    if row[i].lemma in BINDS and row[i - 1].key != "-":
        site = bound(row, i)
        if site:
            return site, []
    if next_key(row, i) in (",", ".", ";", ")"):
        about = antecedent(row, i)
        if about:
            return about, []  # "X was the gene that miR-y silenced, and Z fell"
    if row[i].sign == "-" and _of_vesicles(row, j):
        return [], []  # "reduced the effect of EVs on X": which way X went is not said
    undoes = row[i].lemma in REVERSING or row[i].lemma in RESTORING
    sheds = row[i].sign == "-" or protective or undoes
    got, inner = _collect(row, j, protective=protective, sheds=sheds, undoes=undoes)
    if not got and not inner and i > 1 and row[i - 1].key == "to" and row[i - 2].key in TRENDS:
        # "a trend to reduce X was seen": what is seen is the trend
        end = next((k for k in range(j, len(row)) if row[k].key in BE), len(row))
        got, inner = _collect(row[:end], j, protective=protective)
    if not got and not inner:
        got = taken_up(row, i)
    return got, inner


def _of_vesicles(row: list[Unit], j: int) -> bool:
    """Whether "the effect of the vesicles on" opens at unit ``j``."""
    noun = next((k for k in range(j, min(len(row), j + 4)) if row[k].key in ACTIONS), None)
    if noun is None or next_key(row, noun) != "of":
        return False
    on = next((k for k in range(noun, min(len(row), noun + 9)) if row[k].key in ("on", "upon")), 0)
    return bool(on) and any(u.key in VESICLES or u.kind == "source" for u in row[noun:on])


_DEED = re.compile(r"(?:repair|regenerat|heal|modulat|regulat)ing (?!of )")
_COMPARED = re.compile(r"(?:fewer|more|less|smaller|longer|shorter|better|new) ", re.I)
_RENEWS = re.compile(
    r"(?:recovery|restoration|improvement|preservation|enhancement|gain) (?:of|in) ", re.I
)


_SEEN_IN = frozenset("reflected evidenced manifested mirrored exemplified".split())
_HARMS = ("loss", "depletion", "deficiency", "downregulation", "decline")


def _collect(
    row: list[Unit], j: int, *, noun: bool = False, protective: bool = False,
    sheds: bool = False, undoes: bool = False,
) -> tuple[list[int], list[int]]:
    """Objects to the right: mentions, and the nouns and attributes that stand over others; with
    ``sheds``, a loss behind "and" is one of the harms that grew less.
    """
    got: list[int] = []
    inner: list[int] = []
    oblique = False
    sealed = False
    depth = 0
    n = len(row)
    i0 = j
    while j < n:
        u = row[j]
        if got and u.key in OPENERS and (end := adverbial_end(row, j)):
            j = end  # "lowered X at day 7 and Y"
            continue
        if u.found is not None:
            if noun and got and _RENEWS.match(u.found.mention.text):
                break  # "reduction of X, and recovery of Y"
            if got and "sign" in u.found.facts and row[j - 1].key in ("and", ",", "with") and (
                _COMPARED.match(u.found.mention.text)
            ):
                break  # "lowered X, and fewer macrophages came in"
            if got and row[j - 1].key in ("and", ",") and _DEED.match(u.found.mention.text):
                break  # "reducing X, and repairing injured tissue"
            if u.kind in OBJECTS and (not oblique or (got and u.found.facts.get("infiltrates"))):
                got.append(j)
            elif (
                u.kind in ("gene", "effect")
                and oblique
                and (not sealed or next_key(row, j) in MECHANISM)  # "X through A, and Y through B"
                and row[joint_before(row, j)].key in ("and", ",")
            ):
                oblique = False
                got.append(j)  # "lowered X in the liver and thus Y", "in serum and the number of Y"
        elif u.word is not None and u.chosen is not None:
            if u.lemma == "target" and not got and _names_next(row, j):
                pass  # "the repression of its target X", "upregulation of the target genes X"
            elif u.voice == "noun":
                if (
                    got
                    and not sealed
                    and row[j - 1].key in ("and", ",")
                    and u.chosen.sign in "+-"
                    and u.lemma not in STATES  # "lowered X and phosphorylation of Y"
                    and not (sheds and u.key in _HARMS)
                    and not noun
                    and not any(row[k].voice == "noun" for k in inner)
                ):
                    break  # a new conjunct with a direction of its own
                if (
                    not got
                    or row[j - 1].key in ("and", ",", "the", "or", "a", "an")
                    or oblique is False
                ):
                    parallel = any(row[k].voice == "noun" for k in inner)
                    joint = joint_before(row, j) if parallel else j - 1
                    if oblique and row[joint].key not in ("and", ","):
                        j += 1
                        continue
                    if not sealed:
                        inner.append(j)
                        if noun_objects(row, j) and any(k > j for k in noun_objects(row, j)):
                            got_inner = noun_objects(row, j)
                            j = max(got_inner) + 1
                            oblique = False
                            continue
                else:
                    break
            elif u.voice == "attribute":
                if got and not (undoes and u.chosen.form == "past") and (
                    row[j - 1].key in ("and", ",", "but")
                    or (row[j - 1].key in DETERMINERS and row[j - 2].key in ("and", ",", "but"))
                    or row[j - 1].key in BEARS
                ):
                    break  # a new conjunct with a direction of its own
                if sealed:
                    j += 1
                    continue  # "improved A, with decreased B"
                inner.append(j)
                attributed = attribute_objects(row, j)
                if attributed and not oblique:
                    got.extend(k for k in attributed if k not in got)
                    j = max(attributed) + 1
                    continue
            elif u.voice == "left":
                if depth > 0:
                    break  # an aside in brackets has a verb of its own
                # the subject of the next clause has been taken by mistake: give it back
                cut = j if noun and gapped(row, j, got, i0) else last_joint(row, j, got)
                got = [k for k in got if k < cut]
                inner = [k for k in inner if k < cut]
                break
            elif u.voice in ("right",):
                if (
                    u.chosen.form in ("past", "s", "base")
                    and got
                    and row[j - 1].found is not None
                    and row[j - 1].key == ""
                    and u.chosen.form != "past"
                    and (
                        u.chosen.form == "s"
                        or any(v.key in (",", "and", "but") for v in row[min(got) : j])
                    )
                ):
                    cut = last_joint(row, j, got)
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
            elif key == "that" and next_key(row, j) == "of":
                pass  # "and decreased that of X"
            elif key in RELATIVES or (
                key in SUBORDINATORS
                and not (key == "as" and "well" in (next_key(row, j), row[j - 1].key))
            ):
                if got or key != "that" or (inner and noun_objects(row, inner[-1])):
                    break
            elif key in BE or key in MODAL - {"to"} or key in HAVE or (
                key in _AMOUNTED and row[j - 1].found is not None
            ):  # fmt: skip
                if depth > 0 or next_key(row, j) in MECHANISM:
                    break  # "lowered X (saline did not)", "lowered X may through Y"
                if noun and len(got) > 1 and row[got[-1] - 1].key == "," and not any(
                    row[k].voice == "noun" for k in inner if k > got[-1]
                ):
                    got.pop()  # "owing to the repression of X, Y was raised"
                if not noun and "than" not in {v.key for v in row[max(got or [i0]) : j]}:
                    cut = last_joint(row, j, got)
                    got = [k for k in got if k < cut]
                    inner = [k for k in inner if k < cut]
                break
            elif key == "but" and got and (next_key(row, j) == "also" or not_only(row, j)):
                oblique = False  # "not only X but also Y"
            elif got and crosses(row, j):
                break  # "curbed X, crossed the barrier": another verb
            elif key == "to" and row[j - 1].key in ABILITY:
                j += 2  # "regained the capacity to secrete X"
                continue
            elif key in ("but", "rather", "instead", "compared", "except") or (
                (key in REPORTS or (key in _SEEN_IN and got)) and row[j - 1].key in ("and", ",")
            ):
                break
            elif key in ("thereby", "thus", "hence", "therefore"):
                following = row[j + 1] if j + 1 < n else None
                listed = following is not None and (
                    following.key in DETERMINERS
                    or following.kind in ("effect", "gene")
                    or (not following.word and any(v.kind == "effect" for v in row[j + 1 : j + 3]))
                )
                if not listed and (
                    following is None
                    or following.chosen is None
                    or following.chosen.form == "ing"
                    or following.voice != "left"
                ):
                    break
            elif key == "in" and next_key(row, j) in ("vivo", "vitro", "situ"):
                pass
            elif key in (",", "and") and oblique and not sealed and opens_conjunct(row, j + 1):
                oblique = False
            elif key == "as" and row[j - 1].key in AGENT_CELLS and next_key(row, j) == "well":
                oblique = sealed = False  # "promoted X by endothelial cells as well as Y"
            elif key == "as" and oblique and not sealed and as_well_as(row, j):
                oblique = False  # "lowered X in serum as well as Y"
                j += 3
                continue
            elif got and along_with(row, j):
                oblique = sealed = False  # "lowered X together with Y"
            elif key in PREPOSITIONS:
                behind = row[j + 1].found if j + 1 < n else None
                if (key == "from" and behind is not None and "pair" in behind.facts) or (
                    noun and key in ("in", "on") and (not got or row[j - 1].key == "and")
                ):
                    pass
                elif protective and key in ("from", "against"):
                    oblique = False
                elif key == "to" and got and any(
                    v.key in ("ratio", "ratios") for v in row[max(0, j - 5) : j]
                ):
                    pass  # "raised the ratio of X to Y"
                elif key in ("from", "to") and noun and not got:
                    pass
                else:
                    oblique = True
                    if key in ("by", "from", "to") and amount_behind(row, j):
                        pass  # "lowered X by 40% and Y by half"
                    elif key == "with" and row[j - 1].key in _ILL and behind and (
                        behind.kind == "disease"
                    ):
                        pass  # "lowered X in mice with A and Y in rats with B"
                    elif key in MECHANISM or key in _SEALS:
                        sealed = True
            elif key in ("including", "like") or (key == "such" and next_key(row, j) == "as"):
                oblique = False
                if key == "such":
                    j += 2
                    continue
        j += 1
    return got, inner


_SEALS = frozenset("after following using with from against compared than for under".split())
_ILL = frozenset("mice rats animals patients pigs rabbits dogs lambs pups".split())
_AMOUNTED = frozenset("averaged amounted totalled numbered reached stood lay".split())
"""Verbs before figures, whose subject no verb before them governs: "given X, Y averaged"."""
BEARS = frozenset(
    "held had bore kept showed contained carried displayed made wore harboured harbored retained "
    "possessed grew received formed expressed produced secreted released synthesised synthesized "
    "exhibited generated laid deposited accumulated".split()
)
"""Verbs before "more" and "fewer" whose subject is not the one before: "the nerve held more X"."""
