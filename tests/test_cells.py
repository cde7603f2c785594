"""The cell that a process is of: beside it, in its list, or the only one of the sentence."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

EFFECTS = [
    ("Exosomes of BMSCs reduced the apoptosis of type II alveolar epithelial cells.",
     {"type II alveolar epithelial cell apoptosis"}),
    ("Exosomes of BMSCs increased the migration of bronchial smooth muscle cells.",
     {"smooth muscle cell migration"}),
    ("Exosomes of BMSCs promoted the proliferation and migration of keratinocytes.",
     {"keratinocyte proliferation", "keratinocyte migration"}),
    ("In podocytes, exosomes of BMSCs lowered IL-6 and prevented apoptosis.",
     {"podocyte apoptosis"}),
    ("Exosomes of BMSCs inhibited the apoptosis of neurons.", {"neuronal apoptosis"}),
    ("Exosomes of BMSCs reduced the senescence of chondrocytes.", {"chondrocyte senescence"}),
    ("Exosomes of BMSCs reduced the proliferation of K562 cells.", {"cell proliferation"}),
    ("When macrophages met keratinocytes, exosomes of BMSCs promoted migration.",
     {"cell migration"}),
    ("Exosomes of BMSCs reduced inflammation and ferroptosis in chondrocytes.",
     {"inflammation", "ferroptosis"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "effects"), EFFECTS)
def test_the_cell_of_a_process(sentence: str, effects: set[str]) -> None:
    """The longest name of the cell counts, tumour cells and two kinds of cells are left alone."""
    document = readers.read_string(f"Exosomes of MSCs\n\nAbstract\n\n{sentence}")
    found = Extractor().findings(document)
    assert {e.label for f in found for e in f.effects} == effects


FATES = [
    ("Exosomes of BMSCs reduced the death of ischemic neurons.", {("neuronal loss", "decrease")}),
    ("Exosomes of BMSCs dampened the activation of hypoxic astrocytes.",
     {("astrocyte activation", "decrease")}),
    ("Exosomes of BMSCs dampened the activation of NLRP3 in macrophages.", set()),
    ("Exosomes of BMSCs enhanced the proliferation and survival of cardiomyocytes.",
     {("cardiomyocyte proliferation", "increase"), ("cardiomyocyte survival", "increase")}),
    ("Exosomes of BMSCs modulated the generation of endothelial tip cells.",
     {("endothelial tip cells", "none")}),
    ("Exosomes of BMSCs prevented the loss of claudin-5 in astrocytes.", set()),
    ("Exosomes of BMSCs preserved most outer hair cells.", {("hair cell survival", "increase")}),
    ("Photoreceptors in the far periphery were well preserved by exosomes of BMSCs.",
     {("photoreceptor survival", "increase")}),
    ("After exosomes of BMSCs, fewer motor neurons died.", {("motor neuron loss", "decrease")}),
    ("After exosomes of BMSCs, more oligodendrocytes in the cord survived.",
     {("oligodendrocyte survival", "increase")}),
    ("Rats given exosomes of BMSCs lost fewer hair cells.", {("hair cell loss", "decrease")}),
    ("Exosomes of BMSCs kept podocytes alive.", {("podocyte survival", "increase")}),
    ("Exosomes of BMSCs saved hair cells from drug-induced death.",
     {("hair cell survival", "increase")}),
    ("After exosomes of BMSCs, enteric neurons were protected from loss.",
     {("enteric neuron loss", "decrease")}),
    ("Exosomes of BMSCs kept podocytes from dying.", {("podocyte death", "decrease")}),
    ("Exosomes of BMSCs saved tubular cells from apoptosis.",
     {("tubular cell apoptosis", "decrease")}),
    ("Exosomes of BMSCs inhibited apoptosis of VSMCs.",
     {("smooth muscle cell apoptosis", "decrease")}),
    ("Exosomes of BMSCs reduced damage to astrocytes.", {("astrocyte injury", "decrease")}),
    ("Exosomes of BMSCs lessened chondrocyte damage.", {("chondrocyte injury", "decrease")}),
    ("Exosomes of BMSCs lowered the injury of HMVECs.", {("endothelial injury", "decrease")}),
    ("Exosomes of BMSCs lowered LPS-induced injury of keratinocytes.",
     {("keratinocyte injury", "decrease")}),
    ("Exosomes of BMSCs aggravated damage to tumor cells.", set()),
    ("Exosomes of BMSCs lowered lipase and protected lung and kidney.",
     {("lipase", "decrease"), ("lung injury", "decrease"), ("renal injury", "decrease")}),
    ("Exosomes of BMSCs shielded myeloma cells from bortezomib.",
     {("chemoresistance", "increase")}),
    ("Exosomes of BMSCs reduced death of neurons and oligodendrocytes.",
     {("neuronal loss", "decrease"), ("oligodendrocyte death", "decrease")}),
    ("Exosomes of BMSCs boosted AT2 cell proliferation.",
     {("type II alveolar epithelial cell proliferation", "increase")}),
    ("Exosomes of BMSCs prevented the loss of endothelial function.",
     {("endothelial function", "increase")}),
    ("Exosomes of BMSCs healed the ulcers.", {("wound healing", "increase")}),
    ("Exosomes of BMSCs regenerated the periodontium.",
     {("periodontal regeneration", "increase")}),
    ("Exosomes of BMSCs preserved neurons.", {("neuronal loss", "decrease")}),
    ("Cardiomyocytes were spared by exosomes of BMSCs.", {("cardiomyocyte survival", "increase")}),
    ("Exosomes of BMSCs protected podocytes and tubular cells.",
     {("podocyte injury", "decrease"), ("tubular injury", "decrease")}),
    ("Exosomes of BMSCs led to less fibrosis, edema and podocyte apoptosis.",
     {("fibrosis", "decrease"), ("edema", "decrease"), ("podocyte apoptosis", "decrease")}),
    ("Exosomes of BMSCs restrain NF-κB and keep cardiomyocytes alive.",
     {("cardiomyocyte survival", "increase")}),
    ("Exosomes of BMSCs slowed the perivascular accumulation of CD68-positive macrophages.",
     {("macrophage infiltration", "decrease")}),
    ("Exosomes of BMSCs raised IL-10, by which migration was inhibited.",
     {("cell migration", "decrease")}),
    ("After exosomes of BMSCs less edema and neuronal apoptosis was found.",
     {("edema", "decrease"), ("neuronal apoptosis", "decrease")}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "effects"), FATES)
def test_what_becomes_of_cells(sentence: str, effects: set[tuple[str, str]]) -> None:
    """Death, loss, survival and activation, told with nouns, verbs and "fewer" or "more"."""
    document = readers.read_string(f"Exosomes of MSCs\n\nAbstract\n\n{sentence}")
    found = Extractor().findings(document)
    assert {(e.label, e.direction) for f in found for e in f.effects} == effects


LISTED = [
    ("Exosomes of BMSCs promoted proliferation and migration of keratinocytes and fibroblasts.",
     {"keratinocyte proliferation", "keratinocyte migration", "fibroblast proliferation",
      "fibroblast migration"}),
    ("Exosomes of BMSCs promoted keratinocyte and fibroblast migration.",
     {"keratinocyte migration", "fibroblast migration"}),
    ("With exosomes of BMSCs, keratinocytes and fibroblasts migrated faster.",
     {"keratinocyte migration", "fibroblast migration"}),
    ("Exosomes of BMSCs drove keratinocytes and fibroblasts to migrate.",
     {"keratinocyte migration", "fibroblast migration"}),
    ("Exosomes of BMSCs raised migration of both keratinocytes and fibroblasts.",
     {"keratinocyte migration", "fibroblast migration"}),
    ("In keratinocytes and fibroblasts, exosomes of BMSCs raised migration.",
     {"keratinocyte migration", "fibroblast migration"}),
    ("Exosomes of BMSCs raised tube formation of HUVECs and fibroblast migration.",
     {"tube formation", "fibroblast migration"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "effects"), LISTED)
def test_what_several_cells_do(sentence: str, effects: set[str]) -> None:
    """What is told of the cells of a list is told of each of them."""
    document = readers.read_string(f"Exosomes of MSCs\n\nAbstract\n\n{sentence}")
    found = Extractor().findings(document)
    assert {(e.label, e.direction) for f in found for e in f.effects} == {
        (label, "increase") for label in effects
    }


INFILTRATES = [
    ("Exosomes of BMSCs reduced infiltration by T cells, macrophages and neutrophils.",
     {"T cell infiltration", "macrophage infiltration", "neutrophil infiltration"}),
    ("The infiltration of CD3-positive T cells and CD68-positive macrophages fell after exosomes "
     "of BMSCs.", {"T cell infiltration", "macrophage infiltration"}),
    ("Exosomes of BMSCs reduced macrophage infiltration.", {"macrophage infiltration"}),
    ("Exosomes of BMSCs reduced T-cell and macrophage infiltration.",
     {"T cell infiltration", "macrophage infiltration"}),
    ("Exosomes of BMSCs reduced the infiltration of macrophages into skin and liver.",
     {"macrophage infiltration"}),
    ("Neutrophil sequestration was 38% lower after exosomes of BMSCs.",
     {"neutrophil infiltration"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "effects"), INFILTRATES)
def test_one_noun_for_the_infiltration_of_several_cells(sentence: str, effects: set[str]) -> None:
    document = readers.read_string(f"Exosomes of MSCs\n\nAbstract\n\n{sentence}")
    found = Extractor().findings(document)
    assert {(e.label, e.direction) for f in found for e in f.effects} == {
        (label, "decrease") for label in effects
    }


COUNTED = [
    ("Interstitial macrophages were halved in number.", {("macrophage infiltration", "decrease")}),
    ("Macrophages and T cells in the graft fell.",
     {("macrophage infiltration", "decrease"), ("T cell infiltration", "decrease")}),
    ("Monocytes in blood decreased.", {("monocyte number", "decrease")}),
    ("Apoptosis of macrophages decreased.", {("macrophage apoptosis", "decrease")}),
    ("Macrophages increased IL-10 secretion.", set()),
    ("In macrophages, IL-6 decreased.", set()),
    ("T cells were stimulated with an antigen.", set()),
    ("Fewer neutrophils and macrophages were seen.",
     {("neutrophil infiltration", "decrease"), ("macrophage infiltration", "decrease")}),
    ("There were more endothelial cells in the border zone.",
     {("endothelial cell number", "increase")}),
    ("They entered more fibroblasts.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "effects"), COUNTED)
def test_cells_that_rise_or_fall(sentence: str, effects: set[tuple[str, str]]) -> None:
    """Cells in the plural as the subject of a verb of change tell how many there are."""
    text = f"Exosomes of MSCs\n\nAbstract\n\nExosomes of MSCs were given to mice. {sentence}"
    found = Extractor().findings(readers.read_string(text))
    assert {(e.label, e.direction) for f in found for e in f.effects} == effects


@pytest.mark.parametrize(
    ("text", "effects"),
    [
        (
            "HK-2 cells were exposed to cisplatin. UC-MSC exosomes lowered apoptosis.",
            {"tubular cell apoptosis"},
        ),
        (
            "To see why, podocytes were grown in high glucose. Exosomes of UC-MSCs curbed their "
            "migration. Proliferation rose.",
            {"podocyte migration", "podocyte proliferation"},
        ),
        (  # the next experiment is in animals
            "UC-MSC exosomes were taken up by tenocytes. In rats, exosomes of UC-MSCs lowered "
            "apoptosis.",
            {"apoptosis"},
        ),
        (  # of cells of another name
            "UC-MSC exosomes were taken up by tenocytes. The exosomes inhibited the proliferation "
            "of lining cells.",
            {"cell proliferation"},
        ),
        (  # of tumour cells they stand alone
            "UC-MSC exosomes were taken up by MCF-7 cells. The exosomes increased apoptosis.",
            {"apoptosis"},
        ),
        (
            "Tenocytes and macrophages took up UC-MSC exosomes. The exosomes reduced apoptosis.",
            {"apoptosis"},
        ),
        (
            "Tenocytes took up UC-MSC exosomes. The exosomes improved viability and reduced cell "
            "death.",
            {"cell viability", "cell death"},
        ),
    ],
)
def test_the_cells_of_the_sentence_before(text: str, effects: set[str]) -> None:
    """A process is of the cells named last, unless bodies or other cells come between."""
    got = {e.label for f in Extractor().findings(readers.read_string(text)) for e in f.effects}
    assert got == effects
