"""What others say of the AE's work, what the AE says of theirs, and the patterns in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from aegoals.domain.fields import Day, Line, Model, Name, Note
from aegoals.domain.periods import add_months, month_of
from aegoals.domain.record import LogRecord

LOST = "deal_lost"


class Way(StrEnum):
    """Whether feedback was received or given."""

    RECEIVED = "received"
    GIVEN = "given"


class Side(StrEnum):
    """Who the other person is."""

    CUSTOMER = "customer"
    MANAGER = "manager"
    PEER = "peer"
    SDR = "sdr"
    MARKETING = "marketing"


class Tone(StrEnum):
    """What kind of feedback it is; recognition is praise worth keeping for an appraisal."""

    PRAISE = "praise"
    WISH = "wish"
    COMPLAINT = "complaint"
    RECOGNITION = "recognition"


class Feedback(Model):
    """One feedback. ``skill`` and ``goal`` are ids, ``deal`` and ``account`` names of the log."""

    id: str
    day: Day
    text: Name
    way: Way = Way.RECEIVED
    side: Side = Side.CUSTOMER
    person: Line = ""
    tone: Tone = Tone.PRAISE
    skill: str | None = None
    goal: str | None = None
    deal: Line = ""
    account: Line = ""
    reasons: tuple[Name, ...] = ()  # words to count it by, such as price or onboarding
    response: Note = ""  # what the AE does with it
    passed_on_to: Line = ""
    passed_on: Day | None = None

    @property
    def is_counted(self) -> bool:
        """Whether its reasons are counted: it was received, and asks for something to change."""
        return self.way is Way.RECEIVED and self.tone in {Tone.WISH, Tone.COMPLAINT}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A reason that came up, how often in each month, and when last."""

    reason: str
    count: int
    by_month: tuple[tuple[date, int], ...]  # first day of the month, oldest first
    latest: date
    from_deals: int  # how many of them are lost deals
    passed_on: date | None = None  # when it was last told to another department

    def lately(self, today: date, months: int) -> list[tuple[date, int]]:
        """Return the first day of each of the last months, the running one at the end, and how often it came up."""
        counts, first = dict(self.by_month), add_months(today.replace(day=1), 1 - months)
        return [(month, counts.get(month, 0)) for month in (add_months(first, place) for place in range(months))]


def patterns(feedback: Iterable[Feedback], records: Iterable[LogRecord]) -> list[Pattern]:
    """Return the reasons of lost deals (their tags) and of wishes and complaints received, the most frequent first."""
    known = list(feedback)
    seen: defaultdict[str, list[tuple[date, bool]]] = defaultdict(list)
    names: dict[str, str] = {}
    for reason, day, is_deal in (*_of_feedback(known), *_of_deals(records)):
        names.setdefault(reason.casefold(), reason)
        seen[reason.casefold()].append((day, is_deal))
    told = _told(known)
    found = [_pattern(names[key], days, told.get(key)) for key, days in seen.items()]
    return sorted(found, key=lambda one: (-one.count, -one.latest.toordinal(), one.reason))


def _of_feedback(feedback: Iterable[Feedback]) -> Iterable[tuple[str, date, bool]]:
    for one in feedback:
        if one.is_counted:
            yield from ((reason, one.day, False) for reason in dict.fromkeys(one.reasons))


def _of_deals(records: Iterable[LogRecord]) -> Iterable[tuple[str, date, bool]]:
    for record in records:
        if record.kind == LOST:
            yield from ((tag, record.date, True) for tag in dict.fromkeys(record.tags))


def _told(feedback: Iterable[Feedback]) -> dict[str, date]:
    """Return for each reason the last day on which the AE passed on what they said of it."""
    told: dict[str, date] = {}
    for one in feedback:
        if one.way is Way.GIVEN and one.passed_on is not None:
            for reason in one.reasons:
                told[reason.casefold()] = max(told.get(reason.casefold(), date.min), one.passed_on)
    return told


def _pattern(reason: str, days: list[tuple[date, bool]], passed_on: date | None) -> Pattern:
    months = Counter(month_of(day).start for day, _is_deal in days)
    return Pattern(
        reason=reason,
        count=len(days),
        by_month=tuple(sorted(months.items())),
        latest=max(day for day, _is_deal in days),
        from_deals=sum(is_deal for _day, is_deal in days),
        passed_on=passed_on,
    )
