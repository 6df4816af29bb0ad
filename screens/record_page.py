"""What the pages with log records share: mark them, move, copy, tag, edit and delete them, one or many at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual import on
from textual.message import Message
from textual.widgets import Input

from aegoals.locale.texts import ngettext
from aegoals.services import Desk
from screens.attempt import attempt, fill_in, work_and_tell
from screens.page import Page
from widgets.rows import RowList, parts_of

if TYPE_CHECKING:
    from datetime import date

    from aegoals.domain.record import LogRecord

OF_ONE = frozenset({"edit", "changes"})
OF_MANY = frozenset({"mark_record", "move_record", "copy_record", "tag_record", "delete"})


class DayWanted(Message):
    """The Log is to show a day, with the cursor on a record or with the line ready to write."""

    def __init__(self, day: date, record: str = "", *, to_write: bool = False) -> None:
        super().__init__()
        self.day = day
        self.record = record
        self.to_write = to_write


@runtime_checkable
class ShowsDays(Protocol):
    """A page that can show a day of the log."""

    def show_day(self, day: date, record: str = "", *, to_write: bool = False) -> None:
        """Show the day, with the cursor on the record or with the line ready to write."""


class RecordPage(Page):
    """A page on which log records are corrected."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._marked: dict[str, None] = {}

    # --- which records

    def record_keys(self) -> Sequence[str]:
        """Return the ids of the records that the page shows and lets one mark."""
        return ()

    def marks_changed(self) -> None:
        """Show other marks."""
        self.load()

    def is_marked(self, key: str) -> bool | None:
        """Tell whether a record is marked; None while none is."""
        return key in self._marked if self._marked else None

    def keep_marks(self, keys: Iterable[str]) -> None:
        """Forget the marks of all other records: what does not show is not changed."""
        known = set(keys) if self._marked else set()
        self._marked = {key: None for key in self._marked if key in known}

    def chosen_record(self) -> str | None:
        """Return the record under the cursor."""
        focused = self.focused
        what, name = parts_of(focused.key if isinstance(focused, RowList) else None)
        return name if what == "record" else None

    def chosen_records(self) -> list[str]:
        """Return the marked records, else the one under the cursor; none while typing."""
        if isinstance(self.focused, Input):
            return []
        if self._marked:
            return list(self._marked)
        key = self.chosen_record()
        return [key] if key else []

    # --- marks

    def action_mark_record(self) -> None:
        """Mark the record under the cursor, or take its mark off, and go on to the next."""
        key = self.chosen_record()
        if key is None:
            return
        if key in self._marked:
            del self._marked[key]
        else:
            self._marked[key] = None
        self.marks_changed()
        if isinstance(self.focused, RowList):
            self.focused.action_move(1)
        self.refresh_bindings()

    def action_mark_all(self) -> None:
        """Mark every record that shows, or none where all are marked."""
        keys = self.record_keys()
        self._marked = {} if len(self._marked) == len(keys) else dict.fromkeys(keys)
        self.marks_changed()
        self.refresh_bindings()

    # --- one record

    def action_edit(self) -> None:
        """Edit every field of the record under the cursor."""
        if key := self.chosen_record():
            self.edit_fields(key)

    @work_and_tell
    async def edit_fields(self, key: str) -> None:
        """Show the form of a record."""
        from screens.record_form import edit_record

        await edit_record(self.app, self.desk, key)

    def action_changes(self) -> None:
        """Tell how the record under the cursor came to be what it is."""
        from aegoals.domain.words import record_words
        from screens.changes import show_changes

        if key := self.chosen_record():
            record = self.desk.log.get(key)
            show_changes(self, "records", key, record_words(record, self.desk.profile.get().locale))

    # --- one or many

    def action_delete(self) -> None:
        """Delete the chosen records; undo brings them back."""
        keys = self.chosen_records()
        if keys and (gone := attempt(self, lambda: self.desk.log.delete(keys))):
            text = ngettext(
                "Deleted. Press u to bring it back.", "{count} records deleted. Press u to bring them back.", len(gone)
            )
            self._tell_of(text, gone)

    def action_copy_record(self) -> None:
        """Log the chosen records once more on their days."""
        keys = self.chosen_records()
        if keys and (copies := attempt(self, lambda: self.desk.records.copy(keys))):
            text = ngettext(
                "Copied. Press u to take it back.", "{count} records copied. Press u to take it back.", len(copies)
            )
            self._tell_of(text, copies)

    @work_and_tell
    async def action_move_record(self) -> None:
        """Move the chosen records to another day."""
        from screens.record_forms import move_form

        if not (keys := self.chosen_records()):
            return
        records = self.desk.records

        def save(answers: Mapping[str, str]) -> None:
            moved = records.move(keys, records.read_day(answers["day"]))
            self._tell_of(self._moved_text(moved), moved)

        await fill_in(self.app, move_form(len(keys), records.get(keys[0]).date), save)

    def _moved_text(self, moved: Sequence[LogRecord]) -> str:
        from aegoals.locale.dates import show_weekday

        day = show_weekday(moved[0].date, self.desk.profile.get().locale, "EEE d MMM y")
        text = ngettext(
            "Moved to {day}. Press u to take it back.",
            "{count} records moved to {day}. Press u to take it back.",
            len(moved),
        )
        return text.replace("{day}", day)

    @work_and_tell
    async def action_tag_record(self) -> None:
        """Put tags on the chosen records, or take tags off."""
        from screens.record_forms import tag_form, tags_in

        if not (keys := self.chosen_records()):
            return
        records = self.desk.records

        def save(answers: Mapping[str, str]) -> None:
            tagged = records.tag(keys, tags_in(answers["add"]), tags_in(answers["remove"]))
            text = ngettext(
                "Tagged. Press u to take it back.", "{count} records tagged. Press u to take it back.", len(tagged)
            )
            self._tell_of(text, tagged)

        await fill_in(self.app, tag_form([records.get(key) for key in keys]), save)

    def _tell_of(self, text: str, records: Sequence[LogRecord]) -> None:
        self._marked = {}
        self.notify(text.replace("{count}", str(len(records))))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what is done to a record only where there is one."""
        if not super().check_action(action, parameters):
            return False
        if action in OF_ONE:
            return self.chosen_record() is not None
        if action in OF_MANY:
            return bool(self.chosen_records())
        return action != "mark_all" or (not isinstance(self.focused, Input) and bool(self.record_keys()))

    @on(RowList.Highlighted)
    def _moved(self, event: RowList.Highlighted) -> None:
        event.stop()
        self.refresh_bindings()
