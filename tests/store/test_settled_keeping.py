"""What is done with whole files, where old records are settled: backups, merges, locks, schemas, stock TinyDB."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from tinydb import TinyDB
from tinydb.table import Table

from aegoals.errors import DataFileNewer
from aegoals.store.backups import list_backups, read_tables
from aegoals.store.codec import Tables
from aegoals.store.merging import merge_file
from aegoals.store.migrations import MIGRATIONS
from aegoals.store.own_backup import back_up
from aegoals.store.protocol import Document
from aegoals.store.relock import relock
from aegoals.store.restore import replace_damaged, restore
from aegoals.store.tiny_store import TinyStore
from tests.store.locked import keys, lock
from tests.store.settling import SMALL, fill, has_settled
from tests.store.still_clock import StillClock

NEW: Document = {"quantity": "9", "note": "new"}


@pytest.fixture
def store(data_file: Path, clock: StillClock) -> TinyStore:
    """Return a store of twenty records, most of them settled and unread."""
    fill(TinyStore(data_file, clock=clock, settling=SMALL), 20)
    assert has_settled(data_file)
    return TinyStore(data_file, clock=clock, settling=SMALL)


def put(store: TinyStore, *keys: str, **fields: str) -> None:
    with store.transaction("edit", "records") as action:
        for key in keys:
            action.put("records", key, {**NEW, **fields})


def agrees(store: TinyStore, records: dict[str, Document]) -> None:
    """See that the store, a fresh one and Python's own reader show these records, and that all are counted."""
    again = TinyStore(store.path, keys=store.keys, settling=SMALL)
    assert again.uses("records", "note") == Counter(one["note"] for one in records.values())
    assert set(again.lately("records", "9")) >= {key for key, one in records.items() if one["quantity"] >= "9"}
    assert dict(store.table("records")) == dict(again.table("records")) == records
    assert read_tables(store.path, store.keys)["records"] == records


def test_a_restored_backup_and_its_undo(store: TinyStore, data_file: Path, clock: StillClock) -> None:
    before = dict(store.table("records"))
    backup = back_up(data_file, None, clock.instant)
    put(store, "old 3", "new 1")
    with store.transaction("delete", "recent ones") as action:
        for number in range(10, 20):
            action.remove("records", f"old {number}")
    changed = dict(store.table("records"))
    restore(store, backup, "back")
    agrees(store, before)
    store.undo()
    agrees(store, changed)
    store.redo()
    agrees(store, before)


def test_a_backup_in_the_place_of_a_damaged_file(store: TinyStore, data_file: Path, clock: StillClock) -> None:
    records = dict(store.table("records"))
    clock.advance(days=1)
    put(store, "old 3")
    data_file.write_bytes(data_file.read_bytes()[:-9])
    replace_damaged(data_file, list_backups(data_file)[0].path, clock.instant)
    again = TinyStore(data_file, clock=clock, settling=SMALL)
    agrees(again, records)
    put(again, "new 1")
    assert has_settled(data_file)
    agrees(again, {**records, "new 1": NEW})


def test_a_merge_of_another_machine_and_its_undo(store: TinyStore, data_file: Path, clock: StillClock) -> None:
    copy = data_file.with_name("other.json")
    shutil.copy(data_file, copy)
    clock.advance(minutes=1)
    put(store, *(f"old {number}a" for number in range(0, 20, 2)))
    other = TinyStore(copy, clock=clock, settling=SMALL)
    put(other, *(f"old {number}b" for number in range(20)), "old 3")
    before = dict(store.table("records"))
    merge_file(store, copy, clock.instant)
    agrees(store, {**dict(other.table("records")), **before, "old 3": NEW})
    store.undo()
    agrees(store, before)


def test_an_old_import_is_taken_back_and_done_again_after_more_was_logged_and_settled(store: TinyStore) -> None:
    for number in range(30):
        put(store, f"new {number:02}")
    records = dict(store.table("records"))
    for _number in range(30):
        store.undo()
    store.undo()
    agrees(store, {})
    for _number in range(31):
        store.redo()
    agrees(store, records)


def test_a_file_and_its_backups_are_locked_and_unlocked(store: TinyStore, data_file: Path, clock: StillClock) -> None:
    clock.advance(days=1)
    put(store, "old 3")
    records = dict(store.table("records"))
    lock(data_file)
    locked = TinyStore(data_file, clock=clock, keys=keys(), settling=SMALL)
    put(locked, "old 4", "new 1")
    records |= {"old 4": NEW, "new 1": NEW}
    agrees(locked, records)
    assert not relock(data_file, locked.keys, None).left
    assert has_settled(data_file)
    assert has_settled(list_backups(data_file)[0].path)
    agrees(TinyStore(data_file, settling=SMALL), records)


def with_text(tables: Tables) -> Tables:
    """Change every record as a later version may."""
    records = tables.get("records", {}).items()
    return {**tables, "records": {key: {**one, "text": one["note"]} for key, one in records}}


def test_a_later_schema_changes_old_records_too_and_is_only_read_by_an_older_program(
    store: TinyStore, data_file: Path, clock: StillClock
) -> None:
    newer = TinyStore(data_file, clock=clock, migrations=[*MIGRATIONS, with_text], settling=SMALL)
    records = {key: {**one, "text": one["note"]} for key, one in store.table("records").items()}
    assert dict(newer.table("records")) == records
    put(newer, "new 1", text="new")
    assert has_settled(data_file)
    content = data_file.read_bytes()
    store.refresh()
    agrees(store, {**records, "new 1": {**NEW, "text": "new"}})
    with pytest.raises(DataFileNewer):
        put(store, "old 3")
    assert data_file.read_bytes() == content


@pytest.mark.parametrize("compact", [True, False])
def test_what_stock_tinydb_writes_is_read_and_settled_again(
    store: TinyStore, data_file: Path, monkeypatch: pytest.MonkeyPatch, compact: bool
) -> None:
    records = dict(store.table("records"))
    monkeypatch.setattr(Table, "document_id_class", str)
    options = {"separators": (",", ":"), "ensure_ascii": False} if compact else {}
    with TinyDB(data_file, encoding="utf-8", **options) as db:
        db.table("records").update({"note": "by stock TinyDB"}, doc_ids=["old 3"])
        db.table("records").remove(doc_ids=["old 19"])
    records["old 3"] = {**records["old 3"], "note": "by stock TinyDB"}
    del records["old 19"]
    store.refresh()
    agrees(store, records)
    put(store, "new 1")
    assert has_settled(data_file)
    agrees(store, {**records, "new 1": NEW})
    assert list(json.loads(data_file.read_bytes())["records"]) == [*records, "new 1"]
