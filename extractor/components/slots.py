"""What fills source, disease, vesicle and cargo of a finding, and from where it is inherited."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.components.claims import section_is_background
from extractor.components.discourse import Sentence, Study
from extractor.components.found import Found
from extractor.components.grouping import Draft
from extractor.rules import Rules

_SETTINGS = (
    ("clinical", "clinical"),
    ("ex vivo", "ex_vivo"),
    ("in vivo", "in_vivo"),
    ("in vitro", "in_vitro"),
)
_VESICLE_NEAR = 7


_ORGANLESS = frozenset(["ischemia-reperfusion injury", "ischemia", "injury", "fibrosis"])
_ORGANS: dict[str, str] = {
    word: organ
    for organ, words in {
        "renal": "kidney kidneys renal tubular nephric",
        "myocardial": "heart hearts cardiac myocardial myocardium cardiomyocyte cardiomyocytes",
        "hepatic": "liver hepatic hepatocyte hepatocytes",
        "cerebral": "brain cerebral neuron neurons neuronal",
        "pulmonary": "lung lungs pulmonary",
        "intestinal": "gut intestine intestinal bowel",
        "retinal": "retina retinal",
        "testicular": "testis testicular",
        "ovarian": "ovary ovarian",
        "spinal cord": "cord",
    }.items()
    for word in words.split()
}
"""Words that tell of which organ a generic harm is, and the word that its disease label begins
with.
"""


_ORGAN_WORDS: dict[str, set[str]] = {
    "lung": {"lung", "lungs", "pulmonary", "alveolar", "bronchoalveolar", "airway"},
    "kidney": {"kidney", "kidneys", "renal", "tubular", "glomerular", "podocytes"},
    "liver": {"liver", "hepatic", "hepatocyte", "hepatocytes"},
    "heart": {"heart", "hearts", "cardiac", "myocardial", "cardiomyocyte", "cardiomyocytes"},
    "brain": {"brain", "cerebral", "hippocampal", "hippocampus", "microglia", "cortex"},
    "eye": {"retina", "retinal", "cornea", "corneal"},
    "skin": {"wound", "wounds", "skin"},
}


def _organ(f: Found, rules: Rules) -> str:
    entry = rules.entry("disease", f.mention.label)
    return str(entry.facts.get("organ", "")) if entry is not None else ""


def refine(f: Found, study: Study, topic: Found | None, named: set[str], rules: Rules) -> Found:
    """The disease that a model stands for here: what the study names beats what it usually is.

    Args:
        f: The chosen disease mention.
        study: Its study; the diseases and effects named there decide first.
        topic: The disease of the heading.
        named: Lower-case labels of the diseases that the document names anywhere.
        rules: For labels and identifiers.
    """
    if f.entry is None:
        return f
    if "generic" in f.entry.flags or f.mention.label in _ORGANLESS:
        home = next((s for s in study.sentences if f in diseases(s)), study.sentences[0])
        for key in home.keys():  # noqa: SIM118 - a method of ours, no mapping
            organ = _ORGANS.get(key)
            entry = rules.entry("disease", f"{organ} {f.mention.label}") if organ else None
            if entry is not None:
                m = f.mention
                narrow = replace(m, label=entry.label, id=entry.id)
                return Found(f.first, f.last, narrow, f.entry, f.facts)
    if f.facts.get("joined"):
        return f
    own = f.mention.label.casefold()
    near = {
        d.mention.label.casefold()
        for s in study.sentences
        for d in diseases(s)
        if d is not f and not d.facts.get("model")
    }
    near |= {e.mention.label.casefold() for s in study.sentences for e in s.of("effect")}
    if topic is not None:
        near.add(topic.mention.label.casefold())
    options = [o for o in (f.entry.facts.get("also") or "").split("|") if o]
    options += [
        flag.removeprefix("narrow:") for flag in sorted(f.entry.flags) if flag.startswith("narrow:")
    ]
    for scope in (near, named if study.own else set()):
        if own in scope and not any(flag.startswith("narrow:") for flag in f.entry.flags):
            break
        for option in options:
            low = option.casefold()
            if low in scope or any(
                low.endswith(" " + n) for n in scope if n in ("fibrosis", "cirrhosis")
            ):
                entry = rules.entry("disease", option)
                if entry is not None:
                    m = f.mention
                    return Found(
                        f.first,
                        f.last,
                        replace(m, label=entry.label, id=entry.id),
                        f.entry,
                        f.facts,
                    )
    keys = {k for s in study.sentences for k in s.keys()}  # noqa: SIM118
    for option in options:
        entry = rules.entry("disease", option)
        organ = entry.facts.get("organ", "") if entry is not None else ""
        if (
            entry is not None
            and organ != _organ(f, rules)
            and keys & _ORGAN_WORDS.get(organ, set())
        ):
            m = f.mention
            return Found(
                f.first, f.last, replace(m, label=entry.label, id=entry.id), f.entry, f.facts
            )
    return f


def fill(
    draft: Draft, fallback: Found | None, disease_topic: Found | None, named: set[str], rules: Rules
) -> None:
    """Fill the slots of a draft from its own sentences, its study, and the studies before it.

    Args:
        draft: The draft; its ``source``, ``disease``, ``vesicle`` and ``cargo`` are set.
        fallback: The document's plain or main MSC source, for cargo named with no source near.
        disease_topic: The document's (or heading's) disease.
        named: Lower-case labels of the diseases that the document names.
        rules: For labels and identifiers.
    """
    evidence = [c.sentence for c in draft.claims]
    first = min(evidence, key=lambda s: s.start)
    draft.source = _source(draft.study, first, draft)
    if draft.source is None:
        draft.source = fallback
        draft.inherited.add("source")
    draft.disease = _disease(draft.study, first, draft)
    if disease_topic is not None and (
        draft.disease is None or _narrower(disease_topic, draft.disease)
    ):
        draft.disease = disease_topic
        draft.inherited.add("disease")
    elif draft.disease is None:
        draft.disease = _same_cells(draft) or _implied(draft, rules) or _earlier(draft.study)
        if draft.disease is not None:
            draft.inherited.add("disease")
    if draft.disease is not None:
        draft.disease = refine(draft.disease, draft.study, disease_topic, named, rules)
    draft.vesicle = _vesicle(draft.study, first)
    draft.cargo = _cargo(draft)


def _walk(study: Study, depth: int = 0) -> list[tuple[Study, int]]:
    """The study and, while anaphors lead back, the ones before it."""
    out = [(study, depth)]
    while study.anaphoric and study.before is not None and depth < 4:
        study = study.before
        depth += 1
        out.append((study, depth))
    return out


def _source(study: Study, first: Sentence, draft: Draft) -> Found | None:
    for member, depth in _walk(study):
        best: tuple[tuple[int, int, int], Found] | None = None
        for s in member.sentences:
            for f in s.of("source"):
                if _contrasted(s, f):
                    continue
                near = tied_to_vesicle(s, f)
                specific = f.mention.label != "MSC"
                distance = (
                    first.start - s.start if s.start <= first.start else 2 * (s.start - first.start)
                )
                score = (int(specific) + int(near), int(near), -distance)
                if best is None or score > best[0]:
                    best = (score, f)
        if best is not None:
            if depth:
                draft.inherited.add("source")
            return best[1]
    return None


def _contrasted(s: Sentence, f: Found) -> bool:
    keys = s.analysis.tokens.keys[max(s.first, f.first - 4) : f.first]
    return "than" in keys or "unlike" in keys or "normal" in keys


def tied_to_vesicle(s: Sentence, f: Found) -> bool:
    """Whether a vesicle stands close to the source: "MSC exosomes", "vesicles of … MSCs"."""
    cells = [c for c in s.of("cell") if not (f.first < c.last and c.first < f.last)]
    for v in s.of("vesicle"):
        if v.first <= f.first and f.last <= v.last:
            return True
        if f.last <= v.first and v.first - f.last <= _VESICLE_NEAR:
            return True
        if v.last <= f.first and f.first - v.last <= _VESICLE_NEAR + 3:
            # "exosomes of macrophages push MSCs" are not the MSCs' own
            between = [c for c in cells if v.last <= c.first and c.last <= f.first]
            if not between:
                return True
    return False


_OF_CELLS = frozenset(
    "from of derived isolated released secreted by produced obtained originating harvested "
    "shed the human mouse rat hypoxic - collected".split()
)


def about_msc_vesicles(study: Study) -> bool:
    """Whether the study's vesicles are said to be of MSCs, by its own words or those before it."""
    if any(of_other_cells(s) for s in study.sentences) and not any(
        s.of("source") for s in study.sentences
    ):
        return False
    for member, _ in _walk(study):
        if any(tied_to_vesicle(s, f) for s in member.sentences for f in s.of("source")):
            return True
    told = any(s.of("mirna") or s.of("cargo") for s in study.sentences)
    before: Study | None = study.before
    steps = 0
    while before is not None and steps < 8:
        if any(tied_to_vesicle(s, f) for s in before.sentences for f in s.of("source")):
            return True
        before = before.before
        steps += 1
    return told


def of_other_cells(s: Sentence) -> int:
    """How many vesicles of the sentence are said to be of cells that are no MSCs."""
    keys = s.analysis.tokens.keys
    others = [
        c
        for c in s.of("cell")
        if c.mention.label not in ("stem cell", "mesenchymal stem cell", "stromal cell")
        and not any(f.first < c.last and c.first < f.last for f in s.of("source"))
    ]
    count = 0
    for v in s.of("vesicle"):
        for c in others:
            left = (
                c.last <= v.first
                and v.first - c.last <= 3
                and all(
                    k in ("-", "derived", "secreted", "released", "s", "'")
                    for k in keys[c.last : v.first]
                )
            )
            right = (
                v.last < c.first
                and c.first - v.last <= 5
                and keys[v.last] in _OF_CELLS - {"the", "-"}
                and all(k in _OF_CELLS or k.isalnum() for k in keys[v.last : c.first])
                and sum(k not in _OF_CELLS for k in keys[v.last : c.first]) < 3
            )
            if left or right:
                count += 1
                break
    return count


def weight(f: Found) -> int:
    """How well a disease mention stands for a finding's disease."""
    if f.facts.get("open"):
        return 1
    flags = f.entry.flags if f.entry is not None else frozenset()
    if "generic" in flags:
        return 0
    if "phenotype" in flags or "weak" in flags:
        return 1
    return 3


def diseases(s: Sentence) -> list[Found]:
    """Diseases of a sentence, those told as an effect of the same name included."""
    out = [f for f in s.found if f.kind == "disease"]
    for name in ("also", "inside"):
        out += [f.facts[name] for f in s.found if f.kind == "effect" and name in f.facts]
    return out


def _disease(study: Study, first: Sentence, draft: Draft) -> Found | None:
    for member, depth in _walk(study):
        best: tuple[tuple[int, int, int], Found] | None = None
        counts: dict[str, int] = {}
        if member.own:
            for s in member.sentences:
                for f in diseases(s):
                    worth = 3 if s.block.kind == "title" else 0 if section_is_background(s) else 1
                    counts[f.mention.label] = counts.get(f.mention.label, 0) + worth
        for s in member.sentences:
            for f in diseases(s):
                w = weight(f)
                if not w:
                    continue
                distance = (
                    first.start - s.start if s.start <= first.start else 2 * (s.start - first.start)
                )
                w += _is_model(s, f)
                score = (
                    w + min(counts.get(f.mention.label, 0), 6),
                    int(bool(f.facts.get("model"))),
                    -distance,
                )
                if best is None or score > best[0]:
                    best = (score, f)
        if best is not None:
            chosen = best[1]
            for s in member.sentences:
                for f in diseases(s):
                    if _narrower(f, chosen) and weight(f) > 1:
                        chosen = f
            if depth:
                draft.inherited.add("disease")
            return chosen
    return None


_MODELS = frozenset("model models mice rats rat mouse murine patients animals rabbits pigs".split())


def _is_model(s: Sentence, f: Found) -> int:
    """1 where the words say that the disease is what was modelled or treated."""
    keys = s.analysis.tokens.keys
    after = keys[f.last : min(f.last + 3, s.last)]
    before = keys[max(s.first, f.first - 4) : f.first]
    return int(
        any(k in _MODELS for k in after)
        or "model" in before
        or ("with" in before and any(k in _MODELS for k in before))
    )


def _narrower(topic: Found, own: Found) -> bool:
    """Whether the heading tells a narrower disease of the same stem ("diabetic eye")."""
    a, b = topic.mention.label.casefold(), own.mention.label.casefold()
    stem = b.split()[-2 if b.endswith("mellitus") and len(b.split()) > 1 else -1][:6]
    return a != b and stem in a and "mellitus" in b


def _same_cells(draft: Draft) -> Found | None:
    """The disease of the study before, when the same cells' vesicles "also" did something."""
    study = draft.study
    if study.before is None or draft.source is None:
        return None
    first = study.sentences[0]
    label = draft.source.mention.label
    also = "also" in first.keys()  # noqa: SIM118 - a method of ours, no mapping
    if not also or label == "MSC":
        return None
    if not any(f.mention.label == label for s in study.before.sentences for f in s.of("source")):
        return None
    found = [f for s in study.before.sentences for f in diseases(s) if weight(f) > 1]
    return found[-1] if found else None


def _implied(draft: Draft, rules: Rules) -> Found | None:
    """A disease that the words of the study presuppose: an infarct, a tumour."""
    for s in draft.study.sentences:
        for f in s.found:
            if f.kind == "disease" and f.mention.label == "cancer":
                return f
    for c in draft.claims:
        f = c.assertion.found
        if f.mention.label == "infarct size":
            before = draft.study.before
            while before is not None:
                for s in reversed(before.sentences):
                    for d in diseases(s):
                        if d.mention.label in (
                            "ischemic stroke",
                            "stroke",
                            "myocardial infarction",
                        ):
                            return d
                before = before.before
            entry = rules.entry("disease", "myocardial infarction")
            if entry is not None:
                m = f.mention
                told = replace(m, kind="disease", label=entry.label, id=entry.id)
                return Found(f.first, f.last, told, entry, {})
        if f.mention.label.startswith("tumor "):
            entry = rules.entry("disease", "cancer")
            if entry is not None:
                m = f.mention
                told = replace(m, kind="disease", label=entry.label, id=entry.id)
                return Found(f.first, f.last, told, entry, {})
    return None


def _earlier(study: Study) -> Found | None:
    """The disease of the studies told before in the same paragraph, if they all tell of one."""
    found: list[Found] = []
    before = study.before
    while before is not None:
        found += [f for s in before.sentences for f in diseases(s) if weight(f) > 1]
        before = before.before
    return found[-1] if len({f.mention.label for f in found}) == 1 else None


def _vesicle(study: Study, first: Sentence) -> Found | None:
    options = [f for s in study.sentences if s.start <= first.start for f in s.of("vesicle")]
    if options:
        return options[-1]
    options = [f for s in study.sentences for f in s.of("vesicle")]
    if options:
        return options[0]
    if study.anaphoric and study.before is not None:
        return _vesicle(study.before, first)
    return None


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


def _cargo(draft: Draft) -> list[Found]:
    out: list[Found] = []
    seen: set[str] = set()
    evidence = {id(c.sentence) for c in draft.claims}
    # what an experiment changed is a target, wherever the study says so
    changed = {
        x.found.mention.label
        for s in draft.study.sentences
        for x in s.assertions
        if x.found.kind == "gene"
        and (x.sign or x.trigger in ("target", "axis", "mechanism"))
        and not x.weak
    }
    aside = draft.study.own and (
        draft.polarity != "asserted" or any(c.control for c in draft.claims)
    )
    for s in draft.study.sentences:
        if aside and id(s) not in evidence:
            continue  # another arm's cargo is not this finding's
        for f in s.found:
            named = f.kind == "cargo" or (
                f.kind == "gene"
                and f.mention.label not in changed
                and not f.mention.label.endswith(" signaling")
                and carried(s, f)
                and bool(s.of("vesicle") or s.has("anaphor"))
            )
            if (
                named
                and f.mention.label not in seen
                and "marker" not in (f.entry.flags if f.entry else ())
            ):
                seen.add(f.mention.label)
                out.append(f)
    return out


def organism_of(s: Sentence, f: Found) -> str | None:
    """The organism of a disease model: the nearest in the sentence that is not the cells' own."""
    sources = s.of("source")
    best: tuple[int, str] | None = None
    for o in s.of("organism"):
        if any(x.first <= o.first < x.last for x in sources):
            continue
        distance = min(abs(o.first - f.last), abs(f.first - o.last))
        if best is None or distance < best[0]:
            best = (distance, o.mention.label)
    return best[1] if best else None


def setting_of(draft: Draft, s: Sentence) -> str | None:
    """In vivo, in vitro, ex vivo or clinical, as the evidence tells."""
    model = draft.disease.facts.get("setting") if draft.disease is not None else None
    rows = [s, *(c.sentence for c in draft.claims)]
    for name, cue in _SETTINGS[:2]:
        if any(r.has(cue) for r in rows):
            return name
    if model:
        return str(model)
    for name, cue in _SETTINGS[2:]:
        if any(r.has(cue) for r in rows):
            return name
    return None
