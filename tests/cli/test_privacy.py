"""P9: nothing leaves the machine; ``aegoals privacy`` says what is kept on it."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from aegoals.cli.root import root
from aegoals.services.privacy import NETWORK_MODULES
from tests.cli.shell import ROOT, TODAY, Shell
from tests.store.locked import lock

# Runs command lines in one process that refuses every socket, and says which modules are loaded at the end.
REFUSING = """
import json, sys
from pathlib import Path

def refuse(event, arguments):
    if event.startswith("socket."):
        print(f"refused: {event}", file=sys.stderr)
        raise PermissionError(event)

sys.addaudithook(refuse)
from aegoals.cli.main import main
codes = [main(["--data", sys.argv[1], "--today", sys.argv[2], *words]) for words in json.loads(sys.argv[3])]
print(json.dumps([codes, sorted(sys.modules)]), file=sys.stderr)
"""
USED = [
    *(["log", "3 calls, demo @Globex, won 5000 USD @Acme"], ["today"], ["status"], ["status", "--json"]),
    *(["goal", "list"], ["undo"], ["redo"], ["history"], ["where"], ["privacy"], ["privacy", "--json"]),
    *(["demo", "--csv", "deals.csv"], ["import", "deals.csv", "--owner", "Dana Whitlock"], ["completion", "bash"]),
]


def run_refused(tmp_path: Path, lines: list[list[str]]) -> tuple[list[int], set[str]]:
    done = subprocess.run(
        [sys.executable, "-c", REFUSING, str(tmp_path / "a.json"), TODAY, json.dumps(lines)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"},
        check=True,
        timeout=120,
    )
    assert "refused" not in done.stderr
    codes, modules = json.loads(done.stderr.splitlines()[-1])
    return codes, set(modules)


def test_every_command_works_where_sockets_are_refused(tmp_path: Path) -> None:
    helped = [[name, "--help"] for name in root.entries]
    codes, modules = run_refused(tmp_path, [*USED, *helped])
    assert codes == [0] * (len(USED) + len(helped))
    assert not set(NETWORK_MODULES) & modules


def test_files_are_named_with_size_rights_and_lock(shell: Shell) -> None:
    shell.ok("log", "3 calls @Globex")
    found = {one["role"]: one for one in shell.json("privacy")["files"]}
    assert found["data"] == {
        "role": "data",
        "path": str(shell.data),
        "size": shell.data.stat().st_size,
        "mode": "0600",
        "private": True,
        "locked": False,
    }
    lock(shell.data)
    shell.data.chmod(0o644)
    data = shell.json("privacy")["files"][0]
    assert (data["locked"], data["private"], data["mode"]) == (True, False, "0644")
    out = shell.ok("privacy")
    assert "others may read it" in out
    assert "locked" in out
    assert "Globex" not in out


def test_asking_opens_and_makes_nothing(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    shell.ok("privacy")
    assert list(tmp_path.iterdir()) == []


def test_the_whole_test_run_is_refused_every_network() -> None:
    with socket.socket() as outward, pytest.raises(PermissionError, match=r"socket\.connect"):
        outward.connect(("127.0.0.1", 9))
    with pytest.raises(PermissionError, match=r"socket\.getaddrinfo"):
        socket.getaddrinfo("example.org", 443)
