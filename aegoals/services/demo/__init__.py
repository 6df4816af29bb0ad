"""A made-up AE's data: one realistic year to try aegoals with, and long histories to measure it with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.career import Aspiration, Skill, Training
from aegoals.domain.contest import Contest
from aegoals.domain.draft import GoalDraft
from aegoals.domain.feedback import Feedback
from aegoals.domain.fields import Model
from aegoals.domain.goal import Goal
from aegoals.domain.profile import Profile, Role
from aegoals.domain.record import LogRecord
from aegoals.domain.reward import Reward
from aegoals.domain.role import RoleCard
from aegoals.domain.stretches import DaysOff
from aegoals.domain.talk import Talk
from aegoals.domain.words import record_words
from aegoals.locale.texts import _
from aegoals.services.context import PROFILE_KEY
from aegoals.services.demo import career, growth
from aegoals.services.demo.course import bend
from aegoals.services.demo.diary import Diary, record_of
from aegoals.services.demo.goals import check_ins, goals_of
from aegoals.services.demo.history import live_ten_years, running_goals
from aegoals.services.demo.setting import Months, Setting
from aegoals.services.demo.year import A_YEAR, live_a_year
from aegoals.services.desk import Desk

__all__ = ["fill_demo", "fill_history"]

CURRENCY = "EUR"
HISTORY_GOALS = 30
LAST_LOGGED = 2
TABLES: dict[type[Model], str] = {
    Profile: "profile",
    Goal: "goals",
    LogRecord: "records",
    GoalDraft: "drafts",
    Aspiration: "aspirations",
    Skill: "skills",
    Training: "trainings",
    Feedback: "feedback",
    Reward: "rewards",
    Contest: "contests",
    Talk: "talks",
    RoleCard: "role",
}


def fill_demo(desk: Desk, today: date, seed: int = 7) -> None:
    """Fill an empty desk with the year that ends today: profile, log, goals, a draft and a career.

    The same day and seed give the same data, ids aside. What was logged last is an action of its own, so that
    undo can be tried without losing the year.
    """
    calendar = _calendar(today)
    diary = Diary(seed, today, calendar, CURRENCY)
    skills = career.skills(today)
    trainings = career.trainings(today, skills)
    live_a_year(diary, trainings)
    aims = bend(diary, Months(today, calendar))
    records = diary.records()
    goals = goals_of(Setting(today, calendar, records, CURRENCY), aims)
    records += [record_of(fields) for fields in check_ins(goals, today)]
    records.sort(key=lambda record: record.date)
    items: list[Model] = [*growth.feedback(today), *growth.rewards(today, goals), *growth.contests(today)]
    won = [record for record in records if record.kind == "deal_won"]
    items += [*career.aspirations(today, skills), *career.with_evidence(skills, trainings, won, today), *trainings]
    items += [*career.talks(today), career.role(today), career.draft(today)]
    earlier, last = records[:-LAST_LOGGED], records[-LAST_LOGGED:]
    _write(desk, [_profile(calendar), *goals, *earlier, *items])
    desk.log.add(last, ", ".join(record_words(record) for record in last))


def fill_history(desk: Desk, today: date, records: int, goals: int = HISTORY_GOALS, seed: int = 7) -> None:
    """Fill an empty desk with ten years of this many records, and with goals that run today."""
    calendar = WorkCalendar()
    diary = Diary(seed, today, calendar, CURRENCY)
    live_ten_years(diary, records)
    _write(desk, [_profile(calendar), *running_goals(today, goals), *diary.records()])


def _calendar(today: date) -> WorkCalendar:
    """Return an Irish calendar with a fortnight off in summer and some days around the new year."""
    years = {(today - A_YEAR).year, today.year}
    summers = [DaysOff(start=date(year, 7, 20), end=date(year, 7, 31), label="Summer holiday") for year in years]
    winters = [DaysOff(start=date(year, 12, 27), end=date(year, 12, 31), label="Days off") for year in years]
    days_off = sorted([*summers, *winters], key=lambda off: off.start)
    return WorkCalendar(days_off=tuple(days_off), country="IE")


def _profile(calendar: WorkCalendar) -> Profile:
    return Profile(
        name="Robin Ashdown",
        role=Role.BOTH,
        currency=CURRENCY,
        locale="en_IE",
        calendar=calendar,
        rates={"USD": Decimal("0.92"), "SEK": Decimal("0.088")},
        welcomed=True,
    )


def _write(desk: Desk, items: Sequence[Model]) -> None:
    """Store everything as one action."""
    context = desk._context  # the one place beside the services that writes many things at once
    with context.transaction("demo", _("Demonstration data")) as transaction:
        for item in items:
            key = PROFILE_KEY if isinstance(item, Profile | RoleCard) else str(getattr(item, "id", ""))
            transaction.put(TABLES[type(item)], key, item.document())
