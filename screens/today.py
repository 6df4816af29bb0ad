"""Today: what it asks, what was done, what slipped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from aegoals.locale.texts import _, mark
from screens.attempt import attempt, work_and_tell
from screens.commands import (
    ADD_ONE,
    CHANGES,
    DELETE,
    EDIT,
    NEW_GOAL,
    OPEN,
    SEARCH,
    TAKE_ONE,
    TEMPLATE,
    TICK,
    WAVE_END,
    WHY,
    WRITE,
    bindings,
)
from screens.drafting import draft_rows
from screens.ended import EndingPage, ended_rows
from screens.foreseeing import ForeseeingPage
from screens.logging import LogPage
from screens.unreadable import unreadable_rows
from widgets.log_line import LogLine
from widgets.question import Question
from widgets.rows import Row, RowList, heading, line_row, note, parts_of, stack
from widgets.spans import joined, name

if TYPE_CHECKING:
    from datetime import date

    from aegoals.domain.profile import Profile
    from aegoals.domain.progress import Standing
    from aegoals.domain.record import LogRecord
    from aegoals.domain.today import Ask, Concern

WIDE = 65  # cells for the names of weekday and month in full


class TodayPage(ForeseeingPage, EndingPage, LogPage):
    """The page of every morning and every evening."""

    NAME = "today"
    ABOUT = mark(
        "The first lines are today's share of every goal that grows with what you log. Below the log "
        "line stands what you did today, what was agreed in talks and is due, then every goal that slips, ends "
        "soon or has a milestone due."
    )
    COMMANDS_HERE = (
        *(WRITE, NEW_GOAL, OPEN, WHY, EDIT, DELETE, CHANGES, SEARCH),
        *(TICK, WAVE_END, TEMPLATE, ADD_ONE, TAKE_ONE),
    )
    BINDINGS: ClassVar = bindings(COMMANDS_HERE)

    def body(self) -> ComposeResult:
        """Lay out today's targets, the log line, and the lists below."""
        yield RowList(id="asks")
        yield LogLine(self.earlier_lines)
        yield RowList(id="lists")

    def load(self) -> None:
        """Fill the page."""
        from aegoals.domain.today import asks, concerns

        profile = self.desk.profile.get()
        today = self.desk.today()
        standings = self.desk.goals.standings()
        targets = asks(standings, profile.calendar, today)
        self.query_one("#asks", RowList).set_rows(self._asks(targets, standings, profile))
        done = self._done(self.desk.log.day(today), profile)
        slipping = self._attention(concerns(standings, profile.calendar, today), profile.locale)
        unreadable = len(self.desk.damaged("goals", "profile"))
        lists = self.query_one("#lists", RowList)
        lists.set_rows(
            stack(
                done,
                self._agreed(profile.locale, today),
                slipping if standings else [],
                ended_rows(self.desk.goals.to_tell()),
                unreadable_rows(unreadable, lists.text_width),
                self._streak(profile),
                self._role(profile),
                self._what_moved(standings, profile.locale),  # it comes last: what it says is known later
            )
        )
        self.invite()
        self._point()
        self.foresee(standings)

    def _point(self) -> None:
        """Put the cursor into the lists below, on a draft that waits where there is nothing else to choose."""
        asks, lists = self.query_one("#asks", RowList), self.query_one("#lists", RowList)
        waits = parts_of(asks.key)[0] == "draft" and not lists.key
        if self.focused is None or (waits and self.focused is lists):
            (asks if waits else lists).focus()

    @on(RowList.Overshot)
    def _other_list(self, event: RowList.Overshot) -> None:
        """Go from one list to the other past its end."""
        event.stop()
        other = self.query_one("#asks" if event.step < 0 else "#lists", RowList)
        if other is not event.rows and other.key:
            other.focus()

    def _asks(self, targets: Sequence[Ask], standings: Sequence[Standing], profile: Profile) -> list[Row]:
        from widgets.goal_rows import ask_row

        rows = [ask_row(ask, profile.locale) for ask in targets]
        return [self._date_line(profile), *(rows or self._nothing_asked(standings, profile))]

    def _date_line(self, profile: Profile) -> Row:
        from aegoals.domain.worth_words import day_remark, left_in_month
        from aegoals.locale.dates import show_weekday

        today, locale = self.desk.today(), profile.locale
        remark, left = day_remark(profile.calendar, today, locale), left_in_month(profile.calendar, today, locale)
        wide = heading(show_weekday(today, locale), joined(name(remark, "muted"), (left, "muted")))
        narrow = heading(show_weekday(today, locale, "EEE d MMM"), [name(remark or left, "muted")])
        return Row(None, lambda width: (wide if width >= WIDE else narrow).draw(width))

    def _nothing_asked(self, standings: Sequence[Standing], profile: Profile) -> list[Row]:
        """Return why no goal asks for anything; where none runs, what to do about it."""
        if standings:
            is_working = profile.calendar.is_working(self.desk.today())
            return [note(_("No goal asks for anything today.") if is_working else _("A day off asks for nothing."))]
        if drafts := draft_rows(self.desk.drafts.all()):
            return [note(_("No goal runs yet. Enter goes on with the draft.")), *drafts]
        if self.desk.goals.all():
            return [note(_("No goal runs. Press n to write one."))]
        return [note(_("No goal yet. Press n to write the first one."))]

    def _done(self, records: Sequence[LogRecord], profile: Profile) -> list[Row]:
        from widgets.record_rows import record_row

        rows = [record_row(record, profile.locale, profile.kind_letters) for record in records]
        return [
            heading(_("Logged today")),
            *(rows or [note(_("Nothing yet. Press l and type what you did."))]),
            *self._gap(profile.locale),
        ]

    def _agreed(self, locale: str, today: date) -> list[Row]:
        """Return what was agreed in talks and is due."""
        due = self.desk.agreed_due()
        if not due:
            return []
        from widgets.talk_rows import agreed_row

        rows = [agreed_row(one, locale, today, with_person=True) for one in due]
        return [heading(_("Agreed"), _("Space ticks it off, Enter opens the talk")), *rows]

    def _role(self, profile: Profile) -> list[Row]:
        """Return the quiet line that asks once a year whether the role is still true."""
        if not self.desk.has("role") or not self.desk.career.role.is_to_confirm:
            return []
        from widgets.talk_rows import still_true_row

        return [still_true_row(self.desk.career.role.get(), profile.role, profile.locale)]

    def _streak(self, profile: Profile) -> list[Row]:
        from aegoals.domain.streak import FEWEST_SHOWN

        streak = self.desk.log.streak() if profile.streaks else None
        if streak is None or streak.length < FEWEST_SHOWN:
            return []
        from widgets.streak_rows import streak_row

        return [streak_row(streak)]

    @on(RowList.Chosen)
    def _explain_streak(self, event: RowList.Chosen) -> None:
        """Show the days of the streak."""
        if parts_of(event.key)[0] == "streak":
            self._show_streak()

    def _show_streak(self) -> None:
        from screens.streak import StreakDialog

        self.app.push_screen(StreakDialog(self.desk))

    @on(RowList.Chosen)
    def _open_career(self, event: RowList.Chosen) -> None:
        """Open the talk in which something was agreed, or the role."""
        what, name = parts_of(event.key)
        if what == "agreed":
            from screens.talk import TalkPage

            self.app.push_screen(TalkPage(self.desk, name.rpartition(".")[0]))
        elif what == "role":
            from screens.role import RolePage

            self.app.push_screen(RolePage(self.desk))

    @work_and_tell
    async def action_why(self) -> None:
        """Show how the figures of the goal were worked out, the streak, or elsewhere the days left this month."""
        if self.goal_in_question():
            super().action_why()
        elif self._pointed()[0] == "streak":
            self._show_streak()
        else:
            from aegoals.domain.why import explain_days_left
            from screens.insight_why import KpiWhyDialog, Question, Said

            profile = self.desk.profile.get()
            reason = explain_days_left(profile.calendar, self.desk.today(), profile.locale)
            self.app.push_screen(KpiWhyDialog(Question(_("Working days"), [Said(reason)]), profile.locale))

    def action_tick(self) -> None:
        """Tick off what was agreed, or say that the role is still true."""
        what, name = self._pointed()
        career = self.desk.career
        if what == "role":
            attempt(self, career.role.confirm)
        elif what == "agreed" and (one := attempt(self, lambda: career.talks.promise(name))):
            attempt(self, lambda: career.talks.tick(one.talk.id, one.agreed))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to tick off only what can be; why everywhere but in the log line."""
        if action == "why":
            return not isinstance(self.focused, Input | Question)
        if action == "tick":
            return self._pointed()[0] in {"agreed", "role"}
        return super().check_action(action, parameters)

    def _pointed(self) -> tuple[str, str]:
        return parts_of(self.focused.key if isinstance(self.focused, RowList) else None)

    def _gap(self, locale: str) -> list[Row]:
        """Return a quiet line for the latest working day without a record; Enter opens it in the Log."""
        from screens.log_rows import gap_key, gap_words

        return [line_row(gap_key(one), [(gap_words(one, locale), "muted")]) for one in self.desk.records.gaps()[:1]]

    def _what_moved(self, standings: Sequence[Standing], locale: str) -> list[Row]:
        """Return the goals whose status is another than yesterday or on Monday, with the reason."""
        moved = self.news(standings)
        if not moved:
            return []
        from aegoals.domain.news import shorter_words
        from widgets.goal_rows import news_row

        yesterday = self.desk.insight.yesterday()
        return [heading(_("What moved")), *(news_row(one, shorter_words(one, locale, yesterday)) for one in moved)]

    def _attention(self, slipping: Sequence[Concern], locale: str) -> list[Row]:
        from widgets.goal_rows import concern_row

        rows = [concern_row(one, locale, self.chance_words(one.standing)) for one in slipping]
        return [
            heading(_("Needs attention")),
            *(rows or [note(_("Nothing: every goal is where it should be."))]),
        ]
