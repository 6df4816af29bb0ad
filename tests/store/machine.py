"""A machine that edits one file through two handles, with faults, beside a plain dictionary."""

from __future__ import annotations

import errno
import shutil
import tempfile
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from aegoals.errors import DataFileError, RefusedInput
from aegoals.store.long_table import Settling
from aegoals.store.protocol import Document
from aegoals.store.tiny_store import TinyStore
from tests.store.faults import failing

Tables = dict[str, dict[str, Document]]
Operation = tuple[str, str, Document | None]

_VALUES = st.none() | st.booleans() | st.integers(-3, 3) | st.text(max_size=3).filter(str.isprintable)
_DOCUMENTS = st.dictionaries(st.sampled_from("xyz"), _VALUES | st.lists(_VALUES, max_size=2), max_size=3)
_OPERATIONS = st.lists(
    st.tuples(st.sampled_from(["goals", "records"]), st.sampled_from("abcd"), st.none() | _DOCUMENTS),
    min_size=1,
    max_size=4,
)
_HANDLES = st.integers(0, 1)
_FAULTS = st.tuples(st.integers(1, 45), st.sampled_from([errno.ENOSPC, errno.EIO, errno.EACCES]), st.booleans())


class AbandonedError(Exception):
    """The AE changed their mind in the middle of a transaction."""


def changed(tables: Tables, operations: list[Operation]) -> Tables:
    """Return what a plain dictionary holds after these operations."""
    result = {name: dict(table) for name, table in tables.items()}
    for name, key, document in operations:
        if document is None:
            result.get(name, {}).pop(key, None)
        else:
            result.setdefault(name, {})[key] = document
    return {name: table for name, table in result.items() if table}


def filled(store: TinyStore) -> Tables:
    """Return what a store shows, without tables that are empty."""
    return {name: dict(store.table(name)) for name in store.table_names() if store.table(name)}


def as_json(tables: Tables) -> bytes:
    """Return a form in which 1 and True differ and the order of ids does not matter."""
    return orjson.dumps(tables, option=orjson.OPT_SORT_KEYS)


class TwoHandles(RuleBasedStateMachine):
    """Everything that a store can be asked, on two stores at once."""

    settling = Settling()

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "goals.json"
        self.handles = [self._opened(), self._opened()]
        self.now: Tables = {}
        self.done: list[tuple[Tables, Tables]] = []
        self.undone: list[tuple[Tables, Tables]] = []

    def _opened(self) -> TinyStore:
        return TinyStore(self.path, settling=self.settling)

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def _act(self, handle: int, operations: list[Operation], *, abandon: bool = False) -> None:
        with self.handles[handle].transaction("act", "operations") as action:
            for table, key, document in operations:
                if document is None:
                    action.remove(table, key)
                else:
                    action.put(table, key, document)
            if abandon:
                raise AbandonedError

    def _acted(self, operations: list[Operation]) -> None:
        after = changed(self.now, operations)
        if as_json(after) != as_json(self.now):
            self.done.append((self.now, after))
            self.undone.clear()
            self.now = after

    def _turned(self, *, back: bool) -> None:
        assert self.done if back else self.undone
        if back:
            self.now = self.done[-1][0]
            self.undone.append(self.done.pop())
        else:
            self.now = self.undone[-1][1]
            self.done.append(self.undone.pop())

    def _agrees(self, handle: int) -> None:
        assert as_json(filled(self.handles[handle])) == as_json(self.now)

    @rule(handle=_HANDLES, operations=_OPERATIONS)
    def act(self, handle: int, operations: list[Operation]) -> None:
        """Save, with nothing in the way."""
        self._act(handle, operations)
        self._acted(operations)
        self._agrees(handle)

    @rule(handle=_HANDLES, operations=_OPERATIONS, fault=_FAULTS)
    def act_with_fault(self, handle: int, operations: list[Operation], fault: tuple[int, int, bool]) -> None:
        """Save while one call of the system fails: either it is saved or it says that it is not."""
        nth, code, short = fault
        try:
            with failing(nth, code, short=short):
                self._act(handle, operations)
        except DataFileError:
            pass
        else:
            self._acted(operations)
            self._agrees(handle)

    @rule(handle=_HANDLES, operations=_OPERATIONS)
    def abandon(self, handle: int, operations: list[Operation]) -> None:
        """Leave a transaction by an exception."""
        with suppress(AbandonedError):
            self._act(handle, operations, abandon=True)
        self._agrees(handle)

    @rule(handle=_HANDLES, back=st.booleans())
    def turn(self, handle: int, *, back: bool) -> None:
        """Undo or redo."""
        possible = self.done if back else self.undone
        store = self.handles[handle]
        try:
            entry = store.undo() if back else store.redo()
        except RefusedInput:
            assert not possible
        else:
            assert entry.undone == back
            self._turned(back=back)
            self._agrees(handle)

    @rule(handle=_HANDLES, back=st.booleans(), fault=_FAULTS)
    def turn_with_fault(self, handle: int, fault: tuple[int, int, bool], *, back: bool) -> None:
        """Undo or redo while one call of the system fails."""
        nth, code, short = fault
        store = self.handles[handle]
        try:
            with failing(nth, code, short=short):
                store.undo() if back else store.redo()
        except (DataFileError, RefusedInput):
            pass
        else:
            self._turned(back=back)

    @rule(handle=_HANDLES)
    def refresh(self, handle: int) -> None:
        """Look again: the handle shows what either of them saved."""
        told: list[Any] = []
        store = self.handles[handle]
        leave = store.subscribe(told.append)
        before = as_json(filled(store))
        assert store.refresh() == bool(told)
        leave()
        assert told or as_json(filled(store)) == before
        self._agrees(handle)
        assert len(store.history()) == len(self.done) + len(self.undone)

    @rule(handle=_HANDLES)
    def restart(self, handle: int) -> None:
        """Begin again with a new process's eyes."""
        self.handles[handle] = self._opened()
        self._agrees(handle)

    @invariant()
    def the_file_holds_what_the_dictionary_holds(self) -> None:
        """Read the file with nothing of ours."""
        tables = orjson.loads(self.path.read_bytes()) if self.path.exists() else {}
        kept = {name: table for name, table in tables.items() if table and name not in {"meta", "history"}}
        assert as_json(kept) == as_json(self.now)


class TwoHandlesOnALongTable(TwoHandles):
    """The same where old records stay bytes: all but the last, as soon as there are three."""

    settling = Settling("records", "x", ("y",), kept=1, most=2)

    @initialize()
    def begin(self) -> None:
        """Begin with records of which all but one are old."""
        self.act(0, [("records", key, {"x": day, "y": day}) for key, day in zip("abcdefg", "1223334", strict=True)])

    @rule(handle=_HANDLES, day=st.sampled_from(["", "1", "2", "3", "4"]))
    def ask_without_reading_all(self, handle: int, day: str) -> None:
        """Ask a handle that may not have read its old records yet."""
        store = self.handles[handle]
        store.refresh()
        records = self.now.get("records", {})
        lately = store.lately("records", day)
        assert {key: records[key] for key in lately} == dict(lately)
        days = {key: one["x"] for key, one in records.items() if type(one.get("x")) is str}
        assert all(key in lately for key in days if days[key] >= day)
        assert store.uses("records", "y") == Counter(one["y"] for one in records.values() if type(one.get("y")) is str)
        self._agrees(handle)
