"""Charts: axes with round values, bars, lines and areas that keep to their edges."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from widgets.plot import Chart, Pattern, Series, draw
from widgets.spans import Line, width_of

VALUES = st.floats(-1e9, 1e9, allow_nan=False)


def shown(lines: list[Line]) -> list[str]:
    return ["".join(text for text, _role in line) for line in lines]


def a_chart(series: list[Series], right: float = 10.0, *, whole: bool = False, from_zero: bool = True) -> Chart:
    below = [(0.0, ("start",)), (right, ("end",))]
    return Chart(series, 0.0, right, lambda value: f"{value:g}", below, from_zero=from_zero, whole=whole)


@given(
    st.lists(st.one_of(st.none(), VALUES), min_size=1, max_size=20),
    st.sampled_from([Pattern.SOLID, Pattern.DASHED, Pattern.DOTTED, Pattern.BARS]),
    st.integers(20, 130),
    st.integers(4, 16),
)
def test_any_values_fit_into_any_size(values: list[float | None], pattern: Pattern, width: int, height: int) -> None:
    points = [None if value is None else (float(place), value) for place, value in enumerate(values)]
    lines = draw(a_chart([Series(points, "bar", pattern)], max(len(values) - 1, 1)), width, height)
    assert len(lines) == height
    assert max(map(width_of, lines)) <= max(width, 30)


def test_the_axis_has_round_values_and_names_its_ends() -> None:
    lines = shown(draw(a_chart([Series([(0.0, 0.0), (10.0, 97.0)])]), 40, 10))
    labels = [line.split("┤")[0].strip() for line in lines if "┤" in line]
    assert labels[-1] == "0"
    assert labels[0] == "100"
    assert lines[-1].split() == ["start", "end"]


def test_a_bar_is_as_high_as_its_value() -> None:
    bars = Series([(0.5, 50.0), (1.5, 100.0), (2.5, 0.0)], "bar", Pattern.BARS)
    lines = shown(draw(Chart([bars], 0.0, 3.0, lambda value: f"{value:g}", [], from_zero=True), 34, 10))
    heights = [sum(line.ljust(40)[column] == "█" for line in lines) for column in (8, 18, 28)]
    assert heights == [4, 8, 0]


def test_whole_numbers_have_no_half_at_the_axis() -> None:
    lines = shown(draw(a_chart([Series([(0.0, 0.0), (10.0, 2.0)])], whole=True), 30, 12))
    assert {line.split("┤")[0].strip() for line in lines if "┤" in line} == {"0", "1", "2"}


def test_an_area_lies_between_its_lines_and_one_point_alone_is_seen() -> None:
    area = Series([(0.0, 20.0), (10.0, 20.0), (10.0, 80.0), (0.0, 80.0)], "muted", Pattern.AREA)
    lines = shown(draw(a_chart([area, Series([None, (5.0, 99.0), None])]), 40, 12))
    body = [any("⠀" < glyph <= "⣿" for glyph in line) for line in lines[:-2]]
    assert body[0]  # the point
    assert not body[-1]
    assert all(body[3:8])
