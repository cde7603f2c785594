"""Which names that trained recognisers find may stand in a finding, and what they are called.

The recognisers mark far more than an argument of a claim: classes of proteins, reagents, symptoms,
half of a chain. A name is taken if it has the shape of one thing's name, if enough of the heads
agree that it is one, and if nothing beside it says that it stands for something else (a marker of
cells, a strain, a stain). What is left counts only where a construction demands an argument, as
all open vocabulary.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractor.components.symbols import GENE_PRODUCT, NO_SYMBOL
from extractor.tokens import Tokens

Span = tuple[int, int, str, float | None]


@dataclass(frozen=True, slots=True)
class Name:
    """A name that may fill a slot; the last token is exclusive.

    ``whole`` are the tokens that the recognisers marked. ``over`` says that a lexicon's mention
    inside is only a part of this name ("EGF" of "heparin-binding EGF") and gives way; with no
    ``kind`` the name fills nothing itself. ``told`` says that a disease is what was modelled or
    treated.
    """

    kind: str
    first: int
    last: int
    label: str
    whole: tuple[int, int]
    over: bool = False
    told: bool = False


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BEFORE = _words("lncrna circrna mrna serum plasma total human murine mouse rat phospho p")
"""Words that lead a gene's name and are no part of it."""
_BEHIND = _words("protein proteins gene mrna mrnas transcript transcripts")
APPOSED = _words(
    "complement protein gene enzyme kinase receptor transporter cytokine chemokine factor ligand "
    "antigen phosphatase protease regulator repressor"
)
"""Words that stand before a symbol and say what it is."""
_STANDS_FOR = _words(
    "cells cell lymphocytes macrophages mice mouse rats rat knockout null group groups score scale "
    "staining stain stained positive immunopositive antibody antibodies assay assays kit agonist "
    "antagonist inhibitor inhibitors promoter reporter plasmid vector primer primers receptor "
    "receptors signaling signalling pathway pathways axis cascade response responses"
)
"""Words behind a gene's name that make another thing of it."""
_CLASSES = _words(
    "protease proteases proteinase kinase phosphatase nuclease ligase hydrolase transferase "
    "caspase gtpase atpase enzyme enzymes factor factors protein proteins receptor receptors gene "
    "genes cytokine chemokine hormone antigen antibody integrin cadherin keratin tubulin actin "
    "globulin insulin albumin fibrin heparin gelatin hemoglobin haemoglobin luciferase trypsin "
    "collagenase toxin lectin domain subunit family complex co-repressor corepressor network site "
    "sites"
)
"""Heads that name a class of proteins, or what a laboratory uses of them."""
_NOT_ONE = re.compile(
    r"mirna|microrna|^mir|mirs?$|antago|^anti|^rs\d|ab$|rnas?$|^dnas?$|seq$|utrs?$|(?-i:[A-Z]s$)",
    re.I,
)
"""A word that shows a name to be of RNAs, antibodies, several things."""
_ASSAYS = re.compile(
    r"PicTar|TargetScan|RAKE|PCA|ISH|RIP|ChIP|DiR|DiI|DiO|BrdU|EdU|MTT|Cas\d+|RNase|DNase|HLA|TCR|"
    r"BCR|SDS|PAGE|GOLD|Annexin|MitoSOX|MitoTracker|JC|ICP|FITC|DCFH?|DCFDA",
    re.I,
)
_WIDER = re.compile(
    r"^\S+-(?:binding|interacting|associated|activating|releasing|inducing|related|like)\b|"
    r"\b(?:receptor|ligase|antagonist|antibody|substrate|inhibitor|promoter|subunit)\b|\btype \d"
)
"""Words that make of a gene's name the name of another gene: its receptor, what binds it."""
_PROTEIN = re.compile(r"[a-z]{3,}(?:in|ase|gen|kine)")
_CODE = re.compile(r"[IVX]+|\d+[A-Za-z]{0,2}\d*|[A-Z]\d+[A-Z]?")
"""Numbers, and codes of one letter: compounds, doses, passages."""
_UTR = re.compile(r"(?:\W*[35])?\W{0,3}UTRs?$")

_CELL = re.compile(r"cells?|\w{3,}(?:cytes?|blasts?|phages?|clasts?)")
_NO_KIND = _words(
    "donor recipient host target treated untreated cultured primary human mouse murine rat local "
    "normal healthy injured damaged hypoxic ectopic eutopic single living dead other neighbouring "
    "neighboring resident stem adult fetal foetal tumor tumour cancer mesenchymal mammalian"
)
"""Words before "cells" that say no kind of cell."""

_DISEASE = re.compile(
    r"(?:diseases?|syndromes?|disorders?|injur(?:y|ies)|cancers?|carcinomas?|lymphomas?|leuk\w+|"
    r"tumou?rs?|dystroph(?:y|ies)|poisoning|failure|infarct(?:ion)?|stroke|deficiency|palsy|"
    r"insufficiency|dysfunction|sclerosis|infection|intoxication|fistulas?|ulcers?|burns?|"
    r"\w{3,}(?:itis|itides|osis|oses|omas?|a?emia|pathy|pathies|plegia|plasia|trophy|penia))",
    re.I,
)
_GENERAL = _words(
    "disease diseases injury injuries syndrome disorder disorders tumor tumour tumors tumours "
    "cancer cancers infection infections failure dysfunction deficiency insufficiency necrosis "
    "fibrosis apoptosis atrophy hypertrophy hyperplasia acidosis hypoxemia hypoxaemia stenosis "
    "metastasis thrombosis hyperglycemia hyperglycaemia hypoglycemia sclerosis ulcer ulcers burn "
    "burns infarct infarction stroke ischemia ischaemia anemia anaemia toxicity"
)
"""Names too general to say of which disease a study is, and lesions that are rather outcomes."""
_EPONYM = re.compile(r"[A-Z]\w+(?:['’]s)? (?:\w+ )?(?:disease|syndrome|disorder|palsy)")
_SUFFERERS = _words(
    "patients patient children infants women men people subjects volunteers individuals mice mouse "
    "rats rat rabbits pigs dogs animals monkeys"
)
_MODELS = _SUFFERERS | _words("model models murine rodents")
_DEGREES = _words("acute chronic severe mild moderate refractory experimental early late")
_LEAST = {"gene": 0.4, "disease": 0.6}
"""The share of the heads that must agree."""
_SURE, _LIKELY = 0.8, 0.6


def read(
    tokens: Tokens, recognised: Sequence[Span], defined: Mapping[str, str]
) -> Iterator[Name]:
    """The genes and diseases of a block that may fill a slot, in text order.

    Args:
        tokens: Tokens of the block.
        recognised: What the recognisers found in it: start, end, type, score.
        defined: Short forms that the document defines, with what they mean.
    """
    for start, end, kind, score in recognised:
        sure = 1.0 if score is None else score
        first, last = bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
        if first >= last or kind not in _LEAST or sure < _LEAST[kind]:
            continue
        if kind == "gene":
            also = any(k == "chemical" and a < end and start < b for a, b, k, _ in recognised)
            made = _gene(tokens, first, last, sure, defined, also)
        else:
            made = _disease(tokens, first, last, defined)
        if made is not None:
            yield made


def cells(
    tokens: Tokens, recognised: Sequence[Span], taken: Container[int]
) -> Iterator[tuple[int, int, str]]:
    """Kinds of cells that no lexicon knows, named in words: first and last token, label.

    Args:
        tokens: Tokens of the block.
        recognised: What the recognisers found in it: start, end, type, score.
        taken: Tokens of other mentions.
    """
    for start, end, kind, _ in recognised:
        first, last = bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
        if kind != "cell" or any(i in taken for i in range(first, last)):
            continue
        named = first
        while named < last and tokens.keys[named] in _NO_KIND:
            named += 1
        words = tokens.words[named:last]
        if (
            words
            and words[0].isalpha()
            and words[0][1:].islower()
            and all(w.islower() or w == "-" for w in words[1:])
            and _CELL.fullmatch(words[-1])
            and not (len(words) == 1 and words[0].startswith("cell"))
        ):
            yield first, last, _text(tokens, named, last).lower().removesuffix("s")


def _text(tokens: Tokens, first: int, last: int) -> str:
    return tokens.text[tokens.starts[first] : tokens.ends[last - 1]]


def _gene(
    tokens: Tokens, first: int, last: int, sure: float, defined: Mapping[str, str], also: bool
) -> Name | None:
    """A gene or protein, without what leads and follows its name.

    ``also`` says that the recognisers take it for a chemical too.
    """
    whole = first, last
    text = _text(tokens, first, last)
    if "antibod" in text.casefold():
        return None
    if sure >= _SURE and _WIDER.search(text):
        kind = "" if text.split()[-1] in _CLASSES else "gene"
        return Name(kind, first, last, text, whole, over=True)
    first, last = _bare(tokens, first, last)
    name = _text(tokens, first, last)
    words = name.split()
    meaning = defined.get(name)
    if (
        len(name) < 3
        or not name[0].isalnum()
        or _CODE.fullmatch(name)
        or NO_SYMBOL.match(name)
        or NO_SYMBOL.match(name.replace("-", ""))
        or (meaning and not GENE_PRODUCT.search(meaning))
        or any(_NOT_ONE.search(w) for w in words)
        or _ASSAYS.fullmatch(tokens.words[first])
        or _beside(tokens, whole[0], last)
        or not _names_one(name, words, sure, also)
    ):
        return None
    if first and tokens.keys[first - 1] in APPOSED and _symbol(name):
        first -= not tokens.glued(first)
    return Name("gene", first, last, name, whole)


def _bare(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """The tokens of a gene's name without "mRNA", "3'-UTR", "serum" and the like around it."""
    keys = tokens.keys
    utr = _UTR.search(_text(tokens, first, last))
    end = tokens.starts[first] + utr.start() if utr else tokens.ends[last - 1]
    while last - first > 1 and (
        tokens.ends[last - 1] > end or keys[last - 1] in _BEHIND or not keys[last - 1].isalnum()
    ):
        last -= 1
    at = last - 1
    while at > first and tokens.glued(at):
        at -= 1
    symbol = _symbol(_text(tokens, at, last))
    while last - first > 1 and (
        keys[first] == "-"
        or (keys[first] in _BEFORE and (keys[first + 1] == "-" or not tokens.glued(first + 1)))
        or (symbol and tokens.words[first].islower() and not tokens.glued(first + 1))
    ):
        first += 1
    return first, last


def _symbol(word: str) -> bool:
    return len(word) > 2 and " " not in word and any(c.isupper() for c in word)


def _names_one(name: str, words: Sequence[str], sure: float, also: bool) -> bool:
    """Whether a gene's name has the shape of one gene's, for so many heads that say so."""
    several = words[-1].islower() and words[-1].endswith("s")
    if several or words[-1].lower() in _CLASSES:
        return False
    if not any(c.isupper() or c.isdigit() for c in name):
        known = len(words) > 1 or bool(_PROTEIN.fullmatch(name))
        return known and sure >= _SURE and not also
    if sure >= _LIKELY:
        return not (name.isalpha() and name.istitle() and len(name) < 4)
    return not also and not (name.isalpha() and (name.istitle() or len(name) < 4))


def _beside(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the words around a gene's name say that it is a marker, a strain, part of a chain."""
    keys = tokens.keys
    before, after = keys[max(0, first - 2) : first], keys[last : last + 2]
    if after and (after[0] == "-" or after[0] in _STANDS_FOR):
        return True
    if after and tokens.glued(last) and after[0] in ("+", "⁺", "/", "("):
        return True
    if after[:1] == ["("] and last + 1 < len(tokens) and tokens.words[last + 1].isupper():
        return True  # the symbol in the bracket says it better
    if before[-1:] == ["of"] and before[0] in ("model", "models"):
        return True
    if before[-1:] in (["to"], ["against"]) and "antibod" in before[0]:
        return True
    return bool(before) and (
        (tokens.glued(first) and before[-1] in ("/", "-", "+")) or before[-1] in ("anti", "vs")
    )


def _disease(tokens: Tokens, first: int, last: int, defined: Mapping[str, str]) -> Name | None:
    """A disease by a name that says which one."""
    text = _text(tokens, first, last)
    label = defined.get(text, "" if text.isupper() else text)
    words = (label if _EPONYM.fullmatch(label) else label.lower()).split()
    if not words or not _DISEASE.fullmatch(words[-1]):
        return None
    while words[0] in _DEGREES and len(words) > 1:
        words = words[1:]
    if len(words) == 1 and words[0] in _GENERAL:
        return None
    return Name(
        "disease", first, last, " ".join(words), (first, last),
        over=bool(_EPONYM.fullmatch(text)),
        told=text in defined or _modelled(tokens, first, last),
    )  # fmt: skip


def _modelled(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the words say that a disease was modelled or treated, or it is all there is."""
    keys = tokens.keys
    while first and (keys[first - 1] in _DEGREES or keys[first - 1] in ("a", "an", "the")):
        first -= 1
    if (first == 0 and last == len(tokens)) or any(k in _MODELS for k in keys[last : last + 2]):
        return True
    before = keys[max(0, first - 2) : first]
    return len(before) == 2 and (
        (before[1] == "with" and before[0] in _SUFFERERS)
        or (before[1] == "of" and before[0] in ("model", "models"))
    )
