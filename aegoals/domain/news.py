"""Status that moves early: which goals fell or rose since a day, and what of the log explains it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.kinds import KINDS, kind_of
from aegoals.domain.measure import kinds_needed
from aegoals.domain.progress import Standing, Status
from aegoals.domain.record import LogRecord
from aegoals.locale.numbers import show_value
from aegoals.locale.texts import _, mark, ngettext

_RANKS = {
    Status.MISSED: 0,
    Status.AT_RISK: 1,
    Status.BEHIND: 2,
    Status.ON_TRACK: 3,
    Status.WITHIN_LIMIT: 3,
    Status.REACHED: 4,
}
"""Statuses that can be compared, the worst first; the others say nothing of the pace."""

_FELL = {
    Status.MISSED: mark("missed"),
    Status.AT_RISK: mark("fell to at risk"),
    Status.BEHIND: mark("fell behind"),
}
_ROSE = {
    Status.BEHIND: mark("no longer at risk"),
    Status.ON_TRACK: mark("back on track"),
    Status.WITHIN_LIMIT: mark("within the limit again"),
    Status.REACHED: mark("reached"),
}


@dataclass(frozen=True, slots=True)
class News:
    """One goal whose status is another than at the end of a day before."""

    now: Standing
    before: Standing
    since: date
    idle_days: int  # working days in a row, up to the latest one that is over, on which nothing counted for it
    was_changed: bool  # whether the AE changed the goal since

    @property
    def is_worse(self) -> bool:
        """Whether it fell."""
        return _RANKS[self.now.status] < _RANKS[self.before.status]


def days_to_compare(today: date, calendar: WorkCalendar) -> tuple[date, date]:
    """Return the last working day before today, and the latest Monday before today."""
    yesterday = calendar.last_working_day(today - timedelta(days=1))
    return yesterday, today - timedelta(days=(today.weekday() or 7))


def news_of(
    now: Standing, before: Standing, since: date, today: date, records: Iterable[LogRecord], calendar: WorkCalendar
) -> News | None:
    """Return what moved between a day and today; None where the status is the same or cannot be compared.

    ``records`` are those that feed the goal; those of other kinds do not matter.
    """
    if now.status not in _RANKS or before.status not in _RANKS or since < now.goal.start:
        return None
    if _RANKS[now.status] == _RANKS[before.status]:
        return None
    was_changed = any(revision.day > since for revision in now.goal.revisions)
    return News(now, before, since, _idle_days(now, today, records, calendar), was_changed)


def _idle_days(now: Standing, today: date, records: Iterable[LogRecord], calendar: WorkCalendar) -> int:
    """Count the working days that are over since something last counted for the goal, or since its start."""
    days = [record.date for record in records if record.date <= today]
    if today in days:
        return 0
    first = max(days, default=now.goal.start - timedelta(days=1)) + timedelta(days=1)
    return calendar.working_days(first, today - timedelta(days=1))


def news_words(news: News, locale: str, yesterday: date) -> str:
    """Return what moved, since when and why, such as ``fell behind since yesterday: 2 working days without a demo``."""
    return shorter_words(news, locale, yesterday)[0]


def shorter_words(news: News, locale: str, yesterday: date) -> tuple[str, str, str]:
    """Return that sentence, the same without the day since when, and the reason alone."""
    what = _((_FELL if news.is_worse else _ROSE)[news.now.status])
    since = _("since yesterday") if news.since == yesterday else _("since Monday")
    reason = _reason(news, locale)
    return f"{what} {since}: {reason}", f"{what}: {reason}", reason


def _reason(news: News, locale: str) -> str:
    goal = news.now.goal
    unit = goal.metric.unit
    if news.was_changed:
        return _("you changed the goal")
    if news.is_worse and goal.metric.grows and news.idle_days:
        days = ngettext("{count} working day", "{count} working days", news.idle_days).format(count=news.idle_days)
        return _("{days} without {thing}").format(days=days, thing=_thing(news.now))
    if goal.metric.grows:
        added = (news.now.actual or Decimal(0)) - (news.before.actual or Decimal(0))
        asked = news.now.expected - news.before.expected
        return _("{added} came, the line asked for {asked}").format(
            added=show_value(added, unit, locale), asked=show_value(round(asked, 2), unit, locale)
        )
    before, after = (show_value(one.actual, unit, locale) for one in (news.before, news.now))
    if before == after:
        return _("it stayed at {value}, the line went on").format(value=after)
    return _("from {before} to {after}").format(before=before, after=after)


def _thing(now: Standing) -> str:
    """Return what the goal waits for: a kind of record, or an entry."""
    kinds = kinds_needed(now.goal.metric)
    if len(now.goal.metric.selector.kinds) != 1 or len(kinds) != 1:
        return _("an entry for it")
    (kind,) = kinds
    return _("any {kind}").format(kind=_(kind_of(kind).one) if kind in KINDS else kind_of(kind).one)
