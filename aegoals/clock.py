"""The one clock: the only place that asks the machine for the date or the time."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """Return the local calendar date."""
    return datetime.now().astimezone().date()


def now() -> datetime:
    """Return this instant, aware of the local zone."""
    return datetime.now().astimezone()
