"""Generated histories of ten years, for measuring: many plain records and many running goals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import cycle, islice

from aegoals.domain.goal import Goal, GoalKind
from aegoals.domain.goal_metrics import default_metric
from aegoals.domain.periods import month_of, quarter_of, year_of
from aegoals.exchange.sample_names import PRODUCTS, account_names
from aegoals.services.demo.diary import Diary
from aegoals.store.ids import new_id

TEN_YEARS = 3652  # days
ACCOUNTS = 120

_MIX = (
    ("call", 34),
    ("email", 26),
    ("meeting", 12),
    ("demo", 6),
    ("proposal", 5),
    ("opportunity", 6),
    ("deal_won", 3),
    ("deal_lost", 2),
    ("csat", 4),
    ("lead", 2),
)
_DEAL_KINDS = frozenset({"opportunity", "deal_won", "deal_lost"})
_GOALS = (
    (GoalKind.REVENUE, "EUR", "Revenue", 250_000),
    (GoalKind.ACTIVITY, "count", "Calls", 900),
    (GoalKind.CONVERSION, "%", "Win rate", 65),
    (GoalKind.ACTIVITY, "count", "Meetings", 160),
    (GoalKind.SATISFACTION, "score", "Satisfaction", 5),
    (GoalKind.NEW_BUSINESS, "count", "Proposals", 60),
)


def live_ten_years(diary: Diary, records: int) -> None:
    """Fill the diary with this many records, spread evenly over the working days of ten years."""
    days = diary.working_days(diary.today - timedelta(days=TEN_YEARS), diary.today)
    accounts = account_names(diary.random, ACCOUNTS)
    kinds = diary.random.choices([kind for kind, _share in _MIX], [share for _kind, share in _MIX], k=records)
    for number, kind in enumerate(kinds):
        _line(diary, days[number * len(days) // records], kind, number, accounts)


def _line(diary: Diary, day: date, kind: str, number: int, accounts: list[str]) -> None:
    random = diary.random
    product, price = random.choice(PRODUCTS)
    if kind in _DEAL_KINDS:
        amount = Decimal(round(price * random.uniform(0.8, 1.2))) if kind == "deal_won" else None
        account = random.choice(accounts)
        diary.add(day, kind, account=account, product=product, deal=f"H-{number:05}", amount=amount)
    elif kind == "csat":
        diary.add(day, kind, quantity=Decimal(random.randint(2, 5)), account=random.choice(accounts))
    else:
        quantity = Decimal(random.randint(1, 6)) if kind in {"call", "email"} else Decimal(1)
        diary.add(day, kind, quantity=quantity, account=random.choice(accounts))


def running_goals(today: date, count: int) -> Iterator[Goal]:
    """Yield goals that run today, of several kinds, for the month, the quarter and the year."""
    periods = (month_of(today), quarter_of(today), year_of(today))
    for number, (kind, unit, title, target) in enumerate(islice(cycle(_GOALS), count)):
        period = periods[number % len(periods)]
        yield Goal.build(
            {
                "id": new_id(),
                "kind": kind,
                "title": f"{title} {number + 1}",
                "specific": f"{title} from {period.start} to {period.end}",
                "metric": default_metric(kind, unit, title),
                "direction": "reach_up",
                "baseline": Decimal(0),
                "target": Decimal(target),
                "start": period.start,
                "due": period.end,
                "created_on": period.start,
            }
        )
