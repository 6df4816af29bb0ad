"""Bends the months that a goal runs to a course that the months before make believable.

What chance writes down can stand anywhere, and a goal that is set from it looks set by nobody: its target beyond all
that was ever reached, its baseline above the past. So the goals are set from the past, a step beyond it, and the
latest months are bent until each goal stands where it should.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from aegoals.services.demo.diary import Diary
from aegoals.services.demo.setting import Months, Span, in_thousands
from aegoals.services.demo.year import LOST_TO

Line = dict[str, Any]
REVENUE, CALLS, WIN_RATE, SALES_CYCLE = (-4, 1), (-2, 0), (-3, 1), (-6, 2)
"""The first and the last month of each goal, the current one is 0."""
A_STEP = Decimal("1.02")
POINTS = 5
DAYS_LESS = Decimal("0.08")
LONG_CYCLE = 20  # days: a longer one can be moved without passing the demo


@dataclass(frozen=True, slots=True)
class Aims:
    """What the goals start from and aim at: a step beyond the months before."""

    revenue: Decimal
    calls: Decimal
    win_rate: Decimal  # where it starts
    sales_cycle: Decimal  # where it starts

    @property
    def cycle_target(self) -> Decimal:
        """The wanted mean of days, some of them less."""
        return self.sales_cycle - max((self.sales_cycle * DAYS_LESS).to_integral_value(), Decimal(1))


def bend(diary: Diary, months: Months) -> Aims:
    """Bend the latest months; returns what the goals aim at."""
    wins = _Wins(diary, months)
    win_rate = wins.bend()
    aims = Aims(
        revenue=in_thousands(_best(months, REVENUE, 2, lambda days: _won(diary, days)) * A_STEP) + 1000,
        calls=(_best(months, CALLS, 3, lambda days: _calls(diary, days)) * A_STEP / 10).to_integral_value() * 10,
        win_rate=win_rate,
        sales_cycle=_mean_cycle(diary, months.before(*SALES_CYCLE)[0]).to_integral_value(),
    )
    _bend_revenue(diary, months.span(*REVENUE), aims.revenue * _share(months, REVENUE) * Decimal("1.04"))
    way = (aims.sales_cycle - aims.cycle_target) * _share(months, SALES_CYCLE) * Decimal("0.9")
    _bend_cycle(diary, months.span(*SALES_CYCLE), aims.sales_cycle - way)
    _bend_calls(diary, months.span(*CALLS), aims.calls * _share(months, CALLS) * Decimal("0.9"))
    return aims


def _share(months: Months, goal: tuple[int, int]) -> Decimal:
    return months.share(*months.span(*goal))


def _best(months: Months, goal: tuple[int, int], times: int, value: Callable[[Span], Decimal]) -> Decimal:
    return max(value(days) for days in months.before(*goal, times))


# --- won or lost


class _Wins:
    """Deals that closed; some of the latest end the other way, so that a little more are won than before."""

    def __init__(self, diary: Diary, months: Months) -> None:
        self._diary = diary
        self._earlier = diary.between(*_whole(months.before(*WIN_RATE, 2)), "deal_won", "deal_lost")
        self._latest = diary.between(*months.span(*WIN_RATE), "deal_won", "deal_lost")
        self._offers = {line["deal"]: line["amount"] for line in diary.lines if line["kind"] == "proposal"}

    def bend(self) -> Decimal:
        """Return the share that was won before, in whole per cent."""
        before = (100 * _share_won(self._earlier)).to_integral_value(ROUND_FLOOR)
        wanted = int((len(self._latest) * (before + Decimal("0.3")) / 100).to_integral_value(ROUND_CEILING))
        won = [line for line in self._latest if line["kind"] == "deal_won"]
        lost = [line for line in self._latest if line["kind"] == "deal_lost" and line["deal"] in self._offers]
        surplus = len(won) - wanted
        for line in _some(self._diary, [one for one in won if one["deal"][0] == "D"], surplus):
            line.update(kind="deal_lost", tags=(self._diary.random.choice(LOST_TO),))
            del line["amount"], line["currency"]
        for line in _some(self._diary, lost, -surplus):
            line.update(kind="deal_won", tags=(), amount=self._offers[line["deal"]], currency=self._diary.currency)
        return before


def _whole(spans: list[Span]) -> Span:
    return spans[-1][0], spans[0][1]


def _share_won(closed: list[Line]) -> Decimal:
    return Decimal(sum(line["kind"] == "deal_won" for line in closed)) / max(len(closed), 1)


def _some(diary: Diary, lines: list[Line], count: int) -> list[Line]:
    return diary.random.sample(lines, min(max(count, 0), len(lines)))


# --- amounts, calls, days


def _won(diary: Diary, days: Span) -> Decimal:
    return sum((line["amount"] for line in diary.between(*days, "deal_won")), Decimal(0))


def _bend_revenue(diary: Diary, days: Span, wanted: Decimal) -> None:
    """Make the deals that were won, and their proposals, larger or smaller by the same measure."""
    times = wanted / max(_won(diary, days), Decimal(1))
    deals = {line["deal"] for line in diary.between(*days, "deal_won")}
    for line in diary.lines:
        if line["kind"] in {"deal_won", "proposal"} and line["deal"] in deals:
            line["amount"] = round(line["amount"] * times, -1)


def _calls(diary: Diary, days: Span) -> Decimal:
    return sum((line["quantity"] for line in diary.between(*days, "call")), Decimal(0))


def _bend_calls(diary: Diary, days: Span, wanted: Decimal) -> None:
    """Make some lines count a call more or less."""
    lines = diary.between(*days, "call")
    missing = int(wanted - _calls(diary, days))
    while missing and lines:
        step = 1 if missing > 0 else -1
        able = [line for line in lines if step > 0 or line["quantity"] > 1] or lines
        for line in _some(diary, able, abs(missing)):
            line["quantity"] += step
            missing -= step
        for line in [one for one in lines if not one["quantity"]]:
            lines.remove(line)
            diary.lines.remove(line)


def _mean_cycle(diary: Diary, days: Span) -> Decimal:
    cycles = [(won["date"] - opened["date"]).days for opened, won in _won_deals(diary, days)]
    return Decimal(sum(cycles)) / max(len(cycles), 1) if cycles else Decimal(45)


def _won_deals(diary: Diary, days: Span) -> list[tuple[Line, Line]]:
    """Return opening and end of the deals that were won on these days."""
    opened = {line["deal"]: line for line in diary.lines if line["kind"] == "opportunity"}
    return [(opened[won["deal"]], won) for won in diary.between(*days, "deal_won") if won["deal"] in opened]


def _bend_cycle(diary: Diary, days: Span, wanted: Decimal) -> None:
    """Move the openings of the longer deals by the same measure, then some by a working day more."""
    deals = _won_deals(diary, days)
    whole = sum((won["date"] - opened["date"]).days for opened, won in deals)
    longer = [(opened, won) for opened, won in deals if (won["date"] - opened["date"]).days > LONG_CYCLE]
    of_longer = sum((won["date"] - opened["date"]).days for opened, won in longer)
    times = (wanted * len(deals) - (whole - of_longer)) / max(of_longer, 1)
    missing = wanted * len(deals) - whole
    for opened, won in longer:
        day = won["date"] - timedelta(days=round((won["date"] - opened["date"]).days * times))
        missing -= _open(opened, diary.calendar.last_working_day(day))
    for opened, _end in longer:
        if missing >= 0:
            return
        missing -= _open(opened, diary.working_day(opened["date"] + timedelta(days=1)))


def _open(opened: Line, day: date) -> int:
    """Let a deal be opened on another day; returns how many days longer it took."""
    longer = (opened["date"] - day).days
    opened["date"] = day
    return int(longer)
