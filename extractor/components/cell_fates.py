"""What becomes of cells, told word by word: "death of outer hair cells", "fewer neurons died",
"kept ganglion cells alive".
"""

from __future__ import annotations

from itertools import pairwise

from extractor.components import drug_response
from extractor.components.found import Found
from extractor.components.idle_cells import kept_idle
from extractor.components.words import ADVERB_WORDS, BE, CLAUSE_STOPS, PREPOSITIONS, forms
from extractor.lexicon import Entry
from extractor.records import Mention
from extractor.rules import Rules
from extractor.tokens import Tokens

NAMES = {"neuron": "neuronal", "vascular smooth muscle cell": "smooth muscle cell",
         "pancreatic islet cell": "islet"}  # fmt: skip
"""What cells are called before a process, where it is not their own name."""
KNOWN_AS = {"tubular epithelial cell apoptosis": "tubular cell apoptosis",
            "tubular epithelial cell injury": "tubular injury",
            "endothelial cell injury": "endothelial injury",
            **{f"{cell} invasion": f"{cell} infiltration" for cell in (
                "macrophage", "neutrophil", "T cell", "B cell", "monocyte", "leukocyte",
                "lymphocyte", "eosinophil", "mast cell", "microglia", "immune cell")},
            "natural killer cell invasion": "NK cell infiltration"}  # fmt: skip
"""Processes of cells that are known by a shorter name."""
_NOUNS = {
    "death": "death", "demise": "death", "killing": "death",
    "loss": "loss", "disappearance": "loss", "dropout": "loss", "depletion": "loss",
    "destruction": "loss", "attrition": "loss", "activation": "activation",
    "damage": "injury", "injury": "injury",
}  # fmt: skip
_OTHER_SIDE = {"death": "loss", "loss": "death", "survival": "loss"}
"""By what other name a fate may be known; that of survival is told the other way round."""
_GENERIC = {"death": "cell death", "survival": "cell survival", "apoptosis": "apoptosis",
            "proliferation": "cell proliferation", "migration": "cell migration"}  # fmt: skip
_QUANTITY = {"fewer": -1, "less": -1, "more": 1}
_VERBS = {
    "died": "death", "die": "death", "perished": "death", "degenerated": "death",
    "disappeared": "loss", "vanished": "loss", "lost": "loss", "destroyed": "loss",
    "killed": "death",
    "survived": "survival", "survive": "survival", "persisted": "survival",
    "remained": "survival", "retained": "survival", "preserved": "survival",
    "alive": "survival", "apoptosis": "apoptosis", "apoptotic": "apoptosis",
    "proliferated": "proliferation", "divided": "proliferation", "migrated": "migration",
}  # fmt: skip
_HELD = {
    "lost": "loss", "destroyed": "loss", "killed": "death", "retained": "survival",
    "kept": "survival",
}  # fmt: skip
"""Verbs that have the cells as their object: "mice retained more ganglion cells"."""
_IN_NUMBERS = {
    "greater": 1, "larger": 1, "higher": 1, "smaller": -1, "lower": -1, "fewer": -1, "lesser": -1,
}  # fmt: skip
_ALIVE = (["alive"], ["viable"], ["intact"])
_KEEP = frozenset("kept keep keeps keeping".split())
_HINDERS = _KEEP | frozenset("prevented prevents saved saves stopped spared hindered".split())
_DYING = frozenset("dying perishing degenerating disappearing".split())
"""What cells are kept from: "kept astrocytes from dying"."""
_PRESERVE = frozenset(
    "preserve preserved preserves preserving retain retained retains retaining conserve conserved "
    "conserves conserving maintain maintained preservation retention "
    "spared sparing".split()
)
_PASSIVE = frozenset("preserved retained conserved maintained spared".split())
_NEAR = 9
"""Tokens between the cells and what is said of them."""


def name_of(cell: Found) -> str:
    """How a cell is called before its fate: "neuronal", "tumor cell", "hepatocyte"."""
    if cell.entry is not None and "tumor" in cell.entry.flags:
        return "tumor cell"
    return NAMES.get(cell.mention.label, cell.mention.label)


def find(
    tokens: Tokens, found: list[Found], soft: list[Found], rules: Rules, offset: int
) -> list[Found]:
    """Add the fates of cells to the mentions of a block, in place of what stands within them.

    Args:
        tokens: Tokens of the block.
        found: Its mentions.
        soft: Its cells, organisms and vesicles.
        rules: For the effects that have a name of their own ("hair cell loss").
        offset: Offset of the block in the document text.
    """
    cells = [f for f in soft if f.kind == "cell"]
    found = drug_response.find(tokens, found, soft, rules, offset)
    _survival_of_cells(tokens, found, cells, rules)
    told = _by_noun(tokens, found, cells, rules, offset)
    covered = {i for f in (*told, *found) if f.kind == "source" for i in range(f.first, f.last)}
    covered |= {i for f in told for i in range(f.first, f.last)}
    effects = {i for f in found if f.kind == "effect" for i in range(f.first, f.last)}
    for cell in _widest(cells):
        if cell.first in covered:
            continue
        made = _by_verb(tokens, cell, rules, offset) or _saved(tokens, cell, rules, offset)
        if made is None and cell.first not in effects:
            made = (
                _kept(tokens, cell, rules, offset)
                or _calmed(tokens, cell, rules, offset)
                or _kept_idle(tokens, cell, rules, offset)
            )
        if made is not None and not covered & set(range(made.first, made.last)):
            told.append(made)
            covered.update(range(made.first, made.last))
    if not told:
        return found
    kept = [
        f for f in found if not any(t.first <= f.first and f.last <= t.last for t in told)
    ]  # fmt: skip
    return sorted([*kept, *told], key=lambda f: f.first)


def _survival_of_cells(
    tokens: Tokens, found: list[Found], cells: list[Found], rules: Rules
) -> None:
    """Survival is that of cells, not of animals, in a list of what cells do and before them:
    "proliferation and survival of tubular cells", "survival of transplanted melanocytes".
    """
    entry = rules.entry("effect", "cell survival")
    effects = [f for f in found if f.kind == "effect" and f.entry is not None]
    for a, b in pairwise(effects):
        between = tokens.keys[a.last : b.first]
        if not between or not set(between) <= {",", "and", "or", "/"}:
            continue
        for one, other in ((a, b), (b, a)):
            bare = one.mention.text.casefold() == "survival"
            if bare and entry is not None and other.entry and other.entry.facts.get("cell") == "y":
                _call(one, entry)
    if entry is None:
        return
    starts = {c.first for c in cells}
    for f in effects:
        behind = tokens.keys[f.last : f.last + 3]
        if f.mention.text.casefold() != "survival":
            continue
        if (cell := _in_cells(tokens, cells, f.first)) is not None:
            _call(f, entry)
            f.facts["cell_found"] = cell
        if behind[:1] != ["of"]:
            continue
        at = f.last + 1 + (behind[1:2] != [] and behind[1] in _GRAFTED)
        if at in starts:
            _call(f, entry)  # "survival of transplanted melanocytes"


def _in_cells(tokens: Tokens, cells: list[Found], until: int) -> Found | None:
    """The cells with which the sentence of a word opens: "in purified neurons, … survival"."""
    keys = tokens.keys
    start = next((i + 1 for i in range(until - 1, -1, -1) if keys[i] in (".", ";")), 0)
    if keys[start] not in ("in", "with"):
        return None
    near = [c for c in cells if start < c.first < start + 5]
    return next((c for c in near if keys[c.last : c.last + 1] == [","]), None)


_GRAFTED = frozenset("the transplanted grafted injected engrafted implanted cultured".split())


def _call(f: Found, entry: Entry) -> None:
    f.entry = entry
    f.mention.label, f.mention.id = entry.label, entry.id


def _widest(cells: list[Found]) -> list[Found]:
    """Cells that are not part of another's name ("neurons" of "motor neurons")."""
    return [
        c
        for c in cells
        if not any(
            o is not c and o.first <= c.first and c.last <= o.last
            and o.last - o.first > c.last - c.first
            for o in cells
        )
    ]  # fmt: skip


def _by_noun(
    tokens: Tokens, found: list[Found], named: list[Found], rules: Rules, offset: int
) -> list[Found]:
    """"Death of outer and inner hair cells", "astrocyte activation", "neuron loss"."""
    at = [i for i, key in enumerate(tokens.keys[:-1]) if key in _NOUNS]
    if not at:
        return []
    cells = {f.first: f for f in named}
    by_last = {f.last: f for f in named}
    taken = {i for f in found for i in range(f.first, f.last)}
    # names that only tell which cells ("loss of parvalbumin-positive neurons", "ischemic neurons")
    which = {i for f in found if f.kind in ("gene", "disease") for i in range(f.first, f.last)}
    genes = {i for f in found if f.kind == "gene" for i in range(f.first, f.last)}
    harms = {f.last: f for f in found if f.kind == "disease"}
    out: list[Found] = []
    for i in at:
        fate = _NOUNS[tokens.keys[i]]
        harmed = harms.get(i + 1) if fate == "injury" else None
        if i in taken and harmed is None:
            continue
        cell = by_last.get(i)
        if cell is not None and not any(k in taken for k in range(cell.first, i)):
            out += _made(tokens, cell, fate, cell.first, i + 1, rules, offset)
            continue
        if tokens.keys[i + 1] != "of" and (fate != "injury" or tokens.keys[i + 1] != "to"):
            continue
        for k in range(i + 2, min(i + 12, len(tokens))):
            if fate == "activation" and (k in genes or (k in taken and k not in which)):
                break  # "activation of NLRP3 in macrophages", "of A1 astrocytes"
            if k in cells:
                if tokens.keys[cells[k].last : cells[k].last + 1] in (["function"], ["barrier"]):
                    break  # "loss of endothelial function"
                first = harmed.first if harmed is not None else i  # "LPS-induced injury"
                made = _made(tokens, cells[k], fate, first, cells[k].last, rules, offset)
                for told in made if harmed is not None else ():
                    told.facts["inside"] = harmed
                out += made
                for other in _listed(tokens, cells[k], cells):
                    out += _made(tokens, other, fate, other.first, other.last, rules, offset)
                break
            if k in taken and k not in which:
                break
            if tokens.keys[k] in ("in", "by", "from", "with", "on") or (
                not tokens.keys[k].isalnum() and tokens.keys[k] not in ("-", "+")
            ):
                break
    return out


def _listed(tokens: Tokens, cell: Found, by_first: dict[int, Found]) -> list[Found]:
    """The cells that follow one in a list: "death of neurons and oligodendrocytes"."""
    keys, at = tokens.keys, cell.last
    out: list[Found] = []
    while at + 1 < len(keys) and keys[at] in (",", "and"):
        other = by_first.get(at + 1 + (keys[at + 1] == "and"))
        if other is None:
            break
        out.append(other)
        at = other.last
    closed = at >= len(keys) or keys[at] in CLAUSE_STOPS | PREPOSITIONS or keys[at] in BE
    return out if closed else []


def _by_verb(tokens: Tokens, cell: Found, rules: Rules, offset: int) -> Found | None:
    """"Fewer motor neurons died", "retained more ganglion cells"."""
    keys = tokens.keys
    first = next(
        (i for i in range(cell.first - 1, max(-1, cell.first - 5), -1)
         if keys[i] in _QUANTITY or keys[i] in CLAUSE_STOPS),
        -1,
    )  # fmt: skip
    if first < 0 or keys[first] in CLAUSE_STOPS:
        return _in_numbers(tokens, cell, rules, offset)
    sign = _QUANTITY[keys[first]]
    if first and (fate := _HELD.get(keys[first - 1], "")):
        return _signed(tokens, cell, fate, sign, first - 1, cell.last, rules, offset)
    for k in range(cell.last, min(cell.last + _NEAR, len(tokens))):
        if keys[k] in CLAUSE_STOPS:
            return None
        fate = _VERBS.get(keys[k], "")
        if k == cell.last and fate == "apoptosis":
            return None  # "less edema and neuronal apoptosis": a name, no verb
        if fate:
            return _signed(tokens, cell, fate, sign, first, k + 1, rules, offset)
    return None


def _in_numbers(tokens: Tokens, cell: Found, rules: Rules, offset: int) -> Found | None:
    """"Ganglion cells survived in greater numbers"."""
    keys = tokens.keys
    for k in range(cell.last, min(cell.last + 5, len(tokens) - 3)):
        if keys[k] in CLAUSE_STOPS:
            return None
        fate = _VERBS.get(keys[k], "")
        if fate:
            told = keys[k + 1] == "in" and keys[k + 3] in ("numbers", "number")
            sign = _IN_NUMBERS.get(keys[k + 2], 0) if told else 0
            if not sign:
                return None
            return _signed(tokens, cell, fate, sign, cell.first, k + 4, rules, offset)
    return None


_SAVES = (
    "protect", "rescu", "spar", "sav", "shield", "guard", "safeguard", "prevent", "keep", "kept",
    "preserv", "defend",
)  # fmt: skip
_ENDS = frozenset(
    "death dying perishing degenerating degeneration demise succumbing disappearing loss".split()
)


def _saved(tokens: Tokens, cell: Found, rules: Rules, offset: int) -> Found | None:
    """"Saved neurons from ischemic death", "kept cardiomyocytes from dying"."""
    keys, at = tokens.keys, cell.last
    passive = at < len(keys) and keys[at] in BE
    while passive and at + 1 < len(keys) and (
        keys[at] in BE or keys[at].endswith("ly") or keys[at] in ADVERB_WORDS
    ):
        at += 1
    if passive and not keys[at].startswith(_SAVES):
        return None
    at += passive
    if keys[at : at + 1] not in (["from"], ["against"]):
        return None
    end = next((k for k in range(at + 1, min(at + 7, len(keys))) if keys[k] in _ENDS), 0)
    if not end or CLAUSE_STOPS & set(keys[at + 1 : end]):
        return None
    if passive:
        return _spared(tokens, cell, cell.first, end + 1, rules, offset)
    for k in range(cell.first - 1, max(-1, cell.first - 6), -1):
        if keys[k] in CLAUSE_STOPS or keys[k] == "not":
            return None
        if keys[k].startswith(_SAVES):
            if k and keys[k - 1] == "to" and keys[max(0, k - 2)] in (".", "to"):
                return None  # "To protect neurons from death, mice were …"
            return _spared(tokens, cell, k, end + 1, rules, offset)
    return None


def _spared(
    tokens: Tokens, cell: Found, first: int, last: int, rules: Rules, offset: int
) -> Found | None:
    """Less death of a cell, or more survival where that is what it is known by."""
    if cell.entry is not None and "tumor" in cell.entry.flags:
        generic = rules.entry("effect", _GENERIC["death"])
        return _found(tokens, first, last, _GENERIC["death"], generic, {"sign": -1}, offset)
    name = name_of(cell)
    lives = not rules.entry("effect", f"{name} death") and bool(
        rules.entry("effect", f"{name} survival")
    )
    fate, sign = ("survival", 1) if lives else ("death", -1)
    return _signed(tokens, cell, fate, sign, first, last, rules, offset)


def _kept(tokens: Tokens, cell: Found, rules: Rules, offset: int) -> Found | None:
    """"Kept ganglion cells alive"; "preserved hair cells", where the verb gives the direction."""
    keys = tokens.keys
    before = range(cell.first - 1, max(-1, cell.first - 6), -1)
    for k in before:
        if keys[k] in CLAUSE_STOPS:
            break
        if keys[k] in _HINDERS and keys[cell.last : cell.last + 1] == ["from"] and (
            keys[cell.last + 1] in _DYING
        ):
            return _signed(tokens, cell, "death", -1, k, cell.last + 2, rules, offset)
        if keys[k] in _KEEP and keys[cell.last : cell.last + 1] in _ALIVE:
            return _signed(tokens, cell, "survival", 1, k, cell.last + 1, rules, offset)
        if keys[k] in _PRESERVE and not (k and keys[k - 1] in BE):
            made = _made(tokens, cell, "survival", cell.first, cell.last, rules, offset)
            return made[0] if made else None
    for k in range(cell.last, min(cell.last + _NEAR, len(tokens))):
        if keys[k] in CLAUSE_STOPS or keys[k] == "and":
            return None
        if keys[k] in BE:
            k += 1
            while k < len(tokens) and (keys[k].endswith("ly") or keys[k] in ADVERB_WORDS):
                k += 1
            if k < len(tokens) and keys[k] in _PASSIVE:
                made = _made(tokens, cell, "survival", cell.first, cell.last, rules, offset)
                return made[0] if made else None
            return None
    return None


_CALM = forms(
    "calm/calms/calmed/calming", "quiet/quiets/quieted/quieting", "tame/tames/tamed/taming",
    "quieten/quietens/quietened/quietening", "damp/damps/damped/damping", "restrain/restrains/"
    "restrained/restraining", "dampen/dampens/dampened/dampening", "subdue/subdues/subdued/"
    "subduing", "deactivate/deactivates/deactivated/deactivating", "pacify/pacifies/pacified/"
    "pacifying", "suppress/suppresses/suppressed/suppressing", "inhibit/inhibits/inhibited/"
    "inhibiting", "curb/curbs/curbed/curbing",
)  # fmt: skip
_ACTIVITY = {
    "microglia": "microglial activation", "astrocyte": "astrocyte activation",
    "hepatic stellate cell": "hepatic stellate cell activation", "mast cell":
    "mast cell degranulation", "fibroblast": "fibroblast activation", "T cell":
    "T cell activation", "osteoclast": "osteoclast activity", "macrophage": "macrophage activation",
    "platelet": "platelet aggregation", "B cell": "B cell proliferation", "dendritic cell":
    "dendritic cell maturation",
}  # fmt: skip
"""What of cells that do harm when active falls where they themselves are "calmed"."""
_WHICH = frozenset("the these those spinal activated resident reactive hippocampal cortical "
                   "retinal cardiac lung hepatic synovial dermal local".split())  # fmt: skip


def _calmed(tokens: Tokens, cell: Found, rules: Rules, offset: int) -> Found | None:
    """"Calmed microglia": less of what such cells do, where nothing else of theirs is named."""
    keys = tokens.keys
    label = cell.mention.label
    name = "fibroblast" if label.endswith(" fibroblast") else label
    entry = rules.entry("effect", _ACTIVITY.get(name, ""))
    behind = keys[cell.last : cell.last + 1]
    if entry is None:
        return None
    if behind and (behind[0] in BE or behind[0] in _ALONE) and _calmed_behind(keys, cell.last):
        return _found(tokens, cell.first, cell.last, entry.label, entry, {"cell": label}, offset)
    if behind and behind[0] not in CLAUSE_STOPS | PREPOSITIONS | _JOINED:
        return None
    k = cell.first - 1
    while k > 0 and keys[k] in _WHICH:
        k -= 1
    if k < 0 or keys[k] not in _CALM or keys[k - 1] in BE:
        return None
    return _found(
        tokens, k, cell.last, entry.label, entry, {"cell": label, "sign": -1}, offset
    )


def _calmed_behind(keys: list[str], k: int) -> bool:
    """Whether "were suppressed" or "were not activated" stands from token ``k`` on."""
    k += keys[k] in _ALONE
    if keys[k : k + 1] == [] or keys[k] not in BE:
        return False
    denied = False
    k += 1
    while k < len(keys) and (keys[k] in ("not", "neither") or keys[k].endswith("ly")):
        denied = denied or keys[k] == "not"
        k += 1
    return k < len(keys) and (keys[k] in _CALM or (denied and keys[k] in _ROUSED))


_ROUSED = ("activated", "stimulated", "aroused", "affected", "influenced")
_ALONE = ("alone", "themselves")
_JOINED = frozenset(("and", "or"))
def _kept_idle(tokens: Tokens, cell: Found, rules: Rules, offset: int) -> Found | None:
    """Cells kept from what harm makes of them: "stopped fibroblasts from being activated"."""
    if not kept_idle(tokens, cell, _HINDERS):
        return None
    label = cell.mention.label
    name = _ACTIVITY.get(label, f"{NAMES.get(label, label)} activation")
    facts: dict[str, object] = {"cell": label, "sign": -1, "act": True, "valence": "harm"}
    entry = rules.entry("effect", name)
    return _found(tokens, cell.first, cell.last, name, entry, facts, offset)


def _signed(
    tokens: Tokens, cell: Found, fate: str, sign: int, first: int, last: int, rules: Rules,
    offset: int,
) -> Found | None:  # fmt: skip
    """A fate whose direction the words tell by themselves."""
    made = _made(tokens, cell, fate, first, last, rules, offset)
    if not made:
        return None
    made[0].facts["sign"] = -sign if made[0].facts.pop("inverse", False) else sign
    return made[0]


def _made(
    tokens: Tokens, cell: Found, fate: str, first: int, last: int, rules: Rules, offset: int
) -> list[Found]:
    """The mention of a cell's fate in tokens ``first`` to ``last``; none if it has no name."""
    name = name_of(cell)
    facts: dict[str, object] = {"cell": cell.mention.label}
    known = rules.entry("effect", KNOWN_AS.get(f"{name} {fate}", f"{name} {fate}"))
    if known is None and fate == "injury":
        if name == "tumor cell":
            return []  # harm that is meant is told by its own names
        known = rules.entry("effect", f"{name.removesuffix(' cell')} {fate}")
    if known is None and fate in _OTHER_SIDE:
        known = rules.entry("effect", f"{name} {_OTHER_SIDE[fate]}")
        if known is not None and fate == "survival":
            facts["inverse"] = True
    if known is not None:
        return [_found(tokens, first, last, known.label, known, facts, offset)]
    generic = rules.entry("effect", _GENERIC.get(fate, ""))
    if generic is None and fate not in ("loss", "injury"):
        return []
    facts["valence"] = "good" if fate == "survival" else "harm"
    return [_found(tokens, first, last, f"{name} {fate}", generic, facts, offset)]


def _found(
    tokens: Tokens, first: int, last: int, label: str, entry: Entry | None,
    facts: dict[str, object], offset: int,
) -> Found:  # fmt: skip
    start, stop = tokens.starts[first], tokens.ends[last - 1]
    mention = Mention(
        "effect", offset + start, offset + stop, tokens.text[start:stop], label,
        entry.id if entry else None, entry.rule if entry else "cell-fate",
    )  # fmt: skip
    return Found(first, last, mention, entry, facts)
