"""What the pages of a career share: one list that a word narrows, rows that are opened, edited and deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on

from aegoals.locale.texts import _, mark
from screens.attempt import attempt
from screens.finding import FindingPage
from widgets.rows import Row, RowList, note, parts_of, stack
from widgets.spans import wrap

NARROWEST = 30


class GrowthPage(FindingPage):
    """The career page, or a page over it."""

    NOTHING: ClassVar[str] = mark("Nothing holds that word. Escape shows all.")

    def show(self, *sections: Sequence[Row]) -> None:
        """Show these sections; where none is left, the word that narrows the page is not to be found."""
        rows = self.query_one(RowList)
        rows.set_rows(stack(*sections) or self.notes(_(self.NOTHING)))
        if self.focused is None:
            rows.focus()
        self.refresh_bindings()

    def section(self, title: Row, rows: Sequence[Row], empty: str) -> list[Row]:
        """Return a heading and its rows; an empty section names the key to press, and goes while a word is sought."""
        if not rows and self.word:
            return []
        return [title, *(rows or self.notes(empty))]

    def notes(self, text: str) -> list[Row]:
        """Return a muted text on as many lines as it needs."""
        return [note(line) for line in wrap(text, self.text_width)]

    @property
    def text_width(self) -> int:
        """How many cells a line has."""
        return max(self.query_one(RowList).text_width, NARROWEST)

    def on_resize(self) -> None:
        """Break the lines anew for another width."""
        self.call_after_refresh(self.load_safely)

    def chosen(self) -> tuple[str, str]:
        """Return what the cursor stands on, and its name."""
        return parts_of(self.query_one(RowList).key if self.query(RowList) else None)

    @on(RowList.Highlighted)
    def _moved(self, event: RowList.Highlighted) -> None:
        event.stop()
        self.refresh_bindings()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.open_row(*parts_of(event.key))

    def open_row(self, what: str, name: str) -> None:
        """Do what Enter does on a row."""

    def delete_now(self, delete: Callable[[], object]) -> None:
        """Delete something and say how it comes back."""
        if attempt(self, delete) is not None:
            self.notify(_("Deleted. Press u to bring it back."))
