"""Which goals fell or rose since a day, and why."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.goal import Goal
from aegoals.domain.measure import Measurement, measure
from aegoals.domain.news import News, days_to_compare, news_of, news_words
from aegoals.domain.profile import StatusLimits
from aegoals.domain.progress import Standing, standing
from aegoals.domain.record import LogRecord
from tests.builders import CALLS, a_calendar, a_goal, a_record, a_standing

CALENDAR = a_calendar()
START = date(2026, 3, 2)  # a Monday
DUE = date(2026, 3, 27)


def calls(target: int = 20, **fields: object) -> Goal:
    return a_goal(metric=CALLS, target=Decimal(target), start=START, due=DUE, **fields)


def stands(goal: Goal, records: list[LogRecord], day: date) -> Standing:
    known = [record for record in records if record.date <= day]
    measured = measure(goal.metric, known, goal.start, min(goal.due, day)) if known else Measurement(None, 0)
    return standing(goal, measured, CALENDAR, day, StatusLimits())


def moved(goal: Goal, records: list[LogRecord], since: date, today: date) -> News | None:
    now, before = stands(goal, records, today), stands(goal, records, since)
    return news_of(now, before, since, today, records, CALENDAR)


def called(*days: int, quantity: int = 1) -> list[LogRecord]:
    return [a_record(id=str(day), date=date(2026, 3, day), quantity=Decimal(quantity)) for day in days]


def test_a_goal_that_fell_behind_says_how_long_nothing_came() -> None:
    today = date(2026, 3, 13)
    found = moved(calls(), called(2, 3, 4, 5, 6, 9, 10, 11), date(2026, 3, 11), today)
    assert found is not None
    assert found.is_worse
    words = news_words(found, "en_US", date(2026, 3, 12))
    assert words == "fell to at risk since Monday: 1 working day without any call"


def test_a_weekend_is_no_day_without_a_call() -> None:
    today = date(2026, 3, 9)  # a Monday
    found = moved(calls(40), called(2, 3, 4, 5, quantity=2), date(2026, 3, 5), today)
    assert found is not None
    assert found.idle_days == 1  # the Friday; Monday is not over


def test_a_goal_that_caught_up_says_what_came() -> None:
    found = moved(calls(), [*called(2), *called(6, quantity=5)], date(2026, 3, 5), date(2026, 3, 6))
    assert found is not None
    assert not found.is_worse
    words = news_words(found, "en_US", date(2026, 3, 5))
    assert words == "back on track since yesterday: 5 came, the line asked for 1"


def test_a_change_of_the_goal_is_no_merit_and_no_failure() -> None:
    change = {"field": "target", "before": "20", "after": "40"}
    goal = calls(40, revisions=({"day": date(2026, 3, 6), "reason": "More", "changes": (change,)},))
    now, before = a_standing(goal, 5, date(2026, 3, 6)), a_standing(calls(20), 4, date(2026, 3, 5))
    found = news_of(now, before, date(2026, 3, 5), date(2026, 3, 6), [], CALENDAR)
    assert found is not None
    assert "you changed the goal" in news_words(found, "en_US", date(2026, 3, 5))


@pytest.mark.parametrize("since", [date(2026, 2, 27), START])
def test_before_its_start_a_goal_has_not_moved(since: date) -> None:
    goal = calls() if since < START else calls().model_copy(update={"start": date(2026, 3, 3)})
    assert moved(goal, [], since, date(2026, 3, 6)) is None


@given(st.lists(st.integers(2, 27), max_size=30), st.integers(3, 27), st.integers(2, 26))
def test_what_did_not_change_is_no_news_and_what_did_is_told_in_words(days: list[int], today: int, since: int) -> None:
    records = [a_record(id=str(place), date=date(2026, 3, day)) for place, day in enumerate(days)]
    now, then = date(2026, 3, max(today, since + 1)), date(2026, 3, since)
    goal = calls()
    found = moved(goal, [one for one in records if one.date <= now], then, now)
    if found is None:
        assert stands(goal, records, now).status == stands(goal, records, then).status
    else:
        assert found.now.status != found.before.status
        assert news_words(found, "en_US", then)


@given(st.integers(0, 400))
def test_compared_are_the_last_working_day_and_a_monday_before_today(offset: int) -> None:
    today = START + timedelta(days=offset)
    yesterday, monday = days_to_compare(today, CALENDAR)
    assert yesterday < today
    assert CALENDAR.is_working(yesterday)
    assert monday.isoweekday() == 1
    assert 1 <= (today - monday).days <= 7
