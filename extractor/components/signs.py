"""Small questions about one predicate or name in a row of units: sign, negation, ratio, subject."""

from __future__ import annotations

import re

from extractor.components.acting_as import acts_as
from extractor.components.analysis import Analysis
from extractor.components.found import Found
from extractor.components.neither import infinitive, of_neither
from extractor.components.reached import ABILITY
from extractor.components.spans import FINITE, OWN_VERB
from extractor.components.units import Unit, next_key
from extractor.components.words import (
    ADVERB_WORDS,
    BE,
    EFFECT_NOUNS,
    HAVE,
    MODAL,
    MODIFIES,
    NEGATIONS,
    RESTORING,
    REVERSING,
)
from extractor.rules import Predicate


def describes_effect(row: list[Unit], j: int) -> bool:
    """Whether an "anti-X" is what something did ("anti-X effects", "was anti-X"), not an attribute
    of another thing ("anti-X proteins", "anti-X drugs").
    """
    if j > 1 and "as" in (row[j - 1].key, row[j - 2].key) and acts_as([u.key for u in row], j):
        return True  # "acted as an anti-fibrotic agent"
    k = j + 1
    while k < len(row) and k - j < 12:
        u = row[k]
        if u.found is not None:
            if not (
                u.found.facts.get("prefixed")
                or u.found.facts.get("sign")
                or u.kind == "effect"
            ):
                return False
        elif u.key in EFFECT_NOUNS:
            return True
        elif u.key not in (",", "and", "or", "-", "as", "well", "both"):
            break
        k += 1
    first = j
    while first > 1 and row[first - 1].key in _BEFORE_PREFIX and first - 2 >= 0:
        before = row[first - 2]
        if row[first - 1].key not in (",", "and", "but", "nor", "or"):
            first -= 1  # "were not anti-X"
        elif before.found is not None and (
            before.found.facts.get("prefixed") or before.found.mention.text.endswith("protective")
        ):
            first -= 2  # "were anti-X and pro-Y"
        else:
            break
    verb = row[first - 1].key if first else ""
    return verb in BE or verb in _SEEMS or verb.endswith("ly")


_BEFORE_PREFIX = frozenset(", and but nor or both not neither either also no longer".split())
_SEEMS = frozenset("proved proves appeared appears seemed seems remained".split())
_UNDOING = ("reverse", "revert", "ameliorate", "remedy", "relieve")


HARMFUL = frozenset(
    "TNF IL1B IL6 IL18 IL17A IL17F IL23A CCL2 CXCL1 CXCL8 CXCL10 IFNG NLRP3 PYCARD CASP1 CASP3 "
    "CASP8 CASP9 BAX HMGB1 PTGS2 NOS2 RELA NF-κB ICAM1 VCAM1 HAVCR1 LCN2 MMP9 MMP3 MMP13 ADAMTS5 "
    "ADAMTS4 DDIT3 RIPK3 MLKL GSDMD CRP".split()
)
"""Genes of which less is better: of them "normalized" and "improved" mean a fall."""


def sign_of(p: Predicate, inner: int | None, valence: str | None, kind: str) -> int | None:
    """What a predicate makes of the sign that stands below it (``inner``), or ``None``.

    "Better" and "worse" go by the valence of the effect: less of a harm, more of a good.
    """
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
            if valence == "harm" and p.form != "adjective":
                return -better
            return better if p.lemma in RESTORING else None
        if kind == "disease" or valence == "harm":
            return -better
        if p.lemma in _UNDOING and valence != "good":
            return -better  # "reverted collagen deposition", "ameliorated collagen deposition"
        return better
    return None


def turns_round(state: Predicate, verb: Predicate) -> bool:
    """Whether a verb undoes the state that an adjective tells of: "restored the decreased X"."""
    undoes = verb.sign == ">" and (verb.lemma in REVERSING or verb.lemma in RESTORING)
    return undoes and state.sign in ("+", "-") and state.form == "past"


def listed_valence(row: list[Unit], j: int) -> str | None:
    """What more of the outcomes in one list with unit ``j`` means for the patient: "stiffness and
    collagen improved" is less of both.
    """
    for step in (-1, 1):
        k = j + step
        while 0 <= k < len(row) and row[k].found is None and row[k].key in (",", "and"):
            k += step
        f = row[k].found if 0 <= k < len(row) and abs(k - j) > 1 else None
        if f is not None and f.kind == "effect" and f.valence in ("good", "harm"):
            return f.valence
    return None


def subject_of(row: list[Unit], g: int) -> list[Found]:
    """The miRNAs listed right before a verb: "miR-1, miR-2 and miR-3 inhibit"."""
    k = g - 1
    while (
        k >= 0
        and row[k].found is None
        and (
            row[k].key in MODAL
            or row[k].key in HAVE
            or row[k].key.endswith("ly")
            or row[k].key in ADVERB_WORDS
        )
    ):
        k -= 1
    if k > 0 and row[k].key in ("which", "that"):
        k -= 1  # "miR-21, which repressed PTEN"
    out: list[Found] = []
    while k >= 0:
        f = row[k].found
        if f is not None and f.kind == "mirna":
            out.append(f)
        elif f is not None or row[k].key not in (",", "and", "or", "/", "as", "well"):
            break
        k -= 1
    return out[::-1]


_TOOLS = frozenset(
    "inhibitor inhibitors antagonist antagonists agonist agonists blocker blockers antibody "
    "antibodies subunit subunits promoter plasmid plasmids sirna shrna vector vectors knockout "
    "deficient reporter agonism ligase ligases".split()
)


def modifies(a: Analysis, f: Found) -> bool:
    """Whether a name only qualifies another word ("TNF-α-induced apoptosis", "SCI-related")."""
    tokens = a.tokens
    i = f.last
    if f.kind == "gene" and tokens.keys[max(0, f.first - 2) : f.first] == ["anti", "-"]:
        return True  # "anti-collagen antibodies"
    if f.kind == "gene" and i < len(tokens) and tokens.keys[i] in _TOOLS:
        return True  # "proteasome inhibitors"
    if i + 1 >= len(tokens):
        return False
    if tokens.keys[i] == "-" and tokens.glued(i) and tokens.keys[i + 1] in ("and", "or"):
        return any(k in _TOLD_TOGETHER for k in tokens.keys[i + 2 : i + 7])
    if tokens.keys[i] == "-" and tokens.glued(i):
        return tokens.keys[i + 1] in MODIFIES
    return (
        tokens.keys[i] in ("induced", "mediated", "associated", "driven")
        and i + 1 < len(tokens)
        and tokens.keys[i + 1] not in ("by", "with", "the", ".", ",", ";", ")")
    )


_TOLD_TOGETHER = frozenset(
    "positive negative deficient expressing labelled labeled driven induced mediated dependent "
    "stimulated evoked directed".split()
)
"""What two names before it share: "CCL2- and CCL21-driven migration"."""


def bearer_of(row: list[Unit], j: int) -> bool:
    """Whether cells only bear the outcome before them: "the respiratory burst of neutrophils"."""
    f = row[j].found
    if j < 2 or f is None or row[j - 1].key not in ("of", "by", "in", "from"):
        return False
    before, name = row[j - 2].found, f.mention
    return before is not None and before.kind == "effect" and (
        name.label.endswith(" infiltration") and "infiltrat" not in name.text.lower()
    )


_RATIOS: list[set[str]] = [{"TNFSF11", "TNFRSF11B"}, {"BAX", "BCL2"}, {"MMP9", "TIMP1"}]
"""Genes whose ratio is meant where a stroke stands between them."""


def is_divisor(row: list[Unit], j: int) -> bool:
    """Whether the gene or the cell is the second of a ratio."""
    if j > 2 and row[j].kind == "effect" and row[j - 1].key == "to" and row[j - 2].found is None:
        near = [u.key for u in row[max(0, j - 6) : j - 1]]  # "ratio of naive to effector T cells"
        return "ratio" in near and "of" in near
    if (
        j < 2
        or row[j - 1].key not in ("/", "to")
        or row[j - 2].found is None
        or row[j - 2].kind != "gene"
    ):
        return False
    near = [u.key for u in (*row[max(0, j - 6) : j - 2], *row[j + 1 : j + 4])]
    pair = {v.found.mention.label for v in (row[j - 2], row[j]) if v.found is not None}
    if row[j - 1].key == "/" and pair in _RATIOS:
        return True
    return "ratio" in near or "ratios" in near


def is_manipulated(row: list[Unit], applied: list[int], j: int) -> bool:
    """Whether the sentence opens with what the experimenter did ("Depleting macrophages …"), not
    with what its subject does ("Repressing PTEN, miR-21 …").
    """
    return (
        bool(applied)
        and applied[-1] == 0
        and row[0].chosen is not None
        and row[0].chosen.form == "ing"
        and not row[0].lemma.endswith((" through", " via"))  # "acting through loss of X, it …"
        and j > 0
        and any(u.word is not None and u.voice in ("right", "left") for u in row[j + 1 :])
        and not _has_subject_behind(row, j)
    )


_DOING_IT = re.compile(r"\w+ing\s", re.I)
_LED = (",", "thereby", "thus", "hence")


def own_sign(row: list[Unit], j: int) -> int | None:
    """The direction that an outcome's own words give; "less" behind its verb turns it round."""
    f = row[j].found
    sign: int | None = f.facts.get("sign") if f is not None else None
    if sign and f is not None and next_key(row, j) == "less" and f.mention.text.endswith("ed"):
        behind = next_key(row, j + 1)
        return -sign if behind else sign  # "lipids accumulated less in hepatocytes"
    return sign


def is_clause(row: list[Unit], j: int) -> bool:
    """Whether an outcome with a direction of its own has a verb too, so that no other governs it:
    "the animals died earlier", ", arresting the cell cycle".
    """
    f = row[j].found
    if f is None:
        return False
    text = f.mention.text
    return bool(
        FINITE.search(text)
        or OWN_VERB.match(text)
        or (j and row[j - 1].key in _LED and _DOING_IT.match(text))
    )


_ACTORS = frozenset("exosomes exosome vesicles evs sevs exos exo microvesicles they it".split())


def _has_subject_behind(row: list[Unit], j: int) -> bool:
    """Whether a comma behind unit ``j`` ends the phrase and vesicles or a miRNA follow as the
    subject of the sentence.
    """
    comma = next((k for k in range(j + 1, len(row)) if row[k].key == ","), 0)
    if not comma or any(_finite(u) for u in row[j + 1 : comma]):
        return False
    for k in range(comma + 1, min(comma + 14, len(row))):
        u = row[k]
        if _finite(u) or u.key in ("and", ",", ";"):
            return False
        if u.kind in ("source", "mirna", "cargo") or u.key in _ACTORS:
            return True
    return False


_SHIELDS = frozenset("protect rescue shield guard salvage defend spare safeguard save".split())
_PEROXIDE = ("hydrogen peroxide", "h2o2")


def is_insult(row: list[Unit], g: int, j: int) -> bool:
    """Whether a name behind "from" or "against" is what does harm, not what became less:
    "protected chondrocytes against IL-1β".
    """
    f = row[j].found
    if row[g].lemma not in _SHIELDS or f is None or row[j - 1].key not in ("from", "against"):
        return False
    if f.kind != "gene" and f.mention.text.casefold() not in _PEROXIDE:
        return False
    return next_key(row, j) not in ("-", "release", "secretion", "production", "activation")


_VERBAL = ("right", "left")
TAKES_AWAY = frozenset(
    "deprived depriving deprives robbed robbing robs stripped stripping divested drained bereft "
    "cost took taken".split()
)
"""Verbs that take an ability from what is named before it, if "of" or "away" goes with them."""


def _disabled(row: list[Unit], g: int) -> bool:
    """Whether the ability to do it was lessened ("reduced the ability of the vesicles to …")."""
    if g < 3 or row[g - 1].key != "to":
        return False
    for k in range(g - 2, max(-1, g - 12), -1):
        if row[k].key in ABILITY:
            if any(u.key in TAKES_AWAY for u in row[max(0, k - 8) : k]):
                return True  # "robbed the vesicles of their capacity to …"
            return any(u.sign == "-" and u.voice in _VERBAL for u in row[max(0, k - 4) : k])
        if row[k].key in (",", ";", "."):
            return False
    return False


_KEEPS = ("retain", "preserve", "maintain", "keep", "conserve", "sustain", "remain intact")
LOSES = ("be lost", "lost", "abolish", "abrogate", "impair", "compromise", "disappear", "weaken")
MAKES_UP = frozenset(
    "make good|compensate for|make up for|abolish|offset|counteract|counter|overcome|undo|"
    "eliminate|abrogate|nullify|remove|prevent|avert".split("|")
)
"""Verbs of what a fall is undone with: "compensated for the delayed healing"."""


def able_to(row: list[Unit], verb: int, j: int) -> int:
    """The verb that tells what something is able to do to the outcome at unit ``j``, where another
    verb says that the ability was kept or lost: "the capacity to lower X was preserved"; else 0.
    """
    if row[verb].voice != "left" or j > verb or row[verb].lemma not in (*_KEEPS, *LOSES):
        return 0
    for g in range(j - 1, max(1, j - 6), -1):
        if row[g].voice == "right" and row[g - 1].key == "to":
            return g if any(u.key in ABILITY for u in row[max(0, g - 7) : g - 1]) else 0
        if row[g].key in (",", ";") or row[g].voice == "left":
            return 0
    return 0


_NEVER = (
    ["was", "not"], ["were", "not"], ["was", "never"], ["were", "never"], ["did", "not"],
    ["could", "not"], ["has", "not"], ["have", "not"], ["failed", "to"], ["has", "never"],
)  # fmt: skip
_TO_BE_SEEN = frozenset(
    "seen found observed noted noticed detected recorded shown demonstrated confirmed documented "
    "verified reproduced established measured apparent evident achieved obtained attained "
    "materialise materialize occur ensue appear happen emerge develop follow result set take "
    "discernible detectable substantiated".split()
)
_OF_HARM = frozenset("after following upon induced caused evoked provoked elicited".split())
"""Words that say that a change was the harm's: "the rise in X after injury was absent"."""
_MISSING = frozenset("lacking missing absent wanting".split())
_IN_NONE = ("none", "no", "neither")
_COMPARES = frozenset(
    "faster sooner earlier quicker further more better slower less later farther worse".split()
)


_DENIAL_BEGINS = frozenset("no neither in at".split())


def denied_behind(row: list[Unit], clauses: list[int], g: int) -> bool:
    """Whether what stands behind a predicate denies it: "a fall in X was not seen", "X fell no
    faster", "X receded in none of the rats".
    """
    noun = row[g].voice == "noun"
    if not noun and (
        row[g].voice not in ("left", "right")
        or _DENIAL_BEGINS.isdisjoint([u.key for u in row[g + 1 : g + 7]])
    ):
        return False
    end = next((k for k in range(g, len(row)) if clauses[k] != clauses[g]), len(row))
    if noun:
        keys = [u.key for u in row]
        for k in range(g + 1, min(end, g + 14)):
            if row[k].voice in ("right", "left") and row[k].sign in ("+", "-", ">", "<"):
                return False  # a change of its own
            if keys[k : k + 2] in _NEVER:
                return bool(_TO_BE_SEEN & set(keys[k + 2 : k + 5]))
            if keys[k] in BE and keys[k + 1 : k + 2] and keys[k + 1] in _MISSING:
                return _OF_HARM.isdisjoint(keys[max(0, g - 3) : k])
        return False
    behind = [u.key for u in row[g + 1 : max(g + 3, min(end, g + 7))]]
    if row[g].voice == "left" and behind[:1] == ["no"]:
        return bool(_COMPARES & set(behind[1:2]))
    if behind[:1] == ["neither"] and behind[1:2] != [""]:
        return True  # "was lowered neither on day 1 nor on day 3"
    return any(
        row[k].key in ("in", "at") and next_key(row, k) in _IN_NONE
        for k in range(g + 1, min(end, g + 7))
    )


_DISMISSED = ("excluded", "ruled", "dismissed")


def _finite(u: Unit) -> bool:
    return u.chosen is not None and u.chosen.form in ("past", "s")


def negation(
    a: Analysis | None, row: list[Unit], clauses: list[int], path: list[int], j: int
) -> tuple[bool, bool]:
    """Whether the predicates of ``path`` are denied, and whether by "no longer".

    At most one of the two is true: "is no longer translated" denies nothing, it says that what
    was there has ended.
    """
    for g in path:
        if _disabled(row, g) or denied_behind(row, clauses, g) or of_neither(row, clauses, g):
            return True, False
        root = infinitive(row, clauses, g)
        if root is not None and negation(a, row, clauses, [root], j) == (True, False):
            return True, False  # "abrogated their ability to lower A and raise B"
        if g > 1 and row[g - 1].key == "to" and row[g - 2].key in ("or", "nor", "and", ","):
            # "failed to lower A or to raise B"
            first = next((k for k in range(g - 3, -1, -1) if row[k].voice == "right"), None)
            if first is not None and clauses[first] == clauses[g]:
                return negation(a, row, clauses, [first], j)
        if g > 1 and row[g - 1].key in ("or", "nor") and row[g].voice == "right":
            # "did not improve A or reduce B"
            chosen = row[g].chosen
            first = next((k for k in range(g - 2, -1, -1) if row[k].voice == "right"), None)
            if chosen is not None and chosen.form == "base" and first is not None:
                same = clauses[first] == clauses[g]
                if same and negation(a, row, clauses, [first], j) == (True, False):
                    return True, False
        k = g - 1
        steps = 0
        while k >= 0 and steps < 6 and clauses[k] == clauses[g]:
            u = row[k]
            if u.found is not None and k != g - 1:
                break
            if (
                u.word is not None
                and u.chosen is not None
                and u.voice in ("right", "left")
                and not u.key.endswith("ly")
            ):
                break
            if u.key in ("and", "but") and next_key(row, k) in ("even", "instead", "actually"):
                break  # "offered no shelter and even lowered X"
            if (u.key, next_key(row, k)) == ("far", "from"):
                return True, False
            if u.found is None and u.key in NEGATIONS:
                if u.key == "no" and [next_key(row, k), next_key(row, k + 1)] == ["longer", "than"]:
                    return True, False
                if u.key == "no" and [next_key(row, k), next_key(row, k + 1)] == ["more", "than"]:
                    # "did no more than raise X", but "were no more numerous than"
                    return row[k + 1].last - row[k + 1].first > 1, False
                if u.key == "no" and next_key(row, k) == "longer":
                    return (True, False) if row[g].voice == "right" else (False, True)
                if next_key(row, k) == "be" and next_key(row, k + 1) in _DISMISSED:
                    return False, False  # "it cannot be excluded that X fell"
                if next_key(row, k) in ("only", "merely", "just", "doubt", "least"):
                    return False, False
                if u.key == "without" and row[g].voice == "right" and _finite(row[g]):
                    break  # "was without adverse reactions and raised X"
                return True, False
            if u.key in (",", ";"):
                break
            k -= 1
            steps += 1
    return False, False


def both_ways(row: list[Unit], g: int) -> bool:
    """Whether a change is denied in both directions: "neither raised nor lowered X"."""
    if g < 3 or g >= len(row) or row[g - 1].key not in ("nor", "or"):
        return False
    signs = {row[g].sign, row[g - 2].sign}
    return signs in ({"+", "-"}, {">", "<"}, {"<", "-"})


_GLOSSES = frozenset("targeting target targets : via through which".split())


def glossed_for(row: list[Unit], j: int) -> Found | None:
    """The miRNA behind which a gene stands in brackets: "miR-21 (PTEN)", "miR-21 (via PTEN)"."""
    k = j - 1
    while k > 0 and row[k].key in _GLOSSES:
        k -= 1
    if k < 1 or row[k].key != "(" or next_key(row, j) != ")":
        return None
    f = row[k - 1].found
    return f if f is not None and f.kind == "mirna" else None
