"""Commands for those who write patterns: ``patterns check``, ``list``, ``test``."""

from __future__ import annotations

import typer

from extractor.cli_options import Patterns

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

    loaded = rules.load(patterns)
    for name in loaded.files:
        print(name)
    print(f"{len(loaded.files)} files in order")
