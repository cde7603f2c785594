"""Tumours tried on the side in a study of another disease: "did not blunt the action of cisplatin
on A549 xenografts", told of animals whose kidneys were to be protected.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.components.claim import Claim
from extractor.components.discourse import Sentence, Study
from extractor.components.disease_roles import of_donors
from extractor.components.disease_slot import diseases, weight
from extractor.components.disease_words import standing_for
from extractor.components.drug_response import DRUG, TUMOROUS
from extractor.components.found import Found
from extractor.components.losses import words
from extractor.components.sections import section_is_background
from extractor.rules import Rules

_TRIED = re.compile(
    r"\banti-?\s?(?:tumou?r|cancer|neoplastic|leuka?emi|myeloma|prolif)|\btumou?r(?:s|icidal)?\b|"
    r"xenograft|metasta|cytotoxic|\bkill|-bearing\b|malignan|"
    r"\b(?:action|activity|efficacy|effects?|toxicity|potency) (?:of [\w-]+ )?"
    r"(?:on|against|towards?) |"
    r"\b(?:growth|proliferation|viability|migration|invasion|survival|division) of "
    r"(?:[\w-]+ ){0,4}(?:cancer|carcinoma|leuk\w+|lymphoma|myeloma|\w*blastoma|\w*sarcoma|"
    r"melanoma|glioma)"
)
"""What is told of tumours that are treated, not of lines that stand for healthy cells."""


def parts(study: Study, claims: list[Claim]) -> list[tuple[Study, list[Claim]]]:
    """The study, and apart from it what is told of tumours, where it is of another disease."""
    if not study.own or not claims:
        return [(study, claims)]
    if checks := _checked(study, claims):
        aside = [c for c in claims if any(c.sentence is s for s in checks)]
        rest = [c for c in claims if all(c.sentence is not s for s in checks)]
        others = [s for s in study.sentences if all(s is not r for r in checks)]
        told = [(replace(study, sentences=others, spared=True), rest)]
        return [*told, (replace(study, tumor=True), aside)] if aside else told
    rows = [s for s in study.sentences if _tried_on_tumor(s)]
    if not rows or not _of_another(study, rows):
        return [(study, claims)]
    aside = [c for c in claims if any(c.sentence is s for s in rows)]
    rest = [c for c in claims if all(c.sentence is not s for s in rows)]
    if not aside or not rest:
        return [(study, claims)]
    return [(study, rest), (replace(study, tumor=True), aside)]


_CHECKED = re.compile(
    r"\b(?:not?|nor|neither|without|un(?:affected|altered|changed|impaired|diminished|abated)|"
    r"just as|as (?:toxic|effective|potent|sensitive|lethal)|no (?:more|less|faster|slower)|"
    r"(?:did|does) nothing|retained|remained|intact|spared?|shield\w*)\b"
)
"""How a harm is said to have been looked for and not found."""


def _checked(study: Study, claims: list[Claim]) -> list[Sentence]:
    """The sentences that say that a tumour was not helped, where tumours are named nowhere else."""
    rows = [s for s in study.sentences if _names_tumor(s)]
    if not rows or len(rows) > _FEW or any(s.block.kind == "title" for s in rows):
        return []
    if not all(_CHECKED.search(words(s)) and _TRIED.search(words(s)) for s in rows):
        return []
    own = {id(s) for s in rows}
    if any(id(c.sentence) in own and c.polarity == "asserted" and c.sign for c in claims):
        return []
    rest = {id(c.sentence) for c in claims} - own
    return rows if len(rest) >= len(rows) else []


_FEW = 2
"""Sentences at most in which a study makes sure of tumours."""


def _names_tumor(s: Sentence) -> bool:
    """Whether a sentence that is no background names a tumour or the cells of one."""
    return not section_is_background(s) and (
        any(map(_named_tumor, diseases(s))) or any(map(_of_tumor, s.of("cell")))
    )


def disease_of_aside(claims: list[Claim], rules: Rules) -> Found | None:
    """The tumour that the sentences of an aside name, or the one that their cells are of."""
    rows = [c.sentence for c in claims]
    named = [f for s in rows for f in diseases(s) if _named_tumor(f)]
    if named:
        return named[0]
    cells = [c for s in rows for c in s.of("cell") if _of_tumor(c)]
    if not cells or cells[0].entry is None:
        return None
    return standing_for(cells[0], str(cells[0].entry.facts.get("disease")), rules)


def _named_tumor(f: Found) -> bool:
    """Whether a disease is one kind of tumour, of the blood too."""
    return f.mention.label != "cancer" and bool(TUMOROUS.search(f.mention.label.lower()))


def _of_tumor(cell: Found) -> bool:
    """Whether a cell is of one kind of tumour."""
    if cell.entry is None or "tumor" not in cell.entry.flags:
        return False
    return cell.entry.facts.get("disease") not in (None, "", "cancer")


def _tried_on_tumor(s: Sentence) -> bool:
    """Whether a sentence of results tells of one kind of tumour, and of no other disease."""
    if s.block.kind == "title" or not s.assertions or section_is_background(s):
        return False
    named = [f for f in diseases(s) if not of_donors(s, f)]
    tumor = any(map(_named_tumor, named)) or any(map(_of_tumor, s.of("cell")))
    if not tumor:
        return False
    if any(weight(f) > 2 and not f.facts.get("model") and not _named_tumor(f) for f in named):
        return False
    text = words(s)
    return bool(_TRIED.search(text)) or any(map(DRUG.match, s.keys()))


def _of_another(study: Study, rows: list[Sentence]) -> bool:
    """Whether the study is of another disease: no tumour in its title, and few sentences on one."""
    titled = [f for s in study.sentences if s.block.kind == "title" for f in diseases(s)]
    if any(TUMOROUS.search(f.mention.label.lower()) for f in titled):
        return False
    told = [s for s in study.sentences if s.assertions and s not in rows]
    others = sum(
        any(weight(f) > 1 and not _named_tumor(f) for f in diseases(s)) for s in study.sentences
    )
    return len(told) > 2 * len(rows) and others >= len(rows)
