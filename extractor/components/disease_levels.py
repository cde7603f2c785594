"""Sentences that only tell of levels in the disease: of a miRNA and of genes beside each other
("miR-22 was downregulated whereas PTGS2 was upregulated in osteoarthritic cartilage"), or in
patients and their tissues ("IL-6 was higher in the serum of patients than in that of volunteers").
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor.components.discourse import Sentence
from extractor.components.losses import words

_CHANGED = (
    r"(?:(?:up|down)-?regulated|(?:in|de)creased|elevated|reduced|lower(?:ed)?|higher|enhanced|"
    r"diminished|depleted|raised|under-?expressed|over-?expressed|declined|scarce|"
    r"(?:highly|lowly|poorly|weakly|abundantly|low|strongly) expressed)"
)
_MIRNA = r"(?:mir|let)-?\w[^\s,;()]*(?: \([^()]*\))?(?: and (?:mir|let)-\S+)?"
_LEVEL_OF_MIRNA = re.compile(
    rf"\b{_MIRNA}(?: \w+)?(?: expressions?| levels?)? (?:was|were|is|are) (?:[\w-]+ly |also |much "
    rf"|(?:found|shown|observed|seen) (?:to be )?){{0,2}}{_CHANGED}\b"
    rf"|\b(?:expressions?|levels?|those|that) of (?:exosomal )?{_MIRNA} (?:was|were|is|are) "
    rf"(?:[\w-]+ly |also |much ){{0,2}}{_CHANGED}\b"
    rf"|\b(?:low|high|{_CHANGED}) (?:expressions?|levels?) of {_MIRNA}"
    rf"|\b(?:(?:up|down)-?regulat\w+|(?:in|de)creased?) (?:of )?{_MIRNA} (?:expression |levels? )?"
    r"(?:and|while|but|with|together)\b"
)
_ACTS = re.compile(
    r"exosom|\bexos?\b|vesicle|\bs?evs?\b|mimic|inhibitor|antagomir|agomir|transfect|silenc|knock|"
    r"over-?expressing|over-?expression|target|\bbind|\bbound\b|luciferase|\bby (?:mir|let|it\b)|"
    r"co-?cultur|uptake|taken up|internali|transfer|deliver|regulates|\bafter treatment|"
    r"(?<![-\w])treated\b|"
    r"\b(?:upon|following|after) (?!injury|ischemi|surgery|operation|modell?ing|lps|ogd|hypoxi)|"
    r"\btreatment with|\bloss of|\bwhen\b|resulting|result\w* in|leading|\bled to\b|thereby|thus"
)
"""What makes a result of such a sentence: somebody acts, or one level comes of the other."""
_SICK = re.compile(
    r"\b(?:in|of|from|between) [^,;]{0,60}?(?:tissues?|patients?|models?|serum|plasma|samples?|"
    r"specimens|cartilage|mice|rats|animals|cells|hearts?|kidneys?|livers?|lungs?|brains?|hippocampus|"
    r"cortex|myocardium|chondrocytes|cardiomyocytes|neurons|microglia|macrophages|podocytes|"
    r"fibroblasts|synovium|disks?|discs|wounds?|skin|colon|retinas?|ovar(?:y|ies)|endometrium|"
    r"keratinocytes|hepatocytes|keloids?|placentas?|plaques?|spinal cords?)\b"
)


def levels_in_disease(s: Sentence) -> bool:
    """Whether the sentence only compares levels of a miRNA and of genes in the sick and the sound,
    with nobody acting on them.
    """
    if not s.of("mirna") or s.of("vesicle") or s.of("source"):
        return False
    text = words(s)
    return (
        bool(s.of("disease") or _SICK.search(text))
        and not _ACTS.search(text)
        and _LEVEL_OF_MIRNA.search(text) is not None
    )


_TISSUE = (
    r"(?:tissues?|cartilage|hearts?|kidneys?|livers?|lungs?|brains?|retinas?|samples?|specimens?|"
    r"skin|discs?|synovium|serum|plasma|blood|biops(?:y|ies)|urine|sputum|plaques?|wounds?|ulcers?|"
    r"tumou?rs?|endometrium|placentas?|tendons?|bones?|muscles?|gut|colons?|mucosa)"
)
_OF_PEOPLE = re.compile(
    rf"\b(?:patients?|sufferers|volunteers)\b|\bhuman (?:[\w-]+ ){{0,2}}?{_TISSUE}\b|"
    r"\b(?:surgical|biopsy|autopsy|clinical|post-?mortem) (?:specimens?|samples?|tissues?)\b|"
    r"\bbiops(?:y|ies) (?:of|from|showed|contained)\b|"
    r"\badjacent (?:[\w-]+ )?(?:tissues?|mucosa|skin)\b|"
    r"\bhealthy (?:people|volunteers|subjects|donors|individuals|persons|adults|women|men)\b"
)
_GIVEN = re.compile(
    r"\b(?:given|giving|received?|receiving|treat\w*|infus\w*|inject\w*|administ\w*|therap\w*|"
    r"after|weeks?|months?|days?|follow-?up|trial|placebo|saline|group|groups|arms?)\b"
)


_PEOPLE = (
    r"(?:patients?|women|men|people|volunteers|children|infants|subjects|persons|participants)"
)
_TRIAL = re.compile(
    rf"\btrials?\b|\bphase (?:i|1|2)|\b{_PEOPLE}\b[^.;]{{0,80}}\b(?:receiv|given|treat|infus|"
    rf"inject|enrol|underwent|random|tolerat)|\b(?:gave|given|administ|inject|infus|appl|treat|test|"
    rf"random)\w*\b[^.;]{{0,80}}\b{_PEOPLE}\b|\bcase (?:report|series)|\bcompassionate"
)


def of_the_sick(s: Sentence, study: Iterable[Sentence]) -> bool:
    """Whether a sentence only tells of levels in patients or in their tissues: nobody acts, nothing
    is given, and no vesicles, miRNA or donor cells are in sight.

    Args:
        s: The sentence.
        study: The sentences of its study, in none of which patients are treated.
    """
    if s.of("mirna") or s.of("vesicle") or s.of("source") or s.of("cargo"):
        return False
    text = words(s)
    if _OF_PEOPLE.search(text) is None:
        return False
    if _GIVEN.search(text) or _ACTS.search(text) or text.startswith(("those ", "they ")):
        return False
    return not any(_TRIAL.search(words(t)) for t in study)
