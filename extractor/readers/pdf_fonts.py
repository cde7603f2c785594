"""Fonts of a PDF, and pdfium's functions called with plain integers."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as raw

_P, _I = ctypes.c_void_p, ctypes.c_int


def prototype(function: Any, result: Any, *arguments: Any) -> Any:
    """The same C function with plain integers for pointers: no objects are made for a call."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_font_name = prototype(
    raw.FPDFFont_GetBaseFontName, ctypes.c_size_t, ctypes.c_size_t, _P, ctypes.c_size_t
)
_font_flags = prototype(raw.FPDFFont_GetFlags, _I, ctypes.c_size_t)
_font_weight = prototype(raw.FPDFFont_GetWeight, _I, ctypes.c_size_t)

_SIGNS = re.compile(r"Adv(?:P(?!S)|Pi|MathSym)|MathematicalPi|Universal-?GreekwithMathPi")
_BOLD = re.compile(
    r"bold|black|heavy|semibold|demi|(?:[-.,]|MT)?(?:BI?|Bd)$|\.B\+|-B(?:old)?", re.I
)
_ITALIC = re.compile(r"ital|obliq|slant|(?:[-.])(?:B?I|It|Ob)$|\.I\+?$", re.I)


@dataclass(slots=True)
class Font:
    """What the layout needs to know of a font."""

    name: str
    bold: bool
    italic: bool

    @property
    def signs(self) -> bool:
        """Whether it is one of the typesetters' fonts that hold signs under letters' codes."""
        return bool(_SIGNS.search(self.name))

    @property
    def family(self) -> str:
        """The name without subset prefix, weight and slant."""
        name = re.sub(r"^[A-Z]{6}\+", "", self.name)
        return re.split(r"[-,]", name)[0].lower()


class Fonts:
    """The fonts of a document, each under a small number."""

    def __init__(self) -> None:
        self.all: list[Font] = []
        self._by_name: dict[tuple[str, bool], int] = {}
        self._by_pointer: dict[int, int] = {}

    def __getitem__(self, number: int) -> Font:
        return self.all[number]

    def forget_pointers(self) -> None:
        """Pointers hold only as long as their page is open."""
        self._by_pointer.clear()

    def number(self, pointer: int) -> int:
        """The number of the font behind a pdfium pointer."""
        known = self._by_pointer.get(pointer)
        if known is not None:
            return known
        buffer = ctypes.create_string_buffer(200)
        name = ""
        weight = flags = 0
        if pointer:
            length = _font_name(pointer, buffer, 200)
            name = buffer.raw[: max(0, min(length, 200) - 1)].decode("utf-8", "replace")
            flags = max(0, _font_flags(pointer))
            weight = _font_weight(pointer)
        bare = re.sub(r"^[A-Z]{6}\+", "", name)
        bold = bool(_BOLD.search(bare)) or bool(flags & 0x40000) or 600 <= weight <= 1000
        key = (name, bold)
        if key not in self._by_name:
            self._by_name[key] = len(self.all)
            self.all.append(Font(name, bold, bool(_ITALIC.search(bare)) or bool(flags & 0x40)))
        self._by_pointer[pointer] = self._by_name[key]
        return self._by_name[key]
