"""What is not the doing of the MSCs' vesicles: vesicles of other cells and fluids, drugs, carriers
without vesicles, the cells themselves.
"""

from __future__ import annotations

import re

from extractor.components.arms import acting
from extractor.components.assertions import Assertion
from extractor.components.discourse import Sentence
from extractor.components.found import Found
from extractor.components.words import holds

OF_CELLS = frozenset(
    "from of derived isolated released secreted by produced obtained originating harvested "
    "shed the human mouse rat hypoxic - collected".split()
)
_OF_OWNER = frozenset("- – derived secreted released s ' small large extracellular".split())


def of_other_cells(s: Sentence) -> int:
    """How many vesicles of the sentence are said to be of cells that are no MSCs."""
    # a short name of vesicles may be a mention several times
    return len({v.first for v in s.of("vesicle") if others_own(s, v)})


_OF_TISSUE = frozenset(
    "cord umbilical marrow adipose placental placenta amniotic amnion pulp gingival menstrual "
    "endometrial synovial chorionic decidual wharton jelly stromal".split()
)


_PRIMED = frozenset(
    "primed educated conditioned preconditioned stimulated activated licensed trained treated "
    "instructed cocultured".split()
)
"""What one kind of cell may do to another before that sheds its vesicles."""


def others_own(s: Sentence, v: Found) -> bool:
    """Whether vesicles are said to be of cells that are no MSCs: "platelet-derived vesicles"."""
    keys = s.analysis.tokens.keys
    if v.facts.get("owned"):
        return False
    if v.facts.get("foreign"):
        return True
    if _of_fluid(s, v) or _came_from_others(s, v):
        return True
    for c in s.of("cell"):
        if c.entry is None and _OF_TISSUE & set(keys[c.first : c.last]):
            continue  # a recogniser's "umbilical cord cells" are as well the stromal ones
        if c.mention.label in ("stem cell", "mesenchymal stem cell", "stromal cell") or any(
            f.first < c.last and c.first < f.last for f in s.of("source")
        ):
            continue
        joined = keys[c.last : c.last + 2]
        if joined[:1] in (["-"], ["–"]) and _PRIMED & set(joined[1:]):
            continue  # "exosomes of macrophage-primed MSCs"
        left = (
            c.last <= v.first
            and v.first - c.last <= 5
            and all(k in _OF_OWNER for k in keys[c.last : v.first])
        )
        right = (
            v.last < c.first
            and c.first - v.last <= 5
            and keys[v.last] in OF_CELLS - {"the", "-", "by"}  # "uptake of exosomes by …"
            and all(k in OF_CELLS or k.isalnum() for k in keys[v.last : c.first])
            and sum(k not in OF_CELLS for k in keys[v.last : c.first]) < 3
            and not any(v.last <= f.first and f.last <= c.first for f in s.of("source"))
        )
        if left or right:
            return True
    return False


_CAME = re.compile(
    r"\b(?:but|although|though|albeit|yet)(?: \w+ly)?,? (?:these|they|those|the latter) "
    r"(?:(?:had been|were|had|all) )?(?:came|come|stemmed|originated|derived|obtained|isolated|"
    r"shed|released|secreted) (?:from|by) (?:the )?"
)
_CONCEDES = ("but", "though", "albeit", "yet")
_CAME_NEAR = 4


def _came_from_others(s: Sentence, v: Found) -> bool:
    """Whether a clause behind tells that vesicles are of other cells: "…, but these came from
    astrocytes".
    """
    if s.of("source"):
        return False
    tokens = s.analysis.tokens
    end = tokens.ends[s.last - 1]
    if not holds(tokens.text[tokens.ends[v.last - 1] : end].lower(), _CONCEDES):
        return False
    met = _CAME.search(tokens.text[:end].lower(), tokens.ends[v.last - 1])
    return met is not None and any(
        tokens.starts[c.first] - met.end() >= 0 and c.first < s.last
        and len(tokens.text[met.end() : tokens.starts[c.first]].split()) <= _CAME_NEAR
        for c in s.of("cell")
    )  # fmt: skip


_FLUIDS = frozenset(
    "milk colostrum plasma serum saliva salivary bacterial bacteria microbial plant ginger "
    "grape tumor tumour cancer leukemic leukaemic leukemia leukaemia blast myeloma glioma "
    "melanoma carcinoma lymphoma malignant platelet seminal yeast lactobacillus honey lemon "
    "grapefruit citrus turmeric ginseng garlic onion carrot broccoli aloe strawberry blueberry "
    "leaf root fruit fungal helminth parasite urinary urine bovine camel".split()
)
"""Words right before vesicles that are none of MSCs."""
_FLUID_NEAR = 3


def _of_fluid(s: Sentence, v: Found) -> bool:
    """Whether vesicles are said to be of a fluid, a plant or a microbe: "milk-derived exosomes"."""
    keys = s.analysis.tokens.keys
    before = keys[max(s.first, v.first - _FLUID_NEAR) : v.first + 1]
    while before and before[-1] not in _FLUIDS:
        if before[-1] not in ("-", "derived", "small", "extracellular", keys[v.first]):
            return False
        before.pop()
    if before:
        return True
    behind = keys[v.last : min(v.last + 3, s.last)]
    near = 6 if keys[v.last + 2 : v.last + 3] == ["-"] else 4  # "of glioma-associated MSCs"
    return behind[:1] in (["from"], ["of"]) and bool(_FLUIDS & set(behind[1:3])) and not any(
        v.last < f.first < v.last + near for f in s.of("source")
    )


_OTHERS = (
    r"(?:(?:dexamethasone|\w{3,}(?:pred)?nisolone|metformin|insulin|\w{2,}sartan|\w{2,}pril|"
    r"\w{2,}vastatin|\w{3,}limus|rapamycin|cyclosporin[ea]?|methotrexate|\w{4,}mab|infliximab|"
    r"(?:cortico)?steroids?|antibiotics|doxycycline|ibuprofen|hyaluronic acid|hyaluronan|"
    r"edaravone|minocycline|atropine|timolol|prednisone|sildenafil|mesalazine|gabapentin|"
    r"liposomes?|synthetic vesicles|(?:saline|vehicle|pbs|placebo|sham)(?! \w*(?:-|exo))|"
    r"(?:standard|conventional|current|existing|available|present|common) (?:care|drugs?|"
    r"therap(?:y|ies)|treatments?|medications?|options)|(?:(?!exo|vesicle)\w+[- ])?conditioned "
    r"medi(?:um|a)|(?!(?:anti-?)?(?:mir|let)\b|(?:mir|let)-)(?:[\w/+-]+ )(?:inhibitors?|"
    r"antagonists?|agonists?|blockers?) [\w-]*\d[\w-]*)"
    r"|(?:the )?(?:(?:parent|parental|whole|living|live|intact|donor) (?:stem |stromal )?cells|"
    r"cells themselves|(?:hydro)?gel alone|scaffold alone|carrier alone|membrane alone|"
    r"matrix alone|free (?:drug|doxorubicin|paclitaxel|curcumin)|naked \w+|lysate))"
)
_WITHOUT_VESICLES = re.compile(
    r"^(?:the )?(?:(?:conditioned medi(?:um|a)|supernatants?|secretome|medium) "
    r"(?:(?:that|which) (?:was|were|had been) )?(?:depleted|devoid|stripped|freed?|deprived|"
    r"cleared|without)|(?:vesicle|exosome|ev)s?-(?:free|depleted) (?:\w+ )?(?:medium|media|"
    r"supernatants?|secretome))\b"
)
_OTHER_ACTS = re.compile(
    rf"^(?:[,;]? ?(?:and|but|while|whereas|although|however,?|by contrast,?|in contrast,?|"
    rf"conversely,?|treatment with|injection of|administration of) )*(?:the |an? |oral |topical |"
    rf"intravenous |intravitreal |systemic |high-dose )*{_OTHERS}\b(?:(?!exosom|vesicle|\bs?evs?\b|"
    rf"[,;]).){{0,40}}$"
)
_BY_OTHER = re.compile(rf"^\W*(?:\w+ly )?(?:by|with|after) (?:the |an? )?{_OTHERS}\b")


def told_of_others(s: Sentence, until: int) -> bool:
    """Whether what stands before a place of the sentence's text names only what is not ours."""
    tokens = s.analysis.tokens
    start = s.start - s.analysis.offset
    opening = tokens.text[start : start + until].lower()
    named = [v for v in s.of("vesicle") if v.mention.start - s.start < until]
    if named:
        return not s.of("source") and all(others_own(s, v) for v in named)
    return bool(_OTHER_ACTS.match(opening) or _WITHOUT_VESICLES.match(opening))


_ANAPHORS = ("it", "they", "this", "these", "those", "its", "their")


def _only_others_before(s: Sentence, until: int) -> bool:
    """Whether the vesicles that a sentence opens with are of other cells, and no source or miRNA is
    named in it: "With melanoma exosomes, macrophages became activated and IL-1β rose".
    """
    named = s.of("vesicle")
    keys = s.analysis.tokens.keys
    if not named or s.of("source") or s.of("mirna") or s.of("cargo"):
        return False
    opens = named[0].first - s.first < 4 and named[0].first < until
    return opens and keys[s.first] not in _ANAPHORS and all(others_own(s, v) for v in named)


def others_act(s: Sentence, x: Assertion) -> bool:
    """Whether something else than the MSCs' vesicles is what acts in a clause."""
    tokens = s.analysis.tokens
    clause = [u for u, c in zip(s.row, s.clauses, strict=True) if c == s.clauses[x.at]]
    trigger = s.row[x.at]
    start = tokens.starts[min((u.first for u in clause), default=s.first)]
    opening = tokens.text[start : tokens.starts[trigger.first]].lower()
    if _WITHOUT_VESICLES.match(opening):
        return True
    v = acting(s, x)
    if v is None and _only_others_before(s, trigger.first):
        return True
    if v is not None:
        return others_own(s, v) and not any(
            v.first <= f.first < v.last for f in s.of("source")
        )
    if trigger.voice == "right":
        return bool(_OTHER_ACTS.match(opening))
    end = tokens.ends[s.last - 1]
    rest = tokens.text[tokens.ends[trigger.last - 1] : end].lower()
    return trigger.voice == "left" and bool(_BY_OTHER.match(rest))
