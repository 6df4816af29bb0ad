"""Old records stay bytes in memory until somebody asks for them, and are never taken for what they are not."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.errors import DataFileDamaged, DataFileError
from aegoals.store import codec, long_table
from aegoals.store.codec import decode, decode_settled, encode_settled
from aegoals.store.long_table import AnyTables, Extent, LongTable, Settling, all_plain, plain
from aegoals.store.protocol import Document
from aegoals.store.storage import DurableStorage
from aegoals.store.tiny_store import TinyStore
from tests.store.locked import keys, lock
from tests.store.machine import AbandonedError

RULE = Settling("records", "date", ("account",), kept=2, most=4)
PATH = Path("goals.json")
DAYS = [f"2026-03-{day:02}" for day in range(1, 10)]

VALUES = st.none() | st.booleans() | st.integers(-2, 2) | st.text('ab"{}é', max_size=3) | st.lists(st.integers(-2, 2))
DOCUMENTS = st.fixed_dictionaries({}, optional={"date": st.sampled_from(DAYS), "account": VALUES, "note": VALUES})
RECORDS = st.dictionaries(st.text('ab{}"åz', max_size=2), DOCUMENTS, max_size=12)


def file_of(records: dict[str, Document], **others: dict[str, Document]) -> AnyTables:
    return {"meta": {"file": {"schema": 1, "revision": "0"}}, "records": records, **others}


def record(number: int) -> Document:
    return {"date": DAYS[number], "account": "Globex" if number % 2 else "Lumen", "note": '}}, {"settled": 7'}


def opened(data_file: Path) -> TinyStore:
    return TinyStore(data_file, settling=RULE)


@pytest.fixture
def content(data_file: Path) -> bytes:
    """Return a file of eight records of which six are settled."""
    with opened(data_file).transaction("log", "eight") as action:
        action.put("goals", "g", {"title": "Win"})
        for number in range(8):
            action.put("records", f"r{number}", record(number))
    return data_file.read_bytes()


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Collect what is parsed from now on."""
    seen: list[bytes] = []

    def watched(content: bytes) -> dict[str, dict[str, Document]]:
        seen.append(content)
        return orjson.loads(content)  # type: ignore[no-any-return]

    monkeypatch.setattr(codec, "parse", watched)
    monkeypatch.setattr(long_table, "parse", watched)
    return seen


# --- what is written is what is read


@given(RECORDS, st.dictionaries(st.sampled_from("ab"), DOCUMENTS, max_size=1))
def test_what_was_settled_is_read_back_in_its_order(records: dict[str, Document], behind: dict[str, Document]) -> None:
    tables = file_of(records, **({"history": behind} if behind else {}))
    content, kept = encode_settled(tables, RULE, PATH)
    for read in (decode_settled(content, PATH), decode(content, PATH), kept):
        assert orjson.dumps(all_plain({**read})) == orjson.dumps(tables)


@given(RECORDS, RECORDS)
def test_settled_again_and_again_it_is_the_same(records: dict[str, Document], later: dict[str, Document]) -> None:
    _content, tables = encode_settled(file_of(records), RULE, PATH)
    table = tables["records"].copy()
    for key, document in later.items():
        table[key] = document
    content, _tables = encode_settled({**tables, "records": table}, RULE, PATH)
    assert orjson.dumps(decode(content, PATH)["records"]) == orjson.dumps({**records, **later})
    assert orjson.dumps(plain(decode_settled(content, PATH)["records"])) == orjson.dumps({**records, **later})


@given(RECORDS, st.sampled_from(DAYS))
def test_questions_that_do_not_read_all_agree_with_the_records(records: dict[str, Document], day: str) -> None:
    content, _tables = encode_settled(file_of(records), RULE, PATH)
    table = decode_settled(content, PATH)["records"]
    table = table if isinstance(table, LongTable) else LongTable(long_table.Settled(), table)
    lately = table.since(day)
    assert all(key in lately for key, one in records.items() if one.get("date", "") >= day)
    assert {key: records[key] for key in lately} == dict(lately)
    found = list(table.uses("account").items())
    texts = [one["account"] for one in records.values() if isinstance(one.get("account"), str)]
    assert found == [(text, texts.count(text)) for text in dict.fromkeys(texts)]
    assert len(table) == len(records)
    assert all(table.get(key) == records.get(key) for key in (*records, "nobody", "zz"))


def test_the_file_is_plain_json_and_its_revision_stands_at_the_start(content: bytes) -> None:
    tables = json.loads(content)
    assert list(tables["records"]) == [f"r{number}" for number in range(8)]
    assert tables["meta"]["settled"]["table"] == "records"
    assert content.index(b'"revision"') < 120, "what tells one state of the file from the next is among its first bytes"


# --- what is not read


def test_a_new_record_and_its_undo_parse_no_settled_one(data_file: Path, content: bytes, parsed: list[bytes]) -> None:
    store = opened(data_file)
    with store.transaction("log", "one more") as action:
        action.put("records", "r8", record(8))
    store.undo()
    store.redo()
    assert list(store.lately("records", DAYS[6])) == ["r6", "r7", "r8"]
    assert store.uses("records", "account") == {"Globex": 4, "Lumen": 5}
    assert store.table("records")["r8"] == record(8)
    assert not any(b'"r0":{' in one for one in parsed)
    assert list(store.table("records")) == list(json.loads(data_file.read_bytes())["records"])
    assert any(b'"r0":{' in one for one in parsed)


def test_a_refresh_parses_no_settled_one_and_keeps_the_documents(
    data_file: Path, content: bytes, parsed: list[bytes]
) -> None:
    store, other = opened(data_file), opened(data_file)
    before = dict(store.table("records"))
    parsed.clear()
    with other.transaction("log", "one more") as action:
        action.put("records", "r8", record(8))
    assert store.refresh()
    after = store.table("records")
    assert [key for key in after if after[key] is not before.get(key)] == ["r8"]
    assert not any(b'"r0":{' in one for one in parsed)


def test_after_another_program_settled_anew_its_lines_parse_no_settled_one(
    data_file: Path, content: bytes, parsed: list[bytes]
) -> None:
    store, other = opened(data_file), opened(data_file)
    before = dict(store.table("records"))
    with other.transaction("edit", "old") as action:
        action.put("records", "r0", {**record(0), "note": "new"})
    assert store.refresh()
    assert [key for key in before if store.table("records")[key] is not before[key]] == ["r0"]
    with other.transaction("log", "one more") as action:
        action.put("records", "r8", record(8))
    parsed.clear()
    assert store.refresh()
    assert list(store.table("records")) == list(json.loads(data_file.read_bytes())["records"])
    assert store.table("records")["r1"] is before["r1"]
    assert not any(b'"r0":{' in one for one in parsed)


def test_an_old_record_without_a_day_does_not_make_every_question_read_all(
    data_file: Path, content: bytes, parsed: list[bytes]
) -> None:
    with opened(data_file).transaction("log", "five without a day") as action:
        for number in range(8, 13):
            action.put("records", f"s{number}", {"account": "Globex", "date": None})
    parsed.clear()
    assert list(opened(data_file).lately("records", DAYS[8])) == ["s11", "s12"]
    assert opened(data_file).uses("records", "account")["Globex"] == 9
    assert not any(b'"r0":{' in one for one in parsed)


def test_the_notes_of_the_file_are_no_documents_of_anybody(data_file: Path, content: bytes) -> None:
    assert list(opened(data_file).table("meta")) == ["file"]
    assert list(decode(content, data_file)["meta"]) == ["file"]


# --- changes of old records


@pytest.mark.parametrize("key", ["r0", "r5"])
def test_an_old_record_can_be_changed_taken_out_and_brought_back(data_file: Path, content: bytes, key: str) -> None:
    store = opened(data_file)
    with store.transaction("edit", "old") as action:
        action.put("records", key, {"date": DAYS[0], "note": "new"})
    assert opened(data_file).table("records")[key]["note"] == "new"
    with store.transaction("delete", "old") as action:
        action.remove("records", key)
    assert key not in opened(data_file).table("records")
    store.undo()
    store.undo()
    assert dict(opened(data_file).table("records")) == json.loads(content)["records"]


def test_what_tinydb_itself_changes_in_an_old_document_is_saved(data_file: Path, content: bytes) -> None:
    from aegoals.store.table import KeyedDB

    with KeyedDB(data_file, settling=RULE) as db:
        db.keyed("records").update({"note": "by hand"}, lambda document: document["date"] == DAYS[0])
    assert opened(data_file).table("records")["r0"]["note"] == "by hand"
    assert opened(data_file).table("records")["r1"] == record(1)


def test_a_save_that_fails_leaves_the_settled_part_as_it_was(data_file: Path, content: bytes) -> None:
    store = opened(data_file)
    with suppress(AbandonedError), store.transaction("edit", "old") as action:
        action.put("records", "r0", {"note": "never"})
        raise AbandonedError
    assert store.table("records")["r0"] == record(0)
    assert data_file.read_bytes() == content


# --- files that somebody else wrote


def test_an_edit_by_hand_of_an_old_record_is_read(data_file: Path, content: bytes) -> None:
    data_file.write_bytes(content.replace(b'"account":"Lumen"', b'"account":"Lumex"', 1))
    store = opened(data_file)
    assert store.uses("records", "account") == {"Lumex": 1, "Globex": 4, "Lumen": 3}
    assert store.table("records")["r0"]["account"] == "Lumex"


def test_an_id_that_stands_among_the_old_and_the_recent_is_refused(data_file: Path, content: bytes) -> None:
    data_file.write_bytes(content.replace(b'"r7":{', b'"r3":{', 1))
    with pytest.raises(DataFileDamaged, match="r3"):
        opened(data_file).table("records")


def as_read(read: Callable[[bytes, Path], AnyTables], content: bytes) -> bytes | str:
    """Return what a file's content is read as, or that it is refused."""
    try:
        return orjson.dumps(all_plain(read(content, PATH)))
    except DataFileError:
        return "refused"


def read_whole(content: bytes, path: Path) -> AnyTables:
    """Read without a look at the note."""
    return {**decode(content, path)}


def test_one_wrong_byte_anywhere_is_read_or_refused_as_without_the_note(content: bytes) -> None:
    note = range(content.index(b'"settled"'), content.index(b'"goals"'))
    for place in range(len(content)):
        digits = b"0123456789" if place in note else b""
        wounds = {bytes([byte]) for byte in digits} | {bytes([content[place] ^ 1 << place % 8]), b"", b", ", b'"'}
        for wound in wounds:
            wounded = content[:place] + wound + content[place + 1 :]
            assert as_read(decode_settled, wounded) == as_read(read_whole, wounded)


def test_a_note_that_points_elsewhere_is_not_believed(content: bytes) -> None:
    written = json.loads(content)
    note = written["meta"]["settled"]
    for size in range(note["size"] + 100):
        other = {**written, "meta": {**written["meta"], "settled": {**note, "size": size}}}
        assert as_read(decode_settled, orjson.dumps(other)) == as_read(read_whole, content)


def test_an_older_aegoals_that_keeps_the_note_writes_a_file_that_is_read(content: bytes) -> None:
    written = json.loads(content)
    for longer in range(100):  # an old record grows and the history shrinks: the note points where it did
        written["records"]["r5"]["note"] += "x"
        written["history"] = {"h": {"title": "y" * (100 - longer)}}
        older = orjson.dumps(written)
        assert as_read(decode_settled, older) == as_read(read_whole, older) != "refused"


@pytest.mark.parametrize("said", [{"earliest": "2026-03-01"}, {"latest": None}])
def test_a_newer_aegoals_that_says_other_things_of_old_records_is_read(
    content: bytes, said: dict[str, str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    class NewerExtent(Extent):
        def _asdict(self) -> dict[str, Any]:
            return {name: value for name, value in {**super()._asdict(), **said}.items() if value is not None}

    tables = decode(content, PATH)
    with monkeypatch.context() as patch:
        patch.setattr(long_table, "Extent", NewerExtent)
        newer, _tables = encode_settled({**tables}, RULE, PATH)
    assert newer != content
    assert decode_settled(newer, PATH) == tables


def test_a_newer_aegoals_that_settles_another_table_leaves_a_file_that_can_be_saved(data_file: Path) -> None:
    newer = TinyStore(data_file, settling=RULE._replace(table="goals"))
    with newer.transaction("import", "both") as action:
        for number in range(8):
            action.put("goals", f"g{number}", record(number))
            action.put("records", f"r{number}", record(number))
    tables = json.loads(data_file.read_bytes())
    with opened(data_file).transaction("log", "one more") as action:
        action.put("records", "r8", record(8))
    after = json.loads(data_file.read_bytes())
    assert after["goals"] == tables["goals"]
    assert after["records"] == {**tables["records"], "r8": record(8)}
    assert [tables["meta"]["settled"]["table"], after["meta"]["settled"]["table"]] == ["goals", "records"]


def test_a_file_without_room_for_the_note_is_written_without(data_file: Path, content: bytes) -> None:
    from aegoals.store.table import KeyedDB

    with KeyedDB(data_file, settling=RULE) as db:
        db.drop_table("meta")
        db.keyed("records").put("r8", record(8))
    assert list(json.loads(data_file.read_bytes())["records"]) == [f"r{number}" for number in range(9)]


@pytest.mark.parametrize("name", ["settled", "settled_extent"])
def test_documents_of_somebody_that_are_named_as_the_notes_break_no_file(content: bytes, name: str) -> None:
    tables = decode_settled(content, PATH)
    written, _tables = encode_settled({**tables, "meta": {**tables["meta"], name: {"x": 1}}}, RULE, PATH)
    assert json.loads(written)["records"] == plain(decode_settled(written, PATH)["records"]) == plain(tables["records"])


def test_ids_of_another_machine_between_the_old_ones_keep_them_unread(data_file: Path, parsed: list[bytes]) -> None:
    rule = Settling("records", "date", ("account",), kept=20, most=40)
    with TinyStore(data_file, settling=rule).transaction("import", "old ones") as action:
        for number in range(60):
            action.put("records", f"r{number:02}", record(number % 9))
    with TinyStore(data_file, settling=rule).transaction("merge", "another machine") as action:
        for number in range(12):
            action.put("records", f"r{number:02}b", record(number % 9))
    parsed.clear()
    store = TinyStore(data_file, settling=rule)
    with store.transaction("log", "one more") as action:
        action.put("records", "r60", record(8))
    assert len(TinyStore(data_file).table("records")) == 73
    assert not any(b'"r00":{' in one for one in parsed)
    assert [*store.table("records")] == [*json.loads(data_file.read_bytes())["records"]]


def test_a_file_cut_off_anywhere_is_refused(data_file: Path, content: bytes) -> None:
    for length in range(0, len(content), 5):
        data_file.write_bytes(content[:length])
        with pytest.raises(DataFileDamaged):
            opened(data_file).table("records")


def test_a_locked_file_has_settled_records_too(data_file: Path, content: bytes, parsed: list[bytes]) -> None:
    lock(data_file)
    parsed.clear()
    store = TinyStore(data_file, keys=keys(), settling=RULE)
    with store.transaction("log", "one more") as action:
        action.put("records", "r8", record(8))
    assert not any(b'"r0":{' in one for one in parsed)
    assert len(TinyStore(data_file, keys=keys()).table("records")) == 9


def test_a_program_that_settles_nothing_reads_and_writes_the_file(data_file: Path, content: bytes) -> None:
    storage = DurableStorage(data_file)
    with storage.transaction() as draft:
        draft.plain_table("records")["r8"] = record(8)
    storage.close()
    assert b'"settled":{' not in data_file.read_bytes()
    assert list(opened(data_file).table("records")) == [f"r{number}" for number in range(9)]
