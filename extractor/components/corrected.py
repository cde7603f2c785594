"""What an insult had changed and the vesicles put right: "LPS raised X, which the exosomes
prevented", "IL-1β lowered Y. The exosomes brought it back to normal."

The change that the insult made is no result; its undoing is, the other way round.
"""

from __future__ import annotations

from dataclasses import replace

from extractor.components.assertions import Assertion
from extractor.components.comparisons import NUMBERS
from extractor.components.discourse import Sentence
from extractor.components.found import Found
from extractor.components.lazily import lazily
from extractor.components.losses import loss_tokens, words
from extractor.components.not_results import INSULTS
from extractor.components.undone import all_undone_here, change_undone, what_changed

_HARMS = INSULTS | frozenset(
    "anoxia reoxygenation uv uvb endotoxin deprivation tetrachloride glucose palmitate h2o2 "
    "peroxide glutamate silica oxldl amyloid insult lesion operation stress inducer model "
    "stimulus stimulation exposure dexamethasone hydroperoxide nicotine tunicamycin rankl".split()
)
"""What injures animals, and what injures cells in culture besides."""
_INDUCERS = frozenset("IL1B TNF TGFB1 TGFB2 IFNG IL6 PDGFB TNFSF11 IL17A LPS".split())
_PASSIVE = frozenset("in after under with during upon following on by from against".split())
_BEFORE_VERB = 12
"""Units that a subject that does harm may have."""
_JOINTS = frozenset((",", ";", ":", "and", "but", "whereas", "while", "yet", "though", "although"))
_UNDO = (
    r"(?:prevent|blunt|halv|attenuat|revers|abol|abrogat|block|limit|curb|damp|counter|diminish|"
    r"lessen|mitigat|oppos|avert|correct|undone|undid|weaken|restrain|cancel|nullif|negat|eliminat|"
    r"normal|halt|stop|arrest|minimi|temper|moderat|alleviat|ameliorat|offset|eras|restor|rescu|"
    r"recover|reliev|overc|annul|inhibit|suppress|reduc|antagoni|protect)"
)
_PUT_RIGHT = lazily(
    rf"\b{_UNDO}|\bback (?:to|down|up)\b|\bto (?:normal|baseline|control)\b|"
    r"\b(?:close|near|nearer) to (?:normal|baseline|control)|\bnear-?normal\b|"
    r"\b(?:stay|remain|kept|hold|held)\w* (?:\w+ )?(?:low|high|normal|stable|unchanged|"
    r"at (?:the )?(?:normal|control|baseline)|as in)|"
    r"\bno such\b|\bnot (?:the case|so) (?:in|with|when|if)|"
    r"\bbut not (?:in|with|when|after|if|under)\b|"
    r"\bnot (?:when|if|in the presence|after)\b|\bno longer\b|\bless so\b|\breturned\b|"
    r"\b(?:was|were) (?:absent|not seen|milder|smaller|weaker|less) (?:with|in|after|when)"
)
_DENIED = lazily(
    rf"\b(?:did not|could not|failed to|unable to|neither|nor|hardly|without|not) (?:\w+ )?{_UNDO}|"
    r"\bno (?:effect|influence|benefit)"
)
_TAKEN_UP = lazily(
    r"\b(?:it|them|this|that|these|those|both|its|their|such|the (?:\w+ )?(?:increases?|"
    r"decreases?|rise|fall|drop|decline|change|changes|effect|effects|reduction|loss|elevation|"
    r"induction|shift))\b"
)


def opening_insult(s: Sentence) -> int:
    """The unit of the verb that says what an insult, the subject of the sentence, changed; -1 if
    the sentence does not open with one.
    """
    near = s.analysis.tokens.keys[s.first : s.first + 3 * _BEFORE_VERB]
    if _HARMS.isdisjoint(near) and "h" not in near and not s.of("gene"):
        return -1
    for k, u in enumerate(s.row[: _BEFORE_VERB + 1]):
        if u.found is None and u.key in (";", ":", "that", "which", "who"):
            return -1
        if u.voice == "left":
            return -1
        if u.voice != "right" or u.chosen is None:
            continue
        if k == 0 or u.chosen.form not in ("past", "s") or u.sign not in ("+", "-", "<"):
            return -1
        keys = s.analysis.tokens.keys[s.first : u.first]
        opens = s.first
        if "," in keys:  # "in streptozotocin-treated rats, injections lowered X"
            opens = u.first - keys[::-1].index(",")
            keys = keys[opens - s.first :] or [","]
        named = [v.found for v in s.row[:k] if v.found is not None and v.first >= opens]
        harm = _HARMS & set(keys) or any(f.mention.label in _INDUCERS for f in named)
        harm = harm or "h2o2" in "".join(keys)  # four tokens
        if not harm or keys[0] in _PASSIVE or {"not", "no", "against"} & set(keys):
            return -1
        acts = (*s.of("vesicle"), *s.of("source"), *s.of("mirna"), *s.of("cargo"))
        if any(f.first < u.first for f in acts) or any(_is_outcome(f) for f in named):
            return -1
        return k
    return -1


def _is_outcome(f: Found) -> bool:
    """Whether a name is an outcome and no insult: "hypoxia" is both in the lexicon of effects."""
    return f.kind == "effect" and f.mention.text.lower() not in _HARMS


def of_insult(s: Sentence) -> tuple[list[Assertion], int]:
    """What the insult that opens a sentence changed, and the token at which the part begins that
    tells of vesicles (the sentence's end if none does).
    """
    verb = opening_insult(s)
    if verb < 0:
        return [], s.last
    acts = [f.first for kind in ("vesicle", "mirna", "source") for f in s.of(kind)]
    cut = s.last
    if acts:
        keys = s.analysis.tokens.keys
        joints = [i for i in range(s.row[verb].last, min(acts)) if keys[i] in _JOINTS]
        if not joints:
            return [], s.last  # "hypoxia raised miR-x in exosomes"
        cut = joints[-1]
        if keys[cut] == "and" and joints[:-1] and keys[joints[-2]] == ",":
            cut = joints[-2]
    told = [
        x for x in s.assertions
        if x.sign and not x.negated and x.found.kind in ("gene", "effect")
        and x.at >= verb and x.found.first < cut and s.row[x.at].first < cut
    ]  # fmt: skip
    return told, cut


_SUFFERED = frozenset("after upon following with under by in on during".split())
_IN_MODEL = lazily(
    r"^in (?:the |all )?(?:model|untreated|injured|diseased|vehicle|saline|control|sham-treated|"
    r"vehicle-treated|untreated [\w-]+) (?:group|animals|mice|rats|cells)\b"
)


def _suffered(s: Sentence) -> tuple[list[Assertion], int]:
    """What rose or fell after an insult, with the token at which the vesicles' part begins: "X rose
    after LPS; with the exosomes it stayed low".
    """
    keys = s.analysis.tokens.keys
    acts = [f.first for kind in ("vesicle", "mirna") for f in s.of(kind)]
    joints = [i for i in range(s.first + 1, min(acts, default=s.first)) if keys[i] in _JOINTS]
    if not joints:
        return [], s.last
    cut = joints[-1]
    told = [
        x for x in s.assertions
        if x.sign and not x.negated and x.found.kind in ("gene", "effect")
        and s.row[x.at].voice == "left" and x.found.first < cut and s.row[x.at].first < cut
        and x.trigger != NUMBERS  # read the other way round already
    ]  # fmt: skip
    if not told:
        return [], s.last
    behind = keys[s.row[told[-1].at].last : cut]
    named = [f for f in s.of("gene") if s.row[told[-1].at].last <= f.first < cut]
    harm = _HARMS & set(behind) or any(f.mention.label in _INDUCERS for f in named)
    if (harm and _SUFFERED & set(behind)) or _IN_MODEL.match(words(s)):
        return told, cut
    return [], s.last


def _first_verb(s: Sentence) -> list[Assertion]:
    """What a first verb tells of the disease where a second one tells of vesicles: "X was lowered
    in colitis and restored by the exosomes".
    """
    keys = s.analysis.tokens.keys
    acts = [f.first for kind in ("vesicle", "mirna") for f in s.of(kind)]
    out: list[Assertion] = []
    for x in s.assertions:
        verb = s.row[x.at]
        told = verb.voice == "left" and x.sign and not x.negated and x.trigger != NUMBERS
        if not told or x.found.first > verb.first:
            continue
        later = next((u for u in s.row[x.at + 1 :] if u.voice in ("left", "right")), None)
        if later is None or later.voice != "left" or keys[later.first - 1] not in ("and", "but"):
            continue
        between = keys[verb.last : later.first]
        sick = any(f.kind == "disease" and verb.last <= f.first < later.first for f in s.found)
        placed = between[:1] in (["in"], ["after"], ["by"], ["during"]) and ";" not in between
        if not placed or not (sick or _HARMS & set(between)) or not any(
            later.last <= a for a in acts
        ) or any(a < later.first for a in acts):  # fmt: skip
            continue
        undoes = later.sign in (">", "<") or {verb.sign, later.sign} == {"+", "-"}
        if undoes and x.found.kind in ("gene", "effect"):
            out.append(x)
    return out


def kept_back(s: Sentence, x: Assertion) -> bool:
    """Whether an insult is said to change something no more in the presence of vesicles: "with the
    exosomes, LPS no longer raised X".
    """
    if not x.negated or not x.sign or s.row[x.at].voice != "right" or not s.of("vesicle"):
        return False
    keys, verb = s.analysis.tokens.keys, s.row[x.at].first
    opens = max((i + 1 for i in range(s.first, verb) if keys[i] in _JOINTS), default=s.first)
    subject = keys[opens:verb]
    named = [f for f in s.of("gene") if opens <= f.first < verb]
    harm = _HARMS & set(subject) or any(f.mention.label in _INDUCERS for f in named)
    acts = [f for kind in ("vesicle", "mirna", "source") for f in s.of(kind)]
    return bool(harm) and not any(opens <= f.first < verb for f in acts)


def corrected_here(s: Sentence) -> list[Assertion]:
    """What an insult changed and the vesicles of the same sentence put right."""
    told, cut = of_insult(s)
    if not told and s.of("vesicle"):
        first = _first_verb(s)
        if first and not loss_tokens(s):
            return first
        told, cut = _suffered(s)
    if not told or cut == s.last or loss_tokens(s):
        return []
    if any(f.first >= cut for kind in ("gene", "effect") for f in s.of(kind)):
        return []  # something else is told of the vesicles
    text = words(s)[s.analysis.tokens.starts[cut] + s.analysis.offset - s.start :]
    return told if _PUT_RIGHT.search(text) and not _DENIED.search(text) else []


def corrected_before(
    s: Sentence, before: Sentence | None, model: list[Assertion]
) -> list[Assertion]:
    """What an insult changed in the sentence before and the vesicles of this one put right."""
    if before is None or not s.of("vesicle") or opening_insult(before) < 0 or loss_tokens(s):
        return []
    if s.of("gene") or s.of("effect"):
        return []
    text = words(s)
    if not (_PUT_RIGHT.search(text) and _TAKEN_UP.search(text)) or _DENIED.search(text):
        return []
    return [x for x in model if before.start <= x.found.mention.start < before.end]


def taken_up(s: Sentence, x: Assertion) -> Assertion:
    """An assertion of an earlier sentence as one of this, which takes it up."""
    if x.found.mention.start >= s.start:
        return x
    return replace(x, at=len(s.row) - 1, clause=s.clauses[-1])


def undone_here(
    s: Sentence, before: Sentence | None, model: list[Assertion]
) -> list[Assertion]:
    """What the disease had changed and the vesicles of a sentence are said to have undone."""
    told = change_undone(s)
    undone = what_changed(s, before, model, *told) if told is not None else all_undone_here(s)
    return undone or corrected_here(s) or corrected_before(s, before, model)
