"""What was agreed in talks and is due, in words and as JSON, the same for ``due`` and ``today``."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from aegoals.cli.day_words import day_words
from aegoals.locale.texts import _

if TYPE_CHECKING:
    from aegoals.domain.talk import Promise


def agreed_words(one: Promise, today: date, locale: str) -> str:
    """Return in one line what was agreed with whom, by when, and who does it."""
    day = day_words(one.agreed.due, today, locale) if one.agreed.due else ""
    words = {"day": day, "title": one.agreed.title, "person": one.talk.person, "who": one.agreed.who}
    if one.agreed.who:
        return _("agreed with {person}, due {day}: {title} ({who})").format(**words)
    return _("agreed with {person}, due {day}: {title}").format(**words)


def agreed_json(one: Promise) -> dict[str, object]:
    """Return what was agreed and in which talk."""
    return {
        "title": one.agreed.title,
        "day": one.agreed.due,
        "talk": {"id": one.talk.id, "person": one.talk.person, "who": one.agreed.who},
    }
