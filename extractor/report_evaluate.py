"""Tables of scores, errors and comparisons for the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from extractor.evaluation_errors import ErrorRow
from extractor.scoring import METRICS, Metric, Score

HEADLINES: tuple[tuple[str, Metric], ...] = (
    ("mentions", ("mentions overlap", "all")), ("pairs", ("pairs", "all")),
    ("tuples", ("tuples", "strict")), ("relaxed", ("tuples", "relaxed")),
    ("slots", ("slots", "all")), ("findings", ("findings", "all")),
)
"""The figures of one line per document."""


def number(value: float | None) -> str:
    """A ratio with three decimals; a dash where it is undefined."""
    return "–" if value is None else f"{value:.3f}"


def console(width: int | None = None) -> Console:
    """A console for standard output; wide enough for the tables where it is no terminal."""
    made = Console(highlight=False)
    if width or not made.is_terminal:
        made = Console(highlight=False, width=width or 120)
    return made


def _table(title: str, columns: Sequence[str], text: int = 1) -> Table:
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    for i, column in enumerate(columns):
        table.add_column(column, justify="left" if i < text else "right", no_wrap=i > 0)
    return table


def score_table(title: str, score: Score, intervals: Mapping[Metric, tuple[float, float]],
                baseline: Score | None = None) -> Table:
    """Every metric with counts, interval and, if given, the baseline."""
    columns = ["level", "of", "P", "R", "F1", "95 % of F1", "TP", "FP", "FN"]
    if baseline is not None:
        columns += ["base P", "base R", "base F1"]
    table = _table(title, columns, text=2)
    base = baseline.counts() if baseline is not None else None
    last = ""
    for metric, count in score.counts().items():
        level = metric[0] if metric[0] != last else ""
        if level and last:
            table.add_row()
        last = metric[0]
        span = intervals.get(metric)
        row = [
            level, metric[1], number(count.precision), number(count.recall), number(count.f1),
            f"{span[0]:.3f}–{span[1]:.3f}" if span else "–",
            str(count.tp), str(count.fp), str(count.fn),
        ]
        if base is not None:
            other = base[metric]
            row += [number(other.precision), number(other.recall), number(other.f1)]
        table.add_row(*row, style="bold" if metric[1] == "all" else None)
    return table


def group_table(title: str, scores: Mapping[str, Score]) -> Table:
    """One line per document (or section): numbers of findings and the F1 of every level."""
    table = _table(title, ["", "gold", "found", *(name for name, _ in HEADLINES)])
    for name, score in scores.items():
        table.add_row(name, str(score.gold), str(score.found),
                      *(number(score.count(metric).f1) for _, metric in HEADLINES))
    return table


def plain_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> Table:
    """A table of anything; floats get three decimals, ``None`` a dash."""
    table = _table(title, columns)
    for row in rows:
        table.add_row(*(
            number(v) if v is None or isinstance(v, float) else str(v) for v in row
        ))
    return table


def score_json(score: Score, intervals: Mapping[Metric, tuple[float, float]]) -> dict[str, Any]:
    """A score as JSON-ready data: level -> row -> figures; undefined is ``null``."""
    out: dict[str, Any] = {"findings gold": score.gold, "findings found": score.found}
    levels: dict[str, Any] = {}
    counts = score.counts()
    for metric in METRICS:
        count, span = counts[metric], intervals.get(metric)
        levels.setdefault(metric[0], {})[metric[1]] = {
            "precision": count.precision, "recall": count.recall, "f1": count.f1,
            "interval": list(span) if span else None,
            "tp": count.tp, "fp": count.fp, "fn": count.fn,
        }
    out["levels"] = levels
    return out


def change_table(old: Score, new: Score) -> Table:
    """What a change did to every metric that it touched; the totals are always shown."""
    columns = ["level", "of", "old F1", "new F1", "change", "TP", "FP", "FN"]
    table = _table("scores", columns, text=2)
    before, after = old.counts(), new.counts()
    for metric in METRICS:
        a, b = before[metric], after[metric]
        if a == b and metric[1] not in ("all", "strict", "relaxed"):
            continue
        delta = b.f1 - a.f1 if a.f1 is not None and b.f1 is not None else None
        table.add_row(
            metric[0], metric[1], number(a.f1), number(b.f1),
            "–" if delta is None else f"{delta:+.3f}",
            f"{b.tp - a.tp:+d}", f"{b.fp - a.fp:+d}", f"{b.fn - a.fn:+d}",
        )
    return table


_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title><style>
body {{ font: 15px/1.45 sans-serif; margin: 2em auto; max-width: 75em; padding: 0 1em }}
table {{ border-collapse: collapse; margin: 1em 0 }}
td, th {{ padding: .15em .7em; text-align: right; border-bottom: 1px solid #ddd }}
td.t, th.t {{ text-align: left }} .q {{ color: #555; font-size: 90% }}
</style></head><body><h1>{title}</h1>{body}</body></html>
"""


def _html(columns: Sequence[str], rows: Sequence[Sequence[str]], text: Sequence[int]) -> str:
    def line(tag: str, values: Sequence[str]) -> str:
        cells = "".join(
            f'<{tag} class="{"t" if i in text else "n"}">{escape(v)}</{tag}>'
            for i, v in enumerate(values)
        )
        return f"<tr>{cells}</tr>"

    return f"<table>{line('th', columns)}{''.join(line('td', row) for row in rows)}</table>\n"


def write_page(
    path: Path, title: str, total: Score, baseline: Score, scores: Mapping[str, Score],
    errors: Sequence[ErrorRow],
) -> None:
    """Write figures and errors as one HTML page without outside resources."""
    intervals, base = total.intervals(), baseline.counts()
    rows = []
    for metric, count in total.counts().items():
        span = intervals.get(metric)
        rows.append([
            *metric, number(count.precision), number(count.recall), number(count.f1),
            f"{span[0]:.3f}–{span[1]:.3f}" if span else "–",
            str(count.tp), str(count.fp), str(count.fn), number(base[metric].f1),
        ])
    columns = ["level", "of", "P", "R", "F1", "95 % of F1", "TP", "FP", "FN", "baseline F1"]
    body = [_html(columns, rows, (0, 1)), "<h2>F1 by document</h2>"]
    body.append(_html(
        ["document", "gold", "found", *(name for name, _ in HEADLINES)],
        [[name, str(s.gold), str(s.found), *(number(s.count(m).f1) for _, m in HEADLINES)]
         for name, s in scores.items()], (0,),
    ))
    body.append(f"<h2>{len(errors)} errors</h2>")
    body.append(_html(
        ["document", "kind", "slot", "gold", "found", "rules", "sentence"],
        [[e.doc, e.kind, e.slot, e.gold, e.found, e.rules, e.sentence] for e in errors], range(7),
    ))
    path.write_text(_PAGE.format(title=escape(title), body="\n".join(body)), encoding="utf-8")
