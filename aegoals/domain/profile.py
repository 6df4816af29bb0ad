"""Who the AE is: what money, language and calendar their numbers are in."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.fields import Currency, Line, Model, Quantity
from aegoals.domain.own_kinds import OwnKind
from aegoals.domain.template import Template
from aegoals.locale.texts import _


class Role(StrEnum):
    """What the AE's role covers."""

    NEW_BUSINESS = "new_business"
    ACCOUNTS = "accounts"
    BOTH = "both"


class StatusLimits(Model):
    """The pace from which a goal is on track, and below which it is at risk."""

    on_track: Quantity = Decimal("0.99")
    behind: Quantity = Decimal("0.81")

    @model_validator(mode="after")
    def _in_order(self) -> StatusLimits:
        if not 0 < self.behind < self.on_track <= 1:
            raise ValueError(_("the limits must rise from 0 over “behind” and “on track” to 1"))
        return self


class Profile(Model):
    """The AE's own settings; every one has a sensible default."""

    name: Line = ""
    role: Role = Role.BOTH
    currency: Currency = "USD"
    locale: Line = "en_US"
    fiscal_year_start: Annotated[int, Field(ge=1, le=12, strict=True)] = 1  # month
    first_day_of_week: Annotated[int, Field(ge=1, le=7, strict=True)] = 1  # ISO weekday
    calendar: WorkCalendar = WorkCalendar()
    hours_a_day: Annotated[Quantity, Field(gt=0, le=24)] = Decimal(8)  # of a working day
    limits: StatusLimits = StatusLimits()
    rates: dict[Currency, Quantity] = Field(default_factory=dict)  # one unit of it in the AE's currency
    cool_off_days: Annotated[int, Field(ge=0, le=90, strict=True)] = 0  # before an easier target or date takes effect
    theme: Line = ""
    own_kinds: tuple[OwnKind, ...] = ()
    templates: tuple[Template, ...] = ()
    streaks: bool = True  # shown
    celebrates: bool = True  # says in one line what was earned or won
    welcomed: bool = False

    @property
    def kind_letters(self) -> dict[str, str]:
        """The letters that the AE gave to own kinds."""
        return {one.kind: one.letter for one in self.own_kinds if one.letter and one.is_new}
