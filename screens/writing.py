"""What the pages with a log line do with it: read while one types, ask, log, complete; number keys for templates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from aegoals.domain.template import gap_in
from aegoals.errors import AegoalsError, AmbiguousInput, RefusedInput
from aegoals.locale.texts import _
from screens.attempt import tell
from screens.counting import CountingPage
from widgets.log_line import LogLine
from widgets.question import Question

if TYPE_CHECKING:
    from aegoals.domain.quicklog import Doubt
    from aegoals.domain.record import LogRecord

FEW_READINGS = 2  # have room on one line
WHILE_TYPING = 0.15  # seconds of rest after which what is dear is worked out


class WritingPage(CountingPage):
    """A page with a log line."""

    def day(self) -> date:
        """Return the day that a line without a date belongs to."""
        return self.desk.today()

    # --- the line

    def earlier_lines(self) -> Sequence[str]:
        """Return the lines that were logged lately, oldest first."""
        return self.desk.log.earlier_lines()

    @on(LogLine.Typed)
    def _typed(self, event: LogLine.Typed) -> None:
        """Show how the line is understood so far, what it would move, and what it may become."""
        event.stop()
        log_line, line = event.log_line, event.line
        if line != log_line.line:
            return  # more was typed meanwhile
        log_line.offer(line, self.desk.log.offers(line))
        try:
            records = self.desk.log.understand(line, self._day_of(log_line))
        except AegoalsError as error:
            log_line.show_refusal(_why(error))
            return
        if log_line.edited:
            log_line.show_reading(_("Becomes: {records}").format(records=self._in_words(records)))
            return
        if self.desk.goals.has_standings():
            log_line.show_reading(self._in_words(records), self._moved_words(records))
        else:
            log_line.show_reading(self._in_words(records))
            self.set_timer(WHILE_TYPING, lambda: self._show_moves(log_line, line, records))

    def _show_moves(self, log_line: LogLine, line: str, records: Sequence[LogRecord]) -> None:
        if log_line.line == line:
            log_line.show_moves(self._moved_words(records))

    def _moved_words(self, records: Sequence[LogRecord]) -> str:
        from aegoals.domain.move_words import moves_words

        return moves_words(self.desk.goals.would_move(records), self.desk.profile.get().locale)

    @on(LogLine.Took)
    def _took(self, event: LogLine.Took) -> None:
        """Put a completion into the line."""
        event.stop()
        event.log_line.take(self.desk.log.take(event.line, event.offer))

    @on(LogLine.Entered)
    def _entered(self, event: LogLine.Entered) -> None:
        """Log the line; what is in doubt is asked first, and what is refused stays with the reason below it."""
        event.stop()
        log_line = event.log_line
        try:
            reading = self.desk.log.read(event.line, event.picks)
            if reading.doubts and all(doubt.readings for doubt in reading.doubts):
                self._ask(event, reading.doubts)
                return
            records = self.desk.log.records_of(event.line, reading, self._day_of(log_line))
            if log_line.edited:
                self._take_over(log_line, records)
                return
            moved = self._moved_words(records)
            self.desk.log.add(records, event.line.strip())
        except RefusedInput as refusal:
            log_line.give_back(event.line)
            log_line.show_refusal(f"{_why(refusal)} {refusal.repair}".strip(), whole=True)
        except AegoalsError as error:
            log_line.give_back(event.line)
            tell(self, error)
        else:
            log_line.clear(_("✓ logged: {records}").format(records=self._in_words(records)), moved)

    def _day_of(self, log_line: LogLine) -> date:
        """Return the day of what the line says where it names none."""
        return self.desk.log.get(log_line.edited).date if log_line.edited else self.day()

    def _take_over(self, log_line: LogLine, records: Sequence[LogRecord]) -> None:
        """Make the record that stands in the line what the line says now."""
        record = self.desk.records.take_over(log_line.edited, records)
        log_line.stop_editing(_("✓ changed: {record}").format(record=self._in_words([record])))
        self.focus_next()

    def _ask(self, event: LogLine.Entered, doubts: Sequence[Doubt]) -> None:
        """Ask the first of these doubts; how many there are stands behind it."""
        text = doubts[0].message
        if len(doubts) > 1:
            text = _("{question} ({count} questions)").format(question=text, count=len(doubts))
        event.log_line.ask(event.line, text, [reading.label for reading in doubts[0].readings], event.picks)

    def _in_words(self, records: Sequence[LogRecord]) -> str:
        """Return records in a few words, in front of those of another day than the shown one their day."""
        from aegoals.domain.words import record_words

        locale, day, words = self.desk.profile.get().locale, self.day(), []
        for record in records:
            text = record_words(record, locale)
            words.append(text if record.date == day else f"{self._day_words(record.date)}: {text}")
            day = record.date
        return " · ".join(words)

    def _day_words(self, day: date) -> str:
        from aegoals.locale.dates import show_weekday

        return show_weekday(day, self.desk.profile.get().locale, "EEE d MMM")

    def action_write(self) -> None:
        """Go to the log line."""
        self.query_one(LogLine).focus_line()

    # --- templates

    def invite(self) -> None:
        """Show the number keys of the templates where nothing is typed."""
        keys = self._template_keys()
        text = _("Type what you did; Enter logs it.")
        if keys:
            text = _("Type what you did, or press: {keys}").format(keys=" · ".join(keys))
        self.query_one(LogLine).invite(text)

    def action_template(self, number: int = 0) -> None:
        """Log the template of a number key, or put it into the line where it has a gap."""
        if not number:
            self._tell_templates()
            return
        template, log_line = self.desk.templates.get(number), self.query_one(LogLine)
        if gap := gap_in(template.line):
            log_line.fill_in(template.line[: gap[0]], template.line[gap[1] :])
            return
        reading = self.desk.log.read(template.line)
        if reading.doubts:
            log_line.fill_in(template.line, "")
            return
        records = self.desk.log.records_of(template.line, reading, self.day())
        moved = self._moved_words(records)
        self.desk.log.add(records, template.line)
        self.notify("\n".join(filter(None, [_("✓ logged: {records}").format(records=self._in_words(records)), moved])))

    def _template_keys(self) -> list[str]:
        return [f"{number} {one.title}" for number, one in enumerate(self.desk.templates.all(), 1)]

    def _tell_templates(self) -> None:
        self.notify(
            "\n".join(self._template_keys())
            or _("No template yet. Add some in Settings (F6); the keys 1 to 9 log them.")
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave letters and digits to the line while typing; while a question waits only its answers count."""
        if isinstance(self.focused, Question):
            return False
        if action in {"write", "template"}:
            return not isinstance(self.focused, Input)
        return super().check_action(action, parameters)


def _why(error: AegoalsError) -> str:
    """Return why a line is not logged; where it can be read in two ways, these come first."""
    if isinstance(error, AmbiguousInput) and len(error.readings) == FEW_READINGS:
        return f"{' / '.join(error.readings)}? {error.message}"
    return error.message
