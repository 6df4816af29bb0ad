"""A reason that comes up again and again: when it did, and in which lost deals and feedback."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from aegoals.locale.texts import _
from aegoals.services import Desk
from screens.page import Page
from screens.reading import ReadingDialog
from widgets.rows import Row, heading, note, parts_of, stack

if TYPE_CHECKING:
    from aegoals.domain.feedback import Pattern

MOST_MONTHS = 12


class PatternDialog(ReadingDialog):
    """Shows a pattern by month and what is behind it; returns the record or the feedback that was chosen."""

    def __init__(self, desk: Desk, reason: str) -> None:
        super().__init__(_("Why: {reason}").format(reason=f"“{reason}”"))
        self._desk = desk
        self._reason = reason

    def rows(self, width: int) -> list[Row]:
        """Return months, lost deals and feedback, the latest first."""
        from widgets.growth_rows import feedback_row
        from widgets.record_rows import record_row

        service, locale = self._desk.feedback, self._desk.profile.get().locale
        one, deals, said = service.pattern(self._reason), *service.behind(self._reason)
        lost = [record_row(record, locale, with_day=True) for record in deals]
        feedback = [feedback_row(each, locale) for each in said]
        return stack(
            [heading(_("By month")), *_months(one, self._desk.today())],
            [heading(_("Lost deals"), _("Enter opens one")), *lost] if lost else [],
            [heading(_("Wishes and complaints"), _("Enter opens one")), *feedback] if feedback else [],
        )


def _months(one: Pattern, today: date) -> Iterator[Row]:
    """Yield the latest months since it first came up, those without it too, and how often it came up before."""
    from widgets.growth_rows import month_row

    most = max(count for _month, count in one.by_month[-MOST_MONTHS:])
    shown = one.lately(today, MOST_MONTHS)
    for month, count in reversed(shown):
        if month >= one.by_month[0][0]:
            yield month_row(month, count, Decimal(count) / most)
    if earlier := sum(count for month, count in one.by_month if month < shown[0][0]):
        yield note(_("and {count} before").format(count=earlier))


async def show_pattern(page: Page, reason: str) -> None:
    """Show a pattern and open what is chosen there; call it from a worker."""
    from screens.career_filling import fill_feedback
    from screens.record_form import edit_record

    what, key = parts_of(await page.app.push_screen_wait(PatternDialog(page.desk, reason)))
    if what == "record":
        await edit_record(page.app, page.desk, key)
    elif what == "feedback":
        await fill_feedback(page, page.desk.feedback.shelf.get(key))
