"""What today asks for, and what needs attention."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.goal import Goal
from aegoals.domain.measure import measure, measured_days
from aegoals.domain.profile import StatusLimits
from aegoals.domain.progress import Standing, standing
from aegoals.domain.record import LogRecord
from aegoals.domain.today import ask_of, asks, concerns, done_today, due_milestones, is_done
from tests.builders import CALLS, MONDAY, a_calendar, a_goal, a_record, a_standing

TUESDAY, FRIDAY, SATURDAY = date(2026, 3, 3), date(2026, 3, 6), date(2026, 3, 7)
CALENDAR = a_calendar()


def stands(goal: Goal, log: Sequence[LogRecord], today: date, calendar: WorkCalendar = CALENDAR) -> Standing:
    found = measure(goal.metric, log, *measured_days(goal.metric, goal.start, goal.due, today))
    return standing(goal, found, calendar, today, StatusLimits())


def calls(day: date, count: object, **fields: object) -> LogRecord:
    return a_record(id=f"{day}-{count}-{fields}", date=day, quantity=count, **fields)


def week_of_calls(target: object = 50, **fields: object) -> Goal:
    return a_goal(title="Calls", metric=CALLS, target=target, start=MONDAY, due=FRIDAY, **fields)


def test_a_week_of_fifty_calls_asks_for_ten_on_monday() -> None:
    ask = ask_of(stands(week_of_calls(), [], MONDAY), CALENDAR, MONDAY)
    assert (ask.needed, ask.done) == (Decimal(10), Decimal(0))
    assert not ask.is_met


def test_what_is_done_today_does_not_move_the_goalposts_of_today() -> None:
    log = [calls(MONDAY, 4)]
    ask = ask_of(stands(week_of_calls(), log, MONDAY), CALENDAR, MONDAY)
    assert (ask.needed, ask.done) == (Decimal(10), Decimal(4))
    assert not ask.is_met
    log.append(calls(MONDAY, 6))
    assert ask_of(stands(week_of_calls(), log, MONDAY), CALENDAR, MONDAY).is_met


def test_what_was_missed_on_monday_is_spread_over_the_rest_of_the_week() -> None:
    ask = ask_of(stands(week_of_calls(), [calls(MONDAY, 1)], TUESDAY), CALENDAR, TUESDAY)
    assert ask.needed == 13  # 49 in four days


@given(
    st.integers(1, 500),
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 40)), max_size=12),
    st.integers(0, 4),
)
def test_today_asks_for_its_part_of_what_was_missing_this_morning(
    target: int, logged: list[tuple[int, int]], day: int
) -> None:
    today = MONDAY + timedelta(days=day)
    log = [
        calls(MONDAY + timedelta(days=offset), count, note=str(index)) for index, (offset, count) in enumerate(logged)
    ]
    before = sum(count for offset, count in logged if offset < day)
    done = sum(count for offset, count in logged if offset == day)
    ask = ask_of(stands(week_of_calls(target), log, today), CALENDAR, today)
    missing, days_left = max(target - before, 0), 5 - day
    assert ask.done == done
    assert ask.needed == (ceil(missing / days_left) if 2 * missing >= days_left else 0)


@given(st.integers(1, 500), st.integers(0, 60), st.sets(st.integers(0, 40), max_size=6))
def test_doing_no_more_than_every_day_asks_reaches_the_goal(target: int, length: int, free: set[int]) -> None:
    calendar = a_calendar(
        days_off=[{"start": day, "end": day} for day in (MONDAY + timedelta(days=one) for one in sorted(free))]
    )
    goal = a_goal(metric=CALLS, target=target, start=MONDAY, due=MONDAY + timedelta(days=length))
    log: list[LogRecord] = []
    for day in (MONDAY + timedelta(days=one) for one in range(length + 1)):
        log += [calls(day, ask.needed) for ask in asks([stands(goal, log, day, calendar)], calendar, day) if ask.needed]
    has_days = calendar.working_days(goal.start, goal.due) > 0
    assert sum(one.quantity for one in log) == (target if has_days else 0)


def test_money_is_asked_for_in_whole_units_and_hours_in_tenths() -> None:
    money = a_goal(target=100, start=MONDAY, due=date(2026, 3, 4))
    assert ask_of(stands(money, [], MONDAY), CALENDAR, MONDAY).needed == 34
    hours = a_goal(
        kind="career",
        metric={"unit": "hours", "aggregation": "sum", "of": "minutes"},
        target=1,
        start=MONDAY,
        due=date(2026, 3, 4),
    )
    assert ask_of(stands(hours, [], MONDAY), CALENDAR, MONDAY).needed == Decimal("0.4")


def test_on_a_day_off_nothing_is_asked() -> None:
    goal = a_goal(metric=CALLS, target=50, start=MONDAY, due=date(2026, 3, 31))
    assert asks([stands(goal, [], SATURDAY)], CALENDAR, SATURDAY) == []
    off = a_calendar(days_off=[{"start": TUESDAY, "end": TUESDAY}])
    assert asks([stands(goal, [], TUESDAY, off)], off, TUESDAY) == []


def test_only_running_goals_that_grow_upwards_ask() -> None:
    mean = {"unit": "score", "aggregation": "mean", "selector": {"kinds": ["csat"]}}
    silent = [
        week_of_calls(state="paused"),
        week_of_calls(state="closed"),
        a_goal(metric=CALLS, target=50, start=TUESDAY, due=FRIDAY),
        a_goal(metric=CALLS, target=50, start=date(2026, 2, 2), due=date(2026, 2, 27)),
        a_goal(metric=mean, target=5),
        a_goal(metric=CALLS, direction="keep_at_most", target=5),
    ]
    assert asks([stands(goal, [], MONDAY) for goal in silent], CALENDAR, MONDAY) == []
    keep_up = a_goal(metric=CALLS, direction="keep_at_least", target=50, start=MONDAY, due=FRIDAY)
    assert [ask.needed for ask in asks([stands(keep_up, [], MONDAY)], CALENDAR, MONDAY)] == [10]


def test_a_reached_goal_asks_for_nothing_and_shows_what_was_done_today() -> None:
    reached = stands(week_of_calls(), [calls(MONDAY, 60)], TUESDAY)
    assert asks([reached], CALENDAR, TUESDAY) == []
    still_at_it = stands(week_of_calls(), [calls(MONDAY, 60), calls(TUESDAY, 2)], TUESDAY)
    assert [(ask.needed, ask.done) for ask in asks([still_at_it], CALENDAR, TUESDAY)] == [(Decimal(0), Decimal(2))]


def test_a_customer_counts_once_even_when_it_buys_again_today() -> None:
    goal = a_goal(
        kind="new_business",
        metric={
            "unit": "count",
            "aggregation": "distinct",
            "of": "account",
            "selector": {"kinds": ["deal_won"], "new_accounts": True},
        },
        target=10,
        start=MONDAY,
    )
    log = [
        calls(MONDAY, 1, kind="deal_won", account="Globex"),
        calls(TUESDAY, 1, kind="deal_won", account="globex"),
        calls(TUESDAY, 1, kind="deal_won", account="Initech"),
    ]
    assert done_today(stands(goal, log, TUESDAY), TUESDAY) == 1


def test_what_slips_comes_first_and_the_worst_before_all() -> None:
    missed = a_goal(id="missed", start=date(2026, 1, 1), due=date(2026, 2, 27))
    at_risk = a_goal(id="at_risk", target=1000)
    behind = a_goal(id="behind", target=1000)
    near = a_goal(id="near", target=1000, due=FRIDAY)
    quiet = a_goal(id="quiet", target=1000, due=date(2026, 6, 30))
    found = concerns(
        [
            a_standing(quiet, 900, MONDAY),
            a_standing(near, 980, MONDAY),
            a_standing(behind, 600, MONDAY),
            a_standing(at_risk, 100, MONDAY),
            a_standing(missed, 0, MONDAY),
        ],
        CALENDAR,
        MONDAY,
    )
    assert [one.standing.goal.id for one in found] == ["missed", "at_risk", "behind", "near"]


def test_a_week_long_goal_is_not_ending_soon_from_its_first_day() -> None:
    assert concerns([stands(week_of_calls(), [calls(MONDAY, 10)], MONDAY)], CALENDAR, MONDAY) == []


def test_paused_closed_and_reached_goals_need_no_attention() -> None:
    calm = [
        a_standing(a_goal(state="paused"), 0, MONDAY),
        a_standing(a_goal(state="closed"), 0, MONDAY),
        a_standing(a_goal(), 60_000, MONDAY),
    ]
    assert concerns(calm, CALENDAR, MONDAY) == []


MILES = [
    {"title": "long past", "due": date(2026, 2, 2), "value": 5},
    {"title": "signed", "due": date(2026, 3, 9)},
    {"title": "later", "due": date(2026, 3, 10)},
]


def test_milestones_of_the_next_seven_days_and_overdue_ones_are_due() -> None:
    one = a_standing(a_goal(milestones=MILES), 4, MONDAY)
    assert [mile.title for mile in due_milestones(one, MONDAY)] == ["long past", "signed"]
    assert [mile.milestone.title for mile in concerns([one], CALENDAR, MONDAY) if mile.milestone] == [
        "long past",
        "signed",
    ]


def test_a_milestone_is_done_by_its_value_or_by_the_aes_word() -> None:
    one = a_standing(a_goal(milestones=MILES), 5, MONDAY)
    past, signed, _ = one.goal.milestones
    assert is_done(past, one)
    assert not is_done(signed, one)
    assert is_done(signed.with_(done_on=MONDAY), one)
    cycle = a_goal(direction="bring_down", baseline=45, target=30, milestones=[MILES[0] | {"value": 40}])
    assert is_done(cycle.milestones[0], a_standing(cycle, 39, MONDAY))
    assert not is_done(cycle.milestones[0], a_standing(cycle, 41, MONDAY))


def test_milestones_of_paused_goals_wait() -> None:
    assert due_milestones(a_standing(a_goal(milestones=MILES, state="paused"), 0, MONDAY), MONDAY) == []
