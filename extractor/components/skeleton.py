"""Sentences to skeletons: what is left of a sentence when one miRNA and one gene are asked about.

The two mentions become ``MM`` and ``GG``, other miRNAs and genes ``OM`` and ``OG``, words of change
``sign forms _ word`` (``-p_reduced``, ``0n_target``; forms are b base, s, p past, g ing, n noun,
a adjective). Lists and glosses that hold a mention shrink to it, and what only dresses a mention
("the expression of", "mRNA levels") goes. A loss of the miRNA is taken off and told apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.rules import Rules
from extractor.tokens import tokenize


@dataclass(slots=True, frozen=True)
class Other:
    """Another mention of the sentence: ``start``/``end`` are offsets in it, ``kind`` is ``mirna``
    or ``gene``.
    """

    start: int
    end: int
    kind: str


WORD = r"[-+0][a-z]+_\S+"
"""A word of change, as it stands in a skeleton."""
_BE = r"(?:is|are|was|were|be)"
_GOES_ON = (  # what may follow ", and" without beginning a clause with another subject
    r"(?:(?:thus|thereby|then|so|also|hence|subsequently|consequently|directly|negatively"
    r"|further|in turn|can|could|may|was|were|is|to) )*"
    r"(?:[-+0][a-z]*[bspg][a-z]*_|(?:caus|lead|led|result|exert|contribut|bind|through|via|by)\w*"
    r"|its\b|(?:the )?(?:\w+ ){1,3}of (?:the )?[GO]G"
    rf"|(?:\w+ ){{0,2}}GG (?!(?:{_BE}|\w+ly|[-+0][a-z]+_\S+) )"
    rf"|(?:(?!MM|OM|GG|OG|[;.]|{_BE} |{WORD})\S+ ){{1,12}}(?:through|via|by) )"
)
BREAK = (
    r"(?:[;:.]|\b(?:whereas|while|whilst|although|but|however|and that"
    r"|(?:show|found|demonstrat|reveal|suggest|indicat|confirm)\w* that)\b"
    r"|, (?:we|it|there|this|these|in contrast|conversely) "
    rf"|, and (?!{_GOES_ON})"
    r"|, (?:thus |thereby )?(?:suggest|indicat|provid|implicat|highlight|support|reveal|underscor"
    r"|[-+0][a-z]+_support)ing)"
)
"""Where a clause ends."""

_PLACES = {"ZMIRF": "MM", "ZMIRO": "OM", "ZGENF": "GG", "ZGENO": "OG"}
_FORMS = {
    "base": "b",
    "s": "s",
    "past": "p",
    "participle": "p",
    "ing": "g",
    "noun": "n",
    "adjective": "a",
}
_OTHER_SENSE = frozenset(
    "damage harm injure hurt double multiply resist enrich enable "
    "control match phosphorylate down up more less".split()
)
"""Lemmas that mostly name things here, or say nothing of an amount."""
_SIGNS = {"+": "+", "-": "-", "0": "0", ">": "+", "<": "-"}


def skeleton(
    sentence: str,
    mirna: tuple[int, int],
    gene: tuple[int, int],
    others: Sequence[Other],
    rules: Rules,
) -> tuple[str, bool]:
    """The skeleton of a sentence, and whether it says that the miRNA is lacking or inhibited."""
    places = [(*mirna, "ZMIRF"), (*gene, "ZGENF")]
    for other in sorted(others, key=lambda o: (o.start - o.end, o.start)):
        if all(other.end <= s or e <= other.start for s, e, _ in places):
            name = "ZMIRO" if other.kind == "mirna" else "ZGENO"
            places.append((other.start, other.end, name))
    text = sentence
    for start, end, name in sorted(places, reverse=True):
        text = f"{text[:start]} {name} {text[end:]}"
    tokens = tokenize(text)
    words = [_PLACES.get(w, k) for w, k in zip(tokens.words, tokens.keys, strict=True)]
    tagged: dict[int, tuple[int, str]] = {}
    for hit in rules.predicates.find(tokens):
        predicate = hit.name.entry.facts["predicate"]
        sign = _SIGNS.get(predicate.sign)
        inside = any(w.isupper() for w in words[hit.first : hit.last])
        if sign is None or inside or predicate.lemma in _OTHER_SENSE:
            continue
        last, tag = tagged.get(hit.first, (hit.last, ""))
        if last != hit.last:
            continue
        word = "_".join(k for k in words[hit.first : hit.last] if k != "-")
        form = _FORMS[predicate.form]
        if not tag:
            tag = f"{sign}{form}_{word}"
        elif tag[0] == sign and form not in tag.split("_")[0]:
            tag = f"{tag[0]}{form}{tag[1:]}"
        tagged[hit.first] = (hit.last, tag)
    out: list[str] = []
    i = 0
    while i < len(words):
        if i in tagged:
            last, tag = tagged[i]
            out.append(tag)
            i = last
        else:
            out.append(words[i])
            i += 1
    return _shrink(" ".join(out))


_DRESS = (
    r"(?:m ?rnas?|rna|proteins?|genes?|expressions?|levels?|translations?|productions?"
    r"|transcripts?|abundance|content|activity|"
    r"activities|secretion|release|synthesis|signal ?l?ing|signal|pathways?|"
    r"transcription|phosphorylation|oligomerization|"
    r"accumulation|concentrations?|stability|utrs?|promoter|kinase|substrates?|mature|"
    r"concentration|amount|luciferase|reporter|messenger|receptor|families|family|"
    r"members?|cluster|sequences?|untranslated|regions?|\( utr \)|3 ' - utr|3 ' utr|"
    r"3utr|3 ' - untranslated|3 ' untranslated|coding)"
)
_NAMED = (
    r"(?:human|mouse|murine|rat|endogenous|exogenous|tumou?r suppressor|"
    r"transcription factors?|oncogene|oncogenic|cell cycle|target|gene|protein|putative|"
    r"total|active|cellular|known|direct|downstream|small|cytokine|microrna|mirna|mirnas|"
    r"micrornas|mature|neuronal|primary|precursor|pre -|pri -|hsa -|mmu -|rno -|histone|"
    r"inhibitor|regulator|receptor|kinase|gtpase|enzyme|factor|nuclear|specific|"
    r"proapoptotic|antiapoptotic|anti - apoptotic|pro - apoptotic|ligand|key|important|"
    r"also|two|three|both|its|their|the|an?)"
)
_JOIN = (
    r"(?:,|/|and|or|as well as|, and|, or|and / or|&|\+|, as well as|together with|"
    r"along with|including|such as|-)"
)
_GONE = (
    r"(?:-[a-z]+_\S+|loss|lack|knock ?down|knock - down|knockout|deficiency|absence|"
    r"silencing|inhibitors?|antagomirs?|antagonists?|antisense|deletion|underexpression|"
    r"under - expression|low|down ?- ?regulation|sirna|sponge|blocking|blockade|"
    r"deregulation)"
)
_THERE = (
    r"(?:overexpression|over - expression|overexpressing|\+[a-z]+_\S+|ectopic|forced|"
    r"enforced|exogenous|restored|transfection|introduction|transfected|stable|"
    r"re - expression|reexpression|restoration|mimics?|delivery|precursors?|high|"
    r"expression|levels?)"
)

_STEPS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(a), b)
    for a, b in (
        (
            r"\b3 ' ?-? ?(?:un ?- ?translated|non ?- ?coding) (?:regions?|sequences?)"
            r"(?: \( (?:3 ' -? ?)?utrs? \))?",
            "utr",
        ),
        (r"\b[35] ' -? ?utrs?\b|\butrs\b", "utr"),
        # glosses: the focal mention stands for its other name
        (r"GG \( OG(?: [^()]*)?\)|OG \( GG(?: [^()]*)?\)", "GG"),
        (r"OG \( OG(?: [^()]*)?\)", "OG"),
        (r"MM \( OM \)|OM \( MM \)", "MM"),
        (r"OM \( OM \)", "OM"),
        (r"(?<=GG )\( (?:(?!GG|MM|OG|OM)[^()])*\) ", ""),
        (r"\( (?:(?!GG|MM|OG|OM)[^()])*\) ?", ""),
        (r"\[ (?:(?!GG|MM|OG|OM)[^\[\]])*\] ?", ""),
        (
            r"(?:by|using|with|via|through) (?:(?!MM|OM|GG|OG)\S+ ){0,4}"
            r"(?:antisense|anti|antagomir) - OM ?",
            "",
        ),
        (r"[-+0][a-z]+_(binding|inhibiting|activating)(?= proteins?\b)", r"\1"),
        (r"(?:(?:hsa|mmu|rno|pre|pri|cluster|family|mirnas?|mirs?|micrornas?) ?-? )+(?=MM|OM)", ""),
    )
)  # fmt: skip
_LIST_M = re.compile(rf"(?:[OM]M)(?: {_JOIN}(?: {_NAMED})*(?: -)? (?:[OM]M))+")
_LIST_G = re.compile(rf"(?:[OG]G)(?: {_JOIN}(?: {_NAMED})*(?: of)? (?:[OG]G))+")
_DRESSED = re.compile(rf"(?<=[OG]G) {_DRESS}(?! - (?!utr))\b")
_DRESSED_M = re.compile(
    r"(?<=[OM]M) (?:levels?|genes?|families|family|clusters?|members?|mirnas?|micrornas?|"
    r"transcripts?|gene transcripts?|abundance)\b(?! -)"
)
_HEADED = re.compile(
    rf"(?<!\S)(?:(?:the|both|an?) )?(?:{_DRESS} )+(?:of|for|from) (?:{_NAMED} )*(?=[OG]G)"
)
_GROUP_M = re.compile(
    r"(?:mirs|mirnas|micrornas|mirna|mir|microrna|family) (?:\(|,|:|- -|including|"
    r"such as) (MM|OM) \)?"
)


def _shrink(text: str) -> tuple[str, bool]:
    for expression, plain in _STEPS:
        text = expression.sub(plain, text)
    for _ in range(4):
        before = text
        text = _DRESSED.sub("", text)
        text = _HEADED.sub("", text)
        text = _DRESSED_M.sub("", text)
        text = _LIST_M.sub(lambda m: "MM" if "MM" in m[0] else "OM", text)
        text = _LIST_G.sub(lambda m: "GG" if "GG" in m[0] else "OG", text)
        text = _GROUP_M.sub(r"\1 ", text)
        text = re.sub(r" {2,}", " ", text)
        if text == before:
            break
    return _drop_loss(text)


_LOSS_BEFORE = re.compile(
    rf"(?:{_GONE} (?:expression |levels? )?(?:of |against |for )?|(?:-[a-z]*n[a-z]*_\S+"
    rf"|loss|knockdown) in )(?:the )?(?:endogenous |mature |expression (?:levels? )?of "
    rf"|levels? of |{_THERE} of |activity of )*MM(?! (?:- )?(?:mediated|induced|"
    rf"dependent))"
    r"|(?:anti|antagomir|antisense|antago) -? ?MM"
)
_LOSS_AFTER = re.compile(
    r"MM (?:expression |levels? )?(?:- )?(?:(?<=- )-[a-z]*[pa][a-z]*_\S+|inhibitors?|"
    r"antagomirs?|antisense|knock ?down|knock - down|knockout|silencing|sponges?|"
    r"(?:double |triple )?-? ?mutants?|deficien\w+|depletion|depleted|null|deletion|"
    r"-[a-z]*n[a-z]*_(?:inhibition|"
    r"depletion|silencing|suppression|down_?regulation|blockade|loss|knock_down|"
    r"reduction))(?! of| by)"
)
_GAIN = re.compile(
    rf"(?:{_THERE} )+(?:of |with |for )?(?:the )?(?:endogenous |mature |expression of |"
    rf"levels? of )*MM(?! (?:- )?(?:mediated|induced|dependent))|MM (?:- )?(?:mimics?|"
    rf"overexpression|over - expression|expression|levels?|transfection|precursors?)\b"
)


def _drop_loss(text: str) -> tuple[str, bool]:
    """The skeleton with what was done to the miRNA taken off it, and whether that was a loss."""
    loss = False
    for _ in range(3):
        before = text
        if _GENE_FIRST.search(text):
            break
        text, n = _LOSS_BEFORE.subn("MM", text)
        text, k = _LOSS_AFTER.subn("MM", text)
        loss = loss or bool(n or k)
        text = _GAIN.sub("MM", text)
        if text == before:
            break
    return text, loss


GENE_LOST = re.compile(
    rf"{_GONE} (?:of |in |the )*GG|GG (?:- )?(?:inhibitors?|knock ?down|knock - down|"
    rf"knockout|silencing|deficien\w+|depletion|sirna|antagonists?|-[a-z]*n[a-z]*_\S+)"
)
_GENE_FIRST = re.compile(
    rf"GG (?:(?!MM|OM|OG|{BREAK})\S+ ){{0,6}}[-+][a-z]+_\S+ (?:(?:the|an?|expression|"
    rf"levels?|of|and|in|mature|endogenous|[-+][a-z]*n[a-z]*_\S+) )*MM"
    r"|[-+][a-z]+_\S+ (?:of )?(?:the )?MM (?:\S+ ){0,3}by (?:\S+ ){0,2}GG"
)
