"""``aegoals undo``, ``redo`` and ``history``."""

from __future__ import annotations

import json

from tests.cli.shell import Shell


def test_the_history_is_shown_latest_first(shell: Shell) -> None:
    shell.add_goal()
    shell.ok("log", "3 calls")
    assert [entry["verb"] for entry in shell.json("history")] == ["log", "plan"]
    newest, oldest = shell.ok("history").splitlines()
    assert newest.endswith("log: 3 calls")
    assert oldest.endswith("new goal: Revenue in spring")


def test_the_history_can_be_cut_short(shell: Shell) -> None:
    for line in ("1 call", "2 calls", "3 calls"):
        shell.ok("log", line)
    assert [entry["title"] for entry in shell.json("history", "--limit", "2")] == ["3 calls", "2 calls"]


def test_several_actions_are_taken_back_and_done_again(shell: Shell) -> None:
    for line in ("1 call", "2 calls", "3 calls"):
        shell.ok("log", line)
    assert shell.ok("undo", "2").splitlines() == ["Taken back: log: 3 calls", "Taken back: log: 2 calls"]
    assert shell.ok("redo") == "Done again: log: 2 calls\n"
    assert [entry["undone"] for entry in shell.json("history")] == [True, False, False]
    assert "taken back" in shell.ok("history").splitlines()[0]


def test_more_than_there_is_takes_back_what_there_is_and_says_so(shell: Shell) -> None:
    shell.ok("log", "1 call")
    result = shell("undo", "5")
    assert result.code == 3
    assert result.out == "Taken back: log: 1 call\n"
    assert len(result.err.splitlines()) == 1


def test_an_empty_history_says_so(shell: Shell) -> None:
    assert shell.ok("history") == "Nothing was done yet.\n"
    assert json.loads(shell.ok("history", "--json")) == []


def test_how_a_goal_was_changed_is_told_latest_first(shell: Shell) -> None:
    goal = shell.add_goal()
    shell.ok("goal", "adjust", goal, "--target", "66000", "--reason", "territory grew")
    latest, first = shell.ok("history", "--goal", goal).splitlines()
    assert latest == "target $44,000 → $66,000 on March 2: territory grew"
    assert first.startswith("added on ")
    assert len(shell.ok("history", "--goal", goal, "--limit", "1").splitlines()) == 1


def test_how_a_goal_was_changed_is_told_to_programs(shell: Shell) -> None:
    goal = shell.add_goal()
    shell.ok("goal", "adjust", goal, "--target", "66000", "--reason", "territory grew")
    latest = shell.json("history", "--goal", goal)[0]
    assert latest["fields"] == [{"field": "target", "before": "44000", "after": "66000"}]
    assert (latest["verb"], latest["reason"], latest["undone"]) == ("adjust", "territory grew", False)


def test_how_a_record_was_changed_is_told(shell: Shell) -> None:
    record = shell.json("log", "3 calls")["records"][0]["id"]
    assert shell.ok("history", "--record", record).startswith("added on ")


def test_an_unknown_goal_is_refused_and_both_together_too(shell: Shell) -> None:
    assert shell("history", "--goal", "nothing").code == 3
    assert shell("history", "--goal", "x", "--record", "y").code == 2
