"""The locked screen: asks for the passphrase of the data file until it is right or the AE leaves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from aegoals.errors import AegoalsError
from aegoals.locale.texts import _
from screens.commands import LEAVE, UNLOCK, bindings
from screens.dismissal import LeavesOnce
from widgets.key_footer import KeyFooter
from widgets.literal import literal


class FileLocked(Message):
    """The data file is locked, and its passphrase is not known."""


class PassphraseField(Input):
    """An input that leaves Enter to the screen, whose footer names it."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Enter to the screen."""
        return action != "submit" and super().check_action(action, parameters)


class LockedScreen(ModalScreen[bool], LeavesOnce[bool]):
    """Dismisses with True when the file is open, with False when the AE leaves. Shows nothing of the data.

    ``unlock`` takes what was typed and raises WrongPassphrase; it runs in a thread, for it takes a moment.
    """

    CSS = """
    #locked {
        background: $background;
        #dialog-trouble { dock: none; }
    }
    """
    COMMANDS_HERE = (UNLOCK, LEAVE)
    BINDINGS: ClassVar = bindings(COMMANDS_HERE)

    def __init__(self, path: Path, unlock: Callable[[str], None]) -> None:
        super().__init__(id="locked")
        self._path = path
        self._unlock = unlock

    def compose(self) -> ComposeResult:
        """Lay out the file's name, the field and what was wrong."""
        with Vertical(id="dialog") as dialog:
            dialog.border_title = literal(_("Locked"))
            yield Static(literal(_("{path} is locked.").format(path=self._path)), id="dialog-about")
            yield PassphraseField(password=True, id="passphrase", classes="field", placeholder=_("Passphrase"))
            yield Static(id="dialog-trouble")
        yield KeyFooter()

    def on_mount(self) -> None:
        """Wait for the passphrase."""
        self.query_one(Input).focus()

    def action_unlock(self) -> None:
        """Try what was typed."""
        field = self.query_one(Input)
        if field.value and not field.disabled:
            self._say(_("One moment…"))
            field.disabled = True
            self._try(field.value)

    @work(thread=True)
    def _try(self, passphrase: str) -> None:
        try:
            self._unlock(passphrase)
        except AegoalsError as error:
            self.app.call_from_thread(self._ask_again, str(error))
        else:
            self.app.call_from_thread(self.dismiss, True)

    def _ask_again(self, trouble: str) -> None:
        field = self.query_one(Input)
        field.value = ""
        field.disabled = False
        field.focus()
        self._say(trouble)

    def _say(self, text: str) -> None:
        self.query_one("#dialog-trouble", Static).update(literal(text))

    def action_leave(self) -> None:
        """Leave without opening the file."""
        self.dismiss(False)
