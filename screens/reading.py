"""A dialog that is only read: rows that can be scrolled, laid out for the width that there is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from screens.commands import BACK, HELP, OPEN, Command, bindings
from screens.dismissal import LeavesOnce
from widgets.discreet import discreet
from widgets.key_footer import KeyFooter
from widgets.rows import Row, RowList

NARROWEST = 20


class ReadingDialog(ModalScreen[str | None], LeavesOnce[str | None]):
    """Shows what its subclass says in ``rows``; returns the key of a row that was chosen, None on Escape."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (OPEN, BACK)
    BINDINGS: ClassVar[list[BindingType]] = bindings((BACK, HELP))

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    @property
    def commands(self) -> tuple[Command, ...]:
        """The commands that work here; there is something to open where a row can be chosen."""
        return (*(one for one in self.COMMANDS_HERE if one is not OPEN or self.query_one(RowList).key), HELP)

    @property
    def about(self) -> str:
        """What is shown; the title says it where nothing has to be added."""
        return ""

    def compose(self) -> ComposeResult:
        """Lay out title and list."""
        with Vertical(id="dialog", classes="-tall") as dialog:
            dialog.border_title = discreet(self._title)
            yield RowList()
        yield KeyFooter()

    def rows(self, width: int) -> Sequence[Row]:
        """Return what is read, for this width."""
        raise NotImplementedError

    def on_resize(self) -> None:
        """Fill the list once its width is known, and anew for another width."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        rows = self.query_one(RowList)
        rows.set_rows(self.rows(max(rows.text_width, NARROWEST)))
        rows.focus()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(event.key)

    def action_back(self) -> None:
        """Close the dialog."""
        self.dismiss(None)
