"""A small typesetter: words with raised parts and odd fonts, justified, hyphenated, in frames."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import TTFont

Frame = tuple[int, float, float, float, float]
"""Page, x0, top, x1, bottom; origin top left."""

FAMILIES = {
    "serif": ("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic"),
    "sans": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique"),
    "ligatures": ("Vera", "VeraBd", "VeraIt", "VeraBI"),
}
_GREEK = "αβγδκμλε"
_CITE = re.compile(r"\^\{([^}]*)\}")
_BREAK = re.compile(r"(?<=[aeiou][bcdfgklmnprstv])(?=[bcdfgklmnprstv][aeiou])")


def load_fonts() -> None:
    """Make the fonts with ligatures known to the library (they come with it)."""
    if "Vera" not in pdfmetrics.getRegisteredFontNames():
        folder = Path(reportlab.__file__).parent / "fonts"
        for name in FAMILIES["ligatures"]:
            pdfmetrics.registerFont(TTFont(name, folder / f"{name}.ttf"))


@dataclass(frozen=True, slots=True)
class Type:
    """How a paragraph is set; lengths in points; ``align`` is justify, left or center."""

    family: str = "serif"
    weight: int = 0
    size: float = 10.0
    leading: float = 12.0
    indent: float = 0.0
    hanging: float = 0.0
    before: float = 0.0
    after: float = 0.0
    align: str = "justify"
    hyphens: bool = True
    tab: bool = False
    """Whether the first word (a number) stands alone before the hanging edge."""
    keep: float = 0.0
    """How much must be left below (for headings)."""

    @property
    def font(self) -> str:
        """The font's name."""
        return FAMILIES[self.family][self.weight]


@dataclass(slots=True)
class Bit:
    """Letters in one font at one height."""

    text: str
    font: str
    size: float
    rise: float = 0.0

    @property
    def width(self) -> float:
        """Its width in points."""
        return float(stringWidth(self.text, self.font, self.size))


def bits_of(word: str, kind: Type, lead: str | None = None) -> list[Bit]:
    """A word cut where its type changes; ``^{…}`` is raised, Greek comes from a font of its own."""
    out: list[Bit] = []
    font = lead or kind.font
    at = 0
    for m in [*_CITE.finditer(word), None]:
        plain = word[at : m.start() if m else len(word)]
        for piece in re.split(rf"([{_GREEK}]+)", plain):
            if not piece:
                continue
            if piece[0] in _GREEK:
                out.append(Bit(piece, "Symbol", kind.size))
                continue
            if kind.family == "ligatures":
                piece = piece.replace("fi", "ﬁ").replace("fl", "ﬂ")
            out.append(Bit(piece, font, kind.size))
        if m:
            out.append(Bit(m.group(1), font, 0.62 * kind.size, 0.36 * kind.size))
            at = m.end()
    return out


def _broken(word: str, room: float, kind: Type) -> tuple[str, str] | None:
    """A word parted with a hyphen so that its first part fits."""
    if not re.fullmatch(r"[A-Za-z]{6,}[.,;:]?", word):
        return None
    best = None
    for m in _BREAK.finditer(word):
        head = word[: m.start()] + "-"
        if 2 <= m.start() <= len(word) - 3 and sum(b.width for b in bits_of(head, kind)) <= room:
            best = (head, word[m.start() :])
    return best


@dataclass(slots=True)
class Press:
    """Sets text into frames, one after the other; ``manner`` is how lines get into the file.

    ``words``: one string a word. ``lines``: one text object a line with word spacing. ``chars``:
    every letter placed for itself.
    """

    canvas: Any
    height: float
    frames: Iterator[Frame]
    turn: Callable[[int], None]
    manner: str = "words"
    page: int = 0
    x0: float = 0.0
    x1: float = 0.0
    y: float = 0.0
    bottom: float = 0.0
    fresh: bool = True

    def next_frame(self) -> None:
        """Go on in the next frame."""
        page, x0, top, x1, bottom = next(self.frames)
        while page != self.page:
            self.page += 1
            if self.page > 1:
                self.canvas.showPage()
            self.turn(self.page)
        self.x0, self.x1, self.y, self.bottom = x0, x1, top, bottom
        self.fresh = True

    def need(self, height: float) -> None:
        """Make sure that so much is left of the frame."""
        tries = 0
        while self.y + height > self.bottom and tries < 50:
            self.next_frame()
            tries += 1

    def paragraph(self, text: str, kind: Type, lead: str = "", drop: bool = False) -> None:
        """Set one paragraph; ``lead`` are words in bold or italic before it."""
        words = [(w, FAMILIES[kind.family][1]) for w in lead.split()]
        words += [(w, "") for w in text.split()]
        if not self.fresh:
            self.y += kind.before
        self.need(kind.leading + kind.keep)
        capital = 0.0
        if drop and words:
            first, _ = words[0]
            big = 2 * kind.leading + 0.75 * kind.size - kind.size * 0.05
            big /= 0.72
            big = 2.72 * kind.leading
            self.canvas.setFont(kind.font, big)
            self.canvas.drawString(self.x0, self.height - (self.y + 2.75 * kind.leading), first[:1])
            capital = stringWidth(first[:1], kind.font, big) + 2
            words[0] = (first[1:], "")
        number = 0
        tabbed = kind.tab and len(words) > 1
        if tabbed:
            self.canvas.setFont(kind.font, kind.size)
            y = self.height - (self.y + kind.leading) + 0.25 * kind.size
            self.canvas.drawString(self.x0, y, words.pop(0)[0])
        while words:
            self.need(kind.leading)
            inset = kind.hanging if number or tabbed else kind.indent
            if number < 3 and capital:
                inset = capital
            words = self._line(words, kind, inset)
            number += 1
        self.y += kind.after

    def _line(
        self, words: list[tuple[str, str]], kind: Type, inset: float
    ) -> list[tuple[str, str]]:
        room = self.x1 - self.x0 - inset
        space = stringWidth(" ", kind.font, kind.size)
        line: list[list[Bit]] = []
        used, k = 0.0, 0
        while k < len(words):
            word, font = words[k]
            bits = bits_of(word, kind, font or None)
            wide = sum(b.width for b in bits)
            if wide > room and not line:  # an address is broken where it has a stop or a stroke
                cut = next(
                    m.end()
                    for m in reversed(list(re.finditer(r"[/.]|.\b", word)))
                    if m.end() < len(word)
                    and sum(b.width for b in bits_of(word[: m.end()], kind)) <= room
                )
                line.append(bits_of(word[:cut], kind, font or None))
                words = [*words[:k], ("", ""), (word[cut:], font), *words[k + 1 :]]
                used, k = room + space, k + 1
                break
            if used + wide > room and line:
                parts = _broken(word, room - used, kind) if kind.hyphens else None
                if parts:
                    line.append(bits_of(parts[0], kind, font or None))
                    words = [*words[:k], ("", ""), (parts[1], font), *words[k + 1 :]]
                    k += 1
                    used += sum(b.width for b in line[-1]) + space
                break
            line.append(bits)
            used += wide + space
            k += 1
        used -= space
        self.y += kind.leading
        self.fresh = False
        x = self.x0 + inset
        if kind.align == "justify" and k < len(words) and len(line) > 1:
            more = (room - used) / (len(line) - 1)
            space += more if more < 2.5 * kind.size else 0.0
        elif kind.align == "center":
            x += (room - used) / 2
        self._draw(line, x, self.height - self.y + 0.25 * kind.size, space, kind)
        return words[k:]

    def _draw(self, line: list[list[Bit]], x: float, y: float, space: float, kind: Type) -> None:
        if self.manner == "lines" and kind.family != "ligatures":
            text = self.canvas.beginText(x, y)
            text.setWordSpace(space - stringWidth(" ", kind.font, kind.size))
            for n, word in enumerate(line):
                for bit in word:
                    text.setFont(bit.font, bit.size)
                    text.setRise(bit.rise)
                    text.textOut(bit.text)
                text.setFont(kind.font, kind.size)
                text.setRise(0)
                if n + 1 < len(line):
                    text.textOut(" ")
            self.canvas.drawText(text)
            return
        for word in line:
            for bit in word:
                self.canvas.setFont(bit.font, bit.size)
                if self.manner == "chars":
                    for char in bit.text:
                        self.canvas.drawString(x, y + bit.rise, char)
                        x += stringWidth(char, bit.font, bit.size)
                else:
                    self.canvas.drawString(x, y + bit.rise, bit.text)
                    x += bit.width
            x += space

    def lines_needed(self, text: str, kind: Type, width: float) -> int:
        """How many lines a text takes at most in a width."""
        total = sum(stringWidth(w + " ", kind.font, kind.size) for w in text.split())
        return int(total / width * 1.12) + 1

    def rule(self, x0: float, x1: float, y: float, width: float = 0.6) -> None:
        """Draw a rule across."""
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, self.height - y, x1, self.height - y)


def scaled(kind: Type, factor: float, **changes: Any) -> Type:
    """The same type in another size."""
    return replace(
        kind, size=round(kind.size * factor, 2), leading=round(kind.leading * factor, 2), **changes
    )
