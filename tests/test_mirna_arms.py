"""What one miRNA of a study did and another did not, and losses that changed nothing."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

STUDY = (
    "Exosomes of adipose MSCs eased pancreatitis in mice. They carried miR-9-5p, miR-30e and "
    "miR-96-5p. "
)


def told(text: str) -> dict[str, set[tuple[str, str]]]:
    """The outcomes told of each miRNA, with direction; "!" before a miRNA denies them."""
    out: dict[str, set[tuple[str, str]]] = {}
    for f in Extractor().findings(readers.read_string(text)):
        for m in f.mirnas:
            key = ("!" if f.polarity == "negated" else "") + m.label
            said = {(s.label, str(s.direction)) for s in (*f.targets, *f.effects)}
            out.setdefault(key, set()).update(said)
    return out


LOW = {("TRAF6", "down")}


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        ("Neither miR-9-5p nor miR-30e mimics lowered TRAF6.",
         {"!miR-9-5p": LOW, "!miR-30e": LOW}),
        ("Neither the miR-9-5p nor the miR-30e mimic interfered with migration.",
         {"!miR-9-5p": {("cell migration", "decrease")},
          "!miR-30e": {("cell migration", "decrease")}}),
        ("Neither miR-9-5p nor miR-30e affected TRAF6.",
         {"!miR-9-5p": {("TRAF6", "none")}, "!miR-30e": {("TRAF6", "none")}}),
        ("Mimics of miR-9-5p and miR-30e did not lower TRAF6; miR-96-5p did.",
         {"!miR-9-5p": LOW, "!miR-30e": LOW, "miR-96-5p": LOW}),
        ("Neither miR-9-5p nor miR-30e lowered TRAF6. miR-96-5p did.",
         {"!miR-9-5p": LOW, "!miR-30e": LOW, "miR-96-5p": LOW}),
        ("A miR-96-5p mimic lowered TRAF6, whereas a miR-30e mimic did not.",
         {"miR-96-5p": LOW, "!miR-30e": LOW}),
        ("TRAF6 was lowered by miR-96-5p but not by miR-30e.",
         {"miR-96-5p": LOW, "!miR-30e": LOW}),
        ("A miR-96-5p mimic lowered TRAF6. The miR-30e mimic was inactive in this system.",
         {"miR-96-5p": LOW, "!miR-30e": {("TRAF6", "none")}}),
        ("A miR-96-5p mimic lowered TRAF6. By contrast, a mimic of miR-30e did not.",
         {"miR-96-5p": LOW, "!miR-30e": LOW}),
    ],
)  # fmt: skip
def test_mirnas_are_told_apart(more: str, wanted: dict[str, set[tuple[str, str]]]) -> None:
    """Each miRNA has what is told of it, though the verb is said but once."""
    found = told(STUDY + more)
    assert {name: found.get(name) for name in wanted} == wanted
    assert not any(LOW & said for name, said in found.items() if name not in wanted)


DONE = (
    "Exosomes of adipose MSCs reduced bone loss and IL-6 in mice with periodontitis. miR-30e was "
    "enriched in the exosomes. "
)


@pytest.mark.parametrize(
    "more",
    [
        "Inhibition of miR-30e in the donors did not change IL-6.",
        "Silencing of miR-30e in the donors was of no consequence for IL-6.",
        "Anti-miR-30e was without influence on IL-6.",
        "A miR-30e inhibitor had no effect on IL-6.",
        "Knocking down miR-30e made no difference to IL-6.",
        "Knock-down of miR-30e left IL-6 unchanged.",
    ],
)
def test_a_loss_that_changed_nothing_denies_the_mirna(more: str) -> None:
    """What the miRNA's loss did not change is not the miRNA's, but the vesicles'."""
    found = told(DONE + more)
    assert found == {"!miR-30e": {("IL6", "none")}}


@pytest.mark.parametrize(
    "more",
    [
        "Exosomes of miR-30e-silenced donors lowered IL-6 just as well.",
        "Exosomes of donors given anti-miR-30e lowered IL-6 to the same extent.",
        "Inhibition of miR-30e did not weaken the effect on IL-6.",
        "miR-30e was dispensable for the effect on IL-6.",
    ],
)
def test_what_is_done_without_the_mirna_is_denied_of_it(more: str) -> None:
    """Vesicles that do as well without it show that they do not need it."""
    assert told(DONE + more) == {"!miR-30e": {("IL6", "down")}}


@pytest.mark.parametrize(
    "more",
    [
        "Exosomes of miR-30e-silenced donors had no effect on IL-6.",
        "Exosomes of donors transfected with a miR-30e inhibitor had no effect on IL-6.",
    ],
)
def test_vesicles_without_the_mirna_that_do_nothing(more: str) -> None:
    """It is the vesicles that had no effect, not the loss: the effect is the miRNA's."""
    assert told(DONE + more) == {"miR-30e": {("IL6", "down")}}


@pytest.mark.parametrize(
    ("loaded", "native"),
    [
        ("miR-146a-Exo", "ADSC-Exo"), ("Exo-miR-146a", "ADSC-Exo"),
        ("ADSC-miR-146a-Exo", "ADSC-Exo"), ("146a-Exo", "ADSC-Exo"), ("miR-146a-EVs", "MSC-EVs"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "told",
    [
        "{native} lowered MMP13. {loaded} lowered MMP13 further and raised aggrecan.",
        "MMP13 was lowest with {loaded}, intermediate with {native} and highest with saline. "
        "Aggrecan was raised by {loaded}, not by {native}.",
        "MMP13 was smaller with {native} and smallest with {loaded}. {loaded} raised aggrecan.",
    ],
)
def test_vesicles_named_for_their_donors_beside_those_named_for_a_mirna(
    told: str, loaded: str, native: str
) -> None:
    """Both are told of; what only the loaded ones did is the miRNA's."""
    text = (
        f"Vesicles of adipose MSCs with a miR-146a vector ({loaded}) or an empty one ({native}) "
        "were given to rats with osteoarthritis. " + told.format(loaded=loaded, native=native)
    )
    rows = {
        (bool(f.mirnas), t.label, t.direction)
        for f in Extractor().findings(readers.read_string(text))
        if f.polarity == "asserted" for t in f.targets
    }  # fmt: skip
    assert rows == {(True, "MMP13", "down"), (False, "MMP13", "down"), (True, "ACAN", "up")}


def test_the_agent_of_a_passive_may_have_a_long_name() -> None:
    """What it is set against is not the agent."""
    text = (
        "Exosomes of BMSCs transfected with miR-146a-5p (miR-146a-5p-Exo) or a scrambled sequence "
        "(NC-Exo) were given to mice with sepsis. IL-6 was lowered more by miR-146a-5p-Exo than by "
        "NC-Exo."
    )
    (finding,) = Extractor().findings(readers.read_string(text))
    assert [m.label for m in finding.mirnas] == ["miR-146a-5p"]


@pytest.mark.parametrize(
    ("robbed", "whole"),
    [("Inh-Exo", "NC-Exo"), ("KO-Exo", "WT-Exo"), ("miR-21-inh-Exo", "UC-MSC-Exo"),
     ("Exo-anti21", "Exo-NC")],
)  # fmt: skip
@pytest.mark.parametrize(
    "told",
    [
        "Occludin rose with {whole}, not with {robbed}.",
        "{whole} raised occludin. {robbed} did not.",
        "Occludin was 1.9 with {whole}, 1.1 with {robbed} and 1.0 with PBS.",
    ],
)
def test_vesicles_beside_robbed_ones_are_no_control(told: str, robbed: str, whole: str) -> None:
    """What the robbed ones fail to do is the miRNA's, in the direction told of the others."""
    text = (
        f"Exosomes of UC-MSCs transfected with a miR-21 inhibitor ({robbed}) or a scrambled one "
        f"({whole}) were given to mice with colitis. "
        + told.format(robbed=robbed, whole=whole)
    )
    (finding,) = Extractor().findings(readers.read_string(text))
    assert [m.label for m in finding.mirnas] == ["miR-21"]
    assert [(t.label, t.direction) for t in finding.targets] == [("OCLN", "up")]


def test_what_robbed_vesicles_do_too_is_not_turned_round() -> None:
    """Both lowered TNF in one sentence: nothing of it was lost with the miRNA."""
    text = (
        "Exosomes of UC-MSCs from wild-type mice (WT-Exo) or mice lacking miR-21 (KO-Exo) were "
        "given to mice with colitis. WT-Exo lowered TNF-α and raised occludin, whereas KO-Exo "
        "lowered TNF-α only."
    )
    found = Extractor().findings(readers.read_string(text))
    assert {t.direction for f in found for t in f.targets if t.label == "TNF"} == {"down"}
