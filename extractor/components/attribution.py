"""Which results of a document's own study are told of the cargo, which of the vesicles alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from extractor import mirna
from extractor.components.carriage import cargo_of
from extractor.components.claims import CARRIED, Claim
from extractor.components.discourse import Sentence, Study
from extractor.components.found import Found
from extractor.components.losses import lacking, loss_tokens, lost_mirnas, outlasting, words

_ENGINEERED = re.compile(
    r"transfect|transduc|overexpress|over-express|modified|loaded|enriched|engineered|armed|mimic"
    r"|agomir|electroporat|plasmid|lentivir|laden|bearing|-exo|exo-|-sev|sev-|-ev|ev-"
)
_UNDONE = re.compile(
    r"\b(?:abolish|abrogat|revers|negat|counteract|blunt|cancel|nullif|wiped out|took away|"
    r"undid|offset"
    r"|eliminat|neutrali[sz]|lost\b|weaken|attenuat|removed|diminish|impair|compromis|prevent|block"
    r"|not seen"
    r"|not observed|none of|disappear|no such|reduced|suppressed|inhibited|mitigated)"
)
_INERT = re.compile(
    r"\b(?:resembled|no better than|did no better|behaved like|no more than|as poorly|inert|"
    r"inactive|ineffective|indistinguishable from|(?:was|were) like)\b"
)
_COPIED = re.compile(
    r"\b(?:reproduc\w+|recapitulat\w+|mimicked|phenocop\w+|cop(?:y|ied)|sufficient to"
    r"|same effects?|similar effects?)\b"
)
_FAILED = re.compile(
    r"\b(?:failed|no effect|neither|little|did not|no longer|but not|not by|without effect|"
    r"unable|lost|blunted|abolished|abrogated|reversed)\b"
)
_NOT = re.compile(r"\b(?:not|nor|none)\b")
_DONOR = re.compile(r"\b(?:donors?|donor cells|parental cells|mscs|msc)\b")
_WHOLE = re.compile(
    r"\b(?:these|those|such|the|their|its|all|most|this|any|protective|beneficial|"
    r"therapeutic|pro-\w+|anti-\w+)\s(?!opposite)(?:(?!opposite|of\b|on\b)[\w-]+\s){0,3}?"
    r"(?:effects?|benefits?|protection|actions?|advantage|improvements?|efficacy|fall|"
    r"changes|gains?)\b(?!\s(?:of\s[^,;]{0,60}\s)?on\b)"
)


def told_of_cargo(study: Study, claims: list[Claim]) -> Callable[[Claim], bool]:
    """Which claims of an own study are told of the cargo and which of the vesicles alone.

    The cargo's are those in sentences that name it and those on outcomes that were lost with it;
    all, where the vesicles were made to carry it, where the whole effect was lost with it, or where
    no loss was tried and the study lays the whole to it.
    """
    first = min((c.sentence.start for c in claims if c.sentence.block.kind != "title"), default=0)
    whole = tried = False
    until = -1  # where the last sentence stands that says that all told so far was lost
    lost: set[str] = set()
    counts = Counter(mirna.base(f.mention.label) for s in study.sentences for f in s.of("mirna"))
    names = {name for name, n in counts.items() if n >= max(2, max(counts.values()) / 3)}
    proteins = {f.mention.label for _, f in cargo_of(study) if f.kind == "gene"}
    for s in study.sentences:
        text = words(s)
        design = s.start <= first or (bool(s.of("source")) and not s.assertions)
        if design or s.block.kind == "title":
            whole = whole or any(_made_to_carry(s, f, text) for f in _carried(s, proteins))
        if _COPIED.search(text) and (_carried(s, proteins) or "mimic" in text):
            whole = True
        losses = loss_tokens(s)
        tried = tried or bool(losses)
        if not losses or (len(names) > 1 and len(lost_mirnas(s)) == 1):
            continue  # what is lost with one of several miRNAs is not lost with all
        if "rnase" in text and not lost_mirnas(s):
            continue  # some RNA is needed; which one is not said
        named = {f.mention.label for f in s.found if f.kind in ("effect", "gene")}
        if _UNDONE.search(text) and _WHOLE.search(text):
            until = s.end
        elif _INERT.search(text):
            lost |= named
            until = until if named else s.end
        elif (_FAILED.search(text) or (_NOT.search(text) and lacking(s))) and (
            s.of("vesicle") or _DONOR.search(text)
        ):
            if named and not _tied(study, claims, proteins):
                lost |= named  # only these are said to be lost
            elif _titled(study, proteins):
                whole = True
            else:
                until = s.end
    # where a loss was tried, it says what is the cargo's
    whole = whole or (not tried and _laid_to(study, proteins))
    kept = {label for s in study.sentences for label in outlasting(s)} - lost
    return lambda claim: claim.assertion.found.mention.label not in kept and (
        whole
        or claim.sentence.start < until
        or bool(_carried(claim.sentence, proteins))
        or claim.assertion.found.mention.label in lost
        or claim.sentence.has("sponge")
        or any(k in CARRIED for k in claim.sentence.keys())  # noqa: SIM118
    )


def _laid_to(study: Study, proteins: set[str]) -> bool:
    """Whether both title and conclusion lay what the vesicles did to their cargo."""
    titles = [s for s in study.sentences if s.block.kind == "title"]
    last = [s for s in study.sentences if s.block.kind != "title"][-2:]
    if not any(_carried(s, proteins) for s in titles):
        return False
    return any(
        (_carried(s, proteins) or _A_MIRNA.search(words(s)))
        and (s.of("vesicle") or s.of("source"))
        and _BY_CARGO.search(words(s))
        for s in last
    )


_BY_CARGO = re.compile(
    r"\b(?:through|via|by (?:\w+ )?(?:delivering|transferring|shuttling|carrying|means|way|handing|"
    r"passing|exporting|supplying|providing|releasing|secreting|conveying|giving)|"
    r"delivery of|transfer of|-mediated|mediated by)\b"
)
_A_MIRNA = re.compile(r"\b(?:a|an|one|this|that|the|its|their) (?:\w+ )?(?:mi(?:cro)?rna)\b")
_DEPENDS = re.compile(
    r"\b(?:benefits?|effects?|protection|improvements?)\b.{0,60}\bdepend\w* (?:\w+ )?(?:up)?on "
    r"(?:it|this|mir|let)\b"
)
_THROUGH = re.compile(r"\b(?:through|via|by (?:delivering|transferring|means|way))\b")


_LAID = re.compile(
    r"\b(?:through|via|by|knocking|silencing|inhibiting|require\w*|depend\w*|carrying|armed with)\b"
)
"""Words of a title that lay what the vesicles did to the cargo it names."""


def _titled(study: Study, proteins: set[str]) -> bool:
    """Whether the title lays what the vesicles did to their cargo."""
    return any(
        s.block.kind == "title" and _LAID.search(words(s)) and "partial" not in words(s)
        and (_carried(s, proteins) or "microrna" in words(s) or "mirna" in words(s))
        for s in study.sentences
    )  # fmt: skip


def _tied(study: Study, claims: list[Claim], proteins: set[str]) -> bool:
    """Whether the study lays the whole to its cargo: in its title, or by the disease that eased."""
    if _titled(study, proteins):
        return True
    for s in study.sentences[-3:]:
        text = words(s)
        concludes = bool(_THROUGH.search(text) and s.of("disease") and _carried(s, proteins))
        if concludes or _DEPENDS.search(text):
            return True
    return any(
        (c.assertion.found.kind == "disease" or "also" in c.assertion.found.facts)
        and _carried(c.sentence, proteins)
        for c in claims
    )


def _carried(s: Sentence, proteins: set[str]) -> list[Found]:
    return [
        *s.of("mirna"), *s.of("cargo"), *(f for f in s.of("gene") if f.mention.label in proteins),
    ]  # fmt: skip


def _made_to_carry(s: Sentence, f: Found, text: str) -> bool:
    at = f.mention.start - s.start
    near = text[max(0, at - 50) : f.mention.end - s.start + 30]
    return f.facts.get("role") != "loss" and _ENGINEERED.search(near) is not None
