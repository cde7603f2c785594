"""What vesicles are said to carry, in the many ways in which it is said."""

from __future__ import annotations

import pytest

from extractor import readers
from extractor.extract import Extractor

_COLITIS = "In mice with colitis, exosomes of BMSCs lowered TNF"
CARRIED = [
    ("In mice with colitis, exosomes of BMSCs lowered IL-6 via TSG-6, which they carry [1].",
     {"TNFAIP6"}),
    (f"{_COLITIS}, which was traced to CD59 displayed by the vesicles [1].", {"CD59"}),
    (f"{_COLITIS} because of the HGF that was delivered [1].", {"HGF"}),
    (f"{_COLITIS} owing to annexin A1 packed in them [1].", {"ANXA1"}),
    (f"{_COLITIS} by supplying GPX1 [1].", {"GPX1"}),
    (f"{_COLITIS}, an action attributed to S100A6 carried at the vesicle surface [1].",
     {"S100A6"}),
    ("In rats, VEGF was shown to be contained in exosomes of ADSCs, and these improved tube "
     "formation [1].", {"VEGFA"}),
    ("Corin, a protease packed in exosomes of ADSCs, raised ANP in diabetic rats [1].",
     {"CORIN"}),
    ("ADSC exosomes overexpressing NRF2 reduced ulcer area in rats [1].", {"NFE2L2"}),
    ("EVs of BMSCs with larger amounts of LL-37 reduced the bacterial load of wounds [1].",
     {"CAMP"}),
    ("Exosomes of heat-shocked BMSCs contained more HSP70 and reduced hair cell loss in mice [1].",
     {"HSP70"}),
    ("CD73 on exosomes of BMSCs increased chondrocyte proliferation [1].", {"NT5E"}),
    ("Linc00511 carried by ADSC exosomes raised angiogenesis in rats [1].", {"Linc00511"}),
    ("Klotho-bearing exosomes of ADSCs raised angiogenesis in rats [1].", {"KL"}),
    ("ADSC-Exos bearing Klotho raised angiogenesis in rats [1].", {"KL"}),
    ("ADSC exosomes carrying full-length dystrophin raised angiogenesis in rats [1].", {"DMD"}),
    ("C5orf66-AS1 carried by ADSC exosomes raised angiogenesis in rats [1].", {"C5orf66-AS1"}),
    ("ADSC exosomal piR-112710 raised angiogenesis in rats [1].", {"piR-112710"}),
    # what a cited work took from the donors
    (f"{_COLITIS} [1]. None of this was seen once TSG-6 had been silenced in the parent cells [1].",
     {"TNFAIP6"}),
    # what donors were made to express is no cargo yet, nor what makes RNAs and vesicles
    ("Exosomes of SIRT1-overexpressing ADSCs raised angiogenesis in rats [1].", set()),
    (f"{_COLITIS} [1]. Vesicles of donors in which AGO2 had been silenced were inactive [1].",
     set()),
    ("Neprilysin-bearing exosomes of ADSCs lowered amyloid-β in mice [1].", {"MME"}),
    ("Exosomes of ADSCs armed with TRAIL lowered tumor growth in mice [1].", {"TNFSF10"}),
    ("UC-MSC exosomes healed burns in rats [1]. The Wnt4 they carried raised angiogenesis [1].",
     {"WNT4"}),
    ("TRAIL-bearing mice had less colitis after BMSC exosomes [1].", set()),
    ("Exosomes of LPS-primed BMSCs with more TSG-6 eased colitis in mice [1].", {"TNFAIP6"}),
    ("BMSC exosomes eased colitis in mice with more IL-10 and less TNF [1].", set()),
    ("BMSC exosomes eased phosgene-induced ALI with higher SP-C and fewer neutrophils [1].", set()),
    # what is told of the tissue
    ("Ulcers of rats healed sooner under BMSC exosomes, with higher VEGF in the mucosa [1].",
     set()),
]


@pytest.mark.parametrize(("text", "cargo"), CARRIED)
def test_what_vesicles_carry(text: str, cargo: set[str]) -> None:
    found = Extractor(fast=True).findings(readers.read_string(f"Vesicles of MSCs\n\n{text}"))
    assert found
    assert {c.label for f in found for c in f.cargo} == cargo
