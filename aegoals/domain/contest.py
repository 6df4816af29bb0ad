"""A flash contest against oneself: one figure, until the end of the day or of the week."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from aegoals.domain.fields import Day, Model, Name, Number
from aegoals.domain.measure import measure
from aegoals.domain.metric import Aggregation, Metric, Of, Selector
from aegoals.domain.periods import Period, week_of
from aegoals.domain.record import LogRecord
from aegoals.errors import RefusedInput
from aegoals.locale.texts import _


class ContestState(StrEnum):
    """How a contest stands."""

    RUNNING = "running"
    WON = "won"
    LOST = "lost"


class Contest(Model):
    """What the AE set out to do within a day or a week; ``result`` is kept when it is over."""

    id: str
    line: Name  # as it was typed
    metric: Metric
    target: Number
    start: Day
    end: Day
    result: Number | None = None


@dataclass(frozen=True, slots=True)
class ContestStanding:
    """A contest with what was done for it, in its metric's unit."""

    contest: Contest
    done: Decimal
    state: ContestState


def standing_of(contest: Contest, records: Iterable[LogRecord], today: date) -> ContestStanding:
    """Return how a contest stands; the kept result decides once it is over."""
    done = contest.result
    if done is None:
        done = measure(contest.metric, records, contest.start, min(contest.end, today)).value or Decimal(0)
    if done >= contest.target:
        return ContestStanding(contest, done, ContestState.WON)
    return ContestStanding(contest, done, ContestState.LOST if today > contest.end else ContestState.RUNNING)


def split_line(line: str, today: date, first_day_of_week: int = 1) -> tuple[str, Period]:
    """Return what is to be done, and the days it is about: the end of the line says ``today`` or ``this week``."""
    text = " ".join(line.split())
    for name, words in _words().items():
        found = re.search(rf"(?:{words})\s*[.!。！]?\s*$", text, re.IGNORECASE)
        if found:
            period = Period(today, today) if name == "day" else Period(today, week_of(today, first_day_of_week).end)
            return text[: found.start()].rstrip(" ,、，"), period
    return text, Period(today, today)


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    """Return the ways to say today and this week in five languages, as patterns; spaces may be left out."""
    told = tomllib.loads(files("aegoals.domain").joinpath("contest_words.toml").read_text(encoding="utf-8"))
    return {name: "|".join(re.escape(word) for words in told[name].values() for word in words) for name in told}


def metric_of(line: str, records: Sequence[LogRecord], currency: str) -> tuple[Metric, Decimal]:
    """Return what a contest counts and how much of it, from the records that its line means; raises RefusedInput."""
    if len(records) != 1:
        raise RefusedInput(
            _("“{line}” is not one thing to do.").format(line=line), _("Name one figure, such as: 8 calls today.")
        )
    record = records[0]
    selector = Selector(kinds=(record.kind,), account=record.account, product=record.product)
    if record.amount is not None:
        unit = record.currency or currency
        return Metric(unit=unit, aggregation=Aggregation.SUM, of=Of.AMOUNT, selector=selector), record.amount
    if record.minutes:
        hours = Decimal(record.minutes) / 60
        return Metric(unit="hours", aggregation=Aggregation.SUM, of=Of.MINUTES, selector=selector), round(hours, 2)
    return Metric(unit="count", aggregation=Aggregation.SUM, selector=selector), record.quantity
