"""``aegoals contest``."""

from __future__ import annotations

from tests.cli.shell import Shell


def test_a_contest_is_set_won_and_listed(shell: Shell) -> None:
    assert "8 calls today: 0 of 8 so far" in shell.ok("contest", "8 calls today")
    shell.ok("log", "8 calls")
    (one,) = shell.json("contest")
    assert (one["state"], one["done"], one["target"]) == ("won", 8, 8)
    assert "won" in shell.ok("contest")
    shell.ok("contest", "--delete", "8 calls today")
    assert "No contest yet" in shell.ok("contest")


def test_a_line_without_a_figure_is_refused(shell: Shell) -> None:
    result = shell("contest", "today")
    assert result.code == 3
    assert "8 calls today" in result.err
