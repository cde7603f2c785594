"""Words for organs, by which a harm without a name of its own is told."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from extractor.components.discourse import Sentence, Study
from extractor.components.found import Found
from extractor.rules import Rules

ORGANLESS = frozenset(["ischemia-reperfusion injury", "ischemia", "injury", "fibrosis"])
ORGANS: dict[str, str] = {
    word: organ
    for organ, words in {
        "renal": "kidney kidneys renal tubular tubules nephric glomerular glomeruli",
        "myocardial": "heart hearts cardiac myocardial myocardium cardiomyocyte cardiomyocytes "
        "coronary lad intracoronary contractility",
        "hepatic": "liver livers hepatic hepatocyte hepatocytes hepatocellular hepatobiliary",
        "cerebral": "brain cerebral neuron neurons neuronal astrocyte astrocytes microglia "
        "neuroblastoma",
        "pulmonary": "lung lungs pulmonary",
        "intestinal": "gut intestine intestinal bowel enterocyte enterocytes mesenteric",
        "retinal": "retina retinal",
        "testicular": "testis testicular seminiferous",
        "ovarian": "ovary ovarian",
        "spinal cord": "cord",
        "limb": "limb limbs hindlimb gastrocnemius",
        "lung": "alveolar",
    }.items()
    for word in words.split()
}
"""Words that tell of which organ a generic harm is, and the word that its disease label begins
with.
"""
NAMES: dict[str, tuple[str, ...]] = {
    **{name: (name,) for name in ORGANS.values()},
    "renal": ("renal", "kidney"),
    "hepatic": ("hepatic", "liver"),
    "pulmonary": ("pulmonary", "lung"),
}
"""How an organ is called in the labels of diseases: "hepatic ischemia", but "liver fibrosis"."""


ORGAN_WORDS: dict[str, frozenset[str]] = {
    organ: frozenset(words.split())
    for organ, words in {
        "lung": "lung lungs pulmonary alveolar bronchoalveolar airway airways trachea tracheas "
        "intratracheal intratracheally",
        "kidney": "kidney kidneys renal tubular tubules glomerular glomeruli podocyte podocytes "
        "mesangial albuminuria proteinuria",
        "liver": "liver livers hepatic hepatocyte hepatocytes hepatocellular hepatobiliary",
        "heart": "heart hearts cardiac myocardial cardiomyocyte cardiomyocytes ventricular",
        "brain": "brain cerebral hippocampal hippocampus microglia cortex striatum striatal "
        "ganglia caudate skull cortical scalp",
        "eye": "retina retinas retinal cornea corneas corneal photoreceptor photoreceptors müller "
        "electroretinogram",
        "skin": "wound wounds skin dermal epidermal",
        "reproductive": "granulosa ovary ovaries ovarian follicle follicles follicular oocyte "
        "oocytes erectile erection cavernous cavernosum penile testis testicular sperm",
        "ear": "cochlea cochlear auditory hearing hair spiral",
        "joint": "joint joints chondrocyte chondrocytes cartilage synovial knee",
        "spinal cord": "cord",
        "gut": "intestine intestinal gut crypt crypts villus villi colon colonic ileum ileal "
        "jejunal enterocyte enterocytes",
        "blood": "marrow hematopoietic haematopoietic hematopoiesis haematopoiesis platelets",
        "nerve": "nerve nerves sciatic schwann allodynia hyperalgesia",
        "mouth": "salivary saliva",
        "nose": "nasal nose sneezing sneezed sneezes turbinate rhinorrhea",
        "urinary": "bladder voiding voids void micturition detrusor urothelium urothelial",
        "pancreas": "pancreas pancreatic islets islet amylase lipase acinar ins min6",
        "vessel": "aorta aortic artery arteries arterial plaque plaques",
        "bone": "bone trabecular trabeculae osteoclasts osteoclast femoral callus",
        "muscle": "muscle muscles myofibers myofibres myotubes grip",
        "tendon": "tendon tendons achilles tenocyte tenocytes",
        "spine": "disc discs nucleus annulus",
    }.items()
}
"""Words by which a study tells of which organ a wide name or a toxin's harm is."""
PART_WORDS: dict[str, frozenset[str]] = {
    label: frozenset(words.split())
    for labels, words in (
        (
            "premature ovarian insufficiency/ovarian aging/ovarian ischemia-reperfusion injury",
            "ovary ovaries ovarian granulosa follicle follicles follicular oocyte oocytes female "
            "females estrous estradiol litter",
        ),
        (
            "male infertility/testicular injury",
            "testis testes testicular sperm spermatogonia spermatogenesis spermatogenic "
            "seminiferous sertoli leydig epididymal male males",
        ),
        ("erectile dysfunction", "erectile erection cavernous cavernosum penile intracavernous"),
        (
            "chemotherapy-induced alopecia",
            "hair hairs alopecia",
        ),
        ("ventilator-induced diaphragm dysfunction", "diaphragm diaphragms diaphragmatic"),
        ("preterm brain injury", "preterm premature prematurity perinatal"),
        ("vestibular disease", "vestibular utricle utricular balance otolith"),
    )
    for label in labels.split("/")
}
"""Words for diseases that share their organ's system with quite other ones."""


_FINER: tuple[tuple[str, str, str, bool, str], ...] = (
    ("skin wound", "corneal injury", "cornea corneal corneas", False, "skin"),
    ("scar", "skin wound", "wound wounds wounded", False, ""),
    (
        "aging", "ovarian aging",
        "ovary ovaries ovarian oocyte oocytes follicle follicles granulosa litter", False, "",
    ),
    ("rhabdomyolysis", "acute kidney injury", "kidney kidneys renal tubular", True, ""),
    (
        "non-alcoholic fatty liver disease", "hepatic ischemia-reperfusion injury",
        "reperfusion reperfused", False, "",
    ),
    ("cisplatin-induced nephrotoxicity", "acute kidney injury", "aki", True, ""),
    ("tendon injury", "rotator cuff fatty infiltration", "faps", True, ""),
    (
        "tendon injury", "tendon-bone healing disorder",
        "enthesis entheses fibrocartilage fibrocartilaginous", True, "",
    ),
    ("osteoporosis", "osteoporotic fracture", "callus calluses", True, ""),
    (
        "osteoarthritis", "temporomandibular joint osteoarthritis",
        "temporomandibular tmj condylar condyle condyles", False, "",
    ),
    ("burn", "corneal alkali burn", "cornea corneas corneal", False, "skin"),
    *(
        (wide, finer, told, False, "")
        for wide in ("diabetes mellitus", "type 2 diabetes mellitus", "type 1 diabetes mellitus")
        for finer, told in (
            ("diabetic encephalopathy", "memory cognitive cognition hippocampus hippocampal"),
            ("diabetic keratopathy", "cornea corneal corneas"),
            ("diabetic foot", "foot feet"),
            ("diabetic wound", "wound wounds wounded re-epithelialization"),
            ("diabetic periodontitis", "periodontitis periodontal ligature ligatures gingival"),
        )
    ),
    (
        "Alzheimer's disease", "atopic dermatitis",
        "ige tewl dermatitis itch itching scratching eczema filaggrin pruritus", False, "alzheimer",
    ),
    *(
        (wide, finer, "diabetic diabetes db streptozotocin stz", False, "diabetic")
        for wide, finer in (
            ("retinopathy", "diabetic retinopathy"),
            ("peripheral neuropathy", "diabetic neuropathy"),
        )
    ),
    ("diabetes mellitus", "skin flap ischemia", "flap flaps", False, ""),
    ("diabetes mellitus", "hindlimb ischemia", "limb limbs hindlimb hindlimbs", False, ""),
)  # fmt: skip
"""What a disease is called where the study has one of these words: label, finer label, words,
whether in the document's own study alone, and a word of the mention that forbids it.
"""


_GRAFT = (
    "liver transplantation", "hepatic ischemia-reperfusion injury", "reperfusion reperfused",
    False, "",
)  # fmt: skip
"""What grafting a liver is about where a review tells of reperfusion."""


def finer_by_words(label: str, text: str, study: Study, topic: Found | None) -> list[str]:
    """The finer names of a disease by the words of its study, for diabetes of its topic too:
    "in diabetic rats" where wounds are the topic.
    """
    rows = [r for r in _FINER if r[0] == label and (study.own or not r[3])]
    if label == "liver transplantation" and not study.own:
        rows = [_GRAFT]
    rows = [r for r in rows if not r[4] or r[4] not in text.lower()]
    if not rows:
        return []
    told = {key for s in study.sentences for key in s.keys()}  # noqa: SIM118 - no mapping
    told |= set(organ_words(study))
    if topic is not None and label.endswith("mellitus") and not study.own:
        told |= set(topic.mention.label.split())
    return [finer for _, finer, words, _, _ in rows if told & set(words.split())]


def organ_keys(s: Sentence, harm: str) -> list[str]:
    """Words of a sentence that may tell an organ; then for ischemia and fibrosis its heading's, if
    that has but one organ.
    """
    out = organ_words_of(s)
    headed = re.findall(r"\w+", (s.block.section or "").lower())
    if harm.startswith("ischemia"):
        out += headed if len({ORGANS[word] for word in headed if word in ORGANS}) == 1 else []
    elif harm == "fibrosis" and _organs_in(headed) == 1:
        out += headed
    return out


def _organs_in(told: list[str]) -> int:
    """How many organs the words of a heading name."""
    return sum(not words.isdisjoint(told) for words in ORGAN_WORDS.values())


_SHORT = 3


def organ_words(study: Study) -> Counter[str]:
    """Words of a study that may tell an organ: not those of the cells' tissue ("umbilical cord"),
    but those of the outcomes' names ("erectile function" for "intracavernous pressure").
    """
    out: Counter[str] = Counter()
    for s in study.sentences:
        out.update(organ_words_of(s))
        for x in s.assertions:
            if x.found.kind == "effect":
                out.update(x.found.mention.label.split())
    told = re.findall(r"\w+", (study.sentences[0].block.section or "").lower())
    if not study.own and len(told) <= _SHORT:
        out.update(told)  # a heading that is but the organ's name
    return out


def organ_words_of(s: Sentence) -> list[str]:
    """Words of a sentence that may tell an organ; what a cell line is stands for its name."""
    skipped = {i for f in s.of("source") for i in range(f.first, f.last)}
    keys = s.analysis.tokens.keys
    if "cord" in keys:
        skipped |= {i for i in range(s.first, s.last) if keys[i] == "cord" and not _spinal(keys, i)}
    out = [keys[i] for i in range(s.first, s.last) if i not in skipped]
    for c in s.of("cell"):
        named = " ".join(keys[c.first : c.last])
        out += [w for w in c.mention.label.lower().split() if w not in named]
    return out


_OF_CORD = frozenset("blood tissue matrix stroma stromal stroma-derived mesenchymal msc".split())


def _spinal(keys: list[str], i: int) -> bool:
    """Whether the cord is that of the spine, not the one that cells are taken from: "umbilical
    cord", "cord blood", "cord-derived vesicles".
    """
    behind = keys[i + 1 : i + 4]
    if behind[:1] == ["-"]:
        return behind[1:2] not in (["derived"], ["blood"])
    return keys[i - 1 : i] != ["umbilical"] and not _OF_CORD & set(behind[:1])


def names_tumor(f: Found) -> bool:
    """Whether a disease is one kind of tumour."""
    facts = f.entry.facts if f.entry is not None else {}
    return facts.get("organ") == "tumor" and f.mention.label != "cancer"


def standing_for(f: Found, label: str, rules: Rules) -> Found | None:
    """A disease of the lexicon in the place of an effect that presupposes it."""
    entry = rules.entry("disease", label)
    if entry is None:
        return None
    named = replace(f.mention, kind="disease", label=entry.label, id=entry.id)
    return Found(f.first, f.last, named, entry, {})
