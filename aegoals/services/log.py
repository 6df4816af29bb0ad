"""The daily log: write, read, edit, delete."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from aegoals.domain.own_kinds import in_its_unit, words_of
from aegoals.domain.record import LogRecord
from aegoals.domain.words import record_words
from aegoals.errors import AmbiguousInput, RefusedInput
from aegoals.locale.texts import _, mark
from aegoals.services.context import Context
from aegoals.services.logged_days import LoggedDays
from aegoals.store.ids import new_id

if TYPE_CHECKING:
    from aegoals.domain.goal import Goal
    from aegoals.domain.quicklog import LineReading, LineRecord, Names
    from aegoals.domain.quicklog.completion import Offer, Usual
    from aegoals.domain.streak import Streak, StreakDay

FURTHEST_AHEAD = timedelta(days=366)
NAMING_TABLES = frozenset({"records", "goals", "profile"})
MOST_EARLIER_LINES = 100
EXAMPLE = mark("Write a number and a kind, such as: 3 calls, demo @Globex")
LINE = "log"
"""The verb of an action whose title is a line that was typed."""


class LogService:
    """What an AE does with the daily log."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._known: Names | None = None
        self._usual: Usual | None = None
        self._words: dict[str, str] | None = None
        self._days: LoggedDays | None = None
        context.store.subscribe(self._forget)

    def _forget(self, tables: frozenset[str]) -> None:
        if not tables.isdisjoint(NAMING_TABLES):
            self._known = self._usual = self._words = self._days = None

    # --- reading

    def get(self, key: str) -> LogRecord:
        """Return one record; raises NotFound."""
        return self._context.records.get(key)

    def day(self, day: date) -> list[LogRecord]:
        """Return the records of one day in the order in which they were logged."""
        return self._context.index.between(day, day)

    def between(self, start: date, end: date) -> list[LogRecord]:
        """Return the records of these days, both included, by day."""
        return self._context.index.between(start, end)

    def known(self) -> Names:
        """Return the accounts and products of log and goals, those used most first; counted when they are needed."""
        if self._known is None:
            from aegoals.services.usual import NamesInUse

            self._known = NamesInUse(self._context.store)
        return self._known

    def _own_words(self) -> dict[str, str]:
        """Return the words of the AE's own kinds, each with its kind."""
        if self._words is None:
            self._words = words_of(self._context.profile().own_kinds)
        return self._words

    def usual(self) -> Usual:
        """Return what the AE usually writes, for completion: of late first."""
        if self._usual is None:
            from aegoals.domain.language.wordlists import LANGUAGES
            from aegoals.domain.quicklog.completion import Usual
            from aegoals.services.usual import kinds_in_use, lately_first, tags_in_use

            records, known = self._context.store.table("records"), self.known()
            language = self._context.profile().locale.partition("_")[0]
            self._usual = Usual(
                accounts=lately_first(known.accounts, records, "account"),
                products=lately_first(known.products, records, "product"),
                tags=tags_in_use(records),
                kinds=kinds_in_use(records),
                own=tuple(self._own_words().items()),
                language=language if language in LANGUAGES else "en",
            )
        return self._usual

    def offers(self, line: str) -> list[Offer]:
        """Return what the end of a line may become, best first."""
        from aegoals.domain.quicklog.completion import completions

        return completions(line, self.usual())

    def take(self, line: str, offer: Offer) -> str:
        """Return the line with an offer taken, names written so that they are read back."""
        from aegoals.domain.quicklog.completion import written

        return written(line, offer, self.known(), self._context.today())

    def earlier_lines(self) -> list[str]:
        """Return the lines that were logged lately, oldest first, each once; what was taken back too."""
        lines = dict.fromkeys(reversed(self._context.store.titles(LINE)))
        return list(islice(lines, MOST_EARLIER_LINES))[::-1]

    # --- writing

    def read(self, line: str, picks: Sequence[int] = ()) -> LineReading:
        """Read a line without storing anything; ``picks`` answers its doubts from the first on."""
        from aegoals.domain.quicklog import read_line

        own, locale = self._own_words(), self._context.profile().locale
        return read_line(line, self._context.today(), self.known(), own_kind_words=own, picks=picks, locale=locale)

    def understand(self, line: str, day: date | None = None, picks: Sequence[int] = ()) -> list[LogRecord]:
        """Return the records that a line means; raises RefusedInput, or AmbiguousInput with readings."""
        return self.records_of(line, self.read(line, picks), day)

    def records_of(self, line: str, reading: LineReading, day: date | None = None) -> list[LogRecord]:
        """Return the records of a line as it was read; raises RefusedInput, or AmbiguousInput with readings."""
        if reading.doubts:
            doubt = reading.doubts[0]
            raise AmbiguousInput(
                doubt.message,
                _("Write it so that only one reading is left.") if doubt.readings else _(EXAMPLE),
                readings=[one.label for one in doubt.readings],
            )
        if not reading.records:
            raise RefusedInput(
                _("“{line}” holds nothing to log.").format(line=line[:60]),
                _(EXAMPLE),
            )
        return [self._record(read, day) for read in reading.records]

    def log(self, line: str, day: date | None = None, picks: Sequence[int] = ()) -> list[LogRecord]:
        """Store what a line means, on this day where the line names none; raises RefusedInput."""
        records = self.understand(line, day, picks)
        return self.add(records, line.strip())

    def add(self, records: Sequence[LogRecord], title: str, verb: str = LINE) -> list[LogRecord]:
        """Store records as one action."""
        with self._context.transaction(verb, title) as transaction:
            for record in records:
                self._context.records.put(transaction, record.id, record)
        return list(records)

    def one_of(self, goal: Goal) -> LogRecord:
        """Return a record of today, not stored yet, that adds one to the goal; raises RefusedInput."""
        from aegoals.domain.one_more import fields_of_one

        return self._new({"date": self._context.today(), **fields_of_one(goal)})

    def add_one(self, goal: Goal) -> LogRecord:
        """Log one more of what a goal counts; raises RefusedInput where that is not plain."""
        record = self.one_of(goal)
        return self.add([record], record_words(record), "count")[0]

    def take_one(self, goal: Goal) -> LogRecord:
        """Take today's latest record back that only adds one to the goal; raises RefusedInput where there is none."""
        from aegoals.domain.one_more import latest_one

        return self.delete([latest_one(goal, self.day(self._context.today())).id])[0]

    # --- streaks

    def days_logged(self) -> LoggedDays:
        """Return the days on which the AE logged something; what an import brought is not meant."""
        if self._days is None:
            self._days = LoggedDays(self._context.index, self._context.store.table("records"))
        return self._days

    def streak(self) -> Streak:
        """Return how many working days in a row something was logged."""
        from aegoals.domain.streak import streak

        return streak(self.days_logged(), self._context.profile().calendar, self._context.today())

    def streak_days(self) -> list[StreakDay]:
        """Return the days that explain the streak, the latest first."""
        from aegoals.domain.streak import days_of

        return days_of(self.days_logged(), self._context.profile().calendar, self._context.today())

    def check_in(self, goal: Goal, value: Decimal, day: date | None = None, note: str = "") -> LogRecord:
        """Report the value of a goal that nothing in the log reports; raises RefusedInput for another."""
        from aegoals.domain.goal_metrics import is_check_in

        if not is_check_in(goal.metric):
            raise RefusedInput(
                _("“{title}” is measured from the log.").format(title=goal.title),
                _("Log what happened instead of its value."),
            )
        record = self._new(
            {
                "date": day or self._context.today(),
                "kind": "checkin",
                "quantity": value,
                "goal": goal.id,
                "note": note or None,
            }
        )
        return self.add([record], _("Check-in: {title}").format(title=goal.title), "check_in")[0]

    def edit(self, key: str, **changes: object) -> LogRecord:
        """Change a record and return it; raises RefusedInput."""
        with self._context.transaction("edit", record_words(self.get(key))) as transaction:
            before = self.get(key)
            record = before.with_(**changes)
            self.check_day(record.date)
            if record.currency != before.currency:  # the rate of the old currency says nothing of the new one
                record = record.with_(rate=None, rate_currency=None)
            record = self._with_rate(record)
            self._context.records.put(transaction, key, record)
        return record

    def delete(self, keys: Sequence[str]) -> list[LogRecord]:
        """Delete records as one action."""
        records = [self.get(key) for key in keys]
        title = ", ".join(record_words(record) for record in records[:3])
        with self._context.transaction("delete", title) as transaction:
            for key in keys:
                self._context.records.remove(transaction, key)
        return records

    def _record(self, read: LineRecord, day: date | None) -> LogRecord:
        profile = self._context.profile()
        own = next((one for one in profile.own_kinds if one.kind == read.kind), None)
        quantity, minutes, amount = in_its_unit(own, read.quantity, read.minutes, read.amount)
        return self._new(
            {
                "date": read.date or day or self._context.today(),
                "kind": read.kind,
                "quantity": Decimal(1) if quantity is None else quantity,
                "amount": amount,
                "currency": (read.currency or profile.currency) if amount is not None else None,
                "account": read.account,
                "product": read.product,
                "minutes": minutes,
                "tags": read.tags,
                "note": read.note,
            }
        )

    def _new(self, fields: dict[str, object]) -> LogRecord:
        record = LogRecord.build({"id": new_id(), "logged_at": self._context.now().isoformat(), **fields})
        self.check_day(record.date)
        return self._with_rate(record)

    def _with_rate(self, record: LogRecord) -> LogRecord:
        """Keep with the record the rate that the AE gave for its currency; a rate that it has stays."""
        profile = self._context.profile()
        if record.rate is not None or record.currency in {None, profile.currency}:
            return record
        rate = profile.rates.get(record.currency or "")
        return record.with_(rate=rate, rate_currency=profile.currency) if rate else record

    def check_day(self, day: date) -> None:
        """Refuse a day more than a year ahead; raises RefusedInput."""
        if day > self._context.today() + FURTHEST_AHEAD:
            raise RefusedInput(
                _("{day} is more than a year ahead.").format(day=day), _("Log what happened, on its day.")
            )
