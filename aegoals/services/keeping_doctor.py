"""The doctor: what is wrong with the data and its files, and what can be put right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from aegoals.errors import DataFileError
from aegoals.locale.texts import _
from aegoals.services.context import Context
from aegoals.services.keeping import kept_store
from aegoals.services.keeping_preview import title_of
from aegoals.store.doctor import Finding, examine_files
from aegoals.store.protocol import Change, Document

__all__ = ["DoctorService", "Finding"]

MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Pointer:
    """A field of a table that names a document of another one, and what becomes of it when that is gone.

    ``drops`` tells that the document means nothing without what it names; else only the field is emptied.
    """

    code: str
    table: str
    field: str
    named: str
    says: str
    drops: bool = False


class DoctorService:
    """Looks at everything; changes something only when asked to repair it."""

    def __init__(self, context: Context, damaged: Callable[[], list[tuple[str, str, str]]]) -> None:
        self._context = context
        self._damaged = damaged

    def examine(self) -> list[Finding]:
        """Return everything that is wrong, the file first; an empty list says that all is well."""
        findings = list(examine_files(kept_store(self._context)))
        try:
            findings += [*self._pointers(), *self._unreadable()]
        except DataFileError:
            if not findings:
                raise
        return findings

    def repair(self, findings: list[Finding]) -> list[str]:
        """Put right what can be put right and return what was done; what it does to data can be undone."""
        return [finding.repair() for finding in findings if finding.repair]

    def _unreadable(self) -> Iterator[Finding]:
        for table, key, reason in self._damaged():
            document = self._context.store.table(table).get(key, {})
            yield Finding(
                "document",
                _("{title} ({table} {key}) cannot be read: {reason}").format(
                    title=title_of(table, key, document), table=table, key=key, reason=reason
                ),
                _("It is kept as it is and left out of every figure."),
            )

    def _pointers(self) -> Iterator[Finding]:
        for pointer in _pointers():
            if lost := self._lost(pointer):
                names = [title_of(change.table, change.key, change.before or {}) for change in lost[:MOST_NAMED]]
                message = pointer.says.format(count=len(lost), names=", ".join(names))
                yield Finding(pointer.code, message, repair=lambda pointer=pointer: self._mend(pointer))  # type: ignore[misc]

    def _lost(self, pointer: Pointer) -> list[Change]:
        """Return how each document that names something gone would be mended."""
        named = self._context.store.table(pointer.named)
        return [
            Change(pointer.table, key, document, None if pointer.drops else _without(document, pointer.field))
            for key, document in self._context.store.table(pointer.table).items()
            if document.get(pointer.field) and document[pointer.field] not in named
        ]

    def _mend(self, pointer: Pointer) -> str:
        title = _("{field} of {table}").format(field=pointer.field, table=pointer.table)
        with self._context.transaction("repair", title) as transaction:
            lost = self._lost(pointer)
            for change in lost:
                if change.after is None:
                    transaction.remove(change.table, change.key)
                else:
                    transaction.put(change.table, change.key, change.after)
        done = _("Removed: {count}.") if pointer.drops else _("Emptied: {count}.")
        return f"{title}: {done.format(count=len(lost))} {_('Take it back with: aegoals undo')}"


def _without(document: Document, field: str) -> Document:
    return {name: value for name, value in document.items() if name != field}


def _pointers() -> tuple[Pointer, ...]:
    check_ins = _("Check-ins of goals that are gone: {count} ({names}).")
    drafts = _("Drafts that change goals that are gone: {count} ({names}).")
    trainings = _("Trainings for skills that are gone: {count} ({names}).")
    return (
        Pointer("check_in", "records", "goal", "goals", check_ins, drops=True),
        Pointer("draft", "drafts", "goal", "goals", drafts),
        Pointer("training", "trainings", "skill", "skills", trainings),
    )
