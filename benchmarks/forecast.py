"""How true the forecast was on past sales: backtest on a table of deals.

python -m benchmarks forecast [FILE.csv]

For every owner and each of three quarters, at 25, 50 and 75 % of the quarter's working days: the goal is the
quarter before plus 10 %, and only what was known on that day is known. Against it stand (a) the plain run rate,
which says yes or no, and (b) the share of past quarters that reached such a goal.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.forecast import Forecast, forecast
from aegoals.domain.goal import Direction, Goal, GoalKind
from aegoals.domain.goal_metrics import default_metric
from aegoals.domain.measure import measure
from aegoals.domain.periods import Period, quarter_of
from aegoals.domain.profile import StatusLimits
from aegoals.domain.progress import Standing, standing
from aegoals.domain.record import LogRecord
from aegoals.exchange.deal_records import records_of
from aegoals.exchange.deals_csv import Deal, read_deals

DEALS = Path(__file__).resolve().parents[2] / "shared" / "data" / "crm" / "sales_pipeline.csv"
CUTS = (0.25, 0.5, 0.75)
QUARTERS = 3
MORE = Decimal("1.1")
CALENDAR = WorkCalendar()
REVENUE = default_metric(GoalKind.REVENUE, "USD")


@dataclass(frozen=True)
class Outcome:
    """One forecast and what came of it."""

    cut: float
    quarter: Period
    said: Forecast
    now: Standing
    final: float
    past: tuple[bool, ...]

    @property
    def reached(self) -> bool:
        """Whether the goal was reached."""
        return self.final >= float(self.now.goal.target)

    @property
    def run_rate(self) -> float:
        """Where the plain rate of the quarter ends."""
        return float(self.now.projection or 0)


def known_on(day: date, records: Sequence[LogRecord]) -> list[LogRecord]:
    """Return what the log said on that day; what an open deal was worth in the end was not known."""
    return [record for record in records if record.date <= day]


def records_for(deals: Sequence[Deal]) -> list[LogRecord]:
    """Return the log of some deals, by day."""
    lines = [LogRecord(id=str(place), **fields) for place, fields in enumerate(f for d in deals for f in records_of(d))]
    return sorted(lines, key=lambda record: record.date)


def day_of_cut(quarter: Period, cut: float) -> date:
    """Return the day on which this share of the quarter's working days is over."""
    total, day = CALENDAR.working_days(quarter.start, quarter.end), quarter.start
    while CALENDAR.working_days(quarter.start, day) < round(total * cut):
        day += timedelta(days=1)
    return day


def won(records: Sequence[LogRecord], quarter: Period) -> Decimal:
    """Return what was won in a quarter."""
    return measure(REVENUE, records, quarter.start, quarter.end).value or Decimal(0)


def outcomes(records: Sequence[LogRecord]) -> Iterator[Outcome]:
    """Yield every forecast of one owner; quarters without a goal, because nothing was won before, are left out."""
    quarters = [quarter_of(max(record.date for record in records))]
    while len(quarters) <= QUARTERS:
        quarters.insert(0, quarter_of(quarters[0].start - timedelta(days=1)))
    totals = [won(records, quarter) for quarter in quarters]
    reached = [after >= MORE * before for before, after in itertools.pairwise(totals)]
    for place, quarter in enumerate(quarters[1:]):
        if not totals[place]:
            continue
        goal = Goal.build(
            {
                "id": "goal",
                "kind": GoalKind.REVENUE,
                "title": "revenue",
                "metric": REVENUE,
                "direction": Direction.REACH_UP,
                "target": round(totals[place] * MORE, 2),
                "start": quarter.start,
                "due": quarter.end,
            }
        )
        for cut in CUTS:
            day = day_of_cut(quarter, cut)
            known = known_on(day, records)
            now = standing(goal, measure(REVENUE, known, quarter.start, day), CALENDAR, day, StatusLimits())
            said = forecast(now, known, CALENDAR, day)
            if said is not None:
                yield Outcome(cut, quarter, said, now, float(totals[place + 1]), tuple(reached[:place]))


def brier(chances: Sequence[float], known: Sequence[Outcome]) -> float:
    """Return the mean squared error of chances."""
    return sum((chance - one.reached) ** 2 for chance, one in zip(chances, known, strict=True)) / len(known)


def line(name: str, known: Sequence[Outcome]) -> str:
    """Return one row of the table."""
    own = brier([float(one.said.probability) for one in known], known)
    plain = brier([float(one.run_rate >= one.now.goal.target) for one in known], known)
    share = brier([sum(one.past) / len(one.past) if one.past else 0.5 for one in known], known)
    inside = sum(one.said.low <= one.final <= one.said.high for one in known) / len(known)
    error = sum(abs(float(one.said.median) - one.final) for one in known)
    plain_error = sum(abs(one.run_rate - one.final) for one in known)
    of_plain = f"{own / plain:8.2f}" if plain else "       -"
    of_share = f"{own / share:8.2f}" if share else "       -"
    return f"{name:12} {len(known):5} {own:8.3f} {of_plain} {of_share} {100 * inside:8.0f} % {error / plain_error:8.2f}"


def main() -> None:
    """Print the table."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else DEALS
    table = read_deals(path)
    known = [
        one
        for owner, _rows in table.owners
        for one in outcomes(records_for([deal for deal in table.deals if deal.owner == owner]))
    ]
    print(f"{'':12} {'n':>5} {'Brier':>8} {'of (a)':>8} {'of (b)':>8} {'coverage':>10} {'error':>8}")
    print(line("all", known))
    for cut in CUTS:
        print(line(f"{cut:.0%}", [one for one in known if one.cut == cut]))
    for quarter in sorted({one.quarter.start for one in known}):
        print(line(f"from {quarter:%Y-%m}", [one for one in known if one.quarter.start == quarter]))


if __name__ == "__main__":
    main()
