"""P3: a failed save changes nothing and says so, whichever call of the system fails."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import textwrap
from itertools import count
from pathlib import Path

import pytest

from aegoals.errors import DataFileError, SaveFailed
from aegoals.store.long_table import Settling
from aegoals.store.tiny_store import TinyStore
from tests.store.faults import failing
from tests.store.processes import output_of
from tests.store.settling import RULES, fill, has_settled
from tests.store.still_clock import StillClock
from tests.store.tally import Tally

FAULTS = [
    pytest.param(errno.ENOSPC, False, id="disk full"),
    pytest.param(errno.EIO, False, id="disk broken"),
    pytest.param(errno.ENOSPC, True, id="short write, then disk full"),
]


def contents(store: TinyStore) -> dict[str, object]:
    return {name: dict(store.table(name)) for name in sorted(store.table_names())}


def survive_failing_calls(data_file: Path, clock: StillClock, code: int, short: bool, settling: Settling) -> Tally:
    """Save while each call fails in turn, the backup included: saved and said so, or not saved and said so."""
    refused = 0
    store = TinyStore(data_file, clock=clock, settling=settling)
    fill(store, 20)
    records = dict(store.table("records"))
    for nth in count(1):
        before, shown = data_file.read_bytes(), contents(store)
        clock.advance(days=1)  # each save is the first of its day: it makes a backup too
        saved = True
        with failing(nth, code, short=short) as calls:
            try:
                with store.transaction("log", f"call {nth}") as action:
                    for key in ("old 3", f"new {nth}"):
                        action.put("records", key, {"quantity": str(nth)})
            except DataFileError as error:
                saved = False
                words = error.message
        refused += not saved
        if saved:
            records |= {key: {"quantity": str(nth)} for key in ("old 3", f"new {nth}")}
            assert contents(store)["records"] == records
        else:
            assert str(data_file) in words
            assert data_file.read_bytes() == before
            assert contents(store) == shown
        assert contents(TinyStore(data_file)) == contents(store)
        assert has_settled(data_file) == bool(settling.table)
        if calls.failed is None:
            return Tally(nth - 1, nth - 1 - refused, refused)
    raise AssertionError("no call was watched")


@pytest.mark.parametrize("settling", RULES.values(), ids=RULES)
@pytest.mark.parametrize(("code", "short"), FAULTS)
def test_every_failing_call_of_a_save_is_survived(
    data_file: Path, clock: StillClock, code: int, short: bool, settling: Settling
) -> None:
    assert survive_failing_calls(data_file, clock, code, short, settling).refused


def survive_failing_first_calls(tmp_path: Path, code: int, short: bool) -> Tally:
    """Begin a file while each call fails in turn: the file is there whole, or not at all."""
    refused = 0
    for nth in count(1):
        store = TinyStore(tmp_path / str(nth) / "deep" / "goals.json")
        with failing(nth, code, short=short) as calls:
            try:
                with store.transaction("log", "first") as action:
                    action.put("records", "a", {})
                saved = True
            except DataFileError:
                saved = False
        assert (tmp_path / str(nth) / "deep" / "goals.json").exists() == saved
        assert dict(store.table("records")) == ({"a": {}} if saved else {})
        refused += not saved
        if calls.failed is None:
            return Tally(nth - 1, nth - 1 - refused, refused)
    raise AssertionError("no call was watched")


@pytest.mark.parametrize(("code", "short"), FAULTS)
def test_every_failing_call_of_the_first_save_leaves_no_file(tmp_path: Path, code: int, short: bool) -> None:
    assert survive_failing_first_calls(tmp_path, code, short).refused


def test_the_next_save_works_and_sweeps_what_a_failed_one_left(store: TinyStore, data_file: Path) -> None:
    with store.transaction("log", "first") as action:
        action.put("records", "a", {})
    leftover = data_file.with_name(".goals.json.0123456789abcdef.tmp")
    leftover.write_text("half of")
    foreign = data_file.with_name(".goals.json.swp")
    foreign.write_text("an editor's")
    with store.transaction("log", "second") as action:
        action.put("records", "b", {})
    assert not leftover.exists()
    assert foreign.exists()


def test_a_write_that_takes_only_a_few_bytes_at_a_time_still_saves_all(
    store: TinyStore, data_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda handle, content: write(handle, content[:7]))
        with store.transaction("log", "first") as action:
            action.put("records", "a", {"note": "x" * 100})
    assert dict(TinyStore(data_file).table("records")) == {"a": {"note": "x" * 100}}


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "you have no permission"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EFBIG, "larger than the system allows"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_the_error_says_why_in_plain_words(
    store: TinyStore, data_file: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(SaveFailed, match=words) as caught, store.transaction("log", "first") as action:
        action.put("records", "a", {})
    assert str(data_file) in caught.value.message
    assert caught.value.repair
    assert not data_file.exists()


def test_a_folder_that_cannot_be_flushed_is_a_warning_and_the_save_has_happened(
    store: TinyStore, data_file: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    fsync = os.fsync

    def refuse_folders(handle: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{handle}"):
            raise OSError(errno.EIO, "Input/output error")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    with store.transaction("log", "first") as action:
        action.put("records", "a", {})
    assert dict(TinyStore(data_file).table("records")) == {"a": {}}
    assert "could not be flushed" in caplog.text


def test_a_limit_on_the_size_of_files_is_a_refused_save(data_file: Path) -> None:
    """A real limit of the kernel, in a process of its own."""
    program = """
        import resource, signal, sys
        from aegoals.errors import SaveFailed
        from aegoals.store import TinyStore
        store = TinyStore(sys.argv[1])
        with store.transaction("log", "small") as action:
            action.put("records", "a", {"note": "x"})
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
        try:
            with store.transaction("log", "large") as action:
                action.put("records", "b", {"note": "x" * 10_000})
        except SaveFailed as error:
            print(error.message)
        print(sorted(store.table("records")))
    """
    output = output_of(textwrap.dedent(program), data_file)
    assert "larger than the system allows" in output
    assert "['a']" in output
    assert list(TinyStore(data_file).table("records")) == ["a"]
    assert not list(data_file.parent.glob(".*.tmp"))


CAN_MOUNT = sys.platform == "linux" and os.geteuid() == 0


def survive_a_full_disk(folder: Path, kibibytes: int = 64) -> Tally | None:
    """Save on a tiny disk until it is full, then make room and go on; None where nothing can be mounted."""
    disk = folder / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kibibytes}k", "none", str(disk)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        return None
    try:
        store, ballast = TinyStore(disk / "goals.json"), disk / "ballast"
        ballast.write_bytes(b"x" * 8192)
        saved = _until_full(store)
        assert saved > 5
        assert len(store.table("records")) == len(TinyStore(disk / "goals.json").table("records")) == saved
        ballast.unlink()
        with store.transaction("log", "there is room again") as action:
            action.put("records", str(saved), {})
        assert len(TinyStore(disk / "goals.json").table("records")) == saved + 1
    finally:
        subprocess.run(["umount", disk], check=True)
    return Tally(1, saved + 1, 1)


def _until_full(store: TinyStore) -> int:
    for number in count():
        try:
            with store.transaction("log", "more") as action:
                action.put("records", str(number), {"note": "x" * 1000})
        except SaveFailed as error:
            words = error.message
            break
    assert "the disk is full" in words
    return number


@pytest.mark.skipif(not CAN_MOUNT, reason="only root may mount")
def test_a_really_full_disk_keeps_what_was_saved(tmp_path: Path) -> None:
    if survive_a_full_disk(tmp_path) is None:
        pytest.skip("this machine does not let us mount")


def test_an_exception_in_the_block_writes_nothing_and_changes_nothing(store: TinyStore, data_file: Path) -> None:
    with store.transaction("log", "first") as action:
        action.put("records", "a", {"quantity": "1"})
    before = data_file.read_bytes()
    with pytest.raises(KeyboardInterrupt), store.transaction("log", "second") as action:  # noqa: PT012
        action.put("records", "a", {"quantity": "2"})
        action.remove("records", "a")
        raise KeyboardInterrupt
    assert data_file.read_bytes() == before
    assert dict(store.table("records")) == {"a": {"quantity": "1"}}
    assert len(store.history()) == 1
