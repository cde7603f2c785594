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


ORGAN_WORDS: dict[str, frozenset[str]] = {
    organ: frozenset(words.split())
    for organ, words in {
        "lung": "lung lungs pulmonary alveolar bronchoalveolar airway airways",
        "kidney": "kidney kidneys renal tubular tubules glomerular glomeruli podocyte podocytes "
        "mesangial albuminuria proteinuria",
        "liver": "liver livers hepatic hepatocyte hepatocytes",
        "heart": "heart hearts cardiac myocardial cardiomyocyte cardiomyocytes ventricular",
        "brain": "brain cerebral hippocampal hippocampus microglia cortex",
        "eye": "retina retinas retinal cornea corneas corneal photoreceptor photoreceptors "
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
    }.items()
}
"""Words by which a study tells of which organ a wide name or a toxin's harm is."""
