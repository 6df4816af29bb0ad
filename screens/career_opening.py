"""Which page shows which thing of a career."""

from __future__ import annotations

from screens.page import Page


def open_item(page: Page, what: str, name: str) -> bool:
    """Open the page of a thing; False where it has none."""
    from screens.aspiration import AspirationPage
    from screens.goal import GoalPage
    from screens.role import RolePage
    from screens.skill import SkillPage
    from screens.talk import TalkPage

    desk = page.desk
    if what == "aspiration":
        page.app.push_screen(AspirationPage(desk, name))
    elif what == "skill":
        page.app.push_screen(SkillPage(desk, name))
    elif what == "talk":
        page.app.push_screen(TalkPage(desk, name))
    elif what == "role":
        page.app.push_screen(RolePage(desk))
    elif what == "goal":
        page.app.push_screen(GoalPage(desk, name))
    else:
        return False
    return True
