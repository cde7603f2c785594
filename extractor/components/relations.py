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

from extractor.components.skeleton import BREAK, GENE_LOST, WORD, Other, skeleton
from extractor.errors import RuleError
from extractor.pattern_tables import read_table
from extractor.rules import Rules

Direction = Literal["down", "up", "none"]
FILE = "relations.tsv"
_COLUMNS = ("id", "agent", "direction", "pattern", "example", "counterexample", "note")
_AGENTS = ("mirna", "gene", "nobody")
_DIRECTIONS = ("down", "up", "none", "verb", "signs", "corr", "")


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


_PATHWAY = re.compile(
    r"(?:[-/][\w.-]+)*\s*(?:\([^()]*\)\s*)?(?:-\s*)?(?:signal?ling|pathways?|cascades?)\b",
    re.I,
)
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
_DONE = (
    r"(?:is|are|was|were|been|"
    r"be) (?:\w+ )?[-+0][a-z]*p[a-z]*_\S+ by (?!(?:\w+ )?[-+0][a-z]*g[a-z]*_)"
)  # the agent is another
_MACROS = {
    "V": rf"(?P<v>{WORD})",
    "W": WORD,
    "N": r"(?P<v>[-+0][a-z]*n[a-z]*_\S+)",
    "P": r"(?P<v>[-+0][a-z]*[pa][a-z]*_\S+)",
    "A": r"(?P<v>[-+][a-z]*[pa][a-z]*_\S+)",
    "F": r"(?P<v>[-+0][a-z]*[bspg][a-z]*_\S+)",
    # up to 25, 8 and 3 words that leave neither the clause nor the mentions
    "long": rf"(?:(?!MM|GG|OM|{BREAK})\S+ ){{0,25}}?",
    "far": rf"(?:(?!MM|GG|OM|{BREAK}|{_DONE})\S+ ){{0,25}}",
    "some": rf"(?:(?!MM|GG|OM|{WORD}|{BREAK})\S+ ){{0,9}}",
    "few": rf"(?:(?!MM|GG|OM|OG|{WORD}|{BREAK})\S+ ){{0,4}}",
    "break": BREAK,
    "done": _DONE,
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
    if _crossed(sentence, mirna, gene, others):
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


_LISTED = re.compile(r"\s*(?:,|/|and|&|, and|(?:\([^()]*\))?\s*(?:,|and|, and))\s*(?:the\s+)?")


def _crossed(
    sentence: str, mirna: tuple[int, int], gene: tuple[int, int], others: Sequence[Other]
) -> bool:
    """Whether the two stand at different places of lists that "respectively" pairs off."""
    if "respectively" not in sentence:
        return False
    ranks = []
    for span, kind in ((mirna, "mirna"), (gene, "gene")):
        spans = sorted({span, *((o.start, o.end) for o in others if o.kind == kind)})
        at = first = spans.index(span)
        last = at
        while first and _LISTED.fullmatch(sentence[spans[first - 1][1] : spans[first][0]]):
            first -= 1
        while last + 1 < len(spans) and _LISTED.fullmatch(
            sentence[spans[last][1] : spans[last + 1][0]]
        ):
            last += 1
        ranks.append((at - first, last - first))
    (a, most), (b, others_most) = ranks
    return most == others_most > 0 and a != b


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
    r"\b(?:not|no|nor|neither|never|without|cannot|failed to|fails to|unable to|"
    r"lack of|independent(?:ly)? of|rather than)\b(?! only| longer)"
)


_MARK = re.compile(r"\{([^}]*)\}|\[([^\]]*)\]|<([^>]*)>")


def parse_example(
    marked: str,
) -> tuple[str, tuple[int, int], tuple[int, int], list[Other]]:
    """Sentence, miRNA, gene and other mentions of "{miR-9} hits [PTEN] and <BAX>"."""
    text, last = "", 0
    mirna = gene = (0, 0)
    others: list[Other] = []
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        name = match[1] or match[2] or match[3]
        span = (len(text), len(text) + len(name))
        if match[1]:
            mirna = span
        elif match[2]:
            gene = span
        else:
            others.append(Other(*span, "mirna" if name.startswith(("miR", "let")) else "gene"))
        text += name
        last = match.end()
    return text + marked[last:], mirna, gene, others


def check_examples(rules: Rules) -> list[str]:
    """What is wrong with the examples of the constructions, one line each.

    A construction must be the one that decides on its example, and must not fit its
    counterexample.
    """
    wrong: list[str] = []
    for c in constructions():
        found = classify(*parse_example(c.example), rules)
        fits = c.expression.search(skeleton(*parse_example(c.example), rules)[0])
        right = not found.related if c.agent == "nobody" else found.rule == f"{FILE}:{c.id}"
        if not fits or not right:
            wrong.append(f"patterns/{FILE}: {c.id}: the example is read by {found.rule or 'none'}")
        if c.expression.search(skeleton(*parse_example(c.counterexample), rules)[0]):
            wrong.append(f"patterns/{FILE}: {c.id}: the counterexample fits the pattern")
    return wrong


def _denied(text: str, match: re.Match[str]) -> bool:
    """Whether what a construction matched, or the words right before it, holds a negation."""
    before = " ".join(text[: match.start()].split(" ")[-3:])
    ends = re.search(r"\b(?:no|not|neither|nor)(?: \w+)?$", before.strip())
    return bool(_NOT.search(match.group()) or ends)


_OUTER = re.compile(r"([-+])[a-z]+_(\S+) (?:the |of |in |its |an? |any |this )*$")
_OUTER_FAR = re.compile(
    r"([-+])[a-z]+_(\S+) (?:(?!MM|GG|OM|,|and |by |through |via |to |[-+0][a-z]+_)\S+ ){0,4}$"
)
_UNDOES = re.compile(r"rescu|revers|revert|restor|recover|normali|correct|ameliorat|overc")


def _undone(before: str, word: str) -> bool:
    """Whether the words before a word of change undo it ("prevented the increase in")."""
    noun = "n" in word.split("_")[0]
    outer = (_OUTER_FAR if noun else _OUTER).search(before)
    return outer is not None and (
        outer[1] == "-" or (noun and word[0] == "-" and bool(_UNDOES.match(outer[2])))
    )


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
        if _undone(text[: match.start("v")], word):
            sign = -sign
    elif construction.direction == "corr":  # what goes with a loss of the miRNA
        state = re.search(r"([-+])[a-z]+_\S+ (?:of |in )?(?:the )?GG", match.group())
        sign = (-1 if loss else 1) * (-1 if state is not None and state[1] == "-" else 1)
    else:
        sign = {"down": -1, "up": 1}.get(construction.direction, 0)
    lost = loss if construction.agent == "mirna" else GENE_LOST.search(text) is not None
    if lost and construction.direction == "verb":
        sign = -sign
    return "down" if sign < 0 else "up" if sign > 0 else "none"
