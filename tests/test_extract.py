"""Documents to findings, end to end: offsets, identity, determinism, what is left out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import extractor
from extractor import mirna, readers
from extractor.components.pieces import MAX_PIECE
from extractor.extract import Extractor, Scope
from extractor.records import Document, Finding, Mention, Slot

CORPUS = sorted((Path(__file__).resolve().parent.parent / "corpus").glob("*.txt"))
SLOTS = ("msc_source", "disease_model", "mirnas", "targets", "effects", "cargo", "vesicle")
RESULT = (
    "In rats with myocardial infarction, BMSC exosomes carrying miR-21 suppressed PTEN and "
    "reduced apoptosis."
)
OTHERS = [
    "Exosomes of ADSCs – rich in miR‐146a – lowered TNF‐α and IL-1β in mice with colitis.",
    "hucMSC-exo delivered miR-21, -23a and -145, which suppressed TGF-β2/SMAD2 signaling in "
    "wounds of mice.",
    "Apoptosis of the “cardiomyocytes” was reduced by EVs of WJ-MSCs in rats with stroke.",
    "MSC exosomes did not change angiogenesis in rats with stroke.",
]


@cache
def read(path: Path) -> Document:
    return readers.read(path)


@cache
def found(path: Path, scope: Scope = "msc") -> tuple[Finding, ...]:
    return tuple(Extractor().findings(read(path), scope))


def findings(text: str, scope: Scope = "msc") -> list[Finding]:
    return Extractor().findings(readers.read_string(text), scope)


def fillers(finding: Finding) -> Iterator[tuple[str, Slot]]:
    for name in SLOTS:
        for slot in finding.slots(name):
            yield name, slot


def check_offsets(document: Document, mentions: list[Mention], got: list[Finding]) -> None:
    """Every mention, slot and evidence stands in the text where it says."""
    text = document.text
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
        assert mention.text.strip() == mention.text != ""
    for finding in got:
        for _, slot in fillers(finding):
            assert text[slot.start : slot.end] == slot.text
            assert slot.label
        assert finding.evidence
        for evidence in finding.evidence:
            assert text[evidence.start : evidence.end] == evidence.text


@pytest.mark.parametrize("path", CORPUS, ids=lambda p: p.stem)
def test_every_mention_stands_in_the_text(path: Path) -> None:
    """Offsets of mentions, slots and evidence give back their own letters."""
    document = read(path)
    mentions = Extractor().mentions(document)
    assert mentions
    check_offsets(document, mentions, [*found(path), *found(path, "any")])


@pytest.mark.parametrize("path", CORPUS, ids=lambda p: p.stem)
def test_source_offsets_lead_back_to_the_letters(path: Path) -> None:
    """Each letter of a mention is the letter at its place in the file."""
    document = read(path)
    raw = path.read_text(encoding="utf-8-sig")
    assert document.alignment is not None
    for mention in Extractor().mentions(document):
        for i, letter in enumerate(mention.text, mention.start):
            if letter.isalnum():
                assert raw[document.alignment.to_source(i)] == letter
        span = document.source_span(mention.start, mention.end)
        assert span is not None
        assert raw[span[0]] == mention.text[0]
        assert raw[span[1] - 1] == mention.text[-1]


@pytest.mark.parametrize("path", CORPUS, ids=lambda p: p.stem)
def test_findings_are_well_formed(path: Path) -> None:
    """Every finding says something, with directions, kinds and polarity of the contract."""
    for finding in (*found(path), *found(path, "any")):
        assert finding.targets or finding.effects or finding.mirnas
        assert {t.direction for t in finding.targets} <= {"up", "down", "none"}
        assert {t.kind for t in finding.targets} <= {"gene", "family", "pathway"}
        assert {e.direction for e in finding.effects} <= {"increase", "decrease", "none"}
        assert finding.polarity in ("asserted", "negated", "hedged")
        assert 0 < finding.confidence < 1
        for name in ("mirnas", "targets", "effects", "cargo"):
            spans = [(s.label, s.start) for s in finding.slots(name)]
            assert len(set(spans)) == len(spans)


@pytest.mark.parametrize("path", CORPUS, ids=lambda p: p.stem)
def test_findings_name_their_rules(path: Path) -> None:
    """Every finding on MSC vesicles says which rules made it, each once."""
    for finding in found(path):
        assert finding.rules
        assert len(set(finding.rules)) == len(finding.rules)


@pytest.mark.parametrize("path", CORPUS, ids=lambda p: p.stem)
def test_findings_come_from_the_running_text(path: Path) -> None:
    """Evidence stands in title, abstract or body, never in lists, captions or back matter."""
    document = read(path)
    for finding in (*found(path), *found(path, "any")):
        for evidence in finding.evidence:
            block = document.block_at(evidence.start)
            assert block is not None
            assert block.kind in ("title", "abstract", "paragraph", "list")
            assert evidence.end <= block.end


def test_ids_are_distinct_and_stable(corpus: Path) -> None:
    """No two findings of the corpus share an id, and a second reading gives the same ids."""
    every = [f for path in CORPUS for f in found(path)]
    assert len(every) > 20
    assert len({f.finding_id for f in every}) == len(every)
    path = corpus / "review01.txt"
    again = Extractor().findings(readers.read(path))
    assert [f.finding_id for f in again] == [f.finding_id for f in found(path)]


def test_ids_know_the_document_and_the_claim() -> None:
    """The same words in another document, or another claim, have another id."""
    one = Extractor().findings(readers.read_string(RESULT, "a"))
    two = Extractor().findings(readers.read_string(RESULT, "b"))
    three = Extractor().findings(readers.read_string(RESULT.replace("reduced", "raised"), "a"))
    ids = [f.finding_id for f in (*one, *two, *three)]
    assert len(ids) == 3 == len(set(ids))


def test_findings_come_in_text_order() -> None:
    """The evidence of a finding never begins before that of the finding above it."""
    for path in CORPUS:
        starts = [f.evidence[0].start for f in found(path)]
        assert starts == sorted(starts)


def test_json_goes_there_and_back() -> None:
    """A finding is the same after it was written and read."""
    (finding,) = findings(RESULT)
    written = json.dumps(finding.to_json())
    assert Finding.from_json(json.loads(written)).to_json() == finding.to_json()


def test_two_runs_give_identical_bytes(corpus: Path) -> None:
    """Neither the process nor the seed of its hashes makes a difference."""
    code = (
        "import json, sys\n"
        "from pathlib import Path\n"
        "from extractor import readers\n"
        "from extractor.extract import Extractor\n"
        "e = Extractor()\n"
        "for name in sys.argv[1:]:\n"
        "    document = readers.read(Path(name))\n"
        "    for scope in ('msc', 'any'):\n"
        "        for f in e.findings(document, scope):\n"
        "            print(json.dumps(f.to_json(), ensure_ascii=False))\n"
        "    for m in e.mentions(document):\n"
        "        print(m.kind, m.start, m.end, m.label, m.id, m.rule)\n"
    )
    names = [str(corpus / "review01.txt"), str(corpus / "w021.txt")]
    runs = [
        subprocess.run(
            [sys.executable, "-c", code, *names], check=True, capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert runs[0].count(b"\n") > 50


def test_nothing_from_references_and_abbreviations() -> None:
    """Titles of references and rows of the abbreviation list state no finding."""
    body = (
        "Vesicles of mesenchymal stem cells: a review\n\nAbstract\n\nWe review the vesicles that "
        "mesenchymal stem cells (MSCs) shed.\n\n1. Brain\n\nIn rats with stroke, BMSC exosomes "
        "reduced apoptosis [1].\n\n"
    )
    lists = (
        "Abbreviations\n\nMSC: mesenchymal stem cell\nIL: interleukin\nTNF: tumor necrosis factor\n"
        "\nReferences\n\n"
        "1. Adams A, Stone B. ADSC exosomes carrying miR-146a reduced TRAF6 in mice with colitis. "
        "J Cell Works. 2011;1:1-9.\n"
        "2. Brown A, Stone B. WJ-MSC exosomes enhanced angiogenesis in diabetic wounds. "
        "J Cell Works. 2012;2:1-9.\n"
    )
    for scope in ("msc", "any"):
        for finding in findings(body + lists, scope):
            assert not finding.mirnas
            assert [s.label for s in (*finding.targets, *finding.effects)] == ["apoptosis"]
    assert len(findings(body + lists)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Macrophage exosomes carried miR-155, which repressed SOCS1 in mice with colitis.",
        "miR-21 targets PTEN in breast cancer cells.",
        "Exosomes of neural stem cells reduced apoptosis in rats with stroke.",
        "Rats were weighed daily.",
        "Der Hund lief über die Straße und bellte.",
        "12 34 56",
    ],
)
def test_a_document_without_msc_gives_none(text: str) -> None:
    """Where no MSC is named, nothing is found."""
    assert findings(text) == []


def test_any_scope_asks_for_no_source() -> None:
    """With ``--scope any`` claims on a miRNA count, whatever carries it."""
    (finding,) = findings("miR-21 targets PTEN in breast cancer cells.", "any")
    assert [s.label for s in finding.mirnas] == ["miR-21"]
    assert [(s.label, s.direction) for s in finding.targets] == [("PTEN", "none")]
    assert finding.disease_model is not None
    assert finding.disease_model.label == "breast cancer"
    assert finding.msc_source is None


def test_any_scope_is_silent_without_mirna() -> None:
    """With ``--scope any`` a text without a miRNA states nothing of one."""
    assert findings("Rats were weighed daily and the diet was changed once.", "any") == []


def test_a_list_of_mirnas_is_one_mention_each() -> None:
    """The members of a list fill the slot one by one, each with its own letters."""
    (finding,) = findings(OTHERS[1])
    assert [(s.text, s.label) for s in finding.mirnas] == [
        ("miR-21", "miR-21"), ("-23a", "miR-23a"), ("-145", "miR-145")]


def test_identifiers_are_given() -> None:
    """Labels of all slots are tied to the vocabularies of the contract."""
    (finding,) = findings(RESULT)
    ids = {name: slot.id for name, slot in fillers(finding)}
    assert ids["msc_source"] == "UBERON:0002371"
    assert ids["targets"] == "HGNC:9588"
    assert ids["effects"] == "GO:0006915"
    assert ids["vesicle"] == "GO:0070062"
    assert str(ids["disease_model"]).startswith("DOID:")


def test_the_library_gives_what_the_engine_gives(tmp_path: Path) -> None:
    """``extractor.extract`` reads a text as it reads a file of the same text."""
    path = tmp_path / "text.txt"
    path.write_text(RESULT, encoding="utf-8")
    of_text = [f.to_json() for f in extractor.extract(RESULT)]
    of_file = [f.to_json() for f in extractor.extract(path)]
    assert of_text
    for one, two in zip(of_text, of_file, strict=True):
        for key in ("msc_source", "disease_model", "mirnas", "targets", "effects", "polarity"):
            assert one[key] == two[key]


def test_a_stream_gives_each_document_its_findings() -> None:
    """``stream`` keeps documents and findings together, in order."""
    documents = [readers.read_string(t, f"d{i}") for i, t in enumerate([RESULT, *OTHERS])]
    engine = Extractor()
    for document, got in engine.stream(documents):
        assert [f.to_json() for f in got] == [f.to_json() for f in engine.findings(document)]
        assert {f.doc_id for f in got} <= {document.doc_id}


def test_long_blocks_are_read_in_pieces() -> None:
    """A block longer than a piece loses no mention and no letter."""
    count = 2 * MAX_PIECE // len(RESULT) + 2
    document = readers.read_string(" ".join([RESULT] * count))
    mentions = Extractor().mentions(document)
    check_offsets(document, mentions, Extractor().findings(document))
    assert sum(m.kind == "mirna" for m in mentions) == count


@settings(max_examples=25, deadline=None)
@given(st.permutations([RESULT, *OTHERS]), st.sampled_from([" ", "\n\n", "\n"]))
def test_offsets_hold_in_any_arrangement(sentences: list[str], joint: str) -> None:
    """Whatever the order and the breaks, every offset gives back its letters."""
    document = readers.read_string(joint.join(sentences))
    engine = Extractor()
    check_offsets(document, engine.mentions(document), engine.findings(document))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(
    ["BMSC exosomes", "miR-21", "-23a", "reduced", "apoptosis", "was", "PTEN", "/", "(", ")", ",",
     "and", "of", ". The", "stroke", "no", "β", "\n\n", "prevented the", "decrease in", "inhibitor",
     "[1]", "which", "M1 to M2", "TGF-β1"]), min_size=1, max_size=25).map(" ".join))
def test_no_jumble_of_words_breaks_it(text: str) -> None:
    """Words of the field in any order are read without failing, with sound offsets."""
    if not text.strip():
        return
    document = readers.read_string(f"{text} x")
    engine = Extractor()
    for scope in ("msc", "any"):
        check_offsets(document, engine.mentions(document), engine.findings(document, scope))


REVIEW_TARGETS = {
    ("miR-22", "MECP2"), ("miR-221", "BBC3"), ("miR-19a", "PTEN"), ("miR-21", "PTEN"),
    ("miR-122", "IGF1R"), ("miR-122", "CCNG1"), ("miR-122", "P4HA1"), ("miR-125b", "SMO"),
    ("miR-17-92 cluster", "PTEN"), ("miR-125a", "DLL4"), ("miR-16", "VEGFA"),
}
REVIEW_MIRNAS = set(
    "miR-22 miR-221 miR-19a miR-21 miR-204 miR-210 miR-122 miR-125b miR-133b miR-23a miR-145 "
    "miR-125a miR-181c miR-494 miR-16 miR-191 miR-222 let-7a let-7f miR-6087".split()
) | {"miR-17-92 cluster"}


@pytest.mark.data
def test_the_papers_name_their_mirnas_and_targets(data: Path) -> None:
    """Every miRNA that the bodies tie to an effect or target is found, with that target."""
    mirnas: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    for path in sorted((data / "corpus" / "papers").glob("*.txt")):
        document = read(path)
        check_offsets(document, Extractor().mentions(document), list(found(path)))
        for finding in found(path):
            names = {mirna.base(s.label) for s in finding.mirnas}
            mirnas |= names
            pairs |= {(name, target.label) for name in names for target in finding.targets}
    assert mirnas >= REVIEW_MIRNAS
    assert pairs >= REVIEW_TARGETS
    for name in ("miR-21", "miR-23a", "miR-125b", "miR-145"):
        assert any(m == name and "SMAD" in target for m, target in pairs)
    assert any(m == "miR-181c" and target.startswith("TLR4") for m, target in pairs)
    assert len(mirnas) < 40


@pytest.mark.data
def test_the_papers_state_more_than_mirnas(data: Path) -> None:
    """Findings without any miRNA are there as well: carried proteins, cytokines, pathways."""
    targets: set[str] = set()
    carried: set[str] = set()
    for path in sorted((data / "corpus" / "papers").glob("*.txt")):
        for finding in found(path):
            carried |= {s.label for s in finding.cargo}
            if not finding.mirnas:
                targets |= {s.label for s in finding.targets}
    assert targets >= {"IL10", "TNF", "IL6", "CTNNB1"}
    assert carried >= {"WNT4", "GPX1"}
