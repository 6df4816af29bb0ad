"""One year of a made-up AE's work: calls and mails, deals that open and close, customers to keep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import count

from aegoals.domain.career import Training
from aegoals.exchange.sample_names import PRODUCTS, account_names
from aegoals.services.demo.diary import Diary

A_YEAR = timedelta(days=364)
LEAD_UP = timedelta(days=190)  # deals reach further back than the daily log
ACCOUNTS, CUSTOMERS = 180, 30
KEY_ACCOUNT = "Tidewell Shipping"

SOURCES = ("referral", "trade fair", "website", "SDR", "partner")
LOST_TO = ("price", "timing", "competitor", "no-decision")
A_SMALL_DEAL = 2_500
QUIET_MONTHS = frozenset({7, 12})
NOTES = (
    "Wants a second quote with three years of service",
    "Bättre efter semestern, ringer i augusti",
    "Entscheidung im nächsten Lenkungskreis",
    "来週の会議で決定する予定",
    "客户希望下个月试用",
    "New head of purchasing; start again with the business case",
    "Asked for a reference in the same trade",
)


def live_a_year(diary: Diary, trainings: Sequence[Training]) -> None:
    """Fill the diary with the year that ends today."""
    first = diary.today - A_YEAR
    accounts = account_names(diary.random, ACCOUNTS)
    customers, prospects = accounts[:CUSTOMERS], iter(accounts[CUSTOMERS:])
    _daily_work(diary, diary.working_days(first, diary.today), accounts)
    _deals(diary, diary.working_days(first - LEAD_UP, diary.today), customers[1:], prospects)
    _customers(diary, first, customers)
    _key_account(diary)
    _learning(diary, first, trainings)


def _daily_work(diary: Diary, days: Sequence[date], accounts: Sequence[str]) -> None:
    random = diary.random
    known = accounts[: CUSTOMERS * 2]
    for day in days:
        energy = 0.7 if day.month in QUIET_MONTHS else 1.0
        for _number in range(round(random.randint(3, 7) * energy)):
            note = random.choice(NOTES) if diary.happens(0.05) else None
            diary.add(day, "call", quantity=Decimal(random.randint(1, 3)), account=random.choice(known), note=note)
        for _number in range(round(random.randint(2, 4) * energy)):
            diary.add(day, "email", quantity=Decimal(random.randint(1, 6)), account=random.choice(known))
        for _number in range(random.choice((0, 0, 1, 1, 2))):
            diary.add(day, "meeting", account=random.choice(known), minutes=random.choice((30, 45, 60)))
        if diary.happens(0.3):
            diary.add(day, "lead", quantity=Decimal(random.randint(1, 4)), source=random.choice(SOURCES))


def _deals(diary: Diary, days: Sequence[date], customers: Sequence[str], prospects: Iterator[str]) -> None:
    numbers = count(1)
    for day in days:
        if diary.happens(0.45 if day.month in QUIET_MONTHS else 0.62):
            is_new = diary.happens(0.5)
            account = next(prospects, None) if is_new else diary.random.choice(customers)
            if account is not None:
                _deal(diary, day, f"D-{next(numbers):04}", account, is_new=is_new)


def _deal(diary: Diary, opened: date, deal: str, account: str, *, is_new: bool) -> None:
    """Write a deal from its opening over demo and proposal to its end, as far as it got."""
    random = diary.random
    product, price = random.choices(PRODUCTS, weights=(4, 14, 18, 20, 16, 12, 2))[0]
    cycle = round(random.triangular(8, 100, 35))
    days = [diary.working_day(opened + timedelta(days=round(cycle * share))) for share in (0.2, 0.55, 1)]
    price *= max(round(A_SMALL_DEAL / price), 1)  # what costs little is bought by the dozen
    amount = Decimal(round(price * random.choice((1, 1, 2, 3)) * random.uniform(0.85, 1.05), -1))
    about = {"account": account, "product": product, "deal": deal}
    is_open = days[-1] > diary.today
    source = random.choice(SOURCES)
    diary.add(opened, "opportunity", **about, source=source, amount=amount if is_open else None)
    if diary.happens(0.75):
        diary.add(days[0], "demo", **about, minutes=random.choice((30, 45, 60)))
    if diary.happens(0.8):
        diary.add(days[1], "proposal", **about, amount=amount)
    if diary.happens(0.55):
        diary.add(days[2], "deal_won", **about, source=source, amount=amount, tags=() if is_new else ("upsell",))
    else:
        diary.add(days[2], "deal_lost", **about, source=source, tags=(random.choice(LOST_TO),))


def _customers(diary: Diary, first: date, customers: Sequence[str]) -> None:
    """Renew each customer's contract once in the year, lose three, and ask how satisfied they are."""
    random = diary.random
    for number, account in enumerate(customers):
        signed = diary.working_day(first - timedelta(days=10 + 11 * number))
        diary.add(signed, "renewal", account=account, amount=Decimal(random.randrange(2_000, 20_000, 100)))
        again = diary.working_day(signed + timedelta(days=365))
        kind = "churn" if number in {9, 17, 23} else "renewal"
        amount = Decimal(random.randrange(2_000, 20_000, 100)) if kind == "renewal" else None
        diary.add(again, kind, account=account, amount=amount)
    for day in diary.working_days(first, diary.today):
        if diary.happens(0.35):
            grown = (day - first) / A_YEAR
            score = 5 if diary.happens(0.2 + 0.55 * grown) else random.choice((3, 4, 4))
            diary.add(day, "csat", quantity=Decimal(score), account=random.choice(customers))


def _key_account(diary: Diary) -> None:
    """Place one product after the other at the key account."""
    for number, days_ago in enumerate((190, 115, 40)):
        product, price = PRODUCTS[number + 1]
        day = diary.working_day(diary.today - timedelta(days=days_ago))
        about = {"account": KEY_ACCOUNT, "product": product, "deal": f"K-{number + 1}"}
        diary.add(diary.working_day(day - timedelta(days=49)), "opportunity", **about)
        diary.add(day, "deal_won", **about, amount=Decimal(max(price * 2, A_SMALL_DEAL)))


def _learning(diary: Diary, first: date, trainings: Sequence[Training]) -> None:
    """Log the hours that each training already took, one session in about two weeks."""
    for training in trainings:
        sessions = int(training.hours_done)
        for number in range(sessions):
            day = diary.working_day(first + timedelta(days=20 + round(330 * number / max(sessions, 1))))
            diary.add(day, "training", minutes=60, note=training.title)
