"""The AE's role in writing: what others do, what is expected, what is still unclear."""

from __future__ import annotations

from datetime import date

from aegoals.domain.fields import Day, Line, Model, Name
from aegoals.domain.periods import MONTHS_A_YEAR, add_months


class Expectation(Model):
    """What is expected of the AE, agreed with somebody on a day."""

    title: Name
    person: Line = ""
    agreed_on: Day | None = None


class Unclear(Model):
    """What is unclear about the role, to ask in the next talk."""

    title: Name
    cleared_on: Day | None = None


class RoleCard(Model):
    """What belongs to others, what is expected, what is unclear; what the role covers stands in the profile."""

    marketing: Line = ""
    sdrs: Line = ""
    success: Line = ""  # customer success
    expected: tuple[Expectation, ...] = ()
    unclear: tuple[Unclear, ...] = ()
    confirmed_on: Day | None = None

    @property
    def questions(self) -> tuple[str, ...]:
        """What is still unclear."""
        return tuple(one.title for one in self.unclear if one.cleared_on is None)


def is_to_confirm(card: RoleCard, today: date) -> bool:
    """Tell whether a year went by since the AE last said that the role is as it is written."""
    return card.confirmed_on is not None and add_months(card.confirmed_on, MONTHS_A_YEAR) <= today
