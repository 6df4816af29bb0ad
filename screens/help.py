"""Help: what this page shows, and every key that works here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from aegoals.locale.texts import _
from screens.commands import EVERYWHERE, Command, bindings_of
from screens.reading import ReadingDialog
from widgets.discreet import explained_lines
from widgets.rows import Row, heading, line_row, stack
from widgets.spans import pad, wrap

KEY_CELLS = 14
TITLE_CELLS = 16


class HelpDialog(ReadingDialog):
    """Shows the commands of a page."""

    # The key that opened it closes it.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1,question_mark", "back", show=False)]

    def __init__(self, commands: Sequence[Command], about: str) -> None:
        super().__init__(_("Help"))
        self._commands = commands
        self._about = about

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer no help about the help."""
        return action != "app.help" and super().check_action(action, parameters)

    def rows(self, width: int) -> list[Row]:
        """Return what the page is for, and every key."""
        here = [one for one in self._commands if one not in EVERYWHERE]
        everywhere = [one for one in self._commands if one in EVERYWHERE]
        return stack(
            [line_row(None, line) for line in explained_lines(self._about, width, "muted")] if self._about else [],
            [heading(_("Here")), *self._rows(here, width)] if here else [],
            [heading(_("Everywhere")), *self._rows(everywhere, width)],
        )

    def _rows(self, commands: Sequence[Command], width: int) -> list[Row]:
        return [row for command in commands for row in self._command_rows(command, width)]

    def _command_rows(self, command: Command, width: int) -> list[Row]:
        names = [self.app.get_key_display(binding) for binding in bindings_of(command)]
        keys = f"{names[0]} – {names[-1]}" if command.is_numbered else " ".join(names)
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
