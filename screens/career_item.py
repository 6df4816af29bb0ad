"""What the pages over Career share: one thing in one list, and what is done with it."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult

from aegoals.errors import NotFound
from aegoals.locale.texts import _
from aegoals.services import Desk
from screens.attempt import attempt
from screens.page import Page
from widgets.nav_bar import NavBar
from widgets.rows import Row, RowList, parts_of

NARROWEST = 30


class CareerItemPage(Page):
    """A page over one aspiration, skill, talk or the role; it leaves when that is gone."""

    def __init__(self, desk: Desk, key: str = "") -> None:
        super().__init__(desk)
        self.key = key

    def heading(self) -> str:
        """Return the page's title; raises NotFound where the thing is gone."""
        raise NotImplementedError

    def rows(self, width: int) -> Sequence[Row]:
        """Return everything on the page for this width; raises NotFound where the thing is gone."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """Lay out one list."""
        yield RowList(id="career-item")

    def page_title(self) -> str:
        """Return the title; nothing where the thing is gone meanwhile."""
        try:
            return self.heading()
        except NotFound:
            return _("Career")

    def load(self) -> None:
        """Fill the page; leave it when the thing is gone."""
        rows = self.query_one(RowList)
        try:
            found = self.rows(max(rows.text_width, NARROWEST))
            self.query_one(NavBar).show_title(self.heading())
        except NotFound:
            self.dismiss()
            return
        rows.set_rows(found)
        rows.focus()
        self.refresh_bindings()

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

    def removed(self, done: object) -> None:
        """Say how what was deleted comes back."""
        if done is not None:
            self.notify(_("Deleted. Press u to bring it back."))

    def action_back(self) -> None:
        """Go back to the page below."""
        self.dismiss()


DELETABLE = frozenset({"aspiration", "skill", "training", "talk"})


def delete_item(page: Page, what: str, name: str) -> bool:
    """Delete an aspiration, a skill, a training or a talk; False where it is none of them."""
    if what not in DELETABLE:
        return False
    career = page.desk.career

    def delete() -> bool:
        if what == "talk":
            career.talks.delete(career.talks.shelf.get(name))
        elif what == "aspiration":
            career.delete(career.aspirations.get(name))
        elif what == "skill":
            career.delete(career.skills.get(name))
        else:
            career.delete(career.trainings.get(name))
        return True

    if attempt(page, delete):
        page.notify(_("Deleted. Press u to bring it back."))
    return True
