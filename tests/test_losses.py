"""What a loss of the cargo tells: proteins taken away, and what is done less without them."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor
from extractor.records import Finding


def findings(text: str) -> list[Finding]:
    return list(Extractor().findings(readers.read_string(text)))


def laid(text: str, cargo: str) -> dict[str, str]:
    """The outcomes laid to a carried molecule or miRNA, with their directions."""
    out: dict[str, str] = {}
    for f in findings(text):
        if f.polarity != "negated" and cargo in {m.label for m in (*f.cargo, *f.mirnas)}:
            out |= {s.label: str(s.direction) for s in (*f.targets, *f.effects)}
    return out


GIVEN = "BM-MSC exosomes lowered ALT in mice with liver injury. "


@pytest.mark.parametrize(
    ("text", "cargo", "outcome"),
    [
        (
            "The exosomes contained galectin-1, and blocking galectin-1 abolished their "
            "pro-angiogenic effect on endothelial cells.",
            "LGALS1",
            {"angiogenesis": "increase"},
        ),
        (
            "CD73 on the exosomes activated AKT, and inhibition of CD73 stopped migration.",
            "NT5E",
            {"AKT": "up", "cell migration": "increase"},
        ),
        (
            "PD-L1 was present on the vesicles; antibody against PD-L1 reversed the suppression "
            "of T-cell proliferation.",
            "CD274",
            {"T cell proliferation": "decrease"},
        ),
        (
            "The exosomes carried HSP70, and when HSP70 was neutralised apoptosis rose.",
            "HSP70",
            {"apoptosis": "decrease"},
        ),
        (
            "HGF was found in the exosomes, and an HGF antibody impaired tube formation.",
            "HGF",
            {"tube formation": "increase"},
        ),
    ],
)
def test_a_protein_that_vesicles_hold_is_lost_as_a_mirna_is(
    text: str, cargo: str, outcome: dict[str, str]
) -> None:
    """What its loss undoes is laid to the protein, which is no target."""
    assert laid(GIVEN + text, cargo) == outcome


@pytest.mark.parametrize(
    "lost",
    [
        "Exosomes of MSCs treated with KGF siRNA were largely ineffective.",
        "Depletion of KGF from the exosomes annulled these benefits.",
    ],
)
def test_vesicles_that_fail_without_a_protein_owe_it_all(lost: str) -> None:
    """All that was told is laid to a protein without which vesicles fail."""
    assert laid(GIVEN + lost, "FGF7") == {"alanine aminotransferase": "decrease"}


@pytest.mark.parametrize(
    "lost",
    [
        "Exosomes lacking miR-21 were less able to reduce fibrosis.",
        "Exosomes depleted of miR-21 only slightly reduced fibrosis.",
        "Exosomes of miR-21-deficient donors reduced fibrosis to a lesser extent.",
        "Exosomes lacking miR-21 were no longer able to reduce fibrosis.",
        "Exosomes depleted of miR-21 lost their ability to reduce fibrosis.",
        "Fibrosis rose when miR-21 was blocked in the exosomes.",
        "A miR-21 inhibitor restored fibrosis.",
        "Fibrosis was restored to that of untreated mice when miR-21 was knocked down.",
    ],
)
def test_what_is_done_less_without_the_cargo_is_done_by_it(lost: str) -> None:
    """Vesicles that do something less where they lack the miRNA do it with it."""
    assert laid(GIVEN + lost, "miR-21") == {"liver fibrosis": "decrease"}


@pytest.mark.parametrize(
    "text",
    ["Bilirubin was not measured.", "Bilirubin and fibrosis were not yet measured in the mice."],
)
def test_what_was_not_looked_at_is_no_result(text: str) -> None:
    """An outcome that nobody measured did not stay unchanged."""
    assert [f.polarity for f in findings(GIVEN + text)] == ["asserted"]


@pytest.mark.parametrize(
    ("held", "label"), [("LOXL2", "LOXL2"), ("MiR-21", "miR-21")]
)
def test_its_silencing_takes_the_carried_molecule_away(held: str, label: str) -> None:
    """A possessive takes up the molecule that was found in the vesicles."""
    text = f"{held} was enriched in the exosomes, and its silencing lowered tube formation."
    assert laid(GIVEN + text, label) == {"tube formation": "increase"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Phosphorylation of Akt was restored.", "AKT"),
        ("Levels of nephrin were fully restored.", "NPHS1"),
        ("The activity of SOD was restored.", "SOD"),
    ],
)
def test_what_was_restored_is_a_result(text: str, label: str) -> None:
    """A gene product said to be restored was put back by the vesicles, not by the experimenter."""
    told = {t.label: t.direction for f in findings(GIVEN + text) for t in f.targets}
    assert told == {label: "up"}


@pytest.mark.parametrize(
    "text",
    [
        "When PTEN expression was restored, the benefit was abolished.",
        "The benefit was lost when PTEN was overexpressed.",
    ],
)
def test_a_target_put_back_is_no_result(text: str) -> None:
    """What undoes the effect where a target is put back confirms it."""
    assert not any(f.targets for f in findings(GIVEN + text))


@pytest.mark.parametrize(
    "loss",
    [
        "Without the microRNA, SCN9A rose in the ganglia.",
        "When the microRNA was missing, SCN9A rose in the ganglia.",
        "In its absence, SCN9A rose in the ganglia.",
        "Exosomes lacking it did not lower SCN9A.",
        "EVs of cells treated with an LNA (EV-LNA) failed to lower SCN9A.",
        "A sponge against miR-21 in the donor cells raised SCN9A.",
    ],
)
def test_an_anaphor_stands_for_the_cargo_that_was_lost(loss: str) -> None:
    text = f"BMSC exosomes carrying miR-21 relieved allodynia in rats with nerve injury. {loss}"
    found = Extractor().findings(readers.read_string(text))
    told = [(t.label, t.direction, f.polarity) for f in found for t in f.targets]
    assert told == [("SCN9A", "down", "asserted")]


def test_a_carried_rna_that_is_a_sponge_is_no_loss() -> None:
    text = "In colitis, circPTK2 of BMSC exosomes acted as a sponge for miR-221 and raised SOCS1."
    found = Extractor().findings(readers.read_string(text))
    assert [(t.label, t.direction) for f in found for t in f.targets] == [("SOCS1", "up")]


@pytest.mark.parametrize(
    ("text", "of_mirna", "of_vesicles"),
    [
        (
            "WJ-MSC vesicles carry miR-30c in mice with acute pancreatitis. Without miR-30c, "
            "amylase was as high as in controls; lung oedema, by contrast, was still lessened.",
            {"amylase": "decrease"},
            {"pulmonary edema": "decrease"},
        ),
        (
            "AD-MSC exosomes carried miR-125b in mice with colitis. Inhibition of miR-125b raised "
            "IL-6, whereas body weight still recovered.",
            {"IL6": "down"},
            {"body weight": "increase"},
        ),
        (
            "UC-MSC exosomes carry miR-99 in rats with myocardial infarction. With exosomes "
            "lacking miR-99, ejection fraction stayed as low as in PBS rats.",
            {"ejection fraction": "increase"},
            {},
        ),
        (
            "UC-MSC exosomes carried miR-22 in rats with acute kidney injury. The reverse was seen "
            "with exosomes deprived of miR-22: KIM-1 and creatinine, lowered by the intact "
            "vesicles, climbed again.",
            {"HAVCR1": "down", "creatinine": "decrease"},
            {},
        ),
        (
            "BM-MSC exosomes carried miR-126 in hindlimb ischaemia. Endothelial cells exposed to "
            "exosomes without miR-126 no longer migrated, and tubes were shorter.",
            {"endothelial cell migration": "increase", "tube formation": "increase"},
            {},
        ),
    ],
)
def test_what_is_done_still_is_no_doing_of_the_lost_mirna(
    text: str, of_mirna: dict[str, str], of_vesicles: dict[str, str]
) -> None:
    got: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for f in findings(text):
        got[not f.mirnas].update({s.label: str(s.direction) for s in (*f.targets, *f.effects)})
    assert got == (of_mirna, of_vesicles)


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("Its knockdown stole from the exosomes their action on colon length.",
         {"colon length": "increase"}),
        ("Inhibition of miR-199a abolished the effect on colon length.",
         {"colon length": "increase"}),
        ("Antagomir-199a did away with the effect of the exosomes on proteinuria.",
         {"proteinuria": "decrease"}),
        ("miR-199a silencing wiped out their influence on survival and proteinuria.",
         {"survival": "increase", "proteinuria": "decrease"}),
        ("An NF-κB inhibitor abolished the effect on survival.", {}),
        ("Loss of miR-199a did not weaken the effect on survival.", {}),
    ],
)  # fmt: skip
def test_an_effect_taken_away_with_the_mirna_is_its_doing(
    sentence: str, outcome: dict[str, str]
) -> None:
    text = f"UC-MSC exosomes carried miR-199a in rats with colitis. {sentence}"
    assert laid(text, "miR-199a") == outcome


def test_what_is_done_as_before_is_no_doing_of_the_lost_mirna() -> None:
    text = (
        "UC-MSC exosomes carried miR-141 in colitis. With exosomes lacking miR-141, IL-8 rose, but "
        "colon length increased as before."
    )
    assert laid(text, "miR-141") == {"CXCL8": "down"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In stroke rats PDCD4 fell with exosomes and rose with exosomes lacking miR-21.",
         {"PDCD4": "down"}),
        ("In stroke rats, apoptosis was reduced by exosomes and increased by the miR-21 inhibitor.",
         {"apoptosis": "decrease"}),
    ],
)  # fmt: skip
def test_the_second_verb_of_a_subject_may_be_that_of_the_loss(
    text: str, expected: dict[str, str]
) -> None:
    assert laid("BMSC exosomes held miR-21. " + text, "miR-21") == expected


def test_what_is_still_done_stands_behind_the_word() -> None:
    text = (
        "ADSC exosomes lowered ALT and triglycerides in steatohepatitis. Exosomes lacking "
        "miR-223 had no effect on ALT but still reduced triglycerides."
    )
    assert laid(text, "miR-223") == {"alanine aminotransferase": "decrease"}


@pytest.mark.parametrize(
    "loss",
    [
        "Inhibition of miR-21 in donors deprived the vesicles of their capacity to lower RANKL.",
        "Knockdown of miR-21 robbed the exosomes of their ability to lower RANKL.",
        "Silencing of miR-21 cost the exosomes their ability to lower RANKL.",
        "Exosomes lacking miR-21 had lost all power to lower RANKL.",
        "Inhibition of miR-21 stripped the vesicles of the power to lower RANKL.",
    ],
)
def test_an_ability_taken_with_the_cargo(loss: str) -> None:
    text = f"BMSC exosomes were given to rats with osteoporosis. {loss}"
    found = Extractor().findings(readers.read_string(text))
    told = [(t.label, t.direction, f.polarity) for f in found for t in f.targets]
    assert told == [("TNFSF11", "down", "asserted")]


@pytest.mark.parametrize(
    ("loss", "expected"),
    [
        ("miR-21 was what lowered SCN9A, for SCN9A climbed once it had been inhibited.",
         [("SCN9A", "down")]),
        ("Knockdown of miR-21 let SCN9A rise; TRPV1 was likewise unleashed.",
         [("SCN9A", "down"), ("TRPV1", "down")]),
        ("When miR-21 was inhibited, SCN9A stayed high and TRPV1 low.",
         [("SCN9A", "down"), ("TRPV1", "up")]),
        ("When miR-21 was inhibited, SCN9A remained high and TRPV1 remained low.",
         [("SCN9A", "down"), ("TRPV1", "up")]),
        ("Whereas intact exosomes lowered SCN9A, those without miR-21 proved incapable of it.",
         [("SCN9A", "down")]),
        ("miR-21 repressed SCN9A. Re-expression of SCN9A restored TRPV1.", [("SCN9A", "down")]),
    ],
)  # fmt: skip
def test_how_far_a_loss_reaches(loss: str, expected: list[tuple[str, str]]) -> None:
    """A loss given as a reason, one that a second clause goes on with, and a target put back."""
    text = f"BMSC exosomes carrying miR-21 relieved allodynia in rats with nerve injury. {loss}"
    found = Extractor().findings(readers.read_string(text))
    assert [(t.label, t.direction) for f in found for t in f.targets] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Adipose MSC exosomes carrying a miR-450 antagomir lowered apoptosis.",
        "Adipose MSC exosomes loaded with a miR-450 inhibitor lowered apoptosis.",
        "Adipose MSC exosomes enriched with an inhibitor of miR-450 lowered apoptosis.",
        "Apoptosis was lower once miR-450 of adipose MSC exosomes had silenced PTEN.",
        "Adipose MSC exosomes lowered apoptosis via miR-450, as shown by the lack of effect after "
        "its inhibition.",
    ],
)
def test_a_blocker_that_vesicles_deliver_is_no_loss(text: str) -> None:
    """Directions are as told: the blocker is what the vesicles carry, or a loss proves the rest."""
    found = Extractor().findings(readers.read_string(text))
    assert [(e.label, e.direction) for f in found for e in f.effects] == [("apoptosis", "decrease")]


def test_an_anaphor_is_masked() -> None:
    """What returns once "these three" are masked had been held down by them."""
    text = (
        "Umbilical cord MSC exosomes prevented scars through miR-21, miR-23a and miR-145. Masking "
        "these three with inhibitors restored α-SMA."
    )
    found = Extractor().findings(readers.read_string(text))
    assert [(t.label, t.direction) for f in found for t in f.targets] == [("ACTA2", "down")]


@pytest.mark.parametrize(
    "loss",
    [
        "Vesicles of MSCs in which MIR125A had been deleted did none of these things.",
        "Vesicles whose miR-125b had been silenced did nothing of the kind.",
        "Vesicles from cells lacking miR-125b achieved none of this.",
        "Knock-down of miR-125b cost the vesicles these effects.",
        "Deletion of miR-125b rendered the vesicles useless.",
        "Vesicles from MSCs transfected with a sponge for miR-125b were powerless.",
        "Hearts of rats given miR-125b-depleted vesicles could not be told from those of controls.",
    ],
)
def test_vesicles_that_did_nothing_without_their_mirna(loss: str) -> None:
    """What vesicles did is the miRNA's where without it they did none of it."""
    told = "Placental MSC vesicles lowered TGF-β1 and apoptosis in rats with myocardial infarction."
    name = "miR-125a" if "MIR125A" in loss else "miR-125b"
    assert laid(f"{told} {loss}", name) == {"TGFB1": "down", "apoptosis": "decrease"}


@pytest.mark.parametrize(
    ("loss", "outcome"),
    [
        ("Silencing of miR-7a cost the vesicles their anti-inflammatory activity.",
         {"inflammation": "decrease"}),
        ("Antagonism of miR-7a cost the vesicles part of their pro-angiogenic activity.",
         {"angiogenesis": "increase"}),
        ("On loss of miR-7a the vesicles forfeited their anti-fibrotic action.",
         {"fibrosis": "decrease"}),
        ("Knock-down of miR-7a took away the pro-angiogenic effect of the vesicles.",
         {"angiogenesis": "increase"}),
    ],
)  # fmt: skip
def test_an_activity_that_a_loss_costs(loss: str, outcome: dict[str, str]) -> None:
    """What the vesicles forfeited with the miRNA is what it did."""
    text = f"Placental MSC vesicles were given to rats with tendinopathy. {loss}"
    assert laid(text, "miR-7a") == outcome


LIVER = (
    "Rats with liver fibrosis received saline, vesicles of amniotic MSCs (A-EVs) or vesicles of "
    "amniotic MSCs transfected with anti-miR-26b (anti-EVs). "
)


@pytest.mark.parametrize(
    ("figures", "outcome"),
    [
        ("Collagen area was 12% with saline, 5% with A-EVs and 11% with anti-EVs.",
         {"collagen deposition": "decrease"}),
        ("Collagen area amounted to 5% (A-EVs), 11% (anti-EVs) and 12% (saline).",
         {"collagen deposition": "decrease"}),
        ("Survival was 30% with saline, 80% with A-EVs and 40% with anti-EVs.",
         {"survival": "increase"}),
        ("Collagen area was 12% with saline, 5% with A-EVs and 6% with anti-EVs.", {}),
    ],
)  # fmt: skip
def test_figures_show_what_was_lost(figures: str, outcome: dict[str, str]) -> None:
    """What the depleted vesicles left near the untreated is the miRNA's."""
    assert laid(LIVER + figures, "miR-26b") == outcome


def test_antagonism_is_a_loss() -> None:
    text = ("Exosomes of umbilical cord MSCs lowered ALT in mice with hepatitis. Antagonism of "
            "miR-25 in the exosomes abolished the fall in IL-6.")  # fmt: skip
    found = Extractor().findings(readers.read_string(text))
    told = {(m.label, t.label, t.direction) for f in found for m in f.mirnas for t in f.targets}
    assert told == {("miR-25", "IL6", "down")}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("si-PTEN mimicked the exosomes, lowering apoptosis.", {("apoptosis", "decrease")}),
        ("Exosomes of miR-21-knockdown donors showed weaker effects on angiogenesis.", set()),
    ],
)
def test_what_is_no_loss_of_an_outcome(sentence: str, expected: set[tuple[str, str]]) -> None:
    text = "Exosomes of umbilical cord MSCs lowered ALT in mice with hepatitis. " + sentence
    found = Extractor().findings(readers.read_string(text))
    told = {(e.label, str(e.direction)) for f in found for e in f.effects}
    assert told - {("alanine aminotransferase", "decrease")} == expected


@pytest.mark.parametrize(
    "text",
    [
        "In Klotho-deficient mice ADSC exosomes lowered lipid peroxidation.",
        "In Shank3B KO mice, ADSC exosomes lowered lipid peroxidation.",
        "In ApoE−/− mice ADSC exosomes lowered lipid peroxidation.",
    ],
)
def test_treated_animals_that_lack_a_gene_are_no_loss_of_the_cargo(text: str) -> None:
    """The vesicles of healthy donors do what they are said to do in animals without a gene."""
    (finding,) = findings(text)
    assert {(e.label, e.direction) for e in finding.effects} == {("lipid peroxidation", "decrease")}
    assert finding.msc_source is not None
    assert finding.msc_source.text == "ADSC"


@pytest.mark.parametrize(
    ("text", "cargo", "outcome"),
    [
        ("The exosomes carried miR-21. A miR-21 inhibitor abolished the protection of podocytes.",
         "miR-21", {"podocyte injury": "decrease"}),
        ("The exosomes carried miR-21. Without miR-21 the protection of podocytes was lost.",
         "miR-21", {"podocyte injury": "decrease"}),
        ("The exosomes carried miR-21. Its loss impaired angiogenesis.",
         "miR-21", {"angiogenesis": "increase"}),
    ],
)  # fmt: skip
def test_what_was_lost_with_a_mirna(text: str, cargo: str, outcome: dict[str, str]) -> None:
    assert laid(GIVEN + text, cargo).items() >= outcome.items()


def test_an_inhibited_carried_rna() -> None:
    """What is inhibited of the carried RNAs is a loss, as where they are silenced."""
    text = "The exosomes carried tsRNA-21109. Inhibition of tsRNA-21109 raised IL-1β."
    assert laid(GIVEN + text, "tsRNA-21109")["IL1B"] == "down"


@pytest.mark.parametrize("lost", ["TSG-6", "miR-21"])
def test_effects_on_a_list_of_outcomes(lost: str) -> None:
    """With the cargo, a harm in the list fell and a good rose."""
    text = f"The exosomes carried {lost}. Silencing {lost} blunted the effects on edema and "
    name = {"TSG-6": "TNFAIP6"}.get(lost, lost)
    assert laid(GIVEN + text + "inflammation.", name)["inflammation"] == "decrease"


@pytest.mark.parametrize("cells", ["hair cells", "cardiomyocytes", "RGCs"])
def test_a_protection_that_was_abolished_was_given(cells: str) -> None:
    """Cells that are no longer protected without the miRNA are protected with it."""
    text = f"BMSC exosomes carry miR-21. Silencing miR-21 abolished the protection of {cells}."
    (finding,) = findings(text)
    assert [e.direction for e in finding.effects] == ["increase"]


@pytest.mark.parametrize(
    "lost",
    [
        "MiR-21 inhibition abrogated their ability to lower ALT, raise VEGF and reduce fibrosis.",
        "After miR-21 inhibition they failed to lower ALT, to raise VEGF and to reduce fibrosis.",
        "Exosomes lacking miR-21 failed to lower ALT, raise VEGF and reduce fibrosis.",
    ],
)
def test_all_that_they_failed_to_do_is_done_with_the_cargo(lost: str) -> None:
    """A list of infinitives is denied as a whole."""
    assert laid(GIVEN + lost, "miR-21") == {
        "alanine aminotransferase": "decrease", "VEGFA": "up", "liver fibrosis": "decrease"
    }  # fmt: skip


@pytest.mark.parametrize(
    "end",
    [
        "with an antagomir",
        "when miR-21 was lost, and knocking",
        "miR-21 inhibition abolished it, and this",
        "The effect was lost in vesicles without it, as",
    ],
)
def test_a_text_may_break_off_anywhere(end: str) -> None:
    """Where nothing follows, nothing is looked up behind."""
    text = "BMSC exosomes carrying miR-21 lowered IL-6 in mice with colitis. "
    assert any(f.targets for f in Extractor().findings(readers.read_string(text + end)))


def test_what_vesicles_silenced_is_no_cargo_that_was_taken_away() -> None:
    text = (
        "BMSC exosomes were given to rats with stroke. "
        "Once RHOA had been silenced by the exosomes, axonal growth increased."
    )
    found = Extractor().findings(readers.read_string(text), "by")
    assert [(t.label, str(t.direction)) for f in found for t in f.targets] == [("RHOA", "down")]
    assert [str(e.direction) for f in found for e in f.effects] == ["increase"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BM-MSC exosomes lowered TIMP1, an inhibitor of metalloproteinases, and raised MMP9.",
         {"TIMP1": "down", "MMP9": "up"}),
        ("BM-MSC exosomes carry miR-223 and activate Wnt/β-catenin signaling by silencing SFRP1, "
         "an inhibitor of the pathway.", {"SFRP1": "down", "Wnt/β-catenin signaling": "up"}),
        ("miR-223 loss in BM-MSC exosomes raised KEAP1 and fibrosis.",
         {"KEAP1": "down", "fibrosis": "decrease"}),
        ("BM-MSC exosomes carry miR-223. Overexpression of KEAP1 reversed the inhibitory effect of "
         "exosomal miR-223 on fibrosis.", {"fibrosis": "decrease"}),
    ],
)  # fmt: skip
def test_an_inhibitor_by_trade_and_a_target_put_back(text: str, expected: dict[str, str]) -> None:
    """What a gene is known to inhibit is no loss, and what undoes an effect confirms it."""
    got = {s.label: s.direction for f in findings(text) for s in (*f.targets, *f.effects)}
    assert got == expected


LOWERED = "BM-MSC exosomes with miR-21-5p lowered ALT and IL-6 in mice with liver injury. "


@pytest.mark.parametrize(
    "text",
    [
        "Exosomes lacking miR-21-5p left IL-6 where the vehicle had it.",
        "With exosomes of donors given a miR-21-5p inhibitor, IL-6 remained where saline left it.",
        "With exosomes lacking miR-21-5p, IL-6 was not significantly different from that of the "
        "saline group.",
        "After exosomes without miR-21-5p, IL-6 was indistinguishable from that in untreated mice.",
        "IL-6 with exosomes lacking miR-21-5p was similar to that of the saline-only group.",
    ],
)
def test_what_lies_where_the_untreated_have_it_was_lost(text: str) -> None:
    assert laid(LOWERED + text, "miR-21-5p").get("IL6") == "down"


def test_an_advantage_that_is_absent_without_it_is_its_own() -> None:
    text = (
        "BM-MSC exosomes reduced IL-6 and prolonged survival in mice with liver injury, an "
        "advantage absent with exosomes lacking miR-21-5p."
    )
    assert laid(text, "miR-21-5p") == {"IL6": "down", "survival": "increase"}


def test_what_was_never_told_to_move_is_not_lost() -> None:
    text = "Blood pressure with exosomes lacking miR-21-5p was similar to saline."
    assert "blood pressure" not in laid(LOWERED + text, "miR-21-5p")
