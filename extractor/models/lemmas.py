"""Lemma rules: how a form becomes its lemma, as text that a network can choose among.

A rule is ``case strip suffix``: keep the form (``=``) or put it in lower case (``a``), take so many
letters off its end, put the suffix there. "was" to "be" is ``a3be``, "Studies" to "study" ``a3y``.
"""

from __future__ import annotations

KEEP = "=0"


def rule_of(form: str, lemma: str) -> str:
    """The shortest rule that makes the lemma from the form; if both do, lowering beats keeping."""
    options = []
    for case, base in (("a", form.lower()), ("=", form)):
        shared = 0
        for x, y in zip(base, lemma, strict=False):
            if x != y:
                break
            shared += 1
        options.append((len(base) - shared, len(lemma) - shared, case, lemma[shared:]))
    strip, _, case, suffix = min(options, key=lambda o: o[:2])
    return f"{case}{min(strip, 9)}{suffix}" if strip <= 9 else KEEP


def apply_rule(form: str, rule: str) -> str:
    """The lemma that a rule makes of a form; the form itself where it is too short for the rule."""
    base = form.lower() if rule[0] == "a" else form
    strip = int(rule[1])
    if strip > len(base) or (strip == len(base) and not rule[2:]):
        return base
    return base[: len(base) - strip] + rule[2:]
