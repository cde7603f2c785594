"""Patterns that are compiled when they are first used: many texts never need them, and compiling
all of them took a fifth of the start.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazily:
    """A pattern in waiting; the first use of a method puts the compiled one's in its place."""

    def __init__(self, text: str, flags: int) -> None:
        self._told = text, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        made = re.compile(*self._told)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(made, method))
        return getattr(made, name)


def lazily(text: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern like that of ``re.compile``, compiled when it is first used."""
    return cast("re.Pattern[str]", _Lazily(text, flags))
