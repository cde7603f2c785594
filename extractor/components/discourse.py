"""Sentences to studies: which sentences tell of one study, and what they inherit from each other.

A study is, in a review, a run of sentences tied by a citation or an anaphor; else the whole text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from extractor.components import frames
from extractor.components.analysis import Analysis
from extractor.components.assertions import Assertion
from extractor.components.by_author import by_another
from extractor.components.found import Found, by_kind
from extractor.components.openings import (
    ASCRIBES,
    CONTINUES,
    MAKERS,
    NEW,
    SAME_MODEL,
    TAKES_UP,
    THESE_ANIMALS,
)
from extractor.components.run_in import sets_topic
from extractor.components.target_levels import told_next
from extractor.components.units import Unit
from extractor.records import Block, Citation, Document


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence with all that was read in it; offsets are in the document text."""

    block: Block
    analysis: Analysis
    first: int
    last: int
    start: int
    end: int
    found: list[Found]
    soft: list[Found]
    cues: dict[str, list[int]]
    """Cue kind to the tokens at which such cues begin."""
    assertions: list[Assertion] = field(default_factory=list)
    row: list[Unit] = field(default_factory=list)
    clauses: list[int] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    losses: list[int] | None = None
    """Tokens that tell of a loss, once they have been asked for."""
    lost: list[Found] | None = None
    """Carried molecules said to be lacking, once they have been asked for."""
    held: frozenset[str] = frozenset()
    """Labels of the gene products that the study says its vesicles hold."""
    plain: frozenset[str] = frozenset()
    """Short names of vesicles that stand beside others of the same donors, made better."""
    lowered: str | None = None
    """The text in lower case, once it has been asked for."""
    doers: dict[int, Found | None] = field(default_factory=dict)
    """The vesicles that act, by the unit of the verb, as far as they have been asked for."""
    apart: list[Found] = field(default_factory=list)
    """MiRNAs that it only says were not the ones; they are no longer among its mentions."""
    label: str | None = None
    """The label in the run of its section under which it stands ("What was found.")."""
    by_kind: dict[str, list[Found]] | None = field(default=None, init=False)
    """Mentions by kind, once asked for; ``None`` when one is added or in a copy."""

    def of(self, kind: str) -> list[Found]:
        """Mentions of one kind, in a list that is kept: it is asked for often."""
        if self.by_kind is None:
            self.by_kind = by_kind(self.found, self.soft)
        return self.by_kind.get(kind) or []

    def keys(self) -> list[str]:
        """Folded tokens."""
        return self.analysis.tokens.keys[self.first : self.last]

    def has(self, cue: str) -> bool:
        """Whether a cue of this kind stands in the sentence."""
        return cue in self.cues


@dataclass(slots=True, eq=False)
class Study:
    """Sentences that tell of one study; ``before`` is the study told before it in the same text."""

    sentences: list[Sentence]
    own: bool = False
    """The document's own study (an abstract, a results section), not one it cites."""
    before: Study | None = None
    anaphoric: bool = False
    in_vitro: bool = False
    """Told of cells in culture, apart from the animals of the study before it."""
    source: str = ""
    """Label of the source, where the study was parted by sources."""
    titles: list[Sentence] = field(default_factory=list)
    """Titles of the study that name another source than this part of it, yet its disease."""
    tumor: bool = False
    """What a study of another disease tells of tumours on the side."""
    spared: bool = False
    """Of no tumour, though the document names one: it was only made sure that none was helped."""
    topical: bool = False
    """Told in a word or two, its vesicles those that the paragraph is about."""
    alike: bool = False
    """Says of other vesicles or miRNAs what the study before it told."""


def sentences(document: Document, block: Block, analysis: Analysis) -> list[Sentence]:
    """The sentences of a block, with their assertions and the citations that stand in them."""
    out: list[Sentence] = []
    offsets = [c.offset for c in document.citations]
    tokens = analysis.tokens
    fi = si = 0
    found, soft = analysis.found, analysis.soft
    spans = _split_at_citations(analysis, offsets)
    edges = [analysis.offset + tokens.starts[f] for f, _ in spans]
    for k, (first, last) in enumerate(spans):
        start = analysis.offset + tokens.starts[first]
        end = analysis.offset + tokens.ends[last - 1]
        while fi < len(found) and found[fi].first < first:
            fi += 1
        fj = fi
        while fj < len(found) and found[fj].first < last:
            fj += 1
        while si < len(soft) and soft[si].first < first:
            si += 1
        sj = si
        while sj < len(soft) and soft[sj].first < last:
            sj += 1
        cues: dict[str, list[int]] = {}
        for cue in analysis.cues:
            if first <= cue.first < last:
                cues.setdefault(cue.cue, []).append(cue.first)
        s = Sentence(block, analysis, first, last, start, end, found[fi:fj], soft[si:sj], cues)
        s.assertions, s.row, s.clauses = frames.read(analysis, first, last)
        if out:
            out[-1].assertions = told_next(out[-1].assertions, s.row, s.clauses)
        # a callout that stood behind the full stop belongs to the sentence it follows
        following = edges[k + 1] if k + 1 < len(edges) else block.end + 1
        lo = bisect_left(offsets, start)
        while k and lo < len(offsets) and offsets[lo] == start and not _opens(document, lo):
            lo += 1  # lifted out between two sentences: it belongs to the one before
        edge = max(following - 1, end) if k + 1 < len(edges) else block.end
        hi = bisect_right(offsets, edge)
        s.citations = document.citations[lo:hi]
        out.append(s)
        fi, si = fj, sj
    return out


def _opens(document: Document, i: int) -> bool:
    """Whether a callout opens its sentence with its own words ("Lou et al. (2015) found …")."""
    citation = document.citations[i]
    name = re.match(r"[^\W\d_]+", citation.marker)
    return name is not None and document.text.startswith(name.group(), citation.offset)


_OTHER_STUDY = re.compile(
    r"^[,;]?\s*(?:and|while|whereas|but)?\s*(?:in\s+)?(?:another|a second|a different|"
    r"a later|a further|other)\s+(?:study|work|report|group|team|authors|studies|"
    r"investigation)",
    re.I,
)


_SET_AGAINST = re.compile(r"^\s*,?\s*(?:whereas|while|but|and)\b", re.I)


def _tells_of_both(a: Analysis, first: int, cut: int, last: int) -> bool:
    """Whether outcomes are told on both sides of a callout, behind it of other vesicles or of
    another miRNA.
    """

    def within(kinds: tuple[str, ...], start: int, end: int) -> bool:
        return any(f.kind in kinds and start <= f.first < end for f in (*a.found, *a.soft))

    outcomes = ("effect", "gene")
    return (
        within(outcomes, first, cut)
        and within(outcomes, cut, last)
        and within(("source", "mirna"), first, cut)
        and within(("source", "mirna"), cut, last)
        and (within(("vesicle",), cut, last) or "those" in a.tokens.keys[cut:last] or (
            within(("mirna",), first, cut) and within(("mirna",), cut, last)
        ))
    )


def _enumerated(a: Analysis, first: int, cut: int, last: int) -> bool:
    """Whether a callout stands between two members of a list of studies, each with a miRNA of its
    own and what it did: "miR-a (…; less X) [4], miR-b (…; fewer Y) [5] and miR-c (…)".
    """
    keys = a.tokens.keys
    begin = cut
    while begin < last and keys[begin] in (",", "and", "or", "as", "well"):
        begin += 1
    if begin == cut or not any(f.kind == "mirna" and f.first == begin for f in a.found):
        return False

    return any(f.kind == "mirna" and first <= f.first < cut for f in a.found) and (
        _tells_on(a, first, cut, last)
    )


def _tells_on(a: Analysis, first: int, cut: int, last: int) -> bool:
    """Whether outcomes are told on both sides of a callout ("…;13 in mice …")."""
    told = [f.first for f in a.found if f.kind in ("effect", "gene")]
    return any(first <= i < cut for i in told) and any(cut <= i < last for i in told)


def _same_subject(a: Analysis, first: int, cut: int, last: int) -> bool:
    """Whether behind a callout the same subject goes on with a verb of its own: "… [4] and have
    anti-fibrotic effects [5]", with outcomes on both sides.
    """
    keys = a.tokens.keys
    verb = cut + 1
    aside = keys[verb : verb + 2] in ([",", "when"], [",", "if"], [",", "after"], [",", "once"])
    if aside and "," in keys[verb + 2 : verb + _ASIDE]:  # "[4] and, when loaded with X, also …"
        verb = keys.index(",", verb + 2) + 1
    verb += keys[verb : verb + 1] == ["also"]
    if keys[cut] not in ("and", "but") or keys[verb : verb + 1] == []:
        return False
    word = a.predicates.get(verb)
    forms = {p.form for p in word.predicates} if word is not None else set()
    plain = "base" in forms and "noun" not in forms
    if keys[verb] not in ("have", "has", "had") and not plain and not (aside and "past" in forms):
        return False
    told = [f.first for f in a.found if f.kind in ("effect", "gene")]
    return any(first <= i < cut for i in told) and any(verb < i < last for i in told)


_ASIDE = 14
"""Tokens that an aside between "and" and its verb may take up."""


def _split_at_citations(a: Analysis, offsets: list[int]) -> list[tuple[int, int]]:
    """Token spans of the sentences, cut where one sentence goes from one study to the next
    ("… was reduced [16] and another study found …").
    """
    tokens = a.tokens
    out: list[tuple[int, int]] = []

    def cited_again(offset: int, end: int) -> bool:
        return bisect_right(offsets, end + 1) > bisect_right(offsets, offset)

    for first, last in a.sentences:
        start, end = a.offset + tokens.starts[first], a.offset + tokens.ends[last - 1]
        begin = first
        inside = list(
            dict.fromkeys(offsets[bisect_right(offsets, start) : bisect_left(offsets, end)])
        )
        for offset in inside:
            rest = tokens.text[offset - a.offset : end - a.offset]
            cut = bisect_left(tokens.starts, offset - a.offset)
            before = tokens.text[max(0, offset - a.offset - 2) : offset - a.offset].rstrip()
            if (
                _OTHER_STUDY.match(rest)
                or rest.lstrip().startswith(";")
                or (before.endswith(";") and _tells_on(a, begin, cut, last))
                or _enumerated(a, begin, cut, last)
                or (_SET_AGAINST.match(rest) and _tells_of_both(a, begin, cut, last))
                or (cited_again(offset, end) and _same_subject(a, begin, cut, last))
            ) and begin < cut < last:
                out.append((begin, cut))
                begin = cut
        out.append((begin, last))
    return out


def chain(study: Study, depth: int = 0) -> list[tuple[Study, int]]:
    """The study and, while anaphors lead back, the ones before it."""
    out = [(study, depth)]
    while study.anaphoric and study.before is not None and depth < 4:
        study = study.before
        depth += 1
        out.append((study, depth))
    return out


def studies_of_review(rows: list[Sentence]) -> list[Study]:
    """Cut the sentences of one paragraph into studies by citations, anaphors and openers."""
    out: list[Study] = []
    markers: set[str] = set()
    earlier: set[str] = set()
    """What the study before the last one cites."""
    for i, s in enumerate(rows):
        own = {c.reference or c.marker for c in s.citations}
        opener = opens_with(s)
        following = rows[i + 1] if i + 1 < len(rows) else None
        if not out:
            new = True
        elif own:
            new = (bool(markers) and not own & markers) or (
                not markers and _states_generally(out[-1]) and not takes_up(s) and _tied(s)
            )
        else:
            introduces = (
                following is not None
                and bool(following.citations)
                and opens_with(following) == "continues"
            )
            new = (
                bool(markers)
                and (opener != "continues" or (_tied(s) and not takes_up(s) and _names_arm(s)))
                and (opener == "new" or introduces or not _follows(s))
                and (opener == "new" or introduces or not _announces(out[-1]))
            )
        new = new or (bool(out) and sets_topic(s))
        dish = not new and _in_the_dish(s, out[-1])
        if new or dish:
            before = out[-1] if out else None
            anaphoric = before is not None and (
                dish or _refers_back(s) or goes_on(s) or _of_one_list(s, before)
            )
            topical = before is not None and bool(own) and not anaphoric and _by_topic(s, before)
            out.append(
                Study([s], before=before, anaphoric=anaphoric or topical, in_vitro=dish,
                      topical=topical)
            )  # fmt: skip
            earlier, markers = markers, own | (markers if dish else set())
        else:
            out[-1].sentences.append(s)
            if own and not markers and own <= earlier and not out[-1].in_vitro:
                # "… [5]. Two miRNAs were named. Both bind X [5]." is one study
                out[-2].sentences += out.pop().sentences
                own |= earlier
            markers |= own
    return out


_AGENTS = re.compile(
    r"\b(?:treated|treatment|therap\w+|given|receiv\w+|inject\w+|administ\w+|drugs?|inhibitors?|by|"
    r"deficien\w+|knock\w*|transgenic|patients with|cells?)\b"
)


def _by_topic(s: Sentence, before: Study) -> bool:
    """Whether a study that names no vesicles is one of those that the paragraph is about: another
    disease, and an outcome that was better or did not change ("Uveitis of horses: no relapse
    occurred [6]").
    """
    if s.of("source") or s.of("vesicle") or s.of("mirna") or not s.of("disease"):
        return False
    if not (before.topical or any(t.of("vesicle") and t.assertions for t in before.sentences)):
        return False
    tokens = s.analysis.tokens
    text = tokens.text[tokens.starts[s.first] : tokens.ends[s.last - 1]].lower()
    if _AGENTS.search(text) or s.last - s.first > 40:
        return False
    return any(_better(s, x) for x in s.assertions)


def _better(s: Sentence, x: Assertion) -> bool:
    """Whether an outcome is said to be better, or not to have changed, without an agent."""
    if x.found.kind not in ("effect", "gene") or (
        s.row[x.at].voice == "right" and not x.unchanged
    ):  # fmt: skip
        return False
    valence = x.found.entry.facts.get("valence") if x.found.entry is not None else ""
    return x.negated or (valence == "good" and x.sign > 0) or (valence == "harm" and x.sign < 0)


def _in_the_dish(s: Sentence, study: Study) -> bool:
    """Whether a study in animals goes on with what the same vesicles did "in vitro", where no
    disease stands for the cells.
    """
    text = " ".join(s.keys())
    told = any(t.of("organism") and any(x.sign for x in t.assertions) for t in study.sentences)
    return (
        " in vitro" in text
        and "in vivo" not in text
        and opens_with(s) == "continues"
        and bool(s.of("vesicle"))
        and told
        and not s.of("organism")
        and not s.of("disease")
        and any(x.sign for x in s.assertions)
    )


def goes_on_from(study: Study, last: Study) -> bool:
    """Whether a paragraph's first study takes up the last one of the paragraph before."""
    s, t = study.sentences[0], last.sentences[-1]
    return (s.block.section, s.block.path) == (t.block.section, t.block.path) and (
        s.has("same_source") or (takes_up(s) and not s.of("source"))
    )


def goes_on(s: Sentence) -> bool:
    """Whether the sentence is the second part of one that tells of two studies."""
    tokens = s.analysis.tokens
    text = tokens.text[tokens.starts[s.first] : tokens.ends[s.last - 1]]
    if text.startswith(";") and not s.of("source") and (" they " in text or not s.of("disease")):
        return True  # "… was denser [4]; miR-x did as much in sheep [5]"
    return _SET_AGAINST.match(text) is not None and text.lstrip(" ,")[:1].islower()


def _of_one_list(s: Sentence, before: Study) -> bool:
    """Whether a part behind a semicolon is of the disease that the whole opens with: "In X, … [4];
    …".
    """
    if s.keys()[0] != ";" or s.of("disease"):
        return False
    while before.before is not None and before.sentences[0].keys()[0] == ";":
        before = before.before
    t = before.sentences[-1]
    return any(f.first - t.first <= _OPENING for f in t.of("disease"))


_OPENING = 6
"""Tokens within which a sentence opens with a disease: "In rats with X, …"."""


def studies_uncited(rows: list[Sentence]) -> list[Study]:
    """Cut a paragraph with no callouts: a study begins where vesicles of MSCs are named anew."""
    out: list[Study] = []
    for s in rows:
        opener = opens_with(s)
        fresh = _tied(s) and not takes_up(s) and bool(s.assertions or s.of("mirna"))
        begins = opener == "new" or fresh or (bool(out) and by_another(s, out[-1].sentences))
        turns = bool(out) and (sets_topic(s) or (begins and _told(out[-1])))
        if turns or not out:
            before = out[-1] if out else None
            anaphoric = before is not None and _refers_back(s)
            out.append(Study([s], before=before, anaphoric=anaphoric))
        else:
            out[-1].sentences.append(s)
    return out


_GROUP = re.compile(r"^(?:animals|mice|rats|rabbits|pigs|when|although)\b", re.I)


def _names_arm(s: Sentence) -> bool:
    """Whether the sentence opens with animals that it then describes: as well a new study."""
    tokens = s.analysis.tokens
    return bool(_GROUP.match(tokens.text[tokens.starts[s.first] : tokens.ends[s.last - 1]]))


def _told(study: Study) -> bool:
    """Whether the study has stated a result."""
    return any(s.assertions for s in study.sentences)


def opens_with(s: Sentence) -> str:
    """``new`` or ``continues`` when the first words say so, else ``""``."""
    tokens = s.analysis.tokens
    text = tokens.text[tokens.starts[s.first] : tokens.ends[s.last - 1]]
    if NEW.match(text):
        return "new"
    return "continues" if CONTINUES.match(text) else ""


def _tied(s: Sentence) -> bool:
    """Whether a source and a vesicle are named in the sentence."""
    return bool(s.of("source")) and bool(s.of("vesicle"))


def _announces(study: Study) -> bool:
    """Whether a study has only said whose vesicles or cells were given or compared so far."""
    opens = opens_with(study.sentences[0]) == "new"
    named = any(s.of("disease") and (opens or s.of("source")) for s in study.sentences)
    return named and not _told(study)


def _states_generally(study: Study) -> bool:
    """Whether sentences with no citation state a result of MSC vesicles by themselves ("There is
    evidence that MSC exosomes relieve colitis. For instance, …").
    """
    return any(_tied(s) and any(x.sign for x in s.assertions) for s in study.sentences)


def takes_up(s: Sentence) -> bool:
    """Whether the sentence opens with an anaphor to the study before it, not a mere connective."""
    tokens = s.analysis.tokens
    text = tokens.text[tokens.starts[s.first] : tokens.ends[s.last - 1]]
    return bool(TAKES_UP.match(text)) and opens_with(s) != "new"


def _refers_back(s: Sentence) -> bool:
    """Whether the sentence takes its source, and mostly its disease, from the study before."""
    tokens = s.analysis.tokens
    text = tokens.text[tokens.starts[s.first] : tokens.ends[s.last - 1]].lower()
    explains = not _tied(s) and ASCRIBES.search(text) is not None
    if takes_up(s) or s.has("same_source") or explains or SAME_MODEL.search(text):
        return True
    return THESE_ANIMALS.search(text) is not None and not s.of("disease")


def _follows(s: Sentence) -> bool:
    """Whether a sentence with no citation goes on with the study before it: it states a result and
    names no vesicle source of its own, or says which miRNA brought it about.
    """
    if s.of("source") or s.assertions:
        return not s.of("source")
    start, end = s.start - s.analysis.offset, s.end - s.analysis.offset
    text = s.analysis.tokens.text[start:end].lower()
    return bool(s.of("mirna")) and MAKERS.search(text) is not None
