"""Commands about gold and scores: ``evaluate``, ``compare``, ``gold build|agreement|check``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli_options import Fast, Model, Patterns

if TYPE_CHECKING:
    from extractor.evaluation import Evaluation
    from extractor.scoring import Score


class Format(StrEnum):
    """How figures are printed."""

    table = "table"
    json = "json"


class By(StrEnum):
    """What an evaluation is broken down by."""

    slot = "slot"
    section = "section"
    rule = "rule"
    document = "document"
    confidence = "confidence"


Corpus = Annotated[
    list[Path] | None,
    typer.Option("--corpus", metavar="DIR", exists=True, file_okay=False,
                 help="Folder with the documents, before corpus/ and EXTRACTOR_DATA; repeatable."),
]
Form = Annotated[Format, typer.Option("-f", "--format", help="How to print the figures.")]
Gold = Annotated[Path, typer.Argument(help="Gold folder, or one gold file of it.")]

gold_app = typer.Typer(
    no_args_is_help=True, help="Make and check gold: findings written by hand.",
    rich_markup_mode=None,
)


def register(app: typer.Typer) -> None:
    """Add this module's commands to the program's command line."""
    app.command("evaluate", epilog="Example: extractor evaluate gold --by rule --errors "
                "errors.tsv")(evaluate_command)
    app.command("compare", epilog="Example, what a change of patterns did: "
                "extractor compare patterns/ my-patterns/ --gold gold")(compare_command)
    app.add_typer(gold_app, name="gold")


def evaluate_command(
    gold: Gold = Path("gold"),
    found: Annotated[Path | None, typer.Option(
        "--found", metavar="FILE", exists=True, dir_okay=False,
        help="Score this findings file (JSON Lines) instead of extracting.")] = None,
    by: Annotated[By | None, typer.Option("--by", help="Break the figures down.")] = None,
    errors: Annotated[Path | None, typer.Option(
        "--errors", metavar="FILE", dir_okay=False,
        help="Write every miss and false positive here (.jsonl, else tab-separated).")] = None,
    html: Annotated[Path | None, typer.Option(
        "--html", metavar="FILE", dir_okay=False, help="Write figures, errors as a page.")] = None,
    fail_under: Annotated[float | None, typer.Option(
        "--fail-under", min=0, max=1, metavar="X",
        help="Exit with 1 if F1 of the aligned findings' slots is below X.")] = None,
    corpus: Corpus = None,
    patterns: Patterns = None,
    fast: Fast = False,
    model: Model = None,
    form: Form = Format.table,
) -> None:
    """Score the extraction, or a findings file, against gold.

    Documents are looked up in --corpus, in corpus/ and in EXTRACTOR_DATA, and checked by sha256;
    one that is missing is named and left out.
    """
    from extractor import cli_run
    from extractor.evaluation import evaluate
    from extractor.evaluation_errors import error_rows, write_errors
    from extractor.gold import load_gold

    wanted = load_gold(gold)
    engine = None
    if found is None:
        engine = cli_run.make_extractor(patterns, fast, model)
    result = evaluate(wanted, corpus or [], found, engine)
    _missing(result.missing)
    title = f"{len(result.documents)} documents, {'findings file' if found else 'extracted now'}"
    _show(title, result.total(), result.baseline(), result.scores(), form, result, by)
    rows = error_rows(result) if errors or html else []
    if errors:
        write_errors(errors, rows)
        typer.echo(f"wrote {errors}: {len(rows)} errors", err=True)
    if html:
        from extractor.report_evaluate import write_page

        write_page(html, title, result.total(), result.baseline(), result.scores(), rows)
        typer.echo(f"wrote {html}", err=True)
    f1 = result.total().count(("slots", "all")).f1
    if fail_under is not None and (f1 is None or f1 < fail_under):
        shown = "undefined" if f1 is None else f"{f1:.3f}"
        typer.echo(f"error: slot F1 is {shown}, below {fail_under}", err=True)
        raise typer.Exit(1)


def compare_command(
    old: Annotated[Path, typer.Argument(exists=True, help="Findings file or pattern folder.")],
    new: Annotated[Path, typer.Argument(exists=True, help="Findings file or pattern folder.")],
    gold: Annotated[Path | None, typer.Option(
        "--gold", exists=True, help="Gold to score both against; pattern folders are run on its "
        "documents (default then: gold).")] = None,
    corpus: Corpus = None,
    fast: Fast = False,
    model: Model = None,
    form: Form = Format.table,
) -> None:
    """Show what changed between two results, and what that did to the scores."""
    from extractor import cli_run
    from extractor.evaluation import compare_sources
    from extractor.evaluation_errors import change_rows

    made = compare_sources(
        old, new, gold, corpus or [], lambda folder: cli_run.make_extractor(folder, fast, model))
    _missing(made.missing)
    rows = change_rows(made.compared)
    if form is Format.json:
        from extractor.report_evaluate import score_json

        data = {
            "changes": [dict(zip(("doc", "change", "what"), row, strict=True)) for row in rows],
            "old": score_json(made.old, {}) if made.old else None,
            "new": score_json(made.new, {}) if made.new else None,
        }
        typer.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return
    for row in rows:
        typer.echo("\t".join(row))
    counts = [sum(row[1] == what for row in rows) for what in ("appeared", "vanished", "changed")]
    typer.echo(f"{counts[0]} appeared, {counts[1]} vanished, {counts[2]} changed", err=True)
    if made.old and made.new:
        from extractor.report_evaluate import change_table, console

        console().print(change_table(made.old, made.new))


def _missing(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(f"left out: {line}", err=True)


def _show(
    title: str, total: Score, baseline: Score | None, scores: Mapping[str, Score], form: Format,
    result: Evaluation | None = None, by: By | None = None,
) -> None:
    """Print scores as tables or JSON."""
    from extractor import report_evaluate as report

    intervals = total.intervals()
    parts = _parts(result, by) if result and by else None
    if form is Format.json:
        data: dict[str, object] = {
            "total": report.score_json(total, intervals),
            "baseline": report.score_json(baseline, {}) if baseline is not None else None,
            "documents": {name: report.score_json(s, {}) for name, s in scores.items()},
        }
        if by and parts is not None:
            data[f"by {by.value}"] = {
                name: report.score_json(value, {}) for name, value in parts.items()
            }
        elif by and result:
            columns, rows = _rows(result, by)
            data[f"by {by.value}"] = [dict(zip(columns, row, strict=True)) for row in rows]
        typer.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return
    out = report.console()
    out.print(report.score_table(title, total, intervals, baseline))
    out.print()
    if by is None or by in (By.document, By.slot):
        out.print(report.group_table("F1 by document", scores))
    if by and result and parts is not None:
        if by is By.section:
            out.print(report.group_table("F1 by section", parts))
        elif by is By.document:
            for name, value in parts.items():
                out.print()
                out.print(report.score_table(name, value, value.intervals(),
                                             result.documents[name].baseline))
    elif by in (By.rule, By.confidence) and result:
        columns, rows = _rows(result, by)
        out.print(report.plain_table(f"by {by.value}", columns, rows))


def _parts(result: Evaluation, by: By) -> Mapping[str, Score] | None:
    """The scores of a breakdown into scores; ``None`` for the other breakdowns."""
    from extractor.evaluation_errors import by_section

    if by is By.section:
        return by_section(result)
    return result.scores() if by is By.document else None


def _rows(result: Evaluation, by: By) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """The lines of a breakdown by rule or confidence; by slot the score table says it already."""
    from extractor.evaluation_errors import by_rule, calibration, judged

    found = judged(result)
    if by is By.rule:
        return ("rule", "findings", "precision", "slot precision"), [*by_rule(found)]
    if by is By.confidence:
        columns = ("confidence", "findings", "mean", "precision", "slot precision")
        return columns, [*calibration(found)]
    counts = result.total().counts()
    return ("slot", "precision", "recall", "f1"), [
        (m[1], c.precision, c.recall, c.f1) for m, c in counts.items() if m[0] == "slots"
    ]


@gold_app.command("build")
def gold_build(
    rows: Annotated[list[Path], typer.Argument(help="Annotations in short form (JSON Lines).")],
    out: Annotated[Path | None, typer.Option("-o", "--out", help="Gold folder to write.")] = None,
    corpus: Corpus = None,
    patterns: Patterns = None,
    also: Annotated[
        list[str] | None, typer.Option("--also", help="A document that holds no finding.")
    ] = None,
    notes: Annotated[bool, typer.Option("--notes", help="List doubtful places and labels that "
                                        "the lexicons lack as well.")] = False,
) -> None:
    """Turn annotations in short form into gold.

    What cannot be located is listed, one line each, and left out; the exit code is then 1.
    Without -o nothing is written: the rows are only checked. The fields: extractor gold fields.

    Example: extractor gold build rows.jsonl --corpus corpus -o gold
    """
    from extractor.gold_build import Builder, write_gold

    built = Builder(corpus or [], patterns).build(rows, also or [])
    for problem in built.problems:
        typer.echo(str(problem))
    if notes:
        for note in built.notes:
            typer.echo(f"note: {note}")
        for slot, labels in built.unknown.items():
            typer.echo(f"note: {slot} not in the lexicon: {', '.join(labels)}")
    if out is not None:
        for path in write_gold(built, out):
            typer.echo(f"wrote {path}", err=True)
    count = sum(map(len, built.findings.values()))
    typer.echo(f"{count} findings in {len(built.findings)} documents, {len(built.problems)} to "
               "correct", err=True)
    if built.problems:
        raise typer.Exit(1)


@gold_app.command("fields")
def gold_fields() -> None:
    """Explain the fields of annotations in short form.

    Example: extractor gold fields
    """
    from extractor.gold_build import ROW_HELP

    typer.echo(ROW_HELP, nl=False)


@gold_app.command("agreement")
def gold_agreement(
    one: Annotated[Path, typer.Argument(exists=True, help="Short form rows, or gold.")],
    two: Annotated[Path, typer.Argument(exists=True, help="The other annotation, likewise.")],
    corpus: Corpus = None,
    patterns: Patterns = None,
    differences: Annotated[bool, typer.Option("--differences", help="List what differs.")] = False,
    form: Form = Format.table,
) -> None:
    """Score one annotation against another; the first stands in the place of gold.

    A mention of short form rows that cannot be located counts at the place of its quote.

    Example: extractor gold agreement one.jsonl two.jsonl --corpus corpus
    """
    from extractor.evaluation import agreement
    from extractor.evaluation_errors import difference_rows
    from extractor.scoring import Score, tally

    compared, problems = agreement(one, two, corpus or [], patterns)
    for problem in problems:
        typer.echo(f"note: {problem}", err=True)
    scores = {doc_id: tally(made) for doc_id, made in compared.items()}
    _show("agreement", sum(scores.values(), Score()), None, scores, form)
    if differences:
        for row in difference_rows(compared):
            typer.echo("\t".join((row.doc, row.what, row.kind, row.slot, row.gold, row.found)))


@gold_app.command("check")
def gold_check(
    gold: Gold = Path("gold"),
    corpus: Corpus = None,
    patterns: Patterns = None,
    notes: Annotated[bool, typer.Option("--notes", help="List labels that the lexicons lack as "
                                        "well.")] = False,
) -> None:
    """Check that offsets, identifiers, labels and citations of the gold hold.

    One line for each fault, with file, line and remedy; the exit code is then 1.

    Example: extractor gold check gold
    """
    from extractor.gold_check import check

    checked = check(gold, corpus or [], patterns)
    _missing(checked.missing)
    for fault in checked.faults:
        typer.echo(fault)
    if notes:
        for note in checked.notes:
            typer.echo(f"note: {note}")
    typer.echo(f"{checked.findings} findings in {checked.documents} documents, "
               f"{len(checked.faults)} faults", err=True)
    if checked.faults:
        raise typer.Exit(1)
