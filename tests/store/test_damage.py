"""P6: damage is never overwritten, and never read as data."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from aegoals.errors import DataFileDamaged, DataFileError
from aegoals.store.tiny_store import TinyStore
from tests.store.fuzzing import survive_wounds
from tests.store.locked import keys, lock
from tests.store.still_clock import StillClock


@pytest.fixture
def content(store: TinyStore, data_file: Path) -> bytes:
    """Return a small whole file."""
    with store.transaction("log", "3 calls @Globex") as action:
        action.put("records", "a", {"id": "a", "quantity": "3", "account": "Globex", "tags": ["x"]})
    return data_file.read_bytes()


def refused(data_file: Path, content: bytes) -> str:
    """Put this content in the file's place, see it refused by reader and writer, and return the words."""
    data_file.write_bytes(content)
    before = hashlib.sha256(data_file.read_bytes()).digest()
    with pytest.raises(DataFileDamaged) as caught:
        TinyStore(data_file).table("records")
    with pytest.raises(DataFileDamaged), TinyStore(data_file).transaction("log", "more") as action:
        action.put("records", "b", {})
    assert hashlib.sha256(data_file.read_bytes()).digest() == before
    assert str(data_file) in caught.value.message
    assert "left untouched" in caught.value.repair
    return caught.value.message


def test_a_file_cut_off_at_any_byte_is_refused(data_file: Path, content: bytes) -> None:
    for length in range(len(content)):
        refused(data_file, content[:length])


def test_a_flipped_bit_is_refused_or_still_a_whole_document(data_file: Path, content: bytes) -> None:
    """A flip inside a text is a text like any other; everything else is refused. Nothing is overwritten."""
    for position in range(len(content)):
        for bit in range(8):
            flipped = bytearray(content)
            flipped[position] ^= 1 << bit
            data_file.write_bytes(flipped)
            try:
                tables = TinyStore(data_file).table("records")
            except DataFileError:
                pass
            else:
                assert all(type(document) is dict for document in tables.values())
            assert data_file.read_bytes() == flipped


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"   \n", id="blank"),
        pytest.param(b"\0" * 512, id="zeros, as a power cut leaves them"),
        pytest.param(b"null", id="null"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b'"meta"', id="a text"),
        pytest.param(b'{"meta":[]}', id="a table that is a list"),
        pytest.param(b'{"meta":{"file":[]}}', id="a document that is a list"),
        pytest.param(b'{"_default":{"1":{"a":1}}}', id="somebody else's TinyDB file"),
        pytest.param(b'{"meta":{"file":{"schema":"1"}}}', id="schema as text"),
        pytest.param(b'{"meta":{"file":{"schema":true}}}', id="schema as truth"),
        pytest.param(b'{"meta":{"file":{"schema":0}}}', id="schema 0"),
        pytest.param(b'{"meta":{"file":{"schema":1}},"records":{"a":5}}', id="a number for a document"),
        pytest.param(b'{"meta":{"file":{"schema":1}},"records":{"a":{"x":NaN}}}', id="NaN"),
        pytest.param(b'{"meta":{"file":{"schema":1}},"records":{"a":{"x":1e999}}}', id="infinite"),
        pytest.param(b'{"meta":{"file":{"schema":1}},"records":{"a":{"x":' + b"9" * 30 + b"}}}", id="long number"),
        pytest.param(b'{"meta":{"file":{"schema":1}},"records":{"a":{},"a":{"x":1}}}', id="an id twice"),
        pytest.param(b'{"meta":{"file":{"schema":1}},"records":{"a":{"x":1,"x":2}}}', id="a field twice"),
        pytest.param(b'{"meta":{"file":{"schema":1}},"r":{},"r":{"a":{}}}', id="a table twice"),
        pytest.param(b'{"meta":{"file":{"schema":1}},"records":{"a":{"x":"\xff"}}}', id="not UTF-8"),
        pytest.param(b'{"meta":{"file":{"schema":1}},"records":{"a":{"x":"\\ud800"}}}', id="half a character"),
        pytest.param(b'{"meta":{"file":{"schema":1,"x":' + b"[" * 300 + b"]" * 300 + b"}}}", id="nested deeply"),
        pytest.param(b'{"a":' * 5000 + b"1" + b"}" * 5000, id="nested very deeply"),
    ],
)
def test_what_aegoals_did_not_write_is_refused(data_file: Path, content: bytes) -> None:
    refused(data_file, content)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(b"\xef\xbb\xbf", b"", id="byte order mark"),
        pytest.param(b"", b"\n}", id="a brace too many"),
        pytest.param(b"<<<<<<< mine\n", b"", id="a merge conflict"),
    ],
)
def test_a_whole_file_with_something_around_it_is_refused(
    data_file: Path, content: bytes, before: bytes, after: bytes
) -> None:
    refused(data_file, before + content + after)


def test_an_editor_that_laid_the_file_out_anew_did_no_damage(data_file: Path, content: bytes) -> None:
    import json

    data_file.write_text(json.dumps(json.loads(content), indent=2) + "\n", encoding="utf-8")
    store = TinyStore(data_file)
    with store.transaction("log", "more") as action:
        action.put("records", "b", {})
    assert list(store.table("records")) == ["a", "b"]


def test_damage_that_comes_while_the_program_runs_is_refused_and_what_was_read_stays(
    store: TinyStore, data_file: Path, content: bytes
) -> None:
    data_file.write_bytes(content[:40])
    with pytest.raises(DataFileDamaged):
        store.refresh()
    with pytest.raises(DataFileDamaged), store.transaction("log", "more") as action:
        action.put("records", "b", {})
    assert data_file.read_bytes() == content[:40]
    assert list(store.table("records")) == ["a"]


def test_the_error_names_the_newest_backup_that_can_be_read(
    store: TinyStore, data_file: Path, clock: StillClock, content: bytes
) -> None:
    for _ in range(2):
        clock.advance(days=1)
        with store.transaction("log", "more") as action:
            action.put("records", str(clock.instant), {})
    data_file.write_bytes(b"")
    newest = data_file.parent / "backups" / "goals-2026-03-04.json"
    with pytest.raises(DataFileDamaged) as caught:
        TinyStore(data_file).table("records")
    assert str(newest) in caught.value.repair
    newest.write_bytes(b"damaged too")
    with pytest.raises(DataFileDamaged) as caught:
        TinyStore(data_file).table("records")
    assert "goals-2026-03-03.json" in caught.value.repair


@pytest.mark.parametrize("kind", ["folder", "device"])
def test_what_is_no_regular_file_is_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path if kind == "folder" else Path("/dev/null")
    with pytest.raises(DataFileError, match=str(path)):
        TinyStore(path).table("records")


def test_a_wounded_file_is_refused_untouched_or_read_without_a_loss(data_file: Path, content: bytes) -> None:
    assert survive_wounds(data_file, 300).refused


def test_a_wounded_locked_file_is_refused_untouched(data_file: Path, content: bytes) -> None:
    lock(data_file)
    assert survive_wounds(data_file, 150, keys()).refused


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10))
def test_thousands_of_wounded_files_are_refused_untouched_or_read_without_a_loss(
    data_file: Path, content: bytes, seed: int
) -> None:
    assert survive_wounds(data_file, 2000, seed=seed).refused
