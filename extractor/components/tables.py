"""Rows of review tables to findings: header roles, merged cells, directions, the study cited.

A table is read if its header names a source or a miRNA, and a target or an effect. Every row of its
body is one finding, whose evidence is the cells that say it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.components import discourse
from extractor.components.analysis import DocumentNames, analyse
from extractor.components.found import Found
from extractor.components.table_pairs import Group, groups_of, matched
from extractor.lexicon import Entry
from extractor.readers.references import ReferenceIndex
from extractor.records import (
    Block,
    Cell,
    Citation,
    CitedStudy,
    Document,
    Evidence,
    Finding,
    Mention,
    Slot,
    Table,
)
from extractor.rules import Rules

_PARTS = re.compile(r"\s*(?:/|,|;|&|\band\b|\bor\b|[()\[\]])\s*")
_JOIN = re.compile(r"\s*(?:,|/|;|&|and|,\s*and)\s*")
_SIGNED = re.compile(r"\s*\(?\s*(\+|−|–|-)\s*\)?(?=\s*(?:[,;/)]|$))")
_VIVO = re.compile(
    r"\bin vivo\b|\b(?:rats?|mice|mouse|rabbits?|pigs?|swine|dogs?|monkeys?)\b", re.I
)
_VITRO = re.compile(r"\bin vitro\b|\bcell line\b|\bcells\b", re.I)
_BEST, _LEAST = 0.85, 0.3
_TABLE_RULE = "table:row"


@dataclass(slots=True)
class _Read:
    """What was read in one cell."""

    cell: Cell
    found: list[Found]
    soft: list[Found]
    signs: dict[int, int] = field(default_factory=dict)
    """Direction by the identity of the mention."""

    def of(self, *kinds: str) -> list[Found]:
        """Mentions of these kinds."""
        return [f for f in (*self.found, *self.soft) if f.kind in kinds]


@dataclass(slots=True)
class _Said:
    """What a row says for all its findings; ``cells`` are those of source and disease."""

    source: Found
    disease: Found | None
    vesicle: Found | None
    cargo: list[tuple[Found, _Read]]
    by_role: dict[str, list[_Read]]
    cells: list[Cell]


_Listed = list[tuple[Found, _Read]]


def _parts(
    row: Sequence[_Read], mirnas: _Listed, changed: _Listed, effects: _Listed
) -> list[tuple[_Listed, _Listed, _Listed]]:
    """The row's miRNAs, targets and effects, parted where a cell says which go together."""
    whole = [(mirnas, changed, effects)]
    if len(mirnas) < 2:
        return whole
    cells = {id(r): r for _, r in (*mirnas, *changed, *effects)}
    groups: list[Group] = []
    home: dict[int, _Read] = {}
    for read in cells.values():
        found = groups_of(read.cell.text, read.cell.start, [*read.found, *read.soft])
        if len(found) > len(groups):
            groups, home = found, {id(f): read for g in found for f in g.found}
    if not groups:
        lists = [{id(r): r for _, r in mirnas}, {id(r): r for _, r in changed}]
        if all(len(x) == 1 for x in lists):
            (a,), (b,) = (x.values() for x in lists)
            if a is not b:
                groups = matched(
                    Group([f for f, _ in mirnas]),
                    Group([f for f, _ in changed]),
                    (a.cell.text, b.cell.text),
                )
                home = {id(g.found[0]): a for g in groups} | {id(g.found[1]): b for g in groups}
    if not groups:
        return whole
    inside = {(f.kind, f.mention.label) for g in groups for f in g.found}
    rest = [[(f, r) for f, r in x if (f.kind, f.mention.label) not in inside] for x in whole[0]]
    out = []
    for group in groups:
        own = [[(f, home[id(f)]) for f in group.of(k)] for k in ("mirna", "gene", "effect")]
        out.append((own[0], own[1], [*own[2], *rest[2]]))
    if rest[0] or rest[1]:
        out.append((rest[0], rest[1], rest[2]))
    return [p for p in out if p[1] or p[2]]


def _words(header: str) -> str:
    """A header as the patterns have it."""
    return " ".join(re.findall(r"[\w-]+", header.casefold()))


def roles_of(header: str, rules: Rules) -> frozenset[str]:
    """What the cells below a header are: the longest names that fit the whole or its parts."""
    whole = _words(header)
    if whole in rules.headers:
        return frozenset({rules.headers[whole]})
    out: set[str] = set()
    for part in _PARTS.split(header.casefold()):
        words = re.findall(r"[\w-]+", part)
        best: tuple[int, str] | None = None
        for first in range(len(words)):
            for last in range(len(words), first, -1):
                role = rules.headers.get(" ".join(words[first:last]))
                if role is not None and (best is None or last - first >= best[0]):
                    best = (last - first, role)
        if best is not None:
            out.add(best[1])
    return frozenset(out - {"other"} if len(out) > 1 else out)


def findings(document: Document, rules: Rules, names: DocumentNames) -> list[Finding]:
    """The findings of all tables of a document, without their ids.

    Args:
        document: The document; its tables' cells stand in its text.
        rules: The lexicons.
        names: The document's own abbreviations.
    """
    out: list[Finding] = []
    index = ReferenceIndex(document.references)
    offsets = [c.offset for c in document.citations]
    for table in document.tables:
        reader = _TableReader(document, table, rules, names, index, offsets)
        out.extend(reader.findings())
    return out


class _TableReader:
    """Reads one table."""

    def __init__(
        self,
        document: Document,
        table: Table,
        rules: Rules,
        names: DocumentNames,
        index: ReferenceIndex,
        offsets: Sequence[int],
    ) -> None:
        self.document, self.table, self.rules, self.names = document, table, rules, names
        self.index, self.offsets = index, offsets
        self.headed = any(c.header for c in table.cells)
        self.sure: dict[int, float] = {}
        """How sure the role of each column is: 1.0 where its whole header names just one."""
        self.body = self._body_start()
        self.roles = self._roles()

    def _body_start(self) -> int:
        heads = {c.row for c in self.table.cells if c.header}
        plain = {c.row for c in self.table.cells if not c.header}
        row = 0
        while row in heads and row not in plain:
            row += 1
        if row == 0:
            return 1
        # a header cell may reach down into rows that have no other
        return max(
            [
                row,
                *(
                    c.row + c.row_span
                    for c in self.table.cells
                    if c.header and c.row == 0 and c.row + c.row_span <= max(plain, default=0)
                ),
            ]
        )

    def _roles(self) -> dict[int, frozenset[str]]:
        heads: dict[int, list[str]] = {}
        for cell in self.table.cells:
            if cell.row < self.body:
                for x in range(cell.column, min(cell.column + cell.column_span, 400)):
                    heads.setdefault(x, []).append(cell.text)
        out: dict[int, frozenset[str]] = {}
        for column, texts in heads.items():
            own = next((r for t in reversed(texts) if (r := roles_of(t, self.rules))), frozenset())
            out[column] = own or roles_of(" ".join(texts), self.rules)
            named = any(_words(t) in self.rules.headers for t in texts)
            self.sure[column] = 1.0 if named and len(out[column]) == 1 else 0.5
        return out

    def findings(self) -> list[Finding]:
        """A finding for each row that says enough, several where its cells hold pairs."""
        roles = frozenset().union(*self.roles.values()) if self.roles else frozenset()
        if not roles & {"source", "mirna"} or not roles & {"target", "effect", "mechanism"}:
            return []
        common = self._caption()
        rows: dict[int, list[Cell]] = {}
        width = max(c.column + c.column_span for c in self.table.cells)
        for cell in self.table.cells:
            if cell.row + cell.row_span > self.body:
                for y in range(max(cell.row, self.body), cell.row + cell.row_span):
                    rows.setdefault(y, []).append(cell)
        read: dict[int, _Read] = {}
        topic: Found | None = None
        out: list[Finding] = []
        for y in sorted(rows):
            for cell in rows[y]:
                if id(cell) not in read:
                    read[id(cell)] = self._read(cell)
            row = [read[id(c)] for c in rows[y]]
            if len(row) == 1 and (row[0].cell.column_span >= max(width - 1, 2)):
                topic = next(iter(row[0].of("disease")), None)
                continue
            out.extend(self._row(row, topic, common))
        return out

    def _caption(self) -> list[Found]:
        """What is named above the table, for all its rows."""
        before = [
            b
            for b in self.document.blocks
            if b.kind == "caption" and b.end <= self.table.start and self.table.start - b.end < 4
        ]
        if not before:
            return []
        block = before[-1]
        text = self.document.text[block.start : block.end]
        a = analyse(text, block.start, self.rules, self.names)
        return [*a.found, *a.soft]

    def _read(self, cell: Cell) -> _Read:
        a = analyse(cell.text, cell.start, self.rules, self.names)
        out = _Read(cell, list(a.found), list(a.soft))
        block = Block("table", cell.start, cell.end)
        for sentence in discourse.sentences(self.document, block, a):
            for assertion in sentence.assertions:
                if not assertion.negated:
                    out.signs.setdefault(id(assertion.found), assertion.sign)
        self._fill_signs(out)
        if "source" in self._of(cell) and not out.of("source"):
            tissue = self._tissue(cell)
            if tissue is not None:
                out.found.append(tissue)
        return out

    def _fill_signs(self, read: _Read) -> None:
        """Directions from "(+)", from prefixes, and from the last of a list to those before it."""
        text, start = read.cell.text, read.cell.start
        listed = [f for f in read.found if f.kind in ("gene", "effect", "disease")]
        for i in range(len(listed) - 1, -1, -1):
            f = listed[i]
            if id(f) in read.signs:
                continue
            own = f.facts.get("sign")
            m = _SIGNED.match(text, f.mention.end - start)
            if own in (1, -1):
                read.signs[id(f)] = own
            elif m:
                read.signs[id(f)] = 1 if m.group(1) == "+" else -1
            elif i + 1 < len(listed) and id(listed[i + 1]) in read.signs:
                after = listed[i + 1].mention
                between = text[f.mention.end - start : after.start - start]
                arrow = text[after.end - start :].lstrip()[:1] in ("↓", "↑")
                if arrow and _JOIN.fullmatch(between):
                    read.signs[id(f)] = read.signs[id(listed[i + 1])]

    def _of(self, cell: Cell) -> frozenset[str]:
        out: set[str] = set()
        for x in range(cell.column, min(cell.column + cell.column_span, 400)):
            out |= self.roles.get(x, frozenset())
        return frozenset(out)

    def _tissue(self, cell: Cell) -> Found | None:
        """A tissue alone ("Bone marrow", "hUC") under a header that says whose source it is."""
        text = cell.text.strip()
        plain = re.sub(
            r"^(?:human|rat|mouse|murine|porcine|h|r|m)[\s-]?(?=\S{2})", "", text
        ).strip()
        entry: Entry | None = None
        for form in (text, plain):
            key = form.casefold().replace("-", "")
            entry = entry or self.rules.prefixes.get(form.casefold()) or self.rules.stems.get(key)
            for tissue in self.rules.entries.get("tissue", ()):
                forms = tissue.facts.get("synonyms", "").split("|")
                if entry is None and form.casefold() in (f.casefold() for f in forms):
                    entry = tissue
        if entry is None:
            hit = analyse(f"{text} MSCs", cell.start, self.rules, self.names)
            for f in hit.found:
                m = f.mention
                if f.kind == "source" and m.start == cell.start and m.label != "MSC":
                    mention = Mention(
                        "source", cell.start, cell.end, cell.text, m.label, m.id, _TABLE_RULE
                    )
                    return Found(0, 1, mention, None, dict(f.facts))
            return None
        mention = Mention(
            "source", cell.start, cell.end, cell.text, entry.label, entry.id, _TABLE_RULE
        )
        return Found(0, 1, mention, entry, {})

    def _row(
        self, row: Sequence[_Read], topic: Found | None, common: Sequence[Found]
    ) -> list[Finding]:
        by_role: dict[str, list[_Read]] = {}
        for read in row:
            for role in self._of(read.cell):
                by_role.setdefault(role, []).append(read)

        def take(roles: str, *kinds: str) -> list[tuple[Found, _Read]]:
            out: dict[str, tuple[Found, _Read]] = {}
            for role in roles.split():
                for read in by_role.get(role, ()):
                    for f in read.of(*kinds):
                        out.setdefault(f"{f.kind}\t{f.mention.label}", (f, read))
            return list(out.values())

        sources = take("source", "source") or take("mechanism effect disease model", "source")
        source = sources[0][0] if sources else None
        if source is None:
            stated = [r for r in by_role.get("source", ()) if r.cell.text.strip(" -–—/")]
            source = next((f for f in common if f.kind == "source"), None)
            if stated or source is None:
                return []
        mirnas = take("mirna cargo", "mirna") or take("mechanism target effect", "mirna")
        cargo = take("cargo", "cargo", "gene") + take("mirna", "cargo")
        changed = take("target mechanism effect", "gene")
        carried = {f.mention.start for f, _ in cargo}
        changed = [(f, r) for f, r in changed if f.mention.start not in carried]
        effects = take("effect mechanism", "effect")
        diseases = take("disease model", "disease")
        effects += [(f, r) for f, r in take("effect", "disease") if r.signs.get(id(f))]
        if not changed and not effects:
            return []
        disease = diseases[0][0] if diseases else topic
        disease = disease or next((f for f in common if f.kind == "disease"), None)
        said = _Said(
            source,
            disease,
            next((f for read in row for f in read.of("vesicle")), None)
            or next((f for f in common if f.kind == "vesicle"), None),
            cargo,
            by_role,
            [r.cell for _, r in (sources[:1] + diseases[:1])],
        )
        parts = _parts(row, mirnas, changed, effects)
        return [self._finding(row, said, *part) for part in parts]

    def _finding(
        self,
        row: Sequence[_Read],
        said: _Said,
        mirnas: list[tuple[Found, _Read]],
        changed: list[tuple[Found, _Read]],
        effects: list[tuple[Found, _Read]],
    ) -> Finding:
        spoken = [*mirnas, *said.cargo, *changed, *effects]
        spots = sorted({(c.start, c.end) for c in (*said.cells, *(r.cell for _, r in spoken))})
        disease, vesicle = said.disease, said.vesicle
        return Finding(
            finding_id="",
            doc_id=self.document.doc_id,
            section=self.table.section,
            msc_source=self._source(said.source, row),
            disease_model=self._disease(disease, said.by_role) if disease else None,
            mirnas=[self._slot(f.mention) for f, _ in mirnas],
            targets=[self._target(f, r) for f, r in changed],
            effects=[self._effect(f, r) for f, r in effects],
            cargo=[self._slot(f.mention) for f, _ in said.cargo],
            vesicle=self._slot(vesicle.mention) if vesicle else None,
            evidence=[self._evidence(a, b) for a, b in spots],
            citations=self._citations(row, said.by_role.get("reference", [])),
            confidence=self._confidence(said, mirnas, changed, effects),
            rules=[_TABLE_RULE],
        )

    def _confidence(
        self,
        said: _Said,
        mirnas: list[tuple[Found, _Read]],
        changed: list[tuple[Found, _Read]],
        effects: list[tuple[Found, _Read]],
    ) -> float:
        """How sure a row is: by the names of its columns, by what its cells resolve to.

        Taken off is what the header leaves open (no header row, names that fit only in part,
        columns of several roles), what stands outside of the row, what no lexicon knows, and
        directions that no cell states.
        """
        spoken = [*mirnas, *changed, *effects]
        known = [f for f, _ in spoken] + [f for f in (said.source, said.disease) if f is not None]
        unknown = sum(f.entry is None and f.mention.id is None and f.kind != "mirna" for f in known)
        columns = {r.cell.column for _, r in spoken}
        vague = sum(self.sure.get(c, 0.0) < 1.0 for c in columns)
        turned = [r.signs.get(id(f), 0) for f, r in effects]
        out = _BEST
        out -= 0.0 if self.headed else 0.1
        out -= 0.12 * vague / max(len(columns), 1)
        out -= 0.25 * unknown / max(len(known), 1)
        out -= 0.15 * turned.count(0) / max(len(turned), 1)
        out -= 0.06 * (not said.cells) + 0.04 * (said.disease is None) + 0.04 * (not mirnas)
        return round(max(_LEAST, out), 2)

    def _slot(self, m: Mention) -> Slot:
        boxes = self.document.span_boxes(m.start, m.end)
        return Slot(m.text, m.start, m.end, m.label, m.id, boxes=boxes)

    def _source(self, f: Found, row: Sequence[_Read]) -> Slot:
        slot = self._slot(f.mention)
        slot.organism = f.facts.get("organism")
        slot.modifications = list(f.facts.get("modifications") or [])
        if slot.organism is None:
            for read in row:
                if read.cell.start <= f.mention.start < read.cell.end:
                    named = read.of("organism")
                    slot.organism = named[0].mention.label if named else None
        return slot

    def _disease(self, f: Found, by_role: dict[str, list[_Read]]) -> Slot:
        slot = self._slot(f.mention)
        slot.inducer = f.facts.get("inducer")
        cells = [*by_role.get("model", ()), *by_role.get("disease", ())]
        named = [o for read in cells for o in read.of("organism")]
        slot.organism = named[0].mention.label if named else f.facts.get("organism")
        text = " ".join(read.cell.text for read in cells)
        if _VIVO.search(text):
            slot.setting = "in vivo"
        elif _VITRO.search(text):
            slot.setting = "in vitro"
        return slot

    def _target(self, f: Found, read: _Read) -> Slot:
        slot = self._slot(f.mention)
        slot.direction = {1: "up", -1: "down"}.get(read.signs.get(id(f), 0), "none")
        kind = f.entry.facts.get("kind", "gene") if f.entry is not None else "gene"
        slot.kind = "pathway" if f.facts.get("pathway") else kind
        return slot

    def _effect(self, f: Found, read: _Read) -> Slot:
        slot = self._slot(f.mention)
        slot.direction = {1: "increase", -1: "decrease"}.get(read.signs.get(id(f), 0), "none")
        return slot

    def _evidence(self, start: int, end: int) -> Evidence:
        boxes = self.document.span_boxes(start, end)
        text = self.document.text[start:end]
        return Evidence(start, end, text, boxes[0][0] if boxes else None, boxes)

    def _citations(self, row: Sequence[_Read], cells: Sequence[_Read]) -> list[CitedStudy]:
        """The studies cited in the reference column, or else anywhere in the row."""
        found: list[Citation] = []
        for read in cells or row:
            lo = bisect_left(self.offsets, read.cell.start)
            hi = bisect_right(self.offsets, read.cell.end)
            found.extend(self.document.citations[lo:hi])
        if not found:
            texts = [r.cell.text.strip() for r in cells if r.cell.text.strip()]
            found = [Citation(t, 0, 0, self.index.tie(t.strip("[]() "))) for t in texts]
        out: dict[str, CitedStudy] = {}
        for c in found:
            r = self.document.reference(c.reference)
            out.setdefault(
                c.marker,
                CitedStudy(c.marker, r.raw, r.title, r.year, r.doi, r.pmid)
                if r
                else CitedStudy(c.marker),
            )
        return list(out.values())
