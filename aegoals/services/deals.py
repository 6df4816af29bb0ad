"""Deals from a CRM's table: look first, then bring them into the log as one action."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from aegoals.domain.record import LogRecord
from aegoals.domain.text import clean_line
from aegoals.errors import RefusedInput
from aegoals.exchange.csv_amounts import currency_code
from aegoals.exchange.csv_dates import DateFormat, read_format
from aegoals.exchange.deals_csv import Deal, DealTable, Problem, ReadingRules, read_deals
from aegoals.exchange.owners import owner_in
from aegoals.locale.texts import _
from aegoals.services.context import Context
from aegoals.services.deal_comparison import Comparison, compare

SHOWN = 10

__all__ = ["DealService", "ImportPlan", "Problem"]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import does to the log.

    ``deals`` counts the owner's readable rows; ``new``, ``changed``, ``withdrawn``, ``kept`` and ``known``
    count log records, of which a deal has up to two. Withdrawn are records that the file no longer backs (a
    deal that was won and is open again); kept are those that the file would change or withdraw and the AE
    edited by hand. ``undated`` deals have no date yet, and so no record.
    """

    path: Path
    owner: str  # empty where the file names no owners
    owners: tuple[tuple[str, int], ...]  # everyone in the file with the number of rows, most first
    date_format: DateFormat
    deals: int
    new: int
    changed: int
    withdrawn: int
    kept: tuple[str, ...]  # each in a few words
    known: int
    undated: int
    records: tuple[LogRecord, ...]  # the first new and changed ones, by day
    problems: tuple[Problem, ...]  # the owner's, and those of rows that name nobody
    notes: tuple[str, ...]


class DealService:
    """Brings deals of a file into the log.

    A record found again by its ``imported_id`` is updated when the file says something new, unless the AE
    edited what the file told; a note, tags or a source added by hand stay in any case. A record that the AE
    deleted comes back with the next import of its deal.
    """

    def __init__(self, context: Context) -> None:
        self._context = context

    def preview(
        self,
        path: Path,
        owner: str | None = None,
        date_format: str | None = None,
        currency: str | None = None,
    ) -> ImportPlan:
        """Return what an import would do; nothing is written. Raises RefusedInput, AmbiguousInput."""
        return self._plan(_Wish(path, *self._read(path, owner, date_format, currency)))[0]

    def bring_in(
        self,
        path: Path,
        owner: str | None = None,
        date_format: str | None = None,
        currency: str | None = None,
    ) -> ImportPlan:
        """Import the deals of one owner as one action, and return what was done.

        Nothing is written where nothing changes. Raises RefusedInput, AmbiguousInput.
        """
        wish = _Wish(path, *self._read(path, owner, date_format, currency))
        title = _("Deals of {owner} from {file}") if wish.owner else _("Deals from {file}")
        shown = title.format(owner=wish.owner, file=clean_line(path.name))
        with self._context.transaction("import", shown) as transaction:
            # Inside, so that what another program imported a moment ago is seen and not doubled.
            plan, found = self._plan(wish)
            for key, record in (found.new | found.changed).items():
                self._context.records.put(transaction, key, record)
            for key in found.withdrawn:
                self._context.records.remove(transaction, key)
        return plan

    def write_sample(self, path: Path) -> None:
        """Write a made-up deal table to try the import with; raises RefusedInput where the file exists."""
        from aegoals.exchange.sample_deals import write_sample

        shown = clean_line(str(path))
        if path.exists():
            raise RefusedInput(_("{path} exists already.").format(path=shown), _("Choose another name."))
        try:
            write_sample(path)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise RefusedInput(_("{path} cannot be written: {reason}.").format(path=shown, reason=reason)) from error

    def _read(
        self, path: Path, owner: str | None, date_format: str | None, currency: str | None
    ) -> tuple[DealTable, str]:
        profile = self._context.profile()
        rules = ReadingRules(
            date_format=read_format(date_format),
            currency=_wished_currency(currency),
            home_currency=profile.currency,
            locale=profile.locale,
        )
        table = read_deals(path, rules)
        return table, owner_in(table.owners, owner)

    def _plan(self, wish: _Wish) -> tuple[ImportPlan, Comparison]:
        documents = self._context.store.table("records")
        now = self._context.now().isoformat()
        found = compare(wish.deals(), documents, self._context.profile(), now)
        return wish.plan(found), found


@dataclass(frozen=True, slots=True)
class _Wish:
    """A file that was read, and the owner whose deals are wanted."""

    path: Path
    table: DealTable
    owner: str

    def deals(self) -> list[Deal]:
        """Return the owner's deals; all of them where the file names no owners."""
        return [deal for deal in self.table.deals if not self.owner or deal.owner == self.owner]

    def plan(self, found: Comparison) -> ImportPlan:
        """Return the outcome of a comparison as faces show it."""
        records = sorted((found.new | found.changed).values(), key=lambda record: record.date)
        unreadable = [one for one in self.table.problems if one.owner in {"", self.owner}]
        return ImportPlan(
            path=self.path,
            owner=self.owner,
            owners=self.table.owners,
            date_format=self.table.date_format,
            deals=len(self.deals()),
            new=len(found.new),
            changed=len(found.changed),
            withdrawn=len(found.withdrawn),
            kept=tuple(found.kept),
            known=found.known,
            undated=found.undated,
            records=tuple(records[:SHOWN]),
            problems=tuple(sorted([*unreadable, *found.problems], key=lambda one: one.line)),
            notes=self.table.notes,
        )


def _wished_currency(text: str | None) -> str | None:
    if not text:
        return None
    try:
        return currency_code(text)
    except ValueError as error:
        raise RefusedInput(f"“{clean_line(text)[:20]}” {error}.") from None
