"""Goals on their way: their rows, and the wizard that begins one or goes on with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from aegoals.locale.texts import _
from screens.attempt import attempt
from screens.page import Page
from widgets.rows import Row, key_of, line_row
from widgets.spans import name

if TYPE_CHECKING:
    from aegoals.domain.draft import GoalDraft


def draft_rows(drafts: Iterable[GoalDraft]) -> list[Row]:
    """Return one row for each draft."""
    return [
        line_row(
            key_of("draft", one.id),
            [("✎ ", "accent"), name(title) if (title := one.title or one.specific) else (_untitled(one.kind), "text")],
        )
        for one in drafts
    ]


def write_goal(page: Page, draft_id: str = "") -> None:
    """Open the wizard on a draft, on a new one where none is named."""
    from screens.wizard import WizardPage

    drafts = page.desk.drafts
    draft = attempt(page, lambda: drafts.get(draft_id)) if draft_id else drafts.new()
    if draft is not None:
        page.app.push_screen(WizardPage(page.desk, draft))


def _untitled(kind: str) -> str:
    from aegoals.domain.goal_guide import goal_type

    return _("untitled ({kind})").format(kind=_(goal_type(kind).title)) if kind else _("untitled")
