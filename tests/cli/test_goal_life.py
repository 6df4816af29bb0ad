"""``aegoals goal list``, ``show``, ``adjust``, ``check-in`` and what happens to a goal later."""

from __future__ import annotations

import pytest

from tests.cli.shell import Shell

OWN_NUMBER = ("--kind", "other", "--unit", "count", "--target", "12", "--title", "Stories published")


def test_the_list_shows_ids_that_name_goals(shell: Shell) -> None:
    known = shell.add_goal()
    short, *_rest = shell.ok("goal", "list").split()
    assert shell.json("goal", "show", short)["id"] == known
    assert shell.json("goal", "show", "revenue in SPRING")["id"] == known


def test_the_list_leaves_out_what_has_ended(shell: Shell) -> None:
    shell.ok("goal", "close", shell.add_goal())
    assert shell.json("goal", "list") == []
    assert [goal["state"] for goal in shell.json("goal", "list", "--all")] == ["closed"]
    assert "closed" in shell.ok("goal", "list", "--all")


def test_an_empty_list_says_how_to_begin(shell: Shell) -> None:
    assert "aegoals goal add" in shell.ok("goal", "list")


def test_one_goal_is_shown_with_all_that_is_known(shell: Shell) -> None:
    shell.add_goal("--why", "my part", "--action", "call the board", "--milestone", "2026-03-03 500 first step")
    shell.ok("log", "won 5000 USD")
    shell.ok("goal", "adjust", "Revenue in spring", "--reason", "larger patch", "--target", "50k")
    out = shell.ok("goal", "show", "Revenue in spring")
    for words in (
        *("Revenue in spring", "on track", "$5,000", "my part", "call the board", "first step  (done)"),
        "target: 44000 → 50000 (larger patch)",
    ):
        assert words in out


def test_an_adjustment_keeps_the_reason(shell: Shell) -> None:
    known = shell.add_goal()
    out = shell.ok("goal", "adjust", known, "--reason", "larger patch", "--target", "50k", "--due", "2026-05-29")
    assert out.splitlines() == ["target: 44000 → 50000", "due: 2026-04-30 → 2026-05-29"]
    revision = shell.json("goal", "show", known)["revisions"][0]
    assert (revision["day"], revision["reason"]) == ("2026-03-02", "larger patch")


@pytest.mark.parametrize(
    "change",
    [
        ("--target", "lots"),
        ("--target", "0"),
        ("--due", "2026-02-30"),
        ("--due", "2026-01-01"),
        ("--direction", "sideways"),
        ("--target", "44000"),
        ("--title", " "),
    ],
)
def test_an_adjustment_that_cannot_be_is_refused(shell: Shell, change: tuple[str, str]) -> None:
    known = shell.add_goal()
    assert shell("goal", "adjust", known, "--reason", "because", *change).code == 3
    assert shell.json("goal", "show", known)["revisions"] == []


def test_an_adjustment_takes_every_field_that_it_offers(shell: Shell) -> None:
    known = shell.add_goal()
    changes = ("--title", "Other", "--specific", "x", "--direction", "keep_at_least", "--baseline", "1.5")
    more = ("--start", "2026-03-03", "--evidence", "e", "--why", "w", "--serves", "s")
    shell.ok("goal", "adjust", known, "--reason", "because", *changes, *more)
    goal = shell.json("goal", "show", known)
    assert (goal["title"], goal["direction"], goal["baseline"]) == ("Other", "keep_at_least", 1.5)
    assert (goal["start"], goal["serves"]) == ("2026-03-03", "s")


def test_a_check_in_moves_a_goal_that_the_log_does_not(shell: Shell) -> None:
    known = shell.add_goal(*OWN_NUMBER)
    assert shell.ok("goal", "check-in", known, "3", "--note", "two more are written") == (
        "Stories published: 3 (today)\n"
    )
    shell.ok("goal", "check-in", known, "1", "--date", "2026-02-27")
    assert shell.json("goal", "show", known)["actual"] == 3


def test_a_check_in_on_a_goal_that_the_log_moves_is_refused(shell: Shell) -> None:
    result = shell("goal", "check-in", shell.add_goal(), "3")
    assert result.code == 3
    assert "log" in result.err


def test_a_goal_rests_and_goes_on(shell: Shell) -> None:
    known = shell.add_goal()
    shell.ok("goal", "pause", known)
    assert shell.json("status")[0]["status"] == "paused"
    shell.ok("goal", "resume", known)
    assert shell.json("status")[0]["status"] == "on_track"


def test_a_closed_goal_keeps_its_value_and_can_be_taken_up_again(shell: Shell) -> None:
    known = shell.add_goal()
    shell.ok("log", "won 5000 USD")
    assert shell.ok("goal", "close", known) == "Closed as missed with $5,000: Revenue in spring\n"
    shell.ok("log", "won 500 USD")
    assert shell.json("status", "--all")[0]["actual"] == 5000
    shell.ok("goal", "reopen", known)
    assert shell.json("status")[0]["actual"] == 5500


def test_the_outcome_can_be_said(shell: Shell) -> None:
    known = shell.add_goal()
    out = shell.ok("goal", "close", known, "--outcome", "dropped", "--reason", "other patch")
    assert out.startswith("Closed as dropped")
    assert "dropped other patch" in shell.ok("goal", "show", known)


@pytest.mark.parametrize(("first", "again"), [("close", "close"), ("reopen", "reopen")])
def test_what_cannot_happen_now_is_refused(shell: Shell, first: str, again: str) -> None:
    known = shell.add_goal()
    shell("goal", first, known)
    assert shell("goal", again, known).code == 3


def test_a_deleted_goal_comes_back_with_undo(shell: Shell) -> None:
    known = shell.add_goal()
    assert "aegoals undo" in shell.ok("goal", "delete", known)
    assert shell.json("goal", "list", "--all") == []
    shell.ok("undo")
    assert shell.json("goal", "list")[0]["id"] == known


def test_a_name_of_two_goals_is_refused_with_their_ids(shell: Shell) -> None:
    first, second = shell.add_goal(), shell.add_goal()
    result = shell("goal", "show", "Revenue in spring")
    assert result.code == 3
    assert first[-6:] in result.err
    assert second[-6:] in result.err
