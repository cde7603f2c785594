"""Which results of a study are laid to the cargo, and which to the vesicles alone."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor


def laid(text: str) -> tuple[set[str], set[str]]:
    """Labels of the asserted outcomes told of the cargo, and of those told of the vesicles."""
    cargo: set[str] = set()
    plain: set[str] = set()
    for f in Extractor().findings(readers.read_string(text)):
        if f.polarity == "asserted":
            side = cargo if f.mirnas or f.cargo else plain
            side |= {s.label for s in (*f.targets, *f.effects)}
    return cargo, plain


TITLE = "Gingival stem cell exosomes in experimental arthritis\n\n"
GIVEN = (
    "Mice with collagen-induced arthritis were given exosomes of gingival mesenchymal stem cells. "
)
DID = "The exosomes lowered the arthritis score and reduced serum IL-6. "


@pytest.mark.parametrize(
    "design",
    [
        "miR-31-5p was silenced in the donors with lentiviral shRNA. ",
        "Donors transduced with an antisense construct against miR-31-5p served for comparison. ",
        "Fibroblasts were treated with a miR-31-5p mimic, a miR-31-5p inhibitor or neither. ",
        "The exosomes (GMSC-Exo) held much miR-31-5p. ",
        "miR-31-5p was enriched in GMSC-Exo. ",
    ],
)
def test_to_silence_or_to_find_a_mirna_is_not_to_make_vesicles_carry_it(design: str) -> None:
    """Donors that lack the miRNA, or vesicles that hold it, are not engineered vesicles."""
    lost = "Exosomes of miR-31-5p-deficient donors no longer suppressed osteoclast formation."
    cargo, plain = laid(TITLE + GIVEN + design + DID + lost)
    assert plain == {"arthritis score", "IL6"}
    assert cargo == {"osteoclastogenesis"}


@pytest.mark.parametrize(
    "made",
    [
        "The donors had been transfected with a miR-31-5p mimic. ",
        "The donors had been infected with a lentivirus encoding miR-31-5p. ",
        "miR-31-5p-loaded exosomes were prepared by electroporation. ",
    ],
)
def test_what_engineered_vesicles_did_is_the_cargos(made: str) -> None:
    """All that vesicles did that were made to carry a miRNA is laid to it."""
    assert laid(TITLE + GIVEN + made + DID) == ({"arthritis score", "IL6"}, set())


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("In synoviocytes, miR-31-5p repressed RHOA. Migration fell and IL-8 secretion declined.",
         {"RHOA", "synoviocyte migration", "CXCL8"}),
        ("A mimic of miR-31-5p repressed RHOA. As a consequence, apoptosis was promoted.",
         {"RHOA", "apoptosis"}),
        ("RHOA was repressed by miR-31-5p. Consistently, invasion was inhibited.",
         {"RHOA", "cell invasion"}),
    ],
)  # fmt: skip
def test_what_goes_on_with_the_mirna_is_told_of_it(told: str, wanted: set[str]) -> None:
    """Sentences behind the one that names the miRNA go on with it, until vesicles are named."""
    more = " The exosomes also reduced pain."
    cargo, plain = laid(TITLE + GIVEN + DID + told + more)
    assert (cargo, plain) == (wanted, {"arthritis score", "IL6", "pain"})


@pytest.mark.parametrize(
    ("title", "loss"),
    [
        ("Gingival stem cell exosomes ease arthritis via miR-31-5p",
         "Knockdown of miR-31-5p in the donors abolished the fall of IL-6 but had no influence on "
         "the arthritis score."),
        ("Gingival stem cell exosomes ease arthritis via miR-31-5p",
         "Inhibition of miR-31-5p in the donors partly abolished the fall of IL-6."),
        ("Relief of collagen-induced arthritis by gingival stem cell exosomes: place of miR-31-5p",
         "Exosomes of miR-31-5p-deficient donors failed to reduce IL-6."),
    ],
)  # fmt: skip
def test_where_only_some_is_lost_only_that_is_the_cargos(title: str, loss: str) -> None:
    """A loss that spares outcomes, or a title that only names the miRNA, lays no more to it."""
    cargo, plain = laid(f"{title}\n\n{GIVEN}{DID}{loss}")
    assert "IL6" in cargo
    assert "arthritis score" in plain - cargo


def test_a_control_of_the_clause_before_is_no_arm() -> None:
    """What exosomes did "compared with the control," is theirs, not the control's."""
    cargo, plain = laid(
        TITLE + GIVEN
        + "Compared with the negative control, exosomes enriched in miR-31-5p reduced IL-6."
    )  # fmt: skip
    assert (cargo, plain) == ({"IL6"}, set())


REVIEW = "Vesicles of stromal cells in disease\n\nMuch has been written on MSC vesicles [1,2]. "
CITED = "In mice with psoriasis, exosomes of umbilical cord MSCs lowered IgE and skin scaling [4]. "


@pytest.mark.parametrize(
    "more",
    [
        "They also carried miR-16, which repressed PDCD4 in keratinocytes [4].",
        "The exosomes contained miR-16, which was shown to repress PDCD4 [4].",
        "In keratinocytes, exosomal miR-16 repressed PDCD4 [4].",
        "The authors suggested that miR-16 might repress PDCD4 [4].",
    ],
)
def test_what_a_cited_study_told_before_its_mirna_is_the_vesicles(more: str) -> None:
    """What vesicles did before a cited study names a miRNA is a finding of its own."""
    assert laid(REVIEW + CITED + more)[1] == {"IgE", "skin scaling"}


@pytest.mark.parametrize(
    "more",
    [
        "This was in part due to miR-16, which repressed PDCD4 [4].",
        "miR-16 was held responsible; it repressed PDCD4 [4].",
        "They did so through miR-16, which repressed PDCD4 [4].",
        "The authors linked this to miR-16, since it repressed PDCD4 [4].",
        "The molecule that did it was miR-16, and PDCD4 was repressed [4].",
        "The vesicles were rich in miR-16, which repressed PDCD4 [4].",
        "The messenger was miR-16, and PDCD4 was repressed [4].",
        "miR-16 was the cargo; it repressed PDCD4 [4].",
        "Behind this stood miR-16, which repressed PDCD4 [4].",
    ],
)
def test_what_a_cited_study_ascribes_to_its_mirna_is_the_mirnas(more: str) -> None:
    """Words that ascribe what was told to the miRNA lay all of it to that."""
    cargo, plain = laid(REVIEW + CITED + more)
    assert (cargo, plain) == ({"IgE", "skin scaling", "PDCD4"}, set())


def test_it_takes_up_the_mirna_of_the_sentence_before() -> None:
    """What "it" did, behind a sentence on what exosomes contain, is told of the miRNA."""
    cargo, plain = laid(
        REVIEW + "Exosomes of tonsil MSCs contain miR-98 [3]. It targets IL-13, and airway "
        "hyperresponsiveness was reduced in mice with asthma [3]."
    )
    assert (cargo, plain) == ({"IL13", "airway hyperresponsiveness"}, set())


def test_what_undoes_a_loss_lays_nothing_to_the_mirna() -> None:
    """A target silenced against the inhibitor confirms the loss, and takes nothing away."""
    cargo, plain = laid(
        TITLE + GIVEN + DID
        + "Exosomes of donors treated with a miR-31-5p inhibitor failed to reduce IL-6. "
        "Silencing of RHOA reversed the effect of the miR-31-5p inhibitor."
    )  # fmt: skip
    assert (cargo, plain) == ({"IL6"}, {"arthritis score"})


@pytest.mark.parametrize(
    "told",
    [
        "A luciferase assay singled out KLF5, which fell in exosome-treated synoviocytes.",
        "KLF5, a predicted target, was lower after exosomes.",
        "KLF5, whose 3'-UTR has two sites, declined in treated joints.",
        "We identified KLF5 as the gene it suppresses.",
    ],
)
def test_a_gene_shown_to_be_the_target_is_the_mirnas(told: str) -> None:
    """A sentence that shows the target tells of the miRNA, even where it does not name it."""
    cargo, plain = laid(TITLE + GIVEN + DID + "miR-31-5p was their most abundant miRNA. "
                        "Sham joints were normal. " + told)  # fmt: skip
    assert "KLF5" in cargo
    assert "IL6" in plain


SILENCED = "when miR-31-5p had been silenced in the donors"


@pytest.mark.parametrize(
    "told",
    [
        f"In macrophages, they lowered TLR4 and MYD88. These changes were abolished {SILENCED}.",
        f"In culture, they lowered TLR4 and MYD88, and these effects disappeared {SILENCED}.",
        f"They lowered TLR4 and MYD88 of macrophages; these changes were not seen {SILENCED}.",
        "They lowered TLR4 and MYD88 of macrophages; such changes were prevented by a miR-31-5p "
        "inhibitor.",
    ],
)
def test_these_changes_are_those_told_last(told: str) -> None:
    """What cells in culture no longer showed takes up their own changes, not those of animals."""
    cargo, plain = laid(TITLE + GIVEN + DID + told)
    assert cargo == {"TLR4", "MYD88"}
    assert plain == {"arthritis score", "IL6"}


@pytest.mark.parametrize(
    "told",
    [
        f"In macrophages, they lowered TLR4. All of these changes were abolished {SILENCED}.",
        f"In macrophages, they lowered TLR4. These protective effects were lost {SILENCED}.",
        f"In macrophages, they lowered TLR4, and each of these effects was lost {SILENCED}.",
    ],
)
def test_all_these_changes_are_all_that_was_told(told: str) -> None:
    """"Where all of them are meant, the loss reaches back to the animals."""
    cargo, plain = laid(TITLE + GIVEN + DID + told)
    assert cargo >= {"TLR4", "IL6"}
    assert not plain


@pytest.mark.parametrize(
    "told",
    [
        f"The influence of the exosomes on IL-6 was blunted {SILENCED}.",
        f"Their effect on IL-6 was not observed {SILENCED}.",
    ],
)
def test_the_effect_on_one_thing_alone_is_lost(told: str) -> None:
    """An effect on something named leaves the others to the vesicles."""
    titled = "Gingival stem cell exosomes ease experimental arthritis through miR-31-5p\n\n"
    cargo, plain = laid(titled + GIVEN + DID + told)
    assert "IL6" in cargo
    assert "arthritis score" in plain


@pytest.mark.parametrize("verb", ["weaken", "abolish", "diminish"])
def test_a_benefit_that_outlasts_a_loss_is_the_vesicles(verb: str) -> None:
    """What the inhibitor did not undo is not the miRNA's."""
    spared = f"A miR-31-5p inhibitor did not {verb} the protection."
    assert laid(TITLE + GIVEN + DID + spared)[1] == {"arthritis score", "IL6"}


DONE = "In mice with psoriasis, exosomes of umbilical cord MSCs lowered IgE"


@pytest.mark.parametrize(
    "more",
    [
        ", and their miR-16 repressed PDCD4 in keratinocytes [4].",
        "; miR-16 was shown to repress PDCD4 in keratinocytes [4].",
        ", whose miR-16 represses PDCD4 [4].",
        ", while miR-16 repressed PDCD4 in keratinocytes [4].",
        ", in which miR-16 repressed PDCD4 [4].",
    ],
)
def test_a_clause_in_front_of_the_mirnas_is_the_vesicles(more: str) -> None:
    """What vesicles did in one clause is not the miRNA's that another tells of."""
    assert laid(REVIEW + DONE + more) == ({"PDCD4"}, {"IgE"})


@pytest.mark.parametrize(
    "more",
    [
        "; here, miR-16 repressed PDCD4 in keratinocytes [4].",
        ", and miR-16 was the active agent, as it repressed PDCD4 [4].",
        "; this was due to miR-16, which repressed PDCD4 [4].",
    ],
)
def test_a_clause_that_lays_the_one_in_front_to_its_mirna(more: str) -> None:
    """A clause on the miRNA that takes up what was told in front lays that to it."""
    assert laid(REVIEW + DONE + more) == ({"PDCD4", "IgE"}, set())


@pytest.mark.parametrize(
    "more",
    [
        "; miR-16 was held responsible for the decline of IgE [4].",
        " [4]. The authors attributed the fall of IgE to miR-16 [4].",
        ", and miR-16 accounted for the latter [4].",
        " [4]. The latter was ascribed to miR-16 [4].",
        " [4]. miR-16 explains the drop in IgE [4].",
        " [4]. The fall of IgE could be traced to miR-16 [4].",
    ],
)
def test_only_what_is_named_is_ascribed(more: str) -> None:
    """Where one of two outcomes is ascribed to the miRNA, the other is left to the vesicles."""
    did = "In mice with psoriasis, exosomes of umbilical cord MSCs lessened skin scaling and IgE"
    assert laid(REVIEW + did + more) == ({"IgE"}, {"skin scaling"})


@pytest.mark.parametrize(
    ("spared", "kept"),
    [
        ("They raised collagen II too, and this did not require the miRNA.", "COL2A1"),
        ("The fall of IL-6 was independent of miR-31-5p.", "IL6"),
        ("TNF-α was lowered whether or not miR-31-5p was present.", "TNF"),
        ("Pain was eased by exosomes with or without a miR-31-5p inhibitor.", "pain"),
        ("The exosomes eased pain irrespective of miR-31-5p.", "pain"),
    ],
)
def test_what_needs_no_mirna_is_the_vesicles(spared: str, kept: str) -> None:
    """An outcome that is said to be independent of the miRNA is not laid to it."""
    cargo, plain = laid(TITLE + GIVEN + DID + "miR-31-5p was abundant in them. " + spared)
    assert kept in plain
    assert not cargo


@pytest.mark.parametrize(
    "lost",
    [
        "Exosomes from which miR-31-5p had been removed failed to reduce IL-6.",
        "Exosomes in which miR-31-5p was knocked down did not lower IL-6.",
        "Donors whose miR-31-5p had been deleted gave exosomes that no longer lowered IL-6.",
        "KLF5 was decreased by complete exosomes and unaltered by those that lacked miR-31-5p. "
        "Exosomes lacking miR-31-5p failed to reduce IL-6.",
    ],
)
def test_vesicles_from_which_a_mirna_was_removed(lost: str) -> None:
    """A relative clause that takes the miRNA away lays what was lost to it."""
    cargo, plain = laid(TITLE + GIVEN + DID + lost)
    assert "IL6" in cargo
    assert plain == {"arthritis score"}


@pytest.mark.parametrize(
    "copied",
    [
        "A miR-31-5p mimic reproduced the fall of IL-6.",
        "A mimic of miR-31-5p recapitulated the reduction of IL-6.",
        "miR-31-5p alone was sufficient to lower IL-6.",
    ],
)
def test_a_mimic_that_copies_one_thing_lays_that_to_the_mirna(copied: str) -> None:
    """What a mimic did as the exosomes did is the miRNA's; the rest is left to the vesicles."""
    cargo, plain = laid(TITLE + GIVEN + DID + copied)
    assert cargo == {"IL6"}
    assert "arthritis score" in plain


def test_a_mimic_that_did_the_same_lays_all_to_the_mirna() -> None:
    """Where these effects are copied, all of them are the miRNA's."""
    cargo, plain = laid(TITLE + GIVEN + DID + "A miR-31-5p mimic reproduced these effects.")
    assert (cargo, plain) == ({"IL6", "arthritis score"}, set())


def test_what_was_still_done_by_exosomes_of_silenced_donors() -> None:
    """An outcome that persisted when the donors were silenced keeps its sign, and its vesicles."""
    cargo, plain = laid(
        TITLE + GIVEN + DID + "When miR-31-5p was blocked in the donors, the fall of the arthritis "
        "score vanished, yet IL-6 was still lowered."
    )
    assert "IL6" in plain
    assert "IL6" not in cargo


@pytest.mark.parametrize(
    "text",
    [
        "In ApoE-/- mice, miR-33 carried by BMSC exosomes reached plaque macrophages. There it "
        "silenced HMGA2.",
        "In ApoE-/- mice, BMSC exosomes handed miR-33 to plaque macrophages. HMGA2 was silenced "
        "as a result.",
        "In ApoE-/- mice, miR-33 was delivered by BMSC exosomes to plaque macrophages. It "
        "silenced HMGA2.",
    ],
)
def test_what_a_mirna_does_where_it_has_been_handed_to_is_its_own(text: str) -> None:
    assert laid(text)[0] == {"HMGA2"}


def test_a_mimic_that_copies_one_change_says_nothing_of_the_others() -> None:
    text = (
        TITLE + GIVEN + DID + "The exosomes held miR-31-5p. In synoviocytes they lowered NLRP3. A "
        "miR-31-5p mimic reproduced the fall in NLRP3."
    )
    cargo, plain = laid(text)
    assert "NLRP3" in cargo
    assert "IL6" in plain


@pytest.mark.parametrize(
    "more",
    [
        "Silencing of miR-31-5p abolished both effects [9].",
        "Both effects were gone when miR-31-5p was inhibited in the donor cells [9].",
        "miR-31-5p, taken up by neurons, proved to be indispensable [9].",
    ],
)
def test_both_effects_are_the_cargos(more: str) -> None:
    """What a review tells in one sentence may be laid to the miRNA in the next."""
    text = (
        "Stroke\n\nMSC exosomes reduced IL-6 in colitic mice [8]. Adipose MSC exosomes lowered "
        "infarct volume and neuronal apoptosis in rats with stroke. " + more
    )
    found = [f for f in Extractor().findings(readers.read_string(text)) if f.effects]
    assert [tuple(m.label for m in f.mirnas) for f in found] == [("miR-31-5p",)]


@pytest.mark.parametrize(
    "loss",
    [
        "Exosomes lacking miR-31-5p did not lower PTEN and failed to protect the cells.",
        "Exosomes from cells in which miR-31-5p had been deleted were without this effect.",
        "Exosomes depleted of miR-31-5p left PTEN unchanged and were ineffective.",
    ],
)
def test_vesicles_that_do_nothing_without_it_owe_all_to_it(loss: str) -> None:
    """A loss of all that was told is no loss of what it names alone."""
    cargo, plain = laid(TITLE + GIVEN + DID + loss)
    assert {"IL6"} <= cargo
    assert not plain


@pytest.mark.parametrize(
    ("title", "last"),
    [
        (
            "Gingival stem cell exosomes ease experimental arthritis by carrying miR-31-5p\n\n",
            "Gingival exosomes may therefore be of use in arthritis.",
        ),
        (
            TITLE,
            "Thus they relieve experimental arthritis through miR-31-5p.",
        ),
    ],
)
def test_title_or_conclusion_alone_lay_all_to_the_cargo(title: str, last: str) -> None:
    """Where no loss was tried, it is enough that one of the two names the miRNA as the means."""
    target = "miR-31-5p was abundant in the exosomes and repressed STAT3. "
    cargo, plain = laid(title + GIVEN + DID + target + last)
    assert {"arthritis score", "IL6", "STAT3"} <= cargo
    assert not plain


def test_the_activity_of_exosomes_is_the_whole_of_what_they_did() -> None:
    """An inhibitor that blocks "the activity of the exosomes" takes away all that was told."""
    loss = "A miR-31-5p inhibitor blocked the anti-arthritic activity of GMSC-Exo."
    cargo, plain = laid(TITLE + GIVEN + DID + loss)
    assert {"arthritis score", "IL6"} <= cargo
    assert not plain


@pytest.mark.parametrize(
    "loss",
    [
        "Exosomes of miR-31-5p-inhibited GMSCs did not show these effects.",
        "Interfering with miR-31-5p in the donors abolished these anti-inflammatory effects.",
        "Overexpression of STAT3 reversed the protective effects of exosomal miR-31-5p.",
    ],
)
def test_what_takes_these_effects_away_lays_them_to_the_mirna(loss: str) -> None:
    """The miRNA is lacking in whatever words, or what is undone is called its effect."""
    cargo, plain = laid(TITLE + GIVEN + DID + loss)
    assert {"arthritis score", "IL6"} <= cargo
    assert not plain


def test_the_outcome_of_a_title_stays_if_the_text_does_not_tell_it() -> None:
    """A title that lays an outcome to the cargo adds it; one that tells of vesicles alone does
    not.
    """
    lost = "Exosomes of BMSCs lacking miR-31-5p did not lower CD3E.\n"
    titled = "BMSC exosomes restore ovarian function by delivering miR-31-5p\n\n"
    cargo, _ = laid(titled + GIVEN + DID + lost)
    assert "ovarian function" in cargo
    cargo, plain = laid("BMSC exosomes restore ovarian function\n\n" + GIVEN + DID + lost)
    assert "ovarian function" not in cargo | plain


OWN = (
    "We gave exosomes of umbilical cord MSCs to mice with psoriasis. They lowered IgE and skin "
    "scaling. "
)


@pytest.mark.parametrize(
    "more",
    [
        "This was due to miR-16.",
        "miR-16 was responsible for this effect.",
        "miR-16 mediated these effects.",
        "miR-16 was required for this.",
        "The responsible molecule was miR-16.",
        "miR-16 was identified as the active component.",
        "The effects rested on miR-16.",
        "The benefit required miR-16.",
        "An antagomir of miR-16 reversed this.",
    ],
)
def test_what_an_abstract_ascribes_to_its_mirna_is_the_mirnas(more: str) -> None:
    assert laid(OWN + more) == ({"IgE", "skin scaling"}, set())


def test_a_surmise_ascribes_nothing() -> None:
    assert laid(OWN + "miR-16 could account for this effect.")[1] == {"IgE", "skin scaling"}


@pytest.mark.parametrize(
    "loss",
    [
        "When miR-31-5p was inhibited, these effects of the exosomes were cancelled.",
        "After the miR-31-5p was inhibited, above-mentioned effects were no more found.",
        "miR-31-5p was then silenced in the donors, and these effects disappeared.",
        "miR-31-5p was blocked with an antagomir, whereupon all of this was lost.",
        "The protective role of the exosomes vanished after miR-31-5p was knocked down.",
        "miR-31-5p was indispensable for these effects.",
        "Further tests showed that the effects of the exosomes depended on miR-31-5p.",
    ],
)
def test_a_loss_told_in_a_main_clause_or_clumsily_lays_all_to_the_cargo(loss: str) -> None:
    """Whatever the words in which the whole effect is said to have gone with the miRNA."""
    assert laid(TITLE + GIVEN + DID + loss) == ({"arthritis score", "IL6"}, set())


@pytest.mark.parametrize(
    "told",
    [
        "The authors identified miR-31 as the responsible miRNA and PTEN as its target.",
        "miR-31 was named as the active cargo.",
        "miR-31 was pinpointed as the cause.",
        "They pointed to miR-31 as the key player.",
    ],
)
def test_a_review_names_the_mirna_that_brought_an_outcome_about(told: str) -> None:
    """Also where the sentence opens with the miRNA and cites nothing."""
    text = (
        "In rats with burns, MSC exosomes raised vessel density [11]. Ito et al. [12] took mice "
        "with colitis, and UC-MSC exosomes enhanced mucosal healing. "
    )
    cargo, plain = laid(text + told)
    assert "mucosal healing" in cargo
    assert plain == {"microvessel density"}


@pytest.mark.parametrize(
    "laid_to",
    [
        "miR-31-5p in the exosomes was behind this.",
        "Exosomal miR-31-5p contributed to these effects.",
        "The effector was miR-31-5p.",
        "Vesicular TSG-6 was responsible.",
    ],
)
def test_what_brings_all_that_was_told_about_has_it_all(laid_to: str) -> None:
    """An abstract lays to what it names all that it told of the vesicles before."""
    assert laid(GIVEN + DID + laid_to) == ({"arthritis score", "IL6"}, set())


@pytest.mark.parametrize(
    "unsure",
    [
        "Whether miR-31-5p was behind this is unknown.",
        "Exosomal miR-31-5p may have contributed to these effects.",
    ],
)
def test_what_may_bring_it_about_has_nothing_for_sure(unsure: str) -> None:
    """A guess lays nothing to the miRNA."""
    assert laid(GIVEN + DID + unsure)[0] == set()


def test_an_axis_that_mediates_the_effect() -> None:
    """All is laid to the miRNA, and its target is told, whatever verb stands in front."""
    told = "We reveal that the miR-31-5p/KLF9 axis mediates the effect of the exosomes."
    assert laid(TITLE + GIVEN + DID + told) == ({"arthritis score", "IL6", "KLF9"}, set())


def test_an_arm_that_is_given_the_mirna_it_lacked() -> None:
    """What vesicles of a weaker arm did, once loaded, is the miRNA's."""
    cargo, _ = laid(
        "Mice with stroke got exosomes from young (Y-Exo) or aged (A-Exo) BMSCs. Y-Exo reduced "
        "apoptosis, whereas A-Exo did not. miR-31-5p was lower in A-Exo. When A-Exo were loaded "
        "with miR-31-5p, neurogenesis was increased."
    )
    assert cargo == {"neurogenesis"}


@pytest.mark.parametrize(
    "loss",
    [
        "Exosomes lacking miR-16 gave no relief.",
        "Exosomes lacking miR-16 neither lowered TNF-α nor improved psoriasis.",
    ],
)
def test_where_the_disease_itself_is_not_relieved_all_is_lost(loss: str) -> None:
    text = OWN + "miR-16 was abundant in the exosomes. " + loss
    assert {"IgE", "skin scaling"} <= laid(text)[0]


@pytest.mark.parametrize(
    "given",
    [
        "MSCs overexpressing it released exosomes that reduced apoptosis in rats with stroke.",
        "Exosomes of MSCs transfected with it reduced apoptosis in rats with stroke.",
        "BMSCs were made to express it, and their exosomes reduced apoptosis in rats with stroke.",
    ],
)
def test_donors_that_were_given_it_make_the_effect_that_of_the_mirna(given: str) -> None:
    """The miRNA is named in the sentence before only."""
    assert laid("Exosomal miR-133b was studied next. " + given) == ({"apoptosis"}, set())


def test_what_is_told_of_controls_beside_a_loss_says_nothing_of_it() -> None:
    """Only the outcomes that the loss concerns are the miRNA's."""
    text = (
        "BM-MSC exosomes in asthma\n\nBM-MSC exosomes lowered IL-5, airway resistance and "
        "eosinophil counts in mice with asthma. They carried miR-146a. Knockdown of miR-146a "
        "abolished the effect of the exosomes on IL-5, while exosomes of fibroblasts had no "
        "protective effect."
    )
    found = Extractor().findings(readers.read_string(text))
    laid = {bool(f.mirnas): {s.label for s in (*f.targets, *f.effects)} for f in found}
    assert laid[True] == {"IL5"}
    assert "eosinophils" in laid[False]
