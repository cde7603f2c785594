"""Direction and polarity of outcomes: hedged, unchanged, denied, compared and left unsaid."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

SKIN = "Exosomes of bone marrow mesenchymal stem cells (BMSCs) were injected into rats with burns. "
_SIGNS = {"up": "+", "increase": "+", "down": "-", "decrease": "-"}
_MARKS = {"negated": "!", "hedged": "?"}


def told(sentence: str) -> set[str]:
    """Every outcome with its direction, "!" where it is denied and "?" where it is hedged."""
    return {
        f"{m.label}{_SIGNS.get(str(m.direction), '0')}{_MARKS.get(f.polarity, '')}"
        for f in Extractor().findings(readers.read_string(SKIN + sentence))
        for m in (*f.targets, *f.effects)
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It is thought that the exosomes of these cells inhibit scar formation.",
         {"scar formation-?"}),
        ("It would seem, therefore, that the vesicles promote re-epithelialization of such wounds "
         "and their angiogenesis.", {"re-epithelialization+?", "angiogenesis+?"}),
        ("An increase of angiogenesis cannot be ruled out.", {"angiogenesis+?"}),
        ("The exosomes inhibited IL-6, the authors believe.", {"IL6-?"}),
        ("IL-6 showed a slight tendency to fall.", {"IL6-?"}),
        ("IL-6 tended towards a decrease.", {"IL6-?"}),
        ("A trend to reduce IL-6 was seen.", {"IL6-?"}),
        ("It cannot be excluded that the exosomes promote tumor growth.", {"tumor growth+?"}),
        ("A non-significant trend towards lower IL-6 was found.", {"IL6-!"}),
        ("These results suggest that the exosomes lower IL-6.", {"IL6-"}),
    ],
)  # fmt: skip
def test_suppositions(sentence: str, expected: set[str]) -> None:
    """What is only supposed is hedged, wherever the sentence says so."""
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("IL-6 fell, but TNF-α did not.", {"IL6-", "TNF-!"}),
        ("Angiogenesis was enhanced; inflammation was not.",
         {"angiogenesis+", "inflammation+!"}),
        ("IL-6 fell by half, TNF-α not at all.", {"IL6-", "TNF-!"}),
        ("IL-6 was not lowered; neither was TNF-α.", {"IL6-!", "TNF-!"}),
        ("IL-6 did not change, nor did TNF-α.", {"IL60!", "TNF0!"}),
        ("IL-6 fell in mice and TNF-α did not change.", {"IL6-", "TNF0!"}),
        ("IL-6 fell and TNF-α stayed the same.", {"IL6-", "TNF0!"}),
        ("The exosomes had little effect on IL-6, yet TNF-α fell.", {"IL60!", "TNF-"}),
        ("Without altering IL-6, the exosomes lowered TNF-α.", {"IL60!", "TNF-"}),
        ("Whereas exosomes of fibroblasts had no effect, exosomes of BMSCs lowered TNF-α and "
         "raised IL-10.", {"TNF-", "IL10+"}),
        ("The exosomes reduced IL-6 and TNF-α did not change.", {"IL6-", "TNF0!"}),
        ("Elevated IL-6 and reduced TNF-α were unaffected.", {"IL60!", "TNF0!"}),
        ("Inflammation did not subside, nor did scar formation abate.",
         {"inflammation-!", "scar formation-!"}),
        ("Angiogenesis improved, as did inflammation.", {"angiogenesis+", "inflammation-"}),
        ("The exosomes lowered IL-6 rather than TNF-α.", {"IL6-", "TNF-!"}),
        ("IL-6, unlike TNF-α, was lowered.", {"IL6-", "TNF-!"}),
        ("With the exception of IL-8, all of the cytokines were lowered.", {"CXCL8-!"}),
        ("In males IL-6 fell, in females it did not.", {"IL6-"}),
        ("Exosomes of young BMSCs lowered IL-6, whereas those of aged BMSCs did not.",
         {"IL6-", "IL6-!"}),
        ("Exosomes of young BMSCs lowered IL-6; exosomes of aged BMSCs had no such effect.",
         {"IL6-", "IL6-!"}),
        ("Primed exosomes lowered IL-6 and unprimed exosomes were without effect.",
         {"IL6-", "IL60!"}),
    ],
)  # fmt: skip
def test_what_is_left_unsaid(sentence: str, expected: set[str]) -> None:
    """A clause without a verb of its own takes that of the clause before."""
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Angiogenesis refused to increase.", {"angiogenesis+!"}),
        ("A reduction of scar formation was not observed.", {"scar formation-!"}),
        ("The expected fall in IL-6 did not materialise.", {"IL6-!"}),
        ("The exosomes were powerless against scar formation.", {"scar formation-!"}),
        ("The exosomes did little for angiogenesis.", {"angiogenesis+!"}),
        ("The exosomes were far from lowering IL-6.", {"IL6-!"}),
        ("IL-6 fell no faster than with saline.", {"IL6-!"}),
        ("IL-6 was not any lower than with saline.", {"IL6-!"}),
        ("Inflammation subsided in none of the rats.", {"inflammation-!"}),
        ("Survival was no longer than with saline.", {"survival+!"}),
    ],
)  # fmt: skip
def test_denied_changes(sentence: str, expected: set[str]) -> None:
    """A denied change keeps the direction of what is denied."""
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("IL-6 was on a par with that of untreated rats.", {"IL60!"}),
        ("Inflammation was as pronounced with exosomes as without.", {"inflammation0!"}),
        ("Treated and untreated rats had similar levels of IL-6.", {"IL60!"}),
        ("Treatment made no difference to angiogenesis.", {"angiogenesis0!"}),
        ("IL-6 fell at the same pace in treated and control rats.", {"IL60!"}),
        ("IL-6 was reduced equally by both exosome preparations.", {"IL6-"}),
        ("The vesicles left blood pressure as it was.", {"blood pressure0!"}),
        ("A difference in blood pressure could not be shown.", {"blood pressure0!"}),
        ("Blood pressure failed to respond.", {"blood pressure0!"}),
        ("Treated and control rats did not differ in body weight.", {"body weight0!"}),
        ("Mortality was 30% in both arms.", {"mortality0!"}),
        ("Body weight was neither higher nor lower.", {"body weight0!"}),
        ("Inflammation persisted.", {"inflammation0!"}),
        ("The reduction in inflammation persisted for a month.", {"inflammation-"}),
        ("The exosomes reduced inflammation, blood pressure being unaffected.",
         {"inflammation-", "blood pressure0!"}),
        ("The exosomes reduced inflammation at unchanged blood pressure.",
         {"inflammation-", "blood pressure0!"}),
        ("Inflammation was as low as in healthy rats.", {"inflammation-"}),
        ("Angiogenesis matched that of healthy skin.", {"angiogenesis+"}),
    ],
)  # fmt: skip
def test_unchanged_outcomes(sentence: str, expected: set[str]) -> None:
    """An outcome that was alike with and without vesicles is denied and has no direction."""
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Inflammation was 30% in the vehicle group as against 12% in the exosome group.",
         {"inflammation-"}),
        ("Angiogenesis averaged 10% in untreated rats, 11% after fibroblast EVs and 25% after BMSC "
         "EVs.", {"angiogenesis+"}),
        ("Seizures occurred in two of ten treated rats and in eight of ten controls.",
         {"seizures-"}),
        ("Inflammation went from a median of 10% to 4%.", {"inflammation-"}),
        ("IL-10 was fivefold that of controls.", {"IL10+"}),
        ("IL-6 was only 40% of the control value.", {"IL6-"}),
        ("Treated rats had half the scar formation of controls.", {"scar formation-"}),
        ("IL-10 exceeded that of untreated rats.", {"IL10+"}),
        ("Inflammation was twice as high in untreated rats.", {"inflammation-"}),
        ("The saline group had more inflammation.", {"inflammation-"}),
        ("Angiogenesis was poorer in the vehicle arm than in the exosome arm.",
         {"angiogenesis+"}),
        ("Angiogenesis was lower in untreated than in sham rats.", set()),
        ("In the saline group inflammation increased.", set()),
        ("IL-6 rose in saline-treated rats and fell in treated ones.", {"IL6-"}),
        ("IL-6 doubled in controls but rose by only a tenth in treated rats.", {"IL6-"}),
    ],
)  # fmt: skip
def test_comparisons_with_the_untreated(sentence: str, expected: set[str]) -> None:
    """The direction is that of the treated, whoever is told of."""
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Lower than in controls were IL-6 and TNF-α.", {"IL6-", "TNF-"}),
        ("No lower were IL-6 and TNF-α.", {"IL6-!", "TNF-!"}),
        ("Unchanged were blood pressure and heart rate.", {"blood pressure0!", "heart rate0!"}),
        ("IL-10 rose at the expense of IL-6.", {"IL10+", "IL6-"}),
        ("Inflammation was all but abolished.", {"inflammation-"}),
        ("IL-6 fell below the limit of detection.", {"IL6-"}),
        ("Keratinocytes were protected from apoptosis.", {"keratinocyte apoptosis-"}),
        ("Angiogenesis deteriorated after the exosomes.", {"angiogenesis-"}),
        ("Inflammation was held in check.", {"inflammation-"}),
    ],
)  # fmt: skip
def test_inverted_and_idiomatic_changes(sentence: str, expected: set[str]) -> None:
    """A change is read before its subject, and in the idioms of reports."""
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("After silencing of miR-21 in the donors the exosomes were useless, and "
         "scarring was no longer restrained.", {"scar formation-"}),
        ("Exosomes of donors lacking miR-21 were useless, and angiogenesis was no longer "
         "stimulated.", {"angiogenesis+"}),
        ("After the exosomes, pain was no longer increased.", {"pain-"}),
        ("The authors deleted Rab27a, and scarring was no longer prevented.",
         {"scar formation-"}),
    ],
)  # fmt: skip
def test_benefits_that_ended(sentence: str, expected: set[str]) -> None:
    """What was no longer done without the cargo is what the cargo does."""
    assert {x for x in told(sentence) if "RAB27A" not in x} == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The exosomes reduced angiogenesis, together with IL-6 and CCL2.",
         {"angiogenesis-", "IL6-", "CCL2-"}),
        ("The exosomes raised collagen deposition, along with VEGF.",
         {"collagen deposition+", "VEGFA+"}),
        ("The exosomes lowered oxidative stress, with catalase more abundant and caspase-3 less "
         "so.", {"oxidative stress-", "CASP3-"}),
    ],
)  # fmt: skip
def test_companions_behind_a_comma(sentence: str, expected: set[str]) -> None:
    """What shares the change of the objects before it, and what "less so" turns round."""
    assert told(sentence) >= expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The exosomes reduced IL-6. Vessels were thinner, yet their density did not differ.",
        "The exosomes reduced IL-6. Urea was within the normal range and did not differ.",
    ],
)
def test_joining_words_are_no_outcomes(sentence: str) -> None:
    """A conjunction or preposition before "did not differ" names nothing."""
    assert not {"yet0!", "within0!"} & told(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Scarring shrank by half with vesicles of dermal origin, but these came from "
         "keratinocytes.", set()),
        ("Angiogenesis was increased by vesicles of dermal origin, although they had been "
         "secreted by fibroblasts.", set()),
        ("Angiogenesis was increased by vesicles, but these were taken up by endothelial cells.",
         {"angiogenesis+"}),
    ],
)  # fmt: skip
def test_vesicles_that_came_from_other_cells(sentence: str, expected: set[str]) -> None:
    """A clause behind may tell that the vesicles are those of other cells."""
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Fewer keratinocytes underwent apoptosis.", {"keratinocyte apoptosis-"}),
        ("Fewer cells died, and more cells entered S phase.",
         {"cell death-", "cell cycle progression+"}),
        ("The cells migrated faster and died less often.", {"cell migration+", "cell death-"}),
        ("Scar thickness was 1.2 mm versus 2.4 mm in controls, and sections showed less fibrosis.",
         {"fibrosis-"}),
    ],
)  # fmt: skip
def test_fewer_of_the_cells(sentence: str, expected: set[str]) -> None:
    """What fewer of the cells underwent, and "more" or "less" that belong to another verb."""
    assert told(sentence) >= expected


def test_those_without_a_benefit_are_no_outcome() -> None:
    assert told("Scarring shrank. No such benefit was seen in goats.") == {"scar formation-"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("With them, creatinine crept up only slightly.", {"creatinine-"}),
        ("In treated rats, IL-6 went up only a little.", {"IL6-"}),
        ("Ejection fraction fell far less after the exosomes.", {"ejection fraction+"}),
        ("Lactate rose much less with the exosomes than with saline.", {"lactate-"}),
        ("Ejection fraction rose only slightly after the exosomes.", {"ejection fraction+"}),
        ("ALT rose by 20% instead of 200% in treated rats.", {"alanine aminotransferase-"}),
        ("The exosomes brought lactate from 6.1 down to 2.2 and took blood glucose from 24 to 13.",
         {"lactate-", "blood glucose-"}),
        ("The exosomes moved urine output from 3.1 to 9.5 ml.", {"urine volume+"}),
        ("Given the exosomes, fibroblasts no longer proliferated.", {"fibroblast proliferation-"}),
        ("Given the exosomes, macrophages stopped secreting TNF-α and ceased to express CXCL10.",
         {"TNF-", "CXCL10-"}),
    ],
)  # fmt: skip
def test_what_hardly_worsened_or_has_ended_is_less(sentence: str, expected: set[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They brought angiogenesis up by 40% and IL-6 down by half.", {"angiogenesis+", "IL6-"}),
        ("VEGF went up and TGF-β1 down.", {"VEGFA+", "TGFB1-"}),
        ("VEGF up, TGF-β1 down versus PBS.", {"VEGFA+", "TGFB1-"}),
        ("IL-6 was lower, and IL-10 up.", {"IL6-", "IL10+"}),
        ("IL-6 rose to only 40% of that in controls.", {"IL6-"}),
        ("Scar length was half of that under PBS, and more cells stained for annexin V.",
         {"apoptosis+"}),
        ("Fewer glands survived in them, and CD31-positive vessels were sparse.",
         {"microvessel density-"}),
        ("Fewer lesions formed, and VEGF was more abundant.", {"VEGFA+"}),
        ("Scars grown from grafts shrank by a half.", {"scar formation-"}),
        ("RANKL/OPG fell.", {"TNFSF11-", "TNFRSF11B+"}),
        ("IL-6 dipped only slightly and not significantly.", {"IL6-!"}),
        ("IL-6 fell, though insignificantly, and IL-10 rose.", {"IL6-!", "IL10+"}),
        ("Angiogenesis gave no sign of change.", {"angiogenesis0!"}),
        ("Range of motion gained nothing.", {"range of motion0!"}),
        ("The exosomes offered no relief of pain and even lowered IL-10.", {"IL10-"}),
        ("IL-6 remained depressed with the exosomes.", {"IL60!"}),
        ("IL-6, CCL2 and TNF-α were the genes that they repressed.", {"IL6-", "CCL2-", "TNF-"}),
        ("Scarring was lessened through SIRT1, whose inhibition by EX-527 undid the fall in IL-6.",
         {"scar formation-"}),
    ],
)  # fmt: skip
def test_directions_told_at_a_distance(sentence: str, expected: set[str]) -> None:
    """Directions of a second outcome, of figures, of a list before its verb, of a clause behind."""
    assert told(sentence) >= expected


def test_a_target_put_back_lets_it_happen_again() -> None:
    sentence = "The exosomes lowered TGF-β1. Restoring TGF-β1 let fibroblasts proliferate again."
    assert not any("proliferation" in t for t in told(sentence))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The exosomes led to quicker alveolar fluid clearance, and tidal volume did not differ.",
         {"alveolar fluid clearance+", "lung function0!"}),
        ("Treated rats had lower lactate, and mean arterial pressure was unchanged.",
         {"lactate-", "blood pressure0!"}),
        ("In treated rats, ALT, AST, and gastric pH were unchanged.",
         {"alanine aminotransferase0!", "aspartate aminotransferase0!"}),
    ],
)  # fmt: skip
def test_what_is_unchanged_leaves_alone_what_changed_before(
    sentence: str, expected: set[str]
) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Normoglycaemia was reached by 9 of 10 treated rats.", {"blood glucose-"}),
        ("One study found lower HMGB1 after the exosomes, another could not confirm any benefit "
         "on transaminases.", {"HMGB1-", "aminotransferases-!"}),
    ],
)  # fmt: skip
def test_normal_levels_and_another_study(sentence: str, expected: set[str]) -> None:
    assert told(sentence) == expected


def test_vesicles_set_against_other_vesicles_keep_their_side() -> None:
    """The levels told are those of the vesicles named first."""
    assert told("IL-6 levels in mice given the exosomes were below those of naive EVs.") == {"IL6-"}
