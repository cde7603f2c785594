"""Names that no lexicon knows, caught where a construction demands one.

A word shaped like a gene symbol, and a noun phrase whose head is something that is measured
("Ashcroft score", "bile flow"), become candidates. They count only where a predicate says that
they rose, fell or were targeted; they lower the confidence, and carry no identifier
unless the table of gene symbols knows the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractor.components.by_organ import BARE_WORDS
from extractor.components.found import Found
from extractor.components.recognised import APPOSED, Name, read
from extractor.components.symbols import GENE_PRODUCT, NO_SYMBOL
from extractor.components.words import ADVERB_WORDS, DETERMINERS, PREPOSITIONS, SUBORDINATORS
from extractor.records import Mention
from extractor.rules import Rules
from extractor.tokens import Tokens

RULE_GENE = "open-vocabulary:gene"
RULE_EFFECT = "open-vocabulary:effect"

_SYMBOL = re.compile(
    # the capital comes before the look behind it: a search can go straight to the next capital
    r"(?P<name>[A-Z](?<![A-Za-z0-9/-][A-Z])(?:[A-Z]{1,5}\d{1,3}[A-Z]{0,2}\d?|"
    r"[A-Z]{1,3}\d[A-Z]{1,3}\d{0,2}|[a-z]{2,4}\d{1,2}[a-z]?))(?![A-Za-z0-9])"
)
_TARGETED = re.compile(
    r"(?:target(?:s|ed|ing)?|UTRs? of|repress(?:es|ed|ing)|suppress(?:es|ed|ing)|inhibit(?:s|"
    r"ed|ing)|silenc(?:es|ed|ing)"
    r"|downregulat(?:es|ed|ing)|bind(?:s|ing)? to|bound to|(?:mi?R|"
    r"let)-[\w-]+/)\s?(?:the )?(?P<name>[A-Z]{3,6}|(?<=/)[A-Z][A-Z0-9]{2,7})(?![A-Za-z0-9-])"
)
_APPROVED = re.compile(
    r"(?P<name>[A-Z](?<![A-Za-z0-9/-][A-Z])(?=[A-Z0-9]*\d)[A-Z0-9]{4,9})(?![A-Za-z0-9])"
)
"""Symbols of any shape, which count where the table of symbols has them: "PPP1R12B"."""
_HEADS = frozenset(
    "score scores index indices thickness length width depth diameter volume weight height "
    "area pressure flow rate"
    " leakage permeability clearance burden load injury damage loss degeneration "
    "regeneration repair closure"
    " growth outgrowth sprouting formation deposition accumulation infiltration influx "
    "swelling oedema edema"
    " stiffness compliance elasticity strength latency duration frequency amplitude "
    "threshold perfusion"
    " density count counts number numbers content function activity capacity resistance "
    "sensitivity stability"
    " synthesis biosynthesis release production degradation fusion aggregation branching "
    "conductance concentration output impedance velocity curvature dropout recurrence rupture "
    "shortening thickening thinning narrowing dilation dilatation dryness redness tension "
    "turnover passage titre titer contraction relaxation interval intensity opacity"
    " storage transport secretion uptake excretion motility viability survival mortality "
    "recovery tolerance "
    "consumption".split()
)
_HARM = frozenset(
    "atrophy hyperplasia opacification resorption remodeling remodelling stiffness "
    "leakage load burden injury damage loss degeneration infiltration influx swelling oedema "
    "edema mortality latency degradation impedance curvature dropout recurrence rupture "
    "thickening thinning narrowing dilation dilatation dryness redness opacity".split()
)
_NEUTRAL = frozenset(
    "score scores index indices weight volume pressure threshold number numbers count counts "
    "content duration frequency concentration velocity titre titer interval intensity "
    "fusion aggregation shortening tension turnover contraction".split()
)
_STOP = (
    DETERMINERS
    | PREPOSITIONS
    | SUBORDINATORS
    | frozenset(
        "and or but not is are was were be been being has have had may might can could did "
        "do does will would also then thus which that who whose"
        " nor neither either yet so peak median"
        " final fatal baseline significantly markedly total mean relative "
        "overall similar different other more less higher lower increased decreased reduced "
        "improved luciferase reporter"
        " mirna mirnas microrna micrornas cargo rna"
        " exosome exosomes vesicle vesicles ev evs msc mscs group groups control study "
        "expression protein mrna gene no of the further such same new main"
        " potential important first second after before mode particle particles zeta "
        "absolute vesicular donor culture medium positive negative large small transcriptional "
        "stained labelled labeled remaining there zeta".split()
    )
)
_MAX_WORDS = 3


def find(
    tokens: Tokens,
    found: Sequence[Found],
    soft: Iterable[Found],
    predicates: Iterable[int],
    defined: dict[str, str],
    offset: int,
    recognised: Sequence[tuple[int, int, str, float | None]],
    rules: Rules,
) -> list[Found]:
    """Candidates among the tokens that nothing else has named.

    Args:
        tokens: Tokens of a block.
        found: Mentions taken already; one that is a part of a recognised name gets the fact
            ``overruled``.
        soft: Cells, organisms and vesicles.
        predicates: Tokens at which a predicate begins.
        defined: Short forms that the document defines: no symbols unless they mean a gene product.
        offset: Offset of the block in the document text.
        recognised: What trained recognisers found in the block: start, end, type, score.
        rules: The rules, whose table of symbols says which gene a name stands for.
    """
    soft = list(soft)
    taken = {i for f in (*found, *soft) for i in range(f.first, f.last)}
    verbs = set(predicates)
    out: list[Found] = []
    at = {s: i for i, s in enumerate(tokens.starts)}
    for pattern in (_SYMBOL, _TARGETED, _APPROVED):
        for match in pattern.finditer(tokens.text):
            name = match["name"]
            if pattern is _APPROVED and rules.symbol(name) is None:
                continue
            meaning = defined.get(name)
            if NO_SYMBOL.match(name) or (meaning and not GENE_PRODUCT.search(meaning)):
                continue
            first = at.get(match.start("name"))
            if first is None:
                continue
            last = first
            while last < len(tokens) and tokens.ends[last] <= match.end("name"):
                last += 1
            following = tokens.keys[last] if last < len(tokens) else ""
            if following == "+" and any(c.first == last + 1 and c.kind == "cell" for c in soft):
                continue  # "CCR2+ monocytes"
            if following in ("cells", "cell", "mice", "rats", "group", "score", "scale") or any(
                i in taken for i in range(first, last)
            ):
                continue
            out.append(_found("gene", tokens, first, last, name, RULE_GENE, offset, rules))
            taken.update(range(first, last))
    for name in read(tokens, recognised, defined):
        inner = [f for f in found if f.first < name.last and name.first < f.last]
        if len(inner) == 1 and name.over and _within(inner[0], name, tokens):
            inner[0].facts["overruled"] = True
        elif any(i in taken for i in range(min(name.first, name.whole[0]), name.whole[1])):
            continue
        if name.kind:
            rule = f"recogniser:{name.kind}"
            made = _found(
                name.kind, tokens, name.first, name.last, name.label, rule, offset, rules
            )
            made.facts["told"] = name.told
            out.append(made)
            taken.update(range(name.first, name.last))
    for i, key in enumerate(tokens.keys):
        if (key not in _HEADS and key not in BARE_WORDS) or i in taken:
            continue
        noun = key.endswith("tion") or (key == "release" and i and tokens.keys[i - 1][-1] != "s")
        if i in verbs and not noun and not (key in BARE_WORDS and _object(tokens, i, verbs)):
            continue
        first = i
        while first > 0 and i - first < _MAX_WORDS:
            before = tokens.keys[first - 1]
            if (
                not before.isalpha()
                or before in _STOP
                or first - 1 in taken
                or first - 1 in verbs
                or len(before) < 3
            ):
                break
            first -= 1
        if first == i and not _bare(tokens, i, taken):
            continue
        if key in _GATHERS and tokens.keys[i + 1 : i + 2] == ["of"] and any(
            i + 2 <= f.first < i + 5 and f.kind == "effect" for f in found
        ):
            continue  # "the perivascular accumulation of CD68-positive macrophages"
        label = " ".join(tokens.keys[first : i + 1])
        label = label[:-1] if label.endswith(("scores", "counts", "numbers")) else label
        made = _found("effect", tokens, first, i + 1, label, RULE_EFFECT, offset, rules)
        made.facts["valence"] = "harm" if key in _HARM else "neutral" if key in _NEUTRAL else "good"
        out.append(made)
        taken.update(range(first, i + 1))
    for i, key in enumerate(tokens.keys[:-1]):
        if key not in _FLUIDS or {i, i + 1} & (taken | verbs) or not _solute(tokens, i + 1):
            continue
        label = f"{key} {tokens.keys[i + 1]}"
        made = _found("effect", tokens, i, i + 2, label, RULE_EFFECT, offset, rules)
        made.facts["valence"] = "neutral"
        out.append(made)
        taken.update((i, i + 1))
    return out


def _bare(tokens: Tokens, i: int, taken: set[int]) -> bool:
    """Whether a noun alone is an outcome, of what the disease tells: "reduced atrophy"."""
    if tokens.keys[i] not in BARE_WORDS or (i and (i - 1 in taken or tokens.keys[i - 1] == "-")):
        return False
    return i + 1 >= len(tokens) or tokens.keys[i + 1] not in ("of", "-")


def _object(tokens: Tokens, i: int, verbs: set[int]) -> bool:
    """Whether what stands before makes a noun of a word: "reduced atrophy", "and remodeling"."""
    before = tokens.keys[i - 1] if i else ""
    return i - 1 in verbs or before in DETERMINERS or before in PREPOSITIONS or before in _BEFORE


_GATHERS = frozenset("accumulation infiltration influx recruitment".split())
_BEFORE = frozenset("and or less more milder , no".split())
_FLUIDS = frozenset("urinary urine serum plasma circulating fecal faecal salivary".split())
_NO_SOLUTE = frozenset(
    "level levels concentration concentrations sample samples marker markers chemistry "
    "biochemistry biomarker biomarkers cytokine cytokines enzyme enzymes membrane cell cells "
    "volume output flow incontinence retention bladder tract system function symptoms control "
    "diversion catheter infection leakage continence urgency dysfunction disorders "
    "urodynamics frequency stream gland glands immune tumor inflammatory microbiota occult "
    "transplantation pellets matter starvation deprivation supplemented depleted derived "
    "antibodies antibody titers titres indices indicators parameters values profile profiles "
    "proteins protein factors factor leukocytes lymphocytes monocytes neutrophils platelets "
    "endothelial stem progenitor dna rna mirna mirnas transfer exchange therapy treatment "
    "extravasation amounts content excretion secretion clearance analysis analyses tests test "
    "collection components half viscosity pharmacokinetics bags drug drugs".split()
)
_NAME = re.compile(r"[a-z]{4,}$")


def _solute(tokens: Tokens, i: int) -> bool:
    """Whether a word behind "serum" or "urinary" names what is dissolved there: "oxalate"."""
    key = tokens.keys[i]
    if not _NAME.match(key) or key in _STOP | _NO_SOLUTE or key in ADVERB_WORDS:
        return False
    if key.endswith(("ed", "ing", "ly")):
        return False
    behind = tokens.keys[i + 1] if i + 1 < len(tokens) else "."
    return behind in _BEHIND_SOLUTE or not behind.isalpha()


_BEHIND_SOLUTE = frozenset(
    "and or but by in of with after from to at was were is are did fell rose declined decreased "
    "increased dropped remained returned level levels concentration concentrations excretion was "
    "than as only while whereas more less values".split()
)


def _within(f: Found, name: Name, tokens: Tokens) -> bool:
    """Whether a lexicon's mention is only a part of a longer name: "ubiquitin" of its ligase."""
    if not (name.first <= f.first and f.last <= name.last):
        return False
    if f.last - f.first == name.last - name.first:
        return False
    if name.kind == "disease":
        return f.kind == name.kind and f.entry is not None and "generic" in f.entry.flags
    said = f.last == name.last and tokens.keys[f.first - 1] in APPOSED  # "the receptor CXCR4"
    return f.kind == "gene" and not said


def _found(
    kind: str, tokens: Tokens, first: int, last: int, label: str, rule: str, offset: int,
    rules: Rules,
) -> Found:  # fmt: skip
    start, end = tokens.starts[first], tokens.ends[last - 1]
    symbol, identifier = (rules.symbol(label) if kind == "gene" else None) or (label, None)
    mention = Mention(
        kind, offset + start, offset + end, tokens.text[start:end], symbol, identifier, rule, 0.5
    )
    return Found(first, last, mention, None, {"open": True})
