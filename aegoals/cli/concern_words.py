"""What the command line says of what needs attention, in the AE's language."""

from __future__ import annotations

from datetime import date

from aegoals.cli.day_words import day_words
from aegoals.domain.today import Concern
from aegoals.domain.words import status_word
from aegoals.locale.numbers import show_value
from aegoals.locale.texts import _


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
