"""A finding as one row of a sheet: the columns, their order, and cells that a sheet cannot misread.

The columns and their order are part of the interface: curators correct sheets and feed them back
(see ``corrections``), so a column is only ever added at the end.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from extractor.records import SLOT_ATTRIBUTES, Finding, Slot

Cell = str | float | None
"""What stands in a cell: text, a number, or nothing."""

SEPARATOR = "; "
"""Between the fillers of one slot."""

UNKNOWN = "?"
"""Holds the place of a filler that has no identifier beside others that have one."""

ARROWS = {"up": "↑", "increase": "↑", "down": "↓", "decrease": "↓"}
"""Direction of a target or effect as written before its label; ``none`` has no arrow."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("[\t\r\n\x85\u2028\u2029]+")
# a sheet takes these for the start of a formula, behind white space and quotation marks as well
_FORMULA = re.compile(r"[\s'\"`‘’“”]*[=+\-@＝＋－＠]")


def clean(text: str) -> str:
    """``text`` on one line, without control characters, lone surrogates and non-characters."""
    return _CONTROL.sub("", _BREAK.sub(" ", text))


def harmless(value: Cell) -> Cell:
    """The cell as it may be written to a sheet: never the start of a formula.

    Text that a spreadsheet would run, or take for a formula behind quotation marks or white
    space, gets an apostrophe in front; ``unguarded`` takes it off again. Numbers pass as they are.
    """
    if not isinstance(value, str):
        return value
    text = clean(value)
    return "'" + text if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The inverse of the apostrophe that ``harmless`` adds."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text


def shown(slot: Slot) -> str:
    """A filler as a sheet shows it: its label behind the arrow of its direction (``↓PTEN``)."""
    # the separator must not occur inside a label, else the cell could not be read back
    return ARROWS.get(slot.direction or "", "") + clean(slot.label).replace(";", ",")


def joined(slots: list[Slot]) -> str:
    """The fillers of a slot in one cell."""
    return SEPARATOR.join(shown(s) for s in slots)


def joined_ids(slots: list[Slot]) -> str:
    """The identifiers of a slot's fillers in the order of their labels; empty if none has one."""
    if not any(s.id for s in slots):
        return ""
    return SEPARATOR.join(s.id or UNKNOWN for s in slots)


def _attribute(slot_name: str, attribute: str) -> Callable[[Finding], Cell]:
    assert attribute in SLOT_ATTRIBUTES[slot_name]

    def get(finding: Finding) -> Cell:
        values = [getattr(s, attribute) for s in finding.slots(slot_name)]
        if values and isinstance(values[0], list):
            values = values[0]
        return SEPARATOR.join(str(v) for v in values if v)

    return get


def _labels(slot_name: str) -> Callable[[Finding], Cell]:
    return lambda finding: joined(finding.slots(slot_name))


def _ids(slot_name: str) -> Callable[[Finding], Cell]:
    return lambda finding: joined_ids(finding.slots(slot_name))


def _cited(attribute: str) -> Callable[[Finding], Cell]:
    def get(finding: Finding) -> Cell:
        values = [getattr(c, attribute) for c in finding.citations]
        if not any(values):
            return ""
        return SEPARATOR.join(str(v or UNKNOWN).replace(";", ",") for v in values)

    return get


def _pages(finding: Finding) -> Cell:
    pages = dict.fromkeys(e.page for e in finding.evidence if e.page)
    return SEPARATOR.join(str(p) for p in pages)


def _evidence(finding: Finding) -> Cell:
    return " […] ".join(e.text for e in finding.evidence if e.text)


COLUMNS: dict[str, tuple[str, Callable[[Finding], Cell]]] = {
    "finding_id": ("stable identifier of the finding", lambda f: f.finding_id),
    "document": ("the document it was found in", lambda f: f.doc_id),
    "section": ("heading under which the evidence stands", lambda f: f.section or ""),
    "page": ("page of the evidence (PDFs only)", _pages),
    "msc_source": ("MSC population that the vesicles come from", _labels("msc_source")),
    "msc_source_id": ("its tissue or cell (UBERON, CL)", _ids("msc_source")),
    "msc_organism": ("organism of the cells", _attribute("msc_source", "organism")),
    "msc_modifications": (
        "how the cells were engineered or preconditioned",
        _attribute("msc_source", "modifications"),
    ),
    "disease_model": ("disease, injury or condition", _labels("disease_model")),
    "disease_model_id": ("its identifier (DOID, MESH)", _ids("disease_model")),
    "disease_organism": ("organism of the model", _attribute("disease_model", "organism")),
    "disease_inducer": ("what the model was induced with", _attribute("disease_model", "inducer")),
    "disease_setting": (
        "in vivo, in vitro, ex vivo or clinical",
        _attribute("disease_model", "setting"),
    ),
    "mirnas": ("miRNAs that act or are carried", _labels("mirnas")),
    "mirna_ids": ("their miRBase accessions", _ids("mirnas")),
    "targets": ("genes, proteins, pathways; ↑ up, ↓ down", _labels("targets")),
    "target_ids": ("their identifiers (HGNC, FPLX, GO, Reactome)", _ids("targets")),
    "effects": ("biological outcomes; ↑ increase, ↓ decrease", _labels("effects")),
    "effect_ids": ("their identifiers (GO, HP, MP, CL)", _ids("effects")),
    "cargo": ("other cargo said to be carried", _labels("cargo")),
    "cargo_ids": ("its identifiers", _ids("cargo")),
    "vesicle": ("exosome, microvesicle, extracellular vesicle", _labels("vesicle")),
    "polarity": ("asserted, negated or hedged", lambda f: f.polarity),
    "evidence": ("the sentences that say so", _evidence),
    "citation": ("callout of the primary study, as printed", _cited("marker")),
    "reference": ("its entry in the reference list", _cited("reference")),
    "reference_title": ("its title", _cited("title")),
    "reference_year": ("its year", _cited("year")),
    "doi": ("its DOI", _cited("doi")),
    "pmid": ("its PubMed identifier", _cited("pmid")),
    "confidence": ("expected share of its slots that is right", lambda f: f.confidence),
    "rules": ("the rules that made it", lambda f: SEPARATOR.join(f.rules)),
}
"""Name of each column, what it means in a few words, and how it is filled; in writing order."""


def row(finding: Finding) -> list[Cell]:
    """The cells of a finding in the order of ``COLUMNS``, not yet made harmless."""
    return [fill(finding) for _, fill in COLUMNS.values()]
