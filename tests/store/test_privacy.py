"""P8 and P12: only its owner reads what is kept, and reading never writes."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from aegoals.errors import SaveFailed
from aegoals.store.tiny_store import TinyStore
from tests.store.processes import output_of
from tests.store.still_clock import StillClock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions in another way")


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def log(store: TinyStore, key: str) -> None:
    with store.transaction("log", key) as action:
        action.put("records", key, {})


def modes(folder: Path) -> dict[str, int]:
    return {str(path.relative_to(folder)): stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*")}


@pytest.mark.parametrize("mask", [0, 0o022])
@pytest.mark.parametrize("links", [True, False])
def test_only_the_owner_may_read_what_is_kept(
    tmp_path: Path, clock: StillClock, monkeypatch: pytest.MonkeyPatch, mask: int, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", _refuse)
    seen: dict[str, int] = {}
    replace = os.replace

    def look(source: Path, target: Path) -> None:
        seen[Path(source).suffix] = stat.S_IMODE(os.stat(source).st_mode)
        replace(source, target)

    monkeypatch.setattr(os, "replace", look)
    with umask(mask):
        store = TinyStore(tmp_path / "new" / "goals.json", clock=clock)
        log(store, "a")
        clock.advance(days=1)
        log(store, "b")
    assert modes(tmp_path) == {
        "new": 0o700,
        "new/goals.json": 0o600,
        "new/goals.json.lock": 0o600,
        "new/backups": 0o700,
        "new/backups/goals-2026-03-03.json": 0o600,
    }
    assert seen == {".tmp": 0o600}


def _refuse(*_: object) -> None:
    raise OSError(1, "Operation not permitted")


def test_a_file_that_others_could_read_is_the_owners_after_the_next_save(store: TinyStore, data_file: Path) -> None:
    log(store, "a")
    data_file.chmod(0o644)
    log(store, "b")
    assert stat.S_IMODE(data_file.stat().st_mode) == 0o600


def test_a_symlinked_data_file_stays_a_symlink_and_shares_one_lock(tmp_path: Path) -> None:
    real, link = tmp_path / "synced" / "goals.json", tmp_path / "home" / "link.json"
    real.parent.mkdir()
    link.parent.mkdir()
    link.symlink_to(real)
    one, two = TinyStore(link), TinyStore(real)
    log(one, "a")
    log(two, "b")
    log(one, "c")
    assert link.is_symlink()
    assert list(TinyStore(real).table("records")) == ["a", "b", "c"]
    assert os.listdir(link.parent) == ["link.json"]
    assert sorted(os.listdir(real.parent)) == ["backups", "goals.json", "goals.json.lock"]


def test_a_lock_that_is_a_symlink_is_not_followed(store: TinyStore, data_file: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    data_file.with_name("goals.json.lock").symlink_to(victim)
    with pytest.raises(SaveFailed):
        log(store, "a")
    assert victim.read_text() == "precious"
    assert not data_file.exists()


def test_reading_never_writes(store: TinyStore, data_file: Path, clock: StillClock) -> None:
    log(store, "a")
    clock.advance(days=1)
    log(store, "b")
    data_file.with_name(".goals.json.0123456789abcdef.tmp").write_text("of a killed save")

    def state() -> dict[str, tuple[int, int, int, bytes]]:
        found = {}
        for path in [data_file.parent, *data_file.parent.rglob("*")]:
            now = path.stat()
            content = path.read_bytes() if path.is_file() else b""
            found[str(path)] = (now.st_mtime_ns, now.st_ctime_ns, now.st_ino, content)
        return found

    before = state()
    clock.advance(days=30)
    reader = TinyStore(data_file, clock=clock)
    assert len(reader.table("records")) == 2
    assert len(reader.history()) == 2
    assert reader.files()
    reader.refresh()
    reader.close()
    assert state() == before


def test_reading_a_missing_file_makes_no_folder(tmp_path: Path) -> None:
    store = TinyStore(tmp_path / "none" / "goals.json")
    assert store.table("records") == {}
    assert store.history() == []
    assert store.files()
    assert store.refresh() is False
    assert os.listdir(tmp_path) == []


def test_a_file_in_a_folder_that_cannot_be_written_can_be_read(
    store: TinyStore, data_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log(store, "a")
    real_open = os.open

    def read_only(path: str, flags: int, mode: int = 0o777) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise PermissionError(13, "Permission denied")
        return real_open(path, flags, mode)

    monkeypatch.setattr(os, "open", read_only)
    reader = TinyStore(data_file)
    assert list(reader.table("records")) == ["a"]
    with pytest.raises(SaveFailed, match="no permission"):
        log(reader, "b")
    assert list(reader.table("records")) == ["a"]


def test_the_store_loads_no_library_that_a_save_does_not_need(data_file: Path) -> None:
    program = """
import sys
import aegoals.store
assert not {"tinydb", "orjson"} & sys.modules.keys()
with aegoals.store.TinyStore(sys.argv[1]).transaction("log", "a") as action:
    action.put("records", aegoals.store.new_id(), {})
heavy = {"filelock", "pydantic", "textual", "rich", "logging", "asyncio", "socket"}
print(sorted(heavy & sys.modules.keys()))
"""
    assert output_of(program, data_file) == "[]\n"
