"""Whether a sentence says that a miRNA and a gene act on one another, and in which direction.

A sentence is turned into a *skeleton*: the two mentions asked for become ``MM`` and ``GG``, other
miRNAs and genes ``OM`` and ``OG``, words of change become ``sign form _ word`` (``-p_reduced``,
``0n_target``), lists and glosses that hold a mention shrink to it, and what only dresses a mention
("the expression of", "mRNA levels") goes. The constructions of ``patterns/relations.tsv`` are
expressions over skeletons. A loss of the miRNA (inhibitor, knock-down, "reduced miR-x") is kept
apart and turns directions round: they are always those with the miRNA present.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from extractor.errors import RuleError
from extractor.rules import Rules, read_table
from extractor.tokens import tokenize

Direction = Literal["down", "up", "none"]
FILE = "relations.tsv"
_COLUMNS = ("id", "agent", "direction", "pattern", "example", "counterexample", "note")
_AGENTS = ("mirna", "gene", "nobody")
_DIRECTIONS = ("down", "up", "none", "verb", "signs", "corr", "")


@dataclass(slots=True, frozen=True)
class Other:
    """Another mention of the sentence: ``start``/``end`` are offsets in it, ``kind`` is ``mirna``
    or ``gene``.
    """

    start: int
    end: int
    kind: str


@dataclass(slots=True, frozen=True)
class Relation:
    """What a sentence says of a miRNA and a gene.

    ``direction`` is what happens to the one acted on while the other is present or active;
    ``agent`` is who acts, ``rule`` the construction that says so, or ``""``.
    """

    related: bool
    direction: Direction
    rule: str
    agent: str = "mirna"


_PATHWAY = re.compile(r"(?:[-/][\w.-]+)*\s*(?:\([^()]*\)\s*)?(?:-\s*)?(?:signal?ling|pathways?|cascades?)\b", re.I)
NONE = Relation(False, "none", "")


@dataclass(slots=True, frozen=True)
class Construction:
    """One row of the pattern file."""

    id: str
    agent: str
    direction: str
    expression: re.Pattern[str]
    example: str
    counterexample: str
    note: str


# words of a skeleton, for use in constructions
_V = r"[-+0][a-z]+_\S+"
_BREAK = r"(?:[;:.]|\b(?:whereas|while|whilst|although|but|however|and that|(?:show|found|demonstrat|reveal|suggest|indicat|confirm)\w* that)\b|, (?:we|it|there|this|these|in contrast|conversely) |, and (?!(?:(?:thus|thereby|then|so|also|hence|subsequently|consequently|directly|negatively|further|in turn|can|could|may|was|were|is|to) )*(?:[-+0][a-z]*[bspg][a-z]*_|(?:caus|lead|led|result|exert|contribut|bind|through|via|by)\w*|its\b|(?:the )?(?:\w+ ){1,3}of (?:the )?[GO]G|(?:\w+ ){0,2}GG (?!(?:is|are|was|were|be|\w+ly|[-+0][a-z]+_\S+) )))|, (?:thus |thereby )?(?:suggest|indicat|provid|implicat|highlight|support|reveal|underscor|[-+0][a-z]+_support)ing)"
_DONE = r"(?:is|are|was|were|been|be) (?:\w+ )?[-+0][a-z]*p[a-z]*_\S+ by (?!(?:\w+ )?[-+0][a-z]*g[a-z]*_)"  # the agent is another
_MACROS = {
    "V": rf"(?P<v>{_V})",
    "W": _V,
    "N": r"(?P<v>[-+0][a-z]*n[a-z]*_\S+)",
    "P": r"(?P<v>[-+0][a-z]*[pa][a-z]*_\S+)",
    "A": r"(?P<v>[-+][a-z]*[pa][a-z]*_\S+)",
    "F": r"(?P<v>[-+0][a-z]*[bspg][a-z]*_\S+)",
    # up to 25, 8 and 3 words that leave neither the clause nor the mentions
    "long": rf"(?:(?!MM|GG|OM|{_BREAK})\S+ ){{0,25}}?",
    "far": rf"(?:(?!MM|GG|OM|{_BREAK}|{_DONE})\S+ ){{0,25}}",
    "some": rf"(?:(?!MM|GG|OM|{_V}|{_BREAK})\S+ ){{0,9}}",
    "few": rf"(?:(?!MM|GG|OM|OG|{_V}|{_BREAK})\S+ ){{0,4}}",
    "_BREAK": _BREAK,
    "be": r"(?:is|are|was|were|be|been|being|become|became)",
    "by": r"(?:by|via|through|upon|after|following|with|in response to|due to|because of)",
}


def classify(
    sentence: str,
    mirna: tuple[int, int],
    gene: tuple[int, int],
    others: Sequence[Other],
    rules: Rules,
    *,
    pathways: bool = False,
) -> Relation:
    """What a sentence says of one miRNA mention and one gene mention.

    Args:
        sentence: One sentence, or a few.
        mirna: Offsets of the miRNA in the sentence, half-open.
        gene: Offsets of the gene in the sentence, half-open.
        others: The sentence's other miRNA and gene mentions; those that overlap the two are
            passed over.
        rules: The loaded pattern files, for their words of change.
        pathways: Count a gene that only names a pathway ("Wnt/CTNNB1 signalling").
    """
    if not pathways and _PATHWAY.match(sentence, gene[1]):
        return NONE
    if mirna[0] < gene[1] and gene[0] < mirna[1]:
        return NONE
    text, loss = skeleton(sentence, mirna, gene, others, rules)
    for construction in constructions():
        match = construction.expression.search(text)
        if match is None:
            continue
        if construction.agent == "nobody" or _denied(text, match):
            return NONE
        direction = _direction(construction, match, text, loss)
        return Relation(True, direction, f"{FILE}:{construction.id}", construction.agent)
    return NONE


def tells_repression(
    sentence: str,
    mirna: tuple[int, int],
    gene: tuple[int, int],
    others: Sequence[Other],
    rules: Rules,
) -> bool:
    """Whether a sentence that is known to relate the two tells of repression.

    Where no construction fits, a word of decrease between the two decides, or that the miRNA is
    lacking. Arguments as for ``classify``.
    """
    found = classify(sentence, mirna, gene, others, rules, pathways=True)
    if found.related:
        return found.direction == "down"
    text, loss = skeleton(sentence, mirna, gene, others, rules)
    a, b = sorted((text.find("MM"), text.find("GG")))
    return loss or re.search(r"(?<!\S)-[a-z]+_", text[a:b]) is not None


@lru_cache(maxsize=1)
def constructions() -> tuple[Construction, ...]:
    """The constructions in the order in which they are tried.

    Raises:
        RuleError: The pattern file is wrong.
    """
    source = files("extractor.patterns") / FILE
    out: list[Construction] = []
    for line, row in read_table(f"patterns/{FILE}", source.read_text(encoding="utf-8"), _COLUMNS):
        if row["agent"] not in _AGENTS or row["direction"] not in _DIRECTIONS:
            raise RuleError(
                f"patterns/{FILE}",
                line,
                row["id"],
                f"agent {row['agent']!r} or direction {row['direction']!r} is unknown; agents are "
                f"{', '.join(_AGENTS)}, directions {', '.join(d for d in _DIRECTIONS if d)}",
            )
        written = row["pattern"]
        for name, expansion in _MACROS.items():
            written = written.replace("{" + name + "}", expansion)
        try:
            expression = re.compile(rf"(?<!\S)(?:{written})(?!\S)")
        except re.error as error:
            raise RuleError(
                f"patterns/{FILE}", line, row["id"], f"is no regular expression: {error}; mend it"
            ) from None
        out.append(
            Construction(
                row["id"], row["agent"], row["direction"], expression,
                row["example"], row["counterexample"], row["note"],
            )
        )  # fmt: skip
    return tuple(out)


_NOT = re.compile(
    r"\b(?:not|no|nor|neither|never|without|cannot|failed to|fails to|unable to|lack of|independent(?:ly)? of|rather than)\b(?! only| longer)"
)


def _denied(text: str, match: re.Match[str]) -> bool:
    """Whether what a construction matched, or the words right before it, holds a negation."""
    before = " ".join(text[: match.start()].split(" ")[-3:])
    return bool(_NOT.search(match.group()) or re.search(r"\b(?:no|not|neither|nor)(?: \w+)?$", before.strip()))


def _direction(
    construction: Construction, match: re.Match[str], text: str, loss: bool
) -> Direction:
    if construction.direction == "signs":
        sign = 1
        for group in ("a", "b"):
            word = match.groupdict().get(group)
            sign *= -1 if word and word[0] == "-" else 1
    elif construction.direction == "verb":
        word = match.group("v")
        sign = {"-": -1, "+": 1, "0": 0}[word[0]]
        outer = re.search(
            r"([-+])[a-z]+_\S+ (?:the |of |in |its |an? |any |this )*$", text[: match.start("v")]
        )
        if outer is not None and outer[1] == "-":
            sign = -sign  # "prevented the increase in"
    elif construction.direction == "corr":  # what goes with a loss of the miRNA
        state = re.search(r"([-+])[a-z]+_\S+ (?:of |in )?(?:the )?GG", match.group())
        sign = (-1 if loss else 1) * (-1 if state is not None and state[1] == "-" else 1)
    else:
        sign = {"down": -1, "up": 1}.get(construction.direction, 0)
    lost = loss if construction.agent == "mirna" else _GENE_LOST.search(text) is not None
    if lost and construction.direction == "verb":
        sign = -sign
    return "down" if sign < 0 else "up" if sign > 0 else "none"


_PLACES = {"ZMIRF": "MM", "ZMIRO": "OM", "ZGENF": "GG", "ZGENO": "OG"}
_FORMS = {"base": "b", "s": "s", "past": "p", "participle": "p", "ing": "g", "noun": "n", "adjective": "a"}  # fmt: skip
_OTHER_SENSE = frozenset(
    "damage harm injure hurt double multiply resist enrich enable control match phosphorylate down up more less".split()
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
    """The skeleton of a sentence, and whether the miRNA is said to be lacking or inhibited in it."""
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
        if sign is None or predicate.lemma in _OTHER_SENSE or any(w.isupper() for w in words[hit.first : hit.last]):
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
    r"(?:m ?rnas?|rna|proteins?|genes?|expressions?|levels?|translations?|productions?|transcripts?|abundance|content|activity|"
    r"activities|secretion|release|synthesis|signal ?l?ing|signal|pathways?|transcription|phosphorylation|oligomerization|"
    r"accumulation|concentrations?|stability|utrs?|promoter|kinase|substrates?|mature|concentration|amount|luciferase|reporter|messenger|receptor|families|family|members?|cluster|sequences?|untranslated|regions?|\( utr \)|3 ' - utr|3 ' utr|3utr|3 ' - untranslated|3 ' untranslated|coding)"
)
_NAMED = r"(?:human|mouse|murine|rat|endogenous|exogenous|tumou?r suppressor|transcription factors?|oncogene|oncogenic|cell cycle|target|gene|protein|putative|total|active|cellular|known|direct|downstream|small|cytokine|microrna|mirna|mirnas|micrornas|mature|neuronal|primary|precursor|pre -|pri -|hsa -|mmu -|rno -|histone|inhibitor|regulator|receptor|kinase|gtpase|enzyme|factor|nuclear|specific|proapoptotic|antiapoptotic|anti - apoptotic|pro - apoptotic|ligand|key|important|also|two|three|both|its|their|the|an?)"
_JOIN = r"(?:,|/|and|or|as well as|, and|, or|and / or|&|\+|, as well as|together with|along with|including|such as|-)"
_GONE = r"(?:-[a-z]+_\S+|loss|lack|knock ?down|knock - down|knockout|deficiency|absence|silencing|inhibitors?|antagomirs?|antagonists?|antisense|deletion|underexpression|under - expression|low|down ?- ?regulation|sirna|sponge|blocking|blockade|deregulation)"
_THERE = r"(?:overexpression|over - expression|overexpressing|\+[a-z]+_\S+|ectopic|forced|enforced|exogenous|restored|transfection|introduction|transfected|stable|re - expression|reexpression|restoration|mimics?|delivery|precursors?|high|expression|levels?)"

_STEPS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(a), b)
    for a, b in (
        (r"\b3 ' ?-? ?(?:un ?- ?translated|non ?- ?coding) (?:regions?|sequences?)(?: \( (?:3 ' -? ?)?utrs? \))?", "utr"),
        (r"\b[35] ' -? ?utrs?\b|\butrs\b", "utr"),
        # glosses: the focal mention stands for its other name
        (r"GG \( OG(?: [^()]*)?\)|OG \( GG(?: [^()]*)?\)", "GG"),
        (r"OG \( OG(?: [^()]*)?\)", "OG"),
        (r"MM \( OM \)|OM \( MM \)", "MM"),
        (r"OM \( OM \)", "OM"),
        (r"(?<=GG )\( (?:(?!GG|MM|OG|OM)[^()])*\) ", ""),
        (r"\( (?:(?!GG|MM|OG|OM)[^()])*\) ?", ""),
        (r"\[ (?:(?!GG|MM|OG|OM)[^\[\]])*\] ?", ""),
        (r"(?:by|using|with|via|through) (?:(?!MM|OM|GG|OG)\S+ ){0,4}(?:antisense|anti|antagomir) - OM ?", ""),
        (r"[-+0][a-z]+_(binding|inhibiting|activating)(?= proteins?\b)", r"\1"),
        (r"(?:(?:hsa|mmu|rno|pre|pri|cluster|family|mirnas?|mirs?|micrornas?) ?-? )+(?=MM|OM)", ""),
    )
)  # fmt: skip
_LIST_M = re.compile(rf"(?:[OM]M)(?: {_JOIN}(?: {_NAMED})*(?: -)? (?:[OM]M))+")
_LIST_G = re.compile(rf"(?:[OG]G)(?: {_JOIN}(?: {_NAMED})*(?: of)? (?:[OG]G))+")
_DRESSED = re.compile(rf"(?<=[OG]G) {_DRESS}(?! - (?!utr))\b")
_DRESSED_M = re.compile(r"(?<=[OM]M) (?:levels?|genes?|families|family|clusters?|members?|mirnas?|micrornas?|transcripts?|gene transcripts?|abundance)\b(?! -)")
_HEADED = re.compile(
    rf"(?<!\S)(?:(?:the|both|an?) )?(?:{_DRESS} )+(?:of|for|from) (?:{_NAMED} )*(?=[OG]G)"
)
_GROUP_M = re.compile(r"(?:mirs|mirnas|micrornas|mirna|mir|microrna|family) (?:\(|,|:|- -|including|such as) (MM|OM) \)?")


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
    rf"(?:{_GONE} (?:expression |levels? )?(?:of |against |for )?|(?:-[a-z]*n[a-z]*_\S+|loss|knockdown) in )(?:the )?(?:endogenous |mature |expression (?:levels? )?of |levels? of |{_THERE} of |activity of )*MM(?! (?:- )?(?:mediated|induced|dependent))"
    r"|(?:anti|antagomir|antisense|antago) -? ?MM"
)
_LOSS_AFTER = re.compile(
    r"MM (?:expression |levels? )?(?:- )?(?:(?<=- )-[a-z]*[pa][a-z]*_\S+|inhibitors?|antagomirs?|antisense|knock ?down|knock - down|knockout|silencing|sponges?|deficien\w+|depletion|depleted|null|deletion|-[a-z]*n[a-z]*_(?:inhibition|depletion|silencing|suppression|down_?regulation|blockade|loss|knock_down|reduction))(?! of| by)"
)
_GAIN = re.compile(
    rf"(?:{_THERE} )+(?:of |with |for )?(?:the )?(?:endogenous |mature |expression of |levels? of )*MM(?! (?:- )?(?:mediated|induced|dependent))|MM (?:- )?(?:mimics?|overexpression|over - expression|expression|levels?|transfection|precursors?)\b"
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


_GENE_LOST = re.compile(
    rf"{_GONE} (?:of |in |the )*GG|GG (?:- )?(?:inhibitors?|knock ?down|knock - down|knockout|silencing|deficien\w+|depletion|sirna|antagonists?|-[a-z]*n[a-z]*_\S+)"
)
_GENE_FIRST = re.compile(
    rf"GG (?:(?!MM|OM|OG|{_BREAK})\S+ ){{0,6}}[-+][a-z]+_\S+ (?:(?:the|an?|expression|levels?|of|and|in|mature|endogenous|[-+][a-z]*n[a-z]*_\S+) )*MM"
    r"|[-+][a-z]+_\S+ (?:of )?(?:the )?MM (?:\S+ ){0,3}by (?:\S+ ){0,2}GG"
)
