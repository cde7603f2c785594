"""Which disease a finding is about: complications, models, cell lines, and what organs tell."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.components import harmed_parts
from extractor.extract import Extractor
from extractor.rules import load

DISEASES = [
    ("Exosomes of ADSCs slowed the wound closure of SKOV3 cells.", "ovarian cancer"),
    ("Exosomes of ADSCs promoted the growth of cisplatin-treated SKOV3 cells.", "ovarian cancer"),
    ("Exosomes of ADSCs lowered apoptosis of INS-1 cells exposed to palmitate.",
     "type 2 diabetes mellitus"),
    ("Exosomes of ADSCs slowed the growth of MIA PaCa-2 xenografts.", "pancreatic cancer"),
    ("Exosomes of ADSCs reduced fibrosis of Peyronie plaques in rats.", "Peyronie's disease"),
    ("Exosomes of ADSCs reduced liver fibrosis in NAFLD mice.",
     "non-alcoholic fatty liver disease"),
    ("Exosomes of ADSCs reduced muscle atrophy in CKD rats.", "chronic kidney disease"),
    ("Exosomes of ADSCs reduced muscle atrophy in rats.", "muscle atrophy"),
    ("Exosomes of BMSCs preserved intraepidermal nerve fibres in mice with type 2 diabetes.",
     "diabetic neuropathy"),
    ("Exosomes of BMSCs applied to the wound bed of rats reduced scar width.", "skin wound"),
    ("Exosomes of BMSCs lowered IL-6 in HK-2 cells treated with cisplatin.",
     "acute kidney injury"),
    ("Exosomes of BMSCs lowered IL-6 in pups kept in 85% oxygen.", "bronchopulmonary dysplasia"),
    ("Exosomes of BMSCs lowered IL-6 in rats whose discs had been punctured.",
     "intervertebral disc degeneration"),
    ("Exosomes of BMSCs lowered IL-6 in cells exposed to H2O2.", "hydrogen peroxide"),
    ("Rossi et al. treated rats with stroke with exosomes of BMSCs and saw less apoptosis.",
     "stroke"),
    ("Exosomes of BMSCs lowered IL-6 in mice with lung disease.", "lung disease"),
    ("Exosomes of BMSCs reduced photoreceptor loss in diabetic rats.", "diabetic retinopathy"),
    ("Exosomes of BMSCs raised cGMP in the corpus cavernosum of diabetic rats.",
     "erectile dysfunction"),
    ("Exosomes of BMSCs increased crypt survival in irradiated mice.", "radiation enteritis"),
    ("Exosomes of umbilical cord MSCs lowered IL-6 in mice given lipopolysaccharide.", "sepsis"),
    (
        "In rats with sepsis-associated ALI, exosomes of BMSCs reduced pulmonary edema.",
        "acute lung injury",
    ),
    (
        "In patients with COVID-19 ARDS, exosomes of BMSCs reduced lung inflammation.",
        "acute respiratory distress syndrome",
    ),
    (
        "In ob/ob mice, exosomes of ADSCs reduced steatosis of the liver.",
        "non-alcoholic fatty liver disease",
    ),
    (
        "Exosomes of ADSCs reduced the apoptosis of granulosa cells in cisplatin-treated mice.",
        "premature ovarian insufficiency",
    ),
    (
        "In CCl4-treated rats, exosomes of ADSCs suppressed the activation of hepatic stellate "
        "cells.",
        "liver fibrosis",
    ),
    (
        "Pulmonary arterial hypertension of monocrotaline-treated rats improved: exosomes of "
        "BMSCs reduced right ventricular hypertrophy.",
        "pulmonary arterial hypertension",
    ),
    (
        "In nude mice with xenografts of PC-3 cells, exosomes of BMSCs reduced tumor growth.",
        "prostate cancer",
    ),
    (
        "Exosomes of BMSCs reduced the NAFLD activity score in mice with NASH.",
        "non-alcoholic steatohepatitis",
    ),
    (
        "Exosomes of BMSCs prolonged the survival of kidney allografts in rats.",
        "allograft rejection",
    ),
    (
        "Exosomes of BMSCs raised the intracavernous pressure in rats with diabetic erectile "
        "dysfunction.",
        "erectile dysfunction",
    ),
    (
        "Exosomal miR-122 of ADSCs repressed P4HA1 in LX-2 cells.",
        "liver fibrosis",
    ),
    (
        "Exosomal miR-21 of BMSCs repressed PTEN in nucleus pulposus cells.",
        "intervertebral disc degeneration",
    ),
    (
        "Exosomal miR-16 of BMSCs repressed VEGF in 4T1 cells.",
        "breast cancer",
    ),
    (
        "In isoproterenol-induced heart failure, exosomes of BMSCs reduced fibrosis.",
        "heart failure",
    ),
    (
        "Exosomes of ADSCs accelerated the closure of wounds in db/db mice.",
        "diabetic wound",
    ),
    # which of the organs of one system a toxin harmed
    (
        "Exosomes of BMSCs lowered caspase-3 in the ovaries of mice treated with busulfan.",
        "premature ovarian insufficiency",
    ),
    (
        "Exosomes of BMSCs raised sperm count in mice treated with cyclophosphamide.",
        "male infertility",
    ),
    (
        "Exosomes of ADSCs lowered IL-4 and sneezing in OVA-sensitised mice.",
        "allergic rhinitis",
    ),
    # the organ of the usual disease counts as well as those of the others
    (
        "Exosomes of ADSCs raised bone volume and trabecular number in OVX rats.",
        "osteoporosis",
    ),
    # the words of a disease may be those of an outcome too
    (
        "The scalded skin healed sooner with exosomes of ADSCs.",
        "burn",
    ),
    # what was done to a part of the body names the disease
    (
        "The uterine horns of 12 rats were scraped, and exosomes of BMSCs raised VEGF.",
        "intrauterine adhesion",
    ),
    (
        "In sheep with a severed patellar tendon, exosomes of ADSCs increased collagen content.",
        "tendon injury",
    ),
    (
        "In rats whose facial nerves had been crushed, exosomes of BMSCs reduced IL-6.",
        "facial nerve injury",
    ),
    (
        "In pig livers subjected to cold ischaemia, exosomes of BMSCs reduced IL-6.",
        "hepatic ischemia-reperfusion injury",
    ),
    (
        "Irradiation of the parotid glands was followed by EVs of BMSCs, which raised BCL2.",
        "xerostomia",
    ),
    (
        "Exosomes of ADSCs reduced TNF in rabbits with necrotic femoral heads.",
        "osteonecrosis of the femoral head",
    ),
    (
        "Exosomes of ADSCs lowered caspase-3 in kidneys from pigs after circulatory death.",
        "renal ischemia-reperfusion injury",
    ),
    # cells tell the organ, whatever cord the vesicles come from
    (
        "Exosomes of umbilical cord MSCs lowered IL-6 in H9c2 cells after hypoxia/reoxygenation.",
        "myocardial ischemia-reperfusion injury",
    ),
    (
        "Exosomes of umbilical cord MSCs lowered IL-6 in HEI-OC1 cells treated with cisplatin.",
        "hearing loss",
    ),
    (
        "Exosomes of BMSCs lowered IL-6 in LPS-induced injury of MLE-12 cells.",
        "acute lung injury",
    ),
    (
        "Exosomes of BMSCs reduced brain edema in rats after a weight-drop injury.",
        "traumatic brain injury",
    ),
    (
        "Exosomes of BMSCs lowered IL-6 in rats with an occluded superior mesenteric artery.",
        "intestinal ischemia-reperfusion injury",
    ),
    (
        "Exosomes of BMSCs lowered IL-6 in rats whose caecum had been abraded.",
        "abdominal adhesion",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "disease"), DISEASES)
def test_the_disease_of_a_sentence(sentence: str, disease: str) -> None:
    """The organ's disease goes before what brought it about, the named before the modelled."""
    document = readers.read_string(f"Exosomes of MSCs\n\nAbstract\n\n{sentence}")
    found = Extractor().findings(document)
    assert [f.disease_model.label if f.disease_model else None for f in found] == [disease]


def test_harmed_parts_name_diseases_of_the_lexicon() -> None:
    """Each disease that a part of the body and a harm make is one that the lexicon knows."""
    labels = {label for made in harmed_parts._PARTS.values() for label in made.values()}
    assert [label for label in sorted(labels) if load().entry("disease", label) is None] == []


PARAGRAPHS: list[tuple[str, list[str | None]]] = [
    (  # announced by a sentence of its own, and still so in the study after the next
        "Keloid is hard to treat. Exosomes of BMSCs lowered COL1A1 in mice [1]. More has been "
        "done in alopecia areata. Exosomes of ADSCs raised hair density in patients [2]. Exosomes "
        "of UC-MSCs lowered IL6 and JAK1 in mice [3].",
        ["keloid", "alopecia", "alopecia"],
    ),
    (  # what the animals of a model bear
        "Exosomes of BMSCs lowered TNF in bile duct-ligated rats with hepatopulmonary syndrome "
        "[1].",
        ["hepatopulmonary syndrome"],
    ),
    (  # as the earlier study's inducer stands for it
        "Exosomes of BMSCs raised AMH and follicle counts in mice treated with cyclophosphamide "
        "[1]. Fewer granulosa cells died with exosomes of ADSCs, and BAX fell [2].",
        ["premature ovarian insufficiency", "premature ovarian insufficiency"],
    ),
    (  # of which nothing is said, and a longer course of what makes an acute disease
        "For varicose veins there is nothing. Exosomes of BMSCs raised VEGF in femoral arteries "
        "injured by a wire [1].",
        ["vascular injury"],
    ),
    (
        "Pancreatitis was treated with exosomes of BMSCs, and after weeks of cerulein fibrosis "
        "was reduced [1].",
        ["chronic pancreatitis"],
    ),
    (  # a word that only says that it is a disease
        "In imiquimod-induced disease, exosomes of BMSCs lowered IL17A [1].",
        ["psoriasis"],
    ),
    (  # what is only responded to
        "In colitis, exosomes of BMSCs lowered TNF, and antibody responses to ovalbumin were "
        "normal [1].",
        ["colitis"],
    ),
    (  # a model beside the disease that it stands for is no second one
        "Exosomes of BMSCs lowered COL1A1 in CCl4-treated mice [1]. Exosomes of ADSCs reduced "
        "liver fibrosis in mice [2]. Exosomes of UC-MSCs lowered IL6 and SMO in rats [3].",
        ["liver injury", "liver fibrosis", "liver fibrosis"],
    ),
    (  # of several, the last where the study takes up the one before
        "In colitis, exosomes of BMSCs lowered TNF [1]. In acute pancreatitis, exosomes of ADSCs "
        "lowered amylase [2]. A sequel ascribed the fall of caspase-1 to miR-21 of the exosomes "
        "[3].",
        ["colitis", "acute pancreatitis", "acute pancreatitis"],
    ),
    (  # an organ's harm without a name of its own is passed on
        "Exosomes of BMSCs protected the rat liver from ischemia-reperfusion injury and lowered "
        "ALT [1]. Exosomes of UC-MSCs reduced neutrophil infiltration [2].",
        ["hepatic ischemia-reperfusion injury", "hepatic ischemia-reperfusion injury"],
    ),
    (  # a wide word for what the studies before name in full
        "In acute myeloid leukemia, exosomes of BMSCs lowered BCL2 [1]. Proliferation of "
        "leukemia cells was reduced by exosomes of UC-MSCs [2].",
        ["acute myeloid leukemia", "acute myeloid leukemia"],
    ),
    (  # what sums up is of no one disease
        "In colitis, exosomes of BMSCs lowered TNF [1]. Overall, exosomes of MSCs reduce "
        "oxidative stress.",
        ["colitis", None],
    ),
    (
        "In diabetic mice, exosomes of ADSCs increased flap survival [1].",
        ["skin flap ischemia"],
    ),
    (
        "Exosomes of SHED lowered MMP1 in condylar chondrocytes of osteoarthritis [1].",
        ["temporomandibular joint osteoarthritis"],
    ),
    (
        "Exosomes of BMSCs improved spatial memory in diabetic mice [1].",
        ["diabetic encephalopathy"],
    ),
]


MODELS = [
    ("rats prenatally exposed to valproic acid", "autism spectrum disorder"),
    ("guinea pigs with form deprivation", "myopia"),
    ("hypochlorous acid-injected mice", "scleroderma"),
    ("mice with ragweed-induced airway inflammation", "asthma"),
    ("rats with contrast medium-induced nephropathy", "contrast-induced nephropathy"),
    ("mice immunised with S100 antigen", "autoimmune hepatitis"),
    ("L-arginine-injected rats", "acute pancreatitis"),
    ("morphine-tolerant rats", "drug addiction"),
    ("Trypanosoma cruzi-infected mice", "Chagas disease"),
    ("mice with dihydrotestosterone-induced hair loss", "androgenetic alopecia"),
    ("rabbits fed a high-cholesterol diet", "hyperlipidemia"),
    ("rats with loperamide-induced constipation", "constipation"),
    ("cats with feline chronic gingivostomatitis", "stomatitis"),
    ("horses with laminitis", "laminitis"),
    ("dogs with degenerative mitral valve disease", "heart valve disease"),
    ("proteoglycan-immunised mice", "ankylosing spondylitis"),
    ("mice with thioacetamide-induced liver failure", "acute liver failure"),
    ("patients with dry eye due to graft-versus-host disease", "ocular graft-versus-host disease"),
    ("rd10 mice, which suffer from retinitis pigmentosa", "retinitis pigmentosa"),
    ("rd10 mice", "retinal degeneration"),
    ("the neonatal hypoxic-ischemic brain", "hypoxic-ischemic brain injury"),
    ("rats with hypersensitivity to colorectal distension", None),
]


@pytest.mark.parametrize(("animals", "disease"), MODELS)
def test_what_a_model_stands_for(animals: str, disease: str | None) -> None:
    """Animals made ill, by an inducer or by their genes, stand for a disease."""
    text = f"In {animals}, BM-MSC exosomes with miR-21-5p lowered IL-6."
    (found,) = Extractor(fast=True).findings(readers.read_string(text))
    assert (found.disease_model and found.disease_model.label) == disease


FULL_NAMES = [
    ("In acute myeloid leukaemia, BMSC exosomes lowered IRF2 [1]. Another molecule, miR-21 in "
     "BMSC exosomes, slowed leukaemic blasts through SMC4 [2].",
     ["acute myeloid leukemia", "acute myeloid leukemia"]),
    ("Hypertrophic scars must be slowed. ADSC exosomes made the scar of mice flatter [1].",
     ["hypertrophic scar"]),
    ("In asthma, BMSC exosomes lowered IL-4 [1]. In chronic graft-versus-host disease, BMSC "
     "exosomes lowered Th17 cells [2]. Placental MSC exosomes prolonged survival in "
     "graft-versus-host disease through SOCS1 [3].",
     ["asthma", "chronic graft-versus-host disease", "graft-versus-host disease"]),
    ("In asthma, BMSC exosomes lowered IL-4 [1]. In ischemic stroke, BMSC exosomes lowered IL-6 "
     "[2]. ADSC exosomes raised BDNF in pigs with stroke [3].",
     ["asthma", "ischemic stroke", "stroke"]),
    ("BMSC exosomes lowered IL-6 in the retinas of diabetic rats with retinopathy [1].",
     ["diabetic retinopathy"]),
    ("BMSC exosomes raised NGF in db/db mice with neuropathy [1].", ["diabetic neuropathy"]),
    ("BMSC exosomes raised NGF in rats with neuropathy [1].", ["peripheral neuropathy"]),
    ("In the eye, BMSC exosomes lowered IL-6 in mice with optic neuritis [1]. An analogous "
     "experiment with exosomes under higher dose lowered TNF-α [2].",
     ["optic neuritis", "optic neuritis"]),
]  # fmt: skip


@pytest.mark.parametrize(("paragraph", "diseases"), FULL_NAMES)
def test_a_disease_is_called_by_the_name_told_before(
    paragraph: str, diseases: list[str]
) -> None:
    """A name used loosely is that of the disease told before; its degree is not carried over."""
    found = Extractor(fast=True).findings(readers.read_string(f"MSC vesicles\n\n{paragraph}"))
    assert [f.disease_model.label if f.disease_model else None for f in found] == diseases


@pytest.mark.parametrize(
    ("heading", "disease"),
    [
        ("Liver", "liver fibrosis"),
        ("Lung disease", "pulmonary fibrosis"),
        ("Kidney disorders of adults", "renal fibrosis"),
        ("Skin and kidney", "fibrosis"),
        ("Skin", "fibrosis"),
    ],
)
def test_fibrosis_is_of_the_organ_of_the_heading(heading: str, disease: str) -> None:
    """Fibrosis under a heading with one organ is that organ's."""
    text = (
        f"Vesicles of MSCs\n\n1. {heading}\n\nBone marrow MSC exosomes lowered COL1A1 in rats with "
        "fibrosis [1]. Adipose MSC exosomes lowered TGF-β1 in mice with arthritis [2].\n\n"
        "2. End\n\nMany trials are awaited.\n"
    )
    found = Extractor(fast=True).findings(readers.read_string(text))
    label = found[0].disease_model
    assert (label and label.label) == disease


@pytest.mark.parametrize(("paragraph", "diseases"), PARAGRAPHS)
def test_the_diseases_of_a_paragraph(paragraph: str, diseases: list[str | None]) -> None:
    """Each study has the disease that it names, or that a sentence before it announced."""
    found = Extractor().findings(readers.read_string(f"Vesicles of MSCs\n\n{paragraph}"))
    assert [f.disease_model.label if f.disease_model else None for f in found] == diseases


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exosomes of AD-MSCs were studied in two models. In acute pancreatitis evoked by "
         "taurocholate, exosomes lowered amylase. In chronic pancreatitis caused by caerulein, "
         "exosomes reduced collagen I.",
         {"acute pancreatitis": {"amylase"}, "chronic pancreatitis": {"COL1A1"}}),
        ("Vesicles of UC-MSCs were given in two lung models. In rats with elastase-induced "
         "emphysema, vesicles reduced airspace size. In rats with monocrotaline-induced pulmonary "
         "hypertension, vesicles lowered right ventricular pressure.",
         {"emphysema": {"alveolar size"},
          "pulmonary hypertension": {"right ventricular systolic pressure"}}),
        ("Vesicles of UC-MSCs in colitis and necrotising enterocolitis. Mice with colitis given "
         "vesicles had lower IL-6. In necrotising enterocolitis, vesicles raised ZO-1.",
         {"colitis": {"IL6"}, "necrotizing enterocolitis": {"TJP1"}}),
        ("BMSC exosomes in experimental colitis\n\nBMSC exosomes were given to mice with "
         "colitis. They raised ZO-1. In collagen-induced arthritis mice, the exosomes lowered "
         "the paw swelling.",
         {"colitis": {"TJP1"}, "rheumatoid arthritis": {"paw swelling"}}),
        ("Exosomes of SHED in bile duct-ligated rats\n\nSHED exosomes alleviated cholestatic liver "
         "fibrosis.",
         {"cholestasis": {"liver fibrosis"}}),
        ("BMSC exosomes in traumatic brain injury\n\nBMSC exosomes lowered IL-6 in rats with "
         "traumatic brain injury. After spinal cord injury, they raised the BBB score.",
         {"traumatic brain injury": {"IL6"}, "spinal cord injury": {"locomotor function"}}),
        ("Exosomes of BMSCs in osteoarthritis\n\nBMSC exosomes raised aggrecan in rats with "
         "osteoarthritis. Similarly, in mice with asthma, BMSC exosomes lowered IL-17.",
         {"osteoarthritis": {"ACAN"}, "asthma": {"IL17A"}}),
        ("AD-MSC exosomes in myocardial infarction\n\nAD-MSC exosomes reduced caspase-3 in mice "
         "with myocardial infarction. In diabetic mice, the exosomes lowered infarct size.",
         {"myocardial infarction": {"CASP3", "infarct size"}}),
    ],
)  # fmt: skip
def test_a_study_of_two_diseases_is_parted(text: str, expected: dict[str, set[str]]) -> None:
    got: dict[str, set[str]] = {}
    for f in Extractor().findings(readers.read_string(text)):
        assert f.disease_model is not None
        named = got.setdefault(f.disease_model.label, set())
        named |= {s.label for s in (*f.targets, *f.effects)}
    assert got == expected


ABSTRACTS = [
    (  # repaired tendons at the insertion are more than torn ones
        "Exosomes of BMSCs after rotator cuff repair\n\nIn rats with a rotator cuff tear, exosomes "
        "of BMSCs increased the area of fibrocartilage and lowered IL-6.",
        {"tendon-bone healing disorder"},
    ),
    (
        "Exosomes of BMSCs in osteoporosis\n\nIn ovariectomised rats, exosomes of BMSCs raised "
        "callus volume and RUNX2.",
        {"osteoporotic fracture"},
    ),
    (  # fatty livers are the ground, reperfusion the harm
        "Exosomes of BMSCs spare the fatty liver\n\nIn rats with NAFLD, exosomes of BMSCs given at "
        "reperfusion lowered ALT and IL-6.",
        {"hepatic ischemia-reperfusion injury"},
    ),
    (  # transplants that are rejected are transplants still
        "Exosomes of BMSCs in rat kidney transplantation\n\nRejection is common after kidney "
        "transplantation. Exosomes of BMSCs lowered serum creatinine and IFN-γ.",
        {"kidney transplantation"},
    ),
    (  # what a model is said to be one of
        "Exosomes of BMSCs in the pilocarpine model of temporal lobe epilepsy\n\nStatus "
        "epilepticus was induced in rats. In rats after status epilepticus, exosomes of BMSCs "
        "lowered IL-6.",
        {"epilepsy"},
    ),
    (
        "Exosomes of BMSCs save photoreceptors\n\nThe rd10 mouse model of retinitis pigmentosa was "
        "used. In rd10 mice, exosomes of BMSCs raised the b-wave and lowered IL-6.",
        {"retinitis pigmentosa"},
    ),
    (  # no name of another breadth: the inducer says more
        "Exosomes of BMSCs in acetaminophen overdose\n\nMice received acetaminophen. Exosomes of "
        "BMSCs lowered ALT and IL-6. Exosomes of BMSCs thus limit liver injury.",
        {"drug-induced liver injury"},
    ),
    (  # the title of the one source's part is that of the other's too
        "Exosomes of BMSCs harden glioblastoma\n\nGliomas recruit MSCs. Exosomes of BMSCs raised "
        "VEGF in U87 cells. Exosomes of UC-MSCs lowered VEGF in U87 cells.",
        {"glioblastoma"},
    ),
]


@pytest.mark.parametrize(("text", "diseases"), ABSTRACTS)
def test_the_disease_of_an_abstract(text: str, diseases: set[str]) -> None:
    """What the whole study says decides which of several names its disease has."""
    found = Extractor(fast=True).findings(readers.read_string(text))
    assert {f.disease_model.label if f.disease_model else None for f in found} == diseases


@pytest.mark.parametrize("given", ["received BMSC exosomes", "were given exosomes of BMSCs"])
@pytest.mark.parametrize(
    ("disease", "label"), [("stroke", "stroke"), ("arthritis", "arthritis")]
)
def test_what_the_animals_bear_is_the_disease(disease: str, label: str, given: str) -> None:
    """A wide name too, where no other is told; the cells named next are not its bearers'."""
    text = f"Exosomes of marrow\n\nRats with {disease} {given}. The exosomes lowered IL-6."
    found = list(Extractor().findings(readers.read_string(text)))
    assert [f.disease_model.label for f in found if f.disease_model] == [label]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("PDLSC exosomes slowed bone loss in periodontitis.", "periodontitis"),
        ("BMSC exosomes reduced bone loss in arthritic mice.", "rheumatoid arthritis"),
        ("BMSC exosomes reduced bone loss in aged mice.", "osteoporosis"),
        ("Exosomes of hemin-pretreated MSCs lowered apoptosis of cardiomyocytes.", None),
        ("In infarcted rats, exosomes of hemin-pretreated MSCs lowered apoptosis.",
         "myocardial infarction"),
    ],
)  # fmt: skip
def test_a_loss_and_what_donors_were_given_are_not_the_disease(
    text: str, label: str | None
) -> None:
    """Bone is lost in a disease that is named; what the cells were primed with is none."""
    (finding,) = Extractor().findings(readers.read_string(text))
    assert (finding.disease_model.label if finding.disease_model else None) == label


def test_what_ad_stands_for_is_told_by_the_outcomes() -> None:
    """IgE is told of atopic dermatitis, amyloid of Alzheimer's disease."""
    for outcome, label in (("IgE", "atopic dermatitis"), ("amyloid", "Alzheimer's disease")):
        (finding,) = Extractor().findings(
            readers.read_string(f"ADSC exosomes reduced {outcome} in AD mice.")
        )
        assert finding.disease_model is not None
        assert finding.disease_model.label == label


@pytest.mark.parametrize(
    ("lead", "model", "label"),
    [
        ("MSC exosomes have shown promise in stroke and Crohn's disease.", "CCl4", "liver injury"),
        ("Stem cell therapy with MSCs has been tested in graft-versus-host disease.", "cisplatin",
         "acute kidney injury"),
        ("Unlike diabetes and obesity, this disorder has no cure.", "bleomycin",
         "pulmonary fibrosis"),
    ],
)
def test_what_cells_were_tried_in_elsewhere_is_not_the_disease(
    lead: str, model: str, label: str
) -> None:
    """A model told by its inducer stands before a disease named in passing."""
    text = f"{lead} Mice received {model} and then MSC exosomes. The exosomes reduced IL-6."
    (finding,) = Extractor().findings(readers.read_string(text))
    assert finding.disease_model is not None
    assert finding.disease_model.label == label


def test_the_word_abstract_over_an_abstract_changes_nothing() -> None:
    """An introduction is told by where it stands, whether or not its abstract has a heading."""
    title = "Vesicles of placental MSCs lessen pulmonary fibrosis in mice"
    body = (
        "Idiopathic pulmonary fibrosis leads to early death. Bleomycin was given to mice, and "
        "vesicles of placental MSCs followed. They lowered collagen deposition and TGFBR1 in the "
        "lungs of these animals."
    )
    engine = Extractor(fast=True)
    told = [
        [f.disease_model.label if f.disease_model else None for f in engine.findings(document)]
        for document in (
            readers.read_string(f"{title}\n\n{body}", "plain"),
            readers.read_string(f"{title}\n\nAbstract\n\n{body}", "headed"),
        )
    ]
    assert told[0] == told[1] == ["pulmonary fibrosis"]


@pytest.mark.parametrize(
    ("title", "disease"),
    [
        ("Marrow MSC exosomes help the colon with colitis, but psoriasis is not improved",
         "colitis"),
        ("Marrow MSC exosomes ease osteoarthritis; tendinopathy remains unaffected",
         "osteoarthritis"),
        ("Not marrow MSCs but their exosomes ameliorate colitis", "colitis"),
    ],
)  # fmt: skip
def test_a_disease_that_the_title_denies_is_not_what_the_study_is_about(
    title: str, disease: str
) -> None:
    text = f"{title}\n\nExosomes of marrow MSCs were given to mice. They lowered IL-6."
    found = Extractor(fast=True).findings(readers.read_string(text))
    told = {f.disease_model.label for f in found for x in f.targets
            if x.label == "IL6" and f.disease_model}  # fmt: skip
    assert told == {disease}


def test_the_umbilical_cord_is_no_injured_cord() -> None:
    text = (
        "In ischemia-reperfusion injury vesicles of umbilical cord MSCs, which the umbilical cord "
        "yields freely, reached the glomeruli and lowered IL-6."
    )
    found = Extractor(fast=True).findings(readers.read_string(text))
    assert {f.disease_model.label for f in found if f.disease_model} == {
        "renal ischemia-reperfusion injury"
    }
