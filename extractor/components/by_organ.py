"""Effects named for the organ of the finding's disease: "fibrosis" in silicosis, "healing" of a
fracture, "barrier function" in colitis.
"""

from __future__ import annotations

from dataclasses import replace

from extractor.components.found import Found
from extractor.lexicon import Entry
from extractor.records import Mention
from extractor.rules import Rules
from extractor.tokens import tokenize


def _table(text: str) -> dict[str, dict[str, str]]:
    """Rows "label: organ or disease = name; ..."; "a / b" are two of them, "*" is any other."""
    out: dict[str, dict[str, str]] = {}
    for line in text.strip().splitlines():
        label, _, cells = line.strip().partition(": ")
        row = out.setdefault(label, {})
        for cell in cells.split("; "):
            keys, _, name = cell.partition(" = ")
            row.update(dict.fromkeys(keys.split(" / "), name))
    return out


_OF_DISEASE = _table(
    """
    fibrosis: lung = pulmonary fibrosis; kidney = renal fibrosis; heart = cardiac fibrosis
    fibrosis: liver = liver fibrosis; intrauterine adhesion = endometrial fibrosis
    fibrosis: asthma / primary sclerosing cholangitis = fibrosis
    fibrosis: atrial fibrillation = atrial fibrosis; muscle injury = muscle fibrosis
    edema: lung = pulmonary edema; brain = brain edema
    wound healing: eye = corneal wound healing; macular hole = macular hole closure
    wound healing: ear = tympanic membrane closure; tumor = cell migration
    wound healing: Crohn's disease / vesicovaginal fistula / pancreatic fistula = fistula healing
    tissue regeneration: liver = liver regeneration; muscle = muscle regeneration
    tissue regeneration: nerve = nerve regeneration; bone = bone regeneration
    tissue regeneration: cartilage defect / osteoarthritis = cartilage regeneration
    tissue regeneration: periodontitis / periodontal defect = periodontal regeneration
    tissue regeneration: dental pulp injury = dental pulp regeneration
    tissue regeneration: intrauterine adhesion = endometrial regeneration
    tissue regeneration: kidney = renal regeneration; lung = lung regeneration
    vascular permeability: eye = retinal vascular leakage; gut = intestinal permeability
    vascular permeability: brain = blood-brain barrier permeability
    vascular permeability: spinal cord = blood-spinal cord barrier permeability
    alveolar epithelial permeability: gut = intestinal permeability
    bone loss: mouth = alveolar bone loss
    cerebral blood flow: kidney = renal blood flow
    calcification: vessel = vascular calcification
    mineralization: vessel = vascular calcification
    infarct wall thickness: lung = pulmonary arteriole wall thickness
    hypertrophy: heart = cardiac hypertrophy
    effusion: joint = joint effusion; lung = pleural effusion; ear = middle ear effusion
    atherosclerotic plaque: Peyronie's disease = penile plaque; Alzheimer's disease = amyloid-beta
    atherosclerotic plaque: psoriasis = psoriatic plaques
    mucus: gut = mucus layer thickness; * = airway remodeling
    tear secretion: meniscus injury / tendon injury / ligament injury = lesion size
    tear secretion: tendon-bone healing disorder / muscle injury = lesion size
    nodules: silicosis = silicotic nodules
    left ventricular dimensions: brain = ventricular dilation
    lesion volume: endometriosis = endometriotic lesion
    fibrosis: myocardial infarction / myocardial ischemia = fibrosis
    fibrosis: myocardial ischemia-reperfusion injury = fibrosis
    clinical score: acute graft-versus-host disease = GVHD severity
    intracranial pressure: erectile dysfunction / Peyronie's disease = erectile function
    cell infiltration: tumor = cell infiltration; * = immune cell infiltration
    cell invasion: preeclampsia / recurrent pregnancy loss = trophoblast invasion
    cell invasion: fetal growth restriction = trophoblast invasion
    angiogenesis: corneal alkali burn / corneal injury / keratitis = corneal neovascularization
    angiogenesis: herpetic keratitis / corneal transplantation = corneal neovascularization
    angiogenesis: limbal stem cell deficiency = corneal neovascularization
    """
)
"""What an outcome is called where the finding's disease is one of an organ, or is that disease."""

_HEALING = """fracture / fracture nonunion / osteoporotic fracture = fracture healing
    bone defect / osteonecrosis = bone regeneration; tooth extraction = alveolar bone healing
    tendon = tendon healing; tendon-bone healing disorder = tendon-bone healing
    ligament injury = ligament healing; meniscus injury = meniscus regeneration
    cartilage defect = cartilage regeneration; muscle = muscle regeneration
    nerve = nerve regeneration; gastric ulcer = gastric ulcer healing
    intestinal anastomotic leakage = anastomotic healing; gut = mucosal healing
    Crohn's disease = fistula healing
    periodontitis / periodontal defect = periodontal regeneration"""
_BARE = _table(
    f"""
    wound healing: {"; ".join(line.strip() for line in _HEALING.splitlines())}
    closure: skin = wound healing; ear = tympanic membrane closure; eye = corneal wound healing
    closure: macular hole = macular hole closure; gastric ulcer = gastric ulcer healing
    closure: Crohn's disease / vesicovaginal fistula = fistula healing
    intestinal barrier integrity: skin = skin barrier function
    intestinal barrier integrity: lung / airway = alveolar epithelial barrier integrity
    intestinal barrier integrity: vessel / sepsis = endothelial barrier function
    intestinal barrier integrity: urinary = urothelial barrier integrity
    intestinal barrier integrity: brain = blood-brain barrier integrity
    intestinal barrier integrity: spinal cord = blood-spinal cord barrier integrity
    functional recovery: kidney = renal function; heart = cardiac function; lung = lung function
    functional recovery: liver = liver function; joint = joint function; muscle = muscle strength
    vascular permeability: urinary = urothelial permeability
    cell migration: male infertility / oligospermia / testicular injury = sperm motility
    cell migration: varicocele / orchitis / cryptorchidism / hypogonadism = sperm motility
    atrophy: muscle / tendon / nerve = muscle atrophy; brain = brain atrophy; skin = skin atrophy
    degeneration: spine = intervertebral disc degeneration; eye = retinal degeneration
    degeneration: joint = cartilage degradation; brain = neurodegeneration
    thresholds: ear = auditory threshold
    opacity: eye = corneal haze; cataract = lens opacity; lung = lung opacity
    opacification: eye = corneal haze; cataract = lens opacity
    resorption: bone / joint = bone resorption; mouth = alveolar bone loss
    resorption: reproductive = embryo resorption
    rupture: vessel = aortic rupture; heart = cardiac rupture
    dilatation: heart = ventricular dilation; vessel = aneurysm growth
    dilation: heart = ventricular dilation; vessel = aneurysm growth
    hyperplasia: vessel = neointima formation; joint = synovial hyperplasia
    hyperplasia: skin = epidermal thickness
    stiffness: joint = joint stiffness; vessel = arterial stiffness; liver = liver fibrosis
    strength: muscle = muscle strength; tendon = biomechanical strength; bone = bone strength
    thickening: skin = epidermal thickness; asthma = airway remodeling
    remodeling: heart = cardiac remodeling; asthma = airway remodeling; vessel = vascular remodeling
    remodeling: pulmonary arterial hypertension / pulmonary hypertension = vascular remodeling
    edema: joint = joint swelling
    lesion volume: brain = brain atrophy
    """
)
"""The same where the words name the outcome alone and not of what: "healing", "atrophy"."""
BARE_WORDS = frozenset(
    "atrophy closure degeneration opacity opacification resorption rupture dilatation dilation "
    "hyperplasia stiffness strength thickening remodeling remodelling".split()
)
"""Nouns that are outcomes by themselves, of what the disease tells."""
_ALONE = frozenset(
    "healing healed heal heals closure repair rate complete improved better full process quality "
    "barrier integrity function dysfunction recovery of functional leakage dextran motility "
    "swelling threshold thresholds shift shifts tissue loss "
    "intact tight tighter sealed leaky permeable less more".split()
) | BARE_WORDS
_WIDE = frozenset("tissue tissues vascular".split())
"""Words with which a text itself gives the wide name: "vascular leakage"."""


_CELLS = {
    "skeletal muscle cell ": {"heart": "cardiomyocyte "},
    "hematopoietic stem cell ": {"liver": "hepatic stellate cell "},
}
"""What a cell by a bare word ("myocyte") is in a disease of an organ, as the outcomes name it."""
_FULL = ("skelet", "hemato", "haemato")
"""How words begin that name a cell in full."""


def of_disease(mention: Mention, told: Found | None, rules: Rules) -> Mention:
    """An effect named for the organ of the finding's disease: "fibrosis" in silicosis.

    Args:
        mention: The effect as its own words name it.
        told: The disease that fills the finding's slot, by its name or by a model.
        rules: For labels and identifiers.
    """
    disease = told.entry if told is not None else None
    stood_for = rules.entry("disease", told.mention.label) if told is not None else None
    words = mention.text.casefold().split()
    for cell, names in _CELLS.items():
        if mention.label.startswith(cell) and not any(w.startswith(_FULL) for w in words):
            other = _named(names, stood_for or disease)
            if other is not None:
                return replace(mention, label=other + mention.label.removeprefix(cell))
    label = mention.label.replace("remodelling", "remodeling")
    name = None
    if label in _BARE and _ALONE.issuperset(words):
        by_model = _BARE[label].get(stood_for.label) if stood_for is not None else None
        name = by_model or _named(_BARE[label], stood_for or disease)
    if name is None and label in _OF_DISEASE and _WIDE.isdisjoint(words):
        row = _OF_DISEASE[label]
        by_name = row.get(stood_for.label) if stood_for is not None else None
        name = by_name or _named(row, stood_for or disease)
    entry = rules.entry("effect", name) if name else None
    return replace(mention, label=entry.label, id=entry.id) if entry is not None else mention


_HARMS = {
    "cisplatin-induced nephrotoxicity": "renal injury",
    "contrast-induced nephropathy": "renal injury",
}
"""Diseases named for their cause, and the harm that they are as outcomes."""


def as_outcome(mention: Mention, named: Entry | None, rules: Rules) -> Mention:
    """A disease that is told as an outcome, under its name among those: "eased LPS-induced ALI" is
    a lesser lung injury, "eased EAE" a lesser encephalomyelitis.

    Args:
        mention: The disease.
        named: What its words name: the disease, or the model that stands for it.
        rules: For labels and identifiers.
    """
    entry = rules.entry("effect", named.label) if named is not None else None
    entry = entry or rules.entry("effect", _HARMS.get(mention.label, mention.label))
    disease = rules.entry("disease", mention.label)
    if entry is None and disease is not None and disease.facts.get("organ") == "tumor":
        entry = rules.entry("effect", "tumor progression")
    if entry is None:
        words = tokenize(mention.label)
        entry = next((
            h.name.entry for h in rules.lexicon.find(words)
            if h.last - h.first == len(words) and h.name.entry.kind == "effect"
            and "disease" in h.name.entry.flags
        ), None)  # fmt: skip
    return replace(mention, label=entry.label, id=entry.id) if entry is not None else mention


def _named(names: dict[str, str], disease: Entry | None) -> str | None:
    if disease is None:
        return names.get("*")
    organ = str(disease.facts.get("organ"))
    return names.get(disease.label) or names.get(organ) or names.get("*")
