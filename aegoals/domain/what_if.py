"""What if: levers of the AE's work, what they are now, and where a goal would end with others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from aegoals.domain.forecast import Scenario
from aegoals.domain.goal import Goal
from aegoals.domain.kinds import ACTIVITY_KINDS
from aegoals.domain.metric import Of
from aegoals.domain.record import LogRecord

WEEKS = 8
DAYS_A_WEEK = 7
PERCENT = 100
WON, LOST = "deal_won", "deal_lost"
ONE = Decimal(1)


class Lever(StrEnum):
    """What can be moved."""

    ACTIVITY = "activity"  # a week
    WIN_RATE = "win_rate"  # percent
    DEAL_SIZE = "deal_size"  # money
    DAYS_OFF = "days_off"
    SLIP = "slip"  # the largest open deal comes too late: 0 or 1


@dataclass(frozen=True, slots=True)
class Setting:
    """A lever's value now and the step by which a key moves it."""

    lever: Lever
    now: Decimal
    step: Decimal
    most: Decimal


@dataclass(frozen=True, slots=True)
class Levers:
    """The levers that move one goal, and the open deal that could slip."""

    settings: tuple[Setting, ...]
    open_deal: LogRecord | None = None
    open_value: Decimal = Decimal(0)


def levers(goal: Goal, records: Iterable[LogRecord], today: date) -> Levers:
    """Return the levers of a goal that adds up, from its AE's own last weeks; none for another goal."""
    if not goal.metric.grows:
        return Levers(())
    known = [record for record in records if record.date <= today]
    counted = goal.metric.selector.kinds
    found = [_activity(known, counted, today), *(_of_deals(known, goal) if WON in counted else ())]
    opened = _largest_open(known, goal) if WON in counted else None
    settings = [one for one in found if one is not None]
    if settings:
        settings.append(Setting(Lever.DAYS_OFF, Decimal(0), ONE, Decimal(60)))
    if settings and opened is not None:
        settings.append(Setting(Lever.SLIP, Decimal(0), ONE, ONE))
    value = opened.amount_in(goal.metric.unit) if opened and goal.metric.of is Of.AMOUNT else ONE
    return Levers(tuple(settings), opened, value or Decimal(0))


def scenario(known: Levers, wished: Mapping[Lever, Decimal], won_share: Decimal) -> Scenario:
    """Return what other values of the levers do to the days left.

    Activity, win rate and deal size multiply what a day brings. A deal that slips takes its value times the
    chance ``won_share`` that it would have been won.
    """
    factor = ONE
    for one in known.settings:
        value = wished.get(one.lever, one.now)
        if one.lever in {Lever.ACTIVITY, Lever.WIN_RATE, Lever.DEAL_SIZE} and one.now:
            factor *= value / one.now
    lost = known.open_value * won_share * wished.get(Lever.SLIP, Decimal(0))
    return Scenario(float(factor), int(wished.get(Lever.DAYS_OFF, Decimal(0))), float(lost))


def moved(setting: Setting, value: Decimal, steps: int) -> Decimal:
    """Return a lever's value some steps on, within its bounds."""
    return min(max(value + steps * setting.step, Decimal(0)), setting.most)


def _activity(records: Sequence[LogRecord], counted: Sequence[str], today: date) -> Setting | None:
    kinds = ACTIVITY_KINDS if WON in counted or not counted else counted
    since = today - timedelta(days=WEEKS * DAYS_A_WEEK)
    done = sum((one.quantity for one in records if one.kind in kinds and one.date > since), Decimal(0))
    a_week = round(done / WEEKS, 1)
    return Setting(Lever.ACTIVITY, a_week, max(_whole(a_week / 20), ONE), a_week * 5) if a_week else None


def _of_deals(records: Sequence[LogRecord], goal: Goal) -> tuple[Setting | None, Setting | None]:
    won = [record for record in records if record.kind == WON]
    closed = len(won) + sum(record.kind == LOST for record in records)
    if not won:
        return None, None
    rate = round(Decimal(PERCENT * len(won)) / closed, 1)
    win_rate = Setting(Lever.WIN_RATE, rate, ONE, Decimal(PERCENT))
    amounts = [amount for record in won if (amount := record.amount_in(goal.metric.unit)) is not None]
    if goal.metric.of is not Of.AMOUNT or not amounts:
        return win_rate, None
    average = _whole(sum(amounts, Decimal(0)) / len(amounts))
    return win_rate, Setting(Lever.DEAL_SIZE, average, max(_whole(average / 20), ONE), average * 5)


def _whole(value: Decimal) -> Decimal:
    return value.to_integral_value()


def _largest_open(records: Sequence[LogRecord], goal: Goal) -> LogRecord | None:
    """Return the opening of the open deal with the largest known value."""
    over = {record.deal for record in records if record.kind in {WON, LOST}}
    still = [one for one in records if one.kind == "opportunity" and one.deal and one.deal not in over]
    valued = [one for one in still if goal.metric.of is not Of.AMOUNT or one.amount_in(goal.metric.unit)]
    return max(valued, key=lambda one: (one.amount_in(goal.metric.unit) or 0, one.date), default=None)
