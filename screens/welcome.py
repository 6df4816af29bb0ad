"""The first run: who is the AE, in one form that can be skipped whole or line by line."""

from __future__ import annotations

from collections.abc import Mapping

from aegoals.domain.profile import Profile
from aegoals.locale.texts import _
from aegoals.services.profile import ProfileService
from screens.form import Form
from screens.settings_forms import (
    country_field,
    currency_field,
    fiscal_field,
    locale_field,
    profile_fields,
    role_field,
    work_days_field,
)


def welcome_form(profile: Profile) -> Form:
    """Return the questions of the first run, filled in with what the machine suggests."""
    return Form(
        _("Welcome to aegoals"),
        (
            role_field(profile),
            currency_field(profile),
            locale_field(profile),
            fiscal_field(profile),
            work_days_field(profile),
            country_field(profile),
        ),
        _("Enter takes what stands there, Escape skips it all. Everything stays on this machine."),
    )


def welcomed(service: ProfileService, answers: Mapping[str, str]) -> Profile:
    """Save the answers; raises RefusedInput."""
    return service.change(_("Welcome"), welcomed=True, **profile_fields(service.get(), answers))
