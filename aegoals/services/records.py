"""Records that are there already: found, moved, copied, tagged, written anew; several at once are one action."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from aegoals.domain.gaps import LOOK_BACK, Gap, gaps
from aegoals.domain.record import LogRecord
from aegoals.domain.words import record_words
from aegoals.errors import AegoalsError, RefusedInput
from aegoals.locale.texts import _, ngettext
from aegoals.services.context import Context
from aegoals.services.log import LogService
from aegoals.store.ids import new_id

if TYPE_CHECKING:
    from aegoals.services.record_search import Found

NAMED_IN_TITLES = 3  # records
LINE_FIELDS = (
    *("kind", "quantity", "amount", "currency", "account", "product", "minutes", "date", "tags", "note"),
)  # what a line of the log can say of a record


class RecordService:
    """What an AE does with records that are there."""

    def __init__(self, context: Context, log: LogService) -> None:
        self._context = context
        self._log = log

    # --- looking

    def get(self, key: str) -> LogRecord:
        """Return one record; raises NotFound, or RefusedInput where it is damaged."""
        return self._context.records.get(key)

    def find(self, text: str) -> Found:
        """Return the records that a search means, over all years; raises RefusedInput for a wrong filter."""
        from aegoals.domain.own_kinds import words_of
        from aegoals.domain.record_query import read_query
        from aegoals.services.record_search import RecordSearch

        context, profile = self._context, self._context.profile()
        own_words = {word.casefold(): kind for word, kind in words_of(profile.own_kinds).items()}
        query = read_query(text, context.today(), profile.locale, context.index.kinds(), own_words)
        return RecordSearch(context.records, context.index, context.store.table("records")).find(query)

    def gaps(self) -> list[Gap]:
        """Return the working days of the last two weeks on which nothing was logged, the latest first."""
        index, today = self._context.index, self._context.today()
        logged = index.days(today - timedelta(days=LOOK_BACK), today)
        return gaps(self._context.profile().calendar, logged, index.first_day(), today)

    def read_day(self, text: str) -> date:
        """Return the day that was typed, in figures or in words; raises RefusedInput."""
        from aegoals.domain.typed_day import read_day

        return read_day(text, self._context.today(), self._context.profile().locale)

    # --- one record

    def line_of(self, key: str) -> str | None:
        """Return the line that logs this record again; None where no line says all that it says."""
        from aegoals.domain.quicklog.writing import line_of

        record = self.get(key)
        line = line_of(record)
        try:
            read = self._log.understand(line, record.date)
        except AegoalsError:
            return None
        is_same = len(read) == 1 and all(getattr(read[0], name) == getattr(record, name) for name in LINE_FIELDS)
        return line if is_same and "\n" not in line else None

    def rewrite(self, key: str, line: str) -> LogRecord:
        """Make a record what a line says; what no line can say stays as it is. Raises RefusedInput."""
        return self.take_over(key, self._log.understand(line, self.get(key).date))

    def take_over(self, key: str, read: Sequence[LogRecord]) -> LogRecord:
        """Make a record what was read, which must be one; raises RefusedInput."""
        if len(read) != 1:
            raise RefusedInput(
                _("One record stays one; this line holds {count}.").format(count=len(read)),
                _("Log the others on a line of their own."),
            )
        return self._log.edit(key, **{name: getattr(read[0], name) for name in LINE_FIELDS})

    # --- several records

    def move(self, keys: Sequence[str], day: date) -> list[LogRecord]:
        """Move records to another day; raises RefusedInput for a day far ahead."""
        self._log.check_day(day)
        title = _("{records} to {day}")
        return self._change(keys, lambda record: record.with_(date=day), title.replace("{day}", day.isoformat()))

    def tag(self, keys: Sequence[str], add: Iterable[str], remove: Iterable[str] = ()) -> list[LogRecord]:
        """Add tags to records and take others off, whatever their case."""
        new, gone = list(add), {tag.casefold() for tag in remove}

        def tagged(record: LogRecord) -> LogRecord:
            kept = [tag for tag in record.tags if tag.casefold() not in gone]
            known = {tag.casefold() for tag in kept}
            return record.with_(tags=(*kept, *(tag for tag in new if tag.casefold() not in known)))

        names = " ".join([*(f"+#{tag}" for tag in new), *(f"−#{tag}" for tag in remove)])
        return self._change(keys, tagged, "{records}: " + names.replace("{", "").replace("}", ""))

    def copy(self, keys: Sequence[str], day: date | None = None) -> list[LogRecord]:
        """Log records once more, on their own day or on another; a copy comes from no import."""
        if day is not None:
            self._log.check_day(day)
        found = self._records(keys)
        now = self._context.now().isoformat()
        unlike = {"logged_at": now, "imported_id": None, "imported_mark": None}
        copies = [record.with_(**unlike, id=new_id(), date=day or record.date) for record in found]
        with self._context.transaction("copy", titled(found)) as transaction:
            for record in copies:
                self._context.records.put(transaction, record.id, record)
        return copies

    def _change(self, keys: Sequence[str], change: Callable[[LogRecord], LogRecord], title: str) -> list[LogRecord]:
        title = title.format(records=titled(self._records(keys)))
        with self._context.transaction("edit", title) as transaction:
            changed = [change(record) for record in self._records(keys)]
            for record in changed:
                self._context.records.put(transaction, record.id, record)
        return changed

    def _records(self, keys: Sequence[str]) -> list[LogRecord]:
        return [self.get(key) for key in dict.fromkeys(keys)]


def titled(records: Sequence[LogRecord]) -> str:
    """Return records in a few words for the history; of many the first and how many more."""
    names = ", ".join(record_words(record) for record in records[:NAMED_IN_TITLES])
    more = len(records) - NAMED_IN_TITLES
    return names if more <= 0 else names + ngettext(" and {count} more", " and {count} more", more).format(count=more)
