"""``aegoals status``."""

from __future__ import annotations

from tests.cli.shell import Shell

KEYS = {
    *("id", "title", "kind", "unit", "direction", "baseline", "target", "actual", "progress", "expected"),
    *("pace", "status", "required_per_working_day", "safe_days", "projection", "working_days_left", "days_worth_left"),
    *("start", "due", "sample", "left_out", "needed_today", "done_today"),
    *("probability", "forecast_low", "forecast_median", "forecast_high", "forecast_sample", "forecast_from_open_deals"),
}


def test_json_holds_every_figure_as_a_number(shell: Shell) -> None:
    known = shell.add_goal()
    shell.ok("log", "won 5000 USD @Globex", today="2026-03-04")
    (goal,) = shell.json("status", today="2026-03-05")
    assert set(goal) == KEYS
    assert goal["id"] == known
    assert (goal["actual"], goal["expected"], goal["target"]) == (5000, 4000, 44000)
    assert (goal["progress"], goal["pace"]) == (5000 / 44000, 1.25)
    assert (goal["status"], goal["safe_days"]) == ("on_track", 1)
    assert (goal["working_days_left"], goal["required_per_working_day"]) == (41, 39000 / 41)
    assert goal["projection"] == 55000
    assert (goal["start"], goal["due"]) == ("2026-03-02", "2026-04-30")
    assert (goal["sample"], goal["left_out"]) == (1, {})
    assert (goal["needed_today"], goal["done_today"]) == (952, 0)
    assert goal["probability"] is None, "three days say nothing yet"


def test_two_weeks_of_log_make_a_forecast(shell: Shell) -> None:
    shell.add_goal("--title", "Calls", "--kind", "activity", "--unit", "count", "--target", "200")
    for day in (2, 3, 4, 5, 6, 9, 10, 11, 12, 13):
        shell.ok("log", "4 calls", today=f"2026-03-{day:02}")
    (goal,) = shell.json("status", today="2026-03-13")
    assert (goal["forecast_low"], goal["forecast_median"], goal["forecast_high"]) == (176, 176, 176)
    assert (goal["probability"], goal["forecast_sample"]) == (0, 10)
    assert "176; 4 of 5 times 176 to 176" in shell.ok("goal", "show", "Calls", today="2026-03-13")


def test_what_is_dated_later_does_not_count(shell: Shell) -> None:
    shell.add_goal()
    shell.ok("log", "won 5000 USD", today="2026-03-04")
    assert shell.json("status", today="2026-03-03")[0]["actual"] == 0


def test_what_is_not_known_is_null(shell: Shell) -> None:
    shell.add_goal("--kind", "satisfaction", "--unit", "score", "--direction", "keep_at_least", "--target", "4.2")
    (goal,) = shell.json("status")
    assert (goal["actual"], goal["pace"], goal["safe_days"], goal["needed_today"]) == (None, None, None, None)
    assert goal["status"] == "within_limit"


def test_what_was_left_out_is_named(shell: Shell) -> None:
    shell.add_goal()
    shell.ok("log", "won 5000 EUR @Globex")
    assert shell.json("status")[0]["left_out"] == {"EUR": 1}
    assert "1 record left out, in EUR without a rate to USD" in shell.ok("status")


def test_a_small_sample_is_named(shell: Shell) -> None:
    shell.add_goal("--kind", "satisfaction", "--unit", "score", "--baseline", "4", "--target", "4.5")
    shell.ok("log", "csat 4.2 @Globex")
    assert "small sample of 1" in shell.ok("status")


def test_a_mean_asks_nothing_of_each_day(shell: Shell) -> None:
    known = shell.add_goal(
        *("--kind", "sales_cycle", "--unit", "days", "--direction", "bring_down", "--baseline", "45", "--target", "40")
    )
    assert "Needed a working day  –" in shell.ok("goal", "show", known)
    assert "–" in shell.ok("status").splitlines()[1]
    assert "Needed a working day" not in shell.ok("explain", known)


def test_paused_goals_are_active_and_closed_ones_are_not(shell: Shell) -> None:
    paused, closed = shell.add_goal("--title", "Resting"), shell.add_goal("--title", "Ended")
    shell.ok("goal", "pause", paused)
    shell.ok("goal", "close", closed)
    assert [(goal["title"], goal["status"]) for goal in shell.json("status")] == [("Resting", "paused")]
    assert [goal["status"] for goal in shell.json("status", "--all")] == ["paused", "closed"]


def test_the_table_shows_each_goal_in_one_line(shell: Shell) -> None:
    known = shell.add_goal()
    shell.ok("log", "won 22k USD")
    head, row = shell.ok("status").splitlines()
    assert head.split() == [
        "Id",
        "Goal",
        "Status",
        "Progress",
        "Now",
        "Line",
        "today",
        "Target",
        "Per",
        "working",
        "day",
        "Due",
    ]
    assert row.startswith(known[-6:])
    assert all(word in row for word in ("Revenue in spring", "on track", "50 %", "$22,000", "$1,000", "$44,000"))


def test_without_goals_it_says_how_to_begin(shell: Shell) -> None:
    assert shell.json("status") == []
    assert "aegoals goal add" in shell.ok("status")


def test_reading_commands_never_write(shell: Shell) -> None:
    known = shell.add_goal()
    before = _files(shell)
    for words in (
        *(("status",), ("today",), ("where",), ("history",), ("goal", "list"), ("goal", "show", known)),
        *(("log", "3 calls", "--dry-run"), ()),
    ):
        shell.ok(*words)
    assert _files(shell) == before


def _files(shell: Shell) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in shell.data.parent.iterdir()}


def test_below_the_table_stands_what_moved_and_why(shell: Shell) -> None:
    shell.add_goal()
    shell.ok("log", "won 5000 USD @Globex", today="2026-03-03")
    told = shell.ok("status", today="2026-03-10")
    assert "Revenue in spring: fell " in told
    assert "without any deal won" in told
