"""What vesicles are said to carry: RNAs by name, and gene products where a construction says so."""

from __future__ import annotations

import re
from collections.abc import Callable

from extractor.components.discourse import Sentence, Study
from extractor.components.found import Found
from extractor.components.losses import lost_cargo

_CARRY = re.compile(
    r"(?:carry|carries|carried|carrying|deliver\w*|transfer\w*|shuttl\w*|contain\w*|"
    r"harbou?r\w*|convey\w*|enriched in|enriched with|rich in|loaded with|packag\w*|"
    r"transport\w*|encapsulat\w*|cargo|exosomal|vesicular|with an abundance of|abundance of|"
    r"put|encoding|present in|found in)\W+"
    r"(?:(?:the|of|an?|and|its|high|higher|abundant|active|functional|enzymatically|levels?|"
    r"amounts?|"
    r"protein|mRNA|mRNAs|encoding|molecules|such|as|factors?|like|including|[A-Z][\w-]*\d*|"
    r"\w*\d)\W+){0,6}?$",
    re.I,
)
_IN_VESICLE = re.compile(
    r"^\W{0,3}(?:[a-z-]+\W+){0,2}?(?:in|from|of|carried by|within|secreted (?:in|"
    r"by))\W+(?:\w+\W+){0,3}?(?:exosomes?|EVs|vesicles)|^[- ](?:enriched|loaded|rich|"
    r"containing|carrying)",
    re.I,
)


def carried(s: Sentence, f: Found) -> bool:
    """Whether a gene product is said to be carried by the vesicles."""
    tokens = s.analysis.tokens
    text = tokens.text
    left = text[max(tokens.starts[s.first], tokens.starts[f.first] - 90) : tokens.starts[f.first]]
    right = text[
        tokens.ends[f.last - 1] : min(tokens.ends[s.last - 1], tokens.ends[f.last - 1] + 60)
    ]
    return bool(_CARRY.search(left)) or bool(_IN_VESICLE.match(right))


def cargo_of(
    study: Study, counts: Callable[[Sentence], bool] = lambda s: True
) -> list[tuple[Sentence, Found]]:
    """The carried molecules of a study (miRNAs apart), each once, where it is first named.

    Args:
        study: The study.
        counts: Which sentences may name them.
    """
    # what an experiment changed is a target, wherever the study says so
    changed = {
        x.found.mention.label
        for s in study.sentences
        for x in s.assertions
        if x.found.kind == "gene"
        and (x.sign or x.trigger in ("target", "axis", "mechanism"))
        and not x.weak
        and x.found not in lost_cargo(s)
    }
    out: dict[str, tuple[Sentence, Found]] = {}
    for s in study.sentences:
        if not counts(s):
            continue
        for f in s.found:
            named = f.kind == "cargo" or (
                f.kind == "gene"
                and f.mention.label not in changed
                and not f.mention.label.endswith(" signaling")
                and carried(s, f)
                and bool(s.of("vesicle") or s.has("anaphor"))
            )
            if named and "marker" not in (f.entry.flags if f.entry else ()):
                out.setdefault(f.mention.label, (s, f))
    return list(out.values())
