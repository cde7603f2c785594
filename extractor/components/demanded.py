"""Outcomes that a predicate demands though no lexicon names them: "failed to improve stride
variability", "stride variability did not improve".

Where a change is denied, or told of vesicles as its agent, what stands where its outcome must
stand is taken at its word.
"""

from __future__ import annotations

from extractor.components.analysis import Analysis
from extractor.components.assertions import Assertion
from extractor.components.found import Found
from extractor.components.signs import negation
from extractor.components.units import Unit
from extractor.components.words import ADVERB_WORDS, BE, DETERMINERS, HAVE, MODAL, PREPOSITIONS
from extractor.records import Mention

RULE = "open-vocabulary:demanded"

_CHANGES = frozenset(
    "reduce lower decrease diminish lessen attenuate alleviate mitigate prevent inhibit suppress "
    "relieve ease shorten delay slow halve limit curb blunt abolish improve enhance increase "
    "accelerate promote stimulate restore recover raise augment facilitate hasten quicken "
    "ameliorate reverse normalize normalise double widen strengthen boost restrict minimize "
    "counteract preserve regain deepen rescue correct resolve arrest halt eliminate heal".split()
)
"""Verbs of change that say so of whatever vesicles did it to."""
_ENDS = PREPOSITIONS | frozenset(
    ". , ; : ( [ and or nor but when whereas while although though as if because that which who "
    "either whatever compared relative".split()
) - {"of"}
_OPENS = frozenset(". , ; : and but that whereas while although though".split())
_LEADS = frozenset(
    "about much large many several neither nor still nearly almost roughly around some only "
    "more less fewer further what how whether".split()
)
_BEARERS = frozenset(
    "rats rat mice mouse rabbits pigs dogs animals patients cells hearts kidneys lungs livers "
    "controls recipients donors".split()
)
_MAX = 4
_NO_OUTCOME = frozenset(
    "difference differences effect effects influence impact change changes benefit result results "
    "outcome outcomes response responses value values level levels need needs ability capacity "
    "control controls rats mice rat mouse animals patients patient group groups cells cell dose "
    "doses dosage treatment therapy exosomes exosome vesicles vesicle evs microvesicles mscs msc "
    "protein proteins gene genes expression mrna mirna mirnas rna inhibitor antagomir mimic "
    "antibody antibodies size sizes diameter diameters yield purity number numbers amount morphology "
    "surface concentration particles marker markers donors donor recipients yet attention interest numbers back retention half-life residence circulation stability volunteers time times "
    "hypothesis question questions study studies trial trials evidence data findings role mechanism "
    "drug drugs standard treated untreated saline vehicle injection injections this these those "
    "them both any none one ones others latter former further significantly statistically figure "
    "factor factors degree extent proportion medium culture content cargo uptake delivery release "
    "knockdown knockout silencing overexpression storage freezing parameter parameters measure "
    "measures rate rates score scores index indices situation condition conditions point points "
    "action actions activity activities potency efficacy property properties function state damage "
    "injury disease diseases symptoms signs lesion lesions model models media side sides component "
    "components line lines addition".split()
)


def demanded(
    a: Analysis, row: list[Unit], clauses: list[int], made: list[Assertion]
) -> list[Assertion]:
    """Outcomes that predicates demand and nothing names.

    Args:
        a: What was found in the block.
        row: Units of one sentence.
        clauses: The clause of each unit.
        made: What predicates have told of names that the lexicons know.
    """
    taken = {x.at for x in made}
    out: list[Assertion] = []
    for i, u in enumerate(row):
        if i in taken or u.sign not in ("+", "-", ">", "<") or u.voice not in ("right", "left"):
            continue
        if any(x.clause == clauses[i] for x in made):
            continue
        negated, ended = negation(a, row, clauses, [i], i)
        if ended or (not negated and not _acted(a, row, clauses, i)):
            continue
        span = _object(row, i) if u.voice == "right" else _subject(row, clauses, i)
        if span is None:
            continue
        sign = {"+": 1, "-": -1, ">": 1, "<": -1}[u.sign]
        found = _made(a, row, *span)
        out.append(Assertion(found, sign, u.lemma, negated, clauses[i], i))
    return out


def _acted(a: Analysis, row: list[Unit], clauses: list[int], i: int) -> bool:
    """Whether vesicles are the subject of an active verb: "BMSC exosomes lessened gill flare"."""
    chosen = row[i].chosen
    if row[i].voice != "right" or chosen is None or chosen.form not in ("past", "s"):
        return False
    if chosen.lemma not in _CHANGES or (i and row[i - 1].key in ("to", "which", "that")):
        return False
    first = next(k for k in range(len(row)) if clauses[k] == clauses[i])
    between = row[first:i]
    if any(u.kind in ("gene", "effect") or u.voice in ("right", "left") for u in between):
        return False
    begin, end = row[first].first, row[i].first
    return any(v.kind == "vesicle" and begin <= v.first < end for v in a.soft)


def _plain(u: Unit) -> bool:
    return u.found is None and u.word is None and u.key.isalpha() and len(u.key) > 2 and u.key != 'yet'


def _object(row: list[Unit], i: int) -> tuple[int, int] | None:
    """The noun phrase behind a verb."""
    k = i + 1
    while k < len(row) and row[k].found is None and row[k].key in DETERMINERS:
        k += 1
    first = k
    while k < len(row) and (_plain(row[k]) or row[k].key == "of") and row[k].key not in _ENDS:
        k += 1
    if k < len(row) and (row[k].found is not None or row[k].key not in _ENDS):
        return None
    return _phrase(row, first, k)


def _subject(row: list[Unit], clauses: list[int], i: int) -> tuple[int, int] | None:
    """The noun phrase before the auxiliaries of a verb without object."""
    k = i - 1
    aux = False
    while k >= 0 and row[k].found is None and (
        row[k].key in BE or row[k].key in MODAL or row[k].key in HAVE
        or row[k].key in ADVERB_WORDS or row[k].key.endswith("ly")
        or row[k].key in ("not", "never", "hardly", "neither", "nor", "however", ",", "failed")
    ):  # fmt: skip
        if row[k].key in BE or row[k].key in MODAL or row[k].key in HAVE:
            aux = True
        if row[k].key == "," and row[k + 1].key != "however" and row[k - 1].key != "however":
            return None
        k -= 1
    if not aux:
        return None
    last = k + 1
    while k >= 0 and clauses[k] == clauses[i] and (_plain(row[k]) or row[k].key == "of"):
        if row[k].key in _ENDS or row[k].key in DETERMINERS:
            break
        k -= 1
    first = k + 1
    if k >= 0 and row[k].key in DETERMINERS:
        k -= 1
    if k >= 0 and clauses[k] == clauses[i] and (
        row[k].found is not None or row[k].key not in _OPENS
    ):
        return None
    return _phrase(row, first, last)


def _phrase(row: list[Unit], first: int, last: int) -> tuple[int, int] | None:
    words = [u.key for u in row[first:last]]
    if not 1 <= len(words) <= _MAX + ("of" in words) or words[0] == "of" or words[-1] == "of":
        return None
    if words[-1] in ("the", "a", "an") or words[-1].endswith("ly"):
        return None
    if words[0] in _LEADS or _BEARERS & set(words):
        return None
    if last < len(row) and row[last].key in ("from", "against"):
        return None  # "spared X from Y": Y is what was changed
    head = words[words.index("of") - 1] if "of" in words else words[-1]
    if _NO_OUTCOME & {*words[-1:], head} or words[-1].endswith("ed"):
        return None
    return first, last


def _made(a: Analysis, row: list[Unit], first: int, last: int) -> Found:
    tokens, begin, end = a.tokens, row[first].first, row[last - 1].last
    start, stop = tokens.starts[begin], tokens.ends[end - 1]
    words = [u.key for u in row[first:last] if u.key not in DETERMINERS]
    if words.count("of") == 1:
        at = words.index("of")
        words = words[at + 1 :] + words[:at]
    mention = Mention(
        "effect", a.offset + start, a.offset + stop, tokens.text[start:stop], " ".join(words),
        None, RULE, 0.5,
    )  # fmt: skip
    return Found(begin, end, mention, None, {"open": True, "demanded": True})
