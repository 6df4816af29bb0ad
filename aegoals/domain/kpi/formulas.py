"""The formula of each key figure; docs/reference/kpis.md has them in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from aegoals.domain.kpi.figure import CONVERSIONS, Figure, Kpi, share_of
from aegoals.domain.kpi.history import CLOSED, History
from aegoals.domain.periods import Period
from aegoals.domain.record import LogRecord

PERCENT = 100


@dataclass(frozen=True, slots=True)
class Priced:
    """Deals won: how many, those with an amount in the currency, that amount, and why others have none."""

    won: Decimal
    priced: Decimal
    amount: Decimal
    left_out: tuple[tuple[str, int], ...]


def count(records: Iterable[LogRecord]) -> Decimal:
    """Return Σ quantity."""
    return sum((record.quantity for record in records), Decimal(0))


def priced(won: Iterable[LogRecord], currency: str) -> Priced:
    """Return what deals won brought in this currency, by the rates kept with them."""
    all_won = with_amount = amount = Decimal(0)
    left_out: Counter[str] = Counter()
    for record in won:
        all_won += record.quantity
        value = record.amount_in(currency)
        if value is None:
            left_out[record.currency or "amount"] += 1
        else:
            with_amount += record.quantity
            amount += value
    return Priced(all_won, with_amount, amount, tuple(sorted(left_out.items())))


def won_amount(history: History, period: Period, currency: str) -> Figure:
    """Return the amount of the deals won."""
    won = history.between("deal_won", period)
    found = priced(won, currency)
    sample = len(won) - sum(number for _reason, number in found.left_out)
    return Figure(Kpi.WON_AMOUNT, period, found.amount, currency, (), sample, found.left_out)


def deals_won(history: History, period: Period, _currency: str) -> Figure:
    """Return the number of deals won."""
    won = history.between("deal_won", period)
    return Figure(Kpi.DEALS_WON, period, count(won), "count", (), len(won))


def win_rate(history: History, period: Period, _currency: str) -> Figure:
    """Return W / (W + L) of the deals closed in the period; open ones are left out."""
    won, lost = history.between("deal_won", period), history.between("deal_lost", period)
    above, other = count(won), count(lost)
    inputs = (("W", above), ("L", other))
    return Figure(Kpi.WIN_RATE, period, share_of(above, above + other), "%", inputs, len(won) + len(lost))


def average_deal(history: History, period: Period, currency: str) -> Figure:
    """Return V / W: the amount of the deals won over those of them that have an amount."""
    won = history.between("deal_won", period)
    found = priced(won, currency)
    value = found.amount / found.priced if found.priced else None
    sample = len(won) - sum(number for _reason, number in found.left_out)
    inputs = (("V", found.amount), ("W", found.priced))
    return Figure(Kpi.AVERAGE_DEAL, period, value, currency, inputs, sample, found.left_out)


def sales_cycle(history: History, period: Period, _currency: str) -> Figure:
    """Return D / N: mean days from the opportunity to the deal won."""
    days = Decimal(0)
    measured = missing = 0
    for record in history.between("deal_won", period):
        opened = history.deals[record.deal].opened if record.deal else None
        if opened is None or opened.date > record.date:
            missing += 1
        else:
            days += (record.date - opened.date).days
            measured += 1
    inputs = (("D", days), ("N", Decimal(measured)))
    left_out = (("opened", missing),) if missing else ()
    return Figure(Kpi.SALES_CYCLE, period, days / measured if measured else None, "days", inputs, measured, left_out)


def velocity(history: History, period: Period, currency: str) -> Figure:
    """Return O × V × P / C: what the open opportunities are worth a day, at these rates."""
    rate, deal, cycle = (make(history, period, currency) for make in (win_rate, average_deal, sales_cycle))
    opened = Decimal(history.open_on(min(period.end, history.today)))
    value = None
    if rate.value is not None and deal.value is not None and cycle.value:
        value = opened * deal.value * rate.value / PERCENT / cycle.value
    known = (("V", deal.value), ("P", rate.value), ("C", cycle.value))
    inputs = (("O", opened), *((letter, number) for letter, number in known if number is not None))
    left_out = Counter(dict(deal.left_out)) + Counter(dict(cycle.left_out))
    return Figure(Kpi.VELOCITY, period, value, currency, inputs, rate.sample, tuple(sorted(left_out.items())))


def retention(history: History, period: Period, _currency: str) -> Figure:
    """Return (S − L) / S: the customers at the start of the period who did not leave in it."""
    held: dict[str, bool] = {}
    lost: set[str] = set()
    for day, account, is_buy in history.customer_events:
        if day < period.start:
            held[account] = is_buy
        elif day <= period.end and not is_buy and held.get(account):
            lost.add(account)
    start, gone = sum(held.values()), len(lost)
    value = share_of(Decimal(start - gone), Decimal(start))
    inputs = (("S", Decimal(start)), ("L", Decimal(gone)))
    return Figure(Kpi.RETENTION, period, value, "%", inputs, start)


def satisfaction(history: History, period: Period, _currency: str) -> Figure:
    """Return Q / N: the mean of the scores that customers gave."""
    answers = history.between("csat", period)
    total = count(answers)
    inputs = (("Q", total), ("N", Decimal(len(answers))))
    value = total / len(answers) if answers else None
    return Figure(Kpi.SATISFACTION, period, value, "score", inputs, len(answers))


MAKERS: dict[Kpi, Callable[[History, Period, str], Figure]] = {
    Kpi.WON_AMOUNT: won_amount,
    Kpi.DEALS_WON: deals_won,
    Kpi.WIN_RATE: win_rate,
    Kpi.AVERAGE_DEAL: average_deal,
    Kpi.SALES_CYCLE: sales_cycle,
    Kpi.VELOCITY: velocity,
    Kpi.RETENTION: retention,
    Kpi.SATISFACTION: satisfaction,
}


@dataclass(frozen=True, slots=True)
class Funnel:
    """How many of the deals that closed came to each step, the first step all of them.

    A step that was skipped counts as passed. ``unnamed`` closed deals have no name that ties their steps together.
    """

    period: Period
    steps: tuple[tuple[str, int], ...]
    unnamed: int = 0


def funnel(history: History, period: Period) -> Funnel:
    """Return how far the deals came that were closed in the period."""
    return funnel_of([record for kind in CLOSED for record in history.between(kind, period)], history, period)


def funnel_of(closed: Sequence[LogRecord], history: History, period: Period) -> Funnel:
    """Return how far the deals came whose ends are among these records of the period."""
    named = {record.deal for record in closed if record.deal}
    ended = [deal for deal in (history.deals[name] for name in named) if deal.closed and deal.closed.date in period]
    reached: Counter[int] = Counter()
    for deal in ended:
        made = [place for place, step in enumerate(history.steps, 1) if step in deal.steps]
        reached[len(history.steps) if deal.is_won else max(made, default=0)] += 1
    places = range(len(history.steps) + 1)
    numbers = (sum(reached[far] for far in places if far >= place) for place in places)
    steps = tuple(zip(("opportunity", *history.steps), numbers, strict=True))
    return Funnel(period, steps, sum(1 for record in closed if not record.deal))


def conversions(found: Funnel) -> Iterator[Figure]:
    """Yield the share of the deals at each step that came to the next one."""
    left_out = (("deal", found.unnamed),) if found.unnamed else ()
    for (_step, before), (step, after) in zip(found.steps, found.steps[1:], strict=False):
        inputs = (("A", Decimal(after)), ("B", Decimal(before)))
        value = share_of(Decimal(after), Decimal(before))
        yield Figure(CONVERSIONS[step], found.period, value, "%", inputs, before, left_out)


def figures(history: History, period: Period, currency: str) -> dict[Kpi, Figure]:
    """Return every key figure of a period."""
    made = {kpi: make(history, period, currency) for kpi, make in MAKERS.items()}
    if len(history.steps) > 1:
        made.update((one.kpi, one) for one in conversions(funnel(history, period)))
    return made
