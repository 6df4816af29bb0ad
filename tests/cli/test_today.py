"""``aegoals today``, and ``aegoals`` without a terminal."""

from __future__ import annotations

import pytest

from tests.cli.shell import Shell


def test_today_shows_targets_records_and_what_slips(shell: Shell) -> None:
    shell.add_goal("--milestone", "2026-03-12 9,000 nine thousand")
    shell.ok("log", "won 600 USD @Globex, 3 calls", today="2026-03-10")
    lines = shell.ok("today", today="2026-03-10").splitlines()
    assert lines[0] == "Tuesday, March 10, 2026 · 16 working days left this month"
    assert "  Revenue in spring  $600 of $1,158" in lines
    assert "  1 deal won $600 @Globex" in lines
    assert "  3 calls" in lines
    assert "  at risk: Revenue in spring ($600 of $44,000, due Thu, Apr 30)" in lines
    assert "  milestone due Thu, Mar 12: nine thousand (Revenue in spring)" in lines


def test_without_a_terminal_the_program_prints_today(shell: Shell) -> None:
    shell.add_goal()
    assert shell.ok() == shell.ok("today")


def test_on_a_terminal_the_program_opens(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr("aegoals.cli.open.is_terminal", lambda: True)
    monkeypatch.setattr("aegoals.cli.open.open_program", opened.append)
    assert shell.ok() == ""
    assert len(opened) == 1


@pytest.mark.parametrize("return_code", [0, 4, None])
def test_the_programs_exit_code_reaches_the_shell(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, return_code: int | None
) -> None:
    class Program:
        def __init__(self, _desk: object) -> None:
            self.return_code = return_code

        def run(self) -> None:
            """Leave at once."""

    monkeypatch.setattr("aegoals.cli.open.is_terminal", lambda: True)
    monkeypatch.setattr("screens.app.AegoalsApp", Program)
    assert shell().code == (return_code or 0)


def test_a_day_off_asks_for_nothing(shell: Shell) -> None:
    shell.add_goal()
    out = shell.ok("today", today="2026-03-07")
    assert "No working day: not in your working week." in out
    assert "Nothing is asked for today." in out


def test_the_first_run_says_how_to_begin(shell: Shell) -> None:
    out = shell.ok("today")
    assert "aegoals goal add" in out
    assert "aegoals log" in out


def test_a_long_day_is_cut_short(shell: Shell) -> None:
    shell.ok("log", "-", stdin="3 calls\n" * 25)
    assert "  and 5 more" in shell.ok("today").splitlines()


def test_json_holds_the_same(shell: Shell) -> None:
    shell.add_goal()
    shell.ok("log", "won 600 USD", today="2026-03-10")
    day = shell.json("today", today="2026-03-10")
    assert (day["today"], day["is_working_day"], day["working_days_left_in_month"]) == (
        "2026-03-10",
        True,
        16,
    )
    assert (day["targets"][0]["needed_today"], day["targets"][0]["done_today"]) == (1158, 600)
    assert day["logged"][0]["amount"] == 600
    assert (day["attention"][0]["status"], day["attention"][0]["milestone"]) == ("at_risk", None)
