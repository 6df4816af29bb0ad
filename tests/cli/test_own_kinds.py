"""The shell reads and counts the AE's own kinds as the program does."""

from __future__ import annotations

from datetime import date

from aegoals.domain.own_kinds import OwnKind
from aegoals.services import open_desk
from tests.cli.shell import TODAY, Shell

MEETINGS = (
    *("--kind", "activity", "--title", "Meetings", "--unit", "count", "--direction", "reach_up"),
    *("--target", "12", "--start", "2026-03-02", "--due", "2026-03-02"),
)


def test_an_own_kind_is_logged_from_the_shell_and_counts_for_its_goals(shell: Shell) -> None:
    desk = open_desk(shell.data, lambda: date.fromisoformat(TODAY))
    desk.kinds.add(OwnKind(kind="plant_tour", counts_for="meeting", aliases=("工場見学",)))
    shell.ok("goal", "add", *MEETINGS)
    out = shell.ok("log", "2 plant tours @Globex, 工場見学")
    assert "today: 2 × plant tour @Globex" in out
    assert "today: 1 plant tour" in out
    assert [goal["actual"] for goal in shell.json("status")] == [3]
    assert [record["kind"] for record in shell.json("today")["logged"]] == ["plant_tour", "plant_tour"]


def test_a_goal_set_in_the_shell_counts_the_kind_that_its_title_names(shell: Shell) -> None:
    desk = open_desk(shell.data, lambda: date.fromisoformat(TODAY))
    desk.kinds.add(OwnKind(kind="plant_tour"))
    shell.ok("goal", "add", *(word.replace("Meetings", "Plant tours") for word in MEETINGS))
    shell.ok("log", "2 plant tours, meeting")
    assert [goal["actual"] for goal in shell.json("status")] == [2]
