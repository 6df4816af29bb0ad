"""Help: what this page shows, and every key that works here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from aegoals.locale.texts import _
from screens.commands import BACK, EVERYWHERE, Command, bindings, bindings_of
from screens.dismissal import LeavesOnce
from widgets.key_footer import KeyFooter
from widgets.rows import Row, RowList, heading, line_row, note, stack
from widgets.spans import pad, wrap

KEY_CELLS = 14
TITLE_CELLS = 16


class HelpDialog(ModalScreen[None], LeavesOnce[None]):
    """Shows the commands of a page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings((BACK,)),
        Binding("f1,question_mark", "back", show=False),  # the key that opened it closes it
    ]

    def __init__(self, commands: Sequence[Command], about: str) -> None:
        super().__init__()
        self._commands = commands
        self._about = about

    def compose(self) -> ComposeResult:
        """Lay out title and list."""
        with Vertical(id="dialog", classes="-tall") as dialog:
            dialog.border_title = Content(_("Help"))
            yield RowList(id="help")
        yield KeyFooter()

    def on_resize(self) -> None:
        """Fill the list once its width is known, and anew for another width."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        rows = self.query_one(RowList)
        width = max(rows.text_width, 20)
        here = [one for one in self._commands if one not in EVERYWHERE]
        everywhere = [one for one in self._commands if one in EVERYWHERE]
        rows.set_rows(
            stack(
                [note(line) for line in wrap(self._about, width)] if self._about else [],
                [heading(_("Here")), *self._rows(here, width)] if here else [],
                [heading(_("Everywhere")), *self._rows(everywhere, width)],
            )
        )
        rows.focus()

    def _rows(self, commands: Sequence[Command], width: int) -> list[Row]:
        return [row for command in commands for row in self._command_rows(command, width)]

    def _command_rows(self, command: Command, width: int) -> list[Row]:
        keys = " ".join(self.app.get_key_display(binding) for binding in bindings_of(command))
        texts = wrap(_(command.help), max(width - KEY_CELLS - TITLE_CELLS, 12))
        return [
            line_row(
                None,
                [
                    (pad(keys if place == 0 else "", KEY_CELLS), "accent"),
                    (pad(_(command.title) if place == 0 else "", TITLE_CELLS), "text"),
                    (text, "muted"),
                ],
            )
            for place, text in enumerate(texts)
        ]

    def action_back(self) -> None:
        """Close the help."""
        self.dismiss()
