"""A locked file: nothing of it can be read on the disk, and every promise of a plain file holds."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import stat
import zlib
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from aegoals.errors import (
    DataFileDamaged,
    DataFileError,
    DataFileLocked,
    DataFileNewer,
    SaveFailed,
    WrongPassphrase,
)
from aegoals.store import cipher
from aegoals.store.keyring import Keyring
from aegoals.store.magic import locked_on_disk
from aegoals.store.relock import copies, relock
from aegoals.store.restore import plan_restore, replace_damaged, restore
from aegoals.store.tiny_store import TinyStore
from tests.store.faults import failing
from tests.store.locked import CHEAP, PASSPHRASE, keys, lock, locked_store, log
from tests.store.processes import output_of, start
from tests.store.still_clock import StillClock
from tests.store.tally import Tally

SECRET = b"Globex"


@pytest.fixture
def locked(data_file: Path, clock: StillClock) -> TinyStore:
    """Return a store on a locked file of one record."""
    log(TinyStore(data_file, clock=clock), "a")
    lock(data_file)
    return locked_store(data_file, clock)


def everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def records(data_file: Path, passphrase: str = PASSPHRASE) -> list[str]:
    return list(locked_store(data_file, passphrase=passphrase).table("records"))


# --- what lies on the disk


def test_file_backups_and_temporaries_show_nothing(
    locked: TinyStore, data_file: Path, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bytes] = []
    replace = os.replace

    def look(source: Path, target: Path) -> None:
        seen.append(Path(source).read_bytes())
        replace(source, target)

    monkeypatch.setattr(os, "replace", look)
    for day in range(3):
        clock.advance(days=1)
        log(locked, f"day {day}")
    assert len(copies(data_file)) == 3
    assert len(seen) == 3
    assert SECRET not in everything(data_file.parent) + b"".join(seen)
    assert records(data_file) == ["a", "day 0", "day 1", "day 2"]


def test_a_backup_of_a_locked_file_is_locked_where_the_disk_knows_no_links(
    locked: TinyStore, data_file: Path, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", _refuse)
    clock.advance(days=1)
    log(locked, "b")
    assert all(locked_on_disk(path) for path in copies(data_file))
    assert len(copies(data_file)) == 1


def _refuse(*_: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


def test_every_save_has_a_nonce_of_its_own(locked: TinyStore, data_file: Path) -> None:
    nonces = set()
    for number in range(20):
        log(locked, f"record {number}")
        nonces.add(cipher.read_head(data_file.read_bytes(), data_file).nonce)
    assert len(nonces) == 20


def test_every_file_has_a_salt_of_its_own(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.json" for number in range(5)]
    for path in paths:
        lock(path)
    assert len({cipher.read_head(path.read_bytes(), path).salt for path in paths}) == 5


def test_a_file_is_locked_at_the_cost_that_owasp_asks_for(data_file: Path) -> None:
    relock(data_file, Keyring(), cipher.new_key(PASSPHRASE))
    assert cipher.read_head(data_file.read_bytes(), data_file).cost == (17, 8, 1)
    assert records(data_file) == []


def test_only_the_owner_may_read_a_locked_file(locked: TinyStore, data_file: Path) -> None:
    log(locked, "b")
    assert stat.S_IMODE(data_file.stat().st_mode) == 0o600


def test_a_file_can_begin_locked(data_file: Path) -> None:
    lock(data_file)
    store = locked_store(data_file)
    assert store.table_names() == frozenset()
    log(store, "a")
    assert records(data_file) == ["a"]
    assert SECRET not in everything(data_file.parent)


# --- the passphrase


def test_a_wrong_passphrase_is_one_sentence_and_leaves_the_file(locked: TinyStore, data_file: Path) -> None:
    before = data_file.read_bytes()
    store = locked_store(data_file, passphrase="correct horse batterie")
    with pytest.raises(WrongPassphrase) as caught:
        store.table("records")
    assert str(data_file) in str(caught.value)
    assert str(caught.value).count(".") == 1 + str(data_file).count(".")
    with pytest.raises(DataFileLocked):
        log(store, "b")
    assert data_file.read_bytes() == before


def test_without_a_passphrase_nothing_is_read_or_written(locked: TinyStore, data_file: Path) -> None:
    before = data_file.read_bytes()
    store = TinyStore(data_file)
    for work in (lambda: store.table("records"), lambda: log(store, "b"), store.undo, store.history):
        with pytest.raises(DataFileLocked):
            work()
    assert data_file.read_bytes() == before


def test_a_passphrase_typed_later_opens_the_store(locked: TinyStore, data_file: Path) -> None:
    store = TinyStore(data_file)
    with pytest.raises(DataFileLocked):
        store.table("records")
    with pytest.raises(WrongPassphrase):
        store.keys.unlock(data_file.read_bytes(), data_file, "not this one")
    store.keys.unlock(data_file.read_bytes(), data_file, PASSPHRASE)
    assert list(store.table("records")) == ["a"]


def test_the_passphrase_is_asked_for_once_and_the_key_derived_once(
    locked: TinyStore, data_file: Path, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []
    derived: list[str] = []
    derive = cipher._derive

    def ask(path: Path) -> str:
        asked.append(path)
        return PASSPHRASE

    def watched(passphrase: str, cost: cipher.Cost, salt: bytes) -> cipher.Key:
        derived.append(passphrase)
        return derive(passphrase, cost, salt)

    monkeypatch.setattr(cipher, "_derive", watched)
    store = TinyStore(data_file, clock=clock, keys=Keyring(ask))
    for number in range(3):
        clock.advance(days=1)
        log(store, f"{number}")
        log(locked, f"other {number}")
        store.refresh()
    plan_restore(store, copies(data_file)[0])
    assert (len(asked), len(derived)) == (1, 1 + 1)  # this store's, and that of the other one


def test_one_passphrase_however_the_keyboard_composes_it(data_file: Path) -> None:
    lock(data_file, "Ångström och café")
    assert records(data_file, "A\u030angstro\u0308m och cafe\u0301") == []


def test_what_a_key_is_does_not_show_in_its_words(locked: TinyStore) -> None:
    key = cipher.new_key(PASSPHRASE, CHEAP)
    assert key.secret.hex() not in repr(key)
    assert repr(key.secret) not in repr(key)


# --- set, change, remove


def with_backups(data_file: Path, clock: StillClock, days: int = 3) -> TinyStore:
    store = TinyStore(data_file, clock=clock)
    for day in range(days):
        log(store, f"day {day}")
        clock.advance(days=1)
    log(store, "last")
    return store


def test_locking_locks_the_backups_that_are_there(data_file: Path, clock: StillClock) -> None:
    with_backups(data_file, clock)
    damaged = data_file.with_name("goals.json.damaged-20260302T091500")
    damaged.write_bytes(b'{"half of Globex')
    done = relock(data_file, Keyring(), cipher.new_key(PASSPHRASE, CHEAP))
    assert (done.followed, done.left) == (4, ())
    assert SECRET not in everything(data_file.parent)
    assert list(plan_restore(locked_store(data_file), copies(data_file)[0]))


def test_after_removing_the_lock_everything_is_plain_json_again(data_file: Path, clock: StillClock) -> None:
    with_backups(data_file, clock)
    before = {path: path.read_bytes() for path in [data_file, *copies(data_file)]}
    ring = Keyring()
    lock(data_file, ring=ring)
    assert relock(data_file, ring, None).followed == 3
    assert {path: path.read_bytes() for path in [data_file, *copies(data_file)]} == before
    assert [json.loads(content) for content in before.values()]
    log(TinyStore(data_file, clock=clock), "plain")
    assert SECRET in data_file.read_bytes()


def test_a_changed_passphrase_opens_file_and_backups_and_the_old_one_nothing(
    data_file: Path, clock: StillClock
) -> None:
    with_backups(data_file, clock)
    lock(data_file)
    lock(data_file, "another passphrase", ring=keys())
    for path in [data_file, *copies(data_file)]:
        content = path.read_bytes()
        with pytest.raises(WrongPassphrase):
            Keyring().unlock(content, path, PASSPHRASE)
        assert keys("another passphrase").open(content, path)


def test_the_lock_of_a_file_that_cannot_be_opened_is_not_changed(data_file: Path, clock: StillClock) -> None:
    with_backups(data_file, clock)
    lock(data_file)
    before = everything(data_file.parent)
    for ring in (Keyring(), keys("guessed wrong")):
        with pytest.raises(DataFileLocked):
            relock(data_file, ring, None)
        with pytest.raises(DataFileLocked):
            relock(data_file, ring, cipher.new_key("of a stranger", CHEAP))
    assert everything(data_file.parent) == before


def test_a_damaged_file_is_not_locked(data_file: Path) -> None:
    data_file.write_bytes(b'{"meta":')
    with pytest.raises(DataFileDamaged):
        lock(data_file)
    assert data_file.read_bytes() == b'{"meta":'


def test_a_copy_with_another_passphrase_or_damage_stays_and_is_named(data_file: Path, clock: StillClock) -> None:
    with_backups(data_file, clock, days=2)
    foreign, broken = copies(data_file)
    other = cipher.new_key("of another year", CHEAP)
    foreign.write_bytes(other.seal(foreign.read_bytes()))
    ring = Keyring()
    broken.write_bytes(cipher.new_key("lost", CHEAP).seal(b"{}")[:-1])
    done = relock(data_file, ring, cipher.new_key(PASSPHRASE, CHEAP))
    assert set(done.left) == {foreign, broken}


@pytest.mark.parametrize("start_locked", [False, True])
def test_every_failing_call_of_a_change_of_the_lock_leaves_a_file_that_opens(
    data_file: Path, clock: StillClock, start_locked: bool
) -> None:
    """Whatever fails, the file opens with the old passphrase or the new, and so does every backup."""
    with_backups(data_file, clock, days=2)
    key = cipher.new_key(PASSPHRASE, CHEAP)
    if start_locked:
        relock(data_file, Keyring(), key)
    original = {path: path.read_bytes() for path in [data_file, *copies(data_file)]}
    for nth in count(1):
        for path, content in original.items():
            path.write_bytes(content)
        ring = Keyring()
        ring.add(key)
        new = cipher.new_key("the new passphrase", CHEAP)
        with failing(nth) as calls:
            try:
                relock(data_file, ring, new)
                changed = True
            except DataFileError:
                changed = False
        for path in original:
            assert ring.open(path.read_bytes(), path)
        assert list(TinyStore(data_file, keys=ring).table("records"))
        if changed and "replace" not in str(calls.failed):
            assert locked_on_disk(data_file)
        if calls.failed is None:
            assert changed
            return


def test_a_program_that_is_open_notices_a_lock_that_is_set_changed_and_removed(
    data_file: Path, clock: StillClock
) -> None:
    open_program = with_backups(data_file, clock, days=1)
    lock(data_file)
    with pytest.raises(DataFileLocked):
        open_program.refresh()
    with pytest.raises(DataFileLocked):
        log(open_program, "lost?")
    assert SECRET not in data_file.read_bytes()
    open_program.keys.unlock(data_file.read_bytes(), data_file, PASSPHRASE)
    log(open_program, "kept")
    ring = keys()
    lock(data_file, "another passphrase", ring=ring)
    with pytest.raises(DataFileLocked):
        open_program.refresh()
    relock(data_file, ring, None)
    open_program.refresh()
    log(open_program, "plain again")
    assert list(TinyStore(data_file).table("records")) == ["day 0", "last", "kept", "plain again"]


# --- damage: P6


def refused(data_file: Path, content: bytes) -> DataFileError:
    """Put this content in the file's place, see it refused by reader and writer, and return the error."""
    data_file.write_bytes(content)
    before = hashlib.sha256(content).digest()
    with pytest.raises(DataFileError) as caught:
        locked_store(data_file).table("records")
    with pytest.raises(DataFileError):
        log(locked_store(data_file), "b")
    assert hashlib.sha256(data_file.read_bytes()).digest() == before
    assert str(data_file) in caught.value.message
    return caught.value


def test_every_byte_is_guarded(locked: TinyStore, data_file: Path) -> None:
    content = data_file.read_bytes()
    for position in range(len(content)):
        for flip in (0x01, 0x80, 0xFF):
            changed = bytearray(content)
            changed[position] ^= flip
            assert type(refused(data_file, bytes(changed))) is DataFileDamaged


def test_a_locked_file_cut_off_at_any_byte_is_refused(locked: TinyStore, data_file: Path) -> None:
    content = data_file.read_bytes()
    for length in range(len(content)):
        assert type(refused(data_file, content[:length])) is DataFileDamaged


@pytest.mark.parametrize("extra", [b"\n", b"\0", b"{}"])
def test_something_behind_a_locked_file_is_refused(locked: TinyStore, data_file: Path, extra: bytes) -> None:
    refused(data_file, data_file.read_bytes() + extra)


def with_head(content: bytes, change: Callable[[bytearray], None]) -> bytes:
    """Return a locked content whose head was changed by somebody who knows how to."""
    head = bytearray(content[: cipher.HEAD_SIZE - 4])
    change(head)
    return bytes(head) + zlib.crc32(head).to_bytes(4, "big") + content[cipher.HEAD_SIZE :]


FORMAT, KIND, LOG_N, R, P = range(15, 20)


@pytest.mark.parametrize(
    ("place", "value", "error"),
    [
        pytest.param(FORMAT, 2, DataFileNewer, id="a later format"),
        pytest.param(KIND, 2, DataFileNewer, id="another derivation"),
        pytest.param(LOG_N, 40, DataFileDamaged, id="a derivation that takes all memory"),
        pytest.param(LOG_N, 0, DataFileDamaged, id="no derivation at all"),
        pytest.param(R, 0, DataFileDamaged, id="r 0"),
        pytest.param(R, 255, DataFileDamaged, id="r beyond reason"),
        pytest.param(P, 255, DataFileDamaged, id="p beyond reason"),
        pytest.param(LOG_N, 5, WrongPassphrase, id="another cost"),
        pytest.param(20, 0, WrongPassphrase, id="another salt"),
        pytest.param(55, 0, DataFileDamaged, id="another nonce"),
    ],
)
def test_a_head_that_somebody_made_up_is_refused(
    locked: TinyStore, data_file: Path, place: int, value: int, error: type[DataFileError]
) -> None:
    def change(head: bytearray) -> None:
        head[place] = value if value != head[place] else value + 1

    assert type(refused(data_file, with_head(data_file.read_bytes(), change))) is error


def test_the_head_is_authenticated_with_the_content(locked: TinyStore, data_file: Path) -> None:
    """A content moved under another head of the same key is refused."""
    one = data_file.read_bytes()
    log(locked, "b")
    two = data_file.read_bytes()
    refused(data_file, two[: cipher.HEAD_SIZE] + one[cipher.HEAD_SIZE :])


def test_the_error_names_the_newest_locked_backup_that_can_be_read(
    locked: TinyStore, data_file: Path, clock: StillClock
) -> None:
    clock.advance(days=1)
    log(locked, "b")
    content = bytearray(data_file.read_bytes())
    content[-1] ^= 1
    assert "goals-2026-03-03.json" in refused(data_file, bytes(content)).repair


def test_a_damaged_locked_file_is_replaced_by_a_locked_backup(
    locked: TinyStore, data_file: Path, clock: StillClock
) -> None:
    clock.advance(days=1)
    log(locked, "b")
    data_file.write_bytes(data_file.read_bytes()[:-1])
    kept = replace_damaged(data_file, copies(data_file)[0], clock(), keys())
    assert records(data_file) == ["a"]
    assert SECRET not in everything(data_file.parent)
    assert kept
    assert kept.exists()


def test_a_restore_from_a_locked_backup_leaves_the_file_locked(
    locked: TinyStore, data_file: Path, clock: StillClock
) -> None:
    clock.advance(days=1)
    log(locked, "b")
    assert len(restore(locked, copies(data_file)[0], "yesterday")) == 1
    assert records(data_file) == ["a"]
    locked.undo()
    assert records(data_file) == ["a", "b"]
    assert SECRET not in everything(data_file.parent)


# --- failing calls, kills, processes, reading: P3, P1, P5, P12


def survive_failing_calls(locked: TinyStore, data_file: Path, clock: StillClock, short: bool) -> Tally:
    """Save while each call fails in turn: saved or not, it is said, and never a plain byte is on the disk."""
    refused = 0
    for nth in count(1):
        before, shown = data_file.read_bytes(), dict(locked.table("records"))
        clock.advance(days=1)
        saved = True
        with failing(nth, short=short) as calls:
            try:
                log(locked, "b", note=f"call {nth} at Globex")
            except DataFileError:
                saved = False
                refused += 1
        if saved:
            assert locked.table("records")["b"] == {"note": f"call {nth} at Globex"}
        else:
            assert data_file.read_bytes() == before
            assert dict(locked.table("records")) == shown
        assert dict(locked_store(data_file).table("records")) == dict(locked.table("records"))
        assert SECRET not in everything(data_file.parent)
        if calls.failed is None:
            return Tally(nth - 1, nth - 1 - refused, refused)
    raise AssertionError("no call was watched")


@pytest.mark.parametrize("short", [False, True])
def test_every_failing_call_of_a_locked_save_is_survived(
    locked: TinyStore, data_file: Path, clock: StillClock, short: bool
) -> None:
    assert survive_failing_calls(locked, data_file, clock, short).refused


def test_a_full_disk_while_locking_leaves_the_plain_file(data_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log(TinyStore(data_file), "a")
    before = data_file.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _full)
        with pytest.raises(SaveFailed, match="the disk is full"):
            lock(data_file)
    assert data_file.read_bytes() == before
    assert [path.name for path in data_file.parent.glob(".*")] == []


def _full(_handle: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


WRITER = """
import sys
from aegoals.store import TinyStore
from aegoals.store.keyring import Keyring
store = TinyStore(sys.argv[1], keys=Keyring(lambda path: sys.argv[2]))
for number in range(int(sys.argv[4])):
    with store.transaction("log", str(number)) as action:
        action.put("records", f"{sys.argv[3]} {number}", {"note": "Globex"})
        count = (action.get("totals", "all") or {"count": 0})["count"]
        action.put("totals", "all", {"count": count + 1})
    print(number, flush=True)
"""


@pytest.mark.parametrize(("writers", "saves"), [(2, 30), (8, 5)])
def test_processes_with_one_passphrase_lose_nothing(data_file: Path, writers: int, saves: int) -> None:
    lock(data_file)
    started = [start(WRITER, data_file, PASSPHRASE, name, saves) for name in range(writers)]
    for writer in started:
        writer.communicate(timeout=600)
        assert writer.returncode == 0
    store = locked_store(data_file)
    wanted = {f"{name} {number}" for name in range(writers) for number in range(saves)}
    assert set(store.table("records")) == wanted
    assert store.table("totals")["all"] == {"count": writers * saves}
    assert SECRET not in everything(data_file.parent)


def survive_kills(data_file: Path, kills: int) -> Tally:
    """Kill a worker on a locked file again and again; every save that it acknowledged is there each time."""
    lock(data_file)
    acknowledged: set[str] = set()
    for kill in range(kills):
        worker = start(WRITER, data_file, PASSPHRASE, kill, 10**6)
        assert worker.stdout
        heard = [worker.stdout.readline() for _ in range(kill % 7 + 1)]
        worker.kill()
        heard += worker.communicate()[0].splitlines()
        acknowledged |= {f"{kill} {int(number)}" for number in heard}
        assert acknowledged <= set(locked_store(data_file).table("records"))
    log(locked_store(data_file), "after all kills")
    assert not list(data_file.parent.glob(".*.tmp"))
    assert SECRET not in everything(data_file.parent)
    return Tally(kills, len(acknowledged) + 1)


def test_three_kills_lose_nothing_of_a_locked_file(data_file: Path) -> None:
    survive_kills(data_file, 3)


@pytest.mark.long
def test_a_hundred_kills_lose_nothing_of_a_locked_file(data_file: Path) -> None:
    survive_kills(data_file, int(os.environ.get("AEGOALS_KILLS", "100")))


def test_reading_a_locked_file_never_writes(locked: TinyStore, data_file: Path, clock: StillClock) -> None:
    clock.advance(days=1)
    log(locked, "b")

    def state() -> dict[str, tuple[int, int, int]]:
        paths = [data_file.parent, *data_file.parent.rglob("*")]
        return {str(path): (path.stat().st_mtime_ns, path.stat().st_ctime_ns, path.stat().st_ino) for path in paths}

    before = state()
    reader = locked_store(data_file)
    assert len(reader.table("records")) == len(reader.history()) == 2
    assert reader.files()
    reader.refresh()
    with pytest.raises(DataFileLocked):
        TinyStore(data_file).table("records")
    assert state() == before


def test_a_plain_file_imports_nothing_of_the_cipher(data_file: Path) -> None:
    program = """
import sys
from aegoals.store import TinyStore
with TinyStore(sys.argv[1]).transaction("log", "a") as action:
    action.put("records", "a", {})
TinyStore(sys.argv[1]).table("records")
print(sorted(name for name in sys.modules if "cipher" in name or name.split(".")[0] in {"cryptography", "cffi"}))
"""
    assert output_of(program, data_file) == "[]\n"
