"""Which assertions count, how losses turn them round, and how findings are grouped."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor
from extractor.records import Finding


def findings(text: str) -> list[Finding]:
    return Extractor().findings(readers.read_string(text))


def one(text: str) -> Finding:
    (finding,) = findings(text)
    return finding


def mirnas(finding: Finding) -> list[str]:
    return [s.label for s in finding.mirnas]


def changes(finding: Finding) -> dict[str, str]:
    """Direction of every target and effect."""
    return {s.label: str(s.direction) for s in (*finding.targets, *finding.effects)}


def test_all_five_slots_of_one_sentence() -> None:
    """Source, disease, miRNA, target and effect of one sentence are one finding."""
    finding = one(
        "In rats with myocardial infarction, BMSC exosomes carrying miR-21 suppressed PTEN and "
        "reduced apoptosis."
    )
    assert finding.msc_source is not None
    assert finding.msc_source.label == "BM-MSC"
    assert finding.disease_model is not None
    assert (finding.disease_model.label, finding.disease_model.organism) == (
        "myocardial infarction", "rat")
    assert mirnas(finding) == ["miR-21"]
    assert changes(finding) == {"PTEN": "down", "apoptosis": "decrease"}
    assert finding.polarity == "asserted"
    assert finding.vesicle is not None
    assert finding.vesicle.label == "exosome"


def test_a_loss_supports_what_was_said() -> None:
    """More harm without the miRNA is less harm with it, and no finding of its own."""
    finding = one(
        "Exosomes of BMSCs carried miR-21 and reduced apoptosis in rats with myocardial "
        "infarction. When miR-21 was inhibited, apoptosis was increased."
    )
    assert mirnas(finding) == ["miR-21"]
    assert changes(finding) == {"apoptosis": "decrease"}


def test_a_loss_alone_is_turned_round() -> None:
    """Where only the loss is told, directions are those with the miRNA present."""
    finding = one(
        "Exosomes of BMSCs were given to rats with myocardial infarction. Silencing of miR-21 in "
        "the exosomes increased PTEN and apoptosis."
    )
    assert mirnas(finding) == ["miR-21"]
    assert changes(finding) == {"PTEN": "down", "apoptosis": "decrease"}


def test_an_abolished_effect_is_the_effect() -> None:
    """"Knockdown abolished the effect" states nothing against the effect."""
    finding = one(
        "BMSC exosomes reduced apoptosis via miR-21 in rats with stroke. Knockdown of miR-21 "
        "abolished the effect of the exosomes on apoptosis."
    )
    assert changes(finding) == {"apoptosis": "decrease"}
    assert finding.polarity == "asserted"


def test_a_loss_is_confined_to_its_clause() -> None:
    """What stands before "but exosomes lacking …" keeps its direction."""
    finding = one(
        "ADSC exosomes reduced fibrosis in mice with bleomycin-induced pulmonary fibrosis, but "
        "exosomes lacking miR-29 did not."
    )
    assert changes(finding) == {"pulmonary fibrosis": "decrease"}
    assert finding.disease_model is not None
    assert finding.disease_model.label == "pulmonary fibrosis"


def test_a_rescue_states_nothing() -> None:
    """Putting the target back confirms what was said and adds nothing."""
    told = (
        "BMSC exosomes carrying miR-21 suppressed PTEN and reduced apoptosis in rats with stroke."
    )
    rescued = f"{told} PTEN overexpression abolished the reduction of apoptosis."
    assert changes(one(rescued)) == changes(one(told)) == {"PTEN": "down", "apoptosis": "decrease"}
    assert one(rescued).polarity == "asserted"


@pytest.mark.parametrize(
    "text",
    [
        "This study aimed to investigate whether BMSC exosomes reduce fibrosis in rats with liver "
        "cirrhosis.",
        "Isolation of BMSC exosomes was done by ultracentrifugation. Apoptosis was assessed by "
        "TUNEL staining in rats with stroke.",
        "BMSCs reduced apoptosis in rats with stroke.",
        "BMSC exosomes could be a promising therapy of stroke.",
        "Exosomes of macrophages reduced inflammation in mice with colitis.",
        "Apoptosis was reduced by melatonin in rats with stroke.",
    ],
    ids=["aim", "methods", "cells without vesicles", "hope", "other cells", "no vesicle"],
)
def test_what_is_no_result_gives_nothing(text: str) -> None:
    """Aims, methods, hopes, cells alone and vesicles of other cells are no findings."""
    assert findings(text) == []


def test_background_of_an_abstract_is_no_result() -> None:
    """What stands under Background or Aim is not claimed, what stands under Results is."""
    finding = one(
        "Background: BMSC exosomes may reduce fibrosis. Aim: We aimed to test whether BMSC "
        "exosomes reduce liver fibrosis. Results: BMSC exosomes reduced apoptosis in rats with "
        "liver failure."
    )
    assert changes(finding) == {"apoptosis": "decrease"}


def test_changes_of_the_model_that_vesicles_undo() -> None:
    """What the inducer raised is lowered by vesicles that reversed "these changes"."""
    finding = one(
        "High glucose increased apoptosis and decreased SIRT1 in podocytes. These changes were "
        "reversed by ADSC exosomes."
    )
    assert changes(finding) == {"SIRT1": "up", "podocyte apoptosis": "decrease"}


def test_changes_of_the_model_alone_are_no_finding() -> None:
    """What the inducer did is not what the vesicles did."""
    finding = one(
        "High glucose increased apoptosis of podocytes. ADSC exosomes lowered IL-6 in these cells."
    )
    assert changes(finding) == {"IL6": "down"}


def test_ill_animals_behind_the_vesicles_are_the_treated_ones() -> None:
    """"In diabetic mice" tells of the control group only where no vesicle stands before it."""
    assert changes(one("MSC exosomes lowered creatinine in diabetic mice.")) == {
        "creatinine": "decrease"}
    assert changes(one("Creatinine was lowered by MSC exosomes in injured kidneys.")) == {
        "creatinine": "decrease"}
    assert not findings(
        "Creatinine was higher in diabetic mice than in mice given MSC exosomes.")


def test_mirnas_that_act_apart_are_findings_apart() -> None:
    """Each miRNA stands with its own target alone."""
    got = findings(
        "BMSC exosomes delivered miR-21, which repressed PTEN. They also delivered miR-146a, "
        "which repressed TRAF6 in mice with sepsis."
    )
    assert [(mirnas(f), changes(f)) for f in got] == [
        (["miR-21"], {"PTEN": "down"}),
        (["miR-146a"], {"TRAF6": "down"}),
    ]


def test_mirnas_of_relative_clauses_are_findings_apart() -> None:
    """Two miRNAs of one sentence, each with its own relative clause, are two findings."""
    got = findings(
        "BMSC exosomes delivered miR-21, which repressed PTEN, and miR-146a, which repressed "
        "TRAF6, in mice with sepsis."
    )
    assert sorted(mirnas(f) for f in got) == [["miR-146a"], ["miR-21"]]


def test_mirnas_that_act_together_are_one_finding() -> None:
    """Several miRNAs behind one effect are one finding."""
    finding = one(
        "Exosomes of ADSCs carrying miR-21 and miR-146a reduced inflammation in mice with colitis."
    )
    assert mirnas(finding) == ["miR-21", "miR-146a"]
    assert changes(finding) == {"inflammation": "decrease"}


def test_negated_findings_stand_apart() -> None:
    """What did not change is a finding of its own, with the polarity that says so."""
    got = findings("BMSC exosomes reduced apoptosis in rats with stroke. They did not alter "
                   "angiogenesis.")
    assert {f.polarity: changes(f) for f in got} == {
        "asserted": {"apoptosis": "decrease"},
        "negated": {"angiogenesis": "none"},
    }


def test_hedged_findings_stand_apart() -> None:
    """What may be is told apart from what is."""
    got = findings("BMSC exosomes reduced apoptosis in rats with stroke, and might enhance "
                   "angiogenesis.")
    assert {f.polarity: changes(f) for f in got} == {
        "asserted": {"apoptosis": "decrease"},
        "hedged": {"angiogenesis": "increase"},
    }


def test_hedged_findings_are_less_sure() -> None:
    """A hedge lowers the confidence, which always lies between nought and one."""
    got = findings("BMSC exosomes reduced apoptosis in rats with stroke, and might enhance "
                   "angiogenesis.")
    sure = {f.polarity: f.confidence for f in got}
    assert 0 < sure["hedged"] < sure["asserted"] < 1


def test_a_sponged_mirna_goes_to_the_mirnas() -> None:
    """A carried lncRNA is cargo, what it sponges a miRNA, what is set free a target up."""
    finding = one(
        "The exosomes of BMSCs carried lncRNA H19, which sponged miR-29b and raised SOX9 in rats "
        "with osteoarthritis."
    )
    assert [s.label for s in finding.cargo] == ["H19"]
    assert mirnas(finding) == ["miR-29b"]
    assert changes(finding) == {"SOX9": "up"}


def test_carried_proteins_are_cargo() -> None:
    """A protein that the vesicles carry is cargo, what it acts on is a target."""
    finding = one(
        "Exosomes of BMSCs carrying Wnt4 activated β-catenin signaling and promoted angiogenesis "
        "in rats with burns."
    )
    assert [s.label for s in finding.cargo] == ["WNT4"]
    assert "WNT4" not in changes(finding)
    assert changes(finding)["angiogenesis"] == "increase"
    assert mirnas(finding) == []


def test_engineered_cells_name_the_mirna() -> None:
    """A miRNA with which the cells were modified stands behind what their vesicles do."""
    finding = one(
        "In a rat model of spinal cord injury, exosomes derived from miR-133b-modified MSCs "
        "promoted axonal regeneration. RhoA was lowered by the vesicles."
    )
    assert mirnas(finding) == ["miR-133b"]
    assert changes(finding) == {"RHOA": "down", "axon regeneration": "increase"}


def test_vesicles_of_the_control_arm_act_apart() -> None:
    """What the vesicles of the comparison failed to do is not denied of those that are tested."""
    got = findings(
        "Exosomes from hypoxia-preconditioned BMSCs (H-Exo) and normoxic BMSCs (N-Exo) were given "
        "to mice with myocardial infarction. H-Exo reduced infarct size, whereas N-Exo did not."
    )
    assert {"infarct size": "decrease"} in [changes(f) for f in got if f.polarity == "asserted"]


def test_harm_done_counts_too() -> None:
    """A result in the wrong direction is a finding like any other."""
    (finding, *_) = findings(
        "MSC exosomes promoted tumor growth in nude mice with gastric cancer and raised VEGFA."
    )
    assert changes(finding)["tumor growth"] == "increase"
    assert changes(finding)["VEGFA"] == "up"


def test_a_denied_effect_keeps_its_direction() -> None:
    """"Did not reduce" is a negated finding of a decrease."""
    finding = one("BMSC exosomes did not reduce apoptosis in rats with stroke.")
    assert (finding.polarity, changes(finding)) == ("negated", {"apoptosis": "decrease"})


def test_a_general_statement_counts() -> None:
    """A statement of effect with no study behind it is a finding."""
    finding = one("MSC-derived exosomes decrease acute kidney injury in mouse models.")
    assert finding.disease_model is not None
    assert finding.disease_model.label == "acute kidney injury"
    assert changes(finding) == {"acute kidney injury": "decrease"}


NAMED = (
    "Exosomes were made from BMSCs (Exo) and from BMSCs transfected with a miR-21 inhibitor "
    "(Exo-i) and given to rats with myocardial infarction. "
)


@pytest.mark.parametrize(
    "told",
    [
        "Exo reduced apoptosis, which Exo-i was unable to do.",
        "Exo reduced apoptosis. Apoptosis was not reduced by Exo-i.",
        "Apoptosis was reduced by Exo but not by Exo-i.",
    ],
)
def test_vesicles_are_known_by_what_their_name_says_they_lack(told: str) -> None:
    made = findings(NAMED + "Exo reduced fibrosis. " + told)
    assert {tuple(mirnas(f)): changes(f) for f in made} == {
        (): {"fibrosis": "decrease"},
        ("miR-21",): {"apoptosis": "decrease"},
    }


def test_what_outlasts_the_loss_is_not_laid_to_the_mirna() -> None:
    made = findings(
        NAMED + "Exo repressed PTEN and reduced apoptosis and fibrosis. With Exo-i, PTEN was not "
        "repressed and apoptosis was high. Exo-i continued to lower fibrosis."
    )
    assert {tuple(mirnas(f)): changes(f) for f in made} == {
        (): {"fibrosis": "decrease"},
        ("miR-21",): {"PTEN": "down", "apoptosis": "decrease"},
    }


def test_figures_of_vesicles_that_lack_it_turn_nothing_round() -> None:
    made = findings(NAMED + "The infarct size was 21% with Exo and 34% with Exo-i.")
    assert not [c for f in made for c in changes(f).values() if c == "increase"]


def test_short_names_of_vesicles_tell_their_source() -> None:
    made = findings(
        "Irradiated mice received EVs of placental MSCs (P-EV) or EVs of bone marrow MSCs (BM-EV). "
        "P-EV improved survival. BM-EV reduced apoptosis."
    )
    sources = {f.msc_source.label: changes(f) for f in made if f.msc_source is not None}
    assert sources == {"P-MSC": {"survival": "increase"}, "BM-MSC": {"apoptosis": "decrease"}}


def test_a_question_is_no_result() -> None:
    assert not findings("Can exosomes of BMSCs reduce fibrosis in mice with colitis?")


def test_a_harm_that_did_not_develop_was_prevented() -> None:
    finding = one("In newborn rats, BMSC exosomes lowered IL-6, and lung fibrosis did not develop.")
    assert changes(finding) == {"IL6": "down", "pulmonary fibrosis": "decrease"}


def test_it_is_taken_away_where_its_loss_undoes_the_effect() -> None:
    finding = one(
        "In diabetic rats, ADSC exosomes delivered corin; knocking it down in the donors "
        "abrogated the increase in cGMP."
    )
    assert changes(finding) == {"cGMP": "increase"}


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("TLR4 overexpression abolished the reduction of fibrosis.",
         {"IL6": "down", "fibrosis": "decrease"}),
        ("TLR4 overexpression increased fibrosis again.", {"IL6": "down"}),
        ("The reduction of fibrosis was abolished by overexpression of TLR4.", {"IL6": "down"}),
        ("Fibrosis was reduced by AKT activation.",
         {"IL6": "down", "fibrosis": "decrease", "AKT": "up"}),
    ],
)  # fmt: skip
def test_what_a_gene_put_back_undoes(told: str, wanted: dict[str, str]) -> None:
    """The change that it undoes was there; what it does itself is nothing new."""
    finding = one(f"In rats with colitis, BMSC exosomes lowered IL-6. {told}")
    assert changes(finding) == wanted


def test_animals_given_vesicles_are_no_model_alone() -> None:
    """What "the treatment" did counts; what "this treatment", the model's, did does not."""
    finding = one("Rats with colitis showed less fibrosis after injection of BMSC exosomes.")
    assert changes(finding) == {"fibrosis": "decrease"}
    told = "Mice with colitis were given BMSC exosomes. IL-6 fell. {} treatment lowered IL-1β."
    assert changes(one(told.format("The"))) == {"IL6": "down", "IL1B": "down"}


@pytest.mark.parametrize(
    ("sentence", "effects"),
    [
        ("Exosomes of BMSCs protected the kidney.", {("renal injury", "decrease")}),
        ("Livers were well protected by exosomes of BMSCs.", {("liver injury", "decrease")}),
        ("Exosomes of BMSCs conferred protection on the heart.",
         {("cardioprotection", "increase")}),
        ("Exosomes of BMSCs had a protective effect on hepatocytes.",
         {("hepatoprotection", "increase")}),
        ("Exosomes of BMSCs were neuroprotective.", {("neuroprotection", "increase")}),
        ("Exosomes of BMSCs prevented core features of colitis.", {("colitis", "decrease")}),
        ("Exosomes of BMSCs slowed plaque growth.", {("atherosclerotic plaque", "decrease")}),
        ("Exosomes of BMSCs protected the liver grafts.", set()),
        ("Exosomes of BMSCs protected the retina from glutamate-induced apoptosis.",
         {("apoptosis", "decrease")}),
    ],
)  # fmt: skip
def test_what_is_protected(sentence: str, effects: set[tuple[str, str]]) -> None:
    found = Extractor().findings(readers.read_string(sentence))
    assert {(e.label, e.direction) for f in found for e in f.effects} == effects


def test_genes_that_were_targets() -> None:
    """A plural behind a form of be is a noun: nothing is targeted by the genes."""
    text = "Exosomal miR-25 of BMSCs eased colitis in mice; FASL and PTEN were targets."
    (finding,) = Extractor().findings(readers.read_string(text))
    assert {(t.label, t.direction) for t in finding.targets} == {
        ("FASLG", "none"), ("PTEN", "none")
    }  # fmt: skip
