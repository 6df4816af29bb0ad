"""The how-to about the wizard tells the truth: its keys are pressed, and what it says is seen."""

from __future__ import annotations

import re
from pathlib import Path

from aegoals.services import Desk
from screens.key_table import NAMES
from tests.app.driving import driving

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "write-a-goal.md"
ROW = re.compile(r"\| (?:`(?P<key>[^`]+)`|“(?P<text>[^”]+)”) \| (?P<seen>.+) \|")
KEYS = {shown: key for key, shown in NAMES.items()} | {"Tab": "tab", "Enter": "enter"}


async def test_the_walk_from_a_wish_to_a_goal_can_be_walked(desk: Desk) -> None:
    steps = [found for line in PAGE.read_text(encoding="utf-8").splitlines() if (found := ROW.fullmatch(line))]
    assert len(steps) > 10
    async with driving(desk, keys=["g"]) as ae:
        for step in steps:
            if step["text"]:
                await ae.replace(step["text"])
            else:
                key = step["key"]
                await ae.press(KEYS.get(key, key.lower()))
            assert step["seen"] in " ".join(ae.text().split()), f"{step[0]}\n{ae.text()}"
    assert [goal.target for goal in desk.goals.all()] == [12]
