"""``aegoals where``."""

from __future__ import annotations

from tests.cli.shell import Shell


def test_files_are_shown_before_they_exist(shell: Shell) -> None:
    assert f"not there yet  {shell.data}" in shell.ok("where")
    assert shell.json("where")[0] == {"role": "data", "path": str(shell.data), "size": None}
    assert list(shell.data.parent.iterdir()) == []


def test_files_are_shown_with_their_sizes(shell: Shell) -> None:
    shell.ok("log", "3 calls")
    data = shell.json("where")[0]
    assert data == {"role": "data", "path": str(shell.data), "size": shell.data.stat().st_size}
    assert f"{data['size']} bytes" in shell.ok("where")
