"""What the rest of aegoals may ask of a store, whatever keeps the documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

META = "meta"
"""The first table of the file: its schema and its revision."""

Document = dict[str, Any]
"""One JSON object. A document that was handed out or put in is never changed in place."""


@dataclass(frozen=True, slots=True)
class Change:
    """One document before and after a transaction; ``None`` where it did not exist."""

    table: str
    key: str
    before: Document | None
    after: Document | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One action of the AE in the history: what was done, when, and every document it touched."""

    id: str
    at: str  # ISO 8601 instant with zone
    verb: str  # "log", "adjust", "import", ...: stable, for programs
    title: str  # "3 calls @Globex": for people
    changes: tuple[Change, ...]
    undone: bool = False


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file that the store keeps, for ``aegoals where``; size in bytes, None where it does not exist."""

    role: str  # "data", "lock", "backup", "sync_copy"
    path: Path
    size: int | None


class Transaction(Protocol):
    """Changes that are written together or not at all; reads see what was put before."""

    def get(self, table: str, key: str) -> Document | None:
        """Return one document as it stands inside this transaction."""

    def put(self, table: str, key: str, document: Document) -> None:
        """Insert or replace one document."""

    def remove(self, table: str, key: str) -> None:
        """Remove one document; removing what is not there is no error."""


class Store(Protocol):
    """Tables of documents by own id, changed by transactions, with a history that can be undone."""

    lock_wait: float
    """Seconds that a save waits for another program's before it is refused."""

    def table(self, name: str) -> Mapping[str, Document]:
        """Return a read-only view of one table, by id, in the order of insertion; empty if unknown."""

    def lately(self, name: str, day: str) -> Mapping[str, Document]:
        """Return the documents of one table from an ISO day on, and maybe older ones: cheaper than all of them."""

    def uses(self, name: str, field: str) -> Counter[str]:
        """Count the texts that stand in a field of a table's documents, in the order of their first use."""

    def transaction(self, verb: str, title: str) -> AbstractContextManager[Transaction]:
        """Open one action: written once at the end of the block, dropped whole on any exception.

        Raises DataFileBusy, DataFileNewer or SaveFailed; the file is then as it was before.
        """

    def history(self) -> Sequence[Entry]:
        """Return the actions that are kept, oldest first; undone ones are marked."""

    def titles(self, verb: str) -> Sequence[str]:
        """Return the titles of the kept actions of one verb, oldest first; much cheaper than the history."""

    def undo(self) -> Entry:
        """Take back the latest action and return it; raises RefusedInput if there is none."""

    def redo(self) -> Entry:
        """Do the latest undone action again and return it; raises RefusedInput if there is none."""

    def refresh(self) -> bool:
        """Read again what another program wrote; True when something changed (subscribers are told)."""

    def unread(self) -> int:
        """Return the bytes that another program wrote and ``refresh`` has still to read; 0 for none."""

    def look_ahead(self) -> None:
        """Read them already, in any thread, so that ``refresh`` has little left to do; raises DataFileError."""

    def subscribe(self, listener: Callable[[frozenset[str]], None]) -> Callable[[], None]:
        """Call ``listener`` with the names of the changed tables after every save; returns the way out."""

    def files(self) -> Sequence[StoredFile]:
        """Return the files that this store keeps on the disk."""

    def close(self) -> None:
        """Let go of the file; nothing is pending, since every transaction is on the disk."""
