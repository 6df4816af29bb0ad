"""P2: a save survives a power cut because of the order in which the system is called."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from aegoals.store.tiny_store import TinyStore
from tests.store.still_clock import StillClock


class Journal:
    """What the store asked the system to do, with the kind of file in the place of its name."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.lines: list[str] = []
        for name in ("write", "fsync", "replace", "link", "mkdir"):
            monkeypatch.setattr(os, name, self._watched(name, getattr(os, name)))

    def _watched(self, name: str, real: Any) -> Any:
        def call(target: Any, *rest: Any, **named: Any) -> Any:
            path = os.readlink(f"/proc/self/fd/{target}") if isinstance(target, int) else os.fspath(target)
            self.lines.append(f"{name} {_kind(path)}")
            return real(target, *rest, **named)

        return call


def _kind(path: str) -> str:
    if path.endswith(".tmp"):
        return "temporary"
    if path.endswith(".lock"):
        return "lock"
    return "folder" if os.path.isdir(path) else "file"


def test_a_save_flushes_the_new_file_before_it_replaces_and_the_folder_after(
    store: TinyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.transaction("log", "first") as action:
        action.put("records", "a", {})
    with store.transaction("log", "the backup of the day") as action:
        action.put("records", "b", {})
    journal = Journal(monkeypatch)
    with store.transaction("log", "second") as action:
        action.put("records", "c", {})
    assert journal.lines == [
        "write lock",
        "write temporary",
        "fsync temporary",
        "replace temporary",
        "fsync folder",
    ]


def test_undo_and_redo_are_saved_in_the_same_order(store: TinyStore, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.transaction("log", "first") as action:
        action.put("records", "a", {})
    journal = Journal(monkeypatch)
    store.undo()
    store.redo()
    saves = [line for line in journal.lines if line.endswith("temporary")]
    assert saves == ["write temporary", "fsync temporary", "replace temporary"] * 2


def test_a_new_folder_is_flushed_before_the_file_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = TinyStore(tmp_path / "new" / "goals.json")
    journal = Journal(monkeypatch)
    with store.transaction("log", "first") as action:
        action.put("records", "a", {})
    assert journal.lines[:2] == ["mkdir file", "fsync folder"]
    assert journal.lines[-1] == "fsync folder"


def test_the_backup_of_the_day_is_flushed_before_the_old_file_goes(
    store: TinyStore, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.transaction("log", "first") as action:
        action.put("records", "a", {})
    clock.advance(days=1)
    journal = Journal(monkeypatch)
    with store.transaction("log", "second") as action:
        action.put("records", "b", {})
    assert journal.lines[-5:] == [
        "mkdir file",
        "link file",
        "fsync folder",
        "replace temporary",
        "fsync folder",
    ]


def test_a_failed_fsync_is_not_tried_again(store: TinyStore, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def refuse(handle: int) -> None:
        asked.append(handle)
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(Exception, match="Input/output"), store.transaction("log", "first") as action:
        action.put("records", "a", {})
    assert len(asked) == 1
