"""``aegoals doctor``."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from aegoals.store.tiny_store import TinyStore
from tests.cli.shell import Shell


def _findings(shell: Shell, *options: str) -> dict[str, Any]:
    result = shell("doctor", "--json", *options)
    found: dict[str, Any] = json.loads(result.out)
    assert result.code == (0 if found["well"] else 4)
    return found


def _codes(shell: Shell, *options: str) -> list[str]:
    return [one["code"] for one in _findings(shell, *options)["findings"]]


def _put(shell: Shell, table: str, key: str, document: dict[str, Any]) -> None:
    with TinyStore(shell.data).transaction("hand", "by hand") as action:
        action.put(table, key, document)


def _edit_by_hand(shell: Shell, change: Callable[[Any], None]) -> None:
    tables = orjson.loads(shell.data.read_bytes())
    change(tables)
    shell.data.write_bytes(orjson.dumps(tables))


def test_a_new_ae_is_well(shell: Shell) -> None:
    assert shell.ok("doctor") == "All is well.\n"
    assert list(shell.data.parent.iterdir()) == []


def test_a_file_in_use_is_well(shell: Shell) -> None:
    shell.add_goal()
    shell.ok("log", "3 calls")
    shell.ok("log", "4 calls")
    shell.ok("undo")
    shell.ok("backup")
    assert _findings(shell) == {"well": True, "repaired": [], "findings": []}


def test_a_damaged_file_is_named_with_the_way_out(shell: Shell) -> None:
    shell.ok("log", "3 calls")
    shell.data.write_bytes(b"{")
    result = shell("doctor", "--repair")
    assert result.code == 4
    assert "damaged" in result.out
    assert "aegoals restore" in result.out
    assert shell.data.read_bytes() == b"{"


def test_a_newer_file_is_named(shell: Shell) -> None:
    shell.ok("log", "3 calls")
    _edit_by_hand(shell, lambda tables: tables["meta"]["file"].update(schema=99))
    assert _codes(shell) == ["newer"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions in another way")
def test_files_that_others_can_read_are_made_private(shell: Shell) -> None:
    shell.ok("log", "3 calls")
    shell.ok("backup")
    folder = shell.data.parent / "backups"
    paths = [shell.data, shell.data.with_name("aegoals.json.lock"), folder, *folder.iterdir()]
    for path in paths:
        path.chmod(0o755)
    assert _codes(shell) == ["permissions"] * 4
    assert {path.stat().st_mode & 0o777 for path in paths} == {0o755}
    repaired = _findings(shell, "--repair")
    assert repaired["well"]
    assert len(repaired["repaired"]) == 4
    assert {path.stat().st_mode & 0o777 for path in paths} == {0o600, 0o700}


def test_check_ins_of_a_goal_that_is_gone_are_removed_and_come_back(shell: Shell) -> None:
    _put(shell, "records", "lost", {"id": "lost", "date": "2026-03-02", "kind": "checkin", "goal": "gone"})
    assert _codes(shell) == ["check_in"]
    assert "Removed: 1." in shell.ok("doctor", "--repair")
    assert "lost" not in TinyStore(shell.data).table("records")
    assert "repair" in shell.ok("undo")
    assert "lost" in TinyStore(shell.data).table("records")


def test_a_draft_and_a_training_let_go_of_what_is_gone(shell: Shell) -> None:
    _put(shell, "drafts", "d", {"id": "d", "title": "More revenue", "goal": "gone"})
    training = {"id": "t", "title": "Course", "hours_planned": "1", "hours_done": "0", "skill": "gone"}
    _put(shell, "trainings", "t", training)
    assert _codes(shell) == ["draft", "training"]
    assert _findings(shell, "--repair")["well"]
    store = TinyStore(shell.data)
    assert store.table("drafts")["d"] == {"id": "d", "title": "More revenue"}
    assert "skill" not in store.table("trainings")["t"]
    shell.ok("undo", "2")
    assert TinyStore(shell.data).table("drafts")["d"]["goal"] == "gone"


def test_a_record_that_cannot_be_read_is_named_and_kept(shell: Shell) -> None:
    broken = {"id": "bad", "date": "2026-03-02", "kind": "call", "quantity": "many"}
    _put(shell, "records", "bad", broken)
    (found,) = _findings(shell, "--repair")["findings"]
    assert (found["code"], found["can_be_repaired"]) == ("document", False)
    assert "“many” is not a number" in found["message"]
    assert TinyStore(shell.data).table("records")["bad"] == broken


def test_a_change_without_an_entry_is_named(shell: Shell) -> None:
    shell.ok("log", "3 calls")
    _edit_by_hand(shell, lambda tables: next(iter(tables["records"].values())).update(note="by hand"))
    (found,) = _findings(shell)["findings"]
    assert found["code"] == "history"
    assert "3 calls" in found["message"]


@pytest.mark.parametrize("entry", [{}, {"at": "", "verb": "", "title": "", "changes": {"records": {"x": ["?"]}}}])
def test_a_damaged_entry_of_the_history_is_named(shell: Shell, entry: dict[str, Any]) -> None:
    shell.ok("log", "3 calls")
    _edit_by_hand(shell, lambda tables: tables["history"].update(bad=entry))
    assert _codes(shell) == ["history"]


def test_a_backup_that_cannot_be_read_is_named_and_kept(shell: Shell) -> None:
    shell.ok("log", "3 calls")
    place = Path(shell.ok("backup").split(": ", 1)[1].strip())
    place.write_bytes(b"{")
    assert _codes(shell, "--repair") == ["backup"]
    assert place.read_bytes() == b"{"


def test_leftovers_are_swept(shell: Shell) -> None:
    shell.ok("log", "3 calls")
    shell.ok("backup")
    left = [shell.data.with_name(".aegoals.json.0123.tmp"), shell.data.parent / "backups" / ".aegoals-x.json.tmp"]
    for path in left:
        path.write_bytes(b"half")
    assert _codes(shell) == ["leftover"]
    assert all(path.exists() for path in left)
    assert "Temporary files removed: 2." in shell.ok("doctor", "--repair")
    assert not any(path.exists() for path in left)


def test_a_sync_copy_is_named_with_the_command_that_merges_it(shell: Shell) -> None:
    shell.ok("log", "3 calls")
    copy = shell.data.with_name("aegoals.sync-conflict-20260302-101500-ABCDEFG.json")
    copy.write_bytes(shell.data.read_bytes())
    result = shell("doctor")
    assert result.code == 4
    assert str(copy) in result.out
    assert "aegoals merge" in result.out


def test_looking_changes_nothing(shell: Shell) -> None:
    shell.ok("log", "3 calls")
    _put(shell, "records", "lost", {"id": "lost", "date": "2026-03-02", "kind": "checkin", "goal": "gone"})
    before = {path: (path.stat().st_mtime_ns, path.stat().st_ctime_ns) for path in shell.data.parent.rglob("*")}
    _codes(shell)
    after = {path: (path.stat().st_mtime_ns, path.stat().st_ctime_ns) for path in shell.data.parent.rglob("*")}
    assert before == after
