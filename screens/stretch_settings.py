"""What Settings does with days off, part time and ramp-ups: add, change, delete."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import App

from aegoals.domain.profile import Profile
from aegoals.locale.texts import _
from aegoals.services import Desk
from screens.attempt import fill_in
from screens.own_rows import NEW

STRETCHES = frozenset({"off", "part", "ramp"})


async def edit_stretch(app: App[None], desk: Desk, what: str, key: str) -> None:
    """Show the form, and then what the new calendar asks of every goal; call it from a worker."""
    from aegoals.domain.needs import changed_needs
    from aegoals.services.profile import stretches_of
    from screens.needs import NeedsDialog
    from screens.stretch_forms import FORMS

    kind, rules = FORMS[what], desk.goals.rules()
    one = None if key == NEW else stretches_of(desk.profile.calendar, kind.kind)[int(key)]

    def save(answers: Mapping[str, str]) -> None:
        desk.profile.keep_stretch(kind.read(answers, rules), instead=one)

    before = desk.goals.standings()
    if await fill_in(app, kind.form(one, desk.today()), save):
        needs = changed_needs(before, desk.goals.standings())
        if needs:
            await app.push_screen_wait(NeedsDialog(_(kind.title), needs, desk.profile.get().locale))


def drop_stretch(desk: Desk, what: str, key: str) -> Profile:
    """Delete the stretch of this place in its list."""
    from aegoals.services.profile import stretches_of
    from screens.stretch_forms import FORMS

    return desk.profile.drop_stretch(stretches_of(desk.profile.calendar, FORMS[what].kind)[int(key)])
