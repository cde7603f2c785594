"""Words for organs, by which a harm without a name of its own is told."""

from __future__ import annotations

ORGANLESS = frozenset(["ischemia-reperfusion injury", "ischemia", "injury", "fibrosis"])
ORGANS: dict[str, str] = {
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
        "limb": "limb limbs hindlimb gastrocnemius",
        "lung": "alveolar",
    }.items()
    for word in words.split()
}
"""Words that tell of which organ a generic harm is, and the word that its disease label begins
with.
"""


ORGAN_WORDS: dict[str, set[str]] = {
    "lung": {"lung", "lungs", "pulmonary", "alveolar", "bronchoalveolar", "airway"},
    "kidney": {
        "kidney", "kidneys", "renal", "tubular", "glomerular", "glomeruli", "podocyte",
        "podocytes", "mesangial",
    },
    "liver": {"liver", "hepatic", "hepatocyte", "hepatocytes"},
    "heart": {"heart", "hearts", "cardiac", "myocardial", "cardiomyocyte", "cardiomyocytes"},
    "brain": {"brain", "cerebral", "hippocampal", "hippocampus", "microglia", "cortex"},
    "eye": {"retina", "retinal", "cornea", "corneal"},
    "skin": {"wound", "wounds", "skin"},
    "reproductive": {
        "granulosa",
        "ovary",
        "ovaries",
        "ovarian",
        "follicle",
        "follicles",
        "follicular",
        "oocyte",
        "oocytes",
        "erectile",
        "cavernous",
        "penile",
        "testis",
        "testicular",
        "sperm",
    },
    "ear": {"cochlea", "cochlear", "auditory", "hearing", "hair", "spiral"},
    "joint": {"joint", "joints", "chondrocyte", "chondrocytes", "cartilage", "synovial", "knee"},
    "spinal cord": {"cord"},
}
