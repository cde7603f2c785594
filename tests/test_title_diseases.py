"""Titles that set one disease against another, or that only paint the organ of the disease."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

_BODY = (
    "Exosomes of BMSCs were given to the animals. IL-6 fell and IL-10 rose after the exosomes. "
    "Body weight did not change."
)


def _diseases(text: str) -> set[str]:
    found = Extractor(fast=True).findings(readers.read_string(text))
    return {f.disease_model.label if f.disease_model else "" for f in found}


@pytest.mark.parametrize(
    ("title", "disease"),
    [
        ("BMSC exosomes relieve colitis, but pancreatitis is not eased", "colitis"),
        ("BMSC exosomes in pulmonary fibrosis, not in mice with asthma", "pulmonary fibrosis"),
        ("Although asthma persists, BMSC exosomes relieve pulmonary fibrosis",
         "pulmonary fibrosis"),
        ("BMSC exosomes preserve the infarcted heart while stroke is unrelieved",
         "myocardial infarction"),
        ("BMSC exosomes mend fractures without easing osteoporosis", "fracture"),
        ("BMSC exosomes speed skin wounds, whereas burns heal no faster", "skin wound"),
        ("BMSC exosomes treat lupus nephritis rather than IgA nephropathy", "lupus nephritis"),
        # what is denied is an outcome, the cells, or all that there is
        ("BMSC exosomes lower fibrosis but not pain in endometriosis", "endometriosis"),
        ("BMSC exosomes restore tendon without loss of strength in a rat model of diabetes",
         "diabetes mellitus"),
        ("BMSC exosomes do not rescue mice with colitis", "colitis"),
        ("Without miR-21, BMSC exosomes do not help in psoriasis", "psoriasis"),
        ("While MSCs fail, BMSC exosomes relieve asthma", "asthma"),
        ("BMSC exosomes spare the brain in stroke but not the lung", "stroke"),
    ],
)  # fmt: skip
def test_a_disease_that_was_not_helped_is_not_the_topic(title: str, disease: str) -> None:
    """A title's clause of contrast names what the study is not about."""
    assert _diseases(f"{title}\n\n{_BODY}") == {disease}


@pytest.mark.parametrize(
    ("title", "opening", "disease"),
    [
        ("A failing heart held up by BMSC exosomes", "Dilated cardiomyopathy has few drugs.",
         "dilated cardiomyopathy"),
        ("Injured muscle and BMSC exosomes", "Duchenne muscular dystrophy is fatal in boys.",
         "Duchenne muscular dystrophy"),
        ("The wounded cornea and BMSC exosomes", "Dry eye harms the ocular surface.", "dry eye"),
        ("A scarred uterus and BMSC exosomes", "Asherman syndrome follows curettage.",
         "intrauterine adhesion"),
        # by its own name, of another organ, or not at the opening
        ("A failing heart held up by BMSC exosomes", "Heart failure has few drugs.",
         "heart failure"),
        ("The wounded cornea and BMSC exosomes", "Diabetes mellitus is a burden.",
         "corneal injury"),
        ("The wounded cornea and BMSC exosomes",
         "Vision is dear. Drops help little. Corneas are clear. Some have dry eye.",
         "corneal injury"),
    ],
)  # fmt: skip
def test_a_loosely_worded_title_yields_to_the_name(
    title: str, opening: str, disease: str
) -> None:
    """The opening's proper name for a disease of that organ beats the title's picture."""
    assert _diseases(f"{title}\n\n{opening} {_BODY}") == {disease}


@pytest.mark.parametrize(
    "denial",
    [
        "When the same exosomes were injected into mice with pancreatitis, amylase did not fall.",
        "In mice with pancreatitis the exosomes did not lower amylase.",
        "No improvement about amylase was seen in mice with pancreatitis.",
        "In caerulein-induced pancreatitis, amylase was not lowered by the same exosomes.",
        "The same dose in pancreatitis left amylase unchanged.",
    ],
)
def test_what_was_denied_stands_with_the_disease_set_against(denial: str) -> None:
    """What the title says was not helped has a finding of its own."""
    text = (
        "BMSC exosomes relieve colitis but not pancreatitis\n\nColitis was induced with DSS and "
        f"the mice were given exosomes of BMSCs. IL-10 rose in the colon. {denial}"
    )
    told = {
        (f.polarity, f.disease_model.label.removeprefix("acute ") if f.disease_model else "")
        for f in Extractor(fast=True).findings(readers.read_string(text))
    }
    assert told == {("asserted", "colitis"), ("negated", "pancreatitis")}


@pytest.mark.parametrize(
    ("text", "disease"),
    [
        ("In ischemia-reperfusion injury, vesicles of umbilical cord MSCs rich in miR-21 reached "
         "the tubules and lowered apoptosis [3].", "renal ischemia-reperfusion injury"),
        ("In ischemia-reperfusion injury an answer came from cord blood: MSC vesicles lowered "
         "apoptosis of cardiomyocytes [3].", "myocardial ischemia-reperfusion injury"),
        ("In ischemia-reperfusion injury of the cord, MSC exosomes lowered apoptosis [3].",
         "spinal cord ischemia-reperfusion injury"),
    ],
)
def test_the_umbilical_cord_is_no_spinal_cord(text: str, disease: str) -> None:
    """Where cells come from does not tell of which organ an ischemia is."""
    assert _diseases(f"# Vesicles in ischemia\n\n{text}") == {disease}


def test_a_kidney_injury_named_beats_the_toxicity_of_the_title() -> None:
    """An abstract that calls the nephrotoxicity of its title an AKI is about that."""
    title = "BMSC exosomes lessen cisplatin nephrotoxicity"
    assert _diseases(f"{title}\n\nCisplatin-induced AKI was studied. {_BODY}") == {
        "acute kidney injury"
    }
    assert _diseases(f"{title}\n\n{_BODY}") == {"cisplatin-induced nephrotoxicity"}


@pytest.mark.parametrize(
    ("before", "disease"),
    [
        ("MSC exosomes lowered ALT in hepatic ischemia-reperfusion injury [1]. Fibrosis has been "
         "treated as well.", "liver fibrosis"),
        ("MSC exosomes lowered creatinine in mice with acute kidney injury [1]. In fibrosis less "
         "is known.", "renal fibrosis"),
        ("Silicosis leads to fibrosis of the lung.", "silicosis"),
        ("Fibrosis has been treated as well. Silicosis is a disease of miners.", "silicosis"),
    ],
)  # fmt: skip
def test_fibrosis_turned_to_is_of_the_organ_told_before(before: str, disease: str) -> None:
    """A sentence that turns to fibrosis sets what the next study is about."""
    text = f"# Vesicles\n\n{before} Vesicles of BMSCs lowered STAT3 and raised autophagy [3]."
    assert disease in _diseases(text)


def test_other_models_that_are_wished_for_are_no_second_disease() -> None:
    """Neither a closing wish nor a general opening parts an abstract in two."""
    text = (
        "BMSC exosomes lessen sepsis-induced kidney injury\n\nAcute kidney injury is a "
        "complication of sepsis. BMSC exosomes are known to help the kidney. So in this work we "
        "made a cecal ligation model in mice and gave BMSC exosomes. Creatinine fell. Other "
        "septic models are still needed."
    )
    assert _diseases(text) == {"acute kidney injury"}


def test_a_name_told_in_full_in_the_introduction_counts() -> None:
    """The pulmonary hypertension of a title may be called arterial in the introduction."""
    title = "BMSC exosomes in monocrotaline pulmonary hypertension"
    text = f"{title}\n\nIntroduction\n\nPulmonary arterial hypertension is fatal.\n\n{_BODY}"
    assert _diseases(text) == {"pulmonary arterial hypertension"}
