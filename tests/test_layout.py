"""Pure geometry: lines, regions and reading order from made-up runs."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.readers.layout import (
    MANY_LINES,
    Line,
    Region,
    Run,
    build_lines,
    build_regions,
    overlap,
    typical_step,
)
from extractor.readers.layout_order import reading_order


def run(x0: float, base: float, x1: float, size: float = 10.0, n: int = 10, font: int = 0) -> Run:
    return Run(0, n, x0, x1, base, size, font)


def column(x0: float, x1: float, top: float, count: int, step: float = 12.0) -> list[Run]:
    return [run(x0, top + k * step, x1) for k in range(count)]


def order_of(runs: list[Run]) -> list[tuple[float, float]]:
    regions = reading_order(build_regions(build_lines(runs)))
    return [(x.x0, x.base) for r in regions for x in r.lines]


def test_runs_side_by_side_on_one_baseline_make_one_line() -> None:
    """A change of font within a sentence does not cut the line."""
    lines = build_lines([run(50, 100, 90), run(92, 100, 140, font=1), run(143, 100, 200)])
    assert [(x.x0, x.x1, len(x.runs)) for x in lines] == [(50, 200, 3)]


def test_a_raised_small_run_joins_its_line_and_knows_its_rise() -> None:
    """A superscript stands on the line whose letters it follows."""
    (line,) = build_lines([run(50, 100, 90), run(90, 96, 96, size=6, n=2), run(98, 100, 150)])
    assert line.base == 100
    assert [round(r.rise, 1) for r in line.runs] == [0.0, 4.0, 0.0]


def test_superscripts_set_after_all_other_text_still_join_their_line() -> None:
    """What matters is where a run stands on the page, not when it was drawn."""
    lines = build_lines([run(50, 100, 90), run(50, 112, 90), run(90.5, 96, 96, size=6, n=2)])
    assert sorted(len(x.runs) for x in lines) == [1, 2]
    joined = next(x for x in lines if len(x.runs) == 2)
    assert joined.base == 100


def test_columns_drawn_line_by_line_are_read_column_by_column() -> None:
    """A file that draws left and right lines in turn does not interleave them."""
    left, right = column(50, 290, 100, 12), column(305, 545, 100, 12)
    mixed = [r for pair in zip(left, right, strict=True) for r in pair]
    assert order_of(mixed) == [(50, r.base) for r in left] + [(305, r.base) for r in right]


def test_three_columns_are_read_from_left_to_right() -> None:
    """Nothing depends on there being two columns."""
    runs = column(50, 200, 100, 6) + column(215, 365, 100, 6) + column(380, 530, 100, 6)
    assert [x for x, _ in order_of(runs)] == [50.0] * 6 + [215.0] * 6 + [380.0] * 6


def test_a_full_width_region_parts_the_page() -> None:
    """Both columns above a wide caption come before it, both below it after it."""
    wide = [run(50, 200, 545), run(50, 212, 545)]
    runs = [*column(50, 290, 50, 6), *column(305, 545, 50, 6), *wide]
    runs += [*column(50, 290, 260, 6), *column(305, 545, 260, 6)]
    got = order_of(runs)
    tops = [base for _, base in got]
    assert tops[12:14] == [200.0, 212.0]
    assert max(tops[:12]) < 200 < 212 < min(tops[14:])
    assert [x for x, _ in got[14:]] == [50.0] * 6 + [305.0] * 6


def test_a_wide_word_gap_in_a_justified_line_is_no_column_gap() -> None:
    """Lines above and below that run through show that the gap is only a space."""
    parted = [run(50, 112, 150), run(163, 112, 290)]
    runs = [*column(50, 290, 76, 3), *parted, *column(50, 290, 124, 3)]
    lines = build_lines(runs)
    assert all(abs(x.x0 - 50) < 0.1 and abs(x.x1 - 290) < 0.1 for x in lines)


def test_a_number_set_apart_joins_the_line_of_its_entry() -> None:
    """The numbers of a reference list stand in a column of their own but are no column."""
    runs = [
        run(50, 100, 58, n=2),
        run(70, 100, 290),
        run(70, 112, 280),
        run(50, 124, 58, n=2),
        run(70, 124, 285),
    ]
    assert sorted((x.x0, x.base) for x in build_lines(runs)) == [(50, 100), (50, 124), (70, 112)]


def test_typical_step_is_the_median_distance_of_baselines() -> None:
    """One wide gap between paragraphs does not change it."""
    lines = [Line([run(0, y, 100)]) for y in (0, 12, 24, 60, 72)]
    assert typical_step(lines) == 12
    assert typical_step(lines[:1]) == 0.0


def test_a_page_of_countless_lines_is_left_in_file_order() -> None:
    """A drawing made of letters costs no more than a sort."""
    lines = [Line([run(k % 500, k, k % 500 + 5)]) for k in range(MANY_LINES + 1)]
    for k, line in enumerate(lines):
        line.order = -k
    (region,) = build_regions(lines)
    assert region.lines[0] is lines[-1]


def test_the_letters_of_a_figure_do_not_hinder_the_columns() -> None:
    """With hundreds of loose letters on the page the two columns are still read one by one."""
    loose = [
        Region([Line([run(20 + 7 * (k % 70), 500 + 9 * (k // 70), 24 + 7 * (k % 70), n=1)])])
        for k in range(300)
    ]
    texts = [
        Region([Line([r]) for r in column(x, x + 240, y, 6)])
        for x in (50.0, 305.0)
        for y in (100.0, 220.0)
    ]
    got = reading_order([*loose, *reversed(texts)])
    assert [id(r) for r in got[:4]] == [id(r) for r in texts]
    assert len(got) == 304


boxes = st.lists(
    st.tuples(st.floats(0, 500), st.floats(0, 700), st.floats(5, 300), st.floats(5, 80)),
    min_size=1,
    max_size=24,
)


@settings(max_examples=150, deadline=None)
@given(boxes)
def test_reading_order_keeps_every_region_exactly_once(
    spots: list[tuple[float, float, float, float]],
) -> None:
    """Whatever the page looks like, nothing is lost or doubled."""
    regions = [
        Region([Line([run(x, y, x + w)]), Line([run(x, y + h, x + w)])]) for x, y, w, h in spots
    ]
    got = reading_order(regions)
    assert sorted(map(id, got)) == sorted(map(id, regions))


@settings(max_examples=150, deadline=None)
@given(boxes)
def test_lines_and_regions_keep_every_run(spots: list[tuple[float, float, float, float]]) -> None:
    """Every run is in exactly one line, every line in exactly one region."""
    runs = [run(x, y, x + w) for x, y, w, _ in spots]
    regions = build_regions(build_lines(runs))
    held = [id(r) for region in regions for line in region.lines for r in line.runs]
    assert sorted(held) == sorted(map(id, runs))


@given(st.floats(-9, 9), st.floats(0, 9), st.floats(-9, 9), st.floats(0, 9))
def test_overlap_is_symmetric_and_never_negative(a: float, w: float, b: float, v: float) -> None:
    """The shared length does not depend on the order of the intervals."""
    assert overlap(a, a + w, b, b + v) == overlap(b, b + v, a, a + w) >= 0
