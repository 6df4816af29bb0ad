"""A file of another machine merged into the store."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

import orjson
import pytest

from aegoals.errors import DataFileDamaged, DataFileError, DataFileNewer, RefusedInput
from aegoals.store.merging import MERGES, merge_file, plan_merge, put_away
from aegoals.store.tiny_store import TinyStore
from tests.store.still_clock import StillClock


def put(store: TinyStore, key: str, **fields: object) -> None:
    with store.transaction("edit", key) as action:
        action.put("records", key, {**(action.get("records", key) or {}), **fields})


@pytest.fixture
def copy(store: TinyStore, data_file: Path, clock: StillClock) -> TinyStore:
    """Return the store of the other machine, as the sync service will leave it."""
    put(store, "a", x=1, y=1)
    put(store, "b", x=1)
    other = data_file.with_name("goals (Ada's conflicted copy 2026-03-02).json")
    shutil.copy(data_file, other)
    clock.advance(minutes=1)
    return TinyStore(other, clock=clock)


def test_a_merge_is_one_action_that_can_be_undone(store: TinyStore, copy: TinyStore, clock: StillClock) -> None:
    put(store, "a", x=2)
    put(copy, "a", y=2)
    put(copy, "c", x=1)
    with copy.transaction("delete", "b") as action:
        action.remove("records", "b")
    before = dict(store.table("records"))
    plan = plan_merge(store, copy.path)
    assert merge_file(store, copy.path, clock.instant) == plan
    assert store.table("records") == {"a": {"x": 2, "y": 2}, "c": {"x": 1}}
    assert [entry.verb for entry in store.history()][-1] == "merge"
    assert store.undo().title == copy.path.name
    assert store.table("records") == before
    store.redo()
    assert store.table("records") == {"a": {"x": 2, "y": 2}, "c": {"x": 1}}


def test_both_machines_come_to_the_same(store: TinyStore, copy: TinyStore, clock: StillClock) -> None:
    put(store, "a", x=2)
    clock.advance(minutes=1)
    put(copy, "a", x=3)
    theirs = copy.path.with_name("theirs.json")
    shutil.copy(store.path, theirs)
    merge_file(store, copy.path, clock.instant)
    merge_file(copy, theirs, clock.instant)
    assert store.table("records") == copy.table("records") == {"a": {"x": 3, "y": 1}, "b": {"x": 1}}


def test_what_gave_way_is_kept_once(store: TinyStore, copy: TinyStore, clock: StillClock) -> None:
    put(copy, "a", x=3)
    clock.advance(minutes=1)
    put(store, "a", x=2)
    merge_file(store, copy.path, clock.instant)
    (merged,) = store.table(MERGES).values()
    assert merged["aside"] == {"records": {"a": {"x": 3}}}
    assert merged["file"] == copy.path.name
    before = store.path.read_bytes()
    assert merge_file(store, copy.path, clock.instant) == []
    assert store.path.read_bytes() == before
    store.undo()
    assert store.table(MERGES) == {}


def test_the_last_twenty_merges_are_kept(store: TinyStore, copy: TinyStore, clock: StillClock) -> None:
    for number in range(25):
        clock.advance(minutes=1)
        put(copy, "a", x=100 + number)
        clock.advance(minutes=1)
        put(store, "a", x=number)
        merge_file(store, copy.path, clock.instant)
    assert len(store.table(MERGES)) == 20
    assert store.table("records")["a"]["x"] == 24


def test_a_conflict_copy_is_put_among_the_backups(store: TinyStore, copy: TinyStore, clock: StillClock) -> None:
    copy.path.chmod(0o644)
    content = copy.path.read_bytes()
    place = put_away(store, copy.path, clock.instant)
    assert place is not None
    assert (place.parent.name, place.name) == ("backups", "goals-2026-03-02-merged-091600.json")
    assert (place.read_bytes(), stat.S_IMODE(place.stat().st_mode)) == (content, 0o600)
    assert not copy.path.exists()
    assert place in [file.path for file in store.files()]


def test_another_file_stays_where_it_is(store: TinyStore, copy: TinyStore, clock: StillClock) -> None:
    other = copy.path.with_name("laptop.json")
    copy.path.rename(other)
    elsewhere = copy.path.parent / "stick"
    elsewhere.mkdir()
    shutil.copy(other, elsewhere / "goals (1).json")
    assert put_away(store, other, clock.instant) is None
    assert put_away(store, elsewhere / "goals (1).json", clock.instant) is None
    assert other.exists()


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"{", DataFileDamaged),
        (orjson.dumps({"meta": {"file": {"schema": 99}}}), DataFileNewer),
        (orjson.dumps({"meta": {"file": {"schema": 1}}, "history": {"x": {"at": 1}}}), DataFileDamaged),
        (None, DataFileError),
    ],
)
def test_what_cannot_be_merged_changes_nothing(
    store: TinyStore, copy: TinyStore, clock: StillClock, content: bytes | None, error: type[DataFileError]
) -> None:
    copy.path.unlink()
    if content is not None:
        copy.path.write_bytes(content)
    before = store.path.read_bytes()
    with pytest.raises(error):
        plan_merge(store, copy.path)
    with pytest.raises(error):
        merge_file(store, copy.path, clock.instant)
    assert store.path.read_bytes() == before


def test_the_data_file_is_not_merged_with_itself(store: TinyStore, copy: TinyStore) -> None:
    link = copy.path.with_name("link.json")
    link.symlink_to(store.path)
    for path in (store.path, link):
        with pytest.raises(RefusedInput, match="itself"):
            plan_merge(store, path)


def test_a_plan_writes_nothing(store: TinyStore, copy: TinyStore) -> None:
    put(copy, "c", x=1)
    before = {path: path.stat().st_mtime_ns for path in store.path.parent.iterdir()}
    plan_merge(store, copy.path)
    assert {path: path.stat().st_mtime_ns for path in store.path.parent.iterdir()} == before
