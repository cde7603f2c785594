"""What is denied or said not to have changed, sentence by sentence: the outcome, its direction and
that it is denied.
"""

from __future__ import annotations

import re

import pytest

from extractor import readers
from extractor.extract import Extractor

_EXTRACTOR = Extractor()
_LEAD = (
    "We studied exosomes of human umbilical cord MSCs (UC-Exo) in mice with CCl4-induced liver "
    "fibrosis. "
)
_SIGNS = {"increase": "+", "up": "+", "decrease": "-", "down": "-", "none": "0"}


def told(text: str) -> set[str]:
    """Outcomes as short codes: "il6-" is IL-6 lowered, "bilirubin0!" bilirubin denied a change."""
    out = set()
    for f in _EXTRACTOR.findings(readers.read_string(_LEAD + text), "denials"):
        mark = {"negated": "!", "hedged": "?"}.get(str(f.polarity), "")
        for slot in (*f.targets, *f.effects):
            name = re.sub(r"\W+", "_", slot.label.lower()).strip("_")
            out.add(name + _SIGNS[str(slot.direction)] + mark)
    return out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spleen size: no difference.", "spleen_weight0!"),
        ("Ascites fell in both arms without a difference between them.", "ascites0!"),
        ("Ascites improved similarly in the exosome and the saline group.", "ascites0!"),
        ("Serum bilirubin: not significantly different between groups.", "bilirubin0!"),
        ("Portal pressure: unchanged.", "portal_pressure0!"),
        ("UC-Exo reduced fibrosis with no accompanying change in MMP2.", "liver_fibrosis- mmp20!"),
        ("TGFB1 expression proved insensitive to UC-Exo.", "tgfb10!"),
        ("Ascites was refractory to the exosomes.", "ascites0!"),
        ("Ascites occurred equally often in both groups.", "ascites0!"),
        ("Ascites developed as often after UC-Exo as after saline.", "ascites0!"),
        ("UC-Exo exerted no discernible influence over portal pressure.", "portal_pressure0!"),
        ("Kupffer cell numbers responded to none of the vesicles.", "kupffer_cells0!"),
        ("Mice receiving UC-Exo did not differ from controls in body weight.", "body_weight0!"),
        ("Bilirubin levels overlapped between groups.", "bilirubin0!"),
        ("Mortality was identical (4 of 12 in each group).", "mortality0!"),
        ("Liver regeneration proceeded at the usual pace.", "liver_regeneration0!"),
        ("Nothing suggested an effect on survival.", "survival0!"),
        ("The benefit did not extend to ascites.", "ascites-!"),
        ("Fibrosis progressed despite treatment.", "liver_fibrosis0!"),
        ("Portal pressure: normal throughout.", "portal_pressure0!"),
        ("IL-10 levels were similar in vesicle- and saline-treated mice.", "il100!"),
        ("IL-10 levels were similar in mice given vesicles and mice given saline.", "il100!"),
        ("Autophagy was neither induced nor blocked.", "autophagy0!"),
        ("UC-Exo had a negligible effect on steatosis.", "hepatic_steatosis0!"),
        ("Steatosis progressed as fast in treated as in untreated mice.", "hepatic_steatosis0!"),
        ("Ascites worsened as much with UC-Exo as with saline.", "ascites0!"),
        ("Portal pressure was left out of the picture by all vesicles.", "portal_pressure0!"),
        ("UC-Exo lowered IL-6, but this could not be reproduced.", "il6-!"),
        ("A reduction of IL-6 by UC-Exo could not be confirmed.", "il6-!"),
        ("UC-Exo lowered IL-6, but an effect on weight could not be confirmed.", "il6-"),
        ("UC-Exo lowered IL-6; a role for the spleen could not be verified.", "il6-"),
        ("Steatosis hardly changed.", "hepatic_steatosis0!"),
        ("Ultrasound showed no change in portal pressure.", "portal_pressure0!"),
        ("HIF-1α was the same with all treatments.", "hif1a0!"),
        ("Body weight was likewise no different.", "body_weight0!"),
        ("UC-Exo were without influence on TGFB1.", "tgfb10!"),
        ("Significance was not reached for ALT.", "alanine_aminotransferase0!"),
        ("Splenomegaly was not ameliorated by any preparation.", "splenomegaly-!"),
        ("Tregs were not expanded by either product.", "treg_cells+!"),
        ("Serum sodium was not changed by either preparation.", "serum_sodium0!"),
    ],
)
def test_outcomes_that_did_not_change(text: str, expected: str) -> None:
    assert told(text) == set(expected.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Collagen content fell, but the difference was not significant.",
         "collagen_deposition-!"),
        ("A non-significant reduction in bilirubin was observed.", "bilirubin-!"),
        ("There was a nonsignificant rise in albumin.", "serum_albumin+!"),
        ("Bilirubin decreased non-significantly.", "bilirubin-!"),
        ("Albumin was slightly, albeit not significantly, higher.", "serum_albumin+!"),
        ("The reduction in bilirubin was not statistically significant.", "bilirubin-!"),
        ("The increase of albumin failed to reach significance.", "serum_albumin+!"),
        ("The decrease in steatosis (8%) was not significant.", "hepatic_steatosis-!"),
        ("Albumin rose, but not to a significant degree.", "serum_albumin+!"),
        ("A significant reduction in bilirubin was observed.", "bilirubin-"),
        ("The reduction in bilirubin was highly significant.", "bilirubin-"),
    ],
)  # fmt: skip
def test_changes_that_were_not_significant(text: str, expected: str) -> None:
    """They are denied, and keep the direction of the change."""
    assert told(text) == set(expected.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A reduction was seen for IL-6 but not for TNF-α.", "il6- tnf-!"),
        ("An increase in HGF but not in VEGF was noted.", "hgf+ vegfa+!"),
        ("UC-Exo reduced IL-6, though not IL-1β.", "il6- il1b-!"),
        ("UC-Exo lowered ALT, if not AST.",
         "alanine_aminotransferase- aspartate_aminotransferase-!"),
        ("Collagen I but not collagen III was reduced.", "col1a1- col3a1-!"),
        ("Fibrosis but not ascites was attenuated.", "liver_fibrosis- ascites-!"),
        ("Fibrosis, though not inflammation, was reduced.", "liver_fibrosis- inflammation-!"),
        ("UC-Exo reduced IL-6 but neither TNF-α nor IL-1β.", "il6- tnf-! il1b-!"),
    ],
)  # fmt: skip
def test_one_of_two_outcomes(text: str, expected: str) -> None:
    """The first changed, the second did not."""
    assert told(text) == set(expected.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There was significantly less IL-6 in the serum of treated mice.", "il6-"),
        ("There were far fewer Kupffer cells in livers of treated mice.", "kupffer_cells-"),
        ("Bilirubin did not fall further.", "bilirubin-!"),
        ("IL-1β was lower in exosome recipients.", "il1b-"),
        ("Purified B cells alone were not inhibited.", "b_cell_proliferation-!"),
        ("T cells were suppressed by UC-Exo.", "t_cell_activation-"),
        ("Hepatic stellate cells were not activated.", "hepatic_stellate_cell_activation+!"),
    ],
)
def test_amounts_behind_adverbs(text: str, expected: str) -> None:
    assert told(text) == set(expected.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hepatic macrophages were no more numerous than after saline.",
         "macrophage_infiltration+!"),
        ("Tregs were no more frequent than in untreated mice.", "treg_cells+!"),
        ("ALT was no lower after UC-Exo.", "alanine_aminotransferase-!"),
        ("UC-Exo did no more than lower ALT.", "alanine_aminotransferase-"),
        ("In contrast to TNF-α, IL-6 was not changed.", "il60!"),
        ("Exosomes were ineffective in mice, and even raised IL-6.", "il6+"),
        ("Hepatocyte proliferation, assessed by Ki-67, remained unchanged.",
         "liver_regeneration0!"),
        ("The exosomes neither aggravated nor relieved pain.", "pain0!"),
        ("Hepatic function tests did not reveal any toxicity.", "toxicity0!"),
        ("Macrophage infiltration, hoped to diminish, did not do so.", "macrophage_infiltration-!"),
        ("Albumin was expected to rise, but did not.", "serum_albumin+!"),
        ("Albumin was expected to rise, and did.", "serum_albumin+"),
        ("Animals receiving gel alone had more fibrosis than the others.", ""),
        ("UC-Exo lowered ALT and AST, while the latter did not change after saline.",
         "alanine_aminotransferase- aspartate_aminotransferase-"),
    ],
)  # fmt: skip
def test_denials_reach_no_further_than_they_go(text: str, expected: str) -> None:
    assert told(text) == set(expected.split())


@pytest.mark.parametrize(
    "text",
    [
        "Saline had no effect on ALT.", "ALT did not change in saline-treated mice.",
        "In the control group, ALT was unchanged.", "The vehicle alone did not affect survival.",
        "An antibody alone did not reduce IL-6.", "Sham surgery did not change ALT.",
        "Untreated mice showed no change in body weight.",
    ],
)  # fmt: skip
def test_what_controls_did_not_do_is_no_result(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ALT did not differ between saline and UC-Exo.", "alanine_aminotransferase0!"),
        ("ALT was not lower than in saline-treated mice.", "alanine_aminotransferase-!"),
        ("PBS did not alter ALT, whereas UC-Exo lowered it.", "alanine_aminotransferase-"),
        ("While saline did not influence ascites, UC-Exo reduced it.", "ascites-"),
        ("ALT did not change in the vehicle group, whereas it fell after UC-Exo.",
         "alanine_aminotransferase-"),
        ("UC-Exo lowered IL-6 (saline did not).", "il6-"),
        ("UC-Exo reduced ascites (which saline did not).", "ascites-"),
    ],
)  # fmt: skip
def test_controls_beside_what_vesicles_did(text: str, expected: str) -> None:
    assert told(text) == set(expected.split())


@pytest.mark.parametrize(
    "text",
    [
        "Neither ADSC exosomes nor UC-Exo reduced ascites.",
        "Neither exosomes of ADSCs nor those of UC-MSCs reduced ascites.",
        "Neither did UC-Exo reduce ascites.",
        "Ascites was reduced by neither UC-Exo nor ADSC exosomes.",
    ],
)
def test_what_neither_of_two_vesicles_did(text: str) -> None:
    """However long their names are, the verb behind them is denied."""
    assert told(text) == {"ascites-!"}
