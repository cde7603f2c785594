"""Experiments on a target in which what the vesicles did is undone or done again: "overexpression
of PTEN abolished the effect and raised Bax", "knockdown of PTEN mimicked it, with less caspase-3".

They say which way the target goes with the miRNA present, and which way the outcomes go that are
told of the experiment.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.components.assertions import Assertion
from extractor.components.claim import Claim
from extractor.components.discourse import Sentence
from extractor.components.found import Found
from extractor.components.losses import words
from extractor.components.rescues import ANY_DRUG, OF_LOSS

TESTED = "tested"
"""The trigger of a target whose direction an experiment tells."""
_WORDS = (
    "overexpress", "over-express", "reexpress", "re-express", " expression of ", "knock", "silenc",
    "rna", "plet", "delet", "ablat", "inhibit", "agoni", "activat", "restor", "block",
    "recombinant",
    "exogenous", "plasmid", "vector", "construct", "introduc", "replenish", "regulati", "add",
    "si-", "sh-", "deficien", "interference", "transfect", "lentivir", "adeno", "cdna",
    "transgene", "put back", "constitut",
)  # fmt: skip
"""Parts of words of which one stands wherever something is done to a gene."""
_ADJ = (
    r"(?:(?:an?|the|exogenous|recombinant|full-length|human|mouse|wild-type|resistant|endogenous|"
    r"intracellular|specific|selective|small|interfering|adenoviral|lentiviral) )*"
)
_UP = re.compile(
    r"\b(?:(?:over-?expression|re-?expression|re-?introduction|re-?constitution|restoration|"
    r"(?:forced|ectopic|enforced|exogenous) expression|add-?back|replenishment|up-?regulation|"
    r"activation|activators?|agonists?) (?:of|for)|over-?expressing|re-?expressing|restoring|"
    r"re-?introducing|activating|recombinant|exogenous|transfect\w+ with) "
    rf"{_ADJ}$"
)
_UP_BEHIND = re.compile(
    r"(?:,? (?:protein|gene|mrna|cdna))?[- ](?:over-?express(?:ion|ing)|re-?express\w+|"
    r"re-?introduction|plasmids?|vectors?|lentivir\w+|adeno\w+|agonists?|activators?|cdna|"
    r"constructs?|transgene|restoration|add-?back|up-?regulation)\b(?!-)"
    r"| (?:was|were|had been|is) (?:\w+ly )?(?:over-?expressed|re-?expressed|re-?introduced|"
    r"added back|put back)\b"
)
_DOWN = re.compile(
    r"\b(?:(?:knock-?(?:down|out|ing down)|silencing|depletion|deletion|ablation|inhibition|"
    r"blockade|antagonism|inhibitors?|antagonists?|interference|s[ih]-?rnas?) "
    r"(?:of|against|targeting|for|to|with|directed against|specific (?:for|to))|silencing|"
    r"knocking down|inhibiting|blocking|depleting|deleting|antagoni[sz]ing|s[ih]-) ?"
    rf"{_ADJ}$"
)
_DOWN_BEHIND = re.compile(
    r"(?:,? (?:protein|gene|mrna|pathway|signaling))?[- ](?:knock-?(?:down|out)|silencing|"
    r"depletion|deletion|ablation|inhibition|blockade|inhibitors?|antagonists?|s[ih]-?rnas?|"
    r"deficiency)\b(?!-)"
)
_WHEN = re.compile(r"\b(?:when|once|after|if|where) (?:the )?(?:\w+ )?$")
_WAS_DONE = re.compile(
    r" (?:was|were|had been|is) (?:\w+ly )?(?:(?P<up>restored|activated|upregulated)|knocked down|"
    r"silenced|depleted|deleted|inhibited|blocked|antagoni[sz]ed)\b(?! by)"
)
_CUT = re.compile(
    r"; |: |, (?:and|but|while|whereas|although|yet|which|this|these|an? (?:\w+ )?(?:effect|change)"
    r"s? that) | and (?=(?:this|these|both) )|\bthat "
)
_UNDOES = (
    r"(?:abol|abrogat|revers|negat|counteract|cancel|nullif|offset|eliminat|weaken|attenuat|"
    r"blunt|undo|undid|diminish|block|impair|prevent|annul|compromis|antagoni[sz])\w*"
)
_ALIKE = re.compile(
    r"\b(?:mimic|reproduc|recapitulat|phenocop|imitat|replicat|simulat|copied|mirrored|"
    r"resembled|paralleled|(?:similar|same|comparable|equivalent|like) (?:\w+ )?(?:effect|result|"
    r"benefit|outcome|protection|change|phenotype|respons)|(?:just )?as (?:\w+ )?exosomes)"
)
_WHAT = (
    r"(?:effects?|benefits?|protections?|actions?|improvements?|influence|role|efficacy|changes?|"
    r"inhibition|promotion|suppression|reductions?|increases?|decreases?|declines?|rise|fall|drop|"
    r"activation|induction|repression|(?:up|down)-?regulation|polari[sz]ation|advantages?|gains?)"
)
_UNDONE = re.compile(
    rf"\b{_UNDOES} (?:[\w./-]+ ){{0,6}}?{_WHAT}\b|\b{_WHAT}\b[^,;]{{0,90}}?{_UNDOES}"
)
_UNDONE_HERE = re.compile(rf"\b(?:{_UNDOES}|(?:no longer|los[te])\w*)")
"""What is said of an experiment whose outcomes are the vesicles' turned round."""
_BY = re.compile(
    rf"\b(?:{_UNDOES}|lost|rescued|disappeared|mimicked|reproduced|recapitulated|phenocopied) "
    r"(?:\w+ )?(?:by|with|after|upon|following|when|if|once|through|in the presence of|under) "
    r"[^,;]*$"
)
_SHORT = 4
"""Characters of the experiment's own words that the words for an agent may end with: "when"."""
_BY_THEM = re.compile(
    r"(?: [\w-]+){0,3} by (?:the |these |their )?(?:\w+ )?(?:mir-|let-7|exo|s?evs?\b|[\w-]*vesicle|"
    r"[\w-]*exos?\b|microrna)"
)
_WORK = re.compile(r"inhibiti|block|suppress|activat|restor|up-?reg")
_NOTHING = re.compile(r"\bno (?:additional|further|extra|added)\b|\bnothing\b")
_NO_TEST = re.compile(r"\b(?:by|via|through|in|for|with|from) (?:the )?$")
_LOSS = re.compile(
    rf"effects?{OF_LOSS}|\b(?:mir|let)-\S+ (?:inhibit|knock|silenc|deplet|defici)\w*|"
    r"\bantagomirs?\b"
)
_PLAIN_EFFECT = re.compile(
    r"(?<!protective )(?<!inhibitory )(?<!beneficial )(?<!promoting )(?<!stimulatory )"
    r"(?<!suppressive )\b(?:effects?|influence|impact|action|role)\b"
)
_UNDOING = frozenset(
    "abolish abrogate reverse negate counteract cancel nullify offset eliminate weaken attenuate "
    "blunt undo diminish block impair prevent annul compromise antagonize rescue restore".split()
)
_RETURNS = frozenset(
    "restore reinstate reestablish re-establish recover rescue return revive bring".split()
)
_DONORS = frozenset("mscs bmscs adscs msc donor donors parent parental stem stromal source".split())
_BOUND = frozenset("target bind interact".split())
_GOVERNS = re.compile(rf"\b{_UNDOES} (?:(?!and|but|or)[\w-]+ ){{0,3}}$")
_NEAR = 70
"""Characters before a gene in which the words for what is done to it are looked for."""


@dataclass(slots=True)
class TargetTest:
    """An experiment on a target: what is done to it, and whether the outcome is as with the
    vesicles (``way`` +1) or the opposite (-1).
    """

    gene: Found
    put: int
    way: int
    first: int
    """Token from which the sentence tells of it."""
    known: bool = False
    """Whether the vesicles or the miRNA were told to lower it: the outcomes are the miRNA's too."""
    apart: bool = True
    """Whether it can be no work of the vesicles ("knockdown of X"; not "inhibition of X")."""


def done_to(s: Sentence, f: Found) -> tuple[int, int]:
    """What an experimenter does to a gene, +1, -1 or 0, and the offset in the sentence at which
    that begins.
    """
    text = words(s)
    at, end = f.mention.start - s.start, f.mention.end - s.start
    near = text[max(0, at - _NEAR) : end + _NEAR]
    if not any(w in near for w in _WORDS):
        return 0, at
    for put, before, behind in ((1, _UP, _UP_BEHIND), (-1, _DOWN, _DOWN_BEHIND)):
        cue = before.search(text, max(0, at - _NEAR), at)
        if cue is not None:
            return put, cue.start()
        if behind.match(text, end):
            return put, at
    done = _WAS_DONE.match(text, end)
    when = _WHEN.search(text, max(0, at - _NEAR), at) if done else None
    if done is not None and when is not None:
        return 1 if done["up"] else -1, when.start()
    return 0, at


def lowered_by_mirna(rows: Iterable[Sentence]) -> set[str]:
    """Labels of the genes that a miRNA is said to target or to lower."""
    out = set()
    for s in rows:
        if not s.of("mirna"):
            continue
        for x in s.assertions:
            if x.found.kind == "gene" and (
                x.sign < 0 or (not x.sign and x.trigger in _BOUND)
            ) and not x.negated and not done_to(s, x.found)[0]:  # fmt: skip
                out.add(x.found.mention.label)
    return out


def target_test(s: Sentence, told: dict[str, int]) -> TargetTest | None:
    """The experiment on a target that a sentence tells of, if any.

    Args:
        s: The sentence.
        told: Which way the vesicles or the miRNA are told to move genes, by label.
    """
    genes = s.of("gene")
    text = words(s) if genes else ""
    if not any(w in text for w in _WORDS):
        return None
    for f in genes:
        label = f.mention.label
        put, at = done_to(s, f) if label not in s.held else (0, 0)
        if not put or _DONORS & set(s.analysis.tokens.keys[f.last : f.last + 5]):
            continue
        cut = max((m.end() for m in _CUT.finditer(text, 0, at)), default=0)
        passive = _BY.search(text, cut, at + _SHORT) is not None
        if not passive and (_NO_TEST.search(text, cut, at) or _acting(s, cut, at)):
            continue
        if _BY_THEM.match(text, f.mention.end - s.start) or _NOTHING.search(text, cut):
            continue
        known = told.get(label, 0)
        way = put * known or _way(text, cut)
        if not way:
            continue
        starts = s.analysis.tokens.starts
        first = bisect_left(starts, cut + s.start - s.analysis.offset, s.first, s.last)
        return TargetTest(f, put, way, first, known < 0, not _WORK.match(text, at))
    return None


def _acting(s: Sentence, start: int, end: int) -> bool:
    """Whether something acts between two offsets of the sentence: a verb stands there, or a miRNA
    or vesicles in no phrase of their own before a comma.
    """
    text = words(s)
    tokens, offset = s.analysis.tokens, s.start - s.analysis.offset
    first = bisect_left(tokens.starts, start + offset, s.first, s.last)
    last = bisect_left(tokens.starts, end + offset, s.first, s.last)
    if any(first <= u.first < last and u.voice in ("left", "right") for u in s.row):
        return True
    for kind in ("mirna", "source", "vesicle"):
        for f in s.of(kind):
            at = f.mention.start - s.start
            if start <= at < end and "," not in text[at:end]:
                return True
    return False


def _way(text: str, cut: int) -> int:
    """Whether an experiment undoes what was told (-1) or does it again (+1), by the verb alone."""
    if _ALIKE.search(text, cut):
        return 1
    if _UNDONE.search(text, cut):
        return 1 if _LOSS.search(text, cut) else -1
    return 0


def _taken_alone(s: Sentence, x: Assertion) -> bool:
    """Whether a change was read without what undid it: "cancelled the M2 shift" as the shift."""
    verb, f = s.row[x.at], x.found
    if verb.voice == "noun":
        own = verb.sign == ("+" if x.sign > 0 else "-")
    else:
        own = not verb.voice and f.facts.get("sign") == x.sign
    at = s.analysis.tokens.starts[min(verb.first, f.first)] + s.analysis.offset - s.start
    return own and _GOVERNS.search(words(s), max(0, at - _NEAR), at) is not None


def tested(s: Sentence, test: TargetTest, mirnas: tuple[str, ...]) -> list[Claim]:
    """What an experiment on a target says of the target and of the outcomes.

    Args:
        s: The sentence.
        test: The experiment.
        mirnas: The miRNAs that the study was about last.
    """
    at = next((i for i, u in enumerate(s.row) if u.found is test.gene), 0)
    found = Assertion(test.gene, test.put * test.way, TESTED, False, s.clauses[at], at)
    out = [Claim(s, found, found.sign, "asserted", mirnas, test.known)]
    if test.way < 0 and not _UNDONE_HERE.search(words(s)):
        return out
    plain = _PLAIN_EFFECT.search(words(s)) is not None
    for x in s.assertions:
        f, verb = x.found, s.row[x.at]
        if (
            f.kind not in ("gene", "effect") or not x.sign
            or f.mention.label == test.gene.mention.label
            or max(f.first, verb.first) < test.first or x.unchanged
            or (f.entry is not None and f.entry.flags & {"vague", "readout", "assay", "generic"})
            or ANY_DRUG.fullmatch(f.mention.text.lower())
            or (plain and verb.lemma in _UNDOING and x.trigger == verb.lemma and not (
                f.facts.get("prefixed")) and verb.lemma not in _RETURNS)
        ):  # fmt: skip
            continue
        sign = x.sign * test.way
        if test.way < 0:
            back = verb.sign == ">" and verb.lemma in _RETURNS and x.sign < 0
            # "cancelled the M2 shift" was read as the shift alone
            sign = x.sign if x.negated or back or _taken_alone(s, x) else sign
        elif x.negated:
            continue
        out.append(Claim(s, x, sign, "asserted", mirnas, test.known))
    return out
