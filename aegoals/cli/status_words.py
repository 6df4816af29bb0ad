"""What the command line calls a status and what needs attention, in the AE's language."""

from __future__ import annotations

from datetime import date

from aegoals.cli.record_words import day_words
from aegoals.domain.progress import Status
from aegoals.domain.today import Concern
from aegoals.locale.numbers import show_value
from aegoals.locale.texts import _, mark

STATUS_WORDS = {
    Status.NOT_STARTED: mark("not started"),
    Status.ON_TRACK: mark("on track"),
    Status.BEHIND: mark("behind"),
    Status.AT_RISK: mark("at risk"),
    Status.REACHED: mark("reached"),
    Status.WITHIN_LIMIT: mark("within the limit"),
    Status.MISSED: mark("missed"),
    Status.PAUSED: mark("paused"),
    Status.CLOSED: mark("closed"),
}


def status_word(status: Status) -> str:
    """Return a status in words."""
    return _(STATUS_WORDS[status])


def concern_words(concern: Concern, today: date, locale: str) -> str:
    """Return what needs attention in one line."""
    one, milestone = concern.standing, concern.milestone
    if milestone is None:
        return _("{status}: {title} ({actual} of {target}, due {due})").format(
            status=status_word(one.status),
            title=one.goal.title,
            actual=show_value(one.actual, one.goal.metric.unit, locale),
            target=show_value(one.goal.target, one.goal.metric.unit, locale),
            due=day_words(one.goal.due, today, locale),
        )
    return _("milestone due {due}: {milestone} ({title})").format(
        due=day_words(milestone.due, today, locale), milestone=milestone.title, title=one.goal.title
    )
