"""The one place where the screens meet an error: it is told in its own words, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from textual.app import App
from textual.screen import Screen

from aegoals.errors import AegoalsError, DataFileError
from screens.form import Form, FormDialog

T = TypeVar("T")
LONG_ENOUGH_TO_READ = 12


def attempt(place: App[None] | Screen[None], work: Callable[[], T]) -> T | None:
    """Do the work and return its result; an error becomes a notification, and None comes back."""
    try:
        return work()
    except AegoalsError as error:
        severity = "error" if isinstance(error, DataFileError) else "warning"
        place.notify(str(error), severity=severity, timeout=LONG_ENOUGH_TO_READ, markup=False)  # type: ignore[arg-type]
        return None


async def fill_in(app: App[None], form: Form, save: Callable[[Mapping[str, str]], object]) -> bool:
    """Show a form until its answers could be saved or the AE leaves it; True when saved.

    Call it from a worker. What was typed stays in the form when saving is refused.
    """
    answers: Mapping[str, str] = {}
    trouble = ""
    while True:
        given = await app.push_screen_wait(FormDialog(form, answers, trouble))
        if given is None:
            return False
        try:
            save(given)
        except AegoalsError as error:
            answers, trouble = given, str(error)
        else:
            return True
