"""Predicted targets that a test of binding does not bear out: "PTEN, predicted as well, gave no
response", "a putative site in PTEN was inactive", "of PDCD4 and PTEN only PDCD4 responded".
"""

from __future__ import annotations

from dataclasses import replace

from extractor import mirna
from extractor.components.assertions import Assertion
from extractor.components.claim import Claim
from extractor.components.discourse import Sentence
from extractor.components.found import Found
from extractor.components.lazily import lazily
from extractor.components.losses import words
from extractor.components.vain_losses import IN_VAIN
from extractor.components.words import holds

_TESTS = (
    "predict", "putative", "candidate", "report", "lucifer", "target", " site", "utr", "construct",
    "pull", "bind", "rank", "listed", "presumed", "suspected", "proposed",
)  # fmt: skip
"""One of these stands wherever a target is tested."""
_FAILS = (
    " not ", " no ", "fail", "inactive", "inert", "functional", "unrespons", "insensitiv", "silent",
    "unchanged", "unaffected", "only ", "ruled out", "exclude", "dismiss", "mute", "discard",
)  # fmt: skip
_LY = r"(?:(?:\w+ly|however|again|though|in fact|in turn),? )*"
_NO = (
    r"(?:(?:did not|failed to) (?:respond|react|bind|qualify|pass|budge|move)\b(?! (?:by|with))|"
    r"(?:gave|showed|elicited|yielded) no (?:\w+ )?(?:response|signal|binding|repression|change|"
    r"reaction)|(?:was|were|proved|proving|remained|turned out|being)(?: to be)? "
    rf"{_LY}(?:inactive|inert|non-?functional|unresponsive|insensitive|silent|mute|"
    r"ineffective|without function|unchanged|unaffected|no (?:\w+ )?target|"
    r"not (?:to be )?(?:\w+ly )?"
    r"(?:an? (?:\w+ )?target|repressed|dimmed|affected|bound|functional|active|"
    r"responsive|targeted|silenced|inhibited|regulated))|"
    rf"(?:could|was|were|can)(?: not| never) {_LY}(?:be )?{_LY}(?:confirmed|validated|verified|"
    r"substantiated|corroborated|borne out)|failed (?:validation|the test|to be (?:confirmed|"
    r"validated))|(?:was|were) (?:ruled out|excluded|dismissed|discarded|rejected))"
)
_PREDICTED = (
    r"(?:predict|candidate|rank|list|suggest|propos|presum|suspect|nominat|put forward|flagged|"
    r"picked|scored|shortlist|foreseen|foretold|forecast|next on)"
)
_SITE = lazily(
    r"(?<!mutated )(?<!mutant )(?<!altered )\b(?:predicted|putative|candidate|presumed|suspected|"
    r"potential|possible|second|further|another|other|alleged|supposed|presumptive|hypothetical|"
    r"tentative|conserved|likely) (?:\w+ )?"
    r"(?:sites?|sequences?|match(?:es)?|elements?|motifs?) (?:for \S+ )?(?:in|of|within|on|inside) "
    r"(?:the )?(?:3\S{0,3}[- ]?utrs? of |3\S{0,3} untranslated region of )?(?:the )?$"
    r"|\b(?:binding|affinity|interaction|pairing) (?:to|for|with) (?:the )?"
    r"(?:3\S{0,3}[- ]?utrs? of )?(?:the )?$"
)
_OWN = r"(?: (?:mrna|messages?|transcripts?|gene|reporters?|constructs?|3\S{0,3}[- ]?utr))?"
_BEHIND = lazily(rf"{_OWN} {_LY}{_NO}")
_ASIDE = lazily(
    rf"{_OWN}(?:, (?:[^,;.()]*\b)?{_PREDICTED}[^;.()]{{0,70}}?,| \([^;.()]*{_PREDICTED}[^;.()]*\)|"
    rf" — [^;.()]*{_PREDICTED}[^;.()]*? —|,? (?:also|likewise|"
    rf"equally) {_PREDICTED}\w*,?) {_LY}{_NO}"
)
_NAMED_CANDIDATE = lazily(
    r"\b(?:predicted|putative|presumed|suspected|second|other|further|another|proposed|likely) "
    r"(?:\w+ )?(?:targets?|candidates?)(?: of \S+)?,? $"
)
"""Before the name: "a second candidate, PTEN, did not respond"."""
_AFTER_NAME = lazily(rf",? {_LY}{_NO}")
_RULED_OUT = lazily(
    r"\b(?:ruled out|excluded|dismissed|discarded|rejected|(?:did not|could not|failed to|"
    r"unable to) "
    r"(?:confirm|validate|verify|corroborate)) $"
)
_AS_TARGET = lazily(
    r"(?: (?:was|were|could be) (?:\w+ly )?(?:ruled out|excluded|dismissed|discarded|"
    r"rejected))? as "
    r"(?:an?|the|its|another|one) (?:\w+ )?(?:target|candidate)"
)
_ONLY = lazily(r"\b(?:only|solely) (?:the )?$")
_RESPONDED = lazily(
    rf"{_OWN} (?:responded|reacted|was (?:\w+ly )?(?:confirmed|validated|verified|bound|borne out|"
    r"repressed|dimmed)|proved (?:to be )?(?:an? )?(?:\w+ )?(?:target|functional|responsive|"
    r"active)|"
    r"passed|gave a response|held)\b"
)
_ASSAY = ("report", "lucifer", "construct", "pull", "3'utr", "3′utr", "3’utr", "3'-utr", "predict")


def refuted(s: Sentence, before: list[Found]) -> list[Found]:
    """The genes that a sentence says to be no targets, though they were thought to be.

    Args:
        s: The sentence.
        before: The genes that the sentence before told of.
    """
    genes = s.of("gene")
    text = words(s) if genes else ""
    if not (holds(text, _TESTS) and holds(text, _FAILS)):
        return []
    out: list[Found] = []
    for f in genes:
        at, end = f.mention.start - s.start, f.mention.end - s.start
        front, behind = text[max(0, at - 90) : at], text[end : end + 150]
        if (
            (_SITE.search(front) and _BEHIND.match(behind))
            or _ASIDE.match(behind)
            or (_NAMED_CANDIDATE.search(front) and _AFTER_NAME.match(behind))
            or (_AS_TARGET.match(behind) and (
                not behind.startswith(" as ") or _RULED_OUT.search(front)
            ))
        ):  # fmt: skip
            out.append(f)
        elif holds(text, _ASSAY) and _ONLY.search(front) and _RESPONDED.match(behind):
            label = f.mention.label
            named = [g for g in genes if g.mention.start < f.mention.start]
            if len({g.mention.label for g in named}) < 1 + (label in _labels(named)):
                named = before
            # "only X": of several that were named, X among them
            if label in _labels(named):
                out += [g for g in named if g.mention.label != label]
    return out


def _labels(found: list[Found]) -> set[str]:
    return {f.mention.label for f in found}


def settled(
    s: Sentence, before: Sentence | None, told: list[Claim], since: int, mirnas: tuple[str, ...]
) -> list[Claim]:
    """All that was told, with what a sentence refutes: the gene stands as no target of the miRNA.

    That its level fell may be true: then it is not by the miRNA.

    Args:
        s: The sentence.
        before: The one before it.
        told: All that was told, this sentence included.
        since: How many of these were told before it.
        mirnas: The miRNAs that it is about.
    """
    named = before.of("gene") if before is not None and before.block is s.block else []
    none = refuted(s, named)
    if not none or not mirnas:
        return told
    near = tuple(dict.fromkeys(mirna.base(f.mention.label) for f in s.of("mirna"))) or mirnas
    labels = _labels(none)
    here = {id(f) for f in none if f in s.found}
    kept = []
    for k, c in enumerate(told):
        if c.assertion.found.mention.label not in labels or c.assertion.found.kind != "gene":
            kept.append(c)
        elif k >= since and (id(c.assertion.found) in here or not c.sign):
            continue
        elif c.sign and c.polarity == "asserted" and set(c.mirnas) & set(near):
            kept.append(replace(c, mirnas=tuple(m for m in c.mirnas if m not in near)))
        elif c.sign or c.polarity != "asserted":
            kept.append(c)
    at = len(s.row) - 1
    done: set[str] = set()
    for f in none:
        if f.mention.label not in done:
            done.add(f.mention.label)
            x = Assertion(f, 0, IN_VAIN, True, s.clauses[at], at, unchanged=True)
            kept.append(Claim(s, x, 0, "negated", near))
    return kept
