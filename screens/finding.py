"""What the pages with a search line share: a word that is typed there narrows their list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from aegoals.locale.texts import _, mark
from screens.page import Page
from widgets.field import TextField
from widgets.rows import RowList

if TYPE_CHECKING:
    from aegoals.domain.fields import Model


class FindLine(TextField):
    """The search line; the footer says how to leave it."""

    BINDINGS: ClassVar = [
        Binding("enter", "screen.to_list", mark("To the list")),
        Binding("escape", "screen.back", mark("Show all")),
    ]


class FindingPage(Page):
    """A page that is one list, narrowed by a word; ``load`` asks ``holds`` what is left of it."""

    def body(self) -> ComposeResult:
        """Lay out the search line, which shows when it is asked for, and the list."""
        yield FindLine(placeholder=_("Find: type a word, Escape shows all"), id="find", compact=True, classes="-none")
        yield RowList()

    @property
    def word(self) -> str:
        """What is looked for; empty where everything shows."""
        return self._find_line.value.strip()

    def holds(self, *things: Model | str) -> bool:
        """Tell whether any text of these things holds the word; without one everything does."""
        from aegoals.domain.searching import holds

        return holds(self.word, *things)

    @property
    def _find_line(self) -> Input:
        return self.query_one("#find", Input)

    def action_find(self) -> None:
        """Open the search line."""
        self._find_line.remove_class("-none")
        self._find_line.focus()

    def show_all(self) -> bool:
        """Close the search line; False where it was closed already."""
        if self._find_line.has_class("-none"):
            return False
        self._find_line.value = ""
        self._find_line.add_class("-none")
        self.query_one(RowList).focus()
        return True

    def key_escape(self, event: events.Key) -> None:
        """Show everything again before Escape does anything else."""
        if self.show_all():
            event.stop()

    def action_back(self) -> None:
        """Show everything again, or go back to the page below."""
        if not self.show_all():
            self.leave()

    @on(Input.Changed, "#find")
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        self.load_safely()

    def action_to_list(self) -> None:
        """Go to what was found."""
        self.query_one(RowList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the page's letters to the search line while one types there."""
        own = {one.action for one in self.COMMANDS_HERE if one.key != "escape"}
        if action in own and isinstance(self.focused, Input):
            return False
        return super().check_action(action, parameters)
