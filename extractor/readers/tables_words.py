"""The words of a table, and the rows in which they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .layout import Line, Run
from .pdf_chars import PageGlyphs


@dataclass(slots=True)
class Word:
    """A word of a table: its place in the reading frame and the glyphs that spell it."""

    run: Run
    text: str


def words_of(lines: Sequence[Line], glyphs: PageGlyphs) -> list[Word]:
    """The words of lines, each as a run of its own."""
    out: list[Word] = []
    frame = glyphs.frame
    for line in lines:
        base = line.base
        first = True
        for run in line.runs:
            start = run.first
            for i in range(run.first, run.last + 1):
                end = i == run.last
                if not end and (not glyphs.space[i] or i == run.first):
                    continue
                if i > start:
                    glue = (
                        start == run.first
                        and not run.space
                        and not first
                        and bool(out)
                        and (run.x0 - out[-1].run.x1 < 0.25 * run.size)
                    )
                    piece = Run(
                        start,
                        i,
                        float(frame[start:i, 0].min()),
                        float(frame[start:i, 2].max()),
                        run.base,
                        run.size,
                        run.font,
                        not glue,
                    )
                    piece.rise = base - run.base
                    out.append(Word(piece, "".join(glyphs.strings[start:i])))
                    first = False
                start = i
    return out


def rows_of(words: Sequence[Word]) -> list[list[Word]]:
    """Words by the baseline they stand on, raised and lowered letters with their neighbours."""
    rows: list[tuple[float, list[Word]]] = []
    for word in sorted(words, key=lambda w: w.run.base + w.run.rise):
        base = word.run.base + word.run.rise
        if rows and abs(rows[-1][0] - base) < 0.35 * word.run.size:
            rows[-1][1].append(word)
        else:
            rows.append((base, [word]))
    return [sorted(r, key=lambda w: w.run.x0) for _, r in rows]
