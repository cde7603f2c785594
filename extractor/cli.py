"""The command line: thin commands over the library. Data to standard output, talk to error.

Exit codes: 0 all well, 1 something could not be read or done, 2 a command line without sense,
130 stopped by Ctrl-C.
"""

from __future__ import annotations

import functools
import os
import sys
import time
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from extractor.cli_options import Fast, Model, Patterns, ScopeOption, Scopes
from extractor.errors import ExtractorError

# Everything heavy is imported by the command that needs it: help must come at once.


class Commands(TyperGroup):
    """All commands, with what goes wrong in any of them told in one line."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; its errors become a line and an exit code."""
        try:
            return super().invoke(ctx)
        except ExtractorError as error:
            print("error:", str(error).replace("\n", " "), file=sys.stderr)
            raise typer.Exit(1) from None
        except BrokenPipeError:
            # whoever read our output has had enough; the interpreter must not find that out again
            # when it flushes on its way out
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(141) from None
        except OSError as error:  # no space, no permission: what is read is caught further in
            where = f"{error.filename}: " if error.filename else ""
            print(f"error: {where}{error.strerror or error}", file=sys.stderr)
            raise typer.Exit(1) from None


app = typer.Typer(
    name="extractor",
    cls=Commands,
    help="Findings on mesenchymal stem cell vesicles (source, disease model, miRNA, target, "
    "effect) from papers, without language models.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


class Form(StrEnum):
    """What findings can be written as."""

    jsonl = "jsonl"
    csv = "csv"
    tsv = "tsv"
    xlsx = "xlsx"
    table = "table"


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"extractor {version('msc-extractor')}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Options of the program itself."""


@app.command(
    epilog="Example, all papers of a folder into one sheet: "
    "extractor extract papers/ -o findings.xlsx"
)
def extract(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files, folders, glob patterns, or - for stdin."),
    ],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE|DIR", help="Where to; a folder gets one file "
                     "a document. Without it, to standard output."),
    ] = None,
    form: Annotated[
        Form | None,
        typer.Option("-f", "--format", help="Format; by default from the suffix of -o, else a "
                     "table on a terminal and JSON Lines on a pipe."),
    ] = None,
    scope: Scopes = ScopeOption.msc,
    patterns: Patterns = None,
    text: Annotated[
        Path | None,
        typer.Option(metavar="DIR", file_okay=False, help="Also write each document's text, to "
                     "which the offsets belong, to DIR."),
    ] = None,
    fast: Fast = False,
    model: Model = None,
) -> None:
    """Find the findings in papers and write them out."""
    from extractor import cli_inputs, cli_run

    summary = cli_run.Summary(started=time.perf_counter())
    opened = cli_run.open_sink(output, form.value if form else None)
    if text is not None and not text.parent.is_dir():
        raise cli_run.misuse(f"{text.parent}: no such folder; make it first")
    inputs, failures = cli_inputs.find(paths)
    cli_run.spare_inputs(inputs, output, text)
    for failure in failures:
        summary.failed += 1
        cli_run.say(f"error: {failure}")
    engine = cli_run.Engine(patterns, fast, model)
    with ExitStack() as stack:
        advance = None
        # where the findings themselves go to the terminal, they show how far it is
        if sys.stderr.isatty() and (output is not None or not sys.stdout.isatty()):
            from extractor.report import progress

            advance = stack.enter_context(progress(len(inputs)))
        sink = stack.enter_context(opened)
        if text is not None:
            text.mkdir(exist_ok=True)
            sink = cli_run.with_text(sink, text)
        for done in cli_run.process(inputs, engine, scope.value, sink, summary):
            if advance is not None:
                advance(done.path)
        if not summary.documents:
            # nothing was read: leave no empty file behind, and spoil no older one
            cli_run.say(str(summary))
            raise typer.Exit(1)
    cli_run.say(str(summary))
    if output is not None:
        cli_run.say(f"written: {output}")
    if summary.failed:
        raise typer.Exit(1)


@functools.cache
def build() -> typer.Typer:
    """The whole command line, with the commands of the other modules."""
    from extractor import cli_inspect, cli_patterns

    cli_inspect.register(app)
    cli_patterns.register(app)
    try:
        from extractor import cli_evaluate
    except ImportError:
        pass
    else:
        cli_evaluate.register(app)
    return app


def main() -> None:
    """Entry point of the command ``extractor``."""
    try:
        build()(prog_name="extractor")
    except KeyboardInterrupt:  # before the commands took over
        sys.exit(130)
