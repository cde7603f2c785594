"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class ScopeOption(StrEnum):
    """Which claims count as findings."""

    msc = "msc"
    any = "any"


Patterns = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR", exists=True, file_okay=False, help="Folder with patterns of your own."
    ),
]
Scopes = Annotated[
    ScopeOption,
    typer.Option(help="msc: claims on MSC vesicles; any: claims on a miRNA, whatever carries it."),
]
Fast = Annotated[
    bool,
    typer.Option(
        "--fast/--trained", help="Rules and lexicons only, or the trained recognisers too."
    ),
]
Model = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="An installed spaCy pipeline in place of our model."),
]
