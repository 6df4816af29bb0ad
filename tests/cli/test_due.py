"""``aegoals due``: what is due today, and an exit code for cron."""

from __future__ import annotations

import json

from tests.cli.shell import Shell

FRIDAY = "2026-03-06"


def plan_week(shell: Shell, title: str, target: int, *options: str) -> str:
    """Plan a count of calls for the week of Monday, 2 March 2026, and return its id."""
    kind = ("--kind", "activity", "--unit", "count", "--direction", "reach_up", "--specific", "calls made")
    days = ("--start", "2026-03-02", "--due", FRIDAY)
    return shell.ok("goal", "add", *kind, "--title", title, "--target", str(target), *days, *options).split()[0]


def test_nothing_due_is_exit_1(shell: Shell) -> None:
    result = shell("due")
    assert (result.code, result.out, result.err) == (1, "", "")
    shell.add_goal()
    empty = shell("due", "--json")
    assert (empty.code, json.loads(empty.out)) == (1, [])


def test_a_goal_that_ends_today_is_due(shell: Shell) -> None:
    plan_week(shell, "Calls", 60)
    shell.ok("log", "54 calls")
    assert shell.ok("due", today=FRIDAY) == ("ends today: Calls (54 of 60)\nbehind: Calls needs 6 more today\n")
    (ends, behind) = shell.json("due", today=FRIDAY)
    assert (ends["due"], ends["title"], ends["day"]) == ("goal", "Calls", FRIDAY)
    assert (behind["due"], behind["needed"], behind["unit"]) == ("behind", 6, "count")


def test_what_is_reached_paused_or_closed_is_not_due(shell: Shell) -> None:
    known = plan_week(shell, "Calls", 60)
    shell.ok("log", "60 calls")
    assert shell("due", today=FRIDAY).code == 1
    shell.ok("undo")
    assert shell("due", today=FRIDAY).code == 0
    shell.ok("goal", "pause", known)
    assert shell("due", today=FRIDAY).code == 1


def test_a_damaged_file_is_neither(shell: Shell) -> None:
    shell.data.write_text("{")
    assert shell("due").code == 4


def test_what_was_agreed_stands_in_due_today_and_the_prompt_until_it_is_done(shell: Shell) -> None:
    shell.ok("talk", "add", "Dana", "--agreed", "Shadow two calls", "--agreed", "Read one", "--until", FRIDAY)
    assert shell("due").code == 1
    assert "Dana" not in shell.ok("today")
    assert shell.ok("prompt") == "\n"
    line = "agreed with Dana, due today: Shadow two calls"
    assert line in shell.ok("due", today=FRIDAY)
    assert f"  {line}\n" in shell.ok("today", today=FRIDAY)
    (first, second) = shell.json("today", today=FRIDAY)["agreed"]
    assert (first["title"], first["day"], first["talk"]["person"]) == ("Shadow two calls", FRIDAY, "Dana")
    assert second["title"] == "Read one"
    assert shell.json("due", today=FRIDAY)[0]["due"] == "agreed"
    plan_week(shell, "Calls", 60)
    assert shell.ok("prompt", today=FRIDAY) == "calls 0/60 agreed 2\n"
    assert shell.ok("prompt", "--width", "14", today=FRIDAY) == "calls 0/60\n"
    assert shell.ok("prompt", "--goal", "Calls", today=FRIDAY) == "calls 0/60\n"
    shell.ok("talk", "done", "Shadow")
    assert shell.ok("prompt", today=FRIDAY) == "calls 0/60 agreed 1\n"
    shell.ok("talk", "done", "Read")
    assert line not in shell.ok("due", today=FRIDAY)
    assert shell.ok("prompt", today=FRIDAY) == "calls 0/60\n"
