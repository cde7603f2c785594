"""Outcomes told by figures, verbs and numbers, and the names that a study's organ gives them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from extractor import readers
from extractor.extract import Extractor


def told(text: str) -> dict[str, str]:
    """Label of every effect to its direction."""
    found = Extractor().findings(readers.read_string(text), "outcomes")
    return {s.label: str(s.direction) for f in found for s in f.effects}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of the untreated mice with sepsis, 12 of 15 died, against 4 of 15 mice given UC-MSC "
         "exosomes.", {"survival": "increase"}),
        ("Seven of ten aneurysms ruptured in saline-treated mice but only two of ten in mice given "
         "MSC exosomes.", {"aortic rupture": "decrease"}),
        ("Eight of ten females with intrauterine adhesion became pregnant after MSC exosomes, as "
         "against three of ten controls.", {"pregnancy rate": "increase"}),
        ("Mice with sepsis given UC-MSC exosomes survived for a median of 90 h, against 41 h with "
         "saline.", {"survival": "increase"}),
        ("In mice with melanoma, tumours weighed 0.4 g after MSC exosomes and 1.1 g in controls.",
         {"tumor weight": "decrease"}),
        ("Mice with aplastic anemia received BMSC exosomes. Survival at day 30 was 60% versus 20%.",
         {"survival": "increase"}),
        ("In dogs with sepsis, 3 of 9 were alive with saline and 7 of 9 with MSC exosomes.",
         {"survival": "increase"}),
    ],
)  # fmt: skip
def test_figures_of_two_arms(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Burns of rats given UC-MSC exosomes closed four days sooner.",
         {"wound healing": "increase"}),
        ("In mice with melanoma, tumours weighed half as much after MSC exosomes.",
         {"tumor weight": "decrease"}),
        ("In mice with sepsis, mice died later after MSC exosomes.", {"survival": "increase"}),
        ("After MSC exosomes, capillaries were 1.8 times as numerous as in controls.",
         {"capillary density": "increase"}),
    ],
)  # fmt: skip
def test_lengths_and_portions_beside_a_verb(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MSC exosomes were given to rats with silicosis. Fibrosis was milder and nodules were "
         "fewer.", {"pulmonary fibrosis": "decrease", "silicotic nodules": "decrease"}),
        ("MSC exosomes lessened fibrosis in mice with diabetic nephropathy.",
         {"renal fibrosis": "decrease"}),
        ("MSC exosomes promoted regeneration in mice with sciatic nerve injury.",
         {"nerve regeneration": "increase"}),
        ("MSC exosomes lowered vascular leakage in diabetic retinopathy.",
         {"vascular permeability": "decrease"}),
    ],
)  # fmt: skip
def test_wide_names_mean_the_organ_of_the_disease(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("disease", "words", "label", "direction"),
    [
        ("cholestasis", "lessened fibrosis", "liver fibrosis", "decrease"),
        ("cardiomyopathy", "lessened fibrosis", "cardiac fibrosis", "decrease"),
        ("myocardial infarction", "lessened fibrosis", "fibrosis", "decrease"),
        ("tibial fractures", "hastened healing", "fracture healing", "increase"),
        ("Achilles tendon injury", "improved healing", "tendon healing", "increase"),
        ("skin wounds", "hastened closure", "wound healing", "increase"),
        ("perforated eardrums", "hastened closure", "tympanic membrane closure", "increase"),
        ("interstitial cystitis", "restored barrier function", "urothelial barrier integrity",
         "increase"),
        ("acute kidney injury", "improved function", "renal function", "increase"),
        ("corneal alkali burns", "diminished opacity", "corneal haze", "decrease"),
        ("cataract", "diminished opacity", "lens opacity", "decrease"),
        ("stroke", "diminished atrophy", "brain atrophy", "decrease"),
        ("heart failure", "limited remodelling and dilatation", "cardiac remodeling", "decrease"),
        ("abdominal aortic aneurysm", "lowered the rate of rupture", "aortic rupture", "decrease"),
    ],
)  # fmt: skip
def test_an_outcome_told_alone_is_of_the_organ_of_the_disease(
    disease: str, words: str, label: str, direction: str
) -> None:
    assert told(f"In rats with {disease}, exosomes of BMSCs {words}.")[label] == direction


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In mice with neuropathy, MSC exosomes damped spinal microglia.",
         {"microglial activation": "decrease"}),
        ("In mice with cirrhosis, MSC exosomes deactivated stellate cells.",
         {"hepatic stellate cell activation": "decrease"}),
        ("In mice with colitis, MSC exosomes suppressed macrophage infiltration.",
         {"macrophage infiltration": "decrease"}),
        ("Sperm of rats given MSC exosomes swam faster.", {"sperm motility": "increase"}),
        ("Hepatoma cells were more resistant to sorafenib after MSC exosomes.",
         {"chemoresistance": "increase"}),
        ("In rats with gastric ulcers, MSC exosomes restored mucus.",
         {"mucus layer thickness": "increase"}),
        ("In rats with cystitis, MSC exosomes left the urothelium less denuded.",
         {"urothelial denudation": "decrease"}),
        ("Spinal fusion succeeded in 8 of 9 rabbits with MSC exosomes versus 3 of 9 controls.",
         {"spinal fusion": "increase"}),
    ],
)  # fmt: skip
def test_what_is_calmed_and_the_nearest_subject(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


def test_what_is_made_or_released_under_a_name_no_lexicon_knows() -> None:
    told_of = told(
        "MSC exosomes restored ceramide synthesis and lowered hyaluronan release in psoriatic mice."
    )
    assert told_of == {"ceramide synthesis": "increase", "hyaluronan release": "decrease"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MSC exosomes slowed the growth of MKN-45 xenografts.", {"tumor growth": "decrease"}),
        ("MSC exosomes restricted aortic growth in mice with aortic aneurysm.",
         {"aneurysm growth": "decrease"}),
        ("MSC exosomes promoted PDX growth in mice with gastric cancer.",
         {"tumor growth": "increase"}),
        ("MSC exosomes inhibited the growth of fibroblasts.",
         {"fibroblast proliferation": "decrease"}),
        ("MSC exosomes sensitised PC3 cells to docetaxel.", {"drug sensitivity": "increase"}),
        ("MSC exosomes raised the sensitivity of glioma cells to temozolomide.",
         {"drug sensitivity": "increase"}),
        ("MSC exosomes broke the resistance of myeloma cells to bortezomib.", {}),
        ("MSC exosomes lowered the resistance of myeloma cells to bortezomib.",
         {"chemoresistance": "decrease"}),
        ("MSC exosomes widened the urethral lumen in rabbits with urethral stricture.",
         {"lumen diameter": "increase"}),
    ],
)  # fmt: skip
def test_growth_and_measures_of_what_is_named_beside_them(
    text: str, expected: dict[str, str]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MSC exosomes lowered urinary oxalate in rats with kidney stones.",
         {"urinary oxalate": "decrease"}),
        ("Plasma homocysteine fell after MSC exosomes in mice with atherosclerosis.",
         {"plasma homocysteine": "decrease"}),
        ("Serum samples of mice with colitis rose in number after MSC exosomes.", {}),
    ],
)  # fmt: skip
def test_what_is_dissolved_in_a_body_fluid(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guinea pigs with ototoxicity given UC-MSC exosomes kept 71% of outer hair cells, against "
         "38% with vehicle.", {"hair cell survival": "increase"}),
        ("In septic mice given MSC exosomes, ileal villi were taller and dextran passage "
         "diminished.", {"villus height": "increase", "intestinal permeability": "decrease"}),
        ("In dogs with periodontitis, periodontal pockets became shallower after MSC exosomes.",
         {"probing depth": "decrease"}),
        ("Rats with cystitis given MSC exosomes voided less often.",
         {"voiding frequency": "decrease"}),
        ("In rats with stroke given MSC exosomes, fewer neurons were positive for cleaved "
         "caspase-3.", {"neuronal apoptosis": "decrease"}),
    ],
)  # fmt: skip
def test_what_cells_and_organs_are_said_to_be(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Calves given UC-MSC exosomes coughed less.", {"cough": "decrease"}),
        ("MSC exosomes brought the arthritis index from 11.2 to 5.4 in mice with arthritis.",
         {"arthritis score": "decrease"}),
        ("Rats with cystitis given MSC exosomes drank more and their bladders weighed less.",
         {"polydipsia": "increase", "organ weight": "decrease"}),
        ("BMSC vesicles made femora stronger in mice with osteogenesis imperfecta.",
         {"bone strength": "increase"}),
    ],
)  # fmt: skip
def test_bearers_of_every_kind_and_what_they_are_made(
    text: str, expected: dict[str, str]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "label", "direction"),
    [
        ("Wounds of diabetic mice treated with BMSC exosomes closed within ten days, those of "
         "controls within fourteen.", "wound healing", "increase"),
        ("Mice with sepsis given BMSC exosomes survived, whereas all controls died.",
         "survival", "increase"),
        ("No mouse with sepsis died under BMSC exosomes, whereas half of the controls did.",
         "survival", "increase"),
        ("Fractures treated with BMSC exosomes united, whereas those of controls did not.",
         "fracture healing", "increase"),
    ],
)  # fmt: skip
def test_what_the_treated_did_and_the_untreated_did_not(
    text: str, label: str, direction: str
) -> None:
    found = Extractor().findings(readers.read_string(text))
    assert [(e.label, e.direction, f.polarity) for f in found for e in f.effects] == [
        (label, direction, "asserted")
    ]


@pytest.mark.parametrize(
    ("text", "label", "direction"),
    [
        ("Rats with stroke treated with BMSC exosomes had infarcts a third smaller.",
         "infarct size", "decrease"),
        ("The infarct was only half as large in stroke rats given BMSC exosomes.",
         "infarct size", "decrease"),
        ("With BMSC exosomes, twice as many RGCs were alive after optic nerve crush.",
         "retinal ganglion cell survival", "increase"),
        ("Half as many mast cells were counted in the skin of dermatitis mice given BMSC exosomes.",
         "mast cell infiltration", "decrease"),
        ("Vessels were three times as dense in ischemic limbs given BMSC exosomes.",
         "microvessel density", "increase"),
    ],
)  # fmt: skip
def test_portions_and_multiples(text: str, label: str, direction: str) -> None:
    assert told(text) == {label: direction}


def test_a_wording_stands_in_one_row() -> None:
    """Of two rows of one label, form and word only the first counts."""
    lines = (Path(__file__).parents[1] / "patterns" / "wordings.tsv").read_text().splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    seen = Counter(
        (row[0], row[1], word, tuple(row[4:])) for row in rows if row[3:4] != [""]
        for word in row[2].split("|")
    )  # fmt: skip
    assert [key for key, n in seen.items() if n > 1] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("With BMSC exosomes, hepatic metastases were found in 2 of 12 animals instead of 9 of 12.",
         {"liver metastasis": "decrease"}),
        ("After BMSC exosomes, CD8+ T cells entered the tumours of glioma mice in larger numbers.",
         {}),
    ],
)  # fmt: skip
def test_events_counted_in_two_arms(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


def test_as_many_as_with_and_without() -> None:
    sentence = "Mice with colitis had twice as many neutrophils after PBS as after BMSC exosomes."
    assert told(sentence) == {"neutrophil infiltration": "decrease"}
    sentence = "Mice with colitis had as many neutrophils after BMSC exosomes as in controls."
    assert told(sentence) == {"neutrophil infiltration": "none"}


def test_what_was_complete_earlier() -> None:
    sentence = "After BMSC exosomes, re-epithelialization was complete a week earlier in burns."
    assert told(sentence) == {"re-epithelialization": "increase"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Colons were 1.6 cm longer after BMSC exosomes in mice with colitis.",
         {"colon length": "increase"}),
        ("In mice with sepsis, bacterial counts were one log lower after BMSC exosomes.",
         {"bacterial load": "decrease"}),
        ("Survival of mice with sepsis amounted to 70% with MSC exosomes, 25% without treatment.",
         {"survival": "increase"}),
        ("Mice with melanoma received MSC exosomes. Metastatic foci in the lung numbered 4 versus "
         "15.", {"lung metastasis": "decrease"}),
        ("Rabbits with disc degeneration received MSC exosomes. Disc height index was 81% of "
         "baseline versus 55%.", {"disc height": "increase"}),
        ("Rats with spinal cord injury received MSC exosomes. The lesion cavity was 40% smaller, "
         "spared white matter was larger.", {"cavity size": "decrease",
                                             "tissue sparing": "increase"}),
        ("Rats with burns got MSC exosomes. 77.5% of the wound had closed by 72 h versus 41.6%.",
         {"wound healing": "increase"}),
        ("Mice with corneal burns got MSC exosomes. Corneal opacity was graded 0.8 vs 2.1.",
         {"corneal haze": "decrease"}),
        ("Rats with stroke received MSC exosomes. Microvessel density in the peri-infarct area "
         "rose.", {"microvessel density": "increase"}),
    ],
)  # fmt: skip
def test_amounts_beside_a_comparative_and_figures(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No renal or hepatic toxicity was encountered after BMSC exosomes in mice with lupus.",
         {"toxicity": "none"}),
        ("No arrhythmia was provoked by BMSC exosomes in pigs with heart failure.",
         {"arrhythmia": "none"}),
        ("After BMSC exosomes, neither synovitis nor bone thickness responded in arthritic mice.",
         {"joint inflammation": "none", "bone thickness": "none"}),
    ],
)  # fmt: skip
def test_what_stayed_as_it_was(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


def test_what_the_injury_does_is_no_result_but_its_extent_is() -> None:
    told_of = "Mice with traumatic brain injury received MSC exosomes. "
    assert told(told_of + "The injury raised apoptosis.") == {}
    assert told(told_of + "The lesion volume was smaller.") == {"lesion volume": "decrease"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bladder cancer cells stopped migrating when given UC-MSC exosomes.",
         {"cell migration": "decrease"}),
        ("Melanoma cells ceased to proliferate when given UC-MSC exosomes.",
         {"cell proliferation": "decrease"}),
        ("With BMSC exosomes, hepatocytes resumed proliferating after hepatectomy.",
         {"hepatocyte proliferation": "increase"}),
        ("Osteosarcoma cells grew faster with BMSC exosomes.", {"cell proliferation": "increase"}),
        ("In mice with atherosclerosis given BMSC exosomes, foam cells exported cholesterol.",
         {"cholesterol efflux": "increase"}),
        ("In mice with limb ischemia, muscles gained vessels after MSC exosomes.",
         {"angiogenesis": "increase"}),
        ("In mice with fracture, those given MSC exosomes acquired more bone.",
         {"bone formation": "increase"}),
        ("In mice with melanoma, fewer vessels fed the tumour after MSC exosomes.",
         {"angiogenesis": "decrease"}),
        ("Leukemia cells became sensitive to imatinib with UC-MSC exosomes.",
         {"drug sensitivity": "increase"}),
        ("Glioma cells were rendered sensitive to temozolomide by UC-MSC exosomes.",
         {"drug sensitivity": "increase"}),
    ],
)  # fmt: skip
def test_what_cells_and_tissues_did(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "told_so",
    [
        "with angiogenesis as the result", "angiogenesis being the consequence",
        "the result being angiogenesis", "and angiogenesis followed",
        "and angiogenesis was the outcome",
    ],
)  # fmt: skip
def test_what_is_said_to_be_the_result(told_so: str) -> None:
    assert told(f"In mice with stroke, BMSC exosomes reduced PTEN, {told_so}.") == {
        "angiogenesis": "increase"
    }


def test_what_was_no_result_is_none() -> None:
    text = "In mice with stroke, BMSC exosomes reduced PTEN; angiogenesis was not the result."
    assert told(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MSC exosomes reduced tumour volume and weight in mice with glioma.",
         {"tumor volume": "decrease", "tumor weight": "decrease"}),
        ("MSC exosomes reduced wound area and width in mice with skin wounds.",
         {"wound area": "decrease", "wound healing": "increase"}),  # a width is no healing
        ("MSC exosomes raised muscle mass and strength in mice with muscle atrophy.",
         {"muscle mass": "increase", "muscle strength": "increase"}),
    ],
)  # fmt: skip
def test_a_first_word_is_shared(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("IL-6 was lowered by MSC exosomes in colitis, and IL-1β likewise.",
         {"IL6": "down", "IL1B": "down"}),
        ("IL-6 fell with MSC exosomes in colitis, TNF-α as well.",
         {"IL6": "down", "TNF": "down"}),
        ("With MSC exosomes, as NLRP3 fell so did pyroptosis in colitis.",
         {"NLRP3": "down", "pyroptosis": "decrease"}),
        ("Endothelial cells given MSC exosomes made less IL-6 and fewer became senescent.",
         {"IL6": "down", "cellular senescence": "decrease"}),
        ("Tubular cells took up MSC exosomes, and fewer of them were apoptotic.",
         {"tubular cell apoptosis": "decrease"}),
        ("MSC exosomes kept the barrier tight in mice with acute lung injury.",
         {"alveolar epithelial barrier integrity": "increase"}),
        ("MSC exosomes turned macrophages away from the inflammatory state in colitis.",
         {"M1 polarization": "decrease"}),
    ],
)  # fmt: skip
def test_what_goes_the_same_way_and_fewer_of_them(text: str, expected: dict[str, str]) -> None:
    found = Extractor().findings(readers.read_string(text), "outcomes")
    assert {s.label: str(s.direction) for f in found for s in (*f.targets, *f.effects)} == expected
