"""What the pages of feedback and rewards share: one list, rows that are edited and deleted."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult

from aegoals.locale.texts import _
from screens.attempt import attempt
from screens.page import Page
from widgets.rows import RowList, parts_of


class GrowthPage(Page):
    """A page over the career page with one list."""

    def body(self) -> ComposeResult:
        """Lay out the list."""
        yield RowList(id="growth")

    def chosen(self) -> tuple[str, str]:
        """Return what the cursor stands on, and its id."""
        return parts_of(self.query_one(RowList).key if self.is_mounted else None)

    def action_back(self) -> None:
        """Go back to the career page."""
        self.dismiss()

    @on(RowList.Highlighted)
    def _moved(self, event: RowList.Highlighted) -> None:
        event.stop()
        self.refresh_bindings()

    @on(RowList.Chosen)
    async def _open(self, event: RowList.Chosen) -> None:
        event.stop()
        await self.run_action("edit")

    def delete_now(self, delete: Callable[[], object]) -> None:
        """Delete something and say how it comes back."""
        if attempt(self, delete) is not None:
            self.notify(_("Deleted. Press u to bring it back."))
