"""Reports in short hand: colons and participles in the place of verbs, figures alone."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

LIVER = "Exosomes of umbilical cord MSCs lowered ALT in mice with hepatitis. "
_SIGNS = {"up": "+", "increase": "+", "down": "-", "decrease": "-"}
_MARKS = {"negated": "!", "hedged": "?"}


def told(sentence: str) -> set[str]:
    """Every outcome but ALT with its direction, "!" where it is denied."""
    return {
        f"{m.label}{_SIGNS.get(str(m.direction), '0')}{_MARKS.get(f.polarity, '')}"
        for f in Extractor().findings(readers.read_string(LIVER + sentence))
        for m in (*f.targets, *f.effects)
        if m.label != "alanine aminotransferase"
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("CXCL1, CCL2 mRNA: both lower.", {"CXCL1-", "CCL2-"}),
        ("Necrosis: down by half.", {"necrosis-"}),
        ("Body weight, day 9: up 6%.", {"body weight+"}),
        ("Fibrosis: not reduced.", {"liver fibrosis-!"}),
        ("IL-10: higher with exosomes, IL-6: lower.", {"IL10+", "IL6-"}),
        ("Survival: better (80% vs 45%).", {"survival+"}),
        ("Lavage, day 2: lower levels of IL-6.", {"IL6-"}),
    ],
)
def test_a_colon_stands_for_a_verb(sentence: str, expected: set[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("STAT3 phosphorylation reduced.", {"STAT3-"}),
        ("CXCL1 and CCL2 reduced, STAT3 phosphorylation reduced.", {"CXCL1-", "CCL2-", "STAT3-"}),
    ],
)
def test_a_participle_ends_a_line(sentence: str, expected: set[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The exosomes brought the histological score to 3.2, against 6.1 with saline.",
         {"histological score-"}),
        ("The exosomes brought body weight to 24 g by day 9, against 20 g with PBS.",
         {"body weight+"}),
        ("Necrotic area was 4% with loaded exosomes and 9% with control exosomes.", {"necrosis-"}),
        ("The livers lost most of their fibrosis.", {"liver fibrosis-"}),
        ("The exosomes lost most of their activity on IL-6.", set()),
        ("Fibrosis took no notice.", {"liver fibrosis0!"}),
        ("Necrosis was just as extensive in the treated mice.", {"necrosis0!"}),
    ],
)  # fmt: skip
def test_what_is_told_by_figures_and_parts(sentence: str, expected: set[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "miR-22 was abundant. In the KD arm necrosis was as in the model arm.",
        "miR-22 was abundant. When KLF6, whose transcript it silences, was put back, the cells "
        "died as before and the Wnt pathway was switched on.",
    ],
)
def test_losses_and_rescues_add_nothing(sentence: str) -> None:
    assert not any(x.startswith("necrosis") or "Wnt" in x for x in told(sentence))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("miR-22 made CXCL1, CCL2 and IL-6 fall.", {"CXCL1-", "CCL2-", "IL6-"}),
        ("The exosomes caused CXCL1 and CCL2 to decrease.", {"CXCL1-", "CCL2-"}),
        ("miR-22 prevented STAT3 from being activated.", {"STAT3-"}),
        ("STAT3 was phosphorylated as strongly as ever.", {"STAT30!"}),
        ("Necrosis was frequent with and without exosomes.", {"necrosis0!"}),
        ("Necrotic area measured 4 mm2 in all three arms.", {"necrosis0!"}),
        ("Body weight: same.", {"body weight0!"}),
        ("IL-10 has not statistical difference between groups.", {"IL100!"}),
        ("Sciatic functional index was -28 with exosomes and -57 with PBS.",
         {"sciatic functional index+"}),
        ("Hepatocytes proliferated at twice the rate of controls.", {"hepatocyte proliferation+"}),
        ("Fewer fibroblasts crossed the membrane.", {"fibroblast migration-"}),
        ("The trabeculae were thicker.", {"bone mineral density+"}),
        ("When KLF6 was expressed from a construct without its 3'UTR, tubes were no longer than "
         "after saline.", set()),
        ("When the donors were given a miR-22 antagomir, their exosomes ceased to protect "
         "hepatocytes.", set()),
        ("With exosomes lacking miR-22, hepatocytes proliferated as before.", set()),
        ("CXCL1 was descended.", {"CXCL1-"}),
    ],
)  # fmt: skip
def test_plain_forms_of_many_hands(sentence: str, expected: set[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They found less necrosis; we did not.", {"necrosis-!"}),
        ("The claim that exosomes lower CXCL1 could not be reproduced.", {"CXCL1-!"}),
        ("Neutrophil numbers in the liver were similar throughout.", {"neutrophil infiltration0!"}),
        ("HOMA-IR went from 5.8 in untreated to 2.9 in treated mice.", {"insulin resistance-"}),
        ("Apoptosis: 22 → 9%.", {"apoptosis-"}),
        ("miR-22 curbed PGC-1α's fall.", {"PPARGC1A+"}),
        ("Work on dilated cardiomyopathy is scarcer.", set()),
        ("Necrosis was, in consequence, rarer.", {"necrosis-"}),
        ("As for CXCL1, there was no difference.", {"CXCL10!"}),
        ("The exosomes regularised the oestrous cycle.", {"estrous cycle regularity+"}),
    ],
)
def test_letters_and_reviews(sentence: str, expected: set[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "miR-22 was plentiful. KLF6 was verified as the target and was lowered by the exosomes.",
        "Behind this stood miR-22. It attacks KLF6, whose protein fell.",
        "By exclusion we arrived at miR-22. It was seen to repress KLF6.",
    ],
)
def test_the_target_is_the_mirnas(sentence: str) -> None:
    found = Extractor().findings(readers.read_string(LIVER + sentence))
    assert any(
        [m.label for m in f.mirnas] == ["miR-22"]
        and [(m.label, m.direction) for m in f.targets] == [("KLF6", "down")]
        for f in found
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("IL-10 rose a little, but the rise did not reach significance.", {"IL10+!"}),
        ("Necrotic area: 4 vs 9 mm2.", {"necrosis-"}),
        ("Survival at day 9: 8/10 vs 3/10.", {"survival+"}),
        ("Hepatic stellate cells were as plentiful in treated livers as in the others.", set()),
        ("Goblet cells were as plentiful in treated mice as in the others.", {"goblet cells0!"}),
        ("Body weight: stable.", {"body weight0!"}),
        ("Nor was food intake resumed any earlier.", {"food intake0!"}),
    ],
)
def test_notes_and_asides(sentence: str, expected: set[str]) -> None:
    assert told(sentence) >= expected


def test_cells_fed_with_the_mirna() -> None:
    text = LIVER + (
        "miR-22 was held responsible. Hepatocytes that were fed with it showed less necrosis, and "
        "CXCL1 was lowered."
    )
    found = Extractor().findings(readers.read_string(text))
    assert any(
        [m.label for m in f.mirnas] == ["miR-22"] and [m.label for m in f.targets] == ["CXCL1"]
        for f in found
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Body weight was maintained, whereas in mice given PBS it dropped by half.",
         {"body weight+"}),
        ("Albumin was increased with and without the inhibitor.", {"serum albumin+"}),
        ("Hepatocytes lost less E-cadherin and gained less vimentin.", {"CDH1+", "VIM-"}),
        ("With exosomes, less NLRP3 was made, less caspase-1 cleaved.", {"NLRP3-", "CASP1-"}),
        ("As regards VEGF, the exosomes were without effect.", {"VEGFA0!"}),
        ("ALP: 170 vs 320 U/l (PBS).", {"alkaline phosphatase activity-"}),
        ("Lung metastases were counted in 1 of 9 mice as against 6 of 9.", {"lung metastasis-"}),
    ],
)  # fmt: skip
def test_less_of_what_is_made(sentence: str, expected: set[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Lower with exosomes: fibrosis, necrosis.", {"liver fibrosis-", "necrosis-"}),
        ("Up with exosomes: IL-10. Unchanged: body weight.", {"IL10+", "body weight0!"}),
        ("No change with exosomes: body weight.", {"body weight0!"}),
    ],
)
def test_a_colon_behind_a_heading_of_change_is_a_verb(sentence: str, expected: set[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "With exosomes, fibrosis down, IL-10 up, body weight same.",
        "Exosomes reduced fibrosis, raised IL-10; body weight n.s.",
        "Exosomes v. saline: fibrosis lower, IL-10 higher, body weight similar.",
        "Exosomes gave less fibrosis, more IL-10, similar body weight.",
        "Exosomes v. saline: fibrosis -40%, IL-10 +25%, body weight no change.",
        "Exosomes: fibrosis down 40%, IL-10 up twofold; body weight unchanged.",
        "Fibrosis reduced (P < 0.05), IL-10 enhanced (P < 0.01), body weight unaltered by EVs.",
        "Exosomes: fall in fibrosis, rise in IL-10, none in body weight.",
    ],
)
def test_bare_words_tell_what_did_not_change(sentence: str) -> None:
    assert told(sentence) == {"liver fibrosis-", "IL10+", "body weight0!"}


def test_same_elsewhere_is_no_verdict() -> None:
    assert told("Exosomes lowered fibrosis, and vesicles did the same.") == {"liver fibrosis-"}
    assert told("Exosomes lowered fibrosis in mice of the same age.") == {"liver fibrosis-"}


def test_who_found_it_stands_between_subject_and_verb() -> None:
    assert told("Fibrosis, we noticed, was lower with exosomes.") == {"liver fibrosis-"}
