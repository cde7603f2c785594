"""What vesicles are said to carry: RNAs by name, and gene products where a construction says so."""

from __future__ import annotations

import re
from collections.abc import Callable

from extractor import mirna
from extractor.components.assertions import GLOSS, Assertion
from extractor.components.discourse import Sentence, Study
from extractor.components.experiments import held
from extractor.components.found import Found
from extractor.components.losses import lost_cargo, words
from extractor.components.words import holds

_CARRY = re.compile(
    r"(?:carry|carries|carried|carrying|deliver\w*|transfer\w*|shuttl\w*|contain\w*|"
    r"harbou?r\w*|convey\w*|enriched in|enriched with|rich in|loaded with|packag\w*|"
    r"transport\w*|encapsulat\w*|cargo|exosomal|vesicular|with an abundance of|high abundance of|"
    r"put|encoding|present in|found in|abundant in|suppl(?:y|ies|ying|ied)|bring(?:s|ing)?|"
    r"pack(?:s|ed|ing)|display(?:s|ed|ing)?|laden with|equipped with|export\w*|import\w*|"
    r"handing over|hand(?:s|ed)? over|"
    r"enrich\w*\W+(?:the|their|these)\W+(?:\w+\W+)?(?:exosomes|vesicles|s?EVs)\W+(?:in|with|for)|"
    r"(?:exosomes|vesicles|s?EVs|MVs|[\w-]*-Exos?)\W+(?:over-?expressing|expressing|bearing|"
    r"(?:armed|engineered)\W+with)|"
    r"(?:exosomes|vesicles|s?EVs|MVs)\W+(?:of|from)\W+(?:[\w-]+\W+){1,3}?"
    r"(?:bearing|armed\W+with)|with\W+surface|"
    r"with\W+(?:larger?|high|higher|more|ample|abundant|greater)\W+"
    r"(?:amounts?|levels?|quantities)\W+of)\W+"
    r"(?:(?:the|of|an?|and|its|high|higher|abundant|abundance|large|larger|plenty|much|more|ample|"
    r"active|functional|bioactive|native|recombinant|intact|mature|full-length|"
    r"enzymatically|levels?|amounts?|quantit\w+|also|both|antimicrobial|"
    r"protein|mRNA|mRNAs|encoding|molecules|such|as|factors?|like|including|ligand|peptide|enzyme|"
    r"receptor|cytokine|chemokine|hormone|kinase|protease|antioxidant|(?-i:[A-Z][\w-]*\d*)|"
    r"\w*\d)\W+){0,6}?$",
    re.I,
)
_IN_VESICLE = re.compile(
    r"^(?!\W*(?:when|if|once|unless)\b)\W{0,3}(?:(?:mRNAs?|[a-z-]+)\W+){0,2}?"
    r"(?:in|from|of|(?:carried|delivered|transported|conveyed|shuttled|transferred|provided|"
    r"supplied) by|within|secreted (?:in|by))\W+"
    r"(?:(?!given|treated|receiv|inject|expos|with\b|after\b|cultured|incubated|fed\b|under\b)"
    r"\w+\W+){0,3}?(?:exosomes?|s?EVs|(?:micro)?vesicles|MVs)\b(?!(?:\W(?:treated|injected|exposed)|"
    r" (?:group|arm|recipients))\b)"
    r"|^[- ](?:enriched|loaded|rich|"
    r"containing|carrying|bearing|laden|armed|equipped|decorated|harbou?ring|delivering)"
    r"(?! (?:mice|rats|animals|hosts))",
    re.I,
)


_CARRIES = (
    "carr", "deliver", "transf", "transp", "shuttl", "contain", "content", "harbo", "convey",
    "enrich", "rich in", "load", "packag", "packs", "packed", "packing", "encap", "cargo",
    "exosomal", "vesicular", "abundan", "put", "encod", "present in", "found in", "suppl", "bring",
    "display", "laden", "equipped", "export", "import", "hand", "expressing", "bearing", "armed",
    "engineered", "surface", "amount", "level", "quantit",
)  # fmt: skip
"""Cheap signs, one of which is there if something may be said to be carried."""


def carried(s: Sentence, f: Found) -> bool:
    """Whether a gene product is said to be carried by the vesicles."""
    known = f.facts.get("carried")
    if known is None:
        known = f.facts["carried"] = _carried(s, f)
    return bool(known)


def _carried(s: Sentence, f: Found) -> bool:
    tokens = s.analysis.tokens
    text = tokens.text
    left = text[max(tokens.starts[s.first], tokens.starts[f.first] - 90) : tokens.starts[f.first]]
    right = text[
        tokens.ends[f.last - 1] : min(tokens.ends[s.last - 1], tokens.ends[f.last - 1] + 60)
    ]
    if _PRIMED.match(right):
        return False  # "exosomal miR-21 of IL-6-primed cells"
    rest = text[tokens.ends[f.last - 1] : tokens.ends[s.last - 1]][:160]
    if _ON_SURFACE.match(rest) or _HELD.match(rest) or _BROUGHT.match(rest):
        return True
    if holds(left.lower(), _CARRIES) and (_CARRY.search(left) or _CONTENT.search(left)):
        return True
    return _IN_VESICLE.match(right) is not None


def mark_held(study: Study) -> None:
    """Tell each sentence which gene products the study says its vesicles hold."""
    held = frozenset(
        f.mention.label
        for s in study.sentences
        if s.of("vesicle")
        for f in s.of("gene")
        if carried(s, f) and not f.mention.label.endswith(" signaling")
    )
    for s in study.sentences:
        s.held, s.losses, s.lost = held, None, None  # what is held decides what was lost


_PRIMED = re.compile(
    r"^(?:[-–]| (?=\w+ (?:\w+ )?(?:[A-Za-z-]*MSCs?|cells?)\b))(?:pre-?)?"
    r"(?:primed|conditioned|treated|stimulated|licensed|challenged|activated|exposed|educated)\b"
)


_VESICLES = r"(?:exosomes?|s?EVs|(?:micro)?vesicles|MVs|preparations?)\b"
_ON_SURFACE = re.compile(
    rf"^(?: (?:protein|receptor))? on (?:(?:the|their|its|these|such) )?"
    rf"(?:(?:outer )?surface|{_VESICLES}(?! group))|"
    rf"^-positive {_VESICLES}",
    re.I,
)
_HELD = re.compile(
    r"^(?:\W+(?!by\b|in\b|with\b|was\b|were\b)[\w-]+){0,6}?\W+(?:was|were|is|are|being)\W+(?:also\W+|"
    r"highly\W+|all\W+|(?:shown|found|reported|seen|demonstrated)\W+to\W+be\W+)?"
    r"(?:contained|present|packaged|packed|carried|abundant|displayed|exposed|delivered|transferred|"
    r"transported|conveyed|shuttled|supplied|enriched|concentrated)\W+(?:in|within|on|by)\W+"
    rf"(?:(?:\w+\W+){{0,3}}?{_VESICLES}|them\b(?! (?:by|after|from)\b))",
    re.I,
)
"""Molecules said to be held: "X, Y and Z were contained in the exosomes"."""
_BEARING = (
    r"(?:carr(?:y|ied)|contain|deliver|hold|held|b(?:ear|ore)|harbou?r|display|convey|suppl(?:y|ied)|"
    r"transfer|transport|ship|pack|b(?:ring|rought)|export|provide)\w*"
)
_BROUGHT = re.compile(
    rf"^(?: (?:mRNA|protein))?,? (?:which|that) (?:these |the |such |they )"
    rf"(?:[\w-]+ )?(?:{_VESICLES} )?(?:\w+ ){{0,2}}?{_BEARING}|"
    rf"^(?: (?:mRNA|protein))? they {_BEARING}\b|"
    r"^(?: (?:mRNA|protein))? (?:that|which) (?:was|were|is|are) (?:thereby |thus )?"
    r"(?:delivered|carried|transferred|shuttled|supplied|handed over|transported)\b|"
    r"^(?:,? (?:an? |the )?(?:[\w-]+ ){0,3}?(?:protein|protease|enzyme|ligand|cytokine|chemokine|"
    r"kinase|factor|receptor|inhibitor|peptide|hormone|molecule))? "
    r"(?:(?!when |if |once |unless )[\w-]+ )?"
    r"(?:carried|displayed|presented|exposed|packed|packaged|contained|held|borne|anchored|"
    r"delivered|transferred|shuttled|conveyed|supplied|transported) (?:in|on|at|by|within|inside) "
    rf"(?:[\w-]+ ){{0,3}}?(?:{_VESICLES}|them\b|(?:vesicle|exosome|vesicular|exosomal|their) "
    r"(?:surface|membrane))",
    re.I,
)
"""What is said behind a molecule that vesicles bring: "X, which they carry", "X packed in them"."""
_CONTENT = re.compile(
    r"\b(?:their|its|whose|a|an|of|to)\W+(?:(?:high|higher|increased|greater|rich|elevated|larger|"
    r"enhanced)\W+)?contents? (?:of|in)\W+(?:[\w-]+\W+and\W+)?$",
    re.I,
)
"""What vesicles are said to be rich in: "owing to their content of X"."""


_MORE_OF = re.compile(
    r"(?<!\bto )(?<!\bwith )(?<!\bby )(?<!\bafter )(?<!\bgiven )(?<!\bunder )(?<!\bin )"
    r"(?<![\w-])(?:\w+-)*(?:exosomes?|s?EVs?|(?:micro)?vesicles|MVs|Exos?|they|which|that|former|"
    r"latter)\W+(?!treated|group|arm)(?:(?!(?:mice|rats|animals|tissue|group|and)\b)[\w-]+\W+){0,5}?"
    r"(?:(?:contain|carr|pack|harbou?r|hold|held|display|enclos)\w*\W+(?:[\w.-]+\W+){0,3}?"
    r"(?:more|larger|higher|greater)\W+(?:(?:amounts?|levels?|quantities|copies)"
    r"\W+of\W+)?|with\W+(?:larger|higher|greater)\W+(?:amounts?|levels?|quantities)\W+of\W+"
    r")(?:the )?(?:[\w-]+ ){0,2}?$",
    re.I,
)
_WITH_MORE = re.compile(
    r"(?:exosomes?|s?EVs?|(?:micro)?vesicles|MVs|Exos?)\s"
    r"(?:(?:(?:derived|released|secreted|shed|obtained)\s)?(?:of|from|by)\s(?:[\w-]+\s){1,5}?)?"
    r"with\s(?:(?:lower|less|fewer|reduced|decreased)\s[\w.-]+\sand\s)?"
    r"(?:more|higher|increased|elevated|greater)\s(?:the )?(?:[\w-]+ ){0,2}?$",
    re.I,
)
"""What vesicles are said to hold more of: "exosomes that contained more X"."""


_MORE = frozenset("more larger higher greater".split())


def _holds_more(s: Sentence, x: Assertion) -> bool:
    """Whether the rise is one of what the vesicles hold."""
    first, tokens = x.found.first, s.analysis.tokens
    if not x.sign or not _MORE & set(tokens.keys[max(s.first, first - 6) : first]):
        return False
    before = tokens.text[tokens.starts[s.first] : tokens.starts[first]]
    return bool(_MORE_OF.search(before[-160:]) or _WITH_MORE.search(before[-120:]))


def content(s: Sentence, x: Assertion) -> bool:
    """Whether a rise or fall is told of what the vesicles hold ("HSP70 was higher in hypoxic
    exosomes", "packed more HSP70 into their exosomes"), not of what they do.
    """
    if x.trigger == GLOSS:
        return False  # "miR-x (X) of the vesicles"
    f, keys = x.found, s.analysis.tokens.keys
    tokens = s.analysis.tokens
    if not x.sign and not x.unchanged and s.of("mirna") and x.trigger in ("target", "bind"):
        return False  # "X is a target of the miRNA in the exosomes"
    if f.first > s.row[x.at].first and keys[f.first - 1] in ("exosomal", "vesicular"):
        return True  # "preconditioning raised exosomal X"
    start, stop = tokens.starts[max(s.first, f.first - 12)], tokens.starts[f.first]
    before = tokens.text[start:stop]
    if "content" in before.lower() and _CONTENT.search(before):
        return True
    if _holds_more(s, x):
        return True
    if held(s, x):
        return True
    rest = tokens.text[tokens.ends[f.last - 1] : tokens.ends[s.last - 1]][:120]
    if s.row[x.at].key == "enriched" and _HELD.match(rest):
        return True  # "annexin A1 was enriched in them"
    if holds(words(s), _PROFILES) and _PROFILED.search(words(s)):
        return True
    trigger = s.row[x.at].first
    start = max(f.last, s.row[x.at].last)
    if s.row[x.at].voice == "right" and keys[f.last : f.last + 1] == ["on"] and any(
        v.first - f.last <= 3 and _SIDES.isdisjoint(keys[v.last : v.last + 1])
        for v in s.of("vesicle")
        if v.first > f.last
    ):
        return True  # "priming raised CD73 on MSC exosomes"
    for v in s.of("vesicle"):
        if not start <= v.first <= start + 7:
            continue
        between = keys[start : v.first]
        into = next((i for i, k in enumerate(between) if k in _INSIDE), None)
        if into is None or _LEAVES & set(between) or "of" in between[into:]:
            continue
        if any(start <= m.first < v.first for m in s.of("mirna")):
            continue  # "prevented with miR-x in EVs": the miRNA is what they hold
        behind = keys[v.last : v.last + (4 if keys[v.last : v.last + 1] in _JOINTS else 2)]
        if _GROUPS & set(behind) or "group" in v.mention.text.lower() or _HAD & set(between):
            continue  # "lower in the H-Exo group", "in mice given exosomes"
        if _of_group(keys, v.last):
            continue
        if behind[:1] == ["-"] and behind[1:2] in (["and"], ["or"], ["treated"]):
            continue  # "similar in vesicle- and saline-treated mice"
        if any(
            o.first < trigger and not _OF & set(keys[o.first - 2 : o.first])
            for o in s.of("vesicle")
        ):
            return False  # vesicles are what acts
        return not any(c.kind == "cell" and start <= c.first < v.first for c in s.soft)
    return False


_ARMS = frozenset("group groups arm arms".split())
_ENDS = frozenset("than , . ; compared versus was were had".split())


def _of_group(keys: list[str], i: int) -> bool:
    """Whether vesicles that end before token ``i`` name a group: "in the exosomes from BMSCs
    group".
    """
    for key in keys[i : i + 16]:
        if key in _ENDS:
            return False
        if key in _ARMS:
            return True
    return False


_PROFILES = ("proteom", "sequencing", "profiling", "array", "spectrometry", "screening")
_PROFILED = re.compile(
    r"\b(?:proteom\w+|sequencing|profiling|micro-?arrays?|mass spectrometry|screening|array)\b"
    r"[^.;]{0,80}\b(?:identified|revealed|singled out|disclosed|showed|pointed to|placed|named)\b"
    r"[^.;]{0,120}\b(?:enriched|abundant|plentiful|overrepresented|over-represented|prevalent)\b"
    r"|\b(?:proteom\w+|mass spectrometry)\b[^.;]{0,60}\b(?:yielded|detected|located|listed|"
    r"found)\b",
    re.I,
)
"""What the vesicles were found to hold most of."""
_SIDES = frozenset("side arm half treated group receptor receptors".split())
_INSIDE = frozenset("in into within inside".split())
_LEAVES = frozenset(
    "by , ; and but after following treated group groups mice rats animals arm receiving given "
    "exposed incubated cultured co-cultured cocultured challenged that had taken pretreated upon "
    "to".split()
)
_GROUPS = frozenset(
    "group groups treated treatment mice rats animals arm arms recipients patients pups pigs "
    "piglets lambs sheep rabbits dogs goats horses hamsters monkeys guinea ewes eyes joints wounds "
    "limbs".split()
)
_HAD = frozenset("given receiving received".split())
_JOINTS = (["and"], ["or"], ["-"])
_OF = frozenset("of from".split())


_FAILED = re.compile(
    r"\b(?:fail\w*|no longer|lost|vanish\w*|abolish\w*|abrogat\w*|eliminat\w*|neither|gave no|"
    r"had no|ineffective|inactive|inert|without effect|useless|blunt\w*|cancel\w*|annul\w*|"
    r"did not|could not|revers\w*|stopped|necessary|required|none|not seen|absent|unless|"
    r"disappear\w*|removed|removes|gone)\b"
)


_MACHINERY = frozenset("AGO2 DICER1 DROSHA DGCR8 RAB27A RAB27B SMPD3 PDCD6IP TSG101".split())
"""What is silenced so that no miRNA is made or no vesicle is shed."""
_IN_DONORS = re.compile(
    r"\b(?:parent|parental|donor|producer|producing|source|mother)s?(?: cells| mscs)?\b"
)


def _needed(study: Study) -> set[str]:
    """Proteins silenced in the donors without which the vesicles failed, or which the title or the
    conclusion names: what is carried.
    """
    lost = {
        f.mention.label
        for s in study.sentences
        for f in lost_cargo(s)
        if f.kind == "gene" and s.block.kind != "title" and f.mention.label not in _MACHINERY
    }
    if not lost:
        return lost
    last = study.sentences[-2:] if study.own else []
    named = {
        f.mention.label
        for s in study.sentences
        if s.block.kind == "title" or (s in last and not lost_cargo(s))
        for f in s.of("gene")
    }
    failed = {
        f.mention.label
        for s in study.sentences
        if (s.of("vesicle") or _IN_DONORS.search(words(s))) and _FAILED.search(words(s))
        for f in lost_cargo(s)
        if f.kind == "gene"
    }
    return lost & (named | failed)


def cargo_of(
    study: Study, counts: Callable[[Sentence], bool] = lambda s: True
) -> list[tuple[Sentence, Found]]:
    """The carried molecules of a study (miRNAs apart), each once, where it is first named.

    Args:
        study: The study.
        counts: Which sentences may name them.
    """
    needed = _needed(study)
    # what an experiment changed is a target, wherever the study says so
    changed = {
        x.found.mention.label
        for s in study.sentences
        for x in s.assertions
        if x.found.kind == "gene"
        and (x.sign or x.trigger in ("target", "axis", "mechanism", GLOSS))
        and (x.sign or x.found.mention.label not in needed)
        and not x.weak
        and not (not x.sign and x.trigger == "mechanism" and carried(s, x.found))
        and x.found not in lost_cargo(s)
        and not content(s, x)
    }
    out: dict[str, tuple[Sentence, Found]] = {}
    for s in study.sentences:
        if not counts(s):
            continue
        listed: Found | None = None
        for f in s.found:
            named = f.kind == "cargo" or (
                f.kind == "gene"
                and f.mention.label not in changed
                and not f.mention.label.endswith(" signaling")
                and (
                    f.mention.label in needed
                    or carried(s, f)
                    or (listed is not None and _next_in_list(s, listed, f))
                    or any(x.found is f and content(s, x) for x in s.assertions)
                )
                and bool(s.of("vesicle") or s.has("anaphor") or f.mention.label in needed)
            )
            marker = f.entry is not None and "marker" in f.entry.flags
            acts = marker and any(x.found is not f for x in s.assertions)
            acts = acts or (marker and bool(_ACTS.search(words(s))))
            if named and (not marker or acts or f.mention.label in needed):
                out.setdefault(f.mention.label, (s, f))
                listed = f
    return list(out.values())


_ACTS = re.compile(
    r"\b(?:depend\w*|mediat\w*|responsib\w*|account\w*|ascrib\w*|attribut\w*|trac\w* to|lost|"
    r"abolish\w*|necessary|required|through|via)\b"
)
"""How a surface marker is said to be what the vesicles act by."""
_LISTED = frozenset(", and or / as well both".split())


def _next_in_list(s: Sentence, before: Found, f: Found) -> bool:
    """Whether a name goes on a list of carried ones: "delivering BDNF, NGF and GDNF"."""
    between = s.analysis.tokens.keys[before.last : f.first]
    return bool(between) and set(between) <= _LISTED


def former_or_latter(s: Sentence, x: Assertion, before: tuple[str, ...]) -> tuple[str, ...]:
    """The miRNA that "the former" or "the latter" takes up, where two were named."""
    clause = [u for u, c in zip(s.row, s.clauses, strict=True) if c == x.clause]
    said = [u for u in clause if u.key in TWO]
    if not said:
        return ()
    f = x.found
    by_one = s.analysis.tokens.keys[f.last : f.last + 1] == ["by"]  # "X by the latter"
    by = next((u for u in said if by_one and u.first == f.last + 2), None)
    word = by or next((u for u in reversed(said) if u.last <= f.first), said[0])
    start = clause[0].first
    two = tuple(dict.fromkeys(mirna.base(m.mention.label) for m in s.of("mirna")
                              if m.first < (word.first if by else start)))  # fmt: skip
    if len(two) != 2:  # "X and Y lowered Z, the former via A, the latter via B"
        earlier = [m for m in s.of("mirna") if m.first < word.first]
        two = tuple(dict.fromkeys(mirna.base(m.mention.label) for m in earlier))
    two = two if len(two) == 2 else before
    if len(two) != 2:
        return ()
    return (two[0],) if word.key == "former" else (two[1],)


TWO = ("former", "latter")
