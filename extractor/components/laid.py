"""What title and conclusion lay to the cargo of a study's vesicles."""

from __future__ import annotations

import re

from extractor.components.discourse import Sentence, Study
from extractor.components.found import Found
from extractor.components.lazily import lazily
from extractor.components.losses import words


def carried(s: Sentence, proteins: set[str]) -> list[Found]:
    """The cargo that a sentence names.

    Args:
        s: The sentence.
        proteins: Labels of the gene products that the study says its vesicles hold.
    """
    return [
        *s.of("mirna"), *s.of("cargo"), *(f for f in s.of("gene") if f.mention.label in proteins),
    ]  # fmt: skip


def laid_to(study: Study, proteins: set[str]) -> bool:
    """Whether both title and conclusion lay what the vesicles did to their cargo."""
    titles = [s for s in study.sentences if s.block.kind == "title"]
    last = [s for s in study.sentences if s.block.kind != "title"][-2:]
    if not any(carried(s, proteins) for s in titles):
        return False
    return any(
        (carried(s, proteins) or _A_MIRNA.search(words(s)))
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


_IN_PART = re.compile(r"\b(?:in part|partly|partial(?:ly)?)\b")
_LAID = re.compile(
    r"\b(?:through|via|carry|(?:delivery|transfer|contribution) of|by (?:\w+ )?(?:\w+ing|means|way|"
    r"mir\S*|let\S*|micrornas?)|knocking|silencing|inhibiting|require\w*|depend\w*|carrying|"
    r"armed with)\b"
)
"""Words of a title that lay what the vesicles did to the cargo it names."""


def laid_by_title(study: Study, proteins: set[str]) -> bool:
    """Whether the title lays what the vesicles did to their cargo."""
    return any(
        s.block.kind == "title" and _LAID.search(words(s)) and not _IN_PART.search(words(s))
        and (carried(s, proteins) or "microrna" in words(s) or "mirna" in words(s))
        for s in study.sentences
    )  # fmt: skip


def laid_in_all(study: Study, proteins: set[str]) -> bool:
    """Whether the study lays the whole to its cargo, in its title or its last sentences."""
    if laid_by_title(study, proteins):
        return True
    for s in study.sentences[-3:]:
        text = words(s)
        if "part" in text and _IN_PART.search(text):
            continue
        concludes = bool(_THROUGH.search(text) and s.of("disease") and carried(s, proteins))
        if concludes or ("depend" in text and _DEPENDS.search(text)):
            return True
    return False


BEARING_IT = lazily(
    r"\b(?:(?:over-?|forc\w+ to )?express\w*|(?:transfected|transduced|loaded|enriched|laden|armed|"
    r"electroporated|engineered|modified) with|(?:enriched|rich) in|carrying|harbou?ring) it\b"
)
"""Vesicles or their donors that were given the miRNA named before."""
