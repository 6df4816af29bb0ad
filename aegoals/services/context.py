"""What every service stands on: the store, the shelves and today's date."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from aegoals import clock
from aegoals.domain.profile import Profile
from aegoals.domain.record import LogRecord
from aegoals.domain.text import clean_line
from aegoals.errors import RefusedInput
from aegoals.services.record_index import RecordIndex
from aegoals.services.shelf import Shelf
from aegoals.store.protocol import Document, Store, Transaction

if TYPE_CHECKING:
    from aegoals.domain.goal import Goal

PROFILE_KEY = "me"
LONGEST_TITLE = 200  # characters of an action's title in the history


class Context:
    """The AE's data, as services see it."""

    def __init__(
        self,
        store: Store,
        today: Callable[[], date] = clock.today,
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        self.store = store
        self.today = today
        self.now = now
        self.records = Shelf(store, "records", LogRecord)
        self.profiles = Shelf(store, "profile", Profile)
        self.index = RecordIndex(store, self.records)

    @cached_property
    def goals(self) -> Shelf[Goal]:
        """The goals; a one-line log does without them."""
        from aegoals.domain.goal import Goal

        return Shelf(self.store, "goals", Goal)

    def profile(self) -> Profile:
        """Return the AE's settings, the defaults where none were saved or where one cannot be read."""
        try:
            return self.whole_profile()
        except RefusedInput:
            return _readable_part(self.store.table("profile")[PROFILE_KEY])

    def whole_profile(self) -> Profile:
        """Return the settings to change them; raises RefusedInput where a part of them would be lost."""
        if PROFILE_KEY in self.store.table("profile"):
            return self.profiles.get(PROFILE_KEY)
        return default_profile()

    def transaction(self, verb: str, title: str) -> AbstractContextManager[Transaction]:
        """Open one action of the AE; what it changes is read inside, for another program may have saved."""
        self.store.refresh()
        return self.store.transaction(verb, clean_line(title)[:LONGEST_TITLE])


def _readable_part(document: Document) -> Profile:
    """Return what can be read of damaged settings; what cannot has its default, and nothing is saved."""
    kept: Document = default_profile().document()
    for name, value in document.items():
        with suppress(RefusedInput):
            Profile.build({**kept, name: value})
            kept[name] = value
    return Profile.build({**kept, "welcomed": True})


def default_profile() -> Profile:
    """Return the settings of a first run: locale and currency as the environment has them."""
    from aegoals.locale.dates import currency_of, guess_locale

    locale = guess_locale()
    return Profile(locale=locale, currency=currency_of(locale))
