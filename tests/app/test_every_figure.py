"""Every figure on Today, Goals, a goal's page and Insights answers why, on a desk with a year of sales."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from aegoals.services import Desk, open_desk
from aegoals.services.demo import fill_demo
from screens.reading import ReadingDialog
from screens.streak import StreakDialog
from tests.app.driving import Driver, driving
from widgets.rows import RowList, parts_of

DAY = date(2026, 11, 20)
FACTS = {"record", "agreed", "role", "gap", "draft", "template", "ended"}
"""Rows that tell what was entered: their numbers are no figures that were worked out."""

ANSWERS = {
    "Working days": "working days in all",
    "Should stand today": "Should stand today",
    "Pace": "Pace",
    "Needed a working day": "Needed a working day",
    "Safe days": "Safe days",
    "Behind the line by": "Safe days",
    "At today's rate": "At today's rate",
    "Sample": "records count",
    "Will end near": "Will end near",
    "Chance": "Chance",
    "Of it from open deals": "Of it from open deals",
}
"""What stands on a goal's page, and the words under which its why tells of it."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "data.json"
    fill_demo(open_desk(path, lambda: DAY), DAY)
    return path


@pytest.fixture
def year(demo: Path, tmp_path: Path) -> Desk:
    return open_desk(Path(shutil.copy(demo, tmp_path / "data.json")), lambda: DAY)


def figures_of(rows: RowList) -> Iterable[tuple[str | None, str]]:
    """Yield key and text of every row with a digit in it."""
    for row in rows._rows:
        text = "\n".join("".join(part[0] for part in line) for line in row.draw(110))
        if re.search(r"\d", text):
            yield row.key, text


async def whole(ae: Driver) -> str:
    """Return everything that the dialog on top says."""
    rows = ae.app.screen.query_one(RowList)
    return "\n".join("".join(part[0] for part in line) for row in rows._rows for line in row.draw(100))


@pytest.mark.parametrize("page", ["today", "goals", "insights"])
async def test_every_row_with_a_figure_opens_its_why(year: Desk, page: str) -> None:
    key = {"today": "f2", "goals": "f3", "insights": "f12"}[page]
    async with driving(year, (120, 40), [key]) as ae:
        await ae.settle()
        asked = 0
        for rows in ae.app.screen.query(RowList):
            for found, text in list(figures_of(rows)):
                what = parts_of(found)[0]
                if found is None or what in FACTS:
                    continue
                rows.focus()
                rows.go_to(found)
                await ae.press("y")
                assert isinstance(ae.app.screen, ReadingDialog), text
                assert re.search(r"\d", await whole(ae)), text
                await ae.press("escape")
                asked += 1
        assert asked > 5


async def test_the_days_left_and_the_streak_answer_too(year: Desk) -> None:
    year.profile.add_days_off(date(2026, 11, 24), date(2026, 11, 25), "Fair")
    async with driving(year, (120, 40), ["f2"]) as ae:
        lists = ae.rows("#lists")
        await ae.press("y")
        text = ae.text()
        assert "5 working days left this month" in text
        assert "Counted are Mon, Tue, Wed, Thu, Fri from 20 Nov 2026 to 30 Nov 2026" in text
        assert "24 November: Fair" in text
        await ae.press("y")
        lists.go_to(next(key for row in lists._rows if (key := row.key) and key.startswith("streak")))
        await ae.press("y")
        assert isinstance(ae.app.screen, StreakDialog)


async def test_every_figure_of_every_goals_page_is_told(year: Desk) -> None:
    async with driving(year, (120, 60)) as ae:
        for goal in year.goals.all():
            if not goal.is_open:
                continue
            await ae.press("f3")
            ae.rows().go_to(f"goal:{goal.id}")
            await ae.press("enter")
            year.insight.forecast(year.goals.standing(goal))
            await ae.settle()
            shown = {label: line for line in ae.lines() for label in ANSWERS if line.strip().startswith(label)}
            assert shown
            has_parts = any(line.strip().startswith("Parts  ") for line in ae.lines())
            await ae.press("y")
            told = await whole(ae)
            for label, line in shown.items():
                if not re.search(r"–$|…$|\(the history", line.strip()):
                    assert ANSWERS[label] in told, (goal.title, line)
            assert "Parts  " in told or not has_parts
            await ae.press("escape", "escape")
