"""A dialog in which one thing is picked out of many; typing narrows the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from aegoals.locale.texts import _
from screens.commands import CANCEL, HELP, Command, bindings
from screens.dismissal import LeavesOnce
from widgets.discreet import discreet
from widgets.field import TextField
from widgets.key_footer import KeyFooter
from widgets.literal import literal
from widgets.rows import Row, RowList, note


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be picked: its row, and the text in which a word is looked for."""

    row: Row
    text: str


class PickDialog(ModalScreen[str | None], LeavesOnce[str | None]):
    """Returns the key of the row that was picked, None on Escape."""

    COMMANDS_HERE = (CANCEL,)
    BINDINGS: ClassVar = bindings((*COMMANDS_HERE, HELP))

    def __init__(self, title: str, offers: Sequence[Offer], about: str = "") -> None:
        super().__init__()
        self._title = title
        self._offers = offers
        self._about = about

    def compose(self) -> ComposeResult:
        """Lay out the field and the list."""
        with Vertical(id="dialog", classes="-tall") as dialog:
            dialog.border_title = discreet(self._title)
            dialog.border_subtitle = literal(_("Enter picks"))
            yield TextField(placeholder=_("Type a word to narrow the list"), id="find", compact=True)
            yield RowList(id="offers")
        yield KeyFooter()

    @property
    def commands(self) -> tuple[Command, ...]:
        """The commands that work here."""
        return (*self.COMMANDS_HERE, HELP)

    @property
    def about(self) -> str:
        """What is picked."""
        return "\n".join(filter(None, [self._about, _("Typing narrows the list, ↓ goes to it, Enter picks.")]))

    def on_mount(self) -> None:
        """Show everything."""
        self._fill("")
        self.query_one("#find").focus()

    def _fill(self, word: str) -> None:
        wanted = word.strip().casefold()
        found = [one.row for one in self._offers if wanted in one.text.casefold()]
        self.query_one(RowList).set_rows(found or [note(_("Nothing holds that word."))])

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._fill(event.value)

    @on(Input.Submitted)
    def _pick_first(self, event: Input.Submitted) -> None:
        """Pick what stands on top."""
        event.stop()
        self._pick(self.query_one(RowList).key)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self._pick(event.key)

    def _pick(self, key: str | None) -> None:
        if key is not None:
            self.dismiss(key)

    def key_down(self, event: events.Key) -> None:
        """Go from the field to the list."""
        if isinstance(self.focused, Input):
            event.stop()
            self.query_one(RowList).focus()

    @on(RowList.Overshot)
    def _to_field(self, event: RowList.Overshot) -> None:
        event.stop()
        if event.step < 0:
            self.query_one("#find").focus()

    def action_cancel(self) -> None:
        """Leave without picking."""
        self.dismiss(None)
