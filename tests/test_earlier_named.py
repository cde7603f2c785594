"""Outcomes, and miRNAs, that a sentence takes up by a word for several or for one of two."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

LEAD = "Exosomes of cord MSCs (UC-Exo) and adipose MSCs (AD-Exo) were given to rats with stroke. "


def _told(text: str, lead: str = LEAD) -> set[str]:
    """Each outcome with its direction, behind the source, the miRNAs and the polarity."""
    ways = {"up": "+", "down": "-", "increase": "+", "decrease": "-", "none": "="}
    out = set()
    for f in Extractor(fast=True).findings(readers.read_string(lead + text)):
        who = (f.msc_source.label.removesuffix("-MSC") if f.msc_source else "") + "".join(
            f" {m.label}" for m in f.mirnas
        )
        no = "" if f.polarity == "asserted" else "not "
        out |= {f"{who}: {no}{s.label}{ways[str(s.direction)]}" for s in (*f.targets, *f.effects)}
    return out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ischemia raised IL-6, CCL2 and MMP9. All three were lowered by UC-Exo.",
         {"UC: IL6-", "UC: CCL2-", "UC: MMP9-"}),
        ("IL-6 and CCL2 were elevated in untreated rats. UC-Exo reduced the former but not the "
         "latter.", {"UC: IL6-", "UC: not CCL2-"}),
        ("UC-Exo lowered IL-6 and brain edema. AD-Exo did the latter but not the former.",
         {"UC: IL6-", "UC: brain edema-", "AD: brain edema-", "AD: not IL6-"}),
        ("UC-Exo lowered IL-6 and brain edema. AD-Exo reduced only the latter.",
         {"UC: IL6-", "UC: brain edema-", "AD: brain edema-"}),
        ("UC-Exo lowered IL-6 and brain edema. The latter was not seen with AD-Exo.",
         {"UC: IL6-", "UC: brain edema-", "AD: not brain edema-"}),
        ("UC-Exo lowered IL-6 and brain edema; AD-Exo had a weaker effect on both.",
         {"UC: IL6-", "UC: brain edema-", "AD: IL6-", "AD: brain edema-"}),
        ("Ischemia raised IL-6 and CCL2. Both were curbed by UC-Exo. AD-Exo curbed only the "
         "latter.",
         {"UC: IL6-", "UC: CCL2-", "AD: CCL2-"}),
        ("UC-Exo lowered IL-6 and brain edema. Neither was affected by AD-Exo.",
         {"UC: IL6-", "UC: brain edema-", "AD: not IL6=", "AD: not brain edema="}),
        ("UC-Exo lowered IL-6; the reduction was less marked with AD-Exo.",
         {"UC: IL6-", "AD: IL6-"}),
        ("IL-6 and VEGF-A were measured. UC-Exo lowered the former and raised the latter.",
         {"UC: IL6-", "UC: VEGFA+"}),
        ("UC-Exo lowered IL-6 and brain edema, AD-Exo only the former.",
         {"UC: IL6-", "UC: brain edema-", "AD: IL6-"}),
        ("With UC-Exo, IL-6 and brain edema fell. With AD-Exo only the former did.",
         {"UC: IL6-", "UC: brain edema-", "AD: IL6-"}),
        ("UC-Exo lowered IL-6 and brain edema. A miR-21 inhibitor reversed the latter but not the "
         "former.", {"UC: IL6-", "UC miR-21: brain edema-"}),
    ],
)  # fmt: skip
def test_words_for_outcomes_told_before(text: str, told: set[str]) -> None:
    """Words like "all three", "the former", "both" stand for outcomes that were named before."""
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("AD-Exo had no effect on IL-6, which was lowered by UC-Exo.",
         {"UC: IL6-", "AD: not IL6="}),
        ("AD-Exo did not affect IL-6, which UC-Exo lowered.", {"UC: IL6-", "AD: not IL6="}),
        ("AD-Exo left IL-6 unchanged, which UC-Exo lowered.", {"UC: IL6-", "AD: not IL6="}),
        ("IL-6 was lowered by UC-Exo and CCL2 by AD-Exo.", {"UC: IL6-", "AD: CCL2-"}),
        ("UC-Exo lowered IL-6, AD-Exo CCL2.", {"UC: IL6-", "AD: CCL2-"}),
        ("Brain edema fell with both preparations, IL-6 only with UC-Exo.",
         {"UC: brain edema-", "AD: brain edema-", "UC: IL6-", "AD: not IL6-"}),
        ("AD-Exo did not lower IL-6, UC-Exo did.", {"UC: IL6-", "AD: not IL6-"}),
        ("UC-Exo lowered IL-6; AD-Exo, in contrast, raised it.", {"UC: IL6-", "AD: IL6+"}),
        ("AD-Exo had no influence on pericytes, whose number was raised by UC-Exo.",
         {"UC: pericytes+", "AD: not pericytes="}),
        ("IL-6 was lowered by the former and VEGFA raised by the latter.",
         {"UC: IL6-", "AD: VEGFA+"}),
    ],
)  # fmt: skip
def test_what_one_did_and_the_other_not(text: str, told: set[str]) -> None:
    """A relative clause, "did" or "the former" tells of the other vesicles."""
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("miR-21 acted on PTEN and miR-24 on BCL2L11.",
         {"BM miR-21: PTEN=", "BM miR-24: BCL2L11="}),
        ("miR-21 lowered PTEN, miR-24 BCL2L11 and miR-34a SIRT1.",
         {"BM miR-21: PTEN-", "BM miR-24: BCL2L11-", "BM miR-34a: SIRT1-"}),
        ("IL-6 was lowered by miR-21 and brain edema by miR-24.",
         {"BM miR-21: IL6-", "BM miR-24: brain edema-"}),
        ("The exosomes lowered IL-6 and brain edema. The former effect was due to miR-21, the "
         "latter to miR-24.", {"BM miR-21: IL6-", "BM miR-24: brain edema-"}),
        ("The exosomes lowered IL-6 via miR-21 and CCL2 via miR-24.",
         {"BM miR-21: IL6-", "BM miR-24: CCL2-"}),
    ],
)  # fmt: skip
def test_mirnas_that_share_a_verb(text: str, told: set[str]) -> None:
    """Each miRNA has the outcomes that stand beside it."""
    assert _told(text, "BMSC exosomes were given to rats with stroke. ") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sequencing identified miR-21 as the prevailing miRNA. In microglia it lowered IL-6.",
         {"BM: brain edema-", "BM miR-21: IL6-"}),
        ("The most abundant miRNA was miR-21. It lowered IL-6 in microglia.",
         {"BM: brain edema-", "BM miR-21: IL6-"}),
        ("The exosomes contained miR-21 and miR-24. Both lowered IL-6.",
         {"BM: brain edema-", "BM miR-21 miR-24: IL6-"}),
        ("miR-21 and miR-24 were abundant in them. Together they lowered IL-6.",
         {"BM: brain edema-", "BM miR-21 miR-24: IL6-"}),
    ],
)  # fmt: skip
def test_a_pronoun_stands_for_the_mirna(text: str, told: set[str]) -> None:
    """A sentence that only names the miRNA lends it to the "it" and "they" of the next."""
    lead = "BMSC exosomes lowered brain edema in rats with stroke. "
    assert _told(text, lead) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Exo-NC reduced brain edema by 10%, Exo-21 by 40%.",
         {"BM miR-21: brain edema-", "BM: brain edema-"}),
        ("Exo-NC reduced brain edema slightly and Exo-21 markedly.",
         {"BM miR-21: brain edema-", "BM: brain edema-"}),
        ("Both lowered IL-6. Exo-21 also lowered PTEN.",
         {"BM miR-21: IL6-", "BM miR-21: PTEN-", "BM: IL6-"}),
        ("Exo-21 lowered IL-6 and brain edema. Exo-NC reduced only the latter.",
         {"BM miR-21: IL6-", "BM miR-21: brain edema-", "BM: brain edema-"}),
    ],
)  # fmt: skip
def test_both_arms_of_one_tissue(text: str, told: set[str]) -> None:
    """What both kinds of vesicles did stands in the finding of each."""
    lead = (
        "Rats with stroke were given exosomes of BMSCs overexpressing miR-21 (Exo-21) or of "
        "control BMSCs (Exo-NC). "
    )
    assert _told(text, lead) == told


def test_names_without_a_hyphen() -> None:
    """Short names such as "nExo" are vesicles, of the control where they say so."""
    lead = "Exosomes of hypoxic BMSCs (hExo) and of normoxic BMSCs (nExo) were given in stroke. "
    assert _told("hExo lowered IL-6 and brain edema. nExo lowered only the latter.", lead) == {
        "BM: IL6-", "BM: brain edema-",
    }  # fmt: skip
