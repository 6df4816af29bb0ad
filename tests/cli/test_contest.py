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


def test_what_is_in_the_log_already_is_no_contest(shell: Shell) -> None:
    shell.ok("log", "8 calls")
    result = shell("contest", "8 calls today")
    assert result.code == 3
    assert "“8 calls today”: that much is in the log already. Aim for more than that." in result.err
    assert shell.ok("contest", "9 calls today") == "9 calls today: 8 of 9 so far, until the end of today.\n"


def test_a_line_that_is_not_understood_is_told_how_a_contest_is_written(shell: Shell) -> None:
    for line in ("x", "80 blah today"):
        result = shell("contest", line)
        assert result.code == 3
        assert "Write one figure, such as: 8 calls today." in result.err


def test_a_line_without_a_figure_is_refused(shell: Shell) -> None:
    result = shell("contest", "today")
    assert result.code == 3
    assert "8 calls today" in result.err
