"""The one place where the screens meet an error: it is told in its own words, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from textual import work
from textual.app import App
from textual.screen import Screen
from textual.worker import Worker

from aegoals.errors import AegoalsError, DataFileError, DataFileLocked
from screens.form import Form, FormDialog
from screens.locked import FileLocked

T = TypeVar("T")
S = TypeVar("S", bound=Screen[None])
P = ParamSpec("P")
LONG_ENOUGH_TO_READ = 12


def attempt(place: App[None] | Screen[None], work: Callable[[], T]) -> T | None:
    """Do the work and return its result; an error becomes a notification, and None comes back."""
    try:
        return work()
    except AegoalsError as error:
        tell(place, error)
        return None


def tell(place: App[None] | Screen[None], error: AegoalsError) -> None:
    """Show an error in its own words, long enough to read it."""
    if isinstance(error, DataFileLocked):
        place.post_message(FileLocked())  # the App asks for the passphrase
        return
    is_grave = isinstance(error, DataFileError)
    place.notify(str(error), severity="error" if is_grave else "warning", timeout=LONG_ENOUGH_TO_READ, markup=False)


def work_and_tell(
    method: Callable[Concatenate[S, P], Coroutine[Any, Any, None]],
) -> Callable[Concatenate[S, P], Worker[None]]:
    """Run a screen's method as a worker, which may wait for dialogs; an error becomes a notification."""

    @wraps(method)
    async def told(screen: S, *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            await method(screen, *args, **kwargs)
        except AegoalsError as error:
            tell(screen, error)

    return work(told)


async def fill_in(app: App[None], form: Form, save: Callable[[Mapping[str, str]], object]) -> bool:
    """Show a form until its answers could be saved or the AE leaves it; True when saved.

    Call it from a worker. What was typed stays in the form when saving is refused.
    """

    def refusal_of(answers: Mapping[str, str]) -> AegoalsError | None:
        try:
            save(answers)
        except AegoalsError as error:
            return error
        return None

    return await app.push_screen_wait(FormDialog(form, refusal_of)) is not None
