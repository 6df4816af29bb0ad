"""P7: stock TinyDB reads the file, an older program never harms a newer one's, migrations keep a backup."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest
from tinydb import TinyDB, where
from tinydb.table import Document as TinyDocument
from tinydb.table import Table

from aegoals.errors import DataFileNewer
from aegoals.store.backups import list_backups
from aegoals.store.codec import Tables
from aegoals.store.ids import new_id
from aegoals.store.migrations import MIGRATIONS
from aegoals.store.table import KeyedDB
from aegoals.store.tiny_store import TinyStore
from tests.store.still_clock import StillClock

OWN_ID: Any = "own"  # TinyDB types ids as int
KEY = "01a20111-14a1-76b2-8a75-3df5abccda4d"


@pytest.fixture
def filled(store: TinyStore) -> TinyStore:
    with store.transaction("log", "3 calls") as action:
        action.put("records", KEY, {"id": KEY, "account": "株式会社", "note": "\u2028 “quoted”"})
        action.put("goals", "g", {"title": "Close [ACME]"})
    return store


def test_the_file_begins_with_what_it_is(filled: TinyStore, data_file: Path) -> None:
    tables = orjson.loads(data_file.read_bytes())
    assert next(iter(tables)) == "meta"
    assert tables["meta"]["file"]["schema"] == len(MIGRATIONS)
    assert tables["meta"]["file"]["program"] == "aegoals"


def test_every_save_has_a_revision_of_its_own(filled: TinyStore, data_file: Path) -> None:
    revisions = set()
    for number in range(5):
        with filled.transaction("log", "more") as action:
            action.put("records", str(number), {})
        revisions.add(orjson.loads(data_file.read_bytes())["meta"]["file"]["revision"])
    assert len(revisions) == 5


def test_stock_tinydb_opens_the_file(filled: TinyStore, data_file: Path) -> None:
    with TinyDB(data_file, encoding="utf-8") as db:
        assert {"meta", "records", "goals", "history"} == db.tables()
        assert len(db.table("records")) == 1
        assert db.table("records").get(doc_id=KEY)["account"] == "株式会社"


def test_stock_tinydb_with_ids_of_text_reads_and_writes_it(
    filled: TinyStore, data_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``document_id_class`` is TinyDB's own documented switch for ids that are not numbers."""
    monkeypatch.setattr(Table, "document_id_class", str)
    with TinyDB(data_file, encoding="utf-8") as db:
        records = db.table("records")
        assert [document["id"] for document in records.search(where("account") == "株式会社")] == [KEY]
        records.update({"note": "by stock TinyDB"}, doc_ids=[KEY])
    assert filled.refresh() is True
    assert filled.table("records")[KEY]["note"] == "by stock TinyDB"
    with filled.transaction("log", "after") as action:
        action.put("records", "b", {})
    assert filled.table("records")[KEY]["note"] == "by stock TinyDB"


def test_our_table_speaks_all_of_tinydb(data_file: Path) -> None:
    with KeyedDB(data_file) as db:
        key = db.insert({"name": "a", "n": 1})
        assert db.get(doc_id=key)["n"] == 1
        db.insert_multiple([{"name": "b", "n": 2}, TinyDocument({"name": "c", "n": 3}, OWN_ID)])
        assert db.update({"n": 9}, where("n") > 1) == [document.doc_id for document in db.search(where("n") == 9)]
        assert db.upsert({"name": "a", "n": 5}, where("name") == "a") == [key]
        assert db.remove(where("name") == "b")
        assert sorted(document["n"] for document in db) == [5, 9]
        assert db.contains(doc_id=OWN_ID)
        db.drop_tables()
        assert len(db) == 0


def test_two_handles_of_our_table_see_each_other(data_file: Path) -> None:
    with KeyedDB(data_file) as one, KeyedDB(data_file) as two:
        for _ in range(10):
            one.insert({"by": "one"})
            two.insert({"by": "two"})
        assert len(one) == len(two) == 20


def test_an_update_that_fails_half_way_leaves_no_trace_in_memory(data_file: Path) -> None:
    with KeyedDB(data_file) as db:
        db.insert({"n": 1})
        db.insert({"n": "x"})

        def halve(document: dict[str, object]) -> None:
            document["n"] = document["n"] / 2  # type: ignore[operator]

        with pytest.raises(TypeError):
            db.update(halve)
        assert [document["n"] for document in db] == [1, "x"]


def test_a_newer_file_is_read_and_never_written(filled: TinyStore, data_file: Path) -> None:
    tables = orjson.loads(data_file.read_bytes())
    tables["meta"]["file"]["schema"] = len(MIGRATIONS) + 1
    tables["records"][KEY]["field of the future"] = {"x": 1}
    data_file.write_bytes(orjson.dumps(tables))
    before = data_file.read_bytes()
    for store in (filled, TinyStore(data_file)):
        with pytest.raises(DataFileNewer, match="newer aegoals") as caught:  # noqa: SIM117
            with store.transaction("log", "more") as action:
                action.put("records", "b", {})
        assert str(data_file) in caught.value.message
        with pytest.raises(DataFileNewer):
            store.undo()
        store.refresh()
        assert store.table("records")[KEY]["field of the future"] == {"x": 1}
    assert data_file.read_bytes() == before


def test_unknown_tables_and_fields_survive(filled: TinyStore, data_file: Path) -> None:
    tables = orjson.loads(data_file.read_bytes())
    tables["meta"]["file"]["later"] = [1]
    tables["meta"]["other"] = {"x": 1}
    tables["later"] = {"k": {"v": None}}
    data_file.write_bytes(orjson.dumps(tables))
    with filled.transaction("log", "more") as action:
        action.put("records", "b", {})
    after = orjson.loads(data_file.read_bytes())
    assert after["meta"]["file"]["later"] == [1]
    assert after["meta"]["other"] == {"x": 1}
    assert after["later"] == {"k": {"v": None}}


def rename_note(tables: Tables) -> Tables:
    """Change records as a later version may."""
    records = tables.get("records", {}).items()
    return {
        **tables,
        "records": {key: {**document, "text": document.get("note")} for key, document in records},
    }


def test_an_older_file_is_read_in_the_new_schema_and_written_with_the_next_save_after_a_backup(
    filled: TinyStore, data_file: Path, clock: StillClock
) -> None:
    before = data_file.read_bytes()
    newer = TinyStore(data_file, clock=clock, migrations=[*MIGRATIONS, rename_note])
    assert newer.table("records")[KEY]["text"] == "\u2028 “quoted”"
    assert data_file.read_bytes() == before
    with newer.transaction("log", "more") as action:
        action.put("records", "b", {})
    kept = {backup.label: backup.path.read_bytes() for backup in list_backups(data_file)}
    assert kept["-before-schema-2"] == before
    assert orjson.loads(data_file.read_bytes())["meta"]["file"]["schema"] == 2
    again = TinyStore(data_file, clock=clock, migrations=[*MIGRATIONS, rename_note])
    assert again.table("records")["b"] == {}
    with pytest.raises(DataFileNewer), filled.transaction("log", "old program") as action:
        action.put("records", "c", {})


def test_without_a_backup_no_new_schema_is_written(filled: TinyStore, data_file: Path, clock: StillClock) -> None:
    (data_file.parent / "backups").write_text("in the way")
    before = data_file.read_bytes()
    newer = TinyStore(data_file, clock=clock, migrations=[*MIGRATIONS, rename_note])
    with pytest.raises(Exception, match="Nothing was saved"), newer.transaction("log", "more") as action:
        action.put("records", "b", {})
    assert data_file.read_bytes() == before


def test_a_new_file_needs_no_backup_of_an_older_schema(store: TinyStore, data_file: Path) -> None:
    for number in range(3):
        with store.transaction("log", "more") as action:
            action.put("records", str(number), {})
    assert [backup.label for backup in list_backups(data_file)] == [""]


def test_schema_1_begins_a_file(data_file: Path) -> None:
    (first,) = MIGRATIONS
    assert first({}) == {"meta": {"file": {"program": "aegoals"}}}


def test_ids_sort_by_the_time_they_were_made() -> None:
    ids = [new_id() for _ in range(5000)]
    assert ids == sorted(set(ids))
    assert all(len(one) == 36 and one[14] == "7" and one[19] in "89ab" for one in ids)
