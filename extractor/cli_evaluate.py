"""Commands about gold and scores: ``evaluate``, ``compare``, ``gold build|agreement|check``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.errors import ExtractorError

Corpus = Annotated[
    list[Path] | None,
    typer.Option("--corpus", help="Folder with the documents; may be given several times."),
]
Patterns = Annotated[
    Path | None,
    typer.Option("--patterns", help="Folder of pattern files instead of the program's own."),
]

gold_app = typer.Typer(
    no_args_is_help=True, help="Make and check gold: findings written by hand.",
    rich_markup_mode=None,
)


def register(app: typer.Typer) -> None:
    """Add this module's commands to the program's command line."""
    app.add_typer(gold_app, name="gold")


def _fail(error: Exception) -> typer.Exit:
    typer.echo(f"error: {error}", err=True)
    return typer.Exit(2)


@gold_app.command("build")
def gold_build(
    rows: Annotated[list[Path], typer.Argument(help="Annotations in short form (JSON Lines).")],
    out: Annotated[Path | None, typer.Option("-o", "--out", help="Gold folder to write.")] = None,
    corpus: Corpus = None,
    patterns: Patterns = None,
    also: Annotated[
        list[str] | None, typer.Option("--also", help="A document that holds no finding.")
    ] = None,
    fields: Annotated[bool, typer.Option("--fields", help="Explain the short form's fields and "
                                         "stop.")] = False,
    notes: Annotated[bool, typer.Option("--notes", help="List doubtful places and labels without "
                                        "an identifier as well.")] = False,
) -> None:
    """Turn annotations in short form into gold.

    What cannot be located is listed, one line each, and left out; the exit code is then 1.
    Without -o nothing is written: the rows are only checked.

    Example: extractor gold build rows.jsonl --corpus corpus -o gold
    """
    from extractor.gold_build import ROW_HELP, Builder, write_gold

    if fields:
        typer.echo(ROW_HELP)
        return
    problems = 0
    try:
        builder = Builder(corpus or [], patterns)
        built = builder.build(rows, also or [])
        for problem in built.problems:
            typer.echo(str(problem))
        problems = len(built.problems)
        if notes:
            for note in built.notes:
                typer.echo(f"note: {note}")
            for slot, labels in built.unknown.items():
                typer.echo(f"note: {slot} without an identifier: {', '.join(labels)}")
        if out is not None:
            for path in write_gold(built, out):
                typer.echo(f"wrote {path}", err=True)
    except ExtractorError as error:
        raise _fail(error) from None
    count = sum(map(len, built.findings.values()))
    typer.echo(f"{count} findings in {len(built.findings)} documents, {problems} to correct",
               err=True)
    if problems:
        raise typer.Exit(1)


if __name__ == "__main__":
    main = typer.Typer(rich_markup_mode=None)
    register(main)
    main()
