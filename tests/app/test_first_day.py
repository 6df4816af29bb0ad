"""The first day: welcome, the first goal by keyboard only, ten log lines, quit, come back."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from tests.app.driving import a_desk, driving

TEN_LINES = [
    "3 calls",
    "2 calls @Globex",
    "demo @Globex",
    "won 5000 @Globex #Pro",
    "5 emails",
    "meeting @Initech 45 min",
    "proposal 8000 @Initech",
    "won 2500 EUR @Initech",
    "4 calls (left messages)",
    "training 90 min",
]


async def test_first_run_goal_ten_lines_quit_and_come_back(tmp_path: Path) -> None:
    path = tmp_path / "aegoals.json"
    desk = a_desk(path, welcomed=False)
    async with driving(desk) as ae:
        assert "Welcome to aegoals" in ae.text()
        await ae.press("right")  # role: from both round to new business
        await ae.press("enter")
        await ae.replace("EUR")
        await ae.press("enter", "enter", "enter", "enter", "enter")
        assert desk.profile.get().welcomed
        assert desk.profile.get().currency == "EUR"
        assert "No goal yet. Press n" in ae.text()

        await ae.press("n", "enter", "down", "enter")  # no sentence; an AE of new business finds revenue second
        await ae.type("Revenue in March")
        await ae.press("enter")
        await ae.type("Deals won with new customers")
        await ae.press("enter", "enter")  # at all accounts; measurable: EUR, reach up, baseline 0
        await ae.type("60k")
        await ae.press("enter")
        await ae.type("54,000 last month")
        await ae.press("f8")
        await ae.type("My part of the million")
        await ae.press("enter", "enter")  # serves nothing in particular; time-bound
        await ae.press("down", "1", "enter", "enter")  # from today, to the end of the month, once
        await ae.press("f8")  # no milestones
        assert "Revenue in March: €60,000 by March 31, 2026, because my part" in ae.text()
        await ae.press("enter")
        assert [goal.title for goal in desk.goals.all()] == ["Revenue in March"]
        assert desk.drafts.all() == []

        before = desk.goals.standings()[0].progress
        await ae.press("l")
        for line in TEN_LINES:
            await ae.type(line)
            await ae.press("enter")
        assert len(desk.log.day(desk.today())) == 10
        assert desk.goals.standings()[0].actual == Decimal(7500)
        assert before == 0
        assert "€7,500 / €2,728" in ae.text()
        await ae.press("f3")
        assert "€7,500 / €60,000" in ae.text()
        await ae.press("ctrl+q")

    again = a_desk(path)
    async with driving(again, keys=["g"]) as ae:
        assert "€7,500 / €60,000" in ae.text()
        await ae.press("d")
        assert "5 e-mails" in ae.text()
        assert "demo @Globex" in ae.text()
