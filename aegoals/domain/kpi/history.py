"""The log as key figures read it: by kind and day, and each deal's way from opening to end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import attrgetter

from aegoals.domain.measure import BOUGHT
from aegoals.domain.own_kinds import OwnKind
from aegoals.domain.periods import Period
from aegoals.domain.record import LogRecord

CLOSED = ("deal_won", "deal_lost")
STEPS = ("meeting", "demo", "proposal")
"""What may lie between the opening of a deal and its end, in this order."""

READ = ("opportunity", *STEPS, *CLOSED, "renewal", "churn", "csat")
"""The kinds that key figures read."""


@dataclass(slots=True)
class Deal:
    """One deal by its name in the log: opening, the latest end, the steps between that were logged."""

    opened: LogRecord | None = None
    closed: LogRecord | None = None
    is_won: bool = False
    steps: set[str] = field(default_factory=set)


class History:
    """Records up to a day. An own kind that counts for a known one is read as that."""

    def __init__(self, records: Iterable[LogRecord], today: date, own: Sequence[OwnKind] = ()) -> None:
        counts_for = {one.kind: one.counts_for for one in own if one.counts_for}
        self.today = today
        self._kinds: defaultdict[str, list[LogRecord]] = defaultdict(list)
        for record in sorted((one for one in records if one.date <= today), key=attrgetter("date", "id")):
            self._kinds[counts_for.get(record.kind, record.kind)].append(record)
        self._days = {kind: [one.date for one in listed] for kind, listed in self._kinds.items()}

    def of(self, *kinds: str) -> list[LogRecord]:
        """Return every record of these kinds, kind after kind, each by day."""
        return [record for kind in kinds for record in self._kinds.get(kind, ())]

    def between(self, kind: str, period: Period) -> Sequence[LogRecord]:
        """Return the records of one kind in a period, by day."""
        days = self._days.get(kind, [])
        return self._kinds.get(kind, [])[bisect_left(days, period.start) : bisect_right(days, period.end)]

    @cached_property
    def deals(self) -> dict[str, Deal]:
        """Every deal that has a name, by it."""
        deals: defaultdict[str, Deal] = defaultdict(Deal)
        for record in reversed(self.of("opportunity")):
            if record.deal:
                deals[record.deal].opened = record
        ends = [(one.date, one.id, kind == "deal_won", one) for kind in CLOSED for one in self.of(kind)]
        for _day, _id, is_won, record in sorted(ends, key=lambda end: end[:2]):
            if record.deal:
                deals[record.deal].closed, deals[record.deal].is_won = record, is_won
        for step in STEPS:
            for record in self.of(step):
                if record.deal and record.deal in deals:
                    deals[record.deal].steps.add(step)
        return dict(deals)

    @cached_property
    def steps(self) -> tuple[str, ...]:
        """The steps of the funnel that the AE logs with the name of a deal, its end among them."""
        seen = {step for deal in self.deals.values() if deal.closed for step in deal.steps}
        return (*(step for step in STEPS if step in seen), "deal_won")

    @cached_property
    def _openings(self) -> tuple[list[date], list[date]]:
        """Return the days on which deals were opened, and those on which opened deals were closed."""
        opened = [deal for deal in self.deals.values() if deal.opened]
        starts = [deal.opened.date for deal in opened if deal.opened]
        ends = [max(deal.opened.date, deal.closed.date) for deal in opened if deal.opened and deal.closed]
        return sorted(starts), sorted(ends)

    def open_on(self, day: date) -> int:
        """Count the deals that were open at the end of a day."""
        starts, ends = self._openings
        return bisect_right(starts, day) - bisect_right(ends, day)

    @cached_property
    def open_deals(self) -> list[LogRecord]:
        """The openings of the deals that are open today."""
        return [deal.opened for deal in self.deals.values() if deal.opened and not deal.closed]

    @cached_property
    def customer_events(self) -> list[tuple[date, str, bool]]:
        """Day, account and whether it bought (else it left), by day; accounts are compared without case."""
        found = [
            (one.date, one.account.casefold(), kind in BOUGHT)
            for kind in (*BOUGHT, "churn")
            for one in self.of(kind)
            if one.account
        ]
        return sorted(found, key=lambda event: event[0])
