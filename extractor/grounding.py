"""From a name to an identifier, where the name alone decides one."""

from __future__ import annotations

import re

from extractor.rules import Rules

_PREFIXED = re.compile(r"^[a-z]{3}-")


def mirna_accession(label: str, rules: Rules) -> str | None:
    """The miRBase accession of a miRNA label, or ``None`` where the label does not decide one.

    A species prefix or, without one, the human name is looked up; a name without an arm decides
    only where miRBase knew it as the name of one mature sequence.
    """
    if not label.startswith(("miR-", "let-", "lin-")) and not _PREFIXED.match(label):
        return None
    if label.endswith((" cluster", " family")):
        return None
    armed = label.endswith(("-5p", "-3p", "*"))
    bare = label.startswith(("let-", "lin-", "miR-")) or not _PREFIXED.match(label)
    name = f"hsa-{label}" if bare else label
    if not armed:
        return None
    return rules.accessions.get(name.casefold())
