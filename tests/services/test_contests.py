"""Flash contests: from one line, decided by the log."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from aegoals.domain.contest import ContestState, split_line
from aegoals.errors import AegoalsError, RefusedInput
from aegoals.services import Desk
from tests.builders import MONDAY, WallCalendar, a_desk


@pytest.fixture
def wall() -> WallCalendar:
    return WallCalendar()


@pytest.fixture
def desk(tmp_path: Path, wall: WallCalendar) -> Desk:
    return a_desk(tmp_path / "data.json", wall)


@pytest.mark.parametrize(
    ("line", "task", "days"),
    [
        ("8 calls today", "8 calls", 0),
        ("8 calls", "8 calls", 0),
        ("5 demos this week", "5 demos", 6),
        ("8 samtal idag", "8 samtal", 0),
        ("8 Anrufe diese Woche!", "8 Anrufe", 6),
        ("今週中に5件デモ 今週", "今週中に5件デモ", 6),
        ("打8个电话 今天", "打8个电话", 0),
    ],
)
def test_the_end_of_the_line_says_until_when(line: str, task: str, days: int) -> None:
    found, period = split_line(line, MONDAY)
    assert found == task
    assert (period.end - period.start).days == days


def test_a_contest_is_won_by_what_is_logged(desk: Desk, wall: WallCalendar) -> None:
    desk.log.log("2 calls")
    contest = desk.contests.set("8 calls today")
    assert desk.contests.standing(contest).done == 2
    desk.log.log("6 calls")
    assert desk.contests.standing(contest).state is ContestState.WON
    wall.day += timedelta(days=1)
    (over,) = desk.contests.settle()
    assert (over.state, over.done) == (ContestState.WON, Decimal(8))


def test_a_contest_is_lost_at_its_end_and_the_result_is_kept(desk: Desk, wall: WallCalendar) -> None:
    contest = desk.contests.set("won 5k this week")
    desk.log.log("won 3000 @Globex")
    wall.day = date(2026, 3, 9)
    assert desk.contests.standing(contest).state is ContestState.LOST
    desk.contests.settle()
    desk.log.log("sunday: won 9000")
    assert desk.contests.standing(desk.contests.get("won 5k this week")).done == 3_000
    assert desk.contests.settle() == []


def test_it_can_be_taken_back_and_deleted(desk: Desk) -> None:
    contest = desk.contests.set("8 calls today")
    desk.contests.delete(contest)
    assert desk.contests.all() == []
    desk.history.undo()
    desk.history.undo()
    assert desk.contests.all() == []


@pytest.mark.parametrize("line", ["today", "8 calls and 3 demos today", "something nice today"])
def test_what_is_no_figure_is_refused(desk: Desk, line: str) -> None:
    with pytest.raises(AegoalsError):
        desk.contests.set(line)
    assert desk.contests.all() == []


def test_a_changed_contest_keeps_its_first_day_where_the_last_one_stays(desk: Desk, wall: WallCalendar) -> None:
    contest = desk.contests.set("8 calls this week")
    wall.day += timedelta(days=2)
    changed = desk.contests.change(contest, "10 calls this week")
    assert (changed.target, changed.start, changed.end) == (Decimal(10), contest.start, contest.end)
    today = desk.contests.change(changed, "3 demos today")
    assert (today.id, today.start, today.end) == (contest.id, wall.day, wall.day)
    desk.history.undo()
    assert desk.contests.get(contest.id) == changed


def test_a_contest_that_is_over_is_not_changed(desk: Desk, wall: WallCalendar) -> None:
    contest = desk.contests.set("8 calls today")
    wall.day += timedelta(days=1)
    with pytest.raises(RefusedInput, match="is over"):
        desk.contests.change(contest, "1 call today")
