"""What other vesicles of a study did not do, told by taking up what was told before."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

DID = (
    "Hypoxic exosomes\n\nRats with spinal cord injury received exosomes of hypoxic bone marrow "
    "MSCs (Hyp-Exo). Hyp-Exo improved locomotor recovery and reduced apoptosis"
)
BOTH = {("locomotor function", "increase"), ("apoptosis", "decrease")}
STILL = {("locomotor function", "none"), ("apoptosis", "none")}


def negated(text: str) -> set[tuple[str, str | None]]:
    """Effects of the denied findings."""
    found = Extractor().findings(readers.read_string(text))
    assert any(f.polarity == "asserted" for f in found)
    return {(e.label, e.direction) for f in found if f.polarity == "negated" for e in f.effects}


@pytest.mark.parametrize(
    "more",
    [
        ", which normoxic exosomes failed to achieve.",
        ", something that exosomes of normoxic cells could not do.",
        ", an effect not seen with exosomes of normoxic cells.",
        ", in contrast to exosomes of normoxic cells.",
        "; exosomes of normoxic cells did neither.",
        "; exosomes of normoxic cells did nothing of the kind.",
        ". Normoxic exosomes lacked this activity.",
        ". No such effect was observed with normoxic exosomes.",
        ". Neither was achieved with exosomes of normoxic cells.",
        ". This was not the case for exosomes from normoxic cells.",
        ". With normoxic exosomes neither changed.",
    ],
)
def test_a_deed_denied_of_other_vesicles_is_a_denied_finding(more: str) -> None:
    """The outcomes told before are denied, in the direction that they had."""
    assert negated(DID + more) == BOTH


@pytest.mark.parametrize(
    "more",
    [
        ". Exosomes of normoxic MSCs were without effect.",
        ". Normoxic exosomes conferred no protection.",
        ". Exosomes of normoxic cells did not differ from PBS in either respect.",
        "; exosomes from normoxic cells were no better than saline.",
    ],
)
def test_vesicles_that_did_nothing_changed_nothing(more: str) -> None:
    """What had no effect left the outcomes unchanged."""
    assert negated(DID + more) == STILL


@pytest.mark.parametrize(
    "more",
    [
        ". Saline had no effect.",
        ". Fibroblast exosomes had no effect.",
        ". Exosomes depleted of RNA had no effect.",
        ". An inhibitor of miR-9 had no such effect.",
        ". Exosomes of normoxic cells improved locomotor recovery as well, but to a lesser degree.",
    ],
)
def test_what_is_no_other_preparation_denies_nothing(more: str) -> None:
    """Vehicles, vesicles of other cells and losses are no arm of the study."""
    assert negated(DID + more) == set()


@pytest.mark.parametrize(
    "more",
    [
        ". Exosomes of normoxic cells did none of these things.",
        ". Normoxic exosomes did neither of these.",
        "; exosomes from normoxic cells did nothing of the sort.",
        ". Exosomes of normoxic MSCs achieved none of this.",
    ],
)
def test_vesicles_that_did_none_of_it(more: str) -> None:
    """"None of these things" takes up what was told before."""
    assert negated(DID + more) == BOTH


def summaries(text: str) -> set[str]:
    """Source, targets and effects with directions of each finding, "!" where it is denied."""
    signs = {"increase": "+", "up": "+", "decrease": "-", "down": "-", "none": "0"}
    out = set()
    for f in Extractor().findings(readers.read_string(text), "arms"):
        slots = sorted(s.label + signs[str(s.direction)] for s in (*f.targets, *f.effects))
        source = f.msc_source.label if f.msc_source else ""
        out.add(" ".join([source, *slots]) + ("!" if f.polarity == "negated" else ""))
    return out


ARMS = (
    "Exosomes of hypoxic (H-Exo) and normoxic (N-Exo) dental pulp stem cells were given to rats "
    "with spinal cord injury. H-Exo lowered IL-6. "
)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("Lesion volume was reduced by H-Exo, which was not the case for N-Exo.",
         {"DP-MSC IL6- lesion volume-", "DP-MSC lesion volume-!"}),
        ("Glial scarring was attenuated by H-Exo; N-Exo were ineffective in this respect.",
         {"DP-MSC IL6- glial scar formation-", "DP-MSC glial scar formation0!"}),
        ("H-Exo lowered TNF-α, and this was not observed with N-Exo.",
         {"DP-MSC IL6- TNF-", "DP-MSC TNF-!"}),
        ("Bladder function recovered with H-Exo but was not influenced by N-Exo.",
         {"DP-MSC IL6- urinary function+", "DP-MSC urinary function0!"}),
        ("With H-Exo, TNF-α fell; with N-Exo, it did not.",
         {"DP-MSC IL6- TNF-", "DP-MSC TNF-!"}),
        ("TNF-α fell with H-Exo; no change occurred with N-Exo.",
         {"DP-MSC IL6- TNF-", "DP-MSC TNF0!"}),
        ("TNF-α was lower with H-Exo than with N-Exo, which did not differ from saline.",
         {"DP-MSC IL6- TNF-", "DP-MSC TNF0!"}),
        ("H-Exo lowered TNF-α (N-Exo did not).", {"DP-MSC IL6- TNF-", "DP-MSC TNF-!"}),
        ("While N-Exo did not influence edema, H-Exo reduced it.",
         {"DP-MSC IL6- edema-", "DP-MSC edema0!"}),
        ("H-Exo reduced edema; N-Exo left it where it was.",
         {"DP-MSC IL6- edema-", "DP-MSC edema0!"}),
        ("H-Exo reduced edema and lesion volume, whereas N-Exo failed to do either.",
         {"DP-MSC IL6- edema- lesion volume-", "DP-MSC edema- lesion volume-!"}),
        ("Edema declined in the H-Exo group and was unchanged in the N-Exo group.",
         {"DP-MSC IL6- edema-", "DP-MSC edema0!"}),
    ],
)  # fmt: skip
def test_the_second_preparation_is_denied_what_the_first_did(
    more: str, expected: set[str]
) -> None:
    assert summaries(ARMS + more) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("N-Exo lowered TNF-α. Both preparations reduced lesion volume.",
         {"DP-MSC IL6- lesion volume-", "DP-MSC TNF- lesion volume-"}),
        ("Lesion volume fell to a similar degree in both arms.",
         {"DP-MSC IL6- lesion volume-", "DP-MSC lesion volume-"}),
        ("Lesion volume was not reduced by either, and edema did not change.",
         {"DP-MSC IL6-", "DP-MSC edema0 lesion volume-!"}),
        ("No preparation altered edema. Body weight was unchanged.",
         {"DP-MSC IL6-", "DP-MSC body weight0 edema0!"}),
        ("Lesion volume was reduced by H-Exo and, though less so, by N-Exo.",
         {"DP-MSC IL6- lesion volume-", "DP-MSC lesion volume-"}),
        ("H-Exo reduced lesion volume; those from normoxic cells also reduced it, but to a smaller "
         "degree.", {"DP-MSC IL6- lesion volume-", "DP-MSC lesion volume-"}),
        ("H-Exo reduced edema, and to a lesser degree so did N-Exo.",
         {"DP-MSC IL6- edema-", "DP-MSC edema-"}),
        ("H-Exo reduced edema. N-Exo had the same effect but failed to lower TNF-α.",
         {"DP-MSC IL6- edema-", "DP-MSC edema-", "DP-MSC TNF-!"}),
        ("Neither kind of vesicle did anything for muscle strength.",
         {"DP-MSC IL6-", "DP-MSC muscle strength+!"}),
        ("Edema improved equally with both.", {"DP-MSC IL6- edema-", "DP-MSC edema-"}),
        ("N-Exo did not lower edema, and in this arm lesion volume was greater than with saline.",
         {"DP-MSC IL6-", "DP-MSC edema-!", "DP-MSC lesion volume+"}),
        ("TNF-α fell after H-Exo, not after N-Exo.", {"DP-MSC IL6- TNF-", "DP-MSC TNF-!"}),
        ("Lesion volume fell more than in every other group.",
         {"DP-MSC IL6- lesion volume-"}),
    ],
)  # fmt: skip
def test_what_all_preparations_did(more: str, expected: set[str]) -> None:
    """It stands with what each did: with the main one's and with the other's."""
    assert summaries(ARMS + more) == expected


THREE = (
    "Vesicles of umbilical cord MSCs (UC-EV), adipose MSCs (AD-EV) and placental MSCs (PL-EV) were "
    "given to mice with atopic dermatitis. "
)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("Serum IgE fell with AD-EV but not with UC-EV or PL-EV.",
         {"AD-MSC IgE-", "UC-MSC IgE-!", "P-MSC IgE-!"}),
        ("UC-EV and AD-EV lowered IgE. IL-4 was unaffected by PL-EV.",
         {"UC-MSC IgE-", "AD-MSC IgE-", "P-MSC IL40!"}),
        ("UC-EV lowered IL-4. All three preparations lowered IgE.",
         {"UC-MSC IL4- IgE-", "AD-MSC IgE-", "P-MSC IgE-"}),
    ],
)  # fmt: skip
def test_vesicles_of_three_tissues(more: str, expected: set[str]) -> None:
    told = summaries(THREE + more)
    assert {" ".join(sorted(t.split())) for t in told} == {
        " ".join(sorted(t.split())) for t in expected
    }


PLAIN = (
    "sEVs of unmodified BMSCs (sEV) or of BMSCs with miR-133a (sEV-133a) were given to mice with "
    "cardiomyopathy. "
)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("Both sEV and sEV-133a reduced CTGF.", {"BM-MSC CCN2-"}),
        ("sEV-133a reduced IL-6. sEV reduced CTGF.", {"BM-MSC IL6-", "BM-MSC CCN2-"}),
        ("sEV-133a reduced CTGF and IL-6, while the latter did not change after sEV.",
         {"BM-MSC CCN2- IL6-", "BM-MSC IL60!"}),
        ("sEV-133a reduced CTGF. IL-6 was higher in mice given sEV than in controls.",
         {"BM-MSC CCN2-", "BM-MSC IL6+"}),
        ("sEV-133a reduced CTGF. MSC-derived sEVs thus reduce IL-6.", {"BM-MSC CCN2- IL6-"}),
    ],
)  # fmt: skip
def test_plain_vesicles_beside_those_with_a_cargo(more: str, expected: set[str]) -> None:
    assert summaries(PLAIN + more) == expected


def test_vesicles_of_one_list_share_a_change() -> None:
    """"By A and B" tells of both."""
    text = PLAIN + "CTGF fell with sEV-133a and sEV."
    told = Extractor().findings(readers.read_string(text), "arms")
    assert len(told) == 2
    assert {bool(f.mirnas) for f in told} == {True, False}


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("N-Exo lowered TNF-α. Lesion volume was reduced only by H-Exo.",
         {"DP-MSC IL6- lesion volume-", "DP-MSC TNF-", "DP-MSC lesion volume-!"}),
        ("N-Exo lowered TNF-α. Only H-Exo reduced lesion volume.",
         {"DP-MSC IL6- lesion volume-", "DP-MSC TNF-", "DP-MSC lesion volume-!"}),
        ("N-Exo lowered TNF-α. Lesion volume was reduced by H-Exo only in females.",
         {"DP-MSC IL6- lesion volume-", "DP-MSC TNF-"}),
        ("Lesion volume was reduced only by H-Exo.", {"DP-MSC IL6- lesion volume-"}),
    ],
)  # fmt: skip
def test_only_one_of_two_preparations(more: str, expected: set[str]) -> None:
    """What one alone did is denied the other that the study tells of."""
    assert summaries(ARMS + more) == expected


def test_only_the_vesicles_of_one_tissue() -> None:
    """What they alone did is denied those of the other tissues that are told of."""
    more = "UC-EV lowered IL-4. IgE was reduced only by AD-EV."
    assert summaries(THREE + more) == {"AD-MSC IgE-", "UC-MSC IgE-!", "UC-MSC IL4-"}


def test_a_tissue_and_a_part_of_it_set_side_by_side() -> None:
    """Placental and decidual vesicles are two arms where a sentence names both."""
    text = (
        "Exosomes of placental MSCs (P-Exo) and of decidual MSCs (D-Exo) were given to rats with "
        "preeclampsia. Blood pressure fell after P-Exo. Proteinuria was not changed by D-Exo, and "
        "in this arm body weight was lower than with vehicle. No preparation modified placental "
        "weight."
    )
    assert summaries(text) == {
        "P-MSC blood pressure-", "D-MSC placental function0 proteinuria0!", "D-MSC body weight-",
        "P-MSC placental function0!",
    }  # fmt: skip


def test_vesicles_named_by_the_number_of_their_mirna() -> None:
    """"146-Exo" is what the study is about, not an arm beside it."""
    text = (
        "Exosomes of UC-MSCs (UC-Exo), UC-Exo loaded with miR-146a (146-Exo) and PBS were compared "
        "in mice with colitis. UC-Exo reduced TNF-α. IL-6 was lower in the 146-Exo group than in "
        "the PBS group."
    )
    found = Extractor().findings(readers.read_string(text), "arms")
    assert {(t.label, bool(f.mirnas)) for f in found for t in f.targets} == {
        ("TNF", False), ("IL6", True),
    }  # fmt: skip


TWO = (
    "Exosomes of adipose MSCs (ADSC-Exo) and of bone marrow MSCs (BMSC-Exo) were given to rats "
    "with osteonecrosis. "
)


@pytest.mark.parametrize(
    "more",
    [
        "VEGF was higher with ADSC-Exo; no such change was found with BMSC-Exo.",
        "VEGF was raised by ADSC-Exo; BMSC-Exo did not raise it.",
        "VEGF was higher with ADSC-Exo, which was not the case for BMSC-Exo.",
        "ADSC-Exo raised VEGF. No such change was found with BMSC-Exo.",
    ],
)
def test_vesicles_of_the_other_tissue_are_denied_it(more: str) -> None:
    assert summaries(TWO + more) == {"AD-MSC VEGFA+", "BM-MSC VEGFA+!"}


def test_what_is_denied_in_its_sentence_is_not_taken_up_from_the_one_before() -> None:
    more = "H-Exo lowered edema. H-Exo decreased TNF-α and IL-17; N-Exo did not alter either."
    assert summaries(ARMS + more) == {"DP-MSC IL17A- IL6- TNF- edema-", "DP-MSC IL17A0 TNF0!"}


def test_an_abstract_whose_only_label_is_its_aim() -> None:
    """The label covers the sentence that it opens, not the results behind it."""
    text = (
        "Aim: to examine whether exosomes of Wharton's jelly MSCs protect rats with sepsis. The "
        "exosomes lowered IL-6 and had no influence on IL-10."
    )
    assert summaries(text) == {"WJ-MSC IL6-", "WJ-MSC IL100!"}
