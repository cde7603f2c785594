"""Names that no lexicon knows, caught where a construction demands one.

A word shaped like a gene symbol, and a noun phrase whose head is something that is measured
("Ashcroft score", "bile flow"), become candidates. They count only where a predicate says that
they rose, fell or were targeted; they carry no identifier and lower the confidence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from extractor.components.found import Found
from extractor.components.words import DETERMINERS, PREPOSITIONS, SUBORDINATORS
from extractor.records import Mention
from extractor.tokens import Tokens

RULE_GENE = "open-vocabulary:gene"
RULE_EFFECT = "open-vocabulary:effect"

_SYMBOL = re.compile(
    r"(?<![A-Za-z0-9/-])(?P<name>[A-Z][A-Z]{1,5}\d{1,3}[A-Z]{0,2}\d?|"
    r"[A-Z]{2,4}\d[A-Z]{1,3}\d{0,2}|[A-Z][a-z]{2,4}\d{1,2}[a-z]?)(?![A-Za-z0-9])"
)
_TARGETED = re.compile(
    r"(?:target(?:s|ed|ing)?|UTRs? of|repress(?:es|ed|ing)|suppress(?:es|ed|ing)|inhibit(?:s|"
    r"ed|ing)|silenc(?:es|ed|ing)"
    r"|downregulat(?:es|ed|ing)|bind(?:s|ing)? to|bound to|(?:mi?R|"
    r"let)-[\w-]+/)\s?(?:the )?(?P<name>[A-Z]{3,6}|(?<=/)[A-Z][A-Z0-9]{2,7})(?![A-Za-z0-9-])"
)
_NO_SYMBOL = re.compile(
    r"^(?:CA[123]|IC\d+|EC\d+|CO2|H2O2|O2|NO2|SO2|PM\d+|COVID\d*|SARS\w*|BALB\w*|C57\w*|P\d+|D\d+|"
    r"T\d+|L\d+|G\d|S\d+|Fig\d+|Day\d+|Table\d+|CCK8|PKH\d+|GW\d+|LY\d+|USA\d*"
    r"|Grade\d|Type\d|Phase\d|Group\d|Step\d|CD\d+|MOG\d+|TNBS|PBS|DMSO|ELISA|FBS|PCR|MSC|"
    r"EVS?|TUNEL|GFP|OGD|LPS|RNA|DNA|MRI|VAS|OVX)$",
    re.I,
)
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
    " secretion uptake excretion motility viability survival mortality recovery tolerance "
    "consumption".split()
)
_HARM = frozenset(
    "leakage load burden injury damage loss degeneration infiltration influx swelling oedema "
    "edema stiffness mortality latency".split()
)
_NEUTRAL = frozenset(
    "score scores index indices weight volume pressure threshold number numbers count counts "
    "content duration frequency".split()
)
_STOP = (
    DETERMINERS
    | PREPOSITIONS
    | SUBORDINATORS
    | frozenset(
        "and or but not is are was were be been being has have had may might can could did "
        "do does will would also then thus which that who whose"
        " significantly markedly total mean relative overall similar different other more "
        "less higher lower increased decreased reduced improved"
        " exosome exosomes vesicle vesicles ev evs msc mscs group groups control study "
        "expression protein mrna gene no of the further such same new main"
        " potential important first second after before mode particle particles zeta "
        "vesicular donor culture medium".split()
    )
)
_MAX_WORDS = 3


def find(
    tokens: Tokens,
    found: Iterable[Found],
    soft: Iterable[Found],
    predicates: Iterable[int],
    defined: dict[str, str],
    offset: int,
    recognised: Sequence[tuple[int, int, str, float | None]] = (),
) -> list[Found]:
    """Candidates among the tokens that nothing else has named.

    Args:
        tokens: Tokens of a block.
        found: Mentions taken already.
        soft: Cells, organisms and vesicles.
        predicates: Tokens at which a predicate begins.
        defined: Short forms that the document defines: no symbols unless they mean a gene product.
        offset: Offset of the block in the document text.
        recognised: What trained recognisers found in the block: start, end, type, score.
    """
    taken = {i for f in (*found, *soft) for i in range(f.first, f.last)}
    verbs = set(predicates)
    out: list[Found] = []
    at = {s: i for i, s in enumerate(tokens.starts)}
    for pattern in (_SYMBOL, _TARGETED):
        for match in pattern.finditer(tokens.text):
            name = match["name"]
            meaning = defined.get(name)
            if _NO_SYMBOL.match(name) or (meaning and not _GENE_PRODUCT.search(meaning)):
                continue
            first = at.get(match.start("name"))
            if first is None:
                continue
            last = first
            while last < len(tokens) and tokens.ends[last] <= match.end("name"):
                last += 1
            following = tokens.keys[last] if last < len(tokens) else ""
            if following in ("cells", "cell", "mice", "rats", "group", "score", "scale") or any(
                i in taken for i in range(first, last)
            ):
                continue
            out.append(_found("gene", tokens, first, last, name, RULE_GENE, offset))
            taken.update(range(first, last))
    for start, end, kind, _ in recognised:
        made = _recognised(tokens, start, end, kind, taken, defined, offset)
        if made is not None:
            out.append(made)
            taken.update(range(made.first, made.last))
    for i, key in enumerate(tokens.keys):
        if key not in _HEADS or i in taken or i in verbs:
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
        if first == i:
            continue
        label = " ".join(tokens.keys[first : i + 1])
        label = label[:-1] if label.endswith(("scores", "counts", "numbers")) else label
        made = _found("effect", tokens, first, i + 1, label, RULE_EFFECT, offset)
        made.facts["valence"] = "harm" if key in _HARM else "neutral" if key in _NEUTRAL else "good"
        out.append(made)
        taken.update(range(first, i + 1))
    return out


RULE_MODEL = "recogniser"


def _recognised(
    tokens: Tokens,
    start: int,
    end: int,
    kind: str,
    taken: set[int],
    defined: dict[str, str],
    offset: int,
) -> Found | None:
    """A gene or disease that only the trained recogniser knows."""
    if kind != "gene":
        return None
    first = bisect_left(tokens.starts, start)
    last = bisect_left(tokens.starts, end)
    if first >= last or any(i in taken for i in range(first, last)):
        return None
    name = tokens.text[tokens.starts[first] : tokens.ends[last - 1]]
    meaning = defined.get(name)
    if len(name) < 3 or _NO_SYMBOL.match(name):
        return None
    if kind == "gene" and (
        (meaning and not _GENE_PRODUCT.search(meaning)) or name.lower() in _NO_GENE
    ):
        return None
    if kind == "disease" and (name.lower() in _NO_DISEASE or (name.isupper() and not meaning)):
        return None
    label = name if kind == "gene" else " ".join(name.lower().split())
    return _found(kind, tokens, first, last, label, f"{RULE_MODEL}:{kind}", offset)


_NO_GENE = frozenset(
    "cytokines cytokine chemokines growth factors receptor receptors kinase protein proteins "
    "collagen mrna mirna mirnas exosome exosomes antibody antibodies luciferase insulin "
    "albumin".split()
)
_NO_DISEASE = frozenset(
    "disease diseases injury injuries tumor tumour tumors tumours cancer inflammation "
    "infection death toxicity disorder disorders syndrome pain lesion lesions damage wound "
    "wounds fibrosis necrosis hypoxia ischemia".split()
)
_GENE_PRODUCT = re.compile(
    r"protein|kinase|receptor|factor|ligase|phosphatase|gene|ligand|enzyme|channel|"
    r"transporter|interleukin|homolog|synthase|cyclin|domain|family|member|antigen|integrin|"
    r"adhesion",
    re.I,
)


def _found(
    kind: str, tokens: Tokens, first: int, last: int, label: str, rule: str, offset: int
) -> Found:
    start, end = tokens.starts[first], tokens.ends[last - 1]
    mention = Mention(
        kind, offset + start, offset + end, tokens.text[start:end], label, None, rule, 0.5
    )
    return Found(first, last, mention, None, {"open": True})
