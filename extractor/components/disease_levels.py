"""Sentences that only set the levels of a miRNA and of genes beside each other in the disease:
"miR-22 was downregulated whereas PTGS2 was upregulated in osteoarthritic cartilage".
"""

from __future__ import annotations

import re

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
