"""Sentences that undo an effect of the vesicles otherwise than by taking their cargo away: a target
put back, a pathway blocked, a drug or an antibody given. They confirm what was told.
"""

from __future__ import annotations

import re

from extractor.components.discourse import Sentence
from extractor.components.lazily import lazily
from extractor.components.losses import loss_tokens, words
from extractor.components.words import BE, holds

_RESCUE = lazily(
    r"\b(?:abolish|abrogat|revers|negat|counteract|blunt|cancel|nullif|wiped out|took away|"
    r"takes away|undid|undo|offset|annul|overr|eliminat|neutrali[sz]|lost\b|restor|weaken|"
    r"re-?establish|re-?instat|(?:brought|brings|bring|came|comes) back\b|returned|"
    r"attenuat|partly|partially|removed|prevent|block|diminish|impair|no longer|compromis|"
    r"erod|disappear|antagoni[sz]|hinder|suppress|reduc|mitigat)"
)
_RESCUED_BY = lazily(
    r"\b(?:was|were|been|be|is|are) [^,;]{0,30}?\b(?:abolish|abrogat|revers|negat|counteract|blunt|"
    r"cancel|nullif|offset|annul|overr|eliminat|lost\b)[^,;]*\bby\b"
)
_CLOSE = 160
"""Characters before a gene in which a passive that it undoes is looked for."""
_DONOR_CELLS = frozenset("cells mscs donors cell".split())
_RESCUED = lazily(
    r"\b(?:effects?|benefits?|protections?|actions?|advantage|improvements?|influence|gains?|"
    r"phenotype|role|function|efficacy|results?|changes?|shift|inhibition|promotion|"
    r"suppression|reduction|increase|decrease|difference|response|drop|fall|decline|rise|"
    r"activation|induction|stimulation|repression|(?:up|down)-?regulation|polari[sz]ation)\b"
)
_PUT_BACK = frozenset(
    "overexpression overexpressed overexpressing expression re-expression reexpression "
    "ectopic restoring restoration reintroduction reintroducing reconstitution activator "
    "agonist recombinant lentiviral forced exogenous constitutively restored activation "
    "overexpress re-expressing reexpressing construct constructs plasmid plasmids vector "
    "adenovirus".split()
)


_DRUG = (
    r"(?:inhibitors?|antagonists?|blockers?|receptor blockade|antibod(?:y|ies)|antiserum|"
    r"ly ?294002|wortmannin|rapamycin|3-?ma|chloroquine|bafilomycin|ex-?527|compound c|ag-?490|"
    r"sb-?\d{6}|u0126|pd-?98059|sp-?600125|gw9662|gw6471|znpp|xav-?939|dkk-?1|noggin|dorsomorphin|"
    r"ldn-?193189|dapt|ml-?385|brusatol|sp-?141|stattic|verteporfin|tak-?242|bevacizumab|"
    r"sc-?79|colivelin|nigericin|anisomycin|740 ?y-?p|licl|lithium chloride|aicar)"
)
ANY_DRUG = lazily(_DRUG)
_DRUG_SIGNS = (
    "inhibitor", "antagonist", "blocker", "blockade", "antibod", "antiserum", "294002",
    "wortmannin", "rapamycin", "3-ma", "3ma", "chloroquine", "bafilomycin", "527", "compound c",
    "490", "sb", "u0126", "98059", "600125", "gw9662", "gw6471", "znpp", "939", "dkk", "noggin",
    "dorsomorphin", "193189", "dapt", "385", "brusatol", "141", "stattic", "verteporfin", "242",
    "bevacizumab", "79", "colivelin", "nigericin", "anisomycin", "740", "licl", "lithium", "aicar",
)  # fmt: skip
"""One of these stands wherever ``ANY_DRUG`` matches."""
_ENDS = (
    r"(?:abolish|abrogat|revers|negat|counteract|blunt|cancel|eliminat|weaken|attenuat|prevent|"
    r"block|diminish|impair|suppress|reduc|remov|annul|nullif|undo|undid|undone|offset)\w*"
)
_BY_DRUG = lazily(
    rf"(?:^|; |, (?:and|but|yet) (?=(?:an?|the|its|their) ))"
    rf"(?:(?!exosom|vesicle|\bevs?\b|;|, and ).){{0,60}}\b{_DRUG}\b[^,;.]{{0,60}}?\b{_ENDS}"
    rf"|\b{_ENDS} (?:\w+ )?by [^,;.]{{0,50}}?{_DRUG}\b"
)


_FAILS = (
    r"(?:(?:did|was|were|could|had) not|no longer|not seen|absent|fail\w*|lost|unable|ineffective|"
    r"without effect|unchanged|as (?:high|low|many|few|much|marked|severe|poor) as|disappear\w*|"
    r"remained|neither|no (?:\w+ )?(?:effect|benefit|change|improvement|rise|fall|reduction))"
)
_TELLS_OF_FAILING = lazily(rf"\b{_FAILS}\b")
_FAILURES = (
    "not", "no ", "absent", "fail", "lost", "unable", "ineffective", "without effect", "unchanged",
    "as ", "disappear", "remained", "neither",
)  # fmt: skip
_UNDER_DRUG = lazily(
    rf"(?:^with|^under|^given|\bin the presence of|\bafter (?:addition|administration) of|"
    rf"\b(?:once|when|if|after)) (?:an? |the )?(?:[\w-]+ )?{_DRUG}\b"
)
_KNOCKED_OUT = lazily(
    r"\W{0,2}(?:null|deficient|deleted|knock-?out|ko|\W?/\W?|less) (?:[\w-]+ )?(?:mice|rats|"
    r"animals|recipients|hosts|littermates|cells|neurons|macrophages|fibroblasts|chondrocytes)\b"
)


def under_block(s: Sentence, told: set[str]) -> bool:
    """Whether nothing happened where a target told of before was blocked or wanting: "in Nrf2-null
    mice oxidative stress did not fall". It confirms that the target is needed.
    """
    text = words(s)
    fails = holds(text, _FAILURES) and _TELLS_OF_FAILING.search(text) is not None
    if not fails or loss_tokens(s):
        return False
    return _UNDER_DRUG.search(text) is not None or any(
        f.mention.label in told and _KNOCKED_OUT.match(text, f.mention.end - s.start)
        for f in s.of("gene")
    )


_GIVEN_BACK = (
    r"(?:over-?express\w+|re-?express\w+|(?:forced|ectopic|enforced) expression|"
    r"re-?introduction|restoration|plasmids?|vectors?)"
)
_WHICH_BY_DRUG = lazily(
    rf"[,;] (?:and )?(?:(?:which|this(?: effect| change)?|both(?: of which| effects)?|all of which|"
    rf"an effect that|these effects|these changes|the effects?) (?:was|were|could be)|an? (?:\w+ )?"
    rf"(?:effect|change|benefit|action|gain)(?: that was)?) "
    rf"(?:\w+ )?(?:{_ENDS}|lost|gone|no longer seen) (?:by|when|after|once|if|with|upon) "
    rf"[^,;.]{{0,50}}?(?:{_DRUG}|{_GIVEN_BACK})\b"
)


def _aside(text: str) -> re.Match[str] | None:
    """The part of a sentence that only says by what the effect told before it was undone."""
    may = " by " in text or " when " in text or " after " in text or " lost " in text
    return _WHICH_BY_DRUG.search(text) if may else None


_BY_ITS_RETURN = lazily(
    rf"(?:^|; |, (?:and|but|yet) |: )(?:its|their) (?:re-?expression|over-?expression|forced "
    rf"expression|re-?introduction|re-?constitution|return|rescue)\b[^,;.]{{0,40}}?\b{_ENDS}"
)


def undone_by_drug(s: Sentence) -> int:
    """Token from which a drug, an antibody or a target that is put back ("its re-expression undid
    the gain") undoes an effect of the vesicles, or the sentence's
    end: what is told from there on is nothing new.
    """
    text = words(s)
    aside = _aside(text)
    if aside is not None and not loss_tokens(s):
        starts, at = s.analysis.tokens.starts, aside.start() + s.start - s.analysis.offset
        return next((i for i in range(s.first, s.last) if starts[i] >= at), s.last)
    met = _BY_DRUG.search(text) if holds(text, _DRUG_SIGNS) and ANY_DRUG.search(text) else None
    if met is None and ("its " in text or "their " in text):
        met = _BY_ITS_RETURN.search(text)
    if met is None or not _RESCUED.search(text, met.start()) or loss_tokens(s):
        return s.last
    if met.start() == 0 or text[met.start()] not in ";,":
        return s.first
    starts = s.analysis.tokens.starts
    at = met.start() + s.start - s.analysis.offset
    return next(i for i in range(s.first, s.last) if starts[i] >= at)


_BLOCKED = lazily(
    r"^(?:(?:in contrast|conversely|moreover|finally|furthermore), )?(?:the )?"
    r"(?:(?:pharmacological|pharmacologic|chemical|selective|specific) )?"
    r"(?:inhibition|blockade|blocking|antagonism) of "
)


OF_LOSS = (
    r" of (?:the )?(?:(?:mir|let)\S* |its |this )?(?:inhibitors?|inhibition|antagomirs?|knock\w*|"
    r"silenc\w*|deplet\w*|loss)\b"
)
"""What stands behind "the effect" where a loss is meant, not the vesicles."""
_LOSSES = ("inhibit", "antagomir", "knock", "silenc", "deplet", "loss")
_UNDOES_LOSS = lazily(
    r"\b(?:revers|rescu|abolish|abrogat|counteract|offset|cancel|attenuat|weaken|mitigat|blunt|"
    rf"eliminat|negat|nullif)\w* (?:\w+ ){{0,2}}?(?:effects?|influence|action|impact){OF_LOSS}"
)


_WHEN_BACK = lazily(
    r"\b(?:when|once|after|if) (?:(?!exosom|vesicle)[\w'-]+,? ){1,9}?(?:was|were|had been|is) "
    r"(?:\w+ly )?(?:restored|over-?expressed|re-?introduced|re-?expressed|re-?activated|"
    r"added back|put back|forced|introduced|expressed (?:from|by|off))\b"
)
_BACK = ("restored", "expressed", "introduced", "activated", "added back", "put back", "forced")
"""Of these one stands in every text in which ``_WHEN_BACK`` matches, found faster."""
_UNDONE_AGAIN = lazily(
    r"\b(?:effects?|benefits?|protections?|actions?|gains?|improvements?|changes|reduction|"
    r"advantages?|superiority|increase|decrease|rise|fall|drop|decline)\b[^.;]{0,40}\b"
    r"(?:abolish|abrogat|lost|revers|negat|cancel|wiped out|nullif|blunt|disappear|vanish|annul|"
    r"counteract|undone)"
    r"|\bas before\b|\bonce more\b|\b(?:came|comes|come) back\b|\breturned\b|\bre-?appeared\b"
    r"|\b(?:lost|lose) (?:its|their|the|all|most of (?:its|their)) (?:\w+ )?(?:effects?|influence|"
    r"power|action|activity|efficacy)\b|\bno longer\b|\bwithout (?:any )?(?:effect|influence)\b"
)


_LETS = lazily(
    r"\b(?:let|lets|allow\w*|enabl\w*|permitt?\w*|made|makes|caus\w+|render\w*) [^.;]*\bagain\b"
    r"|\b(?:resumed|resumes|took up again|went back to|go back to)\b"
)
_OPENS_NEAR = 7


def _lets_again(s: Sentence, text: str) -> bool:
    """Whether a target put back lets something happen again: "restoring X let the cells grow
    again".
    """
    keys = s.analysis.tokens.keys
    may = " again" in text or "resum" in text or " back to" in text
    return may and _LETS.search(text) is not None and any(
        f.first - s.first < _OPENS_NEAR
        and _PUT_BACK & {*keys[s.first : f.first], *keys[f.last : f.last + 2]}
        and not any(m.first < f.first for m in s.of("mirna"))
        for f in s.of("gene")
    )


_AT_HEAD = 6
"""Tokens at the head of a sentence within which a target may be named as what was given."""
_BY_MEANS = lazily(r" (?:through|via|by means of) [^,;]{0,60}$")


def _by_vesicles(s: Sentence, text: str, by: int, at: int) -> bool:
    """Whether the agent of a passive, told from ``by`` on, is the vesicles or their molecule, and
    the gene at ``at`` only their means.
    """
    if not _BY_MEANS.search(text[max(0, by - 3) : at]):
        return False
    return any(
        by <= o.mention.start - s.start < at
        for kind in ("vesicle", "source", "mirna")
        for o in s.of(kind)
    )


_PARTS = frozenset(", ; : while whereas but whilst although".split())


def _before_target(s: Sentence, keys: list[str], at: int) -> list[str]:
    """The words before a target that may tell that it was put back, those of an outcome's name
    ("microglial activation, while X …") and of another clause left aside.
    """
    begin = max(s.first, at - 4)
    begin = max([begin, *(i + 1 for i in range(begin, at) if keys[i] in _PARTS)])
    named = {i for e in s.of("effect") for i in range(e.first, e.last)}
    return [keys[i] for i in range(begin, at) if i not in named]


def is_rescue(s: Sentence) -> bool:
    """Whether the sentence undoes an effect by putting a target back ("TLR4 overexpression
    abolished the effect"): it confirms what was said and states nothing new.
    """
    keys = s.analysis.tokens.keys
    aside = _aside(words(s))
    if aside is not None and not loss_tokens(s) and any(
        x.sign and x.found.mention.start < s.start + aside.start() for x in s.assertions
    ):
        return False  # "lowered X, which was reversed by overexpression of Y"
    verb = next(
        (
            u.first
            for u in s.row
            if u.chosen is not None
            and (u.voice in ("right", "left"))
            and u.chosen.sign in "-><"
            and u.chosen.form != "ing"
        ),
        None,
    )
    text = words(s)
    back = _WHEN_BACK.search(text) if holds(text, _BACK) else None
    if back is not None and _UNDONE_AGAIN.search(text) and not any(
        back.start() <= m.mention.start - s.start < back.end() for m in s.of("mirna")
    ):  # fmt: skip
        return True
    if _lets_again(s, text):
        return True
    if holds(text, _LOSSES) and _UNDOES_LOSS.search(text):
        return True  # "silencing X reversed the effect of the inhibitor" confirms the loss
    if _BLOCKED.match(text) and (_RESCUE.search(text) or "sensiti" in text):
        blocked = next((g for g in s.of("gene") if g.first - s.first < 7), None)
        if blocked is not None and not any(m.first < blocked.first for m in s.of("mirna")):
            return True
    returns = verb is not None or " back " in text or _RESCUED.search(text)
    if not returns or not _RESCUE.search(text):
        return False
    for f in s.of("gene"):
        near = _before_target(s, keys, f.first) + keys[f.last : f.last + 2]
        near += keys[f.last + 2 : f.last + 3] if near[-2:] == ["re", "-"] else []
        cue = any(k in _PUT_BACK and k != "expression" for k in near) or (
            "expression" in near and any(k in ("re", "forced", "ectopic", "enforced") for k in near)
        )
        at = f.mention.start - s.start
        undone = _RESCUED_BY.search(text[max(0, at - _CLOSE) : at])
        if undone is not None and _by_vesicles(s, text, max(0, at - _CLOSE) + undone.end(), at):
            continue  # "was blunted by the exosomes through activation of X"
        passive = undone is not None
        activation = "activation" in (*keys[f.last : f.last + 1], keys[f.first - 2])
        told = f.last <= (verb or 0) < f.last + 4 and not BE.isdisjoint(keys[f.last : verb])
        if cue and told and (activation or keys[verb or 0] in _PUT_BACK):
            continue  # "X was restored", "X activation was blocked" is what happened
        if not cue or (verb is not None and f.first > verb and not passive):
            continue
        if verb is None and f.first - s.first > _AT_HEAD and {"by", "with"} & set(
            keys[f.first - 4 : f.first]
        ):
            continue  # "function improved, accompanied by activation of X and suppression of Y"
        if not (passive or _RESCUE.search(text, at)):
            continue  # "Y fell by activation of X" tells what happened
        if "overexpressing" in near and _DONOR_CELLS & set(keys[f.last : f.last + 4]):
            continue
        if any(
            (abs(o.first - f.last) < 6 or abs(f.first - o.last) < 6)
            and not f.last <= (verb or 0) < o.first  # "X reversed the effect of the vesicles"
            for kind in ("source", "vesicle", "mirna")
            for o in s.of(kind)
        ):
            continue
        verb_at = verb if verb is not None else f.last
        later = [i for i in loss_tokens(s) if i > verb_at]
        return not any(
            keys[i] in ("while", "whereas", ";") and any(i < t for t in later)
            for i in range(verb_at, s.last)
        )
    return False
