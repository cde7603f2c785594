"""What part a mention of a disease plays in its sentence: what was modelled, the donors' disease,
a cell line's origin, something still in doubt.
"""

from __future__ import annotations

import re
from itertools import dropwhile

from extractor.components.discourse import Sentence
from extractor.components.drug_response import DRUG
from extractor.components.found import Found
from extractor.components.lazily import lazily
from extractor.components.losses import words


def without_scratches(s: Sentence, named: list[Found]) -> list[Found]:
    """Diseases without the wound that is but a scratch among tumour cells in a dish, and without
    what a drug does to other organs: "wound closure of SKOV3 cells", "cisplatin-treated A549".
    """
    told = s.of("cell") if named else []
    if not told:
        return named
    cells = [c.entry for c in told if c.entry is not None]
    if not any("tumor" in c.flags for c in cells):
        return named
    doubted = [f for f in named if f.mention.label == "skin wound" or _by_drug(f)]
    only = all("tumor" in c.flags for c in cells) and not s.of("organism")
    return [
        f for f in named if f not in doubted or not (only or f.mention.label == "skin wound")
    ]


def _by_drug(f: Found) -> bool:
    return bool(f.facts.get("model")) and any(
        DRUG.match(word) for word in re.split(r"[ -]", f.mention.text)
    )


_GIVERS = frozenset("donor donors women men individuals subjects volunteers".split())


_TREATED_WITH = frozenset(
    ", ; : . ( with using by via through after and but or when while under upon given giving "
    "receive receives receiving received got obtained took had was were treated injected "
    "administered infused exposed once if where whereas as than to because since following "
    "plus".split()
)
"""Words that part a disease from the cells named next, which are then not of those who bear it."""


def of_donors(s: Sentence, f: Found) -> bool:
    """Whether the disease is that of the cells' donors: "obese adipose stromal cells"."""
    keys = s.analysis.tokens.keys
    if any(f.last <= x.first <= f.last + 1 for x in s.of("source")):
        if keys[f.last - 1] in _TREATED_PARTS and "in" in keys[max(s.first, f.first - 3) : f.first]:
            return False  # "in alkali-burned corneas MSC exosomes lowered …"
        if _opens_with(keys, s.first, f):
            return False  # "In mice with psoriasis MSC exosomes lowered …"
        return not _TREATED_WITH & set(keys[f.last : f.last + 1])
    if f.facts.get("model") and _prepared(s, f):
        return True
    return bool(_GIVERS & set(keys[f.last : f.last + 3])) and bool(
        {"from", "of"} & set(keys[max(s.first, f.first - 3) : f.first])
    )


def no_subject(s: Sentence, f: Found) -> bool:
    """Whether the disease is not what the study is about: that of the donors, or one of which a
    title says that it was not helped ("…, but ageing muscle is not spared").
    """
    return of_donors(s, f) or contrasted(s, f)


def _opens_with(keys: list[str], first: int, f: Found) -> bool:
    """Whether a sentence opens with a disease by its noun: "In colitis BMSC exosomes lowered X",
    "In mice with psoriasis …"; "In diabetic BMSC exosomes" it is the donors'.
    """
    if keys[first] not in ("in", "for") or keys[f.last - 1].endswith(_ADJECTIVAL):
        return False
    before = keys[first + 1 : f.first]
    borne = before[-1:] == ["with"] and not _MODELS.isdisjoint(before)
    return len(before) <= _LEADS + borne and (borne or _SETS.issuperset(before))


_ADJECTIVAL = ("ic", "ed", "ous", "ese", "al", "ary", "old")
_SETS = frozenset("experimental established chronic acute severe murine human the early".split())
_PREPARED = frozenset(
    "pretreated preconditioned primed conditioned stimulated licensed preincubated treated exposed "
    "challenged activated educated".split()
)


def _prepared(s: Sentence, f: Found) -> bool:
    """Whether an inducer is what the cells were made ready with: "hemin-pretreated MSCs"."""
    keys, k = s.analysis.tokens.keys, f.last
    while k < s.last and keys[k] in ("-", "pre"):
        k += 1
    if k == f.last or k >= s.last or keys[k] not in _PREPARED:
        return False
    return any(0 <= x.first - k <= 3 for x in s.of("source"))


_TREATED_PARTS = frozenset(
    "mice rats rabbits pigs dogs monkeys animals patients hearts corneas kidneys lungs livers "
    "brains muscles joints tendons wounds retinas eyes defects".split()
)
_MADE = frozenset(
    "induced produced established created elicited generated modelled modeled".split()
)
_MODELS = frozenset("model models mice rats rat mouse murine patients animals rabbits pigs".split())


def is_model(s: Sentence, f: Found) -> int:
    """1 where the words say that the disease is what was modelled or treated."""
    keys = s.analysis.tokens.keys
    after = keys[f.last : min(f.last + 3, s.last)]
    if after[:1] == ["of"] and any(k in ("model", "models") for k in keys[f.last : f.last + 7]):
        after = []  # "the injured kidney of a rat IRI model"
    if after[:1] == ["in"] and f.last + 1 in {d.first for d in s.found if d.kind == "disease"}:
        after = []  # "liver fibrosis in NAFLD mice": the second was modelled
    before = keys[max(s.first, f.first - 4) : f.first]
    made = keys[f.last : min(f.last + 5, s.last)]
    return int(
        any(k in _MODELS for k in after)
        or (keys[f.last - 1] in _MODELS and f.mention.text[:2].isupper())  # "NAFLD mice"
        or (bool(_MADE & set(made)) and bool({"was", "were"} & set(made)))
        or "underwent" in before
        or "model" in before
        or ("with" in before and any(k in _MODELS for k in before))
    )


_DOUBTED = frozenset(
    "controversial unclear debated disputed unknown uncertain unresolved inconclusive conflicting "
    "contradictory contested".split()
)


_MET = frozenset("response responses antibody antibodies titre titres titer titers".split())


_LEADS = 3
"""Tokens in front of a disease that a sentence turns to."""


def in_doubt(s: Sentence, f: Found) -> bool:
    """Whether a disease is only what something is not known of: "its role in X is debated", or an
    inducer only what is responded to: "antibody responses to ovalbumin were normal".
    """
    keys = s.analysis.tokens.keys
    if f.facts.get("model") and keys[f.first - 1 : f.first] in (["to"], ["against"]):
        return f.first >= 2 and keys[f.first - 2] in _MET
    end = next((i for i in range(f.last, s.last) if keys[i] in (";", ".")), s.last)
    if not _DOUBTED & set(keys[f.last : min(end, f.last + 8)]):
        return False
    if keys[f.last : f.last + 1] == [","] and f.first - s.first <= _LEADS:
        return False  # "In X, the evidence is conflicting" turns to it
    before = keys[max(s.first, f.first - 3) : f.first]
    return bool({"on", "in", "of", "for", "against"} & set(before))


_USED = lazily(
    r"\b(?:(?:has|have) (?:already |also |recently |been |long |widely |mostly |mainly )*"
    r"(?:tested|used|tried|explored|approved|applied|evaluated|examined|employed|shown (?:great |"
    r"considerable |some )?(?:promise|potential|efficacy|benefits?|success)|proved (?:\w+ ))|"
    r"(?:is|are) (?:already |also |now |being |currently )*(?:tested|used|approved|applied|"
    r"explored)) (?:\w+ ){0,3}?(?:in|for|against) [^.;:]*$"
)
_UNLIKE = lazily(r"^(?:unlike|in contrast to|as opposed to) [^,.;]*$")


def of_others(s: Sentence, f: Found) -> bool:
    """Whether a disease is but what cells or vesicles were tried in elsewhere, or what the one
    under study is set against: "MSCs have been tested in X", "Unlike X, …".
    """
    text, at = words(s), f.mention.start - s.start
    if "like" not in text and "ha" not in text and "are " not in text and "is " not in text:
        return False
    before = text[:at]
    return _UNLIKE.search(before) is not None or (
        bool(s.of("source") or s.of("vesicle")) and _USED.search(before) is not None
    )


_ASIDE = lazily(
    r"^(?:although|though|while|whereas)\b[^,;:]*|"
    r"(?<=.)\b(?:but|yet|while|whereas|though|although|without|except|nor|"
    r"(?:rather|other) than|instead of|not (?=in|for|against|of|on|to|after|by|with|the|that)|"
    r"(?<=, )(?:and )?not)\b(?:(?!\b(?:but|yet|while|whereas|though|although)\b)[^;:])*"
)
"""A clause of a title that sets something against the rest."""
_DENIES = lazily(
    r"\b(?:not|no|nor|none|nothing|neither|never|fail(?:s|ed)?|without|except|than|instead|hardly|"
    r"un(?:affected|changed|altered|touched|helped|improved|moved|treated|relieved|rescued|"
    r"responsive)|persists?|remains?|spares?|spared|in vain|little)\b"
)


_GROUND = frozenset("in of after during following upon from on under with for".split())
_BORNE = _MODELS | frozenset(
    "in of with for against a an the experimental help helping benefit work act succeed use effect "
    "effects efficacy effective active useful".split()
)
"""Words of which some may stand between a denial and the disease: "not in mice with X"."""


def contrasted(s: Sentence, f: Found) -> bool:
    """Whether the title names a disease only to say that it was not helped: "restores X, but Y is
    not rescued", "in X, not in Y", "while Y is unaffected"; "but not pain in Y" is of Y.
    """
    if s.block.kind != "title":
        return False
    told, at = words(s), f.mention.start - s.start
    for met in _ASIDE.finditer(told):
        if met.start() <= at < met.end():
            denials = list(_DENIES.finditer(told, met.start(), met.end()))
            start = max((d.end() for d in denials if d.end() <= at), default=met.start())
            led = list(dropwhile(_BORNE.__contains__, told[start:at].split()))
            return bool(denials) and not _GROUND & set(led[1:])
    return False


_LOOSELY = frozenset(
    "scarred injured damaged wounded broken torn ageing aging aged old failing failed inflamed "
    "fibrotic burnt burned thin fatty sick ailing diseased weak weakened stiff dying degenerating "
    "degenerate worn wasted wasting atrophic leaky ischemic ischaemic infarcted harmed hurt".split()
)


def loosely(f: Found) -> bool:
    """Whether a disease is told by the state of a part of the body: "a scarred uterus"."""
    named = f.mention.text.lower().split()
    return len(named) > 1 and named[0] in _LOOSELY


def of_cell_line(s: Sentence, f: Found) -> bool:
    """Whether a tumour is named for the cells that come from it: "neuroblastoma cells"."""
    tumour = f.entry is not None and f.entry.facts.get("organ") == "tumor"
    keys = s.analysis.tokens.keys
    return tumour and any(k in ("cell", "cells") for k in keys[f.last : f.last + 1])


_NOTHING = frozenset(
    "nothing none nobody await awaits awaited untouched unstudied neglected untried".split()
)
"""Words by which a disease is said to have been left alone."""


def left_alone(s: Sentence) -> bool:
    """Whether a sentence says that nothing was done: "For varicose veins there is nothing"."""
    told = s.citations or s.of("vesicle") or s.of("mirna") or s.assertions
    return not told and bool(_NOTHING & set(s.keys()))


def diseases_among(found: list[Found]) -> list[Found]:
    """Diseases among mentions, those told as an effect of the same name included."""
    out = [f for f in found if f.kind == "disease"]
    effects = [f for f in found if f.facts and f.kind == "effect"]
    for name in ("also", "inside"):
        out += [
            f.facts[name]
            for f in effects
            if name in f.facts
            and not f.mention.text.endswith(("score", "scores", "index"))
        ]
    return out
