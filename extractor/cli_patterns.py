"""Commands for those who write patterns: ``patterns check``, ``list``, ``test``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli_options import Patterns
from extractor.exporters.rows import joined, shown

if TYPE_CHECKING:
    from extractor.components.discourse import Sentence
    from extractor.extract import Extractor
    from extractor.records import Document, Finding

patterns_app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Check, list and try pattern files."
)


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.add_typer(patterns_app, name="patterns")


@patterns_app.command(epilog="Example: extractor patterns check --patterns mine/")
def check(patterns: Patterns = None) -> None:
    """Load all pattern files, yours on top of ours, and say what is wrong with them."""
    from extractor import rules
    from extractor.components.examples import check as failures
    from extractor.components.relations import check_examples, constructions

    loaded = rules.load(patterns)
    broken = [*map(str, failures(loaded)), *check_examples(loaded)]
    for failure in broken:
        print(failure, file=sys.stderr)
    for kind, entries in sorted(loaded.entries.items()):
        print(f"{len(entries):>6,} {kind}")
    print(f"{len(loaded.accessions):>6,} miRNA names")
    print(f"{loaded.predicates.names:>6,} forms of words of change")
    print(f"{loaded.cues.names:>6,} cues")
    print(f"{loaded.lexicon.names:>6,} written forms in all lexicons")
    print(f"{len(constructions()):>6,} constructions of miRNA and gene")
    print(f"{len(loaded.examples):>6,} examples of changes, {len(broken)} not read as they say")
    if broken:
        raise typer.Exit(1)
    print(f"{len(loaded.files)} files in order: {', '.join(loaded.files)}")


@patterns_app.command("list", epilog="Example: extractor patterns list VEGF")
def list_(
    word: Annotated[
        str, typer.Argument(metavar="[WORD]", help="Only rules for this word, or so labelled.")
    ] = "",
    patterns: Patterns = None,
) -> None:
    """List the rules: where each stands, what it stands for, its identifier."""
    from extractor import rules
    from extractor.tokens import tokenize

    loaded = rules.load(patterns)
    wanted = word.casefold()
    hits = set()
    if word:
        tokens = tokenize(word)
        for lexicon in (loaded.lexicon, loaded.predicates, loaded.cues):
            hits |= {h.name.entry.rule for h in lexicon.find(tokens)}
    lines = [
        (entry.rule, entry.label, entry.id or "")
        for entries in loaded.entries.values()
        for entry in entries
        if wanted in entry.label.casefold() or entry.rule in hits
    ]
    lines += [(rule, rule.rpartition(":")[2], "") for rule in hits - {line[0] for line in lines}]
    for line in sorted(lines):
        print("\t".join(line).rstrip())
    if not lines:
        print(f"no rule knows {word!r}")
        raise typer.Exit(1)


@patterns_app.command(
    "test",
    epilog="Example: extractor patterns test 'BMSC exosomes carried miR-21, which repressed PTEN.'"
)
def try_text(
    sentence: Annotated[str, typer.Argument(metavar="TEXT", help="A sentence or a few.")],
    patterns: Patterns = None,
) -> None:
    """Show which rules fire on a text, what comes of them, and why others come to nothing."""
    from extractor.extract import Extractor
    from extractor.readers import read_string

    document = read_string(sentence, "sentence")
    engine = Extractor(patterns=patterns, fast=True)  # the patterns alone are tested
    for found in engine.sentences(document):
        _show_sentence(document, found)
    _show_findings(engine, document)


def _show_sentence(document: Document, sentence: Sentence) -> None:
    print(document.text[sentence.start : sentence.end])
    for found in sorted([*sentence.found, *sentence.soft], key=lambda f: f.first):
        m = found.mention
        print(f"  {m.kind:<9} {m.text!r} is {m.label} ({m.id or 'no identifier'})  {m.rule}")
    for cue, places in sentence.cues.items():
        for at in places:
            print(f"  cue       {sentence.analysis.tokens.keys[at]!r} means {cue}")
    claimed = {id(a.found) for a in sentence.assertions}
    for assertion in sentence.assertions:
        sign = {1: "up", -1: "down", 0: "no direction"}[assertion.sign]
        negated = ", negated" if assertion.negated else ""
        words = assertion.found.mention.text
        print(f"  claim     {assertion.trigger!r}: {words!r} {sign}{negated}")
    triggers = {a.trigger for a in sentence.assertions}
    for at, word in sentence.analysis.predicates.items():
        if not sentence.first <= at < sentence.last:
            continue
        lemmas = {p.lemma for p in word.predicates}
        if not lemmas & triggers:
            key = sentence.analysis.tokens.keys[at]
            print(f"  idle      {key!r} ({', '.join(sorted(lemmas))}): nothing named in its frame")
    for found in sentence.found:
        if found.kind in ("gene", "effect") and id(found) not in claimed:
            print(f"  idle      {found.mention.text!r}: no word of change reaches it")


def _show_findings(engine: Extractor, document: Document) -> None:
    mine = engine.findings(document, "msc")
    for finding in mine:
        print(f"finding     {_told(finding)}")
        for rule in finding.rules:
            print(f"  rule      {rule}")
    if mine:
        return
    print("no finding on MSC vesicles")
    for finding in engine.findings(document, "any"):
        print(f"  with --scope any: {_told(finding)}")


def _told(finding: Finding) -> str:
    parts = [
        shown(finding.msc_source) if finding.msc_source else "",
        shown(finding.disease_model) if finding.disease_model else "",
        joined(finding.mirnas), joined(finding.targets), joined(finding.effects),
    ]
    return " | ".join(part or "—" for part in parts) + f" ({finding.polarity})"
