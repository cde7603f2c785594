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
    "more less fewer further what how whether there here they nothing nobody "
    "one two three four five six seven eight nine ten".split()
)
_BEARERS = frozenset(
    "rats rat mice mouse rabbits pigs dogs animals patients cells hearts kidneys lungs livers "
    "controls recipients donors".split()
)
_TENDED = frozenset(
    "tended tend tends seemed seem seems appeared appear appears helped managed found shown seen "
    "able reported".split()
)
_HEADS = frozenset(
    "accumulation expansion deposition leakage growth swelling shedding secretion release loss "
    "formation production decay atrophy collapse clearance thickening thinning narrowing widening "
    "hardening softening stiffening stiffness shortening lengthening".split()
)
"""Nouns of change that are an outcome together with the word before them."""
_SIGNS = {"+": 1, "-": -1, ">": 1, "<": -1}
_MAX = 4
_OF = frozenset("frequency number numbers rate rates score scores level levels size amount".split())
"""Words of measure that, before "of", stand for what is measured."""
_NO_OUTCOME = frozenset(
    "ability action actions activities activity addition amount animals answer answers "
    "antagomir antibodies antibody any attention back benefit both capacity cargo cell cells "
    "certainty challenge challenges change changes circulation claim claims comparison "
    "comparisons component components concentration concern concerns conclusion conclusions "
    "condition conditions confidence consensus content control controls controversy cost "
    "costs culture damage data debate decision decisions degree delivery diameter diameters "
    "difference differences disease diseases donor donors dosage dose doses drawback drug "
    "drugs earlier later sooner effect effects efficacy enthusiasm estimate estimates "
    "evidence evs exosome "
    "exosomes expectation expectations experiment experiments expression extent factor "
    "first second third last two three four five "
    "factors field figure findings former freezing frequency function further gene "
    "generalisation generalization genes group groups hope hopes hurdle hypothesis "
    "impact index indices inference inferences influence inhibitor injection injections "
    "injury integrity interest issue issues judgement judgment knockdown knockout knowledge "
    "latter lesion lesions level levels life limitation line lines literature marker markers "
    "measure measures mechanism media medium mice microvesicles mimic mirna mirnas model "
    "models morphology mouse mrna msc mscs need needs none number numbers obstacle one ones "
    "optimism others outcome outcomes overexpression pace parameter parameters particles "
    "patient patients point points potency potential price problem problems properties "
    "property proportion protein proteins purity quality question questions rat rate rates "
    "rats recipients recommendation recommendations release research residence response "
    "responses result results retention rna role saline score scores side sides significantly "
    "signs silencing situation size sizes stability standard state statement statements "
    "statistically storage studies study surface symptoms them therapy these this those time "
    "times treated treatment trial trials understanding untreated uptake value values vehicle "
    "verdict vesicle vesicles view views volunteers yet yield".split()
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
        if i in taken or u.sign not in _SIGNS or u.voice not in ("right", "left", "noun"):
            continue
        if any(x.clause == clauses[i] for x in made):
            continue
        negated, ended = negation(a, row, clauses, [i], i)
        if ended or (not negated and not _acted(a, row, clauses, i)):
            continue
        if u.voice == "left" or _of_itself(row, i):
            span = _subject(row, clauses, i)
        else:
            if u.voice == "noun" and row[i + 1 : i + 2] and row[i + 1].key not in ("of", "in"):
                continue
            span = _object(row, i + (u.voice == "noun"))
        if span is None:
            continue
        found = _made(a, row, *span)
        out.append(Assertion(found, _SIGNS[u.sign], u.lemma, negated, clauses[i], i))
    return out


def _acted(a: Analysis, row: list[Unit], clauses: list[int], i: int) -> bool:
    """Whether vesicles are the subject of an active verb or the agent of another: "BMSC exosomes
    lessened gill flare", "gill flare receded after BMSC exosomes".
    """
    chosen = row[i].chosen
    if row[i].voice == "left" or _of_itself(row, i):
        if any(u.key in MODAL for u in row[max(0, i - 4) : i]):
            return False  # "this can be resolved by vesicles"
        return _behind(a, row, clauses, i)
    if row[i].voice != "right" or chosen is None or chosen.lemma not in _CHANGES or not i:
        return False
    before = row[i - 1].key
    if before == "to" and row[i - 2].key not in _TENDED:
        return False
    if chosen.form not in ("past", "s") and before not in ("to", "may", "might"):
        return False
    if before in ("which", "that"):
        return False
    first = next(k for k in range(len(row)) if clauses[k] == clauses[i])
    between = row[first:i]
    if any(u.kind in ("gene", "effect") or u.voice in ("right", "left") for u in between):
        return False
    begin, end = row[first].first, row[i].first
    return any(v.kind == "vesicle" and begin <= v.first < end for v in a.soft)


def _of_itself(row: list[Unit], i: int) -> bool:
    """Whether a verb that may stand alone has no object: "gill flare receded after …"."""
    chosen = row[i].chosen
    if chosen is None or chosen.form != "past" or chosen.frame not in ("e", "i"):
        return False
    behind = row[i + 1] if i + 1 < len(row) else None
    return behind is None or (behind.found is None and behind.key in _ENDS)


def _behind(a: Analysis, row: list[Unit], clauses: list[int], i: int) -> bool:
    """Whether vesicles stand behind a predicate as what brought it about."""
    k = i + 1
    while k < len(row) and k - i < 6 and clauses[k] == clauses[i] and row[k].found is None:
        if row[k].key in (",", ";", ".", "and", "(", "neither", "none", "no", "not"):
            return False
        if row[k].key in ("by", "after", "with", "upon", "following"):
            begin = row[k].last
            return any(v.kind == "vesicle" and begin <= v.first < begin + 5 for v in a.soft)
        k += 1
    return False


def _plain(u: Unit) -> bool:
    word = u.found is None and u.word is None and u.key.isalpha()
    return word and len(u.key) > 2 and u.key != "yet"


def _object(row: list[Unit], i: int) -> tuple[int, int] | None:
    """The noun phrase behind a verb, or behind the "of" of a noun."""
    k = i + 1
    while k < len(row) and row[k].found is None and row[k].key in DETERMINERS:
        k += 1
    first = k
    while k < len(row) and (_plain(row[k]) or row[k].key == "of") and row[k].key not in _ENDS:
        k += 1
    if first < k < len(row) and row[k].found is None and row[k].key in _HEADS:
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
    if not aux and not _of_itself(row, i):
        return None
    k = _before_place(row, clauses, k)
    last = k + 1
    if k > 0 and row[k].key in _HEADS and _plain(row[k - 1]):
        k -= 1
    while k >= 0 and clauses[k] == clauses[i] and (_plain(row[k]) or row[k].key == "of"):
        if row[k].key in _ENDS or (row[k].key in DETERMINERS and row[k - 1].key != "of"):
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


def _before_place(row: list[Unit], clauses: list[int], k: int) -> int:
    """The last unit of a subject without the place behind it: "haemosiderin in the synovium"."""
    for j in range(k, max(0, k - 5), -1):
        if clauses[j] != clauses[k] or row[j].found is not None or row[j].word is not None:
            break
        if row[j].key in ("in", "on", "at", "within"):
            return j - 1
        if not (_plain(row[j]) or row[j].key in DETERMINERS):
            break
    return k


def _phrase(row: list[Unit], first: int, last: int) -> tuple[int, int] | None:
    """The units from ``first`` to ``last`` if they may be an outcome."""
    words = [u.key for u in row[first:last] if u.key not in DETERMINERS]
    if not 1 <= len(words) <= _MAX + ("of" in words) or words[0] == "of" or words[-1] == "of":
        return None
    if words[-1].endswith("ly") or words[0] in _LEADS or _BEARERS & set(words):
        return None
    if last < len(row) and row[last].key in ("from", "against"):
        return None  # "spared X from Y": Y is what was changed
    head = words[words.index("of") - 1] if "of" in words else words[-1]
    barred = _NO_OUTCOME - _OF if "of" in words else _NO_OUTCOME
    if words[-1] in _NO_OUTCOME or head in barred or words[-1].endswith("ed"):
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
