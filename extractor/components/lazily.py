"""Patterns that are compiled when they are first used: many texts never need them, and compiling
all of them took a fifth of the start.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

from extractor.components.words import holds


class _Lazily:
    """A pattern in waiting; the first use of a method puts the compiled one's in its place."""

    def __init__(self, text: str, flags: int, needs: tuple[str, ...]) -> None:
        self._told = text, flags
        self._needs = needs

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        made = re.compile(*self._told)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(made, method))
        if self._needs:
            for method, nothing in (("search", None), ("match", None), ("finditer", ())):
                setattr(self, method, _where(getattr(made, method), self._needs, nothing))
        return self.__dict__.get(name) or getattr(made, name)


def _where(method: Callable[..., Any], needs: tuple[str, ...], nothing: Any) -> Callable[..., Any]:
    """A method of a pattern, run only on texts that hold one of some strings."""

    def told(text: str, *span: int) -> Any:
        return method(text, *span) if holds(text, needs) else nothing

    return told


def lazily(text: str, flags: int = 0, needs: tuple[str, ...] = ()) -> re.Pattern[str]:
    """A pattern like that of ``re.compile``, compiled when it is first used.

    Args:
        text: The expression.
        flags: As for ``re.compile``.
        needs: Strings of which one stands in every text that the pattern matches, by which most
            texts are passed over: a pattern is tried at every letter, which takes far longer.
    """
    return cast("re.Pattern[str]", _Lazily(text, flags, needs))
