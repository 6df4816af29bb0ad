"""Cells of the heat maps: figures that fit and say no more than is true; grids whose cells add up."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from aegoals.domain.heat import HeatBy, heat_map
from aegoals.domain.periods import month_of, week_of
from aegoals.domain.profile import Profile
from tests.builders import MONDAY, a_record
from widgets.heat_cells import GridView, Sheet, compact
from widgets.month_grid import month_sheet
from widgets.spans import Line
from widgets.week_grid import week_sheet


@pytest.mark.parametrize(
    ("value", "cells", "text"),
    [
        ("12", 4, "12"),
        ("0.5", 4, "0.5"),
        ("1500", 4, "1500"),
        ("1500", 3, "2k"),
        ("12345", 4, "12k"),
        ("12345", 5, "12345"),
        ("123456", 5, "123k"),
        ("1234567", 4, "1.2M"),
        ("1234567", 3, "1M"),
        ("9876543210", 4, "9.9G"),
        ("1234.50", 7, "1234.5"),
    ],
)
def test_a_figure_is_rounded_only_where_it_must_be(value: str, cells: int, text: str) -> None:
    assert compact(Decimal(value), cells, "en_US") == text


def test_a_figure_has_the_decimal_mark_of_the_ae() -> None:
    assert compact(Decimal("0.5"), 4, "sv_SE") == "0,5"


@given(st.decimals(min_value=0, max_value=10**11, places=2), st.integers(4, 9))
def test_a_figure_always_fits(value: Decimal, cells: int) -> None:
    text = compact(value, cells, "en_US")
    assert len(text) <= cells
    assert "#" not in text


def view_of(day: date, first_day_of_week: int = 1) -> GridView:
    """Return a month in which each day has as many calls as its number."""
    month = month_of(day)
    days = [month.start + timedelta(days=number) for number in range((month.end - month.start).days + 1)]
    records = [a_record(id=str(one), date=one, quantity=one.day) for one in days]
    profile = Profile(first_day_of_week=first_day_of_week)
    return GridView(day, MONDAY, month, heat_map(records, HeatBy.COUNT, "USD"), profile)


def lines_of(sheet: Sheet, width: int) -> list[Line]:
    return [row.draw(width)[0] for row in sheet.rows]


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(1, 7), st.integers(50, 120), st.integers(6, 30))
def test_every_day_of_a_month_stands_once_in_its_grid(day: date, first: int, width: int, height: int) -> None:
    view = view_of(day, first)
    sheet = month_sheet(view, width, height)
    assert {spot.day.day for spot in sheet.spots} == {one.day for one in view.heat.of_days()}
    for line in lines_of(sheet, width):
        assert sum(cell_len(text) for text, _role in line) <= width
    for spot in sheet.spots:
        text = "".join(text for text, _role in lines_of(sheet, width)[spot.line])[spot.start : spot.end]
        assert str(spot.day.day) in text
    assert len({(spot.line, spot.start) for spot in sheet.spots}) == len(sheet.spots)


@given(
    st.lists(st.tuples(st.sampled_from("abcdefghijkl"), st.integers(0, 6), st.integers(1, 99)), max_size=20),
    st.integers(3, 20),
)
def test_the_lines_of_a_week_add_up_to_its_total(logged: list[tuple[str, int, int]], height: int) -> None:
    week = week_of(MONDAY)
    records = [
        a_record(id=str(number), kind=f"kind_{kind}", date=week.start + timedelta(days=day), quantity=quantity)
        for number, (kind, day, quantity) in enumerate(logged)
    ]
    heat = heat_map(records, HeatBy.COUNT, "USD")
    sheet = week_sheet(GridView(MONDAY, MONDAY, week, heat, Profile()), 80, height)
    if not records:
        return
    _head, *kinds, total = ["".join(text for text, _role in line) for line in lines_of(sheet, 80)]
    assert sum(int(line.split()[-1]) for line in kinds) == int(total.split()[-1]) == heat.total
    assert len(kinds) <= max(height - 2, 2)
