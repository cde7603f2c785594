"""Sentences that take a miRNA away or put a target back: loss of function and rescue."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractor import mirna
from extractor.components.discourse import Sentence
from extractor.components.found import Found

_LOSS_WINDOW = 6


def lost_mirnas(s: Sentence) -> set[str]:
    """Base labels of the miRNAs that the sentence says are lacking or inhibited."""
    named = {label for v in s.of("vesicle") for label in v.facts.get("lacking", ())}
    return named | {mirna.base(f.mention.label) for f in _lost(s)}


_BETWEEN = frozenset(
    "- was were had been is are hairpin specific power oligonucleotide lna locked antisense".split()
)


def _said_lost(s: Sentence, f: Found, cue: int) -> bool:
    """Whether a cue behind the miRNA is said of it: "miR-x inhibitor", "miR-x was silenced"."""
    keys = s.analysis.tokens.keys
    between = keys[f.last : cue]
    if not between and keys[cue] == "silenced" and any(
        cue < g.first < cue + 5 for g in (*s.of("gene"), *s.of("effect"))
    ):
        return False  # "miR-x silenced PDCD4": it is what acts
    return cue >= f.last and len(between) <= 3 and all(k in _BETWEEN for k in between)


_DOING = frozenset(
    "blocking inhibiting antagonizing antagonising suppressing neutralizing neutralising".split()
)


def _lost(s: Sentence) -> list[Found]:
    """The mentions of miRNAs said to be lacking or inhibited."""
    cues = s.cues.get("loss", [])
    if s.has("sponge"):  # a carried RNA that sponges a miRNA is the cargo's action, no experiment
        cues = [c for c in cues if not s.analysis.tokens.keys[c].startswith("spong")]
    first = s.analysis.tokens.keys[s.first]
    return [
        f
        for f in s.of("mirna")
        if f.facts.get("role") == "loss"
        or _without_by_name(s, f)
        or (first in _DOING and f.first - s.first <= 3)  # "Blocking miR-x reversed …"
        or any(
            (0 < f.first - cue <= _LOSS_WINDOW or _said_lost(s, f, cue))
            and "by" not in s.analysis.tokens.keys[cue + 1 : f.first]  # "silenced by miR-x"
            and not any(cue < g.first < f.first for g in s.of("gene"))  # "inhibition of X by miR-y"
            for cue in cues
        )
    ]


_LESS = frozenset(
    "deficient depleted null free lacking less deleted negative silenced poor ko kd".split()
)


def _without_by_name(s: Sentence, f: Found) -> bool:
    """Whether cells or vesicles are named for what they lack: "miR-x-deficient donors"."""
    behind = s.analysis.tokens.keys[f.last : min(f.last + 2, s.last)]
    return len(behind) == 2 and behind[0] == "-" and behind[1] in _LESS


_GONE = frozenset(
    "edited silenced depleted deficient knockdown knockout null kd ko low negative deleted free "
    "lacking "
    "silencing depletion deletion".split()
)
_TAKEN = frozenset(
    "silencing knockdown depletion deletion loss lack absence ablation removal knocking "
    "neutralization neutralisation neutralizing neutralising blocking blockade".split()
)
_HARMS = frozenset("loss lack absence".split())
"""What may befall a gene product in the disease too ("prevented the loss of E-cadherin")."""
_WITHOUT = frozenset("lacking depleted devoid without deficient deprived stripped".split())
_DONORS = frozenset(
    "donor donors parent parental producer producing source mscs msc exosomes vesicles evs exos "
    "exo exosomal vesicular".split()
)


def _as_means(keys: list[str], start: int, at: int) -> bool:
    """Whether taking the gene away is how the vesicles work: "lowered X by blocking p38"."""
    at = next(i for i in range(at - 1, start - 1, -1) if keys[i] in _TAKEN or keys[i] == "down")
    by = any(k in ("by", "via", "through") for k in keys[max(start, at - 2) : at])
    return by and not any(k.startswith(_UNDONE) for k in keys[start:at])


def lost_cargo(s: Sentence) -> list[Found]:
    """Carried RNAs and proteins said to be lacking from donor cells or vesicles."""
    keys = s.analysis.tokens.keys
    around = [(f.first, f.last) for kind in ("source", "vesicle") for f in s.of(kind)]
    out: list[Found] = []
    for f in (*s.of("cargo"), *s.of("gene")):
        before = keys[max(s.first, f.first - 5) : f.first]
        behind = keys[f.last : min(f.last + 7, s.last)]
        after = [k for k in behind if k not in ("-", "in", "of", "the", "their")]
        near = any(0 <= a - f.last <= 5 or 0 <= f.first - b <= 4 for a, b in around)
        donors = near or bool(_DONORS & set(after[:5]))
        gone = bool(after) and (
            # "TSG-6-low MSCs"; where the protein itself "was kept low" nothing is lacking
            (after[0] in _GONE and (after[0] != "low" or "-" in behind[:1]))
            or (after[0] in ("was", "were", "had", "is") and bool(_GONE & set(after[1:4])))
            or (after[0] in ("was", "were", "had") and "knocked" in after[1:4])
        )
        prefixed = bool(before) and (
            before[-1] in ("si", "sh", "anti") or before[-2:] in (["si", "-"], ["sh", "-"])
        )
        lost = _TAKEN if f.kind == "cargo" else _TAKEN - _HARMS
        taken = bool(lost & set(before[-3:])) or before[-2:] == ["down", "of"]
        if f.kind == "gene" and taken and _as_means(keys, s.first, f.first):
            continue
        without = bool(_WITHOUT & set(before[-3:]))
        carried = f.kind == "cargo" and (gone or taken or without or prefixed)
        if carried or (donors and (gone or taken or without or prefixed)):
            out.append(f)
    return out


_LOSS_NAMES = re.compile(
    r"(?:inhibitor|antisense|antagomir|sirna|shrna|kd|ko|knockdown|sponge)s?", re.I
)
_LOSS_HEADS = frozenset(
    "treated treatment transfected loaded exo exosomes vesicles evs donors donor batch preparation "
    "cells group mice transfection delivered modified derived".split()
)


_SILENCED_NAME = re.compile(
    r"(?:^|[-–‐_])(?:sh|si)(?=[A-Z][A-Za-z0-9]{2})|[-–‐_](?:KD|KO|inh|inhibitor|anti)(?:$|[-–‐_])"
)


def written(s: Sentence, v: Found) -> str:
    """The name of vesicles with all that is glued to it: "Exo-shCirc", "miR-186-Exo"."""
    text = s.analysis.tokens.text
    start, end = (p - s.analysis.offset for p in (v.mention.start, v.mention.end))
    while start and not (text[start - 1].isspace() or text[start - 1] in "([,;/"):
        start -= 1
    while end < len(text) and not (text[end].isspace() or text[end] in ")],;/.:"):
        end += 1
    return text[start:end]


_BRED = frozenset("mice mouse rats rat animals recipients littermates strain".split())
_UNDONE = (
    "depriv", "revers", "abol", "abrogat", "lost", "cancel", "negat", "blunt", "nullif",
    "counteract",
    "eliminat", "remov", "strip",
)  # fmt: skip
_TAKING = frozenset(
    "knocking silencing deleting inhibiting blocking neutralizing neutralising depleting removing "
    "antagonizing antagonising".split()
)
_THE_MIRNA = frozenset("it which they mirna microrna mirnas micrornas this".split())


def _depletes(keys: list[str], i: int) -> bool:
    """Whether the vesicles are what depletes: "the exosomes depleted neutrophils"."""
    return keys[i - 1] in ("exosomes", "vesicles", "evs") and keys[i + 1 : i + 2] not in (
        ["of"], ["in"], ["for"], ["by"]
    )  # fmt: skip


def loss_tokens(s: Sentence) -> list[int]:
    """Tokens that say that the miRNA, the cargo or the vesicles are lacking or inhibited."""
    if s.losses is None:
        s.losses = _loss_tokens(s)
    return s.losses


def _loss_tokens(s: Sentence) -> list[int]:
    keys = s.analysis.tokens.keys
    undone = any(k.startswith(_UNDONE) for k in keys[s.first : s.last])
    out = [f.first for f in (*_lost(s), *lost_cargo(s))]
    out += [
        v.first
        for v in s.of("vesicle")
        if "lacking" in v.facts or _SILENCED_NAME.search(written(s, v))
    ]
    for i in range(s.first, s.last):
        key = keys[i]
        if (
            (_LOSS_NAMES.fullmatch(key) and any(k in _LOSS_HEADS for k in keys[i + 1 : i + 4]))
            or (
                key.endswith("exokd")
                or key == "gw"
                or (
                    key == "knock"
                    and "down" in keys[i + 1 : i + 3]
                    and any(
                        k in ("batch", "exosomes", "preparation", "vesicles")
                        for k in keys[i : i + 5]
                    )
                )
            )
            or (
                key
                in (
                    "knocking",
                    "silencing",
                    "deleting",
                    "blocking",
                    "inhibiting",
                    "knockout",
                    "knockdown",
                    "loss",
                    "inhibition",
                    "blockade",
                    "suppression",
                    "silencing",
                    "antagonism",
                    "depletion",
                )
                and any(k in ("microrna", "mirna", "micrornas", "mirnas") for k in keys[i : i + 6])
                and not any(i < g.first < i + 4 for g in s.of("gene"))  # "silencing X, the miRNA"
            )
            or (
                key in ("depleted", "devoid", "deprived", "lacking", "stripped", "deficient")
                and not _BRED & set(keys[i + 1 : i + 2])
                and not (key == "depleted" and _depletes(keys, i))
                and any(
                    k in ("exosomes", "vesicles", "exo", "evs")
                    for k in keys[max(s.first, i - 5) : i + 3]
                )
            )
            or (
                key
                in ("inhibited", "silenced", "blocked", "depleted", "removed", "knocked", "deleted")
                and keys[i - 1] in ("was", "were", "been")
                and any(k in _THE_MIRNA for k in keys[max(s.first, i - 4) : i - 1])
                and not any(i - 4 <= g.first < i for g in s.of("gene"))
            )
            or (
                key in _TAKING and keys[i + 1] in ("it", "them", "this") and undone
            )  # "knocking it down in the donors abolished …"
            or (key == "anti" and keys[i + 1 : i + 3] == ["-", "mir"])
            or (key == "rnase" and undone and "vesicle" in {f.kind for f in s.soft})
            or (
                key in ("antagomirs", "antagomir")
                and keys[i - 1] in (",", "whereas", "while", "and", "but", "the", ";")
                and not any(0 <= i - f.last <= 1 for f in s.of("mirna"))
            )
            or (
                key in ("inhibitor", "antagomir", "inhibition", "silencing", "knockdown", "knock")
                and i > s.first
                and keys[i - 1] in ("its", "the", "an", "whose", "family", "this")
                and not any(
                    (f.kind == "gene" or not undone) and f.kind != "mirna" and i < f.first < i + 4
                    for f in s.found
                )
            )
        ):
            out.append(i)
    return sorted(out)


_RESCUE = re.compile(
    r"\b(?:abolish|abrogat|revers|negat|counteract|blunt|cancel|nullif|wiped out|took away|"
    r"takes away|undid|undo|offset|annul|overr|eliminat|neutrali[sz]|lost\b|restor|weaken|"
    r"attenuat|partly|partially|removed|prevent|block|diminish|impair|no longer|compromis|"
    r"erod|disappear|antagoni[sz]|hinder|suppress|reduc|mitigat)"
)
_RESCUED_BY = re.compile(
    r"\b(?:was|were|been|be|is|are) [^,;]{0,30}?\b(?:abolish|abrogat|revers|negat|counteract|blunt|"
    r"cancel|nullif|offset|annul|overr|eliminat|lost\b)[^,;]*\bby\b"
)
_CLOSE = 160
"""Characters before a gene in which a passive that it undoes is looked for."""
_DONOR_CELLS = frozenset("cells mscs donors cell".split())
_RESCUED = re.compile(
    r"\b(?:effects?|benefits?|protections?|actions?|advantage|improvements?|influence|gains?|"
    r"phenotype|role|function|efficacy|results?|changes?|shift|inhibition|promotion|"
    r"suppression|reduction|increase|decrease|difference|response|drop|fall|decline|rise)\b"
)
_PUT_BACK = frozenset(
    "overexpression overexpressed overexpressing expression re-expression reexpression "
    "ectopic restoring restoration reintroduction reintroducing reconstitution activator "
    "agonist recombinant lentiviral forced exogenous constitutively restored activation "
    "overexpress".split()
)


_DRUG = (
    r"(?:inhibitors?|antagonists?|blockers?|receptor blockade|antibod(?:y|ies)|ly ?294002|"
    r"wortmannin|rapamycin|"
    r"3-?ma|chloroquine|bafilomycin|ex-?527|compound c|ag-?490|sb-?203580|u0126|gw9662|znpp|"
    r"xav-?939|dapt)"
)
_ENDS = (
    r"(?:abolish|abrogat|revers|negat|counteract|blunt|cancel|eliminat|weaken|attenuat|prevent|"
    r"block|diminish|impair|suppress|reduc|remov)\w*"
)
_BY_DRUG = re.compile(
    rf"(?:^|; )(?:(?!exosom|vesicle|\bevs?\b|;).){{0,60}}\b{_DRUG}\b[^,;.]{{0,60}}?\b{_ENDS}"
    rf"|\b{_ENDS} (?:\w+ )?by [^,;.]{{0,50}}?{_DRUG}\b"
)


_WHICH_BY_DRUG = re.compile(
    rf", (?:which|this|an effect that) (?:was|were|could be) (?:\w+ )?{_ENDS} by "
    rf"[^,;.]{{0,50}}?{_DRUG}\b"
)


def undone_by_drug(s: Sentence) -> int:
    """Token from which a drug or an antibody undoes an effect of the vesicles, or the sentence's
    end: what is told from there on is nothing new.
    """
    text = words(s)
    aside = _WHICH_BY_DRUG.search(text)
    if aside is not None and not loss_tokens(s):
        starts, at = s.analysis.tokens.starts, aside.start() + s.start - s.analysis.offset
        return next((i for i in range(s.first, s.last) if starts[i] >= at), s.last)
    met = _BY_DRUG.search(text)
    if met is None or not _RESCUED.search(text, met.start()) or loss_tokens(s):
        return s.last
    if met.start() == 0 or text[met.start()] != ";":
        return s.first
    starts = s.analysis.tokens.starts
    at = met.start() + s.start - s.analysis.offset
    return next(i for i in range(s.first, s.last) if starts[i] >= at)


_BLOCKED = re.compile(
    r"^(?:(?:in contrast|conversely|moreover|finally|furthermore), )?(?:the )?"
    r"(?:(?:pharmacological|pharmacologic|chemical|selective|specific) )?"
    r"(?:inhibition|blockade|blocking|antagonism) of "
)


OF_LOSS = (
    r" of (?:the )?(?:(?:mir|let)\S* |its |this )?(?:inhibitors?|inhibition|antagomirs?|knock\w*|"
    r"silenc\w*|deplet\w*|loss)\b"
)
"""What stands behind "the effect" where a loss is meant, not the vesicles."""
_UNDOES_LOSS = re.compile(
    r"\b(?:revers|rescu|abolish|abrogat|counteract|offset|cancel|attenuat|weaken|mitigat|blunt|"
    rf"eliminat|negat|nullif)\w* (?:\w+ ){{0,2}}?(?:effects?|influence|action|impact){OF_LOSS}"
)


def is_rescue(s: Sentence) -> bool:
    """Whether the sentence undoes an effect by putting a target back ("TLR4 overexpression
    abolished the effect"): it confirms what was said and states nothing new.
    """
    keys = s.analysis.tokens.keys
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
    if _UNDOES_LOSS.search(text):
        return True  # "silencing X reversed the effect of the inhibitor" confirms the loss
    if _BLOCKED.match(text) and (_RESCUE.search(text) or "sensiti" in text):
        blocked = next((g for g in s.of("gene") if g.first - s.first < 7), None)
        if blocked is not None and not any(m.first < blocked.first for m in s.of("mirna")):
            return True
    if not (_RESCUED.search(text) or verb is not None) or not _RESCUE.search(text):
        return False
    for f in s.of("gene"):
        near = keys[max(s.first, f.first - 4) : f.first] + keys[f.last : f.last + 2]
        cue = any(k in _PUT_BACK and k != "expression" for k in near) or (
            "expression" in near and any(k in ("re", "forced", "ectopic", "enforced") for k in near)
        )
        at = f.mention.start - s.start
        passive = bool(_RESCUED_BY.search(text[max(0, at - _CLOSE) : at]))
        if not cue or (verb is not None and f.first > verb and not passive):
            continue
        if not (passive or _RESCUE.search(text, at)):
            continue  # "Y fell by activation of X" tells what happened
        if "overexpressing" in near and _DONOR_CELLS & set(keys[f.last : f.last + 4]):
            continue
        if any(
            abs(o.first - f.last) < 6 or abs(f.first - o.last) < 6
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


def words(s: Sentence) -> str:
    """The text of a sentence in lower case."""
    return s.analysis.tokens.text[s.start - s.analysis.offset : s.end - s.analysis.offset].lower()


_KEPT = re.compile(
    r"\b(?:continued to|still|retained|persisted|with or without|"
    r"remained (?:elevated|raised|high|low|lowered|reduced)|preserved their|kept)\b"
)
_KEPT_NEAR = 6
ALIKE = re.compile(
    r"\b(?:to (?:the same|a similar|an equal) (?:extent|degree)|to a (?:similar|comparable|like) "
    r"(?:extent|degree)|equally well|just as well|no less|irrespective of|regardless of|"
    r"whether or not)\b"
)
"""What vesicles with and without the cargo did alike was not lost with it."""


def lacking(s: Sentence) -> bool:
    """Whether vesicles are named whose short name says that they lack something."""
    return any("lacking" in v.facts for v in s.of("vesicle"))


def outlasting(s: Sentence) -> set[str]:
    """What vesicles without the cargo did nonetheless: "EV-i continued to lower IL-6"."""
    without = lacking(s)
    if not without and not (loss_tokens(s) and s.of("vesicle")):
        return set()
    named = [f for f in s.found if f.kind in ("effect", "gene")]
    tokens, text = s.analysis.tokens, words(s)
    if without and ALIKE.search(text):
        return {f.mention.label for f in named}
    out = set()
    for met in _KEPT.finditer(text):
        at = bisect_left(tokens.starts, met.start() + s.start - s.analysis.offset)
        out |= {f.mention.label for f in named if abs(f.first - at) <= _KEPT_NEAR}
    return out


_PARTS = frozenset("but whereas while except unlike although unless ; :".split())


_EFFECTS = frozenset("effect effects benefit benefits response responses action actions".split())


_APART = _PARTS | frozenset(", and or than to versus vs with".split())


_HARDLY = frozenset("hardly scarcely barely not less little only".split())


def loss_scope(s: Sentence, losses: list[int]) -> tuple[int, int] | None:
    """Tokens to which a loss is confined ("…, but not by exosomes lacking miR-x"), or ``None``."""
    keys = s.analysis.tokens.keys
    first = min(losses)
    beside = [v.first for v in s.of("vesicle") if "lacking" not in v.facts and v.first < first]
    if beside and any(v.first == first and "lacking" in v.facts for v in s.of("vesicle")):
        # an arm among others: "4.6 with exosomes and 8.9 with those that lack it"
        apart = next((i for i in range(first, max(beside), -1) if keys[i] in _APART), first)
        end = s.last
        if keys[apart] == "but" and _HARDLY & set(keys[apart + 1 : first]):
            # "fell with exosomes but hardly with those that lack it, and tubes were longer"
            end = next((i for i in range(first, s.last) if keys[i] in (",", ";")), s.last)
        return apart, end
    for i in range(first, s.first, -1):
        if keys[i] in _PARTS:
            return i, s.last
        if keys[i] == "and" and keys[i - 1] == ",":
            return i, s.last
        if keys[i] == "," and _EFFECTS & set(keys[i + 1 : i + 4]):
            return i, s.last  # "…, an effect lost after RNase"
        if keys[i] == "," and "which" in keys[i + 1 : i + 4]:
            return i, s.last  # "…, neither of which EV-i was able to do"
    for i in range(first, s.last):
        if keys[i] in (";", ":", "whereas") or (
            keys[i] in ("while", "but") and _GIVES & set(keys[i + 1 : i + 4])
        ):
            return s.first, i
    return None


_GIVES = frozenset(
    "transfer delivery overexpression restoration mimics mimic upregulation transfection".split()
)
"""What opens the clause in which a miRNA is given, after one in which it is taken."""
