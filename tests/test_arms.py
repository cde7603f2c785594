"""Arms of a study, outcomes that did not change, and outcomes told by adjectives and verbs."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor
from extractor.records import Finding

OPENING = (
    "Vesicles for the injured heart\n\n"
    "Exosomes of bone marrow mesenchymal stem cells (BMSC-Exos) were given to rats with myocardial "
    "infarction. "
)


def assertions(text: str) -> dict[str, tuple[int, bool]]:
    """Label to sign and denial, for every outcome of a sentence."""
    rows = Extractor().sentences(readers.read_string(text))
    return {
        x.found.mention.label: (x.sign, x.negated)
        for s in rows for x in s.assertions if x.found.kind != "mirna"
    }  # fmt: skip


def findings(text: str) -> list[Finding]:
    return Extractor().findings(readers.read_string(OPENING + text), "msc")


def effects(finding: Finding) -> set[tuple[str, str | None]]:
    return {(e.label, e.direction) for e in finding.effects}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("No difference in heart rate was seen between the groups.", "heart rate"),
        ("There was no significant change in infarct size.", "infarct size"),
        ("Heart rate was similar in all groups.", "heart rate"),
        ("Infarct size did not differ between the arms.", "infarct size"),
        ("Infarct size remained unchanged.", "infarct size"),
        ("The vesicles had no measurable effect on infarct size.", "infarct size"),
        ("The vesicles failed to alter infarct size.", "infarct size"),
        ("No influence of the exosomes on subendocardial fibrosis was detected.", "fibrosis"),
        ("No adverse events were recorded.", "toxicity"),
        ("Plasma renin was not changed by the exosomes.", "renin"),
        ("Infarct size stayed as it was.", "infarct size"),
    ],
)
def test_an_unchanged_outcome_is_denied(text: str, label: str) -> None:
    """The ways in which a report says that nothing happened give a denied outcome, no direction."""
    told = assertions(text)
    key = next((k for k in told if label.casefold() in k.casefold()), None)
    if label == "renin":  # a gene by name
        key = key or "REN"
    assert told.get(key or label) == (0, True), told


@pytest.mark.parametrize(
    "text",
    [
        "Infarct size was similar to that of healthy animals.",
        "No study has looked at infarct size.",
        "The age of the rats did not differ.",
    ],
)
def test_what_only_looks_unchanged_is_not_denied(text: str) -> None:
    """Likeness to the healthy, a lack of studies and baseline data are no unchanged outcomes."""
    assert not [v for v in assertions(text).values() if v == (0, True)]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Treated rats had fewer apoptotic cardiomyocytes.", {"cardiomyocyte apoptosis": -1}),
        ("The wounds closed more rapidly.", {"wound healing": 1}),
        ("The tumours grew more slowly.", {"tumor growth": -1}),
        ("The mice died earlier.", {"survival": -1}),
        ("The tumour cells were less invasive.", {"cell invasion": -1}),
        ("Fewer tubules were visibly necrotic.", {"tubular injury": -1}),
        ("Fewer necrotic tubules were counted.", {"tubular injury": -1}),
        ("More axons were myelinated.", {"myelination": 1}),
        ("The ischaemic limbs were better perfused.", {"blood perfusion": 1}),
        ("The livers were less fibrotic.", {"liver fibrosis": -1, "fibrosis": None}),
        ("Treated mice slept longer.", {"sleep": 1}),
        ("Treated mice with asthma scratched less.", {"pruritus": -1}),
        ("Gums of treated dogs bled less.", {"bleeding on probing": -1}),
        ("Teeth were less mobile.", {"tooth mobility": -1}),
        ("Allografts were rejected later.", {"allograft rejection": -1}),
    ],
)
def test_adjectives_and_verbs_tell_outcomes(text: str, state: dict[str, int]) -> None:
    """Outcomes that no noun names are read from ``wordings.tsv``."""
    told = {k: sign for k, (sign, _) in assertions(text).items()}
    assert {k: told.get(k) for k in state} == state


@pytest.mark.parametrize(
    ("readout", "label", "sign"),
    [
        ("LV end-diastolic dimension", "left ventricular end-diastolic diameter", -1),
        ("isovolumic relaxation time", "diastolic function", 1),
        ("AAA expansion", "aneurysm growth", -1),
        ("enhanced pause", "lung function", 1),
        ("shedding of tubular epithelial cells", "tubular injury", -1),
        ("fibrous septum formation", "liver fibrosis", -1),
        ("shortening of villi", "villus height", 1),
        ("epididymal fat mass", "fat mass", -1),
        ("the time to descend the pole", "motor function", 1),
        ("dark neurons", "neuronal loss", -1),
        ("the number of TH+ neurons", "dopaminergic neurons", -1),
        ("BBB leakiness", "blood-brain barrier permeability", -1),
        ("marble-burying", "repetitive behavior", -1),
        ("the tail-flick latency", "pain", 1),
        ("the subbasal nerve plexus", "corneal nerve regeneration", -1),
        ("stereocilia loss", "hair cell loss", -1),
        ("the RUST score", "fracture healing", -1),
        ("hair shedding", "hair growth", 1),
        ("germ cell depletion", "spermatogenesis", 1),
        ("atretic follicle count", "follicular atresia", -1),
        ("non-voiding contractions", "bladder overactivity", -1),
        ("the crestal bone loss", "alveolar bone loss", -1),
        ("virus titres", "viral replication", -1),
    ],
)
def test_readouts_of_the_organs_lead_to_their_concept(readout: str, label: str, sign: int) -> None:
    """A readout that is named for its measure counts for what it measures, harm turned round."""
    assert assertions(f"BMSC exosomes lowered {readout} in rats.").get(label) == (sign, False)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The hearts of the treated rats were lighter.", {"heart weight": -1, "body weight": None}),
        ("Treated mice had smaller spleens.", {"spleen weight": -1}),
        ("The villi were markedly longer.", {"villus height": 1}),
        ("In mice, these lesions were heavier.", {"body weight": None}),
        ("Mice bore lesions that were heavier.", {"body weight": None}),
        ("Larger mice were given more.", {"muscle mass": None}),
    ],
)
def test_comparatives_tell_outcomes(text: str, state: dict[str, int | None]) -> None:
    """A comparative says more or less of its own subject, not of the nearest noun."""
    told = {k: sign for k, (sign, _) in assertions(text).items()}
    assert {k: told.get(k) for k in state} == state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("More outer hair cells remained in treated mice.", {"hair cell survival": 1}),
        ("The vesicles increased the number of osteoblasts.", {"bone formation": 1}),
        ("In treated rats, macrophages were less numerous.", {"macrophage infiltration": -1}),
        ("Neurons were rarer after treatment.", {"neuronal loss": 1}),
        ("The vesicles raised the number of mesangial cells.", {"mesangial cell number": 1}),
    ],
)
def test_counts_of_cells_tell_outcomes(text: str, state: dict[str, int]) -> None:
    """More or fewer of a cell is the outcome that ``wordings.tsv`` names, or the cell's number."""
    told = {k: sign for k, (sign, _) in assertions(text).items()}
    assert {k: told.get(k) for k in state} == state


@pytest.mark.parametrize(
    "text",
    [
        "The vesicles entered more neurons than astrocytes.",
        "Fewer hair cells died in treated mice.",
        "More macrophages with an M2 phenotype were seen.",
        "The vesicles raised the number of podocytes that expressed PTEN.",
    ],
)
def test_what_became_of_cells_is_no_count(text: str) -> None:
    """Cells of which something else is told are not counted."""
    counted = ("neuronal loss", "hair cell survival", "macrophage infiltration", "podocyte number")
    assert not set(counted) & set(assertions(text))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("After treatment the dermis was clearly thicker.", {"dermal thickness": 1}),
        ("Treated rats had a longer colon.", {"colon length": 1}),
        ("In treated mice the spleen remained lighter.", {"spleen weight": -1}),
        ("Wounds of treated mice were smaller.", {"wound area": -1}),
        ("The epidermis thinned.", {"epidermal thickness": -1}),
        ("The vesicles were smaller and the wall was thicker.", {"infarct wall thickness": None}),
    ],
)
def test_comparatives_tell_measures(text: str, state: dict[str, int | None]) -> None:
    """A thing that is thicker, longer or lighter is the measure that ``effects.tsv`` names."""
    told = {k: sign for k, (sign, _) in assertions(text).items()}
    assert {k: told.get(k) for k in state} == state


def test_the_other_arm_stands_apart() -> None:
    """What control vesicles did is a finding of its own, without the miRNA."""
    got = findings(
        "Exosomes of cells transfected with miR-21 mimic (miR-21-Exos) or with a scrambled "
        "sequence (NC-Exos) were compared. miR-21-Exos reduced infarct size and apoptosis. "
        "NC-Exos also reduced apoptosis. Exosomal miR-21 suppressed PTEN."
    )
    control = [f for f in got if not f.mirnas]
    main = [f for f in got if f.mirnas]
    assert [effects(f) for f in control] == [{("apoptosis", "decrease")}]
    assert effects(main[0]) == {("infarct size", "decrease"), ("apoptosis", "decrease")}
    assert {t.label for t in main[0].targets} == {"PTEN"}


@pytest.mark.parametrize(
    "against", ["Compared with NC-Exo", "Relative to NC-Exos", "In comparison with NC-EVs"]
)
def test_the_arm_set_against_is_not_the_one_that_acts(against: str) -> None:
    """Vesicles named only for comparison, ahead of the clause, did nothing in it."""
    got = findings(
        "Mice were given exosomes loaded with miR-21 mimic (miR-21-Exo) or with a scrambled "
        f"sequence. {against}, miR-21-Exo reduced infarct size and fibrosis."
    )
    assert [[m.label for m in f.mirnas] for f in got] == [["miR-21"]]


def test_one_arm_but_not_the_other() -> None:
    """A claim of the one, but not the other, asserts and denies."""
    got = findings("H-Exos, but not N-Exos, reduced infarct size.")
    assert {(f.polarity, *effects(f)) for f in got} == {
        ("asserted", ("infarct size", "decrease")), ("negated", ("infarct size", "decrease")),
    }  # fmt: skip


def test_what_changed_in_no_group_stands_with_what_else_did_not_change() -> None:
    """A sentence on all groups tells of the main one too."""
    got = findings(
        "BMSC-Exos reduced infarct size. Heart rate did not differ. Body weight was similar in "
        "all groups."
    )
    assert [sorted(effects(f)) for f in got if f.polarity == "negated"] == [
        [("body weight", "none"), ("heart rate", "none")],
    ]  # fmt: skip


def test_changed_neither_takes_up_what_was_told() -> None:
    """After a verb, neither denies the two outcomes before it."""
    got = findings(
        "BMSC-Exos lowered SPRED1 and PTEN in cardiomyocytes. Control exosomes changed neither."
    )
    denied = [f for f in got if f.polarity == "negated"]
    assert [{t.label for t in f.targets} for f in denied] == [{"SPRED1", "PTEN"}]


def test_results_of_vesicles_alone_have_no_cargo() -> None:
    """A protein found later in the vesicles does not stand behind what was told before."""
    got = findings(
        "BMSC-Exos reduced infarct size. Proteomics found TSG-6 among their constituents. "
        "Exosomal TSG-6 lowered fibrosis."
    )
    assert {(bool(f.cargo), *effects(f)) for f in got} == {
        (False, ("infarct size", "decrease")), (True, ("fibrosis", "decrease")),
    }  # fmt: skip


def test_a_carried_rna_that_was_lost_stands_behind_all() -> None:
    """Where vesicles without the lncRNA fail, all their effects are laid to it."""
    got = findings(
        "BMSC-Exos reduced infarct size. They contained the lncRNA H19, and exosomes of "
        "H19-silenced cells failed to protect the heart."
    )
    assert [[c.label for c in f.cargo] for f in got if f.polarity == "asserted"] == [["H19"]]


def test_what_a_drug_undoes_is_no_new_result() -> None:
    """An inhibitor that abolishes an effect does not turn it round."""
    got = findings(
        "BMSC-Exos promoted angiogenesis. The pro-angiogenic effect was abrogated by wortmannin, "
        "a PI3K inhibitor."
    )
    assert [effects(f) for f in got] == [{("angiogenesis", "increase")}]


def test_what_vesicles_hold_is_no_target() -> None:
    """A protein that is higher in the vesicles is cargo."""
    got = findings(
        "Hypoxic cells packed more HSP70 into their exosomes. BMSC-Exos reduced infarct size."
    )
    assert not [t for f in got for t in f.targets]


def told(text: str) -> list[tuple[tuple[str, ...], set[tuple[str, str | None]]]]:
    """The miRNAs and effects of each finding."""
    return [(tuple(m.label for m in f.mirnas), effects(f)) for f in findings(text)]


GRADED = (
    "miR-21-loaded exosomes (miR-21-Exo) and control exosomes (NC-Exo) were compared. miR-21 "
    "reached the heart with miR-21-Exo and repressed PTEN. "
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ejection fraction averaged 52% after miR-21-Exo, 41% after NC-Exo and 30% after saline.",
        "Ejection fraction rose from 30% to 41% with NC-Exo and to 52% with miR-21-Exo.",
        "Ejection fraction rose more with miR-21-Exo than with NC-Exo, which in turn did better "
        "than saline.",
    ],
)
def test_arms_side_by_side_are_told_of_each(sentence: str) -> None:
    got = told(GRADED + sentence)
    gain = ("ejection fraction", "increase")
    assert [mirnas for mirnas, told_ in got if gain in told_] == [("miR-21",), ()]


def test_two_arms_without_a_baseline_are_a_comparison() -> None:
    got = told(GRADED + "Ejection fraction rose to 52% with miR-21-Exo and 41% with NC-Exo.")
    gain = ("ejection fraction", "increase")
    assert [mirnas for mirnas, told_ in got if gain in told_] == [("miR-21",)]


def test_figures_paired_by_respectively_pair_no_outcomes() -> None:
    got = findings(
        "Infarct size, fibrosis and apoptosis fell, and TNF-α, IL-6 and IL-1β were lowered by 30%, "
        "40% and 50%, respectively, after BMSC-Exos."
    )
    assert [sorted(t.label for t in f.targets) for f in got] == [["IL1B", "IL6", "TNF"]]


def test_vesicles_that_other_cells_own_are_not_of_the_mscs_they_act_on() -> None:
    text = (
        "Platelet-derived extracellular vesicles drive the differentiation of bone marrow "
        "mesenchymal stem cells\n\nPlatelet vesicles promoted osteogenic differentiation of BMSCs "
        "and raised RUNX2."
    )
    assert Extractor().findings(readers.read_string(text), "msc") == []


@pytest.mark.parametrize(
    ("sick", "healthy"),
    [
        ("Exosomes of patients raised IL-6.", "Exosomes of healthy donors lowered IL-8."),
        ("Those of patients increased IL-6.", "EVs from MSCs of normal donors decreased IL-8."),
        ("MM-MSC exosomes raised IL-6.", "Exosomes of HD-MSCs lowered IL-8."),
        ("Patient vesicles raised IL-6.", "Vesicles shed by unaffected women lowered IL-8."),
        ("Patient exosomes raised IL-6.", "Exosomes of healthy donors did nothing; they lowered "
         "IL-8."),
    ],
)  # fmt: skip
def test_vesicles_of_healthy_donors_are_an_arm(sick: str, healthy: str) -> None:
    """What vesicles of healthy donors did stands apart from what those of patients did."""
    design = (
        "Exosomes of marrow mesenchymal stem cells of patients with multiple myeloma and of "
        "healthy donors were compared. "
    )
    found = Extractor().findings(readers.read_string(design + sick + " " + healthy))
    assert sorted(
        [t.label for t in f.targets] for f in found if f.polarity == "asserted"
    ) == [["CXCL8"], ["IL6"]]  # fmt: skip


def test_healthy_donors_without_patients_are_no_arm() -> None:
    """Where no vesicles of patients are told of, those of healthy donors are the study's."""
    found = Extractor().findings(readers.read_string(
        "Exosomes of marrow mesenchymal stem cells from healthy donors were given to rats with "
        "colitis. The exosomes lowered IL-6. Exosomes of healthy donors reduced IL-8."
    ))  # fmt: skip
    assert [[t.label for t in f.targets] for f in found] == [["IL6", "CXCL8"]]


PATIENTS = (
    "Stromal exosomes in multiple myeloma\n\nExosomes were isolated from bone marrow MSCs of "
    "myeloma patients (MM-Exo) and of healthy donors (HD-Exo). "
)


@pytest.mark.parametrize(
    ("sentence", "directions"),
    [
        ("Proliferation of myeloma cells rose with MM-Exo and fell with HD-Exo.",
         ["decrease", "increase"]),
        ("MM-Exo promoted proliferation of myeloma cells. HD-Exo did the opposite.",
         ["decrease", "increase"]),
        ("Proliferation of myeloma cells was increased by MM-Exo, unaffected by MGUS-Exo and "
         "decreased by HD-Exo.", ["decrease", "increase", "none"]),
    ],
)  # fmt: skip
def test_a_second_verb_tells_of_another_arm(sentence: str, directions: list[str]) -> None:
    """What a verb without a subject of its own says of another preparation is a finding."""
    got = Extractor().findings(readers.read_string(PATIENTS + sentence), "msc")
    told_ = [e.direction for f in got for e in f.effects]
    assert sorted(str(d) for d in told_) == directions


@pytest.mark.parametrize(
    "sentence",
    [
        "BM-Exo reduced pain, and AD-Exo were equally effective.",
        "BM-Exo reduced pain. AD-Exo did so to a lesser degree.",
        "Pain fell by 40% with BM-Exo, and by 15% with AD-Exo.",
        "BM-Exo decreased pain by 60%, AD-Exo by 30%.",
    ],
)
def test_sources_side_by_side_have_a_finding_each(sentence: str) -> None:
    """The short name of vesicles of fat ("AD-Exo") names no disease."""
    text = (
        "Two kinds of exosome\n\nWe compared exosomes of bone marrow MSCs (BM-Exo) and of adipose "
        "MSCs (AD-Exo) in rats with osteoarthritis. "
    )
    got = {
        (f.msc_source.label, f.disease_model.label, e.label)
        for f in Extractor().findings(readers.read_string(text + sentence), "msc")
        for e in f.effects if f.msc_source and f.disease_model
    }  # fmt: skip
    assert got == {(s, "osteoarthritis", "pain") for s in ("BM-MSC", "AD-MSC")}


TWO_DOSES = (
    "Plain and loaded exosomes\n\nExosomes of bone marrow MSCs (Exo) and of miR-21-transfected "
    "MSCs (Exo-21) were injected into rats with spinal cord injury. "
)


def by_arm(sentence: str) -> set[tuple[str, str, str | None]]:
    """The miRNAs, the outcome and its direction, for every outcome of a study of two arms."""
    found = Extractor().findings(readers.read_string(TWO_DOSES + sentence), "msc")
    return {
        ("+".join(m.label for m in f.mirnas), o.label, o.direction)
        for f in found for o in (*f.effects, *f.targets)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "outcome", "direction"),
    [
        ("Grip strength rose by 3 points with Exo and by 9 with Exo-21.", "muscle strength",
         "increase"),
        ("Grip strength gained 3 points with Exo and 9 with Exo-21.", "muscle strength",
         "increase"),
        ("Lesion volume was reduced by 12% with Exo and 41% with Exo-21.", "lesion volume",
         "decrease"),
        ("Exo slightly inhibited gliosis, while Exo-21 abolished it.", "astrocyte activation",
         "decrease"),
    ],
)  # fmt: skip
def test_plain_vesicles_beside_better_ones_are_an_arm(
    sentence: str, outcome: str, direction: str
) -> None:
    """What the plain preparation did stands in a finding of its own, without the miRNA."""
    assert by_arm(sentence) == {("", outcome, direction), ("miR-21", outcome, direction)}


@pytest.mark.parametrize(
    ("sentence", "outcome", "direction"),
    [
        ("Fibrosis did not change with Exo, while Exo-21 reduced it.", "fibrosis", "decrease"),
        ("Angiogenesis was not altered by Exo; Exo-21 raised it by 40%.", "angiogenesis",
         "increase"),
        ("PTEN was not altered by Exo, whereas Exo-21 halved it.", "PTEN", "down"),
        ("Fibrosis was halved by Exo-21, whereas Exo had no influence on it.", "fibrosis",
         "decrease"),
        ("Fibrosis was halved by Exo-21, but Exo left it unchanged.", "fibrosis", "decrease"),
        ("Exo-21 halved fibrosis, and Exo had no measurable effect on it.", "fibrosis",
         "decrease"),
        ("Fibrosis was halved by Exo-21, and it was unaltered by Exo.", "fibrosis", "decrease"),
    ],
)  # fmt: skip
def test_it_takes_up_what_other_vesicles_did_or_left_alone(
    sentence: str, outcome: str, direction: str
) -> None:
    """What "it" stands for is the outcome of the clause before, whether it changed there or not."""
    assert by_arm(sentence) == {("", outcome, "none"), ("miR-21", outcome, direction)}


def test_them_takes_up_all_that_was_left_alone() -> None:
    got = by_arm("Exo did not change apoptosis or gliosis; Exo-21 reduced them.")
    assert {(m, d) for m, _, d in got} == {("", "none"), ("miR-21", "decrease")}
    assert len(got) == 4


def test_what_saline_left_alone_is_not_denied_of_vesicles() -> None:
    got = by_arm("Fibrosis was halved by Exo-21, whereas saline had no influence on it.")
    assert got == {("miR-21", "fibrosis", "decrease")}


COMPARED = (
    "Exosomes were collected from MSCs transfected with a miR-21-5p mimic (Exo-21), with its "
    "inhibitor (Exo-anti21) or left alone (Exo), and given to rats with sepsis. "
)


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("Exo-21 lowered lactate more than Exo did.", [(), ("miR-21-5p",)]),
        ("Exo lowered lactate, and Exo-21 lowered it further.", [(), ("miR-21-5p",)]),
        ("Both Exo and Exo-21 lowered lactate.", [(), ("miR-21-5p",)]),
        ("Exo lowered lactate, an effect that was lost with Exo-anti21.", [("miR-21-5p",)]),
        ("Exo lowered lactate; Exo-anti21 did not.", [("miR-21-5p",)]),
    ],
)
def test_native_enriched_and_robbed_vesicles(text: str, arms: list[tuple[str, ...]]) -> None:
    """What native vesicles did is the miRNA's if robbed ones do not do it."""
    got = told(COMPARED + text)
    assert sorted(mirnas for mirnas, told_ in got if ("lactate", "decrease") in told_) == arms


GROUPS = (
    "EVs of cord MSCs (UCMSC-EVs), of cord MSCs overexpressing miR-30e (miR-30e-EVs) and EVs of "
    "cord MSCs in which miR-30e had been knocked down (kd-EVs) were given to mice with sepsis. "
)
BY_BOTH = [(), ("miR-30e",)]


@pytest.mark.parametrize(
    ("text", "outcome", "arms"),
    [
        ("Neither UCMSC-EVs nor miR-30e-EVs affected lactate.", ("lactate", "none"), BY_BOTH),
        ("Neither UCMSC-EVs nor miR-30e-EVs lowered lactate.", ("lactate", "decrease"), BY_BOTH),
        ("UCMSC-EVs lowered lactate, and miR-30e-EVs lowered it further.",
         ("lactate", "decrease"), BY_BOTH),
        ("Lactate was lowered by UCMSC-EVs and, to a greater extent, by miR-30e-EVs.",
         ("lactate", "decrease"), BY_BOTH),
        ("Lactate was unchanged in the UCMSC-EVs group but reduced in the miR-30e-EVs group.",
         ("lactate", "decrease"), [("miR-30e",)]),
        ("Lactate was unchanged after UCMSC-EVs but fell with miR-30e-EVs.",
         ("lactate", "none"), [()]),
        ("Lactate was significantly reduced in the miR-30e-EVs group compared with the UCMSC-EVs "
         "group.", ("lactate", "decrease"), [("miR-30e",)]),
        ("Mice given kd-EVs had higher lactate than mice given UCMSC-EVs.",
         ("lactate", "decrease"), [("miR-30e",)]),
        ("Kd-EVs did not lower lactate.", ("lactate", "decrease"), [("miR-30e",)]),
        ("MiR-30e-EVs lowered lactate relative to UCMSC-EVs, while kd-EVs raised it.",
         ("lactate", "decrease"), [("miR-30e",)]),
        ("Lactate was unaffected by miR-30e-EVs but reduced by dexamethasone.",
         ("lactate", "decrease"), []),
    ],
)
def test_groups_named_for_cells_for_the_mirna_and_for_its_loss(
    text: str, outcome: tuple[str, str], arms: list[tuple[str, ...]]
) -> None:
    got = told(GROUPS + text)
    assert sorted(mirnas for mirnas, told_ in got if outcome in told_) == arms


@pytest.mark.parametrize(
    "text",
    [
        "UCMSC-EVs lowered lactate; miR-30e-EVs were superior in this respect.",
        "UCMSC-EVs lowered lactate, and miR-30e-EVs were about twice as effective.",
        "UCMSC-EVs lowered lactate. MiR-30e-EVs did even better.",
        "UCMSC-EVs lowered lactate, with miR-30e-EVs being more potent.",
        "UCMSC-EVs lowered lactate, but miR-30e-EVs were superior to UCMSC-EVs.",
        "UCMSC-EVs lowered lactate, and this effect was stronger with miR-30e-EVs.",
        "UCMSC-EVs lowered lactate, and the effect was further enhanced by miR-30e-EVs.",
        "UCMSC-EVs lowered lactate, and miR-30e-EVs did so more strongly.",
        "UCMSC-EVs lowered lactate, which was further lowered by miR-30e-EVs.",
        "Lactate was lowered by UCMSC-EVs and further lowered by miR-30e-EVs.",
    ],
)
def test_enriched_vesicles_do_more_of_the_same(text: str) -> None:
    got = told(GROUPS + text)
    assert sorted(mirnas for mirnas, told_ in got if ("lactate", "decrease") in told_) == BY_BOTH


@pytest.mark.parametrize(
    "text",
    [
        "miR-30e-EVs lowered lactate compared with unmodified EVs.",
        "miR-30e-EVs lowered lactate more than unmodified vesicles.",
        "miR-30e-EVs lowered lactate versus unaltered MSC exosomes.",
        "miR-30e-EVs lowered lactate relative to the unaffected side.",
    ],
)
def test_those_that_were_left_unmodified_are_no_unchanged_outcome(text: str) -> None:
    assert [told_ for _, told_ in told(GROUPS + text)][-1] == {("lactate", "decrease")}


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("UCMSC-EVs lowered lactate, whereas kd-EVs did not.", [("miR-30e",)]),
        ("Lactate fell with UCMSC-EVs and even more with miR-30e-EVs, but not with kd-EVs.",
         [("miR-30e",)]),
    ],
)
def test_what_robbed_vesicles_did_not_do(text: str, arms: list[tuple[str, ...]]) -> None:
    got = told(GROUPS + text)
    assert sorted(mirnas for mirnas, told_ in got if ("lactate", "decrease") in told_) == arms


def test_primed_vesicles_do_not_prime() -> None:
    found = findings("Unprimed EVs and primed EVs both lowered lactate.")
    assert {e for f in found for e in effects(f)} == {("lactate", "decrease")}


def test_a_text_may_break_off_behind_a_verb() -> None:
    """What stands behind the last word is not looked for."""
    text = "Neither preparation changed lactate as the polarisation towards M2 that it provokes"
    assert isinstance(told(COMPARED + text), list)
