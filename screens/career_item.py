"""What the pages over Career share: one thing with all that belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aegoals.errors import NotFound
from aegoals.locale.texts import _
from aegoals.services import Desk
from screens.growth_page import GrowthPage
from widgets.nav_bar import NavBar
from widgets.rows import Row


class CareerItemPage(GrowthPage):
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

    def page_title(self) -> str:
        """Return the title; nothing where the thing is gone meanwhile."""
        try:
            return self.heading()
        except NotFound:
            return _("Career")

    def load(self) -> None:
        """Fill the page; leave it when the thing is gone."""
        try:
            found = self.rows(self.text_width)
            self.query_one(NavBar).show_title(self.heading())
        except NotFound:
            self.dismiss()
            return
        self.show(found)


def delete_item(page: GrowthPage, what: str, name: str) -> bool:
    """Delete an aspiration, a skill, a training or a talk; False where it is none of them."""
    career = page.desk.career
    deletions: dict[str, Callable[[], object]] = {
        "aspiration": lambda: career.delete(career.aspirations.get(name)),
        "skill": lambda: career.delete(career.skills.get(name)),
        "training": lambda: career.delete(career.trainings.get(name)),
        "talk": lambda: career.talks.delete(career.talks.shelf.get(name)),
    }
    if what not in deletions:
        return False
    page.delete_now(deletions[what])
    return True
