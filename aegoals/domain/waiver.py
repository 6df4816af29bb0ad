"""A finding that the AE decided to live with, and why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from aegoals.domain.fields import Day, Model, Name
from aegoals.errors import RefusedInput
from aegoals.locale.texts import _


class Waiver(Model):
    """One finding waved off: its code, the reason, the day."""

    code: Name
    reason: Name
    day: Day


def waved_off(waivers: Iterable[Waiver], code: str, reason: str, today: date) -> tuple[Waiver, ...]:
    """Return the waivers with one more, in the place of an older one of this code; raises RefusedInput."""
    if not reason.strip():
        raise RefusedInput(_("A finding is waved off only with a reason."), _("Say in a few words why."))
    waiver = Waiver.build({"code": code, "reason": reason, "day": today})
    return (*(one for one in waivers if one.code != code), waiver)


def raised_again(waivers: Iterable[Waiver], code: str) -> tuple[Waiver, ...]:
    """Return the waivers without this one; raises RefusedInput where it was never waved off."""
    known = tuple(waivers)
    kept = tuple(one for one in known if one.code != code)
    if len(kept) == len(known):
        raise RefusedInput(
            _("“{code}” was not waved off.").format(code=code),
            _("Waved off are: {codes}.").format(codes=", ".join(one.code for one in known) or "–"),
        )
    return kept
