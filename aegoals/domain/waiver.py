"""A finding that the AE decided to live with, and why."""

from __future__ import annotations

from aegoals.domain.fields import Day, Model, Name


class Waiver(Model):
    """One finding waved off: its code, the reason, the day."""

    code: Name
    reason: Name
    day: Day
