"""What today asks of the AE, goal by goal, and which goals need attention."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.goal import Goal, Milestone
from aegoals.domain.measure import measure
from aegoals.domain.metric import is_currency
from aegoals.domain.progress import Standing, Status

SOON_WORKING_DAYS = 5
SOON_DAYS = 7
LEAST_OF_ONE = Decimal("0.5")  # one in more than two days is nothing to ask for each day
URGENCY = {Status.MISSED: 0, Status.AT_RISK: 1, Status.BEHIND: 2}


@dataclass(frozen=True, slots=True)
class Ask:
    """What one goal asks for today, in its unit, and how much of it is done."""

    standing: Standing
    needed: Decimal
    done: Decimal

    @property
    def is_met(self) -> bool:
        """Whether today's part is done."""
        return self.done >= self.needed


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing that needs attention: a goal that slips or ends soon, or a milestone."""

    standing: Standing
    milestone: Milestone | None = None


def asks(standings: Iterable[Standing], calendar: WorkCalendar, today: date) -> list[Ask]:
    """Return today's targets of the goals that grow with what is logged; none on a day off."""
    if not calendar.is_working(today):
        return []
    found = (ask_of(one, calendar, today) for one in standings if _asks_daily(one, today))
    return [ask for ask in found if ask.needed > 0 or ask.done > 0]


def _asks_daily(one: Standing, today: date) -> bool:
    goal = one.goal
    is_running = goal.start <= today <= goal.due and one.status not in {Status.PAUSED, Status.CLOSED}
    return is_running and goal.metric.grows and not goal.direction.wants_less


def ask_of(one: Standing, calendar: WorkCalendar, today: date) -> Ask:
    """Return what the goal asks for today: what was missing this morning over the days left, by what today is worth."""
    goal = one.goal
    done = done_today(one, today)
    before = (one.actual or Decimal(0)) - done
    calendar = calendar.expecting(goal.start, goal.due)
    left = calendar.worth(today, goal.due)
    needed = max((goal.target - before) / left * calendar.weight(today), Decimal(0)) if left else Decimal(0)
    return Ask(one, _whole(needed, goal), done)


def done_today(one: Standing, today: date) -> Decimal:
    """Return what today's records added to the goal's actual value."""
    records = one.measurement.records
    earlier = [record for record in records if record.date < today]
    if len(earlier) == len(records):
        return Decimal(0)
    metric = one.goal.metric.with_(selector=one.goal.metric.selector.with_(new_accounts=False))
    before = measure(metric, earlier, one.goal.start, today).value or Decimal(0)
    return (one.measurement.value or Decimal(0)) - before


def _whole(needed: Decimal, goal: Goal) -> Decimal:
    """Round up to what can be done in one day: whole calls, whole money; nothing instead of crumbs."""
    if goal.metric.unit == "count" and needed < LEAST_OF_ONE:
        return Decimal(0)
    if goal.metric.unit == "count" or is_currency(goal.metric.unit):
        return needed.to_integral_value(ROUND_CEILING)
    return needed.quantize(Decimal("0.1"), ROUND_CEILING)


def concerns(standings: Iterable[Standing], calendar: WorkCalendar, today: date) -> list[Concern]:
    """Return what needs attention, most urgent first: slipping goals, near ends, near milestones."""
    found: list[tuple[int, date, Concern]] = []
    for one in standings:
        if one.status in URGENCY:
            found.append((URGENCY[one.status], one.goal.due, Concern(one)))
        elif _ends_soon(one, calendar, today):
            found.append((3, one.goal.due, Concern(one)))
        found.extend((4, mile.due, Concern(one, mile)) for mile in due_milestones(one, today))
    return [concern for _, _, concern in sorted(found, key=lambda item: item[:2])]


def _ends_soon(one: Standing, calendar: WorkCalendar, today: date) -> bool:
    if one.status is not Status.ON_TRACK or not today <= one.goal.due:
        return False
    return calendar.working_days(today, one.goal.due) <= SOON_WORKING_DAYS < one.days.total


def due_milestones(one: Standing, today: date) -> list[Milestone]:
    """Return the open milestones that are due within a week or overdue."""
    if one.status in {Status.CLOSED, Status.PAUSED}:
        return []
    horizon = today + timedelta(days=SOON_DAYS)
    return [mile for mile in one.goal.milestones if mile.due <= horizon and not is_done(mile, one)]


def is_done(milestone: Milestone, one: Standing) -> bool:
    """Tell whether a milestone is reached: by its value, or by the AE's word."""
    if milestone.done_on is not None:
        return True
    if milestone.value is None or one.actual is None:
        return False
    if one.goal.direction.wants_less:
        return one.actual <= milestone.value
    return one.actual >= milestone.value
