from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.errors import AmbiguousInput, RefusedInput
from aegoals.exchange.csv_dates import DateFormat, deduce_format, read_date, read_format

DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))
FORMATS = st.sampled_from(DateFormat)
MARKS = st.sampled_from("/.-")


def _written(day: date, date_format: DateFormat, mark: str = "/") -> str:
    parts = {
        DateFormat.ISO: (f"{day.year:04}", f"{day.month:02}", f"{day.day:02}"),
        DateFormat.MDY: (str(day.month), str(day.day), str(day.year)),
        DateFormat.DMY: (f"{day.day:02}", f"{day.month:02}", str(day.year)),
    }
    return mark.join(parts[date_format])


@given(DAYS, FORMATS, MARKS)
def test_a_date_is_read_as_it_was_written(day: date, date_format: DateFormat, mark: str) -> None:
    assert read_date(_written(day, date_format, mark), date_format) == day


@given(st.lists(DAYS, max_size=20), FORMATS, MARKS)
def test_a_deduced_format_reads_every_date_and_is_never_a_guess(
    days: list[date], date_format: DateFormat, mark: str
) -> None:
    cells = [_written(day, date_format, mark) for day in days]
    try:
        found = deduce_format([*cells, "", "no date"])
    except AmbiguousInput:
        assert all(day.day <= 12 for day in days)
        return
    assert [read_date(cell, found) for cell in cells] == days


def test_one_day_after_the_twelfth_decides_for_the_whole_column() -> None:
    assert deduce_format(["3/4/2017", "3/25/2017"]) is DateFormat.MDY
    assert deduce_format(["03.04.2017", "25.03.2017"]) is DateFormat.DMY


def test_where_day_and_month_are_equal_nothing_has_to_be_decided() -> None:
    assert read_date("3/3/2017", deduce_format(["3/3/2017"])) == date(2017, 3, 3)


def test_two_possible_readings_are_asked_about() -> None:
    with pytest.raises(AmbiguousInput, match="3/4") as asked:
        deduce_format(["3/4/2017", "2017-05-06"])
    assert asked.value.readings == ("mdy: month/day/year", "dmy: day/month/year")


def test_a_column_of_two_formats_is_asked_about() -> None:
    with pytest.raises(AmbiguousInput, match=r"3/25.*26/3"):
        deduce_format(["3/25/2017", "26/3/2017"])


@pytest.mark.parametrize(
    "cell",
    [
        "2017-03-04",
        " 2017/3/4 ",
        "2017.03.04",
        "2017年3月4日",
        "2017-03-04T23:59:59Z",
        "2017-03-04 10:15",
        "2017-03-04T10:15:30.123+02:00",
        "3/4/2017 11:15 PM",
        "3.4.2017",
    ],
)
def test_times_and_other_marks_do_not_matter(cell: str) -> None:
    assert read_date(cell, DateFormat.MDY) == date(2017, 3, 4)


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "soon",
        "2/30/2017",
        "13/13/2017",
        "3/4/17",
        "3/4-2017",
        "2017-3",
        "03042017",
        "1/1/0003",
        "٣/٤/٢٠١٧",
        "42826",
    ],
)
def test_what_is_no_certain_date_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match="is "):
        read_date(cell, DateFormat.MDY)


def test_a_date_of_another_order_is_refused_in_an_iso_column() -> None:
    with pytest.raises(ValueError, match="iso"):
        read_date("3/4/2017", DateFormat.ISO)


def test_a_format_is_given_by_its_name() -> None:
    assert read_format(None) is None
    assert read_format(" MDY ") is DateFormat.MDY
    with pytest.raises(RefusedInput, match="iso, mdy, dmy"):
        read_format("ydm")
